//! An indicator beside what other municipalities measured.

use super::shell::{Place, Shell, Visit};
use super::speech::Measured;
use crate::failure::Failure;
use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use riktning_app::views::compare::{Compared, Comparison};
use riktning_charts::{Field, Ink, Spot, Strip};
use riktning_domain::Figure;
use serde_json::json;

#[derive(Template)]
#[template(path = "compare.html")]
struct ComparePage<'a> {
    shell: Shell,
    v: &'a Comparison,
    drawn: Option<(String, String)>,
}

impl ComparePage<'_> {
    fn measured(&self, figure: &Figure) -> Measured {
        let v = self.v;
        self.shell.s.with_unit(figure, &v.unit, &v.decimals)
    }

    /// The municipalities of the form: none is ticked where all are shown.
    fn choice(&self) -> Vec<(String, &str, bool)> {
        let rows = self.v.compared.iter().flat_map(|c| &c.rows);
        let all = rows.clone().all(|row| row.shown);
        let choice = rows.map(|row| {
            let name = self.shell.s.words.typed(&row.name);
            (name, row.slug.as_str(), row.shown && !all)
        });
        choice.collect()
    }

    /// What could not be found, as the reader wrote it.
    fn unknown(&self) -> Option<String> {
        let names = self.v.unknown.join(", ");
        (!names.is_empty()).then(|| self.shell.s.t1("compare-unknown", "names", names))
    }
}

/// The page. Of a municipality that is not in the comparison it says so, and who is.
pub(crate) fn comparison(visit: &Visit, v: &Comparison) -> Result<Response, Failure> {
    let s = visit.speech();
    let name = s.name(&v.names).plain().to_owned();
    let title = s.t1("compare-of", "name", name);
    let shell = Shell::new(visit, v.frame.clone(), title, Place::Indicators);
    // A page that only says that nothing is known is nothing to find.
    let shell = match v.compared {
        Some(_) => shell,
        None => shell.without_listing(),
    };
    let drawn = v.compared.as_ref().and_then(|c| draw(visit, v, c));
    let page = ComparePage { shell, v, drawn };
    match (v.unknown.is_empty(), v.compared.is_some()) {
        (true, _)
            if v.compared
                .as_ref()
                .is_none_or(|c| c.rows.iter().all(|r| r.shown)) =>
        {
            super::page(&page)
        }
        // Which of the many choices a reader makes is kept for nobody else.
        (true, _) => super::passing(StatusCode::OK, &page),
        (false, _) => super::passing(StatusCode::NOT_FOUND, &page),
    }
}

fn draw(visit: &Visit, v: &Comparison, compared: &Compared) -> Option<(String, String)> {
    let s = visit.speech();
    let spot = |name: String, figure: Figure| Spot {
        name,
        figure,
        said: s.with_unit(&figure, &v.unit, &v.decimals).plain(),
    };
    let place = s.words.typed(&v.frame.place);
    let own = compared.own.map(|figure| spot(place, figure));
    let shown = compared.rows.iter().filter(|row| row.shown);
    let others = shown.filter_map(|row| Some(spot(s.words.typed(&row.name), row.figure?)));
    let others: Vec<Spot> = others.collect();
    let each = own.iter().chain(&others);
    let each = each.map(|spot| format!("{} {}", spot.name, spot.said));
    let strip = Strip {
        says: each.collect::<Vec<_>>().join(", "),
        own,
        others,
        unit: v.unit.clone(),
        better: v.better,
        decimals: v.decimals,
    };
    riktning_charts::strip(&strip, s.words, Ink::Page)
}

/// The figures for a spreadsheet.
pub(crate) fn comparison_csv(visit: &Visit, v: &Comparison) -> Result<Response, Failure> {
    let s = visit.speech();
    let compared = v.compared.as_ref().ok_or(Failure::NotFound)?;
    let head = [
        "indicator",
        "municipality",
        "period",
        "value",
        "unit",
        "group",
        "source",
        "invented",
    ];
    let head = head.map(|key| Field::Text(s.t(&format!("compare-csv-{key}")))); // words-keys: compare-csv-*
    let text = |text: &str| Field::Text(text.to_owned());
    let (name, group) = (s.name(&v.names), s.name(&compared.group));
    let source = compared
        .source
        .as_ref()
        .map(|link| s.words.typed(&link.title));
    let invented = s.t(if v.frame.invented {
        "chart-yes"
    } else {
        "chart-no"
    });
    let row = |who: String, figure: Option<Figure>| {
        vec![
            text(name.plain()),
            Field::Text(who),
            Field::Text(s.period(&compared.period)),
            figure.map_or(Field::Empty, Field::Figure),
            Field::Text(s.unit_name(&v.unit)),
            text(group.plain()),
            source.clone().map_or(Field::Empty, Field::Text),
            text(&invented),
        ]
    };
    let own = row(s.words.typed(&v.frame.place), compared.own);
    let others = compared
        .rows
        .iter()
        .map(|r| row(s.words.typed(&r.name), r.figure));
    let rows: Vec<Vec<Field>> = [head.to_vec(), own].into_iter().chain(others).collect();
    let csv = riktning_charts::csv_of(&rows, s.words);
    Ok(super::kept("text/csv; charset=utf-8", csv))
}

/// The figures for programs: decimal strings, exact.
pub(crate) fn comparison_json(v: &Comparison) -> Result<Response, Failure> {
    let compared = v.compared.as_ref().ok_or(Failure::NotFound)?;
    let others = compared.rows.iter().map(|row| {
        json!({
            "municipality": row.name.as_str(),
            "value": row.figure.map(|f| f.to_string()),
        })
    });
    let json = json!({
        "indicator": v.slug,
        "group": compared.group.sv.as_str(),
        "period": compared.period.to_string(),
        "own": compared.own.map(|f| f.to_string()),
        "others": others.collect::<Vec<_>>(),
        "source": compared.source.as_ref().and_then(|link| link.title.as_str()),
        "invented": v.frame.invented,
    });
    Ok(super::kept("application/json", json.to_string()))
}
