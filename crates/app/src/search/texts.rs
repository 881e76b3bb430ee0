//! What a thing says on a day, as residents see it: the words that a search reads, and where
//! they stand.

use crate::markdown;
use crate::ours::ours;
use crate::views::element_links::ElementPage;
use crate::views::services::is_undated;
use jiff::civil::Date;
use riktning_domain::assessments::{Scope, Subject};
use riktning_domain::bodies::BodyKind;
use riktning_domain::frames::Whose;
use riktning_domain::ids::{AccountsId, BodyId, FrameEntryId, PlanId};
use riktning_domain::models::Purpose;
use riktning_domain::notes::{About, TakeNote};
use riktning_domain::published::{PublicAssessment, PublicDecision, PublicElement, Thing};
use riktning_domain::reports::{FileReport, ReportOccasion};
use riktning_domain::site::translations::Translations;
use riktning_domain::topics::Dimension;
use riktning_domain::{Names, Period, Published, Text};

/// What a found thing is, for grouping. In the order in which equals are listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A strategic goal.
    Goal,
    /// A goal of a process.
    ProcessGoal,
    /// A commitment, an assignment or anything else that a year is made of.
    Commitment,
    /// An activity.
    Activity,
    /// A public promise about a service.
    ServiceDeclaration,
    /// An indicator.
    Indicator,
    /// A body of the group.
    Body,
    /// A process or a part of one.
    Process,
    /// A target group.
    TargetGroup,
    /// A governing document.
    Document,
    /// A decision.
    Decision,
    /// A law or other rule from outside.
    Rule,
    /// A vision.
    Vision,
    /// A strategic direction.
    Direction,
    /// A plan of a body for a year.
    Plan,
    /// A report of a year.
    Report,
    /// The balance.
    Balance,
    /// Good financial management.
    FinancialManagement,
    /// A perspective, a value created, a core value.
    Value,
    /// A service notice.
    Notice,
    /// An office of the contact centre.
    Office,
    /// Money that a decision granted.
    Frame,
    /// Printed accounts.
    Accounts,
    /// What a public source says beside everything else.
    Note,
    /// A page of the site.
    Page,
}

impl Kind {
    /// Every kind, in their order.
    pub const ALL: [Kind; 25] = [
        Kind::Goal,
        Kind::ProcessGoal,
        Kind::Commitment,
        Kind::Activity,
        Kind::ServiceDeclaration,
        Kind::Indicator,
        Kind::Body,
        Kind::Process,
        Kind::TargetGroup,
        Kind::Document,
        Kind::Decision,
        Kind::Rule,
        Kind::Vision,
        Kind::Direction,
        Kind::Plan,
        Kind::Report,
        Kind::Balance,
        Kind::FinancialManagement,
        Kind::Value,
        Kind::Notice,
        Kind::Office,
        Kind::Frame,
        Kind::Accounts,
        Kind::Note,
        Kind::Page,
    ];
}

/// Where a thing is told of.
#[derive(Clone, Debug, PartialEq)]
pub enum Target {
    /// On its own page, or that of the element above it.
    Element(ElementPage),
    /// With a topic.
    Topic(Dimension, String),
    /// On the page that explains the system.
    System,
    /// On the page of an indicator.
    Indicator(String),
    /// On the page of a body.
    Body(BodyKind, String),
    /// On the page of a document or a law.
    Document(String),
    /// On the page of the visions.
    Vision,
    /// On the page of a direction.
    Direction(Period),
    /// In the annual plan of a year of a direction.
    AnnualPlan(Period, i16),
    /// Among the service declarations.
    Services,
    /// Among the years of good financial management.
    FinancialManagement,
    /// With good financial management in a year.
    FinancialManagementYear(i16),
    /// With the balance.
    Balance,
    /// Among the reports.
    Reports,
    /// On the page of a report of the whole municipality.
    Report(i16, ReportOccasion),
    /// With what changed on a day.
    Day(Date),
    /// On a page of the site, by its address.
    Page(String),
    /// Among the service notices.
    Notices,
    /// At the contact centre.
    Contact,
}

/// Where in a thing some words stand: what is in the title weighs more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// What it is called, or the sentence that it is.
    Title,
    /// A number: of a case, of a law.
    Number,
    /// What it means.
    Lead,
    /// Everything else.
    Body,
}

