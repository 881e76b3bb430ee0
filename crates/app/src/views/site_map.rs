//! The site map: everything published that has a page.

use super::financial_management::known_years;
use super::frame::Frame;
use crate::search::{Target, said};
use riktning_domain::{Period, Published};

/// Where everything that is published today is told of.
#[derive(Clone, Debug, PartialEq)]
pub struct SiteMap {
    /// What every page knows.
    pub frame: Frame,
    /// Where each thing is told of; several may be told of on one page.
    pub targets: Vec<Target>,
    /// The indicators that figures of others are known beside, which have a page of their own.
    pub compared: Vec<String>,
    /// The years in which anything is known of good financial management.
    pub managed: Vec<i16>,
    /// The years of each direction, which have an annual plan each.
    pub years: Vec<(Period, i16)>,
}

impl SiteMap {
    /// The site map of a day.
    pub fn of(p: Published<'_>) -> SiteMap {
        let things = p.things().into_iter();
        let directions = p.models().into_iter().map(|model| model.definition.period);
        SiteMap {
            frame: Frame::of(p),
            targets: things
                .filter_map(|thing| Some(said(p, thing)?.target))
                .collect(),
            compared: p
                .indicators()
                .filter(|indicator| !p.comparisons_of(indicator.id).is_empty())
                .map(|indicator| indicator.slug.to_string())
                .collect(),
            managed: known_years(p),
            years: directions
                .flat_map(|period| {
                    let years = period.first_day().year()..=period.last_day().year();
                    years.map(move |year| (period, year))
                })
                .collect(),
        }
    }
}
