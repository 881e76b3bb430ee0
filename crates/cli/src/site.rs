//! `site`: what an editor publishes from files, and what residents answered.

use crate::import::why;
use crate::options::{Defaults, FeedbackTask, SiteFile, SiteTask};
use crate::{explain, import, inbox, say, serve, store};
use anyhow::{Result, anyhow, bail};
use jiff::Timestamp;
use jiff::civil::Date;
use riktning_app::feedback::{Disposal, NotErased, ToErase};
use riktning_app::imports::facts::FaultKind;
use riktning_app::imports::site::{self as files, Kind, Told, Wrong};
use riktning_app::views::listed::{Listed, SiteList, Standing};
use riktning_app::{App, Unperformed};
use riktning_domain::local_time::midnight;
use riktning_domain::{Command, Text, User};
use riktning_store::{Answer, FeedbackTable, SqliteJournal};
use riktning_words::{Language, Words};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
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
    /// What is there is to be listed.
    List,
    /// One answer of a resident is to be erased under a decision on disposal.
    EraseOne(Uuid, Under),
    /// All from before an instant.
    EraseBefore(Timestamp, Under),
    /// It is said what was changed because of an answer.
    Note(Uuid, String),
}

/// The decision on disposal under which answers are erased.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Under {
    decision: String,
    decided: Date,
    case_number: String,
}

/// What came of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Outcome {
    /// It is done and durable.
    Done(String),
    /// The file has faults, each with its place; nothing was done.
    Faulty(Vec<(String, String)>),
    /// Lines to read.
    Lines(Vec<String>),
    /// It could not be done.
    Failed(String),
}

