//! What becomes of an order in each body, a list that is pasted, and a plan that is supplemented.

use crate::desk::{Desk, body, form, form_to, grant, number};
use crate::plan_and_decide::{choice, link, new};
use crate::town::Town;
use jiff::civil::date;
use riktning_app::people::new_person;
use riktning_domain::Period;
use riktning_domain::permissions::Role;
use std::collections::BTreeSet;

const CARE: &str = "vard-och-omsorgsnamnden";
const PLAN: &str = "/arbete/planer/2027/vard-och-omsorgsnamnden";
const BOARD: &str = "/arbete/planer/2027/kommunstyrelsen";
const COUNCIL: &str = "/arbete/planer/2027/kommunfullmaktige";
const ORDERS: &str = "/arbete/uppdrag/2027";

async fn town() -> Town {
    Town::on(date(2026, 10, 5)).await
}

/// What stands of one order, on the page of a plan or of all orders.
fn part(page: &str, order: &str) -> String {
    let heading = [format!("<h3>{order}</h3>"), format!(">{order}</h2>")];
    let mut rest = heading.iter().filter_map(|h| page.split_once(h.as_str()));
    let (_, rest) = rest.next().unwrap();
    let end = ["<h3>", "<h2"].iter().filter_map(|h| rest.find(h)).min();
    rest[..end.unwrap_or(rest.len())].to_owned()
}

fn key(form: &str) -> String {
    let key = form.split("name=\"nyckel\" value=\"").nth(1).unwrap();
    format!("nyckel={}", key.split('"').next().unwrap())
}

