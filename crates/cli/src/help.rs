//! `help`, and what is wrong with how the program was called, in the reader's language. The
//! commands and options stand in `options`, their words in `help.ftl`.

use crate::options::{Unread, is_on_the_line};
use crate::person::roles;
use crate::say;
use crate::store::WRONG_USE;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, Command};
use riktning_words::Words;
use std::error::Error as _;

/// A file that shows all that a command can do, after what is said of it.
const EXAMPLES: &[(&str, &str)] = &[
    ("serve", SERVE),
    ("site-list", LIST),
    ("site-notice", NOTICE),
    ("site-office", OFFICE),
    ("site-page", PAGE),
    ("site-translation", TRANSLATION),
    ("site-note", NOTE),
];

/// The command with its help in the words.
pub(crate) fn spoken(mut command: Command, words: Words) -> Command {
    // Clap adds its own options and commands, which are put into words with the rest.
    command.build();
    described(command, "", words)
}

/// `path`: the commands before it, as the key of a text: `site-notice`.
fn described(command: Command, path: &str, words: Words) -> Command {
    let own = match command.get_name() {
        "help" => "help",
        _ if path.is_empty() => "riktning",
        _ => path,
    };
    let template = template(&command, words);
    let mut command = command
        .help_template(template)
        .about(words.text(&format!("help-{own}"))) // words-keys: help-*
        .mut_args(|arg| argument(arg, path, words))
        .mut_subcommands(|below| {
            let path = match (below.get_name(), path) {
                ("help", _) => path.to_owned(),
                (name, "") => name.to_owned(),
                (name, path) => format!("{path}-{name}"),
            };
            described(below, &path, words)
        });
    let after = format!("help-{own}-after");
    if words.knows(&after) {
        let example = EXAMPLES.iter().find(|(path, _)| *path == own);
        let example = example.map_or(String::new(), |(_, file)| format!("\n\n{file}"));
        command = command.after_help(format!("{}{example}", words.text(&after)));
    }
    command
}

/// What the help consists of, under headings in the words.
fn template(command: &Command, words: Words) -> String {
    let parts = [
        ("help-commands", "subcommands", command.has_subcommands()),
        (
            "help-arguments",
            "positionals",
            command.get_positionals().next().is_some(),
        ),
        ("help-options", "options", true),
    ];
    let parts = parts.iter().filter(|(_, _, is_there)| *is_there);
    let parts = parts.map(|(heading, tag, _)| format!("{}:\n{{{tag}}}", words.text(heading)));
    let parts: Vec<String> = parts.collect();
    let usage = words.text("help-usage");
    format!(
        "{{about-with-newline}}\n{usage} {{usage}}\n\n{}{{after-help}}",
        parts.join("\n\n")
    )
}

/// An option or argument: by what is said of it at this command, at those above it, or anywhere.
fn argument(arg: Arg, path: &str, words: Words) -> Arg {
    let id = arg.get_id().to_string();
    let mut key = format!("help-{path}-{id}");
    let mut above = path;
    while !words.knows(&key) && !above.is_empty() {
        above = above.rsplit_once('-').map_or("", |(above, _)| above);
        key = format!("help-{above}-{id}");
    }
    if !words.knows(&key) {
        key = format!("help-arg-{id}");
    }
    arg.help(words.text(&key)).hide_possible_values(true)
}

/// Ends with what is wrong, in one sentence, or with the help that was asked for.
pub(crate) fn refuse(command: &Command, error: &clap::Error, words: Words) -> ! {
    let Some(sentence) = wrong(command, error, words) else {
        error.exit()
    };
    say::error(&sentence);
    std::process::exit(i32::from(WRONG_USE))
}

fn wrong(command: &Command, error: &clap::Error, words: Words) -> Option<String> {
    let told = |kind| match error.get(kind)? {
        ContextValue::String(one) => Some(one.clone()),
        ContextValue::Strings(all) => Some(all.join(", ")),
        _ => None,
    };
    let help = format!("{} --help", called(command));
    let of = |key: &str, args: &[(&str, &str)]| {
        let args: Vec<_> = args
            .iter()
            .chain([&("help", help.as_str())])
            .copied()
            .collect();
        Some(words.with(key, &args))
    };
    match error.kind() {
        ErrorKind::InvalidSubcommand => {
            let what = told(ContextKind::InvalidSubcommand)?;
            match told(ContextKind::SuggestedSubcommand) {
                Some(near) => of("wrong-command-near", &[("what", &what), ("near", &near)]),
                None => of("wrong-command", &[("what", &what)]),
            }
        }
        ErrorKind::UnknownArgument => {
            let what = told(ContextKind::InvalidArg)?;
            match told(ContextKind::SuggestedArg) {
                Some(near) => of("wrong-argument-near", &[("what", &what), ("near", &near)]),
                None => of("wrong-argument", &[("what", &what)]),
            }
        }
        ErrorKind::MissingRequiredArgument => of(
            "wrong-missing",
            &[("what", &told(ContextKind::InvalidArg)?)],
        ),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            let flag = told(ContextKind::InvalidArg)?;
            let what = given_as(command, &flag).unwrap_or(flag);
            let value = told(ContextKind::InvalidValue).unwrap_or_default();
            let why = error.source().and_then(|why| why.downcast_ref::<Unread>());
            let why = why.map(|why| how_to_write(why, words));
            match (value.as_str(), why) {
                ("", _) => of("wrong-value-none", &[("what", &what)]),
                (value, None) => of("wrong-value", &[("what", &what), ("value", value)]),
                (value, Some(why)) => {
                    let args = [("what", what.as_str()), ("value", value), ("why", &why)];
                    of("wrong-value-why", &args)
                }
            }
        }
        _ => None,
    }
}

