//! Who answers for a page of the public site, and by when it is to be looked over.

use super::WorkSite;
use super::answers::{Answer, Faults, unwritten};
use super::paths::WorkPaths;
use super::session::{Signed, see};
use super::shell::{Shell, speech};
use super::typed;
use crate::cache::address::field;
use crate::failure::Failure;
use crate::form::{self, Form};
use crate::pages::passing;
use crate::pages::speech::Speech;
use askama::Template;
use axum::Extension;
use axum::body::Bytes;
use axum::extract::{RawQuery, State};
use riktning_app::work::{Choice, OwnerForm, Unsaved};
use riktning_domain::ids::BodyId;
use riktning_domain::site::pages::DescribePage;
use riktning_domain::{Names, Refusal, Text};
use riktning_words::Language;
use uuid::Uuid;

const ROLE: usize = 120;
const ADDRESS: usize = 200;
const LANGUAGES: [Language; 3] = [Language::Sv, Language::En, Language::Fi];
/// The fields of a responsible role, by language.
pub(super) const ROLES: [&str; 3] = ["roll-sv", "roll-en", "roll-fi"];

#[derive(Template)]
#[template(path = "work/owner.html")]
struct OwnerPage {
    shell: Shell,
    view: OwnerForm,
    typed: Owner,
    faults: Faults,
    heading: String,
    /// What somebody else said while this was typed.
    stands_now: Option<DescribePage>,
}

/// Who answers for a page, as it was typed.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Owner {
    pub(super) path: String,
    pub(super) body: String,
    pub(super) roles: [String; 3],
    pub(super) review_by: String,
    /// What the form showed: what another is said instead of.
    pub(super) seen: String,
}

/// Who answers for a page of the site that has a page of its own.
pub(crate) async fn owner(
    State(site): State<WorkSite>,
    Extension(me): Extension<Signed>,
    RawQuery(query): RawQuery,
) -> Answer {
    let path = field(query.as_deref().unwrap_or_default(), "sida").unwrap_or_default();
    let view = owner_form(&site, &me, &path)?;
    let typed = Owner::of(&path, view.said.as_ref());
    owner_page(&site, &me, view, typed, Faults::default(), None)
}

/// Says who answers for a page.
pub(crate) async fn own(
    State(site): State<WorkSite>,
    Extension(me): Extension<Signed>,
    body: Bytes,
) -> Answer {
    let form = Form::read(&body, form::TEXTS)?;
    let (s, mut typed, mut faults) = (speech(&site), Owner::read(&form), Faults::default());
    let view = owner_form(&site, &me, &typed.path)?;
    let wanted = typed.to_owner(&s, &mut faults, &view.bodies);
    let is_there = crate::routes::has_page(&site.app, &typed.path).await;
    if !typed.path.starts_with('/') || !is_there {
        faults.add("sida", s.t("pages-fault-nowhere"));
    }
    let Some(wanted) = wanted.filter(|_| faults.is_empty()) else {
        return owner_page(&site, &me, view, typed, faults, None);
    };
    let wanted = DescribePage {
        title: view.said.as_ref().and_then(|said| said.title.clone()),
        ..wanted
    };
    // What the form showed, if it is what stands.
    let stands = view
        .said
        .clone()
        .filter(|said| typed.seen == mark(Some(said)));
    let seen = match typed.seen == mark(None) {
        true => None,
        false => stands,
    };
    match site.app.own_page(me.colleague.person, wanted, seen).await {
        Ok(()) => {
            let to = WorkPaths(site.language).pages();
            Ok(see(&format!("{to}?gjort=sparat")))
        }
        Err(Unsaved::Nowhere) => Err(Failure::NotFound),
        Err(Unsaved::Unperformed(error)) => Err(unwritten(error)),
        Err(Unsaved::Refused(refusal)) => {
            let field = match refusal {
                Refusal::NotAPath { .. } => "sida",
                _ => "agare",
            };
            faults.add(field, s.words.refusal(&refusal));
            owner_page(&site, &me, view, typed, faults, None)
        }
        Err(Unsaved::Changed) => {
            faults.add("agare", s.t("pages-changed-by-other"));
            // From here on they have seen both.
            typed.seen = mark(view.said.as_ref());
            let now = view.said.clone();
            owner_page(&site, &me, view, typed, faults, now)
        }
    }
}

fn owner_form(site: &WorkSite, me: &Signed, path: &str) -> Result<OwnerForm, Failure> {
    let person = me.colleague.person;
    let view = site.app.inside(person, |i, _| OwnerForm::of(i, path));
    view.ok_or(Failure::NotFound)
}

