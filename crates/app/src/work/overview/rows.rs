//! The rows of one body in a round: what each says once it has been handed in, for whoever may read it. Of what
//! has not, nothing but how many there are.

use super::BodyStanding;
use crate::work::WorkFrame;
use crate::work::reporting::{BodyReport, ReportRow, RowState};
use jiff::civil::Date;
use riktning_domain::ids::RoundId;
use riktning_domain::{Inside, Names, Slug};

/// The rows of a body in a round.
#[derive(Clone, Debug, PartialEq)]
pub struct BodyRows {
    /// What stands around the page.
    pub frame: WorkFrame,
    /// Which round.
    pub round: RoundId,
    /// What it is called.
    pub names: Names,
    /// The day it is.
    pub today: Date,
    /// How far the body has come.
    pub standing: BodyStanding,
    /// The rows, in the order of their numbers. What has not been handed in, and what whoever looks may not
    /// read, says nothing.
    pub rows: Vec<ReportRow>,
    /// Whether they may remind those who are missing.
    pub reminds: bool,
}

/// How far a row has come, as whoever looks may know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowGroup {
    /// It is decided.
    Decided,
    /// It is approved and waits for its decision.
    Approved,
    /// It is handed in and waits to be looked at.
    HandedIn,
    /// It is not handed in, or not theirs to read.
    Unread,
}

impl RowGroup {
    /// Every group, those that have come furthest first.
    pub const ALL: [RowGroup; 4] = [
        RowGroup::Decided,
        RowGroup::Approved,
        RowGroup::HandedIn,
        RowGroup::Unread,
    ];

    fn of(row: &ReportRow) -> RowGroup {
        match row.said.as_ref().map(|said| &said.state) {
            Some(RowState::Decided) => RowGroup::Decided,
            Some(RowState::Approved) => RowGroup::Approved,
            Some(RowState::HandedIn | RowState::Reviewed) => RowGroup::HandedIn,
            Some(RowState::Draft | RowState::SentBack(_)) | None => RowGroup::Unread,
        }
    }
}

impl BodyRows {
    /// The rows of the body with an address; none where it is asked for nothing in the round, or for whoever
    /// has no overview of it.
    pub fn of(i: Inside<'_>, id: RoundId, slug: &str) -> Option<BodyRows> {
        let round = i.round(id).filter(|round| round.takes_reports(i.today()))?;
        let known = i.published().body_at(&Slug::parse(slug)?)?;
        let standing = BodyStanding::of(i, &round, &known)?;
        let mut rows = BodyReport::of(i, id, known.id)?.rows;
        for row in &mut rows {
            // Whoever writes there reads their drafts in the form, and nobody reads them here.
            if RowGroup::of(row) == RowGroup::Unread {
                row.said = None;
            }
        }
        Some(BodyRows {
            frame: WorkFrame::of(i),
            round: id,
            names: round.said.names.clone(),
            today: i.today(),
            standing,
            rows,
            reminds: i.sets_rounds(),
        })
    }

    /// The rows of a group.
    pub fn rows_in(&self, group: RowGroup) -> impl Iterator<Item = &ReportRow> {
        let rows = self.rows.iter();
        rows.filter(move |row| RowGroup::of(row) == group)
    }

    /// How many rows are handed in that are not theirs to read.
    pub fn unread(&self) -> usize {
        let read = self.rows.iter().filter(|row| row.said.is_some()).count();
        self.standing.counts.handed_in.saturating_sub(read)
    }
}
