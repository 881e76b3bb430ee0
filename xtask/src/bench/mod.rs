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
use anyhow::Result;
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

pub(crate) fn run() -> Result<()> {
    install::needed(&[("nginx", "nginx-light"), ("wrk", "wrk")])?;
    let build = ["build", "--release", "--bins", "--examples"];
    let of = ["riktning-cli", "riktning-store", "riktning-app"];
    let of = of.iter().flat_map(|package| ["--package", package]);
    crate::run(cargo(&build).args(of))?;
    let scratch = Scratch::new()?;
    let mut lines = Vec::new();
    lines.extend(million::lines(&scratch.0)?);
    lines.extend(uncached::lines(&scratch.0)?);
    lines.extend(work::lines(&scratch.0)?);
    lines.extend(readings::lines(&scratch.0)?);
    lines.push(spike::line(&scratch.0)?);
    lines.push(durable::line(&scratch.0)?);
    lines.extend(pages::lines(&scratch.0)?);
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
