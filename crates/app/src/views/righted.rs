//! Slips of the pen in what was decided that have been put right: both readings, from which day, and why.

use jiff::civil::Date;
use riktning_domain::ids::ElementId;
use riktning_domain::{Published, Text};

/// A slip of the pen that was put right.
#[derive(Clone, Debug, PartialEq)]
pub struct RightedLine {
    /// The day from which it reads so.
    pub on: Date,
    /// How it read.
    pub before: Text,
    /// How it reads.
    pub now: Text,
    /// What the slip was.
    pub reason: Text,
}

impl RightedLine {
    /// Those of an element by the day shown, the earliest first.
    pub(super) fn all(p: Published<'_>, id: ElementId) -> Vec<RightedLine> {
        let all = p.rightings(id).into_iter();
        let line = |righting: riktning_domain::published::Righting<'_>| RightedLine {
            on: righting.on,
            before: righting.before.clone(),
            now: righting.now.clone(),
            reason: righting.reason.clone(),
        };
        all.map(line).collect()
    }
}
