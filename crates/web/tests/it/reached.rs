//! Everything that is published is reached by links from the start page: what has a page of its
//! own by a link to it, and what is told of elsewhere by its words on a page that links lead to.

use crate::links::{eskilstuna, exempelstad, facts_on, follow};
use jiff::civil::{Date, date};
use riktning_app::App;
use riktning_app::views::element_links::ElementPage;
use riktning_web::paths::Paths;
use riktning_web::server::Source;
use riktning_words::Language;
use std::collections::BTreeSet;

const TODAY: Date = date(2026, 11, 24);

/// The addresses that links lead to, in Swedish and of today, and all that their pages say.
async fn reached(app: &App) -> (BTreeSet<String>, String) {
    let (mut met, mut said) = (BTreeSet::new(), String::new());
    follow(&Source::of(app), |path, page| {
        met.insert(path.to_owned());
        said.push_str(&page.text());
        said.push('\n');
    })
    .await;
    (met, said)
}

/// What is published and links do not lead to: its level and its words.
async fn unreached(app: &App) -> Vec<String> {
    let (met, said) = reached(app).await;
    let links = Paths::new(Language::Sv, None);
    app.published(TODAY, |p| {
        let models = p.models().into_iter();
        let all = models.flat_map(|model| p.elements_of(model.id).collect::<Vec<_>>());
        let left = all.filter(|element| {
            let Some(text) = element.text().as_str() else {
                return true;
            };
            match ElementPage::of(p, element) {
                Some(ElementPage::ProcessGoal(..)) | None => !said.contains(text),
                Some(page) => !met.contains(&links.element(&page)),
            }
        });
        let named = left.map(|element| {
            let level = element.level().names.sv.as_str().unwrap_or_default();
            format!("{level}: {:?}", element.text())
        });
        named.collect()
    })
}

#[tokio::test]
async fn every_element_of_eskilstuna_is_reached_by_links() {
    assert_eq!(unreached(&eskilstuna(TODAY).await).await, [] as [&str; 0]);
}

#[tokio::test]
async fn every_element_of_exempelstad_is_reached_by_links() {
    assert_eq!(unreached(&exempelstad(TODAY).await).await, [] as [&str; 0]);
}

/// What the help of `riktning demo` shows: a clock that stands on a day of the past.
#[tokio::test]
async fn on_a_clock_of_the_past_no_link_leads_to_what_has_not_come() {
    let app = facts_on(date(2018, 11, 1)).await;
    let mut lost = Vec::new();
    let mut pages = 0;
    follow(&Source::of(&app), |path, page| {
        pages += 1;
        if page.status >= 400 {
            lost.push(path.to_owned());
        }
        let comes = page.html.contains("2025:400");
        assert!(!comes, "{path} tells of a law that comes later");
    })
    .await;
    assert!(pages > 100, "{pages}");
    assert_eq!(lost, Vec::<String>::new());
}
