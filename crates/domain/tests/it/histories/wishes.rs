//! What people and imports might plausibly want next.

mod figures;

use super::dice::Dice;
use crate::commands::*;
use crate::exempelstad::{document as document_id, *};
use crate::world::{Wish, World};
use jiff::ToSpan;
use jiff::civil::{Date, date};
use riktning_domain::assessments::{ProposeAssessment, Scope, Step, StepAssessment, Subject};
use riktning_domain::bodies::{EndBody, MoveBody, RenameBody};
use riktning_domain::decisions::{
    Act, Adoptable, Authority, FindInSource, MarkDecision, Organised, RecordDecision, Stage,
};
use riktning_domain::elements::{
    Addressed, Continues, DraftElement, DropDraft, HandOver, LookAfter, LooksAfter, Origin,
    ProposeWording, RightSlip, TakeBackProposal, Wording,
};
use riktning_domain::frames::{EnterFrame, ReportAccounts};
use riktning_domain::ids::{ArrangementId, ElementId, ErasureId, PlanId};
use riktning_domain::ids::{BodyId, IndicatorId, LevelId, ModelId};
use riktning_domain::indicators::{
    Aim, Calculation, Class, DecidedFigure, ReportMeasurement, RollUp, ServeElement, SetTarget,
    Settled, TargetBasis, Unit,
};
use riktning_domain::plans::{
    AnswerReferral, ArrangePlan, CallOffReferral, HandInPlan, ReferPlan, TakeBackPlan,
};
use riktning_domain::site::notices::{EndNotice, PublishNotice, Severity};
use riktning_domain::site::offices::{DescribeOffice, SetException, SetHours, TakeBackException};
use riktning_domain::threads::{Link, ThreadEnd, UntieThread};
use riktning_domain::topics::{DescribeTopic, Dimension};
use riktning_domain::visibility::{Readable, Secrecy, SetVisibility, Visibility};
use riktning_domain::{Command, Dated, Event, Names, Now, Period, Slug};

pub(super) const BODIES: [BodyId; 4] = [COUNCIL, BOARD, SCHOOLS, COMPANY];
const INDICATORS: [IndicatorId; 3] = [ORGANISATION, PLACE, KEY_FIGURE];
/// Which element is likely to support which.
const LIKELY: [(u128, u128); 7] = [(3, 1), (3, 2), (4, 3), (6, 5), (3, 1), (1, 3), (4, 1)];
/// Which model and level each of the six elements stands on.
const PLACES: [(ModelId, LevelId); 6] = [
    (MODEL_A, GOAL),
    (MODEL_A, GOAL),
    (MODEL_A, COMMITMENT),
    (MODEL_A, ACTIVITY),
    (MODEL_B, AIM),
    (MODEL_B, TASK),
];

/// Somebody's hand on a day in a world.
pub(crate) struct Steps<'a> {
    pub(crate) world: &'a World,
    pub(crate) now: Now,
    pub(crate) importing: bool,
}

