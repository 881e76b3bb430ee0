//! Texts, numbers, dates and sort order in Swedish, English and Finnish.
