//! Other words for what is decided: a proposal beside it, in what supplements the plan, until another
//! decision is made.

use crate::desk::{Desk, form, form_to, number, only, standing};
use crate::plan_and_decide::{choice, link, new};
use crate::town::Town;
use jiff::civil::date;
use riktning_domain::permissions::Role;

const BODY: &str = "vard-och-omsorgsnamnden";
const PLAN: &str = "/arbete/planer/2027/vard-och-omsorgsnamnden";
const PROMISE: &str = "Alla som får hemtjänst väljer två fasta kontakter";
const OTHER: &str = "Alla som får hemtjänst väljer tre fasta kontakter";

#[tokio::test(flavor = "multi_thread")]
async fn a_decided_row_gets_other_words_by_a_proposal_and_another_decision() {
    let town = Town::on(date(2026, 10, 5)).await;
    let noa = Desk::of_a_small_body(&town, BODY).await;
    let other = Desk::of(&town, "annan", &[(Role::Contributor, "kommunstyrelsen")]).await;
    let path = new(&noa.page(PLAN).await, "Åtagande");
    let page = noa.page(&path).await;
    let goal = choice(&page, "Processmål");
    let fields = [("text", PROMISE), ("val", &goal), ("roll", "Enhetschef")];
    let saved = noa.post(&path, &form(&page, &fields)).await;
    assert_eq!(saved.status, 303, "{}", saved.text());
    let row = format!(
        "/arbete/ataganden/{}",
        number(&noa.page(PLAN).await, PROMISE)
    );
    let as_a_draft = noa.page(&row).await;
    assert_eq!(noa.fill_hand_in(PLAN).await, 303);
    noa.decides(PLAN, "§ 88").await;
    let plan = noa.page(PLAN).await;
    says!(plan, "Föreslå en ändring");
    let public = plan.split("Öppna sidan").next().unwrap();
    let public = link(public.rsplit("href=\"").next().unwrap());
    let before = town.page(&public).await;

    // Who had the draft open when it was decided proposes nothing unawares.
    let late = noa.post(&row, &form(&as_a_draft, &[("text", OTHER)])).await;
    assert_eq!(late.status, 409);
    says!(late.text(), OTHER);

    // It is proposed beside what stands, and read by nobody else.
    let page = noa.page(&row).await;
    says!(page, "Det här är beslutat", PROMISE, "Enhetschef");
    let proposed = [("text", OTHER), ("val", &goal), ("roll", "Områdeschef")];
    let saved = noa.post(&row, &form(&page, &proposed)).await;
    assert_eq!(saved.status, 303, "{}", saved.text());
    let plan = noa.page(PLAN).await;
    let decided = plan.find(&format!("<h3>{PROMISE}</h3>")).unwrap();
    let beside = plan.find(&format!("<h3>{OTHER}</h3>")).unwrap();
    assert!(decided < beside);
    says!(
        plan,
        &format!("<s>{PROMISE}</s>"),
        "Se förslaget till ny lydelse"
    );
    assert_eq!(town.page(&public).await, before);
    assert!(!other.page(PLAN).await.contains(OTHER));

    // It is taken back, and once more is the same.
    let page = noa.page(&row).await;
    says!(page, "Ta tillbaka förslaget");
    let (to, own) = form_to(&page, "/ta-bort");
    for _ in 0..2 {
        let gone = noa.post(&to, &only(own)).await;
        assert_eq!(gone.status, 303, "{}", gone.text());
    }
    let plan = noa
        .page(&format!("{PLAN}?gjort=aterstalld-{}", &row[18..]))
        .await;
    says!(plan, "Förslaget är tillbakataget", PROMISE);
    assert!(!plan.contains(OTHER) && !plan.contains("/lamna-in\""));

    // Proposed again, handed in, and decided: then residents read the new words and the old.
    let page = noa.page(&row).await;
    let saved = noa.post(&row, &form(&page, &proposed)).await;
    assert_eq!(saved.status, 303, "{}", saved.text());
    assert_eq!(noa.fill_hand_in(PLAN).await, 303);
    says!(
        noa.page(&format!("{PLAN}/tjansteskrivelse")).await,
        OTHER,
        PROMISE,
        "Ändras: Ansvarig roll, från Enhetschef till Områdeschef"
    );
    for page in [PLAN, &format!("{PLAN}/beslut")] {
        let page = noa.page(page).await;
        says!(
            page,
            OTHER,
            PROMISE,
            "<dt>Ansvarig roll</dt>",
            "Enhetschef</del>"
        );
    }
    assert_eq!(town.page(&public).await, before);
    noa.decides(PLAN, "§ 99").await;
    let after = town.page(&public).await;
    says!(after, OTHER, "§ 99", "Områdeschef");
    let year = town.page("/2024-2027/arsplan/2027").await;
    let own = year.split("Ny lydelse:").nth(1).unwrap();
    let own = own.split("</span>").next().unwrap();
    assert!(own.contains(OTHER), "{own}");
    says!(year, "Komplettering 1", "§ 99");
    let plan = noa.page(PLAN).await;
    assert!(!plan.contains("Utkast") && !plan.contains(&format!("<s>{PROMISE}</s>")));
    says!(plan, OTHER, "Föreslå en ändring");
}

