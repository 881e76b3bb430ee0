//! What the file says, section by section, as values of their own.

// `.text` is a field of a record here. words-keys: none

use super::facts_site::{self, CentreIn, NoticeIn, RoleIn};
use super::foundation::Foundation;
use super::indicators::{IndicatorIn, indicator};
use super::json::Json;
use super::plan::Reason;
use super::reader::{At, FaultKind, Reader, SourceIn};
use super::swedish;
use super::year::{self, CommitmentIn, MoneyIn};
use jiff::civil::Date;
use riktning_domain::assessments::Scope;
use riktning_domain::reports::ReportOccasion;
use riktning_domain::topics::Direction;
use riktning_domain::{Dated, Period};
use std::collections::{BTreeMap, BTreeSet};

/// The first year that a text names, between 1900 and 2099.
pub(super) fn year_in(text: &str) -> Option<i16> {
    let digits: Vec<char> = text.chars().collect();
    digits.windows(4).enumerate().find_map(|(i, four)| {
        let alone = |c: Option<&char>| c.is_none_or(|c| !c.is_ascii_digit());
        let whole = alone(i.checked_sub(1).and_then(|before| digits.get(before)))
            && alone(digits.get(i + 4));
        let year: i16 = four.iter().collect::<String>().parse().ok()?;
        (whole && four.iter().all(char::is_ascii_digit) && (1900..2100).contains(&year))
            .then_some(year)
    })
}

/// The year in a text that names one and no other: a span of years is not a year.
pub(super) fn only_year_in(text: &str) -> Option<i16> {
    let year = year_in(text)?;
    let rest = text.replacen(&year.to_string(), "", usize::MAX);
    year_in(&rest).is_none().then_some(year)
}

#[derive(Debug)]
pub(crate) struct VisionIn {
    pub(super) path: String,
    pub(super) id: String,
    pub(super) title: String,
    pub(super) slogan: Option<String>,
    pub(super) horizon: Option<i16>,
    pub(super) statements: Vec<String>,
    pub(super) decided: Option<(String, Dated)>,
    /// What is said of the decision without being enough for one, with why.
    pub(super) undecided: Option<(String, Reason)>,
    pub(super) source: Option<SourceIn>,
    pub(super) text_source: Option<SourceIn>,
}

#[derive(Debug)]
pub(crate) struct PeriodIn {
    pub(super) path: String,
    pub(super) id: String,
    pub(super) name: String,
    pub(super) note: Option<String>,
    pub(super) period: Period,
    pub(super) found: bool,
    pub(super) source: Option<SourceIn>,
}

#[derive(Debug)]
pub(crate) struct PerspectiveIn {
    pub(super) path: String,
    pub(super) id: String,
    pub(super) name: String,
    pub(super) direction: Option<Direction>,
    pub(super) question: Option<String>,
    pub(super) parts: Vec<String>,
    pub(super) source: Option<SourceIn>,
}

#[derive(Debug)]
pub(crate) struct GoalIn {
    pub(super) path: String,
    pub(super) id: String,
    pub(super) period: String,
    pub(super) perspective: Option<String>,
    pub(super) name: String,
    pub(super) source: Option<SourceIn>,
}

/// A topic, body or other thing that is a name with a source.
#[derive(Debug)]
pub(crate) struct NamedIn {
    pub(super) path: String,
    pub(super) id: Option<String>,
    pub(super) name: String,
    pub(super) more: Option<String>,
    pub(super) observed: Option<i16>,
    pub(super) source: Option<SourceIn>,
}

#[derive(Debug)]
pub(crate) struct SubprocessIn {
    pub(super) path: String,
    pub(super) name: String,
    pub(super) parent: String,
    pub(super) owner: Option<String>,
    pub(super) source: Option<SourceIn>,
}

#[derive(Debug)]
pub(crate) struct AssessmentIn {
    pub(super) path: String,
    pub(super) year: i16,
    pub(super) name: String,
    pub(super) result: String,
    pub(super) reason: Option<String>,
    pub(super) source: Option<SourceIn>,
}

/// An assessment of good financial management.
#[derive(Debug)]
pub(crate) struct FinancialManagementIn {
    pub(super) path: String,
    pub(super) year: i16,
    pub(super) scope: Scope,
    pub(super) by_auditors: bool,
    pub(super) result: String,
    pub(super) reason: Option<String>,
    pub(super) source: Option<SourceIn>,
}

