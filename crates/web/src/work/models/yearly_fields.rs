//! The fields of a round that every year has: what was typed, what stands, and reading it.

use super::model::names_in_fields;
use super::{NAMES, whole_names};
use crate::form::Form;
use crate::pages::bodies::kind_key;
use crate::pages::speech::Speech;
use crate::work::answers::Faults;
use crate::work::round_fields::{ASKED, OCCASIONS};
use crate::work::typed;
use riktning_domain::Text;
use riktning_domain::bodies::BodyKind;
use riktning_domain::ids::YearlyRoundId;
use riktning_domain::models::{DayOfYear, YearlyRound};
use riktning_domain::rounds::Occasion;

/// The kinds of body that plans and reports are asked of.
pub(super) use riktning_app::work::ASKED as KINDS;

/// A year in which a day is said in words: any has all the days that every year has.
const ANY: i16 = 2025;

/// What was typed of a round.
#[derive(Clone, Debug, Default)]
pub(super) struct Fields {
    pub(super) names: [String; 3],
    pub(super) occasion: String,
    pub(super) cut_off: String,
    pub(super) opens: String,
    /// The last day of each kind, in the order of the form.
    pub(super) deadlines: [String; KINDS.len()],
    pub(super) asks_for: String,
}

/// The name of the field of the last day of a kind.
pub(super) fn last_day(kind: BodyKind) -> String {
    format!("sista-{}", kind_key(&kind))
}

impl Fields {
    /// The fields of a round that there is, or of a new one.
    pub(super) fn of(s: &Speech, round: Option<&YearlyRound>) -> Fields {
        let Some(round) = round else {
            return Fields::default();
        };
        let day = |day: Option<DayOfYear>| day.map(|day| in_words(s, day)).unwrap_or_default();
        let last = |kind: &BodyKind| round.deadlines.iter().find(|(own, _)| own == kind);
        let occasion = OCCASIONS.iter().find(|(_, of, _)| *of == round.occasion);
        let asked = round.asks_for.iter().filter_map(Text::as_str);
        Fields {
            names: names_in_fields(&round.names),
            occasion: occasion.map_or("", |(field, ..)| field).to_owned(),
            cut_off: in_words(s, round.cut_off),
            opens: day(round.opens),
            deadlines: KINDS
                .each_ref()
                .map(|kind| day(last(kind).map(|(_, day)| *day))),
            asks_for: asked.collect::<Vec<_>>().join("\n"),
        }
    }

    /// The fields as they were typed.
    pub(super) fn typed(form: &Form) -> Fields {
        let one = |name: &str| form.typed(name).to_owned();
        Fields {
            names: NAMES.map(one),
            occasion: one("slag"),
            cut_off: one("lage"),
            opens: one("oppnar"),
            deadlines: KINDS.map(|kind| one(&last_day(kind))),
            asks_for: one("efterfragas"),
        }
    }

    /// The round that was typed; every fault at its field.
    pub(super) fn read(
        &self,
        s: &Speech,
        faults: &mut Faults,
        id: YearlyRoundId,
        known: Option<&YearlyRound>,
    ) -> Option<YearlyRound> {
        let names = whole_names(s, faults, &self.names);
        let is_year = |word: &str| word.len() == 4 && word.parse().is_ok_and(|y: i16| y > 1899);
        let mut words = self
            .names
            .iter()
            .flat_map(|name| name.split(|c: char| !c.is_alphanumeric()));
        if words.any(is_year) {
            faults.add(NAMES[0], s.t("model-fault-year-in-name"));
        }
        let occasion = OCCASIONS.iter().find(|(field, ..)| *field == self.occasion);
        if occasion.is_none() {
            faults.add("slag", s.t("round-fault-occasion"));
        }
        let cut_off = day(s, faults, "lage".to_owned(), &self.cut_off);
        if self.cut_off.trim().is_empty() {
            faults.add("lage", s.t("model-fault-day"));
        }
        let opens = day(s, faults, "oppnar".to_owned(), &self.opens);
        let last = KINDS.into_iter().zip(&self.deadlines);
        let last =
            last.filter_map(|(kind, typed)| Some((kind, day(s, faults, last_day(kind), typed)?)));
        // What a file said of kinds that the form does not ask is not theirs to take away.
        let known = known.into_iter().flat_map(|known| &known.deadlines);
        let known = known.filter(|(kind, _)| !KINDS.contains(kind));
        let deadlines: Vec<(BodyKind, DayOfYear)> = last.chain(known.copied()).collect();
        if self.deadlines.iter().all(|typed| typed.trim().is_empty()) {
            faults.add(last_day(BodyKind::Committee), s.t("model-fault-deadlines"));
        }
        // What follows up a part of a year is over within it.
        let is_interim = occasion.is_some_and(|(_, of, _)| *of == Occasion::Interim);
        let is_late = |opens: DayOfYear| deadlines.iter().any(|(_, last)| *last < opens);
        if is_interim && opens.is_some_and(is_late) {
            faults.add("oppnar", s.t("model-fault-opens-late"));
        }
        let asks_for = typed::lines(s, faults, "efterfragas", &self.asks_for, ASKED);
        Some(YearlyRound {
            id,
            names: names?,
            occasion: occasion?.1,
            cut_off: cut_off?,
            opens,
            deadlines,
            asks_for,
        })
    }
}

/// A day of every year, if one was typed: "15 september" in the reader's language, 15/9 or 09-15.
fn day(s: &Speech, faults: &mut Faults, field: String, typed: &str) -> Option<DayOfYear> {
    let cleaned = typed::cleaned(typed, false);
    if cleaned.is_empty() {
        return None;
    }
    let by_slash = || {
        let (day, month) = cleaned.split_once('/')?;
        let number = |part: &str| part.trim().parse().ok();
        DayOfYear::new(number(month)?, number(day)?)
    };
    let written = DayOfYear::try_from(cleaned.clone()).ok();
    let day = written.or_else(by_slash).or_else(|| named(s, &cleaned));
    if day.is_none() {
        faults.add(field, s.t("model-fault-day"));
    }
    day
}

/// The day that is called so, or begins so: three letters of a month tell it from the others.
fn named(s: &Speech, words: &str) -> Option<DayOfYear> {
    let words = words.trim_end_matches('.').to_lowercase();
    let letters = words.chars().filter(|c| c.is_alphabetic()).count();
    let begins = |day: &DayOfYear| in_words(s, *day).to_lowercase().starts_with(&words);
    DayOfYear::all().find(|day| letters >= 3 && begins(day))
}

/// A day of every year, as it is read aloud.
pub(super) fn in_words(s: &Speech, day: DayOfYear) -> String {
    let day = day.of_year(ANY);
    day.map(|day| s.words.day_and_month(day).replace('\u{a0}', " "))
        .unwrap_or_default()
}
