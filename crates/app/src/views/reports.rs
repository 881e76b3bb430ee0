//! The year's reports: which there are, and what the system knew on the day that one was
//! decided. Nothing is copied: the page reads through the lens of that day.

use super::direction;
use super::element_links::{ElementPage, is_of_the_year};
use super::frame::{Basis, Found, Frame, VerdictMark, basis, body_name};
use super::judgement::{Judgement, judgements_told};
use super::notes::{self, NoteLine};
use super::tally::Tally;
use jiff::civil::Date;
use riktning_domain::assessments::{Scope, Subject};
use riktning_domain::notes::About;
use riktning_domain::published::{PublicModel, PublicReport, Thing};
use riktning_domain::reports::ReportOccasion;
use riktning_domain::rounds::Occasion;
use riktning_domain::{Names, Period, Published, Text};

/// A report in a list.
#[derive(Clone, Debug, PartialEq)]
pub struct ReportLine {
    /// About which year.
    pub year: i16,
    /// Which of the year's reports.
    pub occasion: ReportOccasion,
    /// The day that it is about.
    pub cut_off: Date,
    /// The day on which it was decided or published: what `?per=` takes.
    pub on: Date,
    /// Whose it is, if not the whole municipality's: name and address.
    pub body: Option<(Names, String)>,
    /// What it rests on.
    pub basis: Basis,
}

/// One of the things that a reader of a report should know first.
#[derive(Clone, Debug, PartialEq)]
pub struct MessageLine {
    /// The finding.
    pub title: Text,
    /// What it is.
    pub text: Text,
    /// The goal that it is about: what it says and its page.
    pub goal: Option<(Text, ElementPage)>,
}

impl MessageLine {
    /// The key messages of a report, as residents see them on the day.
    pub(crate) fn all(p: Published<'_>, report: &PublicReport<'_>) -> Vec<MessageLine> {
        let messages = report.record.messages.iter().map(|message| {
            let goal = message.about.and_then(|id| p.element(id));
            MessageLine {
                title: message.title.clone(),
                text: message.text.clone(),
                goal: goal.and_then(|goal| Some((goal.text().clone(), ElementPage::of(p, &goal)?))),
            }
        });
        messages.collect()
    }
}

/// What the list of reports knows.
#[derive(Clone, Debug, PartialEq)]
pub struct Reports {
    /// What every page knows.
    pub frame: Frame,
    /// The whole municipality's, the latest first.
    pub whole: Vec<ReportLine>,
    /// The bodies' own, the latest first.
    pub own: Vec<ReportLine>,
    /// What sources say of the reports of each year.
    pub notes: Vec<NoteLine>,
}

/// What the page of a report knows.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    /// What every page knows.
    pub frame: Frame,
    /// Which report, and what it rests on.
    pub line: ReportLine,
    /// The day on which what was filed of it was last corrected.
    pub corrected: Option<Date>,
    /// What it says in a few sentences.
    pub summary: Option<Text>,
    /// What a reader should know first.
    pub messages: Vec<MessageLine>,
    /// The public address of the document.
    pub address: Option<Text>,
    /// How the goals were judged at the report's cut-off, counted.
    pub tally: Tally,
    /// The goals, each with its verdict at the cut-off.
    pub goals: Vec<GoalLine>,
    /// The year's commitments and orders as of the day, counted.
    pub commitments: Tally,
    /// What was judged of the balance by the day, at this cut-off.
    pub balance: Vec<Judgement>,
    /// What was judged of good financial management, municipality before group.
    pub financial_management: Vec<(Scope, Judgement)>,
}

/// A goal in a report.
#[derive(Clone, Debug, PartialEq)]
pub struct GoalLine {
    /// What it says.
    pub title: Text,
    /// Its page.
    pub page: Option<ElementPage>,
    /// The verdict at the cut-off, and why.
    pub verdict: Option<(VerdictMark, Text)>,
}

/// A report before it was decided.
#[derive(Clone, Debug, PartialEq)]
pub struct ReportNotYet {
    /// What every page knows.
    pub frame: Frame,
    /// Which report.
    pub line: ReportLine,
}

