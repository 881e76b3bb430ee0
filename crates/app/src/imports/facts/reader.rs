//! Walking the file: each value with its path, each fault noted and the walk goes on.

// `.text` is a field of a record here. words-keys: none

use super::exact::exact;
use super::json::Json;
use super::limits;
use jiff::civil::Date;
use riktning_domain::indicators::Interpretation;
use riktning_domain::sources::is_web_address;
use riktning_domain::texts::{is_blank, turns_direction};
use riktning_domain::{Dated, Figure, Names, Precision, Text};
use std::cell::RefCell;
use std::collections::{BTreeSet, HashSet};

/// A fault of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Where: `indicators[3].outcomes[1].value`; empty for the file as a whole.
    pub path: String,
    /// What is wrong, and so what would be right.
    pub kind: FaultKind,
}

impl Fault {
    pub(crate) fn of(path: &str, kind: FaultKind) -> Self {
        Fault {
            path: limits::plain(path),
            kind,
        }
    }
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FaultKind {
    /// The file is too large.
    TooLarge,
    /// The file is not JSON.
    NotJson {
        /// The line, from 1.
        line: usize,
        /// The column, from 1.
        column: usize,
    },
    /// There must be an object.
    NotAnObject,
    /// There must be a list.
    NotAList,
    /// There must be a text that is not blank.
    NotAText,
    /// There must be a number that is exact.
    NotANumber,
    /// There must be a year between 1600 and 2999.
    NotAYear,
    /// There must be a day, a month or a year.
    NotADate,
    /// There must be a period: 2018, 2017/18, 2018-12, 2018 D1.
    NotAPeriod,
    /// The address must begin with http:// or https://.
    NotAnAddress,
    /// The word is not one that the shape allows.
    NotAmong {
        /// Those that it allows, as they may stand in the file.
        allowed: String,
    },
    /// It refers to what is not in the file.
    UnknownReference,
    /// Another record has the same id.
    Twice,
    /// The object has the key twice.
    KeyTwice,
    /// The code of a municipality is four digits (SCB's *kommunkod*).
    NotAMunicipalityCode,
    /// The text holds a control character, or a mark that turns the reading direction.
    ControlCharacter,
    /// The text is longer than one of its kind may be.
    TooLong,
    /// The file is not TOML.
    NotToml {
        /// The line, from 1.
        line: usize,
        /// The column, from 1.
        column: usize,
    },
    /// No field of that name is read here.
    UnknownField {
        /// Those that are.
        fields: String,
    },
    /// There must be a day and a local time: 2026-11-24 13:00.
    NotAMoment,
    /// There must be a time: 08:00.
    NotAClock,
    /// There must be a day: 2026-11-24.
    NotADay,
    /// There must be days of the week: mon, mon-thu.
    NotDays,
    /// There must be true or false.
    NotYesOrNo,
    /// No body has that address.
    UnknownBody,
    /// There is no entry in the file.
    NothingIn,
    /// Nothing that is there has that id.
    UnknownId,
    /// No page has that address.
    UnknownPage,
    /// The words stand in no text of the municipality.
    StandsNowhere,
    /// Two fields that exclude each other are both given.
    NotBoth,
    /// The text has more letters than the field may have.
    LongerThan {
        /// The most letters.
        most: usize,
    },
    /// The clock leaps over that hour when summer time begins.
    HourSkipped,
}

impl FaultKind {
    /// The word is none of these.
    pub(crate) fn not_among<'w>(allowed: impl Iterator<Item = &'w str>) -> FaultKind {
        FaultKind::NotAmong {
            allowed: allowed.collect::<Vec<_>>().join(", "),
        }
    }

