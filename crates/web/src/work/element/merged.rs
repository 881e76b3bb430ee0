//! Two who write in one row: what only the other has changed is kept, and where both have, both are shown.

use super::fields::Typed;
use crate::pages::speech::Speech;
use riktning_app::work::{Choice, ElementForm};
use std::collections::BTreeSet;
use uuid::Uuid;

/// A field of the form, or what stands together as one: an amount and its unit.
struct Field {
    /// What it is called.
    name: &'static str,
    /// Its texts.
    texts: &'static [fn(&mut Typed) -> &mut String],
    /// Its box, where it has one.
    ticked: Option<fn(&mut Typed) -> &mut bool>,
}

const fn text(name: &'static str, texts: &'static [fn(&mut Typed) -> &mut String]) -> Field {
    Field {
        name,
        texts,
        ticked: None,
    }
}

const FIELDS: [Field; 10] = [
    text("work-late-text", &[|t| &mut t.text]),
    text("work-description", &[|t| &mut t.description]),
    text("work-role", &[|t| &mut t.role]),
    Field {
        name: "work-quantity",
        texts: &[|t| &mut t.amount, |t| &mut t.unit],
        ticked: Some(|t| &mut t.at_least),
    },
    text("work-condition", &[|t| &mut t.condition]),
    text("work-clear-anyway", &[|t| &mut t.clear_anyway]),
    text("work-due-field", &[|t| &mut t.due]),
    text("work-why", &[|t| &mut t.particulars.why]),
    text("work-if-not-kept", &[|t| &mut t.particulars.if_not_kept]),
    Field {
        name: "work-money",
        texts: &[|t| &mut t.particulars.money],
        ticked: Some(|t| &mut t.particulars.in_millions),
    },
];

impl Field {
    fn values(&self, typed: &mut Typed) -> (Vec<String>, bool) {
        let texts = self.texts.iter().map(|text| plain(text(typed)));
        let texts: Vec<String> = texts.collect();
        // Of nothing it makes no difference how much of it there is at least.
        let is_said = texts.iter().any(|text| !text.is_empty());
        let ticked = self.ticked.is_some_and(|ticked| *ticked(typed));
        (texts, ticked && is_said)
    }

    fn take(&self, typed: &mut Typed, from: &mut Typed) {
        for text in self.texts {
            text(typed).clone_from(text(from));
        }
        if let Some(ticked) = self.ticked {
            *ticked(typed) = *ticked(from);
        }
    }

    /// What is said in it.
    fn said(&self, s: &Speech, (texts, ticked): &(Vec<String>, bool)) -> String {
        let said = texts.join(" ");
        match (said.trim().is_empty(), self.name, ticked) {
            (true, _, _) => s.t("work-saved-nothing"),
            (_, "work-quantity", true) => s.t1("work-at-least", "quantity", said),
            (_, "work-money", true) => format!("{said} {}", s.t("work-money-mnkr")),
            (_, "work-money", false) => format!("{said} {}", s.t("work-money-tkr")),
            _ => said,
        }
    }
}

/// Who has changed a field since both saw the same.
enum ChangedBy {
    /// Nobody, or the other alone.
    Other,
    /// Whoever writes now alone, or both to the same.
    Own,
    /// Both, each otherwise.
    Both,
}

impl ChangedBy {
    fn of<T: PartialEq>(was: &T, own: &T, saved: &T) -> ChangedBy {
        match (own == was, saved == was || own == saved) {
            (true, _) => ChangedBy::Other,
            (false, true) => ChangedBy::Own,
            (false, false) => ChangedBy::Both,
        }
    }
}

/// Takes into what somebody typed all that only the other changed since both saw the same, and says
/// what both changed: each field by its name, with what is saved in it now.
pub(super) fn merge(
    s: &Speech,
    view: &ElementForm,
    people: &[(String, String)],
    typed: &mut Typed,
    (mut base, mut now): (Typed, Typed),
) -> Vec<(String, String)> {
    let mut differing = Vec::new();
    for field in &FIELDS {
        let (own, was) = (field.values(typed), field.values(&mut base));
        let saved = field.values(&mut now);
        match ChangedBy::of(&was, &own, &saved) {
            ChangedBy::Other => field.take(typed, &mut now),
            ChangedBy::Own => {}
            ChangedBy::Both => differing.push((s.t(field.name), field.said(s, &saved))),
        }
    }
    let (own, was) = (&typed.particulars.person, &typed.particulars.person_shown);
    let saved = &now.particulars.person;
    match ChangedBy::of(was, own, saved) {
        ChangedBy::Other => typed.particulars.person.clone_from(saved),
        ChangedBy::Own => {}
        ChangedBy::Both => {
            let name = people.iter().find(|(id, _)| id == saved);
            let name = name.map_or_else(|| s.t("work-saved-nothing"), |(_, name)| name.clone());
            differing.push((s.t("work-person"), name));
        }
    }
    typed.particulars.person_shown.clone_from(saved);
    let (own, now) = (typed.as_sent(view), now.as_sent(view));
    match ChangedBy::of(&typed.links_shown, &own.mark(), &now.mark()) {
        ChangedBy::Other => typed.links = now.links.clone(),
        ChangedBy::Own => {}
        ChangedBy::Both => differing.extend(links(s, view, &own, &now)),
    }
    typed.links_shown = now.mark();
    differing
}

/// What is saved of links that differ.
fn links(s: &Speech, view: &ElementForm, own: &Typed, now: &Typed) -> Vec<(String, String)> {
    let mut differing = Vec::new();
    if own.links.chosen != now.links.chosen {
        let kinds = view.choices.iter().chain(&view.beside);
        let options = kinds.flat_map(|kind| &kind.options);
        let named = names(s, options, &now.links.chosen);
        differing.push((s.t("work-supports"), named));
    }
    let to = |typed: &Typed| (typed.links.to_all, typed.links.addressed.clone());
    if to(own) != to(now) {
        let named = match now.links.to_all {
            true => s.t("work-addressed-all"),
            false => names(s, view.addressees.iter(), &now.links.addressed),
        };
        differing.push((s.t("work-addressed"), named));
    }
    differing
}

/// The names of what is chosen.
fn names<'a>(
    s: &Speech,
    options: impl Iterator<Item = &'a Choice>,
    chosen: &BTreeSet<Uuid>,
) -> String {
    let own = options.filter(|option| chosen.contains(&option.id));
    let named = own.map(|option| s.name(&option.names).plain().to_owned());
    let named: Vec<String> = named.collect();
    match named.is_empty() {
        true => s.t("work-saved-nothing"),
        false => named.join("; "),
    }
}

/// What a field says: a browser sends line breaks of its own.
fn plain(text: &str) -> String {
    text.trim().replace("\r\n", "\n")
}
