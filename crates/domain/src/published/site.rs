//! The public site's own things, as residents see them.

use super::Published;
use crate::bodies::BodyName;
use crate::holidays::{Holiday, is_eve};
use crate::ids::{NoticeId, OfficeId};
use crate::local_time::{end_of, instant, local, midnight};
use crate::site::hours::{HoursKind, Opening, Weekday};
use crate::site::notices::{NoticeVersion, PublishNotice, Severity};
use crate::site::offices::{DescribeOffice, Office, SetException, SetHours};
use crate::site::pages::DescribePage;
use crate::site::translations::Translations;
use crate::texts::Text;
use jiff::civil::{Date, DateTime};
use jiff::{Timestamp, ToSpan};
use std::cmp::Reverse;

/// A notice as it had been said by the day.
#[derive(Clone, Copy, Debug)]
pub struct PublicNotice<'a> {
    /// Which notice.
    pub id: NoticeId,
    /// How often it had been said, or ended, by the day: one after the first time.
    pub edition: usize,
    version: &'a NoticeVersion,
}

impl<'a> PublicNotice<'a> {
    /// What it says.
    pub fn said(&self) -> &'a PublishNotice {
        &self.version.published
    }
    /// From when it stands; none if no source says.
    pub fn starts(&self) -> Option<Timestamp> {
        self.version.starts
    }
    /// Until when, if that is known.
    pub fn ends(&self) -> Option<Timestamp> {
        self.version.ends
    }
    /// When its words last changed.
    pub fn changed(&self) -> Timestamp {
        let updated = self.version.published.updated.map(instant);
        updated.unwrap_or(self.version.said)
    }
    /// Whether it stands at an instant.
    pub fn stands_at(&self, at: Timestamp) -> bool {
        self.version.stands_at(at)
    }
    /// Whether it is a crisis at an instant: that concerns whoever reads, whatever day they read about.
    pub fn is_crisis_at(&self, at: Timestamp) -> bool {
        self.said().severity == Severity::Crisis && self.stands_at(at)
    }
    /// Whether it stood at any time of a day.
    fn stood_on(&self, day: Date) -> bool {
        let (first, after) = (midnight(day), end_of(day));
        let (starts, ends) = (self.version.starts, self.version.ends);
        let meets = starts.is_some_and(|s| s < after) && ends.is_none_or(|e| e > first);
        // One that was ended before it began never stood.
        meets && starts < ends.or(Some(Timestamp::MAX))
    }
}

impl<'a> Published<'a> {
    /// What is translated: it answers whoever has the Swedish words. Who asks by whom what is shown
    /// was translated is given every text to compare with, and shows none of them. It costs
    /// nothing to keep.
    pub fn translations(&self) -> Translations {
        self.state.translations.clone()
    }

    /// Every notice that had been published by the day, the gravest and newest first.
    pub fn notices(&self) -> Vec<PublicNotice<'a>> {
        let notices = self.state.notices.keys();
        let mut notices: Vec<_> = notices.filter_map(|id| self.notice(*id)).collect();
        notices.sort_by_key(|n| (Reverse(n.said().severity), Reverse(n.starts()), n.id));
        notices
    }

    /// A notice that had been published by the day.
    pub fn notice(&self, id: NoticeId) -> Option<PublicNotice<'a>> {
        let versions = &self.state.notices.get(&id)?.versions;
        Some(PublicNotice {
            id,
            edition: versions.up_to(self.day).len(),
            version: versions.at(self.day)?,
        })
    }

    /// The notices that stand above a page: today those of this moment; on a page of the past
    /// those of that day, and any crisis of this moment, since that concerns whoever reads.
    pub fn notices_above(&self) -> Vec<PublicNotice<'a>> {
        let standing = self.as_of_today().notices();
        let standing = standing.into_iter().filter(|n| n.stands_at(self.now));
        if self.day >= self.today {
            return standing.collect();
        }
        let mut above: Vec<_> = standing.filter(|n| n.is_crisis_at(self.now)).collect();
        let then = self.notices().into_iter().filter(|n| n.stood_on(self.day));
        for notice in then {
            if !above.iter().any(|n| n.id == notice.id) {
                above.push(notice);
            }
        }
        above
    }

    /// The next instant at which a notice begins or ends by itself.
    pub fn next_notice_change(&self) -> Option<Timestamp> {
        let notices = self.as_of_today().notices();
        let turns = notices.iter().flat_map(|n| [n.starts(), n.ends()]);
        turns.flatten().filter(|at| *at > self.now).min()
    }
}

