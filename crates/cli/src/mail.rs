//! How mail is sent, by what whoever runs the program says: flags, variables and the file.

use crate::options::{Defaults, Unread};
use crate::store::WrongUse;
use anyhow::{Context, Result};
use clap::Args;
use jiff::civil::Time;
use riktning_app::followers::mail::{
    MailSettings, Protection, Quiet, Sender, SignIn, Smtp, is_certificate,
};
use riktning_store::regular_file;
use riktning_words::Words;
use serde::{Deserialize, Deserializer};
use std::io::Read as _;
use std::net::IpAddr;
use std::path::{Path, PathBuf};

/// The port at which a server takes mail from programs (RFC 6409).
const SUBMISSION: u16 = 587;
/// When the digest of a day is sent, and when none is, if nobody says.
const DIGEST: Time = Time::constant(7, 30, 0, 0);
const QUIET: &str = "19:00-07:00";
/// The variable of the password: no flag, since everybody on the machine sees those.
const PASSWORD: &str = "RIKTNING_SMTP_PASSWORD";
/// What a file with a password or a certificate may weigh.
const MOST: u64 = 1 << 20;

#[derive(Debug, Args)]
pub(crate) struct Mail {
    #[arg(long, env = "RIKTNING_SMTP_HOST", value_name = "HOST")]
    pub smtp_host: Option<String>,
    #[arg(long, env = "RIKTNING_SMTP_PORT", value_name = "PORT")]
    pub smtp_port: Option<u16>,
    #[arg(long, env = "RIKTNING_SMTP_USER", value_name = "NAME")]
    pub smtp_user: Option<String>,
    #[arg(long, env = "RIKTNING_SMTP_PASSWORD_FILE", value_name = "FILE")]
    pub smtp_password_file: Option<PathBuf>,
    #[arg(long, env = "RIKTNING_SMTP_CA", value_name = "FILE")]
    pub smtp_ca: Option<PathBuf>,
    #[arg(long, env = "RIKTNING_SMTP_WITHOUT_TLS")]
    pub smtp_without_tls: bool,
    #[arg(long, env = "RIKTNING_MAIL_FROM", value_name = "ADDRESS", value_parser = sender)]
    pub mail_from: Option<Sender>,
    #[arg(long, env = "RIKTNING_MAIL_REPLY_TO", value_name = "ADDRESS", value_parser = sender)]
    pub mail_reply_to: Option<Sender>,
    #[arg(long, env = "RIKTNING_MAIL_DIGEST", value_name = "TIME", value_parser = time)]
    pub mail_digest: Option<Time>,
    #[arg(long, env = "RIKTNING_MAIL_QUIET", value_name = "TIMES", value_parser = quiet)]
    pub mail_quiet: Option<Quiet>,
    #[arg(long, env = "RIKTNING_MAIL_WITHOUT_LINKS")]
    pub mail_without_links: bool,
}

impl Mail {
    /// How mail is sent; nothing where no server is named: then none is.
    pub(crate) fn settings(
        &self,
        defaults: &Defaults,
        public_url: Option<&str>,
        words: Words,
    ) -> Result<Option<MailSettings>> {
        let Some(host) = self
            .smtp_host
            .clone()
            .or_else(|| defaults.smtp_host.clone())
        else {
            return Ok(None);
        };
        let wrong = |key: &str, option: &str| WrongUse(words.with(key, &[("option", option)]));
        let public_url = public_url.ok_or_else(|| wrong("cli-mail-needs", "--public-url"))?;
        let from = self
            .mail_from
            .clone()
            .or_else(|| defaults.mail_from.clone());
        let from = from.ok_or_else(|| wrong("cli-mail-needs", "--mail-from"))?;
        let smtp = Smtp {
            protection: self.protection(defaults, &host, words)?,
            sign_in: self.sign_in(defaults, words)?,
            port: self.smtp_port.or(defaults.smtp_port).unwrap_or(SUBMISSION),
            host,
            hello: greeting(public_url),
        };
        let quiet = self.mail_quiet.or(defaults.mail_quiet);
        Ok(Some(MailSettings {
            smtp,
            from,
            reply_to: self
                .mail_reply_to
                .clone()
                .or_else(|| defaults.mail_reply_to.clone()),
            public_url: public_url.to_owned(),
            quiet: quiet.or_else(|| QUIET.parse().ok()),
            digest_at: self.mail_digest.or(defaults.mail_digest).unwrap_or(DIGEST),
            links: !self.mail_without_links && !defaults.mail_without_links,
        }))
    }

