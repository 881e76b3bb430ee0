//! What a body proposes against what is in force: each row that is changed with its fields before and
//! after, those that are new, and those that do not go on. What an elected member decides about.

use super::said::{Field, differing};
use super::{Difference, Seen};
use crate::app::App;
use crate::work::plan::{decided, in_hand, plans_of};
use crate::work::{PlanTime, WorkFrame, body, readers};
use riktning_domain::ids::{ElementId, PersonId};
use riktning_domain::inside::{InsideElement, InsidePlan, Standing};
use riktning_domain::threads::ThreadEnd;
use riktning_domain::visibility::Visibility;
use riktning_domain::{Inside, Names, Slug, Text};
use std::collections::BTreeSet;

/// What a proposal is held against.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Against {
    /// The plan that is decided for the same time.
    Decided,
    /// The plan that is decided for an earlier year.
    Earlier(i16),
    /// Nothing is decided.
    Nothing,
}

/// A row of the proposal, or one that does not go on.
#[derive(Clone, Debug, PartialEq)]
pub struct ProposedRow {
    /// Its number.
    pub number: u32,
    /// What its level is called.
    pub level: Names,
    /// What it says.
    pub text: Text,
    /// Who may read it.
    pub visibility: Visibility,
    /// What is different from what is in force; of what is new what it says beside its sentence.
    pub differences: Vec<Difference>,
}

/// A plan that waits for its decision, against what is in force.
#[derive(Clone, Debug, PartialEq)]
pub struct ProposedPlan {
    /// What stands around the page.
    pub frame: WorkFrame,
    /// Whose plan: name and address.
    pub body: (Names, String),
    /// For which time.
    pub time: PlanTime,
    /// What it is held against.
    pub against: Against,
    /// What goes on in other words.
    pub changed: Vec<ProposedRow>,
    /// What was not there before.
    pub new: Vec<ProposedRow>,
    /// What goes on as it stands.
    pub kept: Vec<ProposedRow>,
    /// What does not go on.
    pub falls: Vec<ProposedRow>,
}

impl App {
    /// What a body proposes, against what is in force; none if nothing waits that the person may read.
    pub fn proposed_plan(&self, me: PersonId, slug: &str, time: PlanTime) -> Option<ProposedPlan> {
        let names = |id| self.name_of(id);
        self.inside(me, |i, _| {
            let seen = Seen { i, name_of: &names };
            seen.proposed_plan(slug, time)
        })
    }
}

