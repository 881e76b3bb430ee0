//! What has become of an element, and how it was judged.

use crate::views::corrected::Corrected;
use crate::views::frame::{Basis, DecisionRef, VerdictMark, basis, body_name, decision_ref};
use jiff::civil::Date;
use riktning_domain::assessments::Subject;
use riktning_domain::published::PublicElement;
use riktning_domain::rounds::Occasion;
use riktning_domain::{Figure, Names, Published, Text};

/// What has become of a published element.
#[derive(Clone, Debug, PartialEq)]
pub enum Standing {
    /// It stands, and its period holds the day.
    InForce,
    /// It stands, but its period has not begun.
    ToCome,
    /// Its period is over.
    PeriodOver,
    /// A decision withdrew it: struck out, with the decision.
    Withdrawn(DecisionRef),
    /// A decision closed it.
    Closed(DecisionRef),
}

/// A decided verdict.
#[derive(Clone, Debug, PartialEq)]
pub struct Verdict {
    /// The occasion: "Delårsrapport 2, 2018".
    pub round: Names,
    /// The day that the figures and texts are about.
    pub cut_off: Date,
    /// Whether that day lies after the period.
    pub is_after_period: bool,
    /// For the year.
    pub for_year: VerdictMark,
    /// How it went so far, where the year was thought to end otherwise.
    pub so_far: Option<VerdictMark>,
    /// To the end of the goal period.
    pub to_period_end: Option<VerdictMark>,
    /// Whether the words are final ("Uppfyllt") or a forecast ("Nås").
    pub is_final: bool,
    /// How much had been reached of what was promised in a figure.
    pub outcome: Option<Figure>,
    /// Why.
    pub reason: Text,
    /// What happened; why; what it means and for whom; what we do now.
    pub texts: [Option<Text>; 4],
    /// What was put right in it, if anything was.
    pub corrected: Option<Corrected>,
    /// The body that judged: name and address. `None` if the source does not say.
    pub judged_by: Option<(Names, String)>,
    /// What it was decided by, or found in.
    pub basis: Basis,
    /// The day to ask for to see the page as it was.
    pub see: Date,
}

impl Standing {
    pub(crate) fn of(p: Published<'_>, element: &PublicElement<'_>) -> Standing {
        let withdrawn = element.withdrawn().and_then(|id| decision_ref(p, id));
        let closed = element.closed().and_then(|id| decision_ref(p, id));
        match (withdrawn, closed) {
            (Some(decision), _) => Standing::Withdrawn(decision),
            (None, Some(decision)) => Standing::Closed(decision),
            (None, None) if element.period().last_day() < p.day() => Standing::PeriodOver,
            (None, None) if element.period().first_day() > p.day() => Standing::ToCome,
            (None, None) => Standing::InForce,
        }
    }
}

impl Verdict {
    /// The verdicts that lead, or those that are other bodies' views, the latest first.
    pub(crate) fn all(p: Published<'_>, goal: &PublicElement<'_>, leads: bool) -> Vec<Verdict> {
        let model = goal.model().definition;
        let assessments = p.assessments(Subject::Element(goal.id()));
        let wanted = assessments.iter().filter(|a| a.leads == leads);
        let verdicts = wanted.filter_map(|assessment| {
            let is_final = assessment.round.occasion == Occasion::Annual;
            let verdict = assessment.verdict;
            let mark = |value| VerdictMark::of(model, value, is_final);
            // To the end of the period is a forecast even in the annual report, unless the
            // year is the last of the period.
            let ends = assessment.round.cut_off >= model.period.last_day();
            let to_end = |value| VerdictMark::of(model, value, is_final && ends);
            Some(Verdict {
                round: assessment.round.names.clone(),
                cut_off: assessment.round.cut_off,
                is_after_period: assessment.is_after_period,
                for_year: mark(verdict.for_year)?,
                so_far: verdict.so_far.and_then(mark),
                to_period_end: verdict.to_period_end.and_then(to_end),
                is_final,
                outcome: verdict.outcome,
                reason: verdict.reason.clone(),
                texts: [
                    verdict.happened.clone(),
                    verdict.cause.clone(),
                    verdict.meaning.clone(),
                    verdict.now.clone(),
                ],
                corrected: Corrected::of(assessment, Some(model), is_final),
                judged_by: assessment.body.and_then(|id| body_name(p, id)),
                basis: basis(p, assessment.basis),
                see: assessment.on,
            })
        });
        verdicts.collect()
    }
}
