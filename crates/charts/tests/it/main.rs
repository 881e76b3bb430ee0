//! The charts as a reader, a program and a printer meet them.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod drawings;
mod long;
mod properties;
mod samples;
#[allow(
    dead_code,
    reason = "the drawing's own table; the tests need one function of it"
)]
#[path = "../../src/widths.rs"]
mod widths;
