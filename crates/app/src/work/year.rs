//! The year: what is planned and followed up, when plans and reports are asked for and when who
//! decides them; as rounds, as a list of days, and for the wheel.

use super::{WorkFrame, body};
use jiff::civil::Date;
use riktning_domain::bodies::BodyKind;
use riktning_domain::ids::{BodyId, RoundId};
use riktning_domain::inside::InsideRound;
use riktning_domain::law_days::LawDay;
use riktning_domain::permissions::Role;
use riktning_domain::rounds::{Occasion, OpenRound};
use riktning_domain::{Inside, Names, Text};
use std::collections::{BTreeMap, BTreeSet};

/// A round of the cycle.
#[derive(Clone, Debug, PartialEq)]
pub struct RoundRow {
    /// Which round.
    pub id: RoundId,
    /// What it is called.
    pub names: Names,
    /// What it is.
    pub occasion: Occasion,
    /// The year that is in hand: the one that is planned, or followed up.
    pub in_hand: i16,
    /// The day that figures and texts are about.
    pub cut_off: Date,
    /// From which day it takes what is asked for.
    pub opens: Option<Date>,
    /// The last day for each kind of body.
    pub deadlines: Vec<(BodyKind, Date)>,
    /// Which body deals with it when; with its address, where it is known.
    pub meetings: Vec<(Names, Date)>,
    /// What is asked for.
    pub asks_for: Vec<Text>,
    /// The last day that the law sets for its report.
    pub law: Option<LawDay>,
    /// Why it was called off, if it was.
    pub called_off: Option<Text>,
    /// How far it has come.
    pub stage: RoundStage,
}

/// How far a round has come on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RoundStage {
    /// It opens later.
    ToCome,
    /// It takes what is asked for.
    Open,
    /// Its last day is over.
    Over,
    /// It was called off.
    CalledOff,
}

/// Something that happens on a day of the cycle.
#[derive(Clone, Debug, PartialEq)]
pub struct Moment {
    /// The day.
    pub on: Date,
    /// What happens.
    pub what: Happening,
    /// In which round.
    pub round: RoundId,
    /// What sets it apart from the other days of the round, also when the day is moved.
    pub part: String,
    /// What the round is called.
    pub names: Names,
    /// What it is.
    pub occasion: Occasion,
}

/// What happens on a day of the cycle.
#[derive(Clone, Debug, PartialEq)]
pub enum Happening {
    /// A round opens.
    Opens,
    /// What is reported is about this day.
    CutOff,
    /// The last day for bodies of some kinds.
    Deadline(Vec<BodyKind>),
    /// A body deals with it.
    Meeting {
        /// Which body.
        body: BodyId,
        /// What it is called.
        names: Names,
        /// Whether it is the council.
        is_council: bool,
    },
}

/// A stretch of the year that a round takes.
#[derive(Clone, Debug, PartialEq)]
pub struct Stretch {
    /// What the round is called.
    pub names: Names,
    /// Whether it plans, or follows up.
    pub plans: bool,
    /// Its first day in the year.
    pub from: Date,
    /// Its last day in the year.
    pub to: Date,
}

/// Whose days of a year are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whose {
    /// Those that concern whoever reads.
    Mine,
    /// Everybody's.
    Everybodys,
}

/// The page of a calendar year.
#[derive(Clone, Debug, PartialEq)]
pub struct YearPage {
    /// What stands around the page.
    pub frame: WorkFrame,
    /// The day.
    pub today: Date,
    /// The year.
    pub year: i16,
    /// The years that rounds run in, and those that are in hand, in order.
    pub years: Vec<i16>,
    /// The rounds that run in it.
    pub rounds: Vec<RoundRow>,
    /// Whose days are shown; none where all are everybody's, or none whoever reads has.
    pub whose: Option<Whose>,
    /// What is shown of what happens in it, day by day.
    pub moments: Vec<Moment>,
    /// What of it concerns whoever reads; nothing where there is nothing to choose.
    pub own: Vec<Moment>,
    /// What the wheel shows of it.
    pub stretches: Vec<Stretch>,
    /// The next of its moments that whoever reads is concerned by.
    pub next: Option<Moment>,
    /// Whether something is still to come in it, for others.
    pub goes_on: bool,
    /// Whether whoever reads says when plans and reports are asked for.
    pub may_set: bool,
    /// How many rounds of the year before can be the pattern of this one, where it has fewer.
    pub pattern: usize,
    /// How many more the model proposes.
    pub of_model: usize,
}

