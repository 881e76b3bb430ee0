//! Good financial management (*god ekonomisk hushållning*) of a year: the goals that the budget
//! marks, how each was judged, the judgement of the whole, and beside it the auditors' and the
//! result. Nothing is merged into one figure.

use super::chart::Series;
use super::element_links::ElementPage;
use super::frame::{DecisionRef, Frame, SourceLink, VerdictMark, decision_ref, source_link};
use super::judgement::{Judgement, judgements};
use super::money::{MoneyRow, result_rows};
use super::notes::{self, NoteLine};
use super::tally::Tally;
use riktning_domain::assessments::{Scope, Subject};
use riktning_domain::ids::ElementId;
use riktning_domain::indicators::Unit;
use riktning_domain::models::Purpose;
use riktning_domain::notes::About;
use riktning_domain::rounds::Occasion;
use riktning_domain::{Figure, Names, Period, Published, Text};
use std::collections::BTreeSet;

/// What the page of a year knows.
#[derive(Clone, Debug, PartialEq)]
pub struct FinancialManagementYear {
    /// What every page knows.
    pub frame: Frame,
    /// The year.
    pub year: i16,
    /// The years that anything is known of by the day, the latest first.
    pub years: Vec<i16>,
    /// What the council decided.
    pub guided: Option<Guided>,
    /// The financial goals.
    pub financial: Marked,
    /// The operational goals that the budget marks.
    pub operational: Marked,
    /// The judgement for the municipality.
    pub municipality: Vec<Judgement>,
    /// The judgement for the municipality and its companies.
    pub group: Vec<Judgement>,
    /// What the auditors judged, each with whose financial management it is about.
    pub auditors: Vec<(Scope, Judgement)>,
    /// What sources say that the auditors found, without the reason that a judgement has.
    pub audit_notes: Vec<NoteLine>,
    /// The result of the year as its sources print it.
    pub results: Vec<MoneyRow>,
    /// The balanced-budget result of the year.
    pub balanced: Option<Balanced>,
    /// The result that was aimed at, as a share of taxes and grants.
    pub result_target: Vec<(Figure, Option<SourceLink>)>,
}

/// The balanced-budget result (*balanskravsresultat*) of a year, as an indicator tells it.
#[derive(Clone, Debug, PartialEq)]
pub struct Balanced {
    /// The address of the indicator.
    pub slug: String,
    /// The figure.
    pub figure: Figure,
    /// What it is counted in.
    pub unit: Unit,
    /// How many decimals it is shown with.
    pub decimals: u8,
    /// Where it was found.
    pub sources: Vec<SourceLink>,
}

/// What the law's own word for the result is (kommunallagen 2017:725, 11 kap.).
const BALANCED: &str = "balanskravsresultat";

impl Balanced {
    /// The indicator that bears the law's word, with its figures.
    fn told(p: Published<'_>) -> Vec<(String, Series)> {
        let bears = |name: &Text| {
            name.as_str()
                .is_some_and(|it| it.to_lowercase() == BALANCED)
        };
        let indicators = p.indicators();
        let indicators = indicators.filter(move |i| bears(&i.definition.names.sv));
        let told = indicators.map(|i| (i.slug.to_string(), Series::of(p, &i)));
        told.collect()
    }

    fn of(p: Published<'_>, year: i16) -> Option<Balanced> {
        let period = Period::Year(year);
        Balanced::told(p).into_iter().find_map(|(slug, series)| {
            Some(Balanced {
                slug,
                figure: series.outcome_of(period)?,
                unit: series.unit.clone(),
                decimals: series.decimals,
                sources: series.found_in(&[period]),
            })
        })
    }

    /// The years that have one.
    fn years(p: Published<'_>) -> Vec<i16> {
        let told = Balanced::told(p).into_iter();
        let years = told.flat_map(|(_, series)| {
            let rows = series.rows.iter().map(|row| row.period);
            let of_years = rows.filter_map(|period| match period {
                Period::Year(year) => series.outcome_of(period).map(|_| year),
                _ => None,
            });
            of_years.collect::<Vec<_>>()
        });
        years.collect()
    }
}

/// The council's words.
#[derive(Clone, Debug, PartialEq)]
pub struct Guided {
    /// The guidelines.
    pub guidelines: Option<Text>,
    /// The rule for the judgement, as advice.
    pub rule: Option<Text>,
    /// The decision.
    pub decision: Option<DecisionRef>,
}

/// Goals that the budget marks, counted.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Marked {
    /// How they were judged in the year's latest follow-up of each.
    pub tally: Tally,
    /// Each of them.
    pub goals: Vec<MarkedGoal>,
    /// Those that a decision has withdrawn since they were marked: told, and not counted.
    pub withdrawn: Vec<WithdrawnGoal>,
}

/// A goal that was marked and then withdrawn.
#[derive(Clone, Debug, PartialEq)]
pub struct WithdrawnGoal {
    /// What it said.
    pub title: Text,
    /// Where it is told of.
    pub page: Option<ElementPage>,
    /// The decision that withdrew it.
    pub decision: Option<DecisionRef>,
}

/// A goal that the budget marks.
#[derive(Clone, Debug, PartialEq)]
pub struct MarkedGoal {
    /// What it says.
    pub title: Text,
    /// What the municipality calls its level.
    pub level: Names,
    /// Where it is told of.
    pub page: Option<ElementPage>,
    /// The latest verdict of the year that leads, and why.
    pub verdict: Option<(VerdictMark, Text)>,
}

/// What the list of years knows.
#[derive(Clone, Debug, PartialEq)]
pub struct FinancialManagementYears {
    /// What every page knows.
    pub frame: Frame,
    /// The years, the latest first, each with its latest judgement for the municipality, or
    /// else for the group.
    pub years: Vec<(i16, Option<Judgement>)>,
}

