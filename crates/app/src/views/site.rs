//! The public site's own things: notices, the contact centre, who is responsible for a page.

use super::frame::{SourceLink, source_link};
use jiff::civil::{Date, DateTime};
use riktning_domain::ids::NoticeId;
use riktning_domain::local_time::local;
use riktning_domain::published::{PublicNotice, PublicOffice};
use riktning_domain::site::hours::{HoursKind, HoursRow, Opening};
use riktning_domain::site::notices::{PublishNotice, Severity};
use riktning_domain::site::offices::SetHours;
use riktning_domain::{Dated, Names, Published, Text};

/// A service notice.
#[derive(Clone, Debug, PartialEq)]
pub struct Notice {
    /// Its own part of an address on the page of all notices.
    pub anchor: String,
    /// How grave it is.
    pub severity: Severity,
    /// Whether the gravity is our reading.
    pub severity_is_ours: bool,
    /// Its heading.
    pub title: Names,
    /// What has happened.
    pub text: Option<Names>,
    /// Other ways.
    pub alternatives: Vec<Names>,
    /// What is affected.
    pub affects: Vec<Names>,
    /// From when, local time; none if no source says.
    pub from: Option<DateTime>,
    /// Until when, local time; none if that is not known.
    pub to: Option<DateTime>,
    /// When its words last changed, local time, if after it began and known.
    pub changed: Option<DateTime>,
    /// From which day it is known, if it was found in a source.
    pub known: Option<Dated>,
    /// Where to read more: the address and what the link says.
    pub link: Option<(Text, Names)>,
    /// Where it was found.
    pub source: Option<SourceLink>,
    /// Above a page of the past: the day that the page is about, if it is of that day and is not a
    /// crisis of this moment. The reader must be able to tell what is now from what was.
    pub then: Option<Date>,
}

impl Notice {
    pub(crate) fn of(p: Published<'_>, notice: &PublicNotice<'_>) -> Notice {
        let said = notice.said();
        let found = said.since.is_some();
        // Of one that was found, the hours of its day are our bound and not its source's word.
        let own = |at: Option<jiff::Timestamp>| at.filter(|_| !found).map(local);
        let from = said.from.or_else(|| own(notice.starts()));
        let changed = said.updated.or_else(|| own(Some(notice.changed())));
        Notice {
            anchor: format!("d-{}", &notice.id.to_string()[..8]),
            severity: said.severity,
            severity_is_ours: said.severity_is_ours,
            title: said.title.clone(),
            text: said.text.clone(),
            alternatives: said.alternatives.clone(),
            affects: said.affects.clone(),
            from,
            to: own(notice.ends()).or(said.to),
            changed: changed.filter(|at| Some(*at) != from),
            known: said.since,
            link: said.link.as_ref().map(|l| (l.url.clone(), l.names.clone())),
            source: said.source.and_then(|id| source_link(p, id)),
            then: None,
        }
    }

    /// A notice as it will stand when it is published at a moment.
    pub fn to_be(said: &PublishNotice, at: DateTime) -> Notice {
        let NoticeId(id) = said.notice;
        Notice {
            anchor: format!("d-{}", &id.to_string()[..8]),
            severity: said.severity,
            severity_is_ours: false,
            title: said.title.clone(),
            text: said.text.clone(),
            alternatives: said.alternatives.clone(),
            affects: said.affects.clone(),
            from: Some(said.from.unwrap_or(at)),
            to: said.to,
            changed: None,
            known: None,
            link: said.link.as_ref().map(|l| (l.url.clone(), l.names.clone())),
            source: None,
            then: None,
        }
    }

    /// The notices that stand above a page, the gravest first.
    pub(crate) fn above(p: Published<'_>) -> Vec<Notice> {
        let is_past = p.day() < p.today();
        let is_now = |notice: &PublicNotice<'_>| {
            let now = p.as_of_today().notice(notice.id);
            now.is_some_and(|now| now.is_crisis_at(p.now()))
        };
        let above = p.notices_above();
        let above = above.iter().map(|notice| Notice {
            then: (is_past && !is_now(notice)).then(|| p.day()),
            ..Notice::of(p, notice)
        });
        above.collect()
    }
}

/// The contact centre, as the foot of every page shows it.
#[derive(Clone, Debug, PartialEq)]
pub struct Contact {
    /// What it is called.
    pub names: Names,
    /// Its telephone number.
    pub phone: Option<Text>,
    /// When the telephone is answered.
    pub telephone: Option<Hours>,
    /// Its places, with the centre itself if it can be visited.
    pub places: Vec<Place>,
}

impl Contact {
    /// Whether any address of a place is known.
    pub fn has_addresses(&self) -> bool {
        self.places.iter().any(|place| place.address.is_some())
    }

