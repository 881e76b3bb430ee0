//! Wrong passwords, counted by the name that was tried (decision 060).

use super::{COUNTED, Held, PAUSE, TRIES};
use jiff::{SignedDuration, Timestamp};
use riktning_store::Person;
use std::sync::Arc;

impl Held {
    pub(super) fn by_login(&self, login: &str) -> Option<Arc<Person>> {
        self.people.values().find(|p| p.login == login).cloned()
    }

    /// How long a name has to wait until the next password is looked at.
    pub(super) fn pause(&self, login: &str, now: Timestamp) -> Option<SignedDuration> {
        let (tries, first) = self.wrong.get(login)?;
        let left = PAUSE - now.duration_since(*first);
        (*tries >= TRIES && left.is_positive()).then_some(left)
    }

    /// Counts a password as wrong before it is looked at: whoever hangs up before the answer has
    /// tried it all the same. One that is right takes away all that is counted.
    pub(super) fn count(&mut self, login: &str, now: Timestamp, is_known: bool) {
        if self.wrong.len() >= COUNTED {
            self.wrong
                .retain(|_, (_, first)| now.duration_since(*first) < PAUSE);
        }
        // A name that nobody has cannot be signed in with, counted or not.
        if self.wrong.len() >= COUNTED && !is_known && !self.wrong.contains_key(login) {
            return;
        }
        let counted = self.wrong.entry(login.to_owned()).or_insert((0, now));
        if now.duration_since(counted.1) >= PAUSE {
            *counted = (0, now);
        }
        counted.0 += 1;
    }

    /// Takes back what was counted for a password that nobody looked at.
    pub(super) fn count_not(&mut self, login: &str) {
        if let Some((tries, _)) = self.wrong.get_mut(login) {
            *tries = tries.saturating_sub(1);
        }
    }
}
