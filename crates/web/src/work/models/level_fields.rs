//! The fields of a level: what was typed, what stands, and reading it.

use super::model::{in_field, names_in_fields};
use super::said::{CHECKS, KINDS, PURPOSES, chosen, word};
use super::{NAMES, whole_names};
use crate::form::Form;
use crate::pages::bodies::kind_key;
use crate::pages::speech::Speech;
use crate::work::answers::Faults;
use crate::work::organisation::names;
use crate::work::typed;
use riktning_app::work::{Edit, ModelPage};
use riktning_domain::Names;
use riktning_domain::bodies::BodyKind;
use riktning_domain::ids::{LevelId, ScaleId};
use riktning_domain::indicators::Interpretation;
use riktning_domain::models::{Check, Criterion, Level, Month, Season, Support, Upward};

/// The most criteria of a level, and the most of its months.
const MOST: usize = 8;
/// How many empty rows stand below those that are filled.
const SPARE: usize = 1;
/// The most lines of vague words, and the most characters of one.
const VAGUE: (usize, usize) = (60, 60);
/// The fields of what several are called.
const MANY: [&str; 3] = ["flera", "flera-engelska", "flera-finska"];

/// A row with a choice and a name in three languages.
pub(super) type Row = [String; 4];

/// What was typed of a level.
#[derive(Clone, Debug, Default)]
pub(super) struct Fields {
    pub(super) names: [String; 3],
    pub(super) many: [String; 3],
    pub(super) purpose: String,
    /// What it can support, with what was chosen: "", "far", "maste".
    pub(super) supports: Vec<(Upward, String)>,
    pub(super) owners: Vec<String>,
    pub(super) deciders: Vec<String>,
    pub(super) measured: bool,
    pub(super) scale: String,
    pub(super) closed: bool,
    /// Within how many days an action about what goes off course is to be decided.
    pub(super) within: String,
    pub(super) limit: String,
    /// What a criterion looks at, and what it is called.
    pub(super) criteria: Vec<Row>,
    pub(super) vague: String,
    /// A month, and what is done in it.
    pub(super) seasons: Vec<Row>,
}

/// The name of the field of what can be supported.
pub(super) fn field_of(upward: &Upward) -> String {
    match upward {
        Upward::Vision => "stod-vision".to_owned(),
        Upward::Topic(of) => format!("stod-{}", word(&super::said::DIMENSIONS, of)),
        Upward::Level(id) => format!("stod-{id}"),
    }
}

/// The fields of a row with a choice and a name: "kontroll-2", "kriterium-2" …
pub(super) fn row_fields(choice: &str, name: &str, place: usize) -> [String; 4] {
    [
        format!("{choice}-{place}"),
        format!("{name}-{place}"),
        format!("{name}-engelska-{place}"),
        format!("{name}-finska-{place}"),
    ]
}

impl Fields {
    /// The fields of a level that there is, or of a new one.
    pub(super) fn of(view: &ModelPage, id: LevelId) -> Fields {
        let Some(level) = view.definition.level(id) else {
            return Fields::blank(view, id);
        };
        let support = |upward: &Upward| {
            let own = level.supports.iter().find(|own| own.upward == *upward);
            own.map_or("", |own| if own.required { "maste" } else { "far" })
        };
        let kinds =
            |kinds: &[BodyKind]| kinds.iter().map(|kind| kind_key(kind).to_owned()).collect();
        let criteria = level.criteria.iter().map(|one| {
            let [sv, en, fi] = names_in_fields(&one.names);
            [word(&CHECKS, &one.checks).to_owned(), sv, en, fi]
        });
        let seasons = level.seasons.iter().map(|season| {
            let [sv, en, fi] = names_in_fields(&season.what);
            [season.month.number().to_string(), sv, en, fi]
        });
        let vague = level.criteria.iter().flat_map(|one| &one.vague);
        let vague: Vec<_> = vague.map(|words| in_field(Some(words))).collect();
        let upwards = view.upwards(id).into_iter();
        Fields {
            names: names_in_fields(&level.names),
            many: level
                .names_of_many
                .as_ref()
                .map(names_in_fields)
                .unwrap_or_default(),
            purpose: word(&PURPOSES, &level.purpose).to_owned(),
            supports: upwards.map(|up| (up, support(&up).to_owned())).collect(),
            owners: kinds(&level.owners),
            deciders: kinds(&level.decided_by),
            measured: level.measured,
            scale: level.scale.map(|id| id.to_string()).unwrap_or_default(),
            closed: level.closed_only_by_decision,
            within: level
                .decided_within
                .map(|days| days.to_string())
                .unwrap_or_default(),
            limit: view
                .definition
                .limit(id)
                .map(|most| most.to_string())
                .unwrap_or_default(),
            criteria: with_spare(criteria.collect()),
            vague: vague.join("\n"),
            seasons: with_spare(seasons.collect()),
        }
    }

