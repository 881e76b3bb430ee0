//! The axis of values: where it begins and ends, and which round numbers stand along it.
//!
//! Ticks are exact decimals, so that what stands at a line is what the line means.

use riktning_domain::Figure;
use riktning_domain::indicators::{Better, Unit};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

/// An axis that holds every figure it was made for.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Axis {
    /// The lowest value on it.
    pub(crate) low: Decimal,
    /// The highest.
    pub(crate) high: Decimal,
    /// The round numbers along it, the lowest first.
    pub(crate) ticks: Vec<Decimal>,
    /// Whether the lowest stands at the top: the first place of a ranking.
    pub(crate) inverted: bool,
}

/// About how many steps an axis has.
const STEPS: f64 = 6.0;
/// Steps finer than this share of the greatest figure could not be told apart.
const FINEST: f64 = 1e-9;

impl Axis {
    /// The axis for figures in a unit; `decimals` is how many the indicator is shown with.
    pub(crate) fn fit(figures: &[Figure], unit: &Unit, better: Better, decimals: u8) -> Axis {
        let values = figures.iter().map(|f| f.value());
        let lowest = values.clone().min().unwrap_or_default();
        let highest = values.max().unwrap_or_default();
        let inverted = *unit == Unit::Rank && better != Better::Up && lowest >= Decimal::ONE;
        let finest = u32::from(decimals).max(
            figures
                .iter()
                .map(|f| f.value().normalize().scale())
                .max()
                .unwrap_or(0),
        );
        let (mut low, mut high) = span(lowest, highest, inverted, finest);
        // A share is never above a hundred per cent; a growth may be.
        let most = (*unit == Unit::Percent && highest <= Decimal::ONE_HUNDRED)
            .then_some(Decimal::ONE_HUNDRED);
        high = most.map_or(high, |most| high.min(most));
        let step = nice_step(low, high, finest);
        low = floor(low, step);
        high = ceiling(high, step);
        high = most.map_or(high, |most| high.min(most));
        if inverted {
            low = Decimal::ONE;
        }
        if high <= low {
            high = low.saturating_add(step);
        }
        let mut axis = Axis {
            ticks: ticks(low, high, step),
            low,
            high,
            inverted,
        };
        if inverted {
            axis.start_at_first_place(step);
        }
        axis
    }

    /// How far up the axis a value stands, from 0 at the bottom to 1 at the top.
    pub(crate) fn height(&self, value: Decimal) -> f64 {
        let [low, high, value] = [self.low, self.high, value].map(float);
        let height = (value - low) / (high - low);
        if self.inverted { 1.0 - height } else { height }
    }

    /// The ticks that there is room for, evenly thinned from the lowest.
    pub(crate) fn thinned(&self, most: usize) -> impl Iterator<Item = Decimal> + '_ {
        let stride = self.ticks.len().div_ceil(most.max(1)).max(1);
        self.ticks.iter().copied().step_by(stride)
    }

    /// How many decimals the ticks need.
    pub(crate) fn decimals(&self) -> u8 {
        let most = self.ticks.iter().map(|t| t.normalize().scale()).max();
        u8::try_from(most.unwrap_or(0)).unwrap_or(0)
    }

    /// Whether zero is on it.
    pub(crate) fn has_zero(&self) -> bool {
        self.low <= Decimal::ZERO && self.high >= Decimal::ZERO
    }

    /// There is no place 0: the ticks are 1 and then the round numbers, unless too near to it.
    fn start_at_first_place(&mut self, step: Decimal) {
        let near = step / Decimal::TWO;
        let rounds = ticks(Decimal::ZERO, self.high, step);
        let rounds = rounds.into_iter().filter(|t| *t - Decimal::ONE >= near);
        self.ticks = std::iter::once(Decimal::ONE).chain(rounds).collect();
        self.ticks.dedup();
    }
}

/// What the axis must hold: the figures with some air. It starts at zero where the figures are
/// not all far from it; bars would always, but a line may start higher if the page says so.
fn span(lowest: Decimal, highest: Decimal, inverted: bool, finest: u32) -> (Decimal, Decimal) {
    if inverted {
        let high = highest.max(Decimal::from(5));
        return (Decimal::ONE, high);
    }
    let (mut low, mut high) = (lowest, highest);
    if lowest == highest {
        let tenth = lowest.abs() / Decimal::TEN;
        let air = tenth.max(Decimal::new(5, finest.min(28)));
        low = lowest.saturating_sub(air);
        high = highest.saturating_add(air);
    } else {
        let air = highest.saturating_sub(lowest) / Decimal::from(20);
        low = low.saturating_sub(air);
        high = high.saturating_add(air);
    }
    if lowest >= Decimal::ZERO && (low < Decimal::ZERO || lowest <= highest / Decimal::TWO) {
        low = Decimal::ZERO;
    }
    if lowest < Decimal::ZERO
        && highest <= Decimal::ZERO
        && (high > Decimal::ZERO || highest >= lowest / Decimal::TWO)
    {
        high = Decimal::ZERO;
    }
    (low, high)
}

