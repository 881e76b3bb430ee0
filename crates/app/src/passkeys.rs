//! Passkeys: signing in with what a device holds and its owner unlocks, instead of a password.
//!
//! A device signs a question that this program has asked, for this site and no other. What it takes
//! to believe the signature is looked at by `webauthn-rs`; what is asked, of whom, how long and how
//! often stands here (decision 100). Who has which is in `people`.

mod asked;

use crate::passwords;
use asked::Questions;
use jiff::Timestamp;
use riktning_domain::ids::PersonId;
use std::sync::Arc;
use url::{Host, Url};
use webauthn_rs::Webauthn;
use webauthn_rs::prelude::{
    DiscoverableAuthentication, Passkey, PasskeyRegistration, PublicKeyCredential,
    RegisterPublicKeyCredential, WebauthnBuilder, WebauthnError,
};

/// The passkeys of a site, which are bound to its address. A value: a clone is the same.
#[derive(Clone, Debug)]
pub struct Passkeys(Result<Arc<Parts>, NoPasskeys>);

#[derive(Debug)]
struct Parts {
    webauthn: Webauthn,
    origin: String,
    /// Browsers that have been asked to sign in.
    signing: Questions<DiscoverableAuthentication>,
    /// People whose device has been asked to make a passkey.
    making: Questions<Making>,
}

/// Why there can be no passkeys at an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoPasskeys {
    /// Nobody has said at which address the site is known.
    #[error("the site has no address")]
    NoAddress,
    /// The address is a number: a passkey belongs to a name.
    #[error("the address is a number")]
    Number,
    /// The address is not https, without which no browser lets a page use one; but on this machine.
    #[error("the address is not https")]
    NotHttps,
}

/// What a device is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// Which question the answer is to.
    pub id: String,
    /// What the browser is given, as JSON.
    pub options: String,
    /// What the browser holds until it answers.
    pub browser: String,
}

/// A passkey that is being made.
#[derive(Clone, Debug)]
pub(crate) struct Making {
    pub(crate) person: PersonId,
    pub(crate) name: String,
    state: PasskeyRegistration,
}

/// A passkey that a device has made.
#[derive(Debug)]
pub(crate) struct Made {
    pub(crate) making: Making,
    /// What its device calls it.
    pub(crate) credential: Vec<u8>,
    /// Its public key, as it is stored.
    pub(crate) key: String,
}

/// What a device answers when it signs somebody in: whose it says that it is, and by which passkey.
#[derive(Debug)]
pub(crate) struct Signature {
    pub(crate) person: PersonId,
    pub(crate) credential: Vec<u8>,
    answer: PublicKeyCredential,
    state: DiscoverableAuthentication,
}

impl Default for Passkeys {
    fn default() -> Self {
        Passkeys(Err(NoPasskeys::NoAddress))
    }
}

impl Passkeys {
    /// The passkeys of the site that is known by an address, as `https://mal.example.se`.
    pub fn at(address: &str) -> Self {
        Passkeys(Parts::at(address).map(Arc::new))
    }

    /// The address at which they work, as a browser writes it.
    ///
    /// # Errors
    /// [`NoPasskeys`] where there can be none.
    pub fn origin(&self) -> Result<&str, NoPasskeys> {
        match &self.0 {
            Ok(parts) => Ok(&parts.origin),
            Err(why) => Err(*why),
        }
    }

    /// Asks a browser to sign somebody in, whoever it is. `browser` is what it holds already.
    pub(crate) fn ask(&self, browser: Option<&str>, now: Timestamp) -> Option<Question> {
        let parts = self.0.as_ref().ok()?;
        let (options, state) = parts.webauthn.start_discoverable_authentication().ok()?;
        let held = browser.filter(|browser| parts.signing.is_held(browser, now));
        let browser = held.map_or_else(passwords::token, |held| Some(held.to_owned()))?;
        let id = passwords::token()?;
        parts.signing.keep(&id, &browser, state, now);
        // Without what would have the browser wait for a field of a user name.
        let options = serde_json::to_string(&options.public_key).ok()?;
        Some(Question {
            id,
            options,
            browser,
        })
    }

