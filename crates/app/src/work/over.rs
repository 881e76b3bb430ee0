//! A decision over what stands: what a body may withdraw, close or give to another, and what
//! becomes of the form that says so.

use super::decisions::records_for;
use super::meeting::Meeting;
use super::{WorkFrame, body};
use crate::app::{App, Unperformed};
use crate::views::element_links::ElementPage;
use jiff::civil::Date;
use riktning_domain::command::Command;
use riktning_domain::decisions::{Act, RecordDecision};
use riktning_domain::ids::{BodyId, DecisionId, ElementId, PersonId, WordingId};
use riktning_domain::inside::InsideElement;
use riktning_domain::models::Purpose;
use riktning_domain::permissions::User;
use riktning_domain::{Inside, Names, Period, Refusal, Slug, Text};
use riktning_store::StoreError;
use std::collections::{BTreeMap, BTreeSet};

/// The form of a decision over what stands.
#[derive(Clone, Debug, PartialEq)]
pub struct OverForm {
    /// What stands around the page.
    pub frame: WorkFrame,
    /// The last day of which a meeting can have been: today, or the day that was the body's last.
    pub until: Date,
    /// Whether the body is no more.
    pub has_ended: bool,
    /// The body that decides: name and address.
    pub body: (Names, String),
    /// What it may withdraw, close or give to another.
    pub rows: Vec<OverRow>,
    /// What was chosen and can be decided over no more.
    pub gone: Vec<GoneRow>,
    /// The bodies that anything of it can be given to.
    pub takers: Vec<(BodyId, Names)>,
    /// How many are left out whose year is over.
    pub older: usize,
    id: BodyId,
}

/// Something that stands decided.
#[derive(Clone, Debug, PartialEq)]
pub struct OverRow {
    /// Which element.
    pub element: ElementId,
    /// The wording that stands.
    pub wording: WordingId,
    /// Its number.
    pub number: u32,
    /// What its level is called.
    pub level: Names,
    /// What it says.
    pub text: Text,
    /// What it said when it was chosen, if other words stand now.
    pub was: Option<Text>,
    /// Its time.
    pub period: Period,
    /// Who has it.
    pub owner: Names,
    /// The bodies that it can be given to.
    pub takers: BTreeSet<BodyId>,
    /// Where residents read of it.
    pub page: Option<ElementPage>,
}

/// Something that was chosen and is no longer there to choose.
#[derive(Clone, Debug, PartialEq)]
pub struct GoneRow {
    /// Which element.
    pub element: ElementId,
    /// Its number.
    pub number: u32,
    /// What it said when it was chosen.
    pub was: Option<Text>,
}

/// Which of what stands a form shows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Asked {
    /// Whether also what has had its time, and not only what runs or is to come, and orders, which
    /// run until they are closed.
    pub all: bool,
    /// The number of the row that comes first.
    pub first: Option<u32>,
    /// In which rows something is chosen, with the wording that was on the page.
    pub chosen: BTreeMap<ElementId, WordingId>,
}

impl OverRow {
    fn of(i: Inside<'_>, element: &InsideElement<'_>, asked: &Asked, day: Date) -> Option<OverRow> {
        let p = i.published();
        let public = p.element(element.id);
        let chosen = asked.chosen.get(&element.id);
        let other = chosen.filter(|wording| **wording != element.wording_id);
        let was = other.and_then(|wording| i.wording(element.id, *wording));
        Some(OverRow {
            page: public.and_then(|public| ElementPage::of(p, &public)),
            element: element.id,
            wording: element.wording_id,
            number: element.number,
            level: element.level.names.clone(),
            text: element.wording.text.clone(),
            was: was.map(|was| was.text.clone()),
            period: element.wording.period,
            owner: body(p, i.owner(element.id)?)?.0,
            takers: i.takers(element.id, day).into_iter().collect(),
        })
    }
}

impl GoneRow {
    /// Of what they may read: of anything else nothing is told.
    fn of(i: Inside<'_>, element: ElementId, wording: WordingId) -> Option<GoneRow> {
        let was = i.wording(element, wording);
        Some(GoneRow {
            element,
            number: i.decided_element(element)?.number,
            was: was.map(|was| was.text.clone()),
        })
    }
}

impl Asked {
    fn shows(&self, i: Inside<'_>, element: &InsideElement<'_>) -> bool {
        let is_chosen = self.chosen.contains_key(&element.id);
        self.all || is_chosen || self.first == Some(element.number) || runs(i, element)
    }
}

fn runs(i: Inside<'_>, element: &InsideElement<'_>) -> bool {
    let is_order = element.level.purpose == Purpose::Assignment;
    is_order || element.wording.period.last_day() >= i.today()
}

impl OverForm {
    /// The form for a body by its address; none for whoever does not record what it decides.
    pub fn of(i: Inside<'_>, slug: &str, asked: &Asked) -> Option<OverForm> {
        let p = i.published();
        let id = p.body_at(&Slug::parse(slug)?)?.id;
        let (_, named) = records_for(i).into_iter().find(|(own, _)| *own == id)?;
        let until = i.decides_until(id)?;
        let all = i.decided_over(id, until);
        let (shown, older): (Vec<_>, Vec<_>) = all.iter().partition(|e| asked.shows(i, e));
        let rows = shown.into_iter();
        let rows = rows.filter_map(|e| OverRow::of(i, e, asked, until));
        let mut rows: Vec<OverRow> = rows.collect();
        // In a stable order otherwise.
        rows.sort_by_key(|row| asked.first != Some(row.number));
        let is_there = |id: &ElementId| rows.iter().any(|row| row.element == *id);
        let gone = asked.chosen.iter().filter(|(id, _)| !is_there(id));
        let gone = gone.filter_map(|(id, wording)| GoneRow::of(i, *id, *wording));
        let mut gone: Vec<GoneRow> = gone.collect();
        gone.sort_by_key(|gone| gone.number);
        Some(OverForm {
            frame: WorkFrame::of(i),
            until,
            has_ended: p.body(id)?.has_ended(),
            body: named,
            gone,
            older: older.len(),
            takers: takers(i, &rows),
            rows,
            id,
        })
    }
}

