//! The contact centre (*kontaktcenter*) and its offices: where they are and when they answer.

use super::hours::{HoursKind, HoursRow, Opening};
use super::{only_from_a_source, said};
use crate::command::{Now, Outcome};
use crate::dates::Dated;
use crate::event::{Event, Recorded};
use crate::ids::{OfficeId, SourceId};
use crate::refusal::{Fact, Refusal};
use crate::state::{State, stood_by};
use crate::texts::{Names, Text};
use crate::timeline::{Entry, Timeline};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Describes an office, or describes it anew from a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DescribeOffice {
    /// Which office.
    pub office: OfficeId,
    /// What it is called.
    pub names: Names,
    /// The contact centre that it is a place of; none for the centre itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub part_of: Option<OfficeId>,
    /// Where to visit it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<Text>,
    /// Its telephone number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<Text>,
    /// Its place among the others.
    #[serde(default)]
    pub order: u16,
    /// The first day; may be still to come.
    pub from: Dated,
    /// The last day; none until it closes for good.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<Date>,
    /// Where it was found.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<SourceId>,
}

/// Sets the hours of an office from a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SetHours {
    /// Which office.
    pub office: OfficeId,
    /// Visits or the telephone.
    pub kind: HoursKind,
    /// The hours of an ordinary week. On public holidays it is closed.
    pub rows: Vec<HoursRow>,
    /// The hours on a working day before a public holiday; none if they are the ordinary ones.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on_eves: Option<Vec<Opening>>,
    /// The first day; may be still to come.
    pub from: Dated,
    /// The last day; none until others are set.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<Date>,
    /// What the source says of when they held or what is missing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
    /// Where they were found.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<SourceId>,
}

/// Sets other hours on some dated days.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SetException {
    /// Which office.
    pub office: OfficeId,
    /// Visits or the telephone; both if it does not say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<HoursKind>,
    /// The first day.
    pub from: Date,
    /// The last day.
    pub to: Date,
    /// The hours on these days; none means closed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub open: Vec<Opening>,
    /// Why.
    pub reason: Names,
}

/// Takes back what was said of some days: the week and the calendar say what holds on them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TakeBackException {
    /// Which office.
    pub office: OfficeId,
    /// Visits or the telephone; both if it does not say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<HoursKind>,
    /// The first day.
    pub from: Date,
    /// The last day.
    pub to: Date,
}

/// Which days of which hours an exception is about: what is said anew of the same is said instead.
type Days = (Option<HoursKind>, Date, Date);

/// What was said of some days: other hours, or none any more.
#[derive(Clone, Debug)]
pub(crate) struct Said {
    about: Days,
    hours: Option<Arc<SetException>>,
}

impl SetException {
    fn about(&self) -> Days {
        (self.kind, self.from, self.to)
    }

    /// Whether it is about a day and a kind of hours.
    pub fn is_about(&self, kind: HoursKind, day: Date) -> bool {
        self.kind.is_none_or(|own| own == kind) && self.from <= day && day <= self.to
    }
}

/// Everything recorded about one office.
#[derive(Clone, Debug, Default)]
pub struct Office {
    pub(crate) descriptions: Timeline<Arc<DescribeOffice>>,
    pub(crate) hours: BTreeMap<HoursKind, Timeline<Arc<SetHours>>>,
    pub(crate) exceptions: Timeline<Said>,
}

impl Office {
    /// The description that holds on a day, as was known on it. One may be recorded ahead, so
    /// the order of recording does not tell.
    pub(crate) fn description_on(&self, day: Date) -> Option<&Arc<DescribeOffice>> {
        let known = self.descriptions.up_to(day).iter().map(|e| &e.value);
        let begun = known.filter(|d| d.from.day() <= day);
        let latest = begun.max_by_key(|d| d.from.day())?;
        latest.to.is_none_or(|to| day <= to).then_some(latest)
    }

    /// The descriptions that hold on a day or begin after it, of all that was ever said. What
    /// was described anew from the same day is what it was described as last.
    fn standing_from(&self, day: Date) -> Vec<&DescribeOffice> {
        let mut said: Vec<_> = self.descriptions.entries().iter().collect();
        said.sort_by_key(|e| (e.value.from.day(), e.position));
        let holds = |(i, e): (usize, &&Entry<Arc<DescribeOffice>>)| {
            let next = said.get(i + 1).map(|next| next.value.from.day());
            let own_end = e.value.to.is_none_or(|to| day <= to);
            own_end && next.is_none_or(|next| day < next && e.value.from.day() < next)
        };
        let standing = said.iter().enumerate().filter(|(i, e)| holds((*i, e)));
        standing.map(|(_, e)| e.value.as_ref()).collect()
    }

