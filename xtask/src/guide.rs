//! The guide in `docs/guide/` cannot rot: what it prints in bold stands on screen, and what it leads to is there.

use crate::root;
use std::fs;
use std::path::{Path, PathBuf};

/// What a picture may weigh, in bytes, and how many there may be.
const MOST: u64 = 120_000;
const PICTURES: usize = 10;

/// How many letters a text needs of its own to be told from others, whatever words vary in it.
const OWN: usize = 6;

fn folder() -> PathBuf {
    root().join("docs/guide")
}

fn files(folder: &Path, end: &str) -> Vec<(PathBuf, String)> {
    let entries = fs::read_dir(folder).unwrap();
    let paths = entries.map(|entry| entry.unwrap().path());
    let mut all: Vec<_> = paths
        .filter(|path| path.extension().is_some_and(|own| own == end))
        .map(|path| (path.clone(), fs::read_to_string(&path).unwrap()))
        .collect();
    all.sort();
    all
}

/// What stands between two marks, each time; code is no text.
fn between<'a>(text: &'a str, begins: &str, ends: &str) -> Vec<&'a str> {
    let outside = text.split("```").step_by(2);
    outside
        .flat_map(|part| part.split(begins).skip(1))
        .filter_map(|rest| rest.split(ends).next())
        .collect()
}

/// What is printed in bold: every other part between the marks.
fn bold(text: &str) -> Vec<&str> {
    let outside = text.split("```").step_by(2);
    outside
        .flat_map(|part| part.split("**").skip(1).step_by(2))
        .collect()
}

/// A text of the program as what always stands in it, in its order, without what varies.
fn parts(text: &str) -> Vec<String> {
    let mut all = vec![String::new()];
    let mut depth = 0;
    for letter in text.chars() {
        match letter {
            '{' if depth == 0 => {
                depth += 1;
                all.push(String::new());
            }
            '{' => depth += 1,
            '}' => depth -= 1,
            _ if depth == 0 => all.last_mut().unwrap().push(letter),
            _ => {}
        }
    }
    all
}

/// What varies in a text where something is said by it, from its beginning to its end.
fn varies(said: &str, parts: &[String]) -> Option<String> {
    let (first, others) = parts.split_first()?;
    let mut rest = said.strip_prefix(first.as_str())?;
    let Some((last, between)) = others.split_last() else {
        return rest.is_empty().then(String::new);
    };
    rest = rest.strip_suffix(last.as_str())?;
    let mut varies = String::new();
    for part in between {
        let (before, after) = rest.split_once(part.as_str())?;
        varies.push_str(before);
        rest = after;
    }
    Some(varies + rest)
}

fn letters(text: &str) -> usize {
    text.chars().filter(|c| c.is_alphabetic()).count()
}

/// Whether something is said by a text. One of few letters of its own, such as *Mål 2027*, says figures and no words.
fn is(said: &str, parts: &[String]) -> bool {
    varies(said, parts).is_some_and(|varies| {
        let own = letters(&parts.concat());
        own >= OWN || own > 0 && letters(&varies) == 0
    })
}

/// The texts of the program in Swedish: each on its line, behind its key or as one of its variants.
fn texts() -> Vec<Vec<String>> {
    let locales = files(&root().join("locales/sv"), "ftl");
    assert!(locales.len() > 30, "{}", locales.len());
    let lines = locales.iter().flat_map(|(_, text)| text.lines());
    let values = lines.filter_map(|line| {
        let variant = line.trim_start().trim_start_matches('*');
        match variant.strip_prefix('[') {
            Some(variant) => variant.split_once("] ").map(|(_, value)| value),
            None => line.split_once(" = ").map(|(_, value)| value),
        }
    });
    values.map(|value| parts(value.trim())).collect()
}

/// What the models and the invented town call their levels, values and bodies.
fn names() -> String {
    let folders = ["demo", "models"].map(|folder| files(&root().join(folder), "json"));
    let texts = folders.iter().flatten().map(|(_, text)| text.as_str());
    texts.collect()
}

struct Screen {
    texts: Vec<Vec<String>>,
    names: String,
}

impl Screen {
    fn read() -> Screen {
        Screen {
            texts: texts(),
            names: names(),
        }
    }

