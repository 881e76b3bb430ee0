//! Makes the journal of a busy invented municipality, for `cargo xtask bench`:
//!
//! `cargo run --release -p riktning-store --example busy_municipality -- FOLDER EVENTS [ELEMENTS] [planned]`
//!
//! Forty bodies, one element for every fifty events (or as many as are asked for) with two
//! wordings and a thread, a goal among each hundred of them, the rest commitments and activities
//! of ten years in turn, a verdict on every goal and on the whole each year, five hundred
//! indicators, and monthly figures of every body for the rest; with `planned` every body's plans, too.
//! Each event was decided by the rules, as a user's would have been. The same number gives the same events.

mod planned;

use jiff::Timestamp;
use jiff::civil::{Date, date};
use riktning_domain::assessments::{ProposeAssessment, Subject, Verdict};
use riktning_domain::bodies::{BodyKind, FoundBody};
use riktning_domain::command::Hand;
use riktning_domain::decisions::{Act, Adoptable, Authority, RecordDecision};
use riktning_domain::elements::{DraftElement, Placement, ProposeWording, Wording};
use riktning_domain::group::DescribeGroup;
use riktning_domain::ids::{
    AssessmentId, BodyId, DecisionId, ElementId, IndicatorId, LevelId, ModelId, RoundId, ScaleId,
    ScaleValueId, SourceId, ThreadId, TopicId, WordingId,
};
use riktning_domain::indicators::{
    Better, Breakdown, Class, DefineIndicator, Definition, Frequency, Interpretation,
    ReportMeasurement, ServeElement, Settled, Unit, Value,
};
use riktning_domain::models::{
    CountsAs, DefineModel, Level, ModelDefinition, Purpose, PutModelInForce, Scale, ScaleValue,
    Shape, Support, Upward,
};
use riktning_domain::permissions::Actor;
use riktning_domain::rounds::{Occasion, OpenRound};
use riktning_domain::sources::CiteSource;
use riktning_domain::threads::{ThreadEnd, TieThread};
use riktning_domain::topics::{DescribeTopic, Dimension, TopicDescription};
use riktning_domain::{Command, Dated, Names, Now, Period, Recorded, Slug, State, Text, decide};
use riktning_store::{Append, Journal, NewRow, SqliteJournal, encode};
use std::error::Error;
use std::path::Path;
use uuid::Uuid;

const BODIES: u64 = 40;
const INDICATORS: u64 = 500;
const ELEMENTS_OF_EACH_GOAL: u64 = 100;
const INDICATORS_OF_EACH_GOAL: u16 = 3;
const EVENTS_FOR_EACH_ELEMENT: u64 = 50;
/// As many rows in a transaction as an import of some size has.
const ROWS: usize = 2_000;
/// The rows of the model are two years wide, and everything is known on this day.
const TODAY: Date = date(2026, 1, 31);
const FIRST_YEAR: i16 = 2016;
const MONTHS: u64 = 120;
const YEARS: u64 = 10;

const COUNCIL: u64 = 0;
const MODEL: ModelId = ModelId(id(3, 1));
const GOAL: LevelId = LevelId(id(4, 1));
const COMMITMENT: LevelId = LevelId(id(4, 2));
const ACTIVITY: LevelId = LevelId(id(4, 3));
const SCALE: ScaleId = ScaleId(id(17, 1));
const OUTWARD: TopicId = TopicId(id(5, 1));
const SOURCE: SourceId = SourceId(id(6, 1));

const fn id(kind: u128, n: u64) -> Uuid {
    Uuid::from_u128((kind << 64) | n as u128)
}

type Outcome = Result<(), Box<dyn Error>>;

fn main() -> Outcome {
    let mut args = std::env::args().skip(1);
    let (Some(folder), Some(events)) = (args.next(), args.next()) else {
        return Err("busy_municipality FOLDER EVENTS [ELEMENTS] [planned]".into());
    };
    let events: u64 = events.parse()?;
    let mut rest: Vec<String> = args.collect();
    let planned = rest.pop_if(|last| last == "planned").is_some();
    let elements = rest.first().map(|n| n.parse()).transpose()?;
    let elements = elements.unwrap_or(events / EVENTS_FOR_EACH_ELEMENT);
    let mut town = Town::new(SqliteJournal::open(Path::new(&folder))?);
    town.frame()?;
    town.plan(elements)?;
    town.judge(elements)?;
    if planned {
        town.plan_years(elements)?;
    }
    town.measure(events)?;
    println!("{} events", town.state.position());
    Ok(())
}