/// How many years back and ahead of today there is a page though nobody has set a day.
const AROUND: i16 = 10;

/// The kinds of body that are asked for plans and reports.
pub const ASKED: [BodyKind; 6] = [
    BodyKind::Council,
    BodyKind::ExecutiveBoard,
    BodyKind::Committee,
    BodyKind::JointCommittee,
    BodyKind::Company,
    BodyKind::Administration,
];

impl YearPage {
    /// The page of a year, for whoever reads content. Whoever has days of their own is shown those, unless
    /// everybody's are asked for.
    pub fn of(i: Inside<'_>, year: i16, whose: Whose) -> Option<YearPage> {
        let all = i.rounds();
        let mut years: BTreeSet<i16> = all.iter().map(|round| runs_in(round.said)).collect();
        years.extend([i.today().year(), i.today().year() + 1]);
        // A year that nobody has set a day for is an empty page, within what anybody may set.
        let near = i.today().year() - AROUND..=i.today().year() + AROUND;
        if !i.reads_content() || !(years.contains(&year) || near.contains(&year)) {
            return None;
        }
        let runs = all.iter().filter(|round| runs_in(round.said) == year);
        let days = DaysOf::of(i, year, whose);
        let to_come = |moment: &&Moment| moment.on >= i.today();
        Some(YearPage {
            frame: WorkFrame::of(i),
            today: i.today(),
            year,
            years: years.into_iter().collect(),
            rounds: runs.map(|round| RoundRow::of(i, round)).collect(),
            stretches: days.stretches(&all, year),
            next: days.concerning.iter().find(to_come).cloned(),
            goes_on: days.all.iter().any(|moment| to_come(&moment)),
            may_set: i.sets_rounds(),
            pattern: pattern(i, year).len(),
            of_model: super::rounds::of_model(i, year),
            whose: days.whose,
            moments: days.shown().to_vec(),
            own: match days.whose {
                Some(_) => days.concerning,
                None => Vec::new(),
            },
        })
    }
}

/// The days of a year, and those of them that concern whoever reads.
struct DaysOf {
    all: Vec<Moment>,
    concerning: Vec<Moment>,
    whose: Option<Whose>,
}

impl DaysOf {
    fn of(i: Inside<'_>, year: i16, whose: Whose) -> DaysOf {
        let own = Concerned::of(i);
        let (mut all, follows_all) = (moments(i), own.all);
        let mut concerning = own.of_all(&all);
        for moments in [&mut all, &mut concerning] {
            moments.retain(|moment| moment.on.year() == year);
        }
        // Where both are the same there is nothing to choose.
        let is_choice = !follows_all && !concerning.is_empty() && concerning.len() < all.len();
        DaysOf {
            whose: is_choice.then_some(whose),
            all,
            concerning,
        }
    }

    fn shown(&self) -> &[Moment] {
        match self.whose {
            Some(Whose::Mine) => &self.concerning,
            Some(Whose::Everybodys) | None => &self.all,
        }
    }

