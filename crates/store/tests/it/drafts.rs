//! What somebody is typing: the same promises whatever it is kept in.

use crate::contract::each;
use jiff::Timestamp;
use riktning_domain::ids::PersonId;
use riktning_store::{Draft, DraftTable, Person, Secret, SqliteJournal, Store, export, verify};
use uuid::Uuid;

const FORM: &str = "/arbete/planer/2027/exempelnamnden/nytt?niva=2";

fn at(second: i64) -> Timestamp {
    Timestamp::from_second(1_700_000_000 + second).unwrap()
}

fn draft(n: u128, form: &str, key: u128, second: i64) -> Draft {
    Draft {
        person: PersonId(Uuid::from_u128(n)),
        form: form.to_owned(),
        key: Uuid::from_u128(key),
        heading: "Nytt åtagande".to_owned(),
        fields: format!("text=F%C3%B6rst+{second}&val="),
        at: at(second),
    }
}

/// Two people who may type.
fn two(store: &mut dyn Store) {
    for n in [1, 2] {
        let person = Person {
            id: PersonId(Uuid::from_u128(n)),
            login: format!("kim{n}"),
            name: "Kim Exempel".to_owned(),
            secret: Secret::None,
        };
        assert!(store.keep_person(&person).unwrap());
    }
}

fn of(store: &dyn Store, n: u128) -> Vec<Draft> {
    store.drafts(PersonId(Uuid::from_u128(n))).unwrap()
}

#[test]
fn each_has_one_draft_a_form_and_the_later_stands() {
    each(|store| {
        two(store);
        let later = draft(1, FORM, 8, 20);
        let other = draft(1, "/arbete/ataganden/7", 9, 10);
        for kept in [&draft(1, FORM, 7, 5), &other, &later, &draft(2, FORM, 6, 1)] {
            assert!(store.keep_draft(kept).unwrap());
        }
        assert_eq!(of(store, 1), [later, other]);
        assert_eq!(of(store, 2), [draft(2, FORM, 6, 1)]);
        assert!(!store.keep_draft(&draft(3, FORM, 5, 1)).unwrap(), "nobody");
        assert_eq!(of(store, 3), []);
    });
}

#[test]
fn what_was_on_its_way_when_the_form_was_sent_comes_too_late() {
    each(|store| {
        two(store);
        let person = PersonId(Uuid::from_u128(1));
        assert!(store.keep_draft(&draft(1, FORM, 7, 5)).unwrap());
        let key = Uuid::from_u128;
        store.end_draft(person, FORM, &[key(7)], at(6)).unwrap();
        assert_eq!(of(store, 1), []);
        assert!(!store.keep_draft(&draft(1, FORM, 7, 7)).unwrap());
        assert_eq!(of(store, 1), []);
        assert!(
            store.keep_draft(&draft(1, FORM, 8, 8)).unwrap(),
            "a new one"
        );
        assert_eq!(of(store, 1), [draft(1, FORM, 8, 8)]);
        store.throw_draft(person, FORM).unwrap();
        assert_eq!(of(store, 1), []);
        assert!(store.keep_draft(&draft(1, FORM, 8, 9)).unwrap(), "typed on");
        // What was typed in another tab stands when this one is sent; what was shown here goes.
        store.end_draft(person, FORM, &[key(9)], at(10)).unwrap();
        assert_eq!(of(store, 1), [draft(1, FORM, 8, 9)]);
        store
            .end_draft(person, FORM, &[key(9), key(8)], at(11))
            .unwrap();
        assert_eq!(of(store, 1), []);
        assert!(!store.keep_draft(&draft(1, FORM, 9, 12)).unwrap());
    });
}

#[test]
fn drafts_go_with_their_time_and_with_their_person() {
    each(|store| {
        two(store);
        for (n, second) in [(1, 10), (2, 20)] {
            assert!(store.keep_draft(&draft(n, FORM, 7, second)).unwrap());
        }
        assert_eq!(store.erase_drafts(at(20)).unwrap(), 1);
        assert_eq!((of(store, 1).len(), of(store, 2).len()), (0, 1));
        assert!(store.erase_person(PersonId(Uuid::from_u128(2))).unwrap());
        assert_eq!(of(store, 2), []);
    });
}

#[test]
fn the_journal_knows_nothing_of_drafts() {
    let folder = tempfile::tempdir().unwrap();
    let mut journal = SqliteJournal::open(folder.path()).unwrap();
    let before = verify(&journal, &mut |_| {}).unwrap();
    two(&mut journal);
    assert!(journal.keep_draft(&draft(1, FORM, 7, 5)).unwrap());
    assert_eq!(verify(&journal, &mut |_| {}).unwrap(), before);
    let out = tempfile::tempdir().unwrap();
    let out = out.path().join("ut");
    export(&journal, &out, &mut |_| {}).unwrap();
    for file in std::fs::read_dir(&out).unwrap() {
        let bytes = std::fs::read(file.unwrap().path()).unwrap_or_default();
        let text = String::from_utf8_lossy(&bytes);
        assert!(!text.contains("F%C3%B6rst") && !text.contains("Nytt åtagande"));
    }
}