    /// Its key in `imports.ftl`.
    pub fn key(&self) -> &'static str {
        match self {
            FaultKind::TooLarge => "import-fault-too-large",
            FaultKind::NotJson { .. } => "import-fault-not-json",
            FaultKind::NotAnObject => "import-fault-not-an-object",
            FaultKind::NotAList => "import-fault-not-a-list",
            FaultKind::NotAText => "import-fault-not-a-text",
            FaultKind::NotANumber => "import-fault-not-a-number",
            FaultKind::NotAYear => "import-fault-not-a-year",
            FaultKind::NotADate => "import-fault-not-a-date",
            FaultKind::NotAPeriod => "import-fault-not-a-period",
            FaultKind::NotAnAddress => "import-fault-not-an-address",
            FaultKind::NotAmong { .. } => "import-fault-not-among",
            FaultKind::UnknownReference => "import-fault-unknown-reference",
            FaultKind::Twice => "import-fault-twice",
            FaultKind::KeyTwice => "import-fault-key-twice",
            FaultKind::NotAMunicipalityCode => "import-fault-not-a-municipality-code",
            FaultKind::ControlCharacter => "import-fault-control-character",
            FaultKind::TooLong => "import-fault-too-long",
            FaultKind::NotToml { .. } => "import-fault-not-toml",
            FaultKind::UnknownField { .. } => "import-fault-unknown-field",
            FaultKind::NotAMoment => "import-fault-not-a-moment",
            FaultKind::NotAClock => "import-fault-not-a-clock",
            FaultKind::NotADay => "import-fault-not-a-day",
            FaultKind::NotDays => "import-fault-not-days",
            FaultKind::NotYesOrNo => "import-fault-not-yes-or-no",
            FaultKind::UnknownBody => "import-fault-unknown-body",
            FaultKind::NothingIn => "import-fault-nothing-in",
            FaultKind::UnknownId => "import-fault-unknown-id",
            FaultKind::UnknownPage => "import-fault-unknown-page",
            FaultKind::StandsNowhere => "import-fault-stands-nowhere",
            FaultKind::NotBoth => "import-fault-not-both",
            FaultKind::LongerThan { .. } => "import-fault-longer-than",
            FaultKind::HourSkipped => "import-fault-hour-skipped",
        }
    }
}

/// Collects the faults of a walk, and remembers what was asked for.
#[derive(Debug)]
pub(crate) struct Reader {
    faults: RefCell<Vec<Fault>>,
    /// The fields that somebody asked for, by their place in memory: the file stands still.
    asked: RefCell<HashSet<*const Json>>,
}

impl Reader {
    /// A reader that begins with the faults found so far.
    pub(crate) fn with(faults: Vec<Fault>) -> Self {
        Reader {
            faults: RefCell::new(faults),
            asked: RefCell::default(),
        }
    }

    pub(crate) fn into_faults(self) -> Vec<Fault> {
        self.faults.into_inner()
    }

    pub(crate) fn fault(&self, path: &str, kind: FaultKind) {
        self.faults.borrow_mut().push(Fault::of(path, kind));
    }

    /// The paths of everything that the file says and nobody asked for, apart from what is
    /// told of already: so no field vanishes, whoever forgets it.
    pub(crate) fn unread(&self, file: &Json, told: &BTreeSet<&str>) -> Vec<String> {
        let mut found = Vec::new();
        self.unread_in(file, "", told, &mut found);
        found
    }

    fn unread_in(&self, value: &Json, path: &str, told: &BTreeSet<&str>, found: &mut Vec<String>) {
        if told.contains(path) {
            return;
        }
        for (i, item) in value.as_list().unwrap_or_default().iter().enumerate() {
            self.unread_in(item, &format!("{path}[{i}]"), told, found);
        }
        for (field, value) in value.as_object().into_iter().flatten() {
            let below = beneath(path, field);
            let is_told = *value == Json::Null || told.contains(below.as_str());
            match value.as_list() {
                _ if is_told => {}
                _ if self.asked.borrow().contains(&std::ptr::from_ref(value)) => {
                    self.unread_in(value, &below, told, found);
                }
                // A section is told of record by record.
                Some(items) if path.is_empty() => {
                    found.extend((0..items.len()).map(|i| format!("{below}[{i}]")));
                }
                _ => found.push(below),
            }
        }
    }

    /// The root of the file.
    pub(crate) fn root<'a>(&'a self, value: &'a Json) -> At<'a> {
        if value.as_object().is_none() {
            self.fault("", FaultKind::NotAnObject);
        }
        At {
            reader: self,
            value,
            path: String::new(),
        }
    }
}

/// A value at its path.
#[derive(Clone, Debug)]
pub(crate) struct At<'a> {
    reader: &'a Reader,
    pub(crate) value: &'a Json,
    pub(crate) path: String,
}

/// The path of a field.
fn beneath(path: &str, field: &str) -> String {
    match path {
        "" => field.to_owned(),
        above => format!("{above}.{field}"),
    }
}

/// A source as the file names it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct SourceIn {
    pub(crate) title: String,
    pub(crate) url: Option<String>,
}

impl<'a> At<'a> {
    pub(crate) fn fault(&self, kind: FaultKind) {
        self.reader.fault(&self.path, kind);
    }

