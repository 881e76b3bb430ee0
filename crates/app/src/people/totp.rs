//! The codes of a telephone: RFC 6238 over RFC 4226, with SHA-1, six digits and half a minute,
//! which is what every app does without being told.

use hmac::{Hmac, Mac};
use jiff::Timestamp;
use sha1::Sha1;
use std::fmt::Write as _;

/// Seconds for which a code stands.
const PERIOD: i64 = 30;
/// The digits of a code.
const DIGITS: usize = 6;
/// RFC 4648, §6.
const BASE32: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/// What codes are reckoned from: as long as what SHA-1 gives (RFC 4226, §4).
pub(super) type Secret = [u8; 20];

/// A new secret. `None` when the machine gives no random bytes.
pub(super) fn secret() -> Option<Secret> {
    let mut secret = Secret::default();
    getrandom::fill(&mut secret).ok()?;
    Some(secret)
}

/// The six digits that were typed; none when it is something else, as a recovery code is.
pub(super) fn digits(typed: &str) -> Option<String> {
    let typed: String = typed.chars().filter(|c| !c.is_whitespace()).collect();
    let good = typed.len() == DIGITS && typed.bytes().all(|byte| byte.is_ascii_digit());
    good.then_some(typed)
}

/// The step whose code was typed: this one, the one before or the next, for a telephone whose
/// clock is off; and none whose code, or that of a later one, has been taken already.
pub(super) fn step_of(secret: &Secret, typed: &str, now: Timestamp, last: i64) -> Option<i64> {
    let here = now.as_second().div_euclid(PERIOD);
    let steps = [here - 1, here, here + 1];
    // Each is reckoned, whichever is found, so that the time tells nothing.
    let same = steps.map(|step| is_same(&code(secret, step), typed));
    let found = steps.into_iter().zip(same);
    let mut found = found.filter(|(step, same)| *same && *step > last);
    found.next().map(|(step, _)| step)
}

fn code(secret: &Secret, step: i64) -> String {
    let number = number(secret, step) % 1_000_000;
    format!("{number:06}")
}

/// RFC 4226, §5.3: the four bytes at where the last one points, without their sign.
fn number(secret: &Secret, step: i64) -> u32 {
    let mut mac = Hmac::<Sha1>::new_from_slice(secret).expect("HMAC takes a key of any length");
    mac.update(&step.to_be_bytes());
    let bytes = mac.finalize().into_bytes();
    let at = bytes.last().map_or(0, |last| usize::from(last & 0xf));
    let four = bytes.iter().skip(at).take(4);
    four.fold(0, |number, byte| number << 8 | u32::from(*byte)) & 0x7fff_ffff
}

/// Compares every byte, wherever the first difference is.
fn is_same(one: &str, other: &str) -> bool {
    let bytes = one.bytes().zip(other.bytes());
    one.len() == other.len() && bytes.fold(0, |all, (a, b)| all | (a ^ b)) == 0
}

/// A secret as one types it into an app, in groups of four.
pub(super) fn in_groups(secret: &Secret) -> String {
    let letters = base32(secret);
    let groups = letters.as_bytes().chunks(4).map(String::from_utf8_lossy);
    groups.collect::<Vec<_>>().join(" ")
}

fn base32(bytes: &[u8]) -> String {
    // Every five bytes are eight letters; the twenty of a secret come out even.
    let five = bytes.chunks(5).map(|five| {
        let number = five.iter().fold(0_u64, |n, byte| n << 8 | u64::from(*byte));
        (0..8).map(move |n| char::from(BASE32[(number >> (35 - 5 * n)) as usize % 32]))
    });
    five.flatten().collect()
}

/// What an app reads off the picture: the secret, and what it is to call it.
pub(super) fn uri(secret: &Secret, issuer: &str, login: &str) -> String {
    let (issuer, login) = (escaped(issuer), escaped(login));
    let secret = base32(secret);
    format!("otpauth://totp/{issuer}:{login}?secret={secret}&issuer={issuer}")
}

fn escaped(text: &str) -> String {
    text.bytes().fold(String::new(), |mut escaped, byte| {
        match byte {
            b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' | b'-' | b'.' | b'_' | b'~' => {
                escaped.push(char::from(byte));
            }
            byte => {
                let _ = write!(escaped, "%{byte:02X}");
            }
        }
        escaped
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const RFC: &Secret = b"12345678901234567890";

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).unwrap()
    }

    #[test]
    fn the_numbers_are_those_of_rfc_6238_and_rfc_4226() {
        // Appendix B of RFC 6238, the rows of SHA-1: eight digits.
        for (second, digits) in [
            (59, 94_287_082),
            (1_111_111_109, 7_081_804),
            (1_111_111_111, 14_050_471),
            (1_234_567_890, 89_005_924),
            (2_000_000_000, 69_279_037),
            (20_000_000_000, 65_353_130),
        ] {
            assert_eq!(number(RFC, second / PERIOD) % 100_000_000, digits);
        }
        // Appendix D of RFC 4226: six digits.
        let codes: Vec<_> = (0..10).map(|step| code(RFC, step)).collect();
        assert_eq!(
            codes,
            [
                "755224", "287082", "359152", "969429", "338314", "254676", "287922", "162583",
                "399871", "520489"
            ]
        );
    }

    #[test]
    fn a_code_stands_for_its_step_and_those_beside_it_and_is_taken_once() {
        let seen = |second, last| step_of(RFC, "287082", at(second), last);
        assert_eq!(
            seen(0, -1),
            Some(1),
            "of a clock that is half a minute ahead"
        );
        assert_eq!(seen(59, -1), Some(1));
        assert_eq!(seen(89, 0), Some(1));
        assert_eq!(seen(90, -1), None);
        assert_eq!(seen(59, 1), None, "taken");
        assert_eq!(seen(59, 2), None, "a later one was taken");
        assert_eq!(step_of(RFC, "28708", at(59), -1), None);
    }

    #[test]
    fn six_digits_are_a_code_however_they_are_typed() {
        assert_eq!(digits(" 287 082").as_deref(), Some("287082"));
        for other in ["28708", "2870821", "28708a", "٢٨٧٠٨٢", ""] {
            assert_eq!(digits(other), None, "{other}");
        }
    }

    #[test]
    fn a_secret_is_told_as_apps_read_it() {
        let groups = "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ";
        assert_eq!(in_groups(RFC), groups);
        assert_eq!(
            uri(RFC, "Exempelstads kommun", "kim@x"),
            "otpauth://totp/Exempelstads%20kommun:kim%40x\
             ?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Exempelstads%20kommun"
        );
    }
}
