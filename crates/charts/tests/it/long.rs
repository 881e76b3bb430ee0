//! A series of many figures costs as many times more, and not the square of it.

use crate::samples::series;
use riktning_app::views::chart::Series;
use riktning_charts::{Ink, Words, chart};
use riktning_domain::indicators::{Better, Breakdown, Unit};
use riktning_words::Language;
use std::time::{Duration, Instant};

/// So many months, some of them preliminary, some without a figure, some with a target.
fn months(count: i32) -> Series {
    let rows: Vec<String> = (0..count)
        .map(|n| {
            let (year, month) = (1700 + n / 12, n % 12 + 1);
            let figure = match n % 40 {
                7 => "few few".to_owned(),
                9 => "~80 -".to_owned(),
                n => format!("{} {n}", 60 + n % 9),
            };
            let target = if n % 5 == 0 { " | 75" } else { "" };
            format!("{year}-{month:02} {figure}{target}")
        })
        .collect();
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    let whose = [Breakdown::All, Breakdown::Women];
    series("Besök", Unit::Count, Better::Up, &whose, &rows)
}

/// The least of three, since others work on the same machine.
fn cost(series: &Series) -> Duration {
    let once = || {
        let began = Instant::now();
        let drawn = chart(series, Words::of(Language::Sv), "d1", Ink::Page);
        assert!(!drawn.desc.is_empty());
        began.elapsed()
    };
    (0..3).map(|_| once()).min().unwrap_or_default()
}

#[test]
fn eight_times_as_many_figures_do_not_cost_sixty_four_times_as_much() {
    let (few, many) = (cost(&months(500)), cost(&months(4000)));
    // Linear is 8, the square is 64.
    assert!(many < few * 24, "{few:?} and {many:?}");
}
