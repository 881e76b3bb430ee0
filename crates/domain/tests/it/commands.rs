//! Commands with default values; a test changes the field that it is about.

use crate::exempelstad::*;
use crate::world::{dated, day};
use riktning_domain::assessments::{ProposeAssessment, Step, StepAssessment, Subject, Verdict};
use riktning_domain::bodies::{BodyKind, EndBody, FoundBody};
use riktning_domain::comparisons::{DescribePeers, PeerFigure, RecordComparison};
use riktning_domain::decisions::{Act, Adoptable, Authority, Basis, FindInSource, MarkDecision};
use riktning_domain::decisions::{RecordDecision, Stage};
use riktning_domain::directives::{DirectiveWording, DraftDirective};
use riktning_domain::documents::{DocumentKind, DocumentWording, DraftDocument};
use riktning_domain::elements::{DraftElement, Placement, ProposeWording, Wording};
use riktning_domain::external_rules::{CheckRule, RecordRule};
use riktning_domain::financial_management::GuideFinancialManagement;
use riktning_domain::frames::{Account, AccountsRow, EnterFrame, ReportAccounts, Whose};
use riktning_domain::ids::{
    BodyId, DecisionId, ElementId, IndicatorId, LevelId, ModelId, PeersId, PersonId, RoundId,
    ScaleValueId, ThreadId,
};
use riktning_domain::indicators::{
    Aim, Better, Breakdown, Class, DefineIndicator, Definition, Interpretation, ReportMeasurement,
    SetTarget, Settled, TargetBasis, Unit, Value,
};
use riktning_domain::models::{
    CountsAs, DefineModel, Level, ModelDefinition, Purpose, Scale, ScaleValue, Shape, Support,
    Upward,
};
use riktning_domain::permissions::{GrantRole, Role};
use riktning_domain::plans::{ArrangePlan, DraftPlan, PlaceInPlan};
use riktning_domain::reports::{FileReport, ReportOccasion};
use riktning_domain::rounds::CallOffRound;
use riktning_domain::terms::SetTerm;
use riktning_domain::threads::{ThreadEnd, TieThread};
use riktning_domain::topics::Dimension;
use riktning_domain::{Money, MoneyUnit, Names, Period, Slug, Text};
use uuid::Uuid;

fn found(body: BodyId, kind: BodyKind, slug: &str, name: &str, above: &[BodyId]) -> FoundBody {
    FoundBody {
        body,
        kind,
        slug: Slug::parse(slug).unwrap(),
        names: Names::swedish(name),
        role: None,
        answers_to: above.to_vec(),
        from: dated("2010"),
        seen: vec![],
        source: None,
    }
}

pub(crate) fn council() -> FoundBody {
    found(
        COUNCIL,
        BodyKind::Council,
        "fullmaktige",
        "Fullmäktige",
        &[],
    )
}
pub(crate) fn board() -> FoundBody {
    let kind = BodyKind::ExecutiveBoard;
    found(BOARD, kind, "styrelsen", "Kommunstyrelsen", &[COUNCIL])
}
pub(crate) fn schools() -> FoundBody {
    let kind = BodyKind::Committee;
    found(SCHOOLS, kind, "skolnamnden", "Skolnämnden", &[BOARD])
}
pub(crate) fn company() -> FoundBody {
    let kind = BodyKind::Company;
    found(COMPANY, kind, "bostader", "Exempelbostäder AB", &[BOARD])
}

/// A body ends.
pub(crate) fn ends(body: BodyId, last_day: &str) -> EndBody {
    EndBody {
        body,
        last_day: day(last_day),
        succeeded_by: vec![],
    }
}

/// A level that supports nothing, owned and decided by anybody, not judged.
pub(crate) fn level(id: LevelId, name: &str, purpose: Purpose) -> Level {
    Level {
        id,
        names: Names::swedish(name),
        names_of_many: None,
        purpose,
        supports: vec![],
        owners: vec![],
        decided_by: vec![],
        measured: true,
        scale: None,
        closed_only_by_decision: false,
        decided_within: None,
        seasons: Vec::new(),
        criteria: vec![],
    }
}

pub(crate) fn required(upward: Upward) -> Support {
    Support {
        upward,
        required: true,
        interpretation: Default::default(),
    }
}
pub(crate) fn optional(upward: Upward) -> Support {
    Support {
        upward,
        required: false,
        interpretation: Default::default(),
    }
}

