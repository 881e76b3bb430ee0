//! Words as a search compares them: where they stand in a text, their stems, the parts of
//! Swedish compounds, and how far two words are from each other.

pub mod alike;
mod numbers;
mod tails;

pub use numbers::{is_number, numbers, terms, words_and_numbers};
pub use tails::before_tail;

use crate::Language;
use icu_normalizer::{ComposingNormalizerBorrowed, DecomposingNormalizerBorrowed};
use riktning_domain::texts::is_invisible;
use rust_stemmers::{Algorithm, Stemmer};
use std::borrow::Cow;
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// The least length of a part of a compound: shorter ones are found in every other word.
const PART: usize = 4;
/// How many letters of a word must be left beside a part of it: fewer are an ending.
const LEFT: usize = PART - 1;
/// What an *a* last in a word becomes where another word is joined to it: *skole-*, *hälso-*.
const JOINTS: [char; 2] = ['e', 'o'];
/// The few in which it becomes a *u*, and what they are alone. No other: *resultat* is no *resa*.
const JOINED_BY_U: [(&str, &str); 4] = [
    ("gatu", "gata"),
    ("varu", "vara"),
    ("ladu", "lada"),
    ("stugu", "stuga"),
];
/// The longest word that is looked at; what is longer is not a word.
const LONGEST: usize = 100;

/// The stems of words that only hold a sentence together: *överens* has that of *över*.
static JOINING: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
    let stems = HOLDS_TOGETHER.iter().map(|word| swedish(word));
    stems.collect()
});

/// Words that only hold a sentence together. They are no part of a compound: *alla* is not what
/// *Torshälla* is about.
const HOLDS_TOGETHER: [&str; 38] = [
    "alla",
    "allt",
    "andra",
    "annan",
    "annat",
    "bara",
    "denna",
    "deras",
    "dessa",
    "detta",
    "eller",
    "efter",
    "flera",
    "från",
    "genom",
    "hela",
    "inga",
    "inte",
    "inom",
    "innan",
    "ingen",
    "inget",
    "ingenting",
    "liten",
    "många",
    "medan",
    "mellan",
    "minst",
    "också",
    "olika",
    "samma",
    "samt",
    "sedan",
    "själv",
    "under",
    "utan",
    "varje",
    "över",
];

/// A word where it stands in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Its first byte.
    pub from: usize,
    /// The byte after its last.
    pub to: usize,
    /// The word in small letters, composed: what is compared.
    pub word: String,
}

/// The words of a text in their order: runs of letters and digits.
pub fn words(text: &str) -> Vec<Standing> {
    let mut found = Vec::new();
    let mut from = None;
    // A soft hyphen or a mark that is not seen does not part a word.
    let inside = |c: char| c.is_alphanumeric() || is_invisible(c) || is_combining(c);
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        match (from, inside(c)) {
            (None, true) if c.is_alphanumeric() => from = Some(at),
            (Some(start), false) => {
                found.push(Standing {
                    from: start,
                    to: at,
                    word: small(&text[start..at]),
                });
                from = None;
            }
            _ => {}
        }
    }
    found.retain(|s| s.word.chars().count() <= LONGEST);
    found
}

fn is_combining(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}

/// A word in small letters, composed, without what nobody sees.
fn small(word: &str) -> String {
    let seen: String = word.chars().filter(|c| !is_invisible(*c)).collect();
    composed(&seen).to_lowercase()
}

/// A text with each letter as one character (NFC): some keyboards send å as an a and a ring.
pub fn composed(text: &str) -> Cow<'_, str> {
    ComposingNormalizerBorrowed::new_nfc().normalize(text)
}

/// A word without the dots and rings of its letters: how somebody writes it who has no å on
/// the keyboard. It is another word; what is found by it alone stands below what is found right.
pub fn plain(word: &str) -> String {
    let parted = DecomposingNormalizerBorrowed::new_nfd().normalize(word);
    parted.chars().filter(|c| !is_combining(*c)).collect()
}

