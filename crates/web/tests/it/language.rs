//! What is Swedish on an English or a Finnish page says so: a screen reader speaks each text in
//! the language that is marked on it or on what it stands in.
//!
//! The Swedish texts are read from the data itself, from every command of Exempelstad and every
//! fact of Eskilstuna, and looked for in what the pages say in their own language.

use crate::links::{Page, eskilstuna, exempelstad};
use jiff::civil::date;
use riktning_app::App;
use riktning_web::server::Source;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// A shorter text stands in other words by chance.
const SHORTEST: usize = 12;

/// The names of places are the same in every language (WCAG 3.1.2 asks nothing of them), and so
/// are the words of one vision in English.
const PLACES: &[&str] = &[
    "Exempelstads kommun",
    "Eskilstuna kommun",
    "Exempelstad",
    "Vision Eskilstuna 2030",
];

/// Every Swedish text within some data: all but what stands beside it in another language, and
/// Swedish that has one beside it in the language that is asked for.
fn texts(value: &Value, language: &str, into: &mut BTreeSet<String>) {
    match value {
        Value::String(text) => {
            let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
            // A telephone number is no language, and neither is an address.
            let words = text
                .split(' ')
                .filter(|word| word.chars().all(char::is_alphabetic));
            let speaks = text.contains(' ') && words.count() > 0 && !text.contains("://");
            if speaks && text.chars().count() >= SHORTEST && !PLACES.contains(&text.as_str()) {
                into.insert(text);
            }
        }
        Value::Array(all) => all.iter().for_each(|one| texts(one, language, into)),
        Value::Object(fields) => {
            let translated = fields.get(language).is_some_and(Value::is_string);
            for (key, one) in fields {
                match key.as_str() {
                    "en" | "fi" => {}
                    "sv" if translated => {}
                    _ => texts(one, language, into),
                }
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// The Swedish texts of a folder of data, or of one file.
fn swedish(path: &str, language: &str) -> BTreeSet<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../..")
        .join(path);
    let files: Vec<_> = match path.is_dir() {
        true => std::fs::read_dir(path)
            .unwrap()
            .map(|f| f.unwrap().path())
            .collect(),
        false => vec![path],
    };
    let mut found = BTreeSet::new();
    for file in files
        .iter()
        .filter(|f| f.extension().is_some_and(|e| e == "json"))
    {
        let data = serde_json::from_slice(&std::fs::read(file).unwrap()).unwrap();
        texts(&data, language, &mut found);
    }
    found
}

/// What a page says in its own language: each text between two tags, and each name that stands in
/// an attribute, where nothing around it is marked as Swedish.
fn own_words(html: &str) -> Vec<String> {
    const VOID: [&str; 8] = ["meta", "link", "input", "br", "hr", "img", "use", "path"];
    const NAMES: [&str; 4] = ["title=\"", "aria-label=\"", "alt=\"", "data-h=\""];
    let body = html.split_once("<body>").map_or(html, |(_, body)| body);
    let mut within: Vec<(&str, bool)> = Vec::new();
    let mut said = Vec::new();
    for part in body.split('<').skip(1) {
        let (tag, text) = part.split_once('>').unwrap_or((part, ""));
        let name = tag
            .split([' ', '/'])
            .find(|word| !word.is_empty())
            .unwrap_or_default();
        if tag.starts_with('/') {
            let open = within.iter().rposition(|(known, _)| *known == name);
            within.truncate(open.unwrap_or(within.len()));
        } else {
            let outer = within.last().is_some_and(|(_, swedish)| *swedish);
            let swedish = match tag.split_once(" lang=\"") {
                Some((_, lang)) => lang.starts_with("sv\""),
                None => outer,
            };
            if !swedish {
                let names = NAMES
                    .iter()
                    .filter_map(|name| tag.split_once(&format!(" {name}")));
                said.extend(
                    names
                        .filter_map(|(_, value)| value.split('"').next())
                        .map(plain),
                );
            }
            if !VOID.contains(&name) && !tag.ends_with('/') {
                within.push((name, swedish));
            }
        }
        if !within.last().is_some_and(|(_, swedish)| *swedish) {
            said.push(plain(text));
        }
    }
    said.retain(|text| text.chars().count() >= SHORTEST);
    said
}

fn plain(text: &str) -> String {
    let text = text.replace("&quot;", "\"").replace("&#34;", "\"");
    let text = text.replace("&#39;", "'").replace("&amp;", "&");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What the pages of today in a language say in it, each with the first page that says it.
async fn said_in(app: &App, language: &str) -> BTreeMap<String, String> {
    let source = Source::of(app);
    let start = format!("/{language}/");
    let (mut met, mut said) = (BTreeSet::new(), BTreeMap::new());
    let mut waiting = vec![start.clone()];
    while let Some(path) = waiting.pop() {
        if !path.starts_with(&start) || path.contains("per=") || !met.insert(path.clone()) {
            continue;
        }
        let page = Page::ask(&source, &path).await;
        waiting.extend(page.links().into_iter().chain(page.to.clone()));
        // A feed and a file are read by machines.
        if !page.html.starts_with("<!doctype html>") {
            continue;
        }
        for text in own_words(&page.html) {
            said.entry(text).or_insert_with(|| path.clone());
        }
    }
    assert!(met.len() > 50, "{} pages", met.len());
    said
}

/// Swedish that is said as if it were the language of the page, the longest text of each.
fn unmarked(said: &BTreeMap<String, String>, swedish: &BTreeSet<String>) -> Vec<String> {
    let faults = said.iter().filter_map(|(text, page)| {
        let within = swedish.iter().filter(|known| text.contains(known.as_str()));
        let longest = within.max_by_key(|known| known.len())?;
        Some(format!(
            "{page}: \"{longest}\" in \"{}\"",
            text.chars().take(120).collect::<String>()
        ))
    });
    faults.collect()
}

async fn all_is_marked(app: &App, data: &str) {
    for language in ["en", "fi"] {
        let (said, swedish) = (said_in(app, language).await, swedish(data, language));
        assert!(swedish.len() > 200, "{}", swedish.len());
        let faults = unmarked(&said, &swedish);
        let few = faults.iter().take(60).cloned().collect::<Vec<_>>();
        assert!(
            faults.is_empty(),
            "{} faults\n{}",
            faults.len(),
            few.join("\n")
        );
    }
}

#[tokio::test]
async fn what_is_swedish_on_a_page_of_exempelstad_says_so() {
    all_is_marked(&exempelstad(date(2026, 11, 24)).await, "demo").await;
}

#[tokio::test]
async fn what_is_swedish_on_a_page_of_eskilstuna_says_so() {
    all_is_marked(&eskilstuna(date(2026, 11, 24)).await, "facts").await;
}

#[test]
fn swedish_that_is_not_marked_is_found() {
    let data = serde_json::json!({"names": {"sv": "Elever som trivs", "fi": "Viihtyvät oppilaat"},
        "text": "Fler unga i arbete", "why": {"sv": "Därför att det behövs"}});
    let known = |language: &str| {
        let mut found = BTreeSet::new();
        texts(&data, language, &mut found);
        found
    };
    assert_eq!(known("en").len(), 3);
    assert_eq!(known("fi").len(), 2);
    let faults = |body: &str| {
        let said = own_words(&format!("<html lang=\"en\"><body>{body}</body>"));
        let said = said
            .into_iter()
            .map(|text| (text, "/en/".to_owned()))
            .collect();
        unmarked(&said, &known("en")).len()
    };
    assert_eq!(faults("<p>Table: Fler unga i arbete, number</p>"), 1);
    assert_eq!(
        faults("<p>Table: <span lang=\"sv\">Fler unga i arbete</span></p>"),
        0
    );
    assert_eq!(
        faults("<ul lang=\"sv\"><li><b>Elever som trivs</b></li></ul>"),
        0
    );
    assert_eq!(
        faults("<p><i lang=\"sv\">Elever</i> <b>Elever som trivs</b></p>"),
        1
    );
    assert_eq!(
        faults("<div aria-label=\"Table: Elever som trivs\"><br>x</div>"),
        1
    );
    assert_eq!(
        faults("<p lang=\"sv\"><a lang=\"en\">Elever som trivs</a></p>"),
        1
    );
    assert_eq!(faults("<svg><title>Därför att det behövs</title></svg>"), 1);
}
