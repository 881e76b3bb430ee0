//! The part of an address that names a goal, an indicator, a body.

use crate::refusal::Refusal;
use crate::state::State;
use crate::texts::Text;
use imbl::OrdMap;
use serde::{Deserialize, Serialize};
use std::fmt;

/// Lower-case letters a–z, digits and single hyphens, at most 80 characters.
/// A slug comes from a title, so it is a text and can be redacted with it.
///
/// ```
/// use riktning_domain::Slug;
/// assert_eq!(Slug::from_title("Höjd utbildningsnivå").to_string(), "hojd-utbildningsniva");
/// assert!(Slug::parse("Höjd").is_none());
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Slug(Text);

impl Slug {
    /// The longest slug; a longer title is cut at a word.
    pub const MOST: usize = 80;

    /// A slug as it stands in an address. `None` if it is not one.
    pub fn parse(slug: &str) -> Option<Self> {
        let letters = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
        let good = !slug.is_empty()
            && slug.len() <= Self::MOST
            && slug.bytes().all(letters)
            && !slug.starts_with('-')
            && !slug.ends_with('-')
            && !slug.contains("--");
        good.then(|| Slug(Text::new(slug)))
    }

    /// The slug of a title: å and ä become a, ö becomes o, everything else that is no letter
    /// or digit a hyphen. A title without any letter or digit gives `x`.
    pub fn from_title(title: &str) -> Self {
        let mut slug = String::with_capacity(title.len());
        for c in title.chars().flat_map(char::to_lowercase) {
            let plain = plain_letter(c);
            match plain {
                Some(letters) => slug.push_str(letters),
                None if c.is_ascii_alphanumeric() => slug.push(c),
                // A soft hyphen or an apostrophe does not part words.
                None if matches!(c, '\u{ad}' | '\'' | '’') => {}
                None if !slug.is_empty() && !slug.ends_with('-') => slug.push('-'),
                None => {}
            }
        }
        if slug.len() > Self::MOST {
            slug.truncate(Self::MOST);
            if let Some(cut) = slug.rfind('-') {
                slug.truncate(cut);
            }
        }
        let slug = slug.trim_matches('-');
        Slug(Text::new(if slug.is_empty() { "x" } else { slug }))
    }

    /// The same slug with a number after it, for the second of two equal titles.
    pub fn numbered(&self, n: usize) -> Self {
        let end = format!("-{n}");
        let room = Self::MOST - end.len();
        let start: String = self.to_string().chars().take(room).collect();
        Slug(Text::new(format!("{}{end}", start.trim_end_matches('-'))))
    }

    /// The slug of a title, or the first with a number after it that is not taken.
    pub fn first_free(title: &str, is_taken: impl Fn(&Slug) -> bool) -> Self {
        let own = Slug::from_title(title);
        if !is_taken(&own) {
            return own;
        }
        let mut numbered = (2..).map(|n| own.numbered(n));
        numbered.find(|slug| !is_taken(slug)).unwrap_or(own)
    }

    /// The slug, unless its text has been redacted.
    pub fn as_str(&self) -> Option<&str> {
        self.0.as_str()
    }

    /// Whether the slug is one that an address can hold. A slug read from a file of
    /// commands may be anything; `decide` asks.
    pub fn is_sound(&self) -> bool {
        self.as_str().is_none_or(|s| Slug::parse(s).is_some())
    }

    pub(crate) fn sound(&self) -> Result<(), Refusal> {
        match self.is_sound() {
            true => Ok(()),
            false => Err(Refusal::NotASlug {
                slug: self.to_string(),
            }),
        }
    }
}

impl fmt::Display for Slug {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str().unwrap_or("-"))
    }
}

/// What a letter with a mark becomes in an address; `None` for what has no plain form.
fn plain_letter(c: char) -> Option<&'static str> {
    Some(match c {
        'å' | 'ä' | 'à' | 'á' | 'â' | 'ã' => "a",
        'æ' => "ae",
        'ö' | 'ø' | 'ò' | 'ó' | 'ô' | 'õ' => "o",
        'é' | 'è' | 'ê' | 'ë' => "e",
        'ü' | 'ú' | 'ù' | 'û' => "u",
        'í' | 'ì' | 'î' | 'ï' => "i",
        'ý' | 'ÿ' => "y",
        'ñ' => "n",
        'ç' | 'č' => "c",
        'š' => "s",
        'ž' => "z",
        'ß' => "ss",
        _ => return None,
    })
}

/// What the rules ask.
impl State {
    pub(crate) fn slug_free<I: PartialEq + Copy>(
        &self,
        slug: &Slug,
        taken: &OrdMap<Slug, I>,
        own: &I,
    ) -> Result<(), Refusal> {
        slug.sound()?;
        match taken.get(slug) {
            Some(other) if other != own => Err(Refusal::SlugTaken {
                slug: slug.to_string(),
            }),
            Some(_) | None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_become_addresses() {
        let cases = [
            ("Höjd utbildningsnivå", "hojd-utbildningsniva"),
            ("Kultur- och fritidsnämnden", "kultur-och-fritidsnamnden"),
            ("  §34 (KSKF/2019:48) ", "34-kskf-2019-48"),
            ("…", "x"),
        ];
        for (title, slug) in cases {
            assert_eq!(Slug::from_title(title).to_string(), slug);
        }
    }

    #[test]
    fn every_slug_from_a_title_is_one_that_an_address_holds() {
        for title in [
            "Ä",
            "a--b",
            "-a-",
            &"mycket långt ".repeat(20),
            "日本語",
            "e\u{301}",
        ] {
            let slug = Slug::from_title(title);
            assert!(
                Slug::parse(&slug.to_string()).is_some(),
                "{title:?} gave {slug}"
            );
            assert!(Slug::parse(&slug.numbered(12).to_string()).is_some());
        }
    }
}
