//! Mail as whoever runs the program sets it up: what is said wrong, and a letter that arrives.

use crate::peer::Peer;
use crate::running::{Server, run, said, status, text};
use jiff::{SignedDuration, Timestamp};
use riktning_domain::ids::PersonId;
use riktning_store::{
    LetterKind, LetterStanding, MailTable, Mailbox, News, PeopleTable, Person, Secret,
    SqliteJournal, Tiding,
};
use std::path::Path;
use std::time::{Duration, Instant};
use uuid::Uuid;

/// A store with somebody in it whom a letter waits for.
fn store(folder: &Path) -> Uuid {
    let mut store = SqliteJournal::open(folder).unwrap();
    let person = PersonId(Uuid::from_u128(1));
    let kept = store.keep_person(&Person {
        id: person,
        login: "kim".to_owned(),
        name: "Kim Exempel".to_owned(),
        secret: Secret::None,
    });
    assert!(kept.unwrap());
    let mailbox = Mailbox {
        person,
        address: "kim@exempelstad.example".to_owned(),
        language: "sv".to_owned(),
        digest: true,
    };
    assert!(store.keep_mailbox(&mailbox).unwrap());
    let now = Timestamp::now();
    let news = News {
        person,
        kind: LetterKind::Invitation,
        tiding: Tiding {
            id: Uuid::from_u128(2),
            what: "\"LetIn\"".to_owned(),
            at: now,
        },
        due: now,
        until: now + SignedDuration::from_hours(1),
    };
    assert!(store.tell(&[news], None).unwrap());
    store.letters().unwrap()[0].id
}

#[test]
fn what_is_said_wrong_of_mail_is_told_in_a_sentence_before_anything_is_served() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    drop(SqliteJournal::open(&data).unwrap());
    let nonsense = folder.path().join("nonsense");
    std::fs::write(&nonsense, "no certificate").unwrap();
    let (host, url) = (
        ["--smtp-host", "smtp.example"],
        ["--public-url", "https://x.example"],
    );
    let from = ["--mail-from", "x@example.se"];
    let all = [&host[..], &url[..], &from[..]].concat();
    let missing = folder.path().join("missing");
    for (args, ends, names) in [
        (host.to_vec(), 2, "--public-url"),
        ([&host[..], &url[..]].concat(), 2, "--mail-from"),
        (
            [&all[..], &["--smtp-without-tls"]].concat(),
            2,
            "smtp.example",
        ),
        (
            [&all[..], &["--smtp-user", "kim"]].concat(),
            2,
            "RIKTNING_SMTP_PASSWORD",
        ),
        (
            [
                &all[..],
                &["--smtp-user", "kim", "--smtp-password-file", text(&missing)],
            ]
            .concat(),
            1,
            "missing",
        ),
        (
            [&all[..], &["--smtp-ca", text(&nonsense)]].concat(),
            1,
            "PEM",
        ),
        (vec!["--mail-from", "ingen adress"], 2, "--mail-from"),
        (vec!["--mail-digest", "halv åtta"], 2, "07:30"),
        (vec!["--mail-quiet", "natten"], 2, "19:00-07:00"),
    ] {
        let serve = ["serve", "--data", text(&data), "--listen", "127.0.0.1:0"];
        let output = run(&[&serve[..], &args[..]].concat());
        let said = said(&output);
        assert_eq!(status(&output), ends, "{args:?}: {said}");
        assert!(said.contains(names), "{args:?}: {said}");
        assert_eq!(said.trim().lines().count(), 1, "{args:?}: {said}");
    }
}

#[test]
fn a_letter_arrives_with_what_was_said_in_the_file_and_the_password_is_nowhere() {
    let Some(peer) = Peer::start() else { return };
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    let letter = store(&data);
    let write = |name: &str, bytes: &[u8]| {
        let file = folder.path().join(name);
        std::fs::write(&file, bytes).unwrap();
        file
    };
    let (ca, password) = (
        write("ca.pem", &peer.vouches()),
        write("password", b"hemligt\n"),
    );
    let toml = format!(
        "smtp-host = \"localhost\"\nsmtp-port = {}\nsmtp-user = \"riktning\"\nsmtp-ca = {:?}\n\
         smtp-password-file = {:?}\nmail-from = \"Exempelstad <styrning@exempelstad.example>\"\n\
         mail-digest = \"08:15\"\nmail-quiet = \"18:00-06:00\"\n\
         public-url = \"https://mal.exempelstad.example\"\n",
        peer.port,
        text(&ca),
        text(&password)
    );
    let config = write("riktning.toml", toml.as_bytes());
    let args = [
        "serve",
        "--data",
        text(&data),
        "--listen",
        "127.0.0.1:0",
        "--config",
        text(&config),
    ];
    let server = Server::start(&args, 1);
    let until = Instant::now() + Duration::from_secs(60);
    let mut came = peer.came();
    while came.is_empty() && Instant::now() < until {
        std::thread::sleep(Duration::from_millis(50));
        came = peer.came();
    }
    let came = came.remove(0);
    assert_eq!(came.to, "kim@exempelstad.example");
    assert_eq!(
        (came.secure, came.user.as_deref()),
        (true, Some("riktning"))
    );
    let id = format!("<{letter}@exempelstad.example>");
    assert_eq!(came.header("Message-ID"), Some(id));
    assert!(
        came.parts()
            .0
            .contains("https://mal.exempelstad.example/logga-in")
    );
    assert_eq!(server.stop(), 0);
    let store = SqliteJournal::open(&data).unwrap();
    assert_eq!(store.letters().unwrap()[0].standing, LetterStanding::Sent);
    assert!(peer.came().is_empty());
}
