//! What a wording, a definition or a document says, field by field, so that two of them can be
//! held against each other.

use super::{HistoryPage, Link, Seen};
use crate::views::chart::Way;
use crate::views::criteria::FindingLine;
use crate::work::body;
use crate::work::modelling::ModelDifference;
use jiff::civil::Date;
use riktning_domain::assessments::Verdict;
use riktning_domain::bodies::BodyKind;
use riktning_domain::compiled::Whole;
use riktning_domain::directives::DirectiveWording;
use riktning_domain::documents::{DocumentKind, DocumentWording};
use riktning_domain::elements::{Addressed, Quantity, Wording};
use riktning_domain::external_rules::RecordRule;
use riktning_domain::ids::{BodyId, ElementId, IndicatorId, ModelId, PersonId, ScaleValueId};
use riktning_domain::indicators::Breakdown;
use riktning_domain::indicators::{
    Aim, Better, Calculation, Class, Definition, Frequency, NoValue, Settled, Unit,
};
use riktning_domain::inside::{InsideElement, Standing};
use riktning_domain::permissions::Role;
use riktning_domain::plans::PlanStage;
use riktning_domain::rounds::OpenRound;
use riktning_domain::site::written::WritePage;
use riktning_domain::threads::ThreadEnd;
use riktning_domain::topics::TopicDescription;
use riktning_domain::visibility::Visibility;
use riktning_domain::{Dated, Figure, Money, Names, Period, Text};
use std::sync::Arc;

/// A field of something whose history is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// The sentence, or a title.
    Text,
    /// In which way figures are worked out.
    Way,
    /// What figures are worked out of.
    Parts,
    /// What it is called.
    Name,
    /// What it means.
    Description,
    /// Why it matters.
    Why,
    /// Who owns it.
    Owner,
    /// To whom it goes.
    AddressedTo,
    /// The responsible role.
    Role,
    /// The responsible person.
    Person,
    /// Which period.
    Period,
    /// Under which topics.
    Topics,
    /// How much.
    Quantity,
    /// What can be tested.
    Condition,
    /// Why it is clear.
    ClearAnyway,
    /// What happens if it is not kept.
    IfNotKept,
    /// The money with it.
    Amount,
    /// When it is due.
    Due,
    /// The order that it answers.
    Order,
    /// What it continues.
    Continues,
    /// What it supports or rests on.
    Supports,
    /// What was found of the words by the criteria of their level.
    Criteria,
    /// What a company is ordered to do.
    Orders,
    /// How it stands to what is decided.
    Standing,
    /// The plan that it lies in, and how far that has come.
    Plan,
    /// Which bodies are asked what they say of it.
    Asked,
    /// What a body answers.
    Answer,
    /// How many rows.
    Rows,
    /// In which order its first rows stand.
    Arranged,
    /// Who may read it.
    Visibility,
    /// By which ground in the law.
    Ground,
    /// Until when.
    Until,
    /// The verdict for the year.
    Verdict,
    /// How it went so far.
    SoFar,
    /// That it came by the link of a letter.
    ByLink,
    /// The verdict to the end of the period.
    ToPeriodEnd,
    /// How much had been reached.
    Reached,
    /// Why it was judged so.
    Reason,
    /// What happened.
    Happened,
    /// Why that happened.
    Cause,
    /// What it means, and for whom.
    Meaning,
    /// What is done now.
    Now,
    /// A step on the way of a verdict.
    Step,
    /// The minutes, or what a court said.
    Decision,
    /// A figure.
    Measured,
    /// What is aimed at.
    Target,
    /// What it is counted in.
    Unit,
    /// With how many decimals.
    Decimals,
    /// Which way is good.
    Better,
    /// What it may be used for.
    Class,
    /// How often figures come.
    Frequency,
    /// How near is near.
    Tolerance,
    /// Who answers for it.
    Responsible,
    /// What a reader must know.
    Note,
    /// What kind of document.
    Kind,
    /// The case number.
    CaseNumber,
    /// For whom it holds.
    AppliesTo,
    /// From when it holds.
    ValidFrom,
    /// Until when it holds.
    ValidTo,
    /// Whether it is applied after that.
    StillApplied,
    /// Who revises it.
    RevisedBy,
    /// By when it is revised.
    ReviseBy,
    /// The number of a law.
    Number,
    /// Who follows it up.
    FollowedUpBy,
    /// What it governs.
    Governs,
    /// The indicators of something.
    Indicator,
    /// What a decision adopted or did.
    Acts,
    /// A role that somebody was given.
    Granted,
    /// How many records of a file were taken, and how many not.
    Taken,
    /// The day that figures and texts are about.
    CutOff,
    /// From when a round takes what is asked for.
    Opens,
    /// The last day of a kind of body.
    Deadline,
    /// When which body deals with it.
    Meeting,
    /// What is asked for.
    AsksFor,
    /// The levels whose rows are reported on.
    Levels,
    /// Who compiles it for council.
    CompiledBy,
    /// What is judged of the whole.
    JudgedWhole,
    /// What figures and parts pointed to.
    Proposed,
    /// Why something that is decided is put right.
    Corrects,
    /// What became different in something that has many parts.
    Changed,
    /// What it is a part of.
    PartOf,
    /// Its place among its likes.
    Rank,
    /// Its last day.
    LastDay,
    /// What kind of body.
    BodyKind,
    /// The bodies that it answers to.
    AnswersTo,
    /// The bodies that take over.
    TakesOver,
}

