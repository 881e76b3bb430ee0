//! Who did what: the history of a thing, two days of it, and the journal for whoever audits.

use crate::desk::{Desk, body, encoded, number};
use crate::plan_and_decide::{choice, new};
use crate::town::Town;
use jiff::civil::date;
use riktning_app::Clock;
use riktning_domain::decisions::{Act, Adoptable, Authority, RecordDecision};
use riktning_domain::elements::ProposeWording;
use riktning_domain::ids::{DecisionId, ElementId, PersonId, WordingId};
use riktning_domain::permissions::Role;
use riktning_domain::plans::{PlaceInPlan, PlanStage};
use riktning_domain::{Command, Dated, Text, User};
use riktning_store::{Journal as _, MemoryJournal, SqliteJournal};
use uuid::Uuid;

const BODY: &str = "vard-och-omsorgsnamnden";
const PLAN: &str = "/arbete/planer/2027/vard-och-omsorgsnamnden";
const OTHER: &str = "kultur-och-fritidsnamnden";
const GROUP: &str = "kommunkoncernen";
const JOURNAL: &str = "/arbete/historik";

async fn town() -> Town {
    Town::on(date(2026, 10, 5)).await
}

pub(crate) fn id_of(town: &Town, login: &str) -> PersonId {
    let everybody = town.app.everybody();
    everybody.iter().find(|p| p.login == login).unwrap().id
}

/// Writes a row under the first process goal; its number.
async fn writes(desk: &Desk<'_>, plan: &str, text: &str) -> String {
    let path = new(&desk.page(plan).await, "Åtagande");
    let goal = choice(&desk.page(&path).await, "Processmål");
    let fields = [
        ("text", text),
        ("val", &goal),
        ("roll", "Enhetschef"),
        ("mangd", "40"),
        ("enhet", "platser"),
        ("klart", "2027-06-30"),
    ];
    let saved = desk.fill(&path, &fields).await;
    assert_eq!(saved.status, 303, "{}", saved.text());
    number(&desk.page(plan).await, text)
}

/// Writes another text in a row that nobody has decided.
async fn rewrites(desk: &Desk<'_>, number: &str, text: &str) {
    let path = format!("/arbete/ataganden/{number}");
    let page = desk.page(&path).await;
    let goal = page.split("checked").next().unwrap();
    let goal = goal.rsplit("value=\"").next().unwrap();
    let goal = goal.split('"').next().unwrap();
    let fields = [
        ("text", text),
        ("val", goal),
        ("roll", "Enhetschef"),
        ("mangd", "50"),
        ("enhet", "platser"),
        ("klart", "2027-06-30"),
    ];
    let saved = desk.fill(&path, &fields).await;
    assert_eq!(saved.status, 303, "{}", saved.text());
}

async fn decides(desk: &Desk<'_>, paragraph: &str) {
    let fields = [("dag", "2026-10-05"), ("paragraf", paragraph)];
    let decided = desk.fill(&format!("{PLAN}/beslut"), &fields).await;
    assert_eq!(decided.status, 303, "{}", decided.text());
}

fn of(number: &str) -> String {
    format!("{JOURNAL}/ataganden/{number}")
}

pub(crate) fn element(town: &Town, number: &str) -> ElementId {
    let number = number.parse().unwrap();
    let found = town.app.published(town.app.today(), |p| {
        p.numbered(number).map(|element| element.id())
    });
    found.unwrap()
}

