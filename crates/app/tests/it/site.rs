//! An editor's files: half right is all wrong, said at each place.

use crate::journal::{block_on, open_on};
use jiff::civil::{Date, date};
use proptest::prelude::*;
use riktning_app::App;
use riktning_app::imports::facts::FaultKind;
use riktning_app::imports::site::{Kind, read};
use riktning_domain::User;
use riktning_domain::site::notices::Severity;
use riktning_store::MemoryJournal;

const TODAY: Date = date(2018, 11, 1);

const NOTICES: &str = r#"
[[notice]]
id = "vatten"
severity = "crisis"
title = { sv = "Koka vattnet", en = "Boil the water", fi = "Keitä vesi" }
text = "Koka allt vatten."
affects = ["Bydalen", { sv = "Norra kajen" }]
alternatives = ["hämta vatten"]
from = "2018-11-01 08:00"
to = 2018-11-02T17:00:00
link = { url = "https://exempel.invalid/vatten", text = "Läs mer" }
"#;

const OFFICES: &str = r#"
[[office]]
id = "bydalen"
part_of = "direkt"
name = "Bydalen"
address = "Storgatan 26"
from = "2018-01-01"
[[office.hours]]
kind = "visiting"
from = "2018-01"
days = [{ days = "mon-thu", open = "08:00", close = "16:30" }, { days = "fri", open = "08:00", close = "15:00" }]
before_holiday = [{ open = "08:00", close = "12:00" }]
[[office.exception]]
from = 2018-12-27
to = 2018-12-28
open = []
reason = "Flytt"

[[office]]
id = "direkt"
name = { sv = "Exempelstad direkt", en = "Exempelstad Direct" }
phone = "0123-45 67 89"
from = "2018"
"#;

fn app() -> App {
    open_on(TODAY, MemoryJournal::new().unwrap()).unwrap()
}

/// Publishes a file: how many events, or the faults.
fn publish(app: &App, kind: Kind, file: &str) -> Result<usize, Vec<(String, FaultKind)>> {
    let planned = app.published(TODAY, |p| read(kind, file, p));
    let planned = planned.map_err(|faults| {
        let faults = faults.into_iter();
        faults.map(|f| (f.path, f.kind)).collect::<Vec<_>>()
    })?;
    let commands = planned.into_iter().map(|(_, command)| command).collect();
    let performed = block_on(app.perform_all(User::Import, commands, None));
    Ok(performed.unwrap().events)
}

fn faults(kind: Kind, file: &str) -> Vec<(String, FaultKind)> {
    publish(&app(), kind, file).expect_err(file)
}

#[test]
fn a_file_is_published_whole_and_a_second_time_changes_nothing() {
    let app = app();
    assert_eq!(publish(&app, Kind::Notice, NOTICES), Ok(1));
    assert_eq!(publish(&app, Kind::Notice, NOTICES), Ok(0));
    // The place stands before its centre in the file, and is described after it.
    assert_eq!(publish(&app, Kind::Office, OFFICES), Ok(4));
    assert_eq!(publish(&app, Kind::Office, OFFICES), Ok(0));
    app.published(TODAY, |p| {
        let above = p.notices_above();
        assert_eq!(above[0].said().severity, Severity::Crisis);
        assert_eq!(above[0].said().affects.len(), 2);
        assert_eq!(p.offices().len(), 2);
    });
    let ended = "[[notice]]\nid = \"vatten\"\nended = true\ntitle = 'Koka'\n";
    assert_eq!(publish(&app, Kind::Notice, ended), Ok(1));
    assert_eq!(publish(&app, Kind::Notice, ended), Ok(0));
    app.published(TODAY, |p| assert!(p.notices_above().is_empty()));
}

