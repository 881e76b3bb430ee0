//! What comes in from files.

pub mod facts;
