//! What a template says with: texts by key, typed texts with their language, numbers and days.

use askama::filters::HtmlSafe;
use jiff::civil::Date;
use riktning_domain::documents::DocumentKind;
use riktning_domain::indicators::{Aim, Unit};
use riktning_domain::site::translations::Translations;
use riktning_domain::{Dated, Figure, Money, MoneyUnit, Names, Period, Precision, Text};
use riktning_words::{Language, Marked, Words};
use std::fmt;

/// The words of a page.
#[derive(Clone, Debug)]
pub(crate) struct Speech {
    pub(crate) words: Words,
    /// What somebody has translated of what is written in Swedish.
    translations: Translations,
}

/// A text with the language that it is in, where that is not the page's.
#[derive(Clone, Debug)]
pub(crate) struct Said {
    text: String,
    other: Option<Language>,
}

impl fmt::Display for Said {
    /// Escaped, and marked with its language, so that a screen reader says it right.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(language) = self.other {
            write!(f, "<span lang=\"{}\">", language.tag())?;
        }
        for letter in self.text.chars() {
            match letter {
                '&' => f.write_str("&amp;")?,
                '<' => f.write_str("&lt;")?,
                '>' => f.write_str("&gt;")?,
                '"' => f.write_str("&quot;")?,
                '\'' => f.write_str("&#39;")?,
                // Marks that turn the reading direction would turn the page around them.
                '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {}
                _ => fmt::Write::write_char(f, letter)?,
            }
        }
        if self.other.is_some() {
            f.write_str("</span>")
        } else {
            Ok(())
        }
    }
}

impl HtmlSafe for Said {}

impl Said {
    /// Words of the page's own language.
    pub(crate) fn own(text: String) -> Said {
        Said { text, other: None }
    }

    /// The plain text, for attributes and titles.
    pub(crate) fn plain(&self) -> &str {
        &self.text
    }

    /// Whether it is in another language than the page.
    pub(crate) fn is_foreign(&self) -> bool {
        self.other.is_some()
    }

    /// A part of a sentence of a page in `own`.
    pub(crate) fn part(text: &str, language: Language, own: Language) -> Said {
        Said {
            text: text.to_owned(),
            other: (language != own).then_some(language),
        }
    }

    /// The text with the language that it is in, on a page in `own`.
    pub(crate) fn marked(&self, own: Language) -> Marked {
        Marked::of(self.text.clone(), self.other.unwrap_or(own))
    }
}

/// A figure with its unit; a unit that somebody typed and that we do not know is marked with the
/// language that it is in.
#[derive(Clone, Debug)]
pub(crate) struct Measured {
    figure: String,
    unit: Option<Said>,
}

impl fmt::Display for Measured {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Said::own(self.figure.clone()).fmt(f)?;
        match &self.unit {
            Some(unit) if self.figure.is_empty() => unit.fmt(f),
            Some(unit) => write!(f, "\u{a0}{unit}"),
            None => Ok(()),
        }
    }
}

impl HtmlSafe for Measured {}

impl Measured {
    /// The plain text, for a sentence that it is put into.
    pub(crate) fn plain(&self) -> String {
        match &self.unit {
            Some(unit) if self.figure.is_empty() => unit.text.clone(),
            Some(unit) => format!("{}\u{a0}{}", self.figure, unit.text),
            None => self.figure.clone(),
        }
    }

    /// The same with the language of each part, on a page in `own`.
    pub(crate) fn marked(&self, own: Language) -> Marked {
        let figure = Marked::of(self.figure.clone(), own);
        match &self.unit {
            Some(unit) if self.figure.is_empty() => unit.marked(own),
            Some(unit) => Marked::joined(&[figure, unit.marked(own)], "\u{a0}", own),
            None => figure,
        }
    }
}

impl From<String> for Measured {
    fn from(figure: String) -> Measured {
        Measured { figure, unit: None }
    }
}

impl Speech {
    /// Words alone: what people typed stands as they typed it.
    pub(crate) fn of(words: Words) -> Speech {
        Speech::with(words, Translations::default())
    }

