//! Everybody looks at once, and in the middle of it a crisis is published.

use super::million::{make, serve};
use super::{Line, built};
use anyhow::{Context, Result, bail};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

const CONNECTIONS: usize = 200;
const BEFORE: Duration = Duration::from_secs(2);
const AFTER: Duration = Duration::from_secs(3);
const TITLE: &str = "Gaslukt i centrum";
const NOTICE: &str = "[[notice]]
id = \"gas\"
severity = \"crisis\"
title = \"Gaslukt i centrum\"
text = \"Stäng fönster och dörrar.\"
";

/// What one connection saw.
struct Seen {
    pages: usize,
    /// When it was first told.
    told: Option<Instant>,
    /// Answers that were no page, or a page without the notice after one with it.
    faults: usize,
}

pub(super) fn line(scratch: &Path) -> Result<Line> {
    let data = scratch.join("tenth");
    if !data.exists() {
        make(&data, &["100000"])?;
    }
    let (server, _) = serve(&data)?;
    let file = scratch.join("notice.toml");
    std::fs::write(&file, NOTICE)?;
    let over = AtomicBool::new(false);
    let (at, stop) = (server.at, &over);
    let (seen, began, done) = std::thread::scope(|scope| -> Result<_> {
        let readers: Vec<_> = (0..CONNECTIONS)
            .map(|_| scope.spawn(move || read(at, stop)))
            .collect();
        std::thread::sleep(BEFORE);
        let began = Instant::now();
        let published = publish(&file, &data);
        let done = Instant::now();
        std::thread::sleep(AFTER);
        stop.store(true, Ordering::Relaxed);
        let mut seen = Vec::new();
        for reader in readers {
            let reader = reader
                .join()
                .map_err(|_| anyhow::anyhow!("a reader fell"))?;
            seen.push(reader?);
        }
        published?;
        Ok((seen, began, done))
    })?;
    let pages: usize = seen.iter().map(|s| s.pages).sum();
    let faults: usize = seen.iter().map(|s| s.faults).sum();
    let told: Option<Vec<Instant>> = seen.iter().map(|s| s.told).collect();
    let last = told.and_then(|told| told.into_iter().max());
    let last = last.context("a connection was never told")?;
    let (told, command) = (last - began, done - began);
    Ok(Line {
        what: format!("A crisis notice under {CONNECTIONS} connections, until every one was told"),
        ours: format!(
            "{:.2} s; {faults} faults in {pages} pages",
            told.as_secs_f64()
        ),
        beside: format!(
            "{:.2} s, the command that publishes it",
            command.as_secs_f64()
        ),
        ratio: format!("{:.2}", told.as_secs_f64() / command.as_secs_f64()),
        wanted: "under 2 s; no faults",
    })
}

fn publish(file: &Path, data: &Path) -> Result<()> {
    let mut command = Command::new(built("riktning"));
    command
        .args(["site", "notice"])
        .arg(file)
        .arg("--data")
        .arg(data);
    let status = command.stdout(Stdio::null()).status()?;
    status
        .success()
        .then_some(())
        .context("nothing was published")
}

/// Reads the start page again and again on one connection.
fn read(at: SocketAddr, over: &AtomicBool) -> Result<Seen> {
    let mut stream = BufReader::new(TcpStream::connect(at)?);
    stream
        .get_ref()
        .set_read_timeout(Some(Duration::from_secs(30)))?;
    let mut seen = Seen {
        pages: 0,
        told: None,
        faults: 0,
    };
    while !over.load(Ordering::Relaxed) {
        let (status, body) = ask(&mut stream, at)?;
        let tells = body.windows(TITLE.len()).any(|w| w == TITLE.as_bytes());
        seen.pages += 1;
        if status != 200 || (seen.told.is_some() && !tells) {
            seen.faults += 1;
        }
        if tells && seen.told.is_none() {
            seen.told = Some(Instant::now());
        }
    }
    Ok(seen)
}

/// One request on a connection that is kept.
fn ask(stream: &mut BufReader<TcpStream>, at: SocketAddr) -> Result<(u16, Vec<u8>)> {
    write!(
        stream.get_mut(),
        "GET / HTTP/1.1\r\nHost: {at}\r\nAccept-Encoding: identity\r\n\r\n"
    )?;
    let mut line = String::new();
    stream.read_line(&mut line)?;
    let status = line
        .split(' ')
        .nth(1)
        .context("an answer without a status")?;
    let status = status.parse()?;
    let mut length = None;
    loop {
        line.clear();
        if stream.read_line(&mut line)? == 0 {
            bail!("an answer was cut off");
        }
        let header = line.trim_end().to_ascii_lowercase();
        if header.is_empty() {
            break;
        }
        if let Some(value) = header.strip_prefix("content-length: ") {
            length = Some(value.parse::<usize>()?);
        }
    }
    let mut body = vec![0; length.context("an answer without a length")?];
    stream.read_exact(&mut body)?;
    Ok((status, body))
}
