//! What it answers to bad input: one sentence that says what and what to do, exit status 1,
//! and no trace behind.

use crate::running::{Server, run, said, status, text};
use std::fs;
use std::net::TcpListener;
use std::path::Path;

const FACTS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../facts/eskilstuna.json");

fn store(folder: &Path) {
    let output = run(&[
        "import",
        "facts",
        FACTS,
        "--data",
        text(folder),
        "--today",
        "2026-11-23",
    ]);
    assert_eq!(status(&output), 0, "{}", said(&output));
}

fn sentence(output: &std::process::Output) -> String {
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(said.trim_end().lines().count(), 1, "{said}");
    said
}

#[test]
fn a_port_in_use_leaves_no_trace() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("store");
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    let output = run(&["demo", "--data", text(&data), "--listen", &address]);
    assert_eq!(status(&output), 1);
    assert!(sentence(&output).contains(&address));
    assert!(!data.exists());
}

#[test]
fn a_store_that_another_process_holds_is_refused_in_words() {
    let folder = tempfile::tempdir().unwrap();
    store(folder.path());
    let data = text(folder.path());
    let serve = ["serve", "--data", data, "--listen", "127.0.0.1:0"];
    let server = Server::start(&serve, 1);
    let second = run(&serve);
    assert_eq!(status(&second), 1);
    assert!(sentence(&second).contains("another process"));
    // Whoever only reads may, also while somebody writes.
    let verified = run(&["verify", "--data", data]);
    assert_eq!(status(&verified), 0, "{}", said(&verified));
    drop(server);
}

#[test]
fn a_folder_that_cannot_be_used_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("a-file");
    fs::write(&file, "in the way").unwrap();
    let below = file.join("store");
    let output = run(&["import", "facts", FACTS, "--data", text(&below)]);
    assert_eq!(status(&output), 1);
    assert!(
        sentence(&output).contains(text(&below)),
        "{}",
        said(&output)
    );
}

#[test]
fn a_store_that_is_not_there_is_not_made_by_looking() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("nothing");
    let verified = run(&["verify", "--data", text(&data)]);
    assert_eq!(status(&verified), 3);
    let served = run(&["serve", "--data", text(&data), "--listen", "127.0.0.1:0"]);
    assert_eq!(status(&served), 1);
    assert!(sentence(&served).contains("no store"));
    assert!(!data.exists());
}

#[test]
fn a_flipped_bit_is_found_and_never_served() {
    let folder = tempfile::tempdir().unwrap();
    store(folder.path());
    let file = folder.path().join("riktning.sqlite");
    let mut bytes = fs::read(&file).unwrap();
    let word = b"Klimatsmart";
    let places: Vec<usize> = bytes
        .windows(word.len())
        .enumerate()
        .filter(|(_, w)| w == word)
        .map(|(i, _)| i)
        .collect();
    assert!(!places.is_empty());
    for place in places {
        bytes[place] ^= 1;
    }
    fs::write(&file, bytes).unwrap();
    let data = text(folder.path());
    let verified = run(&["verify", "--data", data, "--json"]);
    assert_eq!(status(&verified), 1, "{}", said(&verified));
    assert!(said(&verified).contains("\"verdict\":\"tampered\""));
    let served = run(&["serve", "--data", data, "--listen", "127.0.0.1:0"]);
    assert_eq!(status(&served), 1);
    assert!(sentence(&served).contains("position"));
}

#[test]
fn a_file_that_is_no_journal_is_unreadable_and_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("riktning.sqlite");
    fs::write(&file, "somebody's diary").unwrap();
    assert_eq!(status(&run(&["verify", "--data", text(folder.path())])), 3);
    let served = run(&[
        "serve",
        "--data",
        text(folder.path()),
        "--listen",
        "127.0.0.1:0",
    ]);
    assert_eq!(status(&served), 1);
    assert_eq!(fs::read_to_string(&file).unwrap(), "somebody's diary");
}

#[test]
fn every_fault_of_a_facts_file_is_told_and_nothing_is_stored() {
    let folder = tempfile::tempdir().unwrap();
    let (file, data) = (
        folder.path().join("facts.json"),
        folder.path().join("store"),
    );
    let broken = fs::read_to_string(FACTS)
        .unwrap()
        .replace("\"better\": \"up\"", "\"better\": \"sideways\"")
        .replace("\"mandate\": \"MP4\"", "\"mandate\": \"MP9\"");
    fs::write(&file, broken).unwrap();
    let output = run(&["import", "facts", text(&file), "--data", text(&data)]);
    assert_eq!(status(&output), 1);
    let said = said(&output);
    assert!(said.contains("indicators[0].better: "), "{said}");
    assert!(said.contains("strategic_goals[20].mandate: "), "{said}");
    assert!(!data.exists());
    fs::write(&file, "{\"meta\": ").unwrap();
    let output = run(&["import", "facts", text(&file), "--data", text(&data)]);
    assert_eq!(status(&output), 1);
    assert!(crate::running::said(&output).contains("line 1"));
    assert!(!data.exists());
}

#[test]
fn wrong_use_ends_with_two() {
    assert_eq!(status(&run(&["serve", "--listen", "nowhere"])), 2);
    assert_eq!(status(&run(&["fly"])), 2);
    for args in [
        vec!["verify"],
        vec!["serve"],
        vec!["export", "journal", "out"],
        vec!["import", "facts", FACTS],
    ] {
        let output = run(&args);
        assert_eq!(status(&output), 2, "{args:?}");
        assert!(sentence(&output).contains("--data"));
    }
    for day in ["2018-13-01", "2016-01-01T12:00"] {
        let output = run(&["serve", "--data", "x", "--today", day]);
        assert_eq!(status(&output), 2);
        let words = format!("{day} cannot be read at --today <DAY>: write a day as 2018-12-31");
        assert!(said(&output).contains(&words), "{}", said(&output));
    }
    for url in ["nonsense", "javascript:alert(1)", "https://a b", "https://"] {
        let output = run(&["serve", "--data", "x", "--public-url", url]);
        assert_eq!(status(&output), 2, "{url}");
    }
}

