//! The public site's own things: notices, pages, translations.

use crate::commands::ends;
use crate::exempelstad::*;
use crate::site::*;
use crate::world::{World, dated, day, import, kim};
use jiff::Timestamp;
use jiff::civil::DateTime;
use riktning_domain::local_time::instant;
use riktning_domain::refusal::Fact;
use riktning_domain::site::answers::EraseAnswers;
use riktning_domain::site::notices::{EndNotice, NoticeLink, PublishNotice, Severity};
use riktning_domain::site::pages::DescribePage;
use riktning_domain::site::translations::TranslateText;
use riktning_domain::site::written::WritePage;
use riktning_domain::{Names, Refusal, Text};

const NOW: &str = "2018-10-26";

fn at(text: &str) -> DateTime {
    text.parse().unwrap()
}

fn moment(text: &str) -> Timestamp {
    instant(at(text))
}

/// The notices above the page of `day` when it is `now`.
fn above(world: &World, on: &str, now: &str) -> Vec<u128> {
    let now = at(now);
    let lens = world.state.published(day(on), now.date()).at(instant(now));
    let above = lens.notices_above();
    above.iter().map(|n| n.id.0.as_u128() - 9_000).collect()
}

#[test]
fn a_notice_says_what_is_the_matter() {
    let world = exempelstad();
    let blank = Names::swedish(" ");
    let refused = |notice, field| {
        world
            .when(kim(NOW), notice)
            .then_refused(Refusal::Blank { field });
    };
    refused(
        PublishNotice {
            title: blank.clone(),
            ..notice(1)
        },
        "title",
    );
    let half = Names {
        fi: Some("".into()),
        ..Names::swedish("Brand")
    };
    refused(
        PublishNotice {
            title: half,
            ..notice(1)
        },
        "title",
    );
    refused(
        PublishNotice {
            text: Some(blank.clone()),
            ..notice(1)
        },
        "text",
    );
    refused(
        PublishNotice {
            alternatives: vec![blank.clone()],
            ..notice(1)
        },
        "alternatives",
    );
    refused(
        PublishNotice {
            affects: vec![blank],
            ..notice(1)
        },
        "affects",
    );
    let link = |url: &str| {
        Some(NoticeLink {
            url: url.into(),
            names: Names::swedish("Läs mer"),
        })
    };
    let url = "javascript:alert(1)".to_owned();
    world
        .when(
            kim(NOW),
            PublishNotice {
                link: link(&url),
                ..notice(1)
            },
        )
        .then_refused(Refusal::NotAnAddress { url });
    let link = link("https://exempel.invalid/");
    world
        .when(kim(NOW), PublishNotice { link, ..notice(1) })
        .then_on(NOW);
}

#[test]
fn a_notice_ends_after_it_starts_and_after_it_is_published() {
    let world = exempelstad();
    let hours = |from: Option<&str>, to: &str| PublishNotice {
        from: from.map(at),
        to: Some(at(to)),
        ..notice(1)
    };
    for to in ["2018-10-27T08:59", "2018-10-27T09:00"] {
        world
            .when(kim(NOW), hours(Some("2018-10-27T09:00"), to))
            .then_refused(Refusal::EndsBeforeItStarts);
    }
    // It is noon in UTC, two in Exempelstad.
    world
        .when(kim(NOW), hours(None, "2018-10-26T14:00"))
        .then_refused(Refusal::NoticeAlreadyOver);
    world
        .when(kim(NOW), hours(None, "2018-10-26T14:01"))
        .then_accepted();
    world
        .when(import(NOW), hours(None, "2018-10-26T09:00"))
        .then_accepted();
}

#[test]
fn only_an_import_knows_what_a_source_said() {
    let world = exempelstad();
    for notice in [
        PublishNotice {
            updated: Some(at("2018-10-20T09:00")),
            ..notice(1)
        },
        PublishNotice {
            severity_is_ours: true,
            ..notice(1)
        },
        PublishNotice {
            source: Some(source(1)),
            ..notice(1)
        },
        PublishNotice {
            since: Some(dated("2018-10-20")),
            ..notice(1)
        },
    ] {
        world
            .when(kim(NOW), notice.clone())
            .then_refused(Refusal::MayNotBackDate);
        world.when(import(NOW), notice).then_accepted();
    }
    let unknown = PublishNotice {
        source: Some(source(9)),
        ..notice(1)
    };
    world
        .when(import(NOW), unknown)
        .then_refused(Refusal::Unknown { fact: Fact::Source });
}

