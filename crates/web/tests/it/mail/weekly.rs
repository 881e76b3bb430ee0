//! On Monday mornings whoever leads is told how much is silent, and no word of what.

use super::{CARE, GROUP, PostTown};
use jiff::civil::{Weekday, date};
use riktning_domain::permissions::Role;

/// The number of rows that a letter tells of.
fn rows(text: &str) -> usize {
    let before = text.split(" rader behöver någon som ser till dem.").next();
    let number = before.unwrap().rsplit("* ").next().unwrap();
    number.replace('\u{a0}', "").parse().unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_leads_is_told_on_monday_what_is_silent_and_nobody_else_is() {
    let Some(post) = PostTown::open().await else {
        return;
    };
    post.reads("kim", &[(Role::Strategist, GROUP)], "sv").await;
    post.reads("robin", &[(Role::Approver, CARE)], "sv").await;
    post.reads("vera", &[(Role::Controller, CARE)], "sv").await;
    post.reads("noa", &[(Role::Contributor, CARE)], "sv").await;
    post.reads("alex", &[(Role::Registrar, CARE)], "sv").await;
    let quiet = post.reads("tyst", &[(Role::Strategist, GROUP)], "sv").await;
    let app = &post.town.app;
    let mut own = app.mailbox(quiet).await.unwrap().unwrap();
    own.digest = false;
    app.keep_mailbox(quiet, Some(own)).await.unwrap();
    let tells = |text: &str| text.contains("/arbete/radar");
    let mut told = Vec::new();
    for _ in 0..8 {
        post.next_morning().await;
        for letter in post.peer.came() {
            let (text, _) = letter.parts();
            if tells(&text) {
                told.push((app.today(), letter.to.clone(), text));
            }
        }
    }
    told.sort_by(|a, b| a.1.cmp(&b.1));
    let whom: Vec<_> = told.iter().map(|(_, to, _)| to.as_str()).collect();
    let both = ["kim@exempelstad.example", "robin@exempelstad.example"];
    assert_eq!(whom, both, "once each in eight days");
    for (day, _, text) in &told {
        assert_eq!((*day, day.weekday()), (date(2026, 10, 12), Weekday::Monday));
        says!(text, "Ingen person är ansvarig: ", "Öppna radarn: https://");
        // Names of kinds and counts, and the words of no row.
        let promise = app.published(app.today(), |p| {
            let of = crate::desk::body(&post.town, CARE);
            let mut owned = p.owned_by(of).into_iter();
            owned.next().unwrap().text().as_str().unwrap().to_owned()
        });
        assert!(!text.contains(&promise), "{text}");
    }
    let (kim, robin) = (rows(&told[0].2), rows(&told[1].2));
    assert!(
        robin > 0 && kim > robin,
        "{kim} of all, {robin} of the own body"
    );
}
