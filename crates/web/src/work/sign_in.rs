//! Signing in, signing out, and a password of one's own.

use super::answers::{Answer, Faults, unwritten};
use super::element::TRIES;
use super::paths::{WorkPaths, wanted};
use super::session::{Signed, link_in, see, token_in, with_cookie, with_half, with_link};
use super::shell::{Shell, speech};
use super::through::{self, Button};
use super::{WorkSite, passkeys, second_step};
use crate::cache::address::{escaped, field};
use crate::caller::Caller;
use crate::failure::Failure;
use crate::form::Form;
use crate::pages::passing;
use crate::pages::speech::Speech;
use askama::Template;
use axum::Extension;
use axum::body::Bytes;
use axum::extract::{RawQuery, State};
use axum::http::header::USER_AGENT;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use jiff::SignedDuration;
use riktning_app::passwords::{FEWEST, MOST, Weak};
use riktning_app::people::{NotKept, NotSignedIn};
use riktning_app::work::WorkFrame;

/// Bytes of the form: what was typed before a sign-in ended is carried in it.
pub(crate) const FORM: usize = 300 << 10;
/// What stands before the name of a field that is carried over a new sign-in.
const CARRIED: &str = "buret.";

#[derive(Template)]
#[template(path = "work/sign-in.html")]
struct SignInPage {
    shell: Shell,
    login: String,
    along: Along,
    faults: Faults,
    /// The services that somebody may sign in through instead.
    buttons: Vec<Button>,
    /// The address at which passkeys work; none where there are none.
    passkeys: Option<String>,
}

impl SignInPage {
    fn button_id(&self, button: &Button) -> String {
        format!("via-{}", button.id)
    }
}

/// What goes along through the steps of a sign-in.
#[derive(Debug, Default)]
pub(crate) struct Along {
    /// Where somebody wanted to go.
    pub(crate) till: String,
    /// What was typed in the form that a new sign-in interrupted.
    pub(crate) carried: Vec<(String, String)>,
}

impl Along {
    pub(crate) fn of(form: &Form) -> Self {
        let carried = form.fields().filter_map(|(name, value)| {
            let name = name.strip_prefix(CARRIED)?;
            Some((name.to_owned(), value.to_owned()))
        });
        Along {
            till: wanted(form.typed("till")).unwrap_or_default().to_owned(),
            carried: carried.collect(),
        }
    }

    pub(crate) fn asked_for(query: Option<&str>) -> Self {
        let till = field(query.unwrap_or_default(), "till");
        Along {
            till: till
                .as_deref()
                .and_then(wanted)
                .unwrap_or_default()
                .to_owned(),
            carried: Vec::new(),
        }
    }
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
    /// The sign-in service that they came through, if they did: no password of theirs is here.
    service: Option<String>,
}

/// The form to sign in with.
pub(crate) async fn show(State(site): State<WorkSite>, RawQuery(query): RawQuery) -> Answer {
    let along = Along::asked_for(query.as_deref());
    page(&site, String::new(), along, Faults::default())
}

/// A sign-in has ended while somebody typed: they sign in and go on with what they had.
pub(crate) fn ended(site: &WorkSite, wanted_path: &str, form: &Form) -> Answer {
    // Whoever goes on after signing in saves what they had, also where they only tried it.
    let carried = form.fields().filter(|(name, _)| *name != TRIES);
    let carried = carried.map(|(name, value)| (name.to_owned(), value.to_owned()));
    let mut faults = Faults::default();
    faults.add("login", speech(site).t("sign-in-ended"));
    let along = Along {
        till: wanted(wanted_path).unwrap_or_default().to_owned(),
        carried: carried.collect(),
    };
    page(site, String::new(), along, faults)
}

/// Signs somebody in.
pub(crate) async fn sign_in(
    State(site): State<WorkSite>,
    caller: Option<Extension<Caller>>,
    headers: HeaderMap,
    body: Bytes,
) -> Answer {
    let form = Form::read(&body, FORM)?;
    let (along, login) = (Along::of(&form), form.typed("login").to_owned());
    let mut faults = Faults::default();
    if !site.https && !is_here(caller.map(|caller| caller.0)) {
        faults.add("login", speech(&site).t("sign-in-https"));
        return page(&site, login, along, faults);
    }
    let device = device(&headers);
    let signed = site.app.sign_in(&login, form.typed("losenord"), &device);
    match signed.await {
        Ok(token) => signed_in(&site, along, &token, &headers).await,
        Err(NotSignedIn::CodeAsked(half)) => code_asked(&site, along, &half),
        Err(why) => {
            faults.add("login", told(&speech(&site), why)?);
            page(&site, login, along, faults)
        }
    }
}

