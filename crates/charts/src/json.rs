//! The figures for programs.

use crate::table::{days, differences};
use riktning_app::views::chart::{
    Formula, MadeOf, NoFigure, Piece, Point, Row, Series, TargetPoint, Way,
};
use riktning_app::views::frame::{Basis, DecisionRef, SourceLink};
use riktning_domain::indicators::{
    Aim, Better, Breakdown, Class, Impossible, NoValue, Settled, Unit,
};
use riktning_domain::{Names, Text};
use serde_json::{Value, json};

/// The figures of a series as JSON. It speaks no language: names stand in those they have, and
/// everything else is a word of the format. Figures are decimal strings, exact as the source
/// printed them; one that is missing is `null` with its reason beside it. What is worked out says
/// how in `worked_out`, and each such figure what it is made of.
pub fn json(series: &Series, invented: bool) -> Value {
    let rows: Vec<Value> = series
        .rows
        .iter()
        .map(|row| self::row(series, row))
        .collect();
    let mut all = json!({
        "names": names(&series.names),
        "unit": unit(&series.unit),
        "decimals": series.decimals,
        "better": match series.better {
            Better::Up => "up",
            Better::Down => "down",
            Better::Near => "near",
            Better::Neither => "neither",
        },
        "class": match series.class {
            Class::Organisation => "organisation",
            Class::Place => "place",
            Class::KeyFigure => "key-figure",
        },
        "class_is_our_reading": series.class_interpretation.is_ours(),
        "invented": invented,
        "rows": rows,
    });
    if let (Some(formula), Some(all)) = (&series.formula, all.as_object_mut()) {
        all.insert("worked_out".to_owned(), worked_out(formula));
    }
    all
}

/// The formula as it stands on the page, its parts by their addresses.
fn worked_out(formula: &Formula) -> Value {
    let pieces = formula.pieces.iter().map(|piece| match piece {
        Piece::Part(_, slug) => slug.clone(),
        Piece::Hidden => "?".to_owned(),
        Piece::Sign(sign) => (*sign).to_owned(),
        Piece::Number(number) => number.to_string(),
    });
    let parts = formula.parts().into_iter();
    let parts = parts.map(|(part, slug)| json!({ "slug": slug, "names": names(part) }));
    json!({
        "way": match formula.way {
            Way::Sum => "sum",
            Way::Mean => "mean",
            Way::WeightedMean => "weighted-mean",
            Way::Ratio => "ratio",
            Way::PerInhabitants(_) => "per-inhabitants",
            Way::SumOfBodies => "sum-of-bodies",
            Way::MeanOfBodies => "mean-of-bodies-weighted-by",
        },
        "formula": pieces.collect::<String>(),
        "parts": parts.collect::<Vec<_>>(),
    })
}

fn made_of(made: &MadeOf) -> Value {
    json!({
        "sources": made.sources.iter().map(source).collect::<Vec<_>>(),
        "bodies": made.bodies.iter().map(names).collect::<Vec<_>>(),
    })
}

fn row(series: &Series, row: &Row) -> Value {
    let (first, last) = days(row.period);
    let figures: Vec<Value> = series
        .breakdowns
        .iter()
        .zip(&row.points)
        .map(|(breakdown, point)| figure(*breakdown, row, point))
        .collect();
    let differences: Vec<Value> = differences(series)
        .into_iter()
        .map(|difference| {
            json!({
                "of": match difference.is_of_girls() {
                    true => "girls-boys",
                    false => "women-men",
                },
                "value": difference.in_row(row).map(|f| f.to_string()),
            })
        })
        .collect();
    json!({
        "period": row.period.to_string(),
        "first_day": first,
        "last_day": last,
        "figures": figures,
        "differences": differences,
        "target": row.target.as_ref().map(target),
    })
}

