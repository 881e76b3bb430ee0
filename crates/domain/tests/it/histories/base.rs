//! What people might want next of the base: documents, rules and owner directives.

use super::dice::Dice;
use super::wishes::{BODIES, Steps};
use crate::commands::*;
use crate::exempelstad::{document as document_id, *};
use crate::world::Wish;
use jiff::civil::Date;
use riktning_domain::decisions::{Act, Adoptable};
use riktning_domain::directives::HandInDirective;
use riktning_domain::documents::HandInDocument;
use riktning_domain::proposals::{DropProposal, Proposable, RecallProposal};
use riktning_domain::{Command, Dated, Event};

impl Steps<'_> {
    /// A document, a rule, a check of one, or a directive.
    pub(super) fn document(&self, dice: &mut Dice) -> Command {
        let n = 1 + u128::from(dice.roll(3));
        let first = |dice: &mut Dice| Dated::day_known(self.back(dice));
        match dice.roll(8) {
            0 => law(9, &first(dice).to_string()).command(),
            1 => checks(9, &first(dice).to_string()).command(),
            2 => directs(1, 700 + u128::from(dice.roll(2))).command(),
            3 => self.sent(n, dice),
            _ => {
                let mut document = writes(n, &format!("dokument-{n}-{}", dice.roll(2)));
                document.wording_id = wording(3000 + self.fresh());
                document.since = (dice.roll(2) == 0).then(|| first(dice));
                let words = &mut document.wording;
                words.responsible = Some(dice.pick(&BODIES));
                words.revised_by = (dice.roll(3) == 0).then(|| dice.pick(&BODIES));
                words.valid_from = (dice.roll(2) == 0).then(|| first(dice));
                words.valid_to = (dice.roll(3) == 0).then(|| Dated::day_known(self.now.today));
                words.still_applied = words.valid_to.is_some() && dice.roll(2) == 0;
                words.until_replaced = words.still_applied && words.valid_from.is_some();
                if dice.roll(3) == 0 {
                    words.replaces = vec![document_id(1 + u128::from(dice.roll(3)))];
                }
                document.command()
            }
        }
    }

    /// A document that is sent to whoever decides, called back or dropped, mostly with the words that
    /// were written last.
    fn sent(&self, n: u128, dice: &mut Dice) -> Command {
        let drafts = self.world.journal.iter().filter_map(|r| match &r.event {
            Event::DocumentDrafted(e) if e.document == document_id(n) => {
                Some((r.position, e.wording_id))
            }
            _ => None,
        });
        let newest = drafts
            .max_by_key(|(position, _)| *position)
            .map(|(_, w)| w)
            .filter(|_| dice.roll(5) != 0);
        let document = Proposable::Document(document_id(n));
        let newest = newest.unwrap_or(wording(3000));
        let (what, wording) = match dice.roll(4) {
            0 => (
                Proposable::Directive(directive(1)),
                wording(700 + u128::from(dice.roll(2))),
            ),
            _ => (document, newest),
        };
        match (dice.roll(6), what) {
            (0, _) => RecallProposal { what, wording }.command(),
            (1, _) => DropProposal { what, wording }.command(),
            (_, Proposable::Directive(directive)) => {
                HandInDirective { directive, wording }.command()
            }
            (_, Proposable::Document(document)) => HandInDocument { document, wording }.command(),
        }
    }

    /// A decision about a document or a directive.
    pub(super) fn base_act(&self, on: Date, dice: &mut Dice) -> Act {
        let n = 1 + u128::from(dice.roll(3));
        let drafts = self.world.journal.iter().filter_map(|r| match &r.event {
            Event::DocumentDrafted(e) if r.on <= on && e.document == document_id(n) => {
                Some((r.on, r.position, e.wording_id))
            }
            _ => None,
        });
        match drafts.max() {
            Some((_, _, wording)) => Act::Adopt(Adoptable::Document(document_id(n)), wording),
            None => decide_directive(1, 700 + u128::from(dice.roll(2))),
        }
    }
}
