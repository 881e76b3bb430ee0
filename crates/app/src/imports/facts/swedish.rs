//! The Swedish words that belong to the shape of the file, not to its facts: enumerated
//! values, statutory names of bodies, and the verb of a decision. They stand here and nowhere
//! else because the file is written in Swedish, whoever reads it.

mod prose;

pub(super) use prose::{day_of_month, decided_in_season, meant_for, valid_from};

use super::years::only_year_in;
use riktning_domain::assessments::Scope;
use riktning_domain::bodies::BodyKind;
use riktning_domain::documents::DocumentKind;
use riktning_domain::indicators::{Better, Class, Unit};
use riktning_domain::models::{Check, CountsAs, Purpose, Shape};
use riktning_domain::reports::ReportOccasion;
use riktning_domain::site::hours::Weekday;
use riktning_domain::site::notices::Severity;
use riktning_domain::topics::Direction;
use riktning_domain::{Dated, MoneyUnit};

pub(super) const DIRECTIONS: &[(&str, Direction)] = &[
    ("utåtriktad", Direction::Outward),
    ("inåtriktad", Direction::Inward),
];

pub(super) const BETTER: &[(&str, Better)] = &[
    ("up", Better::Up),
    ("down", Better::Down),
    ("near", Better::Near),
    ("none", Better::Neither),
];

pub(super) const CLASSES: &[(&str, Class)] = &[
    ("org", Class::Organisation),
    ("ort", Class::Place),
    ("nyckeltal", Class::KeyFigure),
    ("styrtal", Class::KeyFigure),
];

/// What the goals are called on their level.
pub(super) const STRATEGIC_GOAL: [&str; 3] =
    ["Strategiskt mål", "Strategic goal", "Strateginen tavoite"];
/// What commitments are called on their level, where a rule tells of them and no commitment does.
pub(super) const COMMITMENT: [&str; 3] = ["Åtagande", "Commitment", "Sitoumus"];
/// What the file calls the object of an assessment of a goal.
pub(super) const GOAL_OBJECT: &str = "strategiskt mål";
/// What the file calls the object of an assessment of good financial management.
pub(super) const FINANCIAL_MANAGEMENT_OBJECT: &str = "god ekonomisk hushållning";
/// What the file calls the object of what the auditors judged of it.
pub(super) const AUDITORS_OBJECT: &str = "revisorernas bedömning";
/// Whose good financial management is judged.
pub(super) const SCOPES: &[(&str, Scope)] = &[
    ("kommunen", Scope::Municipality),
    ("kommunkoncernen", Scope::Group),
    ("koncernen", Scope::Group),
];
/// What the scale of good financial management is called.
pub(super) const FINANCIAL_MANAGEMENT_SCALE: [&str; 3] = [
    "God ekonomisk hushållning",
    "Good financial management",
    "Hyvä taloudenhoito",
];
/// What the scale of processes is called.
pub(super) const PROCESS_SCALE: [&str; 3] = ["Process", "Process", "Prosessi"];
/// What the level of a promise about a service is called.
pub(super) const SERVICE_LEVEL: [&str; 3] = ["Servicenivå", "Service level", "Palvelutaso"];
/// What the file calls the scale for goals.
pub(super) const GOAL_SCALE: &str = "goal";

/// What the level of a kind of commitment is for. Only what the source calls one is one.
pub(super) fn purpose(kind: &str) -> Purpose {
    let kind = kind.to_lowercase();
    if kind == "åtagande" {
        Purpose::Commitment
    } else if kind == CONTROL_POINT {
        Purpose::ControlPoint
    } else if kind.contains("uppdrag") {
        Purpose::Assignment
    } else {
        Purpose::Other
    }
}

/// The kind that is a noun of its own: an owner directive to a company.
pub(super) const OWNER_DIRECTIVE: &str = "ägardirektiv";

/// Whether an owner is every committee and company.
pub(super) fn is_everybody(name: &str) -> bool {
    name.to_lowercase() == "alla nämnder och bolag"
}

/// The unit of a word; what is not among them keeps its own name. *Antal personer* is a heading
/// for a column of figures; the figures are counted in *personer*.
pub(super) fn unit(word: &str) -> Unit {
    let counted = word.strip_prefix("antal ").map(str::trim);
    match counted.filter(|of| !of.is_empty()).unwrap_or(word) {
        "procent" | "%" => Unit::Percent,
        "antal" => Unit::Count,
        "index" => Unit::Index,
        "poäng" => Unit::Points,
        "betyg" => Unit::Grade,
        "placering" => Unit::Rank,
        "mnkr" => Unit::MillionSek,
        "tkr" => Unit::ThousandSek,
        other => Unit::Named(other.into()),
    }
}