fn scale_value(id: ScaleValueId, name: &str, shape: Shape, counts_as: CountsAs) -> ScaleValue {
    ScaleValue {
        id,
        names: Names::swedish(name),
        forecast: None,
        shape,
        counts_as,
    }
}

/// The scale of model A: three values.
pub(crate) fn scale() -> Scale {
    Scale {
        id: SCALE,
        names: Names::swedish("Måluppfyllelse"),
        values: vec![
            scale_value(MET, "Uppfyllt", Shape::Good, CountsAs::Met),
            scale_value(PARTLY, "Delvis", Shape::Partly, CountsAs::Partly),
            scale_value(NOT_MET, "Inte uppfyllt", Shape::Bad, CountsAs::NotMet),
        ],
    }
}

/// 2016–2019. A goal stands in a perspective and council decides it; a commitment must
/// support a goal and committees and companies own it; an activity must support a
/// commitment and is not judged.
pub(crate) fn model_a() -> DefineModel {
    let goal = Level {
        supports: vec![
            required(Upward::Topic(Dimension::Perspective)),
            optional(Upward::Vision),
        ],
        decided_by: vec![BodyKind::Council],
        scale: Some(SCALE),
        ..level(GOAL, "Strategiskt mål", Purpose::StrategicGoal)
    };
    let commitment = Level {
        supports: vec![required(Upward::Level(GOAL))],
        owners: vec![BodyKind::Committee, BodyKind::Company],
        scale: Some(SCALE),
        ..level(COMMITMENT, "Åtagande", Purpose::Commitment)
    };
    let activity = Level {
        supports: vec![required(Upward::Level(COMMITMENT))],
        ..level(ACTIVITY, "Aktivitet", Purpose::Activity)
    };
    DefineModel {
        model: MODEL_A,
        definition: ModelDefinition {
            names: Names::swedish("Inriktning 2016–2019"),
            period: Period::Years {
                from: 2016,
                to: 2019,
            },
            period_not_found: false,
            follows: None,
            levels: vec![goal, commitment, activity],
            scales: vec![scale()],
            dimensions: vec![Dimension::Perspective],
            limits: vec![],
            yearly: vec![],
            note: None,
            source: None,
        },
        since: Some(dated("2015")),
    }
}

/// 2020–2023, another town's way: aims that must support the vision, tasks that may support
/// an aim.
pub(crate) fn model_b() -> DefineModel {
    let aim = Level {
        supports: vec![required(Upward::Vision)],
        ..level(AIM, "Inriktningsmål", Purpose::StrategicGoal)
    };
    let task = Level {
        supports: vec![optional(Upward::Level(AIM))],
        ..level(TASK, "Uppgift", Purpose::Other)
    };
    DefineModel {
        model: MODEL_B,
        definition: ModelDefinition {
            names: Names::swedish("Mål 2020–2023"),
            period: Period::Years {
                from: 2020,
                to: 2023,
            },
            period_not_found: false,
            follows: Some(MODEL_A),
            levels: vec![aim, task],
            scales: vec![],
            dimensions: vec![],
            limits: vec![],
            yearly: vec![],
            note: None,
            source: None,
        },
        since: Some(dated("2015-01-02")),
    }
}

/// A wording owned by the school committee, under the outward perspective.
pub(crate) fn words(text: &str) -> Wording {
    Wording {
        text: Text::new(text),
        description: None,
        why: None,
        owner: Some(SCHOOLS),
        owner_in_words: None,
        addressed_to: Default::default(),
        role: None,
        person: None,
        period: Period::Years {
            from: 2016,
            to: 2019,
        },
        topics: vec![Placement {
            topic: OUTWARD,
            interpretation: Interpretation::Stated,
        }],
        quantity: None,
        condition: None,
        clear_anyway: None,
        if_not_kept: None,
        amount: None,
        due: None,
        origin: Default::default(),
        continues: None,
        links: None,
        source: None,
    }
}

