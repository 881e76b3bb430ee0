//! What was typed of the rows of a report, and what it says.

use super::{REASON, TEXT, called};
use crate::form::Form;
use crate::pages::speech::Speech;
use crate::work::answers::Faults;
use crate::work::drafts;
use crate::work::odd::question;
use crate::work::typed::{figure, read_figure, text};
use riktning_app::work::{ReportPage, ReportRow, Reported, Shown, Turn};
use riktning_domain::assessments::{Subject, Verdict};
use riktning_domain::ids::{ScaleValueId, WordingId};
use riktning_domain::{Figure, Names, Text};
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// What was typed of a row.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct TypedRow {
    /// How it goes.
    pub(super) value: String,
    /// How the year is thought to end; blank for the same.
    pub(super) year: String,
    /// How the period is thought to end; blank for the same.
    pub(super) end: String,
    /// How much has been reached of what is promised in a figure: as it is stored, or as it was typed where that is
    /// no figure.
    pub(super) outcome: String,
    /// Why.
    pub(super) reason: String,
    /// What happened; why; what it means and for whom; what is done now.
    pub(super) texts: [String; 4],
    /// Why it puts right what is decided.
    pub(super) corrects: String,
}

/// The names of the four texts in the form.
pub(super) const TEXTS: [&str; 4] = ["hande", "orsak", "betydelse", "nu"];

/// What was typed of the rows of a page.
#[derive(Debug, Default)]
pub(super) struct Typed {
    /// Each row by its key, with what the form showed of it.
    pub(super) rows: BTreeMap<String, (TypedRow, Shown)>,
    /// The odd figures of which somebody has said that they are right, by the key of the row.
    pub(super) sure: BTreeMap<String, String>,
    /// The keys under which it was typed, the last one first.
    pub(super) keys: Vec<Uuid>,
}

impl TypedRow {
    /// The fields as a version of a row says.
    pub(super) fn of(verdict: Option<&Verdict>) -> TypedRow {
        let Some(said) = verdict else {
            return TypedRow::default();
        };
        let value = said.as_it_goes();
        let year = said.so_far.map(|_| said.for_year);
        let end = said.to_period_end.filter(|end| *end != said.for_year);
        let id = |value: Option<ScaleValueId>| value.map(|id| id.to_string()).unwrap_or_default();
        let plain = |text: Option<&Text>| {
            let text = text.and_then(|text| text.as_str()).unwrap_or_default();
            text.to_owned()
        };
        let texts = [&said.happened, &said.cause, &said.meaning, &said.now];
        TypedRow {
            value: id(Some(value)),
            year: id(year),
            end: id(end),
            outcome: said.outcome.map(stored).unwrap_or_default(),
            reason: plain(Some(&said.reason)),
            texts: texts.map(|text| plain(text.as_ref())),
            corrects: String::new(),
        }
    }

    fn read(form: &Form, key: &str) -> TypedRow {
        let one = |of: &str| form.typed(&format!("{of}-{key}")).to_owned();
        let lines = |of: &str| {
            let typed = form.together(&format!("{of}-{key}"));
            typed.replace("\r\n", "\n").trim().to_owned()
        };
        TypedRow {
            value: one("s"),
            year: one("h"),
            end: one("e"),
            outcome: read_figure(&lines("v")).map_or_else(|| lines("v"), stored),
            reason: lines("k"),
            texts: TEXTS.map(lines),
            corrects: lines("ratt"),
        }
    }

    /// The fields as the form showed them.
    fn shown(form: &Form, row: &ReportRow) -> TypedRow {
        let said = row.said.as_ref().zip(shown(form, &row.key()).version);
        let verdict = said.and_then(|(said, seen)| said.at(seen));
        let stands = said.filter(|(said, seen)| said.version == *seen);
        TypedRow {
            corrects: stands.map(|_| TypedRow::why(row)).unwrap_or_default(),
            ..TypedRow::of(verdict)
        }
    }

