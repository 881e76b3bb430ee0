//! The page of a commitment, and of anything else that a year is made of: what was promised,
//! where it comes from, which thread it hangs in and what became of it.

use super::criteria::FindingLine;
use super::documents::DocumentLink;
use super::element_links::{ElementLink, ElementPage};
use super::frame::{
    Basis, Found, Frame, SourceLink, TopicName, add_sources, basis, body_name, decision_ref,
    source_link, topic_name,
};
use super::goal::{Branch, Standing, Verdict, VisionLink, branches, visions_of};
use super::quashed::Quashed;
use super::righted::RightedLine;
use super::ways::{Ways, called_below};
use crate::changes::belonging_to;
use riktning_domain::elements::{Addressed, Origin};
use riktning_domain::indicators::Interpretation;
use riktning_domain::models::Purpose;
use riktning_domain::published::{Deed, PublicElement};
use riktning_domain::threads::ThreadEnd;
use riktning_domain::{Dated, Figure, Money, Names, Period, Published, Text, decisions};

/// What the page of a commitment knows.
#[derive(Clone, Debug, PartialEq)]
pub struct Commitment {
    /// What every page knows.
    pub frame: Frame,
    /// Its number in the group: given once and never reused.
    pub number: u32,
    /// Its part of the address after the number.
    pub slug: String,
    /// What the municipality calls its level: "Åtagande".
    pub level: Names,
    /// Whether it is told of as a commitment though its source calls it something else.
    pub is_called_otherwise: bool,
    /// The goal period of its model: the way to the direction.
    pub direction: Period,
    /// The year of the direction whose annual plan it belongs to.
    pub plan_year: i16,
    /// What it says.
    pub title: Text,
    /// What it means.
    pub description: Option<Text>,
    /// Why it matters.
    pub why: Option<Text>,
    /// What has become of it by the day shown.
    pub standing: Standing,
    /// What its wording rests on.
    pub basis: Basis,
    /// The body that owns it: name and address.
    pub owner: Option<(Names, String)>,
    /// The bodies that owned it before, each with the decision that gave it away.
    pub given_by: Vec<(Names, String, Basis)>,
    /// Who is responsible in the words of the source.
    pub owner_in_words: Option<Text>,
    /// The bodies that it is addressed to.
    pub addressed_to: Vec<(Names, String)>,
    /// Whether it is addressed to every committee and company.
    pub addressed_to_all: bool,
    /// The target groups, values and other topics that it is placed under; its processes stand in the
    /// thread.
    pub topics: Vec<TopicName>,
    /// The responsible role.
    pub role: Option<Text>,
    /// The period that it is for.
    pub period: Period,
    /// How much is to be reached: the figure, of what, and whether it is the least.
    pub quantity: Option<(Figure, Text, bool)>,
    /// What can be tested instead.
    pub condition: Option<Text>,
    /// The money that goes with it.
    pub amount: Option<Money>,
    /// When it is due.
    pub due: Option<Dated>,
    /// Where it comes from. An order comes from who decided it, and has none.
    pub origin: Option<OriginLine>,
    /// The wordings in which bodies answer it, if it is an order.
    pub answers: Vec<ElementLink>,
    /// The bodies that it is addressed to and that have decided no answer.
    pub unanswered: Vec<(Names, String)>,
    /// The criteria of its level, each with whether the wording fulfils it; `None` where
    /// only a person can tell.
    pub findings: Vec<FindingLine>,
    /// The ways up that its model knows of.
    pub ways: Ways,
    /// One way up: the strategic goals that it serves.
    pub goals: Vec<UpGoal>,
    /// The other way up: the process goals that it serves.
    pub process_goals: Vec<UpProcess>,
    /// What else it supports: elements on any other level of the model.
    pub others_above: Vec<UpGoal>,
    /// The processes that it stands under itself.
    pub processes: Vec<TopicName>,
    /// The visions that the thread reaches.
    pub visions: Vec<VisionLink>,
    /// The documents and laws that it rests on: sideways.
    pub rests_on: Vec<DocumentLink>,
    /// What the model calls what supports it; `None` if it has no level for that.
    pub called_below: Option<Names>,
    /// What supports it: its activities.
    pub below: Vec<Branch>,
    /// What it continues, of an earlier year.
    pub continues: Option<ElementLink>,
    /// What continues it.
    pub continued_by: Vec<ElementLink>,
    /// Every decided verdict by the day shown, the latest first.
    pub verdicts: Vec<Verdict>,
    /// Everything that was decided of it, the earliest first.
    pub deeds: Vec<(DeedLine, Basis)>,
    /// The slips of the pen in it that were put right.
    pub righted: Vec<RightedLine>,
    /// Everything that the page was found in.
    pub sources: Vec<SourceLink>,
}

