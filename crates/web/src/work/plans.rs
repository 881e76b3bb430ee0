//! The desk, the plans of a year, and the plan of a body.

use super::WorkSite;
use super::answers::{Answer, of_plan, unwritten};
use super::paths::WorkPaths;
use super::points::{Asks, Points};
use super::session::{Signed, see};
use super::shell::{Shell, speech};
use super::year::days_until;
use crate::cache::address::field;
use crate::failure::Failure;
use crate::form::Form;
use crate::pages::passing;
use crate::pages::speech::Speech;
use askama::Template;
use axum::Extension;
use axum::body::Bytes;
use axum::extract::{Path, RawQuery, State};
use axum::http::StatusCode;
use axum::http::header::LOCATION;
use axum::response::IntoResponse as _;
use jiff::civil::Date;
use riktning_app::Unperformed;
use riktning_app::drafts::Draft;
use riktning_app::work::{
    AskedPlan, CommentCounts, Desk, Line, Mentioned, Part, PlanOf, PlanPage, PlanTime, Plans,
};
use riktning_domain::ids::PersonId;
use riktning_domain::inside::Standing;
use riktning_domain::local_time::local;
use riktning_domain::models::Purpose;
use riktning_domain::permissions::Role;
use riktning_domain::plans::PlanStage;
use riktning_domain::{Inside, Names, Text, User};
use riktning_words::Language;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Bytes of a form without texts.
const SMALL: usize = 4 << 10;

#[derive(Template)]
#[template(path = "work/desk.html")]
struct DeskPage {
    shell: Shell,
    view: Desk,
    heading: String,
    /// What has just been done, in a sentence.
    done: Option<String>,
    /// What was typed and not saved.
    drafts: Vec<Draft>,
    /// Whom somebody without a role can ask for one.
    ask: Vec<Arc<str>>,
    /// Where they are mentioned.
    mentions: Vec<Mentioned>,
}

#[derive(Template)]
#[template(path = "work/plans.html")]
struct PlansPage {
    shell: Shell,
    view: Plans,
    handed_in: usize,
}

#[derive(Template)]
#[template(path = "work/plan.html")]
struct BodyPlanPage {
    shell: Shell,
    view: PlanPage,
    /// How much is said of it and of its rows.
    said: CommentCounts,
    /// What has just been done, in a sentence.
    done: Option<String>,
    /// What there is to look at in a row that was just saved, and where.
    look: Option<(String, String)>,
    /// Why what was asked for was not done.
    fault: Option<String>,
    /// What the colleagues are called who are responsible for a row.
    people: BTreeMap<PersonId, Arc<str>>,
}

/// `/arbete` leads to the desk.
pub(crate) async fn to_desk(State(site): State<WorkSite>) -> Answer {
    let to = WorkPaths(site.language).desk();
    Ok((StatusCode::MOVED_PERMANENTLY, [(LOCATION, to)]).into_response())
}

/// What waits for whoever is signed in.
pub(crate) async fn desk(
    State(site): State<WorkSite>,
    Extension(me): Extension<Signed>,
    RawQuery(query): RawQuery,
) -> Answer {
    let view = site.app.desk(me.colleague.person);
    let drafts = super::drafts::all(&site, &me).await;
    // Where the store cannot be asked all can still be read.
    let mentions = site.app.mentions_of(me.colleague.person).await;
    let mentions = mentions.unwrap_or_default();
    let s = speech(&site);
    let done = (query.as_deref() == Some("gjort=beslut")).then(|| s.t("work-done-decided"));
    let name = [("name", &*me.colleague.name)];
    let heading = match waits(&view) + mentions.len() {
        0 if view.roles.is_empty() => s.words.with("through-no-role", &name),
        0 => s.words.with("work-waits-none", &name),
        waits => s.words.count("work-waits", waits, &name),
    };
    let title = s.t("work-desk");
    let shell = Shell::new(&site, Some(&me), view.frame.clone(), title, "/arbete/");
    let ask = match view.roles.is_empty() {
        true => site.app.whom_to_ask(me.colleague.person),
        false => Vec::new(),
    };
    let page = DeskPage {
        shell,
        view,
        heading,
        done,
        drafts,
        ask,
        mentions,
    };
    passing(StatusCode::OK, &page)
}

