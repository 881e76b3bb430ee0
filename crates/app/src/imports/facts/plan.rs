//! From what the file says to commands, in an order in which every reference is there.

use super::Facts;
use super::indicators::{IndicatorIn, OutcomeIn, TargetIn};
use super::reader::SourceIn;
use super::sections::{GoalIn, NamedIn, PeriodIn, Sections, VisionIn, year_in};
use super::swedish;
use jiff::civil::Date;
use riktning_domain::assessments::{ProposeAssessment, Subject, Verdict};
use riktning_domain::bodies::{BodyKind, FoundBody};
use riktning_domain::command::Now;
use riktning_domain::decisions::{Act, Adoptable, Authority, FindInSource, RecordDecision};
use riktning_domain::elements::{
    Addressed, Continues, DraftElement, Origin, Placement, ProposeWording, Wording,
};
use riktning_domain::group::DescribeGroup;
use riktning_domain::ids::{
    AssessmentId, BodyId, DecisionId, ElementId, IndicatorId, LevelId, ModelId, RoundId, ScaleId,
    ScaleValueId, SourceId, ThreadId, TopicId, VisionId, WordingId,
};
use riktning_domain::indicators::{
    Aim, DefineIndicator, Definition, Interpretation, NoValue, ReportMeasurement, ServeElement,
    SetTarget, Settled, TargetBasis, Value,
};
use riktning_domain::models::{
    DefineModel, Level, ModelDefinition, Purpose, PutModelInForce, Scale, ScaleValue, Support,
    Upward,
};
use riktning_domain::rounds::{Occasion, OpenRound};
use riktning_domain::sources::CiteSource;
use riktning_domain::threads::{ThreadEnd, TieThread};
use riktning_domain::topics::{DescribeTopic, Dimension, Direction, TopicDescription};
use riktning_domain::visions::{DraftVision, VisionWording};
use riktning_domain::{Command, Dated, Names, Period, Published, Slug, State, Text};
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// What an import is going to do.
#[derive(Debug, Default)]
pub struct Plan {
    /// The commands in order, each with the path of the record that it comes from.
    pub commands: Vec<(String, Command)>,
    /// The records that are not taken, with why.
    pub reported: Vec<Reported>,
}

/// A record that is not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reported {
    /// Its path.
    pub path: String,
    /// Why.
    pub reason: Reason,
}

/// Why a record is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reason {
    /// This version has no place for it.
    NoPlace,
    /// It names no source, and a fact without a source is not shown.
    NoSource,
    /// It is about a time that has not been.
    NotYet,
    /// What it is about is not in the file.
    NotInTheFile,
    /// Another record says something else about the same.
    Conflict,
    /// It gives no reason, and a verdict without a reason is none.
    NoReason,
}

impl Reason {
    /// Its key in `imports.ftl`.
    pub fn key(self) -> &'static str {
        match self {
            Reason::NoPlace => "import-reason-no-place",
            Reason::NoSource => "import-reason-no-source",
            Reason::NotYet => "import-reason-not-yet",
            Reason::NotInTheFile => "import-reason-not-in-the-file",
            Reason::Conflict => "import-reason-conflict",
            Reason::NoReason => "import-reason-no-reason",
        }
    }
}

impl Facts {
    /// The commands that bring the facts into a journal. Those that everything already stands
    /// as they want decide to nothing, so a second run changes nothing.
    pub fn plan(&self, state: &State, now: Now) -> Plan {
        let mut planner = Planner::new(&self.sections, state, now);
        planner.group();
        planner.sources();
        planner.bodies();
        planner.topics();
        planner.visions();
        planner.models();
        planner.goals();
        planner.indicators();
        planner.assessments();
        planner.decisions();
        let elsewhere = self.sections.elsewhere.iter();
        planner.plan.reported.extend(elsewhere.map(|path| Reported {
            path: path.clone(),
            reason: Reason::NoPlace,
        }));
        planner.plan
    }
}

struct Planner<'a> {
    facts: &'a Sections,
    state: &'a State,
    published: Published<'a>,
    today: Date,
    namespace: Uuid,
    plan: Plan,
    /// What has no date of its own stands from the first day of the earliest goal period.
    base: Date,
    /// Bodies by their name in lower case, with the day from which they are known.
    bodies: BTreeMap<String, (BodyId, Date)>,
    /// Visions with the day from which they stood, the earliest first.
    visions: Vec<(Date, VisionId)>,
    slugs: BTreeSet<(String, String)>,
}

