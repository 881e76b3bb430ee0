//! The figures that we hold ourselves to, each beside something run at the same moment.
//!
//! What is compared takes turns, so that whatever else the machine does is done to both; a
//! figure is the median of the turns, with the least and the greatest. Nothing here passes or
//! fails: the table goes into `docs/performance.md`, where a miss is explained.

mod against_nginx;
mod durable;
mod http;
mod million;
mod pages;
mod readings;
mod running;
mod spike;
mod turns;
mod uncached;
mod work;

use crate::{cargo, install};
use anyhow::{Result, bail};
use std::path::{Path, PathBuf};

/// One line of the table.
struct Line {
    what: String,
    ours: String,
    beside: String,
    ratio: String,
    /// What `DESIGN.md` asks for.
    wanted: &'static str,
}

/// A part of the table, by its word on the command line.
type Part = (&'static str, fn(&Path) -> Result<Vec<Line>>);

/// Every part, in the order of the table.
const PARTS: [Part; 7] = [
    ("start", million::lines),
    ("pages", uncached::lines),
    ("work", work::lines),
    ("readings", readings::lines),
    ("spike", |scratch| Ok(vec![spike::line(scratch)?])),
    ("durable", |scratch| Ok(vec![durable::line(scratch)?])),
    ("demo", pages::lines),
];

/// Makes the table, or as much of it as is asked for.
///
/// # Errors
/// If something could not be built or measured, or there is no such part.
pub(crate) fn run(wanted: &[String]) -> Result<()> {
    let parts = PARTS.iter().map(|(word, _)| *word).collect::<Vec<_>>();
    if let Some(none) = wanted.iter().find(|word| !parts.contains(&word.as_str())) {
        bail!("there is no part {none}; there are {}", parts.join(", "));
    }
    install::needed(&[("nginx", "nginx-light"), ("wrk", "wrk")])?;
    let build = ["build", "--release", "--bins", "--examples"];
    let of = ["riktning-cli", "riktning-store", "riktning-app"];
    let of = of.iter().flat_map(|package| ["--package", package]);
    crate::run(cargo(&build).args(of))?;
    let scratch = Scratch::new()?;
    let mut lines = Vec::new();
    for (word, part) in PARTS {
        if wanted.is_empty() || wanted.iter().any(|wanted| wanted == word) {
            lines.extend(part(&scratch.0)?);
        }
    }
    println!("\n| What | Ours | Beside it | Ratio | Wanted |");
    println!("| --- | --- | --- | --- | --- |");
    for line in lines {
        let Line {
            what,
            ours,
            beside,
            ratio,
            wanted,
        } = line;
        println!("| {what} | {ours} | {beside} | {ratio} | {wanted} |");
    }
    Ok(())
}

/// A program of the release build.
fn built(program: &str) -> PathBuf {
    crate::target().join("release").join(program)
}

/// A folder of this run's own, on the disk that a store would lie on, gone when it ends.
struct Scratch(PathBuf);

impl Scratch {
    fn new() -> Result<Self> {
        let folder = built(&format!("bench-{}", std::process::id()));
        std::fs::create_dir_all(&folder)?;
        Ok(Scratch(folder))
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let folder: &Path = &self.0;
        if std::fs::remove_dir_all(folder).is_err() {
            eprintln!("{} is left behind", folder.display());
        }
    }
}
