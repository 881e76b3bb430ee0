//! People and their roles, for whoever looks after them.

use super::answers::{Answer, Faults, key, unwritten};
use super::paths::WorkPaths;
use super::plans::role_key;
use super::session::{Signed, see};
use super::shell::{Shell, speech};
use super::typed;
use super::{WorkSite, mailbox};
use crate::failure::Failure;
use crate::form::{self, Form};
use crate::pages::passing;
use crate::pages::speech::Speech;
use askama::Template;
use axum::Extension;
use axum::body::Bytes;
use axum::extract::{Path, RawQuery, State};
use axum::response::Response;
use jiff::civil::Date;
use riktning_app::Unperformed;
use riktning_app::people::{NotKept, new_person};
use riktning_app::work::{NotPassed, PassOn, PeopleList, PersonPage};
use riktning_domain::ids::{BodyId, PersonId};
use riktning_domain::permissions::{EndGrant, GrantRole, Role};
use riktning_domain::{Command, User};
use uuid::Uuid;

#[derive(Template)]
#[template(path = "work/people.html")]
struct ListPage {
    shell: Shell,
    view: PeopleList,
    faults: Faults,
    login: String,
    name: String,
}

#[derive(Template)]
#[template(path = "work/person.html")]
struct OnePage {
    shell: Shell,
    view: PersonPage,
    faults: Faults,
    typed: Typed,
    /// Where they get mail, and whether any is sent.
    mail: mailbox::Typed,
    sends_mail: bool,
    /// What has just been done, in a sentence.
    done: Option<String>,
    /// A one-time password, told this once.
    password: Option<String>,
}

/// What was typed on the page of a person.
#[derive(Debug, Default)]
struct Typed {
    role: String,
    body: String,
    from: String,
    to: String,
    other: String,
    pass_from: String,
    pass_until: String,
}

/// Everybody, with the form for somebody new.
pub(crate) async fn list(State(site): State<WorkSite>, Extension(me): Extension<Signed>) -> Answer {
    list_page(&site, &me, "", "", Faults::default())
}

/// Takes in somebody new, and leads to their page.
pub(crate) async fn add(
    State(site): State<WorkSite>,
    Extension(me): Extension<Signed>,
    body: Bytes,
) -> Answer {
    let form = Form::read(&body, form::TEXTS)?;
    let (login, name) = (form.typed("anvandarnamn"), form.typed("namn"));
    // The same form sent twice is one person.
    let id = key(&form).map_or_else(new_person, PersonId);
    let s = speech(&site);
    let mut faults = Faults::default();
    match site.app.add_person(id, login, name).await {
        Ok(()) => {
            let to = WorkPaths(site.language).person(&id);
            return Ok(see(&format!("{to}?gjort=tillagd")));
        }
        Err(NotKept::Taken) => faults.add("anvandarnamn", s.t("people-login-taken")),
        Err(NotKept::NotALogin) => faults.add("anvandarnamn", s.t("people-not-a-login")),
        Err(NotKept::NotAName) => faults.add("namn", s.t("people-not-a-name")),
        Err(NotKept::Unperformed(error)) => return Err(unwritten(error)),
        Err(error) => return Err(Failure::internal(error)),
    }
    list_page(&site, &me, login, name, faults)
}

/// The page of a person.
pub(crate) async fn show(
    State(site): State<WorkSite>,
    Extension(me): Extension<Signed>,
    Path(person): Path<String>,
    RawQuery(query): RawQuery,
) -> Answer {
    let view = view(&site, &me, &person)?;
    let done = query
        .as_deref()
        .and_then(|query| query.strip_prefix("gjort="));
    let done = done.and_then(done_key);
    let done = done.map(|key| speech(&site).t(key));
    let shown = Shown {
        done,
        ..Shown::of(&site, view.row.id).await?
    };
    one_page(&site, &me, view, Faults::default(), shown)
}

fn done_key(done: &str) -> Option<&'static str> {
    Some(match done {
        "tillagd" => "people-done-added",
        "roll" => "people-done-granted",
        "slut" => "people-done-ended",
        "ersatt" => "people-done-passed",
        "sparrad" => "people-done-barred",
        "havd" => "through-unbarred",
        "steg" => "people-done-factor",
        "nycklar" => "people-done-passkeys",
        "epost" => "address-saved",
        "inbjuden" => "address-invited",
        _ => return None,
    })
}

