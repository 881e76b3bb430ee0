//! Comments with mentions on a plan that is not decided (decision 097).
//!
//! Working material: rows beside the journal, read by those for whom they were written and by no
//! auditor, and erased when their matter closes. What is asked of State is asked on the writer's
//! thread, in turn with every decision: no comment comes in behind the decision that closed it.

mod mentions;

use crate::app::{App, Unperformed};
use crate::work::{CommentAt, derived};
use jiff::{SignedDuration, Timestamp};
use riktning_domain::State;
use riktning_domain::comments::{Audience, CommentOn, Matter, MayClose};
use riktning_domain::ids::PersonId;
use riktning_store::{Comment, Mention, Store, StoreError};
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

pub use mentions::Said;

/// What somebody wants to say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// The key of the form: the same form sent again says the same thing once.
    pub key: Uuid,
    /// What was typed, cleaned of what is no text.
    pub text: String,
    /// For whom; an answer is for those whom it answers.
    pub audience: Audience,
    /// The comment that it answers.
    pub answers: Option<Uuid>,
    /// Whom to tell beside those whom the text names.
    pub tell: BTreeSet<PersonId>,
}

/// What came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Commented {
    /// It stands: which comment.
    Done(Uuid),
    /// These cannot read it, by what they were called: nothing was kept.
    CannotRead(Vec<String>),
    /// Nothing can be written for those any longer.
    NotForThem,
    /// What it answers is gone.
    NothingToAnswer,
    /// Somebody has answered it, so that it stands as it is.
    Answered,
    /// Its author has changed it since the form was shown.
    Changed,
    /// There is nothing to comment on here, and why, if they may know.
    Nowhere(Option<Matter>),
}

impl App {
    /// Says something about a plan or a row of it.
    ///
    /// # Errors
    /// [`Unperformed`] if it could not be kept.
    pub async fn say(
        &self,
        person: PersonId,
        at: CommentAt,
        remark: Remark,
    ) -> Result<Commented, Unperformed> {
        let app = self.clone();
        self.rows(move |store| app.said(store, person, &at, &remark))
            .await
    }

    fn said(
        &self,
        store: &mut dyn Store,
        person: PersonId,
        at: &CommentAt,
        remark: &Remark,
    ) -> Result<Commented, StoreError> {
        let Some(place) = self.inside(person, |i, _| at.place(i)) else {
            return Ok(self.nowhere(person, at));
        };
        let all = store.comments(place.plan)?;
        let audience = match remark.answers {
            None => remark.audience,
            Some(id) => match self.answerable(person, &all, id).map(|head| head.on) {
                Some(on) if on.row == place.row => on.audience,
                _ => return Ok(Commented::NothingToAnswer),
            },
        };
        if !place.opens(audience) {
            return Ok(Commented::NotForThem);
        }
        let on = place.on(audience);
        let (text, mentions) = match self.marked(person, &on, remark) {
            Ok(marked) => marked,
            Err(names) => return Ok(Commented::CannotRead(names)),
        };
        // In other words it is another comment: the form was sent again after it was typed in.
        let id = derived(
            remark.key,
            &format!("comment/{:?}/{:?}/{person}/{text}", place.plan, place.row),
        );
        if let Some(there) = all.iter().find(|comment| comment.id == id) {
            // It may be that nobody was told of it: the machine stopped in between.
            self.tell_mentioned(store, there)?;
            return Ok(Commented::Done(id));
        }
        let now = after(&all, self.instant());
        let comment = Comment {
            id,
            on,
            author: person,
            at: now,
            text,
            answers: remark.answers,
            changed: None,
            resolved: None,
            mentions: waiting(mentions),
        };
        let mut kept = remark.answers.map_or_else(Vec::new, |head| {
            answered(all.into_iter().filter(|c| in_thread(c, head)), person, now)
        });
        kept.push(comment.clone());
        if !store.keep_comments(person, &kept)? {
            return Ok(Commented::Nowhere(None));
        }
        self.tell_mentioned(store, &comment)?;
        Ok(Commented::Done(id))
    }

