//! Exempelstad: an invented town with four bodies, two models that share no level, and
//! everything that a test may refer to.

use crate::commands::{board, company, council, indicator, model_a, model_b, schools};
use crate::world::{World, dated, import};
use riktning_domain::bodies::FoundBody;
use riktning_domain::group::DescribeGroup;
use riktning_domain::ids::{
    AccountsId, ArrangementId, AssessmentId, BodyId, DecisionId, DirectiveId, DocumentId,
    ElementId, FrameEntryId, GuidanceId, IndicatorId, LevelId, ModelId, NoteId, PersonId, PlanId,
    ReportId, RoundId, ScaleId, ScaleValueId, SourceId, TermId, ThreadId, TopicId, VisionId,
    WordingId,
};
use riktning_domain::indicators::Class;
use riktning_domain::models::PutModelInForce;
use riktning_domain::rounds::{Occasion, OpenRound};
use riktning_domain::sources::CiteSource;
use riktning_domain::topics::{DescribeTopic, Dimension, TopicDescription};
use riktning_domain::visions::{DraftVision, VisionWording};
use riktning_domain::{Names, Text};
use uuid::Uuid;

const fn uuid(kind: u128, n: u128) -> Uuid {
    Uuid::from_u128((kind << 64) | n)
}

pub(crate) const KIM: PersonId = PersonId(uuid(1, 1));

pub(crate) const COUNCIL: BodyId = BodyId(uuid(2, 1));
pub(crate) const BOARD: BodyId = BodyId(uuid(2, 2));
pub(crate) const SCHOOLS: BodyId = BodyId(uuid(2, 3));
pub(crate) const COMPANY: BodyId = BodyId(uuid(2, 4));

pub(crate) const SOURCE: SourceId = SourceId(uuid(3, 1));
pub(crate) const VISION: VisionId = VisionId(uuid(4, 1));
pub(crate) const VISION_WORDING: WordingId = WordingId(uuid(5, 9000));

/// 2016–2019: goals, commitments, activities.
pub(crate) const MODEL_A: ModelId = ModelId(uuid(6, 1));
/// 2020–2023: aims and tasks; a task may stand without an aim.
pub(crate) const MODEL_B: ModelId = ModelId(uuid(6, 2));
pub(crate) const GOAL: LevelId = LevelId(uuid(7, 1));
pub(crate) const COMMITMENT: LevelId = LevelId(uuid(7, 2));
pub(crate) const ACTIVITY: LevelId = LevelId(uuid(7, 3));
pub(crate) const AIM: LevelId = LevelId(uuid(7, 4));
pub(crate) const TASK: LevelId = LevelId(uuid(7, 5));
pub(crate) const SCALE: ScaleId = ScaleId(uuid(8, 1));
pub(crate) const MET: ScaleValueId = ScaleValueId(uuid(9, 1));
pub(crate) const PARTLY: ScaleValueId = ScaleValueId(uuid(9, 2));
pub(crate) const NOT_MET: ScaleValueId = ScaleValueId(uuid(9, 3));
/// A value of no scale.
pub(crate) const ELSEWHERE: ScaleValueId = ScaleValueId(uuid(9, 4));

pub(crate) const OUTWARD: TopicId = TopicId(uuid(10, 1));
pub(crate) const INWARD: TopicId = TopicId(uuid(10, 2));
pub(crate) const SCHOOLING: TopicId = TopicId(uuid(10, 3));

pub(crate) const ORGANISATION: IndicatorId = IndicatorId(uuid(11, 1));
pub(crate) const PLACE: IndicatorId = IndicatorId(uuid(11, 2));
pub(crate) const KEY_FIGURE: IndicatorId = IndicatorId(uuid(11, 3));

/// The interim round of 2017, with the cut-off 31 August.
pub(crate) const ROUND: RoundId = RoundId(uuid(12, 1));

/// Element number `n`.
pub(crate) const fn element(n: u128) -> ElementId {
    ElementId(uuid(13, n))
}
/// Wording number `n`.
pub(crate) const fn wording(n: u128) -> WordingId {
    WordingId(uuid(5, n))
}
/// Thread number `n`.
pub(crate) const fn thread(n: u128) -> ThreadId {
    ThreadId(uuid(14, n))
}
/// Decision number `n`.
pub(crate) const fn decision(n: u128) -> DecisionId {
    DecisionId(uuid(15, n))
}
/// Plan number `n`.
pub(crate) const fn plan(n: u128) -> PlanId {
    PlanId(uuid(16, n))
}
/// Arrangement number `n`.
pub(crate) const fn arrangement(n: u128) -> ArrangementId {
    ArrangementId(uuid(43, n))
}
/// Assessment number `n`.
pub(crate) const fn assessment(n: u128) -> AssessmentId {
    AssessmentId(uuid(17, n))
}
/// Entry number `n` of the ledger of frames.
pub(crate) const fn frame_entry(n: u128) -> FrameEntryId {
    FrameEntryId(uuid(18, n))
}
/// Accounts number `n`.
pub(crate) const fn accounts(n: u128) -> AccountsId {
    AccountsId(uuid(19, n))
}
/// Document or rule number `n`.
pub(crate) const fn document(n: u128) -> DocumentId {
    DocumentId(uuid(38, n))
}
/// Owner directive number `n`.
pub(crate) const fn directive(n: u128) -> DirectiveId {
    DirectiveId(uuid(39, n))
}
/// Report number `n`.
pub(crate) const fn note(n: u128) -> NoteId {
    NoteId(uuid(30, n))
}

