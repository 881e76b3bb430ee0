//! A reader who only follows links, from the start page, finds the whole system.

use crate::links::{Page, eskilstuna, exempelstad};
use jiff::civil::{Date, date};
use riktning_app::App;
use riktning_domain::models::{ModelDefinition, Upward};
use riktning_domain::topics::Dimension;
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
    ("the target groups", |s| {
        s.is("/malgrupper/")
            && s.has(&["href=\"/malgrupper/"])
            && s.has(&["<ul class=\"lista\"><li>"])
    }),
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
            && s.has(&["class=\"styrbild"])
            && s.says(&["Vision", "Strategiskt mål", "stödja visionen"])
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

/// What the model says of its levels, in the words of the page: their names, and what each
/// supports.
fn said_by(model: &ModelDefinition) -> (Vec<String>, Vec<String>) {
    let plain = |names: &riktning_domain::Names| names.sv.as_str().unwrap().to_owned();
    let names = model.levels.iter().map(|level| plain(&level.names));
    let edges = model.levels.iter().flat_map(|level| {
        level.supports.iter().map(move |support| {
            let may = if support.required { "ska" } else { "kan" };
            let above = match support.upward {
                Upward::Vision => "stödja visionen".to_owned(),
                Upward::Level(id) => format!("stödja {}", plain(&model.level(id).unwrap().names)),
                Upward::Topic(Dimension::Perspective) => "höra till ett perspektiv".to_owned(),
                Upward::Topic(Dimension::Process) => "höra till en process".to_owned(),
                Upward::Topic(other) => panic!("no word for {other:?}"),
            };
            format!("{} {may} {above}", plain(&level.names))
        })
    });
    (names.collect(), edges.collect())
}

const TWO_WAYS: &str = "Två vägar som gäller samtidigt.";

/// The number after a word of some markup.
fn number(markup: &str, after: &str) -> i32 {
    let rest = markup.split(after).nth(1).unwrap();
    let end = rest.find(|c: char| !c.is_ascii_digit() && c != '-');
    rest[..end.unwrap_or(rest.len())].parse().unwrap()
}

/// Each line begins on the top of the box of the level that it is of, and ends under a box above
/// it, or on a line that does.
pub(crate) fn lines_meet_boxes(picture: &str) {
    const HIGH: i32 = 50;
    let boxes = picture.split("<g><rect ").skip(1).map(|one| {
        let place = ["x=\"", "y=\"", "width=\""].map(|of| number(one, of));
        let words = one.split("</g>").next().unwrap().split("</text>");
        let words = words.filter_map(|part| Some(part.rsplit_once('>')?.1));
        (place, words.collect::<Vec<_>>().join(" ").trim().to_owned())
    });
    let boxes: Vec<([i32; 3], String)> = boxes.collect();
    let within = |x: i32, place: &[i32; 3]| (place[0]..=place[0] + place[2]).contains(&x);
    let (mut trunks, mut branches) = (Vec::new(), Vec::new());
    for line in picture.split("<path").skip(1) {
        let d = line
            .split("d=\"")
            .nth(1)
            .unwrap()
            .split('"')
            .next()
            .unwrap();
        let says = line.split("<title>").nth(1).unwrap();
        let at: Vec<i32> = d
            .split(|c: char| !c.is_ascii_digit() && c != '-')
            .filter_map(|part| part.parse().ok())
            .collect();
        let (begin, end) = ((at[0], at[1]), (at[at.len() - 2], at[at.len() - 1]));
        let own = boxes.iter().filter(|(_, name)| says.starts_with(name));
        let (place, _) = own.max_by_key(|(_, name)| name.len()).unwrap();
        assert!(
            place[1] == begin.1 && within(begin.0, place),
            "{says} {d} {boxes:?}"
        );
        let mut above = boxes.iter().filter(|(place, _)| place[1] + HIGH == end.1);
        match above.any(|(place, _)| within(end.0, place) && end.1 < begin.1) {
            true => trunks.extend(at),
            false => branches.push((end.0, says.to_owned())),
        }
    }
    for (x, says) in branches {
        assert!(trunks.contains(&x), "{says} ends nowhere");
    }
}

/// The picture has each level and each line of the model in force on the day and no other, and
/// the text beside it says the same. How many lines there are is told.
async fn lines_of_the_picture(app: &App, day: Date) -> usize {
    let (names, mut edges) = app.published(day, |p| {
        let models = p.models();
        let holds = models.iter().find(|m| m.definition.period.contains(day));
        said_by(holds.unwrap().definition)
    });
    let path = format!("/sa-styrs-kommunen?per={day}");
    let html = Page::ask(&Source::of(app), &path).await.html;
    let part = html.split("class=\"styrbild").nth(1).unwrap();
    let (picture, text) = part.split_once("</svg>").unwrap();
    let text = text.split("</section>").next().unwrap();
    for name in &names {
        assert!(picture.contains(&format!(">{name}</text>")), "{name}");
        assert!(text.contains(&format!("<strong>{name}</strong>")), "{name}");
    }
    let lines = picture.split("<title>").skip(1);
    let lines = lines.filter_map(|line| Some(line.split_once("</title>")?.0.to_owned()));
    let mut lines: Vec<_> = lines.collect();
    let said = text.split("<br>").filter_map(|part| part.split_once('.'));
    let said = said.map(|(sentence, _)| sentence.to_owned());
    let mut said: Vec<_> = said
        .filter(|s| s.contains(" stödja ") || s.contains(" höra till "))
        .collect();
    for all in [&mut lines, &mut said, &mut edges] {
        all.sort();
    }
    assert_eq!(lines, edges, "the lines of the picture");
    lines_meet_boxes(picture);
    assert_eq!(said, edges, "the text beside the picture");
    edges.len()
}

#[tokio::test]
async fn the_picture_of_exempelstad_has_what_the_model_says_and_its_text_says_the_same() {
    let app = exempelstad(TODAY).await;
    assert_eq!(lines_of_the_picture(&app, TODAY).await, 9);
    let page = Page::ask(&Source::of(&app), "/sa-styrs-kommunen").await;
    assert!(page.html.contains(TWO_WAYS), "{}", page.html);
    let occasions = page.html.split("class=\"tillfallen\"").nth(1).unwrap();
    let occasions = occasions.split("</ol>").next().unwrap();
    for day in ["31 december 2025", "31 mars 2026", "31 augusti 2026"] {
        assert!(
            occasions.contains(&format!("Läget den {day}")),
            "{occasions}"
        );
    }
}

#[tokio::test]
async fn the_picture_of_eskilstuna_has_the_kinds_of_each_period() {
    let app = eskilstuna(TODAY).await;
    // Commitments and what they are to be relevant to are told of by a rule, and none was found.
    assert_eq!(lines_of_the_picture(&app, TODAY).await, 5);
    let today = Page::ask(&Source::of(&app), "/sa-styrs-kommunen").await;
    for level in ["Processmål", "Åtagande"] {
        let own = today
            .html
            .split(&format!("<strong>{level}</strong>"))
            .nth(1)
            .unwrap();
        let own = own.split("</li>").next().unwrap();
        assert!(own.contains("Vår tolkning"), "{own}");
    }
    assert!(lines_of_the_picture(&app, date(2018, 12, 31)).await > 4);
    // No level of it goes up through a process.
    let page = Page::ask(&Source::of(&app), "/sa-styrs-kommunen?per=2018-12-31").await;
    assert!(!page.html.contains(TWO_WAYS), "{}", page.html);
}
