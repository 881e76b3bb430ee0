//! The balance (*balansen*): how much there is on each side and how it goes, counted and never
//! weighed. Whether the balance is good is said by people, in words.

use super::element_links::is_of_the_year;
use super::frame::{DirectionLink, Frame, TopicName, VerdictMark, current_model, topic_name};
use super::judgement::{Judgement, judgements};
use super::notes::{self, NoteLine};
use super::placed::{Placed, stands_under, with_parts};
use super::tally::{self, Tally, counted_at, latest_round};
use jiff::civil::Date;
use riktning_domain::assessments::Subject;
use riktning_domain::ids::TopicId;
use riktning_domain::indicators::Interpretation;
use riktning_domain::models::Purpose;
use riktning_domain::notes::About;
use riktning_domain::published::{PublicElement, PublicModel, Thing};
use riktning_domain::topics::{Dimension, TopicDescription};
use riktning_domain::{Names, Period, Published};

/// What the page of the balance knows.
#[derive(Clone, Debug, PartialEq)]
pub struct Balance {
    /// What every page knows.
    pub frame: Frame,
    /// The direction that the day is governed by.
    pub direction: Option<DirectionLink>,
    /// The year whose commitments are counted.
    pub year: i16,
    /// The perspectives, each with its goals and commitments.
    pub sides: Vec<Side>,
    /// What stands in no perspective.
    pub unplaced: Counted,
    /// The processes, each with its process goals and commitments.
    pub processes: Vec<ProcessLine>,
    /// What was judged of the whole, the latest first.
    pub judgements: Vec<Judgement>,
    /// What sources say of the whole without a reason: words, and no judgement.
    pub notes: Vec<NoteLine>,
}

/// Goals and what serves them, counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counted {
    /// The strategic goals.
    pub goals: Tally,
    /// The commitments and orders of the year that serve them.
    pub commitments: Tally,
}

/// One perspective.
#[derive(Clone, Debug, PartialEq)]
pub struct Side {
    /// The perspective.
    pub topic: TopicName,
    /// All of it.
    pub whole: Counted,
    /// By the values that are created, or by the perspective's parts. One goal may create
    /// several values, so the parts may be more than the whole.
    pub parts: Vec<(TopicName, Counted)>,
    /// Whether there are goals on this side and none of them in any part: nobody says which value
    /// they create, and to count nothing under each would say that they create none.
    pub parts_not_said: bool,
}

/// One process.
#[derive(Clone, Debug, PartialEq)]
pub struct ProcessLine {
    /// The process.
    pub topic: TopicName,
    /// What it is called.
    pub names: Names,
    /// Its process goals.
    pub goals: Tally,
    /// The commitments and orders of the year that serve them.
    pub commitments: Tally,
}

impl Balance {
    /// The balance of the direction that the day is governed by.
    pub fn of(p: Published<'_>) -> Balance {
        let model = current_model(p);
        let period = model.map(|m| m.definition.period);
        let year = period.map_or(p.day().year(), |period| {
            let (first, last) = (period.first_day().year(), period.last_day().year());
            p.day().year().clamp(first, last)
        });
        Balance::counted(p, model.as_ref(), year, Marks::Latest)
    }

    /// The balance of a direction in a year, by what was said of each element in one round.
    pub(crate) fn in_round(
        p: Published<'_>,
        model: &PublicModel<'_>,
        year: i16,
        said: Said<'_>,
    ) -> Balance {
        Balance::counted(p, Some(model), year, Marks::Said(said))
    }

    fn counted(
        p: Published<'_>,
        model: Option<&PublicModel<'_>>,
        year: i16,
        marks: Marks<'_>,
    ) -> Balance {
        let counting = Counting::of(p, model, Period::Year(year), marks);
        let perspectives = counting.topics(Dimension::Perspective);
        let sides: Vec<_> = perspectives
            .iter()
            .filter(|(_, topic)| topic.parent.is_none())
            .filter_map(|(id, _)| counting.side(*id))
            .collect();
        let all: Vec<_> = perspectives.iter().map(|(id, _)| *id).collect();
        let things = counting.all().map(|element| Thing::Element(element.id()));
        Balance {
            frame: Frame::about(p, things.chain([Thing::Whole])),
            direction: model.map(|m| DirectionLink::of(p, m)),
            year,
            sides,
            unplaced: counting.outside(&all),
            processes: counting.processes(),
            judgements: judgements(p, Subject::Whole),
            notes: notes::about(p, About::Fulfilment),
        }
    }
}

/// What somebody who looks may count of an element.
pub(crate) type Said<'a> = &'a dyn Fn(&PublicElement<'_>) -> Option<tally::Counted>;

/// By which words elements are counted.
#[derive(Clone, Copy)]
enum Marks<'a> {
    /// The latest that residents read.
    Latest,
    /// Those that whoever looks may read, of one round.
    Said(Said<'a>),
}

/// What is counted: the goals of a direction and the work of a year, each with what it serves and
/// what it was judged to count as. Each is looked up once, on however many sides it is counted.
struct Counting<'a> {
    p: Published<'a>,
    /// The first day of what is counted: what ended before it holds nothing of it.
    from: Date,
    goals: Vec<Judged<PublicElement<'a>>>,
    process_goals: Vec<Judged<PublicElement<'a>>>,
    work: Vec<Judged<Placed<'a>>>,
}

