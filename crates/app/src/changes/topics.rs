//! What became of a topic.

use super::told::Told;
use super::what::What;
use riktning_domain::ids::TopicId;

/// That its last day is over: what stood under it stays, and nothing later is placed there.
pub(super) fn topic(told: &mut Told<'_>, id: TopicId) {
    let (before, after) = (told.before, told.after);
    let (Some(was), Some(now)) = (before.topic(id), after.topic(id)) else {
        return;
    };
    if was.lasts(before.day()) && !now.lasts(after.day()) {
        told.tell_by(What::Ended, None);
    }
}
