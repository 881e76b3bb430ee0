//! Signing in through a service that the municipality has: somebody is sent there, and comes back.

use super::WorkSite;
use super::answers::{Answer, Faults, unwritten};
use super::session::{Signed, browser_in, with_browser};
use super::shell::{Shell, speech};
use super::sign_in::{self, Along, FORM};
use crate::caller::Caller;
use crate::failure::Failure;
use crate::form::Form;
use crate::pages::passing;
use crate::pages::speech::Speech;
use askama::Template;
use axum::Extension;
use axum::body::Bytes;
use axum::extract::{Path, RawQuery, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use riktning_app::people::NotThrough;
use riktning_app::providers::{self, NotBegun, NotKnown, ServiceName, Wanted};

/// Bytes of what a service sends back by the browser: codes of some are two thousand.
const BACK: usize = 8 << 10;

#[derive(Template)]
#[template(path = "work/through.html")]
struct ThroughPage {
    shell: Shell,
    to: String,
    name: String,
}

/// Sends somebody to a service. A page leads there, and not the answer to a form: a browser that
/// keeps to `form-action 'self'` follows no form to another host.
pub(crate) async fn begin(
    State(site): State<WorkSite>,
    Path(id): Path<String>,
    caller: Option<Extension<Caller>>,
    headers: HeaderMap,
    body: Bytes,
) -> Answer {
    let form = Form::read(&body, FORM)?;
    let along = Along::of(&form);
    if !site.https && !sign_in::is_here(caller.map(|caller| caller.0)) {
        let fault = speech(&site).t("sign-in-https");
        return refused(&site, &id, along, fault, StatusCode::UNPROCESSABLE_ENTITY);
    }
    let wanted = along.wanted(site.language);
    let held = browser_in(&headers, site.https);
    let (app, services) = (&site.app, &site.providers);
    let begun = app.begin_through(services, &id, wanted, held.as_deref());
    match begun.await {
        Ok(begun) => {
            let page = leading(&site, begun.to, &begun.name)?;
            Ok(with_browser(page, &begun.browser, site.https))
        }
        Err(why) => not_begun(&site, &id, along, why),
    }
}

/// Somebody comes back from a service.
pub(crate) async fn back(
    State(site): State<WorkSite>,
    Path(id): Path<String>,
    caller: Option<Extension<Caller>>,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
) -> Answer {
    let query = Form::read(query.unwrap_or_default().as_bytes(), BACK)?;
    let here = site.https || sign_in::is_here(caller.map(|caller| caller.0));
    if site.providers.name_of(&id).is_none() || !here {
        return Err(Failure::NotFound);
    }
    let answer = answer(&query);
    let (browser, device) = (browser_in(&headers, site.https), sign_in::device(&headers));
    let (app, services) = (&site.app, &site.providers);
    let back = app.sign_in_through(services, &id, answer, browser.as_deref(), &device);
    let (token, wanted) = back.await;
    let (site, along) = Along::again(&site, wanted);
    let answer = match token {
        Ok(token) => sign_in::signed_in(&site, along, &token, &headers).await,
        Err(why) => not_through(&site, &id, along, why),
    };
    Ok(arrived(&site, answer?, browser.as_deref()))
}

/// What a browser held while its owner was away is of no use any more, unless they are away at
/// another service too.
fn arrived(site: &WorkSite, answer: Response, browser: Option<&str>) -> Response {
    let is_away = browser.is_some_and(|held| site.app.is_away(&site.providers, held));
    match is_away || browser.is_none() {
        true => answer,
        false => with_browser(answer, "", site.https),
    }
}

fn answer(query: &Form) -> providers::Answer<'_> {
    providers::Answer {
        state: query.once("state").unwrap_or_default(),
        code: query.once("code"),
        iss: query.once("iss"),
        error: query.once("error"),
    }
}

