//! The journal: rows, hash chain, blobs and tables, in memory and in SQLite. The only SQL.