    /// The first comment of a thread that somebody may read.
    fn answerable<'c>(
        &self,
        person: PersonId,
        all: &'c [Comment],
        id: Uuid,
    ) -> Option<&'c Comment> {
        let head = all.iter().find(|comment| comment.id == id)?;
        let reads = self.inside(person, |i, _| i.reads_comment(&head.on));
        (reads && head.answers.is_none()).then_some(head)
    }

    /// What somebody may read of a comment that is there, with its thread.
    fn thread_of(
        &self,
        store: &dyn Store,
        person: PersonId,
        at: &CommentAt,
        id: Uuid,
    ) -> Result<Option<(Comment, Vec<Comment>)>, StoreError> {
        let Some(place) = self.inside(person, |i, _| at.place(i)) else {
            return Ok(None);
        };
        let mut all = store.comments(place.plan)?;
        let found = all.iter().find(|comment| comment.id == id).cloned();
        let reads = |on: &CommentOn| self.inside(person, |i, _| i.reads_comment(on));
        let found = found.filter(|own| own.on.row == place.row && reads(&own.on));
        let Some(found) = found else {
            return Ok(None);
        };
        let head = found.answers.unwrap_or(found.id);
        all.retain(|comment| in_thread(comment, head));
        Ok(Some((found, all)))
    }

    /// Says something else instead of what somebody had said and nobody has answered. `seen` is the
    /// mark of what stood there when the form was shown.
    ///
    /// # Errors
    /// [`Unperformed`] if it could not be kept.
    pub async fn say_otherwise(
        &self,
        person: PersonId,
        at: CommentAt,
        id: Uuid,
        (seen, remark): (Uuid, Remark),
    ) -> Result<Commented, Unperformed> {
        let app = self.clone();
        self.rows(move |store| {
            let Some((own, thread)) = app.thread_of(store, person, &at, id)? else {
                return Ok(app.nowhere(person, &at));
            };
            if own.author != person {
                return Ok(Commented::Nowhere(None));
            }
            if !may_change(&own, &thread) {
                return Ok(Commented::Answered);
            }
            let (text, mentions) = match app.marked(person, &own.on, &remark) {
                Ok(marked) => marked,
                Err(names) => return Ok(Commented::CannotRead(names)),
            };
            let same = text == own.text
                && own
                    .mentions
                    .iter()
                    .map(|m| m.person)
                    .eq(mentions.iter().copied());
            if same {
                return Ok(Commented::Done(id));
            }
            if mark(&own) != seen {
                return Ok(Commented::Changed);
            }
            let changed = Comment {
                text,
                changed: Some(app.instant()),
                mentions: kept(&own, mentions),
                ..own
            };
            store.keep_comments(person, std::slice::from_ref(&changed))?;
            app.tell_mentioned(store, &changed)?;
            Ok(Commented::Done(id))
        })
        .await
    }

    /// Takes back what somebody had said and nobody has answered. Once more is the same.
    ///
    /// # Errors
    /// [`Unperformed`] if it could not be erased.
    pub async fn unsay(
        &self,
        person: PersonId,
        at: CommentAt,
        id: Uuid,
    ) -> Result<Commented, Unperformed> {
        let app = self.clone();
        self.rows(move |store| {
            if app.inside(person, |i, _| at.place(i)).is_none() {
                return Ok(app.nowhere(person, &at));
            }
            let Some((own, thread)) = app.thread_of(store, person, &at, id)? else {
                // Taken back in another tab, or never theirs to read: it is not there.
                return Ok(Commented::Done(id));
            };
            if own.author != person {
                return Ok(Commented::Nowhere(None));
            }
            if !may_change(&own, &thread) {
                return Ok(Commented::Answered);
            }
            store.erase_comments(&[id])?;
            Ok(Commented::Done(id))
        })
        .await
    }

    /// Says that a thread is dealt with, and waits no longer for whoever says so; whomever else it
    /// mentions it still waits for. An answer opens it again.
    ///
    /// # Errors
    /// [`Unperformed`] if it could not be kept.
    pub async fn resolve(
        &self,
        person: PersonId,
        at: CommentAt,
        id: Uuid,
    ) -> Result<Commented, Unperformed> {
        self.settle(person, at, id, move |thread, head, now| {
            for comment in thread.iter_mut() {
                end_of(comment, person, now);
                if comment.id == head {
                    comment.resolved.get_or_insert((person, now));
                }
            }
        })
        .await
    }

    /// Nothing in a thread waits for somebody any longer.
    ///
    /// # Errors
    /// [`Unperformed`] if it could not be kept.
    pub async fn end_mention(
        &self,
        person: PersonId,
        at: CommentAt,
        id: Uuid,
    ) -> Result<Commented, Unperformed> {
        self.settle(person, at, id, move |thread, _, now| {
            for comment in thread.iter_mut() {
                end_of(comment, person, now);
            }
        })
        .await
    }

    async fn settle(
        &self,
        person: PersonId,
        at: CommentAt,
        id: Uuid,
        how: impl FnOnce(&mut Vec<Comment>, Uuid, Timestamp) + Send + 'static,
    ) -> Result<Commented, Unperformed> {
        let app = self.clone();
        self.rows(move |store| {
            let Some((own, mut thread)) = app.thread_of(store, person, &at, id)? else {
                return Ok(app.nowhere(person, &at));
            };
            let head = own.answers.unwrap_or(own.id);
            how(&mut thread, head, app.instant());
            store.keep_comments(person, &thread)?;
            Ok(Commented::Done(head))
        })
        .await
    }

    /// Every comment on a plan that somebody may read, the earliest first.
    pub(crate) async fn comments_on(
        &self,
        person: PersonId,
        plans: BTreeSet<riktning_domain::ids::PlanId>,
    ) -> Result<Vec<Comment>, Unperformed> {
        let all = self.rows(move |store| {
            let all = plans.into_iter().map(|plan| store.comments(plan));
            all.collect::<Result<Vec<_>, _>>()
        });
        let all = all.await?.into_iter().flatten();
        let mut read: BTreeMap<CommentOn, bool> = BTreeMap::new();
        Ok(self.inside(person, |i, _| {
            let reads = |on: CommentOn| *read.entry(on).or_insert_with(|| i.reads_comment(&on));
            let mut reads = reads;
            all.filter(|comment| reads(comment.on)).collect()
        }))
    }

    fn nowhere(&self, person: PersonId, at: &CommentAt) -> Commented {
        Commented::Nowhere(self.comment_matter(person, at))
    }
}

