//! A new decision over what stands: what is withdrawn, closed or given to another.

use super::WorkSite;
use super::answers::{Answer, Faults, unwritten};
use super::meeting::Meeting;
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
use axum::extract::{Path, RawQuery, State};
use riktning_app::work::{Asked, DecidedOver, Deciding, OverForm, OverRow};
use riktning_domain::decisions::Act;
use riktning_domain::ids::{BodyId, DecisionId, ElementId, WordingId};
use riktning_domain::refusal::Fact;
use riktning_domain::{Names, Refusal};
use riktning_words::Language;
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

#[derive(Template)]
#[template(path = "work/over.html")]
struct OverPage {
    shell: Shell,
    view: OverForm,
    typed: Typed,
    faults: Faults,
    heading: String,
    key: Uuid,
    action: String,
    /// What this form has recorded before, with something else in it.
    saved: Option<DecisionId>,
}

/// The form of a decision over what stands.
pub(crate) async fn new(
    State(site): State<WorkSite>,
    Extension(me): Extension<Signed>,
    Path(body): Path<String>,
    RawQuery(query): RawQuery,
) -> Answer {
    let typed = Typed::asking(query.as_deref().unwrap_or_default());
    let view = over(&site, &me, &body, &typed)?;
    page(&site, &me, view, typed, Told::default())
}

/// Records a decision over what stands, or shows more of it with everything that was typed.
pub(crate) async fn record(
    State(site): State<WorkSite>,
    Extension(me): Extension<Signed>,
    Path(body): Path<String>,
    bytes: Bytes,
) -> Answer {
    let form = Form::read(&bytes, form::TEXTS)?;
    let typed = Typed::read(&form);
    let (mut told, mut refused) = (Told::default(), None);
    let deciding = typed.to_deciding(&speech(&site), &mut told.faults, &form, &body);
    if let Some(deciding) = deciding.filter(|_| told.faults.is_empty()) {
        match site.app.decide_over(me.colleague.person, deciding).await {
            DecidedOver::Recorded(id) => {
                let to = WorkPaths(site.language).decided(&id);
                return Ok(see(&format!("{to}?gjort=beslut")));
            }
            DecidedOver::Nowhere => return Err(Failure::NotFound),
            DecidedOver::Unperformed(error) => return Err(unwritten(error)),
            other => refused = Some(other),
        }
    }
    let view = over(&site, &me, &body, &typed)?;
    told.why(&speech(&site), &typed, &view, refused);
    page(&site, &me, view, typed, told)
}

fn over(site: &WorkSite, me: &Signed, body: &str, typed: &Typed) -> Result<OverForm, Failure> {
    let asked = typed.asked();
    let view = site
        .app
        .inside(me.colleague.person, |i, _| OverForm::of(i, body, &asked));
    view.ok_or(Failure::NotFound)
}

fn page(site: &WorkSite, me: &Signed, mut view: OverForm, typed: Typed, told: Told) -> Answer {
    let s = speech(site);
    view.takers
        .sort_by(|(_, a), (_, b)| s.words.compare(s.name(a).plain(), s.name(b).plain()));
    let heading = s.t1("decisions-new-of", "body", s.name(&view.body.0).plain());
    let (status, title) = told.faults.headed(&s, &heading);
    let path = typed.path(&view.body.1);
    let page = OverPage {
        action: WorkPaths(site.language).decide_over(&view.body.1),
        shell: Shell::new(site, Some(me), view.frame.clone(), title, path),
        view,
        typed,
        faults: told.faults,
        heading,
        key: Uuid::new_v4(),
        saved: told.saved,
    };
    passing(status, &page)
}

/// The fields of a new decision as they were typed.
#[derive(Clone, Debug, Default)]
struct Typed {
    meeting: Meeting,
    /// What becomes of an element: the wording that was seen, and what was chosen.
    chosen: BTreeMap<ElementId, (WordingId, Chosen)>,
    /// The elements of which two things were chosen.
    twice: BTreeSet<ElementId>,
    /// How many of the choices were none of ours.
    strange: usize,
    /// Whether what has had its time is shown, too.
    all: bool,
    /// The number of the row that comes first.
    first: Option<u32>,
    /// Whether they only want to see more.
    looks: bool,
}

/// What becomes of an element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Chosen {
    Withdraw,
    Close,
    Give(BodyId),
}