/// A report that a source tells was made public, without a decision.
#[derive(Debug)]
pub(crate) struct ReportIn {
    pub(super) path: String,
    pub(super) date: Dated,
    pub(super) occasion: ReportOccasion,
    pub(super) year: i16,
    pub(super) source: Option<SourceIn>,
}

/// A promise about a service.
#[derive(Debug)]
pub(crate) struct ServiceIn {
    pub(super) path: String,
    pub(super) name: String,
    pub(super) promise: String,
    pub(super) source: Option<SourceIn>,
}

#[derive(Debug)]
pub(crate) struct DecisionIn {
    pub(super) path: String,
    pub(super) date: Dated,
    pub(super) body: String,
    pub(super) title: String,
    pub(super) paragraph: Option<String>,
    pub(super) source: Option<SourceIn>,
}

/// Everything that the file says.
#[derive(Debug, Default)]
pub(crate) struct Sections {
    pub(super) municipality: String,
    pub(super) code: Option<String>,
    pub(super) sources: BTreeSet<SourceIn>,
    pub(super) visions: Vec<VisionIn>,
    pub(super) periods: Vec<PeriodIn>,
    pub(super) perspectives: Vec<PerspectiveIn>,
    pub(super) goals: Vec<GoalIn>,
    pub(super) values: Vec<NamedIn>,
    pub(super) processes: Vec<NamedIn>,
    /// The inward perspectives, where they have records of their own.
    pub(super) internal: Vec<NamedIn>,
    pub(super) subprocesses: Vec<SubprocessIn>,
    pub(super) committees: Vec<NamedIn>,
    pub(super) companies: Vec<NamedIn>,
    pub(super) administrations: Vec<NamedIn>,
    pub(super) indicators: Vec<IndicatorIn>,
    pub(super) goal_scale: Vec<String>,
    pub(super) assessments: Vec<AssessmentIn>,
    pub(super) financial_management: Vec<FinancialManagementIn>,
    pub(super) reports: Vec<ReportIn>,
    pub(super) services: Vec<ServiceIn>,
    /// The month and day that each of the year's reports is about.
    pub(super) cut_offs: BTreeMap<ReportOccasion, (i8, i8)>,
    pub(super) decisions: Vec<DecisionIn>,
    pub(super) centre: Option<CentreIn>,
    pub(super) notices: Vec<NoticeIn>,
    pub(super) roles: Vec<RoleIn>,
    pub(super) commitments: Vec<CommitmentIn>,
    pub(super) money: Vec<MoneyIn>,
    pub(super) foundation: Foundation,
    /// The paths of what this version has no place for, in the order of the file.
    pub(super) elsewhere: Vec<String>,
}

impl Sections {
    pub(super) fn read(reader: &Reader, value: &Json) -> Sections {
        let root = reader.root(value);
        let mut sections = Sections::default();
        match root.get("meta") {
            Some(meta) => {
                sections.municipality = meta.needed("municipality").unwrap_or_default();
                sections.code = meta.text("code");
            }
            None => reader.fault("meta", FaultKind::NotAnObject),
        }
        sections.visions = root.records("visions").iter().filter_map(vision).collect();
        sections.periods = root
            .records("mandate_periods")
            .iter()
            .filter_map(period)
            .collect();
        sections.perspectives = root
            .records("perspectives")
            .iter()
            .filter_map(perspective)
            .collect();
        sections.goals = root
            .records("strategic_goals")
            .iter()
            .filter_map(goal)
            .collect();
        sections.values = named(&root, "values", None);
        sections.processes = named(&root, "processes_overarching", Some("full"));
        sections.internal = named(&root, "processes_internal", None);
        sections.committees = named(&root, "committees", None);
        sections.companies = named(&root, "companies", Some("role"));
        sections.administrations = named(&root, "administrations", None);
        sections.indicators = root
            .records("indicators")
            .iter()
            .filter_map(indicator)
            .collect();
        sections.read_site(&root);
        sections.foundation = Foundation::read(&root);
        sections.read_the_rest(&root);
        sections.check_references(reader, &root);
        sections.cite_sources(&root);
        sections
    }

