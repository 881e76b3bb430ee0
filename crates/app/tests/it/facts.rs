//! Files of facts: an invented one, the real one, and either of them broken at random.

mod decided;
mod documents;
mod harm;
mod noted;
mod other_types;
mod shown;
mod told;
mod unread;

use crate::journal::{block_on, open_on};
use jiff::civil::{Date, date};
use proptest::prelude::*;
use proptest::sample::Index;
use riktning_app::App;
use riktning_app::imports::facts::{self, FaultKind, Reason};
use riktning_domain::decisions::Basis;
use riktning_domain::indicators::{DefineIndicator, Frequency, RollUp, Unit};
use riktning_domain::models::Purpose;
use riktning_domain::published::Validity;
use riktning_domain::{Command, Refusal};
use riktning_store::{MemoryJournal, SqliteJournal};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

const INVENTED: &str = include_str!("../facts/exempelkoping.json");
const REAL: &str = include_str!("../../../../facts/eskilstuna.json");
const TODAY: Date = date(2026, 11, 24);

fn app() -> App {
    open_on(TODAY, MemoryJournal::new().unwrap()).unwrap()
}

/// What came of a file without faults.
#[derive(Debug, Default)]
struct Taken {
    /// The paths that commands came from, and those that were reported.
    accounted: BTreeSet<String>,
    reported: Vec<(String, Reason)>,
    refused: Vec<(String, Refusal)>,
    /// The commands that changed something.
    changed: Vec<String>,
    events: usize,
}

fn take(app: &App, file: &[u8]) -> Taken {
    let read = facts::read(file).expect("a file without faults");
    let plan = app.plan(|state, now| read.plan(state, now));
    let shown: Vec<_> = plan.commands.iter().map(|c| format!("{c:?}")).collect();
    let paths: Vec<String> = plan.commands.iter().map(|(path, _)| path.clone()).collect();
    let reported: Vec<_> = plan
        .reported
        .into_iter()
        .map(|r| (r.path, r.reason))
        .collect();
    let left_out = reported.iter().map(|(path, _)| path.clone()).collect();
    let imported = app.import(plan.commands, left_out, file.to_vec());
    let imported = block_on(imported).unwrap();
    let counted = imported.taken + imported.reported;
    let refused = imported.refused.into_iter();
    let all = paths.iter().chain(reported.iter().map(|(path, _)| path));
    let accounted: BTreeSet<_> = all.cloned().collect();
    // Every record is counted once.
    assert_eq!(counted, accounted.len());
    Taken {
        accounted,
        refused: refused
            .map(|(n, refusal)| (paths[n].clone(), refusal))
            .collect(),
        changed: imported
            .changed
            .into_iter()
            .map(|n| shown[n].clone())
            .collect(),
        reported,
        events: imported.performed.events,
    }
}

fn parsed(file: &str) -> Value {
    serde_json::from_str(file).unwrap()
}

fn bytes(file: &Value) -> Vec<u8> {
    serde_json::to_vec(file).unwrap()
}

/// The paths of every record: what the file lists, and the outcomes in what it lists.
fn records(file: &Value) -> Vec<String> {
    let mut paths = Vec::new();
    for (section, value) in file.as_object().unwrap() {
        match value {
            Value::Null => {}
            Value::Array(items) => {
                for (i, item) in items.iter().enumerate() {
                    paths.push(format!("{section}[{i}]"));
                    let outcomes = item.get("outcomes").and_then(Value::as_array);
                    if section == "indicators" {
                        let outcomes = 0..outcomes.map_or(0, Vec::len);
                        paths.extend(outcomes.map(|j| format!("{section}[{i}].outcomes[{j}]")));
                    }
                }
            }
            _ => paths.push(section.clone()),
        }
    }
    // Sources are cited where they stand, and the scale of goals is a part of every model.
    paths.retain(|path| !path.starts_with("sources[") && !path.starts_with("assessment_scales["));
    paths
}

