//! What was typed of outcomes, and what it says.

use super::pasted::Pasted;
use crate::form::Form;
use crate::pages::speech::Speech;
use crate::work::answers::Faults;
use crate::work::drafts;
use crate::work::odd::question;
use crate::work::typed::{figure, read_figure, text};
use riktning_app::work::{OutcomeCell, OutcomeRow, OutcomeSaid, OutcomesPage, RowKey};
use riktning_domain::indicators::{Breakdown, NoValue, Value};
use riktning_words::{Language, Words};
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// The most characters of why there is no figure.
const WHY: usize = 300;
/// The most rows that a form says it has.
const ROWS: usize = 4_000;

/// What was typed of a row.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct TypedRow {
    /// The figures, as they are stored or as they were typed where that is no figure.
    cells: BTreeMap<Breakdown, String>,
    /// Why a figure is missing.
    pub(super) why: String,
    /// Whether the figures are settled.
    pub(super) settles: bool,
}

/// What was typed of a form.
#[derive(Debug, Default)]
pub(super) struct Typed {
    rows: BTreeMap<RowKey, TypedRow>,
    /// The odd figures of which somebody has said that they are right.
    sure: BTreeMap<(RowKey, Breakdown), String>,
    /// What stands in the field for a list.
    pub(super) list: String,
    /// The last event that the form knew of.
    pub(super) seen: u64,
    /// The keys under which it was typed, the last one first.
    pub(super) keys: Vec<Uuid>,
}

/// The rows that a form has, in its order: a row's place there is a part of the names of its fields. None where it has
/// more than any form of ours, or one that is no row.
pub(super) fn rows(form: &Form) -> Option<Vec<RowKey>> {
    let rows: Vec<&str> = form.all("rad").take(ROWS + 1).collect();
    let rows = Some(rows).filter(|rows| rows.len() <= ROWS)?;
    rows.into_iter().map(|typed| typed.parse().ok()).collect()
}

/// The last event that a form knew of; a form that says nothing knew of nothing.
pub(super) fn seen(form: &Form) -> u64 {
    form.typed("sedd").parse().unwrap_or_default()
}

/// The letter of a group of people in the names of fields.
fn letter(breakdown: Breakdown) -> char {
    match breakdown {
        Breakdown::All => 'a',
        Breakdown::Women => 'k',
        Breakdown::Men => 'm',
        Breakdown::Girls => 'f',
        Breakdown::Boys => 'p',
    }
}

/// The name of a field of a figure.
pub(super) fn name(of: &str, place: usize, breakdown: Breakdown) -> String {
    format!("{of}-{place}-{}", letter(breakdown))
}

/// The place of a row in the form that a page makes, from one.
pub(super) fn place(view: &OutcomesPage, key: &RowKey) -> usize {
    let place = view.rows().position(|row| row.key == *key);
    place.map_or(0, |place| place + 1)
}

/// The field of a figure in the form that a page makes.
pub(super) fn field(view: &OutcomesPage, key: &RowKey, breakdown: Breakdown) -> String {
    name("v", place(view, key), breakdown)
}

/// What a row is about: the indicator and the period.
pub(super) fn named(s: &Speech, view: &OutcomesPage, key: &RowKey) -> String {
    let row = view.rows().find(|row| row.key == *key);
    let name = row.map(|row| s.name(&row.names).plain().to_owned());
    format!(
        "{}, {}",
        name.unwrap_or_else(|| key.indicator.clone()),
        s.period(&key.period)
    )
}

/// Why there is no figure, by the words for it.
const REASONS: [(NoValue, &str); 4] = [
    (NoValue::NotMeasured, "outcomes-why-not-measured"),
    (NoValue::TooFew, "outcomes-why-too-few"),
    (NoValue::NotYet, "outcomes-why-not-yet"),
    (NoValue::NotStated, "outcomes-why-not-stated"),
];

/// Why there is no figure, in words.
pub(in crate::work) fn reason(s: &Speech, reason: &NoValue) -> String {
    if let NoValue::Because(words) = reason {
        return s.words.typed(words);
    }
    let known = REASONS.iter().find(|(of, _)| of == reason);
    known.map_or_else(|| s.t("outcomes-why-not-stated"), |(_, key)| s.t(key))
}

/// Why there is no figure, as it was typed: by our own words in any language, or by others.
pub(super) fn read_reason(typed: &str) -> Option<NoValue> {
    let wanted = typed.trim().to_lowercase();
    let says = |key: &str| {
        let languages = Language::ALL.into_iter();
        languages
            .map(|language| Words::of(language).text(key).to_lowercase())
            .any(|known| known == wanted)
    };
    let known = REASONS.into_iter().find(|(_, key)| says(key));
    known.map(|(reason, _)| reason)
}

