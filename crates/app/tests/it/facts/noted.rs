//! What a file says beside its nouns, on the page of what it is about.

use super::*;
use riktning_app::views::balance::Balance;
use riktning_app::views::bodies::Body;
use riktning_app::views::financial_management::FinancialManagementYear;
use riktning_app::views::indicators::Indicators;
use riktning_app::views::notes::NoteLine;
use riktning_app::views::system::System;
use riktning_domain::models::Check;

/// A note in a line: its day or time, its name, and what it says.
fn line(note: &NoteLine) -> String {
    let said = |text: &riktning_domain::Text| text.as_str().unwrap().to_owned();
    let mut parts: Vec<String> = Vec::new();
    parts.extend(note.date.map(|date| date.to_string()));
    parts.extend(note.period.map(|period| period.to_string()));
    parts.extend(note.heading.iter().chain(&note.text).map(said));
    parts.extend(note.items.iter().map(said));
    let counts = note.counts.iter();
    parts.extend(counts.map(|(of, number)| format!("{} {number}", said(of))));
    assert!(note.source.is_some(), "{parts:?}");
    parts.join(" | ")
}

fn lines(notes: &[NoteLine]) -> Vec<String> {
    notes.iter().map(line).collect()
}

fn invented() -> App {
    let app = app();
    assert_eq!(take(&app, INVENTED.as_bytes()).refused, []);
    app
}

#[test]
fn a_body_has_what_a_source_says_of_it_and_how_much_of_it_is_owned() {
    let app = invented();
    let body = |slug: &str| {
        let found = app.published(TODAY, |p| Body::of(p, slug));
        match found {
            riktning_app::Found::Here(body) => body,
            other => panic!("{other:?}"),
        }
    };
    let builders = body("exempelbyggnadsnamnden");
    let expected = [
        "Exempelbyggnadsnämndens plan 2018 | Livet i kommunen 3 | egna åtaganden 7 | åtaganden 18",
        "Exempelbyggnadsnämnden har ett utskott för broar.",
        "2017-10 | Exempelbyggnadsnämnden behandlar sin plan",
    ];
    let mut said = lines(&builders.notes);
    said.sort();
    let mut expected = expected.map(str::to_owned);
    expected.sort();
    assert_eq!(said, expected);
    assert_eq!(builders.share, None, "nobody owns a committee");
    let council = lines(&body("kommunfullmaktige").notes);
    assert!(council.contains(&"2019..2022 | Mandat i kommunfullmäktige | A 20 | B 11".to_owned()));
    let water = body("exempelkopings-vatten-ab").share.unwrap().unwrap();
    assert_eq!(water.percent.to_string(), "66.7");
    // What the file says otherwise later stands from then, and what stood is not written over.
    let mut file = parsed(INVENTED);
    file["companies"][0]["owned_percent"] = json!(100);
    for _ in 0..2 {
        take(&app, &bytes(&file));
        let water = body("exempelkopings-vatten-ab").share.unwrap().unwrap();
        assert_eq!(water.percent.to_string(), "100");
    }
    let before = app.published(date(2026, 11, 23), |p| {
        let slug = riktning_domain::Slug::parse("exempelkopings-vatten-ab").unwrap();
        let company = p.body_at(&slug).unwrap().id;
        p.share_in(company).map(|share| share.percent.to_string())
    });
    assert_eq!(before, Some("66.7".to_owned()));
}

