//! What the change log tells of each noun, on the day's own place in the log, and the same
//! between that day and its eve.

use crate::house::Running;
use jiff::ToSpan;
use jiff::civil::{Date, date};
use riktning_app::{App, Clock, scenario};
use riktning_store::MemoryJournal;
use riktning_web::{Settings, Site};
use std::collections::BTreeSet;

/// What Exempelstad itself does not do: a law is repealed, links are tied and untied, accounts
/// are revised, a promise says otherwise what happens if it is not kept, a verdict is quashed.
const MORE: &str = r#"{"namespace": "exempelstad", "steps": [
{"day": "2026-09-01", "by": "import", "command": {"RecordRule": {"document": "@lag/skola", "slug": "exempelskollagen", "title": "Exempelskollagen", "number": "Exempel 2009:40", "in_force_from": "2010-07-01", "in_force_to": "2026-09-10", "concerns": "Alla som ordnar skola. En påhittad lag.", "source": "@kalla/exempel"}}},
{"day": "2026-09-02", "by": "@kim", "command": {"UntieThread": {"thread": "@vilar/utb-plan"}}},
{"day": "2026-09-03", "by": "@kim", "command": {"ReportAccounts": {"accounts": "@utfall/2017/hela", "period": "2017", "rows": [{"whose": "Whole", "account": "Result", "frame": {"value": "28.0", "unit": "Mnkr"}, "outcome": {"value": "41.0", "unit": "Mnkr"}}], "source": "@kalla/exempel"}}},
{"day": "2026-09-04", "by": "@alex", "command": {"MarkDecision": {"decision": "@beslut/rev/ar17", "stage": "Quashed", "on": "2026-09-04"}}},
{"day": "2026-09-05", "by": "@kim", "command": {"TieThread": {"thread": "@vilar/utb-miljo", "from": "@mal/utbildning", "to": {"Document": "@lag/miljo"}}}},
{"day": "2026-09-07", "by": "@robin", "command": {"ProposeWording": {"element": "@sd/svar", "wording_id": "@sd/svar/2", "wording": {"text": "Du får svar på din synpunkt inom tio arbetsdagar", "owner": "@ks", "period": "2016..2019", "condition": "Andelen synpunkter som fick svar inom tio arbetsdagar", "if_not_kept": "Du får tala med en chef samma vecka."}}}},
{"day": "2026-09-08", "by": "@alex", "command": {"RecordDecision": {"decision": "@beslut/svar", "body": "@kf", "date": "2026-09-08", "authority": {"Paragraph": "91"}, "title": "Svar på synpunkter", "acts": [{"Adopt": [{"Element": "@sd/svar"}, "@sd/svar/2"]}]}}},
{"day": "2026-09-09", "by": "import", "command": {"TakeNote": {"note": "@uppgift/rad", "about": {"Body": "@ks"}, "heading": "Utskott", "text": "Kommunstyrelsen har ett utskott för broar.", "source": "@kalla/exempel"}}},
{"day": "2026-09-10", "by": "@kim", "command": {"HoldShare": {"company": "@energi", "percent": "66.7", "from": "2026-09-10", "source": "@kalla/exempel"}}}
]}"#;

struct Told {
    server: Running,
}

impl Told {
    async fn new() -> Told {
        let journal = MemoryJournal::new().unwrap();
        let clock = Clock::Fixed(date(2026, 10, 1));
        let app = App::open(Box::new(journal), clock, &mut |_| {}).unwrap();
        let files: Vec<_> = scenario::EXEMPELSTAD.into_iter().chain([MORE]).collect();
        let steps = scenario::read_all(&files).unwrap().into_iter();
        let lived = steps.filter(|s| s.now.today <= app.today());
        app.live_through(lived.collect()).await.unwrap();
        let server = Running::start(Site::new(&app, &Settings::default())).await;
        Told { server }
    }

