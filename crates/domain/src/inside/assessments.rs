//! What is reported in a round, as those who write, review and decide it see it.

use super::{Inside, InsideElement, InsideRound};
use crate::Text;
use crate::assessments::{Assessment, Step, Subject, Verdict, Version};
use crate::bodies::BodyKind;
use crate::compiled::Whole;
use crate::ids::{AssessmentId, BodyId, ElementId, RoundId, WordingId};
use crate::models::Purpose;
use crate::permissions::{ReadSubject, Role};
use crate::visibility::Readable;
use jiff::civil::Date;
use std::collections::BTreeSet;

/// What a body says of something in a round, by its newest version, which the person may read.
#[derive(Clone, Copy, Debug)]
pub struct InsideAssessment<'a> {
    /// Which assessment.
    pub id: AssessmentId,
    of: &'a Assessment,
    newest: &'a Version,
    /// The step that this version has come to.
    pub step: Option<&'a Step>,
    /// Whether it is decided.
    pub is_decided: bool,
    /// Whether something is decided of it, this version or an earlier one.
    pub was_decided: bool,
}

/// How far a body has come in a round: how many of its rows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ReportCounts {
    /// Rows that it is asked for.
    pub rows: usize,
    /// Rows of which it has said something, sent or not.
    pub written: usize,
    /// Rows that were handed in and not sent back, or have come further.
    pub handed_in: usize,
    /// Rows that its administration has approved, or that are decided.
    pub approved: usize,
    /// Rows that are decided.
    pub decided: usize,
}

impl<'a> InsideAssessment<'a> {
    /// Its newest version: what a decision would adopt.
    pub fn version(&self) -> WordingId {
        self.newest.id
    }

    /// What its newest version says.
    pub fn verdict(&self) -> &'a Verdict {
        &self.newest.verdict
    }

    /// Why it puts right what was decided before, if it does.
    pub fn corrects(&self) -> Option<&'a Text> {
        self.newest.corrects.as_deref()
    }

    /// Whether it has left its writers: handed in and not sent back, or decided.
    pub fn is_sent(&self) -> bool {
        let waits = self.step.filter(|step| !matches!(step, Step::SentBack(_)));
        self.is_decided || waits.is_some()
    }

    /// What was asked for when it was sent back last, and the verdict that it was asked of.
    pub fn sent_back(&self) -> Option<(&'a Text, &'a Verdict)> {
        let mut steps = self.of.steps.entries().iter().rev();
        let (step, asked) = steps.find_map(|step| match &step.value {
            Step::SentBack(asked) => Some((step, asked)),
            _ => None,
        })?;
        let mut versions = self.of.versions.entries().iter().rev();
        let of = versions.find(|v| (v.on, v.position) < (step.on, step.position))?;
        Some((asked, &of.value.verdict))
    }

    /// Every version that there has been, with what it said, the oldest first.
    pub fn versions(&self) -> impl Iterator<Item = (WordingId, &'a Verdict)> {
        let entries = self.of.versions.entries().iter();
        entries.map(|entry| (entry.value.id, &*entry.value.verdict))
    }
}

