//! The memorandum (*tjänsteskrivelse*) over a plan, as a page and as plain text to copy.
//!
//! It is in Swedish whatever the language of the page: it goes to a Swedish authority's meeting.

use super::WorkSite;
use super::answers::{Answer, of_plan};
use super::history::said;
use super::paths::WorkPaths;
use super::plans::said_quantity;
use super::refer::standing;
use super::session::Signed;
use super::shell::{Shell, speech};
use crate::failure::Failure;
use crate::pages::passing;
use crate::pages::speech::Speech;
use askama::Template;
use axum::Extension;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use axum::response::IntoResponse as _;
use riktning_app::work::{
    Difference, Line, Memorandum, Order, PlanTime, Referral, Value, WorkFrame,
};
use riktning_words::{Language, Words};
use std::fmt::Write as _;

/// The letter itself, in Swedish.
#[derive(Debug)]
struct Letter {
    subject: String,
    day: String,
    /// *Förslag till beslut*, in numbered points.
    points: Vec<String>,
    summary: Vec<String>,
    rows: Vec<Row>,
    orders: Vec<String>,
    /// Who was asked what they say of it, and what each says.
    asked: Vec<Row>,
    sent_to: Vec<String>,
}

/// A row of the plan with what is to be known of it.
#[derive(Debug)]
struct Row {
    head: String,
    details: Vec<String>,
}

#[derive(Template)]
#[template(path = "work/memorandum.html")]
struct MemorandumPage {
    shell: Shell,
    /// The words of the letter.
    sv: Speech,
    letter: Letter,
    body: (riktning_domain::Names, String),
    time: PlanTime,
}

pub(crate) async fn show(
    State(site): State<WorkSite>,
    Extension(me): Extension<Signed>,
    Path((year, body)): Path<(String, String)>,
) -> Answer {
    let (frame, view) = view(&site, &me, &year, &body)?;
    let letter = Letter::of(&swedish(), &view);
    let title = speech(&site).t("memorandum");
    let path = WorkPaths(Language::Sv).memorandum(&view.plan.time, &view.plan.body.1);
    let page = MemorandumPage {
        shell: Shell::new(&site, Some(&me), frame, title, path),
        sv: swedish(),
        letter,
        body: view.plan.body,
        time: view.plan.time,
    };
    passing(StatusCode::OK, &page)
}

/// The same as plain text.
pub(crate) async fn text(
    State(site): State<WorkSite>,
    Extension(me): Extension<Signed>,
    Path((year, body)): Path<(String, String)>,
) -> Answer {
    let (_, view) = view(&site, &me, &year, &body)?;
    let text = Letter::of(&swedish(), &view).plain(&swedish());
    Ok(([(CONTENT_TYPE, "text/plain; charset=utf-8")], text).into_response())
}

fn view(
    site: &WorkSite,
    me: &Signed,
    year: &str,
    body: &str,
) -> Result<(WorkFrame, Memorandum), Failure> {
    of_plan(site, me, (year, body), |i, now, body, time| {
        let view = Memorandum::of(i, now, body, time)?;
        Some((WorkFrame::of(i), view))
    })
}

fn swedish() -> Speech {
    Speech::of(Words::of(Language::Sv))
}

impl Letter {
    fn of(s: &Speech, view: &Memorandum) -> Letter {
        let body = s.name(&view.plan.body.0).plain().to_owned();
        let year = view.plan.time.to_string();
        let args = [("body", body.as_str()), ("year", &year)];
        let count = [("count", view.proposed.len())];
        let adopt = match view.is_supplement() {
            true => "memorandum-supplement",
            false => "memorandum-adopt",
        };
        let mut points = vec![s.words.with_counts(adopt, &count, &args)];
        let sent_to: Vec<String> = view
            .sent_to
            .iter()
            .map(|names| s.name(names).plain().to_owned())
            .collect();
        if !sent_to.is_empty() {
            let to = s.words.list(&sent_to);
            points.push(s.t1("memorandum-send", "to", to));
        }
        Letter {
            subject: s.words.with("memorandum-subject", &args),
            day: s.day(&view.plan.today),
            points,
            summary: summary(s, view),
            rows: view.proposed.iter().map(|line| Row::of(s, line)).collect(),
            orders: view.plan.orders.iter().map(|o| order(s, o)).collect(),
            asked: view
                .plan
                .referral
                .iter()
                .flat_map(|r| asked(s, r))
                .collect(),
            sent_to,
        }
    }

