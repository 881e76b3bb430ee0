//! Where people get mail, and what waits to be sent: the same promises whatever they are kept in.

use crate::contract::each;
use crate::sample::append;
use jiff::Timestamp;
use riktning_domain::ids::PersonId;
use riktning_store::{
    Followed, IdentityTable as _, Journal, Letter, LetterKind, LetterStanding, MailTable, Mailbox,
    News, PeopleTable, Person, Secret, SqliteJournal, Store, Tiding, export, verify,
};
use uuid::Uuid;

fn at(second: i64) -> Timestamp {
    Timestamp::from_second(1_700_000_000 + second).unwrap()
}

fn person(n: u128) -> PersonId {
    PersonId(Uuid::from_u128(n))
}

fn mailbox(n: u128) -> Mailbox {
    Mailbox {
        person: person(n),
        address: format!("hemlig{n}@exempelstad.se"),
        language: "sv".to_owned(),
        digest: true,
    }
}

/// People with a mailbox each.
fn people(store: &mut dyn Store, all: &[u128]) {
    for n in all {
        let kept = store.keep_person(&Person {
            id: person(*n),
            login: format!("kim{n}"),
            name: "Kim Exempel".to_owned(),
            secret: Secret::None,
        });
        assert!(kept.unwrap());
        assert!(store.keep_mailbox(&mailbox(*n)).unwrap());
    }
}

fn news(n: u128, tiding: u128, kind: LetterKind, second: i64) -> News {
    News {
        person: person(n),
        kind,
        tiding: Tiding {
            id: Uuid::from_u128(tiding),
            what: format!("{{\"Decided\":{tiding}}}"),
            at: at(second),
        },
        due: at(second + 100),
        until: at(second + 1_000),
    }
}

fn told(store: &dyn Store, letter: &Letter) -> Vec<u128> {
    let tidings = store.tidings(letter.id).unwrap();
    tidings.iter().map(|tiding| tiding.id.as_u128()).collect()
}

#[test]
fn a_mailbox_is_read_as_it_was_kept_and_nobody_has_one_who_is_not_here() {
    each(|store| {
        people(store, &[1, 2]);
        assert!(!store.keep_mailbox(&mailbox(3)).unwrap());
        let changed = Mailbox {
            address: "åsa@xn--skrgrd-cuak.example".to_owned(),
            language: "fi".to_owned(),
            digest: false,
            ..mailbox(1)
        };
        assert!(store.keep_mailbox(&changed).unwrap());
        assert_eq!(store.mailboxes().unwrap(), [changed.clone(), mailbox(2)]);
        let one = |store: &dyn Store, n| store.mailbox(person(n)).unwrap();
        assert_eq!(one(store, 1), Some(changed));
        assert_eq!(one(store, 3), None);
        assert!(store.erase_mailbox(person(2)).unwrap());
        assert!(!store.erase_mailbox(person(2)).unwrap());
        assert_eq!(store.mailboxes().unwrap().len(), 1);
    });
}

#[test]
fn a_digest_gathers_until_it_is_tried_and_other_letters_gather_nothing() {
    each(|store| {
        people(store, &[1, 2]);
        let all = [
            news(1, 11, LetterKind::Digest, 0),
            news(2, 21, LetterKind::Digest, 1),
            news(1, 12, LetterKind::Digest, 2),
            news(1, 13, LetterKind::Invitation, 3),
            news(1, 14, LetterKind::Invitation, 4),
        ];
        assert!(store.tell(&all, None).unwrap());
        // The same a second time tells nothing more.
        assert!(store.tell(&all, None).unwrap());
        let mut letters = store.letters().unwrap();
        let tidings: Vec<_> = letters.iter().map(|letter| told(store, letter)).collect();
        assert_eq!(tidings, [vec![11, 12], vec![21], vec![13], vec![14]]);
        assert_eq!((letters[0].due, letters[0].until), (at(100), at(1_000)));
        assert_eq!(letters[0].standing, LetterStanding::Waiting);
        assert!(store.waits(person(1), LetterKind::Invitation).unwrap());
        assert!(!store.waits(person(2), LetterKind::Invitation).unwrap());
        assert!(!store.waits(person(1), LetterKind::NewPassword).unwrap());
        assert_eq!(store.due_letters(at(99)).unwrap(), []);
        let due = store.due_letters(at(103)).unwrap();
        assert_eq!(due, letters[..3], "the first that is due stands first");
        letters[0].tries = 1;
        assert!(store.keep_letter(&letters[0]).unwrap());
        let later = news(1, 15, LetterKind::Digest, 5);
        assert!(store.tell(&[later], None).unwrap());
        let letters = store.letters().unwrap();
        assert_eq!(told(store, &letters[0]), [11, 12]);
        assert_eq!(told(store, letters.last().unwrap()), [15]);
    });
}

