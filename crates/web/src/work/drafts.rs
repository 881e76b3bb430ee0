//! What somebody types, kept while they type and shown again when they come back.
//!
//! A script sends the fields of a form now and then (`assets/work.js`); without it nothing is kept
//! but what is saved, and everything works.

use super::WorkSite;
use super::answers::{Answer, key, unwritten};
use super::paths::{WorkPaths, wanted};
use super::session::{Signed, see};
use super::shell::speech;
use super::typed;
use crate::cache::address::{escaped, field};
use crate::failure::Failure;
use crate::form::Form;
use crate::security::Scripted;
use axum::Extension;
use axum::body::Bytes;
use axum::extract::{RawQuery, State};
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use jiff::Timestamp;
use riktning_app::drafts::Draft;
use riktning_domain::ids::RoundId;
use riktning_domain::local_time::local;
use riktning_words::Language;
use uuid::Uuid;

/// Bytes of a form that is kept.
const FORM: usize = 256 << 10;
/// The most characters of what a form is called.
const HEADING: usize = 300;

/// What stood in a form when it was left.
#[derive(Debug)]
pub(super) struct Left {
    pub(super) form: Form,
    pub(super) key: Uuid,
    at: Timestamp,
}

/// Where what is typed in a form is kept, and what its page says of it.
#[derive(Clone, Debug)]
pub(crate) struct Keeping {
    /// Where the script sends the fields.
    pub(crate) to: String,
    /// The form's own address, in Swedish.
    pub(crate) form: String,
    /// Where what was left is thrown away.
    pub(crate) throw: String,
    /// When what stands in the fields was typed, if it was left there.
    pub(crate) left: Option<String>,
    /// The keys that what stands in the fields was typed under, the last one first.
    pub(crate) keys: Vec<Uuid>,
}

impl Keeping {
    pub(super) fn of(
        site: &WorkSite,
        form: &str,
        heading: &str,
        left: Option<&Left>,
        keys: Vec<Uuid>,
    ) -> Keeping {
        let w = WorkPaths(site.language);
        let heading: String = typed::cleaned(heading, false)
            .chars()
            .take(HEADING)
            .collect();
        let (form, heading) = (form.to_owned(), escaped(&heading));
        Keeping {
            to: format!("{}?form={}&rubrik={heading}", w.drafts(), escaped(&form)),
            throw: w.throw_draft(),
            left: left.map(|left| speech(site).moment(&local(left.at))),
            keys,
            form,
        }
    }
}

/// The most keys that a form carries along: whoever is told of a fault twenty times types on.
const KEYS: usize = 20;

/// The keys under which the fields of a form were typed, the last one first.
pub(super) fn keys_of(form: &Form) -> Vec<Uuid> {
    let earlier = form.all("utkast").map(|key| Uuid::parse_str(key).ok());
    let all = [key(form)].into_iter().chain(earlier).flatten();
    all.take(KEYS).collect()
}

/// What somebody left in a form, if they did.
pub(super) async fn left(site: &WorkSite, me: &Signed, form: &str) -> Option<Left> {
    let mut drafts = all(site, me).await.into_iter();
    let draft = drafts.find(|draft| draft.form == form);
    let read = |draft: Draft| {
        let form = Form::read(draft.fields.as_bytes(), usize::MAX).ok()?;
        let (key, at) = (draft.key, draft.at);
        Some(Left { form, key, at })
    };
    draft.and_then(read)
}

/// Everything that somebody left, the latest first. Where the store cannot be asked all can still be
/// read, and nothing is left.
pub(super) async fn all(site: &WorkSite, me: &Signed) -> Vec<Draft> {
    let drafts = site.app.drafts(me.colleague.person).await;
    let own = |draft: &Draft| draft.form.ends_with(BY_LINK) == me.by_link.is_some();
    let drafts = drafts.unwrap_or_default().into_iter();
    drafts.filter(own).collect()
}

/// What stood in a form says what stands already, or the row is gone: nothing is left of it.
pub(super) async fn undone(site: &WorkSite, me: &Signed, form: &str) {
    let person = me.colleague.person;
    // It is hidden as long as it says nothing else.
    let _ = site.app.throw_draft(person, form.to_owned()).await;
}

/// The form was saved: nothing is left of it, and nothing that was on its way is kept.
pub(super) async fn sent(site: &WorkSite, me: &Signed, form: &str, sent: &Form) {
    let (person, keys) = (me.colleague.person, keys_of(sent));
    // What it would have blanked is older than what is saved, and is shown as such.
    let _ = site.app.end_draft(person, form.to_owned(), keys).await;
}

