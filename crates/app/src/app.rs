//! App: the one door. It performs commands and makes views.

use crate::clock::Clock;
use crate::writer::{Order, Writer};
use arc_swap::ArcSwap;
use jiff::Timestamp;
use jiff::civil::Date;
use riktning_domain::permissions::User;
use riktning_domain::{Command, Published, Refusal, State};
use riktning_store::{Store, StoreError};
use std::collections::BTreeSet;
use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use tokio::runtime::Builder;
use tokio::sync::{mpsc, oneshot, watch};

/// One municipal group, open. A value: a clone is the same group.
#[derive(Clone)]
pub struct App {
    shared: Arc<Shared>,
    /// Commands on their way to the one writer.
    orders: mpsc::Sender<Order>,
}

/// What readers and the writer share.
pub(crate) struct Shared {
    /// The State that readers take. Only the writer puts in the next one.
    state: ArcSwap<State>,
    /// The same State's public position, for the look-up of a cached page: a plain read.
    public_position: AtomicU64,
    /// The position of the last event that said who may read something, likewise.
    kept_back_position: AtomicU64,
    /// Whether the writer can take commands. What has stopped stays so until the next start.
    writing: watch::Sender<Writing>,
    pub(crate) clock: Clock,
    /// What is read out of everything published.
    readings: crate::readings::Kept,
    /// How many gaps each has who works here.
    gap_counts: crate::work::GapCounts,
    /// The Swedish dictionary, once somebody has read it.
    dictionary: std::sync::OnceLock<crate::proofread::Dictionary>,
    /// Who works here.
    people: crate::people::People,
    /// How mail is sent, once that has been said.
    post: std::sync::OnceLock<Arc<crate::followers::mail::Post>>,
}

/// Whether the writer can take commands, and if not, why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Writing {
    /// It takes them.
    GoesOn,
    /// The program is ending, and the journal has been let go.
    Closed,
    /// A command made the program panic; nothing of it was stored. The journal is still held, so
    /// that nobody else writes on what a program with a fault has left.
    Panicked,
    /// A write failed, and the disk may hold less than it said.
    Failed,
}

impl fmt::Debug for App {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("App")
            .field("position", &self.position())
            .finish_non_exhaustive()
    }
}

/// How many commands may wait for the writer before a caller waits to hand one over.
const WAITING: usize = 64;

/// Why nothing was performed. Nothing half-done is stored.
#[derive(Debug, thiserror::Error)]
pub enum Unperformed {
    /// A rule or a permission said no, to the command at a place in the list.
    #[error("refused")]
    Refused {
        /// Which command of the list, from 0.
        place: usize,
        /// The rule.
        refusal: Refusal,
    },
    /// Something has been recorded since the position at which the commands were made.
    #[error("something has been recorded meanwhile")]
    Moved,
    /// The journal could not take it.
    #[error("the journal could not take it")]
    Store(#[from] StoreError),
    /// Something has been recorded already, and a scenario begins with nothing.
    #[error("a scenario is lived through from the beginning, and the journal is not empty")]
    NotEmpty,
    /// An event could not be written as bytes.
    #[error("an event could not be written")]
    Encoding(#[from] riktning_store::NotAnEvent),
    /// The writer has stopped: after a failed write, after a panic (this command's or an earlier
    /// one's), or because the program is ending.
    #[error("the writer has stopped")]
    Stopped,
}

/// What came of a list of commands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Performed {
    /// The position of the journal afterwards. What was performed is durable.
    pub position: u64,
    /// How many events it made; 0 if everything already stood as wanted.
    pub events: usize,
}

/// What came of an import.
#[derive(Clone, Debug)]
pub struct Imported {
    /// What was performed.
    pub performed: Performed,
    /// The commands that a rule refused, by their place in the list.
    pub refused: Vec<(usize, Refusal)>,
    /// The commands that changed something, by their place in the list.
    pub changed: Vec<usize>,
    /// How many records were taken: all that their commands want stands now.
    pub taken: usize,
    /// How many records were reported instead, by the plan or because a rule refused a command.
    /// A record counts once, however many commands and reports there are about it.
    pub reported: usize,
}

impl App {
    /// Opens a group: folds the whole journal, checking every row's hash on the way.
    ///
    /// # Errors
    /// If the journal cannot be read, does not verify, or holds a kind of event that this
    /// version does not know; each says at which position.
    pub fn open(
        journal: Box<dyn Store + Send>,
        clock: Clock,
        progress: &mut dyn FnMut(u64),
    ) -> Result<App, StoreError> {
        let state = Arc::new(riktning_store::fold(journal.as_ref(), progress)?);
        let people = crate::people::People::of(journal.as_ref())?;
        let shared = Arc::new(Shared {
            people,
            public_position: AtomicU64::new(state.public_position()),
            kept_back_position: AtomicU64::new(state.kept_back_position()),
            state: ArcSwap::new(state),
            writing: watch::Sender::new(Writing::GoesOn),
            clock,
            readings: crate::readings::Kept::default(),
            gap_counts: crate::work::GapCounts::default(),
            dictionary: std::sync::OnceLock::new(),
            post: std::sync::OnceLock::new(),
        });
        let (orders, waiting) = mpsc::channel(WAITING);
        let writer = Writer::new(journal, shared.clone());
        // A thread of its own: writing waits for the disk, and a command goes on when the
        // browser that sent it has hung up. It ends when the last App is dropped.
        let mut pause = Builder::new_current_thread();
        let pause = pause.enable_time().build().map_err(StoreError::thread)?;
        std::thread::Builder::new()
            .name("writer".into())
            .spawn(move || writer.work(waiting, &pause))
            .map_err(StoreError::thread)?;
        Ok(App { shared, orders })
    }

