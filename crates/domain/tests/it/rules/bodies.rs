//! Bodies: founded, renamed, moved, ended; and what an ended body cannot be given.

use crate::commands::*;
use crate::exempelstad::*;
use crate::world::{World, dated, day, import, kim};
use riktning_domain::bodies::{EndBody, FoundBody, MoveBody, RenameBody};
use riktning_domain::decisions::Act;
use riktning_domain::elements::{Addressed, Wording};
use riktning_domain::ids::BodyId;
use riktning_domain::refusal::Fact;
use riktning_domain::{Names, Refusal, Slug};

fn renames(name: &str, slug: &str, from: &str) -> RenameBody {
    RenameBody {
        body: SCHOOLS,
        names: Names::swedish(name),
        slug: Slug::parse(slug).unwrap(),
        from: day(from),
    }
}
fn moves(body: BodyId, to: &[BodyId], from: &str) -> MoveBody {
    MoveBody {
        body,
        answers_to: to.to_vec(),
        from: day(from),
    }
}
fn not_alive(on: &str, last_day: &str) -> Refusal {
    Refusal::BodyNotAlive {
        on: day(on),
        last_day: Some(day(last_day)),
    }
}

#[test]
fn a_body_has_a_name_and_a_slug_of_its_own() {
    let now = kim("2016-01-01");
    let world = bodies();
    let nameless = FoundBody {
        names: Names::swedish(""),
        ..another_committee(5, "ny-namnd", "2016-01-01")
    };
    let twin = another_committee(5, "skolnamnden", "2016-01-01");
    let unsound = FoundBody {
        slug: serde_json::from_str("\"Ny nämnd\"").unwrap(),
        ..another_committee(5, "ny-namnd", "2016-01-01")
    };
    world
        .when(now, nameless)
        .then_refused(Refusal::Blank { field: "names.sv" });
    world.when(now, twin).then_refused(Refusal::SlugTaken {
        slug: "skolnamnden".into(),
    });
    world.when(now, unsound).then_refused(Refusal::NotASlug {
        slug: "Ny nämnd".into(),
    });
    world
        .when(now, another_committee(5, "ny-namnd", "2016-01-01"))
        .then_accepted();
}

#[test]
fn a_body_is_founded_once_and_every_field_counts() {
    let world = bodies();
    let there = Refusal::AlreadyThere { fact: Fact::Body };
    let now = kim("2016-01-01");
    let elsewhere = FoundBody {
        answers_to: vec![COUNCIL],
        ..schools()
    };
    let sourced = FoundBody {
        source: Some(SOURCE),
        ..schools()
    };
    world.when(now, elsewhere).then_refused(there.clone());
    world.when(now, sourced).then_refused(there);
    world.when(now, schools()).then_nothing();
}

#[test]
fn a_body_answers_neither_to_itself_nor_in_a_circle_on_any_day() {
    let now = kim("2016-01-01");
    let world = bodies();
    let circle = Refusal::AnswersToItself;
    let own = FoundBody {
        answers_to: vec![body(5)],
        ..another_committee(5, "ny", "2016-01-01")
    };
    world.when(now, own).then_refused(circle.clone());
    world
        .when(now, moves(COUNCIL, &[SCHOOLS], "2016-01-01"))
        .then_refused(circle.clone());
    // What was once above stays above, even after it moved away.
    let moved = world.and(now, moves(SCHOOLS, &[COUNCIL], "2016-01-01"));
    moved
        .when(now, moves(BOARD, &[SCHOOLS], "2016-01-01"))
        .then_refused(circle.clone());
    moved
        .when(now, moves(COMPANY, &[SCHOOLS], "2016-01-01"))
        .then_accepted();
    let heir = EndBody {
        succeeded_by: vec![SCHOOLS],
        ..ends(SCHOOLS, "2016-12-31")
    };
    moved.when(now, heir).then_refused(circle);
}