pub(crate) const fn report(n: u128) -> ReportId {
    ReportId(uuid(42, n))
}
/// Term of office number `n`.
pub(crate) const fn term(n: u128) -> TermId {
    TermId(uuid(43, n))
}
/// Guidance number `n`.
pub(crate) const fn guidance(n: u128) -> GuidanceId {
    GuidanceId(uuid(44, n))
}
/// Body number `n`, from 5.
pub(crate) const fn body(n: u128) -> BodyId {
    BodyId(uuid(2, n))
}
/// Topic number `n`, from 4.
pub(crate) const fn topic(n: u128) -> TopicId {
    TopicId(uuid(10, n))
}
/// Source number `n`, from 2.
pub(crate) const fn source(n: u128) -> SourceId {
    SourceId(uuid(3, n))
}
/// Model number `n`, from 3.
pub(crate) const fn model(n: u128) -> ModelId {
    ModelId(uuid(6, n))
}
/// Round number `n`, from 2.
pub(crate) const fn round(n: u128) -> RoundId {
    RoundId(uuid(12, n))
}

/// A topic with a Swedish name.
pub(crate) fn topic_named(id: TopicId, dimension: Dimension, name: &str) -> DescribeTopic {
    DescribeTopic {
        topic: id,
        description: TopicDescription {
            last_day: None,
            dimension,
            names: Names::swedish(name),
            meaning: None,
            parent: None,
            order: 0,
            direction: None,
            owner: None,
            source: None,
        },
        since: Some(dated("2015")),
    }
}

/// The interim round of 2017.
pub(crate) fn interim() -> OpenRound {
    OpenRound {
        round: ROUND,
        model: MODEL_A,
        names: Names::swedish("Delårsrapport 2, 2017"),
        occasion: Occasion::Interim,
        cut_off: crate::world::day("2017-08-31"),
        opens: None,
        deadlines: vec![],
        meetings: vec![],
        asks_for: vec![],
        levels: Vec::new(),
        compiling: None,
        made_of: None,
        since: Some(dated("2017-06-01")),
    }
}

/// A vision, drafted.
pub(crate) fn vision() -> DraftVision {
    DraftVision {
        vision: VISION,
        wording_id: VISION_WORDING,
        wording: VisionWording {
            title: Text::new("Exempelstad för alla"),
            slogan: None,
            horizon: Some(2030),
            statements: vec![Text::new("Här lyckas var och en.")],
            source: None,
        },
        since: Some(dated("2015")),
    }
}

/// The four bodies alone, and what an import cites.
pub(crate) fn bodies() -> World {
    let now = import("2015-01-02");
    World::default()
        .and(
            now,
            DescribeGroup {
                name: "Exempelstads kommun".into(),
                place: "Exempelstad".into(),
                code: None,
                invented: true,
            },
        )
        .and(
            now,
            CiteSource {
                source: SOURCE,
                title: "Påhittad källa".into(),
                url: Some("https://exempel.invalid/kalla".into()),
            },
        )
        .and(now, council())
        .and(now, board())
        .and(now, schools())
        .and(now, company())
}

/// Everything but elements: bodies, both models in force, topics, indicators, the round.
pub(crate) fn exempelstad() -> World {
    let now = import("2015-01-02");
    let in_force = |model, since| PutModelInForce {
        model,
        since: Some(dated(since)),
    };
    bodies()
        .and(now, topic_named(OUTWARD, Dimension::Perspective, "Utåt"))
        .and(now, topic_named(INWARD, Dimension::Perspective, "Inåt"))
        .and(now, topic_named(SCHOOLING, Dimension::Process, "Lärande"))
        .and(now, model_a())
        .and(now, model_b())
        .and(now, in_force(MODEL_A, "2015-01-01"))
        .and(now, in_force(MODEL_B, "2015-01-02"))
        .and(now, vision())
        .and(
            now,
            indicator(ORGANISATION, "behoriga", Class::Organisation),
        )
        .and(now, indicator(PLACE, "arbetslosa", Class::Place))
        .and(now, indicator(KEY_FIGURE, "larartathet", Class::KeyFigure))
        .and(import("2017-06-01"), interim())
}

/// The bodies of the town, for tests that need another of the same kind.
pub(crate) fn another_committee(n: u128, slug: &str, from: &str) -> FoundBody {
    FoundBody {
        body: body(n),
        slug: riktning_domain::Slug::parse(slug).unwrap(),
        names: Names::swedish("Ännu en nämnd"),
        from: dated(from),
        ..schools()
    }
}
