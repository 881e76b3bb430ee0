//! The fields of an indicator as they were typed, and what they say.

use super::said::{self, OTHER_UNIT, Way};
use crate::form::Form;
use crate::pages::speech::Speech;
use crate::work::answers::Faults;
use crate::work::organisation::names;
use crate::work::typed;
use riktning_app::work::IndicatorForm;
use riktning_domain::ids::{BodyId, IndicatorId};
use riktning_domain::indicators::{
    Calculation, Definition, Interpretation, MethodBreak, RollUp, Unit, Weighed,
};
use riktning_domain::{Figure, Names, Period, Text};
use std::collections::BTreeSet;

/// The most characters of a unit, and of a paragraph.
const UNIT: usize = 60;
const PARAGRAPH: usize = 2_000;
/// The most decimals, as the rule has it.
const DECIMALS: u8 = 6;
/// How many rows a form has at least, and at most.
const ROWS: usize = 3;
const MOST_ROWS: usize = 40;
/// The fields of a name.
pub(super) const NAMES: [&str; 3] = ["namn", "engelska", "finska"];

/// What was typed of an indicator.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Typed {
    pub(crate) names: [String; 3],
    pub(crate) unit: String,
    pub(crate) unit_words: String,
    pub(crate) decimals: String,
    pub(crate) better: String,
    pub(crate) class: String,
    pub(crate) frequency: String,
    pub(crate) breakdowns: Vec<String>,
    pub(crate) tolerance: String,
    pub(crate) description: String,
    pub(crate) note: String,
    /// The first period of each change of method, and how.
    pub(crate) breaks: Vec<[String; 2]>,
    pub(crate) responsible: String,
    pub(crate) way: String,
    /// Each part of a calculation with its weight.
    pub(crate) parts: Vec<[String; 2]>,
    pub(crate) times: String,
}

impl Typed {
    /// The fields as the indicator stands; of a new one what is most common.
    pub(super) fn standing(s: &Speech, view: &IndicatorForm) -> Typed {
        let Some((said, _)) = &view.said else {
            let new = Typed {
                unit: "procent".to_owned(),
                decimals: "1".to_owned(),
                better: "hogre".to_owned(),
                class: "organisation".to_owned(),
                frequency: "ar".to_owned(),
                way: "rapporteras".to_owned(),
                times: "100".to_owned(),
                ..Typed::default()
            };
            return new.with_rows(0);
        };
        let (way, parts, times) = worked_out(said);
        let text = |text: Option<&Text>| text.and_then(Text::as_str).unwrap_or_default().to_owned();
        let (unit, unit_words) = match &said.unit {
            Unit::Named(words) => (OTHER_UNIT, text(Some(words))),
            unit => (said::word(&said::UNITS, unit), String::new()),
        };
        let breaks = said.breaks.iter();
        let typed = Typed {
            names: [
                text(Some(&said.names.sv)),
                text(said.names.en.as_ref()),
                text(said.names.fi.as_ref()),
            ],
            unit: unit.to_owned(),
            unit_words,
            decimals: said.decimals.to_string(),
            better: said::word(&said::BETTER, &said.better).to_owned(),
            class: said::word(&said::CLASSES, &said.class).to_owned(),
            frequency: said
                .frequency
                .map(|f| said::word(&said::FREQUENCIES, &f).to_owned())
                .unwrap_or_default(),
            breakdowns: said
                .breakdowns
                .iter()
                .map(|b| said::word(&said::BREAKDOWNS, b).to_owned())
                .filter(|word| !word.is_empty())
                .collect(),
            tolerance: said.tolerance.map(|t| s.plain(&t)).unwrap_or_default(),
            description: text(said.description.as_ref()),
            note: text(said.note.as_ref()),
            breaks: breaks
                .map(|b| [b.from.to_string(), text(Some(&b.how))])
                .collect(),
            responsible: said
                .responsible
                .map(|id| id.to_string())
                .unwrap_or_default(),
            way: said::word(&said::WAYS, &way).to_owned(),
            parts,
            times: times.map(|t| s.plain(&t)).unwrap_or_default(),
        };
        typed.with_rows(0)
    }

