//! How mail goes to each receiving domain, and when so much of it does not arrive that residents are
//! to be told.

use super::address::domain;
use super::{Letter, LetterStanding, Mailbox};
use jiff::{SignedDuration, Timestamp};
use std::collections::BTreeMap;

/// How many letters in a row have not got through when a domain fails.
const MANY: usize = 3;
/// How far back is looked.
const LOOKED: SignedDuration = SignedDuration::from_hours(48);
/// A server may ask a stranger to come back once; that is how some keep the unwanted out.
const PATIENT: u32 = 2;

/// A receiving domain to which mail does not get through.
pub type FailingDomain = String;

/// How mail goes to a receiving domain.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Flow {
    /// The domain.
    pub domain: String,
    /// Letters that have not been tried yet.
    pub waiting: usize,
    /// Letters that the server put off.
    pub deferred: usize,
    /// Letters that it took.
    pub sent: usize,
    /// Letters that it said no to for good.
    pub bounced: usize,
    /// Letters whose last day passed.
    pub expired: usize,
    /// Letters that somebody gave up.
    pub given_up: usize,
    /// The last answer that was no or not now.
    pub answer: Option<String>,
    /// When a letter last got through.
    pub last_sent: Option<Timestamp>,
    /// Letters in a row that have not got through since.
    failed: usize,
}

impl Flow {
    /// Whether many letters have not got through, and none since.
    pub fn fails(&self) -> bool {
        self.failed >= MANY
    }

    /// Whether letters get through after an instant, and none has failed since.
    pub fn flows_since(&self, at: Timestamp) -> bool {
        self.failed == 0 && self.last_sent.is_some_and(|sent| sent > at)
    }
}

/// How mail goes, domain by domain: where most fails first.
pub fn flow(letters: &[Letter], boxes: &[Mailbox], now: Timestamp) -> Vec<Flow> {
    let mut by: BTreeMap<String, Vec<&Letter>> = BTreeMap::new();
    for letter in letters {
        let own = || boxes.iter().find(|own| own.person == letter.person);
        let at = match letter.domain.is_empty() {
            false => letter.domain.clone(),
            true => own().map_or(String::new(), |own| domain(&own.address).to_owned()),
        };
        by.entry(at).or_default().push(letter);
    }
    let flows = by.into_iter().map(|(domain, mut letters)| {
        letters.sort_by_key(|letter| letter.changed);
        of(domain, &letters, now)
    });
    let mut flows: Vec<Flow> = flows.collect();
    flows.sort_by_key(|flow| {
        let bad = flow.bounced + flow.deferred + flow.expired;
        (std::cmp::Reverse((flow.failed, bad)), flow.domain.clone())
    });
    flows
}

/// `letters`: the one of which something became last stands last.
fn of(domain: String, letters: &[&Letter], now: Timestamp) -> Flow {
    let mut flow = Flow {
        domain,
        ..Flow::default()
    };
    for letter in letters {
        match letter.standing {
            LetterStanding::Waiting if letter.tries == 0 => flow.waiting += 1,
            LetterStanding::Waiting => flow.deferred += 1,
            LetterStanding::Sent => flow.sent += 1,
            LetterStanding::Bounced => flow.bounced += 1,
            LetterStanding::Expired => flow.expired += 1,
            LetterStanding::GivenUp => flow.given_up += 1,
        }
        let is_recent = now.duration_since(letter.changed) <= LOOKED;
        if letter.standing == LetterStanding::Sent {
            (flow.last_sent, flow.failed) = (Some(letter.changed), 0);
        } else if is_recent && speaks_of_the_domain(letter) {
            flow.failed += 1;
        }
        let said = letter.standing != LetterStanding::Sent && !letter.answer.is_empty();
        if said {
            flow.answer = Some(letter.answer.clone());
        }
    }
    flow
}

