//! The governance model, shaped on screen by a strategist, with forms and without scripts.

use crate::desk::{Desk, form, number, standing};
use crate::links::follow;
use crate::plan_and_decide::choice;
use crate::town::Town;
use jiff::civil::date;
use riktning_domain::permissions::Role;
use riktning_web::server::Source;
use std::collections::BTreeMap;

pub(crate) const LIST: &str = "/arbete/malmodell";
const GROUP: &str = "kommunkoncernen";
const CARE: &str = "vard-och-omsorgsnamnden";
const BOARD: &str = "kommunstyrelsen";

pub(crate) async fn town() -> Town {
    Town::on(date(2026, 10, 5)).await
}

pub(crate) async fn strategist<'a>(town: &'a Town, login: &str) -> Desk<'a> {
    Desk::of(town, login, &[(Role::Strategist, GROUP)]).await
}

/// The address of what a page calls so, in its list.
pub(crate) fn led(page: &str, name: &str) -> String {
    let mut links = page.split("<h3><a href=\"").skip(1);
    let link = links.find(|rest| {
        let shown = rest.split("</a>").next().unwrap();
        let shown = shown.replace('\u{ad}', "");
        shown.ends_with(&format!(">{name}"))
    });
    let link = link.unwrap_or_else(|| panic!("no link {name:?}: {page}"));
    link.split('"').next().unwrap().to_owned()
}

/// What stands in the form of a page that says a word.
pub(crate) fn standing_of(page: &str, word: &str, fields: &[(&str, &str)]) -> String {
    let main = page.split("<main").nth(1).unwrap();
    let mut forms = main.split("<form").skip(1);
    let own = forms.find(|form| form.split("</form>").next().unwrap().contains(word));
    standing(&format!("<main><form{}", own.unwrap()), fields)
}

/// A copy of the model in force, for the years after it.
pub(crate) async fn copy(desk: &Desk<'_>, name: &str) -> String {
    let page = desk.page(LIST).await;
    let begun = desk.post(LIST, &standing(&page, &[("namn", name)])).await;
    assert_eq!(begun.status, 303, "{}", begun.text());
    begun.header("location").unwrap().to_owned()
}

/// Says from which day a model holds, after it has been seen what that does.
pub(crate) async fn holds_from(desk: &Desk<'_>, model: &str, day: &str) {
    let force = format!("{model}/galla");
    let looked = [("fran", day), ("gor", "granska")];
    let looked = standing(&desk.page(&force).await, &looked);
    let shown = desk.post(&force, &looked).await.text();
    let made = standing_of(&shown, "genomfor", &[("gor", "genomfor")]);
    assert_eq!(desk.post(&force, &made).await.status, 303);
}

/// Changes a form of a draft; where it leads.
pub(crate) async fn saved(desk: &Desk<'_>, path: &str, fields: &[(&str, &str)]) -> String {
    let page = desk.page(path).await;
    let all = [fields, &[("gor", "spara")]].concat();
    let done = desk.post(path, &standing(&page, &all)).await;
    assert_eq!(done.status, 303, "{}", done.text());
    done.header("location").unwrap().to_owned()
}

/// Every public page that links lead to.
async fn public(town: &Town) -> BTreeMap<String, String> {
    let mut pages = BTreeMap::new();
    follow(&Source::of(&town.app), |path, page| {
        pages.insert(path.to_owned(), page.html.clone());
    })
    .await;
    pages
}

