//! Every page of both municipalities on many days: none fails, none shows what came after the
//! day, none shows what was never published. What was public when is reckoned here from the
//! steps of the scenario, without asking State.
//!
//! `cargo test` takes a few of the days; `cargo xtask drill` sets `RIKTNING_DAYS` and takes all.

use crate::links::{Page, eskilstuna, exempelstad};
use jiff::civil::{Date, date};
use riktning_app::{App, scenario};
use riktning_domain::Command;
use riktning_domain::decisions::Act;
use riktning_domain::ids::WordingId;
use riktning_web::server::Source;
use std::collections::{BTreeMap, BTreeSet};

const TODAY: Date = date(2026, 11, 24);

/// Twenty days: before everything, the days of decisions and the days beside them, a crisis, a
/// year's turn, the years between two models, the last day of a committee and the first without.
const DAYS: [Date; 20] = [
    date(2025, 4, 30),
    date(2018, 10, 24),
    date(2023, 6, 15),
    TODAY,
    date(2014, 6, 1),
    date(2015, 1, 2),
    date(2015, 2, 26),
    date(2015, 6, 16),
    date(2016, 6, 13),
    date(2016, 12, 31),
    date(2017, 5, 16),
    date(2017, 12, 12),
    date(2018, 2, 7),
    date(2019, 12, 31),
    date(2021, 1, 1),
    date(2023, 12, 31),
    date(2024, 5, 14),
    date(2025, 5, 1),
    date(2025, 10, 23),
    date(2026, 9, 22),
];

/// How many of the days a plain `cargo test` takes.
const FEW: usize = 5;

fn days() -> &'static [Date] {
    let wanted = std::env::var("RIKTNING_DAYS").ok();
    let wanted = wanted.map_or(FEW, |days| days.parse().expect("RIKTNING_DAYS is a number"));
    &DAYS[..wanted.min(DAYS.len())]
}

/// What is read of a page.
struct Read {
    says: String,
    /// What its picker of reports offers: the day and the name of each.
    offers: Vec<(String, String)>,
}

/// Every page that links lead to from the start page of a day, with what is read of it. What a
/// picker offers leads to a page as well.
async fn pages(app: &App, day: Date) -> BTreeMap<String, Read> {
    let source = Source::of(app);
    let asks = |path: &str| {
        let per = path
            .split_once("per=")
            .map(|(_, per)| &per[..per.len().min(10)]);
        per.map_or(day == TODAY, |per| per == day.to_string())
    };
    let start = match day == TODAY {
        true => "/".to_owned(),
        false => format!("/?per={day}"),
    };
    let (mut met, mut found) = (BTreeSet::new(), BTreeMap::new());
    let mut waiting = vec![start];
    while let Some(path) = waiting.pop() {
        if !met.insert(path.clone()) {
            continue;
        }
        let page = Page::ask(&source, &path).await;
        match (page.status, &page.to) {
            (200, _) => {}
            (301..=308, Some(to)) => {
                waiting.push(to.clone());
                continue;
            }
            (status, _) => panic!("{path} on {day}: {status}"),
        }
        let on = page.links().into_iter().filter(|to| asks(to));
        // The frame is in three languages; what somebody typed is the same in each.
        waiting.extend(on.filter(|to| !to.starts_with("/en/") && !to.starts_with("/fi/")));
        let (says, offers) = (page.text(), page.offers());
        for (to, _) in &offers {
            let to = format!("/?per={to}");
            if met.insert(to.clone()) {
                let status = Page::ask(&source, &to).await.status;
                assert_eq!(status, 200, "{path} on {day} offers {to}");
            }
        }
        found.insert(path, Read { says, offers });
    }
    found
}

