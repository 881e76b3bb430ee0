//! The server and the page cache, driven over a loopback socket and in-process, with routes made
//! for the purpose: some panic, some wait, some say too much.

// Clippy's own exception for tests sees only functions marked as tests, not their helpers.
#![allow(clippy::unwrap_used)]

/// Asserts that a page says each of some words, and shows the page if it does not.
macro_rules! says {
    ($page:expr, $($text:expr),+ $(,)?) => {$(
        assert!($page.contains($text), "not said: {:?}\n{}", $text, $page);
    )+};
}

mod about;
mod access;
mod arranged;
mod as_told;
mod balance;
mod bodies;
mod cached;
mod calculated;
mod changes;
mod choosing;
mod clear;
mod closing;
mod comments;
mod compare;
mod compiled;
mod connections;
mod corrected;
mod crawl;
mod deciding;
mod decisions;
mod desk;
#[path = "../../../app/tests/it/device.rs"]
mod device;
mod directives_work;
mod documents_work;
mod drafts;
mod earlier;
mod failing;
mod feedback;
mod financial_management;
mod forecasts;
mod foundation;
mod gaps;
mod gaps_mended;
mod goals;
mod group;
mod handing_in;
mod history;
mod house;
mod inbox_work;
mod indicators_work;
mod kept_back;
mod language;
mod laws_work;
mod links;
mod load;
mod mail;
mod memorandum;
mod model_editor;
mod model_parts;
mod model_years;
mod models;
mod notes;
mod notices;
mod offices;
mod orders_and_lists;
mod organisation;
mod outcomes;
mod overview;
mod pages_work;
mod particulars;
mod passkeys;
mod people_work;
mod plan_and_decide;
mod planning_year;
mod pointed_at;
mod proposed;
mod proposed_links;
mod radar;
mod reached;
mod read;
mod referral;
mod refreshed;
mod reorganised;
mod reporting;
mod reports;
mod righting;
mod rounds;
mod search;
mod second_step;
mod service;
mod services;
mod site_map;
mod site_work;
mod taken_back;
#[path = "../../../app/tests/it/telephone.rs"]
mod telephone;
mod terms;
mod thread;
mod through;
mod told;
mod town;
mod translated;
mod translating;
mod walk;
mod year;