    /// The fields as a row stands.
    fn standing(row: &ReportRow) -> TypedRow {
        let said = row.said.as_ref().map(|said| &said.verdict);
        TypedRow {
            corrects: TypedRow::why(row),
            ..TypedRow::of(said)
        }
    }

    /// Why it puts right what is decided, while it waits for its own decision.
    fn why(row: &ReportRow) -> String {
        let said = row.said.as_ref().filter(|_| !row.is_decided());
        let why = said.and_then(|said| said.corrects.as_ref()?.as_str());
        why.unwrap_or_default().to_owned()
    }

    /// What was chosen of a row's scale.
    fn chosen(&self, row: &ReportRow) -> Option<Names> {
        let id = Uuid::parse_str(&self.value).ok()?;
        let mark = row.mark(&ScaleValueId(id))?;
        Some(mark.names.clone())
    }

    /// What it says in words, and how much is reached.
    fn said(&self) -> Vec<String> {
        let all = [&self.outcome, &self.reason, &self.corrects].into_iter();
        let all = all.chain(&self.texts);
        all.filter(|text| !text.trim().is_empty())
            .cloned()
            .collect()
    }

    /// Whether any of the four texts says something.
    pub(super) fn tells_more(&self) -> bool {
        self.texts.iter().any(|text| !text.trim().is_empty())
    }

    fn is_blank(&self) -> bool {
        *self == TypedRow::default()
    }
}

/// A figure as a field has it that nobody touches: the same however it is written.
fn stored(figure: Figure) -> String {
    figure.to_string()
}

/// What stands after the version in a form that showed whose turn it was.
const SENT_BACK: char = '/';
const HANDED_IN: char = '+';

/// What a form showed of a row.
fn shown(form: &Form, key: &str) -> Shown {
    let mark = form.typed(&format!("sedd-{key}"));
    let turn = match mark.chars().next_back() {
        Some(SENT_BACK) => Turn::SentBack,
        Some(HANDED_IN) => Turn::HandedIn,
        _ => Turn::Written,
    };
    let version = Uuid::parse_str(mark.trim_end_matches([SENT_BACK, HANDED_IN]));
    Shown {
        version: version.ok().map(WordingId),
        turn,
    }
}

/// The same as the form says it.
pub(super) fn mark(shown: Shown) -> String {
    let mut mark = shown.version.map(|id| id.to_string()).unwrap_or_default();
    match shown.turn {
        Turn::Written => {}
        Turn::SentBack => mark.push(SENT_BACK),
        Turn::HandedIn => mark.push(HANDED_IN),
    }
    mark
}

impl Typed {
    /// The fields as the rows stand.
    pub(super) fn standing(view: &ReportPage) -> Typed {
        let rows = view.rows().map(|row| {
            let typed = TypedRow::standing(row);
            (row.key(), (typed, row.shown()))
        });
        Typed {
            rows: rows.collect(),
            sure: BTreeMap::new(),
            keys: Vec::new(),
        }
    }

    /// What a form says. A row that its writer has not touched says what stands by now, and not what stood
    /// when the page was opened: two who write in different rows are not in each other's way.
    pub(super) fn read(form: &Form, view: &ReportPage) -> Typed {
        let mut typed = Typed::standing(view);
        for row in view.rows().filter(|row| row.is_written()) {
            let own = TypedRow::read(form, &row.key());
            if own != TypedRow::shown(form, row) {
                typed.rows.insert(row.key(), (own, shown(form, &row.key())));
            }
        }
        let sure = view.rows().filter_map(|row| {
            let said = form.once(&format!("ja-{}", row.key()))?;
            Some((row.key(), said.to_owned()))
        });
        typed.sure = sure.collect();
        typed.keys = drafts::keys_of(form);
        typed
    }

    pub(super) fn row(&self, row: &ReportRow) -> Option<&(TypedRow, Shown)> {
        self.rows.get(&row.key())
    }

    /// Whether a row says something else than what stands.
    pub(super) fn is_touched(&self, row: &ReportRow) -> bool {
        let typed = self.row(row);
        typed.is_some_and(|(typed, _)| *typed != TypedRow::standing(row))
    }

