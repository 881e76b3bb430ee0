//! What residents see of money: the frames that decisions granted, and printed accounts.

use super::Published;
use crate::frames::{Account, EnterFrame, ReportAccounts};
use crate::ids::{AccountsId, BodyId, FrameEntryId};
use crate::money::Money;
use jiff::civil::Date;

impl<'a> Published<'a> {
    /// The entries of the ledger that had been decided by the day and stand, in the order of
    /// the decisions.
    pub fn frame_entries(&self) -> Vec<&'a EnterFrame> {
        let entries = self.state.frame_entries.values();
        let stand = entries.filter(|entry| {
            entry.on <= self.day && self.state.decision_stands(entry.record.decision, self.day)
        });
        let mut stand: Vec<_> = stand.collect();
        stand.sort_by_key(|entry| (entry.on, entry.position));
        stand.into_iter().map(|e| e.record.as_ref()).collect()
    }

    /// An entry of the ledger that had been decided by the day and stands.
    pub fn frame_entry(&self, id: FrameEntryId) -> Option<&'a EnterFrame> {
        let entry = self.state.frame_entries.get(&id)?;
        let stands = self.state.decision_stands(entry.record.decision, self.day);
        (entry.on <= self.day && stands).then_some(entry.record.as_ref())
    }

    /// Accounts as they were known by the day, and from which day.
    pub fn accounts_known(&self, id: AccountsId) -> Option<(Date, &'a ReportAccounts)> {
        let version = self.state.accounts.get(&id)?.entry_at(self.day)?;
        Some((version.on, version.value.as_ref()))
    }

    /// The frame of a body for a year: the sum of its entries. `None` if there is no entry.
    pub fn frame(&self, body: BodyId, year: i16, account: Account) -> Option<Money> {
        let entries = self.frame_entries().into_iter();
        let own = entries.filter(|e| e.body == body && e.year == year && e.account == account);
        Money::sum(own.map(|entry| entry.amount))
    }

    /// The accounts that were known by the day, the latest period first. What was only
    /// proposed is none of them: it is no frame, and in no sum.
    pub fn accounts(&self) -> Vec<&'a ReportAccounts> {
        self.printed(false)
    }

    /// What had been proposed by the day and nobody has decided, the latest period first.
    pub fn proposals(&self) -> Vec<&'a ReportAccounts> {
        self.printed(true)
    }

    fn printed(&self, proposed: bool) -> Vec<&'a ReportAccounts> {
        let known = self.state.accounts.values();
        let known = known.filter_map(|versions| versions.at(self.day));
        let known = known.map(AsRef::as_ref);
        let mut known: Vec<_> = known.filter(|a| a.proposed == proposed).collect();
        known.sort_by_key(|accounts| (std::cmp::Reverse(accounts.period), accounts.accounts));
        known
    }
}