    /// A text, a name, or a text that ends with a colon and what it is of.
    fn says(&self, said: &str) -> bool {
        let is_text = |said: &str| self.texts.iter().any(|parts| is(said, parts));
        let is_name = |said: &str| self.names.contains(&format!("\"{said}\""));
        let is_of = said.split_once(": ").is_some_and(|(what, of)| {
            is_text(&format!("{what}:")) && is_name(of) || is_text(what) && is_name(of)
        });
        is_text(said) || is_name(said) || is_of
    }
}

/// What is wrong with the words of a page.
fn not_on_screen<'a>(page: &'a str, screen: &Screen) -> Vec<&'a str> {
    let said = bold(page).into_iter();
    said.filter(|said| *said != "fet stil" && !screen.says(said))
        .collect()
}

/// The anchors of a page: its headings in small letters, as a forge makes them.
fn anchors(page: &str) -> Vec<String> {
    let headings = page.lines().filter(|line| line.starts_with('#'));
    let plain = |line: &str| {
        let text = line.trim_start_matches('#').trim().to_lowercase();
        let kept = text
            .chars()
            .filter(|c| c.is_alphanumeric() || " -".contains(*c));
        kept.map(|c| if c == ' ' { '-' } else { c }).collect()
    };
    headings.map(plain).collect()
}

/// What a page leads to that is not there.
fn dead<'a>(page: &'a str, folder: &Path) -> Vec<&'a str> {
    let links = between(page, "](", ")").into_iter();
    links
        .filter(|link| !link.starts_with("https://"))
        .filter(|link| {
            let (path, anchor) = link.split_once('#').unwrap_or((link, ""));
            let Ok(target) = fs::read(folder.join(path)) else {
                return true;
            };
            let target = String::from_utf8_lossy(&target);
            !anchor.is_empty() && !anchors(&target).iter().any(|own| own == anchor)
        })
        .collect()
}

#[test]
fn what_the_guide_prints_in_bold_stands_on_screen() {
    let screen = Screen::read();
    let pages = files(&folder(), "md");
    assert_eq!(pages.len(), 3);
    for (path, page) in pages {
        assert!(bold(&page).len() > 20, "{}", path.display());
        assert_eq!(
            not_on_screen(&page, &screen),
            Vec::<&str>::new(),
            "{}",
            path.display()
        );
    }
}

#[test]
fn a_word_that_is_not_on_screen_is_seen() {
    let screen = Screen::read();
    let page = "Välj **Lämna in planen**, **Granska Delårsrapport 2** eller **Lämna in alltihop**.";
    assert_eq!(not_on_screen(page, &screen), ["Lämna in alltihop"]);
    assert!(screen.says("Skriv: Åtagande") && !screen.says("Skriv: Påhitt"));
    assert!(screen.says("Mål 2027–2030") && !screen.says("Mål i mun"));
    assert!(!screen.says("Lämna in planen nu") && !screen.says("Kim och Love") && !screen.says(""));
}

#[test]
fn what_the_guide_leads_to_is_there() {
    let folder = folder();
    for (path, page) in files(&folder, "md") {
        assert_eq!(
            dead(&page, &folder),
            Vec::<&str>::new(),
            "{}",
            path.display()
        );
        let unsaid = between(&page, "![", "]").iter().any(|said| said.len() < 20);
        assert!(!unsaid, "{}: a picture without words", path.display());
    }
    let gone = "[x](strateg.md) [y](borta.md) [z](namnd.md#nagot-annat)";
    assert_eq!(dead(gone, &folder), ["borta.md", "namnd.md#nagot-annat"]);
}

#[test]
fn pictures_are_few_and_small_and_each_is_used() {
    let folder = folder();
    let pages: String = files(&folder, "md")
        .into_iter()
        .map(|(_, page)| page)
        .collect();
    let entries = fs::read_dir(folder.join("bilder")).unwrap();
    let pictures: Vec<_> = entries.map(|entry| entry.unwrap()).collect();
    assert!(!pictures.is_empty() && pictures.len() <= PICTURES);
    for picture in pictures {
        let name = picture.file_name().to_string_lossy().into_owned();
        assert!(picture.metadata().unwrap().len() <= MOST, "{name}");
        assert!(pages.contains(&format!("](bilder/{name})")), "{name}");
    }
}