#[test]
fn a_body_refers_only_to_what_is_recorded_by_then() {
    let world = bodies();
    let unknown = |fact| Refusal::Unknown { fact };
    let to_nobody = FoundBody {
        answers_to: vec![body(9)],
        ..another_committee(5, "ny", "2016-01-01")
    };
    let from_nowhere = FoundBody {
        source: Some(source(9)),
        ..another_committee(5, "ny", "2016-01-01")
    };
    let now = kim("2016-01-01");
    world.when(now, to_nobody).then_refused(unknown(Fact::Body));
    world
        .when(now, from_nowhere)
        .then_refused(unknown(Fact::Source));
    let before_council = another_committee(5, "ny", "2009-12-31");
    world
        .when(now, before_council)
        .then_refused(Refusal::TooEarly {
            on: day("2009-12-31"),
            stands_from: day("2010-01-01"),
            fact: Fact::Body,
        });
    world
        .when(now, renames("Ny", "ny", "2009-12-31"))
        .then_refused(Refusal::TooEarly {
            on: day("2009-12-31"),
            stands_from: day("2010-01-01"),
            fact: Fact::Body,
        });
}

#[test]
fn a_renamed_body_keeps_its_old_address() {
    let world = bodies().and(
        kim("2016-01-01"),
        renames("Utbildningsnämnden", "utbildning", "2016-03-01"),
    );
    let name = |on| {
        world
            .published(on)
            .body(SCHOOLS)
            .unwrap()
            .name
            .slug
            .to_string()
    };
    assert_eq!(name("2016-02-29"), "skolnamnden");
    assert_eq!(name("2016-03-01"), "utbildning");
    let old = Slug::parse("skolnamnden").unwrap();
    let found = world.published("2017-01-01").body_at(&old).unwrap();
    assert_eq!(found.id, SCHOOLS);
    assert_eq!(found.earlier_names()[0].1, day("2016-03-01"));
}

#[test]
fn names_that_were_announced_take_turns_by_their_first_day() {
    // Announced in January for 2017, renamed meanwhile from March.
    let world = bodies()
        .and(kim("2016-01-10"), renames("C", "c", "2017-01-01"))
        .and(kim("2016-02-01"), renames("B", "b", "2016-03-01"));
    let name = |on| {
        world
            .published(on)
            .body(SCHOOLS)
            .unwrap()
            .name
            .slug
            .to_string()
    };
    assert_eq!(name("2016-02-15"), "skolnamnden");
    assert_eq!(name("2016-06-01"), "b");
    assert_eq!(name("2017-06-01"), "c");
    let earlier = world.published("2017-06-01").body(SCHOOLS).unwrap();
    let earlier: Vec<_> = earlier.earlier_names();
    let earlier: Vec<_> = earlier
        .iter()
        .map(|(n, to)| (n.slug.to_string(), *to))
        .collect();
    assert_eq!(
        earlier,
        [
            ("skolnamnden".to_owned(), day("2016-03-01")),
            ("b".to_owned(), day("2017-01-01")),
        ]
    );
}

#[test]
fn a_move_that_was_announced_counts_from_its_first_day() {
    let world = bodies()
        .and(kim("2016-01-10"), moves(SCHOOLS, &[COMPANY], "2017-01-01"))
        .and(kim("2016-02-01"), moves(SCHOOLS, &[COUNCIL], "2016-03-01"));
    let above = |on| {
        world
            .published(on)
            .body(SCHOOLS)
            .unwrap()
            .answers_to()
            .to_vec()
    };
    assert_eq!(above("2016-02-15"), [BOARD]);
    assert_eq!(above("2016-06-01"), [COUNCIL]);
    assert_eq!(above("2017-06-01"), [COMPANY]);
}

fn ended() -> World {
    exempelstad().and(kim("2016-06-01"), ends(SCHOOLS, "2016-06-30"))
}