fn owner_page(
    site: &WorkSite,
    me: &Signed,
    mut view: OwnerForm,
    typed: Owner,
    faults: Faults,
    stands_now: Option<DescribePage>,
) -> Answer {
    let s = speech(site);
    sort(&s, &mut view.bodies);
    let heading = s.t("pages-owner");
    let (status, title) = faults.headed(&s, &heading);
    let path = WorkPaths(Language::Sv).page_owner(&typed.path);
    let page = OwnerPage {
        shell: Shell::new(site, Some(me), view.frame.clone(), title, path),
        view,
        typed,
        faults,
        heading,
        stands_now,
    };
    passing(status, &page)
}

/// What a form remembers of what it showed.
fn mark(said: Option<&DescribePage>) -> String {
    said.map_or(String::new(), |said| {
        let all = format!("{said:?}");
        Uuid::new_v5(&Uuid::NAMESPACE_URL, all.as_bytes()).to_string()
    })
}

pub(super) fn sort(s: &Speech, bodies: &mut [Choice]) {
    bodies.sort_by(|a, b| {
        let (a, b) = (s.name(&a.names), s.name(&b.names));
        s.words.compare(a.plain(), b.plain())
    });
}

fn plain(text: Option<&Text>) -> String {
    text.and_then(Text::as_str).unwrap_or_default().to_owned()
}

pub(super) fn in_three(names: Option<&Names>) -> [String; 3] {
    let Some(names) = names else {
        return Default::default();
    };
    [
        plain(Some(&names.sv)),
        plain(names.en.as_ref()),
        plain(names.fi.as_ref()),
    ]
}

/// A text in Swedish, and in the others where it is typed: what is typed in another language alone
/// would be seen by those who read that and by nobody else.
pub(super) fn names(
    s: &Speech,
    faults: &mut Faults,
    fields: [&'static str; 3],
    typed: &[String; 3],
    (most, lines): (usize, bool),
) -> Option<Names> {
    let [sv, en, fi] = [0, 1, 2].map(|n| typed::text(s, faults, fields[n], &typed[n], most, lines));
    if sv.is_none() && (en.is_some() || fi.is_some()) {
        faults.add(fields[0], s.t("work-fault-swedish"));
    }
    Some(Names { sv: sv?, en, fi })
}

impl Owner {
    pub(super) fn of(path: &str, said: Option<&DescribePage>) -> Owner {
        let body = said.and_then(|said| said.owner);
        let review = said.and_then(|said| said.review_by);
        Owner {
            path: path.to_owned(),
            body: body.map_or(String::new(), |id| id.to_string()),
            roles: in_three(said.and_then(|said| said.role.as_ref())),
            review_by: review.map_or(String::new(), |day| day.to_string()),
            seen: mark(said),
        }
    }

    pub(super) fn read(form: &Form) -> Owner {
        let one = |name: &str| form.typed(name).to_owned();
        Owner {
            path: one("sida").trim().chars().take(ADDRESS).collect(),
            body: one("agare"),
            roles: ROLES.map(one),
            review_by: one("ses-over"),
            seen: one("sedd"),
        }
    }

    pub(super) fn to_owner(
        &self,
        s: &Speech,
        faults: &mut Faults,
        bodies: &[Choice],
    ) -> Option<DescribePage> {
        let id = Uuid::parse_str(&self.body).ok();
        let owner = id.filter(|id| bodies.iter().any(|body| body.id == *id));
        let role = names(s, faults, ROLES, &self.roles, (ROLE, false));
        if owner.is_none() && !self.body.is_empty() {
            faults.add("agare", s.t("pages-fault-body"));
        } else if owner.is_none() && role.is_none() {
            faults.add("agare", s.t("pages-fault-owner"));
        }
        let review_by = match self.review_by.trim().is_empty() {
            true => None,
            false => typed::day(s, faults, "ses-over", &self.review_by),
        };
        Some(DescribePage {
            path: Text::new(self.path.as_str()),
            title: None,
            owner: owner.map(BodyId),
            role,
            review_by,
            source: None,
            since: None,
        })
    }

    pub(super) fn is_body(&self, id: &Uuid) -> bool {
        self.body == id.to_string()
    }
}

impl OwnerPage {
    fn owns(&self, body: &Choice, said: &DescribePage) -> bool {
        said.owner == Some(BodyId(body.id))
    }

    /// The role in each language: field, language, what is typed.
    fn roles(&self) -> Vec<(&'static str, Language, &String)> {
        let all = ROLES.into_iter().zip(LANGUAGES).zip(&self.typed.roles);
        all.map(|((field, language), typed)| (field, language, typed))
            .collect()
    }
}
