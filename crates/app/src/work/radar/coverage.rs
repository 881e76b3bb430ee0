//! What nothing covers, and how much of what each body was asked for came by its last day.

use crate::work::body;
use crate::work::gaps::uncovered;
use jiff::civil::Date;
use riktning_domain::ids::BodyId;
use riktning_domain::inside::{Follows, InsideRound, OnTime};
use riktning_domain::{Inside, Names};

/// How many rounds stand beside each other: two years of three.
const ROUNDS: usize = 6;

/// What nothing covers.
#[derive(Clone, Debug, PartialEq)]
pub struct Coverage {
    /// How many goals no commitment and no order supports.
    pub goals: usize,
    /// How many indicators have no value for the period that is due.
    pub indicators: usize,
    /// The rounds whose last day has passed, the newest last.
    pub rounds: Vec<RoundColumn>,
    /// What came on time of each body, in each of the rounds.
    pub bodies: Vec<Punctual>,
}

/// A round as a heading.
#[derive(Clone, Debug, PartialEq)]
pub struct RoundColumn {
    /// What it is called.
    pub names: Names,
    /// Its last day of all.
    pub last: Date,
}

/// What came on time of one body.
#[derive(Clone, Debug, PartialEq)]
pub struct Punctual {
    /// Whose: name and address.
    pub body: (Names, String),
    /// In each round; none where it was asked for nothing.
    pub rounds: Vec<Option<OnTime>>,
}

impl Coverage {
    pub(super) fn of(i: Inside<'_>, follows: &Follows) -> Coverage {
        let (goals, indicators) = uncovered(i);
        let p = i.published();
        let watched = p.bodies().map(|known| known.id);
        let watched: Vec<BodyId> = watched.filter(|id| follows.has(*id)).collect();
        let rounds = columns(i, &watched);
        let bodies = watched.iter().filter_map(|id| {
            let came = rounds.iter().map(|round| i.on_time(round.said.round, *id));
            let came: Vec<_> = came.collect();
            let rounds = came.iter().any(Option::is_some).then_some(came)?;
            let body = body(p, *id)?;
            Some(Punctual { body, rounds })
        });
        Coverage {
            goals,
            indicators,
            bodies: bodies.collect(),
            rounds: rounds.iter().filter_map(column).collect(),
        }
    }
}

/// The newest rounds whose last days have passed and in which any of these reported: of a round that asked them for
/// nothing, or was followed up somewhere else, nobody can say who was late.
fn columns<'a>(i: Inside<'a>, watched: &[BodyId]) -> Vec<InsideRound<'a>> {
    let rounds = i.rounds().into_iter().rev();
    let closed = rounds.filter(|round| {
        let last = round.said.last_deadline();
        round.takes_reports(i.today()) && last.is_some_and(|last| last < i.today())
    });
    let was_reported = |round: &InsideRound<'_>| {
        let mut counts = watched.iter().map(|id| i.on_time(round.said.round, *id));
        counts.any(|came| came.is_some_and(|came| came.came > 0))
    };
    let mut rounds: Vec<_> = closed.filter(was_reported).take(ROUNDS).collect();
    rounds.reverse();
    rounds
}

fn column(round: &InsideRound<'_>) -> Option<RoundColumn> {
    Some(RoundColumn {
        names: round.said.names.clone(),
        last: round.said.last_deadline()?,
    })
}
