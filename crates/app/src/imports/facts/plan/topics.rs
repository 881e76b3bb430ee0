//! Perspectives, values and processes.

use super::super::swedish;
use super::{Planner, Reason, capital, places, same_name, standing_from};
use jiff::civil::Date;
use riktning_domain::ids::TopicId;
use riktning_domain::topics::{DescribeTopic, Dimension, Direction, TopicDescription};
use riktning_domain::{Command, Names, Text};

impl Planner<'_> {
    pub(super) fn topics(&mut self) {
        self.perspectives();
        self.values_and_processes();
        self.subprocesses();
    }

    fn perspectives(&mut self) {
        let facts = self.facts;
        for (i, perspective) in places(1).zip(&facts.perspectives) {
            let top = self.topic(Dimension::Perspective, &perspective.name);
            let mut description = described(Dimension::Perspective, &perspective.name, i);
            description.meaning = perspective.question.as_deref().map(|q| capital(q).into());
            description.direction = perspective.direction;
            description.source = self.source_id(&perspective.source);
            self.describe(&perspective.path, top, &description, self.base);
            // Those whom an outward perspective is for, where its words name them.
            let question = perspective.question.as_deref().unwrap_or_default();
            let outward = perspective.direction == Some(Direction::Outward);
            let groups = outward.then(|| swedish::meant_for(question));
            for (order, name) in places(1).zip(groups.unwrap_or_default()) {
                let mut description = described(Dimension::TargetGroup, &capital(name), order);
                description.source = self.source_id(&perspective.source);
                let group = self.topic(Dimension::TargetGroup, name);
                self.describe(&perspective.path, group, &description, self.base);
            }
            // The parts of the outward perspective are the values created; those of the
            // inward one are perspectives themselves.
            let part = match perspective.direction {
                Some(Direction::Inward) => Dimension::Perspective,
                Some(Direction::Outward) | None => Dimension::ValueCreated,
            };
            for (order, name) in places(1).zip(&perspective.parts) {
                // A part that has a record of its own stands on that record's word.
                let own = facts.internal.iter().find(|own| same_name(&own.name, name));
                let (path, source) = match own {
                    Some(own) => (&own.path, &own.source),
                    None => (&perspective.path, &perspective.source),
                };
                let mut description = described(part, &capital(name), order);
                description.parent = Some(top);
                description.source = self.source_id(source);
                self.describe(path, self.topic(part, name), &description, self.base);
            }
        }
        for (i, own) in facts.internal.iter().enumerate() {
            let mut parts = facts.perspectives.iter().flat_map(|p| &p.parts);
            if !parts.any(|part| same_name(part, &own.name)) {
                self.report(&own.path, Reason::NotInTheFile);
            } else if facts.internal[..i]
                .iter()
                .any(|o| same_name(&o.name, &own.name))
            {
                self.report(&own.path, Reason::Repeated);
            }
        }
    }

    fn values_and_processes(&mut self) {
        let facts = self.facts;
        for (dimension, list) in [
            (Dimension::CoreValue, &facts.values),
            (Dimension::Process, &facts.processes),
        ] {
            for (order, named) in places(1).zip(list) {
                let mut description = described(dimension, &named.name, order);
                description.meaning = named.more.as_deref().map(Text::from);
                description.source = self.source_id(&named.source);
                let id = self.topic(dimension, &named.name);
                self.describe(&named.path, id, &description, self.base);
            }
        }
    }

    fn subprocesses(&mut self) {
        let facts = self.facts;
        for (order, sub) in places(100).zip(&facts.subprocesses) {
            let parent = facts
                .processes
                .iter()
                .find(|p| p.id.as_ref() == Some(&sub.parent));
            let Some(parent) = parent else {
                self.report(&sub.path, Reason::NotInTheFile);
                continue;
            };
            let owner = sub
                .owner
                .as_ref()
                .and_then(|o| self.bodies.get(&o.to_lowercase()).copied());
            if sub.owner.is_some() && owner.is_none() {
                self.report(&format!("{}.process_owner", sub.path), Reason::NotInTheFile);
            }
            let mut description = described(Dimension::Process, &sub.name, order);
            description.parent = Some(self.topic(Dimension::Process, &parent.name));
            description.owner = owner.map(|(id, _)| id);
            description.source = self.source_id(&sub.source);
            let since = owner.map_or(self.base, |(_, from)| from.max(self.base));
            let id = self.topic(Dimension::Process, &sub.name);
            self.describe(&sub.path, id, &description, since);
        }
    }

    pub(super) fn describe(
        &mut self,
        path: &str,
        topic: TopicId,
        description: &TopicDescription,
        since: Date,
    ) {
        if !self.topics.insert(topic) {
            self.report(path, Reason::Repeated);
            return;
        }
        let standing = self.published.topic(topic);
        // A source tells of no end: what somebody ended here stays ended, and so does a new part of it.
        let above = description.parent.and_then(|id| self.published.topic(id));
        let ends = [standing, above].into_iter().flatten();
        let description = &TopicDescription {
            last_day: ends.filter_map(|topic| topic.last_day).min(),
            ..description.clone()
        };
        let anew = standing.is_some_and(|standing| standing != description);
        let stood = self.state.published(since, self.today).topic(topic);
        for since in standing_from(since, anew, stood.is_some()) {
            let description = description.clone();
            self.add(
                path,
                Command::DescribeTopic(DescribeTopic {
                    topic,
                    description,
                    since,
                }),
            );
        }
    }
}

fn described(dimension: Dimension, name: &str, order: u16) -> TopicDescription {
    TopicDescription {
        dimension,
        names: Names::swedish(name),
        meaning: None,
        parent: None,
        order,
        direction: None,
        owner: None,
        source: None,
        last_day: None,
    }
}
