//! Who works here: people with their passwords, and the devices on which they are signed in.
//!
//! People and sign-ins are rows that can be erased. They are held in memory too, since every
//! request of the work area asks for them: one process has the store, so what it holds is true.

mod devices;
mod factor;
mod passkeys;
mod secrets;
mod through;
mod totp;
mod tries;

pub use devices::Device;
pub use factor::{FactorState, NewFactor, NotProved, Taken};
pub use passkeys::{NAME as PASSKEY_NAME, NoPasskey, OwnPasskey};
pub use riktning_store::Through;
pub use through::{ComesThrough, NotThrough};

use crate::app::{App, Unperformed};
use crate::passwords::{self, Passwords};
use jiff::{SignedDuration, Timestamp};
use riktning_domain::ids::PersonId;
use riktning_store::{Digest, EndLogins, Identity, Login, Person, Secret, Store, StoreError};
use sha2::{Digest as _, Sha256};
use std::collections::{HashMap, HashSet};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use uuid::Uuid;

/// How long a sign-in lasts without being used (`RELIABILITY.md` 12).
const IDLE: SignedDuration = SignedDuration::from_mins(30);
/// How long a sign-in lasts at all.
const WHOLE: SignedDuration = SignedDuration::from_hours(10);
/// How often its last use is written down.
const NOTED: SignedDuration = SignedDuration::from_mins(1);
/// Wrong passwords for one name until it has to wait.
const TRIES: u32 = 5;
/// How long it then waits.
const PAUSE: SignedDuration = SignedDuration::from_mins(5);
/// Names whose wrong passwords are counted at once: what a flood can take of memory.
const COUNTED: usize = 10_000;
/// How many may wait to sign in with one name.
const IN_LINE: usize = 64;
/// The most characters of a name to sign in with.
const LOGIN: usize = 100;
/// The most characters of what a browser says that it is.
const DEVICE: usize = 200;

/// Somebody who is signed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Colleague {
    /// Who: what events name.
    pub person: PersonId,
    /// What colleagues see.
    pub name: Arc<str>,
    /// Whether they still need a password of their own to come back.
    pub lacks_password: bool,
    /// The sign-in service that they came through, if they did.
    pub through: Option<Through>,
    /// Whether a passkey let them in.
    pub by_passkey: bool,
}

