//! A series in the reader's words: every text of this crate is made here or from here.

use crate::formula::{made_of, no_figure};
use riktning_app::views::chart::{NoFigure, Point, Row, Series};
use riktning_app::views::frame::DecisionRef;
use riktning_domain::indicators::{Aim, Breakdown, Unit};
use riktning_domain::{Figure, Names, Period, Text};
use riktning_words::{Language, Marked, Words};

/// A series and the words to speak of it in.
#[derive(Clone, Copy)]
pub(crate) struct Say<'a> {
    pub(crate) series: &'a Series,
    words: Words,
}

/// A unit as a word: *procent*, *antal*.
pub fn unit(unit: &Unit, words: Words) -> String {
    words.text(match unit {
        Unit::Percent => "chart-unit-percent",
        Unit::Count => "chart-unit-count",
        Unit::Index => "chart-unit-index",
        Unit::Points => "chart-unit-points",
        Unit::Grade => "chart-unit-grade",
        Unit::Rank => "chart-unit-rank",
        Unit::MillionSek => "chart-unit-million-sek",
        Unit::ThousandSek => "chart-unit-thousand-sek",
        Unit::Named(unit) => return words.unit(unit).0,
    })
}

impl<'a> Say<'a> {
    pub(crate) fn new(series: &'a Series, words: Words) -> Self {
        Say { series, words }
    }

    pub(crate) fn text(&self, key: &str) -> String {
        self.words.text(key)
    }

    pub(crate) fn with(&self, key: &str, args: &[(&str, &str)]) -> String {
        self.words.with(key, args)
    }

    /// The text of a key, with words put in that keep the language that they are in.
    pub(crate) fn marked(&self, key: &str, args: &[(&str, &Marked)]) -> Marked {
        self.words.marked(key, args)
    }

    /// Words of the reader's own language.
    pub(crate) fn own(&self, text: String) -> Marked {
        Marked::of(text, self.words.language())
    }

    /// Several, with a comma between them.
    pub(crate) fn listed(&self, all: &[Marked]) -> Marked {
        Marked::joined(all, ", ", self.words.language())
    }

    /// Several sentences.
    pub(crate) fn sentences(&self, all: &[Marked]) -> Marked {
        Marked::joined(all, " ", self.words.language())
    }

    /// Several without full stops, as sentences.
    pub(crate) fn sentences_of(&self, all: &[Marked]) -> Marked {
        Marked::joined(all, ". ", self.words.language())
    }

    /// Whether all of it is in the reader's own language.
    pub(crate) fn is_own(&self, text: &Marked) -> bool {
        text.is_all(self.words.language())
    }

    /// What somebody typed, with its language: facts are written in Swedish.
    pub(crate) fn written(&self, text: &Text) -> Marked {
        match text.as_str() {
            Some(text) => Marked::of(text.to_owned(), Language::Sv),
            None => self.own(self.words.typed(text)),
        }
    }

    /// What somebody typed, or that it has been taken away.
    pub(crate) fn typed(&self, text: &Text) -> String {
        self.words.typed(text)
    }

    /// The indicator's name in the reader's language, in Swedish where nobody has translated it.
    pub(crate) fn name(&self) -> String {
        let (name, _) = self.words.name(&self.series.names);
        self.typed(name)
    }

    /// Whether nobody has translated the indicator's name into the reader's language.
    pub(crate) fn is_named_in_another_language(&self) -> bool {
        let (_, language) = self.words.name(&self.series.names);
        language != self.words.language()
    }

    /// What is measured, and in what: each in the language that it is in.
    pub(crate) fn subtitle(&self) -> Marked {
        let (name, language) = self.words.name(&self.series.names);
        let name = Marked::of(self.typed(name), language);
        let unit = match &self.series.unit {
            Unit::Named(unit) => self.words.unit(unit),
            _ => (self.unit(), self.words.language()),
        };
        let unit = Marked::of(unit.0, unit.1);
        let args = [("name", &name), ("unit", &unit)];
        self.words.marked("chart-subtitle", &args)
    }

    /// With a capital letter first: a heading may begin with the word *plats*.
    pub(crate) fn capital(&self, text: &str) -> String {
        self.words.capital(text)
    }

