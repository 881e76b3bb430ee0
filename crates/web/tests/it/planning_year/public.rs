//! What residents read on the days of the year, then and afterwards.

use super::people::Year;
use jiff::civil::Date;
use std::collections::BTreeMap;

/// What is in the ledger
#[derive(Default)]
pub(super) struct Ledger {
    looks: Vec<(Date, BTreeMap<String, String>)>,
}

impl Ledger {
    pub(super) async fn look(&mut self, year: &Year) {
        let day = year.town.app.today();
        let page = year.town.page("/2024-2027/arsplan/2027").await;
        eprintln!("{}", page.split("<main").nth(1).unwrap());
        self.looks.push((day, BTreeMap::new()));
    }
}
