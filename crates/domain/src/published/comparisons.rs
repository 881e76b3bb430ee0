//! Comparisons with other municipalities, as residents see them.

use super::Published;
use crate::comparisons::{DescribePeers, RecordComparison};
use crate::ids::IndicatorId;
use std::cmp::Reverse;

/// A comparison that was known by the day.
#[derive(Clone, Copy, Debug)]
pub struct PublicComparison<'a> {
    /// What the others measured.
    pub record: &'a RecordComparison,
    /// Who they are.
    pub peers: &'a DescribePeers,
}

impl<'a> Published<'a> {
    /// The comparisons of an indicator, the latest period first.
    pub fn comparisons_of(&self, indicator: IndicatorId) -> Vec<PublicComparison<'a>> {
        let all = self.state.comparisons.get(&indicator);
        let all = all.into_iter().flat_map(|all| all.values());
        let known = all.filter_map(|said| {
            let record = said.at(self.day)?.as_ref();
            let peers = self.state.peers.get(&record.peers)?.at(self.day)?;
            Some(PublicComparison { record, peers })
        });
        let mut known: Vec<_> = known.collect();
        known.sort_by_key(|c| (Reverse(c.record.period), c.record.peers));
        known
    }

    /// The groups that the municipality compares itself with.
    pub fn peers(&self) -> Vec<&'a DescribePeers> {
        let all = self.state.peers.values();
        all.filter_map(|said| said.at(self.day))
            .map(AsRef::as_ref)
            .collect()
    }
}
