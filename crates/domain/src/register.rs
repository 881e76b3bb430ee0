//! The register: of each event who recorded it, when, of which kind it was and whose matter.
//!
//! What was recorded stands in the journal and, as it stood on each day, in timelines. A timeline
//! knows the position of each of its values; the register knows of each position what the
//! timelines do not, in a few bytes. So the history of a thing is found without reading the
//! journal, and the journal is asked for the rows that are shown and no others (decision 084).

use crate::event::{Event, Recorded};
use crate::ids::{BodyId, DecisionId, DirectiveId, ElementId, IndicatorId, PersonId, PlanId};
use crate::permissions::Actor;
use crate::proposals::{DropProposal, Proposable, RecallProposal};
use crate::state::State;
use imbl::{OrdMap, OrdSet, Vector};
use jiff::Timestamp;
use jiff::civil::Date;
use std::ops::Range;

/// What the register knows of one event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Registered {
    /// Its place in the journal.
    pub position: u64,
    /// When it was recorded.
    pub recorded_at: Timestamp,
    /// Who recorded it.
    pub actor: Actor,
    /// The kind, as rows name it.
    pub kind: &'static str,
    /// The body whose matter it was, if it was one body's.
    pub body: Option<BodyId>,
}

/// The register of all events.
#[derive(Clone, Debug, Default)]
pub(crate) struct Register {
    lines: Vector<Line>,
    people: Numbered<PersonId>,
    bodies: Numbered<BodyId>,
    /// Where a file of facts was imported.
    imports: OrdSet<u64>,
}

/// Twenty-four bytes an event: a million of them are 24 MB.
#[derive(Clone, Copy, Debug)]
struct Line {
    /// Microseconds, as rows keep them.
    recorded_at: i64,
    /// The person's number; none for an import, and [`RULE`] for a rule.
    person: Option<u32>,
    /// The body's number, from 1; 0 for none.
    body: u32,
    kind: u8,
}

/// What stands where a person's number would, when a rule recorded something: nobody has it.
const RULE: u32 = u32::MAX;

/// Each of some ids once, with a number.
#[derive(Clone, Debug)]
struct Numbered<T: Ord> {
    all: Vector<T>,
    numbers: OrdMap<T, u32>,
}

impl<T: Clone + Ord> Default for Numbered<T> {
    fn default() -> Self {
        Numbered {
            all: Vector::new(),
            numbers: OrdMap::new(),
        }
    }
}

impl<T: Copy + Ord> Numbered<T> {
    fn number(&mut self, id: T) -> u32 {
        if let Some(known) = self.numbers.get(&id) {
            return *known;
        }
        let number = u32::try_from(self.all.len()).unwrap_or(u32::MAX);
        self.all.push_back(id);
        self.numbers.insert(id, number);
        number
    }

    fn get(&self, number: u32) -> Option<T> {
        self.all.get(usize::try_from(number).ok()?).copied()
    }
}

/// What is looked for in the register: what is none is not asked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sought {
    /// Who recorded it.
    pub actor: Option<Actor>,
    /// Whose matter it was.
    pub body: Option<BodyId>,
    /// Of which kind.
    pub kind: Option<&'static str>,
    /// Recorded at or after this instant.
    pub from: Option<Timestamp>,
    /// Recorded before this instant.
    pub until: Option<Timestamp>,
}

impl Register {
    pub(crate) fn get(&self, position: u64) -> Option<Registered> {
        let at = usize::try_from(position.checked_sub(1)?).ok()?;
        self.read(position, self.lines.get(at)?)
    }

    fn read(&self, position: u64, line: &Line) -> Option<Registered> {
        let actor = match line.person {
            Some(RULE) => Actor::Rule,
            person => {
                let person = person.and_then(|person| self.people.get(person));
                person.map_or(Actor::Import, Actor::Person)
            }
        };
        let body = line.body.checked_sub(1);
        Some(Registered {
            position,
            recorded_at: Timestamp::from_microsecond(line.recorded_at).ok()?,
            actor,
            kind: Event::KINDS.get(usize::from(line.kind))?,
            body: body.and_then(|body| self.bodies.get(body)),
        })
    }

