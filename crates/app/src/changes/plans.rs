//! What became of a plan after it was adopted.

use super::told::Told;
use super::what::What;
use riktning_domain::decisions::Basis;
use riktning_domain::ids::PlanId;
use riktning_domain::plans::PlanStage;

/// What a decision added to a plan, and that one closed it.
pub(super) fn plan(told: &mut Told<'_>, id: PlanId) {
    let (Some(then), Some(now)) = (told.before.plan(id), told.after.plan(id)) else {
        return;
    };
    let added = now.supplements();
    if added.len() > then.supplements().len() {
        let by = added.last().map(|s| Basis::Decision(s.decision));
        told.tell_by(What::Supplemented, by);
    }
    if now.stage() == PlanStage::Closed && then.stage() != PlanStage::Closed {
        told.tell_by(What::Closed, now.closed_by().map(Basis::Decision));
    }
}
