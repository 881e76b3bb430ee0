//! Assessments: a human judges; figures inform. A verdict has an author, a date and a reason.

use crate::bodies::BodyKind;
use crate::command::{Now, Outcome};
use crate::dates::Dated;
use crate::decisions::{Adoption, Basis};
use crate::event::{Event, Recorded};
use crate::figures::Figure;
use crate::ids::{
    AssessmentId, BodyId, ElementId, IndicatorId, RoundId, ScaleValueId, TopicId, WordingId,
};
use crate::indicators::Class;
use crate::models::{CountsAs, ModelDefinition};
use crate::refusal::{Fact, Refusal};
use crate::rounds::Occasion;
use crate::state::{State, stood_by};
use crate::texts::Text;
use crate::timeline::Timeline;
use crate::topics::Dimension;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::sync::Arc;

/// Proposes a verdict, or proposes it anew before it is decided.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProposeAssessment {
    /// Which assessment.
    pub assessment: AssessmentId,
    /// This version: what a decision names.
    pub version: WordingId,
    /// In which round.
    pub round: RoundId,
    /// What is judged.
    pub subject: Subject,
    /// The body that judges. A person's proposal must name one; a public source may not say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub body: Option<BodyId>,
    /// The verdict.
    pub verdict: Verdict,
    /// Why it puts right what is decided: then the decided verdict stands until this one is decided.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub corrects: Option<Text>,
    /// Whether it came by the link of a letter, and not from somebody who had signed in.
    #[serde(default, skip_serializing_if = "is_false")]
    pub by_link: bool,
    /// From which day; only an import may say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<Dated>,
}

/// Whether a field that is seldom said is not.
fn is_false(said: &bool) -> bool {
    !said
}

/// What can be judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Subject {
    /// An element of the plan.
    Element(ElementId),
    /// An indicator.
    Indicator(IndicatorId),
    /// A topic: its assessments over time are its scorecard.
    Topic(TopicId),
    /// The whole: whether what is achieved and how the work is done are in balance.
    Whole,
    /// Good financial management (*god ekonomisk hushållning*, kommunallagen 2017:725,
    /// 11 kap. 1 §).
    FinancialManagement(Scope),
}

/// Whose good financial management is judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Scope {
    /// The municipality alone.
    Municipality,
    /// The municipality and its companies.
    Group,
}

/// A verdict in all its parts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Verdict {
    /// For the year.
    pub for_year: ScaleValueId,
    /// How it goes so far, where the whole year is thought to end otherwise. Said while the year goes on,
    /// never of a year that is over.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub so_far: Option<ScaleValueId>,
    /// To the end of the period, for what runs over several years.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to_period_end: Option<ScaleValueId>,
    /// Why. Blank only where a row of a year's plan goes as it was promised.
    pub reason: Text,
    /// What happened.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub happened: Option<Text>,
    /// Why it happened.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cause: Option<Text>,
    /// What it means, and for whom.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub meaning: Option<Text>,
    /// What is done now.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub now: Option<Text>,
    /// How much has been reached of what a row promises in a figure, in the unit of that promise.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outcome: Option<Figure>,
    /// What figures and parts proposed when it was written. People judge: it is kept beside the verdict, so that
    /// a reader sees where the two differ.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proposed: Option<ScaleValueId>,
    /// The indicators that informed it: organisation indicators only.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub informed_by: Vec<IndicatorId>,
}

impl Verdict {
    /// How it goes: as the year is thought to end, where nothing else is said.
    pub fn as_it_goes(&self) -> ScaleValueId {
        self.so_far.unwrap_or(self.for_year)
    }

    /// The values of its scale that it uses.
    pub fn values(&self) -> impl Iterator<Item = ScaleValueId> + use<> {
        let all = [Some(self.for_year), self.so_far, self.to_period_end];
        all.into_iter().flatten()
    }

