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
        let mut points = Points::default();
        for ask in asks.into_iter().filter(|ask| !ask.text.trim().is_empty()) {
            let mut said = Vec::new();
            if ask.kind != Kind::Address {
                let swedish = ask.language == Language::Sv;
                points.lacks_dictionary |= swedish && dictionary.is_none();
                let dictionary = dictionary.filter(|_| swedish);
                let text = match ask.kind {
                    Kind::Markdown => markdown::plain(ask.text).into(),
                    Kind::Plain | Kind::Address => Cow::Borrowed(ask.text),
                };
                said.extend(words(&s, &text, dictionary, &known));
            }
            let links = match ask.kind {
                Kind::Plain => Vec::new(),
                Kind::Markdown => markdown::links(ask.text),
                Kind::Address => vec![ask.text.trim().to_owned()],
            };
            for link in links {
                if is_dead(site, &link).await {
                    said.push(s.t1("points-dead", "address", &link));
                }
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

/// Whether a link leads to a page of ours that is not there. Others' pages are not asked.
async fn is_dead(site: &WorkSite, link: &str) -> bool {
    let own = match &site.root {
        root if !root.is_empty() => link.strip_prefix(&**root).unwrap_or(link),
        _ => link,
    };
    let path = own.split(['?', '#']).next().unwrap_or_default();
    if !path.starts_with('/') || path.starts_with("//") {
        return false;
    }
    // A file of the site's own look is no page.
    let is_file = path.starts_with("/static/");
    !is_file && !crate::routes::has_page(&site.app, path).await
}
