//! `person`: accounts and grants, from the command line. The first administrator comes from here.
//!
//! It opens the store itself, so it is refused while somebody serves it.

use crate::options::{Defaults, PersonTask, Store, Unread};
use crate::{say, serve, store};
use anyhow::{Context, Result, anyhow, bail};
use riktning_app::people::{NotKept, new_person};
use riktning_app::{App, Unperformed};
use riktning_domain::ids::{BodyId, PersonId};
use riktning_domain::permissions::{EndGrant, GrantRole, Role};
use riktning_domain::{Command, Slug, User};
use riktning_store::{SqliteJournal, StoreError};
use riktning_words::Words;

pub(crate) fn run(task: PersonTask, defaults: &Defaults, words: Words) -> Result<()> {
    let at = match &task {
        PersonTask::Add { store, .. }
        | PersonTask::Password { store, .. }
        | PersonTask::Bar { store, .. }
        | PersonTask::TakeSecondStep { store, .. }
        | PersonTask::TakePasskeys { store, .. }
        | PersonTask::Grant { store, .. }
        | PersonTask::End { store, .. }
        | PersonTask::List { store } => store,
    };
    let app = open(at, defaults, words)?;
    serve::runtime(words)?.block_on(async {
        let done = perform(&app, task, words).await;
        app.close().await;
        done
    })
}

fn open(at: &Store, defaults: &Defaults, words: Words) -> Result<App> {
    let folder = store::folder(at, defaults, words)?;
    if !store::has_store(&folder) {
        return Err(StoreError::NoStore { folder }.into());
    }
    // A file that is no store of ours is told before anything is made beside it.
    drop(SqliteJournal::open_to_read(&folder)?);
    store::open(&folder, store::clock(None, defaults), words)
}

async fn perform(app: &App, task: PersonTask, words: Words) -> Result<()> {
    match task {
        PersonTask::Add { login, name, .. } => {
            let id = new_person();
            kept(app.add_person(id, &login, &name).await, &login, words)?;
            let password = kept(app.one_time_password(id).await, &login, words)?;
            tell(&login, &password, words);
        }
        PersonTask::Password { login, .. } => {
            let person = by_login(app, &login, words)?;
            let password = kept(app.one_time_password(person).await, &login, words)?;
            tell(&login, &password, words);
        }
        PersonTask::Bar { login, .. } => {
            let person = by_login(app, &login, words)?;
            kept(app.bar_person(person).await, &login, words)?;
        }
        PersonTask::TakeSecondStep { login, .. } => {
            let person = by_login(app, &login, words)?;
            kept(app.take_factor(person, None).await, &login, words)?;
        }
        PersonTask::TakePasskeys { login, .. } => {
            let person = by_login(app, &login, words)?;
            kept(app.take_passkeys(person, None).await, &login, words)?;
        }
        PersonTask::Grant {
            login,
            role,
            body,
            from,
            to,
            ..
        } => {
            let grant = GrantRole {
                person: by_login(app, &login, words)?,
                role,
                body: by_slug(app, &body, words)?,
                from: from.unwrap_or_else(|| app.today()),
                to,
            };
            give(app, Command::GrantRole(grant), words).await?;
        }
        PersonTask::End {
            login,
            role,
            body,
            last_day,
            ..
        } => {
            let end = EndGrant {
                person: by_login(app, &login, words)?,
                role,
                body: by_slug(app, &body, words)?,
                last_day: last_day.unwrap_or_else(|| app.today()),
            };
            give(app, Command::EndGrant(end), words).await?;
        }
        PersonTask::List { .. } => list(app, words),
    }
    Ok(())
}

/// One line a person: the name to sign in with, the name, and the roles with where they are held.
fn list(app: &App, words: Words) {
    let everybody = app.everybody();
    if everybody.is_empty() {
        say::line(&words.text("cli-nobody"));
    }
    for person in everybody {
        let roles = app.inside(person.id, |i, _| {
            let p = i.published();
            let roles = i.roles().into_iter();
            let roles = roles.map(|(role, body)| {
                let slug = p.body(body).map(|body| body.name.slug.to_string());
                format!("{}@{}", named(role), slug.unwrap_or_default())
            });
            roles.collect::<Vec<_>>().join(" ")
        });
        say::line(&format!("{}  {}  {roles}", person.login, person.name));
    }
}

fn tell(login: &str, password: &str, words: Words) {
    let args = [("login", login), ("password", password)];
    say::line(&words.with("cli-one-time", &args));
}

async fn give(app: &App, command: Command, words: Words) -> Result<()> {
    match app.perform(User::Import, command).await {
        Ok(_) => Ok(()),
        Err(Unperformed::Refused { refusal, .. }) => bail!(words.refusal(&refusal)),
        Err(error) => Err(error).context(words.text("cli-person-not-kept")),
    }
}

fn by_login(app: &App, login: &str, words: Words) -> Result<PersonId> {
    let wanted = login.trim().to_lowercase();
    let everybody = app.everybody();
    let person = everybody.iter().find(|person| person.login == wanted);
    let person = person.map(|person| person.id);
    person.ok_or_else(|| anyhow!(words.with("cli-no-login", &[("login", login)])))
}

fn by_slug(app: &App, slug: &str, words: Words) -> Result<BodyId> {
    let body = app.published(app.today(), |p| Some(p.body_at(&Slug::parse(slug)?)?.id));
    body.ok_or_else(|| anyhow!(words.with("cli-no-body", &[("slug", slug)])))
}

fn kept<T>(done: Result<T, NotKept>, login: &str, words: Words) -> Result<T> {
    done.map_err(|why| match why {
        NotKept::Taken => anyhow!(words.with("cli-login-taken", &[("login", login)])),
        NotKept::NotALogin => anyhow!(words.with("cli-not-a-login", &[("login", login)])),
        NotKept::NotAName => anyhow!(words.text("cli-not-a-name")),
        NotKept::Nobody => anyhow!(words.with("cli-no-login", &[("login", login)])),
        NotKept::NoFactor => anyhow!(words.with("cli-no-factor", &[("login", login)])),
        NotKept::NoPasskey => anyhow!(words.with("cli-no-passkey", &[("login", login)])),
        other => anyhow::Error::new(other).context(words.text("cli-person-not-kept")),
    })
}

/// A role as it is written on the command line.
pub(crate) fn named(role: Role) -> &'static str {
    match role {
        Role::Reader => "reader",
        Role::Contributor => "contributor",
        Role::Approver => "approver",
        Role::ProcessOwner => "process-owner",
        Role::Controller => "controller",
        Role::Strategist => "strategist",
        Role::Registrar => "registrar",
        Role::Editor => "editor",
        Role::Auditor => "auditor",
        Role::Administrator => "administrator",
    }
}

/// The role of a name.
pub(crate) fn role(text: &str) -> Result<Role, Unread> {
    let found = Role::ALL.into_iter().find(|role| named(*role) == text);
    found.ok_or(Unread::Role)
}

/// What the roles are called here.
pub(crate) fn roles() -> String {
    let all: Vec<&str> = Role::ALL.into_iter().map(named).collect();
    all.join(", ")
}
