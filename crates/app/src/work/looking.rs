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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Clock;
    use jiff::civil::date;
    use riktning_domain::group::DescribeGroup;
    use riktning_store::MemoryJournal;
    use std::cell::Cell;
    use tokio::runtime::Builder;
    use uuid::Uuid;

    fn called(n: usize) -> Command {
        Command::DescribeGroup(DescribeGroup {
            name: "Exempelstads kommun".into(),
            place: format!("Exempelstad {n}").into(),
            code: None,
            invented: true,
        })
    }

    #[tokio::test]
    async fn whoever_is_always_overtaken_is_told_so_and_nothing_of_theirs_is_stored() {
        let journal = Box::new(MemoryJournal::new().unwrap());
        let clock = Clock::Fixed(date(2026, 1, 5));
        let app = App::open(journal, clock, &mut |_| {}).unwrap();
        let looks = Cell::new(0);
        let look = |_: Inside<'_>, _: Now| {
            looks.set(looks.get() + 1);
            let (other, n) = (app.clone(), looks.get());
            // Somebody else has theirs written while this one looks.
            let write = move || {
                let threads = Builder::new_current_thread().build().unwrap();
                threads.block_on(other.perform(User::Import, called(n)))
            };
            std::thread::spawn(write).join().unwrap().unwrap();
            Ok(Looked::Asks(vec![called(0)], ()))
        };
        let person = PersonId(Uuid::from_u128(1));
        let told = app.perform_looked(person, look, |(): &(), error| error);
        assert!(matches!(told.await, Err(Unperformed::Moved)));
        assert_eq!((looks.get(), app.position()), (LOOKS, LOOKS as u64));
    }
}
