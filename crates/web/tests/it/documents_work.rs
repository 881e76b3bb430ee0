//! Governing documents on screen: written, looked at, sent to whoever decides, adopted, revised
//! and replaced.

use crate::desk::{Desk, body, form, form_to, number, only};
use crate::history::id_of;
use crate::house::Reply;
use crate::plan_and_decide::{choice, new};
use crate::town::Town;
use jiff::civil::date;
use riktning_domain::Command;
use riktning_domain::ids::ThreadId;
use riktning_domain::indicators::Interpretation;
use riktning_domain::permissions::Role;
use riktning_domain::published::PublicDocument;
use riktning_domain::threads::{ThreadEnd, TieThread};
use uuid::Uuid;

const OWN: &str = "/arbete/styrdokument";
const NEW: &str = "/arbete/styrdokument/nytt";
const BOARD: &str = "kommunstyrelsen";
const TITLE: &str = "Policy för öppna data";

async fn town() -> Town {
    Town::on(date(2026, 10, 5)).await
}

async fn writer<'a>(town: &'a Town, login: &str) -> Desk<'a> {
    let roles = [(Role::Contributor, BOARD), (Role::Approver, BOARD)];
    Desk::of(town, login, &roles).await
}

/// Whoever records what the council decides.
async fn secretary(town: &Town) -> Desk<'_> {
    Desk::of(town, "kf", &[(Role::Registrar, "kommunfullmaktige")]).await
}

/// The fields of a document that says everything.
fn whole(town: &Town) -> Vec<(&'static str, String)> {
    let board = body(town, BOARD).to_string();
    let care = body(town, "vard-och-omsorgsnamnden").to_string();
    let fields = [
        ("typ", "policy"),
        ("rubrik", TITLE),
        (
            "sammanfattning",
            "Det som inte är hemligt ska gå att läsa och räkna på.",
        ),
        ("diarienummer", "EX/2026:77"),
        ("galler", "valda"),
        ("organ", &care),
        ("fran", "2026-11"),
        ("till", "2030"),
        ("tillampas", "1"),
        ("ansvarig", &board),
        ("roll", "it-chef"),
        ("reviderar", &care),
        ("ses-over", "2027-03-01"),
        ("foljer-upp", &board),
        ("ersatter-annat", "It-policyn från 1998"),
        ("anmarkning", "Påhittat exempel."),
    ];
    let fields = fields.into_iter();
    fields
        .map(|(name, value)| (name, value.to_owned()))
        .collect()
}

/// The value of a choice of the form, by what it says.
fn option(page: &str, name: &str, says: &str) -> String {
    let begins = format!("name=\"{name}\" value=\"");
    let mut options = page.split(&begins).skip(1);
    let found = options.find(|rest| rest.split("</label>").next().unwrap().contains(says));
    found.unwrap().split('"').next().unwrap().to_owned()
}

fn with<'a>(
    fields: &'a [(&'static str, String)],
    changes: &[(&'static str, &'a str)],
) -> Vec<(&'static str, &'a str)> {
    let kept = fields.iter();
    let kept = kept.filter(|(name, _)| !changes.iter().any(|(own, _)| own == name));
    let kept = kept.map(|(name, value)| (*name, value.as_str()));
    kept.chain(changes.iter().copied()).collect()
}

fn at(reply: &Reply) -> String {
    assert_eq!(reply.status, 303, "{}", reply.text());
    let to = reply.header("location").unwrap();
    to.split('?').next().unwrap().to_owned()
}