fn figure(breakdown: Breakdown, row: &Row, point: &Point) -> Value {
    let (reason, reason_in_words) = match &point.value {
        Some(Ok(_)) => (None, None),
        Some(Err(NoFigure::Said(reason))) => {
            let (code, words) = no_value(reason);
            (Some(code), words)
        }
        Some(Err(NoFigure::PartsMissing(_))) => (Some("parts-missing"), None),
        Some(Err(NoFigure::BodiesMissing(_))) => (Some("bodies-missing"), None),
        Some(Err(NoFigure::Impossible(Impossible::DividedByZero))) => {
            (Some("divided-by-zero"), None)
        }
        Some(Err(NoFigure::Impossible(Impossible::TooLarge))) => (Some("too-large"), None),
        None if row.is_forecast() => (Some("no-forecast"), None),
        None => (Some("missing"), None),
    };
    let lacks: Option<Vec<Value>> = match &point.value {
        Some(Err(NoFigure::PartsMissing(parts))) => Some(
            parts
                .iter()
                .map(|part| json!(part.as_ref().map(names)))
                .collect(),
        ),
        Some(Err(NoFigure::BodiesMissing(bodies))) => Some(bodies.iter().map(names).collect()),
        _ => None,
    };
    let mut all = json!({
        "breakdown": match breakdown {
            Breakdown::All => "all",
            Breakdown::Women => "women",
            Breakdown::Men => "men",
            Breakdown::Girls => "girls",
            Breakdown::Boys => "boys",
        },
        "value": point.figure().map(|f| f.to_string()),
        "reason": reason,
        "reason_in_words": reason_in_words,
        "settled": point.figure().and(point.settled).map(|settled| match settled {
            Settled::Forecast(_) => "forecast",
            Settled::Preliminary => "preliminary",
            Settled::Told => "as told by the source",
            Settled::Final => "final",
            Settled::Revised => "revised",
        }),
        "forecast_by": point.forecast_by.as_ref().map(names),
        "revised_from": point.revised_from.iter().map(ToString::to_string).collect::<Vec<_>>(),
        "collected": point.collected.map(|day| day.to_string()),
        "source": point.source.as_ref().map(source),
        "decision": point.decided.as_ref().map(decision),
        "note": point.note.as_ref().and_then(Text::as_str),
    });
    if let Some(all) = all.as_object_mut() {
        let made = point.made_of.as_ref().map(made_of);
        all.extend(made.map(|made| ("made_of".to_owned(), made)));
        all.extend(lacks.map(|lacks| ("lacks".to_owned(), json!(lacks))));
    }
    all
}

/// The reason as a word of the format, and in words where somebody wrote them.
fn no_value(reason: &NoValue) -> (&'static str, Option<&str>) {
    match reason {
        NoValue::NotMeasured => ("not-measured", None),
        NoValue::NotStated => ("not-stated", None),
        NoValue::TooFew => ("too-few", None),
        NoValue::NotYet => ("not-yet", None),
        NoValue::Because(words) => ("other", words.as_str()),
    }
}

fn target(target: &TargetPoint) -> Value {
    let (value, low, high, words) = match &target.aim {
        Aim::At(figure) => (Some(figure), None, None, None),
        Aim::Between(low, high) => (None, Some(low), Some(high), None),
        Aim::InWords(words) => (None, None, None, words.as_str()),
    };
    let (since, source) = match &target.basis {
        Basis::Decision(decision) => (decision.date, decision.source.as_ref()),
        Basis::Source { since, source } => (*since, Some(source)),
    };
    json!({
        "value": value.map(ToString::to_string),
        "low": low.map(ToString::to_string),
        "high": high.map(ToString::to_string),
        "in_words": words,
        "period_is_our_reading": target.interpretation.is_ours(),
        "since": since.to_string(),
        "source": source.map(self::source),
        "note": target.note.as_ref().and_then(Text::as_str),
    })
}

fn source(source: &SourceLink) -> Value {
    json!({
        "title": source.title.as_str(),
        "url": source.url.as_ref().and_then(Text::as_str),
    })
}

fn names(names: &Names) -> Value {
    let text = |text: &Option<Text>| text.as_ref().and_then(Text::as_str).map(str::to_owned);
    json!({
        "sv": names.sv.as_str(),
        "en": text(&names.en),
        "fi": text(&names.fi),
    })
}

fn unit(unit: &Unit) -> Value {
    match unit {
        Unit::Percent => json!("percent"),
        Unit::Count => json!("count"),
        Unit::Index => json!("index"),
        Unit::Points => json!("points"),
        Unit::Grade => json!("grade"),
        Unit::Rank => json!("rank"),
        Unit::MillionSek => json!("million-sek"),
        Unit::ThousandSek => json!("thousand-sek"),
        Unit::Named(words) => json!({ "named": words.as_str() }),
    }
}

/// The decision that made a figure public.
fn decision(decision: &DecisionRef) -> Value {
    json!({
        "body": names(&decision.body),
        "date": decision.date.day().to_string(),
        "paragraph": decision.paragraph.as_ref().and_then(Text::as_str),
        "case_number": decision.case_number.as_ref().and_then(Text::as_str),
    })
}
