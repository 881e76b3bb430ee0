//! Where the gaps are: one function for each kind, each a single walk over what it is about.

use super::{GapKind, Subject, years};
use crate::work::model_of;
use jiff::civil::Date;
use riktning_domain::decisions::Basis;
use riktning_domain::ids::{BodyId, ElementId};
use riktning_domain::indicators::Frequency;
use riktning_domain::inside::{Follows, InsideElement, InsidePlan};
use riktning_domain::models::Purpose;
use riktning_domain::plans::PlanStage;
use riktning_domain::published::{PublicElement, PublicIndicator, PublicModel, Validity};
use riktning_domain::threads::ThreadEnd;
use riktning_domain::topics::Dimension;
use riktning_domain::{Inside, Period, Published};
use riktning_words::search::alike;
use std::collections::{BTreeMap, BTreeSet};

/// For how long after its last day somebody is asked what holds of a document on which nothing
/// rests.
const ASKED_FOR: i16 = 2;

/// A gap as it is found: what it is in, whose it is and from when.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Found {
    pub(super) kind: GapKind,
    pub(super) subject: Subject,
    /// Whose it is.
    pub(super) owner: Option<BodyId>,
    /// The bodies that took over from an owner that is no more.
    pub(super) successors: Vec<BodyId>,
    pub(super) since: Date,
    /// The other wording, and whose that is.
    pub(super) other: Option<(ElementId, Option<BodyId>)>,
    /// The period of which there is no outcome.
    pub(super) period: Option<Period>,
}

impl Found {
    fn new(kind: GapKind, subject: Subject, owner: Option<BodyId>, since: Date) -> Found {
        Found {
            kind,
            subject,
            owner,
            successors: Vec::new(),
            since,
            other: None,
            period: None,
        }
    }

    /// Whether it is somebody's to know of: its owner's, that of whoever took over, or of whoever
    /// says the same.
    pub(super) fn is_of(&self, follows: &Follows) -> bool {
        let beside = self.other.and_then(|(_, body)| body);
        let own = self.owner.into_iter().chain(beside);
        let mut all = own.chain(self.successors.iter().copied());
        follows.all() || all.any(|body| follows.has(body))
    }
}

/// What stands and is in hand, read once for all kinds.
struct Hand<'a> {
    i: Inside<'a>,
    p: Published<'a>,
    /// The commitments and orders of the years in hand that the person may read.
    rows: Vec<InsideElement<'a>>,
    /// The decided goals whose period holds one of them.
    goals: Vec<PublicElement<'a>>,
    ended: BTreeSet<BodyId>,
}

/// What some bodies answer for that is open to all and lasts beyond a day, each with the body.
pub(in crate::work) fn answered_for(
    p: Published<'_>,
    bodies: &BTreeSet<BodyId>,
    day: Date,
) -> Vec<(Subject, BodyId)> {
    let theirs = |subject: Subject, body: Option<BodyId>| {
        let body = body.filter(|body| bodies.contains(body))?;
        Some((subject, body))
    };
    let mut all: Vec<(Subject, BodyId)> = Vec::new();
    for id in bodies {
        let owned = p.owned_by(*id).into_iter();
        let open = owned.filter(|e| !e.has_ended() && !e.is_over(day));
        all.extend(open.map(|element| (Subject::Element(element.id()), *id)));
    }
    let indicators = p.indicators();
    all.extend(
        indicators.filter_map(|i| theirs(Subject::Indicator(i.id), i.definition.responsible)),
    );
    let beyond = day.tomorrow().unwrap_or(day);
    let processes = p.topics(Dimension::Process).into_iter();
    let processes = processes.filter(|(_, topic)| topic.lasts(beyond));
    all.extend(processes.filter_map(|(id, topic)| theirs(Subject::Topic(id), topic.owner)));
    let documents = p.documents().filter(|document| document.validity().holds());
    all.extend(documents.filter_map(|d| theirs(Subject::Document(d.id), d.wording.responsible)));
    all
}

/// Every gap that can be told to whoever looks.
pub(super) fn all(i: Inside<'_>) -> Vec<Found> {
    let hand = Hand::of(i);
    let mut all = hand.goals_without_commitments();
    all.extend(hand.links_lacking());
    all.extend(hand.indicators());
    all.extend(hand.of_ended_bodies());
    all.extend(hand.similar());
    all.extend(hand.expired_documents());
    all.extend(hand.left());
    all
}

/// Those of one kind alone: commitments that lack a link.
pub(super) fn links_lacking(i: Inside<'_>) -> Vec<Found> {
    Hand::of(i).links_lacking()
}

