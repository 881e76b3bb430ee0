//! `serve`: one group on one address, until it is told to stop.

use crate::options::{Defaults, Serve};
use crate::{inbox, provider, say, store};
use anyhow::{Context, Result};
use riktning_app::App;
use riktning_app::passkeys::Passkeys;
use riktning_app::proofread::Dictionary;
use riktning_store::StoreError;
use riktning_web::{Settings, Site};
use riktning_words::Words;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::Path;
use tokio::net::TcpListener;
use tokio::sync::watch;

/// Where a site answers if nobody says.
pub(crate) fn local(port: u16) -> SocketAddr {
    (Ipv4Addr::LOCALHOST, port).into()
}

pub(crate) fn run(task: Serve, defaults: &Defaults, words: Words) -> Result<()> {
    let folder = store::folder(&task.store, defaults, words)?;
    if !store::has_store(&folder) {
        return Err(StoreError::NoStore { folder }.into());
    }
    let by = defaults.given_by("listen", defaults.listen.is_some(), words);
    let address = task
        .listen
        .or(defaults.listen)
        .unwrap_or_else(|| local(8080));
    let public_url = task.public_url.or_else(|| defaults.public_url.clone());
    let mail = task.mail.settings(defaults, public_url.as_deref(), words)?;
    let trusted_proxies = match task.trusted_proxy.is_empty() {
        true => defaults.trusted_proxy.clone(),
        false => task.trusted_proxy,
    };
    let providers = provider::of(defaults, public_url.as_deref(), words)?;
    let runtime = runtime(words)?;
    let ended = runtime.block_on(async {
        let listener = listen(address, by, "--listen", words).await?;
        let app = store::open(&folder, store::clock(task.today, defaults), words)?;
        provider::warn(&app, defaults, words);
        if let Some(mail) = mail {
            app.set_up_mail(mail);
        }
        let stop = told_to_stop();
        say::line(&format!("http://{}", listener.local_addr()?));
        let settings = Settings {
            passkeys: passkeys(public_url.as_deref(), listener.local_addr()?),
            public_url,
            trusted_proxies,
            second_step: task.require_second_step || defaults.require_second_step,
            providers,
            ..Settings::default()
        };
        answer(app, &folder, listener, &settings, stop, words).await
    });
    // Without waiting for a server of mail that is slow to answer.
    runtime.shutdown_background();
    ended
}

/// The passkeys of a site that is known by an address. Without one they belong to the name that each
/// machine has for itself, if it listens to nobody else: browsers take it for safe.
pub(crate) fn passkeys(public_url: Option<&str>, listens: SocketAddr) -> Passkeys {
    match public_url {
        Some(url) => Passkeys::at(url),
        None if listens.ip().is_loopback() => {
            Passkeys::at(&format!("http://localhost:{}", listens.port()))
        }
        None => Passkeys::default(),
    }
}

/// Reads the dictionary that is installed, beside everything else: nobody waits for it.
fn learns(app: &App) {
    let app = app.clone();
    tokio::task::spawn_blocking(move || {
        if let Some(dictionary) = Dictionary::installed() {
            app.teach(dictionary);
        }
    });
}

pub(crate) fn runtime(words: Words) -> Result<tokio::runtime::Runtime> {
    tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .with_context(|| words.text("cli-no-start"))
}

/// Takes an address before anything is made, so that a port in use leaves no trace. By what it
/// was given is told if it cannot be had.
pub(crate) async fn listen(
    address: SocketAddr,
    by: Option<String>,
    flag: &str,
    words: Words,
) -> Result<TcpListener> {
    let named = || match &by {
        Some(by) => format!("{address} ({by})"),
        None => address.to_string(),
    };
    let bound = TcpListener::bind(address).await;
    bound.with_context(|| {
        words.with(
            "cli-address-taken",
            &[("address", &named()), ("flag", flag)],
        )
    })
}

/// Answers until told to stop, then lets those who are being answered have theirs.
pub(crate) async fn answer(
    app: App,
    folder: &Path,
    listener: TcpListener,
    settings: &Settings,
    mut stop: watch::Receiver<bool>,
    words: Words,
) -> Result<()> {
    learns(&app);
    let site = Site::new(&app, settings);
    // A task beside the pages. It ends with the program, between two orders or in the middle of
    // one: an order that was taken and not answered is taken again at the next start.
    let inbox = tokio::spawn(inbox::watch(app.clone(), folder.to_owned()));
    // Likewise. A letter that is handed over when it ends is written down as tried, and is tried again.
    let post = app.clone();
    let post = tokio::spawn(async move { post.send_mail().await });
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
    post.abort();
    // What was on its way to the journal is there before the program ends.
    app.close().await;
    served?;
    // Not to be papered over by going on: what the disk holds is seen at the next start.
    anyhow::ensure!(!app.has_failed(), words.text("cli-write-failed"));
    Ok(())
}

/// Becomes true at the first interrupt or order to terminate; every site hears it. Who asks a
/// second time does not want to wait: what was answered is on disk, so the program just ends.
pub(crate) fn told_to_stop() -> watch::Receiver<bool> {
    let (tell, told) = watch::channel(false);
    // Heard from now on, before anybody is told that the program is there: whoever stops it at once ends it
    // as anybody does.
    let mut orders = Orders::heard();
    tokio::spawn(async move {
        orders.next().await;
        // If nobody listens any more, there is nothing left to stop.
        let _ = tell.send(true);
        orders.next().await;
        std::process::exit(1);
    });
    told
}

/// Interrupts and orders to terminate, from when they are heard.
#[cfg(unix)]
pub(crate) struct Orders([Option<tokio::signal::unix::Signal>; 2]);

#[cfg(unix)]
impl Orders {
    pub(crate) fn heard() -> Orders {
        use tokio::signal::unix::{SignalKind, signal};
        let kinds = [SignalKind::interrupt(), SignalKind::terminate()];
        Orders(kinds.map(|kind| signal(kind).ok()))
    }

    /// The next one.
    pub(crate) async fn next(&mut self) {
        let [interrupt, terminate] = &mut self.0;
        tokio::select! {
            () = come(interrupt) => {}
            () = come(terminate) => {}
        }
    }
}

/// One that the system does not let us hear never comes.
#[cfg(unix)]
async fn come(signal: &mut Option<tokio::signal::unix::Signal>) {
    match signal {
        Some(signal) => drop(signal.recv().await),
        None => std::future::pending().await,
    }
}

/// Interrupts.
#[cfg(not(unix))]
pub(crate) struct Orders;

#[cfg(not(unix))]
impl Orders {
    pub(crate) fn heard() -> Orders {
        Orders
    }

    /// The next one.
    pub(crate) async fn next(&mut self) {
        drop(tokio::signal::ctrl_c().await);
    }
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
        let words = Words::of(riktning_words::Language::En);
        let folder = tempfile::tempdir().unwrap();
        drop(SqliteJournal::open(folder.path()).unwrap());
        // A journal that was opened to be read answers a write as one whose disk has failed.
        let journal = SqliteJournal::open_to_read(folder.path()).unwrap();
        let app = App::open(Box::new(journal), Clock::stockholm(), &mut |_| {}).unwrap();
        let ended = runtime(words).unwrap().block_on(async {
            let (_tell, stop) = watch::channel(false);
            let listener = listen(local(0), None, "--listen", words).await.unwrap();
            let (served, data) = (app.clone(), folder.path().to_owned());
            let served = tokio::spawn(async move {
                answer(served, &data, listener, &Settings::default(), stop, words).await
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