/// What a value of a verdict counts as, by the word of the law's own scale.
pub(super) fn counts_as(word: &str) -> (CountsAs, Shape) {
    match word {
        "uppfyllt" | "uppnådd" => (CountsAs::Met, Shape::Good),
        "delvis uppfyllt" | "delvis" | "delvis uppnådd" => (CountsAs::Partly, Shape::Partly),
        "ej uppfyllt" | "inte uppfyllt" | "inte uppnådd" => (CountsAs::NotMet, Shape::Bad),
        _ => (CountsAs::Unknown, Shape::Unclear),
    }
}

/// The kind of a committee by its statutory name (kommunallagen 2017:725, 3 kap.).
pub(super) fn committee_kind(name: &str) -> BodyKind {
    let name = name.to_lowercase();
    if name.starts_with("kommunfullmäktige") || name.starts_with("regionfullmäktige") {
        BodyKind::Council
    } else if name.starts_with("kommunstyrelse") || name.starts_with("regionstyrelse") {
        BodyKind::ExecutiveBoard
    } else if name.contains("revision") || name.starts_with("revisor") {
        BodyKind::Audit
    } else {
        BodyKind::Committee
    }
}

/// The kind of the body that a name is of, where the name says it: one that is none of ours is
/// not made a committee.
pub(super) fn body_kind(name: &str) -> Option<BodyKind> {
    let kind = committee_kind(name);
    let says = kind != BodyKind::Committee || name.to_lowercase().contains("nämnd");
    says.then_some(kind)
}

/// What an owner directive is called where the file gives it no title.
pub(super) const DIRECTIVE_TITLE: &str = "Ägardirektiv";

/// The kind of a governing document by its word; what is not among them keeps its own.
pub(super) fn document_kind(word: &str) -> DocumentKind {
    match word.to_lowercase().as_str() {
        "program" => DocumentKind::Program,
        "plan" => DocumentKind::Plan,
        "handlingsplan" => DocumentKind::ActionPlan,
        "strategi" => DocumentKind::Strategy,
        "policy" => DocumentKind::Policy,
        "riktlinje" | "riktlinjer" => DocumentKind::Guideline,
        "reglemente" => DocumentKind::Regulations,
        "arbetsordning" => DocumentKind::RulesOfProcedure,
        "delegationsordning" => DocumentKind::Delegation,
        "taxa" => DocumentKind::Tariff,
        "lokal föreskrift" | "lokala föreskrifter" => DocumentKind::LocalOrdinance,
        "avtal" => DocumentKind::Agreement,
        "bolagsordning" => DocumentKind::ArticlesOfAssociation,
        _ => DocumentKind::Other(word.into()),
    }
}

/// That a body decided something, of which the source does not say when.
pub(super) fn decided_by(body: &str, paragraph: &str) -> String {
    format!("Beslutat av {body} (§ {paragraph}); när säger källan inte")
}

/// The years at the beginning of a text such as "2011–2015, fortsatt tillämpad".
pub(super) fn years(text: &str) -> Option<(Dated, Dated)> {
    let years = text.split(',').next()?.trim();
    let (from, to) = years.split_once(['–', '-'])?;
    let year = |text: &str| {
        let digits = text.len() == 4 && text.bytes().all(|b| b.is_ascii_digit());
        digits.then(|| Dated::year_known(text.parse().ok()?))?
    };
    let (from, to) = (year(from)?, year(to)?);
    (from <= to).then_some((from, to))
}

/// Whether a text says that a document is applied after its last day.
pub(super) fn is_still_applied(text: &str) -> bool {
    text.to_lowercase().contains("fortsatt tillämpa")
}

/// Whether a text says that a document holds, or held, until a new one is there.
pub(super) fn is_until_replaced(text: &str) -> bool {
    let text = text.to_lowercase();
    // "Anpassad till ny lag" says nothing of how long it holds.
    let holds = [
        "gäller till ny",
        "gällde till ny",
        "tillämpad till ny",
        "tillämpas till ny",
    ];
    let until = ["tills ny", "tills ett nytt", "tills en ny"];
    let mut said = holds.iter().chain(&until);
    said.any(|said| text.contains(said))
}

