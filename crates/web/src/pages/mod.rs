//! Placeholder.
pub mod errors;
pub use errors::bad_day;
