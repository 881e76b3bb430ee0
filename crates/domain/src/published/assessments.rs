//! Decided verdicts, as residents see them.

use super::{PublicElement, Published};
use crate::Text;
use crate::assessments::{Subject, Verdict};
use crate::decisions::{Adoptable, Basis};
use crate::ids::{BodyId, ModelId, RoundId};
use crate::models::{Level, Purpose};
use crate::rounds::OpenRound;
use jiff::civil::Date;

/// A decided assessment.
#[derive(Clone, Copy, Debug)]
pub struct PublicAssessment<'a> {
    /// In which round.
    pub round: &'a OpenRound,
    /// The body that judged.
    pub body: Option<BodyId>,
    /// The verdict.
    pub verdict: &'a Verdict,
    /// What decided it.
    pub basis: Basis,
    /// The day from which it stood.
    pub on: Date,
    /// Why it was put right, and what was decided before, if it was.
    pub corrects: Option<(&'a Text, &'a Verdict)>,
    /// Whether it leads: it is by the subject's owner, by who decides for the owner, or by the
    /// executive board. Another body's verdict is that body's view.
    pub leads: bool,
    /// Whether it is about a day after the period of the element: it is told as such, and is
    /// never the last word on it.
    pub is_after_period: bool,
}

impl PublicAssessment<'_> {
    /// Its place among those of its subject: the first is the least.
    fn rank(&self) -> std::cmp::Reverse<(bool, bool, Date, Date)> {
        let (is_own, cut_off) = (!self.is_after_period, self.round.cut_off);
        std::cmp::Reverse((self.leads, is_own, cut_off, self.on))
    }
}

impl<'a> Published<'a> {
    /// The decided assessments of a subject: those that lead before others', those of an
    /// element's own period before later ones, and then the latest cut-off first. What is kept
    /// back takes its verdicts with it.
    pub fn assessments(&self, subject: Subject) -> Vec<PublicAssessment<'a>> {
        if let Subject::Element(id) = subject
            && !self.may_show(Adoptable::Element(id))
        {
            return Vec::new();
        }
        let element = match subject {
            Subject::Element(id) => self.element(id),
            _ => None,
        };
        let owner = match element {
            Some(element) => element.owner(),
            None => self.answerable(subject),
        };
        let last_day = element.map(|e| e.period().last_day());
        let mut all: Vec<_> = self.judged(subject, owner, last_day, |_| true).collect();
        all.sort_by_key(PublicAssessment::rank);
        all
    }

    /// The decided assessments of a subject in the rounds that are wanted, in the order of their
    /// ids. Whether residents may read of the subject at all has been asked.
    fn judged(
        &self,
        subject: Subject,
        owner: Option<BodyId>,
        last_day: Option<Date>,
        wanted: impl Fn(RoundId) -> bool,
    ) -> impl Iterator<Item = PublicAssessment<'a>> {
        let lens = *self;
        let ids = self.state.judged.get(&subject).into_iter().flatten();
        ids.filter_map(move |id| {
            let assessment = lens.state.assessments.get(id)?;
            if !wanted(assessment.round) || !lens.may_show(Adoptable::Assessment(*id)) {
                return None;
            }
            let adoption = lens.state.adoption_on(&assessment.decided, lens.day)?;
            let version = assessment.version(adoption.value.wording)?;
            let round = lens.round(assessment.round)?;
            let leads = lens
                .state
                .verdict_leads(assessment.body, owner, adoption.on);
            let corrects = version.corrects.as_deref().and_then(|why| {
                let decided = assessment.decided.up_to(adoption.on).iter().rev();
                let earlier = decided.filter(|e| e.position < adoption.position);
                let mut earlier = earlier.filter_map(|e| assessment.version(e.value.wording));
                let before = earlier.find(|before| before.id != version.id)?;
                Some((why, &*before.verdict))
            });
            Some(PublicAssessment {
                corrects,
                round,
                is_after_period: last_day.is_some_and(|last| round.cut_off > last),
                body: assessment.body,
                verdict: &version.verdict,
                basis: adoption.value.basis,
                on: adoption.on,
                leads,
            })
        })
    }

    /// The body that answers for what is judged and is no element, on the day.
    fn answerable(&self, subject: Subject) -> Option<BodyId> {
        match subject {
            Subject::Indicator(id) => self.indicator(id)?.definition.responsible,
            Subject::Topic(id) => self.topic(id)?.owner,
            Subject::Element(_) | Subject::Whole | Subject::FinancialManagement(_) => None,
        }
    }

    fn round(&self, id: RoundId) -> Option<&'a OpenRound> {
        let round = self.state.rounds.get(&id)?;
        round.said_on(self.day).map(AsRef::as_ref)
    }

    /// The last word on an element: the latest verdict that leads, about a day of the
    /// element's own period. The final follow-up is decided after the period and about its
    /// last day.
    pub fn last_word(&self, element: &PublicElement<'_>) -> Option<PublicAssessment<'a>> {
        let word = self.first_word(element, |_| true);
        word.filter(|a| a.leads && !a.is_after_period)
    }

    /// The verdict that leads on an element at one occasion.
    pub fn word_at(
        &self,
        element: &PublicElement<'_>,
        round: RoundId,
    ) -> Option<PublicAssessment<'a>> {
        let word = self.first_word(element, |of| of == round);
        word.filter(|a| a.leads)
    }

    /// The first of an element's assessments in the rounds that are wanted. The others are put in no
    /// order: a list asks this of each of hundreds of goals.
    fn first_word(
        &self,
        element: &PublicElement<'_>,
        wanted: impl Fn(RoundId) -> bool,
    ) -> Option<PublicAssessment<'a>> {
        let last_day = Some(element.period().last_day());
        let subject = Subject::Element(element.id());
        let judged = self.judged(subject, element.owner(), last_day, wanted);
        judged.min_by_key(PublicAssessment::rank)
    }

    /// The days on which verdicts on the goals of a model were decided by the day, with the
    /// round, the latest first. What a committee decides of its own commitments is its own.
    pub fn decided_rounds(&self, model: ModelId) -> Vec<(Date, &'a OpenRound)> {
        let mut days: Vec<(Date, &OpenRound)> = Vec::new();
        let goals = |level: &Level, _| level.purpose == Purpose::StrategicGoal;
        for element in self.elements_where(model, goals) {
            let last_day = Some(element.period().last_day());
            let subject = Subject::Element(element.id());
            let judged = self.judged(subject, element.owner(), last_day, |_| true);
            for assessment in judged.filter(|a| a.leads) {
                let seen = |(on, round): &(Date, &OpenRound)| {
                    *on == assessment.on && round.round == assessment.round.round
                };
                if !days.iter().any(seen) {
                    days.push((assessment.on, assessment.round));
                }
            }
        }
        days.sort_by_key(|(on, round)| std::cmp::Reverse((*on, round.cut_off)));
        days
    }
}