#[test]
fn an_ended_body_cannot_be_given_work() {
    let world = ended().and(
        import("2016-06-01"),
        riktning_domain::elements::DraftElement {
            wording: Wording {
                owner: Some(COMPANY),
                ..words("Bolagets mål")
            },
            ..goal(2)
        },
    );
    let now = kim("2016-07-01");
    let refused = || not_alive("2016-07-01", "2016-06-30");
    let other_owner = || Wording {
        owner: Some(COMPANY),
        ..words("Ett mål")
    };
    world.when(now, goal(1)).then_refused(refused());
    world.when(kim("2016-06-30"), goal(1)).then_accepted();
    world.when(now, rewording(2, 21)).then_refused(refused());
    let addressed = riktning_domain::elements::DraftElement {
        wording: Wording {
            addressed_to: Addressed::To(vec![BOARD, SCHOOLS]),
            ..other_owner()
        },
        ..goal(1)
    };
    world.when(now, addressed).then_refused(refused());
    world.when(now, plans(1)).then_refused(refused());
    let decided = riktning_domain::decisions::RecordDecision {
        body: SCHOOLS,
        ..decides(1, "2016-07-01", vec![Act::ClosePlan(plan(1))])
    };
    world.when(now, decided).then_refused(refused());
}

#[test]
fn an_ended_body_gets_no_element_by_adoption_or_transfer() {
    let world = ended()
        .and(import("2016-06-02"), goal(1))
        .and(
            import("2016-06-02"),
            riktning_domain::elements::DraftElement {
                wording: Wording {
                    owner: Some(COMPANY),
                    ..words("Bolagets mål")
                },
                ..goal(2)
            },
        )
        .and(
            import("2016-06-02"),
            riktning_domain::elements::DraftElement {
                wording: Wording {
                    owner: Some(COMPANY),
                    addressed_to: Addressed::To(vec![SCHOOLS]),
                    ..words("Ett uppdrag till skolnämnden")
                },
                ..goal(3)
            },
        )
        .and(
            kim("2016-06-20"),
            decides(1, "2016-06-20", vec![adopt(2, 20)]),
        );
    let now = kim("2016-07-01");
    for acts in [
        vec![adopt(1, 10)],
        vec![adopt(3, 30)],
        vec![Act::Transfer(element(2), SCHOOLS)],
    ] {
        world
            .when(now, decides(2, "2016-07-01", acts.clone()))
            .then_refused(not_alive("2016-07-01", "2016-06-30"));
        world
            .when(now, decides(2, "2016-06-30", acts))
            .then_accepted();
    }
}

#[test]
fn an_end_is_not_back_dated_past_work_that_was_given() {
    let given = |world: World, on: &str, fact| {
        world
            .when(kim("2017-01-01"), ends(SCHOOLS, "2016-06-30"))
            .then_refused(Refusal::WouldBreak { day: day(on), fact });
        world
            .when(kim("2017-01-01"), ends(SCHOOLS, on))
            .then_accepted();
    };
    let world = exempelstad();
    let addressed = riktning_domain::elements::DraftElement {
        wording: Wording {
            owner: Some(COMPANY),
            addressed_to: Addressed::To(vec![SCHOOLS]),
            ..words("Uppdrag")
        },
        ..goal(1)
    };
    let now = kim("2016-07-10");
    given(
        world.clone().and(now, goal(1)),
        "2016-07-10",
        Fact::WorkGiven,
    );
    given(
        world.clone().and(now, addressed),
        "2016-07-10",
        Fact::WorkGiven,
    );
    given(
        world.clone().and(now, plans(1)),
        "2016-07-10",
        Fact::WorkGiven,
    );
    let draft = riktning_domain::elements::DraftElement {
        wording: Wording {
            owner: Some(COMPANY),
            ..words("Bolagets")
        },
        ..goal(1)
    };
    let transferred = world
        .clone()
        .and(kim("2016-06-01"), draft)
        .and(
            kim("2016-06-02"),
            decides(1, "2016-06-02", vec![adopt(1, 10)]),
        )
        .and(
            kim("2016-08-01"),
            decides(2, "2016-08-01", vec![Act::Transfer(element(1), SCHOOLS)]),
        );
    given(transferred, "2016-08-01", Fact::WorkGiven);
    let decided = world.clone().and(kim("2016-06-01"), commitment(1)).and(
        import("2016-09-01"),
        riktning_domain::decisions::RecordDecision {
            body: SCHOOLS,
            ..decides(1, "2016-09-01", vec![])
        },
    );
    given(decided, "2016-09-01", Fact::Decision);
    let judged = world
        .and(kim("2016-06-01"), goal(1))
        .and(kim("2017-09-01"), judges(1, 1, 1));
    judged
        .when(kim("2018-01-01"), ends(SCHOOLS, "2017-08-31"))
        .then_refused(Refusal::WouldBreak {
            day: day("2017-09-01"),
            fact: Fact::WorkGiven,
        });
    judged
        .when(kim("2018-01-01"), ends(SCHOOLS, "2017-09-01"))
        .then_accepted();
}

