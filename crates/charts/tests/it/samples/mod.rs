//! Series that look like real ones. The figures of `merit`, `satisfaction`, `ranking` and
//! `result` are those that Eskilstuna has published; the others are invented.

#![allow(dead_code, unreachable_pub, clippy::unwrap_used)]

use riktning_app::views::chart::{LevelToTarget, NoFigure, Point, Row, Series, TargetPoint, Trend};
use riktning_app::views::frame::{Basis, SourceLink};
use riktning_domain::ids::BodyId;
use riktning_domain::indicators::{
    Aim, Better, Breakdown, Class, Frequency, Interpretation, NoValue, Settled, Unit,
};
use riktning_domain::{Dated, Figure, Names, Period, Text};

pub fn figure(text: &str) -> Figure {
    text.parse().unwrap()
}

pub fn period(text: &str) -> Period {
    text.parse().unwrap()
}

pub fn point(value: Option<Result<Figure, NoValue>>) -> Point {
    Point {
        settled: value.is_some().then_some(Settled::Final),
        value: value.map(|said| said.map_err(NoFigure::Said)),
        revised_from: Vec::new(),
        source: Some(SourceLink {
            title: Text::new("Årsredovisning"),
            url: Some(Text::new("https://exempelstad.se/arsredovisning")),
        }),
        collected: None,
        note: None,
        forecast_by: None,
        made_of: None,
        decided: None,
    }
}

/// A committee that makes forecasts.
pub const FORECASTER: BodyId = BodyId(uuid::Uuid::from_u128(3));

/// A point from what a test writes: a figure, `-` for nothing, `?` before a forecast, `~` before a preliminary figure,
/// `*` before a revised one, and a word for why there is none (`!` and `_` for a space: any words).
fn written(text: &str) -> Point {
    let (text, settled) = match text.as_bytes()[0] {
        b'?' => (&text[1..], Settled::Forecast(FORECASTER)),
        b'~' => (&text[1..], Settled::Preliminary),
        b'*' => (&text[1..], Settled::Revised),
        _ => (text, Settled::Final),
    };
    let value = match text {
        "-" => None,
        "few" => Some(Err(NoValue::TooFew)),
        "unmeasured" => Some(Err(NoValue::NotMeasured)),
        "unstated" => Some(Err(NoValue::NotStated)),
        "later" => Some(Err(NoValue::NotYet)),
        because if because.starts_with('!') => {
            let words = because[1..].replace('_', " ");
            Some(Err(NoValue::Because(Text::new(words))))
        }
        number => Some(Ok(figure(number))),
    };
    Point {
        settled: value.is_some().then_some(settled),
        revised_from: match settled {
            Settled::Revised => vec![figure("80")],
            Settled::Forecast(_) | Settled::Preliminary | Settled::Told | Settled::Final => {
                Vec::new()
            }
        },
        forecast_by: settled
            .is_forecast()
            .then(|| Names::swedish("Barn- och utbildningsnämnden")),
        collected: settled
            .is_forecast()
            .then(|| jiff::civil::date(2018, 9, 25)),
        ..point(value)
    }
}

pub fn aim(period: Period, aim: Aim) -> TargetPoint {
    TargetPoint {
        period,
        aim,
        interpretation: Interpretation::Stated,
        basis: Basis::Source {
            since: Dated::year_known(2015).unwrap(),
            source: SourceLink {
                title: Text::new("Årsplan"),
                url: None,
            },
        },
        note: None,
    }
}

