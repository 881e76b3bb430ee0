//! The fields of a comment as they were typed, and what is said of what is wrong with them.

use crate::form::Form;
use crate::pages::speech::Speech;
use crate::work::answers::{Faults, key};
use crate::work::drafts::keys_of;
use crate::work::paths::WorkPaths;
use crate::work::typed;
use riktning_app::comments::{Commented, Remark};
use riktning_app::work::{CommentAt, CommentPage};
use riktning_domain::comments::{Audience, MOST_CHARACTERS};
use riktning_domain::ids::PersonId;
use std::collections::BTreeSet;
use uuid::Uuid;

/// What somebody is writing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Doing {
    /// A comment of its own.
    New,
    /// An answer to the first comment of a thread.
    Answer(Uuid),
    /// Other words for what they had said.
    Change(Uuid),
}

impl Doing {
    /// The address of the form.
    pub(super) fn address(self, w: WorkPaths, at: &CommentAt) -> String {
        match self {
            Doing::New => w.comments(at),
            Doing::Answer(id) => w.comments_with(at, &format!("svar={id}")),
            Doing::Change(id) => w.comments_with(at, &format!("andra={id}")),
        }
    }
}

/// The fields as they were typed, or as they stand.
#[derive(Clone, Debug)]
pub(super) struct Typed {
    pub(super) text: String,
    pub(super) audience: Audience,
    pub(super) tell: BTreeSet<PersonId>,
    /// The mark of what stood when the form was shown.
    pub(super) seen: Uuid,
    /// The keys of the form under which this was typed, the last one first.
    pub(super) keys: Vec<Uuid>,
}

impl Default for Typed {
    fn default() -> Self {
        Typed {
            text: String::new(),
            audience: Audience::Inside,
            tell: BTreeSet::new(),
            seen: Uuid::nil(),
            keys: Vec::new(),
        }
    }
}

impl Typed {
    pub(super) fn read(form: &Form) -> Typed {
        let people = form.all("sag").filter_map(|id| Uuid::parse_str(id).ok());
        Typed {
            text: form.typed("text").to_owned(),
            audience: match form.typed("vilka") {
                "alla" => Audience::Between,
                _ => Audience::Inside,
            },
            tell: people.map(PersonId).collect(),
            seen: Uuid::parse_str(form.typed("sedd")).unwrap_or_default(),
            keys: keys_of(form),
        }
    }

    /// With who will read it: of an answer and a change whoever reads what is answered or changed, and
    /// of what somebody from outside writes everybody. A choice that was made stands, also where it can be
    /// made no longer: then it is told.
    pub(super) fn read_by(mut self, view: &CommentPage, doing: Doing) -> Typed {
        if doing != Doing::New || !view.place.inside {
            let stands = Typed::standing(view, doing).or(Typed::standing(view, Doing::New));
            self.audience = stands.map_or(self.audience, |stands| stands.audience);
        }
        self
    }

    /// The fields before anything is typed; none if what would be answered or changed stands as it is.
    pub(super) fn standing(view: &CommentPage, doing: Doing) -> Option<Typed> {
        // Inside is what stands chosen, where there is a choice.
        let audience = match view.place.inside {
            true => Audience::Inside,
            false => Audience::Between,
        };
        let typed = Typed {
            audience,
            ..Typed::default()
        };
        match doing {
            Doing::New => Some(typed),
            Doing::Answer(id) => {
                let mut threads = view.threads.iter();
                let thread = threads.find(|thread| thread.id == id && thread.may_answer)?;
                Some(Typed {
                    audience: thread.audience,
                    ..typed
                })
            }
            Doing::Change(id) => {
                let mut threads = view.threads.iter();
                let (audience, mine) = threads.find_map(|thread| {
                    let own = thread.lines.iter().find(|line| line.id == id)?;
                    Some((thread.audience, own.mine.clone()?))
                })?;
                let (text, tell, seen) = mine;
                Some(Typed {
                    text,
                    tell,
                    seen,
                    audience,
                    ..typed
                })
            }
        }
    }

    /// What they want to say, if nothing is wrong with it.
    pub(super) fn remark(
        &mut self,
        s: &Speech,
        faults: &mut Faults,
        view: &CommentPage,
        form: &Form,
    ) -> Option<Remark> {
        let text = typed::text(s, faults, "text", &self.text, MOST_CHARACTERS, true);
        if text.is_none() && faults.is_empty() {
            faults.add("text", s.t("comments-fault-empty"));
        }
        // Whoever has no choice has not made one.
        if !view.place.inside {
            self.audience = Audience::Between;
        }
        let answers = Uuid::parse_str(form.typed("svar")).ok();
        Some(Remark {
            key: key(form).unwrap_or_else(Uuid::new_v4),
            text: text?.as_str()?.to_owned(),
            audience: self.audience,
            answers,
            tell: self.tell.clone(),
        })
    }

    /// Says why it was not kept. Where what they answered is gone they write a comment of its own.
    pub(super) fn refused(
        &mut self,
        s: &Speech,
        faults: &mut Faults,
        (doing, view): (&mut Doing, &CommentPage),
        why: Commented,
    ) {
        match why {
            Commented::CannotRead(names) => {
                let (typed, chosen): (Vec<_>, Vec<_>) =
                    names.into_iter().partition(|name| name.starts_with('@'));
                for (field, key, names) in [
                    ("text", "comments-fault-reader-text", typed),
                    ("sag", "comments-fault-reader-told", chosen),
                ] {
                    let count = names.len();
                    let names = names.join(", ");
                    if count > 0 {
                        let args = [("names", names.as_str())];
                        faults.add(field, s.words.count(key, count, &args));
                    }
                }
            }
            Commented::NotForThem if *doing == Doing::New => {
                faults.add("vilka", s.t("comments-fault-taken-back"));
                self.audience = Audience::Inside;
            }
            Commented::NotForThem => {
                faults.add("text", s.t("comments-fault-taken-back-answer"));
                self.alone(doing, view);
            }
            Commented::NothingToAnswer => {
                faults.add("text", s.t("comments-fault-nothing-to-answer"));
                self.alone(doing, view);
            }
            Commented::Answered => {
                faults.add("text", s.t("comments-fault-answered"));
                self.alone(doing, view);
            }
            Commented::Changed => {
                let now = Typed::standing(view, *doing).unwrap_or_default();
                // From here on they have seen both.
                self.seen = now.seen;
                faults.add("text", s.t1("comments-fault-changed", "text", now.text));
            }
            Commented::Done(_) | Commented::Nowhere(_) => {}
        }
    }

    fn alone(&mut self, doing: &mut Doing, view: &CommentPage) {
        *doing = Doing::New;
        let stands = Typed::standing(view, Doing::New);
        self.audience = stands.map_or(Audience::Inside, |stands| stands.audience);
    }
}
