//! The conversation with one service: what it says of itself, what it is asked, and how its word
//! is proved.

use super::flows::Flow;
use super::http::{Http, NotReached};
use super::settings::{ProviderSettings, TwoSteps};
use super::verified::{Known, Told};
use chrono::{TimeDelta, Utc};
use openidconnect::core::{
    CoreAuthDisplay, CoreAuthPrompt, CoreAuthenticationFlow, CoreClaimName, CoreClaimType,
    CoreClientAuthMethod, CoreErrorResponseType, CoreGenderClaim, CoreGrantType, CoreJsonWebKey,
    CoreJweContentEncryptionAlgorithm, CoreJweKeyManagementAlgorithm, CoreJwsSigningAlgorithm,
    CoreResponseMode, CoreResponseType, CoreRevocableToken, CoreRevocationErrorResponse,
    CoreSubjectIdentifierType, CoreTokenIntrospectionResponse, CoreTokenType,
};
use openidconnect::{
    AdditionalClaims, AdditionalProviderMetadata, AuthType, AuthenticationContextClass,
    AuthorizationCode, ClaimsVerificationError, Client, ClientId, ClientSecret, CsrfToken,
    EmptyExtraTokenFields, EndpointMaybeSet, EndpointNotSet, EndpointSet, IdTokenClaims,
    IdTokenFields, IdTokenVerifier, IssuerUrl, JsonWebKeySet, LanguageTag, Nonce,
    OAuth2TokenResponse as _, PkceCodeChallenge, PkceCodeVerifier, ProviderMetadata, RedirectUrl,
    RequestTokenError, Scope, SignatureVerificationError, StandardErrorResponse,
    StandardTokenResponse, TokenResponse as _, UserInfoClaims,
};
use riktning_words::Language;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use std::sync::Arc;
use std::time::{Duration, Instant};
use tokio::sync::Mutex;

/// How long what a service says of itself is believed.
const FRESH: Duration = Duration::from_secs(60 * 60);
/// How often a service that is away is asked anew, and keys that nobody knows.
const AGAIN: Duration = Duration::from_secs(10);
/// How far its clock may be from ours, in seconds.
const SKEW: i64 = 60;

/// Everything that a service says of somebody, by name.
pub(super) type Claims = Map<String, Value>;

/// Why a service let nobody in.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotKnown {
    /// Nobody is waited for: it took too long, was begun in another browser, or is used up.
    #[error("nobody is waited for")]
    Over,
    /// Somebody said no: they themselves, or the service of them.
    #[error("access was denied")]
    Denied,
    /// The service does not answer, or not as one does.
    #[error("the service does not answer")]
    Away,
    /// The service refused, by a word of its own.
    #[error("the service refused: {0}")]
    Refused(&'static str),
    /// What came back is not the service's own word for this sign-in, and why.
    #[error("not to be trusted: {0}")]
    Untrusted(&'static str),
    /// The service has more groups to tell of than it tells.
    #[error("more groups than are told")]
    TooManyGroups,
    /// More come back at once than can be looked at.
    #[error("too many come back at once")]
    Busy,
}

impl NotKnown {
    /// What an error that came by the browser means. It is anybody's word, so none of it is kept.
    pub(super) fn of(error: &str) -> NotKnown {
        match error {
            "access_denied" => NotKnown::Denied,
            "temporarily_unavailable" | "server_error" => NotKnown::Away,
            "login_required" | "interaction_required" | "consent_required" => NotKnown::Denied,
            _ => NotKnown::Refused("by the browser"),
        }
    }
}

/// What a service says of somebody beyond what every service says.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub(super) struct More(Claims);
impl AdditionalClaims for More {}

/// What a service says of itself beyond what every service says.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Iss {
    #[serde(default)]
    authorization_response_iss_parameter_supported: bool,
}
impl AdditionalProviderMetadata for Iss {}

type Metadata = ProviderMetadata<
    Iss,
    CoreAuthDisplay,
    CoreClientAuthMethod,
    CoreClaimName,
    CoreClaimType,
    CoreGrantType,
    CoreJweContentEncryptionAlgorithm,
    CoreJweKeyManagementAlgorithm,
    CoreJsonWebKey,
    CoreResponseMode,
    CoreResponseType,
    CoreSubjectIdentifierType,
>;
type Fields = IdTokenFields<
    More,
    EmptyExtraTokenFields,
    CoreGenderClaim,
    CoreJweContentEncryptionAlgorithm,
    CoreJwsSigningAlgorithm,