/// A series from rows of text: the period, a figure for each breakdown, and after `|` a target.
/// A row that is only a period is a gap.
pub fn series(name: &str, unit: Unit, better: Better, of: &[Breakdown], rows: &[&str]) -> Series {
    let rows: Vec<Row> = rows
        .iter()
        .map(|row| {
            let (figures, target) = match row.split_once('|') {
                Some((figures, target)) => (figures, Some(target.trim())),
                None => (*row, None),
            };
            let mut words = figures.split_whitespace();
            let period = period(words.next().unwrap());
            let mut points: Vec<Point> = words.map(written).collect();
            let gap = points.is_empty() && target.is_none();
            points.resize_with(of.len(), || Point {
                source: None,
                ..point(None)
            });
            let target = target.map(|target| match target.split_once("..") {
                Some((low, high)) => aim(period, Aim::Between(figure(low), figure(high))),
                None if target.starts_with(|c: char| c.is_alphabetic()) => {
                    aim(period, Aim::InWords(Text::new(target)))
                }
                None => aim(period, Aim::At(figure(target))),
            });
            Row {
                period,
                points,
                target,
                gap,
            }
        })
        .collect();
    let decimals = rows
        .iter()
        .flat_map(|row| &row.points)
        .filter_map(|point| point.figure())
        .map(|figure| figure.decimals())
        .max();
    Series {
        names: Names::swedish(name),
        unit,
        decimals: u8::try_from(decimals.unwrap_or(0)).unwrap(),
        better,
        class: Class::Organisation,
        class_interpretation: Interpretation::Stated,
        frequency: None,
        formula: None,
        breaks: vec![],
        breakdowns: of.to_vec(),
        rows,
        trend: None,
        level: None,
    }
}

const ALL: &[Breakdown] = &[Breakdown::All];
const SEXES: &[Breakdown] = &[Breakdown::All, Breakdown::Women, Breakdown::Men];
const PUPILS: &[Breakdown] = &[Breakdown::All, Breakdown::Girls, Breakdown::Boys];

/// Eskilstuna's average merit value in year 9, I01.
pub fn merit() -> Series {
    series(
        "Genomsnittligt meritvärde årskurs 9, kommunala skolor",
        Unit::Points,
        Better::Up,
        ALL,
        &[
            "2016/17 205",
            "2017/18 216",
            "2018/19",
            "2019/20 215.0",
            "2020/21 222.9",
        ],
    )
}

/// Eskilstuna's satisfied customer index of companies, I17.
pub fn satisfaction() -> Series {
    Series {
        level: None,
        ..series(
            "Nöjd-Kund-Index företag (servicemätning/Insikt)",
            Unit::Index,
            Better::Up,
            ALL,
            &[
                "2013 70",
                "2014",
                "2015 72 | 75",
                "2016",
                "2017",
                "2018",
                "2019",
                "2020 75",
                "2021 77",
                "2022 79",
            ],
        )
    }
}

/// Eskilstuna's place in a ranking of the business climate, I21.
pub fn ranking() -> Series {
    Series {
        class: Class::Place,
        trend: Some(Trend::HigherUp),
        ..series(
            "Svenskt Näringslivs ranking av företagsklimat",
            Unit::Rank,
            Better::Down,
            ALL,
            &[
                "2012 231", "2013", "2014", "2015", "2016", "2017 149", "2018 172", "2019", "2020",
                "2021", "2022", "2023 206", "2024 169",
            ],
        )
    }
}

/// Eskilstuna's result, I38.
pub fn result() -> Series {
    series(
        "Kommunens resultat",
        Unit::MillionSek,
        Better::Up,
        ALL,
        &[
            "2017 305", "2018 144", "2019 147", "2020 288", "2021", "2022", "2023 199",
        ],
    )
}

/// The invented series of the mockup: girls and boys, a gap, and a target that rises.
pub fn thriving() -> Series {
    Series {
        level: Some(LevelToTarget::Worse),
        trend: Some(Trend::Better),
        ..series(
            "Elever i årskurs 8 som trivs i skolan",
            Unit::Percent,
            Better::Up,
            PUPILS,
            &[
                "2012 80.1 82.4 77.9",
                "2013 81.4 83.8 79.1",
                "2014 80.6 82.9 78.4",
                "2015 unmeasured unmeasured unmeasured",
                "2016 81.9 84.2 79.7 | 82.0",
                "2017 82.8 85.1 80.6 | 83.0",
                "2018 83.6 85.9 81.3 | 84.5",
                "2019 - - - | 86.0",
            ],
        )
    }
}

