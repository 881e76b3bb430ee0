//! The link in a letter by which somebody reports without a password: narrow, for a while, and kept as a
//! hash alone.
//!
//! To open the link changes nothing, since whatever looks through mail for harm opens it too. What its
//! page sends exchanges it for what the browser holds from then on.

use crate::app::{App, Unperformed};
use crate::passwords;
use crate::people::Colleague;
use jiff::{SignedDuration, Timestamp};
use riktning_domain::Names;
use riktning_domain::ids::{ElementId, PersonId, RoundId};
use riktning_store::{Digest, Link, LinkLogin, Store, StoreError};
use uuid::Uuid;

/// How long a link is in letters and digits: what is none is not asked of the store.
const LENGTH: usize = 64;
/// How long a browser stays in by a link.
const STAYS: SignedDuration = SignedDuration::from_hours(12);
/// How long a link is kept, whatever the round says: the last letter of a round is sent days after its last day.
const KEPT: SignedDuration = SignedDuration::from_hours(180 * 24);

/// Somebody who came by a link, and what it opens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ByLink {
    /// Who.
    pub colleague: Colleague,
    /// In which round.
    pub round: RoundId,
    /// The rows that it is for.
    pub rows: Vec<ElementId>,
}

/// Where a link leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LedTo {
    /// Whose it is.
    pub person: PersonId,
    /// The round.
    pub round: RoundId,
    /// What it is called.
    pub names: Names,
}

/// A link that is made for a letter, before it is kept.
#[derive(Clone, Debug)]
pub(crate) struct NewLink {
    /// What stands in the letter.
    pub(crate) token: String,
    /// What is kept of it.
    pub(crate) link: Link,
}

impl App {
    /// Makes a link to the rows that wait for somebody in a round; none where none wait, where it would open
    /// nothing since no last day says for how long, where links are turned off, or where the machine gives no
    /// random bytes.
    pub(crate) fn new_link(
        &self,
        person: PersonId,
        round: RoundId,
        letter: Uuid,
    ) -> Option<NewLink> {
        let token = passwords::token()?;
        let rows = self.inside(person, |i, _| match i.takes_links(round) {
            true => i.rows_to_report(round),
            false => Vec::new(),
        });
        let link = Link {
            digest: Digest::of(token.as_bytes()),
            person,
            round,
            rows,
            letter,
            made: self.clock().attended(),
        };
        (self.sends_links() && !link.rows.is_empty()).then_some(NewLink { token, link })
    }

    /// Where a link leads; none if it leads nowhere any more.
    ///
    /// # Errors
    /// [`Unperformed`] if the store could not be asked.
    pub async fn led_to(&self, token: &str) -> Result<Option<LedTo>, Unperformed> {
        let Some(link) = self.link_of(token).await? else {
            return Ok(None);
        };
        Ok(self.inside(link.person, |i, _| {
            let round = i.round(link.round)?;
            Some(LedTo {
                person: link.person,
                round: link.round,
                names: round.said.names.clone(),
            })
        }))
    }

    /// Exchanges a link for what a browser holds; none if it leads nowhere any more, or if the machine gives no
    /// random bytes.
    ///
    /// # Errors
    /// [`Unperformed`] if it could not be kept.
    pub async fn exchange_link(&self, token: &str) -> Result<Option<String>, Unperformed> {
        let (Some(link), Some(held)) = (self.link_of(token).await?, passwords::token()) else {
            return Ok(None);
        };
        let login = LinkLogin {
            digest: Digest::of(held.as_bytes()),
            link: link.digest,
            begun: self.clock().attended(),
        };
        let kept = self
            .rows(move |store| store.keep_link_login(&login))
            .await?;
        Ok(kept.then_some(held))
    }

    /// Who a browser lets in by a link, if it still does.
    pub async fn by_link(&self, held: &str) -> Option<ByLink> {
        if !is_one(held) {
            return None;
        }
        let digest = Digest::of(held.as_bytes());
        let found = self.rows(move |store| store.link_login(digest)).await;
        // Where the store cannot be asked nobody comes in by a link.
        let (link, begun) = found.ok()??;
        let now = self.clock().attended();
        let fresh = begun <= now && now.duration_since(begun) <= STAYS;
        let link = Some(link).filter(|link| fresh && self.opens(link))?;
        Some(ByLink {
            colleague: self.colleague_by_link(link.person)?,
            round: link.round,
            rows: link.rows,
        })
    }

    /// Signs out a browser that came by a link.
    ///
    /// # Errors
    /// [`Unperformed`] if it could not be written.
    pub async fn leave_link(&self, held: &str) -> Result<(), Unperformed> {
        let digest = Digest::of(held.as_bytes());
        self.rows(move |store| store.end_link_login(digest)).await
    }

    /// The link of what stands in a letter, if it may still be exchanged: rows of it wait.
    async fn link_of(&self, token: &str) -> Result<Option<Link>, Unperformed> {
        if !is_one(token) {
            return Ok(None);
        }
        let digest = Digest::of(token.as_bytes());
        let link = self.rows(move |store| store.link(digest)).await?;
        let waits = |link: &Link| {
            let waits = self.inside(link.person, |i, _| i.rows_to_report(link.round));
            link.rows.iter().any(|row| waits.contains(row))
        };
        Ok(link.filter(|link| self.opens(link) && waits(link)))
    }

    /// Whether what a link opens is still open to whoever has it.
    fn opens(&self, link: &Link) -> bool {
        let takes = || self.inside(link.person, |i, _| i.takes_links(link.round));
        self.sends_links() && !self.is_barred(link.person) && takes()
    }
}

/// Throws away links that no round of a year still waits for, and browsers that came by one long ago.
pub(crate) fn throw_away(store: &mut dyn Store, now: Timestamp) -> Result<(), StoreError> {
    let before = |kept| now.saturating_sub(kept).unwrap_or_default();
    store.erase_links(before(KEPT), before(STAYS))
}

/// Whether something could be what stands in a letter or what a browser holds.
pub fn is_one(token: &str) -> bool {
    token.len() == LENGTH && token.bytes().all(|byte| byte.is_ascii_hexdigit())
}
