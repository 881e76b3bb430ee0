//! The chart of an indicator: its drawings and the words around them.

use crate::draw::{Drawn, Variant, WIDEST_TICK, draw};
use crate::gaps::periods_of;
use crate::ink::Ink;
use crate::say::Say;
use crate::scene::{Dot, Scene};
use crate::svg::{escape, id_prefix, number};
use crate::widths::width;
use riktning_app::views::chart::Series;
use riktning_domain::Figure;
use riktning_domain::indicators::{Aim, Better, Breakdown, Class, Frequency, Settled};
use riktning_words::{Language, Marked, Words};
use rust_decimal::Decimal;
use std::collections::BTreeSet;

/// A chart with everything that stands around it. Every text is plain: only the two drawings
/// are markup, and they are escaped.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chart {
    /// The drawings, or what stands instead of them.
    pub drawing: Drawing,
    /// What the drawing is, for whoever does not see it: its `<title>`.
    pub title: String,
    /// What it shows: first, last, target, women and men, forecast, gaps; its `<desc>`.
    pub desc: String,
    /// What is measured and in what, under the heading.
    pub subtitle: Marked,
    /// What must be said under the drawing, a sentence each: where the axis begins, which way
    /// is good, what a hollow point means, what is missing.
    pub notes: Vec<Marked>,
    own: Language,
}

/// How a series is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Drawing {
    /// As lines: two `svg` elements, of which the style sheet shows one.
    Lines {
        /// About 860 × 400, class `bred`.
        wide: String,
        /// About 380 × 360, class `smal`.
        narrow: String,
    },
    /// As numbers: nobody has two figures, and one is no development.
    NumberOnly(Vec<Number>),
    /// There is no figure at all.
    Nothing,
}

/// A figure that stands alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Number {
    /// Whose it is: *Flickor*. `None` where the series only counts everybody.
    pub who: Option<String>,
    /// The figure with its unit: *90,4 %*.
    pub figure: String,
    /// The period in words.
    pub period: String,
    /// *Preliminär* or *ändrad*, where it is.
    pub mark: Option<Marked>,
}

impl Chart {
    /// The notes as one paragraph.
    pub fn note(&self) -> Marked {
        Marked::joined(&self.notes, " ", self.own)
    }
}

/// The chart of a series in the reader's words.
///
/// `prefix` makes the ids in the drawings unique on the page; it should be a word of ASCII
/// letters, digits and hyphens, another for every chart.
pub fn chart(series: &Series, words: Words, prefix: &str, ink: Ink) -> Chart {
    let say = Say::new(series, words);
    let scene = Scene::new(say);
    let beside = ink == Ink::Page && say.is_named_in_another_language();
    let mut chart = Chart {
        drawing: Drawing::Nothing,
        title: scene.title(beside),
        desc: scene.desc(),
        subtitle: say.subtitle(),
        notes: Vec::new(),
        own: words.language(),
    };
    if scene.is_a_line() {
        let [wide, narrow] = [Variant::Wide, Variant::Narrow].map(|v| draw(&scene, v, ink));
        let named = beside.then_some(prefix);
        let element = |variant, drawn: &Drawn| {
            let named = named.map(|prefix| format!("{} ", name_id(prefix)));
            let named = named.unwrap_or_default();
            element(&chart, variant, ink, (prefix, &named), &drawn.svg)
        };
        let drawing = Drawing::Lines {
            wide: element(Variant::Wide, &wide),
            narrow: element(Variant::Narrow, &narrow),
        };
        chart.drawing = drawing;
        chart.notes = scene.notes();
        // The narrow drawing has room for the fewest words.
        chart
            .notes
            .extend(scene.missing_in_words(false, |gap| narrow.untold.contains(&gap)));
    } else {
        if !scene.lines.is_empty() {
            chart.drawing = Drawing::NumberOnly(scene.numbers());
        }
        chart.notes = scene.notes_on_figures();
        chart.notes.extend(scene.missing_in_words(false, |_| true));
    }
    chart
}

/// The id of what names the indicator on the page, where nobody has translated its name: there it
/// is marked with its language, which the title of a drawing cannot be in part.
pub fn name_id(prefix: &str) -> String {
    format!("{}-namn", id_prefix(prefix))
}

