//! Figures that are worked out, on the pages of residents: how, of what, and why not.

use crate::gaps;
use crate::town::Town;
use jiff::civil::date;
use riktning_domain::bodies::BodyKind;
use riktning_domain::command::Command;
use riktning_domain::ids::{BodyId, IndicatorId, SourceId};
use riktning_domain::indicators::{
    Better, Breakdown, Calculation, Class, DefineIndicator, Definition, Frequency, Interpretation,
    ReportMeasurement, RollUp, ServeElement, Settled, Unit, Value,
};
use riktning_domain::sources::CiteSource;
use riktning_domain::{Dated, Names, Period, Slug};
use uuid::Uuid;

const SOURCE: SourceId = SourceId(Uuid::from_u128(7));

fn id(n: u128) -> IndicatorId {
    IndicatorId(Uuid::from_u128(500 + n))
}

fn define(n: u128, name: [&str; 3], unit: Unit) -> DefineIndicator {
    DefineIndicator {
        indicator: id(n),
        slug: Slug::parse(&format!("prov-{n}")).unwrap(),
        definition: Definition {
            names: Names::all(name[0], name[1], name[2]),
            unit,
            decimals: 1,
            better: Better::Up,
            class: Class::Organisation,
            class_interpretation: Interpretation::Stated,
            frequency: None,
            breakdowns: vec![],
            tolerance: None,
            description: None,
            note: None,
            breaks: vec![],
            responsible: None,
            source: Some(SOURCE),
            calculation: None,
            roll_up: None,
        },
        since: Some(Dated::day_known(date(2018, 1, 1))),
    }
}

fn report(n: u128, body: Option<BodyId>, year: i16, figure: &str) -> Command {
    Command::ReportMeasurement(ReportMeasurement {
        indicator: id(n),
        period: Period::Year(year),
        body,
        breakdown: Breakdown::All,
        value: Value::Figure(figure.parse().unwrap()),
        settled: Settled::Final,
        collected: Some(date(2018, 10, 1)),
        source: Some(SOURCE),
        note: None,
    })
}

/// The town with the share of pupils who can swim, worked out of two that are counted.
async fn town() -> Town {
    let town = Town::on(date(2018, 11, 1)).await;
    town.perform(Command::CiteSource(CiteSource {
        source: SOURCE,
        title: "Påhittad källa".into(),
        url: None,
    }))
    .await;
    let able = [
        "Elever som kan simma",
        "Pupils who can swim",
        "Uimataitoiset oppilaat",
    ];
    let all = [
        "Elever i årskurs 6",
        "Pupils in year 6",
        "Kuudennen luokan oppilaat",
    ];
    let share = [
        "Andel som kan simma",
        "Share who can swim",
        "Uimataitoisten osuus",
    ];
    let mut share = define(3, share, Unit::Percent);
    share.definition.calculation = Some(Calculation::Ratio {
        of: id(1),
        by: id(2),
        times: "100".parse().unwrap(),
    });
    for definition in [
        define(1, able, Unit::Count),
        define(2, all, Unit::Count),
        share,
    ] {
        town.perform(Command::DefineIndicator(definition)).await;
    }
    for (n, year, figure) in [
        (1, 2015, "50"),
        (2, 2015, "90"),
        (1, 2016, "84"),
        (2, 2016, "120"),
    ] {
        town.perform(report(n, None, year, figure)).await;
    }
    town
}

