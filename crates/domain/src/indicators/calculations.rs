//! Indicators whose figures are worked out of others', and groups' figures of their bodies'.
//!
//! Here is how, and which ways of working out make sense. The figures themselves are asked for
//! when somebody reads them (`published/calculated.rs`) and stand in no event.

use super::{DefineIndicator, Definition, Unit};
use crate::figures::Figure;
use crate::ids::IndicatorId;
use crate::refusal::{Fact, Refusal};
use crate::state::State;
use crate::texts::Text;
use jiff::civil::Date;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// How many indicators may lie behind one another: what is worked out of what is worked out is
/// soon more than a reader can follow, and reading goes as deep.
pub const MOST_DEEP: usize = 8;

/// How the figures of an indicator are worked out of those of others, of the same period, body
/// and people. Shares, sums and means: what a reader can do again by hand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Calculation {
    /// All added together.
    Sum(Vec<IndicatorId>),
    /// The mean of all; each weighs the same.
    Mean(Vec<IndicatorId>),
    /// The mean of all; each weighs as much as another indicator says.
    WeightedMean(Vec<Weighed>),
    /// One through another, times a factor: 100 makes a share in per cent.
    Ratio {
        /// What is divided.
        of: IndicatorId,
        /// What it is divided by.
        by: IndicatorId,
        /// What the quotient is multiplied with; more than 0.
        times: Figure,
    },
    /// So much for every so many inhabitants.
    PerInhabitants {
        /// What is shared out.
        of: IndicatorId,
        /// How many inhabitants there are.
        population: IndicatorId,
        /// For how many of them: 1, 1 000, 100 000; more than 0.
        per: Figure,
    },
}

/// An indicator in a weighted mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Weighed {
    /// The indicator whose figure counts.
    pub value: IndicatorId,
    /// The indicator whose figure says how much.
    pub weight: IndicatorId,
}

/// How the figure of the whole group is made of its bodies', where nobody reported it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum RollUp {
    /// All bodies' added together.
    Sum,
    /// The mean of the bodies'; each weighs as much as another indicator says of it: pupils, places,
    /// employed.
    WeightedBy(IndicatorId),
}

/// Why figures come to nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Impossible {
    /// What it would be divided by is 0.
    DividedByZero,
    /// It has more digits than a figure can hold.
    TooLarge,
}

impl Calculation {
    /// The indicators that it is worked out of, in the order in which they stand in its formula.
    pub fn parts(&self) -> Vec<IndicatorId> {
        match self {
            Calculation::Sum(parts) | Calculation::Mean(parts) => parts.clone(),
            Calculation::WeightedMean(parts) => {
                parts.iter().flat_map(|p| [p.value, p.weight]).collect()
            }
            Calculation::Ratio { of, by, .. } => vec![*of, *by],
            Calculation::PerInhabitants { of, population, .. } => vec![*of, *population],
        }
    }

    /// Those of them whose figures, and not only their weight, are in the result.
    fn values(&self) -> Vec<IndicatorId> {
        match self {
            Calculation::WeightedMean(parts) => parts.iter().map(|p| p.value).collect(),
            others => others.parts(),
        }
    }

    /// What the figures of all its parts come to.
    ///
    /// # Errors
    /// [`Impossible`] where there is no such figure.
    pub fn of(&self, figure: impl Fn(IndicatorId) -> Figure) -> Result<Figure, Impossible> {
        let all = |parts: &[IndicatorId]| parts.iter().map(|id| figure(*id)).collect::<Vec<_>>();
        match self {
            Calculation::Sum(parts) => sum(all(parts)),
            Calculation::Mean(parts) => {
                let count = Figure::new(Decimal::from(parts.len()));
                through(sum(all(parts))?, count)
            }
            Calculation::WeightedMean(parts) => {
                let pairs = parts.iter().map(|p| (figure(p.value), figure(p.weight)));
                weighted_mean(pairs)
            }
            Calculation::Ratio { of, by, times } => {
                through(product(figure(*of), *times)?, figure(*by))
            }
            Calculation::PerInhabitants {
                of,
                population,
                per,
            } => through(product(figure(*of), *per)?, figure(*population)),
        }
    }
}

/// Figures added together. In whichever order they are said the sum is the same, also of figures
/// with so many decimals that the last of them do not fit.
pub(crate) fn sum(mut figures: Vec<Figure>) -> Result<Figure, Impossible> {
    figures.sort_unstable();
    let mut all = figures.into_iter();
    all.try_fold(Decimal::ZERO, |sum, figure| sum.checked_add(figure.value()))
        .map(Figure::new)
        .ok_or(Impossible::TooLarge)
}

