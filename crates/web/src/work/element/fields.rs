//! The fields of the form of an element, as they are typed and as they stand.

use crate::cache::address::field;
use crate::form::Form;
use crate::pages::speech::Speech;
use crate::work::answers::{Faults, key};
use crate::work::choosing::Asked;
use crate::work::points::Asks;
use crate::work::{drafts, typed};
use riktning_app::App;
use riktning_app::work::{ElementForm, Links, Particulars, Target, Writing, Written};
use riktning_domain::elements::{LooksAfter, Quantity, Wording};
use riktning_domain::ids::{PersonId, WordingId};
use riktning_domain::models::Purpose;
use riktning_domain::{Money, MoneyUnit, Text};
use riktning_words::Language;
use std::collections::BTreeSet;
use uuid::Uuid;

/// The most characters of each text.
pub(in crate::work) const SENTENCE: usize = 300;
const DESCRIPTION: usize = 4_000;
pub(in crate::work) const UNIT: usize = 80;
pub(in crate::work) const CONDITION: usize = 500;

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
    pub(in crate::work) particulars: TypedParticulars,
    pub(in crate::work) links: Links,
    /// A mark of what was chosen when the form was shown.
    pub(in crate::work) links_shown: String,
    /// Whether the form proposed other words beside what is decided.
    pub(in crate::work) proposes: bool,
    /// The wording that was on the page when this was typed.
    pub(in crate::work) seen: Option<WordingId>,
    /// The keys of the form under which this was typed, the last one first.
    pub(in crate::work) keys: Vec<Uuid>,
    /// What is looked for among what can be chosen.
    pub(in crate::work) asked: Asked,
}

/// What is typed of all that is seldom asked for.
#[derive(Clone, Debug, Default, PartialEq)]
pub(in crate::work) struct TypedParticulars {
    pub(in crate::work) why: String,
    pub(in crate::work) if_not_kept: String,
    pub(in crate::work) money: String,
    pub(in crate::work) in_millions: bool,
    pub(in crate::work) person: String,
    /// Who stood there when the form was shown.
    pub(in crate::work) person_shown: String,
}

impl TypedParticulars {
    fn of(s: &Speech, wording: &Wording, is_saved: bool) -> TypedParticulars {
        let amount = wording.amount.as_ref().filter(|_| is_saved);
        let person = wording.person.filter(|_| is_saved);
        let text = |text: &Option<Text>| match is_saved {
            true => plain(text),
            false => String::new(),
        };
        TypedParticulars {
            why: text(&wording.why),
            if_not_kept: text(&wording.if_not_kept),
            money: amount.map_or(String::new(), |money| s.plain(&money.value())),
            in_millions: amount.is_some_and(|money| money.unit() == MoneyUnit::Mnkr),
            person: person.map_or(String::new(), |person| person.to_string()),
            person_shown: String::new(),
        }
    }

    fn read(form: &Form) -> TypedParticulars {
        let one = |name: &str| form.typed(name).to_owned();
        TypedParticulars {
            why: one("varfor"),
            if_not_kept: one("annars"),
            money: one("pengar"),
            in_millions: form.typed("pengar-i") == MILLIONS,
            person: one("person"),
            person_shown: one("person-sedd"),
        }
    }

