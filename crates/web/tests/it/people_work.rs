//! People, roles and devices on screen, while the site is served.

use crate::desk::{Desk, body, fields, form, form_to, password, send};
use crate::plan_and_decide::choice;
use crate::town::Town;
use jiff::civil::date;
use riktning_domain::ids::PersonId;
use riktning_domain::permissions::Role;

const PEOPLE: &str = "/arbete/personer";
const GROUP: &str = "kommunkoncernen";
const BODY: &str = "vard-och-omsorgsnamnden";
const PLAN: &str = "/arbete/planer/2027/vard-och-omsorgsnamnden";

async fn town() -> Town {
    Town::on(date(2026, 10, 5)).await
}

async fn administrator<'a>(town: &'a Town, login: &str) -> Desk<'a> {
    Desk::of(town, login, &[(Role::Administrator, GROUP)]).await
}

fn id_of(town: &Town, login: &str) -> PersonId {
    let everybody = town.app.everybody();
    everybody.iter().find(|p| p.login == login).unwrap().id
}

impl Desk<'_> {
    /// Does something on the page of a person.
    async fn does(&self, person: PersonId, given: &[(&str, &str)]) -> crate::house::Reply {
        let form = fields(given.iter().copied());
        self.post(&format!("{PEOPLE}/{person}"), &form).await
    }
}

/// Signs in by a one-time password that a page tells.
async fn signs_in(town: &Town, login: &str, page: &str) -> u16 {
    let password = password(page);
    let form = format!("login={login}&losenord={password}&till=");
    send(town, "/logga-in", "", &form).await.status
}

