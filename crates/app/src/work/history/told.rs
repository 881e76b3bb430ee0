//! What an event says: what it was about, what was before and after, and by which decision.

mod bodies;

use super::said::{Difference, Field, Value, Word, differing, figure, visibility};
use super::{HistoryPage, Link, Seen};
use crate::search::said;
use crate::work::body;
use crate::work::decisions::{Deed, DeedLine};
use crate::work::modelling::differences;
use riktning_domain::assessments::{Step, Subject, Verdict};
use riktning_domain::decisions::{Act, Adoptable, RecordDecision, Stage};
use riktning_domain::elements::Wording;
use riktning_domain::ids::{DecisionId, DocumentId, ElementId, ModelId, PlanId};
use riktning_domain::indicators::{MeasuredKey, ReportMeasurement, SetTarget, TargetBasis};
use riktning_domain::inside::HistoryOf;
use riktning_domain::plans::PlanStage;
use riktning_domain::proposals::Proposable;
use riktning_domain::published::Thing;
use riktning_domain::visibility::Readable;
use riktning_domain::{Event, Inside, Names, Recorded, Text};

/// The most things that one event names one by one.
const NAMED: usize = 20;

/// What an event says.
#[derive(Default)]
pub(super) struct Told {
    pub(super) about: Option<Link>,
    pub(super) differences: Vec<Difference>,
    pub(super) decision: Option<DecisionId>,
}

impl Told {
    fn about(value: Value) -> Told {
        let about = match value {
            Value::Link(link) => Some(link),
            Value::Text(text) => Some(Link::plain(Names::swedish(text))),
            Value::Names(names) => Some(Link::plain(names)),
            _ => None,
        };
        Told {
            about,
            ..Told::default()
        }
    }

    fn with(self, differences: Vec<Difference>) -> Told {
        Told {
            differences,
            ..self
        }
    }

    /// The same with more that it says.
    fn and(mut self, more: Vec<Difference>) -> Told {
        self.differences.extend(more);
        self
    }

    fn by(self, decision: DecisionId) -> Told {
        Told {
            decision: Some(decision),
            ..self
        }
    }
}

fn set(field: Field, after: Vec<Value>) -> Vec<Difference> {
    vec![Difference::new(field, Vec::new(), after)]
}

/// That somebody came by the link of a letter, where they did.
fn by_link(they_did: bool) -> Vec<Difference> {
    match they_did {
        true => set(Field::ByLink, vec![Value::Word(Word::Yes)]),
        false => Vec::new(),
    }
}

fn gone(field: Field, before: Vec<Value>) -> Vec<Difference> {
    vec![Difference::new(field, before, Vec::new())]
}

fn word(word: Word) -> Vec<Value> {
    vec![Value::Word(word)]
}

/// What a decision did, thing by thing, as far as the person may read of it.
pub(in crate::work) fn deeds(i: Inside<'_>, record: &RecordDecision) -> Vec<DeedLine> {
    let seen = Seen {
        i,
        name_of: &|_| None,
    };
    let deed = |act: &Act| {
        Some(match act {
            Act::Adopt(..)
            | Act::AdoptPlan(_)
            | Act::AdoptUnseenPlan(_)
            | Act::AdoptDirective(..)
            | Act::DecideFigures(..) => Deed::Adopted,
            Act::SupplementPlan(..) => Deed::Supplemented,
            Act::Withdraw(_) => Deed::Withdrew,
            Act::Close(_) | Act::ClosePlan(_) => Deed::Closed,
            Act::Transfer(_, to) => Deed::Gave(body(i.published(), *to)?.0),
            Act::Organise(what) => bodies::deed(i, what),
        })
    };
    let line = |act| {
        Some(DeedLine {
            deed: deed(act)?,
            to: seen.act(act)?,
        })
    };
    record.acts.iter().filter_map(line).collect()
}