/// A mark of what a comment says.
pub(crate) fn mark(comment: &Comment) -> Uuid {
    derived(comment.id, &comment.text)
}

/// Whether a comment belongs to the thread that another begins.
pub(crate) fn in_thread(comment: &Comment, head: Uuid) -> bool {
    comment.id == head || comment.answers == Some(head)
}

/// Whether its author may change a comment, or take it back: nobody has written after it, and the
/// thread is not dealt with.
pub(crate) fn may_change(own: &Comment, thread: &[Comment]) -> bool {
    let last = thread.iter().max_by_key(|comment| (comment.at, comment.id));
    last.is_some_and(|last| last.id == own.id) && thread.iter().all(|c| c.resolved.is_none())
}

/// The instant of what is said next: after all that has been said, also where the clock stands still
/// or has been put back.
fn after(all: &[Comment], now: Timestamp) -> Timestamp {
    let last = all.iter().map(|comment| comment.at).max();
    let next = last.and_then(|last| last.checked_add(SignedDuration::from_micros(1)).ok());
    next.map_or(now, |next| now.max(next))
}

fn waiting(mentions: BTreeSet<PersonId>) -> Vec<Mention> {
    let waits = |person| Mention { person, done: None };
    mentions.into_iter().map(waits).collect()
}

/// The mentions of a comment that is changed: what was done stays done.
fn kept(own: &Comment, mentions: BTreeSet<PersonId>) -> Vec<Mention> {
    let mut all = waiting(mentions);
    for mention in &mut all {
        let before = own.mentions.iter().find(|m| m.person == mention.person);
        mention.done = before.and_then(|before| before.done);
    }
    all
}

/// Those of a thread that are changed when somebody answers: what waited for them is done, and it is
/// not dealt with any longer.
fn answered(thread: impl Iterator<Item = Comment>, by: PersonId, now: Timestamp) -> Vec<Comment> {
    let changed = thread.filter_map(|mut comment| {
        let waited = end_of(&mut comment, by, now);
        let was_resolved = comment.resolved.take().is_some();
        (waited || was_resolved).then_some(comment)
    });
    changed.collect()
}

/// Ends what waits in a comment for somebody; whether anything did.
fn end_of(comment: &mut Comment, person: PersonId, now: Timestamp) -> bool {
    let mut own = comment.mentions.iter_mut();
    let own = own.find(|mention| mention.person == person && mention.done.is_none());
    own.map(|mention| mention.done = Some(now)).is_some()
}

/// Erases the comments whose matter what is recorded has closed, of those where it may have; how many
/// there were. Nothing has to be remembered for it: asked again of all, it finds what it had not come to.
pub(crate) fn erase_closed(
    store: &mut dyn Store,
    state: &State,
    may: &MayClose,
) -> Result<usize, StoreError> {
    let plans = match may {
        MayClose::In(plans) => plans.iter().copied().collect(),
        MayClose::Anywhere => store.commented_plans()?,
    };
    let mut closed = Vec::new();
    for plan in plans {
        let comments = store.comments(plan)?.into_iter();
        let over = comments.filter(|comment| state.has_closed(&comment.on));
        closed.extend(over.map(|comment| comment.id));
    }
    match closed.is_empty() {
        true => Ok(0),
        false => store.erase_comments(&closed),
    }
}
