//! Frames and accounts: what a body was granted for a year, and what the accounts say of it.
//!
//! A frame (*ram*) is a sum of ledger entries, each from a decision. Accounts are a printed
//! table with its source: frames, outcome, forecast and deviations stand in it as printed,
//! wrong or right, and [`ReportAccounts::check`] says what does not add up. Riktning is not a
//! budget system: it shows money beside the goals.

use crate::bodies::BodyKind;
use crate::command::{Now, Outcome};
use crate::dates::Dated;
use crate::event::{Event, Recorded};
use crate::figures::Figure;
use crate::ids::{AccountsId, BodyId, DecisionId, FrameEntryId, SourceId};
use crate::money::Money;
use crate::periods::Period;
use crate::refusal::{Fact, Refusal};
use crate::state::State;
use crate::texts::Text;
use crate::timeline::Timeline;
use jiff::civil::Date;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use std::cmp::Ordering;
use std::sync::Arc;

/// What kind of money.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Account {
    /// What the daily work may cost, or must bring in (*driftram*).
    Operating,
    /// What may be invested.
    Investment,
    /// The result that is required or reached.
    Result,
    /// What is bought and sold in all (*omslutning*).
    Turnover,
    /// The whole budget.
    Total,
}

/// Enters an amount in the ledger of frames: the budget itself, or a later change of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EnterFrame {
    /// Which entry.
    pub entry: FrameEntryId,
    /// Whose frame.
    pub body: BodyId,
    /// For which year.
    pub year: i16,
    /// What kind of money.
    pub account: Account,
    /// How much more; less than nothing where a frame is cut. What a body must bring in,
    /// rather than may spend, is negative in its operating frame.
    pub amount: Money,
    /// The decision that grants it.
    pub decision: DecisionId,
    /// What it is for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
}

/// Reports what a source prints of frames and outcomes, row by row, or revises it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReportAccounts {
    /// Which accounts.
    pub accounts: AccountsId,
    /// What they are about: a year, or a year up to a day.
    pub period: Period,
    /// The rows as printed.
    pub rows: Vec<AccountsRow>,
    /// The sums as printed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub printed: Option<PrintedSums>,
    /// The result that is aimed at, as a share of taxes and grants in percent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub result_target_percent: Option<Figure>,
    /// What a reader must know.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
    /// Whether it is a proposal, which nobody has decided: its amounts are no frames.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub proposed: bool,
    /// Where they are printed.
    pub source: SourceId,
    /// From which day; only an import may say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<Dated>,
}

/// A row of printed accounts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AccountsRow {
    /// Whose money.
    pub whose: Whose,
    /// What kind of money.
    pub account: Account,
    /// The frame.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub frame: Option<Money>,
    /// What came of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outcome: Option<Money>,
    /// What was expected to come of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub forecast: Option<Money>,
    /// The deviation; above nothing is better than the frame.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deviation: Option<Money>,
    /// The deviation in percent of the frame.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub percent: Option<Figure>,
    /// Whether the body lives on what it brings in, so that more is better.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub by_revenue: bool,
    /// Whether the source says that the figures are round.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub approximate: bool,
}

/// Whose money.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Whose {
    /// A body's.
    Body(BodyId),
    /// What the source calls by a name that is no body here: "eliminations".
    Named(Text),
    /// The whole municipality's.
    Whole,
}

/// The last row of a printed table.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PrintedSums {
    /// Of frames.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub frame: Option<Money>,
    /// Of outcomes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outcome: Option<Money>,
    /// Of deviations.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deviation: Option<Money>,
}

/// A recorded entry of the ledger.
#[derive(Clone, Debug)]
pub struct FrameEntry {
    pub(crate) record: Arc<EnterFrame>,
    pub(crate) on: Date,
    /// The event that recorded it.
    pub(crate) position: u64,
}

/// Every version of some accounts, by the day from which each was known.
pub(crate) type Accounts = Timeline<Arc<ReportAccounts>>;

impl AccountsRow {
    /// What the deviation is by the row's own figures: what was left of a cost, or gained of
    /// a revenue or a result. `None` unless there are both a frame and an outcome.
    pub fn computed_deviation(&self) -> Option<Money> {
        let (frame, outcome) = (self.frame?, self.outcome?);
        let more_is_better = self.by_revenue || self.account == Account::Result;
        if more_is_better {
            outcome.minus(frame)
        } else {
            frame.minus(outcome)
        }
    }

    /// Whether the printed deviation is what the row's own figures give; `None` if it cannot
    /// be told.
    pub fn deviation_agrees(&self) -> Option<bool> {
        let (printed, computed) = (self.deviation?, self.computed_deviation()?);
        within_rounding(printed, computed, 3)
    }

