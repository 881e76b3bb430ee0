//! Search over everything published. Like a page it is a function of `Published`: the index is
//! made anew when what residents see has changed, knows every wording that they have seen on
//! any day, and answers for the day that is asked for.
//!
//! What is not public is in no lens and so in no index: not as a hit, not in a count, and not
//! as a word that is offered instead of a slip of the pen.

mod index;
mod mark;
mod query;
mod texts;

pub use index::{Answer, Index};
pub use mark::{Marked, extract, mark};
pub use query::{BadQuery, LONGEST, Query};
pub use texts::{Kind, Part, Said, Target, said};
