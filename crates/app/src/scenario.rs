//! A scenario: a readable file of commands as somebody gave them, day by day. Exempelstad
//! is one. Every rule is asked as on the day itself, so what it builds could have happened.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use riktning_domain::Command;
use riktning_domain::command::{Hand, Now};
use riktning_domain::ids::PersonId;
use riktning_domain::permissions::User;
use serde::Deserialize;
use serde_json::Value;
use uuid::Uuid;

/// Exempelstad as it is told in `demo/`, by theme; within a day the first file's steps come
/// first. The order of the files is the order in which elements of a day get their numbers, so a
/// new file stands last.
pub const EXEMPELSTAD: [&str; 24] = [
    include_str!("../../../demo/exempelstad.json"),
    include_str!("../../../demo/exempelstad-aret.json"),
    include_str!("../../../demo/exempelstad-2024-grund.json"),
    include_str!("../../../demo/exempelstad-omorganisation.json"),
    include_str!("../../../demo/exempelstad-matvarden.json"),
    include_str!("../../../demo/exempelstad-arsplaner.json"),
    include_str!("../../../demo/exempelstad-2024.json"),
    include_str!("../../../demo/exempelstad-2025.json"),
    include_str!("../../../demo/exempelstad-2026.json"),
    include_str!("../../../demo/exempelstad-omgangar.json"),
    include_str!("../../../demo/exempelstad-2017.json"),
    include_str!("../../../demo/exempelstad-2018.json"),
    include_str!("../../../demo/exempelstad-2019.json"),
    include_str!("../../../demo/exempelstad-omgangar-2016-2019.json"),
    include_str!("../../../demo/exempelstad-uppfoljning.json"),
    include_str!("../../../demo/exempelstad-slut-2018.json"),
    include_str!("../../../demo/exempelstad-2016.json"),
    include_str!("../../../demo/exempelstad-jamforelser.json"),
    include_str!("../../../demo/exempelstad-medarbetare.json"),
    include_str!("../../../demo/exempelstad-oversattningar.json"),
    include_str!("../../../demo/exempelstad-efterhand.json"),
    include_str!("../../../demo/exempelstad-uppdrag.json"),
    include_str!("../../../demo/exempelstad-luckor.json"),
    include_str!("../../../demo/exempelstad-omgangar-2027.json"),
];

/// A scenario as it stands in its file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    /// For whoever opens the file.
    #[serde(rename = "note")]
    _note: Option<String>,
    /// What ids are derived from, together with each name.
    namespace: String,
    steps: Vec<Value>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct StepInFile {
    day: Date,
    by: Value,
    command: Command,
}

/// A command as somebody gave it on a day.
#[derive(Clone, Debug)]
pub struct Step {
    /// The day, and whose hand.
    pub now: Now,
    /// Who.
    pub user: User,
    /// What.
    pub command: Command,
}