    pub(crate) fn breakdown(&self, breakdown: Breakdown) -> String {
        self.text(match breakdown {
            Breakdown::All => "chart-breakdown-all",
            Breakdown::Women => "chart-breakdown-women",
            Breakdown::Men => "chart-breakdown-men",
            Breakdown::Girls => "chart-breakdown-girls",
            Breakdown::Boys => "chart-breakdown-boys",
        })
    }

    /// The unit as a word under a heading: *procent*, *antal*.
    pub(crate) fn unit(&self) -> String {
        unit(&self.series.unit, self.words)
    }

    /// The figure alone, with the indicator's number of decimals.
    pub(crate) fn figure(&self, figure: Figure) -> String {
        self.words.figure(figure, Some(self.series.decimals))
    }

    /// The figure with as many decimals as a tick of an axis needs.
    pub(crate) fn tick(&self, figure: Figure, decimals: u8) -> String {
        self.words.figure(figure, Some(decimals))
    }

    /// The figure as it stands at a line: short, with a sign where there is one.
    pub(crate) fn short(&self, figure: Figure) -> String {
        match self.series.unit {
            Unit::Percent => self.words.percent(figure, Some(self.series.decimals)),
            _ => self.figure(figure),
        }
    }

    /// The figure where it stands alone: with the unit that a heading would have said.
    pub(crate) fn short_with_unit(&self, figure: Figure) -> String {
        match self.series.unit {
            Unit::Percent => self.short(figure),
            _ => self.prose(figure),
        }
    }

    /// A figure of the axis in a sentence.
    pub(crate) fn axis_prose(&self, figure: Figure, decimals: u8) -> String {
        self.prose_text(&self.tick(figure, decimals))
    }

    /// The figure in a sentence, with its unit in words.
    pub(crate) fn prose(&self, figure: Figure) -> String {
        let plain = self.figure(figure);
        self.prose_text(&plain)
    }

    fn prose_text(&self, figure: &str) -> String {
        let key = match &self.series.unit {
            Unit::Percent => "chart-prose-percent",
            Unit::Points => "chart-prose-points",
            Unit::Rank => "chart-prose-rank",
            Unit::MillionSek => "chart-prose-million-sek",
            Unit::ThousandSek => "chart-prose-thousand-sek",
            Unit::Named(unit) => {
                let (unit, _) = self.words.unit(unit);
                return self.with("chart-prose-named", &[("figure", figure), ("unit", &unit)]);
            }
            Unit::Index => "chart-prose-index",
            Unit::Grade => "chart-prose-grade",
            Unit::Count => return figure.to_owned(),
        };
        self.with(key, &[("figure", figure)])
    }

    /// The figure and its period in a sentence. The period stands in brackets where it begins
    /// with a digit and nothing but *procent* parts it from the figure: nobody shall read
    /// "72 2015" as one number.
    pub(crate) fn dated(&self, figure: Figure, period: Period) -> String {
        self.with_period(&self.prose(figure), period)
    }

    /// A figure and its period where the sentence has already said the unit.
    pub(crate) fn dated_again(&self, figure: Figure, period: Period) -> String {
        let figure = match self.series.unit {
            Unit::Percent | Unit::Rank => self.prose(figure),
            _ => self.figure(figure),
        };
        self.with_period(&figure, period)
    }

    fn with_period(&self, figure: &str, period: Period) -> String {
        // English says "in 2018" but "on 31 December 2018".
        let kind = match period {
            Period::Day(_) => "day",
            _ => "other",
        };
        let period = self.period(period);
        let collides =
            self.series.unit != Unit::Percent && period.starts_with(|c: char| c.is_ascii_digit());
        let key = match collides {
            true => "chart-dated-bare",
            false => "chart-dated",
        };
        let args = [
            ("figure", figure),
            ("period", period.as_str()),
            ("kind", kind),
        ];
        self.with(key, &args)
    }

    /// The period in a sentence.
    pub(crate) fn period(&self, period: Period) -> String {
        self.words.period(period)
    }

    /// The period under an axis or in a label.
    pub(crate) fn period_short(&self, period: Period) -> String {
        self.words.period_short(period)
    }

    /// The period under an axis, as short as can be.
    pub(crate) fn period_tick(&self, period: Period) -> String {
        self.words.period_tick(period)
    }

