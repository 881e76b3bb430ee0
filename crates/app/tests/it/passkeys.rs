//! Passkeys, by a clock whose hands the tests turn.

use crate::device::Device;
use crate::people::{PASSWORD, kim, open};
use crate::telephone::shows;
use jiff::{SignedDuration, Timestamp};
use riktning_app::App;
use riktning_app::clock::Hands;
use riktning_app::passkeys::{Passkeys, Question};
use riktning_app::people::{FactorState, NoPasskey, NotKept, NotProved, NotSignedIn, new_person};
use riktning_domain::ids::PersonId;

const SITE: &str = "https://mal.example.se";

/// Kim with a telephone that has a passkey.
struct Kim {
    app: App,
    hands: Hands,
    person: PersonId,
    passkeys: Passkeys,
    device: Device,
    /// The sign-in by which the passkey was made.
    token: String,
}

impl Kim {
    /// Kim with a password and a telephone that has none yet.
    async fn without() -> Kim {
        let (app, hands) = open();
        kim(&app).await;
        let person = app.everybody()[0].id;
        let token = app.sign_in("kim", PASSWORD, "").await.unwrap();
        Kim {
            app,
            hands,
            person,
            passkeys: Passkeys::at(SITE),
            device: Device::new(7, SITE),
            token,
        }
    }

    async fn new() -> Kim {
        let mut kim = Kim::without().await;
        let asked = kim.begin("Telefonen").await.unwrap();
        let made = kim.device.make(&asked.options);
        kim.keep(&asked, &made).await.unwrap();
        kim
    }

    async fn begin(&self, name: &str) -> Result<Question, NoPasskey> {
        let proof = (PASSWORD, "");
        let app = &self.app;
        app.begin_passkey(&self.passkeys, self.person, name, proof, &self.token)
            .await
    }

    async fn keep(&self, asked: &Question, made: &str) -> Result<(), NoPasskey> {
        let answer = (&*asked.id, made);
        let app = &self.app;
        app.keep_passkey(&self.passkeys, self.person, answer, &self.token)
            .await
    }

    fn asked(&self) -> Question {
        self.app.ask_for_passkey(&self.passkeys, None).unwrap()
    }

    /// What comes of an answer.
    async fn answers(&self, asked: &Question, answer: &str) -> Result<String, NotSignedIn> {
        let (browser, answer) = (Some(&*asked.browser), (&*asked.id, answer));
        let app = &self.app;
        app.sign_in_by_passkey(&self.passkeys, answer, browser, "Firefox/1 Linux")
            .await
    }

    /// Signs in with the telephone as it is.
    async fn signs(&mut self) -> Result<String, NotSignedIn> {
        let asked = self.asked();
        let answer = self.device.sign(&asked.options);
        self.answers(&asked, &answer).await
    }
}

fn is_wrong(done: &Result<String, NotSignedIn>) -> bool {
    matches!(done, Err(NotSignedIn::Wrong))
}