impl Seen<'_> {
    fn proposed_plan(&self, slug: &str, time: PlanTime) -> Option<ProposedPlan> {
        let i = self.i;
        let id = i.published().body_at(&Slug::parse(slug)?)?.id;
        let plans = plans_of(i, id, time.period());
        let hand = in_hand(&plans).filter(InsidePlan::is_readable)?;
        let rows = hand.elements();
        let earlier = i.earlier_plans(id, time.period());
        let (against, before) = match (decided(&plans), earlier.first()) {
            (Some(decided), _) => (Against::Decided, standing(i, &[decided])),
            (None, Some(first)) => (
                Against::Earlier(first.period().year()),
                standing(i, &earlier),
            ),
            (None, None) => (Against::Nothing, Vec::new()),
        };
        let mut plan = ProposedPlan {
            frame: WorkFrame::of(i),
            body: body(i.published(), id)?,
            time,
            against,
            changed: Vec::new(),
            new: Vec::new(),
            kept: Vec::new(),
            falls: Vec::new(),
        };
        let mut gone_on: BTreeSet<ElementId> = BTreeSet::new();
        for row in &rows {
            let from = match row.standing {
                Standing::Proposal | Standing::Adopted => Some(row.id),
                Standing::Draft => row.wording.continues.map(|earlier| earlier.element),
            };
            let planned = before.iter().find(|earlier| Some(earlier.id) == from);
            gone_on.extend(planned.map(|earlier| earlier.id));
            // A goal that was decided by itself stands in no plan that was decided.
            let from = match planned {
                Some(earlier) => Some(*earlier),
                None => i.decided_element(row.id),
            };
            let differences = match &from {
                Some(earlier) => self.between(earlier, row),
                None => self.said_of_new(row),
            };
            let list = match (from, differences.is_empty()) {
                (None, _) => &mut plan.new,
                (Some(_), true) => &mut plan.kept,
                (Some(_), false) => &mut plan.changed,
            };
            list.push(ProposedRow::of(i, row, differences));
        }
        let rest = before.iter().filter(|row| !gone_on.contains(&row.id));
        let rest = rest.map(|row| ProposedRow::of(i, row, Vec::new()));
        match against {
            // What supplements a plan leaves the rest of it as it is.
            Against::Decided => plan.kept.extend(rest),
            Against::Earlier(_) | Against::Nothing => plan.falls.extend(rest),
        }
        Some(plan)
    }

    /// What a new row says beside its sentence.
    fn said_of_new(&self, row: &InsideElement<'_>) -> Vec<Difference> {
        let mut all = differing(None, Some(self.said_by(row)));
        let is_told = |field| !matches!(field, Field::Text | Field::Owner | Field::Period);
        all.retain(|d| is_told(d.field));
        all
    }

    /// What is otherwise in a row than in the one that it goes on from. That it is of another year, due
    /// as much later, and goes on from that one, is what a new plan is.
    fn between(&self, before: &InsideElement<'_>, now: &InsideElement<'_>) -> Vec<Difference> {
        let years = now.wording.period.year() - before.wording.period.year();
        let moved = before.wording.due.and_then(|due| due.years_later(years));
        let is_due_as_much_later = moved == now.wording.due;
        let said = self.wording(before.id, before.wording);
        let said = self.with_ends(said, self.gone_on(before, now));
        let mut all = differing(Some(said), Some(self.said_by(now)));
        all.retain(|d| match d.field {
            Field::Period | Field::Continues => false,
            Field::Due => !is_due_as_much_later,
            _ => true,
        });
        all
    }

    /// What an earlier row supports, where the row of the new plan supports what continues it: that.
    fn gone_on(&self, before: &InsideElement<'_>, now: &InsideElement<'_>) -> Vec<ThreadEnd> {
        let there = self.i.supports_by(now).into_iter().map(|(_, end)| end);
        let there: Vec<ThreadEnd> = there.collect();
        let continues = |new: &ThreadEnd, old: ThreadEnd| match new {
            ThreadEnd::Element(id) => self.i.element(*id).is_some_and(|row| {
                let earlier = row.wording.continues;
                earlier.is_some_and(|earlier| ThreadEnd::Element(earlier.element) == old)
            }),
            ThreadEnd::Vision(_) | ThreadEnd::Document(_) => false,
        };
        let ends = self.i.supports_by(before).into_iter();
        let ends = ends.map(|(_, old)| {
            let new = there.iter().find(|new| continues(new, old));
            new.copied().unwrap_or(old)
        });
        ends.collect()
    }
}

/// The rows of decided plans that still stand, by what was decided.
fn standing<'a>(i: Inside<'a>, plans: &[InsidePlan<'a>]) -> Vec<InsideElement<'a>> {
    let stands = |id| i.ended_on(id, i.today()).is_none();
    let ids = plans
        .iter()
        .flat_map(InsidePlan::elements)
        .map(|row| row.id);
    let rows = ids.filter(|id| stands(*id));
    let mut rows: Vec<_> = rows.filter_map(|id| i.decided_element(id)).collect();
    rows.sort_by_key(|row| row.number);
    rows.dedup_by_key(|row| row.number);
    rows
}

impl ProposedRow {
    fn of(i: Inside<'_>, row: &InsideElement<'_>, differences: Vec<Difference>) -> ProposedRow {
        ProposedRow {
            visibility: readers::visibility(i, row.id).clone(),
            number: row.number,
            level: row.level.names.clone(),
            text: row.wording.text.clone(),
            differences,
        }
    }
}
