//! What a writer does whose disk is full, whose disk has failed, or who panics.

use crate::journal::{block_on, open_on};
use jiff::Timestamp;
use jiff::civil::date;
use riktning_app::{App, Performed, Unperformed};
use riktning_domain::Command;
use riktning_domain::group::DescribeGroup;
use riktning_domain::ids::{PersonId, PlanId};
use riktning_domain::permissions::User;
use riktning_store::{
    Answer, Append, Appended, Comment, CommentTable, Digest, Draft, DraftTable, EndLogins,
    EndPasskeys, Factor, FactorProof, FactorTable, FeedTable, FeedbackTable, Followed, Group, Head,
    Identity, IdentityTable, Journal, Letter, LetterKind, Link, LinkLogin, LinkTable, Login,
    MailTable, Mailbox, MemoryJournal, NewPasskey, NewSecret, News, Passkey, PasskeyTable,
    PasskeyUse, PeopleTable, Person, Row, StoreError, TakenFactor, Tiding, Token,
};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex};
use uuid::Uuid;

/// What becomes of the next append.
enum Fate {
    Fails(StoreError),
    Panics,
}

/// A journal whose next append has a fate, and which tells when it is let go.
struct Fated {
    inner: MemoryJournal,
    fates: Mutex<Receiver<Fate>>,
    held: Arc<AtomicBool>,
}

impl Drop for Fated {
    fn drop(&mut self) {
        self.held.store(false, Ordering::SeqCst);
    }
}

impl Journal for Fated {
    fn group(&self) -> Group {
        self.inner.group()
    }
    fn head(&self) -> Result<Head, StoreError> {
        self.inner.head()
    }
    fn read(
        &self,
        after: u64,
        each: &mut dyn FnMut(&Row) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        self.inner.read(after, each)
    }
    fn row(&self, position: u64) -> Result<Option<Row>, StoreError> {
        self.inner.row(position)
    }
    fn at_one_moment(
        &self,
        look: &mut dyn FnMut(&dyn Journal) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        look(self)
    }
    fn append(&mut self, append: Append) -> Result<Appended, StoreError> {
        match self.fates.get_mut().unwrap().try_recv() {
            Ok(Fate::Fails(error)) => Err(error),
            Ok(Fate::Panics) => panic!("as a test wants"),
            Err(_) => self.inner.append(append),
        }
    }
    fn remembered(&self, token: &Token) -> Result<Option<Appended>, StoreError> {
        self.inner.remembered(token)
    }
    fn blob(&self, digest: Digest) -> Result<Option<Vec<u8>>, StoreError> {
        self.inner.blob(digest)
    }
    fn blobs(&self) -> Result<Vec<Digest>, StoreError> {
        self.inner.blobs()
    }
    fn restore(
        &mut self,
        group: Group,
        rows: &mut dyn Iterator<Item = Result<Row, StoreError>>,
        blobs: &mut dyn Iterator<Item = Result<Vec<u8>, StoreError>>,
    ) -> Result<Head, StoreError> {
        self.inner.restore(group, rows, blobs)
    }
}

impl FeedbackTable for Fated {
    fn answer(&mut self, answer: &Answer) -> Result<(), StoreError> {
        self.inner.answer(answer)
    }
    fn comment(
        &mut self,
        id: Uuid,
        comment: &str,
        not_before: Timestamp,
    ) -> Result<bool, StoreError> {
        self.inner.comment(id, comment, not_before)
    }
    fn answered(&self, id: Uuid) -> Result<Option<Answer>, StoreError> {
        self.inner.answered(id)
    }
    fn answers(&self) -> Result<Vec<Answer>, StoreError> {
        self.inner.answers()
    }
    fn note(
        &mut self,
        id: Uuid,
        before: Option<&str>,
        note: Option<&str>,
        at: Timestamp,
    ) -> Result<bool, StoreError> {
        self.inner.note(id, before, note, at)
    }

    fn erase(&mut self, ids: &[Uuid]) -> Result<usize, StoreError> {
        self.inner.erase(ids)
    }
}

impl FactorTable for Fated {
    fn factors(&self) -> Result<Vec<Factor>, StoreError> {
        self.inner.factors()
    }
    fn taken_factors(&self) -> Result<Vec<TakenFactor>, StoreError> {
        self.inner.taken_factors()
    }
    fn keep_factor(&mut self, factor: &Factor) -> Result<bool, StoreError> {
        self.inner.keep_factor(factor)
    }
    fn use_factor(&mut self, person: PersonId, proof: FactorProof) -> Result<bool, StoreError> {
        self.inner.use_factor(person, proof)
    }
    fn end_factor(
        &mut self,
        person: PersonId,
        taken: Option<TakenFactor>,
    ) -> Result<bool, StoreError> {
        self.inner.end_factor(person, taken)
    }
}

