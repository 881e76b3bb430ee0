//! What a stranger sees who runs it.

use crate::running::{Server, body, get, run, said, status, text};

const FACTS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../facts/eskilstuna.json");

const PAGES: [&str; 8] = [
    "/",
    "/fi/",
    "/2016-2019/mal/hojd-utbildningsniva",
    "/en/2016-2019/mal/hojd-utbildningsniva?per=2015-01-01",
    "/2011/",
    "/vision",
    "/sa-styrs-kommunen",
    "/indikatorer/",
];

#[test]
fn demo_shows_two_municipalities_and_stops_when_told() {
    let folder = tempfile::tempdir().unwrap();
    let any = "127.0.0.1:0";
    let data = text(folder.path());
    let args = [
        "demo",
        "--data",
        data,
        "--listen",
        any,
        "--listen-example",
        any,
        "--today",
        "2018-11-01",
    ];
    let server = Server::start(&args, 2);
    let (real, invented) = (server.addresses[0], server.addresses[1]);
    assert!(get(real, "/").contains("Eskilstuna kommun"));
    assert!(!get(real, "/").contains("noindex"));
    let example = get(invented, "/2016-2019/mal/hojd-utbildningsniva");
    assert!(example.contains("200 OK") && example.contains("noindex"));
    assert!(get(real, "/healthz").starts_with("HTTP/1.1 200"));
    assert!(get(real, "/readyz").starts_with("HTTP/1.1 200"));
    assert!(get(real, "/2016-2019/mal/finns-inte").starts_with("HTTP/1.1 404"));
    assert!(get(real, "/?per=2018-13-01").starts_with("HTTP/1.1 400"));
    assert_eq!(server.stop(), 0);
    for store in ["eskilstuna", "exempelstad"] {
        let output = run(&["verify", "--data", text(&folder.path().join(store))]);
        assert_eq!(status(&output), 0, "{}", said(&output));
    }
    what_the_readme_does_to_a_word_is_found(&folder.path().join("exempelstad"));
}

/// Does what the README says, as it is written there.
fn what_the_readme_does_to_a_word_is_found(store: &std::path::Path) {
    let readme = include_str!("../../../../README.md");
    let (_, from) = readme.split_once("`sed -i ").expect("the README shows it");
    let (change, _) = from.split_once('`').expect("the example ends");
    let file = store.join("riktning.sqlite");
    let mut sed = std::process::Command::new("sed");
    let done = sed.args(["-i", change]).arg(&file).status().unwrap();
    assert!(done.success());
    let output = run(&["verify", "--data", text(store)]);
    assert_eq!(status(&output), 1, "{}", said(&output));
    assert!(said(&output).contains("broken at position"));
}

#[test]
fn a_journal_that_went_out_and_in_gives_the_same_pages_to_the_byte() {
    let folder = tempfile::tempdir().unwrap();
    let [first, second, out] = ["first", "second", "out"].map(|name| folder.path().join(name));
    let day = ["--today", "2026-11-23"];
    let imported = run(&[
        "import",
        "facts",
        FACTS,
        "--data",
        text(&first),
        day[0],
        day[1],
    ]);
    assert_eq!(status(&imported), 0, "{}", said(&imported));
    let again = run(&[
        "import",
        "facts",
        FACTS,
        "--data",
        text(&first),
        day[0],
        day[1],
    ]);
    assert!(said(&again).contains("Nothing changed"), "{}", said(&again));
    let exported = run(&["export", "journal", text(&out), "--data", text(&first)]);
    assert_eq!(status(&exported), 0, "{}", said(&exported));
    let back = run(&["import", "journal", text(&out), "--data", text(&second)]);
    assert_eq!(status(&back), 0, "{}", said(&back));
    let pages = |store: &std::path::Path| {
        let args = [
            "serve",
            "--data",
            text(store),
            "--listen",
            "127.0.0.1:0",
            day[0],
            day[1],
        ];
        let server = Server::start(&args, 1);
        let pages = PAGES.map(|page| body(&get(server.addresses[0], page)).to_owned());
        assert_eq!(server.stop(), 0);
        pages
    };
    let (before, after) = (pages(&first), pages(&second));
    for (page, (before, after)) in PAGES.iter().zip(before.iter().zip(&after)) {
        assert!(before.contains("</html>"), "{page}");
        assert_eq!(before, after, "{page}");
    }
}

