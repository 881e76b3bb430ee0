//! What a server of mail can answer, and what becomes of a letter then.

use super::{CARE, CULTURE, GROUP, Peer, PostTown};
use crate::desk::{Desk, form_to, only};
use riktning_app::followers::mail::{Protection, SignIn, Trouble};
use riktning_domain::permissions::Role;

const POST: &str = "/arbete/post";

/// A town where one letter is due this morning.
async fn due(peer: Peer) -> Option<PostTown> {
    let post = PostTown::with(peer, |_| {}).await?;
    post.reads("alex", &[(Role::Registrar, CARE)], "sv").await;
    post.hands_in(CARE, "Ett löfte").await;
    post.turn().await;
    Some(post)
}

impl PostTown {
    /// The page of mail as somebody sees it who looks after people.
    async fn post_page(&self, login: &str) -> (Desk<'_>, String) {
        let desk = Desk::of(&self.town, login, &[(Role::Administrator, GROUP)]).await;
        let page = desk.page(POST).await;
        (desk, page)
    }

    /// Presses a button of the first letter on the page.
    async fn press(&self, desk: &Desk<'_>, deed: &str) {
        let page = desk.page(POST).await;
        let at = page.split("name=\"brev\" value=\"").nth(1).unwrap();
        let letter = at.split('"').next().unwrap();
        let form = format!("brev={letter}&gor={deed}");
        assert_eq!(desk.post(POST, &form).await.status, 303);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_lost_answer_is_one_more_letter_with_the_same_name() {
    let Some(peer) = Peer::start() else { return };
    let post = due(peer).await.unwrap();
    post.peer.tell("lose");
    post.next_morning().await;
    let first = post.peer.one();
    post.after(0, 1).await;
    assert!(post.peer.came().is_empty(), "not at once");
    post.peer.tell("take");
    post.after(0, 3).await;
    let second = post.peer.one();
    assert_eq!(first.header("Message-ID"), second.header("Message-ID"));
    assert!(first.header("Message-ID").is_some());
    post.after(48, 0).await;
    assert!(post.peer.came().is_empty(), "and never a third time");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_line_that_breaks_is_the_servers_and_no_letters() {
    let Some(peer) = Peer::start() else { return };
    let post = due(peer).await.unwrap();
    post.peer.tell("cut");
    post.next_morning().await;
    // Tried again and again, and no letter has been refused or put off.
    for _ in 0..5 {
        post.after(0, 16).await;
    }
    let trouble = post.town.app.mail_trouble();
    assert!(
        matches!(trouble, Some(Trouble::NotReached(_))),
        "{trouble:?}"
    );
    let (love, page) = post.post_page("love").await;
    says!(
        page,
        "Inga brev går ut just nu",
        "Brev som väntar på sin tid"
    );
    assert!(!page.contains("försökt"));
    post.peer.tell("take");
    post.after(0, 16).await;
    assert_eq!(post.peer.came().len(), 1);
    assert_eq!(post.town.app.mail_trouble(), None);
    says!(love.page(POST).await, "Inga.");
}

#[tokio::test(flavor = "multi_thread")]
async fn one_letter_at_which_the_line_always_breaks_holds_up_no_other() {
    let Some(post) = PostTown::open().await else {
        return;
    };
    let app = &post.town.app;
    let breaks = post.reads("alex", &[], "sv").await;
    post.lives_at(breaks, "alex@hotmail.example", "sv").await;
    post.peer.tell("only hotmail.example cut");
    assert!(app.let_in(breaks).await.unwrap().1);
    // What waits longest is tried first.
    post.hands.turn(jiff::SignedDuration::from_mins(1));
    for login in ["kim1", "kim2", "kim3"] {
        let person = post.reads(login, &[], "sv").await;
        assert!(app.let_in(person).await.unwrap().1);
    }
    post.turn().await;
    assert!(post.peer.came().is_empty());
    for _ in 0..4 {
        post.after(0, 1).await;
    }
    let mut to: Vec<_> = post.peer.came().into_iter().map(|came| came.to).collect();
    to.sort();
    let others = [1, 2, 3].map(|n| format!("kim{n}@exempelstad.example"));
    assert_eq!(to, others);
    // Nor do residents hear of a domain at which nothing has been refused.
    let sam = Desk::of(&post.town, "sam", &[(Role::Editor, GROUP)]).await;
    assert!(!sam.page(POST).await.contains("Publicera på webbplatsen"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_slow_server_does_not_carry_the_next_letter_into_the_quiet_hours() {
    let Some(peer) = Peer::start() else { return };
    let quiet = |s: &mut super::MailSettings| s.quiet = "19:00-07:00".parse().ok();
    let post = PostTown::with(peer, quiet).await.unwrap();
    for login in ["alex", "kim"] {
        post.reads(login, &[(Role::Registrar, CARE)], "sv").await;
    }
    post.hands_in(CARE, "Ett löfte").await;
    post.turn().await;
    post.peer.tell("hold");
    // From ten on Monday to a quarter to seven on Tuesday evening.
    post.hands
        .turn(jiff::SignedDuration::from_mins(32 * 60 + 45));
    let app = post.town.app.clone();
    let turn = tokio::spawn(async move { app.mail_turn().await });
    let first = post.peer.awaited();
    post.hands.turn(jiff::SignedDuration::from_mins(30));
    post.peer.tell("take");
    turn.await.unwrap().unwrap();
    assert!(post.peer.came().is_empty(), "it is a quarter past seven");
    post.after(11, 45).await;
    assert_ne!(post.peer.one().to, first.to);
}

#[tokio::test(flavor = "multi_thread")]
async fn not_now_is_tried_later_and_later_and_not_for_ever() {
    let Some(peer) = Peer::start() else { return };
    let post = due(peer).await.unwrap();
    post.peer.tell("later 4.7.1 Come back in a while");
    post.next_morning().await;
    assert_eq!(post.peer.came().len(), 1);
    let (_, page) = post.post_page("love").await;
    says!(
        page,
        "Skjutet upp",
        "451 4.7.1 Come back in a while",
        "försökt en gång"
    );
    let mut minutes = Vec::new();
    for minute in 1..=300 {
        post.after(0, 1).await;
        if !post.peer.came().is_empty() {
            minutes.push(minute);
        }
    }
    let pauses: Vec<i64> = minutes.windows(2).map(|two| two[1] - two[0]).collect();
    assert!(minutes.len() >= 5, "{minutes:?}");
    assert!(pauses.windows(2).all(|two| two[0] < two[1]), "{pauses:?}");
    post.after(80, 0).await;
    let (_, page) = post.post_page("love2").await;
    says!(page, "Gav upp efter tre dagar");
    post.peer.tell("take");
    post.after(80, 0).await;
    assert!(post.peer.came().is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn no_for_good_is_shown_without_the_address_and_tried_again_by_hand_alone() {
    let Some(peer) = Peer::start() else { return };
    let post = due(peer).await.unwrap();
    post.peer
        .tell("unknown 5.1.1 <alex@exempelstad.example> finns inte");
    post.next_morning().await;
    post.after(48, 0).await;
    assert!(post.peer.came().is_empty(), "no letter was taken");
    let (love, page) = post.post_page("love").await;
    says!(
        page,
        "Avvisat för gott",
        "550 5.1.1 &#60;…&#62; finns inte",
        "alex Exempel",
        "exempelstad.example"
    );
    assert!(!page.contains("alex@"), "no address on the page");
    post.peer.tell("take");
    post.turn().await;
    assert!(post.peer.came().is_empty());
    post.press(&love, "igen").await;
    post.turn().await;
    assert_eq!(post.peer.one().to, "alex@exempelstad.example");
    says!(love.page(POST).await, "Inga.");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_letter_that_is_given_up_is_not_sent() {
    let Some(peer) = Peer::start() else { return };
    let post = due(peer).await.unwrap();
    let (love, page) = post.post_page("love").await;
    says!(
        page,
        "Brev som väntar på sin tid",
        "Dagens besked till exempelstad.example"
    );
    post.press(&love, "ge-upp").await;
    post.next_morning().await;
    assert!(post.peer.came().is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_trouble_is_told_for_as_long_as_a_letter_waits_for_it() {
    let Some(peer) = Peer::start() else { return };
    let post = due(peer).await.unwrap();
    post.peer.tell("cut");
    post.next_morning().await;
    let (love, page) = post.post_page("love").await;
    says!(page, "Inga brev går ut just nu");
    post.press(&love, "ge-upp").await;
    post.after(0, 16).await;
    assert!(!love.page(POST).await.contains("Inga brev går ut just nu"));
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_sent_without_starttls_but_on_this_machine_by_somebodys_word() {
    let Some(peer) = Peer::without_tls() else {
        return;
    };
    let post = due(peer).await.unwrap();
    post.next_morning().await;
    assert!(post.peer.came().is_empty());
    assert_eq!(post.town.app.mail_trouble(), Some(Trouble::NoStartTls));
    let (_, page) = post.post_page("love").await;
    says!(page, "Inga brev går ut just nu", "erbjuder inte STARTTLS");
    let Some(peer) = Peer::without_tls() else {
        return;
    };
    let open = |settings: &mut super::MailSettings| settings.smtp.protection = Protection::Loopback;
    let post = PostTown::with(peer, open).await.unwrap();
    post.reads("alex", &[(Role::Registrar, CARE)], "sv").await;
    post.hands_in(CARE, "Ett löfte").await;
    post.next_morning().await;
    assert!(!post.peer.one().secure);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_wrong_with_the_server_bounces_no_letter_and_is_over_when_it_is_mended() {
    let Some(peer) = Peer::start() else { return };
    let post = due(peer).await.unwrap();
    // Somebody else's certificate, a wrong password, a sender that is not welcome, nobody there.
    for (name, change) in [
        (
            "cert",
            wrong(|s| s.smtp.protection = Protection::StartTls(None)),
        ),
        (
            "password",
            wrong(|s| s.smtp.sign_in = Some(signs_in("fel"))),
        ),
        (
            "sender",
            wrong(|s| s.from = "nekad@exempelstad.example".parse().unwrap()),
        ),
        ("nobody", wrong(|s| s.smtp.port = 1)),
    ] {
        let other = Peer::start().unwrap();
        let wrong = PostTown::with(other, change).await.unwrap();
        wrong.reads("alex", &[(Role::Registrar, CARE)], "sv").await;
        wrong.hands_in(CARE, "Ett löfte").await;
        wrong.next_morning().await;
        assert!(wrong.peer.came().is_empty(), "{name}");
        let (_, page) = wrong.post_page("love").await;
        says!(
            page,
            "Inga brev går ut just nu",
            "Brev som väntar på sin tid"
        );
        assert!(!page.contains("Avvisat för gott"), "{name}");
        assert!(!page.contains("hemligt"), "{name}");
        let trouble = wrong.town.app.mail_trouble().unwrap();
        let as_it_is = match name {
            "cert" => matches!(trouble, Trouble::NotTrusted(_)),
            "password" => matches!(trouble, Trouble::NotSignedIn(_)),
            "sender" => matches!(trouble, Trouble::NotOurs(_)),
            _ => matches!(trouble, Trouble::NotReached(_)),
        };
        assert!(as_it_is, "{name}: {trouble:?}");
    }
    post.next_morning().await;
    assert_eq!(post.peer.came().len(), 1);
    assert_eq!(post.town.app.mail_trouble(), None);
}

fn wrong(
    change: impl FnOnce(&mut super::MailSettings) + 'static,
) -> Box<dyn FnOnce(&mut super::MailSettings)> {
    Box::new(change)
}

fn signs_in(password: &str) -> SignIn {
    SignIn {
        user: "riktning".to_owned(),
        password: password.to_owned(),
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_server_is_told_who_we_are_over_a_line_of_our_own() {
    let Some(peer) = Peer::start() else { return };
    let sign_in = |s: &mut super::MailSettings| s.smtp.sign_in = Some(signs_in("hemligt"));
    let post = PostTown::with(peer, sign_in).await.unwrap();
    post.reads("alex", &[(Role::Registrar, CARE)], "sv").await;
    post.hands_in(CARE, "Ett löfte").await;
    post.next_morning().await;
    let letter = post.peer.one();
    assert_eq!(
        (letter.user.as_deref(), letter.secure),
        (Some("riktning"), true)
    );
    assert!(!format!("{:?}", signs_in("hemligt")).contains("hemligt"));
}

#[tokio::test(flavor = "multi_thread")]
async fn no_digest_is_sent_in_the_quiet_hours() {
    let Some(peer) = Peer::start() else { return };
    let quiet = |s: &mut super::MailSettings| s.quiet = "19:00-07:00".parse().ok();
    let post = PostTown::with(peer, quiet).await.unwrap();
    let person = post.reads("alex", &[(Role::Registrar, CARE)], "sv").await;
    post.hands_in(CARE, "Ett löfte").await;
    // From ten on Monday to seven on Tuesday evening: nobody had the program look that day.
    post.turn().await;
    post.hands.turn(jiff::SignedDuration::from_hours(33));
    post.turn().await;
    assert!(
        post.peer.came().is_empty(),
        "it is past seven in the evening"
    );
    // What somebody waits for comes at any hour.
    assert!(post.town.app.let_in(person).await.unwrap().1);
    post.turn().await;
    says!(post.peer.one().parts().0, "engångslösenord");
    post.after(11, 59).await;
    assert!(post.peer.came().is_empty(), "a minute to seven");
    post.after(0, 1).await;
    says!(post.peer.one().parts().0, "lämnat in sin plan");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_domain_that_fails_is_a_notice_in_one_step_and_one_to_take_down_when_it_mends() {
    let Some(post) = PostTown::open().await else {
        return;
    };
    let strategist = [(Role::Strategist, GROUP)];
    for n in 1..=3 {
        let person = post.reads(&format!("kim{n}"), &strategist, "sv").await;
        post.lives_at(person, &format!("kim{n}@hotmail.example"), "sv")
            .await;
    }
    post.reads("alex", &strategist, "sv").await;
    post.peer.tell("only hotmail.example refuse 5.7.1 Blocked");
    post.hands_in(CARE, "Ett löfte").await;
    post.turn().await;
    post.next_morning().await;
    assert_eq!(post.peer.came().len(), 4);
    let (_, page) = post.post_page("love").await;
    assert!(!page.contains("Publicera på webbplatsen"), "no editor");
    let sam = Desk::of(&post.town, "sam", &[(Role::Editor, GROUP)]).await;
    let page = sam.page(POST).await;
    says!(
        page,
        "Brev kommer inte fram till hotmail.example",
        "Problem med viss e-post",
        "550 5.7.1 Blocked"
    );
    assert!(
        !page.contains("kim1"),
        "an editor is not told whose letters they are"
    );
    says!(
        sam.page("/arbete/webbplats").await,
        "förslag till driftinformation om e-post"
    );
    let before = post.town.page("/").await;
    assert!(!before.contains("Problem med viss e-post"));
    let (to, own) = form_to(&page, "/driftinformation/ny");
    let own = only(own);
    let looked = sam.post(&to, &format!("{own}&granska=1")).await;
    assert_eq!(looked.status, 200, "it can be changed first");
    assert_eq!(sam.post(&to, &own).await.status, 303);
    assert_eq!(sam.post(&to, &own).await.status, 303, "a double click");
    for (start, said) in [
        ("", "Problem med viss e-post"),
        ("/en", "Problems with some e-mail"),
        ("/fi", "Ongelmia sähköpostissa"),
    ] {
        let page = post.town.page(&format!("{start}/")).await;
        says!(page, said);
        assert_eq!(page.matches(said).count(), 1);
    }
    says!(
        post.town.page("/driftinformation").await,
        "hotmail.example",
        "telefon",
        "en annan e-postadress"
    );
    let page = sam.page(POST).await;
    assert!(
        !page.contains("Publicera på webbplatsen"),
        "it is told already"
    );
    assert!(!page.contains("Posten går fram igen"));

    post.peer.tell("only hotmail.example take");
    post.hands_in(CULTURE, "Ett annat löfte").await;
    post.turn().await;
    post.next_morning().await;
    assert_eq!(post.peer.came().len(), 4);
    let sam = Desk::of(&post.town, "sam2", &[(Role::Editor, GROUP)]).await;
    let page = sam.page(POST).await;
    says!(page, "Posten går fram igen");
    let (down, _) = form_to(&page, "/ta-ner");
    assert_eq!(sam.post(&down, "").await.status, 303);
    assert!(
        !post
            .town
            .page("/")
            .await
            .contains("Problem med viss e-post")
    );
    assert!(!sam.page(POST).await.contains("Posten går fram igen"));
}