fn how_to_write(unread: &Unread, words: Words) -> String {
    match unread {
        Unread::Day => words.text("wrong-day"),
        Unread::Site => words.text("wrong-address"),
        Unread::Sender => words.text("wrong-sender"),
        Unread::Time => words.text("wrong-time"),
        Unread::Quiet => words.text("wrong-quiet"),
        Unread::Role => words.with("wrong-role", &[("all", &roles())]),
    }
}

/// The command that was called, with those before it: `riktning site notice`.
fn called(command: &Command) -> String {
    let (mut here, mut name) = (command, command.get_name().to_owned());
    for arg in std::env::args_os().skip(1) {
        let arg = arg.to_string_lossy();
        if let Some(below) = here.find_subcommand(&*arg) {
            name = format!("{name} {arg}");
            here = below;
        }
    }
    name
}

/// The variable that a value came from. Clap names the flag also then, which whoever set the
/// variable would look for in vain.
fn given_as(command: &Command, flag: &str) -> Option<String> {
    let name = flag.split(' ').next().unwrap_or(flag);
    let name = name.trim_start_matches('-');
    variable_of(command, name).filter(|_| !is_on_the_line(name))
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

/// A sign-in service, as it stands in the file of the options.
const SERVE: &str = r#"    public-url = "https://mal.example.se"

    [[provider]]
    id = "kommunen"
    name = "Exempelstads kommun"
    issuer = "https://login.example.se/exempelstad"
    client-id = "riktning"
    client-secret-file = "/run/secrets/riktning-kommunen"
    scopes = ["groups"]
    groups = "groups"

    [[provider.role]]
    group = "styrning-skribenter-vard"
    role = "contributor"
    body = "vard-och-omsorgsnamnden""#;

const LIST: &str = r#"  [[notice]]
  id = "6b1f2a0e-8f3d-5a53-9b1b-0d4f0c7f3a11"
  ended = true"#;

const NOTICE: &str = r#"  [[notice]]
  id = "vatten-bydalen"
  severity = "crisis"
  title = { sv = "Koka vattnet", en = "Boil the water", fi = "Keitä vesi" }
  text = "Koka allt vatten som du dricker."
  affects = ["Bydalen"]
  alternatives = ["hämta vatten vid Storgatan 26"]
  from = "2026-11-24 13:00"
  link = { url = "https://exempel.se/vatten", text = "Läs mer om vattnet" }"#;

const OFFICE: &str = r#"  [[office]]
  id = "direkt"
  name = "Exempelstad direkt"
  phone = "0123-45 67 89"
  from = "2026-01-01"

  [[office]]
  id = "bydalen"
  part_of = "direkt"
  name = "Bydalen"
  address = "Storgatan 26, Bydalen"
  order = 2
  from = "2026-01-01"
  [[office.hours]]
  kind = "visiting"
  from = "2026-01-01"
  days = [{ days = "mon-thu", open = "08:00", close = "16:30" },
          { days = "fri", open = "08:00", close = "15:00" }]
  before_holiday = [{ open = "08:00", close = "12:00" }]
  [[office.exception]]
  from = "2026-12-28"
  to = "2026-12-29"
  open = []
  reason = "Flytt""#;

const PAGE: &str = r#"  [[page]]
  path = "/"
  role = "Kommunstrateg"
  owner = "kommunstyrelsen"
  review = 2027-06-30"#;

const TRANSLATION: &str = r#"  [[translation]]
  sv = "Fler når målen i skolan"
  en = "More pupils reach the goals of school"
  fi = "Yhä useampi saavuttaa koulun tavoitteet"
  by = "Kommunens översättare""#;

const NOTE: &str = r#"  [[note]]
  id = "finska"
  about = "minority-languages"
  text = "Kommunen hör till förvaltningsområdet för finska."
  from = "2020-09"
  source = { title = "Finskt förvaltningsområde", url = "https://exempel.se/finska" }

  [[note]]
  id = "namnd"
  body = "kommunstyrelsen"
  heading = "Sammanträden"
  text = "Sammanträdena är öppna."
  source = { title = "Arbetsordning", url = "https://exempel.se/arbetsordning" }"#;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::options::Options;
    use clap::CommandFactory;
    use riktning_words::Language;

    /// Every command with all below it, by the key of its path.
    fn all(command: &Command, path: &str, met: &mut Vec<(String, Command)>) {
        met.push((path.to_owned(), command.clone()));
        for below in command.get_subcommands().filter(|c| c.get_name() != "help") {
            let name = below.get_name();
            let path = if path.is_empty() {
                name.to_owned()
            } else {
                format!("{path}-{name}")
            };
            all(below, &path, met);
        }
    }

    #[test]
    fn every_command_and_option_is_told_of_in_every_language() {
        for language in Language::ALL {
            let words = Words::of(language);
            let mut met = Vec::new();
            all(&spoken(Options::command(), words), "", &mut met);
            assert!(met.len() > 20, "{}", met.len());
            for (path, command) in &met {
                let key = if path.is_empty() { "riktning" } else { path };
                assert!(words.knows(&format!("help-{key}")), "{key}");
                for arg in command.get_arguments() {
                    let said = arg.get_help().map(ToString::to_string).unwrap_or_default();
                    assert!(
                        !said.is_empty() && !said.starts_with("help-"),
                        "{path}: {arg}: {said}"
                    );
                }
            }
        }
    }

    #[test]
    fn the_examples_are_toml() {
        for (path, example) in EXAMPLES {
            assert!(
                toml::from_str::<toml::Value>(example).is_ok(),
                "{path}: {example}"
            );
        }
    }
}
