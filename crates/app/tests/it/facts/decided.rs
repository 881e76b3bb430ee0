//! What a file tells that was decided, counted or seen, and not what, how or until when.

use super::*;
use riktning_app::views::annual_plan::{AnnualPlan, PlanLine};
use riktning_app::views::bodies::Body;
use riktning_app::views::financial_management::FinancialManagementYear;
use riktning_app::views::frame::Found;
use riktning_domain::indicators::Settled;
use riktning_domain::{Dated, Period, Slug};

/// The invented file with more in one of its lists.
fn with(section: &str, more: &Value) -> Value {
    let mut file = parsed(INVENTED);
    let list = file[section].as_array_mut().unwrap();
    list.extend(more.as_array().unwrap().iter().cloned());
    file
}

fn source(title: &str) -> Value {
    json!({ "title": title, "url": "https://exempel.invalid/kalla" })
}

fn taken(file: &Value) -> App {
    let app = app();
    let taken = take(&app, &bytes(file));
    assert_eq!(taken.refused, []);
    assert_eq!(lost(file, &taken), Vec::<String>::new());
    // The same once more changes nothing.
    assert_eq!(take(&app, &bytes(file)).events, 0);
    app
}

fn plans(app: &App, on: Date, year: i16) -> Vec<PlanLine> {
    let period = Period::years(2019, 2022).unwrap();
    app.published(on, |p| match AnnualPlan::of(p, period, year) {
        Found::Here(plan) => plan.plans,
        _ => panic!("no plan page"),
    })
}

#[test]
fn a_plan_of_which_only_the_decision_is_told_stands_as_decided_and_as_unseen() {
    let file = with(
        "calendar",
        &json!([
            { "date": "2019-11-21", "event": "Kommunfullmäktige beslutar Årsplan med kompletteringar 2020 (§ 7)", "source": source("Påhittat protokoll 2019") },
            { "date": "2019-10-02", "event": "Exempelbyggnadsnämnden beslutar Preliminär verksamhetsplan 2020", "source": source("Påhittat protokoll 2019") },
            { "date": "2019-12-02", "event": "Exempelbyggnadsnämnden beslutar verksamhetsplan 2020", "source": source("Påhittat protokoll 2019") },
            { "date": "2021-11-15", "event": "Årsplan 2022 publiceras som beslutad", "source": source("Påhittad nyhet") },
            { "date": "2021-11-16", "event": "Verksamhetsplan 2022 publiceras som beslutad", "source": source("Påhittad nyhet") },
            { "date": "2020-11-21", "event": "Kommunfullmäktige beslutar Årsplan och budget 2021–2023", "source": source("Påhittat protokoll 2019") },
        ]),
    );
    let app = taken(&file);
    let named = plans(&app, TODAY, 2020);
    let named: Vec<_> = named
        .iter()
        .map(|plan| {
            let decision = plan.adopted.as_ref().unwrap();
            assert_eq!(plan.held, None);
            let paragraph = decision.paragraph.as_ref().and_then(|p| p.as_str());
            (
                plan.names.sv.as_str().unwrap().to_owned(),
                plan.is_councils,
                decision.date.to_string(),
                paragraph.map(str::to_owned),
            )
        })
        .collect();
    assert_eq!(
        named,
        [
            (
                "Årsplan med kompletteringar 2020".to_owned(),
                true,
                "2019-11-21".to_owned(),
                Some("7".to_owned())
            ),
            (
                "Verksamhetsplan 2020".to_owned(),
                false,
                "2019-12-02".to_owned(),
                None
            ),
        ]
    );
    // One that was published as decided is known from that day, and was the council's to decide.
    assert_eq!(plans(&app, date(2021, 11, 14), 2022), []);
    let published = plans(&app, TODAY, 2022);
    let [plan] = published.as_slice() else {
        panic!("{published:?}")
    };
    let decision = plan.adopted.as_ref().unwrap();
    assert!(plan.is_councils && decision.body_interpretation.is_ours());
    assert_eq!(decision.date, Dated::not_found(date(2021, 11, 15)));
    // Which of three years a plan is for is not guessed.
    assert_eq!(plans(&app, TODAY, 2021), []);
    assert_eq!(plans(&app, date(2019, 1, 2), 2020), []);
}

#[test]
fn a_proposal_is_no_frame_and_stands_apart() {
    let file = with(
        "budget_totals",
        &json!([
            { "year": 2021, "total_mnkr": 530, "note": "minoritetens förslag", "source": source("Påhittad partisida") },
            { "year": 2022, "investment_mnkr": 20, "source": source("Beslut på gång i kommunstyrelsen") },
            { "year": 2022, "budgeted_result_mnkr": 7, "source": source("Påhittad årsplan 2022") },
        ]),
    );
    let app = taken(&file);
    let of_year = |year| {
        let period = Period::years(2019, 2022).unwrap();
        app.published(TODAY, |p| match AnnualPlan::of(p, period, year) {
            Found::Here(plan) => (plan.tables.len(), plan.proposals.len()),
            _ => panic!("no plan page"),
        })
    };
    assert_eq!((of_year(2021), of_year(2022)), ((0, 1), (1, 1)));
    app.published(TODAY, |p| {
        assert!(p.accounts().iter().all(|accounts| !accounts.proposed));
    });
}

