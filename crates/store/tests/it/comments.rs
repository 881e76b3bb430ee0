//! Comments: the same promises whatever they are kept in.

use crate::contract::each;
use jiff::Timestamp;
use riktning_domain::comments::{Audience, CommentOn};
use riktning_domain::ids::{ElementId, PersonId, PlanId};
use riktning_store::{
    Comment, CommentTable, Mention, Person, Secret, SqliteJournal, Store, export, verify,
};
use uuid::Uuid;

const SAID: &str = "Är <målet> högt nog? 🙂";

fn at(second: i64) -> Timestamp {
    Timestamp::from_second(1_700_000_000 + second).unwrap()
}

fn person(n: u128) -> PersonId {
    PersonId(Uuid::from_u128(n))
}

fn plan(n: u128) -> PlanId {
    PlanId(Uuid::from_u128(100 + n))
}

/// A comment of the first person on a plan, which mentions the second.
fn comment(n: u128, of: u128, second: i64) -> Comment {
    Comment {
        id: Uuid::from_u128(n),
        on: CommentOn {
            plan: plan(of),
            row: None,
            audience: Audience::Inside,
        },
        author: person(1),
        at: at(second),
        text: SAID.to_owned(),
        answers: None,
        changed: None,
        resolved: None,
        mentions: vec![Mention {
            person: person(2),
            done: None,
        }],
    }
}

/// Another that answers it, with all that a comment can have.
fn answer() -> Comment {
    Comment {
        on: CommentOn {
            plan: plan(1),
            row: Some(ElementId(Uuid::from_u128(7))),
            audience: Audience::Between,
        },
        answers: Some(Uuid::from_u128(1)),
        changed: Some(at(30)),
        resolved: Some((person(2), at(40))),
        mentions: vec![
            Mention {
                person: person(1),
                done: Some(at(41)),
            },
            Mention {
                person: person(2),
                done: None,
            },
        ],
        ..comment(2, 1, 20)
    }
}

fn two(store: &mut dyn Store) {
    for n in [1, 2] {
        let person = Person {
            id: person(n),
            login: format!("kim{n}"),
            name: "Kim Exempel".to_owned(),
            secret: Secret::None,
        };
        assert!(store.keep_person(&person).unwrap());
    }
}

#[test]
fn comments_stand_by_plan_the_earliest_first_and_each_as_it_was_kept_last() {
    each(|store| {
        two(store);
        let all = [answer(), comment(3, 2, 5), comment(1, 1, 10)];
        assert!(store.keep_comments(person(1), &all).unwrap());
        let found = store.comments(plan(1)).unwrap();
        assert_eq!(found, [comment(1, 1, 10), answer()]);
        assert_eq!(store.commented_plans().unwrap(), [plan(1), plan(2)]);
        let other = Comment {
            text: "I andra ord".to_owned(),
            mentions: Vec::new(),
            ..answer()
        };
        let kept = store.keep_comments(person(2), std::slice::from_ref(&other));
        assert!(kept.unwrap());
        assert_eq!(store.comments(plan(1)).unwrap(), [comment(1, 1, 10), other]);
        // Nobody keeps anything who is not here.
        let nobody = store.keep_comments(person(3), &[comment(4, 3, 1)]);
        assert!(!nobody.unwrap());
        assert_eq!(store.comments(plan(3)).unwrap(), []);
    });
}

#[test]
fn a_mention_waits_until_it_is_done() {
    each(|store| {
        two(store);
        let all = [comment(1, 1, 10), answer(), comment(3, 2, 5)];
        assert!(store.keep_comments(person(1), &all).unwrap());
        let waiting = |store: &dyn Store, n| {
            let comments = store.mentioned(person(n)).unwrap().into_iter();
            comments.map(|c| c.id.as_u128()).collect::<Vec<_>>()
        };
        assert_eq!(waiting(store, 2), [3, 1, 2]);
        assert_eq!(waiting(store, 1), [0; 0], "hers is done");
        let mut done = comment(1, 1, 10);
        done.mentions[0].done = Some(at(50));
        assert!(store.keep_comments(person(2), &[done]).unwrap());
        assert_eq!(waiting(store, 2), [3, 2]);
    });
}

#[test]
fn erased_comments_are_gone_and_with_a_person_goes_what_waits_for_them() {
    each(|store| {
        two(store);
        let all = [comment(1, 1, 10), answer(), comment(3, 2, 5)];
        assert!(store.keep_comments(person(1), &all).unwrap());
        let ids = [1, 3, 9].map(Uuid::from_u128);
        assert_eq!(store.erase_comments(&ids).unwrap(), 2);
        assert_eq!(store.comments(plan(1)).unwrap(), [answer()]);
        assert_eq!(store.commented_plans().unwrap(), [plan(1)]);
        assert!(store.erase_person(person(2)).unwrap());
        assert_eq!(store.mentioned(person(2)).unwrap(), []);
        // What they wrote stands under an id that leads to no name.
        assert!(store.erase_person(person(1)).unwrap());
        let left = store.comments(plan(1)).unwrap();
        assert_eq!((left[0].author, left[0].mentions.len()), (person(1), 0));
    });
}

#[test]
fn nothing_of_an_erased_comment_is_left_in_the_file_and_the_journal_knows_of_none() {
    let folder = tempfile::tempdir().unwrap();
    let mut journal = SqliteJournal::open(folder.path()).unwrap();
    let before = verify(&journal, &mut |_| {}).unwrap();
    two(&mut journal);
    assert!(
        journal
            .keep_comments(person(1), &[comment(1, 1, 1)])
            .unwrap()
    );
    assert_eq!(verify(&journal, &mut |_| {}).unwrap(), before);
    let says = |folder: &std::path::Path| {
        let files = std::fs::read_dir(folder).unwrap();
        let mut files = files.map(|file| std::fs::read(file.unwrap().path()).unwrap_or_default());
        files.any(|bytes| {
            bytes
                .windows(SAID.len())
                .any(|part| part == SAID.as_bytes())
        })
    };
    assert!(says(folder.path()), "the search finds what is there");
    let out = tempfile::tempdir().unwrap();
    let out = out.path().join("ut");
    export(&journal, &out, &mut |_| {}).unwrap();
    assert!(!says(&out));
    let erased = journal.erase_comments(&[Uuid::from_u128(1)]).unwrap();
    assert_eq!(erased, 1);
    assert!(!says(folder.path()));
}
