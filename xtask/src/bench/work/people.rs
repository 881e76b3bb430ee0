//! Who works at the desks that are measured: added from the command line before the store is served,
//! and signed in as anybody is, with a password of their own in place of the one that they were given.

use super::super::built;
use super::super::http::Browser;
use super::super::million::on_a_day;
use anyhow::{Context, Result};
use std::net::SocketAddr;
use std::path::Path;
use std::process::Command;

const PASSWORD: &str = "en lång mening som ingen gissar";
/// A login, a name, and roles with where they are held.
type Colleague = (
    &'static str,
    &'static str,
    &'static [(&'static str, &'static str)],
);

const WHO: [Colleague; 3] = [
    (
        "kim",
        "Kim Exempel",
        &[("contributor", "organ-2"), ("approver", "organ-2")],
    ),
    (
        "robin",
        "Robin Exempel",
        &[("strategist", "organ-0"), ("registrar", "organ-0")],
    ),
    ("alex", "Alex Exempel", &[("auditor", "organ-0")]),
];

/// The browsers of those who work here.
pub(super) struct People {
    /// Writes for one committee.
    pub(super) writer: Browser,
    /// Follows the whole and records what council decides.
    pub(super) strategist: Browser,
    /// Reads who did what.
    pub(super) auditor: Browser,
}

/// Adds everybody to a store; the passwords that they are given.
pub(super) fn added(folder: &Path, day: &str) -> Result<[String; 3]> {
    let mut passwords = [const { String::new() }; 3];
    for ((login, name, roles), password) in WHO.iter().zip(&mut passwords) {
        let said = person(folder, day, &["add", login, "--name", name])?;
        let given = said.split_whitespace().next_back();
        *password = given.context("no password was given")?.to_owned();
        for (role, body) in *roles {
            person(folder, day, &["grant", login, role, body])?;
        }
    }
    Ok(passwords)
}

fn person(folder: &Path, day: &str, task: &[&str]) -> Result<String> {
    let mut command = Command::new(built("riktning"));
    on_a_day(&mut command, folder, day)?;
    command.args(["--language", "en", "person"]).args(task);
    let output = command.arg("--data").arg(folder).output()?;
    let said = String::from_utf8(output.stdout)?;
    let error = String::from_utf8_lossy(&output.stderr);
    output
        .status
        .success()
        .then_some(said)
        .with_context(|| format!("{task:?}: {error}"))
}

impl People {
    pub(super) fn signed_in(at: SocketAddr, given: [String; 3]) -> Result<People> {
        let mut signed = WHO.iter().zip(given).map(|((login, ..), given)| {
            let browser = Browser::signed_in(at, login, &given)?;
            let chosen = [
                ("nuvarande", given.as_str()),
                ("nytt", PASSWORD),
                ("igen", PASSWORD),
            ];
            browser.send("/arbete/losenord", &chosen)?;
            anyhow::Ok(browser)
        });
        let mut next = || signed.next().context("too few people")?;
        Ok(People {
            writer: next()?,
            strategist: next()?,
            auditor: next()?,
        })
    }
}
