//! Comment rounds (*remiss*): other bodies are asked about a plan by a day, read it, comment on it and
//! answer, until a decision closes the round.

use crate::comments::written;
use crate::desk::{Desk, body, form, form_to, only, standing};
use crate::town::Town;
use jiff::SignedDuration;
use jiff::civil::date;
use riktning_app::Clock;
use riktning_app::clock::Hands;
use riktning_domain::local_time::instant;
use riktning_domain::permissions::Role;
use riktning_store::MemoryJournal;

const CARE: &str = "vard-och-omsorgsnamnden";
const BOARD: &str = "kommunstyrelsen";
const CULTURE: &str = "kultur-och-fritidsnamnden";
const GROUP: &str = "kommunkoncernen";
const PLAN: &str = "/arbete/planer/2027/vard-och-omsorgsnamnden";
const ASK: &str = "/arbete/planer/2027/vard-och-omsorgsnamnden/remiss";
const ANSWER: &str = "/arbete/planer/2027/vard-och-omsorgsnamnden/remissvar";
const LAST: &str = "2026-10-06";

/// Noon on 5 October, with a clock that is turned.
async fn town() -> (Town, Hands) {
    let noon = instant(date(2026, 10, 5).at(12, 0, 0, 0));
    let (clock, hands) = Clock::turned(noon);
    let store = Box::new(MemoryJournal::new().unwrap());
    (Town::with(clock, store).await, hands)
}

/// Those who write, hand in and decide for the care committee, with a row in their plan.
async fn noa(town: &Town) -> (Desk<'_>, String) {
    let noa = Desk::of_a_small_body(town, CARE).await;
    let row = written(&noa, "Färre får vänta").await;
    (noa, row)
}

/// What the form that asks sends for these bodies and day.
async fn asking(town: &Town, desk: &Desk<'_>, to: &[&str], until: &str) -> String {
    let page = desk.page(ASK).await;
    let ids: Vec<String> = to
        .iter()
        .map(|slug| body(town, slug).0.to_string())
        .collect();
    let to = ids.iter().map(|id| ("organ", id.as_str()));
    let fields: Vec<_> = to.chain([("till", until)]).collect();
    form(&page, &fields)
}

async fn asks(town: &Town, desk: &Desk<'_>, to: &[&str], until: &str) {
    let sent = asking(town, desk, to, until).await;
    let reply = desk.post(ASK, &sent).await;
    assert_eq!(reply.status, 303, "{}", reply.text());
    let to = reply.header("location").unwrap();
    assert_eq!(to, format!("{PLAN}?gjort=remiss"));
    says!(desk.page(to).await, "Remissen är skickad.");
}

