//! A change of the organisation before it is made: shown whole, and made when somebody says so.

use super::WorkSite;
use super::answers::{Answer, Faults, unwritten};
use super::paths::WorkPaths;
use super::session::{Signed, see};
use super::shell::{Shell, speech};
use crate::failure::Failure;
use crate::form::Form;
use crate::pages::bodies::kind_key;
use crate::pages::passing;
use crate::pages::speech::Speech;
use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use riktning_app::work::{Change, ChangePart, ChangeStep, Rehearsal, Unchanged};
use riktning_domain::{Names, Refusal};
use uuid::Uuid;

/// What stands in a form beside what was typed.
const OWN: [&str; 3] = ["gor", "sett", "nyckel"];

#[derive(Template)]
#[template(path = "work/rehearsal.html")]
struct RehearsalPage {
    shell: Shell,
    view: Rehearsal,
    /// Everything that was typed, which goes on in hidden fields.
    typed: Vec<(String, String)>,
    key: Uuid,
    action: String,
    /// What it touches has changed since it was shown.
    has_changed: bool,
}

/// What somebody wants to do with a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wish {
    /// To see what it would do.
    See,
    /// To make it.
    Make,
}

impl Wish {
    pub(super) fn of(form: &Form) -> Option<Wish> {
        match form.typed("gor") {
            "granska" => Some(Wish::See),
            "genomfor" => Some(Wish::Make),
            _ => None,
        }
    }
}

/// What became of a change.
pub(super) enum Outcome {
    /// A page, or the way to one.
    Answered(Response),
    /// It is not made, and the form says why.
    Faulty(Faults),
}

/// Where a form says what a part of a change is refused for.
pub(super) type FieldOf = fn(ChangePart, &Refusal) -> &'static str;

/// Shows or makes a change, from the address `action` at which its form is.
pub(super) async fn go_on(
    site: &WorkSite,
    me: &Signed,
    form: &Form,
    (change, key, wish): (&Change, Uuid, Wish),
    (path, field): (&str, FieldOf),
) -> Result<Outcome, Failure> {
    let person = me.colleague.person;
    let mut has_changed = false;
    if wish == Wish::Make {
        let seen = form.typed("sett");
        match site.app.reorganise(person, change, key, seen).await {
            Ok(()) => {
                let to = WorkPaths(site.language).organisation();
                return Ok(Outcome::Answered(see(&format!("{to}?gjort=andrat"))));
            }
            Err(Unchanged::Changed) => has_changed = true,
            Err(error) => return faulty(&speech(site), error, field).map(Outcome::Faulty),
        }
    }
    match site.app.rehearse(person, change, key) {
        Ok(view) => {
            let page = page(site, me, form, view, key, path, has_changed);
            Ok(Outcome::Answered(page?))
        }
        Err(error) => faulty(&speech(site), error, field).map(Outcome::Faulty),
    }
}

fn faulty(s: &Speech, error: Unchanged, field: FieldOf) -> Result<Faults, Failure> {
    let mut faults = Faults::default();
    match error {
        Unchanged::Nowhere => return Err(Failure::NotFound),
        Unchanged::Unperformed(error) => return Err(unwritten(error)),
        Unchanged::Refused(part, refusal) => {
            faults.add(field(part, &refusal), s.words.refusal(&refusal));
        }
        Unchanged::Already => faults.add(WHOLE, s.t("organisation-already")),
        Unchanged::MadeOtherwise | Unchanged::Changed => {
            faults.add(WHOLE, s.t("organisation-made-otherwise"));
        }
    }
    Ok(faults)
}

/// The id of a form whole, for what is wrong with no single field.
pub(super) const WHOLE: &str = "andring";

fn page(
    site: &WorkSite,
    me: &Signed,
    form: &Form,
    view: Rehearsal,
    key: Uuid,
    path: &str,
    has_changed: bool,
) -> Answer {
    let s = speech(site);
    let title = s.t("organisation-rehearsal");
    let typed = form.fields().filter(|(name, _)| !OWN.contains(name));
    let typed = typed.map(|(name, value)| (name.to_owned(), value.to_owned()));
    let page = RehearsalPage {
        typed: typed.collect(),
        shell: Shell::new(site, Some(me), view.frame.clone(), title, path),
        view,
        key,
        action: format!("{}{path}", site.language.prefix()),
        has_changed,
    };
    let status = match has_changed {
        true => StatusCode::CONFLICT,
        false => StatusCode::OK,
    };
    passing(status, &page)
}

impl RehearsalPage {
    /// A step as a sentence.
    fn said(&self, step: &ChangeStep) -> String {
        let s = &self.shell.s;
        let name = |names: &Names| s.name(names).plain().to_owned();
        let list = |all: &[Names]| s.words.list(&all.iter().map(name).collect::<Vec<_>>());
        match step {
            ChangeStep::Founds(names, kind, _, above, day) => {
                let key = match above.is_empty() {
                    true => "organisation-founds-alone",
                    false => "organisation-founds",
                };
                let (kind, day) = (s.t(kind_key(kind)).to_lowercase(), s.words.day(*day));
                let (name, above) = (name(names), list(above));
                let args = [
                    ("name", name.as_str()),
                    ("kind", &kind),
                    ("day", &day),
                    ("above", &above),
                ];
                s.words.with(key, &args)
            }
            ChangeStep::Moves(names, above, day) => {
                let key = match above.is_empty() {
                    true => "organisation-moves-alone",
                    false => "organisation-moves",
                };
                let (name, above, day) = (name(names), list(above), s.words.day(*day));
                let args = [("name", name.as_str()), ("above", &above), ("day", &day)];
                s.words.with(key, &args)
            }
            ChangeStep::Ends(names, day, next) => {
                let (name, day) = (name(names), s.words.day(*day));
                let key = match next.is_empty() {
                    true => "organisation-ends-alone",
                    false => "organisation-ends",
                };
                let next = list(next);
                let args = [("name", name.as_str()), ("day", &day), ("next", &next)];
                s.words.with(key, &args)
            }
            ChangeStep::Renames(names, new, slug, day, moves) => {
                let (old, new, day) = (name(names), name(new), s.words.day(*day));
                let args = [
                    ("name", old.as_str()),
                    ("new", &new),
                    ("day", &day),
                    ("address", slug),
                ];
                let key = match moves {
                    true => "organisation-renames",
                    false => "organisation-renames-there",
                };
                s.words.with(key, &args)
            }
        }
    }
}
