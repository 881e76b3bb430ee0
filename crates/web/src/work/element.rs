//! The form of an element: a commitment, an order, an activity.

mod fields;
mod merged;

pub(super) use fields::{CONDITION, MILLIONS, SENTENCE, Typed, UNIT, chosen};

use super::WorkSite;
use super::answers::{Answer, Faults, unwritten};
use super::choosing::Offer;
use super::drafts::{self, Keeping, Left, scripted};
use super::paths::WorkPaths;
use super::points::Points;
use super::session::{Signed, see};
use super::shell::{Shell, speech};
use crate::cache::address::field;
use crate::failure::Failure;
use crate::form::{self, Form};
use crate::pages::marked::Spoken;
use crate::pages::passing;
use crate::pages::speech::Speech;
use askama::Template;
use axum::Extension;
use axum::body::Bytes;
use axum::extract::{Path, RawQuery, State};
use axum::response::Response;
use riktning_app::Unperformed;
use riktning_app::views::criteria::FindingLine;
use riktning_app::work::{
    ElementForm, PlanTime, Saved, Target, Unsaved, Writing, found, made_by, same_row,
};
use riktning_domain::criteria::Point;
use riktning_domain::models::Purpose;
use riktning_domain::{Names, Text, User};
use uuid::Uuid;

/// The button that asks what is found of the words, and saves nothing.
pub(super) const TRIES: &str = "prova";
/// Bytes of a form without texts.
const SMALL: usize = 4 << 10;

/// What a criterion that is not fulfilled lacks: the text's key.
pub(crate) fn lacking(found: &FindingLine) -> &'static str {
    match found.outside {
        true => "work-finding-outside",
        false => "work-finding-no",
    }
}

/// What whoever writes a sentence is asked about it.
pub(crate) fn point(s: &Speech, point: &Point) -> Spoken {
    let (key, words) = match point {
        Point::Vague(words) => ("work-point-vague", words),
        Point::SecondPromise(words) => ("work-point-second", words),
    };
    s.m1(key, "words", &s.swedish(words))
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
    /// The colleagues who can be responsible, by their id.
    people: Vec<(String, String)>,
    /// That the row before was saved.
    done: Option<String>,
    points: Points,
    /// What is found of the words in the fields by the criteria of their level.
    findings: Vec<FindingLine>,
    /// Whether that was what its writer asked.
    tried: bool,
    /// Whether the same sentence stands in the plan already.
    twin: bool,
}

/// What stands beside the fields.
#[derive(Default)]
struct Beside {
    faults: Faults,
    saved_now: Option<SavedRow>,
    left: Option<Left>,
    done: Option<String>,
    twin: bool,
    tried: bool,
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
    /// What else is saved otherwise than it was typed: each field by its name, and what it says.
    others: Vec<(String, String)>,
    /// Whether nobody has changed what the other did: both stand in the fields.
    agree: bool,
    /// The number and the address of the row that this form made.
    change: Option<(u32, String)>,
}

impl SavedRow {
    /// A row that was made before, and where it is changed.
    fn made(site: &WorkSite, number: u32, text: &Text) -> SavedRow {
        SavedRow {
            text: speech(site).words.typed(text),
            others: Vec::new(),
            agree: false,
            change: Some((number, WorkPaths(site.language).element(&number))),
        }
    }

    /// What the row says now; what only the other has changed is taken into what was typed.
    fn beside(
        site: &WorkSite,
        me: &Signed,
        view: &ElementForm,
        typed: &mut Typed,
    ) -> Option<SavedRow> {
        let s = speech(site);
        let text = view.wording.as_ref().map(|w| s.words.typed(&w.text))?;
        let seen = typed.seen.zip(view.number);
        let base = seen.and_then(|(seen, number)| {
            site.app.inside(me.colleague.person, |i, _| {
                let element = i.numbered(number)?.id;
                Some(Typed::saying(&s, i.wording(element, seen)?, true))
            })
        });
        let now = Typed::of(&s, view);
        let people = people(site, view);
        let known = (base.unwrap_or_default(), now);
        let mut others = merged::merge(&s, view, &people, typed, known);
        let agree = others.is_empty();
        // The sentence stands above them.
        others.retain(|(name, _)| *name != s.t("work-late-text"));
        // From here on they have seen both.
        typed.seen = view.seen;
        Some(SavedRow {
            text,
            others,
            agree,
            change: None,
        })
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
    save(&site, &me, target, &Form::read(&body, form::TEXTS)?).await
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
        &Form::read(&body, form::TEXTS)?,
    )
    .await
}

