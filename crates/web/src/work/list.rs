//! A list from a word processor or a spreadsheet, pasted: looked at first, then all of it or none.

use super::WorkSite;
use super::answers::{Answer, Faults, key, unwritten};
use super::choosing::{Asked, Offer};
use super::drafts::{self, Keeping, Left, scripted};
use super::element::{CONDITION, SENTENCE, UNIT, chosen, form_of, plan_names, target};
use super::paths::WorkPaths;
use super::plans::said_quantity;
use super::session::{Signed, see};
use super::shell::{Shell, speech};
use super::typed;
use crate::failure::Failure;
use crate::form::{self, Form};
use crate::pages::passing;
use crate::pages::speech::Speech;
use askama::Template;
use axum::Extension;
use axum::body::Bytes;
use axum::extract::{Path, RawQuery, State};
use riktning_app::App;
use riktning_app::views::criteria::FindingLine;
use riktning_app::work::{ElementForm, FoundInList, ListRow, Listing, Target, Unlisted, Unsaved};
use riktning_domain::Text;
use riktning_domain::elements::Quantity;
use riktning_words::{Language, Words};
use std::collections::BTreeSet;
use uuid::Uuid;

/// The most rows at once.
const ROWS: usize = 200;

#[derive(Template)]
#[template(path = "work/list.html")]
struct ListPage {
    shell: Shell,
    view: ElementForm,
    offer: Offer,
    pasted: Pasted,
    faults: Faults,
    key: Uuid,
    action: String,
    heading: String,
    keeping: Keeping,
}

impl ListPage {
    /// That the sentence of a row stands in the plan already, or earlier in the list.
    fn twin(&self, row: &Looked) -> Option<String> {
        let s = &self.shell.s;
        let in_plan = row.found.twin;
        let in_plan = in_plan.map(|number| s.t1("work-list-twin", "number", number));
        let earlier = row
            .found
            .again
            .and_then(|place| self.pasted.rows.get(place));
        in_plan.or_else(|| Some(s.t1("work-list-again", "row", earlier?.number)))
    }
}

/// What was sent.
#[derive(Debug, Default)]
struct Pasted {
    /// The list as it was pasted.
    typed: String,
    /// What all its rows support.
    chosen: BTreeSet<Uuid>,
    rows: Vec<Looked>,
    /// Whether its first row is headings, which become no row.
    has_headings: bool,
    /// What was left in the form, if that stands in it.
    left: Option<Left>,
    /// The keys of the form under which it was typed, the last one first.
    keys: Vec<Uuid>,
    /// What is looked for among what can be chosen.
    asked: Asked,
}

/// A row as it was read.
#[derive(Clone, Debug)]
struct Looked {
    /// Its place among the rows that say something, from one.
    number: usize,
    text: String,
    role: String,
    due: String,
    measure: String,
    /// What is wrong with it.
    faults: Vec<String>,
    /// The same as domain types, if nothing is.
    row: Option<ListRow>,
    /// What is found of it, where nothing is wrong with any row.
    found: FoundInList,
}

impl Looked {
    /// What its writer is asked about, or has not said.
    fn asks(&self) -> Vec<FindingLine> {
        let lines = self.found.findings.iter();
        let asks = lines.filter(|line| line.fulfilled == Some(false) || !line.points.is_empty());
        asks.cloned().collect()
    }
}

pub(crate) async fn show(
    State(site): State<WorkSite>,
    Extension(me): Extension<Signed>,
    Path(at): Path<(String, String)>,
    RawQuery(query): RawQuery,
) -> Answer {
    let target = target(&at, query.as_deref())?;
    let left = drafts::left(&site, &me, &address(&target)?).await;
    let pasted = left.map(Pasted::left).unwrap_or_default();
    match form_of(&site, &me, &target) {
        Ok(view) => page(&site, &me, &target, view, pasted, Faults::default()),
        Err(_) => super::late::list(&site, &me, &target, pasted.typed),
    }
}

