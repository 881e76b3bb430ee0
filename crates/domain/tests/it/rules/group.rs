//! The municipality, its sources, its grants.

use crate::exempelstad::*;
use crate::world::{World, day, import, kim};
use riktning_domain::group::DescribeGroup;
use riktning_domain::permissions::{EndGrant, GrantRole, Role};
use riktning_domain::refusal::Fact;
use riktning_domain::sources::{CiteSource, ImportedFacts};
use riktning_domain::{Refusal, Text};

fn town() -> DescribeGroup {
    DescribeGroup {
        name: "Exempelstads kommun".into(),
        place: "Exempelstad".into(),
        code: None,
        invented: true,
    }
}

#[test]
fn a_municipality_has_a_name_and_a_place() {
    let world = World::default();
    let now = kim("2016-01-01");
    let name = DescribeGroup {
        name: " ".into(),
        ..town()
    };
    let place = DescribeGroup {
        place: "".into(),
        ..town()
    };
    world
        .when(now, name)
        .then_refused(Refusal::Blank { field: "name" });
    world
        .when(now, place)
        .then_refused(Refusal::Blank { field: "place" });
    world.when(now, town()).then_accepted();
}

#[test]
fn a_municipality_code_is_four_digits() {
    let coded = |code: &str| DescribeGroup {
        code: Some(Text::new(code)),
        ..town()
    };
    let world = World::default();
    for code in ["484", "04841", "O484", "０４８４"] {
        world
            .when(kim("2016-01-01"), coded(code))
            .then_refused(Refusal::NotAMunicipalityCode { code: code.into() });
    }
    world.when(kim("2016-01-01"), coded("0000")).then_accepted();
}

fn cite(title: &str, url: &str) -> CiteSource {
    CiteSource {
        source: source(2),
        title: title.into(),
        url: Some(url.into()),
    }
}

#[test]
fn a_source_has_a_title_and_a_web_address_or_none() {
    let world = World::default();
    let now = kim("2016-01-01");
    for url in [
        "javascript:alert(1)",
        "exempel.invalid",
        "ftp://x",
        "",
        "https://",
        "https:// ",
        "https://a b",
        "https://a\tb",
        "https://[::1",
        "https://user:pw@exempel.invalid",
        "https://exempel\u{202e}.invalid",
        "https://exempel.invalid:99999",
        "https://-",
        "https://a..b",
    ] {
        world
            .when(now, cite("Årsredovisning", url))
            .then_refused(Refusal::NotAnAddress { url: url.into() });
    }
    world
        .when(now, cite("", "https://exempel.invalid"))
        .then_refused(Refusal::Blank { field: "title" });
    let none = CiteSource {
        url: None,
        ..cite("Årsredovisning", "")
    };
    for url in [
        "HTTPS://Exempel.invalid",
        "http://[::1]:8080/a?b#c",
        "https://exempel.invalid/årsplan%20(1).pdf",
    ] {
        world.when(now, cite("Årsredovisning", url)).then_accepted();
    }
    world
        .when(now, cite("\u{200b}\u{feff}", "https://exempel.invalid"))
        .then_refused(Refusal::Blank { field: "title" });
    world.when(now, none).then_accepted();
    world
        .when(now, cite("Årsredovisning", "http://exempel.invalid/1"))
        .then_accepted();
}

#[test]
fn an_import_names_its_file_by_a_sha_256() {
    let file = |file: String| ImportedFacts {
        file,
        bytes: 1,
        taken: 1,
        reported: 0,
    };
    let world = World::default();
    let now = import("2016-01-01");
    let blank = Refusal::Blank { field: "file" };
    world
        .when(now, file("a".repeat(63)))
        .then_refused(blank.clone());
    world.when(now, file("A".repeat(64))).then_refused(blank);
    world.when(now, file("a1".repeat(32))).then_accepted();
}

fn grant(from: &str, to: Option<&str>) -> GrantRole {
    GrantRole {
        person: KIM,
        role: Role::Contributor,
        body: SCHOOLS,
        from: day(from),
        to: to.map(day),
    }
}
fn end(last_day: &str) -> EndGrant {
    EndGrant {
        person: KIM,
        role: Role::Contributor,
        body: SCHOOLS,
        last_day: day(last_day),
    }
}

#[test]
fn a_grant_does_not_end_before_it_starts() {
    let world = bodies();
    let now = kim("2016-01-01");
    world
        .when(now, grant("2016-02-01", Some("2016-01-31")))
        .then_refused(Refusal::GrantUpsideDown);
    world
        .when(now, grant("2016-02-01", Some("2016-02-01")))
        .then_accepted();
    let granted = world.and(now, grant("2016-02-01", None));
    granted
        .when(now, end("2016-01-31"))
        .then_refused(Refusal::GrantUpsideDown);
    granted.when(now, end("2016-02-01")).then_accepted();
}

#[test]
fn only_what_was_granted_can_be_ended() {
    let unknown = Refusal::Unknown { fact: Fact::Grant };
    bodies()
        .when(kim("2016-01-01"), end("2016-02-01"))
        .then_refused(unknown);
}

#[test]
fn no_role_is_granted_at_a_body_that_has_ended() {
    let world = bodies().and(
        kim("2016-01-01"),
        crate::commands::ends(SCHOOLS, "2016-06-30"),
    );
    world
        .when(kim("2016-07-01"), grant("2016-07-01", None))
        .then_refused(Refusal::BodyNotAlive {
            on: day("2016-07-01"),
            last_day: Some(day("2016-06-30")),
        });
    world
        .when(kim("2016-06-30"), grant("2016-06-30", None))
        .then_accepted();
}

#[test]
fn a_new_name_is_not_shown_on_the_days_before_it() {
    let town = || DescribeGroup {
        code: Some("0000".into()),
        ..town()
    };
    let renamed = DescribeGroup {
        name: "Exempelstads stad".into(),
        ..town()
    };
    let world = World::default()
        .and(kim("2016-01-01"), town())
        .and(kim("2018-01-01"), renamed);
    let name = |on| world.published(on).group().unwrap().name.clone();
    assert_eq!(name("2017-12-31"), town().name);
    assert_eq!(name("2018-01-01"), "Exempelstads stad".into());
    // Before anybody wrote it down it was called what it was first called.
    assert_eq!(name("2010-01-01"), town().name);
}

#[test]
fn a_journal_is_about_one_municipality_for_ever() {
    let coded = |code: Option<&str>| DescribeGroup {
        code: code.map(Text::new),
        ..town()
    };
    let world = World::default()
        .and(kim("2016-01-01"), town())
        .and(kim("2016-01-02"), coded(Some("0000")));
    let real = DescribeGroup {
        invented: false,
        ..coded(Some("0000"))
    };
    for command in [real, coded(Some("0001")), coded(None)] {
        world
            .when(kim("2017-01-01"), command)
            .then_refused(Refusal::OtherMunicipality {
                known: "Exempelstads kommun".into(),
            });
    }
    let renamed = DescribeGroup {
        name: "Exempelstad".into(),
        ..coded(Some("0000"))
    };
    world
        .when(kim("2017-01-01"), renamed.clone())
        .then_accepted();
    // Of one that has said no code the name is all that tells.
    let uncoded = World::default().and(kim("2016-01-01"), town());
    let nameless = DescribeGroup {
        code: None,
        ..renamed.clone()
    };
    for other in [renamed, nameless] {
        uncoded
            .when(kim("2017-01-01"), other)
            .then_refused(Refusal::OtherMunicipality {
                known: "Exempelstads kommun".into(),
            });
    }
}
