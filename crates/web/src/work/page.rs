//! The pages of the public site: those that the municipality writes itself, and who answers for
//! each.

use super::WorkSite;
use super::answers::{Answer, Faults, key, unwritten};
use super::drafts::{self, Keeping, Left, scripted};
use super::owner::{Owner, ROLES, in_three, names, sort};
use super::paths::WorkPaths;
use super::points::{Asks, Points};
use super::session::{Signed, see};
use super::shell::{Shell, speech};
use crate::failure::Failure;
use crate::form::{self, Form};
use crate::pages::speech::Speech;
use crate::pages::{markdown, passing};
use askama::Template;
use axum::Extension;
use axum::body::Bytes;
use axum::extract::{Path, RawQuery, State};
use axum::http::StatusCode;
use riktning_app::work::{PageDesk, PageForm, PageRow, PageWriting, Unsaved, WRITTEN};
use riktning_domain::ids::BodyId;
use riktning_domain::site::pages::DescribePage;
use riktning_domain::site::written::WritePage;
use riktning_domain::{Names, Refusal};
use riktning_words::Language;
use uuid::Uuid;

/// The most characters of each text.
const TITLE: usize = 150;
const TEXT: usize = 20_000;

/// The fields of a language.
const TITLES: [(&str, Language); 3] = [
    ("rubrik-sv", Language::Sv),
    ("rubrik-en", Language::En),
    ("rubrik-fi", Language::Fi),
];
const TEXTS: [&str; 3] = ["text-sv", "text-en", "text-fi"];

#[derive(Template)]
#[template(path = "work/pages.html")]
struct PagesPage {
    shell: Shell,
    view: PageDesk,
    done: Option<String>,
}

#[derive(Template)]
#[template(path = "work/page.html")]
struct PagePage {
    shell: Shell,
    view: PageForm,
    typed: Typed,
    faults: Faults,
    points: Points,
    key: Uuid,
    action: String,
    heading: String,
    /// As residents will see it, in each language in which anything is written: language, title,
    /// markup.
    preview: Vec<(Language, String, String)>,
    /// What somebody else wrote while this was typed.
    stands_now: Option<WritePage>,
    /// Who answers for it by then.
    owner_now: Option<DescribePage>,
    keeping: Keeping,
    done: Option<String>,
}

/// The fields as they were typed, or as they stand.
#[derive(Clone, Debug, Default, PartialEq)]
struct Typed {
    titles: [String; 3],
    texts: [String; 3],
    owner: Owner,
    seen: usize,
    /// The keys of the form under which this was typed, the last one first.
    keys: Vec<Uuid>,
}

/// What a page shows beside its fields.
#[derive(Default)]
struct Beside {
    faults: Faults,
    preview: bool,
    stands_now: Option<WritePage>,
    owner_now: Option<DescribePage>,
    left: Option<Left>,
    done: Option<String>,
}

/// What there is.
pub(crate) async fn desk(
    State(site): State<WorkSite>,
    Extension(me): Extension<Signed>,
    RawQuery(query): RawQuery,
) -> Answer {
    let view = site.app.inside(me.colleague.person, |i, _| PageDesk::of(i));
    let view = view.ok_or(Failure::NotFound)?;
    let s = speech(&site);
    let done = match query.as_deref() {
        Some("gjort=sparat") => Some(s.t("pages-owner-saved")),
        Some("gjort=nedtagen") => Some(s.t("pages-taken-down")),
        _ => None,
    };
    let (title, path) = (s.t("pages-own"), "/arbete/webbplats/sidor");
    let page = PagesPage {
        shell: Shell::new(&site, Some(&me), view.frame.clone(), title, path),
        view,
        done,
    };
    passing(StatusCode::OK, &page)
}

pub(crate) async fn new(State(site): State<WorkSite>, Extension(me): Extension<Signed>) -> Answer {
    open(&site, &me, None, None).await
}

pub(crate) async fn show(
    State(site): State<WorkSite>,
    Extension(me): Extension<Signed>,
    Path(slug): Path<String>,
    RawQuery(query): RawQuery,
) -> Answer {
    open(&site, &me, Some(slug), query).await
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
    Path(slug): Path<String>,
    body: Bytes,
) -> Answer {
    save(&site, &me, Some(slug), &Form::read(&body, form::TEXTS)?).await
}

fn form_of(site: &WorkSite, me: &Signed, slug: Option<&str>) -> Result<PageForm, Failure> {
    let person = me.colleague.person;
    let view = site.app.inside(person, |i, _| PageForm::of(i, slug));
    view.ok_or(Failure::NotFound)
}

/// The address of the form, in Swedish.
fn address(slug: Option<&str>) -> String {
    let swedish = WorkPaths(Language::Sv);
    match slug {
        None => swedish.new_page(),
        Some(slug) => swedish.page(slug),
    }
}

