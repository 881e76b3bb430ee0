//! Passwords: how they are made, judged and proved. argon2id with 19 MiB, two passes and one
//! lane (`RELIABILITY.md` 12; OWASP Password Storage).

use argon2::password_hash::{PasswordHasher as _, PasswordVerifier as _};
use argon2::{Argon2, PasswordHash};
use riktning_words::search::{composed, plain};
use std::borrow::Cow;
use std::sync::{Arc, LazyLock};
use tokio::sync::Semaphore;
use zxcvbn::{Score, zxcvbn};

/// Passwords that are hashed at once. Each takes 19 MiB and some 20 ms of a processor.
const AT_ONCE: usize = 2;
/// Passwords that wait to be looked at: a second's work.
const WAITING: usize = 64;
/// The fewest characters of a password of one's own (NIST SP 800-63B-4 asks for 15 where there is
/// no second factor).
pub const FEWEST: usize = 15;
/// The most characters.
pub const MOST: usize = 200;
/// Letters and digits that are not mistaken for each other.
const PLAIN: &[u8; 32] = b"23456789abcdefghijkmnpqrstuvwxyz";

/// Why a password is too easy to guess.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weak {
    /// It has fewer than [`FEWEST`] characters.
    Short,
    /// It has more than [`MOST`] characters.
    Long,
    /// It is one or two characters over and over.
    Repeated,
    /// It is hardly more than the person's own name, or the municipality's.
    Name,
    /// It is made of words and patterns that many people choose.
    Common,
}

/// The place where passwords are hashed.
#[derive(Clone, Debug)]
pub(crate) struct Passwords {
    /// Permits for the memory that hashing takes: a flood of sign-ins waits here.
    hashing: Arc<Semaphore>,
    /// How many may wait for one of those: whoever comes after them is told that it is busy.
    waiting: Arc<Semaphore>,
}

impl Default for Passwords {
    fn default() -> Self {
        Passwords {
            hashing: Arc::new(Semaphore::new(AT_ONCE)),
            waiting: Arc::new(Semaphore::new(WAITING)),
        }
    }
}

/// What a password is compared with when nobody has the name: it takes as long as with a name
/// that somebody has, so the time tells nothing.
static NOBODYS: LazyLock<Option<String>> = LazyLock::new(|| hashed("nobody has this password"));

impl Passwords {
    /// Whether a password is the one of a hash, whether its å is one character or an a and a ring.
    /// `None` when the machine cannot tell.
    pub(crate) async fn is_right(&self, password: String, hash: Option<String>) -> Option<bool> {
        let _place = Arc::clone(&self.waiting).try_acquire_owned().ok()?;
        let permit = Arc::clone(&self.hashing).acquire_owned().await.ok()?;
        let looked = tokio::task::spawn_blocking(move || {
            let _permit = permit;
            let given = hash.is_some();
            let hash = hash.or_else(|| NOBODYS.clone())?;
            Some(proves(&password, &hash)? && given)
        });
        looked.await.ok()?
    }

    /// A password as it is stored. `None` when the machine cannot make it.
    pub(crate) async fn hash(&self, password: String) -> Option<String> {
        let permit = Arc::clone(&self.hashing).acquire_owned().await.ok()?;
        let made = tokio::task::spawn_blocking(move || {
            let _permit = permit;
            hashed(&password)
        });
        made.await.ok()?
    }
}

impl Passwords {
    /// Recovery codes as they are stored, all with one salt: so a typed one is hashed once and
    /// compared with each. `None` when the machine cannot tell.
    pub(crate) async fn codes(&self, codes: Vec<String>, salt: [u8; 16]) -> Option<Vec<[u8; 32]>> {
        let _place = Arc::clone(&self.waiting).try_acquire_owned().ok()?;
        let permit = Arc::clone(&self.hashing).acquire_owned().await.ok()?;
        let made = tokio::task::spawn_blocking(move || {
            let _permit = permit;
            let hashed = codes.iter().map(|code| {
                let mut hash = [0; 32];
                let made = Argon2::default().hash_password_into(code.as_bytes(), &salt, &mut hash);
                made.ok().map(|()| hash)
            });
            hashed.collect()
        });
        made.await.ok()?
    }
}

/// A password as it is stored: composed, so that another keyboard proves the same one.
fn hashed(password: &str) -> Option<String> {
    let password = composed(password);
    let hash: PasswordHash = Argon2::default().hash_password(password.as_bytes()).ok()?;
    Some(hash.to_string())
}

