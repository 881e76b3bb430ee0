//! The search, as a resident uses it: by the real router over both municipalities.

use crate::house::Running;
use crate::read::{SECRET, escaped, eskilstuna, exempelstad_and, get, page, secrets};
use crate::town::Town;
use axum::http::StatusCode;
use jiff::civil::date;
use riktning_app::App;
use riktning_web::{Settings, Site};

/// Three indicators more: a compound, its tail alone, and a noun in its definite form.
const WORDS: &str = r#"
{"day": "2018-10-26", "by": "import", "command": {"DefineIndicator": {"indicator": "@i/studie", "slug": "studieresultat", "definition": {"names": {"sv": "Studieresultat i gymnasiet", "en": "Study results"}, "unit": "Points", "decimals": 0, "better": "Up", "class": "KeyFigure", "source": "@kalla/exempel"}}}},
{"day": "2018-10-26", "by": "import", "command": {"DefineIndicator": {"indicator": "@i/resultat", "slug": "resultaten", "definition": {"names": {"sv": "Resultaten på simproven"}, "unit": "Points", "decimals": 0, "better": "Up", "class": "KeyFigure", "source": "@kalla/exempel"}}}},
{"day": "2018-10-26", "by": "import", "command": {"DefineIndicator": {"indicator": "@i/betyg", "slug": "betygen", "definition": {"names": {"sv": "Nöjd med betygen"}, "unit": "Percent", "decimals": 0, "better": "Up", "class": "KeyFigure", "source": "@kalla/exempel"}}}}
"#;

async fn exempelstad() -> App {
    exempelstad_and(WORDS).await
}

async fn search(app: &App, typed: &str) -> String {
    page(app, &format!("/sok?q={}", escaped(typed))).await
}

/// The list of the hits alone: every page leads to the contact page from its foot.
fn listed(html: &str) -> &str {
    let list = html.split("<ol class=\"traffar\">").nth(1).unwrap_or("");
    list.split("</ol>").next().unwrap_or("")
}

/// The titles of the hits in their order, without marks.
fn hits(html: &str) -> Vec<String> {
    let titles = listed(html).split("<li>").skip(1);
    let titles = titles.map(|hit| hit.split("</a>").next().unwrap());
    let titles = titles.map(|title| title.split_once('>').unwrap().1);
    let plain = titles.map(|title| title.replace("<mark>", "").replace("</mark>", ""));
    plain.collect()
}

#[tokio::test]
async fn a_word_finds_its_other_forms() {
    let app = exempelstad().await;
    let html = search(&app, "betyg").await;
    assert!(
        html.contains("Nöjd med <mark>betygen</mark>"),
        "{:?}",
        hits(&html)
    );
    let html = search(&app, "BETYGET").await;
    assert!(html.contains("Nöjd med <mark>betygen</mark>"));
    // The real town has betyg in five indicators, one of them in a compound.
    let html = search(&eskilstuna().await, "betygen").await;
    assert!(hits(&html).len() >= 5, "{:?}", hits(&html));
    assert!(html.contains("<mark>betygspoäng</mark>"));
}

#[tokio::test]
async fn a_part_finds_the_compound_and_the_compound_its_part() {
    let app = exempelstad().await;
    let (compound, part) = ("Studieresultat i gymnasiet", "Resultaten på simproven");
    let place = |html: &str, title: &str| hits(html).iter().position(|hit| hit == title).unwrap();
    let html = search(&app, "resultat").await;
    assert!(
        html.contains("<mark>Studieresultat</mark>"),
        "{:?}",
        hits(&html)
    );
    // The word itself stands before what it is a part of, and so the other way round.
    assert!(
        place(&html, part) < place(&html, compound),
        "{:?}",
        hits(&html)
    );
    let html = search(&app, "studieresultat").await;
    assert!(place(&html, compound) < place(&html, part));
    // By its first part too, and in the language of the page.
    assert!(hits(&search(&app, "studier").await).contains(&compound.to_owned()));
    let html = page(&app, "/en/sok?q=result").await;
    assert!(
        html.contains("Study <mark>results</mark>"),
        "{:?}",
        hits(&html)
    );
}

