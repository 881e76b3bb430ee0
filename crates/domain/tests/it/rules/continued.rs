//! Last year's promise as this year's: a new element that says what it continues.

use crate::commands::*;
use crate::exempelstad::*;
use crate::world::{World, day, import, kim};
use riktning_domain::elements::{Continues, DraftElement, DropDraft, ProposeWording, Wording};
use riktning_domain::models::{DefineModel, ModelDefinition};
use riktning_domain::permissions::{GrantRole, Role};
use riktning_domain::{Period, Refusal};

const NOW: &str = "2018-01-01";

fn of(mut draft: DraftElement, year: i16) -> DraftElement {
    draft.wording.period = Period::Year(year);
    draft
}

fn next(mut draft: DraftElement, year: i16, earlier: u128) -> DraftElement {
    draft.wording.continues = Some(Continues {
        element: element(earlier),
        interpretation: Default::default(),
    });
    of(draft, year)
}

fn moved(n: u128, w: u128, year: i16) -> ProposeWording {
    ProposeWording {
        wording: Wording {
            period: Period::Year(year),
            ..rewording(n, w).wording
        },
        ..rewording(n, w)
    }
}

/// A commitment for 2016 and one for 2017 that continues it.
fn town() -> World {
    let role = GrantRole {
        person: KIM,
        role: Role::Contributor,
        body: SCHOOLS,
        from: day("2016-01-01"),
        to: None,
    };
    exempelstad()
        .and(import("2016-01-01"), role)
        .and(kim("2016-01-01"), of(commitment(1), 2016))
        .and(kim("2016-11-01"), next(commitment(2), 2017, 1))
}

#[test]
fn within_a_model_the_promise_of_an_earlier_year_is_continued() {
    let world = town();
    for year in [2017, 2018, 2019] {
        world
            .when(kim(NOW), next(commitment(3), year, 1))
            .then_accepted();
    }
    world
        .when(kim(NOW), next(commitment(3), 2016, 1))
        .then_refused(Refusal::PredecessorNotEarlier);
    world
        .when(kim(NOW), next(commitment(3), 2017, 2))
        .then_refused(Refusal::PredecessorNotEarlier);
    // Earlier by each of its wordings, not by the newest alone.
    let moved_back = world
        .and(kim("2016-12-01"), of(commitment(4), 2018))
        .and(kim("2016-12-02"), moved(4, 41, 2016));
    moved_back
        .when(kim(NOW), next(commitment(3), 2017, 4))
        .then_refused(Refusal::PredecessorNotEarlier);
}

#[test]
fn what_is_continued_is_not_moved_behind_what_continues_it() {
    let world = town();
    for year in [2017, 2018] {
        world
            .when(kim(NOW), moved(1, 11, year))
            .then_refused(Refusal::PredecessorNotEarlier);
    }
    world.when(kim(NOW), moved(1, 11, 2016)).then_accepted();
    // What continues nothing may be moved anywhere.
    world.when(kim(NOW), moved(2, 21, 2019)).then_accepted();
}

#[test]
fn a_draft_that_was_taken_back_binds_nothing() {
    let drop = DropDraft {
        element: element(2),
    };
    let world = town().and(kim("2017-01-01"), drop);
    world.when(kim(NOW), moved(1, 11, 2017)).then_accepted();
    // Another that continues it still does.
    let world = world.and(kim("2017-01-02"), next(commitment(3), 2018, 1));
    world.when(kim(NOW), moved(1, 11, 2017)).then_accepted();
    world
        .when(kim(NOW), moved(1, 11, 2018))
        .then_refused(Refusal::PredecessorNotEarlier);
}

#[test]
fn a_model_whose_own_years_follow_each_other_can_be_described_anew() {
    let noted = DefineModel {
        definition: ModelDefinition {
            note: Some("Rättat".into()),
            ..model_a().definition
        },
        since: None,
        ..model_a()
    };
    town().when(kim(NOW), noted).then_accepted();
}

#[test]
fn a_body_sees_what_it_has_continued_and_how_often_it_began() {
    let told = |world: &World| {
        let inside = world.state.inside(KIM, day(NOW));
        let year = Period::Year(2017);
        let own = inside.continuing(element(1), SCHOOLS, year);
        let own: Vec<_> = own.iter().map(|e| e.id).collect();
        (own, inside.times_continued(element(1), SCHOOLS, year))
    };
    assert_eq!(told(&town()), (vec![element(2)], 1));
    // What was taken back continues nothing, and was begun all the same.
    let drop = DropDraft {
        element: element(2),
    };
    let world = town().and(kim("2017-01-01"), drop);
    assert_eq!(told(&world), (vec![], 1));
    let inside = world.state.inside(KIM, day(NOW));
    let other = (
        inside.times_continued(element(1), COMPANY, Period::Year(2017)),
        inside.times_continued(element(1), SCHOOLS, Period::Year(2018)),
    );
    assert_eq!(other, (0, 0));
}

#[test]
fn a_body_goes_on_with_the_plans_of_those_that_it_took_over_from() {
    let world = exempelstad()
        .and(kim("2016-01-01"), another_committee(5, "ny", "2016-06-01"))
        .and(
            kim("2016-01-01"),
            another_committee(6, "nyare", "2017-01-01"),
        );
    let end = |of, last_day: &str, to| riktning_domain::bodies::EndBody {
        succeeded_by: vec![to],
        ..ends(of, last_day)
    };
    let world = world
        .and(kim("2016-05-01"), end(SCHOOLS, "2016-05-31", body(5)))
        .and(kim("2016-12-01"), end(body(5), "2016-12-31", body(6)));
    let before = |of, on: &str| {
        let inside = world.state.inside(KIM, day(on));
        let all = inside.predecessors(of);
        all.into_iter().collect::<Vec<_>>()
    };
    assert_eq!(before(body(6), NOW), [SCHOOLS, body(5)]);
    assert_eq!(before(body(5), NOW), [SCHOOLS]);
    assert_eq!(before(SCHOOLS, NOW), []);
    assert_eq!(before(body(6), "2016-06-01"), []);
}
