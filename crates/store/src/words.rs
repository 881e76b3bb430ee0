//! Which words a journal holds: for whoever translates what stands, and writes it a letter wrong.

use crate::{Journal, NotAnEvent, Row, StoreError, decode};
use riktning_domain::Event;
use std::collections::BTreeSet;

/// The kind of event whose words are those of other events, and stand nowhere by themselves.
const TRANSLATION: &str = "TextTranslated";

/// Those of the words that no event of the journal says, whole and letter by letter.
///
/// # Errors
/// [`StoreError`] if the journal cannot be read.
pub fn unsaid(
    journal: &dyn Journal,
    mut words: BTreeSet<String>,
) -> Result<BTreeSet<String>, StoreError> {
    journal.read(0, &mut |row| {
        let position = row.position;
        let said = said(row).map_err(|source| StoreError::Unreadable { position, source })?;
        for text in &said {
            words.remove(text);
        }
        Ok(())
    })?;
    Ok(words)
}

/// The texts of a row; none where they were erased, and are nobody's any more.
fn said(row: &Row) -> Result<Vec<String>, NotAnEvent> {
    if row.kind != TRANSLATION {
        let texts = row.texts.as_deref().unwrap_or("[]");
        return Ok(serde_json::from_str(texts)?);
    }
    // Who made it is said there; what it translates is only quoted.
    let by = match decode(row)?.event {
        Event::TextTranslated(made) => made.by.as_str().map(str::to_owned),
        _ => None,
    };
    Ok(by.into_iter().collect())
}
