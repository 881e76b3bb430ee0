//! The rounds that every year of a model has: written in the model, and proposed for a year that no year
//! before tells of.

use crate::desk::standing;
use crate::model_editor::{LIST, copy, holds_from, led, saved, standing_of, strategist, town};

const INTERIM: [(&str, &str); 8] = [
    ("namn", "Delårsrapport"),
    ("finska", "Osavuosikatsaus"),
    ("slag", "delar"),
    ("lage", "31 augusti"),
    ("oppnar", "1/9"),
    ("sista-kind-committee", "09-20"),
    ("sista-kind-company", "28 Sept."),
    ("efterfragas", "Utfall\nHelårsprognos"),
];
const PLANS: [(&str, &str); 5] = [
    ("namn", "Planer"),
    ("slag", "planering"),
    ("lage", "1 januari"),
    ("oppnar", "15 november"),
    ("sista-kind-committee", "15 oktober"),
];

#[tokio::test(flavor = "multi_thread")]
async fn a_model_says_which_rounds_a_year_has_and_the_first_year_is_made_of_them() {
    let town = town().await;
    let desk = strategist(&town, "strateg").await;
    let model = copy(&desk, "Inriktning 2028–2031").await;
    says!(
        desk.page(&model).await,
        "Modellen säger inte när planer och rapporter ska in."
    );
    let new = format!("{model}/omgang/ny");
    let to = saved(&desk, &new, &INTERIM).await;
    assert_eq!(to, format!("{model}?gjort=sparat"));
    saved(&desk, &new, &PLANS).await;
    let page = desk.page(&model).await;
    says!(
        page,
        "Uppföljning under året",
        "Läget den 31 augusti",
        "Öppnar 1 september",
        "Sista dag nämnderna 20 september och bolagen 28 september"
    );
    let interim = led(&page, "Delårsrapport");
    let form = desk.page(&interim).await;
    says!(
        form,
        "value=\"20 september\"",
        "Utfall\nHelårsprognos</textarea>",
        "value=\"delar\" checked"
    );
    // A year that the model does not have, or that nobody has put it in force for, is as before.
    let year = desk.page("/arbete/aret/2029").await;
    assert!(!year.contains("/arbete/aret/2029/omgangar"), "{year}");
    holds_from(&desk, &model, "2027-05-01").await;

    says!(
        desk.page("/arbete/aret/2029").await,
        "Lägg upp 2029",
        "Modellen har 2 omgångar varje år."
    );
    let cycle = "/arbete/aret/2029/omgangar";
    let form = desk.page(cycle).await;
    says!(
        form,
        "Så här säger modellen att 2029 går.",
        "Ur modellen",
        "Delårsrapport, 2029",
        "Planer, 2030",
        // 15 October 2029 is a Monday; what opens after its deadline opened the year before.
        "value=\"2029-10-15\"",
        "value=\"2028-11-15\"",
        "value=\"2030-01-01\"",
        "value=\"2029-09-20\"",
        "value=\"2029-08-31\""
    );
    // Two have it open; each opens the same rounds, and neither twice.
    let kim = strategist(&town, "strateg2").await;
    let other = standing(&kim.page(cycle).await, &[]);
    let sent = standing(&form, &[]);
    let position = town.app.position();
    for _ in 0..2 {
        assert_eq!(desk.post(cycle, &sent).await.status, 303);
    }
    assert_eq!(kim.post(cycle, &other).await.status, 303);
    assert_eq!(town.app.position(), position + 2);
    let year = desk.page("/arbete/aret/2029").await;
    says!(year, "Delårsrapport", "Planer");
    assert!(!year.contains(cycle), "{year}");
    // The next year is made of this one, with what it has become, and not of the model again.
    let next = desk.page("/arbete/aret/2030/omgangar").await;
    says!(next, "går som 2029", "Delårsrapport, 2030");
    assert!(!next.contains("Ur modellen"), "{next}");

    // What was opened stands when the model has it no more.
    let gone = standing_of(
        &desk.page(&interim).await,
        "value=\"bort\"",
        &[("gor", "granska")],
    );
    assert_eq!(desk.post(&interim, &gone).await.status, 303);
    assert!(!desk.page(&model).await.contains("Delårsrapport"));
    says!(desk.page("/arbete/aret/2029").await, "Delårsrapport");
}

