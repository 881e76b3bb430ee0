//! What holds for every series, however odd.

use proptest::prelude::*;
use proptest::sample::subsequence;
use riktning_app::views::chart::{NoFigure, Point, Row, Series, TargetPoint};
use riktning_charts::Sparkline;
use riktning_charts::{Drawing, Ink, Words, chart, csv, finding, json, sparkline, table};
use riktning_domain::indicators::{
    Aim, Better, Breakdown, Class, Interpretation, NoValue, Settled, Unit,
};
use riktning_domain::{Figure, Names, Period, Text};
use riktning_words::Language;
use roxmltree::{Document, Node};
use rust_decimal::Decimal;
use std::collections::BTreeSet;

fn figure() -> impl Strategy<Value = Figure> {
    let figure = |(mantissa, scale)| Figure::new(Decimal::new(mantissa, scale));
    prop_oneof![
        6 => (0_i64..1000, 0_u32..2).prop_map(figure),
        2 => (-1_000_000_i64..1_000_000, 0_u32..5).prop_map(figure),
        1 => (any::<i64>(), 0_u32..28).prop_map(figure),
        1 => Just(Figure::new(Decimal::MAX)),
        1 => Just(Figure::new(Decimal::ZERO)),
    ]
}

fn typed() -> impl Strategy<Value = Text> {
    prop_oneof![
        "\\PC{0,40}".prop_map(Text::from),
        any::<String>().prop_map(Text::from),
        Just(Text::new("</text></svg><script>x</script>")),
        Just(Text::new("=1+1;\"\r\n")),
        Just(Text::Redacted),
    ]
}

fn point() -> impl Strategy<Value = Point> {
    let value = prop_oneof![
        6 => figure().prop_map(|f| Some(Ok(f))),
        1 => Just(None),
        1 => Just(Some(Err(NoValue::NotMeasured))),
        1 => Just(Some(Err(NoValue::TooFew))),
        1 => typed().prop_map(|t| Some(Err(NoValue::Because(t)))),
    ];
    let settled = prop_oneof![
        4 => Just(Settled::Final),
        1 => Just(Settled::Forecast(crate::samples::FORECASTER)),
        1 => Just(Settled::Preliminary),
        1 => Just(Settled::Revised)
    ];
    (value, settled, prop::option::of(typed())).prop_map(|(value, settled, note)| Point {
        settled: value.is_some().then_some(settled),
        forecast_by: (value.is_some() && settled.is_forecast())
            .then(|| Names::swedish("Barn- och utbildningsnämnden")),
        collected: (value.is_some() && settled.is_forecast())
            .then(|| jiff::civil::date(2018, 9, 25)),
        note,
        ..crate::samples::point(value)
    })
}

fn target() -> impl Strategy<Value = TargetPoint> {
    let aim = prop_oneof![
        figure().prop_map(Aim::At),
        (figure(), figure()).prop_map(|(a, b)| Aim::Between(a.min(b), a.max(b))),
        typed().prop_map(Aim::InWords),
    ];
    (period(), aim).prop_map(|(period, aim)| crate::samples::aim(period, aim))
}

fn period() -> impl Strategy<Value = Period> {
    let year = 1990_i16..2030;
    prop_oneof![
        6 => year.clone().prop_map(Period::Year),
        2 => year.clone().prop_map(Period::SchoolYear),
        1 => (year.clone(), 1_u8..4).prop_map(|(y, n)| Period::Tertial(y, n)),
        1 => (year.clone(), 1_u8..13).prop_map(|(y, n)| Period::Month(y, n)),
        1 => year.clone().prop_map(|y| Period::Years { from: y, to: y + 3 }),
        1 => (year, 1_u8..13).prop_map(|(y, n)| Period::YearToDate(Period::Month(y, n).last_day())),
    ]
}

fn years() -> impl Strategy<Value = BTreeSet<Period>> {
    prop::collection::btree_set((1980_i16..2024).prop_map(Period::Year), 0..40)
}