/// Element `n` on a level, with wording `n * 10`: a person's draft.
pub(crate) fn draft(n: u128, model: ModelId, level: LevelId) -> DraftElement {
    DraftElement {
        element: element(n),
        model,
        level,
        slug: Slug::parse(&format!("e{n}")).unwrap(),
        wording_id: wording(n * 10),
        wording: words(&format!("Element {n}, första lydelsen")),
        since: None,
    }
}
/// A goal of model A.
pub(crate) fn goal(n: u128) -> DraftElement {
    draft(n, MODEL_A, GOAL)
}
/// A commitment of model A.
pub(crate) fn commitment(n: u128) -> DraftElement {
    draft(n, MODEL_A, COMMITMENT)
}

/// Wording `w` of element `n`.
pub(crate) fn rewording(n: u128, w: u128) -> ProposeWording {
    ProposeWording {
        element: element(n),
        wording_id: wording(w),
        wording: words(&format!("Element {n}, lydelse {w}")),
        instead_of: None,
        slug: None,
        since: None,
    }
}

/// Assessment `a` is handed in.
pub(crate) fn hands_in(a: u128) -> StepAssessment {
    StepAssessment {
        assessment: assessment(a),
        step: Step::HandedIn,
        by_link: false,
    }
}

/// Thread `t` from element to element.
pub(crate) fn ties(t: u128, from: u128, to: u128) -> TieThread {
    tie(thread(t), element(from), ThreadEnd::Element(element(to)))
}
/// A thread.
pub(crate) fn tie(thread: ThreadId, from: ElementId, to: ThreadEnd) -> TieThread {
    TieThread {
        thread,
        from,
        to,
        interpretation: Interpretation::Stated,
        since: None,
    }
}

/// A decision of council under § 1, on a day.
pub(crate) fn decides(n: u128, on: &str, acts: Vec<Act>) -> RecordDecision {
    RecordDecision {
        decision: decision(n),
        body: COUNCIL,
        date: dated(on),
        authority: Authority::Paragraph("§ 1".into()),
        case_number: None,
        title: None,
        acts,
        seen: Vec::new(),
    }
}
/// The act that adopts wording `w` of element `n`.
pub(crate) fn adopt(n: u128, w: u128) -> Act {
    Act::Adopt(Adoptable::Element(element(n)), wording(w))
}
/// A source gives wording `w` of element `n` from a day.
pub(crate) fn finds(n: u128, w: u128, since: &str) -> FindInSource {
    FindInSource {
        source: SOURCE,
        since: dated(since),
        wordings: vec![(Adoptable::Element(element(n)), wording(w))],
    }
}
/// What became of a decision.
pub(crate) fn marks(decision: DecisionId, stage: Stage, on: &str) -> MarkDecision {
    MarkDecision {
        decision,
        stage,
        on: day(on),
    }
}

/// An indicator with one decimal, defined from 2015.
pub(crate) fn indicator(id: IndicatorId, slug: &str, class: Class) -> DefineIndicator {
    DefineIndicator {
        indicator: id,
        slug: Slug::parse(slug).unwrap(),
        definition: Definition {
            names: Names::swedish(slug),
            unit: Unit::Percent,
            decimals: 1,
            better: Better::Up,
            class,
            class_interpretation: Interpretation::Stated,
            frequency: None,
            breakdowns: vec![],
            tolerance: None,
            description: None,
            note: None,
            breaks: vec![],
            responsible: None,
            source: None,
            calculation: None,
            roll_up: None,
        },
        since: Some(dated("2015")),
    }
}

/// A final figure of the organisation indicator for 2016 from an open source.
pub(crate) fn measured(value: &str, collected: &str) -> ReportMeasurement {
    ReportMeasurement {
        indicator: ORGANISATION,
        period: Period::Year(2016),
        body: None,
        breakdown: Breakdown::All,
        value: Value::Figure(value.parse().unwrap()),
        settled: Settled::Final,
        collected: Some(day(collected)),
        source: Some(SOURCE),
        note: None,
    }
}

/// A target of 80 for 2018, by a decision.
pub(crate) fn target(by: DecisionId) -> SetTarget {
    SetTarget {
        indicator: ORGANISATION,
        period: Period::Year(2018),
        period_interpretation: Interpretation::Stated,
        body: None,
        aim: Aim::At("80".parse().unwrap()),
        basis: TargetBasis::Decision(by),
        note: None,
    }
}