/// Why somebody is not signed in. It never tells whether there is such a name.
#[derive(Debug, thiserror::Error)]
pub enum NotSignedIn {
    /// Name and password are not those of anybody, or the one-time password is used up.
    #[error("name and password do not belong together")]
    Wrong,
    /// They are right, and a code is asked for ([`App::second_step`]): what the browser holds
    /// until then.
    #[error("a code is asked for")]
    CodeAsked(String),
    /// The code is not the one of this moment, or it has been used.
    #[error("the code is another")]
    WrongCode,
    /// The second step took too long, or there was no first one.
    #[error("there is no sign-in to go on with")]
    Over,
    /// Too many wrong passwords for the name: how long it has to wait.
    #[error("too many wrong passwords")]
    Wait(SignedDuration),
    /// More people are signing in at this moment than the machine manages.
    #[error("too many are signing in at once")]
    Busy,
    /// The store could not take it.
    #[error(transparent)]
    Unperformed(#[from] Unperformed),
}

/// Why a person was not kept.
#[derive(Debug, thiserror::Error)]
pub enum NotKept {
    /// Somebody else signs in with the name.
    #[error("the name to sign in with is taken")]
    Taken,
    /// A name to sign in with is letters, digits and `.-_@`, at most 100.
    #[error("not a name to sign in with")]
    NotALogin,
    /// The name is empty, or longer than 200 characters.
    #[error("not a name")]
    NotAName,
    /// Nobody has the id.
    #[error("there is no such person")]
    Nobody,
    /// They have no second factor to take away.
    #[error("there is no second factor")]
    NoFactor,
    /// They have no passkey to take away.
    #[error("there is no passkey")]
    NoPasskey,
    /// Nobody takes their own second factor away without proving it.
    #[error("one's own second factor is turned off with a code")]
    Oneself,
    /// The present password is not the person's.
    #[error("the present password is another")]
    NotYours,
    /// They come through a sign-in service, and have no password here.
    #[error("they come through a sign-in service")]
    ComesThrough,
    /// The password is too easy to guess.
    #[error("the password is too easy")]
    Weak(passwords::Weak),
    /// The machine gives no random bytes, or no memory to hash with.
    #[error("no password could be made")]
    Unmade,
    /// The store could not take it.
    #[error(transparent)]
    Unperformed(#[from] Unperformed),
}

/// Everybody and every sign-in, as the store holds them.
#[derive(Debug, Default)]
pub(crate) struct People {
    /// A lock, held for a look-up or to put in what the store has taken; never while a password
    /// is hashed or anything is written.
    held: Mutex<Held>,
    passwords: Passwords,
    /// Where those who sign in with the same name wait for each other.
    lines: Mutex<HashMap<String, Line>>,
}

/// Where those who sign in with one name wait for each other.
type Line = Arc<tokio::sync::Mutex<()>>;

#[derive(Debug, Default)]
struct Held {
    people: HashMap<PersonId, Arc<Person>>,
    logins: HashMap<Digest, Login>,
    /// Wrong passwords by the name that was tried, and when the first of them came.
    wrong: HashMap<String, (u32, Timestamp)>,
    factors: factor::Factors,
    passkeys: passkeys::Kept,
    /// People as sign-in services know them.
    identities: HashMap<Identity, PersonId>,
    /// Those whom a service knows, and which.
    known: HashMap<PersonId, Arc<str>>,
    /// Those who are barred.
    barred: HashSet<PersonId>,
}

/// A name and a password that have been found right.
#[derive(Clone, Debug)]
struct Proved {
    person: Arc<Person>,
    /// The hash that the password was right for.
    proof: String,
    /// What the browser says that it is.
    device: String,
}

impl People {
    /// Reads them out of a store that has just been opened.
    pub(crate) fn of(store: &dyn Store) -> Result<Self, StoreError> {
        let people = store.people()?.into_iter();
        let logins = store.logins()?.into_iter();
        let identities = store.identities()?;
        let held = Held {
            people: people.map(|p| (p.id, Arc::new(p))).collect(),
            logins: logins.map(|l| (l.digest, l)).collect(),
            wrong: HashMap::new(),
            factors: factor::Factors::of(store)?,
            passkeys: passkeys::Kept::of(store)?,
            known: identities
                .iter()
                .map(|(own, person)| (*person, Arc::from(own.issuer.as_str())))
                .collect(),
            identities: identities.into_iter().collect(),
            barred: store.barred()?.into_iter().collect(),
        };
        Ok(People {
            held: Mutex::new(held),
            passwords: Passwords::default(),
            lines: Mutex::default(),
        })
    }

    /// The line of a name; none when it is too long already.
    fn line(&self, login: &str) -> Option<Line> {
        let mut lines = self.lines.lock().unwrap_or_else(PoisonError::into_inner);
        // Only those in which somebody stands are kept.
        lines.retain(|_, line| Arc::strong_count(line) > 1);
        let line = lines.entry(login.to_owned()).or_default();
        (Arc::strong_count(line) <= IN_LINE).then(|| Arc::clone(line))
    }