/// The form as the page stands, or as whoever opens it left it.
async fn open(site: &WorkSite, me: &Signed, slug: Option<String>, query: Option<String>) -> Answer {
    let view = form_of(site, me, slug.as_deref())?;
    let stands = Typed::of(&view);
    let mut beside = Beside::default();
    if query.as_deref() == Some("gjort=publicerad") {
        beside.done = Some(speech(site).t("pages-published"));
    }
    let left = drafts::left(site, me, &address(slug.as_deref())).await;
    let was_left = left.is_some();
    let Some(left) = left.filter(|left| !Typed::read(&left.form).says_as(&stands)) else {
        if was_left {
            drafts::undone(site, me, &address(slug.as_deref())).await;
        }
        return page(site, me, view, stands, beside).await;
    };
    let mut typed = Typed::read(&left.form);
    if typed.seen != view.edition {
        // From here on they have seen both.
        typed.seen = view.edition;
        beside.stands_now = view.said.clone();
        beside.owner_now = view.owner.clone();
    }
    beside.left = Some(left);
    page(site, me, view, typed, beside).await
}

async fn save(site: &WorkSite, me: &Signed, slug: Option<String>, form: &Form) -> Answer {
    let view = form_of(site, me, slug.as_deref())?;
    let (s, mut typed, mut beside) = (speech(site), Typed::read(form), Beside::default());
    let takes_down = form.once("gor") == Some("ta-ner");
    let writing = typed.to_writing(&s, &mut beside.faults, &view, takes_down, form);
    let Some(writing) = writing.filter(|_| beside.faults.is_empty()) else {
        return page(site, me, view, typed, beside).await;
    };
    if form.once("granska").is_some() {
        beside.preview = true;
        return page(site, me, view, typed, beside).await;
    }
    match site.app.write_page(me.colleague.person, writing).await {
        Ok(saved) => {
            drafts::sent(site, me, &address(slug.as_deref()), form).await;
            let w = WorkPaths(site.language);
            return Ok(see(&match takes_down {
                true => format!("{}?gjort=nedtagen", w.pages()),
                false => format!("{}?gjort=publicerad", w.page(&saved)),
            }));
        }
        Err(Unsaved::Nowhere) => return Err(Failure::NotFound),
        Err(Unsaved::Unperformed(error)) => return Err(unwritten(error)),
        Err(Unsaved::Refused(refusal)) => {
            let field = match refusal {
                Refusal::BodyNotAlive { .. } | Refusal::OwnerMissing => "agare",
                _ => "rubrik-sv",
            };
            beside.faults.add(field, s.words.refusal(&refusal));
        }
        Err(Unsaved::Changed) => {
            beside
                .faults
                .add("rubrik-sv", s.t("pages-changed-by-other"));
            let now = form_of(site, me, slug.as_deref())?;
            // From here on they have seen both.
            typed.seen = now.edition;
            beside.stands_now = now.said;
            beside.owner_now = now.owner;
        }
    }
    page(site, me, view, typed, beside).await
}

async fn page(
    site: &WorkSite,
    me: &Signed,
    mut view: PageForm,
    typed: Typed,
    beside: Beside,
) -> Answer {
    let (s, w) = (speech(site), WorkPaths(site.language));
    sort(&s, &mut view.bodies);
    let heading = match &view.said {
        None => s.t("pages-new"),
        Some(said) => s.name(&said.title).plain().to_owned(),
    };
    let path = address(view.slug.as_deref());
    let (status, title) = beside.faults.headed(&s, &heading);
    let points = Points::of(site, typed.asks()).await;
    let page = PagePage {
        keeping: Keeping::of(
            site,
            &path,
            &heading,
            beside.left.as_ref(),
            typed.keys.clone(),
        ),
        action: w.form(&path),
        shell: Shell::new(site, Some(me), view.frame.clone(), title, path),
        preview: match beside.preview {
            true => typed.preview(),
            false => Vec::new(),
        },
        view,
        typed,
        faults: beside.faults,
        points,
        key: Uuid::new_v4(),
        heading,
        stands_now: beside.stands_now,
        owner_now: beside.owner_now,
        done: beside.done,
    };
    passing(status, &page).map(scripted)
}

impl Typed {
    /// Whether it says what another says, whichever edition was on the page.
    fn says_as(&self, other: &Typed) -> bool {
        Typed {
            seen: other.seen,
            keys: other.keys.clone(),
            ..self.clone()
        } == *other
    }

    fn of(view: &PageForm) -> Typed {
        let said = view.said.as_ref();
        Typed {
            titles: in_three(said.map(|said| &said.title)),
            texts: in_three(said.and_then(|said| said.text.as_ref())),
            owner: Owner {
                path: String::new(),
                seen: String::new(),
                ..Owner::of("", view.owner.as_ref())
            },
            seen: view.edition,
            keys: Vec::new(),
        }
    }

    fn read(form: &Form) -> Typed {
        let one = |name: &str| form.typed(name).to_owned();
        Typed {
            titles: TITLES.map(|(name, _)| one(name)),
            texts: TEXTS.map(|name| one(name).replace("\r\n", "\n")),
            owner: Owner {
                path: String::new(),
                seen: String::new(),
                ..Owner::read(form)
            },
            seen: form.typed("sedd").parse().unwrap_or_default(),
            keys: drafts::keys_of(form),
        }
    }

