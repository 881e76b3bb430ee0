//! Who may read a row of a plan once it is decided (*offentlighets- och sekretesslagen*).

use super::WorkSite;
use super::answers::{Answer, Faults, unwritten};
use super::paths::WorkPaths;
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
use axum::extract::{Path, State};
use riktning_app::work::{ReadersForm, Unsaved};
use riktning_domain::Refusal;
use riktning_domain::visibility::{Secrecy, Visibility};
use riktning_words::Language;

const GROUND: usize = 200;

#[derive(Template)]
#[template(path = "work/readers.html")]
struct ReadersPage {
    shell: Shell,
    view: ReadersForm,
    typed: Typed,
    faults: Faults,
}

/// Who may read it, as it was typed.
#[derive(Clone, Debug, Default)]
struct Typed {
    who: String,
    ground: String,
    until: String,
    seen: String,
}

impl Typed {
    fn of(view: &ReadersForm) -> Typed {
        let (who, secrecy) = match &view.visibility {
            Visibility::Public => ("alla", None),
            Visibility::Internal => ("anstallda", None),
            Visibility::Secret(secrecy) => ("sekretess", Some(secrecy)),
        };
        let ground = secrecy.and_then(|secrecy| secrecy.ground.as_str());
        let until = secrecy.and_then(|secrecy| secrecy.until);
        Typed {
            who: who.to_owned(),
            ground: ground.unwrap_or_default().to_owned(),
            until: until.map_or_else(String::new, |day| day.to_string()),
            seen: view.seen.clone(),
        }
    }

    fn read(form: &Form) -> Typed {
        let one = |name: &str| form.typed(name).to_owned();
        Typed {
            who: one("vem"),
            ground: one("grund"),
            until: one("till"),
            seen: one("sedd"),
        }
    }

    fn to_visibility(&self, s: &Speech, faults: &mut Faults) -> Option<Visibility> {
        match self.who.as_str() {
            "alla" => Some(Visibility::Public),
            "anstallda" => Some(Visibility::Internal),
            "sekretess" => {
                let ground = typed::text(s, faults, "grund", &self.ground, GROUND, false);
                if ground.is_none() {
                    faults.add("grund", s.t("readers-fault-ground"));
                }
                let until = match self.until.trim().is_empty() {
                    true => None,
                    false => typed::day(s, faults, "till", &self.until),
                };
                Some(Visibility::Secret(Secrecy {
                    ground: ground?,
                    until,
                }))
            }
            _ => {
                faults.add("vem", s.t("readers-fault-who"));
                None
            }
        }
    }
}

/// Who may read a row, as it stands.
pub(crate) async fn show(
    State(site): State<WorkSite>,
    Extension(me): Extension<Signed>,
    Path(number): Path<String>,
) -> Answer {
    let view = form_of(&site, &me, &number)?;
    let typed = Typed::of(&view);
    page(&site, &me, view, typed, Faults::default())
}

/// Says who may read a row.
pub(crate) async fn say(
    State(site): State<WorkSite>,
    Extension(me): Extension<Signed>,
    Path(number): Path<String>,
    body: Bytes,
) -> Answer {
    let form = Form::read(&body, form::TEXTS)?;
    let view = form_of(&site, &me, &number)?;
    let (s, mut typed, mut faults) = (speech(&site), Typed::read(&form), Faults::default());
    let wanted = typed.to_visibility(&s, &mut faults);
    let Some(wanted) = wanted.filter(|_| faults.is_empty()) else {
        return page(&site, &me, view, typed, faults);
    };
    let (person, number) = (me.colleague.person, view.number);
    let said = site.app.say_who_reads(person, number, &typed.seen, wanted);
    match said.await {
        Ok(view) => {
            let ((_, body), time) = &view.plan;
            let to = WorkPaths(site.language).plan(time, body);
            Ok(see(&format!("{to}?gjort=lasare#nr-{number}")))
        }
        Err(Unsaved::Nowhere) => Err(Failure::NotFound),
        Err(Unsaved::Unperformed(error)) => Err(unwritten(error)),
        Err(Unsaved::Refused(refusal)) => {
            let field = match refusal {
                Refusal::SecrecyOver { .. } => "till",
                _ => "grund",
            };
            faults.add(field, s.words.refusal(&refusal));
            page(&site, &me, view, typed, faults)
        }
        Err(Unsaved::Changed) => {
            faults.add("vem", s.t("readers-changed-by-other"));
            // From here on they have seen both.
            typed.seen.clone_from(&view.seen);
            page(&site, &me, view, typed, faults)
        }
    }
}

fn form_of(site: &WorkSite, me: &Signed, number: &str) -> Result<ReadersForm, Failure> {
    let number = number.parse().map_err(|_| Failure::NotFound)?;
    let person = me.colleague.person;
    let view = site
        .app
        .inside(person, |i, now| ReadersForm::of(i, now, number));
    view.ok_or(Failure::NotFound)
}

fn page(site: &WorkSite, me: &Signed, view: ReadersForm, typed: Typed, faults: Faults) -> Answer {
    let s = speech(site);
    let (status, title) = faults.headed(&s, &s.t("readers"));
    let path = WorkPaths(Language::Sv).readers(&view.number);
    let page = ReadersPage {
        shell: Shell::new(site, Some(me), view.frame.clone(), title, path),
        view,
        typed,
        faults,
    };
    passing(status, &page)
}

/// Who may read something, in words; nothing of what everybody may read.
pub(crate) fn said(s: &Speech, visibility: &Visibility) -> Option<String> {
    match visibility {
        Visibility::Public => None,
        Visibility::Internal => Some(s.t("readers-now-employed")),
        Visibility::Secret(secrecy) => {
            let ground = s.words.typed(&secrecy.ground);
            Some(match secrecy.until {
                None => s.t1("readers-now-secret", "ground", ground),
                Some(day) => {
                    let day = s.day(&day);
                    let args = [("ground", ground.as_str()), ("day", day.as_str())];
                    s.words.with("readers-now-secret-until", &args)
                }
            })
        }
    }
}
