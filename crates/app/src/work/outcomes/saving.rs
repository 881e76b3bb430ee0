//! Saving outcomes: all that a form says, or nothing.

use super::{Own, RowKey};
use crate::app::{App, Unperformed};
use crate::work::looking::Looked;
use riktning_domain::command::Command;
use riktning_domain::ids::PersonId;
use riktning_domain::indicators::{Breakdown, ReportMeasurement, Settled, Value};
use riktning_domain::inside::{OwnIndicator, StandingFigure};
use riktning_domain::{Inside, Refusal};
use std::collections::BTreeSet;

/// The form of outcomes, as it was sent.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcomes {
    /// The rows of which anything is said.
    pub rows: Vec<OutcomeSaid>,
    /// The last event that the form knew of.
    pub seen: u64,
}

/// What is said of a row.
#[derive(Clone, Debug, PartialEq)]
pub struct OutcomeSaid {
    /// Which row.
    pub key: RowKey,
    /// The figures, or why there are none.
    pub cells: Vec<(Breakdown, Value)>,
    /// Whether its figures are settled with this.
    pub settles: bool,
}

/// Why nothing of a form was saved.
#[derive(Debug)]
pub enum Unmeasured {
    /// A row is none of theirs.
    Nowhere(RowKey),
    /// Somebody else has said something else of these figures since the form was shown.
    Changed(BTreeSet<(RowKey, Breakdown)>),
    /// A rule refused a figure.
    Refused(RowKey, Breakdown, Refusal),
    /// It could not be written.
    Unperformed(Unperformed),
}

/// How settled a figure becomes that says this: what was settled is revised. Nothing where it stands so.
fn settled(stands: Option<&StandingFigure<'_>>, value: &Value, settles: bool) -> Option<Settled> {
    let wanted = match settles {
        true => Settled::Final,
        false => Settled::Preliminary,
    };
    let Some(standing) = stands.map(|said| said.measurement) else {
        return Some(wanted);
    };
    let says_the_same = standing.value == *value;
    match standing.settled {
        Settled::Forecast(_) => Some(wanted),
        Settled::Preliminary => (!says_the_same || settles).then_some(wanted),
        Settled::Told | Settled::Final | Settled::Revised => {
            (!says_the_same).then_some(Settled::Revised)
        }
    }
}

/// What a figure asks for.
enum Asked {
    Nothing,
    Says(Settled),
    /// Somebody else has changed it since it was shown.
    Changed,
}

fn asked(
    i: Inside<'_>,
    own: &OwnIndicator<'_>,
    said: &OutcomeSaid,
    (breakdown, value): &(Breakdown, Value),
    seen: u64,
) -> Asked {
    let key = own.key(said.key.period, *breakdown);
    let stands = i.standing(own, key);
    let shown = i.stood_at(own, key, seen);
    let says = |figure: &Option<StandingFigure<'_>>| figure.map(|f| f.measurement.value.clone());
    let (now, then) = (says(&stands), says(&shown));
    // What only a decision has come over says the same.
    let is_moved = now != then;
    if is_moved && now.as_ref() != Some(value) {
        return match then.as_ref() == Some(value) {
            true => Asked::Nothing,
            false => Asked::Changed,
        };
    }
    match settled(stands.as_ref(), value, said.settles) {
        None => Asked::Nothing,
        // Nobody settles what they have not seen.
        Some(_) if is_moved => Asked::Changed,
        Some(settled) => Asked::Says(settled),
    }
}

type Of = Vec<(RowKey, Breakdown)>;

/// What a form asks for, with what each command is about.
fn look(i: Inside<'_>, outcomes: &Outcomes) -> Result<Looked<Of>, Unmeasured> {
    let own = Own::of(i);
    let (mut commands, mut of, mut changed) = (Vec::new(), Vec::new(), BTreeSet::new());
    for said in &outcomes.rows {
        let found = own.find(&said.key);
        let indicator = found.ok_or_else(|| Unmeasured::Nowhere(said.key.clone()))?;
        for cell in &said.cells {
            let place = (said.key.clone(), cell.0);
            match asked(i, indicator, said, cell, outcomes.seen) {
                Asked::Nothing => {}
                Asked::Changed => drop(changed.insert(place)),
                Asked::Says(settled) => {
                    of.push(place);
                    commands.push(Command::ReportMeasurement(ReportMeasurement {
                        indicator: indicator.id,
                        period: said.key.period,
                        body: indicator.body,
                        breakdown: cell.0,
                        value: cell.1.clone(),
                        settled,
                        collected: Some(i.today()),
                        source: None,
                        note: None,
                    }));
                }
            }
        }
    }
    if !changed.is_empty() {
        return Err(Unmeasured::Changed(changed));
    }
    Ok(match commands.is_empty() {
        true => Looked::Stands(of),
        false => Looked::Asks(commands, of),
    })
}

impl App {
    /// Saves the outcomes of a form; how many figures say something else than before.
    ///
    /// # Errors
    /// [`Unmeasured`]; then nothing was stored.
    pub async fn report_outcomes(
        &self,
        person: PersonId,
        outcomes: &Outcomes,
    ) -> Result<usize, Unmeasured> {
        let failed = |of: &Of, error| match error {
            Unperformed::Refused { place, refusal } => match of.get(place).cloned() {
                Some((key, _)) if refusal == Refusal::NotPermitted => Unmeasured::Nowhere(key),
                Some((key, breakdown)) => Unmeasured::Refused(key, breakdown, refusal),
                None => Unmeasured::Unperformed(Unperformed::Refused { place, refusal }),
            },
            error => Unmeasured::Unperformed(error),
        };
        let done = self.perform_looked(person, |i, _| look(i, outcomes), failed);
        Ok(done.await?.len())
    }
}