    pub(super) fn of(form: &Form) -> Typed {
        let one = |name: &str| form.typed(name).to_owned();
        let rows = |fields: [&str; 2]| {
            let rows = (1..=MOST_ROWS).map(|n| fields.map(|field| one(&format!("{field}-{n}"))));
            let mut rows: Vec<[String; 2]> = rows.collect();
            let last = rows
                .iter()
                .rposition(|row| row.iter().any(|f| !f.trim().is_empty()));
            rows.truncate(last.map_or(0, |last| last + 1));
            rows
        };
        let typed = Typed {
            names: NAMES.map(one),
            unit: one("enhet"),
            unit_words: one("enhet-ord"),
            decimals: one("decimaler"),
            better: one("battre"),
            class: one("klass"),
            frequency: one("hur-ofta"),
            breakdowns: form.all("uppdelning").map(str::to_owned).collect(),
            tolerance: one("nara"),
            description: one("beskrivning"),
            note: one("anmarkning"),
            breaks: rows(["brott-fran", "brott-hur"]),
            responsible: one("ansvarig"),
            way: one("rakna"),
            parts: rows(["del", "vikt"]),
            times: one("ganger"),
        };
        typed.with_rows(0)
    }

    /// With empty rows after what is filled in, and more where they are asked for.
    pub(super) fn with_rows(mut self, more: usize) -> Typed {
        let fill = |rows: &mut Vec<[String; 2]>, least: usize| {
            let count = (rows.len() + 1).max(least) + more;
            rows.resize(count.min(MOST_ROWS), Default::default());
        };
        fill(&mut self.breaks, 1);
        fill(&mut self.parts, ROWS);
        self
    }