    fn blank(view: &ModelPage, id: LevelId) -> Fields {
        let upwards = view.upwards(id).into_iter();
        Fields {
            supports: upwards.map(|up| (up, String::new())).collect(),
            criteria: with_spare(Vec::new()),
            seasons: with_spare(Vec::new()),
            ..Fields::default()
        }
    }

    /// The fields as they were typed.
    pub(super) fn typed(form: &Form, view: &ModelPage, id: LevelId) -> Fields {
        let one = |name: &str| form.typed(name).to_owned();
        let all = |name: &str| form.all(name).map(str::to_owned).collect();
        let rows = |choice: &str, name: &str| {
            let row = |place| row_fields(choice, name, place).map(|field| one(&field));
            let mut rows: Vec<Row> = (1..=MOST).map(row).collect();
            let filled = |row: &Row| row.iter().any(|field| !field.trim().is_empty());
            let last = rows.iter().rposition(filled).map_or(0, |place| place + 1);
            rows.truncate(last);
            with_spare(rows)
        };
        let upwards = view.upwards(id).into_iter();
        Fields {
            names: NAMES.map(one),
            many: MANY.map(one),
            purpose: one("syfte"),
            supports: upwards.map(|up| (up, one(&field_of(&up)))).collect(),
            owners: all("ager"),
            deciders: all("beslutar"),
            measured: form.once("mats").is_some(),
            scale: one("skala"),
            closed: form.once("stangs").is_some(),
            within: one("inom"),
            limit: one("grans"),
            criteria: rows("kontroll", "kriterium"),
            vague: one("oklara"),
            seasons: rows("manad", "tid"),
        }
    }

    /// The level that was typed.
    pub(super) fn read(
        &self,
        s: &Speech,
        faults: &mut Faults,
        view: &ModelPage,
        id: LevelId,
    ) -> Option<Edit> {
        let names = whole_names(s, faults, &self.names);
        let many = self.many(s, faults);
        let purpose = chosen(&PURPOSES, &self.purpose);
        if purpose.is_none() {
            faults.add("syfte", s.t("model-fault-purpose"));
        }
        let scale = self.scale(s, faults, view);
        let limit = self.limit(s, faults);
        let within = self.within(s, faults);
        let criteria = self.criteria(s, faults);
        let seasons = self.seasons(s, faults);
        let before = view.definition.level(id);
        let level = Level {
            id,
            names: names?,
            names_of_many: many,
            purpose: purpose?,
            supports: self.supports(view, id),
            owners: kinds(&self.owners, before.map(|level| &level.owners[..])),
            decided_by: kinds(&self.deciders, before.map(|level| &level.decided_by[..])),
            measured: self.measured,
            scale: scale?,
            closed_only_by_decision: self.closed,
            decided_within: within?,
            criteria,
            seasons,
        };
        Some(Edit::Level(Box::new(level), limit?))
    }

    /// Within how many days an action is to be decided, if that is set.
    fn within(&self, s: &Speech, faults: &mut Faults) -> Option<Option<u16>> {
        let typed = self.within.trim();
        if typed.is_empty() {
            return Some(None);
        }
        let days = typed.parse().ok().filter(|days| (1..=366).contains(days));
        if days.is_none() {
            faults.add("inom", s.t("model-fault-within"));
        }
        days.map(Some)
    }

    fn many(&self, s: &Speech, faults: &mut Faults) -> Option<Names> {
        let [sv, en, fi] = &self.many;
        names(
            s,
            faults,
            [(MANY[0], sv.as_str()), (MANY[1], en), (MANY[2], fi)],
        )
    }

    /// What it supports. Whether the model says so or we read it so stays as it was.
    fn supports(&self, view: &ModelPage, id: LevelId) -> Vec<Support> {
        let before = view.definition.level(id);
        let read_so = |upward: Upward, required: bool| {
            let mut own = before.into_iter().flat_map(|level| &level.supports);
            let own = own.find(|own| own.upward == upward && own.required == required);
            own.map_or(Interpretation::Stated, |own| own.interpretation)
        };
        let chosen = self.supports.iter().filter_map(|(upward, typed)| {
            let required = match typed.as_str() {
                "far" => false,
                "maste" => true,
                _ => return None,
            };
            Some(Support {
                upward: *upward,
                required,
                interpretation: read_so(*upward, required),
            })
        });
        let mut chosen: Vec<Support> = chosen.collect();
        // In the order in which they stood: nothing changes by being looked at.
        let stood = |support: &Support| {
            let mut own = before.into_iter().flat_map(|level| &level.supports);
            own.position(|own| own.upward == support.upward)
                .unwrap_or(usize::MAX)
        };
        chosen.sort_by_key(stood);
        chosen
    }