#[tokio::test(flavor = "multi_thread")]
async fn a_copy_gets_another_word_for_a_level_comes_into_force_and_is_on_the_site() {
    let town = town().await;
    let desk = strategist(&town, "strateg").await;
    says!(desk.page("/arbete/").await, "href=\"/arbete/malmodell\"");
    let before = public(&town).await;
    let model = copy(&desk, "Strategisk inriktning 2028–2031").await;
    let page = desk.page(&model).await;
    says!(
        page,
        "Utkast. Bara strategen ser det.",
        "2028–2031",
        "Måste stödja: Processmål."
    );
    let level = led(&page, "Åtagande");
    let fields = [
        ("namn", "Löfte"),
        ("flera", "Löften"),
        ("engelska", "Pledge"),
    ];
    let to = saved(&desk, &level, &fields).await;
    assert_eq!(to, format!("{model}?gjort=sparat"));
    says!(desk.page(&to).await, ">Löfte</a>", "Ändringen är sparad.");
    // A draft is nothing that residents see, and not a byte of any page is another.
    assert_eq!(public(&town).await, before);
    assert_eq!(town.server.get("/2028-2031/", "").await.status, 404);

    let force = format!("{model}/galla");
    let shown = desk.page(&force).await;
    says!(
        shown,
        "value=\"2028-01-01\"",
        "Mål och planer kan skrivas efter modellen redan nu",
        "Nivån Åtagande heter Löfte.",
        "Från 1 januari 2028 står modellen på webbplatsen"
    );
    let today = [("fran", "2026-10-05"), ("gor", "granska")];
    let shown = desk.post(&force, &standing(&shown, &today)).await;
    assert_eq!(shown.status, 200);
    let shown = standing_of(&shown.text(), "genomfor", &[("gor", "genomfor")]);
    let position = town.app.position();
    for _ in 0..2 {
        let done = desk.post(&force, &shown).await;
        assert_eq!(done.status, 303, "{}", done.text());
    }
    assert_eq!(
        town.app.position(),
        position + 1,
        "a second click is the first"
    );
    let public = town.page("/2028-2031/").await;
    says!(public, "Strategisk inriktning 2028–2031");
    says!(desk.page(&model).await, "Gäller sedan 5 oktober 2026.");
    let writer = Desk::of(&town, "skriver", &[(Role::Contributor, BOARD)]).await;
    let plan = writer.page(&format!("/arbete/planer/2028/{BOARD}")).await;
    says!(plan.to_lowercase(), "löfte");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_day_to_come_is_said_and_another_until_it_has_come() {
    let town = town().await;
    let desk = strategist(&town, "strateg").await;
    let model = copy(&desk, "Inriktning 2028–2031").await;
    let force = format!("{model}/galla");
    for (day, said) in [("2027-05-01", "1 maj 2027"), ("2027-06-01", "1 juni 2027")] {
        holds_from(&desk, &model, day).await;
        says!(desk.page(LIST).await, &format!("Börjar gälla {said}."));
        assert_eq!(town.server.get("/2028-2031/", "").await.status, 404);
    }
    // A draft no more: it is not thrown away.
    let page = desk.page(&model).await;
    assert!(!page.contains("value=\"kasta\""));
    assert_eq!(desk.post(&model, "vad=kasta").await.status, 422);
    for (day, fault) in [
        ("2026-10-04", "Dagen har redan varit."),
        ("", "Skriv vilken dag"),
        ("i morgon", "i morgon"),
    ] {
        let looked = standing(
            &desk.page(&force).await,
            &[("fran", day), ("gor", "granska")],
        );
        let shown = desk.post(&force, &looked).await;
        assert_eq!(shown.status, 422, "{day}");
        says!(shown.text(), fault, "id=\"fran-f\"");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn whatever_is_done_to_a_new_model_every_page_of_old_periods_is_the_same_to_the_byte() {
    let town = town().await;
    let desk = strategist(&town, "strateg").await;
    let past = |pages: BTreeMap<String, String>| {
        let old =
            |path: &String| path.starts_with("/2016-2019/") || path.starts_with("/ataganden/");
        pages
            .into_iter()
            .filter(|(path, _)| old(path))
            .collect::<BTreeMap<_, _>>()
    };
    let on = [
        "/?per=2019-06-30",
        "/2016-2019/?per=2018-12-31",
        "/sa-styrs-kommunen?per=2018-12-31",
    ];
    let mut then = Vec::new();
    for path in on {
        then.push(town.page(path).await);
    }
    let before = past(public(&town).await);
    assert!(before.len() > 100, "{}", before.len());
    let model = copy(&desk, "Inriktning 2028–2031").await;
    let page = desk.page(&model).await;
    saved(
        &desk,
        &led(&page, "Åtagande"),
        &[("namn", "Löfte"), ("grans", "7")],
    )
    .await;
    saved(
        &desk,
        &led(&page, "Måluppfyllelse"),
        &[("varde-1", "Nådd"), ("prognos-1", "På väg")],
    )
    .await;
    assert_eq!(past(public(&town).await), before);
    holds_from(&desk, &model, "2026-10-05").await;
    for (path, was) in on.into_iter().zip(then) {
        assert_eq!(town.page(path).await, was, "{path}");
    }
    // A new direction stands in the menu of every page; what else they say is what they said.
    let told = |page: &str| {
        let main = page.split("<main").nth(1).unwrap();
        main.split("</main>").next().unwrap().to_owned()
    };
    let after = past(public(&town).await);
    for (path, page) in &before {
        assert_eq!(told(page), told(&after[path]), "{path}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn levels_that_go_in_a_circle_are_said_at_the_field_by_their_names() {
    let town = town().await;
    let desk = strategist(&town, "strateg").await;
    let model = copy(&desk, "Inriktning 2028–2031").await;
    let page = desk.page(&model).await;
    let (goal, commitment) = (led(&page, "Processmål"), led(&page, "Åtagande"));
    let id = commitment.rsplit('/').next().unwrap();
    let stod = format!("stod-{id}");
    let position = town.app.position();
    let form = desk.page(&goal).await;
    let circle = [
        (stod.as_str(), "far"),
        ("engelska", "Kept as typed"),
        ("gor", "spara"),
    ];
    let shown = desk.post(&goal, &standing(&form, &circle)).await;
    assert_eq!(shown.status, 422);
    let shown = shown.text().replace('\u{ad}', "");
    says!(
        shown,
        "id=\"stoder-f\"",
        "i en cirkel: Processmål → Åtagande → Processmål.",
        "value=\"Kept as typed\"",
        "<option value=\"far\" selected>"
    );
    assert_eq!(town.app.position(), position, "nothing is half stored");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_change_of_what_is_in_force_is_seen_first_and_made_as_it_was_seen() {
    let town = town().await;
    let desk = strategist(&town, "strateg").await;
    let list = desk.page(LIST).await;
    let model = led(&list, "Strategisk inriktning 2024–2027");
    let level = led(&desk.page(&model).await, "Åtagande");
    let form = desk.page(&level).await;
    assert!(form.contains("Till för: Löfte för ett år från nämnd eller bolag."));
    let vision = [
        ("namn", "Löfte"),
        ("stod-vision", "maste"),
        ("gor", "granska"),
    ];
    let position = town.app.position();
    let shown = desk.post(&level, &standing(&form, &vision)).await;
    assert_eq!(shown.status, 200);
    let shown = shown.text();
    says!(
        shown,
        "Nivån Åtagande heter Löfte.",
        "Nivån Åtagande är annorlunda: vad den stöder.",
        "rader som är beslutade"
    );
    assert_eq!(town.app.position(), position, "it was only looked at");
    // Somebody writes a row meanwhile: another sight.
    let writer = Desk::of(&town, "skriver", &[(Role::Contributor, CARE)]).await;
    let plan = format!("/arbete/planer/2027/{CARE}");
    let rows = writer.page(&plan).await;
    let place = rows
        .split("/nytt?niva=")
        .nth(1)
        .unwrap()
        .split('"')
        .next()
        .unwrap()
        .to_owned();
    let new = format!("{plan}/nytt?niva={place}");
    // It has every link that the model requires today.
    let goal = choice(&writer.page(&new).await, "Processmål");
    let row = [("text", "hemligordet"), ("val", goal.as_str())];
    assert_eq!(writer.fill(&new, &row).await.status, 303);
    let made = standing(&shown, &[("gor", "genomfor")]);
    let anew = desk.post(&level, &made).await;
    assert_eq!(anew.status, 409);
    let anew = anew.text();
    says!(
        anew,
        "Så här blir det nu.",
        "En rad kan inte beslutas förrän den har en koppling"
    );
    assert!(!anew.contains("hemligordet"), "a count and never a word");
    let position = town.app.position();
    for _ in 0..2 {
        let done = desk
            .post(&level, &standing(&anew, &[("gor", "genomfor")]))
            .await;
        assert_eq!(done.status, 303, "{}", done.text());
    }
    assert_eq!(town.app.position(), position + 1);
    says!(town.page("/sa-styrs-kommunen").await, "Löfte");
    let then = town.page("/sa-styrs-kommunen?per=2026-10-04").await;
    assert!(then.contains("Åtagande") && !then.contains("Löfte"));
}

#[tokio::test(flavor = "multi_thread")]
async fn two_who_change_the_same_level_see_each_other_and_two_levels_are_both_saved() {
    let town = town().await;
    let (one, other) = (
        strategist(&town, "ett").await,
        strategist(&town, "tva").await,
    );
    let model = copy(&one, "Inriktning 2028–2031").await;
    let page = one.page(&model).await;
    let (level, goal) = (led(&page, "Åtagande"), led(&page, "Strategiskt mål"));
    let (mine, theirs) = (one.page(&level).await, other.page(&level).await);
    let beside = other.page(&goal).await;
    let save = |page: &str, name: &str| standing(page, &[("namn", name), ("gor", "spara")]);
    assert_eq!(one.post(&level, &save(&mine, "Löfte")).await.status, 303);
    // Another level of the same model is nobody's conflict.
    assert_eq!(
        other
            .post(&goal, &save(&beside, "Inriktningsmål"))
            .await
            .status,
        303
    );
    let late = other.post(&level, &save(&theirs, "Utfästelse")).await;
    assert_eq!(late.status, 409);
    let late = late.text();
    says!(
        late,
        "Någon annan har ändrat det här",
        "Nivån Löfte heter Utfästelse.",
        "value=\"Utfästelse\""
    );
    let page = one.page(&model).await;
    says!(page, ">Löfte</a>", ">Inriktningsmål</a>");
    let again = other
        .post(&level, &standing(&late, &[("gor", "spara")]))
        .await;
    assert_eq!(again.status, 303, "whoever has read it goes on");
    says!(one.page(&model).await, ">Utfästelse</a>");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_in_use_stays_and_a_period_that_is_over_is_only_read() {
    let town = town().await;
    let desk = strategist(&town, "strateg").await;
    let list = desk.page(LIST).await;
    let model = led(&list, "Strategisk inriktning 2024–2027");
    let page = desk.page(&model).await;
    let level = led(&page, "Åtagande");
    let form = desk.page(&level).await;
    says!(
        form,
        "Det står något på nivån. Därför kan den inte tas bort."
    );
    let sett = form.split("name=\"sett\" value=\"").nth(1).unwrap();
    let sett = sett.split('"').next().unwrap();
    let removed = desk
        .post(&level, &format!("vad=bort&gor=granska&sett={sett}"))
        .await;
    assert_eq!(removed.status, 422);
    says!(removed.text(), "id=\"bort-f\"");
    let purpose = [("syfte", "aktivitet"), ("gor", "granska")];
    let refused = desk.post(&level, &standing(&form, &purpose)).await;
    assert_eq!(refused.status, 422);
    says!(refused.text(), "id=\"syfte-f\"");
    let scale = led(&page, "Måluppfyllelse");
    let form = desk.page(&scale).await;
    says!(form, "Något är bedömt med skalan.");
    let emptied = [
        "varde-1",
        "varde-engelska-1",
        "varde-finska-1",
        "prognos-1",
        "prognos-engelska-1",
        "prognos-finska-1",
    ];
    let emptied = emptied.map(|field| (field, ""));
    let all = [&emptied[..], &[("gor", "granska")]].concat();
    let refused = desk.post(&scale, &standing(&form, &all)).await;
    assert_eq!(refused.status, 422, "{}", refused.text());
    says!(refused.text(), "id=\"varden-f\"");
    let over = desk
        .page(&led(&list, "Strategisk inriktning 2016–2019"))
        .await;
    says!(over, "Perioden är slut. Modellen står kvar som den var.");
    assert!(!over.contains("/niva/") && !over.contains("name=\"namn\""));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_carried_model_has_the_levels_of_internal_control_with_their_place_in_the_year() {
    let town = town().await;
    let desk = strategist(&town, "strateg").await;
    for (word, words) in [
        (
            "mal-och-processer",
            &[
                ">Riskområde</a>",
                ">Koncerngemensamt kontrollmoment</a>",
                ">Eget kontrollmoment</a>",
                ">Åtgärd</a>",
                "Beslutas av: fullmäktige.",
                "November: Fullmäktige beslutar nästa års koncerngemensamma kontrollmoment.",
                "Utan anmärkning",
            ][..],
        ),
        (
            "grunduppdrag",
            &[
                ">Grunduppdrag</a>",
                ">Nämndens svar</a>",
                "Avslutas bara genom beslut.",
                "Kvalitet i grunduppdraget",
            ][..],
        ),
    ] {
        let page = desk.page(LIST).await;
        let fields = [
            ("fran", word),
            ("namn", "Ny modell"),
            ("engelska", "A new model"),
            ("finska", "Uusi malli"),
        ];
        let key = page.split("name=\"nyckel\" value=\"").nth(1).unwrap();
        let key = key.split('"').next().unwrap();
        let sent = form(
            &page,
            &[&fields[..], &[("fran-ar", "2030"), ("till-ar", "2030")]].concat(),
        );
        assert!(sent.contains(key));
        let position = town.app.position();
        let begun = desk.post(LIST, &sent).await;
        assert_eq!(begun.status, 303, "{}", begun.text());
        assert_eq!(desk.post(LIST, &sent).await.status, 303);
        assert_eq!(
            town.app.position(),
            position + 1,
            "a second click is the first"
        );
        let model = begun.header("location").unwrap().to_owned();
        let page = desk.page(&model).await.replace('\u{ad}', "");
        for said in words {
            says!(page, *said);
        }
        assert!(!page.contains("Det här saknas"), "{page}");
        let english = desk.page(&format!("/en{model}")).await;
        says!(english, "Draft. Only the strategist sees it.");
        // Thrown away, so that the next one can have the year.
        let thrown = standing_of(&page, "value=\"kasta\"", &[]);
        for _ in 0..2 {
            let done = desk.post(&model, &thrown).await;
            assert_eq!(
                done.header("location"),
                Some("/arbete/malmodell?gjort=kastat")
            );
        }
        assert_eq!(desk.get(&model).await.status, 404);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_model_for_years_that_are_planned_says_whose_plans_it_touches() {
    let town = town().await;
    let desk = strategist(&town, "strateg").await;
    let writer = Desk::of(&town, "skriver", &[(Role::Contributor, CARE)]).await;
    let plan = format!("/arbete/planer/2027/{CARE}");
    let rows = writer.page(&plan).await;
    let place = rows
        .split("/nytt?niva=")
        .nth(1)
        .unwrap()
        .split('"')
        .next()
        .unwrap()
        .to_owned();
    let new = format!("{plan}/nytt?niva={place}");
    assert_eq!(
        writer.fill(&new, &[("text", "hemligordet")]).await.status,
        303
    );
    let number = number(&writer.page(&plan).await, "hemligordet");
    let page = desk.page(LIST).await;
    let fields = [
        ("namn", "Ny inriktning"),
        ("fran-ar", "2027"),
        ("till-ar", "2030"),
    ];
    let begun = desk.post(LIST, &standing(&page, &fields)).await;
    let model = begun.header("location").unwrap().to_owned();
    let shown = desk
        .page(&format!("{model}/galla"))
        .await
        .replace('\u{ad}', "");
    says!(
        shown,
        "Planeringen för 2027 går över från Strategisk inriktning 2024–2027.",
        "Vård- och omsorgsnämnden har en plan på gång med",
        "I Strategisk inriktning 2024–2027 står"
    );
    assert!(!shown.contains("hemligordet"), "a count and never a word");
    assert_eq!(
        writer
            .get(&format!("/arbete/ataganden/{number}"))
            .await
            .status,
        200
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn what_internal_control_is_and_when_in_the_year_is_on_the_site_once_it_is_in_force() {
    let town = town().await;
    let desk = strategist(&town, "strateg").await;
    let page = desk.page(LIST).await;
    let fields = [
        ("fran", "mal-och-processer"),
        ("namn", "Inriktning 2026–2029"),
        ("fran-ar", "2026"),
        ("till-ar", "2029"),
    ];
    let begun = desk.post(LIST, &standing(&page, &fields)).await;
    let model = begun.header("location").unwrap().to_owned();
    let force = format!("{model}/galla");
    let shown = desk.page(&force).await;
    says!(shown.replace('\u{ad}', ""), "Ny nivå: Riskområde.");
    // What is called the same is no other level.
    assert!(!shown.contains("Nivån Strategiskt mål finns inte."));
    let made = standing_of(&shown, "genomfor", &[("gor", "genomfor")]);
    assert_eq!(desk.post(&force, &made).await.status, 303);
    let site = town.page("/sa-styrs-kommunen").await;
    let site = site.replace('\u{ad}', "");
    says!(
        site,
        "Koncerngemensamt kontrollmoment",
        "November: Fullmäktige beslutar nästa års koncerngemensamma kontrollmoment."
    );
    let english = town.page("/en/sa-styrs-kommunen").await;
    says!(english, "November: Council decides next year");
    let then = town.page("/sa-styrs-kommunen?per=2026-10-04").await;
    assert!(!then.contains("ontrollmoment"));
}
