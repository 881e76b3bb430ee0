//! One figure beside what others have, as dots along one line. Our own is marked by its shape;
//! colour says nothing, and nobody is better or worse than anybody else.

use crate::axis::Axis;
use crate::ink::{Hue, Ink, Paint};
use crate::svg::{Path, escape, number};
use crate::widths::{cut, width};
use riktning_domain::Figure;
use riktning_domain::indicators::{Better, Unit};
use riktning_words::Words;
use std::fmt::Write;

/// A dot of the strip.
#[derive(Clone, Debug, PartialEq)]
pub struct Spot {
    /// Whose it is.
    pub name: String,
    /// The figure.
    pub figure: Figure,
    /// The figure as it is written beside the dot.
    pub said: String,
}

/// What is drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Strip {
    /// Our own figure, if there is one.
    pub own: Option<Spot>,
    /// The others'.
    pub others: Vec<Spot>,
    /// What they are counted in.
    pub unit: Unit,
    /// Which way is better: a ranking begins with its first place.
    pub better: Better,
    /// How many decimals the indicator is shown with.
    pub decimals: u8,
    /// What the drawing says, for whoever does not see it.
    pub says: String,
}

const TALL: f64 = 136.0;
const LINE: f64 = 92.0;
const RADIUS: f64 = 6.0;

/// The strip in a wide and a narrow variant; nothing if there are not two figures.
pub fn strip(strip: &Strip, words: Words, ink: Ink) -> Option<(String, String)> {
    let dots = strip.others.len() + usize::from(strip.own.is_some());
    (dots > 1).then(|| {
        let draw = |class, wide, size| drawn(strip, words, ink, (class, wide, size));
        (draw("bred", 720.0, 14.0), draw("smal", 360.0, 15.0))
    })
}

fn drawn(strip: &Strip, words: Words, ink: Ink, (class, wide, size): (&str, f64, f64)) -> String {
    let own = match ink {
        Ink::Page => format!("class=\"{class}\""),
        Ink::Print => {
            format!("xmlns=\"http://www.w3.org/2000/svg\" width=\"{wide}\" height=\"{TALL}\"")
        }
    };
    let says = escape(&strip.says);
    let mut out =
        format!("<svg {own} viewBox=\"0 0 {wide} {TALL}\" role=\"img\" aria-label=\"{says}\">");
    let figures: Vec<Figure> = strip.all().map(|spot| spot.figure).collect();
    let axis = Axis::fit(&figures, &strip.unit, strip.better, strip.decimals);
    let (left, right) = (26.0, wide - 26.0);
    let at = |figure: Figure| left + axis.height(figure.value()) * (right - left);
    let mut line = Path::default();
    line.horizontal(left, right, LINE);
    line.draw(&mut out, &ink.paint(Paint::Zero, size));
    let _ = write!(
        out,
        "<g{} text-anchor=\"middle\">",
        ink.paint(Paint::Small, size)
    );
    let most = if wide > 500.0 { 7 } else { 4 };
    for tick in axis.thinned(most) {
        let said = words.figure(Figure::new(tick), Some(axis.decimals()));
        let x = left + axis.height(tick) * (right - left);
        text(&mut out, &said, x, LINE + 30.0);
    }
    out.push_str("</g>");
    // Equal figures stand on each other, so that each is seen.
    let mut others: Vec<f64> = strip.others.iter().map(|spot| at(spot.figure)).collect();
    others.sort_by(f64::total_cmp);
    let _ = write!(out, "<g{}>", ink.paint(Paint::Hollow(Hue::Total), size));
    let mut placed: Vec<(f64, f64)> = Vec::new();
    for x in others {
        let clear = |y: f64| {
            let near = |(px, py): &(f64, f64)| (px - x).hypot(py - y) < RADIUS * 2.2;
            !placed.iter().any(near)
        };
        let rows = [0.0, 1.0, 2.0, 3.0].map(|row| LINE - row * RADIUS * 2.3);
        let y = rows.into_iter().find(|y| clear(*y)).unwrap_or(LINE);
        placed.push((x, y));
        let (x, y) = (number(x), number(y));
        let _ = write!(out, "<circle cx=\"{x}\" cy=\"{y}\" r=\"{RADIUS}\"/>");
    }
    out.push_str("</g>");
    if let Some(spot) = &strip.own {
        let x = at(spot.figure);
        diamond(&mut out, ink, x, size);
        let said = cut(&format!("{} {}", spot.name, spot.said), size, wide - 8.0);
        let half = width(&said, size) / 2.0;
        let x = x.min(wide - half - 4.0).max(half + 4.0);
        let label = ink.paint(Paint::Label(Hue::Total), size);
        let _ = write!(out, "<g{label} text-anchor=\"middle\">");
        text(&mut out, &said, x, 24.0);
        out.push_str("</g>");
    }
    out.push_str("</svg>");
    out
}

/// Our own: a filled diamond, with a line up to its name.
fn diamond(out: &mut String, ink: Ink, x: f64, size: f64) {
    let mut leader = Path::default();
    leader.move_to(x, 32.0);
    leader.line_to(x, LINE - 12.0);
    leader.draw(out, &ink.paint(Paint::Leader, size));
    let r = 9.0;
    let mut shape = Path::default();
    shape.move_to(x, LINE - r);
    shape.line_to(x + r, LINE);
    shape.line_to(x, LINE + r);
    shape.line_to(x - r, LINE);
    shape.draw(out, &ink.paint(Paint::Dot(Hue::Total), size));
}

fn text(out: &mut String, said: &str, x: f64, y: f64) {
    // Writing to a String cannot fail.
    let _ = write!(
        out,
        "<text x=\"{}\" y=\"{}\">{}</text>",
        number(x),
        number(y),
        escape(said)
    );
}

impl Strip {
    fn all(&self) -> impl Iterator<Item = &Spot> {
        self.others.iter().chain(&self.own)
    }
}
