//! What it costs to tell who did what: opening a journal, the whole journal with and without a
//! choice, and the history of one thing.
//!
//! `cargo run --release -p riktning-app --example history_pages -- FOLDER`
//!
//! `FOLDER` holds the journal of `busy_municipality`. A line a page: how many events, and the
//! milliseconds until it was there, the median and the greatest of 40.

use riktning_app::people::new_person;
use riktning_app::work::HistoryPage;
use riktning_app::{App, Clock};
use riktning_domain::permissions::{Actor, GrantRole, Role, User};
use riktning_domain::register::Sought;
use riktning_domain::{Command, Event};
use riktning_store::SqliteJournal;
use std::error::Error;
use std::path::Path;
use std::time::Instant;

const TIMES: usize = 40;

#[tokio::main(flavor = "multi_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let folder = std::env::args().nth(1).ok_or("history_pages FOLDER")?;
    let began = Instant::now();
    let journal = SqliteJournal::open(Path::new(&folder))?;
    let app = App::open(Box::new(journal), Clock::stockholm(), &mut |_| {})?;
    println!(
        "open {:.2} s, {} events",
        began.elapsed().as_secs_f64(),
        app.position()
    );
    let body = app.published(app.today(), |p| p.bodies().next().map(|body| body.id));
    let (person, body) = (new_person(), body.ok_or("no body")?);
    let from = app.today();
    let role = Role::Auditor;
    let grant = GrantRole {
        person,
        role,
        body,
        from,
        to: None,
    };
    app.perform(User::Import, Command::GrantRole(grant)).await?;
    let kind = |name| Event::KINDS.iter().copied().find(|kind| *kind == name);
    let all = Sought::default();
    let rare = Sought {
        kind: kind("RoleGranted"),
        ..all
    };
    let none = Sought {
        actor: Some(Actor::Person(person)),
        ..all
    };
    let own = Sought {
        body: Some(body),
        ..all
    };
    for (name, sought) in [
        ("journal", all),
        ("a rare kind", rare),
        ("nobody's", none),
        ("of a body", own),
    ] {
        let mut spent = Vec::new();
        let mut total = 0;
        for _ in 0..TIMES {
            let began = Instant::now();
            let page = app.journal(person, sought, 1).await?.ok_or("no page")?;
            spent.push(began.elapsed().as_secs_f64() * 1e3);
            total = page.events.total;
        }
        told(name, total, spent);
    }
    let last = app
        .journal(person, all, 1)
        .await?
        .ok_or("no page")?
        .events
        .pages;
    let began = Instant::now();
    app.journal(person, all, last).await?.ok_or("no page")?;
    println!(
        "its last page {:.1} ms",
        began.elapsed().as_secs_f64() * 1e3
    );
    for at in [
        HistoryPage::Element(302),
        HistoryPage::Element(1),
        HistoryPage::Indicator("indikator-7".to_owned()),
    ] {
        let mut spent = Vec::new();
        let mut total = 0;
        for _ in 0..TIMES {
            let began = Instant::now();
            let page = app
                .history(person, at.clone(), 1, None)
                .await?
                .ok_or("no page")?;
            spent.push(began.elapsed().as_secs_f64() * 1e3);
            total = page.events.total;
        }
        told(&format!("{at:?}"), total, spent);
    }
    Ok(())
}

fn told(name: &str, total: usize, mut spent: Vec<f64>) {
    spent.sort_by(f64::total_cmp);
    println!(
        "{name}: {total} events, {:.2} ms ({:.2})",
        spent[TIMES / 2],
        spent[TIMES - 1]
    );
}