>;
type Token = StandardTokenResponse<Fields, CoreTokenType>;
type Asker = Client<
    More,
    CoreAuthDisplay,
    CoreGenderClaim,
    CoreJweContentEncryptionAlgorithm,
    CoreJsonWebKey,
    CoreAuthPrompt,
    StandardErrorResponse<CoreErrorResponseType>,
    Token,
    CoreTokenIntrospectionResponse,
    CoreRevocableToken,
    CoreRevocationErrorResponse,
    EndpointSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointMaybeSet,
    EndpointMaybeSet,
>;
type Keys = JsonWebKeySet<CoreJsonWebKey>;
type Said = IdTokenClaims<More, CoreGenderClaim>;

/// What a service says of itself, as it was found.
#[derive(Debug)]
pub(super) struct Found {
    metadata: Metadata,
    keys: Keys,
}

/// A service, and what it said of itself when it was last asked.
#[derive(Debug)]
pub(super) struct Provider {
    pub(super) own: ProviderSettings,
    redirect: RedirectUrl,
    /// A lock, held while the service is asked: of many who come at once one asks.
    asked: Mutex<Asked>,
}

#[derive(Debug, Default)]
struct Asked {
    found: Option<(Arc<Found>, Instant)>,
    /// When it was last away.
    away: Option<Instant>,
    /// When its keys were last asked for because nobody knew one.
    keys: Option<Instant>,
}

/// A token that has been proved, and what opens the service's further word on it.
pub(super) struct Proved {
    said: Said,
    token: Token,
}

impl Provider {
    pub(super) fn new(own: ProviderSettings, redirect: RedirectUrl) -> Self {
        Provider {
            own,
            redirect,
            asked: Mutex::default(),
        }
    }

    /// What the service says of itself: what is known already, if that is fresh, or if it is away.
    pub(super) async fn found(&self, http: &Http) -> Result<Arc<Found>, NotReached> {
        let mut asked = self.asked.lock().await;
        let known = asked.found.clone();
        let recently = |at: Option<Instant>| at.is_some_and(|at| at.elapsed() < AGAIN);
        if let Some((found, at)) = &known
            && (at.elapsed() < FRESH || recently(asked.away))
        {
            return Ok(Arc::clone(found));
        }
        if recently(asked.away) {
            return Err(NotReached::Senseless);
        }
        match self.discovered(http).await {
            Ok(found) => {
                let found = Arc::new(found);
                asked.away = None;
                asked.found = Some((Arc::clone(&found), Instant::now()));
                Ok(found)
            }
            Err(error) => {
                asked.away = Some(Instant::now());
                tracing::warn!(provider = self.own.id, why = %error, "a sign-in service is away");
                known.map(|(found, _)| found).ok_or(error)
            }
        }
    }

    async fn discovered(&self, http: &Http) -> Result<Found, NotReached> {
        use openidconnect::DiscoveryError;
        let issuer = IssuerUrl::new(self.own.issuer.clone());
        let issuer = issuer.map_err(|_| NotReached::Senseless)?;
        let metadata = Metadata::discover_async(issuer, http).await;
        let metadata = metadata.map_err(|error| match error {
            DiscoveryError::Request(error) => error,
            _ => NotReached::Senseless,
        })?;
        let keys = metadata.jwks().clone();
        Ok(Found { metadata, keys })
    }

    /// Asks for the keys anew, at most once in a while: the service may have changed them.
    async fn new_keys(&self, http: &Http, found: &Found) -> Option<Arc<Found>> {
        let mut asked = self.asked.lock().await;
        if asked.keys.is_some_and(|at| at.elapsed() < AGAIN) {
            return asked.found.as_ref().map(|(found, _)| Arc::clone(found));
        }
        asked.keys = Some(Instant::now());
        let keys = Keys::fetch_async(found.metadata.jwks_uri(), http).await;
        let found = Arc::new(Found {
            metadata: found.metadata.clone(),
            keys: keys.ok()?,
        });
        asked.found = Some((Arc::clone(&found), Instant::now()));
        Some(found)
    }

    /// The address of the service with all that it is asked.
    pub(super) fn asked(
        &self,
        found: &Found,
        state: CsrfToken,
        nonce: Nonce,
        challenge: PkceCodeChallenge,
        language: Language,
    ) -> String {
        let asker = self.asker(found);
        let code = CoreAuthenticationFlow::AuthorizationCode;
        let mut request = asker.authorize_url(code, || state, || nonce);
        request = request.set_pkce_challenge(challenge);
        request = request.add_scope(Scope::new("profile".to_owned()));
        let scopes = self.own.scopes.iter().cloned().map(Scope::new);
        request = request.add_scopes(scopes);
        request = request.add_ui_locale(LanguageTag::new(language.tag().to_owned()));
        if let TwoSteps::Kinds(kinds) = &self.own.two_steps {
            for kind in kinds {
                let kind = AuthenticationContextClass::new(kind.clone());
                request = request.add_auth_context_value(kind);
            }
        }
        request.url().0.to_string()
    }

