//! Exact decimal figures: what was measured, aimed at or granted.

use rust_decimal::Decimal;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use std::str::FromStr;

/// A figure as its source printed it, decimals included: 216 is not 216.0.
///
/// ```
/// use riktning_domain::Figure;
/// let share: Figure = "74.61".parse().expect("a figure");
/// assert_eq!(share.decimals(), 2);
/// assert!("74,61".parse::<Figure>().is_err(), "the comma belongs to the page, not here");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Figure(Decimal);

impl Figure {
    /// Nothing.
    pub const ZERO: Figure = Figure(Decimal::ZERO);

    /// A figure from an exact decimal.
    pub fn new(value: Decimal) -> Self {
        Self(value)
    }

    /// The exact decimal.
    pub fn value(self) -> Decimal {
        self.0
    }

    /// How many decimals the figure was given with.
    pub fn decimals(self) -> u32 {
        self.0.scale()
    }

    /// The figure less another, exactly.
    pub fn minus(self, other: Figure) -> Option<Figure> {
        self.0.checked_sub(other.0).map(Figure)
    }
}

impl From<u16> for Figure {
    fn from(whole: u16) -> Figure {
        Figure(Decimal::from(whole))
    }
}

impl fmt::Display for Figure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// The text is not a decimal figure.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a figure: {0:?}; write 84.5 or -3.2")]
pub struct NotAFigure(pub String);

impl FromStr for Figure {
    type Err = NotAFigure;

    fn from_str(s: &str) -> Result<Self, NotAFigure> {
        let wrong = || NotAFigure(s.to_owned());
        let digits = |t: &str| !t.is_empty() && t.bytes().all(|b| b.is_ascii_digit());
        let unsigned = s.strip_prefix('-').unwrap_or(s);
        let (whole, decimals) = unsigned.split_once('.').unwrap_or((unsigned, "0"));
        // The parser of decimals alone would read 1_000 and +5 as well.
        if !digits(whole) || !digits(decimals) {
            return Err(wrong());
        }
        // `from_str_exact` refuses what would have to be rounded.
        Decimal::from_str_exact(s).map(Figure).map_err(|_| wrong())
    }
}

impl Serialize for Figure {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Figure {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<str>::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}
