//! What is measured, aimed at, granted and judged.

use super::*;

impl Steps<'_> {
    pub(super) fn money(&self, dice: &mut Dice) -> Command {
        let by = decision(u128::from(dice.roll(40)));
        if dice.roll(2) == 0 {
            return EnterFrame {
                body: dice.pick(&BODIES),
                year: self.now.today.year() + i16::from(dice.roll(2)),
                ..grants(self.fresh(), &format!("{}", 1 + dice.roll(90)), by)
            }
            .command();
        }
        ReportAccounts {
            period: Period::Year(self.now.today.year() - i16::from(dice.roll(2))),
            since: self.since(dice),
            ..prints(u128::from(dice.roll(3)), &format!("{}", dice.roll(90)))
        }
        .command()
    }

    /// A figure without a source, as somebody reported it by a day.
    pub(super) fn figures(&self, on: Date, dice: &mut Dice) -> Act {
        let said = self.world.journal.iter().filter_map(|r| match &r.event {
            Event::MeasurementReported(m) if m.source.is_none() && r.on <= on => Some(m),
            _ => None,
        });
        let said: Vec<_> = said.collect();
        let Some(last) = said.len().checked_sub(1 + usize::from(dice.roll(3))) else {
            return Act::Adopt(Adoptable::Vision(VISION), VISION_WORDING);
        };
        let said = said[last];
        let figure = DecidedFigure {
            period: said.period,
            body: said.body,
            breakdown: said.breakdown,
            value: said.value.clone(),
            settled: said.settled,
            collected: said.collected,
            note: said.note.clone(),
        };
        Act::DecideFigures(said.indicator, vec![figure])
    }

    /// The version that a decision would name: the last proposed by the day.
    pub(super) fn newest_version(&self, n: u128, on: Date) -> u128 {
        let versions = self.world.journal.iter().filter(|r| r.on <= on);
        let versions = versions.filter_map(|r| match &r.event {
            Event::AssessmentProposed(p) if p.assessment == assessment(n) => {
                Some((r.on, r.position, p.version))
            }
            _ => None,
        });
        let newest = versions.max().map(|(_, _, version)| version.0.as_u128());
        newest.map_or(1, |id| id & u128::from(u64::MAX))
    }

    pub(super) fn measurement(&self, dice: &mut Dice) -> Command {
        let year = self.now.today.year() - i16::from(dice.roll(2));
        ReportMeasurement {
            indicator: dice.pick(&INDICATORS),
            period: Period::Year(year),
            body: (dice.roll(4) == 0).then_some(SCHOOLS),
            settled: dice.pick(&[
                Settled::Forecast(SCHOOLS),
                Settled::Preliminary,
                Settled::Told,
                Settled::Final,
                Settled::Revised,
                Settled::Revised,
            ]),
            collected: (dice.roll(3) != 0).then(|| self.back(dice)),
            source: (dice.roll(4) != 0).then_some(SOURCE),
            ..measured(&format!("{}.5", 70 + dice.roll(20)), "2015-01-01")
        }
        .command()
    }

    pub(super) fn target(&self, dice: &mut Dice) -> Command {
        let decisions = self.world.journal.iter().filter_map(|r| match &r.event {
            Event::DecisionRecorded(d) => Some(d.decision),
            _ => None,
        });
        let decisions: Vec<_> = decisions.collect();
        let by_decision = decisions
            .get(usize::from(dice.roll(40)))
            .or(decisions.last())
            .map(|id| TargetBasis::Decision(*id));
        let source = TargetBasis::Source(SOURCE, Dated::day_known(self.back(dice)));
        let basis = if self.importing { None } else { by_decision };
        SetTarget {
            indicator: dice.pick(&INDICATORS),
            aim: Aim::At(format!("{}", 80 + dice.roll(3)).parse().unwrap()),
            basis: basis.unwrap_or(source),
            ..target(decision(0))
        }
        .command()
    }

    pub(super) fn verdict(&self, dice: &mut Dice) -> Command {
        let n = 1 + u128::from(dice.roll(3));
        let subject = match n {
            1 => Subject::Element(element(1)),
            2 => Subject::Element(element(3)),
            _ if dice.roll(4) == 0 => Subject::FinancialManagement(Scope::Group),
            _ => Subject::Indicator(ORGANISATION),
        };
        let mut verdict = verdict(dice.pick(&[MET, PARTLY, NOT_MET]));
        if dice.roll(2) == 0 {
            verdict.informed_by = vec![dice.pick(&[ORGANISATION, ORGANISATION, PLACE, KEY_FIGURE])];
        }
        if dice.roll(4) == 0 {
            verdict.so_far = Some(dice.pick(&[MET, PARTLY, NOT_MET]));
        }
        ProposeAssessment {
            body: matches!(subject, Subject::FinancialManagement(_))
                .then_some(BOARD)
                .or(Some(SCHOOLS)),
            subject,
            verdict,
            since: self.since(dice),
            round: round(1 + u128::from(dice.roll(8) == 0)),
            ..judges(n, 2000 + self.fresh(), 1)
        }
        .command()
    }

    pub(super) fn indicator(&self, dice: &mut Dice) -> Command {
        let n = dice.roll(3);
        let classes = [
            Class::Organisation,
            Class::Organisation,
            Class::Place,
            Class::KeyFigure,
        ];
        let slug = format!("indikator-{n}-{}", dice.roll(2));
        let mut define = riktning_domain::indicators::DefineIndicator {
            since: self.since(dice),
            ..indicator(INDICATORS[usize::from(n)], &slug, dice.pick(&classes))
        };
        let (one, other) = (dice.pick(&INDICATORS), dice.pick(&INDICATORS));
        let definition = &mut define.definition;
        match dice.roll(12) {
            0 => definition.calculation = Some(Calculation::Sum(vec![one, other])),
            1 => {
                definition.calculation = Some(Calculation::Ratio {
                    of: one,
                    by: other,
                    times: "100".parse().unwrap(),
                });
            }
            2 => definition.roll_up = Some(RollUp::WeightedBy(one)),
            3 => definition.unit = Unit::Count,
            _ => {}
        }
        define.command()
    }
}
