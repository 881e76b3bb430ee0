//! What it says, in which language, and that it names what its reader has to change.

use crate::running::{Server, riktning, run, said, status, text};
use riktning_store::SqliteJournal;
use std::fs;
use std::net::TcpListener;
use std::path::Path;
use std::process::{Command, Output};

const FACTS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../facts/eskilstuna.json");

fn with(variable: (&str, &str), args: &[&str]) -> Output {
    let mut command = riktning(args);
    command.env(variable.0, variable.1).output().unwrap()
}

fn sentence(output: &Output) -> String {
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(said.trim_end().lines().count(), 1, "{said}");
    said
}

#[test]
fn what_is_wrong_is_named_as_it_was_given() {
    for (variable, bad) in [
        ("RIKTNING_LISTEN", "nowhere"),
        ("RIKTNING_LANGUAGE", "xx"),
        ("RIKTNING_TODAY", "2018-13-01"),
        ("RIKTNING_PUBLIC_URL", "x"),
        ("RIKTNING_TRUSTED_PROXY", "x"),
    ] {
        let output = with((variable, bad), &["serve", "--data", "x"]);
        assert_eq!(status(&output), 2, "{variable}");
        let said = sentence(&output);
        assert!(said.contains(variable) && said.contains(bad), "{said}");
        let flag = variable
            .replace("RIKTNING_", "--")
            .to_lowercase()
            .replace('_', "-");
        assert!(!said.contains(&flag), "{said}");
    }
    // A flag goes before the variable, and is then what is wrong.
    let args = ["serve", "--data", "x", "--listen", "nowhere"];
    let output = with(("RIKTNING_LISTEN", "nowhere"), &args);
    assert!(said(&output).contains("--listen <ADDRESS>"));

    let folder = tempfile::tempdir().unwrap();
    let (data, config) = (folder.path().join("none"), folder.path().join("r.toml"));
    let flag = run(&["verify", "--data", text(&data)]);
    assert!(sentence(&flag).contains("(--data)"), "{}", said(&flag));
    let variable = with(("RIKTNING_DATA", text(&data)), &["verify"]);
    assert!(sentence(&variable).contains("(RIKTNING_DATA)"));
    fs::write(&config, format!("data = {:?}\n", text(&data))).unwrap();
    let file = run(&["serve", "--config", text(&config)]);
    let named = format!("(data in {})", text(&config));
    assert!(sentence(&file).contains(&named), "{}", said(&file));

    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    let demo = ["demo", "--data", text(&data)];
    let output = with(("RIKTNING_LISTEN", &address), &demo);
    let named = format!("{address} (RIKTNING_LISTEN)");
    assert!(sentence(&output).contains(&named), "{}", said(&output));
}

/// Runs what might wait for ever, and ends it then.
fn hurried(args: &[&str]) -> Output {
    let mut command = Command::new("timeout");
    command.arg("20").arg(env!("CARGO_BIN_EXE_riktning"));
    command.args(args).env("LC_ALL", "C").output().unwrap()
}

#[test]
fn a_pipe_or_a_device_is_not_waited_for() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    let pipe = |path: &Path| {
        let made = Command::new("mkfifo").arg(path).status().unwrap();
        assert!(made.success());
    };
    let (named, data) = (at("pipe"), at("store"));
    pipe(&named);
    drop(SqliteJournal::open(&at("empty")).unwrap());
    let empty = at("empty");
    for file in [text(&named), "/dev/zero", text(folder.path())] {
        for (args, expected) in [
            (vec!["import", "facts", file, "--data", text(&data)], 1),
            (vec!["site", "notice", file, "--data", text(&empty)], 1),
            (vec!["verify", "--config", file], 2),
        ] {
            let output = hurried(&args);
            assert_eq!(status(&output), expected, "{args:?}: {}", said(&output));
            assert!(sentence(&output).contains("no regular file"), "{args:?}");
        }
    }
    fs::create_dir(at("out")).unwrap();
    pipe(&at("out/manifest.json"));
    let out = at("out");
    let output = hurried(&["import", "journal", text(&out), "--data", text(&data)]);
    assert_eq!(status(&output), 1);
    assert!(sentence(&output).contains("no regular file"));
    assert!(!data.exists());
    for name in ["riktning.sqlite", "riktning.lock"] {
        let store = at(name.trim_start_matches("riktning."));
        fs::create_dir(&store).unwrap();
        pipe(&store.join(name));
        let output = hurried(&["import", "facts", FACTS, "--data", text(&store)]);
        assert_eq!(status(&output), 1, "{name}");
        assert!(sentence(&output).contains("no regular file"), "{name}");
    }
}

#[test]
fn it_speaks_the_language_of_its_reader() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("store");
    for (language, none, empty) in [
        ("sv_SE.UTF-8", "det finns ingen journal", "hel, men"),
        ("fi_FI.UTF-8", "ei ole päiväkirjaa", "ehjä, mutta"),
        ("C", "there is no store", "sound, but it holds no event"),
    ] {
        for command in ["verify", "serve"] {
            let output = with(("LC_ALL", language), &[command, "--data", text(&data)]);
            assert!(sentence(&output).contains(none), "{}", said(&output));
        }
        drop(SqliteJournal::open(&data).unwrap());
        let output = with(("LC_ALL", language), &["verify", "--data", text(&data)]);
        assert_eq!(status(&output), 0);
        assert!(said(&output).contains(empty), "{}", said(&output));
        let held = SqliteJournal::open(&data).unwrap();
        let second = with(("LC_ALL", language), &["serve", "--data", text(&data)]);
        assert_eq!(status(&second), 1);
        let english = sentence(&second).contains("open in another process");
        assert_eq!(english, language == "C", "{}", said(&second));
        drop(held);
        fs::remove_dir_all(&data).unwrap();
    }
}

#[test]
fn a_copy_of_a_store_that_is_served_is_whole_only_with_its_log() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("store");
    let import = ["import", "facts", FACTS, "--data", text(&data)];
    assert_eq!(status(&run(&import)), 0);
    let serve = ["serve", "--data", text(&data), "--listen", "127.0.0.1:0"];
    let server = Server::start(&serve, 1);
    let copy = folder.path().join("copy");
    fs::create_dir(&copy).unwrap();
    let file = "riktning.sqlite";
    fs::copy(data.join(file), copy.join(file)).unwrap();
    let alone = run(&["verify", "--data", text(&copy)]);
    assert_eq!(status(&alone), 3, "{}", said(&alone));
    assert!(sentence(&alone).contains("riktning.sqlite-wal"));
    let served = run(&["serve", "--data", text(&copy)]);
    assert_eq!(status(&served), 1, "{}", said(&served));
    let log = "riktning.sqlite-wal";
    fs::copy(data.join(log), copy.join(log)).unwrap();
    let whole = run(&["verify", "--data", text(&copy)]);
    assert_eq!(status(&whole), 0, "{}", said(&whole));
    assert_eq!(server.stop(), 0);
    let stopped = run(&["verify", "--data", text(&data)]);
    assert_eq!(said(&stopped), said(&whole));
}
