//! The fields of the form of an element, as they are typed and as they stand.

use crate::cache::address::field;
use crate::form::Form;
use crate::pages::speech::Speech;
use crate::work::answers::{Faults, key};
use crate::work::choosing::Asked;
use crate::work::{drafts, typed};
use riktning_app::App;
use riktning_app::work::{ElementForm, Links, Target, Writing};
use riktning_domain::Text;
use riktning_domain::elements::Quantity;
use riktning_domain::ids::WordingId;
use riktning_domain::models::Purpose;
use std::collections::BTreeSet;
use uuid::Uuid;

/// The most characters of each text.
pub(in crate::work) const SENTENCE: usize = 300;
const DESCRIPTION: usize = 4_000;
const UNIT: usize = 80;
const CONDITION: usize = 500;

/// The fields as they were typed, or as they stand.
#[derive(Clone, Debug, Default, PartialEq)]
pub(in crate::work) struct Typed {
    pub(in crate::work) text: String,
    pub(in crate::work) description: String,
    pub(in crate::work) role: String,
    pub(in crate::work) amount: String,
    pub(in crate::work) unit: String,
    pub(in crate::work) at_least: bool,
    pub(in crate::work) condition: String,
    pub(in crate::work) clear_anyway: String,
    pub(in crate::work) due: String,
    pub(in crate::work) links: Links,
    /// The wording that was on the page when this was typed.
    pub(in crate::work) seen: Option<WordingId>,
    /// The keys of the form under which this was typed, the last one first.
    pub(in crate::work) keys: Vec<Uuid>,
    /// What is looked for among what can be chosen.
    pub(in crate::work) asked: Asked,
}

impl Typed {
    /// The fields as the saved wording, or the order, has them.
    pub(super) fn of(s: &Speech, view: &ElementForm) -> Typed {
        let Some(wording) = &view.wording else {
            return Typed::default();
        };
        let plain = |text: &Option<Text>| {
            let text = text.as_ref().and_then(Text::as_str);
            text.unwrap_or_default().to_owned()
        };
        let quantity = wording.quantity.as_ref();
        Typed {
            text: wording.text.as_str().unwrap_or_default().to_owned(),
            description: match view.number {
                Some(_) => plain(&wording.description),
                None => String::new(),
            },
            role: plain(&wording.role),
            amount: quantity.map_or(String::new(), |q| s.plain(&q.value)),
            unit: quantity.map_or(String::new(), |q| s.words.typed(&q.unit)),
            at_least: quantity.is_some_and(|q| q.at_least),
            condition: plain(&wording.condition),
            clear_anyway: match view.number {
                Some(_) => plain(&wording.clear_anyway),
                None => String::new(),
            },
            due: wording.due.map_or(String::new(), |due| due.to_string()),
            links: view.chosen.clone(),
            seen: view.seen,
            keys: Vec::new(),
            asked: Asked::default(),
        }
    }

    /// The same with what an address chooses: a goal to support, a body to order.
    pub(super) fn choosing(mut self, query: &str) -> Typed {
        let id = |name| field(query, name).and_then(|id| Uuid::parse_str(&id).ok());
        self.links.chosen.extend(id("val"));
        self.links.addressed.extend(id("till"));
        self
    }

    /// The fields as the form sends them, with what it offers to choose and no more.
    pub(super) fn as_sent(&self, view: &ElementForm) -> Typed {
        let options = view.choices.iter().flat_map(|kind| &kind.options);
        let offered: BTreeSet<Uuid> = options.map(|option| option.id).collect();
        let mut sent = self.clone();
        sent.links.chosen.retain(|id| offered.contains(id));
        sent
    }

    /// Whether it says what another says, whichever wording was on the page.
    pub(super) fn says_as(&self, other: &Typed) -> bool {
        Typed {
            seen: other.seen,
            keys: other.keys.clone(),
            asked: other.asked.clone(),
            ..self.clone()
        } == *other
    }

    /// Whether anything was typed at all.
    pub(in crate::work) fn is_empty(&self) -> bool {
        let texts = [
            &self.text,
            &self.description,
            &self.role,
            &self.condition,
            &self.clear_anyway,
            &self.amount,
            &self.due,
        ];
        texts.iter().all(|text| text.trim().is_empty())
    }