/// The stem of a word in small letters.
pub fn stem(word: &str, language: Language) -> String {
    let stemmed = |algorithm| Stemmer::create(algorithm).stem(word).into_owned();
    match language {
        Language::Sv => swedish(word),
        Language::En => stemmed(Algorithm::English),
        Language::Fi => stemmed(Algorithm::Finnish),
    }
}

/// Snowball leaves *betyget* and *skolan* as they are, and makes *resultat* of *resultaten* but
/// *result* of *resultat*. We take those endings away too, and go on until nothing comes off.
fn swedish(word: &str) -> String {
    let stemmer = Stemmer::create(Algorithm::Swedish);
    let mut stem = one_vowel(word);
    loop {
        let mut shorter = stemmer.stem(&stem).into_owned();
        for (ending, instead, least) in ENDINGS {
            let rest = shorter.strip_suffix(ending).map(str::len);
            if let Some(rest) = rest.filter(|rest| shorter[..*rest].chars().count() >= least) {
                shorter.truncate(rest);
                shorter.push_str(instead);
            }
        }
        if shorter.len() >= stem.len() {
            return stem;
        }
        stem = shorter;
    }
}

/// Endings that Snowball leaves: what stands in their place, and how many letters before.
const ENDINGS: [(&str, &str, usize); 15] = [
    // Betyget, skolan.
    ("et", "", 2),
    ("an", "", 3),
    // Ekonomin, miljön, nivån.
    ("in", "i", 4),
    ("ön", "ö", 3),
    ("ån", "å", 3),
    ("én", "é", 1),
    ("åren", "år", 0),
    // Indikatorn.
    ("orn", "or", 3),
    // Vattnet and vatten, gymnasiet and gymnasium.
    ("ttn", "tt", 2),
    ("tten", "tt", 2),
    ("ium", "i", 3),
    ("eum", "e", 2),
    ("trum", "tr", 2),
    // Cykeln, cykel and cyklar.
    ("eln", "l", 3),
    ("el", "l", 3),
];

/// Words whose vowel is another when they are many, and what they are when they are one.
const MANY: [(&str, &str); 7] = [
    ("städer", "stad"),
    ("ledamöter", "ledamot"),
    ("länder", "land"),
    ("händer", "hand"),
    ("böcker", "bok"),
    ("rötter", "rot"),
    ("nätter", "natt"),
];

/// A word with the vowel of the one that it is many of, also last in a compound: *bostäderna* as
/// *bostad*.
fn one_vowel(word: &str) -> String {
    let bare = ["nas", "na", "s"]
        .iter()
        .find_map(|ending| word.strip_suffix(ending))
        .unwrap_or(word);
    let one = MANY.iter().find_map(|(many, one)| {
        let first = bare.strip_suffix(many)?;
        Some(format!("{first}{one}"))
    });
    one.unwrap_or_else(|| word.to_owned())
}

/// Endings that make a form of a word.
const FORMS: [&str; 13] = [
    "arna", "erna", "orna", "ens", "ets", "en", "et", "ar", "er", "or", "na", "n", "e",
];

/// Endings that make the name of a deed of the verb.
const DEEDS: [&str; 4] = ["ningarna", "ningar", "ningen", "ning"];

/// The verb that a word names the deed of, as it is told to do it: *snöröj* of *snöröjning*.
pub fn verb_of(word: &str) -> Option<&str> {
    let bare = DEEDS.iter().find_map(|ending| word.strip_suffix(ending));
    bare.filter(|bare| bare.chars().count() > PART)
}

/// The words that a Swedish word may be a form of: *klimat* of *klimatet*. A compound begins with
/// one of them, and not with the form.
pub fn forms_of(word: &str) -> Vec<&str> {
    let own = swedish(word);
    let bare = FORMS.iter().filter_map(|ending| word.strip_suffix(ending));
    bare.filter(|bare| bare.chars().count() >= PART && swedish(bare) == own)
        .collect()
}

