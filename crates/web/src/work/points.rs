//! What a reader would stumble over, pointed at where it stands: misspelt words, paragraphs that
//! stand twice, long sentences, links of ours that lead nowhere. Nothing is blocked by it.

use super::WorkSite;
use super::shell::speech;
use crate::pages::markdown;
use crate::pages::speech::Speech;
use riktning_app::proofread::{Dictionary, Point, look};
use riktning_words::Language;
use std::borrow::Cow;
use std::collections::BTreeSet;
use tokio::runtime::Handle;
use tokio::task::spawn_blocking;

/// A text that is looked at.
#[derive(Clone, Copy, Debug)]
pub(super) struct Asks<'a> {
    field: &'static str,
    language: Language,
    text: &'a str,
    kind: Kind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// Words.
    Plain,
    /// Words with marks and links.
    Markdown,
    /// An address and nothing else.
    Address,
}

impl<'a> Asks<'a> {
    pub(super) fn plain(field: &'static str, language: Language, text: &'a str) -> Asks<'a> {
        Asks {
            field,
            language,
            text,
            kind: Kind::Plain,
        }
    }

    pub(super) fn markdown(field: &'static str, language: Language, text: &'a str) -> Asks<'a> {
        Asks {
            kind: Kind::Markdown,
            ..Asks::plain(field, language, text)
        }
    }

    pub(super) fn address(field: &'static str, text: &'a str) -> Asks<'a> {
        Asks {
            kind: Kind::Address,
            ..Asks::plain(field, Language::Sv, text)
        }
    }
}

/// What there is to look at, field by field.
#[derive(Clone, Debug, Default)]
pub(crate) struct Points {
    all: Vec<(&'static str, Vec<String>)>,
    /// Whether some Swedish text was asked about and no dictionary is installed.
    pub(crate) lacks_dictionary: bool,
}

impl Points {
    pub(super) async fn of(site: &WorkSite, asks: Vec<Asks<'_>>) -> Points {
        let (s, known) = (speech(site), site.app.own_words());
        let dictionary = site.app.dictionary();
        let dead = DeadLinks::among(site, &asks).await;
        let mut points = Points::default();
        for ask in asks.into_iter().filter(|ask| !ask.text.trim().is_empty()) {
            let mut said = Vec::new();
            if ask.kind != Kind::Address {
                let swedish = ask.language == Language::Sv;
                points.lacks_dictionary |= swedish && dictionary.is_none();
                let dictionary = dictionary.filter(|_| swedish);
                let text = match ask.kind {
                    Kind::Markdown => riktning_app::markdown::plain(ask.text).into(),
                    Kind::Plain | Kind::Address => Cow::Borrowed(ask.text),
                };
                said.extend(words(&s, &text, dictionary, &known));
            }
            let (links, left) = links(&ask);
            let dead = links.iter().filter(|link| dead.0.contains(*link));
            said.extend(dead.map(|link| s.t1("points-dead", "address", link)));
            if left > 0 {
                let most = s.words.whole(MOST_LINKS);
                said.push(s.t1("points-links-left", "most", most));
            }
            if !said.is_empty() {
                points.all.push((ask.field, said));
            }
        }
        points
    }

    /// What there is to look at in a field.
    pub(crate) fn at(&self, field: &str) -> &[String] {
        let found = self.all.iter().find(|(own, _)| *own == field);
        found.map_or(&[], |(_, said)| said)
    }

    /// How much there is.
    pub(crate) fn count(&self) -> usize {
        self.all.iter().map(|(_, said)| said.len()).sum()
    }
}

fn words(
    s: &Speech,
    text: &str,
    dictionary: Option<&Dictionary>,
    known: &BTreeSet<String>,
) -> Vec<String> {
    let points = look(text, dictionary, known).into_iter();
    let said = points.map(|point| match point {
        Point::Misspelt(words) => s.t1("points-misspelt", "words", words.join(", ")),
        Point::Doubled(begins) => s.t1("points-doubled", "begins", begins),
        Point::Long(words, begins) => {
            let words = s.words.whole(words);
            let args = [("words", words.as_str()), ("begins", &begins)];
            s.words.with("points-long", &args)
        }
    });
    said.collect()
}

/// The most links of a text that are followed: each is a page that is made.
const MOST_LINKS: usize = 50;

/// The links of a text, each once, as many as are followed; and how many are left.
fn links(ask: &Asks<'_>) -> (Vec<String>, usize) {
    let all = match ask.kind {
        Kind::Plain => Vec::new(),
        Kind::Markdown => markdown::links(ask.text),
        Kind::Address => vec![ask.text.trim().to_owned()],
    };
    let mut once = BTreeSet::new();
    let mut links = all;
    links.retain(|link| once.insert(link.clone()));
    let left = links.len().saturating_sub(MOST_LINKS);
    links.truncate(MOST_LINKS);
    (links, left)
}

/// The links that lead to a page of ours that is not there. Others' pages are not asked.
struct DeadLinks(BTreeSet<String>);

impl DeadLinks {
    async fn among(site: &WorkSite, asks: &[Asks<'_>]) -> DeadLinks {
        let all = asks.iter().flat_map(|ask| links(ask).0);
        let all: BTreeSet<String> = all.collect();
        let own = all.into_iter().filter_map(|link| {
            let path = own_path(site, &link)?;
            Some((link, path))
        });
        let own: Vec<(String, String)> = own.collect();
        if own.is_empty() {
            return DeadLinks(BTreeSet::new());
        }
        let (app, here) = (site.app.clone(), Handle::current());
        // Pages are made where nobody else waits for the thread.
        let looked = spawn_blocking(move || {
            here.block_on(async {
                let mut dead = BTreeSet::new();
                for (link, path) in own {
                    if !crate::routes::has_page(&app, &path).await {
                        dead.insert(link);
                    }
                }
                dead
            })
        });
        DeadLinks(looked.await.unwrap_or_default())
    }
}

/// The path of a link that leads to a page of ours.
fn own_path(site: &WorkSite, link: &str) -> Option<String> {
    let own = match &site.root {
        root if !root.is_empty() => link.strip_prefix(&**root).unwrap_or(link),
        _ => link,
    };
    let path = own.split(['?', '#']).next().unwrap_or_default();
    // A file of the site's own look is no page.
    let is_page = path.starts_with('/') && !path.starts_with("//") && !path.starts_with("/static/");
    is_page.then(|| path.to_owned())
}
