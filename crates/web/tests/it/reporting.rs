//! Following up: one row from the first word to the page that residents read.

use crate::desk::{Desk, body, standing};
use crate::town::Town;
use jiff::civil::date;
use riktning_domain::Period;
use riktning_domain::command::Command;
use riktning_domain::elements::LookAfter;
use riktning_domain::ids::ElementId;
use riktning_domain::models::Purpose;
use riktning_domain::permissions::Role;

const CARE: &str = "vard-och-omsorgsnamnden";
const OTHER: &str = "kultur-och-fritidsnamnden";

/// Two days after the second interim report of 2026 has opened.
async fn town() -> Town {
    Town::on(date(2026, 9, 2)).await
}

/// The address that a page leads to and that ends so.
fn led(page: &str, end: &str) -> String {
    let mut links = page.split("href=\"").skip(1);
    let link = links.find(|rest| rest.split('"').next().unwrap().contains(end));
    let link = link.unwrap_or_else(|| panic!("no link to {end}: {page}"));
    link.split('"').next().unwrap().to_owned()
}

/// The ids of what can be said of a row, the best first.
fn values(page: &str, number: &str) -> Vec<String> {
    let row = page.split(&format!("id=\"r-{number}\"")).nth(1).unwrap();
    let radios = row.split("type=\"radio\"").skip(1);
    let ids = radios.map(|radio| radio.split("value=\"").nth(1).unwrap());
    let ids = ids.map(|id| id.split('"').next().unwrap().to_owned());
    let own = row.matches(&format!("name=\"s-{number}\"")).count();
    ids.take(own).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_row_is_reported_reviewed_decided_and_read_by_residents() {
    let town = town().await;
    let noa = Desk::of(&town, "noa", &[(Role::Contributor, CARE)]).await;
    let robin = Desk::of(&town, "robin", &[(Role::Approver, CARE)]).await;
    let alex = Desk::of(&town, "alex", &[(Role::Registrar, CARE)]).await;
    let others = Desk::of(&town, "annan", &[(Role::Approver, OTHER)]).await;
    let report = led(&noa.page("/arbete/").await, "/rapportera");
    let review = report.replace("/rapportera", "/granska");
    let page = noa.page(&report).await;
    let (number, address) = town.app.published(date(2026, 9, 2), |p| {
        let mut owned = p.owned_by(body(&town, CARE)).into_iter();
        let promise = owned.find(|e| {
            let of = e.level().purpose == Purpose::Commitment;
            of && e.period() == Period::Year(2026) && !e.has_ended()
        });
        let promise = promise.unwrap();
        let (number, slug) = (promise.number(), promise.slug());
        (number, format!("/ataganden/{number}-{slug}"))
    });
    let row = number.to_string();
    let values = values(&page, &row);
    let (best, worst) = (&values[0], values.last().unwrap());
    let (status, why) = (format!("s-{row}"), format!("k-{row}"));
    let says = |value: &str, comment: &str, what: &str| {
        standing(&page, &[(&status, value), (&why, comment), ("gor", what)])
    };
    // What goes wrong asks why; a comment without a state asks for it. Nothing typed is lost.
    let silent = noa.post(&report, &says(worst, "", "spara")).await;
    assert_eq!(silent.status, 422);
    says!(
        silent.text(),
        &format!("href=\"#{why}\">"),
        ": skriv varför, och vad ni gör åt det."
    );
    let stateless = noa
        .post(&report, &says("", "Vi väntar på beslut.", "spara"))
        .await;
    assert_eq!(stateless.status, 422);
    says!(
        stateless.text(),
        &format!("href=\"#{status}\">"),
        ": välj hur det går.",
        "Vi väntar på beslut."
    );
    // As it was promised needs no word.
    let position = town.app.position();
    let saved = noa.post(&report, &says(best, "", "spara")).await;
    assert_eq!(saved.status, 303, "{}", saved.text());
    assert_eq!(town.app.position(), position + 1);
    let page = noa.page(&report).await;
    says!(page, "Utkast");
    let theirs = others.page(&report).await;
    assert!(
        !theirs.contains(&format!("id=\"r-{row}\"")),
        "another committee's"
    );
    assert_eq!(
        robin
            .page(&review)
            .await
            .matches("<fieldset class=\"rr")
            .count(),
        0
    );
    let sent = standing(&page, &[("gor", "skicka")]);
    for _ in 0..2 {
        let sent = noa.post(&report, &sent).await;
        assert_eq!(sent.status, 303, "{}", sent.text());
    }
    assert_eq!(
        town.app.position(),
        position + 2,
        "a second click sends nothing"
    );
    // Sent back with a word, written anew, and then approved.
    let waits = robin.page(&review).await;
    says!(waits, "En rad att granska");
    let back = standing(&waits, &[(&why, "Hur många fick plats?")]);
    assert_eq!(robin.post(&review, &back).await.status, 303);
    let page = noa.page(&report).await;
    says!(
        page,
        "Det här behöver kompletteras:",
        "Hur många fick plats?"
    );
    let again = standing(&page, &[(&why, "Tjugo fick plats."), ("gor", "skicka")]);
    assert_eq!(noa.post(&report, &again).await.status, 303);
    let late = robin.post(&review, &back).await;
    assert_eq!(late.status, 422, "what was seen stands no more");
    let waits = robin.page(&review).await;
    says!(waits, "Tjugo fick plats.");
    assert_eq!(
        robin.post(&review, &standing(&waits, &[])).await.status,
        303
    );
    // The committee decides, and residents read it at once.
    assert!(!town.page(&address).await.contains("Tjugo fick plats."));
    let decide = led(&alex.page("/arbete/").await, &format!("/beslut/{CARE}"));
    let shown = alex.page(&decide).await;
    says!(shown, "Tjugo fick plats.");
    let early = [("dag", "2026-08-30"), ("paragraf", "61")];
    let refused = alex.post(&decide, &standing(&shown, &early)).await;
    assert_eq!(refused.status, 422, "before the day that it is about");
    let meeting = [("dag", "2026-09-02"), ("paragraf", "61")];
    let sent = standing(&shown, &meeting);
    for _ in 0..2 {
        let done = alex.post(&decide, &sent).await;
        assert_eq!(done.status, 303, "{}", done.text());
    }
    says!(town.page(&address).await, "Tjugo fick plats.", "§ 61");
    says!(noa.page(&report).await, "Beslutad");
}

/// Whoever reports for the committee, and the address of what they report.
async fn contributor<'a>(town: &'a Town, login: &str) -> (Desk<'a>, String) {
    let desk = Desk::of(town, login, &[(Role::Contributor, CARE)]).await;
    let report = led(&desk.page("/arbete/").await, "/rapportera");
    (desk, report)
}

