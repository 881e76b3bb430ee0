//! Amounts of money: exact decimals that carry their unit.

use crate::figures::Figure;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use std::cmp::Ordering;

/// How many kronor a figure counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum MoneyUnit {
    /// Thousands of kronor (*tkr*).
    Tkr,
    /// Millions of kronor (*mnkr*).
    Mnkr,
}

/// An amount as its source gave it: 9 million is not 9.0 million, and neither is 9 thousand.
///
/// ```
/// use riktning_domain::{Money, MoneyUnit};
/// let frame = Money::new("407.2".parse().expect("a figure"), MoneyUnit::Mnkr);
/// let more = Money::new("800".parse().expect("a figure"), MoneyUnit::Tkr);
/// let both = frame.plus(more).expect("within bounds");
/// assert_eq!(both, Money::new("408.0".parse().expect("a figure"), MoneyUnit::Mnkr));
/// let most = Money::new("79228162514264337593543950335".parse().expect("a figure"), MoneyUnit::Mnkr);
/// assert_eq!(most.plus(most), None, "no amount is rounded to fit");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Money {
    value: Figure,
    unit: MoneyUnit,
}

impl Money {
    /// An amount in a unit.
    pub fn new(value: Figure, unit: MoneyUnit) -> Self {
        Money { value, unit }
    }

    /// The figure, in its own unit.
    pub fn value(self) -> Figure {
        self.value
    }

    /// How many kronor the figure counts.
    pub fn unit(self) -> MoneyUnit {
        self.unit
    }

    /// Whether it is nothing.
    pub fn is_zero(self) -> bool {
        self.value.value().is_zero()
    }

    /// Whether it is less than nothing: a cost where revenue is counted up.
    pub fn is_negative(self) -> bool {
        !self.is_zero() && self.value.value().is_sign_negative()
    }

    /// The amount with its sign turned.
    pub fn turned(self) -> Money {
        Money::new(Figure::new(-self.value.value()), self.unit)
    }

    /// The sum, exactly, in the larger of the two units. `None` beyond what a figure holds.
    pub fn plus(self, other: Money) -> Option<Money> {
        let unit = self.unit.max(other.unit);
        let sum = self
            .counted_in(unit)?
            .checked_add(other.counted_in(unit)?)?;
        Some(Money::new(Figure::new(sum), unit))
    }

    /// The difference, exactly.
    pub fn minus(self, other: Money) -> Option<Money> {
        self.plus(other.turned())
    }

    /// Whether two amounts are the same money, whatever unit each is given in.
    pub fn same_as(self, other: Money) -> bool {
        self.compared_to(other) == Some(Ordering::Equal)
    }

    /// Which of two amounts is more.
    pub fn compared_to(self, other: Money) -> Option<Ordering> {
        let tkr = MoneyUnit::Tkr;
        Some(self.counted_in(tkr)?.cmp(&other.counted_in(tkr)?))
    }

    /// The sum of amounts; `None` of none, or beyond what a figure holds.
    pub fn sum(amounts: impl IntoIterator<Item = Money>) -> Option<Money> {
        let mut amounts = amounts.into_iter();
        let first = amounts.next()?;
        amounts.try_fold(first, Money::plus)
    }

    fn counted_in(self, unit: MoneyUnit) -> Option<Decimal> {
        let value = self.value.value();
        let thousand = Decimal::ONE_THOUSAND;
        match (self.unit, unit) {
            (MoneyUnit::Tkr, MoneyUnit::Mnkr) => value.checked_div(thousand),
            (MoneyUnit::Mnkr, MoneyUnit::Tkr) => value.checked_mul(thousand),
            _ => Some(value),
        }
    }
}
