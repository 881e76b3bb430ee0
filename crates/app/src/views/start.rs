//! The start page: where the place is heading.

use super::direction::{Perspective, goals, perspectives, quashed_goals};
use super::documents;
use super::element_links::is_of_the_year;
use super::frame::{DirectionLink, Frame, GoalLink, current_model};
use super::goal::VisionLink;
use super::quashed::QuashedDecision;
use super::reports::{MessageLine, ReportLine};
use super::tally::{Tally, counted_at, latest_round};
use jiff::civil::Date;
use riktning_domain::indicators::Interpretation;
use riktning_domain::models::{CountsAs, Level, Purpose};
use riktning_domain::published::{PublicElement, PublicModel};
use riktning_domain::reports::ReportOccasion;
use riktning_domain::rounds;
use riktning_domain::topics::Dimension;
use riktning_domain::{Names, Published, Text};
use std::collections::BTreeSet;

/// What the start page knows.
#[derive(Clone, Debug, PartialEq)]
pub struct Start {
    /// What every page knows.
    pub frame: Frame,
    /// The direction whose period holds the day, or else the latest before it.
    pub direction: Option<DirectionLink>,
    /// The vision in force on the day.
    pub vision: Option<VisionLink>,
    /// The vision's slogan.
    pub slogan: Option<Text>,
    /// The perspectives with their goals.
    pub perspectives: Vec<Perspective>,
    /// Goals that stand in no perspective.
    pub unplaced: Vec<GoalLink>,
    /// The decisions on the direction's goals that a court has quashed.
    pub quashed: Vec<QuashedDecision>,
    /// How many of each there are, for the picture of the whole system.
    pub counts: Counts,
    /// What is promised and done this year, by what the model calls it, from the promise down.
    pub work: Vec<Work>,
    /// Whether the model's work also goes up through processes.
    pub two_ways: bool,
    /// The state of play, if any goal of the direction has a decided verdict.
    pub state_of_play: Option<StateOfPlay>,
    /// The days on which verdicts were decided, the latest first: the date picker.
    pub occasions: Vec<Occasion>,
    /// What the latest report of the whole municipality says first.
    pub messages: Vec<MessageLine>,
    /// The latest reports of the whole municipality.
    pub reports: Vec<ReportLine>,
}

/// How many reports the start page leads to.
const LATEST: usize = 3;

/// One kind of work of the year, in the picture of the whole system.
#[derive(Clone, Debug, PartialEq)]
pub struct Work {
    /// What the model calls it; `None` if it has no name of its own for it.
    pub names: Option<Names>,
    /// Whether it is what units do, and no promise of a body.
    pub is_activity: bool,
    /// How many there are whose period holds the day.
    pub count: usize,
}

/// How many there are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Strategic goals of the direction.
    pub goals: usize,
    /// Overarching processes.
    pub processes: usize,
    /// Process goals of the direction.
    pub process_goals: usize,
    /// Indicators that serve the direction's goals.
    pub indicators: usize,
    /// Governing documents that hold, or are applied though they have expired.
    pub documents: usize,
    /// Other provisions that hold.
    pub provisions: usize,
    /// Laws in force.
    pub laws: usize,
    /// Core values of the organisation.
    pub core_values: usize,
}

/// How the goals were judged at the latest occasion.
#[derive(Clone, Debug, PartialEq)]
pub struct StateOfPlay {
    /// The occasion.
    pub round: Names,
    /// The day that it is about.
    pub cut_off: Date,
    /// Whether the verdicts are final.
    pub is_final: bool,
    /// How many goals count as each; none for those that nobody judged then.
    pub tally: [(Option<CountsAs>, usize); 5],
    /// The goals that are not met, by name.
    pub not_met: Vec<Text>,
    /// The goals that could not be judged, by name.
    pub impossible: Vec<Text>,
    /// The goals that nobody judged, by name.
    pub not_judged: Vec<Text>,
    /// How many goals there are.
    pub goals: usize,
}