pub(crate) async fn save(
    State(site): State<WorkSite>,
    Extension(me): Extension<Signed>,
    Path(at): Path<(String, String)>,
    RawQuery(query): RawQuery,
    bytes: Bytes,
) -> Answer {
    let form = Form::read(&bytes, form::LARGEST)?;
    let target = target(&at, query.as_deref())?;
    let typed = form.typed("lista").to_owned();
    let Ok(view) = form_of(&site, &me, &target) else {
        return super::late::list(&site, &me, &target, typed);
    };
    let asked = Asked::read(&form);
    if asked.looks {
        let pasted = Pasted::searching(&form, asked);
        return page(&site, &me, &target, view, pasted, Faults::default());
    }
    let s = speech(&site);
    let mut faults = Faults::default();
    let lines = super::pasted::rows(&typed);
    let mut pasted = Pasted {
        asked,
        has_headings: lines.first().is_some_and(|row| is_headings(row)),
        rows: looked(&site.app, &s, &lines, &mut faults),
        chosen: chosen(&s, &form, &view, &mut faults),
        typed,
        left: None,
        keys: drafts::keys_of(&form),
    };
    let listing = pasted.listing(&target, &form);
    if let Some(listing) = &listing {
        let person = me.colleague.person;
        let found = site.app.inside(person, |i, _| listing.found(i));
        for (row, found) in pasted.rows.iter_mut().zip(found) {
            row.found = found;
        }
    }
    match listing.filter(|_| faults.is_empty() && form.once("spara").is_some()) {
        None => page(&site, &me, &target, view, pasted, faults),
        Some(listing) => written(&site, &me, view, &listing, (pasted, &form)).await,
    }
}

async fn written(
    site: &WorkSite,
    me: &Signed,
    view: ElementForm,
    listing: &Listing,
    (pasted, form): (Pasted, &Form),
) -> Answer {
    let names = plan_names(view.time);
    let saved = site.app.write_list(me.colleague.person, listing, &names);
    let Unlisted { row, why } = match saved.await {
        Ok(saved) => {
            drafts::sent(site, me, &address(&listing.target)?, form).await;
            let to = WorkPaths(site.language).plan(&saved.time, &saved.body);
            return Ok(see(&format!("{to}?gjort=lista#nr-{}", saved.number)));
        }
        Err(unlisted) => unlisted,
    };
    let s = speech(site);
    let mut faults = Faults::default();
    let why = match why {
        Unsaved::Nowhere => return super::late::list(site, me, &listing.target, pasted.typed),
        Unsaved::Unperformed(error) => return Err(unwritten(error)),
        Unsaved::Changed => s.t("work-list-changed"),
        Unsaved::Refused(refusal) => s.words.refusal(&refusal),
    };
    faults.add(
        "lista",
        match row {
            Some(row) => format!("{} {why}", s.t1("work-list-row", "row", row + 1)),
            None => why,
        },
    );
    page(site, me, &listing.target, view, pasted, faults)
}

/// The rows of what was pasted: one promise a line; the next columns, if any, say who is
/// responsible and when it is due.
fn looked(app: &App, s: &Speech, lines: &[Vec<String>], faults: &mut Faults) -> Vec<Looked> {
    if lines.len() > ROWS {
        let (rows, most) = (s.words.whole(lines.len()), s.words.whole(ROWS));
        let args = [("rows", rows.as_str()), ("most", &most)];
        faults.add("lista", s.words.with("work-list-too-many", &args));
        return Vec::new();
    }
    let lines = lines.iter().enumerate();
    // The first row may be what the columns are called.
    let lines = lines.filter(|(n, line)| *n > 0 || !is_headings(line));
    let rows: Vec<_> = lines
        .map(|(n, line)| Looked::of(app, s, n + 1, line))
        .collect();
    if rows.is_empty() {
        faults.add("lista", s.t("work-list-empty"));
    }
    for row in rows.iter().filter(|row| !row.faults.is_empty()) {
        let at = s.t1("work-list-row", "row", row.number);
        faults.add("lista", format!("{at} {}", row.faults.join(" ")));
    }
    rows
}

/// Whether a row says what columns are called, in any of the languages.
fn is_headings(row: &[String]) -> bool {
    let known: Vec<String> = Language::ALL
        .into_iter()
        .flat_map(|language| {
            let words = Words::of(language).text("work-list-headings");
            let words = words.split(',').map(|word| word.trim().to_lowercase());
            words.collect::<Vec<_>>()
        })
        .collect();
    let said: Vec<&String> = row.iter().filter(|cell| !cell.is_empty()).collect();
    said.len() > 1 && said.iter().all(|cell| known.contains(&cell.to_lowercase()))
}

impl Looked {
    fn of(app: &App, s: &Speech, number: usize, cells: &[String]) -> Looked {
        let cell = |at: usize| cells.get(at).cloned().unwrap_or_default();
        let (text, role, due, measure) = (cell(0), cell(1), cell(2), cell(3));
        let mut faults = Faults::default();
        if cells.iter().skip(4).any(|cell| !cell.is_empty()) {
            faults.add("lista", s.t("work-list-columns"));
        }
        let sentence = typed::text(s, &mut faults, "lista", &text, SENTENCE, false);
        if sentence.is_none() {
            faults.add("lista", s.t("work-fault-text"));
        }
        let responsible = typed::role(app, s, &mut faults, "lista", &role);
        let day = typed::dated(s, &mut faults, "lista", &due);
        let (quantity, condition) = measured(s, &mut faults, &measure);
        // Shown as it was read, so that whoever saves it has seen what becomes of it.
        let due = match &day {
            Some(day) if faults.is_empty() => s.dated(day),
            _ => due,
        };
        let measure = quantity.as_ref().map_or(measure, |q| said_quantity(s, q));
        let row = sentence
            .filter(|_| faults.is_empty())
            .map(|text: Text| ListRow {
                text,
                role: responsible,
                due: day,
                quantity,
                condition,
            });
        Looked {
            number,
            text,
            role,
            due,
            measure,
            faults: faults.0.into_iter().map(|fault| fault.text).collect(),
            row,
            found: FoundInList::default(),
        }
    }
}

