//! The words of everything published, and where each stands.

use super::query::Query;
use super::texts::{Kind, Part, is_sought, said};
use jiff::civil::Date;
use riktning_domain::Published;
use riktning_domain::published::Thing;
use riktning_words::Language;
use riktning_words::search::{
    Dictionary, before_tail, distance, forms_of, is_number, joints_of, plain, stem, verb_of,
    words_and_numbers,
};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// How many words are offered instead of a slip of the pen.
const OFFERED: usize = 3;

/// The words of everything that residents have seen until today, with the days.
#[derive(Debug)]
pub struct Index {
    entries: Vec<Entry>,
    /// The words, in order, so that those that begin alike stand together.
    words: Vec<Word>,
    /// A stem of a language, and the words that have it.
    stems: HashMap<(Language, String), Vec<usize>>,
    /// A stem, and the compounds that it is a part of.
    parts: HashMap<String, Vec<(usize, Place)>>,
    /// A stem without dots and rings, and the words that have them.
    plain: HashMap<(Language, String), Vec<usize>>,
    /// The words that have dots or rings without them, in order, and which word each is.
    bare: Vec<(String, usize)>,
    dictionary: Dictionary,
}

/// A thing with what it has said, from day to day.
#[derive(Debug)]
struct Entry {
    thing: Thing,
    /// From which day it said what; `None` when it said nothing.
    versions: Vec<(Date, Option<Kind>)>,
}

#[derive(Debug)]
struct Word {
    text: String,
    /// Its Swedish stem.
    stem: String,
    /// The languages of the texts in which it stands.
    languages: BTreeSet<Language>,
    stands: Places,
}

impl Word {
    /// Whether it stands in a text that a reader of a language is shown: Swedish, or their own.
    /// Nobody who reads Swedish means the Finnish *talousarvio* by *tal*.
    fn is_read_in(&self, language: Language) -> bool {
        self.languages.contains(&Language::Sv) || self.languages.contains(&language)
    }
}

/// The places where a word stands: entry, version, part.
type Places = BTreeSet<(usize, usize, Part)>;

/// Where in a compound a part is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    Head,
    Tail,
}

/// How well a word answers a term. A part of a compound answers less than the word itself, and
/// a word that is spelt so only without its dots and rings answers least: ö is not o.
mod grade {
    pub(super) const SAME: u32 = 100;
    pub(super) const STEM: u32 = 80;
    pub(super) const TAIL: u32 = 55;
    pub(super) const BEGINS: u32 = 50;
    pub(super) const FORM: u32 = 45;
    pub(super) const OWN_TAIL: u32 = 40;
    pub(super) const HEAD: u32 = 35;
    pub(super) const OWN_HEAD: u32 = 20;
    pub(super) const PLAIN: u32 = 8;
}

/// What a search found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answer {
    /// The things, the best first.
    pub things: Vec<(Thing, Kind)>,
    /// Whether no thing has all the words, so that these have some.
    pub some: bool,
    /// The words that were found, for marking.
    pub found: BTreeSet<String>,
    /// Other queries that find something, where this finds nothing.
    pub near: Vec<String>,
}

impl Index {
    /// The index of everything that residents have seen until the day of the lens.
    pub fn of(p: Published<'_>) -> Index {
        let mut entries = Vec::new();
        let mut stands: BTreeMap<String, (BTreeSet<Language>, Places)> = BTreeMap::new();
        for thing in p.things().into_iter().filter(|t| is_sought(*t)) {
            let mut versions = Vec::new();
            let mut before = None;
            for day in p.turning_days(thing) {
                let now = said(p.on(day), thing);
                if now == before {
                    continue;
                }
                let at = (entries.len(), versions.len());
                for (part, names) in now.iter().flat_map(|said| said.parts()) {
                    for (language, text) in spoken(names) {
                        for standing in words_and_numbers(text) {
                            let word = stands.entry(standing.word).or_default();
                            word.0.insert(language);
                            word.1.insert((at.0, at.1, part));
                        }
                    }
                }
                versions.push((day, now.as_ref().map(|said| said.kind)));
                before = now;
            }
            if versions.iter().any(|(_, kind)| kind.is_some()) {
                entries.push(Entry { thing, versions });
            }
        }
        let dictionary = Dictionary::of(stands.keys().map(String::as_str));
        let mut index = Index {
            entries,
            words: Vec::with_capacity(stands.len()),
            stems: HashMap::new(),
            parts: HashMap::new(),
            plain: HashMap::new(),
            bare: Vec::new(),
            dictionary,
        };
        for (text, (languages, stands)) in stands {
            index.add(text, &languages, stands);
        }
        index.bare.sort();
        index.parts = index.compounds();
        index
    }

