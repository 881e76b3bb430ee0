//! The form of an owner directive: written and saved as what is proposed to council.

use super::WorkSite;
use super::answers::{Answer, Faults, key, unwritten};
use super::drafts::{self, Keeping, Left, scripted};
use super::paths::WorkPaths;
use super::points::{Asks, Points};
use super::proposing::done;
use super::session::{Signed, see};
use super::shell::{Shell, speech};
use super::typed;
use crate::failure::Failure;
use crate::form::{self, Form};
use crate::pages::passing;
use crate::pages::speech::Speech;
use askama::Template;
use axum::Extension;
use axum::body::Bytes;
use axum::extract::{Path, RawQuery, State};
use riktning_app::work::{Choice, DirectiveForm, DirectiveWriting, Unsaved};
use riktning_domain::directives::DirectiveWording;
use riktning_domain::ids::{BodyId, DirectiveId, ElementId, WordingId};
use riktning_domain::inside::Standing;
use riktning_domain::{Refusal, Text};
use riktning_words::Language;
use std::collections::BTreeSet;
use uuid::Uuid;

/// The most characters of a title, and the most orders with the most characters of each.
const TITLE: usize = 200;
const ORDERS: (usize, usize) = (40, 1_000);

#[derive(Template)]
#[template(path = "work/directive.html")]
struct DirectivePage {
    shell: Shell,
    view: DirectiveForm,
    typed: Typed,
    faults: Faults,
    key: Uuid,
    action: String,
    heading: String,
    /// What somebody else saved while this was typed.
    stands_now: Option<DirectiveWording>,
    keeping: Keeping,
    points: Points,
    /// What has just been done, in a sentence.
    done: Option<String>,
}

/// What a page shows beside its fields.
#[derive(Default)]
struct Beside {
    faults: Faults,
    stands_now: Option<DirectiveWording>,
    left: Option<Left>,
    done: Option<String>,
}

/// The fields as they were typed, or as they stand.
#[derive(Clone, Debug, Default, PartialEq)]
struct Typed {
    company: String,
    title: String,
    orders: String,
    goals: BTreeSet<Uuid>,
    seen: Option<WordingId>,
    /// The keys of the form under which this was typed, the last one first.
    keys: Vec<Uuid>,
}

pub(crate) async fn new(State(site): State<WorkSite>, Extension(me): Extension<Signed>) -> Answer {
    open(&site, &me, None, None).await
}

pub(crate) async fn show(
    State(site): State<WorkSite>,
    Extension(me): Extension<Signed>,
    Path(id): Path<String>,
    RawQuery(query): RawQuery,
) -> Answer {
    open(&site, &me, Some(directive(&id)?), query).await
}

pub(crate) async fn create(
    State(site): State<WorkSite>,
    Extension(me): Extension<Signed>,
    body: Bytes,
) -> Answer {
    save(&site, &me, None, &Form::read(&body, form::TEXTS)?).await
}

pub(crate) async fn change(
    State(site): State<WorkSite>,
    Extension(me): Extension<Signed>,
    Path(id): Path<String>,
    body: Bytes,
) -> Answer {
    save(
        &site,
        &me,
        Some(directive(&id)?),
        &Form::read(&body, form::TEXTS)?,
    )
    .await
}

/// The directive that an address names.
pub(super) fn directive(id: &str) -> Result<DirectiveId, Failure> {
    let id = Uuid::parse_str(id).map_err(|_| Failure::NotFound)?;
    Ok(DirectiveId(id))
}

fn form_of(
    site: &WorkSite,
    me: &Signed,
    id: Option<DirectiveId>,
) -> Result<DirectiveForm, Failure> {
    let person = me.colleague.person;
    let view = site
        .app
        .inside(person, |i, now| DirectiveForm::of(i, now, id));
    view.ok_or(Failure::NotFound)
}

