//! How many elements there are and how they were judged: counted, and never weighed.

use super::frame::VerdictMark;
use riktning_domain::Published;
use riktning_domain::models::CountsAs;
use riktning_domain::published::PublicElement;
use riktning_domain::rounds::{Occasion, OpenRound};

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
    /// Judged, and impossible to judge: a word of its own, and no silence.
    pub impossible: usize,
    /// Judged by nobody.
    pub unknown: usize,
    /// Whether somebody judged and every verdict is the last one on its year: then what is met is
    /// said to be so, and not to be on the way.
    pub is_final: bool,
}

/// What a verdict counts as, and whether it is the last one on its year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Counted {
    /// What it counts as.
    pub(crate) counts_as: CountsAs,
    /// Whether it is of the annual report.
    pub(crate) is_final: bool,
}

impl VerdictMark {
    /// How it is counted.
    pub(crate) fn counted(&self) -> Counted {
        Counted {
            counts_as: self.counts_as,
            is_final: self.is_final,
        }
    }
}

impl Tally {
    /// The elements by the latest verdict on each that leads.
    pub(crate) fn of<'a, 'b: 'a>(
        p: Published<'b>,
        elements: impl IntoIterator<Item = &'a PublicElement<'b>>,
    ) -> Tally {
        let marks = elements.into_iter().map(|e| VerdictMark::latest(p, e));
        Tally::of_marks(marks.map(|mark| mark.map(|mark| mark.counted())))
    }

    /// What verdicts count as; none where nothing was judged.
    pub(crate) fn of_marks(marks: impl IntoIterator<Item = Option<Counted>>) -> Tally {
        let mut tally = Tally::default();
        let mut finals = 0;
        for mark in marks {
            tally.all += 1;
            finals += usize::from(mark.is_some_and(|mark| mark.is_final));
            match mark.map(|mark| mark.counts_as) {
                Some(CountsAs::Met) => tally.met += 1,
                Some(CountsAs::Partly) => tally.partly += 1,
                Some(CountsAs::NotMet) => tally.not_met += 1,
                Some(CountsAs::Unknown) => tally.impossible += 1,
                None => tally.unknown += 1,
            }
        }
        tally.is_final = finals > 0 && finals == tally.all - tally.unknown;
        tally
    }
}

/// The latest occasion at which any of some goals was judged in its own period. Another body's
/// view of a goal is its view, and no occasion of the goal's.
pub(crate) fn latest_round<'a>(
    p: Published<'a>,
    goals: &[PublicElement<'_>],
) -> Option<&'a OpenRound> {
    let words = goals.iter().filter_map(|goal| p.last_word(goal));
    let latest = words.max_by_key(|word| (word.round.cut_off, word.on));
    latest.map(|word| word.round)
}

/// What a goal was judged to count as at an occasion. One that nobody judged then counts as
/// nothing, however it was judged before: what is told together is of one moment.
pub(crate) fn counted_at(
    p: Published<'_>,
    round: Option<&OpenRound>,
    goal: &PublicElement<'_>,
) -> Option<Counted> {
    let round = round?;
    let word = p.word_at(goal, round.round)?;
    let value = goal.model().definition.value(word.verdict.for_year)?;
    Some(Counted {
        counts_as: value.counts_as,
        is_final: round.occasion == Occasion::Annual,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn silence_and_what_cannot_be_judged_are_two_things() {
        let all = [
            CountsAs::Met,
            CountsAs::Partly,
            CountsAs::NotMet,
            CountsAs::Unknown,
        ];
        let tally = Tally::of_marks(all.map(forecast).into_iter().chain([None]));
        let counted = (tally.all, tally.met, tally.partly, tally.not_met);
        assert_eq!(counted, (5, 1, 1, 1));
        assert_eq!((tally.impossible, tally.unknown), (1, 1));
    }

    #[test]
    fn what_is_counted_is_final_when_every_verdict_is() {
        let is_final = |marks: &[Option<Counted>]| Tally::of_marks(marks.iter().copied()).is_final;
        let last = forecast(CountsAs::Met).map(|mark| Counted {
            is_final: true,
            ..mark
        });
        assert!(is_final(&[last, last, None]));
        assert!(!is_final(&[last, forecast(CountsAs::Met)]));
        assert!(!is_final(&[None]) && !is_final(&[]));
    }

    fn forecast(counts_as: CountsAs) -> Option<Counted> {
        Some(Counted {
            counts_as,
            is_final: false,
        })
    }
}
