//! Both municipalities, read by the real router.

use axum::body::Body;
use axum::http::{Request, StatusCode};
use http_body_util::BodyExt;
use jiff::civil::{Date, date};
use riktning_app::imports::facts;
use riktning_app::{App, Clock, scenario};
use riktning_store::MemoryJournal;
use riktning_web::server::Source;
use tower::ServiceExt;

const INVENTED: [&str; 2] = [
    include_str!("../../../../demo/exempelstad.json"),
    include_str!("../../../../demo/exempelstad-aret.json"),
];
const REAL: &[u8] = include_bytes!("../../../../facts/eskilstuna.json");

fn open(today: Date) -> App {
    let journal = Box::new(MemoryJournal::new().unwrap());
    App::open(journal, Clock::Fixed(today), &mut |_| {}).unwrap()
}

/// Exempelstad on 1 November 2018, with more steps of the same scenario.
pub(crate) async fn exempelstad_and(more: &str) -> App {
    let app = open(date(2018, 11, 1));
    let more = format!("{{\"namespace\": \"exempelstad\", \"steps\": [{more}]}}");
    let [first, year] = INVENTED;
    let steps = scenario::read_all(&[first, year, &more]).unwrap();
    app.live_through(steps).await.unwrap();
    app
}

/// Eskilstuna on 23 November 2026.
pub(crate) async fn eskilstuna() -> App {
    let app = open(date(2026, 11, 23));
    let read = facts::read(REAL).unwrap();
    let plan = app.plan(|state, now| read.plan(state, now));
    let reported = plan.reported.into_iter().map(|r| r.path).collect();
    let imported = app.import(plan.commands, reported, REAL.to_vec()).await;
    assert_eq!(imported.unwrap().refused, []);
    app
}

/// The status and the page without its soft hyphens.
pub(crate) async fn get(app: &App, path: &str) -> (StatusCode, String) {
    let source = Source::of(app);
    let mut request = Request::get(path).body(Body::empty()).unwrap();
    request.extensions_mut().insert((source.edition)());
    let response = source.routes.oneshot(request).await.unwrap();
    let status = response.status();
    let bytes = response.into_body().collect().await.unwrap().to_bytes();
    let html = String::from_utf8(bytes.to_vec()).unwrap();
    (status, html.replace('\u{ad}', ""))
}

pub(crate) async fn page(app: &App, path: &str) -> String {
    let (status, html) = get(app, path).await;
    assert_eq!(status, StatusCode::OK, "{path}");
    assert_eq!(html.matches("<h1>").count(), 1, "{path}");
    html
}

/// A text as a field of an address.
pub(crate) fn escaped(text: &str) -> String {
    let byte = |b: u8| match b.is_ascii_alphanumeric() {
        true => char::from(b).to_string(),
        false => format!("%{b:02X}"),
    };
    text.bytes().map(byte).collect()
}

/// What residents must never see: a draft, a proposal beside an adopted wording, a verdict that
/// nobody has decided. Each holds one word.
pub(crate) const SECRET: &str = "hemlighetsmakeriet";

pub(crate) fn secrets() -> String {
    let text = "Sluta med hemlighetsmakeriet";
    [
        format!(r#"{{"day": "2018-10-26", "by": "@kim", "command": {{"DraftElement": {{"element": "@mal/hemligt", "model": "@modell/2016", "level": "@n/mal", "slug": "hemligt", "wording_id": "@mal/hemligt/1", "wording": {{"text": "{text}", "owner": "@kf", "period": "2016..2019", "topics": [{{"topic": "@p/hu"}}]}}}}}}}}"#),
        format!(r#"{{"day": "2018-10-27", "by": "@kim", "command": {{"ProposeWording": {{"element": "@mal/utbildning", "wording_id": "@mal/utbildning/hemlig", "wording": {{"text": "{text}", "owner": "@kf", "period": "2016..2019", "topics": [{{"topic": "@p/hu"}}]}}}}}}}}"#),
        format!(r#"{{"day": "2018-10-28", "by": "@robin", "command": {{"ProposeAssessment": {{"assessment": "@b/hemlig", "version": "@b/hemlig/1", "round": "@omg/d2", "subject": {{"Element": "@a/mat18"}}, "body": "@bun", "verdict": {{"for_year": "@w/risk", "reason": "{text}."}}}}}}}}"#),
    ]
    .join(",\n")
}
