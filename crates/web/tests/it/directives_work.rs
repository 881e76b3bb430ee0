//! Owner directives on screen: written by the strategist, decided by council, adopted by the
//! general meeting, and public at each step.

use crate::desk::{Desk, body, form_to, only, standing};
use crate::house::Reply;
use crate::town::Town;
use jiff::civil::date;
use riktning_domain::permissions::Role;

const ALL: &str = "/arbete/agardirektiv";
const NEW: &str = "/arbete/agardirektiv/nytt";
const HOMES: &str = "/bolag/exempelbostader";
const GROUP: &str = "kommunkoncernen";
const NOT_BINDING: &str = "Beslutat men inte bindande än";
/// What binds the company from the beginning, and what it is to do instead.
const BEFORE: &str = "Bygg minst 120 bostäder varje år, i hela kommunen.";
const ORDER: &str = "Bygg minst 150 bostäder varje år.";
const IN_MINUTES: [(&str, &str); 3] = [
    ("dag", "2026-10-05"),
    ("paragraf", "§ 61"),
    ("diarienummer", "EX/2026:61"),
];

async fn town() -> Town {
    Town::on(date(2026, 10, 5)).await
}

async fn strategist<'a>(town: &'a Town, login: &str) -> Desk<'a> {
    Desk::of(town, login, &[(Role::Strategist, GROUP)]).await
}

/// Whoever records what the council decides.
async fn secretary(town: &Town) -> Desk<'_> {
    Desk::of(town, "kf", &[(Role::Registrar, "kommunfullmaktige")]).await
}

/// Whoever records what the company's general meeting decides.
async fn chair(town: &Town) -> Desk<'_> {
    let meeting = "exempelbostaders-bolagsstamma";
    Desk::of(town, "stamma", &[(Role::Registrar, meeting)]).await
}

/// The address of the form of a directive, as its list leads to it.
async fn form_of(desk: &Desk<'_>, title: &str) -> String {
    let page = desk.page(ALL).await;
    let own = page.split(&format!("<h3>{title}</h3>")).nth(1).unwrap();
    let id = own.split(&format!("href=\"{ALL}/")).nth(1).unwrap();
    format!("{ALL}/{}", id.split('"').next().unwrap())
}

async fn homes(desk: &Desk<'_>) -> String {
    form_of(desk, "Ägardirektiv till Exempelbostäder AB").await
}

/// A form as it stands on its page, with some fields filled in otherwise: that of its words, which
/// stands after the steps of what is proposed.
async fn filled(desk: &Desk<'_>, path: &str, fields: &[(&str, &str)]) -> String {
    words(&desk.page(path).await, fields)
}

fn words(page: &str, fields: &[(&str, &str)]) -> String {
    let own = page.split("<form class=\"stapel bred\"").nth(1).unwrap();
    standing(&format!("<main<form class=\"stapel bred\"{own}"), fields)
}

/// Takes a step with what is proposed, as its button does.
async fn step(desk: &Desk<'_>, path: &str, step: &str) -> Reply {
    let page = desk.page(path).await;
    let (to, own) = form_to(&page, &format!("/{step}"));
    desk.post(&to, &only(own)).await
}

/// Calls back what is handed in, and writes other words.
async fn reworded(desk: &Desk<'_>, path: &str, words: &str) {
    assert_eq!(step(desk, path, "ta-tillbaka").await.status, 303);
    saved(desk, path, &[("krav", words)]).await;
}

async fn handed_in(desk: &Desk<'_>, path: &str) {
    let reply = step(desk, path, "lamna-in").await;
    let to = format!("{path}?gjort=lamnat");
    assert_eq!(reply.header("location"), Some(to.as_str()));
}

async fn saved(desk: &Desk<'_>, path: &str, fields: &[(&str, &str)]) {
    let reply = desk.post(path, &filled(desk, path, fields).await).await;
    assert_eq!(reply.status, 303, "{}", reply.text());
}

/// A form over which nothing waits for somebody leads to what there is.
async fn leads_back(desk: &Desk<'_>, path: &str) {
    let reply = desk.get(path).await;
    assert_eq!(
        reply.header("location"),
        Some(ALL),
        "{path}: {}",
        reply.status
    );
}

/// The page that says what is wrong, at which field.
fn faulty(reply: &Reply, field: &str) -> String {
    let page = reply.text();
    assert_eq!(reply.status, 422, "{page}");
    says!(page, &format!("href=\"#{field}\""));
    says!(page, &format!("id=\"{field}-f\""));
    says!(page, &format!("id=\"{field}\""));
    page
}

