//! `import` and `export`: facts in, a journal out and in.

mod folded;

use crate::options::{Defaults, Store};
use crate::progress::{Progress, Waiting};
use crate::{say, serve, store};
use anyhow::{Context, Result};
use jiff::civil::Date;
use riktning_app::App;
use riktning_app::imports::facts::{self, Fault, FaultKind, Reason};
use riktning_domain::Refusal;
use riktning_store::{Head, SqliteJournal};
use riktning_words::Words;
use std::io::Read as _;
use std::path::Path;

pub(crate) fn journal(dir: &Path, target: &Store, defaults: &Defaults, words: Words) -> Result<()> {
    let folder = store::folder(target, defaults, words)?;
    // The source is looked at before a place is made for it.
    let manifest = dir.join("manifest.json");
    let from = dir.display().to_string();
    riktning_store::regular_file(&manifest)
        .with_context(|| words.with("cli-no-export", &[("folder", &from)]))?;
    let trace = store::Trace::before(&folder);
    let take = {
        let (dir, folder) = (dir.to_owned(), folder);
        move || -> Result<Head> {
            let mut journal = SqliteJournal::open(&folder)?;
            let mut progress = Progress::of(words.text("cli-importing"));
            let each = &mut |count| progress.at(count);
            Ok(riktning_store::import(&mut journal, &dir, each)?)
        }
    };
    let imported = serve::runtime(words)?.block_on(unless_stopped(&trace, words, async {
        tokio::task::spawn_blocking(take).await?
    }));
    let head = imported.inspect_err(|error| trace.remove_after(error))?;
    say_head(head, words);
    Ok(())
}

/// Does it, unless somebody stops the program: then no trace is left and the program ends here,
/// without waiting for what may be half-way through a large file.
async fn unless_stopped<T>(
    trace: &store::Trace,
    words: Words,
    work: impl Future<Output = Result<T>>,
) -> Result<T> {
    let mut stop = serve::told_to_stop();
    tokio::select! {
        done = work => done,
        _ = stop.wait_for(|stop| *stop) => {
            trace.remove();
            say::error(&words.text("cli-stopped"));
            std::process::exit(1)
        }
    }
}

pub(crate) fn export(dir: &Path, source: &Store, defaults: &Defaults, words: Words) -> Result<()> {
    let folder = store::folder(source, defaults, words)?;
    let journal = SqliteJournal::open_to_read(&folder)?;
    let mut progress = Progress::of(words.text("cli-exporting"));
    let head = riktning_store::export(&journal, dir, &mut |count| progress.at(count))
        .with_context(|| {
            let folder = folder.display().to_string();
            words.with("cli-not-exported", &[("folder", &folder)])
        })?;
    drop(progress);
    say_head(head, words);
    Ok(())
}

fn say_head(head: Head, words: Words) {
    let (events, hash) = (head.position.to_string(), head.hash.to_string());
    say::line(&words.with("cli-head", &[("events", &events), ("hash", &hash)]));
}

/// What came of a file of facts.
#[derive(Debug, Default)]
pub(crate) struct Report {
    /// Every fault of the file; then nothing was taken.
    pub(crate) faults: Vec<Fault>,
    /// What is told of the records that are reported instead of taken: path and reason.
    told: Vec<(String, Why)>,
    /// How many records were taken.
    taken: usize,
    /// How many were reported instead.
    reported: usize,
    /// How many events that made.
    events: usize,
}

/// Why a record is reported.
#[derive(Debug)]
enum Why {
    /// The importer has no use for it.
    Left(Reason),
    /// A rule refused it.
    Refused(Refusal),
}