    /// As it is pasted into a mail or the system of the registry.
    fn plain(&self, s: &Speech) -> String {
        let mut text = format!("{}\n{}\n", self.subject, self.day);
        let section = |text: &mut String, key: &str| {
            // Writing to a String cannot fail.
            let _ = write!(text, "\n{}\n\n", s.t(key)); // words-keys: memorandum-*
        };
        section(&mut text, "memorandum-proposal");
        for (n, point) in self.points.iter().enumerate() {
            let _ = writeln!(text, "{}. {point}", n + 1);
        }
        section(&mut text, "memorandum-summary");
        text.push_str(&self.summary.join("\n"));
        text.push('\n');
        section(&mut text, "memorandum-rows");
        for (n, row) in self.rows.iter().enumerate() {
            let _ = writeln!(text, "{}. {}", n + 1, row.head);
            for detail in &row.details {
                let _ = writeln!(text, "   {detail}");
            }
        }
        if !self.asked.is_empty() {
            section(&mut text, "memorandum-referral");
            for row in &self.asked {
                let _ = writeln!(text, "- {}", row.head);
                for line in row.details.iter().flat_map(|detail| detail.lines()) {
                    let _ = writeln!(text, "   {line}");
                }
            }
        }
        for (key, items) in [
            ("memorandum-orders", &self.orders),
            ("memorandum-sent-to", &self.sent_to),
        ] {
            if !items.is_empty() {
                section(&mut text, key);
                for item in items {
                    let _ = writeln!(text, "- {item}");
                }
            }
        }
        // Marks that turn the reading direction would turn what is pasted after them.
        text.retain(|letter| !matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'));
        text
    }
}

/// What the plan holds and answers, and what it lacks.
fn summary(s: &Speech, view: &Memorandum) -> Vec<String> {
    let mut said = vec![s.n("memorandum-holds", &view.proposed.len())];
    let (answered, orders) = view.answered();
    if orders > 0 {
        let counts = [("count", answered), ("all", orders)];
        said.push(match answered {
            0 => s
                .words
                .with_counts("memorandum-answers-none", &counts[1..], &[]),
            all if all == orders => {
                s.words
                    .with_counts("memorandum-answers-all", &counts[1..], &[])
            }
            _ => s.words.with_counts("memorandum-answers", &counts, &[]),
        });
    }
    let unlinked = view
        .proposed
        .iter()
        .filter(|line| line.details.lacks_link)
        .count();
    if let Some(round) = &view.plan.referral {
        let round = super::refer::said(s, round);
        said.push(format!("{} {round}", s.t("memorandum-asked")));
    }
    if unlinked > 0 {
        said.push(s.n("memorandum-unlinked", &unlinked));
    }
    said
}

fn order(s: &Speech, order: &Order) -> String {
    let text = s.words.typed(&order.text);
    match order.answers.is_empty() {
        true => s.t1("memorandum-order-open", "order", text),
        false => s.t1("memorandum-order-answered", "order", text),
    }
}

/// Whom the plan has asked, how each has answered, and its words.
fn asked(s: &Speech, round: &Referral) -> Vec<Row> {
    let asked = round.asked.iter().map(|asked| {
        let name = s.name(&asked.names).plain().to_owned();
        let says = asked.answers.first().and_then(|last| last.says.as_ref());
        Row {
            head: format!("{name}: {}", standing(s, round, asked)),
            details: says.iter().map(|text| s.words.typed(text)).collect(),
        }
    });
    asked.collect()
}

/// What a proposal changes, before and after.
fn changed(s: &Speech, change: &Difference) -> String {
    let said = |values: &[Value]| {
        let said = values.iter().map(|value| said(s, value).plain());
        match values.is_empty() {
            true => s.t("memorandum-row-nothing"),
            false => said.collect::<Vec<_>>().join(", "),
        }
    };
    let (before, after) = (said(&change.before), said(&change.after));
    let args = [
        ("field", super::history::of(s, change).plain()),
        ("before", before),
        ("after", after),
    ];
    let args: Vec<(&str, &str)> = args
        .iter()
        .map(|(name, text)| (*name, text.as_str()))
        .collect();
    s.words.with("memorandum-row-changed", &args)
}

impl Row {
    fn of(s: &Speech, line: &Line) -> Row {
        let typed = |text: &riktning_domain::Text| s.words.typed(text);
        let labelled = |key: &str, text: String| format!("{}: {text}", s.t(key)); // words-keys: memorandum-row-*
        let mut details = Vec::new();
        // Whoever copies it out must see what is not for everybody.
        details.extend(super::readers::said(s, &line.details.visibility));
        let before = line.before.iter().map(typed);
        details.extend(before.map(|text| labelled("memorandum-row-before", text)));
        details.extend(line.changes.iter().map(|change| changed(s, change)));
        let means = line.details.description.iter().map(typed);
        details.extend(means.map(|text| labelled("memorandum-row-means", text)));
        let above = line.details.supports.iter().map(typed);
        details.extend(above.map(|text| labelled("memorandum-row-supports", text)));
        let order = line.details.order.iter().map(typed);
        details.extend(order.map(|text| labelled("memorandum-row-order", text)));
        let continues = line.details.continues.iter();
        details.extend(continues.map(|(number, year)| super::continues(s, number, year)));
        let role = line.details.role.iter().map(typed);
        details.extend(role.map(|text| labelled("memorandum-row-role", text)));
        let why = line.details.why.iter().map(typed);
        details.extend(why.map(|text| labelled("memorandum-row-why", text)));
        let money = line.details.amount.iter().map(|money| s.money(money));
        details.extend(money.map(|text| labelled("memorandum-row-money", text)));
        let otherwise = line.details.if_not_kept.iter().map(typed);
        details.extend(otherwise.map(|text| labelled("memorandum-row-if-not-kept", text)));
        let quantity = line.details.quantity.iter().map(|q| said_quantity(s, q));
        let measured = quantity.chain(line.details.condition.iter().map(typed));
        details.extend(measured.map(|text| labelled("memorandum-row-measure", text)));
        let due = line.details.due.iter().map(|due| s.dated(due));
        details.extend(due.map(|text| labelled("memorandum-row-due", text)));
        let clear = line.details.clear_anyway.iter().map(typed);
        details.extend(clear.map(|text| labelled("memorandum-row-clear", text)));
        let lacking = line
            .findings
            .iter()
            .filter(|found| found.fulfilled == Some(false));
        let lacking: Vec<String> = lacking
            .map(|found| s.name(&found.names).plain().to_lowercase())
            .collect();
        if !lacking.is_empty() {
            details.push(labelled("memorandum-row-lacks", s.words.list(&lacking)));
        }
        Row {
            head: format!("{}: {}", s.name(&line.level).plain(), typed(&line.text)),
            details,
        }
    }
}
