//! The public site's own work (*webbplatsen*): notices, and what residents answered when a page
//! asked whether it helped. It is the editor's, and nobody else finds it.

use super::{Unsaved, WorkFrame, derived};
use crate::app::{App, Unperformed};
use crate::views::listed::Standing;
use crate::views::site::Notice;
use jiff::civil::DateTime;
use riktning_domain::command::Command;
use riktning_domain::ids::{NoticeId, PersonId};
use riktning_domain::local_time::local;
use riktning_domain::permissions::{Role, User};
use riktning_domain::published::PublicNotice;
use riktning_domain::site::notices::{EndNotice, PublishNotice};
use riktning_domain::{Inside, Refusal};
use riktning_store::{Answer, StoreError};
use uuid::Uuid;

/// Whether somebody looks after the public site.
pub(super) fn is_editor(i: Inside<'_>) -> bool {
    !i.holds(Role::Editor).is_empty()
}

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
}

impl SiteDesk {
    /// The page of an editor; none for anybody else.
    pub fn of(i: Inside<'_>) -> Option<SiteDesk> {
        if !is_editor(i) {
            return None;
        }
        let rows = i.published().notices().into_iter();
        let rows = rows.map(|notice| (notice.starts(), NoticeRow::of(i, &notice)));
        let is_live = |standing| matches!(standing, Standing::Stands | Standing::Coming);
        let (live, mut over): (Vec<_>, Vec<_>) = rows.partition(|(_, row)| is_live(row.standing));
        over.sort_by_key(|(starts, _)| std::cmp::Reverse(*starts));
        Some(SiteDesk {
            frame: WorkFrame::of(i),
            notices: live.into_iter().map(|(_, row)| row).collect(),
            over: over.into_iter().map(|(_, row)| row).collect(),
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
        if !is_editor(i) {
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
        let stands = |i: Inside<'_>| match i.published().notice(said.notice) {
            Some(now) => now.edition == seen || *now.said() == said,
            None => true,
        };
        // Somebody may have said otherwise at the command line, where there is no form.
        match self.inside(person, |i, _| is_editor(i).then(|| stands(i))) {
            None => return Err(Unsaved::Nowhere),
            Some(false) => return Err(Unsaved::Changed),
            Some(true) => {}
        }
        // One word after each edition: the same form again is the same, and a form that was
        // opened before somebody else's word is another and refused.
        let token = Some(format!("notice/{}/{seen}", said.notice));
        let commands = vec![Command::PublishNotice(said)];
        let done = self.perform_all(User::Person(person), commands, token);
        done.await.map(drop).map_err(unsaved)
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

    /// What residents answered, for an editor.
    ///
    /// # Errors
    /// [`Unsaved::Nowhere`] for anybody else; [`Unsaved::Unperformed`] if it could not be read.
    pub async fn answers(&self, person: PersonId) -> Result<Inbox, Unsaved> {
        let frame = self.inside(person, |i, _| is_editor(i).then(|| WorkFrame::of(i)));
        let frame = frame.ok_or(Unsaved::Nowhere)?;
        let answers = self.rows(|store| store.answers()).await;
        let answers = answers.map_err(Unsaved::Unperformed)?;
        Ok(Inbox::of(frame, answers))
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

/// What residents answered, page by page.
#[derive(Clone, Debug, PartialEq)]
pub struct Inbox {
    /// What stands around the page.
    pub frame: WorkFrame,
    /// The pages, the most comments and then the most *no* first.
    pub pages: Vec<PageAnswers>,
}

/// What residents answered of one page, in whichever language and as of whichever day they read it.
#[derive(Clone, Debug, PartialEq)]
pub struct PageAnswers {
    /// Its Swedish address without a day.
    pub path: String,
    /// How many it helped.
    pub helped: usize,
    /// How many it did not help.
    pub not: usize,
    /// What they wrote, the latest first, as far as a page can be read.
    pub comments: Vec<Comment>,
    /// How many comments are older than those.
    pub older: usize,
}

/// What a resident wrote.
#[derive(Clone, Debug, PartialEq)]
pub struct Comment {
    /// When they answered, local time.
    pub at: DateTime,
    /// Whether the page had helped them.
    pub helped: bool,
    /// The address that they read, with its language and day.
    pub page: String,
    /// Their words.
    pub text: String,
}

/// How many comments of one page are shown.
const MOST_COMMENTS: usize = 50;

impl Inbox {
    fn of(frame: WorkFrame, answers: Vec<Answer>) -> Inbox {
        let mut pages: Vec<PageAnswers> = Vec::new();
        let mut places = std::collections::HashMap::new();
        for answer in answers.into_iter().rev() {
            let path = in_swedish(&answer.page);
            let place = *places.entry(path.clone()).or_insert(pages.len());
            if place == pages.len() {
                pages.push(PageAnswers {
                    path,
                    helped: 0,
                    not: 0,
                    comments: Vec::new(),
                    older: 0,
                });
            }
            let Some(page) = pages.get_mut(place) else {
                continue;
            };
            match answer.helped {
                true => page.helped += 1,
                false => page.not += 1,
            }
            if page.comments.len() == MOST_COMMENTS {
                page.older += usize::from(answer.comment.is_some());
                continue;
            }
            page.comments.extend(answer.comment.map(|text| Comment {
                at: local(answer.at),
                helped: answer.helped,
                page: answer.page,
                text,
            }));
        }
        pages.sort_by_key(|page| {
            let most = std::cmp::Reverse((page.comments.len(), page.not, page.helped));
            (most, page.path.clone())
        });
        Inbox { frame, pages }
    }
}

/// The Swedish address of a page without the day that it was read as of.
fn in_swedish(page: &str) -> String {
    let path = page.split(['?', '#']).next().unwrap_or_default();
    let other = ["/en", "/fi"];
    let mut below = other.iter().filter_map(|prefix| path.strip_prefix(prefix));
    let path = below
        .find(|below| below.is_empty() || below.starts_with('/'))
        .unwrap_or(path);
    match path {
        "" => "/".to_owned(),
        path => path.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_the_same_in_every_language_and_on_every_day() {
        for (page, path) in [
            ("/", "/"),
            ("/en", "/"),
            ("/fi/", "/"),
            ("/fi/vision?per=2018-01-01", "/vision"),
            ("/english", "/english"),
        ] {
            assert_eq!(in_swedish(page), path, "{page}");
        }
    }
}