    /// What the log tells of a day: all sections that the day heads, from page after page.
    async fn log(&self, day: Date) -> String {
        let mut told = String::new();
        for n in 1.. {
            let page = match n {
                1 => format!("/andringar?per={day}"),
                n => format!("/andringar?per={day}&sida={n}"),
            };
            let reply = self.server.get(&page, "").await;
            if reply.status != 200 {
                break;
            }
            let html = reply.text();
            let sections = html.split("<section class=\"andringsdag\"").skip(1);
            let all = sections.clone().count();
            let heading = format!(">{}</h2>", in_words(day));
            let own: Vec<_> = sections.filter(|s| s.contains(&heading)).collect();
            told.push_str(&text(&own.join(" ")));
            if own.len() < all {
                break;
            }
        }
        told
    }

    /// What differs between a day and its eve.
    async fn between(&self, day: Date) -> String {
        let eve = day.checked_sub(1.day()).unwrap();
        let mut told = String::new();
        for n in 1..20 {
            let page = format!("/andringar?fran={eve}&till={day}&sida={n}");
            let page = page.trim_end_matches("&sida=1");
            let reply = self.server.get(page, "").await;
            if reply.status != 200 {
                break;
            }
            told.push_str(&text(&reply.text()));
        }
        told
    }
}

