//! Those who have been sent to a sign-in service and are not back. In memory: a new start of the
//! program is a new beginning, as between the two steps of a password.

use jiff::{SignedDuration, Timestamp};
use openidconnect::PkceCodeVerifier;
use riktning_words::Language;
use sha2::{Digest as _, Sha256};
use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// How long somebody may be away: time to find a telephone and type a code.
const AWAY: SignedDuration = SignedDuration::from_mins(15);
/// Those who are away at once. When one more is sent, the one who has been away longest has to
/// begin anew.
const MOST: usize = 20_000;
/// Bytes of what they typed before, all together.
const CARRIED: usize = 16 << 20;

/// What somebody wanted when they signed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// Where to.
    pub till: String,
    /// What was typed in the form that the sign-in interrupted.
    pub carried: Vec<(String, String)>,
    /// In which language.
    pub language: Language,
}

impl Wanted {
    fn bytes(&self) -> usize {
        let fields = self.carried.iter();
        fields.map(|(name, value)| name.len() + value.len()).sum()
    }
}

/// Somebody who has been sent to a service.
pub(super) struct Flow {
    provider: String,
    /// Of what their browser holds: nobody else's comes back in their place.
    browser: [u8; 32],
    pub(super) verifier: PkceCodeVerifier,
    pub(super) nonce: String,
    pub(super) wanted: Wanted,
    begun: Timestamp,
}

impl std::fmt::Debug for Flow {
    /// Never what proves them: what is printed may be logged.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Flow").finish_non_exhaustive()
    }
}

impl Flow {
    pub(super) fn new(
        provider: &str,
        browser: &str,
        verifier: PkceCodeVerifier,
        nonce: String,
        wanted: Wanted,
        begun: Timestamp,
    ) -> Self {
        Flow {
            provider: provider.to_owned(),
            browser: digest(browser),
            verifier,
            nonce,
            wanted,
            begun,
        }
    }

    fn is_on(&self, now: Timestamp) -> bool {
        now.duration_since(self.begun) < AWAY
    }
}

/// There is no room for what somebody typed.
#[derive(Debug)]
pub(super) struct NoRoom;

/// Everybody who is away, by the digest of their state.
#[derive(Debug, Default)]
pub(super) struct Flows(Mutex<HashMap<[u8; 32], Flow>>);

impl Flows {
    pub(super) fn keep(&self, state: &str, flow: Flow) -> Result<(), NoRoom> {
        let mut held = self.held();
        let now = flow.begun;
        if flow.wanted.bytes() > 0 || held.len() >= MOST {
            held.retain(|_, other| other.is_on(now));
            let carried: usize = held.values().map(|other| other.wanted.bytes()).sum();
            let bytes = flow.wanted.bytes();
            if bytes > 0 && carried + bytes > CARRIED {
                return Err(NoRoom);
            }
        }
        if held.len() >= MOST {
            let longest = held.iter().min_by_key(|(_, other)| other.begun);
            let longest = longest.map(|(state, _)| *state);
            longest.and_then(|longest| held.remove(&longest));
        }
        held.insert(digest(state), flow);
        Ok(())
    }

    /// Whoever has come back, once: the same answer a second time is nobody's. Another browser's
    /// answer, or another service's, leaves them waiting.
    pub(super) fn take(
        &self,
        provider: &str,
        state: &str,
        browser: Option<&str>,
        now: Timestamp,
    ) -> Option<Flow> {
        let (state, browser) = (digest(state), digest(browser?));
        let mut held = self.held();
        let flow = held.get(&state)?;
        let theirs = flow.browser == browser && flow.provider == provider && flow.is_on(now);
        match theirs {
            true => held.remove(&state),
            false => None,
        }
    }

    /// Whether a browser that holds this is away.
    pub(super) fn is_held(&self, browser: &str, now: Timestamp) -> bool {
        let browser = digest(browser);
        let held = self.held();
        let mut held = held.values();
        held.any(|flow| flow.browser == browser && flow.is_on(now))
    }

    fn held(&self) -> MutexGuard<'_, HashMap<[u8; 32], Flow>> {
        // Each change is one insertion or removal: nothing is left half done by a panic.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn digest(text: &str) -> [u8; 32] {
    Sha256::digest(text.as_bytes()).into()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
    use super::*;

    fn flow(browser: &str, second: i64, bytes: usize) -> Flow {
        let wanted = Wanted {
            till: String::new(),
            carried: vec![("text".to_owned(), "x".repeat(bytes))],
            language: Language::Sv,
        };
        let verifier = PkceCodeVerifier::new("v".repeat(43));
        Flow::new(
            "kommunen",
            browser,
            verifier,
            "n".to_owned(),
            wanted,
            at(second),
        )
    }

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(1_700_000_000 + second).unwrap()
    }

    #[test]
    fn what_is_carried_has_an_end_and_makes_room_when_nobody_waits_for_it() {
        let flows = Flows::default();
        let quarter = CARRIED / 4 - 4;
        for n in 0..4 {
            flows.keep(&format!("s{n}"), flow("b", 0, quarter)).unwrap();
        }
        assert!(flows.keep("s4", flow("b", 1, quarter)).is_err());
        assert!(flows.take("kommunen", "s4", Some("b"), at(1)).is_none());
        let empty = Flow {
            wanted: Wanted {
                carried: Vec::new(),
                ..flow("b", 1, 0).wanted
            },
            ..flow("b", 1, 0)
        };
        flows.keep("empty", empty).unwrap();
        let later = 15 * 60;
        flows.keep("s5", flow("b", later, quarter)).unwrap();
        assert!(flows.take("kommunen", "s5", Some("b"), at(later)).is_some());
    }

    #[test]
    fn a_flood_pushes_out_whoever_has_been_away_longest() {
        let flows = Flows::default();
        for n in 0..=MOST {
            let second = i64::try_from(n / 100).unwrap();
            flows
                .keep(&format!("s{n}"), flow(&format!("b{n}"), second, 0))
                .unwrap();
        }
        assert_eq!(flows.held().len(), MOST);
        let last = format!("s{MOST}");
        let back = flows.take("kommunen", &last, Some(&format!("b{MOST}")), at(300));
        assert!(back.is_some());
        let early = (0..100).filter(|n| flows.is_held(&format!("b{n}"), at(300)));
        assert_eq!(early.count(), 99, "one of the first hundred");
    }
}
