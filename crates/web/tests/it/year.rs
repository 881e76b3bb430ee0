//! The pages of a year, for both municipalities: commitments, annual plans and money.

use crate::house::{Reply, Running};
use crate::links;
use jiff::civil::{Date, date};
use riktning_app::App;
use riktning_web::{Settings, Site};

pub(crate) async fn answering(app: &App) -> Running {
    Running::start(Site::new(app, &Settings::default())).await
}

/// Exempelstad as of 1 November 2018.
pub(crate) async fn exempelstad() -> Running {
    exempelstad_on(date(2018, 11, 1)).await
}

async fn exempelstad_on(today: Date) -> Running {
    answering(&links::exempelstad(today).await).await
}

/// Eskilstuna as of 24 November 2026.
pub(crate) async fn eskilstuna() -> Running {
    answering(&links::eskilstuna(date(2026, 11, 24)).await).await
}

/// A page's text with its tags taken away and its spaces made single.
pub(crate) fn said(reply: &Reply) -> String {
    assert_eq!(reply.status, 200, "{}", reply.text());
    let mut text = String::new();
    let mut within = false;
    for letter in reply.text().chars() {
        match letter {
            '<' => within = true,
            '>' => {
                within = false;
                text.push(' ');
            }
            '\u{ad}' => {}
            '\u{a0}' | '\n' if !within => text.push(' '),
            letter if !within => text.push(letter),
            _ => {}
        }
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The address of the first link whose text begins so.
pub(crate) fn link(reply: &Reply, text: &str) -> String {
    let html = reply.text().replace('\u{ad}', "");
    let place = html.find(&format!(">{text}"));
    let before = &html[..place.unwrap_or_else(|| panic!("no link {text}"))];
    let (_, href) = before.rsplit_once("href=\"").unwrap();
    href.split('"').next().unwrap().to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_commitment_is_reached_from_its_goal_and_tells_everything_of_itself() {
    let town = exempelstad().await;
    let goal = town.get("/2016-2019/mal/hojd-utbildningsniva", "").await;
    let address = link(&goal, "Fler elever ska känna sig trygga på rasten");
    assert!(
        address.starts_with("/ataganden/")
            && address.ends_with("-fler-elever-ska-kanna-sig-trygga-pa-rasten")
    );
    let page = said(&town.get(&address, "").await);
    says!(
        page,
        "Åtagande 2017 · nummer",
        "92 procent av eleverna i årskurs 5",
        "31 december 2017",
        "Barn- och utbildningsnämnden , Förvaltningschef",
        "Eget",
        "Tydligt Bedöms av en människa",
        "Ansvarsfördelat Ja",
        "Kvantifierbart Ja",
        "Tidssatt Ja",
        "Höjd utbildningsnivå",
        "Fler klarar skolan",
        "Vuxna ute på varje rast",
        "93 procent svarar att de är trygga.",
        "Antaget Barn- och utbildningsnämnden 13 december 2016, § 131",
    );
    let english = said(&town.get(&format!("/en{address}"), "").await);
    says!(
        english,
        "Commitment 2017 · number",
        "Assigned Yes",
        "Clear Judged by a person"
    );
    let finnish = said(&town.get(&format!("/fi{address}"), "").await);
    says!(finnish, "Sitoumus 2017 · numero");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_commitment_without_a_strategic_goal_is_normal_and_one_without_a_process_goal_a_gap() {
    let town = exempelstad().await;
    let plan = town.get("/2016-2019/arsplan/2017", "").await;
    let page = said(&town.get(&link(&plan, "Skolmaten ska bli bättre"), "").await);
    says!(
        page,
        "Inget mål Det är vanligt och ingen lucka.",
        "Fler klarar skolan",
        "Ansvarsfördelat Nej",
        "Kvantifierbart Nej",
        "Tidssatt Nej",
        "Varken mängd eller villkor hittades.",
        "Inget mer konkret arbete är kopplat hit.",
    );
    let real = eskilstuna().await;
    let goal = real
        .get("/2016-2019/mal/attraktiv-stad-och-landsbygd", "")
        .await;
    let html = if goal.status == 200 {
        goal
    } else {
        real.get("/2016-2019/arsplan/2018", "").await
    };
    let page = said(
        &real
            .get(&link(&html, "Arbeta fram ny översiktsplan"), "")
            .await,
    );
    says!(
        page,
        "Budgetkomplettering 2018",
        "Källan kallar det inte åtagande.",
        "2,7 miljoner kronor",
        "Vår tolkning",
        "Beslutet ej funnet.",
        "Processmål Hittades inte Källorna visar inget sådant.",
        "Källan säger inte om det är eget eller tilldelat",
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_withdrawn_or_given_away_is_struck_out_with_its_decision() {
    let town = exempelstad().await;
    let plan = town.get("/2016-2019/arsplan/2017", "").await;
    let withdrawn = link(&plan, "Ta fram en egen lärplattform");
    let reply = town.get(&withdrawn, "").await;
    assert!(reply.text().contains("<h1><del>"));
    says!(
        said(&reply),
        "Återtaget genom beslut av Barn- och utbildningsnämnden 19 september 2017, § 98"
    );
    // The day before the decision it stood.
    let before = town.get(&format!("{withdrawn}?per=2017-09-18"), "").await;
    assert!(!before.text().contains("<del>"));
    let given = town
        .get(&link(&plan, "Öppna en träffpunkt för äldre i Bydalen"), "")
        .await;
    assert!(
        given
            .text()
            .contains("<del><a href=\"/organ/bydalens-namnd\">"),
        "{}",
        given.text()
    );
    says!(
        said(&given),
        "Ansvarig Vård- och omsorgsnämnden",
        "Överfört till : Vård- och omsorgsnämnden Bydalens nämnd 16 maj 2017, § 55",
    );
    let body = town.get("/namnder/bydalens-namnd", "").await;
    says!(
        said(&body),
        "Överfört till andra Läget den 31 december 2017. Hitta en lokal vid torget Aktivitet 2017",
        "Öppna en träffpunkt för äldre i Bydalen Åtagande 2017 · Vård- och omsorgsnämnden",
        "Överfört till ett annat organ genom beslut av Bydalens nämnd 16 maj 2017, § 55",
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn an_order_shows_its_answers_and_each_answer_its_order() {
    let town = exempelstad().await;
    let plan = town.get("/2016-2019/arsplan/2017", "").await;
    let interpreted = town
        .get(&link(&plan, "Trettio praktikplatser i äldreomsorgen"), "")
        .await;
    says!(
        said(&interpreted),
        "Tilldelat, med egna ord. Uppdraget: Erbjud praktikplatser till unga"
    );
    let order = town
        .get(&link(&interpreted, "Erbjud praktikplatser till unga"), "")
        .await;
    let said = said(&order);
    says!(
        said,
        "Uppdrag 2017 · nummer",
        "Så svarar nämnder och bolag",
        "Erbjud praktikplatser till unga Åtagande 2017 · Barn- och utbildningsnämnden",
        "Ge unga en första praktik inom en månad Åtagande 2017 · Arbetsmarknads- och vuxenutbildningsnämnden",
        "Trettio praktikplatser i äldreomsorgen Åtagande 2017 · Vård- och omsorgsnämnden",
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn an_address_is_decided_by_its_number() {
    let town = exempelstad().await;
    let plan = town.get("/2016-2019/arsplan/2017", "").await;
    let address = link(&plan, "Skolmaten ska bli bättre");
    let (number, _) = address
        .trim_start_matches("/ataganden/")
        .split_once('-')
        .unwrap();
    for old in [
        number.to_owned(),
        format!("{number}-"),
        format!("{number}-gammalt-namn"),
    ] {
        let reply = town.get(&format!("/ataganden/{old}"), "").await;
        let to = reply.header("location");
        assert_eq!((reply.status, to), (301, Some(address.as_str())), "{old}");
    }
    let dated = town
        .get(&format!("/ataganden/{number}?per=2018-01-01"), "")
        .await;
    assert_eq!(
        dated.header("location"),
        Some(format!("{address}?per=2018-01-01").as_str())
    );
    for nothing in ["0", "99999", "4294967296", "-1", "01", "x", "1x-y", ""] {
        let reply = town.get(&format!("/ataganden/{nothing}"), "").await;
        assert_eq!(reply.status, 404, "{nothing}");
    }
    // The first element that was ever drafted is a goal, which has its own page.
    let goal = town.get("/ataganden/1", "").await;
    assert_eq!(
        (goal.status, goal.header("location")),
        (301, Some("/2016-2019/mal/hojd-utbildningsniva"))
    );
    let early = town.get(&format!("{address}?per=2016-12-12"), "").await;
    says!(
        said(&early),
        "Den 12 december 2016 var det inte beslutat än."
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn an_annual_plan_tells_its_supplements_in_order_and_what_each_body_does() {
    let town = exempelstad().await;
    let direction = town.get("/2016-2019/", "").await;
    let address = link(&direction, "Årsplan 2017");
    assert_eq!(address, "/2016-2019/arsplan/2017");
    let page = said(&town.get(&address, "").await);
    says!(
        page,
        "Årsplan 2017 · Kommunfullmäktige Antagen och sedan kompletterad. Antagen av: Kommunfullmäktige 14 juni 2016, § 61",
        "Komplettering 1: Kommunfullmäktige 15 november 2016, § 118",
        "Fler sommarjobb till unga (2,0 miljoner kronor)",
        "Utan mål",
        "Det här ska göras, nämnd för nämnd Arbetsmarknads- och vuxenutbildningsnämnden Fler går",
    );
    // What a later decision added is not there the day before.
    let before = said(&town.get(&format!("{address}?per=2016-11-14"), "").await);
    assert!(!before.contains("Fler sommarjobb"), "{before}");
    let start = town.get("/", "").await;
    assert_eq!(link(&start, "Årsplan"), "/2016-2019/arsplan/2018");
    for (path, status) in [
        ("/2016-2019/arsplan/2019", 200),
        ("/2016-2019/arsplan/2020", 404),
        ("/2016-2019/arsplan/2017-2018", 404),
        ("/2012-2015/arsplan/2013", 404),
        ("/2016-2019/arsplan/x", 404),
    ] {
        assert_eq!(town.get(path, "").await.status, status, "{path}");
    }
    let not_yet = said(&town.get("/2016-2019/arsplan/2017?per=2015-01-20", "").await);
    says!(not_yet, "hade inriktningen inte börjat gälla");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_frame_is_the_sum_of_its_decisions_on_the_day() {
    let town = exempelstad().await;
    let body = said(&town.get("/namnder/vard-och-omsorgsnamnden", "").await);
    says!(
        body,
        "2017 driftram 911,8 miljoner kronor +905,3 miljoner kronor Kommunfullmäktige 14 juni 2016, § 61",
        "+6,5 miljoner kronor Fler platser i särskilt boende Kommunfullmäktige 15 november 2016, § 118",
        "2017 Påhittat exempel driftram 911,8 918,4 −6,6 −0,7 % −6,6 −0,7 %",
    );
    let before = town
        .get("/namnder/vard-och-omsorgsnamnden?per=2016-11-14", "")
        .await;
    says!(said(&before), "2017 driftram 905,3 miljoner kronor +905,3");
    let plan = said(&town.get("/2016-2019/arsplan/2017", "").await);
    says!(
        plan,
        "Summa, driftram 2 546,6 miljoner kronor",
        "Summa, investering 63,0 miljoner kronor"
    );
    assert!(!plan.contains("Stämmer inte med källan"), "{plan}");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_two_printed_tables_that_are_wrong_are_kept_marked_and_explained() {
    let town = eskilstuna().await;
    let plan = said(&town.get("/2020-2023/arsplan/2020", "").await);
    says!(
        plan,
        "Socialnämnden driftram 518,1 anges inte 101,5 −19,6 % går inte att räkna ut 19,6 %, räknat på källans avvikelse Tecknet verkar ha fallit bort",
        "Summa, som det står i källan 7 089,0 anges inte 47,5",
        "Summa, uträknad av raderna 7 089,0 går inte att räkna ut 250,6 Stämmer inte med källan",
        "blir summan av avvikelserna 47,6 miljoner kronor",
        "Avvikelserna summerar till 47,6 först när Socialnämndens 101,5 räknas som minus",
        "lever på intäkter",
        // What rounding may explain is no doubt: 0,6 of 3,1 may be 20,5 per cent.
        "Kommunrevisionen driftram 3,1 anges inte 0,6 20,5 % går inte att räkna ut 19,4 %, räknat på källans avvikelse Kultur",
        "Förskolenämnden driftram 654,4 anges inte 22,8 2,4 % går inte att räkna ut 3,5 %, räknat på källans avvikelse Procenten stämmer inte",
        "Målet för resultatet är 2,5 % av skatter och bidrag.",
        "hela budgeten 6 700 (ungefär)",
    );
    let plan = said(&town.get("/2020-2023/arsplan/2021", "").await);
    says!(
        plan,
        "Koncernelimineringar resultat 18 14 4 −4 Inte skillnaden mellan ram och utfall",
        "Summa, som det står i källan 222 272 50",
        "Summa, uträknad av raderna 258 Stämmer inte med källan 282 Stämmer inte med källan 32 Stämmer inte med källan",
        "Raderna summerar till budget 258/resultat 282",
    );
    let committee = said(&town.get("/namnder/socialnamnden", "").await);
    says!(
        committee,
        "2020 2020 års resultat i korthet driftram 518,1",
        "Minska nämndens underskott"
    );
    let company = said(&town.get("/bolag/eskilstuna-energi-och-miljo-ab", "").await);
    says!(company, "resultat 200 220 20 20");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_partys_proposal_is_no_frame_and_a_plan_published_as_decided_is_decided() {
    let town = eskilstuna().await;
    let plan = said(&town.get("/2024-2027/arsplan/2025", "").await);
    says!(
        plan,
        "Förslag som ingen beslutat",
        "Vem Vad Föreslaget Hela kommunen hela budgeten 8 300 Hela kommunen investering 850",
        "Majoritetens förslag"
    );
    assert!(!plan.contains("Så står det i källorna") && !plan.contains(" Ram "));
    let plan = said(&town.get("/2024-2027/arsplan/2024", "").await);
    says!(
        plan,
        "Årsplan 2024 · Kommunfullmäktige",
        "Kommunfullmäktige Vår tolkning 2023 (dag ej funnen)"
    );
    // Not before the day on which the source said that it was decided.
    let before = said(&town.get("/2024-2027/arsplan/2024?per=2023-11-14", "").await);
    assert!(!before.contains("Årsplan 2024 ·"), "{before}");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_has_no_day_of_publishing_says_from_when_it_is_shown() {
    let town = eskilstuna().await;
    let plan = said(&town.get("/2020-2023/arsplan/2020", "").await);
    says!(
        plan,
        "Källa: 2020 års resultat i korthet . Visas här från 2020 (dag ej funnen)"
    );
    let index = town.get("/indikatorer/", "").await;
    let page = said(
        &town
            .get(&link(&index, "Genomsnittligt meritvärde"), "")
            .await,
    );
    says!(page, "Ett utfall visas från periodens sista dag, där dagen");
    // What the municipality reports itself has the day on which it did.
    let invented = exempelstad().await;
    let page = invented
        .get("/indikatorer/hallbart-medarbetarengagemang", "")
        .await;
    let page = said(&page);
    assert!(!page.contains("Ett utfall visas"), "{page}");
}

#[tokio::test(flavor = "multi_thread")]
async fn no_kind_is_called_a_commitment_unless_its_source_does() {
    let town = eskilstuna().await;
    for (year, period) in [
        (2016, "2016-2019"),
        (2018, "2016-2019"),
        (2019, "2016-2019"),
        (2020, "2020-2023"),
        (2022, "2020-2023"),
    ] {
        let plan = said(&town.get(&format!("/{period}/arsplan/{year}"), "").await);
        assert!(
            !plan.contains(" Åtagande ·") && !plan.contains(" Åtagande Inte"),
            "{plan}"
        );
        assert!(!plan.contains("ägardirektiv") && !plan.contains("Ägardirektiv"));
    }
    let plan = said(&town.get("/2016-2019/arsplan/2019", "").await);
    says!(
        plan,
        "Medborgarlöfte",
        "Polismyndigheten och kommunen Trygghetsvandringar"
    );
    let plan = town.get("/2020-2023/arsplan/2022", "").await;
    let page = said(
        &town
            .get(&link(&plan, "Trafikinsatser mot trimmade"), "")
            .await,
    );
    says!(
        page,
        "minst 4 tillfällen",
        "Polisen och kommunen (så skriver källan)"
    );
    let plan = town.get("/2016-2019/arsplan/2018", "").await;
    let page = said(
        &town
            .get(&link(&plan, "Ha en enkel handlingsplan"), "")
            .await,
    );
    says!(
        page,
        "Ansvarig Alla nämnder och bolag",
        "Klart senast 2019 "
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_year_of_many_kinds_is_counted_together_and_never_called_none() {
    let real = eskilstuna().await;
    let start = said(&real.get("/?per=2018-12-31", "").await);
    says!(start, "Det som ska göras 11 i år.");
    // A year of few kinds names each, and one without any says so.
    assert!(!start.contains("Åtaganden Inga hittades"));
    let early = said(&real.get("/?per=2014-12-31", "").await);
    says!(early, "Åtaganden Inga hittades för i år.");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_order_is_asked_for_no_process_goal_that_its_level_does_not_know() {
    let town = exempelstad_on(date(2026, 11, 24)).await;
    let plan = town.get("/2024-2027/arsplan/2024", "").await;
    let order = said(
        &town
            .get(&link(&plan, "Skriv så att alla förstår"), "")
            .await,
    );
    says!(order, "Uppdrag 2024");
    assert!(!order.contains("Processmål"), "{order}");
    assert!(!order.contains("Det är en lucka"), "{order}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_process_counts_what_stands_under_its_parts() {
    let town = exempelstad_on(date(2026, 11, 24)).await;
    let plan = said(&town.get("/2024-2027/arsplan/2026", "").await);
    let (_, ways) = plan.split_once("Genom en process").unwrap();
    let (ways, _) = ways.split_once("Det här ska göras").unwrap();
    assert!(ways.contains("Utbildning"), "{ways}");
    let counts = ways
        .split(' ')
        .filter_map(|word| word.parse::<usize>().ok());
    let (_, count) = plan.split_once("det stöder. ").unwrap();
    let (count, _) = count.split_once(" punkter").unwrap();
    // Some stand under two processes, none under no process and in no count.
    assert!(
        counts.sum::<usize>() >= count.parse().unwrap(),
        "{count}: {ways}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_period_that_is_over_names_the_one_that_followed() {
    let town = exempelstad_on(date(2026, 11, 24)).await;
    let direction = said(&town.get("/2016-2019/", "").await);
    says!(
        direction,
        "Perioden 2016–2019 är över. Den följdes av Strategisk inriktning 2024–2027"
    );
    let then = said(&town.get("/2016-2019/?per=2021-06-01", "").await);
    says!(then, "Ingen senare inriktning har hittats.");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_of_the_past_tells_of_no_later_change() {
    let town = exempelstad_on(date(2026, 11, 24)).await;
    says!(said(&town.get("/", "").await), "ändrades senast den");
    let then = said(&town.get("/?per=2018-11-01", "").await);
    assert!(!then.contains("ändrades senast den"), "{then}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_says_when_what_it_is_about_last_changed() {
    let town = exempelstad_on(date(2026, 11, 24)).await;
    let (own, site) = (
        "Det som sidan handlar om ändrades senast:",
        "Webbplatsens uppgifter",
    );
    let goal = "/2016-2019/mal/hojd-utbildningsniva?per=2018-11-01";
    says!(
        said(&town.get(goal, "").await),
        format!("{own} 25 oktober 2018").as_str()
    );
    let vision = said(&town.get("/vision?per=2018-11-01", "").await);
    assert!(
        vision.contains(own) && !vision.contains("25 oktober 2018"),
        "{vision}"
    );
    // What is about the whole site says the site's day.
    let start = said(&town.get("/", "").await);
    assert!(start.contains(site) && !start.contains(own), "{start}");
}

#[tokio::test]
async fn a_plan_that_only_a_decision_tells_of_stands_decided_and_says_what_is_not_known() {
    let real = eskilstuna().await;
    for (page, decided) in [
        (
            "/2016-2019/arsplan/2016",
            "Årsplan 2016 · Kommunfullmäktige Antagen av: Kommunfullmäktige 16 juni 2015",
        ),
        (
            "/2016-2019/arsplan/2018",
            "Årsplan med kompletteringar 2018 · Kommunfullmäktige Antagen av: Kommunfullmäktige 23 november 2017",
        ),
        (
            "/2020-2023/arsplan/2020",
            "Årsplan 2020 med kompletteringar · Kommunfullmäktige Antagen av: Kommunfullmäktige 21 november 2019",
        ),
    ] {
        let said = said(&real.get(page, "").await);
        assert!(said.contains(decided), "{said}");
        assert!(said.contains("Vad den innehöll, punkt för punkt, har inte hittats."));
        assert!(!said.contains("Ingen beslutad plan för året hittades."));
    }
    // The day before, it was not decided.
    let before = said(&real.get("/2016-2019/arsplan/2018?per=2017-11-22", "").await);
    assert!(before.contains("Ingen beslutad plan för året hittades."));
    let year = said(&real.get("/god-ekonomisk-hushallning/2023", "").await);
    assert!(
        year.contains("2023 Årsredovisning och bokslut (2023) resultat anges inte 199"),
        "{year}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_controlled_in_a_year_has_its_own_list_and_is_not_counted() {
    let town = eskilstuna().await;
    let plan = town.get("/2016-2019/arsplan/2018", "").await;
    says!(
        said(&plan),
        "11 punkter har hittats för året.",
        "Intern kontroll Det här ska den som det gäller kontrollera under året",
        "Hantering av statliga bidrag Kontrollmoment 2018",
    );
    let point = town
        .get(&link(&plan, "Hantering av statliga bidrag"), "")
        .await;
    says!(said(&point), "Kontrollmoment 2018", "F3");
    for (path, heading) in [
        ("/en/2016-2019/arsplan/2018", "Internal control"),
        ("/fi/2016-2019/arsplan/2018", "Sisäinen valvonta"),
    ] {
        says!(said(&town.get(path, "").await), heading);
    }
    // A year without any has no such heading.
    let other = said(&town.get("/2016-2019/arsplan/2017", "").await);
    assert!(!other.contains("Intern kontroll"), "{other}");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_over_was_not_judged_and_is_not_judged_yet() {
    let real = eskilstuna().await;
    let plan = said(&real.get("/2016-2019/arsplan/2018", "").await);
    says!(plan, "Ingen bedömning hittad");
    assert!(!plan.contains("Inte uppföljt än"), "{plan}");
    // In its own year it was not judged yet.
    let then = said(&real.get("/2016-2019/arsplan/2018?per=2018-06-01", "").await);
    says!(then, "Inte uppföljt än");
    // A figure stands beside the target of its own period, or with the period that it is for.
    let indicators = said(&real.get("/indikatorer/", "").await);
    assert!(
        !indicators.contains("målnivå 158 miljoner kronor ·"),
        "{indicators}"
    );
    let town = exempelstad_on(date(2026, 11, 24)).await;
    let goal = said(&town.get("/2016-2019/mal/hojd-utbildningsniva", "").await);
    says!(goal, "målnivå 90 % (2018)");
    // Two process goals in one process name it once.
    let goal = town
        .get("/2024-2027/mal/ett-tryggt-liv-hela-livet", "")
        .await;
    let html = goal.text().replace('\u{ad}', "");
    let named = html.split("niva\">Process</p><p class=\"titel\">").nth(1);
    let named = named.and_then(|rest| rest.split("</p>").next()).unwrap();
    let mut names: Vec<&str> = named.split(", ").collect();
    assert!(
        !names.is_empty() && names.iter().all(|name| name.contains("</a>")),
        "{named}"
    );
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), named.split(", ").count(), "{named}");
    // What is invented says so in the tab, and the picker shows the report of the day.
    let start = town.get("/?per=2021-06-01", "").await.text();
    let title = start.split("</title>").next().unwrap();
    assert!(title.ends_with("Påhittat exempel"), "{title}");
    assert!(!real.get("/", "").await.text().contains("Påhittat"));
    let chosen = start.split(" selected>").next().unwrap();
    let chosen = chosen.rsplit("value=\"").next().unwrap();
    assert!(chosen < "2021-06-01", "{chosen}");
}

/// A figure and a target from before the goal's own period are told as earlier ones.
#[tokio::test(flavor = "multi_thread")]
async fn a_goal_is_not_judged_by_a_figure_from_before_its_period() {
    let real = eskilstuna().await;
    let page = said(&real.get("/2016-2019/mal/fler-jobb", "").await);
    says!(
        page,
        "Ingen siffra inom målets period har hittats.",
        "Före målets period: 72",
        // The table has the target that the card names, and the heading holds nothing against it.
        "2015 72 75",
    );
    for judging in [
        "Målet index 75 är inte nått",
        "Sämre än målet",
        "Bättre än målet",
    ] {
        assert!(!page.contains(judging), "{judging}: {page}");
    }
}

/// In June of an election year the council that decides is not the one that the budget is for.
#[tokio::test(flavor = "multi_thread")]
async fn the_plan_of_an_election_year_is_shown_as_the_old_councils_until_the_new_one_settles_it() {
    let town = exempelstad_on(date(2026, 11, 29)).await;
    let address = "/2024-2027/arsplan/2027";
    let before = "Antagen före valet, av det fullmäktige som satt till och med 14 oktober 2026.";
    let settled = "Komplettering 1, av det nyvalda fullmäktige: Kommunfullmäktige 19 november 2026";
    says!(said(&town.get(address, "").await), before, settled);
    let june = said(&town.get(&format!("{address}?per=2026-06-30"), "").await);
    says!(june, before);
    assert!(!june.contains("Komplettering 1"), "{june}");
    let decisions = said(&town.get("/organ/kommunfullmaktige", "").await);
    says!(
        decisions,
        "Preliminär årsplan 2027 före valet",
        "Årsplan 2027 fastställd av det nyvalda fullmäktige, med komplettering"
    );
    // Of the year after the election before, and of any other year, there is nothing to say.
    for other in ["/2016-2019/arsplan/2019", "/2024-2027/arsplan/2026"] {
        let plan = said(&town.get(other, "").await);
        assert!(!plan.contains("före valet"), "{plan}");
    }
}

/// A reader of the council's page meets its goals, and not next year's folded list.
#[tokio::test(flavor = "multi_thread")]
async fn what_the_council_answers_for_opens_with_the_goals_of_the_period() {
    let town = exempelstad_on(date(2026, 11, 29)).await;
    let page = town.get("/organ/kommunfullmaktige", "").await.text();
    let goals = page.find("/2024-2027/mal/").unwrap();
    let folded = page.find("<details class=\"tabell\"><summary>").unwrap();
    assert!(goals < folded);
}
