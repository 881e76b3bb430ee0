//! Pages that an editor writes, who answers for each page, and what is pointed at while they write.

use crate::desk::{Desk, form};
use crate::town::Town;
use jiff::civil::date;
use riktning_app::proofread::Dictionary;
use riktning_domain::permissions::Role;

const PAGES: &str = "/arbete/webbplats/sidor";
const NEW: &str = "/arbete/webbplats/sidor/ny";
const OWNER: &str = "/arbete/webbplats/ansvar";
const SITE: &str = "/sidor/sa-overklagar-du";

async fn town() -> Town {
    Town::on(date(2026, 10, 5)).await
}

async fn editor<'a>(town: &'a Town, login: &str) -> Desk<'a> {
    Desk::of(town, login, &[(Role::Editor, "kommunkoncernen")]).await
}

fn whole() -> Vec<(&'static str, &'static str)> {
    vec![
        ("rubrik-sv", "Så överklagar du"),
        (
            "text-sv",
            "# Steg för steg\n\nSkriv till [oss](/kontakt).\n\n<script>alert(1)</script>",
        ),
        ("rubrik-en", "How to appeal"),
        ("roll-sv", "kommunjurist"),
        ("ses-over", "2026-10-20"),
    ]
}

fn with<'a>(changes: &[(&'static str, &'a str)]) -> Vec<(&'static str, &'a str)> {
    let kept = whole().into_iter();
    let kept = kept.filter(|(name, _)| !changes.iter().any(|(own, _)| own == name));
    kept.chain(changes.iter().copied()).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_is_written_looked_at_published_changed_and_taken_down() {
    let town = town().await;
    let sam = editor(&town, "webb").await;
    let before = town.app.position();
    let look = sam.fill(NEW, &with(&[("granska", "1")])).await;
    assert_eq!((look.status, town.app.position()), (200, before));
    says!(
        look.text(),
        "Så här ser det ut för invånarna",
        "<h2>Steg för steg</h2>"
    );
    says!(
        look.text(),
        "&lt;script&gt;alert(1)&lt;/script&gt;",
        "lang=\"en\""
    );
    let sent = form(&sam.page(NEW).await, &whole());
    for _ in 0..2 {
        let saved = sam.post(NEW, &sent).await;
        let to = Some("/arbete/webbplats/sidor/sa-overklagar-du?gjort=publicerad");
        assert_eq!(saved.header("location"), to, "{}", saved.text());
    }
    // The page, and who answers for it.
    assert_eq!(town.app.position(), before + 2);
    let page = town.page(SITE).await;
    says!(
        page,
        "<h1>Så överklagar du</h1>",
        "<h2>Steg för steg</h2>",
        "<a href=\"/kontakt\">oss</a>"
    );
    assert!(!page.contains("<script>alert"));
    // In English its heading is translated and its text is not.
    let english = town.page(&format!("/en{SITE}")).await;
    says!(english, "How to appeal", "in Swedish only", "lang=\"sv\"");
    says!(town.page("/sidor/").await, "Så överklagar du");
    // It is found, and told as new, as everything that is published.
    let found = town.page("/sok?q=steg+f%C3%B6r+steg").await;
    says!(found, "href=\"/sidor/sa-overklagar-du\"");
    let told = town.page("/andringar").await;
    says!(told, "href=\"/sidor/sa-overklagar-du\"");
    says!(town.page("/").await, "href=\"/sidor/\"");
    let list = sam.page(PAGES).await;
    says!(list, "inte översatt", "kommunjurist", "Sidor att se över");
    says!(
        sam.page("/arbete/webbplats").await,
        "Ska ses över senast 20 oktober 2026"
    );
    let at = "/arbete/webbplats/sidor/sa-overklagar-du";
    let form_page = sam.page(at).await;
    says!(
        form_page,
        "value=\"Så överklagar du\"",
        "value=\"2026-10-20\""
    );
    let changed = with(&[("rubrik-sv", "Överklaga"), ("ses-over", "2027-10-20")]);
    assert_eq!(sam.post(at, &form(&form_page, &changed)).await.status, 303);
    // The address stays: others have linked to it.
    says!(town.page(SITE).await, "<h1>Överklaga</h1>");
    assert!(
        !sam.page("/arbete/webbplats")
            .await
            .contains("Ska ses över senast 20 oktober")
    );
    let down = with(&[("gor", "ta-ner")]);
    assert_eq!(sam.fill(at, &down).await.status, 303);
    // Others have linked to it: its address tells what became of it, and no list leads there.
    says!(
        town.page(SITE).await,
        "<h1>Så överklagar du</h1>",
        "Den här sidan togs ner den 5 oktober 2026."
    );
    for lists in ["/sidor/", "/sok?q=steg+f%C3%B6r+steg"] {
        let page = town.page(lists).await;
        assert!(!page.contains("\"/sidor/sa-overklagar-du\""), "{lists}");
    }
    // Before it was written it was not there yet, and what never was is nowhere.
    let before = town.page(&format!("{SITE}?per=2026-10-04")).await;
    says!(
        before,
        "Den här sidan fanns inte än. Den skrevs den 5 oktober 2026."
    );
    assert_eq!(
        town.server.get("/sidor/aldrig-skriven", "").await.status,
        404
    );
    says!(sam.page(PAGES).await, "nedtagen");
    let history = sam.page("/arbete/historik/sidor/sa-overklagar-du").await;
    says!(history, "Egen sida skriven", "Överklaga", "webb Exempel");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_wrong_stands_at_its_field_and_of_two_editors_none_writes_over_the_other() {
    let town = town().await;
    let (sam, mika) = (editor(&town, "webb").await, editor(&town, "webb2").await);
    let position = town.app.position();
    let long = "å".repeat(20_001);
    let wrong = [
        ("rubrik-en", "Only English"),
        ("text-sv", long.as_str()),
        ("ses-over", "snart"),
    ];
    let reply = sam.fill(NEW, &wrong).await;
    assert_eq!((reply.status, town.app.position()), (422, position));
    says!(
        reply.text(),
        "Skriv det på svenska också.",
        "Texten har 20",
        "Välj vem som ansvarar"
    );
    says!(
        reply.text(),
        "value=\"Only English\"",
        "value=\"snart\"",
        &long
    );
    assert_eq!(sam.fill(NEW, &whole()).await.status, 303);
    let at = "/arbete/webbplats/sidor/sa-overklagar-du";
    let opened = mika.page(at).await;
    let hers = with(&[("rubrik-sv", "Sams rubrik")]);
    assert_eq!(sam.fill(at, &hers).await.status, 303);
    let mine = with(&[("rubrik-sv", "Mikas rubrik")]);
    let reply = mika.post(at, &form(&opened, &mine)).await;
    assert_eq!(reply.status, 422);
    says!(
        reply.text(),
        "Någon annan har ändrat sidan",
        "<strong>Sams rubrik</strong>",
        "value=\"Mikas rubrik\""
    );
    assert_eq!(mika.post(at, &form(&reply.text(), &mine)).await.status, 303);
    says!(town.page(SITE).await, "<h1>Mikas rubrik</h1>");
}

#[tokio::test(flavor = "multi_thread")]
async fn who_answers_for_a_page_is_said_and_not_of_one_that_is_nowhere() {
    let town = town().await;
    let (sam, mika) = (editor(&town, "webb").await, editor(&town, "webb2").await);
    let at = format!("{OWNER}?sida=%2Fkontakt");
    let (hers, theirs) = (sam.page(&at).await, mika.page(&at).await);
    let fields = |role: &'static str| {
        [
            ("sida", "/kontakt"),
            ("roll-sv", role),
            ("ses-over", "2026-10-01"),
        ]
    };
    let saved = sam.post(OWNER, &form(&hers, &fields("kontaktchef"))).await;
    assert_eq!(saved.status, 303, "{}", saved.text());
    let reply = mika.post(OWNER, &form(&theirs, &fields("webbchef"))).await;
    assert_eq!(reply.status, 422);
    says!(
        reply.text(),
        "Någon annan har ändrat",
        "kontaktchef",
        "value=\"webbchef\""
    );
    assert_eq!(
        mika.post(OWNER, &form(&reply.text(), &fields("webbchef")))
            .await
            .status,
        303
    );
    says!(
        sam.page("/arbete/webbplats").await,
        "Skulle ha setts över 1 oktober 2026"
    );
    let before = town.app.position();
    for (path, why) in [
        ("/finns-inte", "Det finns ingen sådan sida"),
        ("kontakt", "Det finns ingen sådan sida"),
    ] {
        let reply = sam
            .post(
                OWNER,
                &form(&sam.page(&at).await, &[("sida", path), ("roll-sv", "chef")]),
            )
            .await;
        assert_eq!((reply.status, town.app.position()), (422, before), "{path}");
        says!(reply.text(), why);
    }
    let nobody = sam
        .post(OWNER, &form(&sam.page(&at).await, &[("sida", "/kontakt")]))
        .await;
    says!(nobody.text(), "Välj vem som ansvarar, eller skriv en roll.");
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_who_press_at_once_one_is_told_what_the_other_wrote() {
    let town = town().await;
    let (sam, mika) = (editor(&town, "webb").await, editor(&town, "webb2").await);
    assert_eq!(sam.fill(NEW, &whole()).await.status, 303);
    let at = "/arbete/webbplats/sidor/sa-overklagar-du";
    for round in 0..8 {
        let shown = sam.page(at).await;
        let title = |who: &str| format!("{who} {round}");
        let sent = |who: &str| {
            let title = title(who);
            let other = whole().into_iter().filter(|(name, _)| *name != "rubrik-sv");
            let fields = other.chain([("rubrik-sv", title.as_str())]);
            form(&shown, &fields.collect::<Vec<_>>())
        };
        let (one, other) = (sent("Sam"), sent("Mika"));
        let (one, other) = tokio::join!(sam.post(at, &one), mika.post(at, &other));
        let mut both = [one.status, other.status];
        both.sort_unstable();
        assert_eq!(both, [303, 422], "round {round}");
        let (told, typed, stands) = match one.status {
            422 => (one, title("Sam"), title("Mika")),
            _ => (other, title("Mika"), title("Sam")),
        };
        says!(told.text(), &typed, &stands);
        says!(town.page(SITE).await, &format!("<h1>{stands}</h1>"));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_reader_would_stumble_over_is_pointed_at_and_blocks_nothing() {
    let town = town().await;
    let sam = editor(&town, "webb").await;
    let text = "Det här stycket står två gånger.\n\nLäs [mer](/finns-inte) eller [ring](/kontakt).\n\n\
                Det här stycket står två gånger.";
    let odd = with(&[("text-sv", text), ("granska", "1")]);
    let look = sam.fill(NEW, &odd).await;
    assert_eq!(look.status, 200);
    says!(look.text(), "ingen svensk ordlista installerad");
    // An invented dictionary: of all these words it knows four.
    let rules = "SET UTF-8\n";
    let words = "4\ndet\nhär\nstår\ngånger\n";
    town.app.teach(Dictionary::of(rules, words).unwrap());
    let look = sam.fill(NEW, &odd).await;
    says!(
        look.text(),
        "Finns inte i ordlistan: stycket, två, Läs, mer, eller, ring"
    );
    assert!(!look.text().contains("ingen svensk ordlista"));
    says!(
        look.text(),
        "Stycket står två gånger",
        "leder ingenstans på webbplatsen: /finns-inte"
    );
    assert!(!look.text().contains("webbplatsen: /kontakt"));
    // However many links there are, and however often one stands: each is followed once, some of them not.
    let many: Vec<_> = (0..60).map(|n| format!("[a](/finns-inte-{n})")).collect();
    let many = format!(
        "{} {}",
        vec!["[b](/kontakt)"; 500].join(" "),
        many.join(" ")
    );
    let look = sam
        .fill(NEW, &with(&[("text-sv", &many), ("granska", "1")]))
        .await;
    says!(
        look.text(),
        "Bara de första 50 länkarna i texten är kontrollerade.",
        "webbplatsen: /finns-inte-48"
    );
    assert!(!look.text().contains("webbplatsen: /finns-inte-49"));
    let saved = sam.fill(NEW, &with(&[("text-sv", text)])).await;
    assert_eq!(saved.status, 303);
    let page = sam.page("/arbete/webbplats/sidor/sa-overklagar-du").await;
    says!(
        page,
        "saker att titta på",
        "leder ingenstans på webbplatsen: /finns-inte"
    );
    // A long sentence of a notice is pointed at when it has been published.
    let long = vec!["ord"; 30].join(" ");
    let notice = [
        ("allvar", "information"),
        ("rubrik-sv", "Telefonen"),
        ("text-sv", long.as_str()),
    ];
    let saved = sam
        .fill("/arbete/webbplats/driftinformation/ny", &notice)
        .await;
    let to = saved.header("location").unwrap().to_owned();
    assert!(to.contains("&titta="), "{to}");
    let page = sam.page(&to).await;
    says!(page, "Publicerat.", "att titta på");
    let form = page.split("att titta på").nth(1).unwrap();
    let form = form
        .split("href=\"")
        .nth(1)
        .unwrap()
        .split('"')
        .next()
        .unwrap();
    says!(sam.page(form).await, "Lång mening, 30 ord");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_office_is_added_and_moves_from_a_day() {
    let town = town().await;
    let (sam, mika) = (editor(&town, "webb").await, editor(&town, "webb2").await);
    let new = "/arbete/webbplats/kontakt/nytt";
    let before = town.app.position();
    let wrong = [
        ("namn-sv", ""),
        ("namn-fi", "Itäinen toimipiste"),
        ("telefon", "ring oss"),
        ("fran", "på måndag"),
    ];
    let reply = sam.fill(new, &wrong).await;
    assert_eq!((reply.status, town.app.position()), (422, before));
    says!(
        reply.text(),
        "Skriv vad kontoret heter",
        "”på måndag” är ingen dag",
        "value=\"ring oss\""
    );
    let office = [
        ("namn-sv", "Östra kontoret"),
        ("namn-fi", "Itäinen toimipiste"),
        ("adress", "Exempelgatan 1"),
        ("telefon", "000-00 00 09"),
        ("fran", "2026-10-05"),
    ];
    let look: Vec<_> = office.into_iter().chain([("granska", "1")]).collect();
    let look = sam.fill(new, &look).await;
    assert_eq!((look.status, town.app.position()), (200, before));
    says!(
        look.text(),
        "Så här ser det ut för invånarna",
        "lang=\"fi\""
    );
    let sent = form(&sam.page(new).await, &office);
    for _ in 0..2 {
        let saved = sam.post(new, &sent).await;
        assert_eq!(saved.status, 303, "{}", saved.text());
    }
    assert_eq!(town.app.position(), before + 1);
    says!(
        town.page("/kontakt").await,
        "Östra kontoret",
        "Exempelgatan 1"
    );
    says!(town.page("/fi/kontakt").await, "Itäinen toimipiste");
    let list = sam.page("/arbete/webbplats/kontakt").await;
    let own = list.split("Östra kontoret").nth(1).unwrap();
    let at = own
        .split("href=\"")
        .nth(1)
        .unwrap()
        .split('"')
        .next()
        .unwrap()
        .to_owned();
    let (hers, theirs) = (sam.page(&at).await, mika.page(&at).await);
    let mut moved = office;
    moved[2].1 = "Exempelgatan 2";
    assert_eq!(sam.post(&at, &form(&hers, &moved)).await.status, 303);
    says!(town.page("/kontakt").await, "Exempelgatan 2");
    moved[2].1 = "Exempelgatan 3";
    let reply = mika.post(&at, &form(&theirs, &moved)).await;
    assert_eq!(reply.status, 422);
    says!(
        reply.text(),
        "Någon annan har ändrat kontoret",
        "Exempelgatan 2",
        "value=\"Exempelgatan 3\""
    );
}