impl Typed {
    /// What an address asks for.
    fn asking(query: &str) -> Typed {
        Typed {
            all: field(query, "alla").is_some(),
            first: field(query, "rad").and_then(|number| number.parse().ok()),
            ..Typed::default()
        }
    }

    /// The address of the form, in Swedish.
    fn path(&self, body: &str) -> String {
        let swedish = WorkPaths(Language::Sv);
        match (self.all, self.first) {
            (true, Some(number)) => format!("{}&alla=1", swedish.decide_over_row(body, number)),
            (true, None) => format!("{}?alla=1", swedish.decide_over(body)),
            (false, Some(number)) => swedish.decide_over_row(body, number),
            (false, None) => swedish.decide_over(body),
        }
    }

    fn read(form: &Form) -> Typed {
        let looks = form.once("visa").is_some();
        let mut typed = Typed {
            meeting: Meeting::read(form),
            all: looks || form.once("alla").is_some(),
            first: form.once("rad").and_then(|number| number.parse().ok()),
            looks,
            ..Typed::default()
        };
        for value in form.all("gor").filter(|choice| !choice.is_empty()) {
            match choice(value) {
                None => typed.strange += 1,
                Some((element, chosen)) => {
                    if typed.chosen.insert(element, chosen).is_some() {
                        typed.twice.insert(element);
                    }
                }
            }
        }
        typed
    }

    fn asked(&self) -> Asked {
        let chosen = self.chosen.iter().map(|(id, (wording, _))| (*id, *wording));
        Asked {
            all: self.all,
            first: self.first,
            chosen: chosen.collect(),
        }
    }

    /// The fields as domain types; every fault at once, and none for whoever only looks.
    fn to_deciding(
        &self,
        s: &Speech,
        faults: &mut Faults,
        form: &Form,
        body: &str,
    ) -> Option<Deciding> {
        if self.looks {
            return None;
        }
        let meeting = self.meeting.held(s, faults, form);
        if self.strange > 0 {
            faults.add("gor", s.t("decisions-fault-changed"));
        } else if self.chosen.is_empty() {
            faults.add("gor", s.t("decisions-fault-nothing"));
        }
        if !self.twice.is_empty() {
            return None;
        }
        let acts = self.chosen.iter();
        let acts = acts.map(|(id, (wording, chosen))| (chosen.act(*id), *wording));
        Some(Deciding {
            body: body.to_owned(),
            meeting: meeting?,
            acts: acts.collect(),
        })
    }
}

impl Chosen {
    fn act(self, element: ElementId) -> Act {
        match self {
            Chosen::Withdraw => Act::Withdraw(element),
            Chosen::Close => Act::Close(element),
            Chosen::Give(body) => Act::Transfer(element, body),
        }
    }
}

/// A choice as the form holds it: the element, its wording, and what becomes of it.
fn choice(value: &str) -> Option<(ElementId, (WordingId, Chosen))> {
    let (pair, chosen) = value.rsplit_once(':')?;
    let (element, wording) = typed::pair(pair)?;
    let chosen = match chosen {
        "dras" => Chosen::Withdraw,
        "avslutas" => Chosen::Close,
        body => Chosen::Give(BodyId(Uuid::parse_str(body).ok()?)),
    };
    Some((element, (wording, chosen)))
}

/// What the page tells whoever sent the form.
#[derive(Default)]
struct Told {
    faults: Faults,
    saved: Option<DecisionId>,
}

impl Told {
    /// Why nothing was recorded, each fault at its own row or field.
    fn why(&mut self, s: &Speech, typed: &Typed, view: &OverForm, became: Option<DecidedOver>) {
        let faults = &mut self.faults;
        if let Some(DecidedOver::Already(id)) = became {
            self.saved = Some(id);
            return faults.add("sparat", s.t("decisions-fault-already"));
        }
        for row in &view.rows {
            if let Some(key) = typed.fault_of(row) {
                faults.add(field_of(row), s.t1(key, "number", row.number));
            }
        }
        if !view.gone.is_empty() {
            let numbers = view.gone.iter().map(|gone| gone.number.to_string());
            let numbers = numbers.collect::<Vec<_>>().join(", ");
            faults.add("gor", s.t1("decisions-fault-gone", "numbers", numbers));
        }
        match became {
            Some(DecidedOver::Refused(refusal, rows)) => refused(s, faults, view, &refusal, &rows),
            // Of something that they may not read no number is told.
            Some(_) if faults.is_empty() => faults.add("gor", s.t("decisions-fault-changed")),
            None if faults.is_empty() && !typed.twice.is_empty() => {
                faults.add("gor", s.t("decisions-fault-changed"));
            }
            _ => {}
        }
    }
}