/// How much waits for somebody.
fn waits(view: &Desk) -> usize {
    let to_write = view.plans.iter().filter(|plan| is_to_write(plan.stage));
    let unanswered = view.plans.iter().map(|plan| plan.unanswered);
    let documents = view.documents.iter().map(|all| all.to_decide.len());
    let directives = view.directives.iter().map(|all| all.to_decide.len());
    let decided = view.to_decide.len() + documents.sum::<usize>() + directives.sum::<usize>();
    decided + view.asked.len() + view.to_read.len() + unanswered.sum::<usize>() + to_write.count()
}

fn is_to_write(stage: Option<PlanStage>) -> bool {
    stage.is_none_or(|stage| stage == PlanStage::Draft)
}

/// How far every body has come with a year.
pub(crate) async fn plans(
    State(site): State<WorkSite>,
    Extension(me): Extension<Signed>,
    Path(year): Path<String>,
) -> Answer {
    let time = PlanTime::parse(&year).ok_or(Failure::NotFound)?;
    let view = site
        .app
        .inside(me.colleague.person, |i, _| Plans::of(i, time));
    let view = view.ok_or(Failure::NotFound)?;
    let s = speech(&site);
    let title = s.t1("work-plans", "year", time);
    let path = format!("/arbete/planer/{year}");
    let handed_in = view.bodies.iter().filter(|body| !is_to_write(body.stage));
    let page = PlansPage {
        handed_in: handed_in.count(),
        shell: Shell::new(&site, Some(&me), view.frame.clone(), title, path),
        view,
    };
    passing(StatusCode::OK, &page)
}

/// The plan of a body.
pub(crate) async fn plan(
    State(site): State<WorkSite>,
    Extension(me): Extension<Signed>,
    Path((year, body)): Path<(String, String)>,
    RawQuery(query): RawQuery,
) -> Answer {
    let stands = view(&site, &me, &year, &body)?;
    let done = done_or_back(&site, &me, &stands, query.as_deref());
    let look = look(&site, &stands, query.as_deref()).await;
    let told = Told {
        done,
        look,
        ..Told::default()
    };
    show(&site, &me, &year, &body, told).await
}

/// What has just been done or taken back. An address says nothing that is not so.
fn done_or_back(
    site: &WorkSite,
    me: &Signed,
    stands: &PlanPage,
    query: Option<&str>,
) -> Option<String> {
    let numbered = |what| query?.strip_prefix(what)?.parse::<u32>().ok();
    let s = speech(site);
    if let Some(number) = numbered("gjort=borttaget-") {
        let is_so = |i: Inside<'_>, now| i.has_dropped(now, number);
        let is_so = site.app.inside(me.colleague.person, is_so);
        let said = |i: Inside<'_>, _| Some(i.remembered_by(number)?.wording.text.clone());
        let text = site.app.inside(me.colleague.person, said)?;
        let text = s.words.typed(&text);
        return is_so.then(|| s.t1("work-done-removed", "text", text));
    }
    if let Some(number) = numbered("gjort=aterstalld-") {
        let is_so = |i: Inside<'_>, _| i.has_taken_back(number);
        let is_so = site.app.inside(me.colleague.person, is_so);
        return is_so.then(|| s.t("work-done-taken-back-proposal"));
    }
    done(&s, stands, query)
}