    /// How much there is of what is sought, and the positions of a stretch of it, the newest first.
    pub(crate) fn find(&self, sought: Sought, stretch: Range<usize>) -> (usize, Vec<u64>) {
        let all = self.lines.len() as u64;
        if sought == Sought::default() {
            let positions = (1..=all).rev().skip(stretch.start).take(stretch.len());
            return (self.lines.len(), positions.collect());
        }
        // Each condition as the lines hold it; what no line can hold is found nowhere.
        let person = match sought.actor {
            None => None,
            Some(Actor::Import) => Some(None),
            Some(Actor::Rule) => Some(Some(RULE)),
            Some(Actor::Person(id)) => match self.people.numbers.get(&id) {
                None => return (0, Vec::new()),
                known => Some(known.copied()),
            },
        };
        let body = match sought.body.map(|id| self.bodies.numbers.get(&id)) {
            None => None,
            Some(None) => return (0, Vec::new()),
            Some(Some(number)) => Some(number + 1),
        };
        let kind = sought.kind.map(|kind| {
            let place = Event::KINDS.iter().position(|known| *known == kind);
            place.and_then(|place| u8::try_from(place).ok())
        });
        let (from, until) = (
            sought.from.map_or(i64::MIN, Timestamp::as_microsecond),
            sought.until.map_or(i64::MAX, Timestamp::as_microsecond),
        );
        let fits = |line: &Line| {
            person.is_none_or(|person| line.person == person)
                && body.is_none_or(|body| line.body == body)
                && kind.is_none_or(|kind| Some(line.kind) == kind)
                && from <= line.recorded_at
                && line.recorded_at < until
        };
        let lines = (1..=all).rev().zip(self.lines.iter().rev());
        let found = lines.filter(|(_, line)| fits(line));
        let (mut total, mut positions) = (0, Vec::new());
        for (position, _) in found {
            if stretch.contains(&total) {
                positions.push(position);
            }
            total += 1;
        }
        (total, positions)
    }

    /// Everybody who ever recorded anything, and every body whose matter anything was.
    pub(crate) fn named(&self) -> (Vec<PersonId>, Vec<BodyId>) {
        let people = self.people.all.iter().copied().collect();
        (people, self.bodies.all.iter().copied().collect())
    }

    /// Whether an event of the command line came out of a file of facts: such an import records
    /// all of its events at one instant, and says at last which file it was.
    pub(crate) fn is_of_a_file(&self, position: u64) -> bool {
        let end = self.imports.get_next(&position).copied();
        let (Some(own), Some(end)) = (self.get(position), end.and_then(|end| self.get(end))) else {
            return false;
        };
        own.actor == Actor::Import && own.recorded_at == end.recorded_at
    }
}

/// Writes an event into the register, after it has been folded in.
pub(crate) fn register(state: &mut State, at: &Recorded) {
    let body = matter_of(state, at);
    let register = &mut state.register;
    let person = match at.actor {
        Actor::Import => None,
        Actor::Rule => Some(RULE),
        Actor::Person(id) => Some(register.people.number(id)),
    };
    let line = Line {
        recorded_at: at.recorded_at.as_microsecond(),
        person,
        body: body.map_or(0, |id| register.bodies.number(id) + 1),
        kind: at.event.place(),
    };
    register.lines.push_back(line);
    if matches!(at.event, Event::FactsImported(_)) {
        register.imports.insert(at.position);
    }
}