/// Reads a file of facts and takes it in, as one transaction with the file itself.
pub(crate) async fn take(app: &App, file: Vec<u8>) -> Result<Report> {
    let facts = match facts::read(&file) {
        Ok(facts) => facts,
        Err(faults) => {
            return Ok(Report {
                faults,
                ..Report::default()
            });
        }
    };
    let plan = app.plan(|state, now| facts.plan(state, now));
    let paths: Vec<String> = plan.commands.iter().map(|(path, _)| path.clone()).collect();
    let left_out = plan.reported.iter().map(|r| r.path.clone()).collect();
    let imported = app.import(plan.commands, left_out, file).await?;
    let left = plan
        .reported
        .into_iter()
        .map(|r| (r.path, Why::Left(r.reason)));
    let refusals = imported.refused.into_iter();
    let refusals = refusals.map(|(place, refusal)| (paths[place].clone(), Why::Refused(refusal)));
    Ok(Report {
        faults: Vec::new(),
        told: left.chain(refusals).collect(),
        taken: imported.taken,
        reported: imported.reported,
        events: imported.performed.events,
    })
}

pub(crate) fn facts(
    file: &Path,
    target: &Store,
    today: Option<Date>,
    defaults: &Defaults,
    words: Words,
) -> Result<()> {
    let folder = store::folder(target, defaults, words)?;
    let waiting = Waiting::of(words.text("cli-importing"));
    let bytes = contents(file, facts::MOST, words)?;
    // A file with faults leaves no store behind.
    if let Err(faults) = facts::read(&bytes) {
        return Err(faulty(&faults, words));
    }
    let trace = store::Trace::before(&folder);
    let taken = serve::runtime(words)?.block_on(unless_stopped(&trace, words, async {
        let app = store::open(&folder, store::clock(today, defaults), words)?;
        let report = take(&app, bytes).await;
        app.close().await;
        report
    }));
    drop(waiting);
    let report = match taken {
        Ok(report) => report,
        Err(error) => {
            trace.remove_after(&error);
            return Err(error);
        }
    };
    let told = report.told.iter().map(|(path, why)| {
        let why = match why {
            Why::Left(reason) => words.text(reason.key()),
            Why::Refused(refusal) => words.refusal(refusal),
        };
        (path.as_str(), why)
    });
    folded::lines(told).iter().for_each(|line| say::line(line));
    if report.events == 0 {
        say::line(&words.text("import-nothing"));
        return Ok(());
    }
    let numbers = [report.taken, report.reported, report.events].map(|n| words.whole(n));
    let args = [
        ("taken", numbers[0].as_str()),
        ("reported", &numbers[1]),
        ("events", &numbers[2]),
    ];
    say::line(&words.with("import-summary", &args));
    Ok(())
}

/// The file, or as much of it as tells that it is too large.
pub(crate) fn contents(file: &Path, most: usize, words: Words) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let read = riktning_store::regular_file(file)
        .and_then(|file| file.take(most as u64 + 1).read_to_end(&mut bytes));
    let named = file.display().to_string();
    read.with_context(|| words.with("cli-file-unreadable", &[("file", &named)]))?;
    Ok(bytes)
}

/// Every fault with its path on standard error, and one sentence that says what came of it.
fn faulty(faults: &[Fault], words: Words) -> anyhow::Error {
    const MOST: usize = 300;
    for fault in faults.iter().take(MOST) {
        let said = why(&fault.kind, words);
        match fault.path.as_str() {
            "" => say::fault(&said),
            path => say::fault(&format!("{path}: {said}")),
        }
    }
    match faults.len().saturating_sub(MOST) {
        0 => {}
        more => say::fault(&words.count("import-more-faults", more, &[])),
    }
    anyhow::anyhow!(words.count("import-faulty", faults.len(), &[]))
}

/// What is wrong, in a sentence without its path.
pub(crate) fn why(kind: &FaultKind, words: Words) -> String {
    match kind {
        FaultKind::NotJson { line, column } | FaultKind::NotToml { line, column } => {
            let (line, column) = (line.to_string(), column.to_string());
            words.with(kind.key(), &[("line", &line), ("column", &column)])
        }
        FaultKind::UnknownField { fields } => words.with(kind.key(), &[("fields", fields)]),
        FaultKind::NotAmong { allowed } => words.with(kind.key(), &[("allowed", allowed)]),
        FaultKind::LongerThan { most } => words.with(kind.key(), &[("most", &words.whole(*most))]),
        _ => words.text(kind.key()),
    }
}
