//! A gap told in full, with the one step by which whoever looks can mend it: what they choose and
//! save right there, the form that it leads to, or whom they ask.

use super::commands::{handed_over, still_applied};
use super::found::Found;
use super::{About, Called, DocumentProposal, Gap, GapId, GapKind, Place, Subject, Waiting, named};
use crate::work::writing::{Place as Form, Target};
use crate::work::{Choice, PlanTime, body, decided_at_home, meeting, tie};
use jiff::civil::Date;
use riktning_domain::command::{Command, Now};
use riktning_domain::decisions::{Act, Adoptable};
use riktning_domain::elements::LookAfter;
use riktning_domain::ids::{BodyId, DocumentId, ElementId, IndicatorId, PersonId, WordingId};
use riktning_domain::inside::{Follows, InsideElement};
use riktning_domain::models::{Level, Purpose, Upward};
use riktning_domain::permissions::Role;
use riktning_domain::threads::ThreadEnd;
use riktning_domain::{Figure, Inside, Names, Published, Text};
use uuid::Uuid;

/// What mends a gap.
#[derive(Clone, Debug, PartialEq)]
pub enum Step {
    /// One of these is chosen and saved. If there is only one it is a single button.
    Choose(Vec<Choice>),
    /// A figure is typed and saved.
    Figure,
    /// A button that says that it holds until another replaces it, for a body to decide.
    Propose,
    /// What a meeting decided of a document is recorded.
    Decide(GapDecision),
    /// What a meeting decides over a row is recorded in the form of the register, where the row is
    /// read: of which bodies, and its number.
    DecideOver(Vec<(Names, String)>, u32),
    /// A new row is written, with the goal chosen.
    Write {
        /// In whose plan: the address.
        body: String,
        /// Of which year.
        time: PlanTime,
        /// The place of the level in the model.
        place: usize,
        /// What it supports, if its level can.
        supports: Option<Uuid>,
        /// To whom an order goes.
        to: Option<Uuid>,
        /// Whether it is an order.
        is_order: bool,
    },
    /// The row with this number is changed.
    Change(u32),
    /// Whoever looks after people hands over.
    Person(PersonId),
    /// Another body answers for it first.
    HandOverFirst,
    /// Somebody of this body can.
    Ask(Names),
    /// The strategist can.
    AskStrategist,
    /// Whoever records decisions can, when it is decided.
    AskRegistrar,
}

/// What is recorded of a meeting.
#[derive(Clone, Debug, PartialEq)]
pub struct GapDecision {
    /// The bodies that may have decided and whose registrar the person is.
    pub deciders: Vec<(BodyId, Names)>,
    /// The wording that it adopts, as the list shows it.
    pub seen: WordingId,
}

/// Tells gaps to whoever looks.
pub(super) struct Teller<'a> {
    pub(super) i: Inside<'a>,
    pub(super) p: Published<'a>,
    now: Now,
    follows: &'a Follows,
    called: Called<'a>,
    registrar_of: Vec<BodyId>,
    writes_for: Vec<BodyId>,
}

