//! Frames that decisions granted, printed accounts, and the goals and guidelines of good
//! financial management.

use super::told::Told;
use super::what::What;
use crate::search::said;
use riktning_domain::ids::{AccountsId, ElementId, FrameEntryId};
use riktning_domain::published::Thing;
use riktning_domain::{Names, Published};

/// What an entry of the ledger grants.
pub(super) fn frame(told: &mut Told<'_>, id: FrameEntryId) {
    let Some(entry) = told.after.frame_entry(id) else {
        return;
    };
    told.tell(What::Granted {
        year: entry.year,
        account: entry.account,
        amount: entry.amount,
    });
}

/// That printed accounts say otherwise than before.
pub(super) fn accounts(told: &mut Told<'_>, id: AccountsId) {
    let known = |p: Published<'_>| {
        let (_, accounts) = p.accounts_known(id)?;
        let sums = (accounts.printed, accounts.result_target_percent);
        Some((accounts.rows.clone(), sums, accounts.source))
    };
    if known(told.before) != known(told.after) {
        told.tell(What::Revised);
    }
}

/// That other goals are marked as important for good financial management.
pub(super) fn guidelines(told: &mut Told<'_>, year: i16) {
    let goals = |p: Published<'_>| {
        p.financial_management(year)
            .map(|guided| guided.goals.clone())
    };
    let (then, now) = (goals(told.before), goals(told.after));
    let (then, now) = (then.unwrap_or_default(), now.unwrap_or_default());
    let differ = |p: Published<'_>, all: &[ElementId], others: &[ElementId]| -> Vec<Names> {
        let differ = all.iter().filter(|goal| !others.contains(goal));
        let said = differ.filter_map(|goal| said(p, Thing::Element(*goal)));
        said.map(|said| said.title).collect()
    };
    let before = differ(told.before, &then, &now);
    let now = differ(told.after, &now, &then);
    if !before.is_empty() || !now.is_empty() {
        told.tell(What::Marked { before, now });
    }
}
