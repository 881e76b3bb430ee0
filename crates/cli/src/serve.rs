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
    let writing = app.clone();
    let stopped = async move {
        tokio::select! {
            // The sender lives as long as the program; if it is gone, stopping is right.
            _ = stop.wait_for(|stop| *stop) => {}
            () = writing.failed() => {}
        }
    };
    let served = riktning_web::serve(listener, site, stopped).await;
    inbox.abort();
    // What was on its way to the journal is there before the program ends.
    app.close().await;
    served?;
    // Not to be papered over by going on: what the disk holds is seen at the next start.
    anyhow::ensure!(
        !app.has_failed(),
        "a write failed and the disk may hold less than it said; look at the disk, then start again"
    );
    Ok(())
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

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
    use super::*;
    use riktning_app::Clock;
    use riktning_domain::Command;
    use riktning_domain::group::DescribeGroup;
    use riktning_domain::permissions::User;
    use riktning_store::SqliteJournal;
    use std::time::Duration;

    #[test]
    fn a_failed_write_ends_the_server_with_an_error() {
        let folder = tempfile::tempdir().unwrap();
        drop(SqliteJournal::open(folder.path()).unwrap());
        // A journal that was opened to be read answers a write as one whose disk has failed.
        let journal = SqliteJournal::open_to_read(folder.path()).unwrap();
        let app = App::open(Box::new(journal), Clock::stockholm(), &mut |_| {}).unwrap();
        let ended = runtime().unwrap().block_on(async {
            let (_tell, stop) = watch::channel(false);
            let listener = listen(local(0)).await.unwrap();
            let (served, data) = (app.clone(), folder.path().to_owned());
            let served = tokio::spawn(async move {
                answer(served, &data, listener, &Settings::default(), stop).await
            });
            let command = DescribeGroup {
                name: "Exempelstads kommun".into(),
                place: "Exempelstad".into(),
                code: None,
                invented: true,
            };
            let refused = app.perform(User::Import, Command::DescribeGroup(command));
            assert!(refused.await.is_err());
            tokio::time::timeout(Duration::from_secs(20), served).await
        });
        let said = ended.expect("it ends by itself").unwrap().unwrap_err();
        assert!(said.to_string().contains("a write failed"), "{said}");
    }
}