impl TypedRow {
    /// The same, where what its writer has not touched says what stands by now, and not what stood when the form was
    /// shown: two who write different figures are not in each other's way.
    fn over(mut self, shown: &TypedRow, stands: TypedRow) -> TypedRow {
        for (breakdown, typed) in &mut self.cells {
            if typed == shown.cell(breakdown) {
                stands.cell(breakdown).clone_into(typed);
            }
        }
        if self.why == shown.why {
            self.why = stands.why;
        }
        if self.settles == shown.settles {
            self.settles = stands.settles;
        }
        self
    }

    /// Whether no field of a figure says anything: then a reason is that of all.
    fn says_nothing(&self) -> bool {
        self.cells.values().all(String::is_empty)
    }

    /// What was typed of a figure.
    pub(super) fn cell(&self, breakdown: &Breakdown) -> &str {
        self.cells.get(breakdown).map_or("", String::as_str)
    }
}

/// A figure as a field has it that nobody touches: the same however it is written.
fn same(typed: &str) -> String {
    match (read_figure(typed), read_reason(typed)) {
        (Some(figure), _) => figure.to_string(),
        (None, Some(reason)) => stored_reason(&reason),
        (None, None) => typed.trim().to_owned(),
    }
}

impl Typed {
    /// The fields as the rows stand.
    pub(super) fn standing(view: &OutcomesPage) -> Typed {
        let rows = view.rows();
        Typed {
            rows: rows.map(|row| (row.key.clone(), standing(row))).collect(),
            seen: view.position,
            ..Typed::default()
        }
    }

    /// What a form says of the rows of a page; what it does not have is as it stands.
    pub(super) fn read(form: &Form, view: &OutcomesPage) -> Typed {
        let mut typed = Typed::standing(view);
        let rows = rows(form).unwrap_or_default();
        let places: BTreeMap<RowKey, usize> = rows.into_iter().zip(1..).collect();
        for row in view.rows() {
            let Some(place) = places.get(&row.key) else {
                continue;
            };
            let field = |of: &str, breakdown| form.typed(&name(of, *place, breakdown)).to_owned();
            let cells = row.cells.iter().map(|cell| cell.breakdown);
            let own = TypedRow {
                cells: cells.map(|of| (of, same(&field("v", of)))).collect(),
                why: form.typed(&format!("varfor-{place}")).trim().to_owned(),
                settles: form.once(&format!("slut-{place}")).is_some(),
            };
            let own = own.over(&standing(&row.as_shown()), standing(row));
            typed.rows.insert(row.key.clone(), own);
            let sure = row.cells.iter().map(|cell| cell.breakdown);
            let sure = sure.map(|of| ((row.key.clone(), of), field("ja", of)));
            typed.sure.extend(sure.filter(|(_, said)| !said.is_empty()));
        }
        typed.list = form.together(super::LIST);
        typed.seen = seen(form);
        typed.keys = drafts::keys_of(form);
        typed
    }

    pub(super) fn row(&self, row: &OutcomeRow) -> TypedRow {
        self.rows.get(&row.key).cloned().unwrap_or_default()
    }

    /// The rows that say something else than what stands.
    pub(super) fn touched(&self, view: &OutcomesPage) -> Vec<RowKey> {
        let rows = view.rows().filter(|row| self.row(row) != standing(row));
        rows.map(|row| row.key.clone()).collect()
    }

    /// Whether anything stands in the form that is not saved.
    pub(super) fn says_more(&self, view: &OutcomesPage) -> bool {
        !self.list.trim().is_empty() || !self.touched(view).is_empty()
    }

    /// Puts what was pasted into the fields, and leaves in the list what became no row.
    pub(super) fn take(&mut self, view: &OutcomesPage, pasted: &Pasted) {
        for row in view.rows() {
            let of_row = pasted.rows.iter().filter(|pasted| pasted.key == row.key);
            let typed = self.rows.entry(row.key.clone()).or_default();
            for (breakdown, cell) in of_row.flat_map(|pasted| &pasted.cells) {
                typed.cells.insert(*breakdown, same(cell));
            }
        }
        self.list = pasted.left.join("\n");
    }

    /// Tells of the rows of a form that are none of theirs, with what was typed there.
    pub(super) fn not_ours(
        &self,
        s: &Speech,
        faults: &mut Faults,
        rows: &[RowKey],
        view: &OutcomesPage,
    ) {
        let there: BTreeSet<&RowKey> = view.rows().map(|row| &row.key).collect();
        for key in rows.iter().filter(|key| !there.contains(key)) {
            let name = named(s, view, key);
            faults.add(super::LIST, s.t1("outcomes-not-yours", "row", name));
        }
    }

    /// What somebody else has changed since the form was shown, where its writer says another thing: from here on they
    /// have seen both.
    pub(super) fn see_now(&mut self, view: &OutcomesPage) -> BTreeSet<(RowKey, Breakdown)> {
        let mut changed = BTreeSet::new();
        for row in view.rows() {
            let (typed, now, then) = (self.row(row), standing(row), standing(&row.as_shown()));
            let cells = row.cells.iter().map(|cell| cell.breakdown);
            let differs = cells.filter(|of| {
                let [typed, now, then] = [&typed, &now, &then].map(|row| row.cell(of));
                typed != now && now != then
            });
            changed.extend(differs.map(|of| (row.key.clone(), of)));
        }
        self.seen = view.position;
        changed
    }

