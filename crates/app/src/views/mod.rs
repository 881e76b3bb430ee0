//! What each page knows: small owned structs, one file per page.
//!
//! A view speaks no language: it holds days, figures, names in up to three languages and
//! enumerations; the page turns them into words. Public views are made from
//! [`riktning_domain::Published`] and a day, and so cannot hold a draft or a person.

pub mod about;
pub mod annual_plan;
pub mod balance;
pub mod bodies;
pub mod changes;
pub mod chart;
pub mod commitment;
pub mod compare;
pub mod contact;
pub mod corrected;
pub mod criteria;
pub mod direction;
pub mod documents;
pub mod element_links;
pub mod financial_management;
pub mod frame;
pub mod goal;
pub mod group;
pub mod indicators;
pub mod judgement;
pub mod listed;
pub mod money;
pub mod notes;
pub mod notices;
mod placed;
pub mod quashed;
pub mod reports;
pub mod righted;
pub mod search;
pub mod services;
pub mod site;
pub mod site_map;
pub mod start;
pub mod system;
pub mod tally;
pub mod topics;
pub mod vision;
pub mod ways;
pub mod written;

pub use frame::{Basis, Found, Frame, GoalLink, SourceLink, TopicName};
