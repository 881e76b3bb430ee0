//! Everything that CI runs, with the minutes of each step.

use crate::install;
use crate::{cargo, root};
use anyhow::{Result, bail};
use std::process::Command;
use std::time::Instant;

/// Where the random tests of a check begin. `drill` begins anew each time.
const SEED: &str = "20261128";

pub(crate) fn run() -> Result<()> {
    println!("{}", room());
    install::missing()?;
    let mut steps = Steps::default();
    steps.of("format", || {
        crate::run(&mut cargo(&["fmt", "--all", "--check"]))
    });
    // One profile for all of it: what clippy has checked is checked once, and what the tests
    // have built the browser looks at.
    steps.of("clippy", || {
        let args = [
            "clippy",
            "--workspace",
            "--all-targets",
            "--quiet",
            "--",
            "-D",
            "warnings",
        ];
        crate::run(&mut cargo(&args))
    });
    steps.of("documentation", || {
        let mut doc = cargo(&["doc", "--workspace", "--no-deps", "--quiet"]);
        crate::run(doc.env("RUSTDOCFLAGS", "-D warnings"))
    });
    steps.of("licences, bans and sources", licences);
    steps.of("tests", || {
        let mut test = cargo(&["test", "--workspace", "--no-fail-fast"]);
        // Nothing may be skipped here, no snapshot may be new or changed, and random tests try
        // the same every time: the same commit always gets the same answer (decision 059).
        test.env("RIKTNING_CHECK", "1").env("INSTA_UPDATE", "no");
        crate::run(test.env("PROPTEST_RNG_SEED", SEED))
    });
    steps.of("browser, accessibility, links, valid HTML", || {
        crate::run(&mut cargo(&["build", "--package", "riktning-cli"]))?;
        let mut browser = Command::new("node");
        browser.arg("browser/check.mjs").arg(crate::built());
        crate::run(browser.current_dir(root()))
    });
    steps.end()
}

/// How much of the disk is free: a compiler that meets a full one says so in the middle of an
/// error about something else.
fn room() -> String {
    let df = Command::new("df")
        .args(["-Ph", "."])
        .current_dir(root())
        .output();
    let told = df
        .ok()
        .map(|said| String::from_utf8_lossy(&said.stdout).into_owned());
    let free = told
        .as_deref()
        .and_then(|told| told.lines().nth(1)?.split_whitespace().nth(3));
    match free {
        Some(free) => format!("{free} of disk free. A check from nothing takes about 5 GB."),
        None => "How much of the disk is free cannot be told here.".to_owned(),
    }
}

/// The licences, bans and sources of `deny.toml`. Advisories are left to where there is a network.
fn licences() -> Result<()> {
    let deny = install::cargo_deny()?;
    crate::run(
        Command::new(deny)
            .args([
                "--log-level",
                "error",
                "check",
                "licenses",
                "bans",
                "sources",
            ])
            .current_dir(root()),
    )
}

#[derive(Default)]
struct Steps {
    done: Vec<(&'static str, f64, bool)>,
}

impl Steps {
    fn of(&mut self, name: &'static str, step: impl FnOnce() -> Result<()>) {
        println!("\n== {name}");
        let began = Instant::now();
        let result = step();
        if let Err(error) = &result {
            eprintln!("{name}: {error:#}");
        }
        self.done
            .push((name, began.elapsed().as_secs_f64() / 60.0, result.is_ok()));
    }

    fn end(self) -> Result<()> {
        println!("\n== minutes");
        for (name, minutes, good) in &self.done {
            println!(
                "{minutes:6.2}  {}  {name}",
                if *good { "ok    " } else { "FAILED" }
            );
        }
        let failed: Vec<_> = self
            .done
            .iter()
            .filter(|(_, _, good)| !good)
            .map(|(n, _, _)| *n)
            .collect();
        if failed.is_empty() {
            Ok(())
        } else {
            bail!("failed: {}", failed.join(", "))
        }
    }
}
