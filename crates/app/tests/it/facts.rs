//! Files of facts: an invented one, the real one, and either of them broken at random.

use crate::journal::{block_on, open_on};
use jiff::civil::{Date, date};
use proptest::prelude::*;
use proptest::sample::Index;
use riktning_app::App;
use riktning_app::imports::facts::{self, FaultKind, Reason};
use riktning_domain::decisions::Basis;
use riktning_domain::models::Purpose;
use riktning_domain::published::Validity;
use riktning_domain::{Command, Refusal};
use riktning_store::{MemoryJournal, SqliteJournal};
use serde_json::{Value, json};
use std::collections::BTreeSet;

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
        ("assessment_scales[1]", Reason::NoPlace),
        ("assessments[1]", Reason::NoReason),
        ("assessments[2]", Reason::NotInTheFile),
        ("assessments[3]", Reason::NoPlace),
        ("budget_frames[1]", Reason::NoPlace),
        ("budget_frames[2]", Reason::NoSource),
        ("budget_frames[3]", Reason::NotYet),
        ("calendar[1]", Reason::NoPlace),
        ("calendar[2]", Reason::NoSource),
        ("calendar[3]", Reason::NotInTheFile),
        ("commitments[2].goal_link_interpreted", Reason::Conflict),
        ("commitments[3]", Reason::NoSource),
        ("commitments[4]", Reason::NotInTheFile),
        ("commitments[5]", Reason::NotYet),
        ("commitments[8]", Reason::NoSource),
        ("commitments[9]", Reason::NotInTheFile),
        ("committee_notes[0]", Reason::NoPlace),
        ("committees[3]", Reason::Repeated),
        ("contact_center.versions[2]", Reason::NoSource),
        ("contact_center.versions[3]", Reason::NotYet),
        ("external_rules[2]", Reason::Repeated),
        ("external_rules[3]", Reason::Conflict),
        ("external_rules[4]", Reason::NoSource),
        ("facts", Reason::NoPlace),
        ("governing_document_types[2]", Reason::Repeated),
        ("governing_documents[2].decided_by", Reason::NotInTheFile),
        ("governing_documents[3]", Reason::NoSource),
        ("governing_documents[4]", Reason::Repeated),
        ("governing_documents[5]", Reason::NotYet),
        ("indicator_types[0]", Reason::NoPlace),
        ("indicators[0].outcomes[3]", Reason::Repeated),
        ("indicators[0].outcomes[4]", Reason::Conflict),
        ("indicators[1].outcomes[3]", Reason::NotYet),
        ("indicators[2].outcomes[0]", Reason::NoSource),
        ("mandate_periods[2]", Reason::NotYet),
        ("page_features.last_updated_shown", Reason::NoPlace),
        ("page_features.page_owner_roles[2]", Reason::NoSource),
        ("page_features.service_notices[2]", Reason::NoSource),
        ("processes_internal[1]", Reason::NotInTheFile),
        ("processes_notes[0]", Reason::NoPlace),
        ("processes_notes[2]", Reason::NotInTheFile),
        ("strategic_goals[3]", Reason::NoSource),
        ("strategic_goals[4]", Reason::NotYet),
        ("visions[2]", Reason::NoSource),
    ];
    let expected = expected.map(|(path, reason)| (path.to_owned(), reason));
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
                r#"Löfte Other Bygg en bro false Some("Grannkommunen") None 0"#,
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
fn the_contact_centre_has_the_hours_of_each_version_with_its_source_and_validity() {
    use riktning_app::views::contact::ContactPage;
    use riktning_domain::site::hours::HoursKind;
    let app = app();
    take(&app, INVENTED.as_bytes());
    let on = |day: Date| app.published(day, ContactPage::of);
    assert_eq!(on(date(2015, 12, 31)).offices, []);
    let first = on(date(2017, 5, 5));
    let [centre, hall] = first.offices.as_slice() else {
        panic!("{first:?}")
    };
    assert_eq!(centre.phone, Some("0123-98 76 54".into()));
    assert_eq!(hall.address, Some("Torget 2".into()));
    let hours = hall.kinds[0].hours.as_ref().unwrap();
    assert_eq!(
        (hall.kinds[0].kind, hours.rows.len()),
        (HoursKind::Visiting, 2)
    );
    assert_eq!(
        (hours.from.to_string().as_str(), hours.to),
        ("2016", Some(date(2018, 12, 31)))
    );
    assert_eq!(
        hours.source.as_ref().unwrap().title,
        "Påhittad startsida".into()
    );
    assert_eq!(hours.note, Some("2016–2018".into()));
    // Nobody says what held in 2019.
    let between = on(date(2019, 6, 3));
    assert!(
        between
            .offices
            .iter()
            .all(|o| o.kinds.iter().all(|k| k.hours.is_none()))
    );
    let later = on(TODAY);
    assert_eq!(later.offices.len(), 3);
    let telephone = later.offices[0].kinds[0].hours.as_ref().unwrap();
    assert_eq!(telephone.rows[0].open.to, None);
    assert_eq!(telephone.note, Some("ca 2020".into()));
    // What a source said in 2020 does not open a door today.
    assert!(
        later
            .offices
            .iter()
            .all(|o| o.kinds.iter().all(|k| k.now.is_none()))
    );
}

