//! Service declarations (*servicedeklarationer*): what residents may count on, how it is
//! measured, and what happens if it is not kept.

use super::frame::{Basis, Frame, basis, body_name};
use super::judgement::{Judgement, judgements};
use riktning_domain::assessments::Subject;
use riktning_domain::dates::Precision;
use riktning_domain::decisions;
use riktning_domain::elements::Quantity;
use riktning_domain::models::{Level, Purpose};
use riktning_domain::published::PublicElement;
use riktning_domain::{Names, Period, Published, Text};

/// What the page knows.
#[derive(Clone, Debug, PartialEq)]
pub struct Services {
    /// What every page knows.
    pub frame: Frame,
    /// Those whose period holds the day.
    pub now: Vec<Promise>,
    /// Those of which a source tells of an earlier period, the latest first.
    pub before: Vec<Promise>,
    /// Those whose source names no year: they may hold still.
    pub undated: Vec<Promise>,
}

/// A service declaration.
#[derive(Clone, Debug, PartialEq)]
pub struct Promise {
    /// The promise.
    pub promise: Text,
    /// What else is said of it.
    pub description: Option<Text>,
    /// What the municipality calls its level.
    pub level: Names,
    /// For which period it was found or decided.
    pub period: Period,
    /// Who answers for it: name and address.
    pub owner: Option<(Names, String)>,
    /// What is measured, in words.
    pub measure: Option<Text>,
    /// How much is promised.
    pub quantity: Option<Quantity>,
    /// What happens if it is not kept.
    pub if_not_kept: Option<Text>,
    /// The latest verdict that leads, and why.
    pub verdict: Option<Judgement>,
    /// Whether its period is over on the day: what nobody has judged by then is not judged *yet*.
    pub over: bool,
    /// What it rests on.
    pub basis: Basis,
}

impl Services {
    /// The service declarations of the lens's day.
    pub fn of(p: Published<'_>) -> Services {
        let models = p.models();
        let promises = |l: &Level, _| l.purpose == Purpose::ServiceDeclaration;
        let all = models.iter();
        let all = all.flat_map(|model| p.elements_where(model.id, promises));
        let mut declared: Vec<_> = all.filter(|e| e.withdrawn().is_none()).collect();
        declared.sort_by_key(|e| (std::cmp::Reverse(e.period()), e.number()));
        let day = p.day();
        let (undated, dated): (Vec<_>, Vec<_>) = declared.iter().partition(|e| is_undated(e));
        let (now, before): (Vec<_>, Vec<_>) = dated
            .into_iter()
            .partition(|element: &&PublicElement<'_>| element.period().contains(day));
        let services = |elements: Vec<&PublicElement<'_>>| {
            let services = elements.into_iter().map(|e| Promise::of(p, e));
            services.collect()
        };
        Services {
            frame: Frame::of(p),
            now: services(now),
            before: services(before),
            undated: services(undated),
        }
    }
}

/// Whether the source of a service declaration names no year: the one that stands in is told to
/// nobody.
pub(crate) fn is_undated(promise: &PublicElement<'_>) -> bool {
    match promise.basis() {
        decisions::Basis::Source(_, since) => since.precision() == Precision::NotFound,
        decisions::Basis::Decision(_) => false,
    }
}

impl Promise {
    fn of(p: Published<'_>, element: &PublicElement<'_>) -> Promise {
        let judged = p.last_word(element).is_some();
        let all = judgements(p, Subject::Element(element.id()));
        Promise {
            promise: element.text().clone(),
            description: element.description().cloned(),
            level: element.level().names.clone(),
            period: element.period(),
            owner: element.owner().and_then(|id| body_name(p, id)),
            measure: element.condition().cloned(),
            quantity: element.quantity().cloned(),
            if_not_kept: element.if_not_kept().cloned(),
            verdict: all.into_iter().next().filter(|_| judged),
            over: element.is_over(p.day()),
            basis: basis(p, element.basis()),
        }
    }
}
