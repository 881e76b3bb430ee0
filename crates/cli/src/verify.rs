//! `verify`: walks the whole chain and every blob.

use crate::options::{Defaults, Verify};
use crate::progress::Progress;
use crate::{explain, say, store};
use riktning_store::{SqliteJournal, StoreError, Verified, verify};
use riktning_words::Words;
use std::path::Path;
use std::process::ExitCode;

/// Every word is what was written.
const SOUND: u8 = 0;
/// Something is not what was written.
const TAMPERED: u8 = 1;
/// The store cannot be read.
const UNREADABLE: u8 = 3;

pub(crate) fn run(task: &Verify, defaults: &Defaults, words: Words) -> ExitCode {
    let walked = match store::folder(&task.store, defaults, words) {
        Ok(folder) => walk(&folder, words),
        Err(error) => {
            say::error(&store::explained(&error, defaults, words));
            return ExitCode::from(store::WRONG_USE);
        }
    };
    let (status, answer, sentence) = verdict(walked, defaults, words);
    if task.json {
        say::line(&answer.to_string());
    } else if status == SOUND {
        say::line(&sentence);
    } else {
        say::error(&sentence);
    }
    ExitCode::from(status)
}

/// What came of the walk: the exit status, for programs, and for people.
fn verdict(
    walked: Result<Verified, StoreError>,
    defaults: &Defaults,
    words: Words,
) -> (u8, serde_json::Value, String) {
    match walked {
        Ok(verified) => match verified.first_emptied {
            None => (SOUND, sound(&verified), said(&verified, words)),
            Some(first) => emptied(verified.emptied, first, words),
        },
        Err(
            error @ (StoreError::NotAsMade { .. }
            | StoreError::NoHead
            | StoreError::LogDamaged { .. }),
        ) => {
            let sentence = explain::store(&error, words);
            let answer = serde_json::json!({ "verdict": "tampered", "what": sentence });
            (TAMPERED, answer, sentence)
        }
        Err(StoreError::Broken(broken)) => (
            TAMPERED,
            serde_json::json!({
                "verdict": "tampered",
                "position": broken.position,
                "what": broken.what.to_string(),
            }),
            explain::store(&broken.into(), words),
        ),
        Err(error) => {
            let sentence = store::explained(&error.into(), defaults, words);
            let answer = serde_json::json!({ "verdict": "unreadable", "what": sentence });
            (UNREADABLE, answer, sentence)
        }
    }
}

/// Texts that are gone though nobody recorded a redaction.
fn emptied(count: u64, first: u64, words: Words) -> (u8, serde_json::Value, String) {
    let (number, position) = (count.to_string(), first.to_string());
    let args = [("count", number.as_str()), ("position", &position)];
    let answer = serde_json::json!({
        "verdict": "tampered",
        "position": first,
        "emptied": count,
        "what": "texts are gone without a redaction",
    });
    (TAMPERED, answer, words.with("cli-emptied", &args))
}

fn walk(folder: &Path, words: Words) -> Result<Verified, StoreError> {
    let journal = SqliteJournal::open_to_read(folder)?;
    let mut progress = Progress::of(words.text("cli-verifying"));
    verify(&journal, &mut |count| progress.at(count))
}

/// What was found, in words. An empty store is sound and proves nothing.
fn said(verified: &Verified, words: Words) -> String {
    if verified.events == 0 {
        return words.text("cli-empty");
    }
    let (events, files) = (verified.events.to_string(), verified.blobs.to_string());
    let (position, hash) = (verified.head.position, verified.head.hash);
    let (position, hash) = (position.to_string(), hash.to_string());
    words.with(
        "cli-sound",
        &[
            ("events", events.as_str()),
            ("files", &files),
            ("hash", &hash),
            ("position", &position),
        ],
    )
}

fn sound(verified: &Verified) -> serde_json::Value {
    serde_json::json!({
        "verdict": "sound",
        "events": verified.events,
        "blobs": verified.blobs,
        "position": verified.head.position,
        "hash": verified.head.hash.to_string(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use riktning_words::Language;

    #[test]
    fn a_trigger_is_tampering_and_a_missing_log_leaves_it_open() {
        let words = Words::of(Language::Sv);
        let judged = |error| verdict(Err(error), &Defaults::default(), words);
        let (status, answer, said) = judged(StoreError::NotAsMade {
            what: "trigger x".to_owned(),
        });
        assert_eq!((status, &answer["verdict"]), (TAMPERED, &"tampered".into()));
        assert!(said.contains("trigger x"), "{said}");
        let (status, answer, said) = judged(StoreError::NoHead);
        assert_eq!((status, &answer["verdict"]), (TAMPERED, &"tampered".into()));
        assert!(said.starts_with("raden som säger"), "{said}");
        let (status, answer, said) = judged(StoreError::LogDamaged {
            log: "riktning.sqlite-wal".into(),
        });
        assert_eq!((status, &answer["verdict"]), (TAMPERED, &"tampered".into()));
        assert!(said.contains("lägg tillbaka en hel kopia"), "{said}");
        let (status, answer, said) = judged(StoreError::NoLog {
            log: "riktning.sqlite-wal".into(),
        });
        assert_eq!(
            (status, &answer["verdict"]),
            (UNREADABLE, &"unreadable".into())
        );
        assert!(said.contains("riktning.sqlite-wal saknas"), "{said}");
    }

    #[test]
    fn texts_that_are_gone_without_a_redaction_are_tampering() {
        let words = Words::of(Language::Sv);
        let verified = Verified {
            events: 9,
            blobs: 0,
            emptied: 2,
            first_emptied: Some(4),
            head: riktning_store::Head {
                position: 9,
                hash: riktning_store::Digest::of(b"x"),
            },
        };
        let judged = |verified| verdict(Ok(verified), &Defaults::default(), words);
        let (status, answer, said) = judged(verified);
        assert_eq!((status, &answer["emptied"]), (TAMPERED, &2.into()));
        assert!(
            said.contains("i 2 händelser") && said.contains("position 4"),
            "{said}"
        );
        let whole = Verified {
            emptied: 0,
            first_emptied: None,
            ..verified
        };
        assert_eq!(judged(whole).0, SOUND);
    }
}
