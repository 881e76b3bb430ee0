//! Figures that look as if a finger slipped: ten times the figure before, a tenth of it, or of another
//! sign. Nothing is wrong with them by any rule; somebody is asked to look once more.

use super::Inside;
use crate::figures::Figure;
use crate::ids::{BodyId, IndicatorId};
use crate::indicators::{Breakdown, Indicator, MeasuredKey, Value};
use crate::periods::Period;
use jiff::civil::Date;
use rust_decimal::Decimal;

/// How many times larger or smaller than the one before a figure is odd.
const TIMES: Decimal = Decimal::TEN;

/// A figure that differs from the one before it as seldom anything does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OddFigure {
    /// Of which indicator.
    pub indicator: IndicatorId,
    /// Whose; none for the whole group.
    pub body: Option<BodyId>,
    /// Its period and the figure.
    pub latest: (Period, Figure),
    /// The outcome of the period before it that has one.
    pub before: (Period, Figure),
}

/// Whether a figure is odd after another. After nothing at all anything may come.
fn is_odd(latest: Figure, before: Figure) -> bool {
    let (latest, before) = (latest.value(), before.value());
    if latest.is_zero() || before.is_zero() {
        return false;
    }
    let turns = latest.is_sign_negative() != before.is_sign_negative();
    let (latest, before) = (latest.abs(), before.abs());
    let times = |small: Decimal, large: Decimal| {
        let most = small.checked_mul(TIMES);
        most.is_some_and(|most| large >= most)
    };
    turns || times(before, latest) || times(latest, before)
}

impl Inside<'_> {
    /// The latest figures of indicators that are odd, of periods that end after a day and not after
    /// another: of what residents may see. What a body has reported and not decided is its own.
    pub fn odd_figures(&self, after: Date, until: Date) -> Vec<OddFigure> {
        let mut odd = Vec::new();
        if !self.reads_content() {
            return odd;
        }
        for (id, indicator) in &self.state.indicators {
            // Of a body that has none as late as that nothing is looked through.
            let over = indicator.measured_over.iter();
            let late = over.filter(|(_, (_, last))| last.last_day() > after);
            let found = late.filter_map(|(body, _)| {
                let (latest, before) = self.last_two(indicator, *body, until)?;
                let is_late = latest.0.last_day() > after;
                (is_late && is_odd(latest.1, before.1)).then_some(OddFigure {
                    indicator: *id,
                    body: *body,
                    latest,
                    before,
                })
            });
            odd.extend(found);
        }
        odd
    }

    /// The last outcome of a body by a day and the one before it of the same kind of period.
    fn last_two(
        &self,
        indicator: &Indicator,
        body: Option<BodyId>,
        until: Date,
    ) -> Option<((Period, Figure), (Period, Figure))> {
        let all = MeasuredKey::before(body)..MeasuredKey::after(body);
        let measured = indicator.measurements.range(all).rev();
        let mut outcomes = measured.filter_map(|(key, said)| {
            let mut stood = said.up_to(self.today).iter().rev();
            let said = stood.find(|said| self.state.figure_is_open(&said.value, self.today))?;
            let said = &said.value;
            let Value::Figure(figure) = said.value else {
                return None;
            };
            let counts = key.breakdown == Breakdown::All && !said.settled.is_forecast();
            (counts && key.period.last_day() <= until).then_some((key.period, figure))
        });
        let latest = outcomes.next()?;
        let kind = std::mem::discriminant(&latest.0);
        let before = outcomes.find(|(period, _)| std::mem::discriminant(period) == kind)?;
        Some((latest, before))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ten_times_a_tenth_and_another_sign_are_odd_and_nothing_less_is() {
        let odd =
            |latest: &str, before: &str| is_odd(latest.parse().unwrap(), before.parse().unwrap());
        assert!(odd("9.1", "91") && odd("910", "91") && odd("-91", "91"));
        assert!(!odd("9.2", "91") && !odd("909", "91") && !odd("91", "91"));
        assert!(!odd("0", "91") && !odd("91", "0"));
    }
}
