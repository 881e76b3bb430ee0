//! Laws and other rules from outside on screen: recorded, put right, and checked by somebody.

use crate::desk::{Desk, form};
use crate::town::Town;
use jiff::civil::date;
use riktning_domain::permissions::Role;

const LAWS: &str = "/arbete/lagar";
const NEW: &str = "/arbete/lagar/ny";

async fn strategist<'a>(town: &'a Town, login: &str) -> Desk<'a> {
    Desk::of(town, login, &[(Role::Strategist, "kommunkoncernen")]).await
}

fn whole() -> Vec<(&'static str, &'static str)> {
    vec![
        ("rubrik", "Exempellagen om vatten"),
        ("nummer", "SFS 2026:1"),
        ("fran", "2026-07-01"),
        ("till", ""),
        ("galler", "Varje kommun håller sitt vatten rent."),
        ("kalla", "Exempelsamlingen"),
        ("adress", "https://exempel.invalid/sfs"),
    ]
}

/// The form in which it is said that a law was checked.
fn check(page: &str, fields: &[(&str, &str)]) -> String {
    let forms = page
        .split("<form")
        .filter(|f| f.contains("value=\"kontrollera\""));
    let own = forms.last().unwrap();
    form(&format!("<main<form{own}"), fields)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_law_is_recorded_put_right_and_checked() {
    let town = Town::on(date(2026, 10, 5)).await;
    let (alex, mika) = (
        strategist(&town, "alex").await,
        strategist(&town, "mika").await,
    );
    let mut look = whole();
    look.push(("granska", "1"));
    let before = town.app.position();
    let reply = alex.fill(NEW, &look).await;
    assert_eq!((reply.status, town.app.position()), (200, before));
    says!(
        reply.text(),
        "Så här ser det ut för invånarna",
        "SFS 2026:1"
    );
    let sent = form(&alex.page(NEW).await, &whole());
    for _ in 0..2 {
        let reply = alex.post(NEW, &sent).await;
        assert_eq!(
            reply.header("location"),
            Some("/arbete/lagar/exempellagen-om-vatten?gjort=sparat"),
            "{}",
            reply.text()
        );
    }
    // The source and the law.
    assert_eq!(town.app.position(), before + 2);
    let public = town.page("/styrdokument/exempellagen-om-vatten").await;
    says!(
        public,
        "SFS 2026:1",
        "Varje kommun håller sitt vatten rent."
    );
    says!(
        alex.page(LAWS).await,
        "Exempellagen om vatten",
        "inte kontrollerad"
    );
    let path = "/arbete/lagar/exempellagen-om-vatten";
    let page = alex.page(path).await;
    says!(
        page,
        "value=\"SFS 2026:1\"",
        "value=\"Exempelsamlingen\"",
        "value=\"2026-07-01\""
    );
    let source = [
        ("kontroll-kalla", "Exempelsamlingen"),
        ("kontroll-adress", "https://exempel.invalid/sfs"),
    ];
    let checked = check(&page, &source);
    // Somebody puts the number right meanwhile: what was compared is not what stands.
    let opened = mika.page(path).await;
    let mut right = whole();
    right[1].1 = "SFS 2026:2";
    assert_eq!(mika.post(path, &form(&opened, &right)).await.status, 303);
    let reply = alex.post(path, &checked).await;
    assert_eq!(reply.status, 422);
    says!(
        reply.text(),
        "Någon har ändrat uppgifterna",
        "value=\"SFS 2026:2\""
    );
    let reply = alex.post(path, &check(&reply.text(), &source)).await;
    assert_eq!(
        reply.header("location"),
        Some("/arbete/lagar/exempellagen-om-vatten?gjort=kontrollerad"),
        "{}",
        reply.text()
    );
    says!(
        alex.page(path).await,
        "kontrollerad 5 oktober 2026, alex Exempel"
    );
    says!(
        town.page("/styrdokument/exempellagen-om-vatten").await,
        "5 oktober 2026"
    );
    assert!(
        !town
            .page("/styrdokument/exempellagen-om-vatten")
            .await
            .contains("alex")
    );
    // And what is recorded otherwise is unchecked again.
    let mut ended = right.clone();
    ended[3].1 = "2026-12-31";
    assert_eq!(
        mika.post(path, &form(&mika.page(path).await, &ended))
            .await
            .status,
        303
    );
    says!(mika.page(path).await, "inte kontrollerad");
    let history = alex
        .page("/arbete/historik/lagar/exempellagen-om-vatten")
        .await;
    says!(
        history,
        "SFS 2026:1",
        "SFS 2026:2",
        "alex Exempel",
        "mika Exempel"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn faults_of_a_law_stand_at_their_fields_and_nobody_writes_over_another_unseen() {
    let town = Town::on(date(2026, 10, 5)).await;
    let (alex, mika) = (
        strategist(&town, "alex").await,
        strategist(&town, "mika").await,
    );
    let position = town.app.position();
    let wrong = [
        ("rubrik", ""),
        ("fran", "i fjol"),
        ("till", "2020"),
        ("kalla", ""),
        ("adress", "javascript:alert(1)"),
    ];
    let reply = alex.fill(NEW, &wrong).await;
    assert_eq!((reply.status, town.app.position()), (422, position));
    let page = reply.text();
    says!(
        page,
        "Skriv vad lagen eller regeln heter.",
        "”i fjol” är ingen dag"
    );
    says!(
        page,
        "Skriv vad källan heter.",
        "value=\"javascript:alert(1)\""
    );
    let mut upside_down = whole();
    upside_down[3].1 = "2020";
    let reply = alex.fill(NEW, &upside_down).await;
    assert_eq!((reply.status, town.app.position()), (422, position));
    says!(reply.text(), "href=\"#till\"");
    let path = "/arbete/lagar/exempelskollagen";
    let (hers, theirs) = (alex.page(path).await, mika.page(path).await);
    let named = |title: &'static str| {
        let mut fields = whole();
        fields[0].1 = title;
        fields
    };
    assert_eq!(
        alex.post(path, &form(&hers, &named("Alex lag")))
            .await
            .status,
        303
    );
    let reply = mika.post(path, &form(&theirs, &named("Mikas lag"))).await;
    assert_eq!(reply.status, 422);
    says!(
        reply.text(),
        "<strong>Alex lag</strong>",
        "value=\"Mikas lag\""
    );
    // Whoever writes for a body reads the list and changes nothing.
    let writer = Desk::of(&town, "kim", &[(Role::Contributor, "kommunstyrelsen")]).await;
    says!(
        writer.page(LAWS).await,
        "Alex lag",
        "href=\"/styrdokument/exempelskollagen\""
    );
    assert_eq!(writer.get(path).await.status, 404);
    assert_eq!(writer.get(NEW).await.status, 404);
}
