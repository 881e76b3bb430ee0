//! The figures as a file for a spreadsheet.

use crate::say::Say;
use crate::table::{Difference, days, differences};
use riktning_app::views::chart::{Point, Row, Series, TargetPoint};
use riktning_domain::Figure;
use riktning_domain::indicators::{Aim, Settled, Unit};
use riktning_words::{Language, Words};

/// The figures of a series as CSV, one row per period and breakdown, and one for the difference
/// between women and men or girls and boys.
///
/// It is made to open with a double click in a Swedish or Finnish Excel, which is what
/// journalists and committee secretaries have: UTF-8 with a byte order mark, fields parted by
/// semicolons, rows by CR LF, decimal comma (decimal point in English), ISO dates. A program
/// should read the JSON. Text that a spreadsheet could take for a formula has an apostrophe
/// before it; a figure never has, not even a negative one. Figures are exact, not rounded to the
/// indicator's decimals. `invented` stands in every row: a file travels without its page.
pub fn csv(series: &Series, words: Words, invented: bool) -> String {
    let say = Say::new(series, words);
    let comma = words.language() != Language::En;
    let mut file = File {
        out: String::from("\u{feff}"),
        comma,
    };
    let mut head: Vec<Field> = COLUMNS
        .iter()
        .map(|c| Field::Text(say.text(&format!("chart-csv-{c}"))))
        .collect();
    head.push(Field::Text(say.text("chart-csv-invented")));
    file.row(&head);
    let differences = differences(series);
    let invented = Field::Text(say.text(if invented { "chart-yes" } else { "chart-no" }));
    for row in &series.rows {
        for (breakdown, point) in series.breakdowns.iter().zip(&row.points) {
            let who = say.breakdown(*breakdown);
            let mut fields = beginning(say, row, who);
            fields.extend(measured(say, row, point));
            fields.push(invented.clone());
            file.row(&fields);
        }
        for difference in &differences {
            let mut fields = apart(say, row, *difference);
            fields.push(invented.clone());
            file.row(&fields);
        }
    }
    file.out
}

/// The columns, as their texts are called.
const COLUMNS: [&str; 20] = [
    "indicator",
    "period",
    "first-day",
    "last-day",
    "breakdown",
    "value",
    "unit",
    "reason",
    "settled",
    "forecast-by",
    "earlier",
    "target",
    "target-to",
    "target-words",
    "collected",
    "source",
    "url",
    "note",
    "target-source",
    "target-note",
];

/// Rows of one's own as CSV, in the same form.
pub fn csv_of(rows: &[Vec<Field>], words: Words) -> String {
    let mut file = File {
        out: String::from("\u{feff}"),
        comma: words.language() != Language::En,
    };
    rows.iter().for_each(|row| file.row(row));
    file.out
}

/// A field of a row.
#[derive(Clone, Debug)]
pub enum Field {
    /// Anything that somebody could have typed.
    Text(String),
    /// An exact figure.
    Figure(Figure),
    /// Nothing.
    Empty,
}

impl From<Option<String>> for Field {
    fn from(text: Option<String>) -> Field {
        text.map_or(Field::Empty, Field::Text)
    }
}

fn beginning(say: Say<'_>, row: &Row, who: String) -> Vec<Field> {
    let (first, last) = days(row.period);
    let period = say.period_short(row.period);
    [say.name(), period, first, last, who]
        .map(Field::Text)
        .into()
}

fn measured(say: Say<'_>, row: &Row, point: &Point) -> Vec<Field> {
    let (value, reason) = match &point.value {
        Some(Ok(figure)) => (Field::Figure(*figure), Field::Empty),
        Some(Err(reason)) => (Field::Empty, Field::Text(say.reason(reason).to_string())),
        None => (Field::Empty, Field::Text(say.nothing_in(row))),
    };
    let settled = point.figure().and(point.settled).map(|settled| {
        say.text(match settled {
            Settled::Forecast(_) => "chart-forecast",
            Settled::Preliminary => "chart-preliminary",
            Settled::Told => "chart-csv-told",
            Settled::Final => "chart-csv-final",
            Settled::Revised => "chart-revised-bare",
        })
    });
    let earlier = match point.revised_from.as_slice() {
        [] => Field::Empty,
        [one] => Field::Figure(*one),
        several => {
            let several = several.iter().map(ToString::to_string);
            Field::Text(several.collect::<Vec<_>>().join(" "))
        }
    };
    let (target, target_to, in_words) = match row.target.as_ref().map(|t| &t.aim) {
        Some(Aim::At(figure)) => (Field::Figure(*figure), Field::Empty, Field::Empty),
        Some(Aim::Between(low, high)) => (Field::Figure(*low), Field::Figure(*high), Field::Empty),
        Some(Aim::InWords(words)) => {
            let words = Field::Text(say.typed(words));
            (Field::Empty, Field::Empty, words)
        }
        None => {
            let words = Field::Text(say.text("chart-no-target"));
            (Field::Empty, Field::Empty, words)
        }
    };
    let source = point.source.as_ref();
    let url = source.and_then(|s| s.url.as_ref());
    vec![
        value,
        Field::Text(say.unit()),
        reason,
        settled.into(),
        point
            .forecast_by
            .as_ref()
            .map(|by| say.names(by).to_string())
            .into(),
        earlier,
        target,
        target_to,
        in_words,
        point.collected.map(|day| day.to_string()).into(),
        source.map(|s| say.typed(&s.title)).into(),
        url.map(|url| say.typed(url)).into(),
        noted_of(say, point).into(),
        row.target.as_ref().and_then(|t| told_by(say, t)).into(),
        row.target.as_ref().and_then(|t| noted(say, t)).into(),
    ]
}

