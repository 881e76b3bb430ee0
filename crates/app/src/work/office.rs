//! An office of the contact centre by name, address and telephone, for whoever looks after the
//! site.

use super::site::unsaved;
use super::{Choice, Unsaved, WorkFrame, derived};
use crate::app::App;
use crate::work::looking::Looked;
use jiff::civil::Date;
use riktning_domain::command::Command;
use riktning_domain::ids::{OfficeId, PersonId};
use riktning_domain::site::offices::DescribeOffice;
use riktning_domain::{Dated, Inside, Names, Text};
use uuid::Uuid;

/// What the form of an office knows.
#[derive(Clone, Debug, PartialEq)]
pub struct OfficeForm {
    /// What stands around the page.
    pub frame: WorkFrame,
    /// What is said of it; none of a new one.
    pub said: Option<DescribeOffice>,
    /// How often it has been described: what another word is said after.
    pub edition: usize,
    /// The centres that it may be a place of.
    pub centres: Vec<Choice>,
    /// The day it is.
    pub today: Date,
}

impl OfficeForm {
    /// The form of a new office, or of one that is known; none for who is no editor.
    pub fn of(i: Inside<'_>, id: Option<OfficeId>) -> Option<OfficeForm> {
        if !i.edits_site() {
            return None;
        }
        let all = i.published().known_offices();
        let known = match id {
            None => None,
            Some(id) => Some(*all.iter().find(|office| office.id == id)?),
        };
        let centres = all
            .iter()
            .filter(|office| office.description.part_of.is_none());
        let centres = centres.filter(|office| Some(office.id) != id);
        Some(OfficeForm {
            frame: WorkFrame::of(i),
            said: known.map(|office| office.description.clone()),
            edition: known.map_or(0, |office| office.edition),
            centres: centres
                .map(|office| Choice {
                    id: office.id.0,
                    names: office.description.names.clone(),
                    under: None,
                })
                .collect(),
            today: i.today(),
        })
    }
}

/// An office as its form wants it.
#[derive(Clone, Debug, PartialEq)]
pub struct OfficeWriting {
    /// Which office; none of a new one.
    pub office: Option<OfficeId>,
    /// The key of the form: the same again is the same.
    pub key: Uuid,
    /// The edition that the form showed.
    pub seen: usize,
    /// What it is called.
    pub names: Names,
    /// The centre that it is a place of.
    pub part_of: Option<OfficeId>,
    /// Where to visit it.
    pub address: Option<Text>,
    /// Its telephone number.
    pub phone: Option<Text>,
    /// The first day on which this holds.
    pub from: Date,
    /// The last day, if it closes.
    pub to: Option<Date>,
}

impl App {
    /// Describes an office, or describes it anew from a day after the edition that its form showed.
    ///
    /// # Errors
    /// [`Unsaved`]; then nothing was stored.
    pub async fn write_office(
        &self,
        person: PersonId,
        writing: OfficeWriting,
    ) -> Result<(), Unsaved> {
        let look = |i: Inside<'_>, _| {
            let form = OfficeForm::of(i, writing.office).ok_or(Unsaved::Nowhere)?;
            let wanted = writing.wanted(&form);
            match &form.said {
                Some(said) if *said == wanted => Ok(Looked::Stands(())),
                Some(_) if form.edition != writing.seen => Err(Unsaved::Changed),
                _ => Ok(Looked::Asks(vec![Command::DescribeOffice(wanted)], ())),
            }
        };
        let failed = |(): &(), error| unsaved(error);
        self.perform_looked(person, look, failed).await
    }
}

impl OfficeWriting {
    fn wanted(&self, form: &OfficeForm) -> DescribeOffice {
        let made = OfficeId(derived(self.key, "office"));
        DescribeOffice {
            office: self.office.unwrap_or(made),
            names: self.names.clone(),
            part_of: self.part_of,
            address: self.address.clone(),
            phone: self.phone.clone(),
            order: form.said.as_ref().map_or(0, |said| said.order),
            from: Dated::day_known(self.from),
            to: self.to,
            source: None,
        }
    }
}
