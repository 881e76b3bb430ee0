//! The log of changes and the index of the search: whether the log follows the measurements, and
//! what both cost at ten years of a busy municipality.

use super::million::make;
use super::{Line, built};
use anyhow::{Context, Result};
use std::path::Path;
use std::process::Command;

/// What making both took, and what they hold.
struct Made {
    log: f64,
    index: f64,
    rows: f64,
    log_held: f64,
    index_held: f64,
}

pub(super) fn lines(scratch: &Path) -> Result<Vec<Line>> {
    // The same hundred elements, and as many figures as there are events beside them.
    let mut of = Vec::new();
    for events in ["11200", "101200", "1001200"] {
        let folder = scratch.join(format!("figures-{events}"));
        make(&folder, &[events, "100"])?;
        of.push(made(&folder)?);
    }
    let large = scratch.join("large");
    if !large.exists() {
        make(&large, &["2060000", "20000"])?;
    }
    let ten_years = made(&large)?;
    let mut lines = Vec::new();
    for (what, few, many) in [("100 000", &of[0], &of[1]), ("1 000 000", &of[1], &of[2])] {
        lines.push(Line {
            what: format!("The log of changes made with {what} figures"),
            ours: format!("{:.0} ms", many.log),
            beside: format!("{:.0} ms, with a tenth of them", few.log),
            ratio: format!("{:.1}", many.log / few.log),
            wanted: "at most 10",
        });
    }
    lines.push(Line {
        what: "The log of changes of ten years: 20 000 elements, 2 000 000 figures".into(),
        ours: format!(
            "{:.0} ms, {:.0} rows, {:.0} MB",
            ten_years.log, ten_years.rows, ten_years.log_held
        ),
        beside: String::new(),
        ratio: String::new(),
        wanted: "off the request path",
    });
    lines.push(Line {
        what: "The index of the search of the same".into(),
        ours: format!("{:.0} ms, {:.0} MB", ten_years.index, ten_years.index_held),
        beside: format!("{:.0} ms, with 100 elements", of[2].index),
        ratio: format!("{:.1}", ten_years.index / of[2].index),
        wanted: "off the request path",
    });
    Ok(lines)
}

fn made(folder: &Path) -> Result<Made> {
    let output = Command::new(built("examples/readings"))
        .arg(folder)
        .output()?;
    let said = String::from_utf8(output.stdout)?;
    let figures: Vec<f64> = said
        .split_whitespace()
        .filter_map(|f| f.parse().ok())
        .collect();
    let [log, index, rows, log_held, index_held] = figures[..] else {
        anyhow::bail!("it said: {said}{}", String::from_utf8_lossy(&output.stderr));
    };
    output.status.success().then_some(()).context("it failed")?;
    Ok(Made {
        log,
        index,
        rows,
        log_held,
        index_held,
    })
}
