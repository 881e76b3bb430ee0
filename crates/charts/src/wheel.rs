//! The annual wheel: what is planned in the outer ring, what is followed up in the inner one, and
//! between them the red thread with a knot for each meeting of the council.
//!
//! It is an aid beside the list of the same days, which says everything: what finds no room here is
//! left out.

use crate::svg::{escape, id_prefix, number};
use crate::widths::{cut, width, wrap};
use jiff::civil::Date;
use std::f64::consts::PI;
use std::fmt::Write;

/// A stretch of the year in one of the rings.
#[derive(Clone, Debug, PartialEq)]
pub struct Arc {
    /// What is written along it, if there is room.
    pub label: String,
    /// Whether it plans, in the outer ring, or follows up, in the inner one.
    pub plans: bool,
    /// Its first day.
    pub from: Date,
    /// Its last day.
    pub to: Date,
}

/// What is drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Wheel {
    /// What its ids begin with, so that two may stand on one page.
    pub id: String,
    /// What the drawing is called.
    pub title: String,
    /// What the drawing says, for whoever does not see it.
    pub says: String,
    /// The months, abbreviated, from January.
    pub months: [String; 12],
    /// The year.
    pub year: i16,
    /// The stretches.
    pub arcs: Vec<Arc>,
    /// When the council meets.
    pub knots: Vec<Date>,
    /// The days of whoever reads, where they are marked.
    pub own: Vec<Date>,
    /// The day that the hand points at, if it is in the year.
    pub today: Option<Date>,
    /// What stands in the middle: a heading and what is said below it.
    pub middle: (String, Vec<String>),
}

/// Half of the drawing's side.
const CENTRE: f64 = 210.0;
/// Where the rings begin and end, from the centre.
const OUTER: f64 = 174.0;
const INNER: f64 = 84.0;
/// The room of the thread between the rings.
const THREAD: f64 = 12.0;
/// The widest a ring's lane may be, and the air between two.
const WIDEST: f64 = 25.0;
const AIR: f64 = 3.0;
/// The most lanes of a ring: what overlaps beyond them lies in the last.
const MOST_LANES: usize = 3;
/// The least angle of an arc, so that a day is seen.
const LEAST: f64 = 0.06;
/// The type size of labels in either variant, and the least that is worth writing of one.
const WIDE: f64 = 11.0;
const NARROW: f64 = 13.5;
const LEAST_LABEL: usize = 4;

/// The wheel in a wide and a narrow variant: where there is less room, letters take more of it.
pub fn wheel(wheel: &Wheel) -> (String, String) {
    (drawn(wheel, "bred", WIDE), drawn(wheel, "smal", NARROW))
}

fn drawn(wheel: &Wheel, class: &str, size: f64) -> String {
    let id = id_prefix(&format!("{}-{class}", wheel.id));
    let mut out = format!(
        "<svg class=\"hjul {class}\" viewBox=\"0 0 420 420\" role=\"img\" aria-labelledby=\"{id}-t {id}-d\">\
         <title id=\"{id}-t\">{}</title><desc id=\"{id}-d\">{}</desc>",
        escape(&wheel.title),
        escape(&wheel.says)
    );
    months(&mut out, wheel);
    let planned = Ring::of(wheel, true);
    let followed = Ring::of(wheel, false);
    let lanes = planned.lanes + followed.lanes;
    let room = OUTER - INNER - THREAD;
    let lane = (room / count(lanes)).min(WIDEST + AIR);
    let thread = OUTER - lane * count(planned.lanes) - THREAD / 2.0;
    planned.draw(&mut out, (OUTER, lane, size), (&id, "plan"));
    followed.draw(&mut out, (thread - THREAD / 2.0, lane, size), (&id, "folj"));
    let _ = write!(
        out,
        "<circle class=\"h-trad\" cx=\"{CENTRE}\" cy=\"{CENTRE}\" r=\"{}\"/>",
        number(thread)
    );
    for knot in &wheel.knots {
        let (x, y) = point(angle(*knot), thread);
        let (x, y) = (number(x), number(y - 7.0));
        let _ = write!(out, "<path class=\"h-kf\" d=\"M{x} {y}l7 7-7 7-7-7z\"/>");
    }
    for own in &wheel.own {
        let (x, y) = point(angle(*own), OUTER + 3.0);
        let (x, y) = (number(x), number(y));
        let _ = write!(
            out,
            "<circle class=\"h-egen\" cx=\"{x}\" cy=\"{y}\" r=\"4.5\"/>"
        );
    }
    if let Some(today) = wheel.today {
        let at = angle(today);
        let (from, to) = (point(at, INNER - 6.0), point(at, OUTER + 4.0));
        let _ = write!(out, "<path class=\"h-nu\" d=\"{}\"/>", line(from, to));
    }
    middle(&mut out, wheel);
    out.push_str("</svg>");
    out
}