#[tokio::test(flavor = "multi_thread")]
async fn who_is_elected_reads_the_proposal_against_what_is_in_force() {
    let town = Town::on(date(2026, 10, 5)).await;
    let noa = Desk::of_a_small_body(&town, BODY).await;
    let elected = Desk::of(&town, "ledamot", &[(Role::Reader, BODY)]).await;
    let council = Desk::of(&town, "fm", &[(Role::Reader, "kommunfullmaktige")]).await;
    let other = Desk::of(&town, "annan", &[(Role::Reader, "kommunstyrelsen")]).await;
    let proposal = format!("{PLAN}/forslag");
    // Two of last year's rows go on, one in other words, and one is new.
    let earlier = noa.page(&format!("{PLAN}/tidigare")).await;
    let rows: Vec<String> = earlier
        .split("name=\"val\" value=\"")
        .skip(1)
        .map(|rest| rest.split('"').next().unwrap().to_owned())
        .collect();
    assert!(rows.len() > 2, "{earlier}");
    let chosen: Vec<(&str, &str)> = rows[..2].iter().map(|id| ("val", id.as_str())).collect();
    let path = format!("{PLAN}/tidigare");
    let gone_on = noa.post(&path, &form(&earlier, &chosen)).await;
    assert_eq!(gone_on.status, 303, "{}", gone_on.text());
    let plan = noa.page(PLAN).await;
    let new_row = new(&plan, "Åtagande");
    let page = noa.page(&new_row).await;
    let goal = choice(&page, "Processmål");
    let sent = form(&page, &[("text", PROMISE), ("val", &goal)]);
    assert_eq!(noa.post(&new_row, &sent).await.status, 303);
    let first = plan.split("id=\"nr-").nth(1).unwrap();
    let first = first.split('"').next().unwrap();
    let row = format!("/arbete/ataganden/{first}");
    let page = noa.page(&row).await;
    let sent = form(
        &page,
        &[("text", OTHER), ("val", &goal), ("roll", "Områdeschef")],
    );
    assert_eq!(noa.post(&row, &sent).await.status, 303);
    // Before it is handed in nobody but its own body reads it.
    says!(noa.page(&proposal).await, OTHER, PROMISE);
    for desk in [&elected, &council, &other] {
        assert_eq!(desk.get(&proposal).await.status, 404);
    }
    assert_eq!(noa.fill_hand_in(PLAN).await, 303);
    for desk in [&elected, &council] {
        says!(
            desk.page("/arbete/").await,
            "Att läsa före beslutet",
            &proposal
        );
        says!(
            desk.page(&proposal).await,
            "Mot planen för 2026, som gäller nu.",
            "En rad ändras",
            "En rad är ny",
            "En rad står kvar som den är",
            "fortsätter inte",
            &format!("<ins>{OTHER}</ins>"),
            PROMISE
        );
        assert_eq!(desk.get(&format!("{PLAN}/beslut")).await.status, 404);
    }
    assert_eq!(other.get(&proposal).await.status, 404);
    for language in ["/fi", "/en"] {
        says!(elected.page(&format!("{language}{proposal}")).await, OTHER);
    }
    for nowhere in [
        "/arbete/planer/2027/ingen/forslag",
        "/arbete/planer/x/x/forslag",
    ] {
        assert_eq!(elected.get(nowhere).await.status, 404);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_in_one_row_each_field_is_kept_and_what_both_changed_is_shown() {
    let town = Town::on(date(2026, 10, 5)).await;
    let noa = Desk::of_a_small_body(&town, BODY).await;
    let kim = Desk::of(&town, "kim.ek", &[(Role::Contributor, BODY)]).await;
    let path = new(&noa.page(PLAN).await, "Åtagande");
    let page = noa.page(&path).await;
    let goal = choice(&page, "Processmål");
    let fields = [
        ("text", PROMISE),
        ("val", goal.as_str()),
        ("roll", "Enhetschef"),
        ("mangd", "12,5"),
        ("enhet", "procent"),
        ("pengar", "5"),
        ("pengar-i", "mnkr"),
    ];
    assert_eq!(noa.post(&path, &form(&page, &fields)).await.status, 303);
    let row = format!(
        "/arbete/ataganden/{}",
        number(&noa.page(PLAN).await, PROMISE)
    );
    let (mine, theirs) = (noa.page(&row).await, kim.page(&row).await);
    let group = choice(&mine, "<legend>Målgrupp");
    let first = [
        ("text", PROMISE),
        ("val", goal.as_str()),
        ("roll", "Skolchef"),
        ("mangd", "99"),
        ("enhet", "elever"),
        ("klart", "2027-05-01"),
        ("pengar", "5"),
        ("pengar-i", "tkr"),
        ("val", group.as_str()),
    ];
    assert_eq!(kim.post(&row, &form(&theirs, &first)).await.status, 303);
    let second = [
        ("text", PROMISE),
        ("val", goal.as_str()),
        ("roll", "Avdelningschef"),
        ("mangd", "12,5"),
        ("enhet", "procent"),
        ("klart", "2027-12-31"),
        ("pengar", "7"),
        ("pengar-i", "mnkr"),
    ];
    let refused = noa.post(&row, &form(&mine, &second)).await;
    assert_eq!(refused.status, 422);
    let page = refused.text();
    // Both values of what both changed; of what only the other changed, theirs is in the field.
    says!(
        page,
        "<dd>Skolchef</dd>",
        "value=\"Avdelningschef\"",
        "<dd>2027-05-01</dd>",
        "value=\"2027-12-31\"",
        "value=\"99\"",
        "value=\"elever\"",
        // An amount of money is one with its unit.
        "<dd>5 tusen kronor</dd>",
        "value=\"7\"",
        "<option value=\"mnkr\" selected>",
        // What the other chose beside is chosen: this one had not touched it.
        &format!("name=\"val\" value=\"{group}\" checked")
    );
    // What was counted is one with its unit, too.
    let counted = [
        ("text", PROMISE),
        ("val", goal.as_str()),
        ("mangd", "12,5"),
        ("enhet", "procent av alla"),
    ];
    let refused = noa.post(&row, &form(&mine, &counted)).await.text();
    says!(
        refused,
        "<dd>99 elever</dd>",
        "value=\"12,5\"",
        "value=\"procent av alla\""
    );
    let again = [
        ("text", PROMISE),
        ("val", goal.as_str()),
        ("roll", "Avdelningschef"),
        ("mangd", "99"),
        ("enhet", "elever"),
        ("klart", "2027-12-31"),
    ];
    assert_eq!(noa.post(&row, &form(&page, &again)).await.status, 303);
    says!(noa.page(PLAN).await, "Avdelningschef", "99 elever");
    // Where neither changed what the other did, both are saved, and nobody is asked anything.
    let (mine, theirs) = (noa.page(&row).await, kim.page(&row).await);
    let theirs = standing(&theirs, &[("roll", "Enhetschef"), ("klart", "2027-06-30")]);
    assert_eq!(kim.post(&row, &theirs).await.status, 303);
    let mine = standing(&mine, &[("text", "Alla väljer sin kontakt")]);
    for _ in 0..2 {
        let saved = noa.post(&row, &mine).await;
        assert_eq!(saved.status, 303, "{}", saved.text());
    }
    let plan = noa.page(PLAN).await;
    says!(
        plan,
        "Alla väljer sin kontakt",
        "Enhetschef",
        "30 juni 2027",
        "99 elever"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_row_is_kept_back_by_whoever_decides_and_shown_again_by_them() {
    let town = Town::on(date(2026, 10, 5)).await;
    let noa = Desk::of_a_small_body(&town, BODY).await;
    let kim = Desk::of(&town, "kim.ek", &[(Role::Contributor, BODY)]).await;
    let path = new(&noa.page(PLAN).await, "Åtagande");
    let page = noa.page(&path).await;
    let goal = choice(&page, "Processmål");
    let fields = [("text", PROMISE), ("val", goal.as_str())];
    assert_eq!(noa.post(&path, &form(&page, &fields)).await.status, 303);
    let row = number(&noa.page(PLAN).await, PROMISE);
    let readers = format!("/arbete/ataganden/{row}/lasare");
    assert_eq!(
        kim.get(&readers).await.status,
        404,
        "who writes does not say"
    );
    for (wrong, at) in [
        (vec![("vem", "sekretess")], "grund-f"),
        (vec![("vem", "ingen")], "vem-f"),
        (
            vec![
                ("vem", "sekretess"),
                ("grund", "18 kap. 8 § OSL"),
                ("till", "igår"),
            ],
            "till-f",
        ),
        (
            vec![
                ("vem", "sekretess"),
                ("grund", "18 kap. 8 § OSL"),
                ("till", "2026-10-04"),
            ],
            "till-f",
        ),
    ] {
        let refused = noa
            .post(&readers, &form(&noa.page(&readers).await, &wrong))
            .await;
        assert_eq!(refused.status, 422, "{wrong:?}");
        says!(refused.text(), &format!("id=\"{at}\""));
    }
    let old = noa.page(&readers).await;
    let secret = [
        ("vem", "sekretess"),
        ("grund", "18 kap. 8 § OSL"),
        ("till", "2028-12-31"),
    ];
    for _ in 0..2 {
        let done = noa.post(&readers, &form(&old, &secret)).await;
        assert_eq!(done.status, 303);
        says!(
            noa.page(done.header("location").unwrap()).await,
            "Sparat: vem som får läsa raden."
        );
    }
    says!(
        noa.page(PLAN).await,
        "Sekretess till och med 31 december 2028: 18 kap. 8 § OSL."
    );
    // Somebody who saw another word is told what stands.
    let late = noa
        .post(&readers, &form(&old, &[("vem", "anstallda")]))
        .await;
    assert_eq!(late.status, 422);
    says!(late.text(), "Sekretess till och med");
    // Whoever decides says it in the row's own form while the plan is written, and in the plan once it
    // is handed in.
    says!(
        noa.page(&format!("/arbete/ataganden/{row}")).await,
        &format!("href=\"{readers}\"")
    );
    assert!(!noa.page(PLAN).await.contains(&readers));
    assert!(
        !kim.page(&format!("/arbete/ataganden/{row}"))
            .await
            .contains(&readers)
    );
    // A secret row is read by nobody outside its body, before it is handed in and after.
    let council = Desk::of(&town, "fm", &[(Role::Reader, "kommunfullmaktige")]).await;
    let auditor = Desk::of(&town, "revisor", &[(Role::Auditor, "kommunfullmaktige")]).await;
    let strategist = Desk::of(&town, "strateg", &[(Role::Strategist, "kommunstyrelsen")]).await;
    for handed_in in [false, true] {
        if handed_in {
            assert_eq!(noa.fill_hand_in(PLAN).await, 303);
            says!(noa.page(PLAN).await, &readers);
        }
        let pages = [
            PLAN,
            &format!("{PLAN}/forslag"),
            &format!("{PLAN}/tjansteskrivelse"),
        ];
        for desk in [&council, &strategist, &auditor] {
            for page in pages {
                let is_read = desk.get(page).await.text().contains(PROMISE);
                // The auditors read what is secret, too, once it is handed in.
                let audits = handed_in && std::ptr::eq(desk, &auditor);
                assert!(!is_read || audits, "{page} {handed_in}");
            }
        }
    }
    says!(auditor.page(PLAN).await, PROMISE);
    noa.decides(PLAN, "§ 88").await;
    let hidden = town.server.get("/2024-2027/arsplan/2027", "").await;
    assert!(!hidden.text().contains(PROMISE));
    let open = form(&noa.page(&readers).await, &[("vem", "alla")]);
    assert_eq!(noa.post(&readers, &open).await.status, 303);
    says!(town.page("/2024-2027/arsplan/2027").await, PROMISE);
}
