//! What figures and parts say of a row, told beside the form in which somebody judges it.

use super::{ReportPage, ReportRow};
use crate::views::chart::LevelToTarget;
use crate::views::goal::levels_of;
use crate::views::tally::{Counted, Tally};
use riktning_domain::Inside;
use riktning_domain::assessments::Subject;
use riktning_domain::evidence::{Evidence, of_outcome};
use riktning_domain::ids::{ElementId, IndicatorId, ScaleValueId};
use riktning_domain::indicators::Class;
use riktning_domain::inside::InsideRound;
use riktning_domain::models::{CountsAs, ModelDefinition};
use riktning_domain::published::PublicElement;
use riktning_domain::rounds::{Occasion, OpenRound};

/// What is proposed of a row, and on what it rests.
#[derive(Clone, Debug, PartialEq)]
pub struct VerdictProposal {
    /// The value of its scale; none where nothing is known.
    pub value: Option<ScaleValueId>,
    /// How its organisation indicators stand to their targets. Place indicators are never asked.
    pub indicators: Evidence,
    /// How what serves it goes in the round: of what is handed in or decided, and may be read.
    pub parts: Tally,
    /// What how much is reached says of what was promised.
    pub outcome: Option<CountsAs>,
    /// The indicators that stand somewhere to their target.
    pub informed_by: Vec<IndicatorId>,
}

/// How an element goes in a round, by what its body has sent and whoever looks may read, or by what is decided.
pub(in crate::work) fn counted(
    i: Inside<'_>,
    said: &OpenRound,
    model: &ModelDefinition,
    element: &PublicElement<'_>,
) -> Option<Counted> {
    let judge = element
        .owner()
        .and_then(|owner| i.judge_of(said.round, owner));
    let own = judge.and_then(|body| i.assessed(said.round, body, Subject::Element(element.id())));
    let sent = own.filter(|said| said.is_sent());
    let sent = sent.map(|said| said.verdict().for_year);
    let decided = || Some(i.published().word_at(element, said.round)?.verdict.for_year);
    let value = sent.or_else(decided)?;
    Some(Counted {
        counts_as: model.value(value)?.counts_as,
        is_final: said.occasion == Occasion::Annual,
    })
}

/// What serves an element in the year that a round is about and is judged.
fn parts<'a>(i: Inside<'a>, said: &OpenRound, id: ElementId) -> Vec<PublicElement<'a>> {
    let mut below = i.published().supported_by(id);
    below.retain(|part| {
        let is_judged = part.level().scale.is_some() && said.asks_of(part.level().id);
        is_judged && part.period().contains(said.cut_off) && !part.has_ended()
    });
    below
}

impl VerdictProposal {
    /// What is proposed of a row of a plan or a goal; none where there is nothing that could say anything.
    fn of(
        i: Inside<'_>,
        (round, model): (&InsideRound<'_>, &ModelDefinition),
        row: &ReportRow,
    ) -> Option<VerdictProposal> {
        let (p, said, id) = (i.published(), round.said, row.element()?);
        let element = p.element(id)?;
        let levels = levels_of(p, &element);
        let all = p.indicators_of(id).into_iter();
        let all = all.filter(|(of, _)| of.definition.class == Class::Organisation);
        let all = all.count();
        let of_levels = levels.iter().map(|(.., level)| match level {
            LevelToTarget::Better => CountsAs::Met,
            LevelToTarget::Near => CountsAs::Partly,
            LevelToTarget::Worse => CountsAs::NotMet,
        });
        let mut indicators: Evidence = of_levels.collect();
        indicators.unknown = all.saturating_sub(levels.len());
        let marks = parts(i, said, id).into_iter();
        let marks: Vec<_> = marks.map(|part| counted(i, said, model, &part)).collect();
        let outcome = row.outcome_says(said.occasion == Occasion::Annual);
        let of_parts = marks
            .iter()
            .map(|mark| mark.map_or(CountsAs::Unknown, |m| m.counts_as));
        let evidence: Evidence = of_parts.chain(outcome).collect();
        let evidence = evidence.and(indicators);
        (evidence.all() > 0).then(|| VerdictProposal {
            value: evidence.proposes().and_then(|counts| row.value_of(counts)),
            indicators,
            parts: Tally::of_marks(marks),
            outcome,
            informed_by: levels.iter().map(|(id, ..)| *id).collect(),
        })
    }
}

impl ReportRow {
    /// What how much is reached says, where the row has said it.
    fn outcome_says(&self, year_is_over: bool) -> Option<CountsAs> {
        let promised = self.details.quantity.as_ref()?;
        let outcome = self.said.as_ref()?.verdict.outcome?;
        of_outcome(promised, outcome, year_is_over)
    }

    /// The value of its scale that counts as something. Of several the nearest to the middle: what is on its
    /// way is not done.
    fn value_of(&self, counts: CountsAs) -> Option<ScaleValueId> {
        let mut scale = self.scale.iter().rev();
        let found = scale.find(|(_, mark)| mark.counts_as == counts);
        found.map(|(id, _)| *id)
    }
}

impl ReportPage {
    /// The same with what is proposed of each row. It is reckoned where somebody writes, and not where rows are
    /// counted.
    #[must_use]
    pub fn proposed(mut self, i: Inside<'_>) -> ReportPage {
        if let Some((round, model)) = super::open_round(i, self.round) {
            for row in self.bodies.iter_mut().flat_map(|of| &mut of.rows) {
                row.proposed = VerdictProposal::of(i, (&round, model), row);
            }
        }
        self
    }
}
