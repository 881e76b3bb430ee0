//! A body's page, and the lists of committees and of companies.

use super::documents::{self, DocumentLink, Resting};
use super::element_links::{ElementLink, ElementPage};
use super::frame::{
    Basis, DecisionRef, Found, Frame, SourceLink, VerdictMark, basis, decision_ref, source_link,
};
use super::money::{self, FrameLine, MoneyRow};
use super::notes::{self, NoteLine};
use super::quashed::QuashedDecision;
use super::topics::TopicLink;
use jiff::civil::Date;
use riktning_domain::bodies::BodyKind;
use riktning_domain::decisions::Organised;
use riktning_domain::ids::BodyId;
use riktning_domain::indicators::Interpretation;
use riktning_domain::models::Purpose;
use riktning_domain::plans::UNPLACED;
use riktning_domain::published::{
    PublicBody, PublicDirective, PublicElement, PublicPlan, QuashedElement, Thing,
};
use riktning_domain::shares::is_owned;
use riktning_domain::terms::has_terms;
use riktning_domain::topics::Dimension;
use riktning_domain::{Dated, Figure, Names, Period, Published, Slug, Text};
use std::collections::BTreeMap;

/// What a body's page knows.
#[derive(Clone, Debug, PartialEq)]
pub struct Body {
    /// What every page knows.
    pub frame: Frame,
    /// Its part of the address.
    pub slug: String,
    /// What it is called on the day.
    pub names: Names,
    /// What kind it is.
    pub kind: BodyKind,
    /// Its part in the group, in words.
    pub role: Option<Text>,
    /// The years in which sources name it, where nobody has said that it still is.
    pub seen: Vec<i16>,
    /// Whether the day is later than all of them.
    pub seen_before: bool,
    /// From which day it is known.
    pub from: Dated,
    /// Its last day, if it has ended or will.
    pub last_day: Option<Date>,
    /// The bodies that took over.
    pub succeeded_by: Vec<BodyLink>,
    /// The bodies after which it takes over.
    pub succeeds: Vec<BodyLink>,
    /// Whether it is still to come on the day.
    pub is_to_come: bool,
    /// The bodies it answers to.
    pub answers_to: Vec<BodyLink>,
    /// The group that it is a part of: a whole that nobody obeys.
    pub part_of: Vec<BodyLink>,
    /// Its terms of office; none says that it is not elected for a time.
    pub terms: Option<Vec<TermLine>>,
    /// How many per cent of it the group owns, and where that was found; none says that it is
    /// nothing that is owned.
    pub share: Option<Option<ShareLine>>,
    /// What sources say of it beside the facts.
    pub notes: Vec<NoteLine>,
    /// The bodies that answer to it.
    pub below: Vec<BodyLink>,
    /// The decisions that founded it.
    pub founded_by: Vec<DecisionRef>,
    /// The first day of its name and the decisions that gave it, if it was not founded with it and
    /// anybody has said by which.
    pub named_by: Option<(Date, Vec<DecisionRef>)>,
    /// The decisions that laid it under those that it answers to.
    pub placed_by: Vec<DecisionRef>,
    /// The decisions that end it.
    pub ended_by: Vec<DecisionRef>,
    /// What it was called before, with the day until which it was.
    pub earlier_names: Vec<(Names, Date)>,
    /// The published elements that it owns, latest period first.
    pub elements: Vec<OwnedElement>,
    /// The decisions on its plans and on what it owns that a court has quashed.
    pub quashed: Vec<QuashedDecision>,
    /// The elements that decisions have given from it to other bodies.
    pub given_away: Vec<ElementLink>,
    /// The frames that decisions have granted it, latest year first.
    pub frames: Vec<FrameLine>,
    /// What is printed of its money, latest period first.
    pub money: Vec<MoneyRow>,
    /// The decisions that it has made, latest first.
    pub decisions: Vec<BodyDecision>,
    /// The owner directives to the company.
    pub directives: Vec<Directive>,
    /// The processes that it owns.
    pub processes: Vec<TopicLink>,
    /// The governing documents that it answers for.
    pub documents: Vec<DocumentLink>,
    /// The indicators that it answers for: address and name.
    pub indicators: Vec<(String, Names)>,
    /// Where it was found.
    pub source: Option<SourceLink>,
}

