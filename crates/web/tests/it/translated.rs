//! Finnish and English in full first: what goals, visions and perspectives say, by whom it was
//! translated, and the words that were decided.

use crate::links::{self, Page};
use crate::year::{answering, exempelstad, said};
use jiff::civil::{Date, date};
use riktning_app::App;
use riktning_domain::models::Purpose;
use riktning_domain::site::translations::TranslateText;
use riktning_domain::{Command, Names, Text, User};
use riktning_web::server::Source;

const TODAY: Date = date(2026, 11, 24);

#[tokio::test(flavor = "multi_thread")]
async fn a_goal_stands_in_the_language_of_the_page_with_the_words_that_were_decided() {
    let town = exempelstad().await;
    let reply = town.get("/fi/2016-2019/mal/hojd-utbildningsniva", "").await;
    assert!(reply.text().contains("<h1>Korkeampi koulutustaso</h1>"));
    assert!(
        reply
            .text()
            .contains("<title>Korkeampi koulutustaso 2016–2019 – ")
    );
    says!(
        said(&reply),
        "Käännökset: Kunnan kääntäjä. Käännökset eivät ole osa päätöksiä.",
        "Ruotsiksi: Höjd utbildningsnivå",
        "elättääkseen itsensä",
    );
    let decided = "<span lang=\"sv\">Höjd utbildningsnivå</span>";
    assert!(reply.text().contains(decided));
    let english = town.get("/en/2016-2019/mal/hojd-utbildningsniva", "").await;
    assert!(
        english
            .text()
            .contains("<h1>A higher level of education</h1>")
    );
    let swedish = said(&town.get("/2016-2019/mal/hojd-utbildningsniva", "").await);
    for foreign in ["Korkeampi", "Kunnan kääntäjä", "På svenska:"] {
        assert!(!swedish.contains(foreign), "{foreign}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_translation_is_on_the_next_page_and_in_the_next_search_that_anybody_asks_for() {
    let app = links::exempelstad(TODAY).await;
    let town = answering(&app).await;
    let goal = "/fi/2024-2027/mal/varje-barn-lyckas-i-skolan";
    let search = "/fi/sok?q=menestyy";
    // Both are made and kept.
    says!(
        town.get(goal, "").await.text(),
        "<h1>Jokainen lapsi onnistuu koulussa</h1>"
    );
    assert!(!town.get(search, "").await.text().contains(goal));
    let translated = TranslateText {
        text: Names {
            fi: Some("Jokainen oppilas menestyy".into()),
            ..Names::swedish("Varje barn lyckas i skolan")
        },
        by: "Kommunens översättare".into(),
    };
    let commands = vec![Command::TranslateText(translated)];
    app.perform_all(User::Import, commands, None).await.unwrap();
    says!(
        town.get(goal, "").await.text(),
        "<h1>Jokainen oppilas menestyy</h1>"
    );
    assert!(town.get(search, "").await.text().contains(goal));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_search_finds_what_is_translated() {
    let town = exempelstad().await;
    let found = town.get("/fi/sok?q=koulutustaso", "").await;
    assert!(
        found
            .text()
            .contains("/fi/2016-2019/mal/hojd-utbildningsniva")
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn the_rights_of_whoever_speaks_finnish_are_told() {
    let source = Source::of(&links::eskilstuna(TODAY).await);
    let page = Page::ask(&source, "/fi/om/finska").await;
    says!(
        page.html,
        "<h1>Oikeutesi käyttää suomea</h1>",
        "vastattava sinulle suullisesti suomeksi",
        "Eskilstunan kunta kuuluu suomen kielen hallintoalueeseen.",
        "href=\"/fi/styrdokument/",
        "href=\"/fi/servicedeklarationer\"",
        "href=\"/fi/kontakt\"",
    );
    // Its law is not checked by anybody, and is told of where laws are.
    let town = exempelstad().await;
    let page = said(&town.get("/om/finska", "").await);
    assert!(page.contains("Finska och andra minoritetsspråk"), "{page}");
    assert!(!page.contains("Lagen i kommunens förteckning"), "{page}");
    assert!(page.contains("Exempelstads kommun hör till förvaltningsområdet för finska."));
    // A municipality of which no source says so says that.
    let empty = answering(&links::open(TODAY)).await;
    let page = said(&empty.get("/om/finska", "").await);
    assert!(
        page.contains("Ingen källa som vi har läst säger om kommunen hör"),
        "{page}"
    );
}

/// What goals, visions and perspectives say, of every period.
fn to_be_translated(app: &App) -> Vec<Text> {
    let days = [date(2018, 6, 1), date(2022, 6, 1), TODAY];
    let of_day = |day: Date| {
        app.published(day, |p| {
            let mut all = Vec::new();
            for model in p.models() {
                let goals = p.elements_of(model.id);
                let goals = goals.filter(|e| e.level().purpose == Purpose::StrategicGoal);
                for goal in goals {
                    let said = [Some(goal.text()), goal.description(), goal.why()];
                    all.extend(said.into_iter().flatten().cloned());
                }
            }
            for vision in p.visions() {
                let said = vision.wording;
                all.push(said.title.clone());
                all.extend(said.slogan.iter().chain(&said.statements).cloned());
            }
            let perspectives = p.topics(riktning_domain::topics::Dimension::Perspective);
            all.extend(perspectives.iter().filter_map(|(_, t)| t.meaning.clone()));
            all
        })
    };
    let mut all: Vec<Text> = days.into_iter().flat_map(of_day).collect();
    all.sort();
    all.dedup();
    all
}

fn has_both(names: &Names) -> bool {
    names.en.is_some() && names.fi.is_some()
}

#[tokio::test]
async fn every_goal_vision_and_perspective_of_both_municipalities_is_translated() {
    let towns = [
        links::eskilstuna(TODAY).await,
        links::exempelstad(TODAY).await,
    ];
    for app in towns {
        let translations = app.published(TODAY, |p| p.translations());
        let texts = to_be_translated(&app);
        assert!(texts.len() > 30, "{texts:?}");
        let left = texts.iter().filter(|text| {
            let made = translations.of(text);
            !made.is_some_and(|made| has_both(&made.text))
        });
        assert_eq!(left.collect::<Vec<_>>(), Vec::<&Text>::new());
    }
}

/// The Swedish texts of a page, but for names of places and numbers, and titles of other people's
/// documents.
fn swedish_of(page: &Page) -> Vec<&str> {
    // A rule by its letters, places, streets and case numbers; the last is what a source without an address is called.
    const OWN_NAMES: [&str; 12] = [
        "TAKT",
        "Eskilstuna",
        "Torshälla",
        "Värjan, ",
        "Kvarnen, ",
        "Exempelstad",
        "Bydalen",
        "Kajgatan",
        "Norra hamnen",
        "Torget ",
        "Storgatan ",
        "Påhittat exempel",
    ];
    let mut left = Vec::new();
    let mut parts = page.html.split("<span lang=\"sv\">");
    let mut before = parts.next().unwrap();
    for part in parts {
        let linked = before.rsplit("<a ").next().unwrap_or_default();
        let is_document = linked.starts_with("href=\"http") && linked.ends_with('>');
        let text = part.split("</span>").next().unwrap();
        let is_name = OWN_NAMES.iter().any(|name| text.starts_with(name));
        let is_number = text.starts_with(|c: char| c.is_ascii_digit()) || text.starts_with("EXS ");
        let is_decided = before.ends_with("Ruotsiksi: ");
        let is_document = is_document || before.ends_with("Lähde: ");
        if !(is_document || is_name || is_number || is_decided) {
            left.push(text);
        }
        before = part;
    }
    left
}

#[tokio::test]
async fn the_pages_that_are_finnish_first_have_no_swedish_of_the_municipality_s_own() {
    let mut left = Vec::new();
    for app in [
        links::eskilstuna(TODAY).await,
        links::exempelstad(TODAY).await,
    ] {
        let source = Source::of(&app);
        let paths = [
            "/",
            "/sa-styrs-kommunen",
            "/vision",
            "/kontakt",
            "/om/finska",
            "/servicedeklarationer",
            "/malgrupper/",
        ];
        for path in paths {
            let page = Page::ask(&source, &format!("/fi{path}")).await;
            let all = swedish_of(&page).into_iter();
            left.extend(all.map(|text| format!("{path}: {text}")));
        }
    }
    left.dedup();
    assert_eq!(left, Vec::<String>::new());
}
