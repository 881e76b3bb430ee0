//! How the municipality is governed.

use super::shell::{Place, Shell, Visit};
use super::system_picture::Picture;
use crate::failure::Failure;
use askama::Template;
use axum::response::Response;
use riktning_app::views::system::System;
use riktning_domain::models::Purpose;

#[derive(Template)]
#[template(path = "system.html")]
struct SystemPage<'a> {
    shell: Shell,
    v: &'a System,
    picture: Picture<'a>,
}

/// The key of what a level is for, in a sentence.
pub(crate) fn meaning_key(purpose: &Purpose) -> Option<&'static str> {
    Some(match purpose {
        Purpose::StrategicGoal => "meaning-strategic-goal",
        Purpose::ProcessGoal => "meaning-process-goal",
        Purpose::Commitment => "meaning-commitment",
        Purpose::Activity => "meaning-activity",
        Purpose::Assignment => "meaning-assignment",
        Purpose::ServiceDeclaration => "meaning-service-declaration",
        Purpose::FinancialGoal => "meaning-financial-goal",
        Purpose::ControlPoint => "meaning-control-point",
        Purpose::DeviationAction => "meaning-deviation-action",
        Purpose::Other => return None,
    })
}

/// How the municipality is governed.
pub(crate) fn system(visit: &Visit, v: &System) -> Result<Response, Failure> {
    let shell = Shell::new(
        visit,
        v.frame.clone(),
        visit.speech().t("nav-system"),
        Place::System,
    );
    let picture = Picture::of(&shell.s, v);
    super::page(&SystemPage { shell, v, picture })
}
