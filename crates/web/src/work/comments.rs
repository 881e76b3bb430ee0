//! What is said of a plan that is not decided, and of its rows: the page of it, and what its buttons do.

mod typed;

use super::WorkSite;
use super::answers::{Answer, Faults, unwritten};
use super::drafts::{self, Keeping, Left, scripted};
use super::kept::{self, Kept};
use super::paths::WorkPaths;
use super::session::{Signed, see};
use super::shell::{Shell, speech};
use crate::failure::Failure;
use crate::form::{self, Form};
use crate::pages::passing;
use crate::pages::speech::Speech;
use askama::Template;
use axum::Extension;
use axum::body::Bytes;
use axum::extract::{Path, RawQuery, State};
use axum::http::StatusCode;
use jiff::Timestamp;
use riktning_app::comments::{Commented, Said};
use riktning_app::work::{CommentAt, CommentLine, CommentPage, CommentThread, PlanTime};
use riktning_domain::comments::{Audience, MOST_CHARACTERS, Matter};
use riktning_domain::local_time::local;
use riktning_words::Language;
use typed::{Doing, Typed};
use uuid::Uuid;

/// How many can be told before they stand folded away.
const FEW: usize = 8;

#[derive(Template)]
#[template(path = "work/comments.html")]
struct Page {
    shell: Shell,
    view: CommentPage,
    doing: Doing,
    typed: Typed,
    faults: Faults,
    key: Uuid,
    /// Where the form is sent, and all that is pressed on the page.
    action: String,
    /// What has just been done, in a sentence.
    done: Option<String>,
    keeping: Keeping,
}

/// What somebody is doing at an address.
struct Place {
    at: CommentAt,
    doing: Doing,
}

impl Place {
    fn of((time, body): (String, String), query: Option<&str>) -> Result<Place, Failure> {
        let field = |name| crate::cache::address::field(query.unwrap_or_default(), name);
        let row = match field("rad") {
            Some(row) => Some(row.parse().map_err(|_| Failure::NotFound)?),
            None => None,
        };
        let time = PlanTime::parse(&time).ok_or(Failure::NotFound)?;
        let at = CommentAt { body, time, row };
        let id = |name| field(name).and_then(|id| Uuid::parse_str(&id).ok());
        let doing = match (id("svar"), id("andra")) {
            (Some(head), _) => Doing::Answer(head),
            (None, Some(own)) => Doing::Change(own),
            (None, None) => Doing::New,
        };
        Ok(Place { at, doing })
    }

    /// The address of the form, in Swedish.
    fn address(&self) -> String {
        self.doing.address(WorkPaths(Language::Sv), &self.at)
    }
}

/// What is said, and the form to say more.
pub(crate) async fn show(
    State(site): State<WorkSite>,
    Extension(me): Extension<Signed>,
    Path(path): Path<(String, String)>,
    RawQuery(query): RawQuery,
) -> Answer {
    let place = Place::of(path, query.as_deref())?;
    let left = drafts::left(&site, &me, &place.address()).await;
    let Some(view) = view(&site, &me, &place.at).await? else {
        let left = left.map(|left| Typed::read(&left.form).text);
        return late(&site, &me, &place, &left.unwrap_or_default());
    };
    let Some(stands) = Typed::standing(&view, place.doing) else {
        // What they would answer or change is answered or gone.
        return Ok(see(&WorkPaths(site.language).comments(&place.at)));
    };
    let typed = left.as_ref().map(|left| {
        let typed = Typed::read(&left.form);
        typed.read_by(&view, place.doing)
    });
    let typed = typed.unwrap_or(stands);
    let done = done(&speech(&site), query.as_deref());
    page(
        &site,
        &me,
        view,
        &place,
        (typed, Faults::default(), left),
        done,
    )
}

/// What has just been done.
fn done(s: &Speech, query: Option<&str>) -> Option<String> {
    let said = crate::cache::address::field(query?, "gjort")?;
    let key = match said.as_str() {
        "sagt" => "comments-done-said",
        "andrat" => "comments-done-changed",
        "struket" => "comments-done-removed",
        "klart" => "comments-done-resolved",
        "mitt" => "comments-done-mine",
        _ => return None,
    };
    Some(s.t(key))
}

/// Where there is nothing to comment on any longer, and they may know why, the plan tells it.
fn closed(site: &WorkSite, me: &Signed, at: &CommentAt) -> Answer {
    match site.app.comment_matter(me.colleague.person, at) {
        Some(Matter::Decided) => {
            let plan = WorkPaths(site.language).plan(&at.time, &at.body);
            Ok(see(&format!("{plan}?kommentarer=raderade")))
        }
        Some(Matter::Open | Matter::Gone) | None => Err(Failure::NotFound),
    }
}