impl Steps<'_> {
    /// The next thing that somebody wants: `kind` is out of a hundred.
    pub(crate) fn wish(&self, kind: u8, dice: &mut Dice) -> Command {
        // A town without elements has nothing to decide, and an interim round comes late.
        let few = self
            .world
            .state
            .on(Date::MAX)
            .proposal(element(4))
            .is_none();
        let kind = match kind {
            12..60 if few && dice.roll(6) != 0 => 0,
            0..12 if !few && dice.roll(4) != 0 => 12,
            70..80 if self.now.today < date(2017, 6, 1) => 60,
            46..50 if !self.importing && dice.roll(4) != 0 => 22,
            kind => kind,
        };
        match kind {
            0..12 => self.element(dice),
            12..15 => self.rewording(dice),
            15..18 => self.proposed_beside(dice),
            18 if dice.roll(3) == 0 => self.righted(dice),
            18 => self.looked_after(dice),
            19..22 => self.follow_up(dice),
            22..46 => self.decision(dice),
            46..50 => self.find(dice),
            50..58 => self.thread(dice),
            58..60 => UntieThread {
                thread: thread(u128::from(dice.roll(12))),
            }
            .command(),
            60..67 => self.measurement(dice),
            67..70 => self.target(dice),
            70..78 => self.verdict(dice),
            78..80 => StepAssessment {
                assessment: assessment(1 + u128::from(dice.roll(3))),
                step: dice.pick(&[Step::HandedIn, Step::Reviewed, Step::Approved]),
                by_link: false,
            }
            .command(),
            80..86 => self.body(dice),
            86..90 => self.plan(dice),
            90..93 => self.indicator(dice),
            93 => ServeElement {
                indicator: dice.pick(&INDICATORS),
                element: self.some_element(dice),
                order: u16::from(dice.roll(3)),
                interpretation: Default::default(),
                since: self.since(dice),
            }
            .command(),
            94 => self.document(dice),
            95 => self.mark(dice),
            96 if dice.roll(3) == 0 => self.visibility(dice),
            96 => self.site(dice),
            97..98 => self.topic(dice),
            98..99 => self.money(dice),
            _ => self.model(dice),
        }
    }

    /// A day for an import, mostly not long ago; none for a person.
    fn since(&self, dice: &mut Dice) -> Option<Dated> {
        self.importing.then(|| Dated::day_known(self.back(dice)))
    }

    /// A day up to two years back.
    pub(super) fn back(&self, dice: &mut Dice) -> Date {
        let days = match dice.roll(4) {
            0 => 0,
            1 => i64::from(dice.roll(20)),
            2 => i64::from(dice.roll(120)),
            _ => i64::from(dice.roll(240)) * 3,
        };
        self.now
            .today
            .checked_sub(days.days())
            .unwrap()
            .max(date(2015, 1, 2))
    }

    fn some_element(&self, dice: &mut Dice) -> ElementId {
        element(1 + u128::from(dice.roll(6)))
    }

    /// A number that nothing in the journal has yet.
    pub(super) fn fresh(&self) -> u128 {
        self.world.journal.len() as u128
    }

    /// The newest wording of an element on a day, now and then another.
    fn newest(&self, n: u128, on: Date, dice: &mut Dice) -> riktning_domain::ids::WordingId {
        let proposal = self.world.state.on(on).proposal(element(n));
        match proposal {
            Some((id, _)) if dice.roll(8) != 0 => id,
            _ => wording(n * 10),
        }
    }

    fn wording(&self, n: u128, text: &str, dice: &mut Dice) -> Wording {
        let owner = match dice.roll(8) {
            0 => BOARD,
            1 | 2 => COMPANY,
            _ => SCHOOLS,
        };
        let order = element(1 + u128::from(dice.roll(3)));
        Wording {
            owner: Some(owner),
            addressed_to: match dice.roll(6) {
                0 => Addressed::To(vec![dice.pick(&BODIES)]),
                1 => Addressed::All,
                _ => Addressed::None,
            },
            origin: match dice.roll(6) {
                0 => Origin::Assigned(order),
                1 => Origin::Interpreted(order),
                _ => Origin::Own,
            },
            // A goal one of the model before; a commitment what may be of an earlier year.
            continues: ((n == 5 || n == 3) && dice.roll(2) == 0).then(|| Continues {
                element: element(1 + u128::from(dice.roll(2))),
                interpretation: Default::default(),
            }),
            // Another year than the one before it: an element may be moved by a new wording.
            period: match dice.roll(3) {
                0 => Period::Year(2016 + i16::from(dice.roll(4))),
                _ => words(text).period,
            },
            ..words(text)
        }
    }

    fn element(&self, dice: &mut Dice) -> Command {
        // The first that is not there yet, in the order in which links are likely.
        let missing = (1..=6u128).find(|n| {
            self.world
                .state
                .on(Date::MAX)
                .proposal(element(*n))
                .is_none()
        });
        let n = missing.unwrap_or_else(|| 1 + u128::from(dice.roll(6)));
        let (model, level) = PLACES[usize::try_from(n - 1).unwrap()];
        DraftElement {
            wording: self.wording(n, &format!("Element {n}"), dice),
            since: self.since(dice),
            ..draft(n, model, level)
        }
        .command()
    }

    fn rewording(&self, dice: &mut Dice) -> Command {
        let n = 1 + u128::from(dice.roll(6));
        let w = 1000 + self.fresh();
        ProposeWording {
            wording: Wording {
                links: (dice.roll(2) == 0).then(|| self.links(n, dice)),
                ..self.wording(n, &format!("Element {n}, lydelse {w}"), dice)
            },
            instead_of: None,
            slug: None,
            since: self.since(dice),
            ..rewording(n, w)
        }
        .command()
    }

    /// What an element is to contribute to: some of what it ever was to, and something new.
    fn links(&self, n: u128, dice: &mut Dice) -> Vec<Link> {
        let known = self.world.journal.iter().flat_map(|r| match &r.event {
            Event::ThreadTied(e) if e.from == element(n) => vec![Link {
                thread: e.thread,
                to: e.to,
            }],
            Event::WordingProposed(e) if e.element == element(n) => {
                e.wording.links.clone().unwrap_or_default()
            }
            _ => vec![],
        });
        let mut links: Vec<Link> = Vec::new();
        for link in known {
            if !links.iter().any(|there| there.to == link.to) && dice.roll(4) != 0 {
                links.push(link);
            }
        }
        let (from, to) = dice.pick(&LIKELY);
        let to = match dice.roll(4) {
            0 => ThreadEnd::Vision(VISION),
            _ => ThreadEnd::Element(element(to)),
        };
        if from == n && !links.iter().any(|there| there.to == to) {
            let thread = thread(100 + self.fresh());
            links.push(Link { thread, to });
        }
        links
    }

    /// A decision about something that has become of a body, of a day on which it was still to come.
    fn organising(&self, dice: &mut Dice) -> Option<Command> {
        let changes = self.world.journal.iter().filter_map(|r| match &r.event {
            Event::BodyRenamed(e) => Some((e.from, e.clone().command())),
            Event::BodyMoved(e) => Some((e.from, e.clone().command())),
            Event::BodyEnded(e) => Some((e.last_day, e.clone().command())),
            _ => None,
        });
        let changes: Vec<_> = changes.collect();
        let last = changes.len().checked_sub(1)?;
        let any = changes.get(usize::from(dice.roll(100)).min(last))?;
        let (from, said) = if dice.roll(3) == 0 {
            any
        } else {
            &changes[last]
        };
        let on = self.back(dice).min(*from);
        let decides = RecordDecision {
            body: dice.pick(&[COUNCIL, COUNCIL, BOARD, SCHOOLS]),
            date: Dated::day_known(on),
            acts: vec![Act::Organise(Organised::by(said)?)],
            ..decides(self.fresh(), "2015-01-01", vec![])
        };
        Some(decides.command())
    }

    fn decision(&self, dice: &mut Dice) -> Command {
        if dice.roll(6) == 0
            && let Some(organises) = self.organising(dice)
        {
            return organises;
        }
        let on = self.back(dice);
        let mut acts = vec![self.act(on, dice)];
        if dice.roll(3) == 0 {
            acts.push(self.act(on, dice));
        }
        // A plan is mostly decided with all that lies in it.
        if let Some(Act::AdoptPlan(plan)) = acts.first()
            && dice.roll(4) != 0
        {
            let lens = self.world.state.on(on);
            let rows = lens.plan(*plan).map(|(_, rows)| rows);
            let rows = rows.into_iter().flatten();
            let adopted = rows.filter_map(|row| {
                let (wording, _) = lens.proposal(row)?;
                Some(Act::Adopt(Adoptable::Element(row), wording))
            });
            acts.extend(adopted.collect::<Vec<_>>());
        }
        let authority = match dice.roll(6) {
            0 if self.importing || dice.roll(4) == 0 => Authority::Found {
                source: SOURCE,
                paragraph: None,
                body_interpretation: Default::default(),
            },
            1 => Authority::Delegation("D 1".into()),
            _ => Authority::Paragraph("§ 7".into()),
        };
        RecordDecision {
            body: if dice.roll(5) == 0 { SCHOOLS } else { COUNCIL },
            date: Dated::day_known(on),
            authority,
            title: Some("Verksamhetsplan".into()),
            ..decides(self.fresh(), "2015-01-01", acts)
        }
        .command()
    }

    fn act(&self, on: Date, dice: &mut Dice) -> Act {
        let n = 1 + u128::from(dice.roll(6));
        match dice.roll(14) {
            0 => Act::Withdraw(element(n)),
            1 => Act::Close(element(n)),
            2 | 3 => Act::Transfer(element(n), dice.pick(&BODIES)),
            4..7 if self.world.state.on(on).plan(plan(1)).is_none() => {
                Act::Transfer(element(n), COMPANY)
            }
            4 => Act::AdoptPlan(self.planned(on, dice)),
            5 => Act::SupplementPlan(plan(1 + u128::from(dice.roll(2))), vec![element(n)]),
            6 => Act::ClosePlan(plan(1 + u128::from(dice.roll(2)))),
            7 if dice.roll(4) == 0 => Act::AdoptUnseenPlan(Period::Year(on.year())),
            7 if dice.roll(2) == 0 => self.base_act(on, dice),
            7 => Act::Adopt(Adoptable::Vision(VISION), VISION_WORDING),
            8 | 9 if on >= date(2017, 8, 31) => {
                let n = 1 + u128::from(dice.roll(3));
                decide_verdict(n, self.newest_version(n, on))
            }
            10 => self.figures(on, dice),
            _ => Act::Adopt(Adoptable::Element(element(n)), self.newest(n, on, dice)),
        }
    }

    fn find(&self, dice: &mut Dice) -> Command {
        let on = self.back(dice);
        let n = 1 + u128::from(dice.roll(6));
        let mut wordings = vec![(Adoptable::Element(element(n)), self.newest(n, on, dice))];
        if dice.roll(3) == 0 {
            wordings.push((Adoptable::Vision(VISION), VISION_WORDING));
        }
        FindInSource {
            source: SOURCE,
            since: Dated::day_known(on),
            wordings,
        }
        .command()
    }

    fn thread(&self, dice: &mut Dice) -> Command {
        let (from, to) = dice.pick(&LIKELY);
        let to_vision = dice.roll(4) == 0;
        let end = if to_vision {
            ThreadEnd::Vision(VISION)
        } else {
            ThreadEnd::Element(element(to))
        };
        let from = if to_vision {
            dice.pick(&[1, 2, 5])
        } else {
            from
        };
        riktning_domain::threads::TieThread {
            since: self.since(dice),
            ..tie(thread(u128::from(dice.roll(12))), element(from), end)
        }
        .command()
    }

    fn body(&self, dice: &mut Dice) -> Command {
        let body = dice.pick(&[SCHOOLS, COMPANY, BOARD]);
        let ahead: i64 = i64::from(dice.roll(200));
        let from = match dice.roll(2) {
            0 => self.back(dice),
            _ => self.now.today.checked_add(ahead.days()).unwrap(),
        };
        if dice.roll(9) == 0 {
            return peers(u128::from(dice.roll(2))).command();
        }
        if dice.roll(9) == 0 {
            let year = self.now.today.year() - 1 + i16::from(dice.roll(3));
            return compared(u128::from(dice.roll(2)), year).command();
        }
        match dice.roll(4) {
            0 => EndBody {
                body,
                last_day: from,
                succeeded_by: vec![COUNCIL],
            }
            .command(),
            1 => MoveBody {
                body,
                answers_to: vec![dice.pick(&[COUNCIL, BOARD, COMPANY])],
                from,
            }
            .command(),
            _ => RenameBody {
                body,
                names: Names::swedish(format!("Namn {}", dice.roll(5))),
                slug: Slug::parse(&format!("{}-{}", body.0.as_u128() % 10, dice.roll(5))).unwrap(),
                from,
            }
            .command(),
        }
    }

    fn plan(&self, dice: &mut Dice) -> Command {
        let n = 1 + u128::from(dice.roll(2));
        let there = self.world.state.on(Date::MAX).plan(plan(n)).is_some();
        match (there, dice.roll(3)) {
            (false, _) => riktning_domain::plans::DraftPlan {
                since: self.since(dice),
                ..plans(n)
            }
            .command(),
            (true, 0) if dice.roll(3) == 0 => TakeBackPlan { plan: plan(n) }.command(),
            (true, 0) => HandInPlan {
                plan: plan(n),
                since: self.since(dice),
            }
            .command(),
            (true, 1) if dice.roll(3) == 0 => self.referral(plan(n), dice),
            (true, 1) if dice.roll(3) == 0 => DropDraft {
                element: self.some_element(dice),
            }
            .command(),
            (true, 2) if dice.roll(2) == 0 => self.arrangement(plan(n), dice).command(),
            (true, _) => riktning_domain::plans::PlaceInPlan {
                since: self.since(dice),
                ..places(n, &[self.row(dice)])
            }
            .command(),
        }
    }

    /// Others are asked what they say of a plan, say it, or are asked no longer.
    fn referral(&self, plan: PlanId, dice: &mut Dice) -> Command {
        let body = dice.pick(&[COMPANY, BOARD, COUNCIL, SCHOOLS]);
        let days = i64::from(dice.roll(30)) - 2;
        match dice.roll(6) {
            0 => CallOffReferral { plan }.command(),
            1 | 2 => AnswerReferral {
                plan,
                body,
                says: (dice.roll(2) == 0).then(|| format!("Svar {}", dice.roll(3)).into()),
            }
            .command(),
            asked => ReferPlan {
                plan,
                to: [body, COMPANY, BOARD][..usize::from(asked) - 2].to_vec(),
                until: self.now.today.checked_add(days.days()).unwrap(),
            }
            .command(),
        }
    }

    /// An element that is there and may lie in a plan, if one is.
    fn row(&self, dice: &mut Dice) -> ElementId {
        let lens = self.world.state.on(self.now.today);
        let there = (1..=4).map(element);
        let there = there.filter(|id| lens.proposal(*id).is_some());
        let there: Vec<ElementId> = there.collect();
        let one = there.get(usize::from(dice.roll(4))).or(there.last());
        one.copied().unwrap_or(self.some_element(dice))
    }

    /// A plan in which something lies, if one is there.
    fn planned(&self, on: Date, dice: &mut Dice) -> PlanId {
        let lens = self.world.state.on(on);
        let has_rows = |id: &PlanId| lens.plan(*id).is_some_and(|(_, rows)| !rows.is_empty());
        let any = plan(1 + u128::from(dice.roll(2)));
        [any, plan(1), plan(2)]
            .into_iter()
            .find(has_rows)
            .unwrap_or(any)
    }

    /// A slip of the pen is put right in what was adopted last, now and then over what reads otherwise.
    fn righted(&self, dice: &mut Dice) -> Command {
        let adopted = self.world.journal.iter().flat_map(|r| match &r.event {
            Event::DecisionRecorded(e) => e.acts.clone(),
            _ => vec![],
        });
        let adopted = adopted.filter_map(|act| match act {
            Act::Adopt(Adoptable::Element(id), wording) => Some((id, wording)),
            _ => None,
        });
        let adopted: Vec<_> = adopted.collect();
        let any = usize::from(dice.roll(40));
        let last = adopted.get(any).or(adopted.last());
        let (element, wording) = last.copied().unwrap_or((element(1), wording(10)));
        let mut righted = self.world.journal.iter().filter_map(|r| match &r.event {
            Event::SlipRighted(e) if e.wording == wording => Some(e.reading),
            _ => None,
        });
        let reads = righted.next_back().filter(|_| dice.roll(6) != 0);
        let n = 1000 + self.fresh();
        RightSlip {
            element,
            wording,
            instead_of: reads.unwrap_or(wording),
            reading: crate::exempelstad::wording(n),
            text: format!("Rättad {n}").as_str().into(),
            reason: "Skrivfel".into(),
        }
        .command()
    }

    /// Somebody looks after an element, or hands over all that they look after.
    fn looked_after(&self, dice: &mut Dice) -> Command {
        let somebody = |dice: &mut Dice| person(1 + u128::from(dice.roll(3)));
        if dice.roll(3) != 0 {
            let element = self.row(dice);
            let person = (dice.roll(6) != 0).then(|| somebody(dice));
            let seen = (dice.roll(3) == 0).then(|| somebody(dice));
            let instead_of = seen.map(|seen| LooksAfter::from(Some(seen)));
            return LookAfter {
                element,
                person,
                instead_of,
            }
            .command();
        }
        let days = i64::from(dice.roll(90));
        HandOver {
            of: somebody(dice),
            to: somebody(dice),
            from: self.now.today.checked_add(days.days()).unwrap(),
        }
        .command()
    }

    /// What is proposed beside a decided wording: placed in a plan, or taken back. Where nothing is, other
    /// words for what is decided.
    fn proposed_beside(&self, dice: &mut Dice) -> Command {
        let state = &self.world.state;
        let published = state.published(self.now.today, self.now.today);
        let lens = state.on(self.now.today);
        let beside = (1..=6).map(element).filter(|id| {
            let decided = published.element(*id).map(|e| e.text());
            decided.is_some() && lens.proposal(*id).map(|(_, w)| &w.text) != decided
        });
        let beside: Vec<ElementId> = beside.collect();
        let Some(first) = beside.first() else {
            return self.rewording(dice);
        };
        let other = beside.get(usize::from(dice.roll(6)));
        let element = *other.unwrap_or(first);
        match dice.roll(2) {
            0 => riktning_domain::plans::PlaceInPlan {
                since: self.since(dice),
                ..places(1 + u128::from(dice.roll(2)), &[element])
            }
            .command(),
            _ => TakeBackProposal { element }.command(),
        }
    }

    /// Its rows the other way round, or one of them before all others.
    fn arrangement(&self, plan: PlanId, dice: &mut Dice) -> ArrangePlan {
        let today = self.now.today;
        let there = self.world.state.on(today).plan(plan);
        let mut rows: Vec<ElementId> = there.map(|(_, rows)| rows).unwrap_or_default();
        rows.reverse();
        rows.truncate(1 + usize::from(dice.roll(4)));
        let newest = self.world.journal.iter().filter_map(|r| match &r.event {
            Event::PlanArranged(e) if e.plan == plan && r.on <= today => {
                Some((r.on, r.position, e.arrangement))
            }
            _ => None,
        });
        let newest: Option<ArrangementId> = newest.max().map(|(_, _, newest)| newest);
        ArrangePlan {
            plan,
            arrangement: arrangement(self.fresh()),
            rows,
            instead_of: newest.filter(|_| dice.roll(8) != 0),
            since: self.since(dice),
        }
    }

    fn mark(&self, dice: &mut Dice) -> Command {
        let decisions = self.world.journal.iter().filter_map(|r| match &r.event {
            Event::DecisionRecorded(d) => Some((d.decision, r.on)),
            _ => None,
        });
        let decisions: Vec<_> = decisions.collect();
        let chosen = decisions
            .get(usize::from(dice.roll(40)))
            .or(decisions.last());
        let (decision, on) = chosen.copied().unwrap_or((decision(0), self.now.today));
        MarkDecision {
            decision,
            stage: dice.pick(&[Stage::Quashed, Stage::Quashed, Stage::MinutesApproved]),
            on: self.back(dice).max(on),
        }
        .command()
    }

    /// Something is kept back, or shown again.
    fn visibility(&self, dice: &mut Dice) -> Command {
        let what = match dice.roll(4) {
            0 => Readable::Assessment(assessment(1 + u128::from(dice.roll(3)))),
            1 => Readable::Document(document_id(1 + u128::from(dice.roll(3)))),
            2 => Readable::Report(report(u128::from(dice.roll(3)))),
            _ => Readable::Element(self.some_element(dice)),
        };
        let visibility = match dice.roll(3) {
            0 => Visibility::Public,
            1 => Visibility::Internal,
            _ => Visibility::Secret(Secrecy {
                ground: "18 kap. 8 § OSL".into(),
                until: (dice.roll(2) == 0).then_some(self.now.today),
            }),
        };
        SetVisibility { what, visibility }.command()
    }

    fn site(&self, dice: &mut Dice) -> Command {
        let n = 1 + u128::from(dice.roll(3));
        let from = self.back(dice);
        match dice.roll(10) {
            9 => {
                let mut page = crate::site::written(n, dice.pick(&["Ett", "Två"]));
                page.text = page.text.filter(|_| dice.roll(3) > 0);
                page.command()
            }
            8 => {
                let mut erased = crate::site::erased();
                erased.erasure = ErasureId(uuid::Uuid::from_u128(9_300 + n));
                erased.decided = self.back(dice);
                erased.erased[0].answers = dice.roll(4).into();
                erased.command()
            }
            6 => {
                let mut translation = crate::site::translation();
                let finnish = ["Laatu", "Laadukkuus"];
                let finnish = (dice.roll(3) > 0).then(|| dice.pick(&finnish).into());
                translation.text.fi = finnish;
                translation.text.sv = dice.pick(&crate::site::TRANSLATED).into();
                translation.command()
            }
            0 | 1 => {
                let severities = [Severity::Information, Severity::Warning, Severity::Crisis];
                let to = self.now.today.checked_add(i64::from(dice.roll(9)).days());
                PublishNotice {
                    severity: dice.pick(&severities),
                    to: (dice.roll(2) == 0).then(|| to.unwrap().at(12, 0, 0, 0)),
                    since: self.since(dice),
                    ..crate::site::notice(n)
                }
                .command()
            }
            2 => EndNotice {
                notice: crate::site::notice_id(n),
            }
            .command(),
            3 => DescribeOffice {
                part_of: (dice.roll(2) == 0).then(|| crate::site::office_id(1)),
                names: crate::site::office(1 + u128::from(dice.roll(2))).names,
                from: Dated::day_known(from),
                ..crate::site::office(n)
            }
            .command(),
            4 => SetHours {
                from: Dated::day_known(from),
                to: (dice.roll(3) == 0).then_some(self.now.today),
                ..crate::site::hours(n)
            }
            .command(),
            5 => TakeBackException {
                from,
                to: from.tomorrow().unwrap(),
                ..crate::site::taken_back(n)
            }
            .command(),
            _ => SetException {
                from,
                to: from.tomorrow().unwrap(),
                ..crate::site::exception(n)
            }
            .command(),
        }
    }

    fn topic(&self, dice: &mut Dice) -> Command {
        let (id, dimension, name) = dice.pick(&[
            (SCHOOLING, Dimension::Process, "Lärande"),
            (SCHOOLING, Dimension::Process, "Lärande"),
            (OUTWARD, Dimension::Perspective, "Utåt"),
            (INWARD, Dimension::Perspective, "Inåt"),
        ]);
        let mut topic: DescribeTopic = topic_named(id, dimension, name);
        if id == SCHOOLING {
            topic.description.parent = (dice.roll(3) == 0).then_some(INWARD);
        }
        let last = self.back(dice).checked_add(i64::from(dice.roll(60)).days());
        topic.description.last_day = last.ok().filter(|_| dice.roll(4) == 0);
        topic.since = self.since(dice);
        topic.description.order = u16::from(dice.roll(4));
        topic.description.owner = (dice.roll(2) == 0).then(|| dice.pick(&BODIES));
        topic.command()
    }

    fn model(&self, dice: &mut Dice) -> Command {
        let mut model = dice.pick(&[model_a(), model_b()]);
        model.since = self.since(dice);
        let levels = &mut model.definition.levels;
        match dice.roll(4) {
            0 => levels.truncate(1 + usize::from(dice.roll(2))),
            1 => model.definition.note = Some("Rättat".into()),
            2 => {
                let from = 2014 + i16::from(dice.roll(12));
                model.definition.period = Period::Years { from, to: from + 3 };
            }
            _ => {
                for scale in &mut model.definition.scales {
                    scale.values.truncate(2);
                }
            }
        }
        // A taken-away level may still be named by another that supported it.
        let kept: Vec<LevelId> = model.definition.levels.iter().map(|l| l.id).collect();
        for level in &mut model.definition.levels {
            level.supports.retain(|s| match s.upward {
                riktning_domain::models::Upward::Level(above) => kept.contains(&above),
                _ => true,
            });
        }
        model.command()
    }
}
