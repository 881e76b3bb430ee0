//! What became of the orders of a year, and an order accepted in one step.

use super::WorkSite;
use super::answers::{Answer, key, unwritten};
use super::element::{form_of, plan_names, target};
use super::paths::WorkPaths;
use super::session::{Signed, see};
use super::shell::{Shell, speech};
use crate::failure::Failure;
use crate::form::Form;
use crate::pages::passing;
use askama::Template;
use axum::Extension;
use axum::body::Bytes;
use axum::extract::{Path, RawQuery, State};
use axum::http::StatusCode;
use riktning_app::work::{
    ElementForm, Links, Orders, PlanTime, Taken, Target, Unsaved, Writing, Written,
};
use riktning_domain::inside::Standing;

/// Bytes of a form without texts.
const SMALL: usize = 4 << 10;

#[derive(Template)]
#[template(path = "work/orders.html")]
struct OrdersPage {
    shell: Shell,
    view: Orders,
}

/// What became of the orders of a year.
pub(crate) async fn show(
    State(site): State<WorkSite>,
    Extension(me): Extension<Signed>,
    Path(year): Path<String>,
) -> Answer {
    let time = PlanTime::parse(&year).ok_or(Failure::NotFound)?;
    let view = site
        .app
        .inside(me.colleague.person, |i, _| Orders::of(i, time));
    let view = view.ok_or(Failure::NotFound)?;
    let title = speech(&site).t1("work-orders-of", "year", time);
    let path = format!("/arbete/uppdrag/{year}");
    let page = OrdersPage {
        shell: Shell::new(&site, Some(&me), view.frame.clone(), title, path),
        view,
    };
    passing(StatusCode::OK, &page)
}

/// Takes an order as it stands: a promise in its own words. What it supports is chosen after.
pub(crate) async fn accept(
    State(site): State<WorkSite>,
    Extension(me): Extension<Signed>,
    Path(at): Path<(String, String)>,
    RawQuery(query): RawQuery,
    bytes: Bytes,
) -> Answer {
    let form = Form::read(&bytes, SMALL)?;
    let target = target(&at, query.as_deref())?;
    let view = form_of(&site, &me, &target)?;
    let writing = as_it_stands(&view, target, &form).ok_or(Failure::NotFound)?;
    let (person, names) = (me.colleague.person, plan_names(view.time));
    let saved = site.app.write_element(person, &writing, &names);
    match saved.await {
        Ok(saved) => {
            let to = WorkPaths(site.language).plan(&saved.time, &saved.body);
            Ok(see(&format!("{to}?gjort=antaget#nr-{}", saved.number)))
        }
        Err(Unsaved::Unperformed(error)) => Err(unwritten(error)),
        Err(Unsaved::Refused(_) | Unsaved::Changed | Unsaved::Nowhere) => Err(Failure::NotFound),
    }
}

/// The order in its own words; none if there is no order, or no form of ours.
fn as_it_stands(view: &ElementForm, target: Target, form: &Form) -> Option<Writing> {
    view.order.as_ref()?;
    let wording = view.wording.as_ref()?;
    Some(Writing {
        target,
        key: key(form)?,
        seen: None,
        looks_after: None,
        written: Written {
            quantity: wording.quantity.clone(),
            condition: wording.condition.clone(),
            due: wording.due,
            ..Written::sentence(wording.text.clone())
        },
        links: Links::default(),
    })
}

impl OrdersPage {
    fn standing(&self, answer: &Taken) -> String {
        self.shell.s.t(match answer.standing {
            Standing::Draft if answer.is_sent => "work-standing-handed-in",
            Standing::Draft => "work-standing-draft",
            Standing::Adopted => "work-standing-adopted",
            Standing::Proposal => "work-standing-proposal",
        })
    }
}
