//! Where people get their mail, and what waits to be sent to them. Rows, never events: an address
//! must be erasable, and nobody asks ten years later which mail was sent.
//!
//! The outbox holds what is to be told and never the words: those are made when a letter is sent, of
//! what the person may read then.

use crate::error::StoreError;
use jiff::Timestamp;
use riktning_domain::ids::PersonId;
use uuid::Uuid;

/// Where a person gets mail, and how.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mailbox {
    /// Whose.
    pub person: PersonId,
    /// The address, its domain in the letters of the network: `kim@exempelstad.se`.
    pub address: String,
    /// The tag of the language that they read: `sv`.
    pub language: String,
    /// Whether they want to be told once a day of what has happened.
    pub digest: bool,
}

/// What a letter is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum LetterKind {
    /// What has happened since the last one: at most one a day.
    Digest,
    /// Somebody is let in.
    Invitation,
    /// An administrator has made a new one-time password.
    NewPassword,
    /// The person has chosen a new password.
    PasswordChanged,
    /// The passkeys of the person are others than before.
    PasskeysChanged,
    /// Somebody who leads a round reminds them of it.
    Reminder,
}

impl LetterKind {
    /// Every kind.
    pub const ALL: [LetterKind; 6] = [
        LetterKind::Digest,
        LetterKind::Invitation,
        LetterKind::NewPassword,
        LetterKind::PasswordChanged,
        LetterKind::PasskeysChanged,
        LetterKind::Reminder,
    ];

    /// Its name in a row.
    pub fn name(self) -> &'static str {
        match self {
            LetterKind::Digest => "digest",
            LetterKind::Invitation => "invitation",
            LetterKind::NewPassword => "new-password",
            LetterKind::PasswordChanged => "password-changed",
            LetterKind::PasskeysChanged => "passkeys-changed",
            LetterKind::Reminder => "reminder",
        }
    }
}

/// What has become of a letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum LetterStanding {
    /// It waits to be sent, for the first time or once more.
    Waiting,
    /// A server took it.
    Sent,
    /// The server said no for good (5xx).
    Bounced,
    /// Its last day passed before any server took it.
    Expired,
    /// Somebody gave it up.
    GivenUp,
}

impl LetterStanding {
    /// Every standing.
    pub const ALL: [LetterStanding; 5] = [
        LetterStanding::Waiting,
        LetterStanding::Sent,
        LetterStanding::Bounced,
        LetterStanding::Expired,
        LetterStanding::GivenUp,
    ];

    /// Its name in a row.
    pub fn name(self) -> &'static str {
        match self {
            LetterStanding::Waiting => "waiting",
            LetterStanding::Sent => "sent",
            LetterStanding::Bounced => "bounced",
            LetterStanding::Expired => "expired",
            LetterStanding::GivenUp => "given-up",
        }
    }
}

/// A letter in the outbox: to whom, of what kind and how it goes. It has no words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    /// Which letter: its Message-ID is made of it, so that one that is sent twice is known.
    pub id: Uuid,
    /// To whom.
    pub person: PersonId,
    /// What it is about.
    pub kind: LetterKind,
    /// What has become of it.
    pub standing: LetterStanding,
    /// When it was begun.
    pub made: Timestamp,
    /// When it is tried next.
    pub due: Timestamp,
    /// After this it is tried no more.
    pub until: Timestamp,
    /// How often it was tried.
    pub tries: u32,
    /// When anything became of it.
    pub changed: Timestamp,
    /// The domain that it was last tried at; empty before the first time.
    pub domain: String,
    /// What the server answered last, without the address; empty before the first time.
    pub answer: String,
}

/// Something that a person is to be told: ids and days, never words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tiding {
    /// Which: the same thing told to the same person has the same.
    pub id: Uuid,
    /// What, in a form that `riktning-app` reads.
    pub what: String,
    /// When it happened.
    pub at: Timestamp,
}

/// A tiding on its way into a letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct News {
    /// Whom to tell.
    pub person: PersonId,
    /// In what kind of letter. A digest that has not been tried yet takes in one more tiding.
    pub kind: LetterKind,
    /// What.
    pub tiding: Tiding,
    /// When the letter is to be sent, if it has to be begun.
    pub due: Timestamp,
    /// After this it is tried no more.
    pub until: Timestamp,
}