/// Takes a draft back, if it is the one that was on the page. Once more is the same.
pub(crate) async fn remove(
    State(site): State<WorkSite>,
    Extension(me): Extension<Signed>,
    Path((time, body, number)): Path<(String, String, u32)>,
    bytes: Bytes,
) -> Answer {
    let form = Form::read(&bytes, SMALL)?;
    let person = me.colleague.person;
    let target = Target::Change(number);
    let time = PlanTime::parse(&time).ok_or(Failure::NotFound)?;
    let plan = WorkPaths(site.language).plan(&time, &body);
    let gone = format!("{plan}?gjort=borttaget-{number}");
    let Ok(view) = form_of(&site, &me, &target) else {
        let already = site.app.inside(person, |i, now| i.has_dropped(now, number));
        return already.then(|| see(&gone)).ok_or(Failure::NotFound);
    };
    let s = speech(&site);
    let gone = match view.decided {
        Some(_) => format!("{plan}?gjort=aterstalld-{number}"),
        None => gone,
    };
    // What was proposed is taken back already.
    if view.decided.is_some() && view.take_back().is_none() {
        return Ok(see(&gone));
    }
    let typed = Typed::of(&s, &view);
    let mut faults = Faults::default();
    let seen = view.seen.map(|seen| seen.to_string());
    if form.once("sedd") != seen.as_deref() {
        faults.add("text", s.t("row-changed-by-other"));
        return page(&site, &me, &target, view, typed, Beside::faults(faults)).await;
    }
    let command = view.take_back().ok_or(Failure::NotFound)?;
    match site.app.perform(User::Person(person), command).await {
        Ok(_) => {
            drafts::undone(&site, &me, &address(&target)).await;
            Ok(see(&gone))
        }
        Err(Unperformed::Refused { refusal, .. }) => {
            faults.add("text", s.words.refusal(&refusal));
            page(&site, &me, &target, view, typed, Beside::faults(faults)).await
        }
        Err(error) => Err(unwritten(error)),
    }
}