    /// Hours that only a source tells of: they are of its time, and who reads them must know
    /// of which.
    pub fn from_a_source(&self) -> Option<&Hours> {
        let visiting = self
            .places
            .iter()
            .filter_map(|place| place.visiting.as_ref());
        let mut all = visiting.chain(&self.telephone);
        let first = all.find(|hours| hours.source.is_some())?;
        // Hours of different times are told of one by one on the contact centre's own page.
        let same = |hours: &Hours| {
            (&hours.source, &hours.note, hours.from) == (&first.source, &first.note, first.from)
        };
        all.all(same).then_some(first)
    }
}

/// A place to visit.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    /// What it is called.
    pub names: Names,
    /// Where it is.
    pub address: Option<Text>,
    /// When it can be visited.
    pub visiting: Option<Hours>,
}

/// Hours, as a table shows them.
#[derive(Clone, Debug, PartialEq)]
pub struct Hours {
    /// The ordinary week.
    pub rows: Vec<HoursRow>,
    /// The day before a public holiday, if other.
    pub on_eves: Option<Vec<Opening>>,
    /// The first day.
    pub from: Dated,
    /// The last day, if one is set.
    pub to: Option<Date>,
    /// What the source says of when they held.
    pub note: Option<Text>,
    /// Where they were found.
    pub source: Option<SourceLink>,
}

impl Hours {
    pub(crate) fn of(p: Published<'_>, hours: &SetHours) -> Hours {
        Hours {
            rows: hours.rows.clone(),
            on_eves: hours.on_eves.clone(),
            from: hours.from,
            to: hours.to,
            note: hours.note.clone(),
            source: hours.source.and_then(|id| source_link(p, id)),
        }
    }
}

impl Contact {
    /// The first contact centre of the day.
    pub(crate) fn of(p: Published<'_>) -> Option<Contact> {
        let offices = p.offices();
        let centre = offices.iter().find(|o| o.description.part_of.is_none())?;
        let hours = |office: &PublicOffice<'_>, kind| office.hours(kind).map(|h| Hours::of(p, h));
        let is_place = |o: &&PublicOffice<'_>| {
            let own = o.id == centre.id
                && (o.description.address.is_some() || o.hours(HoursKind::Visiting).is_some());
            own || o.description.part_of == Some(centre.id)
        };
        let place = |office: &PublicOffice<'_>| Place {
            names: office.description.names.clone(),
            address: office.description.address.clone(),
            visiting: hours(office, HoursKind::Visiting),
        };
        Some(Contact {
            names: centre.description.names.clone(),
            phone: centre.description.phone.clone(),
            telephone: hours(centre, HoursKind::Telephone),
            places: offices.iter().filter(is_place).map(place).collect(),
        })
    }
}

/// Who is responsible for a page and those below it.
#[derive(Clone, Debug, PartialEq)]
pub struct Responsible {
    /// The Swedish address of the page or section.
    pub path: String,
    /// The role.
    pub role: Option<Names>,
    /// The body, with its part of an address.
    pub owner: Option<(Names, String)>,
    /// The day by which the page is to be looked over.
    pub review_by: Option<Date>,
    /// Where it was found.
    pub source: Option<SourceLink>,
}

impl Responsible {
    /// Everybody who is responsible for anything on the day.
    pub(crate) fn all(p: Published<'_>) -> Vec<Responsible> {
        let pages = p.pages().into_iter();
        let responsible = pages.filter_map(|(path, page)| {
            let owner = page.owner;
            Some(Responsible {
                path: path.as_str()?.to_owned(),
                role: page.description.role.clone(),
                owner: owner.map(|name| (name.names.clone(), name.slug.to_string())),
                review_by: page.description.review_by,
                source: page.description.source.and_then(|id| source_link(p, id)),
            })
        });
        responsible.collect()
    }

    /// Whoever is responsible for a page: by its own address, else by the nearest section.
    pub fn for_page<'a>(all: &'a [Responsible], path: &str) -> Option<&'a Responsible> {
        let speaks = |own: &str| own == path || (own.ends_with('/') && path.starts_with(own));
        let speaking = all.iter().filter(|r| speaks(&r.path));
        speaking.max_by_key(|r| r.path.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn responsible(path: &str) -> Responsible {
        Responsible {
            path: path.to_owned(),
            role: None,
            owner: None,
            review_by: None,
            source: None,
        }
    }

    #[test]
    fn the_nearest_section_speaks_for_a_page() {
        let all = ["/", "/indikatorer/", "/indikatorer/trivsel", "/vision"].map(responsible);
        let found = |path| Responsible::for_page(&all, path).map(|r| r.path.as_str());
        assert_eq!(found("/"), Some("/"));
        assert_eq!(found("/kontakt"), Some("/"));
        assert_eq!(found("/vision"), Some("/vision"));
        assert_eq!(found("/visionen"), Some("/"));
        assert_eq!(found("/indikatorer/"), Some("/indikatorer/"));
        assert_eq!(found("/indikatorer/trivsel"), Some("/indikatorer/trivsel"));
        assert_eq!(found("/indikatorer/trivsel-2"), Some("/indikatorer/"));
        assert_eq!(Responsible::for_page(&all[1..], "/kontakt"), None);
    }
}
