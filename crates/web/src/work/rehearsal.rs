//! A change of the organisation before it is made: shown whole, and made when somebody says so.

use super::WorkSite;
use super::answers::{Answer, Faults, unwritten};
use super::organisation::listed;
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
use jiff::civil::Date;
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

/// Where a form says what a part of a change is refused for.
pub(super) type FieldOf = fn(ChangePart, &Refusal) -> &'static str;

/// The form of a change: who sent it, what it says, and where it is.
pub(super) struct Sent<'a> {
    pub(super) site: &'a WorkSite,
    pub(super) me: &'a Signed,
    pub(super) form: &'a Form,
    pub(super) key: Uuid,
    /// Its address, in Swedish.
    pub(super) path: &'a str,
    pub(super) field: FieldOf,
}

impl Sent<'_> {
    /// Shows or makes a change. None where it is neither, and the form says why.
    pub(super) async fn go_on(
        &self,
        change: &Change,
        wish: Wish,
        faults: &mut Faults,
    ) -> Result<Option<Response>, Failure> {
        let done = match wish {
            Wish::Make => self.make(change).await,
            Wish::See => Err(Unchanged::Changed),
        };
        let shown = match done {
            Ok(()) => {
                let to = WorkPaths(self.site.language).organisation();
                return Ok(Some(see(&format!("{to}?gjort=andrat"))));
            }
            // What would be made is to be seen first, or anew.
            Err(Unchanged::Changed) => self.see(change),
            Err(error) => Err(error),
        };
        match shown {
            Ok(view) => self.page(view, wish == Wish::Make).map(Some),
            Err(error) => {
                let s = speech(self.site);
                told(&s, faults, error, self.field).map(|()| None)
            }
        }
    }

    async fn make(&self, change: &Change) -> Result<(), Unchanged> {
        let (app, person) = (&self.site.app, self.me.colleague.person);
        let seen = self.form.typed("sett");
        app.reorganise(person, change, self.key, seen).await
    }

    fn see(&self, change: &Change) -> Result<Rehearsal, Unchanged> {
        let person = self.me.colleague.person;
        self.site.app.rehearse(person, change, self.key)
    }

    fn page(&self, view: Rehearsal, has_changed: bool) -> Answer {
        let title = speech(self.site).t("organisation-rehearsal");
        let fields = self.form.fields();
        let typed = fields.filter(|(name, _)| !OWN.contains(name));
        let typed = typed.map(|(name, value)| (name.to_owned(), value.to_owned()));
        let shell = Shell::new(
            self.site,
            Some(self.me),
            view.frame.clone(),
            title,
            self.path,
        );
        let page = RehearsalPage {
            typed: typed.collect(),
            shell,
            view,
            key: self.key,
            action: format!("{}{}", self.site.language.prefix(), self.path),
            has_changed,
        };
        let status = match has_changed {
            true => StatusCode::CONFLICT,
            false => StatusCode::OK,
        };
        passing(status, &page)
    }
}

/// Says at its field why a change is not made.
fn told(s: &Speech, faults: &mut Faults, error: Unchanged, field: FieldOf) -> Result<(), Failure> {
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
    Ok(())
}

/// The id of a form whole, for what is wrong with no single field.
const WHOLE: &str = "andring";

impl RehearsalPage {
    /// A step as a sentence.
    fn said(&self, step: &ChangeStep) -> String {
        let s = &self.shell.s;
        match step {
            ChangeStep::Founds {
                names,
                kind,
                above,
                from,
            } => {
                let key = match above.is_empty() {
                    true => "organisation-founds-alone",
                    false => "organisation-founds",
                };
                let kind = s.t(kind_key(kind)).to_lowercase();
                self.sentence(key, names, above, *from, &[("kind", &kind)])
            }
            ChangeStep::Moves { names, above, from } => {
                let key = match above.is_empty() {
                    true => "organisation-moves-alone",
                    false => "organisation-moves",
                };
                self.sentence(key, names, above, *from, &[])
            }
            ChangeStep::Ends {
                names,
                last_day,
                next,
                instead_of,
            } => {
                let next = listed(s, next);
                let key = match next.is_empty() {
                    true => "organisation-ends-alone",
                    false => "organisation-ends",
                };
                let said = self.sentence(key, names, &[], *last_day, &[("next", &next)]);
                match instead_of {
                    None => said,
                    Some((day, next)) => format!("{said} {}", self.instead(*day, next)),
                }
            }
            ChangeStep::Renames {
                names,
                new,
                slug,
                from,
            } => {
                let key = match slug {
                    Some(_) => "organisation-renames",
                    None => "organisation-renames-there",
                };
                let new = s.name(new).plain().to_owned();
                let slug = slug.clone().unwrap_or_default();
                self.sentence(key, names, &[], *from, &[("new", &new), ("address", &slug)])
            }
        }
    }

    /// What was said before of the end of a body.
    fn instead(&self, day: Date, next: &[Names]) -> String {
        let s = &self.shell.s;
        let (day, next) = (s.words.day(day), listed(s, next));
        let key = match next.is_empty() {
            true => "organisation-instead-alone",
            false => "organisation-instead",
        };
        s.words.with(key, &[("day", day.as_str()), ("next", &next)])
    }

    /// A sentence of what becomes of a body on a day.
    fn sentence(
        &self,
        key: &str,
        names: &Names,
        above: &[Names],
        day: Date,
        more: &[(&str, &str)],
    ) -> String {
        let s = &self.shell.s;
        let (name, day) = (s.name(names).plain().to_owned(), s.words.day(day));
        let above = listed(s, above);
        let own = [("name", name.as_str()), ("day", &day), ("above", &above)];
        s.words.with(key, &[&own[..], more].concat())
    }
}
