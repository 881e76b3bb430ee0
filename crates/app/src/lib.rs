//! The one door: [`App::published`] makes views, [`App::perform`] carries out commands.
#![warn(missing_docs)]

mod app;
pub mod calendar;
pub mod changes;
pub mod clock;
pub mod comments;
pub mod drafts;
pub mod feedback;
pub mod followers;
pub mod imports;
pub mod links;
pub mod markdown;
mod ours;
pub mod passkeys;
pub mod passwords;
pub mod people;
pub mod proofread;
pub mod providers;
mod readings;
pub mod scenario;
pub mod search;
pub mod views;
pub mod work;
mod writer;

pub use app::{App, Imported, Performed, Unperformed};
pub use clock::Clock;
pub use readings::{Reading, Readings};
pub use views::Found;