struct Town {
    journal: SqliteJournal,
    state: State,
    rows: Vec<NewRow>,
    at: Timestamp,
}

impl Town {
    fn new(journal: SqliteJournal) -> Self {
        let (state, rows) = (State::default(), Vec::new());
        let at = Timestamp::UNIX_EPOCH + jiff::SignedDuration::from_hours(24 * 365 * 46);
        Town {
            journal,
            state,
            rows,
            at,
        }
    }

    /// Decides a command and appends what came of it.
    fn perform(&mut self, command: Command) -> Outcome {
        self.at += jiff::SignedDuration::from_millis(250);
        let now = Now {
            at: self.at,
            today: TODAY,
            hand: Hand::Import,
        };
        let happened = decide(&self.state, now, command).map_err(|no| format!("{no:?}"))?;
        for happened in happened {
            let recorded = Recorded {
                position: self.state.position() + 1,
                recorded_at: now.at,
                on: happened.on,
                actor: Actor::Import,
                event: happened.event,
            };
            self.rows.push(encode(&recorded)?);
            self.state.apply(&recorded);
        }
        if self.rows.len() >= ROWS {
            self.write()?;
        }
        Ok(())
    }

    fn write(&mut self) -> Outcome {
        if self.rows.is_empty() {
            return Ok(());
        }
        self.journal.append(Append {
            expected_head: self.journal.head()?.position,
            rows: std::mem::take(&mut self.rows),
            ..Append::default()
        })?;
        Ok(())
    }

    /// Bodies, the model and the indicators.
    fn frame(&mut self) -> Outcome {
        self.perform(Command::DescribeGroup(DescribeGroup {
            name: "Exempelstads kommun".into(),
            place: "Exempelstad".into(),
            code: None,
            invented: true,
        }))?;
        self.perform(Command::CiteSource(CiteSource {
            source: SOURCE,
            title: "Påhittad källa".into(),
            url: None,
        }))?;
        for n in 0..BODIES {
            self.perform(Command::FoundBody(body(n)?))?;
        }
        self.perform(Command::DescribeTopic(DescribeTopic {
            topic: OUTWARD,
            description: TopicDescription {
                last_day: None,
                dimension: Dimension::Perspective,
                names: Names::swedish("Hållbar utveckling"),
                meaning: None,
                parent: None,
                direction: None,
                owner: None,
                order: 1,
                source: None,
            },
            since: since(),
        }))?;
        self.perform(Command::DefineModel(model()))?;
        self.perform(Command::PutModelInForce(PutModelInForce {
            model: MODEL,
            since: since(),
        }))?;
        for n in 0..INDICATORS {
            self.perform(Command::DefineIndicator(indicator(n)?))?;
        }
        Ok(())
    }

    /// Elements, each with a thread upwards and two adopted wordings.
    fn plan(&mut self, elements: u64) -> Outcome {
        for n in 0..elements {
            self.perform(Command::DraftElement(element(n)?))?;
            if let Some(above) = above(n) {
                self.perform(Command::TieThread(TieThread {
                    thread: ThreadId(id(7, n)),
                    from: ElementId(id(8, n)),
                    to: ThreadEnd::Element(ElementId(id(8, above))),
                    interpretation: Interpretation::Stated,
                    since: since(),
                }))?;
            }
        }
        for goal in (0..elements).step_by(usize::try_from(ELEMENTS_OF_EACH_GOAL)?) {
            for order in 0..INDICATORS_OF_EACH_GOAL {
                let nth = goal / ELEMENTS_OF_EACH_GOAL * u64::from(INDICATORS_OF_EACH_GOAL);
                self.perform(Command::ServeElement(ServeElement {
                    indicator: IndicatorId(id(10, (nth + u64::from(order)) % INDICATORS)),
                    element: ElementId(id(8, goal)),
                    order,
                    interpretation: Interpretation::Stated,
                    since: since(),
                }))?;
            }
        }
        self.adopt(elements, 0, date(2016, 1, 15))?;
        for n in 0..elements {
            self.perform(Command::ProposeWording(ProposeWording {
                element: ElementId(id(8, n)),
                wording_id: wording(n, 1),
                wording: words(n, "andra lydelsen"),
                instead_of: None,
                slug: None,
                since: since(),
            }))?;
        }
        self.adopt(elements, 1, date(2018, 1, 15))
    }

