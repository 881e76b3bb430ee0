//! The picture of the levels: what the model says supports what, as boxes and lines. The same
//! sentences stand beside it and on its lines, so picture and text cannot say different things.

mod lines;

use self::lines::{End, Lines, ends};
use super::speech::Speech;
use riktning_app::views::system::{Above, LevelSummary, System};
use riktning_domain::topics::Dimension;

/// The measures of the picture, in its own units: as wide as a small telephone.
const WIDTH: i32 = 360;
const BOX: i32 = 160;
const HIGH: i32 = 50;
const GAP: i32 = 52;
/// How far apart lines lie that go past a row, between the columns.
const APART: i32 = 7;
/// How high the base is.
const BASE: i32 = 76;
/// Room around the drawing.
const EDGE: i32 = 3;
/// Where words stand in a box.
const BASELINE: i32 = 30;

/// How wide a letter of a name is, in tenths.
const LETTER: i32 = 73;

/// A line of a name in its box.
pub(crate) struct Line {
    pub(crate) y: i32,
    /// Whether it is too long for the box and must be drawn closer.
    pub(crate) tight: bool,
    pub(crate) text: String,
}

/// A box with a name.
pub(crate) struct Node {
    pub(crate) x: i32,
    pub(crate) y: i32,
    pub(crate) width: i32,
    pub(crate) name: String,
}

impl Node {
    pub(crate) fn middle(&self) -> i32 {
        self.x + self.width / 2
    }

    /// The name on the lines that it needs: one, or two, broken between words or where a long
    /// word may be.
    pub(crate) fn lines(&self) -> Vec<Line> {
        let mut lines = vec![String::new()];
        for piece in self.name.split_inclusive([' ', '\u{ad}']) {
            let first = lines.len() == 1;
            let last = lines.last_mut();
            match last {
                Some(line) if !first || !self.is_full(line, piece) => line.push_str(piece),
                _ => lines.push(piece.to_owned()),
            }
        }
        let all = lines.len();
        let lines = lines.into_iter().enumerate().map(|(i, line)| {
            let broken = i + 1 < all && line.ends_with('\u{ad}');
            let text = line.replace('\u{ad}', "");
            let text = text.trim();
            let text = if broken {
                format!("{text}-")
            } else {
                text.to_owned()
            };
            Line {
                y: self.y
                    + if all == 1 {
                        BASELINE
                    } else {
                        22 + to_i32(i) * 18
                    },
                tight: self.is_full(&text, ""),
                text,
            }
        });
        lines.collect()
    }

    /// Whether letters of that many are wider than the box, as these letters mostly are.
    fn is_full(&self, line: &str, more: &str) -> bool {
        let seen = |text: &str| text.trim_end().chars().filter(|c| *c != '\u{ad}').count();
        let letters =
            seen(line) + line.chars().rev().take_while(|c| *c == ' ').count() + seen(more);
        !line.is_empty() && to_i32(letters) * LETTER > self.inner() * 10
    }

    pub(crate) fn inner(&self) -> i32 {
        self.width - 14
    }
}

/// A line from a level up to what it supports.
pub(crate) struct Edge {
    pub(crate) d: String,
    pub(crate) required: bool,
    pub(crate) says: String,
}

/// A level in words: its name, and one sentence for each line that goes up from it.
pub(crate) struct InWords<'a> {
    pub(crate) level: &'a LevelSummary,
    pub(crate) says: Vec<String>,
}

/// The picture and its text.
pub(crate) struct Picture<'a> {
    pub(crate) nodes: Vec<Node>,
    pub(crate) edges: Vec<Edge>,
    /// Where the plans of a year begin and how high they are.
    pub(crate) plans: Option<(i32, i32)>,
    /// Where the levels stand that support nothing.
    pub(crate) aside: Option<i32>,
    pub(crate) base: i32,
    pub(crate) words: Vec<InWords<'a>>,
}

