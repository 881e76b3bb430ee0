//! Mending a gap: what a form of the list wants, as one command.

use super::commands::Filled;
use super::found::{Found, due};
use super::steps::Teller;
use super::{Gap, GapId, GapKind, Subject, named, of};
use crate::app::{App, Unperformed};
use crate::work::meeting::decision_of;
use crate::work::{body, derived};
use jiff::civil::Date;
use riktning_domain::command::{Command, Now};
use riktning_domain::decisions::{Authority, Basis};
use riktning_domain::documents::DocumentWording;
use riktning_domain::ids::{
    BodyId, DecisionId, DocumentId, ElementId, IndicatorId, PersonId, TopicId, WordingId,
};
use riktning_domain::indicators::{Breakdown, MeasuredKey, Value};
use riktning_domain::inside::Follows;
use riktning_domain::permissions::User;
use riktning_domain::threads::ThreadEnd;
use riktning_domain::{Dated, Figure, Inside, Names, Refusal, Text};
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
    /// It has been mended meanwhile, otherwise than was sent; what had been chosen, by its name.
    #[error("somebody else has mended it otherwise")]
    Otherwise(Option<Names>),
    /// What was chosen is none of what is offered.
    #[error("none of what is offered")]
    NotOffered,
    /// A rule said no.
    #[error("refused")]
    Refused(Refusal),
    /// The store could not take it.
    #[error(transparent)]
    Unperformed(Unperformed),
}

impl App {
    /// Mends a gap. What stands already as it was sent is mended.
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