#[tokio::test(flavor = "multi_thread")]
async fn somebody_new_is_added_given_a_role_let_in_and_barred() {
    let town = town().await;
    let love = administrator(&town, "love").await;
    says!(love.page("/arbete/").await, "href=\"/arbete/personer\"");
    let page = love.page(PEOPLE).await;
    let new = form(
        &page,
        &[("namn", " Ny  Exempel "), ("anvandarnamn", "Ny.E")],
    );
    for _ in 0..2 {
        assert_eq!(love.post(PEOPLE, &new).await.status, 303, "a double click");
    }
    let person = id_of(&town, "ny.e");
    assert_eq!(town.app.everybody().len(), 2);
    for (login, name, said) in [
        ("ny.e", "Annan", "Någon annan loggar in med det namnet"),
        ("ny e", "Annan", "Skriv ett användarnamn"),
        ("annan", " ", "Skriv ett namn"),
    ] {
        let fields = [("namn", name), ("anvandarnamn", login)];
        let other = form(&page, &fields).replace("nyckel", "x");
        let reply = love.post(PEOPLE, &other).await;
        assert_eq!(reply.status, 422);
        says!(reply.text(), said, "Fel:");
    }
    let at = body(&town, BODY).0.to_string();
    let role = [
        ("gor", "ge"),
        ("roll", "role-contributor"),
        ("organ", at.as_str()),
        ("fran", "2026-10-05"),
        ("till", "2026-12-31"),
    ];
    assert_eq!(love.does(person, &role).await.status, 303);
    let page = love.page(&format!("{PEOPLE}/{person}")).await;
    says!(
        page,
        "Ny Exempel",
        "Från 5 oktober 2026 till 31 december 2026",
        "Kan inte logga in"
    );
    let upside_down = [&role[..4], &[("till", "2026-01-01")]].concat();
    let upside_down = love.does(person, &upside_down).await;
    assert_eq!(upside_down.status, 422);
    says!(upside_down.text(), "value=\"2026-01-01\"");
    let empty = love.does(person, &[("gor", "ge")]).await;
    assert_eq!(empty.status, 422);
    says!(empty.text(), "Välj en roll.", "Välj ett organ.");

    let told = love.does(person, &[("gor", "engangslosenord")]).await;
    assert_eq!(
        (told.status, told.header("cache-control")),
        (200, Some("no-store"))
    );
    let told = told.text();
    says!(told, "Kan logga in");
    assert_eq!(signs_in(&town, "ny.e", &told).await, 303);
    assert_eq!(signs_in(&town, "ny.e", &told).await, 422, "it is used up");
    // They are here, and nothing would let them in again.
    let here = "Inloggad med engångslösenord, har inget eget lösenord än";
    let list = love.page(PEOPLE).await;
    let row = list.split("Ny Exempel").nth(1).unwrap();
    says!(row.split("</tr>").next().unwrap(), here);
    says!(love.page(&format!("{PEOPLE}/{person}")).await, here);
    let ny = Desk::of(&town, "annan", &[]).await;
    assert_eq!(ny.get(PLAN).await.status, 404);

    let last = [
        ("gor", "avsluta"),
        ("roll", "role-contributor"),
        ("organ", at.as_str()),
        ("sista", "2026-10-31"),
    ];
    assert_eq!(love.does(person, &last).await.status, 303);
    let page = love.page(&format!("{PEOPLE}/{person}")).await;
    says!(page, "Från 5 oktober 2026 till 31 oktober 2026");

    let told = love
        .does(person, &[("gor", "engangslosenord")])
        .await
        .text();
    assert_eq!(love.does(person, &[("gor", "sparra")]).await.status, 303);
    // Nobody locks themselves out.
    let own = id_of(&town, "love");
    let refused = love.does(own, &[("gor", "sparra")]).await;
    assert_eq!(refused.status, 422);
    says!(refused.text(), "Du kan inte spärra dig själv.");
    assert_eq!(signs_in(&town, "ny.e", &told).await, 422);
    says!(
        love.page(&format!("{PEOPLE}/{person}")).await,
        "Kan inte logga in"
    );
    assert_eq!(love.does(person, &[("gor", "annat")]).await.status, 400);
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_gives_themselves_a_role() {
    let town = town().await;
    let love = administrator(&town, "love").await;
    let me = id_of(&town, "love");
    let page = love.page(&format!("{PEOPLE}/{me}")).await;
    says!(page, "Ingen ger sig själv en roll");
    assert!(!page.contains("value=\"ge\""));
    let at = body(&town, BODY).0.to_string();
    let role = [
        ("gor", "ge"),
        ("roll", "role-contributor"),
        ("organ", at.as_str()),
        ("fran", "2026-10-05"),
    ];
    let position = town.app.position();
    assert_eq!(love.does(me, &role).await.status, 422);
    assert_eq!(town.app.position(), position);
    // Nor by way of somebody whose roles they take over.
    let other = Desk::of(&town, "robin", &[(Role::Contributor, BODY)]).await;
    let robin = id_of(&town, "robin");
    let mine = me.to_string();
    let over = [
        ("gor", "ersatt"),
        ("vem", mine.as_str()),
        ("fran-dag", "2026-10-05"),
    ];
    assert_eq!(love.does(robin, &over).await.status, 422);
    assert_eq!(love.get(PLAN).await.status, 404);
    assert_eq!(other.get(PLAN).await.status, 200);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_deputy_has_the_roles_for_some_days_and_a_successor_for_good() {
    let town = town().await;
    let love = administrator(&town, "love").await;
    let roles = [(Role::Contributor, BODY), (Role::Approver, BODY)];
    let robin = Desk::of(&town, "robin", &roles).await;
    // What a deputy holds for longer already is not cut short.
    let noa = Desk::of(&town, "noa", &[(Role::Approver, BODY)]).await;
    let (of, to) = (id_of(&town, "robin"), id_of(&town, "noa").to_string());
    let stands_in = [
        ("gor", "ersatt"),
        ("vem", to.as_str()),
        ("fran-dag", "2026-10-05"),
        ("till-dag", "2026-10-09"),
    ];
    assert_eq!(love.does(of, &stands_in).await.status, 303);
    let page = love.page(&format!("{PEOPLE}/{to}")).await;
    says!(
        page,
        "Rapportör",
        "Från 5 oktober 2026 till 9 oktober 2026",
        "Från 5 oktober 2026, tills vidare"
    );
    assert!(noa.page(PLAN).await.contains("/nytt?niva="));
    assert!(
        robin.page(PLAN).await.contains("/nytt?niva="),
        "still theirs"
    );

    let alex = Desk::of(&town, "alex", &[]).await;
    let to = id_of(&town, "alex").to_string();
    let backwards = [
        ("gor", "ersatt"),
        ("vem", to.as_str()),
        ("fran-dag", "2026-10-09"),
        ("till-dag", "2026-10-01"),
    ];
    let reply = love.does(of, &backwards).await;
    assert_eq!(reply.status, 422);
    says!(reply.text(), "Sista dagen kommer före den första.");
    let position = town.app.position();
    let over = [
        ("gor", "ersatt"),
        ("vem", to.as_str()),
        ("fran-dag", "2026-10-06"),
    ];
    assert_eq!(love.does(of, &over).await.status, 303);
    assert_eq!(town.app.position(), position + 4, "two given, two ended");
    says!(
        love.page(&format!("{PEOPLE}/{of}")).await,
        "Från 5 oktober 2026 till 5 oktober 2026"
    );
    says!(
        love.page(&format!("{PEOPLE}/{to}")).await,
        "Från 6 oktober 2026, tills vidare"
    );
    assert_eq!(alex.get(PLAN).await.status, 404, "not before the day");
    let nothing = love.does(id_of(&town, "love"), &over).await;
    assert_eq!(
        nothing.status, 303,
        "an administrator's own roles are passed on too"
    );
    let ended = [
        ("gor", "ersatt"),
        ("vem", to.as_str()),
        ("fran-dag", "2026-11-01"),
    ];
    let nothing = love.does(of, &ended).await;
    assert_eq!(nothing.status, 422);
    says!(
        nothing.text(),
        "Personen har ingen roll de dagarna och är inte ansvarig för någon rad."
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_name_is_erased_and_every_page_still_stands() {
    let town = town().await;
    let love = administrator(&town, "love").await;
    let roles = [(Role::Contributor, BODY), (Role::Approver, BODY)];
    let robin = Desk::of(&town, "robin.raderas", &roles).await;
    let colleague = Desk::of(&town, "noa", &roles).await;
    let page = robin.page(PLAN).await;
    let path = page.split("/nytt?niva=").nth(1).unwrap();
    let path = format!("{PLAN}/nytt?niva={}", path.split('"').next().unwrap());
    let goal = choice(&robin.page(&path).await, "Processmål");
    let fields = [("text", "Ett löfte"), ("val", goal.as_str())];
    assert_eq!(robin.fill(&path, &fields).await.status, 303);
    let page = robin.page(PLAN).await;
    let (to, own) = form_to(&page, "/lamna-in");
    let own = form(&format!("<main<form{own}"), &[]);
    let sent = robin.post(&to, &own).await;
    assert_eq!(sent.status, 303);
    let pages = [
        "/",
        "/andringar",
        "/namnder/vard-och-omsorgsnamnden",
        "/2024-2027/arsplan/2026",
    ];
    let mut before = Vec::new();
    for path in pages {
        before.push(town.server.get(path, "").await.status);
    }

    let person = id_of(&town, "robin.raderas");
    let unsure = love.does(person, &[("gor", "radera")]).await;
    assert_eq!(unsure.status, 422);
    says!(unsure.text(), "Ja, radera namnet för alltid");
    let sure = [("gor", "radera"), ("saker", "1")];
    let me = love.does(id_of(&town, "love"), &sure).await;
    says!(me.text(), "Du kan inte radera dig själv.");
    assert_eq!(love.does(person, &sure).await.status, 303);

    assert_eq!(robin.get("/arbete/").await.status, 303, "signed out");
    assert!(
        !town
            .app
            .everybody()
            .iter()
            .any(|p| p.name.contains("raderas"))
    );
    for path in ["/arbete/", "/arbete/planer/2027", PLAN] {
        assert!(!colleague.page(path).await.contains("raderas"), "{path}");
    }
    says!(colleague.page(PLAN).await, "Ett löfte", "Inlämnad");
    assert!(!love.page(PEOPLE).await.contains("raderas"));
    assert_eq!(love.get(&format!("{PEOPLE}/{person}")).await.status, 404);
    for (path, before) in pages.iter().zip(before) {
        assert_eq!(town.server.get(path, "").await.status, before, "{path}");
    }
}

/// What a form calls the devices of a page, in the order in which they stand there.
fn devices(page: &str) -> Vec<String> {
    let parts = page.split("name=\"enhet\" value=\"").skip(1);
    let ids = parts.map(|rest| rest.split('"').next().unwrap().to_owned());
    ids.filter(|id| id != "andra").collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn devices_are_listed_and_ended_by_their_owner_and_nobody_else() {
    const ACCOUNT: &str = "/arbete/konto";
    const DEVICES: &str = "/arbete/konto/enheter";
    let town = town().await;
    let me = Desk::of(&town, "jag", &[]).await;
    let long = "nytt=en+h%C3%A4st+p%C3%A5+sju+ben&igen=en+h%C3%A4st+p%C3%A5+sju+ben";
    assert_eq!(me.post("/arbete/losenord", long).await.status, 303);
    let agent = "user-agent: Mozilla/5.0 (X11; Linux x86_64) Gecko/20100101 Firefox/140.0\r\n";
    let mut cookies = Vec::new();
    for _ in 0..3 {
        let form = "login=jag&losenord=en+h%C3%A4st+p%C3%A5+sju+ben&till=";
        let reply = send(&town, "/logga-in", agent, form).await;
        let cookie = reply.header("set-cookie").unwrap();
        cookies.push(format!("cookie: {}\r\n", cookie.split(';').next().unwrap()));
    }
    let page = me.page(ACCOUNT).await;
    says!(page, "Den här enheten", "Firefox, Linux");
    let own = devices(&page);
    assert_eq!(own.len(), 4);

    // Somebody else's id is nobody's.
    let other = Desk::of(&town, "annan", &[]).await;
    let taken = format!("enhet={}", own[1]);
    assert_eq!(other.post(DEVICES, &taken).await.status, 303);
    assert_eq!(devices(&me.page(ACCOUNT).await).len(), 4);
    assert_eq!(devices(&other.page(ACCOUNT).await).len(), 1);

    assert_eq!(me.post(DEVICES, &taken).await.status, 303);
    assert_eq!(devices(&me.page(ACCOUNT).await).len(), 3);
    let mut still_in = 0;
    for cookie in &cookies {
        still_in += usize::from(town.server.get(ACCOUNT, cookie).await.status == 200);
    }
    assert_eq!(still_in, 2, "what is ended is ended at once");
    assert_eq!(me.post(DEVICES, "enhet=andra").await.status, 303);
    assert_eq!(devices(&me.page(ACCOUNT).await), [own[0].clone()]);
    for cookie in &cookies {
        assert_eq!(town.server.get(ACCOUNT, cookie).await.status, 303);
    }
    // Whoever ends their own is signed out.
    let ended = me.post(DEVICES, &format!("enhet={}", own[0])).await;
    assert_eq!(ended.header("location"), Some("/logga-in"));
    assert_eq!(me.get(ACCOUNT).await.status, 303);
}
