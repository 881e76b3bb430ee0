//! Running the binary.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};
use std::time::{Duration, Instant};

pub(crate) fn riktning(args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_riktning"));
    command
        .args(args)
        .env("LC_ALL", "C")
        .env_remove("RIKTNING_DATA");
    command
}

/// Runs to its end.
pub(crate) fn run(args: &[&str]) -> Output {
    riktning(args).output().expect("the binary runs")
}

pub(crate) fn status(output: &Output) -> i32 {
    output.status.code().expect("it ended by itself")
}

pub(crate) fn said(output: &Output) -> String {
    format!(
        "{}{}",
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    )
}

pub(crate) fn text(path: &Path) -> &str {
    path.to_str().expect("a temporary path is text")
}

/// A server that is stopped when it is dropped.
pub(crate) struct Server {
    child: Child,
    pub(crate) addresses: Vec<SocketAddr>,
}

impl Server {
    /// Starts it and reads the addresses that it says, as many as asked for.
    pub(crate) fn start(args: &[&str], addresses: usize) -> Server {
        let mut child = riktning(args)
            .stdout(Stdio::piped())
            .spawn()
            .expect("the binary runs");
        let out = BufReader::new(child.stdout.take().expect("its output is read"));
        let said: Vec<SocketAddr> = out
            .lines()
            .map_while(Result::ok)
            .filter_map(|line| line.rsplit_once("http://")?.1.trim().parse().ok())
            .take(addresses)
            .collect();
        assert_eq!(said.len(), addresses, "it says where it answers");
        Server {
            child,
            addresses: said,
        }
    }

    /// Asks it to stop as an operator would, and waits for its end.
    pub(crate) fn stop(mut self) -> i32 {
        let id = self.child.id().to_string();
        let told = Command::new("kill")
            .args(["-TERM", &id])
            .status()
            .expect("kill is there");
        assert!(told.success());
        let until = Instant::now() + Duration::from_secs(20);
        while Instant::now() < until {
            if let Some(status) = self.child.try_wait().expect("it can be asked") {
                return status.code().unwrap_or(-1);
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        panic!("it did not stop");
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // Stopped already, or about to be.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The whole answer to a request, head and body.
pub(crate) fn get(address: SocketAddr, path: &str) -> String {
    let mut stream = TcpStream::connect(address).expect("it answers");
    stream
        .set_read_timeout(Some(Duration::from_secs(20)))
        .expect("a socket has a deadline");
    write!(
        stream,
        "GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
    )
    .unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).expect("a page is text");
    answer
}

pub(crate) fn body(answer: &str) -> &str {
    answer.split_once("\r\n\r\n").expect("a head and a body").1
}