/// The `svg` element around a drawing, with the id of its name on the page before its own.
fn element(
    chart: &Chart,
    variant: Variant,
    ink: Ink,
    (prefix, named): (&str, &str),
    inside: &str,
) -> String {
    let (wide, tall) = variant.size();
    let (wide, tall) = (number(wide), number(tall));
    let class = variant.class();
    let id = format!("{}-{class}", id_prefix(prefix));
    let own = match ink {
        Ink::Page => format!("class=\"{class}\""),
        Ink::Print => format!(
            "xmlns=\"http://www.w3.org/2000/svg\" width=\"{wide}\" height=\"{tall}\" \
             font-family=\"Figtree, sans-serif\""
        ),
    };
    format!(
        "<svg {own} viewBox=\"0 0 {wide} {tall}\" role=\"img\" aria-labelledby=\"{named}{id}-t {id}-d\">\
         <title id=\"{id}-t\">{}</title><desc id=\"{id}-d\">{}</desc>{inside}</svg>",
        escape(&chart.title),
        escape(&chart.desc),
    )
}

impl Scene<'_> {
    /// The title of the drawing: without the indicator's name where that stands beside it, marked
    /// with its language ([`name_id`]).
    fn title(&self, named_beside: bool) -> String {
        let name = self.say.name();
        let rows = &self.say.series.rows;
        match (rows.first(), rows.last()) {
            (Some(first), Some(last)) if self.is_a_line() => {
                let from = self.say.period_short(first.period);
                let to = self.say.period_short(last.period);
                let args = [("from", from.as_str()), ("to", &to), ("name", &name)];
                match named_beside {
                    true => self.say.with("chart-alt-lines-unnamed", &args[..2]),
                    false => self.say.with("chart-alt-lines", &args),
                }
            }
            _ => self.say.with("chart-alt-number", &[("name", &name)]),
        }
    }

    fn desc(&self) -> String {
        let say = self.say;
        let Some(main) = self.main() else {
            return say.text("chart-desc-nothing");
        };
        let mut told: Vec<Marked> = Vec::new();
        let one = |who: Breakdown, dot: &Dot| {
            let (what, figure) = (say.breakdown(who), say.dated(dot.figure, dot.period));
            say.own(say.with("chart-desc-one", &[("what", &what), ("figure", &figure)]))
        };
        let outcomes: Vec<&Dot> = main.outcomes().collect();
        if let [first, .., last] = outcomes.as_slice() {
            let first = say.dated(first.figure, first.period);
            let last = say.dated(last.figure, last.period);
            let span = [("first", first.as_str()), ("last", &last)];
            told.push(say.own(say.with("chart-desc-span", &span)));
        } else if let [only] = outcomes.as_slice() {
            told.push(one(main.breakdown, only));
        }
        let aims = say.series.rows.iter().rev();
        let mut aims = aims.filter_map(|row| row.target.as_ref().map(|t| (t.period, &t.aim)));
        if let Some((period, aim)) = aims.next() {
            told.push(match aim {
                Aim::InWords(words) => say.aim_in_words(period, words),
                aim => {
                    let (period, aim) = (say.period(period), say.aim_prose(aim));
                    let args = [("period", period.as_str()), ("aim", &aim)];
                    say.own(say.with("chart-desc-target", &args))
                }
            });
        }
        for line in self.lines.iter().filter(|l| l.breakdown != main.breakdown) {
            let last = line.outcomes().next_back();
            told.extend(last.map(|dot| one(line.breakdown, dot)));
        }
        told.extend(self.forecasts_in_words());
        told.extend(self.missing_in_words(true, |_| true));
        told.extend(self.breaks_in_words());
        told.extend(self.settled_in_words(Settled::Preliminary, "chart-desc-preliminary"));
        told.extend(self.settled_in_words(Settled::Revised, "chart-desc-revised"));
        // A description cannot say in which language a part of it is: what somebody wrote in
        // another stands under the drawing and in the table, where it is marked. Its figures and
        // gaps are told here all the same.
        told.retain(|sentence| say.is_own(sentence));
        told.push(say.own(say.text("chart-desc-table")));
        say.sentences(&told).to_string()
    }

    /// Every forecast with who made it and when.
    fn forecasts_in_words(&self) -> Vec<Marked> {
        let say = self.say;
        let alone = say.series.breakdowns == [Breakdown::All];
        let each = self
            .lines
            .iter()
            .flat_map(|line| line.forecasts().map(move |dot| (line, dot)));
        each.map(|(line, dot)| {
            let (period, figure) = (say.period(dot.period), say.prose(dot.figure));
            let made = dot.made.iter().filter(|part| say.is_own(part)).cloned();
            let made: Vec<Marked> = made.collect();
            let made = match made.is_empty() {
                true => say.own(say.text("chart-forecast")),
                false => say.listed(&made),
            };
            let args = [
                ("period", &say.own(period)),
                ("figure", &say.own(figure)),
                ("made", &made),
                ("who", &say.own(say.breakdown(line.breakdown))),
            ];
            match alone {
                true => say.marked("chart-desc-forecast", &args[..3]),
                false => say.marked("chart-desc-forecast-of", &args),
            }
        })
        .collect()
    }

    /// Who made the forecasts and when, once for each period and maker.
    fn notes_on_forecasts(&self) -> Vec<Marked> {
        let say = self.say;
        let mut notes: Vec<Marked> = Vec::new();
        for dot in self.lines.iter().flat_map(|line| line.forecasts()) {
            let (period, made) = (say.own(say.period(dot.period)), say.listed(&dot.made));
            let args = [("period", &period), ("made", &made)];
            let note = say.marked("chart-note-forecast-made", &args);
            if !notes.contains(&note) {
                notes.push(note);
            }
        }
        notes
    }

    /// From when it was measured in another way, and how, where figures stand on both sides.
    fn breaks_in_words(&self) -> impl Iterator<Item = Marked> {
        let (say, rows) = (self.say, &self.say.series.rows);
        let ends = rows.first().zip(rows.last());
        let breaks = say.series.breaks.iter().filter(move |b| {
            ends.is_some_and(|(first, last)| b.lies_between(first.period, last.period))
        });
        breaks.map(move |b| {
            let (period, how) = (say.own(say.period(b.from)), say.written(&b.how));
            say.marked("chart-note-break", &[("period", &period), ("how", &how)])
        })
    }

    fn settled_in_words(&self, settled: Settled, key: &str) -> Option<Marked> {
        let dots = self.lines.iter().flat_map(|line| &line.dots);
        let rows: BTreeSet<usize> = dots
            .filter(|dot| dot.settled == settled)
            .map(|dot| dot.row)
            .collect();
        let rows: Vec<usize> = rows.into_iter().collect();
        let periods = periods_of(self.say, &rows);
        let say = self.say;
        (!rows.is_empty()).then(|| say.own(say.with(key, &[("periods", &periods)])))
    }

    /// What is missing, a sentence for each reason and who; of the gaps only some. `plainly` says
    /// only that it is missing where the reason is written in another language.
    fn missing_in_words(&self, plainly: bool, tell: impl Fn(usize) -> bool) -> Vec<Marked> {
        let say = self.say;
        let why = |reason: &Marked| match plainly && !say.is_own(reason) {
            true => say.own(say.text("chart-missing")),
            false => reason.clone(),
        };
        let mut told: Vec<(Marked, Vec<String>)> = Vec::new();
        for (_, gap) in self.gaps.iter().enumerate().filter(|(i, _)| tell(*i)) {
            let periods = gap.periods(say);
            let reason = why(&gap.reason);
            match told.iter_mut().find(|(known, _)| *known == reason) {
                Some((_, known)) => known.push(periods),
                None => told.push((reason, vec![periods])),
            }
        }
        let gaps = told.into_iter().map(|(reason, periods)| {
            let periods = say.own(periods.join(", "));
            let args = [("reason", &reason), ("periods", &periods)];
            say.marked("chart-desc-missing", &args)
        });
        let parts = self.missing.iter().map(|missing| {
            let args = [
                ("what", &say.own(say.breakdown(missing.breakdown))),
                ("periods", &say.own(missing.periods.clone())),
                ("reason", &why(&missing.reason)),
            ];
            say.marked("chart-desc-part", &args)
        });
        gaps.chain(parts).collect()
    }

    fn notes(&self) -> Vec<Marked> {
        let say = self.say;
        let mut notes = Vec::new();
        let at = |value: Decimal, key: &str| {
            let figure = say.axis_prose(Figure::new(value), self.axis.decimals());
            say.own(say.with(key, &[("figure", &figure)]))
        };
        if self.axis.inverted {
            notes.push(say.own(say.text("chart-note-first-on-top")));
        } else if self.axis.low > Decimal::ZERO {
            notes.push(at(self.axis.low, "chart-note-starts"));
        } else if self.axis.high < Decimal::ZERO {
            notes.push(at(self.axis.high, "chart-note-ends"));
        }
        match self.power() {
            0 => {}
            6 => notes.push(say.own(say.text("chart-note-millions"))),
            9 => notes.push(say.own(say.text("chart-note-milliards"))),
            power => {
                let power = power.to_string();
                let said = say.with("chart-note-power", &[("power", &power)]);
                notes.push(say.own(said));
            }
        }
        notes.extend(self.note_on_direction());
        if self.steps.iter().any(|step| step.high.is_none()) {
            notes.push(say.own(say.text("chart-note-target")));
        }
        if self.steps.iter().any(|step| step.high.is_some()) {
            notes.push(say.own(say.text("chart-note-target-range")));
        }
        notes.extend(self.notes_on_figures());
        notes
    }

    /// Which way is good. A place indicator shows how the place develops: nobody is judged by it.
    fn note_on_direction(&self) -> Option<Marked> {
        if self.say.series.class == Class::Place || self.axis.inverted {
            return None;
        }
        let key = match self.say.series.better {
            Better::Up => "chart-note-up",
            Better::Down => "chart-note-down",
            Better::Near => "chart-note-near",
            Better::Neither => return None,
        };
        Some(self.say.own(self.say.text(key)))
    }

    /// What must be said of the figures, drawn or not.
    fn notes_on_figures(&self) -> Vec<Marked> {
        let say = self.say;
        let mut notes = Vec::new();
        for row in &say.series.rows {
            if let Some(Aim::InWords(words)) = row.target.as_ref().map(|target| &target.aim) {
                notes.push(say.aim_in_words(row.period, words));
            }
        }
        notes.dedup();
        notes.extend(self.breaks_in_words());
        if say.series.frequency == Some(Frequency::EveryOtherYear) {
            notes.push(say.own(say.text("chart-note-every-other-year")));
        }
        let dots = || self.lines.iter().flat_map(|line| &line.dots);
        if self.is_a_line() {
            if dots().any(Dot::is_forecast) {
                notes.push(say.own(say.text("chart-note-forecast")));
                notes.extend(self.notes_on_forecasts());
            }
            if dots().any(|dot| dot.settled == Settled::Preliminary) {
                notes.push(say.own(say.text("chart-note-preliminary")));
            }
            if dots().any(|dot| dot.settled == Settled::Revised) {
                notes.push(say.own(say.text("chart-note-revised")));
            }
        }
        notes
    }

    fn numbers(&self) -> Vec<Number> {
        let say = self.say;
        let alone = say.series.breakdowns == [Breakdown::All];
        let numbers = self.lines.iter().filter_map(|line| {
            let dot = line.dots.last()?;
            Some(Number {
                who: (!alone).then(|| say.breakdown(line.breakdown)),
                figure: say.short_with_unit(dot.figure),
                period: say.period(dot.period),
                mark: match dot.settled {
                    Settled::Forecast(_) => {
                        let made = say.listed(&dot.made);
                        Some(say.marked("chart-forecast-made", &[("made", &made)]))
                    }
                    Settled::Preliminary => Some(say.own(say.text("chart-preliminary"))),
                    Settled::Revised => Some(say.own(say.text("chart-revised-bare"))),
                    Settled::Told | Settled::Final => None,
                },
            })
        });
        numbers.collect()
    }

    /// By which power of ten the figures along the axis are divided to have room.
    fn power(&self) -> u32 {
        let decimals = self.axis.decimals();
        let written = self.axis.ticks.iter().map(|tick| {
            let text = self.say.tick(Figure::new(*tick), decimals);
            width(&text, Variant::Narrow.type_size())
        });
        let greatest = self.axis.low.abs().max(self.axis.high.abs()).trunc();
        if written.fold(0.0, f64::max) <= WIDEST_TICK {
            return 0;
        }
        let digits = u32::try_from(greatest.to_string().len()).unwrap_or(0);
        (digits.saturating_sub(1) / 3 * 3).max(6)
    }

    /// A figure along the axis, as it is written.
    pub(crate) fn tick(&self, tick: Decimal) -> String {
        let power = self.power();
        if power == 0 {
            return self.say.tick(Figure::new(tick), self.axis.decimals());
        }
        let divisor = (0..power).fold(Decimal::ONE, |d, _| d.saturating_mul(Decimal::TEN));
        let scaled = (tick / divisor).round_dp(2).normalize();
        let decimals = u8::try_from(scaled.scale()).unwrap_or(0);
        self.say.tick(Figure::new(scaled), decimals)
    }
}
