//! What a service said of somebody, once its word has been found to be its own.

use super::settings::{ProviderSettings, TwoSteps};
use super::token::{Claims, NotKnown};
use riktning_domain::texts::is_invisible;
use riktning_store::Identity;
use serde_json::Value;

/// Groups that are read of one person. Services send a reference instead of more.
const GROUPS: usize = 2_000;

/// Somebody whom a service knows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Known {
    /// The service, by its id.
    pub(crate) provider: String,
    /// How it knows them.
    pub(crate) identity: Identity,
    /// What it calls them at sign-in, for people to recognise; nothing hangs on it.
    pub(crate) login: Option<String>,
    /// Their name.
    pub(crate) name: Option<String>,
    /// Whether it asked for two things that prove who they are.
    pub(crate) two_steps: bool,
    /// The rules that their groups fulfil, by place in the settings.
    pub(crate) rules: Vec<super::GroupRule>,
}

/// What a service told, whether in its token or when it was asked.
pub(super) struct Told<'a> {
    /// Each claim by its name, the token's before those that were asked for.
    pub(super) claims: Vec<&'a Claims>,
    pub(super) subject: String,
    pub(super) issuer: String,
    pub(super) amr: Vec<String>,
    pub(super) acr: Option<String>,
}

impl Told<'_> {
    fn claim(&self, name: &str) -> Option<&Value> {
        let mut all = self.claims.iter();
        all.find_map(|claims| claims.get(name))
            .filter(|value| !value.is_null())
    }

    fn one(&self, name: &str) -> Option<&str> {
        self.claim(name)?.as_str()
    }

    /// Who it is, by what the municipality says of the service.
    pub(super) fn known(&self, own: &ProviderSettings) -> Result<Known, NotKnown> {
        let subject = match own.person.as_str() {
            "sub" => self.subject.clone(),
            other => {
                let said = self.one(other).filter(|said| !said.trim().is_empty());
                let said = said.ok_or(NotKnown::Untrusted("no claim that says who it is"))?;
                said.to_owned()
            }
        };
        if subject.is_empty() || subject.len() > 255 {
            return Err(NotKnown::Untrusted("no subject"));
        }
        let groups = self.groups(&own.groups)?;
        let rules = own.rules.iter();
        let rules = rules.filter(|rule| groups.contains(&rule.group.as_str()));
        Ok(Known {
            provider: own.id.clone(),
            identity: Identity {
                issuer: self.issuer.clone(),
                claim: own.person.clone(),
                subject,
            },
            login: self.one("preferred_username").and_then(login),
            name: self.name(),
            two_steps: self.two_steps(&own.two_steps),
            rules: rules.cloned().collect(),
        })
    }

    /// The groups; none if nothing is said of them. A service that says only where they could be
    /// asked for has not said which they are: to end roles by that would be a guess.
    fn groups(&self, claim: &str) -> Result<Vec<&str>, NotKnown> {
        let elsewhere = self.claim("_claim_names");
        if elsewhere.is_some_and(|names| names.get(claim).is_some()) {
            return Err(NotKnown::TooManyGroups);
        }
        let groups = match self.claim(claim) {
            Some(Value::Array(all)) => all.iter().filter_map(Value::as_str).collect(),
            Some(Value::String(one)) => vec![one.as_str()],
            _ => Vec::new(),
        };
        match groups.len() {
            0..=GROUPS => Ok(groups),
            _ => Err(NotKnown::TooManyGroups),
        }
    }

    fn two_steps(&self, when: &TwoSteps) -> bool {
        let told = self.amr.iter().any(|one| one == "mfa");
        match when {
            TwoSteps::Always => true,
            TwoSteps::Told => told,
            TwoSteps::Kinds(kinds) => {
                told || self.acr.as_ref().is_some_and(|acr| kinds.contains(acr))
            }
        }
    }

    fn name(&self) -> Option<String> {
        let both = || {
            let (given, family) = (self.one("given_name")?, self.one("family_name")?);
            Some(format!("{given} {family}"))
        };
        let name = self.one("name").map(str::to_owned).or_else(both);
        name.as_deref().and_then(plain)
    }
}

/// A name as this program keeps names: one line, without what cannot be seen.
fn plain(name: &str) -> Option<String> {
    let seen = name
        .chars()
        .filter(|c| !c.is_control() && !is_invisible(*c));
    let seen: String = seen.take(200).collect();
    let words: Vec<&str> = seen.split_whitespace().collect();
    Some(words.join(" ")).filter(|name| !name.is_empty())
}

/// What somebody is called at sign-in, if it can be a name to sign in with here.
fn login(text: &str) -> Option<String> {
    let text = text.trim().to_lowercase();
    let fits = |c: char| c.is_alphanumeric() || ".-_@".contains(c);
    let good = !text.is_empty() && text.chars().count() <= 80 && text.chars().all(fits);
    good.then_some(text)
}
