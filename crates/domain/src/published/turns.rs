//! The days on which what residents see of a thing may have changed. Between two of them what
//! they see stands still.

use super::{Published, Thing};
use crate::assessments::Subject;
use crate::decisions::{Adoption, Basis};
use crate::ids::{
    BodyId, DecisionId, DocumentId, ElementId, IndicatorId, ModelId, NoteId, OfficeId, ThreadId,
};
use crate::indicators::{Indicator, MeasuredKey, OpenBy, TargetBasis};
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
        let mut turning = Turning::default();
        self.turns(thing, &mut turning);
        if let Thing::Indicator(id) = thing {
            turning.measured = self.figures_by_day(id);
        }
        turning
    }

    /// The days until today on which what residents see of a thing may have changed. No figure
    /// is looked at for them.
    pub fn turning_days(&self, thing: Thing) -> BTreeSet<Date> {
        let mut days = BTreeSet::new();
        self.turns(thing, &mut days);
        days
    }

    /// The last day by another on which what residents see of a thing may have changed. Nothing
    /// is gathered for it, and no figure is looked at: a page asks it of all that it lists.
    pub fn turned_last(&self, thing: Thing, by: Date) -> Option<Date> {
        let mut last = Last { by, found: None };
        self.turns(thing, &mut last);
        last.found
    }

    fn turns(&self, thing: Thing, days: &mut impl Days) {
        let mut turns = Turns {
            lens: *self,
            days,
            with: With::Rest,
        };
        // A thing that is gone from State has no days; the answer is then empty.
        let known = turns.of(thing);
        debug_assert!(known.is_some(), "a thing is asked for that is not there");
    }

    /// An indicator's published figures by the day from which each stands.
    fn figures_by_day(&self, id: IndicatorId) -> BTreeMap<Date, Vec<MeasuredKey>> {
        let mut by_day: BTreeMap<Date, Vec<MeasuredKey>> = BTreeMap::new();
        let indicator = self.state.indicators.get(&id);
        for (key, said) in indicator.into_iter().flat_map(|i| i.measurements.iter()) {
            for entry in said.up_to(self.today) {
                let Some(open_by) = entry.value.open_by else {
                    continue;
                };
                by_day.entry(entry.on).or_default().push(*key);
                // What a court has quashed stands no more from that day.
                if let OpenBy::Decision(id) = open_by {
                    let quashed = self.state.quashed.get(&id).copied();
                    let quashed = quashed.filter(|day| *day <= self.today);
                    if let Some(day) = quashed {
                        by_day.entry(day).or_default().push(*key);
                    }
                }
            }
        }
        by_day
    }
}

/// What may have come or gone on a day.
#[derive(Clone, Copy)]
enum With {
    Verdict,
    Target,
    Rest,
}

/// Who is told the days of a thing, in any order and any number of times.
trait Days {
    fn tell(&mut self, day: Date, with: With);
    /// Those of many that are no later than another.
    fn tell_many(&mut self, days: &OrdSet<Date>, until: Date);
}

impl Days for Turning {
    fn tell(&mut self, day: Date, with: With) {
        self.days.insert(day);
        match with {
            With::Verdict => self.judged.insert(day),
            With::Target => self.aimed.insert(day),
            With::Rest => false,
        };
    }

    fn tell_many(&mut self, days: &OrdSet<Date>, until: Date) {
        self.days.extend(days.range(..=until).copied());
    }
}

impl Days for BTreeSet<Date> {
    fn tell(&mut self, day: Date, _: With) {
        self.insert(day);
    }

    fn tell_many(&mut self, days: &OrdSet<Date>, until: Date) {
        self.extend(days.range(..=until).copied());
    }
}

/// The last of the days by another.
struct Last {
    by: Date,
    found: Option<Date>,
}

impl Days for Last {
    fn tell(&mut self, day: Date, _: With) {
        if day <= self.by {
            self.found = self.found.max(Some(day));
        }
    }

    fn tell_many(&mut self, days: &OrdSet<Date>, until: Date) {
        let last = days.range(..=until.min(self.by)).next_back();
        self.found = self.found.max(last.copied());
    }
}

/// The days of one thing, while they are told.
struct Turns<'a, D> {
    lens: Published<'a>,
    days: &'a mut D,
    /// What may have come or gone on those that are told now.
    with: With,
}

impl<D: Days> Turns<'_, D> {
    fn day(&mut self, day: Date) {
        if day <= self.lens.today {
            self.days.tell(day, self.with);
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
        if let Some(decision) = self.lens.state.decisions.get(&id) {
            self.timeline(&decision.stages);
        }
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
        self.with = With::Verdict;
        for id in state.judged.get(&subject).into_iter().flatten() {
            if let Some(assessment) = state.assessments.get(id) {
                self.adopted(&assessment.decided);
            }
        }
        self.with = With::Rest;
    }

    fn aimed(&mut self, indicator: &Indicator) {
        self.with = With::Target;
        for target in indicator.targets.values() {
            self.timeline(target);
            for entry in target.up_to(self.lens.today) {
                if let TargetBasis::Decision(id) = entry.value.basis {
                    self.decision(id);
                }
            }
        }
        self.with = With::Rest;
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
                for (_, said) in topic
                    .descriptions
                    .up_to(self.lens.today)
                    .iter()
                    .map(|e| &e.value)
                {
                    if let Some(last) = said.last_day {
                        self.after(last);
                    }
                }
                self.judged(Subject::Topic(id));
            }
            Thing::Element(id) => self.element(id)?,
            Thing::Indicator(id) => self.indicator(id)?,
            Thing::Plan(id) => {
                let plan = state.plans.get(&id)?;
                self.model(plan.model);
                for stage in plan.stages.up_to(self.lens.today) {
                    if let Some(by) = stage.value.1 {
                        self.day(stage.on);
                        self.decision(by);
                    }
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
            Thing::Written(id) => self.timeline(state.written_pages.get(&id)?),
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
        for decision in state.organised_by.get(&id).into_iter().flatten() {
            self.day(state.decisions.get(decision)?.on);
            self.decision(*decision);
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
        self.timeline(&element.readings);
        let given = element.transfers.up_to(self.lens.today).iter();
        let ended = element.endings.up_to(self.lens.today).iter();
        let by = given.map(|e| e.value.1).chain(ended.map(|e| e.value.1));
        for decision in by {
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
        let days = &indicator.measured_on;
        self.days.tell_many(days, self.lens.today);
        for decision in &indicator.opened_by {
            self.decision(*decision);
        }
        self.aimed(indicator);
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
