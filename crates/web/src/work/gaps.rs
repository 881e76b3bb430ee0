//! The list of gaps, and mending one of them in its own row.

// words-keys: gap-kind-*

use super::WorkSite;
use super::answers::{Answer, Faults, key, unwritten};
use super::meeting::Meeting;
use super::paths::WorkPaths;
use super::session::{Signed, see};
use super::shell::{Shell, speech};
use super::typed;
use crate::cache::address::{escaped, field};
use crate::failure::Failure;
use crate::form::Form;
use crate::pages::passing;
use crate::pages::speech::Speech;
use crate::routes::search::page_of;
use askama::Template;
use axum::Extension;
use axum::body::Bytes;
use axum::extract::{RawQuery, State};
use riktning_app::work::{
    Choice, DocumentProposal, Gap, GapFilter, GapId, GapKind, GapList, Mended, Mending, Place,
    Step, Unmended, Waiting,
};
use riktning_domain::Names;
use riktning_domain::decisions::Authority;
use riktning_domain::ids::{BodyId, WordingId};
use uuid::Uuid;

/// Bytes of a form: ids, a day, a figure and a paragraph.
const FORM: usize = 8 << 10;

#[derive(Template)]
#[template(path = "work/gaps.html")]
struct GapsPage {
    shell: Shell,
    view: GapList,
    filter: GapFilter,
    typed: Typed,
    faults: Faults,
    key: Uuid,
    /// What has just been done, in a sentence.
    done: Option<String>,
}

/// What was typed into the row of a gap.
#[derive(Clone, Debug, Default)]
struct Typed {
    /// Which gap.
    gap: Option<GapId>,
    chosen: String,
    figure: String,
    meeting: Meeting,
    decider: String,
}

pub(crate) async fn show(
    State(site): State<WorkSite>,
    Extension(me): Extension<Signed>,
    RawQuery(query): RawQuery,
) -> Answer {
    let query = query.unwrap_or_default();
    let mut filter = filter_of(|name| field(&query, name))?;
    filter.page = page_of(&query)?;
    let mended = field(&query, "gjort").and_then(|id| id.parse().ok());
    // An address says nothing that is not so.
    let mended = mended.and_then(|id| site.app.mended(me.colleague.person, id));
    let done = mended.map(|mended| said_done(&speech(&site), mended));
    page(
        &site,
        &me,
        filter,
        Typed::default(),
        Faults::default(),
        done,
    )
}

pub(crate) async fn mend(
    State(site): State<WorkSite>,
    Extension(me): Extension<Signed>,
    bytes: Bytes,
) -> Answer {
    let form = Form::read(&bytes, FORM)?;
    let mut filter = filter_of(|name| form.once(name).map(str::to_owned))?;
    filter.page = form.typed("sida").parse().unwrap_or(1);
    let typed = Typed::read(&form);
    let mut faults = Faults::default();
    let mending = typed.to_mending(&speech(&site), &mut faults, &form)?;
    let Some(mending) = mending.filter(|_| faults.is_empty()) else {
        return page(&site, &me, filter, typed, faults, None);
    };
    let mended = site.app.mend(me.colleague.person, &mending).await;
    answer(&site, &me, (filter, typed), mending.gap, mended)
}

/// Where somebody comes who has mended a gap, or what is wrong with it.
fn answer(
    site: &WorkSite,
    me: &Signed,
    (filter, typed): (GapFilter, Typed),
    gap: GapId,
    mended: Result<(), Unmended>,
) -> Answer {
    let s = speech(site);
    let (field, why) = match mended {
        Err(Unmended::NotOffered) => ("val", s.t("gap-fault-choice")),
        // Where it stood there may be nothing any longer: what was typed is told.
        Err(Unmended::Otherwise(chosen)) => ("luckor", typed.otherwise(&s, chosen)),
        Ok(()) => {
            let to = WorkPaths(site.language).gaps();
            let query = address(&filter, Some(&format!("gjort={gap}")));
            return Ok(see(&format!("{to}{query}")));
        }
        Err(Unmended::Nowhere) => return Err(Failure::NotFound),
        Err(Unmended::Unperformed(error)) => return Err(unwritten(error)),
        Err(Unmended::Changed) => ("dag", s.t("row-changed-by-other")),
        Err(Unmended::Refused(refusal)) => (typed.first_field(), s.words.refusal(&refusal)),
    };
    let mut faults = Faults::default();
    faults.add(field, why);
    page(site, me, filter, typed, faults, None)
}

