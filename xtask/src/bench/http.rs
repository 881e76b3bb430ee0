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
    asked(at, path, "br")
}

/// Asks for a path without compression.
///
/// # Errors
/// As [`get`].
pub(super) fn get_plain(at: SocketAddr, path: &str) -> Result<Answer> {
    asked(at, path, "identity")
}

fn asked(at: SocketAddr, path: &str, encoding: &str) -> Result<Answer> {
    let mut stream = TcpStream::connect(at)?;
    stream.set_read_timeout(Some(Duration::from_secs(30)))?;
    write!(
        stream,
        "GET {path} HTTP/1.1\r\nHost: {at}\r\nAccept-Encoding: {encoding}\r\nConnection: close\r\n\r\n"
    )?;
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
