//! The criteria for a wording (TAKT: *tydligt, ansvarsfördelat, kvantifierbart, tidssatt*),
//! and what can be found of each by reading the fields.
//!
//! Whether a sentence is clear is judged by a person who reads it, never by the program: it points
//! at words that the model lists and at a second promise in the sentence, and asks. A person may
//! answer that it is clear all the same, and says why.

use crate::elements::Wording;
use crate::models::{Check, Criterion, Level};
use crate::texts::Text;

/// How a wording stands to one criterion of its level.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding<'a> {
    /// The criterion, by the model's own name for it.
    pub criterion: &'a Criterion,
    /// Whether the wording fulfils it; `None` where only a person can tell and nobody has.
    pub fulfilled: Option<bool>,
    /// Whether a day is said, and lies outside the period.
    pub outside: bool,
    /// What whoever writes it is asked about.
    pub points: Vec<Point>,
    /// Why it is clear all the same, if somebody has said so.
    pub anyway: Option<&'a Text>,
}

/// Words of a sentence that its writer is asked about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Point {
    /// Words that often promise nothing that anybody could see done, as they stand there.
    Vague(String),
    /// Where a second promise seems to begin, as it stands there.
    SecondPromise(String),
}

/// The findings of a wording, in the order of its level's criteria.
pub fn findings<'a>(level: &'a Level, wording: &'a Wording) -> Vec<Finding<'a>> {
    let finding = |criterion: &'a Criterion| {
        let (points, anyway) = match criterion.checks {
            Check::Clear => (points(&wording.text, &criterion.vague), anyway(wording)),
            Check::Assigned | Check::Quantifiable | Check::Timed => (Vec::new(), None),
        };
        Finding {
            criterion,
            fulfilled: fulfils(wording, criterion.checks),
            outside: criterion.checks == Check::Timed
                && wording
                    .due
                    .is_some_and(|due| !wording.period.contains(due.last_day())),
            points,
            anyway,
        }
    };
    level.criteria.iter().map(finding).collect()
}

/// Why a sentence is clear all the same; an answer that says nothing is none.
fn anyway(wording: &Wording) -> Option<&Text> {
    let why = wording.clear_anyway.as_ref();
    why.filter(|why| !why.is_blank())
}

fn fulfils(wording: &Wording, check: Check) -> Option<bool> {
    match check {
        Check::Clear => anyway(wording).map(|_| true),
        // A body alone leaves open who in it does the work.
        Check::Assigned => Some(wording.owner.is_some() && wording.role.is_some()),
        Check::Quantifiable => Some(wording.quantity.is_some() || wording.condition.is_some()),
        Check::Timed => {
            let due = wording.due.map(|due| due.last_day());
            Some(due.is_some_and(|due| wording.period.contains(due)))
        }
    }
}

/// What is pointed at in a sentence, in its order, each once.
fn points(sentence: &Text, vague: &[Text]) -> Vec<Point> {
    let Some(sentence) = sentence.as_str() else {
        return Vec::new();
    };
    let words = words_of(sentence);
    let mut found: Vec<(usize, Point)> = Vec::new();
    for listed in vague.iter().filter_map(Text::as_str) {
        let listed: Vec<String> = words_of(listed).into_iter().map(|w| w.plain).collect();
        if listed.is_empty() {
            continue;
        }
        for (place, run) in words.windows(listed.len()).enumerate() {
            if run.iter().map(|word| &word.plain).eq(&listed) {
                found.push((place, Point::Vague(as_it_stands(sentence, run))));
            }
        }
    }
    found.extend(second_promise(sentence, &words));
    found.sort();
    let mut met = Vec::new();
    for (_, point) in found {
        if !met.contains(&point) {
            met.push(point);
        }
    }
    met
}

/// A word with where it stands.
struct Word {
    plain: String,
    from: usize,
    to: usize,
}

fn words_of(text: &str) -> Vec<Word> {
    let mut words = Vec::new();
    let mut from = None;
    for (at, letter) in text.char_indices().chain([(text.len(), ' ')]) {
        match (letter.is_alphanumeric() || letter == '-', from) {
            (true, None) => from = Some(at),
            (false, Some(begun)) => {
                words.push(Word {
                    plain: text[begun..at].to_lowercase(),
                    from: begun,
                    to: at,
                });
                from = None;
            }
            _ => {}
        }
    }
    words
}

fn as_it_stands(sentence: &str, run: &[Word]) -> String {
    let ends = run.first().zip(run.last());
    ends.map_or(String::new(), |(first, last)| {
        sentence[first.from..last.to].to_owned()
    })
}

/// Words that join another promise to a sentence.
const JOINS: [&str; 4] = ["samt", "dessutom", "liksom", "därutöver"];

/// What a promise begins with in the infinitive. "Och" joins two promises only before a deed, and
/// no ending tells a deed from "unga": so they are listed, the common ones of a plan.
const DEEDS: [&str; 48] = [
    "anordna",
    "anpassa",
    "anställa",
    "avsluta",
    "bjuda",
    "bygga",
    "byta",
    "dela",
    "erbjuda",
    "fördubbla",
    "förbättra",
    "genomföra",
    "ge",
    "göra",
    "halvera",
    "hjälpa",
    "hålla",
    "höja",
    "inrätta",
    "införa",
    "inleda",
    "korta",
    "köpa",
    "laga",
    "minska",
    "ordna",
    "planera",
    "plantera",
    "pröva",
    "rusta",
    "sanera",
    "samla",
    "skapa",
    "skriva",
    "starta",
    "stärka",
    "stänga",
    "sälja",
    "sänka",
    "ta",
    "utbilda",
    "utreda",
    "utveckla",
    "öka",
    "öppna",
    "översätta",
    "upphandla",
    "upprätta",
];

/// Where a second promise seems to begin: after a word that joins, after "och" before another
/// deed, or in a second sentence.
fn second_promise(sentence: &str, words: &[Word]) -> Option<(usize, Point)> {
    let is_deed = |word: &Word| DEEDS.contains(&word.plain.as_str());
    let second = (1..words.len()).find(|place| {
        let word = &words[*place];
        let between = &sentence[words[place - 1].to..word.from];
        // A point within a figure ends no sentence.
        let is_new = between.contains([';', '!', '?']) || between.contains(". ");
        let joins = word.plain == "och" && words.get(place + 1).is_some_and(is_deed);
        is_new || joins || JOINS.contains(&word.plain.as_str())
    })?;
    let run = &words[second..words.len().min(second + 2)];
    Some((second, Point::SecondPromise(as_it_stands(sentence, run))))
}
