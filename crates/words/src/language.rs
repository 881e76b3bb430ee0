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

    /// The language of the first segment of a path, if it names one.
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
