//! The rows of a plan in the order that its body chooses: moved a step, or put at a place.

use super::WorkSite;
use super::answers::{Answer, Faults, key, of_plan, unwritten};
use super::paths::WorkPaths;
use super::session::{Signed, see};
use super::shell::{Shell, speech};
use crate::failure::Failure;
use crate::form::Form;
use crate::pages::passing;
use crate::pages::speech::Speech;
use askama::Template;
use axum::Extension;
use axum::body::Bytes;
use axum::extract::{Path, RawQuery, State};
use axum::http::StatusCode;
use riktning_app::work::{ArrangeForm, ArrangeRow, Arranged, Arranging, MOST_ROWS, PlanTime};
use riktning_words::Language;
use std::collections::BTreeMap;
use uuid::Uuid;

/// Bytes of the form: what ten thousand rows have, so that they are answered in words.
const FORM: usize = 1 << 20;

#[derive(Template)]
#[template(path = "work/arrange.html")]
struct ArrangePage {
    shell: Shell,
    view: ArrangeForm,
    faults: Faults,
    key: Uuid,
    typed: Places,
    /// What has just been done, in a sentence.
    done: Option<String>,
}

/// The places as they were typed, by the number of their row, and what is wrong with some.
#[derive(Debug, Default)]
struct Places {
    typed: BTreeMap<u32, String>,
    faults: BTreeMap<u32, String>,
}

/// What is wanted of the rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Move {
    Up(u32),
    Down(u32),
    /// As the places say that were typed.
    Places,
}

pub(crate) async fn show(
    State(site): State<WorkSite>,
    Extension(me): Extension<Signed>,
    Path(at): Path<(String, String)>,
    RawQuery(query): RawQuery,
) -> Answer {
    let Some(view) = view(&site, &me, &at)? else {
        return decided(&site, &at);
    };
    let done = (query.as_deref() == Some("gjort=ordnat")).then(|| speech(&site).t("arrange-done"));
    page(
        &site,
        &me,
        view,
        (Places::default(), Faults::default()),
        done,
    )
}

pub(crate) async fn arrange(
    State(site): State<WorkSite>,
    Extension(me): Extension<Signed>,
    Path(at): Path<(String, String)>,
    bytes: Bytes,
) -> Answer {
    let form = Form::read(&bytes, FORM)?;
    let Some(view) = view(&site, &me, &at)? else {
        return decided(&site, &at);
    };
    let s = speech(&site);
    let mut typed = Places::read(&form);
    let moved = moved(&form);
    let mut faults = Faults::default();
    let wish = wanted(&s, &form, (&view, moved), &mut typed, &mut faults);
    let wish = wish.map(|wish| {
        let on = done(&site, &view, moved, &wish.numbers);
        (wish, on)
    });
    let is_good = faults.is_empty() && typed.faults.is_empty();
    let Some((wish, on)) = wish.filter(|_| is_good) else {
        return page(&site, &me, view, (typed, faults), None);
    };
    let changed = match site.app.arrange(me.colleague.person, wish).await {
        Arranged::Done => return Ok(see(&on)),
        Arranged::Nowhere => return Err(Failure::NotFound),
        Arranged::Unperformed(error) => return Err(unwritten(error)),
        Arranged::Changed => s.t("arrange-changed"),
        Arranged::Refused(refusal) => s.words.refusal(&refusal),
    };
    faults.add("rader", changed);
    // As they are now: what was typed was for others.
    match self::view(&site, &me, &at)? {
        Some(view) => page(&site, &me, view, (Places::default(), faults), None),
        None => decided(&site, &at),
    }
}

/// Where the page goes on: at the button that was pressed, so that it can be pressed again; at the
/// other one where the row can be moved no further.
fn done(site: &WorkSite, view: &ArrangeForm, moved: Move, rows: &[u32]) -> String {
    let to = WorkPaths(site.language).arrange(&view.time, &view.body.1);
    let at = match moved {
        Move::Up(number) if rows.first() == Some(&number) => format!("#ned-{number}"),
        Move::Down(number) if rows.last() == Some(&number) => format!("#upp-{number}"),
        Move::Up(number) => format!("#upp-{number}"),
        Move::Down(number) => format!("#ned-{number}"),
        Move::Places => String::new(),
    };
    format!("{to}?gjort=ordnat{at}")
}

