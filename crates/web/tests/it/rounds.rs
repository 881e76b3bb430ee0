//! The year: rounds made of those of the year before, changed, called off; the wheel and the days.

use crate::desk::{Desk, body, standing};
use crate::town::Town;
use jiff::civil::date;
use riktning_domain::permissions::Role;

const GROUP: &str = "kommunkoncernen";
const CYCLE: &str = "/arbete/aret/2027/omgangar";
const NEW: &str = "/arbete/omgangar/ny";

async fn town() -> Town {
    Town::on(date(2026, 11, 25)).await
}

async fn strategist<'a>(town: &'a Town) -> Desk<'a> {
    Desk::of(town, "strateg", &[(Role::Strategist, GROUP)]).await
}

/// What is typed otherwise, the field that is wrong, and what is said there.
type Case<'a> = (&'a [(&'a str, &'a str)], &'a str, &'a str);

/// The address of the form of a round, as the page of its year leads to it.
fn round_at(page: &str, name: &str) -> String {
    let row = page.split("<li>").find(|row| {
        row.contains(&format!("<strong>{name}</strong>")) && row.contains("/arbete/omgangar/")
    });
    let id = row.unwrap().split("/arbete/omgangar/").nth(1).unwrap();
    format!("/arbete/omgangar/{}", id.split('"').next().unwrap())
}

