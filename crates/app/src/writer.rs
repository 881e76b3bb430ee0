//! The one writer: takes commands in turn, and nobody is told before it is on disk.

use crate::app::{Imported, Performed, Shared, Unperformed, Writing};
use crate::scenario::Step;
use riktning_domain::command::{Hand, Now};
use riktning_domain::comments::MayClose;
use riktning_domain::sources::ImportedFacts;
use riktning_domain::{Command, Refusal, State, User};
use riktning_store::{Append, NewRow, NotAnEvent, Store, Token};
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::time::Duration;
use tokio::runtime::Runtime;
use tokio::sync::{mpsc, oneshot};
use tokio::time::timeout;

/// How long nobody has asked for anything before what was written last is moved out of the log.
const PAUSE: Duration = Duration::from_millis(200);

/// An order to the writer, with where to answer. If nobody waits for the answer any more, the
/// order is carried out all the same.
pub(crate) enum Order {
    /// All or none.
    All {
        user: User,
        now: Option<Now>,
        commands: Vec<Command>,
        token: Option<String>,
        /// The position that the commands were made at, if nothing may have come after it.
        seen_at: Option<u64>,
        answer: oneshot::Sender<Result<Performed, Unperformed>>,
    },
    /// A scenario, all or none, each step with its own day and hand.
    Scenario {
        steps: Vec<Step>,
        answer: oneshot::Sender<Result<Performed, Unperformed>>,
    },
    /// What a rule refuses is left out.
    Import {
        commands: Vec<(String, Command)>,
        reported: Vec<String>,
        file: Vec<u8>,
        answer: oneshot::Sender<Result<Imported, Unperformed>>,
    },
    /// Work on the rows beside the journal; answers by itself, and says whether a write failed so
    /// that writing must stop.
    Rows(RowWork),
    /// Let the journal go. What is asked for afterwards is not performed.
    Close { answer: oneshot::Sender<()> },
}

/// Work on rows. Whether a write failed so that no more may be written.
pub(crate) type RowWork = Box<dyn FnOnce(&mut dyn Store) -> bool + Send>;

pub(crate) struct Writer {
    journal: Box<dyn Store + Send>,
    shared: Arc<Shared>,
    /// Where comments may stand whose matter is closed: anywhere, until they have been looked for.
    may_be_closed: MayClose,
}

/// Events that are decided but not yet on disk, with the State that they lead to.
struct Draft {
    state: State,
    rows: Vec<NewRow>,
    /// Where they may close the matter of a comment.
    may_close: MayClose,
}

impl Writer {
    pub(crate) fn new(journal: Box<dyn Store + Send>, shared: Arc<Shared>) -> Self {
        let may_be_closed = MayClose::Anywhere;
        Writer {
            journal,
            shared,
            may_be_closed,
        }
    }

    /// Works until it is told to close or the last App is dropped. A writer that has stopped
    /// still takes orders, to drop them: whoever waits then hears that it has stopped.
    pub(crate) fn work(mut self, mut waiting: mpsc::Receiver<Order>, pause: &Runtime) {
        let mut settled = false;
        self.erase_closed();
        loop {
            let order = match settled {
                true => waiting.blocking_recv(),
                false => {
                    let next = pause.block_on(async { timeout(PAUSE, waiting.recv()).await });
                    let Ok(next) = next else {
                        settled = self.settle();
                        continue;
                    };
                    next
                }
            };
            match order {
                None => return,
                Some(Order::Close { answer }) => {
                    self.shared.stop_writing(Writing::Closed);
                    drop(self.journal);
                    let _ = answer.send(());
                    return;
                }
                Some(order) if !self.shared.goes_on() => drop(order),
                Some(order) => {
                    self.carry_out(order);
                    settled = false;
                }
            }
        }
    }

    /// Has the journal move what was written last to where its hashes guard it. Whether there is
    /// nothing more to move; what fails is tried again after the next order.
    fn settle(&mut self) -> bool {
        self.journal.settle().unwrap_or_else(|error| {
            tracing::warn!(
                error = &error as &dyn std::error::Error,
                "what was written last lies in the log still"
            );
            true
        })
    }

