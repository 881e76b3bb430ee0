//! Random histories of a small town: what people and imports might plausibly do, day by
//! day, from 2015 to 2019. A history is a list of numbers, so that proptest can shrink it;
//! [`Steps::wish`] reads each number as the next thing that somebody wants.

mod base;
mod dice;
mod follow_up;
mod wishes;

use crate::exempelstad::exempelstad;
use crate::world::{World, import_on, person_on};
use dice::Dice;
use jiff::civil::{Date, date};
use jiff::{Span, ToSpan};
use proptest::prelude::*;
use riktning_domain::{Command, Happened, Now, Refusal};
use wishes::Steps;

/// What was wanted, by whose hand and when, and what came of it.
#[derive(Clone, Debug)]
pub(crate) struct Tried {
    pub(crate) now: Now,
    pub(crate) command: Command,
    pub(crate) outcome: Result<Vec<Happened>, Refusal>,
}

/// A history: the world that it led to, and every command that was tried.
#[derive(Clone, Debug)]
pub(crate) struct History {
    pub(crate) world: World,
    pub(crate) tried: Vec<Tried>,
    /// How many commands made the town, before anything random.
    pub(crate) founding: usize,
}

/// The days on which a reader might look: a few in each year, and those where facts change.
pub(crate) fn days_of(world: &World) -> Vec<Date> {
    let mut days: Vec<Date> = world.journal.iter().map(|r| r.on).collect();
    days.extend([
        date(2009, 1, 1),
        date(2015, 1, 1),
        date(2019, 12, 31),
        date(2021, 6, 1),
    ]);
    days.sort();
    days.dedup();
    // Every day after a change too, at least for a third of them.
    let after: Vec<Date> = days
        .iter()
        .step_by(3)
        .filter_map(|d| d.tomorrow().ok())
        .collect();
    days.extend(after);
    days.sort();
    days.dedup();
    days
}

/// A strategy for histories of at most `most` steps.
pub(crate) fn histories(most: usize) -> impl Strategy<Value = History> {
    let step = (0u8..100, any::<[u8; 6]>());
    proptest::collection::vec(step, 10..most).prop_map(live)
}

fn live(steps: Vec<(u8, [u8; 6])>) -> History {
    let mut history = History {
        world: World::default(),
        tried: Vec::new(),
        founding: 0,
    };
    for recorded in &exempelstad().journal {
        history.world.state.apply(recorded);
        history.world.journal.push(recorded.clone());
    }
    history.founding = history.world.journal.len();
    let mut today = date(2015, 1, 2);
    for (kind, bytes) in steps {
        let mut dice = Dice::new(bytes);
        let span: Span = i64::from(dice.roll(28)).days();
        today = today.checked_add(span).unwrap().min(date(2019, 12, 31));
        let importing = dice.roll(3) == 0;
        let now = if importing {
            import_on(today)
        } else {
            person_on(today)
        };
        let steps = Steps {
            world: &history.world,
            now,
            importing,
        };
        let command = steps.wish(kind, &mut dice);
        let outcome = history.world.perform(now, command.clone());
        history.tried.push(Tried {
            now,
            command,
            outcome,
        });
    }
    history
}