impl Seen<'_> {
    /// What an event says that the person may read. On the page of a thing it says what it did to
    /// that thing.
    pub(super) fn tell(&self, focus: Option<HistoryOf>, at: &Recorded) -> Told {
        let element = |id| Told::about(self.element(id));
        let thing = |thing| self.thing(thing);
        match &at.event {
            Event::ElementDrafted(e) => {
                let said = self.i.wording(e.element, e.wording_id);
                let said = said.map(|w| self.written(e.element, w, at.on));
                element(e.element).with(differing(None, said))
            }
            Event::WordingProposed(e) => {
                let before = self.i.newest_before(e.element, at.position);
                let now = self.i.wording(e.element, e.wording_id);
                // Both as of the moment before: a draft is tied by itself.
                let said = |words: &Wording| {
                    let known = (at.on, at.position);
                    let ends = self.i.supported_by_words(e.element, words, known);
                    self.with_ends(self.written(e.element, words, at.on), ends)
                };
                element(e.element).with(differing(before.map(said), now.map(said)))
            }
            Event::DraftDropped(e) => {
                element(e.element).with(set(Field::Standing, word(Word::TakenBack)))
            }
            Event::ProposalTakenBack(e) => {
                element(e.element).with(set(Field::Standing, word(Word::TakenBack)))
            }
            Event::SlipRighted(e) => {
                let known = (at.on, at.position);
                let before = self.i.reading(e.element, e.wording, known);
                let mut said = before.map_or_else(Vec::new, |before| {
                    let (before, now) = (before.text.clone(), e.text.clone());
                    let (before, now) = (vec![Value::Text(before)], vec![Value::Text(now)]);
                    vec![Difference::new(Field::Text, before, now)]
                });
                said.extend(set(Field::Reason, vec![Value::Text(e.reason.clone())]));
                element(e.element).with(said)
            }
            Event::LookedAfter(e) => element(e.element).with(self.looked_after(e.element, at)),
            Event::HandedOver(e) => {
                let named = |id| vec![(Field::Person, vec![self.person(id)])];
                let mut all = differing(Some(named(e.of)), Some(named(e.to)));
                all.extend(set(Field::ValidFrom, vec![Value::Day(e.from)]));
                match focus {
                    Some(HistoryOf::Element(id)) => element(id).with(all),
                    _ => Told::default().with(all),
                }
            }
            Event::ThreadTied(e) => {
                element(e.from).with(set(Field::Supports, vec![self.end(e.to)]))
            }
            Event::ThreadUntied(e) => match self.i.thread(e.thread) {
                None => Told::default(),
                Some((from, to)) => element(from).with(gone(Field::Supports, vec![self.end(to)])),
            },
            Event::IndicatorServes(e) => {
                let indicator = vec![self.indicator(e.indicator)];
                element(e.element).with(set(Field::Indicator, indicator))
            }
            Event::IndicatorServesNoLonger(e) => {
                let indicator = vec![self.indicator(e.indicator)];
                element(e.element).with(gone(Field::Indicator, indicator))
            }
            Event::PlanDrafted(e) => self.plan(e.plan, Some(PlanStage::Draft)),
            Event::PlacedInPlan(e) => {
                // What they may not read is not counted, either.
                let rows = e.elements.iter();
                let rows = rows.filter(|id| self.i.remembered(**id).is_some());
                let told = self.plan(e.plan, None);
                match rows.count() {
                    0 => told,
                    count => told.with(set(Field::Rows, vec![Value::Count(count as u64)])),
                }
            }
            Event::PlanArranged(e) => {
                let rows = e.rows.iter().take(NAMED).map(|row| self.element(*row));
                self.plan(e.plan, None)
                    .with(set(Field::Arranged, rows.collect()))
            }
            Event::PlanHandedIn(e) => self.plan(e.plan, Some(PlanStage::Proposed)),
            Event::PlanTakenBack(e) => {
                let told = self.plan(e.plan, None);
                let before = vec![Value::Stage(PlanStage::Proposed)];
                let after = vec![Value::Stage(PlanStage::Draft)];
                told.with(vec![Difference::new(Field::Plan, before, after)])
            }
            Event::PlanReferred(e) => {
                let to = e.to.iter().flat_map(|body| self.body(*body));
                let mut said = set(Field::Asked, to.collect());
                said.extend(set(Field::Until, vec![Value::Day(e.until)]));
                self.plan(e.plan, None).and(said)
            }
            Event::ReferralCalledOff(e) => {
                let said = set(Field::Asked, word(Word::AskedNoLonger));
                self.plan(e.plan, None).and(said)
            }
            Event::ReferralAnswered(e) => {
                let mut said = self.body(e.body);
                said.push(match &e.says {
                    Some(text) => Value::Text(text.clone()),
                    None => Value::Word(Word::NoObjection),
                });
                self.plan(e.plan, None).and(set(Field::Answer, said))
            }
            Event::DecisionRecorded(e) => self.decided(focus, at, e),
            Event::DecisionMarked(e) => {
                let became = match e.stage {
                    Stage::MinutesApproved => Word::MinutesApproved,
                    Stage::Appealed => Word::Appealed,
                    Stage::Quashed => Word::Quashed,
                };
                let told = Told::default().by(e.decision);
                told.with(set(Field::Decision, word(became)))
            }
            Event::FoundInSource(e) => {
                let wordings = e.wordings.iter();
                let adopt = wordings.map(|(what, wording)| Act::Adopt(*what, *wording));
                let adopt: Vec<Act> = adopt.collect();
                Told::default().with(self.acts(focus, at.position, &adopt))
            }
            Event::IndicatorDefined(e) => {
                let before = self.i.definition_before(e.indicator, at.position);
                let before = before.map(|(_, d)| self.definition(d));
                let now = Some(self.definition(&e.definition));
                Told::about(self.indicator(e.indicator)).with(differing(before, now))
            }
            Event::MeasurementReported(e) => self.measured(at.position, e),
            Event::TargetSet(e) => self.aimed(at.position, e),
            Event::AssessmentProposed(e) => {
                let before = self.i.verdict_before(e.assessment, at.position);
                let now = self.i.verdict(e.assessment, e.version);
                let model = self.model_of(e.subject);
                let fields = |said: &Verdict, why: Option<&Text>| {
                    let mut fields = self.verdict(model, said);
                    let why = why.map(|why| Value::Text(why.clone()));
                    fields.push((Field::Corrects, why.into_iter().collect()));
                    fields
                };
                let before = before.map(|said| fields(said, None));
                let now = now.map(|said| fields(said, e.corrects.as_ref()));
                let told = self.subject(e.subject).with(differing(before, now));
                told.and(by_link(e.by_link))
            }
            Event::AssessmentStepped(e) => {
                let (step, comment) = match &e.step {
                    Step::HandedIn => (Word::HandedIn, None),
                    Step::Reviewed => (Word::Reviewed, None),
                    Step::SentBack(comment) => (Word::SentBack, Some(comment)),
                    Step::Approved => (Word::Approved, None),
                };
                let comment = comment.map(|comment| Value::Text(comment.clone()));
                let said = [Value::Word(step)].into_iter().chain(comment).collect();
                let subject = self.i.judged(e.assessment);
                let told = subject.map(|(subject, _)| self.subject(subject));
                let told = told.unwrap_or_default().with(set(Field::Step, said));
                told.and(by_link(e.by_link))
            }
            Event::VisibilitySet(e) => {
                let before = self.i.visible_before(e.what, at.position);
                let (before, now) = (visibility(before), visibility(&e.visibility));
                let told = self.readable(e.what);
                told.with(differing(Some(before), Some(now)))
            }
            Event::DocumentDrafted(e) => {
                let before = self.i.document_before(e.document, at.position);
                let before = before.map(|(_, d)| self.document(d));
                let now = Some(self.document(&e.wording));
                self.readable(Readable::Document(e.document))
                    .with(differing(before, now))
            }
            Event::RoleGranted(e) => {
                let said = [Value::Role(e.role)].into_iter();
                let said = said.chain(self.body(e.body)).collect();
                let mut all = set(Field::Granted, said);
                all.extend(set(Field::ValidFrom, vec![Value::Day(e.from)]));
                let to = e.to.map(|to| set(Field::ValidTo, vec![Value::Day(to)]));
                all.extend(to.into_iter().flatten());
                self.whom(e.person).with(all)
            }
            Event::GrantEnded(e) => {
                let said = [Value::Role(e.role)].into_iter();
                let said: Vec<Value> = said.chain(self.body(e.body)).collect();
                let mut both = gone(Field::Granted, said);
                both.extend(set(Field::Until, vec![Value::Day(e.last_day)]));
                self.whom(e.person).with(both)
            }
            Event::FactsImported(e) => {
                Told::default().with(set(Field::Taken, vec![Value::Count(e.taken)]))
            }
            Event::NoticePublished(e) => Told::about(Value::Names(e.title.clone())),
            Event::NoticeEnded(e) => thing(Thing::Notice(e.notice)),
            Event::OfficeDescribed(e) => Told::about(Value::Names(e.names.clone())),
            Event::HoursSet(e) => thing(Thing::Office(e.office)),
            Event::HoursExcepted(e) => {
                let days = vec![Value::Day(e.from), Value::Day(e.to)];
                let mut said = set(Field::Period, days);
                said.extend(set(Field::Reason, vec![Value::Names(e.reason.clone())]));
                thing(Thing::Office(e.office)).with(said)
            }
            Event::ExceptionTakenBack(e) => {
                let days = vec![Value::Day(e.from), Value::Day(e.to)];
                thing(Thing::Office(e.office)).with(gone(Field::Period, days))
            }
            Event::PageWritten(e) => {
                let before = self.i.page_before(e.page, at.position);
                let before = before.map(|page| self.page(page));
                Told::about(Value::Link(Link {
                    title: e.title.clone(),
                    to: Some(HistoryPage::Page(e.slug.to_string())),
                }))
                .with(differing(before, Some(self.page(e))))
            }
            Event::AnswersErased(e) => {
                let number = Value::Text(e.case_number.clone());
                let mut all = set(Field::CaseNumber, vec![number]);
                all.extend(set(Field::Decision, vec![Value::Day(e.decided)]));
                all.extend(e.erased.iter().map(|erased| {
                    let count = Value::Count(erased.answers.into());
                    let mut said = Difference::new(Field::Rows, vec![], vec![count]);
                    said.of = vec![Value::Text(erased.page.clone())];
                    said
                }));
                Told::about(Value::Text(e.decision.clone())).with(all)
            }
            Event::PageDescribed(e) => Told::about(Value::Text(e.path.clone())),
            Event::BodyFounded(e) => {
                Told::about(Value::Names(e.names.clone())).with(self.founded(e))
            }
            Event::BodyRenamed(e) => {
                Told::about(Value::Names(e.names.clone())).with(self.renamed(e, at.position))
            }
            Event::BodyMoved(e) => thing(Thing::Body(e.body)).with(self.answers_to(e, at.position)),
            Event::BodyEnded(e) => thing(Thing::Body(e.body)).with(self.ended(e, at.position)),
            Event::TermSet(e) => {
                let days = vec![Value::Day(e.from), Value::Day(e.to)];
                thing(Thing::Body(e.body)).with(set(Field::Period, days))
            }
            Event::ShareHeld(e) => thing(Thing::Body(e.company)),
            Event::GroupDescribed(e) => Told::about(Value::Text(e.name.clone())),
            Event::SourceCited(e) => Told::about(Value::Text(e.title.clone())),
            Event::ModelDefined(e) => {
                let changed = self.i.model_changed(e.model, at.position);
                let changed = changed.map(|(before, now)| differences(before, now));
                let changed = changed.into_iter().flatten().map(Value::Model);
                let changed = set(Field::Changed, changed.collect());
                let named = Told::about(Value::Names(e.definition.names.clone()));
                named.with(changed.into_iter().filter(|d| !d.is_same()).collect())
            }
            Event::ModelPutInForce(e) => {
                // From the day that was said, which may be to come.
                let from = e
                    .since
                    .map(|since| set(Field::ValidFrom, vec![Value::Dated(since)]));
                self.model(e.model).with(from.unwrap_or_default())
            }
            Event::ModelDropped(e) => self.model(e.model),
            Event::TopicDescribed(e) => {
                let before = self.i.topic_before(e.topic, at.position);
                let before = before.map(|topic| self.topic(topic));
                let now = Some(self.topic(&e.description));
                let named = Told::about(Value::Names(e.description.names.clone()));
                named.with(differing(before, now))
            }
            Event::RoundOpened(e) => {
                let before = self.i.round_before(e.round, at.position);
                let before = before.map(|round| self.round(round));
                let now = Some(self.round(e));
                Told::about(Value::Names(e.names.clone())).with(differing(before, now))
            }
            Event::RoundCalledOff(e) => {
                let round = self.i.round_before(e.round, at.position);
                let about = round.map(|round| Told::about(Value::Names(round.names.clone())));
                let why = vec![Value::Text(e.reason.clone())];
                about.unwrap_or_default().with(set(Field::Reason, why))
            }
            Event::RuleRecorded(e) => {
                let before = self.i.rule_before(e.document, at.position);
                let before = before.map(|r| self.rule(r));
                self.about_rule(e.document)
                    .with(differing(before, Some(self.rule(e))))
            }
            Event::RuleChecked(e) => self.about_rule(e.document),
            Event::DocumentHandedIn(e) => {
                let handed_in = set(Field::Step, word(Word::Sent));
                self.readable(Readable::Document(e.document))
                    .with(handed_in)
            }
            Event::VisionDrafted(e) => Told::about(Value::Text(e.wording.title.clone())),
            Event::DirectiveDrafted(e) => {
                let before = self.i.directive_before(e.directive, at.position);
                let before = before.map(|d| self.directive(d));
                let now = self.i.directive_wording(e.directive, e.wording_id);
                let now = now.map(|d| self.directive(d));
                self.readable(Readable::Directive(e.directive))
                    .with(differing(before, now))
            }
            Event::DirectiveHandedIn(e) => {
                let handed_in = set(Field::Step, word(Word::Sent));
                self.readable(Readable::Directive(e.directive))
                    .with(handed_in)
            }
            Event::ProposalRecalled(e) => {
                let back = gone(Field::Step, word(Word::Sent));
                self.readable(readable(e.what)).with(back)
            }
            Event::ProposalDropped(e) => {
                let dropped = set(Field::Standing, word(Word::TakenBack));
                self.readable(readable(e.what)).with(dropped)
            }
            Event::PeersDescribed(e) => Told::about(Value::Names(e.names.clone())),
            Event::ComparisonRecorded(e) => {
                let period = vec![Value::Period(e.period)];
                Told::about(self.indicator(e.indicator)).with(set(Field::Period, period))
            }
            Event::FrameEntered(e) => {
                let amount = vec![Value::Money(e.amount)];
                thing(Thing::Body(e.body))
                    .with(set(Field::Amount, amount))
                    .by(e.decision)
            }
            Event::FinancialManagementGuided(e) => Told::default().by(e.decision),
            Event::ReportFiled(e) => thing(Thing::Report(e.report)),
            Event::AccountsReported(e) => {
                Told::default().with(set(Field::Period, vec![Value::Period(e.period)]))
            }
            // What it says is on the page that it is about; here that it was recorded.
            Event::TextTranslated(_) | Event::NoteTaken(_) | Event::DocumentTypeDescribed(_) => {
                Told::default()
            }
        }
    }

    /// A public thing by its name.
    fn thing(&self, thing: Thing) -> Told {
        let named = said(self.i.published(), thing);
        let about = named.map(|said| Link::plain(said.title));
        Told {
            about,
            ..Told::default()
        }
    }

    /// Who looked after an element before an event, and after it.
    fn looked_after(&self, id: ElementId, at: &Recorded) -> Vec<Difference> {
        let (before, after) = self.i.looked_after_about(id, at);
        let named = |person: Option<riktning_domain::ids::PersonId>| {
            let said = person.into_iter().map(|id| self.person(id)).collect();
            Some(vec![(Field::Person, said)])
        };
        differing(named(before), named(after))
    }

    fn whom(&self, id: riktning_domain::ids::PersonId) -> Told {
        let name = (self.name_of)(id);
        let about = name.map(|name| Link::plain(Names::swedish(&*name)));
        let erased = about.is_none();
        Told {
            about,
            differences: match erased {
                true => set(Field::Person, vec![Value::Person(None)]),
                false => Vec::new(),
            },
            ..Told::default()
        }
    }

    fn about_rule(&self, id: DocumentId) -> Told {
        match self.i.rule_before(id, u64::MAX) {
            None => Told::default(),
            Some(rule) => Told::about(Value::Link(Link {
                title: Names::swedish(rule.title.clone()),
                to: Some(HistoryPage::Rule(rule.slug.to_string())),
            })),
        }
    }

    fn readable(&self, what: Readable) -> Told {
        match what {
            Readable::Element(id) => Told::about(self.element(id)),
            Readable::Document(id) => match self.i.document_before(id, u64::MAX) {
                None => Told::default(),
                Some((slug, wording)) => Told::about(Value::Link(Link {
                    title: Names::swedish(wording.title.clone()),
                    to: Some(HistoryPage::Document(slug.to_string())),
                })),
            },
            Readable::Assessment(id) => {
                let subject = self.i.judged(id);
                let told = subject.map(|(subject, _)| self.subject(subject));
                told.unwrap_or_default()
            }
            Readable::Vision(id) => self.thing(Thing::Vision(id)),
            Readable::Directive(id) => match self.i.directive_before(id, u64::MAX) {
                None => Told::default(),
                Some(wording) => Told::about(Value::Link(Link {
                    title: Names::swedish(wording.title.clone()),
                    to: Some(HistoryPage::Directive(id)),
                })),
            },
            Readable::Report(id) => self.thing(Thing::Report(id)),
        }
    }

    fn subject(&self, subject: Subject) -> Told {
        match subject {
            Subject::Element(id) => Told::about(self.element(id)),
            Subject::Indicator(id) => Told::about(self.indicator(id)),
            Subject::Topic(id) => self.thing(Thing::Topic(id)),
            Subject::Whole => self.thing(Thing::Whole),
            Subject::FinancialManagement(scope) => self.thing(Thing::FinancialManagement(scope)),
        }
    }

    /// A model, in force or not, by its name.
    fn model(&self, id: ModelId) -> Told {
        let names = self.i.model_names(id);
        let named = names.map(|names| Told::about(Value::Names(names.clone())));
        named.unwrap_or_default()
    }

    fn model_of(&self, subject: Subject) -> Option<ModelId> {
        match subject {
            Subject::Element(id) => Some(self.i.element(id)?.model),
            _ => None,
        }
    }

    /// A plan by its body and period, and how far it came.
    fn plan(&self, id: PlanId, stage: Option<PlanStage>) -> Told {
        let Some((body, period)) = self.i.plan_of(id) else {
            return Told::default();
        };
        let told = match self.body(body).pop() {
            Some(named) => Told::about(named),
            None => Told::default(),
        };
        let stage = stage.map(Value::Stage).into_iter();
        let said = [Value::Period(period)].into_iter().chain(stage);
        told.with(set(Field::Plan, said.collect()))
    }

    fn decided(&self, focus: Option<HistoryOf>, at: &Recorded, e: &RecordDecision) -> Told {
        let told = Told::default().by(e.decision);
        told.with(self.acts(focus, at.position, &e.acts))
    }

    /// What a decision did: to the thing that the page is about, or each of them by name.
    fn acts(&self, focus: Option<HistoryOf>, position: u64, acts: &[Act]) -> Vec<Difference> {
        match focus {
            Some(HistoryOf::Element(id)) => {
                let own = acts.iter().flat_map(|act| self.done_to(id, position, act));
                own.collect()
            }
            Some(HistoryOf::Document(id)) => {
                let adopted = acts.iter().find_map(|act| match act {
                    Act::Adopt(Adoptable::Document(own), wording) if *own == id => Some(*wording),
                    _ => None,
                });
                let now = adopted.and_then(|wording| self.i.document_wording(id, wording));
                let before = self.i.document_decided_before(id, position);
                let mut all = set(Field::Standing, word(Word::InForce));
                all.extend(differing(
                    before.map(|d| self.document(d)),
                    now.map(|d| self.document(d)),
                ));
                all
            }
            Some(HistoryOf::Directive(id)) => {
                let own = acts.iter().filter_map(|act| match act {
                    Act::Adopt(Adoptable::Directive(own), wording) if *own == id => {
                        Some((*wording, Word::Decided))
                    }
                    Act::AdoptDirective(own, wording) if *own == id => {
                        Some((*wording, Word::Binding))
                    }
                    _ => None,
                });
                let told = own.flat_map(|(wording, became)| {
                    let mut all = set(Field::Standing, word(became));
                    let words = self.i.directive_wording(id, wording);
                    all.extend(differing(None, words.map(|d| self.directive(d))));
                    all
                });
                told.collect()
            }
            _ => {
                let mut named: Vec<Value> = acts.iter().filter_map(|act| self.act(act)).collect();
                let more = named.len().saturating_sub(NAMED);
                named.truncate(NAMED);
                named.extend((more > 0).then_some(Value::Count(more as u64)));
                match named.is_empty() {
                    true => Vec::new(),
                    false => set(Field::Acts, named),
                }
            }
        }
    }

    fn act(&self, act: &Act) -> Option<Value> {
        match act {
            // The words that were adopted, whatever has been proposed or decided since.
            Act::Adopt(Adoptable::Element(id), wording) => {
                Some(match (self.element(*id), self.i.wording(*id, *wording)) {
                    (Value::Link(link), Some(said)) => Value::Link(Link {
                        title: Names::swedish(said.text.clone()),
                        ..link
                    }),
                    (told, _) => told,
                })
            }
            Act::Withdraw(id) | Act::Close(id) | Act::Transfer(id, _) => Some(self.element(*id)),
            Act::Adopt(Adoptable::Document(id), _) => {
                let told = self.readable(Readable::Document(*id));
                Some(told.about.map_or(Value::Word(Word::Hidden), Value::Link))
            }
            Act::Adopt(Adoptable::Assessment(id), _) => {
                let told = self.readable(Readable::Assessment(*id));
                Some(told.about.map_or(Value::Word(Word::Hidden), Value::Link))
            }
            Act::Adopt(Adoptable::Vision(id), _) => {
                let told = self.thing(Thing::Vision(*id));
                told.about.map(Value::Link)
            }
            Act::Adopt(Adoptable::Directive(id), _) | Act::AdoptDirective(id, _) => {
                let told = self.readable(Readable::Directive(*id));
                told.about.map(Value::Link)
            }
            Act::AdoptPlan(id) | Act::SupplementPlan(id, _) | Act::ClosePlan(id) => {
                let (whose, period) = self.i.plan_of(*id)?;
                let (names, _) = body(self.i.published(), whose)?;
                Some(Value::Plan(names, period))
            }
            Act::AdoptUnseenPlan(period) => Some(Value::Period(*period)),
            Act::Organise(what) => bodies::called(self.i, what).map(Value::Names),
            Act::DecideFigures(id, _) => Some(self.indicator(*id)),
        }
    }

    /// What an act did to an element.
    fn done_to(&self, id: ElementId, position: u64, act: &Act) -> Vec<Difference> {
        match act {
            Act::Adopt(Adoptable::Element(own), wording) if *own == id => {
                let before = self.i.decided_before(id, position);
                let now = self.i.wording(id, *wording);
                let mut all = set(Field::Standing, word(Word::InForce));
                let mut both = (
                    before.map(|w| self.wording(id, w)),
                    now.map(|w| self.wording(id, w)),
                );
                if let Some(named) = now.and_then(|w| w.links.as_ref()) {
                    let tied = self.i.supported_before(id, position);
                    let named = named.iter().map(|link| link.to).collect();
                    both.0 = both.0.map(|fields| self.with_ends(fields, tied));
                    both.1 = both.1.map(|fields| self.with_ends(fields, named));
                }
                all.extend(differing(both.0, both.1));
                all
            }
            Act::Adopt(Adoptable::Assessment(judged), version) => {
                let subject = self.i.judged(*judged).map(|(subject, _)| subject);
                if subject != Some(Subject::Element(id)) {
                    return Vec::new();
                }
                let now = self.i.verdict(*judged, *version);
                let model = self.model_of(Subject::Element(id));
                differing(None, now.map(|v| self.verdict(model, v)))
            }
            Act::Withdraw(own) if *own == id => set(Field::Standing, word(Word::Withdrawn)),
            Act::Close(own) if *own == id => set(Field::Standing, word(Word::Closed)),
            Act::Transfer(own, to) if *own == id => {
                let before = self.i.decided_before(id, position);
                let before = before.and_then(|w| w.owner).map(|id| self.body(id));
                let now = self.body(*to);
                let before = before.unwrap_or_default();
                vec![Difference::new(Field::Owner, before, now)]
            }
            Act::AdoptPlan(plan) => self.plan(*plan, Some(PlanStage::Adopted)).differences,
            Act::SupplementPlan(plan, _) => {
                let stage = Some(PlanStage::Supplemented);
                self.plan(*plan, stage).differences
            }
            Act::ClosePlan(plan) => self.plan(*plan, Some(PlanStage::Closed)).differences,
            _ => Vec::new(),
        }
    }

    fn measured(&self, position: u64, e: &ReportMeasurement) -> Told {
        let told = Told::about(self.indicator(e.indicator));
        let Some((_, definition)) = self.i.definition_before(e.indicator, u64::MAX) else {
            return told;
        };
        let unit = (&definition.unit, definition.decimals);
        let key = MeasuredKey {
            body: e.body,
            period: e.period,
            breakdown: e.breakdown,
        };
        let before = self.i.measured_before(e.indicator, key, position);
        let before = before.map(|m| figure(&m.value, m.settled, unit));
        let body = e.body.map(|id| self.body(id)).unwrap_or_default();
        let of = [Value::Period(e.period), Value::Breakdown(e.breakdown)];
        let mut all = vec![Difference {
            field: Field::Measured,
            of: of.into_iter().chain(body).collect(),
            was_there: before.is_some(),
            before: before.unwrap_or_default(),
            after: figure(&e.value, e.settled, unit),
        }];
        let note = e.note.as_ref().map(|note| Value::Text(note.clone()));
        all.extend(note.map(|note| Difference::new(Field::Note, Vec::new(), vec![note])));
        told.with(all)
    }

    fn aimed(&self, position: u64, e: &SetTarget) -> Told {
        let told = Told::about(self.indicator(e.indicator));
        let Some((_, definition)) = self.i.definition_before(e.indicator, u64::MAX) else {
            return told;
        };
        let aim = |aim: &riktning_domain::indicators::Aim| {
            vec![Value::Aim(
                aim.clone(),
                definition.unit.clone(),
                definition.decimals,
            )]
        };
        let key = (e.period, e.body);
        let before = self.i.aimed_before(e.indicator, key, position);
        let body = e.body.map(|id| self.body(id)).unwrap_or_default();
        let told = told.with(vec![Difference {
            field: Field::Target,
            of: [Value::Period(e.period)].into_iter().chain(body).collect(),
            was_there: before.is_some(),
            before: before.map(aim).unwrap_or_default(),
            after: aim(&e.aim),
        }]);
        match e.basis {
            TargetBasis::Decision(id) => told.by(id),
            TargetBasis::Source(..) => told,
        }
    }
}

/// What is proposed, as what somebody may read.
fn readable(what: Proposable) -> Readable {
    match what {
        Proposable::Document(id) => Readable::Document(id),
        Proposable::Directive(id) => Readable::Directive(id),
    }
}