    /// What is said to somebody who comes from a gap: none if it is one still, or if there is
    /// nothing of that name for them. Of what never was a gap it is said too that it is none.
    pub fn mended(&self, me: PersonId, id: GapId) -> Option<Mended> {
        self.inside(me, |i, now| {
            let follows = i.follows()?;
            let found = of(i, &follows).into_iter().find(|found| found.id() == id);
            let gap = found.and_then(|found| Teller::of(i, now, &follows, &|_| None).tell(&found));
            match gap {
                Some(Gap { waits: Some(_), .. }) => Some(Mended::Proposed),
                Some(_) => None,
                None if subject(i, id).is_none() => None,
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
    /// The command, or none if what was sent stands already.
    fn wanted(
        &self,
        i: Inside<'_>,
        now: Now,
        called: super::Called<'_>,
    ) -> Result<Option<Command>, Unmended> {
        let follows = i.follows().ok_or(Unmended::Nowhere)?;
        let mut all = of(i, &follows).into_iter();
        let found = all.find(|found| found.id() == self.gap);
        let sent = Sent::of(self, i);
        if found.is_none() && !sent.is_recorded() && !is_theirs(i, &follows, self.gap) {
            return Err(Unmended::Nowhere);
        }
        if sent.stands() {
            return Ok(None);
        }
        let otherwise = || Unmended::Otherwise(self.chosen.and_then(|id| name(i, id, called)));
        let found = found.ok_or_else(otherwise)?;
        let teller = Teller::of(i, now, &follows, called);
        let shown = teller.shows(&found);
        let decides = matches!(self.filled(), Filled::Decided(..));
        if decides && shown.is_some() && self.seen != shown {
            return Err(Unmended::Changed);
        }
        let command = teller.mend(&found, &self.filled(), self.own_key());
        match command {
            // What waits for a meeting has been proposed, and otherwise than this.
            Err(Unmended::Nowhere)
                if teller.tell(&found).is_some_and(|gap| gap.waits.is_some()) =>
            {
                Err(otherwise())
            }
            command => command.map(Some),
        }
    }

    /// The key of this gap's own form: the rows of one page are mended one after another.
    fn own_key(&self) -> Uuid {
        derived(self.key, &self.gap.to_string())
    }

    fn filled(&self) -> Filled {
        match (&self.decided, self.figure, self.chosen) {
            (Some((by, day, authority)), ..) => Filled::Decided(*by, *day, authority.clone()),
            (None, Some(figure), _) => Filled::Figure(figure),
            (None, None, Some(chosen)) => Filled::Chosen(chosen),
            (None, None, None) => Filled::Pressed,
        }
    }
}

/// What a form sent, held against what stands now.
struct Sent<'a> {
    i: Inside<'a>,
    kind: GapKind,
    subject: Option<Subject>,
    filled: Filled,
    decision: DecisionId,
}

impl<'a> Sent<'a> {
    fn of(mending: &Mending, i: Inside<'a>) -> Sent<'a> {
        Sent {
            i,
            kind: mending.gap.kind,
            subject: subject(i, mending.gap),
            filled: mending.filled(),
            decision: decision_of(mending.own_key()),
        }
    }

    /// Whether the same form has recorded its decision.
    fn is_recorded(&self) -> bool {
        self.i.recorded(self.decision).is_some()
    }

    /// Whether what was sent is what stands now, whoever said it.
    fn stands(&self) -> bool {
        if self.is_recorded() {
            return true;
        }
        let Some(subject) = self.subject else {
            return false;
        };
        match (&self.filled, subject) {
            (Filled::Chosen(id), Subject::Element(row)) if self.kind == GapKind::OwnerLeft => {
                self.i.looked_after_by(row) == Some(PersonId(*id))
            }
            (Filled::Chosen(id), Subject::Element(row)) => {
                let mut tied = self.i.supports(row).into_iter();
                tied.any(|(_, end)| end == ThreadEnd::Element(ElementId(*id)))
            }
            (Filled::Chosen(id), subject) => owner(self.i, subject) == Some(BodyId(*id)),
            (Filled::Figure(figure), Subject::Indicator(id)) => self.is_reported(id, *figure),
            (Filled::Pressed, Subject::Document(id)) => {
                self.kind == GapKind::ExpiredDocument
                    && newest(self.i, id).is_some_and(|wording| wording.still_applied)
            }
            (Filled::Decided(by, day, authority), Subject::Document(id)) => {
                let document = self.i.published().document(id);
                let decision = document.and_then(|document| match document.basis {
                    Basis::Decision(id) => self.i.recorded(id),
                    Basis::Source(..) => None,
                });
                decision.is_some_and(|decision| {
                    let record = decision.record;
                    (record.body, record.date, &record.authority)
                        == (*by, Dated::day_known(*day), authority)
                })
            }
            _ => false,
        }
    }

    /// Whether this very figure was reported of the period that is asked for.
    fn is_reported(&self, id: IndicatorId, figure: Figure) -> bool {
        let indicator = self.i.published().indicator(id);
        let key = indicator.and_then(|indicator| {
            let period = due(indicator.definition.frequency, self.i.today())?;
            Some(MeasuredKey {
                body: indicator.told_by(),
                period,
                breakdown: Breakdown::All,
            })
        });
        key.and_then(|key| self.i.reported(id, &key)) == Some(&Value::Figure(figure))
    }
}

/// What a document says, or what is proposed that it says.
fn newest(i: Inside<'_>, id: DocumentId) -> Option<&DocumentWording> {
    let hand = i.document_in_hand(id).map(|hand| hand.wording);
    hand.or_else(|| Some(i.published().document(id)?.wording))
}

/// What has been chosen is called.
fn name(i: Inside<'_>, id: Uuid, called: super::Called<'_>) -> Option<Names> {
    let element = i.element(ElementId(id));
    let element = element.map(|element| named(&element.wording.text));
    let body = || body(i.published(), BodyId(id)).map(|(names, _)| names);
    // Colleagues are chosen of whoever writes where they write.
    let colleague = || {
        let mut bodies = i.writes_for().into_iter();
        let is_one = bodies.any(|body| i.writers_at(body).contains(&PersonId(id)));
        let name = called(PersonId(id)).filter(|_| is_one)?;
        Some(Names::swedish(Text::new(&name)))
    };
    element.or_else(body).or_else(colleague)
}

impl Found {
    pub(super) fn id(&self) -> GapId {
        GapId {
            kind: self.kind,
            subject: self.subject.uuid(),
        }
    }
}

/// Whether what a gap was in is there for whoever follows the whole, or of a body of theirs.
fn is_theirs(i: Inside<'_>, follows: &Follows, id: GapId) -> bool {
    subject(i, id).is_some_and(|subject| {
        let owner = owner(i, subject);
        follows.all() || owner.is_some_and(|owner| follows.has(owner))
    })
}

/// Who answers for something, or is proposed to.
fn owner(i: Inside<'_>, subject: Subject) -> Option<BodyId> {
    let p = i.published();
    match subject {
        Subject::Element(id) => i.owner_on(id, i.today()),
        Subject::Indicator(id) => p.indicator(id)?.definition.responsible,
        Subject::Document(id) => newest(i, id)?.responsible,
        Subject::Topic(id) => p.topic(id)?.owner,
    }
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
