//! Recording that council decided a directive, and that a general meeting adopted it: exactly the
//! wording that was shown.

use super::{DirectiveStep, act, deciders, waiting};
use crate::app::{App, Unperformed};
use crate::work::looking::Looked;
use crate::work::site::unsaved;
use crate::work::{Meeting, Unsaved, WorkFrame, body};
use jiff::civil::Date;
use riktning_domain::command::{Command, Now};
use riktning_domain::directives::DirectiveWording;
use riktning_domain::ids::{BodyId, DirectiveId, PersonId, WordingId};
use riktning_domain::refusal::Fact;
use riktning_domain::{Inside, Names, Refusal};

/// What the form of a decision over a directive knows.
#[derive(Clone, Debug, PartialEq)]
pub struct DirectiveDecision {
    /// What stands around the page.
    pub frame: WorkFrame,
    /// Which directive.
    pub id: DirectiveId,
    /// Whose decision it is.
    pub step: DirectiveStep,
    /// What the company is called.
    pub company: Names,
    /// The wording that is decided.
    pub seen: WordingId,
    /// What it says.
    pub wording: DirectiveWording,
    /// What binds the company until then.
    pub binds_now: Option<DirectiveWording>,
    /// The bodies for which the person records and that may decide it.
    pub deciders: Vec<(BodyId, Names)>,
    /// The day from which it was there to decide.
    pub since: Date,
    /// The day it is.
    pub today: Date,
}

/// A decision over a directive, as its form wants it recorded.
#[derive(Clone, Debug, PartialEq)]
pub struct DecidingDirective {
    /// Which directive.
    pub directive: DirectiveId,
    /// Whose decision it is.
    pub step: DirectiveStep,
    /// The body that decided.
    pub decided_by: BodyId,
    /// When and by what right.
    pub meeting: Meeting,
    /// The wording that the form showed.
    pub seen: WordingId,
}

impl DirectiveDecision {
    /// The form of a step; none for whoever does not record it, and where nothing waits.
    pub fn of(
        i: Inside<'_>,
        now: Now,
        id: DirectiveId,
        step: DirectiveStep,
    ) -> Option<DirectiveDecision> {
        let directive = i.directive(id)?;
        let deciders = deciders(i, now, &directive, step);
        if deciders.is_empty() {
            return None;
        }
        let (seen, wording, since) = waiting(&directive, step)?;
        Some(DirectiveDecision {
            frame: WorkFrame::of(i),
            id,
            step,
            company: body(i.published(), directive.company)?.0,
            seen,
            wording: wording.clone(),
            binds_now: directive.bound.map(|(_, wording, _)| wording.clone()),
            deciders,
            since,
            today: i.today(),
        })
    }
}

impl DecidingDirective {
    fn look(&self, i: Inside<'_>, now: Now) -> Result<Looked<()>, Unsaved> {
        let record = self.meeting.clone().record(
            self.decided_by,
            vec![act(self.directive, self.step, self.seen)],
            Vec::new(),
        );
        if let Some(there) = i.recorded(record.decision) {
            return match *there.record == record {
                true => Ok(Looked::Stands(())),
                false => Err(Unsaved::Changed),
            };
        }
        let form = DirectiveDecision::of(i, now, self.directive, self.step);
        let form = form.ok_or(Unsaved::Nowhere)?;
        if form.seen != self.seen {
            return Err(Unsaved::Changed);
        }
        let on = self.meeting.date;
        if on < form.since {
            // What was written later was before no earlier meeting.
            return Err(Unsaved::Refused(match self.step {
                DirectiveStep::Council => Refusal::TooEarly {
                    on,
                    stands_from: form.since,
                    fact: Fact::Directive,
                },
                DirectiveStep::Meeting => Refusal::NotAdopted { on },
            }));
        }
        Ok(Looked::Asks(vec![Command::RecordDecision(record)], ()))
    }
}

impl App {
    /// Records a decision over a directive: it is public when this comes back.
    ///
    /// # Errors
    /// [`Unsaved`]; then nothing was stored.
    pub async fn decide_directive(
        &self,
        person: PersonId,
        deciding: DecidingDirective,
    ) -> Result<(), Unsaved> {
        let look = |i: Inside<'_>, now| deciding.look(i, now);
        let failed = |(): &(), error: Unperformed| unsaved(error);
        self.perform_looked(person, look, failed).await
    }
}