/// One of the things that can be done with a person.
pub(crate) async fn change(
    State(site): State<WorkSite>,
    Extension(me): Extension<Signed>,
    Path(person): Path<String>,
    body: Bytes,
) -> Answer {
    let form = Form::read(&body, form::TEXTS)?;
    let view = view(&site, &me, &person)?;
    let at = At {
        site: &site,
        me: &me,
        person: view.row.id,
    };
    match form.typed("gor") {
        "ge" => at.grant(&form, view).await,
        "avsluta" => at.end(&form, view).await,
        "ersatt" => at.pass_on(&form, view).await,
        "engangslosenord" => at.one_time(view).await,
        "epost" => at.mailbox(&form, view).await,
        "bjud-in" => at.invite(&form, view).await,
        "sparra" => at.bar(view).await,
        "hav" => at.unbar().await,
        "ta-steg" => at.take_factor(view).await,
        "ta-nycklar" => at.take_passkeys(view).await,
        "radera" => at.erase(&form, view).await,
        _ => Err(Failure::NoDeed),
    }
}

/// Who does something, and with whom.
struct At<'a> {
    site: &'a WorkSite,
    me: &'a Signed,
    person: PersonId,
}

impl At<'_> {
    async fn grant(&self, form: &Form, view: PersonPage) -> Answer {
        let typed = Typed::of(form);
        let s = speech(self.site);
        let mut faults = Faults::default();
        let command = typed.grant(&s, &mut faults, self.person);
        let Some(command) = command.filter(|_| faults.is_empty()) else {
            return self.faulty(view, typed, faults).await;
        };
        self.perform(Command::GrantRole(command), "roll", view, typed, "roll")
            .await
    }

    async fn end(&self, form: &Form, view: PersonPage) -> Answer {
        let s = speech(self.site);
        let mut faults = Faults::default();
        let last_day = typed::day(&s, &mut faults, "sista", form.typed("sista"));
        let role = role(form.typed("roll"));
        let body = Uuid::parse_str(form.typed("organ")).ok().map(BodyId);
        let (Some(last_day), Some(role), Some(body)) = (last_day, role, body) else {
            return self.faulty(view, Typed::default(), faults).await;
        };
        let end = Command::EndGrant(EndGrant {
            person: self.person,
            role,
            body,
            last_day,
        });
        self.perform(end, "slut", view, Typed::default(), "sista")
            .await
    }

    /// Performs one command, or tells at a field what rule it would break.
    async fn perform(
        &self,
        command: Command,
        done: &str,
        view: PersonPage,
        typed: Typed,
        field: &'static str,
    ) -> Answer {
        let user = User::Person(self.me.colleague.person);
        match self.site.app.perform(user, command).await {
            Ok(_) => Ok(self.see(done)),
            Err(Unperformed::Refused { refusal, .. }) => {
                let mut faults = Faults::default();
                faults.add(field, speech(self.site).words.refusal(&refusal));
                self.faulty(view, typed, faults).await
            }
            Err(error) => Err(unwritten(error)),
        }
    }

    async fn pass_on(&self, form: &Form, view: PersonPage) -> Answer {
        let typed = Typed::of(form);
        let s = speech(self.site);
        let mut faults = Faults::default();
        let pass = typed.pass_on(&s, &mut faults, &view);
        let Some(pass) = pass.filter(|_| faults.is_empty()) else {
            return self.faulty(view, typed, faults).await;
        };
        match self.site.app.pass_on(self.me.colleague.person, pass).await {
            Ok(_) => return Ok(self.see("ersatt")),
            Err(NotPassed::Nothing) => faults.add("vem", s.t("people-nothing-to-pass")),
            Err(NotPassed::Later) => faults.add("vem", s.t("people-pass-later")),
            Err(NotPassed::Unperformed(Unperformed::Refused { refusal, .. })) => {
                faults.add("vem", s.words.refusal(&refusal));
            }
            Err(NotPassed::Unperformed(error)) => return Err(unwritten(error)),
        }
        self.faulty(view, typed, faults).await
    }

    async fn one_time(&self, view: PersonPage) -> Answer {
        let let_in = self.site.app.let_in(self.person).await;
        let (password, is_told) = let_in.map_err(not_kept)?;
        let person = self.person;
        let told = self.site.app.person_page(self.me.colleague.person, person);
        let view = told.unwrap_or(view);
        let done = is_told.then(|| speech(self.site).t("address-told"));
        // The password is shown this once, whatever else cannot be read.
        let shown = Shown {
            password: Some(password),
            done,
            ..Shown::of(self.site, person).await.unwrap_or_default()
        };
        one_page(self.site, self.me, view, Faults::default(), shown)
    }

    /// Says where they get mail.
    async fn mailbox(&self, form: &Form, view: PersonPage) -> Answer {
        let mail = mailbox::Typed::read(form);
        let mut faults = Faults::default();
        if mail.keep(self.site, self.person, &mut faults).await? {
            return Ok(self.see("epost"));
        }
        let shown = Shown {
            mail,
            ..Shown::default()
        };
        one_page(self.site, self.me, view, faults, shown)
    }

    async fn invite(&self, form: &Form, view: PersonPage) -> Answer {
        let key = key(form).unwrap_or_default();
        match self.site.app.invite(self.person, key).await {
            Ok(true) => Ok(self.see("inbjuden")),
            Ok(false) => {
                let mut faults = Faults::default();
                faults.add("epost", speech(self.site).t("address-fault"));
                self.faulty(view, Typed::default(), faults).await
            }
            Err(error) => Err(unwritten(error)),
        }
    }

    async fn bar(&self, view: PersonPage) -> Answer {
        // Nobody locks themselves out, perhaps as the last who could let anybody in.
        if view.is_me {
            let mut faults = Faults::default();
            faults.add("sparra", speech(self.site).t("people-bar-me"));
            return self.faulty(view, Typed::default(), faults).await;
        }
        let barred = self.site.app.bar_person(self.person).await;
        barred.map_err(not_kept)?;
        Ok(self.see("sparrad"))
    }

    async fn unbar(&self) -> Answer {
        let done = self.site.app.unbar_person(self.person).await;
        done.map_err(not_kept)?;
        Ok(self.see("havd"))
    }

    async fn take_factor(&self, view: PersonPage) -> Answer {
        let me = self.me.colleague.person;
        let mut faults = Faults::default();
        match self.site.app.take_factor(self.person, Some(me)).await {
            // The same form a second time: it is gone.
            Ok(()) | Err(NotKept::NoFactor) => return Ok(self.see("steg")),
            Err(NotKept::Oneself) => {
                faults.add("steg", speech(self.site).t("people-factor-me"));
            }
            Err(error) => return Err(not_kept(error)),
        }
        self.faulty(view, Typed::default(), faults).await
    }

    async fn take_passkeys(&self, view: PersonPage) -> Answer {
        let me = self.me.colleague.person;
        let mut faults = Faults::default();
        match self.site.app.take_passkeys(self.person, Some(me)).await {
            // The same form a second time: they are gone.
            Ok(()) | Err(NotKept::NoPasskey) => return Ok(self.see("nycklar")),
            Err(NotKept::Oneself) => {
                faults.add("nycklar", speech(self.site).t("people-passkeys-me"));
            }
            Err(error) => return Err(not_kept(error)),
        }
        self.faulty(view, Typed::default(), faults).await
    }

    async fn erase(&self, form: &Form, view: PersonPage) -> Answer {
        let s = speech(self.site);
        let mut faults = Faults::default();
        if form.once("saker").is_none() {
            faults.add("saker", s.t("people-erase-sure"));
        } else if view.is_me {
            faults.add("saker", s.t("people-erase-me"));
        }
        if !faults.is_empty() {
            return self.faulty(view, Typed::default(), faults).await;
        }
        let erased = self.site.app.erase_person(self.person).await;
        erased.map_err(not_kept)?;
        Ok(see(&WorkPaths(self.site.language).people()))
    }

    async fn faulty(&self, view: PersonPage, typed: Typed, faults: Faults) -> Answer {
        let shown = Shown {
            typed,
            ..Shown::of(self.site, self.person).await?
        };
        one_page(self.site, self.me, view, faults, shown)
    }

    fn see(&self, done: &str) -> Response {
        let to = WorkPaths(self.site.language).person(&self.person);
        see(&format!("{to}?gjort={done}"))
    }
}

