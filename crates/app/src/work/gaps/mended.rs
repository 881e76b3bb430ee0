//! Mending a gap: what a form of the list wants, as one command.

use super::commands::Filled;
use super::found::Found;
use super::steps::Teller;
use super::{Gap, GapId, GapKind, Subject, Whose, of};
use crate::app::{App, Unperformed};
use crate::work::derived;
use jiff::civil::Date;
use riktning_domain::command::{Command, Now};
use riktning_domain::decisions::Authority;
use riktning_domain::ids::{
    BodyId, DecisionId, DocumentId, ElementId, IndicatorId, PersonId, TopicId, WordingId,
};
use riktning_domain::permissions::User;
use riktning_domain::{Figure, Inside, Refusal};
use riktning_store::StoreError;
use uuid::Uuid;

/// What somebody wants mended, and what they filled in.
#[derive(Clone, Debug, PartialEq)]
pub struct Mending {
    /// Which gap.
    pub gap: GapId,
    /// The key of the form: the same again is the same.
    pub key: Uuid,
    /// What was chosen.
    pub chosen: Option<Uuid>,
    /// The figure that was typed.
    pub figure: Option<Figure>,
    /// The wording that the row showed, if a decision adopts it.
    pub seen: Option<WordingId>,
    /// The body that decided, the day of its meeting, and by what right.
    pub decided: Option<(BodyId, Date, Authority)>,
}

/// Why nothing was mended.
#[derive(Debug, thiserror::Error)]
pub enum Unmended {
    /// There is no such gap for this person, or it is not theirs to mend so.
    #[error("there is nothing here to mend")]
    Nowhere,
    /// What a decision would adopt is not what the row showed.
    #[error("somebody else has changed it")]
    Changed,
    /// A rule said no.
    #[error("refused")]
    Refused(Refusal),
    /// The store could not take it.
    #[error(transparent)]
    Unperformed(Unperformed),
}

impl App {
    /// Mends a gap. What has been mended meanwhile is mended.
    ///
    /// # Errors
    /// [`Unmended`]; then nothing was stored.
    pub async fn mend(&self, me: PersonId, mending: &Mending) -> Result<(), Unmended> {
        let wanted = self.inside(me, |i, now| mending.wanted(i, now, &|id| self.called(id)));
        let Some(command) = wanted? else {
            return Ok(());
        };
        let token = Some(mending.own_key().to_string());
        match self
            .perform_all(User::Person(me), vec![command], token)
            .await
        {
            Ok(_) => Ok(()),
            Err(Unperformed::Refused { refusal, .. }) => Err(match refusal {
                Refusal::NotPermitted => Unmended::Nowhere,
                refusal => Unmended::Refused(refusal),
            }),
            Err(Unperformed::Store(StoreError::TokenReused { .. })) => Err(Unmended::Changed),
            Err(error) => Err(Unmended::Unperformed(error)),
        }
    }

    /// What became of a gap that somebody mended: none if it is not theirs, or not mended.
    pub fn mended(&self, me: PersonId, id: GapId) -> Option<Mended> {
        self.inside(me, |i, now| {
            let whose = Whose::of(i)?;
            let found = of(i, &whose).into_iter().find(|found| found.id() == id);
            let gap = found.and_then(|found| Teller::of(i, now, &whose, &|_| None).tell(&found));
            match gap {
                Some(Gap { waits: Some(_), .. }) => Some(Mended::Proposed),
                Some(_) => None,
                None if !is_known(i, id) => None,
                None if id.kind == GapKind::IndicatorWithoutValue => Some(Mended::Reported),
                None => Some(Mended::Mended),
            }
        })
    }
}

/// What became of a gap.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mended {
    /// It is no gap any longer.
    Mended,
    /// A figure was saved that residents do not see yet.
    Reported,
    /// It is said what is to hold, and a meeting decides it.
    Proposed,
}

impl Mending {
    /// The command, or none if it has been given already.
    fn wanted(
        &self,
        i: Inside<'_>,
        now: Now,
        called: super::Called<'_>,
    ) -> Result<Option<Command>, Unmended> {
        let whose = Whose::of(i).ok_or(Unmended::Nowhere)?;
        let found = of(i, &whose)
            .into_iter()
            .find(|found| found.id() == self.gap);
        let Some(found) = found else {
            let is_so = self.is_recorded(i) || (whose.all && is_known(i, self.gap));
            let own = whose.owns(i, self.gap);
            return (is_so || own).then_some(None).ok_or(Unmended::Nowhere);
        };
        let teller = Teller::of(i, now, &whose, called);
        if teller
            .shows(&found)
            .is_some_and(|there| self.seen != Some(there))
        {
            return Err(Unmended::Changed);
        }
        let command = teller.mend(&found, &self.filled(), self.own_key());
        let waits = || teller.tell(&found).is_some_and(|gap| gap.waits.is_some());
        match command {
            // What waits for a meeting has been proposed: a second click is the first.
            None if !waits() => Err(Unmended::Nowhere),
            command => Ok(command),
        }
    }

    /// The key of this gap's own form: the rows of one page are mended one after another.
    fn own_key(&self) -> Uuid {
        derived(self.key, &self.gap.to_string())
    }

    fn filled(&self) -> Filled {
        match (&self.decided, self.figure, self.chosen) {
            (Some((by, day, authority)), _, to) => {
                Filled::Decided(*by, *day, authority.clone(), to)
            }
            (None, Some(figure), _) => Filled::Figure(figure),
            (None, None, Some(chosen)) => Filled::Chosen(chosen),
            (None, None, None) => Filled::Pressed,
        }
    }

    /// Whether the same form has recorded its decision.
    fn is_recorded(&self, i: Inside<'_>) -> bool {
        let id = DecisionId(derived(self.key, "decision"));
        i.recorded(id).is_some()
    }
}

impl Found {
    pub(super) fn id(&self) -> GapId {
        GapId {
            kind: self.kind,
            subject: self.subject.uuid(),
        }
    }
}

impl Whose {
    /// Whether what a gap was in is a body's that the person works for.
    fn owns(&self, i: Inside<'_>, id: GapId) -> bool {
        let p = i.published();
        let owner = match subject(i, id) {
            Some(Subject::Element(id)) => match p.element(id) {
                Some(decided) => decided.owner(),
                None => i.element(id).and_then(|row| row.wording.owner),
            },
            Some(Subject::Indicator(id)) => {
                p.indicator(id).and_then(|own| own.definition.responsible)
            }
            Some(Subject::Document(id)) => p.document(id).and_then(|own| own.wording.responsible),
            Some(Subject::Topic(id)) => p.topic(id).and_then(|own| own.owner),
            None => None,
        };
        owner.is_some_and(|owner| self.own.contains(&owner))
    }
}

/// Whether what a gap is in is there for the person.
fn is_known(i: Inside<'_>, id: GapId) -> bool {
    subject(i, id).is_some()
}

fn subject(i: Inside<'_>, id: GapId) -> Option<Subject> {
    let (p, uuid) = (i.published(), id.subject);
    let element = i.element(ElementId(uuid));
    let element = element.map(|row| Subject::Element(row.id));
    let indicator = || {
        p.indicator(IndicatorId(uuid))
            .map(|own| Subject::Indicator(own.id))
    };
    let document = || {
        p.document(DocumentId(uuid))
            .map(|own| Subject::Document(own.id))
    };
    let topic = || {
        let id = TopicId(uuid);
        p.topic(id).map(|_| Subject::Topic(id))
    };
    element.or_else(indicator).or_else(document).or_else(topic)
}
