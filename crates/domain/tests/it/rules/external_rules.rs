//! External rules: in force on days that nobody here decides, and unchecked until checked.

use crate::commands::*;
use crate::exempelstad::*;
use crate::world::{World, dated, day, kim};
use riktning_domain::external_rules::{CheckRule, RecordRule};
use riktning_domain::published::Validity;
use riktning_domain::refusal::Fact;
use riktning_domain::{Refusal, Slug};

#[test]
fn it_stands_from_its_first_day_or_from_the_recording_if_that_is_still_to_come() {
    let world = exempelstad();
    let now = kim("2017-03-01");
    world.when(now, law(5, "1992-01-01")).then_on("1992-01-01");
    world.when(now, law(5, "2018-01-01")).then_on("2017-03-01");
}

#[test]
fn it_says_what_it_is() {
    let world = exempelstad();
    let now = kim("2017-01-01");
    let refused = |rule: RecordRule, refusal| world.when(now, rule).then_refused(refusal);
    let blank = |field| Refusal::Blank { field };
    let law = || law(5, "2015");
    refused(
        RecordRule {
            title: "".into(),
            ..law()
        },
        blank("title"),
    );
    refused(
        RecordRule {
            number: Some(" ".into()),
            ..law()
        },
        blank("number"),
    );
    refused(
        RecordRule {
            in_force_to: Some(dated("2014")),
            ..law()
        },
        Refusal::EndsBeforeItStarts,
    );
    refused(
        RecordRule {
            source: Some(source(9)),
            ..law()
        },
        Refusal::Unknown { fact: Fact::Source },
    );
    refused(
        RecordRule {
            slug: serde_json::from_str("\"Exempellagen!\"").unwrap(),
            ..law()
        },
        Refusal::NotASlug {
            slug: "Exempellagen!".into(),
        },
    );
    world.when(now, law()).then_accepted();
}

fn shown(world: &World, on: &str) -> (Validity, Option<String>) {
    let published = world.published(on);
    let rule = published.rule(document(5)).unwrap();
    (rule.validity(), rule.last_day().map(|day| day.to_string()))
}

#[test]
fn a_page_of_the_past_does_not_know_of_an_end_that_came_later() {
    let ended = RecordRule {
        in_force_to: Some(dated("2017-12-31")),
        ..law(5, "1992-01-01")
    };
    let world = exempelstad()
        .and(kim("2016-01-01"), law(5, "1992-01-01"))
        .and(kim("2018-02-01"), ended);
    assert_eq!(shown(&world, "2016-06-01"), (Validity::InForce, None));
    assert_eq!(shown(&world, "2017-12-31"), (Validity::InForce, None));
    let end = Some("2017-12-31".to_owned());
    assert_eq!(
        shown(&world, "2018-01-01"),
        (Validity::Expired, end.clone())
    );
    assert_eq!(shown(&world, "2030-12-31"), (Validity::Expired, end));
    assert!(world.published("1991-12-31").rule(document(5)).is_none());
}

#[test]
fn nobody_has_checked_it_until_somebody_says_so_and_only_what_stands() {
    let now = kim("2017-01-01");
    let world = exempelstad().and(now, law(5, "2015"));
    let checked = |world: &World, on: &str| {
        let rule = world.published(on).rule(document(5)).unwrap();
        rule.checked.map(|(day, _)| day)
    };
    assert_eq!(checked(&world, "2017-01-01"), None);
    let unknown = Refusal::Unknown {
        fact: Fact::Document,
    };
    world.when(now, checks(6, "2015")).then_refused(unknown);
    let nowhere = CheckRule {
        source: source(9),
        ..checks(5, "2015")
    };
    world
        .when(now, nowhere)
        .then_refused(Refusal::Unknown { fact: Fact::Source });
    world
        .when(now, checks(5, "2014"))
        .then_refused(Refusal::RuleChanged);
    let world = world.and(kim("2017-02-01"), checks(5, "2015"));
    world
        .when(kim("2017-02-02"), checks(5, "2015"))
        .then_nothing();
    assert_eq!(checked(&world, "2017-01-31"), None);
    assert_eq!(checked(&world, "2017-02-01"), Some(day("2017-02-01")));
    // What is recorded otherwise is unchecked again; another address is no other rule.
    let moved = RecordRule {
        slug: Slug::parse("lagen").unwrap(),
        ..law(5, "2015")
    };
    let world = world.and(kim("2017-03-01"), moved);
    assert!(checked(&world, "2017-03-01").is_some());
    let otherwise = RecordRule {
        number: Some("2010:2".into()),
        ..law(5, "2015")
    };
    let world = world.and(kim("2017-04-01"), otherwise);
    assert_eq!(checked(&world, "2017-04-01"), None);
}

#[test]
fn the_same_again_changes_nothing_and_an_old_address_leads_on() {
    let now = kim("2017-01-01");
    let moved = RecordRule {
        slug: Slug::parse("lagen").unwrap(),
        ..law(5, "2015")
    };
    let world = exempelstad().and(now, law(5, "2015")).and(now, moved);
    world.when(now, law(6, "2015")).then_accepted();
    for slug in ["lagen", "exempellagen-5"] {
        let at = world.published("2018-01-01");
        let found = at.document_at(&Slug::parse(slug).unwrap());
        assert_eq!(found, Some(document(5)));
    }
    let again = RecordRule {
        slug: Slug::parse("lagen").unwrap(),
        ..law(5, "2015")
    };
    world.when(kim("2019-01-01"), again).then_nothing();
}
