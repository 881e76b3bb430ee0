//! Routes, pages and the page cache.
