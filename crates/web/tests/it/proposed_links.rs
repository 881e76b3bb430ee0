//! What a decided row contributes to is proposed beside it: both stand wherever both wordings do, and
//! residents read the goal in force until the decision.

use crate::desk::{Desk, form, form_to, number, only, standing};
use crate::plan_and_decide::{link, new};
use crate::town::Town;
use jiff::civil::date;
use riktning_app::Clock;
use riktning_domain::permissions::Role;
use riktning_store::MemoryJournal;

const BODY: &str = "vard-och-omsorgsnamnden";
const PLAN: &str = "/arbete/planer/2027/vard-och-omsorgsnamnden";
const PROMISE: &str = "Alla som får hemtjänst väljer två fasta kontakter";

/// The process goals that a form offers: each by its id and what it says.
fn goals(page: &str) -> Vec<(String, String)> {
    let kind = page.split("Processmål").nth(1).unwrap();
    let kind = kind.split("</fieldset>").next().unwrap();
    let options = kind.split("name=\"val\" value=\"").skip(1);
    let read = |option: &str| {
        let id = option.split('"').next().unwrap();
        let said = option.split("<span>").nth(1).unwrap();
        (
            id.to_owned(),
            said.split('<').next().unwrap().trim().to_owned(),
        )
    };
    options.map(read).collect()
}