/// A page on which a script of ours runs: it has a form that is kept, or asks a device for a passkey.
pub(super) fn scripted(mut response: Response) -> Response {
    response.extensions_mut().insert(Scripted);
    response
}

/// The forms that are kept. No other is: a password least of all.
fn is_kept(form: &str) -> bool {
    let path = form.split('?').next().unwrap_or_default();
    // No way leads up and out of where it begins.
    let leads_away =
        |part: &str| part.contains('%') || (!part.is_empty() && part.bytes().all(|b| b == b'.'));
    let ours =
        wanted(form).is_some() && path.starts_with("/arbete/") && !path.split('/').any(leads_away);
    let in_plan = path.starts_with("/arbete/planer/");
    ours && (in_plan
        && ["/nytt", "/lista", "/kommentarer"]
            .iter()
            .any(|end| path.ends_with(end))
        || path == "/arbete/utfall"
        || path.starts_with("/arbete/ataganden/")
        || path.starts_with("/arbete/omgang/") && path.ends_with("/rapportera")
        || is_the_form_of(path, "/arbete/styrdokument/")
        || is_the_form_of(path, "/arbete/agardirektiv/")
        || is_the_form_of(path, "/arbete/webbplats/sidor/")
        || path.starts_with("/arbete/webbplats/driftinformation/"))
}

/// Where what is typed in the report of a round is kept by whoever came by a link.
pub(super) fn by_link(round: RoundId) -> String {
    format!("{}{BY_LINK}", WorkPaths(Language::Sv).report(&round))
}

/// What tells that place from the form's own.
const BY_LINK: &str = "?lank";

/// Whether somebody may keep what they type in a form: whoever came by a link, in the place of that link
/// alone, and nobody else there.
fn may_keep(me: &Signed, form: &str) -> bool {
    match &me.by_link {
        Some(opened) => form == by_link(opened.round),
        None => is_kept(form) && !form.ends_with(BY_LINK),
    }
}

/// Whether a path is that of one thing's own form, and of nothing below it.
fn is_the_form_of(path: &str, all: &str) -> bool {
    let own = path.strip_prefix(all);
    own.is_some_and(|own| !own.is_empty() && !own.contains('/'))
}

/// Keeps the fields of a form.
pub(crate) async fn keep(
    State(site): State<WorkSite>,
    Extension(me): Extension<Signed>,
    RawQuery(query): RawQuery,
    body: Bytes,
) -> Answer {
    let query = query.unwrap_or_default();
    let form = field(&query, "form").filter(|form| may_keep(&me, form));
    let form = form.ok_or(Failure::NotFound)?;
    // A page of ours sends no heading that turns what stands around it on the desk.
    let heading = field(&query, "rubrik").unwrap_or_default();
    if typed::cleaned(&heading, false) != heading {
        return Err(Failure::NotFound);
    }
    let key = key(&Form::read(&body, FORM)?).ok_or(Failure::NotFound)?;
    let draft = Draft {
        person: me.colleague.person,
        form,
        key,
        heading: heading.chars().take(HEADING).collect(),
        fields: String::from_utf8_lossy(&body).into_owned(),
        at: Timestamp::UNIX_EPOCH,
    };
    match site.app.keep_draft(draft).await.map_err(unwritten)? {
        Some(at) => Ok(said(&site, at).into_response()),
        None => Ok(StatusCode::RESET_CONTENT.into_response()),
    }
}

/// What the script says below the form, in the reader's language and the municipality's time.
fn said(site: &WorkSite, at: Timestamp) -> impl IntoResponse + use<> {
    let s = speech(site);
    let time = s.words.time(local(at).time());
    let plain = [(CONTENT_TYPE, "text/plain; charset=utf-8")];
    (plain, s.t1("work-draft-kept", "time", time))
}

/// Throws away what was left in a form, and leads to the form as it stands, or to the desk where
/// the form leads nowhere any longer.
pub(crate) async fn throw(
    State(site): State<WorkSite>,
    Extension(me): Extension<Signed>,
    body: Bytes,
) -> Answer {
    let sent = Form::read(&body, 4 << 10)?;
    let form = sent.once("form").filter(|form| may_keep(&me, form));
    let form = form.ok_or(Failure::NotFound)?;
    let person = me.colleague.person;
    let thrown = site.app.throw_draft(person, form.to_owned()).await;
    thrown.map_err(unwritten)?;
    let w = WorkPaths(site.language);
    Ok(see(&match sent.once("sen") {
        Some(_) => w.desk(),
        None => w.form(form),
    }))
}
