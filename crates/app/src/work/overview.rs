//! How a round of follow-up goes: how far each body has come, and who can be reminded. Counts alone: what a
//! body says is read when it has handed it in.

mod matters;
mod rows;

pub use matters::{ActionLate, Contradiction, Matter, Odd};
pub use rows::{BodyRows, RowGroup};

use super::reporting::counted;
use super::{WorkFrame, body};
use crate::app::{App, Unperformed};
use crate::views::balance::Balance;
use jiff::civil::Date;
use riktning_domain::ids::{BodyId, PersonId, RoundId};
use riktning_domain::inside::{Follows, InsideRound, ReportCounts};
use riktning_domain::permissions::Role;
use riktning_domain::published::{PublicBody, PublicElement};
use riktning_domain::{Inside, Names};
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// How a round goes.
#[derive(Clone, Debug, PartialEq)]
pub struct Overview {
    /// What stands around the page.
    pub frame: WorkFrame,
    /// Which round.
    pub round: RoundId,
    /// What it is called.
    pub names: Names,
    /// The day that everything is about.
    pub cut_off: Date,
    /// The day it is.
    pub today: Date,
    /// The bodies that are asked for anything.
    pub bodies: Vec<BodyStanding>,
    /// Whether they may remind those who are missing.
    pub reminds: bool,
    /// For whoever follows the round: how each perspective goes by what is handed in or decided in it.
    pub balance: Option<Balance>,
    /// For whoever follows the round: what somebody has to take a stand on, the gravest first.
    pub matters: Vec<Matter>,
}

/// How far a body has come.
#[derive(Clone, Debug, PartialEq)]
pub struct BodyStanding {
    /// Whose.
    pub id: BodyId,
    /// Its name and address.
    pub body: (Names, String),
    /// Its last day, if one is set.
    pub last: Option<Date>,
    /// How many of its rows have come how far.
    pub counts: ReportCounts,
}

impl BodyStanding {
    /// Whether rows of it have not been handed in.
    pub fn is_missing(&self) -> bool {
        self.counts.handed_in < self.counts.rows
    }

    /// Whether its last day has passed, and rows of it have not been handed in.
    pub fn is_late(&self, today: Date) -> bool {
        self.is_missing() && self.last.is_some_and(|last| last < today)
    }
}

impl BodyStanding {
    /// How far a body has come in a round; none if it is asked for nothing.
    fn of(i: Inside<'_>, round: &InsideRound<'_>, known: &PublicBody<'_>) -> Option<BodyStanding> {
        let counts = i.report_counts(round.said.round, known.id);
        (counts.rows > 0).then_some(())?;
        Some(BodyStanding {
            id: known.id,
            body: body(i.published(), known.id)?,
            last: round.said.deadline(known.kind()),
            counts,
        })
    }
}

/// How each perspective goes in a round: by verdicts that are decided in it, and by those that are handed in
/// and that whoever looks may read. What nobody has judged in it counts as judged by nobody.
fn balance(i: Inside<'_>, round: &InsideRound<'_>) -> Option<Balance> {
    let (p, said) = (i.published(), round.said);
    let model = p.model(said.model)?;
    let counted = |element: &PublicElement<'_>| counted(i, said, model.definition, element);
    let year = said.cut_off.year();
    Some(Balance::in_round(p, &model, year, &counted))
}

impl Overview {
    /// How a round goes, for whoever reads content here; none if it takes no reports.
    pub fn of(i: Inside<'_>, id: RoundId) -> Option<Overview> {
        let overview = Overview::counted(i, id)?;
        let Some(follows) = i.follows_reports() else {
            return Some(overview);
        };
        let round = i.round(id)?;
        Some(Overview {
            balance: balance(i, &round),
            matters: overview.matters(i, &round, &follows),
            ..overview
        })
    }

    /// The counts alone.
    fn counted(i: Inside<'_>, id: RoundId) -> Option<Overview> {
        let round = i.round(id).filter(|round| round.takes_reports(i.today()))?;
        let frame = WorkFrame::of(i);
        let p = i.published();
        let bodies = p.bodies();
        let bodies = bodies.filter_map(|known| BodyStanding::of(i, &round, &known));
        let bodies: Vec<_> = bodies.collect();
        (frame.reads_content && !bodies.is_empty()).then(|| Overview {
            round: id,
            names: round.said.names.clone(),
            cut_off: round.said.cut_off,
            today: i.today(),
            bodies,
            reminds: !i.holds(Role::Strategist).is_empty(),
            balance: None,
            matters: Vec::new(),
            frame,
        })
    }

