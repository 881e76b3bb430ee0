//! The forms of a round of follow-up, and of outcomes.

use super::*;

/// The outcomes of a year.
pub(super) const OUTCOMES: &str = "/arbete/utfall?ar=2026";

/// The form of outcomes with a figure in its first row.
fn figure(page: &str) -> String {
    standing(page, &[("v-1-a", "7"), ("ja-1-a", "7"), ("gor", "spara")])
}

/// The forms of a report of the own body in a round that has just been opened: what a contributor reports,
/// what an approver looks at, and what a registrar records.
pub(super) async fn of_reports(walk: &Walk<'_>, strategist: &Desk<'_>) -> Vec<Sendable> {
    const NEW: &str = "/arbete/omgangar/ny";
    let new = [
        ("namn", "Extra läge"),
        ("slag", "delar"),
        ("lage", "2026-10-01"),
        ("sista-kind-committee", "2026-10-20"),
    ];
    let opened = standing(&strategist.page(NEW).await, &new);
    assert_eq!(strategist.post(NEW, &opened).await.status, 303);
    let writer = walk.somebody(&[(Role::Contributor, OWN)], "rapport").await;
    let approver = walk.somebody(&[(Role::Approver, OWN)], "granskar").await;
    let registrar = walk.somebody(&[(Role::Registrar, OWN)], "noterar").await;
    let desk = writer.page("/arbete/").await;
    let links = desk
        .split("href=\"")
        .skip(1)
        .filter_map(|l| l.split('"').next());
    let report = links.filter(|l| l.ends_with("/rapportera")).last().unwrap();
    let report = report.to_owned();
    let review = report.replace("/rapportera", "/granska");
    let decide = report.replace("/rapportera", &format!("/beslut/{OWN}"));
    let page = writer.page(&report).await;
    let numbers = page.split("id=\"r-").skip(1);
    let numbers: Vec<_> = numbers.filter_map(|row| row.split('"').next()).collect();
    let met = |page: &str, number: &str| {
        let radios = page.split(&format!("name=\"s-{number}\" value=\"")).nth(1);
        radios.unwrap().split('"').next().unwrap().to_owned()
    };
    let says = |page: &str, number: &str| {
        let (field, why) = (format!("s-{number}"), format!("k-{number}"));
        let fields = [
            (field.as_str(), met(page, number)),
            (&why, "Det går bra.".to_owned()),
            ("gor", "skicka".to_owned()),
        ];
        let fields: Vec<_> = fields.iter().map(|(n, v)| (*n, v.as_str())).collect();
        standing(page, &fields)
    };
    // The first is approved and waits for its decision, the second is handed in, the third is written.
    for number in &numbers[..2] {
        let sent = says(&writer.page(&report).await, number);
        assert_eq!(writer.post(&report, &sent).await.status, 303);
        if *number == numbers[0] {
            let seen = standing(&approver.page(&review).await, &[]);
            assert_eq!(approver.post(&review, &seen).await.status, 303);
        }
    }
    let in_minutes = [("dag", "2026-10-05"), ("paragraf", "77")];
    let recorded = form(&registrar.page(&decide).await, &in_minutes);
    let looked_at = standing(&approver.page(&review).await, &[]);
    let written = says(&writer.page(&report).await, numbers[2]);
    let of = |route, path, form, by, also| Sendable {
        route,
        path,
        form,
        by,
        also,
    };
    const WRITE: &[(Role, &str)] = &[
        (Role::Contributor, OWN),
        (Role::Approver, OWN),
        (Role::ProcessOwner, OWN),
        (Role::Controller, OWN),
        (Role::Strategist, OWN),
    ];
    let outcomes = writer.page(OUTCOMES).await;
    vec![
        of(
            "/arbete/omgang/{round}/beslut/{body}",
            decide,
            recorded,
            9,
            &[(Role::Registrar, OWN), (Role::Registrar, GROUP)],
        ),
        of(
            "/arbete/omgang/{round}/granska",
            review,
            looked_at,
            10,
            &[(Role::Approver, OWN)],
        ),
        of(
            "/arbete/omgang/{round}/rapportera",
            report,
            written,
            11,
            WRITE,
        ),
        of(
            "/arbete/utfall",
            OUTCOMES.to_owned(),
            figure(&outcomes),
            11,
            WRITE,
        ),
    ]
}
