//! The rules of a municipal governance system (*styrsystem*), pure.
//!
//! No input or output, no clock, no randomness: time and identifiers come with the
//! command. A newcomer finds the rule that says X in the module of the noun that X is
//! about; [`command`] and [`event`] are the tables of contents.
//!
//! Four functions join the concepts:
//!
//! - [`permissions::permit`] and [`permissions::may_read`] hold every permission,
//! - [`decide`] holds every rule,
//! - [`State::apply`] holds none and cannot fail.
#![warn(missing_docs)]

mod adoptions;
pub mod assessments;
pub mod bodies;
pub mod command;
pub mod comments;
pub mod comparisons;
pub mod compiled;
mod corrections;
pub mod criteria;
pub mod dates;
pub mod decisions;
pub mod directives;
pub mod document_types;
pub mod documents;
pub mod elements;
pub mod event;
pub mod evidence;
pub mod external_rules;
pub mod figures;
pub mod financial_management;
pub mod frames;
pub mod group;
pub mod holidays;
pub mod ids;
pub mod indicators;
pub mod inside;
mod jurisdiction;
pub mod law_days;
pub mod lens;
pub mod local_time;
pub mod models;
pub mod money;
pub mod notes;
pub mod odd;
pub mod periods;
pub mod permissions;
pub mod personal_numbers;
pub mod plans;
pub mod proposals;
pub mod published;
pub mod refusal;
pub mod register;
pub mod reports;
pub mod rounds;
pub mod shares;
pub mod site;
pub mod slugs;
pub mod sources;
pub mod state;
pub mod terms;
pub mod texts;
pub mod threads;
pub mod timeline;
pub mod topics;
pub mod visibility;
pub mod visions;

pub use command::{Command, Now, decide};
pub use dates::{Dated, Precision};
pub use event::{Event, Happened, Recorded};
pub use figures::Figure;
pub use inside::Inside;
pub use money::{Money, MoneyUnit};
pub use periods::Period;
pub use permissions::User;
pub use published::Published;
pub use refusal::Refusal;
pub use slugs::Slug;
pub use state::State;
pub use texts::{Names, Text};
pub use timeline::{Entry, Timeline};
