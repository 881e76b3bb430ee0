//! What a registrar does beside deciding plans: says what has become of a decision, and records a
//! decision over what stands.

use crate::desk::{Desk, body, encoded, form};
use crate::town::Town;
use jiff::civil::date;
use riktning_domain::permissions::Role;

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
        "Protokollet är inte justerat än"
    );
    // A double click is the same decision.
    let again = alex.post(OVER, &sent).await;
    assert_eq!(again.header("location"), Some(to.as_str()));
    let once = alex.page("/arbete/beslut").await;
    assert_eq!(once.matches(">Ändrade åtaganden i oktober</a>").count(), 2);
    // Another decision under the same key is none.
    let changed = sent.replace("paragraf=%C2%A7+71", "paragraf=72");
    assert_ne!(changed, sent);
    assert_eq!(alex.post(OVER, &changed).await.status, 422);

    // Residents see it at once, each on its own page.
    for (path, by) in read.iter().zip(["§ 71", "§ 71", "Kommunstyrelsen"]) {
        says!(town.page(path).await, by, "5 oktober 2026");
    }
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
        "Välj vad beslutet gäller",
        "value=\"EXS 2026:900\"",
        "value=\"Ändrade åtaganden i oktober\""
    );
    let (_, withdraw) = rows(&page, "Dras tillbaka").remove(0);
    let own = [("gor", withdraw.as_str())];
    for (wrong, says) in [
        (vec![("paragraf", "7")], "Skriv vilken dag"),
        (vec![("dag", "2027-01-01"), ("paragraf", "7")], "2027"),
        (vec![("dag", "2026-10-05")], "paragraf"),
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
    says!(late.text(), "Något av det du valde har ändrats");

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
            "Välj vad som har hänt",
        ),
        (
            [("steg", "annat"), ("dag", "2026-10-05")],
            "Välj vad som har hänt",
        ),
        ([("steg", "justerat"), ("dag", "igår")], "igår"),
        (
            [("steg", "justerat"), ("dag", "2026-10-04")],
            "5 oktober 2026",
        ),
        (
            [("steg", "justerat"), ("dag", "2026-10-06")],
            "6 oktober 2026",
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
    let unknown = format!("/arbete/beslut/{}", encoded("nytt"));
    assert!([400, 404].contains(&alex.get(&unknown).await.status));
}
