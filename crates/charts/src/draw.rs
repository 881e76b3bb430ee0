//! The drawing itself: one function for both widths and both inks.

use crate::axis::float;
use crate::ink::{Hue, Ink, Paint};
use crate::labels::{Area, spread, thin};
use crate::scene::{Dot, Line, Scene};
use crate::svg::{Path, escape, number};
use crate::widths::{cut, width, wrap};
use riktning_domain::Figure;
use riktning_domain::indicators::Settled;
use std::fmt::Write;

/// Which of the two drawings of a chart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Variant {
    Wide,
    Narrow,
}

impl Variant {
    pub(crate) fn class(self) -> &'static str {
        match self {
            Variant::Wide => "bred",
            Variant::Narrow => "smal",
        }
    }

    pub(crate) fn size(self) -> (f64, f64) {
        match self {
            Variant::Wide => (860.0, 400.0),
            Variant::Narrow => (380.0, 360.0),
        }
    }

    /// The type size of everything written in it. A phone shows the narrow one at about five
    /// sixths of its size, and 12 px are still to be read there.
    pub(crate) fn type_size(self) -> f64 {
        match self {
            Variant::Wide => 14.0,
            Variant::Narrow => 15.0,
        }
    }

    fn most_ticks(self) -> usize {
        match self {
            Variant::Wide => 9,
            Variant::Narrow => 6,
        }
    }

    /// The widest that the column of labels may be.
    fn widest_column(self) -> f64 {
        match self {
            Variant::Wide => 250.0,
            Variant::Narrow => 118.0,
        }
    }
}

/// The widest that the figures along the axis may be before they are written in millions.
pub(crate) const WIDEST_TICK: f64 = 84.0;

/// What stands inside the `svg` element, and which gaps had no room for their words.
pub(crate) struct Drawn {
    pub(crate) svg: String,
    pub(crate) untold: Vec<usize>,
}

/// Draws the scene.
pub(crate) fn draw(scene: &Scene<'_>, variant: Variant, ink: Ink) -> Drawn {
    // Labels stand in a column to the right of the lines. One that belongs to a point further
    // in stands beside it if there is room, and otherwise joins the column, which may become
    // wider: so all are placed anew, at most once for each label.
    let mut in_column = vec![false; scene.lines.len() + 1];
    loop {
        let mut drawing = Drawing::new(scene, variant, ink, &in_column);
        match drawing.place_labels(&mut in_column) {
            Placed::All => {
                return Drawn {
                    svg: drawing.paint(),
                    untold: drawing.untold(),
                };
            }
            Placed::MoreInColumn => {}
        }
    }
}

enum Placed {
    All,
    MoreInColumn,
}

/// A label before it has a place.
struct Label {
    paint: Paint,
    /// What it may say, the fullest first.
    forms: Vec<Vec<String>>,
    /// Where its line ends.
    anchor: (f64, f64),
    /// Whether it would rather stand below its point.
    below: bool,
}

/// A text with its place.
struct Written {
    paint: Paint,
    lines: Vec<String>,
    x: f64,
    /// The middle of all its lines.
    y: f64,
    leader: Option<(f64, f64)>,
}

struct Drawing<'a> {
    scene: &'a Scene<'a>,
    variant: Variant,
    ink: Ink,
    size: f64,
    left: f64,
    right: f64,
    top: f64,
    bottom: f64,
    span: f64,
    ticks: Vec<(f64, String)>,
    gaps: Vec<Band>,
    written: Vec<Written>,
}

/// A step of the target with its place: from, to, and the height of its one or two limits.
#[derive(Clone, Copy)]
struct StepPlace {
    from: f64,
    to: f64,
    low: f64,
    high: Option<f64>,
}

impl StepPlace {
    fn touches(&self, next: &StepPlace) -> bool {
        (self.to - next.from).abs() < 1.0
    }

    fn goes_on_in(&self, next: &StepPlace) -> bool {
        self.touches(next) && self.low == next.low && self.high == next.high
    }
}

