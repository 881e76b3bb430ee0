//! Every address of the public site, built in one place.
//!
//! A page that shows the past keeps its day in the addresses it leads to, so that a reader
//! stays on that day until they ask for today.

use crate::cache::address::escaped;
use jiff::ToSpan;
use jiff::civil::Date;
use riktning_app::search::Target;
use riktning_app::views::bodies::{BodyList, list_of};
use riktning_app::views::element_links::ElementPage;
use riktning_domain::Period;
use riktning_domain::bodies::BodyKind;
use riktning_domain::reports::ReportOccasion;
use riktning_domain::topics::Dimension;
use riktning_words::Language;
use uuid::Uuid;

/// The addresses as one page leads to them: in its language and on its day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Paths {
    language: Language,
    past: Option<Date>,
}

impl Paths {
    /// The addresses from a page in a language; `past` is its day if it shows the past.
    pub fn new(language: Language, past: Option<Date>) -> Self {
        Paths { language, past }
    }

    /// The same addresses in another language.
    pub fn in_language(self, language: Language) -> Self {
        Paths { language, ..self }
    }

    /// The same addresses today.
    pub fn today(self) -> Self {
        Paths { past: None, ..self }
    }

    /// The day that the addresses keep, if it is of the past.
    pub fn past(self) -> Option<Date> {
        self.past
    }

    /// An address by its Swedish path, which begins with `/` and may have fields.
    pub fn to(self, path: &str) -> String {
        let prefix = self.language.prefix();
        match (self.past, path.split_once('?')) {
            (None, _) => format!("{prefix}{path}"),
            (Some(day), None) => format!("{prefix}{path}?per={day}"),
            (Some(day), Some((path, fields))) => format!("{prefix}{path}?per={day}&{fields}"),
        }
    }

    /// The start page.
    pub fn start(self) -> String {
        self.to("/")
    }

    /// The vision.
    pub fn vision(self) -> String {
        self.to("/vision")
    }

    /// The strategic direction of a period.
    pub fn direction(self, period: &Period) -> String {
        self.to(&format!("/{}/", segment(*period)))
    }

    /// A goal.
    pub fn goal(self, period: &Period, slug: &str) -> String {
        self.to(&format!("/{}/mal/{slug}", segment(*period)))
    }

    /// The annual plan of a year in the direction of a period.
    pub fn annual_plan(self, period: &Period, year: &i16) -> String {
        self.to(&format!("/{}/arsplan/{year}", segment(*period)))
    }

    /// A commitment, or anything else of the annual plan.
    pub fn commitment(self, address: &str) -> String {
        self.to(&format!("/ataganden/{address}"))
    }

    /// A commitment by its number and its words.
    pub fn commitment_at(self, number: &u32, slug: &str) -> String {
        self.commitment(&format!("{number}-{slug}"))
    }

    /// The page of an element.
    pub fn element(self, page: &ElementPage) -> String {
        match page {
            ElementPage::Goal(period, slug) => self.goal(period, slug),
            ElementPage::Commitment(number, slug) => self.commitment(&format!("{number}-{slug}")),
            ElementPage::ProcessGoal(process, slug) => {
                let page = self.to(&format!("/processer/{process}"));
                format!("{page}#mal-{slug}")
            }
        }
    }

    /// The list of indicators.
    pub fn indicators(self) -> String {
        self.to("/indikatorer/")
    }

    /// An indicator.
    pub fn indicator(self, slug: &str) -> String {
        self.to(&format!("/indikatorer/{slug}"))
    }

    /// An indicator beside what other municipalities measured: those that are named, or all.
    pub fn comparison(self, slug: &str, municipalities: &[&str]) -> String {
        let path = format!("/indikatorer/{slug}/jamfor");
        match municipalities {
            [] => self.to(&path),
            some => self.to(&format!("{path}?kommuner={}", some.join("%2C"))),
        }
    }

    /// The comparison as a file.
    pub fn comparison_file(self, slug: &str, ending: &str) -> String {
        self.to(&format!("/indikatorer/{slug}/jamfor.{ending}"))
    }

    /// The figures of an indicator as a file.
    pub fn figures(self, slug: &str, ending: &str) -> String {
        self.to(&format!("/indikatorer/{slug}.{ending}"))
    }

    /// The list of committees.
    pub fn committees(self) -> String {
        self.to("/namnder/")
    }

    /// The list of companies.
    pub fn companies(self) -> String {
        self.to("/bolag/")
    }

    /// A body.
    pub fn body(self, kind: &BodyKind, slug: &str) -> String {
        self.to(&format!("{}{slug}", folder(*kind)))
    }

    /// A body whose kind the page does not know: leads on to its own address.
    pub fn body_of_any_kind(self, slug: &str) -> String {
        self.to(&format!("/organ/{slug}"))
    }

    /// The contact centre.
    pub fn contact(self) -> String {
        self.to("/kontakt")
    }

    /// All service notices.
    pub fn notices(self) -> String {
        self.to("/driftinformation")
    }

