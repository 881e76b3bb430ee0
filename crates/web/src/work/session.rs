//! Who is signed in: the cookie, and the gate before every page of the work area.

use super::kept::Sent;
use super::paths::WorkPaths;
use super::{WorkSite, missing, sign_in};
use crate::dates_in_query::{BadDay, day_in};
use crate::failure::Failure;
use crate::form::Form;
use axum::Extension;
use axum::body::to_bytes;
use axum::extract::{Request, State};
use axum::http::header::{COOKIE, LOCATION, SET_COOKIE};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use jiff::civil::Date;
use riktning_app::people::Colleague;
use riktning_domain::ids::{ElementId, RoundId};
use riktning_words::Language;
use std::sync::Arc;

/// Somebody who is signed in, on one device.
#[derive(Clone, Debug)]
pub(crate) struct Signed {
    pub(crate) colleague: Colleague,
    /// What their browser holds.
    pub(crate) token: String,
    /// What they may write, if they came by the link of a letter and did not sign in.
    pub(crate) by_link: Option<Arc<Opened>>,
    /// A day of the past that they ask to be shown: the page says that the work area is always of today.
    pub(crate) asked: Option<Date>,
}

/// What the link of a letter opens: a round, and some rows of it.
#[derive(Debug)]
pub(crate) struct Opened {
    pub(crate) round: RoundId,
    pub(crate) rows: Vec<ElementId>,
}

/// The largest form that is carried over a new sign-in.
const CARRIED: usize = 256 << 10;

/// Lets through whoever is signed in. Whoever is not signs in first, and comes back to where they
/// were with everything that they had typed.
/// What is sent to an address that is one's own is shown to nobody again.
pub(crate) async fn gate(
    State((site, is_ones_own)): State<(WorkSite, bool)>,
    request: Request,
    next: Next,
) -> Response {
    let token = token_in(request.headers(), site.https);
    let signed = match &token {
        Some(token) => site.app.signed_in(token).await,
        None => None,
    };
    if let (Some(colleague), Some(token)) = (signed, token) {
        if owes_second_step(&site, &colleague, request.uri().path()) {
            return see(&WorkPaths(site.language).factor());
        }
        let me = Signed {
            colleague,
            token,
            by_link: None,
            asked: None,
        };
        return let_through(&site, me, is_ones_own, request, next).await;
    }
    let here = request.uri().path().to_owned();
    if let Some(me) = by_link(&site, request.headers(), &here).await {
        return let_through(&site, me, is_ones_own, request, next).await;
    }
    let wanted = request
        .uri()
        .path_and_query()
        .map_or("", |address| address.as_str())
        .to_owned();
    if request.method() != Method::POST {
        let to = WorkPaths(site.language).sign_in();
        let till = crate::cache::address::escaped(&wanted);
        return see(&format!("{to}?till={till}"));
    }
    if is_ones_own {
        return see(&WorkPaths(site.language).sign_in());
    }
    let body = to_bytes(request.into_body(), CARRIED).await;
    let Ok(Ok(form)) = body.map(|body| Form::read(&body, CARRIED)) else {
        return Failure::BodyTooLarge.into_response();
    };
    sign_in::ended(&site, &wanted, &form).unwrap_or_else(IntoResponse::into_response)
}

async fn let_through(
    site: &WorkSite,
    mut me: Signed,
    is_ones_own: bool,
    mut request: Request,
    next: Next,
) -> Response {
    me.asked = match asked_day(site, &request) {
        Ok(asked) => asked,
        Err(bad) => return Failure::BadDay(bad).into_response(),
    };
    let sent = Sent::default();
    request.extensions_mut().insert(me.clone());
    if !is_ones_own {
        request = request.map(|body| sent.through(body));
    }
    missing::dressed(site, &me, &sent, next.run(request).await)
}

/// Whoever came by the link of a letter, at the addresses that it opens: their rows, what is kept while
/// they type in them, and the way out. Everywhere else they sign in as ever.
async fn by_link(site: &WorkSite, headers: &HeaderMap, path: &str) -> Option<Signed> {
    let token = link_in(headers, site.https)?;
    let found = site.app.by_link(&token).await?;
    let path = path.strip_prefix(site.language.prefix()).unwrap_or(path);
    let swedish = WorkPaths(Language::Sv);
    let open = [
        swedish.report(&found.round),
        "/arbete/utkast".to_owned(),
        "/arbete/utkast/slang".to_owned(),
        "/logga-ut".to_owned(),
    ];
    open.iter().any(|open| open == path).then(|| Signed {
        colleague: found.colleague,
        token,
        by_link: Some(Arc::new(Opened {
            round: found.round,
            rows: found.rows,
        })),
        asked: None,
    })
}

/// The day of the past that the address of a page asks for, if it does.
fn asked_day(site: &WorkSite, request: &Request) -> Result<Option<Date>, BadDay> {
    let query = request.uri().query().unwrap_or_default();
    if request.method() == Method::POST {
        return Ok(None);
    }
    let today = site.app.today();
    let asked = day_in(query, today)?;
    Ok(asked.filter(|day| *day < today))
}

/// Whether somebody turns on their second factor before this address: none but their account, their
/// password and the way out stand open till then.
fn owes_second_step(site: &WorkSite, colleague: &Colleague, path: &str) -> bool {
    let path = path.strip_prefix(site.language.prefix()).unwrap_or(path);
    let open = [
        "/arbete/konto",
        "/arbete/konto/enheter",
        "/arbete/konto/tva-steg",
        "/arbete/konto/passnycklar",
        "/arbete/losenord",
        "/logga-ut",
    ];
    site.second_step && !open.contains(&path) && site.app.lacks_factor(colleague)
}

