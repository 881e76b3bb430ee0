//! What the file says, section by section, as values of their own.

// `.text` is a field of a record here. words-keys: none

use super::calendar::{self, Calendar, ServiceIn};
use super::directions::{self, GoalIn, PeriodIn, PerspectiveIn, VisionIn};
use super::facts_site::{self, CentreIn, NoticeIn, RoleIn};
use super::foundation::Foundation;
use super::indicators::{IndicatorIn, indicator};
use super::json::Json;
use super::judged::Judged;
use super::named::{self, NamedIn, OBSERVED, OWNED, SubprocessIn, named};
use super::networks;
use super::notes::Notes;
use super::reader::{At, FaultKind, Reader, SourceIn};
use super::swedish;
use super::year::{self, CommitmentIn, MoneyIn};
use riktning_domain::group;
use std::collections::BTreeSet;

/// What a file says of itself: in which language it is written, from what and by which rules.
const OF_THE_FILE: [&str; 5] = [
    "code_source",
    "compiled_from",
    "language",
    "rules",
    "known_gaps",
];

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
    pub(super) judged: Judged,
    pub(super) calendar: Calendar,
    pub(super) services: Vec<ServiceIn>,
    pub(super) notes: Notes,
    pub(super) centre: Option<CentreIn>,
    pub(super) notices: Vec<NoticeIn>,
    pub(super) roles: Vec<RoleIn>,
    pub(super) commitments: Vec<CommitmentIn>,
    pub(super) money: Vec<MoneyIn>,
    pub(super) foundation: Foundation,
    /// The paths of what this version has no place for.
    pub(super) elsewhere: Vec<String>,
    /// The paths of what something else in the file says otherwise.
    pub(super) disputed: Vec<String>,
    /// The paths of what was seen of a page and is no fact about the municipality.
    pub(super) of_the_page: Vec<String>,
    /// The paths of what the file says of itself.
    pub(super) of_the_file: Vec<String>,
}

impl Sections {
    pub(super) fn read(reader: &Reader, value: &Json) -> Sections {
        let root = reader.root(value);
        let mut sections = Sections::default();
        match root.get("meta") {
            Some(meta) => {
                sections.municipality = meta.needed("municipality").unwrap_or_default();
                sections.code = meta.text("code");
                let own = OF_THE_FILE.iter().filter_map(|field| meta.get(field));
                sections.of_the_file = own.map(|at| at.path).collect();
                if sections
                    .code
                    .as_deref()
                    .is_some_and(|it| !group::is_code(it))
                {
                    meta.fault_at("code", FaultKind::NotAMunicipalityCode);
                }
            }
            None => reader.fault("meta", FaultKind::NotAnObject),
        }
        let visions = root.records("visions");
        sections.visions = visions.iter().filter_map(directions::vision).collect();
        let periods = root.records("mandate_periods");
        sections.periods = periods.iter().filter_map(directions::period).collect();
        let perspectives = root.records("perspectives");
        let perspectives = perspectives.iter().filter_map(directions::perspective);
        sections.perspectives = perspectives.collect();
        let goals = root.records("strategic_goals");
        sections.goals = goals.iter().filter_map(directions::goal).collect();
        sections.values = named(&root, "values", &[]);
        sections.processes = named(&root, "processes_overarching", &["full"]);
        sections.internal = named(&root, "processes_internal", &[]);
        sections.committees = named(&root, "committees", &[OBSERVED]);
        sections.companies = named(&root, "companies", &["role", OWNED, OBSERVED]);
        sections.administrations = named(&root, "administrations", &[OBSERVED]);
        let indicators = root.records("indicators");
        sections.indicators = indicators.iter().filter_map(indicator).collect();
        sections.read_site(&root);
        sections.foundation = Foundation::read(&root);
        sections.read_years(&root);
        let mut notes = Notes::read(&root);
        sections.subprocesses = named::subprocesses(&root, &mut notes);
        sections.judged = Judged::read(&root, &mut notes);
        sections.calendar = Calendar::read(&root, &mut notes);
        sections.services = calendar::services(&root, &mut notes);
        networks::read(&root, &mut notes);
        sections.elsewhere.append(&mut notes.elsewhere);
        sections.notes = notes;
        sections.check_references(reader, &root);
        sections.cite_sources(&root);
        let told = sections.elsewhere.iter().chain(&sections.of_the_page);
        let told = told.chain(&sections.of_the_file).map(String::as_str);
        let unread = reader.unread(value, &told.collect());
        sections.elsewhere.extend(unread);
        sections
    }

    /// What was undertaken for years, and their money.
    fn read_years(&mut self, root: &At<'_>) {
        for record in root.records("commitments") {
            if record.text("kind").as_deref() == Some(swedish::OWNER_DIRECTIVE) {
                self.foundation.take_directive(&record);
            } else {
                self.commitments.extend(year::commitment(&record));
            }
        }
        if let Some(control) = root.get("internal_control") {
            self.commitments.extend(year::control_points(&control));
        }
        self.money = year::money(root);
        self.disputed = year::disputed_sums(root);
        // A record that has no amount of a kind that we know is told of, not lost.
        let taken: BTreeSet<&str> = self.money.iter().map(|table| table.path.as_str()).collect();
        let records = ["budget_totals", "unit_results"].map(|section| root.records(section));
        let without = records.iter().flatten().map(|record| &record.path);
        let without = without.filter(|path| !taken.contains(path.as_str()));
        self.elsewhere.extend(without.cloned().collect::<Vec<_>>());
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
        self.of_the_page.extend(paths);
    }
}
