//! Sending what is due. A letter is written down as tried before it is handed over, so that one
//! whose answer was lost is sent once more, with the same Message-ID, and never forgotten.

use super::news::{What, concerns};
use super::smtp::{Delivered, Halt, Line, Trouble};
use super::words::{Mail, mail};
use super::{MailSettings, Mailbox, Post, address, schedule};
use crate::app::{App, Unperformed};
use crate::links::NewLink;
use jiff::{SignedDuration, Timestamp};
use lettre::message::header::{HeaderName, HeaderValue};
use lettre::message::{Mailbox as Named, Message, MultiPart};
use lettre::{Address, error::Error as NotALetter};
use riktning_domain::ids::RoundId;
use riktning_store::{Letter, LetterKind, LetterStanding, Link, Store, StoreError};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::time::SystemTime;
use uuid::Uuid;

/// How many letters are sent in a turn.
const AT_ONCE: usize = 50;
/// How soon a server that is not as it should be is tried again, and the longest pause.
const SOON: SignedDuration = SignedDuration::from_secs(30);
const LATEST: SignedDuration = SignedDuration::from_mins(15);

/// A letter that is ready to be handed over.
struct Ready {
    letter: Letter,
    to: Address,
    bytes: Vec<u8>,
}

impl App {
    /// Sends what is due.
    pub(super) async fn send_due(&self, post: &Arc<Post>) -> Result<(), Unperformed> {
        let now = self.clock().attended();
        if post.halt().is_some_and(|halt| now < halt.until) {
            return Ok(());
        }
        let letters = self.rows(move |store| still_due(store, now)).await?;
        if letters.is_empty() {
            // What nothing waits for is tried by nobody, and then nobody knows how it is.
            post.set_halt(None);
        }
        let mut line = None;
        // The clock is read for each letter: a server that is slow takes the ones before into the quiet
        // hours, and past their last day.
        let quiet = post.settings.quiet;
        let is_quiet = || quiet.is_some_and(|quiet| quiet.holds(self.clock().attended()));
        let may = |letter: &Letter| letter.kind != LetterKind::Digest || !is_quiet();
        for letter in letters.into_iter().filter(may).take(AT_ONCE) {
            let Some(ready) = self.prepared(post, letter).await? else {
                continue;
            };
            let (open, halted) = self.hand_over(post, line.take(), ready).await?;
            line = open;
            if halted {
                break;
            }
        }
        if let Some(line) = line {
            let closed = tokio::task::spawn_blocking(move || Line::close(line));
            let _ = closed.await;
        }
        Ok(())
    }

    /// Makes the words of a letter and writes down that it is tried. Nothing if there is nobody to send
    /// it to or nothing left to say, or somebody has meanwhile said otherwise of it.
    async fn prepared(&self, post: &Post, letter: Letter) -> Result<Option<Ready>, Unperformed> {
        let (id, now) = (letter.id, self.clock().attended());
        let person = letter.person;
        let (tidings, own) = self
            .rows(move |store| Ok((store.tidings(id)?, store.mailbox(person)?)))
            .await?;
        let own = own.filter(|own| own.digest || letter.kind != LetterKind::Digest);
        let own = own.filter(|_| !self.is_barred(person));
        let whats: Vec<What> = tidings.iter().filter_map(What::of).collect();
        // A link for what is told no more would end the one of an older letter, and stand in none.
        let told = self.inside(person, |i, _| {
            let told = whats.iter().filter(|what| concerns(i, **what));
            told.copied().collect::<Vec<_>>()
        });
        let links = self.links_of(&letter, &told);
        let made = own.and_then(|own| {
            let words = mail(self, &post.settings, &own, letter.kind, &whats, &links)?;
            Some((own, words))
        });
        let Some((own, words)) = made else {
            self.rows(move |store| store.erase_letters(&[id])).await?;
            return Ok(None);
        };
        let Ok((to, bytes)) = post.message(self, &letter, &own, &words) else {
            // Only an address that an earlier version took could come here.
            self.rows(move |store| became(store, id, now, Became::Refused(String::new())))
                .await?;
            return Ok(None);
        };
        let domain = address::domain(&own.address).to_owned();
        let links: Vec<Link> = links.into_values().map(|new| new.link).collect();
        let tried = self
            .rows(move |store| tried(store, id, now, domain, &links))
            .await?;
        Ok(tried.map(|letter| Ready { letter, to, bytes }))
    }