    /// What the rounds take of the year, of which a day is shown.
    fn stretches(&self, all: &[InsideRound<'_>], year: i16) -> Vec<Stretch> {
        let is_mine = self.whose == Some(Whose::Mine);
        let is_shown = |said: &OpenRound| {
            let mut own = self.concerning.iter();
            !is_mine || own.any(|moment| moment.round == said.round)
        };
        let stands = all.iter().filter(|round| round.called_off.is_none());
        let said = stands.map(|round| round.said);
        let shown = said.filter(|said| is_shown(said));
        shown.filter_map(|said| Stretch::of(said, year)).collect()
    }
}

/// What happens from a day on that somebody is concerned by, day by day; nothing for whoever reads
/// no content.
pub fn coming(i: Inside<'_>, from: Date) -> Vec<Moment> {
    let mut moments = Concerned::of(i).of_all(&moments(i));
    moments.retain(|moment| moment.on >= from);
    moments
}

/// The last day on which a body's plan for a year comes in: of the planning rounds of the year the
/// next one, or the last that was.
pub(super) fn plan_deadline(i: Inside<'_>, kind: BodyKind, year: i16) -> Option<Date> {
    let rounds = i.rounds().into_iter();
    let rounds = rounds.filter(|round| round.called_off.is_none());
    let plans = rounds.filter(|r| r.said.occasion == Occasion::Planning && r.said.year() == year);
    let mut days: Vec<Date> = plans.filter_map(|r| r.said.deadline(kind)).collect();
    days.sort_unstable();
    let next = days.iter().find(|day| **day >= i.today());
    next.or(days.last()).copied()
}

/// Everything that happens in the rounds that stand, day by day.
fn moments(i: Inside<'_>) -> Vec<Moment> {
    let rounds = i.rounds().into_iter();
    let rounds = rounds.filter(|round| round.called_off.is_none());
    let mut moments: Vec<Moment> = rounds.flat_map(|r| moments_of(i, r.said)).collect();
    moments.sort_by_key(|moment| moment.on);
    moments
}

fn moments_of(i: Inside<'_>, said: &OpenRound) -> Vec<Moment> {
    let follows_up = said.occasion != Occasion::Planning;
    let cut_off = follows_up.then_some((said.cut_off, Happening::CutOff, "cut-off".to_owned()));
    let opens = said
        .opens
        .map(|day| (day, Happening::Opens, "opens".to_owned()));
    let all = cut_off.into_iter().chain(opens);
    let all = all.chain(last_days(said)).chain(meetings(i, said));
    let all = all.map(|(on, what, part)| Moment {
        on,
        what,
        round: said.round,
        part,
        names: said.names.clone(),
        occasion: said.occasion,
    });
    all.collect()
}

/// A day of a round, what happens, and what sets it apart.
type Day = (Date, Happening, String);

/// The last days, each with all whose last day it is.
fn last_days(said: &OpenRound) -> impl Iterator<Item = Day> {
    let mut days: BTreeMap<Date, Vec<BodyKind>> = BTreeMap::new();
    for (kind, last) in &said.deadlines {
        days.entry(*last).or_default().push(*kind);
    }
    days.into_iter().map(|(day, mut kinds)| {
        kinds.sort_unstable();
        let first = kinds.first().map(|kind| format!("{kind:?}"));
        let part = format!("last-day-{}", first.unwrap_or_default());
        (day, Happening::Deadline(kinds), part)
    })
}

/// The meetings of bodies that are there on the day.
fn meetings(i: Inside<'_>, said: &OpenRound) -> Vec<Day> {
    let mut numbers: BTreeMap<BodyId, usize> = BTreeMap::new();
    let mut sorted = said.meetings.clone();
    sorted.sort_unstable();
    let meetings = sorted.iter().filter_map(|meeting| {
        let number = numbers.entry(meeting.body).or_default();
        *number += 1;
        let known = i.published().body(meeting.body)?;
        let is_there = known.end().is_none_or(|end| meeting.on <= end.last_day);
        let meets = Happening::Meeting {
            body: meeting.body,
            names: known.name.names.clone(),
            is_council: known.kind() == BodyKind::Council,
        };
        is_there.then(|| {
            (
                meeting.on,
                meets,
                format!("meeting-{}-{number}", meeting.body),
            )
        })
    });
    meetings.collect()
}

/// The days on which something is done in a round: of a round that nobody has set days for, none.
fn days(said: &OpenRound) -> impl Iterator<Item = Date> {
    let deadlines = said.deadlines.iter().map(|(_, last)| *last);
    let meetings = said.meetings.iter().map(|meeting| meeting.on);
    said.opens.into_iter().chain(deadlines).chain(meetings)
}

/// The calendar year in which a round is worked on: that of its last day. A year is planned in the
/// one before it, and judged in the one after.
pub(super) fn runs_in(said: &OpenRound) -> i16 {
    let meetings = said.meetings.iter().map(|meeting| meeting.on);
    let last = said.last_deadline().into_iter().chain(meetings).max();
    let by_kind = match said.occasion {
        Occasion::Planning => said.year() - 1,
        Occasion::Interim => said.year(),
        Occasion::Annual => said.year() + 1,
    };
    last.map_or(by_kind, Date::year)
}

/// The rounds that the rounds of a year may be made of: those of the year before that nothing answers
/// to yet, called off or not. What nobody has said of what it is made is known by its name.
pub(super) fn pattern<'a>(i: Inside<'a>, year: i16) -> Vec<&'a OpenRound> {
    let all = i.rounds();
    let answers = |before: &OpenRound, said: &OpenRound| match said.made_of {
        Some(of) => of == before.round,
        None => {
            (before.occasion, before.year() + 1) == (said.occasion, said.year())
                && later_names(&before.names, 1).sv == said.names.sv
        }
    };
    let stands = all.iter().filter(|round| round.called_off.is_none());
    let before = stands.map(|round| round.said);
    let before = before.filter(|said| runs_in(said) == year - 1);
    before
        .filter(|before| !all.iter().any(|round| answers(before, round.said)))
        .collect()
}

