//! The second thing that proves who somebody is: the codes of their telephone, and ten codes on a
//! piece of paper for the day when it is lost (decision 078).

use super::{Colleague, Held, NotKept, NotSignedIn, PAUSE, Proved, TRIES, digest, totp};
use crate::app::{App, Unperformed};
use crate::passwords;
use jiff::civil::DateTime;
use jiff::{SignedDuration, Timestamp};
use riktning_domain::ids::PersonId;
use riktning_domain::local_time::local;
use riktning_store::{Digest, Factor, FactorProof, Secret, Store, StoreError, TakenFactor};
use std::collections::HashMap;
use std::sync::Arc;

/// How long the second step of a sign-in may come after the first.
const STEP: SignedDuration = SignedDuration::from_mins(5);
/// How long a new secret waits for its first code.
const NEW: SignedDuration = SignedDuration::from_mins(30);
/// The longest that a person waits after wrong codes.
const LONGEST: SignedDuration = SignedDuration::from_hours(24);
/// Recovery codes that are made at once.
const CODES: usize = 10;

/// Every second factor, and what is on its way to one or past one.
#[derive(Debug, Default)]
pub(super) struct Factors {
    on: HashMap<PersonId, Factor>,
    taken: HashMap<PersonId, TakenFactor>,
    /// Secrets that no code has been given of yet. In memory alone: nothing hangs on them.
    new: HashMap<PersonId, New>,
    /// First steps whose second has not come, by the digest of what the browser holds.
    halves: HashMap<Digest, (Proved, Timestamp)>,
    /// Wrong codes one after the other, and when the last of them came.
    wrong: HashMap<PersonId, (u32, Timestamp)>,
}

struct New {
    secret: totp::Secret,
    begun: Timestamp,
}

impl std::fmt::Debug for New {
    /// Never the secret: what is printed may be logged.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("New").finish_non_exhaustive()
    }
}

/// What a person has of a second factor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FactorState {
    /// Nothing: perhaps somebody took it away.
    Off(Option<Taken>),
    /// A secret whose first code has not been given.
    New(NewFactor),
    /// Codes are asked for, and so many recovery codes are left.
    On(usize),
}

/// That somebody took a person's second factor away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taken {
    /// What colleagues call who did it; none when it was done at the command line, or their name
    /// is erased.
    pub by: Option<Arc<str>>,
    /// When.
    pub at: DateTime,
}

/// A secret that is to be put into an app.
#[derive(Clone, PartialEq, Eq)]
pub struct NewFactor {
    secret: totp::Secret,
    /// The name that the person signs in with.
    login: String,
}

impl std::fmt::Debug for NewFactor {
    /// Never the secret: what is printed may be logged.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("NewFactor").finish_non_exhaustive()
    }
}

impl NewFactor {
    /// The secret as one types it, in groups of four letters.
    pub fn typed(&self) -> String {
        totp::in_groups(&self.secret)
    }

    /// What an app reads off the picture: the secret, and whose it is.
    pub fn uri(&self, issuer: &str) -> String {
        totp::uri(&self.secret, issuer, &self.login)
    }
}

/// Why a second factor was not turned on or off.
#[derive(Debug, thiserror::Error)]
pub enum NotProved {
    /// The password is another.
    #[error("the password is another")]
    Password,
    /// The code is not the one of this moment, or it has been used.
    #[error("the code is another")]
    Code,
    /// Too many wrong ones: how long the person has to wait.
    #[error("too many wrong ones")]
    Wait(SignedDuration),
    /// There is nothing to prove: it has been turned off or taken meanwhile, or never begun.
    #[error("there is no second factor to prove")]
    Nothing,
    /// The machine has too much to do, or gives no random bytes.
    #[error("no code could be looked at")]
    Busy,
    /// The store could not take it.
    #[error(transparent)]
    Unperformed(#[from] Unperformed),
}

impl Factors {
    pub(super) fn of(store: &dyn Store) -> Result<Self, StoreError> {
        let (on, taken) = (store.factors()?, store.taken_factors()?);
        Ok(Factors {
            on: on.into_iter().map(|f| (f.person, f)).collect(),
            taken: taken.into_iter().map(|t| (t.person, t)).collect(),
            ..Factors::default()
        })
    }

    pub(super) fn forget(&mut self, person: PersonId) {
        self.on.remove(&person);
        self.taken.remove(&person);
        self.new.remove(&person);
        self.wrong.remove(&person);
        self.halves.retain(|_, (half, _)| half.person.id != person);
    }