#[tokio::test(flavor = "multi_thread")]
async fn a_passkey_is_made_signs_in_and_is_two_steps() {
    let mut kim = Kim::without().await;
    let there = kim.app.sign_in("kim", PASSWORD, "").await.unwrap();
    let asked = kim.begin("  Telefonen ").await.unwrap();
    let made = kim.device.make(&asked.options);
    kim.keep(&asked, &made).await.unwrap();
    assert!(kim.app.signed_in(&there).await.is_none(), "another device");
    let own = kim.app.signed_in(&kim.token).await.unwrap();
    assert!(!own.by_passkey);
    let [kept] = &kim.app.passkeys(kim.person)[..] else {
        panic!("one is kept");
    };
    assert_eq!((&*kept.name, kept.used), ("Telefonen", None));
    kim.hands.turn(SignedDuration::from_mins(1));
    let token = kim.signs().await.unwrap();
    let me = kim.app.signed_in(&token).await.unwrap();
    assert_eq!(
        (me.person, me.by_passkey, me.lacks_password),
        (kim.person, true, false)
    );
    assert!(kim.app.passkeys(kim.person)[0].used.is_some());
    assert_eq!(
        kim.app.devices(kim.person, &token)[0].name,
        "Firefox, Linux"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_is_taken_once_within_five_minutes_from_the_same_browser() {
    let mut kim = Kim::new().await;
    let asked = kim.asked();
    let answer = kim.device.sign(&asked.options);
    let other = Question {
        browser: kim.asked().browser,
        ..asked.clone()
    };
    let elsewhere = kim.answers(&other, &answer).await;
    assert!(matches!(elsewhere, Err(NotSignedIn::Over)));
    assert!(kim.answers(&asked, &answer).await.is_ok());
    let again = kim.answers(&asked, &answer).await;
    assert!(matches!(again, Err(NotSignedIn::Over)));
    let asked = kim.asked();
    let answer = kim.device.sign(&asked.options);
    kim.hands.turn(SignedDuration::from_mins(5));
    let late = kim.answers(&asked, &answer).await;
    assert!(matches!(late, Err(NotSignedIn::Over)));
    let to_another = kim.answers(&kim.asked(), &answer).await;
    assert!(is_wrong(&to_another), "it answers another question");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_signature_for_another_page_or_site_or_of_a_locked_device_lets_nobody_in() {
    let kim = Kim::new().await;
    type Lie = (&'static str, fn(&mut Device));
    let lies: [Lie; 6] = [
        ("page", |own| own.origin = "https://mal.example.com".into()),
        ("http", |own| own.origin = "http://mal.example.se".into()),
        ("port", |own| own.origin = format!("{SITE}:8443")),
        ("part", |own| own.origin = "https://a.mal.example.se".into()),
        ("site", |own| own.rp = "example.se".into()),
        ("locked", |own| own.unlocked = false),
    ];
    for (what, lie) in lies {
        // The count of wrong ones is another test's.
        kim.hands.turn(SignedDuration::from_mins(5));
        let mut device = kim.device.clone();
        lie(&mut device);
        let asked = kim.asked();
        let answer = device.sign(&asked.options);
        assert!(is_wrong(&kim.answers(&asked, &answer).await), "{what}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_signature_that_was_tampered_with_lets_nobody_in() {
    let mut kim = Kim::new().await;
    for part in [
        "signature",
        "authenticatorData",
        "clientDataJSON",
        "userHandle",
        "rawId",
    ] {
        let asked = kim.asked();
        let answer = kim.device.sign(&asked.options);
        let mut answer: serde_json::Value = serde_json::from_str(&answer).unwrap();
        let place = match part {
            "rawId" => &mut answer[part],
            part => &mut answer["response"][part],
        };
        let text = place.as_str().unwrap();
        let (start, last) = text.split_at(text.len() - 2);
        let other = if last.starts_with('A') { "Q" } else { "A" };
        *place = format!("{start}{other}{}", &last[1..]).into();
        let done = kim.answers(&asked, &answer.to_string()).await;
        assert!(is_wrong(&done), "{part}");
        kim.hands.turn(SignedDuration::from_mins(5));
    }
    let asked = kim.asked();
    for nothing in ["", "{}", "null"] {
        let done = kim.answers(&asked, nothing).await;
        assert!(done.is_err(), "{nothing}");
    }
    assert!(kim.signs().await.is_ok());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_passkey_signs_in_nobody_but_its_owner() {
    let mut kim = Kim::new().await;
    let alex = new_person();
    kim.app
        .add_person(alex, "alex", "Alex Exempel")
        .await
        .unwrap();
    let mut stranger = Device::new(9, SITE);
    stranger.user.clone_from(&kim.device.user);
    let asked = kim.asked();
    let unknown = stranger.sign(&asked.options);
    assert!(is_wrong(&kim.answers(&asked, &unknown).await));
    // Another key under the same name.
    stranger.credential.clone_from(&kim.device.credential);
    let asked = kim.asked();
    let forged = stranger.sign(&asked.options);
    assert!(is_wrong(&kim.answers(&asked, &forged).await));
    let own = kim.device.user.clone();
    kim.device.user = crate::device::base64(alex.0.as_bytes());
    assert!(is_wrong(&kim.signs().await), "Alex has no such passkey");
    kim.device.user = own;
    assert!(kim.signs().await.is_ok());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_device_that_counts_backwards_has_been_copied() {
    let mut kim = Kim::new().await;
    for (count, is_let_in) in [(5, true), (5, false), (4, false), (0, false), (6, true)] {
        kim.device.count = count;
        assert_eq!(kim.signs().await.is_ok(), is_let_in, "{count}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn five_wrong_signatures_wait_and_the_password_does_not() {
    let mut kim = Kim::new().await;
    kim.device.unlocked = false;
    for _ in 0..5 {
        assert!(is_wrong(&kim.signs().await));
    }
    kim.device.unlocked = true;
    assert!(matches!(kim.signs().await, Err(NotSignedIn::Wait(_))));
    assert!(kim.app.sign_in("kim", PASSWORD, "").await.is_ok());
    kim.hands.turn(SignedDuration::from_mins(5));
    assert!(kim.signs().await.is_ok());
}

#[tokio::test(flavor = "multi_thread")]
async fn who_is_barred_or_erased_is_let_in_by_no_passkey() {
    let mut kim = Kim::new().await;
    kim.app.bar_person(kim.person).await.unwrap();
    assert!(is_wrong(&kim.signs().await));
    assert!(kim.app.passkeys(kim.person).is_empty());
    kim.app.unbar_person(kim.person).await.unwrap();
    assert!(
        is_wrong(&kim.signs().await),
        "what barring took is not given back"
    );
    let mut kim = Kim::new().await;
    let asked = kim.asked();
    let answer = kim.device.sign(&asked.options);
    kim.app.erase_person(kim.person).await.unwrap();
    assert!(is_wrong(&kim.answers(&asked, &answer).await));
    assert!(kim.app.passkeys(kim.person).is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_passkey_is_made_by_the_password_and_a_code_if_one_is_asked_for() {
    let kim = Kim::without().await;
    let begin = async |password, code: &str| {
        let proof = (password, code);
        let (app, passkeys) = (&kim.app, &kim.passkeys);
        app.begin_passkey(passkeys, kim.person, "Telefonen", proof, &kim.token)
            .await
    };
    let wrong = begin("ett annat lösenord", "").await;
    assert!(matches!(
        wrong,
        Err(NoPasskey::NotProved(NotProved::Password))
    ));
    kim.app.begin_factor(kim.person).unwrap();
    let FactorState::New(new) = kim.app.factor(kim.person) else {
        panic!("nothing was begun");
    };
    let at = |second| {
        let start: Timestamp = "2026-11-28T08:00:00Z".parse().unwrap();
        shows(&new.typed(), start + SignedDuration::from_secs(second))
    };
    let proof = (PASSWORD, &*at(0));
    let on = kim.app.turn_on_factor(kim.person, proof, &kim.token).await;
    on.unwrap();
    kim.hands.turn(SignedDuration::from_secs(30));
    let without = begin(PASSWORD, "").await;
    assert!(matches!(
        without,
        Err(NoPasskey::NotProved(NotProved::Code))
    ));
    assert!(begin(PASSWORD, &at(30)).await.is_ok());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_passkey_that_is_not_what_was_asked_for_is_not_kept() {
    let mut kim = Kim::without().await;
    let lies: [fn(&mut Device); 3] = [
        |own| own.origin = "https://mal.example.com".into(),
        |own| own.rp = "example.se".into(),
        |own| own.unlocked = false,
    ];
    for lie in lies {
        let mut device = kim.device.clone();
        lie(&mut device);
        let asked = kim.begin("Telefonen").await.unwrap();
        let made = device.make(&asked.options);
        let kept = kim.keep(&asked, &made).await;
        assert!(matches!(kept, Err(NoPasskey::Untrue)));
    }
    let asked = kim.begin("Telefonen").await.unwrap();
    let made = kim.device.make(&asked.options);
    let elsewhere = kim.app.sign_in("kim", PASSWORD, "").await.unwrap();
    let (app, answer) = (&kim.app, (&*asked.id, &*made));
    let other = app.keep_passkey(&kim.passkeys, kim.person, answer, &elsewhere);
    assert!(
        matches!(other.await, Err(NoPasskey::Over)),
        "another sign-in"
    );
    kim.keep(&asked, &made).await.unwrap();
    let again = kim.keep(&asked, &made).await;
    assert!(
        matches!(again, Err(NoPasskey::Over)),
        "the same answer again"
    );
    let asked = kim.begin("Samma telefon").await.unwrap();
    assert!(
        asked.options.contains("BwcHBwcHBwcHBwcHBwcHBw"),
        "it is told what it has"
    );
    let made = kim.device.make(&asked.options);
    let twice = kim.keep(&asked, &made).await;
    assert!(
        matches!(twice, Err(NoPasskey::Untrue)),
        "it is here already"
    );
    let asked = kim.begin("För sent").await.unwrap();
    let made = Device::new(8, SITE).make(&asked.options);
    kim.hands.turn(SignedDuration::from_mins(5));
    assert!(matches!(
        kim.keep(&asked, &made).await,
        Err(NoPasskey::Over)
    ));
    assert_eq!(kim.app.passkeys(kim.person).len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_passkey_has_a_name_and_there_are_twenty_at_most() {
    let kim = Kim::without().await;
    for name in ["", " ", "a\u{202e}b", &"x".repeat(101)] {
        assert!(
            matches!(kim.begin(name).await, Err(NoPasskey::Name)),
            "{name:?}"
        );
    }
    for n in 1..=20 {
        let asked = kim.begin("Nyckel").await.unwrap();
        let made = Device::new(n, SITE).make(&asked.options);
        kim.keep(&asked, &made).await.unwrap();
    }
    assert!(matches!(
        kim.begin("En till").await,
        Err(NoPasskey::TooMany)
    ));
}

#[tokio::test(flavor = "multi_thread")]
async fn there_are_none_where_the_address_allows_none() {
    let mut kim = Kim::without().await;
    kim.passkeys = Passkeys::at("https://192.0.2.7");
    assert!(matches!(
        kim.begin("Telefonen").await,
        Err(NoPasskey::Nowhere(_))
    ));
    assert!(kim.app.ask_for_passkey(&kim.passkeys, None).is_none());
}

#[tokio::test(flavor = "multi_thread")]
async fn one_is_taken_away_by_its_owner_and_never_the_last_way_in() {
    let mut kim = Kim::new().await;
    let by = kim.signs().await.unwrap();
    let own = kim.app.passkeys(kim.person)[0].id.clone();
    let end = async |kim: &Kim, id: &str, password| {
        let proof = (password, "");
        kim.app.end_passkey(kim.person, id, proof, &kim.token).await
    };
    let wrong = end(&kim, &own, "ett annat lösenord").await;
    assert!(matches!(
        wrong,
        Err(NoPasskey::NotProved(NotProved::Password))
    ));
    let none = end(&kim, "another", PASSWORD).await;
    assert!(matches!(none, Err(NoPasskey::Over)));
    assert!(kim.app.signed_in(&by).await.is_some());
    end(&kim, &own, PASSWORD).await.unwrap();
    assert!(kim.app.signed_in(&by).await.is_none(), "the other device");
    assert!(kim.app.signed_in(&kim.token).await.is_some());
    assert!(is_wrong(&kim.signs().await));
    // A one-time password takes the place of the own one, and is used up.
    let mut kim = Kim::new().await;
    let once = kim.app.one_time_password(kim.person).await.unwrap();
    kim.token = kim.signs().await.unwrap();
    let own = kim.app.passkeys(kim.person)[0].id.clone();
    let last = end(&kim, &own, &once).await;
    assert!(matches!(last, Err(NoPasskey::OwnFirst)));
    let more = kim.begin("En till").await;
    assert!(matches!(more, Err(NoPasskey::OwnFirst)));
    assert!(kim.app.signed_in(&kim.token).await.unwrap().lacks_password);
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_looks_after_people_takes_all_of_somebody_elses_and_it_is_told() {
    let mut kim = Kim::new().await;
    let alex = new_person();
    kim.app
        .add_person(alex, "alex", "Alex Exempel")
        .await
        .unwrap();
    let take = async |kim: &Kim, by| kim.app.take_passkeys(kim.person, by).await;
    let oneself = take(&kim, Some(kim.person)).await;
    assert!(matches!(oneself, Err(NotKept::Oneself)));
    take(&kim, Some(alex)).await.unwrap();
    assert!(kim.app.signed_in(&kim.token).await.is_none());
    assert!(is_wrong(&kim.signs().await));
    let told = kim.app.taken_passkeys(kim.person).unwrap();
    assert_eq!(told.by.as_deref(), Some("Alex Exempel"));
    let none = take(&kim, None).await;
    assert!(matches!(none, Err(NotKept::NoPasskey)));
    kim.token = kim.app.sign_in("kim", PASSWORD, "").await.unwrap();
    let asked = kim.begin("Ny telefon").await.unwrap();
    let made = kim.device.make(&asked.options);
    kim.keep(&asked, &made).await.unwrap();
    assert!(kim.app.taken_passkeys(kim.person).is_none());
}