fn in_words(day: Date) -> String {
    let months = [
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
    let month = usize::try_from(day.month() - 1).unwrap();
    format!("{} {} {}", day.day(), months[month], day.year())
}

/// The text without tags and soft hyphens, with single spaces.
fn text(html: &str) -> String {
    let mut text = String::new();
    for part in html.split('<') {
        text.push_str(part.split_once('>').map_or(part, |(_, text)| text));
        text.push(' ');
    }
    let text = text.replace('\u{ad}', "");
    text.split_whitespace().collect::<Vec<_>>().join(" ") + " "
}

#[tokio::test(flavor = "multi_thread")]
async fn every_noun_is_told_in_the_log_and_between_two_days() {
    let told = Told::new().await;
    let mut missing = Vec::new();
    for (noun, day, sentences) in [
        (
            "the whole",
            date(2018, 10, 9),
            &["Bedömd Balansen Bedömning av helheten"][..],
        ),
        (
            "good financial management, of both",
            date(2018, 3, 29),
            &[
                "Bedömd God ekonomisk hushållning Kommunen ",
                "Bedömd God ekonomisk hushållning Kommunen och bolagen tillsammans",
            ],
        ),
        (
            "a report",
            date(2018, 3, 29),
            &["Tillkom Årsredovisning 2017 Rapport"],
        ),
        (
            "a body's own report",
            date(2018, 9, 18),
            &["Tillkom Delårsrapport 2, 2018 Barn- och utbildningsnämnden"],
        ),
        (
            "accounts",
            date(2018, 3, 29),
            &["Tillkom Ramar och utfall enligt källan Ekonomi · 2017"],
        ),
        (
            "accounts that are revised",
            date(2026, 9, 3),
            &["Nya siffror Ramar och utfall enligt källan"],
        ),
        (
            "guidelines",
            date(2016, 6, 14),
            &["Tillkom God ekonomisk hushållning 2017 Riktlinjer och mål"],
        ),
        (
            "a frame",
            date(2016, 6, 14),
            &["Pengar beviljade Kommunstyrelsen Ram 118,4 miljoner kronor (driftram 2017)"],
        ),
        ("a note", date(2026, 9, 9), &["Tillkom Utskott Uppgift"]),
        (
            "a share of a company",
            date(2026, 9, 10),
            &["Ägarandel angiven Exempelenergi AB"],
        ),
        (
            "the figures of others",
            date(2025, 9, 22),
            &["Andras siffror kända", "(2025)"],
        ),
        (
            "a term of office",
            date(2015, 1, 1),
            &[
                "Mandatperiod angiven Kommunstyrelsen Organ 1 januari 2015 till och med 31 december 2018",
            ],
        ),
        (
            "new statements of a vision",
            date(2023, 3, 30),
            &[
                "Ny beskrivning Exempelstad – den öppna staden",
                "Alla är trygga när något händer",
            ],
        ),
        (
            "a document that another replaces",
            date(2024, 1, 1),
            &["Ersattes Plan för lärande 2016–2019"],
        ),
        (
            "a document that comes to hold",
            date(2024, 3, 1),
            &["Började gälla Program för beredskap"],
        ),
        (
            "a law that is repealed",
            date(2026, 9, 11),
            &["Slutade gälla Exempelskollagen"],
        ),
        (
            "what happens if a promise is not kept",
            date(2026, 9, 8),
            &[
                "Ny beskrivning Du får svar på din synpunkt inom tio arbetsdagar",
                "Du får tala med en chef samma vecka.",
            ],
        ),
        (
            "a link of the red thread",
            date(2026, 9, 5),
            &[
                "Ny länk i den röda tråden Höjd utbildningsnivå Strategiskt mål · 2016–2019 Exempelmiljölagen",
            ],
        ),
        (
            "a link that is untied",
            date(2026, 9, 2),
            &[
                "Länk borttagen ur den röda tråden Höjd utbildningsnivå Strategiskt mål · 2016–2019 Plan för lärande",
            ],
        ),
        (
            "who answers for a page",
            date(2018, 1, 10),
            &["Ansvarig för sidan /om/tillganglighet Sida Kommunledningskontoret, Webbansvarig"],
        ),
        (
            "a verdict that is quashed",
            date(2026, 9, 4),
            &["Bedömningen gäller inte längre God ekonomisk hushållning Kommunen"],
        ),
    ] {
        let (log, between) = (told.log(day).await, told.between(day).await);
        for sentence in sentences {
            if !log.contains(sentence) {
                missing.push(format!("{noun}: not in the log of {day}: {sentence}"));
            }
            if !between.contains(sentence) {
                missing.push(format!("{noun}: not between {day} and its eve: {sentence}"));
            }
        }
    }
    assert!(missing.is_empty(), "{}", missing.join("\n"));
}

/// Neither by identifiers nor by chance: minutes are read from their first paragraph to their
/// last, and what one decision did in the order in which it was written down.
#[tokio::test(flavor = "multi_thread")]
async fn a_day_is_told_in_the_order_of_the_journal() {
    let told = Told::new().await;
    let log = told.log(date(2016, 6, 14)).await;
    let place = |what: &str| log.find(what).unwrap_or_else(|| panic!("{what} in {log}"));
    let order = [
        "§ 62,",
        "Tillkom Resultatet är minst två procent av skatter och bidrag",
        "Tillkom Soliditeten ökar varje år",
        "Tillkom Investeringarna betalas utan nya lån",
        "§ 63,",
        "Tillkom Ditt barn får plats i förskola inom fyra månader",
        "Tillkom Du får svar på din synpunkt inom tio arbetsdagar",
        "Tillkom Hemtjänsten kommer inom en halvtimme",
    ];
    let places: Vec<_> = order.iter().map(|what| place(what)).collect();
    assert!(places.is_sorted(), "{places:?} in {log}");
    let granted = [
        "Pengar beviljade Kommunstyrelsen Ram 118,4",
        "Pengar beviljade Barn- och utbildningsnämnden Ram 1 240",
        "Pengar beviljade Arbetsmarknads- och vuxenutbildningsnämnden Ram 212,5",
    ];
    let granted: Vec<_> = granted.iter().map(|what| place(what)).collect();
    assert!(granted.is_sorted(), "{granted:?} in {log}");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_feed_tells_the_same_and_no_name_stands_twice() {
    let told = Told::new().await;
    for (day, title) in [
        ("2016-06-14", "Pengar beviljade: Kommunstyrelsen"),
        ("2018-01-10", "Ansvarig för sidan: /om/tillganglighet"),
        ("2018-10-09", "Bedömd: Balansen"),
        ("2026-09-11", "Slutade gälla: Exempelskollagen"),
    ] {
        let feed = told
            .server
            .get(&format!("/andringar.atom?per={day}"), "")
            .await;
        let feed = feed.text().replace('\u{ad}', "");
        assert!(
            feed.contains(&format!("<title>{title}</title>")),
            "{title} in {feed}"
        );
        let ids: Vec<_> = feed.split("<id>").skip(1).collect();
        let ids: Vec<_> = ids.iter().map(|id| id.split('<').next()).collect();
        assert_eq!(
            ids.iter().collect::<BTreeSet<_>>().len(),
            ids.len(),
            "{day}"
        );
    }
}