    fn to_writing(
        &self,
        s: &Speech,
        faults: &mut Faults,
        view: &PageForm,
        takes_down: bool,
        form: &Form,
    ) -> Option<PageWriting> {
        let fields = TITLES.map(|(name, _)| name);
        let title = names(s, faults, fields, &self.titles, (TITLE, false));
        if title.is_none() && faults.at(fields[0]).is_none() {
            faults.add(fields[0], s.t("work-fault-title"));
        }
        let text = names(s, faults, TEXTS, &self.texts, (TEXT, true));
        if text.is_none() && faults.at(TEXTS[0]).is_none() {
            faults.add(TEXTS[0], s.t("pages-fault-text"));
        }
        let owner = self.owner.to_owner(s, faults, &view.bodies);
        let key = key(form);
        if key.is_none() {
            // A form of ours has one; without it a double click would be two.
            faults.add(fields[0], s.t("work-fault-form"));
        }
        let owner = owner?;
        Some(PageWriting {
            slug: view.slug.clone(),
            key: key?,
            seen: self.seen,
            title: title?,
            text: text.filter(|_| !takes_down),
            owner: owner.owner,
            role: owner.role,
            review_by: owner.review_by,
        })
    }

    /// As residents will see it, in each language in which anything is written.
    fn preview(&self) -> Vec<(Language, String, String)> {
        let all = TITLES.iter().zip(&self.titles).zip(&self.texts);
        let all = all.filter(|((_, title), text)| !title.is_empty() || !text.is_empty());
        let shown = all.map(|(((_, language), title), text)| {
            (*language, title.clone(), markdown::rendered(text))
        });
        shown.collect()
    }

    /// What is looked at for a reader's sake.
    fn asks(&self) -> Vec<Asks<'_>> {
        let languages = TITLES.map(|(_, language)| language);
        let titles = TITLES.iter().zip(&self.titles);
        let titles = titles.map(|((field, language), text)| Asks::plain(field, *language, text));
        let texts = TEXTS.iter().zip(languages).zip(&self.texts);
        let texts = texts.map(|((field, language), text)| Asks::markdown(field, language, text));
        titles.chain(texts).collect()
    }
}

impl PagePage {
    fn owner_name(&self, said: &DescribePage) -> Option<&Names> {
        let mut bodies = self.view.bodies.iter();
        let own = bodies.find(|body| said.owner == Some(BodyId(body.id)));
        own.map(|body| &body.names)
    }

    /// The languages with what stands in their fields, and whether they are open.
    fn languages(&self) -> Vec<Said<'_>> {
        let all = TITLES.iter().enumerate().map(|(n, (title, language))| {
            let said = Said {
                language: *language,
                title,
                text: TEXTS[n],
                role: ROLES[n],
                titled: &self.typed.titles[n],
                says: &self.typed.texts[n],
                by: &self.typed.owner.roles[n],
                is_open: false,
            };
            let wrong = [said.title, said.text, said.role];
            let wrong = wrong.iter().any(|field| self.faults.at(field).is_some());
            let typed = [said.titled, said.says, said.by];
            Said {
                is_open: wrong || typed.iter().any(|typed| !typed.is_empty()),
                ..said
            }
        });
        all.collect()
    }
}

/// The fields of a language: their names in the form, and what stands in them.
struct Said<'a> {
    language: Language,
    title: &'static str,
    text: &'static str,
    role: &'static str,
    titled: &'a str,
    says: &'a str,
    by: &'a str,
    is_open: bool,
}

impl PagePage {
    /// Whether residents see it now.
    fn stands(&self) -> bool {
        let said = self.view.said.as_ref();
        said.is_some_and(|said| said.text.is_some())
    }
}

impl PagesPage {
    /// Who answers for a page.
    fn whose(&self, row: &PageRow) -> String {
        whose(&self.shell.s, row)
    }

    fn due(&self, row: &PageRow) -> Option<String> {
        due(&self.shell.s, row)
    }
}

/// Who answers for a page, in words.
fn whose(s: &Speech, row: &PageRow) -> String {
    let names = row.owner.iter().chain(&row.role);
    let said: Vec<String> = names
        .map(|names| s.name(names).plain().to_owned())
        .collect();
    match said.is_empty() {
        true => s.t("pages-nobody"),
        false => said.join(", "),
    }
}

/// By when a page is to be looked over, in words.
pub(crate) fn due(s: &Speech, row: &PageRow) -> Option<String> {
    let day = row.review_by?;
    let key = match row.is_late {
        true => "documents-revise-late",
        false => "documents-revise-by",
    };
    Some(s.t1(key, "day", s.day(&day)))
}

/// Where somebody says who answers for a page: in its own form if the municipality writes it.
pub(crate) fn owner_path(w: &WorkPaths, row: &PageRow) -> String {
    match row.path.strip_prefix(WRITTEN) {
        Some(slug) if !slug.is_empty() => w.page(slug),
        _ => w.page_owner(&row.path),
    }
}
