//! What is compiled for council: its goals and the whole, judged by one body and read by residents.

use crate::desk::{Desk, standing};
use crate::town::Town;
use jiff::civil::date;
use riktning_domain::permissions::Role;

const BOARD: &str = "kommunstyrelsen";
const REASON: &str = "Vi når mer utåt än inåt, och det håller inte i längden.";

/// Four days after the annual report of 2026 has opened: the executive board compiles it.
async fn town() -> Town {
    Town::on(date(2027, 1, 4)).await
}

/// The address that a page leads to and that ends so.
fn led(page: &str, end: &str) -> String {
    let mut links = page.split("href=\"").skip(1);
    let link = links.find(|rest| rest.split('"').next().unwrap().contains(end));
    let link = link.unwrap_or_else(|| panic!("no link to {end}: {page}"));
    link.split('"').next().unwrap().to_owned()
}

/// The ids of what can be said of a row, the best first.
fn values(page: &str, key: &str) -> Vec<String> {
    let field = format!("name=\"s-{key}\" value=\"");
    let radios = page.split(&field).skip(1);
    let ids = radios.map(|rest| rest.split('"').next().unwrap().to_owned());
    ids.collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn the_balance_is_judged_approved_decided_and_read_by_residents() {
    let town = town().await;
    let kim = Desk::of(&town, "kim", &[(Role::Strategist, "kommunfullmaktige")]).await;
    let boss = Desk::of(&town, "chef", &[(Role::Approver, BOARD)]).await;
    let alex = Desk::of(&town, "alex", &[(Role::Registrar, BOARD)]).await;
    let report = led(&kim.page("/arbete/").await, "/rapportera");
    let page = kim.page(&report).await;
    says!(
        page,
        "Balansen mellan perspektiven",
        "God ekonomisk hushållning i kommunen och dess bolag",
        "id=\"r-balans\""
    );
    let partly = values(&page, "balans")[1].clone();
    // It is never told without why: there is no promise to go by.
    let silent = standing(&page, &[("s-balans", &partly), ("gor", "skicka")]);
    let silent = kim.post(&report, &silent).await;
    assert_eq!(silent.status, 422);
    says!(silent.text(), "href=\"#k-balans\">");
    let told = [
        ("s-balans", partly.as_str()),
        ("k-balans", REASON),
        ("gor", "skicka"),
    ];
    let sent = kim.post(&report, &standing(&page, &told)).await;
    assert_eq!(sent.status, 303, "{}", sent.text());
    let review = report.replace("/rapportera", "/granska");
    let waits = boss.page(&review).await;
    says!(
        waits,
        "En rad att granska",
        "Balansen mellan perspektiven",
        REASON
    );
    assert_eq!(boss.post(&review, &standing(&waits, &[])).await.status, 303);
    let decision = led(&alex.page("/arbete/").await, "/beslut/kommunstyrelsen");
    let form = alex.page(&decision).await;
    says!(form, "Helheten", REASON);
    let day = [
        ("dag", "2027-01-04"),
        ("paragraf", "§ 3"),
        ("diarienummer", "KS 2027/3"),
    ];
    let recorded = alex.post(&decision, &standing(&form, &day)).await;
    assert_eq!(recorded.status, 303, "{}", recorded.text());
    says!(town.page("/balans").await, REASON);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_strategist_writes_what_is_compiled_and_nothing_of_the_boards_own() {
    let town = town().await;
    let kim = Desk::of(&town, "kim", &[(Role::Strategist, "kommunfullmaktige")]).await;
    let sasha = Desk::of(&town, "sasha", &[(Role::Contributor, BOARD)]).await;
    let report = led(&kim.page("/arbete/").await, "/rapportera");
    let (compiled, all) = (kim.page(&report).await, sasha.page(&report).await);
    let rows = |page: &str| page.matches("<fieldset class=\"rr").count();
    assert!(rows(&compiled) > 10, "{}", rows(&compiled));
    assert!(rows(&all) > rows(&compiled), "the board's own as well");
    // The whole takes no link of a letter and is told apart in a form from every row.
    assert!(all.contains("name=\"sedd-balans\""));
}

/// The value of the choice in a form that is called something.
fn choice(form: &str, called: &str) -> String {
    let before = form.split(called).next().unwrap();
    let value = before.rsplit("value=\"").next().unwrap();
    value.split('"').next().unwrap().to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_round_says_which_levels_it_asks_for_and_who_compiles_it() {
    let town = town().await;
    let kim = Desk::of(&town, "kim", &[(Role::Strategist, "kommunfullmaktige")]).await;
    let new = "/arbete/omgangar/ny";
    let form = kim.page(new).await;
    let goals = choice(&form, "<span>Strategiskt mål</span>");
    let compilers = form.split("id=\"sammanstaller\"").nth(1).unwrap();
    let board = choice(compilers, ">Kommunstyrelsen</option>");
    let typed = |compiler: &str| {
        let fields = [
            ("namn", "Delårsrapport 1, 2027"),
            ("slag", "delar"),
            ("lage", "2027-03-31"),
            ("oppnar", "2027-01-04"),
            ("sista-kind-committee", "2027-04-20"),
            ("niva", &goals),
            ("helhet", "balans"),
            ("sammanstaller", compiler),
        ];
        standing(&form, &fields)
    };
    let nobody = kim.post(new, &typed("")).await;
    assert_eq!(nobody.status, 422, "{}", nobody.text());
    says!(
        nobody.text(),
        "Välj vem som sammanställer. Någon måste bedöma helheten.",
        "href=\"#sammanstaller\"",
        &format!("value=\"{goals}\" checked"),
        "value=\"balans\" checked"
    );
    // What is no body or no level of the form is not taken for none.
    for (field, wrong) in [("sammanstaller", "ingen"), ("niva", "ingen")] {
        let forged = standing(
            &form,
            &[
                ("namn", "Läget"),
                ("slag", "delar"),
                ("lage", "2027-03-31"),
                ("sista-kind-committee", "2027-04-20"),
                (field, wrong),
            ],
        );
        let forged = kim.post(new, &forged).await;
        assert_eq!(forged.status, 422, "{field}");
        says!(forged.text(), &format!("href=\"#{field}\""));
    }
    for _ in 0..2 {
        let opened = kim.post(new, &typed(&board)).await;
        assert_eq!(opened.status, 303, "{}", opened.text());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_figures_and_parts_point_to_is_told_and_kept_beside_what_people_judge() {
    let town = Town::on(date(2026, 10, 25)).await;
    let kim = Desk::of(&town, "kim", &[(Role::Strategist, "kommunfullmaktige")]).await;
    let boss = Desk::of(&town, "chef", &[(Role::Approver, "kommunfullmaktige")]).await;
    let report = led(&kim.page("/arbete/").await, "/rapportera");
    let page = kim.page(&report).await;
    says!(page, "Siffror och delar pekar på:", "indikatorer når målet");
    // A goal for which something is proposed, judged otherwise.
    let rows = page.split("<fieldset class=\"rr").skip(1);
    let row = rows
        .filter(|row| row.contains("Siffror och delar pekar på: Nås delvis."))
        .find(|row| row.contains("indikatorer når målet"))
        .unwrap();
    let key = row
        .split("id=\"r-")
        .nth(1)
        .unwrap()
        .split('"')
        .next()
        .unwrap();
    let met = values(&page, key)[0].clone();
    let (status, why) = (format!("s-{key}"), format!("k-{key}"));
    let told = [
        (status.as_str(), met.as_str()),
        (&why, REASON),
        ("gor", "skicka"),
    ];
    for _ in 0..2 {
        let sent = kim.post(&report, &standing(&page, &told)).await;
        assert_eq!(sent.status, 303, "{}", sent.text());
    }
    let review = report.replace("/rapportera", "/granska");
    says!(
        boss.page(&review).await,
        REASON,
        "Siffror och delar pekade på: Nås delvis."
    );
}
