//! Steering load: how much a body has been asked to do and to tell of, on a day, a year before, and
//! when what is proposed has been decided. Everything here is counts: of what is decided, and of the
//! rows of plans in hand for those who may know of them.

use super::plan::{in_hand, plans_of};
use super::{WorkFrame, body, year_of};
use jiff::ToSpan as _;
use jiff::civil::Date;
use riktning_domain::elements::Addressed;
use riktning_domain::ids::{BodyId, LevelId, ModelId};
use riktning_domain::indicators::Frequency;
use riktning_domain::inside::{InsideElement, Standing};
use riktning_domain::models::{Level, Purpose};
use riktning_domain::published::PublicElement;
use riktning_domain::{Inside, Names, Period, Published};
use std::collections::BTreeMap;
use std::ops::AddAssign;

/// How often a year is followed up: two interim reports and the annual one.
pub const FOLLOW_UPS: usize = 3;
/// Minutes to judge a goal and write why, each time.
pub const GOAL_MINUTES: usize = 20;
/// Minutes to tell how a commitment or an assignment goes, each time.
pub const ROW_MINUTES: usize = 10;
/// Minutes to fetch, check and enter one figure.
pub const FIGURE_MINUTES: usize = 15;
/// Minutes a year to follow up a governing document.
pub const DOCUMENT_MINUTES: usize = 30;

/// How much a body has on its desk.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Figures {
    /// Goals that it owns.
    pub goals: usize,
    /// Indicators that it answers for.
    pub indicators: usize,
    /// Its commitments of the year.
    pub commitments: usize,
    /// Orders to it that nobody has closed.
    pub assignments: usize,
    /// Governing documents that hold and that it answers for.
    pub documents: usize,
    /// The times a year that one of its indicators asks for a figure.
    asked: usize,
}

impl Figures {
    /// How many minutes a year it takes to report all that, as a rule of thumb.
    pub fn minutes(&self) -> usize {
        let rows = self.commitments + self.assignments;
        let each_time = self.goals * GOAL_MINUTES + rows * ROW_MINUTES;
        FOLLOW_UPS * each_time + self.asked * FIGURE_MINUTES + self.documents * DOCUMENT_MINUTES
    }

    /// Whether there is nothing.
    pub fn is_nothing(&self) -> bool {
        *self == Figures::default()
    }
}

impl AddAssign for Figures {
    fn add_assign(&mut self, more: Figures) {
        self.goals += more.goals;
        self.indicators += more.indicators;
        self.commitments += more.commitments;
        self.assignments += more.assignments;
        self.documents += more.documents;
        self.asked += more.asked;
    }
}

/// That a body has more of a level than its model lets one have.
#[derive(Clone, Debug, PartialEq)]
pub struct Over {
    /// What several of the level are called.
    pub many: Names,
    /// How many there are.
    pub count: usize,
    /// How many at most.
    pub at_most: usize,
}

/// The load of one body.
#[derive(Clone, Debug, PartialEq)]
pub struct BodyLoad {
    /// Whose: name and address.
    pub body: (Names, String),
    /// On the day.
    pub now: Figures,
    /// On the same day a year before; none if the body was not there.
    pub before: Option<Figures>,
    /// The rows of its plan for the year to come that nobody has decided; none where that is not
    /// for whoever reads to know.
    pub proposed: Option<usize>,
    /// What its model lets one have less of.
    pub over: Vec<Over>,
}

/// The load of every body.
#[derive(Clone, Debug, PartialEq)]
pub struct Load {
    /// What stands around the page.
    pub frame: WorkFrame,
    /// The day.
    pub today: Date,
    /// The same day a year before.
    pub before: Date,
    /// The bodies.
    pub bodies: Vec<BodyLoad>,
    /// All of them together.
    pub total: Figures,
    /// All of them together a year before.
    pub total_before: Figures,
    /// The rows of all plans for the year to come that nobody has decided, of those that whoever
    /// reads may know of.
    pub proposed: usize,
    /// The limits of the models in force: what several are called, and how many at most.
    pub limits: Vec<(Names, usize)>,
}