#[tokio::test(flavor = "multi_thread")]
async fn a_share_is_worked_out_on_its_page_and_says_how() {
    let town = town().await;
    let page = town.page("/indikatorer/prov-3").await;
    assert!(page.contains("70,0") && page.contains("55,6"), "{page}");
    let formula = "Kvot: <a href=\"/indikatorer/prov-1\">Elever som kan simma</a> ÷ \
                   <a href=\"/indikatorer/prov-2\">Elever i årskurs 6</a> × 100";
    assert!(
        page.contains("<dt>Räknas ut</dt>") && page.contains(formula),
        "{page}"
    );
    for (language, said) in [
        (
            "/en",
            "Calculated as</dt><dd>Ratio: <a href=\"/en/indikatorer/prov-1\">Pupils who can swim</a> ÷",
        ),
        (
            "/fi",
            "Laskutapa</dt><dd>Suhde: <a href=\"/fi/indikatorer/prov-1\">Uimataitoiset oppilaat</a> ÷",
        ),
    ] {
        let page = town.page(&format!("{language}/indikatorer/prov-3")).await;
        assert!(page.contains(said), "{language}: {page}");
    }
    let file = town.page("/indikatorer/prov-3.csv").await;
    let note = "Räknas ut: Elever som kan simma ÷ Elever i årskurs 6 × 100";
    assert!(
        file.contains(";70;procent;") && file.contains(note),
        "{file}"
    );
    let data = town.page("/indikatorer/prov-3.json").await;
    assert!(
        data.contains("\"formula\":\"prov-1 ÷ prov-2 × 100\""),
        "{data}"
    );
    // As it stood before the figures came.
    town.server
        .get("/indikatorer/prov-3?per=2018-10-31", "")
        .await;
    // What is put right in a part is right in the whole.
    let Command::ReportMeasurement(revised) = report(1, None, 2016, "90") else {
        unreachable!()
    };
    let revised = ReportMeasurement {
        settled: Settled::Revised,
        collected: Some(date(2018, 11, 1)),
        ..revised
    };
    town.perform(Command::ReportMeasurement(revised)).await;
    let page = town.page("/indikatorer/prov-3").await;
    assert!(page.contains("75,0") && !page.contains("70,0"), "{page}");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_be_worked_out_says_which_part_is_missing() {
    let town = town().await;
    town.perform(report(1, None, 2017, "91")).await;
    let page = town.page("/indikatorer/prov-3").await;
    let why = "Kan inte räknas ut: uppgift saknas för Elever i årskurs 6";
    assert!(page.contains("<dt>Ingen siffra för 2017</dt>"), "{page}");
    let said = page.matches(why).count();
    assert!(said >= 3, "facts, table and chart: {page}");
    for (language, why) in [
        (
            "/en",
            "Cannot be calculated: data missing for Pupils in year 6",
        ),
        (
            "/fi",
            "Ei voida laskea: tieto puuttuu mittarista Kuudennen luokan oppilaat",
        ),
    ] {
        let page = town.page(&format!("{language}/indikatorer/prov-3")).await;
        assert!(page.contains(why), "{language}");
    }
    let data = town.page("/indikatorer/prov-3.json").await;
    assert!(data.contains("\"reason\":\"parts-missing\""), "{data}");
    let file = town.page("/indikatorer/prov-3.csv").await;
    assert!(file.contains(why), "{file}");
    town.perform(report(2, None, 2017, "0")).await;
    let page = town.page("/indikatorer/prov-3").await;
    let why = "Kan inte räknas ut: det som ska delas med är noll";
    assert!(page.contains(why), "{page}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_goal_shows_what_is_worked_out_for_it() {
    let town = town().await;
    town.perform(report(1, None, 2017, "91")).await;
    let element = town.app.published(town.app.today(), |p| {
        let served = p.indicators().flat_map(|i| i.serves());
        let goals = served.filter_map(|(id, ..)| p.element(id));
        let mut goals = goals.filter(|e| e.slug().to_string() == "social-uthallighet");
        goals.next().unwrap().id()
    });
    town.perform(Command::ServeElement(ServeElement {
        indicator: id(3),
        element,
        order: 9,
        interpretation: Interpretation::Stated,
        since: None,
    }))
    .await;
    let page = town.page("/2016-2019/mal/social-uthallighet").await;
    assert!(page.contains("70,0"), "{page}");
    assert!(
        page.contains("Räknas ut: Kvot: <a href=\"/indikatorer/prov-1\">"),
        "{page}"
    );
    let why = "2017: Kan inte räknas ut: uppgift saknas för Elever i årskurs 6";
    assert!(page.contains(why), "{page}");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_groups_figure_says_which_bodies_it_is_made_of_and_which_is_missing() {
    let town = town().await;
    let mut places = define(4, ["Platser", "Places", "Paikat"], Unit::Count);
    places.definition.roll_up = Some(RollUp::Sum);
    town.perform(Command::DefineIndicator(places)).await;
    let bodies: Vec<_> = town.app.published(town.app.today(), |p| {
        let committees = p
            .bodies()
            .filter(|b| b.stands() && b.kind() == BodyKind::Committee);
        let named = committees.take(2).map(|b| (b.id, b.name.names.sv.clone()));
        named.collect()
    });
    let [(one, first), (other, second)] = bodies.as_slice() else {
        panic!("{bodies:?}");
    };
    for (body, year, figure) in [(one, 2016, "40"), (other, 2016, "60"), (one, 2017, "41")] {
        town.perform(report(4, Some(*body), year, figure)).await;
    }
    let (first, second) = (first.as_str().unwrap(), second.as_str().unwrap());
    let page = town.page("/indikatorer/prov-4").await;
    assert!(page.contains("Kommunens siffra är nämndernas och bolagens siffror hopräknade."));
    assert!(
        page.contains(&format!("Räknad på {first}, {second}")),
        "{page}"
    );
    assert!(page.contains(">100,0<") || page.contains("100,0"), "{page}");
    let why = format!("Kan inte räknas ut: uppgift saknas från {second}");
    assert!(page.contains(&why), "{page}");
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_is_asked_for_what_is_worked_out_but_for_its_parts() {
    let town = gaps::town().await;
    town.perform(Command::CiteSource(CiteSource {
        source: SOURCE,
        title: "Påhittad källa".into(),
        url: None,
    }))
    .await;
    let named = |n: u128, name: &str| {
        let mut define = define(n, [name, name, name], Unit::Count);
        define.definition.frequency = Some(Frequency::Yearly);
        define
    };
    let mut sum = named(3, "Uträknad summa");
    sum.definition.calculation = Some(Calculation::Sum(vec![id(1), id(2)]));
    for definition in [named(1, "Första delen"), named(2, "Andra delen"), sum] {
        town.perform(Command::DefineIndicator(definition)).await;
    }
    let element = town.app.published(town.app.today(), |p| {
        let served = p.indicators().flat_map(|i| i.serves());
        let goals = served.filter_map(|(id, ..)| p.element(id));
        let mut goals = goals.filter(|e| e.period().contains(p.day()));
        goals.next().unwrap().id()
    });
    town.perform(Command::ServeElement(ServeElement {
        indicator: id(3),
        element,
        order: 9,
        interpretation: Interpretation::Stated,
        since: None,
    }))
    .await;
    let page = gaps::strategist(&town).await.page(gaps::GAPS).await;
    says!(gaps::gap(&page, "varde", "Första delen"), "2025");
    says!(gaps::gap(&page, "varde", "Andra delen"), "2025");
    let mut rows = page.split("<li id=\"varde").skip(1);
    let asks = |row: &str| {
        row.split("</li>")
            .next()
            .unwrap()
            .contains("Uträknad summa")
    };
    assert!(!rows.any(asks), "{page}");
}