/// Every sentence that somebody typed, with the first day on which a resident may read it.
fn sentences() -> BTreeMap<String, Date> {
    let steps = scenario::read_all(&scenario::EXEMPELSTAD).unwrap();
    let mut typed: BTreeMap<WordingId, Vec<String>> = BTreeMap::new();
    let mut public: BTreeMap<String, Date> = BTreeMap::new();
    let mut since = |text: &str, day: Date| {
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let first = public.entry(text).or_insert(day);
        *first = day.min(*first);
    };
    for step in steps {
        let day = step.now.today;
        let mut write = |id: WordingId, texts: Vec<Option<&riktning_domain::Text>>| {
            let texts = texts.into_iter().flatten();
            let texts: Vec<String> = texts.map(|t| t.as_str().unwrap().to_owned()).collect();
            // Until a decision adopts it, nobody outside may read it.
            texts.iter().for_each(|text| since(text, Date::MAX));
            typed.insert(id, texts);
        };
        match &step.command {
            Command::DraftElement(c) => {
                let w = &c.wording;
                let texts = [Some(&w.text), w.description.as_ref(), w.why.as_ref()];
                let more = [w.condition.as_ref(), w.clear_anyway.as_ref()];
                write(c.wording_id, [&texts[..], &more].concat());
            }
            Command::DraftVision(c) => {
                write(
                    c.wording_id,
                    c.wording.statements.iter().map(Some).collect(),
                );
            }
            Command::DraftDocument(c) => {
                write(
                    c.wording_id,
                    vec![Some(&c.wording.title), c.wording.meaning.as_ref()],
                );
            }
            Command::DraftDirective(c) => {
                write(c.wording_id, c.wording.orders.iter().map(Some).collect());
            }
            Command::ProposeAssessment(c) => {
                let v = &c.verdict;
                let texts = [&v.happened, &v.cause, &v.meaning, &v.now].map(Option::as_ref);
                write(c.version, [&[Some(&v.reason)], &texts[..]].concat());
            }
            Command::RecordDecision(c) => {
                for act in &c.acts {
                    if let Act::Adopt(_, wording) = act {
                        let texts = typed.get(wording).into_iter().flatten();
                        texts.for_each(|text| since(text, c.date.day()));
                    }
                }
            }
            Command::FoundBody(c) => {
                since(c.names.sv.as_str().unwrap(), c.from.day().min(day));
            }
            Command::PublishNotice(c) => since(c.title.sv.as_str().unwrap(), day),
            _ => {}
        }
    }
    // A word or two stand in other sentences as well and tell nothing.
    public.retain(|text, _| text.chars().count() >= 14);
    public
}

/// The sentences that a resident may not read on a day, but for what stands within one that is
/// public: that is no sign of anything.
fn hidden_on(sentences: &BTreeMap<String, Date>, day: Date) -> Vec<&str> {
    let (by_then, later): (Vec<_>, Vec<_>) = sentences.iter().partition(|(_, from)| **from <= day);
    let later = later.into_iter().map(|(text, _)| text.as_str());
    later
        .filter(|text| !by_then.iter().any(|(public, _)| public.contains(text)))
        .collect()
}

const MONTHS: [&str; 12] = [
    "januari",
    "februari",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "augusti",
    "september",
    "oktober",
    "november",
    "december",
];

/// The days that a page names, each with the words before it.
fn dates(text: &str) -> Vec<(Date, String)> {
    let words: Vec<&str> = text.split(' ').collect();
    let mut found = Vec::new();
    for (place, word) in words.iter().enumerate() {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        let before = || words[place.saturating_sub(9)..place].join(" ");
        if let Ok(day) = bare.parse::<Date>() {
            found.push((day, before()));
        }
        let month = MONTHS.iter().position(|month| *month == bare);
        let (Some(month), true) = (month, place > 0 && place + 1 < words.len()) else {
            continue;
        };
        let number = |word: &str| {
            word.trim_matches(|c: char| !c.is_ascii_digit())
                .parse()
                .ok()
        };
        let day: Option<i8> = number(words[place - 1]);
        let year: Option<i16> = words[place + 1].get(..4).and_then(|y| y.parse().ok());
        if let (Some(day), Some(year)) = (day, year)
            && let Ok(date) = Date::new(year, month as i8 + 1, day)
        {
            found.push((date, before()));
        }
    }
    found
}

/// The words after which a day may lie ahead: what is planned, promised or announced, and the
/// end of a notice. A source may be of a later day than what it tells.
const AHEAD: &[&str] = &["senast", "till och med", "Till och med", "kl.", "Källa"];

/// Whether a page may name a day to come there. The contact page announces the holidays.
fn looks_ahead(path: &str, before: &str) -> bool {
    let words: Vec<&str> = before.split(' ').rev().collect();
    let from = words
        .get(1)
        .is_some_and(|word| word.eq_ignore_ascii_case("från"))
        || matches!(words[..], [_, "den", "från" | "Från", ..]);
    from || path.starts_with("/kontakt") || AHEAD.iter().any(|word| before.contains(word))
}

