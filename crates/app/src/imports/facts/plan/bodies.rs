//! Bodies: those that the file lists, and those that only its decisions name.

use super::super::named::NamedIn;
use super::super::reader::SourceIn;
use super::super::swedish;
use super::super::years::{only_year_in, year_in};
use super::{Planner, Reason, Room, capital};
use jiff::civil::Date;
use riktning_domain::bodies::{BodyKind, FoundBody};
use riktning_domain::ids::BodyId;
use riktning_domain::shares::HoldShare;
use riktning_domain::{Command, Dated, Figure, Names, Period, Text};
use std::collections::BTreeSet;

/// What a file says of a body beside its name: its part in the group, and when it was seen.
type Said<'a> = (Option<&'a str>, &'a [i16]);

const NOTHING_SAID: Said<'static> = (None, &[]);

impl Planner<'_> {
    pub(super) fn bodies(&mut self) {
        let facts = self.facts;
        let mut listed: Vec<(&NamedIn, BodyKind)> = Vec::new();
        listed.extend(
            facts
                .committees
                .iter()
                .map(|c| (c, swedish::committee_kind(&c.name))),
        );
        listed.extend(facts.companies.iter().map(|c| (c, BodyKind::Company)));
        listed.extend(
            facts
                .administrations
                .iter()
                .map(|a| (a, BodyKind::Administration)),
        );
        listed.sort_by(|a, b| a.0.name.cmp(&b.0.name));
        for (body, kind) in listed {
            let observed = body.observed.first();
            let observed = observed.and_then(|year| Date::new(*year, 1, 1).ok());
            let source_year = body.source.as_ref().and_then(|s| year_in(&s.title));
            let from_source = source_year.and_then(|year| Date::new(year, 1, 1).ok());
            // What it is called may say when it became so: "förvärvat 2013".
            let of_role = body.more.as_deref().and_then(only_year_in);
            let of_role = of_role.map(|year| Period::Year(year).last_day());
            let known = observed.or(of_role).or(from_source).unwrap_or(self.base);
            // Nobody has said that it still is: a reader of today's list is told when it was seen.
            let said = (body.more.as_deref(), body.observed.as_slice());
            self.body(&body.path, &body.name, kind, known, said, &body.source);
        }
        self.shares();
        self.companies_that_only_directives_name();
        // Bodies that only decisions name.
        let by_vision = facts.visions.iter().filter_map(|v| {
            let (body, date) = v.decided.as_ref()?;
            Some((body, date.day(), &v.path, &v.source))
        });
        let by_calendar = facts.calendar.decisions.iter().filter_map(|d| {
            // A text that begins like a decision names a body only if the law knows the name.
            let statutory = swedish::committee_kind(&d.body) != BodyKind::Committee;
            statutory.then_some((&d.body, d.date.day(), &d.path, &d.source))
        });
        let mut named: Vec<_> = by_vision.chain(by_calendar).collect();
        let documents = facts.foundation.documents.iter();
        let by_document = documents.filter_map(|d| {
            let body = d.decided_by.as_ref()?;
            let statutory = swedish::committee_kind(body) != BodyKind::Committee;
            let day = d.since.map_or(self.base, Dated::day);
            statutory.then_some((body, day, &d.path, &d.source))
        });
        named.extend(by_document);
        named.sort_by_key(|(_, day, _, _)| *day);
        for (name, day, path, source) in named {
            if !self.bodies.contains_key(&name.to_lowercase()) {
                let name = capital(name);
                self.body(
                    path,
                    &name,
                    swedish::committee_kind(&name),
                    day,
                    NOTHING_SAID,
                    source,
                );
            }
        }
    }

    /// How much of each company the group owns, where the file says it.
    fn shares(&mut self) {
        let mut said = BTreeSet::new();
        for company in &self.facts.companies {
            let Some(percent) = company.owned else {
                continue;
            };
            if !said.insert(company.name.to_lowercase()) {
                self.report(&format!("{}.owned_percent", company.path), Reason::Repeated);
                continue;
            }
            let known = self.bodies.get(&company.name.to_lowercase()).copied();
            let whole = percent.value() <= 100.into() && percent > Figure::ZERO;
            let (Some((body, from)), true) = (known, whole) else {
                let path = format!("{}.owned_percent", company.path);
                self.report(&path, Reason::Conflict);
                continue;
            };
            let standing = self.published.share_in(body);
            // What is said anew stands from today; what once stood is not written over.
            let from = match standing {
                Some(share) if share.percent == percent => share.from,
                Some(_) => Dated::day_known(self.today),
                None => Dated::not_found(from),
            };
            let command = HoldShare {
                company: body,
                percent,
                from,
                source: self.source_id(&company.source),
            };
            self.add(&company.path, Command::HoldShare(command));
        }
    }

    /// Companies that the file gives a directive to and lists nowhere else.
    fn companies_that_only_directives_name(&mut self) {
        let facts = self.facts;
        for directive in &facts.foundation.directives {
            let known = self.bodies.contains_key(&directive.company.to_lowercase());
            let year = Date::new(directive.year, 1, 1);
            if let (false, Ok(year), Some(_)) = (known, year, &directive.source) {
                let (path, source) = (&directive.path, &directive.source);
                self.body(
                    path,
                    &directive.company,
                    BodyKind::Company,
                    year,
                    NOTHING_SAID,
                    source,
                );
            }
        }
    }

    /// The first day on which a directive names a company.
    fn directed(&self, named: &dyn Fn(&str) -> bool) -> Option<Date> {
        let directives = self.facts.foundation.directives.iter();
        let years = directives.filter(|d| named(&d.company)).map(|d| d.year);
        years.filter_map(|year| Date::new(year, 1, 1).ok()).min()
    }

    pub(super) fn is_company(&self, id: BodyId) -> bool {
        self.companies.contains(&id)
    }

    fn body(
        &mut self,
        path: &str,
        name: &str,
        kind: BodyKind,
        known: Date,
        (role, seen): Said<'_>,
        source: &Option<SourceIn>,
    ) {
        let key = name.to_lowercase();
        if self.bodies.contains_key(&key) {
            self.report(path, Reason::Repeated);
            return;
        }
        let short = swedish::without_other_name(&key).map(str::to_owned);
        let named = |other: &str| {
            let other = other.to_lowercase();
            other == key || Some(&other) == short.as_ref()
        };
        // Earlier if an imported fact refers to it earlier.
        let decided = self
            .facts
            .calendar
            .decisions
            .iter()
            .filter(|d| named(&d.body));
        let visions = self.facts.visions.iter().filter_map(|v| v.decided.as_ref());
        let visions = visions
            .filter(|(body, _)| named(body))
            .map(|(_, d)| d.day());
        let documents = self.facts.foundation.documents.iter();
        let documents = documents.filter(|d| {
            let mut bodies = d.decided_by.iter().chain(&d.followed_up_by);
            bodies.any(|body| named(body))
        });
        let documents = documents.filter_map(|d| d.since.map(Dated::day));
        let from = decided
            .map(|d| d.date.day())
            .chain(documents)
            .chain(visions)
            .chain(self.referred_to(&named))
            .chain(self.noted_of(short.as_ref().unwrap_or(&key)))
            .chain(self.directed(&named))
            .chain([known])
            .min();
        let from = from.unwrap_or(known);
        if from > self.today {
            self.report(path, Reason::NotYet);
            return;
        }
        let id = BodyId(self.id("body", &key));
        let known = self.published.body(id);
        let slug = match known {
            Some(body) => body.name.slug.clone(),
            None => self.slug(Room::Bodies, name),
        };
        let from = known.map_or(Dated::not_found(from), |body| body.from());
        // A body is founded once: what a later file calls its part is told of and not taken.
        let role = match known.map(|body| body.role()) {
            Some(stood) if stood.and_then(Text::as_str) != role => {
                self.report(path, Reason::Conflict);
                stood.cloned()
            }
            _ => role.map(Text::from),
        };
        let seen = match known.map(|body| body.seen()) {
            Some(stood) if stood != seen => {
                self.report(path, Reason::Conflict);
                stood
            }
            _ => seen.to_vec(),
        };
        if kind == BodyKind::Company {
            self.companies.insert(id);
        }
        if let Some(short) = short {
            self.bodies.entry(short).or_insert((id, from.day()));
        }
        self.bodies.insert(key, (id, from.day()));
        let command = FoundBody {
            body: id,
            kind,
            slug,
            names: Names::swedish(name),
            role,
            answers_to: Vec::new(),
            from,
            seen,
            source: self.source_id(source),
        };
        self.add(path, Command::FoundBody(command));
    }
}