/// What a thing says.
#[derive(Clone, Debug, PartialEq)]
pub struct Said {
    /// What it is.
    pub kind: Kind,
    /// What the municipality calls its level, where it has one.
    pub label: Option<Names>,
    /// What it is called.
    pub title: Names,
    /// The period that it is for, where that tells it from others.
    pub period: Option<Period>,
    /// Its number, where that tells it from others of the same name: two laws are called
    /// *Kommunallagen*.
    pub number: Option<Text>,
    /// Everything else that it says.
    pub more: Vec<(Part, Names)>,
    /// Where it is told of.
    pub target: Target,
}

impl Said {
    fn new(kind: Kind, title: Names, target: Target) -> Said {
        Said {
            kind,
            label: None,
            title,
            period: None,
            number: None,
            more: Vec::new(),
            target,
        }
    }

    fn of_period(self, period: Period) -> Said {
        let period = Some(period);
        Said { period, ..self }
    }

    fn with<'a>(mut self, part: Part, texts: impl IntoIterator<Item = &'a Text>) -> Said {
        let names = texts.into_iter().map(|text| Names::swedish(text.clone()));
        self.more.extend(names.map(|names| (part, names)));
        self
    }

    fn with_names<'a>(mut self, part: Part, names: impl IntoIterator<Item = &'a Names>) -> Said {
        self.more
            .extend(names.into_iter().map(|names| (part, names.clone())));
        self
    }

    fn with_verdicts(self, judged: &[PublicAssessment<'_>]) -> Said {
        let verdicts = judged.iter().flat_map(|judged| {
            let v = judged.verdict;
            let parts = [&v.happened, &v.cause, &v.meaning, &v.now];
            [&v.reason].into_iter().chain(parts.into_iter().flatten())
        });
        self.with(Part::Body, verdicts)
    }

    /// With what somebody has translated of it.
    fn translated(mut self, all: &Translations) -> Said {
        let names = self.more.iter_mut().map(|(_, names)| names);
        for names in [&mut self.title].into_iter().chain(names) {
            let Some(made) = all.of(&names.sv) else {
                continue;
            };
            names.en = names.en.take().or_else(|| made.text.en.clone());
            names.fi = names.fi.take().or_else(|| made.text.fi.clone());
        }
        self
    }

    /// Every part, the title first.
    pub fn parts(&self) -> impl Iterator<Item = (Part, &Names)> {
        let more = self.more.iter().map(|(part, names)| (*part, names));
        [(Part::Title, &self.title)].into_iter().chain(more)
    }
}

/// What a thing says on the day of the lens; nothing if residents did not see it then.
pub fn said(p: Published<'_>, thing: Thing) -> Option<Said> {
    Some(in_its_own_words(p, thing)?.translated(&p.translations()))
}

