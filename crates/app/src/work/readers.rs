//! Who may read a row of a plan once it is decided: everybody, those who work here, or its own body alone.

use super::looking::Looked;
use super::site::unsaved;
use super::{PlanTime, Unsaved, WorkFrame, body, derived};
use crate::app::App;
use riktning_domain::command::{Command, Now};
use riktning_domain::ids::{ElementId, PersonId};
use riktning_domain::visibility::{Readable, SetVisibility, Visibility};
use riktning_domain::{Inside, Names, Text};

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
    /// [`Unsaved`]; then nothing was stored.
    pub async fn say_who_reads(
        &self,
        person: PersonId,
        number: u32,
        seen: &str,
        visibility: Visibility,
    ) -> Result<ReadersForm, Unsaved> {
        let look = |i: Inside<'_>, now| {
            let form = ReadersForm::of(i, now, number).ok_or(Unsaved::Nowhere)?;
            // The same form sent twice has said it once.
            if form.visibility == visibility {
                return Ok(Looked::Stands(form));
            }
            if form.seen != seen {
                return Err(Unsaved::Changed);
            }
            let command = Command::SetVisibility(SetVisibility {
                what: Readable::Element(form.element),
                visibility: visibility.clone(),
            });
            Ok(Looked::Asks(vec![command], form))
        };
        self.perform_looked(person, look, |_, error| unsaved(error))
            .await
    }
}