/// An office as it was on the day.
#[derive(Clone, Copy, Debug)]
pub struct PublicOffice<'a> {
    /// Which office.
    pub id: OfficeId,
    /// What it is and where.
    pub description: &'a DescribeOffice,
    office: &'a Office,
    lens: Published<'a>,
}

/// The hours of one day, and why they are so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DayHours<'a> {
    /// The openings, in order; none means closed.
    pub open: Vec<Opening>,
    /// Why they are other than of the ordinary week.
    pub why: Option<Why<'a>>,
}

/// Why the hours of a day are other than those of the week.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why<'a> {
    /// Somebody has said so for the day.
    Excepted(&'a SetException),
    /// It is a public holiday.
    Holiday(Holiday),
    /// The next day is one.
    Eve,
}

/// Whether an office answers at a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Openness {
    /// It does, until then.
    OpenUntil(DateTime),
    /// It does not; when it opens again, if that is within two months.
    Closed(Option<DateTime>),
}

/// How many days ahead an opening is looked for.
const AHEAD: i64 = 62;

impl<'a> PublicOffice<'a> {
    /// The hours that hold on the day that is shown.
    pub fn hours(&self, kind: HoursKind) -> Option<&'a SetHours> {
        let day = self.lens.day;
        self.office.hours_on(kind, day, day).map(AsRef::as_ref)
    }

    /// How often hours of a kind had been set by the day.
    pub fn editions(&self, kind: HoursKind) -> usize {
        let set = self.office.hours.get(&kind);
        set.map_or(0, |set| set.up_to(self.lens.day).len())
    }

    /// What was said last of hours of a kind by the day, whenever it begins.
    pub fn hours_said(&self, kind: HoursKind) -> Option<&'a SetHours> {
        let set = self.office.hours.get(&kind)?;
        let last = set.up_to(self.lens.day).last()?;
        Some(last.value.as_ref())
    }

    /// Hours that are known to begin after the day that is shown, the first of them.
    pub fn coming_hours(&self, kind: HoursKind) -> Option<&'a SetHours> {
        let set = self.office.hours.get(&kind)?.up_to(self.lens.day).iter();
        let coming = set
            .map(|e| &e.value)
            .filter(|h| h.from.day() > self.lens.day);
        coming.min_by_key(|h| h.from.day()).map(AsRef::as_ref)
    }

    /// The exceptions from the day that is shown until so many days after it, as they stood.
    pub fn exceptions(&self, days: i64) -> Vec<&'a SetException> {
        let first = self.lens.day;
        let last = first.checked_add(days.days()).unwrap_or(first);
        let standing = self.office.exceptions_on(first).map(AsRef::as_ref);
        let near = standing.filter(|e: &&SetException| e.to >= first && e.from <= last);
        let mut near: Vec<_> = near.collect();
        near.sort_by_key(|e| (e.from, e.to, e.kind));
        near
    }

    /// The hours of one day, as known on the day that is shown.
    pub fn day(&self, kind: HoursKind, day: Date) -> Option<DayHours<'a>> {
        let known = self.lens.day;
        let hours = self.office.hours_on(kind, day, known)?;
        let mut latest = self.office.exceptions_on(known).rev();
        let said = latest.find(|e| e.is_about(kind, day)).map(AsRef::as_ref);
        let (mut open, why) = if let Some(exception) = said {
            (exception.open.clone(), Some(Why::Excepted(exception)))
        } else if let Some(holiday) = Holiday::on(day) {
            (Vec::new(), Some(Why::Holiday(holiday)))
        } else {
            let weekday = Weekday::of(day);
            let rows = hours.rows.iter().filter(|row| row.holds(weekday));
            let week: Vec<Opening> = rows.map(|row| row.open).collect();
            match &hours.on_eves {
                // What is closed on that weekday anyway does not open for an eve.
                Some(eve) if is_eve(day) && !week.is_empty() => (eve.clone(), Some(Why::Eve)),
                Some(_) | None => (week, None),
            }
        };
        open.sort();
        Some(DayHours { open, why })
    }

    /// Whether it answers now, if somebody stands for its hours. What was found in a source is
    /// what the source said then; nobody can say by it that the door is open now. Nor is it
    /// said of the past.
    pub fn openness(&self, kind: HoursKind) -> Option<Openness> {
        let (now, today) = (local(self.lens.now), self.lens.today);
        let hours = self.hours(kind)?;
        let known = hours.source.is_none() && hours.rows.iter().all(|r| r.open.to.is_some());
        if self.lens.day != today || now.date() != today || !known {
            return None;
        }
        let mut opens = None;
        for days in 0..AHEAD {
            let Ok(day) = today.checked_add(days.days()) else {
                break;
            };
            let Some(hours) = self.day(kind, day) else {
                break;
            };
            for opening in hours.open {
                let (from, to) = (day.to_datetime(opening.from), opening.to?);
                let to = day.to_datetime(to);
                if from <= now && now < to {
                    return Some(Openness::OpenUntil(to));
                }
                if from > now && opens.is_none() {
                    opens = Some(from);
                }
            }
            if opens.is_some() {
                break;
            }
        }
        Some(Openness::Closed(opens))
    }
}

