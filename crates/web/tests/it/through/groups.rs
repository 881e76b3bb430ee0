//! What the groups of a service give, what they take again, and what they never touch.

use super::{BODY, kim, love, service};
use crate::desk::form_to;
use crate::desk::only;
use crate::service::{Browser, town};
use crate::town::Town;
use jiff::SignedDuration;
use riktning_domain::Command;
use riktning_domain::ids::PersonId;
use riktning_domain::permissions::{GrantRole, Role};
use serde_json::json;

fn person(town: &Town) -> PersonId {
    let everybody = town.app.everybody();
    everybody
        .iter()
        .find(|p| p.login.starts_with("kim"))
        .unwrap()
        .id
}

fn roles(town: &Town) -> Vec<Role> {
    let person = person(town);
    town.app.inside(person, |i, _| {
        let roles = i.roles().into_iter();
        roles.map(|(role, _)| role).collect()
    })
}

#[tokio::test(flavor = "multi_thread")]
async fn a_group_gives_a_role_at_sign_in_and_takes_it_again_and_the_history_says_so() {
    let service = service!("kommunen");
    let (town, hands) = town(vec![service.settings()], false).await;
    let browser = Browser::new(&town);
    kim(&service, &["skribenter", "uppslagsverk"]).await;
    browser.comes_in("kommunen", "kim").await;
    assert_eq!(roles(&town), [Role::Contributor]);
    let plan = format!("/arbete/planer/2027/{BODY}");
    says!(browser.page(&plan).await, "/nytt?niva=");
    let position = town.app.position();
    browser.comes_in("kommunen", "kim").await;
    assert_eq!(
        town.app.position(),
        position,
        "nothing happened, so nothing is recorded"
    );
    // Another group the next day.
    hands.turn(SignedDuration::from_hours(24));
    kim(&service, &["chefer"]).await;
    browser.comes_in("kommunen", "kim").await;
    assert_eq!(roles(&town), [Role::Approver]);
    // And out of that one on the very same day: at once, not when the day is over.
    kim(&service, &[]).await;
    browser.comes_in("kommunen", "kim").await;
    assert_eq!(roles(&town), []);
    says!(browser.page("/arbete/").await, "har ingen roll än");
    assert!(!browser.get(&plan).await.text().contains("/nytt?niva="));
    kim(&service, &["chefer"]).await;
    browser.comes_in("kommunen", "kim").await;
    assert_eq!(roles(&town), [Role::Approver]);
    let love = love(&town).await;
    let history = love.page("/arbete/historik?person=rule").await;
    let by_rule = history
        .matches("Av en regel för grupper, vid inloggning")
        .count();
    // Four given, two ended; and the choice above them.
    assert!(by_rule > 5, "{history}");
    says!(history, "Kim Exempel");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_role_that_a_person_gave_stands_whatever_the_groups_say() {
    let service = service!("kommunen");
    let (town, _) = town(vec![service.settings()], false).await;
    let browser = Browser::new(&town);
    kim(&service, &[]).await;
    browser.comes_in("kommunen", "kim").await;
    let (person, today) = (person(&town), town.app.today());
    let body = crate::desk::body(&town, BODY);
    for role in [Role::Contributor, Role::Reader] {
        town.perform(Command::GrantRole(GrantRole {
            person,
            role,
            body,
            from: today,
            to: None,
        }))
        .await;
    }
    kim(&service, &["skribenter", "chefer"]).await;
    browser.comes_in("kommunen", "kim").await;
    assert_eq!(roles(&town).len(), 3);
    kim(&service, &[]).await;
    browser.comes_in("kommunen", "kim").await;
    assert_eq!(roles(&town), [Role::Reader, Role::Contributor]);
}

#[tokio::test(flavor = "multi_thread")]
async fn groups_that_a_service_only_points_to_change_nothing() {
    let service = service!("kommunen");
    let (town, _) = town(vec![service.settings()], false).await;
    let browser = Browser::new(&town);
    kim(&service, &["chefer"]).await;
    browser.comes_in("kommunen", "kim").await;
    let said = json!({ "name": "Kim Exempel", "_claim_names": { "groups": "src1" } });
    service.says("kim", said).await;
    let position = town.app.position();
    let other = Browser::new(&town);
    let reply = other.sign_in("kommunen", "kim", "").await;
    assert_eq!(reply.status, 403);
    says!(
        reply.text(),
        "Du är med i så många grupper",
        "Inget är ändrat."
    );
    assert!(!other.is_in().await);
    assert_eq!(town.app.position(), position);
    assert_eq!(roles(&town), [Role::Approver]);
    // One group alone may come as a text, as some services send it.
    service
        .says(
            "kim",
            json!({ "name": "Kim Exempel", "groups": "skribenter" }),
        )
        .await;
    other.comes_in("kommunen", "kim").await;
    assert_eq!(roles(&town), [Role::Contributor]);
}

#[tokio::test(flavor = "multi_thread")]
async fn who_is_barred_here_stays_out_until_the_bar_is_lifted() {
    let service = service!("kommunen");
    let (town, _) = town(vec![service.settings()], false).await;
    kim(&service, &["skribenter"]).await;
    let browser = Browser::new(&town);
    browser.comes_in("kommunen", "kim").await;
    let love = love(&town).await;
    let at = format!("/arbete/personer/{}", person(&town));
    let barred = love.post(&at, "gor=sparra").await;
    assert_eq!(barred.status, 303);
    assert!(!browser.is_in().await, "out everywhere");
    let position = town.app.position();
    kim(&service, &["chefer"]).await;
    let reply = browser.sign_in("kommunen", "kim", "").await;
    assert_eq!(reply.status, 403);
    says!(
        reply.text(),
        "Du är spärrad här, även om Tjänsten kommunen släpper in dig."
    );
    assert!(!browser.is_in().await);
    assert_eq!(town.app.position(), position, "no role was touched");
    says!(love.page("/arbete/personer").await, "Kan inte logga in");
    let page = love.page(&at).await;
    says!(page, "Spärrad här", "Häv spärren");
    assert!(!page.contains("value=\"sparra\""));
    let (to, own) = form_to(&page, &at);
    let form = format!("{}&gor=hav", only(own));
    let lifted = love.post(&to, &form).await;
    assert_eq!(lifted.status, 303);
    says!(
        love.page(lifted.header("location").unwrap()).await,
        "Spärren är hävd."
    );
    browser.comes_in("kommunen", "kim").await;
    // Erased, they are somebody new, and what they held is nobody's that comes in.
    let old = person(&town);
    assert_eq!(love.post(&at, "gor=radera&saker=1").await.status, 303);
    assert!(!browser.is_in().await);
    kim(&service, &[]).await;
    browser.comes_in("kommunen", "kim").await;
    assert_ne!(person(&town), old);
    assert_eq!(roles(&town), []);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_service_that_does_not_tell_when_it_is_asked_changes_nothing() {
    let service = service!("kommunen");
    let (town, _) = town(vec![service.settings()], false).await;
    let browser = Browser::new(&town);
    kim(&service, &["chefer"]).await;
    browser.comes_in("kommunen", "kim").await;
    let position = town.app.position();
    let silent = "svarar inte just nu";
    let other = "gick inte att lita på";
    for (trick, status, said) in [("silent", 503, silent), ("somebody-else", 403, other)] {
        service.plays(trick).await;
        let stranger = Browser::new(&town);
        let reply = stranger.sign_in("kommunen", "kim", "").await;
        assert_eq!(reply.status, status, "{trick}");
        says!(reply.text(), said);
        assert!(!reply.text().contains("a fault of mine"));
        assert!(!stranger.is_in().await, "{trick}");
        assert_eq!(town.app.position(), position, "{trick}");
        assert_eq!(roles(&town), [Role::Approver], "{trick}");
    }
    // For want of a name alone nobody is kept out: the token has the groups.
    service.plays("silent-but-groups").await;
    browser.comes_in("kommunen", "kim").await;
    assert_eq!(roles(&town), [Role::Contributor]);
    says!(browser.page("/arbete/").await, "Kim Exempel");
}
