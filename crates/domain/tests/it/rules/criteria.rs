//! TAKT: what the fields of a wording tell, and what only a person can.

use crate::commands::*;
use crate::exempelstad::*;
use crate::world::dated;
use riktning_domain::criteria::{Point, findings};
use riktning_domain::elements::{Quantity, Wording};
use riktning_domain::models::{Check, Criterion, Level, Purpose};
use riktning_domain::{Names, Text};

fn takt() -> Level {
    let criterion = |name, checks| Criterion {
        names: Names::swedish(name),
        checks,
        vague: match checks {
            Check::Clear => ["arbeta med", "verka för", "utveckla"]
                .map(Text::from)
                .to_vec(),
            _ => Vec::new(),
        },
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

fn pointed_at(sentence: &str) -> Vec<Point> {
    let (level, wording) = (takt(), words(sentence));
    let found = findings(&level, &wording);
    assert!(found[1..].iter().all(|f| f.points.is_empty()), "{found:?}");
    found[0].points.clone()
}

#[test]
fn it_points_at_the_words_of_the_model_as_they_stand() {
    let vague = |words: &str| Point::Vague(words.to_owned());
    assert_eq!(
        pointed_at("Arbeta med läsning, VERKA  FÖR ro"),
        [vague("Arbeta med"), vague("VERKA  FÖR")]
    );
    // Whole words in their order, whatever stands between them but letters.
    assert_eq!(pointed_at("Medarbeta medvetet, och vidareutveckla"), []);
    assert_eq!(pointed_at("Arbeta mycket med läsning"), []);
    // What is said twice is asked about once.
    assert_eq!(
        pointed_at("Utveckla, utveckla"),
        [vague("Utveckla"), vague("utveckla")]
    );
    assert_eq!(
        pointed_at("utveckla och utveckla"),
        [vague("utveckla"), second("och utveckla")]
    );
    assert_eq!(pointed_at(""), []);
    assert_eq!(pointed_at("🦊 … utveckla 🦊"), [vague("utveckla")]);
}

fn second(words: &str) -> Point {
    Point::SecondPromise(words.to_owned())
}

#[test]
fn it_points_at_a_second_promise_in_the_sentence() {
    assert_eq!(
        pointed_at("Öppna två förskolor och anställa tio lärare"),
        [second("och anställa")]
    );
    assert_eq!(
        pointed_at("Fler lekplatser samt en park"),
        [second("samt en")]
    );
    assert_eq!(
        pointed_at("Öppna badet. Laga vägen."),
        [second("Laga vägen")]
    );
    assert_eq!(
        pointed_at("Öppna badet; laga vägen"),
        [second("laga vägen")]
    );
    // Two things of one promise are one.
    assert_eq!(pointed_at("Lika tider för flickor och pojkar"), []);
    assert_eq!(pointed_at("Öppna badet för barn och unga vuxna."), []);
    assert_eq!(pointed_at("Högst 3,5 procent och"), []);
}

#[test]
fn a_person_says_that_it_is_clear_all_the_same_and_why() {
    let answered = |why: &str| Wording {
        clear_anyway: Some(why.into()),
        ..words("Verka för macken")
    };
    let level = takt();
    let wording = answered("Vi äger den inte.");
    let found = findings(&level, &wording);
    assert_eq!(found[0].fulfilled, Some(true));
    assert_eq!(
        found[0].anyway.and_then(Text::as_str),
        Some("Vi äger den inte.")
    );
    // What it was asked about can still be read.
    assert_eq!(found[0].points, [Point::Vague("Verka för".to_owned())]);
    assert!(found[1..].iter().all(|f| f.anyway.is_none()));
    // An answer that says nothing is none.
    let wording = answered("  ");
    let found = findings(&level, &wording);
    assert_eq!((found[0].fulfilled, found[0].anyway), (None, None));
}
