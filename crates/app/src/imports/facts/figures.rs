//! What the file says of the place and the group in single figures: notes that count.

// `.text` is a field of a record here. words-keys: none

use super::exact::exact;
use super::json::Json;
use super::notes::{AboutIn, NoteIn, Notes};
use super::reader::At;
use super::swedish;
use super::years::years_in;
use riktning_domain::Period;

/// The field of the council's seats, which ends in the years that it is elected for.
const SEATS: &str = "council_seats_";

impl Notes {
    /// Figures about the place and the group.
    pub(super) fn facts(&mut self, at: &At<'_>) {
        let fields = at.value.as_object().into_iter().flatten();
        for (field, value) in fields {
            let path = format!("{}.{field}", at.path);
            if let Some(years) = field.strip_prefix(SEATS) {
                match (years_in(years), at.get(field)) {
                    (Some(period), Some(seats)) => self.seats(&seats, period),
                    _ => self.elsewhere.push(path),
                }
                continue;
            }
            let Some(what) = swedish::figure_of(field) else {
                self.elsewhere.push(path);
                continue;
            };
            let records = match value {
                Json::Null => continue,
                _ if value.as_list().is_some() => at.records(field),
                _ if value.as_object().is_some() => at.get(field).into_iter().collect(),
                _ => {
                    self.elsewhere.push(path);
                    continue;
                }
            };
            for record in records {
                self.figure(&record, what);
            }
        }
    }

    /// One figure with what is told beside it.
    fn figure(&mut self, record: &At<'_>, what: &str) {
        let told = record.text("as_of").or_else(|| record.text("period"));
        let exact = told.as_deref().and_then(|text| text.parse::<Period>().ok());
        let period = record.year("year").map(Period::Year).or(exact);
        let number = |field: &str| record.get(field).and_then(|at| at.as_figure());
        let mut counts = Vec::new();
        for (field, of) in swedish::FIGURE_FIELDS {
            counts.extend(number(field).map(|n| ((*of).to_owned(), n)));
        }
        let about_when = told.filter(|_| exact.is_none());
        let texts = about_when.into_iter().chain(record.text("note"));
        let text = texts.collect::<Vec<_>>().join("; ");
        let mut taken: Vec<&str> = swedish::FIGURE_FIELDS.iter().map(|(f, _)| *f).collect();
        taken.extend(["year", "period", "as_of", "note", "source"]);
        self.others(record, &taken);
        if counts.is_empty() {
            self.elsewhere.push(record.path.clone());
            return;
        }
        self.push(NoteIn {
            period,
            heading: Some(what.to_owned()),
            text: (!text.is_empty()).then_some(text),
            counts,
            ..NoteIn::of(record, AboutIn::Group)
        });
    }

    /// The seats of the council by party.
    fn seats(&mut self, at: &At<'_>, period: Period) {
        let fields = at.value.as_object().into_iter().flatten();
        let mut counts = Vec::new();
        for (party, value) in fields.filter(|(field, _)| *field != "source") {
            match value.as_number().and_then(exact) {
                Some(number) => counts.push((party.clone(), number)),
                None => self.elsewhere.push(format!("{}.{party}", at.path)),
            }
        }
        self.push(NoteIn {
            period: Some(period),
            heading: Some(swedish::SEATS.to_owned()),
            counts,
            ..NoteIn::of(at, AboutIn::BodyIn(swedish::COUNCIL.to_owned()))
        });
    }
}
