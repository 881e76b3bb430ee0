//! An editor's files: half right is all wrong, said at each place.

use crate::journal::{block_on, open_on};
use jiff::civil::{Date, date};
use proptest::prelude::*;
use riktning_app::App;
use riktning_app::imports::facts::FaultKind;
use riktning_app::imports::site::{Kind, Told, Wrong, read};
use riktning_app::views::listed::{Listed, SiteList, Standing};
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

/// Publishes a file: how many events, or what is wrong with it.
fn publish(app: &App, kind: Kind, file: &str) -> Result<usize, Vec<Told>> {
    let plan = app.published(TODAY, |p| read(kind, file, p));
    let wrong = app.plan(|state, now| plan.wrong(state, now));
    if !wrong.is_empty() {
        return Err(wrong);
    }
    let commands = plan.commands.into_iter().map(|(_, command)| command);
    let performed = block_on(app.perform_all(User::Import, commands.collect(), None));
    Ok(performed.unwrap().events)
}

/// What cannot be read in a file, by path.
fn faults(kind: Kind, file: &str) -> Vec<(String, FaultKind)> {
    let told = publish(&app(), kind, file).expect_err(file).into_iter();
    told.filter_map(|told| match told.wrong {
        Wrong::Fault(kind) => Some((told.path, kind)),
        Wrong::Refused(_) => None,
    })
    .collect()
}

