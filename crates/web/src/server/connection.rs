//! One connection, from its opening to its end.

use super::substitute::Substitute;
use super::watch::{Waiting, Watch};
use super::{Site, answer};
use hyper::server::conn::http1;
use hyper_util::rt::TokioIo;
use std::io;
use std::net::IpAddr;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::AtomicUsize;
use std::task::{Context, Poll, ready};
use std::time::Duration;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::TcpStream;
use tokio::sync::watch;

/// What hyper may hold of a head, on each of ten thousand connections, or of a body that is being written. The head that we accept is
/// smaller (`answer`), so what is too large still gets a page that says so.
const BUFFER: usize = 20 << 10;
/// What we read and throw away of a caller that still sends when we have closed.
const LEFTOVERS: usize = 256 << 10;

/// How often a connection looks at its watch once it is told to finish.
const HURRY: Duration = Duration::from_millis(250);

/// What every connection is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Orders {
    /// Serve.
    GoOn,
    /// Answer what has been asked, then close.
    Finish,
    /// Close.
    Stop,
}

/// Serves one connection to its end.
pub(super) async fn run(
    stream: TcpStream,
    peer: IpAddr,
    site: Site,
    mut orders: watch::Receiver<Orders>,
    open: &AtomicUsize,
) {
    let limits = site.parts.limits;
    let watch = Arc::new(Watch::new(&limits));
    let io = TokioIo::new(Watched {
        stream,
        watch: Arc::clone(&watch),
        closing: None,
        site: site.clone(),
        substitute: None,
    });
    let service = answer::Answering {
        site,
        watch: Arc::clone(&watch),
        peer,
    };
    let connection = http1::Builder::new()
        // Our own watch does this for less.
        .header_read_timeout(None)
        .max_buf_size(BUFFER)
        // Head and body are copied into one buffer: measured to cost what a vectored write of the
        // two costs (bodies of 7 kB and 28 kB, 64 connections). hyper's `pipeline_flush` stays
        // off: with unread bytes in its buffer it closes without having sent a refusal.
        .writev(false)
        .serve_connection(io, service);
    let look = tokio::time::sleep(watch.first_look());
    tokio::pin!(connection, look);
    let mut pace = Duration::MAX;
    loop {
        tokio::select! {
            // The order matters: a connection that is done is not overdue as well.
            biased;
            ended = connection.as_mut() => {
                if let Err(error) = ended {
                    // Callers hang up in the middle all day long.
                    tracing::trace!(%error, "a connection ended");
                }
                return;
            }
            () = look.as_mut() => match watch.look(&limits, open) {
                Ok(again) => look.as_mut().reset(tokio::time::Instant::now() + again.min(pace)),
                Err(overdue) => {
                    tracing::debug!(?overdue, "cutting off a connection");
                    return;
                }
            },
            changed = orders.changed() => match (changed, *orders.borrow_and_update()) {
                (Ok(()), Orders::Finish) => {
                    connection.as_mut().graceful_shutdown();
                    // Everybody waits for the last connection, so each looks often.
                    pace = HURRY;
                    look.as_mut().reset(tokio::time::Instant::now() + pace);
                }
                (Ok(()), Orders::GoOn) => {}
                // The server is gone.
                (Ok(()), Orders::Stop) | (Err(_), _) => return,
            },
        }
    }
}

/// A stream that tells the watch what passes through it.
#[derive(Debug)]
struct Watched {
    stream: TcpStream,
    watch: Arc<Watch>,
    /// How much we have thrown away since we closed; `None` before that.
    closing: Option<usize>,
    site: Site,
    /// What goes out instead of a bare refusal of the HTTP library.
    substitute: Option<Substitute>,
}

impl Watched {
    fn write(&mut self, cx: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        if self.substitute.is_none() {
            self.substitute = Substitute::instead_of(bytes, &self.site);
        }
        let Some(substitute) = &mut self.substitute else {
            return Pin::new(&mut self.stream).poll_write(cx, bytes);
        };
        while let Some(page) = ready!(substitute.poll_bytes(cx)) {
            let written = ready!(Pin::new(&mut self.stream).poll_write(cx, &page))?;
            substitute.wrote(written);
        }
        // hyper's own bytes are gone, as if they had been written.
        Poll::Ready(Ok(bytes.len()))
    }
}

impl AsyncRead for Watched {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let before = buffer.filled().len();
        let read = Pin::new(&mut self.stream).poll_read(cx, buffer);
        if buffer.filled().len() > before {
            self.watch.read();
        }
        read
    }
}

impl AsyncWrite for Watched {
    fn poll_write(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        let written = self.write(cx, bytes);
        match &written {
            Poll::Pending => self.watch.stalled(),
            Poll::Ready(Ok(bytes)) => self.watch.wrote(*bytes),
            Poll::Ready(Err(_)) => {}
        }
        written
    }

    /// hyper asks for this when it has nothing more to write.
    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        let flushed = Pin::new(&mut self.stream).poll_flush(cx);
        if flushed.is_ready() {
            self.watch.flushed();
        }
        flushed
    }

    /// Closes our side, then reads what the other side still sends until it closes too. Closing
    /// both at once would make the operating system answer its bytes with a reset, and a caller
    /// whose upload we refused would lose the page that says why.
    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        if self.closing.is_none() {
            ready!(Pin::new(&mut self.stream).poll_shutdown(cx))?;
            self.watch.set(Waiting::Close);
            self.watch.flushed();
            self.closing = Some(0);
        }
        let mut scrap = [0; 4096];
        loop {
            let mut buffer = ReadBuf::new(&mut scrap);
            ready!(Pin::new(&mut self.stream).poll_read(cx, &mut buffer))?;
            let read = buffer.filled().len();
            let thrown = self.closing.map_or(read, |thrown| thrown + read);
            self.closing = Some(thrown);
            if read == 0 || thrown > LEFTOVERS {
                return Poll::Ready(Ok(()));
            }
        }
    }
}
