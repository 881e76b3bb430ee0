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
            if let Some(period) = field.strip_prefix(SEATS).and_then(years_in)
                && let Some(seats) = at.get(field)
            {
                self.seats(&seats, period);
            }
            let Some(what) = swedish::figure_of(field) else {
                continue;
            };
            let records = match value {
                Json::List(_) => at.records(field),
                Json::Object(_) => at.get(field).into_iter().collect(),
                _ => continue,
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
        for (party, _) in fields.filter(|(field, _)| *field != "source") {
            let Some(seats) = at.get(party) else {
                continue;
            };
            match seats.value.as_number().and_then(exact) {
                Some(number) => counts.push((party.clone(), number)),
                None => self.elsewhere.push(seats.path),
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
