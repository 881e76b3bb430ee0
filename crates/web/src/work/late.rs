//! A form that leads nowhere any longer: what happened, what can be done, and all that was typed.

use super::WorkSite;
use super::answers::Answer;
use super::element::{MILLIONS, Typed, address};
use super::session::Signed;
use super::shell::{Shell, speech};
use crate::failure::Failure;
use crate::pages::passing;
use askama::Template;
use axum::http::StatusCode;
use riktning_app::work::{Late, Target};
use uuid::Uuid;

#[derive(Template)]
#[template(path = "work/late.html")]
struct LatePage {
    shell: Shell,
    view: Late,
    /// What was typed, each with the field that it was typed in.
    kept: Vec<(&'static str, String)>,
    /// The same as the form of a new row sends it.
    fields: Vec<(&'static str, String)>,
    key: Uuid,
    /// The form's own address, in Swedish: where what was left in it is thrown away.
    form: String,
}

/// Tells somebody that what they wrote in is no longer to be written in. Nothing that they typed
/// is lost, and nothing is told that they may not read.
pub(super) fn page(site: &WorkSite, me: &Signed, target: &Target, typed: &Typed) -> Answer {
    shown(site, me, (target, address(target)), typed)
}

fn shown(site: &WorkSite, me: &Signed, (target, form): (&Target, String), typed: &Typed) -> Answer {
    if typed.is_empty() {
        return Err(Failure::NotFound);
    }
    let view = site
        .app
        .inside(me.colleague.person, |i, _| Late::of(i, target));
    let title = speech(site).t(match view.decided {
        Some(_) => "work-late-decided",
        None => "work-late",
    });
    let page = LatePage {
        shell: Shell::new(site, Some(me), view.frame.clone(), title, "/arbete/"),
        view,
        kept: kept(typed),
        fields: fields(typed),
        key: Uuid::new_v4(),
        form,
    };
    passing(StatusCode::CONFLICT, &page)
}

/// The same of a list that was pasted.
pub(super) fn list(site: &WorkSite, me: &Signed, target: &Target, list: String) -> Answer {
    let typed = Typed {
        text: list,
        ..Typed::default()
    };
    shown(site, me, (target, super::list::address(target)?), &typed)
}

/// The texts, by what their field is called.
fn kept(typed: &Typed) -> Vec<(&'static str, String)> {
    let amount = format!("{} {}", typed.amount.trim(), typed.unit.trim());
    let all = [
        ("work-late-text", typed.text.clone()),
        ("work-description", typed.description.clone()),
        ("work-role", typed.role.clone()),
        ("work-quantity", amount),
        ("work-condition", typed.condition.clone()),
        ("work-clear-anyway", typed.clear_anyway.clone()),
        ("work-due-field", typed.due.clone()),
        ("work-why", typed.particulars.why.clone()),
        ("work-if-not-kept", typed.particulars.if_not_kept.clone()),
        ("work-money", typed.particulars.money.clone()),
    ];
    let typed = all.into_iter().filter(|(_, text)| !text.trim().is_empty());
    typed.collect()
}

fn fields(typed: &Typed) -> Vec<(&'static str, String)> {
    let mut fields = vec![
        ("text", typed.text.clone()),
        ("beskrivning", typed.description.clone()),
        ("roll", typed.role.clone()),
        ("mangd", typed.amount.clone()),
        ("enhet", typed.unit.clone()),
        ("villkor", typed.condition.clone()),
        ("tydligt", typed.clear_anyway.clone()),
        ("klart", typed.due.clone()),
    ];
    let beside = typed.particulars.texts().into_iter();
    fields.extend(beside.map(|(name, text)| (name, text.clone())));
    let millions = typed.particulars.in_millions;
    fields.extend(millions.then(|| ("pengar-i", MILLIONS.to_owned())));
    let flag = |is: bool, name| is.then(|| (name, "1".to_owned()));
    fields.extend(flag(typed.at_least, "minst"));
    fields.extend(flag(typed.links.to_all, "alla"));
    let chosen = typed.links.chosen.iter();
    fields.extend(chosen.map(|id| ("val", id.to_string())));
    let addressed = typed.links.addressed.iter();
    fields.extend(addressed.map(|id| ("till", id.to_string())));
    fields
}