/// What is chosen: a kind or a body that is none is no address.
fn filter_of(given: impl Fn(&str) -> Option<String>) -> Result<GapFilter, Failure> {
    let said = |name| given(name).filter(|value| !value.is_empty());
    let kind = said("slag").map(|word| GapKind::of(&word).ok_or(Failure::NotFound));
    Ok(GapFilter {
        kind: kind.transpose()?,
        body: said("organ"),
        page: 1,
    })
}

/// The part of an address that says what is chosen.
fn address(filter: &GapFilter, more: Option<&str>) -> String {
    let kind = filter.kind.map(|kind| format!("slag={}", kind.word()));
    let body = filter
        .body
        .as_deref()
        .map(|b| format!("organ={}", escaped(b)));
    let page = (filter.page > 1).then(|| format!("sida={}", filter.page));
    let fields = [kind, body, page, more.map(str::to_owned)];
    let fields: Vec<String> = fields.into_iter().flatten().collect();
    match fields.is_empty() {
        true => String::new(),
        false => format!("?{}", fields.join("&")),
    }
}

fn page(
    site: &WorkSite,
    me: &Signed,
    filter: GapFilter,
    typed: Typed,
    faults: Faults,
    done: Option<String>,
) -> Answer {
    let s = speech(site);
    let view = site.app.gaps(me.colleague.person, &filter);
    let mut view = view.ok_or(Failure::NotFound)?;
    in_order(&s, &mut view);
    let (status, title) = faults.headed(&s, &s.t("gaps"));
    let path = format!("/arbete/luckor{}", address(&filter, None));
    let page = GapsPage {
        shell: Shell::new(site, Some(me), view.frame.clone(), title, path),
        view,
        filter,
        typed,
        faults,
        key: Uuid::new_v4(),
        done,
    };
    passing(status, &page)
}

/// Names stand in the order of the reader's language.
fn in_order(s: &Speech, view: &mut GapList) {
    let by_name = |a: &Names, b: &Names| s.words.compare(s.name(a).plain(), s.name(b).plain());
    view.bodies.sort_by(|a, b| by_name(&a.0.0, &b.0.0));
    view.unsent
        .sort_by(|a, b| a.1.cmp(&b.1).then_with(|| by_name(&a.0.0, &b.0.0)));
    for gap in &mut view.gaps {
        match &mut gap.step {
            Step::Choose(options) => options.sort_by(|a, b| {
                let under = match (&a.under, &b.under) {
                    (Some(a), Some(b)) => by_name(a, b),
                    (a, b) => a.is_some().cmp(&b.is_some()),
                };
                under.then_with(|| by_name(&a.names, &b.names))
            }),
            Step::Decide(decision) => decision.deciders.sort_by(|a, b| by_name(&a.1, &b.1)),
            Step::DecideOver(bodies, _) => bodies.sort_by(|a, b| by_name(&a.0, &b.0)),
            _ => {}
        }
    }
}

fn said_done(s: &Speech, mended: Mended) -> String {
    match mended {
        Mended::Mended => s.t("gap-done-mended"),
        Mended::Reported => s.t("gap-done-reported"),
        Mended::Proposed => s.t("gap-done-proposed"),
    }
}

impl Typed {
    fn read(form: &Form) -> Typed {
        let one = |name| form.typed(name).to_owned();
        Typed {
            gap: form.once("lucka").and_then(|id| id.parse().ok()),
            chosen: one("val"),
            figure: one("varde"),
            meeting: Meeting::read(form),
            decider: one("beslutat"),
        }
    }

    /// What is wanted, as domain types; every fault at once. A form that names no gap is none of
    /// ours.
    fn to_mending(
        &self,
        s: &Speech,
        faults: &mut Faults,
        form: &Form,
    ) -> Result<Option<Mending>, Failure> {
        let gap = self.gap.ok_or(Failure::NotFound)?;
        let asks = |name| form.once(name).is_some();
        let chosen = Uuid::parse_str(&self.chosen).ok();
        if asks("val") && chosen.is_none() {
            faults.add("val", s.t("gap-fault-choice"));
        }
        let mut figure = None;
        if asks("varde") {
            figure = typed::figure(s, faults, "varde", &self.figure);
            if figure.is_none() && self.figure.trim().is_empty() {
                faults.add("varde", s.t("gap-fault-figure"));
            }
        }
        let decided = asks("dag").then(|| self.decided(s, faults));
        let key = key(form);
        if key.is_none() {
            faults.add(self.first_field(), s.t("work-fault-form"));
        }
        let seen = form.once("sedd").and_then(|id| Uuid::parse_str(id).ok());
        Ok(key.map(|key| Mending {
            gap,
            key,
            chosen,
            figure,
            seen: seen.map(WordingId),
            decided: decided.flatten(),
        }))
    }