/// The numbers of the committee's promises of this year, and the ids of their elements.
fn promises(town: &Town) -> Vec<(u32, ElementId)> {
    town.app.published(date(2026, 9, 2), |p| {
        let owned = p.owned_by(body(town, CARE)).into_iter();
        let promises = owned.filter(|e| {
            let of = e.level().purpose == Purpose::Commitment;
            of && e.period() == Period::Year(2026) && !e.has_ended()
        });
        promises.map(|e| (e.number(), e.id())).collect()
    })
}

/// The fields of a row with what is typed in them, as a form sends them.
fn row_says(
    page: &str,
    number: u32,
    (value, year, why): (usize, Option<usize>, &str),
    what: &str,
) -> String {
    let values = values(page, &number.to_string());
    let of = |name: &str| format!("{name}-{number}");
    let (status, forecast, comment) = (of("s"), of("h"), of("k"));
    let year = year.map(|place| values[place].as_str()).unwrap_or_default();
    let fields = [
        (status.as_str(), values[value].as_str()),
        (&forecast, year),
        (&comment, why),
        ("gor", what),
    ];
    standing(page, &fields)
}

/// The part of a page that is one row.
fn row_of(page: &str, number: u32) -> &str {
    let rest = page.split(&format!("id=\"r-{number}\"")).nth(1).unwrap();
    rest.split("</fieldset></li>").next().unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn two_in_different_rows_are_in_nobodys_way_and_two_in_one_row_see_both() {
    let town = town().await;
    let ((noa, report), (li, _)) = (
        contributor(&town, "noa").await,
        contributor(&town, "li").await,
    );
    let numbers = promises(&town);
    let (one, two) = (numbers[0].0, numbers[1].0);
    let page = noa.page(&report).await;
    let saved = noa
        .post(&report, &row_says(&page, one, (1, None, ""), "spara"))
        .await;
    assert_eq!(saved.status, 303);
    // Li's page is older than what Noa saved, and Li says nothing of that row.
    let other = row_says(&page, two, (2, None, "Vi söker folk."), "spara");
    assert_eq!(li.post(&report, &other).await.status, 303);
    let both = noa.page(&report).await;
    says!(both, "0 av ", "Utkast", "Vi söker folk.");
    // In one row the second is told, with both texts, and may save over it.
    let first = row_says(&both, one, (2, None, "Det är för få."), "spara");
    assert_eq!(noa.post(&report, &first).await.status, 303);
    let second = row_says(&both, one, (3, None, "Ingen har börjat."), "spara");
    let position = town.app.position();
    let told = li.post(&report, &second).await;
    assert_eq!(told.status, 422);
    assert_eq!(town.app.position(), position, "nothing of it was stored");
    says!(
        row_of(&told.text(), one),
        "Nu står:</strong> Risk: Det är för få.",
        ">\nIngen har börjat.</textarea>"
    );
    let over = standing(&told.text(), &[("gor", "spara")]);
    assert_eq!(li.post(&report, &over).await.status, 303);
    says!(noa.page(&report).await, "Ingen har börjat.");
}

#[tokio::test(flavor = "multi_thread")]
async fn how_it_goes_so_far_and_how_the_year_ends_are_two_things_for_residents_too() {
    let town = town().await;
    let (noa, report) = contributor(&town, "noa").await;
    let robin = Desk::of(&town, "robin", &[(Role::Approver, CARE)]).await;
    let alex = Desk::of(&town, "alex", &[(Role::Registrar, CARE)]).await;
    let (number, _) = promises(&town)[0];
    let page = noa.page(&report).await;
    let row = row_of(&page, number);
    says!(row, "Hela året", "Samma som nu", "Går inte att bedöma");
    // What is thought to end well asks why it goes wrong now.
    let silent = row_says(&page, number, (2, Some(0), ""), "spara");
    assert_eq!(noa.post(&report, &silent).await.status, 422);
    let sent = row_says(&page, number, (2, Some(0), "Lokalen blev sen."), "skicka");
    assert_eq!(noa.post(&report, &sent).await.status, 303);
    let review = report.replace("/rapportera", "/granska");
    let waits = robin.page(&review).await;
    says!(waits, "Hela året: Klart", "Lokalen blev sen.");
    let approved = robin.post(&review, &standing(&waits, &[])).await;
    assert_eq!(approved.status, 303);
    let decide = report.replace("/rapportera", &format!("/beslut/{CARE}"));
    let shown = alex.page(&decide).await;
    let meeting = [("dag", "2026-09-02"), ("paragraf", "61")];
    let done = alex.post(&decide, &standing(&shown, &meeting)).await;
    assert_eq!(done.status, 303);
    let address = town.app.published(date(2026, 9, 2), |p| {
        let element = p.element(promises(&town)[0].1).unwrap();
        format!("/ataganden/{number}-{}", element.slug())
    });
    says!(
        town.page(&address).await,
        "Så här långt: Risk",
        "För 2026: Klart",
        "Lokalen blev sen."
    );
}

/// A promise of the committee of this year that says how much, and of which something was reached before.
fn counted(town: &Town) -> (u32, String) {
    town.app.published(date(2027, 1, 4), |p| {
        let promises = promises(town).into_iter();
        let mut counted = promises.filter_map(|(number, id)| {
            let element = p.element(id)?;
            element.quantity()?;
            let said = p.assessments(riktning_domain::assessments::Subject::Element(id));
            said.iter().find(|said| said.verdict.outcome.is_some())?;
            Some((number, format!("/ataganden/{number}-{}", element.slug())))
        });
        counted.next().unwrap()
    })
}

#[tokio::test(flavor = "multi_thread")]
async fn how_much_is_reached_is_asked_about_where_it_is_odd_and_read_by_residents() {
    // When the year is over, and an interim report told how far it had come.
    let town = Town::on(date(2027, 1, 4)).await;
    let (noa, report) = contributor(&town, "noa").await;
    let robin = Desk::of(&town, "robin", &[(Role::Approver, CARE)]).await;
    let alex = Desk::of(&town, "alex", &[(Role::Registrar, CARE)]).await;
    let (number, address) = counted(&town);
    let page = noa.page(&report).await;
    says!(row_of(&page, number), "Målnivå ", "förra utfallet ");
    let (status, outcome) = (format!("s-{number}"), format!("v-{number}"));
    let best = values(&page, &number.to_string())[0].clone();
    let typed = |page: &str, figure: &str, more: &[(&str, &str)]| {
        let fields = [(status.as_str(), best.as_str()), (&outcome, figure)];
        standing(page, &[&fields[..], more].concat())
    };
    // What is no figure is said at the field, and stands there.
    let words = noa
        .post(&report, &typed(&page, "många", &[("gor", "spara")]))
        .await;
    assert_eq!(words.status, 422);
    says!(
        row_of(&words.text(), number),
        "”många” är inget tal.",
        "value=\"många\""
    );
    // What is odd is asked about once, and saved as it is by whoever says that it is right.
    let position = town.app.position();
    let odd = noa
        .post(&report, &typed(&page, "99 000 000,5", &[("gor", "spara")]))
        .await;
    assert_eq!((odd.status, town.app.position()), (422, position));
    let odd = odd.text();
    says!(
        row_of(&odd, number),
        "från förra gången",
        "Ja, 99\u{a0}000\u{a0}000,5 stämmer"
    );
    let sure = format!("ja-{number}");
    let other = typed(
        &odd,
        "98 000 000",
        &[(&sure, "99000000.5"), ("gor", "spara")],
    );
    assert_eq!(
        noa.post(&report, &other).await.status,
        422,
        "that one is not this one"
    );
    let right = typed(
        &odd,
        "99 000 000,5",
        &[(&sure, "99000000.5"), ("gor", "skicka")],
    );
    let saved = noa.post(&report, &right).await;
    assert_eq!(saved.status, 303, "{}", saved.text());
    // Nobody has touched the row: it says the same, however it is written.
    let again = noa.page(&report).await;
    let position = town.app.position();
    let same = noa
        .post(&report, &standing(&again, &[("gor", "spara")]))
        .await;
    assert_eq!((same.status, town.app.position()), (303, position));
    let review = report.replace("/rapportera", "/granska");
    let waits = robin.page(&review).await;
    let reached = "99\u{a0}000\u{a0}000,5".to_owned();
    says!(waits, &format!("Uppnått: {reached}. Målnivå: "));
    assert_eq!(
        robin.post(&review, &standing(&waits, &[])).await.status,
        303
    );
    assert!(!town.page(&address).await.contains(&reached));
    let decide = report.replace("/rapportera", &format!("/beslut/{CARE}"));
    let shown = alex.page(&decide).await;
    let meeting = [("dag", "2027-01-04"), ("paragraf", "61")];
    let done = alex.post(&decide, &standing(&shown, &meeting)).await;
    assert_eq!(done.status, 303);
    says!(town.page(&address).await, &format!("Utfall: {reached}"));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_goes_off_course_asks_for_an_action_that_is_decided_and_followed_up() {
    let town = town().await;
    let (noa, report) = contributor(&town, "noa").await;
    let robin = Desk::of(&town, "robin", &[(Role::Approver, CARE)]).await;
    let alex = Desk::of(&town, "alex", &[(Role::Registrar, CARE)]).await;
    let (number, _) = promises(&town)[0];
    let page = noa.page(&report).await;
    const ASKS: &str = "Skriv en åtgärd, med ansvarig och dag";
    assert!(!page.contains(ASKS), "before anything is said");
    let off = row_says(&page, number, (3, None, "Lokalen är inte klar."), "skicka");
    assert_eq!(noa.post(&report, &off).await.status, 303);
    let page = noa.page(&report).await;
    assert_eq!(page.matches(ASKS).count(), 1);
    let write = page.split(ASKS).next().unwrap();
    let write = write
        .rsplit("href=\"")
        .next()
        .unwrap()
        .split('"')
        .next()
        .unwrap();
    let write = crate::desk::plain(write);
    // The form has chosen the row that it is about.
    let form = noa.page(&write).await;
    let action = [
        ("text", "Hyr en annan lokal till oktober"),
        ("roll", "Enhetschef"),
        ("klart", "2026-10-15"),
        ("villkor", "Lokalen är hyrd"),
    ];
    let saved = noa.post(&write, &standing(&form, &action)).await;
    assert_eq!(saved.status, 303, "{}", saved.text());
    let said = [
        "Hyr en annan lokal till oktober",
        "Enhetschef",
        "(inte beslutad än)",
    ];
    let page = noa.page(&report).await;
    assert!(
        !page.contains(ASKS),
        "{}\n\n{form}\n\n{}",
        write,
        row_of(&page, number)
    );
    says!(page, said[0], said[1], said[2]);
    // Whoever reviews sees it, and the committee decides it in what supplements its plan.
    let review = report.replace("/rapportera", "/granska");
    says!(robin.page(&review).await, said[0], said[2]);
    let plan = format!("/arbete/planer/2026/{CARE}");
    assert_eq!(robin.fill_hand_in(&plan).await, 303);
    let decide = format!("{plan}/beslut");
    let shown = alex.page(&decide).await;
    says!(shown, said[0]);
    let meeting = [("dag", "2026-09-02"), ("paragraf", "62")];
    let done = alex.post(&decide, &standing(&shown, &meeting)).await;
    assert_eq!(done.status, 303, "{}", done.text());
    let page = noa.page(&report).await;
    says!(page, said[0]);
    assert!(!page.contains(said[2]));
    // Residents read it on the page of the promise, and it is followed up like any row.
    let address = town.app.published(date(2026, 9, 2), |p| {
        let element = p.element(promises(&town)[0].1).unwrap();
        format!("/ataganden/{number}-{}", element.slug())
    });
    says!(town.page(&address).await, said[0]);
    let action = town.app.published(date(2026, 9, 2), |p| {
        let mut owned = p.owned_by(body(&town, CARE)).into_iter();
        let action = owned.find(|e| e.level().purpose == Purpose::DeviationAction);
        action.map(|e| e.number()).unwrap()
    });
    says!(row_of(&page, action), said[0], "Enligt plan");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_last_comment_is_fetched_and_nothing_is_saved_by_it() {
    let town = town().await;
    let (noa, report) = contributor(&town, "noa").await;
    let page = noa.page(&report).await;
    let number = page.split("name=\"hamta\" value=\"").nth(1).unwrap();
    let number = number.split('"').next().unwrap().to_owned();
    let row = page.split(&format!("id=\"r-{number}\"")).nth(1).unwrap();
    let last = row.split("class=\"forr\">").nth(1).unwrap();
    let last = last.split("</p>").next().unwrap();
    let last = last.split_once(". ").unwrap().1.to_owned();
    let position = town.app.position();
    let fetched = noa
        .post(&report, &standing(&page, &[("hamta", &number)]))
        .await;
    assert_eq!((fetched.status, town.app.position()), (200, position));
    let filled = format!("name=\"k-{number}\" rows=\"2\">\n{last}</textarea>");
    says!(fetched.text(), &filled);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_typed_of_a_row_that_is_approved_or_gone_by_now_is_shown_and_not_lost() {
    let town = town().await;
    let ((noa, report), (li, _)) = (
        contributor(&town, "noa").await,
        contributor(&town, "li").await,
    );
    let robin = Desk::of(&town, "robin", &[(Role::Approver, CARE)]).await;
    let (number, _) = promises(&town)[0];
    let page = noa.page(&report).await;
    let sent = row_says(&page, number, (1, None, ""), "skicka");
    assert_eq!(noa.post(&report, &sent).await.status, 303);
    let older = li.page(&report).await;
    let review = report.replace("/rapportera", "/granska");
    let waits = robin.page(&review).await;
    let approved = robin.post(&review, &standing(&waits, &[])).await;
    assert_eq!(approved.status, 303);
    let typed = row_says(&older, number, (2, None, "Lokalen blev sen."), "spara");
    let told = li.post(&report, &typed).await;
    assert_eq!(told.status, 422);
    says!(
        told.text(),
        "Rader som inte längre går att skriva i",
        "<blockquote>Lokalen blev sen.</blockquote>"
    );
    // An older form that says nothing of the row is as good as a new one.
    let other = promises(&town)[1].0;
    let untouched = row_says(&older, other, (1, None, ""), "spara");
    assert_eq!(li.post(&report, &untouched).await.status, 303);
    // A comment of another who looked, when it is decided meanwhile, is told of too.
    let alex = Desk::of(&town, "alex", &[(Role::Registrar, CARE)]).await;
    let decide = report.replace("/rapportera", &format!("/beslut/{CARE}"));
    let meeting = [("dag", "2026-09-02"), ("paragraf", "61")];
    let decided = standing(&alex.page(&decide).await, &meeting);
    assert_eq!(alex.post(&decide, &decided).await.status, 303);
    let late = standing(&waits, &[(&format!("k-{number}"), "Hur många?")]);
    let late = robin.post(&review, &late).await;
    assert_eq!(late.status, 422);
    says!(late.text(), "<blockquote>Hur många?</blockquote>");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_round_that_is_called_off_while_somebody_types_shows_what_they_typed() {
    let town = town().await;
    let kim = Desk::of(&town, "kim", &[(Role::Strategist, "kommunkoncernen")]).await;
    let new = "/arbete/omgangar/ny";
    let extra = [
        ("namn", "Extra läge"),
        ("slag", "delar"),
        ("lage", "2026-09-01"),
        ("sista-kind-committee", "2026-09-20"),
    ];
    let opened = kim.post(new, &standing(&kim.page(new).await, &extra)).await;
    assert_eq!(opened.status, 303, "{}", opened.text());
    let li = Desk::of(&town, "li", &[(Role::Contributor, CARE)]).await;
    let desk = li.page("/arbete/").await;
    let links = desk.split("href=\"").skip(1);
    let links = links.filter_map(|link| link.split('"').next());
    let report = links.filter(|link| link.ends_with("/rapportera")).last();
    let report = report.unwrap().to_owned();
    let page = li.page(&report).await;
    let (number, _) = promises(&town)[0];
    let typed = row_says(&page, number, (2, None, "Lokalen blev sen."), "spara");
    let own = report.replace("/omgang/", "/omgangar/");
    let own = own.replace("/rapportera", "");
    let why = [("skal", "Vi följer upp i oktober."), ("gor", "stall-in")];
    let off = standing(&kim.page(&own).await, &why);
    assert_eq!(kim.post(&own, &off).await.status, 303);
    assert_eq!(li.get(&report).await.status, 404);
    let told = li.post(&report, &typed).await;
    assert_eq!(told.status, 404);
    says!(
        told.text(),
        "Inget är sparat. Kopiera det du vill ha kvar.",
        "Lokalen blev sen."
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_colleague_looks_after_and_still_writes_is_not_sent_along() {
    let town = town().await;
    let ((noa, report), (li, _)) = (
        contributor(&town, "noa").await,
        contributor(&town, "li").await,
    );
    let rows = promises(&town);
    let people = town.app.everybody();
    let li_is = people.iter().find(|p| p.login == "li").unwrap().id;
    town.perform(Command::LookAfter(LookAfter {
        element: rows[0].1,
        person: Some(li_is),
        instead_of: None,
    }))
    .await;
    let page = noa.page(&report).await;
    let anothers = page.split("class=\"andras\"").nth(1).unwrap();
    says!(anothers, &format!("id=\"r-{}\"", rows[0].0));
    says!(page, "En rad som en kollega ser efter");
    let own = li.page(&report).await;
    let own = row_says(&own, rows[0].0, (2, None, "Vi räknar än."), "spara");
    assert_eq!(li.post(&report, &own).await.status, 303);
    let page = noa.page(&report).await;
    let mine = row_says(&page, rows[1].0, (1, None, ""), "skicka");
    assert_eq!(noa.post(&report, &mine).await.status, 303);
    let robin = Desk::of(&town, "robin", &[(Role::Approver, CARE)]).await;
    let waits = robin.page(&report.replace("/rapportera", "/granska")).await;
    says!(waits, "En rad att granska");
    assert!(!waits.contains("Vi räknar än."));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_left_in_the_form_stands_there_again() {
    let town = town().await;
    let (noa, report) = contributor(&town, "noa").await;
    let (number, _) = promises(&town)[0];
    let page = noa.page(&report).await;
    let keeps = page.split_once("data-utkast=\"").unwrap().1;
    let keeps = keeps.split('"').next().unwrap().replace("&#38;", "&");
    let typed = row_says(&page, number, (2, None, "Vi söker"), "spara");
    let position = town.app.position();
    assert_eq!(noa.post(&keeps, &typed).await.status, 200);
    assert_eq!(town.app.position(), position);
    says!(noa.page("/arbete/").await, "Delårsrapport 2, 2026");
    let again = noa.page(&report).await;
    says!(
        again,
        ">\nVi söker</textarea>",
        "Det du skrev här finns kvar"
    );
    let mut forms = again.split("<form ");
    let own = forms.find(|form| form.contains("data-utkast=")).unwrap();
    let own = format!("<main<form {own}");
    let saved = noa
        .post(&report, &standing(&own, &[("gor", "spara")]))
        .await;
    assert_eq!(saved.status, 303, "{}", saved.text());
    assert!(
        !noa.page(&report)
            .await
            .contains("Det du skrev här finns kvar")
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_approved_is_sent_back_until_it_is_decided_and_what_waits_keeps_waiting() {
    let town = town().await;
    let (noa, report) = contributor(&town, "noa").await;
    let robin = Desk::of(&town, "robin", &[(Role::Approver, CARE)]).await;
    let alex = Desk::of(&town, "alex", &[(Role::Registrar, CARE)]).await;
    let review = report.replace("/rapportera", "/granska");
    let rows = promises(&town);
    let (one, two) = (rows[0].0, rows[1].0);
    for number in [one, two] {
        let page = noa.page(&report).await;
        let sent = row_says(&page, number, (1, None, ""), "skicka");
        assert_eq!(noa.post(&report, &sent).await.status, 303);
    }
    // The second waits until another time.
    let later = two.to_string();
    let first = standing(&robin.page(&review).await, &[("vanta", &later)]);
    assert_eq!(robin.post(&review, &first).await.status, 303);
    let page = robin.page(&review).await;
    says!(
        page,
        "En rad att granska",
        "En godkänd rad väntar på beslut"
    );
    // Nothing is asked of what is approved: only the other one is approved too.
    let position = town.app.position();
    assert_eq!(robin.post(&review, &standing(&page, &[])).await.status, 303);
    assert_eq!(town.app.position(), position + 1);
    let page = robin.page(&review).await;
    says!(
        page,
        "Inget att granska",
        "2 godkända rader väntar på beslut"
    );
    let nothing = robin.post(&review, &standing(&page, &[])).await;
    assert_eq!(nothing.status, 422, "nothing is asked of anything");
    let decide = report.replace("/rapportera", &format!("/beslut/{CARE}"));
    let shown = alex.page(&decide).await;
    let why = format!("k-{one}");
    let back = standing(&page, &[(&why, "Hur många?")]);
    assert_eq!(robin.post(&review, &back).await.status, 303);
    says!(noa.page(&report).await, "Hur många?");
    // The registrar had both before them: one of them is decided no more.
    let meeting = [("dag", "2026-09-02"), ("paragraf", "61")];
    let told = alex.post(&decide, &standing(&shown, &meeting)).await;
    assert_eq!(told.status, 422);
    says!(told.text(), "Raderna har ändrats sedan du öppnade sidan.");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_asked_for_is_answered_by_who_has_read_it_and_never_lost() {
    let town = town().await;
    let ((noa, report), (li, _)) = (
        contributor(&town, "noa").await,
        contributor(&town, "li").await,
    );
    let robin = Desk::of(&town, "robin", &[(Role::Approver, CARE)]).await;
    let review = report.replace("/rapportera", "/granska");
    let rows = promises(&town);
    let (one, two, three) = (rows[0].0, rows[1].0, rows[2].0);
    let page = noa.page(&report).await;
    let sent = row_says(&page, one, (1, None, "Vi är igång."), "skicka");
    assert_eq!(noa.post(&report, &sent).await.status, 303);
    let before = li.page(&report).await;
    // A question that is sent twice in one form is still a question, and no yes.
    let why = format!("k-{one}");
    let back = standing(&robin.page(&review).await, &[(&why, "Hur många?")]);
    let twice = format!("{back}&{why}=Och+sedan%3F");
    assert_eq!(robin.post(&review, &twice).await.status, 303);
    says!(noa.page(&report).await, "Hur många?\nOch sedan?");
    // Whoever has not seen it is told before they answer it.
    let unread = row_says(&before, one, (1, None, "Vi är igång nu."), "skicka");
    let told = li.post(&report, &unread).await;
    assert_eq!(told.status, 422);
    says!(row_of(&told.text(), one), "Hur många?", "Vi är igång nu.");
    // Whoever sends another row sends neither that one along nor what their page did not show.
    let draft = row_says(
        &noa.page(&report).await,
        three,
        (2, None, "Halvskriv"),
        "spara",
    );
    assert_eq!(noa.post(&report, &draft).await.status, 303);
    let other = row_says(&before, two, (1, None, ""), "skicka");
    assert_eq!(li.post(&report, &other).await.status, 303);
    let waits = robin.page(&review).await;
    says!(waits, "En rad att granska");
    assert!(!waits.contains("Halvskriv") && !waits.contains("Vi är igång."));
    // Saved for later it is still asked for, and still left.
    let page = noa.page(&report).await;
    let later = row_says(&page, one, (1, None, "Tjugo hit"), "spara");
    assert_eq!(noa.post(&report, &later).await.status, 303);
    let page = noa.page(&report).await;
    says!(row_of(&page, one), "Utkast", "Hur många?", "Tjugo hit");
}