#[test]
fn a_notice_and_a_role_from_a_source_stand_on_the_days_that_it_names() {
    use riktning_app::views::notices::Notices;
    let app = app();
    take(&app, INVENTED.as_bytes());
    let on = |day: Date| app.published(day, Notices::of);
    let fire = on(date(2023, 9, 25));
    assert_eq!(fire.current.len(), 1);
    assert!(fire.current[0].severity_is_ours && fire.current[0].to.is_none());
    assert_eq!(fire.frame.notices, fire.current);
    let now = on(TODAY);
    assert_eq!((now.current.len(), now.past.len()), (0, 2));
    assert_eq!(now.frame.notices, []);
    let role = |day| {
        on(day)
            .frame
            .responsible
            .first()
            .map(|r| r.role.clone().unwrap().sv)
    };
    assert_eq!(role(date(2015, 1, 1)), None);
    assert_eq!(role(date(2017, 1, 1)), Some("Kommunstrateg".into()));
    assert_eq!(role(TODAY), Some("Ekonomidirektör".into()));
}

#[test]
fn the_base_of_a_file_is_shown_as_it_says() {
    let app = app();
    take(&app, INVENTED.as_bytes());
    let slug = |text: &str| riktning_domain::Slug::parse(text).unwrap();
    app.published(TODAY, |p| {
        let document = |text: &str| p.document(p.document_at(&slug(text)).unwrap()).unwrap();
        let river = document("program-for-an");
        let Basis::Decision(decision) = river.basis else {
            panic!("a body and a paragraph are a decision: {:?}", river.basis);
        };
        let decision = p.decision(decision).unwrap();
        assert_eq!(decision.record.date.to_string(), "2019");
        assert_eq!(decision.paragraph().unwrap().as_str(), Some("41"));
        assert!(river.wording.followed_up_by.is_some());
        let quays = document("plan-for-tysta-bryggor");
        assert_eq!(quays.validity(), Validity::ExpiredButApplied);
        // A day in words stays words.
        let note = quays.wording.note.as_ref().unwrap().as_str().unwrap();
        assert_eq!(note, "Första helgen i maj (året anges inte)");
        let handbook = document("handbok-for-brooppning");
        assert!(matches!(handbook.basis, Basis::Source(_, since) if since.to_string() == "2017"));
        let laws: Vec<_> = p
            .rules()
            .map(|r| (r.rule.slug.to_string(), r.validity()))
            .collect();
        assert!(laws.contains(&("exempellagen-2001-1".to_owned(), Validity::Expired)));
        assert!(laws.contains(&("exempellagen-2018-2".to_owned(), Validity::InForce)));
        assert!(p.rules().all(|r| r.checked.is_none()), "nobody has checked");
        let company = p.body_at(&slug("exempelbryggor-ab")).unwrap();
        let directives = p.directives_of(company.id);
        assert_eq!(directives.len(), 1);
        assert_eq!(directives[0].bound_by, None);
    });
    app.published(date(2010, 1, 1), |p| {
        let laws: Vec<_> = p
            .rules()
            .map(|r| (r.rule.slug.to_string(), r.last_day()))
            .collect();
        assert_eq!(laws, [("exempellagen-2001-1".to_owned(), None)]);
    });
}