#[test]
fn an_announced_end_can_be_put_off_and_brought_forward() {
    let world = exempelstad()
        .and(kim("2016-01-01"), ends(SCHOOLS, "2016-06-30"))
        .and(kim("2016-03-01"), ends(SCHOOLS, "2016-12-31"));
    world.when(kim("2016-12-31"), goal(1)).then_accepted();
    world
        .when(kim("2017-01-01"), goal(1))
        .then_refused(not_alive("2017-01-01", "2016-12-31"));
    let sooner = world
        .clone()
        .and(kim("2016-05-01"), ends(SCHOOLS, "2016-05-31"));
    sooner
        .when(kim("2016-06-01"), goal(1))
        .then_refused(not_alive("2016-06-01", "2016-05-31"));
    // Dead is dead: after its last day nothing is put off any more.
    world
        .when(kim("2017-01-01"), ends(SCHOOLS, "2017-06-30"))
        .then_refused(not_alive("2017-01-01", "2016-12-31"));
}

#[test]
fn an_end_is_not_back_dated_before_what_was_later_said_of_the_body() {
    let later = [
        exempelstad().and(kim("2016-03-01"), ends(SCHOOLS, "2016-12-31")),
        exempelstad().and(kim("2016-03-01"), renames("Ny", "ny", "2016-03-01")),
        exempelstad().and(kim("2016-03-01"), moves(SCHOOLS, &[COUNCIL], "2016-03-01")),
    ];
    for world in later {
        world
            .when(kim("2016-05-01"), ends(SCHOOLS, "2016-02-15"))
            .then_refused(Refusal::WouldBreak {
                day: day("2016-03-01"),
                fact: Fact::Body,
            });
        world
            .when(kim("2016-05-01"), ends(SCHOOLS, "2016-03-01"))
            .then_accepted();
    }
}

#[test]
fn a_body_is_succeeded_by_one_that_starts_the_day_after() {
    let heir = another_committee(5, "arvtagaren", "2016-07-01");
    let world = exempelstad().and(import("2016-12-01"), heir);
    let succeeded = |last_day| EndBody {
        succeeded_by: vec![body(5)],
        ..ends(SCHOOLS, last_day)
    };
    world
        .when(import("2016-12-01"), succeeded("2016-06-30"))
        .then_accepted();
    world
        .when(import("2016-12-01"), succeeded("2016-06-29"))
        .then_refused(Refusal::TooEarly {
            on: day("2016-06-30"),
            stands_from: day("2016-07-01"),
            fact: Fact::Body,
        });
}

#[test]
fn no_body_begins_to_answer_to_one_that_has_ended() {
    let below = |from| FoundBody {
        answers_to: vec![SCHOOLS],
        ..another_committee(5, "ny", from)
    };
    ended()
        .when(kim("2016-08-01"), below("2016-07-01"))
        .then_refused(not_alive("2016-07-01", "2016-06-30"));
    ended()
        .when(kim("2016-08-01"), below("2016-06-30"))
        .then_accepted();
    let moved = moves(COMPANY, &[SCHOOLS], "2016-07-01");
    ended()
        .when(kim("2016-08-01"), moved)
        .then_refused(not_alive("2016-07-01", "2016-06-30"));
}

