//! An indicator's page, its files, and the list of indicators.

use super::marked::Spoken;
use super::series::Figures;
use super::shell::{Place, Shell, Visit};
use super::speech::Speech;
use crate::failure::Failure;
use askama::Template;
use axum::response::Response;
use riktning_app::views::chart::{Formula, NoFigure, Way};
use riktning_app::views::goal::IndicatorCard;
use riktning_app::views::indicators::{Indicator, IndicatorNotYet, Indicators, Served};
use riktning_app::views::notes::NoteLine;
use riktning_domain::indicators::{Better, Frequency};

#[derive(Template)]
#[template(path = "indicator.html")]
struct IndicatorPage<'a> {
    shell: Shell,
    v: &'a Indicator,
    figures: Figures,
}

#[derive(Template)]
#[template(path = "indicator-not-yet.html")]
struct IndicatorNotYetPage<'a> {
    shell: Shell,
    v: &'a IndicatorNotYet,
}

#[derive(Template)]
#[template(path = "indicators.html")]
struct IndicatorsPage {
    shell: Shell,
    groups: Vec<(Option<Served>, Vec<IndicatorCard>)>,
    classes: Vec<NoteLine>,
    comparisons: Vec<NoteLine>,
    total: usize,
}

/// An indicator.
pub(crate) fn indicator(visit: &Visit, v: &Indicator) -> Result<Response, Failure> {
    let s = visit.speech();
    let title = s.name(&v.series.names).plain().to_owned();
    let figures = Figures::of(&v.series, &v.slug, v.frame.invented, &s);
    let shell = Shell::new(visit, v.frame.clone(), title, Place::Indicators);
    super::page(&IndicatorPage { shell, v, figures })
}

/// An indicator before it was defined.
pub(crate) fn indicator_not_yet(visit: &Visit, v: &IndicatorNotYet) -> Result<Response, Failure> {
    let title = visit.speech().name(&v.names).plain().to_owned();
    let shell = Shell::new(visit, v.frame.clone(), title, Place::Indicators);
    super::page(&IndicatorNotYetPage { shell, v })
}

/// Every indicator by the goal that it serves, those of a goal in the order of the alphabet.
pub(crate) fn indicators(visit: &Visit, v: Indicators) -> Result<Response, Failure> {
    let s = visit.speech();
    let mut groups = v.groups;
    for (_, cards) in &mut groups {
        cards.sort_by(|a, b| {
            let (a, b) = (s.name(&a.names), s.name(&b.names));
            s.words.compare(a.plain(), b.plain())
        });
    }
    let total = groups.iter().map(|(_, cards)| cards.len()).sum();
    let shell = Shell::new(visit, v.frame, s.t("nav-indicators"), Place::Indicators);
    super::page(&IndicatorsPage {
        shell,
        groups,
        classes: v.classes,
        comparisons: v.comparisons,
        total,
    })
}

/// The way in which figures are worked out.
pub(crate) fn way_key(way: &Way) -> &'static str {
    riktning_charts::way_key(*way)
}

/// Why a figure is not worked out.
pub(crate) fn why(s: &Speech, why: &NoFigure) -> Spoken {
    s.spoken(&riktning_charts::no_figure(why, s.words))
}

/// Which bodies' figures the latest of the group is made of.
pub(crate) fn made_of(s: &Speech, formula: &Formula) -> Spoken {
    s.spoken(&riktning_charts::made_of(&formula.bodies, s.words))
}

pub(crate) fn better_key(better: &Better) -> &'static str {
    match better {
        Better::Up => "better-up",
        Better::Down => "better-down",
        Better::Near => "better-near",
        Better::Neither => "better-neither",
    }
}

pub(crate) fn frequency_key(frequency: &Frequency) -> &'static str {
    match frequency {
        Frequency::Yearly => "frequency-yearly",
        Frequency::EveryOtherYear => "frequency-every-other-year",
        Frequency::SchoolYearly => "frequency-school-yearly",
        Frequency::HalfYearly => "frequency-half-yearly",
        Frequency::Tertially => "frequency-tertially",
        Frequency::Quarterly => "frequency-quarterly",
        Frequency::Monthly => "frequency-monthly",
        Frequency::Irregular => "frequency-irregular",
    }
}