    /// The field, if it is there and not null.
    pub(crate) fn get(&self, field: &str) -> Option<At<'a>> {
        let value = self
            .value
            .get(field)
            .filter(|value| **value != Json::Null)?;
        self.reader.asked.borrow_mut().insert(value);
        Some(At {
            reader: self.reader,
            value,
            path: self.below(field),
        })
    }

    /// The field as an object, if it is there; what is none is a fault and not lost.
    pub(crate) fn object(&self, field: &str) -> Option<At<'a>> {
        let at = self.get(field)?;
        let sound = at.value.as_object().is_some();
        if !sound {
            at.fault(FaultKind::NotAnObject);
        }
        sound.then_some(at)
    }

    fn below(&self, field: &str) -> String {
        beneath(&self.path, field)
    }

    /// What it is, whatever its place in a list and whatever we make of it: the fields that lead
    /// to it, and what stands there.
    pub(crate) fn record(&self) -> String {
        let mut fields = String::new();
        let mut in_place = false;
        for c in self.path.chars() {
            match c {
                '[' => in_place = true,
                ']' => in_place = false,
                _ if !in_place => fields.push(c),
                _ => {}
            }
        }
        format!("{fields}/{}", self.value)
    }

    /// The items of a list; none if the field is not there.
    pub(crate) fn items(&self, field: &str) -> Vec<At<'a>> {
        let Some(list) = self.get(field) else {
            return Vec::new();
        };
        let Some(items) = list.value.as_list() else {
            list.fault(FaultKind::NotAList);
            return Vec::new();
        };
        let at = |(i, value)| At {
            reader: self.reader,
            value,
            path: format!("{}[{i}]", list.path),
        };
        items.iter().enumerate().map(at).collect()
    }

    /// The items of a list that must be objects.
    pub(crate) fn records(&self, field: &str) -> Vec<At<'a>> {
        let mut records = self.items(field);
        records.retain(|record| {
            let sound = record.value.as_object().is_some();
            if !sound {
                record.fault(FaultKind::NotAnObject);
            }
            sound
        });
        records
    }

    /// The value itself as a text.
    pub(crate) fn as_text(&self) -> Option<String> {
        match self.value.as_text() {
            Some(text) if limits::is_too_long(&self.path, text) => {
                self.fault(FaultKind::TooLong);
                None
            }
            Some(text)
                if text
                    .chars()
                    .any(|c| turns_direction(c) || (c.is_control() && c != '\n' && c != '\t')) =>
            {
                self.fault(FaultKind::ControlCharacter);
                None
            }
            Some(text) if !is_blank(text) => Some(text.trim().to_owned()),
            _ => {
                self.fault(FaultKind::NotAText);
                None
            }
        }
    }

    /// A text that may be missing.
    pub(crate) fn text(&self, field: &str) -> Option<String> {
        self.get(field)?.as_text()
    }

    /// A text that must be there.
    pub(crate) fn needed(&self, field: &str) -> Option<String> {
        match self.get(field) {
            Some(at) => at.as_text(),
            None => {
                self.reader.fault(&self.below(field), FaultKind::NotAText);
                None
            }
        }
    }

    /// The texts of a list.
    pub(crate) fn texts(&self, field: &str) -> Vec<String> {
        self.items(field).iter().filter_map(At::as_text).collect()
    }

    /// A year that must be there.
    pub(crate) fn needed_year(&self, field: &str) -> Option<i16> {
        let year = self.get(field);
        if year.is_none() {
            self.reader.fault(&self.below(field), FaultKind::NotAYear);
        }
        year?.as_year()
    }

    /// A year that may be missing.
    pub(crate) fn year(&self, field: &str) -> Option<i16> {
        self.get(field)?.as_year()
    }

    pub(crate) fn as_year(&self) -> Option<i16> {
        let year = self
            .value
            .as_whole()
            .and_then(|year| i16::try_from(year).ok());
        let year = year.filter(|year| (1600..3000).contains(year));
        if year.is_none() {
            self.fault(FaultKind::NotAYear);
        }
        year
    }

    /// A day, month or year that must be there.
    pub(crate) fn date(&self, field: &str) -> Option<Dated> {
        let text = self.needed(field)?;
        // The years of everything else.
        let told: Option<Dated> = text.parse().ok();
        let dated = told.filter(|dated| (1600..3000).contains(&dated.day().year()));
        if dated.is_none() {
            self.reader.fault(&self.below(field), FaultKind::NotADate);
        }
        dated
    }

    /// A figure that must be there.
    pub(crate) fn needed_figure(&self, field: &str) -> Option<Figure> {
        let at = self.get(field);
        if at.is_none() {
            self.fault_at(field, FaultKind::NotANumber);
        }
        at?.as_figure()
    }

    /// The value itself as an exact figure, with the decimals that the file prints.
    pub(crate) fn as_figure(&self) -> Option<Figure> {
        let figure = self.value.as_number().and_then(exact);
        if figure.is_none() {
            self.fault(FaultKind::NotANumber);
        }
        figure
    }

    /// A word of a few that the shape allows; what is wrong is a fault at the field.
    pub(crate) fn among<T: Copy>(&self, field: &str, words: &[(&str, T)]) -> Option<T> {
        let at = self.get(field)?;
        let text = at.as_text()?;
        let found = words
            .iter()
            .find(|(word, _)| *word == text)
            .map(|(_, value)| *value);
        if found.is_none() {
            at.fault(FaultKind::not_among(words.iter().map(|(word, _)| *word)));
        }
        found
    }

    /// A field that is either stated or marked as interpreted by its name.
    pub(crate) fn interpreted(&self, field: &str) -> Option<(At<'a>, Interpretation)> {
        let ours = self
            .get(&format!("{field}_interpreted"))
            .map(|at| (at, Interpretation::Ours));
        ours.or_else(|| self.get(field).map(|at| (at, Interpretation::Stated)))
    }

    /// The source of a record.
    pub(crate) fn source(&self, field: &str) -> Option<SourceIn> {
        let at = self.get(field)?;
        if at.value.as_object().is_none() {
            at.fault(FaultKind::NotAnObject);
            return None;
        }
        at.as_source()
    }

    /// The value itself as a source.
    pub(crate) fn as_source(&self) -> Option<SourceIn> {
        let title = self.needed("title")?;
        let url = self.text("url");
        if let Some(url) = &url
            && !is_web_address(url)
        {
            self.reader
                .fault(&self.below("url"), FaultKind::NotAnAddress);
            return None;
        }
        Some(SourceIn { title, url })
    }
}

