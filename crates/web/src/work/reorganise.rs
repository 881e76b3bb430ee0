//! The form in which bodies end, others are founded, and somebody takes over: split, merge, or
//! nothing but a new one.

use super::WorkSite;
use super::answers::{Answer, Faults, key};
use super::meeting::carried;
use super::organisation::names;
use super::rehearsal::{Sent, Wish};
use super::session::Signed;
use super::shell::{Shell, speech};
use super::typed;
use crate::failure::Failure;
use crate::form::{self, Form};
use crate::pages::bodies::kind_key;
use crate::pages::passing;
use crate::pages::speech::Speech;
use askama::Template;
use axum::Extension;
use axum::body::Bytes;
use axum::extract::{RawQuery, State};
use jiff::civil::Date;
use riktning_app::work::{
    BodyRow, Change, ChangePart, MOST_NEW, NewBody, ReorganiseForm, Reorganising, alike,
};
use riktning_domain::bodies::BodyKind;
use riktning_domain::ids::BodyId;
use riktning_domain::{Names, Refusal};
use std::collections::BTreeSet;
use uuid::Uuid;

const PATH: &str = "/arbete/omorganisation";
/// How many rows of new bodies stand there from the beginning.
const ROWS: usize = 3;
/// The fields of the rows: the name in Swedish, English and Finnish.
const NAMES: [[&str; 3]; MOST_NEW] = [
    ["namn-1", "engelska-1", "finska-1"],
    ["namn-2", "engelska-2", "finska-2"],
    ["namn-3", "engelska-3", "finska-3"],
    ["namn-4", "engelska-4", "finska-4"],
    ["namn-5", "engelska-5", "finska-5"],
    ["namn-6", "engelska-6", "finska-6"],
];
/// The kinds that are founded: all but the group itself, its council and the parties outside.
const KINDS: [BodyKind; 15] = [
    BodyKind::Committee,
    BodyKind::JointCommittee,
    BodyKind::WorkingCommittee,
    BodyKind::PreparatoryCommittee,
    BodyKind::ExecutiveBoard,
    BodyKind::Company,
    BodyKind::PartOwnedCompany,
    BodyKind::CompanyBoard,
    BodyKind::GeneralMeeting,
    BodyKind::ManagingDirector,
    BodyKind::Foundation,
    BodyKind::MunicipalAssociation,
    BodyKind::Administration,
    BodyKind::Unit,
    BodyKind::Audit,
];

#[derive(Template)]
#[template(path = "work/reorganise.html")]
struct ReorganisePage {
    shell: Shell,
    view: ReorganiseForm,
    typed: Typed,
    faults: Faults,
    key: Uuid,
    action: String,
    /// What was typed on the way of the decision behind it.
    decision: Vec<(String, String)>,
}

/// What was typed.
#[derive(Debug, Default)]
struct Typed {
    ends: Vec<String>,
    last_day: String,
    takers: Vec<String>,
    rows: Vec<[String; 3]>,
    kind: String,
    from: String,
    above: String,
    follows: bool,
}

pub(crate) async fn show(
    State(site): State<WorkSite>,
    Extension(me): Extension<Signed>,
    RawQuery(query): RawQuery,
) -> Answer {
    let view = view(&site, &me)?;
    let organ = query.as_deref().and_then(|q| q.strip_prefix("organ="));
    let chosen = view.can_end.iter().find(|o| Some(o.slug.as_str()) == organ);
    let typed = Typed::begun(chosen);
    let begun = (typed, Vec::new());
    page(&site, &me, view, begun, Faults::default(), Uuid::new_v4())
}

pub(crate) async fn change(
    State(site): State<WorkSite>,
    Extension(me): Extension<Signed>,
    body: Bytes,
) -> Answer {
    let form = Form::read(&body, form::TEXTS)?;
    let view = view(&site, &me)?;
    let key = key(&form).unwrap_or_else(Uuid::new_v4);
    let mut typed = Typed::of(&form);
    let mut faults = Faults::default();
    if form.typed("gor") == "fler" {
        typed.grow();
    }
    // Without a wish it is the way back from what was shown to what was typed.
    let wish = Wish::of(&form);
    let change = wish.and_then(|_| typed.read(&speech(&site), &mut faults, &view));
    if let (Some(change), Some(wish), true) = (change, wish, faults.is_empty()) {
        let sent = Sent {
            site: &site,
            me: &me,
            form: &form,
            key,
            path: PATH,
            field,
        };
        let change = Change::Reorganise(change);
        if let Some(answer) = sent.go_on(&change, wish, &mut faults).await? {
            return Ok(answer);
        }
    }
    page(&site, &me, view, (typed, carried(&form)), faults, key)
}

