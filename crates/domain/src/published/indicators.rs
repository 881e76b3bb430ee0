//! Indicators, published figures and decided targets, as residents see them.

use super::Published;
use crate::decisions::Adoptable;
use crate::figures::Figure;
use crate::ids::{BodyId, ElementId, IndicatorId};
use crate::indicators::{
    Definition, Indicator, Interpretation, MeasuredKey, Measurement, Target, TargetBasis, Value,
};
use crate::periods::Period;
use crate::slugs::Slug;
use crate::timeline::{Entry, Timeline};
use jiff::civil::Date;

/// An indicator as it stood on the day.
#[derive(Clone, Copy, Debug)]
pub struct PublicIndicator<'a> {
    /// Which indicator.
    pub id: IndicatorId,
    /// Its part of the address.
    pub slug: &'a Slug,
    /// What it is called and measures.
    pub definition: &'a Definition,
    pub(super) indicator: &'a Indicator,
    day: Date,
    pub(super) lens: Published<'a>,
    until: Option<Date>,
}

/// A published measurement with the day from which it stood.
#[derive(Clone, Copy, Debug)]
pub struct PublicMeasurement<'a> {
    /// What it is about.
    pub key: MeasuredKey,
    /// What it says.
    pub measurement: &'a Measurement,
    /// The day from which it stood.
    pub on: Date,
    earlier: &'a [Entry<Measurement>],
    lens: Published<'a>,
}

impl<'a> PublicMeasurement<'a> {
    fn of(lens: Published<'a>, key: MeasuredKey, said: &'a Timeline<Measurement>) -> Option<Self> {
        let stood = said.up_to(lens.day);
        let last = stood.iter().rposition(|e| lens.is_open(&e.value))?;
        Some(PublicMeasurement {
            key,
            measurement: &stood[last].value,
            on: stood[last].on,
            earlier: &stood[..last],
            lens,
        })
    }

    /// The published outcomes that stood before this one, the earliest first. A forecast is
    /// no outcome: what takes its place revises nothing.
    pub fn revised_from(&self) -> Vec<Figure> {
        let figures = self.earlier.iter().filter(|e| self.lens.is_open(&e.value));
        figures
            .filter(|e| !e.value.settled.is_forecast())
            .filter_map(|e| match &e.value.value {
                Value::Figure(figure) => Some(*figure),
                Value::None(_) => None,
            })
            .collect()
    }
}

impl<'a> PublicIndicator<'a> {
    /// The last day of the period that it is read for, where it is read for an element: no
    /// figure and no target of a period that began later is among its own.
    pub fn until(&self) -> Option<Date> {
        self.until
    }

    /// The same indicator with all its figures and targets.
    pub fn whole(self) -> PublicIndicator<'a> {
        PublicIndicator {
            until: None,
            ..self
        }
    }

    pub(super) fn is_about(&self, period: Period) -> bool {
        self.until.is_none_or(|until| period.first_day() <= until)
    }

    /// The first day on which it stood.
    pub fn since(&self) -> Date {
        self.indicator
            .definitions
            .entries()
            .first()
            .map_or(self.day, |e| e.on)
    }

    /// The published measurement of something, as it stood on the day.
    pub fn measurement(&self, key: MeasuredKey) -> Option<PublicMeasurement<'a>> {
        PublicMeasurement::of(self.lens, key, self.indicator.measurements.get(&key)?)
    }

    /// Its published measurements, by body and period. A measurement without an open source is
    /// not public before it is decided.
    pub fn measurements(&self) -> Vec<PublicMeasurement<'a>> {
        let all = self.indicator.measurements.iter();
        all.filter_map(|(key, said)| self.shown(key, said))
            .collect()
    }

    /// The published measurements of a body, or of the whole group, by period. No other body's
    /// are looked at.
    pub fn measurements_of(
        &self,
        body: Option<BodyId>,
    ) -> impl Iterator<Item = PublicMeasurement<'a>> {
        let own = MeasuredKey::before(body)..MeasuredKey::after(body);
        let own = self.indicator.measurements.range(own);
        own.filter_map(|(key, said)| self.shown(key, said))
    }

    fn shown(
        &self,
        key: &MeasuredKey,
        said: &'a Timeline<Measurement>,
    ) -> Option<PublicMeasurement<'a>> {
        let said = Some(said).filter(|_| self.is_about(key.period))?;
        PublicMeasurement::of(self.lens, *key, said)
    }

    /// Whose figures tell of it: the whole group's (`None`), else those of the body that was
    /// measured first.
    pub fn told_by(&self) -> Option<BodyId> {
        let first_of = |body| {
            let measured = self.measurements_of(body).next();
            measured.map(|m| (m.key.period, body))
        };
        let bodies = &self.indicator.measured_over;
        if bodies.contains_key(&None) && first_of(None).is_some() {
            return None;
        }
        let mut bodies: Vec<_> = bodies
            .iter()
            .map(|(body, (from, _))| (*from, *body))
            .collect();
        bodies.sort_unstable();
        let mut first = None;
        for (from, body) in bodies {
            // What residents see of a body begins with its first figure or later.
            if first.is_some_and(|first| first <= (from, body)) {
                break;
            }
            first = first.into_iter().chain(first_of(body)).min();
        }
        first.and_then(|(_, body)| body)
    }

    /// Its targets on the day, by period and body.
    pub fn targets(&self) -> Vec<(Period, Option<BodyId>, &'a Target)> {
        let all = self.indicator.targets.iter();
        let all = all.filter(|((period, _), _)| self.is_about(*period));
        all.filter_map(|((period, body), t)| Some((*period, *body, self.lens.standing_target(t)?)))
            .collect()
    }

    /// The adopted elements that it serves on the day.
    pub fn serves(&self) -> Vec<(ElementId, u16, Interpretation)> {
        let all = self.indicator.serves.iter();
        let all = all.filter(|(id, _)| self.lens.element(**id).is_some());
        all.filter_map(|(id, t)| {
            let (order, ours) = (*t.at(self.day)?)?;
            Some((*id, order, ours))
        })
        .collect()
    }
}