    fn decided(
        &self,
        s: &Speech,
        faults: &mut Faults,
    ) -> Option<(BodyId, jiff::civil::Date, Authority)> {
        let met = self.meeting.met_in_minutes(s, faults);
        let decider = Uuid::parse_str(&self.decider).ok();
        if decider.is_none() {
            faults.add("beslutat", s.t("work-fault-body"));
        }
        let (day, authority) = met?;
        Some((BodyId(decider?), day, authority))
    }

    /// That a gap has been mended meanwhile, with what was sent instead, in words.
    fn otherwise(&self, s: &Speech, chosen: Option<Names>) -> String {
        let figure = typed::figure(s, &mut Faults::default(), "varde", &self.figure);
        let met = self.meeting.met_in_minutes(s, &mut Faults::default());
        let sent = match (chosen, figure, met) {
            (Some(names), ..) => Some(s.name(&names).plain().to_owned()),
            (None, Some(figure), _) => Some(s.plain(&figure)),
            (None, None, Some((day, Authority::Paragraph(paragraph)))) => {
                let (day, paragraph) = (s.day(&day), s.words.typed(&paragraph));
                let said = [("day", &*day), ("paragraph", &*paragraph)];
                Some(s.words.with("gap-sent-meeting", &said))
            }
            _ => None,
        };
        match sent {
            Some(sent) => s.t1("gap-fault-otherwise", "sent", sent),
            None => s.t("gap-fault-otherwise-any"),
        }
    }

    /// Where a fault stands that is about the whole row.
    fn first_field(&self) -> &'static str {
        match (self.meeting.day.is_empty(), self.figure.is_empty()) {
            (false, _) => "dag",
            (_, false) => "varde",
            _ => "val",
        }
    }
}

impl GapsPage {
    fn heading(&self) -> String {
        match self.view.total {
            0 => self.shell.s.t("gaps-none"),
            total => self.shell.s.n("gaps-count", &total),
        }
    }

    fn kind(&self, kind: &GapKind) -> String {
        self.shell.s.t(&format!("gap-kind-{}", kind.word()))
    }

    /// A choice of a kind with how many there are of it.
    fn counted(&self, name: &str, count: &usize) -> String {
        format!("{name} ({})", self.shell.s.words.whole(*count))
    }

    fn is_kind(&self, kind: &GapKind) -> bool {
        self.filter.kind == Some(*kind)
    }

    fn is_body(&self, slug: &str) -> bool {
        self.filter.body.as_deref() == Some(slug)
    }

    fn page_at(&self, page: usize) -> String {
        let filter = GapFilter {
            page,
            ..self.filter.clone()
        };
        format!("{}{}", self.shell.w.gaps(), address(&filter, None))
    }

    fn before(&self) -> String {
        self.page_at(self.view.page - 1)
    }

    fn next(&self) -> String {
        self.page_at(self.view.page + 1)
    }

    /// What is wrong, in a sentence.
    fn says(&self, gap: &Gap) -> String {
        let s = &self.shell.s;
        let name = |names: &Names| s.name(names).plain().to_owned();
        let body = gap.body.as_ref().map(|(names, _)| name(names));
        match gap.id.kind {
            GapKind::GoalWithoutCommitments => {
                let (year, next) = self.view.years;
                let (year, next) = (year.to_string(), next.to_string());
                s.words
                    .with("gap-says-goal", &[("year", &year), ("next", &next)])
            }
            GapKind::LinkLacking => match &gap.lacks {
                Some(level) => s.t1("gap-says-link", "level", name(level).to_lowercase()),
                None => s.t("gap-says-link-any"),
            },
            GapKind::IndicatorWithoutResponsible => s.t("gap-says-responsible"),
            GapKind::IndicatorWithoutValue => match &gap.period {
                Some(period) => s.t1("gap-says-value", "period", s.period(period)),
                None => s.t("gap-says-value-any"),
            },
            GapKind::EndedBody => s.t1("gap-says-ended", "body", body.unwrap_or_default()),
            GapKind::SimilarWording => match &gap.beside_body {
                Some(body) => s.t1("gap-says-similar", "body", name(body)),
                None => s.t("gap-says-similar-any"),
            },
            GapKind::ExpiredDocument => s.t("gap-says-expired"),
            GapKind::OwnerLeft => match &gap.person {
                Some(person) => s.t1("gap-says-left", "name", person),
                None => s.t("gap-says-left-erased"),
            },
        }
    }

