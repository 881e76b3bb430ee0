//! Pages that nobody has asked for yet, and the search, at the data of a year and at ten times
//! that: what each costs the processor, and whether the cost follows the data.

use super::million::{make, serve};
use super::running::Running;
use super::turns::{Turns, ratio};
use super::{Line, http};
use anyhow::Result;
use std::path::Path;
use std::time::Instant;

/// The pages, and whether they list the data, so that they cost more where there is more of it.
const PAGES: [(&str, &str, &str); 9] = [
    ("The start page", "/", "lists every goal"),
    ("A strategic direction", "/2016-2026/", "lists every goal"),
    (
        "A goal",
        "/2016-2026/mal/element-200",
        "under 1 ms; about 1",
    ),
    ("A commitment", "/ataganden/302", "about 1"),
    ("A body", "/namnder/organ-2", "lists what it owns"),
    (
        "An indicator",
        "/indikatorer/indikator-7",
        "lists its figures",
    ),
    (
        "An annual plan",
        "/2016-2026/arsplan/2020",
        "lists the year's commitments",
    ),
    ("The balance", "/balans", "counts every goal"),
    ("The log of changes", "/andringar", "about 1"),
];
/// A word, words in a title, a case, and a slip of the pen.
const QUERIES: [(&str, &str); 4] = [
    ("a word of every element", "mening"),
    ("a word of one", "p%C3%A5hittad+mening+200"),
    ("a case number", "EXKF%2F2018%3A12"),
    ("a slip of the pen", "fulm%C3%A4ktigee"),
];
const ASKED: usize = 100;

/// What asking for some addresses cost, each.
struct Cost {
    /// Milliseconds of the processor.
    processor: f64,
    /// Milliseconds until the answer was there.
    waited: Turns,
}

pub(super) fn lines(scratch: &Path) -> Result<Vec<Line>> {
    // As many figures and elements as events: a hundred thousand beside a million.
    let (tenth, whole) = (scratch.join("tenth"), scratch.join("million"));
    for (folder, events) in [(&tenth, "100000"), (&whole, "1000000")] {
        if !folder.exists() {
            make(folder, &[events])?;
        }
    }
    let ((small, _), (large, _)) = (serve(&tenth)?, serve(&whole)?);
    let mut lines = Vec::new();
    for (what, path, wanted) in PAGES {
        let path = address(&large, path)?;
        let days = || (1..=12).flat_map(|m| (1..=28).map(move |d| (m, d)));
        let dated = days().map(|(month, day)| format!("{path}?per=2024-{month:02}-{day:02}"));
        let dated: Vec<String> = dated.collect();
        // What comes after the first is of a page that everybody has a part of in memory.
        http::page(small.at, &path)?;
        http::page(large.at, &path)?;
        let (few, many) = (beyond(&small, &dated)?, beyond(&large, &dated)?);
        lines.push(line(format!("{what}, made anew"), &few, &many, wanted));
    }
    for (what, typed) in QUERIES {
        let path = format!("/sok?q={typed}");
        http::page(small.at, &path)?;
        http::page(large.at, &path)?;
        let asked = vec![path; ASKED];
        let (few, many) = (cost(&small, &asked)?, cost(&large, &asked)?);
        let what = format!("A search for {what}");
        lines.push(line(what, &few, &many, "p99 under 20 ms"));
    }
    Ok(lines)
}

/// Where a page is: a number leads to the address with the words in it.
fn address(server: &Running, path: &str) -> Result<String> {
    let answer = http::get(server.at, path)?;
    let to = answer.header("location").filter(|_| answer.status == 301);
    Ok(to.unwrap_or(path).to_owned())
}

fn line(what: String, few: &Cost, many: &Cost, wanted: &'static str) -> Line {
    let say = |cost: &Cost| {
        let waited = cost.waited.say(2, "ms");
        format!(
            "{:.2} ms of processor; {waited} until it was there",
            cost.processor
        )
    };
    Line {
        what,
        ours: say(many),
        beside: format!("{}, at a tenth of the data", say(few)),
        ratio: format!(
            "{:.2}; {}",
            many.processor / few.processor,
            ratio(&many.waited, &few.waited)
        ),
        wanted,
    }
}

/// How many pages are asked for before they are asked for again: the cache holds so many of the
/// largest, and a page that it has let go would be taken for one that it had.
const AT_ONCE: usize = 7;

/// What pages cost beyond the same pages from the cache: the connection is in both.
fn beyond(server: &Running, paths: &[String]) -> Result<Cost> {
    let (mut made, mut kept) = (Asked::default(), Asked::default());
    for some in paths.chunks(AT_ONCE) {
        made.ask(server, some)?;
        kept.ask(server, some)?;
    }
    let (made, kept) = (made.cost()?, kept.cost()?);
    Ok(Cost {
        processor: (made.processor - kept.processor).max(0.0),
        waited: made.waited.less(kept.waited.median()),
    })
}

fn cost(server: &Running, paths: &[String]) -> Result<Cost> {
    let mut asked = Asked::default();
    asked.ask(server, paths)?;
    asked.cost()
}

/// What asking took so far: of the processor in all, and until each page was there.
#[derive(Default)]
struct Asked {
    processor: f64,
    waited: Vec<f64>,
}

impl Asked {
    fn ask(&mut self, server: &Running, paths: &[String]) -> Result<()> {
        let before = server.processor()?;
        for path in paths {
            let began = Instant::now();
            http::page(server.at, path)?;
            self.waited.push(began.elapsed().as_secs_f64() * 1e3);
        }
        self.processor += server.processor()? - before;
        Ok(())
    }

    fn cost(self) -> Result<Cost> {
        Ok(Cost {
            processor: self.processor / self.waited.len() as f64,
            waited: Turns::of(self.waited)?,
        })
    }
}
