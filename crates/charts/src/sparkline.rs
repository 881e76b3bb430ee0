//! The small curve beside a sentence. It is decoration: the sentence carries the meaning.

use crate::axis::float;
use crate::ink::{Ink, Paint};
use crate::svg::{Path, number};
use riktning_app::views::chart::Sparkline;
use std::fmt::Write;

/// The curve as one `svg`, 100 × 34, hidden from assistive technology; empty if it has no figure.
pub fn sparkline(curve: &Sparkline, ink: Ink) -> String {
    let figures = || curve.figures.iter().flatten().chain(&curve.target);
    let values = || figures().map(|figure| float(figure.value()));
    let low = values().fold(f64::INFINITY, f64::min);
    let high = values().fold(f64::NEG_INFINITY, f64::max);
    let y = |value: f64| match high > low {
        true => 28.0 - (value - low) / (high - low) * 22.0,
        false => 17.0,
    };
    let last = u32::try_from(curve.figures.len().saturating_sub(1)).unwrap_or(u32::MAX);
    let x = |index: usize| {
        let index = f64::from(u32::try_from(index).unwrap_or(u32::MAX));
        4.0 + index / f64::from(last.max(1)) * 84.0
    };
    let mut path = Path::default();
    let mut expected = Path::default();
    let mut end = None;
    for (index, figure) in curve.figures.iter().enumerate() {
        let Some(figure) = figure else { continue };
        let (here_x, here_y) = (x(index), y(float(figure.value())));
        let before = index.checked_sub(1);
        if index >= curve.outcomes {
            // A forecast, after an outcome or another forecast.
            let known = before.and_then(|i| Some((i, curve.figures.get(i)?.as_ref()?)));
            if let Some((i, known)) = known {
                expected.move_to(x(i), y(float(known.value())));
                expected.line_to(here_x, here_y);
            }
            end = Some((here_x, here_y, Paint::SparkHollow));
            continue;
        }
        let (x, y) = (here_x, here_y);
        let is = |other: Option<usize>| {
            let outcome = other.filter(|i| *i < curve.outcomes);
            outcome.is_some_and(|i| curve.figures.get(i).is_some_and(Option::is_some))
        };
        let (follows, goes_on) = (is(before), is(index.checked_add(1)));
        match (follows, goes_on) {
            (true, _) => path.line_to(x, y),
            (false, true) => path.move_to(x, y),
            // A figure between two gaps: the round end of a line of no length is a dot.
            (false, false) => path.horizontal(x, x, y),
        }
        end = Some((x, y, Paint::SparkDot));
    }
    let Some((end_x, end_y, dot)) = end else {
        return String::new();
    };
    let own = match ink {
        Ink::Page => "class=\"gnista\"",
        Ink::Print => "xmlns=\"http://www.w3.org/2000/svg\" width=\"100\" height=\"34\"",
    };
    let mut out =
        format!("<svg {own} viewBox=\"0 0 100 34\" aria-hidden=\"true\" focusable=\"false\">");
    if let Some(target) = curve.target {
        let mut line = Path::default();
        line.horizontal(4.0, 96.0, y(float(target.value())));
        line.draw(&mut out, &ink.paint(Paint::SparkTarget, 0.0));
    }
    path.draw(&mut out, &ink.paint(Paint::SparkLine, 0.0));
    expected.draw(&mut out, &ink.paint(Paint::SparkExpected, 0.0));
    // Writing to a String cannot fail.
    let _ = write!(
        out,
        "<circle cx=\"{}\" cy=\"{}\" r=\"3.4\"{}/></svg>",
        number(end_x),
        number(end_y),
        ink.paint(dot, 0.0),
    );
    out
}
