//! Last year's plan as a proposal: its rows with how they went, and what this year's plan goes on
//! with.

use crate::desk::{Desk, body, encoded, form, number};
use crate::plan_and_decide::{choice, new};
use crate::town::Town;
use jiff::civil::{Date, date};
use riktning_domain::Command;
use riktning_domain::decisions::{Act, Authority, RecordDecision};
use riktning_domain::elements::Origin;
use riktning_domain::ids::{BodyId, DecisionId, ElementId};
use riktning_domain::permissions::Role;
use riktning_domain::published::PublicElement;

const CARE: &str = "vard-och-omsorgsnamnden";
const PLAN: &str = "/arbete/planer/2027/vard-och-omsorgsnamnden";
const EARLIER: &str = "/arbete/planer/2027/vard-och-omsorgsnamnden/tidigare";
const MEALS: &str = "De boende är nöjda med maten";
const TIMES: &str = "Brukarna väljer tid för minst hälften av besöken";
const SCHEDULE: &str = "Ett schema som brukaren själv kan ändra";

const TODAY: Date = date(2026, 10, 5);

async fn town() -> Town {
    Town::on(TODAY).await
}

async fn writer(town: &Town) -> Desk<'_> {
    let roles = [Role::Contributor, Role::Approver, Role::Registrar];
    Desk::of(town, "namnd", &roles.map(|role| (role, CARE))).await
}

/// The row of a page that says a sentence, and not another that supports it.
fn row(page: &str, text: &str) -> String {
    let heads = ["<strong>", "<h3>", "<h3><del>"].map(|head| format!("{head}{text}<"));
    let mut items = page.split("<li");
    let item = items.find(|item| heads.iter().any(|head| item.contains(head)));
    item.unwrap_or_else(|| panic!("{text} is not on the page"))
        .to_owned()
}

/// What the box of a row sends.
fn chosen(page: &str, text: &str) -> String {
    let row = row(page, text);
    let value = row.split("name=\"val\" value=\"").nth(1);
    let value = value.unwrap_or_else(|| panic!("{text} cannot be chosen"));
    value.split('"').next().unwrap().to_owned()
}

fn sent(page: &str, texts: &[&str]) -> String {
    let values: Vec<String> = texts.iter().map(|text| chosen(page, text)).collect();
    let fields: Vec<_> = values.iter().map(|value| ("val", value.as_str())).collect();
    form(page, &fields)
}

