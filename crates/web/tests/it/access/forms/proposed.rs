//! The forms of what is proposed beside the plans: governing documents and owner directives.

use super::*;

/// The forms of owner directives: a new one, other words, and the two decisions, each over a
/// directive of its own.
pub(super) async fn of_directives(
    town: &Town,
    strategist: &Desk<'_>,
    council: &Desk<'_>,
    meeting: &Desk<'_>,
) -> Vec<Sendable> {
    const ALL: &str = "/arbete/agardirektiv";
    let new = format!("{ALL}/nytt");
    let company = body(town, "exempelenergi").to_string();
    let fields = |title| {
        [
            ("bolag", company.as_str()),
            ("rubrik", title),
            ("krav", "Lys upp."),
        ]
    };
    let mut made = Vec::new();
    for title in [
        "Ett att ändra",
        "Ett att besluta",
        "Ett att anta",
        "Ett att ta tillbaka",
        "Ett att ta bort",
        "Ett att skriva om",
    ] {
        let saved = strategist.fill(&new, &fields(title)).await;
        assert_eq!(saved.status, 303, "{}", saved.text());
        let page = strategist.page(ALL).await;
        let own = page.split(&format!("<h3>{title}</h3>")).nth(1).unwrap();
        let id = own.split(&format!("href=\"{ALL}/")).nth(1).unwrap();
        made.push(format!("{ALL}/{}", id.split('"').next().unwrap()));
    }
    let mut steps = Vec::new();
    for (n, step) in [(1, "lamna-in"), (2, "lamna-in"), (3, "lamna-in")] {
        let sent = to_step(&strategist.page(&made[n]).await, step);
        assert_eq!(strategist.post(&sent.0, &sent.1).await.status, 303);
    }
    for (n, step) in [(0, "lamna-in"), (3, "ta-tillbaka"), (4, "ta-bort")] {
        steps.push(to_step(&strategist.page(&made[n]).await, step));
    }
    let in_minutes = [("dag", "2026-10-05"), ("paragraf", "7")];
    let by_council = |path: &String| format!("{path}/beslut");
    let decided = council.fill(&by_council(&made[2]), &in_minutes).await;
    assert_eq!(decided.status, 303, "{}", decided.text());
    let (decide, adopt) = (by_council(&made[1]), format!("{}/stamma", made[2]));
    let sendable = |route, path: &String, form, by, also| Sendable {
        route,
        path: path.clone(),
        form,
        by,
        also,
    };
    let another = form(&strategist.page(&new).await, &fields("Ett till"));
    let page = strategist.page(&made[5]).await;
    let own = page.split("<form class=\"stapel bred\"").nth(1).unwrap();
    let changed = standing(&format!("<main<form{own}"), &[("krav", "Släck.")]);
    let decision = form(&council.page(&decide).await, &in_minutes);
    let adoption = form(&meeting.page(&adopt).await, &in_minutes);
    let route = "/arbete/agardirektiv/{directive}/{step}";
    let steps = steps.into_iter();
    let steps = steps.map(|(to, form)| sendable(route, &to, form, 2, STRATEGISTS));
    let mut forms: Vec<Sendable> = steps.collect();
    forms.extend([
        sendable("/arbete/agardirektiv/nytt", &new, another, 2, STRATEGISTS),
        sendable(
            "/arbete/agardirektiv/{directive}",
            &made[5],
            changed,
            2,
            STRATEGISTS,
        ),
        sendable(
            "/arbete/agardirektiv/{directive}/beslut",
            &decide,
            decision,
            6,
            &[],
        ),
        sendable(
            "/arbete/agardirektiv/{directive}/stamma",
            &adopt,
            adoption,
            7,
            &[],
        ),
    ]);
    forms
}

/// The form of a step of what is proposed: where it goes, and what it sends.
pub(super) fn to_step(page: &str, step: &str) -> (String, String) {
    let (to, own) = form_to(page, &format!("/{step}"));
    (to, only(own))
}

/// The fields of a document of the authority that has not handed in.
pub(super) fn document(town: &Town) -> Vec<(&'static str, String)> {
    vec![
        ("typ", "policy".to_owned()),
        ("rubrik", "Policy för tester".to_owned()),
        ("galler", "alla".to_owned()),
        ("ansvarig", body(town, OTHER).to_string()),
    ]
}

/// Two documents in hand: the address of one, its form and that by which it is sent; and the
/// address of another that is sent, and the form of its decision.
pub(super) async fn documents(town: &Town, writer: &Desk<'_>) -> [String; 10] {
    let mut paths = Vec::new();
    for title in [
        "Riktlinje för ett test",
        "Riktlinje för ett annat",
        "Riktlinje för ett tredje",
        "Riktlinje för ett fjärde",
        "Riktlinje för ett femte",
    ] {
        let mut fields = document(town);
        fields[1].1 = title.to_owned();
        let fields: Vec<_> = fields.iter().map(|(n, v)| (*n, v.as_str())).collect();
        let saved = writer.fill(NEW_DOCUMENT, &fields).await;
        assert_eq!(saved.status, 303, "{}", saved.text());
        let to = saved.header("location").unwrap();
        paths.push(to.split('?').next().unwrap().to_owned());
    }
    let page = writer.page(&paths[0]).await;
    let mut changed = document(town);
    changed[1].1 = "Riktlinje för ett test till".to_owned();
    let changed: Vec<_> = changed.iter().map(|(n, v)| (*n, v.as_str())).collect();
    let written = writer.page(&paths[3]).await;
    let own = written.split("<form class=\"stapel bred\"").nth(1).unwrap();
    let sends = form_to(&page, "/lamna-in").1;
    let (dropped, drops) = to_step(&writer.page(&paths[2]).await, "ta-bort");
    let other = writer.page(&paths[1]).await;
    let (to, sent) = form_to(&other, "/lamna-in");
    assert_eq!(writer.post(&to, &only(sent)).await.status, 303);
    let (to, sent) = to_step(&writer.page(&paths[4]).await, "lamna-in");
    assert_eq!(writer.post(&to, &sent).await.status, 303);
    let (recalled, recalls) = to_step(&writer.page(&paths[4]).await, "ta-tillbaka");
    let secretary = Desk::of(town, "sekreterare", &[(Role::Registrar, OTHER)]).await;
    let decide = format!("{}/beslut", paths[1]);
    let in_minutes = [("dag", "2026-10-05"), ("paragraf", "9")];
    let decided = form(&secretary.page(&decide).await, &in_minutes);
    [
        paths[0].clone(),
        form(&format!("<main<form{own}"), &changed),
        only(sends),
        paths[1].clone(),
        decided,
        dropped,
        drops,
        recalled,
        recalls,
        paths[3].clone(),
    ]
}