impl PasskeyTable for Fated {
    fn passkeys(&self) -> Result<Vec<Passkey>, StoreError> {
        self.inner.passkeys()
    }
    fn taken_passkeys(&self) -> Result<Vec<TakenFactor>, StoreError> {
        self.inner.taken_passkeys()
    }
    fn keep_passkey(&mut self, new: &NewPasskey) -> Result<bool, StoreError> {
        self.inner.keep_passkey(new)
    }
    fn keep_passkey_login(&mut self, login: &Login, used: &PasskeyUse) -> Result<bool, StoreError> {
        self.inner.keep_passkey_login(login, used)
    }
    fn end_passkeys(&mut self, end: &EndPasskeys) -> Result<usize, StoreError> {
        self.inner.end_passkeys(end)
    }
}

impl IdentityTable for Fated {
    fn identities(&self) -> Result<Vec<(Identity, PersonId)>, StoreError> {
        self.inner.identities()
    }
    fn keep_known(&mut self, person: &Person, identity: &Identity) -> Result<bool, StoreError> {
        self.inner.keep_known(person, identity)
    }
    fn rename_known(
        &mut self,
        person: PersonId,
        identity: &Identity,
        name: &str,
    ) -> Result<bool, StoreError> {
        self.inner.rename_known(person, identity, name)
    }
    fn keep_known_login(&mut self, login: &Login, identity: &Identity) -> Result<bool, StoreError> {
        self.inner.keep_known_login(login, identity)
    }
    fn barred(&self) -> Result<Vec<PersonId>, StoreError> {
        self.inner.barred()
    }
    fn bar(&mut self, person: PersonId) -> Result<bool, StoreError> {
        self.inner.bar(person)
    }
    fn unbar(&mut self, person: PersonId) -> Result<(), StoreError> {
        self.inner.unbar(person)
    }
}

impl DraftTable for Fated {
    fn keep_draft(&mut self, draft: &Draft) -> Result<bool, StoreError> {
        self.inner.keep_draft(draft)
    }
    fn drafts(&self, person: PersonId) -> Result<Vec<Draft>, StoreError> {
        self.inner.drafts(person)
    }
    fn throw_draft(&mut self, person: PersonId, form: &str) -> Result<(), StoreError> {
        self.inner.throw_draft(person, form)
    }
    fn end_draft(
        &mut self,
        person: PersonId,
        form: &str,
        keys: &[Uuid],
        at: Timestamp,
    ) -> Result<(), StoreError> {
        self.inner.end_draft(person, form, keys, at)
    }
    fn erase_drafts(&mut self, before: Timestamp) -> Result<usize, StoreError> {
        self.inner.erase_drafts(before)
    }
}

impl FeedTable for Fated {
    fn feed(&self, digest: Digest) -> Result<Option<PersonId>, StoreError> {
        self.inner.feed(digest)
    }
    fn has_feed(&self, person: PersonId) -> Result<bool, StoreError> {
        self.inner.has_feed(person)
    }
    fn keep_feed(&mut self, person: PersonId, digest: Option<Digest>) -> Result<bool, StoreError> {
        self.inner.keep_feed(person, digest)
    }
}

impl LinkTable for Fated {
    fn keep_link(&mut self, link: &Link) -> Result<bool, StoreError> {
        self.inner.keep_link(link)
    }
    fn link(&self, digest: Digest) -> Result<Option<Link>, StoreError> {
        self.inner.link(digest)
    }
    fn keep_link_login(&mut self, login: &LinkLogin) -> Result<bool, StoreError> {
        self.inner.keep_link_login(login)
    }
    fn link_login(&self, digest: Digest) -> Result<Option<(Link, Timestamp)>, StoreError> {
        self.inner.link_login(digest)
    }
    fn end_links(&mut self, person: PersonId) -> Result<(), StoreError> {
        self.inner.end_links(person)
    }
    fn erase_links(&mut self, made: Timestamp, begun: Timestamp) -> Result<(), StoreError> {
        self.inner.erase_links(made, begun)
    }
    fn end_link_login(&mut self, digest: Digest) -> Result<(), StoreError> {
        self.inner.end_link_login(digest)
    }
}

impl MailTable for Fated {
    fn mailboxes(&self) -> Result<Vec<Mailbox>, StoreError> {
        self.inner.mailboxes()
    }
    fn mailbox(&self, person: PersonId) -> Result<Option<Mailbox>, StoreError> {
        self.inner.mailbox(person)
    }
    fn keep_mailbox(&mut self, mailbox: &Mailbox) -> Result<bool, StoreError> {
        self.inner.keep_mailbox(mailbox)
    }
    fn erase_mailbox(&mut self, person: PersonId) -> Result<bool, StoreError> {
        self.inner.erase_mailbox(person)
    }
    fn cursor(&self, follower: &str) -> Result<Option<u64>, StoreError> {
        self.inner.cursor(follower)
    }
    fn tell(&mut self, news: &[News], followed: Option<Followed<'_>>) -> Result<bool, StoreError> {
        self.inner.tell(news, followed)
    }
    fn letters(&self) -> Result<Vec<Letter>, StoreError> {
        self.inner.letters()
    }
    fn waits(&self, person: PersonId, kind: LetterKind) -> Result<bool, StoreError> {
        self.inner.waits(person, kind)
    }
    fn due_letters(&self, by: Timestamp) -> Result<Vec<Letter>, StoreError> {
        self.inner.due_letters(by)
    }
    fn letter(&self, id: Uuid) -> Result<Option<Letter>, StoreError> {
        self.inner.letter(id)
    }
    fn tidings(&self, letter: Uuid) -> Result<Vec<Tiding>, StoreError> {
        self.inner.tidings(letter)
    }
    fn keep_letter(&mut self, letter: &Letter) -> Result<bool, StoreError> {
        self.inner.keep_letter(letter)
    }
    fn erase_letters(&mut self, letters: &[Uuid]) -> Result<(), StoreError> {
        self.inner.erase_letters(letters)
    }
}

