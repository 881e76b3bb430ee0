//! Who is signed in, by a clock whose hands the tests turn.

use jiff::{SignedDuration, Timestamp};
use riktning_app::clock::Hands;
use riktning_app::people::{NotKept, NotSignedIn, new_person};
use riktning_app::{App, Clock};
use riktning_store::MemoryJournal;
use std::future::{Future, poll_fn};
use std::pin::{Pin, pin};
use std::task::Poll;

pub(crate) const PASSWORD: &str = "en häst på sju ben";

pub(crate) fn open() -> (App, Hands) {
    let start: Timestamp = "2026-11-28T08:00:00Z".parse().unwrap();
    let (clock, hands) = Clock::turned(start);
    let journal = Box::new(MemoryJournal::new().unwrap());
    (App::open(journal, clock, &mut |_| {}).unwrap(), hands)
}

/// Somebody with a password of their own.
pub(crate) async fn kim(app: &App) {
    let person = new_person();
    app.add_person(person, "kim", "Kim Exempel").await.unwrap();
    let once = app.one_time_password(person).await.unwrap();
    let token = app.sign_in("kim", &once, "").await.unwrap();
    let own = app.choose_password(person, "", PASSWORD, &token);
    own.await.unwrap();
}

/// Signs in many times at the same instant.
async fn at_once(app: &App, password: &str, times: usize) -> Vec<Result<String, NotSignedIn>> {
    let mut all = tokio::task::JoinSet::new();
    for _ in 0..times {
        let (app, password) = (app.clone(), password.to_owned());
        all.spawn(async move { app.sign_in("kim", &password, "").await });
    }
    all.join_all().await
}

#[tokio::test(flavor = "multi_thread")]
async fn fifty_right_sign_ins_at_once_are_fifty_sign_ins() {
    let (app, _) = open();
    kim(&app).await;
    let all = at_once(&app, PASSWORD, 50).await;
    let wrong: Vec<_> = all.iter().filter_map(|one| one.as_ref().err()).collect();
    assert!(wrong.is_empty(), "{wrong:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn of_fifty_wrong_ones_at_once_five_are_looked_at_and_then_the_name_waits() {
    let (app, hands) = open();
    kim(&app).await;
    let all = at_once(&app, "fel", 50).await;
    let looked_at = all
        .iter()
        .filter(|one| matches!(one, Err(NotSignedIn::Wrong)));
    assert_eq!(looked_at.count(), 5);
    let waits = |one: &Result<_, _>| matches!(one, Err(NotSignedIn::Wait(_)));
    assert!(waits(&app.sign_in("kim", PASSWORD, "").await));
    hands.turn(SignedDuration::from_secs(299));
    assert!(waits(&app.sign_in("kim", PASSWORD, "").await));
    hands.turn(SignedDuration::from_secs(1));
    assert!(app.sign_in("kim", PASSWORD, "").await.is_ok());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_sign_in_ends_when_nobody_has_used_it_for_half_an_hour() {
    let (app, hands) = open();
    kim(&app).await;
    let used = app.sign_in("kim", PASSWORD, "").await.unwrap();
    let left = app.sign_in("kim", PASSWORD, "").await.unwrap();
    hands.turn(SignedDuration::from_mins(29));
    assert!(app.signed_in(&used).await.is_some());
    hands.turn(SignedDuration::from_mins(1));
    assert!(app.signed_in(&left).await.is_none(), "half an hour");
    hands.turn(SignedDuration::from_mins(28));
    assert!(app.signed_in(&used).await.is_some(), "its use keeps it");
    hands.turn(SignedDuration::from_mins(30));
    assert!(app.signed_in(&used).await.is_none());
    // An end is an end, also on a clock that is put back.
    assert!(app.sign_in("kim", PASSWORD, "").await.is_ok());
    hands.turn(SignedDuration::from_mins(-30));
    assert!(app.signed_in(&used).await.is_none());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_sign_in_ends_after_ten_hours_however_it_is_used() {
    let (app, hands) = open();
    kim(&app).await;
    let token = app.sign_in("kim", PASSWORD, "").await.unwrap();
    for minutes in (0..600).step_by(20) {
        assert!(app.signed_in(&token).await.is_some(), "after {minutes}");
        hands.turn(SignedDuration::from_mins(20));
    }
    assert!(app.signed_in(&token).await.is_none());
}

/// Lets something begin, and stand still where it first waits.
async fn begin<F: Future>(mut future: Pin<&mut F>) {
    let waits = poll_fn(|cx| Poll::Ready(future.as_mut().poll(cx).is_pending()));
    assert!(waits.await);
}

/// Kim, who has come in by a one-time password and has none of their own.
async fn come_in(app: &App) -> (riktning_domain::ids::PersonId, String) {
    let person = new_person();
    app.add_person(person, "kim", "Kim Exempel").await.unwrap();
    let once = app.one_time_password(person).await.unwrap();
    (person, app.sign_in("kim", &once, "").await.unwrap())
}

#[tokio::test(flavor = "multi_thread")]
async fn who_is_barred_or_erased_while_they_choose_a_password_has_none() {
    for erased in [false, true] {
        let (app, _) = open();
        let (person, token) = come_in(&app).await;
        let mut choosing = pin!(app.choose_password(person, "", PASSWORD, &token));
        begin(choosing.as_mut()).await;
        match erased {
            true => app.erase_person(person).await.unwrap(),
            false => app.bar_person(person).await.unwrap(),
        }
        assert!(choosing.await.is_err());
        assert!(app.sign_in("kim", PASSWORD, "").await.is_err());
        assert_eq!(app.everybody().len(), usize::from(!erased));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn who_is_erased_while_they_are_given_a_password_does_not_come_back_by_it() {
    let (app, _) = open();
    let (person, _) = come_in(&app).await;
    let mut giving = pin!(app.one_time_password(person));
    begin(giving.as_mut()).await;
    app.erase_person(person).await.unwrap();
    assert!(matches!(giving.await, Err(NotKept::Nobody)));
    assert!(app.everybody().is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn who_is_barred_while_they_sign_in_is_not_in() {
    let (app, _) = open();
    kim(&app).await;
    let person = app.everybody()[0].id;
    let mut signing_in = pin!(app.sign_in("kim", PASSWORD, ""));
    begin(signing_in.as_mut()).await;
    app.bar_person(person).await.unwrap();
    assert!(signing_in.await.is_err());
    // A new password lets them in again, and so does no other.
    let once = app.one_time_password(person).await.unwrap();
    assert!(app.sign_in("kim", PASSWORD, "").await.is_err());
    assert!(app.sign_in("kim", &once, "").await.is_ok());
}

#[tokio::test(flavor = "multi_thread")]
async fn the_form_of_somebody_new_sent_once_more_takes_no_password_away() {
    let (app, _) = open();
    let person = new_person();
    app.add_person(person, "kim", "Kim Exempel").await.unwrap();
    let once = app.one_time_password(person).await.unwrap();
    app.add_person(person, "kim", "Kim Exempel").await.unwrap();
    assert!(app.sign_in("kim", &once, "").await.is_ok());
}
