//! What a row says beside its sentence and its measure: who looks after it, the money that goes with
//! it, the target group, and what happens if a promise about a service is not kept.

use crate::desk::{Desk, body, encoded, form, form_to, grant, number, only, standing};
use crate::plan_and_decide::{choice, new};
use crate::town::Town;
use jiff::civil::date;
use riktning_app::people::new_person;
use riktning_domain::elements::{LookAfter, ProposeWording, Wording};
use riktning_domain::ids::{PersonId, WordingId};
use riktning_domain::permissions::{GrantRole, Role, User};
use riktning_domain::{Command, Inside};
use uuid::Uuid;

const BODY: &str = "vard-och-omsorgsnamnden";
const PLAN: &str = "/arbete/planer/2027/vard-och-omsorgsnamnden";
const YEARS: &str = "/arbete/planer/2024-2027/vard-och-omsorgsnamnden";
const PROMISE: &str = "Alla som får hemtjänst väljer två fasta kontakter";

async fn town() -> Town {
    Town::on(date(2026, 10, 5)).await
}

/// The id of a colleague in the list of those who can be responsible.
fn colleague(page: &str, name: &str) -> String {
    let option = page.split(&format!(">{name}</option>")).next().unwrap();
    let id = option.rsplit("value=\"").next().unwrap();
    id.split('"').next().unwrap().to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_row_says_who_looks_after_it_its_money_and_its_target_group() {
    let town = town().await;
    let noa = Desk::of_a_small_body(&town, BODY).await;
    let kim = Desk::of(&town, "kim.ek", &[(Role::Contributor, BODY)]).await;
    let other = Desk::of(&town, "annan", &[(Role::Contributor, "kommunstyrelsen")]).await;
    let path = new(&noa.page(PLAN).await, "Åtagande");
    let page = noa.page(&path).await;
    says!(page, "kim.ek Exempel</option>");
    assert!(!page.contains("annan Exempel</option>"));
    let goal = choice(&page, "Processmål");
    let group = choice(&page, "<legend>Målgrupp");
    let person = colleague(&page, "kim.ek Exempel");
    let fields = [
        ("text", PROMISE),
        ("val", goal.as_str()),
        ("val", group.as_str()),
        ("person", person.as_str()),
        ("pengar", "1 800,5"),
        ("pengar-i", "tkr"),
    ];
    // Somebody else's id, or nobody's, is told at the field, and everything typed stays.
    let nobody = "00000000-0000-0000-0000-000000000001";
    for id in [nobody, "kim.ek", "<b>"] {
        let mut wrong = fields;
        wrong[3].1 = id;
        let refused = noa.post(&path, &form(&page, &wrong)).await;
        assert_eq!(refused.status, 422, "{id}");
        let text = refused.text();
        says!(text, "href=\"#person\"", PROMISE, "1 800,5");
    }
    let mut wrong = fields;
    wrong[4].1 = "mycket";
    let refused = noa.post(&path, &form(&page, &wrong)).await;
    assert_eq!(refused.status, 422);
    says!(
        refused.text(),
        "id=\"pengar-f\"",
        "<details class=\"valj\" open>"
    );
    let saved = noa.post(&path, &form(&page, &fields)).await;
    assert_eq!(saved.status, 303, "{}", saved.text());
    let plan = noa.page(PLAN).await;
    let said = ["Håller i det: kim.ek Exempel", "800,5\u{a0}tusen kronor"];
    says!(plan, said[0], said[1]);
    // The form says it again, and saving it as it stands changes nothing.
    let row = format!("/arbete/ataganden/{}", number(&plan, PROMISE));
    let page = noa.page(&row).await;
    says!(
        page,
        "value=\"1\u{a0}800,5\"",
        &format!("value=\"{person}\" selected")
    );
    let before = town.app.position();
    let mut again = fields.to_vec();
    again[4].1 = "1800,5";
    assert_eq!(noa.post(&row, &form(&page, &again)).await.status, 303);
    assert!(
        town.app.position() - before <= 1,
        "a wording and nothing else"
    );
    // The memorandum has the money and not the name; nobody else reads the name, decided or not.
    assert_eq!(noa.fill_hand_in(PLAN).await, 303);
    let memorandum = noa.page(&format!("{PLAN}/tjansteskrivelse")).await;
    says!(memorandum, "800,5\u{a0}tusen kronor");
    assert!(!memorandum.contains("kim.ek"));
    noa.decides(PLAN, "§ 88").await;
    let to = noa.page(PLAN).await;
    let to = to.split("Öppna sidan").next().unwrap();
    let to = crate::plan_and_decide::link(to.rsplit("href=\"").next().unwrap());
    let public = town.page(&to).await;
    says!(public, "800,5\u{a0}tusen kronor", "<dt>För</dt>");
    assert!(!public.contains("kim.ek") && !public.contains(&person));
    says!(kim.page(PLAN).await, "Håller i det: kim.ek Exempel");
    // Who reads the plan of another body reads neither there nor in the history who looks after what.
    let auditor = Desk::of(&town, "revisor", &[(Role::Auditor, "kommunfullmaktige")]).await;
    let elected = Desk::of(&town, "ledamot", &[(Role::Reader, BODY)]).await;
    let strategist = Desk::of(&town, "strateg", &[(Role::Strategist, "kommunstyrelsen")]).await;
    let history = noa.page(&row).await;
    let history = history.split(">Historik</a>").next().unwrap();
    let history = crate::plan_and_decide::link(history.rsplit("href=\"").next().unwrap());
    says!(noa.page(&history).await, "kim.ek Exempel");
    for desk in [&other, &auditor, &elected, &strategist] {
        let plan = desk.page(PLAN).await;
        says!(plan, PROMISE, "800,5\u{a0}tusen kronor");
        assert!(!plan.contains("kim.ek"), "{plan}");
        let history = desk.get(&history).await;
        assert!(history.status == 200 || desk.page("/arbete/").await.contains("ledamot"));
        assert!(!history.text().contains("kim.ek"), "{}", history.text());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn who_is_responsible_changes_without_a_decision_and_all_at_once_when_somebody_leaves() {
    let town = town().await;
    let people: Vec<PersonId> = (0..3).map(|_| new_person()).collect();
    for person in &people {
        for role in [Role::Contributor, Role::Approver, Role::Registrar] {
            grant(&town, *person, role, BODY).await;
        }
    }
    let noa = Desk::who(&town, people[0], "noa.ek").await;
    let kim = Desk::who(&town, people[1], "kim.ek").await;
    let _ = Desk::who(&town, people[2], "robin.ek").await;
    let love = Desk::of(&town, "love", &[(Role::Administrator, "kommunstyrelsen")]).await;
    let path = new(&noa.page(PLAN).await, "Åtagande");
    let page = noa.page(&path).await;
    let goal = choice(&page, "Processmål");
    let [first, second, third] = [0, 1, 2].map(|n: usize| people[n].to_string());
    let fields = |text, person| [("text", text), ("val", goal.as_str()), ("person", person)];
    for (text, person) in [(PROMISE, &first), ("Fler väljer", &first)] {
        let page = noa.page(&path).await;
        let sent = form(&page, &fields(text, person.as_str()));
        assert_eq!(noa.post(&path, &sent).await.status, 303);
    }
    assert_eq!(noa.fill_hand_in(PLAN).await, 303);
    noa.decides(PLAN, "§ 88").await;
    let row = format!(
        "/arbete/ataganden/{}",
        number(&noa.page(PLAN).await, PROMISE)
    );
    let public = town.page("/2024-2027/arsplan/2027").await;
    // The decided row gets another responsible colleague at once: no proposal, nothing to decide.
    let opened = noa.page(&row).await;
    let opened_too = kim.page(&row).await;
    let before = town.app.position();
    let sent = standing(&opened, &[("person", second.as_str())]);
    for _ in 0..2 {
        let saved = noa.post(&row, &sent).await;
        assert_eq!(saved.status, 303, "{}", saved.text());
    }
    assert_eq!(town.app.position(), before + 1);
    let plan = noa.page(PLAN).await;
    says!(
        plan,
        "Håller i det: kim.ek Exempel",
        "Håller i det: noa.ek Exempel"
    );
    assert!(!plan.contains("Förslag"), "{plan}");
    // Whoever had the form open and changed nothing there takes it from nobody.
    let mut other_words = standing(&opened_too, &[]);
    other_words = other_words.replace(&encoded(PROMISE), &encoded("Alla väljer tre"));
    let saved = kim.post(&row, &other_words).await;
    assert_eq!(saved.status, 303, "{}", saved.text());
    let plan = noa.page(PLAN).await;
    says!(plan, "Alla väljer tre");
    assert_eq!(plan.matches("Håller i det: noa.ek").count(), 1, "{plan}");
    // Everything that somebody who leaves is responsible for follows their roles, seen before as a number.
    let page = love.page(&format!("/arbete/personer/{first}")).await;
    says!(page, "Personen är ansvarig för en rad i planerna.");
    assert!(!page.contains("Fler väljer"), "no word of what it says");
    let over = [
        ("gor", "ersatt"),
        ("vem", third.as_str()),
        ("fran-dag", "2026-10-05"),
    ];
    let page = love.page(&format!("/arbete/personer/{first}")).await;
    let (_, own) = form_to(&page, &format!("/arbete/personer/{first}"));
    let sent = format!("{}&{}", only(own), crate::desk::fields(over));
    let done = love.post(&format!("/arbete/personer/{first}"), &sent).await;
    assert_eq!(done.status, 303, "{}", done.text());
    let plan = kim.page(PLAN).await;
    says!(
        plan,
        "Håller i det: robin.ek Exempel",
        "Håller i det: kim.ek Exempel"
    );
    assert!(!plan.contains("noa.ek"));
    let page = love.page(&format!("/arbete/personer/{third}")).await;
    says!(page, "Personen är ansvarig för en rad i planerna.");
    // Residents see nothing of it.
    let stands = |page: &str| !page.contains("noa.ek") && !page.contains("robin.ek");
    assert!(stands(&public) && stands(&town.page("/2024-2027/arsplan/2027").await));
}

#[tokio::test(flavor = "multi_thread")]
async fn who_has_left_is_named_to_those_who_write_there_and_to_nobody_else() {
    let town = town().await;
    let noa = Desk::of_a_small_body(&town, BODY).await;
    let left = new_person();
    let add = town.app.add_person(left, "robin.ek", "robin.ek Exempel");
    add.await.unwrap();
    let held = GrantRole {
        person: left,
        role: Role::Contributor,
        body: body(&town, BODY),
        from: date(2026, 1, 1),
        to: Some(date(2026, 9, 30)),
    };
    let path = new(&noa.page(PLAN).await, "Åtagande");
    let page = noa.page(&path).await;
    let goal = choice(&page, "Processmål");
    let sent = form(&page, &[("text", PROMISE), ("val", goal.as_str())]);
    assert_eq!(noa.post(&path, &sent).await.status, 303);
    let row: u32 = number(&noa.page(PLAN).await, PROMISE).parse().unwrap();
    let strategist = Desk::of(&town, "strateg", &[(Role::Strategist, "kommunstyrelsen")]).await;
    assert_eq!(noa.fill_hand_in(PLAN).await, 303);
    let person = new_person();
    grant(&town, person, Role::Contributor, BODY).await;
    let element = town
        .app
        .inside(person, |i, _| i.numbered(row).map(|row| row.id))
        .unwrap();
    for command in [
        Command::GrantRole(held),
        Command::LookAfter(LookAfter {
            element,
            person: Some(left),
            instead_of: None,
        }),
    ] {
        town.app.perform(User::Import, command).await.unwrap();
    }
    let gaps = "/arbete/luckor?slag=slutat";
    says!(
        noa.page(gaps).await,
        PROMISE,
        "robin.ek Exempel står som ansvarig"
    );
    let others = strategist.page(gaps).await;
    says!(
        others,
        PROMISE,
        "Den som står som ansvarig har ingen roll kvar."
    );
    assert!(!others.contains("robin.ek"), "{others}");
}

/// Somebody who writes, and the address of a row that either of two colleagues can look after.
async fn with_two_colleagues(town: &Town) -> (Desk<'_>, String) {
    let noa = Desk::of_a_small_body(town, BODY).await;
    for login in ["kim.ek", "robin.ek"] {
        Desk::of(town, login, &[(Role::Contributor, BODY)]).await;
    }
    let path = new(&noa.page(PLAN).await, "Åtagande");
    let page = noa.page(&path).await;
    let goal = choice(&page, "Processmål");
    let fields = [("text", PROMISE), ("val", goal.as_str())];
    assert_eq!(noa.post(&path, &form(&page, &fields)).await.status, 303);
    let number = number(&noa.page(PLAN).await, PROMISE);
    (noa, format!("/arbete/ataganden/{number}"))
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_is_taken_out_of_a_row_by_a_form_that_did_not_show_them() {
    let town = town().await;
    let (noa, row) = with_two_colleagues(&town).await;
    let shown = noa.page(&row).await;
    let (kim, robin) = (
        colleague(&shown, "kim.ek Exempel"),
        colleague(&shown, "robin.ek Exempel"),
    );
    let chooses = |page: &str, person: &str| standing(page, &[("person", person)]);
    assert_eq!(noa.post(&row, &chooses(&shown, &kim)).await.status, 303);
    let late = noa.post(&row, &chooses(&shown, &robin)).await;
    assert_eq!(late.status, 422);
    let late = late.text();
    says!(
        late,
        "kim.ek Exempel",
        &format!("value=\"{robin}\" selected")
    );
    says!(noa.page(PLAN).await, "Håller i det: kim.ek Exempel");
    // Other words in the same form are no answer to that.
    let words = [("text", "Alla väljer tre"), ("person", robin.as_str())];
    let late_too = noa.post(&row, &standing(&shown, &words)).await;
    assert_eq!(late_too.status, 422);
    says!(noa.page(PLAN).await, "Håller i det: kim.ek Exempel");
    // Whoever has seen both decides.
    assert_eq!(noa.post(&row, &standing(&late, &[])).await.status, 303);
    says!(noa.page(PLAN).await, "Håller i det: robin.ek Exempel");
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_saves_another_field_at_the_same_moment_takes_nobody_out() {
    let town = town().await;
    let (noa, row) = with_two_colleagues(&town).await;
    let names = ["kim.ek Exempel", "robin.ek Exempel"];
    for turn in 0..12 {
        let (one, other) = (noa.page(&row).await, noa.page(&row).await);
        let chosen = names[turn % 2];
        let person = colleague(&one, chosen);
        let due = format!("2027-{:02}", turn % 12 + 1);
        let chooses = standing(&one, &[("person", &person)]);
        let says_when = standing(&other, &[("klart", &due)]);
        let (first, second) = tokio::join!(noa.post(&row, &chooses), noa.post(&row, &says_when));
        assert_eq!((first.status, second.status), (303, 303), "{turn}");
        says!(noa.page(PLAN).await, &format!("Håller i det: {chosen}"));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_form_does_not_ask_for_stands_when_it_is_saved() {
    let town = town().await;
    let me = new_person();
    grant(&town, me, Role::Contributor, BODY).await;
    let noa = Desk::who(&town, me, "noa.ek").await;
    let path = new(&noa.page(PLAN).await, "Åtagande");
    let page = noa.page(&path).await;
    let goal = choice(&page, "Processmål");
    let fields = [("text", PROMISE), ("val", goal.as_str())];
    assert_eq!(noa.post(&path, &form(&page, &fields)).await.status, 303);
    let number: u32 = number(&noa.page(PLAN).await, PROMISE).parse().unwrap();
    // An import has said why, and what happens otherwise: a commitment's form asks for neither.
    let said = |i: Inside<'_>| {
        let row = i.numbered(number).unwrap();
        (row.id, row.wording.clone())
    };
    let (element, wording) = town.app.inside(me, |i, _| said(i));
    let command = Command::ProposeWording(ProposeWording {
        element,
        wording_id: WordingId(Uuid::from_u128(77)),
        wording: Wording {
            why: Some("Därför".into()),
            if_not_kept: Some("Då ringer vi".into()),
            ..wording
        },
        instead_of: None,
        slug: None,
        since: None,
    });
    town.app.perform(User::Import, command).await.unwrap();
    let row = format!("/arbete/ataganden/{number}");
    let page = noa.page(&row).await;
    assert!(!page.contains("name=\"varfor\"") && !page.contains("name=\"annars\""));
    let fields = [
        ("text", "Alla väljer"),
        ("val", goal.as_str()),
        // Whoever sends it all the same says nothing by it.
        ("varfor", "Något annat"),
    ];
    let sent = form(&page, &fields);
    for _ in 0..2 {
        assert_eq!(noa.post(&row, &sent).await.status, 303);
    }
    let (_, wording) = town.app.inside(me, |i, _| said(i));
    assert_eq!(wording.text, "Alla väljer".into());
    // A source that says whose it is in its own words is asked for by no form, and makes no other wording.
    let command = Command::ProposeWording(ProposeWording {
        element,
        wording_id: WordingId(Uuid::from_u128(78)),
        wording: Wording {
            owner_in_words: Some("Kommunen och polisen".into()),
            ..wording.clone()
        },
        instead_of: None,
        slug: None,
        since: None,
    });
    town.app.perform(User::Import, command).await.unwrap();
    let before = town.app.position();
    let page = noa.page(&row).await;
    let mine = standing(&page, &[("person", me.to_string().as_str())]);
    assert_eq!(noa.post(&row, &mine).await.status, 303);
    assert_eq!(town.app.position(), before + 1);
    let (_, now) = town.app.inside(me, |i, _| said(i));
    assert_eq!(now.owner_in_words, Some("Kommunen och polisen".into()));
    says!(noa.page(PLAN).await, "Håller i det: noa.ek Exempel");
    assert_eq!(wording.why, Some("Därför".into()));
    assert_eq!(wording.if_not_kept, Some("Då ringer vi".into()));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_promise_about_a_service_is_written_with_what_happens_if_it_is_not_kept() {
    let town = town().await;
    let noa = Desk::of_a_small_body(&town, BODY).await;
    let path = new(&noa.page(YEARS).await, "Servicedeklaration");
    let page = noa.page(&path).await;
    let promise = "Du får svar på ansökan om hemtjänst inom tio dagar";
    let otherwise = "Ring oss, så får du en tid samma vecka.";
    let fields = [
        ("text", promise),
        ("villkor", "Tid från ansökan till besked"),
        ("annars", otherwise),
    ];
    let saved = noa.post(&path, &form(&page, &fields)).await;
    assert_eq!(saved.status, 303, "{}", saved.text());
    says!(noa.page(YEARS).await, promise, otherwise);
    assert!(!town.page("/servicedeklarationer").await.contains(promise));
    assert_eq!(noa.fill_hand_in(YEARS).await, 303);
    noa.decides(YEARS, "§ 88").await;
    says!(
        town.page("/servicedeklarationer").await,
        promise,
        otherwise,
        "Tid från ansökan till besked"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_pasted_row_says_how_it_is_seen_that_it_is_kept_and_rows_are_written_one_after_another() {
    let town = town().await;
    let noa = Desk::of_a_small_body(&town, BODY).await;
    let plan = noa.page(PLAN).await;
    let list = plan.split("/lista?").nth(1).unwrap();
    let list = format!("{PLAN}/lista?{}", list.split('"').next().unwrap());
    let page = noa.page(&list).await;
    let goal = choice(&page, "Processmål");
    let rows = "Alla får svar\tEnhetschef\t2027-05-01\tminst 12,5 procent\n\
                Fler vågar\t\t31.8.2027\tAlla skolor har en plan\n\
                Vi mäter\t\t\t1 200 personer\n\
                Vi ser\t\t\t7\n\
                Vi har öppet\t\t\t24/7 varje dag\n\
                Färre fel\t\t\t12procent\n\
                Fler nöjda\t\t\tMINST 80%";
    let look = [("lista", rows), ("val", goal.as_str()), ("visa", "1")];
    let shown = noa.post(&list, &form(&page, &look)).await.text();
    says!(
        shown,
        "<td>31 augusti 2027</td>",
        "<td>minst 80 %</td>",
        "<td>24/7 varje dag</td>"
    );
    let sent = [("lista", rows), ("val", goal.as_str()), ("spara", "1")];
    let saved = noa.post(&list, &form(&page, &sent)).await;
    assert_eq!(saved.status, 303, "{}", saved.text());
    says!(
        noa.page(PLAN).await,
        "minst 12,5 procent",
        "Alla skolor har en plan",
        "1\u{a0}200 personer",
        "24/7 varje dag",
        "12procent",
        "minst 80 %",
        "31 augusti 2027"
    );
    let five = [("lista", "Löfte\ta\t2027\tb\tc"), ("spara", "1")];
    let refused = noa.post(&list, &form(&page, &five)).await;
    assert_eq!(refused.status, 422);
    says!(refused.text(), "fler än fyra kolumner");
    // One row after another, without the plan between them.
    let path = new(&plan, "Åtagande");
    let page = noa.page(&path).await;
    let fields = [("text", PROMISE), ("val", goal.as_str()), ("nasta", "1")];
    let saved = noa.post(&path, &form(&page, &fields)).await;
    let next = saved.header("location").unwrap().to_owned();
    assert!(next.starts_with(&path), "{next}");
    let next = noa.page(&next).await;
    let row = number(&noa.page(PLAN).await, PROMISE);
    says!(next, &format!("Rad {row} är sparad. Skriv nästa."));
    assert!(!next.contains(PROMISE));
    let none = noa.page(&format!("{path}&gjort=999999")).await;
    assert!(!none.contains("är sparad"));
}
