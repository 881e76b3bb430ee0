//! With whom a municipality compares itself, and in which surveys: networks and surveys are notes
//! beside the indicators. The figures of others are a noun of their own and no part of this.

use super::notes::{AboutIn, NoteIn, Notes};
use super::reader::At;
use super::swedish;
use riktning_domain::Period;

/// What a network or survey says of itself in words, each with what stands before it.
const SAID: [(&str, &str); 4] = [
    ("by", swedish::COMPARED_BY),
    ("cycle", swedish::COMPARED_CYCLE),
    ("rule", swedish::COMPARED_RULE),
    ("earlier", swedish::COMPARED_EARLIER),
];
/// What a year's survey counts, each with its name.
const COUNTED: [(&str, &str); 2] = [
    ("n", swedish::COMPARED_SAMPLE),
    ("response_percent", swedish::COMPARED_RESPONSE),
];

/// Reads `comparisons`: a network or survey each, its members, and the years of a survey.
pub(super) fn read(root: &At<'_>, notes: &mut Notes) {
    for record in root.records("comparisons") {
        let Some(name) = record.needed("name") else {
            continue;
        };
        let said = SAID.iter().filter_map(|(field, before)| {
            let text = record.text(field)?;
            Some(format!("{before} {text}."))
        });
        let said: Vec<_> = said.collect();
        let samples = record.items("samples");
        for sample in &samples {
            survey(sample, &name, notes);
        }
        let note = NoteIn {
            heading: Some(name.clone()),
            text: (!said.is_empty()).then(|| said.join(" ")),
            items: record.texts("members"),
            ..NoteIn::of(&record, AboutIn::Comparisons)
        };
        // What is known of a network may be no more than that it is one.
        let is_named_alone = note.text.is_none() && note.items.is_empty() && samples.is_empty();
        if is_named_alone {
            notes.push(NoteIn {
                heading: None,
                text: Some(name),
                ..note
            });
        } else if note.text.is_some() || !note.items.is_empty() {
            notes.push(note);
        }
    }
}

/// A year of a survey: how many were asked, and how many of a hundred answered.
fn survey(sample: &At<'_>, name: &str, notes: &mut Notes) {
    let Some(year) = sample.needed_year("year") else {
        return;
    };
    let counts = COUNTED.iter().filter_map(|(field, of)| {
        let number = sample.get(field)?.as_figure()?;
        Some(((*of).to_owned(), number))
    });
    notes.push(NoteIn {
        heading: Some(name.to_owned()),
        period: Some(Period::Year(year)),
        counts: counts.collect(),
        ..NoteIn::of(sample, AboutIn::Comparisons)
    });
}
