//! Adopted elements and what they support, as residents see them.

use super::{PublicModel, Published};
use crate::criteria::{self, Finding};
use crate::dates::Dated;
use crate::decisions::{Adoptable, Basis};
use crate::elements::{Addressed, Continues, Ending, Origin, Placement, Quantity, Wording};
use crate::ids::{BodyId, DecisionId, ElementId, ModelId, SourceId};
use crate::indicators::Interpretation;
use crate::models::Level;
use crate::money::Money;
use crate::periods::Period;
use crate::slugs::Slug;
use crate::texts::Text;
use crate::threads::ThreadEnd;
use jiff::civil::Date;

/// An adopted element as it stood on the day. It has no way to the responsible person.
#[derive(Clone, Copy, Debug)]
pub struct PublicElement<'a> {
    id: ElementId,
    number: u32,
    slug: &'a Slug,
    drafted: u64,
    wording: &'a Wording,
    basis: Basis,
    owner: Option<BodyId>,
    model: PublicModel<'a>,
    level: &'a Level,
    ending: Option<(Ending, DecisionId)>,
}

impl<'a> PublicElement<'a> {
    /// Which element.
    pub fn id(&self) -> ElementId {
        self.id
    }
    /// Its number in the group: given once and never reused.
    pub fn number(&self) -> u32 {
        self.number
    }
    /// Its part of the address.
    pub fn slug(&self) -> &'a Slug {
        self.slug
    }
    /// The model it belongs to.
    pub fn model(&self) -> PublicModel<'a> {
        self.model
    }
    /// The level it stands on.
    pub fn level(&self) -> &'a Level {
        self.level
    }
    /// The sentence.
    pub fn text(&self) -> &'a Text {
        &self.wording.text
    }
    /// What it means.
    pub fn description(&self) -> Option<&'a Text> {
        self.wording.description.as_ref()
    }
    /// Why it matters.
    pub fn why(&self) -> Option<&'a Text> {
        self.wording.why.as_ref()
    }
    /// The body that owns it on the day.
    pub fn owner(&self) -> Option<BodyId> {
        self.owner
    }
    /// Who is responsible in the words of the source, where they name no body here.
    pub fn owner_in_words(&self) -> Option<&'a Text> {
        self.wording.owner_in_words.as_ref()
    }
    /// To whom an assignment is addressed.
    pub fn addressed_to(&self) -> &'a Addressed {
        &self.wording.addressed_to
    }
    /// The responsible role.
    pub fn role(&self) -> Option<&'a Text> {
        self.wording.role.as_ref()
    }
    /// The period it is for.
    pub fn period(&self) -> Period {
        self.wording.period
    }
    /// The topics it stands under.
    pub fn topics(&self) -> &'a [Placement] {
        &self.wording.topics
    }
    /// How much is to be reached.
    pub fn quantity(&self) -> Option<&'a Quantity> {
        self.wording.quantity.as_ref()
    }
    /// What can be tested instead.
    pub fn condition(&self) -> Option<&'a Text> {
        self.wording.condition.as_ref()
    }
    /// What happens if it is not kept.
    pub fn if_not_kept(&self) -> Option<&'a Text> {
        self.wording.if_not_kept.as_ref()
    }
    /// The money that goes with it.
    pub fn amount(&self) -> Option<Money> {
        self.wording.amount
    }
    /// How its wording stands to the criteria of its level.
    pub fn findings(&self) -> Vec<Finding<'a>> {
        criteria::findings(self.level, self.wording)
    }
    /// When it is due.
    pub fn due(&self) -> Option<Dated> {
        self.wording.due
    }
    /// Where it comes from.
    pub fn origin(&self) -> Origin {
        self.wording.origin
    }
    /// The earlier element that it continues.
    pub fn continues(&self) -> Option<Continues> {
        self.wording.continues
    }
    /// Where it was found.
    pub fn source(&self) -> Option<SourceId> {
        self.wording.source
    }
    /// Whether its period is over on a day.
    pub fn is_over(&self, day: Date) -> bool {
        self.wording.period.last_day() < day
    }
    /// What it rests on.
    pub fn basis(&self) -> Basis {
        self.basis
    }
    /// Its place in the decision or source that adopted it: by when it was first drafted.
    pub fn drafted(&self) -> u64 {
        self.drafted
    }
    /// Whether a decision has ended it: withdrawn or closed.
    pub fn has_ended(&self) -> bool {
        self.ending.is_some()
    }
    /// The decision that withdrew it.
    pub fn withdrawn(&self) -> Option<DecisionId> {
        self.ending
            .filter(|(ending, _)| *ending == Ending::Withdrawn)
            .map(|(_, d)| d)
    }
    /// The decision that closed it.
    pub fn closed(&self) -> Option<DecisionId> {
        self.ending
            .filter(|(ending, _)| *ending == Ending::Closed)
            .map(|(_, d)| d)
    }
}

