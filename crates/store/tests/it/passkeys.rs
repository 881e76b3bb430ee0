//! Passkeys: the same promises whatever they are kept in.

use crate::contract::each;
use jiff::Timestamp;
use riktning_domain::ids::PersonId;
use riktning_store::{
    Digest, EndPasskeys, LetterKind, Login, Mailbox, NewPasskey, News, Passkey, PasskeyTable,
    PasskeyUse, PeopleTable, Person, Secret, SqliteJournal, Store, TakenFactor, Tiding, export,
};
use uuid::Uuid;

fn who(n: u128) -> PersonId {
    PersonId(Uuid::from_u128(n))
}

fn at(second: i64) -> Timestamp {
    Timestamp::from_second(1_700_000_000 + second).unwrap()
}

fn passkey(n: u8, person: u128) -> Passkey {
    Passkey {
        person: who(person),
        credential: vec![n; 16],
        name: format!("Telefonen {n}"),
        key: "{\"counter\":0}".to_owned(),
        made: at(i64::from(n)),
        used: None,
    }
}

fn login(n: u8, person: u128, by_passkey: bool) -> Login {
    Login {
        digest: Digest([n; 32]),
        person: who(person),
        begun: at(50),
        seen: at(50),
        device: "Firefox".to_owned(),
        through: None,
        by_passkey,
    }
}

fn new(n: u8, person: u128, stays: u8) -> NewPasskey {
    NewPasskey {
        passkey: passkey(n, person),
        stays: Digest([stays; 32]),
        told: None,
    }
}

fn signs(of: &Passkey) -> PasskeyUse {
    PasskeyUse {
        of: of.clone(),
        key: "{\"counter\":1}".to_owned(),
    }
}

fn end(person: u128, credential: Option<u8>) -> EndPasskeys {
    EndPasskeys {
        person: who(person),
        credential: credential.map(|n| vec![n; 16]),
        stays: None,
        taken: None,
        told: None,
    }
}

fn taken(n: u128, by: Option<u128>) -> TakenFactor {
    TakenFactor {
        person: who(n),
        by: by.map(who),
        at: at(70),
    }
}

fn letter(n: u128) -> News {
    News {
        person: who(n),
        kind: LetterKind::PasskeysChanged,
        tiding: Tiding {
            id: Uuid::from_u128(5),
            what: "\"PasskeysChanged\"".to_owned(),
            at: at(0),
        },
        due: at(0),
        until: at(9),
    }
}

/// Two people who are signed in by a password: the first on two devices, 1 and 2, the other on 3.
fn two(store: &mut dyn Store) {
    for n in [1, 2] {
        let person = Person {
            id: who(n),
            login: format!("kim{n}"),
            name: "Kim Exempel".to_owned(),
            secret: Secret::Own("$x".to_owned()),
        };
        assert!(store.keep_person(&person).unwrap());
    }
    for (n, person) in [(1, 1), (2, 1), (3, 2)] {
        assert!(store.keep_login(&login(n, person, false), "$x").unwrap());
    }
}

fn logins(store: &dyn Store) -> Vec<u8> {
    let logins = store.logins().unwrap();
    logins.iter().map(|login| login.digest.0[0]).collect()
}

#[test]
fn a_passkey_is_read_as_it_was_kept_and_ends_the_other_sign_ins() {
    each(|store| {
        two(store);
        let mailbox = Mailbox {
            person: who(1),
            address: "kim@exempelstad.se".to_owned(),
            language: "sv".to_owned(),
            digest: true,
        };
        assert!(store.keep_mailbox(&mailbox).unwrap());
        let told = NewPasskey {
            told: Some(letter(1)),
            ..new(9, 1, 2)
        };
        assert!(store.keep_passkey(&told).unwrap());
        assert_eq!(logins(store), [2, 3]);
        assert!(store.waits(who(1), LetterKind::PasskeysChanged).unwrap());
        assert!(store.keep_passkey(&new(8, 1, 2)).unwrap());
        assert_eq!(store.passkeys().unwrap(), [passkey(8, 1), passkey(9, 1)]);
    });
}

#[test]
fn no_passkey_is_kept_twice_nor_for_a_sign_in_that_is_over_or_another_persons() {
    each(|store| {
        two(store);
        assert!(store.keep_passkey(&new(9, 1, 1)).unwrap());
        for (credential, person, stays) in [(9, 1, 1), (9, 2, 3), (8, 1, 2), (8, 2, 1), (8, 3, 3)] {
            let kept = store.keep_passkey(&new(credential, person, stays));
            assert!(!kept.unwrap(), "{credential} {person} {stays}");
        }
        assert_eq!(store.passkeys().unwrap(), [passkey(9, 1)]);
    });
}