#[test]
fn every_fault_of_a_file_is_told_at_its_path() {
    let file = r#"
[[notice]]
id = ""
severity = "catastrophe"
titel = "Brand"
text = { sv = "Brand", se = "Brand" }
from = "klockan nio"
to = 2018-11-02T17:00:00Z
link = { url = "https://exempel.invalid" }
[[notice]]
id = "två"
title = 7
ended = "ja"
affects = "Bydalen"
[[notise]]
id = "x"
"#;
    let mut told = faults(Kind::Notice, file);
    told.sort_by(|a, b| a.0.cmp(&b.0));
    let expected = [
        ("notice[0].from", FaultKind::NotAMoment),
        ("notice[0].id", FaultKind::NotAText),
        ("notice[0].link.text", FaultKind::NotAText),
        ("notice[0].severity", FaultKind::NotAmong),
        ("notice[0].text.se", FaultKind::UnknownField),
        ("notice[0].titel", FaultKind::UnknownField),
        ("notice[0].title", FaultKind::NotAText),
        ("notice[0].to", FaultKind::NotAMoment),
        ("notice[1].affects", FaultKind::NotAList),
        ("notice[1].ended", FaultKind::NotYesOrNo),
        ("notice[1].severity", FaultKind::NotAText),
        ("notice[1].title", FaultKind::NotAText),
        ("notise", FaultKind::UnknownField),
    ];
    let expected = expected.map(|(path, kind)| (path.to_owned(), kind));
    assert_eq!(told, expected);
    let told = faults(
        Kind::Office,
        "[[office]]\nid = 'a'\n[[office.hours]]\nkind = 'visiting'\nfrom = '2018'\n\
         days = [{ days = 'mon-fry', open = '8', close = '25:00' }, { days = 'fri', open = '08:00' }]\n\
         [[office.exception]]\nfrom = '2018'\nto = '2018-12-32'\nreason = 'x'\n[[office]]\nid = 'a'\n",
    );
    let paths: Vec<&str> = told.iter().map(|(path, _)| path.as_str()).collect();
    for path in [
        "office[0].hours[0].days[0].days",
        "office[0].hours[0].days[0].open",
        "office[0].hours[0].days[0].close",
        "office[0].hours[0].days[1].close",
        "office[0].exception[0].from",
        "office[0].exception[0].to",
        "office[1].id",
    ] {
        assert!(paths.contains(&path), "{path} in {told:?}");
    }
    let page = "[[page]]\npath = '/'\nowner = 'finns-inte'\nreview = '2018'\n";
    let told = faults(Kind::Page, page);
    assert_eq!(
        told[0],
        ("page[0].owner".to_owned(), FaultKind::UnknownBody)
    );
    assert_eq!(told[1], ("page[0].review".to_owned(), FaultKind::NotADay));
}

#[test]
fn what_is_no_file_of_the_kind_is_said_in_one_fault() {
    let nothing = |section: &str| vec![(section.to_owned(), FaultKind::NothingIn)];
    assert_eq!(faults(Kind::Notice, ""), nothing("notice"));
    let broken = faults(Kind::Notice, "[[notice]]\nid = = 1");
    assert!(
        matches!(broken[0].1, FaultKind::NotToml { line: 2, .. }),
        "{broken:?}"
    );
    let other = faults(Kind::Page, OFFICES);
    assert_eq!(other[0], ("office".to_owned(), FaultKind::UnknownField));
    let large = "#".repeat((1 << 20) + 1);
    assert_eq!(
        faults(Kind::Notice, &large),
        [(String::new(), FaultKind::TooLarge)]
    );
    let control = "[[notice]]\nid = \"a\\u0007\"\n";
    assert!(
        faults(Kind::Notice, control)
            .iter()
            .any(|f| f.1 == FaultKind::ControlCharacter)
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn a_file_of_anything_is_taken_or_told(cut in 0usize..900, with in "\\PC{0,12}") {
        let app = app();
        for (kind, file) in [(Kind::Notice, NOTICES), (Kind::Office, OFFICES), (Kind::Page, OFFICES)] {
            let cut = (0..=cut.min(file.len())).rev().find(|at| file.is_char_boundary(*at)).unwrap();
            let file = format!("{}{with}{}", &file[..cut], &file[cut..]);
            let planned = app.published(TODAY, |p| read(kind, &file, p));
            if let Err(faults) = planned {
                prop_assert!(!faults.is_empty());
            }
        }
    }
}