/// How it is seen that a promise is kept: an amount of something, "minst 12 procent", or else what can be
/// tested.
fn measured(s: &Speech, faults: &mut Faults, cell: &str) -> (Option<Quantity>, Option<Text>) {
    let said = typed::text(s, faults, "lista", cell, CONDITION, false);
    let Some(words) = said.as_ref().and_then(Text::as_str) else {
        return (None, None);
    };
    let least = s.t1("work-at-least", "quantity", "");
    let least = least.trim().to_lowercase();
    let (at_least, amount) = match words.to_lowercase().strip_prefix(&least) {
        Some(rest) if rest.starts_with(char::is_whitespace) => {
            (true, words.get(least.len()..).unwrap_or(words))
        }
        _ => (false, words),
    };
    let amount = amount.trim();
    let is_of_figure = |c: char| c.is_ascii_digit() || c.is_whitespace() || ",.".contains(c);
    let unit = amount.trim_start_matches(is_of_figure);
    let figure = amount.strip_suffix(unit).unwrap_or_default();
    // "24/7" and "2a" are no amounts of anything.
    if !(figure.ends_with(char::is_whitespace) || unit.starts_with('%')) {
        return (None, said);
    }
    let figure = figure.trim();
    let mut unread = Faults::default();
    let value = typed::figure(s, &mut unread, "lista", figure);
    match value.filter(|_| !unit.is_empty() && unit.chars().count() <= UNIT) {
        None => (None, said),
        Some(value) => {
            let unit = Text::new(unit);
            let quantity = Quantity {
                value,
                unit,
                at_least,
            };
            (Some(quantity), None)
        }
    }
}

/// The address of the form, in Swedish.
pub(super) fn address(target: &Target) -> Result<String, Failure> {
    let Target::New {
        body, time, place, ..
    } = target
    else {
        return Err(Failure::NotFound);
    };
    Ok(WorkPaths(Language::Sv).paste(time, body, place))
}

impl Pasted {
    fn left(left: Left) -> Pasted {
        let searching = Pasted::searching(&left.form, Asked::read(&left.form));
        Pasted {
            left: Some(left).filter(|left| !left.form.typed("lista").is_empty()),
            ..searching
        }
    }

    /// What was typed and chosen, while somebody looks for more to choose.
    fn searching(form: &Form, asked: Asked) -> Pasted {
        let ids = form.all("val").map(Uuid::parse_str);
        Pasted {
            typed: form.typed("lista").to_owned(),
            chosen: ids.filter_map(Result::ok).collect(),
            rows: Vec::new(),
            has_headings: false,
            left: None,
            keys: drafts::keys_of(form),
            asked,
        }
    }

    /// The list as domain types; none if a row is at fault or the form is not whole.
    fn listing(&self, target: &Target, form: &Form) -> Option<Listing> {
        let rows: Option<Vec<ListRow>> = self.rows.iter().map(|row| row.row.clone()).collect();
        Some(Listing {
            target: target.clone(),
            key: key(form)?,
            rows: rows.filter(|rows| !rows.is_empty())?,
            chosen: self.chosen.clone(),
        })
    }
}

fn page(
    site: &WorkSite,
    me: &Signed,
    target: &Target,
    view: ElementForm,
    pasted: Pasted,
    mut faults: Faults,
) -> Answer {
    let s = speech(site);
    let offer = Offer::of(
        &s,
        &view.choices,
        &pasted.chosen,
        &pasted.asked,
        &mut faults,
    );
    let heading = s.t1("work-paste", "level", s.name(&view.level).plain());
    let (status, title) = faults.headed(&s, &heading);
    let path = address(target)?;
    let whose = format!("{heading}, {}", s.name(&view.body.0).plain());
    let page = ListPage {
        keeping: Keeping::of(
            site,
            &path,
            &whose,
            pasted.left.as_ref(),
            pasted.keys.clone(),
        ),
        action: WorkPaths(site.language).form(&path),
        shell: Shell::new(site, Some(me), view.frame.clone(), title, path),
        view,
        offer,
        pasted,
        faults,
        key: Uuid::new_v4(),
        heading,
    };
    passing(status, &page).map(scripted)
}
