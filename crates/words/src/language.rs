//! The three languages.

/// A language of the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Language {
    /// Swedish: what every fact is written in.
    Sv,
    /// English.
    En,
    /// Finnish: Eskilstuna is in the Finnish administrative area (2009:724).
    Fi,
}

impl Language {
    /// All of them, in the order in which pages offer them.
    pub const ALL: [Language; 3] = [Language::Sv, Language::En, Language::Fi];

    /// Its place in [`Language::ALL`], where what is kept per language stands.
    pub(crate) fn place(self) -> usize {
        match self {
            Language::Sv => 0,
            Language::En => 1,
            Language::Fi => 2,
        }
    }

    /// Its tag, as `lang` takes it.
    pub fn tag(self) -> &'static str {
        match self {
            Language::Sv => "sv",
            Language::En => "en",
            Language::Fi => "fi",
        }
    }

    /// What its addresses begin with. Swedish has no prefix.
    pub fn prefix(self) -> &'static str {
        match self {
            Language::Sv => "",
            Language::En => "/en",
            Language::Fi => "/fi",
        }
    }

    /// The language of the first segment of a path. `None` if it names none: the path is then
    /// Swedish.
    pub fn of_segment(segment: &str) -> Option<Self> {
        match segment {
            "en" => Some(Language::En),
            "fi" => Some(Language::Fi),
            _ => None,
        }
    }

    /// Its name in itself.
    pub fn own_name(self) -> &'static str {
        match self {
            Language::Sv => "Svenska",
            Language::En => "English",
            Language::Fi => "Suomi",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_language_has_its_tag_its_prefix_and_its_own_name() {
        let all = |of: fn(Language) -> &'static str| Language::ALL.map(of);
        assert_eq!(all(Language::tag), ["sv", "en", "fi"]);
        assert_eq!(all(Language::prefix), ["", "/en", "/fi"]);
        assert_eq!(all(Language::own_name), ["Svenska", "English", "Suomi"]);
    }

    #[test]
    fn a_language_is_found_by_its_prefix_and_swedish_has_none() {
        for (place, language) in Language::ALL.into_iter().enumerate() {
            assert_eq!(language.place(), place);
            let segment = language.prefix().trim_start_matches('/');
            let found = Language::of_segment(segment).unwrap_or(Language::Sv);
            assert_eq!(found, language);
        }
        assert_eq!(Language::of_segment("sv"), None, "/sv/ is no address");
        assert_eq!(
            Language::of_segment("EN"),
            None,
            "addresses are in lower case"
        );
    }
}
