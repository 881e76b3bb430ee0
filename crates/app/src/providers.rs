//! Sign-in services: OpenID Connect, as the municipality's own directory speaks it.
//!
//! A browser is sent to the service with a challenge, a state and a nonce of its own, and comes
//! back with a code, which this program exchanges for a signed token that says who it is. Each
//! link of that chain is looked at (decision 091); of a service, nothing is kept but what it is
//! told by the municipality's settings.

mod flows;
mod http;
mod settings;
mod token;
mod verified;

pub use flows::Wanted;
pub use settings::{
    Fault, GroupRule, NotAProvider, ProviderSettings, ServiceName, ServiceSecret, TwoSteps,
};
pub use token::NotKnown;
pub(crate) use verified::Known;

use crate::passwords;
use flows::{Flow, Flows};
use http::Http;
use jiff::Timestamp;
use openidconnect::{CsrfToken, Nonce, PkceCodeChallenge, RedirectUrl};
use std::collections::HashSet;
use std::sync::{Arc, OnceLock};
use token::Provider;
use tokio::sync::Semaphore;

/// Codes that are exchanged at once. Each waits for a machine that is not ours.
const AT_ONCE: usize = 16;

/// The services that somebody may sign in through. A value: a clone is the same services.
#[derive(Clone, Debug, Default)]
pub struct Providers(Arc<Parts>);

#[derive(Debug)]
struct Parts {
    services: Vec<Provider>,
    /// Those who have been sent to a service and are not back.
    flows: Flows,
    /// Made when it is first needed: a machine without certificates still lets people in by
    /// password.
    http: OnceLock<Option<Http>>,
    exchanging: Semaphore,
}

impl Default for Parts {
    fn default() -> Self {
        Parts {
            services: Vec::new(),
            flows: Flows::default(),
            http: OnceLock::new(),
            exchanging: Semaphore::new(AT_ONCE),
        }
    }
}

/// Somebody is sent to a service.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Begun {
    /// The address of the service, with all that it is asked.
    pub to: String,
    /// What the browser holds until it is back.
    pub browser: String,
    /// What the service is called.
    pub name: ServiceName,
}

/// Why nobody was sent to a service.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotBegun {
    /// There is no such service.
    #[error("there is no such sign-in service")]
    NoProvider,
    /// The service does not answer, or not as one does.
    #[error("the sign-in service does not answer")]
    Away,
    /// More is being carried over sign-ins than there is room for.
    #[error("too much is carried over sign-ins at once")]
    Full,
}

/// What a browser came back with from a service.
#[derive(Clone, Copy, Debug, Default)]
pub struct Answer<'a> {
    /// Which of those who were sent it is.
    pub state: &'a str,
    /// What the token is had for.
    pub code: Option<&'a str>,
    /// Which service says that it answers (RFC 9207).
    pub iss: Option<&'a str>,
    /// Why there is no code.
    pub error: Option<&'a str>,
}

impl Providers {
    /// The services of some settings, on the site that residents know by an address.
    ///
    /// # Errors
    /// [`NotAProvider`] for the first that cannot be one.
    pub fn new(settings: Vec<ProviderSettings>, public_url: &str) -> Result<Self, NotAProvider> {
        let mut names = HashSet::new();
        let mut services = Vec::with_capacity(settings.len());
        for own in settings {
            own.sound()?;
            if !names.insert(own.id.clone()) {
                return Err(own.not(Fault::Twice));
            }
            let at = public_url.trim_end_matches('/');
            let redirect = RedirectUrl::new(format!("{at}/logga-in/via/{}", own.id));
            let redirect = redirect.map_err(|_| own.not(Fault::PublicUrl))?;
            services.push(Provider::new(own, redirect));
        }
        Ok(Providers(Arc::new(Parts {
            services,
            ..Parts::default()
        })))
    }

