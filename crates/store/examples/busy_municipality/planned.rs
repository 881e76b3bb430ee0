//! The plans of a busy municipality, for the pages of the work area: every body's decided plan of
//! each year, which holds what the year holds, and its plan in hand for the year to come, which holds
//! ten rows whatever else there is. Half of those are handed in. There is
//! a comment for every tenth element.

use super::{
    BODIES, COMMITMENT, COUNCIL, ELEMENTS_OF_EACH_GOAL, FIRST_YEAR, GOAL, MODEL, Outcome, Town,
    YEARS, id, level_of, period_of, since, slug, words,
};
use jiff::Timestamp;
use jiff::civil::date;
use riktning_domain::comments::{Audience, CommentOn};
use riktning_domain::decisions::{Act, Authority, RecordDecision};
use riktning_domain::elements::{DraftElement, Wording};
use riktning_domain::ids::{BodyId, DecisionId, ElementId, PersonId, PlanId, ThreadId, WordingId};
use riktning_domain::indicators::Interpretation;
use riktning_domain::plans::{DraftPlan, HandInPlan, PlaceInPlan};
use riktning_domain::threads::{ThreadEnd, TieThread};
use riktning_domain::{Command, Dated, Names, Period};
use riktning_store::{Comment, CommentTable as _, PeopleTable as _, Person, Secret};

/// The year that is planned on the last day of November before it.
const PLANNED: i16 = 2026;
const ROWS_IN_HAND: u64 = 10;
/// Who has said something of the plans.
const WRITER: PersonId = PersonId(id(20, 1));

impl Town {
    /// Plans of ten years that are decided, and those of the year to come.
    pub(super) fn plan_years(&mut self, elements: u64) -> Outcome {
        for year in 0..YEARS {
            for body in 0..BODIES {
                self.decided_plan(year, body, elements)?;
            }
        }
        for body in 0..BODIES {
            self.plan_in_hand(body, elements)?;
        }
        self.write()?;
        self.comment(elements)
    }

    /// What a body promises in a year, decided in the November before it.
    fn decided_plan(&mut self, nth: u64, body: u64, elements: u64) -> Outcome {
        let year = FIRST_YEAR + i16::try_from(nth)?;
        let own = (body..elements).step_by(usize::try_from(BODIES)?);
        let own = own.filter(|&n| level_of(n) != GOAL && period_of(n) == Period::Year(year));
        let rows: Vec<ElementId> = own.map(|n| ElementId(id(8, n))).collect();
        if rows.is_empty() {
            return Ok(());
        }
        let plan = self.plan_of(body, year, since())?;
        self.perform(Command::PlaceInPlan(PlaceInPlan {
            plan,
            elements: rows,
            since: since(),
        }))?;
        // The elements were adopted in January of the first year.
        let on = date(year - 1, 11, 20).max(date(FIRST_YEAR, 1, 20));
        self.perform(Command::RecordDecision(RecordDecision {
            decision: DecisionId(id(19, nth * BODIES + body)),
            body: BodyId(id(2, COUNCIL)),
            date: Dated::day_known(on),
            authority: Authority::Paragraph((body + 1).to_string().into()),
            case_number: Some(format!("EXKF/{}:{}", on.year(), 500 + body).into()),
            title: Some(format!("Plan {year}").into()),
            acts: vec![Act::AdoptPlan(plan)],
            seen: Vec::new(),
        }))
    }

    /// A plan that is being written, or waits for its decision.
    fn plan_in_hand(&mut self, body: u64, elements: u64) -> Outcome {
        let plan = self.plan_of(body, PLANNED, written())?;
        let goals = elements.div_ceil(ELEMENTS_OF_EACH_GOAL);
        let own = body * ROWS_IN_HAND..(body + 1) * ROWS_IN_HAND;
        for n in own.clone() {
            self.row_in_hand(n, body, n % goals * ELEMENTS_OF_EACH_GOAL)?;
        }
        self.perform(Command::PlaceInPlan(PlaceInPlan {
            plan,
            elements: own.map(|n| ElementId(id(21, n))).collect(),
            since: written(),
        }))?;
        if body.is_multiple_of(2) {
            return Ok(());
        }
        let since = Some(Dated::day_known(date(PLANNED - 1, 11, 15)));
        self.perform(Command::HandInPlan(HandInPlan { plan, since }))
    }

    /// A commitment that nobody has decided, for a goal.
    fn row_in_hand(&mut self, n: u64, body: u64, goal: u64) -> Outcome {
        self.perform(Command::DraftElement(DraftElement {
            element: ElementId(id(21, n)),
            model: MODEL,
            level: COMMITMENT,
            slug: slug(&format!("planerat-{n}"))?,
            wording_id: WordingId(id(22, n)),
            wording: Wording {
                owner: Some(BodyId(id(2, body))),
                period: Period::Year(PLANNED),
                ..words(1_000_000 + n, "som planeras")
            },
            since: written(),
        }))?;
        self.perform(Command::TieThread(TieThread {
            thread: ThreadId(id(23, n)),
            from: ElementId(id(21, n)),
            to: ThreadEnd::Element(ElementId(id(8, goal))),
            interpretation: Interpretation::Stated,
            since: written(),
        }))
    }

    fn plan_of(
        &mut self,
        body: u64,
        year: i16,
        since: Option<Dated>,
    ) -> Result<PlanId, Box<dyn std::error::Error>> {
        let plan = PlanId(id(18, u64::try_from(year)? * BODIES + body));
        self.perform(Command::DraftPlan(DraftPlan {
            plan,
            body: BodyId(id(2, body)),
            model: MODEL,
            period: Period::Year(year),
            names: Names::swedish(format!("Plan {year}")),
            since,
        }))?;
        Ok(plan)
    }

    /// A comment for every tenth element, on the rows in hand of all bodies but the first three: those
    /// are measured, and list theirs.
    fn comment(&mut self, elements: u64) -> Outcome {
        self.journal.keep_person(&Person {
            id: WRITER,
            login: "skrivare".into(),
            name: "Skriv Exempel".into(),
            secret: Secret::None,
        })?;
        let comments = (0..elements / 10).map(|n| {
            let seconds = i64::try_from(n).unwrap_or_default();
            comment(n, self.at + jiff::SignedDuration::from_secs(seconds))
        });
        let comments: Vec<Comment> = comments.collect();
        self.journal.keep_comments(WRITER, &comments)?;
        Ok(())
    }
}

/// When what is in hand was written down.
fn written() -> Option<Dated> {
    Some(Dated::day_known(date(PLANNED - 1, 10, 1)))
}

/// A comment on a row in hand, each row in turn.
fn comment(n: u64, at: Timestamp) -> Comment {
    let body = 3 + n % (BODIES - 3);
    let row = body * ROWS_IN_HAND + n / (BODIES - 3) % ROWS_IN_HAND;
    let plan = u64::from(PLANNED.unsigned_abs()) * BODIES + body;
    Comment {
        id: id(24, n),
        on: CommentOn {
            plan: PlanId(id(18, plan)),
            row: Some(ElementId(id(21, row))),
            audience: Audience::Inside,
        },
        author: WRITER,
        at,
        text: "Kan vi säga hur många det gäller, och när det ska vara klart?".into(),
        answers: None,
        changed: None,
        resolved: None,
        mentions: Vec::new(),
    }
}
