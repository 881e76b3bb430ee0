//! Taking back what is not decided: a draft, and a plan that was handed in.

use crate::desk::{Desk, form, form_to, number, only};
use crate::plan_and_decide::{choice, new};
use crate::town::Town;
use jiff::civil::date;
use riktning_domain::permissions::Role;

const CARE: &str = "vard-och-omsorgsnamnden";
const PLAN: &str = "/arbete/planer/2027/vard-och-omsorgsnamnden";
const COUNCIL: &str = "/arbete/planer/2027/kommunfullmaktige";

async fn town() -> Town {
    Town::on(date(2026, 10, 5)).await
}

async fn noa(town: &Town) -> Desk<'_> {
    let roles = [(Role::Contributor, CARE), (Role::Approver, CARE)];
    Desk::of(town, "namnd", &roles).await
}

/// The page of the row in which a text stands.
async fn row(desk: &Desk<'_>, text: &str) -> String {
    let number = number(&desk.page(PLAN).await, text);
    desk.page(&format!("/arbete/ataganden/{number}")).await
}

async fn writes(desk: &Desk<'_>, text: &str, due: &str) {
    let path = new(&desk.page(PLAN).await, "Åtagande");
    let goal = choice(&desk.page(&path).await, "Processmål");
    let fields = [("text", text), ("klart", due), ("val", &goal)];
    let saved = desk.fill(&path, &fields).await;
    assert_eq!(saved.status, 303, "{}", saved.text());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_draft_is_removed_once_and_by_whoever_saw_what_it_says() {
    let town = town().await;
    let noa = noa(&town).await;
    writes(&noa, "Ett löfte som ingen behöver", "2027").await;
    writes(&noa, "Ett löfte som står kvar", "2027").await;
    let page = row(&noa, "Ett löfte som ingen behöver").await;
    let (action, own) = form_to(&page, "/ta-bort/");
    let fields = only(own);
    // Somebody changes it in between: nobody removes what they have not read.
    let change = form(&page, &[("text", "Ett löfte som ingen har läst")]);
    let number = action.rsplit('/').next().unwrap().to_owned();
    let address = format!("/arbete/ataganden/{number}");
    assert_eq!(noa.post(&address, &change).await.status, 303);
    let refused = noa.post(&action, &fields).await;
    assert_eq!(refused.status, 422);
    says!(
        refused.text(),
        "har ändrats sedan du öppnade den",
        "Ett löfte som ingen har läst"
    );
    let page = row(&noa, "Ett löfte som ingen har läst").await;
    let fields = only(form_to(&page, "/ta-bort/").1);
    // Twice is once.
    for _ in 0..2 {
        let reply = noa.post(&action, &fields).await;
        assert_eq!(reply.status, 303, "{}", reply.text());
        let to = format!("{PLAN}?gjort=borttaget-{number}");
        assert_eq!(reply.header("location"), Some(to.as_str()));
    }
    let plan = noa.page(&format!("{PLAN}?gjort=borttaget-{number}")).await;
    says!(plan, "Borttaget: ", "Ett löfte som står kvar");
    assert!(!plan.contains("<h3>Ett löfte som ingen"));
    assert_eq!(noa.get(&address).await.status, 404);
    // An address says nothing that is not so.
    let plan = noa.page(&format!("{PLAN}?gjort=borttaget-1")).await;
    assert!(!plan.contains("Borttaget: "));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_plan_is_taken_back_until_it_is_decided_and_others_read_it_no_longer() {
    let town = town().await;
    let noa = noa(&town).await;
    let kim = Desk::of(&town, "strateg", &[(Role::Strategist, "kommunkoncernen")]).await;
    let registrar = Desk::of(&town, "sekreterare", &[(Role::Registrar, CARE)]).await;
    writes(&noa, "Ett löfte till", "2027").await;
    assert_eq!(noa.fill_hand_in(PLAN).await, 303);
    says!(kim.page(PLAN).await, "Ett löfte till");
    says!(registrar.page("/arbete/").await, "Vård- och omsorgsnämnden");
    // What is handed in is not removed row by row.
    assert!(!row(&noa, "Ett löfte till").await.contains("/ta-bort/"));
    let plan = noa.page(PLAN).await;
    let (action, _) = form_to(&plan, "/ta-tillbaka");
    for _ in 0..2 {
        let reply = noa.post(&action, "").await;
        assert_eq!(reply.status, 303, "{}", reply.text());
    }
    says!(
        noa.page(&format!("{PLAN}?gjort=tillbaka")).await,
        "Tillbakatagen"
    );
    assert_eq!(kim.get(PLAN).await.status, 404);
    assert!(
        !registrar
            .page("/arbete/")
            .await
            .contains("Vård- och omsorgsnämnden, ")
    );
    // It is handed in once more as if for the first time.
    assert_eq!(noa.fill_hand_in(PLAN).await, 303);
    says!(kim.page(PLAN).await, "Ett löfte till");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_day_outside_the_year_is_asked_about_and_saved() {
    let town = town().await;
    let noa = noa(&town).await;
    writes(&noa, "Ett löfte i tid", "2027-12-31").await;
    assert!(!noa.page(PLAN).await.contains("Är det rätt?"));
    writes(&noa, "Ett löfte för sent", "2029-03-01").await;
    let plan = noa.page(PLAN).await;
    assert_eq!(
        plan.matches("Dagen ligger utanför 2027. Är det rätt?")
            .count(),
        1
    );
    says!(
        row(&noa, "Ett löfte för sent").await,
        "Dagen ligger utanför 2027."
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_is_offered_a_level_whose_links_the_body_can_never_have() {
    let town = town().await;
    let kim = Desk::of(&town, "strateg", &[(Role::Strategist, "kommunkoncernen")]).await;
    let council = kim.page(COUNCIL).await;
    says!(council, "Skriv: Uppdrag");
    assert!(
        !council.contains("Skriv: Aktivitet"),
        "council promises nothing to do"
    );
    says!(noa(&town).await.page(PLAN).await, "Skriv: Aktivitet");
}
