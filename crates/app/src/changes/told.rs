//! The changes of one thing, while they are told, and what each rests on.

use super::what::{About, Change, What};
use crate::search::{Kind, Part, Said};
use crate::views::frame::basis_of;
use jiff::civil::Date;
use riktning_domain::decisions::Basis;
use riktning_domain::ids::SourceId;
use riktning_domain::published::{Thing, Turning};
use riktning_domain::{Dated, Names, Published};
use std::collections::BTreeSet;
use std::ops::Bound::{Excluded, Included};

/// What a thing's words rest on.
fn stands_on(p: Published<'_>, thing: Thing, turned: Date) -> Option<Basis> {
    // For what names no day of its own.
    let source = |id: Option<SourceId>| Some(Basis::Source(id?, Dated::day_known(turned)));
    match thing {
        Thing::Element(id) => Some(p.element(id)?.basis()),
        Thing::Vision(id) => Some(p.vision(id)?.basis),
        Thing::Document(id) => Some(p.document(id)?.basis),
        Thing::Plan(id) => Some(Basis::Decision(p.plan(id)?.adopted_by()?)),
        Thing::Topic(id) => source(p.topic(id)?.source),
        Thing::Indicator(id) => source(p.indicator(id)?.definition.source),
        Thing::Body(id) => {
            let body = p.body(id)?;
            Some(Basis::Source(body.source()?, body.from()))
        }
        Thing::Rule(id) => source(p.rule(id)?.rule.source),
        Thing::Model(id) => {
            let model = p.model(id)?;
            Some(Basis::Source(model.definition.source?, model.in_force))
        }
        Thing::Report(id) => Some(p.filed(id)?.record.basis),
        Thing::Guidelines(year) => Some(Basis::Decision(p.financial_management(year)?.decision)),
        Thing::Frame(id) => Some(Basis::Decision(p.frame_entry(id)?.decision)),
        Thing::Accounts(id) => {
            let (on, accounts) = p.accounts_known(id)?;
            let since = accounts.since.unwrap_or(Dated::day_known(on));
            Some(Basis::Source(accounts.source, since))
        }
        Thing::Note(id) => {
            let note = p.note(id)?;
            let since = note.since.unwrap_or(Dated::day_known(turned));
            Some(Basis::Source(note.source, since))
        }
        Thing::Decision(id) => Some(Basis::Decision(id)),
        Thing::Notice(_)
        | Thing::Office(_)
        | Thing::Written(_)
        | Thing::Whole
        | Thing::FinancialManagement(_)
        | Thing::Pages => None,
    }
}

/// The changes of one thing, while they are told.
pub(super) struct Told<'a> {
    pub(super) thing: Thing,
    pub(super) about: About,
    pub(super) basis: Option<Basis>,
    pub(super) before: Published<'a>,
    pub(super) after: Published<'a>,
    pub(super) turning: &'a Turning,
    turned: Date,
    pub(super) changes: Vec<Change>,
}

impl<'a> Told<'a> {
    pub(super) fn new(
        (before, after): (Published<'a>, Published<'a>),
        thing: Thing,
        about: About,
        turning: &'a Turning,
        turned: Date,
    ) -> Told<'a> {
        Told {
            thing,
            about,
            basis: stands_on(after, thing, turned),
            before,
            after,
            turning,
            turned,
            changes: Vec::new(),
        }
    }

    /// Whether one of some days lies between the two that are compared.
    pub(super) fn turned_on(&self, days: &BTreeSet<Date>) -> bool {
        let between = (Excluded(self.before.day()), Included(self.after.day()));
        self.before.day() < self.after.day() && days.range(between).next().is_some()
    }

    /// What was found in a source that names no day.
    pub(super) fn found_in(&self, source: SourceId) -> Basis {
        Basis::Source(source, Dated::day_known(self.turned))
    }

    /// Tells a change that rests on what the thing itself rests on.
    pub(super) fn tell(&mut self, what: What) {
        self.tell_by(what, self.basis);
    }

    /// Tells that it stands no longer: by the decision on which it stood, which has been quashed.
    pub(super) fn tell_gone(&mut self) {
        let stood_on = stands_on(self.before, self.thing, self.turned);
        self.tell_by(What::Gone, stood_on);
    }

    /// Tells a change that rests on nothing but that its day came.
    pub(super) fn tell_since(&mut self, what: What, since: Dated) {
        self.tell_by(what, None);
        let between = since.day() > self.before.day() && since.day() <= self.after.day();
        if let Some(told) = self.changes.last_mut().filter(|_| between) {
            told.since = since;
        }
    }

    /// Tells a change by what it rests on.
    pub(super) fn tell_by(&mut self, what: What, basis: Option<Basis>) {
        let (since, decision, source) = basis_of(self.after, basis);
        // A body's source tells when it was founded, not when it got another name.
        let since = since.filter(|s| s.day() > self.before.day() && s.day() <= self.after.day());
        self.changes.push(Change {
            thing: Some(self.thing),
            about: Some(self.about.clone()),
            what,
            since: since.unwrap_or_else(|| Dated::day_known(self.turned)),
            decision,
            source,
        });
    }

    /// Whether the same decision stands on both days, and what it adopted reads otherwise.
    fn is_righted(&self) -> bool {
        let Thing::Element(id) = self.thing else {
            return false;
        };
        let (then, now) = (self.before.element(id), self.after.element(id));
        let by = then.map(|e| e.basis()).zip(now.map(|e| e.basis()));
        by.is_some_and(|(then, now)| then == now)
            && self.before.rightings(id) != self.after.rightings(id)
    }

    /// What differs in words.
    pub(super) fn words(&mut self, then: &Said, now: &Said) {
        if then.title != now.title {
            let (before, now) = (then.title.clone(), now.title.clone());
            self.tell(match self.is_righted() {
                true => What::Righted { before, now },
                false => What::Reworded { before, now },
            });
        }
        let told = |said: &Said| -> Vec<Names> {
            let parts = said.parts().skip(1);
            // A vision is its statements.
            let all = said.kind == Kind::Vision;
            let lead = parts.filter(|(part, _)| all || *part != Part::Body);
            lead.map(|(_, names)| names.clone()).collect()
        };
        let (before, after) = (told(then), told(now));
        // A body's earlier names are told with it, and are no change of it.
        if before != after && now.kind != Kind::Body {
            let without = |all: &[Names], other: &[Names]| {
                let differ = all.iter().filter(|names| !other.contains(names));
                differ.cloned().collect::<Vec<_>>()
            };
            self.tell(What::Redescribed {
                before: without(&before, &after),
                now: without(&after, &before),
            });
        }
    }
}