/// A term of office.
#[derive(Clone, Debug, PartialEq)]
pub struct TermLine {
    /// Its first day.
    pub from: Date,
    /// Its last day.
    pub to: Date,
    /// Where it was found.
    pub source: Option<SourceLink>,
}

/// How much of a company the group owns.
#[derive(Clone, Debug, PartialEq)]
pub struct ShareLine {
    /// How many per cent.
    pub percent: Figure,
    /// From when.
    pub from: Dated,
    /// Where it was found.
    pub source: Option<SourceLink>,
}

impl ShareLine {
    /// The share in a company on the day, as far as anybody has said; none says that the body
    /// is nothing that is owned.
    pub(crate) fn of(p: Published<'_>, body: &PublicBody<'_>) -> Option<Option<ShareLine>> {
        is_owned(body.kind()).then(|| {
            let share = p.share_in(body.id)?;
            Some(ShareLine {
                percent: share.percent,
                from: share.from,
                source: share.source.and_then(|s| source_link(p, s)),
            })
        })
    }
}

/// A body before it was founded.
#[derive(Clone, Debug, PartialEq)]
pub struct BodyNotYet {
    /// What every page knows.
    pub frame: Frame,
    /// Its part of the address.
    pub slug: String,
    /// What it is called.
    pub names: Names,
    /// What kind it is.
    pub kind: BodyKind,
    /// From which day it is known.
    pub from: Dated,
}

/// A body in a list.
#[derive(Clone, Debug, PartialEq)]
pub struct BodyLink {
    /// Its part of the address.
    pub slug: String,
    /// What it is called.
    pub names: Names,
    /// What kind it is: decides the first part of the address.
    pub kind: BodyKind,
    /// Its part in the group, in words.
    pub role: Option<Text>,
    /// The years in which sources name it, where nobody has said that it still is.
    pub seen: Vec<i16>,
    /// Whether it has ended by the day.
    pub ended: bool,
    /// Its first day, where that is still to come.
    pub begins: Option<Dated>,
}

/// The decisions by the day about something that became of a body.
fn deciding(p: Published<'_>, what: Option<Organised>) -> Vec<DecisionRef> {
    let by = what.map(|what| p.deciding(&what)).unwrap_or_default();
    let by = by.into_iter();
    by.filter_map(|d| decision_ref(p, d.id())).collect()
}

/// The first day of a body's name with the decisions that gave it.
fn named_by(p: Published<'_>, body: &PublicBody<'_>) -> Option<(Date, Vec<DecisionRef>)> {
    let by = deciding(p, body.naming());
    (!by.is_empty()).then_some((body.name.from, by))
}

/// The bodies after which a body takes over, as was known on the day.
fn succeeded(p: Published<'_>, next: BodyId) -> Vec<BodyLink> {
    let before = p.bodies().filter(|body| {
        let end = body.end();
        end.is_some_and(|end| end.succeeded_by.contains(&next))
    });
    in_order(before.map(|body| BodyLink::of(&body)).collect())
}

/// An element that a body owns.
#[derive(Clone, Debug, PartialEq)]
pub struct OwnedElement {
    /// What its level is for.
    pub purpose: Purpose,
    /// What the municipality calls its level.
    pub level: Names,
    /// What it says.
    pub title: Text,
    /// Its own period.
    pub period: Period,
    /// Where it is told of, if it has a page.
    pub page: Option<ElementPage>,
    /// The latest decided verdict.
    pub verdict: Option<VerdictMark>,
    /// The day that the verdict is about.
    pub judged: Option<Date>,
    /// Whether its period is over on the day.
    pub over: bool,
    /// The decision that withdrew it: struck out.
    pub withdrawn: Option<DecisionRef>,
    /// The decision that closed it.
    pub closed: Option<DecisionRef>,
}

/// An owner directive to a company.
#[derive(Clone, Debug, PartialEq)]
pub struct Directive {
    /// What it is called.
    pub title: Text,
    /// What the company shall do.
    pub orders: Vec<Text>,
    /// The goals that it springs from.
    pub goals: Vec<Resting>,
    /// The council's decision, or where it was found.
    pub basis: Basis,
    /// The decision of the company's general meeting; without one it does not bind.
    pub bound_by: Option<DecisionRef>,
    /// Earlier orders that bind until the meeting has adopted these.
    pub still_binding: Option<(Vec<Text>, DecisionRef)>,
    /// Where its text was found.
    pub source: Option<SourceLink>,
}

