//! What the checks need beside Rust: from Debian's packages and npm, or said by name.

use crate::{cargo, root, run};
use anyhow::{Result, bail};
use std::path::PathBuf;
use std::process::{Command, Stdio};

/// A program, and the Debian package that has it.
type Needed = (&'static str, &'static str);

/// What `check` and `screenshots` need.
const NEEDED: [Needed; 6] = [
    ("chromium", "chromium"),
    ("node", "nodejs"),
    ("npm", "npm"),
    // The certificate of the mail server that the tests start.
    ("openssl", "openssl"),
    ("java", "default-jre-headless"),
    ("python3", "python3"),
];

/// What `browser/package.json` asks for: the browser's own, and the sign-in service and the server of
/// mail that tests start.
const MODULES: [&str; 6] = [
    "axe-core",
    "jose",
    "oidc-provider",
    "playwright-core",
    "smtp-server",
    "vnu-jar",
];

/// Installs what the browser's checks and the tests of mail need and is missing.
///
/// # Errors
/// As [`needed`].
pub(crate) fn missing() -> Result<()> {
    needed(&NEEDED)?;
    let modules = root().join("browser/node_modules");
    // Each may have come later than the others.
    if !MODULES.iter().all(|name| modules.join(name).is_dir()) {
        let mut install = Command::new("npm");
        install.args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]);
        run(install.current_dir(root().join("browser")))?;
    }
    Ok(())
}

/// The version that `deny.toml` is written for.
const CARGO_DENY: &str = "0.20.2";

/// Where the tools are built that no package has.
pub(crate) fn tools() -> PathBuf {
    crate::target().join("tools")
}

/// `cargo deny`: the one on the path, or one of our own, built once below `target`.
///
/// # Errors
/// If it cannot be built.
pub(crate) fn cargo_deny() -> Result<PathBuf> {
    if is_there("cargo-deny") {
        return Ok("cargo-deny".into());
    }
    let tools = tools();
    let deny = tools.join("bin/cargo-deny");
    if !deny.is_file() {
        println!("building cargo-deny {CARGO_DENY}, once");
        let mut install = cargo(&["install", "--quiet", "--locked", "cargo-deny"]);
        install
            .args(["--version", CARGO_DENY, "--root"])
            .arg(&tools);
        run(&mut install)?;
    }
    Ok(deny)
}

/// Installs the programs that are missing, in one go.
///
/// # Errors
/// If something is missing and this user cannot install it; says what.
pub(crate) fn needed(programs: &[Needed]) -> Result<()> {
    let missing: Vec<&str> = programs
        .iter()
        .filter(|(program, _)| !is_there(program))
        .map(|(_, package)| *package)
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    let list = missing.join(" ");
    if !is_root() || !is_there("apt-get") {
        bail!("install {list} first: apt-get install {list}");
    }
    println!("installing {list}");
    run(Command::new("apt-get").args(["update", "-qq"]))?;
    let mut install = Command::new("apt-get");
    install
        .args(["install", "-y", "-qq", "--no-install-recommends"])
        .args(&missing);
    run(install
        .env("DEBIAN_FRONTEND", "noninteractive")
        .stdout(Stdio::null()))
}

pub(crate) fn is_there(program: &str) -> bool {
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&path).any(|folder| folder.join(program).is_file())
}

fn is_root() -> bool {
    let id = Command::new("id").arg("-u").output();
    id.is_ok_and(|output| output.stdout.trim_ascii() == b"0")
}