#[tokio::test]
async fn an_o_with_dots_is_another_letter() {
    let app = exempelstad().await;
    let (right, bare) = (search(&app, "hållbar").await, search(&app, "hallbar").await);
    assert!(!hits(&right).is_empty());
    for hit in hits(&right) {
        assert!(
            hits(&bare).contains(&hit),
            "{hit} is not found without its ring"
        );
    }
    // Who wrote dots meant them.
    let wrong = hits(&search(&app, "simpröven").await);
    assert!(
        !wrong.contains(&"Resultaten på simproven".to_owned()),
        "{wrong:?}"
    );
    let html = search(&app, "simproven").await;
    assert_eq!(hits(&html)[0], "Resultaten på simproven");
}

#[tokio::test]
async fn the_day_decides_what_is_found() {
    let app = exempelstad().await;
    let query = escaped("utbildningsnivå");
    assert!(!hits(&search(&app, "utbildningsnivå").await).is_empty());
    let before = page(&app, &format!("/sok?per=2014-06-01&q={query}")).await;
    assert!(hits(&before).is_empty() && before.contains("Inga träffar"));
    let then = page(&app, &format!("/sok?per=2016-06-01&q={query}")).await;
    assert!(then.contains("/2016-2019/mal/hojd-utbildningsniva?per=2016-06-01"));
    // The form of the day keeps what was asked for, and the search keeps the day.
    assert!(then.contains("name=\"q\" value=\"utbildningsnivå\""));
    assert!(then.matches("name=\"per\" value=\"2016-06-01\"").count() >= 2);
    assert!(
        then.contains(&format!("/en/sok?per=2016-06-01&amp;q={query}"))
            || then.contains(&format!("/en/sok?per=2016-06-01&#38;q={query}"))
    );
}

#[tokio::test]
async fn what_is_not_public_is_in_no_hit_no_count_and_no_near_word() {
    let app = exempelstad_and(&secrets()).await;
    for typed in [
        SECRET,
        "hemlighetsmakerit",
        "hemlighet",
        "makeriet",
        "sluta",
    ] {
        let html = search(&app, typed).await;
        let rest = html.replace(&format!("”{typed}”"), "");
        let rest = rest.replace(&format!("\"{typed}\""), "");
        let rest = rest.replace(&format!("{typed} – Sök"), "");
        let rest = rest.replace(&format!("q={typed}"), "");
        assert!(!rest.contains(SECRET), "{typed}");
        assert!(!html.contains("Menade du"), "{typed}");
    }
}

/// Other sounds than *s* join a compound, and its first part may be one itself.
#[tokio::test]
async fn a_part_within_a_compound_is_found_and_what_only_sounds_like_one_is_not() {
    let (town, real) = (Town::on(date(2026, 10, 5)).await.app, eskilstuna().await);
    let has = |html: &str, title: &str| hits(html).iter().any(|hit| hit.contains(title));
    for typed in ["skola", "skolan", "förskola"] {
        let html = page(&town, &format!("/sok?q={}&typ=organ", escaped(typed))).await;
        assert!(has(&html, "Förskolenämnden"), "{typed}: {:?}", hits(&html));
    }
    let html = page(&town, "/sok?q=skola&typ=organ").await;
    assert!(has(&html, "Grundskolenämnden"), "{:?}", hits(&html));
    let html = page(&real, "/sok?q=skola&typ=organ").await;
    assert!(has(&html, "Förskolenämnden"), "{:?}", hits(&html));
    let streets = search(&town, "gata").await;
    assert!(has(&streets, "gatuhål"), "{:?}", hits(&streets));
    // A flat is no unit.
    let units = search(&town, "enhet").await;
    assert!(!has(&units, "lägenhet"), "{:?}", hits(&units));
    // What is about travelling is not about results.
    let travels = search(&town, "resa").await;
    assert!(!has(&travels, "esultat"), "{:?}", hits(&travels));
}

