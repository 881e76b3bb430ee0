//! A durable write beside a bare insert of the same bytes.

use super::turns::{Turns, ratio};
use super::{Line, built};
use anyhow::{Context, Result};
use std::path::Path;
use std::process::Command;

const PAIRS: &str = "4000";
const TURNS: usize = 5;

pub(super) fn line(scratch: &Path) -> Result<Line> {
    let (mut ours, mut bare) = (Vec::new(), Vec::new());
    for turn in 0..TURNS {
        let folder = scratch.join(format!("durable-{turn}"));
        let (own, other) = medians(&folder, PAIRS)?;
        ours.push(own);
        bare.push(other);
    }
    let (ours, bare) = (Turns::of(ours)?, Turns::of(bare)?);
    Ok(Line {
        what: "A durable write of one event (median of 2 000, five times)".into(),
        ours: ours.say(0, "µs"),
        beside: format!(
            "{}, a bare `synchronous=FULL` insert of the same bytes",
            bare.say(0, "µs")
        ),
        ratio: ratio(&ours, &bare),
        wanted: "at most 1.3",
    })
}

/// The microseconds of a durable write of ours, and of a bare insert, by turns in a new folder.
///
/// # Errors
/// If they cannot be written.
pub(super) fn medians(folder: &Path, pairs: &str) -> Result<(f64, f64)> {
    std::fs::create_dir(folder)?;
    let mut command = Command::new(built("examples/durable_write"));
    let said = command.arg(folder).arg(pairs).output()?.stdout;
    let said = String::from_utf8(said)?;
    let mut medians = said.lines().map(str::parse::<f64>);
    let mut next = || medians.next().context("durable_write said nothing");
    Ok((next()??, next()??))
}
