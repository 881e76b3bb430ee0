//! One committee becomes three, an order gets three wordings, a goal is missed: read by a resident.

use crate::links::{Page, exempelstad};
use jiff::civil::{Date, date};
use riktning_app::App;
use riktning_web::server::Source;

const TODAY: Date = date(2026, 11, 24);

async fn ask(app: &App, path: &str) -> Page {
    let page = Page::ask(&Source::of(app), path).await;
    assert_eq!(page.status, 200, "{path}");
    page
}

async fn said(app: &App, path: &str) -> String {
    ask(app, path).await.text()
}

/// The address that a link with a text leads to.
fn link(page: &Page, text: &str) -> String {
    let place = page.html.find(&format!(">{text}</a>"));
    let before = &page.html[..place.unwrap_or_else(|| panic!("no link {text}"))];
    let (_, href) = before.rsplit_once("href=\"").unwrap();
    href.split('"').next().unwrap().to_owned()
}

#[tokio::test]
async fn what_the_old_committee_undertook_goes_on_in_the_new_one_with_its_history() {
    let app = exempelstad(TODAY).await;
    let old = "/namnder/barn-och-utbildningsnamnden";
    says!(
        said(&app, old).await,
        "Efterträds av Förskolenämnden , Grundskolenämnden , Gymnasienämnden",
        "30 april 2025",
    );
    // Its term ended with it, and is not missing.
    let term = "Mandattid från 1 januari 2023 till och med 30 april 2025";
    says!(said(&app, old).await, term);
    let in_office = said(&app, &format!("{old}?per=2025-04-30")).await;
    says!(
        in_office,
        "från 1 januari 2023 till och med 31 december 2026"
    );
    // On its last day it stands, and what it had undertaken is given away already.
    says!(
        said(&app, &format!("{old}?per=2025-04-21")).await,
        "Halvera den långa frånvaron"
    );
    let new = ask(&app, "/namnder/grundskolenamnden").await;
    says!(
        new.text(),
        "Halvera den långa frånvaron",
        "Fler elever klarar grundskolan"
    );
    let commitment = link(&new, "Halvera den långa frånvaron");
    let told = said(&app, &commitment).await;
    says!(
        told,
        "Grundskolenämnden",
        "genom beslut av Barn- och utbildningsnämnden",
        "22 april 2025"
    );
    let before = said(&app, &format!("{commitment}?per=2025-04-21")).await;
    says!(before, "Barn- och utbildningsnämnden");
    assert!(!before.contains("Grundskolenämnden"), "{before}");
    // Its verdict of the autumn is the new committee's.
    says!(told, "Delårsrapport 2, 2025");
    let not_yet = Page::ask(
        &Source::of(&app),
        "/namnder/grundskolenamnden?per=2024-12-31",
    )
    .await;
    assert!(!not_yet.text().contains("Halvera den långa frånvaron"));
}

#[tokio::test]
async fn an_order_to_three_committees_is_worded_in_each() {
    let app = exempelstad(TODAY).await;
    let plan = ask(&app, "/2024-2027/arsplan/2025").await;
    let order = link(&plan, "Gör vardagens ärenden enkla på webben");
    says!(
        said(&app, &order).await,
        "Familjer anmäler frånvaro i en app",
        "Följ ditt ärende om stöd på webben",
        "Sök försörjningsstöd med mobilen",
    );
    assert!(!said(&app, &order).await.contains("Inget publicerat svar"));
    // Of two one has answered, and of the other two nobody has.
    let one = said(&app, "/ataganden/219-gor-en-atgardsplan-for-hemtjansten").await;
    let left = one.split("Inget publicerat svar från:").nth(1).unwrap();
    let left = left.split("Så har").next().unwrap();
    says!(left, "Bydalens nämnd");
    assert!(!left.contains("Vård- och omsorgsnämnden"), "{left}");
    let none = said(&app, "/ataganden/619-snoroj-till-dorren-for-aldre").await;
    let left = none.split("Inget publicerat svar från:").nth(1).unwrap();
    says!(left, "Samhällsbyggnadsnämnden", "Vård- och omsorgsnämnden");
}

#[tokio::test]
async fn a_goal_that_is_missed_says_what_was_decided_then_and_what_came_of_it() {
    let app = exempelstad(TODAY).await;
    let goal = "/2024-2027/mal/ett-tryggt-liv-hela-livet";
    let missed = said(&app, &format!("{goal}?per=2025-10-23")).await;
    says!(
        missed,
        "2025: Nås inte",
        "2027: Nås inte",
        "Kvinnor är minst nöjda, 52 procent."
    );
    says!(missed, "Vänd utvecklingen i hemtjänsten");
    let before = said(&app, &format!("{goal}?per=2025-10-22")).await;
    assert!(
        !before.contains("Nås inte") && !before.contains("Vänd utvecklingen"),
        "{before}"
    );
    let order = link(&ask(&app, goal).await, "Vänd utvecklingen i hemtjänsten");
    says!(
        said(&app, &order).await,
        "Brukarna väljer tid för minst hälften av besöken",
        "Högst nio personer hjälper samma brukare",
    );
}

#[tokio::test]
async fn a_goal_whose_period_is_over_is_read_in_its_own_time() {
    let app = exempelstad(TODAY).await;
    let goal = "/2016-2019/mal/hojd-utbildningsniva";
    let page = ask(&app, goal).await;
    let heading = page.html.split("<figcaption>").nth(1).unwrap();
    let heading = heading.split("</figcaption>").next().unwrap();
    assert!(heading.contains(" 2019"), "{heading}");
    assert!(!heading.contains("Prognos"), "{heading}");
    for year in 2020..2027 {
        assert!(!heading.contains(&year.to_string()), "{heading}");
    }
    // What came later is there, and is called later.
    says!(page.text(), "Efter målets period:");
    let then = said(&app, &format!("{goal}?per=2019-11-01")).await;
    assert!(!then.contains("Efter målets period:"), "{then}");
}

#[tokio::test]
async fn nothing_of_today_is_owned_by_a_body_that_has_ended() {
    let app = exempelstad(TODAY).await;
    let orphans: Vec<String> = app.published(TODAY, |p| {
        let current = p.models().into_iter();
        let current = current.filter(|m| m.definition.period.last_day() >= TODAY);
        let elements = current.flat_map(|model| p.elements_of(model.id));
        let standing = elements
            .filter(|e| !e.is_over(TODAY) && e.withdrawn().is_none() && e.closed().is_none());
        let ended = standing.filter(|e| {
            let owner = e.owner().and_then(|id| p.body(id));
            owner.is_some_and(|body| body.has_ended())
        });
        ended.map(|e| format!("{:?}", e.text())).collect()
    });
    assert_eq!(orphans, [] as [String; 0]);
}