/// What is last in a compound is found by whoever asks for it, said alone by somebody or not.
#[tokio::test]
async fn a_word_that_stands_only_last_in_compounds_is_found() {
    let (town, real) = (Town::on(date(2026, 10, 5)).await.app, eskilstuna().await);
    let of_town = ["direktiv", "direktivet", "linje", "ljus"];
    let of_real = [
        "villkor", "bygd", "centrum", "poäng", "kurs", "direktiv", "linje", "grupp",
    ];
    for (app, words) in [(&town, &of_town[..]), (&real, &of_real)] {
        for typed in words {
            let html = search(app, typed).await;
            // A page of ours may be it, as *Målgrupper* for *grupp*.
            assert!(!html.contains("Inga träffar"), "{typed}");
        }
    }
    let html = search(&real, "villkor").await;
    let first = &hits(&html)[0];
    assert!(first.contains("livsvillkor"), "{first}");
    let html = search(&town, "direktiv").await;
    assert!(html.contains("<mark>Ägardirektiv"), "{:?}", hits(&html));
    // What only sounds like it is no hit.
    assert!(!html.contains("<mark>Direktör"), "{:?}", hits(&html));
    // A law is found before what is laid.
    let html = search(&town, "kommunallagen").await;
    let last = hits(&html).into_iter().find(|hit| hit.contains("gatuhål"));
    assert_eq!(last, None);
}

#[tokio::test]
async fn nothing_found_says_so_and_offers_near_words() {
    let app = exempelstad().await;
    let html = search(&app, "beytg").await;
    assert!(html.contains("Inga träffar på ”beytg”"));
    let near = html.split("Menade du").nth(1).unwrap();
    assert!(
        near[..60].contains("<a href=\"/sok?q=betyg"),
        "{}",
        &near[..60]
    );
    let html = search(&app, "qqqqqqq").await;
    assert!(html.contains("Inga träffar") && !html.contains("Menade du"));
    // All words where there is a page with all; else some, said aloud.
    let html = search(&app, "simproven qqqqqqq").await;
    assert!(html.contains("Ingen sida har alla orden"));
    assert_eq!(hits(&html)[0], "Resultaten på simproven");
}

/// A body's Finnish name is found by whoever reads Finnish, and is no near word to anybody else.
#[tokio::test]
async fn nobody_who_reads_swedish_is_given_or_offered_finnish() {
    let app = exempelstad().await;
    let word = "tilintarkastus";
    let found = page(&app, &format!("/fi/sok?q={word}")).await;
    assert!(!hits(&found).is_empty());
    let offered = page(&app, "/fi/sok?q=tilintarkastsu").await;
    assert!(offered.contains(&format!("?q={word}")));

    assert!(hits(&search(&app, word).await).is_empty());
    let near = search(&app, "tilintarkastsu").await;
    assert!(!near.contains("tilintarkastus"), "{near}");
}

#[tokio::test]
async fn long_lists_have_kinds_and_pages() {
    let app = eskilstuna().await;
    let html = search(&app, "kommun").await;
    assert_eq!(hits(&html).len(), 20);
    assert!(html.contains("sida=2\" rel=\"next\""));
    let two = page(&app, "/sok?q=kommun&sida=2").await;
    assert!(hits(&two).len() > 1 && hits(&two)[0] != hits(&html)[0]);
    let kind = page(&app, "/sok?q=kommun&typ=lagar").await;
    assert!(hits(&kind).iter().any(|hit| hit.contains("ommunallag")));
    assert!(hits(&kind).len() < hits(&html).len());
    for nowhere in [
        "sida=1", "sida=0", "sida=99", "sida=x", "sida=02", "typ=allt",
    ] {
        let (status, _) = get(&app, &format!("/sok?q=betyg&{nowhere}")).await;
        assert_eq!(status, StatusCode::NOT_FOUND, "{nowhere}");
    }
}

