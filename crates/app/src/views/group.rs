//! The group (*kommunkoncernen*): council, board, committees, companies and whatever answers
//! to them, as a nested list of a day.

use super::bodies::{BodyLink, ShareLine, earlier};
use super::frame::Frame;
use jiff::civil::Date;
use riktning_domain::Published;
use riktning_domain::bodies::BodyKind;
use riktning_domain::ids::BodyId;
use riktning_domain::published::PublicBody;

/// What the page of the group knows.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// What every page knows.
    pub frame: Frame,
    /// The bodies that stand in order, as one walks through the nested list.
    pub steps: Vec<Step>,
    /// The bodies of which nobody has said to whom they answer, by kind.
    pub loose: Vec<(BodyKind, Vec<Node>)>,
    /// The bodies that only sources of an earlier year name than the latest that name others.
    pub earlier: Vec<Node>,
}

/// A step through the nested list.
#[derive(Clone, Debug, PartialEq)]
pub enum Step {
    /// A list begins.
    Open,
    /// A body.
    Body(Box<Node>),
    /// The body with what is below it is over.
    EndOfBody,
    /// The list ends.
    Close,
}

/// A body in the list.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    /// Which body.
    pub link: BodyLink,
    /// Its term of office on the day.
    pub term: Option<(Date, Date)>,
    /// How much of it the group owns; none says that it is nothing that is owned.
    pub share: Option<Option<ShareLine>>,
}

impl Node {
    fn of(p: Published<'_>, body: &PublicBody<'_>) -> Node {
        Node {
            link: BodyLink::of(body),
            term: p.term_on(body.id).map(|term| (term.from, term.to)),
            share: ShareLine::of(p, body),
        }
    }
}

/// The bodies of a day.
struct Tree<'a> {
    p: Published<'a>,
    bodies: Vec<PublicBody<'a>>,
}

impl Group {
    /// The group on the lens's day.
    pub fn of(p: Published<'_>) -> Group {
        let mut bodies: Vec<_> = p.bodies().filter(PublicBody::stands).collect();
        bodies.sort_by(|a, b| (a.kind(), &a.name.slug).cmp(&(b.kind(), &b.name.slug)));
        let left_out = earlier(p, &bodies);
        let (earlier, bodies) = bodies
            .into_iter()
            .partition::<Vec<_>, _>(|body| left_out.contains(&body.id));
        let tree = Tree { p, bodies };
        let (tops, loose): (Vec<_>, Vec<_>) = tree
            .bodies
            .iter()
            .filter(|body| tree.above(body).next().is_none())
            // The council is highest, also where no source says who answers to it.
            .partition(|body| {
                matches!(body.kind(), BodyKind::Council | BodyKind::Group)
                    || tree.below(body.id).next().is_some()
            });
        let mut steps = Vec::new();
        tree.walk(&tops, &mut steps);
        let mut kinds: Vec<(BodyKind, Vec<Node>)> = Vec::new();
        for body in loose {
            let node = Node::of(p, body);
            match kinds.last_mut() {
                Some((kind, nodes)) if *kind == body.kind() => nodes.push(node),
                _ => kinds.push((body.kind(), vec![node])),
            }
        }
        Group {
            frame: Frame::of(p),
            steps,
            loose: kinds,
            earlier: earlier.iter().map(|body| Node::of(p, body)).collect(),
        }
    }
}

impl<'a> Tree<'a> {
    /// What a body answers to on the day.
    fn above(&self, body: &PublicBody<'a>) -> impl Iterator<Item = &PublicBody<'a>> {
        let above = body.answers_to();
        self.bodies.iter().filter(|b| above.contains(&b.id))
    }

    fn below(&self, id: BodyId) -> impl Iterator<Item = &PublicBody<'a>> {
        let bodies = self.bodies.iter();
        bodies.filter(move |body| body.answers_to().contains(&id))
    }

    /// No body answers to itself by any way on any day, so the walk ends.
    fn walk(&self, bodies: &[&PublicBody<'a>], steps: &mut Vec<Step>) {
        if bodies.is_empty() {
            return;
        }
        steps.push(Step::Open);
        for body in bodies {
            steps.push(Step::Body(Box::new(Node::of(self.p, body))));
            let below: Vec<_> = self.below(body.id).collect();
            self.walk(&below, steps);
            steps.push(Step::EndOfBody);
        }
        steps.push(Step::Close);
    }
}
