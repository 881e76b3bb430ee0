//! The figures that somebody reports, and those that wait for their decision.

use super::Inside;
use crate::bodies::BodyKind;
use crate::figures::Figure;
use crate::ids::{BodyId, IndicatorId};
use crate::indicators::{
    Breakdown, DecidedFigure, Definition, Frequency, Indicator, MeasuredKey, Measurement, Value,
};
use crate::periods::Period;
use crate::permissions::{Role, WRITERS};
use crate::slugs::Slug;
use crate::timeline::Entry;
use jiff::SignedDuration;
use std::collections::BTreeSet;

/// An indicator whose figures somebody reports, with whose figures they are.
#[derive(Clone, Copy, Debug)]
pub struct OwnIndicator<'a> {
    /// Which indicator.
    pub id: IndicatorId,
    /// Its part of the address.
    pub slug: &'a Slug,
    /// What it is called and measures.
    pub definition: &'a Definition,
    /// Whose figures; `None` for the whole group or place.
    pub body: Option<BodyId>,
    /// The body that answers for them; none where that is the strategist's own matter.
    pub whose: Option<BodyId>,
    indicator: &'a Indicator,
}

/// What stands of a figure, open to residents yet or not.
#[derive(Clone, Copy, Debug)]
pub struct StandingFigure<'a> {
    /// What it says.
    pub measurement: &'a Measurement,
    /// Whether residents may see it.
    pub is_open: bool,
}

/// For how long a figure waits for its decision on somebody's desk.
const RECENT: SignedDuration = SignedDuration::from_hours(800 * 24);

impl<'a> OwnIndicator<'a> {
    /// The breakdowns that figures are asked for: everybody first.
    pub fn breakdowns(&self) -> Vec<Breakdown> {
        let all: BTreeSet<Breakdown> = self.definition.breakdowns.iter().copied().collect();
        let others = all.into_iter().filter(|of| *of != Breakdown::All);
        std::iter::once(Breakdown::All).chain(others).collect()
    }

    /// The periods of a year that it is asked for, and those that it has figures of.
    pub fn periods(&self, year: i16) -> BTreeSet<Period> {
        let asked = self.definition.frequency.unwrap_or(Frequency::Irregular);
        let mut periods: BTreeSet<Period> = asked.periods(year).into_iter().collect();
        // In the year after one that was measured none is due.
        let was = self.key(Period::Year(year - 1), Breakdown::All);
        let was = self.indicator.measurements.get(&was);
        let was = was.and_then(|said| said.entries().last());
        let is_measured =
            was.is_some_and(|said| !said.value.settled.is_forecast() && figure(said).is_some());
        if asked == Frequency::EveryOtherYear && is_measured {
            periods.clear();
        }
        let from = MeasuredKey::from(self.body, Period::Year(year - 1));
        let own = self
            .indicator
            .measurements
            .range(from..MeasuredKey::after(self.body));
        let of_year = own
            .map(|(key, _)| key.period)
            .filter(|p| p.last_day().year() == year);
        periods.extend(of_year);
        periods
    }

    /// Whether it is measured for a period: those of its frequency, and any that it has a figure of already.
    pub fn takes(&self, period: Period) -> bool {
        let year = period.last_day().year();
        let asked = match self.definition.frequency {
            None | Some(Frequency::Irregular) => return true,
            Some(asked) => asked.periods(year).contains(&period),
        };
        let known = || {
            self.indicator
                .measurements
                .contains_key(&self.key(period, Breakdown::All))
        };
        asked || known()
    }

    /// What a figure of it is about.
    pub fn key(&self, period: Period, breakdown: Breakdown) -> MeasuredKey {
        MeasuredKey {
            body: self.body,
            period,
            breakdown,
        }
    }

    /// The outcomes of earlier periods of the same length, the earliest first.
    pub fn earlier(&self, period: Period, breakdown: Breakdown) -> Vec<Figure> {
        let before = MeasuredKey::before(self.body)..MeasuredKey::from(self.body, period);
        let all = self.indicator.measurements.range(before);
        let same = all.filter(|(key, _)| {
            let is_as_long = std::mem::discriminant(&key.period) == std::mem::discriminant(&period);
            key.breakdown == breakdown && is_as_long && key.period.last_day() < period.last_day()
        });
        let last = same.filter_map(|(_, said)| said.entries().last());
        let outcomes = last.filter(|said| !said.value.settled.is_forecast());
        outcomes.filter_map(figure).collect()
    }
}

fn figure(said: &Entry<Measurement>) -> Option<Figure> {
    match said.value.value {
        Value::Figure(figure) => Some(figure),
        Value::None(_) => None,
    }
}

