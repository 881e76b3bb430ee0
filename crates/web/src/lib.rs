//! The public site: routes, pages, and the server that gives them away as bytes.
//!
//! A request for a page meets, in this order: the [`server`] (deadlines and limits of its
//! connection), the page cache ([`cache`]), and only if the cache has no current bytes, the
//! router and a page of `pages`. What comes out is compressed once (`compress`), gets its
//! response head with the [`security`] headers, and is kept.
//!
//! Nothing here reads State: pages are made from the views of `riktning_app`.

pub mod assets;
pub mod cache;
pub mod caller;
pub(crate) mod compress;
pub mod dates_in_query;
pub(crate) mod door;
pub mod failure;
pub(crate) mod form;
pub mod pages;
pub mod paths;
pub mod routes;
pub mod security;
pub mod server;
pub mod work;

pub use cache::Keep;
pub use caller::Caller;
pub use dates_in_query::AsOf;
pub use failure::Failure;
pub use server::{Limits, ServeError, Settings, Site, serve};
