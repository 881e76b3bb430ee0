//! *Mitt konto*: the devices on which somebody is signed in, and what proves who they are.

use super::answers::{Answer, Faults, unwritten};
use super::paths::WorkPaths;
use super::session::{Signed, see, with_cookie};
use super::shell::{Shell, speech};
use super::{WorkSite, factor, mailbox};
use crate::form::Form;
use crate::pages::passing;
use askama::Template;
use axum::Extension;
use axum::body::Bytes;
use axum::extract::{RawQuery, State};
use riktning_app::people::Device;
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
    /// Where they get mail, and whether any is sent.
    mail: mailbox::Typed,
    sends_mail: bool,
    faults: Faults,
    /// What has just been done, in a sentence.
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
        Some("gjort=avslutat") => Some(s.t("account-ended")),
        Some("gjort=epost") => Some(s.t("address-saved")),
        _ => None,
    };
    let mail = mailbox::Typed::of(&site, me.colleague.person).await?;
    account_page(&site, &me, mail, Faults::default(), done)
}

pub(crate) fn account_page(
    site: &WorkSite,
    me: &Signed,
    mail: mailbox::Typed,
    faults: Faults,
    done: Option<String>,
) -> Answer {
    let s = speech(site);
    let frame = site
        .app
        .inside(me.colleague.person, |i, _| WorkFrame::of(i));
    let (status, title) = faults.headed(&s, &s.t("account"));
    let page = AccountPage {
        second: factor::stands(&s, &site.app.factor(me.colleague.person)),
        devices: site.app.devices(me.colleague.person, &me.token),
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
