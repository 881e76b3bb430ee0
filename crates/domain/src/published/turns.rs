//! The days on which what residents see of a thing may have changed. Between two of them what
//! they see stands still.

use super::{Published, Thing};
use crate::assessments::Subject;
use crate::decisions::{Adoption, Basis};
use crate::ids::{
    BodyId, DecisionId, DocumentId, ElementId, IndicatorId, ModelId, NoteId, OfficeId, ThreadId,
};
use crate::indicators::{MeasuredKey, TargetBasis};
use crate::notes::About;
use crate::threads::ThreadEnd;
use crate::timeline::Timeline;
use imbl::OrdSet;
use jiff::ToSpan;
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};

/// When what residents see of a thing may have changed, until today.
#[derive(Clone, Debug, Default)]
pub struct Turning {
    /// Every day on which it may have. Between two of them all that they see stands still.
    pub days: BTreeSet<Date>,
    /// Those on which a verdict may have come or gone.
    pub judged: BTreeSet<Date>,
    /// Those on which a target may have come or gone.
    pub aimed: BTreeSet<Date>,
    /// Those from which published figures stand, each with what they are about. So the figures
    /// of a day are found without looking through all others.
    pub measured: BTreeMap<Date, Vec<MeasuredKey>>,
}

impl Published<'_> {
    /// When what residents see of a thing may have changed.
    pub fn turning(&self, thing: Thing) -> Turning {
        self.turns(thing, true)
    }

    /// The days until today on which what residents see of a thing may have changed. No figure
    /// is looked at for them.
    pub fn turning_days(&self, thing: Thing) -> BTreeSet<Date> {
        self.turns(thing, false).days
    }

    fn turns(&self, thing: Thing, with_figures: bool) -> Turning {
        let mut turns = Turns {
            lens: *self,
            days: BTreeSet::new(),
            found: Turning::default(),
            with_figures,
        };
        // A thing that is gone from State has no days; the answer is then empty.
        let known = turns.of(thing);
        debug_assert!(known.is_some(), "a thing is asked for that is not there");
        let days = turns.days;
        Turning {
            days,
            ..turns.found
        }
    }
}

