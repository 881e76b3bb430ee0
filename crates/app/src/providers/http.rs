//! How a sign-in service is asked: over https, within a time, and no more than it should need to
//! say. A machine that is slow or talks without end is as good as away.

use openidconnect::{AsyncHttpClient, HttpRequest, HttpResponse};
use reqwest::redirect::Policy;
use std::pin::Pin;
use std::time::Duration;
use url::{Host, Url};

/// How long a service may take to be reached.
const REACHED: Duration = Duration::from_secs(5);
/// How long it may take to answer in full.
const ANSWERED: Duration = Duration::from_secs(10);
/// Bytes of an answer. The keys of a large service are some tens of thousands.
const MOST: usize = 512 << 10;

/// Why a service gave no answer. Says nothing of what was asked: that may be a secret.
#[derive(Debug, thiserror::Error)]
pub(super) enum NotReached {
    /// It could not be reached, or did not answer in time.
    #[error("{}", told(.0))]
    Away(reqwest::Error),
    /// Its answer is larger than any that it should give.
    #[error("the answer is too large")]
    TooLarge,
    /// It is to be asked over http, where anybody on the way could answer in its place.
    #[error("the address is not https")]
    Open,
    /// The answer cannot be read.
    #[error("the answer makes no sense")]
    Senseless,
}

/// In few words, and without the address.
fn told(error: &reqwest::Error) -> &'static str {
    match error {
        error if error.is_timeout() => "no answer in time",
        error if error.is_connect() => "no connection, or no certificate that is trusted",
        _ => "the connection broke",
    }
}

/// What asks.
#[derive(Clone, Debug)]
pub(super) struct Http(reqwest::Client);

impl Http {
    pub(super) fn new() -> Result<Self, reqwest::Error> {
        let client = reqwest::Client::builder()
            // Nobody is led elsewhere with a secret in hand.
            .redirect(Policy::none())
            .connect_timeout(REACHED)
            .timeout(ANSWERED)
            .user_agent("Riktning");
        Ok(Http(client.build()?))
    }

    async fn ask(&self, request: HttpRequest) -> Result<HttpResponse, NotReached> {
        let uri = request.uri().to_string();
        let url = Url::parse(&uri).map_err(|_| NotReached::Senseless)?;
        if !is_private(&url) {
            return Err(NotReached::Open);
        }
        let (parts, body) = request.into_parts();
        let asked = self.0.request(parts.method, url).headers(parts.headers);
        let away = |error: reqwest::Error| NotReached::Away(error.without_url());
        let mut answer = asked.body(body).send().await.map_err(away)?;
        let mut bytes = Vec::new();
        while let Some(more) = answer.chunk().await.map_err(away)? {
            if bytes.len() + more.len() > MOST {
                return Err(NotReached::TooLarge);
            }
            bytes.extend_from_slice(&more);
        }
        let mut whole = HttpResponse::new(bytes);
        *whole.status_mut() = answer.status();
        *whole.headers_mut() = std::mem::take(answer.headers_mut());
        Ok(whole)
    }
}

impl<'c> AsyncHttpClient<'c> for Http {
    type Error = NotReached;
    type Future = Pin<Box<dyn Future<Output = Result<HttpResponse, NotReached>> + Send + 'c>>;

    fn call(&'c self, request: HttpRequest) -> Self::Future {
        Box::pin(self.ask(request))
    }
}

/// Whether nobody can listen on the way to an address: https, or this very machine.
pub(super) fn is_private(url: &Url) -> bool {
    let here = match url.host() {
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        Some(Host::Domain(name)) => name == "localhost",
        None => false,
    };
    url.scheme() == "https" || (url.scheme() == "http" && here)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
    use super::*;
    use std::io::{Read as _, Write as _};
    use std::net::TcpListener;

    /// A machine that answers once, with these bytes.
    fn answers(with: Vec<u8>) -> String {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        std::thread::spawn(move || {
            let (mut stream, _) = listener.accept().unwrap();
            let _ = stream.read(&mut [0; 4096]).unwrap();
            // Whoever has heard enough hangs up.
            let _ = stream.write_all(&with);
        });
        format!("http://{address}/")
    }

    async fn asked(address: &str) -> Result<HttpResponse, NotReached> {
        let mut request = HttpRequest::new(Vec::new());
        *request.uri_mut() = address.parse().unwrap();
        Http::new().unwrap().ask(request).await
    }

    #[tokio::test]
    async fn whoever_talks_without_end_or_leads_elsewhere_is_not_followed() {
        let head = |more: &str| format!("HTTP/1.1 200 OK\r\nconnection: close\r\n{more}\r\n");
        let all = |bytes: usize| [head("").into_bytes(), vec![b'x'; bytes]].concat();
        let whole = asked(&answers(all(MOST))).await.unwrap();
        assert_eq!(whole.body().len(), MOST, "the control");
        let more = asked(&answers(all(MOST + 1))).await;
        assert!(matches!(more, Err(NotReached::TooLarge)), "{more:?}");
        let moved =
            "HTTP/1.1 302 Found\r\nlocation: http://127.0.0.1:1/\r\ncontent-length: 0\r\n\r\n";
        let moved = asked(&answers(moved.as_bytes().to_vec())).await.unwrap();
        assert_eq!(moved.status(), 302);
        let gone = asked("http://127.0.0.1:1/secret-path").await.unwrap_err();
        assert!(!gone.to_string().contains("secret-path"), "{gone}");
        assert!(!format!("{gone:?}").contains("secret-path"), "{gone:?}");
        let open = asked("http://10.1.2.3/").await;
        assert!(matches!(open, Err(NotReached::Open)));
    }

    #[test]
    fn only_https_and_this_machine_are_asked() {
        for good in [
            "https://login.example.se/x",
            "http://127.0.0.1:4000/",
            "http://[::1]:4000/",
            "http://localhost:4000/",
        ] {
            assert!(is_private(&Url::parse(good).unwrap()), "{good}");
        }
        for bad in [
            "http://login.example.se/",
            "http://127.0.0.1.example.se/",
            "http://10.0.0.1/",
            "ftp://localhost/",
            "file:///etc/passwd",
        ] {
            assert!(!is_private(&Url::parse(bad).unwrap()), "{bad}");
        }
    }
}
