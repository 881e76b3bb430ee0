//! The public site's own work: an editor publishes a notice and takes it down, and reads what
//! residents answered.

use crate::desk::{Desk, form, send, standing};
use crate::town::Town;
use jiff::civil::date;
use riktning_domain::permissions::Role;

const SITE: &str = "/arbete/webbplats";
const NEW: &str = "/arbete/webbplats/driftinformation/ny";
const TITLE: &str = "E-posten till skolorna står stilla";

async fn town() -> Town {
    Town::on(date(2026, 10, 5)).await
}

async fn editor<'a>(town: &'a Town, login: &str) -> Desk<'a> {
    Desk::of(town, login, &[(Role::Editor, "kommunkoncernen")]).await
}

/// The fields of a notice that is whole.
fn whole() -> Vec<(&'static str, &'static str)> {
    vec![
        ("allvar", "kris"),
        ("rubrik-sv", TITLE),
        ("text-sv", "Ring skolan i stället."),
        ("beror-sv", "hotmail.com\r\nlive.com\r\n"),
        ("satt-sv", "telefon 000-00 00 00"),
        ("rubrik-fi", "Koulujen sähköposti ei toimi"),
        ("beror-fi", "hotmail.com-osoitteet\r\nlive.com-osoitteet"),
    ]
}

