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
    assert_eq!(status(&run(&["verify"])), 2);
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