/// The same with a forecast for everybody in 2019, as the mockup has it.
pub fn expected() -> Series {
    let mut series = thriving();
    if let Some(row) = series.rows.last_mut() {
        row.points[0] = written("?84.5");
    }
    series
}

/// An amount with a forecast for the year that is going on.
pub fn expected_result() -> Series {
    Series {
        level: Some(LevelToTarget::Better),
        trend: Some(Trend::Worse),
        ..series(
            "Kommunens resultat",
            Unit::MillionSek,
            Better::Up,
            ALL,
            &[
                "2014 109",
                "2015 124",
                "2016 149",
                "2017 114 | 100",
                "2018 ?96 | 108",
            ],
        )
    }
}

/// Forecasts for women and men, two years on, and nothing that came out for men.
pub fn expected_parts() -> Series {
    series(
        "Andel av medarbetarna som arbetar heltid",
        Unit::Percent,
        Better::Up,
        SEXES,
        &[
            "2016 81.0 76.0 -",
            "2017 ?82.0 ?78.0 ?91.0",
            "2018 ?83.0 ?79.0 ?91.5",
        ],
    )
}

/// Lines that nearly coincide: the labels must part.
pub fn crowded() -> Series {
    series(
        "Invånare som känner sig trygga",
        Unit::Percent,
        Better::Up,
        SEXES,
        &[
            "2014 71.0 70.9 71.1 | 72",
            "2015 71.4 71.2 71.6 | 72",
            "2016 72.0 71.9 72.1 | 72",
            "2017 72.3 72.2 72.4 | 72.5",
            "2018 72.4 72.3 72.5 | 72.5",
        ],
    )
}

/// A range, preliminary and revised figures, and too few persons.
pub fn careful() -> Series {
    series(
        "Andel av medarbetarna som arbetar heltid",
        Unit::Percent,
        Better::Near,
        SEXES,
        &[
            "2014 81.2 78.0 90.1",
            "2015 *82.0 *79.4 91.0 | 85..90",
            "2016 83.9 82.0 few | 85..90",
            "2017 85.1 83.3 92.4 | 86..91",
            "2018 ~86.0 ~84.6 ~93.0 | 86..91",
        ],
    )
}

/// School years and calendar years in one series.
pub fn mixed() -> Series {
    series(
        "Elever med godkända betyg i alla ämnen",
        Unit::Percent,
        Better::Up,
        PUPILS,
        &[
            "2013 70.2 - -",
            "2014 71.0 - -",
            "2014/15 - 75.1 68.0",
            "2015",
            "2015/16 - 76.4 69.9",
            "2016 72.8 - -",
            "2016/17 - 77.0 70.1",
            "2017 74.1 - -",
        ],
    )
}

/// Losses and gains.
pub fn losses() -> Series {
    series(
        "Nämndernas avvikelse mot budget",
        Unit::MillionSek,
        Better::Up,
        ALL,
        &[
            "2014 -42.5",
            "2015 -13",
            "2016 8.5",
            "2017 31",
            "2018 ~-7.5",
        ],
    )
}

/// Forty years.
pub fn long() -> Series {
    let rows: Vec<String> = (1979..2019)
        .map(|year| match year {
            1991 | 2003 | 2004 => year.to_string(),
            _ => format!("{year} {}", 89_000 + (year - 1979) * 430 - (year % 7) * 300),
        })
        .collect();
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    Series {
        class: Class::Place,
        ..series(
            "Invånare den 31 december",
            Unit::Count,
            Better::Neither,
            ALL,
            &rows,
        )
    }
}

