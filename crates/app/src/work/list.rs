//! A list of promises, written at once: all of them, or none.

use super::derived;
use super::looking::Looked;
use super::saving::same_row;
use super::writing::{Links, Place, Saved, Target, Unsaved, Writing, Written, found};
use crate::app::{App, Unperformed};
use crate::views::criteria::FindingLine;
use riktning_domain::command::Command;
use riktning_domain::elements::Quantity;
use riktning_domain::ids::{ElementId, PersonId, WordingId};
use riktning_domain::{Dated, Inside, Names, Refusal, Text};
use std::collections::BTreeSet;
use uuid::Uuid;

/// A list that somebody wants written down.
#[derive(Clone, Debug, PartialEq)]
pub struct Listing {
    /// Where: a new element of a level, in the plan of a body.
    pub target: Target,
    /// The key of the form: the same again is the same.
    pub key: Uuid,
    /// What each says, who is responsible and when it is due.
    pub rows: Vec<ListRow>,
    /// What all of them support.
    pub chosen: BTreeSet<Uuid>,
}

/// One row of a list.
#[derive(Clone, Debug, PartialEq)]
pub struct ListRow {
    /// The sentence.
    pub text: Text,
    /// Who in the body is responsible.
    pub role: Option<Text>,
    /// When it is due.
    pub due: Option<Dated>,
    /// How much is to be reached.
    pub quantity: Option<Quantity>,
    /// What can be tested instead.
    pub condition: Option<Text>,
}

/// What is found of a row of a list before it is saved.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FoundInList {
    /// What the criteria of its level find.
    pub findings: Vec<FindingLine>,
    /// The number of the row of the plan that says the same.
    pub twin: Option<u32>,
    /// The place of an earlier row of the list that says the same, from nought.
    pub again: Option<usize>,
}

/// Why nothing of a list was saved: the place of the row, counted from nought, if one was at fault.
#[derive(Debug)]
pub struct Unlisted {
    /// Which row.
    pub row: Option<usize>,
    /// Why.
    pub why: Unsaved,
}

impl App {
    /// Saves a list: every row, or none.
    ///
    /// # Errors
    /// [`Unlisted`]; then nothing was stored.
    pub async fn write_list(
        &self,
        person: PersonId,
        listing: &Listing,
        plan_names: &Names,
    ) -> Result<Saved, Unlisted> {
        let nowhere = |why| Unlisted { row: None, why };
        let look = |i: Inside<'_>, _| {
            let (first, commands) = wanted(i, listing, plan_names).map_err(nowhere)?;
            Ok(match commands {
                None => Looked::Stands((first, Vec::new())),
                Some((commands, rows)) => Looked::Asks(commands, (first, rows)),
            })
        };
        let failed = |(_, rows): &(ElementId, Vec<usize>), error| unlisted(error, rows);
        let (first, _) = self.perform_looked(person, look, failed).await?;
        let saved = self.inside(person, |i, _| super::saving::saved(i, first));
        saved.ok_or(nowhere(Unsaved::Nowhere))
    }
}

fn unlisted(error: Unperformed, rows: &[usize]) -> Unlisted {
    let (row, why) = match error {
        Unperformed::Refused { refusal, place } => {
            let row = rows.get(place).copied();
            match refusal {
                Refusal::NotPermitted => (None, Unsaved::Nowhere),
                refusal => (row, Unsaved::Refused(refusal)),
            }
        }
        error => (None, Unsaved::Unperformed(error)),
    };
    Unlisted { row, why }
}

/// The commands of a list, each with the row that it is of; none where the list is saved already.
type Wanted = (ElementId, Option<(Vec<Command>, Vec<usize>)>);

fn wanted(i: Inside<'_>, listing: &Listing, plan_names: &Names) -> Result<Wanted, Unsaved> {
    let place = Place::of(i, &listing.target).ok_or(Unsaved::Nowhere)?;
    let writings: Vec<Writing> = listing.writings();
    let first = writings.first().ok_or(Unsaved::Nowhere)?;
    let first = ElementId(derived(first.key, "element"));
    if i.element(first).is_some() {
        let stands = |writing: &Writing| {
            let known = i.element(ElementId(derived(writing.key, "element")));
            known.is_some_and(|known| {
                known.wording_id == WordingId(derived(writing.key, "wording"))
                    && Written::of(known.wording) == writing.written
            })
        };
        return match writings.iter().all(stands) {
            true => Ok((first, None)),
            false => Err(Unsaved::Changed),
        };
    }
    let (mut commands, mut rows) = (Vec::new(), Vec::new());
    for (row, writing) in writings.iter().enumerate() {
        let (_, more) = place.commands(writing, plan_names);
        rows.resize(rows.len() + more.len(), row);
        commands.extend(more);
    }
    Ok((first, Some((commands, rows))))
}

impl Listing {
    /// What is found of each of its rows, before anybody saves them.
    pub fn found(&self, i: Inside<'_>) -> Vec<FoundInList> {
        let writings = self.writings();
        let row = |(n, writing): (usize, &Writing)| {
            let mut earlier = self.rows.iter().take(n);
            FoundInList {
                findings: found(i, &self.target, &writing.written),
                twin: same_row(i, writing),
                again: earlier.position(|row| row.text == writing.written.text),
            }
        };
        writings.iter().enumerate().map(row).collect()
    }

    fn writings(&self) -> Vec<Writing> {
        let rows = self.rows.iter().enumerate();
        let writings = rows.map(|(n, row)| Writing {
            target: self.target.clone(),
            key: derived(self.key, &format!("row/{n}")),
            seen: None,
            looks_after: None,
            written: Written {
                role: row.role.clone(),
                quantity: row.quantity.clone(),
                condition: row.condition.clone(),
                due: row.due,
                ..Written::sentence(row.text.clone())
            },
            links: Links {
                chosen: self.chosen.clone(),
                ..Links::default()
            },
        });
        writings.collect()
    }
}
