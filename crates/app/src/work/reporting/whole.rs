//! What is judged of the whole in a round, beside the rows: the balance, good financial management, and each
//! process or perspective. Nothing is counted together to a verdict: people judge, in words.

use super::{Judged, LastWord, LookedAfter, ReportRow, RowSaid, values};
use crate::work::rows::Details;
use riktning_domain::Inside;
use riktning_domain::assessments::Subject;
use riktning_domain::ids::{BodyId, RoundId, ScaleId};
use riktning_domain::inside::InsideRound;
use riktning_domain::models::{ModelDefinition, Purpose};
use riktning_domain::rounds::Occasion;

/// The scale by which the whole is judged: that of council's goals, which residents know.
fn scale(model: &ModelDefinition) -> Option<ScaleId> {
    let mut goals = model.levels.iter();
    let goals = goals.find(|level| level.purpose == Purpose::StrategicGoal);
    let first = || Some(model.scales.first()?.id);
    goals.and_then(|level| level.scale).or_else(first)
}

impl Judged {
    fn whole(i: Inside<'_>, subject: Subject) -> Option<Judged> {
        match subject {
            Subject::Whole => Some(Judged::Balance),
            Subject::FinancialManagement(scope) => Some(Judged::FinancialManagement(scope)),
            Subject::Topic(id) => {
                let topic = i.published().topic(id)?;
                Some(Judged::Topic(id, topic.names.clone()))
            }
            Subject::Element(_) | Subject::Indicator(_) => None,
        }
    }
}

impl ReportRow {
    /// A row about the whole; none where the model has no scale to judge by.
    pub(super) fn whole(
        i: Inside<'_>,
        (id, round, model): (RoundId, &InsideRound<'_>, &ModelDefinition),
        of: BodyId,
        subject: Subject,
    ) -> Option<ReportRow> {
        let is_final = round.said.occasion == Occasion::Annual;
        let scale = values(model, scale(model), is_final);
        let about = Judged::whole(i, subject).filter(|_| !scale.is_empty())?;
        let mut before = i.published().assessments(subject).into_iter();
        let before = before.find(|last| last.leads && last.round.cut_off < round.said.cut_off);
        Some(ReportRow {
            subject,
            about,
            details: Details::default(),
            is_promise: false,
            looked_after: LookedAfter::Nobodys,
            year: round.said.cut_off.year(),
            has_forecast: false,
            to_end: None,
            scale,
            is_sent_by_link: false,
            proposed: None,
            said: i.assessed(id, of, subject).map(|said| RowSaid::of(&said)),
            before: before.and_then(|last| LastWord::of(&last, model, round)),
            reached: Vec::new(),
            actions: Vec::new(),
            action_place: None,
            action_by: None,
        })
    }
}