#[test]
fn a_configuration_that_cannot_be_read_is_wrong_use_in_one_sentence() {
    let folder = tempfile::tempdir().unwrap();
    let config = folder.path().join("riktning.toml");
    let ask = || {
        let mut command = crate::running::riktning(&["verify"]);
        command.env("RIKTNING_CONFIG", text(&config));
        command.output().unwrap()
    };
    assert_eq!(status(&ask()), 2);
    for bad in [
        "\ndata = ",
        "\ndata = 7",
        "\ntoday = \"2018-13-01\"",
        "\npublic-url = \"x\"",
    ] {
        fs::write(&config, bad).unwrap();
        let output = ask();
        assert_eq!(status(&output), 2, "{bad}");
        let said = sentence(&output);
        assert!(
            said.contains("line 2") && said.contains(text(&config)),
            "{said}"
        );
    }
    // A day is a day with or without quotes, and a variable set to nothing is not set.
    fs::write(&config, "today = 2018-12-31\n").unwrap();
    let mut command = crate::running::riktning(&["verify"]);
    command.args(["--config", text(&config), "--data", text(folder.path())]);
    command
        .env("RIKTNING_TODAY", "")
        .env("RIKTNING_LANGUAGE", "");
    assert_eq!(status(&command.output().unwrap()), 3);
}

#[test]
fn an_empty_folder_is_no_store_and_stays_empty() {
    let folder = tempfile::tempdir().unwrap();
    let data = text(folder.path());
    let served = run(&["serve", "--data", data, "--listen", "127.0.0.1:0"]);
    assert_eq!(status(&served), 1);
    assert!(sentence(&served).contains("import facts"));
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
    let nothing = folder.path().join("nothing");
    let below = folder.path().join("m1/m2/m3");
    for target in [folder.path(), below.as_path()] {
        let import = ["import", "journal", text(&nothing), "--data", text(target)];
        let output = run(&import);
        assert_eq!(status(&output), 1);
        sentence(&output);
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
    }
}

#[test]
fn facts_of_another_municipality_are_refused_and_nothing_changes() {
    let folder = tempfile::tempdir().unwrap();
    let (file, data) = (folder.path().join("f.json"), folder.path().join("store"));
    store(&data);
    let other = fs::read_to_string(FACTS).unwrap();
    let other = other.replacen("Eskilstuna kommun", "Exempelstads kommun", 1);
    let other = other.replacen("\"0484\"", "\"0001\"", 1);
    fs::write(&file, other).unwrap();
    let before = said(&run(&["verify", "--data", text(&data)]));
    let output = run(&["import", "facts", text(&file), "--data", text(&data)]);
    assert_eq!(status(&output), 1, "{}", said(&output));
    assert!(sentence(&output).contains("Eskilstuna kommun"));
    assert_eq!(said(&run(&["verify", "--data", text(&data)])), before);
}

#[test]
fn what_cannot_be_written_changes_no_exit_status() {
    let full = || {
        fs::OpenOptions::new()
            .write(true)
            .open("/dev/full")
            .unwrap()
    };
    let mut command = crate::running::riktning(&["serve"]);
    let status = command.stdout(full()).stderr(full()).status().unwrap();
    assert_eq!(status.code(), Some(2));
}

#[test]
fn a_file_without_an_end_is_refused_at_the_limit() {
    let folder = tempfile::tempdir().unwrap();
    let (file, data) = (folder.path().join("f.json"), folder.path().join("store"));
    let large = fs::File::create(&file).unwrap();
    large.set_len(1 << 40).unwrap();
    let output = run(&["import", "facts", text(&file), "--data", text(&data)]);
    assert_eq!(status(&output), 1);
    assert!(said(&output).contains("too large") && said(&output).contains("one fault"));
    assert!(!data.exists());
}

#[test]
fn a_damaged_export_leaves_an_empty_place() {
    let folder = tempfile::tempdir().unwrap();
    let [first, out, second] = ["first", "out", "second"].map(|name| folder.path().join(name));
    store(&first);
    assert_eq!(
        status(&run(&[
            "export",
            "journal",
            text(&out),
            "--data",
            text(&first)
        ])),
        0
    );
    let rows = out.join("journal.jsonl");
    let whole = fs::read_to_string(&rows).unwrap();
    let lines: Vec<&str> = whole.lines().collect();
    let cut = lines[..lines.len() - 1].join("\n") + "\n";
    let edited = whole.replacen("Klimatsmart", "Klimatdumt", 1);
    let reordered = {
        let mut lines = lines.clone();
        lines.swap(3, 4);
        lines.join("\n") + "\n"
    };
    for damaged in [cut, edited, reordered] {
        fs::write(&rows, damaged).unwrap();
        let output = run(&["import", "journal", text(&out), "--data", text(&second)]);
        assert_eq!(status(&output), 1);
        sentence(&output);
        assert!(!second.exists());
    }
    fs::write(&rows, whole).unwrap();
    assert_eq!(
        status(&run(&[
            "import",
            "journal",
            text(&out),
            "--data",
            text(&second)
        ])),
        0
    );
    // Into a store that is not empty, nothing goes.
    assert_eq!(
        status(&run(&[
            "import",
            "journal",
            text(&out),
            "--data",
            text(&second)
        ])),
        1
    );
}
