//! Looking at what was handed in: approved row by row, or sent back with a word on what is asked for.

use super::{ReportRow, RowState, open_round};
use crate::app::{App, Unperformed};
use crate::work::looking::Looked;
use crate::work::{WorkFrame, body};
use riktning_domain::assessments::{Step, StepAssessment};
use riktning_domain::command::{Command, Now};
use riktning_domain::ids::{ElementId, PersonId, RoundId, WordingId};
use riktning_domain::permissions::Role;
use riktning_domain::{Inside, Names, Refusal, Text};
use std::collections::BTreeSet;

/// What waits to be looked at in a round, for whoever approves it.
#[derive(Clone, Debug, PartialEq)]
pub struct Review {
    /// What stands around the page.
    pub frame: WorkFrame,
    /// Which round.
    pub round: RoundId,
    /// What it is called.
    pub names: Names,
    /// The rows that wait, body by body.
    pub rows: Vec<ReviewRow>,
    /// How many rows of the same bodies are approved already.
    pub approved: usize,
}

/// A row that waits to be looked at.
#[derive(Clone, Debug, PartialEq)]
pub struct ReviewRow {
    /// Whose: name and address.
    pub body: (Names, String),
    /// The row.
    pub row: ReportRow,
}

/// What somebody who looked says.
#[derive(Clone, Debug)]
pub struct Reviewing {
    /// In which round.
    pub round: RoundId,
    /// The rows that they saw, each by the version that was shown, with what they ask for if they send it
    /// back.
    pub rows: Vec<(ElementId, WordingId, Option<Text>)>,
}

impl Review {
    /// What waits for somebody in a round; none where they approve nothing in it.
    pub fn of(i: Inside<'_>, _now: Now, id: RoundId) -> Option<Review> {
        let (round, model) = open_round(i, id)?;
        let bodies = i.holds(Role::Approver);
        if bodies.is_empty() {
            return None;
        }
        let mut review = Review {
            frame: WorkFrame::of(i),
            round: id,
            names: round.said.names.clone(),
            rows: Vec::new(),
            approved: 0,
        };
        for of in bodies {
            let Some(named) = body(i.published(), of) else {
                continue;
            };
            for row in i.reported_rows(id, of) {
                let row = ReportRow::of(i, (id, &round, model), of, &row);
                match row.said.as_ref().map(|said| &said.state) {
                    Some(RowState::HandedIn | RowState::Reviewed) => review.rows.push(ReviewRow {
                        body: named.clone(),
                        row,
                    }),
                    Some(RowState::Approved) => review.approved += 1,
                    _ => {}
                }
            }
        }
        Some(review)
    }
}

impl App {
    /// Approves what somebody looked at, and sends back what they ask something of. How many rows went
    /// which way: approved, sent back.
    ///
    /// # Errors
    /// [`super::Unreported`]; then nothing was stored.
    pub async fn review(
        &self,
        person: PersonId,
        reviewing: &Reviewing,
    ) -> Result<(usize, usize), super::Unreported> {
        let look = |i: Inside<'_>, now: Now| {
            let review = Review::of(i, now, reviewing.round).ok_or(super::Unreported::Nowhere)?;
            let mut changed = BTreeSet::new();
            let (mut commands, mut done) = (Vec::new(), (0, 0));
            for (element, seen, asked) in &reviewing.rows {
                let found = review.rows.iter().find(|row| row.row.element == *element);
                let said = found.and_then(|row| row.row.said.as_ref());
                let Some(said) = said.filter(|said| said.version == *seen) else {
                    changed.insert(*element);
                    continue;
                };
                let assessment = said.assessment;
                let step = match asked {
                    Some(asked) => Step::SentBack(asked.clone()),
                    None => Step::Approved,
                };
                match asked {
                    Some(_) => done.1 += 1,
                    None => done.0 += 1,
                }
                commands.push(Command::StepAssessment(StepAssessment {
                    assessment,
                    step,
                    by_link: false,
                }));
            }
            if !changed.is_empty() {
                return Err(super::Unreported::Changed(changed));
            }
            Ok(match commands.is_empty() {
                true => Looked::Stands(done),
                false => Looked::Asks(commands, done),
            })
        };
        let failed = |_: &(usize, usize), error| match error {
            Unperformed::Refused { place, refusal } => match reviewing.rows.get(place) {
                Some((element, ..)) if refusal != Refusal::NotPermitted => {
                    super::Unreported::Refused(*element, refusal)
                }
                _ => super::Unreported::Nowhere,
            },
            error => super::Unreported::Unperformed(error),
        };
        self.perform_looked(person, look, failed).await
    }
}