/// The nearest of 1, 2, 2.5 and 5 times a power of ten that gives about [`STEPS`] steps.
fn nice_step(low: Decimal, high: Decimal, finest: u32) -> Decimal {
    let span = float(high) - float(low);
    let greatest = float(high).abs().max(float(low).abs());
    let rough = (span / STEPS).max(greatest * FINEST).max(1e-27);
    let exponent = rough.log10().floor();
    let least = Decimal::new(1, finest.min(28));
    // From a power lower to one higher, so that rounding in the logarithm cannot matter.
    let exponent = exponent.to_i32().unwrap_or(0);
    let steps = (exponent - 1..=exponent + 1)
        .flat_map(|power| [10, 20, 25, 50].map(|tenths| tens(tenths, power - 1)))
        .flatten();
    steps
        .filter(|step| *step >= least && step.normalize().scale() <= finest)
        .find(|step| float(*step) >= rough * 0.999)
        .unwrap_or(least)
}

/// An integer times a power of ten, where it can be written exactly.
fn tens(integer: i64, power: i32) -> Option<Decimal> {
    match u32::try_from(-power) {
        Ok(scale) => Decimal::try_new(integer, scale).ok(),
        Err(_) => (0..power).try_fold(Decimal::from(integer), |value, _| {
            value.checked_mul(Decimal::TEN)
        }),
    }
}

fn floor(value: Decimal, step: Decimal) -> Decimal {
    let times = value.checked_div(step).map(|t| t.floor());
    times.and_then(|t| t.checked_mul(step)).unwrap_or(value)
}

fn ceiling(value: Decimal, step: Decimal) -> Decimal {
    let times = value.checked_div(step).map(|t| t.ceil());
    times.and_then(|t| t.checked_mul(step)).unwrap_or(value)
}

fn ticks(low: Decimal, high: Decimal, step: Decimal) -> Vec<Decimal> {
    // More than this cannot happen; less than an endless loop is what the bound is for.
    const MOST: usize = 50;
    let next = |tick: &Decimal| tick.checked_add(step).filter(|t| *t <= high);
    std::iter::successors(Some(low), next).take(MOST).collect()
}

/// For coordinates only: a pixel does not need more.
pub(crate) fn float(value: Decimal) -> f64 {
    value.to_f64().unwrap_or(0.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn axis(figures: &[&str], unit: &Unit, better: Better, decimals: u8) -> String {
        let figures: Vec<Figure> = figures.iter().map(|f| f.parse().unwrap()).collect();
        let axis = Axis::fit(&figures, unit, better, decimals);
        for figure in &figures {
            let height = axis.height(figure.value());
            assert!((0.0..=1.0).contains(&height), "{figure} stands at {height}");
        }
        let ticks: Vec<String> = axis
            .ticks
            .iter()
            .map(|t| t.normalize().to_string())
            .collect();
        ticks.join(" ")
    }

    #[test]
    fn figures_far_from_zero_have_an_axis_that_starts_above_it() {
        let ticks = axis(&["77.9", "85.9", "86"], &Unit::Percent, Better::Up, 1);
        assert_eq!(ticks, "76 78 80 82 84 86 88");
    }

    #[test]
    fn figures_not_far_from_zero_have_an_axis_that_starts_there() {
        let ticks = axis(&["305", "144"], &Unit::MillionSek, Better::Up, 0);
        assert_eq!(ticks, "0 100 200 300 400");
    }

    #[test]
    fn percent_never_passes_a_hundred_or_zero() {
        let ticks = axis(&["96", "100"], &Unit::Percent, Better::Up, 0);
        assert_eq!(ticks, "95 96 97 98 99 100");
        assert_eq!(
            axis(&["0", "0"], &Unit::Percent, Better::Up, 0),
            "0 1 2 3 4 5"
        );
        assert_eq!(
            axis(&["100"], &Unit::Percent, Better::Up, 0),
            "90 92 94 96 98 100"
        );
    }

    #[test]
    fn a_ranking_has_its_first_place_on_top() {
        let ticks = axis(&["231", "149"], &Unit::Rank, Better::Down, 0);
        assert_eq!(ticks, "1 50 100 150 200 250");
        assert_eq!(axis(&["3", "1"], &Unit::Rank, Better::Down, 0), "1 2 3 4 5");
        let figures = ["231", "149"].map(|f| f.parse().unwrap());
        let axis = Axis::fit(&figures, &Unit::Rank, Better::Down, 0);
        assert!((axis.height(Decimal::ONE) - 1.0).abs() < 1e-9);
    }

    #[test]
    fn losses_and_gains_share_an_axis_with_zero() {
        let ticks = axis(&["-3.2", "4.5"], &Unit::Percent, Better::Up, 1);
        assert_eq!(ticks, "-4 -2 0 2 4 6");
    }

    #[test]
    fn equal_figures_have_air_around_them() {
        let ticks = axis(&["72", "72"], &Unit::Index, Better::Up, 0);
        assert_eq!(ticks, "60 65 70 75 80");
        assert_eq!(
            axis(&["0.04", "0.04"], &Unit::Index, Better::Up, 2),
            "0 0.02 0.04 0.06 0.08 0.1"
        );
    }

    #[test]
    fn the_greatest_and_the_smallest_figures_have_an_axis() {
        let max = Decimal::MAX.to_string();
        let min = Decimal::MIN.to_string();
        for figures in [
            vec![max.as_str(), min.as_str()],
            vec![max.as_str(), "79228162514264337593543950334"],
            vec!["0.0000000000000000000000000001", "0"],
            vec!["100000000000000000000.00000001", "100000000000000000000"],
        ] {
            let ticks = axis(&figures, &Unit::Count, Better::Up, 0);
            assert!(!ticks.is_empty());
        }
    }
}