    /// The exceptions that stand, as was known on a day: of the same days the last word.
    pub(crate) fn exceptions_on(
        &self,
        known: Date,
    ) -> impl DoubleEndedIterator<Item = &Arc<SetException>> {
        let mut last: BTreeMap<Days, &Entry<Said>> = BTreeMap::new();
        for entry in self.exceptions.up_to(known) {
            let said = last.entry(entry.value.about).or_insert(entry);
            if said.position < entry.position {
                *said = entry;
            }
        }
        let mut last: Vec<_> = last.into_values().collect();
        last.sort_by_key(|entry| entry.position);
        last.into_iter()
            .filter_map(|entry| entry.value.hours.as_ref())
    }

    /// The hours that `day` goes by, as was known on the day `known`.
    pub(crate) fn hours_on(
        &self,
        kind: HoursKind,
        day: Date,
        known: Date,
    ) -> Option<&Arc<SetHours>> {
        let set = self.hours.get(&kind)?.up_to(known).iter().map(|e| &e.value);
        let begun = set.filter(|h| h.from.day() <= day);
        let latest = begun.max_by_key(|h| h.from.day())?;
        latest.to.is_none_or(|to| day <= to).then_some(latest)
    }
}

pub(crate) fn describe(state: &State, now: Now, command: DescribeOffice) -> Outcome {
    said(&command.names, "names")?;
    only_from_a_source(now, command.source.is_some())?;
    if command.address.as_ref().is_some_and(Text::is_blank) {
        return Err(Refusal::Blank { field: "address" });
    }
    if let Some(phone) = command.phone.as_ref().and_then(Text::as_str) {
        let digits = phone.chars().filter(char::is_ascii_digit).count();
        let others = |c: char| !c.is_ascii_digit() && !" -+()/".contains(c);
        if !(3..=15).contains(&digits) || phone.chars().any(others) {
            let phone = phone.to_owned();
            return Err(Refusal::NotAPhone { phone });
        }
    }
    valid(command.from, command.to)?;
    if let Some(source) = command.source {
        state.source_known(source)?;
    }
    let on = command.from.day().min(now.today);
    if let Some(centre) = command.part_of {
        if centre == command.office {
            return Err(Refusal::OfficeUnderItself);
        }
        let centre = state.office_known(centre, on)?;
        // One centre and its places: a place has no places of its own.
        let entries = centre.descriptions.entries().iter();
        if entries.map(|e| &e.value).any(|d| d.part_of.is_some()) {
            return Err(Refusal::OfficeUnderItself);
        }
        let is_centre = |d: &DescribeOffice| d.part_of == Some(command.office);
        let described = state.offices.values();
        if described
            .flat_map(|o| o.descriptions.entries())
            .any(|e| is_centre(&e.value))
        {
            return Err(Refusal::OfficeUnderItself);
        }
    }
    if command.part_of.is_none() {
        name_free(state, &command)?;
    }
    let known = state.offices.get(&command.office);
    let entries = known.map_or(&[][..], |o| o.descriptions.entries());
    if last_from(entries, |d| d.from == command.from).is_some_and(|d| **d == command) {
        return Ok(Vec::new());
    }
    Ok(vec![now.happened(on, Event::OfficeDescribed(command))])
}

/// No two contact centres of one name at the same time: which of them a resident should call
/// would hang on nothing. Most often the second is the first, described anew with another id.
fn name_free(state: &State, command: &DescribeOffice) -> Result<(), Refusal> {
    // A name that was redacted is like no other.
    let Some(name) = command.names.sv.as_str() else {
        return Ok(());
    };
    // It holds until its own end, or until it is described anew.
    let known = state.offices.get(&command.office);
    let own = known.map_or(&[][..], |o| o.descriptions.entries()).iter();
    let anew = own.map(|e| e.value.from.day());
    let anew = anew.filter(|day| *day > command.from.day()).min();
    let others = state
        .offices
        .iter()
        .filter(|(id, _)| **id != command.office);
    for (id, other) in others {
        let same = |d: &DescribeOffice| {
            let name_is = d.names.sv.as_str().is_some_and(|n| n.trim() == name.trim());
            let begins = command.to.is_none_or(|to| d.from.day() <= to)
                && anew.is_none_or(|anew| d.from.day() < anew);
            d.part_of.is_none() && name_is && begins
        };
        if other
            .standing_from(command.from.day())
            .into_iter()
            .any(same)
        {
            return Err(Refusal::OfficeNameTaken { office: *id });
        }
    }
    Ok(())
}

