//! Whose matter something is: which bodies decide in the matters of a body, and whose verdict
//! leads.
//!
//! Council, executive board and committees are authorities of their own; each decides in its
//! own matters, and who stands above decides in those of whoever answers to it
//! (kommunallagen 2017:725, 5 kap. 1 § and 6 kap. 3 §). The matters of one that is no more are those
//! of its successors, for council has laid them there (5 kap. 2 § and 6 kap. 2 §). It is asked as the group stood, by
//! what was known, when the decision was recorded: a reorganisation that is recorded later
//! undoes no decision.

use crate::bodies::BodyKind;
use crate::ids::BodyId;
use crate::refusal::Refusal;
use crate::state::State;
use jiff::civil::Date;

impl State {
    /// Whether a body decides in the matters of another on a day: its own, those of whoever
    /// answers to it or has been succeeded by it, and, as an organ, those of the body that it acts for.
    pub(crate) fn decides_for(&self, deciding: BodyId, owner: BodyId, on: Date) -> bool {
        let is_its = self.climbs(owner, deciding, |body| {
            let above = body.answers_to_on(on).iter();
            above.chain(body.succeeded_by_on(on)).copied().collect()
        });
        is_its || self.acts_for(deciding, owner, on)
    }

    /// Whether a body is an organ that decides in the name of another: a working committee
    /// (*utskott*) for its committee, a board or a general meeting for its company.
    pub(crate) fn acts_for(&self, organ: BodyId, owner: BodyId, on: Date) -> bool {
        self.bodies.get(&organ).is_some_and(|body| {
            let decides_by_itself = matches!(
                body.kind,
                BodyKind::WorkingCommittee
                    | BodyKind::GeneralMeeting
                    | BodyKind::CompanyBoard
                    | BodyKind::ManagingDirector
            );
            decides_by_itself && body.answers_to_on(on).contains(&owner)
        })
    }

    /// Refuses a body that would decide in the matters of one that does not answer to it. What
    /// a public source found without an owner is nobody's matter yet.
    pub(crate) fn is_its_matter(
        &self,
        deciding: BodyId,
        owner: Option<BodyId>,
        on: Date,
    ) -> Result<(), Refusal> {
        if owner.is_none_or(|owner| self.decides_for(deciding, owner, on)) {
            Ok(())
        } else {
            Err(Refusal::NotItsMatter)
        }
    }

    /// Whether a body's verdict on what another owns leads: that of the owner, of who decides
    /// for it, and of the executive board, which leads and oversees the whole
    /// (kommunallagen 2017:725, 6 kap. 1 §). Any other verdict is its author's view.
    pub(crate) fn verdict_leads(
        &self,
        judge: Option<BodyId>,
        owner: Option<BodyId>,
        on: Date,
    ) -> bool {
        let (Some(judge), Some(owner)) = (judge, owner) else {
            // A source that names no author, or no owner, gives no ground to prefer another.
            return true;
        };
        let is_board = |body: BodyId| {
            let body = self.bodies.get(&body);
            body.is_some_and(|body| body.kind == BodyKind::ExecutiveBoard)
        };
        self.decides_for(judge, owner, on) || is_board(judge)
    }
}
