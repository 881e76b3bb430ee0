//! The demo: until it answers, what a page weighs, and a cached page beside nginx.

use super::running::{Running, free};
use super::turns::Turns;
use super::{Line, against_nginx, built, http};
use anyhow::Result;
use std::collections::BTreeSet;
use std::net::SocketAddr;
use std::path::Path;
use std::process::Command;

const GOAL: &str = "/2016-2019/mal/hojd-utbildningsniva";
const NEXT: &str = "/2016-2019/";

pub(super) fn lines(scratch: &Path) -> Result<Vec<Line>> {
    let mut ready = Vec::new();
    for turn in 0..5 {
        let (_demo, seconds) = demo(&scratch.join(format!("demo-{turn}")))?;
        ready.push(seconds);
    }
    let (site, _) = demo(&scratch.join("demo"))?;
    let mut lines = vec![Line {
        what: "`riktning demo` in an empty folder, both municipalities loaded".into(),
        ours: Turns::of(ready)?.say(2, "s"),
        beside: String::new(),
        ratio: String::new(),
        wanted: "under 3 s",
    }];
    lines.extend(weight(site.at)?);
    lines.extend(against_nginx::lines(site.at, GOAL, scratch)?);
    Ok(lines)
}

fn demo(folder: &Path) -> Result<(Running, f64)> {
    let (at, example) = (free()?, free()?);
    let mut command = Command::new(built("riktning"));
    command.arg("demo").arg("--data").arg(folder).args([
        "--listen",
        &at.to_string(),
        "--listen-example",
        &example.to_string(),
    ]);
    let mut demo = Running::start(&mut command, at)?;
    let first = demo.answers("/readyz")?;
    // Both listen from the start; the second is asked when the first is there.
    let began = std::time::Instant::now();
    http::page(example, "/readyz")?;
    Ok((demo, (first + began.elapsed()).as_secs_f64()))
}

/// The bytes of a first visit and of the next page, over the wire, with headers.
fn weight(at: SocketAddr) -> Result<Vec<Line>> {
    let page = http::page(at, GOAL)?;
    let mut named = assets(&text_of(at, GOAL)?);
    for style in named.clone().iter().filter(|path| path.ends_with(".css")) {
        named.extend(assets(&text_of(at, style)?));
    }
    let mut first = page.bytes;
    for asset in &named {
        first += http::page(at, asset)?.bytes;
    }
    let next = http::page(at, NEXT)?.bytes;
    let kilobytes = |bytes: usize| format!("{:.1} kB", bytes as f64 / 1e3);
    let line = |what: &str, bytes, wanted| Line {
        what: what.into(),
        ours: kilobytes(bytes),
        beside: String::new(),
        ratio: String::new(),
        wanted,
    };
    Ok(vec![
        line(
            "A goal's page, first visit: page, style, fonts, icon",
            first,
            "under 50 kB",
        ),
        line("The next page", next, "under 12 kB"),
    ])
}

fn text_of(at: SocketAddr, path: &str) -> Result<String> {
    Ok(String::from_utf8(http::get_plain(at, path)?.body)?)
}

/// The addresses of styles, fonts and icons in a text.
fn assets(text: &str) -> BTreeSet<String> {
    let ends = |c: char| !(c.is_ascii_alphanumeric() || "/.-_".contains(c));
    text.match_indices("/static/")
        .map(|(at, _)| &text[at..])
        .map(|rest| rest.split(ends).next().unwrap_or(rest).to_owned())
        .collect()
}
