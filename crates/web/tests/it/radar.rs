//! What is silent: told to whoever keeps an eye on it, with since when and the one step.

use crate::desk::{Desk, body, standing};
use crate::overview::opened;
use crate::town::Town;
use jiff::civil::{Date, date};
use riktning_app::people::new_person;
use riktning_domain::elements::LookAfter;
use riktning_domain::ids::{ElementId, PersonId};
use riktning_domain::models::Purpose;
use riktning_domain::permissions::{EndGrant, GrantRole, Role};
use riktning_domain::{Command, Period};
use uuid::Uuid;

const RADAR: &str = "/arbete/radar";
const CARE: &str = "vard-och-omsorgsnamnden";
const OTHER: &str = "kultur-och-fritidsnamnden";
const GROUP: &str = "kommunkoncernen";

/// The numbers, the ids and the words of the committee's promises of this year.
fn promises(town: &Town) -> Vec<(u32, ElementId, String)> {
    town.app.published(town.app.today(), |p| {
        let owned = p.owned_by(body(town, CARE)).into_iter();
        let promises = owned.filter(|e| {
            let of = e.level().purpose == Purpose::Commitment;
            of && e.period() == Period::Year(2026) && !e.has_ended()
        });
        let text = |e: &riktning_domain::published::PublicElement<'_>| {
            e.text().as_str().unwrap_or_default().to_owned()
        };
        promises.map(|e| (e.number(), e.id(), text(&e))).collect()
    })
}