/// A place in the picture: the row and whether it is in the right column.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Place {
    row: usize,
    right: bool,
}

/// Where the levels stand, before anything is drawn.
struct Layout {
    places: Vec<Option<Place>>,
    plan_row: Option<usize>,
    /// The levels that hang together with nothing.
    alone: Vec<usize>,
    /// Where what hangs together ends.
    bottom: i32,
}

/// What is written in plans lies a little apart, with its name at the foot, where no line goes.
const PLANS_APART: i32 = 8;
const PLANS_FOOT: i32 = 36;
/// Between boxes that no line joins.
const CLOSE: i32 = 14;

impl Layout {
    fn of(levels: &[LevelSummary]) -> Layout {
        let places = places(levels);
        let plan_row = plan_row(levels, &places);
        let alone = (0..levels.len()).filter(|i| places[*i].is_none()).collect();
        let rows = places.iter().flatten().map(|p| p.row).max().unwrap_or(0);
        let mut layout = Layout {
            places,
            plan_row,
            alone,
            bottom: 0,
        };
        let foot = plan_row.map_or(0, |_| PLANS_FOOT);
        layout.bottom = layout.row(rows) + HIGH + foot;
        layout
    }

    /// Where a row begins.
    fn row(&self, row: usize) -> i32 {
        let apart = self.plan_row.filter(|plans| row >= *plans);
        to_i32(row) * (HIGH + GAP) + apart.map_or(0, |_| PLANS_APART)
    }

    /// Where a level stands: from the left and from the top.
    fn spot(&self, level: usize) -> (i32, i32) {
        let alone = self
            .alone
            .iter()
            .position(|a| *a == level)
            .unwrap_or_default();
        let (right, y) = match self.places[level] {
            Some(place) => (place.right, self.row(place.row)),
            None => (alone % 2 == 1, self.beside(alone / 2)),
        };
        (if right { WIDTH - BOX } else { 0 }, y)
    }

    /// Where a row of those begins that stand beside the others.
    fn beside(&self, row: usize) -> i32 {
        self.bottom + 40 + CLOSE + to_i32(row) * (HIGH + CLOSE)
    }

    /// Where the words stand over what stands beside, if anything does.
    fn aside(&self) -> Option<i32> {
        (!self.alone.is_empty()).then_some(self.bottom + 40)
    }

    /// Where the base begins.
    fn base(&self) -> i32 {
        let rows = self.alone.len().div_ceil(2);
        let end = self
            .aside()
            .map_or(self.bottom, |_| self.beside(rows) - CLOSE);
        end + 30
    }

    /// Where the plans of a year begin and how high they are.
    fn plans(&self) -> Option<(i32, i32)> {
        let begin = self.row(self.plan_row?) - CLOSE;
        Some((begin, self.bottom - begin))
    }
}

impl<'a> Picture<'a> {
    pub(crate) fn of(s: &Speech, v: &'a System) -> Picture<'a> {
        let levels = v.levels.as_slice();
        let (tops, layout) = (tops(levels), Layout::of(levels));
        let mut nodes: Vec<Node> = top_nodes(s, &tops);
        nodes.extend(levels.iter().enumerate().map(|(i, level)| {
            let (x, y) = layout.spot(i);
            Node {
                x,
                y,
                width: BOX,
                name: s.long_name(&level.names).plain().to_owned(),
            }
        }));
        let in_words = |level: &'a LevelSummary| InWords {
            level,
            says: sentences(s, levels, level),
        };
        Picture {
            edges: edges(s, levels, &tops, &layout.places, &nodes),
            nodes,
            plans: layout.plans(),
            aside: layout.aside(),
            base: layout.base(),
            words: levels.iter().map(in_words).collect(),
        }
    }

    /// What the drawing covers, with room for the thickness of its lines.
    pub(crate) fn view(&self) -> String {
        let (wide, high) = (WIDTH + 2 * EDGE, self.base + BASE + 2 + 2 * EDGE);
        format!("-{EDGE} -{EDGE} {wide} {high}")
    }

