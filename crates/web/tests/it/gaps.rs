//! The list of gaps: each kind found, mended in its own row, and nobody's unsent words told.

use crate::desk::{Desk, body, encoded, form_to, only};
use crate::plan_and_decide::{choice, new};
use crate::town::Town;
use jiff::civil::{Date, date};
use riktning_domain::bodies::EndBody;
use riktning_domain::permissions::Role;
use riktning_domain::{Command, Slug};

pub(crate) const GAPS: &str = "/arbete/luckor";
pub(crate) const CULTURE: &str = "kultur-och-fritidsnamnden";
const VILLAGE: &str = "bydalens-namnd";
pub(crate) const GROUP: &str = "kommunkoncernen";

/// After what Exempelstad has left undone on purpose.
pub(crate) const LATE: Date = date(2026, 11, 25);

pub(crate) async fn town() -> Town {
    Town::on(LATE).await
}

/// What stands of the gap in which a text stands.
pub(crate) fn gap(page: &str, kind: &str, text: &str) -> String {
    let list = page.split("class=\"rader luckor\"").nth(1).unwrap();
    let mut rows = list.split("<li id=\"").skip(1);
    let row = rows.find(|row| row.starts_with(kind) && row.contains(text));
    let row = row.unwrap_or_else(|| panic!("no gap {kind} of {text}:\n{page}"));
    row.split("</li>").next().unwrap().to_owned()
}

pub(crate) fn has(page: &str, kind: &str) -> bool {
    page.contains(&format!("<li id=\"{kind}-"))
}

/// The value of a choice in a row by what it says.
pub(crate) fn option(row: &str, says: &str) -> String {
    let before = row.split(&format!("{says}</option>")).next().unwrap();
    let value = before.rsplit("<option value=\"").next().unwrap();
    value.split('"').next().unwrap().to_owned()
}

/// Sends the form of a row with some fields.
pub(crate) async fn mend(
    desk: &Desk<'_>,
    row: &str,
    fields: &[(&str, &str)],
) -> crate::house::Reply {
    let (to, own) = form_to(row, GAPS);
    let mut sent = only(own);
    for (name, value) in fields {
        sent.push_str(&format!("&{name}={}", encoded(value)));
    }
    desk.post(&to, &sent).await
}

pub(crate) async fn strategist(town: &Town) -> Desk<'_> {
    Desk::of(town, "strateg", &[(Role::Strategist, GROUP)]).await
}

pub(crate) async fn writer<'a>(town: &'a Town, body: &str) -> Desk<'a> {
    let roles = [Role::Contributor, Role::Approver];
    let login = format!("skriver.{body}");
    Desk::of(town, &login, &roles.map(|role| (role, body))).await
}

