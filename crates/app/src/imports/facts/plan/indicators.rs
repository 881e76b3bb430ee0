//! Indicators with their outcomes and targets.

use super::super::indicators::{IndicatorIn, OutcomeIn, TargetIn};
use super::super::years::year_in;
use super::{Planner, Reason, Room, places, standing_from};
use jiff::civil::Date;
use riktning_domain::ids::{ElementId, IndicatorId};
use riktning_domain::indicators::{
    Aim, DefineIndicator, Definition, Interpretation, MeasuredKey, NoValue, ReportMeasurement,
    ServeElement, SetTarget, Settled, TargetBasis, Value,
};
use riktning_domain::{Command, Dated, Names, Period, Text};
use std::collections::BTreeMap;

impl Planner<'_> {
    pub(super) fn indicators(&mut self) {
        let mut indicators: Vec<&IndicatorIn> = self.facts.indicators.iter().collect();
        indicators.sort_by(|a, b| a.id.cmp(&b.id));
        for (order, indicator) in places(1).zip(indicators) {
            self.indicator(indicator, order);
        }
    }

    fn indicator(&mut self, indicator: &IndicatorIn, order: u16) {
        let id = IndicatorId(self.id("indicator", &indicator.id));
        let goal = indicator.goal.as_ref().and_then(|(goal, _, ours)| {
            let goal = self.facts.goals.iter().find(|g| g.id == *goal)?;
            Some((goal, self.period_of(goal)?, *ours))
        });
        let observed = indicator.outcomes.iter().map(|o| o.period.first_day());
        let aimed = indicator
            .target
            .iter()
            .filter_map(|t| Date::new(t.year?, 1, 1).ok());
        let goal_day = goal.map(|(_, period, _)| period.period.first_day());
        let first = observed
            .chain(aimed)
            .min()
            .or(goal_day)
            .unwrap_or(self.base);
        if first > self.today {
            self.report(&indicator.path, Reason::NotYet);
            return;
        }
        let known = self.published.indicator(id);
        let slug = match known {
            Some(known) => known.slug.clone(),
            None => self.slug(Room::Indicators, &indicator.name),
        };
        let decimals = indicator
            .outcomes
            .iter()
            .filter_map(|o| o.value)
            .map(|v| v.decimals())
            .max();
        // What somebody here has said beside the source stays: the source says nothing of it.
        let own = known.map(|known| known.definition);
        let named = own.map(|own| &own.names);
        let named = named.filter(|names| names.sv.as_str() == Some(indicator.name.as_str()));
        let definition = Definition {
            names: named
                .cloned()
                .unwrap_or_else(|| Names::swedish(indicator.name.as_str())),
            unit: indicator.unit.clone(),
            decimals: decimals
                .and_then(|d| u8::try_from(d).ok())
                .unwrap_or(0)
                .min(6),
            better: indicator.better,
            class: indicator.class.0,
            class_interpretation: indicator.class.1,
            frequency: own.and_then(|own| own.frequency),
            breakdowns: own.map(|own| own.breakdowns.clone()).unwrap_or_default(),
            tolerance: own.and_then(|own| own.tolerance),
            description: own.and_then(|own| own.description.clone()),
            note: indicator.note.as_deref().map(Text::from),
            breaks: own.map(|own| own.breaks.clone()).unwrap_or_default(),
            responsible: own.and_then(|own| own.responsible),
            source: self.source_id(&indicator.source),
            calculation: own.and_then(|own| own.calculation.clone()),
            roll_up: own.and_then(|own| own.roll_up),
        };
        let anew = known.is_some_and(|known| *known.definition != definition);
        let stood = known.is_some_and(|known| known.since() <= first);
        for since in standing_from(first, anew, stood) {
            let command = DefineIndicator {
                indicator: id,
                slug: slug.clone(),
                definition: definition.clone(),
                since,
            };
            self.add(&indicator.path, Command::DefineIndicator(command));
        }
        if let Some((goal, period, interpretation)) = goal
            && period.period.first_day() <= self.today
        {
            let command = ServeElement {
                indicator: id,
                element: ElementId(self.id("goal", &goal.id)),
                order,
                interpretation,
                since: Some(Dated::not_found(first.max(period.period.first_day()))),
            };
            self.add(&indicator.path, Command::ServeElement(command));
        }
        let mut seen: BTreeMap<(Period, _), &OutcomeIn> = BTreeMap::new();
        for path in &indicator.said_twice {
            self.report(path, Reason::Repeated);
        }
        for outcome in &indicator.outcomes {
            match seen.insert((outcome.period, outcome.breakdown), outcome) {
                Some(other) if other.value == outcome.value => {
                    self.report(&outcome.path, Reason::Repeated);
                }
                Some(_) => self.report(&outcome.path, Reason::Conflict),
                None => self.measurement(id, outcome),
            }
        }
        if let Some(target) = &indicator.target {
            self.target(
                id,
                indicator,
                target,
                first,
                goal.map(|(_, period, _)| period.period),
            );
        }
    }

    fn measurement(&mut self, indicator: IndicatorId, outcome: &OutcomeIn) {
        let Some(source) = self.source_id(&outcome.source) else {
            self.report(&outcome.path, Reason::NoSource);
            return;
        };
        if outcome.period.first_day() > self.today {
            self.report(&outcome.path, Reason::NotYet);
            return;
        }
        let value = outcome
            .value
            .map_or(Value::None(NoValue::NotStated), Value::Figure);
        let known = self.published.indicator(indicator).and_then(|known| {
            let standing = known.measurement(MeasuredKey {
                body: None,
                period: outcome.period,
                breakdown: outcome.breakdown,
            })?;
            let measurement = standing.measurement;
            Some((measurement.value.clone(), measurement.settled))
        });
        // A changed figure stands beside the old one; one that was not settled is settled by it.
        let settled = match known {
            Some((_, Settled::Forecast(_) | Settled::Preliminary)) => Settled::Final,
            Some((standing, _)) if standing != value => Settled::Revised,
            Some((_, settled)) => settled,
            None => Settled::Told,
        };
        let command = ReportMeasurement {
            indicator,
            period: outcome.period,
            body: None,
            breakdown: outcome.breakdown,
            value,
            settled,
            collected: None,
            source: Some(source),
            note: outcome.note.as_deref().map(Text::from),
        };
        self.add(&outcome.path, Command::ReportMeasurement(command));
    }

    fn target(
        &mut self,
        indicator: IndicatorId,
        of: &IndicatorIn,
        target: &TargetIn,
        first: Date,
        goal: Option<Period>,
    ) {
        let aim = match (target.value, &target.note) {
            (Some(value), _) => Aim::At(value),
            (None, Some(note)) => Aim::InWords(note.as_str().into()),
            (None, None) => return,
        };
        let Some(source) = self.source_id(&target.source) else {
            self.report(&target.path, Reason::NoSource);
            return;
        };
        // What a source of 2013 says is of no goal of 2016, and nobody knew in 2020 what one of
        // 2021 says.
        let told = target.source.as_ref().and_then(|s| year_in(&s.title));
        let goal = goal.filter(|goal| told.is_none_or(|told| told >= goal.first_day().year()));
        // The year that the note names, else the period of the goal, else the year of the source
        // or of the figures.
        let year = target.year.map(Period::Year);
        let latest = of.outcomes.iter().map(|o| o.period).max();
        let Some(period) = year.or(goal).or(told.map(Period::Year)).or(latest) else {
            self.report(&target.path, Reason::NotInTheFile);
            return;
        };
        let told = told.and_then(|year| Date::new(year, 1, 1).ok());
        let first = told.map_or(first, |told| told.max(first));
        // A target for a time to come stands from when the figures were first seen.
        let since = Some(period.first_day().max(first))
            .filter(|day| *day <= self.today)
            .unwrap_or(first);
        let command = SetTarget {
            indicator,
            period,
            period_interpretation: Interpretation::Ours,
            body: None,
            aim,
            basis: TargetBasis::Source(source, Dated::not_found(since)),
            note: target.value.and(target.note.as_deref()).map(Text::from),
        };
        self.add(&target.path, Command::SetTarget(command));
    }
}
