//! The contact centre's own work: the hours of a week, and days that differ from it.

use super::site::unsaved;
use super::{Unsaved, WorkFrame};
use crate::app::App;
use crate::views::contact::OfficeOnPage;
use crate::work::looking::Looked;
use jiff::civil::Date;
use riktning_domain::command::Command;
use riktning_domain::ids::{OfficeId, PersonId};
use riktning_domain::permissions::User;
use riktning_domain::published::PublicOffice;
use riktning_domain::site::hours::{HoursKind, HoursRow, Opening, Weekday};
use riktning_domain::site::offices::{SetException, SetHours, TakeBackException};
use riktning_domain::{Dated, Inside, Names};

/// The openings of each day of a week, Monday first; none means closed.
pub(super) type Week = [Vec<Opening>; 7];

/// The offices as an editor sees them.
#[derive(Clone, Debug, PartialEq)]
pub struct Offices {
    /// What stands around the page.
    pub frame: WorkFrame,
    /// Each office with what residents read of it, the centres first.
    pub offices: Vec<(OfficeId, OfficeOnPage)>,
    /// Those that are to come or have closed.
    pub others: Vec<(OfficeId, Names)>,
}

impl Offices {
    /// The offices of today; none for who is no editor.
    pub fn of(i: Inside<'_>) -> Option<Offices> {
        let p = i.published();
        let centre = |o: &PublicOffice<'_>| o.description.part_of.is_none();
        let mut offices = p.offices();
        offices.sort_by_key(|office| !centre(office));
        let shown = offices
            .iter()
            .map(|office| (office.id, OfficeOnPage::of(p, office, centre(office))));
        let there = |id: OfficeId| offices.iter().any(|office| office.id == id);
        let others = p.known_offices().into_iter().filter(|o| !there(o.id));
        let others = others.map(|o| (o.id, o.description.names.clone()));
        i.edits_site().then(|| Offices {
            frame: WorkFrame::of(i),
            others: others.collect(),
            offices: shown.collect(),
        })
    }
}

/// What the form of days that differ knows.
#[derive(Clone, Debug, PartialEq)]
pub struct DaysForm {
    /// What stands around the page.
    pub frame: WorkFrame,
    /// What the office is called.
    pub office: Names,
    /// What has been said of days that have not been yet, the nearest first.
    pub said: Vec<SetException>,
}

/// How many days ahead what has been said is shown: further than a form takes.
const TEN_YEARS: i64 = 3660;

impl DaysForm {
    /// The form; none for who is no editor, and for an office that is not there.
    pub fn of(i: Inside<'_>, office: OfficeId) -> Option<DaysForm> {
        let mut offices = i.published().offices().into_iter();
        let office = offices.find(|o| i.edits_site() && o.id == office)?;
        let said = office.exceptions(TEN_YEARS).into_iter();
        Some(DaysForm {
            frame: WorkFrame::of(i),
            office: office.description.names.clone(),
            said: said.cloned().collect(),
        })
    }
}

/// What the form of an office's hours knows.
#[derive(Clone, Debug, PartialEq)]
pub struct HoursForm {
    /// What stands around the page.
    pub frame: WorkFrame,
    /// What the office is called.
    pub office: Names,
    /// The day it is.
    pub today: Date,
    /// The week that stands.
    pub week: Week,
    /// The day before a public holiday; none if it is as any other.
    pub on_eves: Option<Vec<Opening>>,
    /// How often the hours have been set: what others are written after.
    pub edition: usize,
    /// What was said last.
    said: Option<SetHours>,
}

impl HoursForm {
    /// The form; none for who is no editor, and for an office that is not there.
    pub fn of(i: Inside<'_>, office: OfficeId, kind: HoursKind) -> Option<HoursForm> {
        if !i.edits_site() {
            return None;
        }
        let office = i
            .published()
            .offices()
            .into_iter()
            .find(|o| o.id == office)?;
        let hours = office.hours(kind);
        let of = |day: Weekday| {
            let rows = hours.into_iter().flat_map(|hours| &hours.rows);
            let rows = rows.filter(|row| row.holds(day));
            rows.map(|row| row.open).collect()
        };
        Some(HoursForm {
            frame: WorkFrame::of(i),
            office: office.description.names.clone(),
            today: i.today(),
            week: Weekday::ALL.map(of),
            on_eves: hours.and_then(|hours| hours.on_eves.clone()),
            edition: office.editions(kind),
            said: office.hours_said(kind).cloned(),
        })
    }
}

