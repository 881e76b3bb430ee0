//! Everything that residents may look for, and the days on which what they see of it may have
//! changed: what search and the change log are made of.
//!
//! Nothing here says a word of any thing. Who wants its words asks the lens on a day, and gets
//! what residents saw on that day or nothing.

use super::Published;
use crate::assessments::Subject;
use crate::decisions::{Adoption, Basis};
use crate::ids::{
    BodyId, DecisionId, DocumentId, ElementId, IndicatorId, ModelId, NoticeId, OfficeId, PlanId,
    TopicId, VisionId,
};
use crate::indicators::TargetBasis;
use crate::plans::PlanStage;
use crate::timeline::Timeline;
use jiff::ToSpan;
use jiff::civil::Date;
use std::collections::BTreeSet;

/// Something that has words of its own on the public site.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Thing {
    /// The strategic direction of a goal period.
    Model(ModelId),
    /// A vision.
    Vision(VisionId),
    /// A perspective, a value, a process, a target group.
    Topic(TopicId),
    /// A goal, a commitment, an activity.
    Element(ElementId),
    /// An indicator.
    Indicator(IndicatorId),
    /// A plan of a body for a period.
    Plan(PlanId),
    /// A body.
    Body(BodyId),
    /// A governing document.
    Document(DocumentId),
    /// A law or other rule from outside.
    Rule(DocumentId),
    /// A service notice.
    Notice(NoticeId),
    /// An office of the contact centre.
    Office(OfficeId),
}

impl<'a> Published<'a> {
    /// The same lens on an earlier day; on a day to come it is today's.
    pub fn on(&self, day: Date) -> Published<'a> {
        Published {
            day: day.min(self.today),
            ..*self
        }
    }

    /// What residents may ever have seen, by its id. Some of it they have not: ask the lens.
    pub fn things(&self) -> Vec<Thing> {
        let state = self.state;
        let mut things = Vec::new();
        things.extend(state.models.keys().map(|id| Thing::Model(*id)));
        things.extend(state.visions.keys().map(|id| Thing::Vision(*id)));
        things.extend(state.topics.keys().map(|id| Thing::Topic(*id)));
        things.extend(state.elements.keys().map(|id| Thing::Element(*id)));
        things.extend(state.indicators.keys().map(|id| Thing::Indicator(*id)));
        things.extend(state.plans.keys().map(|id| Thing::Plan(*id)));
        things.extend(state.bodies.keys().map(|id| Thing::Body(*id)));
        things.extend(state.documents.keys().map(|id| Thing::Document(*id)));
        things.extend(state.external_rules.keys().map(|id| Thing::Rule(*id)));
        things.extend(state.notices.keys().map(|id| Thing::Notice(*id)));
        things.extend(state.offices.keys().map(|id| Thing::Office(*id)));
        things
    }

    /// The days until today on which what residents see of a thing may have changed. Between
    /// two of them its words stand still.
    pub fn turning_days(&self, thing: Thing) -> BTreeSet<Date> {
        let mut turns = Turns {
            lens: *self,
            days: BTreeSet::new(),
        };
        // A thing that is gone from State has no days; the answer is then empty.
        let known = turns.of(thing);
        debug_assert!(known.is_some(), "a thing is asked for that is not there");
        turns.days
    }

    /// A plan that a decision had adopted by the day.
    pub fn plan(&self, id: PlanId) -> Option<super::PublicPlan<'a>> {
        let plan = self.state.plans.get(&id)?;
        let adopted = self.state.plan_stage(plan, self.day) >= Some(PlanStage::Adopted);
        adopted.then(|| super::PublicPlan::new(id, plan, *self))
    }

    /// The decisions that had been made by the day, the earliest first.
    pub fn decisions(&self) -> Vec<(Date, super::PublicDecision<'a>)> {
        let decisions = self.state.decisions.iter();
        let made = decisions.filter_map(|(id, d)| Some((d.on, self.decision(*id)?)));
        let mut made: Vec<_> = made.collect();
        made.sort_by_key(|(on, d)| (*on, d.record.decision));
        made
    }

    /// The days until today on which something became of a decision.
    pub fn decision_days(&self, id: DecisionId) -> BTreeSet<Date> {
        let stages = self.state.decisions.get(&id).map(|d| &d.stages);
        let entries = stages.map(|s| s.up_to(self.today)).unwrap_or_default();
        entries.iter().map(|e| e.on).collect()
    }
}

/// The days of one thing, while they are gathered.
struct Turns<'a> {
    lens: Published<'a>,
    days: BTreeSet<Date>,
}