    /// Takes what a browser answers, once. None if nobody waits for it.
    pub(crate) fn answered(
        &self,
        id: &str,
        browser: Option<&str>,
        now: Timestamp,
    ) -> Option<Answered> {
        let parts = self.0.as_ref().ok()?;
        let state = parts.signing.take(id, browser?, now)?;
        Some(Answered(state))
    }

    /// Whether a signature is one of a passkey, and what is known of its device from then on.
    pub(crate) fn verified(&self, signature: Signature, key: &str) -> Result<String, NotVerified> {
        let parts = self.0.as_ref().map_err(|why| NotVerified::Nowhere(*why))?;
        let mut passkey: Passkey = serde_json::from_str(key)?;
        let Signature { answer, state, .. } = signature;
        let webauthn = &parts.webauthn;
        let found = webauthn.finish_discoverable_authentication_v2(&answer, state, &passkey)?;
        if !found.user_verified() {
            return Err(NotVerified::Unlocked);
        }
        passkey.update_credential(&found);
        Ok(serde_json::to_string(&passkey)?)
    }

    /// Asks a device to make a passkey of a person, whom it knows by `login` and `name`. It makes
    /// none beside one of theirs that it has. `holder` is who may answer.
    pub(crate) fn begin(
        &self,
        of: Owner<'_>,
        called: String,
        holder: &str,
        now: Timestamp,
    ) -> Option<Question> {
        let parts = self.0.as_ref().ok()?;
        let Owner {
            person,
            login,
            name,
            has,
        } = of;
        let webauthn = &parts.webauthn;
        let begun = webauthn.start_passkey_registration(person.0, login, name, Some(has));
        let (options, state) = begun.ok()?;
        let id = passwords::token()?;
        let making = Making {
            person,
            name: called,
            state,
        };
        parts.making.keep(&id, holder, making, now);
        Some(Question {
            id,
            options: findable(&options.public_key)?,
            browser: String::new(),
        })
    }

    /// Takes a passkey that was made, once. None if nobody waits for it.
    pub(crate) fn made(
        &self,
        id: &str,
        answer: &str,
        holder: &str,
        now: Timestamp,
    ) -> Option<Result<Made, NotVerified>> {
        let parts = self.0.as_ref().ok()?;
        let making = parts.making.take(id, holder, now)?;
        Some(parts.kept(making, answer))
    }

    /// How many questions wait for an answer.
    #[cfg(test)]
    fn waiting(&self) -> usize {
        self.0.as_ref().map_or(0, |parts| parts.signing.len())
    }
}

/// Whose passkey is made, and which of theirs there are.
#[derive(Debug)]
pub(crate) struct Owner<'a> {
    pub(crate) person: PersonId,
    pub(crate) login: &'a str,
    pub(crate) name: &'a str,
    pub(crate) has: Vec<Vec<u8>>,
}

/// A question that was waited for, by whoever holds it.
#[derive(Debug)]
pub(crate) struct Answered(DiscoverableAuthentication);

impl Answered {
    /// What the device says; none if it says nothing that could be one.
    pub(crate) fn read(self, answer: &str) -> Option<Signature> {
        let answer: PublicKeyCredential = serde_json::from_str(answer).ok()?;
        let person = answer.get_user_unique_id()?;
        let person = uuid::Uuid::from_slice(person).ok()?;
        Some(Signature {
            person: PersonId(person),
            credential: answer.get_credential_id().to_vec(),
            answer,
            state: self.0,
        })
    }
}

