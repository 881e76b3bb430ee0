//! Money beside the goals: frames that decisions granted, and accounts as their source prints
//! them, with what does not add up.

use super::frame::{DecisionRef, SourceLink, body_name, decision_ref, source_link};
use riktning_domain::frames::{Account, AccountsRow, ReportAccounts, SumCheck, Whose};
use riktning_domain::ids::BodyId;
use riktning_domain::{Dated, Figure, Money, Names, Period, Precision, Published, Text};
use std::collections::BTreeMap;

/// A frame: the sum of what decisions have entered for a body and a year.
#[derive(Clone, Debug, PartialEq)]
pub struct FrameLine {
    /// Whose: name and address.
    pub body: Option<(Names, String)>,
    /// For which year.
    pub year: i16,
    /// What kind of money.
    pub account: Account,
    /// The sum of the entries; `None` beyond what a figure holds.
    pub amount: Option<Money>,
    /// The entries in the order of their decisions.
    pub entries: Vec<EntryLine>,
}

/// An entry of the ledger.
#[derive(Clone, Debug, PartialEq)]
pub struct EntryLine {
    /// How much.
    pub amount: Money,
    /// What it is for.
    pub note: Option<Text>,
    /// The decision.
    pub decision: Option<DecisionRef>,
}

/// A printed table.
#[derive(Clone, Debug, PartialEq)]
pub struct MoneyTable {
    /// What it is about.
    pub period: Period,
    /// Its rows as printed.
    pub rows: Vec<MoneyRow>,
    /// The three sums, each beside what its rows add up to: frames, outcomes, deviations.
    pub sums: Option<[SumCheck; 3]>,
    /// The sum of deviations if each that has lost its sign is turned.
    pub deviation_turned: Option<Money>,
    /// The result that is aimed at, in percent of taxes and grants.
    pub result_target_percent: Option<Figure>,
    /// What a reader must know.
    pub note: Option<Text>,
    /// Where it is printed.
    pub source: Option<SourceLink>,
    /// The day from which it is shown, where no day of publishing was found.
    pub shown_from: Option<Dated>,
}

/// A row of a printed table.
#[derive(Clone, Debug, PartialEq)]
pub struct MoneyRow {
    /// What it is about.
    pub period: Period,
    /// Whose money.
    pub whose: WhoseLine,
    /// What kind of money.
    pub account: Account,
    /// The frame.
    pub frame: Option<Money>,
    /// The outcome.
    pub outcome: Option<Money>,
    /// The forecast.
    pub forecast: Option<Money>,
    /// The deviation as printed.
    pub deviation: Option<Money>,
    /// The deviation by the row's own figures.
    pub computed: Option<Money>,
    /// The deviation in percent as printed.
    pub percent: Option<Figure>,
    /// The percent by the row's own figures.
    pub computed_percent: Option<Figure>,
    /// Whether the body lives on what it brings in.
    pub by_revenue: bool,
    /// Whether the source says that the figures are round.
    pub approximate: bool,
    /// What of the row does not fit together.
    pub doubts: Vec<Doubt>,
    /// Where the table is printed.
    pub source: Option<SourceLink>,
}

/// Whose money a row is about.
#[derive(Clone, Debug, PartialEq)]
pub enum WhoseLine {
    /// A body's: name and address.
    Body(Names, String),
    /// As the source calls it.
    Named(Text),
    /// The whole municipality's.
    Whole,
}

/// What of a printed row does not fit together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// The deviation and its percent point opposite ways.
    SignLost,
    /// The deviation is not what the row's frame and outcome give.
    Deviation,
    /// The percent is not what the row's deviation and frame give.
    Percent,
}

impl MoneyRow {
    fn of(p: Published<'_>, accounts: &ReportAccounts, row: &AccountsRow) -> MoneyRow {
        let signs = row.signs_disagree();
        let mut doubts = Vec::new();
        if signs {
            doubts.push(Doubt::SignLost);
        }
        if row.deviation_agrees() == Some(false) {
            doubts.push(Doubt::Deviation);
        }
        // A lost sign makes the percent wrong as well; the one explains the other.
        if !signs && row.percent_agrees() == Some(false) {
            doubts.push(Doubt::Percent);
        }
        let whose = match &row.whose {
            Whose::Body(id) => body_name(p, *id).map(|(names, slug)| WhoseLine::Body(names, slug)),
            Whose::Named(name) => Some(WhoseLine::Named(name.clone())),
            Whose::Whole => Some(WhoseLine::Whole),
        };
        MoneyRow {
            period: accounts.period,
            // A body that a row names is in the journal: `decide` asked.
            whose: whose.unwrap_or(WhoseLine::Named(Text::Redacted)),
            account: row.account,
            frame: row.frame,
            outcome: row.outcome,
            forecast: row.forecast,
            deviation: row.deviation,
            computed: row.computed_deviation(),
            percent: row.percent,
            computed_percent: row.computed_percent(),
            by_revenue: row.by_revenue,
            approximate: row.approximate,
            doubts,
            source: source_link(p, accounts.source),
        }
    }
}

