//! A registrar puts right a slip of the pen in what their body has decided: both wordings are shown.

use crate::desk::{Desk, form, number, standing};
use crate::plan_and_decide::{choice, link, new};
use crate::town::Town;
use jiff::civil::date;
use riktning_domain::permissions::Role;

const BODY: &str = "vard-och-omsorgsnamnden";
const PLAN: &str = "/arbete/planer/2027/vard-och-omsorgsnamnden";
const SLIP: &str = "Alla som får hemtjänst väljer två fsata kontakter";
const RIGHT: &str = "Alla som får hemtjänst väljer två fasta kontakter";
const WHY: &str = "I protokollet står fasta";

/// A row that is decided with a slip in it: its number and where residents read it.
async fn decided(noa: &Desk<'_>) -> (String, String) {
    let path = new(&noa.page(PLAN).await, "Åtagande");
    let page = noa.page(&path).await;
    let goal = choice(&page, "Processmål");
    let fields = [("text", SLIP), ("val", goal.as_str())];
    assert_eq!(noa.post(&path, &form(&page, &fields)).await.status, 303);
    let number = number(&noa.page(PLAN).await, SLIP);
    assert!(
        !noa.page(PLAN).await.contains("/rattelse"),
        "nobody decided"
    );
    assert_eq!(noa.fill_hand_in(PLAN).await, 303);
    noa.decides(PLAN, "§ 88").await;
    let plan = noa.page(PLAN).await;
    let public = plan.split("Öppna sidan").next().unwrap();
    (number, link(public.rsplit("href=\"").next().unwrap()))
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_records_puts_right_a_slip_of_the_pen_and_both_wordings_are_shown() {
    let town = Town::on(date(2026, 10, 5)).await;
    let noa = Desk::of_a_small_body(&town, BODY).await;
    let writer = [Role::Contributor, Role::Approver].map(|role| (role, BODY));
    let writer = Desk::of(&town, "skribent", &writer).await;
    let board = Desk::of(&town, "ks", &[(Role::Registrar, "kommunstyrelsen")]).await;
    let (number, public) = decided(&noa).await;
    let righting = format!("/arbete/ataganden/{number}/rattelse");
    says!(noa.page(PLAN).await, &righting, "Rätta skrivfel");
    // Neither those who write nor another body's registrar.
    for desk in [&writer, &board] {
        assert_eq!(desk.get(&righting).await.status, 404);
        let page = desk.get(PLAN).await.text();
        assert!(!page.contains("/rattelse"));
        let form = form(
            &noa.page(&righting).await,
            &[("text", RIGHT), ("skal", WHY)],
        );
        assert_eq!(desk.post(&righting, &form).await.status, 404);
    }
    let page = noa.page(&righting).await;
    says!(
        page,
        SLIP,
        "Båda lydelserna syns för alla",
        "förvaltningslagen"
    );

    // A fault is told where it is, with everything still there.
    for (text, why, at) in [
        (SLIP, WHY, "text-f"),
        (" ", WHY, "text-f"),
        (RIGHT, "", "skal-f"),
    ] {
        let refused = noa
            .post(&righting, &form(&page, &[("text", text), ("skal", why)]))
            .await;
        assert_eq!(refused.status, 422, "{text} {why}");
        says!(refused.text(), &format!("id=\"{at}\""), why);
    }
    assert!(!town.page(&public).await.contains(RIGHT));

    // A double click puts it right once.
    let sent = form(&page, &[("text", RIGHT), ("skal", WHY)]);
    for _ in 0..2 {
        let done = noa.post(&righting, &sent).await;
        assert_eq!(done.status, 303, "{}", done.text());
        let to = done.header("location").unwrap().to_owned();
        says!(noa.page(&to).await, "Skrivfelet är rättat", RIGHT);
    }
    let after = town.page(&public).await;
    says!(
        after,
        &format!("<h1>{RIGHT}"),
        "Rättade skrivfel",
        "Rättat 5 oktober 2026.",
        WHY,
        &format!("<dd>{SLIP}</dd>"),
        &format!("<dd>{RIGHT}</dd>"),
        "§ 88"
    );
    assert_eq!(after.matches("<dt>Före</dt>").count(), 1);
    for language in ["/fi", "/en"] {
        says!(town.page(&format!("{language}{public}")).await, SLIP, RIGHT);
    }
    let history = noa
        .page(&format!("/arbete/historik/ataganden/{number}"))
        .await;
    says!(history, "Skrivfel rättat", SLIP, RIGHT, WHY);
    assert_eq!(history.matches("Skrivfel rättat").count(), 1);
    says!(town.page("/2024-2027/arsplan/2027").await, RIGHT);

    // What is proposed beside it begins with the righted words.
    says!(
        noa.page(&format!("/arbete/ataganden/{number}")).await,
        RIGHT
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_who_put_right_one_row_the_second_is_told_how_it_reads_now() {
    let town = Town::on(date(2026, 10, 5)).await;
    let noa = Desk::of_a_small_body(&town, BODY).await;
    let kim = Desk::of(&town, "kim.ek", &[(Role::Registrar, BODY)]).await;
    let (number, public) = decided(&noa).await;
    let righting = format!("/arbete/ataganden/{number}/rattelse");
    let (mine, theirs) = (noa.page(&righting).await, kim.page(&righting).await);
    let first = [("text", RIGHT), ("skal", WHY)];
    assert_eq!(
        kim.post(&righting, &form(&theirs, &first)).await.status,
        303
    );
    let own = RIGHT.replace("två", "2");
    let second = [("text", own.as_str()), ("skal", "Det ska vara en siffra")];
    let refused = noa.post(&righting, &form(&mine, &second)).await;
    assert_eq!(refused.status, 422);
    let page = refused.text();
    says!(
        page,
        "Någon annan har rättat raden",
        &format!("<strong>{RIGHT}</strong>"),
        &own,
        "Det ska vara en siffra"
    );
    assert!(!town.page(&public).await.contains(&own));
    assert_eq!(noa.post(&righting, &standing(&page, &[])).await.status, 303);
    says!(town.page(&public).await, &own, RIGHT, SLIP);

    // Appealed, it is put right as before; quashed, there is nothing to put right.
    let plan = noa.page(PLAN).await;
    says!(plan, &righting);
    let decision = town.app.published(date(2026, 10, 5), |p| {
        let row = p.numbered(number.parse().unwrap()).unwrap();
        match row.basis() {
            riktning_domain::decisions::Basis::Decision(id) => id,
            riktning_domain::decisions::Basis::Source(..) => unreachable!(),
        }
    });
    for (stage, status) in [
        (riktning_domain::decisions::Stage::Appealed, 200),
        (riktning_domain::decisions::Stage::Quashed, 404),
    ] {
        let mark = riktning_domain::decisions::MarkDecision {
            decision,
            stage,
            on: date(2026, 10, 5),
        };
        town.perform(riktning_domain::Command::MarkDecision(mark))
            .await;
        assert_eq!(noa.get(&righting).await.status, status);
    }
}
