//! A decision over what stands that meets something else than its form showed.

use super::*;

#[tokio::test(flavor = "multi_thread")]
async fn what_was_reworded_meanwhile_is_read_and_chosen_anew() {
    let town = town().await;
    let _hands = committee(&town).await;
    let alex = registrar(&town, "alex2", BODY).await;
    let page = alex.page(OVER).await;
    let rows = rows(&page, "Dras tillbaka");
    let (number, stale) = rows[0].clone();
    let (kept, fresh) = rows[1].clone();
    let before = row(&page, &number);
    let before = before.split("</label>").next().unwrap();
    let before = before.rsplit('>').next().unwrap().to_owned();
    redecides(&town, &number, "Öppna en ny mötesplats varje månad", "91").await;

    let chosen = [("gor", stale.as_str()), ("gor", fresh.as_str())];
    let fields: Vec<_> = MEETING.into_iter().chain(chosen).collect();
    let late = alex.post(OVER, &form(&page, &fields)).await;
    assert_eq!(late.status, 422);
    let late = late.text();
    // Named and marked, with both wordings, and nothing is chosen in it.
    let fault = format!("<a href=\"#gor-{number}\">{number} har fått en annan lydelse");
    says!(late, fault.as_str());
    let own = row(&late, &number);
    let was = format!("<del>{before}</del>");
    says!(
        own,
        was.as_str(),
        "Öppna en ny mötesplats varje månad",
        "aria-invalid=\"true\""
    );
    assert!(!own.contains(" selected"), "{own}");
    // What has not changed is as it was chosen.
    let other = row(&late, &kept);
    says!(other, &format!("value=\"{fresh}\" selected"));
    assert!(!other.contains("aria-invalid"));

    // Pressed once more without a choice, nothing becomes of that row.
    let fields: Vec<_> = MEETING
        .into_iter()
        .chain([("gor", fresh.as_str())])
        .collect();
    let done = alex.post(OVER, &form(&late, &fields)).await;
    assert_eq!(done.status, 303);
    let page = alex.page(OVER).await;
    assert!(page.contains(&format!("id=\"gor-{number}\"")));
    assert!(!page.contains(&format!("id=\"gor-{kept}\"")));

    // The decision itself holds what was seen: by that the one who writes refuses it.
    let to = done.header("location").unwrap();
    let id = to.split('?').next().unwrap().rsplit('/').next().unwrap();
    let id = DecisionId(id.parse().unwrap());
    let person = id_of(&town, "alex2");
    let seen = town
        .app
        .inside(person, |i, _| i.recorded(id).unwrap().record.seen.clone());
    let wording = fresh.split(':').nth(1).unwrap().parse().unwrap();
    let wording = WordingId(wording);
    assert_eq!(seen, [(element(&town, &kept), wording)]);
}

