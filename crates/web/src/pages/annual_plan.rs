//! The annual plan of a year.

use super::shell::{Place, Shell, Visit};
use crate::failure::Failure;
use askama::Template;
use axum::response::Response;
use jiff::civil::Date;
use riktning_app::views::annual_plan::{AnnualPlan, Group, PlanLine};
use riktning_app::views::element_links::Struck;
use riktning_app::views::frame::DecisionRef;
use riktning_domain::plans::PlanStage;

#[derive(Template)]
#[template(path = "annual-plan.html")]
struct AnnualPlanPage<'a> {
    shell: Shell,
    v: &'a AnnualPlan,
}

impl AnnualPlanPage<'_> {
    /// What has changed since the first day of the year, if it has come.
    fn changes(&self) -> Option<(String, String)> {
        let first = Date::new(self.v.year, 1, 1).ok()?;
        (first <= self.v.frame.day).then(|| super::changes::after(&self.shell, first, None))
    }

    /// Who answers for a group, where no body does.
    fn others(&self, group: &Group) -> String {
        let s = &self.shell.s;
        match (&group.in_words, group.all) {
            (Some(words), _) => s.typed(words).to_string(),
            (None, true) => s.t("addressed-to-all"),
            (None, false) => s.t("owner-not-found"),
        }
    }

    /// How much was decided for the year.
    fn counted(&self) -> String {
        self.shell.s.n("annual-plan-count", &self.v.count())
    }

    /// How many activities support it, if any do.
    fn activities(&self) -> Option<String> {
        let count = self.v.activity_count();
        (count > 0).then(|| self.shell.s.n("annual-plan-activities", &count))
    }

    /// How much a plan held, where that is known.
    fn held_by(&self, plan: &PlanLine) -> String {
        match &plan.held {
            Some(held) => self.shell.s.n("plan-held", held),
            None => self.shell.s.t("plan-held-not-found"),
        }
    }

    /// Whether a supplement is the newly elected council's, of a plan that the one before adopted.
    fn is_new_councils(plan: &PlanLine, supplement: &DecisionRef) -> bool {
        let until = plan.until_election;
        until.is_some_and(|until| supplement.date.last_day() > until)
    }

    /// The counts of the perspectives and processes that hold anything.
    fn held(counts: &[(riktning_domain::Names, usize)]) -> Vec<&(riktning_domain::Names, usize)> {
        counts.iter().filter(|(_, count)| *count > 0).collect()
    }
}

/// The key of why an element is struck out.
pub(crate) fn struck_key(struck: &Struck) -> &'static str {
    match struck {
        Struck::Withdrawn => "goal-withdrawn",
        Struck::Transferred => "given-away-by",
    }
}

/// The key of how far a plan has come.
pub(crate) fn stage_key(stage: &PlanStage) -> &'static str {
    match stage {
        PlanStage::Draft | PlanStage::Proposed | PlanStage::Adopted => "plan-adopted",
        PlanStage::Supplemented => "plan-supplemented",
        PlanStage::Closed => "plan-closed",
    }
}

/// The annual plan of a year.
pub(crate) fn annual_plan(visit: &Visit, v: &AnnualPlan) -> Result<Response, Failure> {
    let title = format!("{} {}", visit.speech().t("annual-plan"), v.year);
    let shell = Shell::new(visit, v.frame.clone(), title, Place::Goals);
    super::page(&AnnualPlanPage { shell, v })
}
