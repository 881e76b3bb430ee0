//! The form of an element: a commitment, an order, an activity.

use super::WorkSite;
use super::answers::{Answer, Faults, key, unwritten};
use super::choosing::{Asked, Offer};
use super::drafts::{self, Keeping, Left, scripted};
use super::paths::WorkPaths;
use super::session::{Signed, see};
use super::shell::{Shell, speech};
use super::typed;
use crate::cache::address::field;
use crate::failure::Failure;
use crate::form::Form;
use crate::pages::marked::Spoken;
use crate::pages::passing;
use crate::pages::speech::Speech;
use crate::paths;
use askama::Template;
use axum::Extension;
use axum::body::Bytes;
use axum::extract::{Path, RawQuery, State};
use riktning_app::work::{ElementForm, Links, Target, Unsaved, Writing, made_by};
use riktning_app::{App, Unperformed};
use riktning_domain::criteria::Point;
use riktning_domain::elements::Quantity;
use riktning_domain::ids::WordingId;
use riktning_domain::models::Purpose;
use riktning_domain::{Names, Text, User};
use std::collections::BTreeSet;
use uuid::Uuid;

/// Bytes of the form: its texts at their longest, each character escaped.
const FORM: usize = 256 << 10;
/// The most characters of each text.
pub(super) const SENTENCE: usize = 300;
/// Bytes of a form without texts.
const SMALL: usize = 4 << 10;
const DESCRIPTION: usize = 4_000;
const UNIT: usize = 80;
const CONDITION: usize = 500;

/// What whoever writes a sentence is asked about it.
pub(crate) fn point(s: &Speech, point: &Point) -> Spoken {
    let (key, words) = match point {
        Point::Vague(words) => ("work-point-vague", words),
        Point::SecondPromise(words) => ("work-point-second", words),
    };
    s.m1(key, "words", &s.swedish(words))
}

/// The fields as they were typed, or as they stand.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Typed {
    pub(super) text: String,
    pub(super) description: String,
    pub(super) role: String,
    pub(super) amount: String,
    pub(super) unit: String,
    pub(super) at_least: bool,
    pub(super) condition: String,
    pub(super) clear_anyway: String,
    pub(super) due: String,
    pub(super) links: Links,
    /// The wording that was on the page when this was typed.
    pub(super) seen: Option<WordingId>,
    /// The keys of the form under which this was typed, the last one first.
    pub(super) keys: Vec<Uuid>,
    /// What is looked for among what can be chosen.
    pub(super) asked: Asked,
}

#[derive(Template)]
#[template(path = "work/element.html")]
struct ElementPage {
    shell: Shell,
    view: ElementForm,
    offer: Offer,
    typed: Typed,
    faults: Faults,
    key: Uuid,
    action: String,
    heading: String,
    saved_now: Option<SavedRow>,
    keeping: Keeping,
}

/// What stands beside the fields.
#[derive(Default)]
struct Beside {
    faults: Faults,
    saved_now: Option<SavedRow>,
    left: Option<Left>,
}

impl Beside {
    fn faults(faults: Faults) -> Beside {
        Beside {
            faults,
            ..Beside::default()
        }
    }
}

/// What is saved now beside what was typed: by somebody else meanwhile, or by this form before.
struct SavedRow {
    text: String,
    /// The number and the address of the row that this form made.
    change: Option<(u32, String)>,
}

impl SavedRow {
    /// What the row says now.
    fn of(s: &Speech, view: &ElementForm) -> Option<SavedRow> {
        let text = view.wording.as_ref().map(|w| s.words.typed(&w.text))?;
        Some(SavedRow { text, change: None })
    }
}

pub(crate) async fn new(
    State(site): State<WorkSite>,
    Extension(me): Extension<Signed>,
    Path(at): Path<(String, String)>,
    RawQuery(query): RawQuery,
) -> Answer {
    let target = target(&at, query.as_deref())?;
    open(&site, &me, &target, query.as_deref()).await
}

pub(crate) async fn show(
    State(site): State<WorkSite>,
    Extension(me): Extension<Signed>,
    Path(number): Path<String>,
) -> Answer {
    let number = number.parse().map_err(|_| Failure::NotFound)?;
    open(&site, &me, &Target::Change(number), None).await
}

pub(crate) async fn create(
    State(site): State<WorkSite>,
    Extension(me): Extension<Signed>,
    Path(at): Path<(String, String)>,
    RawQuery(query): RawQuery,
    body: Bytes,
) -> Answer {
    let target = target(&at, query.as_deref())?;
    save(&site, &me, target, &Form::read(&body, FORM)?).await
}

pub(crate) async fn change(
    State(site): State<WorkSite>,
    Extension(me): Extension<Signed>,
    Path(number): Path<String>,
    body: Bytes,
) -> Answer {
    let number = number.parse().map_err(|_| Failure::NotFound)?;
    save(
        &site,
        &me,
        Target::Change(number),
        &Form::read(&body, FORM)?,
    )
    .await
}

