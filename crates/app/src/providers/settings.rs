//! What the municipality says of a sign-in service.

use super::http::is_private;
use riktning_domain::Slug;
use riktning_domain::permissions::Role;
use riktning_words::Language;
use std::collections::BTreeMap;
use std::fmt;
use url::Url;

/// What a service is called on its button: the same in every language, or one in each.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ServiceName {
    /// The same everywhere.
    Plain(String),
    /// One in each language; Swedish where there is none.
    Each(BTreeMap<&'static str, String>),
}

impl ServiceName {
    /// What it is called in a language.
    pub fn in_language(&self, language: Language) -> &str {
        match self {
            ServiceName::Plain(name) => name,
            ServiceName::Each(names) => names
                .get(language.tag())
                .or_else(|| names.get(Language::Sv.tag()))
                .map_or("", String::as_str),
        }
    }
}

/// What proves to a service that it is this program that asks.
#[derive(Clone, PartialEq, Eq)]
pub struct ServiceSecret(pub String);

impl fmt::Debug for ServiceSecret {
    /// Never the secret: what is printed may be logged.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ServiceSecret")
    }
}

/// When a sign-in through a service counts as one in two steps.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum TwoSteps {
    /// When the service says so of each (`amr` with `mfa`, RFC 8176).
    #[default]
    Told,
    /// Also when it says that it was one of these kinds (`acr`), which it is asked for.
    Kinds(Vec<String>),
    /// Always: the municipality knows that the service lets nobody in by one thing alone.
    Always,
}

/// Whoever is in a group has a role at a body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroupRule {
    /// The group, as the service names it.
    pub group: String,
    /// Which role.
    pub role: Role,
    /// At which body, by its part of the address.
    pub body: Slug,
}

/// A sign-in service.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProviderSettings {
    /// How addresses name it: small letters, digits and hyphens.
    pub id: String,
    /// What its button says.
    pub name: ServiceName,
    /// The address that it calls itself, from which it is discovered.
    pub issuer: String,
    /// What it calls this program.
    pub client_id: String,
    /// What it knows this program by; none if it asks for nothing but the challenge.
    pub client_secret: Option<ServiceSecret>,
    /// What is asked for beside `openid` and `profile`.
    pub scopes: Vec<String>,
    /// The claim that tells who it is.
    pub person: String,
    /// The claim that holds the groups.
    pub groups: String,
    /// When a sign-in counts as one in two steps.
    pub two_steps: TwoSteps,
    /// Which groups have which roles.
    pub rules: Vec<GroupRule>,
}

/// Claims that are handed on from one person to another, or that somebody can change: whoever has
/// them today is not known to be whoever had them yesterday.
const NOBODYS: [&str; 9] = [
    "email",
    "email_verified",
    "preferred_username",
    "upn",
    "unique_name",
    "name",
    "nickname",
    "phone_number",
    "given_name",
];

/// What is wrong with a service.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Its id is no part of an address.
    Id,
    /// Another has the same id.
    Twice,
    /// It has no name, or one that is too long.
    Name,
    /// Its address is not one over https, or has more than a path.
    Issuer,
    /// It has no name for this program.
    Client,
    /// The claim that is to tell who somebody is can pass from one person to another.
    Person,
    /// A scope or a claim is no single word.
    Word,
    /// The site has no public address, to which somebody could come back.
    PublicUrl,
}

/// A service that cannot be one.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{id}: {fault:?}")]
pub struct NotAProvider {
    /// Which, as it calls itself.
    pub id: String,
    /// What is wrong.
    pub fault: Fault,
}

impl ProviderSettings {
    pub(super) fn not(&self, fault: Fault) -> NotAProvider {
        NotAProvider {
            id: self.id.clone(),
            fault,
        }
    }

