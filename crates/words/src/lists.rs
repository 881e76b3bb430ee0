//! Lists, small numbers in words, and first letters.

use crate::Words;

impl Words {
    /// Several things in a sentence: a, b och c.
    pub fn list(self, items: &[String]) -> String {
        match items {
            [] => String::new(),
            [one] => one.clone(),
            [first @ .., last] => {
                let first = first.join(", ");
                self.with("list-and", &[("first", &first), ("last", last)])
            }
        }
    }

    /// A count in words up to twelve, else in digits.
    pub fn number_word(self, count: usize) -> String {
        if count <= 12 {
            self.text(&format!("number-{count}"))
        } else {
            self.whole(count)
        }
    }

    /// A text with a capital first letter.
    pub fn capital(self, text: &str) -> String {
        let mut letters = text.chars();
        match letters.next() {
            None => String::new(),
            Some(first) => first.to_uppercase().chain(letters).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Language;

    #[test]
    fn lists_and_numbers_are_said() {
        let sv = Words::of(Language::Sv);
        let items: Vec<String> = ["a", "b", "c"].map(str::to_owned).into();
        assert_eq!(sv.list(&items), "a, b och c");
        assert_eq!(sv.list(&items[..1]), "a");
        assert_eq!(sv.capital(&sv.number_word(3)), "Tre");
        assert_eq!(sv.number_word(13), "13");
        assert_eq!(sv.capital("åtta"), "Åtta");
    }
}
