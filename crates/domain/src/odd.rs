//! Figures that look wrong: a comma in another place, another sign, a leap. Whoever typed one is asked about it,
//! and never refused: odd years happen.

use crate::figures::Figure;
use rust_decimal::Decimal;

/// What is odd about a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Odd {
    /// It is outside what its unit can be: a share of more than the whole.
    OutsideRange(Figure, Figure),
    /// It has another sign than the last one.
    OtherSign(Figure),
    /// It is about ten, a hundred or a thousand times the last one.
    TooLarge(Figure, u16),
    /// The last one is about ten, a hundred or a thousand times it.
    TooSmall(Figure, u16),
    /// It leaps further from the last one than figures have done before.
    Leap(Figure),
}

/// How many times as large a figure is whose comma slipped.
const SLIPS: [u16; 3] = [10, 100, 1_000];
/// How many times the greatest change before is a leap.
const LEAP: Decimal = Decimal::from_parts(3, 0, 0, false, 0);

impl Odd {
    /// What is odd about a figure, beside what it can be and what was measured before, the oldest first; nothing
    /// where nothing is known to hold it against.
    ///
    /// ```
    /// use riktning_domain::odd::Odd;
    /// let figure = |text: &str| text.parse().expect("a figure");
    /// let last = figure("83.6");
    /// assert_eq!(Odd::of(figure("836"), None, &[last]), Some(Odd::TooLarge(last, 10)));
    /// assert_eq!(Odd::of(figure("84.5"), None, &[last]), None);
    /// ```
    pub fn of(figure: Figure, range: Option<(Figure, Figure)>, earlier: &[Figure]) -> Option<Odd> {
        if let Some((low, high)) = range
            && (figure < low || high < figure)
        {
            return Some(Odd::OutsideRange(low, high));
        }
        let last = *earlier.last()?;
        let (now, then) = (figure.value(), last.value());
        if now.is_zero() || then.is_zero() {
            return leaps(figure, last, earlier).then_some(Odd::Leap(last));
        }
        if now.is_sign_negative() != then.is_sign_negative() {
            return Some(Odd::OtherSign(last));
        }
        let mut slips = SLIPS.into_iter();
        let slip = slips.find_map(|times| {
            let too_large = is_about(now, then, times).then_some(Odd::TooLarge(last, times));
            too_large.or(is_about(then, now, times).then_some(Odd::TooSmall(last, times)))
        });
        slip.or_else(|| leaps(figure, last, earlier).then_some(Odd::Leap(last)))
    }
}

/// Whether one figure is so many times another, give or take a fifth.
fn is_about(large: Decimal, small: Decimal, times: u16) -> bool {
    let whole = small.abs().checked_mul(Decimal::from(times));
    let within = whole.and_then(|whole| {
        let fifth = whole.checked_div(Decimal::from(5))?;
        Some((large.abs() - whole).abs() <= fifth)
    });
    within.unwrap_or(false)
}

/// Whether a figure leaps: three times as far as any before it and a tenth of the last one; where fewer than three
/// are known, further than the last one is from nothing.
fn leaps(figure: Figure, last: Figure, earlier: &[Figure]) -> bool {
    let change = |a: Figure, b: Figure| b.minus(a).map(|by| by.value().abs());
    let Some(now) = change(last, figure) else {
        return true;
    };
    let size = last.value().abs();
    if earlier.len() < 3 {
        return !size.is_zero() && now > size;
    }
    let changes = earlier.windows(2).filter_map(|two| change(two[0], two[1]));
    let usual = changes.max().unwrap_or_default();
    let far = usual.checked_mul(LEAP).is_some_and(|far| now > far);
    far && now > size / Decimal::from(10)
}

#[cfg(test)]
mod tests {
    use super::Odd;
    use crate::figures::Figure;

    fn figure(text: &str) -> Figure {
        text.parse().unwrap()
    }

    fn odd(now: &str, earlier: &[&str]) -> Option<Odd> {
        let earlier: Vec<Figure> = earlier.iter().map(|f| figure(f)).collect();
        Odd::of(figure(now), None, &earlier)
    }

    #[test]
    fn a_comma_in_another_place_is_asked_about_both_ways() {
        assert_eq!(
            odd("836", &["82.8"]),
            Some(Odd::TooLarge(figure("82.8"), 10))
        );
        assert_eq!(
            odd("8.36", &["82.8"]),
            Some(Odd::TooSmall(figure("82.8"), 10))
        );
        assert_eq!(
            odd("12000", &["11"]),
            Some(Odd::TooLarge(figure("11"), 1_000))
        );
        assert_eq!(odd("-83", &["-8"]), Some(Odd::TooLarge(figure("-8"), 10)));
        assert_eq!(odd("12", &["11"]), None);
    }

    #[test]
    fn another_sign_is_asked_about_and_nothing_is_not_one() {
        assert_eq!(odd("-3", &["4"]), Some(Odd::OtherSign(figure("4"))));
        assert_eq!(odd("0", &["4"]), None);
        assert_eq!(odd("3", &["0"]), None);
    }

    #[test]
    fn a_leap_is_further_than_any_before_it() {
        let slow = ["80", "81", "80.5", "82"];
        assert_eq!(odd("97", &slow), Some(Odd::Leap(figure("82"))));
        assert_eq!(odd("86", &slow), None, "far for it, and little");
        assert_eq!(odd("97", &["60", "80", "70", "82"]), None, "it always did");
        assert_eq!(odd("40", &["11"]), Some(Odd::Leap(figure("11"))));
        assert_eq!(odd("20", &["11"]), None);
    }

    #[test]
    fn a_share_is_of_the_whole() {
        let range = Some((figure("0"), figure("100")));
        let outside = Odd::OutsideRange(figure("0"), figure("100"));
        assert_eq!(Odd::of(figure("100.1"), range, &[]), Some(outside));
        assert_eq!(Odd::of(figure("-1"), range, &[]), Some(outside));
        assert_eq!(Odd::of(figure("100"), range, &[]), None);
        assert_eq!(
            Odd::of(figure("7"), None, &[]),
            None,
            "nothing to hold it against"
        );
    }
}