/// A decided occasion that the picker leads to.
#[derive(Clone, Debug, PartialEq)]
pub struct Occasion {
    /// The day on which it was decided: what `?per=` takes.
    pub day: Date,
    /// What it is called; none if only the year's report is known.
    pub round: Option<Names>,
    /// The year's report that was decided then, if that is what it was.
    pub report: Option<(i16, ReportOccasion)>,
    /// The day that it is about.
    pub cut_off: Date,
}

impl Start {
    /// The start page.
    pub fn of(p: Published<'_>) -> Start {
        let frame = Frame::of(p);
        let model = current_model(p);
        let (perspectives, unplaced) = model
            .as_ref()
            .map(|m| perspectives(p, m))
            .unwrap_or_default();
        let vision = p.visions().into_iter().next();
        let mut reports = p.reports();
        reports.retain(|report| report.record.body.is_none());
        Start {
            frame,
            direction: model.as_ref().map(|m| DirectionLink::of(p, m)),
            vision: vision.map(|v| VisionLink {
                title: v.wording.title.clone(),
                horizon: v.wording.horizon,
                interpretation: Interpretation::Stated,
            }),
            slogan: vision.and_then(|v| v.wording.slogan.clone()),
            perspectives,
            unplaced,
            quashed: model.as_ref().map_or_else(Vec::new, |model| {
                QuashedDecision::all(p, &quashed_goals(p, model), &[])
            }),
            counts: Counts::of(p, model.as_ref()),
            work: work(p, model.as_ref()),
            two_ways: model.as_ref().is_none_or(super::ways::has_processes),
            state_of_play: model.as_ref().and_then(|m| StateOfPlay::of(p, m)),
            occasions: occasions(p, model.as_ref()),
            messages: reports
                .first()
                .map_or_else(Vec::new, |r| MessageLine::all(p, r)),
            reports: reports
                .iter()
                .take(LATEST)
                .map(|r| ReportLine::of(p, r))
                .collect(),
        }
    }
}

/// The most kinds of promise that the picture tells one by one.
const KINDS_IN_PICTURE: usize = 2;

/// What is promised and done this year. A model that has a level for commitments calls them as
/// it wants; one that has a few other levels for the year has these in their place.
fn work(p: Published<'_>, model: Option<&PublicModel<'_>>) -> Vec<Work> {
    let now = model.map(|m| p.elements_where(m.id, |_, period| period.contains(p.day())));
    let mut now = now.unwrap_or_default();
    now.retain(|element| element.withdrawn().is_none());
    let levels = model.map(|m| m.definition.levels.as_slice());
    let levels = levels.unwrap_or_default();
    let row = |level: &Level| Work {
        names: Some(level.many().clone()),
        is_activity: level.purpose == Purpose::Activity,
        count: now.iter().filter(|e| e.level().id == level.id).count(),
    };
    let of = |wanted: fn(Purpose) -> bool| levels.iter().filter(move |l| wanted(l.purpose));
    let unnamed = |is_activity| Work {
        names: None,
        is_activity,
        count: 0,
    };
    let mut promises: Vec<_> = of(|purpose| purpose == Purpose::Commitment)
        .map(row)
        .collect();
    if promises.is_empty() {
        promises = of(is_of_the_year).map(row).collect();
        promises.retain(|kind| kind.count > 0);
    }
    if promises.len() > KINDS_IN_PICTURE {
        // Too many kinds to name one by one: together they are what the annual plan holds.
        let count = promises.iter().map(|kind| kind.count).sum();
        promises = vec![Work {
            count,
            ..unnamed(false)
        }];
    }
    if promises.is_empty() {
        promises.push(unnamed(false));
    }
    let activities = of(|purpose| purpose == Purpose::Activity).map(row);
    promises.extend(activities);
    if !promises.iter().any(|w| w.is_activity) {
        promises.push(unnamed(true));
    }
    promises
}

