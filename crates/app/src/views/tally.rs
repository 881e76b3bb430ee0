//! How many elements there are and how they were judged: counted, and never weighed.

use super::frame::VerdictMark;
use riktning_domain::Published;
use riktning_domain::models::CountsAs;
use riktning_domain::published::PublicElement;

/// How many, and how they were judged. What was not judged counts as unknown: silence never
/// turns green.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// How many there are.
    pub all: usize,
    /// Met, done or on the way to be.
    pub met: usize,
    /// Partly, or at risk.
    pub partly: usize,
    /// Not.
    pub not_met: usize,
    /// Not judged, or impossible to judge.
    pub unknown: usize,
}

impl Tally {
    /// The elements by the latest verdict on each that leads.
    pub(crate) fn of<'a, 'b: 'a>(
        p: Published<'b>,
        elements: impl IntoIterator<Item = &'a PublicElement<'b>>,
    ) -> Tally {
        let marks = elements.into_iter().map(|e| VerdictMark::latest(p, e));
        Tally::of_marks(marks.map(|mark| mark.map(|mark| mark.counts_as)))
    }

    /// What verdicts count as; none where nothing was judged.
    pub(crate) fn of_marks(marks: impl IntoIterator<Item = Option<CountsAs>>) -> Tally {
        let mut tally = Tally::default();
        for counts_as in marks {
            tally.all += 1;
            match counts_as {
                Some(CountsAs::Met) => tally.met += 1,
                Some(CountsAs::Partly) => tally.partly += 1,
                Some(CountsAs::NotMet) => tally.not_met += 1,
                Some(CountsAs::Unknown) | None => tally.unknown += 1,
            }
        }
        tally
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn silence_counts_as_unknown() {
        let marks = [
            Some(CountsAs::Met),
            Some(CountsAs::Partly),
            Some(CountsAs::NotMet),
            Some(CountsAs::Unknown),
            None,
        ];
        let tally = Tally::of_marks(marks);
        let counted = (tally.all, tally.met, tally.partly, tally.not_met);
        assert_eq!((counted, tally.unknown), ((5, 1, 1, 1), 2));
    }
}