/// What is wrong with a file: line, path, and the key of the words.
fn wrong(app: &App, kind: Kind, file: &str) -> Vec<(usize, String, &'static str)> {
    let told = publish(app, kind, file).expect_err(file).into_iter();
    told.map(|told| {
        let key = match &told.wrong {
            Wrong::Fault(kind) => kind.key(),
            Wrong::Refused(refusal) => refusal.key(),
        };
        (told.line.unwrap_or_default(), told.path, key)
    })
    .collect()
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
    let unknown = |fields: &str| FaultKind::UnknownField {
        fields: fields.to_owned(),
    };
    let of_a_notice =
        unknown("id, severity, title, text, affects, alternatives, from, to, link, ended");
    let grave = FaultKind::NotAmong {
        allowed: "crisis, warning, information".to_owned(),
    };
    let expected = [
        ("notice[0].from", FaultKind::NotAMoment),
        ("notice[0].id", FaultKind::NotAText),
        ("notice[0].link.text", FaultKind::NotAText),
        ("notice[0].severity", grave),
        ("notice[0].text.se", unknown("sv, en, fi")),
        ("notice[0].titel", of_a_notice),
        ("notice[0].title", FaultKind::NotAText),
        ("notice[0].to", FaultKind::NotAMoment),
        ("notice[1].affects", FaultKind::NotAList),
        ("notice[1].ended", FaultKind::NotYesOrNo),
        ("notice[1].severity", FaultKind::NotAText),
        ("notice[1].title", FaultKind::NotAText),
        ("notise", unknown("notice")),
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
    let fields = "page".to_owned();
    assert_eq!(
        other[0],
        ("office".to_owned(), FaultKind::UnknownField { fields })
    );
    // With a mark that turns the reading direction a text shows something else than it says.
    let turned = "[[notice]]\nid = 'a'\ntitle = 'Öppet \u{202e}tegnäts'\n";
    let turned = faults(Kind::Notice, turned);
    assert!(turned.contains(&("notice[0].title".to_owned(), FaultKind::ControlCharacter)));
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

#[test]
fn what_cannot_be_read_and_what_a_rule_refuses_is_told_at_once_each_on_its_line() {
    let told = wrong(
        &app(),
        Kind::Notice,
        r#"
[[notice]]
id = "vatten"
severity = "crisis"
title = "Koka vattnet"
from = "2018-11-03 08:00"
to = "2018-11-02 08:00"
[[notice]]
id = "bro"
severity = "grave"
title = "Bron är stängd"
[[notice]]
id = "vatten"
severity = "warning"
title = "Koka inte vattnet"
[[notice]]
id = "länk"
severity = "warning"
title = "Läs"
link = { url = "javascript:x", text = "Läs" }
[[notice]]
id = "natten"
severity = "warning"
title = "Avbrott i natt"
from = "2019-03-31 02:30"
"#,
    );
    let expected = [
        (7, "notice[0].to", "refusal-ends-before-it-starts"),
        (10, "notice[1].severity", "import-fault-not-among"),
        (13, "notice[2].id", "import-fault-twice"),
        (20, "notice[3].link.url", "refusal-not-an-address"),
        (25, "notice[4].from", "import-fault-hour-skipped"),
    ];
    assert_eq!(
        told,
        expected.map(|(line, path, key)| (line, path.to_owned(), key))
    );
    let told = wrong(
        &app(),
        Kind::Office,
        r#"
[[office]]
id = "direkt"
name = "Exempelstad direkt"
phone = "noll ett"
from = "2018"
[[office.hours]]
kind = "visiting"
from = "2018"
days = [{ days = "mon", open = "16:00", close = "08:00" }]
[[office.hours]]
kind = "visiting"
from = "2018-01-01"
days = [{ days = "mon", open = "08:00", close = "16:00" }]
[[office.exception]]
from = 2018-12-27
to = 2018-12-29
reason = "Flytt"
[[office.exception]]
kind = "telephone"
from = 2018-12-28
reason = "Utbildning"
"#,
    );
    let paths: Vec<_> = told
        .iter()
        .map(|(line, path, _)| (*line, path.as_str()))
        .collect();
    for expected in [
        (5, "office[0].phone"),
        (13, "office[0].hours[1].from"),
        (21, "office[0].exception[1].from"),
    ] {
        assert!(paths.contains(&expected), "{expected:?} in {paths:?}");
    }
    let twice = "[[page]]\npath = '/'\nrole = 'a'\n[[page]]\npath = '/'\nrole = 'b'\n";
    let told = wrong(&app(), Kind::Page, twice);
    assert_eq!(told, [(5, "page[1].path".to_owned(), "import-fault-twice")]);
}

#[test]
fn a_file_of_translations_is_taken_whole_and_says_what_is_wrong_where() {
    let app = app();
    let file = r#"
[[translation]]
sv = "Kvalitet"
fi = "Laatu"
by = "Kim Exempel"
"#;
    assert_eq!(publish(&app, Kind::Translation, file), Ok(1));
    assert_eq!(publish(&app, Kind::Translation, file), Ok(0));
    let [listed] = &list(&app).translations[..] else {
        panic!("{:?}", list(&app).translations)
    };
    let said = (
        listed.id.as_str(),
        listed.name.as_ref(),
        listed.of.as_deref(),
    );
    assert_eq!(said, ("fi", Some(&"Kvalitet".into()), Some("Kim Exempel")));
    let told = wrong(
        &app,
        Kind::Translation,
        r#"
[[translation]]
sv = "Fler jobb"
by = "Kim Exempel"
[[translation]]
sv = "Fler jobb"
en = "More jobs"
[[translation]]
sv = "Miljö"
fi = " "
de = "Umwelt"
by = "Kim Exempel"
"#,
    );
    let told: Vec<_> = told
        .iter()
        .map(|(line, path, _)| (*line, path.as_str()))
        .collect();
    let expected = [
        (2, "translation[0].fi"),
        (5, "translation[1].by"),
        (6, "translation[1].sv"),
        (10, "translation[2].fi"),
        (11, "translation[2].de"),
    ];
    assert_eq!(told, expected);
    let long = format!(
        "[[translation]]\nsv = 'Kvalitet'\nfi = 'Laatu'\nby = '{}'\n",
        "å".repeat(101)
    );
    let told = wrong(&app, Kind::Translation, &long);
    let expected = (
        4,
        "translation[0].by".to_owned(),
        "import-fault-longer-than",
    );
    assert_eq!(told, [expected]);
}

#[test]
fn words_that_stand_nowhere_are_told_apart_from_those_that_stand() {
    let app = app();
    let vision = "[[page]]\npath = '/vision'\nrole = 'Den som håller i visionen'\n";
    assert_eq!(publish(&app, Kind::Page, vision), Ok(1));
    let file = "[[translation]]\nsv = 'Finns ej'\nfi = 'Ei ole'\nby = 'Översättaren'\n";
    assert_eq!(publish(&app, Kind::Translation, file), Ok(1));
    let asked = [
        "Den som håller i visionen",
        "Den som håller i vision",
        "Finns ej",
        "Översättaren",
    ];
    let asked = asked.map(str::to_owned).into();
    let unsaid = block_on(app.unsaid(asked)).unwrap();
    // Who made a translation is said; what it translates is not said by that.
    let expected = ["Den som håller i vision", "Finns ej"]
        .map(str::to_owned)
        .into();
    assert_eq!(unsaid, expected);
}

/// What is there, by kind.
fn list(app: &App) -> SiteList {
    app.plan(SiteList::of)
}

#[test]
fn what_is_there_is_listed_with_the_id_that_changes_and_ends_it() {
    let app = app();
    publish(&app, Kind::Notice, NOTICES).unwrap();
    publish(&app, Kind::Office, OFFICES).unwrap();
    publish(
        &app,
        Kind::Page,
        "[[page]]\npath = '/kontakt'\nrole = 'Kommunstrateg'\n",
    )
    .unwrap();
    let before = list(&app);
    let [notice] = &before.notices[..] else {
        panic!("{before:?}")
    };
    assert_eq!(notice.standing, Standing::Stands);
    assert_eq!(notice.from.as_deref(), Some("2018-11-01 08:00"));
    assert_eq!(notice.to.as_deref(), Some("2018-11-02 17:00"));
    let [centre, place] = &before.offices[..] else {
        panic!("{before:?}")
    };
    assert_eq!(place.of.as_deref(), Some(centre.id.as_str()));
    let [page] = &before.pages[..] else {
        panic!("{before:?}")
    };
    assert_eq!(
        (page.id.as_str(), page.standing),
        ("/kontakt", Standing::Stands)
    );
    // The notice is changed, then ended, by the id of the list.
    let id = &notice.id;
    let changed = format!("[[notice]]\nid = '{id}'\nseverity = 'warning'\ntitle = 'Koka mjölk'\n");
    assert_eq!(publish(&app, Kind::Notice, &changed), Ok(1));
    let named = |listed: &Listed| {
        listed
            .name
            .as_ref()
            .and_then(|n| n.as_str().map(str::to_owned))
    };
    let after = list(&app).notices;
    assert_eq!(
        (after.len(), named(&after[0]).as_deref()),
        (1, Some("Koka mjölk"))
    );
    let ended = format!("[[notice]]\nid = '{id}'\nended = true\n");
    assert_eq!(publish(&app, Kind::Notice, &ended), Ok(1));
    assert_eq!(list(&app).notices[0].standing, Standing::Over);
    // The place closes for good.
    let (place, centre) = (&place.id, &centre.id);
    let closed = format!(
        "[[office]]\nid = '{place}'\npart_of = '{centre}'\nname = 'Bydalen'\n\
         from = '2018-01-01'\nto = 2018-10-31\n"
    );
    assert_eq!(publish(&app, Kind::Office, &closed), Ok(1));
    assert_eq!(list(&app).offices[1].standing, Standing::Over);
    // An id that is not there is mistyped; nobody makes one up.
    let unknown = ended.replace(id.as_str(), "01890a5d-ac96-774b-bcce-b302099a8057");
    let told = wrong(&app, Kind::Notice, &unknown);
    assert_eq!(
        told,
        [(2, "notice[0].id".to_owned(), "import-fault-unknown-id")]
    );
}

#[test]
fn a_second_contact_centre_of_the_name_is_refused_with_the_id_of_the_first() {
    let app = app();
    publish(&app, Kind::Office, OFFICES).unwrap();
    let first = list(&app).offices[0].id.clone();
    let again = OFFICES
        .replace("\"direkt\"", "\"växeln\"")
        .replace("\"bydalen\"", "\"dalen\"");
    let told = publish(&app, Kind::Office, &again).unwrap_err();
    let Wrong::Refused(refusal) = &told[0].wrong else {
        panic!("{told:?}")
    };
    assert_eq!(told[0].path, "office[1].name");
    let words = riktning_words::Words::of(riktning_words::Language::Sv);
    assert!(
        words.refusal(refusal).contains(&first),
        "{}",
        words.refusal(refusal)
    );
    // Once the first has closed the name is free.
    let closed =
        "[[office]]\nid = 'direkt'\nname = 'Exempelstad direkt'\nfrom = '2018'\nto = 2018-06-30\n";
    publish(&app, Kind::Office, closed).unwrap();
    let later = "[[office]]\nid = 'växeln'\nname = 'Exempelstad direkt'\nfrom = 2018-07-01\n";
    assert_eq!(publish(&app, Kind::Office, later), Ok(1));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn a_file_of_anything_is_taken_or_told(cut in 0usize..900, with in "\\PC{0,12}") {
        let app = app();
        for (kind, file) in [(Kind::Notice, NOTICES), (Kind::Office, OFFICES), (Kind::Page, OFFICES)] {
            let cut = (0..=cut.min(file.len())).rev().find(|at| file.is_char_boundary(*at)).unwrap();
            let file = format!("{}{with}{}", &file[..cut], &file[cut..]);
            let plan = app.published(TODAY, |p| read(kind, &file, p));
            let wrong = app.plan(|state, now| plan.wrong(state, now));
            prop_assert!(!wrong.is_empty() || !plan.commands.is_empty());
        }
    }
}
