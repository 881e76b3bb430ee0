//! Who is mentioned in a comment is told in the letter of the day.

use super::{CARE, PLAN, PostTown};
use crate::desk::{Desk, form};
use riktning_domain::permissions::Role;

#[tokio::test(flavor = "multi_thread")]
async fn a_mention_is_told_in_the_letter_of_the_day_and_none_of_its_words() {
    let Some(post) = PostTown::open().await else {
        return;
    };
    let roles = [(Role::Contributor, CARE)];
    post.reads("kim", &roles, "sv").await;
    post.reads("robin", &roles, "sv").await;
    let noa = Desk::of(&post.town, "noa", &roles).await;
    crate::comments::written(&noa, "Ett löfte").await;
    let path = format!("{PLAN}/kommentarer");
    let page = noa.page(&path).await;
    for text in ["hemligordet @kim", "igenordet @kim"] {
        let sent = form(&crate::comments::main_form(&page), &[("text", text)]);
        for _ in 0..2 {
            assert_eq!(noa.post(&path, &sent).await.status, 303);
        }
    }
    post.turn().await;
    post.next_morning().await;
    let said = "Någon har nämnt dig i en kommentar till plan 2027 för Vård- och omsorgsnämnden.";
    let times = |login: &str, text: &str| match login {
        "kim" => text.matches(said).count() == 1,
        _ => !text.contains("nämnd i"),
    };
    let letters = post.peer.came();
    assert!(letters.iter().any(|letter| letter.to.contains("kim")));
    for letter in letters {
        let (text, _) = letter.parts();
        let login = letter.to.split('@').next().unwrap();
        assert!(times(login, &text) && !text.contains("ordet"), "{text}");
    }
}
