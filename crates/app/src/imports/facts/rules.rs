//! What a commitment is to be, by the rule that a file tells of: sentences beside the level of
//! commitments, and the criteria that its wordings are asked by.

// `.text` is a field of a record here. words-keys: none

use super::json::Json;
use super::notes::{AboutIn, NoteIn, Notes};
use super::reader::At;
use super::swedish;

impl Notes {
    /// The rule with what its letters stand for. Their words become the criteria of the level.
    pub(super) fn rules(&mut self, at: &At<'_>) {
        let name = at.text("criteria");
        let mut items = Vec::new();
        for (letter, word) in letters(at, name.as_deref().unwrap_or_default()) {
            items.push(swedish::letter(letter, &word));
            self.criteria.push(word);
        }
        self.relevant_to = at.text(swedish::RULES[0]);
        for field in swedish::RULES {
            let Some(at) = at.get(field) else {
                continue;
            };
            let said = match at.value {
                Json::Bool(so) => swedish::rule_whether(field, *so),
                Json::Number(_) => {
                    let number = at.value.as_whole();
                    number.and_then(|number| swedish::rule_of_number(field, number))
                }
                _ => at
                    .as_text()
                    .and_then(|text| swedish::rule_of_text(field, &text)),
            };
            match said {
                Some(said) => items.push(said),
                None => self.elsewhere.push(at.path),
            }
        }
        self.push(NoteIn {
            heading: name,
            items,
            in_our_words: true,
            ..NoteIn::of(at, AboutIn::Commitments)
        });
    }
}

/// The letters of a rule's name with what each stands for, in the order of the name: `T` before
/// `T2`, which is its second.
fn letters(at: &At<'_>, name: &str) -> Vec<(char, String)> {
    let Some(Json::Object(fields)) = at.value.get("letters") else {
        return Vec::new();
    };
    let Some(letters) = at.get("letters") else {
        return Vec::new();
    };
    let mut placed: Vec<_> = fields
        .keys()
        .filter_map(|field| {
            let (letter, place) = place(field, name)?;
            Some((place, letter, letters.text(field)?))
        })
        .collect();
    placed.sort();
    placed.into_iter().map(|(_, l, word)| (l, word)).collect()
}

/// The letter that a field is about, and its place in the name of the rule.
fn place(field: &str, name: &str) -> Option<(char, usize)> {
    let mut chars = field.chars();
    let letter = chars.next()?;
    let nth = match chars.as_str() {
        "" => 1,
        number => number.parse::<usize>().ok()?,
    };
    let mut places = name.char_indices().filter(|(_, c)| *c == letter);
    let (place, _) = places.nth(nth.checked_sub(1)?)?;
    Some((letter, place))
}
