//! The sign-in services that stand in the TOML file.

use crate::options::Defaults;
use crate::person::role;
use crate::say;
use crate::store::WrongUse;
use anyhow::{Context as _, Result};
use riktning_app::App;
use riktning_app::providers::{
    Fault, GroupRule, NotAProvider, ProviderSettings, Providers, ServiceName, ServiceSecret,
    TwoSteps,
};
use riktning_domain::Slug;
use riktning_store::regular_file;
use riktning_words::{Language, Words};
use serde::{Deserialize, Deserializer, de};
use std::collections::BTreeMap;
use std::io::Read as _;
use std::path::{Path, PathBuf};

/// Bytes of a file with a secret.
const SECRET: u64 = 4 << 10;

/// A sign-in service, as the file has it.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Provider {
    id: String,
    name: Name,
    issuer: String,
    client_id: String,
    client_secret_file: Option<PathBuf>,
    #[serde(default)]
    scopes: Vec<String>,
    person: Option<String>,
    groups: Option<String>,
    two_steps: Option<Steps>,
    #[serde(default)]
    role: Vec<Rule>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(untagged, expecting = "a name, or one for each of sv, fi and en")]
enum Name {
    Plain(String),
    Each(Each),
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Each {
    sv: String,
    fi: String,
    en: String,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(untagged, expecting = "\"always\", or a list of kinds")]
enum Steps {
    Always(Always),
    Kinds(Vec<String>),
}

#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Always {
    Always,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Rule {
    group: String,
    #[serde(deserialize_with = "role_in_toml")]
    role: riktning_domain::permissions::Role,
    #[serde(deserialize_with = "slug_in_toml")]
    body: Slug,
}

fn role_in_toml<'de, D: Deserializer<'de>>(
    from: D,
) -> Result<riktning_domain::permissions::Role, D::Error> {
    role(&String::deserialize(from)?).map_err(de::Error::custom)
}

fn slug_in_toml<'de, D: Deserializer<'de>>(from: D) -> Result<Slug, D::Error> {
    let text = String::deserialize(from)?;
    Slug::parse(&text).ok_or_else(|| de::Error::custom("it is no body's part of an address"))
}

/// The services of the file, on the site that residents know by an address.
pub(crate) fn of(defaults: &Defaults, public_url: Option<&str>, words: Words) -> Result<Providers> {
    let all = &defaults.provider;
    if all.is_empty() {
        return Ok(Providers::default());
    }
    let public_url = public_url.ok_or_else(|| {
        let flag = [("flag", "--public-url")];
        WrongUse(words.with("cli-provider-no-address", &flag))
    })?;
    let settings = all.iter().map(|own| own.settings(words));
    let settings = settings.collect::<Result<Vec<_>>>()?;
    Providers::new(settings, public_url).map_err(|wrong| WrongUse(told(&wrong, words)).into())
}

/// Says which rules give a role at a body that there is not: after a reorganisation, say. They
/// give nothing until the file is mended, and the rest goes on.
pub(crate) fn warn(app: &App, defaults: &Defaults, words: Words) {
    for own in &defaults.provider {
        for rule in &own.role {
            let there = app.published(app.today(), |p| {
                p.body_at(&rule.body).is_some_and(|body| !body.has_ended())
            });
            if !there {
                let body = rule.body.to_string();
                let said = [("id", own.id.as_str()), ("body", &body)];
                say::fault(&words.with("cli-provider-no-body", &said));
            }
        }
    }
}

impl Provider {
    fn settings(&self, words: Words) -> Result<ProviderSettings> {
        let or_else =
            |given: &Option<String>, usual: &str| given.clone().unwrap_or_else(|| usual.to_owned());
        let rules = self.role.iter().cloned().map(|rule| GroupRule {
            group: rule.group,
            role: rule.role,
            body: rule.body,
        });
        Ok(ProviderSettings {
            id: self.id.clone(),
            name: self.name.clone().into(),
            issuer: self.issuer.clone(),
            client_id: self.client_id.clone(),
            client_secret: self.secret(words)?,
            scopes: self.scopes.clone(),
            person: or_else(&self.person, "sub"),
            groups: or_else(&self.groups, "groups"),
            two_steps: match self.two_steps.clone() {
                None => TwoSteps::Told,
                Some(Steps::Always(Always::Always)) => TwoSteps::Always,
                Some(Steps::Kinds(kinds)) => TwoSteps::Kinds(kinds),
            },
            rules: rules.collect(),
        })
    }

    /// Out of its variable, else out of its file. In the file of the options itself it would be read
    /// by whoever reads those.
    fn secret(&self, words: Words) -> Result<Option<ServiceSecret>> {
        let name = self.id.to_uppercase().replace('-', "_");
        let variable = std::env::var(format!("RIKTNING_CLIENT_SECRET_{name}"));
        if let Some(secret) = variable.ok().filter(|secret| !secret.is_empty()) {
            return Ok(Some(ServiceSecret(secret)));
        }
        let Some(file) = &self.client_secret_file else {
            return Ok(None);
        };
        let secret = read(file).with_context(|| {
            let file = file.display().to_string();
            words.with("cli-file-unreadable", &[("file", &file)])
        })?;
        Ok(Some(ServiceSecret(secret)))
    }
}

fn read(file: &Path) -> std::io::Result<String> {
    let mut text = String::new();
    regular_file(file)?.take(SECRET).read_to_string(&mut text)?;
    Ok(text.trim_end_matches(['\r', '\n']).to_owned())
}

impl From<Name> for ServiceName {
    fn from(name: Name) -> Self {
        let each = match name {
            Name::Plain(name) => return ServiceName::Plain(name),
            Name::Each(each) => each,
        };
        let of = |language| match language {
            Language::Sv => each.sv.clone(),
            Language::Fi => each.fi.clone(),
            Language::En => each.en.clone(),
        };
        let all = Language::ALL.into_iter();
        let all: BTreeMap<_, _> = all.map(|own| (own.tag(), of(own))).collect();
        ServiceName::Each(all)
    }
}

/// What is wrong with a service, in a sentence that says what would be right.
fn told(wrong: &NotAProvider, words: Words) -> String {
    let key = match wrong.fault {
        Fault::Id => "cli-provider-id",
        Fault::Twice => "cli-provider-twice",
        Fault::Name => "cli-provider-name",
        Fault::Issuer => "cli-provider-issuer",
        Fault::Client => "cli-provider-client",
        Fault::Person => "cli-provider-person",
        Fault::Word => "cli-provider-word",
        Fault::PublicUrl => "cli-provider-no-address",
    };
    let said = [("id", wrong.id.as_str()), ("flag", "--public-url")];
    words.with(key, &said)
}
