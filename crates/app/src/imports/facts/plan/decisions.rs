//! Decisions that the file tells of.

use super::super::swedish;
use super::{Planner, Reason, capital};
use riktning_domain::decisions::{Act, Authority, RecordDecision};
use riktning_domain::ids::DecisionId;
use riktning_domain::{Command, Period, Text};

impl Planner<'_> {
    pub(super) fn decisions(&mut self) {
        for decision in &self.facts.calendar.decisions {
            let body = self.bodies.get(&decision.body.to_lowercase()).copied();
            let Some((body, _)) = body else {
                self.report(&decision.path, Reason::NotInTheFile);
                continue;
            };
            let Some(source) = self.source_id(&decision.source) else {
                self.report(&decision.path, Reason::NoSource);
                continue;
            };
            if decision.date.day() > self.today {
                self.report(&decision.path, Reason::NotYet);
                continue;
            }
            let key = format!("{}/{}/{}", decision.date, decision.body, decision.title);
            let id = DecisionId(self.id("decision", &key));
            let paragraph = decision.paragraph.as_deref().map(Text::from);
            let command = RecordDecision {
                decision: id,
                body,
                date: decision.date,
                authority: Authority::Found {
                    source,
                    paragraph,
                    body_interpretation: decision.body_interpretation,
                },
                case_number: None,
                title: Some(capital(&decision.title).into()),
                acts: self.unseen_plan(id, &decision.title),
                seen: Vec::new(),
            };
            self.add(&decision.path, Command::RecordDecision(command));
            self.decided_report(decision, id);
        }
    }

    /// The plan that a decision adopted, if its title says so. One that was recorded before
    /// stays as it was: a decision is recorded once.
    fn unseen_plan(&self, id: DecisionId, title: &str) -> Vec<Act> {
        if let Some(acts) = self.state.acts_of(id) {
            return acts.to_vec();
        }
        let year = swedish::plan_year(title);
        let plan = year.map(|year| Act::AdoptUnseenPlan(Period::Year(year)));
        plan.into_iter().collect()
    }
}