/// A word of our own that a field may say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Word {
    /// It is so.
    Yes,
    /// To every committee and company.
    All,
    /// Something that the person may not read.
    Hidden,
    /// Everybody may read it.
    Public,
    /// Whoever works here may read it.
    Internal,
    /// Its own body may read it.
    Secret,
    /// A decision withdrew it.
    Withdrawn,
    /// A decision closed it.
    Closed,
    /// It is a draft.
    Draft,
    /// It is in force.
    InForce,
    /// It is a proposal beside what is in force.
    Proposal,
    /// It was sent to whoever decides.
    Sent,
    /// Council has decided it.
    Decided,
    /// It binds.
    Binding,
    /// It was taken back.
    TakenBack,
    /// Nobody is asked any longer.
    AskedNoLonger,
    /// There is nothing to object to.
    NoObjection,
    /// Handed in to be reviewed.
    HandedIn,
    /// Reviewed.
    Reviewed,
    /// Sent back.
    SentBack,
    /// Approved.
    Approved,
    /// The minutes are approved.
    MinutesApproved,
    /// Appealed.
    Appealed,
    /// Quashed.
    Quashed,
    /// A forecast.
    Forecast,
    /// It may still change.
    Preliminary,
    /// Settled.
    Final,
    /// Changed after it was settled.
    Revised,
    /// Nothing was measured.
    NotMeasured,
    /// No figure is printed.
    NotStated,
    /// Too few persons.
    TooFew,
    /// Not out yet.
    NotYet,
}

/// What a field says.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// What somebody typed.
    Text(Text),
    /// A name.
    Names(Names),
    /// What is judged of the whole.
    Whole(Whole),
    /// A day.
    Day(Date),
    /// A day with its precision.
    Dated(Dated),
    /// A period.
    Period(Period),
    /// How much of what.
    Quantity(Quantity),
    /// How much has been reached of a quantity.
    Reached(Figure),
    /// Money.
    Money(Money),
    /// A number of things.
    Count(u64),
    /// A figure of an indicator, with how it is counted.
    Figure(Figure, Unit, u8),
    /// A target of an indicator, likewise.
    Aim(Aim, Unit, u8),
    /// In which way figures are worked out.
    Way(Way),
    /// A unit.
    Unit(Unit),
    /// Which way is good.
    Better(Better),
    /// A class of indicators.
    Class(Class),
    /// How often figures come.
    Frequency(Frequency),
    /// Which people.
    Breakdown(Breakdown),
    /// A kind of document.
    Kind(DocumentKind),
    /// What is different in a model.
    Model(ModelDifference),
    /// A kind of body.
    BodyKind(BodyKind),
    /// The last day of a kind of body.
    Deadline(BodyKind, Date),
    /// The day on which a body meets.
    Meeting(Names, Date),
    /// A plan, by its body and period.
    Plan(Names, Period),
    /// How far a plan has come.
    Stage(PlanStage),
    /// A role.
    Role(Role),
    /// A person; none whose name has been erased.
    Person(Option<Arc<str>>),
    /// Another thing with a history.
    Link(Link),
    /// How words stand to a criterion.
    Finding(FindingLine),
    /// A word of ours.
    Word(Word),
}