    /// Where the answer to "did this page help you?" is sent. It has no day.
    pub fn answer(self) -> String {
        self.today().to("/tack")
    }

    /// Where an answer is thanked for, and where a comment on it is sent.
    pub fn thanks(self, id: Uuid) -> String {
        self.today().to(&format!("/tack/{id}"))
    }

    /// The base: governing documents and laws.
    pub fn documents(self) -> String {
        self.to("/styrdokument/")
    }

    /// A part of the base: `styrdokument`, `bestammelser`, `lagar`.
    pub fn documents_at(self, part: &str) -> String {
        format!("{}#{part}", self.documents())
    }

    /// A governing document or a law.
    pub fn document(self, slug: &str) -> String {
        self.to(&format!("/styrdokument/{slug}"))
    }

    /// The pages that the municipality writes itself.
    pub fn written_pages(self) -> String {
        self.to("/sidor/")
    }

    /// One of them.
    pub fn written(self, slug: &str) -> String {
        self.to(&format!("/sidor/{slug}"))
    }

    /// The core values of the organisation.
    pub fn core_values(self) -> String {
        self.to("/varden")
    }

    /// The list of processes.
    pub fn processes(self) -> String {
        self.to("/processer/")
    }

    /// The list of target groups.
    pub fn target_groups(self) -> String {
        self.to("/malgrupper/")
    }

    /// A topic, if topics of its dimension have pages.
    pub fn topic(self, dimension: &Dimension, slug: &str) -> Option<String> {
        match dimension {
            Dimension::Process => Some(self.to(&format!("/processer/{slug}"))),
            Dimension::TargetGroup => Some(self.to(&format!("/malgrupper/{slug}"))),
            Dimension::CoreValue => Some(self.core_values()),
            Dimension::Perspective
            | Dimension::ValueCreated
            | Dimension::Agenda2030
            | Dimension::Area => None,
        }
    }

    /// The search, for a form that keeps the day in a field of its own.
    pub fn search(self) -> String {
        self.today().to("/sok")
    }

    /// A page of what a search finds.
    pub fn found(self, query: &str, kind: Option<&str>, page: usize) -> String {
        let mut path = format!("/sok?q={}", escaped(query));
        if let Some(kind) = kind {
            path.push_str("&typ=");
            path.push_str(kind);
        }
        if page > 1 {
            path.push_str(&format!("&sida={page}"));
        }
        self.to(&path)
    }

    /// The log of changes.
    pub fn changes(self) -> String {
        self.to("/andringar")
    }

    /// What changed between two days, of everything or of the element with a number. An empty
    /// day is none.
    pub fn changes_between(
        self,
        from: &str,
        till: &str,
        element: Option<u32>,
        page: usize,
    ) -> String {
        let fields = [
            ("fran", escaped(from)),
            ("till", escaped(till)),
            ("arende", element.map(|n| n.to_string()).unwrap_or_default()),
            (
                "sida",
                if page > 1 {
                    page.to_string()
                } else {
                    String::new()
                },
            ),
        ];
        let given = fields.iter().filter(|(_, value)| !value.is_empty());
        let given: Vec<_> = given
            .map(|(name, value)| format!("{name}={value}"))
            .collect();
        match given.is_empty() {
            true => self.changes(),
            false => self.to(&format!("/andringar?{}", given.join("&"))),
        }
    }

    /// The newest changes for those who subscribe.
    pub fn feed(self) -> String {
        self.to("/andringar.atom")
    }

    /// The newest changes of an element and what belongs to it, or of everything.
    pub fn feed_of(self, element: Option<u32>) -> String {
        match element {
            Some(number) => self.to(&format!("/andringar.atom?arende={number}")),
            None => self.feed(),
        }
    }

    /// Where something that was found is told of.
    pub fn target(self, target: &Target) -> String {
        match target {
            Target::Element(page) => self.element(page),
            Target::Topic(dimension, slug) => {
                let page = self.topic(dimension, slug);
                page.unwrap_or_else(|| self.system())
            }
            Target::System => self.system(),
            Target::Indicator(slug) => self.indicator(slug),
            Target::Body(kind, slug) => self.body(kind, slug),
            Target::Document(slug) => self.document(slug),
            Target::Vision => self.vision(),
            Target::Direction(period) => self.direction(period),
            Target::AnnualPlan(period, year) => self.annual_plan(period, year),
            Target::Services => self.services(),
            Target::FinancialManagement => self.financial_management(),
            Target::FinancialManagementYear(year) => self.financial_management_year(year),
            Target::Balance => self.balance(),
            Target::Reports => self.reports(),
            Target::Report(year, occasion) => self.report(year, occasion),
            Target::Page(path) => self.to(path),
            Target::Day(day) => {
                let eve = day.checked_sub(1.day()).unwrap_or(*day);
                self.changes_between(&eve.to_string(), &day.to_string(), None, 1)
            }
            Target::Notices => self.notices(),
            Target::Contact => self.contact(),
        }
    }

    /// The same addresses on a day: what stood when a report was decided.
    pub fn on(self, day: &Date) -> Self {
        Paths {
            past: Some(*day),
            ..self
        }
    }