    /// Words, and what somebody has translated.
    pub(crate) fn with(words: Words, translations: Translations) -> Speech {
        Speech {
            words,
            translations,
        }
    }

    /// The text of a key.
    pub(crate) fn t(&self, key: &str) -> String {
        self.words.text(key)
    }

    /// The text of a key with one word put in.
    pub(crate) fn t1(&self, key: &str, name: &str, value: impl fmt::Display) -> String {
        self.words.with(key, &[(name, &value.to_string())])
    }

    /// The text of a key for a count.
    pub(crate) fn n(&self, key: &str, count: &usize) -> String {
        self.words.count(key, *count, &[])
    }

    /// What somebody typed: in Swedish, as facts are, or as somebody has translated it.
    pub(crate) fn typed(&self, text: &Text) -> Said {
        self.said(text, Language::Sv)
    }

    /// A text in the language that it is written in, or as it is translated.
    fn said(&self, text: &Text, language: Language) -> Said {
        let translated = match language {
            Language::Sv => self.translated(text),
            Language::En | Language::Fi => None,
        };
        match translated.unwrap_or(text).as_str() {
            Some(said) => Said {
                text: said.to_owned(),
                other: match translated {
                    Some(_) => None,
                    None => self.unless(language),
                },
            },
            None => Said {
                text: self.t("redacted"),
                other: None,
            },
        }
    }

    /// A Swedish text in the page's own language, if somebody has translated it.
    fn translated(&self, text: &Text) -> Option<&Text> {
        if self.words.language() == Language::Sv {
            return None;
        }
        let translation = self.translations.of(text)?;
        let (said, language) = self.words.name(&translation.text);
        (language == self.words.language()).then_some(said)
    }

    /// Who translated what the pages of this language show, each once.
    pub(crate) fn translators(&self) -> Option<String> {
        let language = self.words.language();
        let is_own = |names: &Names| self.words.name(names).1 == language;
        let makers = self.translations.makers(is_own).into_iter();
        let by: Vec<String> = makers.map(|by| self.typed(by).text).collect();
        (!by.is_empty()).then(|| by.join(", "))
    }

    /// The words as they were written, whatever somebody has translated: the title of another's
    /// document, or what two days are compared by.
    pub(crate) fn written(&self, text: &Text) -> Said {
        match text.as_str() {
            Some(said) => Said {
                text: said.to_owned(),
                other: self.unless(Language::Sv),
            },
            None => Said::own(self.t("redacted")),
        }
    }

    /// The Swedish words, where the page shows a translation of them.
    pub(crate) fn original(&self, text: &Text) -> Option<Said> {
        self.translated(text)?;
        Some(Said {
            text: text.as_str()?.to_owned(),
            other: Some(Language::Sv),
        })
    }

    /// A title with soft hyphens in its long words, where they are Swedish.
    pub(crate) fn title(&self, text: &Text) -> Said {
        let said = self.typed(text);
        if self.translated(text).is_some() {
            return said;
        }
        Said {
            text: self.words.hyphenate(&said.text).into_owned(),
            ..said
        }
    }

    /// A name, in the page's language where it is translated.
    pub(crate) fn name(&self, names: &Names) -> Said {
        let (text, language) = self.words.name(names);
        self.said(text, language)
    }

    /// A name with soft hyphens.
    pub(crate) fn long_name(&self, names: &Names) -> Said {
        let said = self.name(names);
        Said {
            text: self.words.hyphenate(&said.text).into_owned(),
            ..said
        }
    }

    /// The words of a text, whose language the page has marked by itself.
    pub(crate) fn plain_words(&self, text: &Text) -> Said {
        Said::own(
            text.as_str()
                .map_or_else(|| self.t("redacted"), str::to_owned),
        )
    }

    /// Words out of a text that is in Swedish.
    pub(crate) fn swedish(&self, words: &str) -> Said {
        Said {
            text: words.to_owned(),
            other: self.unless(Language::Sv),
        }
    }

    /// Words of the page's own language.
    pub(crate) fn own(&self, text: String) -> Said {
        Said::own(text)
    }

    fn unless(&self, language: Language) -> Option<Language> {
        (language != self.words.language()).then_some(language)
    }

