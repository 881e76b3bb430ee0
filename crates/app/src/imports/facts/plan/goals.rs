//! Goals, each in the wording that its source gives, with a thread to the vision.

use super::super::directions::{GoalIn, PeriodIn};
use super::{Planner, Reason, Room};
use riktning_domain::decisions::{Adoptable, FindInSource};
use riktning_domain::elements::{
    Addressed, Continues, DraftElement, Origin, Placement, ProposeWording, Wording,
};
use riktning_domain::ids::{ElementId, SourceId, ThreadId};
use riktning_domain::indicators::Interpretation;
use riktning_domain::threads::{ThreadEnd, TieThread};
use riktning_domain::topics::Dimension;
use riktning_domain::{Command, Dated};

impl Planner<'_> {
    pub(super) fn goals(&mut self) {
        let mut goals: Vec<(&GoalIn, &PeriodIn)> = self
            .facts
            .goals
            .iter()
            .filter_map(|g| Some((g, self.period_of(g)?)))
            .collect();
        goals.sort_by_key(|(goal, period)| (period.period, goal.id.clone()));
        for (goal, period) in goals {
            let first = period.period.first_day();
            let Some(source) = self.source_id(&goal.source) else {
                self.report(&goal.path, Reason::NoSource);
                continue;
            };
            if first > self.today {
                self.report(&goal.path, Reason::NotYet);
                continue;
            }
            let element = ElementId(self.id("goal", &goal.id));
            let wording = self.wording(goal, period, source);
            let wording_id = self.wording_id("goal", &goal.id, &wording);
            let known = self.state.on(self.today).proposal(element);
            let changed = known.is_some_and(|(_, known)| *known != wording);
            let since = if changed {
                Dated::day_known(self.today)
            } else {
                Dated::not_found(first)
            };
            let command = if changed {
                let since = Some(since);
                Command::ProposeWording(ProposeWording {
                    element,
                    wording_id,
                    wording,
                    instead_of: None,
                    slug: None,
                    since,
                })
            } else {
                let slug = match self.published.element(element) {
                    Some(known) => known.slug().clone(),
                    None => self.slug(Room::Goals(self.model(period)), &goal.name),
                };
                let (model, level) = (self.model(period), self.level(period));
                let since = Some(since);
                Command::DraftElement(DraftElement {
                    element,
                    model,
                    level,
                    slug,
                    wording_id,
                    wording,
                    since,
                })
            };
            self.add(&goal.path, command);
            let wordings = vec![(Adoptable::Element(element), wording_id)];
            self.add(
                &goal.path,
                Command::FindInSource(FindInSource {
                    source,
                    since,
                    wordings,
                }),
            );
            if let Some((on, vision)) = self
                .visions
                .iter()
                .rev()
                .find(|(on, _)| *on <= first)
                .copied()
            {
                let command = TieThread {
                    thread: ThreadId(self.id("thread", &format!("{}/{vision}", goal.id))),
                    from: element,
                    to: ThreadEnd::Vision(vision),
                    interpretation: Interpretation::Ours,
                    since: Some(Dated::not_found(first.max(on))),
                };
                self.add(&goal.path, Command::TieThread(command));
            }
        }
    }

    fn wording(&self, goal: &GoalIn, period: &PeriodIn, source: SourceId) -> Wording {
        let perspective = goal.perspective.as_ref().and_then(|id| {
            let perspective = self.facts.perspectives.iter().find(|p| p.id == *id)?;
            Some(Placement {
                topic: self.topic(Dimension::Perspective, &perspective.name),
                interpretation: Interpretation::Stated,
            })
        });
        // The goal of the nearest earlier period with the same name, which no source says is
        // the same goal.
        let same = self.facts.goals.iter().filter_map(|earlier| {
            let before = self.period_of(earlier)?;
            let same = earlier.name.to_lowercase() == goal.name.to_lowercase();
            (same && before.period < period.period).then_some((before.period, earlier))
        });
        let continues = same
            .max_by_key(|(period, _)| *period)
            .map(|(_, earlier)| Continues {
                element: ElementId(self.id("goal", &earlier.id)),
                interpretation: Interpretation::Ours,
            });
        Wording {
            text: goal.name.as_str().into(),
            description: None,
            why: None,
            owner: None,
            owner_in_words: None,
            addressed_to: Addressed::None,
            role: None,
            person: None,
            period: period.period,
            topics: perspective.into_iter().collect(),
            quantity: None,
            condition: None,
            clear_anyway: None,
            if_not_kept: None,
            amount: None,
            due: None,
            origin: Origin::Own,
            continues,
            links: None,
            source: Some(source),
        }
    }
}
