//! What somebody judged of the whole, in words: the balance, or good financial management.

use super::corrected::Corrected;
use super::frame::{Basis, VerdictMark, basis, body_name};
use jiff::civil::Date;
use riktning_domain::assessments::Subject;
use riktning_domain::bodies::BodyKind;
use riktning_domain::rounds::Occasion;
use riktning_domain::{Names, Published, Text};

/// A judgement with author, day and decision.
#[derive(Clone, Debug, PartialEq)]
pub struct Judgement {
    /// The verdict by its word and shape; the balance has none, since a value of a scale would
    /// be read as a grade.
    pub mark: Option<VerdictMark>,
    /// The body that judged: name and address.
    pub body: Option<(Names, String)>,
    /// Whether the auditors judged: theirs stands beside the others and is never merged.
    pub by_auditors: bool,
    /// The occasion.
    pub round: Names,
    /// The day that it is about.
    pub cut_off: Date,
    /// The day on which it was decided.
    pub on: Date,
    /// Why, what happened, what it means and what is done now.
    pub texts: Vec<Text>,
    /// What was put right in it, if anything was.
    pub corrected: Option<Corrected>,
    /// What decided it.
    pub basis: Basis,
}

/// The decided judgements of a subject, the latest cut-off first.
pub(crate) fn judgements(p: Published<'_>, subject: Subject) -> Vec<Judgement> {
    judgements_told(p, p, subject)
}

/// The same, told on another day than they are read: what was judged is of the one day, and what has
/// become of the decision since, its minutes approved, of the other.
pub(crate) fn judgements_told(
    p: Published<'_>,
    told: Published<'_>,
    subject: Subject,
) -> Vec<Judgement> {
    let judged = p.assessments(subject).into_iter();
    let mut all: Vec<_> = judged
        .map(|judged| {
            let (verdict, round) = (judged.verdict, judged.round);
            let is_final = round.occasion == Occasion::Annual;
            let model = p.model(round.model);
            let kind = judged.body.and_then(|id| p.body(id)).map(|b| b.kind());
            let more = [
                &verdict.happened,
                &verdict.cause,
                &verdict.meaning,
                &verdict.now,
            ];
            let more = more.into_iter().flatten().cloned();
            Judgement {
                mark: model
                    .filter(|_| subject != Subject::Whole)
                    .and_then(|m| VerdictMark::of(m.definition, verdict.for_year, is_final)),
                body: judged.body.and_then(|id| body_name(p, id)),
                by_auditors: kind == Some(BodyKind::Audit),
                round: round.names.clone(),
                cut_off: round.cut_off,
                on: judged.on,
                texts: [verdict.reason.clone()].into_iter().chain(more).collect(),
                corrected: Corrected::of(
                    &judged,
                    model
                        .filter(|_| subject != Subject::Whole)
                        .map(|m| m.definition),
                    is_final,
                ),
                basis: basis(told, judged.basis),
            }
        })
        .collect();
    all.sort_by_key(|j| std::cmp::Reverse((j.cut_off, j.on)));
    all
}