impl Value {
    /// What a reader takes it to say, where that is a title.
    fn title(&self) -> Option<&str> {
        match self {
            Value::Link(link) => link.title.sv.as_str(),
            Value::Text(text) => text.as_str(),
            _ => None,
        }
    }
}

/// A field before and after.
#[derive(Clone, Debug, PartialEq)]
pub struct Difference {
    /// Which field.
    pub field: Field,
    /// Of what of several: a figure's period and people.
    pub of: Vec<Value>,
    /// What it said; nothing where it said nothing.
    pub before: Vec<Value>,
    /// What it says.
    pub after: Vec<Value>,
    /// Whether the thing was there before: then what comes where nothing was said is an addition.
    pub was_there: bool,
}

impl Difference {
    pub(super) fn new(field: Field, before: Vec<Value>, after: Vec<Value>) -> Difference {
        Difference {
            field,
            of: Vec::new(),
            was_there: !before.is_empty(),
            before,
            after,
        }
    }

    /// Whether the two sides say the same.
    pub fn is_same(&self) -> bool {
        self.before == self.after
    }
}

/// Every field of something with what it says.
pub(super) type Fields = Vec<(Field, Vec<Value>)>;

/// Two of the same kind held against each other, field by field.
pub(super) fn beside(before: Option<Fields>, after: Option<Fields>) -> Vec<Difference> {
    let empty = |fields: &Fields| -> Fields {
        let fields = fields.iter();
        fields.map(|(field, _)| (*field, Vec::new())).collect()
    };
    let was_there = before.is_some();
    let (before, after) = match (before, after) {
        (Some(before), Some(after)) => (before, after),
        (Some(before), None) => (before.clone(), empty(&before)),
        (None, Some(after)) => (empty(&after), after),
        (None, None) => return Vec::new(),
    };
    let both = before.into_iter().zip(after);
    let both = both.map(|((field, before), (_, after))| Difference {
        was_there,
        ..Difference::new(field, before, after)
    });
    both.filter(|d| !(d.before.is_empty() && d.after.is_empty()))
        .collect()
}

/// Only what differs.
pub(super) fn differing(before: Option<Fields>, after: Option<Fields>) -> Vec<Difference> {
    let both = beside(before, after).into_iter();
    both.filter(|difference| !difference.is_same()).collect()
}

fn one<T>(value: Option<T>, make: impl Fn(T) -> Value) -> Vec<Value> {
    value.map(make).into_iter().collect()
}

fn text(text: Option<&Text>) -> Vec<Value> {
    one(text, |text| Value::Text(text.clone()))
}

fn yes(is_so: bool) -> Vec<Value> {
    one(is_so.then_some(Word::Yes), Value::Word)
}