/// Proposes and decides another text of a decided row, as the people of the body.
pub(crate) async fn redecides(town: &Town, number: &str, text: &str, paragraph: &str) {
    let (id, wording) = (element(town, number), WordingId(Uuid::now_v7()));
    let own = body(town, BODY);
    let now = town.app.published(town.app.today(), |p| {
        let element = p.element(id).unwrap();
        riktning_domain::elements::Wording {
            text: Text::new(text),
            description: None,
            why: None,
            owner: Some(own),
            owner_in_words: None,
            addressed_to: Default::default(),
            role: element.role().cloned(),
            person: None,
            period: element.period(),
            topics: element.topics().to_vec(),
            quantity: element.quantity().cloned(),
            condition: None,
            clear_anyway: None,
            if_not_kept: None,
            amount: None,
            due: element.due(),
            origin: element.origin(),
            continues: None,
            links: None,
            source: None,
        }
    });
    let propose = ProposeWording {
        element: id,
        wording_id: wording,
        wording: now,
        instead_of: None,
        slug: None,
        since: None,
    };
    let decide = RecordDecision {
        decision: DecisionId(Uuid::now_v7()),
        body: own,
        date: Dated::day_known(town.app.today()),
        authority: Authority::Paragraph(Text::new(paragraph)),
        case_number: None,
        title: Some(Text::new("Ändrat åtagande")),
        acts: vec![Act::Adopt(Adoptable::Element(id), wording)],
        seen: Vec::new(),
    };
    let by = |login| User::Person(id_of(town, login));
    let proposed = town
        .app
        .perform(by("namnd"), Command::ProposeWording(propose));
    proposed.await.unwrap();
    let decided = town
        .app
        .perform(by("sekreterare"), Command::RecordDecision(decide));
    decided.await.unwrap();
}

/// A committee with somebody who writes and hands in and somebody who records decisions.
pub(crate) async fn committee(town: &Town) -> (Desk<'_>, Desk<'_>) {
    let roles = [(Role::Contributor, BODY), (Role::Approver, BODY)];
    let noa = Desk::of(town, "namnd", &roles).await;
    let alex = Desk::of(town, "sekreterare", &[(Role::Registrar, BODY)]).await;
    (noa, alex)
}

