//! A model for each goal period.

use super::super::directions::PeriodIn;
use super::super::swedish;
use super::{Planner, Reason, capital};
use riktning_domain::ids::{ModelId, ScaleId};
use riktning_domain::indicators::Interpretation;
use riktning_domain::models::{
    DefineModel, Level, ModelDefinition, Purpose, PutModelInForce, Scale, ScaleValue, Support,
    Upward,
};
use riktning_domain::topics::Dimension;
use riktning_domain::{Command, Dated, Names, Text};

impl Planner<'_> {
    pub(super) fn models(&mut self) {
        let mut periods: Vec<&PeriodIn> = self.facts.periods.iter().collect();
        periods.sort_by_key(|p| p.period);
        let mut before: Option<ModelId> = None;
        for period in periods {
            let since = Dated::not_found(period.period.first_day());
            if since.day() > self.today {
                self.report(&period.path, Reason::NotYet);
                continue;
            }
            let model = self.model(period);
            let command = DefineModel {
                model,
                definition: self.definition(period, before),
                since: Some(since),
            };
            self.add(&period.path, Command::DefineModel(command));
            let command = PutModelInForce {
                model,
                since: Some(since),
            };
            self.add(&period.path, Command::PutModelInForce(command));
            before = Some(model);
        }
    }

    fn definition(&self, period: &PeriodIn, follows: Option<ModelId>) -> ModelDefinition {
        let [sv, en, fi] = swedish::STRATEGIC_GOAL;
        let scale_id = ScaleId(self.id("scale", &period.id));
        let values = self.facts.judged.goal_scale.iter().map(|word| {
            let (counts_as, shape) = swedish::counts_as(word);
            ScaleValue {
                id: self.scale_value(period, word),
                names: Names::swedish(capital(word)),
                forecast: None,
                shape,
                counts_as,
            }
        });
        let values: Vec<ScaleValue> = values.collect();
        let judged = !values.is_empty();
        let scale = Scale {
            id: scale_id,
            names: Names::swedish(sv),
            values,
        };
        ModelDefinition {
            names: Names::swedish(period.name.as_str()),
            period: period.period,
            period_not_found: !period.found,
            follows,
            levels: [Level {
                id: self.level(period),
                names: Names::all(sv, en, fi),
                names_of_many: None,
                purpose: Purpose::StrategicGoal,
                supports: vec![
                    Support {
                        upward: Upward::Vision,
                        required: false,
                        interpretation: Interpretation::Stated,
                    },
                    Support {
                        upward: Upward::Topic(Dimension::Perspective),
                        required: false,
                        interpretation: Interpretation::Stated,
                    },
                ],
                owners: Vec::new(),
                decided_by: Vec::new(),
                measured: true,
                scale: judged.then_some(scale_id),
                closed_only_by_decision: false,
                decided_within: None,
                seasons: Vec::new(),
                criteria: Vec::new(),
            }]
            .into_iter()
            .chain(self.kinds(period))
            .chain(self.told_levels(period))
            .chain(self.service_level(period))
            .collect(),
            scales: judged
                .then_some(scale)
                .into_iter()
                .chain(self.financial_management_scale(period))
                .chain(self.process_scale(period))
                .collect(),
            dimensions: vec![
                Dimension::Perspective,
                Dimension::ValueCreated,
                Dimension::Process,
                Dimension::CoreValue,
            ],
            limits: Vec::new(),
            yearly: Vec::new(),
            note: period.note.as_deref().map(Text::from),
            source: self.source_id(&period.source),
        }
    }
}
