//! The invented people of Exempelstad, one for each role, with a new one-time password at each
//! start of the demonstration.

use anyhow::{Result, anyhow};
use riktning_app::App;
use riktning_app::people::NotKept;
use riktning_domain::ids::PersonId;
use riktning_words::Words;
use uuid::Uuid;

/// The role, the name to sign in with, and the name: plainly invented. The role is a key in
/// `work.ftl`.
// words-keys: role-*
const PEOPLE: [(&str, &str, &str); 10] = [
    ("role-strategist", "kim", "Kim Exempel"),
    ("role-contributor", "sasha", "Sasha Exempel"),
    ("role-approver", "robin", "Robin Exempel"),
    ("role-registrar", "alex", "Alex Exempel"),
    ("role-controller", "elis", "Elis Exempel"),
    ("role-process-owner", "noa", "Noa Exempel"),
    ("role-editor", "sam", "Sam Exempel"),
    ("role-auditor", "mika", "Mika Exempel"),
    ("role-reader", "charlie", "Charlie Exempel"),
    ("role-administrator", "love", "Love Exempel"),
];

/// A line for each: the role, the name to sign in with, the password.
pub(crate) async fn one_of_each(app: &App, words: Words) -> Result<Vec<String>> {
    let mut lines = Vec::with_capacity(PEOPLE.len());
    for (role, login, name) in PEOPLE {
        let person = id_of(login);
        let known = app.name_of(person).is_some();
        if !known {
            kept(app.add_person(person, login, name).await)?;
        }
        let password = kept(app.one_time_password(person).await)?;
        lines.push(format!("  {:<16} {login:<8} {password}", words.text(role)));
    }
    Ok(lines)
}

/// The id that the files of the scenario derive from a name.
fn id_of(login: &str) -> PersonId {
    let town = Uuid::new_v5(&Uuid::NAMESPACE_URL, b"exempelstad");
    PersonId(Uuid::new_v5(&town, login.as_bytes()))
}

fn kept<T>(done: Result<T, NotKept>) -> Result<T> {
    done.map_err(|error| anyhow!(error).context("the people of Exempelstad were not kept"))
}
