//! Whoever is asked about a plan is told in the letter of the day.

use super::{CARE, CULTURE, PLAN, PostTown};
use crate::desk::{Desk, body, form};
use riktning_domain::permissions::Role;

#[tokio::test(flavor = "multi_thread")]
async fn who_is_asked_about_a_plan_is_told_in_the_letter_of_the_day_and_no_word_of_it() {
    let Some(post) = PostTown::open().await else {
        return;
    };
    post.reads("kim", &[(Role::Contributor, CULTURE)], "sv")
        .await;
    post.reads("robin", &[(Role::Contributor, "kommunstyrelsen")], "sv")
        .await;
    post.hands_in(CARE, "Hemligordet står i planen").await;
    let noa = Desk::of(&post.town, "noa", &[(Role::Approver, CARE)]).await;
    let path = format!("{PLAN}/remiss");
    let page = noa.page(&path).await;
    let to = body(&post.town, CULTURE).0.to_string();
    let sent = form(&page, &[("organ", to.as_str()), ("till", "2026-10-15")]);
    for _ in 0..2 {
        assert_eq!(noa.post(&path, &sent).await.status, 303);
    }
    post.next_morning().await;
    let letter = post.peer.one();
    assert_eq!(letter.to, "kim@exempelstad.example");
    let (text, _) = letter.parts();
    let said = "Vård- och omsorgsnämnden ber er om synpunkter på sin plan för 2027, senast den 15 oktober 2026.";
    assert_eq!(text.replace('\n', " ").matches(said).count(), 1, "{text}");
    says!(text, &format!("https://mal.exempelstad.example{PLAN}"));
    assert!(!text.contains("Hemligordet"));
    // Three days before the last one they are reminded, once.
    for _ in 0..5 {
        post.next_morning().await;
    }
    assert!(post.peer.came().is_empty(), "until 11 October");
    for _ in 0..3 {
        post.next_morning().await;
    }
    let letter = post.peer.one();
    let (text, _) = letter.parts();
    let waits =
        "väntar på era synpunkter på sin plan för 2027. Sista dagen är den 15 oktober 2026.";
    says!(text.replace('\n', " "), waits);
    assert!(!text.contains("Hemligordet"));
}

#[tokio::test(flavor = "multi_thread")]
async fn who_has_answered_before_the_letter_goes_is_told_nothing() {
    let Some(post) = PostTown::open().await else {
        return;
    };
    let roles = [(Role::Contributor, CULTURE)];
    post.reads("kim", &roles, "sv").await;
    post.hands_in(CARE, "Ett löfte").await;
    let noa = Desk::of(&post.town, "noa", &[(Role::Approver, CARE)]).await;
    let to = body(&post.town, CULTURE).0.to_string();
    let asked = [("organ", to.as_str()), ("till", "2026-10-15")];
    assert_eq!(
        noa.fill(&format!("{PLAN}/remiss"), &asked).await.status,
        303
    );
    post.turn().await;
    let robin = Desk::of(&post.town, "robin", &[(Role::Approver, CULTURE)]).await;
    let answered = [("hur", "ingen"), ("svar", "")];
    let path = format!("{PLAN}/remissvar");
    assert_eq!(robin.fill(&path, &answered).await.status, 303);
    post.next_morning().await;
    // The round of plans has its own reminders.
    for letter in post.peer.came() {
        let (text, _) = letter.parts();
        assert!(!text.contains("synpunkter"), "{text}");
    }
}