/// A commitment before it was decided, for a page that shows such a day.
#[derive(Clone, Debug, PartialEq)]
pub struct CommitmentNotYet {
    /// What every page knows.
    pub frame: Frame,
    /// Its part of the address.
    pub address: String,
    /// What it is called today.
    pub title: Text,
    /// What the municipality calls its level.
    pub level: Names,
    /// Its period.
    pub period: Period,
    /// What it will rest on.
    pub basis: Basis,
}

/// Where an element comes from.
#[derive(Clone, Debug, PartialEq)]
pub enum OriginLine {
    /// The body's own.
    Own,
    /// The source does not say.
    NotSaid,
    /// It answers an order that is not public: not decided, or kept back.
    OrderNotPublic,
    /// Assigned, in the words of the order.
    Assigned(Box<ElementLink>),
    /// Assigned, in the body's own words.
    Interpreted(Box<ElementLink>),
}

/// A strategic goal above a commitment.
#[derive(Clone, Debug, PartialEq)]
pub struct UpGoal {
    /// Its page.
    pub page: Option<ElementPage>,
    /// What the municipality calls its level.
    pub level: Names,
    /// What it says.
    pub title: Text,
    /// Its period.
    pub period: Period,
    /// The perspective that it stands in.
    pub perspective: Option<TopicName>,
    /// Whose word the link is.
    pub interpretation: Interpretation,
}

/// A process goal above a commitment.
#[derive(Clone, Debug, PartialEq)]
pub struct UpProcess {
    /// What the municipality calls its level.
    pub level: Names,
    /// What it says.
    pub title: Text,
    /// Its period.
    pub period: Period,
    /// Where it is told of, with its verdicts.
    pub page: Option<ElementPage>,
    /// The processes that it stands under.
    pub processes: Vec<TopicName>,
    /// Whose word the link is.
    pub interpretation: Interpretation,
}

/// What was decided of an element.
#[derive(Clone, Debug, PartialEq)]
pub enum DeedLine {
    /// It was adopted in this wording.
    Adopted(Text),
    /// It got another wording.
    Reworded(Text),
    /// It was given to another body: name and address.
    Transferred(Option<(Names, String)>),
    /// It was withdrawn.
    Withdrawn,
    /// It was closed.
    Closed,
}

/// What stands at `/ataganden/{address}`.
#[derive(Clone, Debug, PartialEq)]
pub enum At {
    /// A commitment, or nothing.
    Commitment(Box<Found<Commitment, CommitmentNotYet>>),
    /// A commitment whose decision a court has quashed.
    Quashed(Box<Quashed>),
    /// The number is another kind of element, which has its page elsewhere.
    Elsewhere(ElementPage),
}

impl Commitment {
    /// What stands at an address: `12-fler-elever-ska-trivas`. The number decides.
    pub fn at(p: Published<'_>, address: &str) -> At {
        let nowhere = || At::Commitment(Box::new(Found::Nowhere));
        let (number, slug) = address.split_once('-').unwrap_or((address, ""));
        let Some(number) = parsed(number) else {
            return nowhere();
        };
        let (lens, element) = match p.numbered(number) {
            Some(element) => (p, element),
            None => {
                let quashed = || Quashed::numbered(p, number, slug);
                match p.as_of_today().numbered(number) {
                    Some(later) => (p.as_of_today(), later),
                    None => return quashed().unwrap_or_else(nowhere),
                }
            }
        };
        match ElementPage::of(lens, &element) {
            Some(ElementPage::Commitment(_, own)) if own != slug => {
                At::Commitment(Box::new(Found::Moved(format!("{number}-{own}"))))
            }
            Some(ElementPage::Commitment(..)) => {
                At::Commitment(Box::new(Commitment::found(p, lens, &element)))
            }
            Some(page) => At::Elsewhere(page),
            // An activity is told of with its commitment.
            None => lens
                .above(&element)
                .iter()
                .find_map(|above| ElementPage::of(lens, above))
                .map_or_else(nowhere, At::Elsewhere),
        }
    }

    fn found(
        p: Published<'_>,
        lens: Published<'_>,
        element: &PublicElement<'_>,
    ) -> Found<Commitment, CommitmentNotYet> {
        if p.day() == lens.day() {
            return Found::Here(Commitment::here(p, element));
        }
        Found::NotYet(CommitmentNotYet {
            frame: Frame::of(p),
            address: format!("{}-{}", element.number(), element.slug()),
            title: element.text().clone(),
            level: element.level().names.clone(),
            period: element.period(),
            basis: basis(lens, element.basis()),
        })
    }

