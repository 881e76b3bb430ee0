//! How figures are worked out, and why one is not.

use crate::views::frame::body_name;
use riktning_domain::ids::{BodyId, IndicatorId};
use riktning_domain::indicators::{Calculation, Definition, Impossible, NoValue, RollUp};
use riktning_domain::published::{PublicIndicator, Unreckoned};
use riktning_domain::{Figure, Names, Published};

/// How the figures of an indicator are worked out.
#[derive(Clone, Debug, PartialEq)]
pub struct Formula {
    /// In which way.
    pub way: Way,
    /// The formula, from left to right.
    pub pieces: Vec<Piece>,
    /// The bodies whose figures the latest of the group is made of.
    pub bodies: Vec<Names>,
}

/// In which way figures are worked out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// Others added together.
    Sum,
    /// The mean of others.
    Mean,
    /// Their mean, each with its weight.
    WeightedMean,
    /// One through another.
    Ratio,
    /// For every so many inhabitants.
    PerInhabitants(Figure),
    /// Bodies' figures added together.
    SumOfBodies,
    /// The mean of bodies' figures, each with its weight.
    MeanOfBodies,
}

/// A piece of a formula.
#[derive(Clone, Debug, PartialEq)]
pub enum Piece {
    /// Another indicator: its name and its part of the address.
    Part(Names, String),
    /// Another indicator that residents do not see.
    Hidden,
    /// A sign of reckoning, or a bracket.
    Sign(&'static str),
    /// A number.
    Number(Figure),
}

/// Why there is no figure.
#[derive(Clone, Debug, PartialEq)]
pub enum NoFigure {
    /// Somebody has said why.
    Said(NoValue),
    /// It would be worked out of others, of which some have none. The name of one that residents do
    /// not see is not told.
    PartsMissing(Vec<Option<Names>>),
    /// It would be made of bodies', of which some have none.
    BodiesMissing(Vec<Names>),
    /// It cannot be worked out of the figures that there are.
    Impossible(Impossible),
}

impl NoFigure {
    /// Whether it lacks what it would be worked out of.
    pub fn is_unreckoned(&self) -> bool {
        !matches!(self, NoFigure::Said(_))
    }

    pub(super) fn of(p: Published<'_>, why: &Unreckoned) -> NoFigure {
        match why {
            Unreckoned::PartsMissing(parts) => {
                let named = parts.iter().map(|id| Some(named(p, *id)?.0));
                NoFigure::PartsMissing(named.collect())
            }
            Unreckoned::BodiesMissing(bodies) => NoFigure::BodiesMissing(body_names(p, bodies)),
            Unreckoned::Impossible(why) => NoFigure::Impossible(*why),
        }
    }
}

impl Formula {
    /// How an indicator is worked out, if it is.
    pub(crate) fn of(p: Published<'_>, indicator: &PublicIndicator<'_>) -> Option<Formula> {
        let definition = indicator.definition;
        let pieces = match (&definition.calculation, definition.roll_up) {
            (Some(how), _) => pieces(p, how),
            (None, Some(RollUp::WeightedBy(weight))) => vec![Piece::of(p, weight)],
            (None, Some(RollUp::Sum) | None) => Vec::new(),
        };
        Some(Formula {
            way: Way::of(definition)?,
            pieces,
            bodies: Vec::new(),
        })
    }

    /// Whether it is made of bodies' figures and not of other indicators'.
    pub fn of_bodies(&self) -> bool {
        matches!(self.way, Way::SumOfBodies | Way::MeanOfBodies)
    }

    /// The indicators in it that residents see, once each.
    pub fn parts(&self) -> Vec<(&Names, &str)> {
        let mut all: Vec<(&Names, &str)> = Vec::new();
        for piece in &self.pieces {
            if let Piece::Part(names, slug) = piece
                && !all.iter().any(|(_, known)| known == slug)
            {
                all.push((names, slug));
            }
        }
        all
    }
}

impl Piece {
    fn of(p: Published<'_>, id: IndicatorId) -> Piece {
        match named(p, id) {
            Some((names, slug)) => Piece::Part(names, slug),
            None => Piece::Hidden,
        }
    }
}

impl Way {
    /// In which way the figures of a definition are worked out, if they are.
    pub fn of(definition: &Definition) -> Option<Way> {
        match (&definition.calculation, definition.roll_up) {
            (Some(how), _) => Some(way(how)),
            (None, Some(RollUp::Sum)) => Some(Way::SumOfBodies),
            (None, Some(RollUp::WeightedBy(_))) => Some(Way::MeanOfBodies),
            (None, None) => None,
        }
    }
}

fn way(how: &Calculation) -> Way {
    match how {
        Calculation::Sum(_) => Way::Sum,
        Calculation::Mean(_) => Way::Mean,
        Calculation::WeightedMean(_) => Way::WeightedMean,
        Calculation::Ratio { .. } => Way::Ratio,
        Calculation::PerInhabitants { per, .. } => Way::PerInhabitants(*per),
    }
}

fn pieces(p: Published<'_>, how: &Calculation) -> Vec<Piece> {
    let part = |id: &IndicatorId| Piece::of(p, *id);
    let added = |ids: &[IndicatorId]| {
        let terms = ids.iter().map(|id| vec![part(id)]);
        joined(terms.collect())
    };
    match how {
        Calculation::Sum(parts) => added(parts),
        Calculation::Mean(parts) => {
            let count = Figure::new(parts.len().into());
            through(added(parts), vec![Piece::Number(count)])
        }
        Calculation::WeightedMean(parts) => {
            let weighed = parts
                .iter()
                .map(|w| vec![part(&w.value), Piece::Sign(" × "), part(&w.weight)]);
            let weights: Vec<_> = parts.iter().map(|w| vec![part(&w.weight)]).collect();
            through(joined(weighed.collect()), bracketed(joined(weights)))
        }
        Calculation::Ratio { of, by, times } => quotient(part(of), part(by), *times),
        Calculation::PerInhabitants {
            of,
            population,
            per,
        } => quotient(part(of), part(population), *per),
    }
}

fn quotient(of: Piece, by: Piece, times: Figure) -> Vec<Piece> {
    let mut all = vec![of, Piece::Sign(" ÷ "), by];
    if times.value() != 1.into() {
        all.extend([Piece::Sign(" × "), Piece::Number(times)]);
    }
    all
}

fn joined(terms: Vec<Vec<Piece>>) -> Vec<Piece> {
    let mut all = Vec::new();
    for term in terms {
        if !all.is_empty() {
            all.push(Piece::Sign(" + "));
        }
        all.extend(term);
    }
    all
}

fn bracketed(pieces: Vec<Piece>) -> Vec<Piece> {
    let mut all = vec![Piece::Sign("(")];
    all.extend(pieces);
    all.push(Piece::Sign(")"));
    all
}

fn through(sum: Vec<Piece>, by: Vec<Piece>) -> Vec<Piece> {
    let mut all = bracketed(sum);
    all.push(Piece::Sign(" ÷ "));
    all.extend(by);
    all
}

fn named(p: Published<'_>, id: IndicatorId) -> Option<(Names, String)> {
    let part = p.indicator(id)?;
    Some((part.definition.names.clone(), part.slug.to_string()))
}

pub(super) fn body_names(p: Published<'_>, bodies: &[BodyId]) -> Vec<Names> {
    let named = bodies.iter().filter_map(|id| body_name(p, *id));
    named.map(|(names, _)| names).collect()
}