/// The body whose matter an event was on the day from which it stood, if it was one body's.
fn matter_of(state: &State, at: &Recorded) -> Option<BodyId> {
    let element = |id: &ElementId| owner(state, *id, at.on);
    let plan = |id: &PlanId| state.plans.get(id).map(|plan| plan.body);
    let directive = |id: DirectiveId| state.directives.get(&id).map(|d| d.company);
    let decision = |id: &DecisionId| state.decisions.get(id).map(|d| d.body);
    let indicator = |id: &IndicatorId| {
        let definition = state.indicators.get(id)?.definitions.at(at.on);
        definition.and_then(|(_, definition)| definition.responsible)
    };
    match &at.event {
        Event::BodyFounded(e) => Some(e.body),
        Event::BodyRenamed(e) => Some(e.body),
        Event::BodyMoved(e) => Some(e.body),
        Event::BodyEnded(e) => Some(e.body),
        Event::RoleGranted(e) => Some(e.body),
        Event::GrantEnded(e) => Some(e.body),
        Event::TermSet(e) => Some(e.body),
        Event::ShareHeld(e) => Some(e.company),
        Event::ElementDrafted(e) => e.wording.owner,
        Event::WordingProposed(e) => element(&e.element),
        Event::DraftDropped(e) => element(&e.element),
        Event::ProposalTakenBack(e) => element(&e.element),
        Event::LookedAfter(e) => element(&e.element),
        Event::SlipRighted(e) => element(&e.element),
        Event::ThreadTied(e) => element(&e.from),
        Event::ThreadUntied(e) => element(&state.threads.get(&e.thread)?.from),
        Event::IndicatorServes(e) => element(&e.element),
        Event::IndicatorServesNoLonger(e) => element(&e.element),
        Event::PlanDrafted(e) => Some(e.body),
        Event::PlacedInPlan(e) => plan(&e.plan),
        Event::PlanArranged(e) => plan(&e.plan),
        Event::PlanHandedIn(e) => plan(&e.plan),
        Event::PlanTakenBack(e) => plan(&e.plan),
        Event::PlanReferred(e) => plan(&e.plan),
        Event::ReferralCalledOff(e) => plan(&e.plan),
        Event::ReferralAnswered(e) => Some(e.body),
        Event::DecisionRecorded(e) => Some(e.body),
        Event::DecisionMarked(e) => decision(&e.decision),
        Event::FrameEntered(e) => Some(e.body),
        Event::FinancialManagementGuided(e) => decision(&e.decision),
        Event::IndicatorDefined(e) => e.definition.responsible,
        Event::MeasurementReported(e) => e.body.or_else(|| indicator(&e.indicator)),
        Event::TargetSet(e) => e.body.or_else(|| indicator(&e.indicator)),
        Event::AssessmentProposed(e) => e.body,
        Event::AssessmentStepped(e) => state.assessments.get(&e.assessment)?.body,
        Event::DocumentDrafted(e) => e.wording.responsible,
        Event::DocumentHandedIn(e) => state.document_answered_for(e.document, at.on),
        Event::DirectiveDrafted(e) => Some(e.company),
        Event::DirectiveHandedIn(e) => directive(e.directive),
        Event::ProposalRecalled(RecallProposal { what, .. })
        | Event::ProposalDropped(DropProposal { what, .. }) => match *what {
            Proposable::Document(id) => state.document_answered_for(id, at.on),
            Proposable::Directive(id) => directive(id),
        },
        Event::VisibilitySet(e) => state.body_of(e.what, at.on),
        Event::ReportFiled(e) => e.body,
        Event::PageDescribed(e) => e.owner,
        Event::TopicDescribed(e) => e.description.owner,
        Event::GroupDescribed(_)
        | Event::HandedOver(_)
        | Event::SourceCited(_)
        | Event::VisionDrafted(_)
        | Event::ModelDefined(_)
        | Event::ModelPutInForce(_)
        | Event::ModelDropped(_)
        | Event::FoundInSource(_)
        | Event::PeersDescribed(_)
        | Event::ComparisonRecorded(_)
        | Event::RoundOpened(_)
        | Event::RoundCalledOff(_)
        | Event::NoticePublished(_)
        | Event::NoticeEnded(_)
        | Event::OfficeDescribed(_)
        | Event::HoursSet(_)
        | Event::HoursExcepted(_)
        | Event::ExceptionTakenBack(_)
        | Event::TextTranslated(_)
        | Event::AnswersErased(_)
        | Event::PageWritten(_)
        | Event::AccountsReported(_)
        | Event::DocumentTypeDescribed(_)
        | Event::RuleRecorded(_)
        | Event::RuleChecked(_)
        | Event::NoteTaken(_)
        | Event::FactsImported(_) => None,
    }
}

fn owner(state: &State, id: ElementId, day: Date) -> Option<BodyId> {
    state.owner_or_author(state.elements.get(&id)?, day)
}
