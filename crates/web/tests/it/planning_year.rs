//! The planning year of twelve bodies, lived through from January to December: the model and the rounds, the
//! council's orders, answers and own commitments, plans preliminary and decided, a committee that becomes three,
//! somebody who leaves, an election, supplements. Afterwards the public pages of twenty days say what was decided
//! by each of them, and nothing else.

mod people;
mod public;
mod steps;

use jiff::civil::date;
use people::Year;
use public::Ledger;
use riktning_domain::permissions::Role;
use steps::{accepts, decides, interprets, opens_the_rounds, orders, plan, promises, sets_a_limit};

const COUNCIL: &str = "kommunfullmaktige";
const CARE: &str = "vard-och-omsorgsnamnden";
const CULTURE: &str = "kultur-och-fritidsnamnden";
const SILENT: &str = "bydalens-namnd";

/// The council, its board, eight committees and two companies.
const BODIES: [&str; 12] = [
    COUNCIL,
    "kommunstyrelsen",
    "arbetsmarknads-och-vuxenutbildningsnamnden",
    SILENT,
    CARE,
    "samhallsbyggnadsnamnden",
    CULTURE,
    "forskolenamnden",
    "grundskolenamnden",
    "gymnasienamnden",
    "exempelbostader",
    "exempelenergi",
];

/// An order to everybody, and one to three.
const TO_ALL: &str = "Varje invånare ska veta vem som svarar";
const TO_SOME: &str = "Fler unga ska ha ett sommarjobb";

/// What a body promises of its own.
fn own(slug: &str) -> String {
    format!("Tolv nya platser hos {slug}")
}

/// How a body words the order to everybody, where it has words of its own.
fn answer(slug: &str) -> String {
    format!("Den som ringer {slug} får svar samma dag")
}

#[tokio::test(flavor = "multi_thread")]
async fn twelve_bodies_plan_a_year_and_every_day_of_it_says_what_was_decided_then() {
    let year = Year::begun(date(2026, 1, 5)).await;
    let mut ledger = Ledger::default();
    begins(&year).await;
    ledger.look(&year).await;
    year.goes_on_to(date(2026, 2, 23));
    orders_go_out(&year).await;
    ledger.look(&year).await;
    year.goes_on_to(date(2026, 3, 9));
    bodies_answer(&year).await;
    ledger.look(&year).await;
    year.goes_on_to(date(2026, 4, 20));
    plans_are_preliminary(&year).await;
    ledger.look(&year).await;
    year.goes_on_to(date(2026, 5, 18));
    let desk = year.desk(CARE).await;
    decides(&desk, CARE, "2026-05-18", "41").await;
    let names = ["Äldrenämnden", "Funktionsrättsnämnden", "Hemvårdsnämnden"];
    steps::splits(
        &year,
        &year.desk("strateg").await,
        CARE,
        "2026-05-31",
        names,
    )
    .await;
    ledger.look(&year).await;
    year.goes_on_to(date(2026, 6, 8));
    for slug in [CARE, COUNCIL] {
        let desk = year.desk(slug).await;
        let page = desk.get(&format!("/arbete/beslut/nytt/{slug}")).await;
        eprintln!("=== over {slug} {}", page.text());
    }
    eprintln!(
        "=== orders {}",
        year.desk("strateg")
            .await
            .page("/arbete/uppdrag/2027")
            .await
    );
}

/// The strategist sets a limit and opens the rounds; everybody has a role from the first day.
async fn begins(year: &Year) {
    let group = "kommunkoncernen";
    year.grants("strateg", &[(Role::Strategist, group)]).await;
    year.grants("administrator", &[(Role::Administrator, group)])
        .await;
    for slug in BODIES {
        let roles = [Role::Contributor, Role::Approver, Role::Registrar];
        year.grants(slug, &roles.map(|role| (role, slug))).await;
    }
    let kim = year.desk("strateg").await;
    sets_a_limit(&kim, "2").await;
    opens_the_rounds(year, &kim).await;
}

async fn orders_go_out(year: &Year) {
    let kim = year.desk("strateg").await;
    orders(year, &kim, TO_ALL, &BODIES[1..]).await;
    orders(
        year,
        &kim,
        TO_SOME,
        &[CULTURE, "kommunstyrelsen", "exempelenergi"],
    )
    .await;
    assert_eq!(kim.fill_hand_in(&plan(COUNCIL)).await, 303);
}

/// Most accept the order to everybody, some word it, one is silent; each promises something of its own.
async fn bodies_answer(year: &Year) {
    for (n, slug) in BODIES[1..]
        .iter()
        .enumerate()
        .filter(|(_, slug)| **slug != SILENT)
    {
        let desk = year.desk(slug).await;
        match n % 2 {
            0 => accepts(&desk, slug, TO_ALL).await,
            _ => interprets(&desk, slug, TO_ALL, &answer(slug)).await,
        }
        promises(&desk, slug, &own(slug)).await;
    }
    // Of those three, one takes it as it stands and one words it; the third has not answered.
    accepts(&year.desk(CULTURE).await, CULTURE, TO_SOME).await;
    let words = "Varje förvaltning tar emot tio unga i sommar";
    interprets(
        &year.desk("kommunstyrelsen").await,
        "kommunstyrelsen",
        TO_SOME,
        words,
    )
    .await;
}

async fn plans_are_preliminary(year: &Year) {
    for slug in BODIES[1..].iter().filter(|slug| **slug != SILENT) {
        let desk = year.desk(slug).await;
        assert_eq!(desk.fill_hand_in(&plan(slug)).await, 303, "{slug}");
    }
}
