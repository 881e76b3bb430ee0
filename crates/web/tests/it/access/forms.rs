//! Every form of the work area, sent by whoever may not send it: nothing changes.

mod proposed;
mod reports;

use super::*;
use proposed::{document, documents, of_directives};
use reports::{OUTCOMES, of_reports};

/// A company, as whoever organises opens it.
const COMPANY: &str = "/arbete/organisation/exempelenergi";
/// Where the decision behind a change that stands is recorded.
const AFTERWARDS: &str = "/arbete/omorganisation/beslut";

/// What is judged of the whole, as an editor translates it.
const BALANCE: &str = "/arbete/webbplats/oversattningar/balansen";

/// The general meeting of that company.
const MEETING: &str = "exempelenergis-bolagsstamma";

const STRATEGISTS: &[(Role, &str)] = &[(Role::Strategist, OWN), (Role::Strategist, GROUP)];

/// A form that somebody may send, as they would send it.
struct Sendable {
    /// The address, as the router has it.
    route: &'static str,
    path: String,
    form: String,
    /// Who may send it.
    by: usize,
    /// Others who may.
    also: &'static [(Role, &'static str)],
}

/// The three forms of rounds, as they stand before a strategist.
async fn of_rounds(strategist: &Desk<'_>, round: &str) -> Vec<Sendable> {
    const NEW: &str = "/arbete/omgangar/ny";
    let own = format!("/arbete/omgangar/{round}");
    let cycle = "/arbete/aret/2027/omgangar".to_owned();
    let new = [
        ("namn", "Extra delår"),
        ("slag", "delar"),
        ("lage", "2027-05-31"),
        ("sista-kind-committee", "2027-06-20"),
    ];
    let forms = [
        (NEW, NEW.to_owned(), &new[..]),
        ("/arbete/omgangar/{round}", own, &[("namn", "Annat namn")]),
        ("/arbete/aret/{year}/omgangar", cycle, &[]),
    ];
    let mut sendable = Vec::new();
    for (route, path, fields) in forms {
        sendable.push(Sendable {
            route,
            form: standing(&strategist.page(&path).await, fields),
            path,
            by: 2,
            also: STRATEGISTS,
        });
    }
    sendable
}

/// A plan asks another body what it says of it: said anew, and answered.
async fn of_referrals(town: &Town, asker: &Desk<'_>, answerer: &Desk<'_>) -> Vec<Sendable> {
    let (ask, answer) = (
        format!("{}/remiss", plan(SENT)),
        format!("{}/remissvar", plan(SENT)),
    );
    let to = body(town, OTHER).0.to_string();
    let by = |day| [("organ", to.as_str()), ("till", day)];
    let asked = asker.fill(&ask, &by("2026-11-02")).await;
    assert_eq!(asked.status, 303, "{}", asked.text());
    let page = asker.page(&ask).await;
    let of = |route, path: &str, form, by| Sendable {
        route,
        form,
        path: path.to_owned(),
        by,
        also: &[],
    };
    let anew = form(&page, &by("2026-11-09"));
    let answered = [("hur", "yttrande"), ("svar", "Det blir bra.")];
    let answered = form(&answerer.page(&answer).await, &answered);
    vec![
        of("/arbete/planer/{year}/{body}/remiss", &ask, anew, 8),
        of(
            "/arbete/planer/{year}/{body}/remissvar",
            &answer,
            answered,
            0,
        ),
    ]
}

/// Two changes of the organisation, as they stand before a strategist who has seen what they do.
async fn organised(strategist: &Desk<'_>) -> (String, String) {
    let committee = [("namn-1", "Nya nämnden"), ("slag", "kind-committee")];
    let above = strategist.page("/arbete/omorganisation").await;
    let above = above
        .split("<option value=\"")
        .find(|rest| rest.contains(">Kommunfullmäktige<"));
    let above = above.unwrap().split('"').next().unwrap().to_owned();
    let new = [
        ("svarar", above.as_str()),
        ("borjar", "2026-10-05"),
        ("gor", "granska"),
    ];
    let new = [&committee[..], &new].concat();
    let named = [
        ("namn", "Exempelenergi och vatten"),
        ("namn-fran", "2026-10-05"),
        ("gor", "granska"),
    ];
    let mut forms = Vec::new();
    for (path, fields) in [("/arbete/omorganisation", &new[..]), (COMPANY, &named)] {
        let shown = strategist.fill(path, fields).await;
        assert_eq!(shown.status, 200, "{}", shown.text());
        forms.push(form(&shown.text(), &[("gor", "genomfor")]));
    }
    (forms.remove(0), forms.remove(0))
}