/// A ring with its arcs, each in a lane where it lies over no other.
struct Ring<'a> {
    arcs: Vec<(usize, &'a Arc)>,
    lanes: usize,
}

impl<'a> Ring<'a> {
    fn of(wheel: &'a Wheel, plans: bool) -> Ring<'a> {
        let mut own: Vec<&Arc> = wheel.arcs.iter().filter(|a| a.plans == plans).collect();
        own.sort_by_key(|arc| (arc.from, std::cmp::Reverse(arc.to)));
        let mut ends: Vec<f64> = Vec::new();
        let placed = own.into_iter().map(|arc| {
            let (from, to) = (angle(arc.from), end(arc));
            let free = ends.iter().position(|end| *end + 0.02 <= from);
            let lane = free.unwrap_or(ends.len()).min(MOST_LANES - 1);
            match ends.get_mut(lane) {
                Some(end) => *end = end.max(to),
                None => ends.push(to),
            }
            (lane, arc)
        });
        let arcs = placed.collect();
        Ring {
            arcs,
            lanes: ends.len().max(1),
        }
    }

    fn draw(
        &self,
        out: &mut String,
        (outer, lane, size): (f64, f64, f64),
        (id, class): (&str, &str),
    ) {
        let stroke = number(lane - AIR);
        for place in 0..self.lanes {
            let radius = number(outer - lane * (count(place) + 0.5));
            let _ = write!(
                out,
                "<circle class=\"h-spar\" stroke-width=\"{stroke}\" cx=\"{CENTRE}\" cy=\"{CENTRE}\" r=\"{radius}\"/>"
            );
        }
        for (place, arc) in &self.arcs {
            let radius = outer - lane * (count(*place) + 0.5);
            let path = bow(radius, angle(arc.from), end(arc));
            let _ = write!(
                out,
                "<path class=\"h-{class}\" stroke-width=\"{stroke}\" d=\"{path}\"/>"
            );
        }
        for (n, (place, arc)) in self.arcs.iter().enumerate() {
            let radius = outer - lane * (count(*place) + 0.5);
            label(out, arc, (radius, size), &format!("{id}-{class}{n}"));
        }
    }
}

/// What is written along an arc, never upside down.
fn label(out: &mut String, arc: &Arc, (radius, size): (f64, f64), id: &str) {
    let (from, to) = (angle(arc.from), end(arc));
    let room = (to - from) * radius - 8.0;
    let text = cut(&arc.label, size, room);
    if width(&text, size) > room || text.chars().count() < LEAST_LABEL {
        return;
    }
    let middle = (from + to) / 2.0;
    let below = middle > PI / 2.0 && middle < PI * 1.5;
    let path = match below {
        false => bow(radius - size * 0.36, from, to),
        true => woven(radius + size * 0.36, to, from),
    };
    let _ = write!(
        out,
        "<path id=\"{id}\" d=\"{path}\" fill=\"none\"/><text class=\"h-etik\" font-size=\"{size}\"><textPath href=\"#{id}\" \
         startOffset=\"50%\" text-anchor=\"middle\">{}</textPath></text>",
        escape(&text)
    );
}

fn months(out: &mut String, wheel: &Wheel) {
    for (month, name) in (1..).zip(&wheel.months) {
        let Ok(first) = Date::new(wheel.year, month, 1) else {
            continue;
        };
        let at = angle(first);
        let spoke = line(point(at, INNER), point(at, OUTER + 2.0));
        let (x, y) = point(at + PI / 12.0, OUTER + 19.0);
        let (x, y) = (number(x), number(y + 5.0));
        let _ = write!(
            out,
            "<path class=\"d-axel\" d=\"{spoke}\"/><text class=\"h-manad\" x=\"{x}\" y=\"{y}\" \
             text-anchor=\"middle\">{}</text>",
            escape(name)
        );
    }
}

fn middle(out: &mut String, wheel: &Wheel) {
    let (heading, below) = &wheel.middle;
    let lines = below.iter().flat_map(|line| wrap(line, 14.0, 138.0));
    let lines: Vec<String> = lines.take(4).collect();
    let mut y = CENTRE + 6.0 - count(lines.len()) * 9.0;
    let _ = write!(
        out,
        "<text class=\"h-mitt\" x=\"{CENTRE}\" y=\"{}\" text-anchor=\"middle\">{}</text>",
        number(y),
        escape(heading)
    );
    y += 5.0;
    for line in lines {
        y += 18.0;
        let _ = write!(
            out,
            "<text class=\"h-mitt2\" x=\"{CENTRE}\" y=\"{}\" text-anchor=\"middle\">{}</text>",
            number(y),
            escape(&line)
        );
    }
}

/// Where in the year a day begins: from the top, with the sun.
fn angle(day: Date) -> f64 {
    f64::from(day.day_of_year() - 1) / f64::from(day.days_in_year()) * PI * 2.0
}

/// Where an arc ends: after its last day, and wide enough to be seen.
fn end(arc: &Arc) -> f64 {
    let day = PI * 2.0 / f64::from(arc.to.days_in_year());
    let end = (angle(arc.to) + day).max(angle(arc.from) + LEAST);
    end.min(angle(arc.from) + PI * 1.999)
}

fn point(angle: f64, radius: f64) -> (f64, f64) {
    (CENTRE + radius * angle.sin(), CENTRE - radius * angle.cos())
}

fn line(from: (f64, f64), to: (f64, f64)) -> String {
    let [a, b, c, d] = [from.0, from.1, to.0, to.1].map(number);
    format!("M{a} {b}L{c} {d}")
}

/// A bow with the sun.
fn bow(radius: f64, from: f64, to: f64) -> String {
    turned(radius, from, to, 1)
}

/// A bow against the sun.
fn woven(radius: f64, from: f64, to: f64) -> String {
    turned(radius, from, to, 0)
}

fn turned(radius: f64, from: f64, to: f64, sun: u8) -> String {
    let (start, stop) = (point(from, radius), point(to, radius));
    let [a, b, c, d] = [start.0, start.1, stop.0, stop.1].map(number);
    let (radius, large) = (number(radius), u8::from((to - from).abs() > PI));
    format!("M{a} {b}A{radius} {radius} 0 {large} {sun} {c} {d}")
}

/// A small number of lanes or lines.
fn count(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn arc(plans: bool, from: Date, to: Date) -> Arc {
        let label = "Årsplan 2027".to_owned();
        Arc {
            label,
            plans,
            from,
            to,
        }
    }

    fn drawn(arcs: Vec<Arc>) -> String {
        let both = wheel(&Wheel {
            id: "hjul".to_owned(),
            title: "Året <2026>".to_owned(),
            says: String::new(),
            months: std::array::from_fn(|n| format!("m{n}")),
            year: 2026,
            arcs,
            knots: vec![date(2026, 6, 18)],
            own: vec![date(2026, 4, 1)],
            today: Some(date(2026, 11, 29)),
            middle: ("29 nov".to_owned(), vec![]),
        });
        assert!(both.1.contains("smal"));
        both.0
    }

    #[test]
    fn the_year_begins_at_the_top_and_goes_with_the_sun() {
        let (x, y) = point(angle(date(2026, 1, 1)), 100.0);
        assert!((x - CENTRE).abs() < 0.1 && y < CENTRE);
        let (x, _) = point(angle(date(2026, 4, 1)), 100.0);
        assert!(x > CENTRE + 99.0);
    }

    #[test]
    fn what_overlaps_lies_beside_and_a_label_without_room_is_left_out() {
        let (spring, all) = (date(2026, 5, 1), date(2026, 12, 31));
        let long = arc(true, date(2026, 1, 7), all);
        let short = arc(true, date(2026, 6, 1), date(2026, 6, 18));
        let two = drawn(vec![long.clone(), short]);
        // Two lanes outside and one inside.
        assert_eq!(two.matches("h-spar").count(), 3);
        assert_eq!(two.matches("Årsplan 2027").count(), 1, "{two}");
        let one = drawn(vec![long, arc(false, spring, spring)]);
        assert_eq!(one.matches("h-spar").count(), 2);
        assert!(one.contains("Året &lt;2026&gt;"));
        // A day of one's own lies on the rim, in April to the right.
        assert_eq!(
            one.matches("<circle class=\"h-egen\" cx=\"387\"").count(),
            1,
            "{one}"
        );
    }
}
