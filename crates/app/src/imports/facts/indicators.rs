//! The indicators of the file: what is measured, the outcomes, the targets.

use super::reader::{At, FaultKind, SourceIn};
use super::swedish;
use super::years::year_in;
use jiff::civil::Date;
use riktning_domain::indicators::{Better, Breakdown, Class, Interpretation, Unit};
use riktning_domain::{Figure, Period};

#[derive(Debug)]
pub(crate) struct IndicatorIn {
    pub(super) path: String,
    pub(super) id: String,
    pub(super) name: String,
    pub(super) unit: Unit,
    pub(super) better: Better,
    pub(super) class: (Class, Interpretation),
    pub(super) note: Option<String>,
    pub(super) source: Option<SourceIn>,
    pub(super) outcomes: Vec<OutcomeIn>,
    /// The paths of what the outcomes say already.
    pub(super) said_twice: Vec<String>,
    pub(super) target: Option<TargetIn>,
    /// The goal's id, the path of the field, and whose word the link is.
    pub(super) goal: Option<(String, String, Interpretation)>,
}

#[derive(Debug)]
pub(crate) struct OutcomeIn {
    pub(super) path: String,
    pub(super) period: Period,
    pub(super) breakdown: Breakdown,
    pub(super) value: Option<Figure>,
    pub(super) note: Option<String>,
    pub(super) source: Option<SourceIn>,
}

#[derive(Debug)]
pub(crate) struct TargetIn {
    pub(super) path: String,
    pub(super) value: Option<Figure>,
    pub(super) note: Option<String>,
    /// The year that its note names.
    pub(super) year: Option<i16>,
    pub(super) source: Option<SourceIn>,
}

impl IndicatorIn {
    pub(super) fn sources(&self) -> Vec<Option<SourceIn>> {
        let outcomes = self.outcomes.iter().map(|o| o.source.clone());
        let target = self.target.as_ref().and_then(|t| t.source.clone());
        outcomes.chain([self.source.clone(), target]).collect()
    }
}

pub(super) fn indicator(at: &At<'_>) -> Option<IndicatorIn> {
    let (id, name, unit) = (at.needed("id"), at.needed("name"), at.needed("unit"));
    let better = at
        .among("better", swedish::BETTER)
        .unwrap_or(Better::Neither);
    let class = class(at);
    let source = at.source("source");
    let mut outcomes: Vec<OutcomeIn> = at
        .records("outcomes")
        .iter()
        .filter_map(|o| outcome(o, source.as_ref()))
        .collect();
    if let Some(baseline) = at.object("baseline")
        && let Some(value) = outcome(&baseline, source.as_ref())
    {
        outcomes.push(value);
    }
    let split = at.object("gender_split");
    let split = split.map(|split| by_sex(&split, source.as_ref()));
    let split = split.unwrap_or_default();
    let said_twice = match is_the_whole(&split, &outcomes) {
        true => split.into_iter().map(|said| said.path).collect(),
        false => {
            outcomes.extend(split);
            Vec::new()
        }
    };
    let goal = at.interpreted("goal_link");
    let target = at.object("target").map(|target| TargetIn {
        value: target.get("value").and_then(|value| value.as_figure()),
        note: target.text("note"),
        year: target.text("note").as_deref().and_then(year_in),
        source: target.source("source").or_else(|| source.clone()),
        path: target.path,
    });
    Some(IndicatorIn {
        path: at.path.clone(),
        id: id?,
        name: name?,
        unit: swedish::unit(&unit?),
        better,
        class,
        note: at.text("note"),
        source,
        outcomes,
        said_twice,
        target,
        goal: goal.and_then(|(at, ours)| Some((at.as_text()?, at.path, ours))),
    })
}

/// What the indicator may be used for. One of which nobody says is a key figure: it informs
/// no verdict.
fn class(at: &At<'_>) -> (Class, Interpretation) {
    let read = at.interpreted("kind").and_then(|(field, ours)| {
        let word = field.as_text()?;
        let class = swedish::CLASSES
            .iter()
            .find(|(name, _)| *name == word)
            .map(|(_, c)| *c);
        if class.is_none() {
            field.fault(FaultKind::not_among(
                swedish::CLASSES.iter().map(|(name, _)| *name),
            ));
        }
        Some((class?, ours))
    });
    read.unwrap_or((Class::KeyFigure, Interpretation::Ours))
}

fn outcome(at: &At<'_>, source: Option<&SourceIn>) -> Option<OutcomeIn> {
    Some(OutcomeIn {
        path: at.path.clone(),
        period: period(at)?,
        breakdown: Breakdown::All,
        value: at.get("value").and_then(|value| value.as_figure()),
        note: at.text("note"),
        source: at.source("source").or_else(|| source.cloned()),
    })
}

/// Whether a split by sex is the figure of everybody once more: a share of girls is told as girls,
/// with nothing of boys, and is split by nothing.
fn is_the_whole(split: &[OutcomeIn], outcomes: &[OutcomeIn]) -> bool {
    let mut told = split.iter().filter(|said| said.value.is_some());
    let (Some(only), None) = (told.next(), told.next()) else {
        return false;
    };
    let mut same = outcomes.iter();
    same.any(|whole| whole.period == only.period && whole.value == only.value)
}

/// Girls and boys, or women and men, of one period. One that is null is said to be not stated.
fn by_sex(at: &At<'_>, source: Option<&SourceIn>) -> Vec<OutcomeIn> {
    let Some(period) = period(at) else {
        return Vec::new();
    };
    let kinds = [
        ("women", Breakdown::Women),
        ("men", Breakdown::Men),
        ("girls", Breakdown::Girls),
        ("boys", Breakdown::Boys),
    ];
    let fields = kinds
        .into_iter()
        .filter(|(field, _)| at.value.get(field).is_some());
    fields
        .map(|(field, breakdown)| OutcomeIn {
            path: format!("{}.{field}", at.path),
            period,
            breakdown,
            value: at.get(field).and_then(|value| value.as_figure()),
            note: None,
            source: at.source("source").or_else(|| source.cloned()),
        })
        .collect()
}

/// A period as the file writes it: 2018, 2017/18, 2018-12, or an interim report as 2018 D1.
fn period(at: &At<'_>) -> Option<Period> {
    let field = at.get("period");
    let period = match &field {
        Some(field) => match field.value.as_whole() {
            Some(year) => Some(year.to_string()),
            None => field.value.as_text().map(str::to_owned),
        },
        None => None,
    };
    let period = period
        .as_deref()
        .and_then(|text| interim(text).or_else(|| text.parse().ok()));
    if period.is_none() {
        field
            .unwrap_or_else(|| at.clone())
            .fault(FaultKind::NotAPeriod);
    }
    period
}

/// The year up to the cut-off of an interim report: 31 March and 31 August.
fn interim(text: &str) -> Option<Period> {
    let (year, report) = text.split_once(" D")?;
    let (month, day) = match report {
        "1" => (3, 31),
        "2" => (8, 31),
        _ => return None,
    };
    let year: i16 = year
        .parse()
        .ok()
        .filter(|year| (1600..3000).contains(year))?;
    Date::new(year, month, day).ok().map(Period::YearToDate)
}
