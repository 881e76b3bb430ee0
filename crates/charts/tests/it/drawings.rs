//! Whole charts of series that look like real ones.

use riktning_app::views::chart::{LevelToTarget, Trend};
use riktning_charts::{Drawing, Ink, Words, chart, csv, finding, json, sparkline, table};
use riktning_charts::{Series, Sparkline};
use riktning_domain::indicators::Class;
use riktning_words::Language;

const SV: Language = Language::Sv;

fn wide(series: &Series) -> String {
    match chart(series, Words::of(SV), "d", Ink::Page).drawing {
        Drawing::Lines { wide, .. } => wide.replace('<', "\n<"),
        Drawing::NumberOnly(_) | Drawing::Nothing => panic!("no lines"),
    }
}

fn narrow(series: &Series) -> String {
    match chart(series, Words::of(SV), "d", Ink::Page).drawing {
        Drawing::Lines { narrow, .. } => narrow.replace('<', "\n<"),
        Drawing::NumberOnly(_) | Drawing::Nothing => panic!("no lines"),
    }
}

fn found(series: &Series, language: Language) -> String {
    finding(series, Words::of(language))
}

#[test]
fn girls_and_boys_with_a_gap_and_a_rising_target() {
    insta::assert_snapshot!(wide(&crate::samples::thriving()));
}

#[test]
fn the_narrow_drawing_has_its_labels_in_two_lines() {
    insta::assert_snapshot!(narrow(&crate::samples::thriving()));
}

#[test]
fn a_school_year_without_a_figure_breaks_the_line() {
    insta::assert_snapshot!(wide(&crate::samples::merit()));
}

#[test]
fn a_target_of_one_year_is_drawn_over_that_year_alone() {
    insta::assert_snapshot!(wide(&crate::samples::satisfaction()));
}

#[test]
fn a_ranking_has_place_one_on_top_and_a_true_time_axis() {
    insta::assert_snapshot!(wide(&crate::samples::ranking()));
}

#[test]
fn a_survey_every_other_year_has_no_gap_where_none_was_due() {
    let series = crate::samples::engagement();
    let drawn = wide(&series);
    assert!(!drawn.contains("d-lucka"), "{drawn}");
    assert!(drawn.contains("d-tot\" d=\"M"), "{drawn}");
    let note = chart(&series, Words::of(SV), "d", Ink::Page).note();
    assert!(note.contains("Mäts vartannat år"), "{note}");
}

#[test]
fn an_amount_starts_at_zero() {
    insta::assert_snapshot!(wide(&crate::samples::result()));
}

#[test]
fn paper_has_colours_of_its_own_and_no_class() {
    let chart = chart(&crate::samples::careful(), Words::of(SV), "d", Ink::Print);
    let Drawing::Lines { wide, .. } = chart.drawing else {
        panic!("no lines");
    };
    assert!(!wide.contains("class=") && !wide.contains("var("));
    insta::assert_snapshot!(wide.replace('<', "\n<"));
}

#[test]
fn what_stands_around_the_charts() {
    let mut told = String::new();
    for (name, series) in crate::samples::all() {
        for language in Language::ALL {
            let words = Words::of(language);
            let chart = chart(&series, words, "d", Ink::Page);
            told += &format!("{name} {}\n", language.tag());
            told += &format!("  {}\n", finding(&series, words));
            told += &format!("  {}\n  {}\n", chart.subtitle, chart.title);
            told += &format!("  {}\n  {}\n", chart.desc, chart.note());
        }
    }
    insta::assert_snapshot!(told);
}

#[test]
fn the_heading_says_up_and_down_and_the_same() {
    assert_eq!(
        found(&crate::samples::merit(), SV),
        "222,9 poäng läsåret 2020/21, upp från 215,0 läsåret 2019/20"
    );
    assert_eq!(
        found(&crate::samples::result(), SV),
        "199 miljoner kronor (2023), ned från 288 (2020)"
    );
    assert_eq!(
        found(&crate::samples::level(), SV),
        "100 procent 2017, samma som 2016"
    );
    assert_eq!(
        found(&crate::samples::one(), SV),
        "88,5 procent läsåret 2017/18"
    );
    assert_eq!(found(&crate::samples::nothing(), SV), "Ingen siffra hittad");
}

#[test]
fn a_lower_place_number_is_higher_up_and_never_better() {
    for language in Language::ALL {
        let mut series = crate::samples::ranking();
        // Even if somebody had set them, a place indicator is never judged.
        series.level = Some(LevelToTarget::Better);
        series.trend = Some(Trend::Better);
        let chart = chart(&series, Words::of(language), "d", Ink::Page);
        let said = format!("{} {}", found(&series, language), chart.note());
        for word in ["bättre", "better", "parempi", "nått", "reached"] {
            assert!(!said.contains(word), "{said}");
        }
    }
    assert_eq!(
        found(&crate::samples::ranking(), SV),
        "Plats 169 (2024), högre upp än plats 206 (2023)"
    );
}

