//! What developers and CI run: `cargo xtask check`, `screenshots`, `drill`, `bench`.

mod bench;
mod check;
#[cfg(test)]
mod house;
mod install;

use anyhow::{Context, Result, bail};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

const HELP: &str = "\
cargo xtask check            everything that CI runs; installs what it lacks
cargo xtask screenshots [DIR]  every page in its states into screenshots/, beside the mockups in DIR
cargo xtask drill            what takes too long for each change: every page on twenty days
cargo xtask bench            the figures of docs/performance.md, as ratios";

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let done = match args.first().map(String::as_str) {
        Some("check") => check::run(),
        Some("screenshots") => screenshots(args.get(1).map(String::as_str)),
        Some("drill") => drill(),
        Some("bench") => bench::run(),
        _ => {
            eprintln!("{HELP}");
            return ExitCode::from(2);
        }
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("xtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn screenshots(mockups: Option<&str>) -> Result<()> {
    install::missing()?;
    run(&mut cargo(&["build", "--package", "riktning-cli"]))?;
    let mut shots = Command::new("node");
    shots
        .args([
            "browser/screenshots.mjs",
            "target/debug/riktning",
            "screenshots",
        ])
        .args(mockups);
    run(shots.current_dir(root()))
}

/// Every page of both municipalities on twenty days; `check` takes a few of them.
fn drill() -> Result<()> {
    let args = ["test", "--package", "riktning-web", "--test", "it", "crawl"];
    run(cargo(&args).env("RIKTNING_DAYS", "20"))
}

/// The root of the repository.
pub(crate) fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_owned()
}

pub(crate) fn cargo(args: &[&str]) -> Command {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.args(args).current_dir(root());
    command
}

/// Runs a command to its end; what it prints is seen.
pub(crate) fn run(command: &mut Command) -> Result<()> {
    let said = format!("{command:?}");
    let status = command
        .status()
        .with_context(|| format!("{said} could not be started"))?;
    if !status.success() {
        bail!("{said} ended with {status}");
    }
    Ok(())
}
