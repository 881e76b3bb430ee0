//! The devices on which somebody is signed in: listed and ended by their owner.

use super::{digest, is_on};
use crate::app::{App, Unperformed};
use jiff::civil::DateTime;
use riktning_domain::ids::PersonId;
use riktning_domain::local_time::local;
use riktning_store::{Digest, EndLogins};
use sha2::{Digest as _, Sha256};
use std::cmp::Reverse;

/// A device on which somebody is signed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Device {
    /// What a form calls it: made of what is stored, and nobody comes in by it.
    pub id: String,
    /// What the browser says that it is, in a few words.
    pub name: String,
    /// When it signed in.
    pub begun: DateTime,
    /// When it was last used, to the minute or so.
    pub seen: DateTime,
    /// Whether it is the one that asks.
    pub is_this: bool,
}

impl App {
    /// The devices on which a person is signed in, the last used first.
    pub fn devices(&self, person: PersonId, token: &str) -> Vec<Device> {
        let (this, now) = (digest(token), self.clock().attended());
        let held = self.people().held();
        let own = held.logins.values().filter(|login| login.person == person);
        let devices = own.filter(|login| is_on(login, now)).map(|login| Device {
            id: id(login.digest),
            name: in_a_few_words(&login.device),
            begun: local(login.begun),
            seen: local(login.seen),
            is_this: login.digest == this,
        });
        let mut devices: Vec<_> = devices.collect();
        devices.sort_by_key(|device| (!device.is_this, Reverse(device.seen)));
        devices
    }

    /// Whether a person is signed in anywhere.
    pub(crate) fn is_signed_in(&self, person: PersonId) -> bool {
        let (held, now) = (self.people().held(), self.clock().attended());
        let mut logins = held.logins.values();
        logins.any(|login| login.person == person && is_on(login, now))
    }

    /// Signs a person out of one of their own devices. One that is not theirs stays.
    ///
    /// # Errors
    /// [`Unperformed`] if it could not be written; it is ended in this process all the same.
    pub async fn end_device(&self, person: PersonId, device: &str) -> Result<(), Unperformed> {
        let ended = {
            let mut held = self.people().held();
            let mut own = held.logins.values().filter(|login| login.person == person);
            let found = own.find(|login| id(login.digest) == device);
            let found = found.map(|login| login.digest);
            found.and_then(|digest| held.logins.remove(&digest))
        };
        if let Some(ended) = ended {
            let end = EndLogins::One(ended.digest);
            self.rows(move |store| store.end_logins(end)).await?;
        }
        Ok(())
    }

    /// Signs a person out of every device but the one that asks.
    ///
    /// # Errors
    /// [`Unperformed`] if it could not be written.
    pub async fn end_other_devices(
        &self,
        person: PersonId,
        token: &str,
    ) -> Result<(), Unperformed> {
        self.end_all(person, Some(digest(token))).await
    }
}

/// The digest of what is stored, so that a page shows nothing that stands in the store.
fn id(stored: Digest) -> String {
    let digest = Sha256::digest(stored.0);
    let hex = digest.iter().take(16).map(|byte| format!("{byte:02x}"));
    hex.collect()
}

/// A browser and a system out of what browsers say of themselves; the beginning of it where it
/// names none that is known. Names, not words: they are the same in every language.
fn in_a_few_words(device: &str) -> String {
    // The order matters: each browser also names those that it is like.
    let browsers = [
        ("Edg/", "Edge"),
        ("OPR/", "Opera"),
        ("Firefox/", "Firefox"),
        ("Chrome/", "Chrome"),
        ("Safari/", "Safari"),
    ];
    let systems = [
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Android", "Android"),
        ("Windows", "Windows"),
        ("Macintosh", "macOS"),
        ("CrOS", "ChromeOS"),
        ("Linux", "Linux"),
    ];
    let named = |known: &[(&str, &'static str)]| {
        let mut known = known.iter().filter(|(sign, _)| device.contains(sign));
        known.next().map(|(_, name)| *name)
    };
    match (named(&browsers), named(&systems)) {
        (Some(browser), Some(system)) => format!("{browser}, {system}"),
        (Some(one), None) | (None, Some(one)) => one.to_owned(),
        (None, None) if device.trim().is_empty() => "–".to_owned(),
        (None, None) => device.chars().take(60).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_browser_is_told_in_a_few_words() {
        let edge = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) \
                    Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0";
        assert_eq!(in_a_few_words(edge), "Edge, Windows");
        let phone = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 \
                     (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1";
        assert_eq!(in_a_few_words(phone), "Safari, iPhone");
        assert_eq!(in_a_few_words("curl/8.5.0"), "curl/8.5.0");
        assert_eq!(in_a_few_words(" "), "–");
    }
}