    /// The day it is.
    pub fn today(&self) -> Date {
        self.shared.clock.today()
    }

    /// The position of the last event.
    pub fn position(&self) -> u64 {
        self.shared.state.load().position()
    }

    /// The position of the last event that may have changed what residents see: two equal
    /// answers mean equal public pages. A plain read.
    pub fn public_position(&self) -> u64 {
        self.shared.public_position.load(Ordering::Acquire)
    }

    /// The position of the last event that said who may read something: a page that was made
    /// before it is not given out any more. A plain read.
    pub fn kept_back_position(&self) -> u64 {
        self.shared.kept_back_position.load(Ordering::Acquire)
    }

    /// Whether commands can be taken; if not, why, for the log.
    ///
    /// # Errors
    /// When the writer has stopped.
    pub fn ready(&self) -> Result<(), String> {
        let why = match *self.shared.writing.borrow() {
            Writing::GoesOn => return Ok(()),
            Writing::Closed => "the store has been let go",
            Writing::Panicked => "a command made the writer panic; start the program again",
            Writing::Failed => "a write failed; start the program again",
        };
        Err(why.into())
    }

    /// Done when a write has failed in a way that may have lost a page. The process must then
    /// end, and a new start see what the disk holds.
    pub async fn failed(&self) {
        let mut writing = self.shared.writing.subscribe();
        // The sender is in `shared`, which lives as long as this App.
        let _ = writing.wait_for(|now| *now == Writing::Failed).await;
    }

    /// Whether a write has failed so.
    pub fn has_failed(&self) -> bool {
        *self.shared.writing.borrow() == Writing::Failed
    }

