//! What somebody is to be told, found in the journal and in the calendar. Only ids and days are kept:
//! the words are made when the letter is sent.

use super::delivery::throw_away;
use super::{Mailbox, Post, schedule};
use crate::app::{App, Unperformed};
use crate::links;
use jiff::Timestamp;
use jiff::civil::{Date, Weekday};
use riktning_domain::Inside;
use riktning_domain::event::{Event, Recorded};
use riktning_domain::ids::{DecisionId, DocumentId, PersonId, PlanId, RoundId};
use riktning_domain::inside::{LastDay, ReportDay};
use riktning_domain::local_time::local;
use riktning_domain::permissions::Actor;
use riktning_store::{Followed, LetterKind, News, Store, StoreError, Tiding, decode};
use serde::{Deserialize, Serialize};
use std::sync::atomic::Ordering;
use uuid::Uuid;

/// This follower, by the name of its cursor.
const FOLLOWER: &str = "mail";
/// How many events are read at a time: meanwhile nobody writes.
const BATCH: u64 = 500;

/// Something to tell, as it lies in the outbox.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum What {
    /// A plan was handed in.
    HandedIn(PlanId),
    /// A decision was recorded.
    Decided(DecisionId),
    /// The last day of a plan comes near.
    Remind(LastDay),
    /// A plan asks a body of theirs what it says of it.
    Referred(PlanId),
    /// The last day to answer what a plan asks comes near.
    RemindReferral(PlanId, Date),
    /// A governing document is to be revised before long.
    Revise(DocumentId, Date),
    /// They are mentioned in what is said of a plan.
    Mentioned(PlanId),
    /// Rows wait for them in a round of follow-up.
    Report(ReportDay),
    /// A body whose administration they lead has not handed in all.
    Missing(ReportDay),
    /// Whoever leads a round asks for the rows that wait for them.
    Asked(RoundId),
    /// A new week begins, with what is silent of what they keep an eye on.
    Week(Date),
    /// They are let in.
    LetIn,
    /// They have a new one-time password.
    NewPassword,
    /// They have chosen a password.
    PasswordChanged,
    /// Their passkeys are others than before.
    PasskeysChanged,
}

impl What {
    fn tiding(self, id: Uuid, at: Timestamp) -> Option<Tiding> {
        let what = serde_json::to_string(&self).ok()?;
        Some(Tiding { id, what, at })
    }

    /// What a row says; nothing if this version does not know it.
    pub(super) fn of(tiding: &Tiding) -> Option<What> {
        serde_json::from_str(&tiding.what).ok()
    }
}

/// What there is to read of the journal after the cursor.
enum Reading {
    /// The follower has not begun, or stands after the end of the journal: it begins at the end.
    Begin(Option<u64>, u64),
    /// All has been read.
    Done,
    /// Events after a position, up to another.
    Some(u64, u64, Vec<Recorded>),
}

fn read(store: &mut dyn Store) -> Result<Reading, StoreError> {
    let (head, cursor) = (store.head()?.position, store.cursor(FOLLOWER)?);
    let Some(from) = cursor.filter(|from| *from <= head) else {
        return Ok(Reading::Begin(cursor, head));
    };
    if from == head {
        return Ok(Reading::Done);
    }
    let to = head.min(from + BATCH);
    let mut events = Vec::new();
    for position in from + 1..=to {
        let Some(row) = store.row(position)? else {
            break;
        };
        // Most events are nobody's news: they are not even read.
        if !matches!(
            row.kind.as_str(),
            "PlanHandedIn" | "PlanReferred" | "DecisionRecorded"
        ) {
            continue;
        }
        events.extend(decode(&row).ok());
    }
    Ok(Reading::Some(from, to, events))
}

impl App {
    /// Reads what has come in the journal since the last time.
    pub(super) async fn follow_journal(&self, post: &Post) -> Result<(), Unperformed> {
        let position = self.position();
        if post.read.load(Ordering::Acquire) == position {
            return Ok(());
        }
        loop {
            let (from, to, news) = match self.rows(read).await? {
                Reading::Done => {
                    // What came after the position was asked for is read at the next turn.
                    post.read.store(position, Ordering::Release);
                    return Ok(());
                }
                Reading::Begin(from, head) => {
                    if from.is_some() {
                        tracing::warn!("the journal ends before what has been told of it by mail");
                    }
                    (from, head, Vec::new())
                }
                Reading::Some(from, to, events) => {
                    let boxes = self.rows(|store| store.mailboxes()).await?;
                    let news = events.iter().flat_map(|at| self.news_of(post, at, &boxes));
                    (Some(from), to, news.collect())
                }
            };
            self.rows(move |store| {
                let followed = Followed {
                    follower: FOLLOWER,
                    from,
                    to,
                };
                store.tell(&news, Some(followed))
            })
            .await?;
        }
    }

