//! How a round goes, for whoever leads it: counts of everybody, text of what is handed in, the balance, and what
//! somebody has to take a stand on.

use crate::desk::{Desk, body, standing};
use crate::town::Town;
use jiff::ToSpan as _;
use jiff::civil::{Date, date};
use riktning_domain::bodies::BodyKind;
use riktning_domain::ids::RoundId;
use riktning_domain::models::{CountsAs, Purpose};
use riktning_domain::permissions::Role;
use riktning_domain::rounds::{Meeting, Occasion, OpenRound};
use riktning_domain::{Command, Names, Period};
use uuid::Uuid;

const CARE: &str = "vard-och-omsorgsnamnden";
const OTHER: &str = "kultur-och-fritidsnamnden";
const GROUP: &str = "kommunkoncernen";
const COUNCIL: &str = "kommunfullmaktige";

/// The address of the report that somebody's desk leads to, and of the overview of its round.
async fn round(desk: &Desk<'_>) -> (String, String) {
    let page = desk.page("/arbete/").await;
    let links = page.split("href=\"").skip(1);
    let mut links = links.map(|rest| rest.split('"').next().unwrap());
    let report = links
        .find(|link| link.ends_with("/rapportera"))
        .unwrap()
        .to_owned();
    let overview = report.replace("/rapportera", "/oversikt");
    (report, overview)
}

