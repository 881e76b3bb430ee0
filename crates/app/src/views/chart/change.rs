//! How a figure changed from the one before, and how it stands to its target.

use super::Series;
use riktning_domain::Figure;
use riktning_domain::indicators::{Aim, Better, Class, Unit};

/// How a figure changed from the one before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trend {
    /// Moved the way that is good.
    Better,
    /// The same.
    Unchanged,
    /// Moved the other way.
    Worse,
    /// Rose, where neither way is good or a place indicator is not judged.
    Rose,
    /// Fell, likewise.
    Fell,
    /// Came higher up in a ranking, where nobody is judged by it: the number fell.
    HigherUp,
    /// Came further down in a ranking, likewise: the number rose.
    FurtherDown,
}

/// How a figure stands to its target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LevelToTarget {
    /// Meets or is better than the target.
    Better,
    /// Within the indicator's tolerance of it.
    Near,
    /// Worse than it.
    Worse,
}

impl Series {
    pub(super) fn find_trend(&self) -> Option<Trend> {
        let ((_, latest), (_, before)) = match self.last_two() {
            (Some(latest), Some(before)) => (latest, before),
            _ => return None,
        };
        // A place indicator shows how the place develops and is never judged.
        let judged = self.class != Class::Place;
        Some(trend(before, latest, self.better, judged, &self.unit))
    }

    pub(super) fn find_level(&self, tolerance: Option<Figure>) -> Option<LevelToTarget> {
        if self.class == Class::Place || self.is_preliminary() {
            return None;
        }
        let (row, figure) = self.outcomes().next_back()?;
        let (low, high) = match row.target.as_ref()?.aim {
            Aim::At(aim) => match self.better {
                Better::Up => (Some(aim), None),
                Better::Down => (None, Some(aim)),
                Better::Near => (Some(aim), Some(aim)),
                Better::Neither => return None,
            },
            Aim::Between(low, high) => (Some(low), Some(high)),
            Aim::InWords(_) => return None,
        };
        level(figure, low, high, tolerance)
    }
}

/// What it means that a figure followed another.
fn trend(before: Figure, latest: Figure, better: Better, judged: bool, unit: &Unit) -> Trend {
    if latest == before {
        return Trend::Unchanged;
    }
    let rose = latest > before;
    match (better, judged, unit) {
        (Better::Up, true, _) if rose => Trend::Better,
        (Better::Up, true, _) => Trend::Worse,
        (Better::Down, true, _) if rose => Trend::Worse,
        (Better::Down, true, _) => Trend::Better,
        // A lower number is a place higher up.
        (_, _, Unit::Rank) if rose => Trend::FurtherDown,
        (_, _, Unit::Rank) => Trend::HigherUp,
        _ if rose => Trend::Rose,
        _ => Trend::Fell,
    }
}

/// How a figure stands to the limits of a target; `None` where the difference is too large to
/// be told exactly.
fn level(
    figure: Figure,
    low: Option<Figure>,
    high: Option<Figure>,
    tolerance: Option<Figure>,
) -> Option<LevelToTarget> {
    let by = match (low, high) {
        (Some(low), _) if figure < low => low.minus(figure)?,
        (_, Some(high)) if figure > high => figure.minus(high)?,
        _ => return Some(LevelToTarget::Better),
    };
    Some(match tolerance {
        Some(tolerance) if by <= tolerance => LevelToTarget::Near,
        Some(_) | None => LevelToTarget::Worse,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn figure(text: &str) -> Figure {
        text.parse().unwrap()
    }

    #[test]
    fn a_lower_number_in_a_ranking_is_higher_up() {
        let of = |before, latest, judged, unit: &Unit| {
            trend(figure(before), figure(latest), Better::Down, judged, unit)
        };
        assert_eq!(of("206", "169", false, &Unit::Rank), Trend::HigherUp);
        assert_eq!(of("149", "172", false, &Unit::Rank), Trend::FurtherDown);
        assert_eq!(of("149", "149", false, &Unit::Rank), Trend::Unchanged);
        assert_eq!(of("206", "169", true, &Unit::Rank), Trend::Better);
        assert_eq!(of("206", "169", false, &Unit::Count), Trend::Fell);
    }

    #[test]
    fn a_difference_too_large_to_tell_is_no_level() {
        let (least, most) = (
            figure("-79228162514264337593543950335"),
            figure("79228162514264337593543950335"),
        );
        assert_eq!(level(least, Some(most), None, None), None);
        assert_eq!(level(most, None, Some(least), None), None);
        assert_eq!(
            level(most, Some(least), None, None),
            Some(LevelToTarget::Better)
        );
    }

    #[test]
    fn a_figure_is_near_a_target_within_the_tolerance() {
        let near = |text| level(figure(text), Some(figure("80")), None, Some(figure("1.0")));
        assert_eq!(near("80"), Some(LevelToTarget::Better));
        assert_eq!(near("79.0"), Some(LevelToTarget::Near));
        assert_eq!(near("78.9"), Some(LevelToTarget::Worse));
    }
}