/// The part of a page that tells of one event, by something that it says.
fn event<'a>(page: &'a str, said: &str) -> &'a str {
    let mut events = page.split("<li id=\"h-").skip(1);
    let found = events.find(|event| event.contains(said));
    found.unwrap_or_else(|| panic!("no event says {said}: {page}"))
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wording_that_was_decided_and_changed_is_told_with_who_when_and_both_texts() {
    let town = town().await;
    let (noa, alex) = committee(&town).await;
    let row = writes(&noa, PLAN, "Fyrtio platser på dagverksamheten").await;
    rewrites(&noa, &row, "Femtio platser på dagverksamheten").await;
    assert_eq!(noa.fill_hand_in(PLAN).await, 303);
    decides(&alex, "88").await;
    redecides(&town, &row, "Sextio platser på dagverksamheten", "91").await;

    let plan = noa.page(PLAN).await;
    says!(plan, &format!("href=\"{}\"", of(&row)));
    let page = noa.page(&of(&row)).await;
    says!(
        page,
        "<h1>Sextio platser på dagverksamheten</h1>",
        "Enligt beslut: Ändrat åtagande. ",
        "§ 91"
    );
    let at = |said: &str| page.find(said).unwrap_or_else(|| panic!("{said}: {page}"));
    assert!(at("§ 91") < at("§ 88"), "the newest first");
    let reworded = event(&page, "Ny lydelse skriven");
    says!(
        reworded,
        "namnd Exempel (rapportör och granskare, Vård- och omsorgsnämnden)",
        "Infört 5 oktober 2026 kl. 14.00",
        "gäller från 5 oktober 2026",
        "<del>Femtio platser på dagverksamheten</del>",
        "<ins>Sextio platser på dagverksamheten</ins>"
    );
    // What did not change is not told again.
    assert!(!reworded.contains("Enhetschef"), "{reworded}");
    let decided = event(&page, "§ 91");
    says!(
        decided,
        "Beslut infört",
        "sekreterare Exempel (registrator, Vård- och omsorgsnämnden)",
        "<del>Femtio platser på dagverksamheten</del>",
        "<ins>Sextio platser på dagverksamheten</ins>"
    );
    let first = event(&page, "§ 88");
    says!(first, "Femtio platser på dagverksamheten", "30 juni 2027");
    assert!(!first.contains("<del>"), "nothing was decided before");
    let earlier = event(&page, "<del>Fyrtio platser");
    says!(earlier, "<del>40 platser</del>", "<ins>50 platser</ins>");
    // Whoever only looks after sign-in is not led to what they may not read.
    let love = Desk::of(&town, "love", &[(Role::Administrator, GROUP)]).await;
    let decided = love.page(PLAN).await;
    assert!(!decided.contains("/arbete/historik/"), "{decided}");
    // It is told in English and Finnish too, with what is Swedish marked as Swedish.
    let english = noa.page(&format!("/en{}", of(&row))).await;
    says!(
        english,
        "New wording written",
        "Recorded 5 October 2026 at 14:00",
        "<del><span lang=\"sv\">Femtio platser på dagverksamheten</span></del>"
    );
    let finnish = noa.page(&format!("/fi{}", of(&row))).await;
    says!(
        finnish,
        "Uusi sanamuoto kirjoitettu",
        "Kirjattu 5. lokakuuta 2026 klo 14.00"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn the_draft_of_another_committee_has_no_history_and_what_it_said_before_stays_its_own() {
    let town = town().await;
    let (noa, _) = committee(&town).await;
    let row = writes(&noa, PLAN, "Skrivet på skoj av någon").await;
    rewrites(&noa, &row, "Menat på allvar av någon").await;
    let eli = Desk::of(&town, "revisor", &[(Role::Auditor, GROUP)]).await;
    let other = Desk::of(&town, "annan", &[(Role::Contributor, OTHER)]).await;
    let elected = Desk::of(&town, "ledamot", &[(Role::Reader, BODY)]).await;
    let everybody = [&eli, &other, &elected];
    let never = format!("{JOURNAL}/ataganden/999999");
    for desk in everybody {
        let (own, nowhere) = (desk.get(&of(&row)).await, desk.get(&never).await);
        assert_eq!((own.status, nowhere.status), (404, 404));
    }
    let odd = ["0", "-1", "1.0", "007", "x", "4294967296"];
    for odd in odd {
        let guessed = noa.get(&format!("{JOURNAL}/ataganden/{odd}")).await;
        assert_eq!(guessed.status, 404, "{odd}");
    }
    let journal = eli.page(JOURNAL).await;
    assert!(!journal.contains("på skoj") && !journal.contains("på allvar"));
    says!(journal, "händelser på den här sidan visas inte för dig");

    assert_eq!(noa.fill_hand_in(PLAN).await, 303);
    for desk in [&eli, &elected] {
        let page = desk.page(&of(&row)).await;
        says!(
            page,
            "Menat på allvar av någon",
            "Plan inlämnad",
            "En händelse på den här sidan visas inte"
        );
        assert!(!page.contains("på skoj"), "{page}");
    }
    assert_eq!(other.get(&of(&row)).await.status, 404);
    says!(
        noa.page(&of(&row)).await,
        "<del>Skrivet på skoj av någon</del>"
    );
    // Whoever only looks after sign-in reads nothing of it.
    let love = Desk::of(&town, "love", &[(Role::Administrator, GROUP)]).await;
    assert_eq!(love.get(&of(&row)).await.status, 404);
    assert!(!love.page(JOURNAL).await.contains("på allvar"));
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_is_elected_reads_the_proposal_beside_what_is_in_force() {
    let town = town().await;
    let (noa, alex) = committee(&town).await;
    let row = writes(&noa, PLAN, "Fyrtio platser").await;
    assert_eq!(noa.fill_hand_in(PLAN).await, 303);
    decides(&alex, "88").await;
    let elected = Desk::of(&town, "ledamot", &[(Role::Reader, BODY)]).await;
    let before = elected.page(&of(&row)).await;
    assert!(!before.contains("Förslaget bredvid"), "{before}");

    // A supplement proposes another text of the same row.
    let extra = writes(&noa, PLAN, "Tio platser till").await;
    let id = element(&town, &row);
    let plan = town
        .app
        .published(town.app.today(), |p| p.element(id).unwrap().period());
    let wording = town.app.published(town.app.today(), |p| {
        let element = p.element(id).unwrap();
        (
            element.owner(),
            element.quantity().cloned(),
            element.topics().to_vec(),
        )
    });
    let propose = ProposeWording {
        element: id,
        wording_id: WordingId(Uuid::now_v7()),
        wording: riktning_domain::elements::Wording {
            text: Text::new("Femtio platser i stället"),
            description: None,
            why: None,
            owner: wording.0,
            owner_in_words: None,
            addressed_to: Default::default(),
            role: None,
            person: None,
            period: plan,
            topics: wording.2,
            quantity: wording.1,
            condition: None,
            clear_anyway: None,
            if_not_kept: None,
            amount: None,
            due: None,
            origin: Default::default(),
            continues: None,
            links: None,
            source: None,
        },
        instead_of: None,
        slug: None,
        since: None,
    };
    let user = User::Person(id_of(&town, "namnd"));
    let proposed = town.app.perform(user, Command::ProposeWording(propose));
    proposed.await.unwrap();
    let page = elected.page(&of(&row)).await;
    assert!(!page.contains("i stället"), "not handed in: {page}");
    says!(
        noa.page(&of(&row)).await,
        "Förslaget bredvid det som gäller",
        "<ins>Femtio platser i stället</ins>"
    );
    // Handed in with the supplement, it is before those who decide.
    let me = id_of(&town, "namnd");
    let supplement = town.app.inside(me, |i, _| {
        let mut plans = i.plans(plan).into_iter();
        let own = plans.find(|p| p.body() == body(&town, BODY) && p.stage() == PlanStage::Draft);
        own.unwrap().id
    });
    let place = PlaceInPlan {
        plan: supplement,
        elements: vec![id],
        since: None,
    };
    let placed = town
        .app
        .perform(User::Person(me), Command::PlaceInPlan(place));
    placed.await.unwrap();
    assert_eq!(noa.fill_hand_in(PLAN).await, 303);
    let page = elected.page(&of(&row)).await;
    says!(
        page,
        "Förslaget bredvid det som gäller",
        "<del>Fyrtio platser</del>",
        "<ins>Femtio platser i stället</ins>"
    );
    says!(elected.page(&of(&extra)).await, "Tio platser till");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_name_that_is_erased_is_an_erased_person_and_the_history_stands() {
    let town = town().await;
    let (noa, _) = committee(&town).await;
    let roles = [(Role::Contributor, BODY)];
    let robin = Desk::of(&town, "robin.raderas", &roles).await;
    let row = writes(&robin, PLAN, "Ett löfte som står kvar").await;
    says!(
        noa.page(&of(&row)).await,
        "robin.raderas Exempel (rapportör"
    );
    let eli = Desk::of(&town, "revisor", &[(Role::Auditor, GROUP)]).await;
    town.app
        .erase_person(id_of(&town, "robin.raderas"))
        .await
        .unwrap();
    let page = noa.page(&of(&row)).await;
    says!(
        page,
        "raderad person (rapportör, Vård- och omsorgsnämnden)",
        "Ett löfte som står kvar"
    );
    assert!(!page.contains("raderas Exempel"), "{page}");
    let journal = eli.page(JOURNAL).await;
    says!(journal, "raderad person …");
    assert!(!journal.contains("robin.raderas"), "{journal}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_row_is_no_draft_on_the_days_on_which_its_plan_waits_for_a_decision() {
    let begun = "2026-10-05T08:00:00Z".parse().unwrap();
    let (clock, hands) = Clock::turned(begun);
    let town = Town::with(clock, Box::new(MemoryJournal::new().unwrap())).await;
    let (noa, _) = committee(&town).await;
    let row = writes(&noa, PLAN, "Fyrtio platser").await;
    // A day is longer than a sign-in: each day somebody new is in.
    hands.turn(jiff::SignedDuration::from_hours(24));
    let robin = Desk::of(&town, "robin", &[(Role::Approver, BODY)]).await;
    assert_eq!(robin.fill_hand_in(PLAN).await, 303);
    hands.turn(jiff::SignedDuration::from_hours(24));
    let path = of(&row);
    let kim = Desk::of(&town, "kim", &[(Role::Contributor, BODY)]).await;
    let page = kim
        .page(&format!("{path}?fran=2026-10-05&till=2026-10-07"))
        .await;
    says!(page, "<del>utkast</del>", "<ins>lämnat till beslut</ins>");
}

#[tokio::test(flavor = "multi_thread")]
async fn two_days_are_held_against_each_other_and_a_day_that_is_none_is_told_at_its_field() {
    let begun = "2026-10-05T08:00:00Z".parse().unwrap();
    let (clock, hands) = Clock::turned(begun);
    let town = Town::with(clock, Box::new(MemoryJournal::new().unwrap())).await;
    let (noa, alex) = committee(&town).await;
    let row = writes(&noa, PLAN, "Fyrtio platser").await;
    assert_eq!(noa.fill_hand_in(PLAN).await, 303);
    decides(&alex, "88").await;
    hands.turn(jiff::SignedDuration::from_hours(48));
    redecides(&town, &row, "Sextio platser", "91").await;
    let eli = Desk::of(&town, "revisor", &[(Role::Auditor, GROUP)]).await;
    let path = of(&row);
    let page = eli
        .page(&format!("{path}?fran=2026-10-05&till=2026-10-07"))
        .await;
    says!(
        page,
        "5 oktober 2026 jämfört med 7 oktober 2026",
        "<del>Fyrtio platser</del>",
        "<ins>Sextio platser</ins>",
        "Lika på båda dagarna",
        "40 platser"
    );
    let came = eli.page(&format!("{path}?fran=2026-10-04")).await;
    says!(
        came,
        "4 oktober 2026 jämfört med 7 oktober 2026",
        "Den första dagen fanns inget här som du får läsa.",
        "<dd>Sextio platser</dd>"
    );
    let same = eli.page(&format!("{path}?fran=2026-10-07")).await;
    says!(same, "Inget skiljer mellan dagarna.");
    let never = eli
        .page(&format!("{path}?fran=1700-01-01&till=1700-01-02"))
        .await;
    says!(never, "På ingen av dagarna fanns något här");
    for (query, field, said) in [
        ("fran=i%20g%C3%A5r", "fran", "Det här är ingen dag."),
        ("fran=2016-02-30", "fran", "Det här är ingen dag."),
        ("till=2016-03-01", "fran", "Välj den första dagen."),
        (
            "fran=2016-03-01&till=2030-01-01",
            "till",
            "Den dagen har inte varit än.",
        ),
        (
            "fran=2016-03-02&till=2016-03-01",
            "fran",
            "Byt plats på dem.",
        ),
    ] {
        let reply = eli.get(&format!("{path}?{query}")).await;
        assert_eq!(reply.status, 422, "{query}");
        let page = reply.text();
        says!(
            page,
            said,
            "Fel:",
            &format!("href=\"#{field}\""),
            &format!("id=\"{field}-f\"")
        );
        assert!(!page.contains("jämfört med"), "{query}");
    }
    for page in ["0", "1", "-1", "x", "02", "999999"] {
        let reply = eli.get(&format!("{path}?sida={page}")).await;
        assert_eq!(reply.status, 404, "{page}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_auditor_reads_all_that_was_done_fifty_a_page_and_chooses_among_it() {
    let town = town().await;
    let (noa, _) = committee(&town).await;
    let row = writes(&noa, PLAN, "Ett löfte att hitta").await;
    assert_eq!(noa.fill_hand_in(PLAN).await, 303);
    let eli = Desk::of(&town, "revisor", &[(Role::Auditor, GROUP)]).await;
    says!(eli.page("/arbete/").await, &format!("href=\"{JOURNAL}\""));
    assert!(
        !noa.page("/arbete/")
            .await
            .contains(&format!("href=\"{JOURNAL}\""))
    );
    assert_eq!(noa.get(JOURNAL).await.status, 404);

    let last = town.app.position();
    let page = eli.page(JOURNAL).await;
    says!(
        page,
        &format!("<li id=\"h-{last}\">"),
        &format!("href=\"{}\"", of(&row))
    );
    let told = page.matches("<li id=\"h-").count();
    let hidden = page.contains("visas inte för dig");
    assert!(told == 50 || (hidden && told < 50), "{told}");
    let pages = usize::try_from(last).unwrap().div_ceil(50);
    let end = eli.page(&format!("{JOURNAL}?sida={pages}")).await;
    says!(end, "<li id=\"h-1\">", &format!("Sida {pages} av {pages}"));
    for page in [format!("{}", pages + 1), "0".into(), "två".into()] {
        let reply = eli.get(&format!("{JOURNAL}?sida={}", encoded(&page))).await;
        assert_eq!(reply.status, 404, "{page}");
    }

    // By whom, by body, by kind and by day.
    let (person, at) = (id_of(&town, "namnd"), body(&town, BODY).0);
    let query = format!(
        "{JOURNAL}?organ={at}&person={person}&slag=ElementDrafted&fran=2026-10-05&till=2026-10-05"
    );
    let found = eli.page(&query).await;
    says!(
        found,
        "<h2 id=\"handelser-h\">En händelse</h2>",
        "Ett löfte att hitta",
        "selected"
    );
    let before = "fran=2026-10-04&till=2026-10-04";
    let none = query.replace("fran=2026-10-05&till=2026-10-05", before);
    says!(eli.page(&none).await, "Inget har förts in");
    for (query, field, said) in [
        ("organ=nej", "organ", "finns inte i listan"),
        ("person=Kim", "person", "finns inte i listan"),
        ("slag=Allt", "slag", "finns inte i listan"),
        ("fran=2026-13-01", "fran", "Det här är ingen dag."),
        ("till=2030-01-01", "till", "Den dagen har inte varit än."),
        (
            "fran=2026-10-05&till=2026-10-04",
            "fran",
            "Byt plats på dem.",
        ),
    ] {
        let reply = eli.get(&format!("{JOURNAL}?{query}")).await;
        assert_eq!(reply.status, 422, "{query}");
        let page = reply.text();
        says!(
            page,
            said,
            &format!("href=\"#{field}\""),
            &format!("id=\"{field}-f\"")
        );
        assert!(!page.contains("<li id=\"h-"), "{query}");
    }
    let nobody = "organ=00000000-0000-0000-0000-000000000001";
    says!(
        eli.page(&format!("{JOURNAL}?{nobody}")).await,
        "Inget har förts in"
    );
    let finnish = eli.page(&format!("/fi{JOURNAL}")).await;
    says!(finnish, "Kuka teki mitä", "tarkistussumma");
}

#[tokio::test(flavor = "multi_thread")]
async fn number_and_checksum_are_those_of_the_journal() {
    let folder = tempfile::tempdir().unwrap();
    let store = SqliteJournal::open(folder.path()).unwrap();
    let town = Town::with(Clock::Fixed(date(2026, 10, 5)), Box::new(store)).await;
    let eli = Desk::of(&town, "revisor", &[(Role::Auditor, GROUP)]).await;
    let page = eli.page(&format!("{JOURNAL}?slag=RoleGranted")).await;
    let last = event(&page, "revisor Exempel");
    says!(
        last,
        "Roll given",
        "Vid kommandoraden (journalen vet inte vem)",
        "Revisor, Exempelstads kommunkoncern"
    );
    let position = last.split('"').next().unwrap();
    let hash = last.split("<code>").nth(1).unwrap();
    let hash = hash.split('<').next().unwrap();
    assert_eq!(hash.len(), 12);
    let copy = SqliteJournal::open_to_read(folder.path()).unwrap();
    let row = copy.row(position.parse().unwrap()).unwrap().unwrap();
    assert_eq!(row.hash.to_string()[..12], *hash);
    assert_eq!(row.kind, "RoleGranted");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_indicator_and_a_document_have_a_history_and_a_decided_row_leads_to_its_own() {
    let town = town().await;
    let eli = Desk::of(&town, "revisor", &[(Role::Auditor, GROUP)]).await;
    let page = eli
        .page(&format!("{JOURNAL}/indikatorer/trivs-i-skolan-arskurs-8"))
        .await;
    says!(
        page,
        "Mätvärde infört",
        "Indikator beskriven",
        "Målvärde satt"
    );
    let page = eli
        .page(&format!("{JOURNAL}/styrdokument/klimatplan"))
        .await;
    says!(
        page,
        "Styrdokument skrivet",
        "Beslut infört",
        "beslutat, gäller"
    );
    for nowhere in [
        "indikatorer/ingen",
        "styrdokument/ingen",
        "indikatorer/%00",
        "annat/1",
    ] {
        let reply = eli.get(&format!("{JOURNAL}/{nowhere}")).await;
        assert_eq!(reply.status, 404, "{nowhere}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_work_area_is_of_today_and_says_so_to_whoever_asks_for_another_day() {
    let town = town().await;
    let (noa, _) = committee(&town).await;
    let auditor = Desk::of(&town, "revisor", &[(Role::Auditor, GROUP)]).await;
    let said = "Arbetsytan visar alltid hur det är i dag.";
    for path in [
        "/arbete/",
        PLAN,
        "/arbete/luckor",
        "/arbete/styrtyngd",
        "/arbete/aret/2026",
        "/arbete/planer/2027",
        "/arbete/konto",
        "/arbete/styrdokument",
    ] {
        let page = noa.page(&format!("{path}?per=2026-10-01")).await;
        says!(
            page,
            said,
            "href=\"/?per=2026-10-01\">Se vad som gällde den 1 oktober 2026</a>"
        );
        assert!(
            !page.contains("kant="),
            "{path}: the journal is the auditor's"
        );
        for today in [
            path.to_owned(),
            format!("{path}?per=2026-10-05"),
            format!("{path}?per="),
        ] {
            assert!(!noa.page(&today).await.contains(said), "{today}");
        }
        for (day, why) in [
            ("nyss", "är ingen dag"),
            ("2026-10-06", "har inte varit än"),
            ("1066-10-14", "är för länge sedan"),
            ("2026-10-01&per=2026-10-02", "står två gånger"),
        ] {
            let told = noa.get(&format!("{path}?per={day}")).await;
            assert_eq!(told.status, 400, "{path} {day}");
            says!(told.text(), "Dagen går inte att visa", why);
        }
    }
    let page = auditor.page("/arbete/?per=2026-10-01").await;
    says!(page, said, "href=\"/arbete/historik?kant=2026-10-01\"");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_journal_is_read_as_it_was_written_by_the_end_of_a_day() {
    let town = town().await;
    let (noa, _) = committee(&town).await;
    writes(&noa, PLAN, "Ett löfte som skrevs i dag").await;
    let auditor = Desk::of(&town, "revisor", &[(Role::Auditor, GROUP)]).await;
    let count = |page: &str| {
        let heading = page.split("id=\"handelser-h\">").nth(1).unwrap();
        let digits = heading.split('<').next().unwrap().chars();
        let digits: String = digits.filter(char::is_ascii_digit).collect();
        digits.parse::<usize>().unwrap_or_default()
    };
    let whole = auditor.page(JOURNAL).await;
    let today = auditor.page(&format!("{JOURNAL}?kant=2026-10-05")).await;
    assert_eq!(count(&today), count(&whole));
    says!(
        today,
        "Så här långt var journalen skriven den 5 oktober 2026."
    );
    let before = auditor.page(&format!("{JOURNAL}?kant=2026-10-04")).await;
    assert!(count(&before) < count(&whole), "{}", count(&before));
    let newest = |page: &str| {
        let newest = page.split("<li id=\"h-").nth(1)?;
        newest.split('"').next().map(str::to_owned)
    };
    assert_ne!(newest(&before), newest(&whole));
    assert_eq!(newest(&today), newest(&whole));
    // What is chosen stands beside it, and never reaches beyond it.
    let till = auditor
        .page(&format!("{JOURNAL}?till=2026-10-05&kant=2026-10-04"))
        .await;
    assert_eq!(count(&till), count(&before));
    says!(
        till,
        "<input type=\"hidden\" name=\"kant\" value=\"2026-10-04\">",
        "href=\"/en/arbete/historik?till=2026-10-05&#38;kant=2026-10-04\""
    );
    for wrong in ["nyss", "2026-10-06"] {
        let told = auditor.get(&format!("{JOURNAL}?kant={wrong}")).await;
        assert_eq!(told.status, 400, "{wrong}");
        says!(told.text(), "Dagen går inte att visa");
    }
}
