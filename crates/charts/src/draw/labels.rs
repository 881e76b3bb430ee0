//! What stands at each line, and where there is room for it.

use super::{Drawing, StepPlace, Variant, Written};
use crate::ink::{Hue, Paint};
use crate::labels::{Area, spread};
use crate::scene::{Dot, Line, Scene};
use crate::widths::{cut, width};
use riktning_domain::indicators::Settled;

/// How many labels there may be: the outcome and the forecast of each line, and the target.
pub(super) fn most(scene: &Scene<'_>) -> usize {
    scene.lines.len() * 2 + 1
}

pub(super) enum Placed {
    All,
    MoreInColumn,
}

/// A straight line from a point to another.
pub(super) type Stretch = ((f64, f64), (f64, f64));

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

impl Drawing<'_> {
    /// What is to be labelled: each line at its last outcome and its last forecast, and the
    /// target where it ends.
    fn labels(&self) -> Vec<Option<Label>> {
        let say = self.scene.say;
        let mut labels: Vec<Option<Label>> = Vec::new();
        let ends: Vec<Option<&Dot>> = {
            let lines = self.scene.lines.iter();
            lines.map(|l| l.outcomes().next_back()).collect()
        };
        let alone = self.scene.lines.len() == 1;
        for line in &self.scene.lines {
            let label = line.outcomes().next_back().map(|dot| {
                let name = say.breakdown(line.breakdown);
                let figure = say.short(dot.figure);
                let mut forms = match (alone && line.hue == Hue::Total, self.variant) {
                    (true, _) => vec![vec![figure]],
                    (false, Variant::Wide) => vec![
                        vec![format!("{name} {figure}")],
                        vec![name.clone(), figure],
                        vec![name],
                    ],
                    (false, Variant::Narrow) => vec![vec![name.clone(), figure], vec![name]],
                };
                // In the narrow drawing the hollow point and the words under it must do.
                if dot.settled == Settled::Preliminary && self.variant == Variant::Wide {
                    let mut whole = forms[0].clone();
                    whole.push(say.text("chart-preliminary"));
                    forms.insert(0, whole);
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
            labels.push(self.forecast_label(line));
        }
        labels.push(self.target_label());
        labels
    }

    /// The word *Prognos*, the figure, and who made it and when. The narrow drawing has room
    /// for one such label and none for who and when, which stand under it.
    fn forecast_label(&self, line: &Line) -> Option<Label> {
        let say = self.scene.say;
        let dot = line.forecasts().next_back()?;
        let figure = say.short(dot.figure);
        let name = say.text("chart-forecast-name");
        let leads = self
            .scene
            .leading_forecast()
            .is_some_and(|leading| leading.breakdown == line.breakdown);
        let is_total = line.hue == Hue::Total;
        let forms = match (self.variant, leads) {
            (Variant::Wide, true) if is_total => {
                let mut whole = vec![say.with("chart-forecast-label", &[("figure", &figure)])];
                let bare = whole.clone();
                whole.extend(dot.made.iter().map(ToString::to_string));
                vec![whole, bare, vec![name.clone(), figure], vec![name]]
            }
            (Variant::Narrow, true) => vec![vec![name.clone(), figure], vec![name]],
            (Variant::Wide, _) => {
                let who = say.breakdown(line.breakdown);
                let args = [("who", who.as_str()), ("figure", &figure)];
                let whole = say.with("chart-forecast-label-of", &args);
                vec![vec![whole], vec![name]]
            }
            (Variant::Narrow, false) => return None,
        };
        Some(Label {
            paint: Paint::Label(line.hue),
            forms,
            anchor: self.at(dot),
            below: false,
        })
    }

    fn target_label(&self) -> Option<Label> {
        let say = self.scene.say;
        let StepPlace { to, low, high, .. } = self.step_places().pop()?;
        let row = say.series.rows.get(self.scene.steps.last()?.row)?;
        let target = row.target.as_ref()?;
        let aim = say.aim_short(&target.aim);
        let period = say.period_short(target.period);
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
    pub(super) fn column_width(&self, in_column: &[bool]) -> f64 {
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

    pub(super) fn width(&self, lines: &[String]) -> f64 {
        lines
            .iter()
            .map(|l| width(l, self.size))
            .fold(0.0, f64::max)
    }

    fn is_at_end(&self, label: &Label) -> bool {
        label.anchor.0 > self.right - 14.0
    }

    pub(super) fn place_labels(&mut self, in_column: &mut [bool]) -> Placed {
        let labels = self.labels();
        let (whole, _) = self.variant.size();
        let mut taken: Vec<Area> = self
            .gaps
            .iter()
            .filter(|band| !band.lines.is_empty())
            .map(|band| band.words)
            .collect();
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
                let strayed =
                    (y - from_y).abs() > self.line_height() * 1.4 || from_x < self.right - 14.0;
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
                    && !obstacles
                        .iter()
                        .any(|(from, to)| area.is_crossed(*from, *to))
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
    pub(super) fn obstacles(&self) -> Vec<Stretch> {
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