#[tokio::test(flavor = "multi_thread")]
async fn a_directive_is_written_decided_by_council_and_adopted_by_the_meeting() {
    let town = town().await;
    let kim = strategist(&town, "kim").await;
    let (secretary, chair) = (secretary(&town).await, chair(&town).await);
    let path = homes(&kim).await;
    let (decide, adopt) = (format!("{path}/beslut"), format!("{path}/stamma"));
    for desk in [&secretary, &chair] {
        says!(desk.page(ALL).await, BEFORE, "Binder bolaget sedan");
        assert_eq!(desk.get(&path).await.status, 404);
        leads_back(desk, &decide).await;
        leads_back(desk, &adopt).await;
    }
    // Proposed: its writers read it, and nobody else until it is handed in to council.
    saved(&kim, &path, &[("krav", ORDER)]).await;
    says!(
        kim.page(ALL).await,
        BEFORE,
        ORDER,
        "Förslag sedan",
        "Inte lämnat"
    );
    assert!(!secretary.page(ALL).await.contains(ORDER));
    leads_back(&secretary, &decide).await;
    handed_in(&kim, &path).await;
    says!(kim.page(&path).await, "lämnat till beslut", "Ta tillbaka");
    // Council's secretary reads it now; the meeting's and residents do not.
    assert!(!town.page(HOMES).await.contains(ORDER));
    assert!(!chair.page(ALL).await.contains(ORDER));
    leads_back(&chair, &decide).await;
    leads_back(&chair, &adopt).await;
    assert!(!chair.page("/arbete/").await.contains(&decide));
    says!(
        secretary.page("/arbete/").await,
        &decide,
        "väntar på fullmäktige"
    );
    says!(secretary.page(ALL).await, &decide, ORDER);
    // Council decides: public at once, and not binding.
    let decision = filled(&secretary, &decide, &IN_MINUTES).await;
    says!(secretary.page(&decide).await, ORDER, BEFORE);
    let reply = secretary.post(&decide, &decision).await;
    assert_eq!(
        reply.header("location"),
        Some("/arbete/agardirektiv?gjort=beslut")
    );
    let page = town.page(HOMES).await;
    says!(
        page,
        ORDER,
        NOT_BINDING,
        "Det här gäller till dess",
        BEFORE,
        "§ 61"
    );
    let position = town.app.position();
    let again = secretary.post(&decide, &decision).await;
    assert_eq!((again.status, town.app.position()), (303, position));
    says!(
        kim.page("/arbete/").await,
        "ett är beslutat men inte bindande"
    );
    // What is decided is no form any more, and the next step is the meeting's.
    leads_back(&secretary, &decide).await;
    leads_back(&secretary, &adopt).await;
    // The meeting adopts: binding.
    says!(
        chair.page("/arbete/").await,
        &adopt,
        "väntar på bolagsstämman"
    );
    let adoption = filled(&chair, &adopt, &IN_MINUTES).await;
    says!(chair.page(&adopt).await, ORDER, BEFORE);
    let reply = chair.post(&adopt, &adoption).await;
    assert_eq!(
        reply.header("location"),
        Some("/arbete/agardirektiv?gjort=stamma")
    );
    let page = town.page(HOMES).await;
    says!(page, ORDER, "Antaget av stämman");
    assert!(
        !page.contains(NOT_BINDING) && !page.contains(BEFORE),
        "{page}"
    );
    let position = town.app.position();
    let again = chair.post(&adopt, &adoption).await;
    assert_eq!((again.status, town.app.position()), (303, position));
    says!(kim.page("/arbete/").await, "inget väntar på bolagsstämman");
}