fn in_its_own_words(p: Published<'_>, thing: Thing) -> Option<Said> {
    match thing {
        Thing::Model(id) => {
            let model = p.model(id)?;
            let definition = model.definition;
            let target = Target::Direction(definition.period);
            let said = Said::new(Kind::Direction, definition.names.clone(), target);
            Some(said.of_period(definition.period))
        }
        Thing::Vision(id) => {
            let wording = p.vision(id)?.wording;
            let title = Names::swedish(wording.title.clone());
            let said = Said::new(Kind::Vision, title, Target::Vision);
            let said = said.with(Part::Lead, &wording.slogan);
            Some(said.with(Part::Body, &wording.statements))
        }
        Thing::Topic(id) => topic(p, id),
        Thing::Element(id) => element(p, &p.element(id)?),
        Thing::Indicator(id) => {
            let indicator = p.indicator(id)?;
            let definition = indicator.definition;
            let target = Target::Indicator(indicator.slug.to_string());
            let said = Said::new(Kind::Indicator, definition.names.clone(), target);
            let said = said.with(Part::Lead, &definition.description);
            Some(said.with(Part::Body, &definition.note))
        }
        Thing::Plan(id) => plan(p, id),
        Thing::Body(id) => body(p, id),
        Thing::Document(id) => {
            let document = p.document(id)?;
            let wording = document.wording;
            let target = Target::Document(document.slug.to_string());
            let title = Names::swedish(wording.title.clone());
            let said = Said::new(Kind::Document, title, target);
            let said = said.with(Part::Number, &wording.case_number);
            Some(said.with(Part::Lead, &wording.meaning))
        }
        Thing::Rule(id) => {
            let rule = p.rule(id)?.rule;
            let target = Target::Document(rule.slug.to_string());
            let title = Names::swedish(rule.title.clone());
            let said = Said::new(Kind::Rule, title, target);
            let said = Said {
                number: rule.number.clone(),
                ..said.with(Part::Number, &rule.number)
            };
            Some(said.with(Part::Lead, &rule.concerns))
        }
        Thing::Notice(id) => {
            let notice = p.notice(id)?.said();
            let said = Said::new(Kind::Notice, notice.title.clone(), Target::Notices);
            let said = said.with_names(Part::Lead, &notice.text);
            let said = said.with_names(Part::Body, &notice.alternatives);
            Some(said.with_names(Part::Body, &notice.affects))
        }
        Thing::Office(id) => {
            let office = p.office(id)?.description;
            let said = Said::new(Kind::Office, office.names.clone(), Target::Contact);
            // What a resident types who looks for an office is seldom its name.
            let said = said.with_names(Part::Lead, &[ours("office-sought-by", &[])]);
            Some(said.with(Part::Lead, &office.address))
        }
        Thing::Written(id) => {
            let page = p.written(id)?;
            let target = Target::Page(format!("/sidor/{}", page.said.slug));
            let said = Said::new(Kind::Page, page.said.title.clone(), target);
            Some(said.with_names(Part::Body, [&words_of(page.text?)]))
        }
        Thing::Decision(id) => decision(p, &p.decision(id)?),
        Thing::Whole => {
            let judged = p.assessments(Subject::Whole);
            let title = ours("balance", &[]);
            let said = Said::new(Kind::Balance, title, Target::Balance);
            (!judged.is_empty()).then(|| said.with_verdicts(&judged))
        }
        Thing::FinancialManagement(scope) => financial_management(p, scope),
        Thing::Guidelines(year) => {
            let guided = p.financial_management(year)?;
            let title = ours("financial-management-of", &[("year", &year.to_string())]);
            let target = Target::FinancialManagementYear(year);
            let said = Said::new(Kind::FinancialManagement, title, target);
            let said = said.with(Part::Lead, &guided.guidelines);
            Some(said.with(Part::Lead, &guided.rule))
        }
        Thing::Report(id) => Some(report(p, p.filed(id)?.record)),
        Thing::Frame(id) => frame(p, id),
        Thing::Accounts(id) => accounts(p, id),
        Thing::Note(id) => note(p, p.note(id)?),
        Thing::Pages => {
            let title = ours("kind-page", &[]);
            let there = !p.pages().is_empty();
            there.then(|| Said::new(Kind::Page, title, Target::System))
        }
    }
}

/// The words of a text in Markdown, in each of its languages.
fn words_of(text: &Names) -> Names {
    let words = |text: &Text| Text::new(markdown::plain(text.as_str().unwrap_or_default()));
    Names {
        sv: words(&text.sv),
        en: text.en.as_ref().map(words),
        fi: text.fi.as_ref().map(words),
    }
}

fn plan(p: Published<'_>, id: PlanId) -> Option<Said> {
    let plan = p.plan(id)?;
    let model = p.model(plan.model())?.definition.period;
    let Period::Year(year) = plan.period() else {
        return None;
    };
    let target = Target::AnnualPlan(model, year);
    let said = Said::new(Kind::Plan, plan.names().clone(), target);
    // The frames of the year stand on the same page.
    let said = said.with_names(Part::Lead, &[ours("frames-sought-by", &[])]);
    Some(said.of_period(plan.period()))
}

fn body(p: Published<'_>, id: BodyId) -> Option<Said> {
    let body = p.body(id)?;
    let target = Target::Body(body.kind(), body.name.slug.to_string());
    let said = Said::new(Kind::Body, body.name.names.clone(), target);
    let said = said.with(Part::Lead, body.role());
    let before = body.earlier_names();
    let said = said.with_names(Part::Lead, before.iter().map(|(n, _)| &n.names));
    let directives = p.directives_of(id);
    let orders = directives.iter().flat_map(|d| {
        let title = [&d.wording.title];
        title.into_iter().chain(&d.wording.orders)
    });
    let said = said.with(Part::Body, orders);
    let term = (!p.terms_of(id).is_empty()).then(|| ours("term", &[]));
    let share = p.share_in(id).map(|_| ours("share-sought-by", &[]));
    Some(said.with_names(Part::Lead, term.iter().chain(&share)))
}

fn financial_management(p: Published<'_>, scope: Scope) -> Option<Said> {
    let judged = p.assessments(Subject::FinancialManagement(scope));
    let title = ours("financial-management", &[]);
    let mut said = Said::new(
        Kind::FinancialManagement,
        title,
        Target::FinancialManagement,
    );
    said.label = Some(match scope {
        Scope::Municipality => ours("financial-management-municipality", &[]),
        Scope::Group => ours("financial-management-group", &[]),
    });
    (!judged.is_empty()).then(|| said.with_verdicts(&judged))
}

