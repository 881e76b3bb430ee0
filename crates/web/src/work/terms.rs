//! Terms of office: what stands, and what an election sets for many bodies at once.

use super::WorkSite;
use super::answers::{Answer, Faults, key, unwritten};
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
use axum::extract::{RawQuery, State};
use jiff::civil::Date;
use riktning_app::work::{ElectedBody, TermRow, TermsPage, Unset};
use riktning_domain::ids::{BodyId, TermId};
use riktning_domain::{Names, Refusal};
use uuid::Uuid;

const PATH: &str = "/arbete/mandattider";

#[derive(Template)]
#[template(path = "work/terms.html")]
struct Page {
    shell: Shell,
    view: TermsPage,
    typed: Typed,
    faults: Faults,
    key: Uuid,
    action: String,
    is_done: bool,
}

/// What was typed: of an election, or of a term that is corrected.
#[derive(Debug, Default)]
struct Typed {
    bodies: Vec<String>,
    from: String,
    to: String,
    /// Which term is corrected, and its days.
    corrects: Option<(TermId, String, String)>,
}

pub(crate) async fn show(
    State(site): State<WorkSite>,
    Extension(me): Extension<Signed>,
    RawQuery(query): RawQuery,
) -> Answer {
    let view = view(&site, &me)?;
    let typed = Typed::proposed(&view);
    let is_done = query.is_some_and(|query| query == "gjort=sparat");
    page(
        &site,
        &me,
        view,
        (typed, Faults::default(), Uuid::new_v4()),
        is_done,
    )
}

pub(crate) async fn change(
    State(site): State<WorkSite>,
    Extension(me): Extension<Signed>,
    body: Bytes,
) -> Answer {
    let form = Form::read(&body, form::TEXTS)?;
    let view = view(&site, &me)?;
    let key = key(&form).unwrap_or_else(Uuid::new_v4);
    let typed = Typed::of(&form, &view);
    let (s, person) = (speech(&site), me.colleague.person);
    let mut faults = Faults::default();
    let done = match &typed.corrects {
        Some((term, from, to)) => {
            let names = [format!("fran-{term}"), format!("till-{term}")];
            match days(&s, &mut faults, names, [from, to]) {
                Some(days) => {
                    let seen = seen(form.typed(&format!("sedd-{term}")));
                    Some(site.app.correct_term(person, *term, seen, days).await)
                }
                None => None,
            }
        }
        None => match typed.elected(&s, &mut faults, &view) {
            Some((bodies, days)) => Some(site.app.set_terms(person, &bodies, days, key).await),
            None => None,
        },
    };
    match done {
        Some(Ok(())) => {
            let to = format!("{}{PATH}?gjort=sparat", site.language.prefix());
            return Ok(see(&to));
        }
        Some(Err(error)) => typed.refused(&s, &mut faults, &view, error)?,
        None => {}
    }
    page(&site, &me, view, (typed, faults, key), false)
}

fn view(site: &WorkSite, me: &Signed) -> Result<TermsPage, Failure> {
    let view = site
        .app
        .inside(me.colleague.person, |i, _| TermsPage::of(i));
    let mut view = view.ok_or(Failure::NotFound)?;
    let s = speech(site);
    let by_name = |a: &Names, b: &Names| s.words.compare(s.name(a).plain(), s.name(b).plain());
    // The council first, then the others by name.
    view.bodies.sort_by(|a, b| {
        let is_not_council =
            |body: &ElectedBody| body.kind != riktning_domain::bodies::BodyKind::Council;
        let council_first = is_not_council(a).cmp(&is_not_council(b));
        council_first.then_with(|| by_name(&a.names, &b.names))
    });
    Ok(view)
}

fn page(
    site: &WorkSite,
    me: &Signed,
    view: TermsPage,
    (typed, faults, key): (Typed, Faults, Uuid),
    is_done: bool,
) -> Answer {
    let s = speech(site);
    let (status, title) = faults.headed(&s, &s.t("terms"));
    let page = Page {
        shell: Shell::new(site, Some(me), view.frame.clone(), title, PATH),
        view,
        typed,
        faults,
        key,
        action: format!("{}{PATH}", site.language.prefix()),
        is_done,
    };
    passing(status, &page)
}

/// The days that a form of a correction showed.
fn seen(typed: &str) -> Option<(Date, Date)> {
    let (from, to) = typed.split_once('/')?;
    Some((from.parse().ok()?, to.parse().ok()?))
}

/// A first and a last day, each told of at its field.
fn days(
    s: &Speech,
    faults: &mut Faults,
    [first, last]: [String; 2],
    [from, to]: [&String; 2],
) -> Option<(Date, Date)> {
    let from = typed::day(s, faults, first, from);
    let to = typed::day(s, faults, last, to);
    Some((from?, to?))
}

