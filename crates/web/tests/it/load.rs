//! Steering load: what every body has on its desk, and what a decision adds.

use crate::desk::{Desk, body};
use crate::plan_and_decide::{choice, new};
use crate::town::Town;
use jiff::civil::date;
use riktning_domain::Command;
use riktning_domain::permissions::Role;

const LOAD: &str = "/arbete/styrtyngd";
const CARE: &str = "vard-och-omsorgsnamnden";
const PLAN: &str = "/arbete/planer/2027/vard-och-omsorgsnamnden";
const COUNCIL: &str = "/arbete/planer/2027/kommunfullmaktige";
const GROUP: &str = "kommunkoncernen";

async fn town() -> Town {
    Town::on(date(2026, 10, 5)).await
}

/// The text of the row of a body.
fn row(page: &str, body: &str) -> String {
    let mut rows = page.split("<tr>");
    let row = rows
        .find(|row| row.contains(&format!("row\">{body}")))
        .unwrap();
    let row = row.split("</tr>").next().unwrap();
    let mut text = String::new();
    let mut inside = false;
    for c in row.chars() {
        match c {
            '<' => inside = true,
            '>' => {
                inside = false;
                text.push(' ');
            }
            c if !inside => text.push(c),
            _ => {}
        }
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[tokio::test(flavor = "multi_thread")]
async fn every_body_is_shown_with_what_it_has_and_how_that_has_grown() {
    let town = town().await;
    let reader = Desk::of(&town, "lasare", &[(Role::Reader, CARE)]).await;
    let page = reader.page(LOAD).await;
    let care = row(&page, "Vård- och omsorgsnämnden");
    says!(
        care,
        "810 +90",
        "18 +1",
        "4 +2",
        "18 åtaganden, och modellen säger högst 15"
    );
    // A committee of May 2025 was there a year ago, and one that is no more has nothing.
    says!(row(&page, "Förskolenämnden"), "375");
    assert!(!page.contains("Barn- och utbildningsnämnden"), "{page}");
    says!(
        page,
        "Åtaganden: högst 15 för varje organ",
        "tumregel",
        "5 oktober 2025"
    );
    says!(reader.page("/arbete/").await, LOAD);
    // It is not for residents, and not for whoever only looks after sign-in.
    assert!(!town.page("/").await.contains("styrtyngd"));
    let love = Desk::of(&town, "love", &[(Role::Administrator, GROUP)]).await;
    assert_eq!(love.get(LOAD).await.status, 404);
    assert!(!love.page("/arbete/").await.contains(LOAD));
    says!(
        reader.page("/en/arbete/styrtyngd").await,
        "Steering load",
        "Minutes a year"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn before_a_decision_is_recorded_it_says_what_it_adds() {
    let town = town().await;
    let kim = Desk::of(&town, "strateg", &[(Role::Strategist, GROUP)]).await;
    let noa = [(Role::Contributor, CARE), (Role::Approver, CARE)];
    let noa = Desk::of(&town, "namnd", &noa).await;
    let alex = [
        (Role::Registrar, CARE),
        (Role::Registrar, "kommunfullmaktige"),
    ];
    let alex = Desk::of(&town, "sekreterare", &alex).await;
    let path = new(&noa.page(PLAN).await, "Åtagande");
    let goal = choice(&noa.page(&path).await, "Processmål");
    let row_of = [("text", "hemligordet"), ("val", goal.as_str())];
    assert_eq!(noa.fill(&path, &row_of).await.status, 303);
    // Nobody else reads it; how many there are the centre may know.
    let load = kim.page(LOAD).await;
    assert!(!load.contains("hemligordet"));
    let care = row(&load, "Vård- och omsorgsnämnden");
    assert!(care.ends_with(" 1"), "{care}");
    assert_eq!(noa.fill_hand_in(PLAN).await, 303);
    let page = alex.page(&format!("{PLAN}/beslut")).await;
    says!(page, "Vad beslutet lägger på bordet", LOAD);
    // This year's eighteen, and of 2027 the one: all else is as today.
    says!(
        row(&page, "Vård- och omsorgsnämnden"),
        "18 → , blir 1 4 → , blir 4 810 → , blir 300"
    );
    // An order adds to whom it goes.
    let path = new(&kim.page(COUNCIL).await, "Uppdrag");
    let to = body(&town, CARE).0.to_string();
    let order = [("text", "Korta vägen"), ("till", to.as_str())];
    assert_eq!(kim.fill(&path, &order).await.status, 303);
    assert_eq!(kim.fill_hand_in(COUNCIL).await, 303);
    let page = alex.page(&format!("{COUNCIL}/beslut")).await;
    let care = row(&page, "Vård- och omsorgsnämnden");
    // Four are open, one of June is for 2027, and this one.
    says!(care, "18 → , blir 18 4 → , blir 6 810 → , blir 870");
    assert!(
        !page.contains("row\">Kommunstyrelsen"),
        "it goes to nobody else"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn rows_that_nobody_has_decided_are_counted_for_those_who_may_know_of_the_plan() {
    let town = town().await;
    let noa = [(Role::Contributor, CARE), (Role::Approver, CARE)];
    let noa = Desk::of(&town, "namnd", &noa).await;
    let path = new(&noa.page(PLAN).await, "Åtagande");
    let goal = choice(&noa.page(&path).await, "Processmål");
    let fields = [("text", "Ett löfte"), ("val", goal.as_str())];
    assert_eq!(noa.fill(&path, &fields).await.status, 303);
    let care = "Vård- och omsorgsnämnden";
    let other = "kommunstyrelsen";
    let mut desks = Vec::new();
    for (n, (role, at, before, after)) in [
        (Role::Contributor, CARE, "1", "1"),
        (Role::Registrar, CARE, "1", "1"),
        // Counts, and never a word, for the centre.
        (Role::Strategist, GROUP, "1", "1"),
        (Role::Controller, GROUP, "\u{2013}", "1"),
        (Role::Auditor, GROUP, "\u{2013}", "1"),
        (Role::Reader, CARE, "\u{2013}", "1"),
        (Role::Reader, other, "\u{2013}", "\u{2013}"),
        (Role::Contributor, other, "\u{2013}", "\u{2013}"),
        (Role::Registrar, other, "\u{2013}", "\u{2013}"),
        (Role::Editor, GROUP, "\u{2013}", "\u{2013}"),
    ]
    .into_iter()
    .enumerate()
    {
        let desk = Desk::of(&town, &format!("r{n}"), &[(role, at)]).await;
        desks.push((desk, format!("{role:?} at {at}"), before, after));
    }
    for (desk, who, before, _) in &desks {
        let page = desk.page(LOAD).await;
        says_last(&row(&page, care), before, who);
        says_last(
            &row(&page, "Alla tillsammans"),
            if *before == "1" { "1" } else { "0" },
            who,
        );
    }
    assert_eq!(noa.fill_hand_in(PLAN).await, 303);
    for (desk, who, _, after) in &desks {
        says_last(&row(&desk.page(LOAD).await, care), after, who);
    }
}

fn says_last(row: &str, count: &str, who: &str) {
    let last = row.split(' ').next_back().unwrap();
    assert_eq!(last, count, "{who}: {row}");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_laid_on_a_desk_and_taken_from_it_is_what_the_minutes_are_of() {
    let town = town().await;
    let reader = Desk::of(&town, "lasare", &[(Role::Reader, CARE)]).await;
    let minutes = async || {
        let care = row(&reader.page(LOAD).await, "Vård- och omsorgsnämnden");
        // After what is said of the limit of the model.
        let number = care.split("högst 15. ").nth(1).unwrap();
        number.split(' ').next().unwrap().parse::<i32>().unwrap()
    };
    let before = minutes().await;
    let define = |indicator: uuid::Uuid, frequency| {
        Command::DefineIndicator(riktning_domain::indicators::DefineIndicator {
            indicator: riktning_domain::ids::IndicatorId(indicator),
            slug: riktning_domain::Slug::parse("ett-varde-till").unwrap(),
            definition: riktning_domain::indicators::Definition {
                responsible: Some(body(&town, CARE)),
                frequency: Some(frequency),
                ..any_definition(&town)
            },
            since: None,
        })
    };
    use riktning_domain::indicators::Frequency::{Monthly, Yearly};
    let id = uuid::Uuid::new_v4();
    town.perform(define(id, Yearly)).await;
    let with_one = minutes().await - before;
    town.perform(define(id, Monthly)).await;
    assert!(with_one > 0);
    assert_eq!(
        minutes().await - before,
        12 * with_one,
        "it is asked for each month"
    );
    // An order is told of until a decision closes it.
    let order = town.app.published(town.app.today(), |p| {
        let mut owned = p.owned_by(body(&town, "kommunfullmaktige")).into_iter();
        let care = body(&town, CARE);
        let own = owned.find(|e| {
            use riktning_domain::elements::Addressed::To;
            e.period().year() == 2026
                && e.closed().is_none()
                && matches!(e.addressed_to(), To(bodies) if *bodies == [care])
        });
        own.unwrap().id()
    });
    let open = minutes().await;
    town.perform(Command::RecordDecision(
        riktning_domain::decisions::RecordDecision {
            decision: riktning_domain::ids::DecisionId(uuid::Uuid::new_v4()),
            body: body(&town, "kommunfullmaktige"),
            date: riktning_domain::Dated::day_known(town.app.today()),
            authority: riktning_domain::decisions::Authority::Paragraph("99".into()),
            case_number: None,
            title: None,
            seen: Vec::new(),
            acts: vec![riktning_domain::decisions::Act::Close(order)],
        },
    ))
    .await;
    assert!(minutes().await < open);
}

fn any_definition(town: &Town) -> riktning_domain::indicators::Definition {
    town.app.published(town.app.today(), |p| {
        let any = p.indicators().next().unwrap();
        any.definition.clone()
    })
}
