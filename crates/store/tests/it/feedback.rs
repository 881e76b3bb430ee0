//! What residents answered: the same promises whatever it is kept in.

use crate::contract::each;
use crate::sample::append;
use jiff::Timestamp;
use riktning_store::{Answer, FeedbackTable, SqliteJournal, export, verify};
use uuid::Uuid;

fn at(second: i64) -> Timestamp {
    Timestamp::from_second(1_700_000_000 + second).unwrap()
}

fn answer(n: u128, second: i64) -> Answer {
    Answer {
        id: Uuid::from_u128(n),
        at: at(second),
        page: "/fi/vision?per=2018-01-01".to_owned(),
        helped: n.is_multiple_of(2),
        comment: None,
        note: None,
    }
}

#[test]
fn an_answer_is_read_as_it_was_given_and_in_the_order_of_time() {
    each(|store| {
        for (n, second) in [(3, 20), (1, 10), (2, 30)] {
            store.answer(&answer(n, second)).unwrap();
        }
        let read: Vec<_> = store.answers().unwrap();
        assert_eq!(read, [answer(1, 10), answer(3, 20), answer(2, 30)]);
        assert_eq!(
            store.answered(Uuid::from_u128(2)).unwrap(),
            Some(answer(2, 30))
        );
        assert_eq!(store.answered(Uuid::from_u128(9)).unwrap(), None);
    });
}

#[test]
fn a_comment_is_added_once_and_within_the_time() {
    each(|store| {
        store.answer(&answer(1, 100)).unwrap();
        let id = Uuid::from_u128(1);
        assert!(!store.comment(id, "för sent", at(101)).unwrap());
        assert!(!store.comment(Uuid::from_u128(2), "ingen", at(0)).unwrap());
        let said = "å \u{1F9F5} <script>\"'; DROP TABLE feedback;--";
        assert!(store.comment(id, said, at(100)).unwrap());
        assert!(!store.comment(id, "en gång till", at(0)).unwrap());
        let read = store.answered(id).unwrap().unwrap();
        assert_eq!(read.comment.as_deref(), Some(said));
    });
}

#[test]
fn what_was_changed_because_of_an_answer_is_said_after_what_was_seen() {
    each(|store| {
        store.answer(&answer(1, 0)).unwrap();
        let id = Uuid::from_u128(1);
        let note = |store: &mut dyn riktning_store::Store, before, now, second| {
            store.note(id, before, now, at(second)).unwrap()
        };
        assert!(!note(store, Some("aldrig"), Some("fel"), 1));
        assert!(note(store, None, Some("Telefonnumret är rättat."), 2));
        // Whoever has not seen that says nothing over it.
        assert!(!note(store, None, Some("Något annat"), 3));
        let read = store.answered(id).unwrap().unwrap();
        assert_eq!(
            read.note,
            Some(("Telefonnumret är rättat.".to_owned(), at(2)))
        );
        assert_eq!(store.answers().unwrap(), [read]);
        assert!(note(store, Some("Telefonnumret är rättat."), None, 4));
        assert_eq!(store.answered(id).unwrap().unwrap().note, None);
        let gone = Uuid::from_u128(9);
        assert!(!store.note(gone, None, Some("ingen"), at(5)).unwrap());
    });
}

#[test]
fn answers_are_erased_with_what_was_said_of_them_and_no_others() {
    each(|store| {
        for n in 1..=4 {
            store
                .answer(&answer(n, 10 * i64::try_from(n).unwrap()))
                .unwrap();
        }
        let [one, two, four] = [1, 2, 4].map(Uuid::from_u128);
        assert!(store.note(four, None, Some("Ändrat."), at(1)).unwrap());
        assert_eq!(store.erase(&[four]).unwrap(), 1);
        assert_eq!(store.erase(&[four]).unwrap(), 0);
        assert_eq!(store.erase(&[one, two, four]).unwrap(), 2);
        assert_eq!(store.answers().unwrap(), [answer(3, 30)]);
        // Nothing was left for one that comes with the same id.
        store.answer(&answer(4, 40)).unwrap();
        assert_eq!(store.answered(four).unwrap().unwrap().note, None);
    });
}

#[test]
fn answers_are_beside_the_journal_and_never_in_it() {
    each(|store| {
        append(store, &["a"]).unwrap();
        let before = store.head().unwrap();
        store.answer(&answer(1, 0)).unwrap();
        store.comment(Uuid::from_u128(1), "HEMLIGT", at(0)).unwrap();
        assert_eq!(store.head().unwrap(), before);
        verify(store, &mut |_| {}).unwrap();
        let folder = tempfile::tempdir().unwrap();
        let out = folder.path().join("out");
        export(store, &out, &mut |_| {}).unwrap();
        for file in ["journal.jsonl", "manifest.json"] {
            let text = std::fs::read_to_string(out.join(file)).unwrap();
            assert!(
                !text.contains("HEMLIGT") && !text.contains("/fi/vision"),
                "{file}"
            );
        }
    });
}

#[test]
fn an_erased_comment_is_found_nowhere_in_the_files() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = SqliteJournal::open(folder.path()).unwrap();
    let holds = || {
        let files = std::fs::read_dir(folder.path()).unwrap();
        let mut bytes = files.map(|file| std::fs::read(file.unwrap().path()).unwrap());
        bytes.any(|b| b.windows(7).any(|w| w == b"HEMLIGT"))
    };
    store.answer(&answer(1, 0)).unwrap();
    store.comment(Uuid::from_u128(1), "HEMLIGT", at(0)).unwrap();
    assert!(holds(), "the test looks in the wrong place");
    let id = Uuid::from_u128(1);
    store.note(id, None, Some("om HEMLIGT"), at(1)).unwrap();
    store.erase(&[id]).unwrap();
    assert!(!holds());
}

#[test]
fn a_store_without_the_table_has_no_answers_to_read_and_gets_it_when_opened() {
    let folder = tempfile::tempdir().unwrap();
    drop(SqliteJournal::open(folder.path()).unwrap());
    let file = folder.path().join("riktning.sqlite");
    let connection = rusqlite::Connection::open(&file).unwrap();
    connection.execute_batch("DROP TABLE feedback").unwrap();
    drop(connection);
    let reading = SqliteJournal::open_to_read(folder.path()).unwrap();
    assert_eq!(reading.answers().unwrap(), []);
    assert_eq!(reading.answered(Uuid::from_u128(1)).unwrap(), None);
    drop(reading);
    let mut store = SqliteJournal::open(folder.path()).unwrap();
    store.answer(&answer(1, 0)).unwrap();
}
