//! The fields of a round, which stand in the form of one round and in that of a whole year.

use super::answers::{Faults, unwritten};
use super::organisation::names;
use super::typed;
use super::year::asked;
use crate::failure::Failure;
use crate::form::Form;
use crate::pages::bodies::kind_key;
use crate::pages::speech::Speech;
use jiff::civil::Date;
use riktning_app::work::{MOST_MEETINGS, RoundDraft, StandingRound, Unopened, Whom};
use riktning_domain::assessments::Scope;
use riktning_domain::bodies::BodyKind;
use riktning_domain::compiled::{Compiling, Whole};
use riktning_domain::ids::{BodyId, LevelId};
use riktning_domain::rounds::{Meeting, Occasion};
use riktning_domain::topics::Dimension;
use riktning_domain::{Names, Refusal, Text};

/// The most lines of what is asked for, and the most characters of one.
pub(super) const ASKED: (usize, usize) = (20, 300);
/// The kinds of occasion: the value of their field, and what they are called.
pub(super) type Occasions = [(&'static str, Occasion, &'static str); 3];

pub(super) const OCCASIONS: Occasions = [
    ("planering", Occasion::Planning, "round-planning"),
    ("delar", Occasion::Interim, "round-interim"),
    ("helar", Occasion::Annual, "round-annual"),
];

/// The fields of one round as they stand in a form: what was typed, or what is said.
#[derive(Clone, Debug, Default)]
pub(super) struct Fields {
    /// What the names of the fields end with, where several rounds stand in one form: "-3".
    pub(super) at: String,
    /// The name in Swedish, English and Finnish.
    pub(super) names: [String; 3],
    pub(super) occasion: String,
    pub(super) cut_off: String,
    pub(super) opens: String,
    /// The last day of each kind, in the order of the form.
    pub(super) deadlines: Vec<String>,
    /// A body and the day of its meeting.
    pub(super) meetings: Vec<[String; 2]>,
    pub(super) asks_for: String,
    /// The levels that are chosen.
    pub(super) levels: Vec<String>,
    /// The body that compiles it for council.
    pub(super) compiler: String,
    /// What is judged of the whole.
    pub(super) wholes: Vec<String>,
    /// What is said of the occasion and the day, where they stay as they are.
    pub(super) is_fixed: (bool, bool),
}

/// What can be judged of the whole: the value of its field, and what it is called.
const WHOLES: [(&str, Whole, &str); 5] = [
    ("balans", Whole::Balance, "judged-balance"),
    (
        "hushallning",
        Whole::FinancialManagement(Scope::Municipality),
        "judged-finances",
    ),
    (
        "hushallning-koncern",
        Whole::FinancialManagement(Scope::Group),
        "judged-finances-group",
    ),
    (
        "processer",
        Whole::Topics(Dimension::Process),
        "judged-processes",
    ),
    (
        "perspektiv",
        Whole::Topics(Dimension::Perspective),
        "judged-perspectives",
    ),
];

/// The key of what something of the whole is called.
pub(super) fn whole_key(whole: &Whole) -> &'static str {
    let known = WHOLES.iter().find(|(_, of, _)| of == whole);
    known.map_or("judged-whole", |(.., key)| key)
}

/// The key of what an occasion is called.
pub(super) fn occasion_key(occasion: Occasion) -> &'static str {
    match occasion {
        Occasion::Planning => "round-planning",
        Occasion::Interim => "round-interim",
        Occasion::Annual => "round-annual",
    }
}

impl Fields {
    /// The fields of a round that nobody has typed.
    pub(super) fn blank(whom: &Whom) -> Fields {
        Fields {
            occasion: OCCASIONS[0].0.to_owned(),
            deadlines: vec![String::new(); whom.kinds.len()],
            meetings: vec![Default::default(); 2],
            ..Fields::default()
        }
    }

