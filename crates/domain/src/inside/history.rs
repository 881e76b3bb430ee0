//! What happened to a thing, and who recorded it: for whoever may read it.
//!
//! Each timeline of State knows by which event each of its values came to be. So the events of a
//! thing are found in its own timelines, and nothing is kept a second time (decision 084).

use super::{Inside, Standing};
use crate::assessments::{Subject, Verdict};
use crate::bodies::BodyEnd;
use crate::criteria::{self, Finding};
use crate::documents::DocumentWording;
use crate::elements::{Ending, Wording};
use crate::event::Recorded;
use crate::ids::{
    AssessmentId, BodyId, DecisionId, DirectiveId, DocumentId, ElementId, IndicatorId, PageId,
    PersonId, PlanId, ThreadId, WordingId,
};
use crate::indicators::{Aim, Definition, MeasuredKey, Measurement};
use crate::models::Level;
use crate::periods::Period;
use crate::permissions::{
    Role, User, may_read_document, may_read_event, may_read_register, may_read_verdict,
    may_read_wording, reads_content,
};
use crate::register::{Registered, Sought};
use crate::slugs::Slug;
use crate::texts::Names;
use crate::threads::ThreadEnd;
use crate::timeline::Timeline;
use crate::visibility::{Readable, Visibility};
use jiff::civil::Date;
use std::collections::BTreeSet;
use std::ops::Range;

/// A thing that has a history of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HistoryOf {
    /// An element of the plan, of any level.
    Element(ElementId),
    /// An indicator.
    Indicator(IndicatorId),
    /// A governing document.
    Document(DocumentId),
    /// A law or other rule from outside.
    Rule(DocumentId),
    /// An owner directive.
    Directive(DirectiveId),
    /// A page that the municipality writes itself.
    Page(PageId),
}

/// An element as its history names it: also when it was taken back or has ended.
#[derive(Clone, Copy, Debug)]
pub struct Remembered<'a> {
    /// Which element.
    pub id: ElementId,
    /// Its number.
    pub number: u32,
    /// Its level.
    pub level: &'a Level,
    /// The newest of its wordings that the person may read.
    pub wording: &'a Wording,
    /// Whether its draft was taken back.
    pub is_dropped: bool,
}

impl<'a> Inside<'a> {
    fn user(&self) -> User {
        User::Person(self.person)
    }

    /// Whether they may read who did what in the whole journal.
    pub fn reads_register(&self) -> bool {
        may_read_register(self.state, self.today, &self.user())
    }

    /// Whether they read content at all: whoever only looks after sign-in does not.
    pub fn reads_content(&self) -> bool {
        reads_content(self.state, self.today, self.person)
    }

    /// Whether they may read an event.
    pub fn may_read_event(&self, at: &Recorded) -> bool {
        may_read_event(self.state, self.today, &self.user(), at)
    }

    /// What the register knows of an event: no word of it.
    pub fn registered(&self, position: u64) -> Option<Registered> {
        self.state.register.get(position)
    }

    /// How much there is of what is sought in the register, and the positions of a stretch of it,
    /// the newest first; nothing for whoever may not read it.
    pub fn seek(&self, sought: Sought, stretch: Range<usize>) -> (usize, Vec<u64>) {
        match self.reads_register() {
            true => self.state.register.find(sought, stretch),
            false => (0, Vec::new()),
        }
    }

    /// Who ever recorded anything, and which bodies it was about; nobody for whoever may not read
    /// the register.
    pub fn registered_names(&self) -> (Vec<PersonId>, Vec<BodyId>) {
        match self.reads_register() {
            true => self.state.register.named(),
            false => (Vec::new(), Vec::new()),
        }
    }

    /// Whether an event of the command line came out of a file of facts.
    pub fn is_of_a_file(&self, position: u64) -> bool {
        self.state.register.is_of_a_file(position)
    }

    /// The roles that somebody held on a day: by them they did what they did.
    pub fn roles_on(&self, person: PersonId, day: Date) -> Vec<(Role, BodyId)> {
        self.state.roles_of(person, day).collect()
    }

