//! Signing in with a passkey: a browser is asked for one, and answers.

use super::WorkSite;
use super::answers::{Answer, Faults};
use super::session::{asked_in, with_asked};
use super::shell::speech;
use super::sign_in::{self, Along, FORM, device, is_here, signed_in, told};
use crate::caller::Caller;
use crate::failure::Failure;
use crate::form::Form;
use axum::Extension;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::http::header::CONTENT_TYPE;
use axum::response::IntoResponse;
use riktning_app::people::NotSignedIn;

/// Asks a browser for a passkey, whoever's it is.
pub(crate) async fn ask(
    State(site): State<WorkSite>,
    caller: Option<Extension<Caller>>,
    headers: HeaderMap,
) -> Answer {
    if !site.https && !is_here(caller.map(|caller| caller.0)) {
        return Err(Failure::NotFound);
    }
    let held = asked_in(&headers, site.https);
    let asked = site.app.ask_for_passkey(&site.passkeys, held.as_deref());
    let asked = asked.ok_or(Failure::NotFound)?;
    // Letters and digits, and JSON as it is.
    let json = format!("{{\"fraga\":\"{}\",\"val\":{}}}", asked.id, asked.options);
    let answer = ([(CONTENT_TYPE, "application/json")], json).into_response();
    Ok(with_asked(answer, &asked.browser, site.https))
}

/// Takes what the browser answers.
pub(crate) async fn take(
    State(site): State<WorkSite>,
    caller: Option<Extension<Caller>>,
    headers: HeaderMap,
    body: Bytes,
) -> Answer {
    let form = Form::read(&body, FORM)?;
    let along = Along::of(&form);
    let mut faults = Faults::default();
    let s = speech(&site);
    if !site.https && !is_here(caller.map(|caller| caller.0)) {
        faults.add("login", s.t("sign-in-https"));
        return sign_in::page(&site, String::new(), along, faults);
    }
    let answer = (form.typed("fraga"), form.typed("svar"));
    let (browser, device) = (asked_in(&headers, site.https), device(&headers));
    let (app, passkeys) = (&site.app, &site.passkeys);
    let signed = app.sign_in_by_passkey(passkeys, answer, browser.as_deref(), &device);
    match signed.await {
        Ok(token) => {
            let answer = signed_in(&site, along, &token, &headers).await?;
            Ok(with_asked(answer, "", site.https))
        }
        Err(why) => {
            let said = match why {
                NotSignedIn::Over => s.t("passkey-over"),
                why => told(&s, why)?,
            };
            faults.add("passnyckel", said);
            sign_in::page(&site, String::new(), along, faults)
        }
    }
}