#[tokio::test(flavor = "multi_thread")]
async fn the_year_says_what_comes_next_and_shows_it_in_the_wheel_and_day_by_day() {
    let town = town().await;
    let desk = strategist(&town).await;
    let page = desk.page("/arbete/aret/2026").await;
    says!(
        page,
        "Sista dag för kommunstyrelsen, nämnderna och bolagen: Planer 2027, den 4 december 2026",
        "9 dagar kvar",
        "<svg class=\"hjul bred\"",
        "Årshjulet 2026",
        "Kommunfullmäktige: Årsredovisning 2025",
        "Uppgifterna i Delårsrapport 2, 2026 gäller denna dag",
        "Planerar 2027",
        "Följer upp 2025",
    );
    // The list is in the order of the year.
    let at = |what: &str| page.find(what).unwrap();
    assert!(at("26 mars") < at("18 juni") && at("18 juni") < at("19 november"));
    // What is over, and what goes on.
    let over = page.split("<strong>Årsplan 2027</strong>").nth(1).unwrap();
    assert!(over.split("</li>").next().unwrap().contains("Avslutad"));
    let open = page.split("<strong>Planer 2027</strong>").nth(1).unwrap();
    assert!(open.split("</li>").next().unwrap().contains("Pågår"));
    // A council's meeting is a knot on the thread: in March, June, October and November.
    assert_eq!(
        page.matches("class=\"h-kf\"").count(),
        2 * 4,
        "in both variants"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_year_is_made_of_the_one_before_in_one_form_and_a_second_click_is_the_first() {
    let town = town().await;
    let desk = strategist(&town).await;
    let year = desk.page("/arbete/aret/2027").await;
    says!(year, &format!("href=\"{CYCLE}\""), "Lägg upp 2027 som 2026");
    let page = desk.page(CYCLE).await;
    says!(
        page,
        "Delårsrapport 1, 2027",
        "Planer 2028",
        // A Thursday, as in 2026.
        "value=\"2027-10-21\"",
        // A planning round is about the year after, and an interim report about the same day.
        "value=\"2028-01-01\"",
        "value=\"2027-08-31\"",
    );
    // What there is already is not proposed again.
    assert!(!page.contains("Årsredovisning 2026"), "it is opened");
    let position = town.app.position();
    for _ in 0..2 {
        let done = desk.post(CYCLE, &standing(&page, &[])).await;
        assert_eq!(done.status, 303, "{}", done.text());
        let to = "/arbete/aret/2027?gjort=sparat";
        assert_eq!(done.header("location"), Some(to));
    }
    assert_eq!(town.app.position(), position + 6, "six rounds, once");
    let year = desk.page("/arbete/aret/2027?gjort=sparat").await;
    says!(
        year,
        "Det är sparat.",
        "Planer 2028",
        "Kommunfullmäktige: Årsredovisning 2026"
    );
    assert!(!year.contains("Lägg upp 2027"), "nothing is left to make");
    // Somebody who had the page open makes no second set.
    let other = standing(&page, &[("nyckel", "7f1d0c3e-0000-4000-8000-000000000001")]);
    let late = desk.post(CYCLE, &other).await;
    assert_eq!(late.status, 422);
    assert_eq!(town.app.position(), position + 6);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_no_model_has_is_not_offered_to_be_opened() {
    let town = town().await;
    let desk = strategist(&town).await;
    let made = standing(&desk.page(CYCLE).await, &[]);
    assert_eq!(desk.post(CYCLE, &made).await.status, 303);
    // The model is of 2024 to 2027: it plans 2029 still and follows up 2027, and nothing of 2028.
    let path = "/arbete/aret/2028/omgangar";
    let page = desk.page(path).await;
    let row = |name: &str| {
        let mut rows = page.split("<li><label class=\"kryss\">").skip(1);
        rows.find(|row| row.contains(name)).unwrap().to_owned()
    };
    let told = "Det finns ingen målmodell för 2028";
    let interim = row("Delårsrapport 1, 2028");
    says!(interim, told);
    assert!(
        !interim.split('>').next().unwrap().contains("checked"),
        "{interim}"
    );
    let plans = row("Planer 2029");
    assert!(plans.split('>').next().unwrap().contains("checked") && !plans.contains(told));
    let opened = desk.post(path, &standing(&page, &[])).await;
    assert_eq!(opened.status, 303, "{}", opened.text());
    let year = desk.page("/arbete/aret/2028").await;
    says!(year, "Planer 2029");
    assert!(
        !year.contains("<strong>Delårsrapport 1, 2028</strong>"),
        "{year}"
    );
    // Where it is all of it there is no form.
    let rest = desk.page(path).await;
    says!(rest, "Ingen målmodell har det som 2028 skulle handla om.");
    assert!(!rest.contains("name=\"med\""), "{rest}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_day_of_one_of_them_is_changed_and_another_is_left_out() {
    let town = town().await;
    let desk = strategist(&town).await;
    let page = desk.page(CYCLE).await;
    let interim = page
        .split("<li>")
        .find(|row| row.contains("<strong>Delårsrapport 1, 2027"));
    let id = interim
        .unwrap()
        .split("name=\"med\" value=\"")
        .nth(1)
        .unwrap();
    let id = id.split('"').next().unwrap();
    let [name, day, last, organ, meeting] =
        ["namn", "lage", "sista-kind-committee", "organ-2", "mote-2"]
            .map(|field| format!("{field}-{id}"));
    let council = body(&town, "kommunfullmaktige").0.to_string();
    let mut fields = vec![
        ("med", id),
        (&name, "Tertialrapport 1, 2027"),
        (&day, "2027-04-30"),
        (&last, "31 maj"),
        (&organ, council.as_str()),
        (&meeting, "2027-06-17"),
    ];
    let position = town.app.position();
    let wrong = desk.post(CYCLE, &standing(&page, &fields)).await;
    assert_eq!(wrong.status, 422);
    let text = wrong.text();
    says!(
        text,
        "Tertialrapport 1, 2027",
        "31 maj",
        &format!("id=\"{last}-f\"")
    );
    assert_eq!(town.app.position(), position, "nothing is half done");
    fields[3].1 = "2027-05-31";
    let done = desk.post(CYCLE, &standing(&page, &fields)).await;
    assert_eq!(done.status, 303, "{}", done.text());
    assert_eq!(town.app.position(), position + 1);
    let year = desk.page("/arbete/aret/2027").await;
    says!(
        year,
        "Uppgifterna i Tertialrapport 1, 2027 gäller denna dag",
        "30 april",
        "Kommunfullmäktige: Tertialrapport 1, 2027",
        "Lägg upp 2027 som 2026"
    );
    // What bears another name is made all the same, and is not offered again.
    let again = desk.page(CYCLE).await;
    assert!(!again.contains("Delårsrapport 1, 2027") && again.contains("Delårsrapport 2, 2027"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_round_is_opened_changed_and_called_off() {
    let town = town().await;
    let desk = strategist(&town).await;
    let page = desk.page(&format!("{NEW}?ar=2027")).await;
    says!(page, "value=\"2027-12-31\"", "Ny omgång");
    let fields = [
        ("namn", "Extra uppföljning 2027"),
        ("slag", "delar"),
        ("lage", "2027-05-31"),
        ("oppnar", "2027-06-01"),
        ("sista-kind-committee", "2027-06-20"),
        ("efterfragas", "Sjukfrånvaro\nBemanning"),
    ];
    let made = desk.fill(NEW, &fields).await;
    assert_eq!(made.status, 303, "{}", made.text());
    let year = desk.page("/arbete/aret/2027").await;
    says!(
        year,
        "Extra uppföljning 2027 öppnar",
        "Sjukfrånvaro · Bemanning"
    );
    let at = round_at(&year, "Extra uppföljning 2027");
    let open = desk.page(&at).await;
    says!(
        open,
        "Extra uppföljning 2027",
        "value=\"2027-06-20\"",
        "Uppföljning under året"
    );
    let moved = desk
        .post(
            &at,
            &standing(&open, &[("sista-kind-committee", "2027-06-22")]),
        )
        .await;
    assert_eq!(moved.status, 303, "{}", moved.text());
    // Who had the page open before writes over nothing, and loses nothing.
    let late = desk
        .post(&at, &standing(&open, &[("namn", "Mitt namn")]))
        .await;
    assert_eq!(late.status, 422);
    says!(
        late.text(),
        "Någon har ändrat sedan du öppnade sidan",
        "Mitt namn"
    );
    let open = desk.page(&at).await;
    says!(open, "value=\"2027-06-22\"");
    let silent = desk
        .post(&at, &standing(&open, &[("gor", "stall-in")]))
        .await;
    assert_eq!(silent.status, 422);
    says!(silent.text(), "Skriv varför omgången ställs in.");
    let off = desk
        .post(
            &at,
            &standing(&open, &[("gor", "stall-in"), ("skal", "Ny lag")]),
        )
        .await;
    assert_eq!(off.status, 303, "{}", off.text());
    let year = desk.page("/arbete/aret/2027").await;
    says!(year, "Inställd: Ny lag");
    assert!(
        !year.contains("Extra uppföljning 2027 öppnar"),
        "it is gone from the days"
    );
    says!(
        desk.page(&at).await,
        "Omgången är inställd och kan inte ändras."
    );
    let auditor = Desk::of(&town, "revisor", &[(Role::Auditor, GROUP)]).await;
    let history = auditor.page("/arbete/historik").await;
    says!(
        history,
        "Omgång inställd",
        "Ny lag",
        "20 juni 2027",
        "22 juni 2027"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_wrong_with_a_round_is_told_at_its_field() {
    let town = town().await;
    let desk = strategist(&town).await;
    let council = body(&town, "kommunfullmaktige").0.to_string();
    let whole = [
        ("namn", "Delår"),
        ("slag", "delar"),
        ("lage", "2027-05-31"),
        ("sista-kind-committee", "2027-06-20"),
    ];
    let position = town.app.position();
    let cases: [Case<'_>; 10] = [
        (
            &[("namn", " ")],
            "namn",
            "Skriv vad omgången heter på svenska",
        ),
        (
            &[("slag", "annat")],
            "slag",
            "Välj om det är planering eller uppföljning",
        ),
        (&[("lage", "")], "lage", ""),
        (&[("lage", "2027-02-30")], "lage", "2027-02-30"),
        (
            &[("lage", "2190-01-01")],
            "lage",
            "Det finns ingen målmodell för 2190",
        ),
        (
            &[("oppnar", "2027-07-01")],
            "oppnar",
            "En sista dag ligger före",
        ),
        (
            &[("oppnar", "2007-06-01")],
            "oppnar",
            "1 juni 2007 ligger mer än två år från 31 maj 2027, som omgången gäller.",
        ),
        (&[("mote-1", "2027-06-24")], "organ-1", "Välj vilket organ"),
        (
            &[("organ-1", "nej"), ("mote-1", "2027-06-24")],
            "organ-1",
            "Välj vilket organ",
        ),
        (
            &[
                ("organ-1", &council),
                ("mote-1", "2027-06-24"),
                ("organ-2", &council),
                ("mote-2", "2027-06-24"),
            ],
            "mote-2",
            "Samma organ står två gånger",
        ),
    ];
    for (changed, field, said) in cases {
        let kept = whole
            .iter()
            .filter(|(name, _)| changed.iter().all(|(of, _)| of != name));
        let fields: Vec<(&str, &str)> = kept.chain(changed).copied().collect();
        let answer = desk.fill(NEW, &fields).await;
        assert_eq!(answer.status, 422, "{changed:?}");
        says!(
            answer.text(),
            &format!("id=\"{field}-f\""),
            said,
            "2027-06-20"
        );
    }
    // It asks somebody for something by some day, or a body meets.
    let dateless = [("namn", "Delår"), ("slag", "delar"), ("lage", "2027-05-31")];
    let answer = desk.fill(NEW, &dateless).await;
    assert_eq!(answer.status, 422);
    says!(
        answer.text(),
        "Säg sista dagen för minst ett slags organ",
        "href=\"#sista-"
    );
    let long = "x".repeat(200);
    let long = [
        ("namn", long.as_str()),
        ("slag", "delar"),
        ("lage", "2027-05-31"),
    ];
    assert_eq!(desk.fill(NEW, &long).await.status, 422);
    assert_eq!(town.app.position(), position, "nothing was stored");
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_writes_a_plan_sees_their_own_days_and_sets_none() {
    let town = town().await;
    let writer = Desk::of(
        &town,
        "skribent",
        &[(Role::Contributor, "kultur-och-fritidsnamnden")],
    )
    .await;
    let desk = writer.page("/arbete/").await;
    says!(
        desk,
        "Lämnas in senast den 4 december 2026. 9 dagar kvar.",
        "På gång",
        "Sista dag för kommunstyrelsen, nämnderna och bolagen: Planer 2027",
    );
    // The board's meeting is not theirs.
    let coming = desk.split("id=\"kommer-h\"").nth(1).unwrap();
    let coming = coming.split("</section>").next().unwrap();
    assert!(!coming.contains("Kommunstyrelsen: Planer 2027"), "{coming}");
    let year = writer.page("/arbete/aret/2026").await;
    says!(year, "Årshjulet 2026");
    assert!(!year.contains("Ny omgång") && !year.contains("/arbete/omgangar/"));
    // Their own days come first, in the list and on the rim of the wheel.
    let list = |page: &str| {
        let list = page.split("id=\"dagar-h\"").nth(1).unwrap();
        list.split("</section>").next().unwrap().to_owned()
    };
    let (boards, theirs) = (
        "Kommunstyrelsen: Planer 2027",
        "nämnderna och bolagen: Planer 2027",
    );
    says!(
        list(&year),
        "<strong aria-current=\"page\">Dina dagar</strong>",
        "href=\"/arbete/aret/2026?dagar=alla\"",
        theirs
    );
    assert!(!list(&year).contains(boards) && !list(&year).contains("Din dag<"));
    let marks = |page: &str| page.matches("class=\"h-egen\"").count() / 2;
    assert_eq!(
        marks(&year),
        list(&year).matches("<span class=\"tal\">").count()
    );
    // Everybody's are one step away, with theirs marked; other years and languages follow.
    let all = writer.page("/arbete/aret/2026?dagar=alla").await;
    says!(
        list(&all),
        boards,
        theirs,
        "<strong>Din dag</strong>",
        "href=\"/arbete/aret/2026\""
    );
    assert_eq!(list(&all).matches("Din dag<").count(), marks(&all));
    assert_eq!(marks(&all), marks(&year));
    says!(
        all,
        "href=\"/arbete/aret/2027?dagar=alla\"",
        "href=\"/en/arbete/aret/2026?dagar=alla\""
    );
    // Whoever follows the whole has nothing to choose.
    let whole = strategist(&town).await.page("/arbete/aret/2026").await;
    assert!(
        !whole.contains("dagar=alla") && marks(&whole) == 0,
        "{whole}"
    );
    says!(list(&whole), boards, theirs);
    for path in [CYCLE, NEW] {
        assert_eq!(writer.get(path).await.status, 404, "{path}");
    }
}

/// The events of a calendar, as a program reads them: lines unfolded, texts without their marks.
fn events(file: &str) -> Vec<(String, String)> {
    assert!(file.lines().all(|line| line.len() <= 75), "{file}");
    assert!(
        file.replace("\r\n", "").find(['\r', '\n']).is_none(),
        "every line ends as RFC 5545 has it"
    );
    let whole = file.replace("\r\n ", "");
    let events = whole.split("BEGIN:VEVENT").skip(1);
    let value = |event: &str, name: &str| {
        let line = event.lines().find_map(|line| line.strip_prefix(name));
        line.unwrap().replace("\\,", ",")
    };
    events
        .map(|event| {
            (
                value(event, "DTSTART;VALUE=DATE:"),
                value(event, "SUMMARY:"),
            )
        })
        .collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn the_year_is_followed_in_a_calendar_by_an_address_that_nobody_can_guess() {
    let town = town().await;
    let writer = Desk::of(
        &town,
        "skribent",
        &[(Role::Contributor, "kultur-och-fritidsnamnden")],
    )
    .await;
    let account = writer.page("/arbete/konto").await;
    says!(account, "Skapa en adress");
    let address = |page: &str| {
        let value = page
            .split("id=\"adress\" readonly value=\"")
            .nth(1)
            .unwrap();
        let value = value.split('"').next().unwrap();
        value[value.find("/kalender/").unwrap()..].to_owned()
    };
    let made = writer.post("/arbete/konto/kalender", "gor=ny").await;
    assert_eq!(made.status, 200);
    let first = address(&made.text());
    let stranger = town.server.get(&first, "").await;
    assert_eq!(stranger.status, 200);
    assert_eq!(
        stranger.header("content-type"),
        Some("text/calendar; charset=utf-8")
    );
    let own = events(&stranger.text());
    let day = |day: &str, what: &str| (day.to_owned(), what.to_owned());
    let last = "Sista dag för kommunstyrelsen, nämnderna och bolagen: Planer 2027";
    assert!(own.contains(&day("20261204", last)), "{own:?}");
    assert!(
        !own.iter()
            .any(|(_, what)| what.starts_with("Kommunfullmäktige")),
        "{own:?}"
    );
    // Whoever follows the whole has every day.
    let all = strategist(&town).await;
    let made = all.post("/arbete/konto/kalender", "gor=ny").await;
    let whole = events(&town.server.get(&address(&made.text()), "").await.text());
    assert!(whole.contains(&day(
        "20261119",
        "Kommunfullmäktige: Komplettering av årsplan 2027"
    )));
    assert!(whole.len() > own.len());
    // A new address ends the old one, and it is shown once.
    says!(writer.page("/arbete/konto").await, "Skapa en ny adress");
    assert!(
        !writer.page("/arbete/konto").await.contains(&first),
        "it is told once"
    );
    let made = writer.post("/arbete/konto/kalender", "gor=ny").await;
    let second = address(&made.text());
    assert_eq!(town.server.get(&first, "").await.status, 404);
    let english = town.server.get(&format!("/en{second}"), "").await;
    says!(english.text(), "the committees");
    let ended = writer.post("/arbete/konto/kalender", "gor=stang").await;
    assert_eq!(ended.status, 303);
    assert_eq!(town.server.get(&second, "").await.status, 404);
    for guess in ["/kalender/.ics", "/kalender/x.ics", "/kalender/"] {
        assert_eq!(town.server.get(guess, "").await.status, 404, "{guess}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_form_that_was_sent_long_ago_writes_over_nothing_that_was_said_since() {
    let town = town().await;
    let desk = strategist(&town).await;
    let page = desk.page(NEW).await;
    let fields = [
        ("namn", "Extra delår"),
        ("slag", "delar"),
        ("lage", "2027-05-31"),
        ("sista-kind-committee", "2027-07-20"),
    ];
    let sent = standing(&page, &fields);
    assert_eq!(desk.post(NEW, &sent).await.status, 303);
    let year = desk.page("/arbete/aret/2027").await;
    let at = round_at(&year, "Extra delår");
    let open = desk.page(&at).await;
    let moved = standing(&open, &[("lage", "2027-06-30")]);
    assert_eq!(desk.post(&at, &moved).await.status, 303);
    let position = town.app.position();
    // A page that was left open in another tab, sent once more.
    let late = desk.post(NEW, &sent).await;
    assert_eq!(late.status, 422);
    says!(late.text(), "Någon har ändrat sedan du öppnade sidan");
    let cycle = standing(&desk.page(CYCLE).await, &[]);
    assert_eq!(desk.post(CYCLE, &cycle).await.status, 303);
    let made = town.app.position();
    assert_eq!(made, position + 6);
    let year = desk.page("/arbete/aret/2027").await;
    let at = round_at(&year, "Delårsrapport 2, 2027");
    let off = standing(
        &desk.page(&at).await,
        &[("gor", "stall-in"), ("skal", "Ny lag")],
    );
    assert_eq!(desk.post(&at, &off).await.status, 303);
    // It is called off, and so it is not left to make; and the old form does not wake it.
    let year = desk.page("/arbete/aret/2027").await;
    assert!(!year.contains("Lägg upp 2027"), "everything is answered");
    assert_eq!(desk.post(CYCLE, &cycle).await.status, 422);
    assert_eq!(town.app.position(), made + 1);
    // Saved as it stands by somebody who had it open: told, and what they typed stays.
    let stale = off.replace("gor=stall-in", "gor=spara");
    let stale = desk.post(&at, &stale).await;
    assert_eq!(stale.status, 422);
    says!(
        stale.text(),
        "Någon har ändrat",
        "id=\"omgang\"",
        "Omgången är inställd"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn who_is_barred_or_has_no_role_any_more_has_no_calendar() {
    let town = town().await;
    let writer = Desk::of(
        &town,
        "skribent",
        &[(Role::Contributor, "kultur-och-fritidsnamnden")],
    )
    .await;
    let none = Desk::of(&town, "ingen", &[]).await;
    let mut addresses = Vec::new();
    for desk in [&writer, &none] {
        let made = desk.post("/arbete/konto/kalender", "gor=ny").await.text();
        let at = made
            .find("/kalender/")
            .map(|at| made[at..].split('"').next().unwrap().to_owned());
        addresses.push(at);
    }
    let address = addresses[0].clone().unwrap();
    let reply = town.server.get(&address, "").await;
    assert_eq!(
        (reply.status, reply.header("cache-control")),
        (200, Some("private, no-cache"))
    );
    // Without a role the page has no address, and there is nothing to follow.
    assert_eq!(addresses[1], None);
    let person = town
        .app
        .everybody()
        .into_iter()
        .find(|known| known.login == "skribent");
    town.app.bar_person(person.unwrap().id).await.unwrap();
    assert_eq!(town.server.get(&address, "").await.status, 404);
}
