//! Mending gaps beside each other: what somebody else did meanwhile is told, and what is offered is
//! what a person may give.

use crate::desk::{Desk, body, form_to, only};
use crate::gaps::{CULTURE, GAPS, GROUP, LATE, gap, has, mend, option, strategist, town, writer};
use crate::house::Running;
use crate::town::Town;
use jiff::civil::date;
use riktning_app::{App, Clock, scenario};
use riktning_domain::bodies::{BodyKind, EndBody};
use riktning_domain::decisions::{Act, Authority, RecordDecision};
use riktning_domain::ids::{BodyId, DecisionId};
use riktning_domain::models::Purpose;
use riktning_domain::permissions::Role;
use riktning_domain::{Command, Dated};
use riktning_store::MemoryJournal;
use riktning_web::{Settings, Site};
use riktning_words::{Language, Words};

/// What the choices of a row say, in their order.
fn labels(row: &str) -> Vec<String> {
    let options = row.split("<option value=\"").skip(2);
    let labels = options.map(|option| {
        let says = option.split_once('>').unwrap().1;
        says.split("</option>").next().unwrap().to_owned()
    });
    labels.collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_link_that_a_colleague_tied_meanwhile_is_told_and_not_said_to_be_mine() {
    let town = town().await;
    let noa = writer(&town, CULTURE).await;
    let li = Desk::of(&town, "kollega", &[(Role::Contributor, CULTURE)]).await;
    let row = gap(&noa.page(GAPS).await, "koppling", "Simskola");
    let theirs = option(&row, "Fler unga möter kultur och idrott");
    let mine = option(&row, "Stöd i rätt tid");
    assert_eq!(mend(&li, &row, &[("val", &theirs)]).await.status, 303);
    let position = town.app.position();
    let late = mend(&noa, &row, &[("val", &mine)]).await;
    assert_eq!(late.status, 422);
    says!(
        late.text(),
        "Fel:",
        "Någon annan har lagat luckan på ett annat sätt",
        "Stöd i rätt tid"
    );
    // The same is done already.
    assert_eq!(mend(&noa, &row, &[("val", &theirs)]).await.status, 303);
    assert_eq!(town.app.position(), position);
}

#[tokio::test(flavor = "multi_thread")]
async fn another_body_or_figure_than_what_stands_now_is_told() {
    let town = town().await;
    let kim = strategist(&town).await;
    let page = kim.page(GAPS).await;
    let row = gap(&page, "ansvarig", "Eftergymnasial");
    let board = option(&row, "Kommunstyrelsen");
    let other = option(&row, "Förskolenämnden");
    assert_eq!(mend(&kim, &row, &[("val", &board)]).await.status, 303);
    // Another page of theirs, opened before.
    let stale = with_another_key(&row);
    let late = mend(&kim, &stale, &[("val", &other)]).await;
    assert_eq!(late.status, 422);
    says!(late.text(), "på ett annat sätt", "Förskolenämnden");
    assert_eq!(mend(&kim, &stale, &[("val", &board)]).await.status, 303);

    let row = gap(&page, "upphort", "Besök");
    assert_eq!(mend(&kim, &row, &[]).await.status, 303);
    let noa = writer(&town, CULTURE).await;
    let row = gap(&noa.page(GAPS).await, "varde", "Besök");
    assert_eq!(mend(&noa, &row, &[("varde", "12 400")]).await.status, 303);
    let stale = with_another_key(&row);
    let late = mend(&noa, &stale, &[("varde", "13 000")]).await;
    assert_eq!(late.status, 422);
    says!(late.text(), "på ett annat sätt", "13\u{a0}000");
    assert_eq!(mend(&noa, &stale, &[("varde", "12 400")]).await.status, 303);
}

/// The same row on a page that was opened at another time.
fn with_another_key(row: &str) -> String {
    let key = row.split("name=\"nyckel\" value=\"").nth(1).unwrap();
    let key = key.split('"').next().unwrap();
    row.replace(key, &uuid::Uuid::new_v4().to_string())
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_proposed_or_decided_of_a_document_is_what_was_sent_or_it_is_told() {
    let town = town().await;
    let board = "kommunstyrelsen";
    let ks = writer(&town, board).await;
    let row = gap(&ks.page(GAPS).await, "dokument", "Strategi");
    assert_eq!(mend(&ks, &row, &[]).await.status, 303);
    let stale = with_another_key(&row);
    assert_eq!(
        mend(&ks, &stale, &[]).await.status,
        303,
        "it says so already"
    );
    let roles = [
        (Role::Registrar, "kommunfullmaktige"),
        (Role::Registrar, board),
    ];
    let alex = Desk::of(&town, "registrator", &roles).await;
    let row = gap(&alex.page(GAPS).await, "dokument", "Strategi");
    let by = option(&row, "Kommunfullmäktige");
    let decided = |paragraph| {
        let by = by.as_str();
        [
            ("beslutat", by),
            ("dag", "2026-11-25"),
            ("paragraf", paragraph),
        ]
    };
    assert_eq!(mend(&alex, &row, &decided("§ 140")).await.status, 303);
    let position = town.app.position();
    let stale = with_another_key(&row);
    let late = mend(&alex, &stale, &decided("§ 141")).await;
    assert_eq!(late.status, 422);
    says!(
        late.text(),
        "på ett annat sätt",
        "25 november 2026",
        "§ 141"
    );
    // The same meeting and paragraph is the same decision.
    assert_eq!(mend(&alex, &stale, &decided("140")).await.status, 303);
    assert_eq!(mend(&ks, &with_another_key(&stale), &[]).await.status, 303);
    assert_eq!(town.app.position(), position);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_goal_is_served_by_an_order_that_leads_to_it() {
    // Council has decided its goals, and no plan stands under them.
    let town = Town::on(date(2023, 10, 5)).await;
    let kim = strategist(&town).await;
    let address = format!("{GAPS}?slag=mal&organ=kommunfullmaktige");
    let goal = "Stärkt beredskap";
    let row = gap(&kim.page(&address).await, "mal", goal);
    says!(row, "Inget åtagande eller uppdrag för 2023 eller 2024");
    let link = row.split("class=\"knapp lugn\" href=\"").nth(1).unwrap();
    let link = link.split('"').next().unwrap().replace("&#38;", "&");
    let chosen = link
        .split("val=")
        .nth(1)
        .unwrap()
        .split('&')
        .next()
        .unwrap();
    let to = body(&town, "kommunstyrelsen").0.to_string();
    let order = [
        ("text", "En bil färre i varje enhet"),
        ("val", chosen),
        ("till", &to),
    ];
    let saved = kim.fill(&link, &order).await;
    assert_eq!(saved.status, 303, "{}", saved.text());
    let page = kim.page(&address).await;
    assert!(has(&page, "mal"), "the others are as they were");
    assert!(!page.contains(goal), "{page}");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_one_goal_that_there_is_is_led_to_and_not_handed_over_to() {
    let town = town().await;
    let kept = "Fler unga möter kultur och idrott";
    let goals = town.app.published(LATE, |p| {
        let model = p.models().remove(0);
        let goals = p.elements_where(model.id, |level, _| level.purpose == Purpose::ProcessGoal);
        let others = goals
            .into_iter()
            .filter(|goal| goal.text().as_str() != Some(kept) && goal.withdrawn().is_none());
        let decider = |owner: BodyId| {
            let board = p.bodies().find(|organ| {
                organ.kind() == BodyKind::CompanyBoard && organ.answers_to().contains(&owner)
            });
            board.map_or(owner, |board| board.id)
        };
        let all = others.map(|goal| (goal.id(), decider(goal.owner().unwrap())));
        all.collect::<Vec<_>>()
    });
    for (goal, decider) in goals {
        town.perform(Command::RecordDecision(RecordDecision {
            decision: DecisionId(uuid::Uuid::new_v4()),
            body: decider,
            date: Dated::day_known(LATE),
            authority: Authority::Paragraph("99".into()),
            case_number: None,
            title: None,
            seen: Vec::new(),
            acts: vec![Act::Withdraw(goal)],
        }))
        .await;
    }
    let noa = writer(&town, CULTURE).await;
    let row = gap(&noa.page(GAPS).await, "koppling", "Simskola");
    says!(row, &format!("Låt det leda till {kept}"));
    assert!(!row.contains("Lämna över"), "{row}");
    assert_eq!(mend(&noa, &row, &[]).await.status, 303);
    assert!(!has(&noa.page(GAPS).await, "koppling"));
}

/// A goal of a single year in words that one of the whole period has.
const OF_A_YEAR: &str = r#"{"namespace": "exempelstad", "steps": [
{"day": "2024-01-08", "by": "@robin", "command": {"DraftElement": {"element": "@pm24/kultur1", "model": "@modell/2024", "level": "@n24/processmal", "slug": "fler-unga-moter-kultur-och-idrott-i-ar", "wording_id": "@pm24/kultur1/1", "wording": {"text": "Fler unga möter kultur och idrott", "owner": "@kfn", "period": "2024", "topics": [{"topic": "@pr/kul"}]}}}},
{"day": "2024-01-08", "by": "@alex", "command": {"RecordDecision": {"decision": "@beslut/pm24/kfn1", "body": "@kfn", "date": "2024-01-08", "authority": {"Paragraph": "1"}, "acts": [{"Adopt": [{"Element": "@pm24/kultur1"}, "@pm24/kultur1/1"]}]}}}
]}"#;

#[tokio::test(flavor = "multi_thread")]
async fn what_is_said_of_another_period_is_not_said_twice() {
    let today = date(2024, 1, 10);
    let journal = Box::new(MemoryJournal::new().unwrap());
    let app = App::open(journal, Clock::Fixed(today), &mut |_| {}).unwrap();
    let files: Vec<_> = scenario::EXEMPELSTAD
        .into_iter()
        .chain([OF_A_YEAR])
        .collect();
    let steps = scenario::read_all(&files).unwrap().into_iter();
    let lived = steps.filter(|step| step.now.today <= today);
    app.live_through(lived.collect()).await.unwrap();
    let server = Running::start(Site::new(&app, &Settings::default())).await;
    let town = Town { app, server };
    let kim = strategist(&town).await;
    let page = kim.page(GAPS).await;
    assert!(page.contains("Fler unga möter kultur och idrott"), "{page}");
    assert!(!has(&page, "likt"), "{page}");
}

#[tokio::test(flavor = "multi_thread")]
async fn choices_stand_in_the_order_of_the_readers_language() {
    let town = town().await;
    let kim = strategist(&town).await;
    for (language, prefix) in [
        (Language::Sv, ""),
        (Language::En, "/en"),
        (Language::Fi, "/fi"),
    ] {
        let page = kim.page(&format!("{prefix}{GAPS}")).await;
        let row = gap(&page, "ansvarig", "<option");
        let labels = labels(&row);
        let mut sorted = labels.clone();
        sorted.sort_by(|a, b| Words::of(language).compare(a, b));
        assert!(labels.len() > 5);
        assert_eq!(labels, sorted, "{prefix}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_document_of_a_body_that_nobody_took_over_from_is_nobodys_to_prolong() {
    let today = date(2025, 4, 21);
    let town = Town::on(today).await;
    let ended = "barn-och-utbildningsnamnden";
    let noa = writer(&town, ended).await;
    let kim = strategist(&town).await;
    let end = EndBody {
        body: body(&town, ended),
        last_day: date(2025, 4, 20),
        succeeded_by: Vec::new(),
    };
    town.perform(Command::EndBody(end)).await;
    let address = format!("{GAPS}?slag=upphort&organ={ended}");
    let plan = "Skolplan";
    let on_page = async |desk: &Desk<'_>| {
        for n in 1..9 {
            let more = if n == 1 {
                String::new()
            } else {
                format!("&sida={n}")
            };
            let page = desk.page(&format!("{address}{more}")).await;
            if page.contains(plan) {
                return gap(&page, "upphort", plan);
            }
        }
        panic!("no {plan}");
    };
    let row = on_page(&noa).await;
    assert!(!row.contains("<form"), "it has not run out: {row}");
    says!(row, "Strategen kan åtgärda det");
    // The strategist gives it to what is the whole group's, and to no committee over its head.
    let row = on_page(&kim).await;
    let labels = labels(&row);
    assert!(
        labels.iter().any(|label| label == "Kommunfullmäktige"),
        "{row}"
    );
    assert!(
        !labels.iter().any(|label| label == "Kommunstyrelsen"),
        "{row}"
    );
    let council = option(&row, "Kommunfullmäktige");
    let saved = mend(&kim, &row, &[("val", &council)]).await;
    assert_eq!(saved.status, 303, "{row}\n{}", saved.text());
    says!(on_page(&kim).await, "Kommunfullmäktige tar över dokumentet");
}

#[tokio::test(flavor = "multi_thread")]
async fn somebody_elses_gap_that_is_gone_is_not_there() {
    let town = town().await;
    let noa = writer(&town, CULTURE).await;
    let other = writer(&town, "kommunstyrelsen").await;
    let row = gap(&noa.page(GAPS).await, "koppling", "Simskola");
    let goal = option(&row, "Fler unga möter kultur och idrott");
    assert_eq!(mend(&noa, &row, &[("val", &goal)]).await.status, 303);
    assert_eq!(mend(&other, &row, &[("val", &goal)]).await.status, 404);
    let auditor = Desk::of(&town, "revisor", &[(Role::Auditor, GROUP)]).await;
    let (to, own) = form_to(&row, GAPS);
    let sent = format!("{}&val={goal}", only(own));
    assert_eq!(auditor.post(&to, &sent).await.status, 404);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_desk_counts_anew_when_something_has_been_recorded() {
    let town = town().await;
    let noa = writer(&town, CULTURE).await;
    let other = writer(&town, "kommunstyrelsen").await;
    // Each has their own number, however often they look.
    for _ in 0..2 {
        says!(
            noa.page("/arbete/").await,
            "Luckor</a><span class=\"blek\">3 luckor"
        );
        says!(
            other.page("/arbete/").await,
            "Luckor</a><span class=\"blek\">En lucka"
        );
    }
    let row = gap(&noa.page(GAPS).await, "koppling", "Simskola");
    let goal = option(&row, "Fler unga möter kultur och idrott");
    assert_eq!(mend(&noa, &row, &[("val", &goal)]).await.status, 303);
    says!(
        noa.page("/arbete/").await,
        "Luckor</a><span class=\"blek\">2 luckor"
    );
    says!(
        other.page("/arbete/").await,
        "Luckor</a><span class=\"blek\">En lucka"
    );
}