/// A decision that a body has made.
#[derive(Clone, Debug, PartialEq)]
pub struct BodyDecision {
    /// What it was about, where known.
    pub title: Option<Text>,
    /// The decision.
    pub basis: Basis,
}

/// The list of committees, or of companies.
#[derive(Clone, Debug, PartialEq)]
pub struct Bodies {
    /// What every page knows.
    pub frame: Frame,
    /// Which list.
    pub list: BodyList,
    /// The bodies, those that stand first.
    pub bodies: Vec<BodyLink>,
    /// Those that only sources of an earlier year name than the latest that name others.
    pub earlier: Vec<BodyLink>,
    /// Administrations, under the list of committees.
    pub administrations: Vec<BodyLink>,
}

/// Which list of bodies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum BodyList {
    /// `/namnder/`: council, executive board, committees, joint committees, audit.
    Committees,
    /// `/bolag/`: companies, owned wholly or in part, and foundations.
    Companies,
}

/// Whether bodies of a kind are on a list.
pub fn is_on_list(list: BodyList, kind: BodyKind) -> bool {
    list_of(kind) == Some(list)
}

/// The list that bodies of a kind are on.
pub fn list_of(kind: BodyKind) -> Option<BodyList> {
    match kind {
        BodyKind::Council
        | BodyKind::PreparatoryCommittee
        | BodyKind::ExecutiveBoard
        | BodyKind::Committee
        | BodyKind::WorkingCommittee
        | BodyKind::JointCommittee
        | BodyKind::MunicipalAssociation
        | BodyKind::Audit => Some(BodyList::Committees),
        BodyKind::Company | BodyKind::PartOwnedCompany | BodyKind::Foundation => {
            Some(BodyList::Companies)
        }
        BodyKind::Group
        | BodyKind::GeneralMeeting
        | BodyKind::CompanyBoard
        | BodyKind::ManagingDirector
        | BodyKind::Administration
        | BodyKind::Unit
        | BodyKind::External => None,
    }
}

/// Those of some bodies that sources of a later year leave out: of the others of their list the
/// latest source is later than the last that names them.
pub(crate) fn earlier<'a>(p: Published<'a>, of: &[PublicBody<'a>]) -> Vec<BodyId> {
    let last = |body: &PublicBody<'_>| body.seen().last().copied();
    let latest = |list: Option<BodyList>| {
        let alike = p.bodies().filter(|body| list_of(body.kind()) == list);
        alike.filter_map(|body| last(&body)).max()
    };
    let lists = [None, Some(BodyList::Committees), Some(BodyList::Companies)];
    let latest = lists.map(|list| (list, latest(list)));
    let is_earlier = |body: &&PublicBody<'_>| {
        let mut lists = latest.iter();
        let list = lists.find(|(list, _)| *list == list_of(body.kind()));
        list.is_some_and(|(_, latest)| last(body).is_some() && last(body) < *latest)
    };
    of.iter().filter(is_earlier).map(|body| body.id).collect()
}