    /// Sections of which only records of a certain form are taken, and those of which none is.
    fn read_the_rest(&mut self, root: &At<'_>) {
        for scale in root.records("assessment_scales") {
            let of_goals = scale.text("id").as_deref() == Some(swedish::GOAL_SCALE);
            if of_goals && self.goal_scale.is_empty() {
                self.goal_scale = scale.texts("values");
            } else {
                self.elsewhere.push(scale.path);
            }
        }
        for note in root.records("processes_notes") {
            match (note.text("subprocess"), note.text("parent")) {
                (Some(name), Some(parent)) => self.subprocesses.push(SubprocessIn {
                    owner: note.text("process_owner"),
                    source: note.source("source"),
                    path: note.path,
                    name,
                    parent,
                }),
                _ => self.elsewhere.push(note.path),
            }
        }
        for record in root.records("assessments") {
            match record.text("object").as_deref() {
                Some(swedish::GOAL_OBJECT) => {}
                Some(
                    object @ (swedish::FINANCIAL_MANAGEMENT_OBJECT | swedish::AUDITORS_OBJECT),
                ) => {
                    let by_auditors = object == swedish::AUDITORS_OBJECT;
                    self.financial_management
                        .extend(financial_management(&record, by_auditors));
                    continue;
                }
                _ => {
                    self.elsewhere.push(record.path);
                    continue;
                }
            }
            let (year, name) = (record.needed_year("year"), record.needed("name"));
            if let (Some(year), Some(name), Some(result)) = (year, name, record.needed("result")) {
                let (reason, source) = (record.text("reason"), record.source("source"));
                let path = record.path;
                self.assessments.push(AssessmentIn {
                    path,
                    year,
                    name,
                    result,
                    reason,
                    source,
                });
            }
        }
        for record in root.records("calendar") {
            let (date, event) = (record.date("date"), record.needed("event"));
            let (Some(date), Some(event)) = (date, event) else {
                continue;
            };
            match swedish::decision(&event) {
                Some((body, title, paragraph)) => self.decisions.push(DecisionIn {
                    date,
                    body: body.to_owned(),
                    title: title.to_owned(),
                    paragraph: paragraph.map(str::to_owned),
                    source: record.source("source"),
                    path: record.path,
                }),
                None => match swedish::report(&event) {
                    Some((occasion, year, rest)) if swedish::is_published(&rest) => {
                        self.reports.push(ReportIn {
                            date,
                            occasion,
                            year,
                            source: record.source("source"),
                            path: record.path,
                        });
                    }
                    _ => self.elsewhere.push(record.path),
                },
            }
        }
        self.read_cut_offs(root);
        self.read_services(root);
        for record in root.records("commitments") {
            if record.text("kind").as_deref() == Some(swedish::OWNER_DIRECTIVE) {
                self.foundation.take_directive(&record);
            } else {
                self.commitments.extend(year::commitment(&record));
            }
        }
        self.money = year::money(root);
        // A record that has no amount of a kind that we know is told of, not lost.
        let taken: BTreeSet<&str> = self.money.iter().map(|table| table.path.as_str()).collect();
        let records = ["budget_totals", "unit_results"].map(|section| root.records(section));
        let without = records.iter().flatten().map(|record| &record.path);
        let without = without.filter(|path| !taken.contains(path.as_str()));
        self.elsewhere.extend(without.cloned().collect::<Vec<_>>());
        let companies: BTreeSet<String> = year::company_sections(root)
            .into_iter()
            .map(|(section, _)| section)
            .collect();
        const TAKEN: &[&str] = &[
            "meta",
            "visions",
            "mandate_periods",
            "perspectives",
            "strategic_goals",
            "values",
            "processes_overarching",
            "processes_internal",
            "committees",
            "companies",
            "administrations",
            "indicators",
            "assessment_scales",
            "processes_notes",
            "assessments",
            "calendar",
            "interim_reports",
            "service_levels",
            "contact_center",
            "page_features",
            "budget_frames",
            "budget_totals",
            "unit_results",
            "sources",
            "governing_document_types",
            "governing_documents",
            "external_rules",
            "commitments",
        ];
        let fields = root.value.as_object().into_iter().flatten();
        let taken = |field: &String| TAKEN.contains(&field.as_str()) || companies.contains(field);
        for (field, value) in fields.filter(|(field, _)| !taken(field)) {
            match value.as_list() {
                Some(items) => {
                    self.elsewhere
                        .extend((0..items.len()).map(|i| format!("{field}[{i}]")));
                }
                None => self.elsewhere.push(field.clone()),
            }
        }
    }