impl Load {
    /// The load of every body; none for whoever reads no content.
    pub fn of(i: Inside<'_>) -> Option<Load> {
        if !i.reads_content() {
            return None;
        }
        let frame = WorkFrame::of(i);
        let (p, today) = (i.published(), i.today());
        let before = today.checked_sub(1.year()).unwrap_or(today);
        let year = year_of(today.year())?;
        let now = Counted::of(p, year);
        let then = i.published_on(before);
        let then_counted = year_of(before.year()).map(|year| Counted::of(then, year));
        let then_counted = then_counted.unwrap_or_default();
        let known = p.bodies().filter_map(|known| {
            let figures = now.figures(known.id);
            let proposed = proposed(i, known.id, frame.planned);
            let has_something = !figures.is_nothing() || proposed > Some(0);
            let is_alive = known.kind().takes_orders() && !known.has_ended();
            let was_there = then
                .body(known.id)
                .is_some_and(|b| b.from().day() <= before);
            (has_something || is_alive).then_some(())?;
            Some(BodyLoad {
                body: body(p, known.id)?,
                now: figures,
                before: was_there.then(|| then_counted.figures(known.id)),
                proposed,
                over: now.over(i, known.id),
            })
        });
        let bodies: Vec<_> = known.collect();
        Some(Load {
            total: now.total(),
            total_before: then_counted.total(),
            proposed: bodies.iter().filter_map(|body| body.proposed).sum(),
            limits: limits(i, year),
            frame,
            today,
            before,
            bodies,
        })
    }

    /// The most minutes that one body has: what the bars are drawn against.
    pub fn most(&self) -> usize {
        let minutes = self.bodies.iter().map(|body| body.now.minutes());
        minutes.max().unwrap_or_default()
    }
}

/// How many rows of a body's plan for a year nobody has decided: a count and never a word, and none
/// for whoever may know of none.
fn proposed(i: Inside<'_>, body: BodyId, year: i16) -> Option<usize> {
    let plans = year_of(year).map(|year| plans_of(i, body, year));
    let plan = plans.as_deref().and_then(in_hand);
    plan.map_or(Some(0), |plan| plan.known())
}

/// The limits of the models that a year is followed by.
fn limits(i: Inside<'_>, year: Period) -> Vec<(Names, usize)> {
    let models = i.planned_models().into_iter();
    let models = models.filter(|model| model.definition.period.covers(year));
    let limits = models.flat_map(|model| {
        let limits = model.definition.limits.iter();
        limits.filter_map(|limit| {
            let level = model.definition.level(limit.level)?;
            Some((level.many().clone(), usize::from(limit.at_most)))
        })
    });
    limits.collect()
}

/// What a decision over a plan adds for one body.
#[derive(Clone, Debug, PartialEq)]
pub struct Coming {
    /// Whose: name and address.
    pub body: (Names, String),
    /// Today.
    pub now: Figures,
    /// With what the decision adopts in place of this year's, and all else as today.
    pub with: Figures,
    /// What its model lets one have less of, with what the decision adopts.
    pub over: Vec<Over>,
}

impl Coming {
    /// What the rows of a plan add, body by body: to whoever promises, or to whom an order goes.
    pub(super) fn of(i: Inside<'_>, year: Period, rows: &[InsideElement<'_>]) -> Vec<Coming> {
        let p = i.published();
        let Some(this_year) = year_of(i.today().year()) else {
            return Vec::new();
        };
        let now = Counted::of(p, this_year);
        let mut with = Counted::of(p, year);
        let mut touched: BTreeMap<BodyId, Changed> = BTreeMap::new();
        for row in rows.iter().filter(|row| row.standing == Standing::Draft) {
            let is_order = row.level.purpose == Purpose::Assignment;
            let whose = match is_order {
                true => i.addressed(row.id),
                false => row.wording.owner.into_iter().collect(),
            };
            for id in whose {
                with.add(id, row.model, row.level);
                let changed = touched.entry(id).or_default();
                changed.orders |= is_order;
                changed.commitments |= row.level.purpose == Purpose::Commitment;
            }
        }
        let coming = touched.into_iter().filter_map(|(id, changed)| {
            let today = now.figures(id);
            Some(Coming {
                body: body(p, id)?,
                now: today,
                with: changed.with(today, with.figures(id)),
                over: with.over(i, id),
            })
        });
        let mut coming: Vec<_> = coming.collect();
        coming.sort_by(|a, b| a.body.0.sv.cmp(&b.body.0.sv));
        coming
    }
}

/// What of a body's load a decision is about.
#[derive(Clone, Copy, Debug, Default)]
struct Changed {
    commitments: bool,
    orders: bool,
}

impl Changed {
    /// The load of today, with that of the plan's year where the decision is about it: of the rest
    /// of that year nothing is known yet.
    fn with(self, today: Figures, then: Figures) -> Figures {
        let mut with = today;
        if self.commitments {
            with.commitments = then.commitments;
        }
        if self.orders {
            with.assignments = then.assignments;
        }
        with
    }
}