impl<'a> Inside<'a> {
    /// The indicators whose figures they report, by the body that answers and then by name. One that bodies are
    /// measured by is theirs for each of their bodies; one that is the whole group's for whoever answers for it.
    pub fn own_indicators(&self) -> Vec<OwnIndicator<'a>> {
        let bodies: BTreeSet<BodyId> = self.writes_for().into_iter().collect();
        let leads = self.follows_the_whole();
        let mut own = Vec::new();
        for (id, indicator) in &self.state.indicators {
            let Some((slug, definition)) = indicator.definitions.at(self.today) else {
                continue;
            };
            // What is worked out is reported by nobody.
            if definition.calculation.is_some() {
                continue;
            }
            let is_own = |whose: Option<BodyId>| whose.map_or(leads, |id| bodies.contains(&id));
            let measured = || indicator.measured_over.keys().copied();
            let is_of_bodies = definition.roll_up.is_some();
            let is_the_groups = (indicator.measured_over.is_empty() && !is_of_bodies)
                || measured().any(|body| body.is_none());
            let groups = is_the_groups.then_some(None).into_iter();
            // What is made of the figures of bodies is asked of each of them, measured before or not.
            let asked = bodies.iter().copied();
            let asked = asked.filter(|body| is_of_bodies && self.is_measured(*body));
            let of_bodies: BTreeSet<BodyId> = measured().flatten().chain(asked).collect();
            let of_bodies = of_bodies.into_iter().map(Some);
            let each = groups.chain(of_bodies).map(|body| OwnIndicator {
                id: *id,
                slug,
                definition,
                body,
                whose: body.or(definition.responsible),
                indicator,
            });
            own.extend(each.filter(|one| is_own(one.whose)));
        }
        let name = |one: &OwnIndicator<'_>| one.definition.names.sv.clone();
        own.sort_by_key(|one| (one.whose, name(one), one.body));
        own
    }

    /// Whether a body is of a kind that figures of the group are made of.
    fn is_measured(&self, body: BodyId) -> bool {
        let kind = self.state.bodies.get(&body).map(|body| body.kind);
        matches!(
            kind,
            Some(
                BodyKind::Committee
                    | BodyKind::ExecutiveBoard
                    | BodyKind::JointCommittee
                    | BodyKind::Company
            )
        )
    }

    /// How many indicators of theirs lack a figure of a period of a year that is over.
    pub fn outcomes_left(&self, year: i16) -> Option<usize> {
        let own = self.own_indicators();
        (!own.is_empty()).then_some(())?;
        let lacks = |one: &OwnIndicator<'a>| {
            let over = one.periods(year).into_iter();
            let mut over = over.filter(|period| period.last_day() < self.today);
            over.any(|period| {
                let mut all = one.breakdowns().into_iter();
                all.all(|of| self.standing(one, one.key(period, of)).is_none())
            })
        };
        Some(own.iter().filter(|one| lacks(one)).count())
    }

    /// What stands of a figure that they report.
    pub fn standing(&self, own: &OwnIndicator<'a>, key: MeasuredKey) -> Option<StandingFigure<'a>> {
        let said = own.indicator.measurements.get(&key)?;
        let last = said.entry_at(self.today)?;
        Some(self.figure_of(last))
    }

    /// What had been recorded of it by an event: what a form showed that was made then.
    pub fn stood_at(
        &self,
        own: &OwnIndicator<'a>,
        key: MeasuredKey,
        position: u64,
    ) -> Option<StandingFigure<'a>> {
        let said = own.indicator.measurements.get(&key)?;
        let last = said.recorded_before(position.saturating_add(1))?;
        Some(self.figure_of(last))
    }

    fn figure_of(&self, said: &'a Entry<Measurement>) -> StandingFigure<'a> {
        StandingFigure {
            measurement: &said.value,
            is_open: self.state.figure_is_open(&said.value, self.today),
        }
    }

    /// The figures of a body that wait for their decision, by indicator, for whoever may read them: who writes for
    /// it or records its decisions. What nobody answers for waits for the executive board, which leads the whole
    /// (kommunallagen 2017:725, 6 kap. 1 §). What was reported too long ago waits no more.
    pub fn waiting_figures(&self, of: BodyId) -> Vec<(IndicatorId, Vec<DecidedFigure>)> {
        if !self.reads_figures_of(of) {
            return Vec::new();
        }
        let indicators = self.state.indicators.iter();
        let waiting = indicators.filter(|(_, indicator)| !indicator.reported.is_empty());
        let waiting = waiting.filter_map(|(id, indicator)| {
            let of_body = MeasuredKey::before(Some(of))..MeasuredKey::after(Some(of));
            let of_body = indicator.reported.range(of_body);
            let answers = self.state.answers_for_figure(*id, None, self.today);
            let is_its = answers.map_or_else(|| self.leads_the_whole(of), |own| own == of);
            let of_group = MeasuredKey::before(None)..MeasuredKey::after(None);
            let of_group = is_its.then(|| indicator.reported.range(of_group));
            let keys = of_body.chain(of_group.into_iter().flatten());
            let figures = keys.filter_map(|key| self.waiting(indicator, *key));
            let figures: Vec<_> = figures.collect();
            (!figures.is_empty()).then_some((*id, figures))
        });
        waiting.collect()
    }

    fn waiting(&self, indicator: &Indicator, key: MeasuredKey) -> Option<DecidedFigure> {
        let oldest = self.today.saturating_sub(RECENT);
        let standing = indicator.measurements.get(&key)?.entry_at(self.today)?;
        let is_open = self.state.figure_is_open(&standing.value, self.today);
        (!is_open && oldest <= standing.on).then(|| DecidedFigure::of(key, &standing.value))
    }

    fn leads_the_whole(&self, body: BodyId) -> bool {
        let kind = self.state.bodies.get(&body).map(|body| body.kind);
        kind == Some(BodyKind::ExecutiveBoard)
    }

    /// Whether what a body has reported and not decided is theirs to read: separate authorities stay separate, also
    /// from those above.
    fn reads_figures_of(&self, of: BodyId) -> bool {
        let mut roles = self.roles().into_iter();
        roles.any(|(role, at)| match role {
            Role::Registrar => at == of || self.state.acts_for(at, of, self.today),
            role => WRITERS.contains(&role) && at == of,
        })
    }
}
