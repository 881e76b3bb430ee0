//! The strategic direction of a period.

use super::shell::{Place, Shell, Visit};
use crate::failure::Failure;
use askama::Template;
use axum::response::Response;
use riktning_app::views::direction::{Direction, DirectionNotYet, Perspective};

#[derive(Template)]
#[template(path = "direction.html")]
struct DirectionPage<'a> {
    shell: Shell,
    v: &'a Direction,
}

#[derive(Template)]
#[template(path = "direction-not-yet.html")]
struct DirectionNotYetPage<'a> {
    shell: Shell,
    v: &'a DirectionNotYet,
}

/// The direction of a period.
pub(crate) fn direction(visit: &Visit, v: &Direction) -> Result<Response, Failure> {
    let title = visit.speech().name(&v.names).plain().to_owned();
    let shell = Shell::new(visit, v.frame.clone(), title, Place::Goals);
    super::page(&DirectionPage { shell, v })
}

/// The direction before it was in force.
pub(crate) fn direction_not_yet(visit: &Visit, v: &DirectionNotYet) -> Result<Response, Failure> {
    let title = visit.speech().name(&v.names).plain().to_owned();
    let shell = Shell::new(visit, v.frame.clone(), title, Place::Goals);
    super::page(&DirectionNotYetPage { shell, v })
}

/// Whether a perspective has no goals, neither in itself nor in its parts.
pub(crate) fn holds_nothing(perspective: &Perspective) -> bool {
    perspective.goals.is_empty() && perspective.parts.iter().all(|(_, goals)| goals.is_empty())
}