    /// From a period to another, or the one if they are the same.
    pub(crate) fn periods(&self, first: Period, last: Period) -> String {
        let from = self.period_short(first);
        if first == last {
            return from;
        }
        self.range(&from, &self.period_short(last))
    }

    fn range(&self, from: &str, to: &str) -> String {
        self.with("chart-range", &[("from", from), ("to", to)])
    }

    /// What a target aims at, short.
    pub(crate) fn aim_short(&self, aim: &Aim) -> String {
        match aim {
            Aim::At(figure) => self.short(*figure),
            Aim::Between(low, high) => self.range(&self.figure(*low), &self.short(*high)),
            Aim::InWords(words) => self.typed(words),
        }
    }

    /// What a target aims at, in a sentence.
    pub(crate) fn aim_prose(&self, aim: &Aim) -> String {
        match aim {
            Aim::InWords(words) => self.typed(words),
            at => self.prose_text(&self.aim_plain(at)),
        }
    }

    /// What a target aims at, without unit.
    pub(crate) fn aim_plain(&self, aim: &Aim) -> String {
        match aim {
            Aim::At(figure) => self.figure(*figure),
            Aim::Between(low, high) => self.range(&self.figure(*low), &self.figure(*high)),
            Aim::InWords(words) => self.typed(words),
        }
    }

    /// A target that somebody put in words, as a sentence of its own.
    pub(crate) fn aim_in_words(&self, period: Period, words: &Text) -> Marked {
        let said = self.typed(words);
        let said = said.trim_end_matches('.').to_owned();
        let said = match words.as_str() {
            Some(_) => Marked::of(said, Language::Sv),
            None => self.own(said),
        };
        let period = self.own(self.period_short(period));
        let args = [("period", &period), ("words", &said)];
        self.marked("chart-note-target-words", &args)
    }

    pub(crate) fn names(&self, names: &Names) -> Marked {
        let (name, language) = self.words.name(names);
        Marked::of(self.typed(name), language)
    }

    /// What stands where nobody has said anything: among forecasts none is missing.
    pub(crate) fn nothing_in(&self, row: &Row) -> String {
        self.text(match row.is_forecast() {
            true => "chart-no-forecast",
            false => "chart-missing",
        })
    }

    /// What stands where no difference can be told.
    pub(crate) fn no_difference_in(&self, row: &Row) -> String {
        self.text(match row.is_forecast() {
            true => "chart-no-forecast",
            false => "chart-no-difference",
        })
    }

    /// Who made a forecast and when, a line each.
    pub(crate) fn made(&self, point: &Point) -> Vec<Marked> {
        if let Some(decision) = &point.decided {
            return self.decided(decision);
        }
        if !point.is_forecast() {
            return Vec::new();
        }
        let who = point.forecast_by.as_ref();
        let who = who.map(|names| self.names(names));
        let day = point.collected.map(|day| self.own(self.words.day(day)));
        who.into_iter().chain(day).collect()
    }

    /// By whom a figure was decided, when and in which paragraph.
    fn decided(&self, decision: &DecisionRef) -> Vec<Marked> {
        let day = self.words.day(decision.date.day());
        let day = self.own(self.with("chart-decided", &[("day", &day)]));
        let paragraph = decision
            .paragraph
            .as_ref()
            .map(|p| format!("§\u{a0}{}", self.typed(p)));
        let by = [day, self.names(&decision.body)].into_iter();
        by.chain(paragraph.map(|said| self.own(said))).collect()
    }

    /// Why there is no figure.
    pub(crate) fn reason(&self, why: &NoFigure) -> Marked {
        no_figure(why, self.words)
    }

    /// How the figures are worked out, where they are.
    pub(crate) fn formula(&self) -> Option<Marked> {
        let formula = self.series.formula.as_ref();
        formula.map(|formula| crate::formula(formula, self.words))
    }

    /// The bodies whose figures one is made of, where they are others than in the latest.
    pub(crate) fn made_of(&self, point: &Point) -> Option<Marked> {
        let made = point.made_of.as_ref()?;
        let latest = &self.series.formula.as_ref()?.bodies;
        let differ = !made.bodies.is_empty() && made.bodies != *latest;
        differ.then(|| made_of(&made.bodies, self.words))
    }
}
