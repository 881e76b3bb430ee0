//! An indicator on a goal's scorecard, and what the goal came to by it.

use crate::views::chart::{
    Forecast, Formula, LevelToTarget, NoFigure, Series, Sparkline, TargetPoint, Trend,
    YearWithoutFigure,
};
use crate::views::compare::Compared;
use crate::views::frame::SourceLink;
use jiff::civil::Date;
use riktning_domain::ids::IndicatorId;
use riktning_domain::indicators::{Aim, Class, Interpretation, Unit};
use riktning_domain::published::{PublicElement, PublicIndicator};
use riktning_domain::{Figure, Names, Period, Published, Text};

/// An indicator on a goal's scorecard.
#[derive(Clone, Debug, PartialEq)]
pub struct IndicatorCard {
    /// Its part of the address.
    pub slug: String,
    /// What it is called.
    pub names: Names,
    /// What it may be used for.
    pub class: Class,
    /// Whether the class is our reading.
    pub class_interpretation: Interpretation,
    /// Whether the link to the goal is our reading.
    pub link_interpretation: Interpretation,
    /// What it is counted in.
    pub unit: Unit,
    /// How many decimals its figures are shown with.
    pub decimals: u8,
    /// The latest outcome and its period; `None` says that data is missing.
    pub latest: Option<(Period, Figure)>,
    /// What is expected of the period after it.
    pub forecast: Option<Forecast>,
    /// The latest outcome after the period of the goal that it is shown under: told as such,
    /// and held against nothing.
    pub later: Option<(Period, Figure)>,
    /// The latest outcome, where it is from before the period of the goal that it is shown
    /// under: told as such, and held against nothing.
    pub earlier: Option<(Period, Figure)>,
    /// On the page of a goal: the year that it has no figure of although one is due.
    pub lacking: Option<YearWithoutFigure>,
    /// How its figures are worked out, where they are.
    pub formula: Option<Formula>,
    /// The period after the latest outcome that cannot be worked out, and why.
    pub unreckoned: Option<(Period, NoFigure)>,
    /// Where the latest figure was found.
    pub source: Option<SourceLink>,
    /// Whether the latest figure may still change.
    pub preliminary: bool,
    /// What its source says of the latest figure: that it is rounded, or of how many.
    pub note: Option<Text>,
    /// The target that holds for the latest figure's period, else the latest one.
    pub target: Option<CardTarget>,
    /// How the latest figure changed.
    pub trend: Option<Trend>,
    /// How it stands to the target; never for a place indicator.
    pub level: Option<LevelToTarget>,
    /// The small curve.
    pub sparkline: Option<Sparkline>,
    /// On the page of a goal: what other municipalities measured, where anybody did.
    pub compared: Option<Compared>,
}

/// A target on a card.
#[derive(Clone, Debug, PartialEq)]
pub struct CardTarget {
    /// What it aims at.
    pub aim: Aim,
    /// What it is for, where that is not the latest figure's period or is our reading: a figure is
    /// not held against another year's target unsaid.
    pub of: Option<Period>,
    /// Whether its period is our reading.
    pub interpretation: Interpretation,
    /// Where it was found, if not where the latest figure was.
    pub source: Option<SourceLink>,
}

impl CardTarget {
    fn of(target: &TargetPoint, is_own: bool, source: Option<&SourceLink>) -> CardTarget {
        let ours = target.interpretation.is_ours();
        let own = target.source().filter(|own| Some(*own) != source);
        CardTarget {
            aim: target.aim.clone(),
            of: (!is_own || ours).then_some(target.period),
            interpretation: target.interpretation,
            source: own.cloned(),
        }
    }
}

/// What it came to, by one indicator.
#[derive(Clone, Debug, PartialEq)]
pub struct GoalResult {
    /// What the indicator is called.
    pub names: Names,
    /// What it is counted in.
    pub unit: Unit,
    /// How many decimals its figures are shown with.
    pub decimals: u8,
    /// The last period within the goal's own.
    pub period: Period,
    /// Its figure.
    pub figure: Figure,
    /// Whether the indicator's link to the goal is our reading.
    pub link_interpretation: Interpretation,
}

/// The indicator of a goal that is drawn large.
#[derive(Clone, Debug, PartialEq)]
pub struct GoalChart {
    /// Its part of the address.
    pub slug: String,
    /// Its figures.
    pub series: Series,
    /// What the source says of the latest of them.
    pub note: Option<Text>,
    /// Whether its link to the goal is our reading.
    pub link_interpretation: Interpretation,
}

impl IndicatorCard {
    pub(crate) fn of(
        indicator: &PublicIndicator<'_>,
        series: &Series,
        link_interpretation: Interpretation,
    ) -> IndicatorCard {
        let latest = series.latest();
        let row = latest.and_then(|(period, _)| series.rows.iter().find(|r| r.period == period));
        let own_target = row.and_then(|r| r.target.as_ref());
        let mut targets = series.rows.iter().rev();
        let last_target = targets.find_map(|row| row.target.as_ref());
        let point = row.and_then(|r| r.points.iter().find(|p| p.outcome().is_some()));
        let source = point.and_then(|p| p.source.as_ref());
        IndicatorCard {
            slug: indicator.slug.to_string(),
            names: series.names.clone(),
            class: series.class,
            class_interpretation: series.class_interpretation,
            link_interpretation,
            unit: series.unit.clone(),
            decimals: series.decimals,
            latest,
            forecast: series.forecast(),
            later: None,
            earlier: None,
            lacking: None,
            formula: series.formula.clone(),
            unreckoned: series.unreckoned().map(|(of, why)| (of, why.clone())),
            source: source.cloned(),
            preliminary: series.is_preliminary(),
            note: point
                .and_then(|p| p.note.clone())
                .or_else(|| point.and(indicator.definition.note.clone())),
            target: own_target
                .or(last_target)
                .map(|target| CardTarget::of(target, own_target.is_some(), source)),
            trend: series.trend,
            level: series.level,
            sparkline: series.sparkline(),
            compared: None,
        }
    }

