//! What was judged of good financial management.

use super::super::directions::PeriodIn;
use super::super::judged::FinancialManagementIn;
use super::super::swedish;
use super::{Planner, Reason, capital};
use riktning_domain::assessments::{ProposeAssessment, Subject, Verdict};
use riktning_domain::bodies::BodyKind;
use riktning_domain::decisions::{Adoptable, FindInSource};
use riktning_domain::ids::{AssessmentId, BodyId, ScaleValueId};
use riktning_domain::models::Scale;
use riktning_domain::{Command, Dated, Period};
use std::collections::BTreeSet;

impl Planner<'_> {
    pub(super) fn financial_management(&mut self) {
        for judged in &self.facts.judged.financial_management {
            let year = Period::Year(judged.year);
            let period = self.facts.periods.iter().find(|p| p.period.covers(year));
            let Some(period) = period else {
                self.report(&judged.path, Reason::NotInTheFile);
                continue;
            };
            let (Some(source), Some(cited)) = (self.source_id(&judged.source), &judged.source)
            else {
                self.report(&judged.path, Reason::NoSource);
                continue;
            };
            let Some(reason) = &judged.reason else {
                self.report(&judged.path, Reason::NoReason);
                continue;
            };
            if year.last_day() > self.today {
                self.report(&judged.path, Reason::NotYet);
                continue;
            }
            let body = match judged.by_auditors {
                true => match self.auditors() {
                    Some(body) => Some(body),
                    None => {
                        self.report(&judged.path, Reason::NotInTheFile);
                        continue;
                    }
                },
                false => None,
            };
            let since = Dated::not_found(year.last_day());
            let title = cited.title.as_str();
            let round = self.annual_round(&judged.path, period, year, title, since);
            let verdict = Verdict {
                for_year: self.financial_management_value(period, &judged.result),
                so_far: None,
                outcome: None,
                to_period_end: None,
                reason: capital(reason).into(),
                happened: None,
                cause: None,
                meaning: None,
                now: None,
                proposed: None,
                informed_by: Vec::new(),
            };
            let by = if judged.by_auditors {
                "auditors"
            } else {
                "own"
            };
            let key = format!(
                "financial-management/{}/{:?}/{by}",
                judged.year, judged.scope
            );
            let id = AssessmentId(self.id("assessment", &key));
            let version = self.wording_id("assessment", &key, &verdict);
            let propose = ProposeAssessment {
                assessment: id,
                version,
                round,
                subject: Subject::FinancialManagement(judged.scope),
                body,
                verdict,
                since: Some(since),
                corrects: None,
                by_link: false,
            };
            self.add(&judged.path, Command::ProposeAssessment(propose));
            let found = FindInSource {
                source,
                since,
                wordings: vec![(Adoptable::Assessment(id), version)],
            };
            self.add(&judged.path, Command::FindInSource(found));
        }
    }

    /// The scale of good financial management in a period: the words that the file uses.
    pub(super) fn financial_management_scale(&self, period: &PeriodIn) -> Option<Scale> {
        let of_period = |judged: &&FinancialManagementIn| {
            period.period.covers(Period::Year(judged.year)) && judged.reason.is_some()
        };
        let judged = self
            .facts
            .judged
            .financial_management
            .iter()
            .filter(of_period);
        let words: BTreeSet<&str> = judged.map(|judged| judged.result.as_str()).collect();
        let names = swedish::FINANCIAL_MANAGEMENT_SCALE;
        self.scale_of_words(period, "financial-management", &words, names)
    }

    fn financial_management_value(&self, period: &PeriodIn, word: &str) -> ScaleValueId {
        self.scale_value(period, &format!("financial-management/{word}"))
    }

    fn auditors(&self) -> Option<BodyId> {
        let mut named = self.bodies.iter();
        let is_audit = |name: &str| swedish::committee_kind(name) == BodyKind::Audit;
        named
            .find(|(name, _)| is_audit(name))
            .map(|(_, (id, _))| *id)
    }
}