#[tokio::test(flavor = "multi_thread")]
async fn only_the_strategist_writes_and_others_see_no_proposal() {
    let town = town().await;
    let kim = strategist(&town, "kim").await;
    let path = homes(&kim).await;
    saved(&kim, &path, &[("krav", ORDER)]).await;
    handed_in(&kim, &path).await;
    let (own, new) = (
        filled(&kim, &path, &[("krav", "Bygg inget.")]).await,
        filled(
            &kim,
            NEW,
            &[("rubrik", "Ett till"), ("krav", "Bygg inget.")],
        )
        .await,
    );
    for (n, (role, at, reads)) in [
        (Role::Controller, GROUP, true),
        (Role::Contributor, "exempelbostader", true),
        (Role::Registrar, "kommunstyrelsen", false),
        (Role::Contributor, "kommunstyrelsen", false),
    ]
    .into_iter()
    .enumerate()
    {
        let other = Desk::of(&town, &format!("p{n}"), &[(role, at)]).await;
        let position = town.app.position();
        let page = other.get(ALL).await;
        assert_eq!(page.status == 200, reads, "{role:?} at {at}");
        let page = page.text();
        assert!(!page.contains(ORDER) && !page.contains(NEW), "{page}");
        assert_eq!(page.contains(BEFORE), reads);
        for step in ["beslut", "stamma"] {
            let step = other.get(&format!("{path}/{step}")).await.status;
            assert_eq!(step, if reads { 303 } else { 404 }, "{role:?} at {at}");
        }
        for (path, form) in [(path.as_str(), &own), (NEW, &new)] {
            assert_eq!(other.get(path).await.status, 404, "{role:?} at {at}");
            assert_eq!(other.post(path, form).await.status, 404, "{role:?} at {at}");
        }
        assert_eq!(town.app.position(), position, "nothing was written");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_who_write_the_second_is_shown_what_the_first_wrote() {
    let town = town().await;
    let (kim, robin) = (
        strategist(&town, "kim").await,
        strategist(&town, "robin").await,
    );
    let path = homes(&kim).await;
    let first = filled(&kim, &path, &[("krav", ORDER)]).await;
    let second = filled(&robin, &path, &[("krav", "Bygg högt.")]).await;
    assert_eq!(kim.post(&path, &first).await.status, 303);
    let position = town.app.position();
    assert_eq!(kim.post(&path, &first).await.status, 303, "a double click");
    assert_eq!(town.app.position(), position);
    let told = faulty(&robin.post(&path, &second).await, "rubrik");
    says!(told, "Det här är sparat nu", ORDER, "Bygg högt.");
    assert_eq!(town.app.position(), position);
    // Now they have seen both.
    let again = robin.post(&path, &words(&told, &[])).await;
    assert_eq!(again.status, 303, "{}", again.text());
    says!(kim.page(&path).await, "Bygg högt.");
    // The first one's form says what does not stand any longer.
    faulty(&kim.post(&path, &first).await, "rubrik");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_decision_is_over_the_words_that_were_shown() {
    let town = town().await;
    let kim = strategist(&town, "kim").await;
    let (secretary, chair) = (secretary(&town).await, chair(&town).await);
    let path = homes(&kim).await;
    let (decide, adopt) = (format!("{path}/beslut"), format!("{path}/stamma"));
    saved(&kim, &path, &[("krav", ORDER)]).await;
    handed_in(&kim, &path).await;
    let stale = filled(&secretary, &decide, &IN_MINUTES).await;
    let other = "Bygg minst 160 bostäder varje år.";
    // Nobody takes it from the meeting unawares.
    let form = filled(&kim, &path, &[("krav", other)]).await;
    let refused = faulty(&kim.post(&path, &form).await, "rubrik");
    says!(refused, "Ta tillbaka det först", other);
    reworded(&kim, &path, other).await;
    leads_back(&secretary, &decide).await;
    handed_in(&kim, &path).await;
    let position = town.app.position();
    let told = faulty(&secretary.post(&decide, &stale).await, "lydelse");
    says!(told, "Lydelsen har ändrats", other, "value=\"§ 61\"");
    assert!(!told.contains(ORDER));
    // Each field says what is wrong with it.
    for (fields, field) in [
        (&[("dag", ""), ("paragraf", "7")][..], "dag"),
        (&[("dag", "2026-10-06"), ("paragraf", "7")], "dag"),
        (&[("dag", "2026-10-05"), ("paragraf", "")], "paragraf"),
        (
            &[
                ("dag", "2026-10-05"),
                ("paragraf", "7"),
                ("delegation", "2"),
            ],
            "delegation",
        ),
        (
            &[("dag", "2026-10-05"), ("paragraf", "7"), ("sedd", "x")],
            "lydelse",
        ),
        (
            &[("dag", "2026-10-05"), ("paragraf", "7"), ("organ", "x")],
            "organ",
        ),
    ] {
        let form = filled(&secretary, &decide, fields).await;
        faulty(&secretary.post(&decide, &form).await, field);
    }
    let early = [("dag", "2026-10-04"), ("paragraf", "7")];
    let early = filled(&secretary, &decide, &early).await;
    let told_early = faulty(&secretary.post(&decide, &early).await, "dag");
    says!(told_early, "gäller först från 5 oktober 2026");
    assert_eq!(town.app.position(), position, "nothing was recorded");
    let seen = secretary.post(&decide, &standing(&told, &[])).await;
    assert_eq!(seen.status, 303, "{}", seen.text());
    says!(town.page(HOMES).await, other, NOT_BINDING);
    // The meeting comes after council.
    let early = [("dag", "2026-10-04"), ("paragraf", "7")];
    let early = filled(&chair, &adopt, &early).await;
    let told = faulty(&chair.post(&adopt, &early).await, "dag");
    says!(told, "Det är inte antaget 4 oktober 2026");
    // Council decides anew before the meeting has adopted what it saw.
    let stale = filled(&chair, &adopt, &IN_MINUTES).await;
    saved(&kim, &path, &[("krav", ORDER)]).await;
    handed_in(&kim, &path).await;
    saved(&secretary, &decide, &IN_MINUTES).await;
    let told = faulty(&chair.post(&adopt, &stale).await, "lydelse");
    says!(told, ORDER);
    says!(town.page(HOMES).await, ORDER, NOT_BINDING, BEFORE);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_new_directive_is_one_however_often_it_is_sent_and_says_what_it_lacks() {
    let town = town().await;
    let kim = strategist(&town, "kim").await;
    let energy = body(&town, "exempelenergi").to_string();
    let board = body(&town, "kommunstyrelsen").to_string();
    let title = "Direktiv om belysning";
    let whole = [
        ("bolag", energy.as_str()),
        ("rubrik", title),
        ("krav", "Lys upp."),
    ];
    let with = |name: &str, value: &'static str| {
        let of = |(own, old)| {
            if own == name {
                (own, value)
            } else {
                (own, old)
            }
        };
        whole.map(of)
    };
    let position = town.app.position();
    let long = "x".repeat(201);
    let many = "Gör något.\n".repeat(41);
    for (fields, field) in [
        (with("bolag", ""), "bolag"),
        ([("bolag", board.as_str()), whole[1], whole[2]], "bolag"),
        (with("rubrik", " "), "rubrik"),
        ([whole[0], ("rubrik", &long), whole[2]], "rubrik"),
        (with("krav", "\n \n"), "krav"),
        ([whole[0], whole[1], ("krav", &many)], "krav"),
    ] {
        let form = filled(&kim, NEW, &fields).await;
        let page = faulty(&kim.post(NEW, &form).await, field);
        assert!(
            field == "rubrik" || page.contains(title),
            "what was typed stays"
        );
    }
    // What is typed is kept until it is saved.
    let page = kim.page(NEW).await;
    let keeps = page.split("data-utkast=\"").nth(1).unwrap();
    let keeps = keeps.split('"').next().unwrap().replace("&#38;", "&");
    let kept = kim.post(&keeps, &standing(&page, &whole)).await;
    assert_eq!(kept.status, 200, "{}", kept.text());
    says!(kim.page(NEW).await, title, "Lys upp.");
    assert_eq!(town.app.position(), position);
    let form = standing(&page, &whole);
    for _ in 0..2 {
        let reply = kim.post(NEW, &form).await;
        assert_eq!(reply.status, 303, "{}", reply.text());
        assert_eq!(town.app.position(), position + 1);
    }
    assert!(
        !kim.page(NEW).await.contains(title),
        "nothing is left of it"
    );
    // The same form with other words is not another directive.
    let other = standing(&page, &with("krav", "Släck."));
    faulty(&kim.post(NEW, &other).await, "rubrik");
    assert_eq!(town.app.position(), position + 1);
    // In each language, and a goal that it springs from.
    let path = form_of(&kim, title).await;
    let goal = kim.page(&path).await;
    let goal = goal.split("name=\"mal\" value=\"").nth(1).unwrap();
    saved(&kim, &path, &[("mal", goal.split('"').next().unwrap())]).await;
    says!(kim.page(&path).await, "checked");
    for (language, says) in [("en", "Proposed since"), ("fi", "Ehdotettu")] {
        says!(kim.page(&format!("/{language}{ALL}")).await, title, says);
        assert_eq!(kim.get(&format!("/{language}{path}")).await.status, 200);
    }
    let secretary = secretary(&town).await;
    let decide = format!("{path}/beslut");
    handed_in(&kim, &path).await;
    saved(&secretary, &decide, &IN_MINUTES).await;
    says!(
        town.page("/bolag/exempelenergi").await,
        title,
        "Lys upp.",
        NOT_BINDING,
        "Utgår från målet"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_proposal_is_called_back_and_dropped_and_its_history_says_so() {
    let town = town().await;
    let kim = strategist(&town, "kim").await;
    let secretary = secretary(&town).await;
    let auditor = Desk::of(&town, "rev", &[(Role::Auditor, GROUP)]).await;
    let path = homes(&kim).await;
    let (decide, history) = (
        format!("{path}/beslut"),
        path.replace("/arbete/", "/arbete/historik/"),
    );
    saved(&kim, &path, &[("krav", ORDER)]).await;
    assert!(!auditor.page(&history).await.contains(ORDER));
    let elected = Desk::of(&town, "ledamot", &[(Role::Reader, "kommunfullmaktige")]).await;
    for desk in [&auditor, &elected] {
        assert!(!desk.page("/arbete/").await.contains(ALL));
        assert_eq!(desk.get(ALL).await.status, 404);
    }
    handed_in(&kim, &path).await;
    says!(auditor.page(&history).await, ORDER, "lämnat till beslut");
    // Who is elected to council, and who audits, is led to it from then on.
    for desk in [&auditor, &elected] {
        says!(desk.page("/arbete/").await, "href=\"/arbete/agardirektiv\"");
        says!(desk.page(ALL).await, ORDER, "lämnat till beslut");
        assert_eq!(desk.get(&path).await.status, 404, "they write nothing");
    }
    // Who opened the page before it was called back is told that it stands otherwise.
    let before = secretary.page(&decide).await;
    let recalled = step(&kim, &path, "ta-tillbaka").await;
    let to = format!("{path}?gjort=tillbaka");
    assert_eq!(recalled.header("location"), Some(to.as_str()));
    says!(kim.page(&to).await, "Förslaget är tillbaka hos er.");
    assert!(!secretary.page(ALL).await.contains(ORDER));
    assert!(!auditor.page(&history).await.contains(ORDER));
    leads_back(&secretary, &decide).await;
    let late = standing(&before, &IN_MINUTES);
    let late = secretary.post(&decide, &late).await;
    assert!(late.status != 303 || late.header("location") == Some(ALL));
    assert!(!town.page(HOMES).await.contains(ORDER));
    let (position, page) = (town.app.position(), kim.page(&path).await);
    let (to, own) = form_to(&page, "/ta-bort");
    let (to, own) = (to, only(own));
    for _ in 0..2 {
        let dropped = kim.post(&to, &own).await;
        let to = "/arbete/agardirektiv?gjort=borttaget";
        assert_eq!(dropped.header("location"), Some(to));
    }
    assert_eq!(town.app.position(), position + 1);
    let page = kim.page(ALL).await;
    assert!(page.contains(BEFORE) && !page.contains(ORDER) && !page.contains("Förslag sedan"));
    says!(kim.page(&path).await, BEFORE);
    says!(
        kim.page(&history).await,
        ORDER,
        "Förslag taget tillbaka från beslut",
        "Förslag borttaget"
    );
    // A new one that is dropped is there no more.
    let energy = body(&town, "exempelenergi").to_string();
    let fields = [
        ("bolag", energy.as_str()),
        ("rubrik", "Ett som ångras"),
        ("krav", "Lys upp."),
    ];
    saved(&kim, NEW, &fields).await;
    let path = form_of(&kim, "Ett som ångras").await;
    let late = [("krav", "Lys upp varje gata i hela staden.")];
    let late = filled(&kim, &path, &late).await;
    assert_eq!(step(&kim, &path, "ta-bort").await.status, 303);
    assert!(!kim.page(ALL).await.contains("Ett som ångras"));
    assert_eq!(kim.get(&path).await.status, 404);
    // Whoever still wrote in it has what they typed, and nothing of theirs is made.
    let position = town.app.position();
    let lost = kim.post(&path, &late).await;
    assert_eq!((lost.status, town.app.position()), (404, position));
    says!(
        lost.text(),
        "Inget är sparat.",
        "Lys upp varje gata i hela staden.</textarea>"
    );
}
