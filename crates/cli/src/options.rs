//! What the command line takes. A value comes from its flag, else from its `RIKTNING_…`
//! variable, else from the TOML file, else it has a default.

use crate::mail::{Mail, quiet_in_toml, sender_in_toml, time_in_toml};
use crate::person::role;
use crate::provider::Provider;
use crate::{help, say};
use clap::{Arg, Args, Command, CommandFactory, FromArgMatches, Parser, Subcommand, ValueEnum};
use jiff::civil::{Date, Time};
use riktning_app::followers::mail::{Quiet, Sender};
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
#[command(name = "riktning", version, max_term_width = 96)]
pub(crate) struct Options {
    #[arg(long, global = true, env = "RIKTNING_CONFIG", value_name = "FILE")]
    pub config: Option<PathBuf>,
    #[arg(long, global = true, env = "RIKTNING_LANGUAGE", value_enum)]
    pub language: Option<LanguageOption>,
    #[command(subcommand)]
    pub command: Task,
}

/// The languages that messages speak.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum LanguageOption {
    Sv,
    En,
    Fi,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Task {
    Demo(Demo),
    Serve(Box<Serve>),
    #[command(subcommand)]
    Import(Import),
    #[command(subcommand)]
    Export(Export),
    #[command(subcommand)]
    Site(SiteTask),
    #[command(subcommand)]
    Person(PersonTask),
    Verify(Verify),
}

#[derive(Debug, Args)]
pub(crate) struct Demo {
    #[arg(long, env = "RIKTNING_DATA", value_name = "DIR")]
    pub data: Option<PathBuf>,
    #[arg(long, env = "RIKTNING_LISTEN", value_name = "ADDRESS")]
    pub listen: Option<SocketAddr>,
    #[arg(long, env = "RIKTNING_LISTEN_EXAMPLE", value_name = "ADDRESS")]
    pub listen_example: Option<SocketAddr>,
    #[arg(long, env = "RIKTNING_TODAY", value_name = "DAY", value_parser = day)]
    pub today: Option<Date>,
}

#[derive(Debug, Args)]
pub(crate) struct Serve {
    #[command(flatten)]
    pub store: Store,
    #[arg(long, env = "RIKTNING_LISTEN", value_name = "ADDRESS")]
    pub listen: Option<SocketAddr>,
    #[arg(long, env = "RIKTNING_PUBLIC_URL", value_name = "URL", value_parser = site)]
    pub public_url: Option<String>,
    #[arg(
        long,
        env = "RIKTNING_TRUSTED_PROXY",
        value_name = "ADDRESS",
        value_delimiter = ','
    )]
    pub trusted_proxy: Vec<IpAddr>,
    #[arg(long, env = "RIKTNING_REQUIRE_SECOND_STEP")]
    pub require_second_step: bool,
    #[command(flatten)]
    pub mail: Mail,
    #[arg(long, env = "RIKTNING_TODAY", value_name = "DAY", value_parser = day)]
    pub today: Option<Date>,
}