#[test]
fn a_sign_in_by_a_passkey_is_kept_with_when_and_once_for_each_signature() {
    each(|store| {
        two(store);
        assert!(store.keep_passkey(&new(9, 1, 1)).unwrap());
        let (by, used) = (login(4, 1, true), signs(&passkey(9, 1)));
        assert!(store.keep_passkey_login(&by, &used).unwrap());
        assert_eq!(store.logins().unwrap()[2], by);
        let kept = &store.passkeys().unwrap()[0];
        assert_eq!((&*kept.key, kept.used), ("{\"counter\":1}", Some(at(50))));
        let again = store.keep_passkey_login(&login(5, 1, true), &used);
        assert!(!again.unwrap(), "the counter stands elsewhere by now");
        let others = store.keep_passkey_login(&login(5, 2, true), &signs(kept));
        assert!(!others.unwrap(), "it is not theirs");
        assert_eq!(logins(store), [1, 3, 4]);
    });
}

#[test]
fn who_is_barred_has_no_passkey_and_none_signs_them_in() {
    each(|store| {
        two(store);
        assert!(store.keep_passkey(&new(9, 1, 1)).unwrap());
        assert!(store.bar(who(1)).unwrap());
        assert_eq!(store.passkeys().unwrap(), []);
        let used = signs(&passkey(9, 1));
        let by = store.keep_passkey_login(&login(4, 1, true), &used);
        assert!(!by.unwrap());
        assert_eq!(logins(store), [3]);
    });
}

#[test]
fn one_is_taken_away_or_all_and_who_took_them_is_told_until_there_is_another() {
    each(|store| {
        two(store);
        assert!(store.keep_passkey(&new(8, 1, 1)).unwrap());
        assert!(store.keep_passkey(&new(9, 1, 1)).unwrap());
        let by = login(4, 1, true);
        let used = signs(&passkey(9, 1));
        assert!(store.keep_passkey_login(&by, &used).unwrap());
        assert_eq!(
            store.end_passkeys(&end(2, Some(8))).unwrap(),
            0,
            "not theirs"
        );
        assert_eq!(
            store.end_passkeys(&end(1, Some(7))).unwrap(),
            0,
            "none such"
        );
        assert_eq!(logins(store), [1, 3, 4]);
        let one = EndPasskeys {
            stays: Some(Digest([1; 32])),
            ..end(1, Some(8))
        };
        assert_eq!(store.end_passkeys(&one).unwrap(), 1);
        assert_eq!(logins(store), [1, 3]);
        assert_eq!(store.passkeys().unwrap().len(), 1);
        let all = EndPasskeys {
            taken: Some(taken(1, Some(2))),
            ..end(1, None)
        };
        assert!(store.keep_passkey(&new(8, 1, 1)).unwrap());
        assert_eq!(store.end_passkeys(&all).unwrap(), 2);
        assert_eq!(store.taken_passkeys().unwrap(), [taken(1, Some(2))]);
        assert_eq!(logins(store), [3]);
        assert_eq!(store.end_passkeys(&all).unwrap(), 0);
        assert!(store.keep_login(&login(6, 1, false), "$x").unwrap());
        assert!(store.keep_passkey(&new(8, 1, 6)).unwrap());
        assert_eq!(store.taken_passkeys().unwrap(), []);
    });
}

#[test]
fn who_is_erased_leaves_no_passkey() {
    each(|store| {
        two(store);
        assert!(store.keep_passkey(&new(8, 1, 1)).unwrap());
        assert!(store.keep_passkey(&new(9, 2, 3)).unwrap());
        let took = EndPasskeys {
            taken: Some(taken(2, None)),
            ..end(2, None)
        };
        assert_eq!(store.end_passkeys(&took).unwrap(), 1);
        for n in [1, 2] {
            assert!(store.erase_person(who(n)).unwrap());
        }
        assert_eq!(store.passkeys().unwrap(), []);
        assert_eq!(store.taken_passkeys().unwrap(), []);
    });
}

#[test]
fn a_passkey_is_in_no_export_and_its_name_in_no_file_once_its_owner_is_erased() {
    let folder = tempfile::tempdir().unwrap();
    let (data, out) = (folder.path().join("data"), folder.path().join("out"));
    let has = |folder: &std::path::Path| {
        let files = std::fs::read_dir(folder).unwrap();
        let files = files.map(|file| file.unwrap().path());
        let mut files = files.filter(|path| path.is_file());
        files.any(|file| {
            let bytes = std::fs::read(file).unwrap();
            bytes.windows(11).any(|part| part == b"Telefonen 9")
        })
    };
    let mut store = SqliteJournal::open(&data).unwrap();
    two(&mut store);
    assert!(store.keep_passkey(&new(9, 1, 1)).unwrap());
    assert!(has(&data));
    export(&store, &out, &mut |_| {}).unwrap();
    assert!(!has(&out));
    store.erase_person(who(1)).unwrap();
    assert!(!has(&data));
}

#[test]
fn what_is_printed_of_a_passkey_is_neither_its_name_nor_its_key() {
    let printed = format!("{:?}", passkey(9, 1));
    assert!(!printed.contains("Telefonen") && !printed.contains("counter"));
}