pub(super) fn target(
    (time, body): &(String, String),
    query: Option<&str>,
) -> Result<Target, Failure> {
    let query = query.unwrap_or_default();
    let place = field(query, "niva").and_then(|place| place.parse().ok());
    let order = field(query, "uppdrag").map(|order| order.parse());
    Ok(Target::New {
        body: body.clone(),
        time: PlanTime::parse(time).ok_or(Failure::NotFound)?,
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
    let mut beside = Beside {
        done: before(site, me, query),
        ..Beside::default()
    };
    let unsent = stands.as_sent(&view);
    let was_left = left.is_some();
    let Some(left) = left.filter(|left| !Typed::read(&left.form).says_as(&unsent)) else {
        if was_left {
            drafts::undone(site, me, &address(target)).await;
        }
        return page(site, me, target, view, stands, beside).await;
    };
    let mut typed = Typed::read(&left.form);
    if typed.seen != view.seen {
        beside.saved_now = SavedRow::beside(site, me, &view, &mut typed);
    }
    beside.left = Some(left);
    page(site, me, target, view, typed, beside).await
}

/// That the row before was saved. An address says nothing that is not so.
fn before(site: &WorkSite, me: &Signed, query: Option<&str>) -> Option<String> {
    let number = field(query.unwrap_or_default(), "gjort")?.parse().ok()?;
    let person = me.colleague.person;
    let is_there = site.app.inside(person, |i, _| i.numbered(number).is_some());
    is_there.then(|| speech(site).t1("work-done-and-next", "number", number))
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
            time,
            place,
            order,
        } => swedish.write(time, body, place, order.as_ref()),
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
    // It was decided while somebody wrote in the draft: nobody proposes a change unawares.
    if view.decided.is_some() && !typed.proposes {
        return super::late::page(site, me, &target, &typed);
    }
    // To look among what can be chosen is not to save.
    if typed.asked.looks {
        return page(site, me, &target, view, typed, Beside::default()).await;
    }
    let s = speech(site);
    let mut faults = Faults::default();
    // However often it is sent: whoever tries saves nothing.
    if form.all(TRIES).next().is_some() {
        typed.to_written(&site.app, &s, &mut faults, &view);
        let beside = Beside {
            tried: faults.is_empty(),
            ..Beside::faults(faults)
        };
        return page(site, me, &target, view, typed, beside).await;
    }
    let writing = typed.to_writing(&site.app, &s, &mut faults, &view, target.clone(), form);
    let Some(writing) = writing.filter(|_| faults.is_empty()) else {
        return page(site, me, &target, view, typed, Beside::faults(faults)).await;
    };
    if let Some(beside) = twin(site, me, &writing, form) {
        return page(site, me, &target, view, typed, beside).await;
    }
    let plan = plan_names(view.time);
    let person = me.colleague.person;
    let mut written = site.app.write_element(person, &writing, &plan).await;
    if matches!(written, Err(Unsaved::Changed))
        && let Some(both) = both(site, me, &target, &typed, form)
    {
        written = site.app.write_element(person, &both, &plan).await;
    }
    match written {
        Ok(row) => Ok(saved(site, me, &target, (&typed, form), &row).await),
        Err(unsaved) => not_saved(site, me, &target, (view, typed), (writing.key, unsaved)).await,
    }
}

/// Leads on from a row that is saved: to the next one, or to its plan with what there is to look at.
async fn saved(
    site: &WorkSite,
    me: &Signed,
    target: &Target,
    (typed, form): (&Typed, &Form),
    row: &Saved,
) -> Response {
    drafts::sent(site, me, &address(target), form).await;
    let w = WorkPaths(site.language);
    if let Target::New {
        body,
        time,
        place,
        order: None,
    } = target
        && form.once("nasta").is_some()
    {
        let next = w.write(time, body, place, None);
        return see(&format!("{next}&gjort={}", row.number));
    }
    let to = w.plan(&row.time, &row.body);
    let look = match Points::of(site, typed.asks()).await.count() {
        0 => String::new(),
        _ => format!("&titta={}", row.number),
    };
    see(&format!("{to}?gjort=sparat{look}#nr-{}", row.number))
}

/// What two wrote in one row, where neither changed what the other did.
fn both(
    site: &WorkSite,
    me: &Signed,
    target: &Target,
    typed: &Typed,
    form: &Form,
) -> Option<Writing> {
    let view = form_of(site, me, target).ok()?;
    // What was decided meanwhile is proposed anew by whoever sees that it is.
    if view.decided.is_some() && !typed.proposes {
        return None;
    }
    let mut typed = typed.clone();
    let row = SavedRow::beside(site, me, &view, &mut typed)?;
    let mut faults = Faults::default();
    let s = speech(site);
    let writing = typed.to_writing(&site.app, &s, &mut faults, &view, target.clone(), form);
    writing.filter(|_| row.agree && faults.is_empty())
}

/// That the same sentence stands in the plan already: the browser's way back gives a form another key,
/// and what was typed in it.
fn twin(site: &WorkSite, me: &Signed, writing: &Writing, form: &Form) -> Option<Beside> {
    let person = me.colleague.person;
    let number = site.app.inside(person, |i, _| same_row(i, writing))?;
    if form.once("anda").is_some() {
        return None;
    }
    let s = speech(site);
    let mut faults = Faults::default();
    faults.add("text", s.t1("work-same-row", "number", number));
    Some(Beside {
        saved_now: Some(SavedRow::made(site, number, &writing.written.text)),
        twin: true,
        ..Beside::faults(faults)
    })
}

/// Nothing was saved: why, with everything that was typed.
async fn not_saved(
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
            page(site, me, target, view, typed, Beside::faults(faults)).await
        }
        Unsaved::Changed if made.is_some() => {
            faults.add("text", s.t("work-saved-before"));
            let mut beside = Beside::faults(faults);
            beside.saved_now = made.map(|(number, text)| SavedRow::made(site, number, &text));
            page(site, me, target, view, typed, beside).await
        }
        Unsaved::Changed => {
            faults.add("text", s.t("row-changed-by-other"));
            let mut beside = Beside::faults(faults);
            beside.saved_now = SavedRow::beside(site, me, &view, &mut typed);
            page(site, me, target, view, typed, beside).await
        }
    }
}