/// Sends a document to whoever decides it, by the button on its page.
async fn sent(desk: &Desk<'_>, path: &str) {
    let page = desk.page(path).await;
    let (to, own) = form_to(&page, "/lamna-in");
    let reply = desk.post(&to, &only(own)).await;
    assert_eq!(reply.status, 303, "{}", reply.text());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_document_is_written_looked_at_sent_adopted_and_public() {
    let town = town().await;
    let kim = writer(&town, "kim").await;
    let secretary = secretary(&town).await;
    let page = kim.page(NEW).await;
    let replaced = option(&page, "ersatter", "Klimatplan");
    let process = option(&page, "styr", "");
    let mut fields = whole(&town);
    fields.push(("ersatter", replaced));
    fields.push(("styr", process));
    // To look at it is not to save it.
    let before = town.app.position();
    let look = kim.fill(NEW, &with(&fields, &[("granska", "1")])).await;
    assert_eq!(look.status, 200, "{}", look.text());
    let look = look.text();
    says!(
        look,
        "Så här ser det ut för invånarna",
        "Det som inte är hemligt"
    );
    says!(look, "2030", "It-policyn från 1998", "EX/2026:77");
    assert_eq!(town.app.position(), before);
    let path = at(&kim.fill(NEW, &with(&fields, &[])).await);
    assert_eq!(path, format!("{OWN}/policy-for-oppna-data"));
    assert_eq!(town.app.position(), before + 1);
    // Its form has all that it says.
    let page = kim.page(&path).await;
    says!(
        page,
        "value=\"EX/2026:77\"",
        "value=\"2026-11\"",
        "value=\"2030\""
    );
    says!(
        page,
        "value=\"2027-03-01\"",
        "value=\"it-chef\"",
        "value=\"It-policyn från 1998\""
    );
    says!(
        page,
        "name=\"tillampas\" value=\"1\" checked",
        "Påhittat exempel."
    );
    says!(
        page,
        &format!("name=\"ersatter\" value=\"{}\" checked", fields[16].1)
    );
    says!(kim.page(OWN).await, "Utkast och förslag", TITLE);
    // It is nobody's else until it is sent, and no resident's.
    assert_eq!(secretary.get(&path).await.status, 404);
    assert_eq!(
        town.server
            .get("/styrdokument/policy-for-oppna-data", "")
            .await
            .status,
        404
    );
    for _ in 0..2 {
        let page = kim.page(&path).await;
        if page.contains("/lamna-in") {
            sent(&kim, &path).await;
        }
    }
    assert_eq!(town.app.position(), before + 2);
    says!(kim.page(&path).await, "lämnat till beslut 5 oktober 2026");
    says!(secretary.page("/arbete/").await, TITLE, "/beslut\"");
    says!(
        secretary.page(OWN).await,
        "Styrdokument som väntar på beslut"
    );
    let decide = format!("{path}/beslut");
    let page = secretary.page(&decide).await;
    says!(
        page,
        "Det här beslutas",
        "Det som inte är hemligt",
        "value=\"EX/2026:77\""
    );
    let in_minutes = [
        ("dag", "2026-10-05"),
        ("paragraf", "§ 12"),
        ("diarienummer", "EX/2026:77"),
    ];
    let sent = form(&page, &in_minutes);
    for _ in 0..2 {
        let reply = secretary.post(&decide, &sent).await;
        assert_eq!(at(&reply), OWN);
    }
    assert_eq!(town.app.position(), before + 3);
    let public = town.page("/styrdokument/policy-for-oppna-data").await;
    says!(
        public,
        TITLE,
        "§ 12",
        "Vård- och omsorgsnämnden",
        "it-chef",
        "1 mars 2027"
    );
    // Whoever comes back is led to it, and its history tells who did what.
    assert_eq!(at(&secretary.get(&decide).await), path);
    let history = kim
        .page(&format!(
            "/arbete/historik{}",
            path.trim_start_matches("/arbete")
        ))
        .await;
    says!(
        history,
        "Styrdokument skrivet",
        "Styrdokument lämnat till beslut",
        "kim Exempel"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_change_of_what_is_decided_stands_beside_it_until_it_is_adopted() {
    let town = town().await;
    let kim = writer(&town, "kim").await;
    let path = format!("{OWN}/riktlinje-for-inkop");
    let page = kim.page(&path).await;
    says!(page, "Det som står här är beslutat");
    let fields = fields_of(&page);
    let changed = with(
        &fields,
        &[
            ("ses-over", "2026-12-31"),
            ("sammanfattning", "Köp lokalt."),
        ],
    );
    let saved = kim
        .post(&path, &form(&format!("<main{}", own_form(&page)), &changed))
        .await;
    assert_eq!(at(&saved), path);
    let page = kim.page(&path).await;
    says!(
        page,
        "förslag till ändring",
        "Det här ändras",
        "Köp lokalt."
    );
    assert!(
        !town
            .page("/styrdokument/riktlinje-for-inkop")
            .await
            .contains("Köp lokalt.")
    );
    sent(&kim, &path).await;
    let secretary = secretary(&town).await;
    let decide = format!("{path}/beslut");
    let page = secretary.page(&decide).await;
    says!(page, "Det här ändras", "Köp lokalt.");
    // Somebody changes it while the form is open: the form is not recorded over it.
    let opened = form(&page, &[("dag", "2026-10-05"), ("paragraf", "3")]);
    let now = kim.page(&path).await;
    let again = with(&fields, &[("sammanfattning", "Köp nära.")]);
    // Nobody takes it from the meeting unawares.
    let refused = kim
        .post(&path, &form(&format!("<main{}", own_form(&now)), &again))
        .await;
    assert_eq!(refused.status, 422);
    says!(refused.text(), "Ta tillbaka det först", "Köp nära.");
    let (to, own) = form_to(&now, "/ta-tillbaka");
    let back = only(own);
    assert_eq!(kim.post(&to, &back).await.status, 303);
    let saved = kim
        .post(&path, &form(&format!("<main{}", own_form(&now)), &again))
        .await;
    assert_eq!(saved.status, 303);
    let before = town.app.position();
    assert_eq!(secretary.post(&decide, &opened).await.status, 404);
    sent(&kim, &path).await;
    let reply = secretary.post(&decide, &opened).await;
    assert_eq!(reply.status, 422);
    says!(reply.text(), "Förslaget har ändrats", "Köp nära.");
    assert_eq!(town.app.position(), before + 1);
    let reply = secretary
        .post(
            &decide,
            &form(&reply.text(), &[("dag", "2026-10-05"), ("paragraf", "3")]),
        )
        .await;
    assert_eq!(at(&reply), OWN);
    says!(
        town.page("/styrdokument/riktlinje-for-inkop").await,
        "Köp nära."
    );
}

/// The form of a document on its page, and what stands in its fields.
fn own_form(page: &str) -> &str {
    let start = page.find("<form class=\"stapel bred\"").unwrap();
    &page[start..]
}

fn fields_of(page: &str) -> Vec<(&'static str, String)> {
    let form = own_form(page).split("</form>").next().unwrap();
    let mut fields = Vec::new();
    for name in [
        "rubrik",
        "diarienummer",
        "fran",
        "till",
        "roll",
        "annan-typ",
        "ersatter-annat",
    ] {
        let value = form.split(&format!("name=\"{name}\" value=\"")).nth(1);
        let value = value.unwrap().split('"').next().unwrap();
        fields.push((name, value.to_owned()));
    }
    for name in ["typ", "ansvarig", "reviderar", "foljer-upp"] {
        let select = form.split(&format!("name=\"{name}\"")).nth(1).unwrap();
        let select = select.split("</select>").next().unwrap();
        let chosen = select.split("\" selected").next().unwrap();
        let value = match chosen == select {
            true => "",
            false => chosen.rsplit("value=\"").next().unwrap(),
        };
        fields.push((name, value.to_owned()));
    }
    let radio = form.split("name=\"galler\" value=\"").skip(1);
    let mut radio = radio.map(|rest| rest.split_once('"').unwrap());
    let chosen = radio
        .find(|(_, rest)| rest.starts_with(" checked"))
        .unwrap();
    fields.push(("galler", chosen.0.to_owned()));
    fields
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_wrong_is_said_at_its_field_and_everything_typed_is_kept() {
    let town = town().await;
    let kim = writer(&town, "kim").await;
    let other = body(&town, "vard-och-omsorgsnamnden").to_string();
    let position = town.app.position();
    let long = "å".repeat(201);
    let fields = [
        ("typ", "annat"),
        ("rubrik", long.as_str()),
        ("sammanfattning", "<script>alert(1)</script> \u{202e}🎈"),
        ("galler", "valda"),
        ("fran", "i våras"),
        ("till", ""),
        ("tillampas", "1"),
        ("ansvarig", &other),
        ("roll", "kim Exempel"),
        ("reviderar", "00000000-0000-0000-0000-000000000001"),
        ("ses-over", "2027-02-30"),
        ("fanns", "igår"),
    ];
    for extra in [None, Some(("granska", "1"))] {
        let fields: Vec<_> = fields.into_iter().chain(extra).collect();
        let reply = kim.fill(NEW, &fields).await;
        assert_eq!(reply.status, 422);
        let page = reply.text();
        says!(
            page,
            "Skriv vilken typ det är.",
            "Texten har 201",
            "Välj minst en."
        );
        says!(
            page,
            "”i våras” är ingen dag",
            "Skriv vilken dag som var den sista."
        );
        says!(page, "Välj vem som ansvarar", "Det är namnet på en person");
        says!(
            page,
            "Den som var vald finns inte längre.",
            "href=\"#ses-over\"",
            "href=\"#fanns\""
        );
        says!(page, &long, "value=\"i våras\"", "value=\"igår\"");
        says!(page, "&#60;script&#62;alert(1)&#60;/script&#62;");
    }
    // A rule's own answer stands at its field too.
    let whole = whole(&town);
    let upside_down = with(
        &whole,
        &[("fran", "2028"), ("till", "2027"), ("tillampas", "")],
    );
    let reply = kim.fill(NEW, &upside_down).await;
    assert_eq!(reply.status, 422);
    says!(reply.text(), "href=\"#till\"", "value=\"2028\"");
    let reply = kim
        .fill(NEW, &with(&whole, &[("fanns", "2026-10-06")]))
        .await;
    assert_eq!(reply.status, 422);
    says!(reply.text(), "href=\"#fanns\"");
    assert_eq!(town.app.position(), position);
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_writes_over_another_unseen_and_a_double_click_is_one() {
    let town = town().await;
    let (kim, mika) = (writer(&town, "kim").await, writer(&town, "mika").await);
    let fields = whole(&town);
    let opened = form(&kim.page(NEW).await, &with(&fields, &[]));
    let before = town.app.position();
    for _ in 0..3 {
        assert_eq!(kim.post(NEW, &opened).await.status, 303);
    }
    assert_eq!(town.app.position(), before + 1);
    let path = format!("{OWN}/policy-for-oppna-data");
    // The same form with other words is another wish, and does not write over the first.
    let other = opened.replace("EX%2F2026%3A77", "EX%2F2026%3A78");
    assert_eq!(kim.post(NEW, &other).await.status, 422);
    let hers = kim.page(&path).await;
    let mine = mika.page(&path).await;
    let send = |page: &str, title: &'static str| {
        form(
            &format!("<main{}", own_form(page)),
            &with(&fields, &[("rubrik", title)]),
        )
    };
    assert_eq!(
        kim.post(&path, &send(&hers, "Kims titel")).await.status,
        303
    );
    let reply = mika.post(&path, &send(&mine, "Mikas titel")).await;
    assert_eq!(reply.status, 422);
    let page = reply.text();
    says!(
        page,
        "Någon annan har sparat",
        "<strong>Kims titel</strong>",
        "value=\"Mikas titel\""
    );
    // Having seen both they may say it.
    assert_eq!(
        mika.post(&path, &send(&page, "Mikas titel")).await.status,
        303
    );
    says!(kim.page(&path).await, "value=\"Mikas titel\"");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_document_decided_before_it_was_written_down_is_recorded_on_its_day() {
    let town = town().await;
    let kim = writer(&town, "kim").await;
    let secretary = secretary(&town).await;
    let fields = whole(&town);
    let path = at(&kim.fill(NEW, &with(&fields, &[])).await);
    sent(&kim, &path).await;
    let decide = format!("{path}/beslut");
    let early = [("dag", "2026-09-01"), ("paragraf", "4")];
    let reply = secretary.fill(&decide, &early).await;
    assert_eq!(reply.status, 422);
    says!(reply.text(), "href=\"#dag\"", "value=\"2026-09-01\"");
    // Whoever writes it down says since when it was there.
    let dated = with(
        &fields,
        &[("fanns", "2026-08-20"), ("rubrik", "Policy från i somras")],
    );
    let path = at(&kim.fill(NEW, &dated).await);
    sent(&kim, &path).await;
    assert_eq!(
        at(&secretary.fill(&format!("{path}/beslut"), &early).await),
        OWN
    );
    let public = town
        .page("/styrdokument/policy-fran-i-somras?per=2026-09-02")
        .await;
    says!(public, "Policy från i somras", "1 september 2026");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_to_be_revised_is_said_in_time_and_what_expired_until_it_is_replaced() {
    let town = Town::on(date(2020, 10, 5)).await;
    let kim = writer(&town, "kim").await;
    let page = kim.page(OWN).await;
    // Its last day is the end of the year.
    says!(
        page,
        "Strategi för medarbetare",
        "Ska ses över senast 31 december 2020"
    );
    says!(kim.page("/arbete/").await, "behöver ses över");
    let reader = Desk::of(&town, "las", &[(Role::Reader, BOARD)]).await;
    assert_eq!(reader.get(OWN).await.status, 404);
    // A committee does not hear of what another answers for.
    let care = "vard-och-omsorgsnamnden";
    let care = Desk::of(&town, "von", &[(Role::Contributor, care)]).await;
    assert!(
        !care
            .page(OWN)
            .await
            .contains("Ska ses över senast 31 december 2020")
    );
    let town = Town::on(date(2021, 2, 1)).await;
    let kim = writer(&town, "kim").await;
    says!(
        kim.page(OWN).await,
        "Gick ut 31 december 2020 och är inte ersatt"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_document_says_which_rows_rest_on_it_to_whoever_may_read_them() {
    let town = town().await;
    let noa = Desk::of_a_small_body(&town, "vard-och-omsorgsnamnden").await;
    let other = writer(&town, "annan").await;
    let plan = "/arbete/planer/2027/vard-och-omsorgsnamnden";
    let path = new(&noa.page(plan).await, "Åtagande");
    let goal = choice(&noa.page(&path).await, "Processmål");
    let text = "Ett löfte som vilar på riktlinjen";
    let fields = [("text", text), ("val", goal.as_str())];
    assert_eq!(noa.fill(&path, &fields).await.status, 303);
    let number: u32 = number(&noa.page(plan).await, text).parse().unwrap();
    let who = id_of(&town, "allt-i-allo");
    let row = town.app.inside(who, |i, _| i.numbered(number).unwrap().id);
    let (document, slug) = town.app.published(date(2026, 10, 5), |p| {
        let bare = |d: &PublicDocument<'_>| p.resting_on(d.id).is_empty();
        let document = p.documents().find(bare).unwrap();
        (document.id, document.slug.to_string())
    });
    let own = format!("/arbete/styrdokument/{slug}");
    assert!(!noa.page(&own).await.contains("vilar på det här"));
    town.perform(Command::TieThread(TieThread {
        thread: ThreadId(Uuid::from_u128(7)),
        from: row,
        to: ThreadEnd::Document(document),
        interpretation: Interpretation::Stated,
        since: None,
    }))
    .await;
    says!(
        noa.page(&own).await,
        "En rad vilar på det här",
        text,
        &format!("href=\"/arbete/historik/ataganden/{number}\"")
    );
    // A draft of another body is no word to anybody else.
    let page = other.page(&own).await;
    assert!(
        !page.contains(text) && !page.contains("vilar på det här"),
        "{page}"
    );
}
