//! `verify`: walks the whole chain and every blob.

use crate::options::{Defaults, Verify};
use crate::progress::Progress;
use crate::{say, store};
use riktning_store::{SqliteJournal, StoreError, Verified, verify};
use std::path::Path;
use std::process::ExitCode;

/// Every word is what was written.
const SOUND: u8 = 0;
/// Something is not what was written.
const TAMPERED: u8 = 1;
/// The store cannot be read.
const UNREADABLE: u8 = 3;

pub(crate) fn run(task: &Verify, defaults: &Defaults) -> ExitCode {
    let walked = match store::folder(&task.store, defaults) {
        Ok(folder) => walk(&folder),
        Err(error) => {
            say::error(&say::in_one_sentence(&error));
            return ExitCode::from(store::WRONG_USE);
        }
    };
    let (status, answer, sentence) = match walked {
        Ok(verified) => (
            SOUND,
            sound(&verified),
            format!(
                "sound: {} events and {} files; the head is {} at position {}. Keep it outside: \
             only against it can a missing end be seen",
                verified.events, verified.blobs, verified.head.hash, verified.head.position,
            ),
        ),
        Err(StoreError::Broken(broken)) => (
            TAMPERED,
            serde_json::json!({
                "verdict": "tampered",
                "position": broken.position,
                "what": broken.what.to_string(),
            }),
            broken.to_string(),
        ),
        Err(error) => {
            let sentence = say::in_one_sentence(&error.into());
            let answer = serde_json::json!({ "verdict": "unreadable", "what": sentence });
            (UNREADABLE, answer, sentence)
        }
    };
    if task.json {
        say::line(&answer.to_string());
    } else if status == SOUND {
        say::line(&sentence);
    } else {
        say::error(&sentence);
    }
    ExitCode::from(status)
}

fn walk(folder: &Path) -> Result<Verified, StoreError> {
    let journal = SqliteJournal::open_to_read(folder)?;
    let mut progress = Progress::of("verifying");
    verify(&journal, &mut |count| progress.at(count))
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