impl FinancialManagementYears {
    /// The years that anything is known of.
    pub fn of(p: Published<'_>) -> FinancialManagementYears {
        let latest = |year: i16| {
            let scopes = [Scope::Municipality, Scope::Group].into_iter();
            let mut all = scopes.flat_map(|scope| of_year(p, scope, year));
            all.find(|judgement| !judgement.by_auditors)
        };
        let years = known_years(p).into_iter();
        FinancialManagementYears {
            frame: Frame::of(p),
            years: years.map(|year| (year, latest(year))).collect(),
        }
    }
}

impl FinancialManagementYear {
    /// A year that anything is known of today; on an earlier day the page says what was missing.
    pub fn of(p: Published<'_>, year: i16) -> Option<FinancialManagementYear> {
        known_years(p.as_of_today()).contains(&year).then(|| {
            let guided = p.financial_management(year);
            let goals = guided.map(|g| g.goals.as_slice()).unwrap_or_default();
            let marked = |financial: bool| Marked::of(p, goals, financial, year);
            let judged = |scope| {
                let mut all = of_year(p, scope, year);
                all.retain(|judgement| !judgement.by_auditors);
                all
            };
            let scopes = [Scope::Municipality, Scope::Group].into_iter();
            let auditors = scopes.flat_map(|scope| {
                let all = of_year(p, scope, year).into_iter();
                let audited = all.filter(|judgement| judgement.by_auditors);
                audited.map(move |judgement| (scope, judgement))
            });
            let auditors = auditors.collect();
            let of_the_year = Period::Year(year);
            let accounts = p.accounts().into_iter();
            let accounts: Vec<_> = accounts.filter(|a| a.period == of_the_year).collect();
            let result_target = accounts.iter().filter_map(|a| {
                let percent = a.result_target_percent?;
                Some((percent, source_link(p, a.source)))
            });
            FinancialManagementYear {
                frame: Frame::of(p),
                year,
                years: known_years(p),
                guided: guided.map(|g| Guided {
                    guidelines: g.guidelines.clone(),
                    rule: g.rule.clone(),
                    decision: decision_ref(p, g.decision),
                }),
                financial: marked(true),
                operational: marked(false),
                municipality: judged(Scope::Municipality),
                group: judged(Scope::Group),
                auditors,
                audit_notes: audit_notes(p, year),
                results: result_rows(p, of_the_year),
                balanced: Balanced::of(p, year),
                result_target: result_target.collect(),
            }
        })
    }
}

impl Marked {
    fn of(p: Published<'_>, goals: &[ElementId], financial: bool, year: i16) -> Marked {
        let goals = goals.iter().filter_map(|id| p.element(*id));
        let (goals, withdrawn): (Vec<_>, Vec<_>) = goals
            .filter(|goal| (goal.level().purpose == Purpose::FinancialGoal) == financial)
            .partition(|goal| goal.withdrawn().is_none());
        let withdrawn = withdrawn.iter().map(|goal| WithdrawnGoal {
            title: goal.text().clone(),
            page: ElementPage::of(p, goal),
            decision: goal.withdrawn().and_then(|id| decision_ref(p, id)),
        });
        let goals = goals.iter().map(|goal| {
            let judged = p.assessments(Subject::Element(goal.id()));
            let mut of_year = judged
                .into_iter()
                .filter(|a| a.leads && a.round.cut_off.year() == year);
            let verdict = of_year.next().and_then(|a| {
                let is_final = a.round.occasion == Occasion::Annual;
                let model = goal.model().definition;
                let mark = VerdictMark::of(model, a.verdict.for_year, is_final)?;
                Some((mark, a.verdict.reason.clone()))
            });
            MarkedGoal {
                title: goal.text().clone(),
                level: goal.level().names.clone(),
                page: ElementPage::of(p, goal),
                verdict,
            }
        });
        let goals: Vec<_> = goals.collect();
        let marks = goals.iter().map(|goal| {
            let verdict = goal.verdict.as_ref();
            verdict.map(|(mark, _)| mark.counted())
        });
        Marked {
            tally: Tally::of_marks(marks),
            goals,
            withdrawn: withdrawn.collect(),
        }
    }
}

fn of_year(p: Published<'_>, scope: Scope, year: i16) -> Vec<Judgement> {
    let mut all = judgements(p, Subject::FinancialManagement(scope));
    all.retain(|judgement| judgement.cut_off.year() == year);
    all
}

fn audit_notes(p: Published<'_>, year: i16) -> Vec<NoteLine> {
    let mut all = notes::about(p, About::Audit);
    all.retain(|note| note.period == Some(Period::Year(year)));
    all
}

/// The years for which there are goals, a judgement, a printed target for the result, or a
/// balanced-budget result.
pub(super) fn known_years(p: Published<'_>) -> Vec<i16> {
    let scopes = [Scope::Municipality, Scope::Group].into_iter();
    let judged = scopes.flat_map(|scope| p.assessments(Subject::FinancialManagement(scope)));
    let judged = judged.map(|a| a.round.cut_off.year());
    let aimed = p.accounts().into_iter().filter_map(|a| match a.period {
        Period::Year(year) if a.result_target_percent.is_some() => Some(year),
        _ => None,
    });
    let audited = notes::about(p, About::Audit).into_iter();
    let audited = audited.filter_map(|note| note.period.map(Period::year));
    let years: BTreeSet<i16> = p
        .financial_management_years()
        .into_iter()
        .chain(judged)
        .chain(aimed)
        .chain(audited)
        .chain(Balanced::years(p))
        .collect();
    years.into_iter().rev().collect()
}
