//! From an order to a decision: the strategist writes it, a committee answers it in its own words
//! under a process goal and hands its plan in, the registrar records the decision, and it stands
//! on the public site.

use crate::desk::{Desk, body, encoded, fields, form, form_to, send};
use crate::town::Town;
use jiff::civil::date;
use riktning_domain::permissions::Role;

const BODY: &str = "vard-och-omsorgsnamnden";
const PLAN: &str = "/arbete/planer/2027/vard-och-omsorgsnamnden";
const COUNCIL: &str = "/arbete/planer/2027/kommunfullmaktige";

async fn town() -> Town {
    Town::on(date(2026, 10, 5)).await
}

/// The address of the form for a new element of a level, as the plan leads to it.
pub(crate) fn new(page: &str, level: &str) -> String {
    let at = page.split(&format!("{level}</a>")).next().unwrap();
    link(at.rsplit("href=\"").next().unwrap())
}

pub(crate) fn link(rest: &str) -> String {
    rest.split('"').next().unwrap().replace("&#38;", "&")
}

/// The value of the first choice that stands under a heading.
pub(crate) fn choice(page: &str, legend: &str) -> String {
    let kind = page.split(legend).nth(1).unwrap();
    let value = kind.split("name=\"val\" value=\"").nth(1).unwrap();
    value.split('"').next().unwrap().to_owned()
}

impl<'a> Desk<'a> {
    /// Somebody who writes, hands in and records the decisions of one body.
    pub(crate) async fn of_a_small_body(town: &'a Town, body: &str) -> Desk<'a> {
        let roles = [Role::Contributor, Role::Approver, Role::Registrar];
        Desk::of(town, "allt-i-allo", &roles.map(|role| (role, body))).await
    }
}

impl Desk<'_> {
    /// Records the decision of the day over a plan.
    pub(crate) async fn decides(&self, plan: &str, paragraph: &str) {
        let fields = [
            ("dag", "2026-10-05"),
            ("paragraf", paragraph),
            ("diarienummer", "EXS 2026:88"),
        ];
        let decided = self.fill(&format!("{plan}/beslut"), &fields).await;
        assert_eq!(decided.status, 303, "{}", decided.text());
    }