/// The mean of figures, each with its weight.
pub(crate) fn weighted_mean(
    pairs: impl Iterator<Item = (Figure, Figure)>,
) -> Result<Figure, Impossible> {
    let (mut weighed, mut weights) = (Vec::new(), Vec::new());
    for (value, weight) in pairs {
        weighed.push(product(value, weight)?);
        weights.push(weight);
    }
    through(sum(weighed)?, sum(weights)?)
}

fn product(a: Figure, b: Figure) -> Result<Figure, Impossible> {
    let product = a.value().checked_mul(b.value());
    product.map(Figure::new).ok_or(Impossible::TooLarge)
}

fn through(figure: Figure, by: Figure) -> Result<Figure, Impossible> {
    if by.value().is_zero() {
        return Err(Impossible::DividedByZero);
    }
    let quotient = figure.value().checked_div(by.value());
    // A quotient comes with noughts that nobody measured.
    quotient
        .map(|quotient| Figure::new(quotient.normalize()))
        .ok_or(Impossible::TooLarge)
}

impl Definition {
    /// Every indicator whose figures its own are made of.
    pub fn rests_on(&self) -> Vec<IndicatorId> {
        let parts = self.calculation.as_ref().map(Calculation::parts);
        let weight = match self.roll_up {
            Some(RollUp::WeightedBy(weight)) => Some(weight),
            Some(RollUp::Sum) | None => None,
        };
        parts.into_iter().flatten().chain(weight).collect()
    }
}

/// Whether a definition can be worked out as it says, and everything that is worked out of it
/// still can: on its own day and on each later day on which another definition begins to stand.
pub(super) fn check(state: &State, command: &DefineIndicator, on: Date) -> Result<(), Refusal> {
    let definition = &command.definition;
    let is_plain = definition.calculation.is_none() && definition.roll_up.is_none();
    // Nothing is worked out yet of one that is new.
    if is_plain && !state.indicators.contains_key(&command.indicator) {
        return Ok(());
    }
    let standing = |day| Standing {
        state,
        day,
        id: command.indicator,
        changed: &command.definition,
    };
    standing(on).check()?;
    for day in later_days(state, command.indicator, on) {
        standing(day).check().map_err(|_| Refusal::WouldBreak {
            day,
            fact: Fact::Calculation,
        })?;
    }
    Ok(())
}

/// The days after one on which another indicator is defined anew while a new definition of this
/// one would stand.
fn later_days(state: &State, id: IndicatorId, on: Date) -> BTreeSet<Date> {
    let after = |id: &IndicatorId| {
        let entries = state.indicators.get(id).map(|i| i.definitions.entries());
        let days = entries.into_iter().flatten().map(|e| e.on);
        days.filter(|day| *day > on).collect::<Vec<_>>()
    };
    let until = after(&id).into_iter().min();
    let all = state.indicators.keys().flat_map(after);
    all.filter(|day| until.is_none_or(|until| *day < until))
        .collect()
}

/// Every definition of a day, one of them as it would be.
struct Standing<'a> {
    state: &'a State,
    day: Date,
    id: IndicatorId,
    changed: &'a Definition,
}