/// The decision behind a change that was made without one, of council's.
async fn afterwards(strategist: &Desk<'_>) -> String {
    let page = strategist.page(AFTERWARDS).await;
    let mark = page.split("name=\"andring\" value=\"").nth(1).unwrap();
    let mark = mark.split('"').next().unwrap();
    let decision = [
        ("dag", "2024-11-28"),
        ("paragraf", "157"),
        ("andring", mark),
    ];
    standing(&page, &decision)
}

/// The form of an indicator, new or changed.
async fn indicator(strategist: &Desk<'_>, slug: &str) -> (String, String) {
    let path = format!("/arbete/indikatorer/{slug}");
    let page = strategist.page(&path).await;
    let written = [("namn", "Böcker"), ("beskrivning", "Lånade böcker.")];
    (path, standing(&page, &written))
}

/// A draft of a model: its address, and the forms of what can be done to it as a strategist sends
/// them: the model itself, a level, a scale and the day, each with its address; and a new topic.
async fn modelled(strategist: &Desk<'_>) -> [(String, String); 7] {
    let list = "/arbete/malmodell";
    let page = strategist.page(list).await;
    let begun = standing(&page, &[("namn", "Inriktning 2028–2031")]);
    let begun = strategist.post(list, &begun).await;
    let model = begun.header("location").unwrap().to_owned();
    let another = [
        ("namn", "En annan"),
        ("fran-ar", "2032"),
        ("till-ar", "2035"),
    ];
    let another = standing(&strategist.page(list).await, &another);
    let page = strategist.page(&model).await;
    let described = page
        .split("<form")
        .find(|form| form.contains("value=\"beskriv\""));
    let described = format!("<main><form{}", described.unwrap());
    let described = standing(&described, &[("namn", "Ny inriktning"), ("gor", "spara")]);
    let (level, scale) = (format!("{model}/niva/ny"), format!("{model}/skala/ny"));
    let new = [("namn", "Ny nivå"), ("syfte", "annat"), ("gor", "spara")];
    let new_level = standing(&strategist.page(&level).await, &new);
    let new = [
        ("namn", "Ny skala"),
        ("varde-1", "Ja"),
        ("form-1", "bra"),
        ("raknas-1", "ja"),
        ("gor", "spara"),
    ];
    let new_scale = standing(&strategist.page(&scale).await, &new);
    let yearly = format!("{model}/omgang/ny");
    let new = [
        ("namn", "Ny omgång"),
        ("slag", "delar"),
        ("lage", "31 augusti"),
        ("sista-kind-committee", "20 september"),
        ("gor", "spara"),
    ];
    let new_yearly = standing(&strategist.page(&yearly).await, &new);
    let topic = format!("{list}/amnen/processer");
    let new_topic = standing(&strategist.page(&topic).await, &[("namn", "Ny process")]);
    let force = format!("{model}/galla");
    let shown = strategist.page(&force).await;
    let shown = shown.split("<form").find(|form| form.contains("genomfor"));
    let put = format!("<main><form{}", shown.unwrap());
    let put = standing(&put, &[("gor", "genomfor")]);
    [
        (list.to_owned(), another),
        (force, put),
        (model, described),
        (level, new_level),
        (scale, new_scale),
        (yearly, new_yearly),
        (topic, new_topic),
    ]
}

