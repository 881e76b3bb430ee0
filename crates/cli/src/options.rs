//! What the command line takes. A value comes from its flag, else from its `RIKTNING_…`
//! variable, else from the TOML file, else it has a default.

use crate::person::role;
use crate::say;
use crate::store::WRONG_USE;
use clap::error::{ContextKind, ContextValue};
use clap::{Arg, Args, Command, CommandFactory, FromArgMatches, Parser, Subcommand, ValueEnum};
use jiff::civil::Date;
use riktning_domain::permissions::Role;
use riktning_domain::sources::is_web_address;
use riktning_store::regular_file;
use riktning_words::Words;
use serde::de::Error as _;
use serde::{Deserialize, Deserializer};
use std::io::Read as _;
use std::net::{IpAddr, SocketAddr};
use std::path::{Path, PathBuf};

/// Riktning: the governance system of a municipal group as one program.
#[derive(Debug, Parser)]
#[command(
    name = "riktning",
    version,
    about = "Riktning: the governance system of a municipal group as one program",
    long_about = None,
    max_term_width = 96
)]
#[command(after_help = "\
Begin with `riktning demo`: two municipalities, one real and one invented, in your browser.
Exit status: 0 done, 1 refused, 2 wrong use; `verify` also 3, unreadable.")]
pub(crate) struct Options {
    /// A TOML file with defaults, such as data = "/srv/riktning"
    #[arg(long, global = true, env = "RIKTNING_CONFIG", value_name = "FILE")]
    pub config: Option<PathBuf>,
    /// The language of messages; otherwise the one of the terminal
    #[arg(long, global = true, env = "RIKTNING_LANGUAGE", value_enum)]
    pub language: Option<LanguageOption>,
    #[command(subcommand)]
    pub command: Task,
}

/// The languages that messages speak.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum LanguageOption {
    /// Svenska
    Sv,
    /// English
    En,
    /// Suomi
    Fi,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Task {
    /// Show two municipalities: Eskilstuna from public facts, and Exempelstad, invented
    Demo(Demo),
    /// Serve a store
    Serve(Serve),
    /// Take in facts, or a journal
    #[command(subcommand)]
    Import(Import),
    /// Write a journal out
    #[command(subcommand)]
    Export(Export),
    /// Publish notices, offices, page owners, translations and what sources say from files, and
    /// read what residents answered
    #[command(subcommand)]
    Site(SiteTask),
    /// Give people a sign-in and roles, and take them back. Not while the store is served
    #[command(subcommand)]
    Person(PersonTask),
    /// Walk the whole chain and every blob: 0 sound, 1 tampered with, 3 unreadable
    Verify(Verify),
}

#[derive(Debug, Args)]
pub(crate) struct Demo {
    /// The folder of the two stores; made if it is not there
    #[arg(long, env = "RIKTNING_DATA", value_name = "DIR")]
    pub data: Option<PathBuf>,
    /// Where Eskilstuna answers [default: 127.0.0.1:8080]
    #[arg(long, env = "RIKTNING_LISTEN", value_name = "ADDRESS")]
    pub listen: Option<SocketAddr>,
    /// Where Exempelstad answers [default: 127.0.0.1:8081]
    #[arg(long, env = "RIKTNING_LISTEN_EXAMPLE", value_name = "ADDRESS")]
    pub listen_example: Option<SocketAddr>,
    /// The day to call today, such as 2018-11-01
    #[arg(long, env = "RIKTNING_TODAY", value_name = "DAY", value_parser = day)]
    pub today: Option<Date>,
}

#[derive(Debug, Args)]
pub(crate) struct Serve {
    #[command(flatten)]
    pub store: Store,
    /// Where to answer [default: 127.0.0.1:8080]
    #[arg(long, env = "RIKTNING_LISTEN", value_name = "ADDRESS")]
    pub listen: Option<SocketAddr>,
    /// The address that residents know, with scheme and host
    #[arg(long, env = "RIKTNING_PUBLIC_URL", value_name = "URL", value_parser = site)]
    pub public_url: Option<String>,
    /// A proxy in front whose word of a caller's address counts; may be given several times
    #[arg(
        long,
        env = "RIKTNING_TRUSTED_PROXY",
        value_name = "ADDRESS",
        value_delimiter = ','
    )]
    pub trusted_proxy: Vec<IpAddr>,
    /// Whoever hands in, decides or lets others in turns on sign-in in two steps before all else
    #[arg(long, env = "RIKTNING_REQUIRE_SECOND_STEP")]
    pub require_second_step: bool,
    /// The day that pages show as today; what is recorded has the machine's time
    #[arg(long, env = "RIKTNING_TODAY", value_name = "DAY", value_parser = day)]
    pub today: Option<Date>,
}