impl<'a> Published<'a> {
    /// The moment at which the page is made.
    pub fn now(&self) -> Timestamp {
        self.now
    }

    /// An office that there was on the day.
    pub fn office(&self, id: OfficeId) -> Option<PublicOffice<'a>> {
        let office = self.state.offices.get(&id)?;
        Some(PublicOffice {
            id,
            description: office.description_on(self.day)?,
            office,
            lens: *self,
        })
    }

    /// The offices that there were on the day, in their order.
    pub fn offices(&self) -> Vec<PublicOffice<'a>> {
        let offices = self.state.offices.keys();
        let mut offices: Vec<_> = offices.filter_map(|id| self.office(*id)).collect();
        offices.sort_by(|a, b| {
            // One that has no place of its own comes after those that have one, and a new one
            // after those that were there: it takes nobody's place in the foot of every page.
            let key = |o: &PublicOffice<'a>| {
                let place = o.description.order.checked_sub(1).unwrap_or(u16::MAX);
                let entries = o.office.descriptions.entries().iter();
                let first = entries.map(|e| e.position).min();
                (o.description.part_of.is_some(), place, first)
            };
            key(a).cmp(&key(b))
        });
        offices
    }
}

/// An office as an editor knows it: also one that is to come or has closed.
#[derive(Clone, Copy, Debug)]
pub struct KnownOffice<'a> {
    /// Which office.
    pub id: OfficeId,
    /// The description that holds; else the next that will; else the last that did.
    pub description: &'a DescribeOffice,
    /// How often it has been described: what another word is said after.
    pub edition: usize,
}

impl<'a> Published<'a> {
    /// Every office that had been described by the day.
    pub fn known_offices(&self) -> Vec<KnownOffice<'a>> {
        let known = self.state.offices.iter().filter_map(|(id, office)| {
            let said = office.descriptions.up_to(self.day).iter();
            let coming = said.clone().filter(|e| e.value.from.day() > self.day);
            let coming = coming.min_by_key(|e| (e.value.from.day(), Reverse(e.position)));
            let last = || said.max_by_key(|e| (e.value.from.day(), e.position));
            let other = || coming.or_else(last).map(|e| &e.value);
            let description = office.description_on(self.day).or_else(other)?;
            Some(KnownOffice {
                id: *id,
                description,
                edition: office.descriptions.entries().len(),
            })
        });
        known.collect()
    }
}

/// Who is responsible for a page.
#[derive(Clone, Copy, Debug)]
pub struct PublicPage<'a> {
    /// What was said.
    pub description: &'a DescribePage,
    /// From which day.
    pub on: Date,
    /// The name of the owner on the day.
    pub owner: Option<&'a BodyName>,
    /// How often it has been said: what another word is said after.
    pub edition: usize,
}

impl<'a> Published<'a> {
    /// The pages and sections that somebody is responsible for on the day, by their address.
    pub fn pages(&self) -> Vec<(&'a Text, PublicPage<'a>)> {
        let pages = self.state.pages.iter();
        let described = pages.filter_map(|(path, page)| {
            let entry = page.entry_at(self.day)?;
            let owner = entry.value.owner.and_then(|id| self.body(id));
            let page = PublicPage {
                description: entry.value.as_ref(),
                on: entry.on,
                owner: owner.map(|body| body.name),
                edition: page.entries().len(),
            };
            Some((path, page))
        });
        described.collect()
    }
}
