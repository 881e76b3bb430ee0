//! *Post*: what mail waits, has been sent and has come back, for whoever looks after people or the
//! public site. To whom a letter goes only the former are told, and what stands in it nobody.

use super::WorkFrame;
use crate::app::{App, Unperformed};
use crate::followers::mail::{Flow, Letter, LetterKind, LetterStanding, Mailbox, Trouble, flow};
use jiff::civil::DateTime;
use jiff::{SignedDuration, Timestamp};
use riktning_domain::ids::{NoticeId, PersonId};
use riktning_domain::local_time::local;
use riktning_domain::published::PublicNotice;
use riktning_domain::{Inside, Names, Text};
use std::sync::Arc;
use uuid::Uuid;

/// How long a letter is tried once somebody has asked for it.
const TRIED: SignedDuration = SignedDuration::from_hours(72);
/// How many letters are shown of each kind.
const SHOWN: usize = 100;

/// A letter in the list.
#[derive(Clone, Debug, PartialEq)]
pub struct LetterRow {
    /// Which letter.
    pub id: Uuid,
    /// To whom, for whoever looks after people.
    pub to: Option<Arc<str>>,
    /// The receiving domain.
    pub domain: String,
    /// What it is about.
    pub kind: LetterKind,
    /// What has become of it.
    pub standing: LetterStanding,
    /// How often it was tried.
    pub tries: usize,
    /// When anything became of it, local time.
    pub changed: DateTime,
    /// When it is sent or tried next, local time, if it waits.
    pub due: Option<DateTime>,
    /// What the server answered.
    pub answer: Option<String>,
}

impl LetterRow {
    /// Whether it has not arrived, for now or for good, and nobody has given it up.
    pub fn has_failed(&self) -> bool {
        match self.standing {
            LetterStanding::Waiting => self.tries > 0,
            LetterStanding::Bounced | LetterStanding::Expired => true,
            LetterStanding::Sent | LetterStanding::GivenUp => false,
        }
    }
}

/// A notice that is ready to be published: mail to some domains does not arrive.
#[derive(Clone, Debug, PartialEq)]
pub struct NoticeDraft {
    /// The domains.
    pub domains: Vec<String>,
    /// The number that residents can call, if one is known.
    pub phone: Option<Text>,
}

/// A notice whose mail flows again.
#[derive(Clone, Debug, PartialEq)]
pub struct Mended {
    /// Which notice.
    pub id: NoticeId,
    /// What it is called.
    pub title: Names,
}

/// What the page knows.
#[derive(Clone, Debug, PartialEq)]
pub struct PostPage {
    /// What stands around the page.
    pub frame: WorkFrame,
    /// From whom mail is; none where none is sent.
    pub from: Option<String>,
    /// What is wrong with the server itself.
    pub trouble: Option<Trouble>,
    /// How mail goes, domain by domain.
    pub flows: Vec<Flow>,
    /// What has not arrived.
    pub failed: Vec<LetterRow>,
    /// What waits for its first time.
    pub waiting: Vec<LetterRow>,
    /// A notice that an editor can publish.
    pub draft: Option<NoticeDraft>,
    /// Notices that an editor can take down.
    pub mended: Vec<Mended>,
}

impl PostPage {
    /// Whether there is no letter of any kind.
    pub fn is_empty(&self) -> bool {
        self.flows.is_empty()
    }
}

/// What is to be done with a letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LetterDeed {
    /// It is tried once more, now.
    Retry,
    /// It is tried no more.
    GiveUp,
}

impl App {
    /// The page of mail; none for whoever looks after neither people nor the site.
    ///
    /// # Errors
    /// [`Unperformed`] if the store could not be asked.
    pub async fn post_page(&self, me: PersonId) -> Result<Option<PostPage>, Unperformed> {
        if !self.inside(me, |i, _| reads_post(i)) {
            return Ok(None);
        }
        let (letters, boxes) = self
            .rows(|store| Ok((store.letters()?, store.mailboxes()?)))
            .await?;
        let flows = flow(&letters, &boxes, self.clock().attended());
        let looks_after_people = self.inside(me, |i, _| i.looks_after_people());
        let rows = letters.iter().rev().map(|letter| {
            let to = looks_after_people.then(|| self.name_of(letter.person));
            row(letter, &boxes, to.flatten())
        });
        let rows: Vec<LetterRow> = rows.collect();
        let failed = rows.iter().filter(|row| row.has_failed()).take(SHOWN);
        let is_new = |row: &&LetterRow| row.standing == LetterStanding::Waiting && row.tries == 0;
        let waiting = rows.iter().filter(is_new).take(SHOWN);
        Ok(Some(self.inside(me, |i, _| PostPage {
            frame: WorkFrame::of(i),
            from: self.mail_from(),
            trouble: self.mail_trouble(),
            failed: failed.cloned().collect(),
            waiting: waiting.cloned().collect(),
            draft: i.edits_site().then(|| draft(i, &flows)).flatten(),
            mended: match i.edits_site() {
                true => mended(i, &flows),
                false => Vec::new(),
            },
            flows,
        })))
    }

