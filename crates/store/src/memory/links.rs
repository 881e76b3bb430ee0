//! The tables of links, in memory.

use super::MemoryJournal;
use crate::error::StoreError;
use crate::links::{Link, LinkLogin, LinkTable};
use crate::row::Digest;
use jiff::Timestamp;
use riktning_domain::ids::PersonId;

impl MemoryJournal {
    pub(super) fn forget_links(&mut self, ends: impl Fn(&Link) -> bool) {
        self.links.retain(|link| !ends(link));
        let links = &self.links;
        let stands = |login: &LinkLogin| links.iter().any(|link| link.digest == login.link);
        self.link_logins.retain(stands);
    }
}

impl LinkTable for MemoryJournal {
    fn keep_link(&mut self, link: &Link) -> Result<bool, StoreError> {
        if !self.people.contains_key(&link.person) {
            return Ok(false);
        }
        self.forget_links(|old| {
            let same = old.person == link.person && old.round == link.round;
            same && old.letter != link.letter
        });
        self.links.push(link.clone());
        Ok(true)
    }

    fn link(&self, digest: Digest) -> Result<Option<Link>, StoreError> {
        let link = self.links.iter().find(|link| link.digest == digest);
        Ok(link.cloned())
    }

    fn keep_link_login(&mut self, login: &LinkLogin) -> Result<bool, StoreError> {
        let stands = self.links.iter().any(|link| link.digest == login.link);
        if stands {
            self.link_logins.push(*login);
        }
        Ok(stands)
    }

    fn link_login(&self, digest: Digest) -> Result<Option<(Link, Timestamp)>, StoreError> {
        let login = self.link_logins.iter().find(|login| login.digest == digest);
        let Some(login) = login else {
            return Ok(None);
        };
        let link = self.link(login.link)?;
        Ok(link.map(|link| (link, login.begun)))
    }

    fn end_links(&mut self, person: PersonId) -> Result<(), StoreError> {
        self.forget_links(|link| link.person == person);
        Ok(())
    }

    fn erase_links(&mut self, made: Timestamp, begun: Timestamp) -> Result<(), StoreError> {
        self.link_logins.retain(|login| login.begun >= begun);
        self.forget_links(|link| link.made < made);
        Ok(())
    }

    fn end_link_login(&mut self, digest: Digest) -> Result<(), StoreError> {
        self.link_logins.retain(|login| login.digest != digest);
        Ok(())
    }
}
