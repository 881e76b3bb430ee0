//! What somebody who follows a round has to take a stand on: verdicts that go against their figures, figures
//! that look as if a finger slipped, links that are missing, and bodies from which nothing has come.

use super::{BodyStanding, Follows, Overview};
use crate::views::chart::LevelToTarget;
use crate::views::frame::VerdictMark;
use crate::views::goal::levels_of;
use crate::work::body;
use crate::work::gaps::links_lacking;
use crate::work::reporting::action_by;
use jiff::ToSpan as _;
use jiff::civil::Date;
use riktning_domain::assessments::Subject;
use riktning_domain::bodies::BodyKind;
use riktning_domain::indicators::Unit;
use riktning_domain::inside::{InsideElement, InsideRound, OddFigure, Standing};
use riktning_domain::law_days::LawDay;
use riktning_domain::models::CountsAs;
use riktning_domain::rounds::Occasion;
use riktning_domain::{Figure, Inside, Names, Period, Text};

/// What somebody has to take a stand on.
#[derive(Clone, Debug, PartialEq)]
pub enum Matter {
    /// A verdict that goes against its figures.
    AgainstFigures(Contradiction),
    /// A figure that looks as if a finger slipped.
    OddFigure(Odd),
    /// A body from which nothing has come by its last day: its name and address, and that day.
    NothingIn((Names, String), Date),
    /// A row is decided to be off course, and no action about it has been decided in the time that the model
    /// gives.
    ActionLate(ActionLate),
    /// No meeting of council is set by the day that the law sets for the report.
    PastTheLaw(LawDay),
    /// So many commitments lack the goal above them that their model requires.
    LinksLacking(usize),
}

/// A verdict that says another thing than the organisation indicators of what it judges.
#[derive(Clone, Debug, PartialEq)]
pub struct Contradiction {
    /// Who judged: name and address.
    pub body: (Names, String),
    /// The number of the row.
    pub number: u32,
    /// What was decided of it.
    pub text: Text,
    /// The verdict.
    pub mark: VerdictMark,
    /// Whether the figures are better than the verdict; else they are worse.
    pub figures_are_better: bool,
    /// The indicators that speak against it.
    pub indicators: Vec<Names>,
}

/// A row about which an action should have been decided.
#[derive(Clone, Debug, PartialEq)]
pub struct ActionLate {
    /// Whose it is: name and address.
    pub body: (Names, String),
    /// The number of the row.
    pub number: u32,
    /// What was decided of it.
    pub text: Text,
    /// The last day.
    pub last: Date,
}

/// A figure with the one before it.
#[derive(Clone, Debug, PartialEq)]
pub struct Odd {
    /// The indicator: name and address.
    pub indicator: (Names, String),
    /// Whose; none for the whole group.
    pub body: Option<Names>,
    /// What it is counted in.
    pub unit: Unit,
    /// How many decimals it is shown with.
    pub decimals: u8,
    /// Its period and the figure.
    pub latest: (Period, Figure),
    /// What it was before.
    pub before: (Period, Figure),
}

impl Overview {
    /// What whoever follows some bodies has to take a stand on, the gravest first.
    pub(super) fn matters(
        &self,
        i: Inside<'_>,
        round: &InsideRound<'_>,
        follows: &Follows,
    ) -> Vec<Matter> {
        let mine = || self.bodies.iter().filter(|of| follows.has(of.id));
        let against = mine().flat_map(|of| against_figures(i, round, of));
        let mut all: Vec<Matter> = against.map(Matter::AgainstFigures).collect();
        all.extend(
            odd(i, self.cut_off, follows)
                .into_iter()
                .map(Matter::OddFigure),
        );
        let late = mine().flat_map(|of| actions_late(i, round, of));
        all.extend(late.map(Matter::ActionLate));
        // The last day itself is theirs to the end.
        let silent = mine().filter(|of| of.counts.handed_in == 0 && of.is_late(self.today));
        all.extend(silent.filter_map(|of| Some(Matter::NothingIn(of.body.clone(), of.last?))));
        let law = past_the_law(i, round).filter(|_| follows.all());
        all.extend(law.map(Matter::PastTheLaw));
        let lacking = Some(links_lacking(i)).filter(|lacking| *lacking > 0);
        all.extend(lacking.map(Matter::LinksLacking));
        all
    }
}

