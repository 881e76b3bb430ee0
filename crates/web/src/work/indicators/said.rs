//! The choices of an indicator's form: each with its word in the form and the key of what it is called.

use crate::pages::speech::Speech;
use riktning_domain::indicators::{Better, Breakdown, Class, Frequency, Unit};

/// A choice: what it stands for, its word, and its key.
pub(crate) type Choice<T> = (T, &'static str, &'static str);

/// What is counted in something else, in words.
pub(super) const OTHER_UNIT: &str = "annan";

/// The units that have a name of their own.
pub(crate) const UNITS: [Choice<Unit>; 8] = [
    (Unit::Percent, "procent", "chart-unit-percent"),
    (Unit::Count, "antal", "chart-unit-count"),
    (Unit::Index, "index", "chart-unit-index"),
    (Unit::Points, "poang", "chart-unit-points"),
    (Unit::Grade, "betyg", "chart-unit-grade"),
    (Unit::Rank, "placering", "chart-unit-rank"),
    (Unit::MillionSek, "mnkr", "chart-unit-million-sek"),
    (Unit::ThousandSek, "tkr", "chart-unit-thousand-sek"),
];

/// Which way is good.
pub(crate) const BETTER: [Choice<Better>; 4] = [
    (Better::Up, "hogre", "better-up"),
    (Better::Down, "lagre", "better-down"),
    (Better::Near, "nara", "better-near"),
    (Better::Neither, "varken", "better-neither"),
];

/// What it may be used for.
pub(crate) const CLASSES: [Choice<Class>; 3] = [
    (Class::Organisation, "organisation", "class-organisation"),
    (Class::Place, "ort", "class-place"),
    (Class::KeyFigure, "nyckeltal", "class-key-figure"),
];

/// How often figures come.
pub(crate) const FREQUENCIES: [Choice<Frequency>; 8] = [
    (Frequency::Yearly, "ar", "frequency-yearly"),
    (
        Frequency::EveryOtherYear,
        "vartannat",
        "frequency-every-other-year",
    ),
    (Frequency::SchoolYearly, "lasar", "frequency-school-yearly"),
    (Frequency::HalfYearly, "halvar", "frequency-half-yearly"),
    (Frequency::Tertially, "tertial", "frequency-tertially"),
    (Frequency::Quarterly, "kvartal", "frequency-quarterly"),
    (Frequency::Monthly, "manad", "frequency-monthly"),
    (Frequency::Irregular, "ibland", "frequency-irregular"),
];

/// The people that figures are asked of beside everybody.
pub(crate) const BREAKDOWNS: [Choice<Breakdown>; 4] = [
    (Breakdown::Women, "kvinnor", "chart-breakdown-women"),
    (Breakdown::Men, "man", "chart-breakdown-men"),
    (Breakdown::Girls, "flickor", "chart-breakdown-girls"),
    (Breakdown::Boys, "pojkar", "chart-breakdown-boys"),
];

/// How figures come about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Way {
    Reported,
    Sum,
    Mean,
    Weighted,
    Ratio,
    PerInhabitants,
    SumOfBodies,
    MeanOfBodies,
}

/// Likewise, as it is chosen.
pub(crate) const WAYS: [Choice<Way>; 8] = [
    (Way::Reported, "rapporteras", "indicator-way-reported"),
    (Way::Sum, "summa", "indicator-way-sum"),
    (Way::Mean, "medel", "indicator-way-mean"),
    (Way::Weighted, "vagt", "indicator-way-weighted"),
    (Way::Ratio, "kvot", "indicator-way-ratio"),
    (
        Way::PerInhabitants,
        "invanare",
        "indicator-way-per-inhabitants",
    ),
    (
        Way::SumOfBodies,
        "organ-summa",
        "indicator-way-sum-of-bodies",
    ),
    (
        Way::MeanOfBodies,
        "organ-medel",
        "indicator-way-mean-of-bodies",
    ),
];

/// What a word of a form stands for.
pub(super) fn chosen<T: Clone>(all: &[Choice<T>], word: &str) -> Option<T> {
    let mut all = all.iter();
    all.find(|one| one.1 == word).map(|one| one.0.clone())
}

/// The word of a form for something.
pub(super) fn word<T: PartialEq>(all: &[Choice<T>], of: &T) -> &'static str {
    let mut all = all.iter();
    all.find(|one| one.0 == *of).map_or("", |one| one.1)
}

/// What a word of a form is called; nothing for what is none.
pub(super) fn called<T>(s: &Speech, all: &[Choice<T>], word: &str) -> String {
    let mut all = all.iter();
    all.find(|one| one.1 == word)
        .map_or_else(String::new, |one| s.t(one.2))
}

/// The choices as a page shows them: word, name, and whether it is the one.
pub(super) fn options<T>(
    s: &Speech,
    all: &[Choice<T>],
    typed: &str,
) -> Vec<(&'static str, String, bool)> {
    let all = all.iter();
    all.map(|(_, word, key)| (*word, s.t(key), *word == typed))
        .collect()
}
