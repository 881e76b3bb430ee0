//! Recording what a body decided of its report: over exactly the verdicts and the outcomes that were shown.

use super::{BodyReport, ReportRow, RowState};
use crate::app::App;
use crate::work::meeting::Meeting;
use crate::work::{ToRecord, WorkFrame, body};
use jiff::civil::Date;
use riktning_domain::decisions::{Act, Adoptable};
use riktning_domain::ids::{AssessmentId, BodyId, IndicatorId, PersonId, RoundId, WordingId};
use riktning_domain::indicators::{DecidedFigure, Unit};
use riktning_domain::permissions::Role;
use riktning_domain::{Inside, Names, Slug};

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
    /// The outcomes that are decided with them, by indicator.
    pub figures: Vec<FigureItem>,
    /// How many rows nobody has approved yet.
    pub left: usize,
}

/// The outcomes of an indicator that wait for their decision.
#[derive(Clone, Debug, PartialEq)]
pub struct FigureItem {
    /// Which indicator.
    pub indicator: IndicatorId,
    /// What it is called.
    pub names: Names,
    /// What it is counted in, and with how many decimals.
    pub unit: (Unit, u8),
    /// The figures, each as it stands.
    pub figures: Vec<DecidedFigure>,
}

impl FigureItem {
    fn all(i: Inside<'_>, of: BodyId) -> Vec<FigureItem> {
        let waiting = i.waiting_figures(of).into_iter();
        let items = waiting.filter_map(|(indicator, figures)| {
            let (_, known) = i.definition_before(indicator, u64::MAX)?;
            Some(FigureItem {
                indicator,
                names: known.names.clone(),
                unit: (known.unit.clone(), known.decimals),
                figures,
            })
        });
        items.collect()
    }
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
    /// The outcomes that were chosen, as the form showed them.
    pub figures: Vec<(IndicatorId, Vec<DecidedFigure>)>,
}

impl ReportRecording {
    /// What the decision does.
    fn acts(&self) -> Vec<Act> {
        let verdicts = self.seen.iter();
        let verdicts =
            verdicts.map(|(id, version)| Act::Adopt(Adoptable::Assessment(*id), *version));
        let figures = self.figures.iter();
        let figures = figures.map(|(id, figures)| Act::DecideFigures(*id, figures.clone()));
        verdicts.chain(figures).collect()
    }
}

/// The bodies whose approved rows wait for a decision that somebody records.
/// Outcomes wait under the latest round alone.
pub(super) fn waiting(i: Inside<'_>, id: RoundId, is_latest: bool) -> Vec<(Names, String, usize)> {
    let registrars = i.holds(Role::Registrar);
    let p = i.published();
    let decided = |body| registrars.iter().any(|r| i.decides_for(*r, body));
    let bodies = p.bodies().map(|body| body.id).filter(|body| decided(*body));
    let waits = bodies.filter_map(|of| {
        let counts = i.report_counts(id, of);
        let figures = match is_latest {
            true => i.waiting_figures(of),
            false => Vec::new(),
        };
        let figures = figures.iter().map(|(_, of)| of.len()).sum::<usize>();
        let waits = counts.approved - counts.decided + figures;
        let (names, slug) = body(p, of).filter(|_| waits > 0)?;
        Some((names, slug, waits))
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
        let (items, figures) = (items(&report), FigureItem::all(i, of));
        if deciders.is_empty() || (items.is_empty() && figures.is_empty()) {
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
            figures,
            left,
        })
    }
}

impl ReportDecision {
    /// Whether this is what the form showed that was sent: every verdict, and the outcomes that were chosen.
    fn shows(&self, recording: &ReportRecording) -> bool {
        let items = self.items.iter();
        let verdicts = items.map(|item| (item.assessment, item.version));
        let is_shown = |(id, figures): &(IndicatorId, Vec<DecidedFigure>)| {
            let mut items = self.figures.iter();
            items.any(|item| item.indicator == *id && item.figures == *figures)
        };
        verdicts.eq(recording.seen.iter().copied()) && recording.figures.iter().all(is_shown)
    }
}

impl App {
    /// Records what a body decided of its report: it publishes the verdicts and the outcomes.
    pub async fn record_report(&self, person: PersonId, recording: ReportRecording) -> ToRecord {
        let id = recording.meeting.id();
        let key = recording.meeting.key.to_string();
        let acts = recording.acts();
        let wanted = self.inside(person, |i, _| {
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
            if !form.shows(&recording) {
                return Err(ToRecord::Changed);
            }
            Ok(recording
                .meeting
                .record(recording.decided_by, acts, Vec::new()))
        });
        match wanted {
            Ok(record) => self.record_seen(person, record, key).await,
            Err(answer) => answer,
        }
    }
}