#[derive(Debug, Args)]
pub(crate) struct Store {
    #[arg(long, env = "RIKTNING_DATA", value_name = "DIR")]
    pub data: Option<PathBuf>,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Import {
    Facts {
        file: PathBuf,
        #[command(flatten)]
        store: Store,
        #[arg(long, env = "RIKTNING_TODAY", value_name = "DAY", value_parser = day)]
        today: Option<Date>,
    },
    Journal {
        dir: PathBuf,
        #[command(flatten)]
        store: Store,
    },
}

#[derive(Debug, Subcommand)]
pub(crate) enum Export {
    Journal {
        dir: PathBuf,
        #[command(flatten)]
        store: Store,
    },
}

/// What an editor does until there is a work area. Works also while the store is served.
#[derive(Debug, Subcommand)]
pub(crate) enum SiteTask {
    Notice(SiteFile),
    Office(SiteFile),
    Page(SiteFile),
    Translation(SiteFile),
    Note(SiteFile),
    List(SiteList),
    Feedback(FeedbackTask),
}

/// Accounts and grants.
#[derive(Debug, Subcommand)]
pub(crate) enum PersonTask {
    Add {
        login: String,
        #[arg(long, value_name = "NAME")]
        name: String,
        #[command(flatten)]
        store: Store,
    },
    Password {
        login: String,
        #[command(flatten)]
        store: Store,
    },
    Bar {
        login: String,
        #[command(flatten)]
        store: Store,
    },
    TakeSecondStep {
        login: String,
        #[command(flatten)]
        store: Store,
    },
    TakePasskeys {
        login: String,
        #[command(flatten)]
        store: Store,
    },
    Grant {
        login: String,
        #[arg(value_parser = role)]
        role: Role,
        body: String,
        #[arg(long, value_name = "DAY", value_parser = day)]
        from: Option<Date>,
        #[arg(long, value_name = "DAY", value_parser = day)]
        to: Option<Date>,
        #[command(flatten)]
        store: Store,
    },
    End {
        login: String,
        #[arg(value_parser = role)]
        role: Role,
        body: String,
        #[arg(long, value_name = "DAY", value_parser = day)]
        last_day: Option<Date>,
        #[command(flatten)]
        store: Store,
    },
    List {
        #[command(flatten)]
        store: Store,
    },
}

#[derive(Debug, Args)]
pub(crate) struct SiteFile {
    pub file: PathBuf,
    #[command(flatten)]
    pub store: Store,
    #[arg(long, env = "RIKTNING_TODAY", value_name = "DAY", value_parser = day)]
    pub today: Option<Date>,
}

#[derive(Debug, Args)]
pub(crate) struct SiteList {
    #[command(flatten)]
    pub store: Store,
    #[arg(long, env = "RIKTNING_TODAY", value_name = "DAY", value_parser = day)]
    pub today: Option<Date>,
}

#[derive(Debug, Args)]
pub(crate) struct FeedbackTask {
    #[command(flatten)]
    pub store: Store,
    #[arg(
        long,
        value_name = "ID",
        conflicts_with = "erase_before",
        requires_all = ["decision", "decided", "case_number"]
    )]
    pub erase: Option<uuid::Uuid>,
    #[arg(
        long,
        value_name = "DAY",
        value_parser = day,
        requires_all = ["decision", "decided", "case_number"]
    )]
    pub erase_before: Option<Date>,
    #[arg(long, value_name = "NAME")]
    pub decision: Option<String>,
    #[arg(long, value_name = "DAY", value_parser = day)]
    pub decided: Option<Date>,
    #[arg(long, value_name = "NUMBER")]
    pub case_number: Option<String>,
    #[arg(long, value_name = "ID", requires = "changed", conflicts_with_all = ["erase", "erase_before"])]
    pub note: Option<uuid::Uuid>,
    #[arg(long, value_name = "TEXT", requires = "note")]
    pub changed: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct Verify {
    #[command(flatten)]
    pub store: Store,
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
    pub smtp_host: Option<String>,
    pub smtp_port: Option<u16>,
    pub smtp_user: Option<String>,
    pub smtp_password_file: Option<PathBuf>,
    pub smtp_ca: Option<PathBuf>,
    #[serde(default)]
    pub smtp_without_tls: bool,
    #[serde(default, deserialize_with = "sender_in_toml")]
    pub mail_from: Option<Sender>,
    #[serde(default, deserialize_with = "sender_in_toml")]
    pub mail_reply_to: Option<Sender>,
    #[serde(default, deserialize_with = "time_in_toml")]
    pub mail_digest: Option<Time>,
    #[serde(default, deserialize_with = "quiet_in_toml")]
    pub mail_quiet: Option<Quiet>,
    #[serde(default)]
    pub mail_without_links: bool,
    pub language: Option<LanguageOption>,
    #[serde(default, deserialize_with = "day_in_toml")]
    pub today: Option<Date>,
    /// The sign-in services. They have no flag: each is a table of its own.
    #[serde(default)]
    pub provider: Vec<Provider>,
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
        let words = say::words(asked_language());
        let command = help::spoken(without_empty_variables(Options::command()), words);
        let given = command.clone().try_get_matches();
        let given = given.unwrap_or_else(|error| help::refuse(&command, &error, words));
        Options::from_arg_matches(&given).unwrap_or_else(|error| error.exit())
    }
}

/// The language that is asked for, before anything else is read: what is wrong with the rest is
/// told in it. One that there is none of is told of with the rest.
fn asked_language() -> Option<LanguageOption> {
    // A folder may have a name that is no text.
    let args = std::env::args_os().map(|arg| arg.to_string_lossy().into_owned());
    let args: Vec<String> = args.collect();
    let flag = args.iter().enumerate().find_map(|(place, arg)| {
        let after = arg.strip_prefix("--language")?;
        match after.strip_prefix('=') {
            Some(value) => Some(value.to_owned()),
            None => after.is_empty().then(|| args.get(place + 1).cloned())?,
        }
    });
    let asked = flag.or_else(|| std::env::var("RIKTNING_LANGUAGE").ok())?;
    LanguageOption::from_str(&asked, false).ok()
}

/// Whether a flag stands on the command line.
pub(crate) fn is_on_the_line(name: &str) -> bool {
    let flag = format!("--{name}");
    std::env::args_os().any(|arg| {
        let arg = arg.to_string_lossy();
        arg == flag
            || arg
                .strip_prefix(&flag)
                .is_some_and(|rest| rest.starts_with('='))
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

/// A value that is not what it is to be; how it is to be written is told by the key of a text.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Unread {
    #[error("it is not a day; write 2018-12-31")]
    Day,
    #[error("it is not the address of a site; write https://mal.example.se")]
    Site,
    #[error("it is no role")]
    Role,
    #[error("it is no address of mail; write styrning@exempel.se")]
    Sender,
    #[error("it is not a time; write 07:30")]
    Time,
    #[error("it is not two times; write 19:00-07:00")]
    Quiet,
}

/// A day as it is written here: 2018-12-31.
fn day(text: &str) -> Result<Date, Unread> {
    let form = text.len() == 10
        && text.bytes().enumerate().all(|(i, b)| match i {
            4 | 7 => b == b'-',
            _ => b.is_ascii_digit(),
        });
    let day = form.then(|| text.parse().ok()).flatten();
    day.ok_or(Unread::Day)
}

/// The public address of a site: scheme and host, and nothing below.
fn site(text: &str) -> Result<String, Unread> {
    let text = text.strip_suffix('/').unwrap_or(text);
    let host = text.split_once("://").map(|(_, host)| host);
    let bare = host.is_some_and(|host| !host.contains(['/', '?', '#']));
    match bare && is_web_address(text) {
        // Neither the scheme nor the host knows capital letters.
        true => Ok(text.to_lowercase()),
        false => Err(Unread::Site),
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