/// The records that were neither taken nor reported.
fn lost(file: &Value, taken: &Taken) -> Vec<String> {
    let within = |path: &str, record: &str| {
        let rest = path.strip_prefix(record);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
    };
    let mut records = records(file);
    // An indicator that is reported takes its outcomes with it.
    let whole = |record: &String| {
        let indicator = record
            .split_once(".outcomes")
            .map(|(indicator, _)| indicator);
        let reported = |(path, _): &(String, Reason)| Some(path.as_str()) == indicator;
        taken.reported.iter().any(reported)
    };
    records.retain(|record| {
        !whole(record) && !taken.accounted.iter().any(|path| within(path, record))
    });
    records
}

#[test]
fn an_invented_file_of_the_shape_is_taken_as_it_says() {
    let app = app();
    let taken = take(&app, INVENTED.as_bytes());
    assert_eq!(taken.refused, []);
    assert_eq!(lost(&parsed(INVENTED), &taken), Vec::<String>::new());
    let mut reported = taken.reported;
    reported.sort();
    let expected = [
        ("administrations[0]", Reason::NotYet),
        ("assessment_scales[1]", Reason::NoSource),
        ("assessments[1]", Reason::NoReason),
        ("assessments[2]", Reason::NotInTheFile),
        ("assessments[3]", Reason::NoSource),
        ("budget_frames[1]", Reason::NoPlace),
        ("budget_frames[2]", Reason::NoSource),
        ("budget_frames[3]", Reason::NotYet),
        ("calendar[1]", Reason::NoSource),
        ("calendar[2]", Reason::NoSource),
        ("calendar[3]", Reason::NotInTheFile),
        ("commitments[2].goal_link_interpreted", Reason::Conflict),
        ("commitments[3]", Reason::NoSource),
        ("commitments[4]", Reason::NotInTheFile),
        ("commitments[5]", Reason::NotYet),
        ("commitments[8]", Reason::NoSource),
        ("commitments[9]", Reason::NotInTheFile),
        ("commitment_counts[0].okant_falt", Reason::NoPlace),
        ("commitment_rules.another_rule", Reason::NoPlace),
        ("committee_notes[0]", Reason::NoSource),
        ("committees[3]", Reason::Repeated),
        ("comparisons[1].samples[1].weather", Reason::NoPlace),
        (
            "contact_center.versions[0].phone_hours[0].note",
            Reason::NoPlace,
        ),
        ("contact_center.versions[2]", Reason::NoSource),
        ("contact_center.versions[3]", Reason::NotYet),
        ("external_rules[2]", Reason::Repeated),
        ("external_rules[3]", Reason::Conflict),
        ("external_rules[4]", Reason::NoSource),
        ("facts.another_figure", Reason::NoPlace),
        ("facts.population[0]", Reason::NoSource),
        ("governing_document_types[2]", Reason::Repeated),
        ("governing_documents[2].decided_by", Reason::NotInTheFile),
        ("governing_documents[3]", Reason::NoSource),
        ("governing_documents[4]", Reason::Repeated),
        ("governing_documents[5]", Reason::NotYet),
        ("indicator_types[0]", Reason::NoPlace),
        (
            "indicator_types[2].used_for_goal_assessment",
            Reason::NoPlace,
        ),
        ("indicators[0].outcomes[3]", Reason::Repeated),
        ("indicators[0].outcomes[4]", Reason::Conflict),
        ("indicators[1].outcomes[3]", Reason::NotYet),
        ("indicators[2].outcomes[0]", Reason::NoSource),
        ("interim_reports[0].sidor", Reason::NoPlace),
        ("mandate_periods[2]", Reason::NotYet),
        ("meta.rules", Reason::OfTheFile),
        ("page_features.last_updated_shown", Reason::OfThePage),
        ("page_features.page_owner_roles[2]", Reason::NoSource),
        ("page_features.service_notices[2]", Reason::NoSource),
        ("processes_internal[1]", Reason::NotInTheFile),
        ("processes_notes[0]", Reason::NoSource),
        ("processes_notes[2]", Reason::NotInTheFile),
        ("strategic_goals[3]", Reason::NoSource),
        ("strategic_goals[4]", Reason::NotYet),
        ("visions[2]", Reason::NoSource),
    ];
    let mut expected = expected.map(|(path, reason)| (path.to_owned(), reason));
    expected.sort();
    assert_eq!(reported, expected);
    app.published(TODAY, |p| {
        let slugs: Vec<String> = p.bodies().map(|body| body.name.slug.to_string()).collect();
        assert_eq!(slugs.len(), 5, "{slugs:?}");
        let vision = p.visions().len();
        assert_eq!(vision, 2);
        let undertaken = p.models().into_iter().flat_map(|m| {
            let elements = p
                .elements_of(m.id)
                .filter(|e| e.level().purpose != Purpose::StrategicGoal);
            elements
                .map(|e| {
                    let level = e.level();
                    format!(
                        "{} {:?} {} {:?} {:?} {:?} {}",
                        level.names.sv.as_str().unwrap(),
                        level.purpose,
                        e.text().as_str().unwrap(),
                        e.owner().is_some(),
                        e.owner_in_words().and_then(|t| t.as_str()),
                        e.due().map(|d| d.to_string()),
                        p.supports(e.id()).len()
                    )
                })
                .collect::<Vec<_>>()
        });
        let mut undertaken: Vec<_> = undertaken.collect();
        undertaken.sort();
        assert_eq!(
            undertaken,
            [
                "Kontrollmoment ControlPoint Hur muddring upphandlas false None None 0",
                "Kontrollmoment ControlPoint Vem som attesterar false None None 0",
                r#"Löfte Other Bygg en bro false Some("Grannkommunen") None 0"#,
                "Servicenivå ServiceDeclaration Svar om bygglov: inom tio veckor false None None 0",
                r#"Uppdrag till alla Assignment Spara papper false None None 0"#,
                r#"Åtagande Commitment Rensa ån true None Some("2020-10") 1"#,
            ]
        );
        let accounts = p
            .accounts()
            .into_iter()
            .map(|a| (a.period.to_string(), a.rows.len()));
        let mut accounts: Vec<_> = accounts.collect();
        accounts.sort();
        let expected = [
            ("2020", 1),
            ("2020", 1),
            ("2020", 2),
            ("2020", 2),
            ("2020..2022", 1),
        ];
        let expected = expected.map(|(period, rows)| (period.to_owned(), rows));
        assert_eq!(accounts, expected);
    });
}