/// Something with what it was judged to count as, if anybody judged it.
type Judged<T> = (T, Option<tally::Counted>);

impl<'a> Counting<'a> {
    fn of(
        p: Published<'a>,
        model: Option<&PublicModel<'a>>,
        year: Period,
        marks: Marks<'_>,
    ) -> Counting<'a> {
        let wanted = |wanted: &dyn Fn(Purpose, Period) -> bool| {
            let all = model.map(|m| p.elements_where(m.id, |l, of| wanted(l.purpose, of)));
            let all = all.into_iter().flatten();
            all.filter(|e| e.withdrawn().is_none()).collect::<Vec<_>>()
        };
        let on = |level: Purpose| wanted(&|purpose, _| purpose == level);
        let work = wanted(&|purpose, of| is_of_the_year(purpose) && year.covers(of));
        // Goals as they were judged at the occasion at which any of them was judged last.
        let at_the_latest = |goals: Vec<PublicElement<'a>>| {
            let round = latest_round(p, &goals);
            let judged = goals.into_iter();
            let mark = |goal: &PublicElement<'a>| match marks {
                Marks::Latest => counted_at(p, round, goal),
                Marks::Said(said) => said(goal),
            };
            judged.map(|goal| (goal, mark(&goal))).collect()
        };
        let judged = |element: PublicElement<'a>| {
            let mark = match marks {
                Marks::Latest => VerdictMark::latest(p, &element).map(|mark| mark.counted()),
                Marks::Said(said) => said(&element),
            };
            (Placed::of(p, element), mark)
        };
        Counting {
            p,
            from: model.map_or(year, |m| m.definition.period).first_day(),
            goals: at_the_latest(on(Purpose::StrategicGoal)),
            process_goals: at_the_latest(on(Purpose::ProcessGoal)),
            work: work.into_iter().map(judged).collect(),
        }
    }

    /// Everything that is counted.
    fn all(&self) -> impl Iterator<Item = &PublicElement<'a>> {
        let goals = self.goals.iter().chain(&self.process_goals);
        let work = self.work.iter().map(|(work, _)| &work.element);
        goals.map(|(goal, _)| goal).chain(work)
    }

    fn counted(&self, stands: impl Fn(&PublicElement<'a>) -> bool) -> Counted {
        Counted {
            goals: tally(&self.goals, &stands),
            commitments: tally(&self.work, |work| work.by_goals(&stands)),
        }
    }

    fn under(&self, topics: &[TopicId]) -> Counted {
        self.counted(|e| stands_under(e, topics))
    }

    fn topics(&self, dimension: Dimension) -> Vec<(TopicId, &'a TopicDescription)> {
        self.p.topics_from(dimension, self.from)
    }

    fn outside(&self, topics: &[TopicId]) -> Counted {
        self.counted(|e| !stands_under(e, topics))
    }

    fn side(&self, id: TopicId) -> Option<Side> {
        let stated = Interpretation::Stated;
        let parts_of = |dimension| self.topics(dimension).into_iter();
        let parts = parts_of(Dimension::Perspective).chain(parts_of(Dimension::ValueCreated));
        let parts: Vec<_> = parts
            .filter(|(_, topic)| topic.parent == Some(id))
            .collect();
        let own = parts.iter().map(|(part, _)| *part).chain([id]);
        let own: Vec<TopicId> = own.collect();
        let parts = parts.iter().filter_map(|(part, _)| {
            let counted = self.under(&[*part]);
            Some((topic_name(self.p, *part, stated)?, counted))
        });
        let (whole, parts) = (self.under(&own), parts.collect::<Vec<_>>());
        let placed = |(_, part): &(TopicName, Counted)| part.goals.all + part.commitments.all > 0;
        Some(Side {
            topic: topic_name(self.p, id, stated)?,
            parts_not_said: whole.goals.all > 0 && !parts.is_empty() && !parts.iter().any(placed),
            whole,
            parts,
        })
    }

    fn processes(&self) -> Vec<ProcessLine> {
        let all = self.topics(Dimension::Process);
        let tops = all.iter().filter(|(_, topic)| topic.parent.is_none());
        let lines = tops.filter_map(|(id, topic)| {
            let own = with_parts(self.p, Dimension::Process, *id);
            Some(ProcessLine {
                topic: topic_name(self.p, *id, Interpretation::Stated)?,
                names: topic.names.clone(),
                goals: tally(&self.process_goals, |goal| stands_under(goal, &own)),
                commitments: tally(&self.work, |work| work.in_process(&own)),
            })
        });
        lines.collect()
    }
}

/// How those that stand somewhere were judged.
fn tally<T>(all: &[Judged<T>], stands: impl Fn(&T) -> bool) -> Tally {
    let there = all.iter().filter(|(one, _)| stands(one));
    Tally::of_marks(there.map(|(_, mark)| *mark))
}