#[test]
fn a_target_reached_or_not_is_said_of_what_the_group_controls() {
    assert_eq!(
        found(&crate::samples::thriving(), SV),
        "83,6 procent 2018, upp från 82,8 procent 2017. Målet 84,5 procent är inte nått."
    );
    let place = Series {
        class: Class::Place,
        ..crate::samples::thriving()
    };
    assert_eq!(
        found(&place, SV),
        "83,6 procent 2018, upp från 82,8 procent 2017"
    );
}

#[test]
fn the_axis_says_where_it_begins() {
    let note = |series| chart(&series, Words::of(SV), "d", Ink::Page).note();
    assert!(note(crate::samples::thriving()).starts_with("Axeln börjar på 76 procent."));
    assert!(note(crate::samples::ranking()).starts_with("Plats 1 står överst."));
    assert!(!note(crate::samples::result()).contains("Axeln"));
}

#[test]
fn one_figure_is_a_number_and_not_a_line() {
    let chart = chart(&crate::samples::one(), Words::of(SV), "d", Ink::Page);
    let Drawing::NumberOnly(numbers) = &chart.drawing else {
        panic!("{:?}", chart.drawing);
    };
    let said: Vec<String> = numbers
        .iter()
        .map(|n| format!("{:?} {} {}", n.who, n.figure, n.period))
        .collect();
    assert_eq!(
        said,
        [
            "Some(\"Alla\") 88,5\u{a0}% läsåret 2017/18",
            "Some(\"Flickor\") 90,4\u{a0}% läsåret 2017/18"
        ]
    );
    assert_eq!(chart.note(), "Pojkar, 2017/18: Källan anger ingen siffra.");
}

#[test]
fn no_figure_is_no_drawing() {
    let chart = chart(&crate::samples::nothing(), Words::of(SV), "d", Ink::Page);
    assert_eq!(chart.drawing, Drawing::Nothing);
    assert_eq!(chart.note(), "Ännu ingen siffra: 2018.");
}

#[test]
fn a_hostile_name_cannot_break_out() {
    for ink in [Ink::Page, Ink::Print] {
        let chart = chart(
            &crate::samples::hostile(),
            Words::of(SV),
            "\"><script>",
            ink,
        );
        let Drawing::Lines { wide, narrow } = chart.drawing else {
            panic!("no lines");
        };
        for svg in [wide, narrow] {
            assert!(!svg.contains("<script") && !svg.contains("<b>"), "{svg}");
            assert_eq!(svg.matches("</svg>").count(), 1);
            roxmltree::Document::parse(&svg).unwrap();
        }
    }
}

#[test]
fn the_table_says_every_figure_and_why_one_is_missing() {
    let words = Words::of(SV);
    let mut told = String::new();
    for series in [
        crate::samples::thriving(),
        crate::samples::careful(),
        crate::samples::emissions(),
    ] {
        let table = table(&series, words);
        told += &format!("{}\n{}\n", table.caption, table.head.join(" | "));
        for row in table.rows {
            let cells = row.cells.iter().map(|cell| {
                let mark = cell.mark.as_ref().map(|m| format!(" [{m}]"));
                format!("{}{}", cell.text, mark.unwrap_or_default())
            });
            told += &format!(
                "{} | {}\n",
                row.period,
                cells.collect::<Vec<_>>().join(" | ")
            );
        }
    }
    insta::assert_snapshot!(told);
}

#[test]
fn the_file_opens_in_a_swedish_spreadsheet() {
    let file = csv(&crate::samples::thriving(), Words::of(SV), true);
    assert!(file.starts_with('\u{feff}'));
    assert!(file.contains(";83,6;procent;"), "a decimal comma");
    insta::assert_snapshot!(file);
    let english = csv(&crate::samples::hostile(), Words::of(Language::En), false);
    assert!(english.contains("\"'=HYPERLINK(\"\"x\"\")\""), "{english}");
    let losses = csv(&crate::samples::losses(), Words::of(SV), false);
    assert!(losses.contains(";-42,5;"), "a negative figure is a figure");
}

#[test]
fn the_data_for_programs_are_exact_and_say_what_is_missing() {
    insta::assert_json_snapshot!(json(&crate::samples::careful(), true));
}

#[test]
fn the_same_series_gives_the_same_bytes() {
    for (_, series) in crate::samples::all() {
        let twice = [(), ()].map(|()| chart(&series, Words::of(SV), "d", Ink::Page));
        assert_eq!(twice[0], twice[1]);
    }
}

#[test]
fn a_small_curve_breaks_at_a_gap_and_ends_in_a_dot() {
    let figures = ["1", "2", "", "4", "", "3", "5"].map(|f| f.parse().ok());
    let curve = Sparkline {
        figures: figures.into(),
        target: Some(crate::samples::figure("5")),
    };
    insta::assert_snapshot!(sparkline(&curve, Ink::Page));
    let nothing = Sparkline {
        figures: vec![None, None],
        target: None,
    };
    assert_eq!(sparkline(&nothing, Ink::Page), "");
}
