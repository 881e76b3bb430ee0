//! The drawing itself: one function for both widths and both inks.

mod bands;
mod labels;
mod paint;

use crate::ink::{Ink, Paint};
use crate::scene::{Dot, Scene};
use crate::widths::width;
use bands::Band;
use labels::Placed;
use riktning_domain::Figure;

/// Which of the two drawings of a chart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Variant {
    Wide,
    Narrow,
}

impl Variant {
    pub(crate) fn class(self) -> &'static str {
        match self {
            Variant::Wide => "bred",
            Variant::Narrow => "smal",
        }
    }

    pub(crate) fn size(self) -> (f64, f64) {
        match self {
            Variant::Wide => (860.0, 400.0),
            Variant::Narrow => (380.0, 360.0),
        }
    }

    /// The type size of everything written in it. A phone shows the narrow one at about five
    /// sixths of its size, and 12 px are still to be read there.
    pub(crate) fn type_size(self) -> f64 {
        match self {
            Variant::Wide => 14.0,
            Variant::Narrow => 15.0,
        }
    }

    fn most_ticks(self) -> usize {
        match self {
            Variant::Wide => 9,
            Variant::Narrow => 6,
        }
    }

    /// The widest that the column of labels may be.
    fn widest_column(self) -> f64 {
        match self {
            Variant::Wide => 250.0,
            Variant::Narrow => 118.0,
        }
    }
}

/// The widest that the figures along the axis may be before they are written in millions.
pub(crate) const WIDEST_TICK: f64 = 84.0;

/// What stands inside the `svg` element, and which gaps had no room for their words.
pub(crate) struct Drawn {
    pub(crate) svg: String,
    pub(crate) untold: Vec<usize>,
}

/// Draws the scene.
pub(crate) fn draw(scene: &Scene<'_>, variant: Variant, ink: Ink) -> Drawn {
    // Labels stand in a column to the right of the lines. One that belongs to a point further
    // in stands beside it if there is room, and otherwise joins the column, which may become
    // wider: so all are placed anew, at most once for each label.
    let mut in_column = vec![false; labels::most(scene)];
    loop {
        let mut drawing = Drawing::new(scene, variant, ink, &in_column);
        match drawing.place_labels(&mut in_column) {
            Placed::All => {
                return Drawn {
                    svg: drawing.paint(),
                    untold: drawing.untold(),
                };
            }
            Placed::MoreInColumn => {}
        }
    }
}

/// A text with its place.
struct Written {
    paint: Paint,
    lines: Vec<String>,
    x: f64,
    /// The middle of all its lines.
    y: f64,
    leader: Option<(f64, f64)>,
}

struct Drawing<'a> {
    scene: &'a Scene<'a>,
    variant: Variant,
    ink: Ink,
    size: f64,
    left: f64,
    right: f64,
    top: f64,
    bottom: f64,
    span: f64,
    ticks: Vec<(f64, String)>,
    gaps: Vec<Band>,
    written: Vec<Written>,
}

/// A step of the target with its place: from, to, and the height of its one or two limits.
#[derive(Clone, Copy)]
struct StepPlace {
    from: f64,
    to: f64,
    low: f64,
    high: Option<f64>,
}

impl StepPlace {
    fn touches(&self, next: &StepPlace) -> bool {
        (self.to - next.from).abs() < 1.0
    }

    fn goes_on_in(&self, next: &StepPlace) -> bool {
        self.touches(next) && self.low == next.low && self.high == next.high
    }
}

impl<'a> Drawing<'a> {
    fn new(scene: &'a Scene<'a>, variant: Variant, ink: Ink, in_column: &[bool]) -> Drawing<'a> {
        let (whole, tall) = variant.size();
        let size = variant.type_size();
        let (top, bottom) = (22.0, tall - 40.0);
        let ticks: Vec<(f64, String)> = scene
            .axis
            .thinned(variant.most_ticks())
            .map(|tick| {
                let y = bottom - scene.axis.height(tick) * (bottom - top);
                (y, scene.tick(tick))
            })
            .collect();
        let widest = ticks
            .iter()
            .map(|(_, t)| width(t, size))
            .fold(0.0, f64::max);
        let mut drawing = Drawing {
            left: widest + 12.0,
            right: whole - 24.0,
            span: scene.days.iter().copied().fold(0.0, f64::max),
            scene,
            variant,
            ink,
            size,
            top,
            bottom,
            ticks,
            gaps: Vec::new(),
            written: Vec::new(),
        };
        let column = drawing.column_width(in_column);
        if column > 0.0 {
            drawing.right = whole - column - 18.0;
        }
        drawing.gaps = drawing.bands();
        drawing
    }

    fn x(&self, day: f64) -> f64 {
        if self.span == 0.0 {
            return f64::midpoint(self.left, self.right);
        }
        self.left + day / self.span * (self.right - self.left)
    }

    fn y(&self, figure: Figure) -> f64 {
        let height = self.scene.axis.height(figure.value());
        self.bottom - height * (self.bottom - self.top)
    }

    fn at(&self, dot: &Dot) -> (f64, f64) {
        let day = self.scene.days.get(dot.row).copied().unwrap_or(0.0);
        (self.x(day), self.y(dot.figure))
    }

    fn line_height(&self) -> f64 {
        self.size + 3.0
    }

    /// The steps of the target on paper; those that go on at the same height are one.
    fn step_places(&self) -> Vec<StepPlace> {
        let inside = |x: f64| x.clamp(self.left, self.right + 6.0);
        let mut places: Vec<StepPlace> = Vec::new();
        for step in &self.scene.steps {
            let (mut from, mut to) = (self.x(step.from), self.x(step.to));
            // A month's target among years would be a speck.
            if to - from < 14.0 {
                let middle = f64::midpoint(from, to);
                (from, to) = (middle - 7.0, middle + 7.0);
            }
            let place = StepPlace {
                from: inside(from),
                to: inside(to),
                low: self.y(step.low),
                high: step.high.map(|high| self.y(high)),
            };
            match places.last_mut() {
                Some(before) if before.goes_on_in(&place) => before.to = place.to,
                _ => places.push(place),
            }
        }
        places
    }
}
