//! Saving an element: once for each form, and never over what its writer has not seen.

use super::looking::Looked;
use super::plan::plans_of;
use super::plan_time::PlanTime;
use super::writing::{Place, Saved, Target, Unsaved, Writing, Written};
use super::{body, derived};
use crate::app::{App, Unperformed};
use riktning_domain::command::Command;
use riktning_domain::ids::{ElementId, PersonId, WordingId};
use riktning_domain::inside::{InsideElement, InsidePlan, Standing};
use riktning_domain::{Inside, Names, Refusal, Text};
use std::collections::BTreeSet;
use uuid::Uuid;

impl App {
    /// Saves what somebody wrote. `plan_names` is what the plan is called if this starts it.
    ///
    /// # Errors
    /// [`Unsaved`]; then nothing was stored.
    pub async fn write_element(
        &self,
        person: PersonId,
        writing: &Writing,
        plan_names: &Names,
    ) -> Result<Saved, Unsaved> {
        // What stands is looked at and written over in one: nobody comes in between, and the other click of
        // a double click finds the row that this one has made.
        let look = |i: Inside<'_>, _| match wanted(i, writing, plan_names)? {
            Wanted::Already(saved) => Ok(Looked::Stands(Ok(saved))),
            Wanted::Commands(element, commands) => Ok(Looked::Asks(commands, Err(element))),
        };
        let failed = |_: &Result<Saved, ElementId>, error| match error {
            Unperformed::Refused { refusal, .. } => match refusal {
                Refusal::WordingChanged { .. } | Refusal::LookedAfterByAnother => Unsaved::Changed,
                Refusal::NotPermitted => Unsaved::Nowhere,
                refusal => Unsaved::Refused(refusal),
            },
            error => Unsaved::Unperformed(error),
        };
        match self.perform_looked(person, look, failed).await? {
            Ok(saved) => Ok(saved),
            Err(made) => self.inside(person, |i, _| saved(i, made).ok_or(Unsaved::Nowhere)),
        }
    }
}

/// What a form wants.
enum Wanted {
    /// The same form was sent before and is saved.
    Already(Saved),
    /// These commands, about an element.
    Commands(ElementId, Vec<Command>),
}

fn wanted(i: Inside<'_>, writing: &Writing, plan_names: &Names) -> Result<Wanted, Unsaved> {
    let writing = &untouched(i, writing);
    let place = Place::of(i, &writing.target).ok_or(Unsaved::Nowhere)?;
    let wording_id = WordingId(derived(writing.key, "wording"));
    let known = match place.element {
        Some(element) => Some(element),
        None => i.element(ElementId(derived(writing.key, "element"))),
    };
    if let Some(known) = known
        && known.wording_id == wording_id
    {
        // A double click, or the button of the browser that leads back and then another text.
        let same = is_as_sent(i, &known, writing);
        return match (same, saved(i, known.id)) {
            (true, Some(saved)) => Ok(Wanted::Already(saved)),
            _ => Err(Unsaved::Changed),
        };
    }
    if known.is_some_and(|known| is_in_anothers_place(i, &known, writing)) {
        return Err(Unsaved::Changed);
    }
    let (element, commands) = place.commands(writing, plan_names);
    Ok(Wanted::Commands(element, commands))
}

/// What a form says, with whoever looks after the row by now where it says nothing of that: whoever changes
/// other fields takes nobody out.
fn untouched(i: Inside<'_>, writing: &Writing) -> Writing {
    let mut writing = writing.clone();
    if let (Target::Change(number), None) = (&writing.target, writing.looks_after)
        && let Some(row) = i.numbered(*number)
    {
        writing.written.particulars.person = i.looked_after_by(row.id);
    }
    writing
}

/// Whether a form would take out of an element a colleague whom it did not show. Other words may come with
/// another colleague, and are no answer to that.
fn is_in_anothers_place(i: Inside<'_>, known: &InsideElement<'_>, writing: &Writing) -> bool {
    let now = i.looked_after_by(known.id);
    let seen = writing.looks_after;
    seen.is_some_and(|seen| seen != now.into()) && writing.written.particulars.person != now
}

