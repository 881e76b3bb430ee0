//! Saving what somebody reports, and sending it to be looked at: all of a form, or nothing.

use super::{LookedAfter, ReportPage, ReportRow, Shown, Turn, assessment_of, named};
use crate::app::{App, Unperformed};
use crate::work::derived;
use crate::work::looking::Looked;
use riktning_domain::assessments::{ProposeAssessment, Step, StepAssessment, Subject, Verdict};
use riktning_domain::command::Command;
use riktning_domain::ids::{BodyId, ElementId, PersonId, RoundId, WordingId};
use riktning_domain::{Inside, Refusal, Text};
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// The form of a report, as it was sent.
#[derive(Clone, Debug)]
pub struct Reporting {
    /// In which round.
    pub round: RoundId,
    /// The rows of which anything is said.
    pub rows: Vec<Reported>,
    /// What the form showed of each row: of two who write at once nobody goes over, or sends, what they have not
    /// seen.
    pub shown: BTreeMap<Subject, Shown>,
    /// Whether what is written is sent to be looked at.
    pub sends: bool,
    /// The rows of the link that they came by, if they did not sign in.
    pub by_link: Option<Vec<ElementId>>,
    /// The key of the form: the same again is the same.
    pub key: Uuid,
}

/// What is said of a row.
#[derive(Clone, Debug, PartialEq)]
pub struct Reported {
    /// What is judged.
    pub subject: Subject,
    /// What is said, in all its parts.
    pub verdict: Verdict,
    /// Why it puts right what is decided, where something is.
    pub corrects: Option<Text>,
}

/// What came of a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sent {
    /// How many rows say something else than before.
    pub saved: usize,
    /// How many were sent to be looked at.
    pub sent: usize,
}

/// Why nothing of a form was saved.
#[derive(Debug)]
pub enum Unreported {
    /// They report nothing in the round.
    Nowhere,
    /// Somebody else has written these rows since the form was shown.
    Changed(BTreeSet<Subject>),
    /// A rule refused a row.
    Refused(Subject, Refusal),
    /// It could not be written.
    Unperformed(Unperformed),
}

/// A row of a form, beside what stands.
struct Row<'a> {
    body: BodyId,
    stands: &'a ReportRow,
    said: Option<&'a Reported>,
}

impl Row<'_> {
    fn says_the_same(&self) -> bool {
        let stands = self.stands.said.as_ref().map(|stands| &stands.verdict);
        // What was proposed when it was written says nothing new of it.
        let bare = |said: &Verdict| Verdict {
            proposed: None,
            informed_by: Vec::new(),
            ..said.clone()
        };
        let stands = stands.map(bare);
        let why = self.stands.said.as_ref().and_then(|s| s.corrects.as_ref());
        self.said.is_none_or(|said| {
            let verdict = stands == Some(bare(&said.verdict));
            verdict && (self.stands.is_decided() || said.corrects.as_ref() == why)
        })
    }

    /// Whether it would go over words that its writer has not seen, or answer a question that they have not
    /// read, or change what waits for its decision.
    fn is_unseen(&self, reporting: &Reporting) -> bool {
        let (shown, stands) = (self.shown(reporting), self.stands.shown());
        let unread = stands.turn == Turn::SentBack && shown.turn != Turn::SentBack;
        let moved = shown.version != stands.version || unread || !self.stands.is_written();
        moved && !self.says_the_same()
    }

    fn shown(&self, reporting: &Reporting) -> Shown {
        let shown = reporting.shown.get(&self.stands.subject);
        shown.copied().unwrap_or_default()
    }

    /// Whether it goes with what is sent, though this form does not touch it: a draft that its page showed as it
    /// stands. What a colleague looks after and is still writing is theirs to send, and what was sent back is
    /// answered by whoever writes in it.
    fn is_sent_along(&self, reporting: &Reporting) -> bool {
        let stands = self.stands.shown();
        let is_draft = stands.version.is_some() && stands.turn == Turn::Written;
        let is_shown = self.shown(reporting).version == stands.version;
        is_draft && is_shown && self.stands.looked_after != LookedAfter::Anothers
    }

    /// Whether this very form has sent it already: whoever clicks twice is told the same twice.
    fn was_sent(&self, reporting: &Reporting) -> bool {
        let (shown, stands) = (self.shown(reporting), self.stands.shown());
        let own = Some(self.version(reporting));
        let is_of_form = stands.version == own || stands.version == shown.version;
        stands.turn == Turn::HandedIn && shown.turn != Turn::HandedIn && is_of_form
    }

    /// The verdict with what figures and parts proposed when it was written, and the indicators that spoke.
    fn judged(&self, said: &Verdict) -> Verdict {
        let proposed = self.stands.proposed.as_ref();
        let mut verdict = said.clone();
        verdict.proposed = proposed.and_then(|proposed| proposed.value);
        if let Some(proposed) = proposed.filter(|of| !of.informed_by.is_empty()) {
            verdict.informed_by.clone_from(&proposed.informed_by);
        }
        verdict
    }

    /// The version that a form makes of it: the same each time that it is sent.
    fn version(&self, reporting: &Reporting) -> WordingId {
        let of = format!("row/{}", named(self.stands.subject));
        WordingId(derived(reporting.key, &of))
    }

    /// The commands that save it, and then send it if it is to be sent.
    fn commands(&self, reporting: &Reporting) -> (Option<Command>, Option<Command>) {
        let subject = self.stands.subject;
        // One may stand that was not begun here.
        let stands = self.stands.said.as_ref().map(|said| said.assessment);
        let begun = || assessment_of(reporting.round, self.body, subject);
        let assessment = stands.unwrap_or_else(begun);
        let said = self.said.filter(|_| !self.says_the_same());
        let propose = said.map(|said| {
            Command::ProposeAssessment(ProposeAssessment {
                assessment,
                version: self.version(reporting),
                round: reporting.round,
                subject,
                body: Some(self.body),
                verdict: self.judged(&said.verdict),
                corrects: said.corrects.clone().filter(|_| self.stands.is_corrected()),
                since: None,
                by_link: reporting.by_link.is_some(),
            })
        });
        let sends = reporting.sends && (propose.is_some() || self.is_sent_along(reporting));
        let send = sends.then_some(Command::StepAssessment(StepAssessment {
            assessment,
            step: Step::HandedIn,
            by_link: reporting.by_link.is_some(),
        }));
        (propose, send)
    }
}