/// What has just been done. An address says nothing that is not so.
fn done(s: &Speech, stands: &PlanPage, query: Option<&str>) -> Option<String> {
    let (is_so, said) = match query?.split('&').next()? {
        "gjort=sparat" => (stands.count() > 0, "work-done-saved"),
        "gjort=antaget" => (stands.count() > 0, "work-done-accepted"),
        "gjort=fortsatt" => (stands.count() > 0, "earlier-done"),
        "gjort=rattelse" => (stands.stage >= Some(PlanStage::Adopted), "righting-done"),
        "gjort=avslutad" => (stands.stage == Some(PlanStage::Closed), "closing-done"),
        "gjort=lasare" => (stands.count() > 0, "readers-done"),
        "gjort=lista" => (stands.count() > 0, "work-done-list"),
        "gjort=inlamnad" => (
            stands.handed_in.is_some(),
            match is_orders(stands) {
                true => "work-done-sent",
                false => "work-done-handed-in",
            },
        ),
        "gjort=tillbaka" => (
            stands.supplement.or(stands.stage) == Some(PlanStage::Draft),
            "work-done-taken-back",
        ),
        "gjort=remiss" => (is_asked(stands), "referral-done-asked"),
        "gjort=remiss-aterkallad" => (!is_asked(stands), "referral-done-called-off"),
        "gjort=remissvar" => (stands.has_answered, "referral-done-answered"),
        "gjort=beslut" => (
            stands.stage >= Some(PlanStage::Adopted),
            "work-done-decided",
        ),
        "kommentarer=raderade" => (
            stands.stage >= Some(PlanStage::Adopted) || stands.supplement.is_some(),
            "comments-erased-now",
        ),
        "ordning=beslutad" => (
            stands.supplement.is_none() && stands.stage >= Some(PlanStage::Adopted),
            "arrange-decided",
        ),
        _ => return None,
    };
    is_so.then(|| s.t(said))
}

/// Bodies by their names, in a sentence.
fn named(s: &Speech, bodies: &[Names]) -> String {
    let names = bodies.iter().map(|names| s.name(names).plain().to_owned());
    s.words.list(&names.collect::<Vec<_>>())
}

/// Whether somebody is asked what they say of it.
fn is_asked(stands: &PlanPage) -> bool {
    stands.referral.as_ref().is_some_and(|round| round.is_open)
}

/// What is told above a plan.
#[derive(Default)]
pub(super) struct Told {
    /// What has just been done, in a sentence.
    done: Option<String>,
    /// What there is to look at in a row that was just saved, and where.
    look: Option<(String, String)>,
    /// Why what was asked for was not done.
    fault: Option<String>,
}

impl Told {
    pub(super) fn fault(why: String) -> Told {
        Told {
            fault: Some(why),
            ..Told::default()
        }
    }
}

/// What there is to look at in a row that was just saved, as it stands: an address says nothing that is
/// not so.
async fn look(site: &WorkSite, stands: &PlanPage, query: Option<&str>) -> Option<(String, String)> {
    let number: u32 = field(query?, "titta")?.parse().ok()?;
    let lines = stands.parts.iter().flat_map(|part| &part.lines);
    let mut own =
        lines.filter(|line| line.number == number && (line.may_write || line.may_propose));
    let line = own.next_back()?;
    let d = &line.details;
    let texts = [&d.description, &d.condition, &d.why, &d.if_not_kept];
    let texts = texts.into_iter().flatten().chain([&line.text]);
    let texts = texts.filter_map(Text::as_str);
    let asks = texts.map(|text| Asks::plain("text", Language::Sv, text));
    let count = Points::of(site, asks.collect()).await.count();
    let said = speech(site).n("points-count", &count);
    (count > 0).then(|| (said, WorkPaths(site.language).element(&number)))
}

pub(super) async fn show(
    site: &WorkSite,
    me: &Signed,
    year: &str,
    body: &str,
    Told { done, look, fault }: Told,
) -> Answer {
    let view = view(site, me, year, body)?;
    let s = speech(site);
    let names = s.name(&view.body.0).plain().to_owned();
    let title = format!("{names}, {}", s.t1("work-plan", "year", view.time));
    let title = match fault {
        Some(_) => s.t1("work-title-fault", "title", title),
        None => title,
    };
    let path = format!("/arbete/planer/{year}/{}", view.body.1);
    let status = match fault {
        Some(_) => StatusCode::UNPROCESSABLE_ENTITY,
        None => StatusCode::OK,
    };
    let said = site
        .app
        .comment_counts(me.colleague.person, body, view.time)
        .await;
    let page = BodyPlanPage {
        said,
        shell: Shell::new(site, Some(me), view.frame.clone(), title, path),
        people: responsible(site, &view),
        view,
        done,
        look,
        fault,
    };
    passing(status, &page)
}