impl<'a> Teller<'a> {
    pub(super) fn of(
        i: Inside<'a>,
        now: Now,
        follows: &'a Follows,
        called: Called<'a>,
    ) -> Teller<'a> {
        Teller {
            i,
            p: i.published(),
            now,
            follows,
            called,
            registrar_of: i.holds(Role::Registrar),
            writes_for: i.writes_for(),
        }
    }

    /// A gap with its words and its step; none if what it is in is not there for the person.
    pub(super) fn tell(&self, found: &Found) -> Option<Gap> {
        let about = self.about(found.subject)?;
        let row = self.row(found.subject);
        let beside = found.other.and_then(|(other, _)| self.about_element(other));
        let left = row.and_then(|row| self.i.answered_for_by_who_left(row.id));
        // Who it was is for those who write there, and for whoever looks after people.
        let named = row.is_some_and(|row| self.i.looked_after_by(row.id).is_some());
        let is_left = found.kind == GapKind::OwnerLeft && (named || self.i.looks_after_people());
        Some(Gap {
            id: GapId {
                kind: found.kind,
                subject: found.subject.uuid(),
            },
            body: found.owner.and_then(|id| body(self.p, id)),
            beside_body: found
                .other
                .and_then(|(_, other)| Some(body(self.p, other?)?.0)),
            level: row.map(|row| row.level.names.clone()),
            lacks: self.lacks(found, row),
            beside,
            period: found.period,
            person: left
                .filter(|_| is_left)
                .and_then(|(id, _)| (self.called)(id)),
            waits: match found.subject {
                Subject::Document(id) => self.waits(id),
                _ => None,
            },
            since: found.since,
            step: self.step(found, row),
            about,
        })
    }

    /// What is proposed of a document.
    fn waits(&self, id: DocumentId) -> Option<Waiting> {
        let hand = self.i.document_in_hand(id)?;
        let decided = self.p.document(id)?.wording;
        let to = hand.wording.responsible;
        let handed_over = to.map(|to| handed_over(decided, to));
        let says = match hand.wording {
            wording if *wording == still_applied(decided) => Some(DocumentProposal::StillApplied),
            wording if Some(wording) == handed_over.as_ref() => {
                let to = to.and_then(|id| body(self.p, id));
                to.map(|(names, _)| DocumentProposal::Responsible(names))
            }
            _ => None,
        };
        Some(Waiting {
            since: hand.since,
            says,
        })
    }

    /// What the model calls the kind of link that is missing.
    fn lacks(&self, found: &Found, row: Option<InsideElement<'_>>) -> Option<Names> {
        let row = row.filter(|_| found.kind == GapKind::LinkLacking)?;
        match self.i.link_lacking(row.id)? {
            Upward::Level(id) => {
                let model = self.i.planned_model(row.model)?;
                Some(model.definition.level(id)?.names.clone())
            }
            Upward::Vision | Upward::Topic(_) => None,
        }
    }

    pub(super) fn row(&self, subject: Subject) -> Option<InsideElement<'a>> {
        match subject {
            Subject::Element(id) => self.i.element(id),
            _ => None,
        }
    }

    fn about(&self, subject: Subject) -> Option<About> {
        match subject {
            Subject::Element(id) => self.about_element(id),
            Subject::Indicator(id) => {
                let indicator = self.p.indicator(id)?;
                Some(About {
                    names: indicator.definition.names.clone(),
                    place: Place::Indicator(indicator.slug.to_string()),
                })
            }
            Subject::Topic(id) => Some(About {
                names: self.p.topic(id)?.names.clone(),
                place: Place::Topic,
            }),
            Subject::Document(id) => {
                let document = self.p.document(id)?;
                Some(About {
                    names: named(&document.wording.title),
                    place: Place::Document(document.slug.to_string()),
                })
            }
        }
    }

    fn about_element(&self, id: ElementId) -> Option<About> {
        let row = self.i.element(id)?;
        let slug = row.slug.to_string();
        let is_decided = self.p.element(id).is_some();
        let place = match row.level.purpose.is_planned() {
            _ if !is_decided => {
                let (_, at) = body(self.p, row.wording.owner?)?;
                Place::Plan(PlanTime::of(row.wording.period), at, row.number)
            }
            false => {
                let model = self.i.planned_model(row.model)?;
                Place::Goal(model.definition.period, slug)
            }
            true => Place::Row(row.number, slug),
        };
        Some(About {
            names: named(&row.wording.text),
            place,
        })
    }

    pub(super) fn step(&self, found: &Found, row: Option<InsideElement<'a>>) -> Step {
        let ask = || self.ask(found);
        let step = match (found.kind, found.subject) {
            (GapKind::GoalWithoutCommitments, _) => row.and_then(|goal| self.write(found, &goal)),
            (GapKind::LinkLacking, _) => row.and_then(|row| self.goals(&row)),
            (GapKind::SimilarWording, _) => self.change(found),
            (GapKind::OwnerLeft, _) => row.and_then(|row| self.colleagues(&row)),
            (GapKind::EndedBody, Subject::Element(id)) => {
                return self.transfer(found, id).unwrap_or(Step::AskRegistrar);
            }
            (GapKind::EndedBody, Subject::Document(id)) => {
                let step = self.document(id, Some(&found.successors));
                return step.unwrap_or_else(|| {
                    let next = found.successors.first().and_then(|id| body(self.p, *id));
                    next.map_or(Step::AskStrategist, |(names, _)| Step::Ask(names))
                });
            }
            (GapKind::ExpiredDocument, Subject::Document(id)) => self.document(id, None),
            (GapKind::IndicatorWithoutValue, Subject::Indicator(id)) => self.figure(found, id),
            (GapKind::EndedBody | GapKind::IndicatorWithoutResponsible, _) => {
                return self.responsible(found).unwrap_or(Step::AskStrategist);
            }
            _ => None,
        };
        step.unwrap_or_else(ask)
    }

    /// Whom somebody asks who cannot mend it themselves.
    fn ask(&self, found: &Found) -> Step {
        let own = found.owner.and_then(|id| self.p.body(id));
        match own {
            None => Step::AskStrategist,
            Some(own) if own.has_ended() => Step::HandOverFirst,
            Some(own) => Step::Ask(own.name.names.clone()),
        }
    }

    /// A new row that supports a goal: a promise of the body whose goal it is, or an order of
    /// council to it.
    fn write(&self, found: &Found, goal: &InsideElement<'_>) -> Option<Step> {
        let owner = found.owner;
        let own = owner.filter(|owner| self.writes_for.contains(owner));
        let promise = own.and_then(|own| self.write_in(own, goal, Purpose::Commitment, None));
        promise.or_else(|| {
            let mut council = self.writes_for.iter().copied().filter(|id| {
                let kind = self.p.body(*id).map(|body| body.kind());
                kind == Some(riktning_domain::bodies::BodyKind::Council) && self.follows.all()
            });
            let takes = |id: &BodyId| {
                let body = self.p.body(*id);
                body.is_some_and(|body| body.kind().takes_orders() && !body.has_ended())
            };
            self.write_in(
                council.next()?,
                goal,
                Purpose::Assignment,
                owner.filter(takes),
            )
        })
    }

    fn write_in(
        &self,
        at: BodyId,
        goal: &InsideElement<'_>,
        purpose: Purpose,
        to: Option<BodyId>,
    ) -> Option<Step> {
        let time = PlanTime::year(self.i.today().year() + 1)?;
        let model = time.model(self.i).filter(|model| model.id == goal.model)?;
        let mut levels = model.definition.levels.iter().enumerate();
        let (place, level) = levels
            .find(|(_, level)| level.purpose == purpose && decided_at_home(self.i, level, at))?;
        // An order that cannot lead to the goal leaves it as lonely as it was.
        let is_order = purpose == Purpose::Assignment;
        if is_order && !can_support(level, goal) {
            return None;
        }
        let (_, slug) = body(self.p, at)?;
        let target = Target::New {
            body: slug.clone(),
            time,
            place,
            order: None,
        };
        Form::of(self.i, &target)?;
        Some(Step::Write {
            body: slug,
            time,
            place,
            supports: can_support(level, goal).then_some(goal.id.0),
            to: to.map(|to| to.0),
            is_order,
        })
    }

    /// What a row can be tied to that lacks a link.
    fn goals(&self, row: &InsideElement<'a>) -> Option<Step> {
        let Upward::Level(wanted) = self.i.link_lacking(row.id)? else {
            return Some(Step::Change(row.number)).filter(|_| self.may_change(row.number));
        };
        let form = Form::of(self.i, &Target::Change(row.number))?;
        let names = &self
            .i
            .planned_model(row.model)?
            .definition
            .level(wanted)?
            .names;
        let kinds = form.choices().into_iter();
        let mut kinds = kinds.filter(|kind| kind.required && kind.names == *names);
        let options = kinds.next()?.options;
        let first = options.first()?.id;
        let tie = tie(Uuid::nil(), row.id, ThreadEnd::Element(ElementId(first)));
        (self.i.may(self.now, &tie)).then_some(Step::Choose(options))
    }

    fn may_change(&self, number: u32) -> bool {
        Form::of(self.i, &Target::Change(number)).is_some()
    }

    /// One of two wordings is changed, or taken back: the one that the person may.
    fn change(&self, found: &Found) -> Option<Step> {
        let Subject::Element(later) = found.subject else {
            return None;
        };
        let other = found.other.map(|(id, _)| id);
        let both = [Some(later), other].into_iter().flatten();
        let mut both = both.filter_map(|id| Some(self.i.element(id)?.number));
        let number = both.find(|number| self.may_change(*number))?;
        Some(Step::Change(number))
    }

    /// Who may answer for a row instead of whoever has left.
    fn colleagues(&self, row: &InsideElement<'_>) -> Option<Step> {
        let owner = self.i.owner(row.id).or(row.wording.owner)?;
        let command = Command::LookAfter(LookAfter {
            element: row.id,
            person: None,
            instead_of: None,
        });
        if !self.i.may(self.now, &command) {
            let (person, _) = self.i.answered_for_by_who_left(row.id)?;
            // Those who write there can, and whoever looks after people hands over all at once.
            return (self.i.looks_after_people()).then_some(Step::Person(person));
        }
        let colleagues = self.i.writers_at(owner).into_iter();
        let named = colleagues.filter_map(|id| Some((id, (self.called)(id)?)));
        let options = named.map(|(id, name)| Choice {
            id: id.0,
            names: named_person(&name),
            under: None,
        });
        let options: Vec<_> = options.collect();
        (!options.is_empty()).then_some(Step::Choose(options))
    }

    /// The body that answers from now on for an indicator or a process.
    fn responsible(&self, found: &Found) -> Option<Step> {
        let options = self.bodies(&found.successors);
        let first = options.first()?.id;
        let command = self.answers(found.subject, BodyId(first))?;
        self.i
            .may(self.now, &command)
            .then_some(Step::Choose(options))
    }

    /// The successors of a body; where nobody succeeded it, every body that is.
    fn bodies(&self, successors: &[BodyId]) -> Vec<Choice> {
        let alive = |body: &riktning_domain::published::PublicBody<'_>| {
            !body.has_ended() && body.from().day() <= self.i.today()
        };
        let of = |only: bool| {
            let next = self.p.bodies().filter(alive);
            let chosen = next.filter(|body| !only || successors.contains(&body.id));
            let chosen = chosen.map(|body| Choice {
                id: body.id.0,
                names: body.name.names.clone(),
                under: None,
            });
            chosen.collect::<Vec<_>>()
        };
        let own = of(true);
        if own.is_empty() { of(false) } else { own }
    }

    /// The figure of a period that is over, for whoever may report it.
    fn figure(&self, found: &Found, id: IndicatorId) -> Option<Step> {
        let command = self.report(found, id, Figure::ZERO)?;
        self.i.may(self.now, &command).then_some(Step::Figure)
    }

    /// What holds of a document is said by whoever writes for its body, and decided by a meeting.
    /// Of a body that is no more: by whoever writes for one that can answer for it from now on.
    fn document(&self, id: DocumentId, successors: Option<&[BodyId]>) -> Option<Step> {
        if let Some(hand) = self.i.document_in_hand(id) {
            return Some(self.decide(id, hand.id));
        }
        let may = |by: Option<BodyId>| {
            let command = self.redraft(id, by, Uuid::nil());
            command.is_some_and(|command| self.i.can(self.now, &command))
        };
        let Some(successors) = successors else {
            return may(None).then_some(Step::Propose);
        };
        let mut options = self.bodies(successors);
        options.retain(|option| may(Some(BodyId(option.id))));
        (!options.is_empty()).then_some(Step::Choose(options))
    }

    /// The decision that adopts what is proposed of a document.
    fn decide(&self, id: DocumentId, seen: WordingId) -> Step {
        let act = Act::Adopt(Adoptable::Document(id), seen);
        let deciders = self.deciders(&act, self.i.today());
        // Nobody records a decision over words that the list does not show.
        let is_shown = self.waits(id).is_some_and(|waits| waits.says.is_some());
        match deciders.is_empty() || !is_shown {
            true => Step::AskRegistrar,
            false => Step::Decide(GapDecision { deciders, seen }),
        }
    }

    /// What a body that is no more has left is given to another by a decision: of whoever decides
    /// in its matters, or its own of before it ended, which nobody has recorded yet.
    fn transfer(&self, found: &Found, id: ElementId) -> Option<Step> {
        let owner = found.owner?;
        let last_day = self.p.body(owner)?.end()?.last_day;
        let takers = self.i.takers(id, self.i.today());
        let can = |decider: &BodyId| {
            let day = match *decider == owner {
                true => last_day,
                false => self.i.today(),
            };
            let gives = |taker: &BodyId| {
                meeting::can(self.i, self.now, *decider, &Act::Transfer(id, *taker), day)
            };
            takers.iter().any(gives)
        };
        let deciders = self.registrar_of.iter().copied().filter(can);
        let deciders: Vec<_> = deciders.filter_map(|id| body(self.p, id)).collect();
        let number = self.p.element(id)?.number();
        (!deciders.is_empty()).then_some(Step::DecideOver(deciders, number))
    }

    /// The bodies for which the person records and that may decide this on a day.
    fn deciders(&self, act: &Act, day: Date) -> Vec<(BodyId, Names)> {
        let may = |body: &BodyId| meeting::can(self.i, self.now, *body, act, day);
        let own = self.registrar_of.iter().copied().filter(may);
        let own = own.filter_map(|id| Some((id, body(self.p, id)?.0)));
        own.collect()
    }
}

/// Whether the elements of a level support those of a goal's.
fn can_support(level: &Level, goal: &InsideElement<'_>) -> bool {
    let mut supports = level.supports.iter();
    supports.any(|support| support.upward == Upward::Level(goal.level.id))
}

fn named_person(name: &str) -> Names {
    Names::swedish(Text::new(name))
}
