//! A second factor, by a clock whose hands the tests turn.

use crate::people::{PASSWORD, kim, open};
use crate::telephone::shows;
use jiff::{SignedDuration, Timestamp};
use riktning_app::App;
use riktning_app::clock::Hands;
use riktning_app::people::{FactorState, NotKept, NotProved, NotSignedIn, new_person};
use riktning_domain::ids::PersonId;

const START: &str = "2026-11-28T08:00:00Z";
const HALF_A_MINUTE: SignedDuration = SignedDuration::from_secs(30);

/// Kim with a telephone.
struct Kim {
    app: App,
    hands: Hands,
    person: PersonId,
    secret: String,
    codes: Vec<String>,
    /// How far the hands have been turned.
    turned: SignedDuration,
}

impl Kim {
    async fn new() -> Kim {
        let (app, hands) = open();
        kim(&app).await;
        let person = app.everybody()[0].id;
        let mut kim = Kim {
            app,
            hands,
            person,
            secret: String::new(),
            codes: Vec::new(),
            turned: SignedDuration::ZERO,
        };
        let token = kim.app.sign_in("kim", PASSWORD, "").await.unwrap();
        kim.app.begin_factor(person).unwrap();
        let FactorState::New(new) = kim.app.factor(person) else {
            panic!("nothing was begun");
        };
        assert_eq!(format!("{new:?}"), "NewFactor { .. }");
        kim.secret = new.typed();
        let proof = (PASSWORD, &*kim.shows());
        let on = kim.app.turn_on_factor(person, proof, &token).await;
        kim.codes = on.unwrap();
        kim.turn(HALF_A_MINUTE);
        kim
    }

    fn turn(&mut self, by: SignedDuration) {
        self.hands.turn(by);
        self.turned += by;
    }

    /// The code of a moment that is so far from this one.
    fn shown(&self, by: SignedDuration) -> String {
        let start: Timestamp = START.parse().unwrap();
        shows(&self.secret, start + self.turned + by)
    }

    fn shows(&self) -> String {
        self.shown(SignedDuration::ZERO)
    }

    /// What the browser holds after name and password.
    async fn half(&self) -> String {
        match self.app.sign_in("kim", PASSWORD, "").await {
            Err(NotSignedIn::CodeAsked(half)) => half,
            other => panic!("no code was asked for: {other:?}"),
        }
    }

    /// Signs in by a code.
    async fn by(&self, code: &str) -> Result<String, NotSignedIn> {
        let half = self.half().await;
        self.app.second_step(&half, code).await
    }

    fn left(&self) -> usize {
        match self.app.factor(self.person) {
            FactorState::On(left) => left,
            other => panic!("it is not on: {other:?}"),
        }
    }
}

fn is_wrong(done: &Result<String, NotSignedIn>) -> bool {
    matches!(done, Err(NotSignedIn::WrongCode))
}

fn waits(done: &Result<String, NotSignedIn>) -> bool {
    matches!(done, Err(NotSignedIn::Wait(_)))
}