    /// The definition; every fault at once.
    pub(super) fn read(
        &self,
        s: &Speech,
        faults: &mut Faults,
        view: &IndicatorForm,
    ) -> Option<Definition> {
        let names = self.names(s, faults);
        let unit = self.unit(s, faults);
        let decimals = self.decimals.trim().parse::<u8>().ok();
        let decimals = decimals.filter(|decimals| *decimals <= DECIMALS);
        if decimals.is_none() {
            faults.add("decimaler", s.t("indicator-fault-decimals"));
        }
        let tolerance = typed::figure(s, faults, "nara", &self.tolerance);
        if tolerance.is_some_and(|t| t < Figure::ZERO) {
            faults.add("nara", s.t("indicator-fault-tolerance"));
        }
        let text = |faults: &mut Faults, field: &'static str, typed: &str| {
            typed::text(s, faults, field, typed, PARAGRAPH, true)
        };
        let description = text(faults, "beskrivning", &self.description);
        let note = text(faults, "anmarkning", &self.note);
        let breaks = self.breaks(s, faults);
        let responsible = self.responsible(s, faults, view);
        let how = self.how(s, faults, view);
        let better = said::chosen(&said::BETTER, &self.better);
        let class = said::chosen(&said::CLASSES, &self.class);
        for (field, is_chosen) in [("battre", better.is_some()), ("klass", class.is_some())] {
            if !is_chosen {
                faults.add(field, s.t("indicator-fault-choose"));
            }
        }
        faults.is_empty().then_some(())?;
        let (calculation, roll_up) = how?;
        let before = view.said.as_ref().map(|(said, _)| said);
        let same_class = before.filter(|said| Some(said.class) == class);
        Some(Definition {
            names: names?,
            unit: unit?,
            decimals: decimals?,
            better: better?,
            class: class?,
            // Whoever chooses another class says so themselves.
            class_interpretation: same_class
                .map_or(Interpretation::Stated, |said| said.class_interpretation),
            frequency: said::chosen(&said::FREQUENCIES, &self.frequency),
            breakdowns: self.asked_of(before),
            tolerance,
            description,
            note,
            breaks,
            responsible: responsible?,
            source: before.and_then(|said| said.source),
            calculation,
            roll_up,
        })
    }

    fn names(&self, s: &Speech, faults: &mut Faults) -> Option<Names> {
        let [sv, en, fi] = &self.names;
        let fields = [(NAMES[0], sv.as_str()), (NAMES[1], en), (NAMES[2], fi)];
        let names = names(s, faults, fields);
        if names.is_none() && faults.at(NAMES[0]).is_none() {
            faults.add(NAMES[0], s.t("organisation-fault-name"));
        }
        names
    }

    fn unit(&self, s: &Speech, faults: &mut Faults) -> Option<Unit> {
        if self.unit != OTHER_UNIT {
            let unit = said::chosen(&said::UNITS, &self.unit);
            if unit.is_none() {
                faults.add("enhet", s.t("indicator-fault-choose"));
            }
            return unit;
        }
        let words = typed::text(s, faults, "enhet-ord", &self.unit_words, UNIT, false);
        if words.is_none() && faults.at("enhet-ord").is_none() {
            faults.add("enhet-ord", s.t("indicator-fault-unit"));
        }
        words.map(Unit::Named)
    }

    /// The breakdowns, with those that the form does not show as they were.
    fn asked_of(&self, before: Option<&Definition>) -> Vec<riktning_domain::indicators::Breakdown> {
        let chosen = said::BREAKDOWNS.iter();
        let chosen =
            chosen.filter(|(_, word, _)| self.breakdowns.iter().any(|typed| typed == word));
        let chosen: BTreeSet<_> = chosen.map(|(of, ..)| *of).collect();
        let Some(before) = before else {
            return chosen.into_iter().collect();
        };
        let is_shown = |of: &_| said::BREAKDOWNS.iter().any(|(shown, ..)| shown == of);
        let stays = before.breakdowns.iter();
        let stays = stays.filter(|of| !is_shown(of) || chosen.contains(of));
        let mut all: Vec<_> = stays.copied().collect();
        all.extend(
            chosen
                .into_iter()
                .filter(|of| !before.breakdowns.contains(of)),
        );
        all
    }

    fn breaks(&self, s: &Speech, faults: &mut Faults) -> Vec<MethodBreak> {
        let mut all: Vec<MethodBreak> = Vec::new();
        for (n, [from, how]) in self.breaks.iter().enumerate() {
            if from.trim().is_empty() && how.trim().is_empty() {
                continue;
            }
            let (from_field, how_field) = (
                format!("brott-fran-{}", n + 1),
                format!("brott-hur-{}", n + 1),
            );
            let period = from.trim().parse::<Period>().ok();
            if period.is_none() {
                faults.add(from_field.clone(), s.t("indicator-fault-period"));
            }
            if all.iter().any(|one| Some(one.from) == period) {
                faults.add(from_field, s.t("indicator-fault-break-twice"));
            }
            let words = typed::text(s, faults, how_field.clone(), how, PARAGRAPH, true);
            if words.is_none() && faults.at(&how_field).is_none() {
                faults.add(how_field, s.t("indicator-fault-break-how"));
            }
            if let (Some(from), Some(how)) = (period, words) {
                all.push(MethodBreak { from, how });
            }
        }
        all
    }

    fn responsible(
        &self,
        s: &Speech,
        faults: &mut Faults,
        view: &IndicatorForm,
    ) -> Option<Option<BodyId>> {
        if self.responsible.is_empty() {
            return Some(None);
        }
        let mut bodies = view.bodies.iter().map(|(id, _)| *id);
        let found = bodies.find(|id| id.to_string() == self.responsible);
        if found.is_none() {
            faults.add("ansvarig", s.t("model-fault-gone"));
        }
        found.map(Some)
    }

    /// How its figures come about; the fault at the first row that lacks something.
    fn how(
        &self,
        s: &Speech,
        faults: &mut Faults,
        view: &IndicatorForm,
    ) -> Option<(Option<Calculation>, Option<RollUp>)> {
        let Some(way) = said::chosen(&said::WAYS, &self.way) else {
            faults.add("rakna", s.t("indicator-fault-choose"));
            return None;
        };
        let before = faults.0.len();
        let needs_weight = matches!(way, Way::Weighted | Way::MeanOfBodies);
        let rows = match way {
            Way::Reported | Way::SumOfBodies => Vec::new(),
            _ => self.parts_of(s, faults, view, way, needs_weight),
        };
        let times = match way {
            Way::Ratio | Way::PerInhabitants => {
                let times = typed::figure(s, faults, "ganger", &self.times);
                if times.is_none() && faults.at("ganger").is_none() {
                    faults.add("ganger", s.t("indicator-fault-times"));
                }
                times
            }
            _ => None,
        };
        if faults.0.len() > before {
            return None;
        }
        let parts = || {
            rows.iter()
                .filter_map(|(part, _)| *part)
                .collect::<Vec<_>>()
        };
        let pair = || match parts().as_slice() {
            [of, by] => Some((*of, *by)),
            _ => None,
        };
        let calculation = match way {
            Way::Reported => return Some((None, None)),
            Way::SumOfBodies => return Some((None, Some(RollUp::Sum))),
            Way::MeanOfBodies => {
                let weight = rows.first().and_then(|(_, weight)| *weight)?;
                return Some((None, Some(RollUp::WeightedBy(weight))));
            }
            Way::Sum => Calculation::Sum(parts()),
            Way::Mean => Calculation::Mean(parts()),
            Way::Weighted => {
                let pairs = rows.iter().filter_map(|(value, weight)| {
                    let (value, weight) = ((*value)?, (*weight)?);
                    Some(Weighed { value, weight })
                });
                Calculation::WeightedMean(pairs.collect())
            }
            Way::Ratio => {
                let (of, by) = pair()?;
                let times = times?;
                Calculation::Ratio { of, by, times }
            }
            Way::PerInhabitants => {
                let ((of, population), per) = (pair()?, times?);
                Calculation::PerInhabitants {
                    of,
                    population,
                    per,
                }
            }
        };
        Some((Some(calculation), None))
    }

    /// The rows that are filled in, as far as they are there.
    fn parts_of(
        &self,
        s: &Speech,
        faults: &mut Faults,
        view: &IndicatorForm,
        way: Way,
        needs_weight: bool,
    ) -> Vec<(Option<IndicatorId>, Option<IndicatorId>)> {
        let mut rows = Vec::new();
        let is_pair = matches!(way, Way::Ratio | Way::PerInhabitants);
        for (n, [part, weight]) in self.parts.iter().enumerate() {
            if part.is_empty() && (!needs_weight || weight.is_empty()) {
                continue;
            }
            let row = n + 1;
            let mut find = |field: &str, typed: &str, needed: bool| {
                let mut others = view.others.iter().map(|(id, ..)| *id);
                let found = others.find(|id| id.to_string() == typed);
                if found.is_none() && (needed || !typed.is_empty()) {
                    let key = match typed.is_empty() {
                        true => "indicator-fault-part",
                        false => "model-fault-gone",
                    };
                    faults.add(format!("{field}-{row}"), s.t(key));
                }
                found
            };
            let part = match way {
                Way::MeanOfBodies => None,
                _ => find("del", part, true),
            };
            let weight = match needs_weight {
                true => find("vikt", weight, true),
                false => None,
            };
            rows.push((part, weight));
        }
        let lacks = match way {
            Way::MeanOfBodies => rows
                .is_empty()
                .then_some(("vikt-1", "indicator-fault-part")),
            _ if is_pair && rows.len() != 2 => Some(("del-1", "indicator-fault-two")),
            _ if rows.len() < 2 => Some(("del-1", "indicator-fault-parts")),
            _ => None,
        };
        if let Some((field, key)) = lacks.filter(|(field, _)| faults.at(field).is_none()) {
            faults.add(field, s.t(key));
        }
        rows
    }

    /// What is typed beside what stands: each field that differs, by its label, with what stands.
    pub(super) fn other_than(
        &self,
        now: &Typed,
        s: &Speech,
        view: &IndicatorForm,
    ) -> Vec<(String, String)> {
        let mine = self.told(s, view);
        let theirs = now.told(s, view).into_iter();
        let differ = theirs.zip(mine).filter(|(theirs, mine)| theirs.1 != mine.1);
        differ.map(|(theirs, _)| theirs).collect()
    }

    /// Every field by its label, as a reader says it.
    fn told(&self, s: &Speech, view: &IndicatorForm) -> Vec<(String, String)> {
        let indicator = |id: &str| {
            let mut others = view.others.iter();
            let found = others.find(|(other, ..)| other.to_string() == id);
            found.map_or_else(String::new, |(_, names, _)| {
                s.name(names).plain().to_owned()
            })
        };
        let body = view
            .bodies
            .iter()
            .find(|(id, _)| id.to_string() == self.responsible);
        let rows = |rows: &[[String; 2]], name: &dyn Fn(&str) -> String| {
            let rows = rows.iter().map(|row| {
                let both = row.iter().map(|field| name(field));
                both.filter(|said| !said.is_empty())
                    .collect::<Vec<_>>()
                    .join(" – ")
            });
            let rows: Vec<String> = rows.filter(|row| !row.is_empty()).collect();
            rows.join("; ")
        };
        let unit = match self.unit == OTHER_UNIT {
            true => self.unit_words.clone(),
            false => said::called(s, &said::UNITS, &self.unit),
        };
        let asked = self.breakdowns.iter();
        let asked: Vec<String> = asked
            .map(|b| said::called(s, &said::BREAKDOWNS, b))
            .collect();
        let plain = |typed: &String| typed.trim().replace("\r\n", "\n");
        vec![
            (s.t("organisation-name"), plain(&self.names[0])),
            (s.t("organisation-name-en"), plain(&self.names[1])),
            (s.t("organisation-name-fi"), plain(&self.names[2])),
            (s.t("indicator-unit"), unit),
            (s.t("indicator-decimals"), plain(&self.decimals)),
            (s.t("better"), said::called(s, &said::BETTER, &self.better)),
            (
                s.t("indicator-class"),
                said::called(s, &said::CLASSES, &self.class),
            ),
            (
                s.t("frequency"),
                said::called(s, &said::FREQUENCIES, &self.frequency),
            ),
            (s.t("indicator-breakdowns"), asked.join(", ")),
            (s.t("indicator-tolerance"), plain(&self.tolerance)),
            (s.t("indicator-description"), plain(&self.description)),
            (s.t("indicator-note"), plain(&self.note)),
            (
                s.t("indicator-breaks"),
                rows(&self.breaks, &|typed| typed.trim().to_owned()),
            ),
            (
                s.t("responsible"),
                body.map_or_else(String::new, |(_, names)| s.name(names).plain().to_owned()),
            ),
            (
                s.t("indicator-way"),
                said::called(s, &said::WAYS, &self.way),
            ),
            (s.t("indicator-parts"), rows(&self.parts, &indicator)),
            (s.t("indicator-times"), plain(&self.times)),
        ]
    }
}