/// Says, changes, takes back, and says that it is dealt with.
pub(crate) async fn change(
    State(site): State<WorkSite>,
    Extension(me): Extension<Signed>,
    Path(path): Path<(String, String)>,
    RawQuery(query): RawQuery,
    body: Bytes,
) -> Answer {
    let place = Place::of(path, query.as_deref())?;
    let form = Form::read(&body, form::TEXTS)?;
    match form.typed("gor") {
        "" => say(&site, &me, place, &form).await,
        deed => press(&site, &me, place, (deed, &form)).await,
    }
}

async fn say(site: &WorkSite, me: &Signed, mut place: Place, form: &Form) -> Answer {
    let mut typed = Typed::read(form);
    let Some(view) = view(site, me, &place.at).await? else {
        return late(site, me, &place, &typed.text);
    };
    typed = typed.read_by(&view, place.doing);
    let (s, mut faults) = (speech(site), Faults::default());
    let remark = typed.remark(&s, &mut faults, &view, form);
    let Some(remark) = remark.filter(|_| faults.is_empty()) else {
        return page(site, me, view, &place, (typed, faults, None), None);
    };
    let (person, at) = (me.colleague.person, place.at.clone());
    let said = match place.doing {
        Doing::Change(id) => {
            site.app
                .say_otherwise(person, at, id, (typed.seen, remark))
                .await
        }
        Doing::New | Doing::Answer(_) => site.app.say(person, at, remark).await,
    };
    let done = match said.map_err(unwritten)? {
        Commented::Done(id) => id,
        Commented::Nowhere(_) => return late(site, me, &place, &typed.text),
        why => {
            let view = self::view(site, me, &place.at).await?;
            let Some(view) = view else {
                return late(site, me, &place, &typed.text);
            };
            typed.refused(&s, &mut faults, (&mut place.doing, &view), why);
            return page(site, me, view, &place, (typed, faults, None), None);
        }
    };
    drafts::sent(site, me, &place.address(), form).await;
    let what = match place.doing {
        Doing::Change(_) => "andrat",
        Doing::New | Doing::Answer(_) => "sagt",
    };
    Ok(see(
        &WorkPaths(site.language).comments_done(&place.at, what, done)
    ))
}

/// A button at a comment.
async fn press(site: &WorkSite, me: &Signed, place: Place, (deed, form): (&str, &Form)) -> Answer {
    let (app, person, at) = (&site.app, me.colleague.person, place.at.clone());
    let id = Uuid::parse_str(form.typed("kommentar")).map_err(|_| Failure::NotFound)?;
    let pressed = match deed {
        "stryk" => app.unsay(person, at, id).await,
        "klart" => app.resolve(person, at, id).await,
        "mitt" => app.end_mention(person, at, id).await,
        _ => return Err(Failure::NoDeed),
    };
    let w = WorkPaths(site.language);
    match pressed.map_err(unwritten)? {
        Commented::Done(_) if form.once("fran").is_some() => Ok(see(&w.desk())),
        Commented::Done(id) if deed != "stryk" => Ok(see(&w.comments_done(&place.at, deed, id))),
        Commented::Done(_) => {
            let to = w.comments_with(&place.at, "gjort=struket");
            Ok(see(&to))
        }
        Commented::Answered => {
            let view = view(site, me, &place.at).await?.ok_or(Failure::NotFound)?;
            let mut faults = Faults::default();
            faults.add(format!("k-{id}"), speech(site).t("comments-fault-answered"));
            let typed = Typed::standing(&view, Doing::New).unwrap_or_default();
            let doing = Doing::New;
            let place = Place { doing, ..place };
            page(site, me, view, &place, (typed, faults, None), None)
        }
        _ => closed(site, me, &place.at),
    }
}

async fn view(
    site: &WorkSite,
    me: &Signed,
    at: &CommentAt,
) -> Result<Option<CommentPage>, Failure> {
    let view = site.app.comment_page(me.colleague.person, at).await;
    view.map_err(unwritten)
}