impl Body {
    /// The body with an address.
    pub fn of(p: Published<'_>, slug: &str) -> Found<Body, BodyNotYet> {
        let Some(slug) = Slug::parse(slug) else {
            return Found::Nowhere;
        };
        let Some(body) = p.body_at(&slug) else {
            let Some(later) = p.as_of_today().body_at(&slug) else {
                return Found::Nowhere;
            };
            return Found::NotYet(BodyNotYet {
                frame: Frame::of(p),
                slug: later.name.slug.to_string(),
                names: later.name.names.clone(),
                kind: later.kind(),
                from: later.from(),
            });
        };
        if body.name.slug != slug {
            return Found::Moved(body.name.slug.to_string());
        }
        let below = p.bodies().filter(|b| b.answers_to().contains(&body.id));
        let owned = p.owned_by(body.id);
        let elements = owned_in_order(p, body.id, &owned);
        let decisions = p.decisions_of(body.id).into_iter().filter_map(|decision| {
            let basis = decision_ref(p, decision.id()).map(Basis::Decision)?;
            Some(BodyDecision {
                title: decision.title().cloned(),
                basis,
            })
        });
        let end = body.end();
        let above = links(p, body.answers_to_then()).into_iter();
        let (part_of, answers_to) = above.partition(|b| b.kind == BodyKind::Group);
        let answering = p
            .indicators()
            .filter(|i| i.definition.responsible == Some(body.id));
        let gone = p.quashed_of(body.id);
        let owning = owned.iter().map(PublicElement::id);
        let things = owning.chain(gone.iter().map(|one| one.id));
        let things = things.map(Thing::Element);
        Found::Here(Body {
            frame: Frame::about(p, things.chain([Thing::Body(body.id)])),
            slug: slug.to_string(),
            names: body.name.names.clone(),
            kind: body.kind(),
            role: body.role().cloned(),
            seen_before: body
                .seen()
                .last()
                .is_some_and(|last| *last < p.day().year()),
            seen: body.seen(),
            from: body.from(),
            last_day: end.map(|e| e.last_day),
            succeeded_by: end.map(|e| links(p, &e.succeeded_by)).unwrap_or_default(),
            succeeds: succeeded(p, body.id),
            is_to_come: body.is_to_come(),
            answers_to,
            part_of,
            terms: has_terms(body.kind()).then(|| terms(p, body.id, end.map(|e| e.last_day))),
            share: ShareLine::of(p, &body),
            notes: notes::about_body(p, body.id),
            below: in_order(below.map(|b| BodyLink::of(&b)).collect()),
            founded_by: deciding(p, Some(body.founding())),
            named_by: named_by(p, &body),
            placed_by: deciding(p, body.placing()),
            ended_by: deciding(p, body.ending()),
            earlier_names: body
                .earlier_names()
                .into_iter()
                .map(|(name, until)| (name.names.clone(), until))
                .collect(),
            elements,
            quashed: quashed(p, body.id, &gone),
            given_away: p
                .given_away_by(body.id)
                .iter()
                .map(|e| ElementLink::given_away(p, e))
                .collect(),
            frames: money::frames(p, Some(body.id), None),
            money: money::rows_of(p, body.id),
            decisions: decisions.collect(),
            directives: p
                .directives_of(body.id)
                .iter()
                .map(|directive| Directive::of(p, directive))
                .collect(),
            processes: processes(p, body.id),
            documents: documents(p, body.id),
            indicators: answering
                .map(|i| (i.slug.to_string(), i.definition.names.clone()))
                .collect(),
            source: body.source().and_then(|s| source_link(p, s)),
        })
    }
}

/// The decisions by which a body's plans, and what it owned, no longer stand.
fn quashed(p: Published<'_>, body: BodyId, gone: &[QuashedElement<'_>]) -> Vec<QuashedDecision> {
    let mut plans = p.quashed_plans();
    plans.retain(|plan| plan.body == body);
    QuashedDecision::all(p, gone, &plans)
}