pub(super) fn view(
    site: &WorkSite,
    me: &Signed,
    year: &str,
    body: &str,
) -> Result<PlanPage, Failure> {
    of_plan(site, me, (year, body), PlanPage::of)
}

/// Hands a plan in. Once more is the same.
pub(crate) async fn hand_in(
    State(site): State<WorkSite>,
    Extension(me): Extension<Signed>,
    Path((year, body)): Path<(String, String)>,
    bytes: Bytes,
) -> Answer {
    let form = Form::read(&bytes, SMALL)?;
    let page = view(&site, &me, &year, &body)?;
    if form.once("sedd") != Some(page.seen.to_string().as_str()) {
        let why = speech(&site).t("work-plan-changed");
        return show(&site, &me, &year, &body, Told::fault(why)).await;
    }
    let user = User::Person(me.colleague.person);
    match page.hand_in() {
        // Handed in by somebody else a moment ago it is handed in.
        None if is_to_write(page.supplement.or(page.stage)) => return Err(Failure::NotFound),
        None => {}
        Some(command) => match site.app.perform(user, command).await {
            Ok(_) => {}
            Err(Unperformed::Refused { refusal, .. }) => {
                let why = speech(&site).words.refusal(&refusal);
                return show(&site, &me, &year, &body, Told::fault(why)).await;
            }
            Err(error) => return Err(unwritten(error)),
        },
    }
    let to = WorkPaths(site.language).plan(&page.time, &page.body.1);
    Ok(see(&format!("{to}?gjort=inlamnad")))
}

/// Takes back a plan that was handed in. Once more is the same.
pub(crate) async fn take_back(
    State(site): State<WorkSite>,
    Extension(me): Extension<Signed>,
    Path((year, body)): Path<(String, String)>,
) -> Answer {
    let page = view(&site, &me, &year, &body)?;
    let user = User::Person(me.colleague.person);
    match page.take_back() {
        None if let Some(why) = &page.held => {
            let why = speech(&site).words.refusal(why);
            return show(&site, &me, &year, &body, Told::fault(why)).await;
        }
        // Taken back by somebody else a moment ago it is a draft.
        None if page.supplement.or(page.stage) != Some(PlanStage::Draft) || !page.may_hand_in => {
            return Err(Failure::NotFound);
        }
        None => {}
        Some(command) => match site.app.perform(user, command).await {
            Ok(_) => {}
            Err(Unperformed::Refused { refusal, .. }) => {
                let why = speech(&site).words.refusal(&refusal);
                return show(&site, &me, &year, &body, Told::fault(why)).await;
            }
            Err(error) => return Err(unwritten(error)),
        },
    }
    let to = WorkPaths(site.language).plan(&page.time, &page.body.1);
    Ok(see(&format!("{to}?gjort=tillbaka")))
}

impl DeskPage {
    /// By when a plan is to be handed in, or should have been.
    fn last_day(&self, last: &Date) -> String {
        let (s, today) = (&self.shell.s, self.view.today);
        let left = days_until(s, &today, last);
        let key = match *last < today {
            true => "desk-plan-late",
            false => "desk-plan-by",
        };
        let day = s.words.day(*last);
        s.words.with(key, &[("day", day.as_str()), ("left", &left)])
    }

    /// Which of their bodies a plan asks.
    fn asked_of(&self, asked: &AskedPlan) -> String {
        named(&self.shell.s, &asked.of)
    }

    /// By when a plan asks what their body says of it, or should have been answered.
    fn asked_by(&self, asked: &AskedPlan) -> String {
        let (s, today) = (&self.shell.s, self.view.today);
        let left = days_until(s, &today, &asked.until);
        let key = match asked.until < today {
            true => "referral-desk-late",
            false => "referral-desk-by",
        };
        let day = s.words.day(asked.until);
        s.words.with(key, &[("day", day.as_str()), ("left", &left)])
    }