    /// The balance.
    pub fn balance(self) -> String {
        self.to("/balans")
    }

    /// The years of good financial management.
    pub fn financial_management(self) -> String {
        self.to("/god-ekonomisk-hushallning/")
    }

    /// Good financial management in a year.
    pub fn financial_management_year(self, year: &i16) -> String {
        self.to(&format!("/god-ekonomisk-hushallning/{year}"))
    }

    /// The list of reports.
    pub fn reports(self) -> String {
        self.to("/rapporter/")
    }

    /// A report of a year.
    pub fn report(self, year: &i16, occasion: &ReportOccasion) -> String {
        self.to(&format!("/rapporter/{year}/{}", report_segment(*occasion)))
    }

    /// A page about the site itself.
    pub fn about(self, about: &About) -> String {
        self.to(about.path())
    }

    /// The group with its bodies and companies.
    pub fn group(self) -> String {
        self.to("/kommunkoncernen")
    }

    /// The service declarations.
    pub fn services(self) -> String {
        self.to("/servicedeklarationer")
    }

    /// How the municipality is governed.
    pub fn system(self) -> String {
        self.to("/sa-styrs-kommunen")
    }
}

/// The pages about the site itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    /// The accessibility statement.
    Accessibility,
    /// How figures and verdicts come to be.
    Method,
    /// What data may be fetched, and under which terms.
    OpenData,
    /// Cookies, of which there are none.
    Cookies,
    /// How to ask for a public record.
    Records,
    /// What somebody who speaks Finnish has a right to, and other national minorities.
    Finnish,
}

impl About {
    /// Every page, in the order of the footer.
    pub const ALL: [About; 6] = [
        About::Accessibility,
        About::Method,
        About::OpenData,
        About::Cookies,
        About::Records,
        About::Finnish,
    ];

    /// Its Swedish path.
    pub fn path(self) -> &'static str {
        match self {
            About::Accessibility => "/om/tillganglighet",
            About::Method => "/om/metod",
            About::OpenData => "/om/oppna-data",
            About::Cookies => "/om/kakor",
            About::Records => "/om/begar-handling",
            About::Finnish => "/om/finska",
        }
    }
}

/// A report in an address.
pub fn report_segment(occasion: ReportOccasion) -> &'static str {
    match occasion {
        ReportOccasion::InterimOne => "delarsrapport-1",
        ReportOccasion::InterimTwo => "delarsrapport-2",
        ReportOccasion::Annual => "arsredovisning",
    }
}

/// The report of an address, if that is what it is.
pub fn report_occasion(segment: &str) -> Option<ReportOccasion> {
    let mut all = ReportOccasion::ALL.into_iter();
    all.find(|occasion| report_segment(*occasion) == segment)
}

/// The folder of a body's address: committees, companies, and everything else.
pub fn folder(kind: BodyKind) -> &'static str {
    match (kind, list_of(kind)) {
        (BodyKind::Committee | BodyKind::JointCommittee | BodyKind::ExecutiveBoard, _) => {
            "/namnder/"
        }
        (_, Some(BodyList::Companies)) => "/bolag/",
        _ => "/organ/",
    }
}

/// A goal period in an address: `2016-2019`, or `2011`.
pub fn segment(period: Period) -> String {
    match period {
        Period::Years { from, to } => format!("{from}-{to}"),
        other => other.to_string(),
    }
}

/// The goal period of an address, if that is what it is.
pub fn period(segment: &str) -> Option<Period> {
    let period = match segment.split_once('-') {
        None => segment.parse().ok()?,
        Some((from, to)) => format!("{from}..{to}").parse().ok()?,
    };
    // Only the one way of writing it is an address.
    (matches!(period, Period::Year(_) | Period::Years { .. }) && self::segment(period) == segment)
        .then_some(period)
}

/// A year of an address, if that is what it is.
pub fn year(segment: &str) -> Option<i16> {
    match segment.parse().ok()? {
        Period::Year(year) => Some(year),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn periods_have_one_address() {
        assert_eq!(
            period("2016-2019"),
            Some(Period::Years {
                from: 2016,
                to: 2019
            })
        );
        assert_eq!(period("2011"), Some(Period::Year(2011)));
        for wrong in [
            "2016-2016",
            "2019-2016",
            "16-19",
            "2016-12",
            "2016/17",
            "mal",
            "",
            "-",
        ] {
            assert_eq!(period(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_page_of_the_past_leads_to_the_past() {
        let paths = Paths::new(Language::Fi, Some(date(2018, 12, 31)));
        assert_eq!(paths.vision(), "/fi/vision?per=2018-12-31");
        assert_eq!(paths.today().vision(), "/fi/vision");
        assert_eq!(paths.in_language(Language::Sv).start(), "/?per=2018-12-31");
        assert_eq!(
            paths.found("höj &", Some("mal"), 2),
            "/fi/sok?per=2018-12-31&q=h%C3%B6j%20%26&typ=mal&sida=2"
        );
    }
}
