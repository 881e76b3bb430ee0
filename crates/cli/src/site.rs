//! `site`: what an editor publishes from files, and what residents answered.

use crate::import::sentence;
use crate::options::{Defaults, FeedbackTask, SiteFile, SiteTask};
use crate::{explain, import, inbox, say, serve, store};
use anyhow::{Result, anyhow, bail};
use jiff::Timestamp;
use jiff::civil::Date;
use riktning_app::imports::site::{self as files, Kind};
use riktning_app::{App, Unperformed};
use riktning_domain::User;
use riktning_domain::local_time::midnight;
use riktning_store::{Answer, Erase, FeedbackTable, SqliteJournal};
use riktning_words::{Language, Words};
use serde::{Deserialize, Serialize};
use std::path::Path;
use std::time::Instant;
use uuid::Uuid;

/// What an editor wants, as it is handed to whoever has the store.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Order {
    /// The language to answer in.
    language: String,
    what: What,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
enum What {
    /// A file.
    Publish { kind: Kind, file: String },
    /// One answer of a resident is to be erased.
    EraseOne(Uuid),
    /// All from before an instant.
    EraseBefore(Timestamp),
}

/// What came of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Outcome {
    /// It is done and durable.
    Done(String),
    /// The file has faults, each with its path; nothing was done.
    Faulty(Vec<(String, String)>),
    /// It could not be done.
    Failed(String),
}

pub(crate) fn run(task: SiteTask, defaults: &Defaults, words: Words) -> Result<()> {
    let (kind, file) = match task {
        SiteTask::Notice(file) => (Kind::Notice, file),
        SiteTask::Office(file) => (Kind::Office, file),
        SiteTask::Page(file) => (Kind::Page, file),
        SiteTask::Feedback(task) => return feedback(&task, defaults, words),
    };
    publish(kind, &file, defaults, words)
}

fn publish(kind: Kind, task: &SiteFile, defaults: &Defaults, words: Words) -> Result<()> {
    let folder = store::folder(&task.store, defaults, words)?;
    let path = &task.file;
    let bytes = import::contents(path, files::MOST, words)?;
    // What is too long is cut, perhaps within a letter: it is told that it is too long, below.
    let text = match bytes.len() > files::MOST {
        true => Ok(String::from_utf8_lossy(&bytes).into_owned()),
        false => String::from_utf8(bytes),
    };
    let file = text.map_err(|_| {
        let (file, why) = (path.display().to_string(), words.text("cli-not-text"));
        anyhow!(words.with("cli-file-unusable", &[("file", &file), ("why", &why)]))
    })?;
    let what = What::Publish { kind, file };
    give(&folder, what, task.today, defaults, words)
}

/// Does it, or hands it to the program that serves the store.
fn give(
    folder: &Path,
    what: What,
    today: Option<Date>,
    defaults: &Defaults,
    words: Words,
) -> Result<()> {
    // A notice for a store that is not there would make an empty one.
    drop(SqliteJournal::open_to_read(folder)?);
    let order = Order {
        language: words.language().tag().to_owned(),
        what,
    };
    let until = Instant::now() + inbox::PATIENCE;
    // Whoever holds the store either serves it, and takes the order, or lets it go soon: a
    // nightly `verify` must not stand in the way of a notice.
    let outcome = loop {
        match store::open(folder, store::clock(today, defaults), words) {
            Ok(app) => {
                break serve::runtime(words)?.block_on(async {
                    let outcome = perform(&app, order).await;
                    app.close().await;
                    outcome
                });
            }
            Err(error) if !store::is_in_use(&error) => return Err(error),
            Err(_) => match inbox::ask(folder, &order, words)? {
                Some(outcome) => break outcome,
                None if Instant::now() < until => {}
                None => bail!(words.text("cli-not-taken-up")),
            },
        }
    };
    match outcome {
        Outcome::Done(said) => {
            say::line(&said);
            Ok(())
        }
        Outcome::Faulty(faults) => {
            for (path, said) in &faults {
                match path.as_str() {
                    "" => say::fault(said),
                    path => say::fault(&format!("{path}: {said}")),
                }
            }
            bail!(words.count("import-faulty", faults.len(), &[]))
        }
        Outcome::Failed(said) => bail!(said),
    }
}

