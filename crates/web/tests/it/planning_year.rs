//! The planning year of twelve bodies, lived through from January to December: the model and the rounds, the
//! council's orders, answers and own commitments, plans preliminary and decided, a committee that becomes three,
//! somebody who leaves, an election, supplements. Afterwards the public pages of twenty days say what was decided
//! by each of them, and nothing else.

mod people;
mod public;
mod steps;

use jiff::civil::{Date, date};
use people::Year;
use public::Ledger;
use riktning_domain::permissions::Role;
use steps::{
    accepts, adjusts, builds_a_model, decides, interprets, leaves, opens_the_rounds, orders, plan,
    promises, sets_a_limit, sets_terms, splits, takes_over,
};

const BOARD: &str = "kommunstyrelsen";
const COUNCIL: &str = "kommunfullmaktige";
const CARE: &str = "vard-och-omsorgsnamnden";
const CULTURE: &str = "kultur-och-fritidsnamnden";
const SILENT: &str = "bydalens-namnd";

/// The council, its board, eight committees and two companies.
const BODIES: [&str; 12] = [
    COUNCIL,
    BOARD,
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

/// Who decides for a company.
const BOARDS: [(&str, &str); 2] = [
    ("exempelbostader", "exempelbostaders-styrelse"),
    ("exempelenergi", "exempelenergis-styrelse"),
];

/// What comes after the committee of care: names and addresses.
const AFTER: [(&str, &str); 3] = [
    ("Äldrenämnden", "aldrenamnden"),
    ("Funktionsrättsnämnden", "funktionsrattsnamnden"),
    ("Hemvårdsnämnden", "hemvardsnamnden"),
];

/// An order to everybody, and one to three.
const TO_ALL: &str = "Varje invånare ska veta vem som svarar";
const TO_SOME: &str = "Fler unga ska ha ett sommarjobb";
const SUMMER: &str = "Varje förvaltning tar emot tio unga i sommar";

/// What a body promises of its own.
fn own(slug: &str) -> String {
    format!("Tolv nya platser hos {slug}")
}

/// How a body words the order to everybody, where it has words of its own.
fn answer(slug: &str) -> String {
    format!("Den som ringer {slug} får svar samma dag")
}

/// What the schools had promised before they saw what the others had handed in.
const TOO_MUCH: &str = "Fyrtio nya platser hos grundskolenamnden";

/// What a body adds in November.
fn added(slug: &str) -> String {
    format!("Sex platser till hos {slug}")
}

/// The bodies that answer, each with whether it has words of its own for the order to everybody.
fn answering() -> impl Iterator<Item = (&'static str, bool)> {
    let all = BODIES[1..].iter().enumerate();
    let all = all.map(|(n, slug)| (*slug, n % 2 == 1));
    all.filter(|(slug, _)| *slug != SILENT)
}

#[tokio::test(flavor = "multi_thread")]
async fn twelve_bodies_plan_a_year_and_every_day_of_it_says_what_was_decided_then() {
    let year = Year::begun(date(2026, 1, 5)).await;
    let mut ledger = Ledger::default();
    begins(&year).await;
    ledger.look(&year).await;
    year.goes_on_to(date(2026, 2, 23));
    orders_go_out(&year, &mut ledger).await;
    ledger.look(&year).await;
    year.goes_on_to(date(2026, 3, 9));
    bodies_answer(&year, &mut ledger).await;
    ledger.look(&year).await;
    year.goes_on_to(date(2026, 4, 20));
    plans_are_preliminary(&year).await;
    ledger.look(&year).await;
    spring(&year, &mut ledger).await;
    june(&year, &mut ledger).await;
    autumn(&year, &mut ledger).await;
    assert_eq!(ledger.days(), 20);
    ledger.asks_every_day(&year).await;
}

/// The strategist sets a limit and opens the rounds; everybody has a role from the first day.
async fn begins(year: &Year) {
    let group = "kommunkoncernen";
    year.grants("strateg", &[(Role::Strategist, group)]).await;
    year.grants("administrator", &[(Role::Administrator, group)])
        .await;
    for slug in BODIES {
        // The board of a company decides its plan.
        let decides = BOARDS.iter().find(|(company, _)| *company == slug);
        let decides = decides.map_or(slug, |(_, board)| board);
        let writes = [Role::Contributor, Role::Approver].map(|role| (role, slug));
        year.grants(slug, &writes).await;
        year.grants(slug, &[(Role::Registrar, decides)]).await;
    }
    year.grants("eftertrader", &[]).await;
    let kim = year.desk("strateg").await;
    sets_a_limit(&kim, "2").await;
    opens_the_rounds(year, &kim).await;
}

async fn orders_go_out(year: &Year, ledger: &mut Ledger) {
    let kim = year.desk("strateg").await;
    orders(year, &kim, TO_ALL, &BODIES[1..]).await;
    let some = [CULTURE, BOARD, "exempelenergi"];
    orders(year, &kim, TO_SOME, &some).await;
    assert_eq!(kim.fill_hand_in(&plan(COUNCIL)).await, 303);
    ledger.written(TO_ALL);
    ledger.written(TO_SOME);
}

/// Most accept the order to everybody or word it, one is silent; each promises something of its own.
async fn bodies_answer(year: &Year, ledger: &mut Ledger) {
    for (slug, has_own_words) in answering() {
        let desk = year.desk(slug).await;
        match has_own_words {
            false => accepts(&desk, slug, TO_ALL).await,
            true => {
                interprets(&desk, slug, TO_ALL, &answer(slug)).await;
                ledger.written(&answer(slug));
            }
        }
        let first = match slug {
            "grundskolenamnden" => TOO_MUCH.to_owned(),
            slug => own(slug),
        };
        promises(&desk, slug, &first).await;
        ledger.written(&first);
        ledger.written(&own(slug));
    }
    // Of those three, one takes it as it stands and one words it; the third has not answered.
    accepts(&year.desk(CULTURE).await, CULTURE, TO_SOME).await;
    interprets(&year.desk(BOARD).await, BOARD, TO_SOME, SUMMER).await;
    ledger.written(SUMMER);
    let fan_out = kim_reads(year, "/arbete/uppdrag/2027").await;
    assert_eq!(fan_out.matches("Skriver, inte inlämnat").count(), 12);
    assert_eq!(fan_out.matches("Inget svar än").count(), 2);
    assert!(!fan_out.contains(&answer(CARE)), "nothing is handed in");
}

async fn plans_are_preliminary(year: &Year) {
    for (slug, _) in answering() {
        let desk = year.desk(slug).await;
        assert_eq!(desk.fill_hand_in(&plan(slug)).await, 303, "{slug}");
    }
    let fan_out = kim_reads(year, "/arbete/uppdrag/2027").await;
    assert_eq!(fan_out.matches(", inlämnad").count(), 12);
    says!(&fan_out, &answer(CARE), SUMMER);
}

/// What the strategist reads at an address.
async fn kim_reads(year: &Year, path: &str) -> String {
    year.desk("strateg").await.page(path).await
}

/// What a body decides of its own plan.
async fn body_decides(year: &Year, ledger: &mut Ledger, slug: &'static str, paragraph: &str) {
    let today = year.town.app.today();
    let desk = year.desk(slug).await;
    decides(&desk, slug, &today.to_string(), paragraph).await;
    let has_own_words = answering().any(|(own, words)| own == slug && words);
    // What was accepted as it stands bears the words of the order.
    let answer = match has_own_words {
        true => answer(slug),
        false => TO_ALL.to_owned(),
    };
    let mut texts = vec![own(slug), answer];
    texts.extend((slug == BOARD).then(|| SUMMER.to_owned()));
    texts.extend((slug == CULTURE).then(|| TO_SOME.to_owned()));
    for text in texts {
        ledger.decided(&text, today);
    }
}

/// The committee of care decides its plan, and becomes three, which take over what it promised.
async fn spring(year: &Year, ledger: &mut Ledger) {
    year.goes_on_to(date(2026, 5, 18));
    body_decides(year, ledger, CARE, "41").await;
    let names = AFTER.map(|(name, _)| name);
    let kim = year.desk("strateg").await;
    splits(year, &kim, CARE, "2026-05-31", names).await;
    ledger.look(year).await;
    year.goes_on_to(date(2026, 5, 25));
    let love = year.desk("administrator").await;
    leaves(year, &love, CULTURE, "eftertrader").await;
    ledger.look(year).await;
    year.goes_on_to(date(2026, 6, 1));
    let fan_out = kim_reads(year, "/arbete/uppdrag/2027").await;
    says!(
        &fan_out,
        "Vård- och omsorgsnämnden</a>",
        "finns inte längre"
    );
    for (_, slug) in AFTER {
        let roles = [Role::Contributor, Role::Approver, Role::Registrar];
        year.grants(slug, &roles.map(|role| (role, slug))).await;
    }
    ledger.look(year).await;
    year.goes_on_to(date(2026, 6, 8));
    let [(elder, slug), (_, other), _] = AFTER;
    let (first, second) = (answer(CARE), own(CARE));
    takes_over(&year.desk(slug).await, slug, elder, &[&first, &second]).await;
    let nothing = year.desk(other).await;
    let nothing = nothing.page(&format!("/arbete/beslut/nytt/{other}")).await;
    assert!(!nothing.contains(&first), "it is another's now");
    // Nobody is asked to answer what has been answered in the place of all of them.
    let asked = year.desk(other).await;
    let asked = asked.page(&plan(other)).await;
    says!(&asked, "Den som hade uppdraget före er");
    assert!(!asked.contains("/anta?") && !asked.contains("Inte besvarat än"));
    // What each made of the order is told with who has it now, and nobody is asked again.
    let fan_out = kim_reads(year, "/arbete/uppdrag/2027").await;
    says!(&fan_out, &format!("{elder}</a>"), &first);
    assert!(!fan_out.contains("Vård- och omsorgsnämnden"));
    assert_eq!(fan_out.matches("Inget svar än").count(), 2);
    ledger.look(year).await;
}

/// Committees and companies decide, and council decides what it ordered.
async fn june(year: &Year, ledger: &mut Ledger) {
    // A plan is preliminary until it is decided: one is taken back, and says another thing when it is.
    let schools = "grundskolenamnden";
    adjusts(&year.desk(schools).await, schools, TOO_MUCH, &own(schools)).await;
    let halves: [(Date, usize); 2] = [(date(2026, 6, 15), 0), (date(2026, 6, 22), 1)];
    for (day, half) in halves {
        year.goes_on_to(day);
        let own = answering().filter(|(slug, _)| *slug != CARE);
        let own = own.enumerate().filter(|(n, _)| n % 2 == half);
        for (n, (slug, _)) in own {
            body_decides(year, ledger, slug, &format!("{}", 50 + n)).await;
        }
        ledger.look(year).await;
    }
    year.goes_on_to(date(2026, 6, 25));
    let council = year.desk(COUNCIL).await;
    decides(&council, COUNCIL, "2026-06-25", "88").await;
    ledger.decided(TO_SOME, date(2026, 6, 25));
    ledger.decided(TO_ALL, date(2026, 6, 25));
    ledger.look(year).await;
}

/// An election, which touches nothing that goes on; and what is added to decided plans.
async fn autumn(year: &Year, ledger: &mut Ledger) {
    year.goes_on_to(date(2026, 8, 31));
    ledger.look(year).await;
    year.goes_on_to(date(2026, 9, 14));
    let kim = year.desk("strateg").await;
    let before = kim.page("/arbete/planer/2027").await;
    sets_terms(year, &kim, &[COUNCIL], ["2026-10-15", "2030-10-14"]).await;
    let committees = [BOARD, CULTURE, "grundskolenamnden", AFTER[0].1];
    sets_terms(year, &kim, &committees, ["2027-01-01", "2030-12-31"]).await;
    assert_eq!(kim.page("/arbete/planer/2027").await, before);
    // The new council's model is another, and touches nothing that is planned by the old one.
    let culture = kim.page(&plan(CULTURE)).await;
    builds_a_model(&kim, "Strategisk inriktning 2028–2031", "2028-01-01").await;
    assert_eq!(kim.page(&plan(CULTURE)).await, culture);
    says!(
        kim.page("/arbete/malmodell").await,
        "Börjar gälla 1 januari 2028."
    );
    ledger.look(year).await;
    for day in [date(2026, 9, 28), date(2026, 10, 15)] {
        year.goes_on_to(day);
        ledger.look(year).await;
    }
    year.goes_on_to(date(2026, 11, 9));
    let supplements = ["grundskolenamnden", AFTER[0].1];
    for slug in supplements {
        let desk = year.desk(slug).await;
        promises(&desk, slug, &added(slug)).await;
        ledger.written(&added(slug));
        assert_eq!(desk.fill_hand_in(&plan(slug)).await, 303, "{slug}");
    }
    ledger.look(year).await;
    year.goes_on_to(date(2026, 11, 23));
    for slug in supplements {
        let desk = year.desk(slug).await;
        decides(&desk, slug, "2026-11-23", "97").await;
        ledger.decided(&added(slug), date(2026, 11, 23));
    }
    let plan = kim_reads(year, &plan(AFTER[0].1)).await;
    says!(&plan, "Beslutad", &added(AFTER[0].1));
    let schools = kim_reads(year, &steps::plan("grundskolenamnden")).await;
    let (june, november) = schools
        .split_once("Komplettering, beslutad 23 november 2026")
        .unwrap();
    let [before, after] = [own("grundskolenamnden"), added("grundskolenamnden")];
    assert!(june.contains(&before) && !june.contains(&after) && november.contains(&after));
    ledger.look(year).await;
    for day in [date(2026, 11, 30), date(2026, 12, 7), date(2026, 12, 31)] {
        year.goes_on_to(day);
        ledger.look(year).await;
    }
}
