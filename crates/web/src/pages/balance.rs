//! The balance.

use super::shell::{Place, Shell, Visit};
use crate::failure::Failure;
use askama::Template;
use axum::response::Response;
use riktning_app::views::balance::{Balance, Counted};

#[derive(Template)]
#[template(path = "balance.html")]
struct BalancePage<'a> {
    shell: Shell,
    v: &'a Balance,
}

impl BalancePage<'_> {
    /// What stands in no perspective, if anything does.
    fn unplaced(&self) -> Option<&Counted> {
        let counted = &self.v.unplaced;
        (counted.goals.all + counted.commitments.all > 0).then_some(counted)
    }
}

/// The balance.
pub(crate) fn balance(visit: &Visit, v: &Balance) -> Result<Response, Failure> {
    let title = visit.speech().t("balance");
    let shell = Shell::new(visit, v.frame.clone(), title, Place::Goals);
    super::page(&BalancePage { shell, v })
}
