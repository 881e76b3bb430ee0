//! What a registrar does beside deciding plans: says what has become of a decision, and records a
//! decision over what stands.

mod over;

use crate::desk::{Desk, body, form};
use crate::history::{committee, element, id_of, redecides};
use crate::house::Reply;
use crate::town::Town;
use jiff::civil::date;
use riktning_domain::decisions::{Authority, RecordDecision};
use riktning_domain::ids::{DecisionId, PersonId, WordingId};
use riktning_domain::permissions::Role;
use riktning_domain::{Command, Dated, Text, User};
use uuid::Uuid;

const BODY: &str = "vard-och-omsorgsnamnden";
const OTHER: &str = "kultur-och-fritidsnamnden";
const OVER: &str = "/arbete/beslut/nytt/vard-och-omsorgsnamnden";

async fn town() -> Town {
    Town::on(date(2026, 10, 5)).await
}

async fn registrar<'a>(town: &'a Town, login: &str, body: &str) -> Desk<'a> {
    Desk::of(town, login, &[(Role::Registrar, body)]).await
}

/// The commitments among the rows of the form: the number, and the value of the choice whose text begins so.
fn rows(page: &str, choice: &str) -> Vec<(String, String)> {
    let rows = page.split("<label for=\"gor-").skip(1);
    let rows = rows.filter_map(|row| {
        let number = row.split('"').next()?.to_owned();
        let own = row.split("</select>").next()?;
        let before = own.split(&format!(">{choice}")).next()?;
        let known = own.contains(&format!(">{choice}"));
        let value = before.rsplit("value=\"").next()?.split('"').next()?;
        known.then(|| (number, value.to_owned()))
    });
    let commitment = |number: &str| public(page, number).starts_with("/ataganden/");
    rows.filter(|(number, _)| commitment(number)).collect()
}

fn choice(page: &str, number: &str, text: &str) -> String {
    let found = rows(page, text).into_iter().find(|(n, _)| n == number);
    found.unwrap().1
}

/// The address of the page on which residents read of a row.
fn public(page: &str, number: &str) -> String {
    let row = page.split(&format!("id=\"gor-{number}\"")).nth(1).unwrap();
    let to = row.split("<a href=\"").nth(1).unwrap();
    to.split('"').next().unwrap().to_owned()
}

/// A fault at the day of the meeting that begins so.
fn at_day(begins: &str) -> String {
    format!("href=\"#dag\">{begins}")
}

/// What stands in one row of the form.
fn row<'a>(page: &'a str, number: &str) -> &'a str {
    let before = page.split(&format!("id=\"gor-{number}\"")).next().unwrap();
    let start = before.rfind("<li>").unwrap();
    page[start..].split("</li>").next().unwrap()
}

const MEETING: [(&str, &str); 4] = [
    ("dag", "2026-10-05"),
    ("paragraf", "§ 71"),
    ("diarienummer", "EXS 2026:900"),
    ("rubrik", "Ändrade åtaganden i oktober"),
];