/// Nothing can be said here any longer: what happened, as far as they may know, and what they typed.
fn late(site: &WorkSite, me: &Signed, place: &Place, text: &str) -> Answer {
    let at = &place.at;
    if text.trim().is_empty() {
        return closed(site, me, at);
    }
    let s = speech(site);
    let person = me.colleague.person;
    let matter = site.app.comment_matter(person, at);
    let plan = WorkPaths(site.language).plan(&at.time, &at.body);
    let (why, plan) = match (matter, at.row) {
        (Some(Matter::Decided), None) => (s.t("comments-late-plan"), Some(plan)),
        (Some(Matter::Decided), Some(_)) => (s.t("comments-late-row"), Some(plan)),
        (Some(Matter::Gone), Some(_)) => (s.t("comments-late-gone"), Some(plan)),
        _ => (s.t("comments-late"), None),
    };
    let kept = Kept {
        title: s.t("comments-late-title"),
        why,
        texts: vec![text.to_owned()],
        plan,
        form: Some(place.address()),
    };
    kept::page(site, me, StatusCode::CONFLICT, kept)
}

fn page(
    site: &WorkSite,
    me: &Signed,
    view: CommentPage,
    place: &Place,
    (typed, faults, left): (Typed, Faults, Option<Left>),
    done: Option<String>,
) -> Answer {
    let (s, w) = (speech(site), WorkPaths(site.language));
    let body = s.name(&view.body.0).plain().to_owned();
    let plan = format!("{body}, {}", s.t1("work-plan", "year", view.time));
    let heading = match &view.row {
        Some((number, ..)) => s.t1("comments-of-row", "number", number),
        None => s.t("comments"),
    };
    let (status, title) = faults.headed(&s, &format!("{heading}, {plan}"));
    let path = place.address();
    let page = Page {
        keeping: Keeping::of(site, &path, &title, left.as_ref(), typed.keys.clone()),
        action: w.form(&path),
        shell: Shell::new(site, Some(me), view.frame.clone(), title, path),
        doing: place.doing,
        view,
        typed,
        faults,
        key: Uuid::new_v4(),
        done,
    };
    passing(status, &page).map(scripted)
}

impl Page {
    fn at(&self) -> CommentAt {
        CommentAt {
            body: self.view.body.1.clone(),
            time: self.view.time,
            row: self.view.row.as_ref().map(|(number, ..)| *number),
        }
    }

    /// Where a button at a comment leads.
    fn presses(&self) -> String {
        self.shell.w.comments(&self.at())
    }

    fn answer_at(&self, thread: &CommentThread) -> String {
        Doing::Answer(thread.id).address(self.shell.w, &self.at())
    }

    fn change_at(&self, line: &CommentLine) -> String {
        Doing::Change(line.id).address(self.shell.w, &self.at())
    }

    fn row_at(&self, number: &u32) -> String {
        let at = CommentAt {
            row: Some(*number),
            ..self.at()
        };
        self.shell.w.comments(&at)
    }

    fn moment(&self, at: &Timestamp) -> String {
        self.shell.s.moment(&local(*at))
    }

    fn answers(&self, thread: &CommentThread) -> bool {
        self.doing == Doing::Answer(thread.id)
    }

    fn changes(&self, line: &CommentLine) -> bool {
        self.doing == Doing::Change(line.id)
    }

    fn is_few(&self) -> bool {
        self.view.readers.len() <= FEW
    }

    fn is_folded(&self) -> bool {
        self.typed.tell.is_empty() && self.faults.at("sag").is_none()
    }

    /// For whom what is typed is written.
    fn audience(&self) -> Audience {
        self.typed.audience
    }

    /// The heading of the form.
    fn writes(&self) -> String {
        self.shell.s.t(match self.doing {
            Doing::New => "comments-new",
            Doing::Answer(_) => "comments-answer",
            Doing::Change(_) => "comments-change",
        })
    }

    fn help(&self) -> String {
        let most = self.shell.s.words.whole(MOST_CHARACTERS);
        self.shell.s.t1("comments-help", "most", most)
    }
}

/// What a comment says, with whom it mentions in their colleagues' words.
pub(crate) fn spoken(s: &Speech, said: &Said) -> String {
    match said {
        Said::Text(text) => text.clone(),
        Said::Person(Some(name)) => format!("@{name}"),
        Said::Person(None) => s.t("comments-somebody"),
    }
}

/// Whose a comment is.
pub(crate) fn author(s: &Speech, name: &Option<std::sync::Arc<str>>) -> String {
    match name {
        Some(name) => name.to_string(),
        None => s.t("comments-somebody"),
    }
}

/// How much is said, as a link tells it.
pub(crate) fn count(s: &Speech, count: &usize) -> String {
    match count {
        0 => s.t("comments-link"),
        count => s.n("comments-count", count),
    }
}