#[tokio::test(flavor = "multi_thread")]
async fn one_of_them_that_is_left_out_is_proposed_until_it_is_opened() {
    let town = town().await;
    let desk = strategist(&town, "strateg").await;
    let model = copy(&desk, "Inriktning 2028–2031").await;
    let new = format!("{model}/omgang/ny");
    saved(&desk, &new, &INTERIM).await;
    let second = [
        ("namn", "Delårsrapport 2"),
        ("slag", "delar"),
        ("lage", "31 oktober"),
        ("sista-kind-committee", "20 november"),
    ];
    saved(&desk, &new, &second).await;
    holds_from(&desk, &model, "2027-05-01").await;
    let cycle = "/arbete/aret/2029/omgangar";
    let form = desk.page(cycle).await;
    // The box of the second is cleared.
    let row = form.split("name=\"med\" value=\"").nth(2).unwrap();
    let id = row.split('"').next().unwrap();
    let sent = standing(&form, &[]).replace(&format!("med={id}"), "utan=");
    assert_eq!(desk.post(cycle, &sent).await.status, 303);
    says!(
        desk.page("/arbete/aret/2029").await,
        "Modellen har en omgång varje år."
    );
    let form = desk.page(cycle).await;
    says!(form, "Delårsrapport 2, 2029");
    assert!(!form.contains("Delårsrapport, 2029"), "{form}");
    // It is taken out of the model while somebody has the year open: they are told which, and nothing is opened.
    let second = led(&desk.page(&model).await, "Delårsrapport 2");
    let gone = standing_of(
        &desk.page(&second).await,
        "value=\"bort\"",
        &[("gor", "granska")],
    );
    assert_eq!(desk.post(&second, &gone).await.status, 303);
    let position = town.app.position();
    let told = desk.post(cycle, &standing(&form, &[])).await;
    assert_eq!((told.status, town.app.position()), (422, position));
    says!(told.text(), "”Delårsrapport 2, 2029” föreslås inte längre");
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_proposed_for_years_that_the_model_does_not_have() {
    let town = town().await;
    let desk = strategist(&town, "strateg").await;
    let model = copy(&desk, "Inriktning 2028–2031").await;
    saved(&desk, &format!("{model}/omgang/ny"), &PLANS).await;
    holds_from(&desk, &model, "2027-05-01").await;
    for (year, is_proposed) in [(1990, false), (2029, true), (2030, true), (2032, false)] {
        let page = desk.page(&format!("/arbete/aret/{year}/omgangar")).await;
        assert_eq!(page.contains("Ur modellen"), is_proposed, "{year}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_wrong_with_a_round_is_said_at_its_field_with_all_that_was_typed() {
    let town = town().await;
    let desk = strategist(&town, "strateg").await;
    let model = copy(&desk, "Inriktning 2028–2031").await;
    let new = format!("{model}/omgang/ny");
    let page = desk.page(&new).await;
    let position = town.app.position();
    let changed = |other: &[(&'static str, &'static str)]| {
        let kept = INTERIM.iter().copied();
        let kept = kept.filter(|(name, _)| other.iter().all(|(own, _)| own != name));
        kept.chain(other.iter().copied()).collect::<Vec<_>>()
    };
    let none = [("sista-kind-committee", ""), ("sista-kind-company", "")];
    for (other, field) in [
        (&[("namn", " ")][..], "namn"),
        (&[("namn", "Delårsrapport 2027")], "namn"),
        (&[("oppnar", "25 september")], "oppnar"),
        (&[("slag", "annat")], "slag"),
        (&[("lage", "")], "lage"),
        (&[("lage", "29 februari")], "lage"),
        (&[("lage", "2027-08-31")], "lage"),
        (&[("oppnar", "32/1")], "oppnar"),
        (&[("oppnar", "i höst")], "oppnar"),
        (&[("sista-kind-company", "13-01")], "sista-kind-company"),
        (&none, "sista-kind-committee"),
    ] {
        let typed = [&changed(other)[..], &[("gor", "spara")]].concat();
        let told = desk.post(&new, &standing(&page, &typed)).await;
        assert_eq!(told.status, 422, "{other:?}");
        let told = told.text();
        says!(
            told,
            &format!("href=\"#{field}\""),
            &format!("id=\"{field}-f\""),
            "Utfall\nHelårsprognos</textarea>"
        );
        for (name, value) in other.iter().filter(|(name, _)| *name != "slag") {
            let field = format!("name=\"{name}\" value=\"{value}\"");
            says!(told, &field);
        }
    }
    assert_eq!(town.app.position(), position);
    // Two who change it: the later sees what the first has saved.
    saved(&desk, &new, &INTERIM).await;
    let own = led(&desk.page(&model).await, "Delårsrapport");
    let (one, other) = (desk.page(&own).await, desk.page(&own).await);
    let first = standing(&one, &[("lage", "30 april"), ("gor", "spara")]);
    assert_eq!(desk.post(&own, &first).await.status, 303);
    let second = standing(&other, &[("lage", "31 maj"), ("gor", "spara")]);
    let late = desk.post(&own, &second).await;
    assert_eq!(late.status, 409);
    says!(
        late.text(),
        "value=\"31 maj\"",
        "Omgången Delårsrapport",
        "Läget den 30 april"
    );
    // Of a model that is over nothing is changed, and nothing that was typed is lost.
    let list = desk.page(LIST).await;
    let mut rows = list.split("<li").skip(1);
    let row = rows.find(|row| row.contains("Perioden är slut")).unwrap();
    let over = row.split("href=\"").nth(1).unwrap();
    let over = over.split('"').next().unwrap();
    let typed = standing(&page, &[&INTERIM[..], &[("gor", "spara")]].concat());
    let told = desk.post(&format!("{over}/omgang/ny"), &typed).await;
    assert_eq!(told.status, 404);
    says!(told.text(), "Utfall\nHelårsprognos</textarea>");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_carried_model_has_councils_plan_in_june_and_what_supplements_it_in_november() {
    let town = town().await;
    let desk = strategist(&town, "strateg").await;
    let list = desk.page(LIST).await;
    says!(list, "dagen som föreslås är månadens sista.");
    let fields = [
        ("fran", "mal-och-processer"),
        ("namn", "Nytt styrsystem"),
        ("fran-ar", "2028"),
        ("till-ar", "2031"),
    ];
    let begun = desk.post(LIST, &standing(&list, &fields)).await;
    assert_eq!(begun.status, 303, "{}", begun.text());
    let model = begun.header("location").unwrap().to_owned();
    says!(
        desk.page(&model).await,
        "Årsplan i fullmäktige i juni",
        "Sista dag fullmäktige 30 juni",
        "Kompletteringar i fullmäktige i november",
        "Sista dag fullmäktige 30 november"
    );
    holds_from(&desk, &model, "2027-05-01").await;
    // Both are of the year to come, and no body but council is asked.
    says!(
        desk.page("/arbete/aret/2029/omgangar").await,
        "Årsplan i fullmäktige i juni, 2030",
        // The 30th is a Saturday.
        "value=\"2029-06-29\"",
        "Kompletteringar i fullmäktige i november, 2030",
        "value=\"2029-11-30\""
    );
}
