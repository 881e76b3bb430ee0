//! A line to a server of mail: SMTP with STARTTLS. What is wrong with the server is told apart from
//! what it says of one letter, and of that what is for good (5xx) from what is for now (4xx).

use jiff::{SignedDuration, Timestamp};
use lettre::Address;
use lettre::transport::smtp::Error;
use lettre::transport::smtp::authentication::{Credentials, DEFAULT_MECHANISMS};
use lettre::transport::smtp::client::{Certificate, SmtpConnection, TlsParameters};
use lettre::transport::smtp::commands::{Data, Mail, Rcpt, Rset};
use lettre::transport::smtp::extension::{ClientId, Extension, MailParameter};
use lettre::transport::smtp::response::Response;
use std::fmt;
use std::time::Duration;

/// How long a server may take for one answer.
const PATIENCE: Duration = Duration::from_secs(30);
/// The most characters of an answer that are kept.
const ANSWER: usize = 300;

/// The server that takes our mail.
#[derive(Clone, Debug)]
pub struct Smtp {
    /// Its name, which its certificate has to bear.
    pub host: String,
    /// Its port: 587 as a rule.
    pub port: u16,
    /// Who we are to it, if it asks.
    pub sign_in: Option<SignIn>,
    /// How the line is kept to ourselves.
    pub protection: Protection,
    /// What we call ourselves.
    pub hello: String,
}

/// A name and a password.
#[derive(Clone, PartialEq, Eq)]
pub struct SignIn {
    /// The name.
    pub user: String,
    /// The password.
    pub password: String,
}

impl fmt::Debug for SignIn {
    /// Never the password: what is printed may be logged.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SignIn").finish_non_exhaustive()
    }
}

/// How the line is kept to ourselves.
#[derive(Clone, Debug)]
pub enum Protection {
    /// By STARTTLS, which must be there. With the certificate of who vouches for the server (PEM), if
    /// the machine does not know them.
    StartTls(Option<Vec<u8>>),
    /// By nothing: the server is on this machine.
    Loopback,
}

/// What is wrong with the server itself: nothing is sent to anybody until it is mended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// Nobody answers, or the line breaks before a letter is begun.
    NotReached(String),
    /// It does not offer STARTTLS, and nothing is sent without.
    NoStartTls,
    /// Its certificate is not one that we trust, or the line could not be encrypted.
    NotTrusted(String),
    /// It does not take our name and password.
    NotSignedIn(String),
    /// It does not take mail from our address.
    NotOurs(String),
}

/// A trouble, and when the server is tried again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Halt {
    pub(crate) trouble: Trouble,
    pub(crate) until: Timestamp,
    pub(crate) pause: SignedDuration,
}

/// What became of one letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Delivered {
    /// The server took it.
    Taken(String),
    /// It said no for good.
    Refused(String),
    /// It said not now.
    Later(String),
    /// The line broke, and nobody knows whether it took it.
    Unknown(String),
    /// It takes nothing from us.
    Halted(Trouble),
}

/// An open line.
pub(super) struct Line(SmtpConnection);

impl Line {
    /// Opens a line and signs in.
    pub(super) fn open(smtp: &Smtp) -> Result<Line, Trouble> {
        let hello = ClientId::Domain(smtp.hello.clone());
        let server = (smtp.host.as_str(), smtp.port);
        let opened = SmtpConnection::connect(server, Some(PATIENCE), &hello, None, None);
        let mut line = opened.map_err(|error| Trouble::NotReached(said(&error)))?;
        if let Protection::StartTls(vouches) = &smtp.protection {
            if !line.can_starttls() {
                line.abort();
                return Err(Trouble::NoStartTls);
            }
            let not_trusted = |error: &Error| Trouble::NotTrusted(said(error));
            let tls = tls(&smtp.host, vouches.as_deref()).map_err(|e| not_trusted(&e))?;
            let secured = line.starttls(&tls, &hello);
            secured.map_err(|error| not_trusted(&error))?;
        }
        if let Some(SignIn { user, password }) = &smtp.sign_in {
            let ours = Credentials::new(user.clone(), password.clone());
            let signed_in = line.auth(DEFAULT_MECHANISMS, &ours);
            signed_in.map_err(|error| Trouble::NotSignedIn(said(&error)))?;
        }
        Ok(Line(line))
    }

