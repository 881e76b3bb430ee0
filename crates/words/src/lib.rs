//! Every word on screen, in Swedish, English and Finnish: texts, numbers, dates, sort order and
//! soft hyphens.
//!
//! Texts are in `locales/`; nothing here and nothing in a template is a sentence. [`Words`] is
//! the door: `Words::of(Language::Sv).text("redacted")`.
//!
//! A test reads every call in the workspace and every file of `locales/`: a key that is used
//! exists, a key that exists is used, it is given the words that it takes, and all three
//! languages have it. A call may put its key together, `.text(&format!("month-{n}"))`. Where
//! that is done before the call, a comment in the same file names the beginning,
//! `// words-keys: error-*`; a file whose `.text("…")` is something else says
//! `// words-keys: none`.
#![warn(missing_docs)]

mod dates;
mod hyphens;
#[cfg(test)]
mod keys;
mod language;
mod lists;
mod marked;
mod numbers;
mod order;
mod refusals;
pub mod search;
mod texts;
mod units;

pub use language::Language;
pub use lists::Gender;
pub use marked::Marked;
pub use texts::Words;
