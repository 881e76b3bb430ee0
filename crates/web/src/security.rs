//! The headers that every response carries (`RELIABILITY.md` 12).
//!
//! A page may load our own style sheet, our fonts and our pictures, and send forms to us: nothing
//! else. No script runs but where the work area keeps what is typed or asks a device for a passkey,
//! no inline style is read, nobody may frame us, and no cookie is set but for whoever signs in to work.

use axum::http::header::{
    CONTENT_SECURITY_POLICY, REFERRER_POLICY, STRICT_TRANSPORT_SECURITY, X_CONTENT_TYPE_OPTIONS,
};
use axum::http::header::{HeaderMap, HeaderName, HeaderValue};

/// What a page may do: `default-src 'none'` forbids what is not named.
macro_rules! policy {
    ($more:literal) => {
        concat!(
            "default-src 'none'; ",
            $more,
            "style-src 'self'; font-src 'self'; img-src 'self'; form-action 'self'; \
             base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; \
             trusted-types 'none'"
        )
    };
}

/// No script runs.
const POLICY: &str = policy!("");

/// On a page of the work area that keeps what is typed, or asks for a passkey, our own script runs and
/// sends to us. It writes no markup, so there is no trusted type.
const SCRIPTED: &str = policy!("script-src 'self'; connect-src 'self'; ");

/// A response on which our own script may run.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Scripted;

impl Scripted {
    /// Lets it run.
    pub(crate) fn allow(self, headers: &mut HeaderMap) {
        headers.insert(CONTENT_SECURITY_POLICY, HeaderValue::from_static(SCRIPTED));
    }
}

/// A response whose address opens something: what it asks for is told from which site it was asked, and no
/// more. To tell nothing at all would take the Origin from its form.
#[derive(Clone, Copy, Debug)]
pub(crate) struct SecretAddress;

impl SecretAddress {
    /// Keeps the address to itself.
    pub(crate) fn keep(self, headers: &mut HeaderMap) {
        headers.insert(REFERRER_POLICY, HeaderValue::from_static("strict-origin"));
    }
}

/// No page of ours asks for any of these.
const PERMISSIONS: &str =
    "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()";

/// The headers of every response. `https` is whether the public address is one.
///
/// A browser told by HSTS to come by https only would never reach an address that has no
/// certificate, so the header is sent only when the public address says https. It does not
/// speak for subdomains: those may not be ours.
pub fn headers(https: bool) -> HeaderMap {
    // Room for what a page adds, so that the head of a kept page is one allocation.
    let mut headers = HeaderMap::with_capacity(16);
    let mut set = |name: HeaderName, value: &'static str| {
        headers.insert(name, HeaderValue::from_static(value))
    };
    set(CONTENT_SECURITY_POLICY, POLICY);
    set(X_CONTENT_TYPE_OPTIONS, "nosniff");
    // Same origin and not none: the Origin header of our forms depends on it.
    set(REFERRER_POLICY, "same-origin");
    set(HeaderName::from_static("permissions-policy"), PERMISSIONS);
    set(
        HeaderName::from_static("cross-origin-opener-policy"),
        "same-origin",
    );
    set(
        HeaderName::from_static("cross-origin-resource-policy"),
        "same-origin",
    );
    if https {
        set(STRICT_TRANSPORT_SECURITY, "max-age=31536000");
    }
    headers
}