/// What a plan is called that nobody has named.
pub(super) fn plan_names(time: PlanTime) -> Names {
    use riktning_words::{Language, Words};
    let [sv, en, fi] = [Language::Sv, Language::En, Language::Fi].map(|language| {
        let time = time.to_string();
        Text::new(Words::of(language).with("work-plan", &[("year", &time)]))
    });
    Names::all(sv, en, fi)
}

async fn page(
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
        Some(_) if view.decided.is_some() => s.t1("work-propose-change", "level", &level),
        Some(_) => s.t1("work-write-change", "level", &level),
    };
    let path = address(target);
    let (status, title) = beside.faults.headed(&s, &heading);
    let whose = format!("{heading}, {}", s.name(&view.body.0).plain());
    let points = Points::of(site, typed.asks()).await;
    let page = ElementPage {
        points,
        findings: findings(site, me, target, &view, &typed),
        keeping: Keeping::of(
            site,
            &path,
            &whose,
            beside.left.as_ref(),
            typed.keys.clone(),
        ),
        action: w.form(&path),
        people: people(site, &view),
        done: beside.done,
        twin: beside.twin,
        tried: beside.tried,
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

/// What is found of the words in the fields, whether they are saved or not; nothing where there is no
/// sentence yet.
fn findings(
    site: &WorkSite,
    me: &Signed,
    target: &Target,
    view: &ElementForm,
    typed: &Typed,
) -> Vec<FindingLine> {
    let s = speech(site);
    let written = typed.to_written(&site.app, &s, &mut Faults::default(), view);
    let Some(written) = written.filter(|_| view.has_criteria) else {
        return Vec::new();
    };
    site.app
        .inside(me.colleague.person, |i, _| found(i, target, &written))
}

/// The colleagues who can be responsible, by their id and what they are called.
fn people(site: &WorkSite, view: &ElementForm) -> Vec<(String, String)> {
    let named = view.people.iter().filter_map(|id| {
        let name = site.app.name_of(*id)?;
        Some((id.to_string(), name.to_string()))
    });
    let mut named: Vec<_> = named.collect();
    let s = speech(site);
    named.sort_by(|a, b| s.words.compare(&a.1, &b.1));
    named
}

impl ElementPage {
    /// Whether anything of what is seldom asked for is said, or wrong.
    fn has_more(&self) -> bool {
        let typed = &self.typed.particulars;
        let mut beside = self.view.beside.iter().flat_map(|kind| &kind.options);
        !typed.money.is_empty()
            || self.faults.at("pengar").is_some()
            || beside.any(|option| self.typed.links.chosen.contains(&option.id))
    }

    fn remove(&self) -> &'static str {
        match self.view.decided {
            Some(_) => "work-take-back-proposal",
            None => "work-remove",
        }
    }

    fn is_addressed(&self, id: &Uuid) -> bool {
        self.typed.links.addressed.contains(id)
    }

    /// Whether it is of all the years of a model: a goal, and no promise of a year.
    fn is_goal(&self) -> bool {
        self.view.time.as_year().is_none()
    }

    fn is_order(&self) -> bool {
        self.view.purpose == Purpose::Assignment
    }
}