    /// The rows that somebody else has written since the form was shown, where it would say something else.
    /// From here on its writer has seen both.
    pub(super) fn see_now(&mut self, view: &ReportPage) -> BTreeSet<String> {
        let mut changed = BTreeSet::new();
        for row in view.rows().filter(|row| row.is_written()) {
            let now = row.shown();
            let differs = self.is_touched(row);
            if let Some((_, shown)) = self.rows.get_mut(&row.key())
                && differs
                && *shown != now
            {
                *shown = now;
                changed.insert(row.key());
            }
        }
        changed
    }

    /// Puts the last decided comment of a row into its field, after what was typed there.
    pub(super) fn take_last_time(&mut self, row: &ReportRow) {
        let last = row.before.as_ref().and_then(|last| last.reason.as_str());
        if let (Some((typed, _)), Some(last)) = (self.rows.get_mut(&row.key()), last)
            && !typed.reason.contains(last)
        {
            let own = std::mem::take(&mut typed.reason);
            let parts = [own.trim_end(), last].into_iter();
            let parts: Vec<_> = parts.filter(|part| !part.is_empty()).collect();
            typed.reason = parts.join("\n\n");
        }
    }

    /// What a form showed of each row.
    pub(super) fn shown(form: &Form, view: &ReportPage) -> BTreeMap<Subject, Shown> {
        let rows = view.rows();
        rows.map(|row| (row.subject, shown(form, &row.key())))
            .collect()
    }

    /// The rows of which something else is said than stands; every fault at once, each at its row.
    pub(super) fn reported(
        &self,
        s: &Speech,
        faults: &mut Faults,
        view: &ReportPage,
    ) -> Vec<Reported> {
        let rows = view.rows().filter(|row| self.is_touched(row));
        let rows = rows.filter_map(|row| {
            let (typed, _) = self.row(row)?;
            let sure = self.sure.get(&row.key());
            let corrects = typed.correction(s, faults, row);
            let verdict = typed.verdict(s, faults, row, sure)?;
            Some(Reported {
                subject: row.subject,
                verdict,
                corrects,
            })
        });
        rows.collect()
    }
}

impl TypedRow {
    /// What a row says; none where it says nothing, or where something is wrong with it.
    fn verdict(
        &self,
        s: &Speech,
        faults: &mut Faults,
        row: &ReportRow,
        sure: Option<&String>,
    ) -> Option<Verdict> {
        let key = row.key();
        // Whoever takes back what was never sent leaves a row that says nothing: it stays as it stands.
        if self.is_blank() && row.said.is_none() {
            return None;
        }
        let reason = text(s, faults, format!("k-{key}"), &self.reason, REASON, true);
        let [happened, cause, meaning, now] = [0, 1, 2, 3].map(|place: usize| {
            let field = format!("{}-{key}", TEXTS[place]);
            text(s, faults, field, &self.texts[place], TEXT, true)
        });
        let outcome = self.reached(s, faults, row, sure);
        let about = |key: &str| s.t1(key, "row", short(s, row));
        let mut on_scale = |field: &str, typed: &str| {
            let id = Uuid::parse_str(typed).ok().map(ScaleValueId);
            let id = id.filter(|id| row.mark(id).is_some());
            if id.is_none() {
                faults.add(format!("{field}-{key}"), about("report-fault-status"));
            }
            id
        };
        let value = on_scale("s", &self.value)?;
        let for_year = match self.year.as_str() {
            "" => value,
            year if row.has_forecast => on_scale("h", year)?,
            _ => value,
        };
        let end = match self.end.as_str() {
            "" => for_year,
            end => on_scale("e", end)?,
        };
        let verdict = Verdict {
            for_year,
            so_far: (for_year != value).then_some(value),
            to_period_end: row.to_end.map(|_| end),
            reason: reason.unwrap_or_else(|| Text::new("")),
            happened,
            cause,
            meaning,
            now,
            outcome,
            proposed: None,
            informed_by: row.informed_by(),
        };
        if verdict.reason.is_blank() && verdict.values().any(|value| row.asks_why(&value)) {
            let why = match row.is_promise {
                true => "report-fault-why",
                false => "report-fault-why-judged",
            };
            faults.add(format!("k-{key}"), about(why));
            return None;
        }
        Some(verdict)
    }
}