/// The address of the form, in Swedish.
fn address(id: Option<DirectiveId>) -> String {
    let swedish = WorkPaths(Language::Sv);
    match id {
        None => swedish.new_directive(),
        Some(id) => swedish.directive(&id),
    }
}

/// The form as the directive stands, or as whoever opens it left it.
async fn open(
    site: &WorkSite,
    me: &Signed,
    id: Option<DirectiveId>,
    query: Option<String>,
) -> Answer {
    let view = form_of(site, me, id)?;
    let mut beside = Beside {
        done: done(&speech(site), view.handed_in.is_some(), query.as_deref()),
        ..Beside::default()
    };
    let stands = Typed::of(&view);
    let left = drafts::left(site, me, &address(id)).await;
    let was_left = left.is_some();
    let Some(left) = left.filter(|left| !Typed::read(&left.form).says_as(&stands)) else {
        if was_left {
            drafts::undone(site, me, &address(id)).await;
        }
        return page(site, me, view, stands, beside).await;
    };
    let mut typed = Typed::read(&left.form);
    if typed.seen != view.seen {
        // From here on they have seen both.
        typed.seen = view.seen;
        beside.stands_now = view.wording.clone();
    }
    beside.left = Some(left);
    page(site, me, view, typed, beside).await
}

async fn save(site: &WorkSite, me: &Signed, id: Option<DirectiveId>, form: &Form) -> Answer {
    let view = form_of(site, me, id)?;
    let (s, mut typed, mut beside) = (speech(site), Typed::read(form), Beside::default());
    let writing = typed.to_writing(&s, &mut beside.faults, &view, form);
    let Some(writing) = writing.filter(|_| beside.faults.is_empty()) else {
        return page(site, me, view, typed, beside).await;
    };
    match site.app.write_directive(me.colleague.person, writing).await {
        Ok(saved) => {
            drafts::sent(site, me, &address(id), form).await;
            let to = WorkPaths(site.language).directive(&saved);
            return Ok(see(&format!("{to}?gjort=sparat")));
        }
        Err(Unsaved::Nowhere) => return Err(Failure::NotFound),
        Err(Unsaved::Unperformed(error)) => return Err(unwritten(error)),
        Err(Unsaved::Refused(refusal)) => {
            let field = field_of(&refusal);
            beside.faults.add(field, s.words.refusal(&refusal));
        }
        Err(Unsaved::Changed) => {
            let said = s.t("documents-changed-by-other");
            beside.faults.add("rubrik", said);
            let now = form_of(site, me, id)?;
            // From here on they have seen both.
            typed.seen = now.seen;
            beside.stands_now = now.wording;
        }
    }
    page(site, me, view, typed, beside).await
}

/// The field that a rule's answer is about.
fn field_of(refusal: &Refusal) -> &'static str {
    match refusal {
        Refusal::BodyNotAlive { .. } | Refusal::NotACompany => "bolag",
        Refusal::Blank {
            field: "wording.orders",
        } => "krav",
        _ => "rubrik",
    }
}

async fn page(
    site: &WorkSite,
    me: &Signed,
    mut view: DirectiveForm,
    typed: Typed,
    beside: Beside,
) -> Answer {
    let s = speech(site);
    view.companies.sort_by(|a, b| {
        let (a, b) = (s.name(&a.names), s.name(&b.names));
        s.words.compare(a.plain(), b.plain())
    });
    let heading = match view.id {
        None => s.t("directives-new"),
        Some(_) => s.t("directives-other-words"),
    };
    let path = address(view.id);
    let (status, title) = beside.faults.headed(&s, &heading);
    let points = Points::of(site, typed.asks()).await;
    let (left, keys) = (beside.left.as_ref(), typed.keys.clone());
    let page = DirectivePage {
        points,
        keeping: Keeping::of(site, &path, &heading, left, keys),
        action: WorkPaths(site.language).form(&path),
        shell: Shell::new(site, Some(me), view.frame.clone(), title, path),
        view,
        typed,
        faults: beside.faults,
        key: Uuid::new_v4(),
        heading,
        stands_now: beside.stands_now,
        done: beside.done,
    };
    passing(status, &page).map(scripted)
}

