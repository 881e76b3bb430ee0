//! Everything that has its place, as markup.

use super::{Drawing, StepPlace, Written};
use crate::axis::float;
use crate::ink::{Hue, Paint};
use crate::labels::thin;
use crate::scene::{Dot, Line};
use crate::svg::{Path, escape, number};
use crate::widths::{cut, width};
use riktning_domain::indicators::Settled;
use rust_decimal::Decimal;
use std::fmt::Write;

impl Drawing<'_> {
    pub(super) fn paint(&self) -> String {
        let mut out = String::new();
        self.paint_grid(&mut out);
        self.paint_gaps(&mut out);
        self.paint_small_texts(&mut out);
        self.paint_targets(&mut out);
        // Everybody last, so that the thick line lies on top.
        let (total, parts): (Vec<&Line>, Vec<&Line>) = self
            .scene
            .lines
            .iter()
            .partition(|line| line.hue == Hue::Total);
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
            let language = band.language.map(|tag| format!(" lang=\"{tag}\""));
            let language = language.unwrap_or_default();
            let _ = write!(out, "<g text-anchor=\"middle\"{turn}{language}>");
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
        let nought = self.bottom - axis.height(Decimal::ZERO) * (self.bottom - self.top);
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
            let text = cut(
                &self.scene.say.period_tick(row.period),
                self.size,
                whole / 2.0,
            );
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
        let mut expected = Path::default();
        for (index, dot) in line.dots.iter().enumerate() {
            let (x, y) = self.at(dot);
            let path = match dot.is_forecast() {
                true => &mut expected,
                false => &mut path,
            };
            match dot.after.and_then(|after| line.dots.get(after)) {
                Some(before) => {
                    let goes_on = dot.after.map(|after| after + 1) == Some(index)
                        && before.is_forecast() == dot.is_forecast();
                    if !goes_on {
                        let (x, y) = self.at(before);
                        path.move_to(x, y);
                    }
                    path.line_to(x, y);
                }
                None => path.move_to(x, y),
            }
        }
        path.draw(out, &self.pen(Paint::Line(line.hue)));
        expected.draw(out, &self.pen(Paint::Expected(line.hue)));
        let places: Vec<f64> = line.dots.iter().map(|dot| self.at(dot).0).collect();
        let nearest = places
            .windows(2)
            .map(|p| p[1] - p[0])
            .fold(f64::INFINITY, f64::min);
        let largest = match line.hue {
            Hue::Total => 4.5,
            Hue::Female | Hue::Male => 3.6,
        };
        let radius = (nearest * 0.22).clamp(1.6, largest);
        let of = |settled: Settled| line.dots.iter().filter(move |dot| dot.settled == settled);
        let filled = of(Settled::Told).chain(of(Settled::Final));
        let filled = filled.chain(of(Settled::Revised));
        self.paint_dots(out, Paint::Dot(line.hue), filled, line.hue, radius);
        let rings = of(Settled::Revised);
        self.paint_dots(out, Paint::Ring(line.hue), rings, line.hue, radius + 3.0);
        let hollow = of(Settled::Preliminary).chain(line.forecasts());
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