    /// The same, and the one that was proposed: the scale has them all.
    fn on_scale(&self) -> impl Iterator<Item = ScaleValueId> + use<> {
        self.values().chain(self.proposed)
    }
}

/// Takes an assessment one step on its way to a decision.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StepAssessment {
    /// Which assessment.
    pub assessment: AssessmentId,
    /// The step.
    pub step: Step,
    /// Whether it came by the link of a letter, and not from somebody who had signed in.
    #[serde(default, skip_serializing_if = "is_false")]
    pub by_link: bool,
}

/// A step on the way to a decision.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Step {
    /// Handed in to be reviewed.
    HandedIn,
    /// Reviewed by the administration.
    Reviewed,
    /// Sent back, with a comment.
    SentBack(Text),
    /// Approved: ready to be decided.
    Approved,
}

/// One version of an assessment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// Which version.
    pub id: WordingId,
    /// The verdict.
    pub verdict: Arc<Verdict>,
    /// Why it puts right what was decided before it, if it does.
    pub corrects: Option<Arc<Text>>,
}

/// Everything recorded about one assessment.
#[derive(Clone, Debug)]
pub struct Assessment {
    pub(crate) round: RoundId,
    pub(crate) subject: Subject,
    pub(crate) body: Option<BodyId>,
    pub(crate) versions: Timeline<Version>,
    pub(crate) steps: Timeline<Step>,
    pub(crate) decided: Timeline<Adoption>,
}

impl Assessment {
    /// The step that its newest version had come to on a day: a verdict that is written anew
    /// is handed in anew.
    pub(crate) fn step_on(&self, day: Date) -> Option<&Step> {
        let step = self.steps.entry_at(day)?;
        let version = self.versions.entry_at(day)?;
        ((version.on, version.position) < (step.on, step.position)).then_some(&step.value)
    }

    pub(crate) fn version(&self, id: WordingId) -> Option<&Version> {
        self.versions
            .entries()
            .iter()
            .map(|e| &e.value)
            .find(|v| v.id == id)
    }
}