#[derive(Debug, Args)]
pub(crate) struct Store {
    /// The folder of the store
    #[arg(long, env = "RIKTNING_DATA", value_name = "DIR")]
    pub data: Option<PathBuf>,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Import {
    /// A file of public facts about a municipality, with their sources
    Facts {
        /// The file
        file: PathBuf,
        #[command(flatten)]
        store: Store,
        /// The last day from which a fact may stand; what is recorded has the machine's time
        #[arg(long, env = "RIKTNING_TODAY", value_name = "DAY", value_parser = day)]
        today: Option<Date>,
    },
    /// A journal that `export journal` wrote, into an empty store
    Journal {
        /// The folder that was written
        dir: PathBuf,
        #[command(flatten)]
        store: Store,
    },
}

#[derive(Debug, Subcommand)]
pub(crate) enum Export {
    /// The whole journal with its blobs, for keeping and for another machine
    Journal {
        /// The folder to write; must be empty or not there
        dir: PathBuf,
        #[command(flatten)]
        store: Store,
    },
}

/// What an editor does until there is a work area. Works also while the store is served.
#[derive(Debug, Subcommand)]
pub(crate) enum SiteTask {
    /// Publish, change or end service notices
    #[command(after_help = NOTICE_HELP)]
    Notice(SiteFile),
    /// Set the contact centre, its places, hours and exceptions
    #[command(after_help = OFFICE_HELP)]
    Office(SiteFile),
    /// Say who is responsible for a page
    #[command(after_help = PAGE_HELP)]
    Page(SiteFile),
    /// Give texts that stand in Swedish in English and Finnish
    #[command(after_help = TRANSLATION_HELP)]
    Translation(SiteFile),
    /// Say what a public source says about the municipality or one of its bodies
    #[command(after_help = NOTE_HELP)]
    Note(SiteFile),
    /// List the notices, offices, pages, translations and notes that are there, with their ids
    #[command(after_help = LIST_HELP)]
    List(SiteList),
    /// Write what residents answered as CSV, or erase answers
    Feedback(FeedbackTask),
}

/// Accounts and grants.
#[derive(Debug, Subcommand)]
pub(crate) enum PersonTask {
    /// Add a person, and print a password that is used up at the first sign-in
    Add {
        /// The name to sign in with: letters, digits and . - _ @
        login: String,
        /// What colleagues see
        #[arg(long, value_name = "NAME")]
        name: String,
        #[command(flatten)]
        store: Store,
    },
    /// Print a new one-time password, and sign the person out everywhere
    Password {
        /// The name to sign in with
        login: String,
        #[command(flatten)]
        store: Store,
    },
    /// Bar a person: no password opens any more, and every device is signed out
    Bar {
        /// The name to sign in with
        login: String,
        #[command(flatten)]
        store: Store,
    },
    /// Take away a person's sign-in in two steps, when telephone and recovery codes are lost; they
    /// are signed out everywhere, and are told of it
    TakeSecondStep {
        /// The name to sign in with
        login: String,
        #[command(flatten)]
        store: Store,
    },
    /// Give a person a role at a body
    Grant {
        /// The name to sign in with
        login: String,
        /// reader, contributor, approver, process-owner, controller, strategist, registrar,
        /// editor, auditor or administrator
        #[arg(value_parser = role)]
        role: Role,
        /// The body, as in its address: kommunstyrelsen
        body: String,
        /// The first day [default: today]
        #[arg(long, value_name = "DAY", value_parser = day)]
        from: Option<Date>,
        /// The last day
        #[arg(long, value_name = "DAY", value_parser = day)]
        to: Option<Date>,
        #[command(flatten)]
        store: Store,
    },
    /// End a role
    End {
        /// The name to sign in with
        login: String,
        /// The role
        #[arg(value_parser = role)]
        role: Role,
        /// The body, as in its address
        body: String,
        /// The last day [default: today]
        #[arg(long, value_name = "DAY", value_parser = day)]
        last_day: Option<Date>,
        #[command(flatten)]
        store: Store,
    },
    /// List everybody with their roles
    List {
        #[command(flatten)]
        store: Store,
    },
}

#[derive(Debug, Args)]
pub(crate) struct SiteFile {
    /// The file, in TOML; all of it is done, or nothing
    pub file: PathBuf,
    #[command(flatten)]
    pub store: Store,
    /// The day to call today, when the store is not served
    #[arg(long, env = "RIKTNING_TODAY", value_name = "DAY", value_parser = day)]
    pub today: Option<Date>,
}

#[derive(Debug, Args)]
pub(crate) struct SiteList {
    #[command(flatten)]
    pub store: Store,
    /// The day to call today, when the store is not served
    #[arg(long, env = "RIKTNING_TODAY", value_name = "DAY", value_parser = day)]
    pub today: Option<Date>,
}

#[derive(Debug, Args)]
pub(crate) struct FeedbackTask {
    #[command(flatten)]
    pub store: Store,
    /// Erase the answer with this id instead
    #[arg(long, value_name = "ID", conflicts_with = "erase_before")]
    pub erase: Option<uuid::Uuid>,
    /// Erase every answer from before this day instead
    #[arg(long, value_name = "DAY", value_parser = day)]
    pub erase_before: Option<Date>,
}

const LIST_HELP: &str = r#"The id of a line is what a file names the thing by, also one that came with an import. A page is
named by its path. This ends a notice, with `site notice FILE`:

  [[notice]]
  id = "6b1f2a0e-8f3d-5a53-9b1b-0d4f0c7f3a11"
  ended = true

An office closes for good when it is described again with `to`; with the same `from` the
description takes the place of the one that is listed."#;

const NOTICE_HELP: &str = r#"A text is in Swedish, or in up to three languages. Times are local. Without `from` the notice
begins when it is published, without `to` it stands until it is ended. The same id again changes
the notice; `riktning site list` shows the ids of what is there.

  [[notice]]
  id = "vatten-bydalen"
  severity = "crisis"          # crisis, warning or information
  title = { sv = "Koka vattnet", en = "Boil the water", fi = "Keitä vesi" }
  text = "Koka allt vatten som du dricker."
  affects = ["Bydalen"]
  alternatives = ["hämta vatten vid Storgatan 26"]
  from = "2026-11-24 13:00"
  to = "2026-11-25 08:00"
  link = { url = "https://exempel.se/vatten", text = "Läs mer om vattnet" }

  [[notice]]
  id = "e-post"
  ended = true                 # ends it now"#;

const OFFICE_HELP: &str = r#"On public holidays, and on Midsummer, Christmas and New Year's Eve, everything is closed.
`riktning site list` shows the ids of what is there; they may stand as `id` and `part_of`.

  [[office]]
  id = "direkt"
  name = "Exempelstad direkt"
  phone = "0123-45 67 89"
  from = "2026-01-01"

  [[office]]
  id = "bydalen"
  part_of = "direkt"
  name = "Bydalen"
  address = "Storgatan 26, Bydalen"
  from = "2026-01-01"
  [[office.hours]]
  kind = "visiting"            # visiting or telephone
  from = "2026-01-01"
  days = [{ days = "mon-thu", open = "08:00", close = "16:30" },
          { days = "fri", open = "08:00", close = "15:00" }]
  before_holiday = [{ open = "08:00", close = "12:00" }]
  [[office.exception]]
  from = "2026-12-28"
  to = "2026-12-29"
  open = []                    # closed; kind = "telephone" for the telephone alone
  reason = "Flytt""#;

const PAGE_HELP: &str = r#"  [[page]]
  path = "/"                   # ends with a slash: speaks for all below
  role = "Kommunstrateg"       # a role, never a person
  owner = "kommunstyrelsen"    # the body's part of the address
  review = 2027-06-30"#;

const TRANSLATION_HELP: &str = r#"The very words as they stand on the page, wherever that is: a goal, a vision, what a perspective
means. Words that change have no translation until somebody translates them anew. The same words
again change the whole translation: a language that is left out has none any more.

