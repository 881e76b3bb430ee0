//! Processes, target groups and core values.

use super::shell::{Place, Shell, Visit};
use super::speech::Speech;
use crate::failure::Failure;
use askama::Template;
use axum::response::Response;
use jiff::civil::Date;
use riktning_app::views::TopicName;
use riktning_app::views::element_links::ElementLink;
use riktning_app::views::topics::{Topic, TopicLink, TopicNotYet, Topics};
use riktning_domain::topics::Dimension;
use std::borrow::Borrow;
use std::collections::BTreeSet;

/// What something is placed under, with whom it is for apart, each under what that is called.
pub(super) fn placed<'a>(s: &Speech, topics: &'a [TopicName]) -> Vec<(String, Vec<&'a TopicName>)> {
    let is_for = |topic: &&TopicName| topic.dimension == Dimension::TargetGroup;
    let (groups, others): (Vec<_>, Vec<_>) = topics.iter().partition(is_for);
    let all = [(s.t("contributes"), others), (s.t("meant-for"), groups)];
    let said = all.into_iter().filter(|(_, topics)| !topics.is_empty());
    said.collect()
}

#[derive(Template)]
#[template(path = "topics.html")]
struct TopicsPage<'a> {
    shell: Shell,
    v: &'a Topics,
}

#[derive(Template)]
#[template(path = "core-values.html")]
struct CoreValuesPage<'a> {
    shell: Shell,
    v: &'a Topics,
}

#[derive(Template)]
#[template(path = "topic.html")]
struct TopicPage<'a> {
    shell: Shell,
    v: &'a Topic,
}

#[derive(Template)]
#[template(path = "topic-not-yet.html")]
struct TopicNotYetPage<'a> {
    shell: Shell,
    v: &'a TopicNotYet,
}

/// Whether it is a group of people: of those the page says what the word means, or that it does
/// not know.
pub(crate) fn is_of_people(topic: &TopicLink) -> bool {
    topic.dimension == Dimension::TargetGroup
}

impl TopicsPage<'_> {
    fn is_processes(&self) -> bool {
        self.v.dimension == Dimension::Process
    }
}

impl TopicPage<'_> {
    fn is_process(&self) -> bool {
        self.v.link.dimension == Dimension::Process
    }

    /// Where the list is that the topic is in.
    fn list(&self) -> (String, String) {
        list(&self.shell, self.v.link.dimension)
    }
}

impl TopicNotYetPage<'_> {
    fn list(&self) -> (String, String) {
        list(&self.shell, self.v.dimension)
    }
}

fn list(shell: &Shell, dimension: Dimension) -> (String, String) {
    match dimension {
        Dimension::Process => (shell.l.processes(), shell.s.t("processes")),
        _ => (shell.l.target_groups(), shell.s.t("target-groups")),
    }
}

/// The topics of one dimension.
pub(crate) fn topics(visit: &Visit, v: &Topics) -> Result<Response, Failure> {
    let key = match v.dimension {
        Dimension::Process => "processes",
        Dimension::CoreValue => "core-values",
        _ => "target-groups",
    };
    let title = visit.speech().t(key);
    let shell = Shell::new(visit, v.frame.clone(), title, Place::System);
    match v.dimension {
        Dimension::CoreValue => super::page(&CoreValuesPage { shell, v }),
        _ => super::page(&TopicsPage { shell, v }),
    }
}

/// A process or a target group.
pub(crate) fn topic(visit: &Visit, v: &Topic) -> Result<Response, Failure> {
    let title = visit.speech().name(&v.link.names).plain().to_owned();
    let shell = Shell::new(visit, v.frame.clone(), title, Place::System);
    super::page(&TopicPage { shell, v })
}

/// A process or a target group before it was described.
pub(crate) fn topic_not_yet(visit: &Visit, v: &TopicNotYet) -> Result<Response, Failure> {
    let title = visit.speech().name(&v.names).plain().to_owned();
    let shell = Shell::new(visit, v.frame.clone(), title, Place::System);
    super::page(&TopicNotYetPage { shell, v })
}

/// The day that every verdict of a list is about, if it is one and the same.
pub(crate) fn judged_day<E: Borrow<ElementLink>>(list: &[E]) -> Option<Date> {
    let elements = list.iter().map(Borrow::borrow);
    let days: BTreeSet<Date> = elements.filter_map(|element| element.judged).collect();
    days.first().copied().filter(|_| days.len() == 1)
}