#[tokio::test(flavor = "multi_thread")]
async fn each_kind_of_gap_stands_in_exempelstad_and_says_what_since_when_and_who() {
    let town = town().await;
    let (kim, noa) = (strategist(&town).await, writer(&town, CULTURE).await);
    let page = kim.page(GAPS).await;
    says!(
        gap(&page, "mal", "Natur inom tio minuter"),
        "Inget åtagande eller uppdrag för 2026 eller 2027",
        "sedan 3 oktober 2023",
        "Samhällsbyggnadsnämnden"
    );
    says!(
        gap(&page, "ansvarig", "Eftergymnasial"),
        "Inget organ svarar"
    );
    says!(
        gap(&page, "varde", "Besök på fritidsgårdar"),
        "inget utfall för första halvåret 2026",
        "sedan 1 juli 2026",
        "Lämna först över ansvaret"
    );
    says!(
        gap(&page, "upphort", "Besök på fritidsgårdar"),
        "Fritidsenheten har upphört",
        "sedan 1 november 2026",
        "Lämna över till Kultur- och fritidsnämnden"
    );
    says!(
        gap(&page, "dokument", "Strategi för medarbetare"),
        "Sista dagen har passerat",
        "sedan 1 januari 2021",
        "Den som skriver hos Kommunstyrelsen"
    );
    let own = noa.page(GAPS).await;
    says!(
        gap(&own, "koppling", "Simskola för alla barn"),
        "leder inte till något processmål",
        "sedan 20 november 2026"
    );
    says!(
        gap(&own, "slutat", "Fyra fritidsgårdar"),
        "har ingen roll kvar",
        "sedan 1 november 2026"
    );
    // Somebody who writes for both has the same thing twice.
    let both = [(Role::Contributor, CULTURE), (Role::Contributor, VILLAGE)];
    let both = Desk::of(&town, "tva", &both).await;
    says!(
        gap(&both.page(GAPS).await, "likt", "i Bydalen"),
        "redan hos Kultur- och fritidsnämnden",
        "Fyra fritidsgårdar har öppet på söndagar",
        "Ändra raden"
    );
    for desk in [&kim, &noa, &both] {
        says!(desk.page("/arbete/").await, "/arbete/luckor", "luckor");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_reads_in_the_list_what_another_body_has_not_handed_in() {
    let town = town().await;
    let words = ["Simskola", "Fyra fritidsgårdar"];
    let strangers = [
        (Role::Strategist, GROUP),
        (Role::Controller, GROUP),
        (Role::Registrar, GROUP),
        (Role::Contributor, "kommunstyrelsen"),
    ];
    for (n, (role, at)) in strangers.into_iter().enumerate() {
        let desk = Desk::of(&town, &format!("p{n}"), &[(role, at)]).await;
        let page = desk.page(GAPS).await;
        for word in words {
            assert!(!page.contains(word), "{role:?} at {at}: {page}");
        }
        // The gap of another body is another's to mend; a controller follows all below.
        let follows = matches!(role, Role::Strategist | Role::Controller);
        assert_eq!(page.contains("Natur inom"), follows, "{role:?} at {at}");
        let unsent = page.contains("I planer som inte är inlämnade");
        assert_eq!(unsent, role == Role::Strategist, "{role:?} at {at}");
        // A count, and of whom.
        assert!(
            !unsent || page.contains("Kultur- och fritidsnämnden, Plan 2027: ett utan koppling")
        );
    }
    // Those who neither write nor follow the whole have no list of what is left undone.
    for (n, role) in [
        Role::Reader,
        Role::Editor,
        Role::Auditor,
        Role::Administrator,
    ]
    .into_iter()
    .enumerate()
    {
        let desk = Desk::of(&town, &format!("q{n}"), &[(role, CULTURE)]).await;
        assert_eq!(desk.get(GAPS).await.status, 404, "{role:?}");
        assert_eq!(desk.post(GAPS, "lucka=x").await.status, 404, "{role:?}");
        assert!(!desk.page("/arbete/").await.contains(GAPS), "{role:?}");
    }
    // Handed in, the strategist reads it; the one that only its own body has stays unread.
    let noa = writer(&town, CULTURE).await;
    let row = gap(&noa.page(GAPS).await, "koppling", "Simskola");
    let goal = option(&row, "Fler unga möter kultur och idrott");
    assert_eq!(mend(&noa, &row, &[("val", &goal)]).await.status, 303);
    let plan = format!("/arbete/planer/2027/{CULTURE}");
    assert_eq!(noa.fill_hand_in(&plan).await, 303);
    let kim = strategist(&town).await;
    let page = kim.page(GAPS).await;
    says!(
        gap(&page, "slutat", "Fyra fritidsgårdar"),
        "ingen roll kvar",
        "kan åtgärda det"
    );
    assert!(!page.contains("i Bydalen"), "{page}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_commitment_gets_its_goal_in_its_own_row_and_a_double_click_is_one() {
    let town = town().await;
    let noa = writer(&town, CULTURE).await;
    let row = gap(&noa.page(GAPS).await, "koppling", "Simskola");
    // Nothing chosen: said at the field, and nothing is stored.
    let before = town.app.position();
    let (to, own) = form_to(&row, GAPS);
    let nothing = noa.post(&to, &format!("{}&val=", only(own))).await;
    assert_eq!(nothing.status, 422);
    says!(
        nothing.text(),
        "Fel:",
        "Välj i listan.",
        "href=\"#val\"",
        "id=\"val\""
    );
    // What is not offered is not taken.
    let council = body(&town, "kommunfullmaktige").0.to_string();
    for wrong in [
        council.as_str(),
        "00000000-0000-0000-0000-000000000001",
        "x",
    ] {
        let reply = mend(&noa, &row, &[("val", wrong)]).await;
        assert_eq!(reply.status, 422, "{wrong}");
        says!(reply.text(), "Välj i listan.", "href=\"#val\"");
    }
    assert_eq!(town.app.position(), before);
    let goal = option(&row, "Fler unga möter kultur och idrott");
    for _ in 0..2 {
        let saved = mend(&noa, &row, &[("val", &goal)]).await;
        assert_eq!(saved.status, 303, "{}", saved.text());
        let to = saved.header("location").unwrap();
        assert!(to.starts_with("/arbete/luckor?gjort=koppling-"), "{to}");
        let page = noa.page(to).await;
        says!(page, "Luckan är lagad.");
        assert!(!has(&page, "koppling"));
    }
    assert_eq!(town.app.position(), before + 1);
    let plan = noa.page(&format!("/arbete/planer/2027/{CULTURE}")).await;
    assert!(!plan.contains("Saknar en koppling"), "{plan}");
    // An address that says so of what is not mended says nothing.
    let left = gap(&noa.page(GAPS).await, "slutat", "Fyra");
    let id = left.split('"').next().unwrap();
    let page = noa.page(&format!("{GAPS}?gjort={id}")).await;
    assert!(!page.contains("Luckan är lagad."));
    let never = "koppling-00000000-0000-0000-0000-000000000001";
    let page = noa.page(&format!("{GAPS}?gjort={never}")).await;
    assert!(!page.contains("Luckan är lagad."));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_strategist_says_who_answers_for_an_indicator_and_hands_over_what_a_body_left() {
    let town = town().await;
    let kim = strategist(&town).await;
    // Both rows are of one page: the second is mended from it after the first.
    let page = kim.page(GAPS).await;
    let row = gap(&page, "ansvarig", "Eftergymnasial");
    let board = body(&town, "kommunstyrelsen").0.to_string();
    assert_eq!(option(&row, "Kommunstyrelsen"), board);
    assert!(
        !row.contains("Fritidsenheten"),
        "a body that is no more: {row}"
    );
    assert_eq!(mend(&kim, &row, &[("val", &board)]).await.status, 303);
    let row = gap(&page, "upphort", "Besök");
    assert_eq!(mend(&kim, &row, &[]).await.status, 303);
    let page = kim.page(GAPS).await;
    assert!(!has(&page, "ansvarig") && !has(&page, "upphort"), "{page}");
    let responsible = |slug: &str| {
        let slug = Slug::parse(slug).unwrap();
        town.app.published(LATE, |p| {
            p.indicator_at(&slug).unwrap().definition.responsible
        })
    };
    assert_eq!(
        responsible("eftergymnasial-utbildning")
            .unwrap()
            .0
            .to_string(),
        board
    );
    assert_eq!(
        responsible("besok-pa-fritidsgardar"),
        Some(body(&town, CULTURE))
    );
    // The figure is then asked of the successor, and saved where it is missing.
    let noa = writer(&town, CULTURE).await;
    let row = gap(&noa.page(GAPS).await, "varde", "Besök");
    let wrong = mend(&noa, &row, &[("varde", "många")]).await;
    assert_eq!(wrong.status, 422);
    says!(wrong.text(), "value=\"många\"", "href=\"#varde\"");
    let saved = mend(&noa, &row, &[("varde", "12 400")]).await;
    assert_eq!(saved.status, 303, "{}", saved.text());
    let page = noa.page(saved.header("location").unwrap()).await;
    says!(
        page,
        "Värdet är sparat. Invånare ser det när uppföljningen är beslutad."
    );
    assert!(!has(&page, "varde"));
    let shown = town.page("/indikatorer/besok-pa-fritidsgardar").await;
    assert!(!shown.contains("400"), "not before it is decided");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_goal_without_commitments_leads_to_the_very_form_with_the_goal_chosen() {
    let town = town().await;
    let (kim, noa) = (
        strategist(&town).await,
        writer(&town, "samhallsbyggnadsnamnden").await,
    );
    let link = |row: &str| {
        let href = row.split("class=\"knapp lugn\" href=\"").nth(1).unwrap();
        href.split('"').next().unwrap().replace("&#38;", "&")
    };
    // No order can lead to a process goal: the strategist is told who can mend it.
    let row = gap(&kim.page(GAPS).await, "mal", "Natur inom");
    says!(
        row,
        "Den som skriver hos Samhällsbyggnadsnämnden kan åtgärda det."
    );
    assert!(!row.contains("Ge ett uppdrag"), "{row}");
    let row = gap(&noa.page(GAPS).await, "mal", "Natur inom");
    says!(row, "Skriv ett åtagande");
    let path = link(&row);
    let goal = path.split("val=").nth(1).unwrap().to_owned();
    let form = noa.page(&path).await;
    says!(form, &format!("value=\"{goal}\" checked"));
    assert_eq!(
        form.matches(" checked").count(),
        1,
        "nothing else is chosen"
    );
    let saved = [("text", "En stig till varje bänk"), ("val", goal.as_str())];
    assert_eq!(noa.fill(&path, &saved).await.status, 303);
    assert!(!has(&noa.page(GAPS).await, "mal"), "it is served");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_document_past_its_day_is_said_to_hold_by_its_body_and_decided_by_a_meeting() {
    let town = town().await;
    let board = "kommunstyrelsen";
    let ks = writer(&town, board).await;
    let row = gap(&ks.page(GAPS).await, "dokument", "Strategi för medarbetare");
    let saved = mend(&ks, &row, &[]).await;
    assert_eq!(saved.status, 303, "{}", saved.text());
    let position = town.app.position();
    assert_eq!(mend(&ks, &row, &[]).await.status, 303, "twice is once");
    assert_eq!(town.app.position(), position);
    let page = ks.page(saved.header("location").unwrap()).await;
    says!(page, "Förslaget är sparat och väntar på beslut.");
    says!(
        gap(&page, "dokument", "Strategi"),
        "Ett förslag som skrevs 25 november 2026",
        "tillämpas tills det ersätts",
        "Registratorn för in det"
    );
    let address = "/styrdokument/strategi-for-medarbetare";
    let resident = town.page(address).await;
    assert!(!resident.contains("tillämpas"), "{resident}");
    // Whoever records for the board and for council records it there.
    let roles = [
        (Role::Registrar, board),
        (Role::Registrar, "kommunfullmaktige"),
    ];
    let alex = Desk::of(&town, "registrator", &roles).await;
    let row = gap(&alex.page(GAPS).await, "dokument", "Strategi");
    let by = option(&row, "Kommunfullmäktige");
    let early = [
        ("beslutat", by.as_str()),
        ("dag", "2026-11-26"),
        ("paragraf", "§ 140"),
    ];
    let refused = mend(&alex, &row, &early).await;
    assert_eq!(refused.status, 422, "a day to come");
    says!(
        refused.text(),
        "value=\"2026-11-26\"",
        "value=\"§ 140\"",
        "href=\"#dag\""
    );
    let without = [
        ("beslutat", by.as_str()),
        ("dag", "2026-11-25"),
        ("paragraf", "§"),
    ];
    assert_eq!(mend(&alex, &row, &without).await.status, 422);
    let decided = [
        ("beslutat", by.as_str()),
        ("dag", "2026-11-25"),
        ("paragraf", "§ 140"),
    ];
    let before = town.app.position();
    // What the registrar saw is what is adopted, and nothing else.
    let seen = row.split("name=\"sedd\" value=\"").nth(1).unwrap();
    let seen = seen.split('"').next().unwrap();
    let other = row.replace(seen, "00000000-0000-0000-0000-000000000001");
    let changed = mend(&alex, &other, &decided).await;
    assert_eq!(changed.status, 422);
    says!(changed.text(), "har ändrats sedan du öppnade den");
    assert_eq!(town.app.position(), before);
    for _ in 0..2 {
        let saved = mend(&alex, &row, &decided).await;
        assert_eq!(saved.status, 303, "{}", saved.text());
    }
    assert_eq!(town.app.position(), before + 1);
    assert!(!has(&alex.page(GAPS).await, "dokument"));
    says!(town.page(address).await, "tillämpas");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_an_ended_body_still_owns_is_handed_over_by_a_decision() {
    // The day before the committee that becomes three gives away what it has.
    let today = date(2025, 4, 21);
    let town = Town::on(today).await;
    let (ended, next) = ("barn-och-utbildningsnamnden", "grundskolenamnden");
    let successor = body(&town, next);
    let alex = [(Role::Registrar, next), (Role::Registrar, ended)];
    let alex = Desk::of(&town, "registrator", &alex).await;
    town.perform(Command::EndBody(EndBody {
        body: body(&town, ended),
        last_day: date(2025, 4, 20),
        succeeded_by: vec![successor],
    }))
    .await;
    let goal = "Fler elever klarar grundskolan";
    let kim = strategist(&town).await;
    let address = format!("{GAPS}?slag=upphort&organ={ended}");
    let page = kim.page(&address).await;
    says!(gap(&page, "upphort", goal), "Det kräver ett beslut");
    // It leads to the form of the register, where what is decided over is read first.
    let row = gap(&alex.page(&address).await, "upphort", goal);
    let number = town.app.published(today, |p| {
        let mut owned = p.owned_by(body(&town, ended)).into_iter();
        let goal = owned.find(|e| e.text().as_str() == Some(goal));
        goal.unwrap().number()
    });
    says!(
        row,
        "För in beslutet",
        &format!("href=\"/arbete/beslut/nytt/{ended}?rad={number}\"")
    );
    assert!(!row.contains("<form"), "nothing is decided here: {row}");
    let before = town.app.position();
    let old = [
        ("beslutat", successor.0.to_string()),
        ("val", successor.0.to_string()),
    ];
    let old = old.each_ref().map(|(name, id)| (*name, id.as_str()));
    let old = [old[0], old[1], ("dag", "2025-04-20"), ("paragraf", "9")];
    let gap_id = row.split('"').next().unwrap();
    let sent = format!("lucka={gap_id}&nyckel=00000000-0000-4000-8000-000000000001");
    let sent = old
        .iter()
        .fold(sent, |sent, (name, value)| format!("{sent}&{name}={value}"));
    assert_eq!(alex.post(GAPS, &sent).await.status, 404);
    assert_eq!(town.app.position(), before);
    // A process is handed over by the strategist alone.
    let mut pages = String::new();
    for more in ["", "&sida=2", "&sida=3"] {
        pages.push_str(&kim.page(&format!("{address}{more}")).await);
    }
    let row = pages
        .split("<li id=\"")
        .find(|row| row.contains("Grundskola<"));
    assert_eq!(mend(&kim, row.unwrap(), &[]).await.status, 303);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_list_is_chosen_from_by_kind_and_body_and_a_word_that_is_none_is_no_address() {
    let town = town().await;
    let kim = strategist(&town).await;
    let all = kim.page(GAPS).await;
    let kinds = |page: &str| {
        let all = ["mal", "ansvarig", "varde", "upphort", "dokument"];
        all.into_iter()
            .filter(|kind| has(page, kind))
            .collect::<Vec<_>>()
    };
    assert_eq!(
        kinds(&all),
        ["mal", "ansvarig", "varde", "upphort", "dokument"]
    );
    let one = kim.page(&format!("{GAPS}?slag=dokument")).await;
    assert_eq!(kinds(&one), ["dokument"]);
    says!(one, "En lucka", "Visa alla");
    let board = kim
        .page(&format!("{GAPS}?slag=&organ=kommunstyrelsen"))
        .await;
    assert_eq!(kinds(&board), ["dokument"]);
    let none = kim
        .page(&format!("{GAPS}?slag=mal&organ=kommunstyrelsen"))
        .await;
    assert_eq!(kinds(&none), [] as [&str; 0]);
    says!(none, "Inga luckor");
    assert_eq!(kim.get(&format!("{GAPS}?slag=annat")).await.status, 404);
    assert_eq!(kim.get(&format!("{GAPS}?sida=0")).await.status, 404);
    for nowhere in ["finns-inte", "Ogiltig adress"] {
        let path = format!("{GAPS}?organ={}", encoded(nowhere));
        assert_eq!(kim.get(&path).await.status, 404, "{nowhere}");
    }
    // In English and Finnish too.
    says!(
        kim.page("/en/arbete/luckor").await,
        "Goal without commitments",
        "since 3 October 2023"
    );
    says!(
        kim.page("/fi/arbete/luckor").await,
        "Tavoite ilman sitoumuksia"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_promise_by_two_bodies_is_told_when_both_are_handed_in_and_answers_to_one_order_are_not()
 {
    let town = Town::on(date(2026, 10, 5)).await;
    let kim = strategist(&town).await;
    let promise = [
        "Varje samtal får ett svar samma dag",
        "Samma dag får varje samtal svar",
    ];
    for (at, text) in ["kommunstyrelsen", CULTURE].into_iter().zip(promise) {
        let desk = writer(&town, at).await;
        let plan = format!("/arbete/planer/2027/{at}");
        let path = new(&desk.page(&plan).await, "Åtagande");
        let goal = choice(&desk.page(&path).await, "Processmål");
        let fields = [("text", text), ("val", goal.as_str())];
        assert_eq!(desk.fill(&path, &fields).await.status, 303);
        assert!(
            !has(&desk.page(GAPS).await, "likt"),
            "of the other they know nothing"
        );
        assert!(!has(&kim.page(GAPS).await, "likt"));
        assert_eq!(desk.fill_hand_in(&plan).await, 303);
    }
    says!(
        gap(&kim.page(GAPS).await, "likt", promise[1]),
        "redan hos Kommunstyrelsen",
        promise[0]
    );
}
