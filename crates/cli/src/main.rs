//! The binary `riktning`: demo, serve, import, export, verify.
//!
//! Exit status: 0 done, 1 refused, 2 wrong use (clap's), and from `verify` 3 unreadable.

mod demo;
mod explain;
mod help;
mod import;
mod inbox;
mod mail;
mod options;
mod people;
mod person;
mod progress;
mod provider;
mod say;
mod serve;
mod site;
mod store;
mod verify;

use options::{Defaults, Export, Import, Options, Task};
use std::io::IsTerminal as _;
use std::process::ExitCode;

fn main() -> ExitCode {
    let options = Options::given();
    let serves = matches!(options.command, Task::Demo(_) | Task::Serve(_));
    listen_to_what_happens(serves);
    let defaults = match Defaults::read(options.config.as_deref()) {
        Ok(defaults) => defaults,
        Err(error) => {
            let words = say::words(options.language);
            let file = options.config.unwrap_or_default().display().to_string();
            let why = explain::defaults(&error, words);
            let args = [("file", file.as_str()), ("why", &why)];
            say::error(&words.with("cli-file-unusable", &args));
            return ExitCode::from(store::WRONG_USE);
        }
    };
    let words = say::words(options.language.or(defaults.language));
    let done = match options.command {
        Task::Demo(task) => demo::run(task, &defaults, words),
        Task::Serve(task) => serve::run(*task, &defaults, words),
        Task::Import(Import::Facts { file, store, today }) => {
            import::facts(&file, &store, today, &defaults, words)
        }
        Task::Import(Import::Journal { dir, store }) => {
            import::journal(&dir, &store, &defaults, words)
        }
        Task::Export(Export::Journal { dir, store }) => {
            import::export(&dir, &store, &defaults, words)
        }
        Task::Site(task) => site::run(task, &defaults, words),
        Task::Person(task) => person::run(task, &defaults, words),
        Task::Verify(task) => return verify::run(&task, &defaults, words),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // One sentence that says what and what to do; the cause behind it if it adds any.
            say::error(&store::explained(&error, &defaults, words));
            match error.is::<store::WrongUse>() {
                true => ExitCode::from(store::WRONG_USE),
                false => ExitCode::from(1),
            }
        }
    }
}

/// What happens is told on standard error, in UTC; `RUST_LOG` says how much, and
/// `RIKTNING_LOG=json` in which form. A command that ends by itself says how it went in a
/// sentence, so only what serves has a log.
fn listen_to_what_happens(serves: bool) {
    let filter = tracing_subscriber::EnvFilter::try_from_default_env().unwrap_or_else(|_| {
        tracing_subscriber::EnvFilter::new(if serves { "warn" } else { "off" })
    });
    let told = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_ansi(std::io::stderr().is_terminal())
        // Where the log cannot be written, nobody can be told.
        .log_internal_errors(false)
        .with_writer(std::io::stderr);
    let told = if std::env::var("RIKTNING_LOG").is_ok_and(|form| form == "json") {
        told.json().try_init()
    } else {
        told.try_init()
    };
    // Somebody else already listens only in a test.
    drop(told);
}
