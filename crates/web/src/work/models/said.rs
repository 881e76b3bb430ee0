//! The words for what a model holds: purposes, shapes, kinds, and what becomes different.

use super::yearly_fields::in_words;
use crate::pages::bodies::kind_key;
use crate::pages::speech::Speech;
use crate::work::round_fields::occasion_key;
use crate::work::year::asked;
use riktning_app::work::{
    Lack, LevelEffect, LevelPart, ModelDifference, ModelPage, ModelStage, TakenOver, dimension_key,
};
use riktning_domain::Names;
use riktning_domain::bodies::BodyKind;
use riktning_domain::inside::LevelUse;
use riktning_domain::models::{
    Check, CountsAs, DayOfYear, Level, ModelDefinition, Month, Purpose, Shape, Support, Upward,
    YearlyRound,
};
use riktning_domain::topics::Dimension;

/// What a level is for: the value of its field, and the key of what it is called.
pub(crate) const PURPOSES: [(&str, Purpose, &str); 10] = [
    ("mal", Purpose::StrategicGoal, "model-purpose-goal"),
    (
        "processmal",
        Purpose::ProcessGoal,
        "model-purpose-process-goal",
    ),
    ("atagande", Purpose::Commitment, "model-purpose-commitment"),
    ("aktivitet", Purpose::Activity, "model-purpose-activity"),
    ("uppdrag", Purpose::Assignment, "model-purpose-assignment"),
    (
        "service",
        Purpose::ServiceDeclaration,
        "model-purpose-service",
    ),
    ("kontroll", Purpose::ControlPoint, "model-purpose-control"),
    ("atgard", Purpose::DeviationAction, "model-purpose-action"),
    ("ekonomi", Purpose::FinancialGoal, "model-purpose-financial"),
    ("annat", Purpose::Other, "model-purpose-other"),
];

/// The dimensions of topics.
pub(crate) const DIMENSIONS: [(&str, Dimension, &str); 7] = [
    called("perspektiv", Dimension::Perspective),
    called("varden", Dimension::ValueCreated),
    called("processer", Dimension::Process),
    called("malgrupper", Dimension::TargetGroup),
    called("karnvarden", Dimension::CoreValue),
    called("agenda-2030", Dimension::Agenda2030),
    called("omraden", Dimension::Area),
];

/// A kind of topic with its word in addresses and the key of what it is called.
const fn called(
    word: &'static str,
    dimension: Dimension,
) -> (&'static str, Dimension, &'static str) {
    (word, dimension, dimension_key(dimension))
}

/// The shapes of a verdict, each with the sign that it is drawn with.
pub(crate) const SHAPES: [(&str, Shape, &str); 6] = [
    ("bra", Shape::Good, "model-shape-good"),
    ("delvis", Shape::Partly, "model-shape-partly"),
    ("ej", Shape::Bad, "model-shape-bad"),
    ("oklar", Shape::Unclear, "model-shape-unclear"),
    ("klar", Shape::Done, "model-shape-done"),
    ("tom", Shape::NotBegun, "model-shape-not-begun"),
];

/// What a verdict counts as.
pub(crate) const COUNTS: [(&str, CountsAs, &str); 4] = [
    ("ja", CountsAs::Met, "model-counts-met"),
    ("delvis", CountsAs::Partly, "model-counts-partly"),
    ("nej", CountsAs::NotMet, "model-counts-not-met"),
    ("okant", CountsAs::Unknown, "model-counts-unknown"),
];

/// What a criterion looks at.
pub(crate) const CHECKS: [(&str, Check, &str); 4] = [
    ("tydligt", Check::Clear, "model-check-clear"),
    ("ansvar", Check::Assigned, "model-check-assigned"),
    ("matt", Check::Quantifiable, "model-check-quantifiable"),
    ("tid", Check::Timed, "model-check-timed"),
];

