//! People who come through a sign-in service: whom it knows, and what their groups give.

use super::{Colleague, DEVICE, Held, new_person};
use crate::app::{App, Unperformed};
use crate::passwords;
use crate::providers::{Answer, Begun, GroupRule, Known, NotBegun, NotKnown, Providers, Wanted};
use riktning_domain::ids::{BodyId, PersonId};
use riktning_domain::inside;
use riktning_domain::permissions::{EndGrant, GrantRole, Role};
use riktning_domain::{Command, User};
use riktning_store::{Identity, Login, Person, Secret, Store, Through};
use sha2::{Digest as _, Sha256};
use std::collections::BTreeSet;
use std::sync::Arc;

/// Why somebody who came back from a service is not signed in.
#[derive(Debug, thiserror::Error)]
pub enum NotThrough {
    /// The service let nobody in, or its word is not to be trusted.
    #[error(transparent)]
    NotKnown(#[from] NotKnown),
    /// They are barred here.
    #[error("barred")]
    Barred,
    /// The machine has too much to do.
    #[error("too much to do")]
    Busy,
    /// The store could not take it.
    #[error(transparent)]
    Unperformed(#[from] Unperformed),
}

impl App {
    /// Sends a browser to a sign-in service.
    ///
    /// # Errors
    /// [`NotBegun`].
    pub async fn begin_through(
        &self,
        providers: &Providers,
        id: &str,
        wanted: Wanted,
        browser: Option<&str>,
    ) -> Result<Begun, NotBegun> {
        let now = self.clock().attended();
        providers.begin(id, wanted, browser, now).await
    }

    /// Signs in whoever comes back from a sign-in service: the token is for their browser and
    /// nobody else. What they wanted is told also when they are not signed in, if they were
    /// waited for.
    pub async fn sign_in_through(
        &self,
        providers: &Providers,
        id: &str,
        answer: Answer<'_>,
        browser: Option<&str>,
        device: &str,
    ) -> (Result<String, NotThrough>, Option<Wanted>) {
        let now = self.clock().attended();
        let (known, wanted) = providers.finish(id, answer, browser, now).await;
        let token = match known {
            Ok(known) => self.come_in(known, device).await,
            Err(why) => Err(why.into()),
        };
        (token, wanted)
    }

    /// Whether a browser that holds this is away at any service.
    pub fn is_away(&self, providers: &Providers, browser: &str) -> bool {
        providers.is_away(browser, self.clock().attended())
    }

    async fn come_in(&self, known: Known, device: &str) -> Result<String, NotThrough> {
        let person = self.person_of(&known).await?;
        if self.is_barred(person) {
            tracing::info!(%person, "somebody who is barred came through a sign-in service");
            return Err(NotThrough::Barred);
        }
        self.follow_groups(person, &known.rules).await?;
        let now = self.clock().attended();
        let token = passwords::token().ok_or(NotThrough::Busy)?;
        let device = device.chars().filter(|c| !c.is_control()).take(DEVICE);
        let login = Login {
            digest: super::digest(&token),
            person,
            begun: now,
            seen: now,
            device: device.collect(),
            through: Some(Through {
                provider: known.provider,
                two_steps: known.two_steps,
            }),
            by_passkey: false,
        };
        let (row, stale) = (login.clone(), super::stale(now));
        let identity = known.identity;
        let write = move |store: &mut dyn Store| {
            store.end_logins(stale)?;
            store.keep_known_login(&row, &identity)
        };
        let kept = self.rows_and(write, move |held, kept| {
            held.logins.retain(|_, login| super::is_on(login, now));
            if *kept {
                held.logins.insert(login.digest, login);
            }
        });
        match kept.await? {
            true => Ok(token),
            // Barred or erased while this went on.
            false => Err(NotThrough::Barred),
        }
    }

    /// Whom a service knows so: somebody new the first time. Their name follows the service's.
    async fn person_of(&self, known: &Known) -> Result<PersonId, NotThrough> {
        let Identity {
            issuer,
            claim,
            subject,
        } = &known.identity;
        // Of many who come at once as the same, one makes the row.
        let line = format!("{issuer} {claim} {subject}");
        let line = self.people().line(&line).ok_or(NotThrough::Busy)?;
        let _turn = line.lock().await;
        let present = {
            let held = self.people().held();
            let id = held.identities.get(&known.identity);
            id.and_then(|id| held.people.get(id)).cloned()
        };
        if let Some(present) = present {
            let renamed = known.name.clone().filter(|name| *name != present.name);
            let is_still = match renamed {
                Some(name) => self.rename(present.id, &known.identity, name).await?,
                None => true,
            };
            if is_still {
                return Ok(present.id);
            }
            // Erased meanwhile: they are somebody new.
        }
        self.somebody_new(known).await
    }

    async fn rename(
        &self,
        person: PersonId,
        identity: &Identity,
        name: String,
    ) -> Result<bool, Unperformed> {
        let (identity, own) = (identity.clone(), name.clone());
        let write = move |store: &mut dyn Store| store.rename_known(person, &identity, &own);
        self.rows_and(write, move |held, renamed| {
            let row = held.people.get_mut(&person).filter(|_| *renamed);
            if let Some(row) = row {
                Arc::make_mut(row).name = name;
            }
        })
        .await
    }

    async fn somebody_new(&self, known: &Known) -> Result<PersonId, NotThrough> {
        let id = new_person();
        let short = short(&known.identity);
        let own = format!("{}-{short}", known.provider);
        let login = known.login.clone().unwrap_or_else(|| own.clone());
        // A name that somebody else has here is never taken for the same person.
        for login in [login.clone(), format!("{login}-{short}"), own] {
            let row = Person {
                id,
                name: known.name.clone().unwrap_or_else(|| login.clone()),
                login,
                secret: Secret::None,
            };
            if self.keep_known(row, known.identity.clone()).await? {
                tracing::info!(person = %id, "somebody new came through a sign-in service");
                return Ok(id);
            }
        }
        Err(NotThrough::Busy)
    }

    async fn keep_known(&self, person: Person, identity: Identity) -> Result<bool, Unperformed> {
        let (row, own) = (person.clone(), identity.clone());
        let write = move |store: &mut dyn Store| store.keep_known(&row, &own);
        self.rows_and(write, move |held, kept| {
            if *kept {
                held.known
                    .insert(person.id, identity.issuer.as_str().into());
                held.identities.insert(identity, person.id);
                held.people.insert(person.id, Arc::new(person));
            }
        })
        .await
    }

    /// Gives what the groups give and ends what they gave and give no longer, as events. What a
    /// person gave stands.
    async fn follow_groups(
        &self,
        person: PersonId,
        rules: &[GroupRule],
    ) -> Result<(), Unperformed> {
        let mut commands = self.inside(person, |i, _| {
            let p = i.published();
            let wanted = rules.iter().filter_map(|rule| {
                let body = p.body_at(&rule.body).filter(|body| !body.has_ended());
                if body.is_none() {
                    let body = rule.body.to_string();
                    tracing::warn!(body, "a rule gives a role at a body that there is not");
                }
                Some((rule.role, body?.id))
            });
            commands(person, &i.grants_of(person), &wanted.collect(), i.today())
        });
        while !commands.is_empty() {
            let done = self.perform_all(User::Rule, commands.clone(), None).await;
            match done {
                Ok(_) => return Ok(()),
                // A body that has ended since gives nobody a role; the rest stands.
                Err(Unperformed::Refused { place, refusal }) if place < commands.len() => {
                    let why = format!("{refusal:?}");
                    tracing::warn!(%person, why, "what a rule says of a role was refused");
                    commands.remove(place);
                }
                Err(error) => return Err(error),
            }
        }
        Ok(())
    }

    /// Lets somebody who was barred come through their sign-in service again.
    ///
    /// # Errors
    /// [`super::NotKept`].
    pub async fn unbar_person(&self, person: PersonId) -> Result<(), super::NotKept> {
        self.person(person).ok_or(super::NotKept::Nobody)?;
        let write = move |store: &mut dyn Store| store.unbar(person);
        let lifted = self.rows_and(write, move |held, ()| {
            held.barred.remove(&person);
        });
        Ok(lifted.await?)
    }

    /// Whether a person is barred here.
    pub(crate) fn is_barred(&self, person: PersonId) -> bool {
        self.people().held().barred.contains(&person)
    }

    /// How somebody comes in who has no password here; none for whoever has, or may have.
    pub fn comes_through(&self, person: PersonId) -> Option<ComesThrough> {
        let held = self.people().held();
        held.comes_through(person)
    }

    /// The names of those who look after people today, for whoever has no role to ask.
    pub fn whom_to_ask(&self, me: PersonId) -> Vec<Arc<str>> {
        let looks_after = self.inside(me, |i, _| i.who_looks_after_people());
        let named = looks_after.into_iter().filter_map(|who| self.name_of(who));
        named.take(ASKED).collect()
    }
}

/// How many who look after people are named.
const ASKED: usize = 5;

/// Somebody whom a sign-in service knows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ComesThrough {
    /// The service, by the address that it calls itself.
    pub issuer: String,
    /// Whether they are barred here.
    pub barred: bool,
}

impl Held {
    pub(super) fn comes_through(&self, person: PersonId) -> Option<ComesThrough> {
        Some(ComesThrough {
            issuer: self.known.get(&person)?.to_string(),
            barred: self.barred.contains(&person),
        })
    }