impl ReportLine {
    pub(crate) fn of(p: Published<'_>, report: &PublicReport<'_>) -> ReportLine {
        let record = report.record;
        ReportLine {
            year: record.year,
            occasion: record.occasion,
            cut_off: record.cut_off,
            on: report.on,
            body: record.body.and_then(|id| body_name(p, id)),
            basis: basis(p, record.basis),
        }
    }
}

impl Reports {
    /// The reports that had been decided by the day.
    pub fn of(p: Published<'_>) -> Reports {
        let reports = p.reports();
        let (whole, own): (Vec<_>, Vec<_>) = reports
            .iter()
            .partition(|report| report.record.body.is_none());
        let lines = |reports: Vec<&PublicReport<'_>>| {
            let lines = reports.into_iter().map(|report| ReportLine::of(p, report));
            lines.collect()
        };
        Reports {
            frame: Frame::of(p),
            whole: lines(whole),
            own: lines(own),
            notes: notes::about(p, About::Reports),
        }
    }
}

impl Report {
    /// The whole municipality's report of an occasion.
    pub fn of(
        p: Published<'_>,
        year: i16,
        occasion: ReportOccasion,
    ) -> Found<Report, ReportNotYet> {
        let Some(report) = p.report(year, occasion) else {
            let today = p.as_of_today();
            let later = today.report(year, occasion);
            return later.map_or(Found::Nowhere, |report| {
                Found::NotYet(ReportNotYet {
                    frame: Frame::of(p),
                    line: ReportLine::of(today, &report),
                })
            });
        };
        let record = report.record;
        let then = p.on(report.on);
        let goals = goals(then, record.cut_off);
        let marks = goals.iter().map(|goal| {
            let verdict = goal.verdict.as_ref();
            verdict.map(|(mark, _)| mark.counted())
        });
        let at_cut_off = |subject| {
            let mut all = judgements_told(then, p, subject);
            all.retain(|judgement| judgement.cut_off == record.cut_off);
            all
        };
        let scopes = [Scope::Municipality, Scope::Group].into_iter();
        Found::Here(Report {
            frame: Frame::about(p, [Thing::Report(record.report)]),
            line: ReportLine::of(p, &report),
            corrected: report.corrected,
            summary: record.summary.clone(),
            messages: MessageLine::all(then, &report),
            address: record.address.clone(),
            tally: Tally::of_marks(marks),
            goals,
            commitments: commitments(then, record.cut_off),
            balance: at_cut_off(Subject::Whole),
            financial_management: scopes
                .flat_map(|scope| {
                    let judged = at_cut_off(Subject::FinancialManagement(scope)).into_iter();
                    judged.map(move |judgement| (scope, judgement))
                })
                .collect(),
        })
    }
}

/// The goals of the direction that the cut-off is governed by, each with what was judged of it
/// at that cut-off.
fn goals(p: Published<'_>, cut_off: Date) -> Vec<GoalLine> {
    let model = governing(p, cut_off);
    let goals = model.map(|model| direction::goals(p, &model));
    let lines = goals.into_iter().flatten().map(|goal| {
        let judged = p.assessments(Subject::Element(goal.id()));
        let mut at = judged
            .into_iter()
            .filter(|a| a.leads && a.round.cut_off == cut_off);
        let verdict = at.next().and_then(|a| {
            let is_final = a.round.occasion == Occasion::Annual;
            let model = goal.model().definition;
            let mark = VerdictMark::of(model, a.verdict.for_year, is_final)?;
            Some((mark, a.verdict.reason.clone()))
        });
        GoalLine {
            title: goal.text().clone(),
            page: ElementPage::of(p, &goal),
            verdict,
        }
    });
    lines.collect()
}

/// The model whose period holds the cut-off.
fn governing<'a>(p: Published<'a>, cut_off: Date) -> Option<PublicModel<'a>> {
    let mut models = p.models().into_iter();
    models.find(|m| m.definition.period.contains(cut_off))
}

fn commitments(p: Published<'_>, cut_off: Date) -> Tally {
    let period = Period::Year(cut_off.year());
    let model = governing(p, cut_off);
    let all: Vec<_> = model
        .iter()
        .flat_map(|m| p.elements_for(m.id, period, |l| is_of_the_year(l.purpose)))
        .filter(|e| e.withdrawn().is_none())
        .collect();
    Tally::of(p, &all)
}