/// What a compound may begin with that begins with a word: *hälso* of *hälsa*; and whether it always
/// is that word, as *gatu* is *gata*.
pub fn joints_of(word: &str) -> Vec<(String, bool)> {
    if let Some((joined, _)) = JOINED_BY_U.iter().find(|(_, alone)| *alone == word) {
        return vec![((*joined).to_owned(), true)];
    }
    let bare = word
        .strip_suffix('a')
        .filter(|bare| bare.chars().count() >= LEFT);
    let joined = bare
        .into_iter()
        .flat_map(|bare| JOINTS.map(|vowel| format!("{bare}{vowel}")));
    joined.map(|joined| (joined, false)).collect()
}

/// The words that are known, for finding them again as parts of compounds: what a site has
/// published is its own dictionary.
#[derive(Clone, Debug, Default)]
pub struct Dictionary {
    stems: BTreeSet<String>,
    /// The words whose stem is so short that other words have it too: each is known as it is.
    short: BTreeSet<String>,
    /// The first letters of all words, so that most places of a word need no stemming.
    beginnings: BTreeSet<String>,
}

/// The known parts of a compound, as stems.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Parts {
    /// What it begins with: *studie* in *studieresultat*.
    pub head: Option<String>,
    /// What it ends with, which is what the thing is: *resultat* in *studieresultat*.
    pub tail: Option<String>,
    /// What stands before the tail, whether it is known or not: *läg* in *lägenhet*.
    pub rest: Option<String>,
    /// What that ends with, and what stands before it: *skola* in *förskolenämnd*, after *för*.
    pub inner: Option<(String, String)>,
}

impl Dictionary {
    /// A dictionary of words in small letters, and of the parts of the compounds that we know how
    /// to break: nobody may have published *fullmäktige* alone.
    pub fn of<'a>(words: impl IntoIterator<Item = &'a str>) -> Self {
        let mut dictionary = Dictionary::default();
        words.into_iter().for_each(|word| dictionary.learn(word));
        crate::hyphens::parts().for_each(|word| dictionary.learn(word));
        dictionary
    }

    fn learn(&mut self, word: &str) {
        let stem = stem(word, Language::Sv);
        let says = word.chars().count() >= PART && !JOINING.contains(&stem);
        if !says || stem.chars().count() < 2 || !stem.chars().all(char::is_alphabetic) {
            return;
        }
        self.beginnings.insert(beginning(word));
        if stem.chars().count() < PART {
            self.short.insert(word.to_owned());
        }
        self.stems.insert(stem);
    }

    /// The longest known word that a word begins with, and the longest that it ends with. A
    /// word has both only where they do not overlap more than by the *s* that joins them.
    pub fn parts(&self, word: &str) -> Parts {
        // *Ledamöter* has no *möter* in it.
        let word = one_vowel(word);
        self.parts_of(&word)
    }

    fn parts_of(&self, word: &str) -> Parts {
        let own = stem(word, Language::Sv);
        let length = word.chars().count();
        if length < 2 * PART - 1 || !word.chars().all(char::is_alphabetic) {
            return Parts::default();
        }
        let places: Vec<usize> = word.char_indices().map(|(at, _)| at).collect();
        let tail = self.tail_of(word, &own);
        let rest = tail.as_ref().map(|(_, at)| word[..*at].to_owned());
        let inner = rest.as_deref().and_then(|rest| self.inner_of(rest, &own));
        let tail_at = tail.as_ref().map(|(_, at)| *at);
        let head = (PART..=length - LEFT).rev().find_map(|at| {
            let meets = tail_at == Some(places[at]);
            self.joined(&word[..places[at]], &own, meets)
        });
        Parts {
            head,
            tail: tail.map(|(tail, _)| tail),
            rest,
            inner,
        }
    }

    /// The longest known word that a word ends with, and where it begins. Something that is no ending
    /// must be left of the word.
    fn tail_of(&self, word: &str, own: &str) -> Option<(String, usize)> {
        let places: Vec<usize> = word.char_indices().map(|(at, _)| at).collect();
        let last = places.len().checked_sub(PART)?;
        let mut at = (LEFT..=last).map(|at| places[at]);
        at.find_map(|at| {
            let (before, tail) = word.split_at(at);
            let tail = Some(tail).filter(|tail| !is_ending(before, tail))?;
            Some((self.known(tail, own)?, at))
        })
    }

    /// What the first part of a compound ends with, without the sound that joins it to the next.
    fn inner_of(&self, first: &str, own: &str) -> Option<(String, String)> {
        let bare = first.strip_suffix('s').unwrap_or(first);
        [first, bare].into_iter().find_map(|first| {
            let (inner, at) = self.tail_of(first, own)?;
            Some((inner, first[..at].to_owned()))
        })
    }

    /// The stem of what a compound begins with, also where a sound joins it to the next: an *s*, or
    /// another vowel than its own. Of most vowels that is said only where the next word is known.
    fn joined(&self, head: &str, own: &str, meets: bool) -> Option<String> {
        let without = head.strip_suffix('s').map(str::to_owned);
        let vowel = head.strip_suffix(JOINTS).filter(|_| meets);
        let vowel = vowel.map(|bare| format!("{bare}a"));
        let by_u = JOINED_BY_U.iter().find(|(joined, _)| *joined == head);
        let by_u = by_u.map(|(_, alone)| (*alone).to_owned());
        self.known(head, own).or_else(|| {
            let mut others = without.into_iter().chain(by_u).chain(vowel);
            others.find_map(|head| self.known(&head, own))
        })
    }

    /// The stem of a part, if it is known and not the word itself.
    fn known(&self, part: &str, own: &str) -> Option<String> {
        if part.chars().count() < PART || !self.beginnings.contains(&beginning(part)) {
            return None;
        }
        let stem = stem(part, Language::Sv);
        let is_itself = stem.chars().count() >= PART || self.short.contains(part);
        (stem != own && is_itself && self.stems.contains(&stem)).then_some(stem)
    }
}

