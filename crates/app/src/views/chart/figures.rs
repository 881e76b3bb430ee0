//! The figures and targets that tell of an indicator, and for which periods there is a row.

use super::due::{narrowest, skipped};
use super::formula::{Formula, body_names};
use super::{Point, Row, Series, TargetPoint};
use riktning_domain::ids::BodyId;
use riktning_domain::indicators::{Breakdown, Target};
use riktning_domain::published::{PublicFigure, PublicIndicator};
use riktning_domain::{Period, Published};
use std::collections::BTreeSet;

/// What a series is made of: looked through once, before any row is made.
pub(super) struct Figures<'a> {
    /// By period, then by breakdown.
    measured: Vec<PublicFigure<'a>>,
    targets: Vec<(Period, Option<BodyId>, &'a Target)>,
    /// Those that have a figure, or all people where none has.
    pub(super) breakdowns: Vec<Breakdown>,
    /// The periods that have a row, the earliest first.
    periods: Vec<Period>,
    /// Those of them in which a figure was due and nobody reported any.
    gaps: BTreeSet<Period>,
}

impl<'a> Figures<'a> {
    pub(super) fn of(indicator: &PublicIndicator<'a>) -> Figures<'a> {
        let (body, measured) = indicator.told();
        let mut breakdowns: Vec<Breakdown> = Vec::new();
        for m in &measured {
            if !breakdowns.contains(&m.key().breakdown) {
                breakdowns.push(m.key().breakdown);
            }
        }
        breakdowns.sort_unstable();
        if breakdowns.is_empty() {
            breakdowns.push(Breakdown::All);
        }
        let mut targets = indicator.targets();
        targets.retain(|(_, whose, _)| *whose == body || whose.is_none());
        // They lie by period.
        let mut periods: Vec<Period> = measured.iter().map(|m| m.key().period).collect();
        periods.dedup();
        // A forecast reaches over years whose outcomes are not due yet.
        let outcomes = measured
            .iter()
            .filter(|m| !m.is_forecast())
            .map(|m| m.key().period);
        let mut gaps = skipped(outcomes, indicator.definition.frequency);
        gaps.retain(|gap| periods.binary_search(gap).is_err());
        let mut more: BTreeSet<Period> = gaps.clone();
        for (period, _, _) in &targets {
            let of_its_own = |row: &Period| row == period || period.covers(*row);
            if !periods.iter().chain(&more).any(of_its_own) {
                more.insert(*period);
            }
        }
        periods.extend(more);
        periods.sort_unstable();
        Figures {
            measured,
            targets,
            breakdowns,
            periods,
            gaps,
        }
    }

    /// The series with its rows, of which the last is made first, until one is enough. Nothing is
    /// reckoned of how the figures moved.
    pub(super) fn series(
        self,
        p: Published<'_>,
        indicator: &PublicIndicator<'_>,
        mut is_enough: impl FnMut(&Row) -> bool,
    ) -> Series {
        let mut rows = Vec::new();
        for period in self.periods.iter().rev() {
            let row = self.row(p, *period);
            let enough = is_enough(&row);
            rows.push(row);
            if enough {
                break;
            }
        }
        rows.reverse();
        let definition = indicator.definition;
        Series {
            names: definition.names.clone(),
            unit: definition.unit.clone(),
            decimals: definition.decimals,
            better: definition.better,
            class: definition.class,
            class_interpretation: definition.class_interpretation,
            frequency: definition.frequency,
            formula: self.formula(p, indicator),
            breaks: definition.breaks.clone(),
            breakdowns: self.breakdowns,
            rows,
            trend: None,
            level: None,
        }
    }

    /// How the figures are worked out, with the bodies in the latest of the group.
    fn formula(&self, p: Published<'_>, indicator: &PublicIndicator<'_>) -> Option<Formula> {
        let formula = Formula::of(p, indicator)?;
        let mut latest = self.measured.iter().rev();
        let bodies = latest.find_map(|figure| match figure {
            PublicFigure::Reckoned(r) if !r.bodies.is_empty() => Some(body_names(p, &r.bodies)),
            _ => None,
        });
        Some(Formula {
            bodies: bodies.unwrap_or_default(),
            ..formula
        })
    }

    fn row(&self, p: Published<'_>, period: Period) -> Row {
        let points = self.breakdowns.iter().map(|breakdown| {
            let place = |m: &PublicFigure<'_>| (m.key().period, m.key().breakdown);
            let found = self
                .measured
                .binary_search_by_key(&(period, *breakdown), place);
            found.map_or_else(|_| Point::nothing(), |at| Point::of(p, &self.measured[at]))
        });
        let mut targets = self.targets.iter();
        let own = targets.find(|(of, _, _)| *of == period);
        let own = own.map(|(period, _, target)| (*period, *target));
        let target = own.or_else(|| narrowest(&self.targets, period));
        Row {
            period,
            points: points.collect(),
            target: target.map(|(period, target)| TargetPoint::of(p, period, target)),
            gap: self.gaps.contains(&period),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::views::chart::Series;
    use crate::views::frame::IndicatorMessage;
    use jiff::Timestamp;
    use jiff::civil::{Date, date};
    use proptest::prelude::*;
    use riktning_domain::bodies::{BodyKind, FoundBody};
    use riktning_domain::command::Hand;
    use riktning_domain::ids::{BodyId, IndicatorId, SourceId};
    use riktning_domain::indicators::*;
    use riktning_domain::permissions::Actor;
    use riktning_domain::sources::CiteSource;
    use riktning_domain::{Command, Dated, Names, Now, Period, Recorded, Slug, State, decide};
    use std::cell::Cell;
    use std::collections::BTreeSet;
    use uuid::Uuid;

    const TODAY: Date = date(2026, 1, 31);
    const SOURCE: SourceId = SourceId(Uuid::from_u128(1));
    const BODY: BodyId = BodyId(Uuid::from_u128(2));
    const OTHER: BodyId = BodyId(Uuid::from_u128(4));
    const INDICATOR: IndicatorId = IndicatorId(Uuid::from_u128(3));

    /// A figure or a target: in which year, of what kind, which part of the year, which people.
    type Said = (i16, u8, u8, u8);

    fn perform(state: &mut State, command: Command) {
        let at = Timestamp::UNIX_EPOCH;
        let (today, hand) = (TODAY, Hand::Import);
        // What the rules refuse was not said.
        let happened = decide(state, Now { at, today, hand }, command).unwrap_or_default();
        for happened in happened {
            let recorded = Recorded {
                position: state.position() + 1,
                recorded_at: at,
                on: happened.on,
                actor: Actor::Import,
                event: happened.event,
            };
            state.apply(&recorded);
        }
    }

    fn town(breaks: &[Said], frequency: Option<Frequency>) -> State {
        let mut state = State::default();
        perform(
            &mut state,
            Command::CiteSource(CiteSource {
                source: SOURCE,
                title: "Påhittad källa".into(),
                url: None,
            }),
        );
        let since = Dated::day_known(date(2000, 1, 1));
        let bodies = [
            (BODY, BodyKind::Council, "fullmaktige", vec![]),
            (OTHER, BodyKind::Committee, "exempelnamnden", vec![BODY]),
        ];
        for (body, kind, slug, answers_to) in bodies {
            let (names, slug) = (Names::swedish(slug), Slug::parse(slug).unwrap());
            perform(
                &mut state,
                Command::FoundBody(FoundBody {
                    body,
                    kind,
                    names,
                    slug,
                    role: None,
                    from: since,
                    seen: vec![],
                    answers_to,
                    source: Some(SOURCE),
                }),
            );
        }
        let breaks: BTreeSet<Period> = breaks.iter().map(|said| period(*said)).collect();
        let breaks = breaks.into_iter().map(|from| MethodBreak {
            from,
            how: "På ett annat sätt.".into(),
        });
        perform(
            &mut state,
            Command::DefineIndicator(DefineIndicator {
                indicator: INDICATOR,
                slug: Slug::parse("andel").unwrap(),
                definition: Definition {
                    names: Names::swedish("Påhittad andel"),
                    unit: Unit::Percent,
                    decimals: 1,
                    better: Better::Up,
                    class: Class::Organisation,
                    class_interpretation: Interpretation::Stated,
                    frequency,
                    breakdowns: vec![],
                    tolerance: None,
                    description: None,
                    note: None,
                    breaks: breaks.collect(),
                    responsible: None,
                    source: Some(SOURCE),
                    calculation: None,
                    roll_up: None,
                },
                since: Some(since),
            }),
        );
        state
    }

    fn period((year, kind, part, _): Said) -> Period {
        match kind % 6 {
            0 => Period::Year(year),
            1 => Period::SchoolYear(year),
            2 => Period::HalfYear(year, part % 2 + 1),
            3 => Period::Quarter(year, part % 4 + 1),
            _ => Period::Month(year, part % 12 + 1),
        }
    }

    fn measured(said: Said, of_bodies: bool) -> Command {
        let (year, kind, part, who) = said;
        let body = [BODY, OTHER][usize::from(who / 3 % 2)];
        let is_forecast = part.is_multiple_of(5) && kind.is_multiple_of(2);
        Command::ReportMeasurement(ReportMeasurement {
            indicator: INDICATOR,
            period: period(said),
            body: of_bodies.then_some(body),
            breakdown: [Breakdown::All, Breakdown::Women, Breakdown::Men][usize::from(who % 3)],
            value: match who % 7 {
                6 if !is_forecast => Value::None(NoValue::Because("Ingen svarade.".into())),
                _ => Value::Figure(format!("{}.{part}", year % 7 + 40).parse().unwrap()),
            },
            settled: match is_forecast {
                true => Settled::Forecast(BODY),
                false => Settled::Final,
            },
            collected: is_forecast.then(|| date(year, 1, 2).min(TODAY)),
            source: Some(SOURCE),
            note: None,
        })
    }

    fn aimed(said: Said) -> Command {
        let years = Period::years(said.0, said.0 + i16::from(said.3 % 4)).unwrap();
        Command::SetTarget(SetTarget {
            indicator: INDICATOR,
            period: if said.1.is_multiple_of(2) {
                years
            } else {
                period(said)
            },
            period_interpretation: Interpretation::Stated,
            body: None,
            aim: Aim::At(format!("{}", said.2).parse().unwrap()),
            basis: TargetBasis::Source(SOURCE, Dated::day_known(date(2005, 1, 1))),
            note: None,
        })
    }

    fn said() -> impl Strategy<Value = Said> {
        (2006i16..2028, any::<u8>(), any::<u8>(), any::<u8>())
    }

    #[test]
    fn in_brief_an_indicator_says_what_all_its_rows_say() {
        let (told, cut, others) = (Cell::new(0), Cell::new(0), Cell::new(0));
        let figures = proptest::collection::vec(said(), 0..90);
        let targets = proptest::collection::vec(said(), 0..6);
        let breaks = proptest::collection::vec(said(), 0..3);
        let mut runner = proptest::test_runner::TestRunner::default();
        let histories = (figures, targets, breaks, any::<bool>(), 0u8..14);
        let held = runner.run(&histories, |(figures, targets, breaks, yearly, kinds)| {
            let frequency = match yearly {
                true => Frequency::Yearly,
                false => Frequency::EveryOtherYear,
            };
            let mut state = town(&breaks, Some(frequency));
            for mut figure in figures {
                // Some towns report in one kind of period, some in all.
                figure.1 = if kinds % 7 < 6 { kinds % 7 } else { figure.1 };
                perform(&mut state, measured(figure, kinds < 7));
            }
            targets
                .into_iter()
                .map(aimed)
                .for_each(|a| perform(&mut state, a));
            for day in [date(2012, 6, 30), date(2019, 12, 31), TODAY] {
                let p = state.published(day, TODAY);
                let Some(indicator) = p.indicator(INDICATOR) else {
                    return Err(TestCaseError::fail("no indicator"));
                };
                let all = indicator.measurements().into_iter();
                let first = all.map(|m| (m.key.period, m.key.body)).min();
                let first = first.and_then(|(_, body)| body);
                prop_assert_eq!(indicator.told_by(), first);
                others.set(others.get() + usize::from(first == Some(OTHER)));
                let whole = Series::of(p, &indicator);
                let said = IndicatorMessage::of(&whole);
                let said = said.map(|said| (said, whole.sparkline(), whole.tells()));
                let brief = Series::in_brief(p, &indicator);
                let brief = brief.map(|b| (b.message, b.sparkline, b.tells));
                prop_assert_eq!(&brief, &said, "{:?}", whole.rows);
                told.set(told.get() + usize::from(brief.is_some()));
                cut.set(cut.get() + usize::from(whole.rows.len() > 12 && brief.is_some()));
            }
            Ok(())
        });
        held.unwrap();
        let told = (told.get(), cut.get(), others.get());
        assert!(told.0 > 300 && told.1 > 100 && told.2 > 50, "{told:?}");
    }
}
