//! The only error that becomes a response.
//!
//! A handler answers `Result<_, Failure>`. A failure on its way out holds no words: the server
//! turns it into a page in the reader's language (`pages::errors`), gives what is our fault a
//! reference, and logs it once. What went wrong inside never reaches the browser.

use crate::dates_in_query::BadDay;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use std::error::Error;
use std::fmt::Write as _;
use std::sync::Arc;

/// Why there is no page.
#[derive(Clone, Debug, thiserror::Error)]
pub enum Failure {
    /// Nothing is there, or nothing that this reader may see.
    #[error("there is no such page")]
    NotFound,
    /// The day asked for cannot be shown.
    #[error("the day asked for cannot be shown")]
    BadDay(BadDay),
    /// The request makes no sense, as an address that is not UTF-8.
    #[error("the request cannot be understood")]
    BadRequest,
    /// A form was sent that is no answer to what the page asks.
    #[error("the form is no answer")]
    NoAnswer,
    /// A form of the work area that asks for nothing that its page offers.
    #[error("the form asks for nothing that its page offers")]
    NoDeed,
    /// The address exists but not for this method.
    #[error("the address does not answer to this method")]
    MethodNotAllowed,
    /// The body did not arrive in time.
    #[error("the body did not arrive in time")]
    TooSlow,
    /// The body is larger than it may be.
    #[error("the body is too large")]
    BodyTooLarge,
    /// The address is longer than any of ours.
    #[error("the address is too long")]
    AddressTooLong,
    /// The head of the request is larger than it may be.
    #[error("the head of the request is too large")]
    HeadTooLarge,
    /// A form was sent by a page that is not ours.
    #[error("the form was not sent by a page of ours")]
    OtherSite,
    /// One address, or all of them, have answered more than residents do.
    #[error("too many answers in a short while")]
    TooMany,
    /// Nothing can be written just now, and nothing was.
    #[error("nothing can be written")]
    Unwritten(#[source] Arc<dyn Error + Send + Sync>),
    /// More pages are being made than the machine manages just now.
    #[error("too many pages are being made at once")]
    Busy,
    /// Our fault.
    #[error("internal")]
    Internal(#[source] Arc<dyn Error + Send + Sync>),
}

impl Failure {
    /// A fault of ours, with the error that tells it to the log.
    pub fn internal(error: impl Error + Send + Sync + 'static) -> Self {
        Failure::Internal(Arc::new(error))
    }

    /// Nothing was written, with the error that tells it to the log.
    pub fn unwritten(error: impl Error + Send + Sync + 'static) -> Self {
        Failure::Unwritten(Arc::new(error))
    }

    /// The status of the response.
    pub fn status(&self) -> StatusCode {
        match self {
            Failure::NotFound => StatusCode::NOT_FOUND,
            Failure::BadDay(_) | Failure::BadRequest | Failure::NoAnswer | Failure::NoDeed => {
                StatusCode::BAD_REQUEST
            }
            Failure::MethodNotAllowed => StatusCode::METHOD_NOT_ALLOWED,
            Failure::TooSlow => StatusCode::REQUEST_TIMEOUT,
            Failure::BodyTooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Failure::AddressTooLong => StatusCode::URI_TOO_LONG,
            Failure::HeadTooLarge => StatusCode::REQUEST_HEADER_FIELDS_TOO_LARGE,
            Failure::OtherSite => StatusCode::FORBIDDEN,
            Failure::TooMany => StatusCode::TOO_MANY_REQUESTS,
            Failure::Busy | Failure::Unwritten(_) => StatusCode::SERVICE_UNAVAILABLE,
            Failure::Internal(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// The failure that a bare status of the router or of an extractor stands for: their own
    /// texts are for programmers, in English, and are thrown away.
    pub(crate) fn of_status(status: StatusCode) -> Self {
        match status {
            StatusCode::NOT_FOUND => Failure::NotFound,
            StatusCode::METHOD_NOT_ALLOWED => Failure::MethodNotAllowed,
            StatusCode::REQUEST_TIMEOUT => Failure::TooSlow,
            StatusCode::PAYLOAD_TOO_LARGE => Failure::BodyTooLarge,
            StatusCode::SERVICE_UNAVAILABLE => Failure::Busy,
            status if status.is_server_error() => Failure::internal(BareStatus(status)),
            _ => Failure::BadRequest,
        }
    }
}

impl From<BadDay> for Failure {
    fn from(bad: BadDay) -> Self {
        Failure::BadDay(bad)
    }
}

impl IntoResponse for Failure {
    /// A response without a body. The server sees the failure on it and makes the page.
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        response.extensions_mut().insert(self);
        response
    }
}

#[derive(Debug, thiserror::Error)]
#[error("a route answered {0} without saying why")]
struct BareStatus(StatusCode);

/// A page panicked. Its message is for the log only.
#[derive(Debug, thiserror::Error)]
#[error("panic: {0}")]
pub(crate) struct Panicked(pub(crate) String);

/// What a reader can tell us on the telephone: eight characters that are not mistaken for each
/// other, drawn anew for each failure, so that they say nothing of the reader.
pub(crate) fn reference() -> String {
    const CHARACTERS: &[u8; 31] = b"23456789abcdefghjkmnpqrstuvwxyz";
    let random = uuid::Uuid::new_v4();
    // The first six bytes of a v4 are all random; the seventh holds the version.
    random.as_bytes()[..6]
        .iter()
        .chain(&random.as_bytes()[10..12])
        .fold(String::new(), |mut text, byte| {
            text.push(char::from(CHARACTERS[usize::from(byte % 31)]));
            text
        })
}

/// An error and what caused it, in one line for the log.
pub(crate) fn chain(error: &dyn Error) -> String {
    let mut line = error.to_string();
    let mut source = error.source();
    while let Some(cause) = source {
        // Writing to a String cannot fail.
        let _ = write!(line, ": {cause}");
        source = cause.source();
    }
    line
}
