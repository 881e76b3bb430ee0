//! The public site's own things: service notices, the contact centre with its hours, who is
//! responsible for each page, and translations. An editor publishes them; publishing is all there
//! is to it.

pub mod answers;
pub mod hours;
pub mod notices;
pub mod offices;
pub mod pages;
pub mod translations;
pub mod written;

use crate::command::Now;
use crate::refusal::Refusal;
use crate::texts::{Names, Text};

/// A name that must be there in Swedish, and must say something where it is translated.
fn said(names: &Names, field: &'static str) -> Result<(), Refusal> {
    let all = [Some(&names.sv), names.en.as_ref(), names.fi.as_ref()];
    if all.into_iter().flatten().any(Text::is_blank) {
        return Err(Refusal::Blank { field });
    }
    Ok(())
}

/// An address that a page may link to.
fn is_address(url: &Text) -> Result<(), Refusal> {
    match url.as_str() {
        Some(url) if !crate::sources::is_web_address(url) => Err(Refusal::NotAnAddress {
            url: url.to_owned(),
        }),
        Some(_) | None => Ok(()),
    }
}

/// What only an import may say, since only a source outside can have said it.
fn only_from_a_source(now: Now, said: bool) -> Result<(), Refusal> {
    if said && !now.imports() {
        return Err(Refusal::MayNotBackDate);
    }
    Ok(())
}