#[tokio::test(flavor = "multi_thread")]
async fn what_stands_is_withdrawn_closed_and_handed_over_by_one_decision() {
    let town = town().await;
    let alex = registrar(&town, "alex2", BODY).await;
    says!(
        alex.page("/arbete/").await,
        "<a href=\"/arbete/beslut\">Beslut</a>"
    );
    says!(alex.page("/arbete/beslut").await, OVER);
    let page = alex.page(OVER).await;
    let gives = rows(&page, "Går över till Kommunstyrelsen");
    assert!(gives.len() >= 3, "{gives:?}");
    let numbers: Vec<&str> = gives.iter().map(|(number, _)| number.as_str()).collect();
    let (one, other, third) = (numbers[0], numbers[1], numbers[2]);
    let read = [one, other, third].map(|number| public(&page, number));
    let fields = [
        ("gor", choice(&page, one, "Dras tillbaka")),
        ("gor", choice(&page, other, "Avslutas")),
        ("gor", gives[2].1.clone()),
        ("gor", String::new()),
    ];
    let fields = fields.iter().map(|(name, value)| (*name, value.as_str()));
    let fields: Vec<_> = MEETING.into_iter().chain(fields).collect();
    let sent = form(&page, &fields);
    let done = alex.post(OVER, &sent).await;
    assert_eq!(done.status, 303, "{}", done.text());
    let to = done.header("location").unwrap().to_owned();
    let decided = alex.page(&to).await;
    says!(
        decided,
        "Ändrade åtaganden i oktober",
        "§ 71",
        "EXS 2026:900",
        "Drogs tillbaka",
        "Avslutades",
        "Gick över till Kommunstyrelsen",
        "<li>Protokollet är inte justerat än</li>"
    );
    assert_eq!(
        decided
            .matches("<p class=\"over\">Drogs tillbaka</p>")
            .count(),
        1
    );
    // A double click is the same decision.
    let again = alex.post(OVER, &sent).await;
    assert_eq!(again.header("location"), Some(to.as_str()));
    let once = alex.page("/arbete/beslut").await;
    assert_eq!(once.matches(">Ändrade åtaganden i oktober</a>").count(), 2);
    // Another decision under the same key is none, and leads to the one that is.
    let changed = sent.replace("paragraf=%C2%A7+71", "paragraf=72");
    assert_ne!(changed, sent);
    let another = alex.post(OVER, &changed).await;
    assert_eq!(another.status, 422);
    let saved = to.split('?').next().unwrap();
    says!(
        another.text(),
        "href=\"#sparat\">Det här formuläret är redan sparat",
        &format!("<a href=\"{saved}\">Se beslutet som är sparat</a>")
    );

    assert!(
        !another.text().contains("någon annan har beslutat"),
        "they did it themselves"
    );

    // Residents see it at once, each on its own page.
    let told = ["Återtaget", "Avslutat", "Överfört till"];
    for (path, told) in read.iter().zip(told) {
        let page = town.page(path).await;
        let line = page.split(&format!("<strong>{told}</strong>")).nth(1);
        let line = line.unwrap_or_else(|| panic!("{path} does not say {told}"));
        says!(
            line.split("</li>").next().unwrap(),
            "Vård- och omsorgsnämnden</a> 5 oktober 2026, § 71, EXS 2026:900"
        );
    }
    // In a list, too, what is closed is not told as if it went on.
    says!(
        town.page("/namnder/vard-och-omsorgsnamnden").await,
        "Avslutat genom beslut av"
    );
    let page = alex.page(OVER).await;
    for number in [one, other, third] {
        assert!(!page.contains(&format!("id=\"gor-{number}\"")), "{number}");
    }
    // What was handed over is the other body's to decide now.
    let board = registrar(&town, "styrelsens", "kommunstyrelsen").await;
    let page = board.page("/arbete/beslut/nytt/kommunstyrelsen").await;
    assert!(page.contains(&format!("id=\"gor-{third}\"")));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_decision_over_what_stands_says_what_is_wrong_and_keeps_what_was_typed() {
    let town = town().await;
    let alex = registrar(&town, "alex2", BODY).await;
    let sam = registrar(&town, "sam2", BODY).await;
    let page = alex.page(OVER).await;
    let nothing = alex.post(OVER, &form(&page, &MEETING)).await;
    assert_eq!(nothing.status, 422);
    says!(
        nothing.text(),
        "<a href=\"#gor\">Välj vad beslutet gäller: vad som dras tillbaka",
        "value=\"EXS 2026:900\"",
        "value=\"Ändrade åtaganden i oktober\""
    );
    let (number, withdraw) = rows(&page, "Dras tillbaka").remove(0);
    let own = [("gor", withdraw.as_str())];
    for (wrong, says) in [
        (vec![("paragraf", "7")], "Skriv vilken dag"),
        (
            vec![("dag", "2027-01-01"), ("paragraf", "7")],
            "href=\"#dag\">Dagen 1 januari 2027 har inte varit än",
        ),
        (
            vec![("dag", "0205-10-05"), ("paragraf", "7")],
            "href=\"#dag\">”0205-10-05” är ingen dag",
        ),
        (
            vec![("dag", "2019-10-05"), ("paragraf", "7")],
            &at_day(&format!("{number}: ")),
        ),
        (vec![("dag", "2026-10-05")], "href=\"#paragraf\">"),
    ] {
        let fields: Vec<_> = own.into_iter().chain(wrong).collect();
        let reply = alex.post(OVER, &form(&page, &fields)).await;
        assert_eq!(reply.status, 422, "{says}");
        let text = reply.text();
        assert!(text.contains("id=\"fel\"") && text.contains(says), "{says}");
        assert!(text.contains(&format!("value=\"{withdraw}\" selected")));
    }
    // Two at once: the second one is told, and nothing of theirs is done.
    let mine: Vec<_> = own.into_iter().chain(MEETING).collect();
    let theirs = form(&sam.page(OVER).await, &mine);
    assert_eq!(alex.post(OVER, &form(&page, &mine)).await.status, 303);
    let late = sam.post(OVER, &theirs).await;
    assert_eq!(late.status, 422);
    let gone = format!("{number} kan inte längre väljas: någon annan har beslutat om det");
    says!(late.text(), gone.as_str());
    assert!(!late.text().contains(&format!("id=\"gor-{number}\"")));

    // What is another body's, and what is no choice of ours, is refused.
    let others = registrar(&town, "kultur", OTHER).await;
    let foreign = others.page(&format!("/arbete/beslut/nytt/{OTHER}")).await;
    let (_, foreign) = rows(&foreign, "Dras tillbaka").remove(0);
    // Nobody hands over to themselves.
    let (_, own) = rows(&alex.page(OVER).await, "Dras tillbaka").remove(0);
    let own = own.replace(":dras", &format!(":{}", body(&town, BODY)));
    for value in [
        foreign.as_str(),
        &own,
        "x",
        "a:b:c",
        &format!("{withdraw}:d"),
    ] {
        let fields: Vec<_> = MEETING.into_iter().chain([("gor", value)]).collect();
        let page = alex.page(OVER).await;
        assert_eq!(alex.post(OVER, &form(&page, &fields)).await.status, 422);
    }
    assert_eq!(others.get(OVER).await.status, 404);
    assert_eq!(others.post(OVER, &theirs).await.status, 404);
    let kim = Desk::of(&town, "kim2", &[(Role::Contributor, BODY)]).await;
    assert_eq!(kim.get(OVER).await.status, 404);
    assert_eq!(kim.get("/arbete/beslut").await.status, 404);
    assert_eq!(kim.post(OVER, &theirs).await.status, 404);
}

#[tokio::test(flavor = "multi_thread")]
async fn minutes_are_approved_and_a_decision_appealed_and_quashed_on_its_page() {
    let town = town().await;
    let alex = registrar(&town, "alex2", BODY).await;
    let page = alex.page(OVER).await;
    let (number, withdraw) = rows(&page, "Dras tillbaka").remove(0);
    let fields: Vec<_> = MEETING
        .into_iter()
        .chain([("gor", withdraw.as_str())])
        .collect();
    let done = alex.post(OVER, &form(&page, &fields)).await;
    let to = done.header("location").unwrap().to_owned();
    let path = to.split('?').next().unwrap();
    let public = public(&page, &number);
    says!(town.page(&public).await, "Protokollet är inte justerat än");

    for (wrong, says) in [
        (
            [("steg", ""), ("dag", "2026-10-05")],
            "href=\"#steg\">Välj vad som har hänt",
        ),
        (
            [("steg", "annat"), ("dag", "2026-10-05")],
            "href=\"#steg\">Välj vad som har hänt",
        ),
        (
            [("steg", "justerat"), ("dag", "igår")],
            "href=\"#dag\">”igår” är ingen dag",
        ),
        (
            [("steg", "justerat"), ("dag", "0026-10-05")],
            "href=\"#dag\">”0026-10-05” är ingen dag",
        ),
        (
            [("steg", "justerat"), ("dag", "2026-10-04")],
            "href=\"#dag\">Det kan inte gälla från 4 oktober 2026",
        ),
        (
            [("steg", "justerat"), ("dag", "2026-10-06")],
            "href=\"#dag\">Dagen 6 oktober 2026 har inte varit än",
        ),
    ] {
        let reply = alex.fill(path, &wrong).await;
        assert_eq!(reply.status, 422, "{wrong:?}");
        assert!(reply.text().contains(says), "{wrong:?}");
    }
    let approved = [("steg", "justerat"), ("dag", "2026-10-05")];
    let sent = form(&alex.page(path).await, &approved);
    for _ in 0..2 {
        assert_eq!(alex.post(path, &sent).await.status, 303, "twice is once");
    }
    says!(
        alex.page(path).await,
        "Protokollet justerades 5 oktober 2026"
    );
    assert!(!town.page(&public).await.contains("inte justerat"));
    let awaiting = alex.page("/arbete/beslut").await;
    let awaiting = awaiting.split("id=\"alla-h\"").next().unwrap();
    assert!(!awaiting.contains("Ändrade åtaganden i oktober"));

    let appealed = [("steg", "overklagat"), ("dag", "2026-10-05")];
    assert_eq!(alex.fill(path, &appealed).await.status, 303);
    says!(town.page(&public).await, "Beslutet är överklagat");
    let quashed = [("steg", "upphavt"), ("dag", "2026-10-05")];
    assert_eq!(alex.fill(path, &quashed).await.status, 303);
    // It stands again, and can be decided over again.
    assert!(
        alex.page(OVER)
            .await
            .contains(&format!("id=\"gor-{number}\""))
    );
    assert!(!alex.page(path).await.contains("name=\"steg\""));

    // Nobody else's decision is there.
    let others = registrar(&town, "kultur", OTHER).await;
    assert_eq!(others.get(path).await.status, 404);
    assert_eq!(others.post(path, &sent).await.status, 404);
    for unknown in [
        "nytt",
        "17",
        "00000000-0000-0000-0000-000000000000",
        "%C3%A5",
    ] {
        let unknown = format!("/arbete/beslut/{unknown}");
        let reply = alex.get(&unknown).await;
        assert_eq!(reply.status, 404, "{unknown}");
        says!(reply.text(), "<h1>Här finns inget att läsa");
        assert_eq!(alex.post(&unknown, &sent).await.status, 404, "{unknown}");
    }
}

/// Records that something is withdrawn by a meeting of a day; the page of the decision.
async fn withdraws(alex: &Desk<'_>, day: &str) -> String {
    let page = alex.page(OVER).await;
    let (_, withdraw) = rows(&page, "Dras tillbaka").remove(0);
    let fields = [("dag", day), ("paragraf", "71"), ("gor", &withdraw)];
    let done = alex.post(OVER, &form(&page, &fields)).await;
    assert_eq!(done.status, 303, "{}", done.text());
    let to = done.header("location").unwrap();
    to.split('?').next().unwrap().to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn what_became_of_a_decision_is_said_once_and_in_the_order_of_a_court() {
    let town = town().await;
    let alex = registrar(&town, "alex2", BODY).await;
    let path = withdraws(&alex, "2026-10-01").await;
    let before = alex.page(&path).await;
    let said = |stage, day| form(&before, &[("steg", stage), ("dag", day)]);
    for (stage, day) in [("justerat", "2026-10-02"), ("overklagat", "2026-10-04")] {
        assert_eq!(alex.post(&path, &said(stage, day)).await.status, 303);
    }
    let refused = [
        (
            ("justerat", "2026-10-03"),
            "<a href=\"#dag\">Protokollet justerades 2 oktober 2026.",
        ),
        (
            ("overklagat", "2026-10-05"),
            "<a href=\"#dag\">Beslutet överklagades 4 oktober 2026.",
        ),
        (
            ("upphavt", "2026-10-03"),
            "<a href=\"#dag\">Beslutet överklagades 4 oktober 2026. Ingen domstol",
        ),
    ];
    for ((stage, day), says) in refused {
        let reply = alex.post(&path, &said(stage, day)).await;
        assert_eq!(reply.status, 422, "{stage}");
        says!(reply.text(), says, &format!("value=\"{day}\""));
    }
    let quashed = alex.post(&path, &said("upphavt", "2026-10-05")).await;
    assert_eq!(quashed.status, 303);
    // A page from before asks for what is past, and is led to what stands.
    let late = alex.post(&path, &said("overklagat", "2026-10-05")).await;
    assert_eq!(late.status, 422);
    says!(
        late.text(),
        "<a href=\"#blev\">En domstol har upphävt beslutet.",
        "<ul id=\"blev\""
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn as_many_as_a_page_holds_are_told_to_wait_and_the_rest_are_counted() {
    let town = town().await;
    let alex = registrar(&town, "alex2", BODY).await;
    let waiting = |page: &str| {
        let before = page.split("id=\"alla-h\"").next().unwrap();
        let own = before.split("id=\"vantar-h\"").nth(1);
        own.map_or(0, |own| own.matches("<li>").count())
    };
    let there = waiting(&alex.page("/arbete/beslut").await);
    let decided = |n: usize| {
        Command::RecordDecision(RecordDecision {
            decision: DecisionId(Uuid::now_v7()),
            body: body(&town, BODY),
            date: Dated::day_known(date(2026, 10, 1)),
            authority: Authority::Paragraph(Text::new(n.to_string())),
            case_number: None,
            title: None,
            acts: Vec::new(),
            seen: Vec::new(),
        })
    };
    let all = (0..53 - there).map(decided).collect();
    town.app.perform_all(User::Import, all, None).await.unwrap();
    let page = alex.page("/arbete/beslut").await;
    assert_eq!(waiting(&page), 50);
    says!(page, "Och 3 till, längre ner i listan.");
    let second = alex.page("/arbete/beslut?sida=2").await;
    says!(second, "<a href=\"/arbete/beslut\" rel=\"prev\">");
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_at_once_one_is_recorded_and_the_other_is_told() {
    let town = town().await;
    let alex = registrar(&town, "alex2", BODY).await;
    let sam = registrar(&town, "sam2", BODY).await;
    let page = alex.page(OVER).await;
    let rows = rows(&page, "Dras tillbaka");
    let sent = |page: &str, row: usize, paragraph: &str| {
        let own = [("paragraf", paragraph), ("gor", rows[row].1.as_str())];
        let day = [("dag", "2026-10-05")];
        let fields: Vec<_> = day.into_iter().chain(own).collect();
        form(page, &fields)
    };
    let told = |one: Reply, other: Reply| {
        let late = if one.status == 422 { &one } else { &other };
        let mut both = [one.status, other.status];
        both.sort_unstable();
        assert_eq!(both, [303, 422]);
        late.text()
    };
    // The same form with something else in it.
    let (one, other) = (sent(&page, 0, "71"), sent(&page, 1, "72"));
    let (one, other) = tokio::join!(alex.post(OVER, &one), alex.post(OVER, &other));
    let late = told(one, other);
    says!(late, "href=\"#sparat\">Det här formuläret");
    // The same row in two forms.
    let (page, theirs) = (alex.page(OVER).await, sam.page(OVER).await);
    let (one, other) = (sent(&page, 2, "73"), sent(&theirs, 2, "74"));
    let (one, other) = tokio::join!(alex.post(OVER, &one), sam.post(OVER, &other));
    let gone = format!("{} kan inte längre väljas", rows[2].0);
    let late = told(one, other);
    says!(late, gone.as_str());
}