/// The same figure every year.
pub fn level() -> Series {
    series(
        "Förskolor med en utbildad förskollärare i varje avdelning",
        Unit::Percent,
        Better::Up,
        ALL,
        &["2014 100", "2015 100", "2016 100 | 100", "2017 100 | 100"],
    )
}

/// Amounts in kronor, and a target for a goal period to come.
pub fn amounts() -> Series {
    series(
        "Investeringar i koncernen",
        Unit::ThousandSek,
        Better::Neither,
        ALL,
        &[
            "2014 1234567",
            "2015 2345678",
            "2016 1987654",
            "2017 2876543",
            "2018..2021 - | 2500000",
        ],
    )
}

/// Emissions that shall fall, in a unit of its own, with a target in words and a late figure.
pub fn emissions() -> Series {
    series(
        "Utsläpp av växthusgaser från kommunens egen verksamhet",
        Unit::Named(Text::new("ton CO2e")),
        Better::Down,
        ALL,
        &[
            "2014 8120",
            "2015 7400",
            "2016 6900",
            "2017 !Mätaren_var_sönder_hela_våren_och_hösten",
            "2018 5230",
            "2019 later | Utsläppen ska minska med 16 procent om året",
        ],
    )
}

/// Women's and men's figures end before everybody's.
pub fn ended() -> Series {
    series(
        "Sjukfrånvaro bland medarbetare",
        Unit::Percent,
        Better::Down,
        SEXES,
        &[
            "2013 6.1 7.0 3.9 | 6.0",
            "2014 6.6 7.4 4.1 | 6.0",
            "2015 7.0 7.9 4.4 | 6.0",
            "2016 7.2 - - | 5.5",
            "2017 6.9 - - | 5.5",
            "2018 6.4 - -",
        ],
    )
}

/// One figure for girls and one for everybody, I10.
pub fn one() -> Series {
    series(
        "Elever i årskurs 1 med godtagbar läsförståelse",
        Unit::Percent,
        Better::Up,
        PUPILS,
        &["2017/18 88.5 90.4 unstated"],
    )
}

/// A survey every other year, which misses nothing in the years between.
pub fn engagement() -> Series {
    Series {
        frequency: Some(Frequency::EveryOtherYear),
        ..series(
            "Hållbart medarbetarengagemang",
            Unit::Index,
            Better::Up,
            ALL,
            &["2012 74", "2014 76", "2016 77", "2018 - | 80"],
        )
    }
}

/// Nothing yet.
pub fn nothing() -> Series {
    series(
        "Ny indikator",
        Unit::Count,
        Better::Up,
        ALL,
        &["2018 later | 1000"],
    )
}

/// A name and reasons that would break out of the page if they could.
pub fn hostile() -> Series {
    let mut series = series(
        "</title><script>alert(1)</script>\"'&\u{0}",
        Unit::Named(Text::new("\"><svg onload=x>")),
        Better::Up,
        ALL,
        &["2016 1", "2017 !</svg><b>&amp;", "2018 2 | 3"],
    );
    series.names.en = Some(Text::new("=HYPERLINK(\"x\")"));
    series
}

/// Every sample with a name to tell it by.
pub fn all() -> Vec<(&'static str, Series)> {
    vec![
        ("thriving", thriving()),
        ("merit", merit()),
        ("satisfaction", satisfaction()),
        ("ranking", ranking()),
        ("result", result()),
        ("crowded", crowded()),
        ("careful", careful()),
        ("mixed", mixed()),
        ("losses", losses()),
        ("long", long()),
        ("level", level()),
        ("amounts", amounts()),
        ("emissions", emissions()),
        ("ended", ended()),
        ("one", one()),
        ("expected", expected()),
        ("expected result", expected_result()),
        ("expected parts", expected_parts()),
        ("engagement", engagement()),
        ("nothing", nothing()),
        ("hostile", hostile()),
    ]
}
