//! The second step of a sign-in: a code of the telephone, or one of the recovery codes.

use super::WorkSite;
use super::answers::{Answer, Faults};
use super::paths::WorkPaths;
use super::session::{half_in, see, with_half};
use super::shell::{Shell, speech};
use super::sign_in::{self, Along, FORM, signed_in, told};
use crate::cache::address::escaped;
use crate::form::Form;
use crate::pages::passing;
use askama::Template;
use axum::body::Bytes;
use axum::extract::{RawQuery, State};
use axum::http::HeaderMap;
use riktning_app::people::NotSignedIn;

#[derive(Template)]
#[template(path = "work/second-step.html")]
struct SecondStepPage {
    shell: Shell,
    along: Along,
    faults: Faults,
}

/// The form of the code, for whoever has just given a name and a password.
pub(crate) async fn show(
    State(site): State<WorkSite>,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
) -> Answer {
    let along = Along::asked_for(query.as_deref());
    let half = half_in(&headers, site.https);
    if half.is_some_and(|half| site.app.is_half_signed_in(&half)) {
        return page(&site, along, Faults::default());
    }
    let to = WorkPaths(site.language).sign_in();
    Ok(see(&format!("{to}?till={}", escaped(&along.till))))
}

/// Takes the code.
pub(crate) async fn take(State(site): State<WorkSite>, headers: HeaderMap, body: Bytes) -> Answer {
    let form = Form::read(&body, FORM)?;
    let along = Along::of(&form);
    let half = half_in(&headers, site.https).unwrap_or_default();
    let mut faults = Faults::default();
    match site.app.second_step(&half, form.typed("kod")).await {
        Ok(token) => {
            let answer = signed_in(&site, along, &token, &headers).await?;
            Ok(with_half(answer, "", site.https))
        }
        Err(why @ NotSignedIn::Over) => {
            faults.add("login", told(&speech(&site), why)?);
            let again = sign_in::page(&site, String::new(), along, faults)?;
            Ok(with_half(again, "", site.https))
        }
        Err(why) => {
            faults.add("kod", told(&speech(&site), why)?);
            page(&site, along, faults)
        }
    }
}

pub(crate) fn page(site: &WorkSite, along: Along, faults: Faults) -> Answer {
    let s = speech(site);
    let (status, title) = faults.headed(&s, &s.t("second-step-code"));
    let frame = sign_in::frame(site);
    let page = SecondStepPage {
        shell: Shell::new(site, None, frame, title, "/logga-in/kod"),
        along,
        faults,
    };
    passing(status, &page)
}