    /// The bodies of which rows have not been handed in.
    pub fn missing(&self) -> impl Iterator<Item = &BodyStanding> {
        self.bodies.iter().filter(|of| of.is_missing())
    }

    /// How many rows there are in all, and how many of them have been handed in.
    pub fn rows(&self) -> (usize, usize) {
        let all = self.bodies.iter().map(|of| of.counts);
        all.fold((0, 0), |(rows, sent), of| {
            (rows + of.rows, sent + of.handed_in)
        })
    }

    /// The last days that are to come, the nearest first, each with whose it is.
    pub fn last_days(&self) -> Vec<(Date, Vec<&Names>)> {
        let mut days: BTreeMap<Date, Vec<&Names>> = BTreeMap::new();
        for of in self.missing() {
            if let Some(last) = of.last.filter(|last| *last >= self.today) {
                days.entry(last).or_default().push(&of.body.0);
            }
        }
        days.into_iter().collect()
    }
}

/// Somebody who is reminded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reminded {
    /// Who.
    pub person: PersonId,
    /// What colleagues see.
    pub name: String,
    /// For which body.
    pub body: BodyId,
    /// How many rows of it wait for them.
    pub rows: usize,
}

/// Who would be reminded.
#[derive(Clone, Debug, PartialEq)]
pub struct Reminding {
    /// How the round goes.
    pub overview: Overview,
    /// Those who get a letter.
    pub told: Vec<Reminded>,
    /// The bodies that lack rows and where nobody who reports has an address.
    pub unreached: Vec<Names>,
    /// Whether mail is sent at all.
    pub sends_mail: bool,
}

impl Reminding {
    /// How many get a letter: whoever reports for two bodies gets one.
    pub fn people(&self) -> usize {
        let people: BTreeSet<PersonId> = self.told.iter().map(|told| told.person).collect();
        people.len()
    }
}

impl App {
    /// Who would be reminded of a round, for whoever may; none if they may not, or it takes no reports.
    ///
    /// # Errors
    /// [`Unperformed`] if the store could not be asked.
    pub async fn reminding(
        &self,
        person: PersonId,
        round: RoundId,
    ) -> Result<Option<Reminding>, Unperformed> {
        let overview = self.inside(person, |i, _| Overview::counted(i, round));
        let Some(overview) = overview.filter(|overview| overview.reminds) else {
            return Ok(None);
        };
        let boxes = self.rows(|store| store.mailboxes()).await?;
        let reached = boxes.iter().filter(|own| !self.is_barred(own.person));
        let told: Vec<Reminded> = reached
            .flat_map(|own| self.waited_for(own.person, round))
            .collect();
        let unreached = overview.missing().filter(|of| {
            let mut told = told.iter();
            !told.any(|reminded| reminded.body == of.id)
        });
        Ok(Some(Reminding {
            unreached: unreached.map(|of| of.body.0.clone()).collect(),
            sends_mail: self.sends_mail(),
            told,
            overview,
        }))
    }

    /// The bodies for which rows of a round wait for somebody.
    fn waited_for(&self, person: PersonId, round: RoundId) -> Vec<Reminded> {
        let name = self.name_of(person).unwrap_or_default();
        let bodies = self.inside(person, |i, _| {
            let bodies = i.holds(Role::Contributor).into_iter();
            let rows = bodies.map(|body| (body, i.rows_to_report_for(round, body).len()));
            rows.filter(|(_, rows)| *rows > 0).collect::<Vec<_>>()
        });
        let reminded = bodies.into_iter().map(|(body, rows)| Reminded {
            person,
            name: name.to_string(),
            body,
            rows,
        });
        reminded.collect()
    }

    /// Reminds whoever has rows left in a round, at once and by one letter each; how many. The same `key`
    /// again is the same letters.
    ///
    /// # Errors
    /// [`Unperformed`] if the letters could not be kept; then none is.
    pub async fn remind_of_round(
        &self,
        person: PersonId,
        round: RoundId,
        key: Uuid,
    ) -> Result<Option<usize>, Unperformed> {
        let Some(reminding) = self.reminding(person, round).await? else {
            return Ok(None);
        };
        let people: BTreeSet<PersonId> = reminding.told.iter().map(|told| told.person).collect();
        let news = people.into_iter();
        let news: Vec<_> = news
            .filter_map(|person| self.reminder(person, round, key))
            .collect();
        let told = news.len();
        self.rows(move |store| store.tell(&news, None)).await?;
        Ok(Some(told))
    }
}
