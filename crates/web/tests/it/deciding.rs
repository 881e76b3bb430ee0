//! What a decision does to those who write at the same time, and whose day its wordings are of.

use crate::desk::{Desk, body, form, form_to, only};
use crate::orders_and_lists::paste;
use crate::plan_and_decide::{choice, link, new};
use crate::town::Town;
use jiff::civil::date;
use riktning_domain::elements::{DraftElement, ProposeWording, Wording};
use riktning_domain::ids::{ElementId, PlanId, ThreadId, WordingId};
use riktning_domain::indicators::Interpretation;
use riktning_domain::models::Purpose;
use riktning_domain::permissions::Role;
use riktning_domain::plans::{DraftPlan, HandInPlan, PlaceInPlan};
use riktning_domain::threads::{ThreadEnd, TieThread};
use riktning_domain::{Command, Dated, Names, Period, Slug};
use uuid::Uuid;

const BODY: &str = "vard-och-omsorgsnamnden";
const PLAN: &str = "/arbete/planer/2027/vard-och-omsorgsnamnden";

async fn town() -> Town {
    Town::on(date(2026, 10, 5)).await
}

fn row(plan: &str) -> String {
    let row = plan.split("/arbete/ataganden/").nth(1).unwrap();
    format!("/arbete/ataganden/{}", link(row))
}

