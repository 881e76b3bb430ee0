//! What somebody is told of a round of follow-up: that it has opened, that its last day comes near, and
//! that it is over; and how long a link in such a letter holds.

use super::{Inside, InsideRound};
use crate::assessments::{Step, Subject};
use crate::ids::{BodyId, ElementId, RoundId};
use crate::permissions::Role;
use crate::rounds::OpenRound;
use jiff::ToSpan as _;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// How many days before a last day somebody is reminded of it, the nearest first.
const REMINDED: [i32; 2] = [3, 14];
/// For how many days that a round has opened, or a last day has passed, may still be said: whoever gets an
/// address later is not told of all that was.
const STILL: i32 = 7;
/// How many days after a last day whoever leads a body is told of what has not come in.
const ESCALATED: i32 = 3;
/// For how many days after the last one a report may come by a link. Whoever is later signs in.
const GRACE: i32 = 14;

/// A round of follow-up with the last day of a body.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct ReportDay {
    /// Which round.
    pub round: RoundId,
    /// Whose last day.
    pub body: BodyId,
    /// The last day.
    pub last: Date,
}

/// Why somebody is told of a round.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ToldOf {
    /// It has opened.
    Opened,
    /// So many days before its last day, at most.
    Near(i32),
    /// Its last day has passed.
    Late,
}

impl ToldOf {
    /// What it is called where it is kept that somebody was told: one name for as long as letters are.
    pub fn step(self) -> String {
        match self {
            ToldOf::Opened => "opened".to_owned(),
            ToldOf::Near(days) => format!("near-{days}"),
            ToldOf::Late => "late".to_owned(),
        }
    }
}

impl Inside<'_> {
    /// The rows that wait for a word of theirs in a round that takes reports: of the bodies for which they report,
    /// what has not been handed in, begun or not, or was sent back, and which no colleague looks after.
    pub fn rows_to_report(&self, round: RoundId) -> Vec<ElementId> {
        let bodies = self.holds(Role::Contributor).into_iter();
        let bodies: BTreeSet<BodyId> = bodies.collect();
        let rows = bodies
            .into_iter()
            .flat_map(|body| self.rows_to_report_for(round, body));
        rows.collect()
    }

    /// The same of one body.
    pub fn rows_to_report_for(&self, round: RoundId, body: BodyId) -> Vec<ElementId> {
        let takes = |known: &InsideRound<'_>| known.takes_reports(self.today);
        if self.round(round).filter(takes).is_none() {
            return Vec::new();
        }
        let rows = self.reported_rows(round, body).into_iter();
        let waits = rows.filter(|row| {
            let said = self.assessed(round, body, Subject::Element(row.id));
            let waits = said.is_none_or(|said| {
                !said.is_decided && matches!(said.step, None | Some(Step::SentBack(_)))
            });
            let looked_after = self.looked_after_by(row.id);
            waits && looked_after.is_none_or(|person| person == self.person())
        });
        waits.map(|row| row.id).collect()
    }

    /// The rounds of which they are to be told today, where rows wait for them.
    pub fn report_reminders(&self) -> Vec<(ReportDay, ToldOf)> {
        let days = self.report_days().into_iter();
        let near = days.filter_map(|day| {
            let told = self.told_of(&day)?;
            (!self.rows_to_report_for(day.round, day.body).is_empty()).then_some((day, told))
        });
        near.collect()
    }

    /// Whether a round still waits for their rows, by a last day that still stands.
    pub fn is_reminded_of_report(&self, day: &ReportDay) -> bool {
        let stands = self.report_days().contains(day) && self.today <= day.last + GRACE.days();
        stands && !self.rows_to_report_for(day.round, day.body).is_empty()
    }

    /// The bodies whose administration they lead, which have not handed in all by a last day that is some days
    /// past. Whoever writes there themselves has been told already.
    pub fn escalations(&self) -> Vec<ReportDay> {
        let led = self.holds(Role::Approver).into_iter();
        let own = self.holds(Role::Contributor);
        let led: BTreeSet<BodyId> = led.filter(|body| !own.contains(body)).collect();
        let days = self.days_of(&led).into_iter();
        days.filter(|day| self.is_silent_past(day)).collect()
    }

    /// Whether they are still told that a body which they lead has not handed in all.
    pub fn is_told_of_silence(&self, day: &ReportDay) -> bool {
        self.escalations().contains(day)
    }

    /// How many rows of a body have not been handed in.
    pub fn rows_missing(&self, day: &ReportDay) -> usize {
        let counts = self.report_counts(day.round, day.body);
        counts.rows.saturating_sub(counts.handed_in)
    }

    /// Whether a body is silent some days after its last day, and not so long after that it is old news.
    fn is_silent_past(&self, day: &ReportDay) -> bool {
        let past = (self.today - day.last).get_days();
        (ESCALATED..=ESCALATED + STILL).contains(&past) && self.rows_missing(day) > 0
    }

    /// Whether a link to a round may be used today: until the grace after the last day of every body for
    /// which they report in it.
    pub fn takes_links(&self, round: RoundId) -> bool {
        let days = self.report_days().into_iter();
        let mut own = days.filter(|day| day.round == round);
        own.any(|day| self.today <= day.last + GRACE.days())
    }

    /// The first last day of those of their bodies for which rows of a round wait.
    pub fn last_day_to_report(&self, round: RoundId) -> Option<Date> {
        let days = self.report_days().into_iter();
        let own = days.filter(|day| day.round == round);
        let waits = own.filter(|day| !self.rows_to_report_for(round, day.body).is_empty());
        waits.map(|day| day.last).min()
    }

    /// Why they are told of a round today.
    fn told_of(&self, day: &ReportDay) -> Option<ToldOf> {
        let left = (day.last - self.today).get_days();
        let opened = self.round(day.round)?.said.opens;
        let near = REMINDED.into_iter().find(|step| left <= *step);
        match near {
            _ if left < -STILL => None,
            _ if left < 0 => Some(ToldOf::Late),
            Some(step) => Some(ToldOf::Near(step)),
            None => {
                let since = (self.today - opened?).get_days();
                (since <= STILL).then_some(ToldOf::Opened)
            }
        }
    }

    /// The last days of open rounds of follow-up for the bodies for which they report.
    fn report_days(&self) -> Vec<ReportDay> {
        let own = self.holds(Role::Contributor).into_iter();
        self.days_of(&own.collect())
    }

    /// The last days of open rounds of follow-up for some bodies.
    fn days_of(&self, bodies: &BTreeSet<BodyId>) -> Vec<ReportDay> {
        let rounds = self.rounds().into_iter();
        let open = rounds.filter(|round| round.takes_reports(self.today));
        let days = open.flat_map(|round| {
            let days = bodies.iter();
            days.filter_map(move |body| self.report_day(*body, round.said))
        });
        days.collect()
    }

    fn report_day(&self, body: BodyId, round: &OpenRound) -> Option<ReportDay> {
        let kind = self.state.bodies.get(&body)?.kind;
        let last = round.deadline(kind)?;
        Some(ReportDay {
            round: round.round,
            body,
            last,
        })
    }
}