impl TypedRow {
    /// Why it puts right what is decided: nobody does so without a word.
    fn correction(&self, s: &Speech, faults: &mut Faults, row: &ReportRow) -> Option<Text> {
        let field = format!("ratt-{}", row.key());
        let why = text(s, faults, field.clone(), &self.corrects, REASON, true);
        if row.is_corrected() && why.is_none() {
            faults.add(field, s.t1("report-fault-correction", "row", short(s, row)));
        }
        why
    }

    /// How much has been reached; an odd figure is asked about until somebody says that it is right.
    fn reached(
        &self,
        s: &Speech,
        faults: &mut Faults,
        row: &ReportRow,
        sure: Option<&String>,
    ) -> Option<Figure> {
        let field = format!("v-{}", row.key());
        let outcome = figure(s, faults, field.clone(), &self.outcome)?;
        let said = row.said.as_ref().and_then(|said| said.verdict.outcome);
        if let Some(odd) = row.odd(outcome)
            && sure != Some(&self.outcome)
            && said != Some(outcome)
        {
            faults.add(field, question(s, &outcome, &odd));
        }
        Some(outcome)
    }

    /// The figure that is asked about.
    pub(super) fn figure(&self) -> Option<Figure> {
        read_figure(&self.outcome)
    }
}

/// The beginning of what a row is about: enough to know it by.
pub(super) fn short(s: &Speech, row: &ReportRow) -> String {
    const MOST: usize = 60;
    let called = called(s, row);
    let text = called.plain();
    if text.chars().count() <= MOST {
        return text.to_owned();
    }
    let cut: String = text.chars().take(MOST).collect();
    let cut = cut
        .rsplit_once(' ')
        .map_or(cut.as_str(), |(whole, _)| whole);
    format!("{cut} …")
}

/// The most rows of which it is told what was typed in vain: no body of ours has more in a form.
pub(super) const MOST_KEPT: usize = 200;
/// The most characters of the key of a row: that of a topic is the longest.
const MOST_KEY: usize = 60;

/// What was typed of a row by somebody who cannot save it any more.
#[derive(Debug)]
pub(super) struct Kept {
    /// What tells it from other rows: its number, where it has one.
    pub(super) key: String,
    /// The beginning of its words, where its writer may still read them.
    pub(super) about: Option<String>,
    /// What was chosen, where the scale is known.
    pub(super) chosen: Option<Names>,
    /// What was typed in words.
    pub(super) texts: Vec<String>,
}

/// What a form says of rows that cannot be written any more: they are somebody else's by now, or wait for
/// their decision. None of it is saved, and none of it is lost.
pub(super) fn kept(s: &Speech, form: &Form, view: &ReportPage) -> Vec<Kept> {
    let keys = form
        .fields()
        .filter_map(|(name, _)| name.strip_prefix("s-"));
    let of_text = form
        .fields()
        .filter_map(|(name, _)| name.strip_prefix("k-"));
    // What is longer is no key of ours.
    let ours = |key: &&str| key.chars().count() <= MOST_KEY;
    let keys: BTreeSet<&str> = keys.chain(of_text).filter(ours).collect();
    let kept = keys.into_iter().filter_map(|key| {
        let typed = TypedRow::read(form, key);
        let row = view.rows().find(|row| row.key() == key);
        let is_lost = match row {
            Some(row) => !row.is_written() && typed != TypedRow::shown(form, row),
            None => !typed.is_blank(),
        };
        is_lost.then(|| Kept {
            key: key.to_owned(),
            about: row.map(|row| short(s, row)),
            chosen: row.and_then(|row| typed.chosen(row)),
            texts: typed.said(),
        })
    });
    kept.take(MOST_KEPT).collect()
}
