//! What is kept back is on no page, of no day, in no language and in no data file.

use crate::town::Town;
use jiff::civil::date;
use riktning_domain::assessments::Subject;
use riktning_domain::models::Purpose;
use riktning_domain::reports::ReportOccasion;
use riktning_domain::visibility::{Readable, Secrecy, SetVisibility, Visibility};
use riktning_domain::{Command, Slug};
use std::collections::BTreeSet;

const GOAL: &str = "/2016-2019/mal/hojd-utbildningsniva";

/// Every page that links lead to, with its text.
async fn pages(town: &Town) -> Vec<(String, String)> {
    let mut next = vec![
        "/".to_owned(),
        "/en/".into(),
        "/fi/".into(),
        "/?per=2018-12-31".into(),
    ];
    let mut known: BTreeSet<String> = next.iter().cloned().collect();
    let mut read = Vec::new();
    while let Some(path) = next.pop() {
        let reply = town.server.get(&path, "").await;
        let text = reply.text();
        let links = text.split("href=\"/").skip(1);
        let links = links.filter_map(|rest| rest.split_once('"'));
        for (link, _) in links.filter(|(link, _)| !link.starts_with("static/")) {
            let link = format!("/{}", link.replace("&amp;", "&"));
            let link = link.split('#').next().unwrap_or(&link).to_owned();
            // Days beyond the ones chosen above say nothing new.
            let day = link.split_once("per=").map(|(_, day)| day);
            if day.is_none_or(|day| day == "2018-12-31") && known.insert(link.clone()) {
                next.push(link);
            }
        }
        read.push((path, text));
    }
    read
}

#[tokio::test(flavor = "multi_thread")]
async fn no_page_and_no_file_tells_of_what_is_kept_back() {
    let town = Town::on(date(2019, 11, 1)).await;
    let (goal, name, verdict) = town.app.published(date(2019, 11, 1), |p| {
        let period = p.models().into_iter().map(|m| m.id);
        let slug = Slug::parse("hojd-utbildningsniva").unwrap();
        let mut found = period.filter_map(|id| p.element_at(id, &slug));
        let goal = found.next().unwrap();
        assert_eq!(goal.level().purpose, Purpose::StrategicGoal);
        let judged = p.assessments(Subject::Element(goal.id()));
        let reason = judged[0].verdict.reason.as_str().unwrap().to_owned();
        (goal.id(), goal.text().as_str().unwrap().to_owned(), reason)
    });
    let words = |text: &str| text.replace('\u{ad}', "").replace("&shy;", "");
    // A report too: the one of 2017, by what it says in a few words.
    let report = "Flera mål för skolan och omsorgen nåddes inte.";
    let of_2017 = town.app.published(date(2019, 11, 1), |p| {
        let report = p.report(2017, ReportOccasion::Annual).unwrap();
        Readable::Report(report.record.report)
    });
    let before = pages(&town).await;
    let telling = |pages: &[(String, String)], said: &str| -> Vec<String> {
        let said = words(said);
        let told = pages.iter().filter(|(_, text)| words(text).contains(&said));
        told.map(|(path, _)| path.clone()).collect()
    };
    // The test sees what it looks for while it is public.
    assert!(telling(&before, &name).len() > 5);
    assert!(!telling(&before, &verdict).is_empty());

    assert!(!telling(&before, report).is_empty());
    assert!(telling(&before, "/rapporter/2017/arsredovisning").len() > 1);

    let ground = "18 kap. 8 § OSL".into();
    let secret = Visibility::Secret(Secrecy {
        ground,
        until: None,
    });
    for (what, visibility) in [
        (Readable::Element(goal), secret),
        (of_2017, Visibility::Internal),
    ] {
        town.perform(Command::SetVisibility(SetVisibility { what, visibility }))
            .await;
    }
    let after = pages(&town).await;
    assert!(after.len() > before.len() / 2, "{}", after.len());
    assert_eq!(telling(&after, &name), Vec::<String>::new());
    assert_eq!(telling(&after, &verdict), Vec::<String>::new());
    assert_eq!(
        telling(&after, "hojd-utbildningsniva"),
        Vec::<String>::new()
    );
    assert_eq!(telling(&after, "18 kap. 8"), Vec::<String>::new());
    assert_eq!(telling(&after, report), Vec::<String>::new());
    let address = "/rapporter/2017/arsredovisning";
    assert_eq!(telling(&after, address), Vec::<String>::new());
    for path in ["", "/en", "/fi"] {
        for day in ["", "?per=2018-12-31"] {
            let reply = town.server.get(&format!("{path}{address}{day}"), "").await;
            assert_eq!(reply.status, 404, "{path}{day}");
        }
    }
    let found = town.page("/sok?q=skolan+och+omsorgen").await;
    assert!(!found.contains("Årsredovisning 2017"), "{found}");
    // It answers as what never was.
    let never = town.server.get("/2016-2019/mal/finns-inte", "").await;
    for path in [GOAL, "/en/2016-2019/mal/hojd-utbildningsniva"] {
        for day in ["", "?per=2018-12-31", "?per=2015-01-01"] {
            let reply = town.server.get(&format!("{path}{day}"), "").await;
            assert_eq!(reply.status, never.status, "{path}{day}");
        }
    }
}