/// The bodies that any of the rows can be given to, by id.
fn takers(i: Inside<'_>, rows: &[OverRow]) -> Vec<(BodyId, Names)> {
    let takers: BTreeSet<BodyId> = rows.iter().flat_map(|r| &r.takers).copied().collect();
    let named = takers.into_iter();
    let named = named.filter_map(|id| Some((id, body(i.published(), id)?.0)));
    named.collect()
}

/// A decision over what stands, as its form wants it recorded.
#[derive(Clone, Debug, PartialEq)]
pub struct Deciding {
    /// The body that decides, by its address.
    pub body: String,
    /// When and by what right.
    pub meeting: Meeting,
    /// What it does, each with the wording that the form showed.
    pub acts: Vec<(Act, WordingId)>,
}

impl Deciding {
    /// The elements that it is over, each with the wording that the form showed.
    fn seen(&self) -> impl Iterator<Item = (ElementId, WordingId)> + '_ {
        let acts = self.acts.iter();
        acts.filter_map(|(act, wording)| Some((act.over()?, *wording)))
    }

    fn record(self, body: BodyId) -> RecordDecision {
        let seen = self.seen().collect();
        let acts = self.acts.into_iter().map(|(act, _)| act);
        self.meeting.record(body, acts.collect(), seen)
    }

    /// What was chosen in the form, with the wordings that it showed.
    fn asked(&self) -> Asked {
        Asked {
            all: true,
            first: None,
            chosen: self.seen().collect(),
        }
    }
}

/// What became of a decision over what stands.
#[derive(Debug)]
pub enum DecidedOver {
    /// It is recorded.
    Recorded(DecisionId),
    /// The form has recorded something else before.
    Already(DecisionId),
    /// These are not what the form showed: they are decided otherwise, gone, or cannot go there.
    Changed(Vec<ElementId>),
    /// The person records nothing for such a body.
    Nowhere,
    /// A rule said no, and what it says of each element that it is about.
    Refused(Refusal, Vec<(ElementId, Refusal)>),
    /// The store could not take it.
    Unperformed(Unperformed),
}

/// The decision that a form asks for, seen against what stands; or what became of it already.
fn wanted(i: Inside<'_>, deciding: Deciding) -> Result<RecordDecision, DecidedOver> {
    if let Some(there) = i.recorded(deciding.meeting.id()) {
        let wanted = deciding.record(there.record.body);
        return Err(match wanted == *there.record {
            true => DecidedOver::Recorded(there.id),
            false => DecidedOver::Already(there.id),
        });
    }
    let form = OverForm::of(i, &deciding.body, &deciding.asked());
    let form = form.ok_or(DecidedOver::Nowhere)?;
    let changed = form.changed(&deciding.acts);
    match changed.is_empty() {
        true => Ok(deciding.record(form.id)),
        false => Err(DecidedOver::Changed(changed)),
    }
}

impl App {
    /// Records a decision over what stands. All of it is done or nothing, and nothing if other
    /// words stand than those that the form showed: the writer itself asks, since somebody else
    /// may decide at the same moment.
    pub async fn decide_over(&self, person: PersonId, deciding: Deciding) -> DecidedOver {
        let id = deciding.meeting.id();
        let record = match self.inside(person, |i, _| wanted(i, deciding.clone())) {
            Ok(record) => record,
            Err(already) => return already,
        };
        let command = Command::RecordDecision(record);
        let key = deciding.meeting.key.to_string();
        let performed = self.perform_all(User::Person(person), vec![command], Some(key));
        match performed.await {
            Ok(_) => DecidedOver::Recorded(id),
            Err(Unperformed::Refused { refusal, .. }) => {
                self.inside(person, |i, now| match wanted(i, deciding) {
                    _ if refusal == Refusal::NotPermitted => DecidedOver::Nowhere,
                    Ok(record) => DecidedOver::Refused(refusal, i.refused_one_by_one(now, &record)),
                    // Somebody came between.
                    Err(became) => became,
                })
            }
            // Sent twice at the same moment, with something else in it.
            Err(Unperformed::Store(StoreError::TokenReused { .. })) => {
                let is_there = self.inside(person, |i, _| i.recorded(id).is_some());
                match is_there {
                    true => DecidedOver::Already(id),
                    false => DecidedOver::Changed(Vec::new()),
                }
            }
            Err(error) => DecidedOver::Unperformed(error),
        }
    }
}

impl OverForm {
    /// What of the acts is not as the form showed it: decided otherwise, gone, or given to
    /// somebody who cannot have it.
    fn changed(&self, acts: &[(Act, WordingId)]) -> Vec<ElementId> {
        let stands = |id: ElementId, act: &Act, wording: WordingId| {
            let row = self.rows.iter().find(|row| row.element == id);
            row.is_some_and(|row| {
                let goes = match act {
                    Act::Transfer(_, to) => row.takers.contains(to),
                    _ => true,
                };
                goes && row.wording == wording
            })
        };
        let gone = acts.iter().filter_map(|(act, wording)| {
            let id = act.over()?;
            (!stands(id, act, *wording)).then_some(id)
        });
        gone.collect()
    }
}
