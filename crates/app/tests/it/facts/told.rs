//! Every fault of a file is told with its path, and then nothing is planned.

use super::*;

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
        ("budget_frames[0].unit", not_among("mnkr, tkr")),
        ("calendar[0].date", FaultKind::NotADate),
        ("commitments[0].quantity.op", not_among(">=, =")),
        ("commitments[1].id", FaultKind::Twice),
        (
            "commitments[2].goal_link_interpreted",
            FaultKind::UnknownReference,
        ),
        ("indicators[0].outcomes[1].value", FaultKind::NotANumber),
        ("indicators[1].better", not_among("up, down, near, none")),
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

fn not_among(allowed: &str) -> FaultKind {
    FaultKind::NotAmong {
        allowed: allowed.to_owned(),
    }
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
fn a_code_that_is_none_is_a_fault_and_nothing_of_the_file_is_taken_for_another_municipality() {
    for code in ["kommunfullmäktige", "48", "O484", "04840"] {
        let mut file = parsed(INVENTED);
        file["meta"]["code"] = json!(code);
        let told = faults(&file);
        let expected = ("meta.code".to_owned(), FaultKind::NotAMunicipalityCode);
        assert_eq!(told, [expected], "{code}");
    }
}
