//! Who is told what, in which language, and who is told nothing.

use super::{CARE, CULTURE, GROUP, PLAN, PostTown};
use crate::desk::{Desk, body, form_to};
use jiff::civil::date;
use riktning_domain::bodies::BodyKind;
use riktning_domain::ids::{ModelId, RoundId};
use riktning_domain::permissions::{EndGrant, Role};
use riktning_domain::rounds::{Occasion, OpenRound};
use riktning_domain::{Command, Names, User};
use riktning_store::SqliteJournal;
use uuid::Uuid;

#[tokio::test(flavor = "multi_thread")]
async fn a_day_is_one_letter_however_much_happens() {
    let Some(post) = PostTown::open().await else {
        return;
    };
    post.reads("kim", &[(Role::Strategist, GROUP)], "sv").await;
    post.hands_in(CARE, "Ett löfte").await;
    post.turn().await;
    post.hands_in(CULTURE, "Ett annat löfte").await;
    post.turn().await;
    post.next_morning().await;
    let letter = post.peer.one();
    let (text, page) = letter.parts();
    assert_eq!(text.matches("har lämnat in sin plan för 2027").count(), 2);
    says!(
        text,
        "Vård- och omsorgsnämnden",
        "Kultur- och fritidsnämnden"
    );
    assert_eq!(
        page.matches("<li>").count(),
        2,
        "a list, as a screen reader tells it"
    );
    says!(page, "<h1>2 besked från styrsystemet hos");
    post.next_morning().await;
    assert!(
        post.peer.came().is_empty(),
        "a day without news is no letter"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn each_is_written_to_in_the_language_that_they_have_chosen() {
    let Some(post) = PostTown::open().await else {
        return;
    };
    let strategist = [(Role::Strategist, GROUP)];
    for language in ["sv", "en", "fi"] {
        post.reads(language, &strategist, language).await;
    }
    post.hands_in(CARE, "Ett löfte").await;
    post.next_morning().await;
    let mut letters = post.peer.came();
    letters.sort_by(|a, b| a.to.cmp(&b.to));
    let said = [
        (
            "en",
            "/en/arbete/planer/2027/",
            "handed in its plan for 2027",
        ),
        (
            "fi",
            "/fi/arbete/planer/2027/",
            "jätti suunnitelmansa vuodelle 2027",
        ),
        (
            "sv",
            "example/arbete/planer/2027/",
            "lämnat in sin plan för 2027",
        ),
    ];
    assert_eq!(letters.len(), said.len());
    for (letter, (tag, link, said)) in letters.iter().zip(said) {
        let (text, page) = letter.parts();
        says!(text, link, said);
        says!(page, &format!("<html lang=\"{tag}\">"), said);
        assert_eq!(letter.header("Content-Language").as_deref(), Some(tag));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_is_told_what_they_may_not_read_when_the_letter_is_sent() {
    let Some(post) = PostTown::open().await else {
        return;
    };
    let app = &post.town.app;
    // A colleague elsewhere, one without a role, one who leaves, one who is erased, one who has
    // turned it off, and one who has no address.
    post.reads("annan", &[(Role::Registrar, CULTURE)], "sv")
        .await;
    post.reads("ingen", &[], "sv").await;
    let leaves = post.reads("slutar", &[(Role::Registrar, CARE)], "sv").await;
    let erased = post
        .reads("raderad", &[(Role::Registrar, CARE)], "sv")
        .await;
    let quiet = post.reads("tyst", &[(Role::Registrar, CARE)], "sv").await;
    let moves = post
        .reads("flyttar", &[(Role::Registrar, CARE)], "sv")
        .await;
    post.hands_in(CARE, "Ett löfte").await;
    post.turn().await;
    let end = EndGrant {
        person: leaves,
        role: Role::Registrar,
        body: body(&post.town, CARE),
        last_day: app.today(),
    };
    post.town.perform(Command::EndGrant(end)).await;
    app.erase_person(erased).await.unwrap();
    let mut own = app.mailbox(quiet).await.unwrap().unwrap();
    own.digest = false;
    app.keep_mailbox(quiet, Some(own)).await.unwrap();
    app.keep_mailbox(moves, None).await.unwrap();
    post.next_morning().await;
    let to: Vec<_> = post.peer.came().into_iter().map(|came| came.to).collect();
    assert!(to.is_empty(), "{to:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn who_is_barred_is_told_nothing_and_their_address_is_gone() {
    let Some(post) = PostTown::open().await else {
        return;
    };
    let app = &post.town.app;
    let barred = post.reads("kim", &[(Role::Strategist, GROUP)], "sv").await;
    post.hands_in(CARE, "Ett löfte").await;
    // The day's messages wait, and so does a letter that would go at once.
    post.turn().await;
    assert!(app.let_in(barred).await.unwrap().1);
    app.bar_person(barred).await.unwrap();
    assert_eq!(app.mailbox(barred).await.unwrap(), None);
    post.next_morning().await;
    assert!(post.peer.came().is_empty());
    // Nor when an address is said again, before anybody lets them in.
    post.lives_at(barred, "kim@exempelstad.example", "sv").await;
    assert!(!app.invite(barred, Uuid::new_v4()).await.unwrap());
    post.hands_in(CULTURE, "Ett annat löfte").await;
    post.next_morning().await;
    assert!(post.peer.came().is_empty());
    assert!(app.let_in(barred).await.unwrap().1);
    post.turn().await;
    says!(post.peer.one().parts().0, "logga-in");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_plan_that_is_taken_back_before_the_morning_is_not_told_of() {
    let Some(post) = PostTown::open().await else {
        return;
    };
    post.reads("alex", &[(Role::Registrar, CARE)], "sv").await;
    post.hands_in(CARE, "Ett löfte").await;
    post.turn().await;
    let roles = [(Role::Contributor, CARE), (Role::Approver, CARE)];
    let desk = Desk::of(&post.town, "angrar", &roles).await;
    let page = desk.page(PLAN).await;
    let (to, _) = form_to(&page, "/ta-tillbaka");
    assert_eq!(desk.post(&to, "").await.status, 303);
    post.next_morning().await;
    assert!(post.peer.came().is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_decision_is_told_to_those_whose_bodies_it_concerns() {
    let Some(post) = PostTown::open().await else {
        return;
    };
    post.reads("lasare", &[(Role::Reader, CARE)], "sv").await;
    post.reads("annan", &[(Role::Reader, CULTURE)], "sv").await;
    post.reads("love", &[(Role::Administrator, CARE)], "sv")
        .await;
    post.hands_in(CARE, "Ett löfte").await;
    let registrar = Desk::of(&post.town, "sekreterare", &[(Role::Registrar, CARE)]).await;
    let meeting = [
        ("dag", "2026-10-05"),
        ("paragraf", "7"),
        ("rubrik", "Plan för vården"),
    ];
    let decided = registrar.fill(&format!("{PLAN}/beslut"), &meeting).await;
    assert_eq!(decided.status, 303, "{}", decided.text());
    post.next_morning().await;
    let letter = post.peer.one();
    assert_eq!(letter.to, "lasare@exempelstad.example");
    let (text, _) = letter.parts();
    says!(
        text,
        "Vård- och omsorgsnämnden har fattat ett beslut, 5 oktober 2026, § 7.",
        "Det gäller ”Plan för vården”.",
        PLAN
    );
    assert!(!text.contains("väntar på beslut"), "it is decided by now");
}

#[tokio::test(flavor = "multi_thread")]
async fn who_has_not_handed_in_is_reminded_twice_and_then_no_more() {
    let Some(post) = PostTown::open().await else {
        return;
    };
    let app = &post.town.app;
    post.reads("sasha", &[(Role::Contributor, CARE)], "sv")
        .await;
    post.reads("lasare", &[(Role::Reader, CARE)], "sv").await;
    let model = app.published(app.today(), |p| p.models()[0].id);
    round(&post, model, 25).await;
    post.turn().await;
    assert!(post.peer.came().is_empty(), "twenty days are long");
    let mut mornings = Vec::new();
    post.hands.turn(jiff::SignedDuration::from_mins(-150));
    for _ in 0..22 {
        post.after(24, 0).await;
        for letter in post.peer.came() {
            assert_eq!(letter.to, "sasha@exempelstad.example");
            let (text, _) = letter.parts();
            let day = letter.header("Date").unwrap();
            mornings.push((day[5..11].to_owned(), text));
        }
    }
    // The town has rounds of its own, which are told of in the same way.
    mornings.retain(|(_, text)| text.contains("25 oktober"));
    let days: Vec<_> = mornings.iter().map(|(day, _)| day.as_str()).collect();
    assert_eq!(days, ["12 Oct", "23 Oct"]);
    says!(
        mornings[0].1,
        "har inte lämnat in sin plan för 2027. Sista dagen är den 25 oktober 2026, om 13 dagar.",
        PLAN
    );
    says!(mornings[1].1, "om 2 dagar");
}

#[tokio::test(flavor = "multi_thread")]
async fn who_hands_in_meanwhile_is_not_reminded() {
    let Some(post) = PostTown::open().await else {
        return;
    };
    let app = &post.town.app;
    post.reads("sasha", &[(Role::Contributor, CARE)], "sv")
        .await;
    let model = app.published(app.today(), |p| p.models()[0].id);
    round(&post, model, 7).await;
    post.after(1, 0).await;
    post.hands_in(CARE, "Ett löfte").await;
    post.next_morning().await;
    assert!(post.peer.came().is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn the_calendar_is_looked_at_once_an_hour_and_the_journal_at_once() {
    let Some(post) = PostTown::open().await else {
        return;
    };
    let app = &post.town.app;
    post.reads("sasha", &[(Role::Contributor, CARE)], "sv")
        .await;
    post.reads("kim", &[(Role::Strategist, GROUP)], "sv").await;
    let love = post
        .reads("love", &[(Role::Administrator, GROUP)], "sv")
        .await;
    let waiting = || async {
        let page = app.post_page(love).await.unwrap().unwrap();
        let to = page.waiting.into_iter().filter_map(|row| row.to);
        to.map(|to| to.to_string()).collect::<Vec<_>>()
    };
    let model = app.published(app.today(), |p| p.models()[0].id);
    round(&post, model, 7).await;
    post.hands_in(CULTURE, "Ett löfte").await;
    post.turn().await;
    assert_eq!(waiting().await, ["kim Exempel"], "of what was handed in");
    post.after(0, 59).await;
    assert_eq!(waiting().await.len(), 1);
    post.after(0, 1).await;
    assert_eq!(waiting().await, ["sasha Exempel", "kim Exempel"]);
}

/// A planning round whose last day for committees is a day of October.
async fn round(post: &PostTown, model: ModelId, last: i8) {
    let open = OpenRound {
        round: RoundId(Uuid::from_u128(7)),
        model,
        names: Names {
            sv: "Planering 2027".into(),
            en: None,
            fi: None,
        },
        occasion: Occasion::Planning,
        cut_off: date(2027, 12, 31),
        opens: None,
        deadlines: vec![(BodyKind::Committee, date(2026, 10, last))],
        meetings: vec![],
        asks_for: Vec::new(),
        levels: Vec::new(),
        compiling: None,
        made_of: None,
        since: None,
    };
    let opened = post
        .town
        .app
        .perform(User::Import, Command::OpenRound(open));
    opened.await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn what_happened_before_the_program_ended_is_told_once() {
    let Some(peer) = super::Peer::start() else {
        return;
    };
    let folder = tempfile::tempdir().unwrap();
    let open = || Box::new(SqliteJournal::open(folder.path()).unwrap());
    let Some(post) = PostTown::kept(peer, open(), |_| {}).await else {
        return;
    };
    post.reads("alex", &[(Role::Registrar, CARE)], "sv").await;
    // It ends after the event and before anybody has read it.
    post.hands_in(CARE, "Ett löfte").await;
    let post = post.again(open).await;
    post.turn().await;
    // And once more after it has been read, and before it is sent.
    let post = post.again(open).await;
    post.turn().await;
    post.next_morning().await;
    let first = post.peer.one();
    // A last time after it was sent.
    let post = post.again(open).await;
    post.next_morning().await;
    assert!(post.peer.came().is_empty(), "{first:?} once more");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_happened_while_no_mail_was_sent_is_no_news_days_later() {
    let Some(post) = PostTown::open().await else {
        return;
    };
    post.reads("alex", &[(Role::Registrar, CARE)], "sv").await;
    post.hands_in(CARE, "Ett löfte").await;
    post.after(24 * 4, 0).await;
    post.next_morning().await;
    assert!(post.peer.came().is_empty());
}