/// Takes a draft back, if it is the one that was on the page. Once more is the same.
pub(crate) async fn remove(
    State(site): State<WorkSite>,
    Extension(me): Extension<Signed>,
    Path((year, body, number)): Path<(i16, String, u32)>,
    bytes: Bytes,
) -> Answer {
    let form = Form::read(&bytes, SMALL)?;
    let person = me.colleague.person;
    let target = Target::Change(number);
    let gone = WorkPaths(site.language).plan(&year, &body);
    let gone = format!("{gone}?gjort=borttaget-{number}");
    let Ok(view) = form_of(&site, &me, &target) else {
        let already = site.app.inside(person, |i, now| i.has_dropped(now, number));
        return already.then(|| see(&gone)).ok_or(Failure::NotFound);
    };
    let s = speech(&site);
    let typed = Typed::of(&s, &view);
    let mut faults = Faults::default();
    let seen = view.seen.map(|seen| seen.to_string());
    if form.once("sedd") != seen.as_deref() {
        faults.add("text", s.t("row-changed-by-other"));
        return page(&site, &me, &target, view, typed, Beside::faults(faults));
    }
    let command = view.take_back().ok_or(Failure::NotFound)?;
    match site.app.perform(User::Person(person), command).await {
        Ok(_) => {
            drafts::undone(&site, &me, &address(&target)).await;
            Ok(see(&gone))
        }
        Err(Unperformed::Refused { refusal, .. }) => {
            faults.add("text", s.words.refusal(&refusal));
            page(&site, &me, &target, view, typed, Beside::faults(faults))
        }
        Err(error) => Err(unwritten(error)),
    }
}

pub(super) fn target(
    (year, body): &(String, String),
    query: Option<&str>,
) -> Result<Target, Failure> {
    let query = query.unwrap_or_default();
    let place = field(query, "niva").and_then(|place| place.parse().ok());
    let order = field(query, "uppdrag").map(|order| order.parse());
    Ok(Target::New {
        body: body.clone(),
        year: paths::year(year).ok_or(Failure::NotFound)?,
        place: place.ok_or(Failure::NotFound)?,
        order: order.transpose().map_err(|_| Failure::NotFound)?,
    })
}

/// The form as it stands, with what the address chooses, or as whoever opens it left it.
async fn open(site: &WorkSite, me: &Signed, target: &Target, query: Option<&str>) -> Answer {
    let left = left(site, me, target).await;
    let Ok(view) = form_of(site, me, target) else {
        let left = left.ok_or(Failure::NotFound)?;
        return super::late::page(site, me, target, &Typed::read(&left.form));
    };
    let s = speech(site);
    let stands = Typed::of(&s, &view).choosing(query.unwrap_or_default());
    let mut beside = Beside::default();
    let unsent = stands.as_sent(&view);
    let was_left = left.is_some();
    let Some(left) = left.filter(|left| !Typed::read(&left.form).says_as(&unsent)) else {
        if was_left {
            drafts::undone(site, me, &address(target)).await;
        }
        return page(site, me, target, view, stands, beside);
    };
    let mut typed = Typed::read(&left.form);
    if typed.seen != view.seen {
        beside.saved_now = SavedRow::of(&s, &view);
        // From here on they have seen both.
        typed.seen = view.seen;
    }
    beside.left = Some(left);
    page(site, me, target, view, typed, beside)
}

/// What was left in a form that has not made its row yet.
async fn left(site: &WorkSite, me: &Signed, target: &Target) -> Option<Left> {
    let left = drafts::left(site, me, &address(target)).await;
    let made = |left: &Left| {
        site.app
            .inside(me.colleague.person, |i, _| made_by(i, left.key))
    };
    left.filter(|left| made(left).is_none())
}

/// The address of the form, in Swedish.
pub(super) fn address(target: &Target) -> String {
    let swedish = WorkPaths(riktning_words::Language::Sv);
    match target {
        Target::New {
            body,
            year,
            place,
            order,
        } => swedish.write(year, body, place, order.as_ref()),
        Target::Change(number) => swedish.element(number),
    }
}

pub(super) fn form_of(
    site: &WorkSite,
    me: &Signed,
    target: &Target,
) -> Result<ElementForm, Failure> {
    let view = site.app.inside(me.colleague.person, |i, now| {
        ElementForm::of(i, now, target)
    });
    view.ok_or(Failure::NotFound)
}

async fn save(site: &WorkSite, me: &Signed, target: Target, form: &Form) -> Answer {
    let typed = Typed::read(form);
    let Ok(view) = form_of(site, me, &target) else {
        return super::late::page(site, me, &target, &typed);
    };
    // To look among what can be chosen is not to save.
    if typed.asked.looks {
        return page(site, me, &target, view, typed, Beside::default());
    }
    let s = speech(site);
    let mut faults = Faults::default();
    let writing = typed.to_writing(&site.app, &s, &mut faults, &view, target.clone(), form);
    let Some(writing) = writing.filter(|_| faults.is_empty()) else {
        return page(site, me, &target, view, typed, Beside::faults(faults));
    };
    let plan = plan_names(view.year);
    let saved = site
        .app
        .write_element(me.colleague.person, &writing, &plan)
        .await;
    match saved {
        Ok(saved) => {
            drafts::sent(site, me, &address(&target), form).await;
            let to = WorkPaths(site.language).plan(&saved.year, &saved.body);
            Ok(see(&format!("{to}?gjort=sparat#nr-{}", saved.number)))
        }
        Err(unsaved) => not_saved(site, me, &target, (view, typed), (writing.key, unsaved)),
    }
}