    /// How long a person waits until the next code is looked at: five minutes after five wrong
    /// ones, and twice as long after each five more. Whoever guesses has the password already, so
    /// a while that never grows would let them guess right within months.
    fn pause(&self, person: PersonId, now: Timestamp) -> Option<SignedDuration> {
        let (wrong, last) = self.wrong.get(&person)?;
        let fives = (wrong / TRIES).min(10);
        if fives == 0 || wrong % TRIES != 0 {
            return None;
        }
        let whole = (PAUSE * 2_i32.pow(fives - 1)).min(LONGEST);
        let left = whole - now.duration_since(*last);
        left.is_positive().then_some(left)
    }

    /// Counts a code as wrong before it is looked at, as passwords are.
    fn count(&mut self, person: PersonId, now: Timestamp) {
        let (wrong, last) = self.wrong.entry(person).or_insert((0, now));
        *wrong = wrong.saturating_add(1);
        *last = now;
    }

    /// Notes in memory that a proof is used up.
    fn used(&mut self, person: PersonId, proof: FactorProof) {
        self.wrong.remove(&person);
        if let Some(factor) = self.on.get_mut(&person) {
            match proof {
                FactorProof::Step(step) => factor.step = factor.step.max(step),
                FactorProof::Code(code) => factor.codes.retain(|own| *own != code),
            }
        }
    }
}

impl App {
    /// What a person has of a second factor.
    pub fn factor(&self, person: PersonId) -> FactorState {
        let now = self.clock().attended();
        let held = self.people().held();
        let factors = &held.factors;
        if let Some(factor) = factors.on.get(&person) {
            return FactorState::On(factor.codes.len());
        }
        let new = factors.new.get(&person);
        let new = new.filter(|new| now.duration_since(new.begun) < NEW);
        if let Some((new, known)) = new.zip(held.people.get(&person)) {
            return FactorState::New(NewFactor {
                secret: new.secret,
                login: known.login.clone(),
            });
        }
        FactorState::Off(factors.taken.get(&person).map(|taken| {
            Taken {
                by: taken
                    .by
                    .and_then(|by| Some(Arc::from(held.people.get(&by)?.name.as_str()))),
                at: local(taken.at),
            }
        }))
    }

    /// Whether somebody hands in, decides or lets others in without a second factor. Of whoever came
    /// through a sign-in service it is the service that asked for one, or did not; a passkey is two
    /// things at once.
    pub fn lacks_factor(&self, me: &Colleague) -> bool {
        let person = me.person;
        let has = match &me.through {
            Some(through) => through.two_steps,
            None => me.by_passkey || self.people().held().factors.on.contains_key(&person),
        };
        !has && self.inside(person, |i, _| i.decides_or_administers())
    }

    /// Makes a secret that a person puts into an app. It asks for nothing before its first code
    /// is given.
    ///
    /// # Errors
    /// [`NotProved::Nothing`] for whoever has one already, or no password of their own.
    pub fn begin_factor(&self, person: PersonId) -> Result<(), NotProved> {
        let secret = totp::secret().ok_or(NotProved::Busy)?;
        let begun = self.clock().attended();
        let mut held = self.people().held();
        let known = held.people.get(&person);
        let has_own = known.is_some_and(|known| matches!(known.secret, Secret::Own(_)));
        if !has_own || held.factors.on.contains_key(&person) {
            return Err(NotProved::Nothing);
        }
        held.factors.new.insert(person, New { secret, begun });
        Ok(())
    }

    /// Forgets a secret whose first code has not been given.
    pub fn leave_factor(&self, person: PersonId) {
        self.people().held().factors.new.remove(&person);
    }

    /// Turns a second factor on, by the password and the first code. The ten recovery codes are
    /// told once, here. Other devices, which nobody asked for a code, are signed out.
    ///
    /// # Errors
    /// [`NotProved`].
    pub async fn turn_on_factor(
        &self,
        person: PersonId,
        (password, code): (&str, &str),
        token: &str,
    ) -> Result<Vec<String>, NotProved> {
        let known = self.person(person).ok_or(NotProved::Nothing)?;
        let line = self.people().line(&known.login).ok_or(NotProved::Busy)?;
        let _turn = line.lock().await;
        let FactorState::New(new) = self.factor(person) else {
            return Err(NotProved::Nothing);
        };
        self.right_password(&known.login, password, "").await?;
        let (digits, now) = (totp::digits(code), self.clock().attended());
        let step = digits.and_then(|typed| totp::step_of(&new.secret, &typed, now, i64::MIN));
        let step = step.ok_or(NotProved::Code)?;
        let codes = self.keep_with_codes(person, new.secret, step).await?;
        self.end_all(person, Some(digest(token))).await?;
        tracing::info!(%person, "a second factor was turned on");
        Ok(codes)
    }