fn field(part: ChangePart, refusal: Option<&Refusal>) -> &'static str {
    match (part, refusal) {
        (ChangePart::Founds(_), Some(Refusal::TooEarly { .. } | Refusal::BodyNotAlive { .. })) => {
            "svarar"
        }
        (ChangePart::Founds(place), _) => NAMES.get(place).map_or("namn-1", |row| row[0]),
        (ChangePart::Moves, _) => "foljer",
        (ChangePart::Ends | ChangePart::Renames | ChangePart::Decides, _) => "sista",
    }
}

fn view(site: &WorkSite, me: &Signed) -> Result<ReorganiseForm, Failure> {
    let view = site
        .app
        .inside(me.colleague.person, |i, _| ReorganiseForm::of(i));
    let mut view = view.ok_or(Failure::NotFound)?;
    let s = speech(site);
    for bodies in [&mut view.can_end, &mut view.can_take_over] {
        bodies.sort_by(|a, b| {
            s.words
                .compare(s.name(&a.names).plain(), s.name(&b.names).plain())
        });
    }
    Ok(view)
}

fn page(
    site: &WorkSite,
    me: &Signed,
    view: ReorganiseForm,
    (typed, decision): (Typed, Vec<(String, String)>),
    faults: Faults,
    key: Uuid,
) -> Answer {
    let s = speech(site);
    let (status, title) = faults.headed(&s, &s.t("organisation-change"));
    let page = ReorganisePage {
        shell: Shell::new(site, Some(me), view.frame.clone(), title, PATH),
        view,
        typed,
        faults,
        key,
        action: format!("{}{PATH}", site.language.prefix()),
        decision,
    };
    passing(status, &page)
}

impl Typed {
    /// A form that has not been typed in: with what is said already of the end of a body.
    fn begun(ends: Option<&BodyRow>) -> Typed {
        let end = ends.and_then(|row| row.end.as_ref());
        let takers = ends.into_iter().flat_map(|row| &row.successors);
        Typed {
            ends: ends.map(|row| row.id.to_string()).into_iter().collect(),
            last_day: end.map(|(day, _)| day.to_string()).unwrap_or_default(),
            takers: takers.map(ToString::to_string).collect(),
            rows: vec![Default::default(); ROWS],
            follows: true,
            ..Typed::default()
        }
    }

    fn of(form: &Form) -> Typed {
        let one = |name: &str| form.typed(name).to_owned();
        let all = |name: &str| form.all(name).map(str::to_owned).collect();
        let filled = |row: &[&str; 3]| row.iter().any(|field| !form.typed(field).is_empty());
        let last = NAMES.iter().rposition(filled).map_or(0, |at| at + 1);
        let shown = form.typed("rader").parse().unwrap_or(ROWS);
        let rows = shown.clamp(ROWS, MOST_NEW).max(last);
        Typed {
            ends: all("upphor"),
            last_day: one("sista"),
            takers: all("tar-over"),
            rows: NAMES[..rows].iter().map(|row| row.map(one)).collect(),
            kind: one("slag"),
            from: one("borjar"),
            above: one("svarar"),
            follows: form.once("foljer").is_some(),
        }
    }

    /// One row more, as long as there is room.
    fn grow(&mut self) {
        if self.rows.len() < MOST_NEW {
            self.rows.push(Default::default());
        }
    }

    fn read(&self, s: &Speech, faults: &mut Faults, view: &ReorganiseForm) -> Option<Reorganising> {
        let ends = chosen(s, faults, "upphor", &self.ends, &view.can_end);
        let takers = chosen(s, faults, "tar-over", &self.takers, &view.can_take_over);
        if takers
            .iter()
            .any(|taker| ends.iter().any(|e| e.id == taker.id))
        {
            faults.add("tar-over", s.t("organisation-fault-both"));
        }
        if ends.is_empty() && !takers.is_empty() {
            faults.add("tar-over", s.t("organisation-fault-nobody-ends"));
        }
        let founded = self.founded(s, faults);
        let kind = self.kind(s, faults, &ends, founded.is_empty());
        if ends.is_empty() && founded.is_empty() && faults.is_empty() {
            faults.add("upphor", s.t("organisation-fault-nothing"));
        }
        let last_day = match ends.is_empty() {
            true => Some(view.today),
            false => typed::day(s, faults, "sista", &self.last_day),
        };
        let from = match last_day {
            // The day that is lacking is told of once.
            None => None,
            Some(day) => self.from(s, faults, Some(day).filter(|_| !ends.is_empty()), &founded),
        };
        let above = self.above(s, faults, view, ends.is_empty() && !founded.is_empty());
        let kind = kind?;
        let founds = founded.into_iter().map(|names| NewBody { names, kind });
        Some(Reorganising {
            ends: ends.iter().map(|organ| organ.id).collect(),
            last_day: last_day?,
            takers: takers.iter().map(|organ| organ.id).collect(),
            founds: founds.collect(),
            from: from?,
            above: above?,
            follows: self.follows,
        })
    }

