//! The goal page.

use super::marked::Spoken;
use super::series::Figures;
use super::shell::{Place, Shell, Visit};
use super::speech::Speech;
use super::years::{Years, by_years};
use crate::failure::Failure;
use askama::Template;
use axum::response::Response;
use riktning_app::views::TopicName;
use riktning_app::views::chart::{Formula, LevelToTarget, Sparkline, Trend};
use riktning_app::views::goal::{Branch, Goal, GoalNotYet, IndicatorCard, Standing, Verdict};
use riktning_charts::Ink;
use riktning_domain::indicators::Class;
use riktning_domain::{Period, Text};
use riktning_words::Marked;

#[derive(Template)]
#[template(path = "goal.html")]
struct GoalPage<'a> {
    shell: Shell,
    v: &'a Goal,
    figures: Option<Figures>,
}

#[derive(Template)]
#[template(path = "goal-not-yet.html")]
struct GoalNotYetPage<'a> {
    shell: Shell,
    v: &'a GoalNotYet,
}

impl GoalNotYetPage<'_> {
    /// The period of the goals that were the last known, if it was over by the day: then nobody
    /// knows what they were followed by.
    fn last_known(&self) -> Option<&Period> {
        let last = self
            .v
            .instead
            .iter()
            .map(|goal| &goal.period)
            .max_by_key(|p| p.last_day())?;
        (last.last_day() < self.v.frame.day).then_some(last)
    }
}

impl GoalPage<'_> {
    /// What has changed of the goal and what belongs to it since it was adopted.
    fn changes(&self) -> (String, String) {
        super::changes::since(&self.shell, &self.v.basis, self.v.period, self.v.number)
    }

    /// The feed of what changes here and in what belongs to it.
    fn feed(&self) -> String {
        self.shell.l.today().feed_of(Some(self.v.number))
    }

    /// What it is placed under.
    fn placed(&self) -> Vec<(String, Vec<&TopicName>)> {
        super::topics::placed(&self.shell.s, &self.v.topics)
    }

    /// The processes of its process goals, once each.
    fn processes(&self) -> Vec<&TopicName> {
        let mut processes: Vec<&TopicName> = Vec::new();
        for process in self
            .v
            .thread
            .process_goals
            .iter()
            .flat_map(|g| &g.processes)
        {
            if !processes.iter().any(|known| known.slug == process.slug) {
                processes.push(process);
            }
        }
        processes
    }

    /// The verdict before the last word.
    fn last_time(&self) -> Option<&Verdict> {
        let before = self.v.verdicts.get(1);
        before.filter(|verdict| !verdict.is_after_period)
    }

    /// Whether the latest verdict says more than its reason.
    fn has_analysis(&self) -> bool {
        self.v
            .verdict
            .as_ref()
            .is_some_and(|v| v.texts.iter().any(Option::is_some))
    }

    /// Whether a verdict may have been given that nobody has told us of: the period is over, or
    /// the goal is known from a public source alone.
    fn may_be_judged_elsewhere(&self) -> bool {
        let from_source = matches!(self.v.basis, riktning_app::views::Basis::Source { .. });
        from_source || self.v.standing == Standing::PeriodOver
    }

    /// Whether there are figures, but none that informs a verdict.
    fn has_other_figures(&self) -> bool {
        let mut cards = self.v.indicators.iter();
        cards.any(|c| c.latest.is_some() || c.earlier.is_some())
    }

    /// Whether every figure of what is drawn is from before its period.
    fn has_only_earlier_figures(&self) -> bool {
        let drawn = self.v.chart.as_ref().map(|chart| &chart.slug);
        let mut cards = self.v.indicators.iter();
        cards.any(|card| Some(&card.slug) == drawn && card.earlier.is_some())
    }

    /// Whether the indicators would make a column far longer than the thread beside them; then
    /// they stand below it, in two columns.
    fn has_a_long_scorecard(&self) -> bool {
        self.v.indicators.len() > 6
    }

    /// What supports it, by year.
    fn below(&self) -> Vec<Years<'_, Branch>> {
        by_years(&self.v.thread.below, self.v.frame.day, |b| b.period)
    }

    /// What the source says of the latest figure that is drawn.
    fn chart_note(&self) -> Option<&Text> {
        self.v.chart.as_ref()?.note.as_ref()
    }

    /// How the figures that are drawn are worked out, where they are.
    fn chart_formula(&self) -> Option<&Formula> {
        self.v.chart.as_ref()?.series.formula.as_ref()
    }

    /// The year that the indicator that is drawn has no figure of.
    fn chart_lacks(&self) -> Option<String> {
        let drawn = &self.v.chart.as_ref()?.slug;
        let mut cards = self.v.indicators.iter();
        lacking(&self.shell.s, cards.find(|card| card.slug == *drawn)?)
    }

    fn chart_link_is_ours(&self) -> bool {
        let chart = self.v.chart.as_ref();
        chart.is_some_and(|chart| chart.link_interpretation.is_ours())
    }

    fn result_link_is_ours(&self) -> bool {
        let result = self.v.result.as_ref();
        result.is_some_and(|result| result.link_interpretation.is_ours())
    }

    /// What the thread ends in, as a sentence.
    fn result(&self) -> Option<Spoken> {
        let result = self.v.result.as_ref()?;
        let s = &self.shell.s;
        let own = s.words.language();
        let figure = s.with_unit(&result.figure, &result.unit, &result.decimals);
        let args = [
            ("name", &s.name(&result.names).marked(own)),
            ("figure", &figure.marked(own)),
            ("period", &Marked::of(s.period(&result.period), own)),
        ];
        Some(s.spoken(&s.words.marked("goal-result", &args)))
    }
}

