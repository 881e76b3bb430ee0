//! As much of HTTP as a measurement needs: one request, one answer, on a connection of its own.

use anyhow::{Context, Result, bail};
use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

/// An answer as it came over the wire.
pub(super) struct Answer {
    pub(super) status: u16,
    pub(super) headers: Vec<(String, String)>,
    pub(super) body: Vec<u8>,
    /// Status line, headers and body.
    pub(super) bytes: usize,
}

impl Answer {
    pub(super) fn header(&self, name: &str) -> Option<&str> {
        let found = self.headers.iter().find(|(n, _)| n == name);
        found.map(|(_, value)| value.as_str())
    }
}

/// Asks for a path as a browser that reads Brotli would.
///
/// # Errors
/// If nobody answers, or not in HTTP.
pub(super) fn get(at: SocketAddr, path: &str) -> Result<Answer> {
    sent(at, &format!("{}\r\n", head("GET", at, path, "br")))
}

/// Asks for a path without compression.
///
/// # Errors
/// As [`get`].
pub(super) fn get_plain(at: SocketAddr, path: &str) -> Result<Answer> {
    sent(at, &format!("{}\r\n", head("GET", at, path, "identity")))
}

/// A request as far as headers of its own may follow.
fn head(method: &str, at: SocketAddr, path: &str, encoding: &str) -> String {
    format!(
        "{method} {path} HTTP/1.1\r\nHost: {at}\r\nAccept-Encoding: {encoding}\r\nConnection: close\r\n"
    )
}

fn sent(at: SocketAddr, request: &str) -> Result<Answer> {
    let mut stream = TcpStream::connect(at)?;
    stream.set_read_timeout(Some(Duration::from_secs(30)))?;
    stream.write_all(request.as_bytes())?;
    let mut bytes = Vec::new();
    stream.read_to_end(&mut bytes)?;
    let end = bytes.windows(4).position(|four| four == b"\r\n\r\n");
    let end = end.context("an answer without a head")?;
    let head = std::str::from_utf8(&bytes[..end])?;
    let mut lines = head.split("\r\n");
    let status = lines.next().and_then(|line| line.split(' ').nth(1));
    let status = status.context("an answer without a status")?.parse()?;
    let headers = lines.filter_map(|line| line.split_once(": "));
    let headers = headers.map(|(n, v)| (n.to_ascii_lowercase(), v.to_owned()));
    Ok(Answer {
        status,
        headers: headers.collect(),
        body: bytes[end + 4..].to_vec(),
        bytes: bytes.len(),
    })
}

/// A browser in which somebody is signed in.
pub(super) struct Browser {
    at: SocketAddr,
    /// What the server gave it to hold.
    cookie: String,
}

impl Browser {
    /// Signs somebody in.
    ///
    /// # Errors
    /// If they are not let in.
    pub(super) fn signed_in(at: SocketAddr, login: &str, password: &str) -> Result<Self> {
        let cookie = String::new();
        let nobody = Browser { at, cookie };
        let answer = nobody.post("/logga-in", &[("login", login), ("losenord", password)])?;
        let cookie = answer.header("set-cookie").context("not let in")?;
        let cookie = cookie.split(';').next().unwrap_or(cookie).to_owned();
        Ok(Browser { at, cookie })
    }

    /// A page, as the text that it is.
    ///
    /// # Errors
    /// If it is no page.
    pub(super) fn page(&self, path: &str) -> Result<String> {
        let answer = self.get(path, "identity")?;
        Ok(String::from_utf8(answer.body)?)
    }

    /// Asks for a page as a browser that reads Brotli would.
    ///
    /// # Errors
    /// If it is no page.
    pub(super) fn get(&self, path: &str, encoding: &str) -> Result<Answer> {
        let head = head("GET", self.at, path, encoding);
        let answer = sent(self.at, &format!("{head}Cookie: {}\r\n\r\n", self.cookie))?;
        if answer.status != 200 {
            bail!("{path} answers {}", answer.status);
        }
        Ok(answer)
    }

    /// Sends a form as a page of the site does; where it leads.
    ///
    /// # Errors
    /// If it is not taken.
    pub(super) fn send(&self, path: &str, fields: &[(&str, &str)]) -> Result<String> {
        let answer = self.post(path, fields)?;
        let to = answer.header("location").filter(|_| answer.status == 303);
        let to = to.with_context(|| format!("{path} answers {} to a form", answer.status))?;
        Ok(to.to_owned())
    }

    fn post(&self, path: &str, fields: &[(&str, &str)]) -> Result<Answer> {
        let fields = fields
            .iter()
            .map(|(name, value)| format!("{name}={}", escaped(value)));
        let body = fields.collect::<Vec<_>>().join("&");
        let head = head("POST", self.at, path, "br");
        let request = format!(
            "{head}Cookie: {}\r\nOrigin: http://{}\r\nSec-Fetch-Site: same-origin\r\n\
             Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n{body}",
            self.cookie,
            self.at,
            body.len()
        );
        sent(self.at, &request)
    }
}

/// A field of a form as it is sent.
fn escaped(value: &str) -> String {
    let bytes = value.bytes();
    let escaped = bytes.map(|byte| match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => char::from(byte).to_string(),
        byte => format!("%{byte:02X}"),
    });
    escaped.collect()
}

/// The answer, which must be a page.
///
/// # Errors
/// If it is another.
pub(super) fn page(at: SocketAddr, path: &str) -> Result<Answer> {
    let answer = get(at, path)?;
    if answer.status != 200 {
        bail!("{path} answers {}", answer.status);
    }
    Ok(answer)
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn a_field_is_sent_as_a_browser_sends_it() {
        assert_eq!(escaped("Får & bör 1"), "F%C3%A5r%20%26%20b%C3%B6r%201");
    }
}