/// What a form asks for, with the element of each command.
fn look(i: Inside<'_>, reporting: &Reporting) -> Result<Looked<(Sent, Vec<Subject>)>, Unreported> {
    let page = ReportPage::of(i, reporting.round).ok_or(Unreported::Nowhere)?;
    let page = page.proposed(i);
    let page = match &reporting.by_link {
        Some(rows) => page.by_link(rows),
        None => page,
    };
    let said = |subject| reporting.rows.iter().find(|row| row.subject == subject);
    let rows = page.bodies.iter().flat_map(|of| {
        let rows = of.rows.iter();
        rows.map(move |stands| Row {
            body: of.id,
            said: said(stands.subject),
            stands,
        })
    });
    let rows: Vec<Row<'_>> = rows.collect();
    let there: BTreeSet<Subject> = rows.iter().map(|row| row.stands.subject).collect();
    if reporting
        .rows
        .iter()
        .any(|row| !there.contains(&row.subject))
    {
        return Err(Unreported::Nowhere);
    }
    let unseen = rows.iter().filter(|row| row.is_unseen(reporting));
    let unseen: BTreeSet<Subject> = unseen.map(|row| row.stands.subject).collect();
    if !unseen.is_empty() {
        return Err(Unreported::Changed(unseen));
    }
    let (mut commands, mut of) = (Vec::new(), Vec::new());
    let sent = rows.iter().filter(|row| row.was_sent(reporting)).count();
    let mut done = Sent { saved: 0, sent };
    for row in &rows {
        let (propose, send) = row.commands(reporting);
        done.saved += usize::from(propose.is_some());
        done.sent += usize::from(send.is_some());
        let both: Vec<Command> = propose.into_iter().chain(send).collect();
        of.extend(both.iter().map(|_| row.stands.subject));
        commands.extend(both);
    }
    Ok(match commands.is_empty() {
        true => Looked::Stands((done, of)),
        false => Looked::Asks(commands, (done, of)),
    })
}

impl App {
    /// Saves what somebody reports, and sends it where the form says so.
    ///
    /// # Errors
    /// [`Unreported`]; then nothing was stored.
    pub async fn report(
        &self,
        person: PersonId,
        reporting: &Reporting,
    ) -> Result<Sent, Unreported> {
        let failed = |(_, of): &(Sent, Vec<Subject>), error| match error {
            Unperformed::Refused {
                refusal: Refusal::NotPermitted,
                ..
            } => Unreported::Nowhere,
            Unperformed::Refused { place, refusal } => match of.get(place) {
                Some(element) => Unreported::Refused(*element, refusal),
                None => Unreported::Nowhere,
            },
            error => Unreported::Unperformed(error),
        };
        let done = self.perform_looked(person, |i, _| look(i, reporting), failed);
        Ok(done.await?.0)
    }
}
