//! Several measurements of one thing.

use anyhow::{Result, bail};
use std::fmt::Write;

/// What a number of turns gave.
pub(super) struct Turns {
    sorted: Vec<f64>,
}

impl Turns {
    /// # Errors
    /// If there were none.
    pub(super) fn of(mut figures: Vec<f64>) -> Result<Self> {
        if figures.is_empty() {
            bail!("nothing was measured");
        }
        figures.sort_by(f64::total_cmp);
        Ok(Turns { sorted: figures })
    }

    pub(super) fn median(&self) -> f64 {
        self.sorted[self.sorted.len() / 2]
    }

    /// What 99 of 100 were within.
    pub(super) fn p99(&self) -> f64 {
        let within = (self.sorted.len() * 99).div_ceil(100).max(1);
        self.sorted[within - 1]
    }

    /// The same, each less by something that is in all of them.
    pub(super) fn less(self, by: f64) -> Self {
        let sorted = self.sorted.into_iter();
        Turns {
            sorted: sorted.map(|figure| (figure - by).max(0.0)).collect(),
        }
    }

    /// The median with the least and the greatest, in a unit.
    pub(super) fn say(&self, decimals: usize, unit: &str) -> String {
        let (least, greatest) = (self.sorted[0], self.sorted[self.sorted.len() - 1]);
        let mut said = format!("{:.decimals$} {unit}", self.median());
        if self.sorted.len() > 1 {
            let _ = write!(said, " ({least:.decimals$}–{greatest:.decimals$})");
        }
        said
    }
}

/// How many times the other one a figure is.
pub(super) fn ratio(ours: &Turns, other: &Turns) -> String {
    format!("{:.2}", ours.median() / other.median())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_stands_before_the_least_and_the_greatest() {
        let turns = Turns::of(vec![3.0, 1.0, 2.0]).unwrap();
        assert_eq!(turns.say(1, "s"), "2.0 s (1.0–3.0)");
        assert_eq!(ratio(&turns, &Turns::of(vec![4.0]).unwrap()), "0.50");
        assert!(Turns::of(vec![]).is_err());
        let hundred = Turns::of((1..=100).map(f64::from).collect()).unwrap();
        assert!((hundred.p99() - 99.0).abs() < 1e-9);
        assert!((turns.p99() - 3.0).abs() < 1e-9);
    }
}
