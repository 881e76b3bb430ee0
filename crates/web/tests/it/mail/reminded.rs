//! Whoever leads a round sees who is missing, and reminds them by a letter that they have looked at first.

use super::linked::{link, opened};
use super::{CARE, CULTURE, GROUP, PostTown};
use crate::desk::{Desk, standing};
use jiff::civil::date;
use riktning_domain::Command;
use riktning_domain::ids::RoundId;
use riktning_domain::permissions::Role;
use riktning_domain::rounds::CallOffRound;
use uuid::Uuid;

#[tokio::test(flavor = "multi_thread")]
async fn who_leads_a_round_reminds_those_who_are_missing_once() {
    let Some(post) = PostTown::open().await else {
        return;
    };
    post.reads("noa", &[(Role::Contributor, CARE)], "sv").await;
    // Who approves is reminded of nothing, and who has no address is not reached.
    post.reads("robin", &[(Role::Approver, CARE)], "sv").await;
    opened(&post, 7, date(2026, 11, 30)).await;
    let town = &post.town;
    let kim = Desk::of(town, "kim", &[(Role::Strategist, GROUP)]).await;
    let li = Desk::of(town, "li", &[(Role::Contributor, CULTURE)]).await;
    let own = format!("/arbete/omgang/{}", Uuid::from_u128(7));
    let (overview, remind) = (format!("{own}/oversikt"), format!("{own}/paminn"));
    says!(kim.page("/arbete/").await, &overview);
    let page = kim.page(&overview).await;
    says!(
        page,
        "Inget är inne till Extra läge än",
        "0 av ",
        "Ingen är försenad.",
        "Nästa sista dag är den 30 november 2026"
    );
    // Whoever reports sees the same counts, and reminds nobody.
    says!(li.page(&overview).await, "Vem har lämnat vad?");
    assert!(!li.page(&overview).await.contains("/paminn"));
    assert_eq!(li.get(&remind).await.status, 404);
    assert_eq!(li.post(&remind, "nyckel=x").await.status, 404);
    let shown = kim.page(&remind).await;
    says!(
        shown,
        "noa Exempel, Vård- och omsorgsnämnden: ",
        "Skicka en påminnelse",
        "Kultur- och fritidsnämnden",
        "Extra läge: "
    );
    assert!(!shown.contains("robin"));
    assert!(post.peer.came().is_empty(), "it was only looked at");
    let position = town.app.position();
    let sent = standing(&shown, &[]);
    for _ in 0..2 {
        let done = kim.post(&remind, &sent).await;
        assert_eq!(done.status, 303, "{}", done.text());
        let to = done.header("location").unwrap().to_owned();
        says!(kim.page(&to).await, "En påminnelse är på väg.");
    }
    assert_eq!(town.app.position(), position, "a reminder is no event");
    post.turn().await;
    let letter = post.peer.one();
    let (text, _) = letter.parts();
    says!(
        text,
        "rader väntar på dig. Sista dagen är den 30 november 2026.",
        "Skicka den inte vidare."
    );
    let opens = post.town.server.get(&link(&text), "").await;
    assert_eq!(opens.status, 200);
}

#[tokio::test(flavor = "multi_thread")]
async fn where_no_last_day_says_how_long_a_letter_leads_to_the_sign_in() {
    let Some(post) = PostTown::open().await else {
        return;
    };
    // The round has a last day for committees alone.
    let company = [(Role::Contributor, "exempelenergi")];
    post.reads("eli", &company, "sv").await;
    opened(&post, 7, date(2026, 11, 30)).await;
    let kim = Desk::of(&post.town, "kim", &[(Role::Strategist, GROUP)]).await;
    let remind = format!("/arbete/omgang/{}/paminn", Uuid::from_u128(7));
    let sent = standing(&kim.page(&remind).await, &[]);
    assert_eq!(kim.post(&remind, &sent).await.status, 303);
    post.turn().await;
    let text = post.peer.one().parts().0;
    let to = format!("/arbete/omgang/{}/rapportera", Uuid::from_u128(7));
    says!(text, &to);
    assert!(
        !text.contains("/lank/") && !text.contains("Sista dagen"),
        "{text}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reminder_of_what_is_over_is_not_sent_and_one_to_the_late_says_that_they_are() {
    let Some(post) = PostTown::open().await else {
        return;
    };
    post.reads("noa", &[(Role::Contributor, CARE)], "sv").await;
    opened(&post, 7, date(2026, 10, 4)).await;
    let kim = Desk::of(&post.town, "kim", &[(Role::Strategist, GROUP)]).await;
    let remind = format!("/arbete/omgang/{}/paminn", Uuid::from_u128(7));
    let overview = remind.replace("/paminn", "/oversikt");
    says!(
        kim.page(&overview).await,
        "är försenade.",
        "Skulle ha kommit den 4 oktober 2026"
    );
    let asks = async || {
        let sent = standing(&kim.page(&remind).await, &[]);
        assert_eq!(kim.post(&remind, &sent).await.status, 303);
    };
    asks().await;
    post.turn().await;
    let late = post.peer.one().parts().0;
    says!(late, "Sista dagen var den 4 oktober 2026.");
    assert!(!late.contains("Sista dagen är"), "{late}");
    // Called off between the button and the letter.
    asks().await;
    let off = CallOffRound {
        round: RoundId(Uuid::from_u128(7)),
        reason: "Vi följer upp i november.".into(),
    };
    post.town.perform(Command::CallOffRound(off)).await;
    post.turn().await;
    let came = post.peer.came();
    assert!(came.is_empty(), "{came:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn who_leads_a_body_is_told_some_days_after_its_last_day_of_what_has_not_come() {
    let Some(post) = PostTown::open().await else {
        return;
    };
    post.reads("robin", &[(Role::Approver, CARE)], "sv").await;
    post.reads("other", &[(Role::Approver, CULTURE)], "sv")
        .await;
    let both = [(Role::Approver, CARE), (Role::Contributor, CARE)];
    post.reads("both", &both, "sv").await;
    let last = date(2026, 10, 6);
    opened(&post, 7, last).await;
    let mut told = Vec::new();
    for _ in 0..9 {
        post.next_morning().await;
        for letter in post.peer.came() {
            let (text, _) = letter.parts();
            if text.contains("rader i Extra läge. Sista dagen var den 6 oktober 2026.") {
                told.push((post.town.app.today(), letter.to.clone(), text));
            }
        }
    }
    told.sort_by(|a, b| a.1.cmp(&b.1));
    let whom: Vec<_> = told
        .iter()
        .map(|(day, to, _)| (*day, to.as_str()))
        .collect();
    // Found on the third day, and told in the letter of the morning after.
    let day = date(2026, 10, 10);
    let expected = [
        (day, "other@exempelstad.example"),
        (day, "robin@exempelstad.example"),
    ];
    assert_eq!(
        whom, expected,
        "once each, and nobody who was told to report"
    );
    says!(
        told[1].2,
        "Vård- och omsorgsnämnden har inte skickat in ",
        "Se raderna: https://",
        "/oversikt/vard-och-omsorgsnamnden"
    );
    assert!(!told[1].2.contains("Kultur"), "{}", told[1].2);
}
