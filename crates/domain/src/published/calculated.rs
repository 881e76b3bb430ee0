//! The figures of an indicator with those that are worked out: of other indicators, or of its
//! bodies'. They are asked for by whoever reads them and stand nowhere: a figure that is put right
//! in a part is right in the whole.
//!
//! Where a part is missing the whole is, and says which. Missing is never zero.

use super::{PublicIndicator, PublicMeasurement, Published};
use crate::figures::Figure;
use crate::ids::{BodyId, IndicatorId, SourceId};
use crate::indicators::{
    Breakdown, Calculation, Impossible, MeasuredKey, RollUp, Settled, Value, sum, weighted_mean,
};
use crate::periods::Period;
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::mem::Discriminant;
use std::rc::Rc;

/// A figure as residents read it.
#[derive(Clone, Debug)]
pub enum PublicFigure<'a> {
    /// As somebody reported it.
    Reported(PublicMeasurement<'a>),
    /// As it is worked out.
    Reckoned(Reckoned),
}

/// A figure that is worked out, or why it is not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reckoned {
    /// What it is about.
    pub key: MeasuredKey,
    /// The exact figure; only a page rounds it.
    pub value: Result<Figure, Unreckoned>,
    /// How settled it is: as little as the least settled of its parts. None where there is no figure.
    pub settled: Option<Settled>,
    /// When the last of its parts was collected, where that is known of every one.
    pub collected: Option<Date>,
    /// Where its parts were found, once each.
    pub sources: Vec<SourceId>,
    /// The bodies whose figures are in it, where it is made of bodies'.
    pub bodies: Vec<BodyId>,
}

/// Why a figure is not worked out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unreckoned {
    /// Parts that have no figure, in the order of the formula.
    PartsMissing(Vec<IndicatorId>),
    /// Bodies that have no figure, or of which it is not known how much it weighs.
    BodiesMissing(Vec<BodyId>),
    /// The figures are there and come to nothing.
    Impossible(Impossible),
}

impl PublicFigure<'_> {
    /// What it is about.
    pub fn key(&self) -> MeasuredKey {
        match self {
            PublicFigure::Reported(m) => m.key,
            PublicFigure::Reckoned(r) => r.key,
        }
    }

    /// The figure, if there is one.
    pub fn figure(&self) -> Option<Figure> {
        match self {
            PublicFigure::Reported(m) => match &m.measurement.value {
                Value::Figure(figure) => Some(*figure),
                Value::None(_) => None,
            },
            PublicFigure::Reckoned(r) => r.value.as_ref().ok().copied(),
        }
    }

    /// Whether it is what somebody expects, or made of that.
    pub fn is_forecast(&self) -> bool {
        self.settled().is_some_and(Settled::is_forecast)
    }

    fn settled(&self) -> Option<Settled> {
        match self {
            PublicFigure::Reported(m) => Some(m.measurement.settled),
            PublicFigure::Reckoned(r) => r.settled,
        }
    }

    fn collected(&self) -> Option<Date> {
        match self {
            PublicFigure::Reported(m) => m.measurement.collected,
            PublicFigure::Reckoned(r) => r.collected,
        }
    }

    fn sources(&self) -> Vec<SourceId> {
        match self {
            PublicFigure::Reported(m) => m.measurement.source().into_iter().collect(),
            PublicFigure::Reckoned(r) => r.sources.clone(),
        }
    }
}

impl<'a> PublicIndicator<'a> {
    /// Whose figures tell of it, those that are worked out among them, and these figures by period
    /// and breakdown: the whole group's (`None`), else those of the body that comes first.
    pub fn told(&self) -> (Option<BodyId>, Vec<PublicFigure<'a>>) {
        if !self.is_worked_out() {
            let body = self.told_by();
            let reported = self.measurements_of(body).map(PublicFigure::Reported);
            return (body, reported.collect());
        }
        let mut reckoning = Reckoning::of(self.lens);
        let keys = reckoning.keys(self.id);
        let about = || keys.iter().filter(|key| self.is_about(key.period));
        let first = about().map(|key| (key.body.is_some(), key.period, key.body));
        let body = first.min().and_then(|(_, _, body)| body);
        let own = about().filter(|key| key.body == body);
        let figures = own.filter_map(|key| reckoning.figure(self.id, *key));
        (body, figures.collect())
    }

