//! A list from a word processor or a spreadsheet, pasted: looked at first, then all of it or none.

use super::WorkSite;
use super::answers::{Answer, Faults, key, unwritten};
use super::element::{ROLE, SENTENCE, form_of, plan_names, target};
use super::paths::WorkPaths;
use super::session::{Signed, see};
use super::shell::{Shell, speech};
use super::typed;
use crate::failure::Failure;
use crate::form::Form;
use crate::pages::passing;
use crate::pages::speech::Speech;
use askama::Template;
use axum::Extension;
use axum::body::Bytes;
use axum::extract::{Path, RawQuery, State};
use riktning_app::work::{ElementForm, ListRow, Listing, Target, Unlisted, Unsaved};
use riktning_domain::Text;
use uuid::Uuid;

/// Bytes of the form: what a spreadsheet of ten thousand rows has, so that it is answered in words.
const FORM: usize = 4 << 20;
/// The most rows at once.
const ROWS: usize = 200;

#[derive(Template)]
#[template(path = "work/list.html")]
struct ListPage {
    shell: Shell,
    view: ElementForm,
    /// What was pasted.
    typed: String,
    rows: Vec<Looked>,
    faults: Faults,
    key: Uuid,
    action: String,
    heading: String,
}

/// A row as it was read.
#[derive(Clone, Debug)]
struct Looked {
    /// Its place among the rows that say something, from one.
    number: usize,
    text: String,
    role: String,
    due: String,
    /// What is wrong with it.
    faults: Vec<String>,
    /// The same as domain types, if nothing is.
    row: Option<ListRow>,
}

pub(crate) async fn show(
    State(site): State<WorkSite>,
    Extension(me): Extension<Signed>,
    Path(at): Path<(String, String)>,
    RawQuery(query): RawQuery,
) -> Answer {
    let target = target(&at, query.as_deref())?;
    let view = form_of(&site, &me, &target)?;
    page(
        &site,
        &me,
        &target,
        view,
        String::new(),
        Vec::new(),
        Faults::default(),
    )
}

pub(crate) async fn save(
    State(site): State<WorkSite>,
    Extension(me): Extension<Signed>,
    Path(at): Path<(String, String)>,
    RawQuery(query): RawQuery,
    bytes: Bytes,
) -> Answer {
    let form = Form::read(&bytes, FORM)?;
    let target = target(&at, query.as_deref())?;
    let typed = form.typed("lista").to_owned();
    let s = speech(&site);
    let Ok(view) = form_of(&site, &me, &target) else {
        return super::late::list(&site, &me, &target, typed);
    };
    let mut faults = Faults::default();
    let rows = looked(&s, &typed, &mut faults);
    let listing = listing(&target, &rows, &form);
    match listing.filter(|_| faults.is_empty() && form.once("spara").is_some()) {
        None => page(&site, &me, &target, view, typed, rows, faults),
        Some(listing) => written(&site, &me, view, &listing, (typed, rows)).await,
    }
}

