//! The comparison page: the municipality's own figure beside what others measured. Nobody is
//! ranked; who is shown is the reader's choice and stands in the address.

use super::chart::Series;
use super::frame::{Frame, SourceLink, source_link};
use riktning_domain::indicators::{Better, Unit};
use riktning_domain::published::{PublicComparison, PublicIndicator};
use riktning_domain::{Figure, Names, Period, Published, Slug, Text};
use std::collections::BTreeSet;

/// What the comparison page knows.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// What every page knows.
    pub frame: Frame,
    /// The indicator's part of the address.
    pub slug: String,
    /// What it is called.
    pub names: Names,
    /// What it is counted in.
    pub unit: Unit,
    /// Which way is better.
    pub better: Better,
    /// How many decimals its figures are shown with.
    pub decimals: u8,
    /// The latest comparison; none if nobody has recorded one.
    pub compared: Option<Compared>,
    /// The groups that the municipality compares itself with at all.
    pub groups: Vec<PeerGroup>,
    /// What was asked for and is no municipality of the comparison.
    pub unknown: Vec<String>,
}

/// A group of municipalities.
#[derive(Clone, Debug, PartialEq)]
pub struct PeerGroup {
    /// What it is called.
    pub names: Names,
    /// Its municipalities.
    pub members: Vec<Text>,
    /// What they have agreed to compare.
    pub note: Option<Text>,
    /// Where it was found.
    pub source: Option<SourceLink>,
}

/// A comparison.
#[derive(Clone, Debug, PartialEq)]
pub struct Compared {
    /// The group.
    pub group: Names,
    /// The period.
    pub period: Period,
    /// The municipality's own figure of the period.
    pub own: Option<Figure>,
    /// The others, in the order of the group.
    pub rows: Vec<ComparedRow>,
    /// Where the others' figures were found.
    pub source: Option<SourceLink>,
}

/// Another municipality.
#[derive(Clone, Debug, PartialEq)]
pub struct ComparedRow {
    /// How the address names it.
    pub slug: String,
    /// What it is called.
    pub name: Text,
    /// Its figure, if it has one.
    pub figure: Option<Figure>,
    /// Whether the reader has asked to see it; everybody if nobody was asked for.
    pub shown: bool,
}

impl Comparison {
    /// The comparison of the indicator with an address; `asked` are the municipalities that the
    /// reader wants to see, as the address names them.
    pub fn of(p: Published<'_>, slug: &str, asked: &[&str]) -> Option<Comparison> {
        let indicator = p.indicator_at(&Slug::parse(slug)?)?;
        let series = Series::of(p, &indicator);
        let compared = Compared::latest(p, &indicator, &series, asked);
        let known: BTreeSet<&str> = compared
            .iter()
            .flat_map(|c| c.rows.iter().map(|row| row.slug.as_str()))
            .collect();
        let unknown = asked.iter().filter(|name| !known.contains(*name));
        let unknown = unknown.map(|name| (*name).to_owned()).collect();
        let definition = indicator.definition;
        Some(Comparison {
            frame: Frame::of(p),
            slug: indicator.slug.to_string(),
            names: definition.names.clone(),
            unit: definition.unit.clone(),
            better: definition.better,
            decimals: definition.decimals,
            compared,
            groups: groups(p),
            unknown,
        })
    }
}

fn groups(p: Published<'_>) -> Vec<PeerGroup> {
    let groups = p.peers().into_iter().map(|peers| PeerGroup {
        names: peers.names.clone(),
        members: peers.members.clone(),
        note: peers.note.clone(),
        source: peers.source.and_then(|id| source_link(p, id)),
    });
    groups.collect()
}

impl Compared {
    /// The latest comparison of an indicator, among those of the periods that it is read for:
    /// beside a goal whose years are over nobody stands with figures of later ones.
    pub(crate) fn latest(
        p: Published<'_>,
        indicator: &PublicIndicator<'_>,
        series: &Series,
        asked: &[&str],
    ) -> Option<Compared> {
        let until = indicator.until();
        let is_read = |period: Period| until.is_none_or(|until| period.first_day() <= until);
        let mut known = p.comparisons_of(indicator.id).into_iter();
        let latest = known.find(|c| is_read(c.record.period));
        latest.map(|c| Compared::of(p, &c, series, asked))
    }

    fn of(
        p: Published<'_>,
        comparison: &PublicComparison<'_>,
        series: &Series,
        asked: &[&str],
    ) -> Compared {
        let record = comparison.record;
        let own_name = p.group().map(|group| &group.place);
        let others = comparison.peers.members.iter();
        // Our own figure is the indicator's own, and is told of in one place.
        let others = others.filter(|name| Some(*name) != own_name);
        let rows = others.map(|name| {
            let slug = name.as_str().map(Slug::from_title);
            let slug = slug.map(|slug| slug.to_string()).unwrap_or_default();
            let mut figures = record.figures.iter();
            let figure = figures.find(|f| f.municipality == *name);
            ComparedRow {
                shown: asked.is_empty() || asked.contains(&slug.as_str()),
                slug,
                name: name.clone(),
                figure: figure.map(|f| f.figure),
            }
        });
        Compared {
            group: comparison.peers.names.clone(),
            period: record.period,
            own: series.outcome_of(record.period),
            rows: rows.collect(),
            source: source_link(p, record.source),
        }
    }
}
