//! A million events: verifying them and starting from them.

use super::running::{Running, free};
use super::turns::{Turns, ratio};
use super::{Line, built};
use anyhow::{Context, Result};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Instant;

const TURNS: usize = 5;
pub(super) fn lines(scratch: &Path) -> Result<Vec<Line>> {
    let million = scratch.join("million");
    let large = scratch.join("large");
    make(&million, &["1000000"])?;
    make(&large, &["2060000", "20000"])?;
    let (mut verified, mut started, mut hashed) = (Vec::new(), Vec::new(), Vec::new());
    let mut memory = 0.0_f64;
    for _ in 0..TURNS {
        verified.push(seconds(
            Command::new(built("riktning"))
                .args(["verify", "--data"])
                .arg(&million),
        )?);
        hashed.push(seconds(
            Command::new("sha256sum").arg(million.join("riktning.sqlite")),
        )?);
        let (server, ready) = serve(&million)?;
        started.push(ready);
        memory = memory.max(server.megabytes()?);
        drop(server);
    }
    let (large, large_ready) = serve(&large)?;
    let large_memory = large.megabytes()?;
    drop(large);
    let (verified, started, hashed) = (
        Turns::of(verified)?,
        Turns::of(started)?,
        Turns::of(hashed)?,
    );
    let floor = format!("{}, `sha256sum` of the file", hashed.say(2, "s"));
    let lines = vec![
        Line {
            what: "`verify` of 1 000 000 events".into(),
            ours: verified.say(2, "s"),
            beside: floor.clone(),
            ratio: ratio(&verified, &hashed),
            wanted: "",
        },
        Line {
            what: "Start from 1 000 000 events, verified, until `/readyz`".into(),
            ours: format!("{}, {memory:.0} MB", started.say(2, "s")),
            beside: floor,
            ratio: ratio(&started, &hashed),
            wanted: "under 5 s",
        },
        Line {
            what: "Start from 2 060 000 events, of them 2 000 000 measurements".into(),
            ours: format!("{large_ready:.2} s, {large_memory:.0} MB"),
            beside: String::new(),
            ratio: String::new(),
            wanted: "under 700 MB",
        },
    ];
    Ok(lines)
}

pub(super) fn make(folder: &Path, size: &[&str]) -> Result<()> {
    let mut make = Command::new(built("examples/busy_municipality"));
    crate::run(make.arg(folder).args(size))
}

pub(super) fn serve(folder: &Path) -> Result<(Running, f64)> {
    serve_on(folder, None)
}

/// Has a command work on a day, whatever the clock says.
///
/// # Errors
/// If the file that says so cannot be written, beside the store.
pub(super) fn on_a_day(command: &mut Command, folder: &Path, day: &str) -> Result<()> {
    let config = folder.with_extension("toml");
    std::fs::write(&config, format!("today = \"{day}\"\n"))?;
    command.arg("--config").arg(config);
    Ok(())
}

/// Serves a store, on a day if one is given.
pub(super) fn serve_on(folder: &Path, day: Option<&str>) -> Result<(Running, f64)> {
    let at = free()?;
    let mut command = Command::new(built("riktning"));
    if let Some(day) = day {
        on_a_day(&mut command, folder, day)?;
    }
    command
        .args(["serve", "--listen", &at.to_string(), "--data"])
        .arg(folder);
    let mut server = Running::start(&mut command, at)?;
    let ready = server.answers("/readyz")?;
    Ok((server, ready.as_secs_f64()))
}

fn seconds(command: &mut Command) -> Result<f64> {
    let began = Instant::now();
    let status = command.stdout(Stdio::null()).status()?;
    let took = began.elapsed().as_secs_f64();
    status
        .success()
        .then_some(took)
        .with_context(|| format!("{command:?} ended with {status}"))
}