    /// How many things it knows.
    pub(crate) fn size(&self) -> usize {
        self.entries.len()
    }

    fn add(&mut self, text: String, languages: &BTreeSet<Language>, stands: Places) {
        let at = self.words.len();
        let bare = plain(&text);
        for language in languages {
            let of = (*language, stem(&text, *language));
            self.stems.entry(of).or_default().push(at);
            if bare != text {
                let of = (*language, stem(&bare, *language));
                self.plain.entry(of).or_default().push(at);
            }
        }
        if bare != text {
            self.bare.push((bare, at));
        }
        let stem = stem(&text, Language::Sv);
        let languages = languages.clone();
        self.words.push(Word {
            text,
            stem,
            languages,
            stands,
        });
    }

    /// The Swedish compounds by the stems of their parts: once all words are there, since what is left
    /// beside a part is to be one.
    fn compounds(&self) -> HashMap<String, Vec<(usize, Place)>> {
        let mut compounds: HashMap<String, Vec<(usize, Place)>> = HashMap::new();
        let words = self.words.iter().enumerate();
        for (at, word) in words.filter(|(_, w)| w.languages.contains(&Language::Sv)) {
            let parts = self.dictionary.parts(&word.text);
            let rest = parts.rest.unwrap_or_default();
            let tail = parts.tail.filter(|_| self.is_parted(&rest));
            let inner = parts.inner.filter(|(_, before)| self.is_parted(before));
            let inner = inner.map(|(inner, _)| inner);
            let inner = inner.filter(|inner| Some(inner) != parts.head.as_ref());
            // What is last in the head says as much of the whole as the head.
            for (part, place) in [
                (parts.head, Place::Head),
                (tail, Place::Tail),
                (inner, Place::Head),
            ] {
                if let Some(part) = part {
                    compounds.entry(part).or_default().push((at, place));
                }
            }
        }
        compounds
    }

    /// What a query finds on a day.
    pub fn search(&self, query: &Query, language: Language, day: Date) -> Answer {
        let found: Vec<_> = query
            .terms()
            .iter()
            .map(|term| self.answers(term, language))
            .collect();
        // What each thing scores for each term: the best word at its weightiest place.
        let mut scores: BTreeMap<usize, Vec<u32>> = BTreeMap::new();
        let mut empty = Vec::new();
        for (term, answers) in found.iter().enumerate() {
            let mut any = false;
            for (word, grade) in answers {
                for (entry, version, part) in &self.words[*word].stands {
                    if self.stands_on(*entry, *version, day) {
                        any = true;
                        let of = scores.entry(*entry).or_default();
                        of.resize(found.len(), 0);
                        of[term] = of[term].max(grade * weight(*part));
                    }
                }
            }
            if !any {
                empty.push(query.terms()[term].as_str());
            }
        }
        let all = |scores: &Vec<u32>| scores.iter().all(|score| *score > 0);
        // Who asks for a number wants that case or paragraph and no other.
        let numbered = |scores: &Vec<u32>| {
            let terms = query.terms().iter().zip(scores);
            terms
                .into_iter()
                .all(|(term, score)| !is_number(term) || *score > 0)
        };
        scores.retain(|_, scores| numbered(scores));
        let some = !scores.values().any(all) && !scores.is_empty();
        let mut hits: Vec<_> = scores
            .into_iter()
            .filter(|(_, scores)| some || all(scores))
            .filter_map(|(entry, scores)| {
                let kind = self.kind_on(entry, day)?;
                let terms = scores.iter().filter(|score| **score > 0).count();
                let score: u32 = scores.iter().sum();
                Some((terms, score, kind, entry))
            })
            .collect();
        hits.sort_by_key(|(terms, score, kind, entry)| {
            (std::cmp::Reverse((*terms, *score)), *kind, *entry)
        });
        let words = found.iter().flat_map(|answers| answers.keys());
        let near = match some || hits.is_empty() {
            true => self.near(query, &empty, (language, day)),
            false => Vec::new(),
        };
        Answer {
            things: hits
                .into_iter()
                .map(|(_, _, kind, entry)| (self.entries[entry].thing, kind))
                .collect(),
            some,
            found: words.map(|at| self.words[*at].text.clone()).collect(),
            near,
        }
    }