#[tokio::test(flavor = "multi_thread")]
async fn two_who_accept_one_order_at_once_make_one_row_and_it_can_be_taken_back_and_accepted_anew()
{
    let town = town().await;
    let kim = Desk::of(&town, "strateg", &[(Role::Strategist, "kommunkoncernen")]).await;
    let roles = [(Role::Contributor, CARE)];
    let noa = Desk::of(&town, "noa", &roles).await;
    let elis = Desk::of(&town, "elis", &roles).await;
    let order = "Korta vägen till den som kan svara";
    let path = new(&kim.page(COUNCIL).await, "Uppdrag");
    let care = body(&town, CARE).0.to_string();
    let to = [("text", order), ("till", &care)];
    assert_eq!(kim.fill(&path, &to).await.status, 303);
    assert_eq!(kim.fill_hand_in(COUNCIL).await, 303);
    let accept = async |who: &Desk<'_>, page: &str| {
        let page = part(page, order);
        let (action, form) = form_to(&page, "/anta?");
        who.post(&action, &key(form)).await.status
    };
    // Both see it unanswered.
    let (one, two) = (noa.page(PLAN).await, elis.page(PLAN).await);
    let both = tokio::join!(accept(&noa, &one), accept(&elis, &two));
    assert_eq!(both, (303, 303));
    let plan = noa.page(PLAN).await;
    let rows = |plan: &str| plan.matches("/arbete/ataganden/").count();
    assert_eq!(rows(&plan), 1, "{plan}");

    // Who takes it back may take it again.
    let row = plan.split("/arbete/ataganden/").nth(1).unwrap();
    let row = noa.page(&format!("/arbete/ataganden/{}", link(row))).await;
    let (action, form) = form_to(&row, "/ta-bort");
    let seen = form.split("name=\"sedd\" value=\"").nth(1).unwrap();
    let seen = format!("sedd={}", seen.split('"').next().unwrap());
    assert_eq!(noa.post(&action, &seen).await.status, 303);
    let plan = elis.page(PLAN).await;
    assert_eq!(rows(&plan), 0, "{plan}");
    assert_eq!(accept(&elis, &plan).await, 303);
    assert_eq!(rows(&noa.page(PLAN).await), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn one_body_accepts_in_one_step_another_interprets_and_a_third_is_silent() {
    let town = town().await;
    let kim = Desk::of(&town, "strateg", &[(Role::Strategist, "kommunkoncernen")]).await;
    let noa = [(Role::Contributor, CARE), (Role::Approver, CARE)];
    let noa = Desk::of(&town, "namnd", &noa).await;
    let board = "kommunstyrelsen";
    let other = [(Role::Contributor, board), (Role::Approver, board)];
    let other = Desk::of(&town, "styrelse", &other).await;
    let order = "Korta vägen till den som kan svara";
    let path = new(&kim.page(COUNCIL).await, "Uppdrag");
    let (care, own) = (body(&town, CARE).0, body(&town, board).0);
    let to = [
        ("text", order),
        ("till", &care.to_string()),
        ("till", &own.to_string()),
    ];
    assert_eq!(kim.fill(&path, &to).await.status, 303);
    let before = kim.page(ORDERS).await;
    assert!(!before.contains(order), "nothing has gone out");
    assert_eq!(kim.fill_hand_in(COUNCIL).await, 303);
    says!(
        kim.page(ORDERS).await,
        order,
        "2 har inte svarat",
        "Inget svar än"
    );

    // One step, and once more is the same.
    let page = part(&noa.page(PLAN).await, order);
    let (action, own_form) = form_to(&page, "/anta?");
    for _ in 0..2 {
        let reply = noa.post(&action, &key(own_form)).await;
        assert_eq!(reply.status, 303, "{}", reply.text());
    }
    let plan = noa.page(PLAN).await;
    assert_eq!(plan.matches(">Ändra<").count(), 1);
    says!(plan, "Svar på uppdraget", "Saknar en koppling");
    assert!(!part(&plan, order).contains("/anta?"), "it is accepted");
    // Before it is handed in nobody else reads it, and everybody sees that somebody writes.
    let page = part(&kim.page(ORDERS).await, order);
    says!(page, "Skriver, inte inlämnat", "En har inte svarat");
    assert!(!page.contains("Antaget som det står"));
    let theirs = part(&other.page(ORDERS).await, order);
    says!(theirs, "Skriver, inte inlämnat");

    let words = "Den som ringer får svar av rätt person direkt";
    let page = part(&other.page(BOARD).await, order);
    let path = link(page.split("href=\"").nth(1).unwrap());
    let goal = choice(&other.page(&path).await, "Processmål");
    let own_words = [("text", words), ("val", goal.as_str())];
    assert_eq!(other.fill(&path, &own_words).await.status, 303);
    // What was accepted as it stands is tied to a process goal before it is handed in.
    let row = format!("/arbete/ataganden/{}", number(&plan, "Ändra"));
    let goal = choice(&noa.page(&row).await, "Processmål");
    let tied = [("text", order), ("val", goal.as_str())];
    assert_eq!(noa.fill(&row, &tied).await.status, 303);
    assert_eq!(noa.fill_hand_in(PLAN).await, 303);
    assert_eq!(other.fill_hand_in(BOARD).await, 303);
    let page = part(&kim.page(ORDERS).await, order);
    says!(page, "Antaget som det står", "Tolkat", words, "samma ord");
    assert!(!page.contains("har inte svarat"));
    // A committee reads the other's answer only where it may.
    let theirs = noa.page(ORDERS).await;
    says!(theirs, "Antaget som det står");
    assert!(!theirs.contains(words), "{theirs}");
    // Nobody accepts for another body.
    let form = key(own_form);
    let foreign = action.replace(CARE, board);
    assert_eq!(noa.post(&foreign, &form).await.status, 404);
}

pub(crate) fn paste(plan: &str) -> String {
    link(
        plan.split("Klistra in en lista:")
            .next()
            .unwrap()
            .rsplit("href=\"")
            .next()
            .unwrap(),
    )
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_found_of_each_row_of_a_list_is_told_before_it_is_saved() {
    let town = town().await;
    let noa = Desk::of(&town, "namnd", &[(Role::Contributor, CARE)]).await;
    let path = paste(&noa.page(PLAN).await);
    let first = noa
        .fill(&path, &[("lista", "Kortare kö"), ("spara", "1")])
        .await;
    assert_eq!(first.status, 303);
    let number = number(&noa.page(PLAN).await, "<h3>Kortare kö");
    let list = "Verka för trygghet\r\nÖppna två rum\tEnhetschef\t2027-06\t2 rum\r\nKortare kö\r\n\
                Öppna två rum\tEnhetschef\t2027-06\t2 rum";
    let looked = noa.fill(&path, &[("lista", list), ("visa", "1")]).await;
    assert_eq!(looked.status, 200);
    let page = looked.text();
    let rows: Vec<&str> = page.split("<tr><th scope=\"row\">").skip(1).collect();
    says!(
        rows[0],
        "”Verka för”: vad ska bli gjort?",
        "Ansvarsfördelat: saknas",
        "Kvantifierbart: saknas",
        "Tidssatt: saknas"
    );
    // Of a row that says all there is nothing to tell.
    assert!(
        !rows[1].contains("saknas") && !rows[1].contains("<strong>"),
        "{}",
        rows[1]
    );
    let twin = format!("Samma mening står redan i planen, på rad {number}.");
    says!(rows[2], &twin);
    says!(rows[3], "Samma mening står också på rad 2 i listan.");
    // It is asked about, and hinders nothing.
    says!(page, "Spara 4 rader");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_list_is_looked_at_and_saved_whole_or_not_at_all() {
    let town = town().await;
    let noa = Desk::of(&town, "namnd", &[(Role::Contributor, CARE)]).await;
    let path = paste(&noa.page(PLAN).await);
    let good = "• Fler platser på dagverksamheten\tEnhetschef\t2027-06\r\n\r\n\
                2. Alla medarbetare får handledning\r\nKortare kö";
    let faulty = format!("{good}\r\nNågot till\tChef\tnästa vår");
    let reply = noa.fill(&path, &[("lista", &faulty), ("spara", "1")]).await;
    assert_eq!(reply.status, 422);
    let page = reply.text();
    says!(page, "Rad 4:", "”nästa vår” är ingen dag", "Något till");
    assert!(
        noa.page(PLAN).await.contains("Planen är tom"),
        "nothing is half stored"
    );

    let looked = noa.fill(&path, &[("lista", good), ("visa", "1")]).await;
    assert_eq!(looked.status, 200);
    let page = looked.text();
    says!(
        page,
        "Spara 3 rader",
        "<td>Fler platser på dagverksamheten<ul class=\"takt\">",
        "<td>juni 2027</td>"
    );
    assert!(
        noa.page(PLAN).await.contains("Planen är tom"),
        "to look is not to save"
    );
    let sent = form(&page, &[("lista", good), ("spara", "1")]);
    for _ in 0..2 {
        let reply = noa.post(&path, &sent).await;
        assert_eq!(reply.status, 303, "{}", reply.text());
    }
    let plan = noa.page(PLAN).await;
    assert_eq!(plan.matches("/arbete/ataganden/").count(), 3, "{plan}");
    says!(
        plan,
        "<h3>Alla medarbetare får handledning</h3>",
        "Enhetschef",
        "juni 2027"
    );
    // Back in the browser and on with another list: nothing is written over, nothing doubled.
    let other = sent.replace("Kortare", "L%C3%A4ngre");
    let reply = noa.post(&path, &other).await;
    assert_eq!(reply.status, 422);
    says!(
        reply.text(),
        "Listan är redan sparad med andra ord",
        "Längre kö"
    );

    let many = "En rad\n".repeat(10_000);
    let reply = noa.fill(&path, &[("lista", &many), ("spara", "1")]).await;
    assert_eq!(reply.status, 422);
    says!(reply.text(), "000 rader. Klistra in högst 200 åt gången");
    let empty = noa
        .fill(&path, &[("lista", " \n\u{a0}\n"), ("visa", "1")])
        .await;
    says!(empty.text(), "Klistra in minst en rad");
    assert_eq!(
        noa.page(PLAN).await.matches("/arbete/ataganden/").count(),
        3
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn what_supplements_a_plan_stands_beside_it_and_is_no_plan_of_its_own() {
    let town = town().await;
    let noa = [(Role::Contributor, CARE), (Role::Approver, CARE)];
    let noa = Desk::of(&town, "namnd", &noa).await;
    let alex = Desk::of(&town, "sekreterare", &[(Role::Registrar, CARE)]).await;
    let decision = format!("{PLAN}/beslut");
    for (text, paragraph) in [("Det som kom i juni", "7"), ("Det som kom i november", "9")] {
        let path = new(&noa.page(PLAN).await, "Åtagande");
        let goal = choice(&noa.page(&path).await, "Processmål");
        let saved = noa.fill(&path, &[("text", text), ("val", &goal)]).await;
        assert_eq!(saved.status, 303, "{}", saved.text());
        assert_eq!(noa.fill_hand_in(PLAN).await, 303);
        let fields = [("dag", "2026-10-05"), ("paragraf", paragraph)];
        let page = alex.page(&decision).await;
        assert_eq!(
            page.contains("Det här kompletterar planen"),
            paragraph == "9"
        );
        let decided = alex.post(&decision, &form(&page, &fields)).await;
        assert_eq!(decided.status, 303, "{}", decided.text());
        // Sent again it is the same.
        let again = alex.post(&decision, &form(&page, &fields)).await;
        assert_eq!(again.status, 303);
    }
    let plan = noa.page(PLAN).await;
    says!(
        plan,
        "Beslutad och kompletterad",
        "2 rader",
        "Komplettering, beslutad 5 oktober 2026"
    );
    let [june, november] = ["Det som kom i juni", "Det som kom i november"];
    let (first, later) = plan.split_once("Komplettering, beslutad").unwrap();
    assert!(first.contains(june) && !first.contains(november) && later.contains(november));
    let overview = noa.page("/arbete/planer/2027").await;
    let row = overview
        .split(PLAN)
        .nth(1)
        .unwrap()
        .split("</tr>")
        .next()
        .unwrap();
    says!(row, "Beslutad och kompletterad", "<td class=\"tal\">2</td>");
    // What is written next is in hand, apart from both.
    let path = new(&plan, "Åtagande");
    assert_eq!(
        noa.fill(&path, &[("text", "Det som kommer")]).await.status,
        303
    );
    let plan = noa.page(PLAN).await;
    says!(plan, "Komplettering: utkast", "Inte beslutat än");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_order_that_is_answered_keeps_whom_it_is_for_and_says_when_its_words_changed() {
    let town = town().await;
    let kim = Desk::of(&town, "strateg", &[(Role::Strategist, "kommunkoncernen")]).await;
    let noa = [(Role::Contributor, CARE), (Role::Approver, CARE)];
    let noa = Desk::of(&town, "namnd", &noa).await;
    let board = body(&town, "kommunstyrelsen").0.to_string();
    let care = body(&town, CARE).0.to_string();
    let path = new(&kim.page(COUNCIL).await, "Uppdrag");
    let to = [("text", "Halvera svinnet"), ("till", care.as_str())];
    assert_eq!(kim.fill(&path, &to).await.status, 303);
    assert_eq!(kim.fill_hand_in(COUNCIL).await, 303);
    says!(
        kim.page(&format!("{COUNCIL}?gjort=inlamnad")).await,
        "Uppdragen är skickade.",
        "skickat",
        "Ta tillbaka uppdragen"
    );
    let page = part(&noa.page(PLAN).await, "Halvera svinnet");
    let (action, own) = form_to(&page, "/anta?");
    assert_eq!(noa.post(&action, &key(own)).await.status, 303);

    let council = kim.page(COUNCIL).await;
    says!(
        council,
        "Ta tillbaka uppdragen",
        "Någon har svarat på uppdraget"
    );
    assert!(!council.contains("/ta-tillbaka\""));
    let late = kim.post(&format!("{COUNCIL}/ta-tillbaka"), "").await;
    assert_eq!(late.status, 422);
    let number = number(&council, "Halvera svinnet");
    let order = format!("/arbete/ataganden/{number}");
    let elsewhere = [("text", "Halvera svinnet"), ("till", board.as_str())];
    let reply = kim.fill(&order, &elsewhere).await;
    assert_eq!(reply.status, 422);
    says!(reply.text(), "Någon har svarat på uppdraget");
    let more = [
        ("text", "Avskaffa svinnet"),
        ("till", care.as_str()),
        ("till", board.as_str()),
    ];
    assert_eq!(kim.fill(&order, &more).await.status, 303);
    says!(
        noa.page(PLAN).await,
        "Uppdraget ändrades 5 oktober 2026, efter att svaret skrevs."
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn ten_who_write_in_one_plan_at_once_each_have_their_row_and_no_number_twice() {
    let town = town().await;
    let mut desks = Vec::new();
    for n in 0..10 {
        let login = format!("skribent.{n}");
        desks.push(Desk::of(&town, &login, &[(Role::Contributor, CARE)]).await);
    }
    let plan = desks[0].page(PLAN).await;
    let path = new(&plan, "Åtagande");
    // Each opened the form before anybody had begun the plan, and each clicks twice.
    let mut sent = Vec::new();
    for (n, desk) in desks.iter().enumerate() {
        let page = desk.page(&path).await;
        sent.push(form(&page, &[("text", &format!("Löfte nummer {n}!"))]));
    }
    let twice = desks.iter().zip(&sent).flat_map(|one| [one, one]);
    let path = path.as_str();
    let posts = twice.map(|(desk, sent)| desk.post(path, sent));
    for answer in futures_util::future::join_all(posts).await {
        assert_eq!(answer.status, 303, "{}", answer.text());
    }
    // A list that is sent twice at once stands there once, too.
    let list = paste(&desks[0].page(PLAN).await);
    let page = desks[0].page(&list).await;
    let rows = [("lista", "Först i listan\r\nSist i listan"), ("spara", "1")];
    let sent = form(&page, &rows);
    let posts = (0..6).map(|_| desks[0].post(&list, &sent));
    for answer in futures_util::future::join_all(posts).await {
        assert_eq!(answer.status, 303, "{}", answer.text());
    }
    let plan = desks[0].page(PLAN).await;
    for row in ["<h3>Först i listan", "<h3>Sist i listan"] {
        assert_eq!(plan.matches(row).count(), 1, "{plan}");
    }
    let mut numbers = BTreeSet::new();
    for n in 0..10 {
        let row = format!("<h3>Löfte nummer {n}!");
        assert_eq!(plan.matches(&row).count(), 1, "{plan}");
        numbers.insert(number(&plan, &row));
    }
    assert_eq!(numbers.len(), 10);
    let reader = new_person();
    grant(&town, reader, Role::Contributor, CARE).await;
    let plans = town.app.inside(reader, |i, _| {
        let plans = i.plans(Period::Year(2027)).into_iter();
        plans.filter(|p| p.body() == body(&town, CARE)).count()
    });
    assert_eq!(plans, 1, "one plan, whoever began it");
}