/// Why a device's answer is not believed.
#[derive(Debug, thiserror::Error)]
pub(crate) enum NotVerified {
    #[error("it is not what a device answers")]
    Unread(#[from] serde_json::Error),
    #[error("it does not hold")]
    Untrue(#[from] WebauthnError),
    #[error("nobody unlocked the device")]
    Unlocked,
    #[error("there are no passkeys here")]
    Nowhere(#[source] NoPasskeys),
}

impl Parts {
    fn at(address: &str) -> Result<Self, NoPasskeys> {
        let url = Url::parse(address).map_err(|_| NoPasskeys::NoAddress)?;
        let name = match url.host() {
            Some(Host::Domain(name)) => name.to_owned(),
            Some(_) => return Err(NoPasskeys::Number),
            None => return Err(NoPasskeys::NoAddress),
        };
        let is_here = name == "localhost" || name.ends_with(".localhost");
        if url.scheme() != "https" && !is_here {
            return Err(NoPasskeys::NotHttps);
        }
        let webauthn = WebauthnBuilder::new(&name, &url).and_then(WebauthnBuilder::build);
        Ok(Parts {
            webauthn: webauthn.map_err(|_| NoPasskeys::NoAddress)?,
            origin: url.origin().ascii_serialization(),
            signing: Questions::default(),
            making: Questions::default(),
        })
    }

    fn kept(&self, making: Making, answer: &str) -> Result<Made, NotVerified> {
        let answer: RegisterPublicKeyCredential = serde_json::from_str(answer)?;
        let webauthn = &self.webauthn;
        let passkey = webauthn.finish_passkey_registration(&answer, &making.state)?;
        Ok(Made {
            credential: passkey.cred_id().clone(),
            key: serde_json::to_string(&passkey)?,
            making,
        })
    }
}

/// What a device is asked to make, as JSON: a passkey that it finds by itself, without being told a
/// user name. `webauthn-rs` leaves that to the device.
fn findable(options: &impl serde::Serialize) -> Option<String> {
    let mut options = serde_json::to_value(options).ok()?;
    let selection = options.get_mut("authenticatorSelection")?;
    *selection.get_mut("residentKey")? = "required".into();
    *selection.get_mut("requireResidentKey")? = true.into();
    serde_json::to_string(&options).ok()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
    use super::*;

    #[test]
    fn passkeys_belong_to_a_name_that_is_https_or_this_machine() {
        let at = |address| Passkeys::at(address).origin().map(str::to_owned);
        let own = |address: &str| Ok(address.to_owned());
        assert_eq!(at("https://mal.example.se/"), own("https://mal.example.se"));
        assert_eq!(at("http://localhost:8080"), own("http://localhost:8080"));
        for number in [
            "https://192.0.2.7",
            "http://127.0.0.1:8080",
            "https://[::1]",
        ] {
            assert_eq!(at(number), Err(NoPasskeys::Number), "{number}");
        }
        assert_eq!(at("http://mal.example.se"), Err(NoPasskeys::NotHttps));
        assert_eq!(at("mål"), Err(NoPasskeys::NoAddress));
        assert_eq!(Passkeys::default().origin(), Err(NoPasskeys::NoAddress));
    }

    #[test]
    fn a_browser_is_asked_for_any_passkey_and_its_owner_unlocks_it() {
        let passkeys = Passkeys::at("https://mal.example.se");
        let now = Timestamp::UNIX_EPOCH;
        let first = passkeys.ask(None, now).unwrap();
        let second = passkeys.ask(Some(&first.browser), now).unwrap();
        assert_eq!(first.browser, second.browser, "two tabs of one browser");
        assert_ne!(first.id, second.id);
        assert_eq!(passkeys.waiting(), 2);
        let options: serde_json::Value = serde_json::from_str(&first.options).unwrap();
        assert_eq!(options["userVerification"], "required");
        assert_eq!(options["rpId"], "mal.example.se");
        assert_eq!(options["allowCredentials"], serde_json::json!([]));
        let of = Owner {
            person: PersonId(uuid::Uuid::from_u128(7)),
            login: "kim",
            name: "Kim Exempel",
            has: vec![vec![9; 16]],
        };
        let made = passkeys
            .begin(of, "Telefonen".to_owned(), "a", now)
            .unwrap();
        let options: serde_json::Value = serde_json::from_str(&made.options).unwrap();
        let selection = &options["authenticatorSelection"];
        assert_eq!(selection["residentKey"], "required");
        assert_eq!(selection["requireResidentKey"], true);
        assert_eq!(selection["userVerification"], "required");
        assert_eq!(
            options["excludeCredentials"][0]["id"],
            "CQkJCQkJCQkJCQkJCQkJCQ"
        );
        assert_eq!(options["attestation"], "none");
    }
}
