//! What residents answered, for an editor: what was changed because of it, and what is erased under
//! a named decision on disposal.

use crate::desk::{Desk, form, form_to, send};
use crate::town::Town;
use jiff::civil::date;
use riktning_domain::permissions::Role;

const ANSWERS: &str = "/arbete/webbplats/svar";
const ERASE: &str = "/arbete/webbplats/svar/gallra";
const WORDS: &str = "HEMLIGTORD";

async fn editor<'a>(town: &'a Town, login: &str) -> Desk<'a> {
    Desk::of(town, login, &[(Role::Editor, "kommunkoncernen")]).await
}

/// A resident answers of a page, with words or without.
pub(crate) async fn answered(town: &Town, page: &str, words: &str) {
    let reply = send(town, "/tack", "", &format!("svar=nej&sida={page}")).await;
    let thanks = reply.header("location").unwrap().to_owned();
    if !words.is_empty() {
        let reply = send(town, &thanks, "", &format!("text={words}")).await;
        assert_eq!(reply.status, 303, "{}", reply.text());
    }
}

async fn town() -> Town {
    let town = Town::on(date(2026, 10, 5)).await;
    answered(&town, "%2Fvision", WORDS).await;
    answered(&town, "%2Ffi%2Fvision%3Fper%3D2018-02-07", "").await;
    answered(&town, "%2Fkontakt", "Numret+saknas").await;
    town
}

fn disposal() -> Vec<(&'static str, &'static str)> {
    vec![
        ("beslut", "Gallring av svar från invånare"),
        ("beslutsdag", "2026-09-01"),
        ("diarienummer", "EX/2026:31"),
    ]
}

