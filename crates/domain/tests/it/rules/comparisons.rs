//! Comparisons: who they are with, and what the others measured.

use crate::commands::*;
use crate::exempelstad::*;
use crate::world::{World, dated, import, kim};
use riktning_domain::comparisons::{DescribePeers, PeerFigure, RecordComparison};
use riktning_domain::refusal::Fact;
use riktning_domain::{Period, Refusal, Text};

const NOW: &str = "2018-10-26";

fn with_peers() -> World {
    exempelstad().and(kim(NOW), peers(1))
}

/// Who is compared, by period, on a day.
fn shown(world: &World, on: &str) -> Vec<(i16, usize)> {
    let all = world.published(on).comparisons_of(ORGANISATION);
    let of = |p: Period| p.first_day().year();
    let all = all
        .iter()
        .map(|c| (of(c.record.period), c.record.figures.len()));
    all.collect()
}

#[test]
fn a_group_has_a_name_and_members_each_once() {
    let world = exempelstad();
    let blank = |field| Refusal::Blank { field };
    let refused = |command: DescribePeers, refusal| {
        world.when(kim(NOW), command).then_refused(refusal);
    };
    let own = peers(1);
    refused(
        DescribePeers {
            names: riktning_domain::Names::swedish(" "),
            ..own.clone()
        },
        blank("names"),
    );
    refused(
        DescribePeers {
            members: vec![],
            ..own.clone()
        },
        blank("members"),
    );
    refused(
        DescribePeers {
            members: vec![" ".into()],
            ..own.clone()
        },
        blank("members"),
    );
    let twice: Vec<Text> = vec!["Exempelby".into(), "Exempelby".into()];
    let name = "Exempelby".to_owned();
    refused(
        DescribePeers {
            members: twice,
            ..own.clone()
        },
        Refusal::NamedTwice { name },
    );
    let unknown = Refusal::Unknown { fact: Fact::Source };
    refused(
        DescribePeers {
            source: Some(source(9)),
            ..own.clone()
        },
        unknown,
    );
    refused(
        DescribePeers {
            since: Some(dated("2016")),
            ..own.clone()
        },
        Refusal::MayNotBackDate,
    );
    world.when(kim(NOW), own.clone()).then_on(NOW);
    with_peers().when(kim(NOW), own).then_nothing();
    let fewer = DescribePeers {
        members: vec!["Provinge".into()],
        ..peers(1)
    };
    with_peers().when(kim(NOW), fewer).then_accepted();
}

#[test]
fn a_comparison_names_members_and_a_period_that_has_begun() {
    let world = with_peers();
    let refused = |command: RecordComparison, refusal| {
        world.when(kim(NOW), command).then_refused(refusal);
    };
    let own = compared(1, 2017);
    refused(
        RecordComparison {
            figures: vec![],
            ..own
        },
        Refusal::Blank { field: "figures" },
    );
    let unknown = |fact| Refusal::Unknown { fact };
    refused(compared(2, 2017), unknown(Fact::Peers));
    refused(
        RecordComparison {
            source: source(9),
            ..own.clone()
        },
        unknown(Fact::Source),
    );
    let period = Period::Year(2019);
    refused(compared(1, 2019), Refusal::PeriodToCome { period });
    let figure = |name: &str| PeerFigure {
        municipality: name.into(),
        figure: "1".parse().unwrap(),
    };
    let name = |name: &str| name.to_owned();
    let stranger = vec![figure("Fjärrby")];
    refused(
        RecordComparison {
            figures: stranger,
            ..own
        },
        Refusal::NotAMember {
            name: name("Fjärrby"),
        },
    );
    let twice = vec![figure("Provinge"), figure("Provinge")];
    refused(
        RecordComparison {
            figures: twice,
            ..own
        },
        Refusal::NamedTwice {
            name: name("Provinge"),
        },
    );
    // The group stood from its own day.
    world
        .when(
            import(NOW),
            RecordComparison {
                since: Some(dated("2018-05-01")),
                ..own.clone()
            },
        )
        .then_refused(Refusal::TooEarly {
            on: "2018-05-01".parse().unwrap(),
            stands_from: NOW.parse().unwrap(),
            fact: Fact::Peers,
        });
    world.when(kim(NOW), own).then_on(NOW);
}

#[test]
fn the_latest_period_comes_first_and_the_later_word_of_a_period_stands() {
    let world = with_peers()
        .and(kim(NOW), compared(1, 2016))
        .and(kim(NOW), compared(1, 2017));
    world.when(kim(NOW), compared(1, 2017)).then_nothing();
    assert_eq!(shown(&world, "2018-10-25"), []);
    assert_eq!(shown(&world, NOW), [(2017, 2), (2016, 2)]);
    let figures = vec![compared(1, 2017).figures.remove(0)];
    let world = world.and(
        kim("2018-11-01"),
        RecordComparison {
            figures,
            ..compared(1, 2017)
        },
    );
    assert_eq!(shown(&world, "2018-11-01"), [(2017, 1), (2016, 2)]);
    assert_eq!(shown(&world, "2018-10-31"), [(2017, 2), (2016, 2)]);
}