impl Typed {
    /// The fields as the directive stands.
    fn of(view: &DirectiveForm) -> Typed {
        let Some(wording) = &view.wording else {
            return Typed::default();
        };
        let plain = |text: &Text| text.as_str().unwrap_or_default().to_owned();
        let orders: Vec<_> = wording.orders.iter().map(plain).collect();
        Typed {
            title: plain(&wording.title),
            orders: orders.join("\n"),
            goals: wording.goals.iter().map(|goal| goal.element.0).collect(),
            seen: view.seen,
            ..Typed::default()
        }
    }

    fn read(form: &Form) -> Typed {
        let goals = form.all("mal").filter_map(|id| Uuid::parse_str(id).ok());
        Typed {
            company: form.typed("bolag").to_owned(),
            title: form.typed("rubrik").to_owned(),
            orders: form.typed("krav").replace("\r\n", "\n"),
            goals: goals.collect(),
            seen: Uuid::parse_str(form.typed("sedd")).ok().map(WordingId),
            keys: drafts::keys_of(form),
        }
    }

    /// What is looked at for a reader's sake.
    fn asks(&self) -> Vec<Asks<'_>> {
        let texts = [("rubrik", &self.title), ("krav", &self.orders)].into_iter();
        texts
            .map(|(field, text)| Asks::plain(field, Language::Sv, text))
            .collect()
    }

    /// Whether it says what another says, whichever wording was on the page.
    fn says_as(&self, other: &Typed) -> bool {
        let own = (&self.company, &self.title, &self.orders, &self.goals);
        own == (&other.company, &other.title, &other.orders, &other.goals)
    }

    /// The fields as domain types; every fault at once.
    fn to_writing(
        &self,
        s: &Speech,
        faults: &mut Faults,
        view: &DirectiveForm,
        form: &Form,
    ) -> Option<DirectiveWriting> {
        let key = key(form);
        if key.is_none() {
            // A form of ours has one; without it a double click would be two.
            faults.add("rubrik", s.t("work-fault-form"));
        }
        let company = self.chosen_company(s, faults, view);
        let title = typed::text(s, faults, "rubrik", &self.title, TITLE, false);
        if title.is_none() && faults.at("rubrik").is_none() {
            faults.add("rubrik", s.t("directives-fault-title"));
        }
        let orders = typed::lines(s, faults, "krav", &self.orders, ORDERS);
        if orders.is_empty() && faults.at("krav").is_none() {
            faults.add("krav", s.t("directives-fault-orders"));
        }
        Some(DirectiveWriting {
            directive: view.id,
            key: key?,
            seen: self.seen,
            company,
            title: title?,
            orders,
            goals: self.goals.iter().map(|id| ElementId(*id)).collect(),
        })
    }

    /// The company of a new directive; that of one which is there never changes.
    fn chosen_company(
        &self,
        s: &Speech,
        faults: &mut Faults,
        view: &DirectiveForm,
    ) -> Option<BodyId> {
        if view.id.is_some() {
            return None;
        }
        let id = Uuid::parse_str(&self.company).ok();
        let is_there = |id: &Uuid| view.companies.iter().any(|company| company.id == *id);
        let company = id.filter(is_there);
        if company.is_none() {
            faults.add("bolag", s.t("directives-fault-company"));
        }
        company.map(BodyId)
    }
}

impl DirectivePage {
    fn is_company(&self, company: &Choice) -> bool {
        self.typed.company == company.id.to_string()
    }

    /// How what is shown stands to what council has decided.
    fn standing(&self) -> Option<String> {
        let (standing, sent) = (self.view.standing?, self.view.handed_in);
        Some(super::documents::standing(&self.shell.s, standing, sent))
    }

    fn is_decided(&self) -> bool {
        self.view.standing == Some(Standing::Adopted)
    }
}
