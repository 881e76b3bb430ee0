//! A real server of mail beside the test: `browser/smtp-peer.mjs`, with a certificate of its own.

use serde_json::Value;
use std::io::{BufRead as _, BufReader, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::sync::{LazyLock, Mutex};
use std::time::Duration;

/// Certificates that are made once for all tests of this process.
static CERTIFICATES: LazyLock<Option<tempfile::TempDir>> = LazyLock::new(certificates);

pub(crate) struct Peer {
    child: Child,
    to: Mutex<ChildStdin>,
    said: Mutex<Receiver<String>>,
    pub(crate) port: u16,
}

/// A letter as it came over the line.
#[derive(Debug)]
pub(crate) struct Came {
    pub(crate) to: String,
    pub(crate) secure: bool,
    pub(crate) user: Option<String>,
    pub(crate) raw: String,
}

impl Peer {
    /// A server that offers STARTTLS. Nothing where the machine lacks what it takes, which is told,
    /// and where everything is to be checked is a fault.
    pub(crate) fn start() -> Option<Peer> {
        Peer::with("")
    }

    /// A server that does not.
    pub(crate) fn without_tls() -> Option<Peer> {
        Peer::with("plain")
    }

    fn with(how: &str) -> Option<Peer> {
        let started = Peer::try_with(how);
        let must = std::env::var_os("RIKTNING_CHECK").is_some();
        assert!(
            started.is_some() || !must,
            "node, openssl and browser/node_modules/smtp-server are needed: cargo xtask check"
        );
        if started.is_none() {
            eprintln!("no server of mail could be started: this test shows nothing");
        }
        started
    }

    fn try_with(how: &str) -> Option<Peer> {
        let folder = CERTIFICATES.as_ref()?.path();
        let mut command = Command::new("node");
        command
            .arg(browser().join("smtp-peer.mjs"))
            .arg(folder.join("cert.pem"))
            .arg(folder.join("key.pem"))
            .arg(how)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped());
        let mut child = command.spawn().ok()?;
        let (lines, said) = channel();
        let out = BufReader::new(child.stdout.take()?);
        std::thread::spawn(move || {
            for line in out.lines().map_while(Result::ok) {
                if lines.send(line).is_err() {
                    return;
                }
            }
        });
        let first = said.recv_timeout(Duration::from_secs(20)).ok()?;
        let port = first.strip_prefix("port ")?.parse().ok()?;
        Some(Peer {
            to: Mutex::new(child.stdin.take()?),
            child,
            said: Mutex::new(said),
            port,
        })
    }

    /// Who vouches for its certificate.
    pub(crate) fn vouches(&self) -> Vec<u8> {
        let folder = CERTIFICATES.as_ref().unwrap().path();
        std::fs::read(folder.join("ca.pem")).unwrap()
    }

    /// Says what it is to do from now on.
    pub(crate) fn tell(&self, what: &str) {
        writeln!(self.to.lock().unwrap(), "{what}").unwrap();
        let said = self.said.lock().unwrap();
        let heard = said.recv_timeout(Duration::from_secs(20)).unwrap();
        assert_eq!(heard, "heard", "a letter came that nobody looked at");
    }

    /// The letters that have come and that nobody has looked at. The answer of the line comes after
    /// the letter, so what was sent is here.
    pub(crate) fn came(&self) -> Vec<Came> {
        writeln!(self.to.lock().unwrap(), "only nobody.example take").unwrap();
        let said = self.said.lock().unwrap();
        let mut all = Vec::new();
        loop {
            let line = said.recv_timeout(Duration::from_secs(20)).unwrap();
            if line == "heard" {
                return all;
            }
            all.push(Came::of(&line));
        }
    }

    /// Waits for a letter that is on its way, without a word to the server.
    pub(crate) fn awaited(&self) -> Came {
        let said = self.said.lock().unwrap();
        Came::of(&said.recv_timeout(Duration::from_secs(60)).unwrap())
    }

    /// The one letter that has come.
    pub(crate) fn one(&self) -> Came {
        let mut all = self.came();
        assert_eq!(all.len(), 1, "{all:#?}");
        all.remove(0)
    }
}

impl Drop for Peer {
    fn drop(&mut self) {
        // Ended already, or about to be.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Came {
    fn of(line: &str) -> Came {
        let letter: Value = serde_json::from_str(line).unwrap();
        let text = |value: &Value| value.as_str().map(str::to_owned);
        Came {
            to: text(&letter["to"][0]).unwrap(),
            secure: letter["secure"].as_bool().unwrap(),
            user: text(&letter["user"]),
            raw: text(&letter["raw"]).unwrap(),
        }
    }

    /// A header as it came, unfolded.
    pub(crate) fn header(&self, name: &str) -> Option<String> {
        let head = self.raw.split("\r\n\r\n").next()?.replace("\r\n ", " ");
        let start = format!("{name}: ");
        let mut lines = head.lines();
        lines.find_map(|line| line.strip_prefix(&start).map(str::to_owned))
    }

    /// The plain part and the page, as somebody reads them.
    pub(crate) fn parts(&self) -> (String, String) {
        let part = |kind: &str| {
            let start = format!("Content-Type: {kind}; charset=utf-8");
            let rest = self.raw.split(&start).nth(1).unwrap();
            let (head, rest) = rest.split_once("\r\n\r\n").unwrap();
            let body = rest.split("\r\n--").next().unwrap();
            match head.contains("quoted-printable") {
                true => unquoted(body),
                false => {
                    assert!(head.contains("7bit"), "{head}");
                    body.to_owned()
                }
            }
        };
        (part("text/plain"), part("text/html"))
    }
}

/// Quoted-printable as a reader of mail shows it.
fn unquoted(body: &str) -> String {
    let whole = body.replace("=\r\n", "");
    let mut bytes = Vec::new();
    let mut rest = whole.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        let hex = after.get(..2).filter(|_| *first == b'=');
        let hex = hex.and_then(|hex| std::str::from_utf8(hex).ok());
        match hex.and_then(|hex| u8::from_str_radix(hex, 16).ok()) {
            Some(byte) => {
                bytes.push(byte);
                rest = &after[2..];
            }
            None => {
                bytes.push(*first);
                rest = after;
            }
        }
    }
    String::from_utf8(bytes).unwrap().replace("\r\n", "\n")
}

fn browser() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../browser")
}

/// Somebody who vouches, and a certificate for this machine that they vouch for.
fn certificates() -> Option<tempfile::TempDir> {
    let folder = tempfile::tempdir().ok()?;
    std::fs::write(
        folder.path().join("names"),
        "subjectAltName=DNS:localhost\n",
    )
    .ok()?;
    let key = "-newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes";
    for line in [
        format!("req -x509 {key} -keyout ca.key -out ca.pem -subj /CN=Exempel -days 2"),
        format!("req {key} -keyout key.pem -out asked.pem -subj /CN=localhost"),
        "x509 -req -in asked.pem -CA ca.pem -CAkey ca.key -CAcreateserial -days 2 \
         -out cert.pem -extfile names"
            .to_owned(),
    ] {
        let mut openssl = Command::new("openssl");
        openssl.args(line.split_whitespace());
        openssl.current_dir(folder.path());
        let done = openssl.stdout(Stdio::null()).stderr(Stdio::null()).status();
        done.ok().filter(std::process::ExitStatus::success)?;
    }
    Some(folder)
}
