//! How figures are worked out, and why one is not, in the reader's words.

use riktning_app::views::chart::{Formula, NoFigure, Piece, Way};
use riktning_domain::indicators::{Impossible, NoValue};
use riktning_domain::{Names, Text};
use riktning_words::{Language, Marked, Words};

/// Why there is no figure.
pub fn no_figure(why: &NoFigure, words: Words) -> Marked {
    let own = |key: &str| Marked::of(words.text(key), words.language());
    match why {
        NoFigure::Said(reason) => own(match reason {
            NoValue::NotMeasured => "chart-not-measured",
            NoValue::NotStated => "chart-not-stated",
            NoValue::TooFew => "chart-too-few",
            NoValue::NotYet => "chart-not-yet",
            NoValue::Because(text) => return written(text, words),
        }),
        NoFigure::PartsMissing(parts) => {
            let parts = parts.iter().map(|part| match part {
                Some(names) => named(names, words),
                None => own("figure-hidden-part"),
            });
            lacking("figure-parts-missing", &parts.collect::<Vec<_>>(), words)
        }
        NoFigure::BodiesMissing(bodies) => {
            let bodies = bodies.iter().map(|names| named(names, words));
            lacking("figure-bodies-missing", &bodies.collect::<Vec<_>>(), words)
        }
        NoFigure::Impossible(Impossible::DividedByZero) => own("figure-divided-by-zero"),
        NoFigure::Impossible(Impossible::TooLarge) => own("figure-too-large"),
    }
}

/// The key of the way in which figures are worked out.
// words-keys: formula-*
pub fn way_key(way: Way) -> &'static str {
    match way {
        Way::Sum => "formula-sum",
        Way::Mean => "formula-mean",
        Way::WeightedMean => "formula-weighted-mean",
        Way::Ratio => "formula-ratio",
        Way::PerInhabitants(_) => "formula-per-inhabitants",
        Way::SumOfBodies => "formula-sum-of-bodies",
        Way::MeanOfBodies => "formula-mean-of-bodies",
    }
}

/// How the figures are worked out, as a sentence without links: *Räknas ut: A ÷ B × 100*.
pub fn formula(formula: &Formula, words: Words) -> Marked {
    let own = |text: String| Marked::of(text, words.language());
    let pieces = formula.pieces.iter().map(|piece| match piece {
        Piece::Part(names, _) => named(names, words),
        Piece::Hidden => own(words.text("figure-hidden-part")),
        Piece::Sign(sign) => own((*sign).to_owned()),
        Piece::Number(number) => own(words.figure(*number, None)),
    });
    let pieces: Vec<Marked> = pieces.collect();
    let pieces = Marked::joined(&pieces, "", words.language());
    match formula.way {
        Way::SumOfBodies => own(words.text("formula-sum-of-bodies")),
        Way::MeanOfBodies => {
            let said = own(words.text("formula-mean-of-bodies"));
            Marked::joined(&[said, pieces], " ", words.language())
        }
        _ => words.marked("formula-line", &[("formula", &pieces)]),
    }
}

/// Which bodies' figures one is made of.
pub fn made_of(bodies: &[Names], words: Words) -> Marked {
    let bodies: Vec<Marked> = bodies.iter().map(|names| named(names, words)).collect();
    lacking("figure-made-of", &bodies, words)
}

fn lacking(key: &str, named: &[Marked], words: Words) -> Marked {
    let all = Marked::joined(named, ", ", words.language());
    words.marked(key, &[("names", &all)])
}

fn named(names: &Names, words: Words) -> Marked {
    let (name, language) = words.name(names);
    Marked::of(words.typed(name), language)
}

fn written(text: &Text, words: Words) -> Marked {
    match text.as_str() {
        Some(text) => Marked::of(text.to_owned(), Language::Sv),
        None => Marked::of(words.typed(text), words.language()),
    }
}