#[tokio::test(flavor = "multi_thread")]
async fn a_secret_asks_for_nothing_before_its_first_code_and_the_password() {
    let (app, hands) = open();
    kim(&app).await;
    let person = app.everybody()[0].id;
    let here = app.sign_in("kim", PASSWORD, "").await.unwrap();
    let there = app.sign_in("kim", PASSWORD, "").await.unwrap();
    let on = |password, code: String| {
        let (app, here) = (app.clone(), here.clone());
        async move { app.turn_on_factor(person, (password, &code), &here).await }
    };
    let none = on(PASSWORD, "123456".to_owned()).await;
    assert!(matches!(none, Err(NotProved::Nothing)));
    app.begin_factor(person).unwrap();
    assert!(
        app.sign_in("kim", PASSWORD, "").await.is_ok(),
        "it is only begun"
    );
    let FactorState::New(new) = app.factor(person) else {
        panic!("nothing was begun");
    };
    let code = shows(&new.typed(), START.parse().unwrap());
    let wrong = on("ett annat lösenord", code.clone()).await;
    assert!(matches!(wrong, Err(NotProved::Password)));
    let other = if code == "123456" { "654321" } else { "123456" };
    let wrong = on(PASSWORD, other.to_owned()).await;
    assert!(matches!(wrong, Err(NotProved::Code)));
    assert!(app.sign_in("kim", PASSWORD, "").await.is_ok());

    let codes = on(PASSWORD, code).await.unwrap();
    assert_eq!(codes.len(), 10);
    assert_eq!(app.factor(person), FactorState::On(10));
    assert!(app.signed_in(&here).await.is_some());
    assert!(app.signed_in(&there).await.is_none(), "other devices");
    let asked = app.sign_in("kim", PASSWORD, "").await;
    assert!(matches!(asked, Err(NotSignedIn::CodeAsked(_))));
    assert!(matches!(app.begin_factor(person), Err(NotProved::Nothing)));
    hands.turn(HALF_A_MINUTE);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_begun_and_left_is_forgotten() {
    let (app, hands) = open();
    kim(&app).await;
    let person = app.everybody()[0].id;
    app.begin_factor(person).unwrap();
    app.leave_factor(person);
    assert_eq!(app.factor(person), FactorState::Off(None));
    app.begin_factor(person).unwrap();
    hands.turn(SignedDuration::from_mins(30));
    assert_eq!(app.factor(person), FactorState::Off(None));
    // Whoever came in by a one-time password has no password to prove anything by.
    let other = new_person();
    app.add_person(other, "eli", "Eli Exempel").await.unwrap();
    app.one_time_password(other).await.unwrap();
    assert!(matches!(app.begin_factor(other), Err(NotProved::Nothing)));
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_is_signed_in_between_the_steps_and_a_code_is_taken_once() {
    let mut kim = Kim::new().await;
    let half = kim.half().await;
    assert!(kim.app.signed_in(&half).await.is_none());
    // The code that turned it on is used, though it would still stand for a moment.
    let used = kim.shown(-HALF_A_MINUTE);
    assert!(is_wrong(&kim.app.second_step(&half, &used).await));
    let code = kim.shows();
    let spaced = format!("{} {}", &code[..3], &code[3..]);
    let token = kim.app.second_step(&half, &spaced).await.unwrap();
    assert!(kim.app.signed_in(&token).await.is_some());
    let again = kim.app.second_step(&half, &kim.shown(HALF_A_MINUTE)).await;
    assert!(
        matches!(again, Err(NotSignedIn::Over)),
        "a half is used once"
    );
    assert!(is_wrong(&kim.by(&code).await));
    // A telephone whose clock is half a minute off, and one whose clock is a minute off.
    assert!(is_wrong(&kim.by(&kim.shown(HALF_A_MINUTE * 2)).await));
    assert!(kim.by(&kim.shown(HALF_A_MINUTE)).await.is_ok());
    kim.turn(HALF_A_MINUTE);
    assert!(is_wrong(&kim.by(&kim.shows()).await), "that was this one");
}

#[tokio::test(flavor = "multi_thread")]
async fn of_many_with_one_code_at_once_one_is_let_in() {
    let kim = Kim::new().await;
    for code in [kim.shows(), kim.codes[0].clone()] {
        let mut all = tokio::task::JoinSet::new();
        for _ in 0..4 {
            let (app, half, code) = (kim.app.clone(), kim.half().await, code.clone());
            all.spawn(async move { app.second_step(&half, &code).await });
        }
        let all = all.join_all().await;
        assert_eq!(all.iter().filter(|one| one.is_ok()).count(), 1);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_second_step_comes_within_five_minutes_from_the_same_browser() {
    let mut kim = Kim::new().await;
    let half = kim.half().await;
    assert!(kim.app.is_half_signed_in(&half));
    let other = kim.app.second_step("annan", &kim.shows()).await;
    assert!(matches!(other, Err(NotSignedIn::Over)));
    kim.turn(SignedDuration::from_mins(5));
    assert!(!kim.app.is_half_signed_in(&half));
    let late = kim.app.second_step(&half, &kim.shows()).await;
    assert!(matches!(late, Err(NotSignedIn::Over)));
    // A password that was changed between the steps proves nothing.
    let token = kim.by(&kim.shows()).await.unwrap();
    kim.turn(HALF_A_MINUTE);
    let half = kim.half().await;
    let other = "en häst på åtta ben";
    let changed = kim.app.choose_password(kim.person, PASSWORD, other, &token);
    changed.await.unwrap();
    let late = kim.app.second_step(&half, &kim.shows()).await;
    assert!(matches!(late, Err(NotSignedIn::Over)));
}

#[tokio::test(flavor = "multi_thread")]
async fn five_wrong_codes_wait_and_five_more_wait_twice_as_long() {
    let mut kim = Kim::new().await;
    for minutes in [5, 10, 20] {
        for n in 0..5 {
            // Neither a code of digits nor one of paper is looked at for nothing.
            let wrong = if n % 2 == 0 { "abcd-efgh-jkmn" } else { "hej" };
            assert!(is_wrong(&kim.by(wrong).await));
        }
        assert!(waits(&kim.by(&kim.shows()).await));
        kim.turn(SignedDuration::from_mins(minutes) - SignedDuration::from_secs(1));
        assert!(waits(&kim.by(&kim.shows()).await), "{minutes}");
        kim.turn(SignedDuration::from_secs(1));
    }
    assert!(kim.by(&kim.shows()).await.is_ok());
    kim.turn(HALF_A_MINUTE);
    for _ in 0..4 {
        assert!(is_wrong(&kim.by("hej").await));
    }
    assert!(
        kim.by(&kim.shows()).await.is_ok(),
        "a right one takes away what is counted"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn each_recovery_code_lets_in_once_and_those_of_before_are_worth_nothing() {
    let kim = Kim::new().await;
    let typed = kim.codes[0].to_uppercase().replace('-', " ");
    assert!(kim.by(&typed).await.is_ok());
    assert!(is_wrong(&kim.by(&kim.codes[0]).await));
    assert_eq!(kim.left(), 9);
    let proof = |password, code| (password, code);
    let none = kim.app.new_codes(kim.person, proof("fel", &*kim.codes[1]));
    assert!(matches!(none.await, Err(NotProved::Password)));
    let none = kim.app.new_codes(kim.person, proof(PASSWORD, "123"));
    assert!(matches!(none.await, Err(NotProved::Code)));
    let new = kim
        .app
        .new_codes(kim.person, proof(PASSWORD, &*kim.codes[1]));
    let new = new.await.unwrap();
    assert_eq!(kim.left(), 10);
    assert!(is_wrong(&kim.by(&kim.codes[2]).await));
    for code in &new {
        assert!(kim.by(code).await.is_ok());
    }
    assert_eq!(kim.left(), 0);
    assert!(
        kim.by(&kim.shows()).await.is_ok(),
        "the telephone still does"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn it_is_turned_off_by_password_and_code() {
    let kim = Kim::new().await;
    let here = kim.by(&kim.codes[0]).await.unwrap();
    let there = kim.by(&kim.codes[1]).await.unwrap();
    let off = |password, code| kim.app.turn_off_factor(kim.person, (password, code), &here);
    assert!(matches!(
        off("fel", &kim.codes[2]).await,
        Err(NotProved::Password)
    ));
    assert!(matches!(off(PASSWORD, "").await, Err(NotProved::Code)));
    assert_eq!(kim.left(), 8, "a wrong password uses no code up");
    off(PASSWORD, &kim.codes[2]).await.unwrap();
    assert_eq!(kim.app.factor(kim.person), FactorState::Off(None));
    assert!(kim.app.signed_in(&here).await.is_some());
    assert!(kim.app.signed_in(&there).await.is_none());
    assert!(kim.app.sign_in("kim", PASSWORD, "").await.is_ok());
}

#[tokio::test(flavor = "multi_thread")]
async fn somebody_else_takes_it_away_and_its_owner_is_told() {
    let kim = Kim::new().await;
    let token = kim.by(&kim.codes[0]).await.unwrap();
    let love = new_person();
    kim.app
        .add_person(love, "love", "Love Exempel")
        .await
        .unwrap();
    let own = kim.app.take_factor(kim.person, Some(kim.person)).await;
    assert!(matches!(own, Err(NotKept::Oneself)));
    let half = kim.half().await;
    kim.app.take_factor(kim.person, Some(love)).await.unwrap();
    let FactorState::Off(Some(taken)) = kim.app.factor(kim.person) else {
        panic!("nobody is told");
    };
    assert_eq!(taken.by.as_deref(), Some("Love Exempel"));
    assert!(kim.app.signed_in(&token).await.is_none());
    let late = kim.app.second_step(&half, &kim.codes[1]).await;
    assert!(matches!(late, Err(NotSignedIn::Over)));
    assert!(kim.app.sign_in("kim", PASSWORD, "").await.is_ok());
    let twice = kim.app.take_factor(kim.person, Some(love)).await;
    assert!(matches!(twice, Err(NotKept::NoFactor)));
    let nobody = kim.app.take_factor(new_person(), None).await;
    assert!(matches!(nobody, Err(NotKept::Nobody)));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_new_password_does_not_lead_past_the_telephone() {
    let kim = Kim::new().await;
    let once = kim.app.one_time_password(kim.person).await.unwrap();
    let asks = || async {
        match kim.app.sign_in("kim", &once, "").await {
            Err(NotSignedIn::CodeAsked(half)) => Some(half),
            _ => None,
        }
    };
    // The one-time password is used up by the sign-in, and not by its first step.
    let (first, second) = (asks().await.unwrap(), asks().await.unwrap());
    assert!(kim.app.second_step(&first, &kim.codes[0]).await.is_ok());
    let again = kim.app.second_step(&second, &kim.codes[1]).await;
    assert!(matches!(again, Err(NotSignedIn::Over)));
    assert!(asks().await.is_none());
}
