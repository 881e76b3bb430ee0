//! What a round asks to be judged: rows of which levels, who compiles it for council, and what of the whole.

use riktning_domain::compiled::{Compiling, compiles};
use riktning_domain::ids::{BodyId, LevelId, ModelId};
use riktning_domain::models::{Level, ModelDefinition};
use riktning_domain::topics::Dimension;
use riktning_domain::{Inside, Names};

/// What can be asked for in a round of follow-up.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Askable {
    /// The levels that are judged, by the models that are in force or to come: each name once.
    pub levels: Vec<(LevelId, Names)>,
    /// The bodies that can compile a round for council.
    pub compilers: Vec<(BodyId, Names)>,
    /// The dimensions whose topics can be judged, where there are any.
    pub topics: Vec<Dimension>,
}

fn judged(model: &ModelDefinition) -> impl Iterator<Item = &Level> {
    model.levels.iter().filter(|level| level.scale.is_some())
}

/// A level by its id, in whatever model it stands.
fn level(i: Inside<'_>, id: LevelId) -> Option<Level> {
    let models = i.planned_models().into_iter();
    let mut levels = models.filter_map(|model| model.definition.level(id).cloned());
    levels.next()
}

/// The levels of a model that are meant where those of another may have been chosen: the same, or those that
/// are called the same. All that are judged are the same as none said.
pub(super) fn in_model(i: Inside<'_>, model: ModelId, chosen: &[LevelId]) -> Vec<LevelId> {
    let Some(model) = i.planned_model(model) else {
        return chosen.to_vec();
    };
    let chosen: Vec<Level> = chosen.iter().filter_map(|id| level(i, *id)).collect();
    let is_meant = |level: &Level| {
        let mut chosen = chosen.iter();
        chosen.any(|of| of.id == level.id || of.names.sv == level.names.sv)
    };
    let all: Vec<&Level> = judged(model.definition).collect();
    let meant = all.iter().filter(|level| is_meant(level));
    let meant: Vec<LevelId> = meant.map(|level| level.id).collect();
    match meant.len() == all.len() {
        true => Vec::new(),
        false => meant,
    }
}

impl Askable {
    /// What can be asked for by the day; what a round asks for already is among it.
    pub(super) fn of<'a>(
        i: Inside<'_>,
        asked: &(impl Iterator<Item = &'a Compiling> + Clone),
    ) -> Askable {
        let p = i.published();
        let mut levels: Vec<(LevelId, Names)> = Vec::new();
        for model in i.planned_models() {
            for level in judged(model.definition) {
                if levels.iter().all(|(_, known)| known.sv != level.names.sv) {
                    levels.push((level.id, level.names.clone()));
                }
            }
        }
        let compilers = p.bodies().filter(|known| {
            let is_asked = asked.clone().any(|by| by.body == known.id);
            is_asked || (compiles(known.kind()) && !known.has_ended())
        });
        let dimensions = [Dimension::Process, Dimension::Perspective].into_iter();
        Askable {
            levels,
            compilers: compilers.map(|b| (b.id, b.name.names.clone())).collect(),
            topics: dimensions
                .filter(|of| !p.topics_from(*of, i.today()).is_empty())
                .collect(),
        }
    }
}