/// Goals without commitments and what indicators lack, alone.
pub(super) fn uncovered(i: Inside<'_>) -> Vec<Found> {
    let hand = Hand::of(i);
    let mut found = hand.goals_without_commitments();
    found.extend(hand.indicators());
    found
}

impl<'a> Hand<'a> {
    fn of(i: Inside<'a>) -> Hand<'a> {
        let p = i.published();
        let years = years(i);
        let mut models: Vec<PublicModel<'a>> = Vec::new();
        for model in years.iter().filter_map(|year| model_of(i, *year)) {
            if !models.iter().any(|known| known.id == model.id) {
                models.push(model);
            }
        }
        let is_goal = |purpose| matches!(purpose, Purpose::StrategicGoal | Purpose::ProcessGoal);
        let holds = |period: Period| years.iter().any(|year| period.covers(*year));
        let goals = models.iter().flat_map(|model| {
            p.elements_where(model.id, |level, period| {
                is_goal(level.purpose) && holds(period)
            })
        });
        let goals = goals.filter(|goal| !goal.has_ended());
        Hand {
            goals: goals.collect(),
            rows: rows(i, &years, &models),
            ended: i.ended_bodies(),
            i,
            p,
        }
    }

    fn commitments(&self) -> impl Iterator<Item = &InsideElement<'a>> {
        let rows = self.rows.iter();
        rows.filter(|row| row.level.purpose == Purpose::Commitment)
    }

    fn owner(&self, row: &InsideElement<'_>) -> Option<BodyId> {
        self.i.owner_on(row.id, self.i.today())
    }

    /// Goals that no commitment and no order of the years in hand supports, by whatever way up.
    fn goals_without_commitments(&self) -> Vec<Found> {
        let mut served: BTreeSet<ElementId> = BTreeSet::new();
        let mut next: Vec<ElementId> = self.rows.iter().map(|row| row.id).collect();
        while let Some(id) = next.pop() {
            for (_, end) in self.i.supports(id) {
                if let ThreadEnd::Element(above) = end
                    && served.insert(above)
                {
                    next.push(above);
                }
            }
        }
        let unserved = self
            .goals
            .iter()
            .filter(|goal| !served.contains(&goal.id()));
        let found = unserved.map(|goal| {
            let since = self.unserved_since(goal);
            let subject = Subject::Element(goal.id());
            Found::new(
                GapKind::GoalWithoutCommitments,
                subject,
                goal.owner(),
                since,
            )
        });
        found.collect()
    }

    /// From which day nothing supports a goal: its own, or the day after the last year in which
    /// something did.
    fn unserved_since(&self, goal: &PublicElement<'_>) -> Date {
        let decided = match goal.basis() {
            Basis::Decision(id) => self.p.decision(id).map(|d| d.date().day()),
            Basis::Source(_, since) => Some(since.day()),
        };
        let earlier = self.p.supported_by(goal.id()).into_iter();
        let earlier = earlier.filter(|below| is_sought(below.level().purpose));
        let last = earlier.map(|below| below.period().last_day()).max();
        let after = last.and_then(|day| day.tomorrow().ok());
        let first = decided.unwrap_or(goal.period().first_day());
        first.max(after.unwrap_or(first)).min(self.i.today())
    }

    fn links_lacking(&self) -> Vec<Found> {
        let lacking = self.commitments();
        let lacking = lacking.filter(|row| self.i.link_lacking(row.id).is_some());
        let found = lacking.map(|row| self.row(GapKind::LinkLacking, row));
        found.collect()
    }

    /// A gap that has been there as long as the row.
    fn row(&self, kind: GapKind, row: &InsideElement<'_>) -> Found {
        let since = self.i.there_since(row.id).unwrap_or(self.i.today());
        Found::new(kind, Subject::Element(row.id), self.owner(row), since)
    }

    /// The indicators that serve a goal that stands: who answers for each, and its last outcome.
    fn indicators(&self) -> Vec<Found> {
        let goals: BTreeMap<_, _> = self.goals.iter().map(|goal| (goal.id(), goal)).collect();
        let (mut found, mut asked) = (Vec::new(), BTreeSet::new());
        for indicator in self.p.indicators() {
            let served = indicator.serves().into_iter();
            let mut served = served.filter_map(|(id, ..)| goals.get(&id));
            let Some(goal) = served.next() else { continue };
            let (id, definition) = (indicator.id, indicator.definition);
            let subject = Subject::Indicator(id);
            if definition.responsible.is_none() {
                let kind = GapKind::IndicatorWithoutResponsible;
                let since = indicator.since();
                found.push(Found::new(kind, subject, goal.owner(), since));
            }
            // Nobody reports what is worked out: what it is worked out of is asked for.
            let parts = indicator.worked_out_of().into_iter();
            let asks = parts.filter_map(|part| self.p.indicator(part));
            for asks in asks.chain([indicator]) {
                let is_reported = asks.definition.calculation.is_none();
                if is_reported && asked.insert(asks.id) {
                    found.extend(self.without_value(&asks, goal.owner()));
                }
            }
        }
        found
    }