fn not_kept(error: NotKept) -> Failure {
    match error {
        NotKept::Unperformed(error) => unwritten(error),
        NotKept::Nobody => Failure::NotFound,
        // There is no such button on their page.
        NotKept::ComesThrough => Failure::NoDeed,
        error => Failure::internal(error),
    }
}

impl Typed {
    fn of(form: &Form) -> Self {
        let typed = |name| form.typed(name).to_owned();
        Typed {
            role: typed("roll"),
            body: typed("organ"),
            from: typed("fran"),
            to: typed("till"),
            other: typed("vem"),
            pass_from: typed("fran-dag"),
            pass_until: typed("till-dag"),
        }
    }

    fn grant(&self, s: &Speech, faults: &mut Faults, person: PersonId) -> Option<GrantRole> {
        let role = role(&self.role);
        if role.is_none() {
            faults.add("roll", s.t("people-fault-role"));
        }
        let body = Uuid::parse_str(&self.body).ok().map(BodyId);
        if body.is_none() {
            faults.add("organ", s.t("people-fault-body"));
        }
        let from = typed::day(s, faults, "fran", &self.from);
        let to = last(s, faults, "till", &self.to);
        Some(GrantRole {
            person,
            role: role?,
            body: body?,
            from: from?,
            to,
        })
    }

