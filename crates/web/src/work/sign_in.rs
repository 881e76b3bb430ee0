//! Signing in, signing out, and a password of one's own.

use super::WorkSite;
use super::answers::{Answer, Faults, unwritten};
use super::paths::{WorkPaths, wanted};
use super::session::{Signed, see, with_cookie};
use super::shell::{Shell, speech};
use crate::cache::address::field;
use crate::caller::Caller;
use crate::failure::Failure;
use crate::form::Form;
use crate::pages::passing;
use askama::Template;
use axum::Extension;
use axum::body::Bytes;
use axum::extract::{RawQuery, State};
use axum::http::header::USER_AGENT;
use axum::http::{HeaderMap, StatusCode};
use riktning_app::passwords::{FEWEST, MOST, Weak};
use riktning_app::people::{NotKept, NotSignedIn};
use riktning_app::work::WorkFrame;

/// Bytes of the form: what was typed before a sign-in ended is carried in it.
const FORM: usize = 300 << 10;
/// What stands before the name of a field that is carried over a new sign-in.
const CARRIED: &str = "buret.";

#[derive(Template)]
#[template(path = "work/sign-in.html")]
struct SignInPage {
    shell: Shell,
    login: String,
    till: String,
    /// What was typed in the form that a new sign-in interrupted.
    carried: Vec<(String, String)>,
    faults: Faults,
}

#[derive(Template)]
#[template(path = "work/resume.html")]
struct ResumePage {
    shell: Shell,
    action: String,
    carried: Vec<(String, String)>,
}

#[derive(Template)]
#[template(path = "work/password.html")]
struct PasswordPage {
    shell: Shell,
    faults: Faults,
    done: bool,
}

/// The form to sign in with.
pub(crate) async fn show(State(site): State<WorkSite>, RawQuery(query): RawQuery) -> Answer {
    let till = field(query.as_deref().unwrap_or_default(), "till");
    let till = till.as_deref().and_then(wanted).unwrap_or_default();
    page(&site, String::new(), till, Vec::new(), Faults::default())
}

/// A sign-in has ended while somebody typed: they sign in and go on with what they had.
pub(crate) fn ended(site: &WorkSite, wanted_path: &str, form: &Form) -> Answer {
    let carried = form.fields();
    let carried = carried.map(|(name, value)| (name.to_owned(), value.to_owned()));
    let mut faults = Faults::default();
    faults.add("login", speech(site).t("sign-in-ended"));
    let till = wanted(wanted_path).unwrap_or_default();
    page(site, String::new(), till, carried.collect(), faults)
}

/// Signs somebody in.
pub(crate) async fn sign_in(
    State(site): State<WorkSite>,
    caller: Option<Extension<Caller>>,
    headers: HeaderMap,
    body: Bytes,
) -> Answer {
    let form = Form::read(&body, FORM)?;
    let s = speech(&site);
    let login = form.typed("login").to_owned();
    let till = wanted(form.typed("till")).unwrap_or_default();
    let carried = form.fields().filter_map(|(name, value)| {
        let name = name.strip_prefix(CARRIED)?;
        Some((name.to_owned(), value.to_owned()))
    });
    let carried: Vec<_> = carried.collect();
    let mut faults = Faults::default();
    if !site.https && !is_here(caller.map(|caller| caller.0)) {
        faults.add("login", s.t("sign-in-https"));
        return page(&site, login, till, carried, faults);
    }
    let device = headers
        .get(USER_AGENT)
        .and_then(|agent| agent.to_str().ok());
    let signed = site
        .app
        .sign_in(&login, form.typed("losenord"), device.unwrap_or_default());
    let token = match signed.await {
        Ok(token) => token,
        Err(NotSignedIn::Unperformed(error)) => return Err(unwritten(error)),
        Err(NotSignedIn::Wrong) => {
            faults.add("login", s.t("sign-in-wrong"));
            return page(&site, login, till, carried, faults);
        }
        Err(NotSignedIn::Busy) => return Err(Failure::Busy),
        Err(NotSignedIn::Wait(left)) => {
            let minutes = usize::try_from(left.as_mins() + 1).unwrap_or(1);
            faults.add("login", s.words.count("sign-in-wait", minutes, &[]));
            return page(&site, login, till, carried, faults);
        }
    };
    let w = WorkPaths(site.language);
    let to = match till {
        "" => w.desk(),
        till => till.to_owned(),
    };
    let answer = match carried.is_empty() {
        true => see(&to),
        false => resume(&site, to, carried)?,
    };
    Ok(with_cookie(answer, &token, site.https))
}

