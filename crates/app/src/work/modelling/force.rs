//! A draft that is put in force from a day: what it takes over from the model before it.

use super::begun::{copied, with_ids};
use super::edit::{Unshaped, unperformed};
use super::effect::{ModelDifference, differences};
use super::{Lack, ModelStage, lacks};
use crate::app::App;
use crate::work::looking::Looked;
use crate::work::{WorkFrame, body, derived, model_of, year_of};
use jiff::civil::Date;
use riktning_domain::command::{Command, Now};
use riktning_domain::ids::{ModelId, PersonId};
use riktning_domain::inside::InsideModel;
use riktning_domain::models::{ModelDefinition, PutModelInForce};
use riktning_domain::{Dated, Inside, Names, Period, Refusal};
use std::collections::BTreeMap;

/// What a draft would do from its first day.
#[derive(Clone, Debug, PartialEq)]
pub struct ForceEffect {
    /// What stands around the page.
    pub frame: WorkFrame,
    /// Which model.
    pub id: ModelId,
    /// What it is called.
    pub names: Names,
    /// Its goal period.
    pub period: Period,
    /// How far it has come.
    pub stage: ModelStage,
    /// From which day.
    pub from: Date,
    /// Whether that day is to come: until then nobody writes its goals or plans.
    pub waits: bool,
    /// The model of the period before, and what is different from it.
    pub against: Option<(Names, Vec<ModelDifference>)>,
    /// How many goals, commitments and other parts stand in that one and stay there.
    pub stays: usize,
    /// The years that it takes over from another model that plans them.
    pub taken_over: Vec<TakenOver>,
    /// What it lacks.
    pub lacks: Vec<Lack>,
    /// A word for all that was shown.
    pub seen: String,
}

/// A year that another model planned, with what is in hand of it.
#[derive(Clone, Debug, PartialEq)]
pub struct TakenOver {
    /// The year.
    pub year: i16,
    /// The model that planned it.
    pub from: Names,
    /// The plans that are in hand, each with how many rows. Counts, never a word.
    pub plans: Vec<(Names, usize)>,
    /// The rounds of the year that the other model has.
    pub rounds: Vec<Names>,
}

/// A draft that would come into force, and the command for it.
struct Proposed {
    command: Command,
    effect: ForceEffect,
}

fn look(i: Inside<'_>, now: Now, id: ModelId, from: Date) -> Result<Proposed, Unshaped> {
    let model = i.shaped_model(id).ok_or(Unshaped::Nowhere)?;
    // Of a model that comes into force today nothing is said but that it does.
    let since = Some(from).filter(|from| *from != i.today());
    let command = Command::PutModelInForce(PutModelInForce {
        model: id,
        since: since.map(Dated::day_known),
    });
    let taken = taken_over(i, now, &model, &command, from).map_err(Unshaped::Refused)?;
    let Some(taken_over) = taken else {
        return Err(Unshaped::Already);
    };
    let effect = ForceEffect::of(i, &model, from, taken_over);
    Ok(Proposed { command, effect })
}

/// The years that a model takes over on its first day; none if it is said already.
fn taken_over(
    i: Inside<'_>,
    now: Now,
    model: &InsideModel<'_>,
    command: &Command,
    from: Date,
) -> Result<Option<Vec<TakenOver>>, Refusal> {
    let period = model.definition.period;
    let years = period.first_day().year()..=period.last_day().year();
    let look = |after: Inside<'_>| {
        let takes = |year: &i16| {
            let year = year_of(*year);
            let by = year.and_then(|year| model_of(after, year));
            by.is_some_and(|by| by.id == model.id)
        };
        years.filter(takes).collect::<Vec<_>>()
    };
    let rehearsed = i.rehearsed(
        now,
        std::slice::from_ref(command),
        from.max(i.today()),
        look,
    );
    let (events, years) = rehearsed.map_err(|stopped| stopped.refusal)?;
    let taken = years
        .into_iter()
        .filter_map(|year| of_year(i, model.id, year));
    Ok((events > 0).then(|| taken.collect()))
}

