//! The rules of Riktning, told as given–when–then over Exempelstad, where everything is
//! invented, and as properties over random histories of the same town.
#![allow(clippy::unwrap_used, reason = "a test says what it expects by failing")]

mod calculated;
mod checker;
mod commands;
mod compiled;
mod dump;
mod exempelstad;
mod gaps;
mod histories;
mod history;
mod inside;
mod kinds;
mod permissions;
mod properties;
mod published;
mod rules;
mod silent;
mod site;
mod told;
mod values;
mod world;