/// Whether a form comes from this machine, where nobody can listen on the way.
fn is_here(caller: Option<Caller>) -> bool {
    caller.is_some_and(|Caller(address)| address.to_canonical().is_loopback())
}

/// Signs a browser out.
pub(crate) async fn leave(
    State(site): State<WorkSite>,
    Extension(me): Extension<Signed>,
) -> Answer {
    site.app.sign_out(&me.token).await.map_err(unwritten)?;
    let to = WorkPaths(site.language).sign_in();
    Ok(with_cookie(see(&to), "", site.https))
}

/// The form of a password of one's own.
pub(crate) async fn password(
    State(site): State<WorkSite>,
    Extension(me): Extension<Signed>,
    RawQuery(query): RawQuery,
) -> Answer {
    let done = query.as_deref() == Some("gjort=bytt");
    password_page(&site, &me, Faults::default(), done)
}

/// Takes a password of one's own.
pub(crate) async fn choose(
    State(site): State<WorkSite>,
    Extension(me): Extension<Signed>,
    body: Bytes,
) -> Answer {
    let form = Form::read(&body, FORM)?;
    let s = speech(&site);
    let mut faults = Faults::default();
    let (password, again) = (form.typed("nytt"), form.typed("igen"));
    let present = form.typed("nuvarande");
    if password != again {
        faults.add("igen", s.t("password-differs"));
        return password_page(&site, &me, faults, false);
    }
    let kept = site
        .app
        .choose_password(me.colleague.person, present, password, &me.token);
    let (fewest, most) = (s.words.whole(FEWEST), s.words.whole(MOST));
    match kept.await {
        Ok(()) => {
            let to = WorkPaths(site.language).password();
            return Ok(see(&format!("{to}?gjort=bytt")));
        }
        Err(NotKept::Unperformed(error)) => return Err(unwritten(error)),
        Err(NotKept::NotYours) => faults.add("nuvarande", s.t("password-not-yours")),
        Err(NotKept::Weak(weak)) => faults.add(
            "nytt",
            match weak {
                Weak::Short => s.t1("password-short", "fewest", fewest),
                Weak::Long => s.t1("password-long", "most", most),
                Weak::Repeated => s.t("password-repeated"),
                Weak::Name => s.t("password-name"),
            },
        ),
        Err(error) => return Err(Failure::internal(error)),
    }
    password_page(&site, &me, faults, false)
}

fn frame(site: &WorkSite) -> WorkFrame {
    site.app
        .published(site.app.today(), WorkFrame::for_everybody)
}

fn page(
    site: &WorkSite,
    login: String,
    till: &str,
    carried: Vec<(String, String)>,
    faults: Faults,
) -> Answer {
    let s = speech(site);
    let (status, title) = faults.headed(&s, &s.t("sign-in"));
    let page = SignInPage {
        shell: Shell::new(site, None, frame(site), title, "/logga-in"),
        login,
        till: till.to_owned(),
        carried,
        faults,
    };
    passing(status, &page)
}

fn resume(site: &WorkSite, action: String, carried: Vec<(String, String)>) -> Answer {
    let title = speech(site).t("sign-in-resume");
    let page = ResumePage {
        shell: Shell::new(site, None, frame(site), title, "/arbete/"),
        action,
        carried,
    };
    passing(StatusCode::OK, &page)
}

fn password_page(site: &WorkSite, me: &Signed, faults: Faults, done: bool) -> Answer {
    let s = speech(site);
    let (status, title) = faults.headed(&s, &s.t("password"));
    let shell = Shell::new(site, Some(me), frame(site), title, "/arbete/losenord");
    let page = PasswordPage {
        shell,
        faults,
        done,
    };
    passing(status, &page)
}