#[test]
fn a_notice_is_above_the_page_from_its_start_to_its_end_to_the_second() {
    let timed = PublishNotice {
        from: Some(at("2018-10-27T09:00")),
        to: Some(at("2018-10-27T17:30")),
        ..notice(1)
    };
    let world = exempelstad().and(kim(NOW), timed);
    let shown = |now| above(&world, "2018-10-27", now);
    assert_eq!(shown("2018-10-27T08:59:59"), []);
    assert_eq!(shown("2018-10-27T09:00:00"), [1]);
    assert_eq!(shown("2018-10-27T17:29:59"), [1]);
    assert_eq!(shown("2018-10-27T17:30:00"), []);
    let turn = |now| {
        let lens = world.published(NOW).at(moment(now));
        lens.next_notice_change()
    };
    assert_eq!(turn("2018-10-26T14:00"), Some(moment("2018-10-27T09:00")));
    assert_eq!(turn("2018-10-27T09:00"), Some(moment("2018-10-27T17:30")));
    assert_eq!(turn("2018-10-27T17:30"), None);
}

#[test]
fn a_notice_ends_when_an_editor_ends_it_and_other_words_do_not_move_its_start() {
    let reworded = PublishNotice {
        title: Names::swedish("Post kommer fram"),
        ..notice(1)
    };
    let end = EndNotice {
        notice: notice_id(1),
    };
    let world = exempelstad();
    world
        .when(kim(NOW), end)
        .then_refused(Refusal::Unknown { fact: Fact::Notice });
    let world = world
        .and(kim("2018-10-20"), notice(1))
        .and(kim("2018-10-22"), reworded.clone());
    world
        .when(kim("2018-10-23"), reworded.clone())
        .then_nothing();
    let lens = world.published(NOW);
    assert_eq!(lens.notices()[0].starts(), Some(moment("2018-10-20T14:00")));
    let world = world.and(kim("2018-10-24"), end);
    world.when(kim("2018-10-25"), end).then_nothing();
    assert_eq!(above(&world, "2018-10-24", "2018-10-24T13:59"), [1]);
    assert_eq!(above(&world, "2018-10-24", "2018-10-24T14:00"), []);
    // The same words again are published again, and stand from then.
    let world = world.and(kim("2018-10-25"), reworded);
    assert_eq!(above(&world, "2018-10-25", "2018-10-25T14:00"), [1]);
}

#[test]
fn a_page_of_the_past_shows_the_notices_of_its_day_and_a_crisis_of_now() {
    let crisis = PublishNotice {
        severity: Severity::Crisis,
        ..notice(2)
    };
    let end = EndNotice {
        notice: notice_id(1),
    };
    let world = exempelstad()
        .and(kim("2018-03-01"), notice(1))
        .and(kim("2018-03-05"), end)
        .and(kim("2018-10-26"), crisis)
        .and(
            kim("2018-10-26"),
            PublishNotice {
                severity: Severity::Information,
                ..notice(3)
            },
        );
    let now = "2018-10-26T14:00";
    assert_eq!(above(&world, "2018-02-28", now), [2]);
    for then in ["2018-03-01", "2018-03-03", "2018-03-05"] {
        assert_eq!(above(&world, then, now), [2, 1], "{then}");
    }
    assert_eq!(above(&world, "2018-03-06", now), [2]);
    assert_eq!(above(&world, "2018-10-26", now), [2, 3]);
}

#[test]
fn a_notice_found_in_a_source_stood_on_the_day_that_the_source_names_and_no_longer() {
    let seen = |since| PublishNotice {
        source: Some(source(1)),
        since: Some(dated(since)),
        ..notice(1)
    };
    let world = exempelstad().and(import(NOW), seen("2018-09-25"));
    assert_eq!(above(&world, "2018-09-25", "2018-10-26T14:00"), [1]);
    assert_eq!(above(&world, "2018-09-26", "2018-10-26T14:00"), []);
    assert_eq!(above(&world, NOW, "2018-10-26T14:00"), []);
    // Of a year alone nobody knows on which day it stood.
    let world = exempelstad().and(import(NOW), seen("2018"));
    assert_eq!(above(&world, "2018-01-01", "2018-10-26T14:00"), []);
    assert_eq!(world.published("2018-01-01").notices().len(), 1);
}