/// What a reader must know of a figure, and how it is worked out.
fn noted_of(say: Say<'_>, point: &Point) -> Option<String> {
    let made_of = point.made_of.as_ref();
    let formula = made_of.and_then(|_| say.formula());
    let note = point.note.as_ref().map(|note| say.typed(note));
    let worked_out = formula.into_iter().chain(say.made_of(point));
    let all = note.into_iter().chain(worked_out.map(|m| m.to_string()));
    let all: Vec<String> = all.collect();
    (!all.is_empty()).then(|| all.join(" "))
}

/// Where a target was found: its address, or what the source is called if it has none.
fn told_by(say: Say<'_>, target: &TargetPoint) -> Option<String> {
    let source = target.source()?;
    Some(say.typed(source.url.as_ref().unwrap_or(&source.title)))
}

/// What a reader must know of a target, and whether its period is our reading.
fn noted(say: Say<'_>, target: &TargetPoint) -> Option<String> {
    let ours = target.interpretation.is_ours();
    let ours = ours.then(|| say.text("chart-csv-target-ours"));
    let note = target.note.as_ref().map(|note| say.typed(note));
    let all: Vec<String> = note.into_iter().chain(ours).collect();
    (!all.is_empty()).then(|| all.join("; "))
}

fn apart(say: Say<'_>, row: &Row, difference: Difference) -> Vec<Field> {
    let who = say.text(match difference.is_of_girls() {
        true => "chart-csv-difference-girls",
        false => "chart-csv-difference-women",
    });
    let unit = match say.series.unit {
        Unit::Percent => say.text("chart-csv-points"),
        _ => say.unit(),
    };
    let (value, reason) = match difference.in_row(row) {
        Some(figure) => (Field::Figure(figure), Field::Empty),
        None => (Field::Empty, Field::Text(say.no_difference_in(row))),
    };
    let mut fields = beginning(say, row, who);
    let settled = difference.in_row(row).and(difference.mark(say, row));
    fields.extend([value, Field::Text(unit), reason, settled.into()]);
    fields.resize(COLUMNS.len(), Field::Empty);
    fields
}

struct File {
    out: String,
    comma: bool,
}

impl File {
    fn row(&mut self, fields: &[Field]) {
        for (index, field) in fields.iter().enumerate() {
            if index > 0 {
                self.out.push(';');
            }
            match field {
                Field::Text(text) => self.out.push_str(&quoted(text)),
                Field::Figure(figure) if self.comma => {
                    self.out.push_str(&figure.to_string().replace('.', ","));
                }
                Field::Figure(figure) => self.out.push_str(&figure.to_string()),
                Field::Empty => {}
            }
        }
        self.out.push_str("\r\n");
    }
}

/// A text as a field: with an apostrophe where a spreadsheet would take it for a formula, in
/// quotation marks where it has anything that would end the field, and without NUL.
fn quoted(text: &str) -> String {
    let text = text.replace('\0', "");
    // The wide signs are the same to a spreadsheet; white space before one does not stop it.
    let first = text.trim_start_matches(' ').chars().next();
    let is_formula = matches!(
        first,
        Some('=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '＝' | '＋' | '－' | '＠')
    );
    let guarded = match is_formula {
        true => format!("'{text}"),
        false => text,
    };
    let plain = |c: char| !matches!(c, ';' | ',' | '"' | '\'' | '\n' | '\r' | '\t');
    match guarded.chars().all(plain) {
        true => guarded,
        false => format!("\"{}\"", guarded.replace('"', "\"\"")),
    }
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[test]
    fn a_text_that_could_be_a_formula_is_made_a_text() {
        assert_eq!(quoted("=1+1"), "\"'=1+1\"");
        assert_eq!(quoted(" @sum"), "\"' @sum\"");
        assert_eq!(quoted("\tx"), "\"'\tx\"");
        assert_eq!(quoted("Meritvärde"), "Meritvärde");
    }

    #[test]
    fn a_text_cannot_end_its_field() {
        assert_eq!(quoted("a;b \"c\"\r\nd"), "\"a;b \"\"c\"\"\r\nd\"");
    }
}