/// Whether what stands last in a word is an ending and no word: *investering* is no *ring*, and
/// *handlingar* are no *inga*.
fn is_ending(before: &str, tail: &str) -> bool {
    (before.ends_with('e') && tail.starts_with("ring"))
        || ["ing", "inga", "ingar", "ingen", "inget"].contains(&tail)
}

fn beginning(word: &str) -> String {
    word.chars().take(PART).collect()
}

/// How many letters must be put in, taken out, changed or swapped with their neighbour to make
/// one word of another; `None` when it is more than `most`.
pub fn distance(a: &str, b: &str, most: usize) -> Option<usize> {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    if a.len().abs_diff(b.len()) > most {
        return None;
    }
    let mut rows = vec![vec![0; b.len() + 1]; a.len() + 1];
    for (i, row) in rows.iter_mut().enumerate() {
        row[0] = i;
    }
    for (j, first) in rows[0].iter_mut().enumerate() {
        *first = j;
    }
    for i in 1..=a.len() {
        for j in 1..=b.len() {
            let changed = rows[i - 1][j - 1] + usize::from(a[i - 1] != b[j - 1]);
            let mut least = changed.min(rows[i - 1][j] + 1).min(rows[i][j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                least = least.min(rows[i - 2][j - 2] + 1);
            }
            rows[i][j] = least;
        }
    }
    let found = rows[a.len()][b.len()];
    (found <= most).then_some(found)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn told(text: &str) -> Vec<String> {
        words(text).into_iter().map(|s| s.word).collect()
    }

    #[test]
    fn a_text_is_its_words_in_small_letters() {
        assert_eq!(
            told("Barn- och UTBILDNINGSNÄMNDEN, § 12 (KSKF/2015:579)."),
            [
                "barn",
                "och",
                "utbildningsnämnden",
                "12",
                "kskf",
                "2015",
                "579"
            ]
        );
        assert_eq!(told(" – ?! "), Vec::<String>::new());
        let text = "Höj nivån!";
        let standing = &words(text)[1];
        assert_eq!(&text[standing.from..standing.to], "nivån");
    }

    #[test]
    fn what_is_pasted_is_the_word_that_is_seen() {
        // An o with two dots of its own, a soft hyphen, a mark of direction, a zero width space.
        for pasted in [
            "ho\u{308}jd",
            "h\u{ad}öjd",
            "\u{202e}höjd",
            "hö\u{200b}jd\u{200f}",
        ] {
            assert_eq!(told(pasted), ["höjd"], "{pasted:?}");
        }
    }

    #[test]
    fn the_forms_of_a_word_have_one_stem() {
        let same = |language, forms: &[&str]| {
            let stems: BTreeSet<_> = forms.iter().map(|f| stem(f, language)).collect();
            assert_eq!(stems.len(), 1, "{stems:?}");
        };
        same(Language::Sv, &["betyg", "betygen", "betyget", "betygens"]);
        same(Language::Sv, &["skola", "skolan", "skolor", "skolorna"]);
        same(Language::Sv, &["resultat", "resultaten", "resultatet"]);
        same(Language::Sv, &["mål", "målet", "målen", "målens"]);
        for forms in [
            ["ekonomi", "ekonomin", "ekonomins"],
            ["miljö", "miljön", "miljöer"],
            ["demokrati", "demokratin", "demokratins"],
            ["energi", "energin", "energier"],
            ["nivå", "nivån", "nivåer"],
            ["vatten", "vattnet", "vattnets"],
            ["gymnasium", "gymnasiet", "gymnasier"],
            ["centrum", "centret", "centrets"],
            ["cykel", "cykeln", "cyklar"],
            ["regel", "reglerna", "regeln"],
            ["medel", "medlen", "medels"],
            ["stad", "städer", "städernas"],
            ["bostad", "bostäderna", "bostaden"],
            ["ledamot", "ledamöter", "ledamöternas"],
            ["land", "länder", "landet"],
            ["del", "delen", "delar"],
            ["indikator", "indikatorn", "indikatorer"],
            ["museum", "museet", "museer"],
            ["idé", "idén", "idéer"],
            ["år", "åren", "året"],
            ["sommar", "sommaren", "sommarens"],
            ["natt", "nätter", "natten"],
        ] {
            same(Language::Sv, &forms);
        }
        let differ = |a, b| assert_ne!(stem(a, Language::Sv), stem(b, Language::Sv));
        differ("region", "regi");
        differ("land", "handel");
        assert_eq!(verb_of("snöröjningen"), Some("snöröj"));
        assert_eq!(verb_of("ledning"), None);
        assert_eq!(forms_of("klimatet"), ["klimat"]);
        assert_eq!(forms_of("föreningar"), ["förening"]);
        assert_eq!(forms_of("överförmyndare"), ["överförmyndar"]);
        assert!(forms_of("klimat").is_empty() && forms_of("ben").is_empty());
        same(Language::En, &["goal", "goals"]);
        same(Language::Fi, &["tavoite", "tavoitteet", "tavoitteiden"]);
        // An ö is another letter, not an o with dots.
        assert_ne!(stem("höj", Language::Sv), stem("hoj", Language::Sv));
        assert_eq!(plain("förhöjd å"), "forhojd a");
    }

    #[test]
    fn a_compound_is_parted_by_the_words_that_are_known() {
        let known = Dictionary::of([
            "resultat",
            "studier",
            "nämnd",
            "utbildning",
            "mål",
            "kommun",
        ]);
        let parts = |word| {
            let parts = known.parts(word);
            [parts.head, parts.tail].map(Option::unwrap_or_default)
        };
        assert_eq!(parts("studieresultat"), ["studi", "result"]);
        assert_eq!(parts("studieresultaten"), ["studi", "result"]);
        assert_eq!(parts("utbildningsnämnden"), ["utbildning", "nämnd"]);
        assert_eq!(parts("obegripligresultat"), ["", "result"]);
        assert_eq!(parts("kommunlotteriet"), ["kommun", ""]);
        // A form of a word is no compound, and a part of three letters is none.
        assert_eq!(parts("resultaten"), ["", ""]);
        assert_eq!(parts("delmål"), ["", ""]);
        assert_eq!(parts("2016resultat"), ["", ""]);
        // Of words that we know how to break the parts are known; a short stem is of many words.
        assert_eq!(parts("kommunfullmäktige"), ["kommun", "fullmäk"]);
        let short = Dictionary::of(["inviga", "vision", "kommun", "inga"]);
        assert_eq!(short.parts("invånarantal").head, None);
        assert_eq!(
            short.parts("kommunrevisionen").tail,
            Some("revision".to_owned())
        );
        assert_eq!(short.parts("handlingar").tail, None);
        // Another sound than s joins, and the first part may be a compound itself.
        let town = Dictionary::of(["gata", "skola", "nämnd", "hälsa", "enhet", "läget"]);
        assert_eq!(town.parts("gatukontor").head, Some("gat".to_owned()));
        assert_eq!(town.parts("hälsoläget").head, Some("häl".to_owned()));
        let inner = |word| town.parts(word).inner;
        let of = |inner: &str, before: &str| Some((inner.to_owned(), before.to_owned()));
        assert_eq!(inner("förskolenämnden"), of("skol", "för"));
        assert_eq!(inner("lägenhetsnämnden"), of("enh", "läg"));
        assert_eq!(inner("kulturnämnden"), None);
        assert_eq!(joints_of("gata"), [("gatu".to_owned(), true)]);
        let joined = [("hälse", false), ("hälso", false)].map(|(j, sure)| (j.to_owned(), sure));
        assert_eq!(joints_of("hälsa"), joined);
        assert!(joints_of("ba").is_empty() && joints_of("skolor").is_empty());
        let travels = Dictionary::of(["resa", "nämnd", "byrå"]);
        assert_eq!(travels.parts("resultat").head, None);
        assert_eq!(travels.parts("resonemang").head, None);
        assert_eq!(travels.parts("resobyrå").head, Some("res".to_owned()));
        // An ending is no word.
        let ringing = Dictionary::of(["ringa", "invest", "nyckel"]);
        assert_eq!(ringing.parts("investering").tail, None);
        assert_eq!(ringing.parts("nyckelring").tail, Some("ring".to_owned()));
        // What only holds a sentence together is no part of anything.
        let joining = Dictionary::of(["alla", "annat", "resultat"]);
        assert_eq!(joining.parts("torshalla"), Parts::default());
        assert_eq!(joining.parts("bemannat"), Parts::default());
    }

    #[test]
    fn a_slip_of_the_pen_is_near() {
        assert_eq!(distance("betyg", "betyg", 2), Some(0));
        assert_eq!(
            distance("beytg", "betyg", 2),
            Some(1),
            "two letters swapped"
        );
        assert_eq!(distance("betg", "betyg", 1), Some(1));
        assert_eq!(distance("höjd", "hojd", 1), Some(1));
        assert_eq!(distance("betyg", "resultat", 2), None);
    }

    proptest! {
        #[test]
        fn any_text_can_be_read(text in "\\PC{0,60}", other in "\\PC{0,20}") {
            let known = Dictionary::of(["resultat", "skola"]);
            for standing in words(&text) {
                prop_assert!(!standing.word.is_empty());
                prop_assert!(text.get(standing.from..standing.to).is_some());
                let _ = (known.parts(&standing.word), plain(&standing.word));
                for language in Language::ALL {
                    let _ = stem(&standing.word, language);
                }
            }
            prop_assert_eq!(distance(&text, &other, 3), distance(&other, &text, 3));
        }
    }
}