    pub(super) fn read(form: &Form) -> Typed {
        let ids = |name| form.all(name).filter_map(|id| Uuid::parse_str(id).ok());
        let one = |name: &str| form.typed(name).to_owned();
        Typed {
            text: one("text"),
            description: one("beskrivning"),
            role: one("roll"),
            amount: one("mangd"),
            unit: one("enhet"),
            at_least: form.once("minst").is_some(),
            condition: one("villkor"),
            clear_anyway: one("tydligt"),
            due: one("klart"),
            links: Links {
                chosen: ids("val").collect(),
                addressed: ids("till").collect(),
                to_all: form.once("alla").is_some(),
            },
            seen: ids("sedd").next().map(WordingId),
            keys: drafts::keys_of(form),
            asked: Asked::read(form),
        }
    }

    /// The fields as domain types; every fault at once.
    pub(super) fn to_writing(
        &self,
        app: &App,
        s: &Speech,
        faults: &mut Faults,
        view: &ElementForm,
        target: Target,
        form: &Form,
    ) -> Option<Writing> {
        let text = typed::text(s, faults, "text", &self.text, SENTENCE, false);
        if text.is_none() {
            let is_goal = view.time.as_year().is_none();
            let key = match is_goal {
                true => "work-fault-text-goal",
                false => "work-fault-text",
            };
            faults.add("text", s.t(key));
        }
        let description = typed::text(
            s,
            faults,
            "beskrivning",
            &self.description,
            DESCRIPTION,
            true,
        );
        let role = typed::role(app, s, faults, "roll", &self.role);
        let condition = typed::text(s, faults, "villkor", &self.condition, CONDITION, false);
        let anyway = typed::text(s, faults, "tydligt", &self.clear_anyway, CONDITION, false);
        // Other words are asked anew: the reason was for those that stood there.
        let saved = view.wording.as_ref().filter(|_| view.number.is_some());
        let is_old =
            saved.is_some_and(|w| Some(&w.text) != text.as_ref() && w.clear_anyway == anyway);
        let anyway = anyway.filter(|_| !is_old);
        let value = typed::figure(s, faults, "mangd", &self.amount);
        let unit = typed::text(s, faults, "enhet", &self.unit, UNIT, false);
        if value.is_some() && unit.is_none() {
            faults.add("enhet", s.t("work-fault-unit"));
        }
        if unit.is_some() && self.amount.trim().is_empty() {
            faults.add("mangd", s.t("work-fault-amount"));
        }
        let due = typed::dated(s, faults, "klart", &self.due);
        let offered: BTreeSet<Uuid> = view.addressees.iter().map(|body| body.id).collect();
        let to_somebody = self.links.to_all || !self.links.addressed.is_empty();
        if view.purpose == Purpose::Assignment && !to_somebody {
            faults.add("till", s.t("work-fault-addressed"));
        }
        if !self.links.addressed.is_subset(&offered) {
            faults.add("till", s.t("work-fault-addressed"));
        }
        chosen(s, form, view, faults);
        let key = key(form);
        if key.is_none() || (view.number.is_some() && self.seen.is_none()) {
            // A form of ours has both; without them a double click would be two.
            faults.add("text", s.t("work-fault-form"));
        }
        Some(Writing {
            target,
            key: key?,
            seen: self.seen,
            text: text?,
            description,
            role,
            quantity: value.zip(unit).map(|(value, unit)| Quantity {
                value,
                unit,
                at_least: self.at_least,
            }),
            condition,
            clear_anyway: anyway,
            due,
            links: self.links.clone(),
        })
    }
}

/// What was chosen of what the form offers. Anything else, as a goal that has been withdrawn
/// meanwhile, is told of, and never left out without a word.
pub(in crate::work) fn chosen(
    s: &Speech,
    form: &Form,
    view: &ElementForm,
    faults: &mut Faults,
) -> BTreeSet<Uuid> {
    let options = view.choices.iter().flat_map(|kind| &kind.options);
    let options: BTreeSet<Uuid> = options.map(|option| option.id).collect();
    // A choice of nothing is sent as nothing.
    let ids = form.all("val").filter(|id| !id.is_empty());
    let ids: Vec<Option<Uuid>> = ids.map(|id| Uuid::parse_str(id).ok()).collect();
    if ids
        .iter()
        .any(|id| id.is_none_or(|id| !options.contains(&id)))
    {
        faults.add("val", s.t("work-fault-choice"));
    }
    ids.into_iter().flatten().collect()
}
