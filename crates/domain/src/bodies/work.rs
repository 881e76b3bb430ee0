//! The work that was given to a body: what keeps it from ending too early.

use crate::elements::{Addressed, Wording};
use crate::ids::BodyId;
use crate::refusal::Fact;
use crate::state::State;
use jiff::civil::Date;

/// What the rules ask.
impl State {
    /// The first day after `last_day` on which work was given to a body.
    ///
    /// Reads everything: a body ends once in many years, and an index of all that can be
    /// given to it would have to be kept right by every module.
    pub(crate) fn first_work_after(&self, body: BodyId, last_day: Date) -> Option<(Date, Fact)> {
        let elements = self.elements.values().flat_map(|element| {
            let gives = |wording: &Wording| {
                wording.owner == Some(body)
                    || matches!(&wording.addressed_to, Addressed::To(all) if all.contains(&body))
            };
            let drafted = element.drafts.entries().iter();
            let drafted = drafted.filter(move |e| gives(&e.value.1)).map(|e| e.on);
            let adopted = element.adopted.entries().iter().filter(move |e| {
                let wording = element.wording(e.value.wording);
                wording.is_some_and(|wording| gives(wording))
            });
            let given = element.transfers.entries().iter();
            let given = given.filter(move |e| e.value.0 == body).map(|e| e.on);
            drafted.chain(adopted.map(|e| e.on)).chain(given)
        });
        let plans = self.plans.values().filter(|plan| plan.body == body);
        let plans = plans.flat_map(|plan| plan.stages.entries().first().map(|e| e.on));
        let judged = self.assessments.values();
        let judged = judged.filter(|assessment| assessment.body == Some(body));
        let judged = judged.flat_map(|a| a.versions.entries().iter().map(|e| e.on));
        let topics = self.topics.values().flat_map(|topic| {
            let described = topic.descriptions.entries().iter();
            described
                .filter(|e| e.value.1.owner == Some(body))
                .map(|e| e.on)
        });
        let indicators = self.indicators.values().flat_map(|indicator| {
            let defined = indicator.definitions.entries().iter();
            defined
                .filter(|e| e.value.1.responsible == Some(body))
                .map(|e| e.on)
        });
        let work = elements
            .chain(plans)
            .chain(judged)
            .chain(topics)
            .chain(indicators)
            .chain(self.document_duties(body))
            .chain(self.directive_days(body));
        // What was granted for a year to come, before the end was thought of, is money that somebody
        // has to move; what was granted after the last day was granted to nobody.
        // What is taken back of it after the last day is not given.
        let end = self.bodies.get(&body).and_then(|b| b.ends.at(Date::MAX));
        let ended = |year: i16| end.is_some_and(|end| end.last_day.year() < year);
        let frames = self.frame_entries.values();
        let frames = frames.filter(|entry| entry.record.body == body && !ended(entry.record.year));
        let work = work.chain(frames.map(|entry| entry.on));
        let decided = self.decided_by.get(&body).into_iter().flatten();
        let decided = decided
            .filter_map(|id| self.decisions.get(id))
            .map(|d| d.on);
        work.map(|day| (day, Fact::WorkGiven))
            .chain(decided.map(|day| (day, Fact::Decision)))
            .filter(|(day, _)| *day > last_day)
            .min()
    }
}
