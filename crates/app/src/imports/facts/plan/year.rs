//! What was undertaken for years, and their money.

use super::super::directions::PeriodIn;
use super::super::swedish;
use super::super::year::{CommitmentIn, MoneyIn, MoneyRowIn};
use super::{Planner, Reason, Room, capital};
use jiff::civil::{Date, date};
use riktning_domain::decisions::{Adoptable, FindInSource};
use riktning_domain::elements::{
    Addressed, DraftElement, Origin, ProposeWording, Quantity, Wording,
};
use riktning_domain::frames::{Account, AccountsRow, PrintedSums, ReportAccounts, Whose};
use riktning_domain::ids::{AccountsId, ElementId, LevelId, SourceId, ThreadId};
use riktning_domain::indicators::{Breakdown, Interpretation};
use riktning_domain::models::{Criterion, Level, Purpose, Support, Upward};
use riktning_domain::threads::{ThreadEnd, TieThread};
use riktning_domain::topics::Dimension;
use riktning_domain::{Command, Dated, Names, Period, Text};

impl Planner<'_> {
    /// The levels that the kinds of a goal period's commitments become, each by its own name:
    /// none is called a commitment unless its source does.
    pub(super) fn kinds(&self, period: &PeriodIn) -> Vec<Level> {
        let mut levels: Vec<Level> = Vec::new();
        for commitment in self.facts.commitments.iter() {
            let id = self.kind(period, &commitment.kind);
            let here = period.period.covers(Period::Year(commitment.year));
            if !here || levels.iter().any(|level| level.id == id) {
                continue;
            }
            let purpose = swedish::purpose(&commitment.kind);
            levels.push(Level {
                id,
                names: Names::swedish(capital(&commitment.kind)),
                names_of_many: None,
                purpose,
                supports: vec![Support {
                    upward: Upward::Level(self.level(period)),
                    required: false,
                    interpretation: self.supports_goals(period, &commitment.kind),
                }],
                owners: Vec::new(),
                decided_by: Vec::new(),
                measured: false,
                scale: None,
                closed_only_by_decision: false,
                decided_within: None,
                seasons: Vec::new(),
                criteria: match purpose {
                    Purpose::Commitment => self.criteria(),
                    _ => Vec::new(),
                },
            });
        }
        levels
    }

    /// The levels of which a source tells by a rule, and no commitment does: commitments, and what
    /// they are to be relevant to. The rule is told of the system of today, so it is the latest
    /// period's; that it holds for that one is our reading.
    pub(super) fn told_levels(&self, period: &PeriodIn) -> Vec<Level> {
        let begun = self.facts.periods.iter().map(|p| p.period);
        let begun = begun.filter(|p| p.first_day() <= self.today);
        let Some(relevant_to) = &self.facts.notes.relevant_to else {
            return Vec::new();
        };
        let commits = |level: &Level| level.purpose == Purpose::Commitment;
        let is_latest = begun.max() == Some(period.period);
        if !is_latest || self.kinds(period).iter().any(commits) {
            return Vec::new();
        }
        let process_goal = self.kind(period, relevant_to);
        let ours = |upward, required| Support {
            upward,
            required,
            interpretation: Interpretation::Ours,
        };
        let level = |id, names, purpose, supports| Level {
            id,
            names,
            names_of_many: None,
            purpose,
            supports,
            owners: Vec::new(),
            decided_by: Vec::new(),
            measured: false,
            scale: None,
            closed_only_by_decision: false,
            decided_within: None,
            seasons: Vec::new(),
            criteria: match purpose {
                Purpose::Commitment => self.criteria(),
                _ => Vec::new(),
            },
        };
        let [sv, en, fi] = swedish::COMMITMENT;
        let by_process = vec![ours(Upward::Topic(Dimension::Process), false)];
        let up = vec![
            ours(Upward::Level(process_goal), true),
            ours(Upward::Level(self.level(period)), false),
        ];
        let relevant_to = Names::swedish(capital(relevant_to));
        vec![
            level(process_goal, relevant_to, Purpose::ProcessGoal, by_process),
            level(
                self.kind(period, sv),
                Names::all(sv, en, fi),
                Purpose::Commitment,
                up,
            ),
        ]
    }

    /// Whether a source says that a kind of commitment serves a goal, or only we read it so.
    fn supports_goals(&self, period: &PeriodIn, kind: &str) -> Interpretation {
        let mut commitments = self.facts.commitments.iter();
        let is_stated = commitments.any(|commitment| {
            let alike = self.kind(period, &commitment.kind) == self.kind(period, kind)
                && period.period.covers(Period::Year(commitment.year));
            let goal = commitment.goal.as_ref();
            alike && goal.is_some_and(|(_, _, interpretation)| interpretation.is_stated())
        });
        match is_stated {
            true => Interpretation::Stated,
            false => Interpretation::Ours,
        }
    }

    /// The criteria for the wording of a commitment: those of the rule that we can ask.
    fn criteria(&self) -> Vec<Criterion> {
        let words = self.facts.notes.criteria.iter();
        let asked = words.filter_map(|word| {
            Some(Criterion {
                names: Names::swedish(capital(word)),
                checks: swedish::check(word)?,
                vague: Vec::new(),
            })
        });
        asked.collect()
    }

    fn kind(&self, period: &PeriodIn, kind: &str) -> LevelId {
        LevelId(self.id("level", &format!("{}/{}", period.id, kind.to_lowercase())))
    }

    pub(super) fn commitments(&mut self) {
        for commitment in &self.facts.commitments {
            let year = Period::Year(commitment.year);
            let period = self.facts.periods.iter().find(|p| p.period.covers(year));
            let Some(period) = period else {
                self.report(&commitment.path, Reason::NotInTheFile);
                continue;
            };
            let Some(source) = self.source_id(&commitment.source) else {
                self.report(&commitment.path, Reason::NoSource);
                continue;
            };
            if year.first_day() > self.today {
                self.report(&commitment.path, Reason::NotYet);
                continue;
            }
            self.commitment(commitment, period, source);
        }
    }

    fn commitment(&mut self, commitment: &CommitmentIn, period: &PeriodIn, source: SourceId) {
        let first = Period::Year(commitment.year).first_day();
        let element = ElementId(self.id("commitment", &commitment.id));
        let wording = self.undertaking(commitment, source);
        let wording_id = self.wording_id("commitment", &commitment.id, &wording);
        let known = self.state.on(self.today).proposal(element);
        // By its id and not its content: 1.5 and 1.50 are as much, and not printed alike.
        let changed = known.is_some_and(|(known, _)| known != wording_id);
        let since = if changed {
            Dated::day_known(self.today)
        } else {
            Dated::not_found(first)
        };
        let model = self.model(period);
        let command = if changed {
            Command::ProposeWording(ProposeWording {
                element,
                wording_id,
                wording,
                instead_of: None,
                slug: None,
                since: Some(since),
            })
        } else {
            let slug = match self.published.element(element) {
                Some(known) => known.slug().clone(),
                None => self.slug(Room::Goals(model), &commitment.text),
            };
            Command::DraftElement(DraftElement {
                element,
                model,
                level: self.kind(period, &commitment.kind),
                slug,
                wording_id,
                wording,
                since: Some(since),
            })
        };
        self.add(&commitment.path, command);
        let found = FindInSource {
            source,
            since,
            wordings: vec![(Adoptable::Element(element), wording_id)],
        };
        self.add(&commitment.path, Command::FindInSource(found));
        let Some((goal, path, interpretation)) = &commitment.goal else {
            return;
        };
        // Threads stay within a model: a goal of another period is not what this one serves.
        let same_period = |g: &&super::GoalIn| g.id == *goal && g.period == period.id;
        if self.facts.goals.iter().find(same_period).is_none() {
            self.report(path, Reason::Conflict);
            return;
        }
        let tie = TieThread {
            thread: ThreadId(self.id("thread", &format!("{}/{goal}", commitment.id))),
            from: element,
            to: ThreadEnd::Element(ElementId(self.id("goal", goal))),
            interpretation: *interpretation,
            since: Some(Dated::not_found(first)),
        };
        self.add(&commitment.path, Command::TieThread(tie));
    }

    fn undertaking(&self, commitment: &CommitmentIn, source: SourceId) -> Wording {
        let owner = commitment.owner.as_deref();
        let everybody = owner.is_some_and(swedish::is_everybody);
        let body = owner.and_then(|name| self.bodies.get(&name.to_lowercase()));
        let in_words = owner.filter(|_| body.is_none() && !everybody);
        Wording {
            text: commitment.text.as_str().into(),
            description: commitment.note.as_deref().map(|note| capital(note).into()),
            why: None,
            owner: body.map(|(id, _)| *id),
            owner_in_words: in_words.map(Text::from),
            addressed_to: match everybody {
                true => Addressed::All,
                false => Addressed::None,
            },
            role: None,
            person: None,
            period: Period::Year(commitment.year),
            topics: Vec::new(),
            quantity: commitment
                .quantity
                .as_ref()
                .map(|(value, unit, at_least)| Quantity {
                    value: *value,
                    unit: unit.as_str().into(),
                    at_least: *at_least,
                }),
            condition: None,
            clear_anyway: None,
            if_not_kept: None,
            amount: commitment.amount,
            due: commitment.due,
            origin: Origin::Own,
            continues: None,
            links: None,
            source: Some(source),
        }
    }

    pub(super) fn money(&mut self) {
        let facts = self.facts;
        let results = self.results();
        for table in facts.money.iter().chain(&results) {
            let Some(source) = self.source_id(&table.source) else {
                self.report(&table.path, Reason::NoSource);
                continue;
            };
            let since = known_from(table);
            if since > self.today {
                self.report(&table.path, Reason::NotYet);
                continue;
            }
            if table.rows.is_empty() {
                self.report(&table.path, Reason::NoPlace);
                continue;
            }
            let [frame, outcome, deviation] = table.sums;
            let printed = PrintedSums {
                frame,
                outcome,
                deviation,
            };
            let accounts = AccountsId(self.id("accounts", &table.key));
            let mut command = ReportAccounts {
                accounts,
                period: table.period,
                rows: table.rows.iter().map(|row| self.row(row)).collect(),
                printed: (printed != PrintedSums::default()).then_some(printed),
                result_target_percent: table.target_percent,
                note: table.note.as_deref().map(|note| capital(note).into()),
                proposed: table.is_proposed(),
                source,
                since: Some(Dated::not_found(since)),
            };
            // What is said anew stands from today and overrules nothing that stood.
            if self.published.accounts_known(accounts).is_some() {
                command.since = Some(Dated::day_known(self.today));
            }
            self.add(&table.path, Command::ReportAccounts(command));
        }
    }

    /// The municipality's result year by year, where the file measures it by an indicator and
    /// no printed table tells it.
    fn results(&self) -> Vec<MoneyIn> {
        let told = |year: Period| {
            let of_year = |table: &&MoneyIn| table.period == year && table.source.is_some();
            let tables = self.facts.money.iter().filter(of_year);
            let mut rows = tables.flat_map(|table| &table.rows);
            rows.any(|row| {
                row.whose.is_none() && row.account == Account::Result && row.outcome.is_some()
            })
        };
        let measured = self.facts.indicators.iter().filter_map(|indicator| {
            let unit = swedish::unit_of_result(&indicator.name, &indicator.unit)?;
            Some((indicator, unit))
        });
        let results = measured.flat_map(|(indicator, unit)| {
            let years = indicator.outcomes.iter().filter(|outcome| {
                let whole = outcome.breakdown == Breakdown::All;
                whole && matches!(outcome.period, Period::Year(_)) && !told(outcome.period)
            });
            years.filter_map(move |outcome| MoneyIn::result(outcome, unit))
        });
        results.collect()
    }

    fn row(&self, row: &MoneyRowIn) -> AccountsRow {
        let body = |name: &String| self.bodies.get(&name.to_lowercase());
        AccountsRow {
            whose: match &row.whose {
                None => Whose::Whole,
                Some(name) => match body(name) {
                    Some((body, _)) => Whose::Body(*body),
                    None => Whose::Named(name.as_str().into()),
                },
            },
            account: row.account,
            frame: row.frame,
            outcome: row.outcome,
            forecast: None,
            deviation: row.deviation,
            percent: row.percent,
            by_revenue: row.by_revenue,
            approximate: row.approximate,
        }
    }

    /// The first day on which a commitment or a table of money refers to a body.
    pub(super) fn referred_to(&self, named: &dyn Fn(&str) -> bool) -> Option<Date> {
        let owners = self
            .facts
            .commitments
            .iter()
            .filter(|c| c.owner.as_ref().is_some_and(|owner| named(owner)))
            .map(|c| date(c.year, 1, 1));
        let tables = self.facts.money.iter().filter(|table| {
            let mut names = table.rows.iter().filter_map(|row| row.whose.as_ref());
            names.any(|name| named(name))
        });
        owners.chain(tables.map(known_from)).min()
    }
}

/// The day from which a printed table stands when nothing tells it: what came of a year is
/// known when the year is over, and a budget when its year begins.
fn known_from(table: &MoneyIn) -> Date {
    let told = |row: &MoneyRowIn| row.outcome.is_some() || row.deviation.is_some();
    if table.rows.iter().any(told) {
        table.period.last_day()
    } else {
        table.period.first_day()
    }
}