/// The decided element of a year that says something.
fn decided<T>(town: &Town, text: &str, read: impl Fn(PublicElement<'_>) -> T) -> T {
    town.app.published(TODAY, |p| {
        let models = p.models();
        let mut all = models.iter().flat_map(|model| p.elements_of(model.id));
        read(all.find(|e| e.text().as_str() == Some(text)).unwrap())
    })
}

fn id(town: &Town, text: &str) -> ElementId {
    decided(town, text, |e| e.id())
}

async fn decide(town: &Town, acts: Vec<Act>) {
    decide_by(town, body(town, CARE), acts).await;
}

async fn decide_by(town: &Town, body: BodyId, acts: Vec<Act>) {
    let decision = RecordDecision {
        decision: DecisionId(uuid::Uuid::new_v4()),
        body,
        date: riktning_domain::Dated::day_known(TODAY),
        authority: Authority::Paragraph("§ 99".into()),
        case_number: None,
        title: None,
        acts,
        seen: Vec::new(),
    };
    town.perform(Command::RecordDecision(decision)).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_chosen_becomes_drafts_that_say_what_they_continue() {
    let town = town().await;
    let me = writer(&town).await;
    says!(
        me.page(PLAN).await,
        EARLIER,
        "Ta med rader från planen för 2026"
    );
    let page = me.page(EARLIER).await;
    // Each with how it went and what it would be.
    let meals = row(&page, MEALS);
    says!(
        meals,
        "Kostchef",
        "30 november 2027",
        "var 30 november 2026",
        "class=\"st st-"
    );
    says!(row(&page, SCHEDULE), TIMES, "om den raden också tas med");
    assert!(!page.contains(" checked"), "nobody has chosen anything");
    let all = me.page(&format!("{EARLIER}?val=alla")).await;
    assert_eq!(
        all.matches(" checked").count(),
        all.matches("name=\"val\"").count()
    );

    let wish = sent(&page, &[TIMES, SCHEDULE, MEALS]);
    let saved = me.post(EARLIER, &wish).await;
    assert_eq!(saved.status, 303, "{}", saved.text());
    says!(
        saved.header("location").unwrap(),
        &format!("{PLAN}?gjort=fortsatt#nr-")
    );
    let plan = me.page(&format!("{PLAN}?gjort=fortsatt")).await;
    says!(plan, "De valda raderna är med i planen som utkast");
    let meals = row(&plan, MEALS);
    let (before, old) = decided(&town, MEALS, |e| {
        let old = format!("/ataganden/{}-{}", e.number(), e.slug());
        (e.number(), old)
    });
    says!(
        meals,
        &format!("Fortsätter nr {before} från 2026"),
        "utkast",
        "Kostchef",
        "80 procent",
        "30 november 2027"
    );
    // Links that still stand come along, also to a row that is continued at the same time, and an
    // order that still stands is still answered.
    says!(row(&plan, TIMES), "Bidrar till", "Svar på uppdraget");
    says!(row(&plan, SCHEDULE), &format!("Bidrar till {TIMES}"));
    assert!(!plan.contains("Saknar en koppling"), "{plan}");

    // A double click, and somebody else a moment later.
    assert_eq!(me.post(EARLIER, &wish).await.status, 303);
    let other = Desk::of(&town, "kollega", &[(Role::Contributor, CARE)]).await;
    let again = wish.replacen("nyckel=", "nyckel=0", 1);
    assert_eq!(
        other.post(EARLIER, &again).await.status,
        422,
        "no form of ours"
    );
    let plan = me.page(PLAN).await;
    assert_eq!(plan.matches(&format!("<h3>{MEALS}</h3>")).count(), 1);
    // It is shown as continued, and not offered again.
    let page = me.page(EARLIER).await;
    let meals = row(&page, MEALS);
    says!(
        meals,
        "Redan med i planen",
        &format!("#nr-{}", number(&plan, MEALS))
    );
    assert!(!meals.contains("name=\"val\""));

    // The old promise is what it was; the new one leads back to it when it is decided.
    assert_eq!(me.fill_hand_in(PLAN).await, 303);
    let decision = format!("{PLAN}/beslut");
    let fields = [("dag", "2026-10-05"), ("paragraf", "7")];
    let recorded = me.fill(&decision, &fields).await;
    assert_eq!(recorded.status, 303, "{}", recorded.text());
    let public = town.page(&old).await;
    says!(public, "Fortsätts av", "2027");
    let next = public.split("Fortsätts av").nth(1).unwrap();
    let next = next.split("href=\"").nth(1).unwrap();
    let next = next.split('"').next().unwrap();
    says!(town.page(next).await, "<dt>Fortsätter</dt>", &old);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_day_outside_the_year_is_asked_about_and_what_no_longer_stands_is_said() {
    let town = town().await;
    let me = writer(&town).await;
    // A supplement of last year's plan that runs on into the next.
    let before = "/arbete/planer/2026/vard-och-omsorgsnamnden";
    let path = new(&me.page(before).await, "Åtagande");
    let form_page = me.page(&path).await;
    let goal = choice(&form_page, "Processmål");
    let late = "Ett boende till står klart";
    let fields = [("text", late), ("val", &goal), ("klart", "2027-03-31")];
    assert_eq!(me.post(&path, &form(&form_page, &fields)).await.status, 303);
    assert_eq!(me.fill_hand_in(before).await, 303);
    let in_minutes = [("dag", "2026-10-05"), ("paragraf", "7")];
    let recorded = me.fill(&format!("{before}/beslut"), &in_minutes).await;
    assert_eq!(recorded.status, 303, "{}", recorded.text());
    let page = me.page(EARLIER).await;
    let asked = "Dagen ligger utanför 2027. Är det rätt?";
    says!(row(&page, late), "31 mars 2028", asked);
    assert!(!row(&page, MEALS).contains(asked));
    assert_eq!(me.post(EARLIER, &sent(&page, &[late])).await.status, 303);
    says!(row(&me.page(PLAN).await, late), "31 mars 2028", asked);

    // A goal that has been withdrawn since.
    let lost = "Stöd i rätt tid";
    decide(&town, vec![Act::Withdraw(id(&town, lost))]).await;
    let page = me.page(EARLIER).await;
    let left_out = page.split("<li").filter(|item| {
        item.contains("Följer inte med, gäller inte längre:") && item.contains(lost)
    });
    let left_out: Vec<_> = left_out.collect();
    assert!(!left_out.is_empty());
    let id_of_row = left_out[0].split("name=\"val\" value=\"").nth(1).unwrap();
    let value = id_of_row.split('"').next().unwrap();
    let saved = me.post(EARLIER, &form(&page, &[("val", value)])).await;
    assert_eq!(saved.status, 303, "{}", saved.text());
    says!(me.page(PLAN).await, "Saknar en koppling");

    // What was withdrawn itself is marked, and not offered.
    let meals = chosen(&me.page(EARLIER).await, MEALS);
    decide(
        &town,
        vec![
            Act::Withdraw(id(&town, MEALS)),
            Act::Close(id(&town, TIMES)),
        ],
    )
    .await;
    let page = me.page(EARLIER).await;
    for (text, said) in [
        (MEALS, "Upphävt genom beslut"),
        (TIMES, "Avslutat genom beslut"),
    ] {
        let row = row(&page, text);
        assert!(row.contains(said) && !row.contains("name=\"val\""), "{row}");
    }
    says!(row(&page, MEALS), "<del>");
    // Whoever chose it before is told, and nothing of it all is saved.
    let other = chosen(&page, "Hemtjänsten i centrum cyklar");
    let late = form(&page, &[("val", &meals), ("val", &other)]);
    let reply = me.post(EARLIER, &late).await;
    assert_eq!(reply.status, 422);
    says!(
        reply.text(),
        "går inte längre att ta med",
        "Inget är sparat"
    );
    let kept = row(&reply.text(), "Hemtjänsten i centrum cyklar");
    assert!(kept.contains(" checked"), "what was chosen stays chosen");
    assert!(
        !me.page(PLAN)
            .await
            .contains("<h3>Hemtjänsten i centrum cyklar")
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn only_what_was_offered_is_continued_and_only_by_its_own() {
    let town = town().await;
    let me = writer(&town).await;
    let page = me.page(EARLIER).await;
    let nothing = me.post(EARLIER, &form(&page, &[])).await;
    assert_eq!(nothing.status, 422);
    says!(nothing.text(), "Fel:", "Välj minst en rad");
    let good = chosen(&page, MEALS);
    let (element, wording) = good.split_once(':').unwrap();
    let foreign = id(&town, "Ingen kö till kulturskolan").0.to_string();
    let position = town.app.position();
    for odd in [
        format!("{foreign}:{wording}"),
        format!("{element}:{foreign}"),
        "00000000-0000-0000-0000-000000000001:00000000-0000-0000-0000-000000000001".to_owned(),
        "x".to_owned(),
        element.to_owned(),
    ] {
        let reply = me
            .post(EARLIER, &form(&page, &[("val", &good), ("val", &odd)]))
            .await;
        assert_eq!(reply.status, 422, "{odd}");
    }
    let many = format!("&val={}", encoded(&good)).repeat(10_000);
    let reply = me
        .post(EARLIER, &format!("{}{many}", form(&page, &[])))
        .await;
    assert_eq!(reply.status, 422);
    says!(reply.text(), "000 rader. Välj högst 200");
    assert_eq!(town.app.position(), position, "nothing was written");
    let other = [
        (Role::Contributor, "kommunstyrelsen"),
        (Role::Approver, "kommunstyrelsen"),
    ];
    let other = Desk::of(&town, "annan", &other).await;
    let wish = sent(&page, &[MEALS]);
    let reader = Desk::of(&town, "sekreterare", &[(Role::Registrar, CARE)]).await;
    let position = town.app.position();
    for one in [&other, &reader] {
        assert_eq!(one.get(EARLIER).await.status, 404);
        assert_eq!(one.post(EARLIER, &wish).await.status, 404);
    }
    assert_eq!(town.app.position(), position, "nothing was written");
    // Handed in meanwhile it can still be written in, and once it is decided what comes is a
    // supplement.
    let path = new(&me.page(PLAN).await, "Åtagande");
    let goal = choice(&me.page(&path).await, "Processmål");
    assert_eq!(
        me.fill(&path, &[("text", "Vårt löfte"), ("val", &goal)])
            .await
            .status,
        303
    );
    assert_eq!(me.fill_hand_in(PLAN).await, 303);
    let fields = [("dag", "2026-10-05"), ("paragraf", "7")];
    assert_eq!(
        me.fill(&format!("{PLAN}/beslut"), &fields).await.status,
        303
    );
    assert_eq!(me.post(EARLIER, &wish).await.status, 303);
    says!(
        me.page(PLAN).await,
        "Komplettering: utkast",
        &format!("<h3>{MEALS}")
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_draft_that_was_taken_back_is_offered_again() {
    let town = town().await;
    let me = writer(&town).await;
    let page = me.page(EARLIER).await;
    assert_eq!(me.post(EARLIER, &sent(&page, &[MEALS])).await.status, 303);
    let number = number(&me.page(PLAN).await, MEALS);
    let draft = me.page(&format!("/arbete/ataganden/{number}")).await;
    let (remove, own) = crate::desk::form_to(&draft, "/ta-bort/");
    assert_eq!(me.post(&remove, &crate::desk::only(own)).await.status, 303);
    let page = me.page(EARLIER).await;
    assert_eq!(me.post(EARLIER, &sent(&page, &[MEALS])).await.status, 303);
    let plan = me.page(PLAN).await;
    assert_eq!(plan.matches(&format!("<h3>{MEALS}</h3>")).count(), 1);
    // It is reworded like any other draft, and still says what it continues.
    let row = format!("/arbete/ataganden/{}", crate::desk::number(&plan, MEALS));
    let saved = me.fill(&row, &[("text", "De boende väljer sin mat")]).await;
    assert_eq!(saved.status, 303, "{}", saved.text());
    says!(
        self::row(&me.page(PLAN).await, "De boende väljer sin mat"),
        "Fortsätter nr"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_committee_goes_on_with_the_plan_of_the_one_that_it_took_over_from() {
    let town = Town::on(date(2025, 9, 10)).await;
    let schools = "forskolenamnden";
    let me = Desk::of(&town, "forskola", &[(Role::Contributor, schools)]).await;
    let plan = format!("/arbete/planer/2026/{schools}");
    let page = me.page(&format!("{plan}/tidigare")).await;
    says!(
        page,
        "Planen för 2025 som förslag",
        "Planen gällde Barn- och utbildningsnämnden",
        "De är inte med här"
    );
    let first = page.split("name=\"val\" value=\"").nth(1).unwrap();
    let value = first.split('"').next().unwrap();
    let saved = me
        .post(&format!("{plan}/tidigare"), &form(&page, &[("val", value)]))
        .await;
    assert_eq!(saved.status, 303, "{}", saved.text());
    says!(me.page(&plan).await, "från 2025");
    // One that nobody has decided a plan for before.
    let none = format!("/arbete/planer/2024/{schools}/tidigare");
    let reply = me.get(&none).await;
    assert!([200, 404].contains(&reply.status));
}

/// A new goal period has goals of its own: what continues the old one is what is supported then.
#[tokio::test(flavor = "multi_thread")]
async fn from_one_goal_period_to_the_next_a_row_follows_the_goal_that_continues_its_own() {
    let town = Town::on(date(2023, 10, 2)).await;
    let me = Desk::of(&town, "namnd", &[(Role::Contributor, CARE)]).await;
    let plan = format!("/arbete/planer/2024/{CARE}");
    let page = me.page(&format!("{plan}/tidigare")).await;
    says!(page, "Planen för 2019 som förslag");
    let choice = "Brukarna väljer mellan två tider för varje besök";
    let row = row(&page, choice);
    says!(row, "31 december 2024", "var 31 december 2019");
    says!(
        row,
        "Bidrar till Ett tryggt liv hela livet",
        "Följer inte med, gäller inte längre:"
    );
    let wish = sent(&page, &[choice]);
    let saved = me.post(&format!("{plan}/tidigare"), &wish).await;
    assert_eq!(saved.status, 303, "{}", saved.text());
    let plan = me.page(&plan).await;
    let row = self::row(&plan, choice);
    says!(
        row,
        "från 2019",
        "Bidrar till Ett tryggt liv hela livet",
        "Saknar en koppling"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn an_order_that_has_ended_is_answered_no_more() {
    let town = town().await;
    let me = writer(&town).await;
    let order = decided(&town, TIMES, |e| match e.origin() {
        Origin::Interpreted(order) => order,
        other => panic!("{other:?}"),
    });
    let words = town.app.published(TODAY, |p| {
        let words = p.element(order).unwrap().text();
        words.as_str().unwrap().to_owned()
    });
    assert!(!row(&me.page(EARLIER).await, TIMES).contains("Följer inte med"));
    let council = body(&town, "kommunfullmaktige");
    decide_by(&town, council, vec![Act::Close(order)]).await;
    let page = me.page(EARLIER).await;
    says!(
        row(&page, TIMES),
        "Följer inte med, gäller inte längre:",
        &words
    );
    assert_eq!(me.post(EARLIER, &sent(&page, &[TIMES])).await.status, 303);
    let row = row(&me.page(PLAN).await, TIMES);
    assert!(!row.contains("Svar på uppdraget"), "{row}");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_rested_on_a_document_says_whether_that_still_holds() {
    let town = town().await;
    let me = writer(&town).await;
    let row_id = id(&town, MEALS);
    let documents = ["riktlinje-for-dialog", "strategi-for-medarbetare"];
    for slug in documents {
        let document = town.app.published(TODAY, |p| {
            p.document_at(&riktning_domain::Slug::parse(slug).unwrap())
                .unwrap()
        });
        town.perform(Command::TieThread(riktning_domain::threads::TieThread {
            thread: riktning_domain::ids::ThreadId(uuid::Uuid::new_v4()),
            from: row_id,
            to: riktning_domain::threads::ThreadEnd::Document(document),
            interpretation: Default::default(),
            since: None,
        }))
        .await;
    }
    let page = me.page(EARLIER).await;
    let meals = row(&page, MEALS);
    says!(
        meals,
        "Vilar på Policy för dialog med invånare",
        "Följer inte med, gäller inte längre:</strong> Strategi för medarbetare 2017"
    );
    assert_eq!(me.post(EARLIER, &sent(&page, &[MEALS])).await.status, 303);
}
