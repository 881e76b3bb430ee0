//! What a field of a history says, in the language of the page.

use crate::pages::bodies::kind_key;
use crate::pages::goal::class_key;
use crate::pages::indicators::{better_key, frequency_key};
use crate::pages::marked::Spoken;
use crate::pages::speech::Speech;
use crate::work::models::said as model_said;
use crate::work::plans::{role_key, said_quantity, stage_key};
use riktning_app::views::criteria::FindingLine;
use riktning_app::work::{Difference, Field, Value, Word};

/// What a value says. A thing with a history of its own is a link, which the page makes.
pub(crate) fn said(s: &Speech, value: &Value) -> Spoken {
    match value {
        Value::Text(text) => s.written(text).into(),
        Value::Names(names) => s.name(names).into(),
        Value::Link(link) => s.name(&link.title).into(),
        Value::Aim(aim, unit, decimals) => s.aim(aim, unit, decimals).plain().into(),
        Value::Figure(figure, unit, decimals) => s.with_unit(figure, unit, decimals).plain().into(),
        Value::Model(difference) => model_said::difference(s, difference).into(),
        Value::Kind(kind) => s.document_kind(kind).into(),
        Value::BodyKind(kind) => s.t(kind_key(kind)).into(),
        Value::Deadline(kind, day) => format!("{}: {}", s.t(kind_key(kind)), s.day(day)).into(),
        Value::Meeting(names, day) => format!("{}: {}", s.name(names).plain(), s.day(day)).into(),
        Value::Day(day) => s.day(day).into(),
        Value::Dated(dated) => s.dated(dated).into(),
        Value::Period(period) => s.period(period).into(),
        Value::Quantity(quantity) => said_quantity(s, quantity).into(),
        Value::Reached(figure) => s.plain(figure).into(),
        Value::Money(money) => s.money(money).into(),
        Value::Count(count) => {
            let count = usize::try_from(*count).unwrap_or(usize::MAX);
            s.words.whole(count).into()
        }
        Value::Way(way) => s.t(riktning_charts::way_key(*way)).into(),
        Value::Unit(unit) => s.unit_name(unit).into(),
        Value::Better(better) => s.t(better_key(better)).into(),
        Value::Class(class) => s.t(class_key(class)).into(),
        Value::Frequency(frequency) => s.t(frequency_key(frequency)).into(),
        Value::Breakdown(breakdown) => s.t(crate::work::outcomes::breakdown_key(breakdown)).into(),
        Value::Plan(names, period) => {
            let (period, whose) = (s.period(period), s.name(names));
            let said = [("period", period.as_str()), ("body", whose.plain())];
            s.words.with("history-plan", &said).into()
        }
        Value::Stage(stage) => s.t(stage_key(Some(*stage))).into(),
        Value::Role(role) => s.t(role_key(*role)).into(),
        Value::Person(Some(name)) => name.to_string().into(),
        Value::Person(None) => s.t("history-erased").into(),
        Value::Finding(line) => finding(s, line),
        Value::Word(word) => s.t(word_key(*word)).into(),
        Value::Whole(whole) => s.t(crate::work::round_fields::whole_key(whole)).into(),
    }
}

/// What was found of some words by a criterion, in a sentence.
fn finding(s: &Speech, line: &FindingLine) -> Spoken {
    let name = format!("{}: ", s.name(&line.names).plain());
    let asked = line.points.iter().map(|point| crate::work::point(s, point));
    let said: Spoken = match (line.fulfilled, line.points.is_empty()) {
        (Some(true), _) => s.t("work-finding-yes").into(),
        (Some(false), _) => s.t(crate::work::lacking(line)).into(),
        (None, true) => s.t("work-finding-person").into(),
        (None, false) => Spoken::joined(asked, " "),
    };
    said.after(name)
}

/// What a field is called, with what of several it is about.
pub(crate) fn of(s: &Speech, difference: &Difference) -> Spoken {
    let of = difference.of.iter().map(|value| said(s, value));
    let name = s.t(field_key(difference.field));
    match difference.of.is_empty() {
        true => name.into(),
        false => Spoken::joined(of, ", ").after(format!("{name}: ")),
    }
}