pub(crate) fn propose(state: &State, now: Now, command: ProposeAssessment) -> Outcome {
    let on = now.on_recording(command.since)?;
    let round = state.round_takes(command.round, on)?;
    if round.occasion == Occasion::Planning {
        return Err(Refusal::NothingToJudge);
    }
    if let Some(opens) = round.opens
        && on < opens
    {
        let (stands_from, fact) = (opens, Fact::Round);
        return Err(Refusal::TooEarly {
            on,
            stands_from,
            fact,
        });
    }
    match command.body {
        None if !now.imports() => return Err(Refusal::AuthorMissing),
        None => {}
        Some(body) => {
            let kind = state.body_alive(body, on)?.kind;
            if is_of_the_whole(command.subject) && !judges_the_whole(kind) {
                return Err(Refusal::NotItsMatter);
            }
        }
    }
    let model = state.model_on(round.model, on)?;
    let scale = match command.subject {
        Subject::Element(element) => {
            let element = state.element_known(element, on)?;
            if element.model != Some(round.model) {
                return Err(Refusal::OtherModel);
            }
            let level = state.level_of(element, on)?;
            Some(level.scale.ok_or(Refusal::LevelNotJudged)?)
        }
        Subject::Indicator(indicator) => {
            let definition = state.indicator_known(indicator, on)?;
            if definition.class == Class::Place {
                return Err(Refusal::PlaceIndicator);
            }
            None
        }
        Subject::Topic(topic) => {
            state.topic_known(topic, on)?;
            if state.dimension_of(topic) == Some(Dimension::CoreValue) {
                return Err(Refusal::NeverScored);
            }
            None
        }
        Subject::Whole | Subject::FinancialManagement(_) => None,
    };
    let on_scale = |value: ScaleValueId| match scale {
        Some(id) => model
            .scale(id)
            .is_some_and(|s| s.values.iter().any(|v| v.id == value)),
        None => model.value(value).is_some(),
    };
    if !command.verdict.on_scale().all(on_scale) {
        return Err(Refusal::NotOnTheScale);
    }
    if command.verdict.so_far.is_some() && round.occasion == Occasion::Annual {
        return Err(Refusal::YearIsOver);
    }
    if command.verdict.outcome.is_some() && !promises_a_figure(state, command.subject, on) {
        return Err(Refusal::NoFigurePromised);
    }
    if command.verdict.reason.is_blank() && !goes_as_promised(state, model, &command) {
        return Err(Refusal::ReasonMissing);
    }
    for indicator in &command.verdict.informed_by {
        if state.indicator_known(*indicator, on)?.class != Class::Organisation {
            return Err(Refusal::PlaceIndicator);
        }
    }
    if let Some(assessment) = state.assessments.get(&command.assessment) {
        let same_case = assessment.round == command.round
            && assessment.subject == command.subject
            && assessment.body == command.body;
        if !same_case {
            return Err(Refusal::AlreadyThere {
                fact: Fact::Assessment,
            });
        }
        if let Some(version) = assessment.version(command.version) {
            let same = *version.verdict == command.verdict;
            return if same {
                Ok(Vec::new())
            } else {
                Err(Refusal::TwiceTheSame)
            };
        }
        corrects(state, on, assessment, &command)?;
        // A source tells what became of it, whatever the way was.
        let waits = !state.is_newest_decided(assessment);
        if waits && !now.imports() && assessment.step_on(on) == Some(&Step::Approved) {
            return Err(Refusal::AlreadyApproved);
        }
    } else {
        if command.corrects.is_some() {
            return Err(Refusal::NothingToCorrect);
        }
        let twin = state
            .assessments_of(command.subject)
            .any(|a| a.round == command.round && a.body == command.body);
        if twin {
            return Err(Refusal::AlreadyThere {
                fact: Fact::Assessment,
            });
        }
    }
    let used = |definition: &ModelDefinition| {
        let mut values = command.verdict.on_scale();
        values.all(|value| definition.value(value).is_some())
    };
    if let Some(day) = state.first_definition_without(round.model, on, used) {
        let fact = Fact::Scale;
        return Err(Refusal::WouldBreak { day, fact });
    }
    Ok(vec![now.happened(on, Event::AssessmentProposed(command))])
}

/// What is decided is put right by a verdict that says why, and is decided as the first was: it is not written
/// over. What nobody has decided is not put right but written anew.
fn corrects(
    state: &State,
    on: Date,
    assessment: &Assessment,
    command: &ProposeAssessment,
) -> Result<(), Refusal> {
    let decided = |day| state.adoption_on(&assessment.decided, day).is_some();
    match (&command.corrects, decided(on) || decided(Date::MAX)) {
        (None, true) => Err(Refusal::AlreadyDecided),
        (Some(_), false) => Err(Refusal::NothingToCorrect),
        (Some(why), true) if why.is_blank() => Err(Refusal::Blank { field: "corrects" }),
        (None, false) | (Some(_), true) => Ok(()),
    }
}

/// Whether any wording of what is judged has said how much is to be reached.
fn promises_a_figure(state: &State, subject: Subject, on: Date) -> bool {
    let Subject::Element(id) = subject else {
        return false;
    };
    let drafts = state.elements.get(&id).map(|e| e.drafts.up_to(on));
    let mut drafts = drafts.into_iter().flatten();
    drafts.any(|draft| draft.value.1.quantity.is_some())
}