    /// Whom an event is news to.
    fn news_of(&self, post: &Post, at: &Recorded, boxes: &[Mailbox]) -> Vec<News> {
        let now = self.clock().attended();
        let Actor::Person(by) = at.actor else {
            return Vec::new();
        };
        let is_old = now.duration_since(at.recorded_at) > schedule::NEWS;
        let what = match &at.event {
            Event::PlanHandedIn(e) => What::HandedIn(e.plan),
            Event::PlanReferred(e) => What::Referred(e.plan),
            Event::DecisionRecorded(e) => What::Decided(e.decision),
            _ => return Vec::new(),
        };
        let told = boxes
            .iter()
            .filter(|own| self.reads_digest(own) && own.person != by && !is_old);
        let told = told.filter(|own| self.inside(own.person, |i, _| concerns(i, what)));
        let news = told.filter_map(|own| {
            let id = named(own.person, &format!("event/{}", at.position));
            post.in_digest(own.person, what.tiding(id, now)?, now)
        });
        news.collect()
    }

    /// Whether a person wants to be told, and may come in to read on.
    fn reads_digest(&self, own: &Mailbox) -> bool {
        own.digest && !self.is_barred(own.person)
    }

    /// Puts into the outbox what the calendar brings near, and throws away what is long past: once an
    /// hour. What happens between two hours is news of its own or can wait for the next.
    pub(super) async fn remind(&self, post: &Post) -> Result<(), Unperformed> {
        let now = self.clock().attended();
        let hour = local(now).with().minute(0).second(0).subsec_nanosecond(0);
        let hour = hour.build().ok();
        if hour == *post.reminded() {
            return Ok(());
        }
        let boxes = self.rows(|store| store.mailboxes()).await?;
        let reading = boxes.iter().filter(|own| self.reads_digest(own));
        let asked = reading.clone().flat_map(|own| {
            let near = self.inside(own.person, |i, _| i.referral_reminders());
            near.into_iter().filter_map(|(plan, until)| {
                let id = named(own.person, &format!("remind/referral/{plan}/{until}"));
                let what = What::RemindReferral(plan, until);
                post.in_digest(own.person, what.tiding(id, now)?, now)
            })
        });
        let revised = reading.clone().flat_map(|own| {
            let near = self.inside(own.person, |i, _| i.revisions());
            near.into_iter().filter_map(|(document, by, step)| {
                let of = format!("revise/{document}/{by}/{step}");
                let what = What::Revise(document, by);
                let tiding = what.tiding(named(own.person, &of), now)?;
                post.in_digest(own.person, tiding, now)
            })
        });
        let reports = reading.clone().flat_map(|own| {
            let waits = self.inside(own.person, |i, _| i.report_reminders());
            waits.into_iter().filter_map(|(day, told)| {
                let ReportDay { round, body, last } = day;
                let of = format!("report/{round}/{body}/{last}/{}", told.step());
                let tiding = What::Report(day).tiding(named(own.person, &of), now)?;
                post.in_digest(own.person, tiding, now)
            })
        });
        let missing = reading.clone().flat_map(|own| {
            let days = self.inside(own.person, |i, _| i.escalations());
            days.into_iter().filter_map(|day| {
                let ReportDay { round, body, last } = day;
                let id = named(own.person, &format!("missing/{round}/{body}/{last}"));
                post.in_digest(own.person, What::Missing(day).tiding(id, now)?, now)
            })
        });
        let weeks = reading.clone().filter_map(|own| self.week(post, own, now));
        let news = reading.clone().flat_map(|own| {
            let reminders = self.inside(own.person, |i, _| i.reminders());
            reminders.into_iter().filter_map(|(day, step)| {
                let LastDay {
                    round, body, last, ..
                } = day;
                let id = named(own.person, &format!("remind/{round}/{body}/{last}/{step}"));
                post.in_digest(own.person, What::Remind(day).tiding(id, now)?, now)
            })
        });
        let more = asked
            .chain(revised)
            .chain(reports)
            .chain(missing)
            .chain(weeks);
        let news: Vec<News> = news.chain(more).collect();
        self.rows(move |store| {
            store.tell(&news, None)?;
            throw_away(store, now)?;
            links::throw_away(store, now)
        })
        .await?;
        *post.reminded() = hour;
        Ok(())
    }

    /// On Monday mornings the letter of the day tells whoever leads what is silent. How much is counted when it is
    /// sent.
    fn week(&self, post: &Post, own: &Mailbox, now: Timestamp) -> Option<News> {
        let tiding = What::Week(local(now).date()).tiding(Uuid::nil(), now)?;
        let mut news = post.in_digest(own.person, tiding, now)?;
        let monday = local(news.due).date();
        (monday.weekday() == Weekday::Monday).then_some(())?;
        let what = What::Week(monday);
        let tells = self.inside(own.person, |i, _| concerns(i, what));
        let id = named(own.person, &format!("week/{monday}"));
        news.tiding = what.tiding(id, now).filter(|_| tells)?;
        Some(news)
    }

