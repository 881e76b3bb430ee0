//! Writing an owner directive: what its form knows, and saving it once for each form and never over
//! what its writer has not seen.

use super::is_directed;
use crate::app::{App, Unperformed};
use crate::work::looking::Looked;
use crate::work::site::unsaved;
use crate::work::{Choice, ProposalSteps, Unsaved, WorkFrame, body, derived};
use jiff::civil::Date;
use riktning_domain::command::{Command, Now};
use riktning_domain::directives::{DirectiveWording, DraftDirective, SpringsFrom};
use riktning_domain::ids::{BodyId, DirectiveId, ElementId, PersonId, WordingId};
use riktning_domain::indicators::Interpretation;
use riktning_domain::inside::Standing;
use riktning_domain::models::Purpose;
use riktning_domain::proposals::Proposable;
use riktning_domain::published::PublicElement;
use riktning_domain::{Inside, Names, Text};
use std::collections::BTreeSet;
use uuid::Uuid;

/// What the form of an owner directive knows.
#[derive(Clone, Debug, PartialEq)]
pub struct DirectiveForm {
    /// What stands around the page.
    pub frame: WorkFrame,
    /// Which directive; none for a new one.
    pub id: Option<DirectiveId>,
    /// The company that it is for, and its address; none for a new one.
    pub company: Option<(Names, String)>,
    /// How the wording that is shown stands to what council has decided; none for a new one.
    pub standing: Option<Standing>,
    /// The wording that is shown: what another is written instead of.
    pub seen: Option<WordingId>,
    /// What it says.
    pub wording: Option<DirectiveWording>,
    /// The day on which it was handed in to council.
    pub handed_in: Option<Date>,
    /// What they may do with it, where council has not decided it.
    pub steps: ProposalSteps,
    /// The companies that a new one can be for.
    pub companies: Vec<Choice>,
    /// The goals that it may spring from.
    pub goals: Vec<Choice>,
}

/// An owner directive as its form wants it.
#[derive(Clone, Debug, PartialEq)]
pub struct DirectiveWriting {
    /// Which directive; none for a new one.
    pub directive: Option<DirectiveId>,
    /// The key of the form: the same again is the same.
    pub key: Uuid,
    /// The wording that the form showed.
    pub seen: Option<WordingId>,
    /// The company of a new one.
    pub company: Option<BodyId>,
    /// What it is called.
    pub title: Text,
    /// What the company shall do.
    pub orders: Vec<Text>,
    /// The goals that it springs from.
    pub goals: BTreeSet<ElementId>,
}

/// Whether somebody writes owner directives.
pub(super) fn may_write(i: Inside<'_>, now: Now) -> bool {
    let command = Command::DraftDirective(DraftDirective {
        directive: DirectiveId(Uuid::nil()),
        company: BodyId(Uuid::nil()),
        wording_id: WordingId(Uuid::nil()),
        wording: DirectiveWording {
            title: Text::new(""),
            orders: Vec::new(),
            goals: Vec::new(),
            source: None,
        },
        since: None,
    });
    i.may(now, &command)
}

impl DirectiveForm {
    /// The form of a new directive, or of one that is there; none for whoever writes none.
    pub fn of(i: Inside<'_>, now: Now, id: Option<DirectiveId>) -> Option<DirectiveForm> {
        if !may_write(i, now) {
            return None;
        }
        let directive = match id {
            None => None,
            Some(id) => Some(i.directive(id)?),
        };
        let proposed = directive.filter(|d| d.standing != Standing::Adopted);
        let steps = proposed.map(|d| {
            let what = (Proposable::Directive(d.id), d.wording_id);
            ProposalSteps::of(i, now, what, d.handed_in.is_some())
        });
        let own = directive.map_or(&[][..], |directive| &directive.wording.goals[..]);
        Some(DirectiveForm {
            frame: WorkFrame::of(i),
            id,
            company: directive.and_then(|directive| body(i.published(), directive.company)),
            standing: directive.map(|directive| directive.standing),
            seen: directive.map(|directive| directive.wording_id),
            wording: directive.map(|directive| directive.wording.clone()),
            handed_in: proposed.and_then(|d| d.handed_in),
            steps: steps.unwrap_or_default(),
            companies: companies(i),
            goals: goals(i, own),
        })
    }
}

