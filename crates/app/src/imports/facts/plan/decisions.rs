//! Decisions that the file tells of.

use super::{Planner, Reason, capital};
use riktning_domain::decisions::{Authority, RecordDecision};
use riktning_domain::ids::DecisionId;
use riktning_domain::{Command, Text};

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
                authority: Authority::Found { source, paragraph },
                case_number: None,
                title: Some(capital(&decision.title).into()),
                acts: Vec::new(),
            };
            self.add(&decision.path, Command::RecordDecision(command));
            self.decided_report(decision, id);
        }
    }
}
