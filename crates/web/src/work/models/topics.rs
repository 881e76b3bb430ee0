//! The topics that models use: perspectives, values, processes with their owners, target groups.

use super::PATH;
use super::model::{in_field, names_in_fields};
use super::said;
use super::sent::{WHOLE, told};
use super::{NAMES, whole_names};
use crate::failure::Failure;
use crate::form::{self, Form};
use crate::pages::passing;
use crate::pages::speech::Speech;
use crate::work::WorkSite;
use crate::work::answers::{Answer, Faults, key};
use crate::work::paths::WorkPaths;
use crate::work::points::{Asks, Points};
use crate::work::session::{Signed, see};
use crate::work::shell::{Shell, speech};
use crate::work::typed;
use askama::Template;
use axum::Extension;
use axum::body::Bytes;
use axum::extract::{Path, RawQuery, State};
use axum::http::StatusCode;
use jiff::civil::Date;
use riktning_app::work::{TopicForm, Topics, Unshaped};
use riktning_domain::Refusal;
use riktning_domain::ids::TopicId;
use riktning_domain::topics::{Dimension, Direction, TopicDescription};
use riktning_words::Language;
use uuid::Uuid;

/// The most characters of what a topic means.
const MEANING: usize = 400;

#[derive(Template)]
#[template(path = "work/topics.html")]
struct ListPage {
    shell: Shell,
    view: Topics,
    today: Date,
    /// What has just been done, in a sentence.
    done: Option<String>,
}

#[derive(Template)]
#[template(path = "work/topic.html")]
struct OnePage {
    shell: Shell,
    view: TopicForm,
    typed: Typed,
    faults: Faults,
    key: Uuid,
    seen: String,
    action: String,
    points: Points,
}

/// What was typed of a topic.
#[derive(Debug, Default)]
struct Typed {
    names: [String; 3],
    meaning: String,
    parent: String,
    order: String,
    direction: String,
    owner: String,
    last_day: String,
}

pub(crate) async fn list(
    State(site): State<WorkSite>,
    Extension(me): Extension<Signed>,
    RawQuery(query): RawQuery,
) -> Answer {
    let person = me.colleague.person;
    let view = site.app.inside(person, |i, _| Topics::of(i));
    let view = view.ok_or(Failure::NotFound)?;
    let s = speech(&site);
    let saved = query.is_some_and(|query| query == "gjort=sparat");
    let (title, path) = (s.t("topics"), format!("{PATH}/amnen"));
    let page = ListPage {
        shell: Shell::new(&site, Some(&me), view.frame.clone(), title, path),
        view,
        today: site.app.today(),
        done: saved.then(|| s.t("topic-done")),
    };
    passing(StatusCode::OK, &page)
}

pub(crate) async fn show(
    State(site): State<WorkSite>,
    Extension(me): Extension<Signed>,
    Path(topic): Path<String>,
) -> Answer {
    let view = view(&site, &me, &topic)?;
    let typed = Typed::standing(&view);
    let at = (topic.as_str(), Uuid::new_v4());
    let seen = view.said.as_ref().map(|(_, position)| position.to_string());
    page(
        &site,
        &me,
        view,
        at,
        typed,
        (Faults::default(), seen.unwrap_or_default()),
    )
    .await
}

pub(crate) async fn change(
    State(site): State<WorkSite>,
    Extension(me): Extension<Signed>,
    Path(topic): Path<String>,
    body: Bytes,
) -> Answer {
    let form = Form::read(&body, form::TEXTS)?;
    let view = view(&site, &me, &topic)?;
    let key = key(&form).unwrap_or_else(Uuid::new_v4);
    let (typed, mut faults) = (Typed::of(&form), Faults::default());
    let mut seen = form.typed("sett").to_owned();
    if let Some(description) = typed.read(&speech(&site), &mut faults, &view) {
        let id = id_of(&topic).unwrap_or(TopicId(key));
        let (app, person) = (&site.app, me.colleague.person);
        let said = app.describe_topic(person, (id, seen.parse().ok()), description);
        match said.await {
            Ok(()) => return Ok(done(&site)),
            Err(error) => {
                // As it is by now: whoever saved meanwhile did so after this form was read.
                let now = self::view(&site, &me, &topic)?;
                seen = moved(&speech(&site), &mut faults, error, &now, seen)?;
            }
        }
    }
    page(&site, &me, view, (&topic, key), typed, (faults, seen)).await
}

fn done(site: &WorkSite) -> axum::response::Response {
    let to = WorkPaths(site.language).model_topics();
    see(&format!("{to}?gjort=sparat"))
}

/// Says why a topic is not described so. Whoever has been shown what somebody else saved goes on from
/// there.
fn moved(
    s: &Speech,
    faults: &mut Faults,
    error: Unshaped,
    view: &TopicForm,
    seen: String,
) -> Result<String, Failure> {
    let (Unshaped::Changed, Some((said, position))) = (&error, &view.said) else {
        told(s, faults, error, field)?;
        return Ok(seen);
    };
    let name = s.name(&said.names).plain().to_owned();
    faults.add(WHOLE, s.t1("topic-fault-changed", "name", name));
    Ok(position.to_string())
}

fn field(refusal: &Refusal) -> &'static str {
    match refusal {
        Refusal::TopicUnderItself => "del-av",
        Refusal::TopicNameTaken { .. } => "namn",
        Refusal::BodyNotAlive { .. } => "agare",
        Refusal::TopicEndsInThePast { .. } | Refusal::PartOutlivesWhole { .. } => "sista-dag",
        _ => WHOLE,
    }
}

fn id_of(topic: &str) -> Option<TopicId> {
    Uuid::parse_str(topic).ok().map(TopicId)
}