/// What a rule says: of the day at its field, of an element at its row.
fn refused(
    s: &Speech,
    faults: &mut Faults,
    view: &OverForm,
    refusal: &Refusal,
    rows: &[(ElementId, Refusal)],
) {
    if is_of_the_meeting(refusal) {
        return faults.add("dag", s.words.refusal(refusal));
    }
    let before = faults.0.len();
    for (id, why) in rows {
        let Some(row) = view.rows.iter().find(|row| row.element == *id) else {
            continue;
        };
        let (number, why_said) = (row.number.to_string(), s.words.refusal(why));
        let args = [("number", number.as_str()), ("why", &why_said)];
        let said = s.words.with("decisions-fault-row", &args);
        match is_of_a_day(why) {
            true => faults.add("dag", said),
            false => faults.add(field_of(row), said),
        }
    }
    if faults.0.len() == before {
        faults.add("gor", s.words.refusal(refusal));
    }
}

/// Whether a rule speaks of the day of the meeting alone.
fn is_of_the_meeting(refusal: &Refusal) -> bool {
    matches!(
        refusal,
        Refusal::InTheFuture { .. }
            | Refusal::BodyNotAlive { .. }
            | Refusal::TooEarly {
                fact: Fact::Body,
                ..
            }
    )
}

/// Whether another day of the meeting would do.
fn is_of_a_day(refusal: &Refusal) -> bool {
    matches!(
        refusal,
        Refusal::NotAdopted { .. } | Refusal::TooEarly { .. } | Refusal::WouldBreak { .. }
    )
}

/// The field of a row.
fn field_of(row: &OverRow) -> String {
    format!("gor-{}", row.number)
}

impl Typed {
    /// Why what was chosen in a row is to be chosen anew.
    fn fault_of(&self, row: &OverRow) -> Option<&'static str> {
        let (wording, chosen) = self.chosen.get(&row.element)?;
        if *wording != row.wording {
            return Some("decisions-fault-reworded");
        }
        if self.twice.contains(&row.element) {
            return Some("decisions-fault-twice");
        }
        match chosen {
            Chosen::Give(to) if !row.takers.contains(to) => Some("decisions-fault-taker"),
            _ => None,
        }
    }

    /// Whether that is chosen in a row: nobody has chosen over words that they have not read.
    fn is(&self, row: &OverRow, chosen: Chosen) -> bool {
        let there = self.chosen.get(&row.element);
        let there = there.filter(|_| self.fault_of(row).is_none());
        there.is_some_and(|(_, own)| *own == chosen)
    }
}

impl OverPage {
    fn is_withdrawn(&self, row: &OverRow) -> bool {
        self.typed.is(row, Chosen::Withdraw)
    }

    fn is_closed(&self, row: &OverRow) -> bool {
        self.typed.is(row, Chosen::Close)
    }

    fn is_given(&self, row: &OverRow, to: &BodyId) -> bool {
        self.typed.is(row, Chosen::Give(*to))
    }

    fn field(&self, row: &OverRow) -> String {
        field_of(row)
    }

    /// The bodies that a row can be given to, in the order of the page's language.
    fn takers(&self, row: &OverRow) -> impl Iterator<Item = &(BodyId, Names)> {
        let takers = self.view.takers.iter();
        takers.filter(|(id, _)| row.takers.contains(id))
    }

    /// The rows level by level, in the order of the first of each.
    fn levels(&self) -> Vec<(String, Vec<&OverRow>)> {
        let mut levels: Vec<(String, Vec<&OverRow>)> = Vec::new();
        for row in &self.view.rows {
            let name = self.shell.s.name(&row.level).plain().to_owned();
            match levels.iter_mut().find(|(level, _)| *level == name) {
                Some((_, rows)) => rows.push(row),
                None => levels.push((name, vec![row])),
            }
        }
        levels
    }
}
