//! The start page.

use super::shell::{Place, Shell, Visit};
use super::speech::Said;
use crate::failure::Failure;
use askama::Template;
use axum::response::Response;
use riktning_app::views::start::{Occasion, Start, StateOfPlay};
use riktning_domain::Text;
use riktning_domain::models::{CountsAs, Shape};
use riktning_words::Gender;

#[derive(Template)]
#[template(path = "start.html")]
struct StartPage<'a> {
    shell: Shell,
    v: &'a Start,
}

/// A part of the bar under the state of play.
struct BarPart {
    class: &'static str,
    x: String,
    width: String,
}

/// One of the four counts.
struct TallyWord {
    shape: Shape,
    text: String,
}

impl StartPage<'_> {
    /// Whether the page shows what stood when this was decided: the last of them by its day.
    fn is_shown(&self, occasion: &Occasion) -> bool {
        let mut all = self.v.occasions.iter();
        let last = all.find(|o| o.day <= self.v.frame.day);
        last.is_some_and(|last| std::ptr::eq(last, occasion))
    }

    /// What was decided, as the municipality calls it, else by the year's report.
    fn occasion(&self, occasion: &Occasion) -> String {
        self.shell.s.occasion(occasion)
    }

    /// "Tre av åtta mål är på väg att nås".
    fn heading(&self, play: &StateOfPlay) -> String {
        let s = &self.shell.s;
        let met = play
            .tally
            .iter()
            .find(|(kind, _)| *kind == Some(CountsAs::Met))
            .map_or(0, |(_, n)| *n);
        let key = match (met, play.is_final) {
            (0, true) => "start-heading-none-final",
            (0, false) => "start-heading-none",
            (_, true) => "start-heading-final",
            (_, false) => "start-heading",
        };
        let (met, goals) = s.words.part_of(met, play.goals, Gender::Neuter);
        let said = match key {
            "start-heading" | "start-heading-final" => {
                s.words.with(key, &[("met", &met), ("goals", &goals)])
            }
            _ => s.words.with(key, &[("goals", &goals)]),
        };
        s.words.capital(&said)
    }

    /// The goals that are not met, that cannot be judged and that nobody judged, by name.
    fn named<'a>(&self, play: &'a StateOfPlay) -> Vec<(&'static str, &'a [Text])> {
        let key = if play.is_final {
            "start-not-met-final"
        } else {
            "start-not-met"
        };
        let all = [
            (key, play.not_met.as_slice()),
            ("start-impossible", play.impossible.as_slice()),
            ("no-verdict-found", play.not_judged.as_slice()),
        ];
        all.into_iter()
            .filter(|(_, names)| !names.is_empty())
            .collect()
    }

    fn tally(&self, play: &StateOfPlay) -> Vec<TallyWord> {
        let words = play.tally.iter().filter(|(_, count)| *count > 0);
        words
            .map(|(kind, count)| {
                let (shape, key) = match (kind, play.is_final) {
                    (Some(CountsAs::Met), false) => (Shape::Good, "tally-met"),
                    (Some(CountsAs::Partly), false) => (Shape::Partly, "tally-partly"),
                    (Some(CountsAs::NotMet), false) => (Shape::Bad, "tally-not-met"),
                    (Some(CountsAs::Met), true) => (Shape::Good, "tally-met-final"),
                    (Some(CountsAs::Partly), true) => (Shape::Partly, "tally-partly-final"),
                    (Some(CountsAs::NotMet), true) => (Shape::Bad, "tally-not-met-final"),
                    (Some(CountsAs::Unknown), _) => (Shape::Unclear, "tally-impossible"),
                    (None, _) => (Shape::NotBegun, "tally-not-judged"),
                };
                TallyWord {
                    shape,
                    text: self.shell.s.n(key, count),
                }
            })
            .collect()
    }

    /// The bar, each part as wide as its share.
    fn bar(&self, play: &StateOfPlay) -> Vec<BarPart> {
        let mut before = 0;
        let share = |count: usize| count * 1000 / play.goals.max(1);
        let percent = |thousandths: usize| format!("{}.{}%", thousandths / 10, thousandths % 10);
        let mut parts = Vec::new();
        for (kind, count) in play.tally.iter().filter(|(_, count)| *count > 0) {
            let class = match kind {
                Some(CountsAs::Met) => "b-bra",
                Some(CountsAs::Partly) => "b-delvis",
                Some(CountsAs::NotMet) => "b-ej",
                Some(CountsAs::Unknown) | None => "b-oklar",
            };
            let width = share(*count).saturating_sub(5);
            parts.push(BarPart {
                class,
                x: percent(before),
                width: percent(width),
            });
            before += share(*count);
        }
        parts
    }

    /// The parts of the base that have lists: name, place in the list, and how many hold.
    fn base(&self) -> [(&'static str, &'static str, usize); 3] {
        let counts = &self.v.counts;
        [
            ("base-documents", "styrdokument", counts.documents),
            ("base-rules", "bestammelser", counts.provisions),
            ("base-law", "lagar", counts.laws),
        ]
    }

    fn h1(&self) -> String {
        let place = self.shell.s.words.typed(&self.v.frame.place);
        self.shell.s.t1("start-h1", "place", place)
    }

    fn vision_title(&self) -> Option<Said> {
        let vision = self.v.vision.as_ref()?;
        Some(
            self.shell
                .s
                .typed(self.v.slogan.as_ref().unwrap_or(&vision.title)),
        )
    }
}

/// The start page.
pub(crate) fn start(visit: &Visit, v: &Start) -> Result<Response, Failure> {
    let title = visit.speech().t("nav-goals");
    let shell = Shell::new(visit, v.frame.clone(), title, Place::Goals);
    super::page(&StartPage { shell, v })
}

/// The class of a verdict's shape.
pub(crate) fn shape_class(shape: &Shape) -> &'static str {
    match shape {
        Shape::Good => "bra",
        Shape::Partly => "delvis",
        Shape::Bad => "ej",
        Shape::Unclear => "oklar",
        Shape::Done => "klar",
        Shape::NotBegun => "tom",
    }
}