    /// The figure of something, reported or worked out.
    pub fn figure(&self, key: MeasuredKey) -> Option<PublicFigure<'a>> {
        Reckoning::of(self.lens).figure(self.id, key)
    }

    /// Whether any of its figures may be worked out.
    pub fn is_worked_out(&self) -> bool {
        self.definition.calculation.is_some() || self.definition.roll_up.is_some()
    }

    /// Every public indicator that its figures are worked out of, directly or by way of others.
    pub fn worked_out_of(&self) -> BTreeSet<IndicatorId> {
        let mut all = BTreeSet::new();
        let mut ahead = self.definition.rests_on();
        while let Some(id) = ahead.pop() {
            if let Some(part) = self.lens.indicator(id).filter(|_| all.insert(id)) {
                ahead.extend(part.definition.rests_on());
            }
        }
        all
    }
}

/// Keys that differ in nothing but when: whose, which people, and whether years or months.
type Shape = (Option<BodyId>, Breakdown, Discriminant<Period>);

fn shape(key: &MeasuredKey) -> Shape {
    let kind = std::mem::discriminant(&key.period);
    (key.body, key.breakdown, kind)
}

type Keys = BTreeSet<MeasuredKey>;

/// One question about figures that are worked out. What was found once is kept while it is
/// answered: two indicators that are worked out of the same ones would ask twice for each of
/// them, and those that lie under them twice as often again.
struct Reckoning<'a> {
    lens: Published<'a>,
    indicators: BTreeMap<IndicatorId, Option<PublicIndicator<'a>>>,
    keys: BTreeMap<IndicatorId, Rc<Keys>>,
    figures: BTreeMap<(IndicatorId, MeasuredKey), Option<PublicFigure<'a>>>,
}

impl<'a> Reckoning<'a> {
    fn of(lens: Published<'a>) -> Self {
        Reckoning {
            lens,
            indicators: BTreeMap::new(),
            keys: BTreeMap::new(),
            figures: BTreeMap::new(),
        }
    }