    fn asker(&self, found: &Found) -> Asker {
        let secret = self.own.client_secret.as_ref();
        let secret = secret.map(|secret| ClientSecret::new(secret.0.clone()));
        let id = ClientId::new(self.own.client_id.clone());
        let metadata = found.metadata.clone();
        let methods = metadata.token_endpoint_auth_methods_supported();
        let has = |method| methods.is_some_and(|all| all.contains(&method));
        // In the head, as every service has to understand, unless it says otherwise.
        let in_body = has(CoreClientAuthMethod::ClientSecretPost)
            && !has(CoreClientAuthMethod::ClientSecretBasic);
        let auth = match in_body {
            true => AuthType::RequestBody,
            false => AuthType::BasicAuth,
        };
        Asker::from_provider_metadata(metadata, id, secret)
            .set_auth_type(auth)
            .set_redirect_uri(self.redirect.clone())
    }

    /// Whether an answer says that it comes from this service, if it has to say so (RFC 9207):
    /// another one's, which somebody may have in hand, is never taken here.
    pub(super) fn is_its_answer(&self, found: &Found, iss: Option<&str>) -> Result<(), NotKnown> {
        let more = found.metadata.additional_metadata();
        match iss {
            Some(iss) if iss == self.own.issuer => Ok(()),
            Some(_) => Err(NotKnown::Untrusted("another service's answer")),
            None if more.authorization_response_iss_parameter_supported => {
                Err(NotKnown::Untrusted("an answer without its service"))
            }
            None => Ok(()),
        }
    }

    /// Exchanges a code for a token, and proves it.
    pub(super) async fn exchange(
        &self,
        http: &Http,
        found: &Found,
        code: &str,
        flow: &Flow,
    ) -> Result<Proved, NotKnown> {
        let asker = self.asker(found);
        let request = asker.exchange_code(AuthorizationCode::new(code.to_owned()));
        let request = request.map_err(|_| NotKnown::Untrusted("no place for tokens"))?;
        // The challenge was of this very sign-in: a code that somebody else was given is worthless.
        let verifier = PkceCodeVerifier::new(flow.verifier.secret().clone());
        let token = request.set_pkce_verifier(verifier).request_async(http);
        let token: Token = token.await.map_err(|error| match error {
            RequestTokenError::ServerResponse(said) => refused(said.error()),
            RequestTokenError::Request(_) => NotKnown::Away,
            RequestTokenError::Parse(..) => NotKnown::Untrusted("an answer that makes no sense"),
            RequestTokenError::Other(_) => NotKnown::Away,
        })?;
        let id_token = token.id_token().cloned();
        let id_token = id_token.ok_or(NotKnown::Untrusted("no token that says who it is"))?;
        let nonce = Nonce::new(flow.nonce.clone());
        let mut said = id_token
            .claims(&self.verifier(found, &found.keys), &nonce)
            .cloned();
        if said.as_ref().is_err_and(is_unknown_key)
            && let Some(newer) = self.new_keys(http, found).await
        {
            said = id_token
                .claims(&self.verifier(&newer, &newer.keys), &nonce)
                .cloned();
        }
        let said = said.map_err(|error| NotKnown::Untrusted(why(&error)))?;
        self.holds(&said)?;
        Ok(Proved { said, token })
    }