#[test]
fn a_figure_of_a_source_is_not_called_final() {
    let app = taken(&parsed(INVENTED));
    app.published(TODAY, |p| {
        let all = p.indicators();
        let figures = all.flat_map(|i| i.measurements());
        let settled: BTreeSet<_> = figures.map(|m| m.measurement.settled).collect();
        assert_eq!(settled, BTreeSet::from([Settled::Told]));
    });
}

#[test]
fn the_result_that_an_indicator_measures_stands_with_good_financial_management() {
    let result = |name: &str, unit: &str| {
        json!([{
            "id": "X1", "name": name, "unit": unit, "better": "up", "source": source("Påhittad årsredovisning 2021"),
            "outcomes": [
                { "period": "2021", "value": 12.5, "source": source("Påhittad årsredovisning 2021") },
                { "period": "2021 D2", "value": 9 },
            ],
        }])
    };
    let rows = |file: &Value| {
        let app = taken(file);
        app.published(TODAY, |p| {
            let year = FinancialManagementYear::of(p, 2021);
            year.map_or(0, |year| year.results.len())
        })
    };
    assert_eq!(
        rows(&with("indicators", &result("Kommunens resultat", "mnkr"))),
        1
    );
    assert_eq!(
        rows(&with(
            "indicators",
            &result("Kommunens resultat", "procent")
        )),
        0
    );
    assert_eq!(
        rows(&with("indicators", &result("Bolagens resultat", "mnkr"))),
        0
    );
}

#[test]
fn a_company_with_another_name_in_brackets_is_the_company_without_it() {
    // The directive of the invented file names it without brackets.
    let file = with(
        "companies",
        &json!([{ "name": "Exempelbryggor AB (Bryggparken)", "source": source("Påhittad skrift") }]),
    );
    let app = taken(&file);
    app.published(TODAY, |p| {
        let names: Vec<_> = p
            .bodies()
            .filter_map(|body| body.name.names.sv.as_str().map(str::to_owned))
            .filter(|name| name.contains("Exempelbryggor"))
            .collect();
        assert_eq!(names, ["Exempelbryggor AB (Bryggparken)"]);
        let slug = Slug::parse("exempelbryggor-ab-bryggparken").unwrap();
        let company = p.body_at(&slug).unwrap();
        assert_eq!(p.directives_of(company.id).len(), 1);
    });
}

#[test]
fn a_body_says_in_which_years_it_was_seen() {
    let app = taken(&parsed(INVENTED));
    let slug = "exempelbyggnadsnamnden";
    let page = app.published(TODAY, |p| match Body::of(p, slug) {
        Found::Here(page) => page,
        _ => panic!("no page"),
    });
    assert_eq!(
        (page.role, page.seen, page.seen_before),
        (None, vec![2012, 2014], true)
    );
    assert_eq!(page.from, Dated::not_found(date(2012, 1, 1)));
}

#[test]
fn a_body_that_only_an_earlier_source_names_is_listed_apart() {
    use riktning_app::views::bodies::{Bodies, BodyList};
    use riktning_app::views::group::Group;
    let file = with(
        "committees",
        &json!([
            { "name": "Exempelskolnämnden", "observed_years": [2014, 2018], "source": source("Påhittad skrift") },
            { "name": "Exempelvårdnämnden", "observed_years": [2018, 2021], "source": source("Påhittad skrift") },
        ]),
    );
    let app = taken(&file);
    let earlier = |on| {
        app.published(on, |p| {
            let bodies = Bodies::of(p, BodyList::Committees);
            let group = Group::of(p);
            let apart: Vec<_> = bodies.earlier.into_iter().map(|b| b.slug).collect();
            let nodes: Vec<_> = group.earlier.into_iter().map(|n| n.link.slug).collect();
            assert_eq!(nodes, apart, "{on}");
            let others = bodies.bodies.into_iter();
            assert!(others.map(|b| b.slug).all(|slug| !apart.contains(&slug)));
            apart
        })
    };
    let (build, school) = ("exempelbyggnadsnamnden", "exempelskolnamnden");
    assert_eq!(earlier(TODAY), [build, school]);
    // On a day of the past only what had been seen by then counts.
    assert_eq!(earlier(date(2018, 6, 1)), [build]);
    assert_eq!(earlier(date(2014, 6, 1)), [] as [&str; 0]);
}