#[tokio::test(flavor = "multi_thread")]
async fn two_are_asked_one_answers_the_other_is_late_the_memorandum_says_so_and_a_decision_closes()
{
    let (town, hands) = town().await;
    let (noa, row) = noa(&town).await;
    let kim = Desk::of(&town, "kim", &[(Role::Contributor, BOARD)]).await;
    let robin = Desk::of(&town, "robin", &[(Role::Approver, BOARD)]).await;
    let elected = Desk::of(&town, "vald", &[(Role::Reader, BOARD)]).await;
    let beside = Desk::of(&town, "annan", &[(Role::Approver, "exempelenergi")]).await;
    says!(noa.page(ASK).await, "Planen är inte inlämnad.");
    assert_eq!(noa.fill_hand_in(PLAN).await, 303);
    assert_eq!(kim.get(PLAN).await.status, 404);
    says!(noa.page(PLAN).await, "Fråga andra organ");
    asks(&town, &noa, &[BOARD, CULTURE], LAST).await;

    // Whoever writes on, or records the decision, is told where the plan is.
    says!(
        noa.page(&format!("/arbete/ataganden/{row}")).await,
        "Planen är inlämnad 5 oktober 2026 och inte beslutad än.",
        "Den är på remiss till 6 oktober 2026"
    );
    says!(
        noa.page(&format!("{PLAN}/beslut")).await,
        "Planen är på remiss. Svar senast 6 oktober 2026. Ingen har svarat."
    );
    // What is asked stands on the desk of those who are asked, and leads to the plan.
    for desk in [&kim, &robin] {
        let page = desk.page("/arbete/").await;
        says!(
            page,
            "Ni tillfrågas om andras planer",
            &format!("href=\"{PLAN}\""),
            "Ber om synpunkter senast 6 oktober 2026. En dag kvar."
        );
    }
    for desk in [&noa, &elected, &beside] {
        assert!(!desk.page("/arbete/").await.contains("Ni tillfrågas"));
    }
    // Nobody else reads it, by whatever address.
    for desk in [&elected, &beside] {
        let history = format!("/arbete/historik/ataganden/{row}");
        let said = format!("{PLAN}/kommentarer");
        let more = format!("{PLAN}/tjansteskrivelse");
        for path in [PLAN, ASK, ANSWER, &history, &said, &more] {
            assert_eq!(desk.get(path).await.status, 404, "{path}");
        }
        let reply = desk.post(ANSWER, "hur=yttrande&svar=hej").await;
        assert_eq!(reply.status, 409);
        says!(reply.text(), "Svaret är inte lämnat", "hej</textarea>");
        assert_eq!(desk.post(ASK, "gor=aterkalla").await.status, 404);
    }
    // One who writes for the body reads and comments, and does not answer.
    let page = kim.page(PLAN).await;
    says!(
        page,
        "Färre får vänta",
        "Kommunstyrelsen tillfrågas om planen. Svara senast 6 oktober 2026.",
        "Den som godkänner för organet lämnar svaret.",
        "Kommunstyrelsen: Har inte svarat än."
    );
    let said = format!("{PLAN}/kommentarer");
    let comments = kim.page(&said).await;
    let comment = form(
        &crate::comments::main_form(&comments),
        &[("text", "mellanordet")],
    );
    assert_eq!(kim.post(&said, &comment).await.status, 303);
    says!(noa.page(&said).await, "mellanordet");
    says!(
        kim.page(ANSWER).await,
        "Den som godkänner för organet lämnar svaret."
    );
    assert_eq!(kim.post(ANSWER, "hur=ingen&svar=hej").await.status, 409);
    for sent in ["gor=aterkalla", "till=nyss"] {
        assert_eq!(kim.post(ASK, sent).await.status, 404, "{sent}");
    }

    // The body answers once, however often the form is sent.
    says!(robin.page(PLAN).await, "Svara på remissen");
    let words = "Bygg ihop det med vår plan.\nHälsar Kommunstyrelsen";
    let page = robin.page(ANSWER).await;
    let sent = form(&page, &[("hur", "yttrande"), ("svar", words)]);
    let before = town.app.position();
    for _ in 0..2 {
        let reply = robin.post(ANSWER, &sent).await;
        assert_eq!(reply.status, 303, "{}", reply.text());
    }
    assert_eq!(town.app.position(), before + 1);
    says!(
        robin.page(&format!("{PLAN}?gjort=remissvar")).await,
        "Svaret är lämnat."
    );
    assert!(!kim.page("/arbete/").await.contains("Ni tillfrågas"));
    says!(
        noa.page(ASK).await,
        "1 av 2 har svarat.",
        "Bygg ihop det med vår plan.",
        "Svarade 5 oktober 2026."
    );

    // Two days later the other is late, and can answer still.
    hands.turn(SignedDuration::from_hours(48));
    let noa = Desk::of(
        &town,
        "noa2",
        &[(Role::Approver, CARE), (Role::Registrar, CARE)],
    )
    .await;
    let culture = Desk::of(&town, "kultur", &[(Role::Approver, CULTURE)]).await;
    says!(
        noa.page(PLAN).await,
        "Svaren skulle ha kommit senast 6 oktober 2026.",
        "<strong>Har inte svarat, och dagen har gått.</strong>"
    );
    says!(
        culture.page("/arbete/").await,
        "Synpunkterna skulle ha kommit senast 6 oktober 2026"
    );
    says!(culture.page(ANSWER).await, "Remissvar", "name=\"svar\"");
    let letter = noa
        .get(&format!("{PLAN}/tjansteskrivelse.txt"))
        .await
        .text();
    says!(
        letter,
        "1 av 2 har svarat.",
        "Remiss\n\n- Kommunstyrelsen: Svarade 5 oktober 2026.\n   Bygg ihop det med vår plan.\n   Hälsar Kommunstyrelsen\n",
        "- Kultur- och fritidsnämnden: Har inte svarat, och dagen har gått.\n"
    );
    says!(
        noa.page(&format!("{PLAN}/tjansteskrivelse")).await,
        "<h3>Remiss</h3>",
        "<blockquote>Bygg ihop det med vår plan."
    );

    // The decision closes it, and what is typed meanwhile is given back.
    let page = culture.page(ANSWER).await;
    let late = form(&page, &[("hur", "yttrande"), ("svar", "För sent sagt")]);
    let fields = [("dag", "2026-10-07"), ("paragraf", "12")];
    let decided = noa.fill(&format!("{PLAN}/beslut"), &fields).await;
    assert_eq!(decided.status, 303, "{}", decided.text());
    let before = town.app.position();
    let reply = culture.post(ANSWER, &late).await;
    assert_eq!((reply.status, town.app.position()), (409, before));
    says!(
        reply.text(),
        "Svaret är inte lämnat",
        "För sent sagt</textarea>"
    );
    says!(culture.page(ANSWER).await, "Det går inte längre att svara.");
    assert!(!culture.page("/arbete/").await.contains("Ni tillfrågas"));
    says!(
        noa.page(ASK).await,
        "Remissen är avslutad.",
        "Bygg ihop det med vår plan.",
        "Svarade inte.",
        "Planen är beslutad."
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn every_fault_stands_at_its_field_with_all_that_was_typed() {
    let (town, _) = town().await;
    let (noa, _) = noa(&town).await;
    assert_eq!(noa.fill_hand_in(PLAN).await, 303);
    let board = body(&town, BOARD).0.to_string();
    let before = town.app.position();
    let faults = [
        (&[][..], "i morgon", "Välj minst ett organ", "”i morgon”"),
        (&[BOARD][..], "2026-10-04", "har redan varit", "2026-10-04"),
        (&[BOARD][..], "", "Skriv vilken dag", "kommunstyrelsen"),
    ];
    for (to, until, said, _) in faults {
        let sent = asking(&town, &noa, to, until).await;
        let reply = noa.post(ASK, &sent).await;
        assert_eq!(reply.status, 422);
        let page = reply.text();
        says!(page, said, &format!("value=\"{until}\""), "<title>Fel: ");
        let ticked = format!("value=\"{board}\" checked");
        assert_eq!(page.contains(&ticked), !to.is_empty());
    }
    // Its own body and one that never was cannot be chosen.
    for id in [body(&town, CARE).0.to_string(), "x".to_owned()] {
        let sent = asking(&town, &noa, &[BOARD], LAST).await;
        let reply = noa.post(ASK, &format!("{sent}&organ={id}")).await;
        assert_eq!(reply.status, 422);
        says!(reply.text(), "kan inte tillfrågas längre");
    }
    assert_eq!(town.app.position(), before);

    asks(&town, &noa, &[BOARD], LAST).await;
    let robin = Desk::of(&town, "robin", &[(Role::Approver, BOARD)]).await;
    let before = town.app.position();
    let long = "ord ".repeat(2_001);
    let faults = [
        ("", "Sagt", "Välj om ni yttrar er"),
        ("yttrande", " ", "Skriv vad ni säger"),
        ("ingen", "Sagt", "Det står en text"),
        ("yttrande", "Ring 19121212-1212", "19121212-…"),
        ("yttrande", long.trim(), "8 000"),
    ];
    for (how, text, said) in faults {
        let fields = [("hur", how), ("svar", text)];
        let reply = robin.fill(ANSWER, &fields).await;
        assert_eq!(reply.status, 422);
        let page = reply.text().replace('\u{a0}', " ");
        says!(page, said, &format!("{text}</textarea>"));
        assert_eq!(page.contains(" checked"), !how.is_empty());
    }
    assert_eq!(town.app.position(), before);
    // In the other languages too.
    let page = robin.page(&format!("/fi{ANSWER}")).await;
    says!(page, "Meillä ei ole huomauttamista");
    says!(
        robin.page(&format!("/en{ANSWER}")).await,
        "We have no objection"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_form_that_was_opened_before_another_word_writes_over_nothing_unseen() {
    let (town, _) = town().await;
    let (noa, _) = noa(&town).await;
    assert_eq!(noa.fill_hand_in(PLAN).await, 303);
    // Two open the form that asks; the second is shown what the first has said.
    let first = asking(&town, &noa, &[BOARD], LAST).await;
    let second = asking(&town, &noa, &[CULTURE], LAST).await;
    assert_eq!(noa.post(ASK, &first).await.status, 303);
    let before = town.app.position();
    assert_eq!(noa.post(ASK, &first).await.status, 303, "sent twice");
    let reply = noa.post(ASK, &second).await;
    assert_eq!((reply.status, town.app.position()), (422, before));
    let page = reply.text();
    says!(
        page,
        "Någon annan har ändrat remissen",
        "Kommunstyrelsen</h3>"
    );
    // Saved again it is said with open eyes, and replaces list and day.
    let again = page.split("id=\"fraga-h\"").nth(1).unwrap();
    let again = standing(&format!("<main{again}"), &[]);
    assert_eq!(noa.post(ASK, &again).await.status, 303);
    let page = noa.page(PLAN).await;
    says!(page, "Kultur- och fritidsnämnden: Har inte svarat än.");
    assert!(!page.contains("Kommunstyrelsen: Har inte"));

    // Two answer for one body.
    let roles = [(Role::Approver, CULTURE)];
    let (kim, robin) = (
        Desk::of(&town, "kim", &roles).await,
        Desk::of(&town, "robin", &roles).await,
    );
    let page = kim.page(ANSWER).await;
    let own = form(&page, &[("hur", "ingen"), ("svar", "")]);
    let other = form(&page, &[("hur", "yttrande"), ("svar", "Bygg mer")]);
    assert_eq!(kim.post(ANSWER, &own).await.status, 303);
    let reply = robin.post(ANSWER, &other).await;
    assert_eq!(reply.status, 422);
    let page = reply.text();
    says!(
        page,
        "Någon annan har svarat",
        "Ingen erinran.",
        "Bygg mer</textarea>"
    );
    let again = standing(&page, &[]);
    assert_eq!(robin.post(ANSWER, &again).await.status, 303);
    says!(
        noa.page(ASK).await,
        "<blockquote>Bygg mer",
        "Tidigare svar, 5 oktober 2026"
    );

    // A decision meanwhile is told to whoever asks.
    let late = asking(&town, &noa, &[BOARD, CULTURE], "2026-10-20").await;
    noa.decides(PLAN, "9").await;
    let reply = noa.post(ASK, &late).await;
    assert_eq!(reply.status, 422);
    says!(reply.text(), "Planen är redan beslutad", "2026-10-20");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_round_is_called_off_or_closed_by_taking_the_plan_back() {
    let (town, _) = town().await;
    let (noa, _) = noa(&town).await;
    let kim = Desk::of(&town, "kim", &[(Role::Contributor, BOARD)]).await;
    assert_eq!(noa.fill_hand_in(PLAN).await, 303);
    asks(&town, &noa, &[BOARD], LAST).await;
    let page = noa.page(ASK).await;
    let off = page.split("id=\"ater-h\"").nth(1).unwrap();
    let off = only(form_to(off, "/remiss").1);
    for _ in 0..2 {
        let reply = noa.post(ASK, &off).await;
        assert_eq!(reply.status, 303, "{}", reply.text());
        let to = reply.header("location").unwrap();
        says!(noa.page(to).await, "Remissen är återkallad.");
    }
    assert_eq!(kim.get(PLAN).await.status, 404);
    asks(&town, &noa, &[BOARD], LAST).await;
    says!(kim.page(PLAN).await, "Färre får vänta");
    let page = noa.page(PLAN).await;
    let (to, own) = form_to(&page, "/ta-tillbaka");
    assert_eq!(noa.post(&to, &only(own)).await.status, 303);
    for path in [PLAN, ASK, ANSWER] {
        assert_eq!(kim.get(path).await.status, 404, "{path}");
    }
    // Handed in anew it asks nobody until somebody is asked.
    assert_eq!(noa.fill_hand_in(PLAN).await, 303);
    assert_eq!(kim.get(PLAN).await.status, 404);
    says!(noa.page(PLAN).await, "Fråga andra organ");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_old_form_opens_no_round_that_was_called_off_and_answers_none_that_came_after() {
    let (town, _hands) = town().await;
    let (noa, _) = noa(&town).await;
    let board = Desk::of(&town, "styrelsen", &[(Role::Approver, BOARD)]).await;
    assert_eq!(noa.fill_hand_in(PLAN).await, 303);
    let first = asking(&town, &noa, &[BOARD], LAST).await;
    assert_eq!(noa.post(ASK, &first).await.status, 303);
    let answer = answering(&board).await;
    let page = noa.page(ASK).await;
    let off = page.split("id=\"ater-h\"").nth(1).unwrap();
    let off = only(form_to(off, "/remiss").1);
    assert_eq!(noa.post(ASK, &off).await.status, 303);
    // The first form, once more: it asked before the round was called off.
    let position = town.app.position();
    let again = noa.post(ASK, &first).await;
    assert_eq!((again.status, town.app.position()), (422, position));
    assert_eq!(board.get(PLAN).await.status, 404);
    // An answer to what was taken back is none to what was handed in anew.
    let page = noa.page(PLAN).await;
    let (to, own) = form_to(&page, "/ta-tillbaka");
    assert_eq!(noa.post(&to, &only(own)).await.status, 303);
    assert_eq!(noa.fill_hand_in(PLAN).await, 303);
    asks(&town, &noa, &[BOARD], LAST).await;
    let position = town.app.position();
    let late = board.post(ANSWER, &answer).await;
    assert_eq!((late.status, town.app.position()), (422, position));
    let seen = answering(&board).await;
    assert_eq!(board.post(ANSWER, &seen).await.status, 303);
    // What is written after an answer is told of beside it.
    let letter = noa.page(&format!("{PLAN}/tjansteskrivelse")).await;
    says!(letter, "Ingen erinran.");
    assert!(!letter.contains("Planen har ändrats sedan dess."));
    written(&noa, "Alla får svar samma dag").await;
    let letter = noa.page(&format!("{PLAN}/tjansteskrivelse")).await;
    says!(letter, "Planen har ändrats sedan dess.");
}

/// What the form sends by which a body has nothing to object to.
async fn answering(desk: &Desk<'_>) -> String {
    standing(&desk.page(ANSWER).await, &[("hur", "ingen")])
}

#[tokio::test(flavor = "multi_thread")]
async fn the_journal_says_who_asked_whom_and_what_was_answered() {
    let (town, _) = town().await;
    let (noa, _) = noa(&town).await;
    let robin = Desk::of(&town, "robin", &[(Role::Approver, BOARD)]).await;
    let auditor = Desk::of(&town, "revisor", &[(Role::Auditor, GROUP)]).await;
    assert_eq!(noa.fill_hand_in(PLAN).await, 303);
    asks(&town, &noa, &[BOARD], LAST).await;
    let fields = [("hur", "yttrande"), ("svar", "Bygg mer")];
    assert_eq!(robin.fill(ANSWER, &fields).await.status, 303);
    let page = auditor.page("/arbete/historik").await;
    says!(
        page,
        "Remiss skickad",
        "Remissvar lämnat",
        "Bygg mer",
        "6 oktober 2026"
    );
    // They read it beside the plan, too, and write nothing.
    says!(auditor.page(ASK).await, "Bygg mer");
    assert!(!auditor.page(ASK).await.contains("name=\"organ\""));
    assert_eq!(auditor.get(ANSWER).await.status, 404);
}