    fn held(&self) -> MutexGuard<'_, Held> {
        // Each change is one insertion or removal: nothing is left half done by a panic.
        self.held.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl App {
    /// Signs somebody in: the token is for their browser and nobody else, and is stored as its
    /// hash. Each sign-in makes a new one. Whoever has a second factor is asked for a code first.
    ///
    /// # Errors
    /// [`NotSignedIn`].
    pub async fn sign_in(
        &self,
        login: &str,
        password: &str,
        device: &str,
    ) -> Result<String, NotSignedIn> {
        let login = login.trim().to_lowercase();
        if login.chars().count() > LOGIN {
            // Nobody's, and nothing to count.
            return Err(NotSignedIn::Wrong);
        }
        let people = self.people();
        // One after the other for each name: so the right ones of fifty at once are not taken for
        // wrong ones, and of a thousand wrong ones five are looked at.
        let line = people.line(&login).ok_or(NotSignedIn::Busy)?;
        let _turn = line.lock().await;
        let proved = self.right_password(&login, password, device).await?;
        match self.half_signed_in(&proved)? {
            Some(half) => Err(NotSignedIn::CodeAsked(half)),
            None => self.begin_login(proved).await,
        }
    }

    /// Looks whether a password is the one of a name, by whoever stands first in its line.
    async fn right_password(
        &self,
        login: &str,
        password: &str,
        device: &str,
    ) -> Result<Proved, NotSignedIn> {
        let (people, now) = (self.people(), self.clock().attended());
        let person = {
            let mut held = people.held();
            if let Some(left) = held.pause(login, now) {
                return Err(NotSignedIn::Wait(left));
            }
            let person = held.by_login(login);
            held.count(login, now, person.is_some());
            person
        };
        let secret = person.as_deref().map(|person| person.secret.clone());
        let hash = match &secret {
            Some(Secret::Once(hash) | Secret::Own(hash)) => Some(hash.clone()),
            Some(Secret::None) | None => None,
        };
        let password = passwords::as_typed(password, matches!(secret, Some(Secret::Once(_))));
        let right = people.passwords.is_right(password, hash.clone()).await;
        let Some(right) = right else {
            // Nobody looked at it.
            people.held().count_not(login);
            return Err(NotSignedIn::Busy);
        };
        let (true, Some(person), Some(proof)) = (right, person, hash) else {
            return Err(NotSignedIn::Wrong);
        };
        people.held().wrong.remove(login);
        let device = device.chars().filter(|c| !c.is_control()).take(DEVICE);
        Ok(Proved {
            person,
            proof,
            device: device.collect(),
        })
    }

    /// Signs in whoever has proved all that there is to prove.
    async fn begin_login(&self, proved: Proved) -> Result<String, NotSignedIn> {
        let now = self.clock().attended();
        let Proved {
            person,
            proof,
            device,
        } = proved;
        let token = passwords::token().ok_or(NotSignedIn::Busy)?;
        let login_row = Login {
            digest: digest(&token),
            person: person.id,
            begun: now,
            seen: now,
            device,
            through: None,
            by_passkey: false,
        };
        let is_used_up = matches!(person.secret, Secret::Once(_));
        let kept = login_row.clone();
        let stale = stale(now);
        let write = move |store: &mut dyn Store| {
            store.end_logins(stale)?;
            store.keep_login(&kept, &proof)
        };
        let used = self.rows_and(write, move |held, used| {
            held.logins.retain(|_, login| is_on(login, now));
            if !used {
                return;
            }
            // As they are by now: the second step may have been minutes after the first.
            if let Some(person) = held.people.get_mut(&person.id).filter(|_| is_used_up) {
                Arc::make_mut(person).secret = Secret::None;
            }
            held.logins.insert(login_row.digest, login_row);
        });
        match used.await? {
            true => Ok(token),
            // Somebody else was a moment earlier with the same one-time password, or the password
            // was changed while it was looked at.
            false => Err(NotSignedIn::Wrong),
        }
    }

    /// Who a token signs in, if it still does. Its use keeps it from ending for half an hour.
    pub async fn signed_in(&self, token: &str) -> Option<Colleague> {
        let (digest, now) = (digest(token), self.clock().attended());
        let (colleague, noted) = {
            let mut held = self.people().held();
            let login = held.logins.get_mut(&digest).filter(|l| is_on(l, now))?;
            let worth_noting = now.duration_since(login.seen) >= NOTED;
            if worth_noting {
                login.seen = now;
            }
            let login = login.clone();
            (held.colleague(&login)?, worth_noting)
        };
        if noted {
            // Only the last use, and nobody waits for it: a store that is busy or cannot be written
            // still lets people read.
            let app = self.clone();
            tokio::spawn(async move {
                let noted = app.rows(move |store| store.note_login(digest, now)).await;
                if let Err(error) = noted {
                    let error = &error as &dyn std::error::Error;
                    tracing::warn!(error, "a use was not noted");
                }
            });
        }
        Some(colleague)
    }

    /// Whoever has the link of a letter, if they are here.
    pub(crate) fn colleague_by_link(&self, person: PersonId) -> Option<Colleague> {
        self.people().held().by_link(person)
    }

    /// Ends a sign-in.
    ///
    /// # Errors
    /// [`Unperformed`] if it could not be written; it is ended in this process all the same.
    pub async fn sign_out(&self, token: &str) -> Result<(), Unperformed> {
        let digest = digest(token);
        self.people().held().logins.remove(&digest);
        self.rows(move |store| store.end_logins(EndLogins::One(digest)))
            .await?;
        Ok(())
    }

    /// Keeps a new person, who cannot sign in before they are given a password.
    ///
    /// # Errors
    /// [`NotKept`].
    pub async fn add_person(&self, id: PersonId, login: &str, name: &str) -> Result<(), NotKept> {
        let login = login.trim().to_lowercase();
        let fits = |c: char| c.is_alphanumeric() || ".-_@".contains(c);
        if login.is_empty() || login.chars().count() > LOGIN || !login.chars().all(fits) {
            return Err(NotKept::NotALogin);
        }
        let name: String = name.split_whitespace().collect::<Vec<_>>().join(" ");
        let odd = |c: char| c.is_control() || riktning_domain::texts::is_invisible(c);
        if name.is_empty() || name.chars().count() > 200 || name.chars().any(odd) {
            return Err(NotKept::NotAName);
        }
        if self.person(id).is_some() {
            // The same form once more: they may have a password by now.
            return Ok(());
        }
        self.keep(Person {
            id,
            login,
            name,
            secret: Secret::None,
        })
        .await
    }

    /// Erases a person's name, where they get mail and every sign-in of theirs. What they have done stays, under an id
    /// that no longer leads to a name, and so do the roles that they held.
    ///
    /// # Errors
    /// [`NotKept`].
    pub async fn erase_person(&self, person: PersonId) -> Result<(), NotKept> {
        let write = move |store: &mut dyn Store| store.erase_person(person);
        let erased = self.rows_and(write, move |held, _| {
            held.logins.retain(|_, login| login.person != person);
            held.factors.forget(person);
            held.passkeys.forget(person);
            held.identities.retain(|_, known| *known != person);
            held.known.remove(&person);
            held.barred.remove(&person);
            if let Some(erased) = held.people.remove(&person) {
                held.wrong.remove(&erased.login);
            }
        });
        match erased.await? {
            true => Ok(()),
            false => Err(NotKept::Nobody),
        }
    }

    /// Everybody, by the name that they sign in with.
    pub fn everybody(&self) -> Vec<Arc<Person>> {
        let mut all: Vec<_> = self.people().held().people.values().cloned().collect();
        all.sort_by(|a, b| a.login.cmp(&b.login));
        all
    }

    /// Whether a text is the name of somebody who has an account here.
    pub fn names_somebody(&self, text: &str) -> bool {
        let folded = text.trim().to_lowercase();
        let held = self.people().held();
        let mut people = held.people.values();
        people.any(|person| person.name.trim().to_lowercase() == folded)
    }

    /// What colleagues call a person; none when the row is erased.
    pub fn name_of(&self, person: PersonId) -> Option<Arc<str>> {
        Some(Arc::from(self.person(person)?.name.as_str()))
    }

    /// The name that a person signs in with.
    pub(crate) fn login_of(&self, person: PersonId) -> Option<String> {
        Some(self.person(person)?.login.clone())
    }

    fn person(&self, id: PersonId) -> Option<Arc<Person>> {
        self.people().held().people.get(&id).cloned()
    }

    async fn keep(&self, person: Person) -> Result<(), NotKept> {
        let row = person.clone();
        let write = move |store: &mut dyn Store| store.keep_person(&row);
        let kept = self.rows_and(write, move |held, kept| {
            if *kept {
                held.wrong.remove(&person.login);
                held.people.insert(person.id, Arc::new(person));
            }
        });
        match kept.await? {
            true => Ok(()),
            false => Err(NotKept::Taken),
        }
    }

    /// Writes rows, and then puts in memory what was written, in the writer's turn: also when whoever
    /// asked has hung up meanwhile, and in the order in which it was written, so that the two never
    /// tell of different people.
    async fn rows_and<T: Send + 'static>(
        &self,
        write: impl FnOnce(&mut dyn Store) -> Result<T, StoreError> + Send + 'static,
        put: impl FnOnce(&mut Held, &T) + Send + 'static,
    ) -> Result<T, Unperformed> {
        let app = self.clone();
        self.rows(move |store| {
            let written = write(store)?;
            put(&mut app.people().held(), &written);
            Ok(written)
        })
        .await
    }

