//! Where a form leads nowhere any longer: what happened, and all that was typed, to copy.
//!
//! It may have been decided, taken away or given to others while somebody wrote. Nothing that they typed is
//! lost, and nothing is told that they may not read.

use super::WorkSite;
use super::answers::Answer;
use super::session::Signed;
use super::shell::Shell;
use crate::form::{Form, TEXTS};
use crate::pages::passing;
use askama::Template;
use axum::body::Body;
use axum::http::StatusCode;
use http_body_util::BodyExt as _;
use riktning_app::work::WorkFrame;
use std::sync::{Arc, Mutex, PoisonError};
use uuid::Uuid;

#[derive(Template)]
#[template(path = "work/kept.html")]
struct KeptPage {
    shell: Shell,
    kept: Kept,
}

/// What somebody is told, and what they typed.
pub(super) struct Kept {
    /// What the page is called.
    pub(super) title: String,
    /// What happened, in a sentence.
    pub(super) why: String,
    /// What they typed.
    pub(super) texts: Vec<String>,
    /// The plan that it was about, where they may read it.
    pub(super) plan: Option<String>,
    /// The form's own address, in Swedish, where what is left in it may be thrown away.
    pub(super) form: Option<String>,
}

/// Shows it.
pub(super) fn page(site: &WorkSite, me: &Signed, status: StatusCode, kept: Kept) -> Answer {
    let person = me.colleague.person;
    let frame = site.app.inside(person, |i, _| WorkFrame::of(i));
    let page = KeptPage {
        shell: Shell::new(site, Some(me), frame, kept.title.clone(), "/arbete/"),
        kept,
    };
    passing(status, &page)
}

/// What somebody sends, as it passes by on its way to whoever reads it.
#[derive(Clone, Default)]
pub(super) struct Sent(Arc<Mutex<Vec<u8>>>);

impl Sent {
    /// The same body, which is written down as it is read.
    pub(super) fn through(&self, body: Body) -> Body {
        let sent = self.clone();
        Body::new(body.map_frame(move |frame| {
            if let Some(data) = frame.data_ref() {
                let mut all = sent.0.lock().unwrap_or_else(PoisonError::into_inner);
                // A form that is larger is refused, and shown to nobody.
                let room = TEXTS.saturating_sub(all.len());
                all.extend_from_slice(&data[..data.len().min(room)]);
            }
            frame
        }))
    }

    /// What of it somebody wrote: no choice, no number and nothing that the form had by itself.
    pub(super) fn texts(&self) -> Vec<String> {
        let all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let Ok(form) = Form::read(&all, TEXTS) else {
            return Vec::new();
        };
        let written = form.fields().map(|(_, value)| value.trim());
        let written = written.filter(|value| is_written(value));
        written.map(str::to_owned).collect()
    }
}

/// Whether a value is somebody's words: more than a word, or a long one that is no key of ours.
fn is_written(value: &str) -> bool {
    let is_long = value.chars().count() > 20;
    value.contains(char::is_whitespace) || (is_long && Uuid::parse_str(value).is_err())
}

#[cfg(test)]
mod tests {
    use super::is_written;

    #[test]
    fn words_are_told_from_choices_and_keys() {
        for words in [
            "Bygg minst 150 bostäder",
            "två ord",
            "Grundskolenämndensordning",
        ] {
            assert!(is_written(words), "{words}");
        }
        for other in [
            "",
            "yttrande",
            "2027-01-01",
            "00000000-0000-0000-0000-000000000001",
        ] {
            assert!(!is_written(other), "{other}");
        }
    }
}