    /// The band of the plans of a year: from the left and how wide.
    pub(crate) fn band(&self) -> (i32, i32) {
        (-EDGE, WIDTH + 2 * EDGE)
    }

    pub(crate) fn width(&self) -> i32 {
        WIDTH
    }

    pub(crate) fn middle(&self) -> i32 {
        WIDTH / 2
    }

    pub(crate) fn high(&self) -> i32 {
        HIGH
    }

    pub(crate) fn base_high(&self) -> i32 {
        BASE
    }
}

fn to_i32(n: usize) -> i32 {
    i32::try_from(n).unwrap_or(0)
}

/// What stands at the top: what levels support and is no level. Processes stand to the right of
/// the vision, everything else to the left of it.
fn tops(levels: &[LevelSummary]) -> Vec<Above> {
    let mut tops = vec![Above::Vision];
    for (above, _) in levels.iter().flat_map(|l| &l.supports) {
        match above {
            Above::Topic(Dimension::Process) if !tops.contains(above) => tops.push(*above),
            Above::Topic(_) if !tops.contains(above) => tops.insert(0, *above),
            _ => {}
        }
    }
    tops
}

fn top_nodes(s: &Speech, tops: &[Above]) -> Vec<Node> {
    let gap = 15;
    let n = to_i32(tops.len()).max(1);
    let width = ((WIDTH - gap * (n - 1)) / n).min(BOX);
    let start = (WIDTH - width * n - gap * (n - 1)) / 2;
    let node = |(i, top): (usize, &Above)| Node {
        x: start + to_i32(i) * (width + gap),
        y: 0,
        width,
        name: above_name(s, &[], *top),
    };
    tops.iter().enumerate().map(node).collect()
}

/// Whether a level hangs together with any other, or with what stands at the top.
fn is_tied(levels: &[LevelSummary], level: usize) -> bool {
    let supported = |l: &LevelSummary| {
        l.supports
            .iter()
            .any(|(above, _)| *above == Above::Level(level))
    };
    !levels[level].supports.is_empty() || levels.iter().any(supported)
}

/// Where each level stands; none if it hangs together with nothing. What is written in plans for
/// a year stands under what lasts longer.
fn places(levels: &[LevelSummary]) -> Vec<Option<Place>> {
    let mut depth = vec![1_usize; levels.len()];
    for _ in 0..=levels.len() {
        let longer = levels.iter().zip(&depth).enumerate();
        let longer = longer.filter(|(i, (l, _))| !l.is_planned && is_tied(levels, *i));
        let longer = longer.map(|(_, (_, d))| *d).max().unwrap_or(0);
        for (i, level) in levels.iter().enumerate() {
            let least = if level.is_planned { longer + 1 } else { 1 };
            let under = level.supports.iter().filter_map(|(above, _)| match above {
                Above::Level(up) => Some(depth[*up] + 1),
                _ => None,
            });
            // A model's levels never support themselves, so this never runs away; the bound
            // is only there for the reader.
            depth[i] = under.max().unwrap_or(least).max(least).min(levels.len());
        }
    }
    let mut order: Vec<usize> = (0..levels.len()).collect();
    order.retain(|i| is_tied(levels, *i));
    order.sort_by_key(|i| depth[*i]);
    let mut places: Vec<Option<Place>> = vec![None; levels.len()];
    let (mut row, mut at_depth) = (0, 0);
    for i in order {
        if depth[i] != at_depth {
            (row, at_depth) = (row + 1, depth[i]);
        }
        let wanted = leans_right(levels, &places, &levels[i]);
        let free = |place: Place, places: &[Option<Place>]| !places.contains(&Some(place));
        let spots = [wanted, !wanted].map(|right| Place { row, right });
        let spot = spots.into_iter().find(|spot| free(*spot, &places));
        let spot = spot.unwrap_or_else(|| {
            row += 1;
            Place { row, right: wanted }
        });
        places[i] = Some(spot);
    }
    places
}