#[test]
fn the_real_file_is_taken_whole_and_a_second_run_changes_nothing() {
    let app = app();
    let taken = take(&app, REAL.as_bytes());
    assert_eq!(taken.refused, []);
    assert_eq!(lost(&parsed(REAL), &taken), Vec::<String>::new());
    assert!(taken.events > 0);
    // Each by its own path; here those of one kind of record together.
    let mut kept: BTreeMap<(String, Reason), usize> = BTreeMap::new();
    for (path, reason) in &taken.reported {
        let kind: Vec<&str> = path.split(|c: char| c.is_ascii_digit()).collect();
        *kept.entry((kind.concat(), *reason)).or_default() += 1;
    }
    let expected = [
        (
            "contact_center.versions[].phone_hours[].note",
            Reason::NoPlace,
            1,
        ),
        ("external_rules[].note", Reason::NoPlace, 12),
        ("governing_documents[].goal_areas", Reason::NoPlace, 1),
        ("indicators[].baseline", Reason::Repeated, 1),
        // A share of girls is told as girls, too.
        ("indicators[].gender_split.boys", Reason::Repeated, 1),
        ("indicators[].gender_split.girls", Reason::Repeated, 1),
        ("meta.code_source", Reason::OfTheFile, 1),
        ("meta.compiled_from", Reason::OfTheFile, 1),
        ("meta.known_gaps", Reason::OfTheFile, 1),
        ("meta.language", Reason::OfTheFile, 1),
        ("meta.rules", Reason::OfTheFile, 1),
        ("page_features.feedback", Reason::OfThePage, 1),
        ("page_features.languages", Reason::OfThePage, 1),
        ("page_features.last_updated_shown", Reason::OfThePage, 1),
        ("page_features.subscribe_to_page", Reason::OfThePage, 1),
        ("strategic_goals[].short", Reason::NoPlace, 30),
    ];
    let expected = expected.map(|(path, reason, times)| ((path.to_owned(), reason), times));
    assert_eq!(kept, BTreeMap::from(expected));
    let position = app.position();
    let again = take(&app, REAL.as_bytes());
    assert_eq!((again.events, app.position()), (0, position));
}