#[test]
fn a_body_whose_first_day_is_to_come_gets_no_work_yet() {
    let world = exempelstad().and(
        kim("2016-01-01"),
        FoundBody {
            from: dated("2016-07-01"),
            ..another_committee(5, "ny", "2016-07-01")
        },
    );
    let theirs = riktning_domain::elements::DraftElement {
        wording: Wording {
            owner: Some(body(5)),
            ..words("Framtida nämnds mål")
        },
        ..goal(1)
    };
    world
        .when(kim("2016-06-30"), theirs.clone())
        .then_refused(Refusal::TooEarly {
            on: day("2016-06-30"),
            stands_from: day("2016-07-01"),
            fact: Fact::Body,
        });
    world.when(kim("2016-07-01"), theirs).then_accepted();
}

#[test]
fn a_body_to_come_ends_after_it_has_begun_and_not_before() {
    let coming = another_committee(5, "ny", "2016-01-01");
    let coming = FoundBody {
        from: dated("2017-07-01"),
        ..coming
    };
    let world = exempelstad().and(kim("2016-01-05"), coming);
    world
        .when(kim("2016-06-01"), ends(body(5), "2017-06-30"))
        .then_refused(Refusal::TooEarly {
            on: day("2017-06-30"),
            stands_from: day("2017-07-01"),
            fact: Fact::Body,
        });
    world
        .when(kim("2016-06-01"), ends(body(5), "2017-12-31"))
        .then_accepted();
}

#[test]
fn nobody_takes_over_who_is_gone_or_comes_after_itself() {
    let heir = |body: BodyId, last: &str, next: BodyId| EndBody {
        succeeded_by: vec![next],
        ..ends(body, last)
    };
    let world = exempelstad().and(kim("2016-01-05"), another_committee(5, "ny", "2016-01-01"));
    let gone = world
        .clone()
        .and(kim("2016-02-01"), ends(body(5), "2016-06-30"));
    gone.when(kim("2016-03-01"), heir(SCHOOLS, "2016-12-31", body(5)))
        .then_refused(Refusal::BodyNotAlive {
            on: day("2017-01-01"),
            last_day: Some(day("2016-06-30")),
        });
    gone.when(kim("2016-03-01"), heir(SCHOOLS, "2016-06-29", body(5)))
        .then_accepted();
    let circle = world.and(kim("2016-02-01"), heir(body(5), "2017-06-30", SCHOOLS));
    circle
        .when(kim("2016-03-01"), heir(SCHOOLS, "2016-12-31", body(5)))
        .then_refused(Refusal::AnswersToItself);
}

#[test]
fn of_two_names_of_one_coming_day_the_last_is_told() {
    let world = exempelstad()
        .and(kim("2016-01-05"), renames("Första", "forsta", "2017-01-01"))
        .and(kim("2016-01-06"), renames("Andra", "andra", "2017-01-01"))
        .and(kim("2016-01-06"), moves(SCHOOLS, &[COUNCIL], "2017-02-01"));
    let lens = world.published("2016-02-01");
    let schools = lens.body(SCHOOLS).unwrap();
    let names: Vec<_> = schools.coming_names().into_iter().collect();
    let told = Names::swedish("Andra");
    assert_eq!(names, [(day("2017-01-01"), &told)]);
    let links: Vec<_> = schools.coming_links().into_iter().collect();
    assert_eq!(links, [(day("2017-02-01"), &[COUNCIL][..])]);
    // Before it was said nobody knew.
    let before = world.published("2016-01-04");
    assert!(before.body(SCHOOLS).unwrap().coming_names().is_empty());
}