/// A name with every year in it moved on: "Delårsrapport 2, 2026" becomes "Delårsrapport 2, 2027".
pub(super) fn later_names(names: &Names, years: i16) -> Names {
    let later = |text: &Text| {
        text.as_str()
            .map_or(Text::Redacted, |t| later_text(t, years))
    };
    Names {
        sv: later(&names.sv),
        en: names.en.as_ref().map(later),
        fi: names.fi.as_ref().map(later),
    }
}

fn later_text(text: &str, years: i16) -> Text {
    let mut later = String::with_capacity(text.len());
    let mut digits = String::new();
    // A mark that is no digit ends the last number, too.
    for c in text.chars().map(Some).chain([None]) {
        match c {
            Some(c) if c.is_ascii_digit() => digits.push(c),
            c => {
                let year = digits.parse().ok().filter(|_| digits.len() == 4);
                match year.filter(|year| (1900..2200_i16).contains(year)) {
                    Some(year) => later.push_str(&(year + years).to_string()),
                    None => later.push_str(&digits),
                }
                digits.clear();
                later.extend(c);
            }
        }
    }
    Text::new(later)
}

impl RoundRow {
    fn of(i: Inside<'_>, round: &InsideRound<'_>) -> RoundRow {
        let said = round.said;
        let meetings = said.meetings.iter().filter_map(|meeting| {
            let (names, _) = body(i.published(), meeting.body)?;
            Some((names, meeting.on))
        });
        RoundRow {
            id: said.round,
            names: said.names.clone(),
            occasion: said.occasion,
            in_hand: said.year(),
            cut_off: said.cut_off,
            opens: said.opens,
            deadlines: said.deadlines.clone(),
            meetings: meetings.collect(),
            asks_for: said.asks_for.clone(),
            law: said.law_day(),
            called_off: round.called_off.cloned(),
            stage: RoundStage::of(round, i.today()),
        }
    }
}

impl RoundStage {
    fn of(round: &InsideRound<'_>, today: Date) -> RoundStage {
        let said = round.said;
        let over = days(said).max().unwrap_or(said.cut_off) < today;
        match round.called_off {
            Some(_) => RoundStage::CalledOff,
            None if over => RoundStage::Over,
            None if said.opens.is_some_and(|opens| opens > today) => RoundStage::ToCome,
            None => RoundStage::Open,
        }
    }
}

