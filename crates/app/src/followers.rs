//! What follows the journal from a place that it remembers, and does something outside with what it
//! reads there. Each sees every event at least once, and is made so that twice does no harm.

pub mod mail;