/// Whether a level goes up through processes before anything else.
fn leans_right(levels: &[LevelSummary], places: &[Option<Place>], level: &LevelSummary) -> bool {
    level.supports.iter().any(|(above, required)| match above {
        Above::Topic(Dimension::Process) => true,
        Above::Level(up) => {
            *required && *up < levels.len() && places[*up].is_some_and(|place| place.right)
        }
        _ => false,
    })
}

/// The first row that holds nothing but what is written in plans for a year.
fn plan_row(levels: &[LevelSummary], places: &[Option<Place>]) -> Option<usize> {
    let rows = |planned: bool| {
        let those = levels
            .iter()
            .zip(places)
            .filter(move |(l, _)| l.is_planned == planned);
        those.filter_map(|(_, place)| place.map(|p| p.row))
    };
    let first = rows(true).min()?;
    rows(false).all(|row| row < first).then_some(first)
}

fn edges(
    s: &Speech,
    levels: &[LevelSummary],
    tops: &[Above],
    places: &[Option<Place>],
    nodes: &[Node],
) -> Vec<Edge> {
    let ends = ends(levels, tops, places);
    let lines = Lines::of(&ends, nodes);
    let edge = |end: &End| {
        let level = &levels[end.from - tops.len()];
        Edge {
            d: lines.draw(end),
            required: end.required,
            says: sentence(s, levels, level, end.above, end.required),
        }
    };
    ends.iter().map(edge).collect()
}

fn above_name(s: &Speech, levels: &[LevelSummary], above: Above) -> String {
    match above {
        Above::Vision => s.t("vision"),
        Above::Level(i) => levels
            .get(i)
            .map_or_else(String::new, |l| s.name(&l.names).plain().to_owned()),
        Above::Topic(dimension) => s.t(match dimension {
            Dimension::Perspective => "perspective",
            Dimension::ValueCreated => "system-value",
            Dimension::Process => "process",
            Dimension::TargetGroup => "target-groups",
            Dimension::CoreValue => "core-values",
            Dimension::Agenda2030 => "system-agenda",
            Dimension::Area => "system-area",
        }),
    }
}

/// "Åtagande ska stödja Processmål", "Strategiskt mål ska höra till ett perspektiv".
fn sentence(
    s: &Speech,
    levels: &[LevelSummary],
    level: &LevelSummary,
    above: Above,
    required: bool,
) -> String {
    let name = s.name(&level.names);
    let name = name.plain();
    match (above, required) {
        (Above::Vision, true) => s.t1("vision-must", "level", name),
        (Above::Vision, false) => s.t1("vision-may", "level", name),
        (Above::Level(_), required) => {
            let key = if required {
                "supports-must"
            } else {
                "supports-may"
            };
            s.words.with(
                key,
                &[("level", name), ("above", &above_name(s, levels, above))],
            )
        }
        (Above::Topic(dimension), required) => {
            let key = if required {
                "belongs-must"
            } else {
                "belongs-may"
            };
            let above = s.t(match dimension {
                Dimension::Perspective => "to-a-perspective",
                Dimension::ValueCreated => "to-a-value",
                Dimension::Process => "to-a-process",
                Dimension::TargetGroup => "to-a-target-group",
                Dimension::CoreValue => "to-a-core-value",
                Dimension::Agenda2030 => "to-an-agenda-goal",
                Dimension::Area => "to-an-area",
            });
            s.words.with(key, &[("level", name), ("above", &above)])
        }
    }
}

fn sentences(s: &Speech, levels: &[LevelSummary], level: &LevelSummary) -> Vec<String> {
    let all = level.supports.iter();
    all.map(|(above, required)| sentence(s, levels, level, *above, *required))
        .collect()
}