    /// An indicator that has no figure of the last period of which one is due.
    fn without_value(
        &self,
        indicator: &PublicIndicator<'_>,
        goal_of: Option<BodyId>,
    ) -> Option<Found> {
        let (id, definition, today) = (indicator.id, indicator.definition, self.i.today());
        let due = due(definition.frequency, today)?;
        // What began after the period was over owes nothing of it.
        let owes = indicator.since() <= due.last_day();
        let is_reported = || self.i.is_reported(id, earliest(definition.frequency, due));
        let since = due.last_day().tomorrow().unwrap_or(today);
        let body = definition.responsible.or(goal_of);
        let (kind, subject) = (GapKind::IndicatorWithoutValue, Subject::Indicator(id));
        (owes && !is_reported()).then(|| Found {
            period: Some(due),
            ..Found::new(kind, subject, body, since)
        })
    }

    /// What bodies answer for that are no more.
    fn of_ended_bodies(&self) -> Vec<Found> {
        let left = answered_for(self.p, &self.ended, self.i.today());
        let found = left.into_iter().filter_map(|(subject, body)| {
            let ended = self.p.body(body)?;
            let end = ended.end()?;
            let since = end.last_day.tomorrow().unwrap_or(end.last_day);
            Some(Found {
                successors: end.succeeded_by.clone(),
                ..Found::new(GapKind::EndedBody, subject, Some(body), since)
            })
        });
        found.collect()
    }

    /// Wordings of one level and one period that say the same.
    fn similar(&self) -> Vec<Found> {
        let mut groups: BTreeMap<_, Vec<(ElementId, &str, Option<u128>)>> = BTreeMap::new();
        for row in &self.rows {
            let text = row.wording.text.as_str().unwrap_or_default();
            let answers = row.wording.origin.order().map(|order| order.0.as_u128());
            let of = (row.level.id, row.wording.period);
            groups.entry(of).or_default().push((row.id, text, answers));
        }
        for goal in &self.goals {
            let text = goal.text().as_str().unwrap_or_default();
            let of = (goal.level().id, goal.period());
            groups.entry(of).or_default().push((goal.id(), text, None));
        }
        let mut found = Vec::new();
        for group in groups.values() {
            let said = group.iter().map(|(_, text, answers)| alike::Said {
                text,
                answers: *answers,
            });
            for (later, earlier) in alike::repeated(&said.collect::<Vec<_>>()) {
                found.extend(self.twice(group[later].0, group[earlier].0));
            }
        }
        found
    }

    fn twice(&self, later: ElementId, earlier: ElementId) -> Option<Found> {
        let later = self.i.element(later)?;
        let other = self.i.element(earlier)?;
        Some(Found {
            other: Some((earlier, self.owner(&other))),
            ..self.row(GapKind::SimilarWording, &later)
        })
    }

    /// Documents whose last day is over without a word of what holds now: while something rests on
    /// them, and for a couple of years also when nothing does.
    fn expired_documents(&self) -> Vec<Found> {
        let asked = self.i.today().year() - ASKED_FOR;
        let expired = self.p.documents().filter_map(|document| {
            let last = document.wording.valid_to?.last_day();
            let is_expired = document.validity() == Validity::Expired;
            let matters = last.year() >= asked || !self.p.resting_on(document.id).is_empty();
            let since = last.tomorrow().ok().filter(|_| is_expired && matters)?;
            let subject = Subject::Document(document.id);
            let body = document.wording.responsible;
            Some(Found::new(GapKind::ExpiredDocument, subject, body, since))
        });
        expired.collect()
    }

    /// Rows for which somebody answers who has left.
    fn left(&self) -> Vec<Found> {
        let left = self.rows.iter().filter_map(|row| {
            let (_, since) = self.i.answered_for_by_who_left(row.id)?;
            Some(Found {
                since,
                ..self.row(GapKind::OwnerLeft, row)
            })
        });
        left.collect()
    }
}