/// Whether a password proves a hash: composed, and then as it was typed, as passwords were hashed
/// before they were composed. `None` if the hash is none.
fn proves(password: &str, hash: &str) -> Option<bool> {
    let hash = PasswordHash::new(hash).ok()?;
    let proves = |tried: &str| {
        let right = Argon2::default().verify_password(tried.as_bytes(), &hash);
        right.is_ok()
    };
    Some(match composed(password) {
        Cow::Borrowed(password) => proves(password),
        // The two take as long for a name that nobody has.
        Cow::Owned(composed) => proves(&composed) || proves(password),
    })
}

/// What many people in Sweden choose, as a guesser would have it: also without dots and rings.
static SWEDISH: LazyLock<Vec<String>> = LazyLock::new(|| {
    let lines = include_str!("passwords/swedish.txt").lines();
    let words = lines.filter(|line| !line.is_empty() && !line.starts_with('#'));
    let both = words.flat_map(|word| [word.to_owned(), plain(word)]);
    let mut words: Vec<String> = both.collect();
    words.dedup();
    words
});

/// Refuses a password that is too easy to guess. No rules of what it must be made of: they make
/// passwords that people forget and programs guess.
pub(crate) fn strong(password: &str, own: &[&str]) -> Result<(), Weak> {
    let password = &*composed(password);
    let characters: Vec<char> = password.chars().collect();
    if characters.len() < FEWEST {
        return Err(Weak::Short);
    }
    if characters.len() > MOST {
        return Err(Weak::Long);
    }
    let mut different = characters;
    different.sort_unstable();
    different.dedup();
    if different.len() < 4 {
        return Err(Weak::Repeated);
    }
    let mut rest = password.to_lowercase();
    for name in own.iter().flat_map(|name| name.split_whitespace()) {
        if name.chars().count() > 2 {
            rest = rest.replace(&name.to_lowercase(), "");
        }
    }
    if rest.chars().count() < FEWEST / 2 {
        return Err(Weak::Name);
    }
    let words = own.iter().flat_map(|name| name.split_whitespace());
    // *Exempelstads* is the name of *Exempelstad* as its municipality has it.
    let words = words.flat_map(|word| [word, word.strip_suffix('s').unwrap_or(word)]);
    let words: Vec<&str> = words.chain(SWEDISH.iter().map(String::as_str)).collect();
    match is_two_words(password) || zxcvbn(password, &words).score() < Score::Three {
        true => Err(Weak::Common),
        false => Ok(()),
    }
}

/// Fewer letters than this beside the words that many choose make no third word.
const A_WORD: usize = 4;

/// Whether a password is hardly more than one or two of the words that many choose, with whatever figures
/// and marks between them: zxcvbn takes whatever has three parts for hard to guess.
fn is_two_words(password: &str) -> bool {
    let mut rest = password.to_lowercase();
    let mut words: Vec<&String> = SWEDISH.iter().collect();
    // *Sommaren* is one word and not *sommar* with two letters.
    words.sort_by_key(|word| std::cmp::Reverse(word.chars().count()));
    words.retain(|word| {
        let has = rest.contains(word.as_str());
        if has {
            rest = rest.replace(word.as_str(), " ");
        }
        has
    });
    let letters = rest.chars().filter(|c| c.is_alphabetic()).count();
    (1..=2).contains(&words.len()) && letters < A_WORD
}

/// A password as it is compared. A one-time password is read off a screen: its hyphens, spaces and
/// capitals are nobody's secret.
pub(crate) fn as_typed(password: &str, one_time: bool) -> String {
    match one_time {
        false => password.to_owned(),
        true => in_groups(&password.to_lowercase()),
    }
}

/// A one-time password: 80 random bits in four groups.
pub(crate) fn one_time() -> Option<String> {
    let mut random = [0; 16];
    getrandom::fill(&mut random).ok()?;
    let letters = random.map(|byte| char::from(PLAIN[usize::from(byte % 32)]));
    Some(in_groups(&String::from_iter(letters)))
}

/// The letters of a recovery code, without the hyphens between them.
const CODE: usize = 12;

/// A recovery code: sixty random bits in three groups.
pub(crate) fn recovery_code() -> Option<String> {
    let mut random = [0; CODE];
    getrandom::fill(&mut random).ok()?;
    let letters = random.map(|byte| char::from(PLAIN[usize::from(byte % 32)]));
    Some(in_groups(&String::from_iter(letters)))
}

/// A recovery code as it is compared, read off a piece of paper; none if it cannot be one.
pub(crate) fn recovery_as_typed(typed: &str) -> Option<String> {
    let letters = typed
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .take(CODE + 1);
    let typed = in_groups(&letters.collect::<String>().to_lowercase());
    (typed.len() == CODE + 2).then_some(typed)
}