fn unit() -> impl Strategy<Value = Unit> {
    prop_oneof![
        Just(Unit::Percent),
        Just(Unit::Percent),
        Just(Unit::Count),
        Just(Unit::Index),
        Just(Unit::Points),
        Just(Unit::Rank),
        Just(Unit::MillionSek),
        typed().prop_map(Unit::Named),
    ]
}

fn series_of(periods: impl Strategy<Value = BTreeSet<Period>>) -> impl Strategy<Value = Series> {
    let breakdowns = subsequence(
        vec![
            Breakdown::All,
            Breakdown::Women,
            Breakdown::Men,
            Breakdown::Girls,
            Breakdown::Boys,
        ],
        1..=5,
    );
    let better = prop_oneof![Just(Better::Up), Just(Better::Down), Just(Better::Neither)];
    (periods, breakdowns).prop_flat_map(move |(periods, breakdowns)| {
        let count = breakdowns.len();
        let row = (
            prop::collection::vec(point(), count),
            prop::option::weighted(0.4, target()),
            prop::bool::weighted(0.1),
        );
        let rows = prop::collection::vec(row, periods.len());
        (rows, typed(), unit(), better.clone(), 0_u8..3).prop_map(
            move |(rows, name, unit, better, decimals)| Series {
                names: Names::swedish(name),
                unit,
                decimals,
                better,
                class: Class::Organisation,
                class_interpretation: Interpretation::Stated,
                frequency: None,
                formula: None,
                breaks: vec![],
                breakdowns: breakdowns.clone(),
                rows: periods
                    .iter()
                    .zip(rows)
                    .map(|(period, (points, target, gap))| Row {
                        period: *period,
                        points: match gap {
                            true => vec![
                                Point {
                                    source: None,
                                    ..crate::samples::point(None)
                                };
                                count
                            ],
                            false => points,
                        },
                        target,
                        gap,
                    })
                    .collect(),
                trend: None,
                level: None,
            },
        )
    })
}

fn series() -> impl Strategy<Value = Series> {
    let periods = prop::collection::btree_set(period(), 0..40);
    series_of(prop_oneof![periods, years()])
}

/// Both drawings with their type sizes, if there are any.
fn drawings(series: &Series, language: Language, ink: Ink) -> Vec<(String, f64)> {
    match chart(series, Words::of(language), "d", ink).drawing {
        Drawing::Lines { wide, narrow } => vec![(wide, 14.0), (narrow, 15.0)],
        Drawing::NumberOnly(_) | Drawing::Nothing => Vec::new(),
    }
}

fn attribute(node: Node<'_, '_>, name: &str) -> f64 {
    node.attribute(name).unwrap().parse().unwrap()
}

/// An attribute of the element or of the nearest around it.
fn inherited<'a>(node: Node<'a, '_>, name: &str) -> Option<&'a str> {
    node.ancestors().find_map(|n| n.attribute(name))
}

/// Where a text stands by the table of widths: left, top, right, bottom.
fn place(text: Node<'_, '_>, size: f64) -> [f64; 4] {
    // Without the safety margin: what a drawing promises of the font itself.
    let width = crate::widths::width(text.text().unwrap_or(""), size) / 1.05;
    let (x, y) = (attribute(text, "x"), attribute(text, "y"));
    let left = match inherited(text, "text-anchor") {
        Some("end") => x - width,
        Some("middle") => x - width / 2.0,
        _ => x,
    };
    if inherited(text, "transform").is_some() {
        return [x - size, y - width / 2.0, x + size, y + width / 2.0];
    }
    [left, y - size * 0.75, left + width, y + size * 0.2]
}

fn overlap(a: &[f64; 4], b: &[f64; 4]) -> bool {
    a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3]
}

fn texts<'a, 'i>(document: &'a Document<'i>) -> impl Iterator<Item = Node<'a, 'i>> {
    document.descendants().filter(|n| n.has_tag_name("text"))
}

