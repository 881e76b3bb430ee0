//! What was judged of goals.

use super::super::sections::PeriodIn;
use super::{Planner, Reason};
use riktning_domain::assessments::{ProposeAssessment, Subject, Verdict};
use riktning_domain::decisions::{Adoptable, FindInSource};
use riktning_domain::ids::{AssessmentId, ElementId, RoundId};
use riktning_domain::rounds::{Occasion, OpenRound};
use riktning_domain::{Command, Dated, Names, Period};

impl Planner<'_> {
    pub(super) fn assessments(&mut self) {
        for assessment in &self.facts.assessments {
            let judged = Period::Year(assessment.year);
            let goal = self.facts.goals.iter().find_map(|goal| {
                let period = self.period_of(goal)?;
                let same = goal.name.to_lowercase() == assessment.name.to_lowercase();
                (same && period.period.covers(judged)).then_some((goal, period))
            });
            let word = self
                .facts
                .goal_scale
                .iter()
                .find(|word| **word == assessment.result);
            let (Some((goal, period)), Some(word)) = (goal, word) else {
                self.report(&assessment.path, Reason::NotInTheFile);
                continue;
            };
            let (Some(source), Some(cited)) =
                (self.source_id(&assessment.source), &assessment.source)
            else {
                self.report(&assessment.path, Reason::NoSource);
                continue;
            };
            let Some(reason) = &assessment.reason else {
                self.report(&assessment.path, Reason::NoReason);
                continue;
            };
            if judged.last_day() > self.today {
                self.report(&assessment.path, Reason::NotYet);
                continue;
            }
            let since = Dated::not_found(judged.last_day());
            let title = cited.title.as_str();
            let round = self.annual_round(&assessment.path, period, judged, title, since);
            let key = format!("{}/{}", assessment.year, goal.id);
            let verdict = Verdict {
                for_year: self.scale_value(period, word),
                to_period_end: None,
                reason: reason.as_str().into(),
                happened: None,
                cause: None,
                meaning: None,
                now: None,
                informed_by: Vec::new(),
            };
            let version = self.wording_id("assessment", &key, &verdict);
            let id = AssessmentId(self.id("assessment", &key));
            let propose = ProposeAssessment {
                assessment: id,
                version,
                round,
                subject: Subject::Element(ElementId(self.id("goal", &goal.id))),
                body: None,
                verdict,
                since: Some(since),
            };
            self.add(&assessment.path, Command::ProposeAssessment(propose));
            let wordings = vec![(Adoptable::Assessment(id), version)];
            let found = FindInSource {
                source,
                since,
                wordings,
            };
            self.add(&assessment.path, Command::FindInSource(found));
        }
    }

    /// The round of a year in which a source judged.
    pub(super) fn annual_round(
        &mut self,
        path: &str,
        period: &PeriodIn,
        year: Period,
        title: &str,
        since: Dated,
    ) -> RoundId {
        let round = RoundId(self.id("round", &format!("{year}/{title}")));
        let open = OpenRound {
            round,
            model: self.model(period),
            names: Names::swedish(title),
            occasion: Occasion::Annual,
            cut_off: year.last_day(),
            opens: None,
            deadlines: Vec::new(),
            asks_for: Vec::new(),
            since: Some(since),
        };
        self.add(path, Command::OpenRound(open));
        round
    }
}
