//! Whoever answers for a governing document is reminded that it is to be revised.

use super::{CULTURE, PostTown};
use jiff::civil::date;
use riktning_domain::local_time::instant;
use riktning_domain::permissions::Role;

const SAID: &str = "Skolplan 2024–2027 ska vara omprövad senast den 31 december 2027.";

#[tokio::test(flavor = "multi_thread")]
async fn who_answers_for_a_document_is_reminded_before_it_is_to_be_revised_and_nobody_else() {
    let Some(post) = PostTown::open().await else {
        return;
    };
    let roles = [(Role::Contributor, "grundskolenamnden")];
    post.reads("kim", &roles, "sv").await;
    post.reads("robin", &[(Role::Contributor, CULTURE)], "sv")
        .await;
    post.reads("alex", &[(Role::Reader, "grundskolenamnden")], "sv")
        .await;
    let told = async |on: (i16, i8, i8)| {
        let evening = instant(date(on.0, on.1, on.2).at(18, 0, 0, 0));
        post.hands.turn(evening.duration_since(post.hands.now()));
        post.next_morning().await;
        let letters = post.peer.came().into_iter();
        let told = letters.filter(|letter| letter.parts().0.replace('\n', " ").contains(SAID));
        told.map(|letter| letter.to).collect::<Vec<_>>()
    };
    assert!(
        told((2027, 9, 20)).await.is_empty(),
        "more than ninety days"
    );
    assert_eq!(told((2027, 10, 2)).await, ["kim@exempelstad.example"]);
    assert!(told((2027, 10, 4)).await.is_empty(), "once is enough");
    assert_eq!(told((2027, 12, 17)).await, ["kim@exempelstad.example"]);
    assert!(told((2028, 1, 10)).await.is_empty(), "it is over");
}