    /// A day as short as the page of this year may say it.
    fn day(&self, day: &Date) -> String {
        let words = self.shell.s.words;
        match day.year() == self.view.today.year() {
            true => words.day_and_month(*day),
            false => words.day(*day),
        }
    }

    /// Whether a decision waits to be recorded, of a plan, a document or an owner directive.
    fn decides(&self) -> bool {
        let documents = self.view.documents.as_ref();
        let documents = documents.is_some_and(|all| !all.to_decide.is_empty());
        let directives = self.view.directives.as_ref();
        let directives = directives.is_some_and(|all| !all.to_decide.is_empty());
        documents || directives || !self.view.to_decide.is_empty()
    }

    fn at(&self, draft: &Draft) -> String {
        self.shell.s.moment(&local(draft.at))
    }

    /// Where somebody is mentioned.
    fn mentioned_at(&self, one: &Mentioned) -> String {
        let w = self.shell.w;
        let to = match &one.row {
            Some(row) => w.comments_of_row(&one.time, &one.body.1, row),
            None => w.comments_of(&one.time, &one.body.1),
        };
        format!("{to}#k-{}", one.id)
    }

    /// Where they say that nothing waits for them there.
    fn mention_ends_at(&self, one: &Mentioned) -> String {
        let w = self.shell.w;
        match &one.row {
            Some(row) => w.comments_of_row(&one.time, &one.body.1, row),
            None => w.comments_of(&one.time, &one.body.1),
        }
    }

    fn mentioned(&self, one: &Mentioned) -> String {
        self.shell.s.moment(&local(one.at))
    }

    fn role(&self, role: &Role) -> String {
        self.shell.s.t(role_key(*role))
    }

    fn stage(&self, stage: &Option<PlanStage>) -> String {
        self.shell.s.t(stage_key(*stage))
    }
}

impl PlansPage {
    /// Whether it stands decided, and nobody is asked to hand it in.
    fn is_decided(&self, body: &PlanOf) -> bool {
        let beside = body.stage.is_none() && body.beside > 0;
        beside || body.stage >= Some(PlanStage::Adopted)
    }

    /// The day by which it should have come in, where that is over.
    fn was_due<'a>(&self, body: &'a PlanOf) -> Option<&'a Date> {
        let deadline = body.deadline.as_ref();
        deadline.filter(|day| **day < self.view.today)
    }

    /// How many have not handed in by the day that was set.
    fn late(&self) -> usize {
        let bodies = self.view.bodies.iter();
        bodies.filter(|body| self.was_due(body).is_some()).count()
    }

    fn stage(&self, stage: &Option<PlanStage>) -> String {
        self.shell.s.t(stage_key(*stage))
    }
}

/// What the colleagues are called who are responsible for the rows of a plan.
fn responsible(site: &WorkSite, view: &PlanPage) -> BTreeMap<PersonId, Arc<str>> {
    let lines = view.parts.iter().flat_map(|part| &part.lines);
    let people = lines.filter_map(|line| line.details.person);
    let named = people.filter_map(|person| Some((person, site.app.name_of(person)?)));
    named.collect()
}

impl BodyPlanPage {
    fn responsible(&self, line: &Line) -> Option<&Arc<str>> {
        self.people.get(&line.details.person?)
    }

    fn stage(&self) -> String {
        let stands_beside = self.view.stage.is_none() && !self.view.beside.is_empty();
        let key = match stands_beside {
            true => "work-stage-beside",
            false => stage_key(self.view.stage),
        };
        self.shell.s.t(key)
    }

    /// How far what supplements the plan has come.
    fn supplement(&self) -> Option<String> {
        let stage = self.view.supplement?;
        let said = self.shell.s.t(stage_key(Some(stage)));
        Some(
            self.shell
                .s
                .t1("work-supplement", "stage", said.to_lowercase()),
        )
    }