impl<'a> Planner<'a> {
    fn new(facts: &'a Sections, state: &'a State, now: Now) -> Self {
        let name = facts.code.as_deref().unwrap_or(&facts.municipality);
        let address = format!("riktning/facts/{name}");
        let first = facts.periods.iter().map(|p| p.period.first_day()).min();
        Planner {
            facts,
            state,
            published: state.published(now.today, now.today),
            today: now.today,
            namespace: Uuid::new_v5(&Uuid::NAMESPACE_URL, address.as_bytes()),
            plan: Plan::default(),
            base: first.unwrap_or(now.today).min(now.today),
            bodies: BTreeMap::new(),
            visions: Vec::new(),
            slugs: BTreeSet::new(),
        }
    }

    /// An id from what the record is, never from its place in the file.
    fn id(&self, kind: &str, key: &str) -> Uuid {
        Uuid::new_v5(&self.namespace, format!("{kind}/{key}").as_bytes())
    }

    fn add(&mut self, path: &str, command: Command) {
        self.plan.commands.push((path.to_owned(), command));
    }

    fn report(&mut self, path: &str, reason: Reason) {
        self.plan.reported.push(Reported {
            path: path.to_owned(),
            reason,
        });
    }

    fn source(&self, source: &SourceIn) -> SourceId {
        let key = source.url.as_ref().map_or_else(
            || source.title.clone(),
            |url| format!("{url}#{}", source.title),
        );
        SourceId(self.id("source", &key))
    }

    fn source_id(&self, source: &Option<SourceIn>) -> Option<SourceId> {
        source.as_ref().map(|s| self.source(s))
    }

    /// A slug that nobody else has in its room of addresses. Records come in the order of
    /// their ids, so the same file gives the same addresses.
    fn slug(&mut self, room: &str, title: &str) -> Slug {
        let wanted = Slug::from_title(title);
        let mut slug = wanted.clone();
        for n in 2.. {
            if self.slugs.insert((room.to_owned(), slug.to_string())) {
                break;
            }
            slug = wanted.numbered(n);
        }
        slug
    }

    fn group(&mut self) {
        let command = DescribeGroup {
            name: self.facts.municipality.as_str().into(),
            place: swedish::place(&self.facts.municipality).into(),
            code: self.facts.code.as_deref().map(Text::from),
            invented: false,
        };
        self.add("meta", Command::DescribeGroup(command));
    }

    fn sources(&mut self) {
        for source in &self.facts.sources {
            let command = CiteSource {
                source: self.source(source),
                title: source.title.as_str().into(),
                url: source.url.as_deref().map(Text::from),
            };
            self.add("sources", Command::CiteSource(command));
        }
    }

    fn bodies(&mut self) {
        let facts = self.facts;
        let mut listed: Vec<(&NamedIn, BodyKind)> = Vec::new();
        listed.extend(
            facts
                .committees
                .iter()
                .map(|c| (c, swedish::committee_kind(&c.name))),
        );
        listed.extend(facts.companies.iter().map(|c| (c, BodyKind::Company)));
        listed.extend(
            facts
                .administrations
                .iter()
                .map(|a| (a, BodyKind::Administration)),
        );
        listed.sort_by(|a, b| a.0.name.cmp(&b.0.name));
        for (body, kind) in listed {
            let observed = body.observed.and_then(|year| Date::new(year, 1, 1).ok());
            let source_year = body.source.as_ref().and_then(|s| year_in(&s.title));
            let from_source = source_year.and_then(|year| Date::new(year, 1, 1).ok());
            let known = observed.or(from_source).unwrap_or(self.base);
            self.body(
                &body.path,
                &body.name,
                kind,
                known,
                body.more.as_deref(),
                &body.source,
            );
        }
        // Bodies that only decisions name.
        let by_vision = facts.visions.iter().filter_map(|v| {
            let (body, date) = v.decided.as_ref()?;
            Some((body, date.day(), &v.path, &v.source))
        });
        let by_calendar = facts.decisions.iter().filter_map(|d| {
            // A text that begins like a decision names a body only if the law knows the name.
            let statutory = swedish::committee_kind(&d.body) != BodyKind::Committee;
            statutory.then_some((&d.body, d.date.day(), &d.path, &d.source))
        });
        let mut named: Vec<_> = by_vision.chain(by_calendar).collect();
        named.sort_by_key(|(_, day, _, _)| *day);
        for (name, day, path, source) in named {
            if !self.bodies.contains_key(&name.to_lowercase()) {
                let name = capital(name);
                self.body(
                    path,
                    &name,
                    swedish::committee_kind(&name),
                    day,
                    None,
                    source,
                );
            }
        }
    }