#[tokio::test]
async fn what_cannot_be_searched_for_is_told_and_kept_in_the_field() {
    let app = exempelstad().await;
    for (typed, told) in [
        ("a".repeat(101), "högst 100 tecken"),
        ("bet\u{0}yg".to_owned(), "tecken som inte går att läsa"),
        ("?! …".to_owned(), "minst ett ord"),
    ] {
        let (status, html) = get(&app, &format!("/sok?q={}", escaped(&typed))).await;
        assert_eq!(status, StatusCode::BAD_REQUEST, "{typed}");
        assert!(
            html.contains(told) && html.contains("aria-invalid"),
            "{typed}"
        );
        let kept = typed.replace('\0', "");
        assert!(html.contains(&format!("value=\"{kept}\"")), "{typed}");
        assert!(!html.contains('\0'));
    }
    // A script is text, and marks of direction are not there.
    let html = search(&app, "\u{202e}<script>alert(1)</script>\u{2066}").await;
    assert!(!html.contains("<script") && !html.contains(['\u{202e}', '\u{2066}']));
    // Nothing asked for is a page with a form.
    for path in ["/sok", "/en/sok", "/fi/sok"] {
        let html = page(&app, path).await;
        assert!(html.contains("role=\"search\"") && hits(&html).is_empty());
    }
}

#[tokio::test]
async fn a_case_that_only_a_source_names_is_found_and_who_finds_nothing_is_led_on() {
    let app = eskilstuna().await;
    let found = search(&app, "KSKF/2019:48").await;
    assert!(!hits(&found).is_empty());
    let nothing = search(&app, "hyra lägenhet").await;
    // No flat is a unit, and nothing is near.
    assert!(
        hits(&nothing).is_empty() && !nothing.contains("Menade du"),
        "{nothing}"
    );
    assert!(nothing.contains("Gäller din fråga något annat"));
    let main = nothing.split("<main").nth(1).unwrap();
    let main = main.split("</main>").next().unwrap();
    assert!(main.contains("href=\"/kontakt\""));
    assert!(!found.contains("Gäller din fråga något annat"));
}

#[tokio::test]
async fn every_page_has_the_field_and_search_engines_leave_the_search_out() {
    let app = eskilstuna().await;
    for path in ["/", "/kontakt", "/en/vision", "/2016-2019/"] {
        let html = page(&app, path).await;
        assert!(
            html.contains("role=\"search\"") && html.contains("name=\"q\""),
            "{path}"
        );
        assert!(!html.contains("noindex"), "{path}");
    }
    assert!(search(&app, "betyg").await.contains("content=\"noindex\""));
    assert!(page(&app, "/sok").await.contains("content=\"noindex\""));
    let server = Running::start(Site::new(&app, &Settings::default())).await;
    let missing = server.get("/finns-inte", "").await;
    assert_eq!(missing.status, 404);
    assert_eq!(missing.text().matches("role=\"search\"").count(), 2);
}

#[tokio::test]
async fn no_query_fills_the_cache_and_a_huge_one_is_turned_away() {
    let app = exempelstad().await;
    let server = Running::start(Site::new(&app, &Settings::default())).await;
    for n in 0..50 {
        let reply = server.get(&format!("/sok?q=ord{n}&x={n}"), "").await;
        assert_eq!(reply.status, 200);
    }
    assert_eq!(server.site.tally().pages, 0, "a query is kept");
    assert_eq!(server.get("/sok?x=1", "").await.status, 200);
    assert_eq!(server.site.tally().pages, 1, "the empty form is a page");
    let long = format!("/sok?q={}", "a".repeat(3000));
    let too_long = server.get(&long, "").await;
    assert_eq!(too_long.status, 414);
    let page = too_long.text();
    assert!(
        page.contains("Adressen är för lång") && page.contains("name=\"q\""),
        "{page}"
    );
    assert_eq!(server.get("/sok?q=%ff", "").await.status, 400);
    // One search, however it is written.
    let reply = server.get("/sok?q=simproven+p%c3%a5", "").await;
    assert!(reply.text().contains("value=\"simproven på\""));
}