impl MoneyTable {
    fn of(p: Published<'_>, accounts: &ReportAccounts) -> MoneyTable {
        let check = accounts.check();
        MoneyTable {
            period: accounts.period,
            rows: accounts
                .rows
                .iter()
                .map(|row| MoneyRow::of(p, accounts, row))
                .collect(),
            sums: accounts
                .printed
                .map(|_| [check.frame, check.outcome, check.deviation]),
            deviation_turned: check.deviation_turned,
            result_target_percent: accounts.result_target_percent,
            note: accounts.note.clone(),
            source: source_link(p, accounts.source),
            shown_from: accounts
                .since
                .filter(|since| since.precision() == Precision::NotFound),
        }
    }

    /// The tables about a year, or about years that begin with it.
    pub(crate) fn of_year(p: Published<'_>, year: i16) -> Vec<MoneyTable> {
        MoneyTable::among(p, p.accounts(), year)
    }

    /// What was proposed for a year, or for years that begin with it, and nobody has decided.
    pub(crate) fn proposed(p: Published<'_>, year: i16) -> Vec<MoneyTable> {
        MoneyTable::among(p, p.proposals(), year)
    }

    fn among(p: Published<'_>, accounts: Vec<&ReportAccounts>, year: i16) -> Vec<MoneyTable> {
        let accounts = accounts.into_iter();
        let of_year = accounts.filter(|a| a.period.first_day().year() == year);
        let mut tables: Vec<_> = of_year.map(|a| MoneyTable::of(p, a)).collect();
        // What is about the whole municipality first, then the longest tables.
        tables.sort_by_key(|table| {
            let whole = table.rows.iter().any(|row| row.whose == WhoseLine::Whole);
            (!whole, std::cmp::Reverse(table.rows.len()), table.period)
        });
        tables
    }

    /// Whether any row has a figure in a column.
    pub fn has(&self, column: fn(&MoneyRow) -> bool) -> bool {
        self.rows.iter().any(column)
    }
}

/// The rows about one body, the latest period first.
pub(crate) fn rows_of(p: Published<'_>, body: BodyId) -> Vec<MoneyRow> {
    let accounts = p.accounts().into_iter();
    let rows = accounts.flat_map(|accounts| {
        let own = accounts.rows.iter();
        let own = own.filter(|row| row.whose == Whose::Body(body));
        own.map(|row| MoneyRow::of(p, accounts, row))
            .collect::<Vec<_>>()
    });
    rows.collect()
}

/// The rows about the whole municipality's result of a period.
pub(crate) fn result_rows(p: Published<'_>, period: Period) -> Vec<MoneyRow> {
    let accounts = p.accounts().into_iter().filter(|a| a.period == period);
    let rows = accounts.flat_map(|accounts| {
        let own = accounts.rows.iter();
        let own = own.filter(|row| row.whose == Whose::Whole && row.account == Account::Result);
        own.map(|row| MoneyRow::of(p, accounts, row))
            .collect::<Vec<_>>()
    });
    rows.collect()
}

/// The frames that decisions have granted, by year, body and kind of money: those of one body,
/// or those of one year.
pub(crate) fn frames(p: Published<'_>, body: Option<BodyId>, year: Option<i16>) -> Vec<FrameLine> {
    let mut lines: BTreeMap<(std::cmp::Reverse<i16>, Account, String), FrameLine> = BTreeMap::new();
    for entry in p.frame_entries() {
        let wanted = body.is_none_or(|body| body == entry.body)
            && year.is_none_or(|year| year == entry.year);
        if !wanted {
            continue;
        }
        let name = body_name(p, entry.body);
        let slug = name
            .as_ref()
            .map(|(_, slug)| slug.clone())
            .unwrap_or_default();
        let key = (std::cmp::Reverse(entry.year), entry.account, slug);
        let line = lines.entry(key).or_insert_with(|| FrameLine {
            body: name,
            year: entry.year,
            account: entry.account,
            amount: p.frame(entry.body, entry.year, entry.account),
            entries: Vec::new(),
        });
        line.entries.push(EntryLine {
            amount: entry.amount,
            note: entry.note.clone(),
            decision: decision_ref(p, entry.decision),
        });
    }
    lines.into_values().collect()
}

/// The sums of the frames of a year, by kind of money.
pub(crate) fn totals(frames: &[FrameLine]) -> Vec<(Account, Option<Money>)> {
    let mut accounts: Vec<Account> = frames.iter().map(|line| line.account).collect();
    accounts.dedup();
    let sum = |account: Account| {
        let own = frames.iter().filter(|line| line.account == account);
        let amounts: Option<Vec<Money>> = own.map(|line| line.amount).collect();
        amounts.and_then(Money::sum)
    };
    accounts
        .into_iter()
        .map(|account| (account, sum(account)))
        .collect()
}
