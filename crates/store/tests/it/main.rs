//! One suite for every journal, and what only a file can show.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod comments;
mod contract;
mod drafts;
mod factors;
mod feedback;
mod feeds;
mod folders;
mod golden;
mod identities;
mod links;
mod log;
mod mail;
mod older;
mod opening;
mod passkeys;
mod people;
mod sample;
mod tampering;
mod verifier;
