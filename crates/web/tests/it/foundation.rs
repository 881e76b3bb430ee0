//! The base, read as a resident reads it: documents, laws, values, processes, target groups
//! and owner directives, by the real router over both municipalities.

use crate::town::Town;
use axum::body::Body;
use axum::http::{Request, StatusCode};
use http_body_util::BodyExt;
use jiff::civil::{Date, date};
use riktning_app::imports::facts;
use riktning_app::{App, Clock, scenario};
use riktning_domain::ids::ThreadId;
use riktning_domain::threads::{ThreadEnd, TieThread};
use riktning_domain::{Command, Published, Slug};
use riktning_store::MemoryJournal;
use riktning_web::server::Source;
use tower::ServiceExt;

const REAL: &[u8] = include_bytes!("../../../../facts/eskilstuna.json");

fn open(today: Date) -> App {
    let journal = Box::new(MemoryJournal::new().unwrap());
    App::open(journal, Clock::Fixed(today), &mut |_| {}).unwrap()
}

async fn exempelstad() -> App {
    let today = date(2018, 11, 1);
    let app = open(today);
    let steps = scenario::read_all(&scenario::EXEMPELSTAD).unwrap();
    let lived = steps.into_iter().filter(|step| step.now.today <= today);
    app.live_through(lived.collect()).await.unwrap();
    app
}

async fn eskilstuna() -> App {
    let app = open(date(2026, 11, 23));
    let read = facts::read(REAL).unwrap();
    let plan = app.plan(|state, now| read.plan(state, now));
    let reported = plan.reported.into_iter().map(|r| r.path).collect();
    let imported = app.import(plan.commands, reported, REAL.to_vec()).await;
    assert_eq!(imported.unwrap().refused, []);
    app
}

/// The status, where it leads, and the page without its markup's soft hyphens.
async fn get(app: &App, path: &str) -> (StatusCode, String, String) {
    let source = Source::of(app);
    let mut request = Request::get(path).body(Body::empty()).unwrap();
    request.extensions_mut().insert((source.edition)());
    let response = source.routes.oneshot(request).await.unwrap();
    let to = response.headers().get("location");
    let to = to.map_or("", |to| to.to_str().unwrap()).to_owned();
    let status = response.status();
    let bytes = response.into_body().collect().await.unwrap().to_bytes();
    let html = String::from_utf8(bytes.to_vec()).unwrap();
    (status, to, html.replace('\u{ad}', ""))
}

async fn page(app: &App, path: &str) -> String {
    let (status, _, html) = get(app, path).await;
    assert_eq!(status, StatusCode::OK, "{path}");
    assert_eq!(html.matches("<h1>").count(), 1, "{path}");
    html
}

#[tokio::test]
async fn the_start_page_leads_to_the_whole_base() {
    let app = exempelstad().await;
    let start = page(&app, "/").await;
    for href in [
        "/styrdokument/#styrdokument",
        "/styrdokument/#bestammelser",
        "/styrdokument/#lagar",
        "/varden",
        "/processer/",
        "/malgrupper/",
    ] {
        assert!(start.contains(&format!("href=\"{href}\"")), "{href}");
        page(&app, href.split('#').next().unwrap()).await;
    }
    let list = page(&app, "/styrdokument/").await;
    for part in ["styrdokument", "bestammelser", "lagar"] {
        assert!(list.contains(&format!("id=\"{part}\"")), "{part}");
    }
}

#[tokio::test]
async fn a_document_that_expired_and_is_applied_says_so_on_its_own_day() {
    let app = exempelstad().await;
    let now = page(&app, "/styrdokument/klimatplan").await;
    assert!(now.contains("Har gått ut men tillämpas: från 1 juli 2012 till och med 2016"));
    assert!(now.contains("§ 133") && now.contains("EXS 2012:7"));
    let then = page(&app, "/styrdokument/klimatplan?per=2016-06-01").await;
    assert!(then.contains("Gäller: från 1 juli 2012 till och med 2016"));
    assert!(!then.contains("§ 133"), "a decision that came later");
    // What adopted it once is not forgotten when something later is decided of it.
    let adopted = |page: &str| page.split("<dt>Antaget</dt>").nth(1).unwrap().to_owned();
    assert!(adopted(&now).starts_with("<dd>") && adopted(&now)[..400].contains("31 maj 2012"));
    assert!(now.contains("<dt>Senast beslutat</dt>") && !then.contains("<dt>Senast beslutat</dt>"));
    // Found in the list too, and never as expired.
    let list = page(&app, "/styrdokument/").await;
    assert!(list.contains("Har gått ut men tillämpas"));
}