/// A verdict with a reason and nothing else.
pub(crate) fn verdict(value: ScaleValueId) -> Verdict {
    Verdict {
        for_year: value,
        so_far: None,
        outcome: None,
        to_period_end: None,
        reason: "Fler elever når målen.".into(),
        happened: None,
        cause: None,
        meaning: None,
        now: None,
        proposed: None,
        informed_by: vec![],
    }
}
/// Assessment `n`, version `v`, of element `e` in the interim round, by the school committee.
pub(crate) fn judges(n: u128, v: u128, e: u128) -> ProposeAssessment {
    ProposeAssessment {
        assessment: assessment(n),
        version: wording(v),
        round: ROUND,
        subject: Subject::Element(element(e)),
        body: Some(SCHOOLS),
        verdict: verdict(PARTLY),
        since: None,
        corrects: None,
        by_link: false,
    }
}
/// The act that decides version `v` of assessment `n`.
pub(crate) fn decide_verdict(n: u128, v: u128) -> Act {
    Act::Adopt(Adoptable::Assessment(assessment(n)), wording(v))
}

/// So many million kronor.
pub(crate) fn mnkr(value: &str) -> Money {
    Money::new(value.parse().unwrap(), MoneyUnit::Mnkr)
}
/// Entry `n` of the ledger: the school committee's operating frame for 2017.
pub(crate) fn grants(n: u128, amount: &str, by: DecisionId) -> EnterFrame {
    EnterFrame {
        entry: frame_entry(n),
        body: SCHOOLS,
        year: 2017,
        account: Account::Operating,
        amount: mnkr(amount),
        decision: by,
        note: None,
    }
}
/// A row of the accounts that says nothing yet.
pub(crate) fn row(whose: Whose) -> AccountsRow {
    AccountsRow {
        whose,
        account: Account::Operating,
        frame: None,
        outcome: None,
        forecast: None,
        deviation: None,
        percent: None,
        by_revenue: false,
        approximate: false,
    }
}
/// Accounts `n` of 2016, in which the school committee's outcome is printed.
pub(crate) fn prints(n: u128, outcome: &str) -> ReportAccounts {
    ReportAccounts {
        accounts: accounts(n),
        period: Period::Year(2016),
        rows: vec![AccountsRow {
            frame: Some(mnkr("100")),
            outcome: Some(mnkr(outcome)),
            ..row(Whose::Body(SCHOOLS))
        }],
        printed: None,
        result_target_percent: None,
        note: None,
        proposed: false,
        source: SOURCE,
        since: None,
    }
}

/// What the council decided of good financial management in 2017: element `n` is important.
/// The guidance has the number of the element.
pub(crate) fn guides(n: u128, by: DecisionId) -> GuideFinancialManagement {
    GuideFinancialManagement {
        guidance: guidance(n),
        year: 2017,
        guidelines: Some("Varje år ska gå med överskott.".into()),
        goals: vec![element(n)],
        rule: Some("Minst hälften av målen ska nås.".into()),
        decision: by,
    }
}
/// The municipalities that Exempelstad compares itself with.
pub(crate) fn peers(n: u128) -> DescribePeers {
    DescribePeers {
        peers: PeersId(Uuid::from_u128(9_200 + n)),
        names: Names::swedish("Exempelnätverket"),
        members: ["Exempelby", "Påhittsund", "Provinge"]
            .map(Text::from)
            .to_vec(),
        note: None,
        source: None,
        since: None,
    }
}

/// What the municipalities of group `n` measured of the organisation's indicator in a year.
pub(crate) fn compared(n: u128, year: i16) -> RecordComparison {
    let figure = |municipality: &str, figure: &str| PeerFigure {
        municipality: municipality.into(),
        figure: figure.parse().unwrap(),
    };
    RecordComparison {
        indicator: ORGANISATION,
        peers: peers(n).peers,
        period: Period::Year(year),
        figures: vec![figure("Exempelby", "81.5"), figure("Provinge", "79")],
        source: source(1),
        since: None,
    }
}

/// Term `n` of the school committee.
pub(crate) fn elected(n: u128, from: &str, to: &str) -> SetTerm {
    SetTerm {
        term: term(n),
        body: SCHOOLS,
        from: day(from),
        to: day(to),
        source: None,
    }
}
/// Report `n`: the second interim report of 2017.
pub(crate) fn files(n: u128, by: DecisionId) -> FileReport {
    FileReport {
        report: report(n),
        body: None,
        year: 2017,
        occasion: ReportOccasion::InterimTwo,
        cut_off: day("2017-08-31"),
        basis: Basis::Decision(by),
        address: None,
        summary: None,
        messages: Vec::new(),
    }
}