    fn pass_on(&self, s: &Speech, faults: &mut Faults, view: &PersonPage) -> Option<PassOn> {
        let to = Uuid::parse_str(&self.other).ok().map(PersonId);
        let to = to.filter(|to| view.others.iter().any(|(other, _)| other == to));
        if to.is_none() {
            faults.add("vem", s.t("people-fault-other"));
        }
        let from = typed::day(s, faults, "fran-dag", &self.pass_from);
        let until = last(s, faults, "till-dag", &self.pass_until);
        if from.zip(until).is_some_and(|(from, until)| until < from) {
            faults.add("till-dag", s.t("people-fault-order"));
        }
        Some(PassOn {
            of: view.row.id,
            to: to?,
            from: from?,
            until,
        })
    }
}

/// A last day; none if nothing was typed.
fn last(s: &Speech, faults: &mut Faults, field: &'static str, typed: &str) -> Option<Date> {
    match typed.trim().is_empty() {
        true => None,
        false => typed::day(s, faults, field, typed),
    }
}

/// The role that a form names by its key.
fn role(key: &str) -> Option<Role> {
    Role::ALL.into_iter().find(|role| role_key(*role) == key)
}

fn view(site: &WorkSite, me: &Signed, person: &str) -> Result<PersonPage, Failure> {
    let person = Uuid::parse_str(person).map_err(|_| Failure::NotFound)?;
    let view = site.app.person_page(me.colleague.person, PersonId(person));
    view.ok_or(Failure::NotFound)
}

fn list_page(site: &WorkSite, me: &Signed, login: &str, name: &str, faults: Faults) -> Answer {
    let view = site.app.people_list(me.colleague.person);
    let view = view.ok_or(Failure::NotFound)?;
    let s = speech(site);
    let (status, title) = faults.headed(&s, &s.t("people"));
    let page = ListPage {
        shell: Shell::new(
            site,
            Some(me),
            view.frame.clone(),
            title,
            "/arbete/personer",
        ),
        view,
        faults,
        login: login.to_owned(),
        name: name.to_owned(),
    };
    passing(status, &page)
}

/// What a page shows beside the person.
#[derive(Default)]
struct Shown {
    typed: Typed,
    mail: mailbox::Typed,
    done: Option<String>,
    password: Option<String>,
}

impl Shown {
    async fn of(site: &WorkSite, person: PersonId) -> Result<Shown, Failure> {
        Ok(Shown {
            mail: mailbox::Typed::of(site, person).await?,
            ..Shown::default()
        })
    }
}

fn one_page(
    site: &WorkSite,
    me: &Signed,
    view: PersonPage,
    faults: Faults,
    shown: Shown,
) -> Answer {
    let s = speech(site);
    let (status, title) = faults.headed(&s, &view.row.name);
    let Shown {
        mut typed,
        mail,
        done,
        password,
    } = shown;
    let today = view.today.to_string();
    for day in [&mut typed.from, &mut typed.pass_from] {
        if day.is_empty() {
            day.clone_from(&today);
        }
    }
    let path = format!("/arbete/personer/{}", view.row.id);
    let page = OnePage {
        shell: Shell::new(site, Some(me), view.frame.clone(), title, path),
        view,
        faults,
        typed,
        sends_mail: site.app.sends_mail(),
        mail,
        done,
        password,
    };
    passing(status, &page)
}

impl ListPage {
    fn role(&self, role: &Role) -> String {
        self.shell.s.t(role_key(*role))
    }

    fn key(&self) -> Uuid {
        Uuid::new_v4()
    }
}

impl OnePage {
    fn role(&self, role: &Role) -> String {
        self.shell.s.t(role_key(*role))
    }

    /// Whether they are kept out of a sign-in service already.
    fn is_barred(&self) -> bool {
        let through = self.view.row.through.as_ref();
        through.is_some_and(|through| through.barred)
    }

    /// What a form calls a role.
    fn key(&self, role: &Role) -> &'static str {
        role_key(*role)
    }

    fn roles(&self) -> impl Iterator<Item = (&'static str, String)> {
        let roles = Role::ALL.into_iter();
        roles.map(|role| (role_key(role), self.role(&role)))
    }

    fn days(&self, from: &Date, to: &Option<Date>) -> String {
        let s = &self.shell.s;
        let from = s.day(from);
        match to {
            None => s.t1("people-from", "from", from),
            Some(to) => {
                let to = s.day(to);
                let days = [("from", from.as_str()), ("to", to.as_str())];
                s.words.with("people-from-to", &days)
            }
        }
    }

    fn form_key(&self) -> Uuid {
        Uuid::new_v4()
    }

    fn is_body(&self, body: &BodyId) -> bool {
        self.typed.body == body.to_string()
    }

    fn is_other(&self, person: &PersonId) -> bool {
        self.typed.other == person.to_string()
    }
}