/// The words of a page, without its tags.
fn plain(page: &str) -> String {
    let words = page
        .split('<')
        .map(|part| part.split_once('>').map_or(part, |(_, words)| words));
    let words = words.collect::<Vec<_>>().join(" ").replace('\u{ad}', "");
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The number of a promise of the committee for the year.
fn promise(town: &Town) -> u32 {
    town.app.published(date(2026, 9, 2), |p| {
        let mut owned = p.owned_by(body(town, CARE)).into_iter();
        let promise = owned.find(|e| {
            let of = e.level().purpose == Purpose::Commitment;
            of && e.period() == Period::Year(2026) && !e.has_ended()
        });
        promise.unwrap().number()
    })
}

/// The value of a row in a form that stands in a place of its scale, the best first.
fn value(page: &str, number: u32, place: usize) -> String {
    let row = page.split(&format!("id=\"r-{number}\"")).nth(1).unwrap();
    let own = row.split(&format!("name=\"s-{number}\"")).nth(place + 1);
    let own = own.unwrap().split("value=\"").nth(1).unwrap();
    own.split('"').next().unwrap().to_owned()
}

/// What a form sends that says of a row how it goes, and why.
fn says_of(page: &str, number: u32, place: usize, why: &str, what: &str) -> String {
    let (state, reason) = (format!("s-{number}"), format!("k-{number}"));
    let value = value(page, number, place);
    standing(page, &[(&state, &value), (&reason, why), ("gor", what)])
}

#[tokio::test(flavor = "multi_thread")]
async fn a_cell_leads_to_rows_that_say_nothing_before_they_are_handed_in() {
    let town = Town::on(date(2026, 9, 2)).await;
    let noa = Desk::of(&town, "noa", &[(Role::Contributor, CARE)]).await;
    let robin = Desk::of(&town, "robin", &[(Role::Approver, CARE)]).await;
    let li = Desk::of(&town, "li", &[(Role::Contributor, OTHER)]).await;
    let kim = Desk::of(&town, "kim", &[(Role::Strategist, GROUP)]).await;
    let (report, overview) = round(&noa).await;
    let (rows, number) = (format!("{overview}/{CARE}"), promise(&town));
    says!(
        kim.page(&overview).await,
        &format!("href=\"{rows}#inskickade\"")
    );
    let before = kim.page(&rows).await;
    says!(
        before,
        "nämnden har inte skickat in något än",
        "Något är skrivet på 0 av"
    );
    let draft = says_of(&noa.page(&report).await, number, 0, "Hemligordet.", "spara");
    assert_eq!(noa.post(&report, &draft).await.status, 303);
    for desk in [&kim, &noa, &li] {
        let page = desk.page(&rows).await;
        says!(page, "Något är skrivet på 1 av", "Inte inskickade: ");
        assert!(
            !page.contains("Hemligordet"),
            "a draft is nobody's to read here"
        );
    }
    let sent = says_of(
        &noa.page(&report).await,
        number,
        0,
        "Hemligordet.",
        "skicka",
    );
    assert_eq!(noa.post(&report, &sent).await.status, 303);
    says!(
        kim.page(&rows).await,
        "1 av ",
        "Inskickade och inte godkända: 1",
        &format!("id=\"nr-{number}\""),
        "Hemligordet."
    );
    let others = li.page(&rows).await;
    says!(
        others,
        "En av dem är inskickad, men du har inte behörighet att läsa den."
    );
    assert!(!others.contains("Hemligordet"), "another committee's");
    assert!(!li.page(&overview).await.contains("Balansen mellan"));
    // Sent back it is being written again, and nobody outside reads what.
    let review = report.replace("/rapportera", "/granska");
    let why = format!("k-{number}");
    let back = standing(&robin.page(&review).await, &[(&why, "Hur många?")]);
    assert_eq!(robin.post(&review, &back).await.status, 303);
    let anew = says_of(&noa.page(&report).await, number, 0, "Nyordet.", "spara");
    assert_eq!(noa.post(&report, &anew).await.status, 303);
    let page = kim.page(&rows).await;
    assert!(
        !page.contains("Hemligordet") && !page.contains("Nyordet"),
        "{page}"
    );
    assert_eq!(
        kim.get(&format!("{overview}/ingen-namnd")).await.status,
        404
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn the_balance_of_a_round_counts_what_is_handed_in_and_nothing_that_is_only_written() {
    let town = Town::on(date(2026, 9, 2)).await;
    let noa = Desk::of(&town, "noa", &[(Role::Contributor, CARE)]).await;
    let kim = Desk::of(&town, "kim", &[(Role::Strategist, GROUP)]).await;
    let care = Desk::of(&town, "vera", &[(Role::Controller, CARE)]).await;
    let other = Desk::of(&town, "olle", &[(Role::Controller, OTHER)]).await;
    let (report, overview) = round(&noa).await;
    let number = promise(&town);
    let judged = "1 av ";
    let counted = async |desk: &Desk<'_>| {
        let page = plain(&desk.page(&overview).await);
        let page = page.split("Balansen mellan perspektiven").nth(1).unwrap();
        let page = page.split("Så bedöms balansen").next().unwrap().to_owned();
        says!(
            page,
            "Hållbar utveckling",
            "Effektiv organisation",
            "Åtaganden och uppdrag 2026"
        );
        page.contains(judged)
    };
    let draft = says_of(&noa.page(&report).await, number, 0, "", "spara");
    assert_eq!(noa.post(&report, &draft).await.status, 303);
    for desk in [&kim, &care] {
        assert!(
            !counted(desk).await,
            "what is only written counts as nothing"
        );
    }
    let sent = standing(&noa.page(&report).await, &[("gor", "skicka")]);
    assert_eq!(noa.post(&report, &sent).await.status, 303);
    assert!(counted(&kim).await && counted(&care).await);
    assert!(!counted(&other).await, "not handed in to them");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_goal_that_is_called_met_against_its_figures_asks_for_a_stand() {
    let town = Town::on(date(2026, 9, 2)).await;
    let kim = Desk::of(&town, "kim", &[(Role::Strategist, GROUP)]).await;
    let (report, overview) = round(&kim).await;
    let rows = format!("{overview}/{COUNCIL}");
    let before = kim.page(&overview).await;
    assert!(!before.contains("pekar åt olika håll"), "nobody has judged");
    // Every goal of council is judged at once: first as met, then as not met.
    let mut asked = Vec::new();
    for place in [0, 2] {
        let page = kim.page(&report).await;
        let numbers = numbers(&page);
        let mut fields = Vec::new();
        for number in numbers {
            fields.push((format!("s-{number}"), value(&page, number, place)));
            fields.push((format!("k-{number}"), "Så bedömer vi det.".to_owned()));
        }
        fields.push(("gor".to_owned(), "skicka".to_owned()));
        let typed: Vec<_> = fields
            .iter()
            .map(|(k, v)| (k.as_str(), v.as_str()))
            .collect();
        let sent = kim.post(&report, &standing(&page, &typed)).await;
        assert_eq!(sent.status, 303, "{}", plain(&sent.text()));
        let page = kim.page(&overview).await;
        let told = plain(&page);
        let (worse, better) = (
            told.matches("men utfallet är sämre än målet").count(),
            told.matches("men utfallet når målet").count(),
        );
        says!(page, &format!("href=\"{rows}#nr-"), "behöver ditt beslut");
        for (says, level) in [
            ("men utfallet är sämre än målet: ", "Sämre än målet"),
            ("men utfallet når målet: ", "Bättre än målet"),
        ] {
            for names in told.split(says).skip(1) {
                let names = names.split(". Läs bedömningen").next().unwrap();
                stands_so(&town, names, level).await;
            }
        }
        asked.push((worse, better));
    }
    let [(worse, none), (nothing, better)] = asked[..] else {
        panic!("{asked:?}");
    };
    assert!(worse > 0 && better > 0, "{asked:?}");
    assert_eq!((none, nothing), (0, 0), "no figure speaks for what is said");
}

/// The indicators that a sentence names are told to residents as standing so to their targets.
async fn stands_so(town: &Town, names: &str, level: &str) {
    let named = town.app.published(town.app.today(), |p| {
        let indicators = p.indicators();
        let names = names.to_owned();
        let named = indicators.filter(|indicator| {
            let own = indicator.definition.names.sv.as_str().unwrap_or_default();
            names.contains(own)
        });
        named
            .map(|indicator| indicator.slug.to_string())
            .collect::<Vec<_>>()
    });
    assert!(!named.is_empty(), "{names}");
    for slug in named {
        let page = plain(&town.page(&format!("/indikatorer/{slug}")).await);
        assert!(page.contains(level), "{slug} is not {level}");
    }
}

/// The numbers of the rows of a form.
fn numbers(page: &str) -> Vec<u32> {
    let rows = page.split("id=\"r-").skip(1);
    let numbers = rows.map(|row| row.split('"').next().unwrap());
    numbers.filter_map(|number| number.parse().ok()).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_body_from_which_nothing_has_come_asks_for_a_stand_the_day_after_its_last_day() {
    for (last, is_late) in [(date(2026, 10, 5), false), (date(2026, 10, 4), true)] {
        let town = Town::on(date(2026, 10, 5)).await;
        opened(&town, last).await;
        let kim = Desk::of(&town, "kim", &[(Role::Strategist, GROUP)]).await;
        let vera = Desk::of(&town, "vera", &[(Role::Controller, OTHER)]).await;
        let overview = format!("/arbete/omgang/{}/oversikt", Uuid::from_u128(7));
        let day = last.day();
        let own = format!(
            "Vård- och omsorgsnämnden har inte skickat in något. Sista dagen var den {day} oktober 2026."
        );
        let page = plain(&kim.page(&overview).await);
        assert_eq!(page.contains(&own), is_late, "{page}");
        let theirs = plain(&vera.page(&overview).await);
        assert!(
            !theirs.contains(&own),
            "a controller follows those below theirs"
        );
        let says = theirs.contains("Kultur- och fritidsnämnden har inte skickat in");
        assert_eq!(says, is_late, "{theirs}");
    }
}

/// A round of which nothing is in, with a last day for committees.
pub(crate) async fn opened(town: &Town, last: Date) {
    town.perform(Command::OpenRound(extra(town, last))).await;
}

/// The round that it is.
fn extra(town: &Town, last: Date) -> OpenRound {
    let model = town.app.published(date(2026, 10, 5), |p| {
        let mut owned = p.owned_by(body(town, CARE)).into_iter();
        let promise = owned.find(|e| e.period() == Period::Year(2026));
        promise.unwrap().model().id
    });
    OpenRound {
        round: RoundId(Uuid::from_u128(7)),
        model,
        names: Names::swedish("Extra läge"),
        occasion: Occasion::Interim,
        cut_off: date(2026, 10, 1),
        opens: None,
        deadlines: vec![(BodyKind::Committee, last)],
        meetings: vec![],
        asks_for: Vec::new(),
        levels: Vec::new(),
        compiling: None,
        made_of: None,
        since: None,
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_report_for_which_council_does_not_meet_by_the_day_of_the_law_asks_for_a_stand() {
    let council = body(&Town::on(date(2026, 10, 5)).await, "kommunfullmaktige");
    let says = "Enligt kommunallagen ska delårsrapporten vara hos fullmäktige och revisorerna senast den 31 oktober 2026.";
    let meets = |on| vec![Meeting { on, body: council }];
    let rounds = [
        (date(2026, 8, 31), vec![], true),
        (date(2026, 8, 31), meets(date(2026, 11, 1)), true),
        (date(2026, 8, 31), meets(date(2026, 10, 31)), false),
        (date(2026, 10, 1), vec![], false),
    ];
    for (cut_off, meetings, is_past) in rounds {
        let town = Town::on(date(2026, 10, 5)).await;
        let round = OpenRound {
            cut_off,
            meetings,
            ..extra(&town, date(2026, 10, 6))
        };
        let what = format!("{cut_off}, {:?}", round.meetings);
        town.perform(Command::OpenRound(round)).await;
        let kim = Desk::of(&town, "kim", &[(Role::Strategist, GROUP)]).await;
        let vera = Desk::of(&town, "vera", &[(Role::Controller, OTHER)]).await;
        let overview = format!("/arbete/omgang/{}/oversikt", Uuid::from_u128(7));
        let page = plain(&kim.page(&overview).await);
        assert_eq!(page.contains(says), is_past, "{what}");
        let theirs = plain(&vera.page(&overview).await);
        assert!(!theirs.contains(says), "it is the whole group's: {what}");
        let year = plain(&kim.page("/arbete/aret/2026").await);
        assert!(year.contains(says), "the demo's own: {what}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_action_that_is_not_decided_in_the_time_of_the_model_asks_for_a_stand() {
    let today = date(2026, 11, 30);
    let town = Town::on(today).await;
    let late = town.app.published(today, |p| {
        let judged = p.owned_by(body(&town, CARE)).into_iter();
        let words = judged.filter_map(|e| {
            let word = p.last_word(&e)?;
            let model = e.model().definition;
            let goes = model.value(word.verdict.as_it_goes())?.counts_as;
            let is_off = goes == CountsAs::NotMet && word.round.cut_off == date(2026, 8, 31);
            let text = e.text().as_str()?.to_owned();
            is_off.then_some((word.round.round, text, word.on))
        });
        words.collect::<Vec<_>>()
    });
    let (round, text, on) = late.first().unwrap().clone();
    let says = |day: &str| {
        format!(
            "Vård- och omsorgsnämnden: {text} avviker. En åtgärd skulle ha varit beslutad senast den {day}."
        )
    };
    for (days, is_late) in [(30, false), (31, true)] {
        let town = Town::on(on.saturating_add(days.days())).await;
        let kim = Desk::of(&town, "kim", &[(Role::Strategist, GROUP)]).await;
        let page = kim.page(&format!("/arbete/omgang/{round}/oversikt")).await;
        let last = on.saturating_add(30.days());
        let month =
            ["oktober", "november", "december"][usize::try_from(last.month() - 10).unwrap()];
        let day = format!("{} {month} {}", last.day(), last.year());
        assert_eq!(plain(&page).contains(&says(&day)), is_late, "{page}");
    }
}
