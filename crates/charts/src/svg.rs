//! Writing SVG: escaped text, numbers with at most one decimal, nothing else.

use std::fmt::Write;

/// A text as it may stand in XML, between tags or in an attribute with double quotes.
/// Characters that XML 1.0 forbids are left out: a single one would make the page ill-formed.
pub(crate) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\t' | '\n' | '\r' => out.push(' '),
            '\u{0}'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{fffe}' | '\u{ffff}' => {}
            c => out.push(c),
        }
    }
    out
}

/// A coordinate with at most one decimal, written the same everywhere. What is no number at all
/// becomes 0: a drawing may be wrong in one place, but it must stay a drawing.
pub(crate) fn number(value: f64) -> String {
    if !value.is_finite() {
        return "0".to_owned();
    }
    let text = format!("{value:.1}");
    let text = text.strip_suffix(".0").unwrap_or(&text);
    match text {
        "-0" => "0".to_owned(),
        text => text.to_owned(),
    }
}

/// A path through points: `M` to the first of each stretch, `L` to the others.
#[derive(Default)]
pub(crate) struct Path(String);

impl Path {
    pub(crate) fn move_to(&mut self, x: f64, y: f64) {
        self.step('M', x, y);
    }

    pub(crate) fn line_to(&mut self, x: f64, y: f64) {
        self.step('L', x, y);
    }

    pub(crate) fn horizontal(&mut self, from: f64, to: f64, y: f64) {
        self.move_to(from, y);
        // Writing to a String cannot fail.
        let _ = write!(self.0, "H{}", number(to));
    }

    fn step(&mut self, letter: char, x: f64, y: f64) {
        let _ = write!(self.0, "{letter}{} {}", number(x), number(y));
    }

    /// The element, or nothing if the path is empty.
    pub(crate) fn draw(&self, out: &mut String, paint: &str) {
        if !self.0.is_empty() {
            let _ = write!(out, "<path{paint} d=\"{}\"/>", self.0);
        }
    }
}

/// The part of an id that the caller chose, with only what may stand in one.
pub(crate) fn id_prefix(prefix: &str) -> String {
    let kept: String = prefix
        .chars()
        .map(|c| match c {
            'a'..='z' | 'A'..='Z' | '0'..='9' | '_' | '-' => c,
            _ => '-',
        })
        .collect();
    if kept.starts_with(|c: char| c.is_ascii_alphabetic()) {
        kept
    } else {
        format!("d{kept}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_at_most_one_decimal_and_no_negative_zero() {
        let texts = [12.04, 12.06, -0.01, 3.0, f64::NAN, f64::INFINITY].map(number);
        assert_eq!(texts, ["12", "12.1", "0", "3", "0", "0"]);
    }

    #[test]
    fn what_xml_forbids_is_left_out_and_the_rest_escaped() {
        assert_eq!(escape("<b>\u{0}\u{b}\"å'&"), "&lt;b&gt;&quot;å&#39;&amp;");
    }

    #[test]
    fn an_id_holds_only_what_an_id_may() {
        assert_eq!(id_prefix("mål 1\""), "m-l-1-");
        assert_eq!(id_prefix("1"), "d1");
    }
}
