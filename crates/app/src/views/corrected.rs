//! What was put right in a decided verdict: why, and what was decided before.

use super::frame::VerdictMark;
use jiff::civil::Date;
use riktning_domain::Text;
use riktning_domain::models::ModelDefinition;
use riktning_domain::published::PublicAssessment;

/// That a decided verdict was put right.
#[derive(Clone, Debug, PartialEq)]
pub struct Corrected {
    /// The day on which the correction was decided.
    pub on: Date,
    /// Why.
    pub why: Text,
    /// What was decided before, by its word and shape.
    pub before: Option<VerdictMark>,
    /// Why it was so.
    pub reason: Text,
}

impl Corrected {
    /// What was put right in a verdict, if anything was.
    pub(crate) fn of(
        assessment: &PublicAssessment<'_>,
        model: Option<&ModelDefinition>,
        is_final: bool,
    ) -> Option<Corrected> {
        let (why, before) = assessment.corrects?;
        Some(Corrected {
            on: assessment.on,
            why: why.clone(),
            before: model.and_then(|model| VerdictMark::of(model, before.for_year, is_final)),
            reason: before.reason.clone(),
        })
    }
}