    /// A part that residents may not see is missing to them.
    fn indicator(&mut self, id: IndicatorId) -> Option<PublicIndicator<'a>> {
        let lens = self.lens;
        *self
            .indicators
            .entry(id)
            .or_insert_with(|| lens.indicator(id))
    }

    fn figure(&mut self, id: IndicatorId, key: MeasuredKey) -> Option<PublicFigure<'a>> {
        if let Some(known) = self.figures.get(&(id, key)) {
            return known.clone();
        }
        let figure = self.find(id, key);
        self.figures.insert((id, key), figure.clone());
        figure
    }

    /// What was reported and is settled stands, also where the indicator is worked out today: that is
    /// how it was told. Before what may still change, or is only expected, goes what comes out.
    fn find(&mut self, id: IndicatorId, key: MeasuredKey) -> Option<PublicFigure<'a>> {
        let indicator = self.indicator(id)?;
        let reported = indicator.measurement(key);
        let may_give_way = |settled: Settled| match indicator.definition.roll_up {
            Some(_) => settled.is_forecast(),
            None => settled.is_forecast() || settled == Settled::Preliminary,
        };
        let stands = reported.filter(|m| !may_give_way(m.measurement.settled));
        if stands.is_some() {
            return stands.map(PublicFigure::Reported);
        }
        let definition = indicator.definition;
        let reckoned = match (&definition.calculation, definition.roll_up) {
            (Some(how), _) => Some(self.calculated(how, key)),
            (None, Some(how)) if key.body.is_none() => self.rolled_up(&indicator, how, key),
            _ => None,
        };
        let is_told = reckoned.as_ref().is_some_and(|r| r.value.is_ok());
        match reported.filter(|_| !is_told) {
            Some(reported) => Some(PublicFigure::Reported(reported)),
            None => reckoned.map(PublicFigure::Reckoned),
        }
    }

    fn calculated(&mut self, how: &Calculation, key: MeasuredKey) -> Reckoned {
        let (mut missing, mut found) = (Vec::new(), BTreeMap::new());
        for part in how.parts() {
            let told = self.figure(part, key);
            match told.as_ref().and_then(PublicFigure::figure).zip(told) {
                Some(told) => _ = found.insert(part, told),
                None if missing.contains(&part) => {}
                None => missing.push(part),
            }
        }
        if !missing.is_empty() {
            return Reckoned::none(key, Unreckoned::PartsMissing(missing));
        }
        let figure = how.of(|part| found.get(&part).map_or(Figure::ZERO, |(figure, _)| *figure));
        Reckoned::of(key, figure, found.into_values().map(|(_, told)| told))
    }

    /// The figure of the group; nothing where no body has one of the period.
    fn rolled_up(
        &mut self,
        indicator: &PublicIndicator<'a>,
        how: RollUp,
        key: MeasuredKey,
    ) -> Option<Reckoned> {
        let bodies = self.bodies(indicator, key);
        let (mut missing, mut found, mut parts) = (Vec::new(), Vec::new(), Vec::new());
        for body in &bodies {
            let own = MeasuredKey {
                body: Some(*body),
                ..key
            };
            let told = indicator.measurement(own).map(PublicFigure::Reported);
            let value = told.as_ref().and_then(PublicFigure::figure);
            let weight = match how {
                RollUp::Sum => None,
                RollUp::WeightedBy(weight) => Some(self.figure(weight, own)),
            };
            let weighs = weight
                .as_ref()
                .map(|w| w.as_ref().and_then(PublicFigure::figure));
            match (value, weighs) {
                (None, _) | (_, Some(None)) => missing.push(*body),
                (Some(value), None) => found.push((value, Figure::ZERO)),
                (Some(value), Some(Some(weight))) => found.push((value, weight)),
            }
            parts.extend(told.into_iter().chain(weight.flatten()));
        }
        if parts.is_empty() {
            return None;
        }
        if !missing.is_empty() {
            return Some(Reckoned::none(key, Unreckoned::BodiesMissing(missing)));
        }
        let figure = match how {
            RollUp::Sum => sum(found.into_iter().map(|(value, _)| value).collect()),
            RollUp::WeightedBy(_) => weighted_mean(found.into_iter()),
        };
        let reckoned = Reckoned::of(key, figure, parts.into_iter());
        Some(Reckoned { bodies, ..reckoned })
    }

    /// The bodies that a group's figure of a period is made of: those that had begun to be measured
    /// and were there when it ended, and those that have a figure of it. What lies in another's figure
    /// is not counted once more.
    fn bodies(&self, indicator: &PublicIndicator<'a>, key: MeasuredKey) -> Vec<BodyId> {
        let day = key.period.last_day();
        let measured = indicator.indicator.measured_over.iter();
        let measured = measured.filter_map(|(body, (first, _))| Some(((*body)?, *first)));
        // Whoever has begun to be measured is waited for, also where nothing of it is decided yet: a sum without it
        // would be told as the whole.
        let counts = measured.filter(|(body, first)| {
            let own = MeasuredKey {
                body: Some(*body),
                ..key
            };
            let has_begun = first.first_day() <= day;
            indicator.measurement(own).is_some() || (has_begun && self.was_there(*body, day))
        });
        let all: BTreeSet<BodyId> = counts.map(|(body, _)| body).collect();
        let whole = all.iter().filter(|body| !self.lies_in(**body, &all, day));
        whole.copied().collect()
    }

    fn was_there(&self, body: BodyId, day: Date) -> bool {
        self.lens.body(body).is_some_and(|body| {
            let ended = body.end().is_some_and(|end| end.last_day < day);
            body.from().day() <= day && !ended
        })
    }

    /// Whether a body answers on a day, directly or by way of others, to one of some.
    fn lies_in(&self, body: BodyId, among: &BTreeSet<BodyId>, day: Date) -> bool {
        let above = |body| {
            let body = self.lens.body(body);
            body.map(|b| b.answers_to_from(day)).unwrap_or_default()
        };
        let (mut seen, mut ahead) = (BTreeSet::from([body]), above(body).to_vec());
        while let Some(next) = ahead.pop() {
            if among.contains(&next) && next != body {
                return true;
            }
            if seen.insert(next) {
                ahead.extend(above(next));
            }
        }
        false
    }

    /// What there may be a figure of: what was reported, and what every part tells of.
    fn keys(&mut self, id: IndicatorId) -> Rc<Keys> {
        if let Some(known) = self.keys.get(&id) {
            return Rc::clone(known);
        }
        let keys = Rc::new(self.find_keys(id).unwrap_or_default());
        self.keys.insert(id, Rc::clone(&keys));
        keys
    }

    fn find_keys(&mut self, id: IndicatorId) -> Option<Keys> {
        let indicator = self.indicator(id)?;
        let mut keys: Keys = indicator.measurements().iter().map(|m| m.key).collect();
        let definition = indicator.definition;
        if let Some(how) = &definition.calculation {
            let parts: Vec<_> = how
                .parts()
                .into_iter()
                .map(|part| self.keys(part))
                .collect();
            keys.extend(common(&parts));
        } else if definition.roll_up.is_some() {
            let mut bodies: BTreeMap<BodyId, Keys> = BTreeMap::new();
            for key in &keys {
                let of_group = MeasuredKey { body: None, ..*key };
                if let Some(body) = key.body {
                    bodies.entry(body).or_default().insert(of_group);
                }
            }
            let bodies: Vec<Keys> = bodies.into_values().collect();
            let shapes = common_shapes(bodies.iter());
            let all = bodies.into_iter().flatten();
            keys.extend(all.filter(|key| shapes.contains(&shape(key))));
        }
        Some(keys)
    }
}