/// The rows of a body that are decided to be off course, and about which nothing was decided in time.
fn actions_late(i: Inside<'_>, round: &InsideRound<'_>, of: &BodyStanding) -> Vec<ActionLate> {
    let p = i.published();
    let Some(model) = p.model(round.said.model) else {
        return Vec::new();
    };
    let rows = i.reported_rows(round.said.round, of.id).into_iter();
    let late = rows.filter_map(|row| {
        let last = action_by(p, (round.said.round, model.definition), &row)?;
        let mut actions = i.actions_about(row.id).into_iter();
        let is_decided = actions.any(|action| action.standing == Standing::Adopted);
        (last < i.today() && !is_decided).then(|| ActionLate {
            body: of.body.clone(),
            number: row.number,
            text: row.wording.text.clone(),
            last,
        })
    });
    late.collect()
}

/// The day that the law sets for the report of a round, where neither a meeting of council nor the report
/// itself is by it.
fn past_the_law(i: Inside<'_>, round: &InsideRound<'_>) -> Option<LawDay> {
    let (p, said) = (i.published(), round.said);
    let day = said.law_day()?;
    let council = |id| p.body(id).is_some_and(|of| of.kind() == BodyKind::Council);
    let mut meetings = said.meetings.iter();
    let meets = meetings.any(|meeting| meeting.on <= day.last && council(meeting.body));
    let is_filed = || {
        let mut reports = p.reports().into_iter();
        reports.any(|of| of.record.body.is_none() && of.record.cut_off == said.cut_off)
    };
    (!meets && !is_filed()).then_some(day)
}

/// The verdicts of a body that go against their figures: met where organisation indicators are worse than
/// their targets and none is better, or not met where it is the other way round. What is near its
/// target speaks for neither, and a place indicator is never asked.
fn against_figures(
    i: Inside<'_>,
    round: &InsideRound<'_>,
    of: &BodyStanding,
) -> Vec<Contradiction> {
    let rows = i.reported_rows(round.said.round, of.id).into_iter();
    rows.filter_map(|row| contradiction(i, round, of, &row))
        .collect()
}

fn contradiction(
    i: Inside<'_>,
    round: &InsideRound<'_>,
    of: &BodyStanding,
    row: &InsideElement<'_>,
) -> Option<Contradiction> {
    let p = i.published();
    let said = i.assessed(round.said.round, of.id, Subject::Element(row.id));
    let said = said.filter(|said| said.is_sent())?;
    let is_final = round.said.occasion == Occasion::Annual;
    let model = p.model(row.model)?;
    let mark = VerdictMark::of(model.definition, said.verdict().for_year, is_final)?;
    let speaks = match mark.counts_as {
        CountsAs::Met => LevelToTarget::Worse,
        CountsAs::NotMet => LevelToTarget::Better,
        CountsAs::Partly | CountsAs::Unknown => return None,
    };
    let levels = levels_of(p, &p.element(row.id)?);
    let (against, rest): (Vec<_>, Vec<_>) =
        levels.into_iter().partition(|(.., level)| *level == speaks);
    let agrees = rest.iter().any(|(.., level)| *level != LevelToTarget::Near);
    (!against.is_empty() && !agrees).then(|| Contradiction {
        body: of.body.clone(),
        number: row.number,
        text: row.wording.text.clone(),
        figures_are_better: speaks == LevelToTarget::Better,
        indicators: against.into_iter().map(|(_, card, _)| card.names).collect(),
        mark,
    })
}

/// The odd figures of the year up to the day that a round is about.
fn odd(i: Inside<'_>, cut_off: Date, follows: &Follows) -> Vec<Odd> {
    let after = cut_off.checked_sub(1.year()).unwrap_or(cut_off);
    let odd = i.odd_figures(after, cut_off).into_iter();
    odd.filter_map(|odd| told(i, &odd, follows)).collect()
}

fn told(i: Inside<'_>, odd: &OddFigure, follows: &Follows) -> Option<Odd> {
    let p = i.published();
    let indicator = p.indicator(odd.indicator)?;
    let definition = indicator.definition;
    // Whose it is to answer for: of the group's figures those who answer for the indicator.
    let answers = odd.body.or(definition.responsible);
    let is_theirs = answers.map_or(follows.all(), |body| follows.has(body));
    is_theirs.then(|| Odd {
        indicator: (definition.names.clone(), indicator.slug.to_string()),
        body: odd.body.and_then(|id| Some(body(p, id)?.0)),
        unit: definition.unit.clone(),
        decimals: definition.decimals,
        latest: odd.latest,
        before: odd.before,
    })
}