impl Start {
    /// The annual plan that the day is governed by: its direction's period and its year. After
    /// the last year of a direction that nothing has followed, it is that last year's.
    pub fn plan_year(&self) -> Option<(&riktning_domain::Period, i16)> {
        let period = &self.direction.as_ref()?.period;
        let (first, last) = (period.first_day().year(), period.last_day().year());
        Some((period, self.frame.day.year().clamp(first, last)))
    }
}

impl Counts {
    /// The counts of a direction on the lens's day.
    pub(crate) fn of(p: Published<'_>, model: Option<&PublicModel<'_>>) -> Counts {
        let of = |purpose: Purpose| {
            let all = model.map(|m| p.elements_where(m.id, |l, _| l.purpose == purpose));
            let mut all = all.unwrap_or_default();
            all.retain(|element| element.withdrawn().is_none());
            all
        };
        let goals = of(Purpose::StrategicGoal);
        let serving: BTreeSet<_> = goals
            .iter()
            .flat_map(|goal| p.indicators_of(goal.id()))
            .map(|(indicator, _)| indicator.id)
            .collect();
        let processes = p.topics(Dimension::Process);
        Counts {
            goals: goals.len(),
            processes: processes.iter().filter(|(_, t)| t.parent.is_none()).count(),
            process_goals: of(Purpose::ProcessGoal).len(),
            indicators: serving.len(),
            documents: documents::holding(p, true),
            provisions: documents::holding(p, false),
            laws: documents::laws_in_force(p),
            core_values: p.topics(Dimension::CoreValue).len(),
        }
    }
}

impl StateOfPlay {
    /// How the goals were judged at the latest decided occasion. A goal that nobody judged
    /// then is told as such: silence never turns green, and is no verdict.
    fn of(p: Published<'_>, model: &PublicModel<'_>) -> Option<StateOfPlay> {
        let goals = goals(p, model);
        let round = latest_round(p, &goals)?;
        let at = |goal: &PublicElement<'_>| counted_at(p, Some(round), goal);
        let judged: Vec<_> = goals.iter().map(at).collect();
        let named = |wanted: Option<CountsAs>| {
            let those = goals.iter().zip(&judged);
            let those = those.filter(|(_, mark)| mark.map(|mark| mark.counts_as) == wanted);
            those.map(|(goal, _)| goal.text().clone()).collect()
        };
        let tally = Tally::of_marks(judged.iter().copied());
        let tally = [
            (Some(CountsAs::Met), tally.met),
            (Some(CountsAs::Partly), tally.partly),
            (Some(CountsAs::NotMet), tally.not_met),
            (Some(CountsAs::Unknown), tally.impossible),
            (None, tally.unknown),
        ];
        Some(StateOfPlay {
            round: round.names.clone(),
            cut_off: round.cut_off,
            is_final: round.occasion == rounds::Occasion::Annual,
            tally,
            not_met: named(Some(CountsAs::NotMet)),
            impossible: named(Some(CountsAs::Unknown)),
            not_judged: named(None),
            goals: goals.len(),
        })
    }
}

/// The days on which verdicts were decided, known today: a page that shows the past still
/// offers the way to later reports.
pub(crate) fn occasions(p: Published<'_>, model: Option<&PublicModel<'_>>) -> Vec<Occasion> {
    let today = p.as_of_today();
    let rounds = model.map(|m| today.decided_rounds(m.id));
    let rounds = rounds.into_iter().flatten().map(|(day, round)| Occasion {
        day,
        round: Some(round.names.clone()),
        report: None,
        cut_off: round.cut_off,
    });
    let mut occasions: Vec<_> = rounds.collect();
    for report in today.reports() {
        let (record, day) = (report.record, report.on);
        let same = |o: &&mut Occasion| (o.day, o.cut_off) == (day, record.cut_off);
        let occasion = Some((record.year, record.occasion));
        match occasions.iter_mut().find(same) {
            _ if record.body.is_some() => {}
            Some(round) => round.report = occasion,
            None => occasions.push(Occasion {
                day,
                round: None,
                report: occasion,
                cut_off: record.cut_off,
            }),
        }
    }
    occasions.sort_by_key(|o| std::cmp::Reverse((o.day, o.cut_off)));
    occasions
}
