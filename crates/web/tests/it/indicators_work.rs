//! The indicators on screen for the strategist: new ones, changes, how figures come about, and goals.

use crate::desk::{Desk, standing};
use crate::house::Reply;
use crate::model_editor::{standing_of, strategist, town};
use riktning_domain::permissions::Role;

const LIST: &str = "/arbete/indikatorer";
const NEW: &str = "/arbete/indikatorer/ny";

/// A form of an indicator sent as it stands, with some filled in.
async fn sent(desk: &Desk<'_>, path: &str, fields: &[(&str, &str)]) -> Reply {
    let page = desk.page(path).await;
    desk.post(path, &standing_of(&page, "name=\"namn\"", fields))
        .await
}

/// A new indicator that is counted; its address.
async fn counted(desk: &Desk<'_>, name: &str) -> String {
    let fields = [("namn", name), ("enhet", "antal"), ("decimaler", "0")];
    let saved = sent(desk, NEW, &fields).await;
    assert_eq!(saved.status, 303, "{}", saved.text());
    let at = saved.header("location").unwrap().to_owned();
    at.split('?').next().unwrap().to_owned()
}

/// What a select offers under a name.
fn offered(page: &str, name: &str) -> String {
    let found = page.split("<option value=\"").find(|rest| {
        let shown = rest.split("</option>").next().unwrap();
        shown.ends_with(&format!(">{name}"))
    });
    let found = found.unwrap_or_else(|| panic!("no {name:?}: {page}"));
    found.split('"').next().unwrap().to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn an_indicator_is_written_in_three_languages_and_changed() {
    let town = town().await;
    let desk = strategist(&town, "strateg").await;
    let fields = [
        ("namn", "Böcker per invånare"),
        ("engelska", "Books per inhabitant"),
        ("finska", "Kirjaa asukasta kohti"),
        ("enhet", "annan"),
        ("enhet-ord", "böcker"),
        ("decimaler", "2"),
        ("battre", "nara"),
        ("nara", "0,5"),
        ("klass", "nyckeltal"),
        ("hur-ofta", "kvartal"),
        ("uppdelning", "kvinnor"),
        ("uppdelning", "man"),
        ("beskrivning", "Lånade böcker.\nAlla bibliotek."),
        ("anmarkning", "Räknat i september."),
        ("brott-fran-1", "2026Q3"),
        ("brott-hur-1", "E-böcker räknas med."),
    ];
    let saved = sent(&desk, NEW, &fields).await;
    let at = saved.header("location").unwrap();
    assert_eq!(at, "/arbete/indikatorer/bocker-per-invanare?gjort=sparat");
    let page = desk.page(at).await;
    says!(
        page,
        "Indikatorn är sparad.",
        "value=\"Kirjaa asukasta kohti\"",
        "value=\"0,5\"",
        "<option value=\"kvartal\" selected>",
        "value=\"kvinnor\" checked",
        "Alla bibliotek.</textarea>",
        "value=\"2026Q3\"",
        "Indikatorn syns inte för invånarna än.",
    );
    let list = desk.page(LIST).await;
    says!(
        list,
        "Böcker per invånare",
        "Nyckeltal · böcker",
        "Syns inte för invånarna"
    );
    // The same form again is the same indicator; another of the same name has an address of its own.
    let path = at.split('?').next().unwrap();
    let again = sent(&desk, NEW, &fields).await;
    assert!(
        again
            .header("location")
            .unwrap()
            .contains("bocker-per-invanare-2")
    );
    let changed = sent(
        &desk,
        path,
        &[("decimaler", "1"), ("brott-hur-1", "Ljudböcker med.")],
    )
    .await;
    assert_eq!(changed.status, 303, "{}", changed.text());
    let page = desk.page(path).await;
    says!(
        page,
        "name=\"decimaler\" inputmode=\"numeric\" value=\"1\"",
        "Ljudböcker med."
    );
    let history = desk
        .page("/arbete/historik/indikatorer/bocker-per-invanare")
        .await;
    says!(history, "Böcker per invånare");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_wrong_stands_at_its_field_and_nothing_typed_is_lost() {
    let town = town().await;
    let desk = strategist(&town, "strateg").await;
    let faulty = [
        ("namn", ""),
        ("engelska", "Kept name"),
        ("enhet", "annan"),
        ("enhet-ord", ""),
        ("decimaler", "sju"),
        ("nara", "-1"),
        ("beskrivning", "Det här ska stå kvar."),
        ("brott-fran-1", "i höstas"),
        ("brott-hur-1", ""),
        ("rakna", "kvot"),
        ("ganger", ""),
    ];
    let answer = sent(&desk, NEW, &faulty).await;
    assert_eq!(answer.status, 422);
    let page = answer.text();
    for field in [
        "namn",
        "enhet-ord",
        "decimaler",
        "nara",
        "brott-fran-1",
        "brott-hur-1",
        "del-1",
        "ganger",
    ] {
        assert!(
            page.contains(&format!("href=\"#{field}\"")),
            "{field}: {page}"
        );
        assert!(
            page.contains(&format!("id=\"{field}-f\"")),
            "{field}: {page}"
        );
        assert!(page.contains(&format!("id=\"{field}\"")), "{field}: {page}");
    }
    says!(
        page,
        "value=\"Kept name\"",
        "Det här ska stå kvar.",
        "value=\"i höstas\"",
        "value=\"sju\"",
        "value=\"kvot\" checked",
    );
    for language in ["/en", "/fi"] {
        let path = format!("{language}{NEW}");
        let answer = sent(&desk, &path, &faulty).await;
        assert_eq!(answer.status, 422);
        assert!(!answer.text().contains("indicator-"), "a key without words");
    }
    // More rows are asked for: what was typed stays, and nothing is saved.
    let more = [
        ("namn", "Halvfärdig"),
        ("brott-fran-1", "2026"),
        ("gor", "fler"),
    ];
    let answer = sent(&desk, NEW, &more).await;
    assert_eq!(answer.status, 200);
    says!(
        answer.text(),
        "value=\"Halvfärdig\"",
        "id=\"brott-fran-4\"",
        "id=\"del-6\""
    );
    assert!(!desk.page(LIST).await.contains("Halvfärdig"));
}

#[tokio::test(flavor = "multi_thread")]
async fn an_indicator_is_worked_out_as_the_form_says() {
    let town = town().await;
    let desk = strategist(&town, "strateg").await;
    counted(&desk, "Elever som läser").await;
    counted(&desk, "Elever i allt").await;
    let page = desk.page(NEW).await;
    let reads = offered(&page, "Elever som läser (antal)");
    let all = offered(&page, "Elever i allt (antal)");
    let share = |times| {
        [
            ("namn", "Andel som läser"),
            ("rakna", "kvot"),
            ("del-1", reads.as_str()),
            ("del-2", all.as_str()),
            ("ganger", times),
        ]
    };
    // Per cent takes a hundred: said at the factor, in words.
    let refused = sent(&desk, NEW, &share("1000")).await;
    assert_eq!(refused.status, 422);
    says!(
        refused.text(),
        "href=\"#ganger\"",
        "Procent blir det bara",
        "value=\"1000\""
    );
    let saved = sent(&desk, NEW, &share("100")).await;
    assert_eq!(saved.status, 303, "{}", saved.text());
    let at = saved
        .header("location")
        .unwrap()
        .split('?')
        .next()
        .unwrap()
        .to_owned();
    let page = desk.page(&at).await;
    says!(
        page,
        "value=\"kvot\" checked",
        &format!("<option value=\"{reads}\" selected>")
    );
    says!(desk.page(LIST).await, "procent · räknas ut");
    // A part that would be worked out of the whole.
    let own = desk.page("/arbete/indikatorer/elever-som-laser").await;
    let whole = offered(&own, "Andel som läser (procent)");
    let circle = [
        ("rakna", "summa"),
        ("del-1", whole.as_str()),
        ("del-2", all.as_str()),
    ];
    let refused = sent(&desk, "/arbete/indikatorer/elever-som-laser", &circle).await;
    says!(
        refused.text(),
        "href=\"#del-1\"",
        "räknas själv ut med hjälp av"
    );
    // A unit that would make nonsense of the whole.
    let unit = [("enhet", "mnkr")];
    let refused = sent(&desk, "/arbete/indikatorer/elever-i-allt", &unit).await;
    says!(
        refused.text(),
        "href=\"#enhet\"",
        "”Andel som läser” räknas ut av den här indikatorn"
    );
    // Every other way is saved and stands again.
    for (way, fields) in [
        (
            "summa",
            vec![
                ("del-1", reads.as_str()),
                ("del-2", all.as_str()),
                ("enhet", "antal"),
            ],
        ),
        (
            "medel",
            vec![
                ("del-1", reads.as_str()),
                ("del-2", ""),
                ("del-3", all.as_str()),
                ("enhet", "antal"),
            ],
        ),
        (
            "vagt",
            vec![
                ("del-1", reads.as_str()),
                ("vikt-1", all.as_str()),
                ("del-2", all.as_str()),
                ("vikt-2", all.as_str()),
                ("enhet", "antal"),
            ],
        ),
        (
            "invanare",
            vec![
                ("del-1", reads.as_str()),
                ("del-2", all.as_str()),
                ("ganger", "1 000"),
                ("enhet", "antal"),
            ],
        ),
        ("organ-summa", vec![("enhet", "antal")]),
        (
            "organ-medel",
            vec![
                ("vikt-1", all.as_str()),
                ("del-1", ""),
                ("del-2", ""),
                ("vikt-2", ""),
            ],
        ),
        ("rapporteras", vec![]),
    ] {
        let fields: Vec<_> = fields.into_iter().chain([("rakna", way)]).collect();
        let saved = sent(&desk, &at, &fields).await;
        assert_eq!(saved.status, 303, "{way}: {}", saved.text());
        let page = desk.page(&at).await;
        assert!(page.contains(&format!("value=\"{way}\" checked")), "{way}");
    }
    let history = desk
        .page("/arbete/historik/indikatorer/andel-som-laser")
        .await;
    says!(history, "Räknas ut av", "Elever i allt", "Vägt medelvärde");
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_who_change_at_once_the_second_sees_both() {
    let town = town().await;
    let (one, other) = (
        strategist(&town, "ett").await,
        strategist(&town, "tva").await,
    );
    let at = counted(&one, "Lån av böcker").await;
    let (mine, theirs) = (one.page(&at).await, other.page(&at).await);
    let first = standing_of(
        &mine,
        "name=\"namn\"",
        &[("decimaler", "2"), ("anmarkning", "Ny text.")],
    );
    assert_eq!(one.post(&at, &first).await.status, 303);
    // The same form again is said and done.
    assert_eq!(one.post(&at, &first).await.status, 303);
    let second = standing_of(
        &theirs,
        "name=\"namn\"",
        &[("decimaler", "3"), ("klass", "ort")],
    );
    let answer = other.post(&at, &second).await;
    assert_eq!(answer.status, 409);
    let page = answer.text();
    says!(
        page,
        "Någon annan har ändrat indikatorn",
        "<dt>Antal decimaler</dt><dd>2</dd>",
        "<dd>Ny text.</dd>",
        "<dd>Organisationsindikator</dd>",
        "value=\"3\"",
        "<option value=\"ort\" selected>",
    );
    // Whoever has seen both may choose theirs.
    let again = standing_of(&page, "name=\"namn\"", &[]);
    assert_eq!(other.post(&at, &again).await.status, 303);
    says!(one.page(&at).await, "value=\"3\"");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_indicator_shows_a_goal_and_no_longer() {
    let town = town().await;
    let desk = strategist(&town, "strateg").await;
    let at = counted(&desk, "Lån av böcker").await;
    let page = desk.page(&at).await;
    let select = page.split("id=\"mal\"").nth(1).unwrap();
    let goal = select.split("<option value=\"").nth(2).unwrap();
    let (id, rest) = goal.split_once('"').unwrap();
    let text = rest
        .split('>')
        .nth(1)
        .unwrap()
        .split('<')
        .next()
        .unwrap()
        .to_owned();
    let own = |fields: &[(&str, &str)]| standing_of(&page, "value=\"koppla\"", fields);
    // Nothing chosen, and a place that is no number.
    let answer = desk.post(&at, &own(&[("gor", "koppla")])).await;
    assert_eq!(answer.status, 422);
    says!(answer.text(), "href=\"#mal\"");
    let answer = desk
        .post(
            &at,
            &own(&[("gor", "koppla"), ("mal", id), ("plats", "först")]),
        )
        .await;
    says!(answer.text(), "href=\"#plats\"");
    let linked = own(&[("gor", "koppla"), ("mal", id), ("plats", "3")]);
    let saved = desk.post(&at, &linked).await;
    assert_eq!(saved.status, 303, "{}", saved.text());
    assert_eq!(desk.post(&at, &linked).await.status, 303, "a second click");
    let page = desk.page(&at).await;
    says!(page, &text, "Plats 3 bland målets indikatorer");
    // It serves a decided goal: residents see it.
    assert!(!page.contains("syns inte för invånarna"), "{page}");
    says!(
        town.page("/indikatorer/lan-av-bocker").await,
        "Lån av böcker"
    );
    let stop = standing_of(&page, "value=\"ta-bort\"", &[("gor", "ta-bort")]);
    assert_eq!(desk.post(&at, &stop).await.status, 303);
    says!(desk.page(&at).await, "Visar inget mål");
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_else_finds_the_indicators() {
    let town = town().await;
    let desk = Desk::of(
        &town,
        "handlaggare",
        &[(Role::Contributor, "kommunstyrelsen")],
    )
    .await;
    for path in [LIST, NEW, "/arbete/indikatorer/trivs-i-skolan-arskurs-8"] {
        assert_eq!(desk.get(path).await.status, 404, "{path}");
    }
    let strategist = strategist(&town, "strateg").await;
    let page = strategist.page(NEW).await;
    let form = standing(&page, &[("namn", "Smygande")]);
    assert_eq!(desk.post(NEW, &form).await.status, 404);
}