#[test]
fn a_page_has_an_owner_and_an_address_of_ours() {
    let world = exempelstad();
    let refused = |page, refusal| world.when(kim(NOW), page).then_refused(refusal);
    let long = format!("/{}", "a".repeat(200));
    for path in [
        "kontakt",
        "/Kontakt",
        "/kontakt?per=2018-01-01",
        "//",
        "/å",
        &long,
    ] {
        refused(
            page(path),
            Refusal::NotAPath {
                path: path.to_owned(),
            },
        );
    }
    let nobody = DescribePage {
        role: None,
        ..page("/")
    };
    refused(nobody.clone(), Refusal::OwnerMissing);
    let blank = |field| Refusal::Blank { field };
    refused(
        DescribePage {
            role: Some(Names::swedish("")),
            ..page("/")
        },
        blank("role"),
    );
    refused(
        DescribePage {
            title: Some(Names::swedish("")),
            ..page("/")
        },
        blank("title"),
    );
    for page in [
        DescribePage {
            since: Some(dated("2018")),
            ..page("/")
        },
        DescribePage {
            source: Some(source(1)),
            ..page("/")
        },
    ] {
        refused(page.clone(), Refusal::MayNotBackDate);
        world.when(import(NOW), page).then_accepted();
    }
    let unknown = DescribePage {
        source: Some(source(9)),
        ..page("/")
    };
    world
        .when(import(NOW), unknown)
        .then_refused(Refusal::Unknown { fact: Fact::Source });
    let ended = world
        .clone()
        .and(kim("2018-01-02"), ends(SCHOOLS, "2018-01-31"));
    let of_schools = DescribePage {
        owner: Some(SCHOOLS),
        ..nobody
    };
    ended
        .when(kim(NOW), of_schools.clone())
        .then_refused(Refusal::BodyNotAlive {
            on: day(NOW),
            last_day: Some(day("2018-01-31")),
        });
    let world = world.and(kim(NOW), of_schools.clone());
    world.when(kim("2018-10-27"), of_schools).then_nothing();
    let lens = world.published(NOW);
    let (path, page) = lens.pages()[0];
    assert_eq!(path.as_str(), Some("/"));
    assert_eq!(page.owner.unwrap().names, Names::swedish("Skolnämnden"));
    assert!(world.published("2018-10-25").pages().is_empty());
}

#[test]
fn nothing_slips_in_behind_what_was_later_said_of_a_notice() {
    let world = exempelstad().and(kim("2018-03-01"), notice(1));
    let behind = PublishNotice {
        since: Some(dated("2018-02-01")),
        ..notice(1)
    };
    world
        .when(import("2018-03-02"), behind)
        .then_refused(Refusal::WouldBreak {
            day: day("2018-03-01"),
            fact: Fact::Notice,
        });
}

#[test]
fn a_translation_belongs_to_the_very_words_and_says_who_made_it() {
    let world = exempelstad();
    let finnish = |world: &World, text: &str| {
        let all = world.published("2016-01-01").translations();
        let found = all.of(&text.into());
        found.and_then(|t| t.text.fi.clone())
    };
    let refused = |command: TranslateText, refusal: Refusal| {
        world.when(kim(NOW), command).then_refused(refusal);
    };
    let named = |text: Names| TranslateText {
        text,
        ..translation()
    };
    refused(named(Names::swedish("Skola")), Refusal::NotTranslated);
    let text = || Refusal::Blank { field: "text" };
    refused(named(Names::all(" ", "A", "B")), text());
    refused(named(Names::all("A", "B", " ")), text());
    let nobody = TranslateText {
        by: "".into(),
        ..translation()
    };
    refused(nobody, Refusal::Blank { field: "by" });

    let world = world.and(kim(NOW), translation());
    world.when(kim(NOW), translation()).then_nothing();
    // It was made in 2018 and is read on pages of every day; other words have none.
    assert_eq!(
        finnish(&world, "Fler når målen i skolan"),
        Some("Yhä useampi saavuttaa koulun tavoitteet".into())
    );
    assert_eq!(finnish(&world, "Fler når målen i skolan."), None);
    let gone = world.published(NOW).translations();
    assert_eq!(gone.of(&Text::Redacted), None);
    // The last that somebody made stands, and it can be taken away.
    let again = Names::all("Fler når målen i skolan", "More", "Useampi");
    let world = world.and(kim(NOW), named(again));
    assert_eq!(
        finnish(&world, "Fler når målen i skolan"),
        Some("Useampi".into())
    );
    let none = named(Names::swedish("Fler når målen i skolan"));
    let world = world.and(kim("2018-10-27"), none.clone());
    assert_eq!(finnish(&world, "Fler når målen i skolan"), None);
    world.when(kim("2018-10-27"), none).then_nothing();
}