fn field_key(field: Field) -> &'static str {
    match field {
        Field::Orders => "directives-orders",
        Field::Criteria => "history-field-criteria",
        Field::Text => "history-field-text",
        Field::Name => "history-field-name",
        Field::Description => "history-field-description",
        Field::Why => "history-field-why",
        Field::Owner => "history-field-owner",
        Field::AddressedTo => "history-field-addressed-to",
        Field::Role => "history-field-role",
        Field::Person => "history-field-person",
        Field::Period => "history-field-period",
        Field::Topics => "history-field-topics",
        Field::Quantity => "history-field-quantity",
        Field::Condition => "history-field-condition",
        Field::ClearAnyway => "history-field-clear-anyway",
        Field::IfNotKept => "history-field-if-not-kept",
        Field::Amount => "history-field-amount",
        Field::Due => "history-field-due",
        Field::Order => "history-field-order",
        Field::Continues => "history-field-continues",
        Field::Supports => "history-field-supports",
        Field::Standing => "history-field-standing",
        Field::Plan => "history-field-plan",
        Field::Asked => "history-field-asked",
        Field::Answer => "history-field-answer",
        Field::Rows => "history-field-rows",
        Field::Arranged => "history-field-arranged",
        Field::Visibility => "history-field-visibility",
        Field::Ground => "history-field-ground",
        Field::Until => "history-field-until",
        Field::Verdict => "history-field-verdict",
        Field::ByLink => "history-field-by-link",
        Field::SoFar => "history-field-so-far",
        Field::ToPeriodEnd => "history-field-to-period-end",
        Field::Reached => "report-outcome",
        Field::Reason => "history-field-reason",
        Field::Happened => "analysis-happened",
        Field::Cause => "analysis-cause",
        Field::Meaning => "analysis-meaning",
        Field::Now => "analysis-now",
        Field::Step => "history-field-step",
        Field::Decision => "history-field-decision",
        Field::Measured => "history-field-measured",
        Field::Target => "history-field-target",
        Field::Unit => "history-field-unit",
        Field::Decimals => "history-field-decimals",
        Field::Better => "history-field-better",
        Field::Class => "history-field-class",
        Field::Way => "history-field-way",
        Field::Parts => "history-field-parts",
        Field::Frequency => "history-field-frequency",
        Field::Tolerance => "history-field-tolerance",
        Field::Responsible => "history-field-responsible",
        Field::Note => "history-field-note",
        Field::Kind => "history-field-kind",
        Field::CaseNumber => "history-field-case-number",
        Field::AppliesTo => "history-field-applies-to",
        Field::ValidFrom => "history-field-valid-from",
        Field::ValidTo => "history-field-valid-to",
        Field::StillApplied => "history-field-still-applied",
        Field::RevisedBy => "history-field-revised-by",
        Field::ReviseBy => "history-field-revise-by",
        Field::Number => "history-field-number",
        Field::FollowedUpBy => "history-field-followed-up-by",
        Field::Governs => "history-field-governs",
        Field::Indicator => "history-field-indicator",
        Field::Acts => "history-field-acts",
        Field::Granted => "history-field-granted",
        Field::Taken => "history-field-taken",
        Field::CutOff => "history-field-cut-off",
        Field::Opens => "history-field-opens",
        Field::Deadline => "history-field-deadline",
        Field::Meeting => "history-field-meeting",
        Field::AsksFor => "history-field-asks-for",
        Field::Proposed => "history-field-proposed",
        Field::Corrects => "report-correction",
        Field::Levels => "round-levels",
        Field::CompiledBy => "history-field-compiled-by",
        Field::JudgedWhole => "round-wholes",
        Field::Changed => "history-field-changed",
        Field::PartOf => "history-field-part-of",
        Field::Rank => "history-field-rank",
        Field::LastDay => "history-field-last-day",
        Field::BodyKind => "history-field-body-kind",
        Field::AnswersTo => "history-field-answers-to",
        Field::TakesOver => "history-field-takes-over",
    }
}

fn word_key(word: Word) -> &'static str {
    match word {
        Word::Yes => "history-word-yes",
        Word::All => "history-word-all",
        Word::Hidden => "history-word-hidden",
        Word::Public => "history-word-public",
        Word::Internal => "history-word-internal",
        Word::Secret => "history-word-secret",
        Word::Withdrawn => "history-word-withdrawn",
        Word::Closed => "history-word-closed",
        Word::Draft => "history-word-draft",
        Word::InForce => "history-word-in-force",
        Word::Proposal => "history-word-proposal",
        Word::AskedNoLonger => "history-word-asked-no-longer",
        Word::NoObjection => "history-word-no-objection",
        Word::Sent => "history-word-sent",
        Word::Decided => "history-word-decided",
        Word::Binding => "history-word-binding",
        Word::TakenBack => "history-word-taken-back",
        Word::HandedIn => "history-word-handed-in",
        Word::Reviewed => "history-word-reviewed",
        Word::SentBack => "history-word-sent-back",
        Word::Approved => "history-word-approved",
        Word::MinutesApproved => "history-word-minutes-approved",
        Word::Appealed => "history-word-appealed",
        Word::Quashed => "history-word-quashed",
        Word::Forecast => "history-word-forecast",
        Word::Preliminary => "history-word-preliminary",
        Word::Final => "history-word-final",
        Word::Revised => "history-word-revised",
        Word::NotMeasured => "history-word-not-measured",
        Word::NotStated => "history-word-not-stated",
        Word::TooFew => "history-word-too-few",
        Word::NotYet => "history-word-not-yet",
    }
}