#[tokio::test]
async fn what_replaced_a_document_is_told_from_its_first_day() {
    let app = exempelstad().await;
    let before = page(&app, "/styrdokument/skolplan-2012-2015?per=2015-12-31").await;
    assert!(!before.contains("ersatt av"), "{before}");
    let after = page(&app, "/styrdokument/skolplan-2012-2015?per=2016-01-01").await;
    assert!(after.contains("/styrdokument/plan-for-larande?per=2016-01-01"));
    let (status, _, html) = get(&app, "/styrdokument/plan-for-larande?per=2015-11-01").await;
    assert_eq!(status, StatusCode::OK);
    assert!(html.contains("Den 19 november 2015 kunde dokumentet läsas"));
}

#[tokio::test]
async fn a_law_is_unchecked_until_somebody_has_checked_it() {
    let app = exempelstad().await;
    let warning = "inte kontrollerade mot Svensk författningssamling";
    let checked = page(&app, "/styrdokument/exempelskollagen").await;
    assert!(!checked.contains(warning) && checked.contains("20 januari 2015"));
    let before = page(&app, "/styrdokument/exempelskollagen?per=2015-01-19").await;
    assert!(before.contains(warning));
    // A page of the past does not know that the law was to end.
    let law = "/styrdokument/exempellagen-om-kommuner-1995";
    assert!(page(&app, law).await.contains("31 december 2017"));
    let past = page(&app, &format!("{law}?per=2016-01-01")).await;
    assert!(!past.contains("2017"), "{past}");
}

#[tokio::test]
async fn a_goal_shows_what_it_rests_on_and_the_document_leads_back() {
    let app = exempelstad().await;
    let goal = page(&app, "/2016-2019/mal/hojd-utbildningsniva").await;
    assert!(goal.contains("Vilar på"));
    for slug in ["plan-for-larande", "exempelskollagen"] {
        assert!(goal.contains(&format!("/styrdokument/{slug}")), "{slug}");
        let document = page(&app, &format!("/styrdokument/{slug}")).await;
        assert!(document.contains("/2016-2019/mal/hojd-utbildningsniva"));
    }
    let before = page(&app, "/2016-2019/mal/hojd-utbildningsniva?per=2015-11-18").await;
    assert!(before.contains("Vilar på: inget styrdokument och ingen lag hittades."));
    assert!(!before.contains("Vilar på: <a") && !goal.contains("ingen lag hittades"));
}

/// The same sideways from the other two: a process goal on the page of its process, and a commitment.
#[tokio::test(flavor = "multi_thread")]
async fn a_process_goal_and_a_commitment_show_what_they_rest_on() {
    let town = Town::on(date(2026, 10, 5)).await;
    let law = "href=\"/styrdokument/exempelmiljolagen\"";
    let plain = |html: String| html.replace('\u{ad}', "");
    let of_law = plain(town.page("/styrdokument/exempelmiljolagen").await);
    let before = of_law.split("Snabbare från idé till bygge").next().unwrap();
    let path = before.rsplit("href=\"").next().unwrap();
    let path = path.split(['"', '#']).next().unwrap();
    let process = plain(town.page(path).await);
    let goal = process
        .split("Snabbare från idé till bygge")
        .nth(1)
        .unwrap();
    let goal = goal.split("Vilar på").nth(1).unwrap();
    assert!(goal.split("</p>").next().unwrap().contains(law), "{goal}");

    let found = |p: Published<'_>| {
        let row = p.numbered(482).unwrap();
        let law = p.document_at(&Slug::parse("exempelmiljolagen").unwrap());
        (
            row.id(),
            format!("/ataganden/482-{}", row.slug()),
            law.unwrap(),
        )
    };
    let (row, path, document) = town.app.published(date(2026, 10, 5), found);
    assert!(!town.page(&path).await.contains(law));
    town.perform(Command::TieThread(TieThread {
        thread: ThreadId(uuid::Uuid::new_v4()),
        from: row,
        to: ThreadEnd::Document(document),
        interpretation: Default::default(),
        since: None,
    }))
    .await;
    let page = town.page(&path).await;
    let rests = page.split("Vilar på: ").nth(1).unwrap();
    assert!(rests.split("</p>").next().unwrap().contains(law), "{rests}");
    let back = town.page("/styrdokument/exempelmiljolagen").await;
    assert!(back.contains(&path), "the law leads back");
}