fn with(which: &[(&'static str, &'static str)]) -> Vec<(&'static str, &'static str)> {
    which.iter().copied().chain(disposal()).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_changed_because_of_an_answer_is_said_and_never_over_anothers_words() {
    let town = town().await;
    let (sam, mika) = (editor(&town, "webb").await, editor(&town, "webb2").await);
    let page = sam.page(ANSWERS).await;
    let about = page.split("Numret saknas").nth(1).unwrap();
    let about = about.replace("class=\"stapel\" ", "");
    let (to, own) = form_to(&about, "/svar/");
    let own = own.to_owned();
    let says = |said: &str| {
        let kept = form(&format!("<main<form{own}"), &[("andrat", said)]);
        kept.split('&')
            .filter(|f| !f.is_empty())
            .collect::<Vec<_>>()
            .join("&")
    };
    for _ in 0..2 {
        let saved = sam.post(&to, &says("Numret står nu överst.")).await;
        assert_eq!(saved.status, 303, "{}", saved.text());
    }
    says!(sam.page(ANSWERS).await, "Ändrat:", "Numret står nu överst.");
    // The other had the page open from before.
    let reply = mika.post(&to, &says("Inget ändrades.")).await;
    assert_eq!(reply.status, 422);
    says!(
        reply.text(),
        "Någon annan har skrivit något",
        "Numret står nu överst.",
        "Inget ändrades."
    );
    let long = "å".repeat(1_001);
    let reply = sam.post(&to, &says(&long)).await;
    assert_eq!(reply.status, 422);
    says!(reply.text(), &long, "href=\"#andrat\"");
    // It is the editor's alone, and of an answer that is there.
    let other = Desk::of(&town, "annan", &[(Role::Strategist, "kommunkoncernen")]).await;
    assert_eq!(other.post(&to, &says("x")).await.status, 404);
    let nowhere = format!("{ANSWERS}/00000000-0000-0000-0000-000000000001");
    assert_eq!(sam.post(&nowhere, &says("x")).await.status, 404);
    says!(sam.page(ANSWERS).await, "Numret står nu överst.");
}

#[tokio::test(flavor = "multi_thread")]
async fn as_many_other_answers_are_not_those_that_were_shown() {
    let town = town().await;
    let (sam, mika) = (editor(&town, "webb").await, editor(&town, "webb2").await);
    let page = [("vilka", "sida"), ("sida", "/kontakt")];
    let does: Vec<_> = page.iter().copied().chain([("gor", "gallra")]).collect();
    let look: Vec<_> = page.iter().copied().chain([("gor", "visa")]).collect();
    let shown = sam.fill(ERASE, &with(&look)).await.text();
    let theirs = mika.fill(ERASE, &with(&look)).await.text();
    let gone = mika.post(ERASE, &form(&theirs, &with(&does))).await;
    assert_eq!(gone.status, 303, "{}", gone.text());
    // One with words was shown, and there is one with words: another.
    answered(&town, "%2Fkontakt", "Nya+numret+saknas").await;
    let before = town.app.position();
    let reply = sam.post(ERASE, &form(&shown, &with(&does))).await;
    assert_eq!((reply.status, town.app.position()), (422, before));
    says!(
        reply.text(),
        "inte längre det som visades",
        "/kontakt: ett svar, 1 med kommentar"
    );
    says!(sam.page(ANSWERS).await, "Nya numret saknas");
}

#[tokio::test(flavor = "multi_thread")]
async fn answers_are_erased_under_a_named_decision_and_what_was_said_is_nowhere() {
    let town = town().await;
    let sam = editor(&town, "webb").await;
    let before = town.app.position();
    // Without a decision nothing is shown as ready, and nothing is erased.
    let unnamed = [("vilka", "sida"), ("sida", "/vision"), ("gor", "gallra")];
    let reply = sam.fill(ERASE, &unnamed).await;
    assert_eq!((reply.status, town.app.position()), (422, before));
    says!(
        reply.text(),
        "Skriv vad gallringsbeslutet heter.",
        "Skriv beslutets diarienummer."
    );
    let future = [("vilka", "fore"), ("fore", "2026-10-06"), ("gor", "visa")];
    says!(
        sam.fill(ERASE, &with(&future)).await.text(),
        "Dagen har inte varit än."
    );
    let none = [("vilka", "fore"), ("fore", "2020-01-01"), ("gor", "visa")];
    says!(
        sam.fill(ERASE, &with(&none)).await.text(),
        "Det finns inga sådana svar."
    );
    // To look is not to erase.
    let page = [("vilka", "sida"), ("sida", "/vision")];
    let look: Vec<_> = page.iter().copied().chain([("gor", "visa")]).collect();
    let reply = sam.fill(ERASE, &with(&look)).await;
    assert_eq!((reply.status, town.app.position()), (200, before));
    let shown = reply.text();
    says!(
        shown,
        "Det här tas bort",
        "/vision: 2 svar, 1 med kommentar"
    );
    // One more answer came: what was shown is not what would be erased.
    answered(&town, "%2Fvision", "").await;
    let does: Vec<_> = page.iter().copied().chain([("gor", "gallra")]).collect();
    let reply = sam.post(ERASE, &form(&shown, &with(&does))).await;
    assert_eq!((reply.status, town.app.position()), (422, before));
    says!(
        reply.text(),
        "inte längre det som visades",
        "3 svar, 1 med kommentar"
    );
    let sent = form(&reply.text(), &with(&does));
    for _ in 0..2 {
        let reply = sam.post(ERASE, &sent).await;
        assert_eq!(
            reply.header("location"),
            Some("/arbete/webbplats/svar?gjort=gallrat"),
            "{}",
            reply.text()
        );
    }
    assert_eq!(town.app.position(), before + 1);
    let page = sam.page(ANSWERS).await;
    says!(
        page,
        "Gallring av svar från invånare",
        "EX/2026:31",
        "/vision: 3 svar, 1 med kommentar"
    );
    says!(page, "Numret saknas");
    assert!(!page.contains(WORDS));
    // The auditor reads it in the journal, and no word of what anybody wrote.
    let auditor = Desk::of(&town, "revisor", &[(Role::Auditor, "kommunkoncernen")]).await;
    let journal = auditor.page("/arbete/historik").await;
    says!(
        journal,
        "Svar från invånare gallrade",
        "EX/2026:31",
        "/vision"
    );
    assert!(!journal.contains(WORDS));
}

#[tokio::test(flavor = "multi_thread")]
async fn one_answer_is_erased_by_its_own_link() {
    let town = town().await;
    let sam = editor(&town, "webb").await;
    let page = sam.page(ANSWERS).await;
    let link = page.split(WORDS).nth(1).unwrap();
    let link = link.split("?svar=").nth(1).unwrap();
    let link = format!("{ERASE}?svar={}", link.split('"').next().unwrap());
    let shown = sam
        .fill(&link, &with(&[("vilka", "ett"), ("gor", "visa")]))
        .await;
    says!(shown.text(), "/vision: ett svar, 1 med kommentar");
    let does = with(&[("vilka", "ett"), ("gor", "gallra")]);
    let reply = sam.post(ERASE, &form(&shown.text(), &does)).await;
    assert_eq!(reply.status, 303, "{}", reply.text());
    let page = sam.page(ANSWERS).await;
    assert!(!page.contains(&format!("<blockquote>{WORDS}")));
    says!(page, "Numret saknas", "0 av 1 fick hjälp av sidan");
}