    fn here(p: Published<'_>, element: &PublicElement<'_>) -> Commitment {
        let supports = p.supports(element.id());
        let up = |wanted: fn(Purpose) -> bool| -> Vec<(PublicElement<'_>, Interpretation)> {
            let found = supports.iter().filter_map(move |(end, ours)| match end {
                ThreadEnd::Element(id) => Some((p.element(*id)?, *ours)),
                ThreadEnd::Vision(_) | ThreadEnd::Document(_) => None,
            });
            found
                .filter(|(above, _)| wanted(above.level().purpose))
                .collect()
        };
        let goals = up(|purpose| purpose == Purpose::StrategicGoal);
        let process_goals = up(|purpose| purpose == Purpose::ProcessGoal);
        let others_above =
            up(|purpose| !matches!(purpose, Purpose::StrategicGoal | Purpose::ProcessGoal));
        let mut visions: Vec<VisionLink> = Vec::new();
        let above = goals.iter().chain(&process_goals).map(|(above, _)| above);
        for vision in above
            .chain([element])
            .flat_map(|above| visions_of(p, above))
        {
            if !visions.iter().any(|v| v.title == vision.title) {
                visions.push(vision);
            }
        }
        let verdicts = Verdict::all(p, element, true);
        let deeds = p.deeds(element.id());
        let named = |id| body_name(p, id);
        let (addressed_to, addressed_to_all) = match element.addressed_to() {
            Addressed::None => (Vec::new(), false),
            Addressed::To(bodies) => (bodies.iter().filter_map(|id| named(*id)).collect(), false),
            Addressed::All => (Vec::new(), true),
        };
        let rests_on = basis(p, element.basis());
        let direction = element.model().definition.period;
        Commitment {
            frame: Frame::about(p, belonging_to(p, element.id())),
            number: element.number(),
            slug: element.slug().to_string(),
            level: element.level().names.clone(),
            is_called_otherwise: element.source().is_some()
                && element.level().purpose != Purpose::Commitment,
            continues: element.continues().and_then(|continues| {
                let earlier = p.element(continues.element)?;
                Some(ElementLink::of(p, &earlier))
            }),
            continued_by: p
                .continued_by(element.id())
                .iter()
                .map(|next| ElementLink::of(p, next))
                .collect(),
            direction,
            plan_year: element
                .period()
                .first_day()
                .year()
                .clamp(direction.first_day().year(), direction.last_day().year()),
            title: element.text().clone(),
            description: element.description().cloned(),
            why: element.why().cloned(),
            standing: Standing::of(p, element),
            owner: element.owner().and_then(named),
            given_by: given_by(p, &deeds),
            owner_in_words: element.owner_in_words().cloned(),
            addressed_to,
            addressed_to_all,
            role: element.role().cloned(),
            period: element.period(),
            quantity: element
                .quantity()
                .map(|q| (q.value, q.unit.clone(), q.at_least)),
            condition: element.condition().cloned(),
            amount: element.amount(),
            due: element.due(),
            origin: OriginLine::of(p, element),
            answers: p
                .answers_to_order(element.id())
                .iter()
                .map(|answer| ElementLink::of(p, answer))
                .collect(),
            unanswered: p
                .unanswered(element)
                .into_iter()
                .filter_map(named)
                .collect(),
            findings: FindingLine::all(element.findings()),
            ways: Ways::of(element),
            goals: goals
                .iter()
                .map(|(g, ours)| UpGoal::of(p, g, *ours))
                .collect(),
            process_goals: process_goals
                .iter()
                .map(|(g, ours)| UpProcess::of(p, g, *ours))
                .collect(),
            others_above: others_above
                .iter()
                .map(|(g, ours)| UpGoal::of(p, g, *ours))
                .collect(),
            topics: element
                .topics()
                .iter()
                .filter_map(|t| topic_name(p, t.topic, t.interpretation))
                .filter(|t| t.dimension != riktning_domain::topics::Dimension::Process)
                .collect(),
            processes: super::goal::topics_of(
                p,
                element,
                riktning_domain::topics::Dimension::Process,
            ),
            visions,
            rests_on: super::goal::rests_on(p, element.id()),
            called_below: called_below(element),
            below: branches(p, element, element.text()),
            sources: sources(p, element, &rests_on, &verdicts),
            basis: rests_on,
            verdicts,
            deeds: lines(p, &deeds),
            righted: RightedLine::all(p, element.id()),
        }
    }
}

/// A number as it is written in an address: without sign or leading zero.
fn parsed(number: &str) -> Option<u32> {
    let value: u32 = number.parse().ok()?;
    (value.to_string() == number).then_some(value)
}