    /// The heading of a part; none where the whole plan is one.
    fn part(&self, part: &Part) -> Option<String> {
        let s = &self.shell.s;
        if self.view.parts.len() == 1 {
            return None;
        }
        Some(match (part.is_supplement, part.decided) {
            (false, Some(day)) => s.t1("work-part-first", "day", s.day(&day)),
            (true, Some(day)) => s.t1("work-part-supplement", "day", s.day(&day)),
            (_, None) if part.waits => s.t("work-part-waits"),
            (_, None) => s.t("work-part-in-hand"),
        })
    }

    fn standing(&self, line: &Line) -> String {
        let has_gone_out = self.view.handed_in.is_some();
        self.shell.s.t(match line.standing {
            Standing::Draft if has_gone_out && line.purpose == Purpose::Assignment => {
                "work-standing-sent"
            }
            Standing::Draft if has_gone_out => "work-standing-handed-in",
            Standing::Draft => "work-standing-draft",
            Standing::Adopted => "work-standing-adopted",
            Standing::Proposal => "work-standing-proposal",
        })
    }

    /// Whether it asks other bodies what they say of it.
    fn asks_others(&self) -> bool {
        is_asked(&self.view)
    }

    /// That it asks a body of theirs what it says, and by when.
    fn asks_us(&self) -> Option<String> {
        let us = &self.view.asks_us;
        let round = self.view.referral.as_ref().filter(|_| !us.is_empty())?;
        let key = match round.is_late {
            true => "referral-asks-late",
            false => "referral-asks",
        };
        let s = &self.shell.s;
        let (us, day) = (named(s, us), s.day(&round.until?));
        Some(s.words.with(key, &[("bodies", us.as_str()), ("day", &day)])) // words-keys: referral-*
    }

    /// Whether something in the plan waits for a decision.
    fn has_memorandum(&self) -> bool {
        let mut parts = self.view.parts.iter();
        parts.any(|part| part.is_in_hand() && !part.lines.is_empty())
    }

    /// The first level on which an order is answered: a promise of the body's own.
    fn answering(&self) -> Option<&usize> {
        answering(&self.view)
    }

    /// Whether what goes out of it are orders, and no promises are handed in.
    fn is_orders(&self) -> bool {
        is_orders(&self.view)
    }
}

fn answering(view: &PlanPage) -> Option<&usize> {
    let mut levels = view.writable.iter();
    let level = levels.find(|level| level.purpose == Purpose::Commitment);
    level.map(|level| &level.place)
}

fn is_orders(view: &PlanPage) -> bool {
    view.sends_orders && answering(view).is_none()
}

pub(crate) fn said_quantity(s: &Speech, quantity: &riktning_domain::elements::Quantity) -> String {
    let figure = format!(
        "{} {}",
        s.plain(&quantity.value),
        s.words.typed(&quantity.unit)
    );
    match quantity.at_least {
        true => s.t1("work-at-least", "quantity", figure),
        false => figure,
    }
}

pub(crate) fn stage_key(stage: Option<PlanStage>) -> &'static str {
    match stage {
        None => "work-stage-none",
        Some(PlanStage::Draft) => "work-stage-draft",
        Some(PlanStage::Proposed) => "work-stage-proposed",
        Some(PlanStage::Adopted) => "work-stage-adopted",
        Some(PlanStage::Supplemented) => "work-stage-supplemented",
        Some(PlanStage::Closed) => "work-stage-closed",
    }
}

pub(crate) fn role_key(role: Role) -> &'static str {
    match role {
        Role::Reader => "role-reader",
        Role::Contributor => "role-contributor",
        Role::Approver => "role-approver",
        Role::ProcessOwner => "role-process-owner",
        Role::Controller => "role-controller",
        Role::Strategist => "role-strategist",
        Role::Registrar => "role-registrar",
        Role::Editor => "role-editor",
        Role::Auditor => "role-auditor",
        Role::Administrator => "role-administrator",
    }
}