fn accounts(p: Published<'_>, id: AccountsId) -> Option<Said> {
    let (_, accounts) = p.accounts_known(id)?;
    let year = accounts.period.last_day().year();
    let target = of_year(p, year, || Target::System);
    let key = match accounts.proposed {
        true => "proposal-title",
        false => "accounts-title",
    };
    let said = Said::new(Kind::Accounts, ours(key, &[]), target);
    let said = said.of_period(accounts.period);
    // They stand in the annual plan of their year, and what their rows are called is how
    // a reader looks for them.
    let plan = ours("annual-plan-of", &[("year", &year.to_string())]);
    let said = said.with_names(Part::Lead, &[plan, ours("accounts-sought-by", &[])]);
    let whose = accounts.rows.iter().map(|row| &row.whose);
    let named = whose.clone().filter_map(|whose| match whose {
        Whose::Named(name) => Some(name),
        Whose::Body(_) | Whose::Whole => None,
    });
    let bodies = whose.filter_map(|whose| match whose {
        Whose::Body(id) => Some(&p.body(*id)?.name.names),
        Whose::Named(_) | Whose::Whole => None,
    });
    let bodies: Vec<Names> = bodies.cloned().collect();
    let said = said.with(Part::Body, named).with_names(Part::Body, &bodies);
    Some(said.with(Part::Lead, &accounts.note))
}

fn frame(p: Published<'_>, id: FrameEntryId) -> Option<Said> {
    let entry = p.frame_entry(id)?;
    // As the body was called on the day of the decision.
    let then = p.on(p.decision(entry.decision)?.date().day());
    let body = then.body(entry.body).or(p.body(entry.body))?;
    let target = of_year(p, entry.year, || {
        Target::Body(body.kind(), body.name.slug.to_string())
    });
    let said = Said::new(Kind::Frame, body.name.names.clone(), target);
    Some(said.with(Part::Lead, &entry.note))
}

/// Whether a thing is looked for. What is nothing but an amount is found with the plan and the
/// body that it is for; who answers for a page is told on that page.
pub(super) fn is_sought(thing: Thing) -> bool {
    !matches!(thing, Thing::Frame(_) | Thing::Pages)
}

/// A decision is found by what it was about, by its paragraph and by its case.
fn decision(p: Published<'_>, decision: &PublicDecision<'_>) -> Option<Said> {
    let day = decision.date().day();
    let title = decision.title().cloned().map(Names::swedish);
    let title = title.unwrap_or_else(|| ours("one-decision", &[]));
    let mut said = Said::new(Kind::Decision, title, Target::Day(day));
    // As the body was called on the day.
    let body = p
        .on(day)
        .body(decision.body())
        .or(p.body(decision.body()))?;
    said.label = Some(body.name.names.clone());
    let paragraph = decision.paragraph().and_then(Text::as_str);
    let paragraph = paragraph.map(|typed| typed.trim_start_matches(['§', ' ']));
    let paragraph = paragraph.map(|number| Text::new(format!("§ {number}")));
    let said = said.with(Part::Number, &paragraph);
    let said = said.with(Part::Number, decision.case_number());
    // The case that a public source names in its title is how a reader knows the decision.
    let cited = decision.source().and_then(|id| p.source(id));
    let said = said.with(Part::Body, cited.map(|source| &source.title));
    Some(said.with_names(Part::Lead, [&body.name.names]))
}

/// What a source says, where it is told of: on the page of what it is about.
fn note(p: Published<'_>, note: &TakeNote) -> Option<Said> {
    let target = match note.about {
        About::Body(id) => {
            let body = p.body(id)?;
            Target::Body(body.kind(), body.name.slug.to_string())
        }
        About::Model(id) => Target::Direction(p.model(id)?.definition.period),
        About::Topic(id) => topic(p, id)?.target,
        About::Fulfilment => Target::Balance,
        About::FinancialManagement | About::Audit => Target::FinancialManagement,
        About::Reports => Target::Reports,
        About::Class(_) | About::Comparisons => Target::Page("/indikatorer/".into()),
        About::MinorityLanguages => Target::Page("/om/finska".into()),
        About::Group
        | About::Processes
        | About::Level(_)
        | About::Scales
        | About::InternalControl => Target::System,
    };
    let counted = note.counts.iter().map(|count| &count.of);
    let mut texts = note.heading.iter().chain(&note.text);
    let mut more = note.items.iter().chain(counted);
    let title = texts.next().or_else(|| more.next())?;
    let mut said = Said::new(Kind::Note, Names::swedish(title.clone()), target);
    said.period = note.period;
    let cited = p.source(note.source).map(|source| &source.title);
    let said = said.with(Part::Lead, texts).with(Part::Body, more);
    Some(said.with(Part::Body, cited))
}