    /// Promises about services. What else is said of one has no place here.
    fn read_services(&mut self, root: &At<'_>) {
        for record in root.records("service_levels") {
            let (name, promise) = (record.needed("name"), record.needed("promise"));
            let fields = record.value.as_object().into_iter().flatten();
            let taken = ["name", "promise", "source"];
            let others = fields.filter(|(field, _)| !taken.contains(&field.as_str()));
            let others = others.map(|(field, _)| format!("{}.{field}", record.path));
            self.elsewhere.extend(others);
            if let (Some(name), Some(promise)) = (name, promise) {
                self.services.push(ServiceIn {
                    source: record.source("source"),
                    path: record.path,
                    name,
                    promise,
                });
            }
        }
    }

    /// Which day each interim report is about. What else is said of them has no place here.
    fn read_cut_offs(&mut self, root: &At<'_>) {
        for record in root.records("interim_reports") {
            let occasion = match record.small("no") {
                1 => Some(ReportOccasion::InterimOne),
                2 => Some(ReportOccasion::InterimTwo),
                _ => None,
            };
            let text = record.text("cut_off");
            let day = text.as_deref().and_then(month_and_day);
            match (occasion, day) {
                (Some(occasion), Some(day)) if !self.cut_offs.contains_key(&occasion) => {
                    self.cut_offs.insert(occasion, day);
                }
                _ => {
                    self.elsewhere.push(record.path);
                    continue;
                }
            }
            let fields = record.value.as_object().into_iter().flatten();
            let taken = ["no", "cut_off", "source"];
            let others = fields.filter(|(field, _)| !taken.contains(&field.as_str()));
            let others = others.map(|(field, _)| format!("{}.{field}", record.path));
            self.elsewhere.extend(others);
        }
    }

    /// The contact centre, and what was seen on the pages.
    fn read_site(&mut self, root: &At<'_>) {
        if let Some(centre) = root.get("contact_center") {
            match centre.value.as_object().is_some() {
                true => self.centre = facts_site::centre(&centre),
                false => centre.fault(FaultKind::NotAnObject),
            }
        }
        let Some(features) = root.get("page_features") else {
            return;
        };
        if features.value.as_object().is_none() {
            features.fault(FaultKind::NotAnObject);
        }
        let notices = features.records("service_notices");
        self.notices = notices.iter().filter_map(facts_site::notice).collect();
        let roles = features.records("page_owner_roles");
        self.roles = roles.iter().filter_map(facts_site::role).collect();
        let fields = features.value.as_object().into_iter().flatten();
        let taken = ["service_notices", "page_owner_roles"];
        let others = fields.filter(|(field, _)| !taken.contains(&field.as_str()));
        let paths = others.map(|(field, _)| format!("{}.{field}", features.path));
        let mut paths: Vec<String> = paths.collect();
        if paths.is_empty() && self.notices.is_empty() && self.roles.is_empty() {
            paths.push(features.path);
        }
        self.elsewhere.extend(paths);
    }

