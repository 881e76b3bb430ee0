//! Who is mentioned in a comment: typed as `@` and the name to sign in with, or chosen in a list. In
//! the store an id stands for them, so that no name is left where somebody is erased.

use super::Remark;
use crate::app::App;
use riktning_domain::comments::CommentOn;
use riktning_domain::ids::PersonId;
use std::collections::BTreeSet;
use std::sync::Arc;
use uuid::Uuid;

/// The letters of an id in a text.
const ID: usize = 36;

/// A part of a comment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Said {
    /// Plain text.
    Text(String),
    /// Somebody who is mentioned, by what colleagues call them; none who is no longer here.
    Person(Option<Arc<str>>),
}

/// Text with those whom it names by `@`, and what named nobody.
struct Named {
    text: String,
    people: BTreeSet<PersonId>,
    nobody: Vec<String>,
}

impl App {
    /// A text with ids in place of the names after `@`, and all who are to be told of it. Those who
    /// cannot read it are told by what they were called.
    pub(super) fn marked(
        &self,
        author: PersonId,
        on: &CommentOn,
        remark: &Remark,
    ) -> Result<(String, BTreeSet<PersonId>), Vec<String>> {
        let reads = |person: PersonId| self.inside(person, |i, _| i.reads_comment(on));
        let named = self.named(&remark.text, reads);
        let mut cannot = named.nobody;
        let mut people = named.people;
        // Who is offered may read the plan; whom nobody offered is nobody.
        let offered = self.whom_to_tell(author, on.plan, on.row);
        for one in offered
            .iter()
            .filter(|one| remark.tell.contains(&one.person))
        {
            match reads(one.person) {
                true => people.insert(one.person),
                false => {
                    cannot.push(one.name.to_string());
                    continue;
                }
            };
        }
        let is_offered = |id: &PersonId| offered.iter().any(|one| one.person == *id);
        let others = remark
            .tell
            .iter()
            .filter(|id| !is_offered(id) && **id != author);
        // Nobody believes that they have told somebody whom they have not.
        cannot.extend(others.map(|id| {
            self.name_of(*id)
                .map_or_else(|| "…".to_owned(), |name| name.to_string())
        }));
        people.remove(&author);
        match cannot.is_empty() {
            true => Ok((named.text, people)),
            false => Err(cannot),
        }
    }

    fn named(&self, typed: &str, reads: impl Fn(PersonId) -> bool) -> Named {
        let everybody = self.everybody();
        let known = |login: &str| {
            let mut people = everybody.iter();
            people.find(|one| one.login == login).map(|one| one.id)
        };
        let (mut text, mut rest) = (String::new(), typed);
        let (mut people, mut nobody) = (BTreeSet::new(), Vec::new());
        while let Some(at) = rest.find('@') {
            text.push_str(&rest[..at]);
            rest = &rest[at + 1..];
            let end = rest.find(|c: char| !fits(c)).unwrap_or(rest.len());
            // An address of mail names nobody here.
            let inside_a_word = text.chars().next_back().is_some_and(fits);
            let run = &rest[..end];
            let mut names = shorter(run).map(|name| (name, name.to_lowercase()));
            let found = names.find_map(|(name, login)| Some((name.len(), known(&login)?)));
            match found.filter(|(_, person)| !inside_a_word && reads(*person)) {
                Some((length, person)) => {
                    text.push_str(&format!("@{person}"));
                    people.insert(person);
                    rest = &rest[length..];
                }
                None => {
                    text.push('@');
                    let name = run.trim_end_matches(MARKS);
                    if !inside_a_word && !name.is_empty() {
                        nobody.push(format!("@{name}"));
                    }
                }
            }
        }
        text.push_str(rest);
        Named {
            text,
            people,
            nobody,
        }
    }

    /// What a comment says, part by part.
    pub(crate) fn spoken(&self, text: &str) -> Vec<Said> {
        let parts = parts(text).into_iter().map(|part| match part {
            Ok(text) => Said::Text(text.to_owned()),
            Err(person) => Said::Person(self.name_of(person)),
        });
        parts.collect()
    }

    /// What a comment says, as its author would type it.
    pub(crate) fn typed(&self, text: &str) -> String {
        let parts = parts(text).into_iter().map(|part| match part {
            Ok(text) => text.to_owned(),
            Err(person) => {
                let login = self.login_of(person);
                login.map_or_else(|| "…".to_owned(), |login| format!("@{login}"))
            }
        });
        parts.collect()
    }
}

/// The marks that a name to sign in with may have, and with which a sentence ends too.
const MARKS: [char; 4] = ['.', '-', '_', '@'];

/// Whether a letter may stand in a name to sign in with.
fn fits(letter: char) -> bool {
    letter.is_alphanumeric() || MARKS.contains(&letter)
}

/// A run of letters, and the same without each mark at its end: whoever ends a sentence with a name
/// has named them.
fn shorter(run: &str) -> impl Iterator<Item = &str> {
    std::iter::successors(Some(run), |run| run.strip_suffix(MARKS))
}

/// Plain text, and the ids that stand in it.
fn parts(text: &str) -> Vec<Result<&str, PersonId>> {
    let (mut parts, mut from) = (Vec::new(), 0);
    for (at, _) in text.match_indices('@') {
        // Only what we have put there ourselves: a name is found at the beginning of a word.
        if text[..at].chars().next_back().is_some_and(fits) {
            continue;
        }
        let id = text.get(at + 1..at + 1 + ID);
        let Some(id) = id.and_then(|id| Uuid::parse_str(id).ok()) else {
            continue;
        };
        if at > from {
            parts.push(Ok(&text[from..at]));
        }
        parts.push(Err(PersonId(id)));
        from = at + 1 + ID;
    }
    if from < text.len() {
        parts.push(Ok(&text[from..]));
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_found_without_the_mark_that_ends_the_sentence() {
        let all: Vec<_> = shorter("kim.ek.-").collect();
        assert_eq!(all, ["kim.ek.-", "kim.ek.", "kim.ek"]);
    }

    #[test]
    fn ids_stand_apart_from_the_text_around_them() {
        let id = Uuid::from_u128(7);
        let text = format!("Hej @{id}, och @ingen @");
        let person = Err(PersonId(id));
        assert_eq!(parts(&text), [Ok("Hej "), person, Ok(", och @ingen @")]);
        assert_eq!(parts(""), []);
        let typed = format!("a@{id}");
        assert_eq!(parts(&typed), [Ok(typed.as_str())]);
    }
}
