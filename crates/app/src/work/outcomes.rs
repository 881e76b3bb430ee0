//! The outcomes that somebody reports: indicators, each with its figures of a year, women and men.

mod saving;

pub use saving::{OutcomeSaid, Outcomes, Unmeasured};

use super::{WorkFrame, body};
use jiff::civil::Date;
use riktning_domain::indicators::{Aim, Breakdown, Frequency, MeasuredKey, Settled, Unit, Value};
use riktning_domain::inside::{OwnIndicator, StandingFigure};
use riktning_domain::odd::Odd;
use riktning_domain::{Figure, Inside, Names, Period};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::str::FromStr;

/// The outcomes that somebody reports, by the body that answers for them.
#[derive(Clone, Debug, PartialEq)]
pub struct OutcomesPage {
    /// What stands around the page.
    pub frame: WorkFrame,
    /// The year that is in hand.
    pub year: i16,
    /// The day it is.
    pub today: Date,
    /// The last event that the page knows of: what is changed later is told apart from what it showed.
    pub position: u64,
    /// The bodies that answer, each with its rows.
    pub bodies: Vec<OutcomesOf>,
}

/// What one body answers for.
#[derive(Clone, Debug, PartialEq)]
pub struct OutcomesOf {
    /// Which body: name and address; none for what is the whole group's.
    pub body: Option<(Names, String)>,
    /// An indicator and a period each.
    pub rows: Vec<OutcomeRow>,
}

/// An indicator and a period.
#[derive(Clone, Debug, PartialEq)]
pub struct OutcomeRow {
    /// Which row.
    pub key: RowKey,
    /// What the indicator is called.
    pub names: Names,
    /// The body whose figures they are, where it is another than who answers.
    pub measured: Option<Names>,
    /// What it is counted in.
    pub unit: Unit,
    /// With how many decimals it is shown.
    pub decimals: u8,
    /// What is aimed at.
    pub target: Option<Aim>,
    /// One for each group of people that figures are asked for.
    pub cells: Vec<OutcomeCell>,
}

/// A figure of a row.
#[derive(Clone, Debug, PartialEq)]
pub struct OutcomeCell {
    /// Which people.
    pub breakdown: Breakdown,
    /// What stands.
    pub stands: Option<CellSaid>,
    /// What is expected, where no outcome stands yet.
    pub forecast: Option<Figure>,
    /// What stood when the form was shown that is read: what says the same has not been touched.
    pub shown: Option<CellSaid>,
    /// The outcomes of earlier periods, the earliest first.
    pub earlier: Vec<Figure>,
    /// What the unit allows.
    range: Option<(Figure, Figure)>,
}

/// What stands of a figure.
#[derive(Clone, Debug, PartialEq)]
pub struct CellSaid {
    /// The figure, or why there is none.
    pub value: Value,
    /// How settled it is.
    pub settled: Settled,
    /// Whether residents see it.
    pub is_open: bool,
}

/// Which row: an indicator, a period and whose figures, by their addresses.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RowKey {
    /// The indicator.
    pub indicator: String,
    /// The period.
    pub period: Period,
    /// The body; none for the whole group.
    pub body: Option<String>,
}

/// What stands between the parts of a row's key: in no address and no period.
const BETWEEN: char = '~';

impl fmt::Display for RowKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let body = self.body.as_deref().unwrap_or_default();
        let (indicator, period) = (&self.indicator, self.period);
        write!(f, "{indicator}{BETWEEN}{period}{BETWEEN}{body}")
    }
}

/// A text is no key of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoRow;

impl FromStr for RowKey {
    type Err = NoRow;

    fn from_str(typed: &str) -> Result<RowKey, NoRow> {
        let parts: Vec<&str> = typed.split(BETWEEN).collect();
        let [indicator, period, body] = parts[..] else {
            return Err(NoRow);
        };
        Ok(RowKey {
            indicator: indicator.to_owned(),
            period: period.parse().map_err(|_| NoRow)?,
            body: (!body.is_empty()).then(|| body.to_owned()),
        })
    }
}

