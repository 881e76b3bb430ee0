//! The public site's own work (*webbplatsen*): its notices. It is the editor's, and nobody else finds
//! it.

use super::{PageDesk, PageRow, Unsaved, WorkFrame, derived};
use crate::app::{App, Unperformed};
use crate::views::listed::Standing;
use crate::views::site::Notice;
use crate::work::looking::Looked;
use jiff::civil::DateTime;
use riktning_domain::command::Command;
use riktning_domain::ids::{NoticeId, PersonId};
use riktning_domain::local_time::local;
use riktning_domain::permissions::User;
use riktning_domain::published::PublicNotice;
use riktning_domain::site::notices::{EndNotice, PublishNotice};
use riktning_domain::{Inside, Refusal};
use riktning_store::StoreError;
use uuid::Uuid;

/// A notice in the editor's list.
#[derive(Clone, Debug, PartialEq)]
pub struct NoticeRow {
    /// Which notice.
    pub id: NoticeId,
    /// How it stands now.
    pub standing: Standing,
    /// What residents see.
    pub shown: Notice,
    /// Whether some of it is in Swedish only.
    pub untranslated: bool,
}

impl NoticeRow {
    fn of(i: Inside<'_>, notice: &PublicNotice<'_>) -> NoticeRow {
        let p = i.published();
        NoticeRow {
            id: notice.id,
            standing: Standing::of(p, notice),
            shown: Notice::of(p, notice),
            untranslated: !is_translated(notice.said()),
        }
    }
}

/// Whether everything that a notice says is there in every language of the site.
fn is_translated(said: &PublishNotice) -> bool {
    let link = said.link.iter().map(|link| &link.names);
    let lists = said.alternatives.iter().chain(&said.affects);
    let mut all = [&said.title]
        .into_iter()
        .chain(&said.text)
        .chain(lists)
        .chain(link);
    all.all(|names| names.en.is_some() && names.fi.is_some())
}

/// What the editor's page knows.
#[derive(Clone, Debug, PartialEq)]
pub struct SiteDesk {
    /// What stands around the page.
    pub frame: WorkFrame,
    /// The notices that stand or are to come, the gravest first.
    pub notices: Vec<NoticeRow>,
    /// Those that are over, the latest first.
    pub over: Vec<NoticeRow>,
    /// The pages that are to be looked over before long, or should have been.
    pub due: Vec<PageRow>,
}

impl SiteDesk {
    /// The page of an editor; none for anybody else.
    pub fn of(i: Inside<'_>) -> Option<SiteDesk> {
        if !i.edits_site() {
            return None;
        }
        let pages = PageDesk::of(i)?;
        let rows = i.published().notices().into_iter();
        let rows = rows.map(|notice| (notice.starts(), NoticeRow::of(i, &notice)));
        let is_live = |standing| matches!(standing, Standing::Stands | Standing::Coming);
        let (live, mut over): (Vec<_>, Vec<_>) = rows.partition(|(_, row)| is_live(row.standing));
        over.sort_by_key(|(starts, _)| std::cmp::Reverse(*starts));
        Some(SiteDesk {
            frame: WorkFrame::of(i),
            notices: live.into_iter().map(|(_, row)| row).collect(),
            over: over.into_iter().map(|(_, row)| row).collect(),
            due: pages.due().into_iter().cloned().collect(),
        })
    }
}

/// What the form of a notice knows.
#[derive(Clone, Debug, PartialEq)]
pub struct NoticeForm {
    /// What stands around the page.
    pub frame: WorkFrame,
    /// The notice as it stands; none for a new one.
    pub notice: Option<NoticeRow>,
    /// What it says.
    pub said: Option<PublishNotice>,
    /// How often it has been said: what another word is said after.
    pub edition: usize,
    /// The moment, for a preview.
    pub now: DateTime,
}

impl NoticeForm {
    /// The form of a notice, or of a new one; none for who is no editor.
    pub fn of(i: Inside<'_>, id: Option<NoticeId>) -> Option<NoticeForm> {
        if !i.edits_site() {
            return None;
        }
        let p = i.published();
        let notice = match id {
            Some(id) => Some(p.notice(id)?),
            None => None,
        };
        Some(NoticeForm {
            frame: WorkFrame::of(i),
            notice: notice.map(|notice| NoticeRow::of(i, &notice)),
            said: notice.map(|notice| notice.said().clone()),
            edition: notice.map_or(0, |notice| notice.edition),
            now: local(p.now()),
        })
    }
}

/// The id that the key of a form gives a new notice: the same form sent again is the same notice.
pub fn new_notice(key: Uuid) -> NoticeId {
    NoticeId(derived(key, "notice"))
}

impl App {
    /// Publishes a notice, or publishes it anew after the edition that its form showed; none was
    /// shown of a new one. It is on every page when this comes back.
    ///
    /// # Errors
    /// [`Unsaved`]; then nothing was stored.
    pub async fn publish_notice(
        &self,
        person: PersonId,
        said: PublishNotice,
        seen: usize,
    ) -> Result<(), Unsaved> {
        let look = |i: Inside<'_>, _| {
            if !i.edits_site() {
                return Err(Unsaved::Nowhere);
            }
            match i.published().notice(said.notice) {
                Some(now) if *now.said() == said => Ok(Looked::Stands(())),
                // Somebody has said otherwise since, here or at the command line.
                Some(now) if now.edition != seen => Err(Unsaved::Changed),
                _ => Ok(Looked::Asks(vec![Command::PublishNotice(said.clone())], ())),
            }
        };
        let failed = |(): &(), error| unsaved(error);
        self.perform_looked(person, look, failed).await
    }

    /// Takes a notice down. Once more is the same.
    ///
    /// # Errors
    /// [`Unsaved`]; then it stands as it stood.
    pub async fn end_notice(&self, person: PersonId, notice: NoticeId) -> Result<(), Unsaved> {
        let command = Command::EndNotice(EndNotice { notice });
        let done = self.perform(User::Person(person), command).await;
        done.map(drop).map_err(unsaved)
    }
}

pub(super) fn unsaved(error: Unperformed) -> Unsaved {
    match error {
        Unperformed::Refused { refusal, .. } => match refusal {
            Refusal::NotPermitted => Unsaved::Nowhere,
            refusal => Unsaved::Refused(refusal),
        },
        Unperformed::Store(StoreError::TokenReused { .. }) => Unsaved::Changed,
        error => Unsaved::Unperformed(error),
    }
}