/// A gap with its place and its words.
struct Band {
    area: Area,
    lines: Vec<String>,
    upright: bool,
    is_told: bool,
    /// The middle of its words.
    y: f64,
}

impl<'a> Drawing<'a> {
    fn new(scene: &'a Scene<'a>, variant: Variant, ink: Ink, in_column: &[bool]) -> Drawing<'a> {
        let (whole, tall) = variant.size();
        let size = variant.type_size();
        let (top, bottom) = (22.0, tall - 40.0);
        let ticks: Vec<(f64, String)> = scene
            .axis
            .thinned(variant.most_ticks())
            .map(|tick| {
                let y = bottom - scene.axis.height(tick) * (bottom - top);
                (y, scene.tick(tick))
            })
            .collect();
        let widest = ticks.iter().map(|(_, t)| width(t, size)).fold(0.0, f64::max);
        let mut drawing = Drawing {
            left: widest + 12.0,
            right: whole - 24.0,
            span: scene.days.iter().copied().fold(0.0, f64::max),
            scene,
            variant,
            ink,
            size,
            top,
            bottom,
            ticks,
            gaps: Vec::new(),
            written: Vec::new(),
        };
        let column = drawing.column_width(in_column);
        if column > 0.0 {
            drawing.right = whole - column - 18.0;
        }
        drawing.gaps = drawing.bands();
        drawing
    }

    fn x(&self, day: f64) -> f64 {
        if self.span == 0.0 {
            return f64::midpoint(self.left, self.right);
        }
        self.left + day / self.span * (self.right - self.left)
    }

    fn y(&self, figure: Figure) -> f64 {
        let height = self.scene.axis.height(figure.value());
        self.bottom - height * (self.bottom - self.top)
    }

    fn at(&self, dot: &Dot) -> (f64, f64) {
        let day = self.scene.days.get(dot.row).copied().unwrap_or(0.0);
        (self.x(day), self.y(dot.figure))
    }

    fn line_height(&self) -> f64 {
        self.size + 3.0
    }

    /// The steps of the target on paper; those that go on at the same height are one.
    fn step_places(&self) -> Vec<StepPlace> {
        let inside = |x: f64| x.clamp(self.left, self.right + 6.0);
        let mut places: Vec<StepPlace> = Vec::new();
        for step in &self.scene.steps {
            let (mut from, mut to) = (self.x(step.from), self.x(step.to));
            // A month's target among years would be a speck.
            if to - from < 14.0 {
                let middle = f64::midpoint(from, to);
                (from, to) = (middle - 7.0, middle + 7.0);
            }
            let place = StepPlace {
                from: inside(from),
                to: inside(to),
                low: self.y(step.low),
                high: step.high.map(|high| self.y(high)),
            };
            match places.last_mut() {
                Some(before) if before.goes_on_in(&place) => before.to = place.to,
                _ => places.push(place),
            }
        }
        places
    }
}

