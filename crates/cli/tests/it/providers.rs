//! Sign-in services in the file of the options, as whoever sets them up meets them.

use crate::running::{Server, riktning, run, said, status, text};
use std::fs;
use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::path::Path;

const SERVICE: &str = r#"
[[provider]]
id = "kommunen"
name = { sv = "Kommunens inloggning", fi = "Kunnan kirjautuminen", en = "The municipality" }
issuer = "https://login.example.se/exempelstad"
client-id = "riktning"
"#;
const RULE: &str = r#"
[[provider.role]]
group = "skribenter"
role = "contributor"
body = "en-namnd-som-inte-finns"
"#;

/// What `serve` says of a file of options before it serves anything.
fn refused(folder: &Path, options: &str) -> (i32, String) {
    let config = folder.join("riktning.toml");
    fs::write(&config, options).unwrap();
    let args = ["serve", "--config", text(&config), "--data", text(folder)];
    let ended = run(&[&args[..], &["--listen", "127.0.0.1:0"]].concat());
    (status(&ended), said(&ended))
}

fn store() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    drop(riktning_store::SqliteJournal::open(folder.path()).unwrap());
    folder
}

#[test]
fn a_service_that_cannot_be_one_is_told_of_in_a_sentence() {
    let folder = store();
    let public = "public-url = \"https://mal.example.se\"\n";
    let with = |from: &str, to: &str| format!("{public}{}", SERVICE.replace(from, to));
    for (options, told) in [
        (SERVICE.to_owned(), "--public-url"),
        (with("https://login", "http://login"), "begin with https"),
        (with("\"kommunen\"", "\"Kommunen\""), "small letters"),
        (with("\"riktning\"", "\"\""), "client-id"),
        (
            format!("{public}{SERVICE}person = \"email\"\n"),
            "can pass to somebody else",
        ),
        (format!("{public}{SERVICE}{SERVICE}"), "the same id"),
        (
            format!("{public}{SERVICE}scopes = [\"a b\"]\n"),
            "single words",
        ),
        (
            format!("{public}{SERVICE}client-secret-file = \"/does/not/exist\"\n"),
            "/does/not/exist",
        ),
    ] {
        let (status, said) = refused(folder.path(), &options);
        // A file that cannot be read is refused; what stands in the options is wrong use.
        let expected = if told.starts_with('/') { 1 } else { 2 };
        assert_eq!(status, expected, "{options}: {said}");
        assert!(said.contains(told), "{told}: {said}");
        assert_eq!(said.trim().lines().count(), 1, "{said}");
    }
    for (options, line) in [
        (
            format!("{public}{SERVICE}client-secret = \"hemligt\"\n"),
            "line 8",
        ),
        (
            format!("{public}{SERVICE}two-steps = \"never\"\n"),
            "line 8",
        ),
        (
            format!("{public}{SERVICE}{}", RULE.replace("contributor", "king")),
            "line 11",
        ),
        (
            format!("{public}{SERVICE}{}", RULE.replace("en-namnd", "En nämnd")),
            "line 12",
        ),
    ] {
        let (status, said) = refused(folder.path(), &options);
        assert_eq!(status, 2, "{said}");
        assert!(said.contains(line), "{line}: {said}");
        assert!(!said.contains("hemligt"), "{said}");
    }
}

#[test]
fn a_service_has_its_button_and_a_rule_for_no_body_is_told_of() {
    let folder = store();
    let config = folder.path().join("riktning.toml");
    let options = format!("public-url = \"http://127.0.0.1:9\"\n{SERVICE}{RULE}");
    fs::write(&config, options).unwrap();
    let args = [
        "serve",
        "--config",
        text(&config),
        "--data",
        text(folder.path()),
    ];
    let args = [&args[..], &["--listen", "127.0.0.1:0"]].concat();
    let server = Server::start(&args, 1);
    let mut stream = TcpStream::connect(server.addresses[0]).unwrap();
    write!(
        stream,
        "GET /en/logga-in HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
    )
    .unwrap();
    let mut page = String::new();
    stream.read_to_string(&mut page).unwrap();
    assert!(
        page.contains("formaction=\"/en/logga-in/via/kommunen\""),
        "{page}"
    );
    assert!(page.contains("Sign in with The municipality"), "{page}");
    assert_eq!(server.stop(), 0);
    let mut again = riktning(&args);
    let mut again = again.stderr(std::process::Stdio::piped()).spawn().unwrap();
    let mut told = String::new();
    let mut said = std::io::BufReader::new(again.stderr.take().unwrap());
    std::io::BufRead::read_line(&mut said, &mut told).unwrap();
    again.kill().unwrap();
    again.wait().unwrap();
    assert!(told.contains("en-namnd-som-inte-finns"), "{told}");
}

#[test]
fn the_help_shows_a_service_as_the_file_has_it() {
    let help = said(&run(&["help", "serve"]));
    assert!(help.contains("[[provider.role]]"), "{help}");
    let sample: String = help
        .lines()
        .skip_while(|line| !line.contains("public-url = "))
        .map(|line| format!("{}\n", line.trim()))
        .collect();
    let folder = store();
    let secret = folder.path().join("secret");
    fs::write(&secret, "hemligt\n").unwrap();
    let sample = sample.replace("/run/secrets/riktning-kommunen", text(&secret));
    let config = folder.path().join("riktning.toml");
    fs::write(&config, sample).unwrap();
    let args = [
        "serve",
        "--config",
        text(&config),
        "--data",
        text(folder.path()),
    ];
    let server = Server::start(&[&args[..], &["--listen", "127.0.0.1:0"]].concat(), 1);
    assert_eq!(server.stop(), 0);
}