    /// The words that answer a term, each with how well.
    fn answers(&self, term: &str, language: Language) -> HashMap<usize, u32> {
        let mut answers: HashMap<usize, u32> = HashMap::new();
        if is_number(term) {
            let same = self
                .words
                .binary_search_by(|word| word.text.as_str().cmp(term));
            answers.extend(same.ok().map(|word| (word, grade::SAME)));
            return answers;
        }
        let mut add = |word: usize, grade: u32| {
            if !self.words[word].is_read_in(language) {
                return;
            }
            let best = answers.entry(word).or_default();
            *best = (*best).max(grade);
        };
        for language in BTreeSet::from([Language::Sv, language]) {
            let of = (language, stem(term, language));
            for word in self.stems.get(&of).into_iter().flatten() {
                add(*word, grade::STEM);
            }
            for word in self.plain.get(&of).into_iter().flatten() {
                add(*word, grade::PLAIN);
            }
        }
        let compounds = self.parts.get(&stem(term, Language::Sv));
        // Nor by a stem so short that it is that of other words: *ljus* in *nattljus*.
        if compounds.is_none() || stem(term, Language::Sv).chars().count() <= 3 {
            self.unspoken(term).for_each(|word| add(word, grade::TAIL));
        }
        for (word, place) in compounds.into_iter().flatten() {
            let grade = match place {
                Place::Head => grade::HEAD,
                Place::Tail => grade::TAIL,
            };
            add(*word, grade);
        }
        let first = self.words.partition_point(|word| word.text.as_str() < term);
        let length = term.chars().count();
        let swedish = (Language::Sv, stem(term, Language::Sv));
        let is_known = self.stems.contains_key(&swedish);
        for (at, word) in self.words.iter().enumerate().skip(first) {
            if word.text == term {
                add(at, grade::SAME);
            } else if length > 2 && word.text.starts_with(term) {
                add(at, grade::BEGINS);
            } else {
                break;
            }
        }
        // A compound begins with the word and not with its form: *klimatet*, *klimatplan*; or with
        // another vowel last: *gata*, *gatukontor*.
        let forms = forms_of(term).into_iter();
        let forms = forms.map(|form| (form.to_owned(), true));
        for (bare, is_sure) in forms.chain(joints_of(term)) {
            let bare = bare.as_str();
            let first = self.words.partition_point(|word| word.text.as_str() < bare);
            let begin = self.words.iter().enumerate().skip(first);
            for (at, word) in begin.take_while(|(_, word)| word.text.starts_with(bare)) {
                // *Resonemang* is no *resa*: what comes next is a word too.
                let meets = || self.dictionary.parts(&word.text).rest.as_deref() == Some(bare);
                if is_sure || meets() {
                    add(at, grade::FORM);
                }
            }
        }
        let deed = verb_of(term).map(|verb| (Language::Sv, stem(verb, Language::Sv)));
        for word in deed
            .and_then(|deed| self.stems.get(&deed))
            .into_iter()
            .flatten()
        {
            add(*word, grade::FORM);
        }
        if length > 2 {
            let first = self.bare.partition_point(|(bare, _)| bare.as_str() < term);
            let begin = self.bare[first..].iter();
            for (_, word) in begin.take_while(|(bare, _)| bare.starts_with(term)) {
                add(*word, grade::PLAIN);
            }
        }
        let own = self.dictionary.parts(term);
        let own_tail = own.rest.as_deref().and_then(|rest| term.strip_prefix(rest));
        // What a word begins with says little unless the rest is a word too (*hållbar* is not
        // about holding), and nothing where the word itself is known.
        let head = own.head.filter(|_| own.tail.is_some() && !is_known);
        let rest = own.rest.unwrap_or_default();
        let tail = own.tail.filter(|_| self.is_parted(&rest));
        for (part, grade) in [(head, grade::OWN_HEAD), (tail, grade::OWN_TAIL)] {
            let same = part.and_then(|part| self.stems.get(&(Language::Sv, part)));
            for word in same.into_iter().flatten() {
                // *Lagen* last in a word is not *laga*: so short a stem is that of many words.
                let is_it = || Some(self.words[*word].text.as_str()) == own_tail;
                if grade != grade::OWN_TAIL || self.words[*word].stem.chars().count() > 3 || is_it()
                {
                    add(*word, grade);
                }
            }
        }
        answers
    }