  [[translation]]
  sv = "Fler når målen i skolan"
  en = "More pupils reach the goals of school"
  fi = "Yhä useampi saavuttaa koulun tavoitteet"
  by = "Kommunens översättare"      # a role, a bureau or a program, never a person"#;

const NOTE_HELP: &str = r#"A note stands on the page of what it is about, with its source, and decides nothing. The same id
again changes it. It is about a body, by its part of the address, or about one of: group,
processes, scales, fulfilment, financial-management, audit, reports, comparisons,
internal-control, minority-languages.

  [[note]]
  id = "finska"
  about = "minority-languages"
  text = "Kommunen hör till förvaltningsområdet för finska."
  from = "2020-09"             # from when it is known; else from today
  source = { title = "Finskt förvaltningsområde", url = "https://exempel.se/finska" }

  [[note]]
  id = "namnd"
  body = "kommunstyrelsen"
  heading = "Sammanträden"
  text = "Sammanträdena är öppna."
  source = { title = "Arbetsordning", url = "https://exempel.se/arbetsordning" }"#;

#[derive(Debug, Args)]
pub(crate) struct Verify {
    #[command(flatten)]
    pub store: Store,
    /// Answer as JSON
    #[arg(long)]
    pub json: bool,
}

/// The TOML file: the same names as the flags.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Defaults {
    /// The file itself.
    #[serde(skip)]
    pub file: Option<PathBuf>,
    pub data: Option<PathBuf>,
    pub listen: Option<SocketAddr>,
    pub listen_example: Option<SocketAddr>,
    #[serde(default, deserialize_with = "site_in_toml")]
    pub public_url: Option<String>,
    #[serde(default)]
    pub trusted_proxy: Vec<IpAddr>,
    #[serde(default)]
    pub require_second_step: bool,
    pub language: Option<LanguageOption>,
    #[serde(default, deserialize_with = "day_in_toml")]
    pub today: Option<Date>,
}

