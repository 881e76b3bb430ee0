//! *Mitt konto*: the devices on which somebody is signed in, and what proves who they are.

use super::answers::{Answer, Faults, unwritten};
use super::paths::WorkPaths;
use super::session::{Signed, see, with_cookie};
use super::shell::{Shell, speech};
use super::{WorkSite, factor, mailbox, passkeys, through};
use crate::form::Form;
use crate::pages::passing;
use askama::Template;
use axum::Extension;
use axum::body::Bytes;
use axum::extract::{RawQuery, State};
use riktning_app::people::{Device, OwnPasskey};
use riktning_app::work::WorkFrame;

/// Bytes of a form without texts.
const SMALL: usize = 4 << 10;

#[derive(Template)]
#[template(path = "work/account.html")]
struct AccountPage {
    shell: Shell,
    devices: Vec<Device>,
    /// How it stands with a second factor.
    second: String,
    /// Their passkeys, and who took those that they had.
    passkeys: Vec<OwnPasskey>,
    passkeys_taken: Option<String>,
    /// The sign-in service that they came through, if they did.
    service: Option<String>,
    /// Where they get mail, and whether any is sent.
    mail: mailbox::Typed,
    sends_mail: bool,
    faults: Faults,
    /// What has just been done, in a sentence.
    done: Option<String>,
    /// Whether a program follows the year by an address.
    has_calendar: bool,
    /// That address, told this once.
    calendar: Option<String>,
}

/// The page of whoever is signed in.
pub(crate) async fn show(
    State(site): State<WorkSite>,
    Extension(me): Extension<Signed>,
    RawQuery(query): RawQuery,
) -> Answer {
    let s = speech(&site);
    let done = match query.as_deref() {
        Some("gjort=avslutat") => Some(s.t("account-ended")),
        Some("gjort=kalender") => Some(s.t("feed-ended")),
        Some("gjort=epost") => Some(s.t("address-saved")),
        _ => None,
    };
    page(&site, &me, done, None).await
}

/// The page, with an address that was made just now.
pub(super) async fn page(
    site: &WorkSite,
    me: &Signed,
    done: Option<String>,
    calendar: Option<String>,
) -> Answer {
    let mail = mailbox::Typed::of(site, me.colleague.person).await?;
    account_page(site, me, (mail, Faults::default()), done, calendar).await
}

/// The page, with what was typed of an address for mail.
pub(crate) async fn account_page(
    site: &WorkSite,
    me: &Signed,
    (mail, faults): (mailbox::Typed, Faults),
    done: Option<String>,
    calendar: Option<String>,
) -> Answer {
    let s = speech(site);
    let person = me.colleague.person;
    let has_calendar = site.app.has_calendar(person).await.map_err(unwritten)?;
    let frame = site.app.inside(person, |i, _| WorkFrame::of(i));
    let (status, title) = faults.headed(&s, &s.t("account"));
    let page = AccountPage {
        has_calendar,
        calendar,
        second: factor::told(site, &s, me),
        passkeys: site.app.passkeys(person),
        passkeys_taken: passkeys::taken(site, &s, person),
        service: through::service(site, me),
        devices: site.app.devices(person, &me.token),
        shell: Shell::new(site, Some(me), frame, title, "/arbete/konto"),
        sends_mail: site.app.sends_mail(),
        mail,
        faults,
        done,
    };
    passing(status, &page)
}

/// Signs out one of one's own devices, or all the others.
pub(crate) async fn end(
    State(site): State<WorkSite>,
    Extension(me): Extension<Signed>,
    body: Bytes,
) -> Answer {
    let form = Form::read(&body, SMALL)?;
    let (app, person) = (&site.app, me.colleague.person);
    match form.typed("enhet") {
        "andra" => app.end_other_devices(person, &me.token).await,
        device => app.end_device(person, device).await,
    }
    .map_err(unwritten)?;
    let to = WorkPaths(site.language).account();
    if site.app.signed_in(&me.token).await.is_none() {
        let to = WorkPaths(site.language).sign_in();
        return Ok(with_cookie(see(&to), "", site.https));
    }
    Ok(see(&format!("{to}?gjort=avslutat")))
}
