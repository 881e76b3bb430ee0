//! Putting right a manifest slip of the pen in the sentence of a decided row.

use super::looking::Looked;
use super::site::unsaved;
use super::{PlanTime, Unsaved, WorkFrame, body, derived};
use crate::app::App;
use riktning_domain::command::{Command, Now};
use riktning_domain::elements::RightSlip;
use riktning_domain::ids::{ElementId, PersonId, WordingId};
use riktning_domain::inside::InsideElement;
use riktning_domain::{Inside, Names, Text};
use uuid::Uuid;

/// What the form knows.
#[derive(Clone, Debug, PartialEq)]
pub struct RightingForm {
    /// What stands around the page.
    pub frame: WorkFrame,
    /// The number of the row.
    pub number: u32,
    /// What it says.
    pub text: Text,
    /// Whose plan it stands in: name and address, and the time of the plan.
    pub plan: ((Names, String), PlanTime),
    /// How it reads: what another reading is said instead of.
    pub seen: WordingId,
    element: ElementId,
    wording: WordingId,
}

/// What somebody wants it to read.
#[derive(Clone, Debug, PartialEq)]
pub struct Righted {
    /// The key of the form: the same again is the same.
    pub key: Uuid,
    /// How it read on the page.
    pub seen: Option<WordingId>,
    /// The sentence as it should read.
    pub text: Text,
    /// What the slip was.
    pub reason: Text,
}

/// Whether somebody may put right what is decided of a row.
pub(super) fn may_right(i: Inside<'_>, now: Now, element: ElementId) -> bool {
    let nil = WordingId(Uuid::nil());
    let command = RightSlip {
        element,
        wording: nil,
        instead_of: nil,
        reading: nil,
        text: Text::new(""),
        reason: Text::new(""),
    };
    i.may(now, &Command::RightSlip(command)) && i.decided_element(element).is_some()
}

impl RightingForm {
    /// The form of a decided row by its number; none if this person did not record the decision over it.
    pub fn of(i: Inside<'_>, now: Now, number: u32) -> Option<RightingForm> {
        let row = i.decided_element(i.numbered(number)?.id)?;
        may_right(i, now, row.id).then(|| RightingForm::over(i, &row))?
    }

    fn over(i: Inside<'_>, row: &InsideElement<'_>) -> Option<RightingForm> {
        let owner = i.owner(row.id).or(row.wording.owner)?;
        Some(RightingForm {
            frame: WorkFrame::of(i),
            number: row.number,
            text: row.wording.text.clone(),
            plan: (
                body(i.published(), owner)?,
                PlanTime::of(row.wording.period),
            ),
            seen: i.reads_now(row.id, row.wording_id)?,
            element: row.id,
            wording: row.wording_id,
        })
    }
}

impl App {
    /// Puts right a slip of the pen, instead of what the form showed.
    ///
    /// # Errors
    /// [`Unsaved`]; then nothing was stored.
    pub async fn right_slip(
        &self,
        person: PersonId,
        number: u32,
        righted: Righted,
    ) -> Result<RightingForm, Unsaved> {
        let look = |i: Inside<'_>, now| {
            let form = RightingForm::of(i, now, number).ok_or(Unsaved::Nowhere)?;
            // The same form sent twice has said it once.
            if form.text == righted.text {
                return Ok(Looked::Stands(form));
            }
            if righted.seen != Some(form.seen) {
                return Err(Unsaved::Changed);
            }
            let command = Command::RightSlip(RightSlip {
                element: form.element,
                wording: form.wording,
                instead_of: form.seen,
                reading: WordingId(derived(righted.key, "reading")),
                text: righted.text.clone(),
                reason: righted.reason.clone(),
            });
            Ok(Looked::Asks(vec![command], form))
        };
        self.perform_looked(person, look, |_, error| unsaved(error))
            .await
    }
}
