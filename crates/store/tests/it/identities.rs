//! People whom a sign-in service knows: the same promises whatever they are kept in.

use crate::contract::each;
use jiff::Timestamp;
use riktning_domain::ids::PersonId;
use riktning_store::{
    Digest, EndLogins, Identity, Login, PeopleTable as _, Person, Secret, SqliteJournal, Store,
    Through,
};
use uuid::Uuid;

fn person(n: u128, login: &str) -> Person {
    Person {
        id: PersonId(Uuid::from_u128(n)),
        login: login.to_owned(),
        name: format!("Kim Exempel {n}"),
        secret: Secret::None,
    }
}

fn identity(issuer: &str, subject: &str) -> Identity {
    Identity {
        issuer: format!("https://{issuer}.example.se"),
        claim: "sub".to_owned(),
        subject: subject.to_owned(),
    }
}

fn login(n: u8, person: u128, two_steps: bool) -> Login {
    let at = Timestamp::from_second(1_700_000_000).unwrap();
    Login {
        digest: Digest([n; 32]),
        person: PersonId(Uuid::from_u128(person)),
        begun: at,
        seen: at,
        device: "Firefox".to_owned(),
        through: Some(Through {
            provider: "kommunen".to_owned(),
            two_steps,
        }),
        by_passkey: false,
    }
}

fn knows(store: &mut dyn Store, n: u128, identity: &Identity) {
    let kept = store.keep_known(&person(n, &format!("kim{n}")), identity);
    assert!(kept.unwrap());
}

#[test]
fn two_services_that_say_the_same_know_two_people() {
    each(|store| {
        let (here, there) = (identity("a", "kim"), identity("b", "kim"));
        knows(store, 1, &here);
        knows(store, 2, &there);
        let other = Identity {
            claim: "oid".to_owned(),
            ..here.clone()
        };
        knows(store, 3, &other);
        let all = [(other, 3), (here, 1), (there, 2)];
        let all = all.map(|(own, n)| (own, PersonId(Uuid::from_u128(n))));
        assert_eq!(store.identities().unwrap(), all);
        assert_eq!(store.people().unwrap().len(), 3);
    });
}

#[test]
fn nobody_becomes_whom_a_service_knows_already() {
    each(|store| {
        let own = identity("a", "kim");
        knows(store, 1, &own);
        assert!(!store.keep_known(&person(2, "alex"), &own).unwrap());
        let taken = store.keep_known(&person(3, "kim1"), &identity("a", "alex"));
        assert!(!taken.unwrap(), "the name is somebody else's");
        assert_eq!(store.identities().unwrap().len(), 1);
        let again = store.keep_known(&person(1, "kim1"), &own);
        assert!(!again.unwrap(), "they are not new");
    });
}

#[test]
fn only_whom_a_service_knows_so_gets_the_name_that_it_has_for_them() {
    each(|store| {
        let (own, other) = (identity("a", "kim"), identity("a", "alex"));
        knows(store, 1, &own);
        knows(store, 2, &other);
        let kim = PersonId(Uuid::from_u128(1));
        let names = |store: &dyn Store| -> Vec<String> {
            let people = store.people().unwrap().into_iter();
            people.map(|person| person.name).collect()
        };
        assert!(store.rename_known(kim, &own, "Kim Påhitt").unwrap());
        for strange in [other, identity("b", "kim")] {
            assert!(!store.rename_known(kim, &strange, "Kim Fel").unwrap());
        }
        assert_eq!(names(store), ["Kim Påhitt", "Kim Exempel 2"]);
        // Whoever has been erased meanwhile does not come back by their name.
        assert!(store.erase_person(kim).unwrap());
        assert!(!store.rename_known(kim, &own, "Kim Påhitt").unwrap());
        assert_eq!(names(store), ["Kim Exempel 2"]);
    });
}

#[test]
fn a_sign_in_through_a_service_is_kept_with_what_it_told() {
    each(|store| {
        let own = identity("a", "kim");
        knows(store, 1, &own);
        let (one, two) = (login(1, 1, false), login(2, 1, true));
        assert!(store.keep_known_login(&one, &own).unwrap());
        assert!(store.keep_known_login(&two, &own).unwrap());
        let other = identity("b", "kim");
        assert!(!store.keep_known_login(&login(3, 1, true), &other).unwrap());
        assert!(!store.keep_known_login(&login(4, 2, true), &own).unwrap());
        assert_eq!(store.logins().unwrap(), [one, two.clone()]);
        let end = EndLogins::One(Digest([1; 32]));
        assert_eq!(store.end_logins(end).unwrap(), 1);
        assert_eq!(store.logins().unwrap(), [two]);
        // The same digest again is another sign-in, and nothing is left of the first.
        let plain = login(1, 1, true);
        assert!(store.keep_known_login(&plain, &own).unwrap());
        assert_eq!(store.logins().unwrap()[0], plain);
    });
}

#[test]
fn who_is_barred_comes_in_through_no_service_until_the_bar_is_lifted() {
    each(|store| {
        let own = identity("a", "kim");
        knows(store, 1, &own);
        let kim = PersonId(Uuid::from_u128(1));
        for _ in 0..2 {
            assert!(store.bar(kim).unwrap());
        }
        assert_eq!(store.barred().unwrap(), [kim]);
        let nobody = PersonId(Uuid::from_u128(9));
        assert!(!store.bar(nobody).unwrap());
        assert!(!store.keep_known_login(&login(1, 1, true), &own).unwrap());
        store.unbar(kim).unwrap();
        assert_eq!(store.barred().unwrap(), []);
        assert!(store.keep_known_login(&login(1, 1, true), &own).unwrap());
    });
}

#[test]
fn who_is_erased_is_known_to_no_service() {
    each(|store| {
        let (kim, alex) = (identity("a", "kim"), identity("a", "alex"));
        knows(store, 1, &kim);
        knows(store, 2, &alex);
        let erased = PersonId(Uuid::from_u128(1));
        assert!(store.keep_known_login(&login(1, 1, true), &kim).unwrap());
        assert!(store.bar(erased).unwrap());
        assert!(store.erase_person(erased).unwrap());
        let left = [(alex, PersonId(Uuid::from_u128(2)))];
        assert_eq!(store.identities().unwrap(), left);
        assert_eq!(store.barred().unwrap(), []);
        assert_eq!(store.logins().unwrap(), []);
    });
}

#[test]
fn how_a_service_knew_somebody_is_nowhere_in_the_file_afterwards() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = SqliteJournal::open(folder.path()).unwrap();
    let own = identity("a", "an-id-that-is-nowhere-else");
    knows(&mut store, 1, &own);
    let found = || {
        let files = std::fs::read_dir(folder.path()).unwrap();
        let files = files.map(|file| std::fs::read(file.unwrap().path()).unwrap());
        let marker = own.subject.as_bytes();
        let has = |bytes: &Vec<u8>| bytes.windows(marker.len()).any(|part| part == marker);
        files.filter(has).count()
    };
    assert!(found() > 0, "it was there");
    store.erase_person(PersonId(Uuid::from_u128(1))).unwrap();
    assert_eq!(found(), 0);
}
