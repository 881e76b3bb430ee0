//! The form of a change of a model: saved at once in a draft, looked at first where residents read it.

use super::said;
use crate::failure::Failure;
use crate::form::Form;
use crate::pages::passing;
use crate::pages::speech::Speech;
use crate::work::WorkSite;
use crate::work::answers::{Answer, Faults, unwritten};
use crate::work::paths::WorkPaths;
use crate::work::session::{Signed, see};
use crate::work::shell::{Shell, speech};
use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use riktning_app::work::{Edit, Effect, ModelPage, Shaping, Unshaped};
use riktning_domain::Refusal;

/// What stands in a form beside what was typed.
const OWN: [&str; 2] = ["gor", "visat"];
/// The id of a form whole, for what is wrong with no single field.
pub(super) const WHOLE: &str = "andring";

#[derive(Template)]
#[template(path = "work/model-effect.html")]
struct EffectPage {
    shell: Shell,
    view: Effect,
    model: String,
    /// Everything that was typed, which goes on in hidden fields.
    typed: Vec<(String, String)>,
    action: String,
    /// What it touches has changed since it was shown.
    has_changed: bool,
}

/// Where a form says what is refused.
pub(super) type FieldOf = fn(&Refusal) -> &'static str;

/// The form of a change: who sent it, what it says, and where it is.
pub(super) struct Sent<'a> {
    pub(super) site: &'a WorkSite,
    me: &'a Signed,
    pub(super) form: &'a Form,
    pub(super) view: &'a ModelPage,
    /// Its address, in Swedish.
    path: String,
    field: FieldOf,
}

/// What somebody else has saved since: what would be different if it is saved all the same.
#[derive(Debug, Default)]
pub(super) struct Beside(pub(super) Vec<String>);

impl<'a> Sent<'a> {
    pub(super) fn of(
        (site, me): (&'a WorkSite, &'a Signed),
        form: &'a Form,
        view: &'a ModelPage,
        path: String,
        field: FieldOf,
    ) -> Sent<'a> {
        Sent {
            site,
            me,
            form,
            view,
            path,
            field,
        }
    }

    /// Whether it is only to be filled in further: a row more, or back from what was shown.
    pub(super) fn is_unfinished(&self) -> bool {
        matches!(self.form.typed("gor"), "fler" | "andra")
    }

    /// Saves a change or shows what it does. None where the form says why not.
    pub(super) async fn go_on(
        &self,
        edit: &Edit,
        faults: &mut Faults,
        beside: &mut Beside,
    ) -> Result<Option<Response>, Failure> {
        let makes = self.form.typed("gor") == "genomfor";
        let shown = Some(self.form.typed("visat")).filter(|_| makes);
        let (app, person) = (&self.site.app, self.me.colleague.person);
        let done = app.shape_model(person, self.shaping(edit), shown).await;
        match done {
            Ok(()) => {
                let to = WorkPaths(self.site.language).model(&self.view.id);
                Ok(Some(see(&format!("{to}?gjort=sparat"))))
            }
            Err(Unshaped::Unseen) => self.shown(edit, makes).map(Some),
            Err(Unshaped::Changed) => {
                *beside = self.beside(edit);
                faults.add(WHOLE, speech(self.site).t("model-fault-changed"));
                Ok(None)
            }
            Err(error) => {
                told(&speech(self.site), faults, error, self.field)?;
                Ok(None)
            }
        }
    }

    /// The event that the form was written after.
    fn seen(&self) -> u64 {
        self.form.typed("sett").parse().unwrap_or_default()
    }

    fn shaping<'e>(&self, edit: &'e Edit) -> Shaping<'e> {
        Shaping {
            model: self.view.id,
            seen: self.seen(),
            edit,
        }
    }

    fn shown(&self, edit: &Edit, makes: bool) -> Answer {
        let person = self.me.colleague.person;
        let effect = self.site.app.effect_on_model(person, self.shaping(edit));
        let view = effect.map_err(|_| Failure::NotFound)?;
        let fields = self.form.fields();
        let typed = fields.filter(|(name, _)| !OWN.contains(name));
        let typed = typed.map(|(name, value)| (name.to_owned(), value.to_owned()));
        let title = speech(self.site).t("model-effect");
        let (site, frame) = (self.site, view.frame.clone());
        let page = EffectPage {
            shell: Shell::new(site, Some(self.me), frame, title, self.path.as_str()),
            typed: typed.collect(),
            view,
            model: WorkPaths(site.language).model(&self.view.id),
            action: format!("{}{}", site.language.prefix(), self.path),
            has_changed: makes,
        };
        let status = match makes {
            true => StatusCode::CONFLICT,
            false => StatusCode::OK,
        };
        passing(status, &page)
    }

    /// What would be different from what stands now.
    fn beside(&self, edit: &Edit) -> Beside {
        let person = self.me.colleague.person;
        let shaping = Shaping {
            seen: self.view.seen,
            ..self.shaping(edit)
        };
        let s = speech(self.site);
        let effect = self.site.app.effect_on_model(person, shaping);
        let differences = effect.map(|effect| effect.differences).unwrap_or_default();
        Beside(
            differences
                .iter()
                .map(|of| said::difference(&s, of))
                .collect(),
        )
    }
}

/// Says at its field why a model is not changed.
pub(super) fn told(
    s: &Speech,
    faults: &mut Faults,
    error: Unshaped,
    field: FieldOf,
) -> Result<(), Failure> {
    match error {
        Unshaped::Nowhere => return Err(Failure::NotFound),
        Unshaped::Unperformed(error) => return Err(unwritten(error)),
        Unshaped::Refused(refusal) => faults.add(field(&refusal), s.words.refusal(&refusal)),
        Unshaped::Already | Unshaped::Unseen | Unshaped::Changed => {
            faults.add(WHOLE, s.t("model-fault-changed"));
        }
    }
    Ok(())
}

/// The status of a form that was not saved.
pub(super) fn status(faults: &Faults, beside: &Beside, whole: StatusCode) -> StatusCode {
    let has_moved = !beside.0.is_empty() || faults.0.iter().any(|fault| fault.field == WHOLE);
    match has_moved {
        true => StatusCode::CONFLICT,
        false => whole,
    }
}

impl EffectPage {
    fn differences(&self) -> Vec<String> {
        let s = &self.shell.s;
        let differences = self.view.differences.iter();
        differences.map(|of| said::difference(s, of)).collect()
    }

    fn levels(&self) -> Vec<String> {
        let levels = self.view.levels.iter();
        let said = levels.flat_map(|of| said::effect(&self.shell.s, of));
        said.collect()
    }
}