#[tokio::test]
async fn a_company_shows_its_directive_and_whether_it_binds() {
    let app = exempelstad().await;
    let bound = page(&app, "/bolag/exempelbostader").await;
    assert!(bound.contains("Bygg minst 120 bostäder") && !bound.contains("inte bindande än"));
    let decided = page(&app, "/bolag/exempelenergi").await;
    assert!(decided.contains("inte bindande än") && decided.contains("senast 2025"));
    let before = page(&app, "/bolag/exempelenergi?per=2016-03-01").await;
    assert!(before.contains("inte bindande än") && !before.contains("senast 2022"));
    let none = page(&app, "/bolag/exempelenergi?per=2016-01-01").await;
    assert!(none.contains("Inget ägardirektiv hittades"));
    // A company owns a process, and the process says so.
    assert!(bound.contains("/processer/bostader"));
    assert!(
        page(&app, "/processer/bostader")
            .await
            .contains("/bolag/exempelbostader")
    );
}

#[tokio::test]
async fn a_process_holds_its_parts_its_goals_and_the_commitments_of_the_year() {
    let app = exempelstad().await;
    let process = page(&app, "/processer/utbildning").await;
    for text in [
        "Grundskola",
        "Fler klarar skolan",
        "Fler elever ska trivas i skolan",
        "Plan för lärande 2016–2019",
    ] {
        assert!(process.contains(text), "{text}");
    }
    let empty = page(&app, "/processer/skydd-och-beredskap").await;
    assert!(empty.contains("Inga processmål hittades") && empty.contains("Hittades inte"));
    let group = page(&app, "/malgrupper/elever").await.replace('\u{ad}', "");
    assert!(group.contains("/2016-2019/mal/hojd-utbildningsniva"));
    // Nothing says of a commitment who it is for: it is the goal's group.
    assert!(group.contains("i de mål som är till för målgruppen"));
    assert!(group.contains("Nyanlända elever är i vanlig klass inom sex månader"));
    assert!(!group.contains("Inga åtaganden hittades"));
    let (status, _, html) = get(&app, "/processer/utbildning?per=2015-01-10").await;
    assert_eq!(status, StatusCode::OK);
    assert!(html.contains("Finns här från den 15 januari 2015"));
}

#[tokio::test]
async fn values_are_shown_and_never_scored() {
    let app = exempelstad().await;
    let values = page(&app, "/varden").await;
    assert!(values.contains("Öppenhet") && values.contains("poängsätts inte"));
    assert!(!values.contains("class=\"st "), "a verdict on a value");
}

#[tokio::test]
async fn every_address_of_the_base_answers_in_three_languages_or_is_not_there() {
    let app = exempelstad().await;
    for path in [
        "/styrdokument/",
        "/styrdokument/klimatplan",
        "/styrdokument/exempelmiljolagen",
        "/varden",
        "/processer/",
        "/processer/utbildning",
        "/malgrupper/",
        "/malgrupper/elever",
    ] {
        for language in ["", "/en", "/fi"] {
            let html = page(&app, &format!("{language}{path}")).await;
            if !language.is_empty() {
                assert!(!html.contains("Hittades"), "{language}{path}");
            }
        }
    }
    for path in [
        "/styrdokument/finns-inte",
        "/styrdokument/Klimatplan",
        "/processer/elever",
        "/malgrupper/utbildning",
        "/processer/..",
    ] {
        let (status, _, _) = get(&app, path).await;
        assert_eq!(status, StatusCode::NOT_FOUND, "{path}");
    }
}

