//! Every rule: a case that reaches the refusal, and its neighbour that is accepted.

mod assessments;
mod bodies;
mod criteria;
mod days;
mod decisions;
mod directives;
pub(crate) mod documents;
mod elements;
mod ended;
mod external_rules;
mod financial_management;
mod frames;
mod group;
mod idempotence;
mod indicators;
mod jurisdiction;
mod models;
mod plans;
mod quashed;
pub(crate) mod reports;
mod site;
mod terms;
mod threads;
mod topics;
pub(crate) mod visibility;
mod year;