    async fn end_all(&self, person: PersonId, but: Option<Digest>) -> Result<(), Unperformed> {
        let ended: Vec<Digest> = {
            let mut held = self.people().held();
            let of = held.logins.values();
            let of = of.filter(|l| l.person == person && Some(l.digest) != but);
            let ended: Vec<Digest> = of.map(|l| l.digest).collect();
            for digest in &ended {
                held.logins.remove(digest);
            }
            ended
        };
        self.rows(move |store| {
            for digest in ended {
                store.end_logins(EndLogins::One(digest))?;
            }
            store.end_links(person)
        })
        .await
    }
}

/// A new id of a person: made where a command is, never in `decide`.
pub fn new_person() -> PersonId {
    PersonId(Uuid::now_v7())
}

/// Which sign-ins have run out by now.
fn stale(now: Timestamp) -> EndLogins {
    EndLogins::Stale {
        begun: now.checked_sub(WHOLE).unwrap_or(now),
        seen: now.checked_sub(IDLE).unwrap_or(now),
    }
}

fn is_on(login: &Login, now: Timestamp) -> bool {
    now.duration_since(login.begun) < WHOLE && now.duration_since(login.seen) < IDLE
}

fn digest(token: &str) -> Digest {
    Digest(Sha256::digest(token.as_bytes()).into())
}