impl Seen<'_> {
    /// What is said of a round.
    pub(super) fn round(&self, round: &OpenRound) -> Fields {
        let deadlines = round.deadlines.iter();
        let deadlines = deadlines.map(|(kind, last)| Value::Deadline(*kind, *last));
        let meetings = round.meetings.iter().filter_map(|meeting| {
            let (names, _) = body(self.i.published(), meeting.body)?;
            Some(Value::Meeting(names, meeting.on))
        });
        let p = self.i.published();
        let model = self.i.planned_model(round.model);
        let levels = round.levels.iter().filter_map(|id| {
            let level = model.as_ref()?.definition.level(*id)?;
            Some(Value::Names(level.names.clone()))
        });
        let compiling = round.compiling.as_ref();
        let compiler = compiling.and_then(|by| Some(body(p, by.body)?.0));
        let wholes = compiling.into_iter().flat_map(|by| &by.wholes);
        let wholes = wholes.map(|whole| Value::Whole(*whole));
        let asked = round.asks_for.iter();
        let asked = asked.map(|asked| Value::Text(asked.clone()));
        vec![
            (Field::Name, vec![Value::Names(round.names.clone())]),
            (Field::CutOff, vec![Value::Day(round.cut_off)]),
            (Field::Opens, one(round.opens, Value::Day)),
            (Field::Deadline, deadlines.collect()),
            (Field::Meeting, meetings.collect()),
            (Field::AsksFor, asked.collect()),
            (Field::Levels, levels.collect()),
            (Field::CompiledBy, one(compiler, Value::Names)),
            (Field::JudgedWhole, wholes.collect()),
        ]
    }

    /// What is said of a topic.
    pub(super) fn topic(&self, topic: &TopicDescription) -> Fields {
        let p = self.i.published();
        let above = topic.parent.and_then(|id| Some(p.topic(id)?.names.clone()));
        vec![
            (Field::Name, vec![Value::Names(topic.names.clone())]),
            (Field::Description, text(topic.meaning.as_ref())),
            (Field::PartOf, one(above, Value::Names)),
            (Field::Rank, vec![Value::Count(u64::from(topic.order))]),
            (Field::Owner, self.whose(topic.owner)),
            (Field::LastDay, one(topic.last_day, Value::Day)),
        ]
    }

    pub(super) fn body(&self, id: BodyId) -> Vec<Value> {
        let named = body(self.i.published(), id);
        one(named, |(names, _)| Value::Names(names))
    }

    fn whose(&self, id: Option<BodyId>) -> Vec<Value> {
        id.map(|id| self.body(id)).unwrap_or_default()
    }

    pub(super) fn addressed(&self, to: &Addressed) -> Vec<Value> {
        match to {
            Addressed::None => Vec::new(),
            Addressed::All => vec![Value::Word(Word::All)],
            Addressed::To(bodies) => bodies.iter().flat_map(|id| self.body(*id)).collect(),
        }
    }

    /// A person by name.
    pub(super) fn person(&self, id: PersonId) -> Value {
        Value::Person((self.name_of)(id))
    }

    /// An element by its newest wording that the person may read.
    pub(super) fn element(&self, id: ElementId) -> Value {
        match self.i.remembered(id) {
            None => Value::Word(Word::Hidden),
            Some(known) => Value::Link(Link {
                title: Names::swedish(known.wording.text.clone()),
                to: Some(HistoryPage::Element(known.number)),
            }),
        }
    }

    pub(super) fn indicator(&self, id: IndicatorId) -> Value {
        match self.i.definition_before(id, u64::MAX) {
            None => Value::Word(Word::Hidden),
            Some((slug, definition)) => Value::Link(Link {
                title: definition.names.clone(),
                to: Some(HistoryPage::Indicator(slug.to_string())),
            }),
        }
    }

    /// What a thread leads to.
    pub(super) fn end(&self, end: ThreadEnd) -> Value {
        let p = self.i.published();
        match end {
            ThreadEnd::Element(id) => self.element(id),
            ThreadEnd::Vision(id) => match p.vision(id) {
                None => Value::Word(Word::Hidden),
                Some(vision) => Value::Text(vision.wording.title.clone()),
            },
            ThreadEnd::Document(id) => match self.i.document_before(id, u64::MAX) {
                Some((slug, wording)) => Value::Link(Link {
                    title: Names::swedish(wording.title.clone()),
                    to: Some(HistoryPage::Document(slug.to_string())),
                }),
                None => match p.rule(id) {
                    None => Value::Word(Word::Hidden),
                    Some(rule) => Value::Text(rule.rule.title.clone()),
                },
            },
        }
    }

    /// What was written in an element, and what was found of it on the day.
    pub(super) fn written(&self, id: ElementId, words: &Wording, day: Date) -> Fields {
        let mut fields = self.wording(id, words);
        fields.extend(self.found(id, words, day));
        fields
    }

    /// What was found of the words of an element on a day, criterion by criterion.
    fn found(&self, id: ElementId, words: &Wording, day: Date) -> Fields {
        let found = FindingLine::all(self.i.findings_on(id, words, day));
        vec![(
            Field::Criteria,
            found.into_iter().map(Value::Finding).collect(),
        )]
    }

    /// What a wording of an element says.
    pub(super) fn wording(&self, id: ElementId, w: &Wording) -> Fields {
        let p = self.i.published();
        let topics = w.topics.iter().filter_map(|placed| p.topic(placed.topic));
        let owner = match &w.owner_in_words {
            Some(words) => text(Some(words)),
            None => self.whose(w.owner),
        };
        vec![
            (Field::Text, text(Some(&w.text))),
            (Field::Description, text(w.description.as_ref())),
            (Field::Why, text(w.why.as_ref())),
            (Field::Owner, owner),
            (Field::AddressedTo, self.addressed(&w.addressed_to)),
            (Field::Role, text(w.role.as_ref())),
            (
                Field::Person,
                one(self.i.named_in(id, w), |id| self.person(id)),
            ),
            (Field::Period, vec![Value::Period(w.period)]),
            (
                Field::Topics,
                topics.map(|t| Value::Names(t.names.clone())).collect(),
            ),
            (Field::Quantity, one(w.quantity.clone(), Value::Quantity)),
            (Field::Condition, text(w.condition.as_ref())),
            (Field::ClearAnyway, text(w.clear_anyway.as_ref())),
            (Field::IfNotKept, text(w.if_not_kept.as_ref())),
            (Field::Amount, one(w.amount, Value::Money)),
            (Field::Due, one(w.due, Value::Dated)),
            (Field::Order, one(w.origin.order(), |id| self.element(id))),
            (
                Field::Continues,
                one(w.continues, |earlier| self.element(earlier.element)),
            ),
        ]
    }

    /// What a row says, with what it supports by these words.
    pub(super) fn said_by(&self, row: &InsideElement<'_>) -> Fields {
        let ends = self.i.supports_by(row).into_iter();
        let ends = ends.map(|(_, end)| end).collect();
        self.with_ends(self.wording(row.id, row.wording), ends)
    }

    /// What a wording says, with what it supports.
    pub(super) fn with_ends(&self, mut fields: Fields, ends: Vec<ThreadEnd>) -> Fields {
        let mut supports: Vec<Value> = ends.into_iter().map(|end| self.end(end)).collect();
        // In the order of what is read, so that what stays the same is the same.
        supports.sort_by(|a, b| a.title().cmp(&b.title()));
        fields.insert(1, (Field::Supports, supports));
        fields
    }

    /// How an element stood on a day: its wording with its owner and links of that day.
    pub(super) fn stood_on(&self, id: ElementId, day: Date) -> Option<Fields> {
        let (wording, standing) = self.i.stood_on(id, day)?;
        let mut fields = self.wording(id, wording);
        if standing == Standing::Adopted {
            for (field, said) in &mut fields {
                if *field == Field::Owner && wording.owner_in_words.is_none() {
                    *said = self.whose(self.i.owner_on(id, day));
                }
            }
        }
        let ends = match standing {
            Standing::Proposal => self.i.supported_by_words(id, wording, (day, u64::MAX)),
            Standing::Draft | Standing::Adopted => self.i.supported_on(id, day),
        };
        let mut fields = self.with_ends(fields, ends);
        let standing = match (self.i.ended_on(id, day), standing) {
            (Some(true), _) => Word::Withdrawn,
            (Some(false), _) => Word::Closed,
            (None, Standing::Draft) if self.i.was_handed_in(id, day) => Word::Sent,
            (None, Standing::Draft) => Word::Draft,
            (None, Standing::Adopted) => Word::InForce,
            (None, Standing::Proposal) => Word::Proposal,
        };
        fields.insert(0, (Field::Standing, vec![Value::Word(standing)]));
        Some(fields)
    }

    /// What a definition of an indicator says.
    pub(super) fn definition(&self, d: &Definition) -> Fields {
        let unit = (d.unit.clone(), d.decimals);
        vec![
            (Field::Name, vec![Value::Names(d.names.clone())]),
            (Field::Description, text(d.description.as_ref())),
            (Field::Unit, vec![Value::Unit(d.unit.clone())]),
            (Field::Decimals, vec![Value::Count(d.decimals.into())]),
            (Field::Better, vec![Value::Better(d.better)]),
            (Field::Class, vec![Value::Class(d.class)]),
            (Field::Frequency, one(d.frequency, Value::Frequency)),
            (
                Field::Tolerance,
                one(d.tolerance, |t| Value::Figure(t, unit.0.clone(), unit.1)),
            ),
            (Field::Responsible, self.whose(d.responsible)),
            (Field::Note, text(d.note.as_ref())),
            (Field::Way, one(Way::of(d), Value::Way)),
            (Field::Parts, self.parts(d)),
        ]
    }

    /// What the figures of an indicator are worked out of, and the factor.
    fn parts(&self, d: &Definition) -> Vec<Value> {
        let parts = d.rests_on().into_iter().map(|id| {
            let part = self.i.definition_before(id, u64::MAX);
            part.map(|(_, part)| Value::Names(part.names.clone()))
        });
        let times = match &d.calculation {
            Some(
                Calculation::Ratio { times, .. } | Calculation::PerInhabitants { per: times, .. },
            ) => Some(*times),
            _ => None,
        };
        let times = times.map(|times| Value::Figure(times, Unit::Count, 0));
        parts.flatten().chain(times).collect()
    }

    /// What a document says of itself.
    pub(super) fn document(&self, d: &DocumentWording) -> Fields {
        let p = self.i.published();
        let governs = d.governs.iter().filter_map(|placed| p.topic(placed.topic));
        let governs = governs.map(|t| Value::Names(t.names.clone())).collect();
        vec![
            (Field::Text, text(Some(&d.title))),
            (Field::Kind, vec![Value::Kind(d.kind.clone())]),
            (Field::Description, text(d.meaning.as_ref())),
            (Field::CaseNumber, text(d.case_number.as_ref())),
            (Field::AppliesTo, self.addressed(&d.applies_to)),
            (Field::ValidFrom, one(d.valid_from, Value::Dated)),
            (Field::ValidTo, one(d.valid_to, Value::Dated)),
            (Field::StillApplied, yes(d.still_applied)),
            (Field::Responsible, self.whose(d.responsible)),
            (Field::Role, text(d.role.as_ref())),
            (Field::RevisedBy, self.whose(d.revised_by)),
            (Field::ReviseBy, one(d.revise_by, Value::Day)),
            (Field::FollowedUpBy, self.whose(d.followed_up_by)),
            (Field::Governs, governs),
            (Field::Note, text(d.note.as_ref())),
        ]
    }

    /// What a wording of an owner directive says.
    pub(super) fn directive(&self, d: &DirectiveWording) -> Fields {
        let goals = d.goals.iter().map(|goal| self.element(goal.element));
        vec![
            (Field::Text, text(Some(&d.title))),
            (
                Field::Orders,
                d.orders.iter().cloned().map(Value::Text).collect(),
            ),
            (Field::Supports, goals.collect()),
        ]
    }

    /// What is recorded of a law or other rule from outside.
    pub(super) fn rule(&self, r: &RecordRule) -> Fields {
        vec![
            (Field::Text, text(Some(&r.title))),
            (Field::Number, text(r.number.as_ref())),
            (Field::ValidFrom, vec![Value::Dated(r.in_force_from)]),
            (Field::ValidTo, one(r.in_force_to, Value::Dated)),
            (Field::Description, text(r.concerns.as_ref())),
        ]
    }

    /// What a page of the municipality's own says: Swedish first, then what it is translated to.
    pub(super) fn page(&self, page: &WritePage) -> Fields {
        let names = |names: &Names| {
            let all = [Some(&names.sv), names.en.as_ref(), names.fi.as_ref()];
            let all = all.into_iter().flatten().cloned();
            all.map(Value::Text).collect()
        };
        let said = page.text.as_ref().map_or(Vec::new(), names);
        vec![(Field::Name, names(&page.title)), (Field::Text, said)]
    }

    /// What a verdict says.
    pub(super) fn verdict(&self, model: Option<ModelId>, v: &Verdict) -> Fields {
        let p = self.i.published();
        let definition = model.and_then(|id| p.model(id)).map(|m| m.definition);
        let value = |id: ScaleValueId| {
            let known = definition.and_then(|d| d.value(id));
            let others = || p.models().into_iter().find_map(|m| m.definition.value(id));
            known.or_else(others).map(|v| v.names.clone())
        };
        let mark = |id: Option<ScaleValueId>| one(id.and_then(value), Value::Names);
        vec![
            (Field::Verdict, mark(Some(v.for_year))),
            (Field::SoFar, mark(v.so_far)),
            (Field::ToPeriodEnd, mark(v.to_period_end)),
            (Field::Proposed, mark(v.proposed)),
            (Field::Reached, one(v.outcome, Value::Reached)),
            (Field::Reason, text(Some(&v.reason))),
            (Field::Happened, text(v.happened.as_ref())),
            (Field::Cause, text(v.cause.as_ref())),
            (Field::Meaning, text(v.meaning.as_ref())),
            (Field::Now, text(v.now.as_ref())),
        ]
    }
}