fn report(p: Published<'_>, report: &FileReport) -> Said {
    let key = match report.occasion {
        ReportOccasion::InterimOne => "report-interim-1",
        ReportOccasion::InterimTwo => "report-interim-2",
        ReportOccasion::Annual => "report-annual",
    };
    let title = ours(key, &[("year", &report.year.to_string())]);
    let target = match report.body {
        None => Target::Report(report.year, report.occasion),
        Some(_) => Target::Reports,
    };
    let mut said = Said::new(Kind::Report, title, target);
    // Whose it is, as the body was called when it was filed.
    let body = report.body.and_then(|id| p.on(report.cut_off).body(id));
    said.label = body.map(|body| body.name.names.clone());
    said.with(Part::Lead, &report.summary)
}

/// Where the money of a year is told of: in the annual plan of the direction that holds it.
fn of_year(p: Published<'_>, year: i16, otherwise: impl FnOnce() -> Target) -> Target {
    let day = jiff::civil::date(year, 12, 31);
    let models = p.models().into_iter().map(|m| m.definition.period);
    let mut holding = models.filter(|period| period.contains(day));
    let period = holding.next();
    period.map_or_else(otherwise, |period| Target::AnnualPlan(period, year))
}

fn topic(p: Published<'_>, id: riktning_domain::ids::TopicId) -> Option<Said> {
    let topic = p.topic(id)?;
    let slug = p.topic_slug(id)?.to_string();
    let (kind, target) = match topic.dimension {
        Dimension::Process => (Kind::Process, Target::Topic(topic.dimension, slug)),
        Dimension::TargetGroup => (Kind::TargetGroup, Target::Topic(topic.dimension, slug)),
        Dimension::CoreValue => (Kind::Value, Target::Topic(topic.dimension, slug)),
        Dimension::Perspective
        | Dimension::ValueCreated
        | Dimension::Agenda2030
        | Dimension::Area => (Kind::Value, Target::System),
    };
    let said = Said::new(kind, topic.names.clone(), target);
    Some(said.with(Part::Lead, &topic.meaning))
}

fn element(p: Published<'_>, element: &PublicElement<'_>) -> Option<Said> {
    let kind = match element.level().purpose {
        Purpose::StrategicGoal | Purpose::FinancialGoal => Kind::Goal,
        Purpose::ProcessGoal => Kind::ProcessGoal,
        Purpose::Activity => Kind::Activity,
        Purpose::ServiceDeclaration => Kind::ServiceDeclaration,
        Purpose::Commitment
        | Purpose::Assignment
        | Purpose::ControlPoint
        | Purpose::DeviationAction
        | Purpose::Other => Kind::Commitment,
    };
    let title = Names::swedish(element.text().clone());
    let said = Said::new(kind, title, target(p, element));
    let mut said = match kind == Kind::ServiceDeclaration && is_undated(element) {
        true => said,
        false => said.of_period(element.period()),
    };
    let level = &element.level().names;
    said.label = Some(level.clone());
    // Who looks for *medborgarlöfte* finds those that are called so.
    let said = said.with_names(Part::Body, [level]);
    let said = said.with(Part::Lead, element.description());
    let said = said.with(Part::Lead, element.why());
    let said = said.with(Part::Body, element.role());
    let said = said.with(Part::Body, element.owner_in_words());
    let said = said.with(Part::Body, element.condition());
    let said = said.with(Part::Lead, element.if_not_kept());
    Some(said.with_verdicts(&p.assessments(Subject::Element(element.id()))))
}

/// Where an element is told of: its own page, that of its process, or that of what it supports.
fn target(p: Published<'_>, element: &PublicElement<'_>) -> Target {
    match element.level().purpose {
        Purpose::ServiceDeclaration => return Target::Services,
        Purpose::FinancialGoal => return Target::FinancialManagement,
        _ => {}
    }
    let own = ElementPage::of(p, element);
    let process = || {
        let topics = element.topics().iter();
        let mut processes = topics.filter_map(|placed| {
            let topic = p.topic(placed.topic)?;
            let slug = p.topic_slug(placed.topic)?.to_string();
            (topic.dimension == Dimension::Process).then_some(Target::Topic(topic.dimension, slug))
        });
        processes.next()
    };
    let page_above = || {
        let above = p.above(element);
        above.iter().find_map(|above| ElementPage::of(p, above))
    };
    own.map(Target::Element)
        .or_else(process)
        .or_else(|| page_above().map(Target::Element))
        .unwrap_or_else(|| Target::Direction(element.model().definition.period))
}
