//! Outcomes: typed in or pasted, all of a form or nothing, decided by the body and then read by residents.

use crate::desk::{Desk, standing};
use crate::town::Town;
use jiff::ToSpan;
use jiff::civil::date;
use riktning_domain::command::Command;
use riktning_domain::ids::IndicatorId;
use riktning_domain::indicators::DefineIndicator;
use riktning_domain::permissions::Role;
use riktning_domain::{Names, Slug};
use uuid::Uuid;

const CARE: &str = "vard-och-omsorgsnamnden";
const OTHER: &str = "kultur-och-fritidsnamnden";
const PATH: &str = "/arbete/utfall?ar=2027";
const NAME: &str = "Brukare som kan påverka sin hemtjänst";
const ROW: &str = "brukare-som-kan-paverka-hemtjansten~2027~";
const DAILY: &str = "Besök varje dag";
const PUBLIC: &str = "/indikatorer/brukare-som-kan-paverka-hemtjansten";

async fn town() -> Town {
    Town::on(date(2027, 1, 4)).await
}

async fn writer<'a>(town: &'a Town, login: &str) -> Desk<'a> {
    Desk::of(town, login, &[(Role::Contributor, CARE)]).await
}

/// The place of a row in the form of a page.
fn place(page: &str, row: &str) -> String {
    let before = page
        .split(&format!("name=\"rad\" value=\"{row}\""))
        .next()
        .unwrap();
    let id = before.rsplit("id=\"r-").next().unwrap();
    id.split('"').next().unwrap().to_owned()
}

/// The form of a page with figures of a row for everybody, women and men.
fn says(page: &str, row: &str, figures: [&str; 3], more: &[(&str, &str)]) -> String {
    let place = place(page, row);
    let names = ["a", "k", "m"].map(|of| format!("v-{place}-{of}"));
    let cells = names.iter().map(String::as_str).zip(figures);
    let fields: Vec<_> = cells
        .chain(more.iter().copied())
        .chain([("gor", "spara")])
        .collect();
    standing(page, &fields)
}