    /// What looks at a token: its signature by a key of the service's, never by the secret that
    /// this program has too; who it is from and for; and that its time has not run out.
    fn verifier(&self, found: &Found, keys: &Keys) -> IdTokenVerifier<'static, CoreJsonWebKey> {
        let id = ClientId::new(self.own.client_id.clone());
        let issuer = found.metadata.issuer().clone();
        let offered = found.metadata.id_token_signing_alg_values_supported();
        let signed = offered.iter().filter(|alg| is_signature(alg)).cloned();
        IdTokenVerifier::new_public_client(id, issuer, keys.clone())
            .set_allowed_algs(signed)
            .set_time_fn(|| Utc::now() - TimeDelta::seconds(SKEW))
            .set_issue_time_verifier_fn(|at| {
                let soonest = Utc::now() + TimeDelta::seconds(SKEW);
                match at <= soonest {
                    true => Ok(()),
                    false => Err("issued in the future".to_owned()),
                }
            })
    }

    /// What the verifier leaves open: for whom a token was made, and from when.
    fn holds(&self, said: &Said) -> Result<(), NotKnown> {
        let made_for = said.authorized_party();
        if made_for.is_some_and(|made_for| made_for.as_str() != self.own.client_id) {
            return Err(NotKnown::Untrusted("a token made for another program"));
        }
        let from = said
            .additional_claims()
            .0
            .get("nbf")
            .and_then(Value::as_i64);
        if from.is_some_and(|from| from > Utc::now().timestamp() + SKEW) {
            return Err(NotKnown::Untrusted("a token that does not hold yet"));
        }
        Ok(())
    }

    /// Who a proved token says that it is. What it leaves out, the service is asked for.
    pub(super) async fn known(
        &self,
        http: &Http,
        found: &Found,
        proved: Proved,
    ) -> Result<Known, NotKnown> {
        let Proved { said, token } = proved;
        let in_token = claims(&said)?;
        let lacks = |name: &str| !in_token.contains_key(name);
        let needs = lacks(&self.own.groups) || lacks(&self.own.person);
        let asked = match needs || lacks("name") {
            true => self.asked_of(http, found, &said, &token).await,
            false => Ok(Claims::new()),
        };
        // For want of a name nobody is kept out.
        let asked = asked.or_else(|why| match needs {
            true => Err(why),
            false => Ok(Claims::new()),
        })?;
        let refs = said.auth_method_refs().into_iter().flatten();
        let told = Told {
            claims: vec![&in_token, &asked],
            subject: said.subject().to_string(),
            issuer: said.issuer().to_string(),
            amr: refs.map(|one| one.to_string()).collect(),
            acr: said.auth_context_ref().map(|acr| acr.to_string()),
        };
        told.known(&self.own)
    }

    /// What the service says of the same person when it is asked; nothing if it cannot be.
    async fn asked_of(
        &self,
        http: &Http,
        found: &Found,
        said: &Said,
        token: &Token,
    ) -> Result<Claims, NotKnown> {
        let asker = self.asker(found);
        let whom = Some(said.subject().clone());
        let request = asker.user_info(token.access_token().clone(), whom);
        let Ok(request) = request else {
            return Ok(Claims::new());
        };
        let answer = request.request_async(http).await;
        let answer: UserInfoClaims<More, CoreGenderClaim> =
            answer.map_err(|error| match error {
                openidconnect::UserInfoError::Request(_)
                | openidconnect::UserInfoError::Response(..) => NotKnown::Away,
                _ => NotKnown::Untrusted("another word when asked"),
            })?;
        claims(&answer)
    }
}

/// All claims by their names.
fn claims(said: &impl Serialize) -> Result<Claims, NotKnown> {
    match serde_json::to_value(said) {
        Ok(Value::Object(claims)) => Ok(claims),
        _ => Err(NotKnown::Untrusted("claims that make no sense")),
    }
}

/// A signature that only the service can make. What is signed with the shared secret, or not at
/// all, is nobody's.
fn is_signature(alg: &CoreJwsSigningAlgorithm) -> bool {
    !matches!(
        alg,
        CoreJwsSigningAlgorithm::HmacSha256
            | CoreJwsSigningAlgorithm::HmacSha384
            | CoreJwsSigningAlgorithm::HmacSha512
            | CoreJwsSigningAlgorithm::None
    )
}

fn is_unknown_key(error: &ClaimsVerificationError) -> bool {
    matches!(
        error,
        ClaimsVerificationError::SignatureVerification(SignatureVerificationError::NoMatchingKey)
    )
}

/// What is wrong with a token, for the log: never what stands in it.
fn why(error: &ClaimsVerificationError) -> &'static str {
    match error {
        ClaimsVerificationError::Expired(_) => "a token whose time has run out or not come",
        ClaimsVerificationError::InvalidAudience(_) => "a token for another program",
        ClaimsVerificationError::InvalidIssuer(_) => "a token of another service",
        ClaimsVerificationError::InvalidNonce(_) => "a token of another sign-in",
        ClaimsVerificationError::SignatureVerification(error) => match error {
            SignatureVerificationError::NoSignature => "a token that nobody has signed",
            SignatureVerificationError::NoMatchingKey => "a token signed with an unknown key",
            SignatureVerificationError::DisallowedAlg(_) => "a token signed in a way not agreed on",
            _ => "a token whose signature is not the service's",
        },
        _ => "a token that makes no sense",
    }
}

/// What a service said when it was asked for a token.
fn refused(error: &CoreErrorResponseType) -> NotKnown {
    NotKnown::Refused(match error {
        CoreErrorResponseType::InvalidGrant => "invalid_grant",
        CoreErrorResponseType::InvalidClient => "invalid_client",
        CoreErrorResponseType::InvalidRequest => "invalid_request",
        CoreErrorResponseType::InvalidScope => "invalid_scope",
        CoreErrorResponseType::UnauthorizedClient => "unauthorized_client",
        CoreErrorResponseType::UnsupportedGrantType => "unsupported_grant_type",
        CoreErrorResponseType::Extension(_) => "a word of its own",
    })
}
