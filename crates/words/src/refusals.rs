//! Refusals in the reader's language.

use crate::Words;
use riktning_domain::Refusal;
use riktning_domain::models::Upward;
use riktning_domain::refusal::Fact;

impl Words {
    /// Why a command was refused, as a sentence.
    // words-keys: refusal-*
    pub fn refusal(self, refusal: &Refusal) -> String {
        let fact = |fact: Fact| self.text(&format!("refusal-fact-{}", fact.key()));
        let key = refusal.key();
        match refusal {
            Refusal::Blank { field } => self.with(key, &[("field", field)]),
            Refusal::NotAnAddress { url } => self.with(key, &[("url", url)]),
            Refusal::NotAMunicipalityCode { code } => self.with(key, &[("code", code)]),
            Refusal::OtherMunicipality { known } => {
                self.with(key, &[("known", &self.typed(known))])
            }
            Refusal::RoundDayFar { day, cut_off } => {
                let (day, cut_off) = (self.day(*day), self.day(*cut_off));
                self.with(key, &[("day", &day), ("about", &cut_off)])
            }
            Refusal::RoundYearFar { cut_off: on } => self.with(key, &[("on", &self.day(*on))]),
            Refusal::TopicEndsInThePast { last_day: on } => {
                self.with(key, &[("on", &self.day(*on))])
            }
            Refusal::PartOutlivesWhole { part, last_day } => self.with(
                key,
                &[("part", &self.typed(part)), ("day", &self.day(*last_day))],
            ),
            Refusal::CalculatedInACircle { part } | Refusal::UnitsDiffer { part } => {
                self.with(key, &[("part", &self.typed(part))])
            }
            Refusal::UsedInCalculation { by } => self.with(key, &[("by", &self.typed(by))]),
            Refusal::WorkedOut { parts } => {
                let parts: Vec<_> = parts.iter().map(|part| self.typed(part)).collect();
                self.with(key, &[("parts", &self.list(&parts))])
            }
            Refusal::TopicNameTaken { name } => self.with(key, &[("name", &self.typed(name))]),
            Refusal::TopicEnded { topic } => self.with(key, &[("topic", &self.typed(topic))]),
            Refusal::PersonalNumber { number } => self.with(key, &[("number", number)]),
            Refusal::NotAPhone { phone } => self.with(key, &[("phone", phone)]),
            Refusal::NotAPath { path } => self.with(key, &[("path", path)]),
            Refusal::NotAMember { name } | Refusal::NamedTwice { name } => {
                self.with(key, &[("name", name)])
            }
            Refusal::OfficeNameTaken { office } => self.with(key, &[("id", &office.to_string())]),
            Refusal::SlugTaken { slug } | Refusal::NotASlug { slug } => {
                self.with(key, &[("slug", slug)])
            }
            Refusal::Unknown { fact: what } | Refusal::AlreadyThere { fact: what } => {
                self.with(key, &[("fact", &fact(*what))])
            }
            Refusal::InTheFuture { day, today } => self.with(
                key,
                &[("day", &self.day(*day)), ("today", &self.day(*today))],
            ),
            Refusal::AskedForDayOver { until, today } => {
                let (until, today) = (self.day(*until), self.day(*today));
                self.with(key, &[("until", &until), ("today", &today)])
            }
            Refusal::AskedForTooLong { until, last } => {
                let (until, last) = (self.day(*until), self.day(*last));
                self.with(key, &[("until", &until), ("last", &last)])
            }
            Refusal::TooEarly {
                on,
                stands_from,
                fact: what,
            } => self.with(
                key,
                &[
                    ("on", &self.day(*on)),
                    ("day", &self.day(*stands_from)),
                    ("fact", &fact(*what)),
                ],
            ),
            Refusal::WouldBreak { day, fact: what } => {
                self.with(key, &[("day", &self.day(*day)), ("fact", &fact(*what))])
            }
            Refusal::BodyNotAlive { on, .. }
            | Refusal::ModelNotInForce { since: on }
            | Refusal::NotAdopted { on }
            | Refusal::AlreadyMarked { on, .. }
            | Refusal::QuashedBeforeAppeal { appealed: on }
            | Refusal::AlreadyOrganised { on }
            | Refusal::SecrecyOver { until: on }
            | Refusal::AlreadyEnded { on } => self.with(key, &[("on", &self.day(*on))]),
            Refusal::DecidedAfterwards { begins } => {
                self.with(key, &[("begins", &self.day(*begins))])
            }
            Refusal::PeriodTaken { period }
            | Refusal::FigureChanged { period }
            | Refusal::PeriodToCome { period }
            | Refusal::PeriodOver { period }
            | Refusal::PeriodInForce { period }
            | Refusal::PeriodInUse { period }
            | Refusal::ModelOver { period }
            | Refusal::AlreadyMeasured { period }
            | Refusal::NothingToRevise { period } => {
                self.with(key, &[("period", &self.period(*period))])
            }
            Refusal::RequiredLinkMissing { number, upward } => {
                let upward = self.text(match upward {
                    Upward::Level(_) => "refusal-upward-level",
                    Upward::Vision => "refusal-upward-vision",
                    Upward::Topic(_) => "refusal-upward-topic",
                });
                self.with(key, &[("number", &number.to_string()), ("upward", &upward)])
            }
            Refusal::RowsUndecided { numbers } | Refusal::OrdersOpen { numbers } => {
                let numbers: Vec<String> = numbers.iter().map(u32::to_string).collect();
                self.with(key, &[("numbers", &numbers.join(", "))])
            }
            _ => self.text(key),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Language;
    use crate::keys::keys;
    use crate::texts::SV;
    use jiff::civil::date;
    use riktning_domain::Period;
    use riktning_domain::decisions::Stage;
    use std::collections::BTreeSet;

    #[test]
    fn a_refusal_names_what_it_is_about() {
        let refusal = Refusal::Unknown {
            fact: Fact::Indicator,
        };
        assert_eq!(
            Words::of(Language::Sv).refusal(&refusal),
            "Det går inte att hänvisa till en indikator som inte finns."
        );
    }

    #[test]
    fn every_refusal_that_takes_words_is_given_them() {
        let (on, fact, period) = (date(2018, 9, 27), Fact::Element, Period::Year(2018));
        let marked = |stage| Refusal::AlreadyMarked { stage, on };
        let refusals = [
            Refusal::Blank { field: "title" },
            Refusal::NotAnAddress { url: "x".into() },
            Refusal::NotAMunicipalityCode { code: "x".into() },
            Refusal::OtherMunicipality { known: "x".into() },
            Refusal::NotAPhone { phone: "x".into() },
            Refusal::PersonalNumber { number: "x".into() },
            Refusal::TopicEndsInThePast { last_day: on },
            Refusal::RoundYearFar { cut_off: on },
            Refusal::RoundDayFar {
                day: on,
                cut_off: on,
            },
            Refusal::PartOutlivesWhole {
                part: "x".into(),
                last_day: on,
            },
            Refusal::CalculatedInACircle { part: "x".into() },
            Refusal::UnitsDiffer { part: "x".into() },
            Refusal::UsedInCalculation { by: "x".into() },
            Refusal::WorkedOut {
                parts: vec!["x".into(), "y".into()],
            },
            Refusal::TopicNameTaken { name: "x".into() },
            Refusal::TopicEnded { topic: "x".into() },
            Refusal::NotAPath { path: "x".into() },
            Refusal::NotAMember { name: "x".into() },
            Refusal::NamedTwice { name: "x".into() },
            Refusal::OfficeNameTaken {
                office: riktning_domain::ids::OfficeId(uuid::Uuid::nil()),
            },
            Refusal::SlugTaken { slug: "x".into() },
            Refusal::NotASlug { slug: "x".into() },
            Refusal::Unknown { fact },
            Refusal::AlreadyThere { fact },
            Refusal::InTheFuture { day: on, today: on },
            Refusal::AskedForDayOver {
                until: on,
                today: on,
            },
            Refusal::AskedForTooLong {
                until: on,
                last: on,
            },
            Refusal::TooEarly {
                on,
                stands_from: on,
                fact,
            },
            Refusal::WouldBreak { day: on, fact },
            Refusal::BodyNotAlive { on, last_day: None },
            Refusal::PeriodTaken { period },
            Refusal::FigureChanged { period },
            Refusal::PeriodToCome { period },
            Refusal::PeriodOver { period },
            Refusal::PeriodInForce { period },
            Refusal::PeriodInUse { period },
            Refusal::ModelOver { period },
            Refusal::ModelNotInForce { since: on },
            Refusal::AlreadyMeasured { period },
            Refusal::NothingToRevise { period },
            Refusal::RequiredLinkMissing {
                number: 412,
                upward: Upward::Vision,
            },
            Refusal::RowsUndecided { numbers: vec![756] },
            Refusal::OrdersOpen {
                numbers: vec![12, 15],
            },
            Refusal::NotAdopted { on },
            Refusal::AlreadyEnded { on },
            Refusal::SecrecyOver { until: on },
            marked(Stage::MinutesApproved),
            marked(Stage::Appealed),
            marked(Stage::Quashed),
            Refusal::QuashedBeforeAppeal { appealed: on },
            Refusal::DecidedAfterwards { begins: on },
            Refusal::AlreadyOrganised { on },
        ];
        for refusal in &refusals {
            for words in Language::ALL.map(Words::of) {
                let said = words.refusal(refusal);
                assert!(!said.contains("refusal-") && !said.contains('{'), "{said}");
            }
        }
        let tried: BTreeSet<_> = refusals
            .iter()
            .map(|refusal| refusal.key().to_owned())
            .collect();
        let takes_words = keys(SV)
            .into_iter()
            .filter(|(key, said)| key.starts_with("refusal-") && !said.variables.is_empty());
        assert_eq!(
            tried,
            takes_words.map(|(key, _)| key).collect::<BTreeSet<_>>()
        );
    }
}
