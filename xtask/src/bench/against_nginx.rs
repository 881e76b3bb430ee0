//! A cached page beside nginx, which serves the same bytes from a file with the same headers.

use super::Line;
use super::http::{self, Answer};
use super::running::{Running, free};
use super::turns::{Turns, ratio};
use anyhow::{Context, Result, bail};
use std::fmt::Write;
use std::net::SocketAddr;
use std::path::Path;
use std::process::Command;

const TURNS: usize = 5;
const SECONDS: &str = "4s";

/// What one turn of `wrk` saw.
struct Seen {
    per_second: f64,
    /// Milliseconds that 99 of 100 answers were within.
    p99: f64,
}

pub(super) fn lines(ours: SocketAddr, path: &str, scratch: &Path) -> Result<Vec<Line>> {
    let nginx = nginx(&http::page(ours, path)?, path, scratch)?;
    same(&http::page(ours, path)?, &http::page(nginx.at, path)?)?;
    let mut lines = Vec::new();
    for (connections, wanted) in [("1", "at least 0.9"), ("64", "at least 1; p99 under 50 ms")] {
        let (mut us, mut them, mut our_p99, mut their_p99) = (vec![], vec![], vec![], vec![]);
        for _ in 0..TURNS {
            let (a, b) = (
                wrk(ours, path, connections)?,
                wrk(nginx.at, path, connections)?,
            );
            us.push(a.per_second);
            our_p99.push(a.p99);
            them.push(b.per_second);
            their_p99.push(b.p99);
        }
        let (us, them) = (Turns::of(us)?, Turns::of(them)?);
        let (our_p99, their_p99) = (Turns::of(our_p99)?, Turns::of(their_p99)?);
        let plural = if connections == "1" { "" } else { "s" };
        lines.push(Line {
            what: format!("A cached goal page, {connections} connection{plural}"),
            ours: format!("{}, p99 {}", us.say(0, "/s"), our_p99.say(2, "ms")),
            beside: format!(
                "nginx {}, p99 {}",
                them.say(0, "/s"),
                their_p99.say(2, "ms")
            ),
            ratio: ratio(&us, &them),
            wanted,
        });
    }
    Ok(lines)
}

/// nginx with the page's bytes in a file, as fast as it can be set: a worker for each
/// processor, the file kept open, no log.
fn nginx(page: &Answer, path: &str, scratch: &Path) -> Result<Running> {
    let folder = scratch.join("nginx");
    let file = folder.join("html").join(path.trim_start_matches('/'));
    let parent = file.parent().context("a path without a folder")?;
    std::fs::create_dir_all(parent)?;
    std::fs::write(&file, &page.body)?;
    let at = free()?;
    let mut headers = String::new();
    for (name, value) in &page.headers {
        if !nginx_says(name) {
            writeln!(headers, "add_header {name} {value:?};")?;
        }
    }
    let kind = page
        .header("content-type")
        .context("a page without a type")?;
    let settings = format!(
        "daemon off; worker_processes auto; pid {folder}/pid; error_log stderr error;
events {{ worker_connections 1024; }}
http {{
  access_log off; sendfile on; tcp_nopush on; tcp_nodelay on;
  keepalive_requests 100000000; keepalive_timeout 600s;
  open_file_cache max=100 inactive=600s; open_file_cache_valid 600s;
  client_body_temp_path {folder}/a; proxy_temp_path {folder}/b; fastcgi_temp_path {folder}/c;
  uwsgi_temp_path {folder}/d; scgi_temp_path {folder}/e;
  types {{ }} default_type {kind:?};
  server {{ listen {at} reuseport; root {folder}/html; {headers} }}
}}
",
        folder = folder.display(),
    );
    let settings_file = folder.join("nginx.conf");
    std::fs::write(&settings_file, settings)?;
    let mut command = Command::new("nginx");
    command.arg("-p").arg(&folder).arg("-c").arg(&settings_file);
    let mut nginx = Running::start(&mut command, at)?;
    nginx.answers(path)?;
    Ok(nginx)
}

/// Headers that nginx writes by itself, or that belong to one answer.
fn nginx_says(name: &str) -> bool {
    [
        "content-type",
        "content-length",
        "date",
        "etag",
        "connection",
    ]
    .contains(&name)
}

/// # Errors
/// If the two answers are not the same page.
fn same(ours: &Answer, theirs: &Answer) -> Result<()> {
    if ours.body != theirs.body {
        bail!("nginx serves other bytes");
    }
    for (name, value) in ours.headers.iter().filter(|(name, _)| !nginx_says(name)) {
        if theirs.header(name) != Some(value) {
            bail!("nginx does not send {name}: {value}");
        }
    }
    Ok(())
}

fn wrk(at: SocketAddr, path: &str, connections: &str) -> Result<Seen> {
    let mut command = Command::new("wrk");
    command.args(["-t1", "-c", connections, "-d", SECONDS, "--latency"]);
    command
        .args(["-H", "Accept-Encoding: br"])
        .arg(format!("http://{at}{path}"));
    let output = command.output()?;
    let said = String::from_utf8(output.stdout)?;
    read(&said).with_context(|| format!("wrk said: {said}"))
}

fn read(said: &str) -> Option<Seen> {
    let after = |word: &str| said.lines().find_map(|line| line.trim().strip_prefix(word));
    // Anything but 2xx, or an answer that did not come, makes the figure worthless.
    if said.contains("Non-2xx") || said.contains("Socket errors") {
        return None;
    }
    Some(Seen {
        per_second: after("Requests/sec:")?.trim().parse().ok()?,
        p99: milliseconds(after("99%")?.trim())?,
    })
}

fn milliseconds(said: &str) -> Option<f64> {
    let units = [("us", 1e-3), ("ms", 1.0), ("s", 1e3)];
    let (figure, factor) = units
        .iter()
        .find_map(|(unit, factor)| Some((said.strip_suffix(unit)?, factor)))?;
    Some(figure.parse::<f64>().ok()? * factor)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wrk_is_read_and_errors_make_its_figure_worthless() {
        let said = "  Latency Distribution\n     50%   30.00us\n     99%    1.25ms\n\
                    Requests/sec:  31234.50\nTransfer/sec:  1MB\n";
        let seen = read(said).unwrap();
        assert!((seen.per_second - 31_234.5).abs() < 1e-6);
        assert!((seen.p99 - 1.25).abs() < 1e-9);
        assert!(read(&format!("{said}  Non-2xx or 3xx responses: 3\n")).is_none());
        assert_eq!(milliseconds("2.00s"), Some(2000.0));
        assert_eq!(milliseconds("fort"), None);
    }
}
