//! The bands of what is missing, each with its reason.

use super::Drawing;
use super::labels::Stretch;
use crate::labels::Area;
use crate::widths::{cut, width, wrap};
use std::collections::HashSet;

/// A gap with its place and its words.
pub(super) struct Band {
    pub(super) area: Area,
    /// Where its words stand within it.
    pub(super) words: Area,
    pub(super) lines: Vec<String>,
    pub(super) upright: bool,
    /// The language of its words, where it is not the page's.
    pub(super) language: Option<&'static str>,
    is_told: bool,
    /// The middle of its words.
    pub(super) y: f64,
}

impl Drawing<'_> {
    pub(super) fn bands(&self) -> Vec<Band> {
        let x = |row: usize| self.scene.days.get(row).map(|day| self.x(*day));
        let mut bands: Vec<Band> = Vec::new();
        let obstacles = self.obstacles();
        let ends: HashSet<usize> = self
            .scene
            .gaps
            .iter()
            .flat_map(|gap| [gap.first, gap.last])
            .collect();
        for gap in &self.scene.gaps {
            let (Some(first), Some(last)) = (x(gap.first), x(gap.last)) else {
                continue;
            };
            let before = gap.first.checked_sub(1).and_then(x);
            let after = x(gap.last + 1);
            let words = gap.words(self.scene.say);
            // Of the way to the neighbour a little less than half is shaded; more if the words
            // need it and the neighbour's dot is not reached. Two gaps with different reasons
            // stand side by side.
            let longest = words.split_whitespace().map(|w| width(w, self.size));
            let needed = longest.fold(0.0, f64::max) + 8.0;
            let lack = ((needed - (last - first)) / 2.0).max(0.0);
            let reach = |room: f64, is_gap: bool| match is_gap {
                true => room * 0.49,
                false => (room * 0.42).max(lack.min(room - 9.0)),
            };
            let is_gap = |row: usize| ends.contains(&row);
            let usual = after.or(before).map_or(40.0, |x| (x - first).abs());
            let edge = (usual * 0.42).min(24.0);
            let to_left = before.map_or(edge, |b| reach(first - b, is_gap(gap.first - 1)));
            let to_right = after.map_or(edge, |a| reach(a - last, is_gap(gap.last + 1)));
            let left = (first - to_left).max(self.left);
            let right = (last + to_right).min(self.right + 6.0);
            let area = Area {
                left,
                top: self.top,
                right,
                bottom: self.bottom,
            };
            let language = gap.language(self.scene.say);
            let band = Band {
                language,
                ..self.band(area, &words, &obstacles)
            };
            bands.push(band);
        }
        bands
    }

    /// The words in a band: in lines if it is wide enough, else upright, else none: then they
    /// stand under the chart alone.
    fn band(&self, area: Area, words: &str, obstacles: &[Stretch]) -> Band {
        const MOST_LINES: usize = 6;
        let (wide, tall) = (area.right - area.left, area.bottom - area.top);
        let mut band = Band {
            area,
            words: area,
            lines: wrap(words, self.size, wide - 6.0),
            upright: false,
            language: None,
            is_told: true,
            y: 0.0,
        };
        let fits = self.width(&band.lines) <= wide - 2.0 && band.lines.len() <= MOST_LINES;
        if !fits {
            band.upright = true;
            band.lines = match wide >= self.size + 4.0 {
                true => vec![cut(words, self.size, tall - 24.0)],
                false => Vec::new(),
            };
            band.is_told = band.lines.first().is_some_and(|line| line == words);
        }
        if band.lines.is_empty() {
            return band;
        }
        let count = f64::from(u32::try_from(band.lines.len()).unwrap_or(1));
        let (broad, long) = match band.upright {
            true => (self.size + 4.0, self.width(&band.lines)),
            false => (self.width(&band.lines), count * self.line_height()),
        };
        let high = area.top + 8.0 + long / 2.0;
        let low = area.bottom - 10.0 - long / 2.0;
        // At the top, or as near to it as no line passes; else the words stand under the chart.
        let middle = f64::midpoint(area.left, area.right);
        let text = |y: f64| Area::around(middle, y, broad, long);
        let crossed = |text: &Area| {
            obstacles
                .iter()
                .any(|(from, to)| text.is_crossed(*from, *to))
        };
        let places = std::iter::successors(Some(high), |y| Some(y + 8.0))
            .take_while(|y| *y <= low)
            .map(|y| (y, text(y)));
        match places.into_iter().find(|(_, text)| !crossed(text)) {
            Some((y, text)) => {
                band.y = y;
                band.words = text;
            }
            None => {
                band.lines.clear();
                band.is_told = false;
            }
        }
        band
    }
}

impl Drawing<'_> {
    /// The gaps whose words are not whole in the drawing.
    pub(super) fn untold(&self) -> Vec<usize> {
        let bands = self.gaps.iter().enumerate();
        let untold = bands.filter(|(_, band)| !band.is_told);
        untold.map(|(index, _)| index).collect()
    }
}