    /// The fields with what a round says.
    pub(super) fn of(draft: &RoundDraft, whom: &Whom, at: String) -> Fields {
        let text = |text: Option<&Text>| text.and_then(Text::as_str).unwrap_or_default().to_owned();
        let day = |day: Option<Date>| day.map(|day| day.to_string()).unwrap_or_default();
        let last = |kind: &BodyKind| draft.deadlines.iter().find(|(of, _)| of == kind);
        let occasion = OCCASIONS.iter().find(|(_, of, _)| *of == draft.occasion);
        let meetings = draft.meetings.iter();
        let meetings = meetings.map(|meeting| [meeting.body.to_string(), meeting.on.to_string()]);
        let mut meetings: Vec<[String; 2]> = meetings.collect();
        meetings.resize(
            (meetings.len() + 1).clamp(2, MOST_MEETINGS),
            Default::default(),
        );
        let compiling = draft.compiling.as_ref();
        let is_asked = |of: &Whole| compiling.is_some_and(|by| by.wholes.contains(of));
        let wholes = WHOLES.iter().filter(|(_, of, _)| is_asked(of));
        let asked: Vec<String> = draft.asks_for.iter().map(|line| text(Some(line))).collect();
        Fields {
            at,
            names: [
                text(Some(&draft.names.sv)),
                text(draft.names.en.as_ref()),
                text(draft.names.fi.as_ref()),
            ],
            occasion: occasion.map_or("", |(field, ..)| field).to_owned(),
            cut_off: draft.cut_off.to_string(),
            opens: day(draft.opens),
            deadlines: whom
                .kinds
                .iter()
                .map(|kind| day(last(kind).map(|(_, day)| *day)))
                .collect(),
            meetings,
            asks_for: asked.join("\n"),
            levels: draft.levels.iter().map(ToString::to_string).collect(),
            compiler: compiling.map(|by| by.body.to_string()).unwrap_or_default(),
            wholes: wholes.map(|(field, ..)| (*field).to_owned()).collect(),
            is_fixed: (false, false),
        }
    }

    /// The fields as they were typed.
    pub(super) fn typed(form: &Form, whom: &Whom, at: String) -> Fields {
        let one = |name: &str| form.typed(&format!("{name}{at}")).to_owned();
        let all = |name: &str| {
            let name = format!("{name}{at}");
            form.all(&name).map(str::to_owned).collect::<Vec<_>>()
        };
        let last = |kind: &BodyKind| one(&format!("sista-{}", kind_key(kind)));
        let meeting = |place: usize| {
            [
                one(&format!("organ-{place}")),
                one(&format!("mote-{place}")),
            ]
        };
        let mut meetings: Vec<[String; 2]> = (1..=MOST_MEETINGS).map(meeting).collect();
        let filled = |meeting: &[String; 2]| meeting.iter().any(|field| !field.is_empty());
        let filled = meetings
            .iter()
            .rposition(filled)
            .map_or(0, |place| place + 1);
        meetings.truncate((filled + 1).clamp(2, MOST_MEETINGS));
        Fields {
            names: ["namn", "engelska", "finska"].map(one),
            occasion: one("slag"),
            cut_off: one("lage"),
            opens: one("oppnar"),
            deadlines: whom.kinds.iter().map(last).collect(),
            meetings,
            asks_for: one("efterfragas"),
            levels: all("niva"),
            compiler: one("sammanstaller"),
            wholes: all("helhet"),
            is_fixed: (false, false),
            at,
        }
    }

    /// The fields as they were typed of a round that there is: what stays stays.
    pub(super) fn changing(form: &Form, whom: &Whom, round: &StandingRound) -> Fields {
        let standing = Fields::of(&round.draft, whom, String::new());
        let mut typed = Fields::typed(form, whom, String::new());
        typed.is_fixed = (true, round.is_in_use);
        typed.occasion = standing.occasion;
        if round.is_in_use {
            typed.cut_off = standing.cut_off;
        }
        typed
    }

    /// The name of a field in the form.
    pub(super) fn field(&self, name: &str) -> String {
        format!("{name}{}", self.at)
    }

    /// Whether it is an occasion, by the value of its field.
    pub(super) fn is_of(&self, occasion: &str) -> bool {
        self.occasion == occasion
    }

    /// Whether a body is chosen in a row of meetings.
    pub(super) fn meets(&self, row: &[String; 2], body: &BodyId) -> bool {
        row[0] == body.to_string()
    }

    /// The name of the field of the last day of a kind: who is asked may be others meanwhile.
    pub(super) fn last_day(&self, kind: &str) -> String {
        self.field(&format!("sista-{kind}"))
    }

    /// The name of the field of a body that meets, by its number from one.
    pub(super) fn organ(&self, number: &usize) -> String {
        self.field(&format!("organ-{number}"))
    }

    /// The name of the field of the day of a meeting, likewise.
    pub(super) fn meeting(&self, number: &usize) -> String {
        self.field(&format!("mote-{number}"))
    }

    /// Whether a body meets on a day.
    fn meets_on(&self, day: Date) -> bool {
        let mut days = self.meetings.iter().map(|row| typed::whole_day(&row[1]));
        days.any(|typed| typed == Some(day))
    }

    /// The name of the field of the meeting on a day; the first if there is none.
    fn meeting_on(&self, day: Date) -> String {
        let is_then = |row: &[String; 2]| typed::whole_day(&row[1]) == Some(day);
        let place = self.meetings.iter().position(is_then);
        self.meeting(&(place.unwrap_or_default() + 1))
    }