#[tokio::test]
async fn the_real_municipality_shows_what_its_sources_say_and_what_they_do_not() {
    let app = eskilstuna().await;
    let list = page(&app, "/styrdokument/").await;
    assert!(list.contains("inte kontrollerade mot Svensk författningssamling"));
    for text in [
        "Kommunallagen",
        "2017:725",
        "Miljöbalken",
        "Klimatplan 2020",
    ] {
        assert!(list.contains(text), "{text}");
    }
    let policy = "/styrdokument/policy-for-jamlik-halsa-och-social-hallbarhet";
    let policy = page(&app, policy).await;
    assert!(policy.contains("2017 (dag ej funnen), § 275"), "{policy}");
    assert!(policy.contains("året ej utskrivet i källan") && !policy.contains("2018 (dag"));
    let gender = page(&app, "/styrdokument/pa-spaning-efter-jamstalldheten").await;
    assert!(
        !gender.contains("tillämpas tills")
            && gender.contains("Om ett nytt har gjort det, och när")
    );
    let climate = page(&app, "/styrdokument/klimatplan-2020").await;
    assert!(climate.contains("Om ett nytt har gjort det, och när"));
    let culture = "/styrdokument/kulturpolitisk-plan-for-eskilstuna-kommunkoncern";
    let culture = page(&app, culture).await;
    assert!(
        culture.contains("Beslutet ej funnet")
            && culture.contains("tid hittades inte")
            && !culture.contains("Gäller:")
    );
    let law = page(&app, "/styrdokument/socialtjanstlagen-2001-453").await;
    assert!(law.contains("Gäller inte längre") && law.contains("30 juni 2025"));
    let company = page(
        &app,
        "/bolag/eskilstuna-jernmanufaktur-ab-munktell-science-park",
    )
    .await;
    assert!(company.contains("Energicentrum") && company.contains("Källan säger inte om"));
    assert!(
        page(&app, "/processer/")
            .await
            .contains("/processer/varna-demokrati")
    );
    assert!(page(&app, "/varden").await.contains("Helhetssyn"));
}

#[tokio::test]
async fn what_we_read_into_the_sources_is_marked_and_what_they_leave_out_is_said() {
    let app = eskilstuna().await;
    // That kinds of 2018 may support a goal is nobody's word but ours.
    let then = page(&app, "/sa-styrs-kommunen?per=2018-06-01").await;
    let (_, levels) = then.split_once("id=\"nivaer\"").unwrap();
    let (levels, _) = levels.split_once("</section>").unwrap();
    let (goal, kinds) = levels
        .split_once("<strong>Strategiskt mål</strong>")
        .unwrap();
    assert!(!goal.contains("Vår tolkning"), "{goal}");
    let (goal, kinds) = kinds.split_once("</li>").unwrap();
    assert!(!goal.contains("Vår tolkning"), "{goal}");
    let marked = "kan stödja Strategiskt mål. <span class=\"tolkning\">Vår tolkning";
    assert!(kinds.contains(marked), "{kinds}");
    assert!(levels.contains("bara de nivåer som källorna nämner"));
    // A decision that another record tells of.
    let vision = page(&app, "/vision?per=2019-01-01").await;
    assert!(vision.contains("Vision Eskilstuna 2030") && vision.contains("2017 (dag ej funnen)"));
    assert!(vision.contains("Ärenden för kännedom januari 2018"));
    let before = page(&app, "/vision?per=2017-06-01").await;
    assert!(!before.contains("Vision Eskilstuna 2030"));
    // Exempelstad's model is its own word.
    let town = exempelstad().await;
    let own = page(&town, "/sa-styrs-kommunen").await;
    let (_, levels) = own.split_once("id=\"nivaer\"").unwrap();
    let (levels, _) = levels.split_once("</section>").unwrap();
    assert!(!levels.contains("Vår tolkning") && !levels.contains("bara de nivåer"));
}