    pub(crate) async fn fill_hand_in(&self, plan: &str) -> u16 {
        let page = self.page(plan).await;
        let (action, form) = form_to(&page, "/lamna-in");
        let seen = form.split("name=\"sedd\" value=\"").nth(1).unwrap();
        let seen = seen.split('"').next().unwrap();
        self.post(&action, &format!("sedd={seen}")).await.status
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_order_becomes_a_promise_becomes_a_decision_becomes_a_public_page() {
    let town = town().await;
    let kim = Desk::of(&town, "strateg", &[(Role::Strategist, "kommunkoncernen")]).await;
    let noa = [(Role::Contributor, BODY), (Role::Approver, BODY)];
    let noa = Desk::of(&town, "namnd", &noa).await;
    let alex = Desk::of(&town, "sekreterare", &[(Role::Registrar, BODY)]).await;
    let other = [(Role::Contributor, "kommunstyrelsen")];
    let other = Desk::of(&town, "annan", &other).await;

    // Before it is sent, nobody else knows of it.
    let page = kim.page(COUNCIL).await;
    let to = body(&town, BODY).0.to_string();
    let order = "Fler äldre ska kunna välja vem som kommer hem till dem";
    let form_of_order = new(&page, "Uppdrag");
    let saved = kim
        .fill(&form_of_order, &[("text", order), ("till", &to)])
        .await;
    assert_eq!(saved.status, 303, "{}", saved.text());
    assert!(kim.page(COUNCIL).await.contains(order));
    assert!(!noa.page(PLAN).await.contains(order));
    // What council has decided everybody reads, and nothing of what is only written.
    assert!(!noa.page(COUNCIL).await.contains(order));
    assert_eq!(kim.fill_hand_in(COUNCIL).await, 303);

    // Then the committee that it is for reads it, and no other.
    assert!(noa.page("/arbete/").await.contains("att svara på"));
    let page = noa.page(PLAN).await;
    assert!(page.contains(order));
    let others = other.page("/arbete/planer/2027/kommunstyrelsen").await;
    assert!(!others.contains(order));

    // It answers in its own words, under a process goal.
    let after = page.split(&format!("<h3>{order}</h3>")).nth(1).unwrap();
    let path = link(after.split("href=\"").nth(1).unwrap());
    let page = noa.page(&path).await;
    assert!(page.contains(order), "the order stands beside the answer");
    let goal = choice(&page, "Processmål");
    let promise = "Alla som får hemtjänst väljer två fasta kontakter";
    let fields = [
        ("text", promise),
        ("val", &goal),
        ("roll", "Enhetschef"),
        ("mangd", "1 200"),
        ("enhet", "personer"),
        ("klart", "2027-09-30"),
    ];
    let saved = noa.fill(&path, &fields).await;
    assert_eq!(saved.status, 303, "{}", saved.text());
    let plan = noa.page(PLAN).await;
    assert!(plan.contains(promise) && plan.contains("Svar på uppdraget"));
    assert!(!plan.contains("Saknar en koppling"));
    // Each criterion that the fields can tell of is found.
    assert_eq!(plan.matches(": saknas").count(), 0, "{plan}");

    // Not handed in, it is nobody else's: neither the strategist's nor the registrar's.
    assert_eq!(kim.get(PLAN).await.status, 404);
    let overview = kim.page("/arbete/planer/2027").await;
    assert!(overview.contains("Utkast") && !overview.contains(promise));
    assert_eq!(alex.get(&format!("{PLAN}/beslut")).await.status, 404);
    let public = town.page("/").await;
    assert_eq!(noa.fill_hand_in(PLAN).await, 303);
    assert!(kim.page(PLAN).await.contains(promise));
    assert_eq!(other.get(PLAN).await.status, 404);
    assert_eq!(town.page("/").await, public, "a draft is on no public page");

    // The registrar records the decision over the very wordings.
    assert!(
        alex.page("/arbete/")
            .await
            .contains(&format!("{PLAN}/beslut"))
    );
    let fields = [
        ("dag", "2026-10-05"),
        ("paragraf", "§ 88"),
        ("diarienummer", "EXS 2026:88"),
    ];
    let decided = alex.fill(&format!("{PLAN}/beslut"), &fields).await;
    assert_eq!(decided.status, 303, "{}", decided.text());
    let plan = noa.page(PLAN).await;
    assert!(plan.contains("Beslutad"));
    let to = plan.split("Öppna sidan").next().unwrap();
    let to = link(to.rsplit("href=\"").next().unwrap());
    let public = town.page(&to).await;
    for said in [promise, "§ 88", "EXS 2026:88", "Enhetschef"] {
        assert!(public.contains(said), "{said}: {public}");
    }
    // What is decided is changed by a decision and nothing else.
    let number = to
        .split('/')
        .next_back()
        .unwrap()
        .split('-')
        .next()
        .unwrap();
    let change = noa.page(&format!("/arbete/ataganden/{number}")).await;
    says!(change, "Det här är beslutat", promise);
}

#[tokio::test(flavor = "multi_thread")]
async fn two_people_in_one_row_lose_nothing_and_a_double_click_is_one_row() {
    let town = town().await;
    let roles = [(Role::Contributor, BODY)];
    let (one, two) = (
        Desk::of(&town, "en", &roles).await,
        Desk::of(&town, "tva", &roles).await,
    );
    let path = new(&one.page(PLAN).await, "Åtagande");
    let sent = form(
        &one.page(&path).await,
        &[("text", "Kortare kö till natthjälp")],
    );
    for _ in 0..3 {
        assert_eq!(one.post(&path, &sent).await.status, 303);
    }
    let plan = one.page(PLAN).await;
    assert_eq!(
        plan.matches("<h3>Kortare kö till natthjälp</h3>").count(),
        1
    );
    let row = plan.split("/arbete/ataganden/").nth(1).unwrap();
    let row = format!("/arbete/ataganden/{}", link(row));

    // Back in the browser and on with another text: nothing is written over.
    let again = sent.replace("Kortare", "L%C3%A4ngre");
    let reply = one.post(&path, &again).await;
    assert_eq!(reply.status, 422);
    let page = reply.text();
    says!(
        page,
        "Längre kö till natthjälp",
        "redan sparat som en rad",
        "<p>Kortare kö till natthjälp</p>"
    );
    assert!(page.contains(&format!("href=\"{row}\"")) && !page.contains("Någon annan"));

    let (first, second) = (two.page(&row).await, one.page(&row).await);
    let mine = form(&first, &[("text", "Kön är borta")]);
    assert_eq!(two.post(&row, &mine).await.status, 303);
    let late = one
        .post(&row, &form(&second, &[("text", "Kön är halverad")]))
        .await;
    assert_eq!(late.status, 422);
    let page = late.text();
    assert!(
        page.contains("Kön är borta") && page.contains("Kön är halverad"),
        "{page}"
    );
    // A field at fault does not make them have seen it.
    let faulty = form(&second, &[("text", "Kön är halverad"), ("mangd", "tolv")]);
    let faulty = one.post(&row, &faulty).await.text();
    let again = one
        .post(&row, &form(&faulty, &[("text", "Kön är halverad")]))
        .await;
    assert_eq!(again.status, 422, "written over what was not seen");
    // Having seen both, one may choose.
    let chosen = form(&page, &[("text", "Kön är halverad")]);
    assert_eq!(one.post(&row, &chosen).await.status, 303);
    assert!(two.page(PLAN).await.contains("Kön är halverad"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_break_in_a_line_is_a_space() {
    let town = town().await;
    let me = Desk::of(&town, "en", &[(Role::Contributor, BODY)]).await;
    let path = new(&me.page(PLAN).await, "Åtagande");
    let fields = [
        ("text", "Öppna en\r\nmötesplats"),
        ("villkor", "Alla\tskolor har\nen plan"),
    ];
    assert_eq!(me.fill(&path, &fields).await.status, 303);
    says!(
        me.page(PLAN).await,
        "Öppna en mötesplats",
        "Alla skolor har en plan"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn every_fault_is_told_at_its_field_and_what_was_typed_stands_there() {
    let town = town().await;
    let me = Desk::of(&town, "jag", &[(Role::Contributor, BODY)]).await;
    let path = new(&me.page(PLAN).await, "Åtagande");
    let long = "ä".repeat(301);
    let fields = [
        ("text", long.as_str()),
        ("mangd", "tolv"),
        ("enhet", "platser"),
        ("klart", "nästa vår"),
        (
            "beskrivning",
            "<script>alert(1)</script> \u{202e}bakvänt 👩‍🏫",
        ),
    ];
    let reply = me.fill(&path, &fields).await;
    assert_eq!(reply.status, 422);
    let page = reply.text();
    for said in [
        "Fel:",
        "3 saker behöver rättas",
        "Texten har 301 tecken",
        "”tolv” är inget tal",
        "”nästa vår” är ingen dag",
        "href=\"#mangd\"",
        "id=\"mangd-f\"",
        &long,
        "&lt;script&gt;alert(1)&lt;/script&gt;",
        "👩‍🏫",
    ] {
        assert!(
            page.contains(said)
                || page
                    .replace("&#60;", "&lt;")
                    .replace("&#62;", "&gt;")
                    .contains(said),
            "{said}"
        );
    }
    let ours = page.matches("<script src=\"/static/").count();
    assert!(ours > 0 && page.matches("<script").count() == ours);
    let empty = me.fill(&path, &[("text", " \u{200b} ")]).await;
    assert_eq!(empty.status, 422);
    assert!(empty.text().contains("Skriv en mening"));
    assert!(me.page(PLAN).await.contains("Planen är tom"));
    // Bodies and goals that are nobody's are no choice.
    let odd = [
        ("text", "Ett löfte"),
        ("val", "00000000-0000-0000-0000-000000000001"),
    ];
    let odd = me.fill(&path, &odd).await;
    assert_eq!(odd.status, 422);
    says!(odd.text(), "Ett löfte", "finns inte längre");
    let saved = me.fill(&path, &[("text", "Ett löfte")]).await;
    assert_eq!(saved.status, 303);
    assert!(me.page(PLAN).await.contains("Saknar en koppling"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_decision_is_over_what_was_shown_and_nothing_else() {
    let town = town().await;
    let roles = [(Role::Contributor, BODY), (Role::Approver, BODY)];
    let noa = Desk::of(&town, "namnd", &roles).await;
    let alex = Desk::of(&town, "sekreterare", &[(Role::Registrar, BODY)]).await;
    let path = new(&noa.page(PLAN).await, "Åtagande");
    let goal = choice(&noa.page(&path).await, "Processmål");
    noa.fill(&path, &[("text", "Första löftet"), ("val", &goal)])
        .await;
    assert_eq!(noa.fill_hand_in(PLAN).await, 303);
    let decision = format!("{PLAN}/beslut");
    let shown = alex.page(&decision).await;
    noa.fill(&path, &[("text", "Ett löfte till"), ("val", &goal)])
        .await;
    let fields = [("dag", "2026-10-05"), ("paragraf", "7")];
    let reply = alex.post(&decision, &form(&shown, &fields)).await;
    assert_eq!(reply.status, 422);
    let now = reply.text();
    assert!(now.contains("Planen har ändrats") && now.contains("Ett löfte till"));
    // No paragraph, a meeting to come: each is told, and nothing is recorded.
    let reply = alex
        .post(&decision, &form(&now, &[("dag", "2030-01-01")]))
        .await;
    assert_eq!(reply.status, 422);
    assert!(reply.text().contains("Skriv paragrafen"));
    let signs = [("dag", "2026-10-05"), ("paragraf", "§ §")];
    let reply = alex.post(&decision, &form(&now, &signs)).await;
    assert!(reply.text().contains("Skriv paragrafen"));
    let late = [("dag", "2030-01-01"), ("paragraf", "7")];
    let reply = alex.post(&decision, &form(&now, &late)).await;
    assert_eq!(reply.status, 422, "{}", reply.text());
    let sent = form(&now, &fields);
    assert_eq!(alex.post(&decision, &sent).await.status, 303);
    assert_eq!(
        alex.post(&decision, &sent).await.status,
        303,
        "a double click"
    );
    let other = sent.replace("paragraf=7", "paragraf=8");
    assert_ne!(
        alex.post(&decision, &other).await.status,
        303,
        "other content is not recorded"
    );
    assert_ne!(
        noa.post(&decision, &sent).await.status,
        303,
        "nor by whoever may not"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_is_let_in_without_a_sign_in_and_nothing_typed_is_lost() {
    let town = town().await;
    for path in [
        "/arbete/",
        "/fi/arbete/planer/2027",
        PLAN,
        "/arbete/losenord",
    ] {
        for cookie in ["", "cookie: riktning=\r\n", "cookie: riktning=abc\r\n"] {
            let reply = town.server.get(path, cookie).await;
            assert_eq!(reply.status, 303, "{path}");
            let to = reply.header("location").unwrap().to_owned();
            assert!(to.contains("/logga-in?till="), "{to}");
        }
    }
    let me = Desk::of(&town, "jag", &[(Role::Contributor, BODY)]).await;
    let path = new(&me.page(PLAN).await, "Åtagande");
    let typed = form(
        &me.page(&path).await,
        &[("text", "Det jag \"skrev\" & mer")],
    );
    assert_eq!(me.post("/logga-ut", "").await.status, 303);
    assert_eq!(me.get("/arbete/").await.status, 303);
    let reply = me.post(&path, &typed).await;
    assert_eq!(reply.status, 422);
    let page = reply.text();
    assert!(page.contains("Din inloggning har slutat gälla"), "{page}");
    assert!(page.contains("Det jag &#34;skrev&#34; &#38; mer"), "{page}");
    assert!(me.page_of(PLAN).await, "nothing was written");
    // A form that another site sends is refused before anybody looks at it.
    let evil = format!("{}\r\nsec-fetch-site: cross-site\r\n", "x: y");
    assert_eq!(
        send(&town, "/logga-in", &evil, "login=a&losenord=b")
            .await
            .status,
        403
    );
    // Nor is anybody led away.
    let away = encoded("https://evil.example/arbete/");
    let page = town.page(&format!("/logga-in?till={away}")).await;
    assert!(!page.contains("evil.example"));
}

impl Desk<'_> {
    /// Whether a page asks for a sign-in.
    async fn page_of(&self, path: &str) -> bool {
        self.get(path).await.status == 303
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn wrong_passwords_wait_and_tell_nothing() {
    let town = town().await;
    let me = Desk::of(&town, "jag", &[]).await;
    assert!(me.page("/arbete/").await.contains("men har ingen roll än"));
    let wrong = |login: &str| format!("login={login}&losenord=fel");
    let nobody = send(&town, "/logga-in", "", &wrong("ingen")).await;
    let known = send(&town, "/logga-in", "", &wrong("jag")).await;
    assert_eq!((nobody.status, known.status), (422, 422));
    let same = |page: String| {
        page.replace("value=\"ingen\"", "")
            .replace("value=\"jag\"", "")
    };
    assert_eq!(same(nobody.text()), same(known.text()));
    for _ in 0..4 {
        send(&town, "/logga-in", "", &wrong("jag")).await;
    }
    let waits = send(&town, "/logga-in", "", &wrong("jag")).await.text();
    assert!(waits.contains("För många försök"), "{waits}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_password_of_ones_own_signs_in_again_and_the_old_devices_out() {
    let town = town().await;
    let me = Desk::of(&town, "jag", &[]).await;
    assert!(me.page("/arbete/").await.contains("engångslösenord"));
    let common = "passwordpassword";
    let common = fields([("nytt", common), ("igen", common)]);
    let told = me.post("/arbete/losenord", &common).await;
    assert_eq!(told.status, 422);
    says!(told.text(), "Välj till exempel fyra ord som inte hör ihop.");
    let short = me.post("/arbete/losenord", "nytt=kort&igen=kort").await;
    assert_eq!(short.status, 422);
    assert!(short.text().contains("minst 15 tecken"), "{}", short.text());
    let other = me
        .post("/arbete/losenord", "nytt=en+lang+mening+hit&igen=en+annan")
        .await;
    assert!(other.text().contains("olika"));
    let long = "nytt=en+h%C3%A4st+p%C3%A5+sju+ben&igen=en+h%C3%A4st+p%C3%A5+sju+ben";
    assert_eq!(me.post("/arbete/losenord", long).await.status, 303);
    assert!(!me.page("/arbete/").await.contains("engångslösenord"));
    // Whoever finds the screen unlocked does not know it.
    let mine = me
        .post(
            "/arbete/losenord",
            "nytt=nagot+helt+annat+har&igen=nagot+helt+annat+har",
        )
        .await;
    assert_eq!(mine.status, 422);
    let form = "login=JAG&losenord=en+h%C3%A4st+p%C3%A5+sju+ben&till=/arbete/planer/2027";
    let reply = send(&town, "/logga-in", "", form).await;
    assert_eq!(reply.header("location"), Some("/arbete/planer/2027"));
}
