//! The organisation changed on screen: split, merged, renamed and moved, each seen before it is done.

use crate::desk::{Desk, body, encoded, fields, form};
use crate::town::Town;
use jiff::civil::date;
use riktning_domain::permissions::Role;

mod decided;

const LIST: &str = "/arbete/organisation";
const CHANGE: &str = "/arbete/omorganisation";
const GROUP: &str = "kommunkoncernen";
const CARE: &str = "vard-och-omsorgsnamnden";
const CULTURE: &str = "kultur-och-fritidsnamnden";

async fn town() -> Town {
    Town::on(date(2026, 10, 5)).await
}

async fn strategist<'a>(town: &'a Town) -> Desk<'a> {
    Desk::of(town, "strateg", &[(Role::Strategist, GROUP)]).await
}

/// The form of a change that has been looked at, ready to be made.
fn made(page: &str) -> String {
    form(page, &[("gor", "genomfor")])
}

/// The committee of care becomes three at the end of the year.
async fn split(town: &Town, desk: &Desk<'_>) -> String {
    let care = body(town, CARE).0.to_string();
    let fields = [
        ("upphor", care.as_str()),
        ("sista", "2026-12-31"),
        ("namn-1", "Äldrenämnden"),
        ("engelska-1", "The committee for older people"),
        ("namn-2", "Funktionsrättsnämnden"),
        ("namn-3", "Hemvårdsnämnden"),
        ("foljer", "1"),
        ("gor", "granska"),
    ];
    let shown = desk.fill(CHANGE, &fields).await;
    assert_eq!(shown.status, 200, "{}", shown.text());
    shown.text()
}

