//! The contact page: every office with its hours, whether it is open, and the days that differ.

use super::frame::{Frame, SourceLink, source_link};
use super::site::Hours;
use jiff::civil::{Date, DateTime};
use jiff::{Timestamp, ToSpan};
use riktning_domain::holidays::Holiday;
use riktning_domain::ids::OfficeId;
use riktning_domain::local_time::instant;
use riktning_domain::published::{Openness, PublicOffice, Why};
use riktning_domain::site::hours::{HoursKind, Opening};
use riktning_domain::{Names, Published, Text};

/// How many days ahead the page says which days differ.
const AHEAD: i64 = 62;

/// What the contact page knows.
#[derive(Clone, Debug, PartialEq)]
pub struct ContactPage {
    /// What every page knows.
    pub frame: Frame,
    /// The centres, each followed by its places.
    pub offices: Vec<OfficeOnPage>,
    /// When the page next turns by itself: a door that opens or closes.
    pub until: Option<Timestamp>,
}

/// An office on the contact page.
#[derive(Clone, Debug, PartialEq)]
pub struct OfficeOnPage {
    /// What it is called.
    pub names: Names,
    /// Whether it is a contact centre, and not a place of one.
    pub is_centre: bool,
    /// Its telephone number.
    pub phone: Option<Text>,
    /// Where it is.
    pub address: Option<Text>,
    /// Where it was found.
    pub source: Option<SourceLink>,
    /// Its hours, by kind.
    pub kinds: Vec<HoursOnPage>,
}

/// Hours of one kind.
#[derive(Clone, Debug, PartialEq)]
pub struct HoursOnPage {
    /// Visits or the telephone.
    pub kind: HoursKind,
    /// The hours of the day shown; none says that none were found for it.
    pub hours: Option<Hours>,
    /// Hours that are known to begin later.
    pub coming: Option<Hours>,
    /// Whether somebody answers now.
    pub now: Option<Openness>,
    /// The days to come that differ from the week.
    pub other_days: Vec<OtherDays>,
}

/// Days with other hours than the week's.
#[derive(Clone, Debug, PartialEq)]
pub struct OtherDays {
    /// The first.
    pub from: Date,
    /// The last.
    pub to: Date,
    /// The hours; none means closed.
    pub open: Vec<Opening>,
    /// Why.
    pub why: WhyOther,
}

/// Why hours differ.
#[derive(Clone, Debug, PartialEq)]
pub enum WhyOther {
    /// As somebody has said.
    Said(Names),
    /// A public holiday, or an eve that counts as one.
    Holiday(Holiday),
    /// The day before one.
    Eve,
}

impl ContactPage {
    /// The offices on the lens's day.
    pub fn of(p: Published<'_>) -> ContactPage {
        let offices = p.offices();
        let under = |centre: OfficeId| {
            let places = offices.iter();
            places.filter(move |o| o.description.part_of == Some(centre))
        };
        let known: Vec<OfficeId> = offices.iter().map(|o| o.id).collect();
        // A place whose centre has closed stands for itself.
        let alone = |o: &&PublicOffice<'_>| {
            o.description
                .part_of
                .is_none_or(|centre| !known.contains(&centre))
        };
        let mut shown = Vec::new();
        for centre in offices.iter().filter(alone) {
            shown.push(OfficeOnPage::of(p, centre, true));
            shown.extend(under(centre.id).map(|place| OfficeOnPage::of(p, place, false)));
        }
        let turns = shown
            .iter()
            .flat_map(|o| &o.kinds)
            .filter_map(|k| k.turns());
        ContactPage {
            until: turns.min().map(instant),
            offices: shown,
            frame: Frame::of(p),
        }
    }
}

impl OfficeOnPage {
    pub(crate) fn of(p: Published<'_>, office: &PublicOffice<'_>, is_centre: bool) -> OfficeOnPage {
        let description = office.description;
        let kinds = [HoursKind::Telephone, HoursKind::Visiting];
        // A centre has a telephone and a place has a door, also when no hours were found.
        let expected = |kind| match kind {
            HoursKind::Telephone => description.phone.is_some(),
            HoursKind::Visiting => !is_centre || description.address.is_some(),
        };
        let shown = kinds.into_iter().filter(|kind| {
            expected(*kind) || office.hours(*kind).is_some() || office.coming_hours(*kind).is_some()
        });
        OfficeOnPage {
            names: description.names.clone(),
            is_centre,
            phone: description.phone.clone(),
            address: description.address.clone(),
            source: description.source.and_then(|id| source_link(p, id)),
            kinds: shown.map(|kind| HoursOnPage::of(p, office, kind)).collect(),
        }
    }
}

impl HoursOnPage {
    fn of(p: Published<'_>, office: &PublicOffice<'_>, kind: HoursKind) -> HoursOnPage {
        let hours = office.hours(kind);
        HoursOnPage {
            kind,
            hours: hours.map(|h| Hours::of(p, h)),
            coming: office.coming_hours(kind).map(|h| Hours::of(p, h)),
            now: office.openness(kind),
            // What a source says of a week it does not say of a holiday.
            other_days: match hours {
                Some(hours) if hours.source.is_none() => other_days(p, office, kind),
                Some(_) | None => Vec::new(),
            },
        }
    }

    fn turns(&self) -> Option<DateTime> {
        match self.now? {
            Openness::OpenUntil(at) => Some(at),
            Openness::Closed(at) => at,
        }
    }
}

fn other_days(p: Published<'_>, office: &PublicOffice<'_>, kind: HoursKind) -> Vec<OtherDays> {
    let excepted = office.exceptions(AHEAD).into_iter();
    let excepted = excepted.filter(|e| e.kind.is_none_or(|own| own == kind));
    let said = excepted.map(|e| OtherDays {
        from: e.from,
        to: e.to,
        open: e.open.clone(),
        why: WhyOther::Said(e.reason.clone()),
    });
    let days = (0..=AHEAD).filter_map(|days| p.day().checked_add(days.days()).ok());
    let by_calendar = days.filter_map(|day| {
        let hours = office.day(kind, day)?;
        let why = match hours.why? {
            Why::Holiday(holiday) => WhyOther::Holiday(holiday),
            Why::Eve => WhyOther::Eve,
            Why::Excepted(_) => return None,
        };
        let week = office.hours(kind)?;
        let weekday = riktning_domain::site::hours::Weekday::of(day);
        // A holiday on a day that is closed every week is no news.
        let usually = week.rows.iter().any(|row| row.holds(weekday));
        usually.then_some(OtherDays {
            from: day,
            to: day,
            open: hours.open,
            why,
        })
    });
    let mut all: Vec<_> = said.chain(by_calendar).collect();
    all.sort_by_key(|d| (d.from, d.to));
    all
}