/// What a body owns, the latest period first: as it arranged its plan, and else by what it says.
fn owned_in_order(
    p: Published<'_>,
    body: BodyId,
    owned: &[PublicElement<'_>],
) -> Vec<OwnedElement> {
    let plans = p.plans_of(body);
    let places: BTreeMap<_, _> = plans.iter().flat_map(PublicPlan::places).collect();
    let mut elements: Vec<_> = owned
        .iter()
        .map(|e| {
            let place = places.get(&e.id()).copied();
            (place.unwrap_or(UNPLACED), OwnedElement::of(p, e))
        })
        .collect();
    elements.sort_by(|(place, a), (other, b)| {
        let by_period = std::cmp::Reverse(a.period).cmp(&std::cmp::Reverse(b.period));
        let by_level = by_period.then(a.purpose.cmp(&b.purpose));
        by_level.then(place.cmp(other)).then(a.title.cmp(&b.title))
    });
    elements.into_iter().map(|(_, element)| element).collect()
}

/// The term of the day and those that are known to come; those that are over are history. Of a
/// body that has ended it is the last one, which ended with it at the latest.
fn terms(p: Published<'_>, body: BodyId, last_day: Option<Date>) -> Vec<TermLine> {
    let terms = p.terms_of(body).into_iter();
    let ended = last_day.filter(|last| *last < p.day());
    let mut terms: Vec<_> = terms
        .filter(|term| match ended {
            Some(last) => term.from <= last,
            None => term.to >= p.day(),
        })
        .collect();
    if ended.is_some() {
        terms.drain(..terms.len().saturating_sub(1));
    }
    terms
        .into_iter()
        .map(|term| TermLine {
            from: term.from,
            to: ended.map_or(term.to, |last| term.to.min(last)),
            source: term.source.and_then(|s| source_link(p, s)),
        })
        .collect()
}

fn processes(p: Published<'_>, body: BodyId) -> Vec<TopicLink> {
    let all = p.topics(Dimension::Process).into_iter();
    all.filter(|(_, process)| process.owner == Some(body))
        .filter_map(|(id, _)| TopicLink::of(p, id, Interpretation::Stated))
        .collect()
}

fn documents(p: Published<'_>, body: BodyId) -> Vec<DocumentLink> {
    let all = p.documents();
    let own = all.filter(|d| d.wording.responsible == Some(body));
    documents::in_order(own.map(|d| DocumentLink::of_document(&d)).collect())
}

impl Directive {
    /// Whether it was found in a source that does not say who decided it.
    pub fn is_found(&self) -> bool {
        matches!(self.basis, Basis::Source { .. })
    }

    fn of(p: Published<'_>, directive: &PublicDirective<'_>) -> Directive {
        let words = directive.wording;
        let goals = words.goals.iter().filter_map(|from| {
            let goal = p.element(from.element)?;
            Some(Resting::of(p, &goal, from.interpretation))
        });
        Directive {
            title: words.title.clone(),
            orders: words.orders.clone(),
            goals: goals.collect(),
            basis: basis(p, directive.basis),
            bound_by: directive.bound_by.and_then(|id| decision_ref(p, id)),
            still_binding: directive
                .still_binding
                .and_then(|(before, id)| Some((before.orders.clone(), decision_ref(p, id)?))),
            source: words.source.and_then(|s| source_link(p, s)),
        }
    }
}

fn links(p: Published<'_>, ids: &[BodyId]) -> Vec<BodyLink> {
    ids.iter()
        .filter_map(|id| p.body(*id))
        .map(|body| BodyLink::of(&body))
        .collect()
}

/// Those that stand before those that have ended, by kind, then by name.
fn in_order(mut bodies: Vec<BodyLink>) -> Vec<BodyLink> {
    bodies.sort_by(|a, b| (a.ended, a.kind, &a.slug).cmp(&(b.ended, b.kind, &b.slug)));
    bodies
}

impl BodyLink {
    pub(crate) fn by_id(p: Published<'_>, id: BodyId) -> Option<BodyLink> {
        p.body(id).map(|body| BodyLink::of(&body))
    }

    pub(crate) fn of(body: &PublicBody<'_>) -> BodyLink {
        BodyLink {
            slug: body.name.slug.to_string(),
            names: body.name.names.clone(),
            kind: body.kind(),
            role: body.role().cloned(),
            seen: body.seen(),
            ended: body.has_ended(),
            begins: body.is_to_come().then(|| body.from()),
        }
    }
}

impl OwnedElement {
    pub(crate) fn of(p: Published<'_>, element: &PublicElement<'_>) -> OwnedElement {
        let purpose = element.level().purpose;
        OwnedElement {
            purpose,
            level: element.level().names.clone(),
            title: element.text().clone(),
            period: element.period(),
            page: ElementPage::of(p, element),
            withdrawn: element.withdrawn().and_then(|id| decision_ref(p, id)),
            closed: element.closed().and_then(|id| decision_ref(p, id)),
            verdict: VerdictMark::latest(p, element),
            judged: p.last_word(element).map(|word| word.round.cut_off),
            over: element.is_over(p.day()),
        }
    }
}

impl Bodies {
    /// A list of bodies on the lens's day.
    pub fn of(p: Published<'_>, list: BodyList) -> Bodies {
        let all: Vec<_> = p.bodies().collect();
        let left_out = earlier(p, &all);
        let on = |wanted: &dyn Fn(&PublicBody<'_>) -> bool| {
            let kept = all.iter().filter(|b| wanted(b)).map(BodyLink::of);
            in_order(kept.collect())
        };
        let listed = |b: &PublicBody<'_>| is_on_list(list, b.kind());
        Bodies {
            frame: Frame::of(p),
            list,
            bodies: on(&|b| listed(b) && !left_out.contains(&b.id)),
            earlier: on(&|b| listed(b) && left_out.contains(&b.id)),
            administrations: on(&|b| {
                list == BodyList::Committees && b.kind() == BodyKind::Administration
            }),
        }
    }
}