    /// What is proposed and waits for its decision.
    fn waits(&self, waiting: &Waiting) -> String {
        let s = &self.shell.s;
        let day = s.day(&waiting.since);
        match &waiting.says {
            Some(DocumentProposal::StillApplied) => s.t1("gap-waits-applied", "day", day),
            Some(DocumentProposal::Responsible(body)) => {
                let name = s.name(body);
                let said = [("day", &*day), ("body", name.plain())];
                s.words.with("gap-waits-responsible", &said)
            }
            None => s.t1("gap-waits-more", "day", day),
        }
    }

    /// What the field is called in which a gap is mended.
    fn label(&self, gap: &Gap) -> String {
        self.shell.s.t(match gap.id.kind {
            GapKind::LinkLacking => "gap-choose-link",
            GapKind::OwnerLeft => "gap-choose-person",
            _ => "gap-choose-body",
        })
    }

    /// What the button says where only one can be chosen.
    fn only(&self, gap: &Gap, option: &Choice) -> String {
        let key = match gap.id.kind {
            GapKind::LinkLacking => "gap-lead-to",
            _ => "gap-hand-over",
        };
        let s = &self.shell.s;
        s.t1(key, "name", s.name(&option.names).plain())
    }

    /// Where a decision over a row is recorded, and what the link says.
    fn decide_over(&self, bodies: &[(Names, String)], number: &u32) -> Vec<(String, String)> {
        let (s, w) = (&self.shell.s, &self.shell.w);
        let said = |names: &Names| match bodies.len() {
            1 => s.t("work-decision"),
            _ => s.t1("gap-decision-of", "body", s.name(names).plain()),
        };
        let all = bodies.iter();
        all.map(|(names, body)| (w.decide_over_row(body, *number), said(names)))
            .collect()
    }

    /// Where the page of a thing is; none for what has none.
    fn place(&self, place: &Place) -> Option<String> {
        let (l, w) = (&self.shell.l, &self.shell.w);
        match place {
            Place::Goal(period, slug) => Some(l.goal(period, slug)),
            Place::Row(number, slug) => Some(l.commitment_at(number, slug)),
            Place::Plan(year, body, number) => Some(format!("{}#nr-{number}", w.plan(year, body))),
            Place::Indicator(slug) => Some(l.indicator(slug)),
            Place::Document(slug) => Some(l.document(slug)),
            Place::Topic => None,
        }
    }

    /// Whether something is wrong with what was filled in of a gap.
    fn is_at_fault(&self, gap: &Gap) -> bool {
        !self.faults.is_empty() && self.typed.gap == Some(gap.id)
    }

    /// The id of a field in a row; the row at fault has the plain ones, to which the faults lead.
    fn id(&self, gap: &Gap, field: &str, row: &usize) -> String {
        match self.is_at_fault(gap) {
            true => field.to_owned(),
            false => format!("{field}-{row}"),
        }
    }

    /// What was typed into a field of a row.
    fn value(&self, gap: &Gap, field: &str) -> &str {
        if self.typed.gap != Some(gap.id) {
            return "";
        }
        match field {
            "varde" => &self.typed.figure,
            "dag" => &self.typed.meeting.day,
            "paragraf" => &self.typed.meeting.paragraph,
            "beslutat" => &self.typed.decider,
            _ => &self.typed.chosen,
        }
    }

    fn is_chosen(&self, gap: &Gap, field: &str, id: impl std::fmt::Display) -> bool {
        self.value(gap, field) == id.to_string()
    }

    /// Where a new row is written, with the goal chosen.
    fn write(&self, step: &Step) -> Option<(String, bool)> {
        let Step::Write {
            body,
            time,
            place,
            supports,
            to,
            is_order,
        } = step
        else {
            return None;
        };
        let mut path = self.shell.w.write(time, body, place, None);
        for (name, id) in [("val", supports), ("till", to)] {
            if let Some(id) = id {
                path.push_str(&format!("&{name}={id}"));
            }
        }
        Some((path, *is_order))
    }
}