#[test]
fn a_file_that_has_changed_adds_what_is_new_and_keeps_what_was() {
    let app = app();
    take(&app, INVENTED.as_bytes());
    let before = app.position();
    let mut file = parsed(INVENTED);
    file["indicators"][0]["outcomes"][0]["value"] = json!(323);
    file["strategic_goals"][2]["name"] = json!("Ån är renare");
    file["committees"][3]["name"] = json!("Exempelbyggnads-nämnden");
    let taken = take(&app, &bytes(&file));
    assert_eq!(taken.refused, []);
    assert!(app.position() > before);
    let indicator = app.published(TODAY, |p| {
        let slug = riktning_domain::Slug::parse("inflyttade-hushall").unwrap();
        let indicator = p.indicator_at(&slug).unwrap();
        let measured = indicator.measurements();
        let first = measured.iter().find(|m| m.key.period.year() == 2019);
        format!("{:?}", first.unwrap().measurement)
    });
    assert!(
        indicator.contains("323") && indicator.contains("Revised"),
        "{indicator}"
    );
    // Names that give the same address are told apart.
    let slugs = app.published(TODAY, |p| -> Vec<String> {
        p.bodies().map(|body| body.name.slug.to_string()).collect()
    });
    let alike = slugs.iter().filter(|s| s.starts_with("exempelbyggnads"));
    assert_eq!(alike.count(), 2, "{slugs:?}");
    let position = app.position();
    assert_eq!(
        (take(&app, &bytes(&file)).events, app.position()),
        (0, position)
    );
}

#[test]
fn what_was_said_of_an_indicator_here_stays_when_its_file_comes_again() {
    let app = app();
    take(&app, INVENTED.as_bytes());
    let slug = riktning_domain::Slug::parse("inflyttade-hushall").unwrap();
    let definition = |app: &App| {
        app.published(TODAY, |p| {
            let indicator = p.indicator_at(&slug).unwrap();
            (indicator.id, indicator.definition.clone())
        })
    };
    let (id, mut said) = definition(&app);
    said.names.en = Some("Households that moved in".into());
    said.frequency = Some(Frequency::Quarterly);
    said.description = Some("Påhittad beskrivning".into());
    said.roll_up = Some(RollUp::Sum);
    said.unit = Unit::Count;
    let define = Command::DefineIndicator(DefineIndicator {
        indicator: id,
        slug: slug.clone(),
        definition: said,
        since: None,
    });
    block_on(app.perform(riktning_domain::User::Import, define)).unwrap();
    take(&app, INVENTED.as_bytes());
    let (_, now) = definition(&app);
    assert_eq!(now.names.en, Some("Households that moved in".into()));
    assert_eq!(now.frequency, Some(Frequency::Quarterly));
    assert_eq!(now.description, Some("Påhittad beskrivning".into()));
    assert_eq!(now.roll_up, Some(RollUp::Sum));
    let position = app.position();
    assert_eq!(take(&app, INVENTED.as_bytes()).events, 0);
    assert_eq!(app.position(), position);
}

#[test]
fn the_evidence_counts_records_and_not_commands() {
    let folder = tempfile::tempdir().unwrap();
    let app = open_on(TODAY, SqliteJournal::open(folder.path()).unwrap()).unwrap();
    let taken = take(&app, INVENTED.as_bytes());
    block_on(app.close());
    let journal = SqliteJournal::open_to_read(folder.path()).unwrap();
    let mut evidence = None;
    let read = riktning_store::Journal::read(&journal, 0, &mut |row| {
        if row.kind == "FactsImported" {
            evidence = serde_json::from_str::<Value>(&row.body).ok();
        }
        Ok(())
    });
    read.unwrap();
    let evidence = evidence.expect("the import left its evidence");
    let count = |field: &str| evidence[field].as_u64().unwrap();
    let told: BTreeSet<_> = (taken.reported.iter().map(|(path, _)| path))
        .chain(taken.refused.iter().map(|(path, _)| path))
        .collect();
    assert_eq!(count("reported"), told.len() as u64);
    let records = taken.accounted.len() as u64;
    assert_eq!(count("taken") + count("reported"), records);
}

