//! People and their sign-ins: the same promises whatever they are kept in.

use crate::contract::each;
use jiff::Timestamp;
use riktning_domain::ids::PersonId;
use riktning_store::{Digest, EndLogins, Login, Person, Secret};
use uuid::Uuid;

fn at(second: i64) -> Timestamp {
    Timestamp::from_second(1_700_000_000 + second).unwrap()
}

fn person(n: u128, login: &str, secret: Secret) -> Person {
    Person {
        id: PersonId(Uuid::from_u128(n)),
        login: login.to_owned(),
        name: format!("Kim Exempel {n}"),
        secret,
    }
}

fn login(n: u8, person: u128, begun: i64, seen: i64) -> Login {
    Login {
        digest: Digest([n; 32]),
        person: PersonId(Uuid::from_u128(person)),
        begun: at(begun),
        seen: at(seen),
        device: "Firefox å \u{1F9F5}".to_owned(),
        through: None,
    }
}

#[test]
fn a_person_is_read_as_they_were_kept_and_changed_under_the_same_id() {
    each(|store| {
        let kim = person(2, "kim", Secret::Once("$argon2id$x".to_owned()));
        let alex = person(1, "alex", Secret::None);
        assert!(store.keep_person(&kim).unwrap());
        assert!(store.keep_person(&alex).unwrap());
        assert_eq!(store.people().unwrap(), [alex.clone(), kim.clone()]);
        let renamed = Person {
            name: "Kim Påhitt".to_owned(),
            secret: Secret::Own("$argon2id$y".to_owned()),
            ..kim
        };
        assert!(store.keep_person(&renamed).unwrap());
        assert_eq!(store.people().unwrap(), [alex, renamed]);
    });
}

#[test]
fn no_two_people_sign_in_with_the_same_name() {
    each(|store| {
        let kim = person(1, "kim", Secret::None);
        assert!(store.keep_person(&kim).unwrap());
        assert!(!store.keep_person(&person(2, "kim", Secret::None)).unwrap());
        assert_eq!(store.people().unwrap(), [kim]);
    });
}

#[test]
fn a_one_time_password_is_used_up_by_the_sign_in_that_it_makes() {
    each(|store| {
        let once = Secret::Once("$argon2id$x".to_owned());
        store.keep_person(&person(1, "kim", once)).unwrap();
        let (first, second) = (login(1, 1, 0, 0), login(2, 1, 1, 1));
        assert!(!store.keep_login(&first, "$argon2id$other").unwrap());
        assert!(store.keep_login(&first, "$argon2id$x").unwrap());
        assert!(!store.keep_login(&second, "$argon2id$x").unwrap());
        assert_eq!(store.logins().unwrap(), [first]);
        assert_eq!(store.people().unwrap()[0].secret, Secret::None);
    });
}

#[test]
fn a_password_of_ones_own_is_not_used_up_and_one_that_was_changed_proves_nothing() {
    each(|store| {
        let own = Secret::Own("$argon2id$x".to_owned());
        store.keep_person(&person(1, "kim", own.clone())).unwrap();
        assert!(store.keep_login(&login(1, 1, 0, 0), "$argon2id$x").unwrap());
        assert_eq!(store.people().unwrap()[0].secret, own);
        let changed = Secret::Own("$argon2id$y".to_owned());
        store.keep_person(&person(1, "kim", changed)).unwrap();
        assert!(!store.keep_login(&login(2, 1, 0, 0), "$argon2id$x").unwrap());
        assert!(!store.keep_login(&login(2, 9, 0, 0), "$argon2id$x").unwrap());
        assert_eq!(store.logins().unwrap(), [login(1, 1, 0, 0)]);
    });
}

#[test]
fn a_use_is_noted_and_brings_no_ended_sign_in_back() {
    each(|store| {
        let own = Secret::Own("$argon2id$x".to_owned());
        store.keep_person(&person(1, "kim", own)).unwrap();
        store.keep_login(&login(1, 1, 0, 0), "$argon2id$x").unwrap();
        store.note_login(Digest([1; 32]), at(90)).unwrap();
        assert_eq!(store.logins().unwrap(), [login(1, 1, 0, 90)]);
        store.end_logins(EndLogins::One(Digest([1; 32]))).unwrap();
        store.note_login(Digest([1; 32]), at(99)).unwrap();
        assert_eq!(store.logins().unwrap(), []);
    });
}

#[test]
fn sign_ins_end_one_by_one_by_person_and_by_age() {
    each(|store| {
        let all = [
            login(1, 1, 0, 100),
            login(2, 1, 10, 20),
            login(3, 2, 20, 100),
            login(4, 2, 30, 100),
        ];
        for n in [1, 2] {
            let own = Secret::Own("$argon2id$x".to_owned());
            store
                .keep_person(&person(n, &format!("kim{n}"), own))
                .unwrap();
        }
        for one in &all {
            store.keep_login(one, "$argon2id$x").unwrap();
        }
        assert_eq!(
            store.end_logins(EndLogins::One(Digest([4; 32]))).unwrap(),
            1
        );
        let stale = EndLogins::Stale {
            begun: at(1),
            seen: at(50),
        };
        assert_eq!(store.end_logins(stale).unwrap(), 2);
        assert_eq!(store.logins().unwrap(), [all[2].clone()]);
        let of = EndLogins::Of(PersonId(Uuid::from_u128(2)));
        assert_eq!(store.end_logins(of).unwrap(), 1);
        assert_eq!(store.logins().unwrap(), []);
    });
}

#[test]
fn who_is_erased_is_gone_with_every_sign_in_and_nobody_else_is() {
    each(|store| {
        let own = Secret::Own("$argon2id$x".to_owned());
        let (kim, alex) = (person(1, "kim", own.clone()), person(2, "alex", own));
        for (n, one) in [(1, &kim), (2, &alex)] {
            store.keep_person(one).unwrap();
            let login = login(n, u128::from(n), 0, 0);
            assert!(store.keep_login(&login, "$argon2id$x").unwrap());
        }
        assert!(store.erase_person(kim.id).unwrap());
        assert!(!store.erase_person(kim.id).unwrap());
        assert_eq!(store.people().unwrap(), [alex]);
        assert_eq!(store.logins().unwrap(), [login(2, 2, 0, 0)]);
        // Nobody comes in by what was erased.
        assert!(!store.keep_login(&login(3, 1, 0, 0), "$argon2id$x").unwrap());
    });
}
