//! Where somebody gets mail: the fields on their own account and on their page among people.

use super::WorkSite;
use super::account::account_page;
use super::answers::{Answer, Faults, unwritten};
use super::paths::WorkPaths;
use super::session::{Signed, see};
use super::shell::speech;
use crate::failure::Failure;
use crate::form::Form;
use crate::pages::speech::Speech;
use axum::Extension;
use axum::body::Bytes;
use axum::extract::State;
use riktning_app::followers::mail::{Mailbox, address};
use riktning_app::people::NotKept;
use riktning_domain::ids::PersonId;
use riktning_words::Language;

/// Bytes of the form.
const FORM: usize = 4 << 10;

/// The fields as they stand, or as they were typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Typed {
    pub(crate) address: String,
    pub(crate) language: String,
    pub(crate) digest: bool,
}

impl Typed {
    /// The fields as they stand; where nothing does, in the language of the page.
    pub(crate) async fn of(site: &WorkSite, person: PersonId) -> Result<Typed, Failure> {
        let own = site.app.mailbox(person).await.map_err(unwritten)?;
        Ok(own.map_or_else(
            || Typed {
                address: String::new(),
                language: site.language.tag().to_owned(),
                digest: true,
            },
            |own| Typed {
                address: own.address,
                language: own.language,
                digest: own.digest,
            },
        ))
    }

    pub(crate) fn read(form: &Form) -> Typed {
        Typed {
            address: form.typed("epost").trim().to_owned(),
            language: form.typed("sprak").to_owned(),
            digest: form.once("besked").is_some(),
        }
    }

    /// Keeps what was typed. Whether it was: not what is no address, which is said at its field.
    pub(crate) async fn keep(
        &self,
        site: &WorkSite,
        person: PersonId,
        faults: &mut Faults,
    ) -> Result<bool, Failure> {
        let Some(mailbox) = self.mailbox(&speech(site), person, faults) else {
            return Ok(false);
        };
        match site.app.keep_mailbox(person, mailbox).await {
            Ok(()) => Ok(true),
            Err(NotKept::Unperformed(error)) => Err(unwritten(error)),
            Err(_) => Err(Failure::NotFound),
        }
    }

    fn mailbox(
        &self,
        s: &Speech,
        person: PersonId,
        faults: &mut Faults,
    ) -> Option<Option<Mailbox>> {
        if self.address.is_empty() {
            return Some(None);
        }
        let Ok(address) = address(&self.address) else {
            faults.add("epost", s.t("address-fault"));
            return None;
        };
        let known = Language::ALL.into_iter().map(Language::tag);
        let language = known.into_iter().find(|tag| *tag == self.language);
        Some(Some(Mailbox {
            person,
            address,
            language: language.unwrap_or(Language::Sv.tag()).to_owned(),
            digest: self.digest,
        }))
    }

    /// The languages to choose from: tag, name, and whether it is chosen.
    pub(crate) fn languages(&self) -> [(&'static str, &'static str, bool); 3] {
        Language::ALL.map(|language| {
            let tag = language.tag();
            (tag, language.own_name(), tag == self.language)
        })
    }
}

/// Says where one gets mail oneself.
pub(crate) async fn save(
    State(site): State<WorkSite>,
    Extension(me): Extension<Signed>,
    body: Bytes,
) -> Answer {
    let typed = Typed::read(&Form::read(&body, FORM)?);
    let mut faults = Faults::default();
    if typed.keep(&site, me.colleague.person, &mut faults).await? {
        let to = WorkPaths(site.language).account();
        return Ok(see(&format!("{to}?gjort=epost")));
    }
    account_page(&site, &me, (typed, faults), None, None).await
}