impl Turns<'_> {
    fn day(&mut self, day: Date) {
        if day <= self.lens.today {
            self.days.insert(day);
        }
    }

    /// The day after a last one.
    fn after(&mut self, last: Date) {
        if let Ok(next) = last.checked_add(1.day()) {
            self.day(next);
        }
    }

    fn timeline<T>(&mut self, timeline: &Timeline<T>) {
        for entry in timeline.up_to(self.lens.today) {
            self.day(entry.on);
        }
    }

    fn decision(&mut self, id: DecisionId) {
        self.days.append(&mut self.lens.decision_days(id));
    }

    fn adopted(&mut self, adopted: &Timeline<Adoption>) {
        self.timeline(adopted);
        for entry in adopted.up_to(self.lens.today) {
            if let Basis::Decision(id) = entry.value.basis {
                self.decision(id);
            }
        }
    }

    fn judged(&mut self, subject: Subject) {
        let state = self.lens.state;
        for id in state.judged.get(&subject).into_iter().flatten() {
            if let Some(assessment) = state.assessments.get(id) {
                self.adopted(&assessment.decided);
            }
        }
    }

    fn of(&mut self, thing: Thing) -> Option<()> {
        let state = self.lens.state;
        match thing {
            Thing::Model(id) => {
                let model = state.models.get(&id)?;
                if let Some(since) = model.in_force {
                    self.day(since.day());
                    self.timeline(&model.definitions);
                }
            }
            Thing::Vision(id) => self.adopted(&state.visions.get(&id)?.adopted),
            Thing::Topic(id) => {
                let topic = state.topics.get(&id)?;
                self.timeline(&topic.descriptions);
                self.timeline(&topic.slugs);
                self.judged(Subject::Topic(id));
            }
            Thing::Element(id) => self.element(id)?,
            Thing::Indicator(id) => self.indicator(id)?,
            Thing::Plan(id) => {
                let plan = state.plans.get(&id)?;
                let decided = plan.stages.up_to(self.lens.today).iter();
                let decided: Vec<_> = decided.filter_map(|e| Some((e.on, e.value.1?))).collect();
                for (on, by) in decided {
                    self.day(on);
                    self.decision(by);
                }
            }
            Thing::Body(id) => {
                let body = state.bodies.get(&id)?;
                self.day(body.on);
                self.timeline(&body.names);
                self.timeline(&body.ends);
                self.timeline(&body.answers_to);
                for name in body.names.up_to(self.lens.today) {
                    self.day(name.value.from);
                }
                for end in body.ends.up_to(self.lens.today) {
                    self.after(end.value.last_day);
                }
                for directive in state.directives_of.get(&id).into_iter().flatten() {
                    if let Some(directive) = state.directives.get(directive) {
                        self.adopted(&directive.decided);
                        self.timeline(&directive.bound);
                        for bound in directive.bound.up_to(self.lens.today) {
                            self.decision(bound.value.1);
                        }
                    }
                }
            }
            Thing::Document(id) => self.adopted(&state.documents.get(&id)?.adopted),
            Thing::Rule(id) => {
                let rule = state.external_rules.get(&id)?;
                self.timeline(&rule.versions);
                self.timeline(&rule.checks);
            }
            Thing::Notice(id) => self.timeline(&state.notices.get(&id)?.versions),
            Thing::Office(id) => {
                let office = state.offices.get(&id)?;
                self.timeline(&office.descriptions);
                for described in office.descriptions.up_to(self.lens.today) {
                    self.day(described.value.from.day());
                    if let Some(to) = described.value.to {
                        self.after(to);
                    }
                }
                for hours in office.hours.values() {
                    self.timeline(hours);
                    for set in hours.up_to(self.lens.today) {
                        self.day(set.value.from.day());
                    }
                }
            }
        }
        Some(())
    }

    fn element(&mut self, id: ElementId) -> Option<()> {
        let state = self.lens.state;
        let element = state.elements.get(&id)?;
        if element.adopted.is_empty() {
            return Some(());
        }
        self.adopted(&element.adopted);
        self.timeline(&element.transfers);
        self.timeline(&element.endings);
        let given = element.transfers.up_to(self.lens.today).iter();
        let ended = element.endings.up_to(self.lens.today).iter();
        let by = given.map(|e| e.value.1).chain(ended.map(|e| e.value.1));
        for decision in by.collect::<Vec<_>>() {
            self.decision(decision);
        }
        // Before its model is in force, nothing of it is shown.
        if let Some(since) = element
            .model
            .and_then(|model| state.models.get(&model)?.in_force)
        {
            self.day(since.day());
        }
        self.judged(Subject::Element(id));
        Some(())
    }

    fn indicator(&mut self, id: IndicatorId) -> Option<()> {
        let state = self.lens.state;
        let indicator = state.indicators.get(&id)?;
        self.timeline(&indicator.definitions);
        for measured in indicator.measurements.values() {
            for entry in measured.up_to(self.lens.today) {
                if entry.value.source.is_some() {
                    self.day(entry.on);
                }
            }
        }
        for target in indicator.targets.values() {
            self.timeline(target);
            for entry in target.up_to(self.lens.today) {
                if let TargetBasis::Decision(id) = entry.value.basis {
                    self.decision(id);
                }
            }
        }
        // One that is there only for what it serves is shown when that is adopted.
        for (element, serves) in &indicator.serves {
            self.timeline(serves);
            if let Some(element) = state.elements.get(element) {
                self.adopted(&element.adopted);
            }
        }
        self.judged(Subject::Indicator(id));
        Some(())
    }
}
