//! What the handlers of the work area answer with.

use super::WorkSite;
use super::session::Signed;
use crate::failure::Failure;
use crate::form::Form;
use crate::pages::speech::Speech;
use axum::http::StatusCode;
use axum::response::Response;
use riktning_app::Unperformed;
use riktning_app::work::PlanTime;
use riktning_domain::Inside;
use riktning_domain::command::Now;
use std::borrow::Cow;
use uuid::Uuid;

pub(crate) type Answer = Result<Response, Failure>;

/// A fault of a form: which field, and what is wrong with it and what would be right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Fault {
    /// The id of the field in the page; empty when it is about the whole form.
    pub(crate) field: Cow<'static, str>,
    /// What is said.
    pub(crate) text: String,
}

/// The faults of a form.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Faults(pub(crate) Vec<Fault>);

impl Faults {
    pub(crate) fn add(&mut self, field: impl Into<Cow<'static, str>>, text: String) {
        let field = field.into();
        self.0.push(Fault { field, text });
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The status of a form and its title, where whether anything is wrong stands first.
    pub(crate) fn headed(&self, s: &Speech, heading: &str) -> (StatusCode, String) {
        match self.is_empty() {
            true => (StatusCode::OK, heading.to_owned()),
            false => (
                StatusCode::UNPROCESSABLE_ENTITY,
                s.t1("work-title-fault", "title", heading),
            ),
        }
    }

    /// What is wrong with one field.
    pub(crate) fn at(&self, field: &str) -> Option<&str> {
        let fault = self.0.iter().find(|fault| fault.field == field);
        fault.map(|fault| fault.text.as_str())
    }
}

/// Nothing was written.
pub(crate) fn unwritten(error: Unperformed) -> Failure {
    match error {
        Unperformed::Store(_) | Unperformed::Stopped | Unperformed::Moved => {
            Failure::unwritten(error)
        }
        _ => Failure::internal(error),
    }
}

/// The key that a form of ours carries: the same form sent again is the same.
pub(crate) fn key(form: &Form) -> Option<Uuid> {
    Uuid::parse_str(form.once("nyckel")?).ok()
}

/// What a person sees of the plan of a body for a year, by their parts of the address.
pub(crate) fn of_plan<T>(
    site: &WorkSite,
    me: &Signed,
    (time, body): (&str, &str),
    view: impl FnOnce(Inside<'_>, Now, &str, PlanTime) -> Option<T>,
) -> Result<T, Failure> {
    let time = PlanTime::parse(time).ok_or(Failure::NotFound)?;
    let view = site
        .app
        .inside(me.colleague.person, |i, now| view(i, now, body, time));
    view.ok_or(Failure::NotFound)
}
