//! What developers and CI run: `cargo xtask check`, `screenshots`, `drill`, `bench`.

mod bench;
mod check;
#[cfg(test)]
mod guide;
#[cfg(test)]
mod house;
mod install;

use anyhow::{Context, Result, bail};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

const HELP: &str = "\
cargo xtask check            everything that CI runs; installs what it lacks
cargo xtask screenshots [DIR]  every page in its states into screenshots/, beside the mockups in DIR
cargo xtask screenshots guide  the pictures of docs/guide/, and those alone
cargo xtask drill            what takes too long for each change: every page on twenty days, and
                             random histories and files, twenty times as many, other each time
cargo xtask weights          docs/page-weights.md: what each page weighs, beside what it may
cargo xtask bench [PART ..]    the figures of docs/performance.md, as ratios; of all parts, or of
                             start, pages, work, readings, spike, durable, demo";

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let done = match args.first().map(String::as_str) {
        Some("check") => check::run(),
        Some("screenshots") => screenshots(args.get(1).map(String::as_str)),
        Some("drill") => drill(),
        Some("weights") => weights(),
        Some("bench") => bench::run(args.get(1..).unwrap_or_default()),
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
    shots.arg("browser/screenshots.mjs").arg(built());
    match mockups {
        Some("guide") => shots.args(["docs/guide/bilder", "", "guide"]),
        mockups => shots.arg("screenshots").args(mockups),
    };
    run(shots.current_dir(root()))
}

/// Weighs every page and writes the table; `check` asks that each is within its limit.
fn weights() -> Result<()> {
    install::missing()?;
    run(&mut cargo(&["build", "--package", "riktning-cli"]))?;
    let mut weigh = Command::new("node");
    weigh
        .arg("browser/check.mjs")
        .arg(built())
        .args(["--weights", "docs/page-weights.md"]);
    run(weigh.current_dir(root()))
}

/// Every page of both municipalities on twenty days, of which `check` takes a few; and twenty
/// times as many random histories and files as `check` tries, from a new seed each time, which
/// is printed: `PROPTEST_RNG_SEED` goes there again.
fn drill() -> Result<()> {
    let args = ["test", "--package", "riktning-web", "--test", "it", "crawl"];
    run(cargo(&args).env("RIKTNING_DAYS", "20"))?;
    let seed = std::env::var("PROPTEST_RNG_SEED").or_else(|_| {
        let since = std::time::UNIX_EPOCH.elapsed()?;
        anyhow::Ok(since.as_secs().to_string())
    })?;
    println!("\n== random histories and files, PROPTEST_RNG_SEED={seed}");
    let random = [("riktning-domain", "properties"), ("riktning-app", "harm")];
    for (package, tests) in random {
        let mut test = cargo(&["test", "--package", package, "--test", "it", tests]);
        run(test.env("TRY_HARDER", "20").env("PROPTEST_RNG_SEED", &seed))?;
    }
    Ok(())
}

/// Where cargo puts what it builds: the steps find it there, and nothing is built twice.
pub(crate) fn target() -> PathBuf {
    target_by(std::env::var_os("CARGO_TARGET_DIR"))
}

/// A relative folder is meant from where cargo is run, and [`cargo`] runs it in the root.
fn target_by(named: Option<std::ffi::OsString>) -> PathBuf {
    let named = named.filter(|name| !name.is_empty());
    root().join(named.unwrap_or_else(|| "target".into()))
}

/// The program as `cargo build` makes it.
pub(crate) fn built() -> PathBuf {
    target().join("debug/riktning")
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_built_is_looked_for_where_cargo_puts_it() {
        assert_eq!(target_by(None), root().join("target"));
        assert_eq!(target_by(Some("".into())), root().join("target"));
        let elsewhere = std::env::temp_dir().join("elsewhere");
        assert_eq!(target_by(Some(elsewhere.clone().into())), elsewhere);
        assert_eq!(target_by(Some("beside".into())), root().join("beside"));
        assert!(built().starts_with(target()));
        assert!(install::tools().starts_with(target()));
        for file in ["main.rs", "check.rs", "install.rs", "bench/mod.rs"] {
            let text = std::fs::read_to_string(root().join("xtask/src").join(file)).unwrap();
            let fixed = ["\"target", "/"].concat();
            assert!(!text.contains(&fixed), "{file}");
        }
    }
}