#[tokio::test(flavor = "multi_thread")]
async fn one_committee_becomes_three_after_it_has_been_seen_and_a_second_click_is_the_first() {
    let town = town().await;
    let desk = strategist(&town).await;
    says!(desk.page("/arbete/").await, "href=\"/arbete/organisation\"");
    let page = desk.page(&format!("{CHANGE}?organ={CARE}")).await;
    let care = body(&town, CARE).0;
    says!(page, &format!("name=\"upphor\" value=\"{care}\" checked"));
    let position = town.app.position();
    let shown = split(&town, &desk).await;
    says!(
        shown,
        "Äldrenämnden (nämnd) inrättas 1 januari 2027 och svarar inför Kommunfullmäktige.",
        "Vård- och omsorgsnämnden upphör. Sista dagen är 31 december 2026. \
         Tar över: Äldrenämnden, Funktionsrättsnämnden och Hemvårdsnämnden.",
        "Det här måste någon ta över efter Vård- och omsorgsnämnden",
        "Ingenting är gjort ännu.",
    );
    assert_eq!(town.app.position(), position, "it was only looked at");
    for _ in 0..2 {
        let done = desk.post(CHANGE, &made(&shown)).await;
        assert_eq!(done.status, 303, "{}", done.text());
        assert_eq!(
            done.header("location"),
            Some("/arbete/organisation?gjort=andrat")
        );
    }
    // Three founded, one ended: and not twice.
    assert_eq!(town.app.position(), position + 4);
    let list = desk.page(&format!("{LIST}?gjort=andrat")).await;
    says!(
        list,
        "Ändringen är gjord.",
        "Upphör. Sista dagen är 31 december 2026.",
        "Börjar 1 januari 2027."
    );
    let elder = desk.page(&format!("{LIST}/aldrenamnden")).await;
    says!(elder, "Svarar inför Kommunfullmäktige.");
    let public = town.page(&format!("/namnder/{CARE}")).await;
    says!(public, "31 december 2026");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_stays_behind_is_told_with_what_nobody_may_read_as_a_count() {
    let town = town().await;
    let desk = strategist(&town).await;
    let writer = Desk::of(&town, "skriver", &[(Role::Contributor, CARE)]).await;
    let plan = writer.page(&format!("/arbete/planer/2027/{CARE}")).await;
    let new = plan.split("/nytt?niva=").nth(1).unwrap();
    let new = format!(
        "/arbete/planer/2027/{CARE}/nytt?niva={}",
        new.split('"').next().unwrap()
    );
    let saved = writer.fill(&new, &[("text", "hemligordet")]).await;
    assert_eq!(saved.status, 303, "{}", saved.text());
    let shown = split(&town, &desk).await;
    says!(
        shown,
        "mål, åtaganden och uppdrag som inte är över",
        "En rad i en plan är inte beslutad.",
        "personer har roller där."
    );
    assert!(!shown.contains("hemligordet"));
    let numbered = shown.split("som inte är över</summary>").nth(1).unwrap();
    let told = numbered.split("</details>").next().unwrap();
    let count = told.matches("<li>").count().to_string();
    says!(shown, &format!("{count} mål, åtaganden och uppdrag"));
}

#[tokio::test(flavor = "multi_thread")]
async fn two_become_one_that_is_there_already() {
    let town = town().await;
    let desk = strategist(&town).await;
    let (care, culture) = (body(&town, CARE).0, body(&town, CULTURE).0);
    let (care, culture) = (care.to_string(), culture.to_string());
    let board = body(&town, "kommunstyrelsen").0.to_string();
    let fields = [
        ("upphor", care.as_str()),
        ("upphor", culture.as_str()),
        ("sista", "2026-12-31"),
        ("tar-over", board.as_str()),
        ("gor", "granska"),
    ];
    let shown = desk.fill(CHANGE, &fields).await.text();
    says!(
        shown,
        "Det här måste någon ta över efter Kultur- och fritidsnämnden",
        "Tar över: Kommunstyrelsen."
    );
    assert!(!shown.contains("från och med"), "what is below stays");
    assert_eq!(desk.post(CHANGE, &made(&shown)).await.status, 303);
    let board = desk.page(&format!("{LIST}/{CULTURE}")).await;
    says!(board, "Tar över: Kommunstyrelsen.");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_answers_to_a_body_that_ends_follows_and_a_second_click_on_a_day_that_was_is_the_first()
 {
    let town = town().await;
    let desk = strategist(&town).await;
    let school = body(&town, "gymnasienamnden").0.to_string();
    let board = body(&town, "kommunstyrelsen").0.to_string();
    let mut fields = vec![
        ("upphor", school.as_str()),
        ("upphor", school.as_str()),
        ("sista", "2026-10-04"),
        ("tar-over", board.as_str()),
        ("gor", "granska"),
    ];
    let stays = desk.fill(CHANGE, &fields).await.text();
    assert!(!stays.contains("från och med"), "{stays}");
    says!(stays, "Sista dagen har redan varit.");
    assert_eq!(
        stays.matches("Tar över:").count(),
        1,
        "chosen twice is once"
    );
    fields.push(("foljer", "1"));
    let shown = desk.fill(CHANGE, &fields).await.text();
    says!(
        shown,
        "Barn- och utbildningsförvaltningen svarar inför Förskolenämnden, Grundskolenämnden och \
         Kommunstyrelsen från och med 5 oktober 2026."
    );
    let position = town.app.position();
    for _ in 0..2 {
        let done = desk.post(CHANGE, &made(&shown)).await;
        assert_eq!(done.status, 303, "{}", done.text());
    }
    assert_eq!(town.app.position(), position + 2);
}

/// What begins on the day after takes over what answers to the old one; and what ends in the same change
/// is nobody's way up.
#[tokio::test(flavor = "multi_thread")]
async fn new_bodies_take_over_what_is_below_and_two_that_end_together_leave_no_loose_end() {
    let town = town().await;
    let desk = strategist(&town).await;
    let school = body(&town, "gymnasienamnden").0.to_string();
    let office = body(&town, "barn-och-utbildningsforvaltningen")
        .0
        .to_string();
    let mut fields = vec![
        ("upphor", school.as_str()),
        ("sista", "2026-12-31"),
        ("namn-1", "Gymnasie- & vuxennämnden"),
        ("namn-2", "Yrkesnämnden"),
        ("foljer", "1"),
        ("gor", "granska"),
    ];
    let shown = desk.fill(CHANGE, &fields).await;
    assert_eq!(shown.status, 200, "{}", shown.text());
    let page = shown.text();
    says!(
        page,
        "Barn- och utbildningsförvaltningen svarar inför Förskolenämnden, Grundskolenämnden, \
         Gymnasie- &#38; vuxennämnden och Yrkesnämnden från och med 1 januari 2027."
    );
    // It has its way up by this very change.
    assert!(!page.contains("svarar inför det:"), "{page}");
    fields.push(("upphor", office.as_str()));
    fields.push(("slag", "kind-committee"));
    let both = desk.fill(CHANGE, &fields).await.text();
    says!(
        both,
        "Yrkesnämnden (nämnd) inrättas 1 januari 2027 och svarar inför"
    );
    let founded = both.split("Yrkesnämnden (nämnd)").nth(1).unwrap();
    let founded = founded.split("</li>").next().unwrap();
    assert!(!founded.contains("Gymnasienämnden"), "{founded}");
    // As a browser reads it.
    let done = desk.post(CHANGE, &made(&both.replace("&#38;", "&"))).await;
    assert_eq!(done.status, 303, "{}", done.text());
    // A name is text, also where the heading is in another language.
    let in_english = desk.page("/en/arbete/organisation/yrkesnamnden").await;
    assert!(!in_english.contains("&#38;#38;") && !in_english.contains("&#60;span"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_body_is_renamed_and_moved_from_a_day() {
    let town = town().await;
    let desk = strategist(&town).await;
    let at = format!("{LIST}/{CULTURE}");
    let fields = [
        ("namn", "Kulturnämnden"),
        ("namn-fran", "2026-10-05"),
        ("gor", "granska"),
    ];
    let shown = desk.fill(&at, &fields).await;
    let shown = shown.text();
    says!(
        shown,
        "Kultur- och fritidsnämnden heter Kulturnämnden från och med 5 oktober 2026. \
         Adressen slutar på kulturnamnden, och den gamla leder dit."
    );
    let position = town.app.position();
    for _ in 0..2 {
        assert_eq!(desk.post(&at, &made(&shown)).await.status, 303);
    }
    assert_eq!(town.app.position(), position + 1);
    let page = desk.page(&format!("{LIST}/kulturnamnden")).await;
    says!(
        page,
        "Hette Kultur- och fritidsnämnden före 5 oktober 2026."
    );
    let old = town.server.get(&format!("/namnder/{CULTURE}"), "").await;
    assert_eq!(old.header("location"), Some("/organ/kulturnamnden"));

    let board = body(&town, "kommunstyrelsen").0.to_string();
    let to = format!("{LIST}/kulturnamnden");
    let own = format!("vad=under&nyckel={}", uuid::Uuid::new_v4());
    let moved = format!("{own}&under={board}&under-fran=2027-01-01&gor=granska");
    let shown = desk.post(&to, &moved).await.text();
    says!(
        shown,
        "Kulturnämnden svarar inför Kommunstyrelsen från och med 1 januari 2027."
    );
    assert_eq!(desk.post(&to, &made(&shown)).await.status, 303);
    // What is announced is told of.
    let coming = desk.page(&format!("{LIST}/kulturnamnden")).await;
    says!(
        coming,
        "Svarar inför Kommunstyrelsen från och med 1 januari 2027."
    );
    says!(
        desk.page(LIST).await,
        "Svarar inför Kommunstyrelsen från och med 1 januari 2027."
    );
    let own = [
        ("namn", "Ändra"),
        ("namn-fran", "2026-11-01"),
        ("gor", "granska"),
    ];
    let taken = [("namn", "grundskolenämnden"), own[1], own[2]];
    let taken = desk.fill(&format!("{LIST}/exempelenergi"), &taken).await;
    assert_eq!(taken.status, 422);
    says!(taken.text(), "href=\"#namn\"", "heter redan så");
    let own = desk.fill(&format!("{LIST}/exempelenergi"), &own).await;
    says!(own.text(), "Adressen slutar på andra,");
    let at = format!("{LIST}/grundskolenamnden");
    let same = [
        ("namn", "Grundskolenämnden"),
        ("engelska", "The compulsory school committee"),
        ("finska", "Peruskoululautakunta"),
        ("namn-fran", "2026-11-01"),
        ("gor", "granska"),
    ];
    let reply = desk.fill(&at, &same).await;
    assert_eq!(reply.status, 422);
    says!(reply.text(), "Så är det redan.");
    // Nobody answers to whoever answers to them, by any way.
    let circle = body(&town, "kulturnamnden").0.to_string();
    let board = format!("{LIST}/kommunstyrelsen");
    let circle = format!("vad=under&under={circle}&under-fran=2027-02-01&gor=granska");
    let reply = desk.post(&board, &circle).await;
    assert_eq!(reply.status, 422);
    says!(
        reply.text(),
        "href=\"#under\"",
        "<details class=\"valj\" id=\"under\" tabindex=\"-1\" open>"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_wrong_is_told_at_its_field_and_everything_typed_stays() {
    let town = town().await;
    let desk = strategist(&town).await;
    let care = body(&town, CARE).0.to_string();
    let council = body(&town, "kommunfullmaktige").0.to_string();
    let long = "x".repeat(121);
    let position = town.app.position();
    type Typed<'a> = Vec<(&'a str, &'a str)>;
    let cases: [(&str, &str, Typed<'_>); 19] = [
        ("upphor", "Välj vad som upphör", vec![]),
        ("upphor", "går inte att välja längre", vec![("upphor", "x")]),
        (
            "upphor",
            "går inte att välja längre",
            vec![("upphor", &council), ("sista", "2026-12-31")],
        ),
        ("sista", "Skriv vilken dag", vec![("upphor", &care)]),
        (
            "sista",
            "31 feb",
            vec![("upphor", &care), ("sista", "31 feb")],
        ),
        (
            "tar-over",
            "efter sig själv",
            vec![
                ("upphor", &care),
                ("sista", "2026-12-31"),
                ("tar-over", &care),
            ],
        ),
        (
            "namn-1",
            "Skriv namnet på svenska",
            vec![
                ("engelska-1", "Only this"),
                ("upphor", &care),
                ("sista", "2026-12-31"),
            ],
        ),
        (
            "namn-1",
            "120",
            vec![
                ("namn-1", &long),
                ("upphor", &care),
                ("sista", "2026-12-31"),
            ],
        ),
        (
            "namn-2",
            "samma namn",
            vec![
                ("namn-1", "Nya"),
                ("namn-2", "Nya"),
                ("upphor", &care),
                ("sista", "2026-12-31"),
            ],
        ),
        (
            "slag",
            "vilket slags organ",
            vec![
                ("namn-1", "Nya"),
                ("svarar", &council),
                ("borjar", "2027-01-01"),
            ],
        ),
        (
            "svarar",
            "vem de nya svarar inför",
            vec![
                ("namn-1", "Nya"),
                ("slag", "kind-committee"),
                ("borjar", "2027-01-01"),
            ],
        ),
        (
            "borjar",
            "dag",
            vec![
                ("namn-1", "Nya"),
                ("slag", "kind-committee"),
                ("svarar", &council),
            ],
        ),
        (
            "svarar",
            "upphör i samma ändring",
            vec![
                ("upphor", &care),
                ("sista", "2026-12-31"),
                ("namn-1", "Nya"),
                ("svarar", &care),
            ],
        ),
        (
            "tar-over",
            "ingen kan ta över",
            vec![
                ("tar-over", &care),
                ("namn-1", "Nya"),
                ("slag", "kind-committee"),
                ("svarar", &council),
                ("borjar", "2027-01-01"),
            ],
        ),
        (
            "borjar",
            "inget av organen däremellan",
            vec![
                ("upphor", &care),
                ("sista", "2026-12-31"),
                ("namn-1", "Nya"),
                ("borjar", "2027-03-01"),
            ],
        ),
        (
            "namn-1",
            "heter redan så",
            vec![
                ("upphor", &care),
                ("sista", "2026-12-31"),
                ("namn-1", "grundskolenämnden"),
            ],
        ),
        (
            "namn-2",
            "samma namn",
            vec![
                ("namn-1", "Nya"),
                ("namn-2", "NYA"),
                ("upphor", &care),
                ("sista", "2026-12-31"),
            ],
        ),
        (
            "namn-1",
            "med bokstäver",
            vec![
                ("upphor", &care),
                ("sista", "2026-12-31"),
                ("namn-1", "!!!"),
            ],
        ),
        // What it has done since is not undone.
        (
            "sista",
            "arbete",
            vec![("upphor", &care), ("sista", "2024-12-31")],
        ),
    ];
    for (field, said, fields) in cases {
        let all = [
            &fields[..],
            &[("namn-3", "Står <kvar>"), ("gor", "granska")],
        ]
        .concat();
        let all = match field == "upphor" && fields.is_empty() {
            true => vec![("gor", "granska")],
            false => all,
        };
        let reply = desk.fill(CHANGE, &all).await;
        let page = reply.text();
        assert_eq!(reply.status, 422, "{field}: {page}");
        says!(page, &format!("href=\"#{field}\""), said);
        assert_eq!(
            page.contains("Står &#60;kvar&#62;"),
            all.len() > 1,
            "{field}"
        );
    }
    assert_eq!(town.app.position(), position);
    // One row more, and from what was seen back to what was typed.
    let more = [("namn-1", "Nya"), ("rader", "3"), ("gor", "fler")];
    let more = desk.post(CHANGE, &fields(more)).await.text();
    says!(more, "id=\"namn-4\"", "value=\"Nya\"");
    let shown = split(&town, &desk).await;
    let back = desk.post(CHANGE, &form(&shown, &[("gor", "andra")])).await;
    assert_eq!(back.status, 200);
    says!(
        back.text(),
        "value=\"Hemvårdsnämnden\"",
        "value=\"2026-12-31\""
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_done_that_is_not_what_was_seen() {
    let town = town().await;
    let desk = strategist(&town).await;
    let shown = split(&town, &desk).await;
    let other = Desk::of(&town, "annan", &[(Role::Strategist, GROUP)]).await;
    let at = format!("{LIST}/{CARE}");
    let renamed = [
        ("namn", "Omsorgsnämnden"),
        ("namn-fran", "2026-10-05"),
        ("gor", "granska"),
    ];
    let renamed = other.fill(&at, &renamed).await.text();
    assert_eq!(other.post(&at, &made(&renamed)).await.status, 303);
    let position = town.app.position();
    let reply = desk.post(CHANGE, &made(&shown)).await;
    assert_eq!(reply.status, 409);
    let page = reply.text();
    says!(
        page,
        "Något har ändrats sedan du tittade.",
        "Omsorgsnämnden upphör."
    );
    assert_eq!(town.app.position(), position);
    assert_eq!(desk.post(CHANGE, &made(&page)).await.status, 303);
    // What was typed otherwise under the key of a change that is made.
    let otherwise = made(&page).replace(&encoded("Äldrenämnden"), "Annat");
    let reply = desk.post(CHANGE, &otherwise).await;
    assert_eq!(reply.status, 422);
    says!(reply.text(), "redan gjord, med andra uppgifter");
}

/// A second reorganisation before the first has come: who answers to whom is asked of its own day, and
/// what was announced is told of before it is replaced.
#[tokio::test(flavor = "multi_thread")]
async fn what_is_reorganised_is_reorganised_again_before_it_has_come() {
    let town = town().await;
    let desk = strategist(&town).await;
    let school = body(&town, "gymnasienamnden").0.to_string();
    let office = "barn-och-utbildningsforvaltningen";
    let first = [
        ("upphor", school.as_str()),
        ("sista", "2026-12-31"),
        ("namn-1", "Nämnd A"),
        ("namn-2", "Nämnd B"),
        ("foljer", "1"),
        ("gor", "granska"),
    ];
    let shown = desk.fill(CHANGE, &first).await.text();
    assert_eq!(desk.post(CHANGE, &made(&shown)).await.status, 303);
    let a = body(&town, "namnd-a").0.to_string();
    let second = [
        ("upphor", a.as_str()),
        ("sista", "2027-12-31"),
        ("namn-1", "Nämnd C"),
        ("foljer", "1"),
        ("gor", "granska"),
    ];
    let shown = desk.fill(CHANGE, &second).await.text();
    says!(
        shown,
        "Barn- och utbildningsförvaltningen svarar inför Förskolenämnden, Grundskolenämnden, \
         Nämnd B och Nämnd C från och med 1 januari 2028."
    );
    assert_eq!(desk.post(CHANGE, &made(&shown)).await.status, 303);
    let list = desk.page(LIST).await;
    let coming = list.split("Nämnd A</a>").nth(1).unwrap();
    let coming = coming.split("</li>").next().unwrap();
    says!(
        coming,
        "Börjar 1 januari 2027.",
        "Sista dagen är 31 december 2027."
    );
    // The form of one that is to end has what is said of it, and tells what it replaces.
    let again = desk.page(&format!("{CHANGE}?organ=gymnasienamnden")).await;
    says!(
        again,
        "value=\"2026-12-31\"",
        &format!("value=\"{a}\" checked")
    );
    let later = [
        ("upphor", school.as_str()),
        ("sista", "2027-06-30"),
        ("tar-over", a.as_str()),
        ("gor", "granska"),
    ];
    let shown = desk.fill(CHANGE, &later).await.text();
    says!(
        shown,
        "Det ersätter det som är sagt: sista dag 31 december 2026, tar över Nämnd A och Nämnd B."
    );
    // Residents read that it is to come, and after whom.
    let public = town.page("/namnder/namnd-b").await;
    says!(
        public,
        "<dt>Börjar</dt><dd>1 januari 2027",
        "<dt>Efterträder</dt>",
        "Gymnasienämnden"
    );
    says!(town.page("/namnder/").await, "börjar 1 januari 2027");
    // A year's plans are of those that are there in it.
    let plans = desk.page("/arbete/planer/2027").await;
    assert!(plans.contains("Nämnd B") && !plans.contains("Nämnd C"));
    // The council does not end by a form.
    let council = desk.page(&format!("{LIST}/kommunfullmaktige")).await;
    assert!(!council.contains("Ange sista dagen"));
    says!(
        desk.page(&format!("{LIST}/{office}")).await,
        "Ange sista dagen"
    );
}

/// Each has seen what stood before any of them had pressed.
#[tokio::test(flavor = "multi_thread")]
async fn of_three_who_press_at_once_one_has_seen_what_is_done() {
    let town = town().await;
    let desk = strategist(&town).await;
    let care = body(&town, CARE).0.to_string();
    let mut shown = Vec::new();
    for last in ["2050-12-31", "2051-12-31", "2052-12-31"] {
        let fields = [
            ("upphor", care.as_str()),
            ("sista", last),
            ("gor", "granska"),
        ];
        shown.push(made(&desk.fill(CHANGE, &fields).await.text()));
    }
    let position = town.app.position();
    let (one, two, three) = tokio::join!(
        desk.post(CHANGE, &shown[0]),
        desk.post(CHANGE, &shown[1]),
        desk.post(CHANGE, &shown[2]),
    );
    let mut all = [one.status, two.status, three.status];
    all.sort_unstable();
    assert_eq!(all, [303, 409, 409]);
    assert_eq!(town.app.position(), position + 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_forms_that_found_one_name_the_later_is_told_so() {
    let town = town().await;
    let desk = strategist(&town).await;
    let council = body(&town, "kommunfullmaktige").0.to_string();
    let fields = [
        ("namn-1", "Samma nämnd"),
        ("slag", "kind-committee"),
        ("borjar", "2027-01-01"),
        ("svarar", council.as_str()),
        ("gor", "granska"),
    ];
    let one = desk.fill(CHANGE, &fields).await.text();
    says!(one, "Det här händer");
    let other = desk.fill(CHANGE, &fields).await.text();
    for _ in 0..2 {
        let done = desk.post(CHANGE, &made(&one)).await;
        assert_eq!(done.status, 303, "{}", done.text());
    }
    let position = town.app.position();
    let late = desk.post(CHANGE, &made(&other)).await;
    assert_eq!((late.status, town.app.position()), (422, position));
    says!(late.text(), "Ett organ som finns heter redan så.");
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_is_to_work_in_a_body_to_come_is_let_in_before_its_first_day() {
    let town = town().await;
    let desk = strategist(&town).await;
    let shown = split(&town, &desk).await;
    assert_eq!(desk.post(CHANGE, &made(&shown)).await.status, 303);
    let love = Desk::of(&town, "love", &[(Role::Administrator, GROUP)]).await;
    let everybody = town.app.everybody();
    let person = everybody.iter().find(|p| p.login == "strateg").unwrap().id;
    let at = format!("/arbete/personer/{person}");
    let elder = body(&town, "aldrenamnden").0;
    for (from, status) in [("2026-12-01", 422), ("2027-01-01", 303)] {
        let grant = format!("gor=ge&roll=role-contributor&organ={elder}&fran={from}");
        assert_eq!(love.post(&at, &grant).await.status, status, "{from}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_name_that_a_body_is_to_have_is_taken_and_one_that_it_leaves_is_free() {
    let town = town().await;
    let desk = strategist(&town).await;
    let named = |name| {
        [
            ("namn", name),
            ("namn-fran", "2027-01-01"),
            ("gor", "granska"),
        ]
    };
    let (culture, energy) = (
        format!("{LIST}/kultur-och-fritidsnamnden"),
        format!("{LIST}/exempelenergi"),
    );
    let one = desk.fill(&culture, &named("Nya nämnden")).await.text();
    let other = desk.fill(&energy, &named("Nya nämnden")).await.text();
    let freed = desk
        .fill(&energy, &named("Kultur- och fritidsnämnden"))
        .await;
    assert_eq!(freed.status, 422, "nobody leaves it yet");
    assert_eq!(desk.post(&culture, &made(&one)).await.status, 303);
    let late = desk.post(&energy, &made(&other)).await;
    assert_eq!(late.status, 422);
    says!(late.text(), "Ett organ som finns heter redan så.");
    let freed = desk
        .fill(&energy, &named("Kultur- och fritidsnämnden"))
        .await;
    assert_eq!(freed.status, 200, "{}", freed.text());
}
