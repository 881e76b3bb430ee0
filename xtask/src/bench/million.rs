//! A million events: verifying them, starting from them, and what a page costs then.

use super::running::{Running, free};
use super::turns::{Turns, ratio};
use super::{Line, built, http};
use anyhow::{Context, Result};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Instant;

const TURNS: usize = 5;
/// A goal with three indicators and thirty-three commitments.
const GOAL: &str = "/2016-2026/mal/element-200";
const INDICATOR: &str = "/indikatorer/indikator-7";

pub(super) fn lines(scratch: &Path) -> Result<Vec<Line>> {
    let (tenth, million) = (scratch.join("tenth"), scratch.join("million"));
    let large = scratch.join("large");
    make(&tenth, "100000")?;
    make(&million, "1000000")?;
    make(&large, "2060000")?;
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
    let mut lines = vec![
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
    for (what, path) in [("A goal page", GOAL), ("An indicator's page", INDICATOR)] {
        lines.push(made_anew(what, path, &tenth, &million)?);
    }
    Ok(lines)
}

/// Pages of days that nobody has asked for, at a tenth of the events and at all of them. The
/// cost of the connection is in both and taken away: it is that of the same page from the cache.
fn made_anew(what: &str, path: &str, tenth: &Path, million: &Path) -> Result<Line> {
    let ((small, _), (large, _)) = (serve(tenth)?, serve(million)?);
    let (mut few, mut many) = (Vec::new(), Vec::new());
    for month in 1..=12 {
        for day in 1..=28 {
            let dated = format!("{path}?per=2024-{month:02}-{day:02}");
            few.push(made(&small, &dated)?);
            many.push(made(&large, &dated)?);
        }
    }
    let (few, many) = (Turns::of(few)?, Turns::of(many)?);
    Ok(Line {
        what: format!("{what} made anew at 1 000 000 events, beyond the same page from the cache"),
        ours: format!("{:.2} ms", many.median()),
        beside: format!("{:.2} ms, at 100 000 events", few.median()),
        ratio: ratio(&many, &few),
        wanted: "under 1 ms; about 1",
    })
}

/// Milliseconds of the first answer beyond those of the second.
fn made(server: &Running, path: &str) -> Result<f64> {
    let asked = || -> Result<f64> {
        let began = Instant::now();
        http::page(server.at, path)?;
        Ok(began.elapsed().as_secs_f64() * 1e3)
    };
    let first = asked()?;
    Ok((first - asked()?).max(0.0))
}

fn make(folder: &Path, events: &str) -> Result<()> {
    let mut make = Command::new(built("examples/busy_municipality"));
    crate::run(make.arg(folder).arg(events))
}

fn serve(folder: &Path) -> Result<(Running, f64)> {
    let at = free()?;
    let mut command = Command::new(built("riktning"));
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
