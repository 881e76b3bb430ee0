//! What figures and parts say of something before anybody judges it: the proposal of the program
//! (*systemets förslag*). It is told beside the verdict, with what it rests on, and never in its place.

use crate::elements::Quantity;
use crate::figures::Figure;
use crate::models::CountsAs;

/// How many figures and parts say what of something. What is not known is counted by itself: it is never
/// nothing, and never turns green.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Evidence {
    /// At their target, or met.
    pub met: usize,
    /// Near it, or partly met.
    pub partly: usize,
    /// Worse, or not met.
    pub not_met: usize,
    /// Without a figure, a target or a verdict, or impossible to judge.
    pub unknown: usize,
}

impl Evidence {
    /// How many figures and parts there are.
    pub fn all(&self) -> usize {
        self.known() + self.unknown
    }

    fn known(&self) -> usize {
        self.met + self.partly + self.not_met
    }

    /// The two together.
    #[must_use]
    pub fn and(self, other: Evidence) -> Evidence {
        Evidence {
            met: self.met + other.met,
            partly: self.partly + other.partly,
            not_met: self.not_met + other.not_met,
            unknown: self.unknown + other.unknown,
        }
    }

    /// What is proposed: met where everything that is known is, not met where nothing is, and else partly.
    /// Where less than half is known nothing is proposed.
    pub fn proposes(&self) -> Option<CountsAs> {
        match self.known() {
            0 => None,
            known if known < self.unknown => None,
            known if known == self.met => Some(CountsAs::Met),
            known if known == self.not_met => Some(CountsAs::NotMet),
            _ => Some(CountsAs::Partly),
        }
    }
}

impl FromIterator<CountsAs> for Evidence {
    fn from_iter<T: IntoIterator<Item = CountsAs>>(all: T) -> Evidence {
        let mut evidence = Evidence::default();
        for one in all {
            let of = match one {
                CountsAs::Met => &mut evidence.met,
                CountsAs::Partly => &mut evidence.partly,
                CountsAs::NotMet => &mut evidence.not_met,
                CountsAs::Unknown => &mut evidence.unknown,
            };
            *of += 1;
        }
        evidence
    }
}

/// What an outcome says of a promise in a figure. Which way is good is known only of "at least": of another
/// promise an outcome speaks where it is exactly what was promised. While the year goes on what is not
/// reached may still be.
pub fn of_outcome(promised: &Quantity, outcome: Figure, year_is_over: bool) -> Option<CountsAs> {
    let (reached, aim) = (outcome.value(), promised.value.value());
    match promised.at_least {
        true if reached >= aim => Some(CountsAs::Met),
        true => year_is_over.then_some(CountsAs::NotMet),
        false => (reached == aim).then_some(CountsAs::Met),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::texts::Text;
    use CountsAs::{Met, NotMet, Partly, Unknown};
    use proptest::prelude::{Just, Strategy, prop_oneof, proptest};

    fn proposed(all: &[CountsAs]) -> Option<CountsAs> {
        all.iter().copied().collect::<Evidence>().proposes()
    }

    #[test]
    fn what_is_proposed_is_as_reckoned_by_hand() {
        let table: [(&[CountsAs], Option<CountsAs>); 10] = [
            (&[], None),
            (&[Unknown, Unknown], None),
            (&[Met], Some(Met)),
            (&[Met, Met, Unknown], Some(Met)),
            (&[Met, Unknown, Unknown], None),
            (&[Met, Unknown], Some(Met)),
            (&[NotMet, NotMet], Some(NotMet)),
            (&[Met, NotMet], Some(Partly)),
            (&[Partly, Partly], Some(Partly)),
            (&[NotMet, Partly], Some(Partly)),
        ];
        for (all, expected) in table {
            assert_eq!(proposed(all), expected, "{all:?}");
        }
    }

    #[test]
    fn an_outcome_speaks_where_it_is_known_which_way_is_good() {
        let promise = |at_least| Quantity {
            value: "4".parse().unwrap(),
            unit: Text::new("platser"),
            at_least,
        };
        let of = |at_least, outcome: &str, over| {
            of_outcome(&promise(at_least), outcome.parse().unwrap(), over)
        };
        assert_eq!(of(true, "5", false), Some(Met));
        assert_eq!(of(true, "4", true), Some(Met));
        assert_eq!(of(true, "3", false), None);
        assert_eq!(of(true, "3", true), Some(NotMet));
        assert_eq!(of(false, "4", false), Some(Met));
        assert_eq!(of(false, "5", true), None, "nobody said which way is good");
    }

    proptest! {
        #[test]
        fn no_order_and_no_grouping_changes_what_is_proposed(
            all in proptest::collection::vec(
                prop_oneof![Just(Met), Just(Partly), Just(NotMet), Just(Unknown)],
                0..12,
            ).prop_flat_map(|all| (Just(all.clone()), Just(all).prop_shuffle())),
            at in 0..12_usize,
        ) {
            let (all, shuffled) = all;
            assert_eq!(proposed(&all), proposed(&shuffled));
            let (a, b) = all.split_at(at.min(all.len()));
            let of = |part: &[CountsAs]| part.iter().copied().collect::<Evidence>();
            assert_eq!(of(a).and(of(b)).proposes(), proposed(&all));
        }
    }
}