    /// The names of what is founded, in the order of the rows.
    fn founded(&self, s: &Speech, faults: &mut Faults) -> Vec<Names> {
        let mut founded: Vec<Names> = Vec::new();
        for (typed, fields) in self.rows.iter().zip(NAMES) {
            let [sv, en, fi] = typed;
            let typed = [(fields[0], sv.as_str()), (fields[1], en), (fields[2], fi)];
            let Some(names) = names(s, faults, typed) else {
                continue;
            };
            if founded.iter().any(|known| alike(known, &names)) {
                faults.add(fields[0], s.t("organisation-fault-twice"));
            }
            founded.push(names);
        }
        founded
    }

    /// What kind the new ones are: the one that is chosen, or that of what ends.
    fn kind(
        &self,
        s: &Speech,
        faults: &mut Faults,
        ends: &[&BodyRow],
        none_new: bool,
    ) -> Option<BodyKind> {
        let mut kinds = KINDS.iter();
        let chosen = kinds.find(|kind| kind_key(kind) == self.kind).copied();
        let alike = ends.windows(2).all(|two| two[0].kind == two[1].kind);
        let same = ends.first().filter(|_| alike && self.kind.is_empty());
        let kind = chosen.or(same.map(|organ| organ.kind));
        match kind {
            Some(kind) => Some(kind),
            // Nothing is founded, so nothing asks.
            None if none_new => Some(BodyKind::Committee),
            None => {
                faults.add("slag", s.t("organisation-fault-kind"));
                None
            }
        }
    }

    /// The first day of the new ones: the one that is typed, or the day after the last of what ends.
    fn from(
        &self,
        s: &Speech,
        faults: &mut Faults,
        last_day: Option<Date>,
        founded: &[Names],
    ) -> Option<Date> {
        match (last_day, self.from.trim().is_empty()) {
            (Some(day), true) => Some(day.tomorrow().unwrap_or(day)),
            (None, true) if founded.is_empty() => Some(Date::ZERO),
            _ => {
                let from = typed::day(s, faults, "borjar", &self.from)?;
                let next = last_day.and_then(|day| day.tomorrow().ok());
                if next.is_some_and(|next| from > next) {
                    faults.add("borjar", s.t("organisation-fault-between"));
                }
                Some(from)
            }
        }
    }

    /// What the new ones answer to; none for what those answer to that end.
    fn above(
        &self,
        s: &Speech,
        faults: &mut Faults,
        view: &ReorganiseForm,
        must: bool,
    ) -> Option<Option<BodyId>> {
        if self.above.is_empty() {
            if must {
                faults.add("svarar", s.t("organisation-fault-above"));
            }
            return Some(None);
        }
        let mut offered = view.can_take_over.iter();
        let above = offered.find(|organ| organ.id.to_string() == self.above);
        if above.is_none() {
            faults.add("svarar", s.t("organisation-fault-gone"));
        } else if self.ends.contains(&self.above) {
            faults.add("svarar", s.t("organisation-fault-above-ends"));
        }
        above.map(|organ| Some(organ.id))
    }
}

/// What was chosen of what is offered, each once.
fn chosen<'a>(
    s: &Speech,
    faults: &mut Faults,
    field: &'static str,
    typed: &[String],
    offered: &'a [BodyRow],
) -> Vec<&'a BodyRow> {
    let find = |id: &String| offered.iter().find(|organ| organ.id.to_string() == *id);
    let mut found: Vec<&BodyRow> = typed.iter().filter_map(find).collect();
    if found.len() < typed.len() {
        faults.add(field, s.t("organisation-fault-gone"));
    }
    let mut seen = BTreeSet::new();
    found.retain(|organ| seen.insert(organ.id));
    found
}

impl ReorganisePage {
    fn ends(&self, organ: &BodyRow) -> bool {
        self.typed.ends.contains(&organ.id.to_string())
    }

    fn takes_over(&self, organ: &BodyRow) -> bool {
        self.typed.takers.contains(&organ.id.to_string())
    }

    fn is_above(&self, organ: &BodyRow) -> bool {
        self.typed.above == organ.id.to_string()
    }

    /// The rows: their number, fields, and what is typed.
    fn rows(&self) -> Vec<(usize, [&'static str; 3], &[String; 3])> {
        let rows = self.typed.rows.iter().zip(NAMES).enumerate();
        rows.map(|(place, (typed, fields))| (place + 1, fields, typed))
            .collect()
    }

    fn has_room(&self) -> bool {
        self.typed.rows.len() < MOST_NEW
    }

    fn kinds(&self) -> [(&'static str, String); 15] {
        KINDS.map(|kind| (kind_key(&kind), self.shell.s.t(kind_key(&kind))))
    }
}