    /// The name of the field in which a day was typed.
    fn of_day(&self, day: Date, whom: &Whom) -> String {
        let is_it = |typed: &str| typed::whole_day(typed) == Some(day);
        if is_it(&self.opens) {
            return self.field("oppnar");
        }
        let mut last = self.deadlines.iter().zip(&whom.kinds);
        match last.find(|(typed, _)| is_it(typed)) {
            Some((_, kind)) => self.field(&format!("sista-{}", kind_key(kind))),
            None => self.meeting_on(day),
        }
    }

    /// What was typed as what a round says; none where something is wrong, which is told at its field.
    pub(super) fn read(&self, s: &Speech, faults: &mut Faults, whom: &Whom) -> Option<RoundDraft> {
        let wrong = faults.0.len();
        let names = self.names(s, faults);
        let occasion = OCCASIONS.iter().find(|(field, ..)| *field == self.occasion);
        if occasion.is_none() {
            faults.add(self.field("slag"), s.t("round-fault-occasion"));
        }
        let cut_off = typed::day(s, faults, self.field("lage"), &self.cut_off);
        let opens = self.day(s, faults, "oppnar", &self.opens);
        let deadlines = self.deadlines.iter().zip(&whom.kinds);
        let deadlines = deadlines.filter_map(|(typed, kind)| {
            let field = format!("sista-{}", kind_key(kind));
            Some((*kind, self.day(s, faults, &field, typed)?))
        });
        let mut deadlines: Vec<(BodyKind, Date)> = deadlines.collect();
        deadlines.sort_unstable();
        let meetings = self.meetings(s, faults, whom);
        // A new round that asks nobody anything by any day is in no list of days and never over. What a
        // source tells of may have none, and what is made of that neither.
        let is_new = self.at.is_empty() && !self.is_fixed.0;
        let is_dateless = is_new && deadlines.is_empty() && meetings.is_empty();
        if let Some(kind) = whom
            .kinds
            .first()
            .filter(|_| is_dateless && faults.0.len() == wrong)
        {
            let field = self.field(&format!("sista-{}", kind_key(kind)));
            faults.add(field, s.t("round-fault-no-day"));
        }
        let asked = (self.field("efterfragas"), self.asks_for.as_str());
        let asks_for = typed::lines(s, faults, asked.0, asked.1, ASKED);
        let compiling = self.compiling(s, faults, whom);
        let known: Vec<String> = whom
            .asks
            .levels
            .iter()
            .map(|(id, _)| id.to_string())
            .collect();
        // What is no level of ours would be taken for none, and none means all.
        if self.levels.iter().any(|typed| !known.contains(typed)) {
            faults.add(self.field("niva"), s.t("round-fault-level"));
        }
        if faults.0.len() > wrong {
            return None;
        }
        let follows_up = occasion?.1 != Occasion::Planning;
        Some(RoundDraft {
            names: names?,
            occasion: occasion?.1,
            cut_off: cut_off?,
            opens,
            deadlines,
            meetings,
            asks_for,
            levels: self.levels(whom).filter(|_| follows_up).unwrap_or_default(),
            compiling: compiling.filter(|_| follows_up),
        })
    }

    /// The levels that are chosen; none where all are, for that is what none means.
    fn levels(&self, whom: &Whom) -> Option<Vec<LevelId>> {
        let offered = whom.asks.levels.iter().map(|(id, _)| *id);
        let chosen = offered.filter(|id| self.has_level(id));
        let mut chosen: Vec<LevelId> = chosen.collect();
        chosen.sort_unstable();
        (chosen.len() < whom.asks.levels.len()).then_some(chosen)
    }

    /// Who compiles it, and what is judged of the whole: somebody has to, where anything is.
    fn compiling(&self, s: &Speech, faults: &mut Faults, whom: &Whom) -> Option<Compiling> {
        let wholes = WHOLES.iter().filter(|(field, ..)| self.has_whole(field));
        let mut wholes: Vec<Whole> = wholes.map(|(_, whole, _)| *whole).collect();
        wholes.sort_unstable();
        let mut offered = whom.asks.compilers.iter().map(|(id, _)| *id);
        let body = offered.find(|id| id.to_string() == self.compiler);
        let is_missing = body.is_none() && (!wholes.is_empty() || !self.compiler.is_empty());
        if is_missing && !self.is_of(OCCASIONS[0].0) {
            faults.add(self.field("sammanstaller"), s.t("round-fault-compiler"));
        }
        body.map(|body| Compiling { body, wholes })
    }

    /// Whether a level is chosen.
    pub(super) fn has_level(&self, id: &LevelId) -> bool {
        self.levels.contains(&id.to_string())
    }

    /// Whether a body is the one that compiles.
    pub(super) fn is_compiler(&self, id: &BodyId) -> bool {
        self.compiler == id.to_string()
    }

