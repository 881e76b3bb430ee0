//! Identifiers. Each noun has its own type, so that a committee is never passed where a
//! goal is meant. They come with the command and are never made in `decide`.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }
    )*};
}

ids! {
    /// A body of the municipal group: council, committee, company, administration …
    BodyId,
    /// A public source: a page or document outside Riktning that a fact was found in.
    SourceId,
    /// A vision of the place (*vision*).
    VisionId,
    /// A governance model for one goal period (*styrmodell*).
    ModelId,
    /// A level of a model: strategic goal, process goal, commitment …
    LevelId,
    /// A scale of verdicts in a model (*bedömningsskala*).
    ScaleId,
    /// One value of a scale: met, partly met …
    ScaleValueId,
    /// A round that every year of a model has.
    YearlyRoundId,
    /// A node in a dimension: a perspective, a kind of value, a process …
    TopicId,
    /// Any one sentence of the plan, on a level.
    ElementId,
    /// One wording of an element or a vision: what a decision names when it adopts.
    WordingId,
    /// A link of the red thread.
    ThreadId,
    /// The set of elements that one body decides for one period (*plan*).
    PlanId,
    /// One order in which the rows of a plan stand.
    ArrangementId,
    /// A decision by a body or a delegate (*beslut*).
    DecisionId,
    /// An indicator (*indikator*).
    IndicatorId,
    /// A planning or follow-up occasion (*omgång*).
    RoundId,
    /// An assessment (*bedömning*).
    AssessmentId,
    /// A service notice (*driftinformation*).
    NoticeId,
    /// A page that the municipality writes itself.
    PageId,
    /// One time that answers of residents were erased.
    ErasureId,
    /// An office of the contact centre (*kontaktcenter*).
    OfficeId,
    /// A group of municipalities to compare with.
    PeersId,
    /// An entry in the ledger of frames.
    FrameEntryId,
    /// Printed accounts: a table of frames and outcomes.
    AccountsId,
    /// A governing document (*styrdokument*) or an external rule: they share one list.
    DocumentId,
    /// An owner directive to a company (*ägardirektiv*).
    DirectiveId,
    /// A report of a part of a year (*delårsrapport*, *årsredovisning*).
    ReportId,
    /// A term of office of a body (*mandattid*).
    TermId,
    /// The council's guidance for good financial management in a year.
    GuidanceId,
    /// What a source says beside the facts (*uppgift ur en källa*).
    NoteId,
    /// A person with a grant. The name lives in a row that can be erased, never here.
    PersonId,
}

impl ScaleValueId {
    /// The key of a value in maps and tests that need an order of their own.
    pub fn as_uuid(self) -> Uuid {
        self.0
    }
}
