//! Which words a journal holds: for whoever translates what stands, and writes it a letter wrong.

use crate::{Journal, StoreError};
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
    let mut strip = |row: &crate::Row| {
        // What was erased is `None`, and nobody's words any more.
        let texts = row.texts.as_deref().unwrap_or("[]");
        let texts: Vec<String> = serde_json::from_str(texts).unwrap_or_default();
        let said = match row.kind == TRANSLATION {
            // Who made it is said there; what it translates is only quoted.
            true => texts.last().map(std::slice::from_ref).unwrap_or_default(),
            false => &texts,
        };
        for text in said {
            words.remove(text);
        }
        Ok(())
    };
    journal.read(0, &mut strip)?;
    Ok(words)
}
