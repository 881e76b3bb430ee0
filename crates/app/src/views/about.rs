//! The pages about the site itself: accessibility, method, open data, cookies, and how to ask
//! for a public record.

use super::frame::Frame;
use super::notes::{self, NoteLine};
use super::site::Responsible;
use riktning_domain::notes::About;
use riktning_domain::{Published, Text};

/// What the pages about the site know.
#[derive(Clone, Debug, PartialEq)]
pub struct AboutPage {
    /// What every page knows.
    pub frame: Frame,
    /// How many indicators have figures to fetch as CSV and JSON.
    pub indicators: usize,
    /// The case number of the latest decision that has one: what to name when asking for a
    /// record.
    pub case_number: Option<Text>,
    /// The law on national minorities, where it is among the rules that the municipality rests
    /// on: its part of the address and what it is called.
    pub minority_law: Option<(String, Text)>,
    /// What sources say of the municipality and the languages of national minorities.
    pub minority_languages: Vec<NoteLine>,
}

/// Lag (2009:724) om nationella minoriteter och minoritetsspråk.
const MINORITY_LAW: &str = "2009:724";

impl AboutPage {
    /// What is known on the lens's day.
    pub fn of(p: Published<'_>) -> AboutPage {
        let decisions = p.bodies().flat_map(|body| p.decisions_of(body.id));
        let numbered =
            decisions.filter_map(|decision| Some((decision.date().day(), decision.case_number()?)));
        let latest = numbered.max_by_key(|(day, number)| (*day, number.as_str()));
        let mut rules = p.rules();
        let law = rules.find(|rule| {
            let number = rule.rule.number.as_ref();
            number.and_then(Text::as_str) == Some(MINORITY_LAW)
        });
        AboutPage {
            minority_law: law.map(|law| (law.rule.slug.to_string(), law.rule.title.clone())),
            minority_languages: notes::about(p, About::MinorityLanguages),
            frame: Frame::of(p),
            indicators: p.indicators().count(),
            case_number: latest.map(|(_, number)| number.clone()),
        }
    }

    /// Who is responsible for one page and no other: an editor has looked at it.
    pub fn responsible(&self, path: &str) -> Option<&Responsible> {
        self.frame.responsible.iter().find(|r| r.path == path)
    }
}
