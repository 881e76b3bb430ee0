//! Every word on screen, in Swedish, English and Finnish: texts, numbers, dates, sort order and
//! soft hyphens.
//!
//! Texts are in `locales/`; nothing here and nothing in a template is a sentence.
#![warn(missing_docs)]

mod dates;
mod hyphens;
mod language;
mod lists;
mod numbers;
mod order;
mod refusals;
mod texts;

pub use language::Language;
pub use texts::Words;