#[test]
fn the_system_is_explained_in_the_words_of_the_sources() {
    let app = invented();
    let system = app.published(TODAY, System::of);
    assert_eq!(
        lines(&system.level_notes),
        [
            "Varje enhet bidrar utifrån sitt eget läge.",
            "KAT | K betyder att åtaganden ska vara kvantifierbara. | A betyder att åtaganden \
             ska vara ansvarsfördelade. | T betyder att åtaganden ska vara tydliga. | Åtaganden \
             ska vara relevanta för processmål. | Åtaganden gäller huvudsakligen i ett år. | \
             Åtaganden får sakna strategiskt mål.",
        ]
    );
    assert_eq!(
        lines(&system.classes),
        [
            "Eget mått | det som kommunen råder över",
            "Nyckeltal | visar läget",
        ]
    );
    assert_eq!(
        lines(&app.published(TODAY, Indicators::of).classes),
        lines(&system.classes)
    );
    let compared = lines(&app.published(TODAY, Indicators::of).comparisons);
    let expected = [
        "Vattenmätningen",
        "Bromätningen | Hur ofta den görs: vart tredje år.",
        "Nätverket E3 | Jämför mått om broar. Hette tidigare E2. | Exempelköping | Exempelby",
        "2017 | Bromätningen | Antal som har fått frågorna 320 | Svarande, procent 41.5",
        "2018 | Bromätningen | Antal som har fått frågorna 300",
    ];
    assert_eq!(compared, expected);
    let scales = lines(&system.scale_notes);
    assert_eq!(scales, ["Mot året före | bättre | sämre"]);
    let calendar: Vec<_> = system
        .calendar
        .iter()
        .map(|(y, days)| (*y, lines(days)))
        .collect();
    let days = |days: &[&str]| days.iter().map(|day| (*day).to_owned()).collect::<Vec<_>>();
    let expected = [
        (
            2018,
            days(&[
                "2018-02-14 | Kommunfullmäktige sammanträder klockan 09.00.",
                "2018-03 | Kommunfullmäktige sammanträder klockan 09.00.",
            ]),
        ),
        (
            2017,
            days(&["2017-10 | Exempelbyggnadsnämnden behandlar sin plan"]),
        ),
        (2016, days(&["2016 | Nya bron invigd"])),
    ];
    assert_eq!(calendar, expected);
    // As of a day, what had not been yet is not told.
    let then = app.published(date(2017, 12, 31), System::of).calendar;
    assert_eq!(
        then.iter().map(|(year, _)| *year).collect::<Vec<_>>(),
        [2017, 2016]
    );
    let group = lines(&system.notes);
    for said in [
        "2020 | Folkmängd | antal 12300 | förändring under året 45",
        "2020 | Intern kontroll | fungerar i huvudsak",
        "Egna kontrollmoment, exempel | Nycklar",
    ] {
        assert!(group.contains(&said.to_owned()), "{said}: {group:?}");
    }
}

#[test]
fn the_rule_for_commitments_is_the_criteria_of_their_level_in_its_order() {
    let app = invented();
    app.published(TODAY, |p| {
        let models = p.models();
        let levels = models.iter().flat_map(|m| &m.definition.levels);
        let commitments: Vec<_> = levels
            .filter(|level| level.purpose == Purpose::Commitment)
            .collect();
        let checks: Vec<_> = commitments
            .iter()
            .map(|level| level.criteria.iter().map(|c| c.checks).collect::<Vec<_>>())
            .collect();
        let asked = vec![Check::Quantifiable, Check::Assigned, Check::Clear];
        assert_eq!(checks, [asked]);
        // That they support a goal is said where a record says it of one, else our reading.
        let ours = |purpose: Purpose| {
            let mut levels = models.iter().flat_map(|m| &m.definition.levels);
            let level = levels.find(|level| level.purpose == purpose);
            level.unwrap().supports[0].interpretation.is_ours()
        };
        assert!(!ours(Purpose::Commitment) && ours(Purpose::Assignment));
        // The points of internal control are elements of everybody.
        let model = models
            .iter()
            .find(|m| m.definition.period.contains(date(2020, 1, 1)));
        let points = p.elements_of(model.unwrap().id);
        let mut points: Vec<_> = points
            .filter(|e| e.level().purpose == Purpose::ControlPoint)
            .map(|e| e.text().as_str().unwrap().to_owned())
            .collect();
        points.sort();
        assert_eq!(points, ["Hur muddring upphandlas", "Vem som attesterar"]);
    });
}

#[test]
fn words_without_a_reason_are_quoted_and_judge_nothing() {
    let app = invented();
    let year = app
        .published(TODAY, |p| FinancialManagementYear::of(p, 2021))
        .unwrap();
    assert_eq!(year.auditors, []);
    assert_eq!(
        lines(&year.audit_notes),
        ["2021 | Revisorernas bedömning, årsredovisning | inte fullt ut"]
    );
    let balance = app.published(TODAY, Balance::of);
    assert_eq!(balance.judgements, []);
    assert_eq!(
        lines(&balance.notes),
        ["2020 | Måluppfyllelse, samlad | nära målen"]
    );
    // Before the year was over nobody had judged it.
    let before = date(2021, 12, 30);
    let year = app
        .published(before, |p| FinancialManagementYear::of(p, 2021))
        .unwrap();
    assert_eq!(year.audit_notes, []);
    // A process was judged with a reason: a verdict on it.
    app.published(TODAY, |p| {
        let slug = riktning_domain::Slug::parse("bygga").unwrap();
        let process = p.topic_at(riktning_domain::topics::Dimension::Process, &slug);
        let subject = riktning_domain::assessments::Subject::Topic(process.unwrap());
        let judged = p.assessments(subject);
        let reasons: Vec<_> = judged.iter().map(|a| a.verdict.reason.as_str()).collect();
        assert_eq!(reasons, [Some("Fler hus, längre köer")]);
    });
}

