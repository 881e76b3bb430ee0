//! Orders of somebody who has looked first: what they ask for is compared with what stands, and written
//! only where nobody came between the comparison and the writing.

use crate::app::{App, Unperformed};
use riktning_domain::Inside;
use riktning_domain::command::{Command, Now};
use riktning_domain::ids::PersonId;
use riktning_domain::permissions::User;

/// How often it is looked anew where others write meanwhile. Each time somebody else has got theirs written,
/// so that few come near it; who does is told that nothing was stored.
const LOOKS: usize = 40;

/// What a look at what stands found.
pub(crate) enum Looked<T> {
    /// It stands already: the same form sent twice.
    Stands(T),
    /// These commands make it so, all or none.
    Asks(Vec<Command>, T),
}

impl App {
    /// Looks at what stands and performs what that asks for, if nothing has been recorded meanwhile;
    /// otherwise it looks again. `failed` says of what was found what an order that failed means.
    ///
    /// # Errors
    /// What the look said, or what `failed` made of it; then nothing was stored.
    pub(crate) async fn perform_looked<T, E>(
        &self,
        person: PersonId,
        look: impl Fn(Inside<'_>, Now) -> Result<Looked<T>, E>,
        failed: impl Fn(&T, Unperformed) -> E,
    ) -> Result<T, E> {
        let mut looks = 1;
        loop {
            let (looked, at) = self.inside(person, |i, now| (look(i, now), i.position()));
            let (commands, found) = match looked? {
                Looked::Stands(found) => return Ok(found),
                Looked::Asks(commands, found) => (commands, found),
            };
            match self.perform_seen(User::Person(person), commands, at).await {
                Ok(_) => return Ok(found),
                Err(Unperformed::Moved) if looks < LOOKS => looks += 1,
                Err(error) => return Err(failed(&found, error)),
            }
        }
    }
}
