//! Soft hyphens in long Swedish compounds, so that a heading breaks where a reader would.

use crate::Words;
use std::borrow::Cow;
use std::sync::LazyLock;

/// Parts of compounds, one a line, the longest first: after each of them a long word may break.
static PARTS: LazyLock<Vec<&'static str>> = LazyLock::new(|| {
    let mut parts: Vec<&str> = include_str!("../../../locales/sv/compounds.txt")
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .collect();
    parts.sort_by_key(|part| std::cmp::Reverse(part.len()));
    parts
});

/// Shorter words are left whole: they fit on a line of a phone.
const LONG: usize = 14;
/// So much must stand on each side of a break.
const LEAST: usize = 4;

impl Words {
    /// A text with a soft hyphen at the joints of its long words. Nothing else is changed.
    pub fn hyphenate(self, text: &str) -> Cow<'_, str> {
        let long = |word: &str| word.chars().count() >= LONG;
        if !text.split_whitespace().any(long) {
            return Cow::Owned(text.to_owned());
        }
        let pieces = text.split_inclusive(char::is_whitespace);
        Cow::Owned(
            pieces
                .map(|word| {
                    if long(word.trim()) {
                        broken(word)
                    } else {
                        word.to_owned()
                    }
                })
                .collect(),
        )
    }
}

/// A word with a soft hyphen after each known part that has enough on both sides.
fn broken(word: &str) -> String {
    let lower = word.to_lowercase();
    if lower.len() != word.len() || word.contains('\u{ad}') {
        return word.to_owned();
    }
    let (mut out, mut from) = (String::new(), 0);
    while let Some(part) = PARTS.iter().find(|part| lower[from..].starts_with(**part)) {
        let end = from + part.len();
        if lower[end..].chars().filter(|c| c.is_alphabetic()).count() < LEAST {
            break;
        }
        out.push_str(&word[from..end]);
        if !lower[end..].starts_with('-') {
            out.push('\u{ad}');
        }
        from = end;
    }
    out.push_str(&word[from..]);
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Language;
    use proptest::prelude::*;

    #[test]
    fn long_words_break_at_their_joints() {
        let sv = Words::of(Language::Sv);
        assert_eq!(
            sv.hyphenate("Höjd utbildningsnivå"),
            "Höjd utbildnings\u{ad}nivå"
        );
        assert_eq!(
            sv.hyphenate("Verksamhetsprocesser"),
            "Verksamhets\u{ad}processer"
        );
        assert_eq!(sv.hyphenate("Fler jobb"), "Fler jobb");
    }

    proptest! {
        #[test]
        fn nothing_but_soft_hyphens_is_added(text in "\\PC{0,60}") {
            let hyphenated = Words::of(Language::Sv).hyphenate(&text).replace('\u{ad}', "");
            prop_assert_eq!(hyphenated, text.replace('\u{ad}', ""));
        }
    }
}
