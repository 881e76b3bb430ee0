//! What the two lenses show, as text: two States are alike if nobody who reads through a
//! lens can tell them apart. Positions are left out, since the order of recording is no
//! fact about the town.

use crate::exempelstad::{assessment, decision, element, plan as plan_id};
use jiff::civil::Date;
use riktning_domain::assessments::{Scope, Subject};
use riktning_domain::decisions::Adoptable;
use riktning_domain::ids::{ElementId, VisionId};
use riktning_domain::site::hours::HoursKind;
use riktning_domain::topics::Dimension;
use riktning_domain::{Published, State};
use std::fmt::Write;

const DIMENSIONS: [Dimension; 7] = [
    Dimension::Perspective,
    Dimension::ValueCreated,
    Dimension::Process,
    Dimension::TargetGroup,
    Dimension::CoreValue,
    Dimension::Agenda2030,
    Dimension::Area,
];

/// How many elements, decisions and so on a test may number.
const MOST: u128 = 40;

macro_rules! line {
    ($out:expr, $($arg:tt)*) => { writeln!($out, $($arg)*).unwrap() };
}

/// What residents see on a day.
pub(crate) fn published(state: &State, day: Date, today: Date) -> String {
    let lens = state.published(day, today);
    let mut out = String::new();
    line!(out, "group {:?}", lens.group());
    for model in lens.models() {
        line!(
            out,
            "model {} {:?} {:?}",
            model.id,
            model.in_force,
            model.definition
        );
        let elements = lens.elements_of(model.id).map(|e| e.id());
        for id in elements.collect::<Vec<_>>() {
            element_of(&mut out, lens, id);
        }
        let rounds = lens.decided_rounds(model.id);
        let rounds = rounds.iter().map(|(on, round)| (on, round.round));
        line!(out, "rounds {:?}", rounds.collect::<Vec<_>>());
    }
    for dimension in DIMENSIONS {
        line!(out, "topics {:?}", lens.topics(dimension));
    }
    for body in lens.bodies() {
        line!(
            out,
            "body {} {:?} {:?} {:?} {:?} {:?} {:?} {:?}",
            body.id,
            body.kind(),
            body.name,
            body.role(),
            body.from(),
            body.end(),
            body.answers_to(),
            body.earlier_names()
        );
        let (named, placed) = (body.naming(), body.placing());
        let told = [Some(body.founding()), named, placed, body.ending()];
        for what in told.into_iter().flatten() {
            let by = lens.deciding(&what).into_iter();
            let by: Vec<_> = by.map(|decision| (decision.id(), decision.stage)).collect();
            line!(out, " {what:?} by {by:?}");
        }
        line!(out, " terms {:?}", lens.terms_of(body.id));
        line!(out, " share {:?}", lens.share_in(body.id));
        let owned = lens.owned_by(body.id);
        line!(
            out,
            " owns {:?}",
            owned.iter().map(|e| e.id()).collect::<Vec<_>>()
        );
        for decision in lens.decisions_of(body.id) {
            line!(
                out,
                " decided {:?} {:?} {:?} {:?} {:?} {:?}",
                decision.id(),
                decision.date(),
                decision.title(),
                decision.case_number(),
                decision.paragraph(),
                decision.stage
            );
        }
    }
    for note in lens.notes() {
        line!(out, "note {note:?}");
    }
    visions(&mut out, lens);
    site(&mut out, lens);
    for indicator in lens.indicators() {
        line!(
            out,
            "indicator {} {} {:?} since {}",
            indicator.id,
            indicator.slug,
            indicator.definition,
            indicator.since()
        );
        for m in indicator.measurements() {
            line!(
                out,
                " {:?} {:?} {} {:?}",
                m.key,
                m.measurement,
                m.on,
                m.revised_from()
            );
        }
        let (whose, told) = indicator.told();
        for figure in told {
            line!(
                out,
                " told by {whose:?}: {:?} {:?}",
                figure.key(),
                figure.figure()
            );
        }
        line!(out, " targets {:?}", indicator.targets());
        line!(out, " serves {:?}", indicator.serves());
        verdicts(&mut out, lens, Subject::Indicator(indicator.id));
    }
    base(&mut out, lens);
    verdicts(&mut out, lens, Subject::Whole);
    for scope in [Scope::Municipality, Scope::Group] {
        verdicts(&mut out, lens, Subject::FinancialManagement(scope));
    }
    for year in lens.financial_management_years() {
        line!(
            out,
            "financial_management {year} {:?}",
            lens.financial_management(year)
        );
    }
    for report in lens.reports() {
        line!(out, "report {:?} {}", report.record, report.on);
    }
    line!(out, "frames {:?}", lens.frame_entries());
    line!(out, "accounts {:?}", lens.accounts());
    for year in 2015..2020 {
        for plan in lens.plans(riktning_domain::Period::Year(year)) {
            let held = plan.elements();
            line!(out, "places {:?}", plan.places());
            line!(
                out,
                "plan {} {:?} {:?} {:?} {:?} {:?} {:?}",
                plan.id,
                plan.stage(),
                plan.adopted_by(),
                plan.closed_by(),
                held.iter().map(|e| e.id()).collect::<Vec<_>>(),
                plan.supplements(),
                plan.period()
            );
        }
    }
    for n in 1..=MOST {
        let element = lens.stands(Adoptable::Element(element(n)));
        let verdict = lens.stands(Adoptable::Assessment(assessment(n)));
        if element || verdict {
            line!(out, "{n} stands {element} {verdict}");
        }
        if let Some(decision) = lens.decision(decision(n)) {
            line!(
                out,
                "{n} {:?} {:?}",
                decision.paragraph(),
                decision.source()
            );
        }
    }
    out
}

