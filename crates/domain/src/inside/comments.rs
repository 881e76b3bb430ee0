//! What somebody may read and write in comments.

use super::{Inside, InsidePlan};
use crate::comments::{Audience, CommentOn, Matter};
use crate::ids::{ElementId, PlanId};
use crate::permissions::{User, may_read_comment};

/// A plan or a row of it that somebody may comment on, and for whom.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CommentPlace {
    /// The plan.
    pub plan: PlanId,
    /// The row; none for the plan as a whole.
    pub row: Option<ElementId>,
    /// Whether they read and write within the administration.
    pub inside: bool,
    /// Whether they read and write between bodies.
    pub between: bool,
}

impl CommentPlace {
    /// Whether they may write for somebody.
    pub fn opens(&self, audience: Audience) -> bool {
        match audience {
            Audience::Inside => self.inside,
            Audience::Between => self.between,
        }
    }

    /// The same place, for somebody.
    pub fn on(&self, audience: Audience) -> CommentOn {
        CommentOn {
            plan: self.plan,
            row: self.row,
            audience,
        }
    }
}

impl<'a> Inside<'a> {
    /// Whether they may read a comment: of a matter that is open, whoever it was written for.
    pub fn reads_comment(&self, on: &CommentOn) -> bool {
        let user = User::Person(self.person);
        self.state.matter(on, self.today) == Matter::Open
            && may_read_comment(self.state, self.today, &user, on)
    }

    /// Where they may comment on a plan or a row of it, and for whom; none if they may not at all.
    /// Between bodies nothing is written before it has been handed in.
    pub fn comment_place(&self, plan: PlanId, row: Option<ElementId>) -> Option<CommentPlace> {
        let on = |audience| CommentOn {
            plan,
            row,
            audience,
        };
        let inside = self.reads_comment(&on(Audience::Inside));
        let between =
            self.state.is_handed_in(plan, self.today) && self.reads_comment(&on(Audience::Between));
        (inside || between).then_some(CommentPlace {
            plan,
            row,
            inside,
            between,
        })
    }

    /// The plan in hand in which a row lies and may be commented on.
    pub fn commented_plan(&self, row: ElementId) -> Option<InsidePlan<'a>> {
        let element = self.state.elements.get(&row)?;
        let mut plans = element.plans.iter().filter_map(|id| self.plan(*id));
        plans.find(|plan| self.comment_place(plan.id, Some(row)).is_some())
    }

    /// Whether they may comment on a plan or on some row of it.
    pub fn is_commented(&self, id: PlanId) -> bool {
        let plan = self.plan(id);
        let rows = || plan.map_or_else(Vec::new, |plan| plan.elements());
        let mut rows = rows().into_iter().map(|row| row.id);
        self.comment_place(id, None).is_some()
            || rows.any(|row| self.comment_place(id, Some(row)).is_some())
    }

    /// How the matter of a plan, or of a row in it, stands today, for those who may read the plan.
    pub fn matter(&self, plan: PlanId, row: Option<ElementId>) -> Option<Matter> {
        self.plan(plan).filter(|plan| plan.is_readable())?;
        let audience = Audience::Inside;
        let on = CommentOn {
            plan,
            row,
            audience,
        };
        Some(self.state.matter(&on, self.today))
    }
}