impl CommentTable for Fated {
    fn comments(&self, plan: PlanId) -> Result<Vec<Comment>, StoreError> {
        self.inner.comments(plan)
    }
    fn commented_plans(&self) -> Result<Vec<PlanId>, StoreError> {
        self.inner.commented_plans()
    }
    fn mentioned(&self, person: PersonId) -> Result<Vec<Comment>, StoreError> {
        self.inner.mentioned(person)
    }
    fn keep_comments(&mut self, by: PersonId, comments: &[Comment]) -> Result<bool, StoreError> {
        self.inner.keep_comments(by, comments)
    }
    fn erase_comments(&mut self, ids: &[Uuid]) -> Result<usize, StoreError> {
        self.inner.erase_comments(ids)
    }
}

impl PeopleTable for Fated {
    fn people(&self) -> Result<Vec<Person>, StoreError> {
        self.inner.people()
    }
    fn keep_person(&mut self, person: &Person) -> Result<bool, StoreError> {
        self.inner.keep_person(person)
    }
    fn keep_secret(&mut self, new: &NewSecret) -> Result<bool, StoreError> {
        self.inner.keep_secret(new)
    }
    fn erase_person(&mut self, id: PersonId) -> Result<bool, StoreError> {
        self.inner.erase_person(id)
    }
    fn logins(&self) -> Result<Vec<Login>, StoreError> {
        self.inner.logins()
    }
    fn keep_login(&mut self, login: &Login, proof: &str) -> Result<bool, StoreError> {
        self.inner.keep_login(login, proof)
    }
    fn note_login(&mut self, digest: Digest, seen: Timestamp) -> Result<(), StoreError> {
        self.inner.note_login(digest, seen)
    }
    fn end_logins(&mut self, which: EndLogins) -> Result<usize, StoreError> {
        self.inner.end_logins(which)
    }
}

fn app() -> (App, Sender<Fate>, Arc<AtomicBool>) {
    let (tell, fates) = channel();
    let held = Arc::new(AtomicBool::new(true));
    let journal = Fated {
        inner: MemoryJournal::new().unwrap(),
        fates: Mutex::new(fates),
        held: Arc::clone(&held),
    };
    (open_on(date(2018, 11, 1), journal).unwrap(), tell, held)
}

fn describe(app: &App, name: &str) -> Result<Performed, Unperformed> {
    let command = DescribeGroup {
        name: name.into(),
        place: "Exempelstad".into(),
        code: Some("0000".into()),
        invented: true,
    };
    block_on(app.perform(User::Import, Command::DescribeGroup(command)))
}

#[test]
fn a_full_disk_refuses_one_write_and_the_next_is_taken() {
    for passing in [StoreError::Full, StoreError::ReadOnly, StoreError::Busy] {
        let (app, tell, _) = app();
        tell.send(Fate::Fails(passing)).unwrap();
        let refused = describe(&app, "A");
        assert!(matches!(refused, Err(Unperformed::Store(_))), "{refused:?}");
        assert_eq!((app.position(), app.ready()), (0, Ok(())));
        assert_eq!(describe(&app, "A").unwrap().position, 1);
    }
}

#[test]
fn after_a_failed_write_nothing_more_is_written_and_the_program_is_told_to_end() {
    let (app, tell, held) = app();
    assert!(!app.has_failed());
    tell.send(Fate::Fails(StoreError::Poisoned)).unwrap();
    assert!(describe(&app, "A").is_err());
    block_on(app.failed());
    assert!(app.has_failed() && app.ready().is_err());
    assert!(matches!(describe(&app, "A"), Err(Unperformed::Stopped)));
    assert_eq!(app.position(), 0);
    // Letting the store go does not make it forgotten.
    block_on(app.close());
    assert!(app.has_failed() && !held.load(Ordering::SeqCst));
}

#[test]
fn a_panic_stops_the_writing_and_keeps_the_store_until_it_is_closed() {
    let (app, tell, held) = app();
    describe(&app, "A").unwrap();
    tell.send(Fate::Panics).unwrap();
    assert!(matches!(describe(&app, "B"), Err(Unperformed::Stopped)));
    assert!(app.ready().is_err() && !app.has_failed());
    assert!(matches!(describe(&app, "B"), Err(Unperformed::Stopped)));
    assert_eq!(app.position(), 1);
    assert!(held.load(Ordering::SeqCst), "another process could write");
    block_on(app.close());
    assert!(!held.load(Ordering::SeqCst));
}