impl News {
    /// The id of the letter that is begun for it: of one tiding there is one.
    pub(crate) fn letter(&self) -> Uuid {
        Uuid::new_v5(&self.tiding.id, b"letter")
    }

    pub(crate) fn begun(&self) -> Letter {
        Letter {
            id: self.letter(),
            person: self.person,
            kind: self.kind,
            standing: LetterStanding::Waiting,
            made: self.tiding.at,
            due: self.due,
            until: self.until,
            tries: 0,
            changed: self.tiding.at,
            domain: String::new(),
            answer: String::new(),
        }
    }
}

/// How far a follower has read the journal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Followed<'a> {
    /// Which follower.
    pub follower: &'a str,
    /// How far it had read when it began: another has moved it if this is not so.
    pub from: Option<u64>,
    /// How far it has read now.
    pub to: u64,
}

/// The tables of mailboxes, of cursors and of the outbox.
pub trait MailTable {
    /// Every mailbox, by person.
    ///
    /// # Errors
    /// [`StoreError`] if the store cannot be read.
    fn mailboxes(&self) -> Result<Vec<Mailbox>, StoreError>;

    /// Where one person gets mail.
    ///
    /// # Errors
    /// [`StoreError`] if the store cannot be read.
    fn mailbox(&self, person: PersonId) -> Result<Option<Mailbox>, StoreError>;

    /// Keeps where a person gets mail; whether it was kept: not of somebody who is not here.
    ///
    /// # Errors
    /// [`StoreError`] if the store cannot be written.
    fn keep_mailbox(&mut self, mailbox: &Mailbox) -> Result<bool, StoreError>;

    /// Erases where a person gets mail, and every letter to them, also where the file once held
    /// them. Whether there was a mailbox.
    ///
    /// # Errors
    /// [`StoreError`] if the store cannot be written.
    fn erase_mailbox(&mut self, person: PersonId) -> Result<bool, StoreError>;

    /// How far a follower has read the journal; none before it has begun.
    ///
    /// # Errors
    /// [`StoreError`] if the store cannot be read.
    fn cursor(&self, follower: &str) -> Result<Option<u64>, StoreError>;

    /// Puts news in the outbox, and moves the cursor of the follower that found them, in one
    /// transaction: so nothing is lost or doubled when the program ends in between. What was told
    /// before is not told again, and who has no mailbox is told nothing. Whether it was done: not
    /// when the cursor stands elsewhere by now.
    ///
    /// # Errors
    /// [`StoreError`] if the store cannot be written.
    fn tell(&mut self, news: &[News], followed: Option<Followed<'_>>) -> Result<bool, StoreError>;

    /// Every letter, the earliest first.
    ///
    /// # Errors
    /// [`StoreError`] if the store cannot be read.
    fn letters(&self) -> Result<Vec<Letter>, StoreError>;

    /// Whether a letter of a kind to a person waits.
    ///
    /// # Errors
    /// [`StoreError`] if the store cannot be read.
    fn waits(&self, person: PersonId, kind: LetterKind) -> Result<bool, StoreError>;

    /// The letters that wait and are due by an instant, the one that is due first standing first.
    ///
    /// # Errors
    /// [`StoreError`] if the store cannot be read.
    fn due_letters(&self, by: Timestamp) -> Result<Vec<Letter>, StoreError>;

    /// A letter that is still there.
    ///
    /// # Errors
    /// [`StoreError`] if the store cannot be read.
    fn letter(&self, id: Uuid) -> Result<Option<Letter>, StoreError>;

    /// What is told in a letter, the earliest first.
    ///
    /// # Errors
    /// [`StoreError`] if the store cannot be read.
    fn tidings(&self, letter: Uuid) -> Result<Vec<Tiding>, StoreError>;

    /// Keeps what has become of a letter. Whether it is still there.
    ///
    /// # Errors
    /// [`StoreError`] if the store cannot be written.
    fn keep_letter(&mut self, letter: &Letter) -> Result<bool, StoreError>;

    /// Throws letters away with what was to be told in them.
    ///
    /// # Errors
    /// [`StoreError`] if the store cannot be written.
    fn erase_letters(&mut self, letters: &[Uuid]) -> Result<(), StoreError>;
}