#[test]
fn answers_are_erased_only_under_a_named_decision_that_has_been_made() {
    let world = exempelstad();
    let now = kim("2018-01-15");
    let with = |change: &dyn Fn(&mut EraseAnswers)| {
        let mut erases = erased();
        change(&mut erases);
        world.when(now, erases)
    };
    with(&|_| ()).then_on("2018-01-15");
    // The same again is the same, and another under its name is not.
    let told = world.clone().and(now, erased());
    told.when(kim("2018-01-16"), erased()).then_nothing();
    let other = EraseAnswers {
        case_number: "EX/2016:4".into(),
        ..erased()
    };
    told.when(now, other).then_refused(Refusal::TwiceTheSame);
    let blank = |field| Refusal::Blank { field };
    with(&|e| e.decision = " ".into()).then_refused(blank("decision"));
    with(&|e| e.case_number = "".into()).then_refused(blank("case_number"));
    with(&|e| e.decided = day("2018-01-15")).then_accepted();
    with(&|e| e.decided = day("2018-01-16")).then_refused(Refusal::InTheFuture {
        day: day("2018-01-16"),
        today: day("2018-01-15"),
    });
    with(&|e| e.erased.clear()).then_refused(blank("erased"));
    with(&|e| e.erased[0].answers = 0).then_refused(blank("erased"));
    with(&|e| e.erased[0].comments = 12).then_accepted();
    with(&|e| e.erased[0].comments = 13).then_refused(blank("erased"));
}

#[test]
fn a_page_keeps_its_address_and_is_taken_down_and_put_up_again() {
    let now = kim("2018-01-15");
    let later = kim("2018-02-01");
    let down = |page: WritePage| WritePage { text: None, ..page };
    let blank = |field| Refusal::Blank { field };
    let nameless = WritePage {
        title: Names::swedish(" "),
        ..written(1, "Så gör du")
    };
    let world = exempelstad();
    world.when(now, nameless).then_refused(blank("title"));
    let empty = WritePage {
        text: Some(Names::swedish("")),
        ..written(1, "Så gör du")
    };
    world.when(now, empty).then_refused(blank("text"));
    world
        .when(now, down(written(1, "Så gör du")))
        .then_refused(blank("text"));
    let world = world.and(now, written(1, "Så gör du"));
    world.when(later, written(1, "Så gör du")).then_nothing();
    let taken = || Refusal::SlugTaken {
        slug: "sa-gor-du".to_owned(),
    };
    world
        .when(later, written(2, "Så gör du"))
        .then_refused(taken());
    let renamed = WritePage {
        title: Names::swedish("Gör så här"),
        ..written(1, "Så gör du")
    };
    world.when(later, renamed.clone()).then_accepted();
    let moved = WritePage {
        slug: riktning_domain::Slug::from_title("Gör så här"),
        ..renamed
    };
    world.when(later, moved).then_refused(Refusal::SlugTaken {
        slug: "gor-sa-har".to_owned(),
    });
    let down = world.clone().and(later, down(written(1, "Så gör du")));
    let stands = |world: &World, on: &str| world.published(on).written_pages().len();
    assert_eq!(stands(&world, "2018-01-14"), 0);
    assert_eq!(
        (stands(&down, "2018-01-31"), stands(&down, "2018-02-01")),
        (1, 0)
    );
    let up = down.and(kim("2018-03-01"), written(1, "Så gör du"));
    assert_eq!(stands(&up, "2018-03-01"), 1);
}
