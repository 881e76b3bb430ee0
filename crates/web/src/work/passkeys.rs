//! *Passnycklar*: those of whoever is signed in, added and removed.

use super::answers::{Answer, Faults, unwritten};
use super::paths::WorkPaths;
use super::session::{Signed, see};
use super::shell::{Shell, speech};
use super::sign_in::wait;
use super::{WorkSite, drafts, factor, through};
use crate::failure::Failure;
use crate::form::Form;
use crate::pages::passing;
use crate::pages::speech::Speech;
use askama::Template;
use axum::Extension;
use axum::body::Bytes;
use axum::extract::{RawQuery, State};
use axum::response::Response;
use riktning_app::passkeys::{NoPasskeys, Question};
use riktning_app::people::{FactorState, NoPasskey, NotProved, OwnPasskey, PASSKEY_NAME};
use riktning_app::work::WorkFrame;
use riktning_domain::ids::PersonId;

/// Bytes of a form with what a device has made: some tell much of themselves.
const FORM: usize = 64 << 10;

#[derive(Template)]
#[template(path = "work/passkeys.html")]
struct PasskeysPage {
    shell: Shell,
    own: Vec<OwnPasskey>,
    /// The address at which they work; none where there can be none.
    origin: Option<String>,
    /// Why none can be added or removed, in a sentence.
    why_not: Option<String>,
    /// That somebody took them away, in a sentence or two.
    taken: Option<String>,
    /// Whether a code is asked for beside the password.
    asks_code: bool,
    /// What a new one is called.
    name: String,
    /// Which is to be removed.
    which: String,
    /// What the device is asked to make, once somebody has proved who they are.
    question: Option<Question>,
    faults: Faults,
    /// What has just been done, in a sentence.
    done: Option<String>,
}

/// What was typed, and what came of it.
#[derive(Default)]
struct Shown {
    name: Option<String>,
    which: String,
    question: Option<Question>,
    faults: Faults,
    done: Option<String>,
}

/// The page of whoever is signed in.
pub(crate) async fn show(
    State(site): State<WorkSite>,
    Extension(me): Extension<Signed>,
    RawQuery(query): RawQuery,
) -> Answer {
    let s = speech(&site);
    let done = match query.as_deref() {
        Some("gjort=tillagd") => Some(s.t("passkeys-done-added")),
        Some("gjort=borttagen") => Some(s.t("passkeys-done-removed")),
        _ => None,
    };
    let shown = Shown {
        done,
        ..Shown::default()
    };
    page(&site, &me, shown)
}

/// Begins to add one, keeps what the device has made, or removes one.
pub(crate) async fn change(
    State(site): State<WorkSite>,
    Extension(me): Extension<Signed>,
    body: Bytes,
) -> Answer {
    let form = Form::read(&body, FORM)?;
    match form.typed("gor") {
        "borja" => begin(&site, &me, &form).await,
        "klar" => keep(&site, &me, &form).await,
        "ta-bort" => remove(&site, &me, &form).await,
        _ => Err(Failure::NoDeed),
    }
}

async fn begin(site: &WorkSite, me: &Signed, form: &Form) -> Answer {
    let (person, name) = (me.colleague.person, form.typed("namn"));
    let proof = (form.typed("losenord"), form.typed("kod"));
    let (app, passkeys) = (&site.app, &site.passkeys);
    let begun = app.begin_passkey(passkeys, person, name, proof, &me.token);
    let mut shown = Shown {
        name: Some(name.to_owned()),
        ..Shown::default()
    };
    match begun.await {
        Ok(question) => shown.question = Some(question),
        Err(why) => told(site, why, "", &mut shown.faults)?,
    }
    page(site, me, shown)
}

async fn keep(site: &WorkSite, me: &Signed, form: &Form) -> Answer {
    let answer = (form.typed("fraga"), form.typed("svar"));
    let (app, passkeys) = (&site.app, &site.passkeys);
    let kept = app.keep_passkey(passkeys, me.colleague.person, answer, &me.token);
    let mut shown = Shown::default();
    match kept.await {
        Ok(()) => return Ok(see(&format!("{}?gjort=tillagd", at(site)))),
        Err(why) => told(site, why, "", &mut shown.faults)?,
    }
    page(site, me, shown)
}

async fn remove(site: &WorkSite, me: &Signed, form: &Form) -> Answer {
    let (person, which) = (me.colleague.person, form.typed("vilken"));
    let proof = (form.typed("losenord"), form.typed("kod"));
    let ended = site.app.end_passkey(person, which, proof, &me.token);
    let mut shown = Shown {
        which: which.to_owned(),
        ..Shown::default()
    };
    match ended.await {
        // The same form a second time: it is gone.
        Ok(()) | Err(NoPasskey::Over) => {
            return Ok(see(&format!("{}?gjort=borttagen", at(site))));
        }
        Err(why) => told(site, why, "-bort", &mut shown.faults)?,
    }
    page(site, me, shown)
}