    /// New links to the rounds that a letter tells of.
    fn links_of(&self, letter: &Letter, whats: &[What]) -> BTreeMap<RoundId, NewLink> {
        let rounds = whats.iter().filter_map(|what| match what {
            What::Report(day) => Some(day.round),
            What::Asked(round) => Some(*round),
            _ => None,
        });
        let rounds: BTreeSet<RoundId> = rounds.collect();
        let links = rounds.into_iter().filter_map(|round| {
            let link = self.new_link(letter.person, round, letter.id)?;
            Some((round, link))
        });
        links.collect()
    }

    /// Hands a letter over, on the line that is open or a new one, and writes down what became of it:
    /// the line, and whether the server takes nothing more.
    async fn hand_over(
        &self,
        post: &Arc<Post>,
        line: Option<Line>,
        ready: Ready,
    ) -> Result<(Option<Line>, bool), Unperformed> {
        let Ready { letter, to, bytes } = ready;
        let settings = Arc::clone(post);
        let handed = tokio::task::spawn_blocking(move || {
            let MailSettings { smtp, from, .. } = &settings.settings;
            match line.map_or_else(|| Line::open(smtp), Ok) {
                Ok(line) => line.deliver(&from.email, &to, &bytes),
                Err(trouble) => (Delivered::Halted(trouble), None),
            }
        });
        // What panics there has taken the line with it, and the letter is tried again.
        let lost = |_| (Delivered::Unknown(String::new()), None);
        let (delivered, line) = handed.await.unwrap_or_else(lost);
        let (id, now) = (letter.id, self.clock().attended());
        let became_of = match delivered {
            Delivered::Taken(answer) => Became::Taken(answer),
            Delivered::Refused(answer) => Became::Refused(answer),
            Delivered::Later(answer) | Delivered::Unknown(answer) => Became::Later(answer),
            Delivered::Halted(trouble) => {
                post.halted(trouble, now);
                Became::NotTried
            }
        };
        let halted = matches!(became_of, Became::NotTried);
        if !halted {
            post.set_halt(None);
        }
        self.rows(move |store| became(store, id, now, became_of))
            .await?;
        Ok((line, halted))
    }
}

impl Post {
    /// The server takes nothing: it is tried again, later each time.
    fn halted(&self, trouble: Trouble, now: Timestamp) {
        let before = self.halt().map(|halt| halt.pause);
        let pause = before.map_or(SOON, |before| (before * 2).min(LATEST));
        tracing::warn!(?trouble, "the mail server takes nothing");
        self.set_halt(Some(Halt {
            trouble,
            until: now + pause,
            pause,
        }));
    }

    /// The letter as it goes over the line, and to whom.
    fn message(
        &self,
        app: &App,
        letter: &Letter,
        own: &Mailbox,
        words: &Mail,
    ) -> Result<(Address, Vec<u8>), NotALetter> {
        let to = own.address.parse::<Address>();
        let to = to.map_err(|_| NotALetter::MissingTo)?;
        let name = app.name_of(own.person).map(|name| plain(&name));
        let mut message = Message::builder()
            .from(self.settings.from.clone())
            .to(Named::new(name, to.clone()))
            .subject(plain(&words.subject))
            .date(SystemTime::from(app.clock().attended()))
            .message_id(Some(self.message_id(letter.id)))
            .raw_header(raw("Auto-Submitted", "auto-generated"))
            .raw_header(raw("Content-Language", words.language.tag()));
        if let Some(reply_to) = &self.settings.reply_to {
            message = message.reply_to(reply_to.clone());
        }
        if letter.kind == LetterKind::Digest {
            let account = format!("<{}>", words.unsubscribe);
            message = message.raw_header(raw("List-Unsubscribe", &account));
        }
        let parts = MultiPart::alternative_plain_html(words.text(), words.html());
        let message = message.multipart(parts)?;
        Ok((to, message.formatted()))
    }