/// A row that is decided, with its address in the work area and the one where residents read it, and
/// the two first process goals of its form: it supports the first.
async fn decided(noa: &Desk<'_>) -> (String, String, [(String, String); 2]) {
    let path = new(&noa.page(PLAN).await, "Åtagande");
    let page = noa.page(&path).await;
    let offered = goals(&page);
    let goals = [offered[0].clone(), offered[1].clone()];
    let fields = [
        ("text", PROMISE),
        ("val", &goals[0].0),
        ("roll", "Enhetschef"),
    ];
    assert_eq!(noa.post(&path, &form(&page, &fields)).await.status, 303);
    let number = number(&noa.page(PLAN).await, PROMISE);
    assert_eq!(noa.fill_hand_in(PLAN).await, 303);
    noa.decides(PLAN, "§ 88").await;
    let plan = noa.page(PLAN).await;
    let public = plan.split("Öppna sidan").next().unwrap();
    let public = link(public.rsplit("href=\"").next().unwrap());
    (format!("/arbete/ataganden/{number}"), public, goals)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_decided_row_supports_another_goal_by_a_proposal_and_another_decision() {
    let town = Town::on(date(2026, 10, 5)).await;
    let noa = Desk::of_a_small_body(&town, BODY).await;
    let elected = Desk::of(&town, "ledamot", &[(Role::Reader, BODY)]).await;
    let (row, public, [old, new]) = decided(&noa).await;
    let before = town.page(&public).await;
    says!(before, &old.1);
    assert!(!before.contains(&new.1));

    // Only the goal is another: it is proposed, and no resident sees it.
    let page = noa.page(&row).await;
    says!(page, "också när du väljer ett annat mål", &new.1);
    let other = [("text", PROMISE), ("val", &new.0), ("roll", "Enhetschef")];
    let saved = noa.post(&row, &form(&page, &other)).await;
    assert_eq!(saved.status, 303, "{}", saved.text());
    assert_eq!(town.page(&public).await, before);
    let both = |page: &str| {
        says!(
            page,
            &format!("{}</a></del>", old.1),
            &format!("{}</a></ins>", new.1)
        );
        assert!(!page.contains(&format!("<s>{PROMISE}</s>")), "{page}");
    };
    both(&noa.page(PLAN).await);

    // Taken back, the goal in force is the one that the form shows.
    let page = noa.page(&row).await;
    let (to, own) = form_to(&page, "/ta-bort");
    assert_eq!(noa.post(&to, &only(own)).await.status, 303);
    let page = noa.page(&row).await;
    says!(page, &format!("value=\"{}\" checked", old.0));
    assert!(!page.contains(&format!("value=\"{}\" checked", new.0)));
    assert!(!noa.page(PLAN).await.contains(&new.1));

    // Proposed without any, it lacks what the model requires and is not handed in.
    let none = [("text", PROMISE), ("roll", "Enhetschef")];
    assert_eq!(noa.post(&row, &form(&page, &none)).await.status, 303);
    let plan = noa.page(PLAN).await;
    says!(plan, "saknar");
    assert!(!plan.contains("/lamna-in\""));

    // Proposed anew and handed in: both stand wherever both wordings do.
    let page = noa.page(&row).await;
    assert_eq!(noa.post(&row, &form(&page, &other)).await.status, 303);
    assert_eq!(noa.fill_hand_in(PLAN).await, 303);
    both(&elected.page(&format!("{PLAN}/forslag")).await);
    says!(
        elected.page(&format!("{PLAN}/forslag")).await,
        "En rad ändras"
    );
    let memorandum = noa.page(&format!("{PLAN}/tjansteskrivelse")).await;
    says!(
        memorandum,
        &format!(
            "Ändras: Bidrar till eller vilar på, från {} till {}",
            old.1, new.1
        )
    );
    both(&noa.page(&format!("{PLAN}/beslut")).await);
    both(&noa.page(&history(&row)).await);
    assert_eq!(town.page(&public).await, before);

    // Decided: residents read the new goal, and of the day before the old one.
    noa.decides(PLAN, "§ 99").await;
    let after = town.page(&public).await;
    says!(after, &new.1, "§ 99");
    assert!(!after.contains(&old.1), "{after}");
    both(&noa.page(&history(&row)).await);
    says!(noa.page(PLAN).await, &new.1);
    let twice = noa.page(&row).await;
    says!(twice, &format!("value=\"{}\" checked", new.0));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_day_before_the_decision_shows_the_goal_of_that_day() {
    let zone = jiff::tz::TimeZone::get("Europe/Stockholm").unwrap();
    let morning = date(2026, 10, 5).at(9, 0, 0, 0).to_zoned(zone).unwrap();
    let (clock, hands) = Clock::turned(morning.timestamp());
    let town = Town::with(clock, Box::new(MemoryJournal::new().unwrap())).await;
    let noa = Desk::of_a_small_body(&town, BODY).await;
    let (row, public, [old, new]) = decided(&noa).await;
    let page = noa.page(&row).await;
    let other = standing(&page, &[("val", &new.0)]);
    assert_eq!(noa.post(&row, &other).await.status, 303);
    assert_eq!(noa.fill_hand_in(PLAN).await, 303);
    hands.turn(jiff::SignedDuration::from_hours(48));
    let kim = Desk::of(&town, "kim.ek", &[(Role::Registrar, BODY)]).await;
    let fields = [("dag", "2026-10-07"), ("paragraf", "§ 99")];
    let decided = kim.fill(&format!("{PLAN}/beslut"), &fields).await;
    assert_eq!(decided.status, 303, "{}", decided.text());
    for (day, stands, not) in [("2026-10-06", &old, &new), ("2026-10-07", &new, &old)] {
        let page = town.page(&format!("{public}?per={day}")).await;
        says!(page, &stands.1);
        assert!(!page.contains(&not.1), "{day}");
    }
    // Two days beside each other, and the log of the day, tell what it came to contribute to.
    let both = format!("{}?fran=2026-10-06&till=2026-10-07", history(&row));
    says!(kim.page(&both).await, &old.1, &new.1);
    let log = town
        .page("/andringar?fran=2026-10-06&till=2026-10-07")
        .await;
    says!(log, &old.1, &new.1);
}

/// The page of a row's history.
fn history(row: &str) -> String {
    row.replace("/arbete/", "/arbete/historik/")
}

#[tokio::test(flavor = "multi_thread")]
async fn a_decision_over_another_goal_than_the_form_showed_is_refused_with_what_it_is_now() {
    let town = Town::on(date(2026, 10, 5)).await;
    let noa = Desk::of_a_small_body(&town, BODY).await;
    let (row, public, [old, new]) = decided(&noa).await;
    let page = noa.page(&row).await;
    let third = goals(&page).into_iter().nth(2).unwrap();
    let saved = standing(&page, &[("val", &new.0)]);
    assert_eq!(noa.post(&row, &saved).await.status, 303);
    assert_eq!(noa.fill_hand_in(PLAN).await, 303);
    let shown = noa.page(&format!("{PLAN}/beslut")).await;
    // Somebody chooses a third goal before the registrar presses.
    let other = [("text", PROMISE), ("val", &third.0), ("roll", "Enhetschef")];
    let page = noa.page(&row).await;
    assert_eq!(noa.post(&row, &form(&page, &other)).await.status, 303);
    let fields = [
        ("dag", "2026-10-05"),
        ("paragraf", "§ 99"),
        ("diarienummer", "EXS 2026:88"),
    ];
    let late = noa
        .post(&format!("{PLAN}/beslut"), &standing(&shown, &fields))
        .await;
    assert_eq!(late.status, 422);
    says!(
        late.text(),
        "id=\"ord-f\"",
        &format!("{}</a></ins>", third.1),
        &format!("{}</a></del>", old.1)
    );
    assert!(!town.page(&public).await.contains("§ 99"));
    // Of two who choose at once, the second is told of what is saved.
    let kim = Desk::of(&town, "kim.ek", &[(Role::Contributor, BODY)]).await;
    let (mine, theirs) = (noa.page(&row).await, kim.page(&row).await);
    let theirs = standing(&theirs, &[("val", &new.0)]);
    assert_eq!(kim.post(&row, &theirs).await.status, 303);
    let mine = standing(&mine, &[("val", &old.0)]);
    let refused = noa.post(&row, &mine).await;
    assert_eq!(refused.status, 422, "{}", refused.text());
    says!(refused.text(), &new.1);
}