#[tokio::test(flavor = "multi_thread")]
async fn two_choices_for_one_row_are_told_at_the_row() {
    let town = town().await;
    let alex = registrar(&town, "alex2", BODY).await;
    let page = alex.page(OVER).await;
    let (number, withdraw) = rows(&page, "Dras tillbaka").remove(0);
    let close = choice(&page, &number, "Avslutas");
    for other in [&close, &withdraw] {
        let both = [("gor", withdraw.as_str()), ("gor", other.as_str())];
        let fields: Vec<_> = MEETING.into_iter().chain(both).collect();
        let reply = alex.post(OVER, &form(&page, &fields)).await;
        assert_eq!(reply.status, 422);
        let fault = format!("<a href=\"#gor-{number}\">Du har valt två saker för {number}.");
        says!(reply.text(), fault.as_str());
        let page = reply.text();
        let own = row(&page, &number);
        says!(own, "aria-invalid=\"true\"");
        assert!(!own.contains(" selected"), "{own}");
    }
    assert!(
        !alex
            .page("/arbete/beslut")
            .await
            .contains("Ändrade åtaganden i oktober")
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn to_see_more_keeps_what_was_typed_and_an_address_puts_one_row_first() {
    let town = town().await;
    let alex = registrar(&town, "alex2", BODY).await;
    let page = alex.page(OVER).await;
    says!(
        page,
        "<button class=\"knapp lugn\" name=\"visa\" value=\"alla\">Visa också"
    );
    let (number, withdraw) = rows(&page, "Dras tillbaka").remove(0);
    let more = [("gor", withdraw.as_str()), ("visa", "alla")];
    let fields: Vec<_> = MEETING.into_iter().chain(more).collect();
    let reply = alex.post(OVER, &form(&page, &fields)).await;
    assert_eq!(reply.status, 200);
    let all = reply.text();
    says!(
        all,
        &format!("value=\"{withdraw}\" selected"),
        "value=\"2026-10-05\"",
        "value=\"§ 71\"",
        "value=\"EXS 2026:900\"",
        "value=\"Ändrade åtaganden i oktober\"",
        "name=\"alla\" value=\"1\""
    );
    let labels = |page: &str| {
        let labels = page.split("<label for=\"gor-").skip(1);
        let labels = labels.map(|label| label.split('"').next().unwrap().to_owned());
        labels.collect::<Vec<_>>()
    };
    let (few, many) = (labels(&page), labels(&all));
    assert!(few.len() < many.len() && few.contains(&number));
    assert!(!all.contains("name=\"visa\""), "there is no more to see");
    // What is over is decided over, too, and a fault shows it still.
    let older = many.iter().find(|own| !few.contains(own)).unwrap();
    let older_row = row(&all, older);
    let value = older_row.split(":dras\"").next().unwrap();
    let value = value.rsplit("value=\"").next().unwrap();
    let fields = [("gor", format!("{value}:dras"))];
    let fields: Vec<_> = fields.iter().map(|(n, v)| (*n, v.as_str())).collect();
    let reply = alex.post(OVER, &form(&page, &fields)).await;
    assert_eq!(reply.status, 422);
    says!(reply.text(), &format!("value=\"{value}:dras\" selected"));

    // One row first, whether it is over or not, and it stays so.
    for first in [older, few.last().unwrap()] {
        let path = format!("{OVER}?rad={first}");
        let page = alex.page(&path).await;
        assert_eq!(labels(&page).first(), Some(first));
        let reply = alex.post(OVER, &form(&page, &[])).await;
        assert_eq!(labels(&reply.text()).first(), Some(first));
    }
    for strange in ["rad=x", "rad=999999999", "rad="] {
        let page = alex.page(&format!("{OVER}?{strange}")).await;
        assert_eq!(labels(&page), few, "{strange}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_body_that_is_no_more_left_is_decided_over_as_of_its_last_day() {
    const ENDED: &str = "/arbete/beslut/nytt/barn-och-utbildningsnamnden";
    let town = town().await;
    // Who recorded for it when it was there, and did so until its end.
    let names = Uuid::new_v5(&Uuid::NAMESPACE_URL, b"exempelstad");
    let person = PersonId(Uuid::new_v5(&names, b"alex"));
    let alex = Desk::who(&town, person, "alex2").await;
    let register = alex.page("/arbete/beslut").await;
    let own = register.split(&format!("<a href=\"{ENDED}\">")).nth(1);
    let own = own.unwrap().split("</li>").next().unwrap();
    says!(own, "till och med 30 april 2025");
    let page = alex.page(&format!("{ENDED}?alla=1")).await;
    says!(
        page,
        "Det kan ha beslutat till och med 30 april 2025",
        "max=\"2025-04-30\""
    );
    let number = page.split("<label for=\"gor-").nth(1).unwrap();
    let number = number.split('"').next().unwrap();
    let value = page.split(":dras\"").next().unwrap();
    let value = format!("{}:dras", value.rsplit("value=\"").next().unwrap());
    let own = [("paragraf", "7"), ("gor", value.as_str())];
    let after: Vec<_> = own.into_iter().chain([("dag", "2025-05-01")]).collect();
    let reply = alex.post(ENDED, &form(&page, &after)).await;
    assert_eq!(reply.status, 422);
    says!(
        reply.text(),
        &at_day("Organet finns inte 1 maj 2025"),
        &format!("value=\"{value}\" selected")
    );
    let last: Vec<_> = own.into_iter().chain([("dag", "2025-04-30")]).collect();
    let done = alex.post(ENDED, &form(&page, &last)).await;
    assert_eq!(done.status, 303, "{}", done.text());
    let to = done.header("location").unwrap();
    says!(
        alex.page(to).await,
        "Drogs tillbaka",
        "Barn- och utbildningsnämnden, 30 april 2025"
    );
    assert!(
        !alex
            .page(&format!("{ENDED}?alla=1"))
            .await
            .contains(&format!("id=\"gor-{number}\""))
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_decision_tells_of_those_before_and_after_it_over_the_same() {
    let town = town().await;
    let _hands = committee(&town).await;
    let alex = registrar(&town, "alex2", BODY).await;
    let page = alex.page(OVER).await;
    let (number, _) = rows(&page, "Dras tillbaka").remove(0);
    redecides(&town, &number, "Öppna en ny mötesplats varje månad", "91").await;
    let page = alex.page(OVER).await;
    let withdraw = choice(&page, &number, "Dras tillbaka");
    let fields: Vec<_> = MEETING
        .into_iter()
        .chain([("gor", withdraw.as_str())])
        .collect();
    let done = alex.post(OVER, &form(&page, &fields)).await;
    let last = done
        .header("location")
        .unwrap()
        .split('?')
        .next()
        .unwrap()
        .to_owned();
    let page = alex.page(&last).await;
    assert!(!page.contains("id=\"senare-h\""), "nothing came after it");
    let earlier = page.split("id=\"tidigare-h\"").nth(1).unwrap();
    says!(earlier, ">Ändrat åtagande</a>");
    let first = earlier.split(">Ändrat åtagande</a>").next().unwrap();
    let first = first.rsplit("<a href=\"").next().unwrap();
    let first = first.split('"').next().unwrap().to_owned();

    // Whoever would quash the one before sees what stands after it, with its marks.
    let marked = [("steg", "overklagat"), ("dag", "2026-10-05")];
    assert_eq!(alex.fill(&last, &marked).await.status, 303);
    let page = alex.page(&first).await;
    let later = page.split("id=\"senare-h\"").nth(1).unwrap();
    let later = later.split("</section>").next().unwrap();
    says!(
        later,
        "De gäller även om det här beslutet upphävs",
        &format!("<a href=\"{last}\">Ändrade åtaganden i oktober</a>"),
        "Beslutet överklagades 5 oktober 2026"
    );
    // The year's plan, which adopted it first, comes before both.
    let earlier = page.split("id=\"tidigare-h\"").nth(1).unwrap();
    assert!(!earlier.contains("Ändrade åtaganden i oktober"));
    says!(earlier.split("</section>").next().unwrap(), "<li>");
}
