//! The tables of second factors, in memory.

use super::MemoryJournal;
use crate::error::StoreError;
use crate::factors::{Factor, FactorProof, FactorTable, TakenFactor};
use riktning_domain::ids::PersonId;

impl FactorTable for MemoryJournal {
    fn factors(&self) -> Result<Vec<Factor>, StoreError> {
        Ok(self.factors.values().cloned().collect())
    }

    fn taken_factors(&self) -> Result<Vec<TakenFactor>, StoreError> {
        Ok(self.taken.values().copied().collect())
    }

    fn keep_factor(&mut self, factor: &Factor) -> Result<bool, StoreError> {
        if !self.people.contains_key(&factor.person) {
            return Ok(false);
        }
        let mut factor = factor.clone();
        factor.codes.sort_unstable();
        self.taken.remove(&factor.person);
        self.factors.insert(factor.person, factor);
        Ok(true)
    }

    fn use_factor(&mut self, person: PersonId, proof: FactorProof) -> Result<bool, StoreError> {
        let Some(factor) = self.factors.get_mut(&person) else {
            return Ok(false);
        };
        Ok(match proof {
            FactorProof::Step(step) => {
                let is_later = step > factor.step;
                factor.step = step.max(factor.step);
                is_later
            }
            FactorProof::Code(code) => {
                let before = factor.codes.len();
                factor.codes.retain(|own| *own != code);
                factor.codes.len() < before
            }
        })
    }

    fn end_factor(
        &mut self,
        person: PersonId,
        taken: Option<TakenFactor>,
    ) -> Result<bool, StoreError> {
        let ended = self.factors.remove(&person).is_some();
        if let Some(taken) = taken.filter(|_| ended) {
            self.taken.insert(person, taken);
        }
        Ok(ended)
    }
}