    fn scale(&self, s: &Speech, faults: &mut Faults, view: &ModelPage) -> Option<Option<ScaleId>> {
        if self.scale.is_empty() {
            return Some(None);
        }
        let mut scales = view.definition.scales.iter().map(|scale| scale.id);
        let scale = scales.find(|id| id.to_string() == self.scale);
        if scale.is_none() {
            faults.add("skala", s.t("model-fault-gone"));
        }
        scale.map(Some)
    }

    fn limit(&self, s: &Speech, faults: &mut Faults) -> Option<Option<u16>> {
        let plain: String = self.limit.chars().filter(|c| !c.is_whitespace()).collect();
        if plain.is_empty() {
            return Some(None);
        }
        let most = plain
            .parse::<u16>()
            .ok()
            .filter(|most| (1..=1000).contains(most));
        if most.is_none() {
            faults.add("grans", s.t("model-fault-limit"));
        }
        most.map(Some)
    }

    fn criteria(&self, s: &Speech, faults: &mut Faults) -> Vec<Criterion> {
        let vague = typed::lines(s, faults, "oklara", &self.vague, VAGUE);
        let mut criteria = Vec::new();
        for (place, row) in self.criteria.iter().enumerate() {
            let fields = row_fields("kontroll", "kriterium", place + 1);
            let Some((typed, names)) = row_names(s, faults, row, &fields) else {
                continue;
            };
            let Some(checks) = chosen(&CHECKS, typed) else {
                faults.add(fields[0].clone(), s.t("model-fault-check"));
                continue;
            };
            let vague = match checks {
                Check::Clear => vague.clone(),
                _ => Vec::new(),
            };
            criteria.push(Criterion {
                names,
                checks,
                vague,
            });
        }
        let reads = criteria
            .iter()
            .any(|one: &Criterion| one.checks == Check::Clear);
        if !vague.is_empty() && !reads {
            faults.add("oklara", s.t("model-fault-vague"));
        }
        criteria
    }

    fn seasons(&self, s: &Speech, faults: &mut Faults) -> Vec<Season> {
        let mut seasons = Vec::new();
        for (place, row) in self.seasons.iter().enumerate() {
            let fields = row_fields("manad", "tid", place + 1);
            let Some((typed, what)) = row_names(s, faults, row, &fields) else {
                continue;
            };
            let month = typed.parse::<usize>().ok().and_then(|n| n.checked_sub(1));
            match month.and_then(|n| Month::ALL.get(n)) {
                Some(month) => seasons.push(Season {
                    month: *month,
                    what,
                }),
                None => faults.add(fields[0].clone(), s.t("model-fault-month")),
            }
        }
        seasons
    }
}

/// What is chosen in a row and the name in it; none of an empty row.
fn row_names<'a>(
    s: &Speech,
    faults: &mut Faults,
    row: &'a Row,
    fields: &[String; 4],
) -> Option<(&'a str, Names)> {
    let [choice, sv, en, fi] = row;
    if row.iter().all(|field| field.trim().is_empty()) {
        return None;
    }
    let typed = [
        (fields[1].clone(), sv.as_str()),
        (fields[2].clone(), en),
        (fields[3].clone(), fi),
    ];
    let names = names(s, faults, typed);
    if names.is_none() && faults.at(&fields[1]).is_none() {
        faults.add(fields[1].clone(), s.t("organisation-fault-name"));
    }
    Some((choice, names?))
}

/// The kinds that are chosen, in the order in which they stood: nothing changes by being looked at.
fn kinds(typed: &[String], before: Option<&[BodyKind]>) -> Vec<BodyKind> {
    let kinds = KINDS.into_iter();
    let chosen = kinds.filter(|kind| typed.iter().any(|own| own == kind_key(kind)));
    let mut chosen: Vec<BodyKind> = chosen.collect();
    let stood = |kind: &BodyKind| {
        let mut before = before.unwrap_or_default().iter();
        before.position(|own| own == kind).unwrap_or(usize::MAX)
    };
    chosen.sort_by_key(stood);
    chosen
}

fn with_spare(mut rows: Vec<Row>) -> Vec<Row> {
    let room = (rows.len() + SPARE).clamp(2, MOST).max(rows.len());
    rows.resize(room, Default::default());
    rows
}
