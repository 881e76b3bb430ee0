//! The rows of a plan in the order that its body chooses: moved a step or put at a place, shown so
//! wherever its rows stand together, and left alone once it is decided.

use crate::desk::{Desk, form, form_to, number};
use crate::orders_and_lists::paste;
use crate::plan_and_decide::choice;
use crate::town::Town;
use jiff::civil::date;
use riktning_domain::permissions::Role;

const BODY: &str = "kultur-och-fritidsnamnden";
const PLAN: &str = "/arbete/planer/2027/kultur-och-fritidsnamnden";
const ORDER: &str = "/arbete/planer/2027/kultur-och-fritidsnamnden/ordning";
const ROWS: [&str; 4] = [
    "Ett löfte om böcker",
    "Ett löfte om dans",
    "Ett löfte om film",
    "Ett löfte om bad",
];

async fn town() -> Town {
    Town::on(date(2026, 10, 5)).await
}

/// Somebody who may do everything with the plan, which has four rows.
async fn writer<'a>(town: &'a Town, login: &str) -> Desk<'a> {
    let roles = [Role::Contributor, Role::Approver, Role::Registrar];
    let desk = Desk::of(town, login, &roles.map(|role| (role, BODY))).await;
    let path = paste(&desk.page(PLAN).await);
    let page = desk.page(&path).await;
    let goal = choice(&page, "Processmål");
    let list = ROWS.join("\n");
    let fields = [("lista", list.as_str()), ("val", &goal), ("spara", "1")];
    let saved = desk.post(&path, &form(&page, &fields)).await;
    assert_eq!(saved.status, 303, "{}", saved.text());
    desk
}

/// Which of the rows stand on a page, in their order.
fn order(page: &str) -> Vec<usize> {
    let main = page.split("<main").nth(1).unwrap_or(page);
    let found = ROWS.iter().enumerate();
    let mut found: Vec<_> = found
        .filter_map(|(n, row)| Some((main.find(row)?, n)))
        .collect();
    found.sort_unstable();
    found.into_iter().map(|(_, n)| n).collect()
}

/// The form of the page with the places as they stand, and some typed over.
fn places(page: &str, typed: &[(&str, &str)], button: &str) -> String {
    let (_, own) = form_to(page, "/ordning");
    let rows = own.split("name=\"rad\" value=\"").skip(1);
    let rows = rows.map(|rest| rest.split('"').next().unwrap().to_owned());
    let all = rows.enumerate().map(|(at, row)| {
        let typed = typed.iter().find(|(text, _)| number_of(page, text) == row);
        typed.map_or_else(|| (at + 1).to_string(), |(_, place)| (*place).to_owned())
    });
    let all: Vec<String> = all.collect();
    let mut fields: Vec<(&str, &str)> = all.iter().map(|p| ("plats", p.as_str())).collect();
    fields.extend(button.split_once('='));
    form(page, &fields)
}

fn number_of(page: &str, text: &str) -> String {
    number(page, text)
}