    /// What makes a letter that is sent at once; none where no mail is sent. The same `key` again is the
    /// same letter.
    pub(crate) fn at_once(&self, person: PersonId, kind: LetterKind, key: Uuid) -> Option<News> {
        let now = self.clock().attended();
        let what = match kind {
            LetterKind::Digest | LetterKind::Reminder => return None,
            LetterKind::Invitation => What::LetIn,
            LetterKind::NewPassword => What::NewPassword,
            LetterKind::PasswordChanged => What::PasswordChanged,
            LetterKind::PasskeysChanged => What::PasskeysChanged,
        };
        let id = named(person, &format!("{}/{key}", kind.name()));
        Some(News {
            person,
            kind,
            tiding: what.tiding(id, now).filter(|_| self.sends_mail())?,
            due: now,
            until: now + schedule::TRIED,
        })
    }
}

impl App {
    /// A letter to somebody for whom rows of a round wait, as soon as nobody sleeps; none where no mail is
    /// sent. The same `key` again is the same letter.
    pub(crate) fn reminder(&self, person: PersonId, round: RoundId, key: Uuid) -> Option<News> {
        let (post, now) = (self.post()?, self.clock().attended());
        let id = named(person, &format!("asked/{round}/{key}"));
        let due = post.settings.quiet.map_or(now, |quiet| quiet.after(now));
        Some(News {
            person,
            kind: LetterKind::Reminder,
            tiding: What::Asked(round).tiding(id, now)?,
            due,
            until: due + schedule::TRIED,
        })
    }

    /// Lets the letter of the day tell those whom a comment mentions. A comment is no event,
    /// so that no follower finds it: it is told in the turn in which it is kept.
    pub(crate) fn tell_mentioned(
        &self,
        store: &mut dyn Store,
        comment: &riktning_store::Comment,
    ) -> Result<(), StoreError> {
        let Some(post) = self.post().filter(|_| !comment.mentions.is_empty()) else {
            return Ok(());
        };
        let now = self.clock().attended();
        let waits = comment.mentions.iter().filter(|m| m.done.is_none());
        let whom: Vec<PersonId> = waits.map(|mention| mention.person).collect();
        let boxes = store.mailboxes()?;
        let boxes = boxes
            .iter()
            .filter(|own| self.reads_digest(own) && whom.contains(&own.person));
        let what = What::Mentioned(comment.on.plan);
        let news = boxes.filter_map(|own| {
            let tiding = what.tiding(Uuid::nil(), now)?;
            let mut news = post.in_digest(own.person, tiding, now)?;
            // However often it happens, the letter of a day says it once of a plan.
            let of = format!("mentioned/{}/{}", comment.on.plan, news.due);
            news.tiding.id = named(own.person, &of);
            Some(news)
        });
        let news: Vec<News> = news.collect();
        store.tell(&news, None).map(|_| ())
    }
}

impl Post {
    fn in_digest(&self, person: PersonId, tiding: Tiding, now: Timestamp) -> Option<News> {
        let due = schedule::next(self.settings.digest_at, now);
        let due = self.settings.quiet.map_or(due, |quiet| quiet.after(due));
        Some(News {
            person,
            kind: LetterKind::Digest,
            tiding,
            due,
            until: due + schedule::TRIED,
        })
    }
}

/// The id of a tiding: the same thing told to the same person has the same.
fn named(person: PersonId, of: &str) -> Uuid {
    Uuid::new_v5(&person.0, of.as_bytes())
}

/// Whether something that happened is a person's to be told. It is asked once more when the letter is
/// sent, of what they may read then.
pub(super) fn concerns(i: Inside<'_>, what: What) -> bool {
    match what {
        What::HandedIn(id) => i.is_told_of_plan(id),
        What::Decided(id) => i.is_concerned_by(id),
        What::Remind(day) => i.is_reminded_of(&day),
        What::Referred(plan) => i.is_waited_for(plan),
        What::RemindReferral(plan, until) => i.is_reminded_of_referral(plan, until),
        What::Revise(document, by) => i.is_reminded_of_revision(document, by),
        What::Mentioned(plan) => i.is_commented(plan),
        What::Report(day) => i.is_reminded_of_report(&day),
        What::Missing(day) => i.is_told_of_silence(&day),
        What::Asked(round) => !i.rows_to_report(round).is_empty(),
        What::Week(_) => !i.silent_by_mail().is_empty(),
        What::LetIn | What::NewPassword | What::PasswordChanged | What::PasskeysChanged => true,
    }
}
