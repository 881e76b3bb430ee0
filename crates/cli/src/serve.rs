//! `serve`: one group on one address, until it is told to stop.

use crate::options::{Defaults, Serve};
use crate::{inbox, say, store};
use anyhow::{Context, Result};
use riktning_app::App;
use riktning_web::{Settings, Site};
use std::net::{Ipv4Addr, SocketAddr};
use std::path::Path;
use tokio::net::TcpListener;
use tokio::sync::watch;

/// Where a site answers if nobody says.
pub(crate) fn local(port: u16) -> SocketAddr {
    (Ipv4Addr::LOCALHOST, port).into()
}

pub(crate) fn run(task: Serve, defaults: &Defaults) -> Result<()> {
    let folder = store::folder(&task.store, defaults)?;
    anyhow::ensure!(
        store::has_store(&folder),
        "there is no store in {}; make one with `riktning import facts`, or see `riktning demo`",
        folder.display()
    );
    let address = task
        .listen
        .or(defaults.listen)
        .unwrap_or_else(|| local(8080));
    let public_url = task.public_url.or_else(|| defaults.public_url.clone());
    let trusted_proxies = match task.trusted_proxy.is_empty() {
        true => defaults.trusted_proxy.clone(),
        false => task.trusted_proxy,
    };
    runtime()?.block_on(async {
        let listener = listen(address).await?;
        let app = store::open(&folder, store::clock(task.today, defaults))?;
        say::line(&format!("http://{}", listener.local_addr()?));
        let settings = Settings {
            public_url,
            trusted_proxies,
            ..Settings::default()
        };
        answer(app, &folder, listener, &settings, told_to_stop()).await
    })
}

pub(crate) fn runtime() -> Result<tokio::runtime::Runtime> {
    tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .context("the server could not be started")
}

/// Takes an address before anything is made, so that a port in use leaves no trace.
pub(crate) async fn listen(address: SocketAddr) -> Result<TcpListener> {
    TcpListener::bind(address).await.with_context(|| {
        format!("cannot answer on {address}; is another program there? choose another address")
    })
}

/// Answers until told to stop, then lets those who are being answered have theirs.
pub(crate) async fn answer(
    app: App,
    folder: &Path,
    listener: TcpListener,
    settings: &Settings,
    mut stop: watch::Receiver<bool>,
) -> Result<()> {
    let site = Site::new(&app, settings);
    // A task beside the pages. It ends with the program, between two orders or in the middle of
    // one: an order that was taken and not answered is taken again at the next start.
    let inbox = tokio::spawn(inbox::watch(app.clone(), folder.to_owned()));
    let stopped = async move {
        // The sender lives as long as the program; if it is gone, stopping is right.
        let _ = stop.wait_for(|stop| *stop).await;
    };
    let served = riktning_web::serve(listener, site, stopped).await;
    inbox.abort();
    // What was on its way to the journal is there before the program ends.
    app.close().await;
    Ok(served?)
}

/// Becomes true at the first interrupt or order to terminate; every site hears it. Who asks a
/// second time does not want to wait: what was answered is on disk, so the program just ends.
pub(crate) fn told_to_stop() -> watch::Receiver<bool> {
    let (tell, told) = watch::channel(false);
    tokio::spawn(async move {
        signalled().await;
        // If nobody listens any more, there is nothing left to stop.
        let _ = tell.send(true);
        signalled().await;
        std::process::exit(1);
    });
    told
}

/// The next interrupt or order to terminate.
async fn signalled() {
    let interrupt = tokio::signal::ctrl_c();
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        match signal(SignalKind::terminate()) {
            Ok(mut terminate) => tokio::select! {
                _ = interrupt => {}
                _ = terminate.recv() => {}
            },
            Err(_) => drop(interrupt.await),
        }
    }
    #[cfg(not(unix))]
    drop(interrupt.await);
}