/// What a browser says that it is.
pub(crate) fn device(headers: &HeaderMap) -> String {
    let agent = headers
        .get(USER_AGENT)
        .and_then(|agent| agent.to_str().ok());
    agent.unwrap_or_default().to_owned()
}

/// Leads somebody who has just signed in to where they were going. The sign-in that their browser
/// had ends: it holds one.
pub(crate) async fn signed_in(
    site: &WorkSite,
    along: Along,
    token: &str,
    headers: &HeaderMap,
) -> Answer {
    if let Some(old) = token_in(headers, site.https) {
        site.app.sign_out(&old).await.map_err(unwritten)?;
    }
    let to = match along.till.as_str() {
        "" => WorkPaths(site.language).desk(),
        till => till.to_owned(),
    };
    let answer = match along.carried.is_empty() {
        true => see(&to),
        false => resume(site, to, along.carried)?,
    };
    Ok(with_cookie(answer, token, site.https))
}

/// Leads to the second step; with what was typed, which no address holds, it is shown at once.
fn code_asked(site: &WorkSite, along: Along, half: &str) -> Answer {
    let answer: Response = match along.carried.is_empty() {
        true => {
            let to = WorkPaths(site.language).second_step();
            see(&format!("{to}?till={}", escaped(&along.till)))
        }
        false => second_step::page(site, along, Faults::default())?,
    };
    Ok(with_half(answer, half, site.https))
}

/// Why nobody was signed in, in words.
pub(crate) fn told(s: &Speech, why: NotSignedIn) -> Result<String, Failure> {
    Ok(match why {
        NotSignedIn::Unperformed(error) => return Err(unwritten(error)),
        NotSignedIn::Busy => return Err(Failure::Busy),
        NotSignedIn::Wait(left) => wait(s, left),
        NotSignedIn::Wrong | NotSignedIn::CodeAsked(_) => s.t("sign-in-wrong"),
        NotSignedIn::WrongCode => s.t("second-wrong"),
        NotSignedIn::Over => s.t("second-over"),
    })
}

/// How long somebody waits after too many wrong ones.
pub(crate) fn wait(s: &Speech, left: SignedDuration) -> String {
    let minutes = usize::try_from(left.as_mins() + 1).unwrap_or(1);
    s.n("sign-in-wait", &minutes)
}

/// Whether a form comes from this machine, where nobody can listen on the way.
pub(crate) fn is_here(caller: Option<Caller>) -> bool {
    caller.is_some_and(|Caller(address)| address.to_canonical().is_loopback())
}

/// Signs a browser out: of a sign-in, and of a link of a letter, so that nobody comes in by the one when the other
/// has ended.
pub(crate) async fn leave(
    State(site): State<WorkSite>,
    Extension(me): Extension<Signed>,
    headers: HeaderMap,
) -> Answer {
    if let Some(held) = link_in(&headers, site.https) {
        site.app.leave_link(&held).await.map_err(unwritten)?;
    }
    if me.by_link.is_none() {
        site.app.sign_out(&me.token).await.map_err(unwritten)?;
    }
    let to = see(&WorkPaths(site.language).sign_in());
    let to = with_link(to, "", site.https);
    Ok(with_cookie(to, "", site.https))
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
        // The page says where their password is.
        Err(NotKept::ComesThrough) => {}
        Err(NotKept::NotYours) => faults.add("nuvarande", s.t("password-not-yours")),
        Err(NotKept::Weak(weak)) => faults.add(
            "nytt",
            match weak {
                Weak::Short => s.t1("password-short", "fewest", fewest),
                Weak::Long => s.t1("password-long", "most", most),
                Weak::Repeated => s.t("password-repeated"),
                Weak::Name => s.t("password-name"),
                Weak::Common => s.t("password-common"),
            },
        ),
        Err(error) => return Err(Failure::internal(error)),
    }
    password_page(&site, &me, faults, false)
}

pub(crate) fn frame(site: &WorkSite) -> WorkFrame {
    site.app
        .published(site.app.today(), WorkFrame::for_everybody)
}

pub(crate) fn page(site: &WorkSite, login: String, along: Along, faults: Faults) -> Answer {
    let s = speech(site);
    let (status, title) = faults.headed(&s, &s.t("sign-in"));
    let page = SignInPage {
        shell: Shell::new(site, None, frame(site), title, "/logga-in"),
        login,
        along,
        faults,
        buttons: through::buttons(site),
        passkeys: site.passkeys.origin().ok().map(str::to_owned),
    };
    Ok(passkeys::scripted(
        page.passkeys.is_some(),
        passing(status, &page)?,
    ))
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
        service: through::service(site, me),
        shell,
        faults,
        done,
    };
    passing(status, &page)
}