    /// Makes new recovery codes, which are told once, here. Those of before are worth nothing.
    ///
    /// # Errors
    /// [`NotProved`].
    pub async fn new_codes(
        &self,
        person: PersonId,
        proof: (&str, &str),
    ) -> Result<Vec<String>, NotProved> {
        let known = self.person(person).ok_or(NotProved::Nothing)?;
        let line = self.people().line(&known.login).ok_or(NotProved::Busy)?;
        let _turn = line.lock().await;
        self.prove_both(person, &known.login, proof).await?;
        let factor = self.people().held().factors.on.get(&person).cloned();
        let factor = factor.ok_or(NotProved::Nothing)?;
        self.keep_with_codes(person, factor.secret, factor.step)
            .await
    }

    /// Turns a person's own second factor off, by the password and a code.
    ///
    /// # Errors
    /// [`NotProved`].
    pub async fn turn_off_factor(
        &self,
        person: PersonId,
        proof: (&str, &str),
        token: &str,
    ) -> Result<(), NotProved> {
        let known = self.person(person).ok_or(NotProved::Nothing)?;
        let line = self.people().line(&known.login).ok_or(NotProved::Busy)?;
        let _turn = line.lock().await;
        self.prove_both(person, &known.login, proof).await?;
        self.end_factor(person, None).await?;
        self.end_all(person, Some(digest(token))).await?;
        tracing::info!(%person, "a second factor was turned off");
        Ok(())
    }

    /// Takes somebody else's second factor away, when a telephone is lost. They are signed out
    /// everywhere, and are told of it until they turn one on again.
    ///
    /// # Errors
    /// [`NotKept`].
    pub async fn take_factor(&self, person: PersonId, by: Option<PersonId>) -> Result<(), NotKept> {
        self.person(person).ok_or(NotKept::Nobody)?;
        if by == Some(person) {
            return Err(NotKept::Oneself);
        }
        let at = self.clock().attended();
        let taken = TakenFactor { person, by, at };
        if !self.end_factor(person, Some(taken)).await? {
            return Err(NotKept::NoFactor);
        }
        let by = by.map(|by| by.to_string());
        tracing::warn!(%person, by, "a second factor was taken away");
        Ok(self.end_all(person, None).await?)
    }

    /// Signs in whoever has given name and password, by a code.
    ///
    /// # Errors
    /// [`NotSignedIn`].
    pub async fn second_step(&self, half: &str, code: &str) -> Result<String, NotSignedIn> {
        let (half, people) = (digest(half), self.people());
        let login = people.held().half(half, self.clock().attended());
        let login = login.ok_or(NotSignedIn::Over)?.person.login.clone();
        let line = people.line(&login).ok_or(NotSignedIn::Busy)?;
        let _turn = line.lock().await;
        // Whoever stood before in the line may have gone on with the same half.
        let proved = people.held().half(half, self.clock().attended());
        let proved = proved.ok_or(NotSignedIn::Over)?;
        self.prove_code(proved.person.id, code).await?;
        people.held().factors.halves.remove(&half);
        match self.begin_login(proved).await {
            Err(NotSignedIn::Wrong) => Err(NotSignedIn::Over),
            other => other,
        }
    }

    /// Whether a sign-in with this half would go on.
    pub fn is_half_signed_in(&self, half: &str) -> bool {
        let now = self.clock().attended();
        self.people().held().half(digest(half), now).is_some()
    }

    /// What a browser holds between the two steps; none for whoever has no second factor.
    pub(super) fn half_signed_in(&self, proved: &Proved) -> Result<Option<String>, NotSignedIn> {
        let now = self.clock().attended();
        let mut held = self.people().held();
        if !held.factors.on.contains_key(&proved.person.id) {
            return Ok(None);
        }
        let half = passwords::token().ok_or(NotSignedIn::Busy)?;
        let halves = &mut held.factors.halves;
        halves.retain(|_, (_, begun)| now.duration_since(*begun) < STEP);
        halves.insert(digest(&half), (proved.clone(), now));
        Ok(Some(half))
    }

    /// The password, and a code if one is asked for when they sign in.
    pub(super) async fn prove_own(
        &self,
        person: PersonId,
        login: &str,
        (password, code): (&str, &str),
    ) -> Result<(), NotProved> {
        self.right_password(login, password, "").await?;
        let is_asked = self.people().held().factors.on.contains_key(&person);
        match is_asked {
            true => self.prove_code(person, code).await,
            false => Ok(()),
        }
    }