    /// A public view of a day: `view` reads what residents see and answers with a value of
    /// its own. State was a value: nothing was locked, nothing can change under it.
    pub fn published<T>(&self, day: Date, view: impl FnOnce(Published<'_>) -> T) -> T {
        let state = self.shared.state.load_full();
        let (now, today) = self.shared.clock.moment();
        view(state.published(day, today).at(now))
    }

    /// A public view that also needs what is read out of everything published, such as the index
    /// of the search. Both are of the same State.
    pub fn readings<T>(
        &self,
        day: Date,
        view: impl FnOnce(Published<'_>, &Arc<crate::Readings>) -> T,
    ) -> T {
        let state = self.shared.state.load_full();
        let (now, today) = self.shared.clock.moment();
        let readings = self.shared.readings.of(&state, today);
        view(state.published(day, today).at(now), &readings)
    }

    /// Until when the bytes of any public page hold although no event comes: the next start or
    /// end of a notice. `None` if none is known.
    pub fn holds_until(&self) -> Option<Timestamp> {
        let next = self.published(self.today(), |p| p.next_notice_change());
        self.turning(next)
    }

    /// The instant at which a page turns by itself; none on a clock that stands still.
    pub fn turning(&self, at: Option<Timestamp>) -> Option<Timestamp> {
        at.filter(|_| self.shared.clock.runs())
    }

    /// A plan made from State for an import, before its commands are performed.
    pub fn plan<T>(&self, plan: impl FnOnce(&State, riktning_domain::command::Now) -> T) -> T {
        let state = self.shared.state.load_full();
        let now = self
            .shared
            .clock
            .now(riktning_domain::command::Hand::Import);
        plan(&state, now)
    }

    /// Performs one command.
    ///
    /// # Errors
    /// [`Unperformed`]; then nothing was stored.
    pub async fn perform(&self, user: User, command: Command) -> Result<Performed, Unperformed> {
        self.perform_all(user, vec![command], None).await
    }

    /// Performs commands one after another on the growing State, as one transaction: all or
    /// none. The same `token` again answers as the first time and does nothing.
    ///
    /// # Errors
    /// [`Unperformed`] for the first command that is refused; then nothing was stored.
    pub async fn perform_all(
        &self,
        user: User,
        commands: Vec<Command>,
        token: Option<String>,
    ) -> Result<Performed, Unperformed> {
        self.order(user, commands, token, None).await
    }

    /// The same, if nothing has been recorded since the position at which the commands were made:
    /// for what somebody has seen more of than a rule asks.
    ///
    /// # Errors
    /// [`Unperformed::Moved`] if something has, or what else stood against it; then nothing was
    /// stored.
    pub(crate) async fn perform_seen(
        &self,
        user: User,
        commands: Vec<Command>,
        seen_at: u64,
    ) -> Result<Performed, Unperformed> {
        self.order(user, commands, None, Some(seen_at)).await
    }

    async fn order(
        &self,
        user: User,
        commands: Vec<Command>,
        token: Option<String>,
        seen_at: Option<u64>,
    ) -> Result<Performed, Unperformed> {
        let (answer, answered) = oneshot::channel();
        let order = Order::All {
            user,
            now: None,
            commands,
            token,
            seen_at,
            answer,
        };
        self.orders
            .send(order)
            .await
            .map_err(|_| Unperformed::Stopped)?;
        answered.await.map_err(|_| Unperformed::Stopped)?
    }

    /// Performs a scenario's steps, each with its own day and hand, into an empty journal and
    /// into no other: it acts as anybody, at any time.
    ///
    /// # Errors
    /// [`Unperformed::NotEmpty`], or that of a step; then nothing was stored.
    pub async fn live_through(
        &self,
        steps: Vec<crate::scenario::Step>,
    ) -> Result<Performed, Unperformed> {
        let (answer, answered) = oneshot::channel();
        self.orders
            .send(Order::Scenario { steps, answer })
            .await
            .map_err(|_| Unperformed::Stopped)?;
        answered.await.map_err(|_| Unperformed::Stopped)?
    }

    /// Those of the words that stand in no text of the municipality, of any day, drafts among
    /// them; a translation of them is no such text.
    ///
    /// # Errors
    /// [`Unperformed`] if the journal cannot be read.
    pub async fn unsaid(&self, words: BTreeSet<String>) -> Result<BTreeSet<String>, Unperformed> {
        if words.is_empty() {
            return Ok(words);
        }
        self.rows(move |store| riktning_store::unsaid(store, words))
            .await
    }

    /// Works on the rows beside the journal, in turn with the writer: when this comes back,
    /// what was written is durable.
    pub(crate) async fn rows<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut dyn Store) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, Unperformed> {
        let (answer, answered) = oneshot::channel();
        let work = Box::new(move |store: &mut dyn Store| {
            let done = work(store);
            let fatal = done.as_ref().is_err_and(StoreError::is_fatal);
            // A receiver that is gone has hung up; the work is done and that is all we owe.
            let _ = answer.send(done);
            fatal
        });
        self.orders
            .send(Order::Rows(work))
            .await
            .map_err(|_| Unperformed::Stopped)?;
        Ok(answered.await.map_err(|_| Unperformed::Stopped)??)
    }

    pub(crate) fn state(&self) -> Arc<State> {
        self.shared.state()
    }

    /// Lets the program know how Swedish words are spelt. Until then nothing is said of spelling.
    pub fn teach(&self, dictionary: crate::proofread::Dictionary) {
        // Whoever came first has read the same.
        let _ = self.shared.dictionary.set(dictionary);
    }

    /// How Swedish words are spelt, if the program has been told.
    pub fn dictionary(&self) -> Option<&crate::proofread::Dictionary> {
        self.shared.dictionary.get()
    }

    pub(crate) fn gap_counts(&self) -> &crate::work::GapCounts {
        &self.shared.gap_counts
    }

    pub(crate) fn clock(&self) -> &Clock {
        &self.shared.clock
    }

    /// Who works here.
    pub(crate) fn people(&self) -> &crate::people::People {
        &self.shared.people
    }

    pub(crate) fn post_cell(&self) -> &std::sync::OnceLock<Arc<crate::followers::mail::Post>> {
        &self.shared.post
    }

    /// Mail as it is sent; none where none is.
    pub(crate) fn post(&self) -> Option<Arc<crate::followers::mail::Post>> {
        self.shared.post.get().cloned()
    }

    /// The instant at which something is recorded now.
    pub(crate) fn instant(&self) -> Timestamp {
        self.shared.clock.recording().0
    }

    /// Performs what has been asked for, then lets the store go: afterwards another process
    /// may open it. Pages are still answered from memory.
    pub async fn close(&self) {
        let (answer, answered) = oneshot::channel();
        // No writer, no journal to let go.
        if self.orders.send(Order::Close { answer }).await.is_ok() {
            let _ = answered.await;
        }
    }

    /// Performs what an import plans: what a rule refuses is reported and left out, the rest
    /// is one transaction together with the file itself, which is kept as evidence. Each command
    /// comes with the path of its record; `reported` are the paths that the plan left out.
    ///
    /// # Errors
    /// [`Unperformed`] if the journal could not take it; then nothing was stored.
    pub async fn import(
        &self,
        commands: Vec<(String, Command)>,
        reported: Vec<String>,
        file: Vec<u8>,
    ) -> Result<Imported, Unperformed> {
        let (answer, answered) = oneshot::channel();
        self.orders
            .send(Order::Import {
                commands,
                reported,
                file,
                answer,
            })
            .await
            .map_err(|_| Unperformed::Stopped)?;
        answered.await.map_err(|_| Unperformed::Stopped)?
    }
}

impl Shared {
    pub(crate) fn state(&self) -> Arc<State> {
        self.state.load_full()
    }

    /// Puts in the next State. Pages are looked up by the public position, so State is there
    /// before the position says so.
    pub(crate) fn put(&self, state: State) {
        let public_position = state.public_position();
        let kept_back_position = state.kept_back_position();
        let state = Arc::new(state);
        let changed = public_position != self.public_position.load(Ordering::Acquire);
        self.state.store(Arc::clone(&state));
        self.kept_back_position
            .store(kept_back_position, Ordering::Release);
        self.public_position
            .store(public_position, Ordering::Release);
        if changed {
            self.readings.changed(&state, self.clock.today());
        }
    }

    /// Stops the writing. The first reason stands.
    pub(crate) fn stop_writing(&self, why: Writing) {
        self.writing.send_if_modified(|now| {
            let first = *now == Writing::GoesOn;
            if first {
                *now = why;
            }
            first
        });
    }

    pub(crate) fn goes_on(&self) -> bool {
        *self.writing.borrow() == Writing::GoesOn
    }
}
