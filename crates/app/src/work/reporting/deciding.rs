//! Recording what a body decided of its report: over exactly the verdicts that were shown.

use super::{BodyReport, ReportRow, RowState};
use crate::app::{App, Unperformed};
use crate::work::meeting::Meeting;
use crate::work::{ToRecord, WorkFrame, body};
use jiff::civil::Date;
use riktning_domain::command::Command;
use riktning_domain::decisions::{Act, Adoptable};
use riktning_domain::ids::{AssessmentId, BodyId, PersonId, RoundId, WordingId};
use riktning_domain::permissions::{Role, User};
use riktning_domain::{Inside, Names, Refusal, Slug};

/// The form in which the decision over a body's report is recorded.
#[derive(Clone, Debug, PartialEq)]
pub struct ReportDecision {
    /// What stands around the page.
    pub frame: WorkFrame,
    /// Whose report: name and address.
    pub body: (Names, String),
    /// Which round.
    pub round: RoundId,
    /// What it is called.
    pub names: Names,
    /// The day that everything is about: no meeting decided it before.
    pub cut_off: Date,
    /// The day it is: no meeting was later.
    pub today: Date,
    /// The bodies that may have decided and whose registrar the person is.
    pub deciders: Vec<(BodyId, Names)>,
    /// What is decided: every verdict that is approved.
    pub items: Vec<JudgedItem>,
    /// How many rows nobody has approved yet.
    pub left: usize,
}

/// A verdict that is decided.
#[derive(Clone, Debug, PartialEq)]
pub struct JudgedItem {
    /// Which assessment.
    pub assessment: AssessmentId,
    /// By which version.
    pub version: WordingId,
    /// The row, with what is said of it.
    pub row: ReportRow,
}

/// The form of the decision, as it was sent.
#[derive(Clone, Debug)]
pub struct ReportRecording {
    /// In which round.
    pub round: RoundId,
    /// Whose report, by its address.
    pub body: String,
    /// Who decided.
    pub decided_by: BodyId,
    /// When and by what right.
    pub meeting: Meeting,
    /// The verdicts that the form showed.
    pub seen: Vec<(AssessmentId, WordingId)>,
}

/// The bodies whose approved rows wait for a decision that somebody records.
pub(super) fn waiting(i: Inside<'_>, id: RoundId) -> Vec<(Names, String, usize)> {
    let registrars = i.holds(Role::Registrar);
    let p = i.published();
    let decided = |body| registrars.iter().any(|r| i.decides_for(*r, body));
    let bodies = p.bodies().map(|body| body.id).filter(|body| decided(*body));
    let waits = bodies.filter_map(|of| {
        let counts = i.report_counts(id, of);
        let approved = counts.approved - counts.decided;
        let (names, slug) = body(p, of).filter(|_| approved > 0)?;
        Some((names, slug, approved))
    });
    waits.collect()
}

fn items(report: &BodyReport) -> Vec<JudgedItem> {
    let rows = report.rows.iter();
    let approved = rows.filter_map(|row| {
        let said = row.said.as_ref()?;
        (said.state == RowState::Approved).then(|| JudgedItem {
            assessment: said.assessment,
            version: said.version,
            row: row.clone(),
        })
    });
    approved.collect()
}

impl ReportDecision {
    /// The form for a body's report in a round; none where nothing waits for somebody to record.
    pub fn of(i: Inside<'_>, id: RoundId, slug: &str) -> Option<ReportDecision> {
        let p = i.published();
        let of = p.body_at(&Slug::parse(slug)?)?.id;
        let round = i.round(id).filter(|round| round.takes_reports(i.today()))?;
        let report = BodyReport::of(i, id, of)?;
        let recorded = i.holds(Role::Registrar).into_iter();
        let mut deciders: Vec<_> = recorded
            .filter(|registrar| i.decides_for(*registrar, of))
            .filter_map(|registrar| Some((registrar, body(p, registrar)?.0)))
            .collect();
        // The body's own decision comes before that of who stands above it.
        deciders.sort_by_key(|(registrar, _)| (*registrar != of, *registrar));
        let items = items(&report);
        if deciders.is_empty() || items.is_empty() {
            return None;
        }
        let decided = |row: &&ReportRow| {
            let state = row.said.as_ref().map(|said| &said.state);
            matches!(state, Some(RowState::Approved | RowState::Decided))
        };
        let left = report.rows.len() - report.rows.iter().filter(decided).count();
        Some(ReportDecision {
            frame: WorkFrame::of(i),
            body: report.body,
            round: id,
            names: round.said.names.clone(),
            cut_off: round.said.cut_off,
            today: i.today(),
            deciders,
            items,
            left,
        })
    }
}

impl App {
    /// Records what a body decided of its report: it publishes the verdicts.
    pub async fn record_report(&self, person: PersonId, recording: ReportRecording) -> ToRecord {
        let id = recording.meeting.id();
        let key = recording.meeting.key.to_string();
        let acts = |seen: &[(AssessmentId, WordingId)]| {
            let acts = seen.iter();
            acts.map(|(id, version)| Act::Adopt(Adoptable::Assessment(*id), *version))
                .collect::<Vec<_>>()
        };
        let wanted = self.inside(person, |i, _| {
            let acts = acts(&recording.seen);
            if let Some(recorded) = i.recorded(id) {
                // The same form sent twice is the same decision.
                let said = recording
                    .meeting
                    .is_of(recording.decided_by, recorded.record);
                return Err(match said && recorded.record.acts == acts {
                    true => ToRecord::Recorded,
                    false => ToRecord::Changed,
                });
            }
            let form = ReportDecision::of(i, recording.round, &recording.body);
            let form = form.ok_or(ToRecord::Nowhere)?;
            let there = form
                .items
                .iter()
                .map(|item| (item.assessment, item.version));
            if !there.eq(recording.seen.iter().copied()) {
                return Err(ToRecord::Changed);
            }
            Ok(recording
                .meeting
                .record(recording.decided_by, acts, Vec::new()))
        });
        let command = match wanted {
            Ok(command) => Command::RecordDecision(command),
            Err(answer) => return answer,
        };
        let performed = self.perform_all(User::Person(person), vec![command], Some(key));
        match performed.await {
            Ok(_) => ToRecord::Recorded,
            Err(Unperformed::Refused { refusal, .. }) => match refusal {
                Refusal::WordingChanged { .. } => ToRecord::Changed,
                Refusal::NotPermitted => ToRecord::Nowhere,
                refusal => ToRecord::Refused(refusal),
            },
            Err(Unperformed::Store(riktning_store::StoreError::TokenReused { .. })) => {
                ToRecord::Changed
            }
            Err(error) => ToRecord::Unperformed(error),
        }
    }
}