    /// Its texts, each with the name of its field.
    pub(in crate::work) fn texts(&self) -> [(&'static str, &String); 4] {
        [
            ("varfor", &self.why),
            ("annars", &self.if_not_kept),
            ("pengar", &self.money),
            ("person", &self.person),
        ]
    }

    /// Who looked after it as the form showed it, where another is chosen.
    fn instead_of(&self) -> Option<LooksAfter> {
        let shown = Uuid::parse_str(&self.person_shown).ok().map(PersonId);
        (self.person != self.person_shown).then(|| shown.into())
    }

    fn to_particulars(&self, s: &Speech, faults: &mut Faults, view: &ElementForm) -> Particulars {
        let why = typed::text(s, faults, "varfor", &self.why, DESCRIPTION, true);
        let if_not_kept = typed::text(s, faults, "annars", &self.if_not_kept, CONDITION, true);
        let value = typed::figure(s, faults, "pengar", &self.money);
        let unit = match self.in_millions {
            true => MoneyUnit::Mnkr,
            false => MoneyUnit::Tkr,
        };
        let person = Uuid::parse_str(&self.person).ok().map(PersonId);
        // Whoever changed nothing here takes nothing from whoever it was handed over to meanwhile.
        let person = match self.person == self.person_shown {
            true => view.looked_after_by,
            false => person,
        };
        let is_offered = person.is_some_and(|person| view.people.contains(&person));
        let is_chosen = !self.person.is_empty() && self.person != self.person_shown;
        if is_chosen && !is_offered {
            faults.add("person", s.t("work-fault-person"));
        }
        Particulars {
            why,
            if_not_kept,
            amount: value.map(|value| Money::new(value, unit)),
            person: person.filter(|_| is_offered),
        }
    }
}

/// How the form says that an amount is in millions.
pub(in crate::work) const MILLIONS: &str = "mnkr";

fn plain(text: &Option<Text>) -> String {
    let text = text.as_ref().and_then(Text::as_str);
    text.unwrap_or_default().to_owned()
}

impl Typed {
    /// The fields as the saved wording, or the order, has them.
    pub(super) fn of(s: &Speech, view: &ElementForm) -> Typed {
        let Some(wording) = &view.wording else {
            return Typed::default();
        };
        let stands = Typed::saying(s, wording, view.number.is_some());
        let person = view.looked_after_by.map(|person| person.to_string());
        let person = person.unwrap_or_default();
        Typed {
            particulars: TypedParticulars {
                person: person.clone(),
                person_shown: person,
                ..stands.particulars
            },
            links: view.chosen.clone(),
            proposes: view.decided.is_some(),
            seen: view.seen,
            ..stands
        }
        .marked(view)
    }

    fn marked(mut self, view: &ElementForm) -> Typed {
        self.links_shown = self.as_sent(view).mark();
        self
    }

    /// A mark of what is chosen: the same choice has the same.
    pub(super) fn mark(&self) -> String {
        let Links {
            chosen,
            addressed,
            to_all,
        } = &self.links;
        let one = |ids: &BTreeSet<Uuid>| ids.iter().fold(0, |mark, id| mark ^ id.as_u128());
        format!("{:x}-{:x}-{to_all}", one(chosen), one(addressed))
    }

    /// The fields as a wording has them: of one that is saved all of it, and of an order that is answered
    /// what an answer begins with.
    pub(super) fn saying(s: &Speech, wording: &Wording, is_saved: bool) -> Typed {
        let own = |text: &Option<Text>| match is_saved {
            true => plain(text),
            false => String::new(),
        };
        let quantity = wording.quantity.as_ref();
        Typed {
            text: wording.text.as_str().unwrap_or_default().to_owned(),
            description: own(&wording.description),
            role: plain(&wording.role),
            amount: quantity.map_or(String::new(), |q| s.plain(&q.value)),
            unit: quantity.map_or(String::new(), |q| s.words.typed(&q.unit)),
            at_least: quantity.is_some_and(|q| q.at_least),
            condition: plain(&wording.condition),
            clear_anyway: own(&wording.clear_anyway),
            due: wording.due.map_or(String::new(), |due| due.to_string()),
            particulars: TypedParticulars::of(s, wording, is_saved),
            ..Typed::default()
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
        let offered = offered(view);
        let mut sent = self.clone();
        sent.links.chosen.retain(|id| offered.contains(id));
        sent
    }

    /// Whether it says what another says, whichever wording was on the page.
    pub(super) fn says_as(&self, other: &Typed) -> bool {
        Typed {
            proposes: other.proposes,
            seen: other.seen,
            keys: other.keys.clone(),
            links_shown: other.links_shown.clone(),
            asked: other.asked.clone(),
            ..self.clone()
        } == *other
    }

    /// What is looked at for a reader's sake.
    pub(in crate::work) fn asks(&self) -> Vec<Asks<'_>> {
        let texts = [
            ("text", &self.text),
            ("beskrivning", &self.description),
            ("villkor", &self.condition),
            ("varfor", &self.particulars.why),
            ("annars", &self.particulars.if_not_kept),
        ];
        let asks = texts.map(|(field, text)| Asks::plain(field, Language::Sv, text));
        asks.into()
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
        let beside = self.particulars.texts();
        let all = texts.into_iter().chain(beside.map(|(_, text)| text));
        all.into_iter().all(|text| text.trim().is_empty())
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
            particulars: TypedParticulars::read(form),
            links: Links {
                chosen: ids("val").collect(),
                addressed: ids("till").collect(),
                to_all: form.once("alla").is_some(),
            },
            links_shown: one("lankar"),
            proposes: form.once("forslag").is_some(),
            seen: ids("sedd").next().map(WordingId),
            keys: drafts::keys_of(form),
            asked: Asked::read(form),
        }
    }

