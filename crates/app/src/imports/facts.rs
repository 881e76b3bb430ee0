//! A file of public facts about a municipality, each with its source.
//!
//! [`read`] knows the file's shape and never its values: any municipality can be written so.
//! It answers with every fault at once, each with its path. [`Facts::plan`] turns what was
//! read into commands, through the same rules as everybody's; what this version has no place
//! for is reported, never dropped in silence.

mod calendar;
mod directions;
mod exact;
pub(crate) mod facts_site;
mod figures;
mod foundation;
mod indicators;
pub(crate) mod json;
mod judged;
mod limits;
mod named;
mod networks;
mod notes;
mod plan;
pub(crate) mod reader;
mod references;
mod rules;
mod sections;
mod swedish;
mod year;
mod years;

pub use plan::{Plan, Reason, Reported};
pub use reader::{Fault, FaultKind};

use reader::Reader;
use sections::Sections;

/// The largest file that is read, in bytes.
pub const MOST: usize = 32 << 20;

/// A file of facts that was read without fault.
#[derive(Debug)]
pub struct Facts {
    pub(crate) sections: Sections,
}

/// Reads a file of facts.
///
/// # Errors
/// Every fault with its path; then there is nothing to plan.
pub fn read(bytes: &[u8]) -> Result<Facts, Vec<Fault>> {
    if bytes.len() > MOST {
        return Err(vec![Fault::of("", FaultKind::TooLarge)]);
    }
    let (value, twice) = json::read(bytes).map_err(|error| {
        vec![Fault::of(
            "",
            FaultKind::NotJson {
                line: error.line,
                column: error.column,
            },
        )]
    })?;
    let reader = Reader::with(twice);
    let sections = Sections::read(&reader, &value);
    let faults = reader.into_faults();
    if faults.is_empty() {
        Ok(Facts { sections })
    } else {
        Err(faults)
    }
}