    fn check_references(&self, reader: &Reader, root: &At<'_>) {
        let unique = |ids: Vec<(&str, &str)>| {
            let mut seen = BTreeSet::new();
            for (id, path) in ids {
                if !seen.insert(id) {
                    reader.fault(&format!("{path}.id"), FaultKind::Twice);
                }
            }
        };
        unique(
            self.periods
                .iter()
                .map(|p| (p.id.as_str(), p.path.as_str()))
                .collect(),
        );
        unique(
            self.perspectives
                .iter()
                .map(|p| (p.id.as_str(), p.path.as_str()))
                .collect(),
        );
        unique(
            self.goals
                .iter()
                .map(|g| (g.id.as_str(), g.path.as_str()))
                .collect(),
        );
        unique(
            self.visions
                .iter()
                .map(|v| (v.id.as_str(), v.path.as_str()))
                .collect(),
        );
        unique(
            self.indicators
                .iter()
                .map(|i| (i.id.as_str(), i.path.as_str()))
                .collect(),
        );
        // Also of the records that have a fault of their own: only that is to be mended.
        let periods = ids(root, "mandate_periods");
        let perspectives = ids(root, "perspectives");
        let goals = ids(root, "strategic_goals");
        for goal in &self.goals {
            if !periods.contains(&goal.period) {
                reader.fault(
                    &format!("{}.mandate", goal.path),
                    FaultKind::UnknownReference,
                );
            }
            if goal
                .perspective
                .as_ref()
                .is_some_and(|p| !perspectives.contains(p))
            {
                reader.fault(
                    &format!("{}.perspective", goal.path),
                    FaultKind::UnknownReference,
                );
            }
        }
        for indicator in &self.indicators {
            if let Some((goal, path, _)) = &indicator.goal
                && !goals.contains(goal)
            {
                reader.fault(path, FaultKind::UnknownReference);
            }
        }
        unique(
            self.commitments
                .iter()
                .map(|c| (c.id.as_str(), c.path.as_str()))
                .collect(),
        );
        for commitment in &self.commitments {
            if let Some((goal, path, _)) = &commitment.goal
                && !goals.contains(goal)
            {
                reader.fault(path, FaultKind::UnknownReference);
            }
        }
        for path in self.foundation.unknown_goals(&goals) {
            reader.fault(&path, FaultKind::UnknownReference);
        }
        let mut years: BTreeMap<Period, &str> = BTreeMap::new();
        for period in &self.periods {
            if years.insert(period.period, &period.path).is_some() {
                reader.fault(&period.path, FaultKind::Twice);
            }
        }
    }

    /// The sources of what is taken, and those that the file lists.
    fn cite_sources(&mut self, root: &At<'_>) {
        let listed = root.records("sources");
        self.sources.extend(listed.iter().filter_map(At::as_source));
        let named = [
            &self.values,
            &self.processes,
            &self.internal,
            &self.committees,
            &self.companies,
            &self.administrations,
        ];
        let mut all: Vec<Option<SourceIn>> = Vec::new();
        all.extend(named.into_iter().flatten().map(|n| n.source.clone()));
        all.extend(
            self.visions
                .iter()
                .flat_map(|v| [v.source.clone(), v.text_source.clone()]),
        );
        all.extend(self.periods.iter().map(|p| p.source.clone()));
        all.extend(self.perspectives.iter().map(|p| p.source.clone()));
        all.extend(self.goals.iter().map(|g| g.source.clone()));
        all.extend(self.subprocesses.iter().map(|s| s.source.clone()));
        all.extend(self.assessments.iter().map(|a| a.source.clone()));
        all.extend(self.financial_management.iter().map(|a| a.source.clone()));
        all.extend(self.services.iter().map(|s| s.source.clone()));
        all.extend(self.reports.iter().map(|r| r.source.clone()));
        all.extend(self.decisions.iter().map(|d| d.source.clone()));
        let versions = self.centre.iter().flat_map(|c| &c.versions);
        all.extend(versions.map(|v| v.source.clone()));
        all.extend(self.notices.iter().map(|n| n.source.clone()));
        all.extend(self.roles.iter().map(|r| r.source.clone()));
        all.extend(self.commitments.iter().map(|c| c.source.clone()));
        all.extend(self.money.iter().map(|table| table.source.clone()));
        all.extend(self.foundation.sources());
        all.extend(self.indicators.iter().flat_map(IndicatorIn::sources));
        self.sources.extend(all.into_iter().flatten());
    }
}

/// The ids of a section's records, sound or not.
fn ids(root: &At<'_>, section: &str) -> BTreeSet<String> {
    let items = root.value.get(section).and_then(Json::as_list);
    let ids = items.into_iter().flatten();
    let ids = ids.filter_map(|item| item.get("id")?.as_text());
    ids.map(|id| id.trim().to_owned()).collect()
}

/// A month and a day as the file writes them: "08-31".
fn month_and_day(text: &str) -> Option<(i8, i8)> {
    let (month, day) = text.split_once('-')?;
    let (month, day) = (month.parse().ok()?, day.parse().ok()?);
    // Any leap year will do.
    Date::new(2000, month, day).ok().map(|_| (month, day))
}