/// The straight stretches of a path.
fn stretches(path: &str) -> Vec<((f64, f64), (f64, f64))> {
    let mut at = (0.0, 0.0);
    let mut all = Vec::new();
    let steps = ['M', 'L', 'H']
        .iter()
        .fold(path.to_owned(), |path, letter| {
            path.replace(*letter, &format!("\n{letter}"))
        });
    for step in steps.lines().skip(1) {
        let (letter, numbers) = step.split_at(1);
        let numbers: Vec<f64> = numbers.split(' ').map(|n| n.parse().unwrap()).collect();
        let to = match letter {
            "H" => (numbers[0], at.1),
            _ => (numbers[0], numbers[1]),
        };
        if letter != "M" {
            all.push((at, to));
        }
        at = to;
    }
    all
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(192))]

    #[test]
    fn every_drawing_is_plain_svg_that_nothing_breaks_out_of(
        series in series(),
        language in prop::sample::select(Language::ALL.to_vec()),
        ink in prop::sample::select(vec![Ink::Page, Ink::Print]),
    ) {
        for (svg, _) in drawings(&series, language, ink) {
            let document = Document::parse(&svg).unwrap();
            for node in document.descendants().filter(Node::is_element) {
                let name = node.tag_name().name();
                let known = ["svg", "title", "desc", "g", "path", "rect", "circle", "text"];
                prop_assert!(known.contains(&name), "{}", name);
                for attribute in node.attributes() {
                    let name = attribute.name();
                    prop_assert!(name != "style" && !name.starts_with("on"), "{}", name);
                    let is_number = ["x", "y", "cx", "cy", "r", "width", "height"].contains(&name);
                    if is_number {
                        let value: f64 = attribute.value().parse().unwrap();
                        prop_assert!(value.is_finite());
                        let decimals = attribute.value().split_once('.').map_or(0, |(_, d)| d.len());
                        prop_assert!(decimals <= 1, "{}", attribute.value());
                    }
                    if name == "d" {
                        for (from, to) in stretches(attribute.value()) {
                            prop_assert!(from.0.is_finite() && to.1.is_finite());
                        }
                    }
                }
            }
            let described = document.root_element().attribute("aria-labelledby").unwrap();
            // On a page in another language the name stands beside, and only then.
            let beside = ink == Ink::Page && language != Language::Sv;
            let own = described.strip_prefix("d-namn ");
            prop_assert_eq!(own.is_some(), beside);
            for id in own.unwrap_or(described).split(' ') {
                let found = document.descendants().filter(|n| n.attribute("id") == Some(id)).count();
                prop_assert_eq!(found, 1);
            }
        }
    }

    #[test]
    fn every_text_is_inside_and_no_label_lies_on_another(series in series()) {
        for (svg, size) in drawings(&series, Language::Sv, Ink::Page) {
            let document = Document::parse(&svg).unwrap();
            let view: Vec<f64> = document.root_element().attribute("viewBox").unwrap()
                .split(' ').map(|n| n.parse().unwrap()).collect();
            for text in texts(&document) {
                let [left, top, right, bottom] = place(text, size);
                prop_assert!(
                    left >= 0.0 && top >= 0.0 && right <= view[2] && bottom <= view[3],
                    "{:?} at {:?} in {:?}", text.text(), place(text, size), view
                );
            }
            let labels: Vec<(&str, [f64; 4])> = texts(&document)
                .filter(|t| inherited(*t, "class").is_some_and(|c| c.starts_with("l-")))
                .map(|t| (t.text().unwrap_or(""), place(t, size)))
                .collect();
            for (i, (one, a)) in labels.iter().enumerate() {
                for (other, b) in &labels[i + 1..] {
                    prop_assert!(!overlap(a, b), "{:?} lies on {:?}", one, other);
                }
            }
            let periods: Vec<[f64; 4]> = texts(&document)
                .filter(|t| attribute(*t, "y") > view[3] - 30.0)
                .filter(|t| inherited(*t, "class") == Some("d-etikett"))
                .filter(|t| inherited(*t, "transform").is_none())
                .map(|t| place(t, size))
                .collect();
            for pair in periods.windows(2) {
                prop_assert!(!overlap(&pair[0], &pair[1]));
            }
        }
    }

    #[test]
    fn no_line_is_drawn_across_a_gap_and_every_figure_has_its_dot(series in series_of(years())) {
        for (svg, _) in drawings(&series, Language::Sv, Ink::Page) {
            let document = Document::parse(&svg).unwrap();
            let of = |class: &'static str| {
                document.descendants().filter(move |n| n.attribute("class") == Some(class))
            };
            let gaps: Vec<(f64, f64)> = of("d-lucka")
                .map(|n| (attribute(n, "x"), attribute(n, "x") + attribute(n, "width")))
                .collect();
            for line in ["d-tot", "d-kv", "d-man"].into_iter().flat_map(of) {
                for (from, to) in stretches(line.attribute("d").unwrap()) {
                    for (left, right) in &gaps {
                        let middle = f64::midpoint(*left, *right);
                        prop_assert!(!(from.0 < middle && middle < to.0));
                    }
                }
            }
            let figures = series.rows.iter().flat_map(|r| &r.points).filter_map(Point::figure);
            let groups = document.descendants().filter(|n| {
                let class = n.attribute("class").unwrap_or("");
                ["d-punkt", "d-kvp", "d-manp"].contains(&class) || class.starts_with("d-ihalig")
            });
            let dots: usize = groups.map(|g| g.children().count()).sum();
            prop_assert_eq!(dots, figures.count());
        }
    }

    #[test]
    fn the_table_has_a_word_or_a_figure_in_every_cell(
        series in series(),
        language in prop::sample::select(Language::ALL.to_vec()),
    ) {
        let table = table(&series, Words::of(language));
        prop_assert_eq!(table.rows.len(), series.rows.len());
        for row in &table.rows {
            prop_assert_eq!(row.cells.len() + 1, table.head.len());
            for (cell, head) in row.cells.iter().zip(&table.head[1..]) {
                let text = cell.text.to_string();
                let typed = series.rows.iter().flat_map(|r| &r.points).any(|p| {
                    matches!(&p.value, Some(Err(NoFigure::Said(NoValue::Because(t)))) if t.as_str() == Some(text.as_str()))
                });
                let said = text.chars().any(char::is_alphanumeric) || typed
                    || head == table.head.last().unwrap();
                prop_assert!(said, "{:?} under {}", cell.text, head);
            }
        }
        prop_assert!(!finding(&series, Words::of(language)).is_empty());
    }

    #[test]
    fn every_row_of_the_file_has_the_same_columns_and_no_formula(series in series()) {
        let file = csv(&series, Words::of(Language::Sv), true);
        let rows = read_csv(file.trim_start_matches('\u{feff}'));
        for row in &rows {
            prop_assert_eq!(row.len(), rows[0].len());
            for field in row {
                let number = field.replace(',', ".").parse::<f64>().is_ok();
                let formula = field.starts_with(['=', '+', '-', '@', '\t', '\r']);
                prop_assert!(number || !formula, "{:?}", field);
            }
        }
    }

    #[test]
    fn data_and_small_curves_never_fail(series in series(), target in prop::option::of(figure())) {
        let data = json(&series, false);
        prop_assert_eq!(data["rows"].as_array().map(Vec::len), Some(series.rows.len()));
        let figures = series.rows.iter().map(|r| r.points[0].figure()).collect();
        let outcomes = series.rows.len() / 2;
        let svg = sparkline(&Sparkline { figures, outcomes, target }, Ink::Page);
        prop_assert!(svg.is_empty() || Document::parse(&svg).is_ok());
        prop_assert!(!svg.contains("NaN") && !svg.contains("inf"));
    }
}

/// Reads CSV as RFC 4180 says, with semicolons.
fn read_csv(file: &str) -> Vec<Vec<String>> {
    let mut rows = vec![vec![String::new()]];
    let mut quoted = false;
    let mut letters = file.chars().peekable();
    while let Some(c) = letters.next() {
        let row = rows.last_mut().unwrap();
        let field = row.last_mut().unwrap();
        match c {
            '"' if quoted && letters.peek() == Some(&'"') => {
                letters.next();
                field.push('"');
            }
            '"' => quoted = !quoted,
            ';' if !quoted => row.push(String::new()),
            '\r' if !quoted => {}
            '\n' if !quoted => rows.push(vec![String::new()]),
            c => field.push(c),
        }
    }
    rows.pop();
    rows
}