    /// The deviation in percent of the frame, to the decimals that the source prints.
    pub fn computed_percent(&self) -> Option<Figure> {
        let (frame, deviation, printed) = (self.frame?, self.deviation?, self.percent?);
        let frame = frame.value().value();
        if frame.is_zero() || self.frame?.unit() != deviation.unit() {
            return None;
        }
        let share = deviation.value().value().checked_div(frame.abs())?;
        let percent = share.checked_mul(Decimal::ONE_HUNDRED)?;
        let strategy = rust_decimal::RoundingStrategy::MidpointAwayFromZero;
        Some(Figure::new(
            percent.round_dp_with_strategy(printed.decimals(), strategy),
        ))
    }

    /// Whether the deviation and its percent point opposite ways: one has lost its minus.
    pub fn signs_disagree(&self) -> bool {
        let (Some(deviation), Some(percent)) = (self.deviation, self.percent) else {
            return false;
        };
        let percent = percent.value();
        !deviation.is_zero()
            && !percent.is_zero()
            && deviation.is_negative() != percent.is_sign_negative()
    }

    /// Whether the printed percent may be what deviation and frame were before all three were
    /// rounded: of a small frame that is a wide span.
    pub fn percent_agrees(&self) -> Option<bool> {
        let printed = self.percent?;
        self.computed_percent()?;
        let (frame, deviation) = (self.frame?.value(), self.deviation?.value());
        let half = |figure: Figure| Decimal::new(5, figure.decimals() + 1);
        // |percent × frame − 100 × deviation| against what the half units can make of it.
        let share = printed.value().checked_mul(frame.value().abs())?;
        let far = share.checked_sub(deviation.value().checked_mul(Decimal::ONE_HUNDRED)?)?;
        let of_percent = half(printed).checked_mul(frame.value().abs())?;
        let of_frame = half(frame).checked_mul(printed.value().abs())?;
        let of_deviation = half(deviation).checked_mul(Decimal::ONE_HUNDRED)?;
        let most = of_percent
            .checked_add(of_frame)?
            .checked_add(of_deviation)?;
        Some(far.abs() <= most)
    }
}

/// A printed sum beside what its rows add up to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SumCheck {
    /// As printed.
    pub printed: Option<Money>,
    /// As the rows add up; `None` if no row has a figure.
    pub computed: Option<Money>,
    /// Whether they agree, rounding apart; `None` without both.
    pub adds_up: Option<bool>,
}

/// The three sums of printed accounts, each beside what its rows add up to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TableCheck {
    /// Of frames.
    pub frame: SumCheck,
    /// Of outcomes.
    pub outcome: SumCheck,
    /// Of deviations.
    pub deviation: SumCheck,
    /// The sum of deviations if each that has lost its sign is turned; `None` if none has.
    pub deviation_turned: Option<Money>,
}

impl ReportAccounts {
    /// What the printed sums are worth. What does not add up stays as printed: the page says
    /// so, and nothing is corrected in silence.
    pub fn check(&self) -> TableCheck {
        let printed = self.printed.unwrap_or_default();
        let turned = |row: &AccountsRow| match row.signs_disagree() {
            true => row.deviation.map(Money::turned),
            false => row.deviation,
        };
        let has_turned = self.rows.iter().any(AccountsRow::signs_disagree);
        TableCheck {
            frame: self.sum(printed.frame, |row| row.frame),
            outcome: self.sum(printed.outcome, |row| row.outcome),
            deviation: self.sum(printed.deviation, |row| row.deviation),
            deviation_turned: has_turned
                .then(|| Money::sum(self.rows.iter().filter_map(turned)))
                .flatten(),
        }
    }

    fn sum(
        &self,
        printed: Option<Money>,
        column: impl Fn(&AccountsRow) -> Option<Money>,
    ) -> SumCheck {
        let computed = Money::sum(self.rows.iter().filter_map(column));
        let count = self.rows.len() + 1;
        let adds_up = printed.zip(computed);
        let adds_up = adds_up.and_then(|(printed, sum)| within_rounding(printed, sum, count));
        SumCheck {
            printed,
            computed,
            adds_up,
        }
    }
}

/// Whether two amounts agree, when each of `figures` may be half a unit of its last decimal
/// from what it was before it was rounded.
fn within_rounding(printed: Money, computed: Money, figures: usize) -> Option<bool> {
    let far = printed.minus(computed)?;
    let decimals = printed.value().decimals();
    let unit = Decimal::new(1, decimals);
    let figures = Decimal::from(u64::try_from(figures).ok()?);
    let most = unit.checked_mul(figures)?.checked_div(Decimal::TWO)?;
    let most = Money::new(Figure::new(most), printed.unit());
    let far = if far.is_negative() { far.turned() } else { far };
    Some(far.compared_to(most)? != Ordering::Greater)
}

