//! Comments with mentions: who reads them, whom they reach, and when they are gone.

use crate::desk::{Desk, body, form, form_to, number, only};
use crate::plan_and_decide::{choice, new};
use crate::town::Town;
use jiff::civil::date;
use riktning_app::{App, Clock};
use riktning_domain::permissions::Role;
use riktning_store::{Comment, CommentTable, SqliteJournal};
use uuid::Uuid;

const CARE: &str = "vard-och-omsorgsnamnden";
const GROUP: &str = "kommunkoncernen";
const PLAN: &str = "/arbete/planer/2027/vard-och-omsorgsnamnden";
const SAID: &str = "/arbete/planer/2027/vard-och-omsorgsnamnden/kommentarer";
const COUNCIL: &str = "/arbete/planer/2027/kommunfullmaktige";

async fn town() -> Town {
    Town::on(date(2026, 10, 5)).await
}

/// A plan with one row, and those around it.
struct People<'a> {
    /// Writes, hands in and records for the body.
    noa: Desk<'a>,
    /// Another of the same administration.
    kim: Desk<'a>,
    strategist: Desk<'a>,
    auditor: Desk<'a>,
    other: Desk<'a>,
    /// The number of the row.
    row: String,
}

impl<'a> People<'a> {
    async fn of(town: &'a Town) -> People<'a> {
        let noa = Desk::of_a_small_body(town, CARE).await;
        let row = written(&noa, "Färre får vänta").await;
        People {
            noa,
            kim: Desk::of(town, "kim.ek", &[(Role::Contributor, CARE)]).await,
            strategist: Desk::of(town, "strateg", &[(Role::Strategist, GROUP)]).await,
            auditor: Desk::of(town, "revisor", &[(Role::Auditor, GROUP)]).await,
            other: Desk::of(town, "annan", &[(Role::Contributor, "kommunstyrelsen")]).await,
            row,
        }
    }

    fn at_row(&self) -> String {
        format!("{SAID}?rad={}", self.row)
    }
}

pub(crate) async fn written(noa: &Desk<'_>, text: &str) -> String {
    let path = new(&noa.page(PLAN).await, "Åtagande");
    let goal = choice(&noa.page(&path).await, "Processmål");
    let saved = noa.fill(&path, &[("text", text), ("val", &goal)]).await;
    assert_eq!(saved.status, 303, "{}", saved.text());
    number(&noa.page(PLAN).await, text)
}

/// The form in which something is said, of a page that has others before it.
pub(crate) fn main_form(page: &str) -> String {
    let own = page.split("<form class=\"stapel bred\"").nth(1).unwrap();
    format!("<main<form{}", own.split("</form>").next().unwrap())
}

/// What a browser sends of it.
fn saying(page: &str, fields: &[(&str, &str)]) -> String {
    form(&main_form(page), fields)
}

/// Says something, and gives where it stands.
async fn says_at(desk: &Desk<'_>, path: &str, fields: &[(&str, &str)]) -> String {
    let sent = saying(&desk.page(path).await, fields);
    let reply = desk.post(path, &sent).await;
    assert_eq!(reply.status, 303, "{}", reply.text());
    let to = reply.header("location").unwrap();
    to.split("#k-").nth(1).unwrap().to_owned()
}

/// The value of the box for somebody in the list of those who can be told.
fn box_of(page: &str, name: &str) -> String {
    let before = page.split(&format!("<span>{name} ")).next().unwrap();
    let value = before.rsplit("name=\"sag\" value=\"").next().unwrap();
    value.split('"').next().unwrap().to_owned()
}

async fn presses(desk: &Desk<'_>, path: &str, deed: &str, id: &str) -> u16 {
    let sent = format!("gor={deed}&kommentar={id}");
    desk.post(path, &sent).await.status
}

/// Whether somebody's desk says that they are mentioned.
async fn is_mentioned(desk: &Desk<'_>) -> bool {
    desk.page("/arbete/").await.contains("Någon har nämnt dig")
}

#[tokio::test(flavor = "multi_thread")]
async fn before_a_plan_is_handed_in_its_comments_are_its_own_administrations() {
    let town = town().await;
    let people = People::of(&town).await;
    let position = town.app.position();
    says!(people.noa.page(SAID).await, "Ingen har kommenterat än.");
    says_at(&people.noa, SAID, &[("text", "helhetsordet")]).await;
    says_at(&people.noa, &people.at_row(), &[("text", "radordet")]).await;
    assert_eq!(town.app.position(), position, "no event");
    for desk in [&people.noa, &people.kim] {
        let plan = desk.page(PLAN).await;
        says!(plan, "Kommentarer till planen (1)", "En kommentar<span");
        let page = desk.page(SAID).await;
        says!(page, "helhetsordet", "Om planens rader", "Färre får vänta");
        assert!(!page.contains("radordet"));
        says!(page, "raderas när planen har beslutats");
        let page = desk.page(&people.at_row()).await;
        says!(page, "radordet", "Bara de som arbetar med planen");
        assert!(!page.contains("helhetsordet") && !page.contains("name=\"vilka\""));
    }
    for desk in [&people.strategist, &people.auditor, &people.other] {
        for path in [SAID, &people.at_row()] {
            assert_eq!(desk.get(path).await.status, 404);
            let reply = desk.post(path, "text=hej&nyckel=&vilka=alla").await;
            assert_eq!(reply.status, 409);
            says!(
                reply.text(),
                "Det finns inget att kommentera här",
                "hej</textarea>"
            );
        }
        assert!(!desk.page("/arbete/").await.contains("ordet"));
    }
    assert_eq!(people.noa.page(SAID).await.matches("<article").count(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn once_it_is_handed_in_the_strategist_asks_and_what_was_said_inside_stays_there() {
    let town = town().await;
    let people = People::of(&town).await;
    says_at(&people.noa, SAID, &[("text", "inneordet")]).await;
    assert_eq!(people.noa.fill_hand_in(PLAN).await, 303);
    let page = people.noa.page(SAID).await;
    says!(
        page,
        "value=\"inne\" checked",
        "Bara inom förvaltningen",
        "Alla som får läsa planen"
    );
    says_at(&people.noa, SAID, &[("text", "ännu inne")]).await;
    let all = [("text", "mellanordet"), ("vilka", "alla")];
    let asked = says_at(&people.noa, SAID, &all).await;
    let page = people.strategist.page(SAID).await;
    says!(
        page,
        "mellanordet",
        "Alla som får läsa den inlämnade planen"
    );
    assert!(!page.contains("inneordet") && !page.contains("ännu inne"));
    assert!(!page.contains("name=\"vilka\""));
    says!(
        people.strategist.page(PLAN).await,
        "Kommentarer till planen (1)"
    );
    // Whoever asks for what is not theirs gets what is.
    let inside = [("text", "strategordet"), ("vilka", "inne")];
    says_at(&people.strategist, SAID, &inside).await;
    let answer = format!("{SAID}?svar={asked}");
    says_at(&people.strategist, &answer, &[("text", "svarsordet")]).await;
    let page = people.noa.page(SAID).await;
    says!(page, "strategordet", "svarsordet", "inneordet");
    let (thread, rest) = page.split_once("svarsordet").unwrap();
    assert!(thread.contains("mellanordet") && rest.contains("strategordet"));
    // The auditor reads the plan, and no comment.
    let plan = people.auditor.page(PLAN).await;
    assert!(
        plan.contains("Färre får vänta") && !plan.contains("ommenter"),
        "{plan}"
    );
    for path in [SAID, &people.at_row(), &answer] {
        assert_eq!(people.auditor.get(path).await.status, 404);
    }
    assert_eq!(people.other.get(SAID).await.status, 404);
    let mentions = [("text", "Du, @strateg"), ("vilka", "alla")];
    says_at(&people.noa, SAID, &mentions).await;
    says!(
        people.strategist.page("/arbete/").await,
        "Någon har nämnt dig"
    );
    // Taken back it is the administration's own again, and nothing that was typed is lost.
    let sent = saying(&people.strategist.page(SAID).await, &[("text", "för sent")]);
    let open = saying(
        &people.noa.page(SAID).await,
        &[("text", "kvar"), ("vilka", "alla")],
    );
    let answers = saying(&people.noa.page(&answer).await, &[("text", "svar kvar")]);
    let back = format!("{PLAN}/ta-tillbaka");
    assert_eq!(people.noa.post(&back, "").await.status, 303);
    let reply = people.strategist.post(SAID, &sent).await;
    assert_eq!(reply.status, 409);
    says!(reply.text(), "för sent</textarea>");
    assert!(!is_mentioned(&people.strategist).await);
    let reply = people.noa.post(SAID, &open).await;
    assert_eq!(reply.status, 422);
    says!(
        reply.text(),
        "href=\"#vilka\"",
        "Planen har tagits tillbaka",
        "kvar</textarea>"
    );
    let reply = people.noa.post(&answer, &answers).await;
    assert_eq!(reply.status, 422);
    says!(
        reply.text(),
        "samtalet kan inte fortsätta",
        "svar kvar</textarea>"
    );
    says!(people.kim.page(SAID).await, "mellanordet", "svarsordet");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mention_waits_on_the_desk_until_it_is_answered_or_done() {
    let town = town().await;
    let people = People::of(&town).await;
    let page = people.noa.page(&people.at_row()).await;
    says!(page, "kim.ek Exempel", "@kim.ek");
    says!(people.kim.page("/arbete/").await, "5 saker väntar på dig.");
    assert!(!page.contains("strateg Exempel") && !page.contains("allt-i-allo Exempel <"));
    let typed = [(
        "text",
        "Stämmer det, @Kim.Ek? Annars (@kim.ek), skriv info@exempel.se.",
    )];
    let first = says_at(&people.noa, &people.at_row(), &typed).await;
    let told = [
        ("text", "Och det här"),
        ("sag", &box_of(&page, "kim.ek Exempel")),
    ];
    let second = says_at(&people.noa, SAID, &told).await;
    let desk = people.kim.page("/arbete/").await;
    says!(
        desk,
        "Hej kim.ek Exempel. 7 saker väntar på dig.",
        "Någon har nämnt dig",
        "Stämmer det, @kim.ek Exempel? Annars (@kim.ek Exempel), skriv info@exempel.se.",
        "Och det här",
        &format!("#k-{first}"),
        &format!("#k-{second}")
    );
    for desk in [&people.noa, &people.strategist] {
        assert!(!is_mentioned(desk).await);
    }
    says!(
        people.kim.page(&people.at_row()).await,
        "<strong>@kim.ek Exempel</strong>",
        "Meddelade: kim.ek Exempel",
        "Klart för min del"
    );
    // By answering.
    let answer = format!("{}&svar={first}", people.at_row());
    says_at(&people.kim, &answer, &[("text", "Ja, @allt-i-allo.")]).await;
    let desk = people.kim.page("/arbete/").await;
    assert!(!desk.contains("Stämmer det") && desk.contains("Och det här"));
    says!(
        people.noa.page("/arbete/").await,
        "Ja, @allt-i-allo Exempel."
    );
    // By saying so, from the desk.
    let (to, own) = form_to(&desk, "/kommentarer");
    let done = people.kim.post(&to, &only(own)).await;
    assert_eq!(done.header("location"), Some("/arbete/"));
    assert!(!is_mentioned(&people.kim).await);
    // And with the conversation, for whoever says that it is done: nobody else's question is ended.
    assert_eq!(
        presses(&people.kim, &people.at_row(), "klart", &first).await,
        303
    );
    assert!(is_mentioned(&people.noa).await);
    assert_eq!(
        presses(&people.noa, &people.at_row(), "klart", &first).await,
        303
    );
    assert!(!is_mentioned(&people.noa).await);
    let page = people.noa.page(&people.at_row()).await;
    says!(page, "kim.ek Exempel, ", "Klart</span>");
    says_at(&people.noa, &answer, &[("text", "Jo, en sak till")]).await;
    assert!(
        !people
            .noa
            .page(&people.at_row())
            .await
            .contains("Klart</span>")
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn only_who_may_read_it_is_mentioned_and_the_fault_says_who_cannot() {
    let town = town().await;
    let people = People::of(&town).await;
    assert_eq!(people.noa.fill_hand_in(PLAN).await, 303);
    let page = people.noa.page(SAID).await;
    says!(page, "strateg Exempel", "utanför förvaltningen");
    let strategist = box_of(&page, "strateg Exempel");
    let fields = [
        ("text", "Hej <på> er"),
        ("vilka", "inne"),
        ("sag", strategist.as_str()),
    ];
    let reply = people.noa.post(SAID, &saying(&page, &fields)).await;
    assert_eq!(reply.status, 422);
    says!(
        reply.text(),
        "<title>Fel: ",
        "href=\"#sag\"",
        "strateg Exempel kan inte läsa kommentaren",
        "Hej &#60;på&#62; er</textarea>",
        &format!("value=\"{strategist}\" checked")
    );
    for (text, named) in [
        ("@annan, läs", "@annan kan inte läsa"),
        (
            "@revisor och @ingen.",
            "läsa kommentaren: @revisor, @ingen.",
        ),
        ("@strateg", "@strateg kan inte läsa"),
    ] {
        let fields = [("text", text), ("vilka", "inne")];
        let reply = people.noa.post(SAID, &saying(&page, &fields)).await;
        assert_eq!(reply.status, 422, "{text}");
        says!(
            reply.text(),
            named,
            "href=\"#text\"",
            &format!("{text}</textarea>")
        );
    }
    says!(people.noa.page(SAID).await, "Ingen har kommenterat än.");
    let fields = [("text", "@strateg"), ("vilka", "alla")];
    says_at(&people.noa, SAID, &fields).await;
    says!(
        people.strategist.page("/arbete/").await,
        "Någon har nämnt dig"
    );
    // A box that nobody was shown tells of nobody, and says so.
    let somebody = town.app.everybody();
    let auditor = somebody.iter().find(|one| one.login == "revisor").unwrap();
    let fields = [
        ("text", "Tyst"),
        ("vilka", "alla"),
        ("sag", &auditor.id.to_string()),
    ];
    let sent = saying(&people.noa.page(SAID).await, &fields);
    let reply = people.noa.post(SAID, &sent).await;
    assert_eq!(reply.status, 422);
    says!(
        reply.text(),
        "revisor Exempel kan inte läsa",
        "Tyst</textarea>"
    );
    assert!(!people.noa.page(SAID).await.contains("Tyst"));
    assert!(!is_mentioned(&people.auditor).await);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_no_comment_is_said_at_its_field_and_what_is_one_stands_as_it_was_typed() {
    let town = town().await;
    let people = People::of(&town).await;
    let page = people.noa.page(SAID).await;
    for (text, why) in [
        (" \n ", "Skriv något i rutan."),
        ("\u{202e}", "Skriv något i rutan."),
        (&"å".repeat(2_001), "2\u{a0}001"),
        ("Ring 19121212-1212", "19121212-…"),
    ] {
        let reply = people
            .noa
            .post(SAID, &saying(&page, &[("text", text)]))
            .await;
        assert_eq!(reply.status, 422, "{why}");
        says!(reply.text(), why, "id=\"text-f\"", "aria-invalid=\"true\"");
    }
    let text = format!("{}🙂", "å".repeat(1_999));
    says_at(&people.noa, SAID, &[("text", &text)]).await;
    let odd = "<script>alert(1)</script>\r\nTvå\u{202e} rader & 👩‍👩‍👧 \u{5e9}\u{5dc}";
    says_at(&people.noa, SAID, &[("text", odd)]).await;
    let page = people.kim.page(SAID).await;
    says!(
        page,
        "&#60;script&#62;alert(1)&#60;/script&#62;\nTvå rader &#38; 👩‍👩‍👧 \u{5e9}\u{5dc}</p>",
        &text
    );
    for language in ["/fi", "/en"] {
        says!(people.kim.page(&format!("{language}{SAID}")).await, &text);
    }
    // A form without anything that the page has.
    for sent in [
        "",
        "text=x",
        "gor=klart",
        "gor=annat&kommentar=x",
        "text=&vilka=b",
    ] {
        let reply = people.noa.post(SAID, sent).await;
        assert!(
            [303, 404, 422].contains(&reply.status),
            "{sent}: {}",
            reply.status
        );
    }
    for bad in ["?rad=x", "?rad=999999", "?rad=99999999999999"] {
        let bad = format!("{SAID}{bad}");
        assert_eq!(people.noa.get(&bad).await.status, 404, "{bad}");
    }
    let odd = format!("{SAID}?svar=x&andra=y");
    says!(people.noa.page(&odd).await, "Skriv en kommentar");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_comment_is_said_once_and_is_its_authors_until_it_is_answered() {
    let town = town().await;
    let people = People::of(&town).await;
    let page = people.noa.page(SAID).await;
    let sent = saying(&page, &[("text", "Första")]);
    let id = people
        .noa
        .post(SAID, &sent)
        .await
        .header("location")
        .unwrap()
        .to_owned();
    assert_eq!(
        people.noa.post(SAID, &sent).await.header("location"),
        Some(id.as_str())
    );
    assert_eq!(people.noa.page(SAID).await.matches("<article").count(), 1);
    // The same form in other words is another comment.
    let other = saying(&page, &[("text", "Andra")]);
    assert_eq!(people.noa.post(SAID, &other).await.status, 303);
    assert_eq!(people.noa.page(SAID).await.matches("<article").count(), 2);
    let id = id.split("#k-").nth(1).unwrap();
    let change = format!("{SAID}?andra={id}");
    let form = people.noa.page(&change).await;
    says!(form, "Första</textarea>");
    let in_another_tab = saying(&form, &[("text", "I den andra fliken")]);
    let changed = saying(&form, &[("text", "Första, ändrad @kim.ek")]);
    assert_eq!(people.noa.post(&change, &changed).await.status, 303);
    let page = people.kim.page(SAID).await;
    says!(page, "Första, ändrad <strong>@kim.ek", "ändrad 5 oktober");
    // The form of the first words, sent once more, puts nothing back.
    assert_eq!(people.noa.post(SAID, &sent).await.status, 303);
    says!(people.kim.page(SAID).await, "Första, ändrad");
    says!(people.kim.page("/arbete/").await, "Första, ändrad");
    let reply = people.noa.post(&change, &in_another_tab).await;
    assert_eq!(reply.status, 422);
    says!(
        reply.text(),
        "Där står nu: Första, ändrad @kim.ek",
        "I den andra fliken</textarea>"
    );
    // Nobody else changes it or takes it back.
    assert!(!page.contains("?andra="));
    assert_ne!(people.kim.post(&change, &changed).await.status, 303);
    assert_eq!(presses(&people.kim, SAID, "stryk", id).await, 404);
    let changing = saying(&people.noa.page(&change).await, &[("text", "Hann inte")]);
    let answer = format!("{SAID}?svar={id}");
    let answered = says_at(&people.kim, &answer, &[("text", "Svar")]).await;
    let reply = people.noa.post(&change, &changing).await;
    assert_eq!(reply.status, 422);
    says!(reply.text(), "Någon har svarat", "Hann inte</textarea>");
    assert_eq!(presses(&people.noa, SAID, "stryk", id).await, 422);
    assert_eq!(people.noa.get(&change).await.header("location"), Some(SAID));
    // What answered it is taken back, and then it is its author's again.
    let late = saying(
        &people.noa.page(&answer).await,
        &[("text", "Svar som kom bort")],
    );
    assert_eq!(presses(&people.kim, SAID, "stryk", &answered).await, 303);
    assert_eq!(
        presses(&people.kim, SAID, "stryk", &answered).await,
        303,
        "once more"
    );
    assert_eq!(presses(&people.noa, SAID, "stryk", id).await, 303);
    assert!(!people.noa.page(SAID).await.contains("Första"));
    assert!(!is_mentioned(&people.kim).await);
    let reply = people.noa.post(&answer, &late).await;
    assert_eq!(reply.status, 422);
    says!(reply.text(), "är borttagen", "Svar som kom bort</textarea>");
    let again = saying(&reply.text(), &[("text", "Svar som kom bort")]);
    assert_eq!(people.noa.post(SAID, &again).await.status, 303);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_guessed_comment_of_another_body_is_none() {
    let town = town().await;
    let people = People::of(&town).await;
    let id = says_at(&people.noa, SAID, &[("text", "inneordet @kim.ek")]).await;
    assert_eq!(people.noa.fill_hand_in(PLAN).await, 303);
    let nobodys = Uuid::from_u128(1).to_string();
    let own = "/arbete/planer/2027/kommunstyrelsen/kommentarer";
    for (desk, path) in [
        (&people.strategist, SAID),
        (&people.other, SAID),
        (&people.other, own),
    ] {
        for deed in ["klart", "mitt", "stryk"] {
            let guessed = presses(desk, path, deed, &id).await;
            assert_eq!(
                guessed,
                presses(desk, path, deed, &nobodys).await,
                "{path} {deed}"
            );
        }
        for what in ["svar", "andra"] {
            let guess = |id: &str| format!("{path}?{what}={id}");
            let reply = desk.get(&guess(&id)).await;
            assert!(!reply.text().contains("inneordet"));
            assert_eq!(reply.status, desk.get(&guess(&nobodys)).await.status);
            let sent = |id: &str| format!("text=gissat&nyckel={nobodys}&svar={id}&vilka=alla");
            let reply = desk.post(&guess(&id), &sent(&id)).await;
            assert!([409, 422].contains(&reply.status), "{}", reply.status);
            let never = desk.post(&guess(&nobodys), &sent(&nobodys)).await;
            assert_eq!(reply.status, never.status);
        }
    }
    let page = people.noa.page(SAID).await;
    assert!(page.contains("inneordet") && !page.contains("gissat"));
    assert!(is_mentioned(&people.kim).await);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_decision_takes_the_comments_with_it_and_who_comes_too_late_keeps_their_words() {
    let town = town().await;
    let people = People::of(&town).await;
    let at_row = people.at_row();
    let second = written(&people.noa, "Ett löfte som tas bort").await;
    let at_second = format!("{SAID}?rad={second}");
    let words = [("text", "radordet @kim.ek")];
    says_at(&people.noa, &at_second, &words).await;
    let late = saying(
        &people.kim.page(&at_second).await,
        &[("text", "Hann inte svara")],
    );
    let page = people
        .noa
        .page(&format!("/arbete/ataganden/{second}"))
        .await;
    let (to, own) = form_to(&page, "/ta-bort/");
    assert_eq!(people.noa.post(&to, &only(own)).await.status, 303);
    let reply = people.kim.post(&at_second, &late).await;
    assert_eq!(reply.status, 409);
    says!(
        reply.text(),
        "Raden togs bort ur planen",
        "Hann inte svara</textarea>",
        PLAN
    );
    assert_eq!(people.kim.get(&at_second).await.status, 404);
    assert!(!is_mentioned(&people.kim).await);

    says_at(&people.noa, SAID, &[("text", "helhetsordet @kim.ek")]).await;
    says_at(&people.noa, &at_row, &words).await;
    assert_eq!(people.noa.fill_hand_in(PLAN).await, 303);
    let late = saying(&people.kim.page(SAID).await, &[("text", "Kom för sent")]);
    let meeting = [("dag", "2026-10-05"), ("paragraf", "7")];
    let decided = people.noa.fill(&format!("{PLAN}/beslut"), &meeting).await;
    assert_eq!(decided.status, 303, "{}", decided.text());
    for path in [SAID, &at_row] {
        let reply = people.kim.post(path, &late).await;
        assert_eq!(reply.status, 409);
        says!(
            reply.text(),
            "beslutades medan du skrev",
            "Kom för sent</textarea>"
        );
        let reply = people.kim.get(path).await;
        let to = format!("{PLAN}?kommentarer=raderade");
        assert_eq!(
            (reply.status, reply.header("location")),
            (303, Some(to.as_str()))
        );
        says!(
            people.kim.page(&to).await,
            "Det är beslutat, och kommentarerna är raderade."
        );
    }
    for desk in [&people.noa, &people.kim] {
        assert!(!is_mentioned(desk).await);
        assert!(!desk.page(PLAN).await.contains("ommentar"));
    }
    // What supplements it is another matter.
    written(&people.noa, "Ett löfte till").await;
    says!(people.noa.page(SAID).await, "Ingen har kommenterat än.");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_decision_should_have_erased_is_erased_when_the_program_starts_again() {
    let folder = tempfile::tempdir().unwrap();
    let open = || SqliteJournal::open(folder.path()).unwrap();
    let clock = Clock::Fixed(date(2026, 10, 5));
    let town = Town::with(clock.clone(), Box::new(open())).await;
    let noa = Desk::of_a_small_body(&town, CARE).await;
    written(&noa, "Färre får vänta").await;
    says_at(&noa, SAID, &[("text", "helhetsordet")]).await;
    town.app.close().await;
    let store = open();
    let left = |store: &SqliteJournal| -> Vec<Comment> {
        let plans = store.commented_plans().unwrap().into_iter();
        plans
            .flat_map(|plan| store.comments(plan).unwrap())
            .collect()
    };
    let comments = left(&store);
    assert_eq!(comments.len(), 1);
    // A clock that has gone wrong erases nothing.
    let wrong = Clock::Fixed(date(2015, 1, 1));
    let app = App::open(Box::new(store), wrong, &mut |_| {}).unwrap();
    app.close().await;
    let store = open();
    assert_eq!(left(&store), comments);

    let app = App::open(Box::new(store), clock.clone(), &mut |_| {}).unwrap();
    let server = crate::house::Running::start(riktning_web::Site::new(&app, &Default::default()));
    let again = Town {
        server: server.await,
        app,
    };
    let kim = Desk::of(
        &again,
        "kim",
        &[(Role::Approver, CARE), (Role::Registrar, CARE)],
    )
    .await;
    assert_eq!(kim.fill_hand_in(PLAN).await, 303);
    let meeting = [("dag", "2026-10-05"), ("paragraf", "7")];
    assert_eq!(
        kim.fill(&format!("{PLAN}/beslut"), &meeting).await.status,
        303
    );
    again.app.close().await;
    let mut store = open();
    assert_eq!(left(&store), [], "in the same turn");
    // As if the machine had stopped between the decision and the erasure.
    assert!(store.keep_comments(comments[0].author, &comments).unwrap());
    let app = App::open(Box::new(store), clock, &mut |_| {}).unwrap();
    app.close().await;
    assert_eq!(left(&open()), []);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_order_is_asked_about_by_those_whom_it_is_for() {
    let town = town().await;
    let people = People::of(&town).await;
    let path = new(&people.strategist.page(COUNCIL).await, "Uppdrag");
    let to = body(&town, CARE).0.to_string();
    let order = [("text", "Korta vägen hem"), ("till", to.as_str())];
    assert_eq!(people.strategist.fill(&path, &order).await.status, 303);
    let number = number(&people.strategist.page(COUNCIL).await, "Korta vägen hem");
    let at = format!("{COUNCIL}/kommentarer?rad={number}");
    says_at(&people.strategist, &at, &[("text", "inneordet")]).await;
    assert_eq!(people.kim.get(&at).await.status, 404, "not sent yet");
    assert_eq!(people.strategist.fill_hand_in(COUNCIL).await, 303);
    says!(people.kim.page(PLAN).await, &at.replace('&', "&#38;"));
    let page = people.kim.page(&at).await;
    says!(page, "Korta vägen hem", "strateg Exempel");
    assert!(!page.contains("inneordet"));
    says_at(&people.kim, &at, &[("text", "Till när, @strateg?")]).await;
    says!(
        people.strategist.page("/arbete/").await,
        "Till när, @strateg Exempel?"
    );
    says!(people.strategist.page(&at).await, "inneordet", "Till när");
    // The rest of council's plan is not theirs, and nobody else is asked.
    let all = format!("{COUNCIL}/kommentarer");
    assert_eq!(people.kim.get(&all).await.status, 404);
    assert_eq!(people.other.get(&at).await.status, 404);
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_names_somebody_whose_name_is_erased() {
    let town = town().await;
    let people = People::of(&town).await;
    let first = says_at(&people.kim, SAID, &[("text", "kimordet")]).await;
    says_at(&people.noa, SAID, &[("text", "Tack @kim.ek!")]).await;
    assert_eq!(presses(&people.kim, SAID, "klart", &first).await, 303);
    let everybody = town.app.everybody();
    let kim = everybody.iter().find(|one| one.login == "kim.ek").unwrap();
    town.app.erase_person(kim.id).await.unwrap();
    let page = people.noa.page(SAID).await;
    says!(
        page,
        "kimordet",
        "<h3>En tidigare medarbetare</h3>",
        "Tack <strong>En tidigare medarbetare</strong>!"
    );
    assert!(!page.contains("kim.ek") && !page.contains("Meddelade"));
    says!(people.noa.page("/arbete/").await, "Hej allt-i-allo");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_typed_and_not_sent_stands_in_the_form_again() {
    let town = town().await;
    let people = People::of(&town).await;
    let at_row = people.at_row();
    let page = people.noa.page(&at_row).await;
    let keeps = page.split_once("data-utkast=\"").unwrap().1;
    let keeps = keeps.split('"').next().unwrap().replace("&#38;", "&");
    let typed = saying(&page, &[("text", "Halvvägs")]);
    assert_eq!(people.noa.post(&keeps, &typed).await.status, 200);
    says!(
        people.noa.page("/arbete/").await,
        "Påbörjat och inte sparat",
        "Kommentarer till rad"
    );
    let again = people.noa.page(&at_row).await;
    says!(again, "Det du skrev här finns kvar", "Halvvägs</textarea>");
    assert!(
        !people.noa.page(SAID).await.contains("Halvvägs"),
        "another form"
    );
    assert!(!people.kim.page(&at_row).await.contains("Halvvägs"));
    let sent = saying(&again, &[("text", "Hela vägen")]);
    assert_eq!(people.noa.post(&at_row, &sent).await.status, 303);
    assert!(
        !people
            .noa
            .page("/arbete/")
            .await
            .contains("Påbörjat och inte sparat")
    );
    // What was left is shown where there is nothing to comment on any longer, until it is thrown away.
    let typed = saying(
        &people.kim.page(&at_row).await,
        &[("text", "Aldrig skickat")],
    );
    assert_eq!(people.kim.post(&keeps, &typed).await.status, 200);
    assert_eq!(people.noa.fill_hand_in(PLAN).await, 303);
    let meeting = [("dag", "2026-10-05"), ("paragraf", "7")];
    let decided = people.noa.fill(&format!("{PLAN}/beslut"), &meeting).await;
    assert_eq!(decided.status, 303);
    says!(
        people.kim.page("/arbete/").await,
        "Påbörjat och inte sparat"
    );
    let late = people.kim.get(&at_row).await;
    assert_eq!(late.status, 409);
    let late = late.text();
    says!(late, "Aldrig skickat</textarea>", "Raden beslutades");
    let (to, own) = form_to(&late, "/slang");
    assert_eq!(people.kim.post(&to, &only(own)).await.status, 303);
    assert_eq!(people.kim.get(&at_row).await.status, 303);
}