    /// What the fields say, as domain types; every fault at once. Nothing where there is no sentence.
    pub(super) fn to_written(
        &self,
        app: &App,
        s: &Speech,
        faults: &mut Faults,
        view: &ElementForm,
    ) -> Option<Written> {
        let text = typed::text(s, faults, "text", &self.text, SENTENCE, false);
        if text.is_none() {
            let is_goal = view.time.as_year().is_none();
            let key = match is_goal {
                true => "work-fault-text-goal",
                false => "work-fault-text",
            };
            faults.add("text", s.t(key));
        }
        let long = &self.description;
        let description = typed::text(s, faults, "beskrivning", long, DESCRIPTION, true);
        let role = typed::role(app, s, faults, "roll", &self.role);
        let condition = typed::text(s, faults, "villkor", &self.condition, CONDITION, false);
        let anyway = typed::text(s, faults, "tydligt", &self.clear_anyway, CONDITION, false);
        // Other words are asked anew: the reason was for those that stood there.
        let saved = view.wording.as_ref().filter(|_| view.number.is_some());
        let is_old =
            saved.is_some_and(|w| Some(&w.text) != text.as_ref() && w.clear_anyway == anyway);
        let quantity = self.to_quantity(s, faults);
        let due = typed::dated(s, faults, "klart", &self.due);
        let particulars = self.particulars.to_particulars(s, faults, view);
        Some(Written {
            text: text?,
            description,
            role,
            quantity,
            condition,
            clear_anyway: anyway.filter(|_| !is_old),
            due,
            particulars,
        })
    }

    fn to_quantity(&self, s: &Speech, faults: &mut Faults) -> Option<Quantity> {
        let value = typed::figure(s, faults, "mangd", &self.amount);
        let unit = typed::text(s, faults, "enhet", &self.unit, UNIT, false);
        if value.is_some() && unit.is_none() {
            faults.add("enhet", s.t("work-fault-unit"));
        }
        if unit.is_some() && self.amount.trim().is_empty() {
            faults.add("mangd", s.t("work-fault-amount"));
        }
        let (value, unit) = value.zip(unit)?;
        Some(Quantity {
            value,
            unit,
            at_least: self.at_least,
        })
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
        let written = self.to_written(app, s, faults, view);
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
            looks_after: self.particulars.instead_of(),
            written: written?,
            links: self.links.clone(),
        })
    }
}

fn offered(view: &ElementForm) -> BTreeSet<Uuid> {
    let kinds = view.choices.iter().chain(&view.beside);
    let options = kinds.flat_map(|kind| &kind.options);
    options.map(|option| option.id).collect()
}

/// What was chosen of what the form offers. Anything else, as a goal that has been withdrawn
/// meanwhile, is told of, and never left out without a word.
pub(in crate::work) fn chosen(
    s: &Speech,
    form: &Form,
    view: &ElementForm,
    faults: &mut Faults,
) -> BTreeSet<Uuid> {
    let options = offered(view);
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
