//! The work area at the data of a year and at ten times that: its pages, and what somebody saves.
//!
//! Two stores are made with plans, and the same three people sign in to both; none of this touches
//! the stores that residents' pages are measured on.

mod pages;
mod people;
mod saves;

use super::Line;
use super::million::{make, serve_on};
use super::running::Running;
use super::turns::{Turns, ratio};
use anyhow::Result;
use people::People;
use std::path::Path;
use std::time::Instant;

/// The day on which everybody works: the plans of the year to come are in hand.
const TODAY: &str = "2025-11-30";
const PLANNED: &str = "2026";

/// A municipality at work.
struct Office {
    server: Running,
    people: People,
}

impl Office {
    fn opened(folder: &Path, events: &str) -> Result<Office> {
        make(folder, &[events, "planned"])?;
        let passwords = people::added(folder, TODAY)?;
        let (server, _) = serve_on(folder, Some(TODAY))?;
        let people = People::signed_in(server.at, passwords)?;
        Ok(Office { server, people })
    }

    /// Does something that is asked of the server, and counts what it took.
    fn timed<T>(&self, into: &mut Took, work: impl FnOnce() -> Result<T>) -> Result<T> {
        let before = self.server.threads()?;
        let began = Instant::now();
        let done = work()?;
        into.waited.push(began.elapsed().as_secs_f64() * 1e3);
        into.processor.push(self.server.threads()?.since(&before));
        Ok(done)
    }
}

/// Milliseconds of the processor, and until the answer was there, each time.
#[derive(Default)]
struct Took {
    processor: Vec<f64>,
    waited: Vec<f64>,
}

impl Took {
    fn add(&mut self, more: Took) {
        self.processor.extend(more.processor);
        self.waited.extend(more.waited);
    }
}

/// The same thing at a tenth of the data and at the whole.
#[derive(Default)]
struct Both {
    few: Took,
    many: Took,
}

impl Both {
    fn line(self, what: String, beside: Option<&Turns>, wanted: &'static str) -> Result<Line> {
        let many = (
            Turns::of(self.many.processor)?,
            Turns::of(self.many.waited)?,
        );
        let few = (Turns::of(self.few.processor)?, Turns::of(self.few.waited)?);
        let say = |(processor, waited): &(Turns, Turns)| {
            format!(
                "{:.2} ms of processor; {}, p99 {:.2}, until it was there",
                processor.median(),
                waited.say(2, "ms"),
                waited.p99()
            )
        };
        let mut ratios = vec![ratio(&many.0, &few.0), ratio(&many.1, &few.1)];
        let mut floor = String::new();
        if let Some(bare) = beside {
            floor = format!("; {}, a bare insert", bare.say(2, "ms"));
            ratios.push(format!("{} bare inserts", ratio(&many.1, bare)));
        }
        Ok(Line {
            what,
            ours: say(&many),
            beside: format!("{}, at a tenth of the data{floor}", say(&few)),
            ratio: ratios.join("; "),
            wanted,
        })
    }
}

pub(super) fn lines(scratch: &Path) -> Result<Vec<Line>> {
    let small = Office::opened(&scratch.join("work-tenth"), "100000")?;
    let large = Office::opened(&scratch.join("work-million"), "1000000")?;
    let mut lines = pages::lines(&small, &large)?;
    lines.extend(saves::lines(&small, &large, scratch)?);
    Ok(lines)
}