/// The form; none for whoever comes too late, when it is decided.
fn view(
    site: &WorkSite,
    me: &Signed,
    (year, body): &(String, String),
) -> Result<Option<ArrangeForm>, Failure> {
    of_plan(site, me, (year, body), |i, now, body, time| {
        let form = ArrangeForm::of(i, now, body, time);
        let is_theirs = form.is_some() || ArrangeForm::is_too_late(i, body, time);
        is_theirs.then_some(form)
    })
}

/// Leads to the plan, which says that it is decided.
fn decided(site: &WorkSite, (year, body): &(String, String)) -> Answer {
    let time = PlanTime::parse(year).ok_or(Failure::NotFound)?;
    let plan = WorkPaths(site.language).plan(&time, body);
    Ok(see(&format!("{plan}?ordning=beslutad")))
}

impl Places {
    /// Rows and places are sent in pairs.
    fn read(form: &Form) -> Places {
        let rows = form.all("rad").zip(form.all("plats"));
        let rows = rows.take(MOST_ROWS);
        let read = |(row, place): (&str, &str)| Some((row.parse().ok()?, place.trim().to_owned()));
        Places {
            typed: rows.filter_map(read).collect(),
            faults: BTreeMap::new(),
        }
    }
}

/// The order that a form asks for.
fn wanted(
    s: &Speech,
    form: &Form,
    (view, moved): (&ArrangeForm, Move),
    typed: &mut Places,
    faults: &mut Faults,
) -> Option<Arranging> {
    let sent = form.all("rad").count();
    if sent > MOST_ROWS {
        faults.add("rader", too_many(s, sent));
        return None;
    }
    let rows: Option<Vec<u32>> = form.all("rad").map(|row| row.parse().ok()).collect();
    let seen = form
        .once("sedd")
        .and_then(|seen| Uuid::parse_str(seen).ok());
    let (Some(mut rows), Some(seen), Some(key)) = (rows, seen, key(form)) else {
        faults.add("rader", s.t("work-fault-form"));
        return None;
    };
    put(s, &mut rows, typed);
    step(&mut rows, moved);
    let order: Vec<String> = rows.iter().map(u32::to_string).collect();
    Some(Arranging {
        body: view.body.1.clone(),
        time: view.time,
        // A double click wants the same of the same form; another button of it wants something else.
        key: Uuid::new_v5(&key, order.join("/").as_bytes()),
        seen,
        numbers: rows,
    })
}

fn too_many(s: &Speech, rows: usize) -> String {
    let (rows, most) = (s.words.whole(rows), s.words.whole(MOST_ROWS));
    s.words
        .with("arrange-too-many", &[("rows", &rows), ("most", &most)])
}

fn moved(form: &Form) -> Move {
    let number = |name: &str| form.once(name).and_then(|number| number.parse().ok());
    match (number("upp"), number("ned")) {
        (Some(number), _) => Move::Up(number),
        (None, Some(number)) => Move::Down(number),
        (None, None) => Move::Places,
    }
}

/// Puts each row whose place was changed at the place that was typed; the others keep their order
/// around them.
fn put(s: &Speech, rows: &mut Vec<u32>, places: &mut Places) {
    let all = rows.len();
    let mut put: Vec<(usize, u32)> = Vec::new();
    for (at, row) in rows.iter().enumerate() {
        let place = places.typed.get(row).map_or("", String::as_str);
        match place.parse::<usize>() {
            Ok(place) if place == at + 1 => {}
            Ok(place) if (1..=all).contains(&place) => put.push((place, *row)),
            _ => {
                let (number, all) = (row.to_string(), s.words.whole(all));
                let args = [("row", number.as_str()), ("all", &all)];
                let fault = s.words.with("arrange-fault-place", &args);
                places.faults.insert(*row, fault);
            }
        }
    }
    rows.retain(|row| !put.iter().any(|(_, moved)| moved == row));
    // Those at the same place stand there one after the other, in the order in which they stood.
    put.sort_by_key(|(place, _)| *place);
    let mut free = 0;
    for (place, row) in put {
        let at = (place - 1).max(free).min(rows.len());
        rows.insert(at, row);
        free = at + 1;
    }
}

/// Moves a row one step; the first one no further up and the last no further down.
fn step(rows: &mut [u32], moved: Move) {
    let (number, up) = match moved {
        Move::Up(number) => (number, true),
        Move::Down(number) => (number, false),
        Move::Places => return,
    };
    let Some(at) = rows.iter().position(|row| *row == number) else {
        return;
    };
    let other = match up {
        true => at.checked_sub(1),
        false => Some(at + 1).filter(|next| *next < rows.len()),
    };
    if let Some(other) = other {
        rows.swap(at, other);
    }
}

