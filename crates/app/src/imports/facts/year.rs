//! What the file says of years: what was undertaken for them, and their money.

// `.text` is a field of a record here. words-keys: none

use super::exact::exact;
use super::indicators::OutcomeIn;
use super::json::Json;
use super::notes::control_year;
use super::reader::{At, FaultKind, SourceIn};
use super::swedish;
use super::years::year_in;
use riktning_domain::frames::Account;
use riktning_domain::indicators::Interpretation;
use riktning_domain::{Dated, Figure, Money, MoneyUnit, Period};

/// Something undertaken for a year, of the kind that the source calls it.
#[derive(Debug)]
pub(crate) struct CommitmentIn {
    pub(super) path: String,
    pub(super) id: String,
    pub(super) year: i16,
    pub(super) owner: Option<String>,
    pub(super) text: String,
    pub(super) kind: String,
    pub(super) amount: Option<Money>,
    pub(super) quantity: Option<(Figure, String, bool)>,
    pub(super) due: Option<Dated>,
    pub(super) goal: Option<(String, String, Interpretation)>,
    pub(super) note: Option<String>,
    pub(super) source: Option<SourceIn>,
}

/// A printed table of money, or a single printed figure.
#[derive(Debug)]
pub(crate) struct MoneyIn {
    pub(super) path: String,
    /// What tells it from others, whatever its place in the file.
    pub(super) key: String,
    pub(super) period: Period,
    pub(super) rows: Vec<MoneyRowIn>,
    pub(super) sums: [Option<Money>; 3],
    pub(super) target_percent: Option<Figure>,
    pub(super) note: Option<String>,
    pub(super) source: Option<SourceIn>,
}

/// A row: whose money, `None` for the whole municipality's.
#[derive(Debug)]
pub(crate) struct MoneyRowIn {
    pub(super) whose: Option<String>,
    pub(super) account: Account,
    pub(super) frame: Option<Money>,
    pub(super) outcome: Option<Money>,
    pub(super) deviation: Option<Money>,
    pub(super) percent: Option<Figure>,
    pub(super) by_revenue: bool,
    pub(super) approximate: bool,
}

impl MoneyIn {
    /// Whether it is a proposal by the words of its source: then nothing has come of it.
    pub(super) fn is_proposed(&self) -> bool {
        let mut rows = self.rows.iter();
        let came = rows.any(|row| row.outcome.is_some() || row.deviation.is_some());
        let title = self.source.as_ref().map(|source| &source.title);
        let mut words = self.note.iter().chain(title);
        !came && words.any(|words| swedish::is_proposed(words))
    }

    /// The result of the whole municipality in a year, from an indicator's outcome.
    pub(super) fn result(outcome: &OutcomeIn, unit: MoneyUnit) -> Option<MoneyIn> {
        let result = MoneyRowIn {
            outcome: Some(Money::new(outcome.value?, unit)),
            ..row(None, Account::Result)
        };
        Some(MoneyIn {
            path: outcome.path.clone(),
            key: format!("result/{}", outcome.period),
            period: outcome.period,
            rows: vec![result],
            sums: [None; 3],
            target_percent: None,
            note: outcome.note.clone(),
            source: outcome.source.clone(),
        })
    }
}

/// The units of money, as the file writes them.
const UNITS: &[(&str, MoneyUnit)] = &[("mnkr", MoneyUnit::Mnkr), ("tkr", MoneyUnit::Tkr)];
/// How a quantity stands to what is promised: at least it, or it.
const OPERATORS: &[(&str, bool)] = &[(">=", true), ("=", false)];
/// The section of the companies' accounts, which ends in their year.
const COMPANIES: &str = "budget_companies_";
/// The field of an investment over several years, which holds the last of them.
const INVESTMENT_TO: (&str, &str) = ("ks_investment_to_", "_mnkr");
/// What the file calls the executive board in the name of a field.
const BOARD: &str = "Kommunstyrelsen";

fn figure(at: &At<'_>, field: &str) -> Option<Figure> {
    at.get(field)?.as_figure()
}

fn mnkr(at: &At<'_>, field: &str) -> Option<Money> {
    figure(at, field).map(|value| Money::new(value, MoneyUnit::Mnkr))
}

pub(super) fn commitment(at: &At<'_>) -> Option<CommitmentIn> {
    let quantity = at.object("quantity").and_then(|q| {
        let (value, unit) = (q.needed_figure("value"), q.needed("unit"));
        let at_least = q.among("op", OPERATORS).unwrap_or(false);
        Some((value?, unit?, at_least))
    });
    let goal = at
        .interpreted("goal_link")
        .and_then(|(goal, ours)| Some((goal.as_text()?, goal.path, ours)));
    let due = at.get("due").and_then(|_| at.date("due"));
    let (id, year) = (at.needed("id"), at.needed_year("year"));
    let (text, kind) = (at.needed("text"), at.needed("kind"));
    Some(CommitmentIn {
        path: at.path.clone(),
        id: id?,
        year: year?,
        owner: at.text("owner"),
        text: text?,
        kind: kind?,
        amount: mnkr(at, "amount_mnkr"),
        quantity,
        due,
        goal,
        note: at.text("note"),
        source: at.source("source"),
    })
}