impl<'a> Published<'a> {
    /// An element that a decision, or a public source, had adopted by the day.
    pub fn element(&self, id: ElementId) -> Option<PublicElement<'a>> {
        let element = self.state.elements.get(&id)?;
        if !self.may_show(Adoptable::Element(id)) {
            return None;
        }
        let adoption = self.state.adoption_on(&element.adopted, self.day)?;
        let wording = element.read_on(adoption.value.wording, self.day)?;
        let model = self.model(element.model?)?;
        let level = model.definition.level(element.level?)?;
        Some(PublicElement {
            id,
            number: element.number,
            slug: element.slug()?,
            drafted: element.drafts.entries().first()?.position,
            wording,
            basis: adoption.value.basis,
            owner: self.state.owner_by(element, Some(adoption), self.day),
            model,
            level,
            ending: self.state.ending_on(element, self.day),
        })
    }

    /// The adopted elements of a model.
    pub fn elements_of(&self, model: ModelId) -> impl Iterator<Item = PublicElement<'a>> {
        let ids = self.state.elements_of.get(&model).into_iter().flatten();
        let lens = *self;
        ids.filter_map(move |id| lens.element(*id))
    }

    /// The adopted elements of a model on the levels and for the periods that are wanted, level by
    /// level. No others are looked at: a page that tells of a few goals costs as much beside
    /// twenty thousand activities as beside none.
    pub fn elements_where(
        &self,
        model: ModelId,
        wanted: impl Fn(&Level, Period) -> bool,
    ) -> Vec<PublicElement<'a>> {
        let levels = self.model(model).map(|model| &model.definition.levels);
        let mut found = Vec::new();
        for level in levels.into_iter().flatten() {
            let periods = self.state.elements_on.get(&(model, level.id));
            for (period, ids) in periods.into_iter().flatten() {
                if wanted(level, *period) {
                    let elements = ids.iter().filter_map(|id| self.element(*id));
                    // Any wording put it there; the one that stands may be for another period.
                    found.extend(elements.filter(|element| element.period() == *period));
                }
            }
        }
        found
    }

    /// The element of a model with an address. What its words before the decision would have been
    /// called leads nowhere.
    pub fn element_at(&self, model: ModelId, slug: &Slug) -> Option<PublicElement<'a>> {
        let id = self.state.element_slugs.get(&(model, slug.clone()))?;
        let element = self.state.elements.get(id)?;
        (element.slug() == Some(slug)).then(|| self.element(*id))?
    }

    /// What an adopted element supports on the day, with whose word each link is. A link to
    /// a draft is not shown before the draft is adopted.
    pub fn supports(&self, id: ElementId) -> Vec<(ThreadEnd, Interpretation)> {
        let adopted = self.element(id).and(self.state.elements.get(&id));
        let tied = adopted.into_iter();
        let tied = tied.flat_map(|e| self.state.tied(&e.up, self.day));
        let is_shown = |end| match end {
            ThreadEnd::Element(above) => self.element(above).is_some(),
            ThreadEnd::Vision(vision) => self.vision(vision).is_some(),
            ThreadEnd::Document(id) => self.document(id).is_some() || self.rule(id).is_some(),
        };
        tied.filter(|(_, t)| is_shown(t.to))
            .map(|(_, t)| (t.to, t.interpretation))
            .collect()
    }

    /// The adopted elements that an element supports on the day, each once, by number.
    pub fn above(&self, element: &PublicElement<'_>) -> Vec<PublicElement<'a>> {
        let written = self.state.elements.get(&element.id);
        let tied = written.into_iter();
        let tied = tied.flat_map(|e| self.state.tied(&e.up, self.day));
        let mut above: Vec<_> = tied
            .filter_map(|(_, t)| match t.to {
                ThreadEnd::Element(id) => self.element(id),
                ThreadEnd::Vision(_) | ThreadEnd::Document(_) => None,
            })
            .collect();
        above.sort_by_key(PublicElement::number);
        above.dedup_by_key(|element| element.id);
        above
    }

    /// The adopted elements that support an element on the day, in a fixed order.
    pub fn supported_by(&self, id: ElementId) -> Vec<PublicElement<'a>> {
        let element = self.state.elements.get(&id).into_iter();
        let tied = element.flat_map(|e| self.state.tied(&e.down, self.day));
        let mut below: Vec<_> = tied.filter_map(|(_, t)| self.element(t.from)).collect();
        below.sort_by(|a, b| (a.period(), a.text(), a.id).cmp(&(b.period(), b.text(), b.id)));
        below
    }

    /// The adopted elements that continue an element.
    pub fn continued_by(&self, id: ElementId) -> Vec<PublicElement<'a>> {
        let ids = self.state.continued_by.get(&id).into_iter().flatten();
        let elements = ids.filter_map(|next| self.element(*next));
        elements
            .filter(|e| e.continues().is_some_and(|c| c.element == id))
            .collect()
    }

    /// The adopted elements that a body owns on the day.
    pub fn owned_by(&self, body: BodyId) -> Vec<PublicElement<'a>> {
        let ids = self.state.owned_by.get(&body).into_iter().flatten();
        ids.filter_map(|id| self.element(*id))
            .filter(|e| e.owner() == Some(body))
            .collect()
    }
}