/// A body and what it decided, if the text says so: `{body} beslutar {title} (§ N)`.
pub(super) fn decision(text: &str) -> Option<(&str, &str, Option<&str>)> {
    let (body, rest) = text.split_once(" beslutar ")?;
    match rest.rsplit_once(" (§ ") {
        Some((title, number)) => {
            let number = number.strip_suffix(')')?;
            let digits = !number.is_empty() && number.chars().all(|c| c.is_ascii_digit());
            digits.then_some((body, title, Some(number)))
        }
        None => Some((body, rest, None)),
    }
}

/// The report that a text names first, with its year: "Delårsrapport 2 2018", "årsredovisning
/// 2019". What else the text says is `rest`.
pub(super) fn report(text: &str) -> Option<(ReportOccasion, i16, String)> {
    let lower = text.to_lowercase();
    let names = [
        ("delårsrapport 1 ", ReportOccasion::InterimOne),
        ("delårsrapport 2 ", ReportOccasion::InterimTwo),
        ("årsredovisning ", ReportOccasion::Annual),
    ];
    let named = names.iter().find_map(|(name, occasion)| {
        let rest = lower.strip_prefix(name)?;
        Some((*occasion, rest))
    });
    let (occasion, rest) = named?;
    let (year, rest) = rest.split_at_checked(4)?;
    let digits = year.bytes().all(|b| b.is_ascii_digit());
    let year = year.parse().ok().filter(|_| digits)?;
    Some((occasion, year, rest.trim().to_owned()))
}

/// The year of the plan that a decision's title names: "Årsplan 2016", "Årsplan med
/// kompletteringar 2018". A preliminary one is not decided.
pub(super) fn plan_year(title: &str) -> Option<i16> {
    let title = title.to_lowercase();
    let named = ["årsplan", "verksamhetsplan"].iter().find_map(|name| {
        let rest = title.strip_prefix(name)?;
        rest.starts_with(' ').then_some(rest)
    });
    only_year_in(named?)
}

/// The annual plan of a year that a text says was published as decided.
pub(super) fn decided_plan(text: &str) -> Option<&str> {
    let title = text.strip_suffix(" publiceras som beslutad")?;
    let is_annual = title.to_lowercase().starts_with("årsplan ");
    plan_year(title).filter(|_| is_annual).map(|_| title)
}

/// Whether a text says that what it is about is proposed, and not decided.
pub(super) fn is_proposed(text: &str) -> bool {
    let text = text.to_lowercase();
    ["förslag", "beslut på gång"]
        .iter()
        .any(|word| text.contains(word))
}

/// The unit of an indicator that is the result of the whole municipality.
pub(super) fn unit_of_result(name: &str, unit: &Unit) -> Option<MoneyUnit> {
    let unit = match unit {
        Unit::MillionSek => MoneyUnit::Mnkr,
        Unit::ThousandSek => MoneyUnit::Tkr,
        _ => return None,
    };
    (name.to_lowercase() == "kommunens resultat").then_some(unit)
}

/// A name without the other name that stands in brackets after it: "Bolaget AB (Parken)".
pub(super) fn without_other_name(name: &str) -> Option<&str> {
    let (short, other) = name.strip_suffix(')')?.split_once(" (")?;
    (!short.trim().is_empty() && !other.contains('(')).then_some(short.trim_end())
}

/// Whether a report was made public, as the rest of a text says it.
pub(super) fn is_published(rest: &str) -> bool {
    matches!(
        rest,
        "publiceras" | "presenteras" | "publiceras som beslutad"
    )
}

/// The place of a municipality by its name: "Exempelstads kommun" is Exempelstad. Names on a
/// vowel take no genitive s, and names on -ås, -fors and -näs end in one of their own.
pub(super) fn place(municipality: &str) -> String {
    let ends = [" kommun", " stad", " Kommun", " Stad"];
    let Some(genitive) = ends.iter().find_map(|end| municipality.strip_suffix(end)) else {
        return municipality.to_owned();
    };
    let own = ["ås", "fors", "näs", "mos", "rås"]
        .iter()
        .any(|end| genitive.ends_with(end));
    match genitive.strip_suffix('s') {
        Some(place) if !own && place.chars().count() > 2 => place.to_owned(),
        _ => genitive.to_owned(),
    }
}

/// How grave a notice is, as the file calls it.
pub(super) const SEVERITIES: &[(&str, Severity)] = &[
    ("kris", Severity::Crisis),
    ("störning", Severity::Warning),
    ("varning", Severity::Warning),
    ("information", Severity::Information),
];

