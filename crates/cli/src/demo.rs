//! `demo`: two municipalities, each with its own store.

use crate::options::{Defaults, Demo};
use crate::progress::Progress;
use crate::{import, people, say, serve, store};
use anyhow::{Context, Result};
use riktning_app::imports::site::{self as files, Kind};
use riktning_app::{App, Clock, scenario};
use riktning_domain::{Command, User};
use riktning_store::StoreError;
use riktning_web::Settings;
use riktning_words::Words;
use std::path::{Path, PathBuf};
use tokio::net::TcpListener;

/// What Eskilstuna's visions and goals are in other languages.
const TRANSLATIONS: &str = include_str!("../../../facts/eskilstuna-oversattningar.toml");

/// What Eskilstuna's own site says that the facts do not.
const NOTES: &str = include_str!("../../../facts/eskilstuna-uppgifter.toml");

/// Eskilstuna's public facts, with their sources.
const ESKILSTUNA: &[u8] = include_bytes!("../../../facts/eskilstuna.json");

pub(crate) fn run(task: Demo, defaults: &Defaults, words: Words) -> Result<()> {
    let folder = task.data.or_else(|| defaults.data.clone());
    let folder = folder.unwrap_or_else(|| PathBuf::from("riktning-demo"));
    let real = task
        .listen
        .or(defaults.listen)
        .unwrap_or_else(|| serve::local(8080));
    let example = task.listen_example.or(defaults.listen_example);
    let example = example.unwrap_or_else(|| serve::local(8081));
    let by_listen = defaults.given_by("listen", defaults.listen.is_some(), words);
    let by_example = defaults.listen_example.is_some();
    let by_example = defaults.given_by("listen-example", by_example, words);
    // The stores of a demonstration live on its day altogether.
    let today = task.today.or(defaults.today);
    let clock = today.map_or_else(Clock::stockholm, Clock::Fixed);
    serve::runtime(words)?.block_on(async {
        let real = serve::listen(real, by_listen, "--listen", words).await?;
        let example = serve::listen(example, by_example, "--listen-example", words).await?;
        let eskilstuna = eskilstuna(&folder, clock.clone(), words).await?;
        let exempelstad = exempelstad(&folder, clock, words).await?;
        let site = |key: &str, address: std::net::SocketAddr| {
            say::line(&format!("{}  http://{address}", words.text(key)));
        };
        let stop = serve::told_to_stop();
        site("cli-demo-real", real.local_addr()?);
        site("cli-demo-invented", example.local_addr()?);
        let work = format!("http://{}/logga-in", example.local_addr()?);
        say::line(&words.with("cli-demo-people", &[("address", &work)]));
        for line in people::one_of_each(&exempelstad, words).await? {
            say::line(&line);
        }
        say::line(&words.text("cli-demo-stop"));
        let settings = |listener: &TcpListener| {
            let passkeys = serve::passkeys(None, listener.local_addr()?);
            anyhow::Ok(Settings {
                passkeys,
                ..Settings::default()
            })
        };
        let both = (settings(&real)?, settings(&example)?);
        let folders = (folder.join("eskilstuna"), folder.join("exempelstad"));
        tokio::try_join!(
            serve::answer(eskilstuna, &folders.0, real, &both.0, stop.clone(), words),
            serve::answer(exempelstad, &folders.1, example, &both.1, stop, words),
        )?;
        Ok(())
    })
}

/// Opens one of the two stores. If it is broken, it is said which: nobody's only copy is lost with a
/// demonstration, which is made anew.
fn open(folder: &Path, clock: Clock, words: Words) -> Result<App> {
    store::open(folder, clock, words).map_err(|error| {
        let broken = matches!(
            error.downcast_ref::<StoreError>(),
            Some(StoreError::Broken(_) | StoreError::LogDamaged { .. })
        );
        match broken {
            true => {
                let named = folder.display().to_string();
                error.context(words.with("cli-demo-broken", &[("folder", &named)]))
            }
            false => error,
        }
    })
}

async fn eskilstuna(folder: &Path, clock: Clock, words: Words) -> Result<App> {
    let app = open(&folder.join("eskilstuna"), clock, words)?;
    let report = import::take(&app, ESKILSTUNA.to_vec()).await?;
    anyhow::ensure!(
        report.faults.is_empty(),
        "the facts about Eskilstuna cannot be read"
    );
    for (kind, file) in [(Kind::Note, NOTES), (Kind::Translation, TRANSLATIONS)] {
        add(&app, kind, file).await?;
    }
    Ok(app)
}

/// Takes what is added to the facts, but for what is said of words or days that the demonstration
/// has not come to: it may be about another day than ours.
async fn add(app: &App, kind: Kind, file: &str) -> Result<()> {
    let plan = app.published(app.today(), |p| files::read(kind, file, p));
    let translated = plan.translated().map(|(_, words)| words.to_owned());
    let unsaid = app.unsaid(translated.collect()).await?;
    let (today, commands) = (app.today(), plan.commands.into_iter());
    let is_there = |command: &Command| match command {
        Command::TranslateText(made) => {
            let words = made.text.sv.as_str();
            words.is_some_and(|words| !unsaid.contains(words))
        }
        Command::TakeNote(note) => note.since.is_none_or(|since| since.day() <= today),
        _ => true,
    };
    let commands = commands.map(|(_, command)| command).filter(is_there);
    app.perform_all(User::Import, commands.collect(), None)
        .await
        .context("what is added to the facts about Eskilstuna cannot be taken")?;
    Ok(())
}

async fn exempelstad(folder: &Path, clock: Clock, words: Words) -> Result<App> {
    let app = open(&folder.join("exempelstad"), clock, words)?;
    if app.position() == 0 {
        let today = app.today();
        let steps =
            scenario::read_all(&scenario::EXEMPELSTAD).context("Exempelstad cannot be read")?;
        let lived: Vec<_> = steps
            .into_iter()
            .filter(|step| step.now.today <= today)
            .collect();
        let progress = Progress::of(words.text("cli-living"));
        app.live_through(lived)
            .await
            .context("Exempelstad breaks its own rules")?;
        drop(progress);
    }
    Ok(app)
}
