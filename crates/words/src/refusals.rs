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
            | Refusal::NotAdopted { on }
            | Refusal::AlreadyEnded { on } => self.with(key, &[("on", &self.day(*on))]),
            Refusal::PeriodTaken { period }
            | Refusal::PeriodToCome { period }
            | Refusal::AlreadyMeasured { period }
            | Refusal::NothingToRevise { period } => {
                self.with(key, &[("period", &self.period(*period))])
            }
            Refusal::RequiredLinkMissing { upward } => {
                let upward = self.text(match upward {
                    Upward::Level(_) => "refusal-upward-level",
                    Upward::Vision => "refusal-upward-vision",
                    Upward::Topic(_) => "refusal-upward-topic",
                });
                self.with(key, &[("upward", &upward)])
            }
            _ => self.text(key),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Language;

    #[test]
    fn a_refusal_is_said_in_each_language() {
        let refusal = Refusal::Unknown {
            fact: Fact::Indicator,
        };
        assert_eq!(
            Words::of(Language::Sv).refusal(&refusal),
            "Det går inte att hänvisa till en indikator som inte finns."
        );
        for words in Language::ALL.map(Words::of) {
            let said = words.refusal(&refusal);
            assert!(!said.contains("refusal-") && !said.contains('{'), "{said}");
        }
    }
}