    fn adopt(&mut self, elements: u64, nth: u64, on: Date) -> Outcome {
        let adopted: Vec<u64> = (0..elements).collect();
        for (n, some) in (0..).zip(adopted.chunks(50)) {
            let acts = some.iter().map(|&e| {
                let what = Adoptable::Element(ElementId(id(8, e)));
                Act::Adopt(what, wording(e, nth))
            });
            self.perform(Command::RecordDecision(RecordDecision {
                decision: DecisionId(id(11, n * 2 + nth)),
                body: BodyId(id(2, COUNCIL)),
                date: Dated::day_known(on),
                authority: Authority::Paragraph((n + 1).to_string().into()),
                case_number: Some(format!("EXKF/{}:{}", on.year(), n + 1).into()),
                title: Some("Mål och åtaganden".into()),
                acts: acts.collect(),
                seen: Vec::new(),
            }))?;
        }
        Ok(())
    }

    /// Each year's verdict on every goal, and on the whole, decided in March after it.
    fn judge(&mut self, elements: u64) -> Outcome {
        for year in 0..YEARS {
            let (on, round) = (FIRST_YEAR + 1 + i16::try_from(year)?, RoundId(id(12, year)));
            if on >= TODAY.year() {
                break;
            }
            let since = Some(Dated::day_known(date(on, 2, 1)));
            self.perform(Command::OpenRound(OpenRound {
                round,
                model: MODEL,
                names: Names::swedish(format!("Årsbokslut {}", on - 1)),
                occasion: Occasion::Annual,
                cut_off: date(on - 1, 12, 31),
                opens: None,
                deadlines: vec![],
                meetings: Vec::new(),
                asks_for: vec![],
                levels: Vec::new(),
                compiling: None,
                made_of: None,
                since,
            }))?;
            let goals = (0..elements).step_by(usize::try_from(ELEMENTS_OF_EACH_GOAL)?);
            let goals = goals.map(|goal| Subject::Element(ElementId(id(8, goal))));
            let mut judged = Vec::new();
            for (nth, subject) in (0..).zip(goals.chain([Subject::Whole])) {
                let assessment = AssessmentId(id(13, year << 32 | nth));
                let version = WordingId(id(14, year << 32 | nth));
                self.perform(Command::ProposeAssessment(ProposeAssessment {
                    assessment,
                    version,
                    round,
                    subject,
                    body: Some(BodyId(id(2, COUNCIL))),
                    verdict: verdict((year + nth) % 3),
                    since,
                    corrects: None,
                    by_link: false,
                }))?;
                judged.push(Act::Adopt(Adoptable::Assessment(assessment), version));
            }
            for (nth, acts) in (0..).zip(judged.chunks(50)) {
                self.perform(Command::RecordDecision(RecordDecision {
                    decision: DecisionId(id(15, year << 32 | nth)),
                    body: BodyId(id(2, COUNCIL)),
                    date: Dated::day_known(date(on, 3, 20)),
                    authority: Authority::Paragraph((nth + 1).to_string().into()),
                    case_number: Some(format!("EXKF/{on}:{nth}").into()),
                    title: Some(format!("Bedömning av målen {}", on - 1).into()),
                    acts: acts.to_vec(),
                    seen: Vec::new(),
                }))?;
            }
        }
        Ok(())
    }

