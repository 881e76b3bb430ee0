//! Those who plan, and the clock that goes on between what they do.

use crate::desk::{Desk, body};
use crate::town::Town;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use riktning_app::Clock;
use riktning_app::clock::Hands;
use riktning_app::people::new_person;
use riktning_domain::Command;
use riktning_domain::ids::PersonId;
use riktning_domain::permissions::{GrantRole, Role};
use riktning_store::MemoryJournal;
use std::cell::RefCell;
use std::collections::BTreeMap;

/// A year that is lived through.
pub(super) struct Year {
    pub(super) town: Town,
    hands: Hands,
    /// By what they are called here: who they are and how they sign in.
    people: RefCell<BTreeMap<String, (PersonId, String)>>,
}

impl Year {
    /// Exempelstad in the morning of a day, as it had been lived until then.
    pub(super) async fn begun(day: Date) -> Year {
        let zone = TimeZone::get("Europe/Stockholm").unwrap();
        let morning = day.at(9, 0, 0, 0).to_zoned(zone).unwrap().timestamp();
        let (clock, hands) = Clock::turned(morning);
        let journal = MemoryJournal::new().unwrap();
        Year {
            town: Town::with(clock, Box::new(journal)).await,
            hands,
            people: RefCell::default(),
        }
    }

    /// Goes on to a later day.
    pub(super) fn goes_on_to(&self, day: Date) {
        let days = self.town.app.today().until(day).unwrap().get_days();
        assert!(days > 0, "{day} is no later day");
        self.hands
            .turn(jiff::SignedDuration::from_hours(24 * i64::from(days)));
        assert_eq!(self.town.app.today(), day);
    }

    /// Gives somebody roles, who may be new.
    pub(super) async fn grants(&self, login: &str, roles: &[(Role, &str)]) {
        let known = self.people.borrow().get(login).map(|(person, _)| *person);
        let person = known.unwrap_or_else(new_person);
        for (role, slug) in roles {
            let grant = GrantRole {
                person,
                role: *role,
                body: body(&self.town, slug),
                from: self.town.app.today(),
                to: None,
            };
            self.town.perform(Command::GrantRole(grant)).await;
        }
        if known.is_none() {
            let name = format!("{login} Exempel");
            self.town
                .app
                .add_person(person, login, &name)
                .await
                .unwrap();
            let who = (person, login.to_owned());
            self.people.borrow_mut().insert(login.to_owned(), who);
        }
    }

    pub(super) fn id(&self, who: &str) -> PersonId {
        self.people.borrow()[who].0
    }

    /// What somebody did is another's from now on.
    pub(super) fn is_now(&self, who: &str, another: &str) {
        let another = self.people.borrow()[another].clone();
        self.people.borrow_mut().insert(who.to_owned(), another);
    }

    /// Somebody signs in: the evening before ended what they had.
    pub(super) async fn desk(&self, who: &str) -> Desk<'_> {
        let (person, login) = self.people.borrow()[who].clone();
        Desk::back(&self.town, person, &login).await
    }
}
