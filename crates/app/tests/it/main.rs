//! App on a real store: what was performed is there again, and no word changes unseen.

mod journal;