/// The words of a page, without its tags.
fn plain(page: &str) -> String {
    let words = page
        .split('<')
        .map(|part| part.split_once('>').map_or(part, |(_, words)| words));
    let words = words.collect::<Vec<_>>().join(" ").replace('\u{ad}', "");
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// How many things the list says that there are of a kind at the committee.
async fn count(desk: &Desk<'_>, kind: &str) -> usize {
    let page = plain(
        &desk
            .page(&format!("{RADAR}?slag={kind}&organ={CARE}"))
            .await,
    );
    let name = "Vård- och omsorgsnämnden (";
    let rest = page.split(name).nth(1).unwrap_or_default();
    rest.split(')').next().unwrap().parse().unwrap_or(0)
}

async fn looks_after(town: &Town, element: ElementId, person: Option<PersonId>) {
    let command = LookAfter {
        element,
        person,
        instead_of: None,
    };
    town.perform(Command::LookAfter(command)).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_keeps_an_eye_on_a_body_has_a_radar_and_nobody_else_has() {
    let town = Town::on(date(2026, 9, 15)).await;
    for (role, at, has) in [
        (Role::Strategist, GROUP, true),
        (Role::Controller, CARE, true),
        (Role::Approver, CARE, true),
        (Role::Contributor, CARE, false),
        (Role::Reader, CARE, false),
        (Role::Auditor, GROUP, false),
        (Role::Administrator, GROUP, false),
    ] {
        let desk = Desk::of(&town, &format!("{role:?}").to_lowercase(), &[(role, at)]).await;
        let status = desk.get(RADAR).await.status;
        assert_eq!(status, if has { 200 } else { 404 }, "{role:?}");
        let menu = desk.page("/arbete/").await.contains(RADAR);
        assert_eq!(menu, has, "{role:?}");
        if at == CARE && has {
            let page = plain(&desk.page(RADAR).await);
            says!(page, "Beslutade rader hos er");
            assert!(
                !page.contains("Kultur- och fritidsnämnden:"),
                "another committee's"
            );
        }
    }
    let kim = Desk::of(&town, "kim", &[(Role::Strategist, GROUP)]).await;
    for wrong in ["?slag=inget", "?organ=ingen-namnd"] {
        assert_eq!(
            kim.get(&format!("{RADAR}{wrong}")).await.status,
            404,
            "{wrong}"
        );
    }
    says!(
        kim.page("/en/arbete/radar").await,
        "Coverage",
        "Sent in on time"
    );
    says!(kim.page("/fi/arbete/radar").await, "Kattavuus");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_row_is_silent_until_somebody_looks_after_it_and_again_when_they_have_left() {
    let town = Town::on(date(2026, 9, 15)).await;
    let robin = Desk::of(&town, "robin", &[(Role::Approver, CARE)]).await;
    let kim = Desk::of(&town, "kim", &[(Role::Strategist, GROUP)]).await;
    let (number, id, text) = promises(&town).remove(0);
    let nobody = count(&robin, "ingen").await;
    assert_eq!(count(&kim, "ingen").await, nobody);
    assert_eq!(count(&robin, "slutat").await, 0);
    let page = robin.page(&format!("{RADAR}?slag=ingen")).await;
    says!(
        page,
        &format!("/arbete/ataganden/{number}"),
        "Välj ansvarig",
        "sedan "
    );
    let person = new_person();
    let grant = GrantRole {
        person,
        role: Role::Contributor,
        body: body(&town, CARE),
        from: date(2026, 9, 1),
        to: None,
    };
    town.perform(Command::GrantRole(grant)).await;
    town.app
        .add_person(person, "noa", "Noa Exempel")
        .await
        .unwrap();
    looks_after(&town, id, Some(person)).await;
    assert_eq!(count(&robin, "ingen").await, nobody - 1);
    let end = EndGrant {
        person,
        role: Role::Contributor,
        body: body(&town, CARE),
        last_day: date(2026, 9, 14),
    };
    town.perform(Command::EndGrant(end)).await;
    assert_eq!(count(&robin, "slutat").await, 1);
    let left = format!("{RADAR}?slag=slutat");
    let page = robin.page(&left).await;
    let gap = format!("/arbete/luckor?slag=slutat&organ={CARE}#slutat-{}", id.0);
    says!(
        plain(&page),
        &text,
        "Ansvarig: Noa Exempel",
        "sedan 15 september 2026"
    );
    says!(
        page.replace("&amp;", "&").replace("&#38;", "&"),
        &gap,
        "Lämna över"
    );
    // Who does what in an administration is its own.
    let page = kim.page(&left).await;
    says!(plain(&page), &text);
    assert!(!page.contains("Noa Exempel"), "told to the strategist");
    // The step leads to where it is mended.
    says!(
        robin
            .page(&format!("/arbete/luckor?slag=slutat&organ={CARE}"))
            .await,
        &format!("id=\"slutat-{}\"", id.0)
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn what_no_round_has_heard_of_is_silent_the_day_after_its_last_day_until_it_is_handed_in() {
    let unheard = async |desk: &Desk<'_>| count(desk, "aldrig").await + count(desk, "gammal").await;
    let today = date(2026, 10, 5);
    let town = Town::on(today).await;
    opened(&town, today).await;
    let robin = Desk::of(&town, "robin", &[(Role::Approver, CARE)]).await;
    let before = unheard(&robin).await;
    let town = Town::on(today).await;
    opened(&town, date(2026, 10, 4)).await;
    let roles = [(Role::Approver, CARE), (Role::Contributor, CARE)];
    let robin = Desk::of(&town, "robin", &roles).await;
    let silent = unheard(&robin).await;
    assert!(
        silent > before,
        "{silent} after the last day, {before} on it"
    );
    let report = format!("/arbete/omgang/{}/rapportera", Uuid::from_u128(7));
    let form = robin.page(&report).await;
    let row = waiting(&form, &promises(&town));
    let value = form.split(&format!("name=\"s-{row}\"")).nth(1).unwrap();
    let value = value
        .split("value=\"")
        .nth(1)
        .unwrap()
        .split('"')
        .next()
        .unwrap();
    let (state, why) = (format!("s-{row}"), format!("k-{row}"));
    let typed = |what| {
        standing(
            &form,
            &[(&state, value), (&why, "Det går bra."), ("gor", what)],
        )
    };
    assert_eq!(robin.post(&report, &typed("spara")).await.status, 303);
    assert_eq!(
        unheard(&robin).await,
        silent,
        "what is only written is no word"
    );
    let form = robin.page(&report).await;
    let sent = standing(&form, &[("gor", "skicka")]);
    assert_eq!(robin.post(&report, &sent).await.status, 303);
    assert_eq!(unheard(&robin).await, silent - 1);
}

/// The number of the first promise of which a form holds nothing that is said.
fn waiting(form: &str, promises: &[(u32, ElementId, String)]) -> u32 {
    let mut numbers = promises.iter().map(|(number, ..)| *number);
    let row = |number: u32| {
        let row = form.split(&format!("id=\"r-{number}\"")).nth(1)?;
        row.split("</fieldset></li>").next().map(str::to_owned)
    };
    let empty = |number: &u32| row(*number).is_some_and(|row| !row.contains(" checked"));
    numbers.find(empty).unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn coverage_says_what_came_on_time_of_each_body_in_each_round_that_is_over() {
    let share = async |day: Date| {
        let town = Town::on(day).await;
        let kim = Desk::of(&town, "kim", &[(Role::Strategist, GROUP)]).await;
        let page = plain(&kim.page(&format!("{RADAR}?organ={OTHER}")).await);
        page.split("Inskickat i tid").last().unwrap().to_owned()
    };
    let before = share(date(2026, 9, 14)).await;
    assert!(
        !before.contains("Delårsrapport 2, 2026"),
        "its last day has not passed: {before}"
    );
    let after = share(date(2026, 9, 15)).await;
    says!(
        after,
        "Delårsrapport 2, 2026",
        "Vård- och omsorgsnämnden",
        " % ("
    );
    // The company's came some days after its last day.
    says!(after, "Exempelenergi AB 100 % (7/7) 0 % (0/5)");
    // What comes later does not make it come on time.
    assert_eq!(shares(&share(date(2026, 12, 1)).await), shares(&after));
}

/// The table alone.
fn shares(table: &str) -> String {
    let table = table.split("Den öppna webbplatsen").next().unwrap();
    says!(table, "Exempelenergi AB");
    table.trim().to_owned()
}
