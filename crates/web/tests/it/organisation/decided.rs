//! The decision behind a reorganisation: recorded with it or afterwards, and told to residents.

use super::{CARE, CHANGE, CULTURE, LIST, made, split, strategist, town};
use crate::desk::{Desk, form, standing};
use crate::town::Town;
use riktning_domain::permissions::Role;

const DECIDE: &str = "/arbete/omorganisation/beslut";

/// The fields of the decision of 25 May.
const MINUTES: [(&str, &str); 3] = [
    ("dag", "2026-05-25"),
    ("paragraf", "§ 88"),
    ("diarienummer", "EXKF/2026:88"),
];

/// The same text without the marks of a page.
fn plain(page: &str) -> String {
    let mut text = String::new();
    let mut within = false;
    for c in page.chars() {
        match c {
            '<' => within = true,
            '>' => within = false,
            // A hyphen that is there only where a line is broken.
            '\u{ad}' => {}
            c if !within => text.push(c),
            _ => {}
        }
    }
    text
}

#[tokio::test(flavor = "multi_thread")]
async fn a_split_is_made_with_its_decision_and_residents_read_by_which() {
    let town = town().await;
    let desk = strategist(&town).await;
    let shown = split(&town, &desk).await;
    says!(
        shown,
        "Beslutet bakom ändringen (frivilligt)",
        "<strong>Kommunfullmäktige</strong>",
        "value=\"Äldrenämnden, Funktionsrättsnämnden och Hemvårdsnämnden inrättas, \
         Vård- och omsorgsnämnden upphör\""
    );
    let sent = standing(&shown, &[&MINUTES[..], &[("gor", "genomfor")]].concat());
    let position = town.app.position();
    for _ in 0..2 {
        let done = desk.post(CHANGE, &sent).await;
        assert_eq!(done.status, 303, "{}", done.text());
    }
    assert_eq!(town.app.position(), position + 5, "and one decision");
    let organ = desk.page(&format!("{LIST}/{CARE}")).await;
    assert!(
        plain(&organ).contains("Beslutat av Kommunfullmäktige 25 maj 2026, § 88, EXKF/2026:88")
    );
    // What residents read: by which decision it ends, and was founded.
    let public = plain(&town.page(&format!("/namnder/{CARE}")).await);
    let by = "Beslutat av Kommunfullmäktige 25 maj 2026, § 88, EXKF/2026:88. \
              Protokollet är inte justerat än";
    assert!(public.contains(by), "{public}");
    let new = plain(&town.page("/namnder/aldrenamnden").await);
    assert!(new.contains(by), "{new}");
    for sought in ["%C2%A7+88", "EXKF%2F2026%3A88"] {
        let found = plain(&town.page(&format!("/sok?q={sought}")).await);
        assert!(
            found.contains("inrättas, Vård- och omsorgsnämnden upphör"),
            "{found}"
        );
    }
    let log = plain(&town.page("/andringar").await);
    assert!(
        log.contains("Hemvårdsnämnden inrättas, Vård- och omsorgsnämnden upphör"),
        "{log}"
    );
    // Before the meeting nobody had decided anything.
    let eve = "per=2026-05-24";
    let before = town.page(&format!("/namnder/{CARE}?{eve}")).await;
    assert!(!before.contains("§ 88") && !before.contains("EXKF"));
    let before = town.page(&format!("/sok?q=EXKF%2F2026%3A88&{eve}")).await;
    assert!(!plain(&before).contains("omsorgsnämnden upphör"));
    // The change itself is known from the day on which it was recorded, and no earlier.
    let eve = town.page(&format!("/namnder/{CARE}?per=2026-10-04")).await;
    assert!(!eve.contains("upphör"), "{eve}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_faulty_decision_is_told_at_its_field_with_all_that_was_typed_and_nothing_is_made() {
    let town = town().await;
    let desk = strategist(&town).await;
    let shown = split(&town, &desk).await;
    let position = town.app.position();
    type Typed<'a> = &'a [(&'a str, &'a str)];
    let cases: [(&str, &str, Typed<'_>); 5] = [
        (
            "paragraf",
            "Skriv paragrafen",
            &[("dag", "2026-05-25"), ("paragraf", "femte")],
        ),
        (
            "paragraf",
            "Skriv paragrafen",
            &[("dag", "2026-05-25"), ("rubrik", "Min rubrik")],
        ),
        ("dag", "Skriv vilken dag", &[("paragraf", "88")]),
        (
            "dag",
            "Dagen 6 oktober 2026 har inte varit än.",
            &[("dag", "2026-10-06"), ("paragraf", "88")],
        ),
        (
            "delegation",
            "Skriv antingen paragraf eller nummer i delegationsordningen",
            &[
                ("dag", "2026-05-25"),
                ("paragraf", "88"),
                ("delegation", "D 1"),
            ],
        ),
    ];
    for (field, said, typed) in cases {
        let sent = standing(&shown, &[typed, &[("gor", "genomfor")]].concat());
        let reply = desk.post(CHANGE, &sent).await;
        assert_eq!(reply.status, 422, "{typed:?}: {}", reply.text());
        let page = reply.text();
        says!(page, &format!("href=\"#{field}\""), said, "Det här händer");
        says!(
            page,
            "id=\"beslut\" open",
            "name=\"namn-2\" value=\"Funktionsrättsnämnden\""
        );
        for (name, value) in typed {
            let begin = format!("name=\"{name}\"");
            let fields = page.split("<input ").skip(1);
            let mut fields = fields.map(|tag| tag.split('>').next().unwrap());
            let field = fields.find(|tag| tag.contains(&begin)).unwrap();
            assert!(field.contains(&format!("value=\"{value}\"")), "{field}");
        }
    }
    assert_eq!(town.app.position(), position);
    // Back in the form and forth again what was typed of the decision is there.
    let back = standing(&shown, &[&MINUTES[..], &[("gor", "andra")]].concat());
    let back = desk.post(CHANGE, &back).await.text();
    says!(back, "type=\"hidden\" name=\"paragraf\" value=\"§ 88\"");
    let forth = desk
        .post(CHANGE, &standing(&back, &[("gor", "granska")]))
        .await;
    says!(
        forth.text(),
        "id=\"paragraf\" name=\"paragraf\" value=\"§ 88\""
    );
}

/// A committee that is called something else, with nothing said of who decided.
async fn renamed(town: &Town, desk: &Desk<'_>) {
    let at = format!("{LIST}/{CULTURE}");
    let fields = [
        ("namn", "Kulturnämnden"),
        ("namn-fran", "2026-10-05"),
        ("gor", "granska"),
    ];
    let shown = desk.fill(&at, &fields).await.text();
    says!(shown, "byter namn till Kulturnämnden\"");
    assert_eq!(desk.post(&at, &made(&shown)).await.status, 303);
    let public = town.page("/namnder/kulturnamnden").await;
    assert!(!public.contains("Namnet gäller från"), "{public}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_decision_is_added_afterwards_to_a_name_by_whoever_organises() {
    let town = town().await;
    let desk = strategist(&town).await;
    renamed(&town, &desk).await;
    says!(
        desk.page(LIST).await,
        "3 ändringar utan angivet beslut",
        DECIDE
    );
    let organ = desk.page(&format!("{LIST}/kulturnamnden")).await;
    let asks = format!("{DECIDE}?organ=kulturnamnden");
    says!(
        organ,
        "Beslutet är inte angivet.",
        &format!("href=\"{asks}\"")
    );
    let page = desk.page(&asks).await;
    let named = "Kultur- och fritidsnämnden heter Kulturnämnden från och med 5 oktober 2026.";
    says!(
        page,
        named,
        "value=\"Kultur- och fritidsnämnden byter namn till Kulturnämnden\""
    );
    let line = page
        .split("<label class=\"kryss\">")
        .find(|line| line.contains(named));
    says!(line.unwrap(), "checked");
    let faulty = standing(
        &page,
        &[
            ("dag", "2026-05-25"),
            ("paragraf", "femte"),
            ("rubrik", "Nytt namn"),
        ],
    );
    let reply = desk.post(DECIDE, &faulty).await;
    assert_eq!(reply.status, 422);
    let reply = reply.text();
    says!(
        reply,
        "href=\"#paragraf\"",
        "value=\"femte\"",
        "value=\"Nytt namn\"",
        "value=\"2026-05-25\""
    );
    let line = reply
        .split("<label class=\"kryss\">")
        .find(|line| line.contains(named));
    says!(line.unwrap(), "checked");
    // Of a day after the first of the name, and of a day to come.
    let late = standing(&page, &[("dag", "2026-10-06"), ("paragraf", "88")]);
    let late = desk.post(DECIDE, &late).await;
    assert_eq!(late.status, 422);
    says!(late.text(), "href=\"#dag\"");
    let sent = standing(&page, &MINUTES);
    let position = town.app.position();
    for _ in 0..2 {
        let done = desk.post(DECIDE, &sent).await;
        assert_eq!(done.status, 303, "{}", done.text());
        assert_eq!(
            done.header("location"),
            Some("/arbete/organisation?gjort=beslut")
        );
    }
    assert_eq!(town.app.position(), position + 1);
    let other = [("dag", "2026-05-25"), ("paragraf", "89")];
    let other = standing(&page, &other);
    let other = desk.post(DECIDE, &other).await;
    assert_eq!(other.status, 422);
    says!(other.text(), "Formuläret har redan fört in ett beslut");
    let list = desk.page(&format!("{LIST}?gjort=beslut")).await;
    says!(list, "Beslutet är infört.");
    says!(list, "2 ändringar utan angivet beslut");
    let public = plain(&town.page("/namnder/kulturnamnden").await);
    let by = "Namnet gäller från5 oktober 2026Beslutat av Kommunfullmäktige 25 maj 2026, § 88";
    assert!(public.contains(by), "{public}");
    let log = town.page("/andringar").await;
    let day = log
        .split("<section")
        .skip(1)
        .find(|day| day.contains("5 oktober 2026"));
    let day = plain(day.unwrap());
    assert!(
        day.contains("§ 88") && day.contains("Kulturnämnden"),
        "{day}"
    );
    // On the eve of the name it bears the old one, and nothing is said of the new.
    let eve = town
        .page(&format!("/namnder/{CULTURE}?per=2026-10-04"))
        .await;
    assert!(!eve.contains("Namnet gäller från"));
}

#[tokio::test(flavor = "multi_thread")]
async fn councils_secretary_adds_it_from_the_register_and_a_quashed_one_is_told_as_it_is() {
    let town = town().await;
    let desk = strategist(&town).await;
    renamed(&town, &desk).await;
    let secretary = Desk::of(
        &town,
        "sekreterare",
        &[(Role::Registrar, "kommunfullmaktige")],
    )
    .await;
    let register = secretary.page("/arbete/beslut").await;
    says!(register, "3 ändringar utan angivet beslut", DECIDE);
    let page = secretary.page(DECIDE).await;
    let named = "Kultur- och fritidsnämnden heter Kulturnämnden från och med 5 oktober 2026.";
    let line = page
        .split("<label class=\"kryss\">")
        .find(|line| line.contains(named));
    let mark = line.unwrap().split("value=\"").nth(1).unwrap();
    let mark = mark.split('"').next().unwrap();
    let nothing = secretary.post(DECIDE, &standing(&page, &MINUTES)).await;
    assert_eq!(nothing.status, 422);
    says!(nothing.text(), "href=\"#andring\"");
    let sent = standing(&page, &[&MINUTES[..], &[("andring", mark)]].concat());
    let done = secretary.post(DECIDE, &sent).await;
    assert_eq!(done.status, 303, "{}", done.text());
    let own = done.header("location").unwrap().to_owned();
    let decided = secretary.page(&own).await;
    says!(
        decided,
        "Fick namnet Kulturnämnden från och med 5 oktober 2026",
        "Kultur- och fritidsnämnden"
    );
    let at = own.split('?').next().unwrap();
    let quashed = form(&decided, &[("steg", "upphavt"), ("dag", "2026-10-05")]);
    let quashed = secretary.post(at, &quashed).await;
    assert_eq!(quashed.status, 303, "{}", quashed.text());
    let public = plain(&town.page("/namnder/kulturnamnden").await);
    assert!(
        public.contains("En domstol har upphävt beslutet"),
        "{public}"
    );
    // The body is called what it is called, and waits for a decision anew.
    says!(
        secretary.page("/arbete/beslut").await,
        "3 ändringar utan angivet beslut"
    );
    // Who neither organises nor records has no such page.
    let writer = Desk::of(&town, "skriver", &[(Role::Contributor, CARE)]).await;
    assert_eq!(writer.get(DECIDE).await.status, 404);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_name_that_is_corrected_on_the_first_day_of_a_body_waits_and_is_shown() {
    let town = town().await;
    let desk = strategist(&town).await;
    let shown = split(&town, &desk).await;
    assert_eq!(desk.post(CHANGE, &made(&shown)).await.status, 303);
    let at = format!("{LIST}/aldrenamnden");
    let other = [
        ("namn", "Äldreomsorgsnämnden"),
        ("namn-fran", "2027-01-01"),
        ("gor", "granska"),
    ];
    let shown = desk.fill(&at, &other).await.text();
    assert_eq!(desk.post(&at, &made(&shown)).await.status, 303);
    let named = "Äldrenämnden heter Äldreomsorgsnämnden från och med 1 januari 2027.";
    says!(desk.page(DECIDE).await, named);
    // The same name in a language more is no other name: nothing more waits.
    let waits = |page: &str| page.matches("<label class=\"kryss\">").count();
    let before = waits(&desk.page(DECIDE).await);
    let finnish = [
        ("namn", "Äldreomsorgsnämnden"),
        ("finska", "Vanhustenlautakunta"),
        ("namn-fran", "2027-01-01"),
        ("gor", "granska"),
    ];
    let shown = desk.fill(&at, &finnish).await.text();
    assert_eq!(desk.post(&at, &made(&shown)).await.status, 303);
    assert_eq!(waits(&desk.page(DECIDE).await), before);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_form_with_another_change_does_not_lose_its_decision_in_silence() {
    let town = town().await;
    let desk = strategist(&town).await;
    let at = format!("{LIST}/{CULTURE}");
    let fields = |name: &'static str| {
        [
            ("namn", name),
            ("namn-fran", "2026-10-05"),
            ("gor", "granska"),
        ]
    };
    let page = desk.page(&at).await;
    let first = desk.post(&at, &form(&page, &fields("Kulturnämnden"))).await;
    let sent = standing(
        &first.text(),
        &[&MINUTES[..], &[("gor", "genomfor")]].concat(),
    );
    assert_eq!(desk.post(&at, &sent).await.status, 303);
    // The browser's way back gives the form its key again.
    let other = desk
        .post(&at, &form(&page, &fields("Fritidsnämnden")))
        .await;
    let sent = standing(
        &other.text(),
        &[&MINUTES[..], &[("gor", "genomfor")]].concat(),
    );
    let position = town.app.position();
    let told = desk.post(&at, &sent).await;
    assert_ne!(told.status, 303, "{}", told.text());
    assert_eq!(town.app.position(), position);
}
