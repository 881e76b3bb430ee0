//! A reader who only follows links, from the start page, finds the whole system.

use crate::links::{Page, eskilstuna, exempelstad};
use jiff::civil::{Date, date};
use riktning_app::App;
use riktning_web::server::Source;
use std::collections::{BTreeSet, VecDeque};

const TODAY: Date = date(2026, 11, 24);

/// How many clicks away from the start page the walk goes.
const CLICKS: usize = 3;

/// A page on the walk: its address, its markup and what is read of it.
struct Seen {
    path: String,
    page: Page,
    text: String,
}

impl Seen {
    fn is(&self, path: &str) -> bool {
        self.path.split('?').next() == Some(path)
    }

    fn says(&self, words: &[&str]) -> bool {
        words.iter().all(|word| self.text.contains(word))
    }

    fn has(&self, markup: &[&str]) -> bool {
        markup.iter().all(|part| self.page.html.contains(part))
    }

    fn is_below(&self, list: &str) -> bool {
        self.path.len() > list.len() && self.path.starts_with(list)
    }
}

/// What must be found, and how it is known.
type Target = (&'static str, fn(&Seen) -> bool);

const TARGETS: &[Target] = &[
    ("the vision and its statements", |s| {
        s.is("/vision") && s.has(&["class=\"utsagor\"><li>"])
    }),
    ("the direction", |s| {
        s.is("/2024-2027/") && s.says(&["Strategisk inriktning 2024–2027"])
    }),
    ("both perspectives", |s| {
        s.says(&["Hållbar utveckling", "Effektiv organisation"])
    }),
    ("each kind of value", |s| {
        let text = s.text.to_lowercase();
        ["social", "miljömässig", "samhällsekonomisk"]
            .iter()
            .all(|v| text.contains(v))
            && ["processkvalitet", "medarbetare", "ekonomi"]
                .iter()
                .all(|v| text.contains(v))
    }),
    ("the target groups", |s| s.is("/malgrupper/")),
    ("the annual plan", |s| {
        s.path.contains("/arsplan/2026") && s.says(&["2026"])
    }),
    ("the processes", |s| s.is("/processer/")),
    ("the balance", |s| s.is("/balans")),
    ("a process", |s| s.is_below("/processer/")),
    ("the governing documents", |s| {
        s.is("/styrdokument/") && s.has(&["id=\"styrdokument\""])
    }),
    ("a governing document", |s| s.is_below("/styrdokument/")),
    ("the laws", |s| {
        s.is("/styrdokument/") && s.has(&["id=\"lagar\""])
    }),
    ("the core values", |s| {
        s.is("/varden") && s.says(&["Helhetssyn", "poängsätts inte"])
    }),
    ("the committees", |s| s.is("/namnder/")),
    ("a committee", |s| s.is_below("/namnder/")),
    ("the companies", |s| s.is("/bolag/")),
    ("a company", |s| s.is_below("/bolag/")),
    ("a goal", |s| s.path.starts_with("/2024-2027/mal/")),
    ("a commitment", |s| s.path.starts_with("/ataganden/")),
    ("an indicator", |s| s.is_below("/indikatorer/")),
    ("the notices", |s| {
        s.is("/driftinformation") && s.says(&["Driftinformation"])
    }),
    ("the question whether a page helped", |s| {
        s.says(&["Hjälpte informationen på den här sidan dig?"])
            && s.has(&[
                "<form method=\"post\" action=\"/tack\">",
                "value=\"ja\"",
                "value=\"nej\"",
            ])
    }),
    ("contact with hours", |s| {
        s.is("/kontakt") && s.has(&["<table"]) && s.says(&["08.00"])
    }),
    ("who is responsible for a page", |s| {
        s.says(&["Ansvarig för sidan"])
    }),
    ("the picture of the system and its text", |s| {
        s.is("/sa-styrs-kommunen")
            && s.has(&["class=\"karta", "class=\"nod"])
            && s.says(&["Vision", "Strategiskt mål", "stödja Vision"])
    }),
];

/// What was not found.
async fn not_found(app: &App, targets: &[Target]) -> Vec<&'static str> {
    let source = Source::of(app);
    let mut left: Vec<Target> = targets.to_vec();
    let (mut met, mut waiting) = (BTreeSet::new(), VecDeque::from([("/".to_owned(), 0)]));
    while let Some((path, clicks)) = waiting.pop_front() {
        if left.is_empty() || !met.insert(path.clone()) {
            continue;
        }
        let page = Page::ask(&source, &path).await;
        if let Some(to) = page.to {
            waiting.push_back((to, clicks));
            continue;
        }
        assert_eq!(page.status, 200, "{path}");
        if clicks < CLICKS {
            let on = page.links().into_iter().map(|to| (to, clicks + 1));
            waiting.extend(on.filter(|(to, _)| !to.starts_with("/en/") && !to.starts_with("/fi/")));
        }
        let text = page.text();
        let seen = Seen { path, page, text };
        left.retain(|(_, found)| !found(&seen));
    }
    left.into_iter().map(|(what, _)| what).collect()
}

#[tokio::test]
async fn the_whole_system_of_exempelstad_is_three_clicks_from_the_start() {
    let app = exempelstad(TODAY).await;
    assert_eq!(not_found(&app, TARGETS).await, [] as [&str; 0]);
}

#[tokio::test]
async fn the_whole_system_of_eskilstuna_is_three_clicks_from_the_start() {
    let app = eskilstuna(TODAY).await;
    assert_eq!(not_found(&app, TARGETS).await, [] as [&str; 0]);
}

#[tokio::test]
async fn a_walk_that_does_not_find_says_what() {
    let app = exempelstad(TODAY).await;
    let nowhere: &[Target] = &[
        ("the core values", |s| s.is("/varden")),
        ("what no page has", |s| s.is("/finns-inte")),
    ];
    assert_eq!(not_found(&app, nowhere).await, ["what no page has"]);
}