/// The file is not a scenario.
#[derive(Debug, thiserror::Error)]
pub enum ScenarioError {
    /// It is not JSON, or has another shape.
    #[error("the scenario file cannot be read")]
    File(#[source] serde_json::Error),
    /// A step is not one.
    #[error("step {number} of the scenario cannot be read")]
    Step {
        /// Which step, from 1.
        number: usize,
        /// Why.
        #[source]
        why: serde_json::Error,
    },
    /// A step is given by nobody.
    #[error("step {number} of the scenario is given by neither \"import\" nor an @id")]
    By {
        /// Which step, from 1.
        number: usize,
    },
    /// A day lies before the one above it, or outside the calendar.
    #[error("step {number} of the scenario goes back in time")]
    Order {
        /// Which step, from 1.
        number: usize,
    },
}

/// The steps of a scenario. A text that begins with `@` is a name and becomes the same
/// identifier each time: the same file makes the same journal.
///
/// # Errors
/// [`ScenarioError`], with the number of the step.
pub fn read(file: &str) -> Result<Vec<Step>, ScenarioError> {
    let file: File = serde_json::from_str(file).map_err(ScenarioError::File)?;
    let namespace = Uuid::new_v5(&Uuid::NAMESPACE_URL, file.namespace.as_bytes());
    let mut steps: Vec<Step> = Vec::with_capacity(file.steps.len());
    for (i, mut value) in file.steps.into_iter().enumerate() {
        let number = i + 1;
        name_to_id(&mut value, namespace);
        let step: StepInFile =
            serde_json::from_value(value).map_err(|why| ScenarioError::Step { number, why })?;
        let user = match step.by.as_str() {
            Some("import") => User::Import,
            Some(id) => match Uuid::parse_str(id) {
                Ok(id) => User::Person(PersonId(id)),
                Err(_) => return Err(ScenarioError::By { number }),
            },
            None => return Err(ScenarioError::By { number }),
        };
        let at = noon(step.day).ok_or(ScenarioError::Order { number })?;
        if steps.last().is_some_and(|before| before.now.at > at) {
            return Err(ScenarioError::Order { number });
        }
        let hand = if user == User::Import {
            Hand::Import
        } else {
            Hand::Person
        };
        let now = Now {
            at,
            today: step.day,
            hand,
        };
        steps.push(Step {
            now,
            user,
            command: step.command,
        });
    }
    Ok(steps)
}

/// The steps of a scenario told in several files, by day; within a day the first file's come
/// first.
///
/// # Errors
/// [`ScenarioError`] of the first file that has one, with the number of the step in it.
pub fn read_all(files: &[&str]) -> Result<Vec<Step>, ScenarioError> {
    let mut steps = Vec::new();
    for file in files {
        steps.extend(read(file)?);
    }
    // A stable sort: what stands first in its file stays first on its day.
    steps.sort_by_key(|step| step.now.at);
    Ok(steps)
}

fn noon(day: Date) -> Option<Timestamp> {
    let noon = day.at(12, 0, 0, 0).to_zoned(TimeZone::UTC).ok()?;
    Some(noon.timestamp())
}

/// Turns every name in the step into its identifier.
fn name_to_id(value: &mut Value, namespace: Uuid) {
    match value {
        Value::String(text) => {
            if let Some(name) = text.strip_prefix('@') {
                *text = Uuid::new_v5(&namespace, name.as_bytes()).to_string();
            }
        }
        Value::Array(items) => items
            .iter_mut()
            .for_each(|item| name_to_id(item, namespace)),
        Value::Object(fields) => fields
            .values_mut()
            .for_each(|field| name_to_id(field, namespace)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

#[cfg(test)]
mod demo;

#[cfg(test)]
mod tests {
    use super::*;
    use riktning_domain::State;
    use riktning_domain::elements::Wording;

    /// Exempelstad, folded without a store: every step is permitted and decided.
    pub(crate) fn exempelstad() -> State {
        let mut state = State::default();
        let steps = read_all(&EXEMPELSTAD).unwrap();
        for (i, step) in steps.into_iter().enumerate() {
            let Step { now, user, command } = step;
            let told = format!("step {}: {command:?}", i + 1);
            let events = state.carry_out(&user, now, command);
            let events = events.unwrap_or_else(|refusal| panic!("{told}\n{refusal:?}"));
            assert!(!events.is_empty(), "{told}\nchanges nothing");
        }
        state
    }

    #[test]
    fn every_step_of_exempelstad_is_permitted_and_decided() {
        let state = exempelstad();
        let day = jiff::civil::date(2018, 11, 1);
        let goal = crate::views::goal::Goal::of(
            state.published(day, day),
            "2016..2019".parse().unwrap(),
            "hojd-utbildningsniva",
        );
        let crate::Found::Here(goal) = goal else {
            panic!("{goal:?}")
        };
        assert_eq!(goal.verdicts.len(), 8);
        assert_eq!(goal.thread.below.len(), 32);
        assert_eq!(goal.indicators.len(), 4);
    }

    /// The issue promises some eighty commitments a year, bad wordings among them.
    #[test]
    fn each_year_of_exempelstad_has_some_eighty_commitments_good_and_bad() {
        let town = Uuid::new_v5(&Uuid::NAMESPACE_URL, b"exempelstad");
        let id = |name: &[u8]| riktning_domain::ids::LevelId(Uuid::new_v5(&town, name));
        let levels = [id(b"n/atagande"), id(b"n24/atagande")];
        let steps = read_all(&EXEMPELSTAD).unwrap();
        let drafted: Vec<_> = steps
            .iter()
            .filter_map(|step| match &step.command {
                Command::DraftElement(c) if levels.contains(&c.level) => Some(&c.wording),
                _ => None,
            })
            .collect();
        for year in [2016, 2017, 2018, 2019, 2024, 2025, 2026] {
            let of_year = drafted.iter().copied().filter(|w| w.period.year() == year);
            let (bad, good): (Vec<&Wording>, Vec<&Wording>) =
                of_year.partition(|w| w.quantity.is_none() && w.condition.is_none());
            let all = bad.len() + good.len();
            assert!((75..=95).contains(&all), "{year}: {all}");
            assert!((8..=25).contains(&bad.len()), "{year}: {} bad", bad.len());
        }
    }

    /// Each commitment of a year that is over was judged a last time, by a decision.
    #[test]
    fn every_commitment_of_a_year_that_is_over_has_a_final_verdict() {
        use riktning_domain::assessments::Subject;
        use riktning_domain::models::Purpose;
        use riktning_domain::rounds::Occasion;
        let state = exempelstad();
        let day = jiff::civil::date(2026, 11, 24);
        let p = state.published(day, day);
        let models = p.models();
        let all = models.iter().flat_map(|model| p.elements_of(model.id));
        let over = all.filter(|e| {
            let year = e.period().year();
            e.level().purpose == Purpose::Commitment && (2016..2019).contains(&year)
        });
        let unjudged: Vec<_> = over
            .filter(|e| e.withdrawn().is_none())
            .filter(|e| {
                let judged = p.assessments(Subject::Element(e.id()));
                let year = e.period().year();
                !judged
                    .iter()
                    .any(|a| a.round.occasion == Occasion::Annual && a.round.cut_off.year() == year)
            })
            .map(|e| format!("{} {:?}", e.period(), e.text().as_str()))
            .collect();
        assert_eq!(unjudged, Vec::<String>::new());
    }

    /// So were its activities, and each process goal for every year after the one it was decided in.
    #[test]
    fn every_activity_and_process_goal_has_a_final_verdict_on_each_year_that_is_over() {
        use riktning_domain::assessments::Subject;
        use riktning_domain::models::Purpose;
        use riktning_domain::rounds::Occasion;
        let state = exempelstad();
        let day = jiff::civil::date(2026, 11, 24);
        let p = state.published(day, day);
        let (mut asked, mut unjudged) = (0, Vec::new());
        for year in [2016, 2017, 2018, 2019, 2024, 2025] {
            let first_goals = if year == 2016 { 2015 } else { year - 1 };
            for model in p.models() {
                for element in p.elements_of(model.id) {
                    let of_year = match element.level().purpose {
                        Purpose::Activity => element.period().year() == year,
                        Purpose::ProcessGoal => {
                            let decided = p.deeds(element.id()).first().map(|(on, _, _)| on.year());
                            element.period().contains(jiff::civil::date(year, 12, 31))
                                && decided.is_some_and(|decided| decided <= first_goals)
                        }
                        _ => false,
                    };
                    if !of_year || element.withdrawn().is_some() {
                        continue;
                    }
                    asked += 1;
                    let judged = p.assessments(Subject::Element(element.id()));
                    let is_final = |a: &riktning_domain::published::PublicAssessment<'_>| {
                        a.round.occasion == Occasion::Annual && a.round.cut_off.year() == year
                    };
                    if !judged.iter().any(is_final) {
                        unjudged.push(format!("{year} {:?}", element.text().as_str()));
                    }
                }
            }
        }
        assert!(asked > 200, "{asked}");
        assert_eq!(unjudged, Vec::<String>::new());
    }

    /// What was due is done, is not, or cannot be told: nothing goes by plan after its day.
    #[test]
    fn no_verdict_awaits_what_is_over() {
        use riktning_domain::assessments::Subject;
        use riktning_domain::models::Purpose;
        use riktning_domain::rounds::Occasion;
        let state = exempelstad();
        let day = jiff::civil::date(2026, 11, 24);
        let p = state.published(day, day);
        let (mut asked, mut awaiting) = (0, Vec::new());
        for element in p.models().iter().flat_map(|model| p.elements_of(model.id)) {
            if !matches!(
                element.level().purpose,
                Purpose::Commitment | Purpose::Activity
            ) {
                continue;
            }
            let due = element.due().map(|due| due.last_day());
            for judged in p.assessments(Subject::Element(element.id())) {
                let cut_off = judged.round.cut_off;
                let is_over = due.is_some_and(|due| due <= cut_off)
                    || judged.round.occasion == Occasion::Annual;
                asked += usize::from(is_over);
                let model = element.model().definition;
                let mark = model.value(judged.verdict.for_year);
                let mark = mark.and_then(|mark| mark.names.sv.as_str());
                if is_over && matches!(mark, Some("Enligt plan" | "Risk") | None) {
                    awaiting.push(format!("{cut_off} {:?} {mark:?}", element.text().as_str()));
                }
            }
        }
        assert!(asked > 400, "{asked}");
        assert_eq!(awaiting, Vec::<String>::new());
    }

    #[test]
    fn a_step_that_goes_back_in_time_is_named() {
        let step = |day| {
            format!(
                r#"{{"day":"{day}","by":"import","command":{{"DescribeGroup":{{"name":"A","place":"B"}}}}}}"#
            )
        };
        let file = format!(
            r#"{{"namespace":"x","steps":[{},{}]}}"#,
            step("2016-01-02"),
            step("2016-01-01")
        );
        assert!(matches!(
            read(&file),
            Err(ScenarioError::Order { number: 2 })
        ));
    }
}