/// Labels.
impl Drawing<'_> {
    /// What is to be labelled: each line at its last dot, and the target where it ends.
    fn labels(&self) -> Vec<Option<Label>> {
        let say = self.scene.say;
        let mut labels: Vec<Option<Label>> = Vec::new();
        let ends: Vec<Option<&Dot>> = self.scene.lines.iter().map(|l| l.dots.last()).collect();
        let alone = self.scene.lines.len() == 1;
        for line in &self.scene.lines {
            let label = line.dots.last().map(|dot| {
                let name = say.breakdown(line.breakdown);
                let figure = say.short(dot.figure);
                let told = dot.settled == Settled::Preliminary && self.variant == Variant::Wide;
                let hollow = told.then(|| say.text("chart-preliminary"));
                let mut forms = match alone && line.hue == Hue::Total {
                    true => vec![vec![figure.clone()]],
                    false => vec![
                        vec![format!("{name} {figure}")],
                        vec![name.clone(), figure.clone()],
                        vec![name],
                    ],
                };
                if self.variant == Variant::Narrow && forms.len() > 1 {
                    forms.remove(0);
                }
                if let Some(word) = hollow {
                    forms.insert(0, forms[0].iter().cloned().chain([word]).collect());
                }
                let anchor = self.at(dot);
                let lowest = ends.iter().flatten().all(|end| self.at(end).1 <= anchor.1);
                Label {
                    paint: Paint::Label(line.hue),
                    forms,
                    anchor,
                    below: lowest && self.scene.lines.len() > 1,
                }
            });
            labels.push(label);
        }
        labels.push(self.target_label());
        labels
    }

    fn target_label(&self) -> Option<Label> {
        let say = self.scene.say;
        let StepPlace { to, low, high, .. } = self.step_places().pop()?;
        let row = say.series.rows.get(self.scene.steps.last()?.row)?;
        let aim = say.aim_short(&row.target.as_ref()?.aim);
        let period = say.period_short(row.period);
        let whole = say.with("chart-target-label", &[("period", &period), ("aim", &aim)]);
        let over = say.with("chart-target-over", &[("period", &period)]);
        let name = say.text("chart-target-name");
        let mut forms = vec![
            vec![whole],
            vec![over.clone(), aim.clone()],
            vec![name.clone(), aim],
            vec![over],
            vec![name],
        ];
        if self.variant == Variant::Narrow {
            forms.remove(0);
        }
        Some(Label {
            paint: Paint::TargetLabel,
            forms,
            anchor: (to, high.map_or(low, |high| f64::midpoint(low, high))),
            below: false,
        })
    }

    /// How wide the column must be for the labels that stand in it.
    fn column_width(&self, in_column: &[bool]) -> f64 {
        let labels = self.labels();
        let standing = labels.iter().enumerate().filter_map(|(i, label)| {
            let label = label.as_ref()?;
            (in_column[i] || self.is_at_end(label)).then(|| self.width(self.form(label)))
        });
        standing.fold(0.0, f64::max)
    }

    /// The fullest form that the column has room for; the barest cut short if none has.
    fn form<'l>(&self, label: &'l Label) -> &'l [String] {
        let fits = label
            .forms
            .iter()
            .find(|form| self.width(form) <= self.variant.widest_column());
        fits.or(label.forms.last()).map_or(&[], Vec::as_slice)
    }

    fn width(&self, lines: &[String]) -> f64 {
        lines.iter().map(|l| width(l, self.size)).fold(0.0, f64::max)
    }

    fn is_at_end(&self, label: &Label) -> bool {
        label.anchor.0 > self.right - 14.0
    }

    fn place_labels(&mut self, in_column: &mut [bool]) -> Placed {
        let labels = self.labels();
        let (whole, _) = self.variant.size();
        let mut taken: Vec<Area> = self.gaps.iter().filter_map(Band::text_area).collect();
        let mut column: Vec<&Label> = Vec::new();
        for (index, label) in labels.iter().enumerate() {
            let Some(label) = label else { continue };
            if in_column[index] || self.is_at_end(label) {
                column.push(label);
                continue;
            }
            match self.beside(label, &taken) {
                Some((written, area)) => {
                    taken.push(area);
                    self.written.push(written);
                }
                None => {
                    in_column[index] = true;
                    return Placed::MoreInColumn;
                }
            }
        }
        let wanted: Vec<f64> = column.iter().map(|label| label.anchor.1).collect();
        let lines = |label: &Label| f64::from(u32::try_from(self.form(label).len()).unwrap_or(1));
        let heights: Vec<f64> = column
            .iter()
            .map(|label| lines(label) * self.line_height() + 3.0)
            .collect();
        let places = spread(&wanted, &heights, self.top - 20.0, self.bottom + 6.0);
        let x = self.right + 14.0;
        let written: Vec<Written> = column
            .iter()
            .zip(places)
            .map(|(label, y)| {
                let (from_x, from_y) = label.anchor;
                let strayed = (y - from_y).abs() > self.line_height() * 1.4 || from_x < self.right - 14.0;
                let most = whole - x - 2.0;
                let lines = self.form(label).iter().map(|l| cut(l, self.size, most));
                Written {
                    paint: label.paint,
                    lines: lines.collect(),
                    x,
                    y,
                    leader: strayed.then_some(label.anchor),
                }
            })
            .collect();
        self.written.extend(written);
        Placed::All
    }

    /// A place at the label's own point where it covers nothing.
    fn beside(&self, label: &Label, taken: &[Area]) -> Option<(Written, Area)> {
        let lines = label.forms.first()?;
        let (x, y) = label.anchor;
        let count = f64::from(u32::try_from(lines.len()).unwrap_or(1));
        let (wide, tall) = (self.width(lines), count * self.line_height());
        let room = Area {
            left: self.left + 2.0,
            top: self.top - 12.0,
            right: self.right + 6.0,
            bottom: self.bottom - 2.0,
        };
        let (up, down) = (y - tall / 2.0 - 9.0, y + tall / 2.0 + 9.0);
        let heights = match label.below {
            true => [down, up],
            false => [up, down],
        };
        let aside = wide / 2.0 - 6.0;
        let around = heights
            .into_iter()
            .flat_map(|cy| [(x, cy), (x + aside, cy), (x - aside, cy)]);
        let after = (x + wide / 2.0 + 12.0, y);
        let obstacles = self.obstacles();
        let free: Vec<Area> = around
            .chain([after])
            .map(|(cx, cy)| Area::around(cx, cy, wide, tall))
            .filter(|area| {
                area.is_within(&room)
                    && !taken.iter().any(|other| other.overlaps(area))
                    && !obstacles.iter().any(|(from, to)| area.is_crossed(*from, *to))
            })
            .collect();
        // Rather not over the edge of a gap.
        let clear = free
            .iter()
            .find(|area| !self.gaps.iter().any(|band| band.area.overlaps(area)));
        let area = *clear.or(free.first())?;
        let written = Written {
            paint: label.paint,
            lines: lines.clone(),
            x: area.left,
            y: f64::midpoint(area.top, area.bottom),
            leader: None,
        };
        Some((written, area))
    }

    /// Every stretch of line that a label must not cover.
    fn obstacles(&self) -> Vec<((f64, f64), (f64, f64))> {
        let mut all = Vec::new();
        for line in &self.scene.lines {
            for dot in &line.dots {
                let here = self.at(dot);
                let from = dot.after.and_then(|i| line.dots.get(i));
                all.push((from.map_or(here, |from| self.at(from)), here));
                let (x, y) = here;
                all.push(((x - 6.0, y - 6.0), (x + 6.0, y + 6.0)));
            }
        }
        let steps = self.step_places();
        for step in &steps {
            for y in [Some(step.low), step.high].into_iter().flatten() {
                all.push(((step.from, y), (step.to, y)));
            }
        }
        for pair in steps.windows(2).filter(|pair| pair[0].touches(&pair[1])) {
            all.push(((pair[0].to, pair[0].low), (pair[1].from, pair[1].low)));
            if let (Some(before), Some(after)) = (pair[0].high, pair[1].high) {
                all.push(((pair[0].to, before), (pair[1].from, after)));
            }
        }
        all
    }
}