/// Whether a row of a year's plan goes as it was promised: that needs no reason. Whoever has nine of ten
/// rows on their way would else write nine times that nothing has happened.
fn goes_as_promised(state: &State, model: &ModelDefinition, command: &ProposeAssessment) -> bool {
    let Subject::Element(id) = command.subject else {
        return false;
    };
    let level = state.elements.get(&id).and_then(|element| element.level);
    let level = level.and_then(|level| model.level(level));
    let is_met = |value: ScaleValueId| {
        let value = model.value(value);
        value.is_some_and(|value| value.counts_as == CountsAs::Met)
    };
    level.is_some_and(|level| level.purpose.is_planned()) && command.verdict.values().all(is_met)
}

/// Whether a subject is no body's own matter.
fn is_of_the_whole(subject: Subject) -> bool {
    matches!(subject, Subject::Whole | Subject::FinancialManagement(_))
}

/// Whether bodies of a kind judge the whole: who decides and who leads and oversees it
/// (kommunallagen 2017:725, 5 kap. 1 § and 6 kap. 1 §), and, beside them, the auditors
/// (12 kap. 1 §).
pub(crate) fn judges_the_whole(kind: BodyKind) -> bool {
    matches!(
        kind,
        BodyKind::Group | BodyKind::Council | BodyKind::ExecutiveBoard | BodyKind::Audit
    )
}

pub(crate) fn step(state: &State, now: Now, command: StepAssessment) -> Outcome {
    let on = now.today;
    let assessment = state.assessment_known(command.assessment, on)?;
    if state.is_newest_decided(assessment) {
        return Err(Refusal::AlreadyDecided);
    }
    if let Step::SentBack(comment) = &command.step
        && comment.is_blank()
    {
        return Err(Refusal::CommentMissing);
    }
    let standing = assessment.step_on(on);
    if standing == Some(&command.step) {
        return Ok(Vec::new());
    }
    if !command.step.follows(standing) {
        return Err(Refusal::StepOutOfOrder);
    }
    Ok(vec![now.happened(on, Event::AssessmentStepped(command))])
}

impl Step {
    /// Whether it may be taken after another: handed in, reviewed, approved; sent back from
    /// any of these, and then handed in anew.
    fn follows(&self, standing: Option<&Step>) -> bool {
        match (self, standing) {
            (Step::HandedIn, None | Some(Step::SentBack(_)))
            | (Step::Reviewed, Some(Step::HandedIn))
            | (Step::Approved, Some(Step::HandedIn | Step::Reviewed))
            | (Step::SentBack(_), Some(Step::HandedIn | Step::Reviewed | Step::Approved)) => true,
            (Step::HandedIn | Step::Reviewed | Step::Approved | Step::SentBack(_), _) => false,
        }
    }
}

/// What must hold when an assessment is decided; answers the body that judged.
pub(crate) fn decidable(
    state: &State,
    now: Now,
    on: Date,
    assessment: AssessmentId,
    version: WordingId,
) -> Result<Option<BodyId>, Refusal> {
    let assessment = state.assessment_known(assessment, on)?;
    // A source found later may name the same verdict; another one needs another round.
    let decided = assessment
        .decided
        .entries()
        .iter()
        .filter(|e| match e.value.basis {
            Basis::Decision(id) => state.decision_stands(id, on.max(e.on)),
            Basis::Source(..) => true,
        });
    let corrects = assessment
        .version(version)
        .is_some_and(|v| v.corrects.is_some());
    let mut decided = decided.into_iter();
    if !corrects && decided.any(|e| e.value.wording != version) {
        return Err(Refusal::AlreadyDecided);
    }
    crate::decisions::newest(assessment.versions.at(on).map(|v| v.id), version)?;
    let later = assessment.versions.entries().iter().find(|e| e.on > on);
    if let Some(later) = later {
        return Err(Refusal::WouldBreak {
            day: later.on,
            fact: Fact::Assessment,
        });
    }
    if assessment.body.is_none() && !now.imports() {
        return Err(Refusal::AuthorMissing);
    }
    // Who judges sends it to be reviewed; what was sent back is not decided.
    let handed_in = |step: &Step| !matches!(step, Step::SentBack(_));
    if !now.imports() && !assessment.step_on(on).is_some_and(handed_in) {
        return Err(Refusal::NotHandedIn);
    }
    let round = state.round_known(assessment.round, on)?;
    if on < round.cut_off {
        return Err(Refusal::TooEarly {
            on,
            stands_from: round.cut_off,
            fact: Fact::Round,
        });
    }
    // The verdict as it is decided: an indicator may have changed class since the proposal.
    let informed = assessment
        .version(version)
        .map(|v| v.verdict.informed_by.clone());
    for indicator in informed.unwrap_or_default() {
        if state.indicator_known(indicator, on)?.class != Class::Organisation {
            return Err(Refusal::PlaceIndicator);
        }
    }
    match assessment.subject {
        Subject::Element(element) => {
            let element = state.element_known(element, on)?;
            if state.adoption_on(&element.adopted, on).is_none() {
                return Err(Refusal::NotAdopted { on });
            }
        }
        Subject::Indicator(indicator)
            if state.indicator_known(indicator, on)?.class == Class::Place =>
        {
            return Err(Refusal::PlaceIndicator);
        }
        Subject::Indicator(_)
        | Subject::Topic(_)
        | Subject::Whole
        | Subject::FinancialManagement(_) => {}
    }
    Ok(assessment.body)
}

