//! Governing documents (*styrdokument*), for whoever writes them and whoever records what is
//! decided of them: what there is, what waits, and what is to be revised.

mod adopting;
mod writing;

pub use adopting::{AdoptForm, Adopting};
pub use writing::{DocumentForm, DocumentWriting, Previewed};

use super::history::{Difference, document_beside};
use super::{WorkFrame, body, meeting};
use crate::views::documents::DocumentLink;
use jiff::ToSpan as _;
use jiff::civil::Date;
use riktning_domain::command::Now;
use riktning_domain::decisions::{Act, Adoptable};
use riktning_domain::documents::DocumentKind;
use riktning_domain::ids::{BodyId, DocumentId, WordingId};
use riktning_domain::inside::{Follows, InsideDocument, Standing};
use riktning_domain::published::Validity;
use riktning_domain::{Inside, Names, Text};

/// How many months before the day that a document is to be revised it is said.
const MONTHS_BEFORE: i32 = 6;

/// The governing documents of somebody's work.
#[derive(Clone, Debug, PartialEq)]
pub struct DocumentDesk {
    /// What stands around the page.
    pub frame: WorkFrame,
    /// What has been sent and waits for a decision that they record.
    pub to_decide: Vec<DocumentRow>,
    /// What is written and not decided.
    pub in_hand: Vec<DocumentRow>,
    /// What is to be revised before long, or should have been, the earliest first.
    pub to_revise: Vec<DocumentRow>,
    /// Everything that is decided.
    pub decided: Vec<DocumentRow>,
    /// Whether they write for some body.
    pub writes: bool,
}

/// A governing document on one line.
#[derive(Clone, Debug, PartialEq)]
pub struct DocumentRow {
    /// Its part of the address.
    pub slug: String,
    /// What it is called.
    pub title: Text,
    /// What kind it is.
    pub kind: DocumentKind,
    /// The body that answers for it.
    pub body: Option<Names>,
    /// How its newest wording stands to what is decided.
    pub standing: Standing,
    /// The day on which that was sent to whoever decides.
    pub handed_in: Option<Date>,
    /// How what is decided stands today.
    pub validity: Option<Validity>,
    /// Its last day.
    pub valid_to: Option<Date>,
    /// The day by which it is to be revised.
    pub revise_by: Option<Date>,
    /// Who revises it.
    pub revised_by: Option<Names>,
    /// Whether that day has been.
    pub is_late: bool,
}

impl DocumentRow {
    fn of(i: Inside<'_>, document: &InsideDocument<'_>) -> DocumentRow {
        let p = i.published();
        let public = p.document(document.id);
        let revise_by = public.and_then(|public| public.revise_by());
        let expired = public.filter(|d| d.validity() == Validity::Expired);
        let over = expired.and_then(|d| d.wording.valid_to);
        let named = |id: Option<BodyId>| Some(body(p, id?)?.0);
        let wording = public.map_or(document.wording, |public| public.wording);
        DocumentRow {
            slug: document.slug.to_string(),
            title: document.wording.title.clone(),
            kind: document.wording.kind.clone(),
            body: named(document.wording.responsible),
            standing: document.standing,
            handed_in: document.handed_in,
            validity: public.map(|public| public.validity()),
            valid_to: wording.valid_to.map(|to| to.last_day()),
            revised_by: named(wording.revised_by),
            is_late: revise_by.is_some_and(|day| day < i.today()) || over.is_some(),
            revise_by: revise_by.or(over.map(|to| to.last_day())),
        }
    }

    /// Whether it is to be revised before long, or should have been.
    fn is_due(&self, today: Date) -> bool {
        let soon = today.checked_add(MONTHS_BEFORE.months());
        let soon = soon.unwrap_or(Date::MAX);
        self.revise_by.is_some_and(|day| day <= soon)
    }
}

/// Whose a document is: the body that answers for it, and whoever revises it.
fn is_theirs(follows: &Follows, document: &InsideDocument<'_>) -> bool {
    let bodies = [document.wording.responsible, document.wording.revised_by];
    let mut bodies = bodies.into_iter().flatten();
    follows.all() || bodies.any(|body| follows.has(body))
}

impl DocumentDesk {
    /// The page; none for whoever neither writes nor records for a body, nor follows the whole.
    pub fn of(i: Inside<'_>, now: Now) -> Option<DocumentDesk> {
        let follows = i.follows()?;
        let all = i.documents();
        let row = |document: &InsideDocument<'_>| DocumentRow::of(i, document);
        let (to_decide, rest): (Vec<_>, Vec<_>) = all
            .iter()
            .partition(|d| d.handed_in.is_some() && !deciders(i, now, d).is_empty());
        let waits = |d: &&InsideDocument<'_>| d.standing != Standing::Adopted;
        let theirs = all.iter().filter(|d| is_theirs(&follows, d)).map(row);
        let due = theirs.filter(|row| row.is_due(i.today()));
        let mut to_revise: Vec<_> = due.collect();
        to_revise.sort_by(|a, b| (a.revise_by, &a.title).cmp(&(b.revise_by, &b.title)));
        let decided = all.iter().filter(|d| d.standing != Standing::Draft);
        Some(DocumentDesk {
            frame: WorkFrame::of(i),
            to_decide: to_decide.into_iter().filter(waits).map(row).collect(),
            in_hand: rest.into_iter().filter(waits).map(row).collect(),
            to_revise,
            decided: decided.map(row).collect(),
            writes: !writing::owners(i).is_empty(),
        })
    }
}

/// The bodies for which somebody records and that may adopt a wording today.
fn deciders(i: Inside<'_>, now: Now, document: &InsideDocument<'_>) -> Vec<(BodyId, Names)> {
    // What nobody has handed in is being written, and waits for no meeting.
    if document.standing != Standing::Adopted && document.handed_in.is_none() {
        return Vec::new();
    }
    let act = Act::Adopt(Adoptable::Document(document.id), document.wording_id);
    meeting::deciders(i, now, &act)
}

/// What a proposal changes of what is decided; nothing where nothing is.
fn changes(i: Inside<'_>, document: &InsideDocument<'_>) -> Vec<Difference> {
    let decided = document.decided;
    decided.map_or_else(Vec::new, |decided| {
        document_beside(i, decided, document.wording)
    })
}

/// How a list shows what stands of a document.
fn public_link(i: Inside<'_>, id: DocumentId) -> Option<DocumentLink> {
    let public = i.published().document(id)?;
    Some(DocumentLink::of_document(&public))
}

/// The wording that somebody saw, if it is still the newest that they may read.
fn is_seen(document: &InsideDocument<'_>, seen: Option<WordingId>) -> bool {
    seen == Some(document.wording_id)
}