/// Somebody who writes in the body's plan and hands it in, the form of a new commitment, and a
/// process goal that it can have.
async fn writer(town: &Town) -> (Desk<'_>, String, String) {
    let roles = [(Role::Contributor, BODY), (Role::Approver, BODY)];
    let noa = Desk::of(town, "namnd", &roles).await;
    let path = new(&noa.page(PLAN).await, "Åtagande");
    let goal = choice(&noa.page(&path).await, "Processmål");
    (noa, path, goal)
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_typed_while_the_row_is_decided_is_kept_and_can_be_a_new_row() {
    let town = town().await;
    let (noa, path, goal) = writer(&town).await;
    let alex = Desk::of(&town, "sekreterare", &[(Role::Registrar, BODY)]).await;
    let fields = [("text", "Det första löftet"), ("val", &goal)];
    assert_eq!(noa.fill(&path, &fields).await.status, 303);
    let row = row(&noa.page(PLAN).await);
    let typed = [
        ("text", "Det \"bättre\" löftet & mer"),
        ("beskrivning", "Så här tänker vi."),
        ("mangd", "tolv"),
        ("enhet", "platser"),
        ("val", goal.as_str()),
    ];
    let writing = form(&noa.page(&row).await, &typed);
    assert_eq!(noa.fill_hand_in(PLAN).await, 303);
    let meeting = [("dag", "2026-10-05"), ("paragraf", "7")];
    let decision = format!("{PLAN}/beslut");
    assert_eq!(alex.fill(&decision, &meeting).await.status, 303);

    let reply = noa.post(&row, &writing).await;
    assert_eq!(reply.status, 409);
    let page = reply.text();
    says!(
        page,
        "Raden beslutades medan du skrev",
        "Det första löftet",
        "Det &#34;bättre&#34; löftet &#38; mer",
        "Så här tänker vi.",
        "tolv platser"
    );
    // What can be done is done with one button; a fault is told as ever, and nothing is lost.
    let (action, _) = form_to(&page, "/nytt?");
    let again = form(&page, &[]).replace("&#34;", "\"");
    let faulty = noa.post(&action, &again).await;
    assert_eq!(faulty.status, 422, "{}", faulty.text());
    let mended = again.replace("mangd=tolv", "mangd=12");
    assert_eq!(noa.post(&action, &mended).await.status, 303);
    let plan = noa.page(PLAN).await;
    says!(plan, "Komplettering: utkast", "löftet");
    assert_eq!(plan.matches(">Ändra<").count(), 1, "the new one");

    // Somebody else's row, one that never was, one that is decided: the same words for each.
    let other = [(Role::Contributor, "kommunstyrelsen")];
    let other = Desk::of(&town, "annan", &other).await;
    for path in [row.as_str(), "/arbete/ataganden/99999"] {
        let reply = other.post(path, &writing).await;
        assert_eq!(reply.status, 409, "{path}");
        says!(reply.text(), "Det går inte längre att spara här", "bättre");
        assert!(!reply.text().contains("Det första löftet"));
    }
    assert_eq!(other.post(&row, "").await.status, 404, "nothing was typed");
}

/// A plan with one row that was handed in on 20 September, and reworded on 3 October.
async fn handed_in(town: &Town, goal: &str) {
    let (owner, since) = (body(town, BODY), Some(Dated::day_known(date(2026, 9, 20))));
    let (model, level) = town.app.published(town.app.today(), |p| {
        let year = Period::years(2027, 2027).unwrap();
        let models = p.models();
        let mut models = models.iter();
        let model = models.find(|m| m.definition.period.covers(year)).unwrap();
        let mut levels = model.definition.levels.iter();
        let level = levels.find(|l| l.purpose == Purpose::Commitment);
        (model.id, level.unwrap().id)
    });
    let element = ElementId(Uuid::from_u128(77));
    let plan = PlanId(Uuid::from_u128(78));
    let wording = |text: &str| -> Wording {
        serde_json::from_value(serde_json::json!({
            "text": text, "owner": owner, "period": "2027"
        }))
        .unwrap()
    };
    let period = Period::years(2027, 2027).unwrap();
    let commands = [
        Command::DraftElement(DraftElement {
            element,
            model,
            level,
            slug: Slug::parse("lopande").unwrap(),
            wording_id: WordingId(Uuid::from_u128(79)),
            wording: wording("Så som det löd i september"),
            since,
        }),
        Command::TieThread(TieThread {
            thread: ThreadId(Uuid::from_u128(80)),
            from: element,
            to: ThreadEnd::Element(ElementId(Uuid::parse_str(goal).unwrap())),
            interpretation: Interpretation::Stated,
            since,
        }),
        Command::DraftPlan(DraftPlan {
            plan,
            body: owner,
            model,
            period,
            names: Names::swedish("Plan 2027"),
            since,
        }),
        Command::PlaceInPlan(PlaceInPlan {
            plan,
            elements: vec![element],
            since,
        }),
        Command::HandInPlan(HandInPlan { plan, since }),
        Command::ProposeWording(ProposeWording {
            element,
            wording_id: WordingId(Uuid::from_u128(81)),
            wording: wording("Så som det löd efter mötet"),
            instead_of: None,
            slug: None,
            since: Some(Dated::day_known(date(2026, 10, 3))),
        }),
    ];
    for command in commands {
        town.perform(command).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_decision_shows_and_adopts_the_wordings_of_the_day_of_the_meeting() {
    let town = town().await;
    let noa = Desk::of(&town, "namnd", &[(Role::Contributor, BODY)]).await;
    let alex = Desk::of(&town, "sekreterare", &[(Role::Registrar, BODY)]).await;
    let path = new(&noa.page(PLAN).await, "Åtagande");
    let goal = choice(&noa.page(&path).await, "Processmål");
    handed_in(&town, &goal).await;
    let decision = format!("{PLAN}/beslut");
    let page = alex.page(&decision).await;
    says!(page, "Så här löd de den 5 oktober 2026", "efter mötet");
    assert!(!page.contains("i september"));
    // Another day shows other words, and nothing is recorded before they have been read.
    let meeting = [("dag", "2026-09-30"), ("paragraf", "7")];
    let reply = alex.post(&decision, &form(&page, &meeting)).await;
    assert_eq!(reply.status, 422);
    let page = reply.text();
    says!(
        page,
        "Den 30 september 2026 löd raderna på ett annat sätt",
        "<h3>Så som det löd i september</h3>",
        "Senare förslag: Så som det löd efter mötet"
    );
    // Looking is no fault.
    let look = [("dag", "2026-09-30"), ("visa", "1")];
    let looked = alex.post(&decision, &form(&page, &look)).await;
    assert_eq!(looked.status, 200);
    let sent = form(&looked.text(), &meeting);
    assert_eq!(alex.post(&decision, &sent).await.status, 303);
    let plan = noa.page(PLAN).await;
    says!(plan, "Beslutad");
    let public = town.page(&format!("/namnder/{BODY}")).await;
    says!(public, "Så som det löd i september");
    assert!(!public.contains("efter mötet"));
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_leads_a_process_finds_a_form_and_two_may_promise_the_same() {
    let town = town().await;
    let leads = Desk::of(&town, "leder", &[(Role::ProcessOwner, BODY)]).await;
    let other = [
        (Role::Contributor, "kommunstyrelsen"),
        (Role::Approver, "kommunstyrelsen"),
    ];
    let other = Desk::of(&town, "annan", &other).await;
    let plans = [PLAN, "/arbete/planer/2027/kommunstyrelsen"];
    for (desk, plan) in [(&leads, plans[0]), (&other, plans[1])] {
        assert!(desk.page("/arbete/").await.contains(plan), "{plan}");
        let path = new(&desk.page(plan).await, "Åtagande");
        let saved = desk.fill(&path, &[("text", "Kortare kö")]).await;
        assert_eq!(saved.status, 303, "{plan}: {}", saved.text());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn two_decisions_over_one_plan_at_once_are_one() {
    let town = Town::on(date(2026, 10, 5)).await;
    let noa = Desk::of_a_small_body(&town, BODY).await;
    let path = new(&noa.page(PLAN).await, "Åtagande");
    let goal = choice(&noa.page(&path).await, "Processmål");
    let fields = [("text", "Fler väljer sin tid"), ("val", goal.as_str())];
    assert_eq!(noa.fill(&path, &fields).await.status, 303);
    assert_eq!(noa.fill_hand_in(PLAN).await, 303);
    // Each form has a key of its own, as of two registrars.
    let decision = format!("{PLAN}/beslut");
    // Ten figures without a mark are somebody's number here, and nobody's telephone.
    let number = [
        ("dag", "2026-10-05"),
        ("paragraf", "101"),
        ("diarienummer", "1212121212"),
    ];
    let told = noa.fill(&decision, &number).await;
    assert_eq!(told.status, 422);
    says!(
        told.text(),
        "ser ut som ett personnummer (121212-…)",
        "href=\"#diarienummer\""
    );
    let mut forms = Vec::new();
    for paragraph in ["101", "102", "103"] {
        let fields = [
            ("dag", "2026-10-05"),
            ("paragraf", paragraph),
            ("diarienummer", "EXS 2026:101"),
        ];
        forms.push(form(&noa.page(&decision).await, &fields));
    }
    let (one, two, three) = tokio::join!(
        noa.post(&decision, &forms[0]),
        noa.post(&decision, &forms[1]),
        noa.post(&decision, &forms[2]),
    );
    let all = [one, two, three];
    let done = all.iter().filter(|reply| reply.status == 303).count();
    assert_eq!(
        done,
        1,
        "{:?}",
        all.iter().map(|r| r.status).collect::<Vec<_>>()
    );
    for reply in all.iter().filter(|reply| reply.status != 303) {
        // Decided while it was looked at, or before it was asked for.
        assert_eq!(reply.status, 422);
        let text = reply.text();
        let told = ["Planen är redan beslutad.", "redan fört in ett beslut"];
        assert!(told.iter().any(|told| text.contains(told)), "{text}");
    }
    let log = town.page("/andringar").await;
    let told = ["§ 101", "§ 102", "§ 103"]
        .iter()
        .filter(|p| log.contains(**p))
        .count();
    assert_eq!(told, 1, "{log}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_plan_that_could_not_be_decided_is_not_handed_in_and_says_which_row_lacks_what() {
    let town = town().await;
    let (noa, path, goal) = writer(&town).await;
    assert_eq!(noa.fill(&path, &[("text", "Utan mål")]).await.status, 303);
    let plan = noa.page(PLAN).await;
    says!(plan, "kan inte lämnas in än. En rad saknar");
    assert!(!plan.contains("/lamna-in\""), "no button that is refused");
    let number = plan.split("id=\"nr-").nth(1).unwrap();
    let number = number.split('"').next().unwrap().to_owned();
    assert!(plan.contains(&format!("href=\"#nr-{number}\"")));
    // A page from before sends it all the same: those are not the words that it showed.
    let reply = noa.post(&format!("{PLAN}/lamna-in"), "sedd=1").await;
    assert_eq!(reply.status, 422);
    let row = row(&plan);
    assert_eq!(
        noa.fill(&row, &[("text", "Utan mål"), ("val", &goal)])
            .await
            .status,
        303
    );
    assert_eq!(noa.fill_hand_in(PLAN).await, 303);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_form_of_a_decision_shows_all_that_it_publishes_and_no_day_that_nobody_chose() {
    let town = town().await;
    let (noa, path, goal) = writer(&town).await;
    let alex = Desk::of(&town, "sekreterare", &[(Role::Registrar, BODY)]).await;
    let fields = [
        ("text", "Verka för fler platser"),
        ("tydligt", "Platserna räknas"),
        ("beskrivning", "Så här tänker vi."),
        ("roll", "Verksamhetschef"),
        ("mangd", "12"),
        ("enhet", "platser"),
        ("klart", "2027-10-31"),
        ("val", &goal),
    ];
    assert_eq!(noa.fill(&path, &fields).await.status, 303);
    assert_eq!(noa.fill_hand_in(PLAN).await, 303);
    let decision = format!("{PLAN}/beslut");
    let form = alex.page(&decision).await;
    says!(
        form,
        "Verka för fler platser",
        "Så här tänker vi.",
        "Verksamhetschef",
        "12 platser",
        "31 oktober 2027",
        "Bidrar till",
        "Platserna räknas"
    );
    assert!(form.contains("name=\"dag\" type=\"date\" max=\"2026-10-05\" value=\"\""));
    let undated = alex.fill(&decision, &[("paragraf", "7")]).await;
    assert_eq!(undated.status, 422);
    let meeting = [("dag", "2026-10-05"), ("paragraf", "7")];
    assert_eq!(alex.fill(&decision, &meeting).await.status, 303);
    // Back in the browser leads to what was decided, and another form over it is told why not.
    let back = alex.get(&decision).await;
    assert_eq!((back.status, back.header("location")), (303, Some(PLAN)));
    let key = Uuid::new_v4();
    let late = format!(
        "nyckel={key}&dag=2026-10-05&paragraf=8&organ={}",
        body_id(&form)
    );
    let reply = alex.post(&decision, &late).await;
    assert_eq!(reply.status, 422);
    says!(reply.text(), "Någon annan har redan fört in ett beslut");
    assert_eq!(noa.get(&decision).await.status, 404);
}

/// The body that a form of a decision names.
fn body_id(form: &str) -> String {
    let rest = form.split("name=\"organ\" value=\"").nth(1).unwrap();
    rest.split('"').next().unwrap().to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn neither_a_name_nor_a_personal_number_nor_an_unknown_choice_is_taken() {
    let town = town().await;
    let (noa, path, goal) = writer(&town).await;
    let text = ("text", "Fler platser");
    let tried = [
        (
            ("roll", "19121212-1212"),
            "ser ut som ett personnummer (19121212-…)",
        ),
        (
            ("beskrivning", "Ring 121212-1212."),
            "ser ut som ett personnummer (121212-…)",
        ),
        (("roll", "namnd Exempel"), "har ett konto här"),
        (
            ("val", "00000000-0000-4000-8000-000000000000"),
            "finns inte längre",
        ),
        (("val", "processmål"), "finns inte längre"),
    ];
    for (field, why) in tried {
        let reply = noa.fill(&path, &[text, field, ("val", &goal)]).await;
        assert_eq!(reply.status, 422, "{field:?}");
        assert!(reply.text().contains(why), "{field:?}: {}", reply.text());
    }
    assert!(
        !noa.page(PLAN).await.contains("Fler platser"),
        "nothing half-stored"
    );
    // What only looks like a name is asked about.
    let fields = [text, ("roll", "Kim Exempel"), ("val", &goal)];
    assert_eq!(noa.fill(&path, &fields).await.status, 303);
    says!(noa.page(PLAN).await, "Är rollen ett namn på en person?");
    // In a pasted list too, at its row.
    let list = paste(&noa.page(PLAN).await);
    let reply = noa
        .fill(&list, &[("lista", "Ett löfte\t121212-1212")])
        .await;
    assert_eq!(reply.status, 422);
    says!(reply.text(), "Rad 1", "ser ut som ett personnummer");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_address_is_made_of_the_words_that_were_decided_and_stays() {
    let town = town().await;
    let (noa, path, goal) = writer(&town).await;
    let alex = Desk::of(&town, "sekreterare", &[(Role::Registrar, BODY)]).await;
    let said = |text| [("text", text), ("val", goal.as_str())];
    assert_eq!(noa.fill(&path, &said("Ett hemligt ord")).await.status, 303);
    let row = row(&noa.page(PLAN).await);
    assert_eq!(noa.fill(&row, &said("Ett öppet ord")).await.status, 303);
    assert_eq!(noa.fill_hand_in(PLAN).await, 303);
    // What is written after the meeting makes no address either.
    let meeting = [("dag", "2026-10-05"), ("paragraf", "7")];
    let decision = format!("{PLAN}/beslut");
    assert_eq!(alex.fill(&decision, &meeting).await.status, 303);
    let plan = noa.page(PLAN).await;
    assert!(plan.contains("-ett-oppet-ord\""), "{plan}");
    for page in ["/andringar", "/andringar.atom", "/2024-2027/arsplan/2027"] {
        let page = town.page(page).await;
        assert!(!page.contains("hemligt"), "{page}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_hands_in_words_that_they_have_not_seen() {
    let town = town().await;
    let writer = Desk::of(&town, "skriver", &[(Role::Contributor, BODY)]).await;
    let approver = Desk::of(&town, "godkanner", &[(Role::Approver, BODY)]).await;
    let path = new(&writer.page(PLAN).await, "Åtagande");
    let goal = choice(&writer.page(&path).await, "Processmål");
    let said = |text| [("text", text), ("val", goal.as_str())];
    assert_eq!(writer.fill(&path, &said("Det första")).await.status, 303);
    let seen = approver.page(PLAN).await;
    let row = row(&writer.page(PLAN).await);
    assert_eq!(writer.fill(&row, &said("Det andra")).await.status, 303);
    let (action, own) = form_to(&seen, "/lamna-in");
    let reply = approver.post(&action, &only(own)).await;
    assert_eq!(reply.status, 422);
    says!(
        reply.text(),
        "Planen har ändrats sedan du öppnade sidan",
        "Det andra"
    );
    assert_eq!(approver.fill_hand_in(PLAN).await, 303);
}