    async fn prove_both(
        &self,
        person: PersonId,
        login: &str,
        (password, code): (&str, &str),
    ) -> Result<(), NotProved> {
        self.right_password(login, password, "").await?;
        self.prove_code(person, code).await
    }

    /// Uses up a code of a person's telephone or paper, by whoever stands first in their line.
    async fn prove_code(&self, person: PersonId, typed: &str) -> Result<(), NotProved> {
        let now = self.clock().attended();
        let factor = {
            let factors = &mut self.people().held().factors;
            if let Some(left) = factors.pause(person, now) {
                return Err(NotProved::Wait(left));
            }
            let factor = factors.on.get(&person).cloned();
            let factor = factor.ok_or(NotProved::Nothing)?;
            factors.count(person, now);
            factor
        };
        let proof = match totp::digits(typed) {
            Some(digits) => {
                totp::step_of(&factor.secret, &digits, now, factor.step).map(FactorProof::Step)
            }
            None => self.recovery(&factor, typed).await?,
        };
        let proof = proof.ok_or(NotProved::Code)?;
        let write = move |store: &mut dyn Store| store.use_factor(person, proof);
        let used = self.rows_and(write, move |held, used| {
            if *used {
                held.factors.used(person, proof);
            }
        });
        match used.await? {
            true => Ok(()),
            false => Err(NotProved::Code),
        }
    }

    /// The recovery code that was typed, if it is one that is left.
    async fn recovery(
        &self,
        factor: &Factor,
        typed: &str,
    ) -> Result<Option<FactorProof>, NotProved> {
        let Some(typed) = passwords::recovery_as_typed(typed) else {
            return Ok(None);
        };
        let hashed = self.people().passwords.codes(vec![typed], factor.salt);
        let hashed = hashed.await.ok_or(NotProved::Busy)?;
        let mut hashed = hashed.into_iter().map(Digest);
        let found = hashed.find(|code| factor.codes.contains(code));
        Ok(found.map(FactorProof::Code))
    }

    async fn keep_with_codes(
        &self,
        person: PersonId,
        secret: totp::Secret,
        step: i64,
    ) -> Result<Vec<String>, NotProved> {
        let told: Option<Vec<_>> = (0..CODES).map(|_| passwords::recovery_code()).collect();
        let told = told.ok_or(NotProved::Busy)?;
        let salt = passwords::salt().ok_or(NotProved::Busy)?;
        let codes = self.people().passwords.codes(told.clone(), salt).await;
        let codes = codes.ok_or(NotProved::Busy)?;
        let factor = Factor {
            person,
            secret,
            step,
            salt,
            codes: codes.into_iter().map(Digest).collect(),
        };
        let row = factor.clone();
        let write = move |store: &mut dyn Store| store.keep_factor(&row);
        let kept = self.rows_and(write, move |held, kept| {
            if *kept {
                held.factors.forget(person);
                held.factors.on.insert(person, factor);
            }
        });
        match kept.await? {
            true => Ok(told),
            false => Err(NotProved::Nothing),
        }
    }

    async fn end_factor(
        &self,
        person: PersonId,
        taken: Option<TakenFactor>,
    ) -> Result<bool, Unperformed> {
        let write = move |store: &mut dyn Store| store.end_factor(person, taken);
        self.rows_and(write, move |held, ended| {
            if *ended {
                held.factors.forget(person);
                held.factors
                    .taken
                    .extend(taken.map(|taken| (person, taken)));
            }
        })
        .await
    }
}

impl Held {
    /// A first step whose second may still come.
    fn half(&self, half: Digest, now: Timestamp) -> Option<Proved> {
        let (proved, begun) = self.factors.halves.get(&half)?;
        let is_on = now.duration_since(*begun) < STEP;
        is_on.then(|| proved.clone())
    }
}

impl From<NotSignedIn> for NotProved {
    /// Why a password proved nothing.
    fn from(why: NotSignedIn) -> Self {
        match why {
            NotSignedIn::Wait(left) => NotProved::Wait(left),
            NotSignedIn::Busy => NotProved::Busy,
            NotSignedIn::Unperformed(error) => NotProved::Unperformed(error),
            _ => NotProved::Password,
        }
    }
}

impl From<NotProved> for NotSignedIn {
    /// Why a code let nobody in.
    fn from(why: NotProved) -> Self {
        match why {
            NotProved::Wait(left) => NotSignedIn::Wait(left),
            NotProved::Busy => NotSignedIn::Busy,
            NotProved::Unperformed(error) => NotSignedIn::Unperformed(error),
            NotProved::Code => NotSignedIn::WrongCode,
            NotProved::Password | NotProved::Nothing => NotSignedIn::Over,
        }
    }
}