#[test]
fn a_day_to_come_and_a_note_said_twice_are_told() {
    let mut file = parsed(INVENTED);
    let notes = file["committee_notes"].as_array_mut().unwrap();
    let again = notes[1].clone();
    notes.push(again);
    file["council_meetings_2018"]["dates"][1] = json!("2090-03-01");
    let taken = take(&app(), &bytes(&file));
    for (path, reason) in [
        ("committee_notes[2]", Reason::Repeated),
        ("council_meetings_2018.dates[1]", Reason::NotYet),
    ] {
        let told = (path.to_owned(), reason);
        assert!(
            taken.reported.contains(&told),
            "{told:?}: {:?}",
            taken.reported
        );
    }
}

/// The first day on which a note stands whose text is this.
fn stands(app: &App, text: &str) -> Option<Date> {
    let day = |of: riktning_domain::notes::TakeNote| of.since.unwrap().day();
    app.published(TODAY, |p| {
        let mut notes = p.notes().into_iter();
        notes
            .find(|note| note.text.as_ref().and_then(|t| t.as_str()) == Some(text))
            .map(|note| day(note.clone()))
    })
}

#[test]
fn a_note_stands_from_the_first_day_that_its_record_or_its_source_supports() {
    let mut file = parsed(INVENTED);
    let noted = |text: &str, title: &str, url: &str| json!({ "text": text, "source": { "title": title, "url": url } });
    let page = "https://exempel.invalid/sida";
    file["strategic_goals_notes"] = json!([
        noted(
            "Sagt i en nyhet",
            "Nyhet",
            "https://exempel.invalid/2020-03-27-nyhet.html"
        ),
        noted("Sagt i ett protokoll", "Protokoll 2017-09-15", page),
        noted("Sagt ett år", "Årsredovisning (2016)", page),
        noted("Målet blev nått 2014", "Sida", page),
        noted("Sagt på en sida utan dag", "Sida", page),
    ]);
    file["investment_projects_and_events"] = json!([
        { "text": "Bron invigd", "year": 2016, "source": { "title": "Skrift (2018)", "url": page } },
    ]);
    file["companies"][0]["role"] = json!("förvärvat 2017; vatten");
    let app = app();
    assert_eq!(take(&app, &bytes(&file)).refused, []);
    let days = [
        ("Sagt i en nyhet", date(2020, 3, 27)),
        ("Sagt i ett protokoll", date(2017, 9, 15)),
        ("Sagt ett år", date(2016, 12, 31)),
        ("Målet blev nått 2014", date(2014, 12, 31)),
        ("Sagt på en sida utan dag", TODAY),
        ("Bron invigd", date(2016, 12, 31)),
    ];
    for (text, day) in days {
        assert_eq!(stands(&app, text), Some(day), "{text}");
    }
    // What a company is called says when it became so.
    let company = |on| {
        app.published(on, |p| {
            let slug = riktning_domain::Slug::parse("exempelkopings-vatten-ab").unwrap();
            p.body_at(&slug).is_some()
        })
    };
    assert!(!company(date(2017, 12, 30)) && company(date(2017, 12, 31)));
    // A promise on a page without a day is told from the day on which we read it.
    let promises = |on| {
        use riktning_app::views::services::Services;
        let services = app.published(on, Services::of);
        services.now.len() + services.before.len() + services.undated.len()
    };
    assert_eq!((promises(date(2026, 11, 23)), promises(TODAY)), (0, 1));
}

#[test]
fn a_note_is_its_record_and_not_our_words_for_it() {
    use riktning_domain::Text;
    use riktning_domain::notes::TakeNote;
    let read = facts::read(INVENTED.as_bytes()).unwrap();
    let app = app();
    let mut plan = app.plan(|state, now| read.plan(state, now));
    // An older build said the same otherwise.
    let mut reworded = 0;
    for (_, command) in &mut plan.commands {
        if let Command::TakeNote(TakeNote { items, .. }) = command {
            for item in items {
                *item = Text::from(format!("Så: {}", item.as_str().unwrap()));
                reworded += 1;
            }
        }
    }
    assert!(reworded > 5);
    let imported = app.import(plan.commands, Vec::new(), INVENTED.as_bytes().to_vec());
    assert_eq!(block_on(imported).unwrap().refused, []);
    let count = |on| app.published(on, |p| p.notes().len());
    let before = count(TODAY);
    let taken = take(&app, INVENTED.as_bytes());
    assert_eq!((taken.refused.len(), count(TODAY)), (0, before));
    assert!(taken.events > 0);
    // Our new words stand from today, and what stood is not written over.
    let items = |on| {
        app.published(on, |p| {
            let notes = p.notes().into_iter();
            let items = notes.flat_map(|note| note.items.iter());
            let old = items.filter(|item| item.as_str().unwrap().starts_with("Så: "));
            old.count()
        })
    };
    assert_eq!(items(TODAY), 0);
    assert!(items(date(2026, 11, 23)) > 0);
    assert_eq!(take(&app, INVENTED.as_bytes()).events, 0);
}