fn row_of<'a>(page: &'a str, row: &str) -> &'a str {
    let begins = format!("id=\"r-{}\"", place(page, row));
    let rest = page.split(&begins).nth(1).unwrap();
    rest.split("</fieldset>").next().unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn figures_are_reported_decided_and_read_by_residents() {
    let town = town().await;
    let noa = writer(&town, "noa").await;
    let alex = Desk::of(&town, "alex", &[(Role::Registrar, CARE)]).await;
    says!(noa.page("/arbete/").await, "Utfall 2027");
    let page = noa.page(PATH).await;
    says!(
        row_of(&page, ROW),
        NAME,
        "Alla",
        "Kvinnor",
        "Män",
        "förra utfallet",
        "Målnivå"
    );
    let position = town.app.position();
    let sent = says(&page, ROW, ["61", "62,0", "60 %"], &[]);
    for _ in 0..2 {
        let saved = noa.post(PATH, &sent).await;
        assert_eq!(saved.status, 303, "{}", saved.text());
    }
    assert_eq!(
        town.app.position(),
        position + 3,
        "a second click saves nothing"
    );
    let page = noa.page(PATH).await;
    says!(row_of(&page, ROW), "value=\"61\"", "väntar på beslut");
    assert!(!town.page(PUBLIC).await.contains("61\u{a0}%"));
    // The committee decides it with its follow-up; nobody else's registrar does.
    let desk = alex.page("/arbete/").await;
    let decide = desk
        .split("href=\"")
        .find(|link| link.contains(&format!("/beslut/{CARE}\"")));
    let decide = decide.unwrap().split('"').next().unwrap().to_owned();
    let shown = alex.page(&decide).await;
    says!(
        shown,
        NAME,
        "2027, alla: 61\u{a0}% (preliminärt)",
        "2027, kvinnor: 62,0\u{a0}%"
    );
    let meeting = [("dag", "2027-01-04"), ("paragraf", "61")];
    let form = standing(&shown, &meeting);
    // What is changed meanwhile is not decided unseen.
    let other = says(&page, ROW, ["63", "62", "60"], &[]);
    assert_eq!(noa.post(PATH, &other).await.status, 303);
    let stale = alex.post(&decide, &form).await;
    assert_eq!(stale.status, 422);
    says!(stale.text(), "2027, alla: 63\u{a0}%");
    let form = standing(&stale.text(), &meeting);
    let position = town.app.position();
    for (from, to) in [
        ("%2263%22", "%2264%22"),
        ("Preliminary", "Final"),
        ("Women", "Men"),
    ] {
        let forged = form.replace(from, to);
        assert_ne!(forged, form);
        assert_eq!(alex.post(&decide, &forged).await.status, 422, "{from}");
    }
    // What came after the meeting is left out, or the day is another.
    let early = standing(&stale.text(), &[("dag", "2027-01-03"), ("paragraf", "61")]);
    let early = alex.post(&decide, &early).await;
    assert_eq!((early.status, town.app.position()), (422, position));
    says!(early.text(), "Kryssa ur det, eller ändra mötesdagen.");
    let position = town.app.position();
    for _ in 0..2 {
        assert_eq!(alex.post(&decide, &form).await.status, 303);
    }
    assert_eq!(town.app.position(), position + 1);
    says!(town.page(PUBLIC).await, "63\u{a0}%");
    // Who did it stands in the history, and it waits no more.
    assert!(!alex.page("/arbete/").await.contains(&decide));
    assert!(!row_of(&noa.page(PATH).await, ROW).contains("väntar på beslut"));
    // A settled one takes its place, and waits for its own decision.
    let slut = format!("slut-{}", place(&page, ROW));
    let page = noa.page(PATH).await;
    let settles = says(&page, ROW, ["63", "62", "60"], &[(&slut, "1")]);
    let position = town.app.position();
    assert_eq!(noa.post(PATH, &settles).await.status, 303);
    assert_eq!(town.app.position(), position + 3);
    says!(alex.page(&decide).await, "2027, alla: 63\u{a0}%</li>");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_wrong_stands_at_its_figure_and_nothing_of_the_form_is_saved() {
    let town = town().await;
    let noa = writer(&town, "noa").await;
    let page = noa.page(PATH).await;
    let position = town.app.position();
    let wrong = noa
        .post(PATH, &says(&page, ROW, ["många", "620", "60"], &[]))
        .await;
    assert_eq!((wrong.status, town.app.position()), (422, position));
    let wrong = wrong.text();
    let at = place(&wrong, ROW);
    says!(
        wrong,
        &format!("href=\"#v-{at}-a\">{NAME}, 2027: ”många” är inget tal."),
        &format!("href=\"#v-{at}-k\">{NAME}, 2027: 620 ligger utanför 0 till 100."),
        "value=\"många\"",
        "value=\"60\"",
        "Ja, 620 stämmer"
    );
    // What is odd is saved by whoever says that it is right, and no other figure by that.
    let sure = format!("ja-{at}-k");
    let another = says(&wrong, ROW, ["61", "630", "60"], &[(&sure, "620")]);
    assert_eq!(noa.post(PATH, &another).await.status, 422);
    let right = says(&wrong, ROW, ["61", "620", "60"], &[(&sure, "620")]);
    assert_eq!(noa.post(PATH, &right).await.status, 303);
    // What was reported is not taken away in silence, and a missing one has its reason.
    let page = noa.page(PATH).await;
    let gone = noa
        .post(PATH, &says(&page, ROW, ["61", "", "60"], &[]))
        .await;
    assert_eq!(gone.status, 422);
    says!(gone.text(), "Ett rapporterat värde tas inte bort.");
    let why = format!("varfor-{}", place(&page, ROW));
    for (typed, shown) in [
        ("För få personer", "för få personer"),
        ("Enkäten blev sen", "Enkäten blev sen"),
    ] {
        let page = noa.page(PATH).await;
        let missing = says(&page, ROW, ["61", "", "60"], &[(&why, typed)]);
        assert_eq!(noa.post(PATH, &missing).await.status, 303);
        let page = noa.page(PATH).await;
        says!(row_of(&page, ROW), &format!("value=\"{shown}\""));
    }
    let number = says(&page, ROW, ["61", "", "60"], &[(&why, "Se 19121212-1212")]);
    let refused = noa.post(PATH, &number).await;
    assert_eq!(refused.status, 422);
    says!(refused.text(), "personnummer");
    for path in ["/arbete/utfall?ar=i%20fjol", "/arbete/utfall?ar=99999"] {
        assert_eq!(noa.get(path).await.status, 404, "{path}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_figure_that_is_put_back_is_what_stands() {
    let town = town().await;
    let noa = writer(&town, "noa").await;
    for figure in ["61", "63", "61"] {
        let page = noa.page(PATH).await;
        let saved = noa
            .post(PATH, &says(&page, ROW, [figure, "", ""], &[]))
            .await;
        assert_eq!(saved.status, 303);
        says!(saved.header("location").unwrap(), "gjort=1");
    }
    says!(row_of(&noa.page(PATH).await, ROW), "value=\"61\"");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_forecast_is_no_outcome_and_a_reason_is_that_of_its_own_figure() {
    const THIS: &str = "/arbete/utfall?ar=2026";
    const RESULT: &str = "kommunens-resultat~2026~";
    let town = Town::on(date(2026, 11, 23)).await;
    let noa = Desk::of(&town, "noa", &[(Role::Contributor, "kommunstyrelsen")]).await;
    let page = noa.page(THIS).await;
    says!(
        row_of(&page, RESULT),
        "prognos 55\u{a0}miljoner kronor",
        "inputmode=\"decimal\" value=\"\""
    );
    let at = place(&page, RESULT);
    let (why, field) = (format!("varfor-{at}"), format!("v-{at}-a"));
    let late = standing(
        &page,
        &[(&why, "Bokslutet är inte klart"), ("gor", "spara")],
    );
    assert_eq!(noa.post(THIS, &late).await.status, 303);
    let page = noa.page(THIS).await;
    says!(row_of(&page, RESULT), "value=\"Bokslutet är inte klart\"");
    // A reason beside a figure is told of, and what stands is not taken away by emptying it.
    let both = standing(&page, &[(&why, "Sent"), (&field, "54"), ("gor", "spara")]);
    let both = noa.post(THIS, &both).await;
    assert_eq!(both.status, 422);
    says!(both.text(), "Inget värde saknas i raden.");
    let emptied = standing(&page, &[(&why, ""), ("gor", "spara")]);
    assert_eq!(noa.post(THIS, &emptied).await.status, 422);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_must_not_be_shown_is_pasted_over_what_stands() {
    let town = town().await;
    let noa = writer(&town, "noa").await;
    let page = noa.page(PATH).await;
    assert_eq!(
        noa.post(PATH, &says(&page, ROW, ["61", "62", "60"], &[]))
            .await
            .status,
        303
    );
    let list = format!("{NAME}\t2027\t61\tför få personer\t60\n{NAME}\t2027-01\t5");
    let page = noa.page(PATH).await;
    let typed = [("lista", list.as_str()), ("gor", "klistra")];
    let looked = noa.post(PATH, &standing(&page, &typed)).await.text();
    says!(
        looked,
        "Rad 2: indikatorn mäts inte för ”2027-01”.",
        "value=\"för få personer\""
    );
    let saved = standing(&looked, &[("lista", ""), ("gor", "spara")]);
    assert_eq!(noa.post(PATH, &saved).await.status, 303);
    let page = noa.page(PATH).await;
    says!(
        row_of(&page, ROW),
        "value=\"för få personer\"",
        "value=\"61\"",
        "value=\"60\""
    );
    assert!(!row_of(&page, ROW).contains("value=\"62\""));
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_settles_a_figure_that_they_have_not_seen() {
    let town = town().await;
    let (noa, li) = (writer(&town, "noa").await, writer(&town, "li").await);
    let page = noa.page(PATH).await;
    assert_eq!(
        noa.post(PATH, &says(&page, ROW, ["61", "", ""], &[]))
            .await
            .status,
        303
    );
    let old = li.page(PATH).await;
    let page = noa.page(PATH).await;
    assert_eq!(
        noa.post(PATH, &says(&page, ROW, ["63", "", ""], &[]))
            .await
            .status,
        303
    );
    let slut = format!("slut-{}", place(&old, ROW));
    let unseen = li
        .post(PATH, &says(&old, ROW, ["61", "", ""], &[(&slut, "1")]))
        .await;
    assert_eq!(unseen.status, 422);
    let unseen = unseen.text();
    says!(unseen, "någon annan har ändrat värdet", "63\u{a0}%");
    let settles = standing(&unseen, &[("gor", "spara")]);
    assert_eq!(li.post(PATH, &settles).await.status, 303);
    // What is settled does not become preliminary again.
    let page = li.page(PATH).await;
    let form = standing(&page, &[("gor", "spara")]).replace(&format!("{slut}=1&"), "");
    let unticked = li.post(PATH, &form).await;
    assert_eq!(unticked.status, 422);
    says!(unticked.text(), "blir inte preliminärt igen");
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_reads_or_writes_anothers_figures() {
    let town = town().await;
    let (noa, others) = (
        writer(&town, "noa").await,
        Desk::of(&town, "annan", &[(Role::Contributor, OTHER)]).await,
    );
    let reader = Desk::of(&town, "laser", &[(Role::Reader, CARE)]).await;
    assert_eq!(reader.get(PATH).await.status, 404);
    let page = noa.page(PATH).await;
    let sent = says(&page, ROW, ["61", "62", "60"], &[]);
    assert_eq!(noa.post(PATH, &sent).await.status, 303);
    assert!(!others.page(PATH).await.contains(NAME));
    // Separate authorities stay separate, also from those above.
    for role in [Role::Registrar, Role::Controller, Role::Strategist] {
        for body in ["kommunfullmaktige", "kommunkoncernen"] {
            let login = format!("{body}-{role:?}").to_lowercase();
            let above = Desk::of(&town, &login, &[(role, body)]).await;
            let desk = above.page("/arbete/").await;
            assert!(!desk.contains(&format!("/beslut/{CARE}\"")), "{login}");
            let own = above.get(PATH).await;
            assert!(own.status == 404 || !own.text().contains(NAME), "{login}");
        }
    }
    let position = town.app.position();
    let theirs = others.post(PATH, &sent.replace("=61&", "=71&")).await;
    assert_eq!((theirs.status, town.app.position()), (422, position));
    says!(theirs.text(), "du rapporterar inte den här raden.");
    let unknown = sent.replace("hemtjansten", "ingenting");
    assert_eq!(noa.post(PATH, &unknown).await.status, 422);
    assert_eq!(town.app.position(), position);
}

#[tokio::test(flavor = "multi_thread")]
async fn two_who_write_in_one_row_see_both_and_in_different_ones_are_in_nobodys_way() {
    let town = town().await;
    let (noa, li) = (writer(&town, "noa").await, writer(&town, "li").await);
    let (of_noa, of_li) = (noa.page(PATH).await, li.page(PATH).await);
    assert_eq!(
        noa.post(PATH, &says(&of_noa, ROW, ["61", "", ""], &[]))
            .await
            .status,
        303
    );
    // Women's figure is another than everybody's: both stand.
    assert_eq!(
        li.post(PATH, &says(&of_li, ROW, ["", "62", ""], &[]))
            .await
            .status,
        303
    );
    says!(
        row_of(&noa.page(PATH).await, ROW),
        "value=\"61\"",
        "value=\"62\""
    );
    let late = li
        .post(PATH, &says(&of_li, ROW, ["64", "62", ""], &[]))
        .await;
    assert_eq!(late.status, 422);
    let late = late.text();
    says!(
        row_of(&late, ROW),
        "value=\"64\"",
        "Nu står:</strong> 61\u{a0}%",
        "någon annan har ändrat värdet"
    );
    assert_eq!(
        li.post(PATH, &says(&late, ROW, ["64", "62", ""], &[]))
            .await
            .status,
        303
    );
    says!(row_of(&noa.page(PATH).await, ROW), "value=\"64\"");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_list_becomes_rows_and_what_is_wrong_in_it_is_said_at_its_place() {
    let town = town().await;
    let noa = writer(&town, "noa").await;
    let page = noa.page(PATH).await;
    let list = format!(
        "Indikator\tÅr\tMän\tKvinnor\tAlla\n{NAME}\t2027\t60,5\t6l\t61\n{NAME}\t2026\t59\t58\t\nAnnat mått\t2027\t\t\t3\n{NAME}\tnästa år\t1\t2\t3"
    );
    let position = town.app.position();
    let looked = noa
        .post(
            PATH,
            &standing(&page, &[("lista", &list), ("gor", "klistra")]),
        )
        .await;
    assert_eq!((looked.status, town.app.position()), (422, position));
    let looked = looked.text();
    says!(
        looked,
        "2 rader ur din lista",
        "Rad 4: du rapporterar ingen indikator som heter ”Annat mått”.",
        "Rad 5: ”nästa år” är ingen period.",
        "”6l” är inget tal.",
        "value=\"60,5\"",
        "\nIndikator\tÅr\tMän\tKvinnor\tAlla\nAnnat mått\t2027\t\t\t3\n"
    );
    assert!(
        !looked.contains("name=\"rad\" value=\"unga"),
        "only what was pasted"
    );
    // Nothing is saved as long as rows of it are left over.
    let left = noa
        .post(PATH, &says(&looked, ROW, ["61", "62", "60,5"], &[]))
        .await;
    assert_eq!((left.status, town.app.position()), (422, position));
    says!(
        left.text(),
        "Här står rader som inte är med nedanför.",
        "value=\"62\""
    );
    let saved = noa
        .post(
            PATH,
            &says(&left.text(), ROW, ["61", "62", "60,5"], &[("lista", "")]),
        )
        .await;
    assert_eq!(saved.status, 303, "{}", saved.text());
    let to = saved.header("location").unwrap().to_owned();
    says!(noa.page(&to).await, "är sparade.");
    says!(row_of(&noa.page(PATH).await, ROW), "value=\"60,5\"");
    let twice = format!("{NAME}\t2027\t65\n{NAME}\t2027\t66");
    let page = noa.page(PATH).await;
    let typed = [("lista", twice.as_str()), ("gor", "klistra")];
    let looked = noa.post(PATH, &standing(&page, &typed)).await;
    assert_eq!(looked.status, 422);
    says!(
        looked.text(),
        "Rad 2: samma indikator och period står på en rad ovanför."
    );
    // Without headings: everybody, women, men.
    let plain = format!("{NAME}\t2027\t65\t66\t64");
    let page = noa.page(PATH).await;
    let looked = noa
        .post(
            PATH,
            &standing(&page, &[("lista", &plain), ("gor", "klistra")]),
        )
        .await;
    assert_eq!(looked.status, 200);
    says!(
        looked.text(),
        "En rad ur din lista",
        "value=\"65\"",
        "value=\"66\"",
        "value=\"64\""
    );
    let saved = noa
        .post(PATH, &standing(&looked.text(), &[("gor", "spara")]))
        .await;
    assert_eq!(saved.status, 303, "{}", saved.text());
}

#[tokio::test(flavor = "multi_thread")]
async fn ten_thousand_cells_with_three_faults_tell_of_those_three() {
    let town = town().await;
    let noa = writer(&town, "noa").await;
    // One that is measured now and then, of which a day is a period.
    let (slug, mut definition) = town.app.published(date(2027, 1, 4), |p| {
        let slug = Slug::parse("brukare-som-kan-paverka-hemtjansten").unwrap();
        let known = p.indicator_at(&slug).unwrap();
        (
            Slug::parse("besok-varje-dag").unwrap(),
            known.definition.clone(),
        )
    });
    definition.names = Names::swedish(DAILY);
    definition.frequency = None;
    town.perform(Command::DefineIndicator(DefineIndicator {
        indicator: IndicatorId(Uuid::from_u128(77)),
        slug,
        definition,
        since: None,
    }))
    .await;
    let page = noa.page(PATH).await;
    let begins = date(2020, 1, 1);
    let day = |n: i64| begins.checked_add(n.days()).unwrap();
    let lines = (0..2_000).map(|n| format!("{DAILY}\t{}\t61\t62\t60", day(n)));
    let mut lines: Vec<String> = lines.collect();
    for at in [6, 1_200, 1_999] {
        lines[at] = format!("Annat mått\t2026\t{at}\t1\t1");
    }
    let list = lines.join("\n");
    let looked = noa
        .post(
            PATH,
            &standing(&page, &[("lista", &list), ("gor", "klistra")]),
        )
        .await;
    assert_eq!(looked.status, 422);
    let looked = looked.text();
    for row in ["Rad 7:", "Rad 1\u{a0}201:", "Rad 2\u{a0}000:"] {
        says!(looked, row);
    }
    // The field itself has the first of them.
    assert_eq!(looked.matches("du rapporterar ingen indikator").count(), 4);
    // One more is too many, and all of it stands in the field still.
    lines.push("En till\t2026\t1".to_owned());
    let list = lines.join("\n");
    let many = noa
        .post(
            PATH,
            &standing(&page, &[("lista", &list), ("gor", "klistra")]),
        )
        .await;
    assert_eq!(many.status, 422);
    says!(
        many.text(),
        "Listan har 2\u{a0}001 rader. Klistra in högst 2\u{a0}000 åt gången.",
        "En till\t2026\t1"
    );
}