    fn carry_out(&mut self, order: Order) {
        // A receiver that is gone has hung up; the work is done and that is all we owe.
        match order {
            Order::All {
                user,
                now,
                commands,
                token,
                seen_at,
                answer,
            } => {
                let moved = seen_at.is_some_and(|at| at != self.shared.state().position());
                let done = match moved {
                    true => Err(Unperformed::Moved),
                    false => self.guarded(|writer| writer.all(user, now, commands, token)),
                };
                let _ = answer.send(done);
            }
            Order::Scenario { steps, answer } => {
                let _ = answer.send(self.guarded(|writer| writer.scenario(steps)));
            }
            Order::Import {
                commands,
                reported,
                file,
                answer,
            } => {
                let done = self.guarded(|writer| writer.import(commands, reported, file));
                let _ = answer.send(done);
            }
            Order::Rows(work) => {
                let fatal = self.guarded(|writer| Ok(work(writer.journal.as_mut())));
                if fatal.is_ok_and(|fatal| fatal) {
                    self.shared.stop_writing(Writing::Failed);
                    tracing::error!("writing has stopped after a row could not be written");
                }
            }
            Order::Close { answer } => drop(answer),
        }
    }

    /// Works, and answers that the writer has stopped if that panics. The draft is then gone and
    /// what was being written is undone; but a rule with a fault is no ground to write more on.
    fn guarded<T>(
        &mut self,
        work: impl FnOnce(&mut Self) -> Result<T, Unperformed>,
    ) -> Result<T, Unperformed> {
        catch_unwind(AssertUnwindSafe(|| work(self))).unwrap_or_else(|_| {
            // What it said, and where, the panic hook has printed.
            self.shared.stop_writing(Writing::Panicked);
            tracing::error!("a command made the writer panic; writing has stopped");
            Err(Unperformed::Stopped)
        })
    }

    fn all(
        &mut self,
        user: User,
        now: Option<Now>,
        commands: Vec<Command>,
        token: Option<String>,
    ) -> Result<Performed, Unperformed> {
        let hand = match user {
            User::Import => Hand::Import,
            User::Rule => Hand::Rule,
            User::Person(_) | User::Resident => Hand::Person,
        };
        let now = now.unwrap_or_else(|| self.shared.clock.now(hand));
        // The request is what the token stands for: the same token with other content is
        // refused by the store. The ids of what is created are part of it, so they come with the
        // form: a double click carries the same ones.
        let request = serde_json::to_vec(&commands).map_err(NotAnEvent::from)?;
        let token = token.map(|token| Token {
            actor: user.actor().to_string(),
            token,
            request,
        });
        if let Some(token) = &token
            && let Some(answer) = self.journal.remembered(token)?
        {
            let events = usize::try_from(answer.last + 1 - answer.first).unwrap_or(usize::MAX);
            return Ok(Performed {
                position: answer.last,
                events,
            });
        }
        let mut draft = self.draft();
        for (place, command) in commands.into_iter().enumerate() {
            draft
                .add(&user, now, command)?
                .map_err(|refusal| Unperformed::Refused { place, refusal })?;
        }
        self.write(draft, Vec::new(), token)
    }

    fn scenario(&mut self, steps: Vec<Step>) -> Result<Performed, Unperformed> {
        let mut draft = self.draft();
        if draft.state.position() != 0 {
            return Err(Unperformed::NotEmpty);
        }
        for (place, step) in steps.into_iter().enumerate() {
            draft
                .add(&step.user, step.now, step.command)?
                .map_err(|refusal| Unperformed::Refused { place, refusal })?;
        }
        self.write(draft, Vec::new(), None)
    }