    /// Hands a letter over.
    pub(super) fn deliver(&mut self, from: &Address, to: &Address, letter: &[u8]) -> Delivered {
        let delivered = self.try_to(from, to, letter);
        let is_at_rest = matches!(delivered, Delivered::Taken(_));
        if !is_at_rest && self.0.command(Rset).is_err() {
            self.0.abort();
        }
        delivered
    }

    fn try_to(&mut self, from: &Address, to: &Address, letter: &[u8]) -> Delivered {
        let mut asks = Vec::new();
        if !(from.to_string().is_ascii() && to.to_string().is_ascii()) {
            if !self
                .0
                .server_info()
                .supports_feature(Extension::SmtpUtfEight)
            {
                let why = "The server takes no address with such letters (SMTPUTF8)";
                return Delivered::Refused(why.to_owned());
            }
            asks.push(MailParameter::SmtpUtfEight);
        }
        if let Err(error) = self.0.command(Mail::new(Some(from.clone()), asks)) {
            return match error.is_permanent() {
                true => Delivered::Halted(Trouble::NotOurs(said(&error))),
                false => of(&error),
            };
        }
        let begun = self.0.command(Rcpt::new(to.clone(), Vec::new()));
        let begun = begun.and_then(|_| self.0.command(Data));
        let taken = begun.and_then(|_| self.0.message(letter));
        match taken {
            Ok(answer) => Delivered::Taken(words(&answer)),
            Err(error) => of(&error),
        }
    }

    /// Whether a letter can be handed over on it still.
    pub(super) fn is_open(&self) -> bool {
        !self.0.has_broken()
    }

    /// Says goodbye.
    pub(super) fn close(mut self) {
        if self.is_open() {
            let _ = self.0.quit();
        }
    }
}

fn tls(host: &str, vouches: Option<&[u8]>) -> Result<TlsParameters, Error> {
    let mut builder = TlsParameters::builder(host.to_owned());
    if let Some(pem) = vouches {
        builder = builder.add_root_certificate(Certificate::from_pem(pem)?);
    }
    builder.build()
}

/// Whether a certificate can be read.
pub fn is_certificate(pem: &[u8]) -> bool {
    // What holds no certificate at all would be read as none, and vouch for nobody.
    let says_so = String::from_utf8_lossy(pem).contains("-----BEGIN CERTIFICATE-----");
    says_so && tls("localhost", Some(pem)).is_ok()
}

fn of(error: &Error) -> Delivered {
    match error {
        error if error.is_permanent() => Delivered::Refused(said(error)),
        error if error.is_transient() => Delivered::Later(said(error)),
        error => Delivered::Unknown(said(error)),
    }
}

fn words(answer: &Response) -> String {
    let all: Vec<&str> = answer.message().collect();
    short(&format!("{} {}", answer.code(), all.join(" ")))
}

/// What a server said, with its number: 550 5.1.1 No such user. Where it said nothing, what broke.
fn said(error: &Error) -> String {
    use std::error::Error as _;
    let cause = error.source().map(ToString::to_string);
    let cause = cause.unwrap_or_else(|| error.to_string());
    match error.status() {
        Some(code) => short(&format!("{code} {cause}")),
        None => short(&cause),
    }
}

/// One line of no more than so many letters.
fn short(text: &str) -> String {
    let plain = text.split(|c: char| c.is_control() || c.is_whitespace());
    let plain: Vec<&str> = plain.filter(|part| !part.is_empty()).collect();
    plain.join(" ").chars().take(ANSWER).collect()
}
