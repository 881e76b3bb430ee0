//! The binary as an operator meets it: what it prints, how it ends, what it leaves behind.

mod answers;
mod refuses;
mod running;
