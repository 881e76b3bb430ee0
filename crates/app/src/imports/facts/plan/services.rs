//! Promises about services, each in the year that its source names, if it names one.

use super::super::calendar::ServiceIn;
use super::super::directions::PeriodIn;
use super::super::swedish;
use super::super::years::{only_year_in, version_year_in};
use super::{Planner, Reason, Room};
use riktning_domain::decisions::{Adoptable, Basis, FindInSource};
use riktning_domain::elements::{Addressed, DraftElement, Origin, Wording};
use riktning_domain::ids::{ElementId, LevelId};
use riktning_domain::models::{Level, Purpose};
use riktning_domain::{Command, Dated, Names, Period};

impl<'a> Planner<'a> {
    /// The year that the title of its source says that it is the version for, or that it names
    /// if it names one and no other.
    fn named_year(service: &ServiceIn) -> Option<i16> {
        let title = &service.source.as_ref()?.title;
        version_year_in(title).or_else(|| only_year_in(title))
    }

    /// That year, else the year of the direction that we read it in, which stands in for it and
    /// is never shown: the year it was first read, or the last of the last direction by then.
    fn service_year(&self, service: &ServiceIn) -> i16 {
        let read = || {
            let known = self.published.element(self.service_id(service))?;
            Some(known.period().first_day().year())
        };
        let today = || {
            let begun = self.facts.periods.iter().map(|period| period.period);
            let latest = begun.filter(|p| p.first_day() <= self.today).max()?;
            Some(latest.last_day().min(self.today).year())
        };
        let named = Self::named_year(service).or_else(read).or_else(today);
        named.unwrap_or(self.base.year())
    }

    fn service_id(&self, service: &ServiceIn) -> ElementId {
        ElementId(self.id("service", &service.name.to_lowercase()))
    }

    /// From when it stands: the year of its source, else the day on which we first read it.
    fn service_since(&self, service: &ServiceIn) -> Dated {
        let named = Self::named_year(service).and_then(Dated::year_known);
        let known = self.published.element(self.service_id(service));
        let known = known.and_then(|known| match known.basis() {
            Basis::Source(_, since) => Some(since),
            Basis::Decision(_) => None,
        });
        named.or(known).unwrap_or(Dated::not_found(self.today))
    }

    fn service_period(&self, service: &ServiceIn) -> Option<&'a PeriodIn> {
        let year = Period::Year(self.service_year(service));
        let mut periods = self.facts.periods.iter();
        periods.find(|period| period.period.covers(year))
    }

    /// The level of the promises in a period that has any.
    pub(super) fn service_level(&self, period: &PeriodIn) -> Option<Level> {
        let mut services = self.facts.services.iter();
        let here = |service: &ServiceIn| {
            let of = self.service_period(service);
            service.source.is_some() && of.is_some_and(|of| of.id == period.id)
        };
        let [sv, en, fi] = swedish::SERVICE_LEVEL;
        services.any(here).then(|| Level {
            id: self.service_level_id(period),
            names: Names::all(sv, en, fi),
            names_of_many: None,
            purpose: Purpose::ServiceDeclaration,
            supports: Vec::new(),
            owners: Vec::new(),
            decided_by: Vec::new(),
            measured: false,
            scale: None,
            closed_only_by_decision: false,
            decided_within: None,
            seasons: Vec::new(),
            criteria: Vec::new(),
        })
    }

    fn service_level_id(&self, period: &PeriodIn) -> LevelId {
        LevelId(self.id("level", &format!("{}/service", period.id)))
    }

    pub(super) fn services(&mut self) {
        for service in &self.facts.services {
            let Some(period) = self.service_period(service) else {
                self.report(&service.path, Reason::NotInTheFile);
                continue;
            };
            let Some(source) = self.source_id(&service.source) else {
                self.report(&service.path, Reason::NoSource);
                continue;
            };
            let year = Period::Year(self.service_year(service));
            if year.first_day() > self.today {
                self.report(&service.path, Reason::NotYet);
                continue;
            }
            let key = service.name.to_lowercase();
            let element = self.service_id(service);
            let said = format!("{}: {}", service.name, service.promise);
            let wording = Wording {
                text: said.into(),
                description: service.anonymous.map(|may| swedish::anonymous(may).into()),
                why: None,
                owner: None,
                owner_in_words: None,
                addressed_to: Addressed::None,
                role: None,
                person: None,
                period: year,
                topics: Vec::new(),
                quantity: None,
                condition: None,
                clear_anyway: None,
                if_not_kept: None,
                amount: None,
                due: None,
                origin: Origin::Own,
                continues: None,
                links: None,
                source: Some(source),
            };
            let wording_id = self.wording_id("service", &key, &wording);
            let slug = match self.published.element(element) {
                Some(known) => known.slug().clone(),
                None => self.slug(Room::Goals(self.model(period)), &service.name),
            };
            let since = self.service_since(service);
            let draft = DraftElement {
                element,
                model: self.model(period),
                level: self.service_level_id(period),
                slug,
                wording_id,
                wording,
                since: Some(since),
            };
            self.add(&service.path, Command::DraftElement(draft));
            let found = FindInSource {
                source,
                since,
                wordings: vec![(Adoptable::Element(element), wording_id)],
            };
            self.add(&service.path, Command::FindInSource(found));
        }
    }
}
