//! The figures of an indicator on a page: chart, heading, table and files.

use super::speech::Speech;
use riktning_app::views::chart::Series;
use riktning_charts::{Chart, Drawing, Ink, SharedSource, Table};

/// A figure with everything around it.
#[derive(Debug)]
pub(crate) struct Figures {
    pub(crate) finding: String,
    pub(crate) chart: Chart,
    pub(crate) table: Table,
    pub(crate) slug: String,
    /// The id of what names the indicator above the drawing.
    pub(crate) name_id: String,
    /// Whether the municipality is invented: said once, with the table's name.
    pub(crate) invented: bool,
    /// Whether a figure is shown from the last day of its period for want of another.
    pub(crate) has_undated: bool,
}

impl Figures {
    pub(crate) fn of(series: &Series, slug: &str, invented: bool, s: &Speech) -> Self {
        let prefix = "d1";
        Figures {
            name_id: riktning_charts::name_id(prefix),
            finding: riktning_charts::finding(series, s.words),
            chart: riktning_charts::chart(series, s.words, prefix, Ink::Page),
            table: riktning_charts::table(series, s.words),
            slug: slug.to_owned(),
            invented,
            has_undated: series.has_undated(),
        }
    }

    /// The sources under the table. An invented source without an address is what the mark at
    /// the table's name already says.
    pub(crate) fn sources(&self) -> impl Iterator<Item = &SharedSource> {
        let all = self.table.sources.iter();
        all.filter(|shared| !self.invented || shared.source.url.is_some())
    }

    /// The two drawings, wide and narrow, if there is a line to draw.
    pub(crate) fn lines(&self) -> Option<(&str, &str)> {
        match &self.chart.drawing {
            Drawing::Lines { wide, narrow } => Some((wide, narrow)),
            Drawing::NumberOnly(_) | Drawing::Nothing => None,
        }
    }

    /// The numbers that stand alone.
    pub(crate) fn numbers(&self) -> &[riktning_charts::Number] {
        match &self.chart.drawing {
            Drawing::NumberOnly(numbers) => numbers,
            Drawing::Lines { .. } | Drawing::Nothing => &[],
        }
    }
}