    /// Does something with a letter that has not arrived or waits, or nothing. Whether somebody may:
    /// what is not there any more, or has been sent, stays as it is.
    ///
    /// # Errors
    /// [`Unperformed`] if it could not be written.
    pub async fn change_letter(
        &self,
        me: PersonId,
        id: Uuid,
        deed: Option<LetterDeed>,
    ) -> Result<bool, Unperformed> {
        if !self.inside(me, |i, _| reads_post(i)) {
            return Ok(false);
        }
        let Some(deed) = deed else {
            return Ok(true);
        };
        let now = self.clock().attended();
        self.rows(move |store| {
            if let Some(letter) = store.letter(id)?.and_then(|own| changed(own, deed, now)) {
                store.keep_letter(&letter)?;
            }
            Ok(true)
        })
        .await
    }
}

impl PostPage {
    /// Whether there is a notice to publish or to take down.
    pub fn has_proposal(&self) -> bool {
        self.draft.is_some() || !self.mended.is_empty()
    }
}

/// Whether somebody looks after mail.
pub(super) fn reads_post(i: Inside<'_>) -> bool {
    i.looks_after_people() || i.edits_site()
}

fn changed(mut letter: Letter, deed: LetterDeed, now: Timestamp) -> Option<Letter> {
    if letter.standing == LetterStanding::Sent {
        return None;
    }
    match deed {
        LetterDeed::Retry => {
            letter.standing = LetterStanding::Waiting;
            (letter.due, letter.until) = (now, now + TRIED);
        }
        LetterDeed::GiveUp => letter.standing = LetterStanding::GivenUp,
    }
    letter.changed = now;
    Some(letter)
}

fn row(letter: &Letter, boxes: &[Mailbox], to: Option<Arc<str>>) -> LetterRow {
    let own = boxes.iter().find(|own| own.person == letter.person);
    let own = own.and_then(|own| own.address.rsplit_once('@'));
    let domain = match letter.domain.is_empty() {
        false => letter.domain.clone(),
        true => own.map_or(String::new(), |(_, domain)| domain.to_owned()),
    };
    LetterRow {
        id: letter.id,
        to,
        domain,
        kind: letter.kind,
        standing: letter.standing,
        tries: usize::try_from(letter.tries).unwrap_or(usize::MAX),
        changed: local(letter.changed),
        due: (letter.standing == LetterStanding::Waiting).then(|| local(letter.due)),
        answer: Some(letter.answer.clone()).filter(|answer| !answer.is_empty()),
    }
}

/// A notice over the domains that fail, as far as none tells of them already.
fn draft(i: Inside<'_>, flows: &[Flow]) -> Option<NoticeDraft> {
    let p = i.published();
    let told = p.notices_above();
    let is_told = |domain: &str| told.iter().any(|notice| tells_of(notice, domain));
    let failing = flows.iter().filter(|flow| flow.fails());
    let domains = failing.map(|flow| flow.domain.clone());
    let domains: Vec<String> = domains.filter(|domain| !is_told(domain)).collect();
    let mut phones = p.offices().into_iter();
    let phone = phones.find_map(|office| office.description.phone.clone());
    (!domains.is_empty()).then_some(NoticeDraft { domains, phone })
}

fn tells_of(notice: &PublicNotice<'_>, domain: &str) -> bool {
    let mut affects = notice.said().affects.iter();
    affects.any(|names| names.sv.as_str() == Some(domain))
}

/// The notices that tell of domains to which mail flows again, to every one of them.
fn mended(i: Inside<'_>, flows: &[Flow]) -> Vec<Mended> {
    let standing = i.published().notices_above().into_iter();
    let flows_again = |notice: &PublicNotice<'_>| {
        let own = flows.iter().filter(|flow| tells_of(notice, &flow.domain));
        let own: Vec<&Flow> = own.collect();
        let since = notice.starts().unwrap_or(Timestamp::MIN);
        let all = own.iter().all(|flow| flow.flows_since(since));
        !own.is_empty() && own.len() == notice.said().affects.len() && all
    };
    let over = standing.filter(flows_again).map(|notice| Mended {
        id: notice.id,
        title: notice.said().title.clone(),
    });
    over.collect()
}