impl CellSaid {
    /// What stands as an outcome: a forecast is none.
    fn of(said: &StandingFigure<'_>) -> Option<CellSaid> {
        let is_outcome = !said.measurement.settled.is_forecast();
        is_outcome.then(|| CellSaid {
            value: said.measurement.value.clone(),
            settled: said.measurement.settled,
            is_open: said.is_open,
        })
    }
}

/// What is expected.
fn forecast(said: &StandingFigure<'_>) -> Option<Figure> {
    match said.measurement.value {
        Value::Figure(figure) if said.measurement.settled.is_forecast() => Some(figure),
        _ => None,
    }
}

impl OutcomeCell {
    /// What is odd about a figure.
    pub fn odd(&self, figure: Figure) -> Option<Odd> {
        Odd::of(figure, self.range, &self.earlier)
    }

    /// The figure that stands, if one does.
    pub fn figure(&self) -> Option<Figure> {
        match self.stands.as_ref()?.value {
            Value::Figure(figure) => Some(figure),
            Value::None(_) => None,
        }
    }
}

impl OutcomeRow {
    /// The row as a form showed it.
    pub fn as_shown(&self) -> OutcomeRow {
        let mut row = self.clone();
        for cell in &mut row.cells {
            cell.stands.clone_from(&cell.shown);
        }
        row
    }

    /// Whether every figure of it that stands is settled.
    pub fn is_settled(&self) -> bool {
        let mut said = self.cells.iter().filter_map(|cell| cell.stands.as_ref());
        let settled =
            |said: &CellSaid| !matches!(said.settled, Settled::Preliminary | Settled::Forecast(_));
        self.cells.iter().any(|cell| cell.stands.is_some()) && said.all(settled)
    }

    /// Whether nothing is said of it yet.
    pub fn is_blank(&self) -> bool {
        self.cells.iter().all(|cell| cell.stands.is_none())
    }
}

/// The indicators that somebody reports, by their addresses and those of the bodies whose figures they are.
struct Own<'a> {
    i: Inside<'a>,
    /// The last event that the form knew of that is read; the last of all where none is.
    seen: u64,
    all: Vec<(OwnIndicator<'a>, Option<String>)>,
}

impl<'a> Own<'a> {
    fn of(i: Inside<'a>) -> Own<'a> {
        let p = i.published();
        let own = i.own_indicators().into_iter();
        let all = own.filter_map(|one| match one.body {
            None => Some((one, None)),
            Some(id) => Some((one, Some(body(p, id)?.1))),
        });
        Own {
            i,
            seen: i.position(),
            all: all.collect(),
        }
    }

    fn find(&self, key: &RowKey) -> Option<&OwnIndicator<'a>> {
        let mut all = self.all.iter();
        let found = all.find(|(one, body)| {
            one.takes(key.period)
                && one.slug.as_str() == Some(key.indicator.as_str())
                && *body == key.body
        });
        found.map(|(one, _)| one)
    }

    fn row(&self, key: RowKey, own: &OwnIndicator<'a>) -> OutcomeRow {
        let p = self.i.published();
        let definition = own.definition;
        let cells = own.breakdowns().into_iter();
        let targets = p.indicator(own.id).map(|known| known.targets());
        let mut targets = targets.into_iter().flatten();
        let target = targets.find(|(of, body, _)| *of == key.period && *body == own.body);
        OutcomeRow {
            names: definition.names.clone(),
            measured: own
                .body
                .filter(|_| own.body != own.whose)
                .and_then(|id| Some(body(p, id)?.0)),
            unit: definition.unit.clone(),
            decimals: definition.decimals,
            target: target.map(|(_, _, target)| target.aim.clone()),
            cells: cells
                .map(|breakdown| self.cell(own, own.key(key.period, breakdown)))
                .collect(),
            key,
        }
    }