    /// Whether it can be a service at all; whether it answers is seen when somebody signs in.
    pub(super) fn sound(&self) -> Result<(), NotAProvider> {
        let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        let checks = [
            (
                (1..=40).contains(&self.id.len()) && self.id.chars().all(plain),
                Fault::Id,
            ),
            (self.is_named(), Fault::Name),
            (is_issuer(&self.issuer), Fault::Issuer),
            (!self.client_id.trim().is_empty(), Fault::Client),
            (
                !NOBODYS.contains(&self.person.to_lowercase().as_str()),
                Fault::Person,
            ),
            (is_word(&self.person) && is_word(&self.groups), Fault::Word),
            (self.scopes.iter().all(|scope| is_word(scope)), Fault::Word),
        ];
        match checks.into_iter().find(|(sound, _)| !sound) {
            Some((_, fault)) => Err(self.not(fault)),
            None => Ok(()),
        }
    }

    fn is_named(&self) -> bool {
        Language::ALL.into_iter().all(|language| {
            let name = self.name.in_language(language);
            !name.trim().is_empty() && name.chars().count() <= 60
        })
    }
}

/// The issuer is compared letter by letter with what the service says, so it is kept as written.
fn is_issuer(text: &str) -> bool {
    let url = Url::parse(text);
    url.is_ok_and(|url| {
        let bare = url.query().is_none() && url.fragment().is_none();
        bare && url.username().is_empty() && url.password().is_none() && is_private(&url)
    })
}

fn is_word(text: &str) -> bool {
    !text.is_empty() && text.len() <= 200 && text.bytes().all(|byte| byte.is_ascii_graphic())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
    use super::*;
    use crate::providers::Providers;

    fn good() -> ProviderSettings {
        ProviderSettings {
            id: "kommunen".to_owned(),
            name: ServiceName::Plain("Exempelstads kommun".to_owned()),
            issuer: "https://login.example.se/exempelstad".to_owned(),
            client_id: "riktning".to_owned(),
            client_secret: Some(ServiceSecret("hemligt".to_owned())),
            scopes: vec!["groups".to_owned()],
            person: "sub".to_owned(),
            groups: "groups".to_owned(),
            two_steps: TwoSteps::Told,
            rules: Vec::new(),
        }
    }

    fn fault(change: impl Fn(&mut ProviderSettings)) -> Option<Fault> {
        let mut own = good();
        change(&mut own);
        let made = Providers::new(vec![own], "https://mal.example.se");
        made.err().map(|wrong| wrong.fault)
    }

    #[test]
    fn a_service_is_one_or_says_what_it_lacks() {
        assert_eq!(fault(|_| {}), None);
        assert_eq!(fault(|own| own.person = "oid".to_owned()), None);
        for bad in ["", "Kommunen", "a/b", "å", "a b", &"a".repeat(41)] {
            assert_eq!(
                fault(|own| own.id = bad.to_owned()),
                Some(Fault::Id),
                "{bad}"
            );
        }
        for bad in [
            "login.example.se",
            "http://login.example.se",
            "https://login.example.se/?tenant=1",
            "https://login.example.se/#x",
            "https://user:password@login.example.se/",
            "",
        ] {
            let said = fault(|own| own.issuer = bad.to_owned());
            assert_eq!(said, Some(Fault::Issuer), "{bad}");
        }
        for bad in ["email", "Email", "preferred_username", "upn", "name"] {
            let said = fault(|own| own.person = bad.to_owned());
            assert_eq!(said, Some(Fault::Person), "{bad}");
        }
        assert_eq!(
            fault(|own| own.client_id = " ".to_owned()),
            Some(Fault::Client)
        );
        assert_eq!(
            fault(|own| own.groups = "a b".to_owned()),
            Some(Fault::Word)
        );
        assert_eq!(
            fault(|own| own.scopes = vec![String::new()]),
            Some(Fault::Word)
        );
        let long = "x".repeat(61);
        let nameless = [ServiceName::Plain(long), ServiceName::Each(BTreeMap::new())];
        for name in nameless {
            assert_eq!(fault(|own| own.name = name.clone()), Some(Fault::Name));
        }
        let twice = Providers::new(vec![good(), good()], "https://mal.example.se");
        assert_eq!(twice.unwrap_err().fault, Fault::Twice);
        let nowhere = Providers::new(vec![good()], "mal.example.se");
        assert_eq!(nowhere.unwrap_err().fault, Fault::PublicUrl);
    }

    #[test]
    fn a_secret_is_not_printed() {
        assert!(!format!("{:?}", good()).contains("hemligt"));
    }
}
