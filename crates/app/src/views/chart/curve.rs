//! The small curve beside a sentence.

use super::{Point, Series};
use riktning_domain::indicators::Aim;
use riktning_domain::{Figure, Period};

/// The most periods that it shows.
pub(super) const MOST: usize = 10;

/// A decorative small curve; the sentence beside it carries the meaning.
#[derive(Clone, Debug, PartialEq)]
pub struct Sparkline {
    /// The figures in order; `None` where a period has none.
    pub figures: Vec<Option<Figure>>,
    /// How many of them, from the first, are outcomes; those after are forecasts.
    pub outcomes: usize,
    /// The latest target.
    pub target: Option<Figure>,
}

/// From so many figures on a line says enough of a goal: then the order of its indicators decides
/// which is drawn.
const TELLS_ENOUGH: usize = 4;

impl Series {
    /// How much its line says of a goal: a long one more than a short one, and that more than a
    /// single figure.
    pub(crate) fn tells(&self) -> usize {
        let main = self.main();
        let rows = self.rows.iter().rev().take(MOST);
        let figures = rows.filter_map(|row| row.points.get(main)?.figure());
        figures.count().min(TELLS_ENOUGH)
    }

    /// The small curve, if there are two figures to draw it between.
    pub(crate) fn sparkline(&self) -> Option<Sparkline> {
        let main = self.main();
        let rows = &self.rows[self.rows.len().saturating_sub(MOST)..];
        // Where it began to be measured in another way the curve is broken.
        let mut before: Option<Period> = None;
        let points: Vec<Option<&Point>> = rows
            .iter()
            .flat_map(|row| {
                let last = before.replace(row.period);
                let broken = last.is_some_and(|last| self.is_broken_between(last, row.period));
                let point = row.points.get(main);
                broken.then_some(None).into_iter().chain([point])
            })
            .collect();
        let points = || points.iter().copied();
        let is_outcome = |point: Option<&Point>| point.and_then(Point::outcome).is_some();
        let outcomes = points().rposition(is_outcome).map_or(0, |last| last + 1);
        let figures: Vec<Option<Figure>> = points()
            .enumerate()
            .map(|(index, point)| match index < outcomes {
                true => point?.outcome(),
                false => point?.figure(),
            })
            .collect();
        let target = rows
            .iter()
            .rev()
            .find_map(|row| match row.target.as_ref()?.aim {
                Aim::At(figure) => Some(figure),
                Aim::Between(..) | Aim::InWords(_) => None,
            });
        (figures.iter().flatten().count() >= 2).then_some(Sparkline {
            figures,
            outcomes,
            target,
        })
    }
}