    /// The Swedish compounds that end with a word that nobody has published alone: *direktiv* is found
    /// in *ägardirektiv* by whoever asks for it.
    fn unspoken(&self, term: &str) -> impl Iterator<Item = usize> {
        let words = self.words.iter().enumerate();
        let swedish = words.filter(|(_, word)| word.languages.contains(&Language::Sv));
        let ends = swedish.filter(move |(_, word)| {
            let before = before_tail(&word.text, term);
            before.is_some_and(|before| self.is_parted(before))
        });
        ends.map(|(at, _)| at)
    }

    /// Whether what stands before a part of a compound makes it one: it is a word, or would be without
    /// the *s* that joins it to the next, or has more than three letters. A *lägenhet* is no *enhet*.
    fn is_parted(&self, before: &str) -> bool {
        let bare = before.strip_suffix('s');
        before.chars().count() > 3
            || self.is_word(before)
            || bare.is_some_and(|bare| self.is_word(bare))
    }

    /// Whether a word is published.
    fn is_word(&self, text: &str) -> bool {
        let words = &self.words;
        let at = words.binary_search_by(|word| word.text.as_str().cmp(text));
        at.is_ok()
    }

    /// Queries that find something, with a word near each of the first that finds nothing.
    fn near(
        &self,
        query: &Query,
        empty: &[&str],
        (language, day): (Language, Date),
    ) -> Vec<String> {
        let mut near = Vec::new();
        // Another number is another case, and nothing near.
        let empty = empty.iter().filter(|term| !is_number(term));
        for term in empty.take(OFFERED) {
            let most = match term.chars().count() {
                0..=2 => continue,
                3..=5 => 1,
                _ => 2,
            };
            let bare = plain(term);
            let mut words: Vec<_> = self
                .words
                .iter()
                .filter(|word| !is_number(&word.text) && word.is_read_in(language))
                .filter_map(|word| {
                    let found = distance(term, &word.text, most);
                    let found = found.or_else(|| distance(term, &word.stem, most))?;
                    let same_letter = word.text.chars().next() == term.chars().next();
                    let standing = word.stands.iter();
                    let standing = standing.filter(|(e, v, _)| self.stands_on(*e, *v, day));
                    let count = standing.count();
                    let order = (
                        plain(&word.text) != bare,
                        found,
                        !same_letter,
                        std::cmp::Reverse(count),
                    );
                    (count > 0).then_some((order, &word.text))
                })
                .collect();
            // With one word that nothing is near, the others were no slips of the pen.
            if words.is_empty() {
                return Vec::new();
            }
            words.sort();
            let offered = words.into_iter().map(|(_, word)| query.instead(term, word));
            near.extend(offered.take(OFFERED));
        }
        near.truncate(OFFERED);
        near
    }

    fn stands_on(&self, entry: usize, version: usize, day: Date) -> bool {
        let versions = &self.entries[entry].versions;
        let by = versions.partition_point(|(from, _)| *from <= day);
        by == version + 1
    }

    fn kind_on(&self, entry: usize, day: Date) -> Option<Kind> {
        let versions = &self.entries[entry].versions;
        let by = versions.partition_point(|(from, _)| *from <= day);
        versions.get(by.checked_sub(1)?)?.1
    }
}

fn weight(part: Part) -> u32 {
    match part {
        Part::Title | Part::Number => 6,
        Part::Lead => 3,
        Part::Body => 1,
    }
}

/// A name in every language that it is in.
fn spoken(names: &riktning_domain::Names) -> impl Iterator<Item = (Language, &str)> {
    let all = [
        (Language::Sv, Some(&names.sv)),
        (Language::En, names.en.as_ref()),
        (Language::Fi, names.fi.as_ref()),
    ];
    all.into_iter()
        .filter_map(|(language, text)| Some((language, text?.as_str()?)))
}
