//! Writes every sample as an HTML page, to look at before a snapshot is accepted:
//! `cargo run -p riktning-charts --example gallery -- style.css sv page > gallery.html`
//!
//! The style sheet is the page's own; `page` or `print` is the ink.

#[path = "../tests/it/samples/mod.rs"]
mod samples;

use riktning_app::views::chart::Row;
use riktning_charts::{Drawing, Ink, STYLE, Words, chart, finding, sparkline, table};
use riktning_charts::{Series, Sparkline};
use riktning_words::Language;

fn main() {
    let mut arguments = std::env::args().skip(1);
    let style = arguments.next().unwrap_or_default();
    let language = match arguments.next().as_deref() {
        Some("en") => Language::En,
        Some("fi") => Language::Fi,
        _ => Language::Sv,
    };
    let ink = match arguments.next().as_deref() {
        Some("print") => Ink::Print,
        _ => Ink::Page,
    };
    let words = Words::of(language);
    println!(
        "<!doctype html><html lang=sv><meta charset=utf-8>\
         <meta name=viewport content=\"width=device-width,initial-scale=1\">\
         <meta name=color-scheme content=\"light dark\"><title>Charts</title>\
         <link rel=stylesheet href=\"{style}\"><style>{STYLE}</style><body><main class=bredd>"
    );
    for (name, series) in samples::all() {
        let chart = chart(&series, words, name, ink);
        println!(
            "<figure class=diagram><figcaption><h2 class=h3>{}</h2><p class=blek>{}</p></figcaption>",
            html(&finding(&series, words)),
            html(&chart.subtitle.to_string())
        );
        match &chart.drawing {
            Drawing::Lines { wide, narrow } => println!("{wide}{narrow}"),
            Drawing::NumberOnly(numbers) => {
                println!("<pre>{}</pre>", html(&format!("{numbers:#?}")));
            }
            Drawing::Nothing => println!("<p>–"),
        }
        println!(
            "<p class=\"liten blek\">{}</p>",
            html(&chart.note().to_string())
        );
        println!("<p class=\"liten\">{}</p>", html(&chart.desc));
        println!("<details class=tabell><summary>…</summary><table class=data>");
        let table = table(&series, words);
        println!(
            "<caption>{}</caption><tr>",
            html(&table.caption.to_string())
        );
        for head in &table.head {
            println!("<th scope=col>{}</th>", html(head));
        }
        for row in &table.rows {
            println!("<tr><th scope=row>{}</th>", html(&row.period));
            for cell in &row.cells {
                let mark = cell
                    .mark
                    .as_ref()
                    .map(|m| format!(" ({m})"))
                    .unwrap_or_default();
                println!("<td>{}{}</td>", html(&cell.text.to_string()), html(&mark));
            }
        }
        println!(
            "</table></details></figure><p>{}</p>",
            sparkline(&curve(&series), ink)
        );
    }
    println!("</main>");
}

fn curve(series: &Series) -> Sparkline {
    let figures = series
        .rows
        .iter()
        .map(|row| row.points.first().and_then(|p| p.figure()));
    let outcome = |row: &Row| row.points.first().and_then(|p| p.outcome()).is_some();
    Sparkline {
        outcomes: series
            .rows
            .iter()
            .rposition(outcome)
            .map_or(0, |last| last + 1),
        figures: figures.collect(),
        target: None,
    }
}

fn html(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}
