//! What residents answered when a page asked whether it helped, for whoever looks after the site:
//! what was changed because of it, and what is erased under which decision.

use super::site::unsaved;
use super::{Unsaved, WorkFrame};
use crate::app::App;
use crate::feedback::{Chosen, Disposal, NotErased, ToErase, in_swedish};
use jiff::civil::{Date, DateTime};
use riktning_domain::Refusal;
use riktning_domain::ids::PersonId;
use riktning_domain::local_time::local;
use riktning_domain::permissions::User;
use riktning_domain::site::answers::EraseAnswers;
use riktning_store::Answer;
use uuid::Uuid;

impl App {
    /// What residents answered, for an editor.
    ///
    /// # Errors
    /// [`Unsaved::Nowhere`] for anybody else; [`Unsaved::Unperformed`] if it could not be read.
    pub async fn answers(&self, person: PersonId) -> Result<Inbox, Unsaved> {
        let frame = self.inside(person, |i, _| {
            let erased = i.erased_answers().into_iter();
            let erased = erased.map(|(on, erased)| (on, erased.clone())).collect();
            i.edits_site().then(|| (WorkFrame::of(i), erased))
        });
        let (frame, erased) = frame.ok_or(Unsaved::Nowhere)?;
        let answers = self.rows(|store| store.answers()).await;
        let answers = answers.map_err(Unsaved::Unperformed)?;
        Ok(Inbox::of(frame, answers, erased))
    }

    /// Says what was changed because of an answer, instead of what the form showed; nothing takes
    /// it back.
    ///
    /// # Errors
    /// [`Unsaved`]; then it says what it said.
    pub async fn note_answer(
        &self,
        person: PersonId,
        id: Uuid,
        seen: Option<String>,
        note: Option<String>,
    ) -> Result<(), Unsaved> {
        let may = self.inside(person, |i, _| i.edits_site());
        may.then_some(()).ok_or(Unsaved::Nowhere)?;
        let at = self.instant();
        let done = self.rows(move |store| {
            if store.note(id, seen.as_deref(), note.as_deref(), at)? {
                return Ok(Ok(()));
            }
            let there = store.answered(id)?;
            Ok(
                match there.map(|answer| answer.note.map(|(said, _)| said)) {
                    None => Err(Unsaved::Nowhere),
                    // A double click sends it twice.
                    Some(said) if said == note => Ok(()),
                    Some(_) => Err(Unsaved::Changed),
                },
            )
        });
        done.await.map_err(Unsaved::Unperformed)?
    }

    /// What there is of what an editor wants erased.
    ///
    /// # Errors
    /// [`Unsaved::Nowhere`] for anybody else; [`Unsaved::Unperformed`] if it could not be read.
    pub async fn answers_to_erase(
        &self,
        person: PersonId,
        which: &ToErase,
    ) -> Result<Chosen, Unsaved> {
        let may = self.inside(person, |i, _| i.edits_site());
        may.then_some(()).ok_or(Unsaved::Nowhere)?;
        self.to_erase(which).await.map_err(Unsaved::Unperformed)
    }

    /// Erases answers under a decision on disposal, if they are those that the form showed; none
    /// where all of them are gone already.
    ///
    /// # Errors
    /// [`Unsaved`]; then nothing was erased.
    pub async fn dispose(
        &self,
        person: PersonId,
        which: &ToErase,
        disposal: Disposal,
        seen: Uuid,
    ) -> Result<usize, Unsaved> {
        let may = self.inside(person, |i, _| i.edits_site());
        may.then_some(()).ok_or(Unsaved::Nowhere)?;
        let done = self.erase_answers(User::Person(person), which, disposal, Some(seen));
        done.await.map_err(|error| match error {
            NotErased::Changed => Unsaved::Changed,
            NotErased::Refused(Refusal::NotPermitted) => Unsaved::Nowhere,
            NotErased::Refused(refusal) => Unsaved::Refused(refusal),
            NotErased::Unperformed(error) => unsaved(error),
        })
    }
}

/// What residents answered, page by page.
#[derive(Clone, Debug, PartialEq)]
pub struct Inbox {
    /// What stands around the page.
    pub frame: WorkFrame,
    /// The pages, the most comments and then the most *no* first.
    pub pages: Vec<PageAnswers>,
    /// What was erased, the latest first.
    pub erased: Vec<(Date, EraseAnswers)>,
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
    /// Which answer it is.
    pub id: Uuid,
    /// What was changed because of it, and when that was said.
    pub note: Option<(String, DateTime)>,
}

/// How many comments of one page are shown.
const MOST_COMMENTS: usize = 50;

impl Inbox {
    fn of(frame: WorkFrame, answers: Vec<Answer>, erased: Vec<(Date, EraseAnswers)>) -> Inbox {
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
                id: answer.id,
                note: answer.note.map(|(note, at)| (note, local(at))),
            }));
        }
        pages.sort_by_key(|page| {
            let most = std::cmp::Reverse((page.comments.len(), page.not, page.helped));
            (most, page.path.clone())
        });
        Inbox {
            frame,
            pages,
            erased,
        }
    }
}