impl OriginLine {
    fn of(p: Published<'_>, element: &PublicElement<'_>) -> Option<OriginLine> {
        if element.level().purpose == Purpose::Assignment && element.origin() == Origin::Own {
            return None;
        }
        let order = |id| {
            p.element(id)
                .map(|order| Box::new(ElementLink::of(p, &order)))
        };
        let found = match element.origin() {
            Origin::Own if matches!(element.basis(), decisions::Basis::Source(..)) => None,
            Origin::Own => Some(OriginLine::Own),
            // An order that is not public is not named.
            Origin::Assigned(id) => {
                Some(order(id).map_or(OriginLine::OrderNotPublic, OriginLine::Assigned))
            }
            Origin::Interpreted(id) => {
                Some(order(id).map_or(OriginLine::OrderNotPublic, OriginLine::Interpreted))
            }
        };
        Some(found.unwrap_or(OriginLine::NotSaid))
    }
}

impl UpGoal {
    fn of(p: Published<'_>, goal: &PublicElement<'_>, interpretation: Interpretation) -> UpGoal {
        UpGoal {
            page: ElementPage::of(p, goal),
            level: goal.level().names.clone(),
            title: goal.text().clone(),
            period: goal.period(),
            perspective: goal
                .topics()
                .iter()
                .filter_map(|t| topic_name(p, t.topic, t.interpretation))
                .find(|t| t.dimension == riktning_domain::topics::Dimension::Perspective),
            interpretation,
        }
    }
}

impl UpProcess {
    fn of(p: Published<'_>, goal: &PublicElement<'_>, interpretation: Interpretation) -> UpProcess {
        UpProcess {
            level: goal.level().names.clone(),
            title: goal.text().clone(),
            period: goal.period(),
            page: ElementPage::of(p, goal),
            processes: super::goal::topics_of(p, goal, riktning_domain::topics::Dimension::Process),
            interpretation,
        }
    }
}

/// The bodies that gave the element away, each with the decision.
fn given_by(
    p: Published<'_>,
    deeds: &[(jiff::civil::Date, Deed<'_>, decisions::Basis)],
) -> Vec<(Names, String, Basis)> {
    let mut owner = None;
    let mut given = Vec::new();
    for (_, deed, by) in deeds {
        match deed {
            Deed::Adopted {
                owner: by_wording, ..
            } => owner = *by_wording,
            Deed::Transferred(to) => {
                if let Some((names, slug)) = owner.and_then(|id| body_name(p, id)) {
                    given.push((names, slug, basis(p, *by)));
                }
                owner = Some(*to);
            }
            Deed::Withdrawn | Deed::Closed => {}
        }
    }
    given
}

fn lines(
    p: Published<'_>,
    deeds: &[(jiff::civil::Date, Deed<'_>, decisions::Basis)],
) -> Vec<(DeedLine, Basis)> {
    let mut adopted = false;
    deeds
        .iter()
        .map(|(_, deed, by)| {
            let line = match deed {
                Deed::Adopted { text, .. } if adopted => DeedLine::Reworded((*text).clone()),
                Deed::Adopted { text, .. } => {
                    adopted = true;
                    DeedLine::Adopted((*text).clone())
                }
                Deed::Transferred(to) => DeedLine::Transferred(body_name(p, *to)),
                Deed::Withdrawn => DeedLine::Withdrawn,
                Deed::Closed => DeedLine::Closed,
            };
            (line, basis(p, *by))
        })
        .collect()
}

fn sources(
    p: Published<'_>,
    element: &PublicElement<'_>,
    rests_on: &Basis,
    verdicts: &[Verdict],
) -> Vec<SourceLink> {
    let mut sources = Vec::new();
    let bases = verdicts.iter().map(|v| &v.basis);
    for found in [rests_on].into_iter().chain(bases) {
        if let Basis::Source { source, .. } = found {
            add_sources(&mut sources, [source.clone()]);
        }
    }
    add_sources(
        &mut sources,
        element.source().and_then(|s| source_link(p, s)),
    );
    sources
}

impl ElementLink {
    /// The same link, struck out because the body that lists it has given it away.
    pub(crate) fn given_away(p: Published<'_>, element: &PublicElement<'_>) -> ElementLink {
        let mut link = ElementLink::of(p, element);
        let deeds = p.deeds(element.id());
        let transfer = deeds
            .iter()
            .rev()
            .find(|(_, deed, _)| matches!(deed, Deed::Transferred(_)));
        if let Some((_, _, decisions::Basis::Decision(id))) = transfer {
            link.struck = decision_ref(p, *id)
                .map(|decision| (super::element_links::Struck::Transferred, decision));
        }
        link
    }
}