    /// Whoever has the link of a letter, if they are here.
    pub(super) fn by_link(&self, person: PersonId) -> Option<Colleague> {
        let person = self.people.get(&person)?;
        Some(Colleague {
            person: person.id,
            name: Arc::from(person.name.as_str()),
            lacks_password: false,
            through: None,
            by_passkey: false,
        })
    }

    /// Whoever a sign-in is of.
    pub(super) fn colleague(&self, login: &Login) -> Option<Colleague> {
        let person = self.people.get(&login.person)?;
        let has_own = matches!(person.secret, Secret::Own(_));
        Some(Colleague {
            person: person.id,
            name: Arc::from(person.name.as_str()),
            lacks_password: !has_own && login.through.is_none(),
            through: login.through.clone(),
            by_passkey: login.by_passkey,
        })
    }
}

/// What has to happen so that somebody holds what their groups give, and by the groups no more.
fn commands(
    person: PersonId,
    held: &[inside::Held],
    wanted: &BTreeSet<(Role, BodyId)>,
    today: jiff::civil::Date,
) -> Vec<Command> {
    let lasts = held.iter().filter(|held| held.lasts_on(today));
    let lasts: Vec<_> = lasts.collect();
    let ended = lasts
        .iter()
        .filter(|held| held.by_rule && !wanted.contains(&(held.role, held.body)));
    // From this moment: whoever has left a group has no last day in it.
    let ended = ended.filter_map(|held| {
        Some(Command::EndGrant(EndGrant {
            person,
            role: held.role,
            body: held.body,
            last_day: today.yesterday().ok()?,
        }))
    });
    let has = |key: &(Role, BodyId)| lasts.iter().any(|held| (held.role, held.body) == *key);
    let given = wanted.iter().filter(|key| !has(key));
    let given = given.map(|(role, body)| {
        Command::GrantRole(GrantRole {
            person,
            role: *role,
            body: *body,
            from: today,
            to: None,
        })
    });
    ended.chain(given).collect()
}

/// A short mark of how a service knows somebody, for a name to sign in with.
fn short(identity: &Identity) -> String {
    let whole = format!("{} {}", identity.issuer, identity.subject);
    let digest = Sha256::digest(whole.as_bytes());
    let hex = digest.iter().take(4).map(|byte| format!("{byte:02x}"));
    hex.collect()
}
