//! Links by which somebody reports: the same promises whatever they are kept in.

use crate::contract::each;
use jiff::{Timestamp, ToSpan as _};
use riktning_domain::ids::{ElementId, PersonId, RoundId};
use riktning_store::{Digest, Link, LinkLogin, NewSecret, Person, Secret, Store};
use uuid::Uuid;

fn person(n: u128) -> PersonId {
    PersonId(Uuid::from_u128(n))
}

fn two(store: &mut dyn Store) {
    for n in [1, 2] {
        let kim = Person {
            id: person(n),
            login: format!("kim{n}"),
            name: "Kim Exempel".to_owned(),
            secret: Secret::None,
        };
        assert!(store.keep_person(&kim).unwrap());
    }
}

/// A link of somebody in round 7, by the letter that it stands in.
fn link(name: &str, n: u128, letter: u128) -> Link {
    Link {
        digest: Digest::of(name.as_bytes()),
        person: person(n),
        round: RoundId(Uuid::from_u128(7)),
        rows: [1, 2].map(|n| ElementId(Uuid::from_u128(n))).to_vec(),
        letter: Uuid::from_u128(letter),
        made: Timestamp::UNIX_EPOCH,
    }
}

fn browser(name: &str, of: &Link) -> LinkLogin {
    LinkLogin {
        digest: Digest::of(name.as_bytes()),
        link: of.digest,
        begun: Timestamp::UNIX_EPOCH,
    }
}

#[test]
fn a_newer_letter_ends_the_link_of_the_older_and_a_letter_that_is_sent_again_does_not() {
    each(|store| {
        two(store);
        let (first, again, newer) = (link("a", 1, 1), link("b", 1, 1), link("c", 1, 2));
        let other = link("d", 2, 3);
        for link in [&first, &again, &other] {
            assert!(store.keep_link(link).unwrap());
        }
        assert_eq!(store.link(first.digest).unwrap(), Some(first.clone()));
        assert!(store.keep_link_login(&browser("x", &first)).unwrap());
        assert!(store.keep_link_login(&browser("y", &other)).unwrap());
        let came = store.link_login(Digest::of(b"x")).unwrap().unwrap();
        assert_eq!(came, (first.clone(), Timestamp::UNIX_EPOCH));
        assert!(store.keep_link(&newer).unwrap());
        for ended in [&first, &again] {
            assert_eq!(store.link(ended.digest).unwrap(), None);
            assert!(!store.keep_link_login(&browser("z", ended)).unwrap());
        }
        assert_eq!(store.link_login(Digest::of(b"x")).unwrap(), None);
        assert_eq!(store.link(newer.digest).unwrap(), Some(newer));
        assert!(store.link_login(Digest::of(b"y")).unwrap().is_some());
        store.end_link_login(Digest::of(b"y")).unwrap();
        assert_eq!(store.link_login(Digest::of(b"y")).unwrap(), None);
        assert_eq!(store.link(other.digest).unwrap(), Some(other));
    });
}

#[test]
fn nobody_has_one_who_is_not_here_and_they_go_with_the_person() {
    each(|store| {
        two(store);
        assert!(!store.keep_link(&link("a", 3, 1)).unwrap());
        let (own, other) = (link("b", 1, 1), link("c", 2, 2));
        for link in [&own, &other] {
            assert!(store.keep_link(link).unwrap());
        }
        assert!(store.keep_link_login(&browser("x", &own)).unwrap());
        assert!(store.keep_link_login(&browser("y", &other)).unwrap());
        assert!(store.bar(person(1)).unwrap());
        assert_eq!(store.link_login(Digest::of(b"x")).unwrap(), None);
        assert!(store.erase_person(person(2)).unwrap());
        assert_eq!(store.link(other.digest).unwrap(), None);
        assert_eq!(store.link_login(Digest::of(b"y")).unwrap(), None);
    });
}

#[test]
fn links_end_with_a_new_secret_and_what_is_old_is_thrown_away() {
    each(|store| {
        two(store);
        let (own, other) = (link("a", 1, 1), link("b", 2, 2));
        for link in [&own, &other] {
            assert!(store.keep_link(link).unwrap());
        }
        let secret = NewSecret {
            person: person(1),
            was: None,
            secret: Secret::Once("x".to_owned()),
            stays: None,
            told: None,
        };
        assert!(store.keep_secret(&secret).unwrap());
        assert_eq!(store.link(own.digest).unwrap(), None);
        assert!(store.keep_link_login(&browser("y", &other)).unwrap());
        let (begun, later) = (Timestamp::UNIX_EPOCH, Timestamp::UNIX_EPOCH + 1.second());
        store.erase_links(begun, begun).unwrap();
        assert!(store.link_login(Digest::of(b"y")).unwrap().is_some());
        store.erase_links(begun, later).unwrap();
        assert_eq!(store.link_login(Digest::of(b"y")).unwrap(), None);
        assert!(store.link(other.digest).unwrap().is_some());
        store.erase_links(later, later).unwrap();
        assert_eq!(store.link(other.digest).unwrap(), None);
    });
}
