//! The picture of the levels: what the model says supports what, as boxes and lines. The same
//! sentences stand beside it and on its lines, so picture and text cannot say different things.

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
    pub(crate) height: i32,
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

impl<'a> Picture<'a> {
    pub(crate) fn of(s: &Speech, v: &'a System) -> Picture<'a> {
        let levels = v.levels.as_slice();
        let tops = tops(levels);
        let places = places(levels);
        let rows = places.iter().flatten().map(|p| p.row).max().unwrap_or(0);
        let plan_row = plan_row(levels, &places);
        // What is written in plans lies a little apart, with its name at the foot, where no line
        // goes.
        let apart = |row: usize| {
            if plan_row.is_some_and(|at| row >= at) {
                8
            } else {
                0
            }
        };
        let y = |row: usize| to_i32(row) * (HIGH + GAP) + apart(row);
        let bottom = y(rows) + HIGH + if plan_row.is_some() { 36 } else { 0 };
        let alone: Vec<usize> = (0..levels.len()).filter(|i| places[*i].is_none()).collect();
        let aside = (!alone.is_empty()).then_some(bottom + 40);
        let name = |i: usize| s.long_name(&levels[i].names).plain().to_owned();
        let mut nodes: Vec<Node> = top_nodes(s, &tops);
        for (i, place) in places.iter().enumerate() {
            let spot = alone.iter().position(|a| *a == i).unwrap_or_default();
            let (right, y) = match place {
                Some(place) => (place.right, y(place.row)),
                None => (
                    spot % 2 == 1,
                    aside.unwrap_or(bottom) + 14 + to_i32(spot / 2) * (HIGH + 14),
                ),
            };
            let x = if right { WIDTH - BOX } else { 0 };
            nodes.push(Node {
                x,
                y,
                width: BOX,
                name: name(i),
            });
        }
        let beside = to_i32(alone.len().div_ceil(2)) * (HIGH + 14);
        let base = aside.map_or(bottom, |y| y + 14 + beside - 14) + 30;
        Picture {
            height: base + 78,
            edges: edges(s, levels, &tops, &places, &nodes),
            nodes,
            plans: plan_row.map(|row| (y(row) - 14, bottom - y(row) + 14)),
            aside,
            base,
            words: levels
                .iter()
                .map(|level| InWords {
                    level,
                    says: sentences(s, levels, level),
                })
                .collect(),
        }
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

/// A line of the model between two boxes.
struct End {
    from: usize,
    to: usize,
    above: Above,
    required: bool,
    /// Whether it goes past a row. Such lines to one box are branches of one trunk, which comes to
    /// that box as one line.
    far: bool,
}

/// Lines to one box that go past a row, those that must and those that may apart.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Trunk {
    to: usize,
    required: bool,
}

/// What comes to a box from below as one line.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Arrival {
    From(usize),
    Along(Trunk),
}

impl End {
    fn trunk(&self) -> Option<Trunk> {
        self.far.then_some(Trunk {
            to: self.to,
            required: self.required,
        })
    }

    fn arrival(&self) -> Arrival {
        self.trunk()
            .map_or(Arrival::From(self.from), Arrival::Along)
    }
}

fn ends(levels: &[LevelSummary], tops: &[Above], places: &[Option<Place>]) -> Vec<End> {
    let node_of = |above: Above| match above {
        Above::Level(i) => Some(tops.len() + i),
        other => tops.iter().position(|top| *top == other),
    };
    let row = |node: usize| {
        let level = node.checked_sub(tops.len());
        level.and_then(|i| places[i]).map_or(0, |place| place.row)
    };
    let own = levels.iter().enumerate().flat_map(|(i, level)| {
        let from = tops.len() + i;
        level.supports.iter().filter_map(move |(above, required)| {
            let to = node_of(*above)?;
            Some(End {
                from,
                to,
                above: *above,
                required: *required,
                far: row(from) > row(to) + 1,
            })
        })
    });
    own.collect()
}

/// What the lines are drawn between.
struct Lines<'a> {
    ends: &'a [End],
    trunks: Vec<Trunk>,
    nodes: &'a [Node],
}

impl<'a> Lines<'a> {
    fn of(ends: &'a [End], nodes: &'a [Node]) -> Lines<'a> {
        let mut trunks: Vec<Trunk> = ends.iter().filter_map(End::trunk).collect();
        trunks.sort_by_key(|t| (nodes[t.to].y, nodes[t.to].x, t.required));
        trunks.dedup();
        Lines {
            ends,
            trunks,
            nodes,
        }
    }

    /// Where the trunk of a line stands, between the columns; none if the line has no trunk.
    fn track(&self, end: &End) -> Option<i32> {
        let trunk = end.trunk()?;
        let place = self.trunks.iter().position(|t| *t == trunk)?;
        Some(WIDTH / 2 + (2 * to_i32(place) + 1 - to_i32(self.trunks.len())) * APART / 2)
    }

    /// Where a line leaves its box: the lines of a box stand apart in the order of their other
    /// ends.
    fn leaves(&self, end: &End) -> i32 {
        let mut out: Vec<usize> = self
            .ends
            .iter()
            .filter(|e| e.from == end.from)
            .map(|e| e.to)
            .collect();
        out.sort_by_key(|to| self.nodes[*to].x);
        let place = out.iter().position(|to| *to == end.to);
        spread(&self.nodes[end.from], place, out.len())
    }

    /// Where a line comes to its box.
    fn comes(&self, end: &End) -> i32 {
        let into = self.ends.iter().filter(|e| e.to == end.to);
        let x = |e: &End| self.track(e).unwrap_or(self.nodes[e.from].x);
        let mut into: Vec<(i32, Arrival)> = into.map(|e| (x(e), e.arrival())).collect();
        into.sort_by_key(|(x, _)| *x);
        into.dedup_by_key(|(_, arrival)| *arrival);
        let place = into
            .iter()
            .position(|(_, arrival)| *arrival == end.arrival());
        spread(&self.nodes[end.to], place, into.len())
    }

    /// Whether a branch is the lowest of its trunk, and of those the last: it draws the trunk, so
    /// that no two dashes lie on each other.
    fn is_lowest(&self, end: &End) -> bool {
        let at = |e: &End| (self.nodes[e.from].y, self.nodes[e.from].x);
        let mut same = self.ends.iter().filter(|e| e.trunk() == end.trunk());
        same.all(|e| at(e) <= at(end))
    }

    fn draw(&self, end: &End) -> String {
        let (x1, x2) = (self.leaves(end), self.comes(end));
        let (y1, y2) = (self.nodes[end.from].y, self.nodes[end.to].y + HIGH);
        let Some(x) = self.track(end) else {
            let middle = (y1 + y2) / 2;
            return format!("M{x1} {y1}C{x1} {middle} {x2} {middle} {x2} {y2}");
        };
        let half = GAP / 2;
        let (low, high) = (y1 - GAP, y2 + GAP);
        let branch = format!("M{x1} {y1}C{x1} {} {x} {} {x} {low}", y1 - half, low + half);
        if !self.is_lowest(end) {
            return branch;
        }
        let (bend, into) = (high - half, y2 + half);
        format!("{branch}V{high}C{x} {bend} {x2} {into} {x2} {y2}")
    }
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

/// Where on a box one of its lines ends.
fn spread(node: &Node, place: Option<usize>, of: usize) -> i32 {
    node.x + node.width * (to_i32(place.unwrap_or_default()) + 1) / (to_i32(of) + 1)
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
