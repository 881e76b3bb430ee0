//! A list from a spreadsheet: an indicator and a period in each row, and a figure for each group of people.

use crate::pages::speech::Speech;
use crate::work::pasted::rows;
use crate::work::typed::cleaned;
use riktning_app::work::{KnownIndicator, RowKey};
use riktning_domain::Period;
use riktning_domain::indicators::{Breakdown, Frequency};
use riktning_words::{Language, Words};
use std::collections::{BTreeMap, BTreeSet};

/// The most rows at once.
const ROWS: usize = 2_000;
/// The most rows of which it is told what is wrong: whoever has more has pasted another list.
const TOLD: usize = 50;

/// What was pasted.
#[derive(Debug, Default)]
pub(super) struct Pasted {
    pub(super) rows: Vec<PastedRow>,
    /// What is wrong with rows that became none.
    pub(super) faults: Vec<String>,
    /// Those rows, as they were pasted.
    pub(super) left: Vec<String>,
    keys: BTreeSet<RowKey>,
}

/// A row of the form, with what was pasted of it.
#[derive(Debug)]
pub(super) struct PastedRow {
    pub(super) key: RowKey,
    pub(super) cells: Vec<(Breakdown, String)>,
}

/// What a column is about.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Column {
    Indicator,
    Period,
    Body,
    People(Breakdown),
}

const HEADINGS: [(Column, &str); 8] = [
    (Column::Indicator, "outcomes-column-indicator"),
    (Column::Period, "outcomes-column-period"),
    (Column::Body, "outcomes-column-body"),
    (Column::People(Breakdown::All), "outcomes-column-all"),
    (Column::People(Breakdown::Women), "outcomes-column-women"),
    (Column::People(Breakdown::Men), "outcomes-column-men"),
    (Column::People(Breakdown::Girls), "outcomes-column-girls"),
    (Column::People(Breakdown::Boys), "outcomes-column-boys"),
];

/// The rows of a list. Its first row may say what the columns are; otherwise they are the indicator, the period and
/// then a figure for each group of people that the indicator is asked for, everybody first.
pub(super) fn read(s: &Speech, known: &[KnownIndicator], year: i16, list: &str) -> Pasted {
    let lines = rows(list);
    let mut pasted = Pasted::default();
    if lines.len() > ROWS {
        let (rows, most) = (s.words.whole(lines.len()), s.words.whole(ROWS));
        let args = [("rows", rows.as_str()), ("most", &most)];
        pasted.faults.push(s.words.with("outcomes-too-many", &args));
        pasted.left.push(list.to_owned());
        return pasted;
    }
    let known = Known::of(known);
    let columns = lines.first().and_then(|line| columns(line));
    let skipped = usize::from(columns.is_some());
    for (number, line) in lines.iter().enumerate().skip(skipped) {
        match known.row(columns.as_deref(), year, line) {
            Ok(row) if pasted.has(&row) => {
                let twice = wrong("outcomes-row-twice", "");
                pasted.leave(s, (number + 1, line), &twice);
            }
            Ok(row) => pasted.add(row),
            Err(fault) => pasted.leave(s, (number + 1, line), &fault),
        }
    }
    if let (false, Some(headings)) = (
        pasted.left.is_empty(),
        lines.first().filter(|_| skipped > 0),
    ) {
        pasted.left.insert(0, headings.join("\t"));
    }
    if lines.is_empty() {
        pasted.faults.push(s.t("outcomes-list-empty"));
    }
    pasted
}

/// What is wrong with a row, and in which words.
struct Wrong {
    key: &'static str,
    typed: String,
}

fn wrong(key: &'static str, typed: &str) -> Wrong {
    let typed = typed.to_owned();
    Wrong { key, typed }
}

impl Pasted {
    fn has(&self, row: &PastedRow) -> bool {
        self.keys.contains(&row.key)
    }

    fn add(&mut self, row: PastedRow) {
        self.keys.insert(row.key.clone());
        self.rows.push(row);
    }

    fn leave(&mut self, s: &Speech, (number, line): (usize, &[String]), wrong: &Wrong) {
        self.left.push(line.join("\t"));
        if self.faults.len() < TOLD {
            let row = s.words.whole(number);
            let args = [("row", row.as_str()), ("typed", wrong.typed.as_str())];
            self.faults.push(s.words.with(wrong.key, &args));
        }
    }
}

/// What columns are called in any of the languages; none where the row is no headings.
fn columns(line: &[String]) -> Option<Vec<Option<Column>>> {
    let column = |cell: &String| {
        let cell = plain(cell);
        let is = |key: &str| {
            Language::ALL.into_iter().any(|language| {
                let words = Words::of(language).text(key);
                words
                    .split(',')
                    .any(|word| word.trim().to_lowercase() == cell)
            })
        };
        let found = HEADINGS.into_iter().find(|(_, key)| is(key));
        found.map(|(column, _)| column)
    };
    let columns: Vec<_> = line.iter().map(column).collect();
    let known = columns.iter().flatten().count();
    (known > 1 && columns.contains(&Some(Column::Indicator))).then_some(columns)
}

