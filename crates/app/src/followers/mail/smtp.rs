//! A line to a server of mail: SMTP with STARTTLS. What is wrong with the server is told apart from
//! what it says of one letter, and of that what is for good (5xx) from what is for now (4xx).

use jiff::{SignedDuration, Timestamp};
use lettre::Address;
use lettre::transport::smtp::Error;
use lettre::transport::smtp::authentication::{Credentials, DEFAULT_MECHANISMS};
use lettre::transport::smtp::client::{Certificate, SmtpConnection, TlsParameters};
use lettre::transport::smtp::commands::{Data, Mail, Rcpt, Rset};
use lettre::transport::smtp::extension::{ClientId, Extension, MailParameter};
use lettre::transport::smtp::response::{Code, Response, Severity};
use std::fmt;
use std::io::ErrorKind;
use std::time::Duration;

/// How long a server may take for one answer, and for the one to a whole letter, which it may have to look
/// through first (RFC 5321 §4.5.3.2.6): whoever waits too short a while sends it twice.
const PATIENCE: Duration = Duration::from_secs(30);
const LETTER_PATIENCE: Duration = Duration::from_mins(10);
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
    /// Nobody answers, or the line breaks before a letter has been handed over.
    NotReached(String),
    /// It takes nothing at the moment.
    NotNow(String),
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
        let mut line = opened.map_err(|error| of_server(&error))?;
        if let Protection::StartTls(vouches) = &smtp.protection {
            if !line.can_starttls() {
                line.abort();
                return Err(Trouble::NoStartTls);
            }
            let tls = tls(&smtp.host, vouches.as_deref());
            let tls = tls.map_err(|error| Trouble::NotTrusted(said(&error, "")))?;
            let secured = line.starttls(&tls, &hello);
            secured.map_err(|error| match error.status() {
                // What it offers it does not do.
                Some(_) => Trouble::NoStartTls,
                None if is_mistrust(&error) => Trouble::NotTrusted(said(&error, "")),
                None => of_server(&error),
            })?;
        }
        if let Some(SignIn { user, password }) = &smtp.sign_in {
            let ours = Credentials::new(user.clone(), password.clone());
            let signed_in = line.auth(DEFAULT_MECHANISMS, &ours);
            // That it knows no way of signing in that we know is no broken line either.
            signed_in.map_err(|error| match error.is_permanent() || error.is_client() {
                true => Trouble::NotSignedIn(said(&error, "")),
                false => of_server(&error),
            })?;
        }
        Ok(Line(line))
    }

    /// Hands a letter over: what became of it, and the line, if the server and we still speak of the
    /// same. After an answer that did not come, or that was none, what comes next on it would be read as
    /// the answer to something else.
    pub(super) fn deliver(
        mut self,
        from: &Address,
        to: &Address,
        letter: &[u8],
    ) -> (Delivered, Option<Line>) {
        let delivered = self.try_to(from, to, letter);
        let is_in_step = match &delivered {
            Delivered::Taken(_) => true,
            Delivered::Refused(_) | Delivered::Later(_) => self.0.command(Rset).is_ok(),
            Delivered::Unknown(_) | Delivered::Halted(_) => false,
        };
        (delivered, is_in_step.then_some(self))
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
        let is_of_the_letter = !asks.is_empty();
        if let Err(error) = self.0.command(Mail::new(Some(from.clone()), asks)) {
            return match error.is_permanent() {
                true if is_of_the_letter => of_letter(&error, to),
                true => Delivered::Halted(Trouble::NotOurs(said(&error, ""))),
                // Nothing has been said of the letter yet.
                false => Delivered::Halted(of_server(&error)),
            };
        }
        if let Err(error) = self.0.command(Rcpt::new(to.clone(), Vec::new())) {
            return of_letter(&error, to);
        }
        match self.0.command(Data) {
            Ok(go_on) if go_on.has_code(354) => {}
            Ok(odd) => return Delivered::Halted(Trouble::NotReached(words(&odd, to.user()))),
            Err(error) => return of_letter(&error, to),
        }
        // Where the system does not let us say so the shorter patience stands.
        let _ = self.0.set_timeout(Some(LETTER_PATIENCE));
        let taken = self.0.message(letter);
        let _ = self.0.set_timeout(Some(PATIENCE));
        match taken {
            Ok(answer) if answer.code().severity == Severity::PositiveCompletion => {
                Delivered::Taken(words(&answer, to.user()))
            }
            Ok(odd) => Delivered::Unknown(words(&odd, to.user())),
            // From here on the server may have it, whatever is heard of it.
            Err(error) if error.status().is_none() => Delivered::Unknown(said(&error, to.user())),
            Err(error) => of_letter(&error, to),
        }
    }

    /// Says goodbye.
    pub(super) fn close(mut self) {
        let _ = self.0.quit();
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

/// What was said of a letter, or what broke while nothing of it had been handed over.
fn of_letter(error: &Error, to: &Address) -> Delivered {
    match error.status() {
        // The server itself closes the line with it, at any command (RFC 5321 §3.8).
        Some(code) if code.to_string() == "421" => Delivered::Halted(of_server(error)),
        Some(_) if error.is_permanent() => Delivered::Refused(said(error, to.user())),
        Some(_) => Delivered::Later(said(error, to.user())),
        None => Delivered::Halted(Trouble::NotReached(said(error, to.user()))),
    }
}

/// What an error tells of the server where nothing has been said of a letter.
fn of_server(error: &Error) -> Trouble {
    match error.is_transient() {
        true => Trouble::NotNow(said(error, "")),
        false => Trouble::NotReached(said(error, "")),
    }
}

/// Whether it is the encryption that failed, and not the line: the library tells both as a line.
fn is_mistrust(error: &Error) -> bool {
    use std::error::Error as _;
    let mut source = error.source();
    while let Some(why) = source {
        let io = why.downcast_ref::<std::io::Error>();
        if io.is_some_and(|io| io.kind() == ErrorKind::InvalidData) {
            return true;
        }
        source = why.source();
    }
    error.is_tls()
}

fn words(answer: &Response, user: &str) -> String {
    let all: Vec<&str> = answer.message().collect();
    numbered(Some(answer.code()), &all.join(" "), user)
}

/// What a server said, with its number: 550 5.1.1 No such user. Where it said nothing, what broke.
fn said(error: &Error, user: &str) -> String {
    use std::error::Error as _;
    let cause = error.source().map(ToString::to_string);
    let cause = cause.unwrap_or_else(|| error.to_string());
    numbered(error.status(), &cause, user)
}

/// One line of no more than so many letters, without addresses. They are taken out before it is cut: half
/// of one would be left.
fn numbered(code: Option<Code>, text: &str, user: &str) -> String {
    let text = masked(text, user);
    let whole = match code {
        Some(code) => format!("{code} {text}"),
        None => text,
    };
    let one_line: Vec<&str> = whole.split_whitespace().collect();
    one_line.join(" ").chars().take(ANSWER).collect()
}

/// A text without control characters and without addresses: no word with an at sign, and not the part
/// before the sign of the one that the letter is for, which some servers say alone.
fn masked(text: &str, user: &str) -> String {
    let ends = |c: char| c.is_control() || c.is_whitespace() || "<>,;:\"\\()[]".contains(c);
    let user = user.to_lowercase();
    let mut masked = String::new();
    for part in text.split_inclusive(ends) {
        let (word, end) = match part.char_indices().next_back() {
            Some((at, end)) if ends(end) => (&part[..at], Some(end)),
            _ => (part, None),
        };
        let bare = word.trim_end_matches(['.', '!', '?']);
        let hides = word.contains('@') || (!user.is_empty() && bare.to_lowercase() == user);
        masked.push_str(if hides { "…" } else { word });
        masked.extend(end.map(|end| if end.is_control() { ' ' } else { end }));
    }
    masked
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::{BufRead as _, BufReader, Write as _};
    use std::net::TcpListener;

    const HELLO: &str = "250-exempel\r\n250 SMTPUTF8";
    const TAKES: &str = "250 2.0.0 OK";
    const ENCRYPTS: &str = "220 Encrypt";

    /// A server on this machine that says its lines one after another, each when it has heard something;
    /// an empty one is a line that breaks.
    fn server(says: &[&str]) -> Smtp {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let says: Vec<String> = says.iter().map(ToString::to_string).collect();
        std::thread::spawn(move || {
            let (mut line, _) = listener.accept().unwrap();
            let mut hears = BufReader::new(line.try_clone().unwrap());
            let mut before = "";
            for said in &says {
                match before {
                    "" => {}
                    // What comes now has no lines.
                    ENCRYPTS => drop(hears.fill_buf()),
                    "354 Go on" => while hear(&mut hears) != ".\r\n" {},
                    _ => drop(hear(&mut hears)),
                }
                if said.is_empty() || write!(line, "{said}\r\n").is_err() {
                    return;
                }
                before = said;
            }
            // It hears one thing more, and is gone.
            hear(&mut hears);
        });
        Smtp {
            host: "127.0.0.1".to_owned(),
            port,
            sign_in: None,
            protection: Protection::Loopback,
            hello: "exempel".to_owned(),
        }
    }

    /// The next line; the end of a letter where there is none.
    fn hear(hears: &mut BufReader<std::net::TcpStream>) -> String {
        let mut heard = String::new();
        match hears.read_line(&mut heard) {
            Ok(1..) => heard,
            _ => ".\r\n".to_owned(),
        }
    }

    /// What becomes of a letter to somebody, and whether the line is still of use.
    fn delivered_to(to: &str, says: &[&str]) -> (Delivered, bool) {
        let line = Line::open(&server(&[&["220 Hi", HELLO], says].concat()));
        let from: Address = "styrning@exempelstad.example".parse().unwrap();
        let letter = b"Subject: Hej\r\n\r\nHej";
        let line = line.unwrap_or_else(|trouble| panic!("{trouble:?}"));
        let (delivered, line) = line.deliver(&from, &to.parse().unwrap(), letter);
        (delivered, line.is_some())
    }

    fn delivered(says: &[&str]) -> (Delivered, bool) {
        delivered_to("kim@exempelstad.example", says)
    }

    fn opened(smtp: &Smtp) -> Trouble {
        Line::open(smtp).err().unwrap()
    }

    #[test]
    fn a_line_that_breaks_before_the_letter_is_the_servers_and_after_it_nobody_knows() {
        for says in [
            &[""][..],
            &[TAKES, ""],
            &[TAKES, TAKES, ""],
            &["Hello?"],
            &[TAKES, "Hello?"],
            // Whoever goes on without being asked to has not understood.
            &[TAKES, TAKES, TAKES],
        ] {
            let (delivered, line) = delivered(says);
            let halted = matches!(delivered, Delivered::Halted(Trouble::NotReached(_)));
            assert!(halted && !line, "{says:?}: {delivered:?}");
        }
        for last in ["", "Hello?", "354 Go on"] {
            let (delivered, line) = delivered(&[TAKES, TAKES, "354 Go on", last]);
            let unknown = matches!(delivered, Delivered::Unknown(_));
            assert!(unknown && !line, "{last:?}: {delivered:?}");
        }
    }

    #[test]
    fn what_is_said_of_the_letter_is_told_apart_from_what_is_said_of_us() {
        use Delivered::{Halted, Later, Refused, Taken};
        let now = "451 4.3.0 Not now".to_owned();
        let no = "550 5.7.1 No".to_owned();
        let ends = "421 4.3.2 Closing".to_owned();
        for (says, of) in [
            (&[&now[..]][..], Halted(Trouble::NotNow(now.clone()))),
            (&[&no], Halted(Trouble::NotOurs(no.clone()))),
            (&[&ends], Halted(Trouble::NotNow(ends.clone()))),
            (&[TAKES, &ends], Halted(Trouble::NotNow(ends.clone()))),
            (
                &[TAKES, TAKES, "354 Go on", &ends],
                Halted(Trouble::NotNow(ends.clone())),
            ),
        ] {
            assert_eq!(delivered(says), (of, false), "{says:?}");
        }
        for before in [&[TAKES][..], &[TAKES, TAKES], &[TAKES, TAKES, "354 Go on"]] {
            for (says, of) in [(&now, Later(now.clone())), (&no, Refused(no.clone()))] {
                let says = |rest: &'static str| [before, &[says, rest]].concat();
                assert_eq!(delivered(&says(TAKES)), (of.clone(), true));
                assert_eq!(delivered(&says("")), (of, false), "RSET is not answered");
            }
        }
        let taken = [TAKES, TAKES, "354 Go on", "250 2.0.0 Taken"];
        let of = Taken("250 2.0.0 Taken".to_owned());
        assert_eq!(delivered(&taken), (of, true));
        // Whether a name with such letters is taken is said of the letter, not of us.
        let (of, _) = delivered_to(
            "åsa@exempelstad.example",
            &["553 5.6.7 No such names", TAKES],
        );
        assert_eq!(of, Refused("553 5.6.7 No such names".to_owned()));
    }

    #[test]
    fn a_server_that_is_odd_from_the_beginning_stops_everything_and_refuses_nothing() {
        let reached = |says: &[&str]| match opened(&server(says)) {
            Trouble::NotReached(why) => why,
            other => panic!("{says:?}: {other:?}"),
        };
        reached(&[""]);
        reached(&["HTTP/1.1 400 Bad Request"]);
        reached(&["\u{0}\u{1}\u{2}"]);
        reached(&["220 Hi", ""]);
        assert_eq!(reached(&["554 5.7.1 Not you"]), "554 5.7.1 Not you");
        assert!(reached(&[&format!("220 {}", "x".repeat(5_000))]).len() < 100);
        let busy = opened(&server(&["421 4.3.2 Busy"]));
        assert_eq!(busy, Trouble::NotNow("421 4.3.2 Busy".to_owned()));
    }

    #[test]
    fn nothing_goes_out_by_a_server_that_does_not_encrypt_whatever_it_says() {
        let tls = |says: &[&str]| {
            opened(&Smtp {
                protection: Protection::StartTls(None),
                ..server(&[&["220 Hi"], says].concat())
            })
        };
        let offers = "250-exempel\r\n250 STARTTLS";
        assert_eq!(tls(&[HELLO]), Trouble::NoStartTls);
        assert_eq!(tls(&[offers, "454 4.7.0 Not today"]), Trouble::NoStartTls);
        assert_eq!(tls(&[offers, "502 5.5.1 What?"]), Trouble::NoStartTls);
        for cut in [&[offers, ""][..], &[offers, ENCRYPTS, ""]] {
            assert!(matches!(tls(cut), Trouble::NotReached(_)), "{cut:?}");
        }
        let plain = tls(&[offers, ENCRYPTS, "250 And on in plain words"]);
        assert!(matches!(plain, Trouble::NotTrusted(_)), "{plain:?}");
    }

    #[test]
    fn a_sign_in_that_is_refused_is_ours_to_mend_and_one_that_breaks_is_not() {
        let auth = |says: &[&str]| {
            opened(&Smtp {
                sign_in: Some(SignIn {
                    user: "riktning".to_owned(),
                    password: "hemligt".to_owned(),
                }),
                ..server(&[&["220 Hi"], says].concat())
            })
        };
        let offers = "250-exempel\r\n250 AUTH PLAIN";
        for says in [&[HELLO][..], &[offers, "535 5.7.8 No"]] {
            let trouble = auth(says);
            assert!(matches!(trouble, Trouble::NotSignedIn(_)), "{trouble:?}");
        }
        let later = auth(&[offers, "454 4.7.0 Not now"]);
        assert_eq!(later, Trouble::NotNow("454 4.7.0 Not now".to_owned()));
        assert!(matches!(auth(&[offers, ""]), Trouble::NotReached(_)));
    }

    #[test]
    fn no_address_is_kept_of_an_answer_neither_whole_nor_in_part() {
        let refused = |said: &str| match delivered(&[TAKES, said, TAKES]) {
            (Delivered::Refused(why), _) => why,
            other => panic!("{other:?}"),
        };
        for (said, kept) in [
            (
                "550 5.1.1 <kim@exempelstad.example>: no",
                "550 5.1.1 <…>: no",
            ),
            ("550 KIM@Exempelstad.example, no", "550 …, no"),
            (
                "550 User Kim unknown; not Kim.",
                "550 User … unknown; not …",
            ),
            ("550 rcpt=kim+x@exempelstad.example?", "550 …"),
            ("550 Kimono is no user", "550 Kimono is no user"),
            (
                "550-5.1.1 Two lines of\r\n550 5.1.1 alex@exempelstad.example",
                "550 5.1.1 Two lines of …",
            ),
        ] {
            assert_eq!(refused(said), kept);
        }
        // The address stands where the answer is cut.
        for before in ANSWER - 30..ANSWER {
            let said = format!("550 {} kim@exempelstad.example", "x".repeat(before));
            let kept = refused(&said);
            let left = kept.strip_prefix("550 ").unwrap();
            let left = left.trim_matches(|c| "x …".contains(c));
            assert_eq!(left, "", "{kept}");
            assert!(kept.chars().count() <= ANSWER);
        }
    }
}
