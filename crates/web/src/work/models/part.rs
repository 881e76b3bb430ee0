//! One part of a model in its form: a level, a scale, a round of every year.

use super::model::path_of;
use super::sent::{Beside, status};
use crate::failure::Failure;
use crate::form::Form;
use crate::pages::speech::Speech;
use crate::work::WorkSite;
use crate::work::answers::{Faults, key};
use crate::work::session::Signed;
use crate::work::shell::{Shell, speech};
use axum::http::StatusCode;
use riktning_app::work::ModelPage;
use riktning_domain::Names;
use riktning_domain::ids::{LevelId, ScaleId, YearlyRoundId};
use riktning_domain::models::ModelDefinition;
use uuid::Uuid;

/// How the address of a new part ends.
const NEW: &str = "ny";

/// A kind of part, by its id.
pub(super) trait Part: Copy {
    /// Its word in the address.
    const WORD: &'static str;
    /// The key of what a new one is called.
    const NEW: &'static str;

    fn with(id: Uuid) -> Self;

    /// What it is called, if the model has it.
    fn names(self, definition: &ModelDefinition) -> Option<&Names>;
}

impl Part for LevelId {
    const WORD: &'static str = "niva";
    const NEW: &'static str = "model-level-new";

    fn with(id: Uuid) -> LevelId {
        LevelId(id)
    }

    fn names(self, definition: &ModelDefinition) -> Option<&Names> {
        definition.level(self).map(|level| &level.names)
    }
}

impl Part for ScaleId {
    const WORD: &'static str = "skala";
    const NEW: &'static str = "model-scale-new";

    fn with(id: Uuid) -> ScaleId {
        ScaleId(id)
    }

    fn names(self, definition: &ModelDefinition) -> Option<&Names> {
        definition.scale(self).map(|scale| &scale.names)
    }
}

impl Part for YearlyRoundId {
    const WORD: &'static str = "omgang";
    const NEW: &'static str = "model-yearly-new";

    fn with(id: Uuid) -> YearlyRoundId {
        YearlyRoundId(id)
    }

    fn names(self, definition: &ModelDefinition) -> Option<&Names> {
        definition.yearly(self).map(|round| &round.names)
    }
}

/// Which part a form is about, and what it was written after.
pub(super) struct At<P> {
    /// Its part of the address.
    part: String,
    pub(super) id: P,
    pub(super) key: Uuid,
    /// The event that the form was written after.
    pub(super) seen: String,
}

/// What stands around the fields of a part.
pub(super) struct Around {
    pub(super) status: StatusCode,
    pub(super) shell: Shell,
    pub(super) action: String,
    pub(super) heading: String,
}

impl<P: Part> At<P> {
    /// The form of a part that there is, or of a new one, as it is opened.
    pub(super) fn opened(view: &ModelPage, part: String) -> Result<At<P>, Failure> {
        let at = At::of(view, part, Uuid::new_v4(), view.seen.to_string())?;
        let is_there = at.part == NEW || !at.is_new(view);
        is_there.then_some(at).ok_or(Failure::NotFound)
    }

    /// The form as it was sent.
    pub(super) fn sent(view: &ModelPage, part: String, form: &Form) -> Result<At<P>, Failure> {
        let key = key(form).unwrap_or_else(Uuid::new_v4);
        At::of(view, part, key, form.typed("sett").to_owned())
    }

    /// A new part has the id of the form's key. What is over stands as it was.
    fn of(view: &ModelPage, part: String, key: Uuid, seen: String) -> Result<At<P>, Failure> {
        let id = match part.as_str() {
            NEW => Some(key),
            typed => Uuid::parse_str(typed).ok(),
        };
        let id = id.filter(|_| view.stage.is_open());
        Ok(At {
            part,
            id: P::with(id.ok_or(Failure::NotFound)?),
            key,
            seen,
        })
    }

    pub(super) fn is_new(&self, view: &ModelPage) -> bool {
        self.id.names(&view.definition).is_none()
    }

    /// The address of the form, in Swedish.
    pub(super) fn path(&self, view: &ModelPage) -> String {
        format!("{}/{}/{}", path_of(&view.id), P::WORD, self.part)
    }

    /// Whoever has read what somebody else saved goes on from there.
    pub(super) fn goes_on(&mut self, beside: &Beside, view: &ModelPage) {
        if !beside.0.is_empty() {
            self.seen = view.seen.to_string();
        }
    }

    /// What stands around the fields of its form.
    pub(super) fn around(
        &self,
        (site, me): (&WorkSite, &Signed),
        view: &ModelPage,
        faults: &Faults,
        beside: &Beside,
    ) -> Around {
        let s = speech(site);
        let heading = self.heading(&s, view);
        let (whole, title) = faults.headed(&s, &heading);
        let path = self.path(view);
        Around {
            status: status(faults, beside, whole),
            shell: Shell::new(site, Some(me), view.frame.clone(), title, path.as_str()),
            action: format!("{}{path}", site.language.prefix()),
            heading,
        }
    }

    fn heading(&self, s: &Speech, view: &ModelPage) -> String {
        match self.id.names(&view.definition) {
            Some(names) => s.name(names).plain().to_owned(),
            None => s.t(P::NEW), // words-keys: model-*
        }
    }
}