/// The form of a topic by its id, or of a new one of a dimension by its word.
fn view(site: &WorkSite, me: &Signed, topic: &str) -> Result<TopicForm, Failure> {
    let dimension = || said::chosen(&said::DIMENSIONS, topic);
    let id = match id_of(topic) {
        Some(id) => Ok(id),
        None => Err(dimension().ok_or(Failure::NotFound)?),
    };
    let person = me.colleague.person;
    let view = site.app.inside(person, |i, _| TopicForm::of(i, id));
    view.ok_or(Failure::NotFound)
}

async fn page(
    site: &WorkSite,
    me: &Signed,
    view: TopicForm,
    (topic, key): (&str, Uuid),
    typed: Typed,
    (faults, seen): (Faults, String),
) -> Answer {
    let s = speech(site);
    let heading = heading(&s, &view);
    let (status, title) = faults.headed(&s, &heading);
    let status = match faults.at(WHOLE) {
        Some(_) => StatusCode::CONFLICT,
        None => status,
    };
    let path = format!("{PATH}/amnen/{topic}");
    let named = NAMES.into_iter().zip(Language::ALL).zip(&typed.names);
    let named = named.map(|((field, language), said)| Asks::plain(field, language, said));
    let meaning = Asks::plain("betyder", Language::Sv, &typed.meaning);
    let points = Points::of(site, named.chain([meaning]).collect()).await;
    let page = OnePage {
        points,
        shell: Shell::new(site, Some(me), view.frame.clone(), title, path.as_str()),
        action: format!("{}{path}", site.language.prefix()),
        view,
        typed,
        faults,
        key,
        seen,
    };
    passing(status, &page)
}

fn heading(s: &Speech, view: &TopicForm) -> String {
    match &view.said {
        Some((said, _)) => s.name(&said.names).plain().to_owned(),
        None => s.t1(
            "topic-new",
            "dimension",
            said::dimension(s, &view.dimension),
        ),
    }
}

impl Typed {
    fn standing(view: &TopicForm) -> Typed {
        let Some((said, _)) = &view.said else {
            return Typed::default();
        };
        let direction = match said.direction {
            Some(Direction::Outward) => "utat",
            Some(Direction::Inward) => "inat",
            None => "",
        };
        Typed {
            names: names_in_fields(&said.names),
            meaning: in_field(said.meaning.as_ref()),
            parent: said.parent.map(|id| id.to_string()).unwrap_or_default(),
            order: said.order.to_string(),
            direction: direction.to_owned(),
            owner: said.owner.map(|id| id.to_string()).unwrap_or_default(),
            last_day: said.last_day.map(|day| day.to_string()).unwrap_or_default(),
        }
    }

    fn of(form: &Form) -> Typed {
        let one = |name: &str| form.typed(name).to_owned();
        Typed {
            names: NAMES.map(one),
            meaning: one("betyder"),
            parent: one("del-av"),
            order: one("plats"),
            direction: one("riktning"),
            owner: one("agare"),
            last_day: one("sista-dag"),
        }
    }

    fn read(&self, s: &Speech, faults: &mut Faults, view: &TopicForm) -> Option<TopicDescription> {
        let names = whole_names(s, faults, &self.names);
        let meaning = typed::text(s, faults, "betyder", &self.meaning, MEANING, false);
        let order = match self.order.trim() {
            "" => Ok(0),
            typed => typed.parse::<u16>(),
        };
        if order.is_err() {
            faults.add("plats", s.t("topic-fault-order"));
        }
        let last_day = match self.last_day.trim() {
            "" => Some(None),
            typed => typed::day(s, faults, "sista-dag", typed).map(Some),
        };
        let parent = offered(s, faults, "del-av", &self.parent, &view.parents);
        let owner = offered(s, faults, "agare", &self.owner, &view.owners);
        let direction = match self.direction.as_str() {
            "utat" => Some(Direction::Outward),
            "inat" => Some(Direction::Inward),
            _ => None,
        };
        faults.is_empty().then_some(())?;
        Some(TopicDescription {
            dimension: view.dimension,
            names: names?,
            meaning,
            parent: parent?,
            order: order.ok()?,
            direction,
            owner: owner?,
            last_day: last_day?,
            source: view.said.as_ref().and_then(|(said, _)| said.source),
        })
    }
}

/// What was chosen of what is offered; nothing may be chosen.
fn offered<T: Copy + std::fmt::Display>(
    s: &Speech,
    faults: &mut Faults,
    field: &'static str,
    typed: &str,
    all: &[(T, riktning_domain::Names)],
) -> Option<Option<T>> {
    if typed.is_empty() {
        return Some(None);
    }
    let found = all
        .iter()
        .map(|(id, _)| *id)
        .find(|id| id.to_string() == typed);
    if found.is_none() {
        faults.add(field, s.t("model-fault-gone"));
    }
    found.map(Some)
}

impl ListPage {
    fn is_over(&self, day: &Date) -> bool {
        *day < self.today
    }

    /// The word of a dimension in the address of a new topic.
    fn word(&self, of: &Dimension) -> &'static str {
        said::word(&said::DIMENSIONS, of)
    }
}

impl OnePage {
    fn heading(&self) -> String {
        heading(&self.shell.s, &self.view)
    }

    fn is_perspective(&self) -> bool {
        self.view.dimension == Dimension::Perspective
    }

    fn is_parent(&self, id: &TopicId) -> bool {
        self.typed.parent == id.to_string()
    }

    fn owns(&self, id: &riktning_domain::ids::BodyId) -> bool {
        self.typed.owner == id.to_string()
    }
}
