//! A telephone with an app for codes: RFC 6238 written a second time, from the text that a page
//! shows.

use hmac::{Hmac, Mac};
use jiff::Timestamp;
use sha1::Sha1;

/// The code that the app shows at an instant, for a secret in groups of four letters.
pub(crate) fn shows(secret: &str, at: Timestamp) -> String {
    let alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    let mut key = Vec::new();
    let (mut held, mut bits) = (0_u32, 0);
    for letter in secret.chars().filter(|c| !c.is_whitespace()) {
        let value = alphabet.find(letter).unwrap();
        held = held << 5 | u32::try_from(value).unwrap();
        bits += 5;
        if bits >= 8 {
            bits -= 8;
            key.push(u8::try_from(held >> bits & 0xff).unwrap());
        }
    }
    let mut mac = Hmac::<Sha1>::new_from_slice(&key).unwrap();
    mac.update(&u64::try_from(at.as_second() / 30).unwrap().to_be_bytes());
    let hash: [u8; 20] = mac.finalize().into_bytes().into();
    let at = usize::from(hash[19] & 15);
    let four: [u8; 4] = hash[at..at + 4].try_into().unwrap();
    let number = u32::from_be_bytes(four) % (1 << 31) % 1_000_000;
    format!("{number:06}")
}