/// The rows of some years that somebody may read, decided or not, by number.
fn rows<'a>(i: Inside<'a>, years: &[Period], models: &[PublicModel<'a>]) -> Vec<InsideElement<'a>> {
    let p = i.published();
    let of_year = |period| years.contains(&period);
    let decided = models.iter().flat_map(|model| {
        p.elements_where(model.id, |level, period| {
            is_sought(level.purpose) && of_year(period)
        })
    });
    let decided = decided.filter(|element| !element.has_ended());
    let mut ids: BTreeSet<ElementId> = decided.map(|element| element.id()).collect();
    let plans = years.iter().flat_map(|year| i.plans(*year));
    // What lies in a plan that is decided is decided itself.
    let in_hand = plans.filter(|plan| plan.stage() < PlanStage::Adopted);
    let in_hand = in_hand.flat_map(|plan| InsidePlan::elements(&plan));
    let open = in_hand.filter(|row| {
        is_sought(row.level.purpose) && p.element(row.id).is_none_or(|e| !e.has_ended())
    });
    ids.extend(open.map(|row| row.id));
    let mut rows: Vec<_> = ids.into_iter().filter_map(|id| i.element(id)).collect();
    rows.sort_by_key(|row| row.number);
    rows
}

/// Whether gaps are sought in a row: in what a body promises or is ordered. Of activities there are
/// ten times as many, and they are their units' own.
fn is_sought(purpose: Purpose) -> bool {
    matches!(purpose, Purpose::Commitment | Purpose::Assignment)
}

/// The last period that is over, of which a figure of an indicator is due.
pub(super) fn due(frequency: Option<Frequency>, today: Date) -> Option<Period> {
    last_due(frequency?, today)
}

fn last_due(how: Frequency, today: Date) -> Option<Period> {
    let year = today.year();
    let parts = |count: u8, part: fn(i16, u8) -> Period| {
        let all = [year - 1, year].into_iter();
        let mut all = all.flat_map(move |year| (1..=count).map(move |n| part(year, n)));
        all.rfind(|period| period.last_day() < today)
    };
    match how {
        Frequency::Yearly | Frequency::EveryOtherYear => Some(Period::Year(year - 1)),
        Frequency::SchoolYearly => {
            let mut school_years = [year - 2, year - 1].map(Period::SchoolYear).into_iter();
            school_years.rfind(|p| p.last_day() < today)
        }
        Frequency::HalfYearly => parts(2, Period::HalfYear),
        Frequency::Tertially => parts(3, Period::Tertial),
        Frequency::Quarterly => parts(4, Period::Quarter),
        Frequency::Monthly => parts(12, Period::Month),
        Frequency::Irregular => None,
    }
}

/// The day on which, or after which, a period ends whose outcome answers for the one that is due.
fn earliest(how: Option<Frequency>, due: Period) -> Date {
    match (how, due) {
        // In the years between none is due.
        (Some(Frequency::EveryOtherYear), Period::Year(year)) => Period::Year(year - 1).last_day(),
        // A measurement of a day, such as a survey in March, is that year's.
        (Some(Frequency::Yearly), due) => due.first_day(),
        (_, due) => due.last_day(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_figure_is_due_when_its_period_is_over() {
        for (how, today, due) in [
            (Frequency::Yearly, date(2026, 1, 1), "2025"),
            (Frequency::Yearly, date(2026, 12, 31), "2025"),
            (Frequency::EveryOtherYear, date(2026, 5, 1), "2025"),
            (Frequency::SchoolYearly, date(2026, 6, 30), "2024/25"),
            (Frequency::SchoolYearly, date(2026, 7, 1), "2025/26"),
            (Frequency::HalfYearly, date(2026, 7, 1), "2026H1"),
            (Frequency::Tertially, date(2026, 4, 30), "2025T3"),
            (Frequency::Tertially, date(2026, 5, 1), "2026T1"),
            (Frequency::Quarterly, date(2026, 1, 5), "2025Q4"),
            (Frequency::Monthly, date(2026, 12, 1), "2026-11"),
        ] {
            let period: Period = due.parse().unwrap();
            assert_eq!(last_due(how, today), Some(period), "{how:?} on {today}");
        }
        assert_eq!(last_due(Frequency::Irregular, date(2026, 5, 1)), None);
    }

    #[test]
    fn every_other_year_the_year_before_answers_and_else_it_does_not() {
        let due = Period::Year(2025);
        let every_other = earliest(Some(Frequency::EveryOtherYear), due);
        assert_eq!(every_other, date(2024, 12, 31));
        assert_eq!(earliest(Some(Frequency::Yearly), due), date(2025, 1, 1));
        let quarter = Period::Quarter(2026, 3);
        assert_eq!(
            earliest(Some(Frequency::Quarterly), quarter),
            date(2026, 9, 30)
        );
    }
}