    /// What the rows say; every fault at once, each at its figure.
    pub(super) fn said(
        &self,
        s: &Speech,
        faults: &mut Faults,
        view: &OutcomesPage,
    ) -> Vec<OutcomeSaid> {
        let rows = view.rows().zip(1..);
        let touched = rows.filter(|(row, _)| self.row(row) != standing(row));
        let said = touched.map(|(row, place)| {
            let mut of_row = Faults::default();
            let said = self.said_of(s, &mut of_row, row, place);
            // Of many rows the list of faults says which.
            let name = named(s, view, &row.key);
            for fault in of_row.0 {
                faults.add(fault.field, format!("{name}: {}", fault.text));
            }
            said
        });
        said.collect()
    }

    fn said_of(
        &self,
        s: &Speech,
        faults: &mut Faults,
        row: &OutcomeRow,
        place: usize,
    ) -> OutcomeSaid {
        let (typed, stands) = (self.row(row), standing(row));
        let field = format!("varfor-{place}");
        let why = text(s, faults, field.clone(), &typed.why, WHY, false);
        let why = why.map(|words| {
            let known = read_reason(words.as_str().unwrap_or_default());
            known.unwrap_or(NoValue::Because(words))
        });
        let cells = row.cells.iter().filter_map(|cell| {
            let value = self.value(s, faults, (row, cell, place), why.as_ref())?;
            Some((cell.breakdown, value))
        });
        let cells: Vec<_> = cells.collect();
        let is_used = cells
            .iter()
            .any(|(_, value)| matches!(value, Value::None(_)));
        if typed.why != stands.why && !typed.why.is_empty() && !is_used {
            faults.add(field, s.t("outcomes-why-unused"));
        }
        if stands.settles && !typed.settles {
            faults.add(format!("slut-{place}"), s.t("outcomes-settled-stays"));
        }
        OutcomeSaid {
            key: row.key.clone(),
            cells,
            settles: typed.settles,
        }
    }

    /// What a field of a figure says; none where it says nothing, or where something is wrong with it.
    fn value(
        &self,
        s: &Speech,
        faults: &mut Faults,
        (row, cell, place): (&OutcomeRow, &OutcomeCell, usize),
        why: Option<&NoValue>,
    ) -> Option<Value> {
        let typed = self.row(row);
        let (field, said) = (
            name("v", place, cell.breakdown),
            typed.cell(&cell.breakdown),
        );
        if said.is_empty() {
            let takes = cell.stands.is_some() || typed.says_nothing();
            // What was reported is not taken away in silence.
            if why.is_none() && cell.stands.is_some() {
                faults.add(field, s.t("outcomes-taken-away"));
            }
            return why.filter(|_| takes).cloned().map(Value::None);
        }
        if let Some(reason) = read_reason(said) {
            return Some(Value::None(reason));
        }
        let figure = figure(s, faults, field.clone(), said)?;
        let sure = self.sure.get(&(row.key.clone(), cell.breakdown));
        let is_sure = sure.is_some_and(|sure| sure == said) || cell.figure() == Some(figure);
        if let Some(odd) = cell.odd(figure).filter(|_| !is_sure) {
            faults.add(field, question(s, &figure, &odd));
        }
        Some(Value::Figure(figure))
    }
}

/// The fields of a row as it stands: a reason of ours stands in its field, one in other words beside the row.
fn standing(row: &OutcomeRow) -> TypedRow {
    let said = |cell: &OutcomeCell| match cell.stands.as_ref().map(|said| said.value.clone()) {
        Some(Value::Figure(figure)) => figure.to_string(),
        Some(Value::None(NoValue::Because(_))) | None => String::new(),
        Some(Value::None(reason)) => stored_reason(&reason),
    };
    let mut why = row.cells.iter().filter_map(other_words);
    TypedRow {
        why: why.next().unwrap_or_default(),
        settles: row.is_settled(),
        cells: row
            .cells
            .iter()
            .map(|cell| (cell.breakdown, said(cell)))
            .collect(),
    }
}

/// Why there is no figure, where that stands in other words than ours.
fn other_words(cell: &OutcomeCell) -> Option<String> {
    match &cell.stands.as_ref()?.value {
        Value::None(NoValue::Because(words)) => Some(words.as_str().unwrap_or_default().to_owned()),
        _ => None,
    }
}

/// A reason of ours as a field has it that nobody touches: the same in whatever language it is written.
fn stored_reason(reason: &NoValue) -> String {
    let known = REASONS.iter().find(|(of, _)| of == reason);
    known.map_or_else(String::new, |(_, key)| Words::of(Language::Sv).text(key))
}
