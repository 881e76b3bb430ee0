//! Looking at what was handed in: approved row by row, or sent back with a word on what is asked for.

use super::{BodyReport, ReportRow, RowState, open_round};
use crate::app::{App, Unperformed};
use crate::work::WorkFrame;
use crate::work::looking::Looked;
use riktning_domain::assessments::{Step, StepAssessment, Subject};
use riktning_domain::command::Command;
use riktning_domain::ids::{PersonId, RoundId, WordingId};
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
    /// The rows that are approved and not decided: they can be sent back still.
    pub approved: Vec<ReviewRow>,
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
    pub rows: Vec<(Subject, WordingId, Option<Text>)>,
}

impl Review {
    /// What waits for somebody in a round; none where they approve nothing in it.
    pub fn of(i: Inside<'_>, id: RoundId) -> Option<Review> {
        let (round, _) = open_round(i, id)?;
        let bodies = i.reviews_for();
        if bodies.is_empty() {
            return None;
        }
        let mut review = Review {
            frame: WorkFrame::of(i),
            round: id,
            names: round.said.names.clone(),
            rows: Vec::new(),
            approved: Vec::new(),
        };
        for of in bodies {
            let Some(report) = BodyReport::of(i, id, of) else {
                continue;
            };
            for row in report.rows {
                let into = match row.said.as_ref().map(|said| &said.state) {
                    Some(RowState::HandedIn | RowState::Reviewed) => &mut review.rows,
                    Some(RowState::Approved) => &mut review.approved,
                    _ => continue,
                };
                let body = report.body.clone();
                into.push(ReviewRow { body, row });
            }
        }
        Some(review)
    }
}

/// A row says something else than what was looked at, or waits no more.
struct Moved;

impl Review {
    /// The step of a row that somebody has looked at, by the version that they saw: sent back with what is
    /// asked for, or approved. One that is approved already takes none, where nothing is asked.
    fn step(
        &self,
        subject: Subject,
        seen: WordingId,
        asked: Option<&Text>,
    ) -> Result<Option<StepAssessment>, Moved> {
        let mut rows = self.rows.iter().chain(&self.approved);
        let found = rows.find(|one| one.row.subject == subject);
        let said = found.and_then(|one| one.row.said.as_ref());
        let said = said.filter(|said| said.version == seen).ok_or(Moved)?;
        let step = match asked {
            Some(asked) => Step::SentBack(asked.clone()),
            None if said.state == RowState::Approved => return Ok(None),
            None => Step::Approved,
        };
        Ok(Some(StepAssessment {
            assessment: said.assessment,
            step,
            by_link: false,
        }))
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
        let look = |i: Inside<'_>, _| {
            let review = Review::of(i, reviewing.round).ok_or(super::Unreported::Nowhere)?;
            let (mut changed, mut steps) = (BTreeSet::new(), Vec::new());
            for (subject, seen, asked) in &reviewing.rows {
                match review.step(*subject, *seen, asked.as_ref()) {
                    Ok(Some(step)) => steps.push((*subject, step)),
                    Ok(None) => {}
                    Err(Moved) => drop(changed.insert(*subject)),
                }
            }
            if !changed.is_empty() {
                return Err(super::Unreported::Changed(changed));
            }
            let subjects: Vec<Subject> = steps.iter().map(|(subject, _)| *subject).collect();
            let approves = |step: &StepAssessment| step.step == Step::Approved;
            let approved = steps.iter().filter(|(_, step)| approves(step)).count();
            let done = ((approved, steps.len() - approved), subjects);
            let steps = steps.into_iter();
            let commands: Vec<_> = steps
                .map(|(_, step)| Command::StepAssessment(step))
                .collect();
            Ok(match commands.is_empty() {
                true => Looked::Stands(done),
                false => Looked::Asks(commands, done),
            })
        };
        let failed = |(_, of): &((usize, usize), Vec<Subject>), error| match error {
            Unperformed::Refused { place, refusal } => match of.get(place) {
                Some(subject) if refusal != Refusal::NotPermitted => {
                    super::Unreported::Refused(*subject, refusal)
                }
                _ => super::Unreported::Nowhere,
            },
            error => super::Unreported::Unperformed(error),
        };
        let done = self.perform_looked(person, look, failed);
        Ok(done.await?.0)
    }
}
