//! The steps of a proposal beside the plans: a governing document or an owner directive is handed in
//! to whoever decides, called back, and dropped.

use super::Unsaved;
use super::site::unsaved;
use crate::app::{App, Unperformed};
use riktning_domain::command::{Command, Now};
use riktning_domain::directives::HandInDirective;
use riktning_domain::documents::HandInDocument;
use riktning_domain::ids::{PersonId, WordingId};
use riktning_domain::permissions::User;
use riktning_domain::proposals::{DropProposal, Proposable, RecallProposal};
use riktning_domain::{Inside, Refusal};

/// A step of a proposal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProposalStep {
    /// It is sent to whoever decides, who reads it from then on.
    HandIn,
    /// It is its writers' again.
    Recall,
    /// It is there no more.
    Drop,
}

/// Which steps somebody may take with a proposal today.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ProposalSteps {
    /// Hand it in.
    pub hand_in: bool,
    /// Call it back.
    pub recall: bool,
    /// Drop it.
    pub drop: bool,
}

impl ProposalSteps {
    /// The steps of a wording that nobody has decided.
    pub(super) fn of(
        i: Inside<'_>,
        now: Now,
        (what, wording): (Proposable, WordingId),
        is_handed_in: bool,
    ) -> ProposalSteps {
        let can = |step| i.can(now, &command(what, wording, step));
        ProposalSteps {
            hand_in: !is_handed_in && can(ProposalStep::HandIn),
            recall: is_handed_in && can(ProposalStep::Recall),
            drop: !is_handed_in && can(ProposalStep::Drop),
        }
    }
}

fn command(what: Proposable, wording: WordingId, step: ProposalStep) -> Command {
    match (step, what) {
        (ProposalStep::HandIn, Proposable::Document(document)) => {
            Command::HandInDocument(HandInDocument { document, wording })
        }
        (ProposalStep::HandIn, Proposable::Directive(directive)) => {
            Command::HandInDirective(HandInDirective { directive, wording })
        }
        (ProposalStep::Recall, what) => Command::RecallProposal(RecallProposal { what, wording }),
        (ProposalStep::Drop, what) => Command::DropProposal(DropProposal { what, wording }),
    }
}

impl App {
    /// Takes a step with the wording of a proposal that somebody saw. Once more is the same.
    ///
    /// # Errors
    /// [`Unsaved`]; then it stands as it stood.
    pub async fn step_proposal(
        &self,
        person: PersonId,
        what: Proposable,
        seen: WordingId,
        step: ProposalStep,
    ) -> Result<(), Unsaved> {
        let command = command(what, seen, step);
        match self.perform(User::Person(person), command).await {
            Ok(_) => Ok(()),
            Err(Unperformed::Refused {
                refusal:
                    Refusal::WordingChanged { .. }
                    | Refusal::DraftDecided
                    | Refusal::ProposalDropped
                    | Refusal::ProposalHandedIn,
                ..
            }) => Err(Unsaved::Changed),
            Err(error) => Err(unsaved(error)),
        }
    }
}
