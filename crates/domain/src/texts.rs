//! Texts that people typed, kept apart from everything else in an event.
//!
//! A municipality may have to take a text away (*gallring*) without breaking the chain
//! that proves the rest. So an event is stored in two parts: a `body` of identifiers, days,
//! numbers and enumerations, and its `texts`. [`lift`] takes every [`Text`] out of an event
//! and leaves its place in the list; [`lower`] puts them back, or [`Text::Redacted`] where
//! they are gone. No field can be forgotten: whatever is a `Text` is lifted.

use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::cell::RefCell;
use std::fmt;
use std::sync::Arc;

/// A text that somebody typed, or the fact that it has been taken away.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Text {
    /// The text as it was typed.
    Standing(Arc<str>),
    /// The text was redacted (*gallrad*); pages say so, with ground and decision.
    Redacted,
}

impl Text {
    /// A text as somebody typed it.
    pub fn new(text: impl AsRef<str>) -> Self {
        Text::Standing(Arc::from(text.as_ref()))
    }

    /// The text, unless it has been redacted.
    pub fn as_str(&self) -> Option<&str> {
        match self {
            Text::Standing(text) => Some(text),
            Text::Redacted => None,
        }
    }

    /// Whether there is nothing to see. A redacted text is not blank: it was there.
    pub fn is_blank(&self) -> bool {
        self.as_str().is_some_and(is_blank)
    }
}

/// Whether a text has nothing to see: white space and characters without width.
pub fn is_blank(text: &str) -> bool {
    text.chars().all(|c| c.is_whitespace() || is_invisible(c))
}

/// Whether a text looks like the name of a person: two or three words, each with a capital and
/// small letters after it, as no role is written in Swedish. Asked about and never refused.
///
/// ```
/// use riktning_domain::texts::is_like_a_name;
/// assert!(is_like_a_name("Kim Exempel"));
/// assert!(!is_like_a_name("Chef för stadsbyggnad"));
/// assert!(!is_like_a_name("VD"));
/// ```
pub fn is_like_a_name(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let named = |word: &&str| {
        let mut letters = word.chars().filter(|c| *c != '-');
        letters.next().is_some_and(char::is_uppercase)
            && word.chars().any(char::is_lowercase)
            && word.chars().all(|c| c.is_alphabetic() || c == '-')
    };
    (2..=3).contains(&words.len()) && words.iter().all(named)
}

/// Whether a character takes no room or turns the direction of what follows (Unicode's format
/// characters and its blank letters).
pub fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{180e}'
        | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
        | '\u{2800}' | '\u{3164}' | '\u{fdd0}'..='\u{fdef}' | '\u{feff}' | '\u{ffa0}' | '\u{fffe}'
        | '\u{ffff}' | '\u{e0000}'..='\u{e007f}')
}

/// Whether a character turns the reading direction of what follows: with it a text can show
/// something else than it says.
pub fn turns_direction(c: char) -> bool {
    matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

impl From<&str> for Text {
    fn from(text: &str) -> Self {
        Text::new(text)
    }
}

impl From<String> for Text {
    fn from(text: String) -> Self {
        Text::Standing(text.into())
    }
}

impl fmt::Debug for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Text::Standing(text) => text.fmt(f),
            Text::Redacted => f.write_str("(redacted)"),
        }
    }
}

/// A name in the three languages. Swedish is always there; where another is not, pages show
/// the Swedish one and mark its language.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Names {
    /// In Swedish.
    pub sv: Text,
    /// In English, where somebody has translated it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub en: Option<Text>,
    /// In Finnish, where somebody has translated it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fi: Option<Text>,
}

impl Names {
    /// A name that only exists in Swedish.
    pub fn swedish(sv: impl Into<Text>) -> Self {
        Names {
            sv: sv.into(),
            en: None,
            fi: None,
        }
    }

    /// A name in all three languages.
    pub fn all(sv: impl Into<Text>, en: impl Into<Text>, fi: impl Into<Text>) -> Self {
        Names {
            sv: sv.into(),
            en: Some(en.into()),
            fi: Some(fi.into()),
        }
    }
}

/// What `Text` does while an event is written or read. Outside both it is a plain string,
/// which is what files of commands want.
enum Scope {
    Plain,
    Lifting(Vec<Arc<str>>),
    Lowering(Option<Vec<Arc<str>>>),
}

thread_local! {
    // serde has no channel beside the data for the list of texts, and a list that each
    // event fills by hand would one day miss a field. The scope is set and taken back
    // within `lift` and `lower`; nothing outlives them.
    static SCOPE: RefCell<Scope> = const { RefCell::new(Scope::Plain) };
}