    /// Each service: how addresses name it, and what it is called.
    pub fn all(&self) -> impl Iterator<Item = (&str, &ServiceName)> {
        let all = self.0.services.iter();
        all.map(|service| (service.own.id.as_str(), &service.own.name))
    }

    /// What a service is called that a sign-in came through; none when it is there no longer.
    pub fn name_of(&self, id: &str) -> Option<&ServiceName> {
        self.service(id).map(|service| &service.own.name)
    }

    /// Sends a browser to a service. `browser` is what it holds already, if it was sent before and
    /// is not back.
    pub(crate) async fn begin(
        &self,
        id: &str,
        wanted: Wanted,
        browser: Option<&str>,
        now: Timestamp,
    ) -> Result<Begun, NotBegun> {
        let service = self.service(id).ok_or(NotBegun::NoProvider)?;
        let http = self.http().ok_or(NotBegun::Away)?;
        let found = service.found(http).await.map_err(|_| NotBegun::Away)?;
        let flows = &self.0.flows;
        let held = browser.filter(|browser| flows.is_held(browser, now));
        let random = || passwords::token().ok_or(NotBegun::Away);
        let browser = held.map_or_else(random, |held| Ok(held.to_owned()))?;
        let (challenge, verifier) = PkceCodeChallenge::new_random_sha256();
        let (state, nonce) = (random()?, random()?);
        let asked = service.asked(
            &found,
            CsrfToken::new(state.clone()),
            Nonce::new(nonce.clone()),
            challenge,
            wanted.language,
        );
        let flow = Flow::new(id, &browser, verifier, nonce, wanted, now);
        flows.keep(&state, flow).map_err(|_| NotBegun::Full)?;
        Ok(Begun {
            to: asked,
            browser,
            name: service.own.name.clone(),
        })
    }

    /// Who has come back from a service, and what they wanted when they were sent there.
    pub(crate) async fn finish(
        &self,
        id: &str,
        answer: Answer<'_>,
        browser: Option<&str>,
        now: Timestamp,
    ) -> (Result<Known, NotKnown>, Option<Wanted>) {
        let flow = self.0.flows.take(id, answer.state, browser, now);
        let Some((flow, service)) = flow.zip(self.service(id)) else {
            tracing::info!(provider = id, "a sign-in came back that is not waited for");
            return (Err(NotKnown::Over), None);
        };
        let known = self.known(service, answer, &flow).await;
        if let Err(why) = &known {
            tracing::warn!(provider = id, why = %why, "a sign-in service let nobody in");
        }
        (known, Some(flow.wanted))
    }

    async fn known(
        &self,
        service: &Provider,
        answer: Answer<'_>,
        flow: &Flow,
    ) -> Result<Known, NotKnown> {
        let http = self.http().ok_or(NotKnown::Away)?;
        let found = service.found(http).await.map_err(|_| NotKnown::Away)?;
        service.is_its_answer(&found, answer.iss)?;
        if let Some(error) = answer.error {
            return Err(NotKnown::of(error));
        }
        let code = answer.code.ok_or(NotKnown::Untrusted("no code"))?;
        let exchanging = &self.0.exchanging;
        let _place = exchanging.try_acquire().map_err(|_| NotKnown::Busy)?;
        let claims = service.exchange(http, &found, code, flow).await?;
        service.known(http, &found, claims).await
    }

    /// Whether a browser that holds this is away at any service.
    pub(crate) fn is_away(&self, browser: &str, now: Timestamp) -> bool {
        self.0.flows.is_held(browser, now)
    }

    fn service(&self, id: &str) -> Option<&Provider> {
        self.0.services.iter().find(|service| service.own.id == id)
    }

    fn http(&self) -> Option<&Http> {
        let made = self.0.http.get_or_init(|| match Http::new() {
            Ok(http) => Some(http),
            Err(error) => {
                let error = &error as &dyn std::error::Error;
                tracing::error!(error, "nothing can be asked over https");
                None
            }
        });
        made.as_ref()
    }
}
