//! Whole charts of series that look like real ones.

use riktning_app::views::chart::{LevelToTarget, Trend};
use riktning_charts::{Drawing, Ink, Words, chart, csv, finding, json, sparkline, table};
use riktning_charts::{Series, Sparkline};
use riktning_domain::indicators::{Class, MethodBreak};
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
fn where_the_method_changed_the_line_is_broken_and_the_note_says_how() {
    let whole = crate::samples::satisfaction();
    let last = whole.rows.last().unwrap().period;
    let broken = Series {
        breaks: vec![MethodBreak {
            from: last,
            how: "Enkäten ställs på webben.".into(),
        }],
        ..whole.clone()
    };
    assert_ne!(wide(&whole), wide(&broken), "the line goes on");
    for drawn in [&whole, &broken] {
        let chart = chart(drawn, Words::of(SV), "d", Ink::Page);
        let told = chart
            .note()
            .to_string()
            .contains("Enkäten ställs på webben.");
        assert_eq!(told, !drawn.breaks.is_empty(), "{}", chart.note());
        assert_eq!(chart.desc.contains("mäts det på ett annat sätt"), told);
    }
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
fn a_forecast_is_hollow_at_the_end_of_a_dashed_line() {
    let series = crate::samples::expected();
    insta::assert_snapshot!(wide(&series));
    for (drawn, made) in [(wide(&series), true), (narrow(&series), false)] {
        assert!(drawn.contains("d-prog") && drawn.contains("d-ihalig"));
        assert!(drawn.contains(">Prognos"), "{drawn}");
        assert_eq!(drawn.contains(">25 september 2018"), made);
    }
    let Drawing::Lines { wide, .. } = chart(&series, Words::of(SV), "d", Ink::Print).drawing else {
        panic!("no lines");
    };
    assert!(wide.contains("stroke-dasharray=\"4 5\"") && wide.contains(">Prognos 84,5"));
}

#[test]
fn a_forecast_says_who_made_it_and_when_and_is_never_reached() {
    let words = Words::of(SV);
    let made = "Barn- och utbildningsnämnden, 25 september 2018";
    for series in [
        crate::samples::expected(),
        crate::samples::expected_result(),
    ] {
        let chart = chart(&series, words, "d", Ink::Page);
        assert!(chart.note().to_string().contains(made), "{}", chart.note());
        assert!(chart.desc.contains(made), "{}", chart.desc);
        let table = table(&series, words);
        let cell = &table.rows[0].cells[0];
        assert_eq!(cell.mark.as_deref(), Some("prognos"));
        assert_eq!(
            cell.note.as_ref().map(ToString::to_string).as_deref(),
            Some(made)
        );
        let file = csv(&series, words, true);
        assert!(
            file.contains(";prognos;Barn- och utbildningsnämnden;"),
            "{file}"
        );
        let data = json(&series, true);
        let last = &data["rows"].as_array().unwrap().last().unwrap()["figures"][0];
        assert_eq!(last["settled"], "forecast");
        assert_eq!(last["forecast_by"]["sv"], "Barn- och utbildningsnämnden");
        assert_eq!(last["collected"], "2018-09-25");
    }
    assert_eq!(
        found(&crate::samples::expected_result(), SV),
        "114 miljoner kronor (2017), ned från 149 (2016). Målet 100 miljoner kronor är nått. \
         Prognos för 2018: 96 miljoner kronor, målet är 108 miljoner kronor."
    );
    let only = Series {
        rows: crate::samples::expected_result().rows.split_off(4),
        level: None,
        ..crate::samples::expected_result()
    };
    assert_eq!(
        found(&only, SV),
        "Prognos för 2018: 96 miljoner kronor, målet är 108 miljoner kronor."
    );
    let rows = table(&crate::samples::expected(), words).rows;
    let cells: Vec<String> = rows[0].cells.iter().map(|c| c.text.to_string()).collect();
    let none = "Ingen prognos";
    assert_eq!(cells, ["84,5", none, none, none, "86,0"]);
}

#[test]
fn a_small_curve_ends_in_a_hollow_dot_where_it_is_a_forecast() {
    let figures = ["1", "2", "3"].map(|f| f.parse().ok());
    let curve = Sparkline {
        figures: figures.into(),
        outcomes: 2,
        target: None,
    };
    insta::assert_snapshot!(sparkline(&curve, Ink::Page));
}

#[test]
fn a_survey_every_other_year_has_no_gap_where_none_was_due() {
    let series = crate::samples::engagement();
    let drawn = wide(&series);
    assert!(!drawn.contains("d-lucka"), "{drawn}");
    assert!(drawn.contains("d-tot\" d=\"M"), "{drawn}");
    let note = chart(&series, Words::of(SV), "d", Ink::Page)
        .note()
        .to_string();
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
    let note = |series| {
        chart(&series, Words::of(SV), "d", Ink::Page)
            .note()
            .to_string()
    };
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
    assert_eq!(
        chart.note().to_string(),
        "Pojkar, 2017/18: Källan anger ingen siffra."
    );
}

#[test]
fn no_figure_is_no_drawing() {
    let chart = chart(&crate::samples::nothing(), Words::of(SV), "d", Ink::Page);
    assert_eq!(chart.drawing, Drawing::Nothing);
    assert_eq!(chart.note().to_string(), "Ännu ingen siffra: 2018.");
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
fn one_source_stands_under_the_table_and_not_in_every_row() {
    let words = Words::of(SV);
    let told = |series: &Series| -> (Vec<String>, usize) {
        let table = table(series, words);
        let under = table.sources.iter().map(|shared| {
            let title = shared.source.title.as_str().unwrap_or_default();
            format!("{}: {title}", shared.of)
        });
        let cells = table.rows.iter().flat_map(|row| &row.cells);
        let inside = cells.filter(|cell| cell.source.is_some()).count();
        (under.collect(), inside)
    };
    let series = crate::samples::thriving();
    let both = [
        "Källa till siffrorna: Årsredovisning",
        "Källa till målen: Årsplan",
    ];
    assert_eq!(told(&series), (both.map(str::to_owned).to_vec(), 0));
    let untargeted = crate::samples::merit();
    assert_eq!(
        told(&untargeted),
        (vec!["Källa: Årsredovisning".to_owned()], 0)
    );
    // One figure from elsewhere, and each says its own again.
    let mut mixed = crate::samples::merit();
    mixed.rows[0].points[0].source = None;
    assert_eq!(told(&mixed), (vec![], 3));
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
        outcomes: 7,
        target: Some(crate::samples::figure("5")),
    };
    insta::assert_snapshot!(sparkline(&curve, Ink::Page));
    let nothing = Sparkline {
        figures: vec![None, None],
        outcomes: 2,
        target: None,
    };
    assert_eq!(sparkline(&nothing, Ink::Page), "");
}