/// The indicators that somebody reports, by what they are called.
struct Known<'a> {
    by_name: BTreeMap<String, Vec<&'a KnownIndicator>>,
}

impl<'a> Known<'a> {
    fn of(all: &'a [KnownIndicator]) -> Known<'a> {
        let mut by_name: BTreeMap<String, Vec<&KnownIndicator>> = BTreeMap::new();
        for one in all {
            let names = [
                Some(&one.names.sv),
                one.names.en.as_ref(),
                one.names.fi.as_ref(),
            ];
            let names = names.into_iter().flatten().filter_map(|name| name.as_str());
            let mut names: Vec<_> = names.chain([one.slug.as_str()]).map(plain).collect();
            names.sort_unstable();
            names.dedup();
            for name in names {
                by_name.entry(name).or_default().push(one);
            }
        }
        Known { by_name }
    }

    fn row(
        &self,
        columns: Option<&[Option<Column>]>,
        year: i16,
        line: &[String],
    ) -> Result<PastedRow, Wrong> {
        let place = |of: Column| match columns {
            Some(columns) => columns.iter().position(|column| *column == Some(of)),
            None => [Column::Indicator, Column::Period]
                .iter()
                .position(|column| *column == of),
        };
        let cell = |of| {
            place(of)
                .and_then(|at| line.get(at))
                .map_or("", |cell| cell.as_str())
        };
        let (name, body) = (cell(Column::Indicator), cell(Column::Body));
        let named = self.by_name.get(&plain(name));
        let named = named.ok_or_else(|| wrong("outcomes-row-unknown", name))?;
        let mut of_body = named
            .iter()
            .filter(|one| body.is_empty() || is_of(one, body));
        let one = of_body
            .next()
            .ok_or_else(|| wrong("outcomes-row-body", body))?;
        if of_body.next().is_some() {
            return Err(wrong("outcomes-row-which-body", name));
        }
        let typed = cell(Column::Period);
        let period = period(typed, year).ok_or_else(|| wrong("outcomes-row-period", typed))?;
        if !is_measured(one, period) {
            return Err(wrong("outcomes-row-frequency", typed));
        }
        let cells =
            cells(one, columns, line).map_err(|typed| wrong("outcomes-row-people", &typed))?;
        let key = RowKey {
            indicator: one.slug.clone(),
            period,
            body: one.body.as_ref().map(|(_, slug)| slug.clone()),
        };
        Ok(PastedRow { key, cells })
    }
}

/// Whether an indicator's figures are those of a body by that name.
fn is_of(one: &KnownIndicator, body: &str) -> bool {
    let Some((names, slug)) = &one.body else {
        return false;
    };
    let body = body.to_lowercase();
    let named = names
        .sv
        .as_str()
        .is_some_and(|name| name.to_lowercase() == body);
    named || *slug == body
}

/// Whether an indicator is measured for such periods.
fn is_measured(one: &KnownIndicator, period: Period) -> bool {
    match one.frequency {
        None | Some(Frequency::Irregular) => true,
        Some(asked) => asked.periods(period.last_day().year()).contains(&period),
    }
}

/// A name as it is looked for: in small letters, with one kind of space.
fn plain(name: &str) -> String {
    let name = cleaned(name, false).to_lowercase();
    name.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A period as people write it: 2026, 2025/26, 2026T2, T2 2026; the year of the page where nothing is typed.
fn period(typed: &str, year: i16) -> Option<Period> {
    let plain: String = typed.chars().filter(|c| !c.is_whitespace()).collect();
    let plain = plain.to_uppercase();
    if plain.is_empty() {
        return Some(Period::Year(year));
    }
    let turned = plain.char_indices().nth(2).map(|(at, _)| {
        let (part, year) = plain.split_at(at);
        format!("{year}{part}")
    });
    plain.parse().ok().or_else(|| turned?.parse().ok())
}

/// The figures of a row. A figure for people that the indicator is not asked for is told of, with what was typed.
fn cells(
    one: &KnownIndicator,
    columns: Option<&[Option<Column>]>,
    line: &[String],
) -> Result<Vec<(Breakdown, String)>, String> {
    let mut cells = Vec::new();
    for (at, cell) in line.iter().enumerate().filter(|(_, cell)| !cell.is_empty()) {
        let of = match columns {
            Some(columns) => match columns.get(at).copied().flatten() {
                Some(Column::People(of)) => Some(of).filter(|of| one.breakdowns.contains(of)),
                Some(_) => continue,
                None => None,
            },
            None if at < 2 => continue,
            None => one.breakdowns.get(at - 2).copied(),
        };
        cells.push((of.ok_or_else(|| cell.clone())?, cell.clone()));
    }
    Ok(cells)
}