/// What every part tells of: the same body's, of the same people, by year or by month, and from the
/// time when the last of them began. Where they have nothing in common, what any of them tells
/// of: each of these says which part is missing.
fn common(parts: &[Rc<Keys>]) -> Keys {
    let shapes = common_shapes(parts.iter().map(AsRef::as_ref));
    let within = |key: &&MeasuredKey| shapes.contains(&shape(key));
    let begins = parts.iter().filter_map(|keys| {
        let periods = keys.iter().filter(within).map(|key| key.period);
        periods.min()
    });
    let from = begins.max();
    let all = parts.iter().flat_map(|keys| keys.iter());
    all.filter(within)
        .filter(|key| from.is_none_or(|from| from <= key.period))
        .copied()
        .collect()
}

/// The shapes that every part has; where there is none, those that any has.
fn common_shapes<'k>(parts: impl Iterator<Item = &'k Keys>) -> HashSet<Shape> {
    let parts: Vec<HashSet<Shape>> = parts.map(|keys| keys.iter().map(shape).collect()).collect();
    let any: HashSet<Shape> = parts.iter().flatten().copied().collect();
    let in_all = |shape: &&Shape| parts.iter().all(|part| part.contains(*shape));
    let common: HashSet<Shape> = any.iter().filter(in_all).copied().collect();
    if common.is_empty() { any } else { common }
}

impl Reckoned {
    fn none(key: MeasuredKey, why: Unreckoned) -> Reckoned {
        Reckoned {
            key,
            value: Err(why),
            settled: None,
            collected: None,
            sources: Vec::new(),
            bodies: Vec::new(),
        }
    }

    fn of<'a>(
        key: MeasuredKey,
        figure: Result<Figure, Impossible>,
        parts: impl Iterator<Item = PublicFigure<'a>>,
    ) -> Reckoned {
        let figure = match figure {
            Ok(figure) => figure,
            Err(why) => return Reckoned::none(key, Unreckoned::Impossible(why)),
        };
        let parts: Vec<_> = parts.collect();
        let mut sources: Vec<SourceId> = Vec::new();
        for source in parts.iter().flat_map(PublicFigure::sources) {
            if !sources.contains(&source) {
                sources.push(source);
            }
        }
        let collected: Option<Vec<Date>> = parts.iter().map(PublicFigure::collected).collect();
        Reckoned {
            key,
            value: Ok(figure),
            settled: least_settled(parts.iter().filter_map(PublicFigure::settled)),
            collected: collected.and_then(|days| days.into_iter().max()),
            sources,
            bodies: Vec::new(),
        }
    }
}

/// A forecast where any part is one, preliminary where any is; revised where a part was revised
/// after all were settled.
fn least_settled(parts: impl Iterator<Item = Settled> + Clone) -> Option<Settled> {
    let revised = parts.clone().any(|settled| settled == Settled::Revised);
    match parts.min() {
        Some(Settled::Final) if revised => Some(Settled::Revised),
        least => least,
    }
}
