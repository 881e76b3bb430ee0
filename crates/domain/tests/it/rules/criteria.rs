//! TAKT: what the fields of a wording tell, and what only a person can.

use crate::commands::*;
use crate::exempelstad::*;
use crate::world::dated;
use riktning_domain::Names;
use riktning_domain::criteria::findings;
use riktning_domain::elements::{Quantity, Wording};
use riktning_domain::models::{Check, Criterion, Level, Purpose};

fn takt() -> Level {
    let criterion = |name, checks| Criterion {
        names: Names::swedish(name),
        checks,
    };
    Level {
        criteria: vec![
            criterion("Tydligt", Check::Clear),
            criterion("Ansvarsfördelat", Check::Assigned),
            criterion("Kvantifierbart", Check::Quantifiable),
            criterion("Tidssatt", Check::Timed),
        ],
        ..level(COMMITMENT, "Åtagande", Purpose::Commitment)
    }
}

fn fulfilled(wording: &Wording) -> Vec<Option<bool>> {
    let level = takt();
    let found = findings(&level, wording);
    let names: Vec<_> = found.iter().map(|f| f.criterion.checks).collect();
    assert_eq!(
        names,
        [
            Check::Clear,
            Check::Assigned,
            Check::Quantifiable,
            Check::Timed
        ]
    );
    found.into_iter().map(|f| f.fulfilled).collect()
}

#[test]
fn a_bare_sentence_fulfils_nothing_and_its_clearness_is_not_judged() {
    let bare = Wording {
        owner: None,
        ..words("Bli bättre")
    };
    let no = Some(false);
    assert_eq!(fulfilled(&bare), [None, no, no, no]);
}

#[test]
fn each_field_fulfils_its_own_criterion() {
    let (yes, no) = (Some(true), Some(false));
    let role = Wording {
        role: Some("Skolchef".into()),
        ..words("x")
    };
    assert_eq!(fulfilled(&role), [None, yes, no, no]);
    let roleless = words("x");
    assert_eq!(fulfilled(&roleless), [None, no, no, no]);
    let counted = Wording {
        quantity: Some(Quantity {
            value: "27".parse().unwrap(),
            unit: "platser".into(),
            at_least: true,
        }),
        ..words("x")
    };
    let tested = Wording {
        condition: Some("Planen är antagen".into()),
        ..words("x")
    };
    assert_eq!(fulfilled(&counted), [None, no, yes, no]);
    assert_eq!(fulfilled(&tested), [None, no, yes, no]);
}

#[test]
fn it_is_timed_if_it_is_due_within_its_period() {
    let due = |day: &str| {
        let due = Wording {
            due: Some(dated(day)),
            ..words("x")
        };
        fulfilled(&due)[3]
    };
    assert_eq!(due("2019-12-31"), Some(true));
    assert_eq!(due("2020-01-01"), Some(false));
    // What is known only as a year is due by its last day.
    assert_eq!(due("2019"), Some(true));
    assert_eq!(due("2020"), Some(false));
    assert_eq!(due("2015-12-31"), Some(false));
}