    fn body(
        &mut self,
        path: &str,
        name: &str,
        kind: BodyKind,
        known: Date,
        role: Option<&str>,
        source: &Option<SourceIn>,
    ) {
        let key = name.to_lowercase();
        if self.bodies.contains_key(&key) {
            self.report(path, Reason::Conflict);
            return;
        }
        // Earlier if an imported fact refers to it earlier.
        let decided = self
            .facts
            .decisions
            .iter()
            .filter(|d| d.body.to_lowercase() == key);
        let visions = self.facts.visions.iter().filter_map(|v| v.decided.as_ref());
        let visions = visions
            .filter(|(body, _)| body.to_lowercase() == key)
            .map(|(_, d)| d.day());
        let from = decided
            .map(|d| d.date.day())
            .chain(visions)
            .chain([known])
            .min();
        let from = from.unwrap_or(known);
        if from > self.today {
            self.report(path, Reason::NotYet);
            return;
        }
        let id = BodyId(self.id("body", &key));
        let known = self.published.body(id);
        let slug = match known {
            Some(body) => body.name.slug.clone(),
            None => self.slug("body", name),
        };
        let from = known.map_or(Dated::not_found(from), |body| body.from());
        self.bodies.insert(key, (id, from.day()));
        let command = FoundBody {
            body: id,
            kind,
            slug,
            names: Names::swedish(name),
            role: role.map(Text::from),
            answers_to: Vec::new(),
            from,
            source: self.source_id(source),
        };
        self.add(path, Command::FoundBody(command));
    }

    fn topic(&self, dimension: Dimension, name: &str) -> TopicId {
        TopicId(self.id("topic", &format!("{dimension:?}/{}", name.to_lowercase())))
    }

    fn topics(&mut self) {
        let facts = self.facts;
        for (i, perspective) in (1..).zip(&facts.perspectives) {
            let top = self.topic(Dimension::Perspective, &perspective.name);
            let mut description = described(Dimension::Perspective, &perspective.name, i);
            description.meaning = perspective.question.as_deref().map(|q| capital(q).into());
            description.direction = perspective.direction;
            description.source = self.source_id(&perspective.source);
            self.describe(&perspective.path, top, description, self.base);
            // The parts of the outward perspective are the values created; those of the
            // inward one are perspectives themselves.
            let part = match perspective.direction {
                Some(Direction::Inward) => Dimension::Perspective,
                Some(Direction::Outward) | None => Dimension::ValueCreated,
            };
            for (order, name) in (1..).zip(&perspective.parts) {
                // A part that has a record of its own stands on that record's word.
                let own = facts.internal.iter().find(|own| same_name(&own.name, name));
                let (path, source) = match own {
                    Some(own) => (&own.path, &own.source),
                    None => (&perspective.path, &perspective.source),
                };
                let mut description = described(part, &capital(name), order);
                description.parent = Some(top);
                description.source = self.source_id(source);
                self.describe(path, self.topic(part, name), description, self.base);
            }
        }
        for own in &facts.internal {
            let parts = facts.perspectives.iter().flat_map(|p| &p.parts);
            if !parts.into_iter().any(|part| same_name(part, &own.name)) {
                self.report(&own.path, Reason::NotInTheFile);
            }
        }
        for (dimension, list) in [
            (Dimension::CoreValue, &facts.values),
            (Dimension::Process, &facts.processes),
        ] {
            for (order, named) in (1..).zip(list) {
                let mut description = described(dimension, &named.name, order);
                description.meaning = named.more.as_deref().map(Text::from);
                description.source = self.source_id(&named.source);
                let id = self.topic(dimension, &named.name);
                self.describe(&named.path, id, description, self.base);
            }
        }
        for (order, sub) in (100..).zip(&facts.subprocesses) {
            let parent = facts
                .processes
                .iter()
                .find(|p| p.id.as_ref() == Some(&sub.parent));
            let Some(parent) = parent else {
                self.report(&sub.path, Reason::NotInTheFile);
                continue;
            };
            let owner = sub
                .owner
                .as_ref()
                .and_then(|o| self.bodies.get(&o.to_lowercase()).copied());
            let mut description = described(Dimension::Process, &sub.name, order);
            description.parent = Some(self.topic(Dimension::Process, &parent.name));
            description.owner = owner.map(|(id, _)| id);
            description.source = self.source_id(&sub.source);
            let since = owner.map_or(self.base, |(_, from)| from.max(self.base));
            let id = self.topic(Dimension::Process, &sub.name);
            self.describe(&sub.path, id, description, since);
        }
    }