    /// The name of a letter in the world: the same each time it is sent.
    fn message_id(&self, letter: Uuid) -> String {
        format!("<{letter}@{}>", self.settings.from.email.domain())
    }
}

fn raw(name: &'static str, value: &str) -> HeaderValue {
    HeaderValue::new(HeaderName::new_from_ascii_str(name), plain(value))
}

/// A text that is one line, whatever somebody typed in it.
fn plain(text: &str) -> String {
    let kept = text.chars().filter(|c| !c.is_control());
    kept.collect()
}

/// What became of a letter that was tried.
enum Became {
    Taken(String),
    Refused(String),
    Later(String),
    NotTried,
}

/// Writes down that a letter is tried now: when it is tried next if nobody hears what became of it.
/// Nothing if it is not there or not due any more.
fn tried(
    store: &mut dyn Store,
    id: Uuid,
    now: Timestamp,
    domain: String,
    links: &[Link],
) -> Result<Option<Letter>, StoreError> {
    let letter = store.letter(id)?;
    let waits =
        |l: &Letter| l.standing == LetterStanding::Waiting && l.due <= now && now <= l.until;
    let Some(mut letter) = letter.filter(waits) else {
        return Ok(None);
    };
    letter.tries += 1;
    letter.due = now + schedule::pause(id, letter.tries);
    (letter.changed, letter.domain) = (now, domain);
    let kept = store.keep_letter(&letter)?;
    if kept {
        // A link that is not kept leads nowhere: the letter is written down first, and then what it holds.
        for link in links {
            store.keep_link(link)?;
        }
    }
    Ok(kept.then_some(letter))
}

fn became(
    store: &mut dyn Store,
    id: Uuid,
    now: Timestamp,
    became: Became,
) -> Result<(), StoreError> {
    let Some(mut letter) = store.letter(id)? else {
        return Ok(());
    };
    match became {
        Became::Taken(answer) => {
            letter.standing = LetterStanding::Sent;
            letter.answer = answer;
        }
        Became::Refused(answer) => {
            letter.standing = LetterStanding::Bounced;
            letter.answer = answer;
        }
        Became::Later(answer) => letter.answer = answer,
        Became::NotTried => {
            letter.tries = letter.tries.saturating_sub(1);
            letter.due = now;
        }
    }
    letter.changed = now;
    store.keep_letter(&letter)?;
    Ok(())
}

/// The letters that are due, when those whose last day has passed have been written down as such.
fn still_due(store: &mut dyn Store, now: Timestamp) -> Result<Vec<Letter>, StoreError> {
    let due = store.due_letters(now)?.into_iter();
    let (over, due): (Vec<_>, Vec<_>) = due.partition(|letter| letter.until < now);
    for mut letter in over {
        letter.standing = LetterStanding::Expired;
        letter.changed = now;
        store.keep_letter(&letter)?;
    }
    Ok(due)
}

/// Throws away what became of letters long ago.
pub(super) fn throw_away(store: &mut dyn Store, now: Timestamp) -> Result<(), StoreError> {
    let old = |l: &Letter| {
        l.standing != LetterStanding::Waiting && now.duration_since(l.changed) > schedule::KEPT
    };
    let letters = store.letters()?.into_iter();
    let gone: Vec<Uuid> = letters.filter(old).map(|letter| letter.id).collect();
    match gone.is_empty() {
        true => Ok(()),
        false => store.erase_letters(&gone),
    }
}