    /// Whether something of the whole is chosen.
    pub(super) fn has_whole(&self, field: &str) -> bool {
        self.wholes.iter().any(|chosen| chosen == field)
    }

    /// What can be judged of the whole, with what it is called.
    pub(super) fn wholes(&self, whom: &Whom) -> Vec<(&'static str, &'static str)> {
        let is_offered = |of: &Whole| match of {
            Whole::Topics(dimension) => whom.asks.topics.contains(dimension),
            Whole::Balance | Whole::FinancialManagement(_) => true,
        };
        let offered = WHOLES.iter().filter(|(_, of, _)| is_offered(of));
        offered.map(|(field, _, key)| (*field, *key)).collect()
    }

    fn names(&self, s: &Speech, faults: &mut Faults) -> Option<Names> {
        let [sv, en, fi] = &self.names;
        let typed = [("namn", sv), ("engelska", en), ("finska", fi)];
        let typed = typed.map(|(field, typed)| (self.field(field), typed.as_str()));
        let known = names(s, faults, typed);
        if known.is_none() && faults.at(&self.field("namn")).is_none() {
            faults.add(self.field("namn"), s.t("round-fault-name"));
        }
        known
    }

    /// A day that may be left out.
    fn day(&self, s: &Speech, faults: &mut Faults, field: &str, typed: &str) -> Option<Date> {
        match typed.trim().is_empty() {
            true => None,
            false => typed::day(s, faults, self.field(field), typed),
        }
    }

    fn meetings(&self, s: &Speech, faults: &mut Faults, whom: &Whom) -> Vec<Meeting> {
        let mut meetings: Vec<Meeting> = Vec::new();
        for (number, [organ, on]) in (1..).zip(&self.meetings) {
            let (field, day) = (self.organ(&number), self.meeting(&number));
            if organ.is_empty() && on.trim().is_empty() {
                continue;
            }
            let offered = whom.bodies.iter();
            let body: Option<BodyId> = offered
                .map(|(id, _)| *id)
                .find(|id| id.to_string() == *organ);
            if body.is_none() {
                faults.add(field, s.t("round-fault-body"));
            }
            let on = typed::day(s, faults, day.clone(), on);
            let (Some(body), Some(on)) = (body, on) else {
                continue;
            };
            let meeting = Meeting { on, body };
            match meetings.contains(&meeting) {
                true => faults.add(day, s.t("round-fault-twice")),
                false => meetings.push(meeting),
            }
        }
        meetings.sort_unstable();
        meetings
    }

    /// Says at its field why a round was not opened or changed.
    pub(super) fn refused(
        &self,
        s: &Speech,
        faults: &mut Faults,
        error: Unopened,
        whom: &Whom,
    ) -> Result<(), Failure> {
        match error {
            Unopened::NotFound => return Err(Failure::NotFound),
            Unopened::Unperformed(error) => return Err(unwritten(error)),
            Unopened::Changed => faults.add(super::round::WHOLE, s.t("round-fault-changed")),
            Unopened::NoModel(_, year) => {
                faults.add(
                    self.field("lage"),
                    s.t1("round-fault-no-model", "year", year),
                );
            }
            Unopened::Refused(_, refusal) => {
                let field = match &refusal {
                    Refusal::DeadlineBeforeOpening => self.field("oppnar"),
                    Refusal::RoundInUse | Refusal::RoundYearFar { .. } => self.field("lage"),
                    Refusal::BodyNotAlive { on, .. } if self.meets_on(*on) => self.meeting_on(*on),
                    Refusal::BodyNotAlive { .. } | Refusal::NotItsMatter => {
                        self.field("sammanstaller")
                    }
                    Refusal::TooEarly { on, .. } if self.meets_on(*on) => self.meeting_on(*on),
                    Refusal::RoundDayFar { day, .. } => self.of_day(*day, whom),
                    _ => super::round::WHOLE.to_owned(),
                };
                faults.add(field, s.words.refusal(&refusal));
            }
        }
        Ok(())
    }
}

/// The bodies that meet, by name.
pub(super) fn in_order(s: &Speech, whom: &mut Whom) {
    let by_name = |a: &Names, b: &Names| s.words.compare(s.name(a).plain(), s.name(b).plain());
    whom.bodies.sort_by(|(_, a), (_, b)| by_name(a, b));
}

/// The kinds of body that are asked: their key, and what they are called.
pub(super) fn kinds(s: &Speech, whom: &Whom) -> Vec<(&'static str, String)> {
    let kinds = whom.kinds.iter();
    kinds
        .map(|kind| (kind_key(kind), s.words.capital(&asked(s, kind))))
        .collect()
}