impl<'a> Published<'a> {
    /// Whether residents may see a figure.
    fn is_open(&self, measurement: &Measurement) -> bool {
        self.state.figure_is_open(measurement, self.day)
    }

    /// An indicator that stood on the day and is public: it has a source, a published
    /// figure or a decided target, or it serves an element that is adopted. One that is prepared for a draft is not
    /// shown.
    pub fn indicator(&self, id: IndicatorId) -> Option<PublicIndicator<'a>> {
        let indicator = self.state.indicators.get(&id)?;
        let (slug, definition) = indicator.definitions.at(self.day)?;
        let has_figure = || {
            let mut measured = indicator.measurements.values();
            measured.any(|t| t.up_to(self.day).iter().any(|e| self.is_open(&e.value)))
        };
        let serves = || {
            let mut served = indicator.serves.iter();
            served.any(|(id, t)| {
                t.at(self.day).is_some_and(Option::is_some) && self.stands(Adoptable::Element(*id))
            })
        };
        let has_target = || {
            let mut aimed = indicator.targets.values();
            aimed.any(|t| self.standing_target(t).is_some())
        };
        let is_public = definition.source.is_some() || serves() || has_figure() || has_target();
        is_public.then_some(PublicIndicator {
            id,
            slug,
            definition,
            indicator,
            day: self.day,
            lens: *self,
            until: None,
        })
    }

    /// The target that stands on the day: the latest whose decision had not been quashed.
    fn standing_target(&self, targets: &'a Timeline<Target>) -> Option<&'a Target> {
        let mut set = targets.up_to(self.day).iter().rev();
        let standing = set.find(|e| match e.value.basis {
            TargetBasis::Decision(id) => self.state.decision_stands(id, self.day),
            TargetBasis::Source(..) => true,
        });
        standing.map(|e| &e.value)
    }

    /// The indicator that has, or once had, an address.
    pub fn indicator_at(&self, slug: &Slug) -> Option<PublicIndicator<'a>> {
        self.indicator(*self.state.indicator_slugs.get(slug)?)
    }

    /// Every indicator that stood on the day.
    pub fn indicators(&self) -> impl Iterator<Item = PublicIndicator<'a>> {
        let lens = *self;
        self.state
            .indicators
            .keys()
            .filter_map(move |id| lens.indicator(*id))
    }

    /// The indicators that serve an element on the day, in their order, each with the figures
    /// and the targets of the element's own time: what is measured after its period tells
    /// nothing of how it went.
    pub fn indicators_of(&self, id: ElementId) -> Vec<(PublicIndicator<'a>, Interpretation)> {
        let until = self.element(id).map(|e| e.period().last_day());
        let served = self.state.elements.get(&id);
        let ids = served.map(|e| &e.indicators).into_iter().flatten();
        let mut serving: Vec<_> = ids
            .filter_map(|indicator| {
                let indicator = self.indicator(*indicator)?;
                let (order, ours) = (*indicator.indicator.serves.get(&id)?.at(self.day)?)?;
                Some((order, PublicIndicator { until, ..indicator }, ours))
            })
            .collect();
        serving.sort_by(|a, b| (a.0, &a.1.slug).cmp(&(b.0, &b.1.slug)));
        serving
            .into_iter()
            .map(|(_, indicator, ours)| (indicator, ours))
            .collect()
    }
}
