//! The rounds that a model has every year, proposed where no year before tells how they went.

use super::{Proposed, RoundDraft, at_work, model_for};
use crate::work::year::runs_in;
use crate::work::{derived, year_of};
use jiff::civil::Date;
use riktning_domain::ids::{ModelId, RoundId, YearlyRoundId};
use riktning_domain::models::YearlyRound;
use riktning_domain::rounds::Occasion;
use riktning_domain::{Inside, Names, Text};

/// The round that a model's own becomes in a year: two who open it open one.
fn becomes(yearly: YearlyRoundId, year: i16) -> RoundId {
    RoundId(derived(yearly.0, &format!("round/{year}")))
}

/// Those that are worked on in a year and that nobody has opened, unless a form has `shown` them: where
/// neither the year nor the one before it has any other of their occasion to be made of.
pub(super) fn yearly(i: Inside<'_>, year: i16, shown: &[RoundId]) -> Vec<Proposed> {
    let own = every(i, year);
    let is_own = |id: RoundId| own.iter().any(|(own, _)| *own == id);
    let all = i.rounds();
    let has_other = |occasion: Occasion| {
        let mut others = all.iter().filter(|round| {
            let runs = runs_in(round.said);
            (runs == year || runs == year - 1) && round.called_off.is_none()
        });
        others.any(|round| round.said.occasion == occasion && !is_own(round.said.round))
    };
    let is_left = |id: RoundId| i.round(id).is_none() || shown.contains(&id);
    own.iter()
        .filter(|(id, draft)| is_left(*id) && !has_other(draft.occasion))
        .map(|(id, draft)| Proposed {
            of: *id,
            is_models: true,
            has_model: true,
            draft: draft.clone(),
            gone: Vec::new(),
        })
        .collect()
}

/// Every one of a year, by the model that has the year that each is about.
fn every(i: Inside<'_>, year: i16) -> Vec<(RoundId, RoundDraft)> {
    let models = i.planned_models().into_iter();
    let rounds = models.flat_map(|model| {
        let yearly = model.definition.yearly.iter();
        yearly
            .filter_map(move |own| Some((becomes(own.id, year), drafted(i, model.id, own, year)?)))
    });
    rounds.collect()
}

/// What one would say of a year; nothing if another model has what it is about.
fn drafted(i: Inside<'_>, model: ModelId, own: &YearlyRound, year: i16) -> Option<RoundDraft> {
    let days = own.worked_on_in(year)?;
    let about = days.cut_off.year();
    let period = i.planned_model(model)?.definition.period;
    // The last year of a model plans the next one, whose own model may not be decided yet.
    let is_next = about.checked_sub(1) == Some(period.last_day().year());
    let is_own = period.covers(year_of(about)?) || (own.occasion == Occasion::Planning && is_next);
    if !is_own || model_for(i, own.occasion, year_of(about)?) != Some(model) {
        return None;
    }
    let opens = days.opens;
    let last = |day: Date| {
        let first = Date::new(day.year(), 1, 1).unwrap_or(day);
        at_work(day, opens.map_or(first, |opens| opens.max(first)))
    };
    let deadlines = days.deadlines.into_iter();
    Some(RoundDraft {
        names: of_year(&own.names, about),
        occasion: own.occasion,
        cut_off: days.cut_off,
        opens,
        deadlines: deadlines.map(|(kind, day)| (kind, last(day))).collect(),
        meetings: Vec::new(),
        asks_for: own.asks_for.clone(),
        levels: Vec::new(),
        compiling: None,
    })
}

/// A name with its year: "Delårsrapport 2, 2027".
fn of_year(names: &Names, year: i16) -> Names {
    let dated = |text: &Text| {
        let text = text.as_str();
        text.map_or(Text::Redacted, |text| Text::new(format!("{text}, {year}")))
    };
    Names {
        sv: dated(&names.sv),
        en: names.en.as_ref().map(dated),
        fi: names.fi.as_ref().map(dated),
    }
}
