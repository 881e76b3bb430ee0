//! How many answers one address, and all of them together, may give in a while.
//!
//! An address is never kept: only a hash of it, under a key that is made in memory and thrown
//! away after a day. A flood costs a few bytes and no row.

use sha2::{Digest as _, Sha256};
use std::collections::HashMap;
use std::net::{IpAddr, Ipv6Addr};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

/// How long a count lasts.
const WHILE: Duration = Duration::from_secs(600);
/// How long a key lasts.
const DAY: Duration = Duration::from_secs(86_400);
/// Answers of one address in a while: a class of pupils behind one address has its say.
const OF_ONE: u32 = 30;
/// Answers of all in a while. More are no residents; and so the table of counts is bounded too.
const OF_ALL: u32 = 600;

/// Counts who comes through.
#[derive(Debug)]
pub(crate) struct Door {
    /// A lock, since "count, then compare" is one step; held for one map operation.
    counts: Mutex<Counts>,
}

struct Counts {
    key: [u8; 32],
    key_made: Instant,
    begun: Instant,
    by: HashMap<[u8; 16], u32>,
    all: u32,
}

impl std::fmt::Debug for Counts {
    /// Never the key.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Counts")
            .field("all", &self.all)
            .finish_non_exhaustive()
    }
}

impl Door {
    pub(crate) fn new(now: Instant) -> Self {
        Door {
            counts: Mutex::new(Counts {
                key: key(),
                key_made: now,
                begun: now,
                by: HashMap::new(),
                all: 0,
            }),
        }
    }

    /// Whether one more answer may come in from an address.
    pub(crate) fn admits(&self, address: IpAddr, now: Instant) -> bool {
        let mut counts = self.counts.lock().unwrap_or_else(PoisonError::into_inner);
        if now.duration_since(counts.key_made) >= DAY {
            (counts.key, counts.key_made) = (key(), now);
            counts.by.clear();
        }
        if now.duration_since(counts.begun) >= WHILE {
            (counts.begun, counts.all) = (now, 0);
            counts.by.clear();
        }
        if counts.all >= OF_ALL {
            return false;
        }
        let hash = hash(&counts.key, address);
        let of_one = counts.by.entry(hash).or_default();
        if *of_one >= OF_ONE {
            return false;
        }
        *of_one += 1;
        counts.all += 1;
        true
    }
}

/// Random bytes for a key.
fn key() -> [u8; 32] {
    let mut key = [0; 32];
    for half in key.chunks_exact_mut(16) {
        half.copy_from_slice(uuid::Uuid::new_v4().as_bytes());
    }
    key
}

/// A household has one IPv4 address, or all the IPv6 addresses of a 64-bit prefix.
fn hash(key: &[u8; 32], address: IpAddr) -> [u8; 16] {
    let household = match address.to_canonical() {
        IpAddr::V6(v6) => {
            let prefix = u128::from(v6) & !u128::from(u64::MAX);
            IpAddr::V6(Ipv6Addr::from(prefix))
        }
        v4 @ IpAddr::V4(_) => v4,
    };
    let mut hash = Sha256::new();
    hash.update(key);
    match household {
        IpAddr::V4(v4) => hash.update(v4.octets()),
        IpAddr::V6(v6) => hash.update(v6.octets()),
    }
    let digest = hash.finalize();
    let mut short = [0; 16];
    short.copy_from_slice(&digest[..16]);
    short
}

#[cfg(test)]
mod tests {
    use super::*;

    fn v4(last: u32) -> IpAddr {
        IpAddr::V4((0x0a00_0000 + last).into())
    }

    fn admitted(door: &Door, times: u32, address: impl Fn(u32) -> IpAddr, now: Instant) -> usize {
        (0..times).filter(|n| door.admits(address(*n), now)).count()
    }

    #[test]
    fn a_flood_from_one_address_gets_thirty_in_and_a_neighbour_is_untroubled() {
        let start = Instant::now();
        let door = Door::new(start);
        assert_eq!(admitted(&door, 10_000, |_| v4(1), start), 30);
        assert!(door.admits(v4(2), start));
        assert!(!door.admits(v4(1), start + WHILE / 2));
        assert!(door.admits(v4(1), start + WHILE));
    }

    #[test]
    fn a_flood_from_everywhere_is_bounded_with_its_table() {
        let start = Instant::now();
        let door = Door::new(start);
        assert_eq!(admitted(&door, 100_000, v4, start), 600);
        assert_eq!(door.counts.lock().unwrap().by.len(), 600);
        assert!(door.admits(v4(1), start + WHILE));
    }

    #[test]
    fn a_household_is_one_address_whatever_it_calls_itself() {
        let start = Instant::now();
        let door = Door::new(start);
        let v6 = |n: u32| IpAddr::V6((0x2001_0db8 << 96 | u128::from(n)).into());
        assert_eq!(admitted(&door, 100, v6, start), 30);
        let mapped = |_| "::ffff:10.0.0.9".parse().unwrap();
        assert_eq!(admitted(&door, 100, mapped, start), 30);
        assert!(!door.admits("10.0.0.9".parse().unwrap(), start));
    }

    #[test]
    fn the_key_lives_for_a_day() {
        let start = Instant::now();
        let door = Door::new(start);
        let key = |door: &Door| door.counts.lock().unwrap().key;
        let first = key(&door);
        door.admits(v4(1), start + DAY - Duration::from_secs(1));
        assert_eq!(key(&door), first);
        door.admits(v4(1), start + DAY);
        assert_ne!(key(&door), first);
        assert!(!format!("{door:?}").contains(&format!("{:?}", first[0..4].to_vec())));
    }
}
