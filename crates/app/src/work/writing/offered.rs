//! What the form of an element offers to choose, and what is chosen.

use super::{Choice, Choices, Links, Place};
use crate::ours::{of_dimension, ours};
use crate::work::plan::{in_hand, plans_of};
use crate::work::plan_time::PlanTime;
use jiff::civil::Date;
use riktning_domain::Names;
use riktning_domain::elements::Addressed;
use riktning_domain::ids::PersonId;
use riktning_domain::models::{Level, Purpose, Upward};
use riktning_domain::threads::ThreadEnd;
use riktning_domain::topics::Dimension;
use std::collections::BTreeSet;

impl Place<'_> {
    /// What can be chosen on the level, by what the model lets it support.
    pub(in crate::work) fn choices(&self) -> Vec<Choices> {
        let p = self.i.published();
        let model = self.i.planned_model(self.model);
        let supports = self.level.supports.iter();
        let kinds = supports.filter_map(|support| {
            let (names, options) = match support.upward {
                Upward::Level(id) => {
                    let level = model?.definition.level(id)?;
                    (level.names.clone(), self.elements_on(level))
                }
                Upward::Topic(dimension) => (of_dimension(dimension), self.topics(dimension)),
                Upward::Vision => {
                    let visions = p.visions().into_iter();
                    let visions = visions.map(|vision| Choice {
                        id: vision.id.0,
                        names: Names::swedish(vision.wording.title.clone()),
                        under: None,
                    });
                    (ours("work-choice-vision", &[]), visions.collect())
                }
            };
            Some(Choices {
                names,
                required: support.required,
                options,
            })
        });
        kinds.collect()
    }

    /// What it can stand under beside what its level supports, where there is any.
    pub(in crate::work) fn beside(&self) -> Vec<Choices> {
        let model = self.i.planned_model(self.model);
        let uses = |dimension| model.is_some_and(|model| model.definition.uses(dimension));
        let supported = |dimension| {
            let mut supports = self.level.supports.iter();
            supports.any(|support| support.upward == Upward::Topic(dimension))
        };
        let wanted = [
            (Dimension::TargetGroup, true),
            (Dimension::ValueCreated, uses(Dimension::ValueCreated)),
            (Dimension::Area, true),
            (Dimension::Agenda2030, true),
        ];
        let wanted = wanted
            .into_iter()
            .filter(|(dimension, is)| *is && !supported(*dimension));
        let kinds = wanted.map(|(dimension, _)| Choices {
            names: of_dimension(dimension),
            required: false,
            options: self.topics(dimension),
        });
        kinds.filter(|kind| !kind.options.is_empty()).collect()
    }

    /// All that can be chosen.
    pub(in crate::work) fn all_choices(&self) -> Vec<Choices> {
        let mut all = self.choices();
        all.extend(self.beside());
        all
    }

    /// The colleagues who can be responsible, and whoever is.
    pub(in crate::work) fn people(&self) -> Vec<PersonId> {
        let mut people = self.i.writers_at(self.body);
        let now = self.looked_after_by();
        people.extend(now.filter(|person| !people.contains(person)));
        people
    }

    /// Who is responsible now.
    pub(in crate::work) fn looked_after_by(&self) -> Option<PersonId> {
        self.i.looked_after_by(self.element?.id)
    }

    fn topics(&self, dimension: Dimension) -> Vec<Choice> {
        // What it stands under already is offered when it has ended, too: so that it can be taken away.
        let wording = self.element.as_ref().map(|element| element.wording);
        let stands = |id| wording.is_some_and(|w| w.topics.iter().any(|placed| placed.topic == id));
        let p = self.i.published();
        let topics = p.topics_from(dimension, Date::MIN).into_iter();
        let topics = topics.filter(|(id, topic)| topic.lasts(self.year.first_day()) || stands(*id));
        let topics = topics.map(|(id, topic)| Choice {
            id: id.0,
            names: topic.names.clone(),
            under: None,
        });
        topics.collect()
    }

    /// The elements on a level that can be supported: goals of the whole group, and for what is of
    /// the year, the body's own.
    fn elements_on(&self, level: &Level) -> Vec<Choice> {
        let p = self.i.published();
        let of_the_year = PlanTime::of(self.year).holds(level);
        let adopted = p.elements_where(self.model, |l, period| {
            l.id == level.id && (!of_the_year || self.year.covers(period))
        });
        let adopted = adopted.into_iter().filter(|element| {
            element.withdrawn().is_none()
                && element.closed().is_none()
                && (!of_the_year || element.owner() == Some(self.body))
        });
        let mut choices: Vec<Choice> = adopted
            .map(|element| Choice {
                id: element.id().0,
                names: Names::swedish(element.text().clone()),
                under: element.topics().iter().find_map(|placed| {
                    let topic = p.topic(placed.topic)?;
                    (topic.dimension == Dimension::Process).then(|| topic.names.clone())
                }),
            })
            .collect();
        if of_the_year && let Some(plan) = in_hand(&plans_of(self.i, self.body, self.year)) {
            let own = plan.elements().into_iter();
            let own = own.filter(|e| e.level.id == level.id);
            let new: Vec<_> = own
                .filter(|e| !choices.iter().any(|choice| choice.id == e.id.0))
                .collect();
            choices.extend(new.into_iter().map(|e| Choice {
                id: e.id.0,
                names: Names::swedish(e.wording.text.clone()),
                under: None,
            }));
        }
        let order = |c: &Choice| {
            let under = c.under.as_ref().map(|names| names.sv.clone());
            (under, c.names.sv.clone())
        };
        choices.sort_by_key(order);
        choices
    }

    pub(in crate::work) fn addressees(&self) -> Vec<Choice> {
        if self.level.purpose != Purpose::Assignment {
            return Vec::new();
        }
        let p = self.i.published();
        let bodies = p.bodies();
        let bodies = bodies
            .filter(|body| body.kind().takes_orders() && !body.has_ended() && body.id != self.body);
        let mut bodies: Vec<_> = bodies
            .map(|body| Choice {
                id: body.id.0,
                names: body.name.names.clone(),
                under: None,
            })
            .collect();
        bodies.sort_by(|a, b| a.names.sv.cmp(&b.names.sv));
        bodies
    }

    /// What is chosen now.
    pub(in crate::work) fn chosen(&self) -> Links {
        let Some(element) = &self.element else {
            return Links::default();
        };
        let tied = self.i.supports_by(element).into_iter();
        let tied = tied.filter_map(|(_, end)| match end {
            ThreadEnd::Element(id) => Some(id.0),
            ThreadEnd::Vision(id) => Some(id.0),
            ThreadEnd::Document(_) => None,
        });
        let placed = element.wording.topics.iter().map(|placed| placed.topic.0);
        let (addressed, to_all) = match &element.wording.addressed_to {
            Addressed::None => (BTreeSet::new(), false),
            // Whoever has come in the place of one that is no more has its order.
            Addressed::To(bodies) => {
                let there = bodies.iter().flat_map(|body| self.i.in_place_of(*body));
                (there.map(|body| body.0).collect(), false)
            }
            Addressed::All => (BTreeSet::new(), true),
        };
        Links {
            chosen: tied.chain(placed).collect(),
            addressed,
            to_all,
        }
    }
}