/// Gaps.
impl Drawing<'_> {
    fn bands(&self) -> Vec<Band> {
        let x = |row: usize| self.scene.days.get(row).map(|day| self.x(*day));
        let mut bands: Vec<Band> = Vec::new();
        for gap in &self.scene.gaps {
            let (Some(first), Some(last)) = (x(gap.first), x(gap.last)) else {
                continue;
            };
            let before = gap.first.checked_sub(1).and_then(x);
            let after = x(gap.last + 1);
            let words = gap.words(self.scene.say);
            // Of the way to the neighbour a little less than half is shaded; more if the words
            // need it and the neighbour's dot is not reached.
            let longest = words.split_whitespace().map(|w| width(w, self.size));
            let needed = longest.fold(0.0, f64::max) + 8.0;
            let lack = ((needed - (last - first)) / 2.0).max(0.0);
            let reach = |room: f64| (room * 0.42).max(lack.min(room - 9.0)).max(2.0);
            let edge = |room: f64| (room * 0.42).min(24.0);
            let usual = after.or(before).map_or(40.0, |x| (x - first).abs());
            let mut left = first - before.map_or_else(|| edge(usual), |b| reach(first - b));
            let right = last + after.map_or_else(|| edge(usual), |a| reach(a - last));
            left = left.max(self.left);
            // Two gaps with different reasons stand side by side.
            if let Some(other) = bands.last() {
                left = left.max(other.area.right + 2.0);
            }
            let area = Area {
                left,
                top: self.top,
                right: right.min(self.right + 6.0).max(left + 4.0),
                bottom: self.bottom,
            };
            let band = self.band(area, &words);
            bands.push(band);
        }
        bands
    }

    /// The words in a band: in lines if it is wide enough, else upright, else none: then they
    /// stand under the chart alone.
    fn band(&self, area: Area, words: &str) -> Band {
        const MOST_LINES: usize = 6;
        let (wide, tall) = (area.right - area.left, area.bottom - area.top);
        let mut band = Band {
            area,
            lines: wrap(words, self.size, wide - 6.0),
            upright: false,
            is_told: true,
            y: 0.0,
        };
        let fits = self.width(&band.lines) <= wide - 2.0 && band.lines.len() <= MOST_LINES;
        if !fits {
            band.upright = true;
            band.lines = match wide >= self.size + 4.0 {
                true => vec![cut(words, self.size, tall - 24.0)],
                false => Vec::new(),
            };
            band.is_told = band.lines.first().is_some_and(|line| line == words);
        }
        let count = f64::from(u32::try_from(band.lines.len()).unwrap_or(1));
        let length = match band.upright {
            true => self.width(&band.lines),
            false => count * self.line_height(),
        };
        let high = area.top + 8.0 + length / 2.0;
        let low = area.bottom - 10.0 - length / 2.0;
        // At the top, or as near to it as no line passes.
        let text = |middle: f64| Area::around(f64::midpoint(area.left, area.right), middle, wide, length);
        let obstacles = self.obstacles();
        let crossed = |middle: f64| {
            let text = text(middle);
            obstacles.iter().any(|(from, to)| text.is_crossed(*from, *to))
        };
        let places = std::iter::successors(Some(high), |y| Some(y + 8.0)).take_while(|y| *y <= low);
        band.y = places.into_iter().find(|y| !crossed(*y)).unwrap_or(high);
        band
    }
}