#[test]
fn the_real_file_is_taken_whole_and_a_second_run_changes_nothing() {
    let app = app();
    let taken = take(&app, REAL.as_bytes());
    assert_eq!(taken.refused, []);
    assert_eq!(lost(&parsed(REAL), &taken), Vec::<String>::new());
    assert!(taken.events > 0);
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
fn every_fault_is_told_with_its_path_and_nothing_is_planned() {
    let mut file = parsed(INVENTED);
    file["meta"]["municipality"] = json!("");
    file["visions"][0]["horizon_year"] = json!("tjugohundrafemton");
    file["strategic_goals"][1]["mandate"] = json!("P-ingen");
    file["indicators"][0]["outcomes"][1]["value"] = json!("många");
    file["indicators"][1]["better"] = json!("sideways");
    file["indicators"][2]["name"] = json!("rad\u{7}slut");
    file["indicators"][3]["id"] = json!("m1");
    file["assessments"][0]["year"] = Value::Null;
    file["calendar"][0]["date"] = json!("2018-02-30");
    file["sources"][0]["url"] = json!("exempel.invalid");
    file["commitments"][0]["quantity"]["op"] = json!("<");
    file["commitments"][1]["id"] = json!("å1");
    file["commitments"][2]["goal_link_interpreted"] = json!("g9");
    file["budget_frames"][0]["unit"] = json!("kronor");
    file["budget_companies_2020"]["rows"][0]["budget"] = json!("en miljon");
    file["values"] = json!({ "name": "en post och ingen lista" });
    let faults = facts::read(&bytes(&file)).expect_err("sixteen faults");
    let mut told: Vec<(String, FaultKind)> = faults
        .into_iter()
        .map(|fault| (fault.path, fault.kind))
        .collect();
    told.sort_by(|a, b| a.0.cmp(&b.0));
    let expected = [
        ("assessments[0].year", FaultKind::NotAYear),
        (
            "budget_companies_2020.rows[0].budget",
            FaultKind::NotANumber,
        ),
        ("budget_frames[0].unit", FaultKind::NotAmong),
        ("calendar[0].date", FaultKind::NotADate),
        ("commitments[0].quantity.op", FaultKind::NotAmong),
        ("commitments[1].id", FaultKind::Twice),
        (
            "commitments[2].goal_link_interpreted",
            FaultKind::UnknownReference,
        ),
        ("indicators[0].outcomes[1].value", FaultKind::NotANumber),
        ("indicators[1].better", FaultKind::NotAmong),
        ("indicators[2].name", FaultKind::ControlCharacter),
        ("indicators[3].id", FaultKind::Twice),
        ("meta.municipality", FaultKind::NotAText),
        ("sources[0].url", FaultKind::NotAnAddress),
        ("strategic_goals[1].mandate", FaultKind::UnknownReference),
        ("values", FaultKind::NotAList),
        ("visions[0].horizon_year", FaultKind::NotAYear),
    ];
    assert_eq!(told, expected.map(|(path, kind)| (path.to_owned(), kind)));
}

#[test]
fn what_is_no_file_of_facts_is_said_in_one_fault() {
    let deep = [b"[".repeat(100_000), b"]".repeat(100_000)].concat();
    let files: [&[u8]; 8] = [
        b"",
        b" \n",
        b"Exempelstad",
        b"{\"meta\": ",
        b"\xff\xfe{\x00}\x00",
        b"{\"meta\": \"\xe5\"}",
        b"{} {}",
        &deep,
    ];
    for file in files {
        let faults = facts::read(file).expect_err("no JSON");
        assert_eq!(faults.len(), 1, "{faults:?}");
        assert!(
            matches!(faults[0].kind, FaultKind::NotJson { .. }),
            "{faults:?}"
        );
    }
    for file in ["null", "[]", "3", "\"meta\""] {
        let faults = facts::read(file.as_bytes()).expect_err("no object");
        assert_eq!(
            (faults[0].path.as_str(), &faults[0].kind),
            ("", &FaultKind::NotAnObject)
        );
    }
    let twice = INVENTED.replacen("\"code\"", "\"municipality\": \"En annan\", \"code\"", 1);
    let faults = facts::read(twice.as_bytes()).expect_err("a key that stands twice");
    assert_eq!(faults.len(), 1);
    assert_eq!(
        (faults[0].path.as_str(), &faults[0].kind),
        ("meta.municipality", &FaultKind::KeyTwice)
    );
}

#[test]
fn a_byte_order_mark_is_no_fault() {
    let marked = ["\u{feff}", INVENTED].concat();
    assert!(facts::read(marked.as_bytes()).is_ok());
}

/// One thing done to a file.
#[derive(Clone, Debug)]
enum Harm {
    Remove(Index),
    Replace(Index, Value),
    Repeat(Index),
    /// One value in the place of another.
    Copy(Index, Index),
}

fn harm() -> impl Strategy<Value = Harm> {
    let odd = prop::sample::select(vec![
        Value::Null,
        json!(true),
        json!(0),
        json!(-1),
        json!(1e300),
        json!(2.5),
        json!(2090),
        json!(9_007_199_254_740_993_i64),
        json!(""),
        json!("  "),
        json!("ett annat namn"),
        json!("2019-02-30"),
        json!("2019"),
        json!("1500-01-01"),
        json!("2019/21"),
        json!("\u{202e}bakvänt\u{7}"),
        json!("å".repeat(5_000)),
        json!([]),
        json!({}),
        json!([null, 3, "x"]),
        json!({ "title": "Påhittad källa", "url": "javascript:alert(1)" }),
        json!({ "title": "Påhittad källa", "url": "https://exempel.invalid/annan" }),
    ]);
    prop_oneof![
        any::<Index>().prop_map(Harm::Remove),
        (any::<Index>(), odd).prop_map(|(at, value)| Harm::Replace(at, value)),
        any::<Index>().prop_map(Harm::Repeat),
        (any::<Index>(), any::<Index>()).prop_map(|(at, of)| Harm::Copy(at, of)),
    ]
}

/// Every place of the file, as pointers; not the root.
fn places(value: &Value, above: &str, found: &mut Vec<String>) {
    let mut below = |key: &str, value: &Value| {
        let escaped = key.replace('~', "~0").replace('/', "~1");
        let place = format!("{above}/{escaped}");
        found.push(place.clone());
        places(value, &place, found);
    };
    match value {
        Value::Array(items) => {
            for (i, item) in items.iter().enumerate() {
                below(&i.to_string(), item);
            }
        }
        Value::Object(fields) => fields.iter().for_each(|(key, value)| below(key, value)),
        _ => {}
    }
}

fn harmed(file: &str, harms: &[Harm]) -> Value {
    let mut file = parsed(file);
    for harm in harms {
        let mut all = Vec::new();
        places(&file, "", &mut all);
        if all.is_empty() {
            break;
        }
        let place = match harm {
            Harm::Remove(at) | Harm::Replace(at, _) | Harm::Repeat(at) | Harm::Copy(at, _) => {
                at.get(&all)
            }
        };
        let (above, key) = place.rsplit_once('/').unwrap();
        let value = file.pointer(place).unwrap().clone();
        match (harm, file.pointer_mut(above).unwrap()) {
            (Harm::Remove(_), Value::Array(items)) => drop(items.remove(key.parse().unwrap())),
            (Harm::Remove(_), Value::Object(fields)) => drop(fields.remove(key)),
            (Harm::Repeat(_), Value::Array(items)) => items.push(value),
            (Harm::Repeat(_), Value::Object(fields)) => {
                drop(fields.insert(format!("{key}_2"), value));
            }
            (Harm::Replace(_, odd), _) => *file.pointer_mut(place).unwrap() = odd.clone(),
            (Harm::Copy(_, of), _) => {
                let other: &String = of.get(&all);
                let copied = file.pointer(other).unwrap().clone();
                *file.pointer_mut(place).unwrap() = copied;
            }
            (_, above) => unreachable!("{above} has nothing below it"),
        }
    }
    file
}

/// Faults with their paths and nothing stored, or every record taken or reported, a second
/// run that changes nothing, and the same again from the journal.
fn is_taken_or_told(file: &Value) -> Result<(), TestCaseError> {
    let bytes = bytes(file);
    if let Err(faults) = facts::read(&bytes) {
        prop_assert!(!faults.is_empty());
        return Ok(());
    }
    let folder = tempfile::tempdir().unwrap();
    let app = open_on(TODAY, SqliteJournal::open(folder.path()).unwrap()).unwrap();
    let taken = take(&app, &bytes);
    prop_assert_eq!(lost(file, &taken), Vec::<String>::new());
    let position = app.position();
    let again = take(&app, &bytes);
    prop_assert_eq!(
        app.position(),
        position,
        "a second run: {:?}",
        again.changed
    );
    let live = app.plan(|state, _| format!("{state:?}"));
    block_on(app.close());
    let app = open_on(TODAY, SqliteJournal::open(folder.path()).unwrap()).unwrap();
    prop_assert_eq!(app.plan(|state, _| format!("{state:?}")), live);
    Ok(())
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

/// As many cases as a minute allows; `TRY_HARDER=20` for twenty times as many.
fn cases(usual: u32) -> ProptestConfig {
    let harder = std::env::var("TRY_HARDER")
        .ok()
        .and_then(|n| n.parse().ok());
    ProptestConfig {
        failure_persistence: None,
        ..ProptestConfig::with_cases(usual * harder.unwrap_or(1))
    }
}

/// The same after the sound file has been taken: what changed is added or reported, once.
fn is_taken_or_told_afterwards(file: &Value) -> Result<(), TestCaseError> {
    let bytes = bytes(file);
    if facts::read(&bytes).is_err() {
        return Ok(());
    }
    let app = app();
    take(&app, INVENTED.as_bytes());
    let position = app.position();
    if file["meta"]["municipality"] != parsed(INVENTED)["meta"]["municipality"] {
        // A file of another municipality is told of whole, and nothing of it is taken.
        let read = facts::read(&bytes).expect("a file without faults");
        let plan = app.plan(|state, now| read.plan(state, now));
        let imported = block_on(app.import(plan.commands, Vec::new(), bytes));
        let told = format!("{imported:?}");
        prop_assert!(told.contains("OtherMunicipality"), "{}", told);
        prop_assert_eq!(app.position(), position);
        return Ok(());
    }
    let taken = take(&app, &bytes);
    prop_assert_eq!(lost(file, &taken), Vec::<String>::new());
    let position = app.position();
    let again = take(&app, &bytes);
    prop_assert_eq!(
        app.position(),
        position,
        "a second run: {:?}",
        again.changed
    );
    Ok(())
}

proptest! {
    #![proptest_config(cases(150))]

    #[test]
    fn a_changed_file_is_taken_or_told_once(harms in prop::collection::vec(harm(), 1..4)) {
        is_taken_or_told_afterwards(&harmed(INVENTED, &harms))?;
    }

    #[test]
    fn an_invented_file_broken_at_random_is_taken_or_told(harms in prop::collection::vec(harm(), 1..4)) {
        is_taken_or_told(&harmed(INVENTED, &harms))?;
    }
}

proptest! {
    #![proptest_config(cases(10))]

    #[test]
    fn the_real_file_broken_at_random_is_taken_or_told(harms in prop::collection::vec(harm(), 1..20)) {
        is_taken_or_told(&harmed(REAL, &harms))?;
    }
}

fn faults(file: &Value) -> Vec<(String, FaultKind)> {
    let faults = facts::read(&bytes(file)).expect_err("a fault");
    let told = faults.into_iter().map(|fault| (fault.path, fault.kind));
    told.collect()
}

#[test]
fn a_fault_in_a_record_is_told_alone_and_not_again_where_it_is_referred_to() {
    let mut file = parsed(REAL);
    let id = file["indicators"][16]["goal_link_interpreted"].clone();
    let goals = file["strategic_goals"].as_array().unwrap();
    let place = goals.iter().position(|goal| goal["id"] == id).unwrap();
    file["strategic_goals"][place]["name"] = json!("rad\u{7}slut");
    let path = format!("strategic_goals[{place}].name");
    assert_eq!(faults(&file), [(path, FaultKind::ControlCharacter)]);
}

#[test]
fn no_key_reaches_a_terminal_as_it_stands() {
    let mut file = parsed(INVENTED);
    file["\u{1b}[2Jevil\n all: fine"] = json!(1);
    let told = faults(&file);
    assert_eq!(told.len(), 1);
    assert_eq!(told[0].1, FaultKind::ControlCharacter);
    assert_eq!(told[0].0, "\\u{1b}[2Jevil\\u{a} all: fine");
}

#[test]
fn a_text_has_an_end_and_a_name_can_be_seen() {
    let mut file = parsed(INVENTED);
    file["meta"]["municipality"] = json!("x".repeat(501));
    file["indicators"][0]["note"] = json!("x".repeat(20_001));
    file["visions"][0]["title"] = json!("\u{200b}\u{200d}");
    file["calendar"][0]["date"] = json!("1066-01-01");
    let expected = [
        ("meta.municipality", FaultKind::TooLong),
        ("visions[0].title", FaultKind::NotAText),
        ("indicators[0].note", FaultKind::TooLong),
        ("calendar[0].date", FaultKind::NotADate),
    ];
    let mut told = faults(&file);
    told.sort_by(|a, b| a.0.cmp(&b.0));
    let mut expected = expected.map(|(path, kind)| (path.to_owned(), kind));
    expected.sort_by(|a, b| a.0.cmp(&b.0));
    assert_eq!(told, expected);
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
fn a_record_of_money_without_an_amount_is_reported() {
    let mut file = parsed(INVENTED);
    file["budget_totals"][0] = json!({"year": 2020});
    let taken = take(&app(), &bytes(&file));
    let told = ("budget_totals[0]".to_owned(), Reason::NoPlace);
    assert!(taken.reported.contains(&told), "{:?}", taken.reported);
}