/// Who may read something.
pub(super) fn visibility(v: &Visibility) -> Fields {
    let (who, secrecy) = match v {
        Visibility::Public => (Word::Public, None),
        Visibility::Internal => (Word::Internal, None),
        Visibility::Secret(secrecy) => (Word::Secret, Some(secrecy)),
    };
    vec![
        (Field::Visibility, vec![Value::Word(who)]),
        (Field::Ground, text(secrecy.map(|s| &s.ground))),
        (Field::Until, one(secrecy.and_then(|s| s.until), Value::Day)),
    ]
}

/// What a figure says, and how settled it is.
pub(super) fn figure(
    value: &riktning_domain::indicators::Value,
    settled: Settled,
    (unit, decimals): (&Unit, u8),
) -> Vec<Value> {
    use riktning_domain::indicators::Value as Measured;
    let said = match value {
        Measured::Figure(figure) => Value::Figure(*figure, unit.clone(), decimals),
        Measured::None(NoValue::NotMeasured) => Value::Word(Word::NotMeasured),
        Measured::None(NoValue::NotStated) => Value::Word(Word::NotStated),
        Measured::None(NoValue::TooFew) => Value::Word(Word::TooFew),
        Measured::None(NoValue::NotYet) => Value::Word(Word::NotYet),
        Measured::None(NoValue::Because(reason)) => Value::Text(reason.clone()),
    };
    let settled = match settled {
        Settled::Forecast(_) => Some(Word::Forecast),
        Settled::Preliminary => Some(Word::Preliminary),
        Settled::Told => None,
        Settled::Final => Some(Word::Final),
        Settled::Revised => Some(Word::Revised),
    };
    [said].into_iter().chain(settled.map(Value::Word)).collect()
}