pub(crate) fn apply_proposed(state: &mut State, at: &Recorded, event: &ProposeAssessment) {
    let new = || {
        Arc::new(Assessment {
            round: event.round,
            subject: event.subject,
            body: event.body,
            versions: Timeline::default(),
            steps: Timeline::default(),
            decided: Timeline::default(),
        })
    };
    let assessment = Arc::make_mut(
        state
            .assessments
            .entry(event.assessment)
            .or_insert_with(new),
    );
    let version = Version {
        id: event.version,
        verdict: Arc::new(event.verdict.clone()),
        corrects: event.corrects.clone().map(Arc::new),
    };
    assessment.versions.insert(at.on, at.position, version);
    state
        .judged
        .entry(event.subject)
        .or_default()
        .insert(event.assessment);
}

pub(crate) fn apply_stepped(state: &mut State, at: &Recorded, event: &StepAssessment) {
    if let Some(assessment) = state.assessments.get_mut(&event.assessment) {
        Arc::make_mut(assessment)
            .steps
            .insert(at.on, at.position, event.step.clone());
    }
}

/// What the rules ask.
impl State {
    pub(crate) fn assessment_known(
        &self,
        id: AssessmentId,
        on: Date,
    ) -> Result<&Assessment, Refusal> {
        let unknown = Refusal::Unknown {
            fact: Fact::Assessment,
        };
        let assessment = self.assessments.get(&id).ok_or(unknown)?;
        stood_by(assessment.versions.entries(), on, Fact::Assessment)?;
        Ok(assessment)
    }

    /// Whether what was last said of it is decided, on whatever day: a correction waits for its own decision.
    pub(crate) fn is_newest_decided(&self, assessment: &Assessment) -> bool {
        let newest = assessment.versions.entries().last();
        let adoption = self.adoption_on(&assessment.decided, Date::MAX);
        newest
            .zip(adoption)
            .is_some_and(|(newest, adoption)| newest.value.id == adoption.value.wording)
    }

    pub(crate) fn assessments_of(&self, subject: Subject) -> impl Iterator<Item = &Assessment> {
        let ids = self.judged.get(&subject).into_iter().flatten();
        ids.filter_map(|id| self.assessments.get(id))
            .map(AsRef::as_ref)
    }

    pub(crate) fn verdict_uses_any(&self, values: &BTreeSet<ScaleValueId>) -> bool {
        self.assessments
            .values()
            .flat_map(|a| a.versions.entries())
            .any(|e| {
                e.value
                    .verdict
                    .on_scale()
                    .any(|value| values.contains(&value))
            })
    }
}