#[test]
fn more_records_than_there_are_places_are_planned_each_at_its_own_address() {
    const MANY: usize = 66_000;
    let mut file = parsed(INVENTED);
    let one = file["indicators"][0].clone();
    let numbered = |n: usize| {
        let mut indicator = one.clone();
        indicator["id"] = format!("n{n:06}").into();
        indicator["goal_link_interpreted"] = Value::Null;
        indicator["target"] = Value::Null;
        indicator["outcomes"] = json!([]);
        indicator
    };
    file["indicators"] = (0..MANY).map(numbered).collect();
    file["assessments"] = json!([]);
    let read = facts::read(&bytes(&file)).expect("a file without faults");
    let plan = app().plan(|state, now| read.plan(state, now));
    let addresses: BTreeSet<String> = (plan.commands.iter())
        .filter_map(|(_, command)| match command {
            Command::DefineIndicator(define) => Some(define.slug.to_string()),
            _ => None,
        })
        .collect();
    assert_eq!(addresses.len(), MANY);
}

#[test]
fn what_is_said_of_a_decision_is_taken_or_reported() {
    let mut file = parsed(INVENTED);
    file["visions"][0]["decided_by"] = json!("Exempelnämnden");
    file["visions"][0]["decided_year"] = Value::Null;
    let taken = take(&app(), &bytes(&file));
    let told = ("visions[0].decided_by".to_owned(), Reason::NoYear);
    assert!(taken.reported.contains(&told), "{:?}", taken.reported);
}

#[test]
fn a_body_that_nobody_knows_is_reported_where_a_document_names_it() {
    let mut file = parsed(REAL);
    file["governing_documents"][0]["decided_by"] = json!("Snickarnämnden");
    file["governing_documents"][0]["follow_up_responsible"] = json!("Målarnämnden");
    let taken = take(&app(), &bytes(&file));
    for field in ["decided_by", "follow_up_responsible"] {
        let told = (
            format!("governing_documents[0].{field}"),
            Reason::NotInTheFile,
        );
        assert!(taken.reported.contains(&told), "{:?}", taken.reported);
    }
    let whole = take(&app(), REAL.as_bytes()).reported;
    let told = |(path, _): &&(String, Reason)| path.starts_with("governing_documents[0]");
    assert_eq!(whole.iter().find(told), None);
}

#[test]
fn another_municipality_is_refused_before_anything_is_stored() {
    let app = app();
    take(&app, INVENTED.as_bytes());
    let position = app.position();
    let mut file = parsed(INVENTED);
    file["meta"]["municipality"] = json!("Exempelåsa kommun");
    file["meta"]["code"] = json!("0001");
    let read = facts::read(&bytes(&file)).unwrap();
    let plan = app.plan(|state, now| read.plan(state, now));
    let refused = block_on(app.import(plan.commands, Vec::new(), bytes(&file))).unwrap_err();
    assert!(format!("{refused:?}").contains("OtherMunicipality"));
    assert_eq!(app.position(), position);
}

#[test]
fn a_code_that_is_told_later_makes_no_record_another() {
    let (app, mut file) = (app(), parsed(INVENTED));
    let code = file["meta"]["code"].take();
    take(&app, &bytes(&file));
    let position = app.position();
    file["meta"]["code"] = if code.is_null() { json!("0000") } else { code };
    take(&app, &bytes(&file));
    // The description of the municipality, and that a file was read.
    assert_eq!(app.position(), position + 2);
    take(&app, &bytes(&file));
    assert_eq!(app.position(), position + 2);
}

#[test]
fn a_record_of_money_without_an_amount_is_reported() {
    let mut file = parsed(INVENTED);
    file["budget_totals"][0] = json!({"year": 2020});
    let taken = take(&app(), &bytes(&file));
    let told = ("budget_totals[0]".to_owned(), Reason::NoPlace);
    assert!(taken.reported.contains(&told), "{:?}", taken.reported);
}
