//! What a thing says in the municipality's own words, text by text, for whoever translates it.

use riktning_domain::assessments::Subject;
use riktning_domain::published::{PublicElement, Thing};
use riktning_domain::{Names, Published, Text};

/// Which of its words a text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    /// What it is called, or the sentence that it is.
    Title,
    /// What it means.
    Meaning,
    /// Why it matters.
    Why,
    /// Who is responsible, as a role.
    Role,
    /// When it is reached.
    Condition,
    /// What happens if a promise is not kept.
    IfNotKept,
    /// What the owner of a company orders.
    Order,
    /// Anything else that it says.
    Text,
    /// A judgement, and its reasons.
    Judgement,
}

/// Every text of a thing that the municipality wrote and that its pages translate; none where
/// residents do not see it, or where its own form has all three languages.
pub(super) fn texts(p: Published<'_>, thing: Thing) -> Vec<(Which, Names)> {
    let texts = match thing {
        Thing::Model(id) => p.model(id).map(|m| named(&m.definition.names)),
        Thing::Vision(id) => p.vision(id).map(|vision| {
            let said = vision.wording;
            let mut texts = swedish(Which::Title, [&said.title]);
            texts.extend(swedish(Which::Text, &said.slogan));
            texts.extend(swedish(Which::Text, &said.statements));
            texts
        }),
        Thing::Topic(id) => p.topic(id).map(|topic| {
            let mut texts = named(&topic.names);
            texts.extend(swedish(Which::Meaning, &topic.meaning));
            texts
        }),
        Thing::Element(id) => p.element(id).map(|element| element_texts(p, &element)),
        Thing::Indicator(id) => p.indicator(id).map(|indicator| {
            let said = indicator.definition;
            let mut texts = named(&said.names);
            texts.extend(swedish(Which::Meaning, &said.description));
            texts.extend(swedish(Which::Text, &said.note));
            texts
        }),
        Thing::Body(id) => p.body(id).map(|body| {
            let mut texts = named(&body.name.names);
            texts.extend(swedish(Which::Role, body.role()));
            for directive in p.directives_of(id) {
                texts.extend(swedish(Which::Title, [&directive.wording.title]));
                texts.extend(swedish(Which::Order, &directive.wording.orders));
            }
            texts
        }),
        Thing::Document(id) => p.document(id).map(|document| {
            let mut texts = swedish(Which::Title, [&document.wording.title]);
            texts.extend(swedish(Which::Meaning, &document.wording.meaning));
            texts.extend(swedish(Which::Role, &document.wording.role));
            texts
        }),
        Thing::Rule(id) => p.rule(id).map(|rule| {
            let mut texts = swedish(Which::Title, [&rule.rule.title]);
            texts.extend(swedish(Which::Meaning, &rule.rule.concerns));
            texts
        }),
        Thing::Guidelines(year) => p.financial_management(year).map(|guided| {
            let mut texts = swedish(Which::Text, &guided.guidelines);
            texts.extend(swedish(Which::Text, &guided.rule));
            texts
        }),
        Thing::Report(id) => p
            .filed(id)
            .map(|report| swedish(Which::Text, &report.record.summary)),
        Thing::Note(id) => p.note(id).map(|note| {
            let mut texts = swedish(Which::Title, &note.heading);
            texts.extend(swedish(Which::Text, note.text.iter().chain(&note.items)));
            texts
        }),
        Thing::Whole => Some(judged(p, Subject::Whole)),
        Thing::FinancialManagement(scope) => Some(judged(p, Subject::FinancialManagement(scope))),
        // What a decision is called is its minutes'; notices, offices and pages have a form with every
        // language; the rest says nothing in words of its own.
        Thing::Decision(_)
        | Thing::Plan(_)
        | Thing::Notice(_)
        | Thing::Office(_)
        | Thing::Written(_)
        | Thing::Frame(_)
        | Thing::Accounts(_)
        | Thing::Pages => None,
    };
    once(texts.unwrap_or_default())
}

fn element_texts(p: Published<'_>, element: &PublicElement<'_>) -> Vec<(Which, Names)> {
    let mut texts = swedish(Which::Title, [element.text()]);
    texts.extend(swedish(Which::Meaning, element.description()));
    texts.extend(swedish(Which::Why, element.why()));
    texts.extend(swedish(Which::Condition, element.condition()));
    texts.extend(swedish(Which::IfNotKept, element.if_not_kept()));
    texts.extend(swedish(Which::Role, element.role()));
    texts.extend(swedish(Which::Role, element.owner_in_words()));
    texts.extend(judged(p, Subject::Element(element.id())));
    texts
}

fn judged(p: Published<'_>, subject: Subject) -> Vec<(Which, Names)> {
    let judged = p.assessments(subject);
    let texts = judged.iter().flat_map(|judged| {
        let v = judged.verdict;
        let parts = [&v.happened, &v.cause, &v.meaning, &v.now];
        [&v.reason].into_iter().chain(parts.into_iter().flatten())
    });
    swedish(Which::Judgement, texts)
}

fn named(names: &Names) -> Vec<(Which, Names)> {
    vec![(Which::Title, names.clone())]
}

fn swedish<'a>(which: Which, texts: impl IntoIterator<Item = &'a Text>) -> Vec<(Which, Names)> {
    let texts = texts.into_iter();
    texts
        .map(|text| (which, Names::swedish(text.clone())))
        .collect()
}

/// Each text once, and none that says nothing: one translation serves every place of the same words.
fn once(texts: Vec<(Which, Names)>) -> Vec<(Which, Names)> {
    let mut kept: Vec<(Which, Names)> = Vec::new();
    for (which, names) in texts {
        let stands = names.sv.as_str().is_some() && !names.sv.is_blank();
        if stands && kept.iter().all(|(_, other)| other.sv != names.sv) {
            kept.push((which, names));
        }
    }
    kept
}
