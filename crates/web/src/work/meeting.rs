//! When and by what right something was decided: the fields that every form of a decision has.

use super::answers::{Faults, key};
use super::typed;
use crate::form::Form;
use crate::pages::speech::Speech;
use jiff::civil::Date;
use riktning_domain::Text;
use riktning_domain::decisions::Authority;

/// The most characters of a title.
pub(super) const TITLE: usize = 300;

/// The fields as they were typed.
#[derive(Clone, Debug, Default)]
pub(super) struct Meeting {
    pub(super) day: String,
    pub(super) paragraph: String,
    pub(super) delegation: String,
    pub(super) case_number: String,
    pub(super) title: String,
}

/// The names of the fields, and of that of who decided.
pub(super) const FIELDS: [&str; 6] = [
    "organ",
    "dag",
    "paragraf",
    "delegation",
    "diarienummer",
    "rubrik",
];

/// What was typed of a decision, as hidden fields of a form that does not show it.
pub(super) fn carried(form: &Form) -> Vec<(String, String)> {
    let fields = form.fields();
    let own = fields.filter(|(name, value)| FIELDS.contains(name) && !value.is_empty());
    own.map(|(name, value)| (name.to_owned(), value.to_owned()))
        .collect()
}

impl Meeting {
    pub(super) fn read(form: &Form) -> Meeting {
        let one = |name: &str| form.typed(name).to_owned();
        Meeting {
            day: one("dag"),
            paragraph: one("paragraf"),
            delegation: one("delegation"),
            case_number: one("diarienummer"),
            title: one("rubrik"),
        }
    }

    /// Whether anything is typed that nobody proposed: a title alone is no decision.
    pub(super) fn is_begun(&self) -> bool {
        let typed = [
            &self.day,
            &self.paragraph,
            &self.delegation,
            &self.case_number,
        ];
        typed.iter().any(|field| !field.trim().is_empty())
    }

    /// The day, if it is one.
    pub(super) fn day(&self) -> Option<Date> {
        typed::whole_day(&self.day)
    }

    /// The fields, and the key of their form, as domain types; every fault at once.
    pub(super) fn held(
        &self,
        s: &Speech,
        faults: &mut Faults,
        form: &Form,
    ) -> Option<riktning_app::work::Meeting> {
        let date = typed::day(s, faults, "dag", &self.day);
        let authority = self.authority(s, faults);
        let case_number = typed::case_number(s, faults, "diarienummer", &self.case_number, 60);
        let title = typed::text(s, faults, "rubrik", &self.title, TITLE, false);
        let key = key(form);
        if key.is_none() {
            faults.add("dag", s.t("work-fault-form"));
        }
        Some(riktning_app::work::Meeting {
            key: key?,
            date: date?,
            authority: authority?,
            case_number,
            title,
        })
    }

    /// The day and the paragraph, where nothing is decided by delegation.
    pub(super) fn met_in_minutes(
        &self,
        s: &Speech,
        faults: &mut Faults,
    ) -> Option<(Date, Authority)> {
        let date = typed::day(s, faults, "dag", &self.day);
        let paragraph = self.paragraph(s, faults);
        if paragraph.is_none() {
            faults.add("paragraf", s.t("gap-fault-paragraph"));
        }
        Some((date?, Authority::Paragraph(paragraph?)))
    }

    fn paragraph(&self, s: &Speech, faults: &mut Faults) -> Option<Text> {
        let paragraph = typed::text(s, faults, "paragraf", &self.paragraph, 40, false);
        paragraph.as_ref().and_then(without_sign)
    }

    fn authority(&self, s: &Speech, faults: &mut Faults) -> Option<Authority> {
        let paragraph = self.paragraph(s, faults);
        let delegation = typed::text(s, faults, "delegation", &self.delegation, 40, false);
        match (paragraph, delegation) {
            (Some(paragraph), None) => Some(Authority::Paragraph(paragraph)),
            (None, Some(number)) => Some(Authority::Delegation(number)),
            (None, None) => {
                faults.add("paragraf", s.t("work-fault-paragraph"));
                None
            }
            (Some(_), Some(_)) => {
                faults.add("delegation", s.t("work-fault-both"));
                None
            }
        }
    }
}

/// The number of a paragraph: the sign or the word before it is the page's. None if there is no number.
fn without_sign(paragraph: &Text) -> Option<Text> {
    let text = paragraph.as_str().unwrap_or_default();
    let is_sign = |c: char| c == '§' || c.is_whitespace();
    let mut number = text.trim_matches(is_sign);
    for word in ["paragrafer", "paragraf", "paragraph", "pykälä", "par."] {
        if let Some(start) = number.get(..word.len())
            && start.to_lowercase() == word
        {
            number = number.get(word.len()..).unwrap_or_default();
            number = number.trim_matches(is_sign);
        }
    }
    let says = number.chars().any(|c| c.is_ascii_digit());
    says.then(|| Text::new(number))
}
