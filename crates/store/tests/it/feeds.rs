//! Addresses of calendars: the same promises whatever they are kept in.

use crate::contract::each;
use riktning_domain::ids::PersonId;
use riktning_store::{Digest, Person, Secret, Store};
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

#[test]
fn each_has_one_address_and_a_new_one_ends_the_old() {
    each(|store| {
        two(store);
        let [old, new, other] = [b"old", b"new", b"two"].map(|name| Digest::of(name));
        assert!(!store.has_feed(person(1)).unwrap());
        for (n, digest) in [(1, old), (2, other), (1, new)] {
            assert!(store.keep_feed(person(n), Some(digest)).unwrap());
        }
        assert_eq!(store.feed(old).unwrap(), None);
        assert_eq!(store.feed(new).unwrap(), Some(person(1)));
        assert_eq!(store.feed(other).unwrap(), Some(person(2)));
        assert!(store.keep_feed(person(1), None).unwrap());
        assert!(!store.has_feed(person(1)).unwrap());
        assert_eq!(store.feed(new).unwrap(), None);
        assert!(store.has_feed(person(2)).unwrap());
    });
}

#[test]
fn nobody_has_one_who_is_not_here_and_it_goes_with_the_person() {
    each(|store| {
        two(store);
        let digest = Digest::of(b"new");
        assert!(!store.keep_feed(person(3), Some(digest)).unwrap());
        assert_eq!(store.feed(digest).unwrap(), None);
        assert!(store.keep_feed(person(1), Some(digest)).unwrap());
        assert!(store.erase_person(person(1)).unwrap());
        assert_eq!(store.feed(digest).unwrap(), None);
        assert!(!store.has_feed(person(1)).unwrap());
    });
}