impl<'a> Inside<'a> {
    /// What a body says of something in a round, for whoever may read it.
    pub fn assessed(
        &self,
        round: RoundId,
        body: BodyId,
        subject: Subject,
    ) -> Option<InsideAssessment<'a>> {
        let (id, assessment) = self.said_of(round, body, subject)?;
        let newest = assessment.versions.at(self.today)?;
        if !self.state.is_newest_decided(assessment) && self.reads(ReadSubject::Assessment(id)) {
            return Some(InsideAssessment {
                id,
                of: assessment,
                newest,
                step: assessment.step_on(self.today),
                is_decided: false,
                was_decided: self.is_decided(assessment),
            });
        }
        // Of a correction that is not theirs to read nothing is told: what is decided stands until it is.
        let decided = self.state.adoption_on(&assessment.decided, Date::MAX)?;
        let may = self.reads(ReadSubject::KeptBack(Readable::Assessment(id)));
        Some(InsideAssessment {
            id,
            of: assessment,
            newest: assessment.version(decided.value.wording).filter(|_| may)?,
            step: None,
            is_decided: true,
            was_decided: true,
        })
    }

    /// What is done about a row that goes off course: the actions tied to it, drafts that they may read among them.
    pub fn actions_about(&self, row: ElementId) -> Vec<InsideElement<'a>> {
        let element = self.state.elements.get(&row).into_iter();
        let tied = element.flat_map(|e| self.state.tied(&e.down, self.today));
        let actions = tied.filter_map(|(_, thread)| self.element(thread.from));
        let mut actions: Vec<_> = actions
            .filter(|action| action.level.purpose == Purpose::DeviationAction)
            .collect();
        actions.sort_by_key(|action| action.number);
        actions
    }

    /// The assessment of something by a body in a round.
    fn said_of(
        &self,
        round: RoundId,
        body: BodyId,
        subject: Subject,
    ) -> Option<(AssessmentId, &'a Assessment)> {
        let ids = self.state.judged.get(&subject)?.iter();
        let mut found = ids.filter_map(|id| Some((*id, self.state.assessments.get(id)?.as_ref())));
        found.find(|(_, found)| found.round == round && found.body == Some(body))
    }

    /// Whether an assessment is decided, on whatever day.
    fn is_decided(&self, assessment: &Assessment) -> bool {
        let decided = &assessment.decided;
        self.state.adoption_on(decided, Date::MAX).is_some()
    }

    /// How far a body has come in a round, whoever may read what it says: counts are for everybody who works
    /// here.
    pub fn report_counts(&self, round: RoundId, body: BodyId) -> ReportCounts {
        let mut counts = ReportCounts::default();
        let rows = self.reported_rows(round, body).into_iter();
        let rows = rows.map(|row| Subject::Element(row.id));
        for subject in rows.chain(self.reported_wholes(round, body)) {
            counts.rows += 1;
            let said = self.said_of(round, body, subject);
            let Some((_, said)) = said else {
                continue;
            };
            counts.written += 1;
            let step = said.step_on(self.today);
            let is_decided = self.state.is_newest_decided(said);
            let is_sent = step.is_some_and(|step| !matches!(step, Step::SentBack(_)));
            // What is put right has been handed in once, whatever becomes of the correction.
            counts.handed_in += usize::from(self.is_decided(said) || is_sent);
            counts.approved += usize::from(is_decided || step == Some(&Step::Approved));
            counts.decided += usize::from(is_decided);
        }
        counts
    }

    /// The rows that a body reports on in a round: what it owns, is decided, goes on in the year that the
    /// round is about, and stands on a level that the round asks for and that is judged. Who compiles the round
    /// reports on council's rows too, and council on none. In the order of their numbers. A body that is no
    /// more reports on nothing: what it left waits for whoever takes it over.
    pub fn reported_rows(&self, round: RoundId, body: BodyId) -> Vec<InsideElement<'a>> {
        let stands = self.state.body_alive(body, self.today).is_ok();
        let Some(round) = self.round(round).filter(|_| stands) else {
            return Vec::new();
        };
        let owners = self.reported_for(&round, body);
        let owned = owners
            .iter()
            .flat_map(|owner| self.state.owned_by.get(owner));
        let rows = owned.flatten().filter_map(|id| self.decided_element(*id));
        let asked = |row: &InsideElement<'a>| {
            let owner = self.owner_on(row.id, self.today);
            row.model == round.said.model
                && row.level.scale.is_some()
                && round.said.asks_of(row.level.id)
                && row.wording.period.contains(round.said.cut_off)
                && owner.is_some_and(|owner| owners.contains(&owner))
                && self.ended_on(row.id, self.today).is_none()
        };
        let mut rows: Vec<InsideElement<'a>> = rows.filter(asked).collect();
        rows.sort_by_key(|row| (row.number, row.id));
        rows
    }

    /// The bodies whose rows one reports on: its own, and of who compiles council's too.
    fn reported_for(&self, round: &InsideRound<'a>, body: BodyId) -> BTreeSet<BodyId> {
        match self.compiler(round) {
            Some(by) if by == body => {
                let all = self.state.bodies.keys().copied();
                let whole = all.filter(|body| self.state.is_the_whole_groups(*body));
                whole.chain([body]).collect()
            }
            Some(_) if self.state.is_the_whole_groups(body) => BTreeSet::new(),
            _ => BTreeSet::from([body]),
        }
    }

    /// Who compiles a round for council, where the round says: that body, or council itself where it is no more.
    fn compiler(&self, round: &InsideRound<'a>) -> Option<BodyId> {
        let by = round.said.compiling.as_ref()?.body;
        let stands = |body: &BodyId| self.state.body_alive(*body, self.today).is_ok();
        let mut council = self.state.bodies.iter();
        let council = council.find(|(id, body)| body.kind == BodyKind::Council && stands(id));
        Some(by).filter(stands).or(council.map(|(id, _)| *id))
    }

    /// What a body judges of the whole in a round, beside its rows: the balance and good financial management
    /// of who compiles it, and each process or perspective of who owns it, or else of who compiles.
    pub fn reported_wholes(&self, round: RoundId, body: BodyId) -> Vec<Subject> {
        let stands = self.state.body_alive(body, self.today).is_ok();
        let round = self.round(round).filter(|_| stands);
        let asked =
            round.and_then(|r| Some((r.said, r.said.compiling.as_ref()?, self.compiler(&r)?)));
        let Some((said, compiling, by)) = asked else {
            return Vec::new();
        };
        let compiles = by == body;
        let whole = |whole: &Whole| match whole {
            Whole::Balance if compiles => vec![Subject::Whole],
            Whole::FinancialManagement(scope) if compiles => {
                vec![Subject::FinancialManagement(*scope)]
            }
            Whole::Balance | Whole::FinancialManagement(_) => Vec::new(),
            Whole::Topics(dimension) => {
                let topics = self.published().topics_from(*dimension, said.cut_off);
                let tops = topics
                    .into_iter()
                    .filter(|(_, topic)| topic.parent.is_none());
                let own = tops.filter(|(_, topic)| topic.owner.unwrap_or(by) == body);
                own.map(|(id, _)| Subject::Topic(id)).collect()
            }
        };
        compiling.wholes.iter().flat_map(whole).collect()
    }

    /// The body that judges in a round what another owns: who compiles it what is council's, and else the owner.
    pub fn judge_of(&self, round: RoundId, owner: BodyId) -> Option<BodyId> {
        let by = self.compiler(&self.round(round)?);
        let by = by.filter(|_| self.state.is_the_whole_groups(owner));
        Some(by.unwrap_or(owner))
    }

    /// Whether what a body says of something in a round is what it compiles for council.
    pub fn is_compiled(&self, round: RoundId, body: BodyId, subject: Subject) -> bool {
        self.state.is_compiled(round, body, subject)
    }

    /// The bodies in whose name they report in a round: those that they write for, and who compiles it if they
    /// follow the whole group; with whether it is only what is compiled that is theirs to write.
    pub fn reports_for(&self, round: RoundId) -> Vec<(BodyId, bool)> {
        let own = self.writes_for();
        let compiles = self.round(round).and_then(|r| self.compiler(&r));
        let added = compiles.filter(|by| self.sets_rounds() && !own.contains(by));
        let own = own.into_iter().map(|body| (body, false));
        own.chain(added.map(|by| (by, true))).collect()
    }

    /// The bodies whose reports they look at: those they approve for, and council's by who follows the whole.
    pub fn reviews_for(&self) -> Vec<BodyId> {
        let mut bodies = self.holds(Role::Approver);
        if self.sets_rounds() {
            let all = self.state.bodies.keys().copied();
            bodies.extend(all.filter(|body| self.state.is_the_whole_groups(*body)));
        }
        bodies.sort_unstable();
        bodies.dedup();
        bodies
    }
}
