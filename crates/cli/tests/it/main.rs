//! The binary as an operator meets it: what it prints, how it ends, what it leaves behind.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod answers;
mod people;
mod providers;
mod refuses;
mod running;
mod site;
mod told;
