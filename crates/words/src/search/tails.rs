//! What a compound ends with, where nobody has published that word alone.

use super::{JOINING, LEFT, PART, is_ending, stem};
use crate::Language;

/// What stands in a word before another that it ends with: *ägar* before *direktiv* in *ägardirektiv*,
/// and in *ägardirektivet*. None if it does not end with it, or if that is an ending and no word.
pub fn before_tail<'a>(word: &'a str, tail: &str) -> Option<&'a str> {
    let of_tail = stem(tail, Language::Sv);
    // A short stem is that of many words: then the letters themselves must stand there.
    let sought = match of_tail.chars().count() < PART {
        true => tail,
        false => of_tail.as_str(),
    };
    let (before, end) = word.split_at(word.rfind(sought)?);
    let is_word = tail.chars().count() >= PART && !JOINING.contains(&of_tail);
    let is_there = stem(end, Language::Sv) == of_tail && !is_ending(before, end);
    let is_left = before.chars().count() >= LEFT;
    (is_word && is_there && is_left).then_some(before)
}

#[cfg(test)]
mod tests {
    use super::before_tail;

    #[test]
    fn a_compound_ends_with_a_word_that_nobody_has_said_alone() {
        assert_eq!(before_tail("ägardirektivet", "direktiv"), Some("ägar"));
        assert_eq!(before_tail("livsvillkor", "villkoren"), Some("livs"));
        assert_eq!(before_tail("jobbcentrum", "centrum"), Some("jobb"));
        assert_eq!(before_tail("årskurser", "kurs"), Some("års"));
        assert_eq!(before_tail("riktlinjer", "linje"), Some("rikt"));
    }

    #[test]
    fn an_ending_a_word_within_and_a_word_alone_are_no_tails() {
        assert_eq!(before_tail("investering", "ring"), None);
        assert_eq!(before_tail("direktivets", "direktiv"), None);
        assert_eq!(before_tail("villkorslös", "villkor"), None);
        assert_eq!(before_tail("torshälla", "alla"), None);
        assert_eq!(before_tail("resultat", "resa"), None);
        assert_eq!(before_tail("delmål", "mål"), None);
    }
}
