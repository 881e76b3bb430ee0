//! Owner directives as whoever writes and decides them sees them: what binds the company, what
//! council has decided, and what is proposed beside it.

use super::{Inside, Standing};
use crate::decisions::Basis;
use crate::directives::DirectiveWording;
use crate::ids::{BodyId, DirectiveId, WordingId};
use crate::permissions::{User, may_read_directive};
use jiff::civil::Date;

/// An owner directive by the newest of its wordings that the person may read.
#[derive(Clone, Copy, Debug)]
pub struct InsideDirective<'a> {
    /// Which directive.
    pub id: DirectiveId,
    /// The company that it is for.
    pub company: BodyId,
    /// Which wording: what another is written instead of, and what council decides.
    pub wording_id: WordingId,
    /// What it says.
    pub wording: &'a DirectiveWording,
    /// The day from which it was there.
    pub since: Date,
    /// How it stands to what council has decided.
    pub standing: Standing,
    /// The day on which it was handed in to council.
    pub handed_in: Option<Date>,
    /// What council decided last.
    pub decided: Option<DecidedDirective<'a>>,
    /// What binds the company, and the day of the meeting that adopted it.
    pub bound: Option<(WordingId, &'a DirectiveWording, Date)>,
}

/// A wording of an owner directive that council has decided, or that a source gives.
#[derive(Clone, Copy, Debug)]
pub struct DecidedDirective<'a> {
    /// Which wording.
    pub wording_id: WordingId,
    /// What it says.
    pub wording: &'a DirectiveWording,
    /// The day of the decision.
    pub on: Date,
    /// Whether a source gives it, and does not say who decided.
    pub is_found: bool,
}

impl InsideDirective<'_> {
    /// Whether council has decided what no general meeting has adopted yet.
    pub fn waits_for_the_meeting(&self) -> bool {
        let bound = self.bound.map(|(id, ..)| id);
        let decided = self.decided.filter(|decided| !decided.is_found);
        decided.is_some_and(|decided| bound != Some(decided.wording_id))
    }
}

impl<'a> Inside<'a> {
    /// An owner directive, if they may read any wording of it.
    pub fn directive(&self, id: DirectiveId) -> Option<InsideDirective<'a>> {
        let directive = self.state.directives.get(&id)?;
        let reads = |wording| {
            let user = User::Person(self.person);
            may_read_directive(self.state, self.today, &user, id, wording)
        };
        let adoption = self.state.adoption_on(&directive.decided, self.today);
        let decided = adoption.filter(|entry| reads(entry.value.wording));
        let decided = decided.and_then(|entry| {
            Some(DecidedDirective {
                wording_id: entry.value.wording,
                wording: directive.wording(entry.value.wording)?,
                on: entry.on,
                is_found: matches!(entry.value.basis, Basis::Source(..)),
            })
        });
        let newest = self.state.newest_directive(directive, self.today)?;
        let shown = match reads(newest.value.0) {
            true => newest,
            false => {
                let decided = decided?.wording_id;
                let mut drafts = directive.drafts.entries().iter();
                drafts.find(|e| e.value.0 == decided)?
            }
        };
        let bound = self.state.bound_on(directive, self.today);
        let bound = bound.filter(|(wording, _)| reads(*wording));
        let bound = bound.and_then(|(wording, by)| {
            let mut entries = directive.bound.entries().iter();
            let entry = entries.find(|e| e.value == (wording, by))?;
            Some((wording, &**directive.wording(wording)?, entry.on))
        });
        Some(InsideDirective {
            id,
            company: directive.company,
            wording_id: shown.value.0,
            wording: &shown.value.1,
            since: shown.on,
            handed_in: directive.preparation.handed_in(shown.value.0),
            standing: match decided {
                None => Standing::Draft,
                Some(decided) if decided.wording_id == shown.value.0 => Standing::Adopted,
                Some(_) => Standing::Proposal,
            },
            decided,
            bound,
        })
    }

    /// A wording of an owner directive, if they may read it.
    pub fn directive_wording(
        &self,
        id: DirectiveId,
        wording: WordingId,
    ) -> Option<&'a DirectiveWording> {
        let user = User::Person(self.person);
        let may = may_read_directive(self.state, self.today, &user, id, wording);
        let directive = self.state.directives.get(&id).filter(|_| may)?;
        directive.wording(wording).map(|wording| &**wording)
    }

    /// The newest wording of an owner directive before an event, of those that they may read.
    pub fn directive_before(&self, id: DirectiveId, position: u64) -> Option<&'a DirectiveWording> {
        let directive = self.state.directives.get(&id)?;
        let written = directive.drafts.entries().iter();
        let mut written: Vec<_> = written.filter(|e| e.position < position).collect();
        written.sort_by_key(|e| std::cmp::Reverse(e.position));
        let mut written = written.into_iter();
        written.find_map(|e| self.directive_wording(id, e.value.0))
    }

    /// The wording of an owner directive that council had decided on a day, or, where it had decided
    /// none, the newest of that day that they may read.
    pub fn directive_on(&self, id: DirectiveId, day: Date) -> Option<&'a DirectiveWording> {
        let directive = self.state.directives.get(&id)?;
        let day = day.min(self.today);
        let decided = self.state.adoption_on(&directive.decided, day);
        let decided = decided.map(|entry| entry.value.wording);
        let written = directive.drafts.up_to(day).iter().rev().map(|e| e.value.0);
        let mut shown = decided.into_iter().chain(written);
        shown.find_map(|wording| self.directive_wording(id, wording))
    }

    /// The owner directives of which they may read anything.
    pub fn directives(&self) -> Vec<InsideDirective<'a>> {
        let all = self.state.directives.keys();
        all.filter_map(|id| self.directive(*id)).collect()
    }
}