#[tokio::test(flavor = "multi_thread")]
async fn rows_are_moved_and_stand_so_wherever_they_stand_together() {
    let town = town().await;
    let me = writer(&town, "namnd").await;
    assert_eq!(order(&me.page(PLAN).await), [0, 1, 2, 3]);
    says!(me.page(PLAN).await, ORDER);

    // A step up; the page goes on at the same button.
    let page = me.page(ORDER).await;
    let film = number(&page, ROWS[2]);
    let up = places(&page, &[], &format!("upp={film}"));
    let moved = me.post(ORDER, &up).await;
    let to = format!("{ORDER}?gjort=ordnat#upp-{film}");
    assert_eq!((moved.status, moved.header("location")), (303, Some(&*to)));
    says!(
        me.page(&format!("{ORDER}?gjort=ordnat")).await,
        "Raderna är ordnade"
    );
    assert_eq!(order(&me.page(ORDER).await), [0, 2, 1, 3]);
    // A double click is one step.
    assert_eq!(me.post(ORDER, &up).await.status, 303);
    assert_eq!(order(&me.page(ORDER).await), [0, 2, 1, 3]);

    // A number puts a row at its place, and a step comes on top of it.
    let page = me.page(ORDER).await;
    let down = format!("ned={}", number(&page, ROWS[0]));
    let put = places(&page, &[(ROWS[3], "1")], &down);
    assert_eq!(me.post(ORDER, &put).await.status, 303);
    assert_eq!(order(&me.page(PLAN).await), [3, 2, 0, 1]);

    // Whoever audits sees that it was arranged, and no word of what nobody has handed in.
    let auditor = [(Role::Auditor, "kommunkoncernen")];
    let auditor = Desk::of(&town, "revisor", &auditor).await;
    let journal = auditor.page("/arbete/historik").await;
    says!(journal, "Planens rader ordnade");
    assert_eq!(order(&journal), [0; 0]);
    let memorandum = me.page(&format!("{PLAN}/tjansteskrivelse")).await;
    assert_eq!(order(&memorandum), [3, 2, 0, 1]);
    let text = me.get(&format!("{PLAN}/tjansteskrivelse.txt")).await.text();
    assert_eq!(order(&text), [3, 2, 0, 1]);
    assert_eq!(me.fill_hand_in(PLAN).await, 303);
    let page = me.page(ORDER).await;
    let last = places(&page, &[(ROWS[3], "4")], "");
    assert_eq!(
        me.post(ORDER, &last).await.status,
        303,
        "until it is decided"
    );
    let decision = format!("{PLAN}/beslut");
    // What was moved after the registrar has read it is read anew.
    let fields = [("dag", "2026-10-05"), ("paragraf", "7")];
    let shown = me.page(&decision).await;
    let page = me.page(ORDER).await;
    let once_more = places(&page, &[(ROWS[3], "1")], "");
    assert_eq!(me.post(ORDER, &once_more).await.status, 303);
    let late = me.post(&decision, &form(&shown, &fields)).await;
    assert_eq!(late.status, 422);
    says!(late.text(), "Planen har ändrats");
    let page = me.page(ORDER).await;
    let back = places(&page, &[(ROWS[3], "4")], "");
    assert_eq!(me.post(ORDER, &back).await.status, 303);
    assert_eq!(order(&me.page(&decision).await), [2, 0, 1, 3]);
    let decided = me.fill(&decision, &fields).await;
    assert_eq!(decided.status, 303, "{}", decided.text());

    assert_eq!(order(&me.page(PLAN).await), [2, 0, 1, 3]);
    // What is decided stands: whoever comes late is led to the plan, where that is said.
    let to = format!("{PLAN}?ordning=beslutad");
    for late in [me.get(ORDER).await, me.post(ORDER, &last).await] {
        assert_eq!((late.status, late.header("location")), (303, Some(&*to)));
    }
    let said = "Planen är beslutad. Raderna står i den ordning som de hade vid mötet.";
    says!(me.page(&to).await, said);
    let other = [(Role::Contributor, "kommunstyrelsen")];
    let other = Desk::of(&town, "annan", &other).await;
    assert_eq!(other.get(ORDER).await.status, 404, "not theirs to arrange");
    let elsewhere = "/arbete/planer/2027/kommunstyrelsen?ordning=beslutad";
    assert!(
        !other.page(elsewhere).await.contains(said),
        "nothing is decided"
    );
    for public in [
        "/2024-2027/arsplan/2027".to_owned(),
        format!("/namnder/{BODY}"),
    ] {
        assert_eq!(order(&town.page(&public).await), [2, 0, 1, 3], "{public}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_moves_rows_that_they_have_not_seen() {
    let town = town().await;
    let me = writer(&town, "namnd").await;
    let other = Desk::of(&town, "kollega", &[(Role::Contributor, BODY)]).await;
    let (mine, theirs) = (me.page(ORDER).await, other.page(ORDER).await);
    let first = places(&theirs, &[(ROWS[3], "1")], "");
    assert_eq!(other.post(ORDER, &first).await.status, 303);
    let late = me.post(ORDER, &places(&mine, &[(ROWS[1], "1")], "")).await;
    assert_eq!(late.status, 422);
    says!(
        late.text(),
        "Fel:",
        "Raderna har ändrats",
        "Inget är flyttat"
    );
    assert_eq!(order(&late.text()), [3, 0, 1, 2], "as they are now");
    // Back in the browser and on with another button.
    let back = me.page(ORDER).await;
    let step = |button: &str| places(&back, &[], &format!("{button}={}", number(&back, ROWS[0])));
    assert_eq!(me.post(ORDER, &step("upp")).await.status, 303);
    assert_eq!(me.post(ORDER, &step("ned")).await.status, 422);
    assert_eq!(order(&me.page(ORDER).await), [0, 3, 1, 2]);

    // A row that came meanwhile, and whoever hands in what they have not seen.
    let stale = me.page(ORDER).await;
    let plan = me.page(PLAN).await;
    let path = paste(&plan);
    assert_eq!(
        other
            .fill(&path, &[("lista", "Ett till"), ("spara", "1")])
            .await
            .status,
        303
    );
    assert_eq!(me.post(ORDER, &places(&stale, &[], "")).await.status, 422);
    let (hand_in, own) = form_to(&plan, "/lamna-in");
    let reply = me.post(&hand_in, &crate::desk::only(own)).await;
    assert_eq!(reply.status, 422, "{}", reply.text());
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_no_place_is_told_and_other_peoples_rows_are_not_there() {
    let town = town().await;
    let me = writer(&town, "namnd").await;
    let page = me.page(ORDER).await;
    for wrong in ["0", "5", "första", "", "1,5"] {
        let sent = places(&page, &[(ROWS[1], wrong), (ROWS[2], "1")], "");
        let reply = me.post(ORDER, &sent).await;
        assert_eq!(reply.status, 422, "{wrong}");
        let dance = number(&page, ROWS[1]);
        says!(
            reply.text(),
            &format!("Nr {dance}: skriv en plats från 1 till 4")
        );
        says!(
            reply.text(),
            &format!("value=\"{wrong}\" aria-invalid=\"true\""),
            &format!("href=\"#plats-{dance}\""),
            &format!("id=\"plats-{dance}-f\"")
        );
        assert_eq!(order(&me.page(ORDER).await), [0, 1, 2, 3]);
    }
    let sent = places(&page, &[(ROWS[1], "1")], "");
    for broken in ["sedd=", "nyckel=", "rad="] {
        let at = sent.find(broken).unwrap();
        let end = sent[at..].find('&').map_or(sent.len(), |end| at + end);
        let without = format!("{}{}", &sent[..at], &sent[end..]);
        assert_eq!(me.post(ORDER, &without).await.status, 422, "{broken}");
    }
    // The number of a row that is another's, or nobody's.
    let own = format!("rad={}", number(&page, ROWS[0]));
    for foreign in ["rad=1", "rad=999999"] {
        let reply = me.post(ORDER, &sent.replacen(&own, foreign, 1)).await;
        assert_eq!(reply.status, 422, "{foreign}");
    }
    let many: String = (0..10_000).map(|n| format!("&rad={n}&plats=1")).collect();
    let reply = me.post(ORDER, &format!("nyckel=x{many}")).await;
    assert_eq!(reply.status, 422);
    says!(reply.text(), "000 rader. Högst 500");
    assert_eq!(
        order(&me.page(ORDER).await),
        [0, 1, 2, 3],
        "nothing was moved"
    );

    // Another body's people, and a body that has nothing to arrange.
    let other = [(Role::Contributor, "kommunstyrelsen")];
    let other = Desk::of(&town, "annan", &other).await;
    assert_eq!(other.get(ORDER).await.status, 404);
    assert_eq!(other.post(ORDER, &sent).await.status, 404);
    let own = "/arbete/planer/2027/kommunstyrelsen/ordning";
    assert_eq!(other.get(own).await.status, 404);
    let reader = Desk::of(&town, "sekreterare", &[(Role::Registrar, BODY)]).await;
    assert_eq!(reader.get(ORDER).await.status, 404);
    assert_eq!(reader.post(ORDER, &sent).await.status, 404);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_plan_of_more_rows_than_a_page_shows_says_so() {
    let town = town().await;
    let me = writer(&town, "namnd").await;
    let before = me.page(ORDER).await;
    let path = paste(&me.page(PLAN).await);
    let list = (0..200).map(|n| format!("Ännu ett löfte, {n}\n"));
    let list: String = list.collect();
    for _ in 0..3 {
        let saved = me.fill(&path, &[("lista", &list), ("spara", "1")]).await;
        assert_eq!(saved.status, 303, "{}", saved.text());
    }
    let page = me.page(ORDER).await;
    says!(page, "Här är 604 rader. Högst 500");
    assert!(!page.contains("name=\"plats\""));
    let stale = places(&before, &[(ROWS[1], "1")], "");
    assert_eq!(me.post(ORDER, &stale).await.status, 422);
}