/// Random bytes to hash codes with.
pub(crate) fn salt() -> Option<[u8; 16]> {
    let mut salt = [0; 16];
    getrandom::fill(&mut salt).ok()?;
    Some(salt)
}

fn in_groups(text: &str) -> String {
    let letters: Vec<char> = text.chars().filter(char::is_ascii_alphanumeric).collect();
    let groups: Vec<String> = letters.chunks(4).map(String::from_iter).collect();
    groups.join("-")
}

/// What a browser holds: 256 random bits.
pub(crate) fn token() -> Option<String> {
    let mut random = [0; 32];
    getrandom::fill(&mut random).ok()?;
    Some(random.iter().map(|byte| format!("{byte:02x}")).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_is_long_and_no_name() {
        let own = ["kim", "Kim Exempel"];
        assert_eq!(strong("korta", &own), Err(Weak::Short));
        assert_eq!(strong(&"långt ".repeat(40), &own), Err(Weak::Long));
        assert_eq!(strong("abababababababab", &own), Err(Weak::Repeated));
        assert_eq!(strong("KimExempel12345", &own), Err(Weak::Name));
        assert_eq!(strong("en häst på sju ben", &own), Ok(()));
    }

    #[test]
    fn a_password_that_many_choose_is_guessed_first() {
        for common in [
            "passwordpassword",
            "qwertyuiopasdfgh",
            "123456789012345",
            "iloveyouiloveyou",
        ] {
            assert_eq!(strong(common, &[]), Err(Weak::Common), "{common}");
        }
        let town = ["Exempelstads kommun"];
        assert_eq!(strong("exempelstads kommun2027", &[]), Ok(()));
        assert_ne!(strong("exempelstads kommun2027", &town), Ok(()));
        for guessed in ["exempelstad2026!", "Exempelstad12345"] {
            assert_eq!(strong(guessed, &town), Err(Weak::Common), "{guessed}");
        }
    }

    #[test]
    fn what_many_in_sweden_choose_is_guessed_first_too() {
        for common in [
            "lösenord1234567",
            "Losenord1234567",
            "l0senord1234567",
            "lo\u{308}senord1234567",
            "sommar2026sommar",
            "Sommaren2026!!!",
            "Välkommen123456",
            "hemligtlösenord",
            "hammarbyfotboll",
        ] {
            assert_eq!(strong(common, &[]), Err(Weak::Common), "{common}");
        }
        for sentence in [
            "en häst på sju ben",
            "sommar vinter hund kaffe stuga",
            "mormors båt ligger still",
        ] {
            assert_eq!(strong(sentence, &[]), Ok(()), "{sentence}");
        }
    }

    #[test]
    fn an_a_with_a_ring_is_an_å_whichever_keyboard_it_came_from() {
        let (one, two) = ("en häst på sju ben", "en ha\u{308}st pa\u{30a} sju ben");
        assert_ne!(one, two);
        for (kept, typed) in [(one, two), (two, one), (one, one), (two, two)] {
            let hash = hashed(kept).unwrap();
            assert_eq!(proves(typed, &hash), Some(true), "{kept:?} {typed:?}");
            assert_eq!(proves("en häst på åtta ben", &hash), Some(false));
        }
        // As it was hashed before passwords were composed.
        let old: PasswordHash = Argon2::default().hash_password(two.as_bytes()).unwrap();
        assert_eq!(proves(two, &old.to_string()), Some(true));
    }

    #[test]
    fn a_one_time_password_may_be_typed_as_one_reads_it() {
        let password = one_time().unwrap();
        assert_eq!(password.len(), 19);
        let typed = password.to_uppercase().replace('-', " ");
        assert_eq!(as_typed(&typed, true), password);
        assert_ne!(one_time().unwrap(), password);
    }

    #[test]
    fn a_recovery_code_may_be_typed_as_one_reads_it() {
        let code = recovery_code().unwrap();
        assert_eq!(code.len(), 14);
        let typed = code.to_uppercase().replace('-', " ");
        assert_eq!(recovery_as_typed(&typed), Some(code.clone()));
        assert_eq!(recovery_as_typed(&code[..13]), None);
        assert_eq!(recovery_as_typed(&format!("{code}a")), None);
    }

    #[test]
    fn a_hash_proves_its_password_and_no_other() {
        let hash = hashed("en häst på sju ben").unwrap();
        assert!(
            hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"),
            "{hash}"
        );
        let hash = PasswordHash::new(&hash).unwrap();
        let is = |password: &str| Argon2::default().verify_password(password.as_bytes(), &hash);
        assert!(is("en häst på sju ben").is_ok());
        assert!(is("en häst på åtta ben").is_err());
    }
}