/// How the figures of a definition come about, as its form has it.
fn worked_out(said: &Definition) -> (Way, Vec<[String; 2]>, Option<Figure>) {
    let one = |id: &IndicatorId| [id.to_string(), String::new()];
    let rows = |ids: &[IndicatorId]| ids.iter().map(one).collect::<Vec<_>>();
    match (&said.calculation, said.roll_up) {
        (Some(Calculation::Sum(parts)), _) => (Way::Sum, rows(parts), None),
        (Some(Calculation::Mean(parts)), _) => (Way::Mean, rows(parts), None),
        (Some(Calculation::WeightedMean(parts)), _) => {
            let pairs = parts
                .iter()
                .map(|p| [p.value.to_string(), p.weight.to_string()]);
            (Way::Weighted, pairs.collect(), None)
        }
        (Some(Calculation::Ratio { of, by, times }), _) => {
            (Way::Ratio, rows(&[*of, *by]), Some(*times))
        }
        (
            Some(Calculation::PerInhabitants {
                of,
                population,
                per,
            }),
            _,
        ) => (Way::PerInhabitants, rows(&[*of, *population]), Some(*per)),
        (None, Some(RollUp::Sum)) => (Way::SumOfBodies, Vec::new(), None),
        (None, Some(RollUp::WeightedBy(weight))) => (
            Way::MeanOfBodies,
            vec![[String::new(), weight.to_string()]],
            None,
        ),
        (None, None) => (Way::Reported, Vec::new(), None),
    }
}