    /// Figures, month after month, until there are as many events as asked for.
    fn measure(&mut self, events: u64) -> Outcome {
        let of_a_month = INDICATORS * BODIES;
        for n in 0..of_a_month * MONTHS {
            if self.state.position() >= events {
                break;
            }
            let (month, place) = (n / of_a_month, n % of_a_month);
            let year = FIRST_YEAR + i16::try_from(month / 12)?;
            let tenths = 300 + (place * 7 + month * 3) % 500;
            self.perform(Command::ReportMeasurement(ReportMeasurement {
                indicator: IndicatorId(id(10, place % INDICATORS)),
                period: Period::Month(year, u8::try_from(month % 12 + 1)?),
                body: Some(BodyId(id(2, place / INDICATORS))),
                breakdown: Breakdown::All,
                value: Value::Figure(format!("{}.{}", tenths / 10, tenths % 10).parse()?),
                settled: Settled::Final,
                collected: Some(reported(year, month % 12)?),
                source: Some(SOURCE),
                note: None,
            }))?;
        }
        self.write()
    }
}

/// The day on which the figures of a month are known: the twentieth of the next.
fn reported(year: i16, month: u64) -> Result<Date, Box<dyn Error>> {
    let last = Date::new(year, i8::try_from(month)? + 1, 20)?;
    Ok(last.checked_add(jiff::Span::new().months(1))?)
}

fn since() -> Option<Dated> {
    Some(Dated::day_known(date(2015, 1, 1)))
}

fn slug(text: &str) -> Result<Slug, Box<dyn Error>> {
    Slug::parse(text).ok_or_else(|| format!("{text} is no slug").into())
}

fn body(n: u64) -> Result<FoundBody, Box<dyn Error>> {
    let (kind, names) = match n {
        COUNCIL => (BodyKind::Council, Names::swedish("Fullmäktige")),
        1 => (BodyKind::ExecutiveBoard, Names::swedish("Kommunstyrelsen")),
        _ => (
            BodyKind::Committee,
            Names::swedish(format!("Exempelnämnd {n}")),
        ),
    };
    Ok(FoundBody {
        body: BodyId(id(2, n)),
        kind,
        slug: slug(&format!("organ-{n}"))?,
        names,
        role: None,
        answers_to: if n == COUNCIL {
            vec![]
        } else {
            vec![BodyId(id(2, COUNCIL))]
        },
        from: Dated::day_known(date(2010, 1, 1)),
        seen: vec![],
        source: None,
    })
}

fn model() -> DefineModel {
    let level = |id, name, purpose, supports| Level {
        id,
        names: Names::swedish(name),
        names_of_many: None,
        purpose,
        supports,
        owners: vec![],
        decided_by: vec![],
        measured: true,
        scale: (id == GOAL).then_some(SCALE),
        closed_only_by_decision: false,
        decided_within: None,
        seasons: Vec::new(),
        criteria: vec![],
    };
    let required = |upward| {
        vec![Support {
            upward,
            required: true,
            interpretation: Interpretation::Stated,
        }]
    };
    let perspective = Upward::Topic(Dimension::Perspective);
    DefineModel {
        model: MODEL,
        definition: ModelDefinition {
            names: Names::swedish("Inriktning 2016–2026"),
            period: Period::Years {
                from: 2016,
                to: 2026,
            },
            period_not_found: false,
            follows: None,
            levels: vec![
                level(
                    GOAL,
                    "Strategiskt mål",
                    Purpose::StrategicGoal,
                    required(perspective),
                ),
                level(
                    COMMITMENT,
                    "Åtagande",
                    Purpose::Commitment,
                    required(Upward::Level(GOAL)),
                ),
                level(
                    ACTIVITY,
                    "Aktivitet",
                    Purpose::Activity,
                    required(Upward::Level(COMMITMENT)),
                ),
            ],
            scales: vec![scale()],
            dimensions: vec![Dimension::Perspective],
            limits: vec![],
            yearly: vec![],
            note: None,
            source: None,
        },
        since: since(),
    }
}