/// What was judged of good financial management. The auditors' is about the municipality.
fn financial_management(at: &At<'_>, by_auditors: bool) -> Option<FinancialManagementIn> {
    let (year, result) = (at.needed_year("year"), at.needed("result"));
    let scope = match by_auditors {
        true => Some(Scope::Municipality),
        false => at.among("name", swedish::SCOPES),
    };
    Some(FinancialManagementIn {
        path: at.path.clone(),
        year: year?,
        scope: scope?,
        by_auditors,
        result: result?,
        reason: at.text("reason"),
        source: at.source("source"),
    })
}

fn vision(at: &At<'_>) -> Option<VisionIn> {
    let (by, year) = (at.text("decided_by"), at.year("decided_year"));
    let undecided = match (&by, year) {
        (Some(_), None) => Some((format!("{}.decided_by", at.path), Reason::NoYear)),
        (None, Some(_)) => Some((format!("{}.decided_year", at.path), Reason::NotInTheFile)),
        _ => None,
    };
    let decided = by.zip(year);
    Some(VisionIn {
        undecided,
        path: at.path.clone(),
        id: at.needed("id")?,
        title: at.needed("title")?,
        slogan: at.text("slogan"),
        horizon: at.year("horizon_year"),
        statements: at.texts("statements"),
        decided: decided.and_then(|(body, year)| Some((body, Dated::year_known(year)?))),
        source: at.source("source"),
        text_source: at.source("source_statements"),
    })
}

/// A goal period. Where no source gives its years, it goes by the year in which it was seen:
/// the first that its name, its note or its source's title tells.
fn period(at: &At<'_>) -> Option<PeriodIn> {
    let (id, name) = (at.needed("id"), at.needed("name"));
    let (note, source) = (at.text("note"), at.source("source"));
    let (from, to) = (at.year("from"), at.year("to"));
    let name = name?;
    let seen = || {
        let texts = [
            Some(&name),
            note.as_ref(),
            source.as_ref().map(|s| &s.title),
        ];
        texts.into_iter().flatten().find_map(|text| year_in(text))
    };
    let (period, found) = match (from, to) {
        (Some(from), Some(to)) => (Period::years(from, to), true),
        // A year that is stated goes before one that is only mentioned.
        (from, to) => {
            let year = from.or(to).or_else(seen);
            (year.and_then(|year| Period::years(year, year)), false)
        }
    };
    if period.is_none() {
        at.fault(FaultKind::NotAPeriod);
    }
    Some(PeriodIn {
        path: at.path.clone(),
        id: id?,
        name,
        note,
        period: period?,
        found,
        source,
    })
}

fn perspective(at: &At<'_>) -> Option<PerspectiveIn> {
    Some(PerspectiveIn {
        path: at.path.clone(),
        id: at.needed("id")?,
        name: at.needed("name")?,
        direction: at.among("direction", swedish::DIRECTIONS),
        question: at.text("question"),
        parts: at.texts("parts"),
        source: at.source("source"),
    })
}

fn goal(at: &At<'_>) -> Option<GoalIn> {
    let (id, period, name) = (at.needed("id"), at.needed("mandate"), at.needed("name"));
    Some(GoalIn {
        path: at.path.clone(),
        id: id?,
        period: period?,
        perspective: at.text("perspective"),
        name: name?,
        source: at.source("source"),
    })
}

fn named(root: &At<'_>, section: &str, more: Option<&str>) -> Vec<NamedIn> {
    let records = root.records(section);
    let read = |at: &At<'_>| {
        let observed = at.items("observed_years");
        Some(NamedIn {
            path: at.path.clone(),
            id: at.text("id"),
            name: at.needed("name")?,
            more: more.and_then(|field| at.text(field)),
            observed: observed.iter().filter_map(At::as_year).min(),
            source: at.source("source"),
        })
    };
    records.iter().filter_map(read).collect()
}

#[cfg(test)]
mod tests {
    use super::year_in;

    #[test]
    fn a_year_is_found_where_it_stands_alone() {
        assert_eq!(year_in("gällande 2011"), Some(2011));
        assert_eq!(year_in("2018-09-21"), Some(2018));
        assert_eq!(year_in("nr 12011 och 3050"), None);
    }
}