pub(crate) fn enter(state: &State, _: Now, command: EnterFrame) -> Outcome {
    if let Some(entry) = state.frame_entries.get(&command.entry) {
        return if *entry.record == command {
            Ok(Vec::new())
        } else {
            Err(Refusal::AlreadyThere { fact: Fact::Frame })
        };
    }
    if command.amount.is_zero() {
        return Err(Refusal::Blank { field: "amount" });
    }
    let year = Period::years(command.year, command.year);
    let year = year.ok_or(Refusal::Blank { field: "year" })?;
    let decision = state.decision_standing(command.decision)?;
    let on = decision.on;
    if decision.is_quashed(Date::MAX) {
        let fact = Fact::Decision;
        return Err(Refusal::WouldBreak { day: on, fact });
    }
    let body = state.body_founded(command.body, on)?;
    // Council decides the budget (kommunallagen 2017:725, 5 kap. 1 §); any other body grants
    // only to itself and to who answers to it.
    let decider = decision.body;
    let is_council = state.body_founded(decider, on)?.kind == BodyKind::Council;
    if !is_council && !state.decides_for(decider, command.body, on) {
        return Err(Refusal::WrongDecider);
    }
    // A frame for next year may be granted to a body that begins on 1 January.
    let last_day = body.ends.at(Date::MAX).map(|end| end.last_day);
    let is_over = last_day.is_some_and(|last| last < year.first_day());
    let late = is_over && !takes_back(state, &command, on);
    if body.from.day() > year.last_day() || late {
        let on = year.first_day();
        return Err(Refusal::BodyNotAlive { on, last_day });
    }
    let event = Event::FrameEntered(command);
    Ok(vec![crate::event::Happened { on, event }])
}

/// Whether an entry takes back money that was granted to a body that ends before the year: its
/// frame comes closer to nothing, and not past it.
fn takes_back(state: &State, entry: &EnterFrame, on: Date) -> bool {
    // On the day, and with what later decisions have taken back already.
    [on, Date::MAX].into_iter().all(|day| {
        let lens = state.published(day, day);
        let granted = lens.frame(entry.body, entry.year, entry.account);
        let left = granted.and_then(|granted| Some((granted, granted.plus(entry.amount)?)));
        left.is_some_and(|(granted, left)| {
            let is_less = granted.is_negative() != entry.amount.is_negative();
            is_less && (left.is_zero() || left.is_negative() == granted.is_negative())
        })
    })
}

pub(crate) fn report(state: &State, now: Now, command: ReportAccounts) -> Outcome {
    let on = now.on_recording(command.since)?;
    state.source_known(command.source)?;
    let says_something = |row: &AccountsRow| {
        let figures = [row.frame, row.outcome, row.forecast, row.deviation];
        figures.iter().any(Option::is_some)
    };
    if command.rows.is_empty() || !command.rows.iter().all(says_something) {
        return Err(Refusal::Blank { field: "rows" });
    }
    for (i, row) in command.rows.iter().enumerate() {
        match &row.whose {
            Whose::Body(body) => {
                state.body_founded(*body, on)?;
            }
            Whose::Named(name) if name.is_blank() => {
                return Err(Refusal::Blank {
                    field: "rows.whose",
                });
            }
            Whose::Named(_) | Whose::Whole => {}
        }
        let same = |other: &AccountsRow| other.whose == row.whose && other.account == row.account;
        if command.rows[..i].iter().any(same) {
            return Err(Refusal::TwiceTheSame);
        }
        // What came of a year is known when the year is over.
        if row.outcome.is_some() && on < command.period.last_day() {
            let period = command.period;
            return Err(Refusal::PeriodToCome { period });
        }
    }
    if let Some(accounts) = state.accounts.get(&command.accounts) {
        let other = accounts
            .entries()
            .iter()
            .any(|e| e.value.period != command.period);
        if other {
            let fact = Fact::Accounts;
            return Err(Refusal::AlreadyThere { fact });
        }
        // The day that an import gives is no part of what the accounts say.
        let same = |stood: &Arc<ReportAccounts>| {
            let since = command.since;
            ReportAccounts {
                since,
                ..stood.as_ref().clone()
            } == command
        };
        if accounts.at(on).is_some_and(same) {
            return Ok(Vec::new());
        }
    }
    Ok(vec![now.happened(on, Event::AccountsReported(command))])
}

pub(crate) fn apply_entered(state: &mut State, at: &Recorded, event: &EnterFrame) {
    let entry = FrameEntry {
        record: Arc::new(event.clone()),
        on: at.on,
        position: at.position,
    };
    state.frame_entries.insert(event.entry, Arc::new(entry));
}

pub(crate) fn apply_reported(state: &mut State, at: &Recorded, event: &ReportAccounts) {
    let accounts = Arc::make_mut(state.accounts.entry(event.accounts).or_default());
    accounts.insert(at.on, at.position, Arc::new(event.clone()));
}
