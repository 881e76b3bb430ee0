//! Words of ours where a name of the municipality's stands otherwise: in all three languages at once.

use riktning_domain::topics::Dimension;
use riktning_domain::{Names, Text};
use riktning_words::{Language, Words};

/// What we say by a key, in the three languages.
pub(crate) fn ours(key: &str, args: &[(&str, &str)]) -> Names {
    let [sv, en, fi] = Language::ALL.map(|l| Text::from(Words::of(l).with(key, args)));
    Names::all(sv, en, fi)
}

/// The key of what a kind of topic is called.
pub const fn dimension_key(dimension: Dimension) -> &'static str {
    match dimension {
        Dimension::Perspective => "model-dimension-perspective",
        Dimension::ValueCreated => "model-dimension-value",
        Dimension::Process => "model-dimension-process",
        Dimension::TargetGroup => "model-dimension-target-group",
        Dimension::CoreValue => "model-dimension-core-value",
        Dimension::Agenda2030 => "model-dimension-agenda",
        Dimension::Area => "model-dimension-area",
    }
}

/// What a kind of topic is called.
pub(crate) fn of_dimension(dimension: Dimension) -> Names {
    ours(dimension_key(dimension), &[])
}
