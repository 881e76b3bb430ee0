//! Owner directives (*ägardirektiv*): what binds each company, what council has decided and the
//! general meeting has not, and what is proposed.

mod deciding;
mod writing;

pub use deciding::{DecidingDirective, DirectiveDecision};
pub use writing::{DirectiveForm, DirectiveWriting};

use super::{WorkFrame, body, meeting};
use jiff::civil::Date;
use riktning_domain::bodies::BodyKind;
use riktning_domain::command::Now;
use riktning_domain::decisions::{Act, Adoptable};
use riktning_domain::directives::DirectiveWording;
use riktning_domain::ids::{BodyId, DirectiveId, WordingId};
use riktning_domain::inside::{Follows, InsideDirective, Standing};
use riktning_domain::{Inside, Names, Text};
use std::collections::BTreeSet;

/// Whose decision over a directive it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DirectiveStep {
    /// Council decides what the company is ordered.
    Council,
    /// The company's general meeting adopts it, and the company is bound.
    Meeting,
}

/// The owner directives of the group.
#[derive(Clone, Debug, PartialEq)]
pub struct DirectiveDesk {
    /// What stands around the page.
    pub frame: WorkFrame,
    /// What waits for a decision that they record, and whose decision that is.
    pub to_decide: Vec<(DirectiveRow, DirectiveStep)>,
    /// The companies that have any.
    pub companies: Vec<DirectivesOf>,
    /// Whether they write directives.
    pub writes: bool,
}

/// The directives of a company.
#[derive(Clone, Debug, PartialEq)]
pub struct DirectivesOf {
    /// What the company is called.
    pub company: Names,
    /// What kind it is.
    pub kind: BodyKind,
    /// Its part of the address.
    pub slug: String,
    /// Its directives.
    pub directives: Vec<DirectiveRow>,
}

/// A directive, with each of its wordings that says something of today.
#[derive(Clone, Debug, PartialEq)]
pub struct DirectiveRow {
    /// Which directive.
    pub id: DirectiveId,
    /// What it is called in its newest wording.
    pub title: Text,
    /// What the company is called.
    pub company: Names,
    /// What binds the company.
    pub bound: Option<DirectiveSaid>,
    /// What council has decided and does not bind.
    pub decided: Option<DirectiveSaid>,
    /// Whether that is from a source, which does not say who decided.
    pub is_found: bool,
    /// What is proposed and council has not decided.
    pub proposed: Option<DirectiveSaid>,
    /// The day on which that was handed in to council.
    pub handed_in: Option<Date>,
    /// Whether council has decided what no general meeting has adopted.
    pub waits_for_the_meeting: bool,
}

/// What a wording says, and since when.
#[derive(Clone, Debug, PartialEq)]
pub struct DirectiveSaid {
    /// What it is called.
    pub title: Text,
    /// What the company shall do.
    pub orders: Vec<Text>,
    /// The day from which it is proposed, decided or binding.
    pub on: Date,
}

impl DirectiveSaid {
    fn of(wording: &DirectiveWording, on: Date) -> DirectiveSaid {
        DirectiveSaid {
            title: wording.title.clone(),
            orders: wording.orders.clone(),
            on,
        }
    }
}

impl DirectiveRow {
    fn of(i: Inside<'_>, directive: &InsideDirective<'_>) -> Option<DirectiveRow> {
        let bound = directive.bound;
        let unbound = directive
            .decided
            .filter(|decided| bound.is_none_or(|(id, ..)| id != decided.wording_id));
        let is_proposed = directive.standing != Standing::Adopted;
        Some(DirectiveRow {
            id: directive.id,
            title: directive.wording.title.clone(),
            company: body(i.published(), directive.company)?.0,
            bound: bound.map(|(_, wording, on)| DirectiveSaid::of(wording, on)),
            decided: unbound.map(|decided| DirectiveSaid::of(decided.wording, decided.on)),
            is_found: unbound.is_some_and(|decided| decided.is_found),
            handed_in: directive.handed_in.filter(|_| is_proposed),
            proposed: is_proposed.then(|| DirectiveSaid::of(directive.wording, directive.since)),
            waits_for_the_meeting: directive.waits_for_the_meeting(),
        })
    }
}

