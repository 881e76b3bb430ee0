//! Visions: how the place shall be, beyond any goal period.

use crate::command::{Now, Outcome};
use crate::dates::Dated;
use crate::decisions::Adoption;
use crate::event::{Event, Recorded};
use crate::ids::{SourceId, VisionId, WordingId};
use crate::refusal::{Fact, Refusal};
use crate::state::{State, stood_by};
use crate::texts::Text;
use crate::timeline::Timeline;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// Drafts a vision, or proposes another wording of it. It stands when a decision adopts it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DraftVision {
    /// Which vision.
    pub vision: VisionId,
    /// This wording: what a decision names.
    pub wording_id: WordingId,
    /// What it says.
    pub wording: VisionWording,
    /// From which day; only an import may say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<Dated>,
}

/// What a vision says about the place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct VisionWording {
    /// What it is called.
    pub title: Text,
    /// Its slogan.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub slogan: Option<Text>,
    /// The year it looks to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub horizon: Option<i16>,
    /// What it says.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub statements: Vec<Text>,
    /// Where its text was found.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<SourceId>,
}

/// Everything recorded about one vision.
#[derive(Clone, Debug, Default)]
pub struct Vision {
    pub(crate) drafts: Timeline<(WordingId, Arc<VisionWording>)>,
    pub(crate) adopted: Timeline<Adoption>,
}

impl Vision {
    pub(crate) fn wording(&self, id: WordingId) -> Option<&Arc<VisionWording>> {
        self.drafts
            .entries()
            .iter()
            .find(|e| e.value.0 == id)
            .map(|e| &e.value.1)
    }
}

pub(crate) fn draft(state: &State, now: Now, command: DraftVision) -> Outcome {
    if command.wording.title.is_blank() {
        return Err(Refusal::Blank {
            field: "wording.title",
        });
    }
    if let Some(source) = command.wording.source {
        state.source_known(source)?;
    }
    let on = now.on_recording(command.since)?;
    if let Some(vision) = state.visions.get(&command.vision)
        && let Some(same) = vision.wording(command.wording_id)
    {
        return if **same == command.wording {
            Ok(Vec::new())
        } else {
            Err(Refusal::TwiceTheSame)
        };
    }
    Ok(vec![now.happened(on, Event::VisionDrafted(command))])
}

pub(crate) fn apply_drafted(state: &mut State, at: &Recorded, event: &DraftVision) {
    let vision = Arc::make_mut(state.visions.entry(event.vision).or_default());
    let wording = (event.wording_id, Arc::new(event.wording.clone()));
    vision.drafts.insert(at.on, at.position, wording);
}

/// What the rules ask.
impl State {
    pub(crate) fn vision_known(&self, id: VisionId, on: Date) -> Result<&Vision, Refusal> {
        let vision = self
            .visions
            .get(&id)
            .ok_or(Refusal::Unknown { fact: Fact::Vision })?;
        stood_by(vision.drafts.entries(), on, Fact::Vision)?;
        Ok(vision)
    }
}
