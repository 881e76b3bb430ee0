//! The base: governing documents, rules from outside and owner directives.

use super::super::foundation::{DirectiveIn, DocumentIn, RuleIn};
use super::super::swedish;
use super::{Planner, Reason, Room, capital, standing_from};
use jiff::civil::Date;
use riktning_domain::decisions::{Act, Adoptable, Authority, FindInSource, RecordDecision};
use riktning_domain::directives::{DirectiveWording, DraftDirective, SpringsFrom};
use riktning_domain::document_types::DescribeDocumentType;
use riktning_domain::documents::{DocumentWording, DraftDocument};
use riktning_domain::elements::Addressed;
use riktning_domain::external_rules::RecordRule;
use riktning_domain::ids::{
    BodyId, DecisionId, DirectiveId, DocumentId, ElementId, SourceId, WordingId,
};
use riktning_domain::indicators::Interpretation;
use riktning_domain::{Command, Dated, Text};
use std::collections::{BTreeMap, BTreeSet};

impl Planner<'_> {
    pub(super) fn foundation(&mut self) {
        self.document_types();
        let facts = self.facts;
        let mut seen = BTreeSet::new();
        let mut documents: Vec<&DocumentIn> = Vec::new();
        for document in &facts.foundation.documents {
            match seen.insert(document.title.to_lowercase()) {
                true => documents.push(document),
                false => self.report(&document.path, Reason::Repeated),
            }
        }
        // The earliest first: a document that replaces another comes after it.
        documents.sort_by_key(|document| document.since.map_or(self.base, Dated::day));
        let mut stood = BTreeMap::new();
        for document in documents {
            self.document(document, &mut stood);
        }
        let mut seen = BTreeSet::new();
        for rule in &facts.foundation.rules {
            self.rule(rule, &mut seen);
        }
        let mut seen = BTreeSet::new();
        for directive in &facts.foundation.directives {
            self.directive(directive, &mut seen);
        }
    }

    fn document_types(&mut self) {
        let facts = self.facts;
        let mut seen = BTreeSet::new();
        for described in &facts.foundation.kinds {
            if !seen.insert(&described.kind) {
                self.report(&described.path, Reason::Repeated);
                continue;
            }
            let named = described.adopted_by.as_deref();
            let adopted_by = named.and_then(swedish::body_kind);
            if named.is_some() && adopted_by.is_none() {
                self.report(&format!("{}.adopted_by", described.path), Reason::NoPlace);
            }
            let command = |since| DescribeDocumentType {
                kind: described.kind.clone(),
                purpose: capital(&described.purpose).into(),
                time_limited: described.time_limited,
                adopted_by,
                source: described.source.as_ref().map(|s| self.source(s)),
                since,
            };
            let standing = self.published.document_type(&described.kind);
            let anew = standing.is_some_and(|standing| *standing != command(standing.since));
            let stood = self.state.published(self.base, self.today);
            let stood = stood.document_type(&described.kind).is_some();
            let commands: Vec<_> = standing_from(self.base, anew, stood)
                .into_iter()
                .map(command)
                .collect();
            for command in commands {
                self.add(&described.path, Command::DescribeDocumentType(command));
            }
        }
    }

    fn document(&mut self, document: &DocumentIn, stood: &mut BTreeMap<String, Date>) {
        let key = document.title.to_lowercase();
        let Some(source) = self.source_id(&document.source) else {
            self.report(&document.path, Reason::NoSource);
            return;
        };
        let since = document.since.unwrap_or(Dated::not_found(self.base));
        if since.day() > self.today {
            self.report(&document.path, Reason::NotYet);
            return;
        }
        let body = |name: &Option<String>| {
            let name = name.as_ref()?.to_lowercase();
            self.bodies.get(&name).copied()
        };
        let decided_by = body(&document.decided_by);
        let followed_up_by = body(&document.followed_up_by);
        let decider = match document.decided_in_words {
            true => "note",
            false => "decided_by",
        };
        let unknown = [
            (decider, &document.decided_by, decided_by),
            (
                "follow_up_responsible",
                &document.followed_up_by,
                followed_up_by,
            ),
        ];
        for (field, named, found) in unknown {
            if named.is_some() && found.is_none() {
                let path = format!("{}.{field}", document.path);
                self.report(&path, Reason::NotInTheFile);
            }
        }
        // It stands from when those that it names are there.
        let named = [decided_by, followed_up_by];
        let named = named.into_iter().flatten().map(|(_, from)| from);
        let stands = match named.max().filter(|from| *from > since.day()) {
            Some(from) => Dated::not_found(from),
            None => since,
        };
        let replaced = document.replaces.as_deref();
        let replaced = replaced.and_then(|text| named_in(text, stood, stands.day()));
        stood.insert(key.clone(), stands.day());
        let replaces_unrecorded = document.replaces.as_deref();
        let replaces_unrecorded =
            replaces_unrecorded.filter(|text| Some(text.to_lowercase()) != replaced);
        let id = DocumentId(self.id("document", &key));
        // A decision of which no word of its own tells when is not dated by the title of its
        // source: what is known of it is quoted.
        let (dated, undated) = match document.paragraph.as_deref() {
            Some(paragraph) if !document.since_is_told => {
                let by = document.decided_by.as_deref();
                (false, by.map(|body| swedish::decided_by(body, paragraph)))
            }
            Some(_) => (true, None),
            None => (document.decided_in_words, None),
        };
        let note: Vec<String> = undated.into_iter().chain(document.note.clone()).collect();
        let note = (!note.is_empty()).then(|| note.join(". "));
        let wording = DocumentWording {
            title: document.title.as_str().into(),
            kind: document.kind.clone(),
            meaning: None,
            case_number: document.case_number.as_deref().map(Text::from),
            applies_to: Addressed::None,
            valid_from: document.valid.map(|(from, _)| from),
            valid_to: document.valid.map(|(_, to)| to),
            still_applied: document.still_applied,
            until_replaced: document.until_replaced,
            responsible: None,
            role: None,
            revised_by: None,
            revise_by: None,
            followed_up_by: followed_up_by.map(|(id, _)| id),
            replaces: replaced
                .iter()
                .map(|title| DocumentId(self.id("document", title)))
                .collect(),
            replaces_unrecorded: replaces_unrecorded.map(Text::from),
            governs: Vec::new(),
            note: note.as_deref().map(|note| capital(note).into()),
            source: Some(source),
        };
        let wording_id = self.wording_id("document", &key, &wording);
        let known = self.published.document(id);
        let changed = known.is_some_and(|known| *known.wording != wording);
        let since = if changed {
            Dated::day_known(self.today)
        } else {
            stands
        };
        let slug = match known {
            Some(known) => known.slug.clone(),
            None => self.slug(Room::Documents, &document.title),
        };
        let draft = DraftDocument {
            document: id,
            slug,
            wording_id,
            wording,
            instead_of: None,
            since: Some(since),
        };
        self.add(&document.path, Command::DraftDocument(draft));
        let what = (Adoptable::Document(id), wording_id);
        let decided = decided_by.filter(|_| dated && !changed);
        let adopt = match decided {
            Some((body, _)) => self.decided(document, body, since, source, what),
            None => found(source, since, what),
        };
        self.add(&document.path, adopt);
    }

    /// The decision that the file names by body and paragraph.
    fn decided(
        &self,
        document: &DocumentIn,
        body: BodyId,
        date: Dated,
        source: SourceId,
        (what, wording): (Adoptable, WordingId),
    ) -> Command {
        let key = format!("document/{}", document.title.to_lowercase());
        Command::RecordDecision(RecordDecision {
            decision: DecisionId(self.id("decision", &format!("{key}/{wording}"))),
            body,
            date,
            authority: Authority::Found {
                source,
                paragraph: document.paragraph.as_deref().map(Text::from),
                body_interpretation: Interpretation::Stated,
            },
            case_number: document.case_number.as_deref().map(Text::from),
            title: Some(document.title.as_str().into()),
            acts: vec![Act::Adopt(what, wording)],
            seen: Vec::new(),
        })
    }

    fn rule(&mut self, rule: &RuleIn, seen: &mut BTreeSet<String>) {
        let key = rule.name().to_lowercase();
        if !seen.insert(key.clone()) {
            self.report(&rule.path, Reason::Repeated);
            return;
        }
        let Some(source) = self.source_id(&rule.source) else {
            self.report(&rule.path, Reason::NoSource);
            return;
        };
        if rule.to.is_some_and(|to| to.last_day() < rule.from.day()) {
            self.report(&rule.path, Reason::Conflict);
            return;
        }
        if rule.from.day() > self.today {
            self.report(&rule.path, Reason::NotYet);
            return;
        }
        let document = DocumentId(self.id("rule", &key));
        let slug = match self.published.rule(document) {
            Some(known) => known.rule.slug.clone(),
            None => self.slug(Room::Documents, &rule.name()),
        };
        let command = RecordRule {
            document,
            slug,
            title: rule.title.as_str().into(),
            number: rule.number(),
            in_force_from: rule.from,
            in_force_to: rule.to,
            concerns: None,
            source: Some(source),
        };
        self.add(&rule.path, Command::RecordRule(command));
    }

    fn directive(&mut self, directive: &DirectiveIn, seen: &mut BTreeSet<String>) {
        if !seen.insert(directive.id.clone()) {
            self.report(&directive.path, Reason::Repeated);
            return;
        }
        let Some(source) = self.source_id(&directive.source) else {
            self.report(&directive.path, Reason::NoSource);
            return;
        };
        let company = self.bodies.get(&directive.company.to_lowercase());
        let Some((company, from)) = company.copied().filter(|(id, _)| self.is_company(*id)) else {
            self.report(&directive.path, Reason::NotInTheFile);
            return;
        };
        let year = Dated::year_known(directive.year);
        let first = year.map_or(self.base, Dated::day).max(from);
        // A goal is there from the first day of its period.
        let goal = directive.goal.as_ref().and_then(|(goal, ours)| {
            let goal = self.facts.goals.iter().find(|g| g.id == *goal)?;
            let stands = self.period_of(goal)?.period.first_day();
            let interpretation = match ours {
                true => Interpretation::Ours,
                false => Interpretation::Stated,
            };
            let element = ElementId(self.id("goal", &goal.id));
            let taken = goal.source.is_some() && stands <= first;
            taken.then_some(SpringsFrom {
                element,
                interpretation,
            })
        });
        if first > self.today {
            self.report(&directive.path, Reason::NotYet);
            return;
        }
        let id = DirectiveId(self.id("directive", &directive.id));
        let wording = DirectiveWording {
            title: format!("{} {}", swedish::DIRECTIVE_TITLE, directive.year).into(),
            orders: vec![directive.text.as_str().into()],
            goals: goal.into_iter().collect(),
            source: Some(source),
        };
        let wording_id = self.wording_id("directive", &directive.id, &wording);
        let known = self.published.directives_of(company);
        let known = known.iter().find(|known| known.id == id);
        let changed = known.is_some_and(|known| *known.wording != wording);
        let since = if changed {
            Dated::day_known(self.today)
        } else {
            Dated::not_found(first)
        };
        let draft = DraftDirective {
            directive: id,
            company,
            wording_id,
            wording,
            since: Some(since),
        };
        self.add(&directive.path, Command::DraftDirective(draft));
        let what = (Adoptable::Directive(id), wording_id);
        self.add(&directive.path, found(source, since, what));
    }
}

/// The document that a text begins with, by its longest title, of those that stood by a day.
fn named_in(text: &str, stood: &BTreeMap<String, Date>, on: Date) -> Option<String> {
    let text = text.to_lowercase();
    let begins = |title: &str| {
        let rest = text.strip_prefix(title);
        rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
    };
    let named = stood.iter();
    let named = named.filter(|(title, from)| **from <= on && begins(title));
    let longest = named.max_by_key(|(title, _)| title.len());
    longest.map(|(title, _)| title.clone())
}

fn found(source: SourceId, since: Dated, what: (Adoptable, WordingId)) -> Command {
    Command::FindInSource(FindInSource {
        source,
        since,
        wordings: vec![what],
    })
}