pub(crate) fn run(task: SiteTask, defaults: &Defaults, words: Words) -> Result<()> {
    let (kind, file) = match task {
        SiteTask::Notice(file) => (Kind::Notice, file),
        SiteTask::Office(file) => (Kind::Office, file),
        SiteTask::Page(file) => (Kind::Page, file),
        SiteTask::Translation(file) => (Kind::Translation, file),
        SiteTask::Note(file) => (Kind::Note, file),
        SiteTask::List(task) => {
            let folder = store::folder(&task.store, defaults, words)?;
            return give(&folder, What::List, task.today, defaults, words);
        }
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
        Outcome::Lines(lines) => {
            lines.iter().for_each(|line| say::line(line));
            Ok(())
        }
        Outcome::Faulty(faults) => {
            for (place, said) in &faults {
                match place.as_str() {
                    "" => say::fault(said),
                    place => say::fault(&format!("{place}: {said}")),
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
        What::List => {
            let list = app.plan(SiteList::of);
            Outcome::Lines(listed(&list, words))
        }
        What::EraseOne(id, under) => erase(app, ToErase::One(id), under, words).await,
        What::EraseBefore(at, under) => erase(app, ToErase::Before(at), under, words).await,
        What::Note(id, said) => note(app, id, &said, words).await,
    }
}

async fn publish_file(app: &App, kind: Kind, file: &str, words: Words) -> Outcome {
    let mut plan = app.published(app.today(), |p| files::read(kind, file, p));
    pages_there(app, &mut plan).await;
    if let Err(error) = words_there(app, &mut plan).await {
        return Outcome::Failed(explain::in_one_sentence(&error.into(), words));
    }
    let wrong = app.plan(|state, now| plan.wrong(state, now));
    if !wrong.is_empty() {
        return Outcome::Faulty(wrong.iter().map(|told| said(told, words)).collect());
    }
    let (paths, commands): (Vec<String>, Vec<_>) = plan.commands.into_iter().unzip();
    match app.perform_all(User::Import, commands, None).await {
        Ok(performed) if performed.events == 0 => Outcome::Done(words.text("import-nothing")),
        Ok(performed) => {
            // An entry may take several commands: `note[0].source`, `note[0]`.
            let entries = paths.iter().filter_map(|path| path.split(']').next());
            let entries = entries.collect::<BTreeSet<_>>().len();
            let numbers = [entries, performed.events].map(|n| words.whole(n));
            let args = [("entries", numbers[0].as_str()), ("events", &numbers[1])];
            Outcome::Done(words.with("site-published", &args))
        }
        // Somebody else wrote in between.
        Err(Unperformed::Refused { place, refusal }) => {
            let path = paths.get(place).cloned().unwrap_or_default();
            Outcome::Faulty(vec![(path, words.refusal(&refusal))])
        }
        Err(error) => Outcome::Failed(explain::in_one_sentence(&error.into(), words)),
    }
}

/// Faults every page that the site does not have: nobody would ever see who answers for it.
async fn pages_there(app: &App, plan: &mut files::Plan) {
    let mut missing = Vec::new();
    for (path, command) in &plan.commands {
        if let Command::DescribePage(page) = command
            && let Some(address) = page.path.as_str()
            && address.starts_with('/')
            && !riktning_web::routes::has_page(app, address).await
        {
            missing.push(format!("{path}.path"));
        }
    }
    for path in missing {
        plan.fault(&path, FaultKind::UnknownPage);
    }
}

/// Faults every translation of words that stand nowhere: no page would ever show it.
async fn words_there(app: &App, plan: &mut files::Plan) -> Result<(), Unperformed> {
    // What is translated already stood when it was, and costs no reading of the journal.
    let translated = app.plan(|state, _| {
        let all = state.translated().filter_map(|made| made.text.sv.as_str());
        all.map(str::to_owned).collect::<BTreeSet<String>>()
    });
    let new = plan.translated().map(|(_, words)| words.to_owned());
    let new = new.filter(|words| !translated.contains(words)).collect();
    let unsaid = app.unsaid(new).await?;
    let nowhere = plan
        .translated()
        .filter(|(_, words)| unsaid.contains(*words));
    let paths: Vec<String> = nowhere.map(|(path, _)| format!("{path}.sv")).collect();
    for path in paths {
        plan.fault(&path, FaultKind::StandsNowhere);
    }
    Ok(())
}

/// What is wrong, with its place before it.
fn said(told: &Told, words: Words) -> (String, String) {
    let said = match &told.wrong {
        Wrong::Fault(kind) => why(kind, words),
        Wrong::Refused(refusal) => words.refusal(refusal),
    };
    let place = match (told.line, told.path.as_str()) {
        (Some(line), path) => {
            let line = line.to_string();
            words.with("site-place", &[("line", &line), ("path", path)])
        }
        (None, path) => path.to_owned(),
    };
    (place, said)
}

/// What is there, a line each, in columns.
fn listed(list: &SiteList, words: Words) -> Vec<String> {
    let head = ["kind", "id", "state", "from", "to", "name", "of"];
    let head = head.map(|key| words.text(&format!("site-list-{key}"))); // words-keys: site-list-*
    let sections = [
        (Kind::Notice, &list.notices),
        (Kind::Office, &list.offices),
        (Kind::Page, &list.pages),
        (Kind::Translation, &list.translations),
        (Kind::Note, &list.notes),
    ];
    let rows = sections.into_iter().flat_map(|(kind, listed)| {
        let row = move |listed: &Listed| row(kind, listed, words);
        listed.iter().map(row)
    });
    let rows: Vec<[String; 7]> = [head].into_iter().chain(rows).collect();
    let wide = |column: usize| rows.iter().map(|row| row[column].chars().count()).max();
    let widths: Vec<usize> = (0..7).map(|column| wide(column).unwrap_or(0)).collect();
    let line = |row: &[String; 7]| {
        let cells = row.iter().zip(&widths).map(|(cell, wide)| {
            let room = wide.saturating_sub(cell.chars().count());
            format!("{cell}{}", " ".repeat(room))
        });
        cells.collect::<Vec<_>>().join("  ").trim_end().to_owned()
    };
    rows.iter().map(line).collect()
}

fn row(kind: Kind, listed: &Listed, words: Words) -> [String; 7] {
    let standing = words.text(match listed.standing {
        Standing::Coming => "site-list-coming",
        Standing::Stands => "site-list-stands",
        Standing::Over => "site-list-over",
        Standing::Undated => "site-list-undated",
    });
    let or_dash = |cell: &Option<String>| cell.clone().unwrap_or_else(|| "–".to_owned());
    // A name of several lines must not look like several things.
    let name = listed.name.as_ref().map(|name| words.typed(name));
    let name = name.map(|name| name.split_whitespace().collect::<Vec<_>>().join(" "));
    [
        kind.section().to_owned(),
        listed.id.clone(),
        standing,
        or_dash(&listed.from),
        or_dash(&listed.to),
        or_dash(&name),
        listed.of.clone().unwrap_or_default(),
    ]
}

async fn erase(app: &App, which: ToErase, under: Under, words: Words) -> Outcome {
    let disposal = Disposal {
        decision: Text::new(under.decision.trim()),
        decided: under.decided,
        case_number: Text::new(under.case_number.trim()),
    };
    match app
        .erase_answers(User::Import, &which, disposal, None)
        .await
    {
        Ok(erased) => Outcome::Done(words.count("feedback-erased", erased, &[])),
        Err(NotErased::Refused(refusal)) => Outcome::Failed(words.refusal(&refusal)),
        Err(NotErased::Changed) => Outcome::Failed(words.text("answers-fault-other")),
        Err(NotErased::Unperformed(error)) => {
            Outcome::Failed(explain::in_one_sentence(&error.into(), words))
        }
    }
}

async fn note(app: &App, id: Uuid, said: &str, words: Words) -> Outcome {
    match app.say_of_answer(id, said).await {
        Ok(true) => Outcome::Done(words.text("feedback-noted")),
        Ok(false) => Outcome::Failed(words.text("feedback-no-such")),
        Err(error) => Outcome::Failed(explain::in_one_sentence(&error.into(), words)),
    }
}

fn feedback(task: &FeedbackTask, defaults: &Defaults, words: Words) -> Result<()> {
    let folder = store::folder(&task.store, defaults, words)?;
    let under = || {
        let (decision, number) = (task.decision.clone()?, task.case_number.clone()?);
        Some(Under {
            decision,
            decided: task.decided?,
            case_number: number,
        })
    };
    let noted = task.note.zip(task.changed.clone());
    let what = match (task.erase, task.erase_before, under(), noted) {
        (_, _, _, Some((id, said))) => What::Note(id, said),
        (Some(id), _, Some(under), _) => What::EraseOne(id, under),
        (None, Some(day), Some(under), _) => What::EraseBefore(midnight(day), under),
        _ => {
            // Reading needs no hold of the store, so it works beside a program that serves.
            let answers = SqliteJournal::open_to_read(&folder)?.answers()?;
            say::file(&csv(&answers));
            return Ok(());
        }
    };
    give(&folder, what, None, defaults, words)
}

/// The answers as CSV (RFC 4180): each cell quoted, so that a line break within one is a line
/// break, and each record ends as the standard says.
fn csv(answers: &[Answer]) -> String {
    let head = ["id", "at", "page", "helped", "comment", "changed"].map(str::to_owned);
    let rows = answers.iter().map(|answer| {
        let helped = if answer.helped { "yes" } else { "no" };
        [
            answer.id.to_string(),
            answer.at.to_string(),
            answer.page.clone(),
            helped.to_owned(),
            answer.comment.clone().unwrap_or_default(),
            answer
                .note
                .as_ref()
                .map_or(String::new(), |(note, _)| note.clone()),
        ]
    });
    let line = |cells: [String; 6]| cells.map(|cell| quoted(&cell)).join(",") + "\r\n";
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