    /// The card under a goal whose period begins on a day: a figure of a period that was over
    /// by then is an earlier one, and neither it nor its target judges the goal.
    fn of_a_goal_from(self, first_day: Date) -> IndicatorCard {
        match self.latest {
            Some((period, _)) if period.last_day() < first_day => IndicatorCard {
                latest: None,
                earlier: self.latest,
                target: self.target.map(|target| CardTarget {
                    of: target.of.or(Some(period)),
                    ..target
                }),
                trend: None,
                level: None,
                ..self
            },
            _ => self,
        }
    }
}

/// The organisation indicators of an element that stand somewhere to their target in its own time:
/// the only ones that speak for or against a verdict on it.
pub(crate) fn levels_of(
    p: Published<'_>,
    element: &PublicElement<'_>,
) -> Vec<(IndicatorId, IndicatorCard, LevelToTarget)> {
    let serving = p.indicators_of(element.id()).into_iter();
    let informing = serving.filter(|(of, _)| of.definition.class == Class::Organisation);
    let levels = informing.filter_map(|(indicator, ours)| {
        let card = IndicatorCard::of(&indicator, &Series::of(p, &indicator), ours);
        let card = card.of_a_goal_from(element.period().first_day());
        let level = card.level?;
        Some((indicator.id, card, level))
    });
    levels.collect()
}

/// The indicators of a goal with their figures, organisation indicators first.
pub(super) struct Scorecard(Vec<(Series, IndicatorCard)>);

impl Scorecard {
    pub(super) fn of(p: Published<'_>, goal: &PublicElement<'_>) -> Scorecard {
        let serving = p.indicators_of(goal.id());
        let cards = serving.iter().map(|(indicator, ours)| {
            let series = Series::of(p, indicator);
            let later = later_than_period(p, indicator);
            let card = IndicatorCard::of(indicator, &series, *ours);
            let compared = Compared::latest(p, indicator, &series, &[]);
            let compared = compared.filter(|c| c.rows.iter().any(|row| row.figure.is_some()));
            let card = IndicatorCard {
                later,
                compared,
                ..card
            };
            let card = card.of_a_goal_from(goal.period().first_day());
            let lacking = series.lacking(goal.period(), p.day());
            let lacking = lacking.filter(|_| card.latest.is_some());
            let card = IndicatorCard { lacking, ..card };
            (series, card)
        });
        let mut cards: Vec<_> = cards.collect();
        cards.sort_by_key(|(_, card)| card.class);
        Scorecard(cards)
    }

    /// The organisation indicators.
    fn informing(&self) -> impl DoubleEndedIterator<Item = &(Series, IndicatorCard)> {
        let informs = |card: &IndicatorCard| card.class == Class::Organisation;
        self.0.iter().filter(move |(_, card)| informs(card))
    }

    /// The organisation indicator that a chart says most of, if one has a figure: an outcome of the
    /// goal's own time before a forecast, and that before what was measured earlier. Lists choose
    /// as this does (`GoalLink`).
    fn telling(&self) -> Option<&(Series, IndicatorCard)> {
        // Of equals `max_by_key` takes the last, and the first in the goal's order is meant.
        let most = self.informing().rev();
        let most = most.max_by_key(|(series, card)| {
            (
                card.latest.is_some(),
                card.earlier.is_none(),
                series.tells(),
            )
        });
        most.filter(|(series, _)| series.latest().is_some() || series.forecast().is_some())
    }

    /// What is drawn large.
    pub(super) fn chart(&self) -> Option<GoalChart> {
        let (series, card) = self.telling()?;
        let series = match card.earlier {
            Some(_) => series.clone().unjudged(),
            None => series.clone(),
        };
        Some(GoalChart {
            slug: card.slug.clone(),
            series,
            note: card.note.clone(),
            link_interpretation: card.link_interpretation,
        })
    }

    /// The last figure within a period of the indicator that is drawn, else of the first
    /// organisation indicator that has one.
    pub(super) fn result(&self, period: Period) -> Option<GoalResult> {
        self.telling()
            .into_iter()
            .chain(self.informing())
            .find_map(|(series, card)| {
                let latest = series.latest_by(period.last_day());
                let (of, figure) = latest.filter(|(of, _)| of.last_day() >= period.first_day())?;
                Some(GoalResult {
                    names: card.names.clone(),
                    unit: card.unit.clone(),
                    decimals: card.decimals,
                    period: of,
                    figure,
                    link_interpretation: card.link_interpretation,
                })
            })
    }

    /// Everything that its figures and targets were found in.
    pub(super) fn sources(&self) -> Vec<SourceLink> {
        let all = self.0.iter();
        all.flat_map(|(series, _)| series.sources()).collect()
    }

    pub(super) fn cards(self) -> Vec<IndicatorCard> {
        self.0.into_iter().map(|(_, card)| card).collect()
    }
}

/// The latest outcome of a period that began after the one an indicator is read for. Where no
/// figure is about such a period the whole series is not reckoned.
fn later_than_period(
    p: Published<'_>,
    indicator: &PublicIndicator<'_>,
) -> Option<(Period, Figure)> {
    let until = indicator.until()?;
    let whole = indicator.whole();
    let (_, told) = whole.told();
    if !told.iter().any(|m| m.key().period.first_day() > until) {
        return None;
    }
    let latest = Series::of(p, &whole).latest();
    latest.filter(|(period, _)| period.first_day() > until)
}