    fn describe(&mut self, path: &str, topic: TopicId, description: TopicDescription, since: Date) {
        // What is described anew stands from today; what is described first, from its day.
        let standing = self.published.topic(topic);
        let since = match standing {
            Some(standing) if *standing != description => None,
            _ => Some(Dated::not_found(since)),
        };
        self.add(
            path,
            Command::DescribeTopic(DescribeTopic {
                topic,
                description,
                since,
            }),
        );
    }

    /// The day from which a vision stood: of its decision, else the first day of the first
    /// goal period that reaches beyond the horizon of the vision before it.
    fn vision_since(&self, vision: &VisionIn, before: Option<i16>) -> Dated {
        if let Some((_, decided)) = &vision.decided {
            return *decided;
        }
        let mut periods: Vec<Period> = self.facts.periods.iter().map(|p| p.period).collect();
        periods.sort();
        let beyond = periods
            .iter()
            .find(|p| before.is_none_or(|horizon| p.year() > horizon));
        Dated::not_found(beyond.map_or(self.base, |p| p.first_day()))
    }

    fn visions(&mut self) {
        let mut before = None;
        for vision in &self.facts.visions {
            let since = self.vision_since(vision, before);
            before = vision.horizon.or(before);
            let id = VisionId(self.id("vision", &vision.id));
            let Some(source) = self.source_id(&vision.source) else {
                self.report(&vision.path, Reason::NoSource);
                continue;
            };
            if since.day() > self.today {
                self.report(&vision.path, Reason::NotYet);
                continue;
            }
            let wording = VisionWording {
                title: vision.title.as_str().into(),
                slogan: vision.slogan.as_deref().map(Text::from),
                horizon: vision.horizon,
                statements: vision
                    .statements
                    .iter()
                    .map(|s| s.as_str().into())
                    .collect(),
                source: self.source_id(&vision.text_source).or(Some(source)),
            };
            let wording_id = self.wording_id("vision", &vision.id, &wording);
            let known = self.published.vision(id);
            let changed = known.is_some_and(|known| *known.wording != wording);
            let stands = if changed {
                Dated::day_known(self.today)
            } else {
                since
            };
            let draft = DraftVision {
                vision: id,
                wording_id,
                wording,
                since: Some(stands),
            };
            self.add(&vision.path, Command::DraftVision(draft));
            let what = (Adoptable::Vision(id), wording_id);
            let body = vision
                .decided
                .as_ref()
                .and_then(|(b, _)| self.bodies.get(&b.to_lowercase()));
            let adopt = match body {
                Some((body, _)) if !changed => Command::RecordDecision(RecordDecision {
                    decision: DecisionId(self.id("decision", &vision.path_key())),
                    body: *body,
                    date: since,
                    authority: Authority::Found {
                        source,
                        paragraph: None,
                    },
                    case_number: None,
                    title: Some(vision.title.as_str().into()),
                    acts: vec![Act::Adopt(what.0, what.1)],
                }),
                _ => Command::FindInSource(FindInSource {
                    source,
                    since: stands,
                    wordings: vec![what],
                }),
            };
            self.add(&vision.path, adopt);
            self.visions.push((since.day(), id));
        }
        self.visions.sort();
    }