impl Stretch {
    /// What a round takes of a year; none if nobody has said when anything of it is.
    fn of(said: &OpenRound, year: i16) -> Option<Stretch> {
        let follows_up = said.occasion != Occasion::Planning;
        let about = follows_up.then_some(said.cut_off);
        let from = said.opens.or(about).or_else(|| days(said).min())?;
        let to = days(said).max().unwrap_or(from).max(from);
        let (first, last) = (Date::new(year, 1, 1).ok()?, Date::new(year, 12, 31).ok()?);
        (from <= last && to >= first).then(|| Stretch {
            names: said.names.clone(),
            plans: !follows_up,
            from: from.max(first),
            to: to.min(last),
        })
    }
}

/// Whom the days of the cycle concern.
struct Concerned {
    /// Everything: whoever follows the whole.
    all: bool,
    bodies: BTreeSet<BodyId>,
    kinds: BTreeSet<BodyKind>,
}

impl Concerned {
    /// Whoever writes for a body has its last days and its meetings, whoever records decisions its
    /// meetings; everybody else, and who has a role for the whole group, follows the whole.
    fn of(i: Inside<'_>) -> Concerned {
        let kind = |id: &BodyId| Some(i.published().body(*id)?.kind());
        let written: BTreeSet<BodyId> = i.writes_for().into_iter().collect();
        let mut bodies = written.clone();
        bodies.extend(i.holds(Role::Registrar));
        let has_all = bodies.iter().any(|id| kind(id) == Some(BodyKind::Group));
        Concerned {
            all: bodies.is_empty() || has_all || i.sets_rounds(),
            kinds: written.iter().filter_map(kind).collect(),
            bodies,
        }
    }

    /// What of everything that happens concerns them. That a round opens, and the day that it is about,
    /// concerns those of whom it asks something.
    fn of_all(&self, moments: &[Moment]) -> Vec<Moment> {
        let asking: BTreeSet<RoundId> = moments.iter().filter_map(|m| self.asked(m)).collect();
        let asks_somebody = |m: &Moment| match m.what {
            Happening::Deadline(_) | Happening::Meeting { .. } => Some(m.round),
            Happening::Opens | Happening::CutOff => None,
        };
        let of_some: BTreeSet<RoundId> = moments.iter().filter_map(asks_somebody).collect();
        let concerns = |moment: &&Moment| match moment.what {
            Happening::Opens | Happening::CutOff => {
                // Of a round that nobody has set a day for yet, nobody knows whom it asks.
                asking.contains(&moment.round) || !of_some.contains(&moment.round)
            }
            Happening::Deadline(_) | Happening::Meeting { .. } => self.asked(moment).is_some(),
        };
        let own = moments.iter().filter(|moment| self.all || concerns(moment));
        own.cloned().collect()
    }

    /// The round, where something of it is theirs to do that day.
    fn asked(&self, moment: &Moment) -> Option<RoundId> {
        let is_asked = match &moment.what {
            Happening::Opens | Happening::CutOff => false,
            Happening::Deadline(kinds) => kinds.iter().any(|kind| self.kinds.contains(kind)),
            Happening::Meeting { body, .. } => self.bodies.contains(body),
        };
        is_asked.then_some(moment.round)
    }
}

#[cfg(test)]
mod tests {
    use super::later_text;
    use riktning_domain::Text;

    #[test]
    fn a_year_in_a_name_is_moved_on_and_no_other_number() {
        let moved = |text| later_text(text, 1);
        assert_eq!(
            moved("Delårsrapport 2, 2026"),
            Text::new("Delårsrapport 2, 2027")
        );
        assert_eq!(moved("2026–2029"), Text::new("2027–2030"));
        assert_eq!(moved("EX/12345 den 31"), Text::new("EX/12345 den 31"));
    }
}
