//! The memorandum over a plan: what is proposed, to copy into the case.

use crate::desk::Desk;
use crate::plan_and_decide::{choice, new};
use crate::town::Town;
use jiff::civil::date;
use riktning_domain::permissions::Role;

const CARE: &str = "vard-och-omsorgsnamnden";
const PLAN: &str = "/arbete/planer/2027/vard-och-omsorgsnamnden";

fn letter(plan: &str) -> String {
    format!("{plan}/tjansteskrivelse")
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_board_itself_decides_is_sent_to_council() {
    let town = Town::on(date(2026, 10, 5)).await;
    let board = "/arbete/planer/2027/kommunstyrelsen";
    let sasha = Desk::of(&town, "sasha", &[(Role::Contributor, "kommunstyrelsen")]).await;
    let path = new(&sasha.page(board).await, "Åtagande");
    let goal = choice(&sasha.page(&path).await, "Processmål");
    let row = [("text", "Svar inom en dag"), ("val", goal.as_str())];
    assert_eq!(sasha.fill(&path, &row).await.status, 303);
    let text = sasha.get(&format!("{}.txt", letter(board))).await.text();
    says!(text, "2. Beslutet skickas till Kommunfullmäktige.\n");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_memorandum_proposes_what_is_not_decided_and_says_what_it_lacks() {
    let town = Town::on(date(2026, 10, 5)).await;
    let roles = [(Role::Contributor, CARE), (Role::Approver, CARE)];
    let noa = Desk::of(&town, "namnd", &roles).await;
    assert_eq!(
        noa.get(&letter(PLAN)).await.status,
        404,
        "nothing is proposed"
    );
    let path = new(&noa.page(PLAN).await, "Åtagande");
    let form = noa.page(&path).await;
    let goal = choice(&form, "Processmål");
    let whole = [
        ("text", "Alla får besked inom en vecka <b>"),
        ("val", &goal),
        ("roll", "Enhetschef"),
        ("mangd", "7"),
        ("enhet", "dagar"),
        ("klart", "2027-06-30"),
    ];
    assert_eq!(noa.fill(&path, &whole).await.status, 303);
    let bare = [("text", "Verka för bättre mat\u{202e}")];
    assert_eq!(noa.fill(&path, &bare).await.status, 303);
    let text = noa.get(&format!("{}.txt", letter(PLAN))).await;
    assert_eq!(text.status, 200);
    assert_eq!(
        text.header("content-type"),
        Some("text/plain; charset=utf-8")
    );
    assert_eq!(text.header("cache-control"), Some("no-store"));
    let text = text.text();
    let body = "Vård- och omsorgsnämnden";
    says!(
        text,
        &format!("Tjänsteskrivelse: Plan 2027 för {body}\n5 oktober 2026\n"),
        &format!(
            "1. {body} antar Plan 2027 med de 2 punkter som står nedan.\n2. Beslutet skickas till Kommunstyrelsen.\n"
        ),
        "Förslaget innehåller 2 punkter.\nUppdraget är inte besvarat.\n",
        "En punkt saknar en koppling som behövs före beslut.\n",
        "1. Åtagande: Alla får besked inom en vecka <b>\n   Bidrar till: Fler hem för fler\n   Ansvarig: Enhetschef\n   Mått: 7 dagar\n   Klart: 30 juni 2027\n2.",
        "2. Åtagande: Verka för bättre mat\n   Saknar: ansvarsfördelat, kvantifierbart och tidssatt\n",
        "Klara en vecka utan el (inte besvarat)",
    );
    // The page says the same, in Swedish in whatever language it is read.
    for page in [letter(PLAN), format!("/en{}", letter(PLAN))] {
        let page = noa.page(&page).await;
        says!(
            page,
            "<article class=\"brev\" lang=\"sv\">",
            "Förslag till beslut",
            "Alla får besked inom en vecka &#60;b&#62;",
            "Mått: 7 dagar"
        );
    }
    says!(noa.page(PLAN).await, &format!("href=\"{}\"", letter(PLAN)));
    // Whoever may not read the plan has no letter about it.
    let other = Desk::of(&town, "annan", &[(Role::Contributor, "kommunstyrelsen")]).await;
    assert_eq!(other.get(&letter(PLAN)).await.status, 404);
    assert_eq!(
        other.get(&format!("{}.txt", letter(PLAN))).await.status,
        404
    );
    // Whoever keeps the minutes of the body takes it from here.
    let registrar = Desk::of(&town, "sekreterare", &[(Role::Registrar, CARE)]).await;
    says!(registrar.page(&letter(PLAN)).await, "Förslag till beslut");
}
