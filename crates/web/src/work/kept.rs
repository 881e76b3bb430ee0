//! Where a form leads nowhere any longer: what happened, and all that was written in it, to copy.
//!
//! It may have been decided, taken away or given to others while somebody wrote. Nothing that they typed is
//! lost, and nothing is told that they may not read.

use super::WorkSite;
use super::answers::Answer;
use super::session::Signed;
use super::shell::Shell;
use super::typed::cleaned;
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

    /// What of it somebody wrote: no choice, and nothing that the form had by itself.
    pub(super) fn texts(&self) -> Vec<String> {
        let all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let Ok(form) = Form::read(&all, TEXTS) else {
            return Vec::new();
        };
        let written = form.fields().map(|(name, value)| (name, value.trim()));
        let written = written.filter(|(name, value)| is_written(name, value));
        // Marks that turn the line round, or that nobody sees, are no words.
        written.map(|(_, value)| cleaned(value, true)).collect()
    }
}

/// The fields in which nobody writes: what a form has by itself, what is chosen, and what is pressed.
#[rustfmt::skip]
const OURS: [&str; 83] = [
    "agare", "ager", "alla", "allt", "allvar", "anda", "andring", "ansvarig", "besked", "beslutar",
    "battre", "beslutat", "bolag", "brev", "del-av", "dimension", "ersatter", "foljer", "foljer-upp", "form",
    "forslag", "fraga", "gor", "granska", "hamta", "hur", "kant", "kommentar", "lankar", "leta", "lucka", "mal", "mats",
    "med", "minst", "nasta", "ned", "nyckel", "ord", "organ", "pengar-i", "person", "person-sedd", "prova",
    "rad", "rader", "ratta", "retur", "reviderar", "riktning", "sag", "saker", "sedd", "sen", "sett", "siffror", "hur-ofta", "klass", "rakna", "uppdelning",
    "skala", "slag", "sokt", "spara", "sprak", "stangs", "steg", "styr", "svarar", "syfte", "tar-over",
    "tillampas", "typ", "under", "upp", "upphor", "utkast", "vad", "vanta", "val", "vem", "vilka", "vilken",
];
/// The same of those whose names go on with a number or another's name.
const BEGIN: [&str; 10] = [
    "sedd-", "sv-", "var-", "visa", "id-", "form-", "raknas-", "organ-", "ja-", "slut-",
];
/// The fields that are written in one form and chosen in another.
const EITHER: [&str; 7] = ["enhet", "fran", "galler", "roll", "sida", "svar", "till"];

/// Whether somebody wrote what stands in a field.
fn is_written(name: &str, value: &str) -> bool {
    let is_ours = OURS.contains(&name) || BEGIN.iter().any(|begin| name.starts_with(begin));
    // A word of ours for a choice: "role-contributor".
    let is_word = value.bytes().all(|b| b.is_ascii_lowercase() || b == b'-');
    let is_chosen = EITHER.contains(&name) && is_word;
    !value.is_empty() && !is_ours && !is_chosen && Uuid::parse_str(value).is_err()
}

#[cfg(test)]
mod tests {
    use super::{BEGIN, EITHER, OURS, is_written};

    #[test]
    fn all_that_somebody_wrote_is_told_from_choices_and_keys() {
        for (name, value) in [
            ("text", "Bygg minst 150 bostäder"),
            ("namn", "Trygghetspunkten"),
            ("paragraf", "88"),
            ("diarienummer", "EXKF/2026:88"),
            ("mangd", "150"),
            ("till", "2027-01-01"),
            ("fi-1", "vesi"),
        ] {
            assert!(is_written(name, value), "{name}");
        }
        for (name, value) in [
            ("text", ""),
            ("hur", "yttrande"),
            ("roll", "role-contributor"),
            (
                "ord",
                "00000000-0000-0000-0000-000000000001:00000000-0000-0000-0000-000000000002",
            ),
            ("sedd-3", "2027-01-01/2030-12-31"),
            ("sv-1", "Vatten för alla"),
            ("fran", "00000000-0000-0000-0000-000000000001"),
        ] {
            assert!(!is_written(name, value), "{name}");
        }
    }

    /// The names of the fields of a template, each with whether somebody writes in it.
    fn fields(template: &str) -> Vec<(String, bool)> {
        let begins = ["<input ", "<select ", "<button ", "<textarea "];
        let mut all = Vec::new();
        for begin in begins {
            for tag in template.split(begin).skip(1) {
                // What a condition says ends no tag.
                let tag: String = tag.replace("%}", "  ").replace("}}", "  ");
                let tag = tag.split('>').next().unwrap();
                let Some(name) = tag.split("name=\"").nth(1) else {
                    continue;
                };
                let name = name.split('"').next().unwrap().to_owned();
                let kinds = ["hidden", "checkbox", "radio"];
                let mut kinds = kinds.iter();
                let is_chosen = kinds.any(|kind| tag.contains(&format!("type=\"{kind}\"")));
                let is_typed = !is_chosen && begin != "<select " && begin != "<button ";
                all.push((name, is_typed));
            }
        }
        all
    }

    #[test]
    fn every_field_of_the_work_area_is_known_as_written_or_chosen() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/templates/work");
        let mut seen = 0;
        for file in std::fs::read_dir(folder).unwrap() {
            let template = std::fs::read_to_string(file.unwrap().path()).unwrap();
            for (name, is_typed) in fields(&template) {
                // A name that the page gives is known by how it begins, if at all.
                let Some(begin) = name.split("{{").next().filter(|begin| !begin.is_empty()) else {
                    continue;
                };
                let is_ours = OURS.contains(&begin) || BEGIN.iter().any(|of| begin.starts_with(of));
                let is_known = EITHER.contains(&begin) || is_ours != is_typed;
                assert!(is_known, "{name} (written: {is_typed})");
                seen += 1;
            }
        }
        assert!(seen > 200, "{seen}");
    }
}