    fn cell(&self, own: &OwnIndicator<'a>, key: MeasuredKey) -> OutcomeCell {
        let stands = self.i.standing(own, key);
        let shown = self.i.stood_at(own, key, self.seen);
        let earlier = own.earlier(key.period, key.breakdown);
        // A result in per cent may be below nothing: asked about is what has kept to its range.
        let (none, whole) = (Figure::ZERO, Figure::from(100));
        let keeps = earlier.iter().all(|figure| (none..=whole).contains(figure));
        let is_share = own.definition.unit == Unit::Percent && keeps;
        OutcomeCell {
            breakdown: key.breakdown,
            forecast: stands.as_ref().and_then(forecast),
            stands: stands.as_ref().and_then(CellSaid::of),
            shown: shown.as_ref().and_then(CellSaid::of),
            earlier,
            range: is_share.then_some((none, whole)),
        }
    }

    /// The rows by the body that answers for them.
    fn grouped(&self, keys: impl Iterator<Item = RowKey>) -> Vec<OutcomesOf> {
        let mut by_body: BTreeMap<_, Vec<OutcomeRow>> = BTreeMap::new();
        for key in keys {
            if let Some(own) = self.find(&key) {
                by_body
                    .entry(own.whose)
                    .or_default()
                    .push(self.row(key, own));
            }
        }
        let p = self.i.published();
        let by_body = by_body.into_iter().map(|(whose, rows)| OutcomesOf {
            body: whose.and_then(|id| body(p, id)),
            rows,
        });
        by_body.collect()
    }
}

impl OutcomesPage {
    /// The outcomes of a year that somebody reports; none if they report none. Only periods that have begun are
    /// asked for.
    pub fn of(i: Inside<'_>, year: i16) -> Option<OutcomesPage> {
        let own = Own::of(i);
        let rows = own.all.iter().flat_map(|(one, body)| {
            let periods = one.periods(year).into_iter();
            let begun = periods.filter(|period| period.first_day() <= i.today());
            begun.map(move |period| RowKey {
                indicator: one.slug.to_string(),
                period,
                body: body.clone(),
            })
        });
        let rows: Vec<_> = rows.collect();
        OutcomesPage::shown(&own, year, rows)
    }

    /// The same with these rows alone, and in their order, beside what a form showed of them that knew of the events
    /// until one; rows that are not theirs are left out.
    pub fn with(i: Inside<'_>, year: i16, rows: &[RowKey], seen: u64) -> Option<OutcomesPage> {
        let mut once = BTreeSet::new();
        let rows = rows.iter().filter(|key| once.insert((*key).clone()));
        let rows = rows.cloned().collect();
        let own = Own { seen, ..Own::of(i) };
        OutcomesPage::shown(&own, year, rows)
    }

    fn shown(own: &Own<'_>, year: i16, rows: Vec<RowKey>) -> Option<OutcomesPage> {
        let i = own.i;
        (!own.all.is_empty()).then(|| OutcomesPage {
            frame: WorkFrame::of(i),
            year,
            today: i.today(),
            position: i.position(),
            bodies: own.grouped(rows.into_iter()),
        })
    }

    /// All rows.
    pub fn rows(&self) -> impl Iterator<Item = &OutcomeRow> {
        self.bodies.iter().flat_map(|of| &of.rows)
    }

    /// How many rows nothing is said of.
    pub fn left(&self) -> usize {
        self.rows().filter(|row| row.is_blank()).count()
    }
}

/// The indicators that somebody reports, to be found by name: each with its address, what it is called in every
/// language, and the groups of people that it is asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct KnownIndicator {
    /// Its part of the address.
    pub slug: String,
    /// What it is called.
    pub names: Names,
    /// Whose figures: name and address; none for the whole group.
    pub body: Option<(Names, String)>,
    /// Which people, everybody first.
    pub breakdowns: Vec<Breakdown>,
    /// How often it is measured: for no other periods.
    pub frequency: Option<Frequency>,
}

impl KnownIndicator {
    /// All that somebody reports.
    pub fn all(i: Inside<'_>) -> Vec<KnownIndicator> {
        let p = i.published();
        let own = i.own_indicators().into_iter();
        let known = own.map(|one| KnownIndicator {
            slug: one.slug.to_string(),
            names: one.definition.names.clone(),
            body: one.body.and_then(|id| body(p, id)),
            breakdowns: one.breakdowns(),
            frequency: one.definition.frequency,
        });
        known.collect()
    }
}