/// What is counted of each body, in one walk over what stood on a day.
#[derive(Debug, Default)]
struct Counted {
    figures: BTreeMap<BodyId, Figures>,
    /// How many a body has of a level of a model that sets a limit.
    on_level: BTreeMap<(BodyId, ModelId, LevelId), usize>,
}

impl Counted {
    /// What stood on the day of the lens, of a year.
    fn of(p: Published<'_>, year: Period) -> Counted {
        let mut counted = Counted::default();
        for model in p.models() {
            let wanted = |level: &Level, period: Period| match level.purpose {
                // Only a decision closes it: until then it is to be told of.
                Purpose::Assignment if level.closed_only_by_decision => {
                    period.first_day() <= year.last_day()
                }
                purpose => is_counted(purpose) && period.covers(year),
            };
            for element in p.elements_where(model.id, wanted) {
                if element.withdrawn().is_none() && element.closed().is_none() {
                    counted.element(p, &element);
                }
            }
        }
        for indicator in p.indicators() {
            let definition = indicator.definition;
            if let Some(body) = definition.responsible {
                let figures = counted.figures.entry(body).or_default();
                figures.indicators += 1;
                figures.asked += definition.frequency.map_or(1, times_a_year);
            }
        }
        for document in p.documents() {
            let holds = document.validity().holds();
            if let Some(body) = document.wording.responsible.filter(|_| holds) {
                counted.figures.entry(body).or_default().documents += 1;
            }
        }
        counted
    }

    fn element(&mut self, p: Published<'_>, element: &PublicElement<'_>) {
        let model = element.model().id;
        match (element.level().purpose, element.addressed_to()) {
            (Purpose::Assignment, Addressed::To(_) | Addressed::All) => {
                for body in p.addressed(element) {
                    self.add(body, model, element.level());
                }
            }
            (Purpose::Assignment, Addressed::None) => {}
            _ => {
                if let Some(owner) = element.owner() {
                    self.add(owner, model, element.level());
                }
            }
        }
    }

    /// One element more for a body.
    fn add(&mut self, body: BodyId, model: ModelId, level: &Level) {
        let figures = self.figures.entry(body).or_default();
        match level.purpose {
            Purpose::StrategicGoal | Purpose::ProcessGoal | Purpose::FinancialGoal => {
                figures.goals += 1;
            }
            Purpose::Commitment => figures.commitments += 1,
            Purpose::Assignment => figures.assignments += 1,
            Purpose::Activity
            | Purpose::ServiceDeclaration
            | Purpose::ControlPoint
            | Purpose::DeviationAction
            | Purpose::Other => return,
        }
        *self.on_level.entry((body, model, level.id)).or_default() += 1;
    }

    fn figures(&self, body: BodyId) -> Figures {
        self.figures.get(&body).copied().unwrap_or_default()
    }

    fn total(&self) -> Figures {
        let mut total = Figures::default();
        for figures in self.figures.values() {
            total += *figures;
        }
        total
    }

    /// What a body has more of than a model lets one have.
    fn over(&self, i: Inside<'_>, body: BodyId) -> Vec<Over> {
        let own = self.on_level.iter().filter(|((id, ..), _)| *id == body);
        let over = own.filter_map(|((_, model, level), count)| {
            let definition = i.planned_model(*model)?.definition;
            let at_most = usize::from(definition.limit(*level)?);
            let many = definition.level(*level)?.many().clone();
            (*count > at_most).then_some(Over {
                many,
                count: *count,
                at_most,
            })
        });
        over.collect()
    }
}

/// Whether it is counted as somebody's load.
fn is_counted(purpose: Purpose) -> bool {
    match purpose {
        Purpose::StrategicGoal
        | Purpose::ProcessGoal
        | Purpose::FinancialGoal
        | Purpose::Commitment
        | Purpose::Assignment => true,
        Purpose::Activity
        | Purpose::ServiceDeclaration
        | Purpose::ControlPoint
        | Purpose::DeviationAction
        | Purpose::Other => false,
    }
}

/// How many times a year a figure is asked for, at the most in a single year.
fn times_a_year(how: Frequency) -> usize {
    match how {
        Frequency::Yearly
        | Frequency::EveryOtherYear
        | Frequency::SchoolYearly
        | Frequency::Irregular => 1,
        Frequency::HalfYearly => 2,
        Frequency::Tertially => 3,
        Frequency::Quarterly => 4,
        Frequency::Monthly => 12,
    }
}
