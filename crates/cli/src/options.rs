//! What the command line takes. A value comes from its flag, else from its `RIKTNING_…`
//! variable, else from the TOML file, else it has a default.

use clap::{Args, Parser, Subcommand, ValueEnum};
use jiff::civil::Date;
use serde::Deserialize;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};

/// Riktning: the governance system of a municipal group as one program.
#[derive(Debug, Parser)]
#[command(name = "riktning", version, about, long_about = None, max_term_width = 96)]
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
    #[arg(long, env = "RIKTNING_TODAY", value_name = "DAY")]
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
    #[arg(long, env = "RIKTNING_PUBLIC_URL", value_name = "URL")]
    pub public_url: Option<String>,
    /// The day to call today, for demonstrations
    #[arg(long, env = "RIKTNING_TODAY", value_name = "DAY")]
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
        /// The day to call today
        #[arg(long, env = "RIKTNING_TODAY", value_name = "DAY")]
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
    pub data: Option<PathBuf>,
    pub listen: Option<SocketAddr>,
    pub listen_example: Option<SocketAddr>,
    pub public_url: Option<String>,
    pub language: Option<LanguageOption>,
    pub today: Option<Date>,
}

/// The TOML file cannot be used.
#[derive(Debug, thiserror::Error)]
pub(crate) enum DefaultsError {
    #[error(transparent)]
    Read(#[from] std::io::Error),
    #[error(transparent)]
    Toml(#[from] toml::de::Error),
}

impl Defaults {
    /// The file that was named, or nothing.
    pub(crate) fn read(file: Option<&Path>) -> Result<Defaults, DefaultsError> {
        match file {
            None => Ok(Defaults::default()),
            Some(file) => Ok(toml::from_str(&std::fs::read_to_string(file)?)?),
        }
    }
}