/// A goal.
pub(crate) fn goal(visit: &Visit, v: &Goal) -> Result<Response, Failure> {
    let s = visit.speech();
    // Goals of two periods may have one name: a tab, a bookmark and a search engine tell them apart.
    let title = format!("{} {}", s.typed(&v.title).plain(), s.period(&v.period));
    let shell = Shell::new(visit, v.frame.clone(), title, Place::Goals);
    let figures = v
        .chart
        .as_ref()
        .map(|chart| Figures::of(&chart.series, &chart.slug, v.frame.invented, &s));
    super::page(&GoalPage { shell, v, figures })
}

/// A goal before it was decided.
pub(crate) fn goal_not_yet(visit: &Visit, v: &GoalNotYet) -> Result<Response, Failure> {
    let title = visit.speech().typed(&v.title).plain().to_owned();
    let shell = Shell::new(visit, v.frame.clone(), title, Place::Goals);
    super::page(&GoalNotYetPage { shell, v })
}

/// The small curve as markup.
pub(crate) fn curve(curve: &Sparkline) -> String {
    riktning_charts::sparkline(curve, Ink::Page)
}

/// The key of a trend's word.
pub(crate) fn trend_key(trend: &Trend) -> &'static str {
    match trend {
        Trend::Better => "trend-better",
        Trend::Unchanged => "trend-unchanged",
        Trend::Worse => "trend-worse",
        Trend::Rose => "trend-rose",
        Trend::Fell => "trend-fell",
        Trend::HigherUp => "trend-higher-up",
        Trend::FurtherDown => "trend-further-down",
    }
}

/// The arrow of a trend: which way the figure went is in the word.
pub(crate) fn trend_arrow(card: &IndicatorCard) -> &'static str {
    match card.trend {
        Some(Trend::Better | Trend::Rose | Trend::HigherUp) => "↗",
        Some(Trend::Unchanged) => "→",
        Some(Trend::Worse | Trend::Fell | Trend::FurtherDown) => "↘",
        None => "",
    }
}

/// The class and the key of how a figure stands to its target.
pub(crate) fn level(level: &LevelToTarget) -> (&'static str, &'static str) {
    match level {
        LevelToTarget::Better => ("bra", "level-better"),
        LevelToTarget::Near => ("delvis", "level-near"),
        LevelToTarget::Worse => ("ej", "level-worse"),
    }
}

/// The key of a class's name.
pub(crate) fn class_key(class: &Class) -> &'static str {
    match class {
        Class::Organisation => "class-organisation",
        Class::Place => "class-place",
        Class::KeyFigure => "class-key-figure",
    }
}

/// The heading of one of the four texts of an analysis.
pub(crate) fn analysis_key(place: &usize) -> &'static str {
    match place {
        0 => "analysis-happened",
        1 => "analysis-cause",
        2 => "analysis-meaning",
        _ => "analysis-now",
    }
}

/// The year that an indicator has no figure of although one is due.
pub(crate) fn lacking(s: &Speech, card: &IndicatorCard) -> Option<String> {
    let lacking = card.lacking?;
    let key = match lacking.is_over {
        true => "gap-year-over",
        false => "gap-year",
    };
    Some(s.t1(key, "year", lacking.year))
}