    /// An element by the newest wording that they may read.
    pub fn remembered(&self, id: ElementId) -> Option<Remembered<'a>> {
        let element = self.state.elements.get(&id)?;
        let wording = self.newest_before(id, u64::MAX)?;
        let model = self.state.models.get(&element.model?)?;
        let definition = model.definitions.at(self.today)?;
        Some(Remembered {
            id,
            number: element.number,
            level: definition.level(element.level?)?,
            wording,
            is_dropped: element.dropped.is_some(),
        })
    }

    /// The same by its number.
    pub fn remembered_by(&self, number: u32) -> Option<Remembered<'a>> {
        self.remembered(*self.state.element_numbers.get(&number)?)
    }

    /// The positions of the events about a thing, the newest first: all of them, with those that
    /// the person may not read. None where the thing is not there for them.
    pub fn history_of(&self, what: HistoryOf) -> Option<Vec<u64>> {
        let positions = match what {
            HistoryOf::Element(id) => {
                self.remembered(id)?;
                self.of_element(id)?
            }
            HistoryOf::Indicator(id) => self.of_indicator(id)?,
            HistoryOf::Document(id) => {
                self.document_before(id, u64::MAX)?;
                self.of_document(id)?
            }
            HistoryOf::Rule(id) => self.of_rule(id)?,
            HistoryOf::Directive(id) => {
                self.directive_before(id, u64::MAX)?;
                self.of_directive(id)?
            }
            HistoryOf::Page(id) => self.of_page(id)?,
        };
        Some(positions.into_iter().rev().collect())
    }

    fn of_element(&self, id: ElementId) -> Option<BTreeSet<u64>> {
        let element = self.state.elements.get(&id)?;
        let mut all: BTreeSet<u64> = element.drafts.positions().collect();
        all.extend(element.adopted.positions());
        all.extend(element.transfers.positions());
        all.extend(element.endings.positions());
        all.extend(element.dropped.map(|(_, position)| position));
        all.extend(element.unproposed.positions());
        all.extend(element.looked_after.positions());
        all.extend(element.readings.positions());
        // Who does what in an administration is its own: others read that of the row and not this.
        if self.writes_at(id) {
            all.extend(element.handed_over(self.state));
        }
        for thread in &element.up {
            let thread = self.state.threads.get(thread);
            all.extend(thread.into_iter().flat_map(|t| t.tied.positions()));
        }
        for plan in &element.plans {
            all.extend(self.in_plan(id, *plan));
        }
        for indicator in &element.indicators {
            let indicator = self.state.indicators.get(indicator);
            let serves = indicator.and_then(|i| i.serves.get(&id));
            all.extend(serves.into_iter().flat_map(Timeline::positions));
        }
        let by = element.transfers.entries().iter().map(|e| e.value.1);
        let ended = element.endings.entries().iter().map(|e| e.value.1);
        self.marks(by.chain(ended), &mut all);
        self.of_adopted(&element.adopted, Readable::Element(id), &mut all);
        self.of_verdicts(Subject::Element(id), &mut all);
        Some(all)
    }

    /// What happened to a plan from when the element lay in it.
    fn in_plan(&self, id: ElementId, plan: PlanId) -> Vec<u64> {
        let Some(plan) = self.state.plans.get(&plan) else {
            return Vec::new();
        };
        let placed = plan.elements.entries().iter();
        let placed = placed.filter(|e| e.value.0.contains(&id));
        let placed: Vec<u64> = placed.map(|e| e.position).collect();
        let Some(first) = placed.iter().min().copied() else {
            return Vec::new();
        };
        let stages = plan.stages.positions().filter(|stage| *stage > first);
        stages.chain(placed).collect()
    }

    fn of_indicator(&self, id: IndicatorId) -> Option<BTreeSet<u64>> {
        let indicator = self.state.indicators.get(&id)?;
        self.reads_content().then_some(())?;
        let mut all: BTreeSet<u64> = indicator.definitions.positions().collect();
        let serves = indicator.serves.values();
        all.extend(serves.flat_map(Timeline::positions));
        let measured = indicator.measurements.values();
        all.extend(measured.flat_map(Timeline::positions));
        let aimed = indicator.targets.values();
        all.extend(aimed.flat_map(Timeline::positions));
        self.of_verdicts(Subject::Indicator(id), &mut all);
        Some(all)
    }

    fn of_document(&self, id: DocumentId) -> Option<BTreeSet<u64>> {
        let document = self.state.documents.get(&id)?;
        let mut all: BTreeSet<u64> = document.drafts.positions().collect();
        all.extend(document.preparation.positions());
        self.of_adopted(&document.adopted, Readable::Document(id), &mut all);
        Some(all)
    }

    fn of_directive(&self, id: DirectiveId) -> Option<BTreeSet<u64>> {
        let directive = self.state.directives.get(&id)?;
        let mut all: BTreeSet<u64> = directive.drafts.positions().collect();
        all.extend(directive.preparation.positions());
        all.extend(directive.bound.positions());
        self.marks(
            directive.bound.entries().iter().map(|e| e.value.1),
            &mut all,
        );
        self.of_adopted(&directive.decided, Readable::Directive(id), &mut all);
        Some(all)
    }

    fn of_verdicts(&self, subject: Subject, all: &mut BTreeSet<u64>) {
        let judged = self.state.judged.get(&subject).into_iter().flatten();
        for id in judged {
            let Some(assessment) = self.state.assessments.get(id) else {
                continue;
            };
            all.extend(assessment.versions.positions());
            all.extend(assessment.steps.positions());
            self.of_adopted(&assessment.decided, Readable::Assessment(*id), all);
        }
    }

    /// What was decided of a thing, what became of the decisions, and who may read it.
    fn of_adopted(
        &self,
        adopted: &Timeline<crate::decisions::Adoption>,
        what: Readable,
        all: &mut BTreeSet<u64>,
    ) {
        all.extend(adopted.positions());
        let by = adopted
            .entries()
            .iter()
            .filter_map(|e| match e.value.basis {
                crate::decisions::Basis::Decision(id) => Some(id),
                crate::decisions::Basis::Source(..) => None,
            });
        self.marks(by, all);
        let told = self.state.visibility.get(&what);
        all.extend(told.into_iter().flat_map(Timeline::positions));
    }

    fn marks(&self, decisions: impl Iterator<Item = DecisionId>, all: &mut BTreeSet<u64>) {
        for id in decisions {
            let decision = self.state.decisions.get(&id);
            all.extend(decision.into_iter().flat_map(|d| d.stages.positions()));
        }
    }

    /// One of the wordings of an element, if they may read it.
    pub fn wording(&self, id: ElementId, wording: WordingId) -> Option<&'a Wording> {
        let may = may_read_wording(self.state, self.today, &self.user(), id, wording);
        let element = self.state.elements.get(&id).filter(|_| may)?;
        Some(element.wording(wording)?)
    }

    /// How one of the wordings of an element read on a day by what had been recorded before an event, if
    /// they may read it.
    pub fn reading(
        &self,
        id: ElementId,
        wording: WordingId,
        (day, before): (Date, u64),
    ) -> Option<&'a Wording> {
        self.wording(id, wording)?;
        let element = self.state.elements.get(&id)?;
        Some(element.reading(wording, day, before)?.1)
    }

    /// How a decided wording of an element read today, and by which id.
    pub fn reads_now(&self, id: ElementId, wording: WordingId) -> Option<WordingId> {
        self.wording(id, wording)?;
        let element = self.state.elements.get(&id)?;
        Some(element.reading(wording, self.today, u64::MAX)?.0)
    }

    /// How the words of an element stood to the criteria that its level had on a day: found anew for
    /// each word that was ever written, and the same for ever (decision record 083).
    pub fn findings_on<'w>(
        &'w self,
        id: ElementId,
        words: &'w Wording,
        day: Date,
    ) -> Vec<Finding<'w>> {
        let level = || {
            let element = self.state.elements.get(&id)?;
            let model = self.state.model_on(element.model?, day).ok()?;
            model.level(element.level?)
        };
        level().map_or_else(Vec::new, |level| criteria::findings(level, words))
    }

    /// The newest wording that had been written before an event, of those that they may read.
    pub fn newest_before(&self, id: ElementId, position: u64) -> Option<&'a Wording> {
        let element = self.state.elements.get(&id)?;
        let written = element.drafts.entries().iter();
        let mut written: Vec<_> = written.filter(|e| e.position < position).collect();
        written.sort_by_key(|e| std::cmp::Reverse(e.position));
        // After what was proposed had been taken back, what was decided was the newest.
        let back = element.unproposed.positions().filter(|at| *at < position);
        if let Some(back) = back.max()
            && written.first().is_none_or(|e| e.position < back)
        {
            return self.decided_before(id, back);
        }
        let mut written = written.into_iter();
        written.find_map(|e| self.reading(id, e.value.0, (Date::MAX, position)))
    }

    /// The wording that had been decided last before an event, if they may read it.
    pub fn decided_before(&self, id: ElementId, position: u64) -> Option<&'a Wording> {
        let element = self.state.elements.get(&id)?;
        let decided = element.adopted.recorded_before(position)?;
        self.reading(id, decided.value.wording, (Date::MAX, position))
    }

    /// How an element stood on a day: by the newest wording of that day that they may read, and how
    /// that stood to what had been decided.
    pub fn stood_on(&self, id: ElementId, day: Date) -> Option<(&'a Wording, Standing)> {
        let day = day.min(self.today);
        let element = self.state.elements.get(&id)?;
        if self.state.is_dropped(id, day) {
            return None;
        }
        let adopted = self.state.adoption_on(&element.adopted, day);
        let adopted = adopted.map(|entry| entry.value.wording);
        let written = element.drafts.up_to(day).iter().rev().map(|e| e.value.0);
        // Nothing that was written before the wording in force was decided is shown beside it, nor what
        // was taken back.
        let back = adopted.is_some() && self.state.is_taken_back(element, day);
        let upto = written.take_while(|id| !back && Some(*id) != adopted);
        let mut shown = upto.chain(adopted);
        let (wording, shown) =
            shown.find_map(|w| Some((self.reading(id, w, (day, u64::MAX))?, w)))?;
        let standing = match adopted {
            None => Standing::Draft,
            Some(adopted) if adopted == shown => Standing::Adopted,
            Some(_) => Standing::Proposal,
        };
        Some((wording, standing))
    }

    /// Whether an element lay on a day in a plan that was handed in.
    pub fn was_handed_in(&self, id: ElementId, day: Date) -> bool {
        let element = self.state.elements.get(&id);
        let plans = element.into_iter().flat_map(|element| &element.plans);
        let mut plans = plans.copied();
        plans.any(|plan| self.state.is_handed_in(plan, day.min(self.today)))
    }

    /// The wording of an element that was in force on a day.
    pub fn in_force_on(&self, id: ElementId, day: Date) -> Option<&'a Wording> {
        let element = self.state.elements.get(&id)?;
        let adopted = self.state.adoption_on(&element.adopted, day)?;
        self.reading(id, adopted.value.wording, (day, u64::MAX))
    }

    /// The owner of an element on a day, where transfers count.
    pub fn owner_on(&self, id: ElementId, day: Date) -> Option<BodyId> {
        let element = self.state.elements.get(&id)?;
        self.state.owner_or_author(element, day)
    }

    /// Whether a decision had ended an element by a day, and then whether it withdrew it.
    pub fn ended_on(&self, id: ElementId, day: Date) -> Option<bool> {
        let element = self.state.elements.get(&id)?;
        let (ending, _) = self.state.ending_on(element, day)?;
        Some(ending == Ending::Withdrawn)
    }

    /// What an element supported or rested on by one of its wordings, by what had been recorded before
    /// an event: what that names while it waits for a decision, or else what was tied on the day.
    pub fn supported_by_words(
        &self,
        id: ElementId,
        words: &Wording,
        (day, before): (Date, u64),
    ) -> Vec<ThreadEnd> {
        let Some(element) = self.state.elements.get(&id) else {
            return Vec::new();
        };
        match &words.links {
            Some(links) => links.iter().map(|link| link.to).collect(),
            None => {
                let tied = self.state.tied_as_known(element, day, before);
                tied.into_iter().map(|(_, end)| end).collect()
            }
        }
    }

    /// What an element supported or rested on by all that had been recorded before an event.
    pub fn supported_before(&self, id: ElementId, position: u64) -> Vec<ThreadEnd> {
        let element = self.state.elements.get(&id).into_iter();
        let tied = element.flat_map(|e| self.state.tied_as_known(e, Date::MAX, position));
        tied.map(|(_, end)| end).collect()
    }

    /// What an element supported or rested on, on a day.
    pub fn supported_on(&self, id: ElementId, day: Date) -> Vec<ThreadEnd> {
        let element = self.state.elements.get(&id);
        let tied = element.into_iter();
        let tied = tied.flat_map(|element| self.state.tied(&element.up, day));
        tied.map(|(_, thread)| thread.to).collect()
    }

    /// The two ends of a thread.
    pub fn thread(&self, id: ThreadId) -> Option<(ElementId, ThreadEnd)> {
        let thread = self.state.threads.get(&id)?;
        Some((thread.from, thread.to))
    }

    /// What is judged, and by whom.
    pub fn judged(&self, id: AssessmentId) -> Option<(Subject, Option<BodyId>)> {
        let assessment = self.state.assessments.get(&id)?;
        Some((assessment.subject, assessment.body))
    }

    /// One of the versions of a verdict, if they may read it.
    pub fn verdict(&self, id: AssessmentId, version: WordingId) -> Option<&'a Verdict> {
        let may = may_read_verdict(self.state, self.today, &self.user(), id, version);
        let assessment = self.state.assessments.get(&id).filter(|_| may)?;
        Some(&*assessment.version(version)?.verdict)
    }

    /// The newest version of a verdict before an event, of those that they may read.
    pub fn verdict_before(&self, id: AssessmentId, position: u64) -> Option<&'a Verdict> {
        let assessment = self.state.assessments.get(&id)?;
        let written = assessment.versions.entries().iter();
        let mut written: Vec<_> = written.filter(|e| e.position < position).collect();
        written.sort_by_key(|e| std::cmp::Reverse(e.position));
        let mut written = written.into_iter();
        written.find_map(|e| self.verdict(id, e.value.id))
    }

    /// The newest wording of a document before an event, of those that they may read, with its
    /// part of the address.
    pub fn document_before(
        &self,
        id: DocumentId,
        position: u64,
    ) -> Option<(&'a Slug, &'a DocumentWording)> {
        let document = self.state.documents.get(&id)?;
        let user = self.user();
        let may = |wording| may_read_document(self.state, self.today, &user, id, wording);
        let written = document.drafts.entries().iter();
        let written = written.filter(|e| e.position < position && may(e.value.id));
        let newest = written.max_by_key(|e| e.position)?;
        Some((&newest.value.slug, &*newest.value.wording))
    }

    /// A wording of a document, if they may read it.
    pub fn document_wording(
        &self,
        id: DocumentId,
        wording: WordingId,
    ) -> Option<&'a DocumentWording> {
        let may = may_read_document(self.state, self.today, &self.user(), id, wording);
        let document = self.state.documents.get(&id).filter(|_| may)?;
        Some(&*document.draft(wording)?.wording)
    }

    /// The wording of a document that had been decided last before an event, if they may read it.
    pub fn document_decided_before(
        &self,
        id: DocumentId,
        position: u64,
    ) -> Option<&'a DocumentWording> {
        let document = self.state.documents.get(&id)?;
        let decided = document.adopted.recorded_before(position)?;
        self.document_wording(id, decided.value.wording)
    }

    /// The document at an address, also one that is no longer its own.
    pub fn document_at(&self, slug: &Slug) -> Option<DocumentId> {
        let id = *self.state.document_slugs.get(slug)?;
        self.state.documents.contains_key(&id).then_some(id)
    }

    /// The indicator at an address.
    pub fn indicator_at(&self, slug: &Slug) -> Option<IndicatorId> {
        self.state.indicator_slugs.get(slug).copied()
    }

    /// What a body was to be called before a day by everything that was said before an event: what a
    /// new name from that day came instead of. Of two names from one day the later word.
    pub fn called_before(&self, id: BodyId, day: Date, position: u64) -> Option<&'a Names> {
        let names = self.state.bodies.get(&id)?.names.entries().iter();
        let said = names.filter(|e| e.position < position && e.value.from <= day);
        let last = said.max_by_key(|e| (e.value.from, e.position))?;
        Some(&last.value.names)
    }

    /// What a body was called before a name that it has from a day: what that name came instead of.
    pub fn renamed_from(&self, id: BodyId, names: &Names, from: Date) -> Option<&'a Names> {
        let said = self.state.bodies.get(&id)?.names.entries().iter().skip(1);
        let same = said.filter(|e| e.value.from == from && e.value.names.sv == names.sv);
        let position = same.map(|e| e.position).max()?;
        self.called_before(id, from, position)
    }

    /// The bodies that a body was to answer to before a day, likewise.
    pub fn answered_before(&self, id: BodyId, day: Date, position: u64) -> Option<&'a [BodyId]> {
        let links = self.state.bodies.get(&id)?.answers_to.entries().iter();
        let said = links.filter(|e| e.position < position && e.value.0 <= day);
        let last = said.max_by_key(|e| (e.value.0, e.position))?;
        Some(&last.value.1)
    }

    /// The end that had been said of a body before an event.
    pub fn ended_before(&self, id: BodyId, position: u64) -> Option<&'a BodyEnd> {
        let ends = &self.state.bodies.get(&id)?.ends;
        ends.recorded_before(position).map(|e| &e.value)
    }

    /// An indicator by its newest definition before an event.
    pub fn definition_before(
        &self,
        id: IndicatorId,
        position: u64,
    ) -> Option<(&'a Slug, &'a Definition)> {
        let indicator = self.state.indicators.get(&id)?;
        let newest = indicator.definitions.recorded_before(position)?;
        Some((&newest.value.0, &*newest.value.1))
    }

    /// An indicator by its definition of a day.
    pub fn definition_on(&self, id: IndicatorId, day: Date) -> Option<&'a Definition> {
        let indicator = self.state.indicators.get(&id)?;
        let definition = indicator.definitions.at(day.min(self.today))?;
        Some(&*definition.1)
    }

    /// The wording of a document that was in force on a day, or, where none was, the newest of that
    /// day that they may read.
    pub fn document_on(&self, id: DocumentId, day: Date) -> Option<&'a DocumentWording> {
        let document = self.state.documents.get(&id)?;
        let day = day.min(self.today);
        let adopted = self.state.adoption_on(&document.adopted, day);
        let adopted = adopted.map(|entry| entry.value.wording);
        let written = document.drafts.up_to(day).iter().rev().map(|e| e.value.id);
        let mut shown = adopted.into_iter().chain(written);
        shown.find_map(|wording| self.document_wording(id, wording))
    }

    /// What was recorded of a figure before an event.
    pub fn measured_before(
        &self,
        id: IndicatorId,
        key: MeasuredKey,
        position: u64,
    ) -> Option<&'a Measurement> {
        let indicator = self.state.indicators.get(&id)?;
        let figures = indicator.measurements.get(&key)?;
        let before = &figures.recorded_before(position)?.value;
        // One without an open source waits for its round, and is its own body's till then.
        before.open_by.is_some().then_some(before)
    }

    /// What was aimed at before an event.
    pub fn aimed_before(
        &self,
        id: IndicatorId,
        key: (Period, Option<BodyId>),
        position: u64,
    ) -> Option<&'a Aim> {
        let indicator = self.state.indicators.get(&id)?;
        let targets = indicator.targets.get(&key)?;
        Some(&targets.recorded_before(position)?.value.aim)
    }

    /// Who might read something before an event.
    pub fn visible_before(&self, what: Readable, position: u64) -> &'a Visibility {
        let told = self.state.visibility.get(&what);
        let before = told.and_then(|told| told.recorded_before(position));
        before.map_or(&Visibility::Public, |e| &e.value)
    }

    /// The title of a plan's body and period, which everybody who works here may know.
    pub fn plan_of(&self, id: PlanId) -> Option<(BodyId, Period)> {
        let plan = self.state.plans.get(&id).filter(|_| self.works_here())?;
        Some((plan.body, plan.period))
    }

    /// What a decision that is recorded does, act by act. Which words it adopted is for whoever may
    /// read them.
    pub fn acts(&self, id: DecisionId) -> &'a [crate::decisions::Act] {
        self.state.acts_of(id).unwrap_or_default()
    }
}