#[test]
fn options_come_from_flag_then_variable_then_file() {
    let folder = tempfile::tempdir().unwrap();
    let [by_file, by_variable, by_flag] =
        ["file", "variable", "flag"].map(|n| folder.path().join(n));
    let config = folder.path().join("riktning.toml");
    std::fs::write(
        &config,
        format!("data = {:?}\nlanguage = \"fi\"\n", text(&by_file)),
    )
    .unwrap();
    let ask = |flag: bool, variable: bool| {
        let mut command = crate::running::riktning(&["verify"]);
        command.args(["--config", text(&config)]);
        if flag {
            command.args(["--data", text(&by_flag)]);
        }
        if variable {
            command.env("RIKTNING_DATA", text(&by_variable));
        }
        said(&command.output().unwrap())
    };
    assert!(ask(false, false).contains(text(&by_file)));
    assert!(ask(false, true).contains(text(&by_variable)));
    assert!(ask(true, true).contains(text(&by_flag)));
}

#[test]
fn help_begins_with_the_demo_in_the_language_that_is_asked_for() {
    let output = run(&["help"]);
    assert_eq!(status(&output), 0);
    for word in ["demo", "serve", "import", "export", "verify", "Exit status"] {
        assert!(said(&output).contains(word), "{word}");
    }
    for (language, words) in [
        (
            "sv",
            [
                "Kommandon:",
                "Val:",
                "Visa den här hjälpen",
                "styrsystem",
                "Slutstatus",
            ],
        ),
        (
            "fi",
            [
                "Komennot:",
                "Valinnat:",
                "Näytä tämä ohje",
                "ohjausjärjestelmä",
                "Paluuarvo",
            ],
        ),
    ] {
        let output = run(&["--language", language, "help"]);
        assert_eq!(status(&output), 0);
        for word in words {
            assert!(said(&output).contains(word), "{word} in {}", said(&output));
        }
        for english in ["Commands", "Print", "Usage", "Options"] {
            assert!(
                !said(&output).contains(english),
                "{english} in {}",
                said(&output)
            );
        }
    }
    let output = run(&["site", "notice", "--help", "--language=sv"]);
    assert!(said(&output).contains("Tiderna är lokala") && said(&output).contains("[[notice]]"));
}

#[test]
fn wrong_use_is_told_in_one_sentence_of_the_language_that_is_asked_for() {
    for (args, words) in [
        (vec!["flyg"], "kommandot flyg finns inte"),
        (vec!["serv"], "menade du serve?"),
        (vec!["serve", "--lissen", "x"], "menade du --listen?"),
        (vec!["verify", "--flyg"], "`riktning verify --help`"),
        (vec!["import", "facts"], "det här saknas: <FILE>"),
        (
            vec!["serve", "--today", "i går"],
            "i går går inte att läsa vid --today <DAY>: skriv en dag som 2018-12-31",
        ),
        (
            vec!["person", "grant", "kim", "kung", "kommunstyrelsen"],
            "skriv en av reader",
        ),
        (
            vec!["serve", "--listen", ""],
            "--listen <ADDRESS> har inget värde",
        ),
    ] {
        let args: Vec<&str> = ["--language", "sv"].into_iter().chain(args).collect();
        let output = run(&args);
        assert_eq!(status(&output), 2, "{args:?}");
        assert!(said(&output).contains(words), "{args:?}: {}", said(&output));
        let lines = said(&output).trim_end().lines().count();
        assert_eq!(lines, 1, "{}", said(&output));
    }
}
