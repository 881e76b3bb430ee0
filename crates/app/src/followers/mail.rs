//! Mail: what is told to the people who work here, each in the language that they have chosen.
//!
//! Three steps, one after another in a turn. The journal is read from a saved cursor, and what
//! somebody is to be told is put in the outbox in the same transaction as the cursor (`news`). What a day
//! brings near is put there likewise. Then what is due is sent (`delivery`): the words are made at
//! that moment of what the person may read then (`words`), and a letter keeps its Message-ID for as
//! long as it is tried (decision 093).

mod address;
mod delivery;
mod news;
mod schedule;
mod smtp;
mod trouble;
mod words;

pub use address::{NotAnAddress, address};
pub use lettre::message::Mailbox as Sender;
pub use riktning_store::{Letter, LetterKind, LetterStanding, Mailbox};
pub use schedule::{NotQuiet, Quiet};
pub use smtp::{Protection, SignIn, Smtp, Trouble, is_certificate};
pub use trouble::{FailingDomain, Flow, flow};

use crate::app::{App, Unperformed};
use crate::people::NotKept;
use jiff::civil::{DateTime, Time};
use riktning_domain::ids::PersonId;
use riktning_store::Secret;
use std::sync::atomic::AtomicU64;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use uuid::Uuid;

/// How mail is sent: what whoever runs the program has said.
#[derive(Clone, Debug)]
pub struct MailSettings {
    /// The server that takes it.
    pub smtp: Smtp,
    /// From whom it is.
    pub from: Sender,
    /// Whom to answer, if not that one.
    pub reply_to: Option<Sender>,
    /// The address that residents know the site by, without a slash at its end.
    pub public_url: String,
    /// When nobody is sent a digest.
    pub quiet: Option<Quiet>,
    /// When the digest of a day is sent, local time.
    pub digest_at: Time,
    /// Whether a letter leads to one's own rows of a report without a password.
    pub links: bool,
}

/// Mail as this program sends it.
#[derive(Debug)]
pub(crate) struct Post {
    settings: MailSettings,
    /// What is wrong with the server itself, since when it was last tried.
    trouble: Mutex<Option<smtp::Halt>>,
    /// One turn at a time: two would send the same letter twice.
    turn: tokio::sync::Mutex<()>,
    /// How far the journal has been read since the program began: what has not moved is not asked.
    read: AtomicU64,
    /// In which hour was last looked for whom to remind.
    reminded: Mutex<Option<DateTime>>,
}

impl Post {
    fn halt(&self) -> Option<smtp::Halt> {
        let held = self.trouble.lock();
        held.unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn reminded(&self) -> MutexGuard<'_, Option<DateTime>> {
        let held = self.reminded.lock();
        held.unwrap_or_else(PoisonError::into_inner)
    }

    fn set_halt(&self, halt: Option<smtp::Halt>) {
        let held = self.trouble.lock();
        *held.unwrap_or_else(PoisonError::into_inner) = halt;
    }
}

impl App {
    /// Says how mail is sent. Once: a second word is not heard.
    pub fn set_up_mail(&self, settings: MailSettings) {
        let post = Post {
            settings,
            trouble: Mutex::default(),
            turn: tokio::sync::Mutex::default(),
            read: AtomicU64::new(u64::MAX),
            reminded: Mutex::default(),
        };
        // Only a test could say it twice.
        let _ = self.post_cell().set(Arc::new(post));
    }

    /// Whether mail is sent at all.
    pub fn sends_mail(&self) -> bool {
        self.post().is_some()
    }

    /// Whether letters lead to one's own rows of a report without a password.
    pub fn sends_links(&self) -> bool {
        self.post().is_some_and(|post| post.settings.links)
    }

    /// From whom mail is, if any is sent.
    pub fn mail_from(&self) -> Option<String> {
        Some(self.post()?.settings.from.to_string())
    }

    /// What is wrong with the server itself, if anything.
    pub fn mail_trouble(&self) -> Option<Trouble> {
        self.post()?.halt().map(|halt| halt.trouble)
    }

    /// One turn: reads what has happened, and sends what is due.
    ///
    /// # Errors
    /// [`Unperformed`] if the store could not be asked or written; what was not done is done at the
    /// next turn.
    pub async fn mail_turn(&self) -> Result<(), Unperformed> {
        let Some(post) = self.post() else {
            return Ok(());
        };
        let _turn = post.turn.lock().await;
        self.follow_journal(&post).await?;
        self.remind(&post).await?;
        self.send_due(&post).await
    }

    /// Sends mail for as long as the program serves.
    pub async fn send_mail(&self) {
        while self.sends_mail() {
            if let Err(error) = self.mail_turn().await {
                let error = &error as &dyn std::error::Error;
                tracing::warn!(error, "no mail could be sent");
            }
            tokio::time::sleep(schedule::LOOK).await;
        }
    }

    /// Where a person gets mail; none if nobody has said.
    ///
    /// # Errors
    /// [`Unperformed`] if the store could not be asked.
    pub async fn mailbox(&self, person: PersonId) -> Result<Option<Mailbox>, Unperformed> {
        self.rows(move |store| store.mailbox(person)).await
    }

    /// Keeps where a person gets mail, or erases it with every letter to them.
    ///
    /// # Errors
    /// [`NotKept::Nobody`] for somebody who is not here, or if it could not be written.
    pub async fn keep_mailbox(
        &self,
        person: PersonId,
        mailbox: Option<Mailbox>,
    ) -> Result<(), NotKept> {
        let Some(mailbox) = mailbox else {
            self.rows(move |store| store.erase_mailbox(person)).await?;
            return Ok(());
        };
        match self.rows(move |store| store.keep_mailbox(&mailbox)).await? {
            true => Ok(()),
            false => Err(NotKept::Nobody),
        }
    }

    /// Invites somebody who has been let in, by a letter without any password (decision 093). The same
    /// `key` again is the same letter. Whether they get one.
    ///
    /// # Errors
    /// [`Unperformed`] if it could not be written.
    pub async fn invite(&self, person: PersonId, key: Uuid) -> Result<bool, Unperformed> {
        let told = self.at_once(person, LetterKind::Invitation, key);
        let Some(news) = told.filter(|_| !self.is_barred(person)) else {
            return Ok(false);
        };
        self.rows(move |store| {
            // One that waits tells it already.
            if !store.waits(person, news.kind)? {
                store.tell(&[news], None)?;
            }
            Ok(store.mailbox(person)?.is_some())
        })
        .await
    }

    /// Makes a one-time password and tells by mail that there is one, never which. Whether a letter
    /// tells of it.
    ///
    /// # Errors
    /// [`NotKept`].
    pub async fn let_in(&self, person: PersonId) -> Result<(String, bool), NotKept> {
        let everybody = self.everybody();
        let known = everybody.iter().find(|known| known.id == person);
        let is_new = known.is_some_and(|known| known.secret == Secret::None);
        let kind = match is_new {
            true => LetterKind::Invitation,
            false => LetterKind::NewPassword,
        };
        let told = self.at_once(person, kind, Uuid::new_v4());
        self.once(person, told).await
    }
}
