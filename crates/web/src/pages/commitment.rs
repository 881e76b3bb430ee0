//! The page of a commitment, and of anything else that a year is made of.

use super::shell::{Place, Shell, Visit};
use super::speech::Said;
use crate::failure::Failure;
use askama::Template;
use axum::response::Response;
use riktning_app::views::TopicName;
use riktning_app::views::commitment::{Commitment, CommitmentNotYet, DeedLine};
use riktning_app::views::criteria::FindingLine;
use riktning_app::views::goal::{Standing, Verdict};
use riktning_domain::models::Shape;

#[derive(Template)]
#[template(path = "commitment.html")]
struct CommitmentPage<'a> {
    shell: Shell,
    v: &'a Commitment,
}

#[derive(Template)]
#[template(path = "commitment-not-yet.html")]
struct CommitmentNotYetPage<'a> {
    shell: Shell,
    v: &'a CommitmentNotYet,
}

/// How a criterion came out: its name, a shape and a word.
struct Found {
    name: Said,
    shape: Shape,
    word: &'static str,
    /// Why the sentence is clear all the same.
    anyway: Option<Said>,
}

impl CommitmentPage<'_> {
    /// What it is placed under.
    fn placed(&self) -> Vec<(String, Vec<&TopicName>)> {
        super::topics::placed(&self.shell.s, &self.v.topics)
    }

    /// What is said where no verdict is known: of what is known from a public source alone, one
    /// may have been given that nobody has told us of; and what is over is not judged *yet*.
    // words-keys: no-verdict-found not-judged
    fn unjudged(&self) -> &'static str {
        let from_source = matches!(self.v.basis, riktning_app::views::Basis::Source { .. });
        match from_source || self.v.standing == Standing::PeriodOver {
            true => "no-verdict-found",
            false => "not-judged",
        }
    }

    /// What has changed of it and what belongs to it since it was adopted.
    fn changes(&self) -> (String, String) {
        super::changes::since(&self.shell, &self.v.basis, self.v.period, self.v.number)
    }

    /// The feed of what changes here and in what belongs to it.
    fn feed(&self) -> String {
        self.shell.l.today().feed_of(Some(self.v.number))
    }

    /// What is to be reached: "minst 4 tillfällen".
    fn quantity(&self) -> Option<String> {
        let (value, unit, at_least) = self.v.quantity.as_ref()?;
        let s = &self.shell.s;
        let plain = format!("{} {}", s.plain(value), s.words.unit(unit).0);
        Some(match at_least {
            true => s.t1("at-least", "quantity", plain),
            false => plain,
        })
    }

    /// How much of it had been reached when it was judged. What is to be reached, and in what, stands beside it.
    fn reached(&self, judged: &Verdict) -> Option<String> {
        Some(self.shell.s.plain(&judged.outcome?))
    }

    fn findings(&self) -> Vec<Found> {
        let line = |found: &FindingLine| {
            let (shape, word) = match found.fulfilled {
                Some(true) => (Shape::Good, "finding-yes"),
                Some(false) => (Shape::Bad, "finding-no"),
                None => (Shape::Unclear, "finding-person"),
            };
            Found {
                name: self.shell.s.name(&found.names),
                shape,
                word,
                anyway: found.anyway.as_ref().map(|why| self.shell.s.typed(why)),
            }
        };
        self.v.findings.iter().map(line).collect()
    }

    /// Whether it is linked both to a goal and to a process goal: a model may know of two ways of
    /// which this goes one.
    fn goes_both_ways(&self) -> bool {
        let linked = !self.v.goals.is_empty() && !self.v.process_goals.is_empty();
        linked && self.v.ways.both()
    }

    /// What is said where nothing is known below it: a source may show less than there is.
    // words-keys: gap-activities gap-activities-source gap-activities-none
    fn nothing_below(&self) -> &'static str {
        match (&self.v.called_below, &self.v.basis) {
            (Some(_), _) => "gap-activities",
            (None, riktning_app::views::Basis::Source { .. }) => "gap-activities-source",
            (None, riktning_app::views::Basis::Decision(_)) => "gap-activities-none",
        }
    }

    /// What whoever owns it is called: an order is given, and others answer for doing it.
    fn owner_key(&self) -> &'static str {
        let is_order = self.v.addressed_to_all || !self.v.addressed_to.is_empty();
        match is_order && self.v.owner.is_some() {
            true => "given-by",
            false => "owner",
        }
    }

    /// Whether somebody gave it, so that whom it goes to is another matter.
    fn has_owner(&self) -> bool {
        self.v.owner.is_some() || self.v.owner_in_words.is_some()
    }

    fn is_struck(&self) -> bool {
        use riktning_app::views::goal::Standing;
        matches!(self.v.standing, Standing::Withdrawn(_))
    }

    fn shows_verdict(&self) -> bool {
        !self.v.verdicts.is_empty()
    }
}

/// The key of what was decided.
pub(crate) fn deed_key(deed: &DeedLine) -> &'static str {
    match deed {
        DeedLine::Adopted(_) => "deed-adopted",
        DeedLine::Reworded(_) => "deed-reworded",
        DeedLine::Transferred(_) => "deed-transferred",
        DeedLine::Withdrawn => "deed-withdrawn",
        DeedLine::Closed => "deed-closed",
    }
}

/// A commitment.
pub(crate) fn commitment(visit: &Visit, v: &Commitment) -> Result<Response, Failure> {
    let title = visit.speech().typed(&v.title).plain().to_owned();
    let shell = Shell::new(visit, v.frame.clone(), title, Place::Goals);
    super::page(&CommitmentPage { shell, v })
}

/// A commitment before it was decided.
pub(crate) fn commitment_not_yet(visit: &Visit, v: &CommitmentNotYet) -> Result<Response, Failure> {
    let title = visit.speech().typed(&v.title).plain().to_owned();
    let shell = Shell::new(visit, v.frame.clone(), title, Place::Goals);
    super::page(&CommitmentNotYetPage { shell, v })
}