/// The TOML file cannot be used.
#[derive(Debug, thiserror::Error)]
pub(crate) enum DefaultsError {
    #[error("{0}")]
    Read(#[from] std::io::Error),
    #[error("line {line}: {what}")]
    Toml { line: usize, what: String },
    #[error("the folder at `data` is empty; write data = \"/srv/riktning\"")]
    NoFolder,
}

impl Defaults {
    /// The file that was named, or nothing.
    pub(crate) fn read(file: Option<&Path>) -> Result<Defaults, DefaultsError> {
        let Some(file) = file else {
            return Ok(Defaults::default());
        };
        let mut text = String::new();
        regular_file(file)?.read_to_string(&mut text)?;
        let mut defaults: Defaults = toml::from_str(&text).map_err(|error| {
            let at = error.span().map_or(0, |span| span.start);
            let before = text.get(..at).unwrap_or_default();
            DefaultsError::Toml {
                line: before.matches('\n').count() + 1,
                what: error.message().trim().replace('\n', "; "),
            }
        })?;
        defaults.file = Some(file.to_owned());
        match &defaults.data {
            Some(data) if data.as_os_str().is_empty() => Err(DefaultsError::NoFolder),
            _ => Ok(defaults),
        }
    }
}

impl Defaults {
    /// By what an option was given, as whoever gave it would look for it: its flag, its variable,
    /// or the file, if that holds it. Nothing if it was not given.
    pub(crate) fn given_by(&self, name: &str, in_file: bool, words: Words) -> Option<String> {
        let variable = format!("RIKTNING_{}", name.to_uppercase().replace('-', "_"));
        if is_on_the_line(name) {
            Some(format!("--{name}"))
        } else if std::env::var_os(&variable).is_some_and(|value| !value.is_empty()) {
            Some(variable)
        } else {
            let file = self
                .file
                .as_ref()
                .filter(|_| in_file)?
                .display()
                .to_string();
            Some(words.with("cli-by-file", &[("name", name), ("file", &file)]))
        }
    }
}

impl Options {
    /// What was asked for. A variable that is set to nothing is not set.
    pub(crate) fn given() -> Options {
        let command = without_empty_variables(Options::command());
        let given = command.clone().try_get_matches();
        let given = given.unwrap_or_else(|error| refuse(&command, &error));
        Options::from_arg_matches(&given).unwrap_or_else(|error| error.exit())
    }
}

/// Whether a flag stands on the command line.
fn is_on_the_line(name: &str) -> bool {
    let flag = format!("--{name}");
    std::env::args_os().any(|arg| {
        let arg = arg.to_string_lossy();
        arg == flag
            || arg
                .strip_prefix(&flag)
                .is_some_and(|rest| rest.starts_with('='))
    })
}

/// Ends with what is wrong. Clap names the flag also where the value came from a variable, which
/// whoever set the variable would look for in vain.
fn refuse(command: &Command, error: &clap::Error) -> ! {
    let Some(ContextValue::String(flag)) = error.get(ContextKind::InvalidArg) else {
        error.exit()
    };
    let name = flag.split(' ').next().unwrap_or(flag);
    let name = name.trim_start_matches('-');
    match variable_of(command, name).filter(|_| !is_on_the_line(name)) {
        None => error.exit(),
        Some(variable) => {
            let said = error.to_string().replace(&format!("'{flag}'"), &variable);
            let said = said.strip_prefix("error: ").unwrap_or(&said);
            let said = said.lines().take_while(|line| !line.is_empty());
            say::error(&said.map(str::trim).collect::<Vec<_>>().join(" "));
            std::process::exit(i32::from(WRONG_USE))
        }
    }
}

/// The variable of an option that is set.
fn variable_of(command: &Command, name: &str) -> Option<String> {
    let named = |arg: &&Arg| arg.get_long() == Some(name);
    let variable = command.get_arguments().find(named).and_then(Arg::get_env);
    let variable = variable.filter(|variable| std::env::var_os(variable).is_some());
    let here = variable.map(|variable| variable.to_string_lossy().into_owned());
    here.or_else(|| {
        let mut below = command.get_subcommands();
        below.find_map(|command| variable_of(command, name))
    })
}

fn without_empty_variables(command: Command) -> Command {
    let empty = |arg: &Arg| {
        let value = arg.get_env().and_then(std::env::var_os);
        value.is_some_and(|value| value.is_empty())
    };
    command
        .mut_args(|arg| match empty(&arg) {
            true => arg.env(None::<&'static str>),
            false => arg,
        })
        .mut_subcommands(without_empty_variables)
}

/// A day as it is written here: 2018-12-31.
fn day(text: &str) -> Result<Date, String> {
    let form = text.len() == 10
        && text.bytes().enumerate().all(|(i, b)| match i {
            4 | 7 => b == b'-',
            _ => b.is_ascii_digit(),
        });
    let day = form.then(|| text.parse().ok()).flatten();
    day.ok_or_else(|| format!("{text} is not a day; write 2018-12-31"))
}

/// The public address of a site: scheme and host, and nothing below.
fn site(text: &str) -> Result<String, String> {
    let text = text.strip_suffix('/').unwrap_or(text);
    let host = text.split_once("://").map(|(_, host)| host);
    let bare = host.is_some_and(|host| !host.contains(['/', '?', '#']));
    match bare && is_web_address(text) {
        // Neither the scheme nor the host knows capital letters.
        true => Ok(text.to_lowercase()),
        false => Err("it is not the address of a site; write https://mal.example.se".to_owned()),
    }
}

/// A day in TOML, with or without quotes.
fn day_in_toml<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Date>, D::Error> {
    let written = match toml::Value::deserialize(from)? {
        toml::Value::String(text) => text,
        other => other.to_string(),
    };
    day(&written).map(Some).map_err(D::Error::custom)
}

fn site_in_toml<'de, D: Deserializer<'de>>(from: D) -> Result<Option<String>, D::Error> {
    site(&String::deserialize(from)?)
        .map(Some)
        .map_err(D::Error::custom)
}