/// Resets the scope even if a serializer returns early.
struct Entered;

impl Entered {
    fn new(scope: Scope) -> Self {
        SCOPE.with(|s| *s.borrow_mut() = scope);
        Entered
    }
}

impl Drop for Entered {
    fn drop(&mut self) {
        SCOPE.with(|s| *s.borrow_mut() = Scope::Plain);
    }
}

/// The JSON of `value` without its texts, and the texts in the order of their places.
///
/// # Errors
/// Only if `value` cannot be JSON at all, such as a map with keys that are no strings.
pub fn lift<T: Serialize>(value: &T) -> Result<(String, Vec<Arc<str>>), serde_json::Error> {
    let entered = Entered::new(Scope::Lifting(Vec::new()));
    let body = serde_json::to_string(value)?;
    let texts = SCOPE.with(
        |s| match std::mem::replace(&mut *s.borrow_mut(), Scope::Plain) {
            Scope::Lifting(texts) => texts,
            Scope::Plain | Scope::Lowering(_) => Vec::new(),
        },
    );
    drop(entered);
    Ok((body, texts))
}

/// The value again, from its body and its texts; `None` where they were redacted.
///
/// # Errors
/// If the body is not of the type, or names a text that is not in the list.
pub fn lower<T: DeserializeOwned>(
    body: &str,
    texts: Option<Vec<Arc<str>>>,
) -> Result<T, serde_json::Error> {
    let _entered = Entered::new(Scope::Lowering(texts));
    serde_json::from_str(body)
}

impl Serialize for Text {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Text::Standing(text) = self else {
            return serializer.serialize_unit();
        };
        let place = SCOPE.with(|s| match &mut *s.borrow_mut() {
            Scope::Lifting(texts) => {
                texts.push(text.clone());
                Some(texts.len() - 1)
            }
            Scope::Plain | Scope::Lowering(_) => None,
        });
        match place {
            Some(place) => serializer.serialize_u64(place as u64),
            None => serializer.serialize_str(text),
        }
    }
}

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(TextVisitor)
    }
}

struct TextVisitor;

impl serde::de::Visitor<'_> for TextVisitor {
    type Value = Text;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text")
    }

    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Text, E> {
        let plain = SCOPE.with(|s| matches!(&*s.borrow(), Scope::Plain));
        if plain {
            Ok(Text::new(text))
        } else {
            Err(E::custom("a text stands in the body"))
        }
    }

    fn visit_unit<E: serde::de::Error>(self) -> Result<Text, E> {
        Ok(Text::Redacted)
    }

    fn visit_u64<E: serde::de::Error>(self, place: u64) -> Result<Text, E> {
        SCOPE.with(|s| match &*s.borrow() {
            Scope::Lowering(Some(texts)) => usize::try_from(place)
                .ok()
                .and_then(|place| texts.get(place))
                .map(|text| Text::Standing(text.clone()))
                .ok_or_else(|| E::custom(format_args!("there is no text {place}"))),
            Scope::Lowering(None) => Ok(Text::Redacted),
            Scope::Plain | Scope::Lifting(_) => Err(E::custom("expected a text, found a number")),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_leave_the_body_and_come_back() {
        let names = Names {
            sv: "Höjd utbildningsnivå".into(),
            en: None,
            fi: Some("Koulutus".into()),
        };
        let (body, texts) = lift(&names).unwrap();
        assert_eq!(body, r#"{"sv":0,"fi":1}"#);
        assert_eq!(texts.len(), 2);
        assert_eq!(lower::<Names>(&body, Some(texts)).unwrap(), names);
    }

    #[test]
    fn a_redacted_body_still_reads() {
        let names = Names::swedish("Kim Exempel bor här");
        let (body, _) = lift(&names).unwrap();
        let read: Names = lower(&body, None).unwrap();
        assert_eq!(read.sv, Text::Redacted);
    }

    #[test]
    fn a_text_inside_a_body_is_refused() {
        assert!(lower::<Names>(r#"{"sv":"typed"}"#, Some(vec![])).is_err());
        assert!(lower::<Names>(r#"{"sv":3}"#, Some(vec![])).is_err());
    }

    #[test]
    fn a_failed_reading_leaves_no_scope_behind() {
        assert!(lower::<Names>("{", None).is_err());
        let plain: Names = serde_json::from_str(r#"{"sv":"typed"}"#).unwrap();
        assert_eq!(plain.sv, Text::new("typed"));
    }
}