#[tokio::test]
async fn what_is_published_is_found_at_once() {
    let app = exempelstad().await;
    let new = "Barn i simskola".to_owned();
    assert!(!hits(&search(&app, "simskola").await).contains(&new));
    let step = r#"{"namespace": "exempelstad", "steps": [{"day": "2018-11-01", "by": "import", "command": {"DescribeTopic": {"topic": "@ny", "description": {"dimension": "TargetGroup", "names": {"sv": "Barn i simskola"}}}}}]}"#;
    let step = riktning_app::scenario::read(step).unwrap().remove(0);
    app.perform(step.user, step.command).await.unwrap();
    assert_eq!(hits(&search(&app, "simskola").await)[0], new);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_resident_who_looks_for_the_hours_finds_the_contact_centre() {
    let app = exempelstad().await;
    for typed in ["öppettider", "telefon", "Öppettid"] {
        let found = search(&app, typed).await;
        assert!(
            listed(&found).contains("href=\"/kontakt"),
            "{typed}: {:?}",
            hits(&found)
        );
    }
    let english = page(&app, &format!("/en/sok?q={}", escaped("opening hours"))).await;
    assert!(listed(&english).contains("href=\"/en/kontakt"));
}

/// A plan is adopted before the direction that it belongs to is in force.
const EARLY: &str = r#"
{"day": "2018-10-29", "by": "@kim", "command": {"DraftVision": {"vision": "@vision/x", "wording_id": "@vision/x/1", "wording": {"title": "En annan vision", "horizon": 2040, "statements": ["Alla får plats"]}}}},
{"day": "2018-10-30", "by": "@alex", "command": {"RecordDecision": {"decision": "@beslut/diarie", "body": "@kf", "date": "2018-10-30", "authority": {"Paragraph": "1317"}, "case_number": "EXKF/2018:12", "title": "En annan vision", "acts": [{"Adopt": [{"Vision": "@vision/x"}, "@vision/x/1"]}]}}}
"#;

#[tokio::test]
async fn a_case_number_and_a_paragraph_find_their_decision_however_they_are_spaced() {
    let app = exempelstad_and(EARLY).await;
    for typed in [
        "EXKF/2018:12",
        "exkf 2018:12",
        "EXKF/2018 : 12",
        "2018:12",
        "§ 1317",
        "§1317",
        "Kommunfullmäktige § 1317",
    ] {
        let html = search(&app, typed).await;
        assert_eq!(hits(&html), ["En annan vision"], "{typed}");
        let list = listed(&html);
        assert!(
            list.contains("/andringar?fran=2018-10-29&#38;till=2018-10-30"),
            "{list}"
        );
    }
    // A number is found whole or not at all, and no other number is offered in its place.
    for typed in ["EXKF/2018:1", "§ 131", "§ 1318", "EXKF/2018:120"] {
        let html = search(&app, typed).await;
        assert!(
            !hits(&html).contains(&"En annan vision".to_owned()),
            "{typed}"
        );
        assert!(!html.contains("Menade du"), "{typed}");
    }
    // On a day before the meeting nobody finds it.
    let html = page(&app, "/sok?q=%C2%A7+1317&per=2018-10-29").await;
    assert_eq!(hits(&html), Vec::<String>::new());
    let html = search(&app, "§ 1317").await;
    assert!(html.contains("<mark>§ 1317</mark>"), "{}", listed(&html));
    // The real town's own numbers.
    let real = eskilstuna().await;
    let html = search(&real, "KSKF/2015:579").await;
    assert!(!hits(&html).is_empty());
}

#[tokio::test]
async fn money_is_found_with_its_year_and_its_body() {
    let real = eskilstuna().await;
    for typed in [
        "Koncernelimineringar",
        "resultatmål",
        "årsplan 2021",
        "budget",
    ] {
        let html = search(&real, typed).await;
        assert!(listed(&html).contains("/arsplan/"), "{typed}");
    }
    let html = search(&real, "årsplan 2021").await;
    assert!(listed(&html).contains("/2020-2023/arsplan/2021"));
    let invented = crate::year::exempelstad().await;
    for (typed, page) in [("driftram", "/arsplan/"), ("mandattid", "/organ/")] {
        let html = invented.get(&format!("/sok?q={typed}"), "").await.text();
        assert!(listed(&html).contains(page), "{typed}: {:?}", hits(&html));
    }
}
