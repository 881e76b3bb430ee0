//! The year of somebody as a calendar that their own program follows, by an address that nobody can
//! guess. The store keeps its hash alone, as of a sign-in.

use crate::app::{App, Unperformed};
use crate::passwords;
use crate::work::{Moment, coming};
use jiff::{Timestamp, ToSpan as _};
use riktning_domain::Text;
use riktning_domain::ids::PersonId;
use riktning_store::Digest;

/// How long an address is: what is no such address is not asked of the store.
const LENGTH: usize = 64;

/// What stands in somebody's calendar.
#[derive(Clone, Debug, PartialEq)]
pub struct Calendar {
    /// The municipality as it calls itself.
    pub municipality: Text,
    /// What concerns them, from a year ago on, day by day.
    pub moments: Vec<Moment>,
    /// When it was read.
    pub at: Timestamp,
}

impl App {
    /// Gives somebody an address instead of the one they had; none if the machine gives no random
    /// bytes, or if they are no longer here.
    ///
    /// # Errors
    /// [`Unperformed`] if it could not be kept.
    pub async fn new_calendar(&self, person: PersonId) -> Result<Option<String>, Unperformed> {
        let Some(token) = passwords::token() else {
            return Ok(None);
        };
        let digest = Digest::of(token.as_bytes());
        let kept = self.rows(move |store| store.keep_feed(person, Some(digest)));
        Ok(kept.await?.then_some(token))
    }

    /// Takes somebody's address away: no program follows it any more.
    ///
    /// # Errors
    /// [`Unperformed`] if it could not be taken away.
    pub async fn end_calendar(&self, person: PersonId) -> Result<(), Unperformed> {
        let ended = self.rows(move |store| store.keep_feed(person, None));
        ended.await.map(|_| ())
    }

    /// Whether somebody has an address.
    ///
    /// # Errors
    /// [`Unperformed`] if the store could not be asked.
    pub async fn has_calendar(&self, person: PersonId) -> Result<bool, Unperformed> {
        self.rows(move |store| store.has_feed(person)).await
    }

    /// The calendar that an address leads to; none if nobody has it, or if whoever has it reads nothing
    /// here any more.
    ///
    /// # Errors
    /// [`Unperformed`] if the store could not be asked.
    pub async fn calendar(&self, token: &str) -> Result<Option<Calendar>, Unperformed> {
        let is_one = token.len() == LENGTH && token.bytes().all(|byte| byte.is_ascii_hexdigit());
        if !is_one {
            return Ok(None);
        }
        let digest = Digest::of(token.as_bytes());
        let Some(person) = self.rows(move |store| store.feed(digest)).await? else {
            return Ok(None);
        };
        let at = self.instant();
        Ok(self.inside(person, |i, now| {
            let group = i.published().group()?;
            let from = now.today.checked_sub(1.year()).unwrap_or(now.today);
            i.reads_content().then(|| Calendar {
                municipality: group.name.clone(),
                moments: coming(i, from),
                at,
            })
        }))
    }
}