fn page(
    site: &WorkSite,
    me: &Signed,
    view: ArrangeForm,
    (typed, faults): (Places, Faults),
    done: Option<String>,
) -> Answer {
    let s = speech(site);
    let (mut status, mut title) = faults.headed(&s, &s.t("arrange"));
    if !typed.faults.is_empty() {
        status = StatusCode::UNPROCESSABLE_ENTITY;
        title = s.t1("work-title-fault", "title", s.t("arrange"));
    }
    let path = WorkPaths(Language::Sv).arrange(&view.time, &view.body.1);
    let page = ArrangePage {
        shell: Shell::new(site, Some(me), view.frame.clone(), title, path),
        view,
        faults,
        key: Uuid::new_v4(),
        typed,
        done,
    };
    passing(status, &page)
}

impl ArrangePage {
    /// The place of a row as it was typed, or as it is.
    fn place(&self, row: &ArrangeRow, at: &usize) -> String {
        let typed = self.typed.typed.get(&row.number);
        typed.map_or_else(|| (at + 1).to_string(), Clone::clone)
    }

    /// What is wrong with the place of a row.
    fn fault(&self, row: &ArrangeRow) -> Option<&str> {
        self.typed.faults.get(&row.number).map(String::as_str)
    }

    fn fault_count(&self) -> usize {
        self.faults.0.len() + self.typed.faults.len()
    }

    /// Why nothing is moved here: there are more rows than a page shows.
    fn too_many(&self) -> Option<String> {
        let rows = self.view.rows.len();
        (rows > MOST_ROWS).then(|| too_many(&self.shell.s, rows))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use riktning_words::Words;

    fn put_at(rows: &[u32], typed: &[(u32, &str)]) -> (Vec<u32>, usize) {
        let speech = Speech::of(Words::of(Language::Sv));
        let mut all: BTreeMap<u32, String> = rows
            .iter()
            .enumerate()
            .map(|(at, row)| (*row, (at + 1).to_string()))
            .collect();
        all.extend(typed.iter().map(|(row, place)| (*row, (*place).to_owned())));
        let mut places = Places {
            typed: all,
            faults: BTreeMap::new(),
        };
        let mut rows = rows.to_vec();
        put(&speech, &mut rows, &mut places);
        (rows, places.faults.len())
    }

    #[test]
    fn a_row_that_is_put_at_a_place_stands_there_and_the_others_keep_their_order() {
        let rows = [7, 8, 9, 10];
        assert_eq!(put_at(&rows, &[]), (vec![7, 8, 9, 10], 0));
        assert_eq!(put_at(&rows, &[(10, "1")]), (vec![10, 7, 8, 9], 0));
        assert_eq!(put_at(&rows, &[(7, "4")]), (vec![8, 9, 10, 7], 0));
        assert_eq!(put_at(&rows, &[(7, "2"), (8, "1")]), (vec![8, 7, 9, 10], 0));
        // Two at the same place stand there one after the other.
        let at_the_same = put_at(&rows, &[(9, "1"), (10, "1")]);
        assert_eq!(
            at_the_same.0,
            [9, 10, 7, 8],
            "in the order in which they stood"
        );
        assert_eq!(put_at(&rows, &[(7, "3"), (8, "3")]).0, [9, 10, 7, 8]);
        assert_eq!(put_at(&rows, &[(7, "4"), (8, "4")]).0, [9, 10, 7, 8]);
        for wrong in ["0", "5", "", "två", "1.5", "-1", "99999999999999999999"] {
            assert_eq!(put_at(&rows, &[(8, wrong)]).1, 1, "{wrong}");
        }
    }

    #[test]
    fn a_step_never_leads_out_of_the_plan() {
        let stepped = |moved| {
            let mut rows = [7, 8, 9];
            step(&mut rows, moved);
            rows
        };
        assert_eq!(stepped(Move::Up(9)), [7, 9, 8]);
        assert_eq!(stepped(Move::Down(7)), [8, 7, 9]);
        for nothing in [Move::Up(7), Move::Down(9), Move::Up(1), Move::Places] {
            assert_eq!(stepped(nothing), [7, 8, 9], "{nothing:?}");
        }
    }
}
