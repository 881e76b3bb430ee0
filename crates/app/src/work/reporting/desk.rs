//! The rounds that wait on somebody's desk.

use super::{ReportPage, ReportRow, Review, deciding};
use jiff::SignedDuration;
use jiff::civil::Date;
use riktning_domain::ids::RoundId;
use riktning_domain::permissions::Role;
use riktning_domain::{Inside, Names};

/// A round that takes reports, on the desk of whoever writes, reviews or records in it.
#[derive(Clone, Debug, PartialEq)]
pub struct OpenReport {
    /// Which round.
    pub round: RoundId,
    /// What it is called.
    pub names: Names,
    /// The last day of all for those that they write for.
    pub deadline: Option<Date>,
    /// How many rows they have to report on, and how many of those still wait.
    pub rows: (usize, usize),
    /// How many rows wait for them to look at.
    pub to_review: usize,
    /// The bodies whose reports wait for a decision that they record: name, address and how many rows.
    pub to_decide: Vec<(Names, String, usize)>,
    /// Whether they lead or oversee the round, and see how it goes.
    pub leads: bool,
}

/// For how long after its day a round waits on a desk.
const RECENT: SignedDuration = SignedDuration::from_hours(550 * 24);

fn holds(i: Inside<'_>, role: Role) -> bool {
    !i.holds(role).is_empty()
}

impl OpenReport {
    /// The rounds that take reports in which there is anything for them to do, the earliest first. When a
    /// later one has opened, what nobody began in an earlier one is nobody's work any more.
    pub(in crate::work) fn all(i: Inside<'_>) -> Vec<OpenReport> {
        let rounds = i.rounds().into_iter();
        // What is older is found by its address, and waits on no desk.
        let oldest = i.today().saturating_sub(RECENT);
        let open = rounds.filter(|round| round.takes_reports(i.today()));
        let open = open.map(|round| round.said);
        let open: Vec<_> = open.filter(|said| said.cut_off >= oldest).collect();
        let latest = open.iter().map(|said| said.cut_off).max();
        let reports = open.iter().filter_map(|said| {
            let is_latest = Some(said.cut_off) == latest;
            OpenReport::of(i, said.round, is_latest)
        });
        reports.collect()
    }

    fn of(i: Inside<'_>, id: RoundId, is_latest: bool) -> Option<OpenReport> {
        let round = i.round(id)?;
        let page = ReportPage::of(i, id);
        let rows = page.iter().flat_map(ReportPage::rows);
        let rows: Vec<&ReportRow> = rows.collect();
        let is_begun = |row: &&ReportRow| row.said.is_some() && row.waits();
        let is_begun = rows.iter().any(is_begun);
        let left = page.as_ref().map_or(0, ReportPage::left);
        let to_review = Review::of(i, id).map_or(0, |review| review.rows.len());
        let to_decide = deciding::waiting(i, id, is_latest);
        let leads = is_latest && (holds(i, Role::Strategist) || holds(i, Role::Controller));
        let waits = is_begun || (is_latest && left > 0);
        let has_work = waits || to_review > 0 || !to_decide.is_empty();
        let bodies = page.iter().flat_map(|page| &page.bodies);
        (has_work || leads).then(|| OpenReport {
            round: id,
            names: round.said.names.clone(),
            deadline: bodies.filter_map(|of| of.deadline).min(),
            rows: (rows.len(), left),
            to_review,
            to_decide,
            leads,
        })
    }
}
