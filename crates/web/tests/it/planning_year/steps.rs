//! What is done in the work area, as a browser does it.

use super::people::Year;
use crate::desk::{Desk, body, form, form_to, number, only, standing};
use crate::model_editor::{LIST, copy, led, saved, standing_of};
use crate::plan_and_decide::{choice, link, new};

/// The address of a body's plan for the year.
pub(super) fn plan(slug: &str) -> String {
    format!("/arbete/planer/2027/{slug}")
}

/// At most so many commitments for each body, in the model that is in force: seen first, and made.
pub(super) async fn sets_a_limit(desk: &Desk<'_>, most: &str) {
    let model = led(&desk.page(LIST).await, "Strategisk inriktning 2024–2027");
    let level = led(&desk.page(&model).await, "Åtagande");
    let page = desk.page(&level).await;
    let looks = [("grans", most), ("gor", "granska")];
    let shown = desk.post(&level, &standing(&page, &looks)).await;
    assert_eq!(shown.status, 200, "{}", shown.text());
    let makes = standing(&shown.text(), &[("gor", "genomfor")]);
    let made = desk.post(&level, &makes).await;
    assert_eq!(made.status, 303, "{}", made.text());
}

/// The model of the years to come, built as a draft from the one in force: another word for what a body
/// promises, fewer of them, and in force from a day after it has been seen what that does.
pub(super) async fn builds_a_model(desk: &Desk<'_>, name: &str, from: &str) {
    let model = copy(desk, name).await;
    let level = led(&desk.page(&model).await, "Åtagande");
    let fields = [("namn", "Löfte"), ("flera", "Löften"), ("grans", "5")];
    saved(desk, &level, &fields).await;
    let force = format!("{model}/galla");
    let page = desk.page(&force).await;
    let looks = standing(&page, &[("fran", from), ("gor", "granska")]);
    let shown = desk.post(&force, &looks).await;
    assert_eq!(shown.status, 200, "{}", shown.text());
    says!(shown.text(), "Nivån Åtagande heter Löfte.");
    let puts = standing_of(&shown.text(), "genomfor", &[("gor", "genomfor")]);
    let put = desk.post(&force, &puts).await;
    assert_eq!(put.status, 303, "{}", put.text());
}

/// A body takes its preliminary plan back, says one thing otherwise, and hands it in anew.
pub(super) async fn adjusts(desk: &Desk<'_>, slug: &str, words: &str, others: &str) {
    let page = desk.page(&plan(slug)).await;
    let (action, own) = form_to(&page, "/ta-tillbaka");
    let back = desk.post(&action, &only(own)).await;
    assert_eq!(back.status, 303, "{}", back.text());
    let page = desk.page(&plan(slug)).await;
    let rows = page.split("id=\"plan-h\"").nth(1).unwrap();
    let row = format!("/arbete/ataganden/{}", number(rows, words));
    let open = desk.page(&row).await;
    let saved = desk.post(&row, &standing(&open, &[("text", others)])).await;
    assert_eq!(saved.status, 303, "{}", saved.text());
    assert_eq!(desk.fill_hand_in(&plan(slug)).await, 303);
}

/// The rounds of the year as those of the year before, and the round in which plans are made.
pub(super) async fn opens_the_rounds(year: &Year, desk: &Desk<'_>) {
    let cycle = "/arbete/aret/2026/omgangar";
    let page = desk.page(cycle).await;
    let done = desk.post(cycle, &standing(&page, &[])).await;
    assert_eq!(done.status, 303, "{}", done.text());
    let council = body(&year.town, "kommunfullmaktige").0.to_string();
    let fields = [
        ("namn", "Planer 2027"),
        ("slag", "planering"),
        ("lage", "2027-01-01"),
        ("oppnar", "2026-02-23"),
        ("sista-kind-executive-board", "2026-04-24"),
        ("sista-kind-committee", "2026-04-24"),
        ("sista-kind-company", "2026-05-08"),
        ("organ-1", council.as_str()),
        ("mote-1", "2026-06-18"),
    ];
    let made = desk.fill("/arbete/omgangar/ny?ar=2026", &fields).await;
    assert_eq!(made.status, 303, "{}", made.text());
}

/// The council orders something of bodies; nobody else reads it before it is sent.
pub(super) async fn orders(year: &Year, desk: &Desk<'_>, text: &str, to: &[&str]) {
    let path = new(&desk.page(&plan("kommunfullmaktige")).await, "Uppdrag");
    let to: Vec<String> = to
        .iter()
        .map(|slug| body(&year.town, slug).0.to_string())
        .collect();
    let to = to.iter().map(|id| ("till", id.as_str()));
    let fields: Vec<_> = [("text", text)].into_iter().chain(to).collect();
    let saved = desk.fill(&path, &fields).await;
    assert_eq!(saved.status, 303, "{}", saved.text());
}

/// What stands of one order on the page of a plan.
fn part(page: &str, order: &str) -> String {
    let (_, rest) = page.split_once(&format!("<h3>{order}</h3>")).unwrap();
    rest.split("<h3>").next().unwrap().to_owned()
}

