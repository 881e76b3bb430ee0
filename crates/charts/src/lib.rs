//! View to SVG, for screen and for print; and the same figures in words, as a table and as files.
//!
//! Everything here is a pure function of a [`Series`] and a reader's [`Words`]: the same input
//! gives the same bytes. No figure is invented: a missing one is a gap with its reason, never
//! a line drawn across and never a zero.
//!
//! - [`chart`]: the drawing, in a wide and a narrow variant, with its texts.
//! - [`finding`]: what the figures say, as a heading.
//! - [`table()`]: every figure with its source and marks; the chart's equal for whoever does not see it.
//! - [`csv()`] and [`json()`]: the figures to take away.
//! - [`strip()`]: one figure beside what others have, on one line.
//! - [`sparkline()`]: the small curve beside a sentence.
//! - [`wheel()`]: the days of a year as a ring.

#![warn(missing_docs)]

mod axis;
mod chart;
mod csv;
mod draw;
mod finding;
mod formula;
mod gaps;
mod ink;
mod json;
mod labels;
mod say;
mod scene;
mod sparkline;
mod strip;
mod svg;
mod table;
mod wheel;
mod widths;

pub use chart::{Chart, Drawing, Number, chart, name_id};
pub use csv::{Field, csv, csv_of};
pub use finding::finding;
pub use formula::{formula, made_of, no_figure, way_key};
pub use ink::{Ink, STYLE};
pub use json::json;
pub use riktning_app::views::chart::{Series, Sparkline};
pub use riktning_words::{Marked, Words};
pub use say::unit;
pub use sparkline::sparkline;
pub use strip::{Spot, Strip, strip};
pub use table::{Cell, SharedSource, Table, TableRow, table};
pub use wheel::{Arc, Wheel, wheel};