fn leading(site: &WorkSite, to: String, name: &ServiceName) -> Answer {
    let s = speech(site);
    let name = name.in_language(site.language).to_owned();
    let title = s.t1("through-leading", "name", &name);
    let page = ThroughPage {
        shell: Shell::new(site, None, sign_in::frame(site), title, "/logga-in"),
        to,
        name,
    };
    passing(StatusCode::OK, &page)
}

fn not_begun(site: &WorkSite, id: &str, along: Along, why: NotBegun) -> Answer {
    let s = speech(site);
    let said = match why {
        NotBegun::NoProvider => return Err(Failure::NotFound),
        NotBegun::Away => about(site, &s, "through-away", id),
        NotBegun::Full => s.t("through-full"),
    };
    refused(site, id, along, said, StatusCode::SERVICE_UNAVAILABLE)
}

/// Why somebody who came back is not let in, and what they can do: never what is inside.
fn not_through(site: &WorkSite, id: &str, along: Along, why: NotThrough) -> Answer {
    let s = speech(site);
    let (key, status) = match why {
        NotThrough::Unperformed(error) => return Err(unwritten(error)),
        NotThrough::Busy | NotThrough::NotKnown(NotKnown::Busy) => return Err(Failure::Busy),
        NotThrough::Barred => ("through-barred", StatusCode::FORBIDDEN),
        NotThrough::NotKnown(why) => match why {
            NotKnown::Over => ("through-over", StatusCode::BAD_REQUEST),
            NotKnown::Denied => ("through-denied", StatusCode::FORBIDDEN),
            NotKnown::Away => ("through-away", StatusCode::SERVICE_UNAVAILABLE),
            NotKnown::TooManyGroups => ("through-groups", StatusCode::FORBIDDEN),
            _ => ("through-untrusted", StatusCode::FORBIDDEN),
        },
    };
    let said = about(site, &s, key, id); // words-keys: through-*
    refused(site, id, along, said, status)
}

fn about(site: &WorkSite, s: &Speech, key: &str, id: &str) -> String {
    let name = site.providers.name_of(id);
    let name = name.map_or("", |name| name.in_language(site.language));
    s.t1(key, "name", name)
}

/// The page of signing in, with what went wrong at the button and all that was typed.
fn refused(
    site: &WorkSite,
    id: &str,
    along: Along,
    said: String,
    status: StatusCode,
) -> Result<Response, Failure> {
    let mut faults = Faults::default();
    faults.add(format!("via-{id}"), said);
    let mut page = sign_in::page(site, String::new(), along, faults)?;
    *page.status_mut() = status;
    Ok(page)
}

/// What the service is called that somebody came through; its id if it is there no longer.
pub(crate) fn service(site: &WorkSite, me: &Signed) -> Option<String> {
    let id = &me.colleague.through.as_ref()?.provider;
    let name = site.providers.name_of(id);
    let name = name.map(|name| name.in_language(site.language));
    Some(name.unwrap_or(id).to_owned())
}

/// The button of a service.
#[derive(Debug)]
pub(crate) struct Button {
    pub(crate) id: String,
    pub(crate) name: String,
}

/// A button for each service.
pub(crate) fn buttons(site: &WorkSite) -> Vec<Button> {
    let all = site.providers.all();
    let button = |(id, name): (&str, &ServiceName)| Button {
        id: id.to_owned(),
        name: name.in_language(site.language).to_owned(),
    };
    all.map(button).collect()
}

impl Along {
    fn wanted(&self, language: riktning_words::Language) -> Wanted {
        Wanted {
            till: self.till.clone(),
            carried: self.carried.clone(),
            language,
        }
    }

    /// What somebody wanted who is back, in the language in which they wanted it.
    fn again(site: &WorkSite, wanted: Option<Wanted>) -> (WorkSite, Along) {
        let Some(wanted) = wanted else {
            return (site.clone(), Along::default());
        };
        let site = WorkSite {
            language: wanted.language,
            ..site.clone()
        };
        let along = Along {
            till: wanted.till,
            carried: wanted.carried,
        };
        (site, along)
    }
}