/// A body accepts an order as it stands, and ties what it accepted to a process goal.
pub(super) async fn accepts(desk: &Desk<'_>, slug: &str, order: &str) {
    let page = part(&desk.page(&plan(slug)).await, order);
    let (action, own) = form_to(&page, "/anta?");
    let sent = form(&format!("<main<form{own}"), &[]);
    let done = desk.post(&action, &sent).await;
    assert_eq!(done.status, 303, "{}", done.text());
    let page = desk.page(&plan(slug)).await;
    let rows = page.split("id=\"plan-h\"").nth(1).unwrap();
    let row = format!("/arbete/ataganden/{}", number(rows, order));
    let open = desk.page(&row).await;
    let goal = choice(&open, "Processmål");
    let saved = desk
        .post(&row, &form(&open, &[("text", order), ("val", &goal)]))
        .await;
    assert_eq!(saved.status, 303, "{}", saved.text());
}

/// A body answers an order in its own words.
pub(super) async fn interprets(desk: &Desk<'_>, slug: &str, order: &str, words: &str) {
    let page = part(&desk.page(&plan(slug)).await, order);
    let path = link(page.split("href=\"").nth(1).unwrap());
    writes_at(desk, &path, words).await;
}

/// A body promises something of its own, under a process goal.
pub(super) async fn promises(desk: &Desk<'_>, slug: &str, words: &str) {
    let path = new(&desk.page(&plan(slug)).await, "Åtagande");
    writes_at(desk, &path, words).await;
}

async fn writes_at(desk: &Desk<'_>, path: &str, words: &str) {
    let goal = choice(&desk.page(path).await, "Processmål");
    let fields = [
        ("text", words),
        ("val", goal.as_str()),
        ("roll", "Enhetschef"),
        ("mangd", "12"),
        ("enhet", "platser"),
        ("klart", "2027-10-31"),
    ];
    let saved = desk.fill(path, &fields).await;
    assert_eq!(saved.status, 303, "{}", saved.text());
}

/// A registrar records what a meeting decided over a plan.
pub(super) async fn decides(desk: &Desk<'_>, slug: &str, day: &str, paragraph: &str) {
    let path = format!("{}/beslut", plan(slug));
    let number = format!("EXS 2026:{paragraph}");
    let fields = [
        ("dag", day),
        ("paragraf", paragraph),
        ("diarienummer", &number),
    ];
    let done = desk.fill(&path, &fields).await;
    assert_eq!(done.status, 303, "{slug}: {}", done.text());
}

/// A committee becomes three at the end of a day, after it has been seen.
pub(super) async fn splits(
    year: &Year,
    desk: &Desk<'_>,
    slug: &str,
    last_day: &str,
    names: [&str; 3],
) {
    let path = "/arbete/omorganisation";
    let ends = body(&year.town, slug).0.to_string();
    let fields = [
        ("upphor", ends.as_str()),
        ("sista", last_day),
        ("namn-1", names[0]),
        ("namn-2", names[1]),
        ("namn-3", names[2]),
        ("foljer", "1"),
        ("gor", "granska"),
    ];
    let shown = desk.fill(path, &fields).await;
    assert_eq!(shown.status, 200, "{}", shown.text());
    let made = desk
        .post(path, &form(&shown.text(), &[("gor", "genomfor")]))
        .await;
    assert_eq!(made.status, 303, "{}", made.text());
}

/// A body takes over what its predecessor had promised, by a decision of its own.
pub(super) async fn takes_over(desk: &Desk<'_>, slug: &str, name: &str, texts: &[&str]) {
    let path = format!("/arbete/beslut/nytt/{slug}");
    let page = desk.page(&path).await;
    let day = page
        .split("max=\"")
        .nth(1)
        .unwrap()
        .split('"')
        .next()
        .unwrap();
    let mut fields = vec![("dag", day.to_owned()), ("paragraf", "3".to_owned())];
    for text in texts {
        let row = page.split(&format!("{text}</label>")).nth(1).unwrap();
        let row = row.split("</select>").next().unwrap();
        let gives = row
            .split(&format!("\">Går över till {name}"))
            .next()
            .unwrap();
        fields.push(("gor", gives.rsplit("value=\"").next().unwrap().to_owned()));
    }
    let fields: Vec<_> = fields
        .iter()
        .map(|(name, value)| (*name, value.as_str()))
        .collect();
    let done = desk.post(&path, &form(&page, &fields)).await;
    assert_eq!(done.status, 303, "{}", done.text());
}

/// Somebody leaves: all that they had goes to another in one step, and their name is erased.
pub(super) async fn leaves(year: &Year, desk: &Desk<'_>, who: &str, to: &str) {
    let (page, heir) = (
        format!("/arbete/personer/{}", year.id(who)),
        year.id(to).to_string(),
    );
    let day = year.town.app.today().to_string();
    let over = format!("gor=ersatt&vem={heir}&fran-dag={day}");
    for sent in [over.as_str(), "gor=radera&saker=1"] {
        let done = desk.post(&page, sent).await;
        assert_eq!(done.status, 303, "{}", done.text());
    }
    year.is_now(who, to);
    let page = desk.page("/arbete/personer").await;
    assert!(
        !page.contains(&format!("{who} Exempel")),
        "the name is gone"
    );
}

/// After an election the same term is set for many bodies at once.
pub(super) async fn sets_terms(year: &Year, desk: &Desk<'_>, slugs: &[&str], days: [&str; 2]) {
    let ids: Vec<String> = slugs
        .iter()
        .map(|slug| body(&year.town, slug).0.to_string())
        .collect();
    let ids = ids.iter().map(|id| ("organ", id.as_str()));
    let fields: Vec<_> = ids.chain([("fran", days[0]), ("till", days[1])]).collect();
    let done = desk.fill("/arbete/mandattider", &fields).await;
    assert_eq!(done.status, 303, "{}", done.text());
}
