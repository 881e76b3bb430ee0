//! App on a real store: what was performed is there again, and no word changes unseen.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod changed;
mod device;
mod factor;
mod facts;
mod journal;
mod listed;
mod passkeys;
mod people;
mod readings;
mod search;
mod site;
mod stopping;
mod telephone;