/// What the file calls the object of an assessment of a process.
pub(super) const PROCESS_OBJECT: &str = "process";
/// What the file calls the object of what was said of all goals together.
pub(super) const FULFILMENT_OBJECT: &str = "måluppfyllelse";
/// What the council is called.
pub(super) const COUNCIL: &str = "Kommunfullmäktige";
/// What the seats of the council are called.
pub(super) const SEATS: &str = "Mandat i kommunfullmäktige";
/// What internal control is called, and what bodies control of their own.
pub(super) const INTERNAL_CONTROL: &str = "Intern kontroll";
pub(super) const OWN_CONTROL: &str = "Egna kontrollmoment, exempel";
/// What a point of the group's internal control is called, and whose it is.
pub(super) const CONTROL_POINT: &str = "kontrollmoment";
pub(super) const EVERYBODY: &str = "alla nämnder och bolag";

/// That the council meets, and when the meeting begins: at a clock's time, or as the file says.
pub(super) fn council_meets(begins: Option<&str>) -> String {
    let is_clock = |time: &&str| time.chars().all(|c| c.is_ascii_digit() || c == ':');
    match begins {
        None => format!("{COUNCIL} sammanträder."),
        Some(time) if is_clock(&time) => {
            format!("{COUNCIL} sammanträder klockan {}.", time.replace(':', "."))
        }
        Some(time) => format!("{COUNCIL} sammanträder. Börjar {time}."),
    }
}

/// A part of what is counted.
pub(super) fn of_which(name: &str) -> String {
    format!("varav {name}")
}

/// What the title of a page about reports holds.
pub(super) const REPORT_WORDS: &[&str] = &["årsredovisning", "delårsrapport", "bokslut"];
/// What the title of a page about a direction holds.
pub(super) const DIRECTION_WORDS: &[&str] = &["strategisk inriktning", "strategiska mål"];

/// What an interim report is called.
pub(super) fn interim_report(number: u16) -> String {
    format!("Delårsrapport {number}")
}

/// Whether one may ask without saying who one is.
pub(super) fn anonymous(allowed: bool) -> &'static str {
    match allowed {
        true => "Du får vara anonym.",
        false => "Du får inte vara anonym.",
    }
}

/// What a field of a count of commitments counts.
pub(super) fn counted(field: &str) -> Option<String> {
    let of = match field {
        "total" => "åtaganden",
        "assigned_by_council" => "uppdrag från kommunfullmäktige",
        "assigned_and_interpreted_by_committee" => "uppdrag som nämnden har tolkat",
        "own" => "egna åtaganden",
        "koncernovergripande" => "koncernövergripande",
        _ => return None,
    };
    Some(of.to_owned())
}

/// Who makes a comparison.
pub(super) const COMPARED_BY: &str = "Görs av";
/// How often.
pub(super) const COMPARED_CYCLE: &str = "Hur ofta den görs:";
/// What is compared.
pub(super) const COMPARED_RULE: &str = "Jämför";
/// What it was called before.
pub(super) const COMPARED_EARLIER: &str = "Hette tidigare";
/// How many a survey asked.
pub(super) const COMPARED_SAMPLE: &str = "Antal som har fått frågorna";
/// How many of a hundred answered.
pub(super) const COMPARED_RESPONSE: &str = "Svarande, procent";

/// The fields of the rule for commitments, in the order in which they are told.
pub(super) const RULES: [&str; 5] = [
    "must_be_relevant_to",
    "primarily",
    "may_also_be",
    "mainly_years",
    "may_lack_strategic_goal",
];

/// What a rule says that is given in words.
pub(super) fn rule_of_text(field: &str, said: &str) -> Option<String> {
    Some(match field {
        "must_be_relevant_to" => format!("Åtaganden ska vara relevanta för {said}."),
        "primarily" => format!("Åtaganden är i första hand {said}."),
        "may_also_be" => format!("Tillåtet är också: {said}."),
        _ => return None,
    })
}

/// What a rule says that is given as a number.
pub(super) fn rule_of_number(field: &str, number: i64) -> Option<String> {
    Some(match (field, number) {
        ("mainly_years", 1) => "Åtaganden gäller huvudsakligen i ett år.".to_owned(),
        ("mainly_years", number) => format!("Åtaganden gäller huvudsakligen i {number} år."),
        _ => return None,
    })
}

/// What a rule says that is given as yes or no.
pub(super) fn rule_whether(field: &str, so: bool) -> Option<String> {
    let said = match (field, so) {
        ("may_lack_strategic_goal", true) => "Åtaganden får sakna strategiskt mål.",
        ("may_lack_strategic_goal", false) => "Åtaganden får inte sakna strategiskt mål.",
        _ => return None,
    };
    Some(said.to_owned())
}

