//! What residents read on the days of the year, then and afterwards.

use super::people::Year;
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};

/// The annual plan that the year makes.
const PLAN: &str = "/2024-2027/arsplan/2027";

/// What was decided and when, and what the site said on the days on which somebody looked.
#[derive(Default)]
pub(super) struct Ledger {
    /// Every text that anybody wrote, and the day from which it is decided.
    texts: BTreeMap<String, Option<Date>>,
    /// What the pages said on a day.
    looks: Vec<(Date, BTreeMap<String, String>)>,
}

impl Ledger {
    /// Somebody has written something, and nobody has decided it.
    pub(super) fn written(&mut self, text: &str) {
        self.texts.insert(text.to_owned(), None);
    }

    /// It was decided on a day; the same words may be decided by several.
    pub(super) fn decided(&mut self, text: &str, day: Date) {
        let known = self.texts.get_mut(text).unwrap();
        *known = known.or(Some(day));
    }

    /// Reads the site as it is today, and asks that it says what has been decided and nothing else.
    pub(super) async fn look(&mut self, year: &Year) {
        let today = year.town.app.today();
        // The log of a busy municipality is made anew beside whoever reads: decision 054.
        while !year
            .town
            .app
            .readings(today, |_, made| made.of_changes().current)
        {
            tokio::time::sleep(std::time::Duration::from_millis(5)).await;
        }
        let mut pages = BTreeMap::new();
        let mut paths: BTreeSet<String> =
            ["/", "/2024-2027/", PLAN, "/kommunkoncernen", "/andringar"]
                .map(str::to_owned)
                .into();
        let plan = year.town.page(PLAN).await;
        paths.extend(links(&plan, "/namnder/"));
        paths.extend(links(&plan, "/bolag/"));
        for text in self
            .texts
            .keys()
            .filter(|text| plan.contains(text.as_str()))
        {
            let before = plan.split(text.as_str()).next().unwrap();
            let to = before
                .rsplit("href=\"")
                .next()
                .unwrap()
                .split('"')
                .next()
                .unwrap();
            if to.starts_with("/ataganden/") {
                paths.insert(to.to_owned());
            }
        }
        for path in paths {
            let page = year.town.page(&path).await;
            pages.insert(path, said(&page));
        }
        self.asks(today, &pages[PLAN]);
        self.looks.push((today, pages));
    }

    /// What a day's annual plan must hold and may not.
    fn asks(&self, day: Date, plan: &str) {
        for (text, decided) in &self.texts {
            let is_decided = decided.is_some_and(|decided| decided <= day);
            assert_eq!(plan.contains(text.as_str()), is_decided, "{text} on {day}");
        }
    }

    /// Afterwards every day says what it said.
    pub(super) async fn asks_every_day(&self, year: &Year) {
        for (day, pages) in &self.looks {
            for (path, then) in pages {
                let now = year.town.page(&format!("{path}?per={day}")).await;
                let now = said(&now);
                if path == PLAN {
                    self.asks(*day, &now);
                }
                assert_eq!(first_difference(then, &now), None, "{path} on {day}");
            }
        }
    }

    pub(super) fn days(&self) -> usize {
        self.looks.len()
    }
}

/// The addresses below one that a page leads to.
fn links(page: &str, below: &str) -> Vec<String> {
    let all = page.split("href=\"").skip(1);
    let all = all.filter_map(|rest| rest.split('"').next());
    let all = all.filter(|to| to.starts_with(below) && to.len() > below.len());
    all.map(str::to_owned).collect()
}

/// What a page says, without its forms, which know the day, and without the day in its links.
fn said(page: &str) -> String {
    let main = page.split("<main").nth(1).unwrap();
    let main = main.split("</main>").next().unwrap();
    let mut parts = main.split("<form");
    let mut plain = parts.next().unwrap().to_owned();
    for part in parts {
        plain.push_str(part.split_once("</form>").unwrap().1);
    }
    let plain = plain.replace("&#38;", "&");
    without(&without(&plain, "per="), "till=")
}

/// A text without the days that its links name by a word.
fn without(text: &str, name: &str) -> String {
    let mut said = String::new();
    let mut rest = text;
    while let Some(at) = rest.find(&format!("{name}20")) {
        let begins = rest[..at].ends_with('?');
        said.push_str(rest[..at].trim_end_matches(['?', '&']));
        rest = &rest[at + name.len() + "2026-01-01".len()..];
        if let Some(after) = rest.strip_prefix('&').filter(|_| begins) {
            said.push('?');
            rest = after;
        }
    }
    said.push_str(rest);
    said
}

/// Where two texts begin to differ, with what stands there.
fn first_difference(then: &str, now: &str) -> Option<String> {
    let same = then.chars().zip(now.chars()).take_while(|(a, b)| a == b);
    let at = same.count();
    let (mut a, mut b) = (then.chars().skip(at), now.chars().skip(at));
    if a.next().is_none() && b.next().is_none() {
        return None;
    }
    let around = |text: &str| {
        let part = text.chars().skip(at.saturating_sub(120)).take(320);
        part.collect::<String>()
    };
    Some(format!("then {}\nnow {}", around(then), around(now)))
}
