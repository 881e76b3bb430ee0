//! What a stranger found on 30 November 2026: what the work area tells of a plan is so, and is the same
//! wherever it is told.

use crate::desk::{Desk, form, form_to, number, only, standing};
use crate::plan_and_decide::{choice, new};
use crate::town::Town;
use jiff::civil::date;
use riktning_domain::permissions::Role;

const BODY: &str = "vard-och-omsorgsnamnden";
const PLAN: &str = "/arbete/planer/2027/vard-och-omsorgsnamnden";
const PROMISE: &str = "Alla som får hemtjänst väljer två fasta kontakter";
const OTHER: &str = "Alla som får hemtjänst väljer tre fasta kontakter";

async fn town() -> Town {
    Town::on(date(2026, 10, 5)).await
}

async fn writes(desk: &Desk<'_>, text: &str) -> String {
    let path = new(&desk.page(PLAN).await, "Åtagande");
    let page = desk.page(&path).await;
    let goal = choice(&page, "Processmål");
    let sent = form(&page, &[("text", text), ("val", goal.as_str())]);
    let saved = desk.post(&path, &sent).await;
    assert_eq!(saved.status, 303, "{}", saved.text());
    let row = number(&desk.page(PLAN).await, &format!("<h3>{text}"));
    format!("/arbete/ataganden/{row}")
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_is_signed_in_stays_in_the_work_area_where_nothing_is() {
    let town = Town::on(date(2026, 10, 5)).await;
    let noa = Desk::of(&town, "noa", &[(Role::Contributor, "grundskolenamnden")]).await;
    for path in [
        "/arbete/finns-inte",
        "/arbete/luckor?slag=inget",
        "/arbete/planer/2027/ingen-namnd",
        "/arbete/personer",
        "/fi/arbete/a/b/c",
    ] {
        let reply = noa.get(path).await;
        assert_eq!(reply.status, 404, "{path}");
        says!(reply.text(), "class=\"arbete\"", "noa Exempel");
    }
    says!(
        noa.get("/arbete/finns-inte").await.text(),
        "Här finns inget att läsa",
        "Mitt arbete"
    );
    let nobody = Desk::of(&town, "ny", &[]).await;
    let told = nobody.get("/arbete/styrtyngd").await;
    says!(told.text(), "Du har ingen roll här än.");
    // What is sent to where nothing is, or nothing is read, is shown again: all that somebody wrote, and no key.
    let key = "00000000-0000-0000-0000-000000000001";
    let sent = format!("nyckel={key}&text=Bygg+%3Cmer%3E&namn=Trygghetspunkten&paragraf=88");
    for (desk, path) in [
        (&noa, "/arbete/finns-inte"),
        (&noa, "/arbete/planer/2027"),
        (&noa, "/arbete/styrdokument/finns-inte/ta-bort"),
        (&nobody, "/arbete/luckor"),
    ] {
        let told = desk.post(path, &sent).await.text();
        says!(
            told,
            "class=\"arbete\"",
            "Bygg &#60;mer&#62;</textarea>",
            "Trygghetspunkten</textarea>"
        );
        assert!(!told.contains(key), "{path}");
    }
    let told = noa.get("/arbete/styrdokument/klimatplan/lamna-in").await;
    assert_eq!(told.status, 404);
    // Whoever is not signed in is told nothing of what there is.
    for path in ["/arbete/finns-inte", "/arbete/luckor"] {
        let reply = town.server.get(path, "").await;
        assert_eq!(reply.status, 303, "{path}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_writes_is_told_who_hands_in_and_whose_orders_they_read() {
    let town = town().await;
    let (writer, approver, reads) = (
        Desk::of(&town, "skriver", &[(Role::Contributor, BODY)]).await,
        Desk::of(&town, "godkanner", &[(Role::Approver, BODY)]).await,
        Desk::of(&town, "strateg", &[(Role::Strategist, "kommunkoncernen")]).await,
    );
    writes(&writer, "Öppna ett rum").await;
    let note = "Planen lämnas in av den som godkänner för organet.";
    says!(writer.page(PLAN).await, note);
    assert!(!approver.page(PLAN).await.contains(note));
    // An order is to those who read it only where they belong to the body.
    says!(writer.page(PLAN).await, "Uppdrag till er");
    assert_eq!(approver.fill_hand_in(PLAN).await, 303);
    let read = reads.page(PLAN).await;
    says!(read, "Uppdrag till Vård- och omsorgsnämnden");
    assert!(
        !read.contains("Uppdrag till er") && !read.contains(note),
        "{read}"
    );
    // What is done stands after what is left to write on the desk.
    let many = [
        (Role::Contributor, BODY),
        (Role::Contributor, "kommunstyrelsen"),
    ];
    let both = Desk::of(&town, "bada", &many).await;
    let desk = both.page("/arbete/").await;
    let at = |of: &str| {
        desk.find(&format!("href=\"/arbete/planer/2027/{of}\""))
            .unwrap()
    };
    assert!(at("kommunstyrelsen") < at(BODY), "{desk}");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_browsers_way_back_makes_no_second_row_unasked() {
    let town = town().await;
    let noa = Desk::of_a_small_body(&town, BODY).await;
    let path = new(&noa.page(PLAN).await, "Åtagande");
    let page = noa.page(&path).await;
    let goal = choice(&page, "Processmål");
    let fields = [("text", PROMISE), ("val", goal.as_str())];
    assert_eq!(noa.post(&path, &form(&page, &fields)).await.status, 303);
    let row = number(&noa.page(PLAN).await, &format!("<h3>{PROMISE}"));
    // The browser goes back, asks for the form anew, and puts in what stood there.
    let back = noa.page(&path).await;
    let again = noa.post(&path, &form(&back, &fields)).await;
    assert_eq!(again.status, 422);
    let asked = again.text();
    says!(
        asked,
        &format!("Samma mening står redan i planen, på rad {row}."),
        &format!("href=\"/arbete/ataganden/{row}\""),
        PROMISE
    );
    let plan = noa.page(PLAN).await;
    assert_eq!(plan.matches(&format!("<h3>{PROMISE}")).count(), 1);
    // It may be meant.
    let meant = [("text", PROMISE), ("val", goal.as_str()), ("anda", "1")];
    assert_eq!(noa.post(&path, &form(&asked, &meant)).await.status, 303);
    let plan = noa.page(PLAN).await;
    assert_eq!(plan.matches(&format!("<h3>{PROMISE}")).count(), 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_decision_adopted_the_words_of_its_own_day() {
    let town = town().await;
    let noa = Desk::of_a_small_body(&town, BODY).await;
    let row = writes(&noa, PROMISE).await;
    assert_eq!(noa.fill_hand_in(PLAN).await, 303);
    let meeting = [("dag", "5 oktober 2026"), ("paragraf", "paragraf 88")];
    let decided = noa.fill(&format!("{PLAN}/beslut"), &meeting).await;
    assert_eq!(decided.status, 303, "{}", decided.text());
    let page = noa.page(&row).await;
    let saved = noa.post(&row, &standing(&page, &[("text", OTHER)])).await;
    assert_eq!(saved.status, 303, "{}", saved.text());
    assert_eq!(noa.fill_hand_in(PLAN).await, 303);
    noa.decides(PLAN, "§ 99").await;
    let register = noa.page("/arbete/beslut").await;
    says!(register, "§ 88", "§ 99");
    let mut adopted = Vec::new();
    for rest in register.split("href=\"/arbete/beslut/").skip(1) {
        let id = rest.split(['"', '?']).next().unwrap();
        let page = noa.get(&format!("/arbete/beslut/{id}")).await.text();
        for (paragraph, words, others) in [("§ 88", PROMISE, OTHER), ("§ 99", OTHER, PROMISE)] {
            let main = page.split("<main").nth(1).unwrap_or_default();
            let deeds = main.split("Det här gjorde beslutet").nth(1);
            if main.contains(paragraph)
                && let Some(deeds) = deeds
                && deeds.contains(words)
            {
                let deeds = deeds.split("</ul>").next().unwrap();
                assert!(!deeds.contains(others), "{paragraph}: {deeds}");
                adopted.push(paragraph);
            }
        }
    }
    adopted.sort_unstable();
    adopted.dedup();
    assert_eq!(adopted, ["§ 88", "§ 99"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_kept_back_is_marked_wherever_it_is_decided_or_copied_out() {
    let town = town().await;
    let noa = Desk::of_a_small_body(&town, BODY).await;
    let elected = Desk::of(&town, "ledamot", &[(Role::Reader, BODY)]).await;
    let row = writes(&noa, PROMISE).await;
    writes(&noa, "Alla får svar").await;
    let secret = [("vem", "sekretess"), ("grund", "18 kap. 8 § OSL")];
    assert_eq!(
        noa.fill(&format!("{row}/lasare"), &secret).await.status,
        303
    );
    assert_eq!(noa.fill_hand_in(PLAN).await, 303);
    let mark = "Sekretess: 18 kap. 8 § OSL.";
    let pages = [
        "/tjansteskrivelse",
        "/tjansteskrivelse.txt",
        "/forslag",
        "/beslut",
    ];
    for page in pages {
        let page = noa.get(&format!("{PLAN}{page}")).await.text();
        says!(page, PROMISE, mark);
        assert_eq!(page.matches(mark).count(), 1);
    }
    says!(
        noa.page(&format!("{PLAN}/beslut")).await,
        "utom de som är märkta"
    );
    // Whoever does not read it is told of one row, and of no other, wherever it is counted.
    for (page, said) in [
        ("/arbete/".to_owned(), "en rad"),
        (PLAN.to_owned(), "en rad"),
    ] {
        let page = elected.page(&page).await;
        says!(page, said);
        assert!(!page.contains("2 rader"), "{page}");
    }
    noa.decides(PLAN, "88").await;
    says!(elected.page(PLAN).await, "en rad");
    let plans = elected.page("/arbete/planer/2027").await;
    let own = plans.split(PLAN).nth(1).unwrap();
    let own = own.split("</tr>").next().unwrap();
    says!(own, "<td class=\"tal\">1</td>");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_proposal_is_one_row_and_a_supplement_without_any_is_none() {
    let town = town().await;
    let noa = Desk::of_a_small_body(&town, BODY).await;
    let row = writes(&noa, PROMISE).await;
    assert_eq!(noa.fill_hand_in(PLAN).await, 303);
    noa.decides(PLAN, "88").await;
    let own_line = |desk: String| {
        let line = desk
            .split(&format!("href=\"{PLAN}\""))
            .nth(1)
            .unwrap_or_default();
        line.split("</li>").next().unwrap().to_owned()
    };
    let before = noa.page("/arbete/").await;
    // To save it as it stands proposes nothing.
    let page = noa.page(&row).await;
    assert_eq!(noa.post(&row, &standing(&page, &[])).await.status, 303);
    assert!(!noa.page(PLAN).await.contains("Komplettering"));
    let page = noa.page(&row).await;
    let saved = noa.post(&row, &standing(&page, &[("text", OTHER)])).await;
    assert_eq!(saved.status, 303, "{}", saved.text());
    let plan = noa.page(PLAN).await;
    says!(plan, "Komplettering: utkast", "en rad<");
    let desk = own_line(noa.page("/arbete/").await);
    assert!(
        desk.contains("en rad") && !desk.contains("senast den"),
        "{desk}"
    );
    let page = noa.page(&row).await;
    let (to, own) = form_to(&page, "/ta-bort");
    assert_eq!(noa.post(&to, &only(own)).await.status, 303);
    let plan = noa.page(PLAN).await;
    assert!(!plan.contains("Komplettering"), "{plan}");
    assert_eq!(own_line(noa.page("/arbete/").await), own_line(before));
}

#[tokio::test(flavor = "multi_thread")]
async fn headings_that_are_pasted_become_no_row_and_days_are_read_as_they_are_written() {
    let town = town().await;
    let noa = Desk::of_a_small_body(&town, BODY).await;
    let plan = noa.page(PLAN).await;
    let list = plan.split("/lista?").nth(1).unwrap();
    let list = format!("{PLAN}/lista?{}", list.split('"').next().unwrap());
    let page = noa.page(&list).await;
    let goal = choice(&page, "Processmål");
    let rows = "Löfte\tAnsvarig\tKlart\n\
                Alla får svar\tEnhetschef\t1 september 2027\n\
                Fler vågar\tEnhetschef\taugusti 2027\n\
                Färre väntar\tEnhetschef\t31 maj 2027";
    let look = [("lista", rows), ("val", goal.as_str()), ("visa", "1")];
    let looked = noa.post(&list, &form(&page, &look)).await.text();
    says!(
        looked,
        "Första raden är vad kolumnerna heter och blir ingen rad.",
        "Spara 3 rader"
    );
    let save = [("lista", rows), ("val", goal.as_str()), ("spara", "1")];
    assert_eq!(noa.post(&list, &form(&looked, &save)).await.status, 303);
    let plan = noa.page(PLAN).await;
    says!(plan, "1 september 2027", "augusti 2027", "31 maj 2027");
    assert!(!plan.contains("<h3>Löfte"));
    let page = noa.page(&list).await;
    let only_headings = [("lista", "Löfte\tAnsvarig"), ("spara", "1")];
    let refused = noa.post(&list, &form(&page, &only_headings)).await;
    assert_eq!(refused.status, 422);
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_is_late_is_told_of_above_the_list_of_plans() {
    let town = Town::on(date(2026, 12, 15)).await;
    let kim = Desk::of(&town, "kim.ek", &[(Role::Strategist, "kommunstyrelsen")]).await;
    let plans = kim.page("/arbete/planer/2027").await;
    says!(
        plans,
        "har inte lämnat in sina planer i tid.",
        "Sen: skulle ha kommit"
    );
    let late = plans.matches("Sen: skulle ha kommit").count();
    says!(plans, &format!("{late} nämnder och bolag har inte"));
}
