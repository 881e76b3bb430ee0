//! The parts of a governance model shaped on screen: levels, scales and topics, and what is wrong with
//! what somebody typed.

use crate::desk::{Desk, encoded, form, number, standing};
use crate::model_editor::{LIST, copy, led, saved, standing_of, strategist, town};
use crate::plan_and_decide::{choice, new};
use crate::town::Town;
use jiff::civil::date;
use riktning_domain::permissions::Role;
use riktning_domain::topics::{DescribeTopic, Dimension, TopicDescription};
use riktning_domain::{Command, Dated};

#[tokio::test(flavor = "multi_thread")]
async fn a_level_and_a_scale_are_added_moved_and_taken_away_in_a_draft() {
    let town = town().await;
    let desk = strategist(&town, "strateg").await;
    let model = copy(&desk, "Inriktning 2028–2031").await;
    let scale = [
        ("namn", "Trafikljus"),
        ("varde-1", "Rött"),
        ("form-1", "ej"),
        ("raknas-1", "nej"),
        ("plats-1", "2"),
        ("varde-2", "Grönt"),
        ("form-2", "bra"),
        ("raknas-2", "ja"),
        ("plats-2", "1"),
    ];
    saved(&desk, &format!("{model}/skala/ny"), &scale).await;
    let page = desk.page(&model).await;
    let traffic = led(&page, "Trafikljus");
    let (green, red) = (page.find(">Grönt<"), page.find(">Rött<"));
    assert!(green.unwrap() < red.unwrap(), "the best first");
    // A value that was taken away is never the one that came in its row.
    let mut third = Vec::new();
    for word in ["Gult", "", "Blått"] {
        let fields = [("varde-3", word), ("form-3", "ej"), ("raknas-3", "nej")];
        saved(&desk, &traffic, &fields).await;
        let page = desk.page(&traffic).await;
        let id = page.split("name=\"id-3\" value=\"").nth(1).unwrap();
        third.push(id.split('"').next().unwrap().to_owned());
    }
    assert_eq!(third[1], "");
    assert!(!third[0].is_empty() && !third[2].is_empty() && third[0] != third[2]);
    let id = traffic.rsplit('/').next().unwrap();
    let level = [
        ("namn", "Framgångsfaktor"),
        ("syfte", "annat"),
        ("ager", "kind-committee"),
        ("beslutar", "kind-committee"),
        ("skala", id),
        ("grans", "5"),
        ("kontroll-1", "tydligt"),
        ("kriterium-1", "Tydligt"),
        ("oklara", "arbeta med\nverka för"),
        ("manad-1", "11"),
        ("tid-1", "Nämnden väljer"),
        ("stod-vision", "far"),
    ];
    saved(&desk, &format!("{model}/niva/ny"), &level).await;
    let page = desk.page(&model).await.replace('\u{ad}', "");
    says!(
        page,
        "Ägs av: nämnd.",
        "Bedöms med skalan Trafikljus.",
        "Högst 5 för varje organ.",
        "Formuleringen läses mot: tydligt.",
        "November: Nämnden väljer.",
        "Får stödja: Visionen."
    );
    let factor = led(&page, "Framgångsfaktor");
    let again = desk.page(&factor).await;
    says!(again, "arbeta med\nverka för", "value=\"5\"");
    let up = |page: &str| {
        let at = page.find(">Framgångsfaktor</a>").unwrap();
        let button = page[at..].split("name=\"upp\" value=\"").nth(1).unwrap();
        let id = button.split('"').next().unwrap();
        standing_of(page, "name=\"sett\"", &[("upp", id)])
    };
    assert_eq!(desk.post(&model, &up(&page)).await.status, 303);
    let moved = desk.page(&model).await.replace('\u{ad}', "");
    assert!(
        moved.find(">Framgångsfaktor</a>").unwrap()
            < moved.find(">Servicedeklaration</a>").unwrap()
    );
    let gone = standing_of(
        &desk.page(&traffic).await,
        "value=\"bort\"",
        &[("gor", "granska")],
    );
    for _ in 0..2 {
        assert_eq!(desk.post(&traffic, &gone).await.status, 303);
    }
    let page = desk.page(&model).await;
    assert!(!page.contains("Trafikljus"));
    let gone = standing_of(
        &desk.page(&factor).await,
        "value=\"bort\"",
        &[("gor", "granska")],
    );
    assert_eq!(desk.post(&factor, &gone).await.status, 303);
    assert!(!desk.page(&model).await.contains("Framgångsfaktor"));
}