/// Why nothing was done, at the field that it is about. `form` is what the fields of the form end in.
fn told(site: &WorkSite, why: NoPasskey, form: &str, faults: &mut Faults) -> Result<(), Failure> {
    let s = speech(site);
    let most = s.words.whole(PASSKEY_NAME);
    let (field, said) = match why {
        // The page says so where its form would stand.
        NoPasskey::Nowhere(_) | NoPasskey::OwnFirst | NoPasskey::NotProved(NotProved::Nothing) => {
            return Ok(());
        }
        NoPasskey::Name => ("namn", s.t1("passkeys-name-fault", "most", most)),
        NoPasskey::TooMany => ("namn", s.t("passkeys-many")),
        NoPasskey::Over => ("namn", s.t("passkeys-over")),
        NoPasskey::Untrue => ("namn", s.t("passkeys-untrue")),
        NoPasskey::NotProved(NotProved::Password) => ("losenord", s.t("password-not-yours")),
        NoPasskey::NotProved(NotProved::Code) => ("kod", s.t("second-wrong")),
        NoPasskey::NotProved(NotProved::Wait(left)) => ("losenord", wait(&s, left)),
        NoPasskey::NotProved(NotProved::Busy) => return Err(Failure::Busy),
        NoPasskey::NotProved(NotProved::Unperformed(error)) | NoPasskey::Unperformed(error) => {
            return Err(unwritten(error));
        }
    };
    faults.add(format!("{field}{form}"), said);
    Ok(())
}

fn at(site: &WorkSite) -> String {
    WorkPaths(site.language).passkeys()
}

fn page(site: &WorkSite, me: &Signed, shown: Shown) -> Answer {
    let s = speech(site);
    let (status, title) = shown.faults.headed(&s, &s.t("passkeys"));
    let person = me.colleague.person;
    let frame = site.app.inside(person, |i, _| WorkFrame::of(i));
    let own = site.app.passkeys(person);
    let why_not = why_not(site, &s, me, own.is_empty());
    let origin = site.passkeys.origin().ok().filter(|_| why_not.is_none());
    let origin = origin.map(str::to_owned);
    let asks = origin.is_some();
    let page = PasskeysPage {
        origin,
        why_not,
        taken: taken(site, &s, person),
        asks_code: matches!(site.app.factor(person), FactorState::On(_)),
        name: shown.name.unwrap_or_else(|| this_device(site, me)),
        shell: Shell::new(site, Some(me), frame, title, "/arbete/konto/passnycklar"),
        own,
        which: shown.which,
        question: shown.question,
        faults: shown.faults,
        done: shown.done,
    };
    Ok(scripted(asks, passing(status, &page)?))
}

/// Why somebody can add none here, and has none to remove.
fn why_not(site: &WorkSite, s: &Speech, me: &Signed, has_none: bool) -> Option<String> {
    if let Some(service) = through::service(site, me) {
        return Some(s.t1("passkeys-through", "name", service));
    }
    if !site.app.may_have_passkeys(&me.colleague) {
        return Some(s.t("passkeys-own-first"));
    }
    let key = match site.passkeys.origin().err().filter(|_| has_none)? {
        NoPasskeys::NoAddress => "passkeys-nowhere",
        NoPasskeys::Number => "passkeys-nowhere-number",
        NoPasskeys::NotHttps => "passkeys-nowhere-https",
    };
    Some(s.t(key))
}

/// That somebody took a person's passkeys away, until they make one again.
pub(crate) fn taken(site: &WorkSite, s: &Speech, person: PersonId) -> Option<String> {
    let taken = site.app.taken_passkeys(person)?;
    let keys = ("passkeys-taken", "passkeys-taken-by");
    Some(factor::taken(s, &taken, keys))
}

/// What the device is called on which somebody is signed in.
fn this_device(site: &WorkSite, me: &Signed) -> String {
    let devices = site.app.devices(me.colleague.person, &me.token);
    let this = devices.into_iter().find(|device| device.is_this);
    this.map(|device| device.name).unwrap_or_default()
}

/// A page on which the script runs that asks a device for a passkey, if one is asked for.
pub(crate) fn scripted(asks: bool, page: Response) -> Response {
    match asks {
        true => drafts::scripted(page),
        false => page,
    }
}
