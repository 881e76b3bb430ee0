//! How long the log of changes and the index of the search take to be made, for
//! `cargo xtask bench`:
//!
//! `cargo run --release -p riktning-app --example readings -- FOLDER`
//!
//! One line: milliseconds of the log and of the index, each the median of five, rows of the
//! log, and how many megabytes each holds.

use jiff::civil::Date;
use riktning_app::changes::Log;
use riktning_app::search::Index;
use riktning_app::{App, Clock};
use riktning_domain::Published;
use riktning_store::SqliteJournal;
use std::error::Error;
use std::hint::black_box;
use std::path::Path;
use std::time::Instant;

const TODAY: Date = jiff::civil::date(2026, 1, 31);

fn main() -> Result<(), Box<dyn Error>> {
    let folder = std::env::args().nth(1).ok_or("readings FOLDER")?;
    let journal = SqliteJournal::open(Path::new(&folder))?;
    let app = App::open(Box::new(journal), Clock::Fixed(TODAY), &mut |_| {})?;
    let (log, log_held) = median(&app, Log::of);
    let (index, index_held) = median(&app, Index::of);
    let rows = app.published(TODAY, |p| Log::of(p).rows.len());
    println!("{log:.1} {index:.1} {rows} {log_held:.1} {index_held:.1}");
    Ok(())
}

/// Milliseconds, the median of five, and the megabytes that one of them holds.
fn median<T>(app: &App, make: fn(Published<'_>) -> T) -> (f64, f64) {
    let before = megabytes();
    let held = app.published(TODAY, make);
    let after = megabytes();
    let mut took: Vec<f64> = (0..5)
        .map(|_| {
            let began = Instant::now();
            black_box(app.published(TODAY, make));
            began.elapsed().as_secs_f64() * 1e3
        })
        .collect();
    drop(held);
    took.sort_by(f64::total_cmp);
    (took[2], after - before)
}

/// What the process holds; 0 where the kernel does not say.
fn megabytes() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    let kilobytes = line.and_then(|line| line.split_whitespace().next()?.parse::<f64>().ok());
    kilobytes.unwrap_or_default() * 1024.0 / 1e6
}