/// The hours that an editor wants.
#[derive(Clone, Debug, PartialEq)]
pub struct HoursWriting {
    /// Of which office.
    pub office: OfficeId,
    /// Visits or the telephone.
    pub kind: HoursKind,
    /// The edition that the form showed.
    pub seen: usize,
    /// From which day.
    pub from: Date,
    /// The week.
    pub week: Week,
    /// The day before a public holiday; none if it is as any other.
    pub on_eves: Option<Vec<Opening>>,
}

impl HoursWriting {
    fn wanted(&self) -> SetHours {
        SetHours {
            office: self.office,
            kind: self.kind,
            rows: rows(&self.week),
            on_eves: self.on_eves.clone(),
            from: Dated::day_known(self.from),
            to: None,
            note: None,
            source: None,
        }
    }
}

/// A week in as few rows as it can be said: days in a row that are alike stand in one.
fn rows(week: &Week) -> Vec<HoursRow> {
    let mut spans: Vec<(Weekday, Weekday, &Vec<Opening>)> = Vec::new();
    for (day, open) in Weekday::ALL.into_iter().zip(week) {
        match spans.last_mut() {
            Some((_, last, alike)) if *alike == open => *last = day,
            _ => spans.push((day, day, open)),
        }
    }
    let rows = spans.into_iter().flat_map(|(first, last, openings)| {
        openings.iter().map(move |open| HoursRow {
            first,
            last,
            open: *open,
        })
    });
    rows.collect()
}

/// Days that an editor wants to be other than the week.
#[derive(Clone, Debug, PartialEq)]
pub struct DaysWriting {
    /// Of which office.
    pub office: OfficeId,
    /// Visits or the telephone; none for both.
    pub kind: Option<HoursKind>,
    /// The first day.
    pub from: Date,
    /// The last day.
    pub to: Date,
    /// The hours; none means closed.
    pub open: Vec<Opening>,
    /// Why.
    pub reason: Names,
}

impl App {
    /// Sets the hours of a week from a day.
    ///
    /// # Errors
    /// [`Unsaved`]; then they stand as they stood.
    pub async fn set_hours(&self, person: PersonId, writing: HoursWriting) -> Result<(), Unsaved> {
        let look = |i: Inside<'_>, _| {
            let form = HoursForm::of(i, writing.office, writing.kind).ok_or(Unsaved::Nowhere)?;
            let wanted = writing.wanted();
            match form.said {
                Some(said) if said == wanted => Ok(Looked::Stands(())),
                _ if form.edition != writing.seen => Err(Unsaved::Changed),
                _ => Ok(Looked::Asks(vec![Command::SetHours(wanted)], ())),
            }
        };
        let failed = |(): &(), error| unsaved(error);
        self.perform_looked(person, look, failed).await
    }

    /// Sets other hours on some days. Said anew of the same days, the later word stands.
    ///
    /// # Errors
    /// [`Unsaved`]; then they are as they were.
    pub async fn set_days(&self, person: PersonId, writing: DaysWriting) -> Result<(), Unsaved> {
        let command = Command::SetException(SetException {
            office: writing.office,
            kind: writing.kind,
            from: writing.from,
            to: writing.to,
            open: writing.open,
            reason: writing.reason,
        });
        let done = self.perform(User::Person(person), command).await;
        done.map(drop).map_err(unsaved)
    }

    /// Takes back what was said of some days.
    ///
    /// # Errors
    /// [`Unsaved`]; then it stands.
    pub async fn take_back_days(
        &self,
        person: PersonId,
        days: TakeBackException,
    ) -> Result<(), Unsaved> {
        let command = Command::TakeBackException(days);
        let done = self.perform(User::Person(person), command).await;
        done.map(drop).map_err(unsaved)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::time;

    #[test]
    fn days_in_a_row_that_are_alike_stand_in_one() {
        let open = |from, to| Opening {
            from: time(from, 0, 0, 0),
            to: Some(time(to, 0, 0, 0)),
        };
        let (long, lunch) = (vec![open(8, 17)], vec![open(8, 12), open(13, 16)]);
        let shut = Vec::new();
        let week = [&long, &long, &shut, &lunch, &lunch, &shut, &shut].map(Clone::clone);
        let said: Vec<_> = rows(&week)
            .iter()
            .map(|row| (row.first, row.last, row.open.from.hour()))
            .collect();
        let expected = [
            (Weekday::Monday, Weekday::Tuesday, 8),
            (Weekday::Thursday, Weekday::Friday, 8),
            (Weekday::Thursday, Weekday::Friday, 13),
        ];
        assert_eq!(said, expected);
    }
}