/// The address of the form of the notice with a heading, as the editor's page leads to it.
fn form_of(page: &str, title: &str) -> String {
    let before = page.split(&format!("\">{title}</a>")).next().unwrap();
    before.rsplit("href=\"").next().unwrap().to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_notice_is_published_changed_and_taken_down() {
    let town = town().await;
    let sam = editor(&town, "webb").await;
    says!(sam.page("/arbete/").await, "href=\"/arbete/webbplats\"");
    let saved = sam.fill(NEW, &whole()).await;
    assert_eq!(saved.status, 303, "{}", saved.text());
    assert_eq!(
        saved.header("location"),
        Some("/arbete/webbplats?gjort=publicerad")
    );
    for (page, title) in [
        ("/", TITLE),
        ("/kontakt", TITLE),
        ("/fi/vision", "Koulujen sähköposti ei toimi"),
        ("/driftinformation", "hotmail.com, live.com"),
    ] {
        let reply = town.server.get(page, "").await;
        if !title.is_empty() {
            says!(reply.text(), title);
        }
    }
    let page = sam.page(&format!("{SITE}?gjort=publicerad")).await;
    says!(page, "Publicerat.", "Kris · visas nu · inte översatt");
    // Its form has what it says, and another word takes its place.
    let at = form_of(&page, TITLE);
    let page = sam.page(&at).await;
    says!(page, "value=\"kris\" checked", "hotmail.com\nlive.com");
    says!(page, "value=\"Koulujen sähköposti ei toimi\"");
    let mut fields = whole();
    fields[1] = ("rubrik-sv", "E-posten till skolorna går igen");
    assert_eq!(sam.fill(&at, &fields).await.status, 303);
    let start = town.page("/").await;
    says!(start, "E-posten till skolorna går igen");
    assert!(!start.contains(TITLE));
    for _ in 0..2 {
        let ended = sam.post(&format!("{at}/ta-ner"), "").await;
        assert_eq!(ended.status, 303);
    }
    assert!(!town.page("/").await.contains("går igen"));
    let page = sam.page(&format!("{SITE}?gjort=nedtagen")).await;
    says!(page, "nedtaget", "visas inte längre", "går igen");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_site_is_the_editors_and_nobody_elses() {
    let town = town().await;
    let sam = editor(&town, "webb").await;
    assert_eq!(sam.fill(NEW, &whole()).await.status, 303);
    let at = form_of(&sam.page(SITE).await, TITLE);
    let others = [
        (Role::Strategist, "kommunkoncernen"),
        (Role::Administrator, "kommunkoncernen"),
        (Role::Contributor, "kommunstyrelsen"),
        (Role::Registrar, "kommunstyrelsen"),
    ];
    let other = Desk::of(&town, "annan", &others).await;
    let position = town.app.position();
    assert!(!other.page("/arbete/").await.contains(SITE));
    let sent = form(&sam.page(NEW).await, &whole());
    for path in [SITE, NEW, &at, "/arbete/webbplats/svar"] {
        assert_eq!(other.get(path).await.status, 404, "{path}");
    }
    for path in [NEW, &at, &format!("{at}/ta-ner")] {
        assert_eq!(other.post(path, &sent).await.status, 404, "{path}");
    }
    // Whoever is nobody signs in first, with all that was typed.
    let reply = send(&town, NEW, "", &sent).await;
    says!(reply.text(), "Det du skrev finns kvar", TITLE);
    assert_eq!(town.app.position(), position);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_wrong_is_said_at_its_field_and_nothing_typed_is_lost() {
    let town = town().await;
    let sam = editor(&town, "webb").await;
    let position = town.app.position();
    let long = "å".repeat(2_001);
    let lines = "rad\n".repeat(21);
    let fields = [
        ("allvar", "katastrof"),
        ("rubrik-en", "<script>alert(1)</script>"),
        ("text-sv", long.as_str()),
        ("beror-sv", "hotmail.com"),
        ("beror-fi", "hotmail.com\nlive.com"),
        ("satt-sv", &lines),
        ("fran", "2026-03-29T02:30"),
        ("till", "på tisdag"),
        ("lank", "https://exempel.invalid/"),
    ];
    let reply = sam.fill(NEW, &fields).await;
    assert_eq!(reply.status, 422);
    let page = reply.text();
    says!(
        page,
        "Välj hur allvarligt det är.",
        "Skriv det på svenska också."
    );
    says!(
        page,
        "Texten har 2",
        "Skriv lika många rader som på svenska: 1."
    );
    says!(page, "Skriv högst 20.", "från 02.00 till 03.00");
    says!(
        page,
        "”på tisdag” är ingen dag med klockslag",
        "Skriv vad länken ska heta."
    );
    says!(page, "value=\"&#60;script&#62;alert(1)&#60;/script&#62;\"");
    says!(
        page,
        &long,
        "value=\"2026-03-29T02:30\"",
        "value=\"på tisdag\""
    );
    // A rule's own answer stands at its field too.
    let mut fields = whole();
    fields.extend([("fran", "2026-10-06 12:00"), ("till", "2026-10-06T11.00")]);
    let reply = sam.fill(NEW, &fields).await;
    assert_eq!(reply.status, 422);
    says!(
        reply.text(),
        "<a href=\"#till\">",
        "value=\"2026-10-06T11.00\""
    );
    // To look at it is not to publish it.
    let mut fields = whole();
    fields.push(("granska", "1"));
    let reply = sam.fill(NEW, &fields).await;
    assert_eq!(reply.status, 200);
    says!(
        reply.text(),
        "Så här ser det ut för invånarna",
        "lang=\"fi\""
    );
    assert_eq!(town.app.position(), position);
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_editors_none_writes_over_the_other_unseen_and_a_double_click_is_one() {
    let town = town().await;
    let (sam, mika) = (editor(&town, "webb").await, editor(&town, "webb2").await);
    let sent = form(&sam.page(NEW).await, &whole());
    let before = town.app.position();
    for _ in 0..3 {
        assert_eq!(sam.post(NEW, &sent).await.status, 303);
    }
    assert_eq!(town.app.position(), before + 1);
    let at = form_of(&sam.page(SITE).await, TITLE);
    let opened = mika.page(&at).await;
    let with = |title: &'static str| {
        let mut fields = whole();
        fields[1] = ("rubrik-sv", title);
        fields
    };
    assert_eq!(sam.fill(&at, &with("Sams rubrik")).await.status, 303);
    let reply = mika.post(&at, &form(&opened, &with("Mikas rubrik"))).await;
    assert_eq!(reply.status, 422);
    let page = reply.text();
    says!(
        page,
        "Det här står på webbplatsen nu",
        "Sams rubrik",
        "value=\"Mikas rubrik\""
    );
    says!(town.page("/").await, "Sams rubrik");
    // Having seen both they may say it again.
    let again = form(&page, &with("Mikas rubrik"));
    assert_eq!(mika.post(&at, &again).await.status, 303);
    says!(town.page("/").await, "Mikas rubrik");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_residents_answered_is_read_by_page() {
    let town = town().await;
    let sam = editor(&town, "webb").await;
    says!(
        sam.page("/arbete/webbplats/svar").await,
        "Ingen har svarat än."
    );
    for (page, answer, comment) in [
        ("%2Fvision", "ja", ""),
        (
            "%2Ffi%2Fvision%3Fper%3D2018-02-07",
            "nej",
            "Miss%C3%A4+%3Cscript%3E%3F",
        ),
        ("%2Fkontakt", "ja", ""),
    ] {
        let reply = send(&town, "/tack", "", &format!("svar={answer}&sida={page}")).await;
        let thanks = reply.header("location").unwrap().to_owned();
        if !comment.is_empty() {
            let reply = send(&town, &thanks, "", &format!("text={comment}")).await;
            assert_eq!(reply.status, 303, "{}", reply.text());
        }
    }
    let page = sam.page("/arbete/webbplats/svar").await;
    says!(
        page,
        "1 av 2 fick hjälp av sidan",
        "1 av 1 fick hjälp av sidan"
    );
    says!(page, "<blockquote>Missä &#60;script&#62;?</blockquote>");
    says!(page, "/fi/vision?per=2018-02-07", "href=\"/kontakt\"");
    assert!(page.find(">/vision<") < page.find(">/kontakt<"));
}

/// The address that a link on a page leads to, by what it says.
fn link(page: &str, says: &str) -> String {
    let before = page.split(&format!("\">{says}")).next().unwrap();
    before.rsplit("href=\"").next().unwrap().to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn hours_and_days_that_differ_are_set_and_stand_on_the_contact_page() {
    let town = town().await;
    let (sam, mika) = (editor(&town, "webb").await, editor(&town, "webb2").await);
    let offices = "/arbete/webbplats/kontakt";
    let page = sam.page(offices).await;
    let (hours, days) = (link(&page, "Ändra Telefontid"), link(&page, "Andra tider"));
    let page = sam.page(&hours).await;
    says!(
        page,
        "name=\"mandag\" value=\"07.30–17.00\"",
        "name=\"lordag\" value=\"\""
    );
    let week = [
        ("mandag", "8–12, 13:00-16.30"),
        ("tisdag", "8.00–12.00, 13.00–16.30"),
        ("onsdag", ""),
        ("torsdag", "stängt"),
        ("fredag", "09.00–15.00"),
        ("fore", "Stängt"),
        ("fran", "2026-10-05"),
    ];
    let opened = mika.page(&hours).await;
    assert_eq!(sam.fill(&hours, &week).await.status, 303);
    let contact = town.page("/kontakt").await;
    says!(contact, "Måndag–tisdag", "13.00–16.30", "09.00–15.00");
    // Who opened the form before sees both, and nothing that they typed is lost.
    let mut other = week;
    other[0].1 = "10.00–11.00";
    let reply = mika.post(&hours, &form(&opened, &other)).await;
    assert_eq!(reply.status, 422);
    says!(
        reply.text(),
        "De här tiderna gäller nu",
        "value=\"10.00–11.00\""
    );
    // Days that differ, with a fault first.
    let mut wrong = vec![
        ("galler", "telefon"),
        ("fran", "2026-10-30"),
        ("till", "2026-10-29"),
    ];
    wrong.extend([("tider", "nio till tolv"), ("skal-sv", "")]);
    let position = town.app.position();
    let reply = sam.fill(&days, &wrong).await;
    assert_eq!(reply.status, 422);
    says!(
        reply.text(),
        "”nio till tolv” är inga tider",
        "Skriv varför, på svenska."
    );
    wrong[3] = ("tider", "9–12");
    wrong[4] = ("skal-sv", "Utbildningsdag");
    let reply = sam.fill(&days, &wrong).await;
    says!(reply.text(), "<a href=\"#till\">", "value=\"9–12\"");
    assert_eq!((reply.status, town.app.position()), (422, position));
    // Neither days that have been nor a closing of seventy years.
    for (from, to, why) in [
        ("2020-10-30", "", "De dagarna har redan varit."),
        ("2026-12-07", "2099-12-07", "Det är mer än ett år."),
    ] {
        let mut odd = wrong.clone();
        (odd[1], odd[2]) = (("fran", from), ("till", to));
        let reply = sam.fill(&days, &odd).await;
        assert_eq!((reply.status, town.app.position()), (422, position));
        says!(reply.text(), why);
    }
    wrong[2] = ("till", "");
    for _ in 0..2 {
        assert_eq!(sam.fill(&days, &wrong).await.status, 303);
    }
    assert_eq!(town.app.position(), position + 1);
    says!(town.page("/kontakt").await, "Utbildningsdag", "09.00–12.00");
    says!(sam.page(offices).await, "Utbildningsdag");
    // Said by mistake: taken back, by a double click too, and told of no more.
    let page = sam.page(&days).await;
    says!(page, "Det som är sagt", "(Utbildningsdag). Telefontid.");
    let button = "gor=ta-bort&galler=telefon&fran=2026-10-30&till=2026-10-30";
    for _ in 0..2 {
        let reply = sam.post(&days, button).await;
        let back = sam.page(reply.header("location").unwrap()).await;
        says!(back, "Borttaget. Nu gäller veckans tider");
        assert!(!back.contains("Utbildningsdag"));
    }
    assert_eq!(town.app.position(), position + 2);
    assert!(!town.page("/kontakt").await.contains("Utbildningsdag"));
    let never = sam.post(&days, &button.replace("-30", "-29")).await;
    assert_eq!(never.status, 422);
    says!(never.text(), "dagar med andra tider som inte finns");
    let odd = sam.post(&days, "gor=ta-bort&fran=i+morgon").await;
    assert_eq!(odd.status, 404);
    let strategist = [(Role::Strategist, "kommunkoncernen")];
    let other = Desk::of(&town, "annan", &strategist).await;
    for path in [offices, &hours, &days] {
        assert_eq!(other.get(path).await.status, 404, "{path}");
    }
    for path in [&hours, &days] {
        let sent = form(&sam.page(path).await, &week);
        assert_eq!(other.post(path, &sent).await.status, 404, "{path}");
    }
    assert_eq!(sam.get(&hours.replace("telefon", "fax")).await.status, 404);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_core_values_are_the_editors_and_no_other_topic_is() {
    let town = town().await;
    let sam = editor(&town, "webb").await;
    says!(sam.page(SITE).await, "href=\"/arbete/malmodell/amnen\"");
    let topics = "/arbete/malmodell/amnen";
    let page = sam.page(topics).await;
    says!(page, "<h1>Organisationens värden</h1>");
    assert!(!page.contains("amnen/processer") && !page.contains("amnen/perspektiv"));
    let new = format!("{topics}/karnvarden");
    let fields = [("namn", "Nyfikenhet"), ("engelska", "Curiosity")];
    let saved = sam
        .post(&new, &standing(&sam.page(&new).await, &fields))
        .await;
    assert_eq!(saved.status, 303, "{}", saved.text());
    says!(town.page("/varden").await, "Nyfikenhet");
    says!(town.page("/en/varden").await, "Curiosity");
    let page = sam.page(topics).await;
    let before = page.split(">Nyfikenhet</a>").next().unwrap();
    let at = before
        .rsplit("href=\"")
        .next()
        .unwrap()
        .split('"')
        .next()
        .unwrap();
    let said = [("namn", "Nyfikenhet och mod")];
    let saved = sam.post(at, &standing(&sam.page(at).await, &said)).await;
    assert_eq!(saved.status, 303, "{}", saved.text());
    says!(town.page("/varden").await, "Nyfikenhet och mod");
    for other in ["processer", "perspektiv"] {
        let new = format!("{topics}/{other}");
        assert_eq!(sam.get(&new).await.status, 404, "{other}");
        let sent = sam
            .post(&new, "namn=Ny&nyckel=7f1d0c3e-0000-4000-8000-000000000001")
            .await;
        assert_eq!(sent.status, 404, "{other}");
    }
    assert_eq!(sam.get("/arbete/malmodell").await.status, 404);
}