/// What a letter of the rule's name stands for.
pub(super) fn letter(letter: char, word: &str) -> String {
    format!("{letter} betyder att åtaganden ska vara {word}.")
}

/// What a letter of the rule asks of a wording, by its word.
pub(super) fn check(word: &str) -> Option<Check> {
    let checks = [
        ("tydlig", Check::Clear),
        ("ansvar", Check::Assigned),
        ("kvanti", Check::Quantifiable),
        ("mätbar", Check::Quantifiable),
        ("tidssat", Check::Timed),
    ];
    let word = word.to_lowercase();
    let mut checks = checks.iter();
    checks
        .find(|(start, _)| word.starts_with(start))
        .map(|(_, check)| *check)
}

/// What a section of single figures is about.
pub(super) fn figure_of(field: &str) -> Option<&'static str> {
    Some(match field {
        "population" => "Folkmängd",
        "employees" => "Anställda",
        "administrations_count" => "Förvaltningar",
        "companies_count" => "Bolag",
        "daily_meetings" => "Möten med invånare per dag",
        "finnish_background" => "Invånare med finsk bakgrund",
        _ => return None,
    })
}

/// The fields of a single figure, with what each counts.
pub(super) const FIGURE_FIELDS: &[(&str, &str)] = &[
    ("value", "antal"),
    ("change", "förändring under året"),
    ("persons", "personer"),
    ("share_percent", "procent av invånarna"),
];

/// Days of the week as files write them: `mon`, `mon-thu`.
pub(super) fn weekdays(text: &str) -> Option<(Weekday, Weekday)> {
    let words = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
    let day = |word: &str| {
        let place = words.iter().position(|w| *w == word)?;
        Weekday::ALL.get(place).copied()
    };
    match text.split_once('-') {
        Some((first, last)) => Some((day(first)?, day(last)?)),
        None => day(text).map(|day| (day, day)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_lose_their_genitive_and_nothing_else() {
        let cases = [
            ("Eskilstuna kommun", "Eskilstuna"),
            ("Exempelstads kommun", "Exempelstad"),
            ("Exempelås kommun", "Exempelås"),
            ("Exempelfors stad", "Exempelfors"),
            ("Exempelland", "Exempelland"),
        ];
        for (name, expected) in cases {
            assert_eq!(place(name), expected);
        }
    }

    #[test]
    fn a_number_of_persons_is_counted_in_persons() {
        assert_eq!(unit("antal"), Unit::Count);
        assert_eq!(unit("antal personer"), Unit::Named("personer".into()));
        assert_eq!(unit("ton CO2e"), Unit::Named("ton CO2e".into()));
    }

    #[test]
    fn years_are_read_from_the_beginning_of_a_text() {
        let read = |text| years(text).map(|(from, to)| format!("{from} {to}"));
        let some = Some("2011 2015".to_owned());
        assert_eq!(read("2011–2015, fortsatt tillämpad"), some);
        assert_eq!(read("2011-2015"), some);
        for wrong in ["2015–2011", "2011", "11–15", "2011–15", "år 2011–2015", ""] {
            assert_eq!(read(wrong), None, "{wrong}");
        }
        assert!(is_still_applied(
            "2011–2015, fortsatt tillämpad till ny plan"
        ));
        assert!(!is_still_applied("2011–2015"));
        assert!(is_until_replaced(
            "2011–2015, fortsatt tillämpad till ny plan"
        ));
        assert!(is_until_replaced("gällde tills ny plan antagits"));
        assert!(!is_until_replaced("2011–2015, fortsatt tillämpad"));
        assert!(!is_until_replaced("anpassad till ny lagstiftning"));
    }

    #[test]
    fn a_report_is_read_from_its_name_and_year() {
        let interim = (ReportOccasion::InterimTwo, 2018, "publiceras".to_owned());
        assert_eq!(report("Delårsrapport 2 2018 publiceras"), Some(interim));
        let annual = (ReportOccasion::Annual, 2017, String::new());
        assert_eq!(report("årsredovisning 2017"), Some(annual));
        for wrong in [
            "Delårsrapport 3 2018",
            "Delårsrapport 2",
            "Delårsrapport 2 201å",
            "Årsplan 2018",
            "Nämnden behandlar delårsrapport 2",
        ] {
            assert_eq!(report(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_decision_is_read_from_body_and_verb() {
        assert_eq!(
            decision("Exempelnämnden beslutar Plan 2018 (§ 34)"),
            Some(("Exempelnämnden", "Plan 2018", Some("34")))
        );
        assert_eq!(decision("Exempelnämnden behandlar planen"), None);
    }
}