    fn protection(&self, defaults: &Defaults, host: &str, words: Words) -> Result<Protection> {
        if self.smtp_without_tls || defaults.smtp_without_tls {
            let is_here = host == "localhost"
                || host
                    .parse::<IpAddr>()
                    .is_ok_and(|address| address.is_loopback());
            return match is_here {
                true => Ok(Protection::Loopback),
                false => {
                    let args = [("option", "--smtp-without-tls"), ("host", host)];
                    Err(WrongUse(words.with("cli-mail-loopback", &args)).into())
                }
            };
        }
        let file = self.smtp_ca.clone().or_else(|| defaults.smtp_ca.clone());
        let Some(file) = file else {
            return Ok(Protection::StartTls(None));
        };
        let pem = contents(&file, words)?;
        let named = file.display().to_string();
        let unread = || words.with("cli-mail-ca", &[("file", &named)]);
        anyhow::ensure!(is_certificate(&pem), unread());
        Ok(Protection::StartTls(Some(pem)))
    }

    fn sign_in(&self, defaults: &Defaults, words: Words) -> Result<Option<SignIn>> {
        let user = self
            .smtp_user
            .clone()
            .or_else(|| defaults.smtp_user.clone());
        let Some(user) = user else {
            return Ok(None);
        };
        let file = self.smtp_password_file.clone();
        let file = file.or_else(|| defaults.smtp_password_file.clone());
        let password = match file {
            Some(file) => {
                let text = String::from_utf8(contents(&file, words)?);
                let text = text.with_context(|| words.text("cli-not-text"))?;
                Some(text.trim_end_matches(['\r', '\n']).to_owned())
            }
            None => std::env::var(PASSWORD).ok(),
        };
        let password = password.filter(|password| !password.is_empty());
        let missing = || {
            let args = [("option", "--smtp-password-file"), ("variable", PASSWORD)];
            WrongUse(words.with("cli-mail-password", &args))
        };
        let password = password.ok_or_else(missing)?;
        Ok(Some(SignIn { user, password }))
    }
}

/// What we call ourselves to a server: the host that residents know, if it has a name.
fn greeting(public_url: &str) -> String {
    let host = public_url.split_once("://").map_or("", |(_, host)| host);
    let host = host.split(':').next().unwrap_or_default();
    let is_name = host.contains(|c: char| c.is_ascii_alphabetic())
        && host
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || ".-".contains(c));
    match is_name {
        true => host.to_owned(),
        false => "localhost".to_owned(),
    }
}

fn contents(file: &Path, words: Words) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let read = regular_file(file).and_then(|file| file.take(MOST).read_to_end(&mut bytes));
    let named = file.display().to_string();
    read.with_context(|| words.with("cli-file-unreadable", &[("file", &named)]))?;
    Ok(bytes)
}

/// A sender: an address, with or without a name before it.
fn sender(text: &str) -> Result<Sender, Unread> {
    text.parse().map_err(|_| Unread::Sender)
}

fn quiet(text: &str) -> Result<Quiet, Unread> {
    text.parse().map_err(|_| Unread::Quiet)
}

/// A time of the day: 07:30.
fn time(text: &str) -> Result<Time, Unread> {
    let whole = text.len() == 5 && text.as_bytes().get(2) == Some(&b':');
    let time = whole.then(|| text.parse().ok()).flatten();
    time.ok_or(Unread::Time)
}

pub(crate) fn sender_in_toml<'de, D: Deserializer<'de>>(
    from: D,
) -> Result<Option<Sender>, D::Error> {
    in_toml(from, sender)
}

pub(crate) fn quiet_in_toml<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Quiet>, D::Error> {
    in_toml(from, quiet)
}

pub(crate) fn time_in_toml<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Time>, D::Error> {
    in_toml(from, time)
}

fn in_toml<'de, D: Deserializer<'de>, T>(
    from: D,
    read: impl FnOnce(&str) -> Result<T, Unread>,
) -> Result<Option<T>, D::Error> {
    use serde::de::Error as _;
    let text = String::deserialize(from)?;
    read(&text).map(Some).map_err(D::Error::custom)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_server_is_told_a_name() {
        assert_eq!(
            greeting("https://mal.exempelstad.se:8443"),
            "mal.exempelstad.se"
        );
        for none in [
            "http://127.0.0.1:8080",
            "http://[::1]:8080",
            "https://mål.se",
        ] {
            assert_eq!(greeting(none), "localhost", "{none}");
        }
    }
}