pub(crate) fn set_hours(state: &State, now: Now, command: SetHours) -> Outcome {
    only_from_a_source(now, command.source.is_some() || command.note.is_some())?;
    if command.rows.is_empty() {
        return Err(Refusal::Blank { field: "rows" });
    }
    let upside_down = command.rows.iter().any(|row| row.first > row.last);
    let eves = command.on_eves.iter().flatten();
    let mut openings = command.rows.iter().map(|row| &row.open).chain(eves);
    if upside_down || !openings.all(Opening::is_sound) {
        return Err(Refusal::HoursUpsideDown);
    }
    let unknown_end = command.rows.iter().any(|row| row.open.to.is_none());
    only_from_a_source(now, unknown_end)?;
    for (i, row) in command.rows.iter().enumerate() {
        let same_days = |other: &HoursRow| row.first <= other.last && other.first <= row.last;
        let mut others = command.rows[..i].iter();
        if others.any(|other| same_days(other) && row.open.meets(&other.open)) {
            return Err(Refusal::HoursOverlap);
        }
    }
    apart(command.on_eves.as_deref().unwrap_or_default())?;
    valid(command.from, command.to)?;
    if let Some(source) = command.source {
        state.source_known(source)?;
    }
    let on = command.from.day().min(now.today);
    let office = state.office_known(command.office, on)?;
    let set = office.hours.get(&command.kind);
    let entries = set.map_or(&[][..], Timeline::entries);
    if last_from(entries, |h| h.from == command.from).is_some_and(|h| **h == command) {
        return Ok(Vec::new());
    }
    Ok(vec![now.happened(on, Event::HoursSet(command))])
}

pub(crate) fn set_exception(state: &State, now: Now, command: SetException) -> Outcome {
    said(&command.reason, "reason")?;
    if command.to < command.from {
        return Err(Refusal::EndsBeforeItStarts);
    }
    if !command.open.iter().all(|o| o.is_sound() && o.to.is_some()) {
        return Err(Refusal::HoursUpsideDown);
    }
    apart(&command.open)?;
    let on = command.from.min(now.today);
    let office = state.office_known(command.office, on)?;
    let entries = office.exceptions.entries();
    let said = last_from(entries, |said| said.about == command.about());
    if said.is_some_and(|said| said.hours.as_deref() == Some(&command)) {
        return Ok(Vec::new());
    }
    Ok(vec![now.happened(on, Event::HoursExcepted(command))])
}

/// Days that have been are what they were, so what was said of them stands.
pub(crate) fn take_back_exception(state: &State, now: Now, command: TakeBackException) -> Outcome {
    let office = state.office_known(command.office, now.today)?;
    let about = (command.kind, command.from, command.to);
    let said = last_from(office.exceptions.entries(), |said| said.about == about);
    let fact = Fact::Exception;
    let said = said.ok_or(Refusal::Unknown { fact })?;
    if said.hours.is_none() {
        return Ok(Vec::new());
    }
    if command.to < now.today {
        return Err(Refusal::DaysHaveBeen);
    }
    Ok(vec![
        now.happened(now.today, Event::ExceptionTakenBack(command)),
    ])
}

/// No two openings of a day at once.
fn apart(openings: &[Opening]) -> Result<(), Refusal> {
    let mut pairs = (0..openings.len()).flat_map(|i| (0..i).map(move |j| (i, j)));
    if pairs.any(|(i, j)| openings[i].meets(&openings[j])) {
        return Err(Refusal::HoursOverlap);
    }
    Ok(())
}

fn valid(from: Dated, to: Option<Date>) -> Result<(), Refusal> {
    if to.is_some_and(|to| to < from.day()) {
        return Err(Refusal::EndsBeforeItStarts);
    }
    Ok(())
}

/// What was said last among the entries about the same days.
fn last_from<T>(entries: &[Entry<T>], same_days: impl Fn(&T) -> bool) -> Option<&T> {
    let about = entries.iter().filter(|e| same_days(&e.value));
    about.max_by_key(|e| e.position).map(|e| &e.value)
}

impl State {
    fn office_known(&self, office: OfficeId, on: Date) -> Result<&Office, Refusal> {
        let unknown = Refusal::Unknown { fact: Fact::Office };
        let office = self.offices.get(&office).ok_or(unknown)?;
        stood_by(office.descriptions.entries(), on, Fact::Office)?;
        Ok(office)
    }
}

pub(crate) fn apply_described(state: &mut State, at: &Recorded, event: &DescribeOffice) {
    let office = Arc::make_mut(state.offices.entry(event.office).or_default());
    let description = Arc::new(event.clone());
    office.descriptions.insert(at.on, at.position, description);
}

pub(crate) fn apply_hours(state: &mut State, at: &Recorded, event: &SetHours) {
    let office = Arc::make_mut(state.offices.entry(event.office).or_default());
    let hours = office.hours.entry(event.kind).or_default();
    hours.insert(at.on, at.position, Arc::new(event.clone()));
}

pub(crate) fn apply_exception(state: &mut State, at: &Recorded, event: &SetException) {
    let office = Arc::make_mut(state.offices.entry(event.office).or_default());
    let said = Said {
        about: event.about(),
        hours: Some(Arc::new(event.clone())),
    };
    office.exceptions.insert(at.on, at.position, said);
}

pub(crate) fn apply_taken_back(state: &mut State, at: &Recorded, event: &TakeBackException) {
    let office = Arc::make_mut(state.offices.entry(event.office).or_default());
    let said = Said {
        about: (event.kind, event.from, event.to),
        hours: None,
    };
    office.exceptions.insert(at.on, at.position, said);
}
