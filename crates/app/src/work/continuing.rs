//! Going on with some rows of an earlier plan: all that were chosen, or none.

use super::earlier::{Continuable, EarlierPlan};
use super::plan_time::PlanTime;
use super::writing::{Saved, Unsaved};
use crate::app::{App, Unperformed};
use riktning_domain::command::{Command, Now};
use riktning_domain::ids::{ElementId, PersonId, WordingId};
use riktning_domain::permissions::User;
use riktning_domain::{Inside, Names, Refusal};
use riktning_store::StoreError;
use std::collections::BTreeSet;
use uuid::Uuid;

/// The rows that somebody wants to go on with.
#[derive(Clone, Debug, PartialEq)]
pub struct Continuation {
    /// The body's part of the address.
    pub body: String,
    /// The time that is written for.
    pub time: PlanTime,
    /// The key of the form: the same again is the same.
    pub key: Uuid,
    /// What was chosen, each by the wording that the page showed.
    pub chosen: BTreeSet<(ElementId, WordingId)>,
}

/// Why nothing was continued.
#[derive(Debug)]
pub struct Uncontinued {
    /// The number of the row that is why, if one is.
    pub number: Option<u32>,
    /// Why.
    pub why: Unsaved,
}

impl From<Unsaved> for Uncontinued {
    fn from(why: Unsaved) -> Self {
        Uncontinued { number: None, why }
    }
}

/// The first of the new elements, and the commands with the row that each is of; none where all that
/// was chosen is continued already.
type Wanted = (ElementId, Option<Vec<(Command, u32)>>);

impl App {
    /// Continues rows of an earlier plan: every one that was chosen, or none.
    ///
    /// # Errors
    /// [`Uncontinued`]; then nothing was stored.
    pub async fn continue_rows(
        &self,
        person: PersonId,
        wish: &Continuation,
        plan_names: &Names,
    ) -> Result<Saved, Uncontinued> {
        let look = || self.inside(person, |i, now| wanted(i, now, wish, plan_names));
        let (first, commands) = look()?;
        if let Some(commands) = commands {
            let (commands, rows): (Vec<_>, Vec<_>) = commands.into_iter().unzip();
            let token = Some(wish.key.to_string());
            let performed = self.perform_all(User::Person(person), commands, token);
            if let Err(error) = performed.await {
                // The other click of a double click, by the same key, may have continued them meanwhile.
                let is_own = matches!(error, Unperformed::Store(StoreError::TokenReused { .. }));
                if !(is_own && matches!(look(), Ok((_, None)))) {
                    return Err(uncontinued(error, &rows));
                }
            }
        }
        let saved = self.inside(person, |i, _| super::saving::saved(i, first));
        Ok(saved.ok_or(Unsaved::Nowhere)?)
    }
}

fn uncontinued(error: Unperformed, rows: &[u32]) -> Uncontinued {
    match error {
        Unperformed::Refused {
            refusal: Refusal::NotPermitted,
            ..
        } => Unsaved::Nowhere.into(),
        // Somebody else continued it at the same moment and has reworded it since.
        Unperformed::Refused {
            refusal: Refusal::AlreadyThere { .. },
            place,
        } => Uncontinued {
            number: rows.get(place).copied(),
            why: Unsaved::Changed,
        },
        Unperformed::Refused { refusal, place } => Uncontinued {
            number: rows.get(place).copied(),
            why: Unsaved::Refused(refusal),
        },
        Unperformed::Store(StoreError::TokenReused { .. }) => Unsaved::Changed.into(),
        error => Unsaved::Unperformed(error).into(),
    }
}

fn wanted(
    i: Inside<'_>,
    now: Now,
    wish: &Continuation,
    plan_names: &Names,
) -> Result<Wanted, Unsaved> {
    let view = EarlierPlan::of(i, now, &wish.body, wish.time).ok_or(Unsaved::Nowhere)?;
    if let Some(first) = all_continued(i, &view, wish) {
        return Ok((first, None));
    }
    let offered = view.offered().map(|row| (row.element, row.wording));
    let offered: BTreeSet<(ElementId, WordingId)> = offered.collect();
    if wish.chosen.is_empty() || !wish.chosen.is_subset(&offered) {
        return Err(Unsaved::Changed);
    }
    let place = view.place(i).ok_or(Unsaved::Nowhere)?;
    let chosen = wish.chosen.iter().map(|(element, _)| *element).collect();
    let commands = view.commands(&place, &chosen, plan_names);
    let (first, commands) = commands.ok_or(Unsaved::Nowhere)?;
    Ok((first, Some(commands)))
}

/// What continues the first of them, if each that was chosen is continued already: by a double click,
/// or by somebody else a moment ago.
fn all_continued(i: Inside<'_>, view: &EarlierPlan, wish: &Continuation) -> Option<ElementId> {
    let chosen = |(element, _): &(ElementId, WordingId)| {
        let mut rows = view.rows.iter();
        rows.find(|row| row.element == *element)
    };
    let numbers = wish.chosen.iter().map(|one| match &chosen(one)?.standing {
        Continuable::Already(number, _) => Some(*number),
        _ => None,
    });
    let numbers: Option<Vec<u32>> = numbers.collect();
    let first = numbers?.into_iter().min()?;
    Some(i.numbered(first)?.id)
}