/// The control points of the whole group: each asks something of everybody in its year.
pub(super) fn control_points(control: &At<'_>) -> Vec<CommitmentIn> {
    let fields = control.value.as_object().into_iter().flatten();
    let years = fields.filter_map(|(field, _)| Some((field, control_year(field)?)));
    let codes = control.texts("codes");
    let points = years.flat_map(|(field, year)| {
        let texts = control.items(field).into_iter().enumerate();
        let codes = &codes;
        texts.filter_map(move |(n, at)| {
            let text = at.as_text()?;
            Some(CommitmentIn {
                path: at.path,
                id: format!("control/{year}/{}", text.to_lowercase()),
                year,
                owner: Some(swedish::EVERYBODY.to_owned()),
                text,
                kind: swedish::CONTROL_POINT.to_owned(),
                amount: None,
                quantity: None,
                due: None,
                goal: None,
                note: codes.get(n).cloned(),
                source: control.source("source"),
            })
        })
    });
    points.collect()
}

/// Every table and figure of money in the file.
pub(super) fn money(root: &At<'_>) -> Vec<MoneyIn> {
    let mut all: Vec<MoneyIn> = Vec::new();
    all.extend(root.records("budget_frames").iter().filter_map(frames));
    for (section, year) in company_sections(root) {
        let table = root
            .get(&section)
            .filter(|at| at.value.as_object().is_some());
        match (table, Period::years(year, year)) {
            (Some(at), Some(period)) => all.push(companies(&at, &section, period)),
            _ => root.fault(FaultKind::NotAnObject),
        }
    }
    all.extend(root.records("budget_totals").iter().flat_map(totals));
    all.extend(root.records("unit_results").iter().filter_map(unit));
    all
}

/// The sections of companies' accounts, each with its year.
pub(super) fn company_sections(root: &At<'_>) -> Vec<(String, i16)> {
    let fields = root.value.as_object().into_iter().flatten();
    let sections = fields.filter_map(|(field, value)| {
        let year = field.strip_prefix(COMPANIES)?;
        let year = year_in(year).filter(|y| y.to_string() == year)?;
        (!matches!(value, Json::Null)).then(|| (field.clone(), year))
    });
    sections.collect()
}

fn frames(at: &At<'_>) -> Option<MoneyIn> {
    let year = at.needed_year("year");
    let unit = at.among("unit", UNITS).unwrap_or(MoneyUnit::Mnkr);
    let money = |at: &At<'_>, field: &str| figure(at, field).map(|value| Money::new(value, unit));
    let row = |row: &At<'_>| {
        // That a printed sign is wrong, the note says in words; a yes or no adds nothing to it.
        row.flag("sign_suspect");
        Some(MoneyRowIn {
            whose: Some(row.needed("committee")?),
            account: Account::Operating,
            frame: money(row, "budget"),
            outcome: money(row, "outcome"),
            deviation: money(row, "deviation_as_printed"),
            percent: figure(row, "percent_as_printed"),
            by_revenue: row.flag("is_revenue"),
            approximate: false,
        })
    };
    let rows = at.records("rows").iter().filter_map(row).collect();
    let year = year?;
    Some(MoneyIn {
        path: at.path.clone(),
        key: format!("frames/{year}"),
        period: Period::years(year, year)?,
        rows,
        sums: [
            money(at, "sum_as_printed"),
            money(at, "sum_outcome_as_printed"),
            money(at, "sum_deviation_as_printed"),
        ],
        target_percent: None,
        note: at.text("check_note").or_else(|| at.text("note")),
        source: at.source("source"),
    })
}

/// The sums that a file reckoned of rows and that are not the sums of those rows. One that is
/// needs no place: the program adds the rows itself.
pub(super) fn disputed_sums(root: &At<'_>) -> Vec<String> {
    let told = root.records("budget_frames").into_iter();
    let disputed = told.filter_map(|at| {
        let sum = at.get("sum_rows")?;
        let mnkr = |figure| Money::new(figure, MoneyUnit::Mnkr);
        let said = mnkr(sum.as_figure()?);
        let budget = |row: &At<'_>| row.value.get("budget")?.as_number().and_then(exact);
        let rows = at.records("rows");
        let mut budgets = rows.iter().filter_map(budget).map(mnkr);
        let first = budgets.next();
        let added = first.and_then(|first| budgets.try_fold(first, Money::plus));
        let agrees = added.is_some_and(|added| added.same_as(said));
        (!agrees).then_some(sum.path)
    });
    disputed.collect()
}