/// Does what an editor wants: all of it, or nothing.
pub(crate) async fn perform(app: &App, order: Order) -> Outcome {
    let tag = order.language.as_str();
    let language = Language::ALL.into_iter().find(|l| l.tag() == tag);
    let words = Words::of(language.unwrap_or(Language::En));
    match order.what {
        What::Publish { kind, file } => publish_file(app, kind, &file, words).await,
        What::EraseOne(id) => erase(app, Erase::One(id), words).await,
        What::EraseBefore(at) => erase(app, Erase::Before(at), words).await,
    }
}

async fn publish_file(app: &App, kind: Kind, file: &str, words: Words) -> Outcome {
    let read = app.published(app.today(), |p| files::read(kind, file, p));
    let planned = match read {
        Ok(planned) => planned,
        Err(faults) => {
            let said = faults.iter().map(|f| (f.path.clone(), sentence(f, words)));
            return Outcome::Faulty(said.collect());
        }
    };
    let (paths, commands): (Vec<String>, Vec<_>) = planned.into_iter().unzip();
    match app.perform_all(User::Import, commands, None).await {
        Ok(performed) if performed.events == 0 => Outcome::Done(words.text("import-nothing")),
        Ok(performed) => {
            let numbers = [paths.len(), performed.events].map(|n| words.whole(n));
            let args = [("entries", numbers[0].as_str()), ("events", &numbers[1])];
            Outcome::Done(words.with("site-published", &args))
        }
        Err(Unperformed::Refused { place, refusal }) => {
            let path = paths.get(place).cloned().unwrap_or_default();
            Outcome::Faulty(vec![(path, words.refusal(&refusal))])
        }
        Err(error) => Outcome::Failed(explain::in_one_sentence(&error.into(), words)),
    }
}

async fn erase(app: &App, which: Erase, words: Words) -> Outcome {
    match app.erase_answers(which).await {
        Ok(erased) => Outcome::Done(words.count("feedback-erased", erased, &[])),
        Err(error) => Outcome::Failed(explain::in_one_sentence(&error.into(), words)),
    }
}

fn feedback(task: &FeedbackTask, defaults: &Defaults, words: Words) -> Result<()> {
    let folder = store::folder(&task.store, defaults, words)?;
    let what = match (task.erase, task.erase_before) {
        (Some(id), _) => What::EraseOne(id),
        (None, Some(day)) => What::EraseBefore(midnight(day)),
        (None, None) => {
            // Reading needs no hold of the store, so it works beside a program that serves.
            let answers = SqliteJournal::open_to_read(&folder)?.answers()?;
            for line in csv(&answers) {
                say::line(&line);
            }
            return Ok(());
        }
    };
    give(&folder, what, None, defaults, words)
}

/// The answers as CSV (RFC 4180), each cell quoted.
fn csv(answers: &[Answer]) -> Vec<String> {
    let head = ["id", "at", "page", "helped", "comment"].map(str::to_owned);
    let rows = answers.iter().map(|answer| {
        let helped = if answer.helped { "yes" } else { "no" };
        [
            answer.id.to_string(),
            answer.at.to_string(),
            answer.page.clone(),
            helped.to_owned(),
            answer.comment.clone().unwrap_or_default(),
        ]
    });
    let line = |cells: [String; 5]| cells.map(|cell| quoted(&cell)).join(",");
    [head].into_iter().chain(rows).map(line).collect()
}

/// A cell that no program that opens the file takes for a formula, or for the end of the cell.
fn quoted(cell: &str) -> String {
    let formula = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];
    let guard = if cell.trim_start_matches(' ').starts_with(formula) {
        "'"
    } else {
        ""
    };
    format!("\"{guard}{}\"", cell.replace('"', "\"\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_is_a_formula_or_ends_itself() {
        assert_eq!(quoted("Bra!"), "\"Bra!\"");
        assert_eq!(quoted("=HYPERLINK(\"x\")"), "\"'=HYPERLINK(\"\"x\"\")\"");
        for start in ["+", "-", "@", "\t", "\n", " ="] {
            let cell = quoted(&format!("{start}1"));
            assert!(cell.starts_with("\"'"), "{cell}");
        }
        assert_eq!(quoted("a\",\"b"), "\"a\"\",\"\"b\"");
    }
}