/// What an editor's file asks of a value.
impl At<'_> {
    /// Faults every field that is none of these: a word spelt wrong is not dropped in silence.
    pub(crate) fn only(&self, fields: &[&str]) {
        let own = self.value.as_object().into_iter().flatten();
        for (field, _) in own.filter(|(field, _)| !fields.contains(&field.as_str())) {
            let fields = fields.join(", ");
            self.fault_at(field, FaultKind::UnknownField { fields });
        }
    }

    /// A fault at a field, whether it is there or not.
    pub(crate) fn fault_at(&self, field: &str, kind: FaultKind) {
        self.reader.fault(&self.below(field), kind);
    }

    /// The value itself as a name: a text in Swedish, or one in up to three languages.
    pub(crate) fn as_names(&self) -> Option<Names> {
        if self.value.as_object().is_none() {
            return self.as_text().map(Names::swedish);
        }
        self.only(&["sv", "en", "fi"]);
        let (sv, en, fi) = (self.needed("sv"), self.text("en"), self.text("fi"));
        Some(Names {
            sv: sv?.into(),
            en: en.map(Text::from),
            fi: fi.map(Text::from),
        })
    }

    /// A name that may be missing.
    pub(crate) fn names(&self, field: &str) -> Option<Names> {
        self.get(field)?.as_names()
    }

    /// A name that must be there.
    pub(crate) fn needed_names(&self, field: &str) -> Option<Names> {
        match self.get(field) {
            Some(at) => at.as_names(),
            None => {
                self.fault_at(field, FaultKind::NotAText);
                None
            }
        }
    }

    /// A day that may be missing; no month or year.
    pub(crate) fn day(&self, field: &str) -> Option<Date> {
        let at = self.get(field)?;
        let dated: Option<Dated> = at.as_text()?.parse().ok();
        let day = dated.filter(|d| d.precision() == Precision::Day);
        if day.is_none() {
            at.fault(FaultKind::NotADay);
        }
        day.map(Dated::day)
    }

    /// Whether something is so; it is not if nobody says.
    pub(crate) fn flag(&self, field: &str) -> bool {
        let Some(at) = self.get(field) else {
            return false;
        };
        if at.value.as_bool().is_none() {
            at.fault(FaultKind::NotYesOrNo);
        }
        at.value.as_bool().unwrap_or_default()
    }

    /// A small whole number; 0 if nobody says.
    pub(crate) fn small(&self, field: &str) -> u16 {
        let Some(at) = self.get(field) else {
            return 0;
        };
        let number = at.value.as_whole().and_then(|n| u16::try_from(n).ok());
        if number.is_none() {
            at.fault(FaultKind::NotANumber);
        }
        number.unwrap_or_default()
    }
}
