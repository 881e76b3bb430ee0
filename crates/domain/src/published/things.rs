//! Everything that residents may look for or see change: what search and the change log are
//! made of.
//!
//! Nothing here says a word of any thing. Who wants its words asks the lens on a day, and gets
//! what residents saw on that day or nothing.

use super::Published;
use crate::assessments::Scope;
use crate::ids::{
    AccountsId, BodyId, DecisionId, DocumentId, ElementId, FrameEntryId, IndicatorId, ModelId,
    NoteId, NoticeId, OfficeId, PageId, PlanId, ReportId, TopicId, VisionId,
};
use crate::plans::PlanStage;
use crate::timeline::Timeline;
use imbl::OrdMap;
use jiff::civil::Date;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Something that residents may look for, or that may change before their eyes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Thing {
    /// The strategic direction of a goal period.
    Model(ModelId),
    /// A vision.
    Vision(VisionId),
    /// A perspective, a value, a process, a target group.
    Topic(TopicId),
    /// A goal, a commitment, an activity.
    Element(ElementId),
    /// An indicator.
    Indicator(IndicatorId),
    /// A plan of a body for a period.
    Plan(PlanId),
    /// A body.
    Body(BodyId),
    /// A governing document.
    Document(DocumentId),
    /// A law or other rule from outside.
    Rule(DocumentId),
    /// A service notice.
    Notice(NoticeId),
    /// An office of the contact centre.
    Office(OfficeId),
    /// A decision.
    Decision(DecisionId),
    /// The balance of the whole.
    Whole,
    /// Whether good financial management was reached, in the municipality or in the group.
    FinancialManagement(Scope),
    /// The council's guidelines for good financial management in a year.
    Guidelines(i16),
    /// A report of a year.
    Report(ReportId),
    /// An entry in the ledger of frames.
    Frame(FrameEntryId),
    /// Printed accounts.
    Accounts(AccountsId),
    /// What a public source says of something.
    Note(NoteId),
    /// A page that the municipality has written.
    Written(PageId),
    /// The public site's pages, and who answers for each.
    Pages,
}

impl<'a> Published<'a> {
    /// The same lens on an earlier day; on a day to come it is today's.
    pub fn on(&self, day: Date) -> Published<'a> {
        Published {
            day: day.min(self.today),
            ..*self
        }
    }

    /// What residents may ever have seen, in the order in which it was first recorded. Some of
    /// it they have not: ask the lens.
    pub fn things(&self) -> Vec<Thing> {
        let state = self.state;
        let mut things = Vec::new();
        things.extend(placed(&state.models, Thing::Model, |m| &m.definitions));
        things.extend(placed(&state.visions, Thing::Vision, |v| &v.drafts));
        things.extend(placed(&state.topics, Thing::Topic, |t| &t.descriptions));
        things.extend(placed(&state.elements, Thing::Element, |e| &e.drafts));
        things.extend(placed(&state.indicators, Thing::Indicator, |i| {
            &i.definitions
        }));
        things.extend(placed(&state.plans, Thing::Plan, |p| &p.stages));
        things.extend(placed(&state.bodies, Thing::Body, |b| &b.names));
        things.extend(placed(&state.documents, Thing::Document, |d| &d.drafts));
        things.extend(placed(&state.external_rules, Thing::Rule, |r| &r.versions));
        things.extend(placed(&state.notices, Thing::Notice, |n| &n.versions));
        things.extend(placed(&state.offices, Thing::Office, |o| &o.descriptions));
        things.extend(placed(&state.accounts, Thing::Accounts, |a| a));
        things.extend(placed(&state.notes, Thing::Note, |n| n));
        things.extend(placed(&state.written_pages, Thing::Written, |page| page));
        let reports = state.reports.iter();
        things.extend(reports.map(|(id, r)| (r.position(), Thing::Report(*id))));
        let mut years = BTreeMap::new();
        for guidance in state.guidance.values() {
            if let Some(word) = guidance.last() {
                let place = years.entry(word.says.year).or_insert(u64::MAX);
                *place = guidance.position().min(*place);
            }
        }
        things.extend(
            years
                .into_iter()
                .map(|(year, place)| (place, Thing::Guidelines(year))),
        );
        let decisions = state.decisions.iter();
        things.extend(decisions.map(|(id, d)| (d.position, Thing::Decision(*id))));
        let frames = state.frame_entries.iter();
        things.extend(frames.map(|(id, f)| (f.position, Thing::Frame(*id))));
        // What is always there has no place among what was recorded, and comes last.
        let scopes = [Scope::Municipality, Scope::Group].map(Thing::FinancialManagement);
        let always = [Thing::Whole, Thing::Pages].into_iter().chain(scopes);
        things.extend(always.map(|thing| (u64::MAX, thing)));
        things.sort_unstable();
        things.into_iter().map(|(_, thing)| thing).collect()
    }

    /// A plan that a decision had adopted by the day.
    pub fn plan(&self, id: PlanId) -> Option<super::PublicPlan<'a>> {
        let plan = self.state.plans.get(&id)?;
        let adopted = self.state.plan_stage(plan, self.day) >= Some(PlanStage::Adopted);
        adopted.then(|| super::PublicPlan::new(id, plan, *self))
    }

    /// The decisions that had been made by the day, the earliest first.
    pub fn decisions(&self) -> Vec<(Date, super::PublicDecision<'a>)> {
        let decisions = self.state.decisions.iter();
        let made = decisions.filter_map(|(id, d)| Some((d.on, self.decision(*id)?)));
        let mut made: Vec<_> = made.collect();
        made.sort_by_key(|(on, d)| (*on, d.position));
        made
    }
}

/// Things of a kind, each with the position of the event that recorded it first.
fn placed<'a, K: Copy + Ord, V, T: 'a>(
    all: &'a OrdMap<K, Arc<V>>,
    thing: impl Fn(K) -> Thing,
    said: impl Fn(&'a V) -> &'a Timeline<T>,
) -> impl Iterator<Item = (u64, Thing)> {
    all.iter().map(move |(id, value)| {
        let positions = said(value).entries().iter().map(|e| e.position);
        (positions.min().unwrap_or_default(), thing(*id))
    })
}
