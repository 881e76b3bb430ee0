//! People, by whoever looks after the program.

use crate::running::{Server, run, said, status, text};
use riktning_store::{
    Digest, Factor, FactorTable, Login, NewPasskey, Passkey, PasskeyTable, PeopleTable,
    SqliteJournal,
};
use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};

const FACTS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../facts/eskilstuna.json");

fn asked(address: SocketAddr, request: &str) -> String {
    let mut stream = TcpStream::connect(address).unwrap();
    write!(stream, "{request}").unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    answer
}

fn header<'a>(answer: &'a str, name: &str) -> &'a str {
    let lines = answer.lines();
    let mut values = lines.filter_map(|line| line.strip_prefix(name)?.strip_prefix(": "));
    values.next().unwrap_or_default()
}

#[test]
fn a_second_step_is_demanded_of_whoever_lets_others_in_where_it_is_said() {
    let folder = tempfile::tempdir().unwrap();
    let data = text(folder.path());
    let imported = run(&["import", "facts", FACTS, "--data", data]);
    assert_eq!(status(&imported), 0, "{}", said(&imported));
    let added = run(&[
        "person",
        "add",
        "kim",
        "--name",
        "Kim Exempel",
        "--data",
        data,
    ]);
    let granted = [
        "person",
        "grant",
        "kim",
        "administrator",
        "kommunfullmaktige",
    ];
    let granted = run(&[&granted[..], &["--data", data]].concat());
    assert_eq!(status(&granted), 0, "{}", said(&granted));
    let mut password = said(&added).trim().rsplit(' ').next().unwrap().to_owned();
    for (demanded, to) in [(false, ""), (true, "/arbete/konto/tva-steg")] {
        let args = ["serve", "--data", data, "--listen", "127.0.0.1:0"];
        let flag: &[&str] = if demanded {
            &["--require-second-step"]
        } else {
            &[]
        };
        let server = Server::start(&[&args[..], flag].concat(), 1);
        let address = server.addresses[0];
        let form = format!("login=kim&losenord={password}&till=");
        let length = form.len();
        let signed = asked(
            address,
            &format!(
                "POST /logga-in HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\
                 Content-Length: {length}\r\n\r\n{form}"
            ),
        );
        let cookie = header(&signed, "set-cookie").split(';').next().unwrap();
        assert!(cookie.starts_with("riktning="), "{signed}");
        let desk = asked(
            address,
            &format!(
                "GET /arbete/ HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\
                 Cookie: {cookie}\r\n\r\n"
            ),
        );
        assert_eq!(header(&desk, "location"), to, "{desk}");
        assert_eq!(server.stop(), 0);
        let again = run(&["person", "password", "kim", "--data", data]);
        password = said(&again).trim().rsplit(' ').next().unwrap().to_owned();
    }
}

#[test]
fn a_lost_telephone_is_taken_away_at_the_command_line() {
    let folder = tempfile::tempdir().unwrap();
    let data = text(folder.path());
    drop(SqliteJournal::open(folder.path()).unwrap());
    let added = run(&[
        "person",
        "add",
        "kim",
        "--name",
        "Kim Exempel",
        "--data",
        data,
    ]);
    assert_eq!(status(&added), 0, "{}", said(&added));
    let take = |login| run(&["person", "take-second-step", login, "--data", data]);
    let none = take("kim");
    assert_eq!(status(&none), 1);
    assert!(
        said(&none).contains("kim has no sign-in in two steps"),
        "{}",
        said(&none)
    );

    let mut store = SqliteJournal::open(folder.path()).unwrap();
    let person = store.people().unwrap()[0].id;
    let factor = Factor {
        person,
        secret: [1; 20],
        step: 0,
        salt: [2; 16],
        codes: Vec::new(),
    };
    assert!(store.keep_factor(&factor).unwrap());
    drop(store);
    let nobody = take("nobody");
    assert!(
        said(&nobody).contains("nobody signs in as nobody"),
        "{}",
        said(&nobody)
    );
    let taken = take("KIM");
    assert_eq!(status(&taken), 0, "{}", said(&taken));
    let store = SqliteJournal::open(folder.path()).unwrap();
    assert_eq!(store.factors().unwrap(), []);
    let told = store.taken_factors().unwrap();
    assert_eq!((told.len(), told[0].person, told[0].by), (1, person, None));
}

#[test]
fn the_passkeys_of_a_lost_device_are_taken_away_at_the_command_line() {
    let folder = tempfile::tempdir().unwrap();
    let data = text(folder.path());
    drop(SqliteJournal::open(folder.path()).unwrap());
    let name = ["--name", "Kim Exempel", "--data", data];
    let added = run(&[&["person", "add", "kim"], &name[..]].concat());
    assert_eq!(status(&added), 0, "{}", said(&added));
    let take = |login| run(&["person", "take-passkeys", login, "--data", data]);
    let none = take("kim");
    assert_eq!(status(&none), 1);
    assert!(
        said(&none).contains("kim has no passkeys"),
        "{}",
        said(&none)
    );

    let mut store = SqliteJournal::open(folder.path()).unwrap();
    let person = store.people().unwrap().remove(0);
    let riktning_store::Secret::Once(proof) = person.secret else {
        panic!("a one-time password");
    };
    let now = jiff::Timestamp::now();
    let login = Login {
        digest: Digest([1; 32]),
        person: person.id,
        begun: now,
        seen: now,
        device: String::new(),
        through: None,
        by_passkey: false,
    };
    assert!(store.keep_login(&login, &proof).unwrap());
    let passkey = Passkey {
        person: person.id,
        credential: vec![1; 16],
        name: "Telefonen".to_owned(),
        key: "{}".to_owned(),
        made: now,
        used: None,
    };
    let new = NewPasskey {
        passkey,
        stays: login.digest,
        told: None,
    };
    assert!(store.keep_passkey(&new).unwrap());
    drop(store);
    let taken = take("KIM");
    assert_eq!(status(&taken), 0, "{}", said(&taken));
    let store = SqliteJournal::open(folder.path()).unwrap();
    assert_eq!(store.passkeys().unwrap(), []);
    assert_eq!(store.logins().unwrap(), []);
    let told = store.taken_passkeys().unwrap();
    assert_eq!(
        (told.len(), told[0].person, told[0].by),
        (1, person.id, None)
    );
}