#[test]
fn a_cursor_moves_with_what_is_told_or_nothing_is() {
    each(|store| {
        people(store, &[1]);
        let step = |from, to| {
            Some(Followed {
                follower: "mail",
                from,
                to,
            })
        };
        assert_eq!(store.cursor("mail").unwrap(), None);
        assert!(store.tell(&[], step(None, 7)).unwrap());
        assert_eq!(store.cursor("mail").unwrap(), Some(7));
        assert_eq!(store.cursor("annan").unwrap(), None);
        let told = [news(1, 11, LetterKind::Digest, 0)];
        assert!(store.tell(&told, step(Some(7), 9)).unwrap());
        // Whoever began at the same place comes too late, and tells nothing.
        let other = [news(1, 12, LetterKind::Digest, 0)];
        assert!(!store.tell(&other, step(Some(7), 9)).unwrap());
        assert!(!store.tell(&other, step(None, 9)).unwrap());
        assert_eq!(store.cursor("mail").unwrap(), Some(9));
        let letters = store.letters().unwrap();
        assert_eq!(store.tidings(letters[0].id).unwrap().len(), 1);
    });
}

#[test]
fn what_became_of_a_letter_is_kept_and_read_as_it_was() {
    each(|store| {
        people(store, &[1]);
        let one = [news(1, 11, LetterKind::PasswordChanged, 0)];
        assert!(store.tell(&one, None).unwrap());
        for standing in LetterStanding::ALL {
            let letter = Letter {
                standing,
                due: at(50),
                until: at(60),
                tries: 3,
                changed: at(40),
                domain: "exempelstad.se".to_owned(),
                answer: "550 5.1.1 … finns inte".to_owned(),
                ..store.letters().unwrap().remove(0)
            };
            assert!(store.keep_letter(&letter).unwrap());
            assert_eq!(store.letter(letter.id).unwrap(), Some(letter.clone()));
            let due = store.due_letters(at(50)).unwrap();
            let waits = standing == LetterStanding::Waiting;
            assert_eq!(due.len(), usize::from(waits), "{standing:?}");
            let kind = LetterKind::PasswordChanged;
            assert_eq!(store.waits(person(1), kind).unwrap(), waits, "{standing:?}");
            assert_eq!(store.letters().unwrap(), [letter]);
        }
        let letter = store.letters().unwrap().remove(0);
        store.erase_letters(&[letter.id]).unwrap();
        assert_eq!(store.letter(letter.id).unwrap(), None);
        assert!(!store.keep_letter(&letter).unwrap(), "it is gone");
        assert_eq!(told(store, &letter), []);
        assert!(store.tell(&one, None).unwrap());
        assert_eq!(store.letters().unwrap().len(), 1);
    });
}

#[test]
fn who_is_erased_or_takes_the_address_away_has_no_mail_waiting() {
    each(|store| {
        people(store, &[1, 2, 3]);
        let all = [1, 2, 3].map(|n| news(n, n + 10, LetterKind::Digest, 0));
        assert!(store.tell(&all, None).unwrap());
        assert!(store.erase_person(person(1)).unwrap());
        assert!(store.erase_mailbox(person(2)).unwrap());
        let letters = store.letters().unwrap();
        let whose: Vec<_> = letters.iter().map(|letter| letter.person).collect();
        assert_eq!(whose, [person(3)]);
        assert_eq!(store.mailboxes().unwrap(), [mailbox(3)]);
        let late = [1, 2].map(|n| news(n, n + 20, LetterKind::Digest, 1));
        assert!(store.tell(&late, None).unwrap());
        assert_eq!(store.letters().unwrap().len(), 1, "nobody to tell it to");
        assert!(store.bar(person(3)).unwrap());
        assert_eq!(
            (store.letters().unwrap(), store.mailboxes().unwrap()),
            (vec![], vec![])
        );
    });
}

#[test]
fn the_journal_knows_nothing_of_mail_and_an_erased_address_is_found_nowhere() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = SqliteJournal::open(folder.path()).unwrap();
    append(&mut store, &["a"]).unwrap();
    let before = store.head().unwrap();
    let holds = || {
        let files = std::fs::read_dir(folder.path()).unwrap();
        let mut bytes = files.map(|file| std::fs::read(file.unwrap().path()).unwrap());
        bytes.any(|b| b.windows(7).any(|w| w == b"hemlig1"))
    };
    people(&mut store, &[1]);
    let told = [news(1, 11, LetterKind::Digest, 0)];
    assert!(store.tell(&told, None).unwrap());
    assert_eq!(store.head().unwrap(), before);
    verify(&store, &mut |_| {}).unwrap();
    let out = tempfile::tempdir().unwrap();
    let out = out.path().join("ut");
    export(&store, &out, &mut |_| {}).unwrap();
    for file in ["journal.jsonl", "manifest.json"] {
        let text = std::fs::read_to_string(out.join(file)).unwrap();
        assert!(!text.contains("hemlig1"), "{file}");
    }
    assert!(holds(), "the test looks in the wrong place");
    assert!(store.erase_mailbox(person(1)).unwrap());
    assert!(!holds());
    people(&mut store, &[1]);
    assert!(holds());
    assert!(store.bar(person(1)).unwrap());
    assert!(!holds());
    people(&mut store, &[1]);
    assert!(holds());
    assert!(store.erase_person(person(1)).unwrap());
    assert!(!holds());
}