async fn written(
    site: &WorkSite,
    me: &Signed,
    view: ElementForm,
    listing: &Listing,
    (typed, rows): (String, Vec<Looked>),
) -> Answer {
    let names = plan_names(view.year);
    let saved = site.app.write_list(me.colleague.person, listing, &names);
    let Unlisted { row, why } = match saved.await {
        Ok(saved) => {
            let to = WorkPaths(site.language).plan(&saved.year, &saved.body);
            return Ok(see(&format!("{to}?gjort=lista#nr-{}", saved.number)));
        }
        Err(unlisted) => unlisted,
    };
    let s = speech(site);
    let mut faults = Faults::default();
    let why = match why {
        Unsaved::Nowhere => return super::late::list(site, me, &listing.target, typed),
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
    page(site, me, &listing.target, view, typed, rows, faults)
}

/// The rows of what was pasted: one promise a line; the next columns, if any, say who is
/// responsible and when it is due.
fn looked(s: &Speech, typed: &str, faults: &mut Faults) -> Vec<Looked> {
    let lines = typed
        .lines()
        .map(|line| line.trim_matches([' ', '\u{a0}', '\r']));
    let lines: Vec<&str> = lines.filter(|line| !line.trim().is_empty()).collect();
    if lines.len() > ROWS {
        let (rows, most) = (s.words.whole(lines.len()), s.words.whole(ROWS));
        let args = [("rows", rows.as_str()), ("most", &most)];
        faults.add("lista", s.words.with("work-list-too-many", &args));
        return Vec::new();
    }
    if lines.is_empty() {
        faults.add("lista", s.t("work-list-empty"));
    }
    let lines = lines.into_iter().enumerate();
    let rows: Vec<_> = lines.map(|(n, line)| Looked::of(s, n + 1, line)).collect();
    for row in rows.iter().filter(|row| !row.faults.is_empty()) {
        let at = s.t1("work-list-row", "row", row.number);
        faults.add("lista", format!("{at} {}", row.faults.join(" ")));
    }
    rows
}

impl Looked {
    fn of(s: &Speech, number: usize, line: &str) -> Looked {
        let mut cells = line.split('\t').map(str::trim);
        let mut next = || cells.next().unwrap_or_default().to_owned();
        let (text, role, due) = (unmarked(&next()).to_owned(), next(), next());
        let mut faults = Faults::default();
        let sentence = typed::text(s, &mut faults, "lista", &text, SENTENCE, false);
        if sentence.is_none() {
            faults.add("lista", s.t("work-fault-text"));
        }
        let responsible = typed::text(s, &mut faults, "lista", &role, ROLE, false);
        let day = typed::dated(s, &mut faults, "lista", &due);
        let row = sentence
            .filter(|_| faults.is_empty())
            .map(|text: Text| ListRow {
                text,
                role: responsible,
                due: day,
            });
        Looked {
            number,
            text,
            role,
            due,
            faults: faults.0.into_iter().map(|fault| fault.text).collect(),
            row,
        }
    }
}

/// A line without the mark or the number that a word processor put before it.
fn unmarked(line: &str) -> &str {
    let line = line.trim_start_matches(['•', '◦', '▪', '●', '·', '–', '-', '*', '\u{f0b7}']);
    let number = line
        .trim_start()
        .trim_start_matches(|c: char| c.is_ascii_digit());
    let numbered = number.len() < line.trim_start().len();
    match number.strip_prefix(['.', ')']) {
        Some(rest) if numbered && rest.starts_with([' ', '\t', '\u{a0}']) => rest.trim(),
        _ => line.trim(),
    }
}

/// The list as domain types; none if a row is at fault or the form is not whole.
fn listing(target: &Target, rows: &[Looked], form: &Form) -> Option<Listing> {
    let rows: Option<Vec<ListRow>> = rows.iter().map(|row| row.row.clone()).collect();
    Some(Listing {
        target: target.clone(),
        key: key(form)?,
        rows: rows.filter(|rows| !rows.is_empty())?,
    })
}

fn page(
    site: &WorkSite,
    me: &Signed,
    target: &Target,
    view: ElementForm,
    typed: String,
    rows: Vec<Looked>,
    faults: Faults,
) -> Answer {
    let Target::New { place, .. } = target else {
        return Err(Failure::NotFound);
    };
    let s = speech(site);
    let heading = s.t1("work-paste", "level", s.name(&view.level).plain());
    let (status, title) = faults.headed(&s, &heading);
    let swedish = WorkPaths(riktning_words::Language::Sv);
    let at = |w: WorkPaths| w.paste(&view.year, &view.body.1, place);
    let page = ListPage {
        action: at(WorkPaths(site.language)),
        shell: Shell::new(site, Some(me), view.frame.clone(), title, at(swedish)),
        view,
        typed,
        rows,
        faults,
        key: Uuid::new_v4(),
        heading,
    };
    passing(status, &page)
}

#[cfg(test)]
mod tests {
    use super::unmarked;

    #[test]
    fn marks_and_numbers_of_a_list_are_no_part_of_a_promise() {
        for (line, said) in [
            ("• Fler platser", "Fler platser"),
            ("1. Fler platser", "Fler platser"),
            ("12)\u{a0}Fler platser", "Fler platser"),
            ("- Fler platser", "Fler platser"),
            ("100 platser till", "100 platser till"),
            ("3.5 procent", "3.5 procent"),
        ] {
            assert_eq!(unmarked(line), said);
        }
    }
}
