//! Reading pages as somebody does who only follows links: the real router, in this process.

use axum::body::Body;
use axum::http::Request;
use http_body_util::BodyExt;
use jiff::civil::Date;
use riktning_app::imports::{facts, site};
use riktning_app::{App, Clock, scenario};
use riktning_domain::User;
use riktning_store::MemoryJournal;
use riktning_web::server::Source;
use std::collections::BTreeSet;
use tower::ServiceExt;

pub(crate) fn open(today: Date) -> App {
    let journal = Box::new(MemoryJournal::new().unwrap());
    App::open(journal, Clock::Fixed(today), &mut |_| {}).unwrap()
}

/// Exempelstad as it has come by a day.
pub(crate) async fn exempelstad(today: Date) -> App {
    let app = open(today);
    let steps = scenario::read_all(&scenario::EXEMPELSTAD).unwrap();
    let lived = steps.into_iter().filter(|step| step.now.today <= today);
    app.live_through(lived.collect()).await.unwrap();
    app
}

/// Eskilstuna, from public facts as they are imported on a day.
pub(crate) async fn facts_on(today: Date) -> App {
    let app = open(today);
    let file = include_bytes!("../../../../facts/eskilstuna.json");
    let read = facts::read(file).unwrap();
    let plan = app.plan(|state, now| read.plan(state, now));
    let reported = plan.reported.into_iter().map(|r| r.path).collect();
    let imported = app.import(plan.commands, reported, file.to_vec()).await;
    assert_eq!(imported.unwrap().refused, []);
    app
}

/// The same, with its goals translated and what its sources say.
pub(crate) async fn eskilstuna(today: Date) -> App {
    let app = facts_on(today).await;
    let notes = include_str!("../../../../facts/eskilstuna-uppgifter.toml");
    let translations = include_str!("../../../../facts/eskilstuna-oversattningar.toml");
    for (kind, file) in [
        (site::Kind::Note, notes),
        (site::Kind::Translation, translations),
    ] {
        let plan = app.published(today, |p| site::read(kind, file, p));
        assert_eq!(app.plan(|state, now| plan.wrong(state, now)), []);
        let translated = plan.translated().map(|(_, words)| words.to_owned());
        let unsaid = app.unsaid(translated.collect()).await.unwrap();
        assert!(
            unsaid.is_empty(),
            "translated, and said nowhere: {unsaid:?}"
        );
        let commands = plan.commands.into_iter().map(|(_, command)| command);
        let taken = app.perform_all(User::Import, commands.collect(), None);
        taken.await.unwrap();
    }
    app
}

/// Every page in Swedish and of today that links lead to from the start page, with those that only
/// send the reader on, each told once.
pub(crate) async fn follow(source: &Source, mut meets: impl FnMut(&str, &Page)) {
    let (mut met, mut waiting) = (BTreeSet::new(), vec!["/".to_owned()]);
    while let Some(path) = waiting.pop() {
        let elsewhere = ["/en/", "/fi/", "/logga-in", "/arbete"];
        let is_page = !path.contains('?') && !path.contains('.');
        let here = is_page && !elsewhere.iter().any(|other| path.starts_with(other));
        if !here || !met.insert(path.clone()) {
            continue;
        }
        let page = Page::ask(source, &path).await;
        meets(&path, &page);
        waiting.extend(page.links());
        waiting.extend(page.to);
    }
}

/// What came of asking for an address.
pub(crate) struct Page {
    pub(crate) status: u16,
    /// Where it sends the reader on.
    pub(crate) to: Option<String>,
    /// Its markup, without soft hyphens.
    pub(crate) html: String,
}

impl Page {
    /// Asks the router for a page, as it answers behind the cache.
    pub(crate) async fn ask(source: &Source, path: &str) -> Self {
        let mut request = Request::get(path).body(Body::empty()).unwrap();
        request.extensions_mut().insert((source.edition)());
        let response = source.routes.clone().oneshot(request).await.unwrap();
        let status = response.status().as_u16();
        let to = response.headers().get("location");
        let to = to.map(|to| to.to_str().unwrap().to_owned());
        let bytes = response.into_body().collect().await.unwrap().to_bytes();
        let html = String::from_utf8(bytes.to_vec()).unwrap();
        let html = html.replace('\u{ad}', "");
        Page { status, to, html }
    }

    /// Where its links lead, within the site; what only a machine follows is left out.
    pub(crate) fn links(&self) -> Vec<String> {
        let anchors = self.html.split("<a ").skip(1);
        let hrefs = anchors.filter_map(|a| a.split('>').next()?.split("href=\"").nth(1));
        hrefs
            .filter_map(|href| href.split(['"', '#']).next())
            .filter(|href| href.starts_with('/') && !href.starts_with("/static/"))
            .map(|href| href.replace("&amp;", "&"))
            .collect()
    }

    /// What a reader sees of it: no markup, each space single. What a list of choices offers is
    /// said as well, but for the picker of reports, which [`Page::offers`] tells of.
    pub(crate) fn text(&self) -> String {
        let body = self.html.split("<body>").nth(1).unwrap_or(&self.html);
        let said = body.split("<select").enumerate().map(|(place, part)| {
            let is_picker = place > 0 && opening(part).contains(PICKER);
            match part.split_once("</select>") {
                Some((_, after)) if is_picker => after.to_owned(),
                _ if place > 0 => format!("<select{part}"),
                _ => part.to_owned(),
            }
        });
        words(&said.collect::<String>())
    }

    /// What the picker of reports offers: the day that each choice leads to, and its name. On a
    /// page of the past it offers reports of later days too, on purpose: a reader who looks for
    /// the state at another occasion finds every one there is (DESIGN.md 3). So it is no part of
    /// what was known on the day, and is judged by what is public today.
    pub(crate) fn offers(&self) -> Vec<(String, String)> {
        let selects = self.html.split("<select").skip(1);
        let pickers = selects.filter(|part| opening(part).contains(PICKER));
        let within = pickers.filter_map(|part| part.split("</select>").next());
        let choices = within.flat_map(|part| part.split("<option").skip(1));
        choices
            .filter_map(|choice| {
                let day = choice.split("value=\"").nth(1)?.split('"').next()?;
                Some((day.to_owned(), words(choice.split_once('>')?.1)))
            })
            .collect()
    }
}

/// How the picker of reports is known.
const PICKER: &str = "id=\"tillfalle\"";

/// A tag to its end.
fn opening(tag: &str) -> &str {
    tag.split('>').next().unwrap_or(tag)
}

/// The words of some markup.
fn words(markup: &str) -> String {
    let mut text = String::with_capacity(markup.len());
    let mut within = false;
    for letter in markup.chars() {
        match letter {
            '<' => {
                within = true;
                text.push(' ');
            }
            '>' => within = false,
            _ if within => {}
            letter => text.push(if letter.is_whitespace() { ' ' } else { letter }),
        }
    }
    let text = text.replace("&quot;", "\"").replace("&#34;", "\"");
    let text = text.replace("&#39;", "'").replace("&amp;", "&");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