    fn wording_id(&self, kind: &str, key: &str, content: &impl serde::Serialize) -> WordingId {
        // A changed text is another wording.
        let content = serde_json::to_string(content).unwrap_or_default();
        WordingId(self.id("wording", &format!("{kind}/{key}/{content}")))
    }

    fn level(&self, period: &PeriodIn) -> LevelId {
        LevelId(self.id("level", &period.id))
    }

    fn model(&self, period: &PeriodIn) -> ModelId {
        ModelId(self.id("model", &period.id))
    }

    fn scale_value(&self, period: &PeriodIn, word: &str) -> ScaleValueId {
        ScaleValueId(self.id("scale-value", &format!("{}/{word}", period.id)))
    }

    fn models(&mut self) {
        let mut periods: Vec<&PeriodIn> = self.facts.periods.iter().collect();
        periods.sort_by_key(|p| p.period);
        let mut before: Option<ModelId> = None;
        for period in periods {
            let since = Dated::not_found(period.period.first_day());
            if since.day() > self.today {
                self.report(&period.path, Reason::NotYet);
                continue;
            }
            let model = self.model(period);
            let command = DefineModel {
                model,
                definition: self.definition(period, before),
                since: Some(since),
            };
            self.add(&period.path, Command::DefineModel(command));
            let command = PutModelInForce {
                model,
                since: Some(since),
            };
            self.add(&period.path, Command::PutModelInForce(command));
            before = Some(model);
        }
    }

    fn definition(&self, period: &PeriodIn, follows: Option<ModelId>) -> ModelDefinition {
        let [sv, en, fi] = swedish::STRATEGIC_GOAL;
        let scale_id = ScaleId(self.id("scale", &period.id));
        let values = self.facts.goal_scale.iter().map(|word| {
            let (counts_as, shape) = swedish::counts_as(word);
            ScaleValue {
                id: self.scale_value(period, word),
                names: Names::swedish(capital(word)),
                forecast: None,
                shape,
                counts_as,
            }
        });
        let values: Vec<ScaleValue> = values.collect();
        let judged = !values.is_empty();
        let scale = Scale {
            id: scale_id,
            names: Names::swedish(sv),
            values,
        };
        ModelDefinition {
            names: Names::swedish(period.name.as_str()),
            period: period.period,
            period_not_found: !period.found,
            follows,
            levels: vec![Level {
                id: self.level(period),
                names: Names::all(sv, en, fi),
                purpose: Purpose::StrategicGoal,
                supports: vec![
                    Support {
                        upward: Upward::Vision,
                        required: false,
                    },
                    Support {
                        upward: Upward::Topic(Dimension::Perspective),
                        required: false,
                    },
                ],
                owners: Vec::new(),
                decided_by: Vec::new(),
                measured: true,
                scale: judged.then_some(scale_id),
                closed_only_by_decision: false,
                criteria: Vec::new(),
            }],
            scales: if judged { vec![scale] } else { Vec::new() },
            dimensions: vec![
                Dimension::Perspective,
                Dimension::ValueCreated,
                Dimension::Process,
                Dimension::CoreValue,
            ],
            note: period.note.as_deref().map(Text::from),
            source: self.source_id(&period.source),
        }
    }

