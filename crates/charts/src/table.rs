//! The chart as a table: every figure, the latest first, and a word wherever there is none.

use crate::say::Say;
use riktning_app::views::chart::{Point, Row, Series, TargetPoint};
use riktning_app::views::frame::{Basis, SourceLink};
use riktning_domain::indicators::{Breakdown, Settled, Unit};
use riktning_domain::{Figure, Period};
use riktning_words::Words;

/// A table of the same figures as the chart. Every text is plain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// What is measured, and in what.
    pub caption: String,
    /// The headings: period, each breakdown, the difference where there are two, target.
    pub head: Vec<String>,
    /// One row per period, the latest first, each with one cell fewer than there are headings.
    pub rows: Vec<TableRow>,
}

/// A row of the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableRow {
    /// The period: the row's heading.
    pub period: String,
    /// The cells after it.
    pub cells: Vec<Cell>,
}

/// A cell: a figure, or in words why there is none. Never empty, never a dash.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// What stands in it.
    pub text: String,
    /// Whether it is a figure: words are set to the left.
    pub is_figure: bool,
    /// *preliminär*, *ändrad, tidigare 82,1*, *vår tolkning*: stands after the text.
    pub mark: Option<String>,
    /// What somebody wrote that a reader must know, in the words and language of the source.
    pub note: Option<String>,
    /// Where it was found.
    pub source: Option<SourceLink>,
}

/// The table of a series in the reader's words.
pub fn table(series: &Series, words: Words) -> Table {
    let say = Say::new(series, words);
    let differences = differences(series);
    let mut head = vec![say.text("chart-table-period")];
    head.extend(series.breakdowns.iter().map(|b| say.breakdown(*b)));
    head.extend(differences.iter().map(|d| d.heading(say)));
    head.push(say.text("chart-table-target"));
    let rows = series.rows.iter().rev().map(|row| {
        let figures = row.points.iter().map(|point| Cell::of(say, point));
        let apart = differences.iter().map(|d| d.cell(say, row));
        let target = Cell::aim(say, row.target.as_ref());
        TableRow {
            period: say.period_short(row.period),
            cells: figures.chain(apart).chain([target]).collect(),
        }
    });
    Table {
        caption: say.with(
            "chart-subtitle",
            &[("name", &say.name()), ("unit", &say.unit())],
        ),
        head,
        rows: rows.collect(),
    }
}

impl Cell {
    fn words(text: String) -> Cell {
        Cell {
            text,
            is_figure: false,
            mark: None,
            note: None,
            source: None,
        }
    }

    fn of(say: Say<'_>, point: &Point) -> Cell {
        let (text, is_figure) = match &point.value {
            Some(Ok(figure)) => (say.figure(*figure), true),
            Some(Err(reason)) => (say.reason(reason), false),
            None => (say.text("chart-missing"), false),
        };
        Cell {
            text,
            is_figure,
            mark: mark(say, point),
            note: point.note.as_ref().map(|note| say.typed(note)),
            source: point.source.clone(),
        }
    }

    fn aim(say: Say<'_>, target: Option<&TargetPoint>) -> Cell {
        let Some(target) = target else {
            return Cell::words(say.text("chart-no-target"));
        };
        let source = match &target.basis {
            Basis::Source { source, .. } => Some(source.clone()),
            Basis::Decision(decision) => decision.source.clone(),
        };
        let text = say.aim_plain(&target.aim);
        Cell {
            is_figure: text.starts_with(|c: char| c.is_ascii_digit() || c == '−'),
            text,
            mark: target
                .interpretation
                .is_ours()
                .then(|| say.text("chart-our-reading")),
            note: target.note.as_ref().map(|note| say.typed(note)),
            source,
        }
    }
}

/// Whether a figure may still change, or has changed.
fn mark(say: Say<'_>, point: &Point) -> Option<String> {
    point.figure()?;
    match point.settled? {
        Settled::Preliminary => Some(say.text("chart-preliminary")),
        Settled::Final => None,
        Settled::Revised => {
            let earlier = point.revised_from.iter().map(|f| say.figure(*f));
            let earlier: Vec<String> = earlier.collect();
            Some(match earlier.is_empty() {
                true => say.text("chart-revised-bare"),
                false => say.with("chart-revised", &[("earlier", &earlier.join(", "))]),
            })
        }
    }
}

/// Women's figures less men's, or girls' less boys'.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Difference {
    of: Breakdown,
    first: usize,
    second: usize,
}

/// The differences that a series has both parts of.
pub(crate) fn differences(series: &Series) -> Vec<Difference> {
    let column = |b: Breakdown| series.breakdowns.iter().position(|known| *known == b);
    let pairs = [
        (Breakdown::Women, Breakdown::Men),
        (Breakdown::Girls, Breakdown::Boys),
    ];
    let pairs = pairs.into_iter().filter_map(|(of, other)| {
        Some(Difference {
            of,
            first: column(of)?,
            second: column(other)?,
        })
    });
    pairs.collect()
}

impl Difference {
    /// The difference in a period, exactly; `None` unless both have a figure.
    pub(crate) fn in_row(self, row: &Row) -> Option<Figure> {
        let figure = |column: usize| row.points.get(column)?.figure();
        figure(self.first)?.minus(figure(self.second)?)
    }

    /// Whether it is girls' and boys', not women's and men's.
    pub(crate) fn is_of_girls(self) -> bool {
        self.of == Breakdown::Girls
    }

    /// A difference from a figure that may still change may change itself.
    fn is_preliminary(self, row: &Row) -> bool {
        [self.first, self.second]
            .into_iter()
            .filter_map(|column| row.points.get(column))
            .any(|point| point.settled == Some(Settled::Preliminary))
    }

    fn heading(self, say: Say<'_>) -> String {
        say.text(match (self.of, &say.series.unit) {
            (Breakdown::Girls, Unit::Percent) => "chart-table-difference-girls-points",
            (Breakdown::Girls, _) => "chart-table-difference-girls",
            (_, Unit::Percent) => "chart-table-difference-women-points",
            (_, _) => "chart-table-difference-women",
        })
    }

    fn cell(self, say: Say<'_>, row: &Row) -> Cell {
        match self.in_row(row) {
            Some(figure) => Cell {
                is_figure: true,
                mark: self
                    .is_preliminary(row)
                    .then(|| say.text("chart-preliminary")),
                ..Cell::words(say.figure(figure))
            },
            None => Cell::words(say.text("chart-no-difference")),
        }
    }
}

/// The first and the last day of a period, as ISO 8601 writes them.
pub(crate) fn days(period: Period) -> (String, String) {
    (
        period.first_day().to_string(),
        period.last_day().to_string(),
    )
}