impl Typed {
    /// What an election would set: the days after the council's term.
    fn proposed(view: &TermsPage) -> Typed {
        let day = |day: Option<Date>| day.map(|day| day.to_string()).unwrap_or_default();
        Typed {
            from: day(view.proposed.map(|(from, _)| from)),
            to: day(view.proposed.map(|(_, to)| to)),
            ..Typed::default()
        }
    }

    fn of(form: &Form, view: &TermsPage) -> Typed {
        let corrects = form.once("ratta").and_then(|id| Uuid::parse_str(id).ok());
        if let Some(term) = corrects.map(TermId) {
            let day = |name: &str| form.typed(&format!("{name}-{term}")).to_owned();
            return Typed {
                corrects: Some((term, day("fran"), day("till"))),
                ..Typed::proposed(view)
            };
        }
        Typed {
            bodies: form.all("organ").map(str::to_owned).collect(),
            from: form.typed("fran").to_owned(),
            to: form.typed("till").to_owned(),
            corrects: None,
        }
    }

    /// The bodies of an election and its days.
    fn elected(
        &self,
        s: &Speech,
        faults: &mut Faults,
        view: &TermsPage,
    ) -> Option<(Vec<BodyId>, (Date, Date))> {
        let chosen = view.bodies.iter().filter(|body| self.chooses(&body.id));
        let chosen: Vec<BodyId> = chosen.map(|body| body.id).collect();
        if chosen.is_empty() || chosen.len() < self.bodies.len() {
            faults.add("organ", s.t("terms-fault-bodies"));
        }
        let names = ["fran", "till"].map(str::to_owned);
        let days = days(s, faults, names, [&self.from, &self.to]);
        days.filter(|_| faults.is_empty())
            .map(|days| (chosen, days))
    }

    fn chooses(&self, body: &BodyId) -> bool {
        self.bodies.contains(&body.to_string())
    }

    /// Says at its field why no term was set, and of which body.
    fn refused(
        &self,
        s: &Speech,
        faults: &mut Faults,
        view: &TermsPage,
        error: Unset,
    ) -> Result<(), Failure> {
        let (body, refusal) = match error {
            Unset::NotFound => return Err(Failure::NotFound),
            Unset::Unperformed(error) => return Err(unwritten(error)),
            Unset::Changed(now) => {
                let said = [("days", said(s, &now))];
                let said = said.each_ref().map(|(name, said)| (*name, said.as_str()));
                let field = format!("fran-{}", now.id);
                faults.add(field, s.words.with("terms-fault-changed", &said));
                return Ok(());
            }
            Unset::Refused(body, refusal) => (body, refusal),
        };
        let said = s.words.refusal(&refusal);
        let named = view.bodies.iter().find(|known| Some(known.id) == body);
        let said = match named {
            Some(body) => format!("{}: {said}", s.name(&body.names).plain()),
            None => said,
        };
        let field = match (&self.corrects, &refusal) {
            (Some((term, ..)), Refusal::EndsBeforeItStarts) => format!("till-{term}"),
            (Some((term, ..)), _) => format!("fran-{term}"),
            (None, Refusal::EndsBeforeItStarts) => "till".to_owned(),
            (None, _) => "fran".to_owned(),
        };
        faults.add(field, said);
        Ok(())
    }
}

/// From when until when.
fn said(s: &Speech, term: &TermRow) -> String {
    let (from, to) = (s.words.day(term.from), s.words.day(term.to));
    let days = [("from", from.as_str()), ("to", &to)];
    s.words.with("terms-days", &days)
}

impl Page {
    fn chooses(&self, body: &ElectedBody) -> bool {
        self.typed.chooses(&body.id)
    }

    /// The days of a term in its fields: what was typed, or what stands.
    fn days(&self, term: &TermRow) -> (String, String) {
        match &self.typed.corrects {
            Some((id, from, to)) if *id == term.id => (from.clone(), to.clone()),
            _ => (term.from.to_string(), term.to.to_string()),
        }
    }

    /// Whether a term is being corrected, so that its fields stand open.
    fn is_open(&self, term: &TermRow) -> bool {
        let corrects = self.typed.corrects.as_ref();
        corrects.is_some_and(|(id, ..)| *id == term.id)
    }

    fn said(&self, term: &TermRow) -> String {
        said(&self.shell.s, term)
    }

    /// The terms of a body, the one that holds first.
    fn terms<'a>(&self, body: &'a ElectedBody) -> Vec<(&'static str, &'a TermRow)> {
        let now = body.now.iter().map(|term| ("terms-now", term));
        let later = body.later.iter().map(|term| ("terms-next", term));
        now.chain(later).collect()
    }
}