impl<'a> Standing<'a> {
    fn definition(&self, id: IndicatorId) -> Option<&'a Definition> {
        if id == self.id {
            return Some(self.changed);
        }
        let standing = self.state.indicators.get(&id)?.definitions.at(self.day);
        standing.map(|(_, definition)| definition.as_ref())
    }

    fn check(&self) -> Result<(), Refusal> {
        self.ends_somewhere()?;
        self.makes_sense(self.changed)?;
        let mut others = self.state.indicators.keys().filter(|id| **id != self.id);
        let broken = others.find_map(|id| {
            let definition = self.definition(*id)?;
            let is_used = definition.rests_on().contains(&self.id);
            let breaks = is_used && self.makes_sense(definition).is_err();
            breaks.then(|| definition.names.sv.clone())
        });
        broken.map_or(Ok(()), |by| Err(Refusal::UsedInCalculation { by }))
    }

    /// Nothing is worked out of itself, and nothing of more than a reader can follow.
    fn ends_somewhere(&self) -> Result<(), Refusal> {
        for part in self.changed.rests_on() {
            if part == self.id {
                return Err(Refusal::CalculatedFromItself);
            }
            let known = self.definition(part).ok_or(Refusal::Unknown {
                fact: Fact::Indicator,
            })?;
            if self.leads_back(part, &mut BTreeSet::new()) {
                let part = known.names.sv.clone();
                return Err(Refusal::CalculatedInACircle { part });
            }
        }
        if self.changed.rests_on().is_empty() {
            return Ok(());
        }
        let mut known = BTreeMap::new();
        let mut all = self.state.indicators.keys().copied().chain([self.id]);
        match all.any(|id| self.depth(id, &mut known) > MOST_DEEP) {
            true => Err(Refusal::CalculationTooDeep),
            false => Ok(()),
        }
    }

    /// Whether an indicator is worked out of the one that is defined.
    fn leads_back(&self, from: IndicatorId, seen: &mut BTreeSet<IndicatorId>) -> bool {
        if from == self.id {
            return true;
        }
        let parts = self.definition(from).map(Definition::rests_on);
        let mut parts = parts.into_iter().flatten();
        seen.insert(from) && parts.any(|part| self.leads_back(part, seen))
    }

    /// How many indicators lie behind one another under one; asked when there is no circle.
    fn depth(&self, id: IndicatorId, known: &mut BTreeMap<IndicatorId, usize>) -> usize {
        if let Some(depth) = known.get(&id) {
            return *depth;
        }
        let parts = self.definition(id).map(Definition::rests_on);
        let below = parts.into_iter().flatten();
        let depths = below.map(|part| self.depth(part, known) + 1);
        let depth = depths.max().unwrap_or(0);
        known.insert(id, depth);
        depth
    }

    /// Whether its parts are there and can be put together so.
    fn makes_sense(&self, definition: &Definition) -> Result<(), Refusal> {
        if definition.calculation.is_some() && definition.roll_up.is_some() {
            return Err(Refusal::CalculatedNotRolledUp);
        }
        if definition.roll_up == Some(RollUp::Sum) && !can_be_added(&definition.unit) {
            return Err(Refusal::NotSummed);
        }
        match &definition.calculation {
            None => Ok(()),
            Some(calculation) => self.can_be_worked_out(definition, calculation),
        }
    }

    fn can_be_worked_out(&self, whole: &Definition, how: &Calculation) -> Result<(), Refusal> {
        let values = how.values();
        if values.len() < 2 {
            return Err(Refusal::TooFewParts);
        }
        let distinct: BTreeSet<_> = values.iter().collect();
        if distinct.len() < values.len() {
            return Err(Refusal::TwiceTheSame);
        }
        match how {
            Calculation::Sum(_) | Calculation::Mean(_) | Calculation::WeightedMean(_) => {
                values.into_iter().try_for_each(|part| {
                    let part = self.part(part)?;
                    same_unit(whole, part)
                })
            }
            Calculation::Ratio { of, by, times: per }
            | Calculation::PerInhabitants {
                of,
                population: by,
                per,
            } => {
                if per.value() <= Decimal::ZERO {
                    return Err(Refusal::FactorNotPositive);
                }
                let (of, by) = (self.part(*of)?, self.part(*by)?);
                let is_share = of.unit == by.unit && per.value() == Decimal::ONE_HUNDRED;
                match whole.unit {
                    Unit::Percent if !is_share => Err(Refusal::NoShare),
                    _ => Ok(()),
                }
            }
        }
    }

    fn part(&self, id: IndicatorId) -> Result<&'a Definition, Refusal> {
        self.definition(id).ok_or(Refusal::Unknown {
            fact: Fact::Indicator,
        })
    }
}

fn same_unit(whole: &Definition, part: &Definition) -> Result<(), Refusal> {
    match whole.unit == part.unit {
        true => Ok(()),
        false => Err(Refusal::UnitsDiffer {
            part: part.names.sv.clone(),
        }),
    }
}

/// Whether bodies' figures of a unit make one when they are added: not shares, grades, places.
fn can_be_added(unit: &Unit) -> bool {
    match unit {
        Unit::Count | Unit::MillionSek | Unit::ThousandSek | Unit::Named(_) => true,
        Unit::Percent | Unit::Index | Unit::Points | Unit::Grade | Unit::Rank => false,
    }
}

impl State {
    /// Refuses a figure of what is worked out, on the day that the figure would stand from or today:
    /// what was reported before it was worked out stays.
    pub(super) fn is_reported_by_hand(
        &self,
        id: IndicatorId,
        days: [Date; 2],
    ) -> Result<(), Refusal> {
        let definitions = self.indicators.get(&id).map(|i| &i.definitions);
        let worked_out = days.into_iter().find_map(|day| {
            let (_, definition) = definitions?.at(day)?;
            Some((day, definition.calculation.as_ref()?))
        });
        let Some((day, calculation)) = worked_out else {
            return Ok(());
        };
        let parts = calculation.parts().into_iter().filter_map(|part| {
            let (_, part) = self.indicators.get(&part)?.definitions.at(day)?;
            Some(part.names.sv.clone())
        });
        let parts: Vec<Text> = parts.collect();
        Err(Refusal::WorkedOut { parts })
    }
}
