//! What was judged of goals.

use super::super::directions::PeriodIn;
use super::super::swedish;
use super::{Planner, Reason, capital, same_name};
use riktning_domain::assessments::{ProposeAssessment, Subject, Verdict};
use riktning_domain::decisions::{Adoptable, FindInSource};
use riktning_domain::ids::{AssessmentId, ElementId, RoundId, ScaleId, ScaleValueId};
use riktning_domain::models::{Scale, ScaleValue};
use riktning_domain::rounds::{Occasion, OpenRound};
use riktning_domain::topics::Dimension;
use riktning_domain::{Command, Dated, Names, Period};
use std::collections::BTreeSet;

impl Planner<'_> {
    pub(super) fn assessments(&mut self) {
        for assessment in &self.facts.judged.goals {
            let judged = Period::Year(assessment.year);
            let goal = self.facts.goals.iter().find_map(|goal| {
                let period = self.period_of(goal)?;
                let same = goal.name.to_lowercase() == assessment.name.to_lowercase();
                (same && period.period.covers(judged)).then_some((goal, period))
            });
            let word = self
                .facts
                .judged
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
                so_far: None,
                outcome: None,
                to_period_end: None,
                reason: reason.as_str().into(),
                happened: None,
                cause: None,
                meaning: None,
                now: None,
                proposed: None,
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
                corrects: None,
                by_link: false,
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

    /// What was judged of processes, in the words that the file uses.
    pub(super) fn judged_processes(&mut self) {
        for judged in &self.facts.judged.processes {
            let year = Period::Year(judged.year);
            let mut periods = self.facts.periods.iter();
            let period = periods.find(|p| p.period.covers(year));
            let process = self
                .facts
                .processes
                .iter()
                .find(|p| same_name(&p.name, &judged.name));
            let (Some(period), Some(process)) = (period, process) else {
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
            let since = Dated::not_found(year.last_day());
            let round = self.annual_round(&judged.path, period, year, &cited.title, since);
            let verdict = Verdict {
                for_year: self.process_value(period, &judged.result),
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
            let key = format!("process/{}/{}", judged.year, process.name.to_lowercase());
            let id = AssessmentId(self.id("assessment", &key));
            let version = self.wording_id("assessment", &key, &verdict);
            let propose = ProposeAssessment {
                assessment: id,
                version,
                round,
                subject: Subject::Topic(self.topic(Dimension::Process, &process.name)),
                body: None,
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

    /// The scale of processes in a period: the words that the file uses.
    pub(super) fn process_scale(&self, period: &PeriodIn) -> Option<Scale> {
        let judged = self.facts.judged.processes.iter().filter(|judged| {
            period.period.covers(Period::Year(judged.year)) && judged.reason.is_some()
        });
        let words: BTreeSet<&str> = judged.map(|judged| judged.result.as_str()).collect();
        self.scale_of_words(period, "process", &words, swedish::PROCESS_SCALE)
    }

    /// A scale of the words that the file uses of one kind of verdict; none if it uses none.
    pub(super) fn scale_of_words(
        &self,
        period: &PeriodIn,
        kind: &str,
        words: &BTreeSet<&str>,
        [sv, en, fi]: [&str; 3],
    ) -> Option<Scale> {
        let values = words.iter().map(|word| {
            let (counts_as, shape) = swedish::counts_as(word);
            ScaleValue {
                id: self.scale_value(period, &format!("{kind}/{word}")),
                names: Names::swedish(capital(word)),
                forecast: None,
                shape,
                counts_as,
            }
        });
        (!words.is_empty()).then(|| Scale {
            id: ScaleId(self.id("scale", &format!("{}/{kind}", period.id))),
            names: Names::all(sv, en, fi),
            values: values.collect(),
        })
    }

    fn process_value(&self, period: &PeriodIn, word: &str) -> ScaleValueId {
        self.scale_value(period, &format!("process/{word}"))
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
            meetings: Vec::new(),
            asks_for: Vec::new(),
            levels: Vec::new(),
            compiling: None,
            made_of: None,
            since: Some(since),
        };
        self.add(path, Command::OpenRound(open));
        round
    }
}