    /// What a kind of governing document is called.
    pub(crate) fn document_kind(&self, kind: &DocumentKind) -> Said {
        match kind {
            DocumentKind::Other(word) => self.typed(word),
            known => Said {
                text: self.t(crate::pages::documents::kind_key(known)),
                other: None,
            },
        }
    }

    pub(crate) fn day(&self, day: &Date) -> String {
        self.words.day(*day)
    }

    pub(crate) fn dated(&self, dated: &Dated) -> String {
        self.words.dated(*dated)
    }

    /// What stands before the day from which something is shown: a day that stands in for one
    /// that nobody found is not known.
    pub(crate) fn known_from(&self, dated: &Dated) -> String {
        self.t(match dated.precision() {
            Precision::NotFound => "shown-from",
            Precision::Day | Precision::Month | Precision::Year => "known-from",
        })
    }

    /// In which years sources name something.
    pub(crate) fn seen(&self, years: &[i16]) -> String {
        let years: Vec<String> = years.iter().map(i16::to_string).collect();
        self.t1("seen-in", "years", self.words.list(&years))
    }

    pub(crate) fn period(&self, period: &Period) -> String {
        self.words.period(*period)
    }

    /// A figure alone, with the decimals that it was given with.
    pub(crate) fn plain(&self, figure: &Figure) -> String {
        self.words.figure(*figure, None)
    }

    /// A unit that somebody typed.
    pub(crate) fn unit(&self, typed: &Text) -> Said {
        let (text, language) = self.words.unit(typed);
        Said {
            text,
            other: self.unless(language),
        }
    }

    /// A unit as a word: *procent*, *antal*.
    pub(crate) fn unit_name(&self, unit: &Unit) -> String {
        riktning_charts::unit(unit, self.words)
    }

    /// A figure with its unit: 84,5 %, 216 points.
    pub(crate) fn with_unit(&self, figure: &Figure, unit: &Unit, decimals: &u8) -> Measured {
        let plain = self.words.figure(*figure, Some(*decimals));
        let key = match unit {
            Unit::Percent => return self.words.percent(*figure, Some(*decimals)).into(),
            Unit::Count | Unit::Index | Unit::Grade => return plain.into(),
            Unit::Points => "unit-points",
            Unit::Rank => "unit-rank",
            Unit::MillionSek => {
                return self.words.million_kronor(*figure, Some(*decimals)).into();
            }
            Unit::ThousandSek => {
                return self.words.thousand_kronor(*figure, Some(*decimals)).into();
            }
            Unit::Named(unit) => {
                return Measured {
                    figure: plain,
                    unit: Some(self.unit(unit)),
                };
            }
        };
        self.t1(key, "figure", plain).into()
    }

    /// An amount of money, with the decimals that it was given with.
    pub(crate) fn money(&self, money: &Money) -> String {
        match money.unit() {
            MoneyUnit::Mnkr => self.words.million_kronor(money.value(), None),
            MoneyUnit::Tkr => self.words.thousand_kronor(money.value(), None),
        }
    }

    /// The rest of a sentence that begins with a name: a name in another language does not fit
    /// into a Swedish sentence.
    pub(crate) fn if_swedish(&self, rest: Option<Text>) -> Option<Text> {
        rest.filter(|_| !self.is_not_swedish())
    }

    /// Whether what people typed is in another language than the page.
    pub(crate) fn is_not_swedish(&self) -> bool {
        self.words.language() != Language::Sv
    }

    /// What a target aims at.
    pub(crate) fn aim(&self, aim: &Aim, unit: &Unit, decimals: &u8) -> Measured {
        match aim {
            Aim::At(figure) => self.with_unit(figure, unit, decimals),
            Aim::Between(low, high) => {
                let low = self.words.figure(*low, Some(*decimals));
                let high = self.with_unit(high, unit, decimals);
                Measured {
                    figure: format!("{low}–{}", high.figure),
                    ..high
                }
            }
            Aim::InWords(words) => Measured {
                figure: String::new(),
                unit: Some(self.typed(words)),
            },
        }
    }
}
