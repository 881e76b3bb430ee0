//! A server of ours while it is measured.

use super::http;
use anyhow::{Context, Result, bail};
use std::collections::BTreeMap;
use std::ffi::OsString;
use std::net::{SocketAddr, TcpListener};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// A program that answers at an address, ended when it is dropped.
pub(super) struct Running {
    child: Child,
    pub(super) at: SocketAddr,
}

/// An address that nobody has.
///
/// # Errors
/// If the machine has none left.
pub(super) fn free() -> Result<SocketAddr> {
    Ok(TcpListener::bind("127.0.0.1:0")?.local_addr()?)
}

impl Running {
    /// Starts a program that will answer at an address.
    ///
    /// # Errors
    /// If it cannot be started.
    pub(super) fn start(command: &mut Command, at: SocketAddr) -> Result<Self> {
        let child = command.stdout(Stdio::null()).stderr(Stdio::inherit());
        let child = child
            .spawn()
            .with_context(|| format!("{command:?} could not be started"))?;
        Ok(Running { child, at })
    }

    /// How long from now until a path is answered with 200.
    ///
    /// # Errors
    /// If the program ends first, or it takes more than two minutes.
    pub(super) fn answers(&mut self, path: &str) -> Result<Duration> {
        let began = Instant::now();
        while began.elapsed() < Duration::from_secs(120) {
            if http::get(self.at, path).is_ok_and(|answer| answer.status == 200) {
                return Ok(began.elapsed());
            }
            if let Some(status) = self.child.try_wait()? {
                bail!("it ended with {status}");
            }
            std::thread::sleep(Duration::from_millis(2));
        }
        bail!("it does not answer {path}")
    }

    /// How many milliseconds of the processor it has used.
    ///
    /// # Errors
    /// If the kernel does not say.
    pub(super) fn processor(&self) -> Result<f64> {
        let stat = std::fs::read_to_string(format!("/proc/{}/stat", self.child.id()))?;
        // The name in brackets may hold spaces; user and system time are the 12th and 13th after.
        let (_, after) = stat.rsplit_once(')').context("no name")?;
        let ticks = after.split_whitespace().skip(11).take(2);
        let ticks: Result<Vec<f64>, _> = ticks.map(str::parse).collect();
        // Linux counts in hundredths of a second.
        Ok(ticks?.iter().sum::<f64>() * 10.0)
    }

    /// What each of its threads has had of the processor, as finely as the kernel counts it: for what
    /// is shorter than the hundredths of [`Running::processor`].
    ///
    /// # Errors
    /// If the kernel does not say.
    pub(super) fn threads(&self) -> Result<Threads> {
        let mut threads = BTreeMap::new();
        for thread in std::fs::read_dir(format!("/proc/{}/task", self.child.id()))? {
            let thread = thread?;
            // One that has ended meanwhile does nothing more.
            let Ok(said) = std::fs::read_to_string(thread.path().join("schedstat")) else {
                continue;
            };
            let had = said.split_whitespace().next().context("no time")?;
            threads.insert(thread.file_name(), had.parse()?);
        }
        Ok(Threads(threads))
    }

    /// The most memory that it has had, in megabytes.
    ///
    /// # Errors
    /// If the kernel does not say.
    pub(super) fn megabytes(&self) -> Result<f64> {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id()))?;
        let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        let kilobytes = line.and_then(|line| line.split_whitespace().next());
        let kilobytes: f64 = kilobytes.context("no VmHWM")?.parse()?;
        Ok(kilobytes * 1024.0 / 1e6)
    }
}

/// The nanoseconds of the processor that the threads of a program have had.
pub(super) struct Threads(BTreeMap<OsString, u64>);

impl Threads {
    /// The milliseconds since an earlier moment.
    pub(super) fn since(&self, earlier: &Threads) -> f64 {
        let before = |thread| earlier.0.get(thread).copied().unwrap_or_default();
        let more = self
            .0
            .iter()
            .map(|(thread, had)| had.saturating_sub(before(thread)));
        more.sum::<u64>() as f64 / 1e6
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // Asked and not cut off: nginx's workers would outlive a master that was. It may have
        // ended by itself; then there is nothing to end.
        let asked = Command::new("kill")
            .arg(self.child.id().to_string())
            .status();
        if !asked.is_ok_and(|status| status.success()) {
            let _ = self.child.kill();
        }
        let _ = self.child.wait();
    }
}
