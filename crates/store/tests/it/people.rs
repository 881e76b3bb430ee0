//! People and their sign-ins: the same promises whatever they are kept in.

use crate::contract::each;
use jiff::Timestamp;
use riktning_domain::ids::PersonId;
use riktning_store::{
    Digest, EndLogins, LetterKind, Login, Mailbox, NewSecret, News, Person, Secret, Store, Tiding,
};
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
        by_passkey: false,
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

fn own(hash: &str) -> Secret {
    Secret::Own(hash.to_owned())
}

/// Kim with a password and three sign-ins, and Alex with one.
fn signed_in(store: &mut dyn Store) {
    for (n, name) in [(1, "kim"), (2, "alex")] {
        assert!(store.keep_person(&person(n, name, own("$x"))).unwrap());
    }
    for (n, who) in [(1, 1), (2, 1), (3, 1), (4, 2)] {
        assert!(store.keep_login(&login(n, who, 0, 0), "$x").unwrap());
    }
}

fn secret(secret: Secret) -> NewSecret {
    NewSecret {
        person: PersonId(Uuid::from_u128(1)),
        was: None,
        secret,
        stays: None,
        told: None,
    }
}

#[test]
fn a_new_secret_ends_the_other_sign_ins_and_tells_of_itself() {
    each(|store| {
        signed_in(store);
        let kim = PersonId(Uuid::from_u128(1));
        let mailbox = Mailbox {
            person: kim,
            address: "kim@exempelstad.se".to_owned(),
            language: "sv".to_owned(),
            digest: true,
        };
        assert!(store.keep_mailbox(&mailbox).unwrap());
        let tiding = Tiding {
            id: Uuid::from_u128(5),
            what: "\"PasswordChanged\"".to_owned(),
            at: at(0),
        };
        let told = Some(News {
            person: kim,
            kind: LetterKind::PasswordChanged,
            tiding,
            due: at(0),
            until: at(9),
        });
        let new = NewSecret {
            was: Some(own("$x")),
            stays: Some(Digest([2; 32])),
            told,
            ..secret(own("$y"))
        };
        assert!(store.keep_secret(&new).unwrap());
        let left = [login(2, 1, 0, 0), login(4, 2, 0, 0)];
        assert_eq!(store.logins().unwrap(), left);
        assert_eq!(store.people().unwrap()[1].secret, own("$y"));
        assert_eq!(store.people().unwrap()[0].secret, own("$x"), "Alex's");
        assert!(store.waits(kim, LetterKind::PasswordChanged).unwrap());
        let once = Secret::Once("$z".to_owned());
        assert!(store.keep_secret(&secret(once.clone())).unwrap());
        assert_eq!(store.logins().unwrap(), left[1..]);
        assert_eq!(store.people().unwrap()[1].secret, once);
    });
}

#[test]
fn no_secret_is_given_for_what_stands_no_longer() {
    each(|store| {
        signed_in(store);
        let (first, other) = (Digest([1; 32]), Digest([4; 32]));
        for odd in [
            // Changed, or used up, since it was looked at.
            NewSecret {
                was: Some(own("$before")),
                ..secret(own("$y"))
            },
            NewSecret {
                was: Some(Secret::None),
                ..secret(own("$y"))
            },
            NewSecret {
                was: Some(Secret::Once("$x".to_owned())),
                ..secret(own("$y"))
            },
            // Asked for by somebody else's sign-in.
            NewSecret {
                stays: Some(other),
                ..secret(own("$y"))
            },
            NewSecret {
                person: PersonId(Uuid::from_u128(9)),
                ..secret(own("$y"))
            },
        ] {
            assert!(!store.keep_secret(&odd).unwrap(), "{odd:?}");
        }
        assert_eq!(store.people().unwrap()[1].secret, own("$x"));
        assert_eq!(store.logins().unwrap().len(), 4);
        // Whoever is barred meanwhile has no sign-in that could ask, though no password stands there.
        let kim = PersonId(Uuid::from_u128(1));
        assert!(store.bar(kim).unwrap());
        let late = NewSecret {
            was: Some(Secret::None),
            stays: Some(first),
            ..secret(own("$y"))
        };
        assert!(!store.keep_secret(&late).unwrap());
        assert_eq!(store.logins().unwrap(), [login(4, 2, 0, 0)]);
        assert_eq!(store.barred().unwrap(), [kim]);
        // Somebody who looks after people lets them in again.
        let once = Secret::Once("$z".to_owned());
        assert!(store.keep_secret(&secret(once)).unwrap());
        assert_eq!(store.barred().unwrap(), []);
        assert!(store.erase_person(kim).unwrap());
        assert!(!store.keep_secret(&secret(own("$y"))).unwrap());
        assert_eq!(store.people().unwrap().len(), 1, "nobody comes back by it");
    });
}