/// The kinds of body that own and decide, the highest first.
pub(crate) const KINDS: [BodyKind; 17] = [
    BodyKind::Council,
    BodyKind::ExecutiveBoard,
    BodyKind::Committee,
    BodyKind::JointCommittee,
    BodyKind::Company,
    BodyKind::CompanyBoard,
    BodyKind::GeneralMeeting,
    BodyKind::Administration,
    BodyKind::Unit,
    BodyKind::WorkingCommittee,
    BodyKind::PreparatoryCommittee,
    BodyKind::PartOwnedCompany,
    BodyKind::ManagingDirector,
    BodyKind::MunicipalAssociation,
    BodyKind::Foundation,
    BodyKind::Audit,
    BodyKind::Group,
];

/// The value of a field, and the thing that it stands for.
pub(super) fn chosen<T: Copy>(all: &[(&str, T, &str)], typed: &str) -> Option<T> {
    let found = all.iter().find(|(word, ..)| *word == typed)?;
    Some(found.1)
}

/// The value of the field of a thing.
pub(super) fn word<T: PartialEq>(all: &[(&'static str, T, &str)], of: &T) -> &'static str {
    let found = all.iter().find(|(_, thing, _)| thing == of);
    found.map_or("", |(word, ..)| word)
}

fn key<T: PartialEq>(all: &[(&str, T, &'static str)], of: &T) -> &'static str {
    let found = all.iter().find(|(_, thing, _)| thing == of);
    found.map_or("", |(.., key)| key)
}

/// What a level is for.
pub(crate) fn purpose(s: &Speech, of: &Purpose) -> String {
    s.t(key(&PURPOSES, of))
}

/// What a dimension is called.
pub(crate) fn dimension(s: &Speech, of: &Dimension) -> String {
    s.t(key(&DIMENSIONS, of))
}

/// What a verdict counts as.
pub(crate) fn counts_as(s: &Speech, of: &CountsAs) -> String {
    s.t(key(&COUNTS, of))
}

/// The sign of a verdict, as the symbols of the page are called.
pub(crate) fn shape(of: &Shape) -> &'static str {
    word(&SHAPES, of)
}

/// A month by its name.
pub(crate) fn month(s: &Speech, of: &Month) -> String {
    let names = [
        "model-month-1",
        "model-month-2",
        "model-month-3",
        "model-month-4",
        "model-month-5",
        "model-month-6",
        "model-month-7",
        "model-month-8",
        "model-month-9",
        "model-month-10",
        "model-month-11",
        "model-month-12",
    ];
    s.t(names.get(of.number() - 1).unwrap_or(&names[0]))
}

/// How far a model has come, as a sentence.
pub(crate) fn stage(s: &Speech, of: &ModelStage) -> String {
    match of {
        ModelStage::Draft => s.t("model-stage-draft"),
        ModelStage::Coming(day) => s.t1("model-stage-coming", "day", s.day(day)),
        ModelStage::InForce(since) => s.t1("model-stage-in-force", "day", s.dated(since)),
        ModelStage::Over => s.t("model-stage-over"),
    }
}

/// What a model lacks, as a sentence.
pub(crate) fn lack(s: &Speech, of: &Lack) -> String {
    match of {
        Lack::NothingPlanned => s.t("model-lacks-planned"),
        Lack::NoGoal => s.t("model-lacks-goal"),
        Lack::Untranslated(count) => s.n("model-lacks-translation", count),
    }
}

fn plain(s: &Speech, names: &Names) -> String {
    s.name(names).plain().to_owned()
}

/// What can be supported, by its name.
pub(crate) fn upward(s: &Speech, definition: &ModelDefinition, of: &Upward) -> String {
    match of {
        Upward::Vision => s.t("model-upward-vision"),
        Upward::Topic(of) => dimension(s, of),
        Upward::Level(id) => {
            let level = definition.level(*id);
            level.map_or_else(String::new, |level| plain(s, &level.names))
        }
    }
}

/// What a level supports and must support, as sentences.
pub(crate) fn supports(s: &Speech, definition: &ModelDefinition, level: &Level) -> Vec<String> {
    let of = |required: bool| -> String {
        let chosen = level.supports.iter().filter(|one| one.required == required);
        let named = chosen.map(|one: &Support| upward(s, definition, &one.upward));
        s.words.list(&named.collect::<Vec<_>>())
    };
    let said = [
        ("model-must-support", of(true)),
        ("model-may-support", of(false)),
    ];
    let said = said.into_iter().filter(|(_, what)| !what.is_empty());
    said.map(|(key, what)| s.t1(key, "what", what)).collect()
}

/// Which kinds own and decide, as a sentence each.
pub(crate) fn whose(s: &Speech, level: &Level) -> Vec<String> {
    let kinds = |kinds: &[BodyKind]| -> String {
        let named = kinds.iter().map(|kind| s.t(kind_key(kind)).to_lowercase());
        s.words.list(&named.collect::<Vec<_>>())
    };
    let said = [
        ("model-owned-by", kinds(&level.owners)),
        ("model-decided-by", kinds(&level.decided_by)),
    ];
    let said = said.into_iter().filter(|(_, who)| !who.is_empty());
    said.map(|(key, who)| s.t1(key, "who", who)).collect()
}

/// How much stands on a level; none if nothing does.
pub(crate) fn in_use(s: &Speech, uses: &LevelUse) -> Option<String> {
    let said = [
        ("model-use-decided", uses.decided),
        ("model-use-in-hand", uses.in_hand),
        ("model-use-taken-back", uses.taken_back),
    ];
    let said = said.into_iter().filter(|(_, count)| *count > 0);
    let said: Vec<_> = said.map(|(key, count)| s.n(key, &count)).collect();
    (!said.is_empty()).then(|| s.words.list(&said))
}

/// By what a level is judged, measured and limited, as sentences.
pub(crate) fn judged(s: &Speech, view: &ModelPage, level: &Level) -> Vec<String> {
    let definition = &view.definition;
    let mut said = Vec::new();
    if let Some(scale) = level.scale.and_then(|id| definition.scale(id)) {
        said.push(s.t1("model-judged-by", "scale", plain(s, &scale.names)));
    }
    if level.measured {
        said.push(s.t("model-is-measured"));
    }
    if level.closed_only_by_decision {
        said.push(s.t("model-closed-by-decision"));
    }
    if let Some(days) = level.decided_within {
        said.push(s.n("model-is-decided-within", &usize::from(days)));
    }
    if !level.criteria.is_empty() {
        let names = level
            .criteria
            .iter()
            .map(|one| plain(s, &one.names).to_lowercase());
        let names = s.words.list(&names.collect::<Vec<_>>());
        said.push(s.t1("model-has-criteria", "criteria", names));
    }
    if let Some(most) = definition.limit(level.id) {
        said.push(s.t1("model-has-limit", "most", most));
    }
    said
}

/// The place of a level in the year, a sentence a month.
pub(crate) fn seasons(s: &Speech, level: &Level) -> Vec<String> {
    let seasons = level.seasons.iter().map(|season| {
        let (month, what) = (month(s, &season.month), plain(s, &season.what));
        let args = [("month", month.as_str()), ("what", &what)];
        s.words.with("model-season", &args)
    });
    seasons.collect()
}

/// What kind of occasion a round of every year is.
pub(crate) fn occasion(s: &Speech, round: &YearlyRound) -> String {
    s.t(occasion_key(round.occasion))
}

/// What is said of a round of every year: the day that it is about, when it opens, and the last days.
pub(crate) fn yearly(s: &Speech, round: &YearlyRound) -> Vec<String> {
    let day = |key: &str, day: DayOfYear| s.t1(key, "day", in_words(s, day));
    let last = round.deadlines.iter();
    let last = last.map(|(kind, last)| format!("{} {}", asked(s, kind), in_words(s, *last)));
    let last = s.words.list(&last.collect::<Vec<_>>());
    let opens = round.opens.map(|opens| day("cycle-opens", opens));
    let about = day("model-yearly-about", round.cut_off);
    let last = s.t1("cycle-last", "days", last);
    [Some(about), opens, Some(last)]
        .into_iter()
        .flatten()
        .collect()
}

/// A difference between two definitions, as a sentence.
pub(crate) fn difference(s: &Speech, of: &ModelDifference) -> String {
    let named = |key: &str, names: &Names| s.t1(key, "name", plain(s, names));
    match of {
        ModelDifference::Named(names) => named("model-differs-name", names),
        ModelDifference::Framed => s.t("model-differs-frame"),
        ModelDifference::LevelNew(names) => named("model-differs-level-new", names),
        ModelDifference::LevelGone(names) => named("model-differs-level-gone", names),
        ModelDifference::LevelNamed(old, new) => {
            let (old, new) = (plain(s, old), plain(s, new));
            let args = [("name", old.as_str()), ("new", &new)];
            s.words.with("model-differs-level-name", &args)
        }
        ModelDifference::LevelChanged(names, parts) => {
            let parts = parts.iter().map(|part| s.t(part_key(*part)));
            let parts = s.words.list(&parts.collect::<Vec<_>>());
            let name = plain(s, names);
            let args = [("name", name.as_str()), ("parts", &parts)];
            s.words.with("model-differs-level", &args)
        }
        ModelDifference::Order => s.t("model-differs-order"),
        ModelDifference::ScaleNew(names) => named("model-differs-scale-new", names),
        ModelDifference::ScaleGone(names) => named("model-differs-scale-gone", names),
        ModelDifference::ScaleChanged(names) => named("model-differs-scale", names),
        ModelDifference::YearlyNew(names) => named("model-differs-yearly-new", names),
        ModelDifference::YearlyGone(names) => named("model-differs-yearly-gone", names),
        ModelDifference::YearlyChanged(names) => named("model-differs-yearly", names),
    }
}

fn part_key(part: LevelPart) -> &'static str {
    match part {
        LevelPart::Purpose => "model-part-purpose",
        LevelPart::Many => "model-part-many",
        LevelPart::Supports => "model-part-supports",
        LevelPart::Owners => "model-part-owners",
        LevelPart::Deciders => "model-part-deciders",
        LevelPart::Measured => "model-part-measured",
        LevelPart::Scale => "model-part-scale",
        LevelPart::Closed => "model-part-closed",
        LevelPart::DecidedWithin => "model-part-decided-within",
        LevelPart::Criteria => "model-part-criteria",
        LevelPart::Seasons => "model-part-seasons",
        LevelPart::Limit => "model-part-limit",
    }
}

/// What a change does to what stands on a level, as sentences.
pub(crate) fn effect(s: &Speech, of: &LevelEffect) -> Vec<String> {
    let mut said = Vec::new();
    if let Some(uses) = in_use(s, &of.before) {
        let name = plain(s, &of.names);
        let args = [("name", name.as_str()), ("what", &uses)];
        said.push(s.words.with("model-effect-stands", &args));
    }
    let more = |after: usize, before: usize| Some(after - before.min(after)).filter(|n| *n > 0);
    if let Some(count) = more(of.after.lacking, of.before.lacking) {
        said.push(s.n("model-effect-lacking", &count));
    }
    if let Some(count) = more(of.after.misplaced, of.before.misplaced) {
        said.push(s.n("model-effect-misplaced", &count));
    }
    said
}

/// What is in hand of a year that another model planned, as sentences.
pub(crate) fn taken_over(s: &Speech, of: &TakenOver) -> Vec<String> {
    let year = of.year.to_string();
    let args = [("year", year.as_str()), ("from", &plain(s, &of.from))];
    let mut said = vec![s.words.with("model-takes-over", &args)];
    for (body, rows) in &of.plans {
        let name = plain(s, body);
        let (counts, args) = ([("count", *rows)], [("name", name.as_str())]);
        said.push(s.words.with_counts("model-takes-over-plan", &counts, &args));
    }
    if !of.rounds.is_empty() {
        let rounds: Vec<_> = of.rounds.iter().map(|names| plain(s, names)).collect();
        said.push(s.t1("model-takes-over-rounds", "rounds", s.words.list(&rounds)));
    }
    said
}
