//! Who may read a row of a plan once it is decided: everybody, those who work here, or its own body alone.

use super::{PlanTime, WorkFrame, body};
use crate::app::{App, Unperformed};
use crate::work::derived;
use riktning_domain::command::{Command, Now};
use riktning_domain::ids::{ElementId, PersonId};
use riktning_domain::permissions::User;
use riktning_domain::visibility::{Readable, SetVisibility, Visibility};
use riktning_domain::{Inside, Names, Refusal, Text};

/// What the form knows.
#[derive(Clone, Debug, PartialEq)]
pub struct ReadersForm {
    /// What stands around the page.
    pub frame: WorkFrame,
    /// The number of the row.
    pub number: u32,
    /// What it says.
    pub text: Text,
    /// Whose plan it stands in: name and address, and the time of the plan.
    pub plan: ((Names, String), PlanTime),
    /// Who may read it now.
    pub visibility: Visibility,
    /// A word for that: what another is said instead of.
    pub seen: String,
    element: ElementId,
}

/// Why nothing was said.
#[derive(Debug)]
pub enum Unsaid {
    /// There is no such row for this person to keep back.
    Nowhere,
    /// Somebody else has said something since the form was shown.
    Changed,
    /// A rule said no.
    Refused(Refusal),
    /// The store could not take it.
    Unperformed(Unperformed),
}

/// Who may read a row now.
pub(super) fn visibility(i: Inside<'_>, element: ElementId) -> &Visibility {
    i.visible_before(Readable::Element(element), u64::MAX)
}

/// Whether somebody may say who reads a row.
pub(super) fn may_say(i: Inside<'_>, now: Now, element: ElementId) -> bool {
    let what = Readable::Element(element);
    let visibility = Visibility::Public;
    i.may(
        now,
        &Command::SetVisibility(SetVisibility { what, visibility }),
    )
}

impl ReadersForm {
    /// The form of a row by its number; none if this person does not say who reads it.
    pub fn of(i: Inside<'_>, now: Now, number: u32) -> Option<ReadersForm> {
        let row = i.numbered(number)?;
        if !may_say(i, now, row.id) {
            return None;
        }
        let owner = i.owner(row.id).or(row.wording.owner)?;
        let visibility = visibility(i, row.id).clone();
        Some(ReadersForm {
            frame: WorkFrame::of(i),
            number,
            text: row.wording.text.clone(),
            plan: (
                body(i.published(), owner)?,
                PlanTime::of(row.wording.period),
            ),
            seen: derived(row.id.0, &format!("{visibility:?}")).to_string(),
            visibility,
            element: row.id,
        })
    }
}

impl App {
    /// Says who may read a row, instead of what the form showed.
    ///
    /// # Errors
    /// [`Unsaid`]; then nothing was stored.
    pub async fn say_who_reads(
        &self,
        person: PersonId,
        number: u32,
        seen: &str,
        visibility: Visibility,
    ) -> Result<ReadersForm, Unsaid> {
        let form = self.inside(person, |i, now| ReadersForm::of(i, now, number));
        let form = form.ok_or(Unsaid::Nowhere)?;
        // The same form sent twice has said it once.
        if form.visibility == visibility {
            return Ok(form);
        }
        if form.seen != seen {
            return Err(Unsaid::Changed);
        }
        let what = Readable::Element(form.element);
        let command = Command::SetVisibility(SetVisibility { what, visibility });
        match self.perform(User::Person(person), command).await {
            Ok(_) => Ok(form),
            Err(Unperformed::Refused { refusal, .. }) => Err(match refusal {
                Refusal::NotPermitted => Unsaid::Nowhere,
                refusal => Unsaid::Refused(refusal),
            }),
            Err(error) => Err(Unsaid::Unperformed(error)),
        }
    }
}