fn companies(i: Inside<'_>) -> Vec<Choice> {
    let p = i.published();
    let there = p
        .bodies()
        .filter(|body| is_directed(body.kind()) && !body.has_ended());
    let companies = there.map(|body| Choice {
        id: body.id.0,
        names: body.name.names.clone(),
        under: None,
    });
    companies.collect()
}

/// The goals of council that are not over, and those that are named already.
fn goals(i: Inside<'_>, named: &[SpringsFrom]) -> Vec<Choice> {
    let p = i.published();
    let is_named = |goal: &PublicElement<'_>| named.iter().any(|own| own.element == goal.id());
    let models = p.models().into_iter();
    let goals = models.flat_map(|model| p.elements_of(model.id));
    let offered = goals.filter(|goal| {
        let open = !goal.has_ended() && !goal.is_over(i.today());
        (goal.level().purpose == Purpose::StrategicGoal && open) || is_named(goal)
    });
    let choices = offered.map(|goal| Choice {
        id: goal.id().0,
        names: Names::swedish(goal.text().clone()),
        under: Some(goal.level().names.clone()),
    });
    choices.collect()
}

impl DirectiveWriting {
    fn look(&self, i: Inside<'_>, now: Now) -> Result<Looked<DirectiveId>, Unsaved> {
        let made = DirectiveId(derived(self.key, "directive"));
        let id = self.directive.unwrap_or(made);
        let known = i.directive(id);
        let form = DirectiveForm::of(i, now, known.map(|known| known.id));
        let form = form.ok_or(Unsaved::Nowhere)?;
        if known.is_none() && self.directive.is_some() {
            return Err(Unsaved::Nowhere);
        }
        let wording_id = WordingId(derived(self.key, "directive-wording"));
        let before = known.map(|known| known.wording);
        let wording = self.wording(&form, before);
        if let Some(known) = known {
            let is_seen = self.seen == Some(known.wording_id);
            if *known.wording == wording && (is_seen || known.wording_id == wording_id) {
                return Ok(Looked::Stands(id));
            }
            // Written by somebody else meanwhile, or by this very form, with other words.
            if !is_seen {
                return Err(Unsaved::Changed);
            }
        }
        let company = known.map(|known| known.company).or(self.company);
        let draft = DraftDirective {
            directive: id,
            company: company.ok_or(Unsaved::Nowhere)?,
            wording_id,
            wording,
            since: None,
        };
        Ok(Looked::Asks(vec![Command::DraftDirective(draft)], id))
    }

    /// What it says. A source is that of the words that were found there, and of no others.
    fn wording(&self, form: &DirectiveForm, before: Option<&DirectiveWording>) -> DirectiveWording {
        let named = before.map_or(&[][..], |before| &before.goals[..]);
        let springs = |element: ElementId| {
            let known = named.iter().find(|own| own.element == element);
            known.copied().unwrap_or(SpringsFrom {
                element,
                interpretation: Interpretation::Stated,
            })
        };
        // What was named keeps its order, so that the same choices are the same words.
        let kept = named.iter().map(|own| own.element);
        let offered = form.goals.iter().map(|goal| ElementId(goal.id));
        let new = offered.filter(|id| named.iter().all(|own| own.element != *id));
        let chosen = kept.chain(new).filter(|id| self.goals.contains(id));
        let wording = DirectiveWording {
            title: self.title.clone(),
            orders: self.orders.clone(),
            goals: chosen.map(springs).collect(),
            source: before.and_then(|before| before.source),
        };
        match before {
            Some(before) if *before == wording => wording,
            _ => DirectiveWording {
                source: None,
                ..wording
            },
        }
    }
}

impl App {
    /// Saves an owner directive as a proposal; which it is.
    ///
    /// # Errors
    /// [`Unsaved`]; then nothing was stored.
    pub async fn write_directive(
        &self,
        person: PersonId,
        writing: DirectiveWriting,
    ) -> Result<DirectiveId, Unsaved> {
        let look = |i: Inside<'_>, now| writing.look(i, now);
        let failed = |_: &DirectiveId, error: Unperformed| unsaved(error);
        self.perform_looked(person, look, failed).await
    }
}