fn element_of(out: &mut String, lens: Published<'_>, id: ElementId) {
    let Some(e) = lens.element(id) else { return };
    line!(
        out,
        "element {id} {} {:?} {:?} {:?} {:?}",
        e.slug(),
        e.level().id,
        e.text(),
        e.basis(),
        e.owner()
    );
    line!(
        out,
        " {:?} {:?} {:?} {:?} {:?} {:?}",
        e.addressed_to(),
        e.period(),
        e.topics(),
        e.origin(),
        e.continues(),
        (e.withdrawn(), e.closed())
    );
    let ids = |all: Vec<riktning_domain::published::PublicElement<'_>>| -> Vec<ElementId> {
        all.iter().map(|e| e.id()).collect()
    };
    line!(out, " supports {:?}", lens.supports(id));
    line!(out, " supported by {:?}", ids(lens.supported_by(id)));
    line!(out, " continued by {:?}", ids(lens.continued_by(id)));
    let indicators = lens.indicators_of(id);
    let indicators = indicators.iter().map(|(i, ours)| (i.id, ours));
    line!(out, " indicators {:?}", indicators.collect::<Vec<_>>());
    line!(out, " deeds {:?}", lens.deeds(id));
    let mut answers = ids(lens.answers_to_order(id));
    // In the order of recording, which is no fact about the town.
    answers.sort();
    line!(out, " answered by {answers:?}");
    verdicts(out, lens, Subject::Element(id));
}

fn verdicts(out: &mut String, lens: Published<'_>, subject: Subject) {
    for a in lens.assessments(subject) {
        line!(
            out,
            " verdict {} {:?} {:?} {:?} {}",
            a.round.round,
            a.body,
            a.verdict,
            a.basis,
            a.on
        );
    }
}

fn site(out: &mut String, lens: Published<'_>) {
    for notice in lens.notices() {
        let (starts, ends) = (notice.starts(), notice.ends());
        line!(
            out,
            "notice {} {:?} {starts:?} {ends:?}",
            notice.id,
            notice.said()
        );
    }
    let above: Vec<_> = lens.notices_above().iter().map(|n| n.id).collect();
    line!(out, "above {above:?} until {:?}", lens.next_notice_change());
    for office in lens.offices() {
        line!(out, "office {} {:?}", office.id, office.description);
        for kind in [HoursKind::Visiting, HoursKind::Telephone] {
            line!(
                out,
                " {:?} {:?}",
                office.hours(kind),
                office.coming_hours(kind)
            );
            line!(
                out,
                " {:?} {:?}",
                office.day(kind, lens.day()),
                office.openness(kind)
            );
        }
        line!(out, " {:?}", office.exceptions(30));
    }
    let translations = lens.translations();
    for words in crate::site::TRANSLATED {
        line!(out, "translation {:?}", translations.of(&words.into()));
    }
    for (path, page) in lens.pages() {
        line!(
            out,
            "page {path:?} {:?} {} {:?}",
            page.description,
            page.on,
            page.owner
        );
    }
}

fn visions(out: &mut String, lens: Published<'_>) {
    for vision in lens.visions() {
        let id: VisionId = vision.id;
        line!(
            out,
            "vision {id} {:?} {:?} {}",
            vision.wording,
            vision.basis,
            vision.on
        );
        let below = lens.supporting_vision(id);
        line!(
            out,
            " {:?}",
            below.iter().map(|e| e.id()).collect::<Vec<_>>()
        );
    }
}

fn base(out: &mut String, lens: Published<'_>) {
    for d in lens.documents() {
        let later: Vec<_> = d.replaced_by().iter().map(|d| d.id).collect();
        line!(
            out,
            "document {} {} {:?} {:?} {} {:?} {later:?}",
            d.id,
            d.slug,
            d.wording,
            d.basis,
            d.on,
            d.validity()
        );
        let resting = lens.resting_on(d.id);
        let resting: Vec<_> = resting.iter().map(|(e, ours)| (e.id(), ours)).collect();
        line!(out, " rests {resting:?}");
    }
    for r in lens.rules() {
        let last = r.last_day();
        line!(
            out,
            "rule {} {:?} {:?} {last:?} {:?}",
            r.id,
            r.rule,
            r.checked,
            r.validity()
        );
    }
    for described in lens.document_types() {
        line!(out, "type {described:?}");
    }
    for body in lens.bodies() {
        for d in lens.directives_of(body.id) {
            line!(
                out,
                "directive {} {:?} {:?} {:?} {:?}",
                d.id,
                d.wording,
                d.basis,
                d.bound_by,
                d.still_binding
            );
        }
    }
}

/// What those who work see on a day, drafts included.
pub(crate) fn at_work(state: &State, day: Date) -> String {
    let lens = state.on(day);
    let mut out = String::new();
    for n in 1..=MOST {
        if let Some(proposal) = lens.proposal(element(n)) {
            line!(out, "proposal {n} {proposal:?}");
        }
        if let Some(plan) = lens.plan(plan_id(n)) {
            line!(out, "plan {n} {plan:?}");
            line!(out, "places {:?}", lens.places(plan_id(n)));
        }
    }
    out
}

/// Both lenses on every day that something could begin or end on.
pub(crate) fn everything(state: &State, days: &[Date], today: Date) -> String {
    let mut out = String::new();
    for day in days {
        line!(out, "== {day}");
        out.push_str(&published(state, *day, today));
        out.push_str(&at_work(state, *day));
    }
    out
}
