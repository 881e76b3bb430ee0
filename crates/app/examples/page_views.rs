//! What it costs the processor to find out what a page knows, before a template speaks and
//! anything is pressed:
//!
//! `cargo run --release -p riktning-app --example page_views -- FOLDER`
//!
//! `FOLDER` holds the journal of `busy_municipality`. A line a page: its address and
//! microseconds of the processor, the mean of 28 days that nobody has asked for. The kernel
//! counts them, in steps that may be some milliseconds in all.

use jiff::civil::{Date, date};
use riktning_app::views::Frame;
use riktning_app::views::annual_plan::AnnualPlan;
use riktning_app::views::balance::Balance;
use riktning_app::views::bodies::Body;
use riktning_app::views::commitment::Commitment;
use riktning_app::views::direction::Direction;
use riktning_app::views::goal::Goal;
use riktning_app::views::indicators::Indicator;
use riktning_app::views::start::Start;
use riktning_app::{App, Clock};
use riktning_domain::{Period, Published};
use riktning_store::SqliteJournal;
use std::error::Error;
use std::hint::black_box;
use std::path::Path;

const TODAY: Date = date(2026, 1, 31);
const PERIOD: Period = Period::Years {
    from: 2016,
    to: 2026,
};
const DAYS: u32 = 28;

type View = fn(Published<'_>);

const PAGES: [(&str, View); 9] = [
    ("what stands around", |p| drop(black_box(Frame::of(p)))),
    ("/", |p| drop(black_box(Start::of(p)))),
    ("/2016-2026/", |p| {
        drop(black_box(Direction::of(p, PERIOD)));
    }),
    ("/2016-2026/mal/element-200", |p| {
        drop(black_box(Goal::of(p, PERIOD, "element-200")));
    }),
    ("/ataganden/302-element-301", |p| {
        drop(black_box(Commitment::at(p, "302-element-301")));
    }),
    ("/namnder/organ-2", |p| {
        drop(black_box(Body::of(p, "organ-2")));
    }),
    ("/indikatorer/indikator-7", |p| {
        drop(black_box(Indicator::of(p, "indikator-7")));
    }),
    ("/2016-2026/arsplan/2020", |p| {
        drop(black_box(AnnualPlan::of(p, PERIOD, 2020)));
    }),
    ("/balans", |p| drop(black_box(Balance::of(p)))),
];

fn main() -> Result<(), Box<dyn Error>> {
    let folder = std::env::args().nth(1).ok_or("page_views FOLDER")?;
    let journal = SqliteJournal::open(Path::new(&folder))?;
    let app = App::open(Box::new(journal), Clock::Fixed(TODAY), &mut |_| {})?;
    for (path, view) in PAGES {
        // The first makes what all have a part of.
        app.published(date(2024, 2, 1), view);
        let before = processor()?;
        for nth in 0..DAYS {
            let day = date(2024, 3, i8::try_from(nth + 1)?);
            app.published(day, view);
        }
        let spent = (processor()? - before) / f64::from(DAYS);
        println!("{path} {spent:.0}");
    }
    Ok(())
}

/// Microseconds that this thread has had of the processor.
fn processor() -> Result<f64, Box<dyn Error>> {
    let counted = std::fs::read_to_string("/proc/thread-self/schedstat")?;
    let nanoseconds = counted.split(' ').next().unwrap_or_default();
    Ok(nanoseconds.parse::<f64>()? / 1e3)
}