/// Whether what an element says, and is tied and addressed to, is what a form said and chose of what it
/// offered.
fn is_as_sent(i: Inside<'_>, known: &InsideElement<'_>, writing: &Writing) -> bool {
    let Some(place) = Place::of(i, &Target::Change(known.number)) else {
        return false;
    };
    let links = &writing.links;
    let choices = place.all_choices();
    let offered = choices.iter().flat_map(|kind| &kind.options);
    let offered: BTreeSet<Uuid> = offered.map(|option| option.id).collect();
    let there = place.chosen();
    let sent = Written {
        particulars: place.particulars(&writing.written.particulars),
        ..writing.written.clone()
    };
    Written::of(known.wording) == sent
        && there
            .chosen
            .intersection(&offered)
            .eq(links.chosen.intersection(&offered))
        && (there.to_all, &there.addressed) == (links.to_all, &links.addressed)
}

/// The row that a form has made already, by its number and what it says. With other words the form
/// is a correction or the next promise: only whoever typed them knows.
pub fn made_by(i: Inside<'_>, key: Uuid) -> Option<(u32, Text)> {
    let element = i.element(ElementId(derived(key, "element")))?;
    Some((element.number, element.wording.text.clone()))
}

/// The row of the plan, in hand or decided, that says on its level what a new one would say.
pub fn same_row(i: Inside<'_>, writing: &Writing) -> Option<u32> {
    let Target::New { order: None, .. } = &writing.target else {
        return None;
    };
    let place = Place::of(i, &writing.target)?;
    // The same form sent again has made its own row.
    let own = ElementId(derived(writing.key, "element"));
    let plans = plans_of(i, place.body, place.year);
    let mut rows = plans.iter().flat_map(InsidePlan::elements).filter(|row| {
        let stands = i.ended_on(row.id, i.today()).is_none();
        row.id != own
            && stands
            && row.level.id == place.level.id
            && row.wording.text == writing.written.text
    });
    rows.next().map(|row| row.number)
}

pub(super) fn saved(i: Inside<'_>, id: ElementId) -> Option<Saved> {
    let element = i.element(id)?;
    let (_, slug) = body(i.published(), element.wording.owner?)?;
    Some(Saved {
        body: slug,
        time: PlanTime::of(element.wording.period),
        number: element.number,
    })
}

/// What is told to somebody whose form leads nowhere any longer, beside all that they typed.
#[derive(Clone, Debug, PartialEq)]
pub struct Late {
    /// What stands around the page.
    pub frame: super::WorkFrame,
    /// The row that was decided meanwhile, if that is why.
    pub decided: Option<Decided>,
}

/// A row that was decided while somebody wrote in it.
#[derive(Clone, Debug, PartialEq)]
pub struct Decided {
    /// Its number.
    pub number: u32,
    /// Its part of the address.
    pub slug: String,
    /// What was decided.
    pub text: Text,
    /// Whose plan: name and address.
    pub body: (Names, String),
    /// The time of the plan.
    pub time: PlanTime,
    /// The place of its level in the model, if a new row may be written beside it.
    pub again: Option<usize>,
}

impl Late {
    /// What became of the place that a form was for. Of what the person may not read nothing is
    /// told: it is told like what never was.
    pub fn of(i: Inside<'_>, target: &Target) -> Late {
        let decided = match target {
            Target::Change(number) => Decided::of(i, *number),
            Target::New { .. } => None,
        };
        Late {
            frame: super::WorkFrame::of(i),
            decided,
        }
    }
}

impl Decided {
    fn of(i: Inside<'_>, number: u32) -> Option<Decided> {
        let element = i.numbered(number)?;
        let owner = element.wording.owner?;
        let own = i.writes_for().contains(&owner);
        if element.standing == Standing::Draft || !own {
            return None;
        }
        let body = body(i.published(), owner)?;
        let time = PlanTime::of(element.wording.period);
        let model = i.planned_model(element.model)?;
        let mut levels = model.definition.levels.iter();
        let place = levels.position(|level| level.id == element.level.id)?;
        let target = Target::New {
            body: body.1.clone(),
            time,
            place,
            order: None,
        };
        Some(Decided {
            number,
            slug: element.slug.to_string(),
            text: element.wording.text.clone(),
            body,
            time,
            again: Place::of(i, &target).map(|_| place),
        })
    }
}
