//! The lines between the boxes of the picture: what leaves a box where, and what goes past a row as
//! one trunk.

use super::{APART, GAP, HIGH, Node, Place, WIDTH, to_i32};
use riktning_app::views::system::{Above, LevelSummary};

/// A line of the model between two boxes.
pub(super) struct End {
    pub(super) from: usize,
    to: usize,
    pub(super) above: Above,
    pub(super) required: bool,
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

pub(super) fn ends(levels: &[LevelSummary], tops: &[Above], places: &[Option<Place>]) -> Vec<End> {
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
pub(super) struct Lines<'a> {
    ends: &'a [End],
    trunks: Vec<Trunk>,
    nodes: &'a [Node],
}

impl<'a> Lines<'a> {
    pub(super) fn of(ends: &'a [End], nodes: &'a [Node]) -> Lines<'a> {
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

    pub(super) fn draw(&self, end: &End) -> String {
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

/// Where on a box one of its lines ends.
fn spread(node: &Node, place: Option<usize>, of: usize) -> i32 {
    node.x + node.width * (to_i32(place.unwrap_or_default()) + 1) / (to_i32(of) + 1)
}