    fn import(
        &mut self,
        commands: Vec<(String, Command)>,
        reported: Vec<String>,
        file: Vec<u8>,
    ) -> Result<Imported, Unperformed> {
        let now = self.shared.clock.now(Hand::Import);
        let mut draft = self.draft();
        let (mut refused, mut changed) = (Vec::new(), Vec::new());
        let total = commands.len();
        let (mut taken, mut reported) = (BTreeSet::new(), BTreeSet::from_iter(reported));
        for (place, (record, command)) in commands.into_iter().enumerate() {
            let names_the_municipality = matches!(command, Command::DescribeGroup(_));
            match draft.add(&User::Import, now, command)? {
                Ok(events) => {
                    taken.insert(record);
                    if events > 0 {
                        changed.push(place);
                    }
                }
                // Then nobody knows that anything of the file is about this journal.
                Err(refusal) if names_the_municipality => {
                    return Err(Unperformed::Refused { place, refusal });
                }
                Err(refusal) => {
                    reported.insert(record);
                    refused.push((place, refusal));
                }
            }
        }
        // A record that is taken in part is reported.
        let taken = taken.difference(&reported).count();
        let reported = reported.len();
        if draft.rows.is_empty() {
            let performed = Performed {
                position: draft.state.position(),
                events: 0,
            };
            return Ok(Imported {
                performed,
                refused,
                changed,
                taken,
                reported,
            });
        }
        let hash: String = Sha256::digest(&file)
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect();
        let evidence = Command::ImportFacts(ImportedFacts {
            file: hash,
            bytes: file.len() as u64,
            taken: taken as u64,
            reported: reported as u64,
        });
        draft
            .add(&User::Import, now, evidence)?
            .map_err(|refusal| Unperformed::Refused {
                place: total,
                refusal,
            })?;
        let performed = self.write(draft, vec![file], None)?;
        Ok(Imported {
            performed,
            refused,
            changed,
            taken,
            reported,
        })
    }

    /// Erases the comments whose matter has closed. In the same turn as the decision that closes it, so
    /// that whoever is told of the decision finds them gone; and before the first order, should the
    /// machine have stopped in between. What fails is tried again after the next command.
    fn erase_closed(&mut self) {
        let state = self.shared.state();
        let may = std::mem::take(&mut self.may_be_closed);
        let erased = crate::comments::erase_closed(self.journal.as_mut(), &state, &may);
        if let Err(error) = erased {
            self.may_be_closed = may;
            if error.is_fatal() {
                self.shared.stop_writing(Writing::Failed);
            }
            let error = &error as &dyn std::error::Error;
            tracing::warn!(error, "comments on what is decided are there still");
        }
    }

    fn draft(&self) -> Draft {
        Draft {
            state: State::clone(&self.shared.state()),
            rows: Vec::new(),
            may_close: MayClose::default(),
        }
    }

    /// Appends durably, then lets readers see it. In that order: 2xx means durable.
    fn write(
        &mut self,
        draft: Draft,
        blobs: Vec<Vec<u8>>,
        token: Option<Token>,
    ) -> Result<Performed, Unperformed> {
        let events = draft.rows.len();
        let position = draft.state.position();
        if events == 0 {
            return Ok(Performed { position, events });
        }
        let expected_head = self.shared.state().position();
        let append = Append {
            expected_head,
            rows: draft.rows,
            blobs,
            token,
        };
        if let Err(error) = self.journal.append(append) {
            if error.is_fatal() {
                self.shared.stop_writing(Writing::Failed);
                tracing::error!(
                    error = &error as &dyn std::error::Error,
                    "writing has stopped"
                );
            }
            return Err(error.into());
        }
        self.shared.put(draft.state);
        let before = std::mem::take(&mut self.may_be_closed);
        self.may_be_closed = before.and(draft.may_close);
        self.erase_closed();
        Ok(Performed { position, events })
    }
}

impl Draft {
    /// Permits and decides a command, and folds its events in: how many there were, or the
    /// refusal.
    fn add(
        &mut self,
        user: &User,
        now: Now,
        command: Command,
    ) -> Result<Result<usize, Refusal>, Unperformed> {
        let recorded = match self.state.carry_out(user, now, command) {
            Ok(recorded) => recorded,
            Err(refusal) => return Ok(Err(refusal)),
        };
        for recorded in &recorded {
            self.rows.push(riktning_store::encode(recorded)?);
            let may = self.state.may_close(&recorded.event);
            self.may_close = std::mem::take(&mut self.may_close).and(may);
        }
        Ok(Ok(recorded.len()))
    }
}
