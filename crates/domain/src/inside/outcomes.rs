//! The figures that somebody reports, and those that wait for their decision.

use super::Inside;
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
    /// The event that said it.
    pub position: u64,
}

/// For how long after the end of its period a figure waits for its decision on somebody's desk.
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
        if asked == Frequency::EveryOtherYear && self.indicator.measurements.contains_key(&was) {
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
    /// The bodies whose figures they report: those that they write for, and for a controller those below.
    fn measures_for(&self) -> BTreeSet<BodyId> {
        let mut own: BTreeSet<BodyId> = self.writes_for().into_iter().collect();
        for above in self.holds(Role::Controller) {
            let bodies = self.state.bodies.keys().copied();
            own.extend(bodies.filter(|id| self.state.answers_up_to_on(*id, above, self.today)));
        }
        own
    }

    /// The indicators whose figures they report, by the body that answers and then by name. One that bodies are
    /// measured by is theirs for each of their bodies; one that is the whole group's for whoever answers for it.
    pub fn own_indicators(&self) -> Vec<OwnIndicator<'a>> {
        let bodies = self.measures_for();
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
            let is_the_groups =
                indicator.measured_over.is_empty() || measured().any(|b| b.is_none());
            let groups = is_the_groups.then_some(None).into_iter();
            let of_bodies = measured().flatten().map(Some);
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
            position: said.position,
        }
    }

    /// The figures of a body that wait for their decision, by indicator, for whoever may read them: who writes for
    /// it, records its decisions or follows it as a controller. What is too long ago waits no more.
    pub fn waiting_figures(&self, of: BodyId) -> Vec<(IndicatorId, Vec<DecidedFigure>)> {
        if !self.reads_figures_of(of) {
            return Vec::new();
        }
        let oldest = self.today.saturating_sub(RECENT);
        let indicators = self.state.indicators.iter();
        let waiting = indicators.filter(|(_, indicator)| !indicator.reported.is_empty());
        let waiting = waiting.filter_map(|(id, indicator)| {
            let own = indicator.reported.iter().filter(|key| {
                let whose = self.state.answers_for_figure(*id, key.body, self.today);
                whose == Some(of) && oldest <= key.period.last_day()
            });
            let figures = own.filter_map(|key| {
                let standing = indicator.measurements.get(key)?.at(self.today)?;
                let waits = !self.state.figure_is_open(standing, self.today);
                waits.then(|| DecidedFigure::of(*key, standing))
            });
            let figures: Vec<_> = figures.collect();
            (!figures.is_empty()).then_some((*id, figures))
        });
        waiting.collect()
    }

    fn reads_figures_of(&self, of: BodyId) -> bool {
        let mut roles = self.roles().into_iter();
        roles.any(|(role, at)| match role {
            Role::Registrar => self.decides_for(at, of),
            Role::Controller => self.state.answers_up_to_on(of, at, self.today),
            role => WRITERS.contains(&role) && at == of,
        })
    }
}