fn companies(at: &At<'_>, section: &str, period: Period) -> MoneyIn {
    let unit = at.among("unit", UNITS).unwrap_or(MoneyUnit::Mnkr);
    let money = |at: &At<'_>, field: &str| figure(at, field).map(|value| Money::new(value, unit));
    let row = |row: &At<'_>| {
        Some(MoneyRowIn {
            whose: Some(row.needed("company")?),
            account: Account::Result,
            frame: money(row, "budget"),
            outcome: money(row, "result"),
            deviation: money(row, "deviation"),
            percent: None,
            by_revenue: false,
            approximate: false,
        })
    };
    let sum = at.object("sum");
    let sums = ["budget", "result", "deviation"];
    let sums = sums.map(|field| sum.as_ref().and_then(|sum| money(sum, field)));
    MoneyIn {
        path: section.to_owned(),
        key: format!("companies/{period}"),
        period,
        rows: at.records("rows").iter().filter_map(row).collect(),
        sums,
        target_percent: None,
        note: at.text("note"),
        source: at.source("source"),
    }
}

fn row(whose: Option<&str>, account: Account) -> MoneyRowIn {
    MoneyRowIn {
        whose: whose.map(str::to_owned),
        account,
        frame: None,
        outcome: None,
        deviation: None,
        percent: None,
        by_revenue: false,
        approximate: false,
    }
}

/// The totals of a year; an investment over several years is about those years.
fn totals(at: &At<'_>) -> Vec<MoneyIn> {
    let Some(year) = at.needed_year("year") else {
        return Vec::new();
    };
    let approximate = at.flag("approx");
    let budgeted = |whose, account, field: &str| {
        let frame = mnkr(at, field)?;
        Some(MoneyRowIn {
            frame: Some(frame),
            approximate: approximate && account == Account::Total,
            ..row(whose, account)
        })
    };
    let title = at.source("source").map(|s| s.title).unwrap_or_default();
    let table = |to: i16, rows: Vec<MoneyRowIn>| {
        let period = Period::years(year, to)?;
        (!rows.is_empty()).then(|| MoneyIn {
            path: at.path.clone(),
            key: format!("totals/{period}/{title}"),
            period,
            rows,
            sums: [None; 3],
            target_percent: (to == year)
                .then(|| figure(at, "result_target_percent"))
                .flatten(),
            note: at.text("note"),
            source: at.source("source"),
        })
    };
    let rows = [
        budgeted(None, Account::Total, "total_mnkr"),
        budgeted(None, Account::Result, "budgeted_result_mnkr"),
        budgeted(None, Account::Investment, "investment_mnkr"),
        budgeted(Some(BOARD), Account::Investment, "ks_investment_mnkr"),
    ];
    let this_year = table(year, rows.into_iter().flatten().collect());
    let fields = at.value.as_object().into_iter().flatten();
    let later = fields.filter_map(|(field, _)| {
        let to = field
            .strip_prefix(INVESTMENT_TO.0)?
            .strip_suffix(INVESTMENT_TO.1)?;
        let to = year_in(to).filter(|last| *last > year)?;
        table(to, vec![budgeted(Some(BOARD), Account::Investment, field)?])
    });
    this_year.into_iter().chain(later).collect()
}

fn unit(at: &At<'_>) -> Option<MoneyIn> {
    let (name, year) = (at.needed("unit"), at.needed_year("year"));
    let (name, year) = (name?, year?);
    let whose = Some(name.as_str());
    let result = MoneyRowIn {
        frame: mnkr(at, "budget").or_else(|| mnkr(at, "result_requirement")),
        outcome: mnkr(at, "outcome"),
        ..row(whose, Account::Result)
    };
    let operating = MoneyRowIn {
        frame: mnkr(at, "frame_mnkr"),
        ..row(whose, Account::Operating)
    };
    let turnover = MoneyRowIn {
        outcome: mnkr(at, "turnover_cost_mnkr"),
        ..row(whose, Account::Turnover)
    };
    let says = |row: &MoneyRowIn| row.frame.is_some() || row.outcome.is_some();
    let rows: Vec<_> = [result, operating, turnover]
        .into_iter()
        .filter(says)
        .collect();
    (!rows.is_empty()).then_some(MoneyIn {
        path: at.path.clone(),
        key: format!("unit/{year}/{}", name.to_lowercase()),
        period: Period::years(year, year)?,
        rows,
        sums: [None; 3],
        target_percent: None,
        note: at.text("note"),
        source: at.source("source"),
    })
}