/// What a page of a day shows that came later, and what its picker offers that is not public
/// today or does not answer to its own day.
fn faults_of(day: Date, path: &str, read: &Read, later: &[&str], secret: &[&str]) -> Vec<String> {
    let offered = read.offers.iter().flat_map(|(to, name)| {
        let ahead = too_early(TODAY, path, name, secret).into_iter();
        let wrong = !dates(name)
            .iter()
            .any(|(named, _)| named.to_string() == *to);
        let wrong = wrong.then(|| format!("{path} on {day} offers {to} as {name}"));
        ahead.chain(wrong).collect::<Vec<_>>()
    });
    let said = too_early(day, path, &read.says, later).into_iter();
    said.chain(offered).collect()
}

/// What is said on a day that came later.
fn too_early(day: Date, path: &str, text: &str, later: &[&str]) -> Vec<String> {
    let named = dates(text).into_iter();
    let named = named.filter(|(named, before)| *named > day && !looks_ahead(path, before));
    let named = named.map(|(named, before)| format!("{path} on {day}: … {before} → {named}"));
    let typed = later.iter().filter(|sentence| text.contains(**sentence));
    let typed = typed.map(|sentence| format!("{path} on {day}: {sentence}"));
    named.chain(typed).collect()
}

#[tokio::test]
async fn no_page_of_exempelstad_shows_what_came_after_its_day_or_was_never_published() {
    let app = exempelstad(TODAY).await;
    let sentences = sentences();
    let secret = hidden_on(&sentences, TODAY);
    let mut faults = Vec::new();
    for day in days() {
        let later = hidden_on(&sentences, *day);
        let pages = pages(&app, *day).await;
        // On a day in the middle the crawl sees a municipality, and much is still to come.
        if *day > date(2018, 1, 1) && *day < TODAY {
            assert!(
                pages.len() > 60 && later.len() > 10,
                "{day}: {}",
                pages.len()
            );
        }
        for (path, read) in &pages {
            faults.extend(faults_of(*day, path, read, &later, &secret));
        }
    }
    assert!(
        faults.is_empty(),
        "{} faults\n{}",
        faults.len(),
        faults.join("\n")
    );
}

#[tokio::test]
async fn no_page_of_eskilstuna_names_a_day_that_had_not_come() {
    let app = eskilstuna(TODAY).await;
    let mut faults = Vec::new();
    for day in days() {
        for (path, read) in &pages(&app, *day).await {
            faults.extend(faults_of(*day, path, read, &[], &[]));
        }
    }
    assert!(
        faults.is_empty(),
        "{} faults\n{}",
        faults.len(),
        faults.join("\n")
    );
}

#[test]
fn a_page_that_tells_the_future_is_found() {
    let day = date(2025, 4, 30);
    let told = |text: &str| too_early(day, "/", text, &["Hjälpen kommer för sent"]);
    assert_eq!(
        told("Beslut den 1 maj 2025, § 12. Klart senast 31 december 2025.").len(),
        1
    );
    assert_eq!(told("Läget 2025-08-31. Läget 2025-03-31.").len(), 1);
    assert_eq!(told("Därför: Hjälpen kommer för sent.").len(), 1);
    assert!(told("Beslut den 30 april 2025.").is_empty());
}

#[test]
fn what_a_list_of_choices_offers_is_read() {
    let page = |select: &str| Page {
        status: 200,
        to: None,
        html: format!("<body><p>Före</p>{select}<p>efter</p>"),
    };
    let options = "<option value=\"2026-01-02\">Året (2 januari 2026)</option></select>";
    let read = |html: &str| {
        let page = page(html);
        let (says, offers) = (page.text(), page.offers());
        Read { says, offers }
    };
    let day = date(2025, 4, 30);
    let other = read(&format!("<select name=\"ar\">{options}"));
    assert_eq!(other.says, "Före Året (2 januari 2026) efter");
    assert_eq!(faults_of(day, "/", &other, &[], &[]).len(), 1);
    let picker = read(&format!("<select id=\"tillfalle\">{options}"));
    assert_eq!(picker.says, "Före efter");
    assert!(faults_of(day, "/", &picker, &[], &[]).is_empty());
    // It offers nothing that is not public today, and no day under another's name.
    assert_eq!(faults_of(day, "/", &picker, &[], &["Året"]).len(), 1);
    let to_come = read(&format!(
        "<select id=\"tillfalle\">{}",
        options.replace("2026", "2027")
    ));
    assert_eq!(faults_of(day, "/", &to_come, &[], &[]).len(), 1);
    let wrong = read(&format!(
        "<select id=\"tillfalle\">{}",
        options.replace("-02\"", "-03\"")
    ));
    assert_eq!(faults_of(day, "/", &wrong, &[], &[]).len(), 1);
}
