//! The journal: rows in order, each chained to the one before it, and the blobs they name.
//!
//! Knows how an event becomes bytes and holds no rule. The only SQL of the program is here.
//! The format is written down in `docs/journal-format.md`, from which an outsider can write a
//! verifier.
#![warn(missing_docs)]

mod comments;
mod drafts;
mod encoding;
mod error;
mod factors;
mod feedback;
mod feeds;
mod folder;
mod identities;
mod journal;
mod links;
mod lock;
mod mail;
mod memory;
mod passkeys;
mod people;
mod row;
mod sqlite;
mod verify;
mod words;

pub use comments::{Comment, CommentTable, Mention};
pub use drafts::{Draft, DraftTable};
pub use encoding::{NotAnEvent, decode, encode, fold};
pub use error::StoreError;
pub use factors::{Factor, FactorProof, FactorTable, TakenFactor};
pub use feedback::{Answer, FeedbackTable, Store};
pub use feeds::FeedTable;
pub use folder::{FolderError, export, import, regular_file};
pub use identities::{Identity, IdentityTable};
pub use journal::{Append, Appended, Head, Journal, Token};
pub use links::{Link, LinkLogin, LinkTable};
pub use mail::{Followed, Letter, LetterKind, LetterStanding, MailTable, Mailbox, News, Tiding};
pub use memory::MemoryJournal;
pub use passkeys::{EndPasskeys, NewPasskey, Passkey, PasskeyTable, PasskeyUse};
pub use people::{EndLogins, Login, NewSecret, PeopleTable, Person, Secret, Through};
pub use row::{Digest, Group, NewRow, Row};
pub use sqlite::SqliteJournal;
pub use verify::{Broken, Flaw, Verified, Verifier, verify};
pub use words::unsaid;
