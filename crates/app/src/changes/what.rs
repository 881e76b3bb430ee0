//! What became of a thing, as a reader is told it.

use crate::search::{Kind, Said, Target};
use crate::views::SourceLink;
use crate::views::frame::VerdictMark;
use jiff::civil::Date;
use riktning_domain::frames::Account;
use riktning_domain::ids::DecisionId;
use riktning_domain::indicators::{Aim, Unit};
use riktning_domain::published::{Thing, Validity};
use riktning_domain::{Dated, Figure, Money, Names, Period, Text};

/// What became of a thing.
#[derive(Clone, Debug, PartialEq)]
pub enum What {
    /// It is there for the first time.
    New,
    /// It is there no longer: what it rested on was quashed.
    Gone,
    /// It is called otherwise, or its sentence is another.
    Reworded {
        /// What it said.
        before: Names,
        /// What it says.
        now: Names,
    },
    /// A slip of the pen in it was put right.
    Righted {
        /// How it read.
        before: Names,
        /// How it reads.
        now: Names,
    },
    /// What it means is told otherwise.
    Redescribed {
        /// What was told that is told no longer.
        before: Vec<Names>,
        /// What is told instead.
        now: Vec<Names>,
    },
    /// How much, by when or for how much is another.
    Terms,
    /// Another body owns it: names and addresses.
    Given {
        /// Who owned it.
        from: Option<(Names, String)>,
        /// Who owns it.
        to: Option<(Names, String)>,
    },
    /// A decision withdrew it.
    Withdrawn,
    /// A decision closed it.
    Closed,
    /// A decision added to a plan.
    Supplemented,
    /// A body ended, or a notice was ended.
    Ended,
    /// A body answers to others.
    Moved,
    /// It was judged.
    Judged {
        /// In which round.
        round: Names,
        /// By whom.
        by: Option<Names>,
        /// How.
        mark: Option<VerdictMark>,
        /// How it was judged last before.
        before: Option<VerdictMark>,
    },
    /// Figures came, or were revised.
    Measured {
        /// How many.
        figures: usize,
        /// The one of the latest period, for everybody.
        latest: Option<(Period, Figure)>,
        /// What it is counted in, and with how many decimals.
        unit: (Unit, u8),
    },
    /// Targets were set.
    Aimed {
        /// How many.
        targets: usize,
        /// The one of the latest period.
        latest: Option<(Period, Aim)>,
        /// What it is counted in, and with how many decimals.
        unit: (Unit, u8),
    },
    /// A verdict stands no longer: what decided it was quashed.
    Unjudged {
        /// In which round.
        round: Names,
        /// By whom.
        by: Option<Names>,
    },
    /// It came to support other things of the red thread, or to rest on them.
    Tied(Vec<End>),
    /// It supports them no longer.
    Untied(Vec<End>),
    /// It came into force, its last day passed, or another took its place.
    Turned(Validity),
    /// Other goals are marked as important for good financial management.
    Marked {
        /// The goals that are marked no longer.
        before: Vec<Names>,
        /// The goals that are new among them.
        now: Vec<Names>,
    },
    /// A term of office was set, or set otherwise.
    Elected {
        /// Its first day.
        from: Date,
        /// Its last day.
        to: Date,
    },
    /// The municipality owns another share of a company.
    Owned {
        /// How many per cent.
        percent: Figure,
    },
    /// What other municipalities measured became known.
    Compared {
        /// Who they are.
        peers: Names,
        /// In which period.
        period: Period,
    },
    /// A decision granted money, or cut it.
    Granted {
        /// For which year.
        year: i16,
        /// What kind of money.
        account: Account,
        /// How much.
        amount: Money,
    },
    /// Printed accounts were revised.
    Revised,
    /// Somebody answers for a page.
    Answers {
        /// The body.
        owner: Option<Names>,
        /// The role.
        role: Option<Names>,
    },
    /// Somebody checked number and days of a law.
    Checked,
    /// An owner directive was decided.
    Directed(Text),
    /// An owner directive came to bind the company.
    Bound(Text),
    /// Other hours.
    Hours,
    /// A decision was made.
    Decided,
}

/// A change of a thing.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// What changed; `None` for a decision itself.
    pub thing: Option<Thing>,
    /// What it is, is called, and where it is told of, after the change.
    pub about: Option<About>,
    /// What became of it.
    pub what: What,
    /// Since when, with the precision of the source.
    pub since: Dated,
    /// The decision that did it.
    pub decision: Option<DecisionId>,
    /// Where it was found, where no decision is.
    pub source: Option<SourceLink>,
}

/// Something that a thing is linked to: what it is called and where it is told of.
#[derive(Clone, Debug, PartialEq)]
pub struct End {
    /// What it is called.
    pub title: Names,
    /// Where it is told of.
    pub target: Target,
}

/// A thing as a change names it.
#[derive(Clone, Debug, PartialEq)]
pub struct About {
    /// What it is.
    pub kind: Kind,
    /// What the municipality calls its level.
    pub label: Option<Names>,
    /// What it is called.
    pub title: Names,
    /// The period that it is for.
    pub period: Option<Period>,
    /// Where it is told of.
    pub target: Target,
}

impl From<&Said> for About {
    fn from(said: &Said) -> About {
        About {
            kind: said.kind,
            label: said.label.clone(),
            title: said.title.clone(),
            period: said.period,
            target: said.target.clone(),
        }
    }
}
