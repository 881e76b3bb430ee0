//! What comes in from files.

pub mod facts;
pub mod site;