/// Nothing was saved: why, with everything that was typed.
fn not_saved(
    site: &WorkSite,
    me: &Signed,
    target: &Target,
    (view, mut typed): (ElementForm, Typed),
    (key, unsaved): (Uuid, Unsaved),
) -> Answer {
    let s = speech(site);
    let made = site.app.inside(me.colleague.person, |i, _| made_by(i, key));
    let mut faults = Faults::default();
    match unsaved {
        Unsaved::Nowhere => super::late::page(site, me, target, &typed),
        Unsaved::Unperformed(error) => Err(unwritten(error)),
        Unsaved::Refused(refusal) => {
            faults.add("text", s.words.refusal(&refusal));
            page(site, me, target, view, typed, Beside::faults(faults))
        }
        Unsaved::Changed if made.is_some() => {
            faults.add("text", s.t("work-saved-before"));
            let mut beside = Beside::faults(faults);
            beside.saved_now = made.map(|(number, text)| SavedRow {
                text: s.words.typed(&text),
                change: Some((number, WorkPaths(site.language).element(&number))),
            });
            page(site, me, target, view, typed, beside)
        }
        Unsaved::Changed => {
            faults.add("text", s.t("row-changed-by-other"));
            let mut beside = Beside::faults(faults);
            beside.saved_now = SavedRow::of(&s, &view);
            // From here on they have seen both.
            typed.seen = view.seen;
            page(site, me, target, view, typed, beside)
        }
    }
}

/// What a plan is called that nobody has named.
pub(super) fn plan_names(year: i16) -> Names {
    use riktning_words::{Language, Words};
    let [sv, en, fi] = [Language::Sv, Language::En, Language::Fi].map(|language| {
        let year = year.to_string();
        Text::new(Words::of(language).with("work-plan", &[("year", &year)]))
    });
    Names::all(sv, en, fi)
}

fn page(
    site: &WorkSite,
    me: &Signed,
    target: &Target,
    view: ElementForm,
    typed: Typed,
    mut beside: Beside,
) -> Answer {
    let s = speech(site);
    let chosen = &typed.links.chosen;
    let offer = Offer::of(&s, &view.choices, chosen, &typed.asked, &mut beside.faults);
    let w = WorkPaths(site.language);
    let level = s.name(&view.level).plain().to_owned();
    let heading = match view.number {
        None => s.t1("work-write-new", "level", &level),
        Some(_) => s.t1("work-write-change", "level", &level),
    };
    let path = address(target);
    let (status, title) = beside.faults.headed(&s, &heading);
    let whose = format!("{heading}, {}", s.name(&view.body.0).plain());
    let page = ElementPage {
        keeping: Keeping::of(
            site,
            &path,
            &whose,
            beside.left.as_ref(),
            typed.keys.clone(),
        ),
        action: w.form(&path),
        shell: Shell::new(site, Some(me), view.frame.clone(), title, path),
        view,
        offer,
        typed,
        faults: beside.faults,
        key: Uuid::new_v4(),
        heading,
        saved_now: beside.saved_now,
    };
    passing(status, &page).map(scripted)
}

impl Typed {
    /// The fields as the saved wording, or the order, has them.
    fn of(s: &Speech, view: &ElementForm) -> Typed {
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
    fn choosing(mut self, query: &str) -> Typed {
        let id = |name| field(query, name).and_then(|id| Uuid::parse_str(&id).ok());
        self.links.chosen.extend(id("val"));
        self.links.addressed.extend(id("till"));
        self
    }

    /// The fields as the form sends them, with what it offers to choose and no more.
    fn as_sent(&self, view: &ElementForm) -> Typed {
        let options = view.choices.iter().flat_map(|kind| &kind.options);
        let offered: BTreeSet<Uuid> = options.map(|option| option.id).collect();
        let mut sent = self.clone();
        sent.links.chosen.retain(|id| offered.contains(id));
        sent
    }

    /// Whether it says what another says, whichever wording was on the page.
    fn says_as(&self, other: &Typed) -> bool {
        Typed {
            seen: other.seen,
            keys: other.keys.clone(),
            asked: other.asked.clone(),
            ..self.clone()
        } == *other
    }

    /// Whether anything was typed at all.
    pub(super) fn is_empty(&self) -> bool {
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

    fn read(form: &Form) -> Typed {
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
    fn to_writing(
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
            faults.add("text", s.t("work-fault-text"));
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
pub(super) fn chosen(
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

impl ElementPage {
    fn is_addressed(&self, id: &Uuid) -> bool {
        self.typed.links.addressed.contains(id)
    }

    fn is_order(&self) -> bool {
        self.view.purpose == Purpose::Assignment
    }
}