/// The days of one thing, while they are gathered.
struct Turns<'a> {
    lens: Published<'a>,
    days: BTreeSet<Date>,
    found: Turning,
    /// Whether it is wanted which figures stand from which day.
    with_figures: bool,
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
        let others = std::mem::take(&mut self.days);
        for id in state.judged.get(&subject).into_iter().flatten() {
            if let Some(assessment) = state.assessments.get(id) {
                self.adopted(&assessment.decided);
            }
        }
        self.found.judged = std::mem::replace(&mut self.days, others);
        self.days.extend(&self.found.judged);
    }

    fn aimed(&mut self, id: IndicatorId) {
        let others = std::mem::take(&mut self.days);
        let indicator = self.lens.state.indicators.get(&id);
        for target in indicator.into_iter().flat_map(|i| i.targets.values()) {
            self.timeline(target);
            for entry in target.up_to(self.lens.today) {
                if let TargetBasis::Decision(id) = entry.value.basis {
                    self.decision(id);
                }
            }
        }
        self.found.aimed = std::mem::replace(&mut self.days, others);
        self.days.extend(&self.found.aimed);
    }

    fn measured(&mut self, id: IndicatorId) {
        let Some(indicator) = self.lens.state.indicators.get(&id) else {
            return;
        };
        let days = indicator.measured_on.range(..=self.lens.today);
        self.days.extend(days.copied());
        let measured = &mut self.found.measured;
        let figures = indicator.measurements.iter();
        for (key, said) in figures.filter(|_| self.with_figures) {
            for entry in said.up_to(self.lens.today) {
                if entry.value.source.is_some() {
                    measured.entry(entry.on).or_default().push(*key);
                }
            }
        }
    }

    fn of(&mut self, thing: Thing) -> Option<()> {
        let state = self.lens.state;
        match thing {
            Thing::Decision(id) => {
                self.day(state.decisions.get(&id)?.on);
                self.decision(id);
            }
            Thing::Whole => self.judged(Subject::Whole),
            Thing::FinancialManagement(scope) => self.judged(Subject::FinancialManagement(scope)),
            Thing::Guidelines(year) => {
                let said = state.guidance.values().filter_map(|g| g.last());
                for word in said.filter(|word| word.says.year == year) {
                    self.day(word.on);
                    self.decision(word.says.decision);
                }
            }
            Thing::Report(id) => {
                let word = state.reports.get(&id)?.last()?;
                self.day(word.on);
                if let Basis::Decision(id) = word.says.basis {
                    self.decision(id);
                }
            }
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
                self.model(plan.model);
                let decided = plan.stages.up_to(self.lens.today).iter();
                let decided: Vec<_> = decided.filter_map(|e| Some((e.on, e.value.1?))).collect();
                for (on, by) in decided {
                    self.day(on);
                    self.decision(by);
                }
            }
            Thing::Body(id) => self.body(id)?,
            Thing::Document(id) => self.document(id)?,
            Thing::Rule(id) => {
                let rule = state.external_rules.get(&id)?;
                self.timeline(&rule.versions);
                self.timeline(&rule.checks);
                for version in rule.versions.up_to(self.lens.today) {
                    self.day(version.value.in_force_from.day());
                    if let Some(to) = version.value.in_force_to {
                        self.after(to.last_day());
                    }
                }
            }
            Thing::Frame(id) => {
                let entry = state.frame_entries.get(&id)?;
                self.day(entry.on);
                self.decision(entry.record.decision);
                self.models();
            }
            Thing::Accounts(id) => {
                self.timeline(state.accounts.get(&id)?);
                self.models();
            }
            Thing::Note(id) => self.note(id)?,
            Thing::Notice(id) => self.timeline(&state.notices.get(&id)?.versions),
            Thing::Office(id) => self.office(id)?,
            Thing::Pages => {
                for page in state.pages.values() {
                    self.timeline(page);
                }
            }
        }
        Some(())
    }

    /// Before its model is in force, nothing of a thing is shown.
    fn model(&mut self, id: ModelId) {
        let model = self.lens.state.models.get(&id);
        if let Some(since) = model.and_then(|model| model.in_force) {
            self.day(since.day());
        }
    }

    /// What is told in the annual plan of whatever direction there is for the year.
    fn models(&mut self) {
        for id in self.lens.state.models.keys() {
            self.model(*id);
        }
    }

    /// A note of a direction is shown when that is in force.
    fn note(&mut self, id: NoteId) -> Option<()> {
        let note = self.lens.state.notes.get(&id)?;
        self.timeline(note);
        for said in note.up_to(self.lens.today) {
            match said.value.about {
                About::Model(model) => self.model(model),
                About::Body(body) => self.day(self.lens.state.bodies.get(&body)?.on),
                _ => {}
            }
        }
        Some(())
    }

    fn body(&mut self, id: BodyId) -> Option<()> {
        let state = self.lens.state;
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
        if let Some(shares) = state.shares.get(&id) {
            self.timeline(shares);
            for share in shares.up_to(self.lens.today) {
                self.day(share.value.from.day());
            }
        }
        let terms = state.terms.values().filter_map(|term| term.last());
        for word in terms.filter(|word| word.says.body == id) {
            self.day(word.on);
        }
        Some(())
    }

    /// A document turns when it is adopted, when its own days come, and when another that
    /// replaces it holds.
    fn document(&mut self, id: DocumentId) -> Option<()> {
        let state = self.lens.state;
        let document = state.documents.get(&id)?;
        self.adopted(&document.adopted);
        let replacing = document.replaced_by.iter();
        let replacing = replacing.filter_map(|id| state.documents.get(id));
        for next in replacing.chain([document]) {
            self.adopted(&next.adopted);
            for entry in next.adopted.up_to(self.lens.today) {
                let Some(draft) = next.draft(entry.value.wording) else {
                    continue;
                };
                if let Some(from) = draft.wording.valid_from {
                    self.day(from.day());
                }
                if let Some(to) = draft.wording.valid_to {
                    self.after(to.last_day());
                }
            }
        }
        Some(())
    }

    fn office(&mut self, id: OfficeId) -> Option<()> {
        let office = self.lens.state.offices.get(&id)?;
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
        Some(())
    }

    /// A link is told when it is tied or untied, and when what it leads to comes or goes.
    fn links(&mut self, up: &OrdSet<ThreadId>) {
        let state = self.lens.state;
        let tied = up.iter().filter_map(|id| state.threads.get(id));
        for thread in tied {
            self.timeline(&thread.tied);
            match thread.to {
                ThreadEnd::Element(id) => {
                    let above = state.elements.get(&id);
                    above.into_iter().for_each(|e| self.adopted(&e.adopted));
                }
                ThreadEnd::Vision(id) => {
                    let vision = state.visions.get(&id);
                    vision.into_iter().for_each(|v| self.adopted(&v.adopted));
                }
                ThreadEnd::Document(id) => {
                    let document = state.documents.get(&id);
                    document.into_iter().for_each(|d| self.adopted(&d.adopted));
                    let rule = state.external_rules.get(&id);
                    rule.into_iter().for_each(|r| self.timeline(&r.versions));
                }
            }
        }
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
        if let Some(model) = element.model {
            self.model(model);
        }
        self.links(&element.up);
        self.judged(Subject::Element(id));
        Some(())
    }

    fn indicator(&mut self, id: IndicatorId) -> Option<()> {
        let state = self.lens.state;
        let indicator = state.indicators.get(&id)?;
        self.timeline(&indicator.definitions);
        self.measured(id);
        self.aimed(id);
        // One that is there only for what it serves is shown when that is adopted.
        for (element, serves) in &indicator.serves {
            self.timeline(serves);
            if let Some(element) = state.elements.get(element) {
                self.adopted(&element.adopted);
            }
        }
        for (_, compared) in state
            .comparisons
            .get(&id)
            .into_iter()
            .flat_map(|all| all.iter())
        {
            self.timeline(compared);
        }
        self.judged(Subject::Indicator(id));
        Some(())
    }
}