#[tokio::test(flavor = "multi_thread")]
async fn whatever_is_wrong_is_said_at_its_field_with_everything_typed_kept() {
    let town = town().await;
    let desk = strategist(&town, "strateg").await;
    let page = desk.page(LIST).await;
    let position = town.app.position();
    let long = "å".repeat(121);
    for (fields, field) in [
        (vec![("namn", "")], "namn"),
        (vec![("namn", "\u{202e}")], "namn"),
        (vec![("namn", long.as_str())], "namn"),
        (vec![("namn", "Kim 19640823-3234")], "namn"),
        (vec![("namn", "Ny"), ("fran", "ingen")], "fran"),
        (vec![("namn", "Ny"), ("fran-ar", "tjugo")], "fran-ar"),
        (
            vec![("namn", "Ny"), ("fran-ar", "2029"), ("till-ar", "2028")],
            "till-ar",
        ),
        (
            vec![("namn", "Ny"), ("fran-ar", "2024"), ("till-ar", "2027")],
            "fran-ar",
        ),
    ] {
        let shown = desk.post(LIST, &standing(&page, &fields)).await;
        assert_eq!(shown.status, 422, "{fields:?}");
        says!(
            shown.text(),
            &format!("id=\"{field}-f\""),
            &format!("id=\"{field}\"")
        );
    }
    assert_eq!(town.app.position(), position);
    let model = copy(&desk, "Inriktning 🌱 2028–2031").await;
    let level = led(&desk.page(&model).await, "Åtagande");
    let form = desk.page(&level).await;
    let position = town.app.position();
    for (fields, field) in [
        (vec![("grans", "många")], "grans"),
        (vec![("skala", "ingen")], "skala"),
        (
            vec![("kontroll-5", ""), ("kriterium-5", "Utan kontroll")],
            "kontroll-5",
        ),
        (vec![("kontroll-5", "tid")], "kriterium-5"),
        (vec![("manad-1", "13"), ("tid-1", "Något")], "manad-1"),
        (vec![("kontroll-1", "tid")], "oklara"),
        (
            vec![("flera", ""), ("flera-engelska", "Only English")],
            "flera",
        ),
    ] {
        let all = [&fields[..], &[("finska", "Säilyy"), ("gor", "spara")]].concat();
        let shown = desk.post(&level, &standing(&form, &all)).await;
        assert_eq!(shown.status, 422, "{fields:?}");
        let shown = shown.text();
        says!(shown, &format!("id=\"{field}-f\""), "value=\"Säilyy\"");
    }
    let scale = format!("{model}/skala/ny");
    let form = desk.page(&scale).await;
    for (fields, field) in [
        (vec![("namn", "Tom")], "varde-1"),
        (
            vec![("namn", "Ny"), ("varde-1", "Ja"), ("raknas-1", "ja")],
            "form-1",
        ),
        (
            vec![("namn", "Ny"), ("varde-1", "Ja"), ("form-1", "bra")],
            "raknas-1",
        ),
    ] {
        let all = [&fields[..], &[("gor", "spara")]].concat();
        let shown = desk.post(&scale, &standing(&form, &all)).await;
        assert_eq!(shown.status, 422, "{fields:?}");
        says!(shown.text(), &format!("id=\"{field}-f\""));
    }
    // A row more is asked for, and nothing is saved by it.
    let more = desk
        .post(
            &level,
            &standing(
                &desk.page(&level).await,
                &[("namn", "Kvar"), ("gor", "fler")],
            ),
        )
        .await;
    assert_eq!(more.status, 200);
    says!(more.text(), "value=\"Kvar\"");
    assert_eq!(town.app.position(), position, "nothing is half stored");
    // What is of no model is nowhere.
    let nowhere = format!("{model}/niva/00000000-0000-0000-0000-000000000001");
    assert_eq!(desk.get(&nowhere).await.status, 404);
    assert_eq!(desk.get(&format!("{LIST}/ingen")).await.status, 404);
    let none = format!("namn={}&gor=spara", encoded("Löfte"));
    assert_eq!(
        desk.post(&format!("{LIST}/ingen/niva/ny"), &none)
            .await
            .status,
        404
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_process_gets_a_part_with_an_owner_and_nobody_writes_over_another() {
    let town = town().await;
    let (one, other) = (
        strategist(&town, "ett").await,
        strategist(&town, "tva").await,
    );
    let topics = format!("{LIST}/amnen");
    let page = one.page(&topics).await;
    let new = format!("{topics}/processer");
    says!(page, &format!("href=\"{new}\""));
    let form = one.page(&new).await;
    let owner = form
        .split("<option value=\"")
        .find(|rest| rest.contains(">Kommunstyrelsen<"));
    let owner = owner.unwrap().split('"').next().unwrap();
    let parent = form.split("id=\"del-av\"").nth(1).unwrap();
    let parent = parent
        .split("<option value=\"")
        .nth(2)
        .unwrap()
        .split('"')
        .next()
        .unwrap();
    let fields = [
        ("namn", "Lära för livet"),
        ("engelska", "Learning for life"),
        ("agare", owner),
        ("del-av", parent),
        ("plats", "9"),
    ];
    let position = town.app.position();
    for _ in 0..2 {
        let done = one.post(&new, &standing(&form, &fields)).await;
        assert_eq!(
            done.header("location"),
            Some("/arbete/malmodell/amnen?gjort=sparat")
        );
    }
    assert_eq!(
        town.app.position(),
        position + 1,
        "a second click is the first"
    );
    let page = one.page(&topics).await;
    says!(page, ">Lära för livet</a>", "Ägs av Kommunstyrelsen.");
    says!(
        town.page("/processer/lara-for-livet").await,
        "Lära för livet"
    );
    let own = led(&page, "Lära för livet");
    let (mine, theirs) = (one.page(&own).await, other.page(&own).await);
    let named = |page: &str, name: &str| standing(page, &[("namn", name)]);
    assert_eq!(one.post(&own, &named(&mine, "Lärande")).await.status, 303);
    let late = other.post(&own, &named(&theirs, "Livslångt")).await;
    assert_eq!(late.status, 409);
    let late = late.text();
    says!(late, "Det heter nu Lärande.", "value=\"Livslångt\"");
    assert_eq!(other.post(&own, &standing(&late, &[])).await.status, 303);
    says!(one.page(&topics).await, ">Livslångt</a>");
    for (field, typed) in [
        ("namn", ""),
        ("plats", "många"),
        ("agare", "ingen"),
        ("del-av", "ingen"),
    ] {
        let shown = one
            .post(&own, &standing(&one.page(&own).await, &[(field, typed)]))
            .await;
        assert_eq!(shown.status, 422, "{field}");
        says!(shown.text(), &format!("id=\"{field}-f\""));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_target_group_ends_keeps_what_stood_under_it_and_is_chosen_for_no_later_year() {
    let town = town().await;
    let kim = strategist(&town, "strateg").await;
    let plan = "/arbete/planer/2027/vard-och-omsorgsnamnden";
    let noa = Desk::of_a_small_body(&town, "vard-och-omsorgsnamnden").await;
    let auditor = Desk::of(&town, "revisor", &[(Role::Auditor, "kommunkoncernen")]).await;
    let path = new(&noa.page(plan).await, "Åtagande");
    let page = noa.page(&path).await;
    let goal = choice(&page, "Processmål");
    let group = choice(&page, "<legend>Målgrupp");
    let fields = [
        ("text", "Fler kommer ut"),
        ("val", goal.as_str()),
        ("val", group.as_str()),
    ];
    assert_eq!(noa.post(&path, &form(&page, &fields)).await.status, 303);
    let topics = format!("{LIST}/amnen");
    let own = format!("{topics}/{group}");
    let shown = kim.page(&own).await;
    says!(shown, "mål och åtaganden som gäller står under det.");
    let late = kim
        .post(&own, &standing(&shown, &[("sista-dag", "2026-10-04")]))
        .await;
    assert_eq!(late.status, 422);
    says!(
        late.text(),
        "id=\"sista-dag-f\"",
        "4 oktober 2026 är över. Säg i dag eller en senare dag.",
        "value=\"2026-10-04\""
    );
    let nonsense = kim
        .post(&own, &standing(&shown, &[("sista-dag", "snart")]))
        .await;
    assert_eq!(nonsense.status, 422);
    let ends = standing(&shown, &[("sista-dag", "2026-12-31")]);
    assert_eq!(kim.post(&own, &ends).await.status, 303);
    says!(
        kim.page(&topics).await,
        "Upphör. Sista dagen är 31 december 2026."
    );
    // What stands there stays, and can be taken away; what is new of next year cannot be placed there.
    let rows = noa.page(plan).await;
    let standing_row = number(&rows, "<h3>Fler kommer ut");
    let standing_row = format!("/arbete/ataganden/{standing_row}");
    says!(noa.page(&standing_row).await, &group);
    let fresh = noa.page(&new(&rows, "Åtagande")).await;
    assert!(!fresh.contains(&group), "{fresh}");
    // A form that was opened before it ended still offers it.
    let again = [("text", "Ännu fler kommer ut"), fields[1], fields[2]];
    let path = new(&rows, "Åtagande");
    let refused = noa.post(&path, &form(&noa.page(&path).await, &again)).await;
    assert_eq!(refused.status, 422);
    says!(refused.text(), "Ännu fler kommer ut");
    let told = auditor.page("/arbete/historik").await;
    says!(
        told,
        "Sista dagen",
        "31 december 2026",
        "Ämne beskrivet (målgrupper)"
    );
    // Residents read when it ends.
    let name = kim.page(&own).await;
    let name = name
        .split("<h1>")
        .nth(1)
        .unwrap()
        .split('<')
        .next()
        .unwrap();
    let list = town.page("/malgrupper/").await.replace('\u{ad}', "");
    assert!(list.contains(name), "{name}: {list}");
    let address = list.split(name).next().unwrap();
    let address = address.rsplit("href=\"").next().unwrap();
    let address = address.split('"').next().unwrap();
    says!(town.page(address).await, "31 december 2026");
    let listed = |day| {
        let ids: Vec<String> = town.app.published(day, |p| {
            let groups = p.topics(Dimension::TargetGroup).into_iter();
            groups.map(|(id, _)| id.to_string()).collect()
        });
        ids.contains(&group)
    };
    assert!(listed(date(2026, 12, 31)) && !listed(date(2027, 1, 1)));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_topic_that_has_ended_says_so_and_the_log_tells_when() {
    let town = Town::on(date(2026, 10, 5)).await;
    let (id, description, address) = town.app.published(date(2026, 10, 5), |p| {
        let groups = p.topics(Dimension::TargetGroup);
        let (id, group) = groups.first().unwrap();
        let address = format!("/malgrupper/{}", p.topic_slug(*id).unwrap());
        (*id, (*group).clone(), address)
    });
    let name = description.names.sv.as_str().unwrap().to_owned();
    town.perform(Command::DescribeTopic(DescribeTopic {
        topic: id,
        description: TopicDescription {
            last_day: Some(date(2026, 9, 30)),
            ..description
        },
        since: Some(Dated::day_known(date(2026, 9, 1))),
    }))
    .await;
    let over = "Det här har upphört. Sista dagen var den 30 september 2026.";
    says!(town.page(&address).await, over);
    let on_its_last = town.page(&format!("{address}?per=2026-09-30")).await;
    assert!(!on_its_last.contains(over), "{on_its_last}");
    says!(on_its_last, "30 september 2026");
    let log = town.page("/andringar").await.replace('\u{ad}', "");
    let day = log.split("1 oktober 2026</h2>").nth(1).unwrap();
    let day = day.split("</section>").next().unwrap();
    says!(
        day,
        "<span class=\"andring\">Upphörde</span>",
        &name,
        &address
    );
    let before = town.page("/andringar?per=2026-09-30").await;
    assert!(!before.contains("1 oktober 2026</h2>"), "{before}");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_journal_tells_what_was_changed_in_a_model() {
    let town = town().await;
    let kim = strategist(&town, "strateg").await;
    let auditor = Desk::of(&town, "revisor", &[(Role::Auditor, "kommunkoncernen")]).await;
    let model = copy(&kim, "Inriktning 2028–2031").await;
    let fields = [
        ("namn", "Delmål"),
        ("syfte", "annat"),
        ("ager", "kind-committee"),
        ("beslutar", "kind-committee"),
    ];
    saved(&kim, &format!("{model}/niva/ny"), &fields).await;
    let told = auditor.page("/arbete/historik").await.replace('\u{ad}', "");
    says!(told, "Ändrat", "Ny nivå: Delmål.");
}