/// What another model has of a year.
fn of_year(i: Inside<'_>, own: ModelId, year: i16) -> Option<TakenOver> {
    let period = year_of(year)?;
    let before = model_of(i, period).filter(|before| before.id != own)?;
    let plans = i.plans(period).into_iter();
    let plans = plans.filter(|plan| plan.model() != own && plan.is_in_hand());
    let plans = plans.filter_map(|plan| Some((body(i.published(), plan.body())?.0, plan.count())));
    let rounds = i.rounds().into_iter();
    let rounds = rounds.filter(|round| {
        round.said.year() == year && round.said.model != own && round.called_off.is_none()
    });
    Some(TakenOver {
        year,
        from: before.definition.names.clone(),
        plans: plans.collect(),
        rounds: rounds.map(|round| round.said.names.clone()).collect(),
    })
}

/// A definition in which what is called the same as in another is the same: a model from a file has
/// levels and scales of its own under the words that everybody knows.
fn like(copy: &ModelDefinition, other: &ModelDefinition) -> Option<ModelDefinition> {
    let mut ids = BTreeMap::new();
    for level in copy.levels.iter().filter(|l| other.level(l.id).is_none()) {
        let mut same = other.levels.iter();
        let same = same.find(|own| own.names.sv == level.names.sv);
        ids.extend(same.map(|own| (level.id.0, own.id.0)));
    }
    for scale in copy.scales.iter().filter(|s| other.scale(s.id).is_none()) {
        let mut same = other.scales.iter();
        let Some(same) = same.find(|own| own.names.sv == scale.names.sv) else {
            continue;
        };
        ids.insert(scale.id.0, same.id.0);
        for value in &scale.values {
            let mut values = same.values.iter();
            let own = values.find(|own| own.names.sv == value.names.sv);
            ids.extend(own.map(|own| (value.id.0, own.id.0)));
        }
    }
    for round in copy.yearly.iter().filter(|r| other.yearly(r.id).is_none()) {
        let mut same = other.yearly.iter();
        let same = same.find(|own| own.names.sv == round.names.sv);
        ids.extend(same.map(|own| (round.id.0, own.id.0)));
    }
    with_ids(copy, &ids)
}

impl ForceEffect {
    fn of(
        i: Inside<'_>,
        model: &InsideModel<'_>,
        from: Date,
        taken_over: Vec<TakenOver>,
    ) -> ForceEffect {
        let definition = model.definition;
        let before = definition.follows.and_then(|id| i.shaped_model(id));
        let against = before.and_then(|before| {
            // That it has another name and another period needs no telling.
            let same = ModelDefinition {
                names: definition.names.clone(),
                period: definition.period,
                follows: definition.follows,
                ..like(&copied(before.definition, model.id)?, definition)?
            };
            let names = before.definition.names.clone();
            Some((names, differences(&same, definition)))
        });
        let uses = before.map(|before| i.uses_of(before.id));
        let uses = uses.into_iter().flat_map(|uses| uses.into_values());
        let stays = uses.map(|one| one.decided + one.in_hand).sum();
        let shown = format!("{definition:?}{from}{against:?}{stays}{taken_over:?}");
        ForceEffect {
            frame: WorkFrame::of(i),
            id: model.id,
            names: definition.names.clone(),
            period: definition.period,
            stage: ModelStage::of(model, i.today()),
            waits: from > i.today(),
            from,
            against,
            stays,
            taken_over,
            lacks: lacks(definition),
            seen: derived(model.id.0, &shown).to_string(),
        }
    }
}

impl App {
    /// What a draft would do from a day. Nothing is stored.
    ///
    /// # Errors
    /// [`Unshaped`].
    pub fn effect_of_force(
        &self,
        person: PersonId,
        model: ModelId,
        from: Date,
    ) -> Result<ForceEffect, Unshaped> {
        let looked = self.inside(person, |i, now| look(i, now, model, from));
        Ok(looked?.effect)
    }

    /// Puts a model in force from a day, if it still does what was shown.
    ///
    /// # Errors
    /// [`Unshaped`]; then nothing was stored.
    pub async fn put_model_in_force(
        &self,
        person: PersonId,
        (model, from): (ModelId, Date),
        shown: &str,
    ) -> Result<(), Unshaped> {
        let look = |i: Inside<'_>, now| match look(i, now, model, from) {
            // A second click is the first.
            Err(Unshaped::Already) => Ok(Looked::Stands(())),
            Err(other) => Err(other),
            Ok(looked) if looked.effect.seen != shown => Err(Unshaped::Unseen),
            Ok(looked) => Ok(Looked::Asks(vec![looked.command], ())),
        };
        let failed = |(): &(), error| unperformed(error);
        self.perform_looked(person, look, failed).await
    }
}