/// Whether a letter that has not got through tells of its domain, and not of one address in it
/// (RFC 3463: 5.1) nor of a server that asked once to come back, nor of a line that broke: then there is
/// no answer with a number.
fn speaks_of_the_domain(letter: &Letter) -> bool {
    let number = letter.answer.split(' ').next().unwrap_or_default();
    if number.parse::<u16>().is_err() {
        return false;
    }
    match letter.standing {
        LetterStanding::Waiting => letter.tries >= PATIENT,
        LetterStanding::Bounced => !letter.answer.contains(" 5.1."),
        LetterStanding::Expired => letter.tries > 0,
        LetterStanding::Sent | LetterStanding::GivenUp => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use riktning_domain::ids::PersonId;
    use riktning_store::LetterKind;
    use uuid::Uuid;

    fn letter(n: u128, standing: LetterStanding, minute: i64, answer: &str) -> Letter {
        let at = |minute| Timestamp::from_second(1_700_000_000 + minute * 60).unwrap();
        Letter {
            id: Uuid::from_u128(n),
            person: PersonId(Uuid::from_u128(n)),
            kind: LetterKind::Digest,
            standing,
            made: at(0),
            due: at(minute),
            until: at(9_999),
            tries: 2,
            changed: at(minute),
            domain: "hotmail.com".to_owned(),
            answer: answer.to_owned(),
        }
    }

    fn one(letters: &[Letter]) -> Flow {
        let now = Timestamp::from_second(1_700_000_000 + 600).unwrap();
        flow(letters, &[], now).remove(0)
    }

    #[test]
    fn a_domain_fails_by_three_letters_in_a_row_and_not_by_two() {
        use LetterStanding::{Bounced, Sent, Waiting};
        let mut letters = vec![
            letter(1, Bounced, 1, "550 5.7.1 Blocked"),
            letter(2, Waiting, 2, "451 4.7.1 Later"),
        ];
        assert!(!one(&letters).fails());
        letters.push(letter(3, Bounced, 3, "550 5.7.1 Blocked"));
        assert!(one(&letters).fails());
        assert_eq!(one(&letters).answer.as_deref(), Some("550 5.7.1 Blocked"));
        let before = one(&letters);
        assert!(!before.flows_since(letters[0].changed));
        letters.push(letter(4, Sent, 4, "250 OK"));
        let after = one(&letters);
        assert!(!after.fails() && after.flows_since(letters[2].changed));
        assert!(!after.flows_since(letters[3].changed));
    }

    #[test]
    fn addresses_that_are_gone_and_servers_that_ask_once_to_come_back_are_no_failing_domain() {
        use LetterStanding::{Bounced, GivenUp, Waiting};
        let gone = (1..9).map(|n| letter(n, Bounced, 1, "550 5.1.1 No such user"));
        assert!(!one(&gone.collect::<Vec<_>>()).fails());
        let once = (1..9).map(|n| Letter {
            tries: 1,
            ..letter(n, Waiting, 1, "451 4.7.1 Greylisted")
        });
        assert!(!one(&once.collect::<Vec<_>>()).fails());
        let given_up = (1..9).map(|n| letter(n, GivenUp, 1, "550 5.7.1 Blocked"));
        assert!(!one(&given_up.collect::<Vec<_>>()).fails());
        // What broke is told without a number, and speaks of nobody.
        let broken = (1..9).map(|n| letter(n, Waiting, 1, "Connection reset by peer"));
        assert!(!one(&broken.collect::<Vec<_>>()).fails());
        let mut old: Vec<_> = (1..9)
            .map(|n| letter(n, Bounced, 1, "550 5.7.1 No"))
            .collect();
        let long_after = Timestamp::from_second(1_700_000_000 + 60 * 60 * 49).unwrap();
        assert!(!flow(&old, &[], long_after)[0].fails());
        old.truncate(0);
        assert!(flow(&old, &[], long_after).is_empty());
    }
}
