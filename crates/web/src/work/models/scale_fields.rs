//! The fields of a scale: what was typed, what stands, and reading it.

use super::model::names_in_fields;
use super::said::{COUNTS, SHAPES, chosen, word};
use super::{NAMES, whole_names};
use crate::form::Form;
use crate::pages::speech::Speech;
use crate::work::answers::Faults;
use crate::work::organisation::names;
use riktning_app::work::{Edit, ModelPage};
use riktning_domain::Names;
use riktning_domain::ids::{ScaleId, ScaleValueId};
use riktning_domain::models::{Scale, ScaleValue};
use uuid::Uuid;

/// The most values of a scale.
const MOST: usize = 10;

/// One value as it was typed.
#[derive(Clone, Debug, Default)]
pub(super) struct Value {
    /// Which value, of those that there are.
    pub(super) id: String,
    pub(super) names: [String; 3],
    pub(super) forecast: [String; 3],
    pub(super) shape: String,
    pub(super) counts: String,
    /// Its place, the best first.
    pub(super) place: String,
}

/// What was typed of a scale.
#[derive(Clone, Debug, Default)]
pub(super) struct Fields {
    pub(super) names: [String; 3],
    pub(super) values: Vec<Value>,
}

/// The names of a value's fields.
#[derive(Clone, Debug)]
pub(super) struct Named {
    pub(super) id: String,
    pub(super) names: [String; 3],
    pub(super) forecast: [String; 3],
    pub(super) shape: String,
    pub(super) counts: String,
    pub(super) place: String,
}

impl Named {
    pub(super) fn of(place: usize) -> Named {
        let at = |name: &str| format!("{name}-{place}");
        Named {
            id: at("id"),
            names: ["varde", "varde-engelska", "varde-finska"].map(at),
            forecast: ["prognos", "prognos-engelska", "prognos-finska"].map(at),
            shape: at("form"),
            counts: at("raknas"),
            place: at("plats"),
        }
    }
}

impl Value {
    fn is_empty(&self) -> bool {
        let mut names = self.names.iter().chain(&self.forecast);
        names.all(|name| name.trim().is_empty())
    }

    fn of(value: &ScaleValue, place: usize) -> Value {
        let forecast = value.forecast.as_ref();
        Value {
            id: value.id.to_string(),
            names: names_in_fields(&value.names),
            forecast: forecast.map(names_in_fields).unwrap_or_default(),
            shape: word(&SHAPES, &value.shape).to_owned(),
            counts: word(&COUNTS, &value.counts_as).to_owned(),
            place: (place + 1).to_string(),
        }
    }

    fn typed(form: &Form, place: usize) -> Value {
        let (one, named) = (
            |name: &String| form.typed(name).to_owned(),
            Named::of(place),
        );
        Value {
            id: one(&named.id),
            names: named.names.each_ref().map(one),
            forecast: named.forecast.each_ref().map(one),
            shape: one(&named.shape),
            counts: one(&named.counts),
            place: one(&named.place),
        }
    }
}

impl Fields {
    /// The fields of a scale that there is, or of a new one.
    pub(super) fn of(view: &ModelPage, id: ScaleId) -> Fields {
        let Some(scale) = view.definition.scale(id) else {
            return Fields {
                values: vec![Value::default(); 4],
                ..Fields::default()
            };
        };
        let values = scale.values.iter().enumerate();
        let values = values.map(|(place, value)| Value::of(value, place));
        Fields {
            names: names_in_fields(&scale.names),
            values: with_spare(values.collect()),
        }
    }

    /// The fields as they were typed.
    pub(super) fn typed(form: &Form) -> Fields {
        let mut values: Vec<Value> = (1..=MOST).map(|n| Value::typed(form, n)).collect();
        let filled = |value: &Value| !value.is_empty() || !value.id.is_empty();
        let last = values.iter().rposition(filled).map_or(0, |place| place + 1);
        values.truncate(last);
        Fields {
            names: NAMES.map(|name| form.typed(name).to_owned()),
            values: with_spare(values),
        }
    }

    /// The scale that was typed. The form's key names the values that are new, so that one that was taken
    /// away is never another that came in its row.
    pub(super) fn read(
        &self,
        s: &Speech,
        faults: &mut Faults,
        view: &ModelPage,
        (id, key): (ScaleId, Uuid),
    ) -> Option<Edit> {
        let names = whole_names(s, faults, &self.names);
        let known = view.definition.scale(id);
        let known: Vec<_> = known.into_iter().flat_map(|scale| &scale.values).collect();
        let mut values = Vec::new();
        for (n, typed) in self
            .values
            .iter()
            .enumerate()
            .filter(|(_, v)| !v.is_empty())
        {
            let own = known.iter().find(|value| value.id.to_string() == typed.id);
            let new = Uuid::new_v5(&key, format!("value-{}", n + 1).as_bytes());
            let value_id = own.map_or(ScaleValueId(new), |value| value.id);
            let place = typed.place.trim().parse().unwrap_or(n + 1);
            if let Some(value) = typed.read(s, faults, value_id, n + 1) {
                values.push((place, value));
            }
        }
        if values.is_empty() && faults.is_empty() {
            faults.add(Named::of(1).names[0].clone(), s.t("model-fault-values"));
        }
        values.sort_by_key(|(place, _)| *place);
        Some(Edit::Scale(Scale {
            id,
            names: names?,
            values: values.into_iter().map(|(_, value)| value).collect(),
        }))
    }
}

impl Value {
    fn read(
        &self,
        s: &Speech,
        faults: &mut Faults,
        id: ScaleValueId,
        place: usize,
    ) -> Option<ScaleValue> {
        let named = Named::of(place);
        let own = three(s, faults, &named.names, &self.names);
        if own.is_none() && faults.at(&named.names[0]).is_none() {
            faults.add(named.names[0].clone(), s.t("organisation-fault-name"));
        }
        let forecast = three(s, faults, &named.forecast, &self.forecast);
        let (shape, counts) = (chosen(&SHAPES, &self.shape), chosen(&COUNTS, &self.counts));
        if shape.is_none() {
            faults.add(named.shape, s.t("model-fault-shape"));
        }
        if counts.is_none() {
            faults.add(named.counts, s.t("model-fault-counts"));
        }
        Some(ScaleValue {
            id,
            names: own?,
            forecast,
            shape: shape?,
            counts_as: counts?,
        })
    }
}

fn three(
    s: &Speech,
    faults: &mut Faults,
    fields: &[String; 3],
    typed: &[String; 3],
) -> Option<Names> {
    let [sv, en, fi] = typed;
    let [first, second, third] = fields.clone();
    names(s, faults, [(first, sv.as_str()), (second, en), (third, fi)])
}

fn with_spare(mut values: Vec<Value>) -> Vec<Value> {
    let room = (values.len() + 1).min(MOST).max(values.len());
    values.resize(room, Value::default());
    values
}
