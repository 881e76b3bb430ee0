//! The chart as a table: every figure, the latest first, and a word wherever there is none.

use crate::say::Say;
use riktning_app::views::chart::{Point, Row, Series, TargetPoint};
use riktning_app::views::frame::SourceLink;
use riktning_domain::indicators::{Aim, Breakdown, Settled, Unit};
use riktning_domain::{Figure, Period};
use riktning_words::{Marked, Words};

/// A table of the same figures as the chart. Every text is plain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// What is measured, and in what.
    pub caption: Marked,
    /// The headings: period, each breakdown, the difference where there are two, target.
    pub head: Vec<String>,
    /// One row per period, the latest first, each with one cell fewer than there are headings.
    pub rows: Vec<TableRow>,
    /// What stands under the table instead of in every row: where all the figures, or all the
    /// targets, were found.
    pub sources: Vec<SharedSource>,
}

/// The one source of a whole table, or of all figures or all targets in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SharedSource {
    /// *Källa*, *Källa till siffrorna*, *Källa till målen*.
    pub of: String,
    /// The source.
    pub source: SourceLink,
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
    pub text: Marked,
    /// Whether it is a figure: words are set to the left.
    pub is_figure: bool,
    /// *preliminär*, *prognos*, *ändrad, tidigare 82,1*, *vår tolkning*: stands after the text.
    pub mark: Option<String>,
    /// Who made a forecast and when, and what somebody wrote that a reader must know, in the
    /// words and language of the source.
    pub note: Option<Marked>,
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
    let shared = Shared::of(series);
    let rows = series.rows.iter().rev().map(|row| {
        let figures = row.points.iter().map(|point| Cell::of(say, row, point));
        let apart = differences.iter().map(|d| d.cell(say, row));
        let target = Cell::aim(say, row.target.as_ref());
        let mut cells: Vec<Cell> = figures.chain(apart).collect();
        if shared.figures.is_some() {
            cells.iter_mut().for_each(|cell| cell.source = None);
        }
        cells.push(target);
        if shared.targets.is_some() {
            cells
                .iter_mut()
                .rev()
                .take(1)
                .for_each(|cell| cell.source = None);
        }
        TableRow {
            period: say.period_short(row.period),
            cells,
        }
    });
    Table {
        caption: say.subtitle(),
        head,
        rows: rows.collect(),
        sources: shared.told(say),
    }
}

/// The sources that need not stand in every row.
struct Shared {
    figures: Option<SourceLink>,
    targets: Option<SourceLink>,
    has_targets: bool,
}

impl Shared {
    fn of(series: &Series) -> Shared {
        let points = series.rows.iter().flat_map(|row| &row.points);
        let said = points.filter(|point| point.value.is_some());
        let targets = || series.rows.iter().filter_map(|row| row.target.as_ref());
        Shared {
            figures: the_one(said.map(|point| point.source.as_ref())),
            targets: the_one(targets().map(TargetPoint::source)),
            has_targets: targets().next().is_some(),
        }
    }

    fn told(self, say: Say<'_>) -> Vec<SharedSource> {
        let line = |key: &str, source: Option<SourceLink>| {
            source.map(|source| SharedSource {
                of: say.text(key),
                source,
            })
        };
        if !self.has_targets || self.figures == self.targets {
            return line("chart-source", self.figures).into_iter().collect();
        }
        let figures = line("chart-source-figures", self.figures);
        figures
            .into_iter()
            .chain(line("chart-source-targets", self.targets))
            .collect()
    }
}

/// The one source that all have, if all have one and the same.
fn the_one<'a>(mut all: impl Iterator<Item = Option<&'a SourceLink>>) -> Option<SourceLink> {
    let first = all.next()??;
    all.all(|other| other == Some(first)).then(|| first.clone())
}

impl Cell {
    fn words(text: Marked) -> Cell {
        Cell {
            text,
            is_figure: false,
            mark: None,
            note: None,
            source: None,
        }
    }

    fn of(say: Say<'_>, row: &Row, point: &Point) -> Cell {
        let (text, is_figure) = match &point.value {
            Some(Ok(figure)) => (say.own(say.figure(*figure)), true),
            Some(Err(reason)) => (say.reason(reason), false),
            None => (say.own(say.nothing_in(row)), false),
        };
        Cell {
            text,
            is_figure,
            mark: mark(say, point),
            note: note(say, point),
            source: point.source.clone(),
        }
    }

    fn aim(say: Say<'_>, target: Option<&TargetPoint>) -> Cell {
        let Some(target) = target else {
            return Cell::words(say.own(say.text("chart-no-target")));
        };
        let text = match &target.aim {
            Aim::InWords(words) => say.written(words),
            aim => say.own(say.aim_plain(aim)),
        };
        let starts = text.to_string();
        Cell {
            is_figure: starts.starts_with(|c: char| c.is_ascii_digit() || c == '−'),
            text,
            mark: target
                .interpretation
                .is_ours()
                .then(|| say.text("chart-our-reading")),
            note: target.note.as_ref().map(|note| say.written(note)),
            source: target.source().cloned(),
        }
    }
}

/// Who made a forecast and when, of which bodies' figures it is made, and what a reader must know.
fn note(say: Say<'_>, point: &Point) -> Option<Marked> {
    let made = Some(say.made(point)).filter(|made| !made.is_empty());
    let made = made.map(|made| say.listed(&made));
    let written = point.note.as_ref().map(|note| say.written(note));
    let all = [made, say.made_of(point), written].into_iter().flatten();
    let all: Vec<Marked> = all.collect();
    (!all.is_empty()).then(|| say.sentences_of(&all))
}

/// Whether a figure may still change, or has changed.
fn mark(say: Say<'_>, point: &Point) -> Option<String> {
    point.figure()?;
    // Where some were reported and some are worked out a reader sees which.
    let points = || say.series.rows.iter().flat_map(|row| &row.points);
    let reported = |p: &Point| p.figure().is_some() && p.made_of.is_none();
    let is_other = point.made_of.is_some() && points().any(reported);
    let worked_out = is_other.then(|| say.text("figure-worked-out"));
    let marks = worked_out.into_iter().chain(settled_mark(say, point));
    Some(marks.collect::<Vec<_>>().join(", ")).filter(|marks| !marks.is_empty())
}

fn settled_mark(say: Say<'_>, point: &Point) -> Option<String> {
    match point.settled? {
        Settled::Forecast(_) => Some(say.text("chart-forecast")),
        Settled::Preliminary => Some(say.text("chart-preliminary")),
        Settled::Told | Settled::Final => None,
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

    /// A difference from a forecast is one, and one from a figure that may still change may
    /// change itself.
    pub(crate) fn mark(self, say: Say<'_>, row: &Row) -> Option<String> {
        let points = || {
            let columns = [self.first, self.second].into_iter();
            columns.filter_map(|column| row.points.get(column))
        };
        if points().any(Point::is_forecast) {
            return Some(say.text("chart-forecast"));
        }
        points()
            .any(|point| point.settled == Some(Settled::Preliminary))
            .then(|| say.text("chart-preliminary"))
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
                mark: self.mark(say, row),
                ..Cell::words(say.own(say.figure(figure)))
            },
            None => Cell::words(say.own(say.no_difference_in(row))),
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