/// Plan `n` of the school committee for 2017.
pub(crate) fn plans(n: u128) -> DraftPlan {
    DraftPlan {
        plan: plan(n),
        body: SCHOOLS,
        model: MODEL_A,
        period: Period::Year(2017),
        names: Names::swedish("Verksamhetsplan 2017"),
        since: None,
    }
}
/// Elements placed in plan `n`.
pub(crate) fn places(n: u128, elements: &[ElementId]) -> PlaceInPlan {
    PlaceInPlan {
        plan: plan(n),
        elements: elements.to_vec(),
        since: None,
    }
}

/// Arrangement `a` of plan `n`: the first one, where there was none.
pub(crate) fn arranges(n: u128, a: u128, rows: &[ElementId]) -> ArrangePlan {
    ArrangePlan {
        plan: plan(n),
        arrangement: arrangement(a),
        rows: rows.to_vec(),
        instead_of: None,
        since: None,
    }
}

/// Document `n` with wording `n * 100`: a plan that the school committee answers for.
pub(crate) fn writes(n: u128, slug: &str) -> DraftDocument {
    DraftDocument {
        document: document(n),
        slug: Slug::parse(slug).unwrap(),
        wording_id: wording(n * 100),
        wording: DocumentWording {
            title: Text::new(slug),
            kind: DocumentKind::Plan,
            meaning: None,
            case_number: None,
            applies_to: Default::default(),
            valid_from: None,
            valid_to: None,
            still_applied: false,
            until_replaced: false,
            responsible: Some(SCHOOLS),
            role: None,
            revised_by: None,
            revise_by: None,
            followed_up_by: None,
            replaces: vec![],
            replaces_unrecorded: None,
            governs: vec![],
            note: None,
            source: None,
        },
        instead_of: None,
        since: None,
    }
}
/// The act that adopts wording `w` of document `n`.
pub(crate) fn adopt_document(n: u128, w: u128) -> Act {
    Act::Adopt(Adoptable::Document(document(n)), wording(w))
}
/// External rule `n`, in force from a day.
pub(crate) fn law(n: u128, from: &str) -> RecordRule {
    RecordRule {
        document: document(n),
        slug: Slug::parse(&format!("exempellagen-{n}")).unwrap(),
        title: "Exempellagen".into(),
        number: Some("2010:1".into()),
        in_force_from: dated(from),
        in_force_to: None,
        concerns: None,
        source: None,
    }
}
/// Somebody checked rule `n`, in force from a day.
pub(crate) fn checks(n: u128, from: &str) -> CheckRule {
    CheckRule {
        document: document(n),
        source: SOURCE,
        number: Some("2010:1".into()),
        in_force_from: dated(from),
        in_force_to: None,
    }
}
/// Owner directive `n` to the company, in wording `w`.
pub(crate) fn directs(n: u128, w: u128) -> DraftDirective {
    DraftDirective {
        directive: directive(n),
        company: COMPANY,
        wording_id: wording(w),
        wording: DirectiveWording {
            title: "Ägardirektiv".into(),
            orders: vec![Text::new(format!("Bygg {w} hus."))],
            goals: vec![],
            source: None,
        },
        since: None,
    }
}
/// The act by which the council decides wording `w` of directive `n`.
pub(crate) fn decide_directive(n: u128, w: u128) -> Act {
    Act::Adopt(Adoptable::Directive(directive(n)), wording(w))
}
/// The act by which the general meeting adopts wording `w` of directive `n`.
pub(crate) fn adopt_directive(n: u128, w: u128) -> Act {
    Act::AdoptDirective(directive(n), wording(w))
}

/// Calls a round off.
pub(crate) fn calls_off(round: RoundId) -> CallOffRound {
    CallOffRound {
        round,
        reason: "Pandemi".into(),
    }
}

/// Somebody who works here, by a number of their own.
pub(crate) fn person(n: u128) -> PersonId {
    PersonId(Uuid::from_u128(9_000 + n))
}

/// A role that such a person has from 2016 on.
pub(crate) fn grant(n: u128, role: Role, body: BodyId) -> GrantRole {
    GrantRole {
        person: person(n),
        role,
        body,
        from: day("2016-01-01"),
        to: None,
    }
}
