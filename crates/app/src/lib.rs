//! The one door: `app.view(..)` and `app.perform(..)`.
#![warn(missing_docs)]

pub mod scenario;
pub mod views;

pub use views::Found;
