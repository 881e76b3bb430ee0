//! What people and imports might want of terms of office, reports and good financial
//! management: said for the first time, and said otherwise.

use super::dice::Dice;
use super::wishes::Steps;
use crate::commands::*;
use crate::exempelstad::*;
use crate::world::Wish;
use jiff::ToSpan;
use jiff::civil::{Date, date};
use riktning_domain::bodies::BodyKind;
use riktning_domain::decisions::Basis;
use riktning_domain::financial_management::GuideFinancialManagement;
use riktning_domain::ids::DecisionId;
use riktning_domain::reports::{FileReport, ReportOccasion};
use riktning_domain::rounds::{CallOffRound, Meeting, Occasion, OpenRound};
use riktning_domain::terms::SetTerm;
use riktning_domain::{Command, Dated, Event};

impl Steps<'_> {
    pub(crate) fn follow_up(&self, dice: &mut Dice) -> Command {
        match dice.roll(6) {
            0 => self.term(dice),
            1 => self.report(dice),
            2 => self.round(dice),
            _ => self.guidance(dice),
        }
    }

    fn term(&self, dice: &mut Dice) -> Command {
        let from = match dice.roll(3) {
            0 => self.now.today.checked_add(90.days()).unwrap(),
            _ => self.back(dice),
        };
        let days = 1 + i64::from(dice.roll(200)) * 4;
        SetTerm {
            term: term(1 + u128::from(dice.roll(4))),
            body: dice.pick(&[SCHOOLS, SCHOOLS, BOARD, COMPANY]),
            from,
            to: from.checked_add(days.days()).unwrap(),
            source: None,
        }
        .command()
    }

    /// The interim round, or one beside it: for the first time, said otherwise, or called off.
    fn round(&self, dice: &mut Dice) -> Command {
        let round = round(1 + u128::from(dice.roll(2)));
        if dice.roll(4) == 0 {
            let reason = "Pandemi".into();
            return CallOffRound { round, reason }.command();
        }
        let opens = self.now.today.checked_add(30.days()).unwrap();
        let last = opens.checked_add(i64::from(dice.roll(60)).days()).unwrap();
        OpenRound {
            round,
            occasion: dice.pick(&[Occasion::Interim, Occasion::Interim, Occasion::Planning]),
            cut_off: dice.pick(&[date(2017, 8, 31), date(2017, 8, 31), date(2018, 1, 1)]),
            opens: (dice.roll(3) == 0).then_some(opens),
            deadlines: vec![(BodyKind::Committee, last)],
            meetings: vec![Meeting {
                on: last,
                body: dice.pick(&[COUNCIL, BOARD, SCHOOLS]),
            }],
            since: self.importing.then(|| Dated::day_known(self.back(dice))),
            ..interim()
        }
        .command()
    }

    /// One of the latest decisions, by the council if there is one, with its day.
    fn some_decision(&self, dice: &mut Dice) -> (DecisionId, Date) {
        let decided = self.world.journal.iter().rev();
        let decided: Vec<_> = decided
            .filter_map(|r| match &r.event {
                Event::DecisionRecorded(e) => Some((e.body == COUNCIL, e.decision, r.on)),
                _ => None,
            })
            .collect();
        let by_council = decided.iter().filter(|(by, ..)| *by);
        let by_council: Vec<_> = by_council.take(6).collect();
        let chosen = match dice.roll(6) {
            0 => decided.first(),
            n => by_council
                .get(usize::from(n))
                .copied()
                .or(by_council.first().copied()),
        };
        chosen.map_or((decision(0), self.now.today), |(_, id, on)| (*id, *on))
    }

    fn report(&self, dice: &mut Dice) -> Command {
        let (by, decided) = self.some_decision(dice);
        let found = self.back(dice);
        let (basis, on) = match self.importing {
            true => (Basis::Source(SOURCE, Dated::day_known(found)), found),
            false => (Basis::Decision(by), decided),
        };
        let year = on.year() - i16::from(on < date(on.year(), 9, 1));
        let (occasion, cut_off) = match dice.roll(3) {
            0 => (ReportOccasion::Annual, date(on.year() - 1, 12, 31)),
            _ => (ReportOccasion::InterimTwo, date(year, 8, 31)),
        };
        FileReport {
            body: (dice.roll(3) == 0).then_some(SCHOOLS),
            year: cut_off.year(),
            occasion,
            cut_off,
            basis,
            ..files(u128::from(dice.roll(4)), by)
        }
        .command()
    }

    fn guidance(&self, dice: &mut Dice) -> Command {
        let (by, on) = self.some_decision(dice);
        let mut goals = vec![element(dice.pick(&[1, 1, 2, 3]))];
        if dice.roll(3) == 0 {
            goals.push(element(dice.pick(&[1, 2])));
        }
        GuideFinancialManagement {
            year: on.year().max(2016) + i16::from(dice.roll(2)),
            goals,
            ..guides(1 + u128::from(dice.roll(3)), by)
        }
        .command()
    }
}