fn indicator(n: u64) -> Result<DefineIndicator, Box<dyn Error>> {
    Ok(DefineIndicator {
        indicator: IndicatorId(id(10, n)),
        slug: slug(&format!("indikator-{n}"))?,
        definition: Definition {
            names: Names::swedish(format!("Påhittad andel {n}")),
            unit: Unit::Percent,
            decimals: 1,
            better: Better::Up,
            class: Class::Organisation,
            class_interpretation: Interpretation::Stated,
            frequency: Some(Frequency::Monthly),
            breakdowns: vec![],
            tolerance: None,
            description: None,
            note: None,
            breaks: vec![],
            responsible: None,
            source: Some(SOURCE),
            calculation: None,
            roll_up: None,
        },
        since: since(),
    })
}

fn scale() -> Scale {
    let values = [
        ("Uppfyllt", Shape::Good, CountsAs::Met),
        ("Delvis uppfyllt", Shape::Partly, CountsAs::Partly),
        ("Inte uppfyllt", Shape::Bad, CountsAs::NotMet),
    ];
    let values = (0..).zip(values);
    Scale {
        id: SCALE,
        names: Names::swedish("Måluppfyllelse"),
        values: values
            .map(|(nth, (name, shape, counts_as))| ScaleValue {
                id: ScaleValueId(id(16, nth)),
                names: Names::swedish(name),
                forecast: None,
                shape,
                counts_as,
            })
            .collect(),
    }
}

fn verdict(nth: u64) -> Verdict {
    Verdict {
        for_year: ScaleValueId(id(16, nth)),
        so_far: None,
        outcome: None,
        to_period_end: None,
        reason: "Nio av tio fick svar inom tre dagar, och de som väntade fick veta varför.".into(),
        happened: None,
        cause: None,
        meaning: None,
        now: None,
        proposed: None,
        informed_by: vec![],
    }
}

/// The year that an element is for: a goal is for them all, a commitment and its activities for
/// one of the ten.
fn period_of(n: u64) -> Period {
    let commitment = match level_of(n) {
        level if level == GOAL => {
            return Period::Years {
                from: 2016,
                to: 2026,
            };
        }
        level if level == COMMITMENT => n,
        _ => above(n).unwrap_or(n),
    };
    let nth = i16::try_from(commitment / 3 % YEARS).unwrap_or_default();
    Period::Year(FIRST_YEAR + nth)
}

/// The first of each hundred is a goal; of the others every third is a commitment and the rest
/// are activities.
fn level_of(n: u64) -> LevelId {
    match n {
        n if n % ELEMENTS_OF_EACH_GOAL == 0 => GOAL,
        n if n % 3 == 1 => COMMITMENT,
        _ => ACTIVITY,
    }
}

/// What element `n` supports: a commitment its hundred's goal, an activity the commitment
/// before it.
fn above(n: u64) -> Option<u64> {
    let level = level_of(n);
    if level == GOAL {
        None
    } else if level == COMMITMENT {
        Some(n - n % ELEMENTS_OF_EACH_GOAL)
    } else {
        (0..n).rev().find(|&m| level_of(m) == COMMITMENT)
    }
}

fn wording(n: u64, nth: u64) -> WordingId {
    WordingId(id(9, n * 2 + nth))
}

fn words(n: u64, which: &str) -> Wording {
    Wording {
        text: Text::new(format!("Påhittad mening nummer {n}, {which}")),
        description: Some(Text::new(
            "Minst nio av tio har fått svar inom tre arbetsdagar när året är slut, \
             och den som väntar får veta varför.",
        )),
        why: None,
        owner: Some(BodyId(id(2, n % BODIES))),
        owner_in_words: None,
        addressed_to: Default::default(),
        role: None,
        person: None,
        period: period_of(n),
        topics: vec![Placement {
            topic: OUTWARD,
            interpretation: Interpretation::Stated,
        }],
        quantity: None,
        condition: None,
        clear_anyway: None,
        if_not_kept: None,
        amount: None,
        due: None,
        origin: Default::default(),
        continues: None,
        links: None,
        source: None,
    }
}

fn element(n: u64) -> Result<DraftElement, Box<dyn Error>> {
    Ok(DraftElement {
        element: ElementId(id(8, n)),
        model: MODEL,
        level: level_of(n),
        slug: slug(&format!("element-{n}"))?,
        wording_id: wording(n, 0),
        wording: words(n, "första lydelsen"),
        since: since(),
    })
}
