//! Terms of office on screen: who is elected for how long, and what an election sets anew.

use super::{WorkFrame, derived};
use crate::app::{App, Unperformed};
use crate::work::looking::Looked;
use jiff::ToSpan as _;
use jiff::civil::Date;
use riktning_domain::bodies::BodyKind;
use riktning_domain::command::Command;
use riktning_domain::ids::{BodyId, PersonId, TermId};
use riktning_domain::permissions::User;
use riktning_domain::published::PublicBody;
use riktning_domain::terms::{SetTerm, has_terms};
use riktning_domain::{Inside, Names, Published, Refusal};
use uuid::Uuid;

/// The years between two elections (vallagen 2005:837, 1 kap. 3 §).
const YEARS: i64 = 4;

/// A term of a body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TermRow {
    /// Which term.
    pub id: TermId,
    /// Its first day.
    pub from: Date,
    /// Its last day.
    pub to: Date,
}

/// A body that is elected for a time.
#[derive(Clone, Debug, PartialEq)]
pub struct ElectedBody {
    /// Which body.
    pub id: BodyId,
    /// What it is called.
    pub names: Names,
    /// What kind it is.
    pub kind: BodyKind,
    /// The term that holds today.
    pub now: Option<TermRow>,
    /// Those that come later, the next one first.
    pub later: Vec<TermRow>,
}

/// The page of terms of office.
#[derive(Clone, Debug, PartialEq)]
pub struct TermsPage {
    /// What stands around the page.
    pub frame: WorkFrame,
    /// The day.
    pub today: Date,
    /// The bodies.
    pub bodies: Vec<ElectedBody>,
    /// The days that an election would give the council, if nobody says otherwise.
    pub proposed: Option<(Date, Date)>,
}

/// Why no term was set.
#[derive(Debug)]
pub enum Unset {
    /// It is not theirs to set.
    NotFound,
    /// The rules say no, of this body.
    Refused(Option<BodyId>, Refusal),
    /// Somebody has corrected the term since the form was made: what it says now.
    Changed(TermRow),
    /// Nothing was stored.
    Unperformed(Unperformed),
}

impl TermsPage {
    /// The page, for whoever says which bodies there are.
    pub fn of(i: Inside<'_>) -> Option<TermsPage> {
        if !i.organises() {
            return None;
        }
        let p = i.published();
        let elected = p.bodies().filter(|b| has_terms(b.kind()) && !b.has_ended());
        let bodies: Vec<ElectedBody> = elected.map(|b| ElectedBody::of(p, &b)).collect();
        let mut councils = bodies.iter().filter(|b| b.kind == BodyKind::Council);
        let council = councils
            .next()
            .and_then(|council| council.later.last().copied().or(council.now));
        Some(TermsPage {
            frame: WorkFrame::of(i),
            today: i.today(),
            proposed: council.and_then(|term| after(term.to)),
            bodies,
        })
    }
}

impl TermsPage {
    /// A term that holds or is to come, and whose it is.
    fn term(&self, id: TermId) -> Option<(BodyId, &TermRow)> {
        self.bodies.iter().find_map(|body| {
            let mut terms = body.now.iter().chain(&body.later);
            let row = terms.find(|row| row.id == id)?;
            Some((body.id, row))
        })
    }
}

/// The term that follows a last day.
fn after(last: Date) -> Option<(Date, Date)> {
    let from = last.tomorrow().ok()?;
    let to = from.checked_add(YEARS.years()).ok()?.yesterday().ok()?;
    Some((from, to))
}

impl ElectedBody {
    fn of(p: Published<'_>, body: &PublicBody<'_>) -> ElectedBody {
        let row = |term: &SetTerm| TermRow {
            id: term.term,
            from: term.from,
            to: term.to,
        };
        let terms = p.terms_of(body.id);
        let later = terms.iter().filter(|term| term.from > p.today());
        ElectedBody {
            id: body.id,
            names: body.name.names.clone(),
            kind: body.kind(),
            now: p.term_on(body.id).map(row),
            later: later.map(|term| row(term)).collect(),
        }
    }
}

impl App {
    /// Sets the same term for bodies, all or none. The same key again sets nothing more.
    ///
    /// # Errors
    /// [`Unset`]; then nothing was stored.
    pub async fn set_terms(
        &self,
        person: PersonId,
        bodies: &[BodyId],
        (from, to): (Date, Date),
        key: Uuid,
    ) -> Result<(), Unset> {
        let term = |body: &BodyId| SetTerm {
            term: TermId(derived(key, &format!("term/{body}"))),
            body: *body,
            from,
            to,
            source: None,
        };
        self.say_terms(person, bodies.iter().map(term).collect())
            .await
    }

    /// Corrects the days of a term, if they are those that the form showed.
    ///
    /// # Errors
    /// [`Unset`]; then nothing was stored.
    pub async fn correct_term(
        &self,
        person: PersonId,
        term: TermId,
        seen: Option<(Date, Date)>,
        days: (Date, Date),
    ) -> Result<(), Unset> {
        let look = |i: Inside<'_>, _| {
            let page = TermsPage::of(i).ok_or(Unset::NotFound)?;
            let (body, row) = page.term(term).ok_or(Unset::NotFound)?;
            let stand = (row.from, row.to);
            if stand == days {
                return Ok(Looked::Stands(body));
            }
            if Some(stand) != seen {
                return Err(Unset::Changed(*row));
            }
            let (from, to) = days;
            let said = SetTerm {
                term,
                body,
                from,
                to,
                source: None,
            };
            Ok(Looked::Asks(vec![Command::SetTerm(said)], body))
        };
        let failed = |body: &BodyId, error| match error {
            Unperformed::Refused { refusal, .. } => Unset::Refused(Some(*body), refusal),
            error => Unset::Unperformed(error),
        };
        let done = self.perform_looked(person, look, failed);
        done.await.map(drop)
    }

    async fn say_terms(&self, person: PersonId, terms: Vec<SetTerm>) -> Result<(), Unset> {
        let commands = terms.iter().cloned().map(Command::SetTerm).collect();
        let performed = self.perform_all(User::Person(person), commands, None);
        performed.await.map(|_| ()).map_err(|error| match error {
            Unperformed::Refused { refusal, place } => {
                Unset::Refused(terms.get(place).map(|term| term.body), refusal)
            }
            error => Unset::Unperformed(error),
        })
    }
}