/// Lets through whoever looks after people and sign-in. For others the address is not there.
pub(crate) async fn administrators(
    State(site): State<WorkSite>,
    Extension(me): Extension<Signed>,
    request: Request,
    next: Next,
) -> Response {
    let person = me.colleague.person;
    match site.app.inside(person, |i, _| i.looks_after_people()) {
        true => next.run(request).await,
        false => missing::nowhere(request.into_body()).await.into_response(),
    }
}

/// The name of the cookie. With `__Host-` a browser takes it only over https and from this very
/// host; on this machine alone, where there is no https, it goes without.
fn name(https: bool) -> &'static str {
    if https { "__Host-riktning" } else { "riktning" }
}

/// The name of the cookie between the two steps of a sign-in.
fn half_name(https: bool) -> &'static str {
    match https {
        true => "__Host-riktning-steg",
        false => "riktning-steg",
    }
}

/// What a browser holds that came by the link of a letter.
pub(crate) fn link_in(headers: &HeaderMap, https: bool) -> Option<String> {
    cookie_in(headers, link_name(https))
}

/// The name of the cookie of whoever came by the link of a letter.
fn link_name(https: bool) -> &'static str {
    match https {
        true => "__Host-riktning-lank",
        false => "riktning-lank",
    }
}

/// A response that lets a browser in by a link, or with nothing out again.
pub(crate) fn with_link(response: Response, held: &str, https: bool) -> Response {
    let gone = if held.is_empty() { "; Max-Age=0" } else { "" };
    let secure = if https { "; Secure" } else { "" };
    let rest = format!("; SameSite=Lax{secure}{gone}");
    with(response, link_name(https), held, &rest)
}

/// What a browser holds between the two steps of a sign-in.
pub(crate) fn half_in(headers: &HeaderMap, https: bool) -> Option<String> {
    cookie_in(headers, half_name(https))
}

/// What a browser holds while its owner is away at a sign-in service.
pub(crate) fn browser_in(headers: &HeaderMap, https: bool) -> Option<String> {
    cookie_in(headers, browser_name(https))
}

/// What a browser holds that has been asked for a passkey.
pub(crate) fn asked_in(headers: &HeaderMap, https: bool) -> Option<String> {
    cookie_in(headers, asked_name(https))
}

/// The name of the cookie of a browser that has been asked for a passkey.
fn asked_name(https: bool) -> &'static str {
    match https {
        true => "__Host-riktning-nyckel",
        false => "riktning-nyckel",
    }
}

/// The name of the cookie of whoever is away at a sign-in service.
fn browser_name(https: bool) -> &'static str {
    match https {
        true => "__Host-riktning-via",
        false => "riktning-via",
    }
}

pub(crate) fn token_in(headers: &HeaderMap, https: bool) -> Option<String> {
    cookie_in(headers, name(https))
}

fn cookie_in(headers: &HeaderMap, name: &str) -> Option<String> {
    let cookies = headers.get_all(COOKIE).iter();
    let cookies = cookies.filter_map(|value| value.to_str().ok());
    let mut pairs = cookies.flat_map(|value| value.split(';'));
    let own = pairs.find_map(|pair| {
        let (own, value) = pair.trim().split_once('=')?;
        (own == name).then_some(value)
    })?;
    let plain = own.len() <= 100 && own.bytes().all(|byte| byte.is_ascii_alphanumeric());
    plain.then(|| own.to_owned())
}

/// A response that signs a browser in, or out with an empty token.
pub(crate) fn with_cookie(response: Response, token: &str, https: bool) -> Response {
    let gone = if token.is_empty() { "; Max-Age=0" } else { "" };
    let secure = if https { "; Secure" } else { "" };
    let rest = format!("; SameSite=Lax{secure}{gone}");
    with(response, name(https), token, &rest)
}

/// A response that leads a browser to the second step, or with an empty half past it.
pub(crate) fn with_half(response: Response, half: &str, https: bool) -> Response {
    let age = if half.is_empty() { 0 } else { 300 };
    let secure = if https { "; Secure" } else { "" };
    let rest = format!("; SameSite=Strict{secure}; Max-Age={age}");
    with(response, half_name(https), half, &rest)
}

/// A response that asks a browser for a passkey, or with nothing asks no longer.
pub(crate) fn with_asked(response: Response, browser: &str, https: bool) -> Response {
    let age = if browser.is_empty() { 0 } else { 300 };
    let secure = if https { "; Secure" } else { "" };
    let rest = format!("; SameSite=Strict{secure}; Max-Age={age}");
    with(response, asked_name(https), browser, &rest)
}

/// A response that leads a browser to a sign-in service, or with nothing back from it. The service
/// leads it here again from another site, so it has to be sent with that: Lax and not Strict.
pub(crate) fn with_browser(response: Response, browser: &str, https: bool) -> Response {
    let age = if browser.is_empty() { 0 } else { 900 };
    let secure = if https { "; Secure" } else { "" };
    let rest = format!("; SameSite=Lax{secure}; Max-Age={age}");
    with(response, browser_name(https), browser, &rest)
}

fn with(mut response: Response, name: &str, value: &str, rest: &str) -> Response {
    let cookie = format!("{name}={value}; Path=/; HttpOnly{rest}");
    if let Ok(cookie) = HeaderValue::from_str(&cookie) {
        response.headers_mut().append(SET_COOKIE, cookie);
    }
    response
}

/// Leads to another page after a form.
pub(crate) fn see(to: &str) -> Response {
    (StatusCode::SEE_OTHER, [(LOCATION, to)]).into_response()
}