impl DirectiveDesk {
    /// The page; none for whoever neither follows the whole nor has to do with council or a
    /// company, nor reads what is handed in to council.
    pub fn of(i: Inside<'_>, now: Now) -> Option<DirectiveDesk> {
        let all = i.directives();
        let mut waits = all.iter();
        let reads = waits.any(|own| waiting(own, DirectiveStep::Council).is_some());
        let concerned = i.follows().is_some_and(|follows| concerns(i, &follows));
        if !concerned && !reads {
            return None;
        }
        let waits = all.iter().flat_map(|directive| {
            let steps = [DirectiveStep::Council, DirectiveStep::Meeting].into_iter();
            let theirs = steps.filter(|step| !deciders(i, now, directive, *step).is_empty());
            theirs.filter_map(|step| Some((DirectiveRow::of(i, directive)?, step)))
        });
        Some(DirectiveDesk {
            frame: WorkFrame::of(i),
            to_decide: waits.collect(),
            companies: by_company(i, &all),
            writes: writing::may_write(i, now),
        })
    }
}

/// The directives under the companies that they are for.
fn by_company(i: Inside<'_>, all: &[InsideDirective<'_>]) -> Vec<DirectivesOf> {
    let p = i.published();
    let companies: BTreeSet<BodyId> = all.iter().map(|directive| directive.company).collect();
    let companies = companies.into_iter().filter_map(|id| p.body(id));
    let of = companies.map(|company| {
        let own = all.iter().filter(|own| own.company == company.id);
        DirectivesOf {
            company: company.name.names.clone(),
            kind: company.kind(),
            slug: company.name.slug.to_string(),
            directives: own.filter_map(|own| DirectiveRow::of(i, own)).collect(),
        }
    });
    of.collect()
}

/// Whether directives are somebody's to know of: council's, a company's, its board's or its
/// meeting's.
fn concerns(i: Inside<'_>, follows: &Follows) -> bool {
    let p = i.published();
    p.bodies().any(|body| {
        let concerned = matches!(
            body.kind(),
            BodyKind::Council | BodyKind::GeneralMeeting | BodyKind::CompanyBoard
        );
        (concerned || is_directed(body.kind())) && follows.has(body.id)
    })
}

/// Whether a body of a kind is given directives.
fn is_directed(kind: BodyKind) -> bool {
    matches!(
        kind,
        BodyKind::Company | BodyKind::PartOwnedCompany | BodyKind::Foundation
    )
}

/// The wording over which a step decides today; none where nothing waits for it.
fn waiting<'a>(
    directive: &InsideDirective<'a>,
    step: DirectiveStep,
) -> Option<(WordingId, &'a DirectiveWording, Date)> {
    match step {
        DirectiveStep::Council => {
            let proposed = directive.standing != Standing::Adopted;
            let waits = proposed && directive.handed_in.is_some();
            waits.then_some((directive.wording_id, directive.wording, directive.since))
        }
        DirectiveStep::Meeting => {
            let waits = directive.waits_for_the_meeting();
            let decided = directive.decided.filter(|_| waits)?;
            Some((decided.wording_id, decided.wording, decided.on))
        }
    }
}

/// What a step does with a wording.
fn act(directive: DirectiveId, step: DirectiveStep, wording: WordingId) -> Act {
    match step {
        DirectiveStep::Council => Act::Adopt(Adoptable::Directive(directive), wording),
        DirectiveStep::Meeting => Act::AdoptDirective(directive, wording),
    }
}

/// The bodies for which somebody records and that may take a step today.
fn deciders(
    i: Inside<'_>,
    now: Now,
    directive: &InsideDirective<'_>,
    step: DirectiveStep,
) -> Vec<(BodyId, Names)> {
    let Some((wording, ..)) = waiting(directive, step) else {
        return Vec::new();
    };
    meeting::deciders(i, now, &act(directive.id, step, wording))
}
