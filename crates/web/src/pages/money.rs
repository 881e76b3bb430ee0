//! Money on the pages of a year and of a body.

use super::speech::Speech;
use riktning_app::views::money::{Doubt, MoneyTable};
use riktning_domain::frames::Account;
use riktning_domain::{Money, MoneyUnit};

/// The key of a kind of money.
pub(crate) fn account_key(account: &Account) -> &'static str {
    match account {
        Account::Operating => "account-operating",
        Account::Investment => "account-investment",
        Account::Result => "account-result",
        Account::Turnover => "account-turnover",
        Account::Total => "account-total",
    }
}

/// The key of what of a row does not fit together.
pub(crate) fn doubt_key(doubt: &Doubt) -> &'static str {
    match doubt {
        Doubt::SignLost => "doubt-sign-lost",
        Doubt::Deviation => "doubt-deviation",
        Doubt::Percent => "doubt-percent",
    }
}

/// The key of what a sum of a printed table is a sum of, by its place.
pub(crate) fn sum_key(place: &usize) -> &'static str {
    ["money-budget", "money-outcome", "money-deviation-printed"]
        .get(*place)
        .copied()
        .unwrap_or("money-deviation-printed")
}

/// What a printed table is about, with its number on the page, and in what its figures are counted.
pub(crate) fn caption(s: &Speech, table: &MoneyTable, number: &usize) -> String {
    titled(s, "money-table", table, number)
}

/// The same of what is only proposed.
pub(crate) fn proposed(s: &Speech, table: &MoneyTable, number: &usize) -> String {
    titled(s, "money-proposal", table, number)
}

fn titled(s: &Speech, key: &str, table: &MoneyTable, number: &usize) -> String {
    let unit = s.t("money-in-mnkr");
    let period = s.period(&table.period);
    let args = [("number", number.to_string()), ("period", period)];
    let args = args.each_ref().map(|(name, value)| (*name, value.as_str()));
    let name = s.words.with(key, &args);
    format!("{name}. {unit}")
}

impl Speech {
    /// An amount in millions without the words, for a column that says so in its caption.
    pub(crate) fn money_bare_of(&self, money: &Money) -> String {
        let mnkr = match money.unit() {
            MoneyUnit::Mnkr => Some(*money),
            // Nothing more, counted in millions.
            MoneyUnit::Tkr => {
                money.plus(Money::new(riktning_domain::Figure::ZERO, MoneyUnit::Mnkr))
            }
        };
        mnkr.map_or_else(|| self.money(money), |money| self.plain(&money.value()))
    }

    /// A share, with the decimals that it was given with.
    pub(crate) fn percent(&self, figure: &riktning_domain::Figure) -> String {
        self.words.percent(*figure, None)
    }

    /// An amount that may be missing: an empty cell says nothing, so it is said.
    pub(crate) fn money_bare(&self, money: &Option<Money>) -> String {
        match money {
            Some(money) => self.money_bare_of(money),
            None => self.t("money-not-given"),
        }
    }

    /// An amount that is reckoned from others, where they are there.
    pub(crate) fn money_reckoned(&self, money: &Option<Money>) -> String {
        match money {
            Some(money) => self.money_bare_of(money),
            None => self.t("money-not-reckoned"),
        }
    }

    /// An amount that may be beyond what a figure holds.
    pub(crate) fn money_or_missing(&self, money: &Option<Money>) -> String {
        money
            .as_ref()
            .map_or_else(|| self.t("data-missing"), |money| self.money(money))
    }

    /// An entry of a ledger with its sign.
    pub(crate) fn money_signed(&self, money: &Money) -> String {
        let plus = if money.is_negative() { "" } else { "+" };
        format!("{plus}{}", self.money(money))
    }
}