    fn period_of(&self, goal: &GoalIn) -> Option<&'a PeriodIn> {
        self.facts.periods.iter().find(|p| p.id == goal.period)
    }

    fn goals(&mut self) {
        let mut goals: Vec<(&GoalIn, &PeriodIn)> = self
            .facts
            .goals
            .iter()
            .filter_map(|g| Some((g, self.period_of(g)?)))
            .collect();
        goals.sort_by_key(|(goal, period)| (period.period, goal.id.clone()));
        for (goal, period) in goals {
            let first = period.period.first_day();
            let Some(source) = self.source_id(&goal.source) else {
                self.report(&goal.path, Reason::NoSource);
                continue;
            };
            if first > self.today {
                self.report(&goal.path, Reason::NotYet);
                continue;
            }
            let element = ElementId(self.id("goal", &goal.id));
            let wording = self.wording(goal, period, source);
            let wording_id = self.wording_id("goal", &goal.id, &wording);
            let known = self.state.on(self.today).proposal(element);
            let changed = known.is_some_and(|(_, known)| *known != wording);
            let since = if changed {
                Dated::day_known(self.today)
            } else {
                Dated::not_found(first)
            };
            let command = if changed {
                let since = Some(since);
                Command::ProposeWording(ProposeWording {
                    element,
                    wording_id,
                    wording,
                    since,
                })
            } else {
                let slug = match self.published.element(element) {
                    Some(known) => known.slug().clone(),
                    None => self.slug(&goal.period, &goal.name),
                };
                let (model, level) = (self.model(period), self.level(period));
                let since = Some(since);
                Command::DraftElement(DraftElement {
                    element,
                    model,
                    level,
                    slug,
                    wording_id,
                    wording,
                    since,
                })
            };
            self.add(&goal.path, command);
            let wordings = vec![(Adoptable::Element(element), wording_id)];
            self.add(
                &goal.path,
                Command::FindInSource(FindInSource {
                    source,
                    since,
                    wordings,
                }),
            );
            if let Some((on, vision)) = self
                .visions
                .iter()
                .rev()
                .find(|(on, _)| *on <= first)
                .copied()
            {
                let command = TieThread {
                    thread: ThreadId(self.id("thread", &format!("{}/{vision}", goal.id))),
                    from: element,
                    to: ThreadEnd::Vision(vision),
                    interpretation: Interpretation::Ours,
                    since: Some(Dated::not_found(first.max(on))),
                };
                self.add(&goal.path, Command::TieThread(command));
            }
        }
    }

    fn wording(&self, goal: &GoalIn, period: &PeriodIn, source: SourceId) -> Wording {
        let perspective = goal.perspective.as_ref().and_then(|id| {
            let perspective = self.facts.perspectives.iter().find(|p| p.id == *id)?;
            Some(Placement {
                topic: self.topic(Dimension::Perspective, &perspective.name),
                interpretation: Interpretation::Stated,
            })
        });
        // The goal of the nearest earlier period with the same name, which no source says is
        // the same goal.
        let same = self.facts.goals.iter().filter_map(|earlier| {
            let before = self.period_of(earlier)?;
            let same = earlier.name.to_lowercase() == goal.name.to_lowercase();
            (same && before.period < period.period).then_some((before.period, earlier))
        });
        let continues = same
            .max_by_key(|(period, _)| *period)
            .map(|(_, earlier)| Continues {
                element: ElementId(self.id("goal", &earlier.id)),
                interpretation: Interpretation::Ours,
            });
        Wording {
            text: goal.name.as_str().into(),
            description: None,
            why: None,
            owner: None,
            addressed_to: Addressed::None,
            role: None,
            person: None,
            period: period.period,
            topics: perspective.into_iter().collect(),
            quantity: None,
            condition: None,
            due: None,
            origin: Origin::Own,
            continues,
            source: Some(source),
        }
    }

    fn indicators(&mut self) {
        let mut indicators: Vec<&IndicatorIn> = self.facts.indicators.iter().collect();
        indicators.sort_by(|a, b| a.id.cmp(&b.id));
        for (order, indicator) in (1..).zip(indicators) {
            self.indicator(indicator, order);
        }
    }

    fn indicator(&mut self, indicator: &IndicatorIn, order: u16) {
        let id = IndicatorId(self.id("indicator", &indicator.id));
        let goal = indicator.goal.as_ref().and_then(|(goal, _, ours)| {
            let goal = self.facts.goals.iter().find(|g| g.id == *goal)?;
            Some((goal, self.period_of(goal)?, *ours))
        });
        let observed = indicator.outcomes.iter().map(|o| o.period.first_day());
        let aimed = indicator
            .target
            .iter()
            .filter_map(|t| Date::new(t.year?, 1, 1).ok());
        let goal_day = goal.map(|(_, period, _)| period.period.first_day());
        let first = observed
            .chain(aimed)
            .min()
            .or(goal_day)
            .unwrap_or(self.base);
        if first > self.today {
            self.report(&indicator.path, Reason::NotYet);
            return;
        }
        let known = self.published.indicator(id);
        let slug = match known {
            Some(known) => known.slug.clone(),
            None => self.slug("indicator", &indicator.name),
        };
        let decimals = indicator
            .outcomes
            .iter()
            .filter_map(|o| o.value)
            .map(|v| v.decimals())
            .max();
        let definition = Definition {
            names: Names::swedish(indicator.name.as_str()),
            unit: indicator.unit.clone(),
            decimals: decimals
                .and_then(|d| u8::try_from(d).ok())
                .unwrap_or(0)
                .min(6),
            better: indicator.better,
            class: indicator.class.0,
            class_interpretation: indicator.class.1,
            frequency: None,
            breakdowns: Vec::new(),
            tolerance: None,
            description: None,
            note: indicator.note.as_deref().map(Text::from),
            responsible: None,
            source: self.source_id(&indicator.source),
        };
        let since = match known {
            Some(known) if *known.definition != definition => None,
            _ => Some(Dated::not_found(first)),
        };
        let command = DefineIndicator {
            indicator: id,
            slug,
            definition,
            since,
        };
        self.add(&indicator.path, Command::DefineIndicator(command));
        if let Some((goal, period, interpretation)) = goal
            && period.period.first_day() <= self.today
        {
            let command = ServeElement {
                indicator: id,
                element: ElementId(self.id("goal", &goal.id)),
                order,
                interpretation,
                since: Some(Dated::not_found(first.max(period.period.first_day()))),
            };
            self.add(&indicator.path, Command::ServeElement(command));
        }
        let mut seen: BTreeMap<(Period, _), &OutcomeIn> = BTreeMap::new();
        for outcome in &indicator.outcomes {
            match seen.insert((outcome.period, outcome.breakdown), outcome) {
                Some(other) if other.value == outcome.value => {}
                Some(_) => self.report(&outcome.path, Reason::Conflict),
                None => self.measurement(id, outcome),
            }
        }
        if let Some(target) = &indicator.target {
            self.target(
                id,
                indicator,
                target,
                first,
                goal.map(|(_, period, _)| period.period),
            );
        }
    }

    fn measurement(&mut self, indicator: IndicatorId, outcome: &OutcomeIn) {
        let Some(source) = self.source_id(&outcome.source) else {
            self.report(&outcome.path, Reason::NoSource);
            return;
        };
        if outcome.period.first_day() > self.today {
            self.report(&outcome.path, Reason::NotYet);
            return;
        }
        let value = outcome
            .value
            .map_or(Value::None(NoValue::NotStated), Value::Figure);
        let known = self.published.indicator(indicator).and_then(|known| {
            let measured = known.measurements();
            let same = |m: &&riktning_domain::published::PublicMeasurement<'_>| {
                m.key.period == outcome.period && m.key.breakdown == outcome.breakdown
            };
            measured
                .iter()
                .find(same)
                .map(|m| (m.measurement.value.clone(), m.measurement.settled))
        });
        // A changed figure stands beside the old one.
        let settled = match known {
            Some((standing, _)) if standing != value => Settled::Revised,
            Some((_, settled)) => settled,
            None => Settled::Final,
        };
        let command = ReportMeasurement {
            indicator,
            period: outcome.period,
            body: None,
            breakdown: outcome.breakdown,
            value,
            settled,
            collected: None,
            source: Some(source),
            note: outcome.note.as_deref().map(Text::from),
        };
        self.add(&outcome.path, Command::ReportMeasurement(command));
    }

    fn target(
        &mut self,
        indicator: IndicatorId,
        of: &IndicatorIn,
        target: &TargetIn,
        first: Date,
        goal: Option<Period>,
    ) {
        let aim = match (target.value, &target.note) {
            (Some(value), _) => Aim::At(value),
            (None, Some(note)) => Aim::InWords(note.as_str().into()),
            (None, None) => return,
        };
        let Some(source) = self.source_id(&target.source) else {
            self.report(&target.path, Reason::NoSource);
            return;
        };
        // The year that the note names, else the period of the goal, else that of the figures.
        let year = target.year.map(Period::Year);
        let latest = of.outcomes.iter().map(|o| o.period).max();
        let Some(period) = year.or(goal).or(latest) else {
            self.report(&target.path, Reason::NotInTheFile);
            return;
        };
        // A target for a time to come stands from when the figures were first seen.
        let since = Some(period.first_day().max(first))
            .filter(|day| *day <= self.today)
            .unwrap_or(first);
        let command = SetTarget {
            indicator,
            period,
            period_interpretation: Interpretation::Ours,
            body: None,
            aim,
            basis: TargetBasis::Source(source, Dated::not_found(since)),
            note: target.value.and(target.note.as_deref()).map(Text::from),
        };
        self.add(&target.path, Command::SetTarget(command));
    }

    fn assessments(&mut self) {
        for assessment in &self.facts.assessments {
            let judged = Period::Year(assessment.year);
            let goal = self.facts.goals.iter().find_map(|goal| {
                let period = self.period_of(goal)?;
                let same = goal.name.to_lowercase() == assessment.name.to_lowercase();
                (same && period.period.covers(judged)).then_some((goal, period))
            });
            let word = self
                .facts
                .goal_scale
                .iter()
                .find(|word| **word == assessment.result);
            let (Some((goal, period)), Some(word)) = (goal, word) else {
                self.report(&assessment.path, Reason::NotInTheFile);
                continue;
            };
            let (Some(source), Some(cited)) =
                (self.source_id(&assessment.source), &assessment.source)
            else {
                self.report(&assessment.path, Reason::NoSource);
                continue;
            };
            let Some(reason) = &assessment.reason else {
                self.report(&assessment.path, Reason::NoReason);
                continue;
            };
            if judged.last_day() > self.today {
                self.report(&assessment.path, Reason::NotYet);
                continue;
            }
            let since = Dated::not_found(judged.last_day());
            let round = RoundId(self.id("round", &format!("{}/{}", assessment.year, cited.title)));
            let open = OpenRound {
                round,
                model: self.model(period),
                names: Names::swedish(cited.title.as_str()),
                occasion: Occasion::Annual,
                cut_off: judged.last_day(),
                opens: None,
                deadlines: Vec::new(),
                asks_for: Vec::new(),
                since: Some(since),
            };
            self.add(&assessment.path, Command::OpenRound(open));
            let key = format!("{}/{}", assessment.year, goal.id);
            let verdict = Verdict {
                for_year: self.scale_value(period, word),
                to_period_end: None,
                reason: reason.as_str().into(),
                happened: None,
                cause: None,
                meaning: None,
                now: None,
                informed_by: Vec::new(),
            };
            let version = self.wording_id("assessment", &key, &verdict);
            let id = AssessmentId(self.id("assessment", &key));
            let propose = ProposeAssessment {
                assessment: id,
                version,
                round,
                subject: Subject::Element(ElementId(self.id("goal", &goal.id))),
                body: None,
                verdict,
                since: Some(since),
            };
            self.add(&assessment.path, Command::ProposeAssessment(propose));
            let wordings = vec![(Adoptable::Assessment(id), version)];
            let found = FindInSource {
                source,
                since,
                wordings,
            };
            self.add(&assessment.path, Command::FindInSource(found));
        }
    }

    fn decisions(&mut self) {
        for decision in &self.facts.decisions {
            let body = self.bodies.get(&decision.body.to_lowercase()).copied();
            let Some((body, _)) = body else {
                self.report(&decision.path, Reason::NotInTheFile);
                continue;
            };
            let Some(source) = self.source_id(&decision.source) else {
                self.report(&decision.path, Reason::NoSource);
                continue;
            };
            if decision.date.day() > self.today {
                self.report(&decision.path, Reason::NotYet);
                continue;
            }
            let key = format!("{}/{}/{}", decision.date, decision.body, decision.title);
            let paragraph = decision.paragraph.as_deref().map(Text::from);
            let command = RecordDecision {
                decision: DecisionId(self.id("decision", &key)),
                body,
                date: decision.date,
                authority: Authority::Found { source, paragraph },
                case_number: None,
                title: Some(capital(&decision.title).into()),
                acts: Vec::new(),
            };
            self.add(&decision.path, Command::RecordDecision(command));
        }
    }
}

impl VisionIn {
    fn path_key(&self) -> String {
        format!("vision/{}", self.id)
    }
}

fn described(dimension: Dimension, name: &str, order: u16) -> TopicDescription {
    TopicDescription {
        dimension,
        names: Names::swedish(name),
        meaning: None,
        parent: None,
        order,
        direction: None,
        owner: None,
        source: None,
    }
}

fn same_name(a: &str, b: &str) -> bool {
    a.to_lowercase() == b.to_lowercase()
}

/// A text with a capital first letter, as a name or a sentence begins.
fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}