impl Drawing<'_> {
    /// The gaps whose words are not whole in the drawing.
    fn untold(&self) -> Vec<usize> {
        let bands = self.gaps.iter().enumerate();
        let untold = bands.filter(|(_, band)| !band.is_told);
        untold.map(|(index, _)| index).collect()
    }
}

impl Band {
    fn text_area(&self) -> Option<Area> {
        let first = self.lines.first()?;
        let tall = match self.upright {
            true => width(first, 14.0),
            false => f64::from(u32::try_from(self.lines.len()).unwrap_or(1)) * 17.0,
        };
        let middle = f64::midpoint(self.area.left, self.area.right);
        Some(Area::around(middle, self.y, self.area.right - self.area.left, tall))
    }
}

/// Paint.
impl Drawing<'_> {
    fn paint(&self) -> String {
        let mut out = String::new();
        self.paint_grid(&mut out);
        self.paint_gaps(&mut out);
        self.paint_small_texts(&mut out);
        self.paint_targets(&mut out);
        // Everybody last, so that the thick line lies on top.
        let (total, parts): (Vec<&Line>, Vec<&Line>) =
            self.scene.lines.iter().partition(|line| line.hue == Hue::Total);
        for line in parts.into_iter().chain(total) {
            self.paint_line(&mut out, line);
        }
        for written in &self.written {
            self.paint_label(&mut out, written);
        }
        out
    }

    fn pen(&self, paint: Paint) -> String {
        self.ink.paint(paint, self.size)
    }

    fn paint_gaps(&self, out: &mut String) {
        for band in &self.gaps {
            let area = band.area;
            let _ = write!(
                out,
                "<rect{} x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"4\"/>",
                self.pen(Paint::Gap),
                number(area.left),
                number(area.top),
                number(area.right - area.left),
                number(area.bottom - area.top),
            );
        }
    }

    fn paint_gap_texts(&self, out: &mut String) {
        for band in self.gaps.iter().filter(|band| !band.lines.is_empty()) {
            let middle = f64::midpoint(band.area.left, band.area.right);
            let turn = match band.upright {
                true => format!(
                    " transform=\"rotate(-90 {} {})\"",
                    number(middle),
                    number(band.y)
                ),
                false => String::new(),
            };
            let _ = write!(out, "<g text-anchor=\"middle\"{turn}>");
            self.paint_lines(out, &band.lines, middle, band.y);
            out.push_str("</g>");
        }
    }

    /// Lines of text around a middle.
    fn paint_lines(&self, out: &mut String, lines: &[String], x: f64, middle: f64) {
        let count = f64::from(u32::try_from(lines.len()).unwrap_or(1));
        let mut y = middle - (count - 1.0) / 2.0 * self.line_height() + self.size * 0.35;
        for line in lines {
            self.paint_text(out, line, x, y);
            y += self.line_height();
        }
    }

    fn paint_text(&self, out: &mut String, text: &str, x: f64, y: f64) {
        let _ = write!(
            out,
            "<text x=\"{}\" y=\"{}\">{}</text>",
            number(x),
            number(y),
            escape(text)
        );
    }

    fn paint_grid(&self, out: &mut String) {
        let mut grid = Path::default();
        let mut zero = Path::default();
        let end = self.right + 6.0;
        let axis = &self.scene.axis;
        let nought = self.bottom - axis.height(rust_decimal::Decimal::ZERO) * (self.bottom - self.top);
        // Only where there is something on both sides is the line at zero another than the last.
        let crosses = axis.has_zero() && float(axis.low) < 0.0 && float(axis.high) > 0.0;
        for (y, _) in &self.ticks {
            match crosses && (y - nought).abs() < 0.5 {
                true => zero.horizontal(self.left, end, *y),
                false => grid.horizontal(self.left, end, *y),
            }
        }
        grid.draw(out, &self.pen(Paint::Grid));
        zero.draw(out, &self.pen(Paint::Zero));
    }

    fn paint_small_texts(&self, out: &mut String) {
        let _ = write!(out, "<g{}>", self.pen(Paint::Small));
        out.push_str("<g text-anchor=\"end\">");
        for (y, tick) in &self.ticks {
            self.paint_text(out, tick, self.left - 8.0, y + self.size * 0.35);
        }
        out.push_str("</g><g text-anchor=\"middle\">");
        for (text, x) in self.period_labels() {
            self.paint_text(out, &text, x, self.bottom + 22.0);
        }
        out.push_str("</g>");
        self.paint_gap_texts(out);
        out.push_str("</g>");
    }

    /// The periods that there is room to write, with the middles of their texts.
    fn period_labels(&self) -> Vec<(String, f64)> {
        let (whole, _) = self.variant.size();
        let mut labels: Vec<(String, f64, (f64, f64))> = Vec::new();
        for (row, day) in self.scene.say.series.rows.iter().zip(&self.scene.days) {
            let text = cut(&self.scene.say.period_short(row.period), self.size, whole / 2.0);
            let half = width(&text, self.size) / 2.0;
            let x = self.x(*day).min(whole - half - 2.0).max(half + 2.0);
            labels.push((text, x, (x - half, x + half)));
        }
        let places: Vec<(f64, f64)> = labels.iter().map(|label| label.2).collect();
        let kept = thin(&places, 10.0);
        kept.into_iter()
            .filter_map(|index| labels.get(index).map(|(text, x, _)| (text.clone(), *x)))
            .collect()
    }

    fn paint_targets(&self, out: &mut String) {
        let steps = self.step_places();
        let mut line = Path::default();
        let mut upper = Path::default();
        let mut last: Option<StepPlace> = None;
        for step in steps {
            let joins = last.filter(|before| before.touches(&step));
            if let Some(high) = step.high {
                let _ = write!(
                    out,
                    "<rect{} x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"/>",
                    self.pen(Paint::TargetBand),
                    number(step.from),
                    number(step.low.min(high)),
                    number(step.to - step.from),
                    number((step.low - high).abs()),
                );
                match joins.and_then(|before| before.high) {
                    Some(_) => upper.line_to(step.from, high),
                    None => upper.move_to(step.from, high),
                }
                upper.line_to(step.to, high);
            }
            match joins {
                Some(_) => line.line_to(step.from, step.low),
                None => line.move_to(step.from, step.low),
            }
            line.line_to(step.to, step.low);
            last = Some(step);
        }
        line.draw(out, &self.pen(Paint::Target));
        upper.draw(out, &self.pen(Paint::Target));
    }

    fn paint_line(&self, out: &mut String, line: &Line) {
        let mut path = Path::default();
        for dot in &line.dots {
            let (x, y) = self.at(dot);
            if dot.after.is_some() {
                path.line_to(x, y);
            } else {
                path.move_to(x, y);
            }
        }
        path.draw(out, &self.pen(Paint::Line(line.hue)));
        let places: Vec<f64> = line.dots.iter().map(|dot| self.at(dot).0).collect();
        let nearest = places.windows(2).map(|p| p[1] - p[0]).fold(f64::INFINITY, f64::min);
        let largest = match line.hue {
            Hue::Total => 4.5,
            Hue::Female | Hue::Male => 3.6,
        };
        let radius = (nearest * 0.22).clamp(1.6, largest);
        let of = |settled: Settled| line.dots.iter().filter(move |dot| dot.settled == settled);
        let filled = of(Settled::Final).chain(of(Settled::Revised));
        self.paint_dots(out, Paint::Dot(line.hue), filled, line.hue, radius);
        let rings = of(Settled::Revised);
        self.paint_dots(out, Paint::Ring(line.hue), rings, line.hue, radius + 3.0);
        let hollow = of(Settled::Preliminary);
        self.paint_dots(out, Paint::Hollow(line.hue), hollow, line.hue, radius + 1.0);
    }

    fn paint_dots<'d>(
        &self,
        out: &mut String,
        paint: Paint,
        dots: impl Iterator<Item = &'d Dot>,
        hue: Hue,
        radius: f64,
    ) {
        let mut dots = dots.peekable();
        if dots.peek().is_none() {
            return;
        }
        let _ = write!(out, "<g{}>", self.pen(paint));
        for dot in dots {
            let (x, y) = self.at(dot);
            let _ = match hue {
                Hue::Male => write!(
                    out,
                    "<rect x=\"{}\" y=\"{}\" width=\"{side}\" height=\"{side}\"/>",
                    number(x - radius * 0.94),
                    number(y - radius * 0.94),
                    side = number(radius * 1.88),
                ),
                Hue::Total | Hue::Female => write!(
                    out,
                    "<circle cx=\"{}\" cy=\"{}\" r=\"{}\"/>",
                    number(x),
                    number(y),
                    number(radius)
                ),
            };
        }
        out.push_str("</g>");
    }

    fn paint_label(&self, out: &mut String, written: &Written) {
        if let Some((x, y)) = written.leader {
            let mut path = Path::default();
            path.move_to(x + 8.0, y);
            path.line_to(written.x - 4.0, written.y);
            path.draw(out, &self.pen(Paint::Leader));
        }
        let _ = write!(out, "<g{}>", self.pen(written.paint));
        self.paint_lines(out, &written.lines, written.x, written.y);
        out.push_str("</g>");
    }
}
