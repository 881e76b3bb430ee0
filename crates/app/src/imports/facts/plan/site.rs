//! The contact centre with every version of its hours, the notices that were seen, and the
//! roles that pages named.

use super::super::directions::PeriodIn;
use super::super::facts_site::{CentreIn, VersionIn};
use super::super::reader::SourceIn;
use super::super::swedish;
use super::super::years::year_in;
use super::{Planner, Reason};
use jiff::civil::Date;
use riktning_domain::ids::{NoticeId, OfficeId};
use riktning_domain::indicators::Interpretation;
use riktning_domain::site::hours::{HoursKind, HoursRow};
use riktning_domain::site::notices::PublishNotice;
use riktning_domain::site::offices::{DescribeOffice, SetHours};
use riktning_domain::site::pages::DescribePage;
use riktning_domain::{Command, Dated, Names, Text};
use std::collections::{BTreeMap, BTreeSet};

/// What has been planned of offices, so that nothing is said twice of the same day.
#[derive(Default)]
struct Said {
    /// The address that each office was last described with.
    addresses: BTreeMap<OfficeId, Option<String>>,
    described: BTreeSet<(OfficeId, Date)>,
    hours: BTreeSet<(OfficeId, HoursKind, Date)>,
}

impl Planner<'_> {
    pub(super) fn site(&mut self) {
        let facts = self.facts;
        if let Some(centre) = &facts.centre {
            self.centre(centre);
        }
        self.notices();
        self.roles();
    }

    fn centre(&mut self, centre: &CentreIn) {
        let id = OfficeId(self.id("office", "centre"));
        let mut said = Said::default();
        let base = Dated::not_found(self.base);
        let mut versions: Vec<(Dated, Option<Date>, &VersionIn)> = Vec::new();
        for version in &centre.versions {
            let (from, to) = version.valid.unwrap_or((base, None));
            versions.push((from, to, version));
        }
        versions.sort_by_key(|(from, _, version)| (*from, &version.path));
        let mut taken = false;
        for (from, to, version) in versions {
            if version.source.is_none() {
                self.report(&version.path, Reason::NoSource);
                continue;
            }
            if from.day() > self.today {
                self.report(&version.path, Reason::NotYet);
                continue;
            }
            taken = true;
            // A version that gives no hours says nothing by its name alone.
            if version.places.is_empty() && version.phone.is_empty() {
                self.report(&version.path, Reason::NoPlace);
            }
            let office = Office {
                id,
                part_of: None,
                name: &centre.name,
                address: None,
                phone: centre.phone.as_deref(),
                order: 1,
                path: &version.path,
            };
            self.office(&mut said, &office, from, version);
            let phone = (HoursKind::Telephone, &version.phone);
            self.hours(&mut said, id, phone, (from, to), &version.path, version);
            for (order, place) in (1..).zip(&version.places) {
                let key = format!("place/{}", place.name.to_lowercase());
                let place_id = OfficeId(self.id("office", &key));
                let office = Office {
                    id: place_id,
                    part_of: Some(id),
                    name: &place.name,
                    address: place.address.as_deref(),
                    phone: None,
                    order,
                    path: &place.path,
                };
                self.office(&mut said, &office, from, version);
                let visits = (HoursKind::Visiting, &place.hours);
                self.hours(
                    &mut said,
                    place_id,
                    visits,
                    (from, to),
                    &place.path,
                    version,
                );
            }
        }
        if !taken {
            self.report(&centre.path, Reason::NoSource);
        }
    }

    /// Describes an office the first time, and again when a version gives another address. What
    /// a later version leaves out is not taken back.
    fn office(&mut self, said: &mut Said, office: &Office<'_>, from: Dated, v: &VersionIn) {
        let before = said.addresses.get(&office.id);
        let address = office.address.map(str::to_owned);
        let known = before.is_some_and(|known| address.is_none() || *known == address);
        if known {
            return;
        }
        if !said.described.insert((office.id, from.day())) {
            self.report(office.path, Reason::Repeated);
            return;
        }
        said.addresses.insert(office.id, address.clone());
        let command = DescribeOffice {
            office: office.id,
            names: Names::swedish(office.name),
            part_of: office.part_of,
            address: address.map(Text::from),
            phone: office.phone.map(Text::from),
            order: office.order,
            from,
            to: None,
            source: self.source_id(&v.source),
        };
        self.add(office.path, Command::DescribeOffice(command));
    }

    fn hours(
        &mut self,
        said: &mut Said,
        office: OfficeId,
        (kind, rows): (HoursKind, &Vec<HoursRow>),
        (from, to): (Dated, Option<Date>),
        path: &str,
        version: &VersionIn,
    ) {
        if rows.is_empty() {
            return;
        }
        if !said.hours.insert((office, kind, from.day())) {
            self.report(path, Reason::Repeated);
            return;
        }
        let command = SetHours {
            office,
            kind,
            rows: rows.clone(),
            on_eves: None,
            from,
            to,
            note: version.label.as_deref().map(plain).map(Text::from),
            source: self.source_id(&version.source),
        };
        self.add(path, Command::SetHours(command));
    }

    /// A notice stood on the day that its source names; of one that names none nobody knows.
    fn notices(&mut self) {
        let facts = self.facts;
        let mut seen = BTreeSet::new();
        for notice in &facts.notices {
            let Some(source) = self.source_id(&notice.source) else {
                self.report(&notice.path, Reason::NoSource);
                continue;
            };
            let since = match notice.updated {
                Some(updated) => Dated::day_known(updated.date()),
                None => self.seen(&notice.source),
            };
            if since.day() > self.today {
                self.report(&notice.path, Reason::NotYet);
                continue;
            }
            if !seen.insert(notice.title.to_lowercase()) {
                self.report(&notice.path, Reason::Repeated);
                continue;
            }
            let names = |texts: &[String]| -> Vec<Names> {
                texts.iter().map(|t| Names::swedish(t.as_str())).collect()
            };
            let (severity, ours) = notice.severity;
            let command = PublishNotice {
                notice: NoticeId(self.id("notice", &notice.title.to_lowercase())),
                severity,
                severity_is_ours: ours == Interpretation::Ours,
                title: Names::swedish(notice.title.as_str()),
                text: None,
                alternatives: names(&notice.alternatives),
                affects: names(&notice.affects),
                from: None,
                to: None,
                link: None,
                updated: notice.updated,
                source: Some(source),
                since: Some(since),
            };
            self.add(&notice.path, Command::PublishNotice(command));
        }
    }

    /// The roles that the municipality's own pages named, for the whole site, each from the year
    /// of its source.
    fn roles(&mut self) {
        let facts = self.facts;
        let mut seen = BTreeSet::new();
        for role in &facts.roles {
            let Some(source) = self.source_id(&role.source) else {
                self.report(&role.path, Reason::NoSource);
                continue;
            };
            let since = self.seen(&role.source);
            if since.day() > self.today {
                self.report(&role.path, Reason::NotYet);
                continue;
            }
            for path in self.pages_about(&role.source) {
                if !seen.insert((path.clone(), since.day())) {
                    self.report(&role.path, Reason::Repeated);
                    continue;
                }
                let command = DescribePage {
                    path: path.into(),
                    title: None,
                    owner: None,
                    role: Some(Names::swedish(role.role.as_str())),
                    review_by: None,
                    source: Some(source),
                    since: Some(since),
                };
                self.add(&role.path, Command::DescribePage(command));
            }
        }
    }

    /// The pages of ours about what a page of the municipality is about, by its title: whoever
    /// answers for the annual report does not answer for the vision. What tells of nothing that we
    /// have a page for is a page like the start page, and speaks for the rest.
    fn pages_about(&self, source: &Option<SourceIn>) -> Vec<String> {
        let title = source.as_ref().map(|source| source.title.to_lowercase());
        let title = title.unwrap_or_default();
        let tells = |words: &[&str]| words.iter().any(|word| title.contains(word));
        if tells(swedish::REPORT_WORDS) {
            return vec![
                "/rapporter/".to_owned(),
                "/god-ekonomisk-hushallning/".to_owned(),
            ];
        }
        if tells(swedish::DIRECTION_WORDS) {
            // A period that has not begun has no page yet.
            let begun = |period: &&PeriodIn| period.period.first_day() <= self.today;
            let found = self.facts.periods.iter().filter(|period| period.found);
            let found = found.filter(begun);
            return found
                .map(|period| {
                    let (first, last) = (period.period.first_day(), period.period.last_day());
                    match first.year() == last.year() {
                        true => format!("/{}/", first.year()),
                        false => format!("/{}-{}/", first.year(), last.year()),
                    }
                })
                .collect();
        }
        vec!["/".to_owned()]
    }

    /// When a source was seen: the year in its title, else the first year of a version of the
    /// contact centre that it gave, else the first day of all.
    fn seen(&self, source: &Option<SourceIn>) -> Dated {
        let by_title = source.as_ref().and_then(|s| year_in(&s.title));
        let by_title = by_title.and_then(|year| Date::new(year, 1, 1).ok());
        let versions = self.facts.centre.iter().flat_map(|c| &c.versions);
        let same = versions.filter(|v| v.source.is_some() && v.source == *source);
        let by_version = || same.filter_map(|v| Some(v.valid?.0.day())).min();
        Dated::not_found(by_title.or_else(by_version).unwrap_or(self.base))
    }
}

/// A label without what its writer put in brackets for themselves.
fn plain(label: &str) -> &str {
    label.split(" (").next().unwrap_or(label)
}

/// An office as one version gives it.
struct Office<'a> {
    id: OfficeId,
    part_of: Option<OfficeId>,
    name: &'a str,
    address: Option<&'a str>,
    phone: Option<&'a str>,
    order: u16,
    path: &'a str,
}