#[tokio::test(flavor = "multi_thread")]
async fn a_form_that_is_sent_by_whoever_may_not_changes_nothing() {
    let town = town().await;
    let walk = Walk::begin(&town).await;
    let writer = walk
        .somebody(&[(Role::Contributor, OTHER), (Role::Approver, OTHER)], "ks")
        .await;
    let registrar = walk.somebody(&[(Role::Registrar, SENT)], "kfn").await;
    let strategist = walk.somebody(&[(Role::Strategist, GROUP)], "strateg").await;
    let editor = walk.somebody(&[(Role::Editor, GROUP)], "webb").await;
    let administrator = walk.somebody(&[(Role::Administrator, GROUP)], "love").await;
    let secretary = walk.somebody(&[(Role::Registrar, OTHER)], "ks2").await;
    let rightful = [
        &writer,
        &registrar,
        &strategist,
        &editor,
        &administrator,
        &secretary,
        &walk.somebody(&[(Role::Registrar, COUNCIL)], "kf").await,
        &walk.somebody(&[(Role::Registrar, MEETING)], "stamma").await,
        &walk.somebody(&[(Role::Approver, SENT)], "kfn2").await,
        &walk.somebody(&[(Role::Registrar, OWN)], "von").await,
        &walk.somebody(&[(Role::Approver, OWN)], "von2").await,
        &walk.somebody(&[(Role::Contributor, OWN)], "von3").await,
    ];
    let (other, council) = (plan(OTHER), plan(COUNCIL));
    let new_other = new_row(&writer.page(&other).await);
    let new_council = new_row(&strategist.page(&council).await);
    let row = format!("/arbete/ataganden/{}", walk.numbers[1]);
    let readers = format!("/arbete/ataganden/{}/lasare", walk.numbers[2]);
    let last_year = registrar.page(&plan(SENT).replace("2027", "2026")).await;
    let righting = last_year.split("/rattelse\"").next().unwrap();
    let righting = format!("{}/rattelse", righting.rsplit('"').next().unwrap());
    let closing = format!("{}/avslut", plan(SENT).replace("2027", "2026"));
    crate::closing::closes_orders(walk.town, &registrar.page(&closing).await).await;
    let decide = format!("{}/beslut", plan(SENT));
    let decided = format!("/arbete/beslut/{}", walk.decision);
    let over = format!("/arbete/beslut/nytt/{SENT}");
    let over_page = registrar.page(&over).await;
    let withdraw = over_page.split(":dras\"").next().unwrap();
    let withdraw = format!("{}:dras", withdraw.rsplit('"').next().unwrap());
    let withdrawn = [
        ("dag", "2026-10-05"),
        ("paragraf", "8"),
        ("gor", withdraw.as_str()),
    ];
    let appealed = [("steg", "overklagat"), ("dag", "2026-10-05")];
    let a_notice = format!("/arbete/webbplats/driftinformation/{}", walk.notice);
    let changed = [NOTICE[0], ("rubrik-sv", "Telefonen är hel"), NOTICE[2]];
    let (days, hours) = (
        format!("{OFFICES}/{}/dagar", walk.office),
        format!("{OFFICES}/{}/telefon", walk.office),
    );
    let week = [("mandag", "8–12"), ("fran", "2026-10-05")];
    let differs = [
        ("galler", "telefon"),
        ("fran", "2026-10-30"),
        ("till", "2026-10-30"),
        ("tider", "9–12"),
        ("skal-sv", "Utbildningsdag"),
    ];
    let at = body(&town, OWN).0;
    let of_model = |route, (path, form)| Sendable {
        route,
        path,
        form,
        by: 2,
        also: STRATEGISTS,
    };
    const EDITORS: &[(Role, &str)] = &[(Role::Editor, OWN), (Role::Editor, GROUP)];
    const ADMINISTRATORS: &[(Role, &str)] =
        &[(Role::Administrator, OWN), (Role::Administrator, GROUP)];
    let in_minutes = [("dag", "2026-10-05"), ("paragraf", "7")];
    let nytt = "/arbete/planer/{year}/{body}/nytt";
    let page = writer.page(&new_other).await;
    let goal = choice(&page, "Processmål");
    let extra = form(&page, &[("text", "bortordet"), ("val", &goal)]);
    assert_eq!(writer.post(&new_other, &extra).await.status, 303);
    let extra = number(&writer.page(&other).await, "bortordet");
    let extra = writer.page(&format!("/arbete/ataganden/{extra}")).await;
    let (remove, removed) = form_to(&extra, "/ta-bort/");
    let before = writer.page(&other).await;
    let (accept, accepted) = form_to(&before, "/anta?");
    let list = before.split("/lista?").nth(1).unwrap();
    let list = format!("{other}/lista?{}", list.split('"').next().unwrap());
    let pasted = [("lista", "Ett löfte i en lista"), ("spara", "1")];
    let arrange = format!("{other}/ordning");
    let arranged = [("plats", "2"), ("plats", "2")];
    let arranged = form(&writer.page(&arrange).await, &arranged);
    let earlier = format!("{other}/tidigare");
    let earlier_page = writer.page(&earlier).await;
    let earlier_row = earlier_page.split("name=\"val\" value=\"").nth(1).unwrap();
    let earlier_row = earlier_row.split('"').next().unwrap().to_owned();
    let gaps = writer.page("/arbete/luckor").await;
    let expired = gaps.split("<li id=\"dokument-").nth(1).unwrap();
    let (mend, mended) = form_to(expired, "/arbete/luckor");
    let (new_body, named) = organised(&strategist).await;
    let decided_afterwards = afterwards(&strategist).await;
    let [
        a_draft,
        changes,
        sends,
        sent,
        adopts,
        dropped,
        drops,
        recalled,
        recalls,
        another,
    ] = documents(&town, &writer).await;
    crate::inbox_work::answered(&town, "%2Fvision", "").await;
    let erase = "/arbete/webbplats/svar/gallra";
    let under = [
        ("vilka", "sida"),
        ("sida", "/vision"),
        ("beslut", "Gallring av svar"),
        ("beslutsdag", "2026-09-01"),
        ("diarienummer", "EX/2026:31"),
    ];
    let shown = editor.fill(erase, &under).await.text();
    let under: Vec<_> = under.into_iter().chain([("gor", "gallra")]).collect();
    let erases = form(&shown, &under);
    let new_office = format!("{OFFICES}/nytt");
    let office = format!("{OFFICES}/{}", walk.office);
    let an_office = [
        ("namn-sv", "Östra kontoret"),
        ("namn-sv", "Centralt kontaktcenter"),
        ("fran", "2026-10-05"),
    ];
    let a_page = [PAGE[0], ("text-sv", "Ring oss i dag."), PAGE[2]];
    let owner = "/arbete/webbplats/ansvar?sida=%2Fkontakt".to_owned();
    let owned = [("sida", "/kontakt"), ("roll-sv", "kontaktchef")];
    let a_document = document(&town);
    let a_document: Vec<_> = a_document.iter().map(|(n, v)| (*n, v.as_str())).collect();
    let law = "/arbete/lagar/exempelskollagen";
    let a_law = [("rubrik", "Exempellag"), ("fran", "2027-01-01")];
    let anew = [("rubrik", "Exempelskollagen"), ("fran", "2011-07-01")];
    let [
        begun,
        put,
        described,
        new_level,
        new_scale,
        new_yearly,
        new_topic,
    ] = modelled(&strategist).await;
    let mut forms = vec![
        Sendable {
            route: "/arbete/styrdokument/nytt",
            form: form(&writer.page(NEW_DOCUMENT).await, &a_document),
            path: NEW_DOCUMENT.to_owned(),
            by: 0,
            also: &[],
        },
        Sendable {
            route: "/arbete/styrdokument/{document}/{step}",
            form: sends,
            path: format!("{a_draft}/lamna-in"),
            by: 0,
            also: &[],
        },
        Sendable {
            route: "/arbete/styrdokument/{document}/{step}",
            form: drops,
            path: dropped,
            by: 0,
            also: &[(Role::Controller, GROUP)],
        },
        Sendable {
            route: "/arbete/styrdokument/{document}/{step}",
            form: recalls,
            path: recalled,
            by: 0,
            also: &[],
        },
        Sendable {
            route: "/arbete/styrdokument/{document}",
            form: changes,
            path: another,
            by: 0,
            also: &[(Role::Controller, GROUP)],
        },
        Sendable {
            route: "/arbete/styrdokument/{document}/beslut",
            form: adopts,
            path: format!("{sent}/beslut"),
            by: 5,
            also: &[],
        },
        Sendable {
            route: "/arbete/webbplats/kontakt/nytt",
            form: form(
                &editor.page(&new_office).await,
                &[an_office[0], an_office[2]],
            ),
            path: new_office,
            by: 3,
            also: EDITORS,
        },
        Sendable {
            route: "/arbete/webbplats/kontakt/{office}",
            form: form(&editor.page(&office).await, &an_office[1..]),
            path: office,
            by: 3,
            also: EDITORS,
        },
        Sendable {
            route: "/arbete/webbplats/sidor/ny",
            form: form(&editor.page(NEW_PAGE).await, &PAGE),
            path: NEW_PAGE.to_owned(),
            by: 3,
            also: EDITORS,
        },
        Sendable {
            route: "/arbete/webbplats/sidor/{page}",
            form: form(&editor.page(&walk.written).await, &a_page),
            path: walk.written.clone(),
            by: 3,
            also: EDITORS,
        },
        Sendable {
            route: "/arbete/webbplats/oversattningar/{thing}",
            form: standing(&editor.page(BALANCE).await, &[("fi-1", "Tasapaino")]),
            path: BALANCE.to_owned(),
            by: 3,
            also: EDITORS,
        },
        Sendable {
            route: "/arbete/webbplats/ansvar",
            form: form(&editor.page(&owner).await, &owned),
            path: "/arbete/webbplats/ansvar".to_owned(),
            by: 3,
            also: EDITORS,
        },
        Sendable {
            route: "/arbete/webbplats/svar/gallra",
            form: erases,
            path: "/arbete/webbplats/svar/gallra".to_owned(),
            by: 3,
            also: EDITORS,
        },
        Sendable {
            route: "/arbete/lagar/ny",
            form: form(&strategist.page("/arbete/lagar/ny").await, &a_law),
            path: "/arbete/lagar/ny".to_owned(),
            by: 2,
            also: STRATEGISTS,
        },
        Sendable {
            route: "/arbete/lagar/{law}",
            form: form(&strategist.page(law).await, &anew),
            path: law.to_owned(),
            by: 2,
            also: STRATEGISTS,
        },
        Sendable {
            route: "/arbete/omorganisation",
            form: new_body,
            path: "/arbete/omorganisation".to_owned(),
            by: 2,
            also: STRATEGISTS,
        },
        Sendable {
            route: "/arbete/omorganisation/beslut",
            form: decided_afterwards,
            path: AFTERWARDS.to_owned(),
            by: 2,
            also: STRATEGISTS,
        },
        Sendable {
            route: "/arbete/organisation/{organ}",
            form: named,
            path: COMPANY.to_owned(),
            by: 2,
            also: STRATEGISTS,
        },
        of_model("/arbete/indikatorer/ny", indicator(&strategist, "ny").await),
        of_model(
            "/arbete/indikatorer/{indicator}",
            indicator(&strategist, "trivs-i-skolan-arskurs-8").await,
        ),
        of_model("/arbete/malmodell", begun),
        of_model("/arbete/malmodell/{model}/galla", put),
        of_model("/arbete/malmodell/{model}", described),
        of_model("/arbete/malmodell/{model}/niva/{level}", new_level),
        of_model("/arbete/malmodell/{model}/skala/{scale}", new_scale),
        of_model("/arbete/malmodell/{model}/omgang/{yearly}", new_yearly),
        of_model("/arbete/malmodell/amnen/{topic}", new_topic),
        Sendable {
            route: "/arbete/planer/{year}/{body}/lamna-in",
            form: only(form_to(&before, "/lamna-in").1),
            path: format!("{other}/lamna-in"),
            by: 0,
            also: &[],
        },
        Sendable {
            route: "/arbete/planer/{year}/{body}/ta-tillbaka",
            form: String::new(),
            path: format!("{other}/ta-tillbaka"),
            by: 0,
            also: &[],
        },
        Sendable {
            route: "/arbete/planer/{year}/{body}/ordning",
            form: arranged,
            path: arrange,
            by: 0,
            also: &[],
        },
        Sendable {
            route: "/arbete/planer/{year}/{body}/tidigare",
            form: form(&earlier_page, &[("val", &earlier_row)]),
            path: earlier,
            by: 0,
            also: &[],
        },
        Sendable {
            route: "/arbete/planer/{year}/{body}/ta-bort/{number}",
            form: only(removed),
            path: remove,
            by: 0,
            also: &[],
        },
        Sendable {
            route: "/arbete/planer/{year}/{body}/anta",
            form: only(accepted),
            path: accept,
            by: 0,
            also: &[],
        },
        Sendable {
            route: "/arbete/planer/{year}/{body}/lista",
            form: form(&writer.page(&list).await, &pasted),
            path: list,
            by: 0,
            also: &[],
        },
        Sendable {
            route: "/arbete/luckor",
            form: only(mended),
            path: mend,
            by: 0,
            also: &[(Role::Controller, GROUP)],
        },
        Sendable {
            route: nytt,
            form: form(&writer.page(&new_other).await, &[("text", "Nytt")]),
            path: new_other,
            by: 0,
            also: &[],
        },
        Sendable {
            route: nytt,
            form: form(
                &strategist.page(&new_council).await,
                &[("text", "Nytt"), ("alla", "1")],
            ),
            path: new_council,
            by: 2,
            also: STRATEGISTS,
        },
        Sendable {
            route: "/arbete/ataganden/{number}",
            form: form(&writer.page(&row).await, &[("text", "annanordet, ändrat")]),
            path: row,
            by: 0,
            also: &[],
        },
        Sendable {
            route: "/arbete/ataganden/{number}/lasare",
            form: form(&registrar.page(&readers).await, &[("vem", "anstallda")]),
            path: readers,
            by: 1,
            also: &[],
        },
        Sendable {
            route: "/arbete/planer/{year}/{body}/avslut",
            form: form(&registrar.page(&closing).await, &in_minutes),
            path: closing,
            by: 1,
            also: &[],
        },
        Sendable {
            route: "/arbete/ataganden/{number}/rattelse",
            form: form(
                &registrar.page(&righting).await,
                &[("text", "Rätt skrivet"), ("skal", "Ett skrivfel")],
            ),
            path: righting,
            by: 1,
            also: &[],
        },
        Sendable {
            route: "/arbete/planer/{year}/{body}/beslut",
            form: form(&registrar.page(&decide).await, &in_minutes),
            path: decide,
            by: 1,
            also: &[],
        },
        Sendable {
            route: "/arbete/beslut/{decision}",
            form: form(&registrar.page(&decided).await, &appealed),
            path: decided,
            by: 1,
            also: &[],
        },
        Sendable {
            route: "/arbete/beslut/nytt/{body}",
            form: form(&over_page, &withdrawn),
            path: over,
            by: 1,
            also: &[],
        },
        Sendable {
            route: "/arbete/webbplats/driftinformation/ny",
            form: form(&editor.page(NEW_NOTICE).await, &NOTICE),
            path: NEW_NOTICE.to_owned(),
            by: 3,
            also: EDITORS,
        },
        Sendable {
            route: "/arbete/webbplats/driftinformation/{id}",
            form: form(&editor.page(&a_notice).await, &changed),
            path: a_notice.clone(),
            by: 3,
            also: EDITORS,
        },
        Sendable {
            route: "/arbete/webbplats/driftinformation/{id}/ta-ner",
            form: String::new(),
            path: format!("{a_notice}/ta-ner"),
            by: 3,
            also: EDITORS,
        },
        Sendable {
            route: "/arbete/webbplats/kontakt/{office}/dagar",
            form: form(&editor.page(&days).await, &differs),
            path: days,
            by: 3,
            also: EDITORS,
        },
        Sendable {
            route: "/arbete/webbplats/kontakt/{office}/{kind}",
            form: form(&editor.page(&hours).await, &week),
            path: hours,
            by: 3,
            also: EDITORS,
        },
        Sendable {
            route: "/arbete/personer/{person}",
            form: format!("gor=ge&roll=role-reader&organ={at}&fran=2026-10-05"),
            path: format!("/arbete/personer/{}", walk.people()[0]),
            by: 4,
            also: ADMINISTRATORS,
        },
    ];
    let referred = of_referrals(&town, rightful[8], &writer).await;
    forms.splice(0..0, referred);
    forms.extend(of_reports(&walk, &strategist).await);
    forms.extend(of_rounds(&strategist, &walk.round).await);
    forms.extend(of_directives(&town, &strategist, rightful[6], rightful[7]).await);
    let terms = "/arbete/mandattider";
    let council = body(&town, COUNCIL).0.to_string();
    let elected = [
        ("organ", council.as_str()),
        ("fran", "2030-10-15"),
        ("till", "2034-10-14"),
    ];
    forms.push(Sendable {
        route: terms,
        form: form(&strategist.page(terms).await, &elected),
        path: terms.to_owned(),
        by: 2,
        also: STRATEGISTS,
    });
    for route in ROUTES.iter().filter(|r| r.methods.contains(&"post")) {
        let tried = forms.iter().any(|form| form.route == route.path);
        // What concerns oneself alone has tests of its own; a new person is no event.
        let own = [
            "/logga-in",
            "/logga-in/kod",
            "/logga-in/passnyckel",
            "/logga-in/passnyckel/fraga",
            "/logga-in/via/{provider}",
            "/logga-ut",
            "/arbete/losenord",
            // A reminder is a letter, and no event: mail/reminded.rs.
            "/arbete/omgang/{round}/paminn",
            "/arbete/konto/enheter",
            "/arbete/konto/kalender",
            "/arbete/konto/passnycklar",
            "/arbete/konto/post",
            "/arbete/konto/tva-steg",
            "/arbete/personer",
            "/arbete/post",
            "/arbete/utkast",
            // Who has a letter needs no role: mail/linked.rs.
            "/lank/{token}",
            // What is said of a plan is a row, and so is what is said of an answer.
            "/arbete/planer/{year}/{body}/kommentarer",
            "/arbete/webbplats/svar/{answer}",
            "/arbete/utkast/slang",
        ];
        let own = own.contains(&route.path);
        assert!(tried || own, "no form is sent to {}", route.path);
    }
    let people = town.app.everybody().len();
    for one in &walk.everybody {
        if !ADMINISTRATORS.contains(&(one.role, one.at)) {
            let new = "namn=Ny+Exempel&anvandarnamn=ny";
            assert_eq!(one.desk.post("/arbete/personer", new).await.status, 404);
        }
        // A letter is no event either; tests of mail press its buttons.
        let looks_after_mail = [ADMINISTRATORS, EDITORS].concat();
        if !looks_after_mail.contains(&(one.role, one.at)) {
            let letter = "brev=00000000-0000-0000-0000-000000000001&gor=ge-upp";
            let reply = one.desk.post("/arbete/post", letter).await;
            assert_eq!(reply.status, 404, "{}", one.name());
        }
    }
    assert_eq!(town.app.everybody().len(), people);
    for sendable in &forms {
        for one in &walk.everybody {
            if sendable.also.contains(&(one.role, one.at)) {
                continue;
            }
            let before = town.app.position();
            let reply = one.desk.post(&sendable.path, &sendable.form).await;
            let name = one.name();
            assert_eq!(town.app.position(), before, "{name}: {}", sendable.path);
            // What was typed is given back; and of a row or a body that never was it is the same.
            // Whoever writes documents for another body may open the form, and chooses who answers
            // among their own.
            let chooses = sendable.path == NEW_DOCUMENT && reply.status == 422;
            // Whoever reports or reviews for another body in the round gets what they typed back.
            let mut of_reports = ["/rapportera", "/granska", OUTCOMES].into_iter();
            let reports = of_reports.any(|end| sendable.path.ends_with(end));
            let reports = reports && reply.status == 422;
            assert!(
                chooses || reports || [404, 409].contains(&reply.status),
                "{name}: {}",
                sendable.path
            );
            let nowhere = walk.nowhere(&sendable.path);
            let nowhere = one.desk.post(&nowhere, &sendable.form).await;
            assert_eq!(reply.status, nowhere.status, "{name}: {}", sendable.path);
        }
        let before = town.app.position();
        let reply = rightful[sendable.by]
            .post(&sendable.path, &sendable.form)
            .await;
        assert_eq!(reply.status, 303, "{}: {}", sendable.path, reply.text());
        assert!(town.app.position() > before, "{}", sendable.path);
    }
}

const NEW_DOCUMENT: &str = "/arbete/styrdokument/nytt";
