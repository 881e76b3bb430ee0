//! What a thing says in the municipality's own words, text by text, for whoever translates it.

use jiff::civil::Date;
use riktning_domain::assessments::Subject;
use riktning_domain::published::{PublicElement, Thing};
use riktning_domain::{Names, Published, Text};

/// What kind of words a text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextKind {
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
    /// A judgement of a day, and its reasons.
    Judgement(Date),
}

/// The texts of a thing as they are gathered: each once, and none that says nothing, since one
/// translation serves every place of the same words.
#[derive(Default)]
struct Texts(Vec<(TextKind, Names)>);

impl Texts {
    /// A thing by its name, which may have other languages of its own.
    fn named(names: &Names) -> Texts {
        Texts::default().and(TextKind::Title, names.clone())
    }

    /// A thing by a sentence or a title in Swedish.
    fn titled(title: &Text) -> Texts {
        Texts::default().says(TextKind::Title, [title])
    }

    /// With more that it says, in Swedish.
    fn says<'a>(self, kind: TextKind, texts: impl IntoIterator<Item = &'a Text>) -> Texts {
        let texts = texts.into_iter();
        texts.fold(self, |all, text| {
            all.and(kind, Names::swedish(text.clone()))
        })
    }

    fn and(mut self, kind: TextKind, names: Names) -> Texts {
        let stands = names.sv.as_str().is_some() && !names.sv.is_blank();
        if stands && self.0.iter().all(|(_, other)| other.sv != names.sv) {
            self.0.push((kind, names));
        }
        self
    }

    /// With what was judged of it.
    fn judged(self, p: Published<'_>, subject: Subject) -> Texts {
        p.assessments(subject).iter().fold(self, |all, judged| {
            let v = judged.verdict;
            let parts = [&v.happened, &v.cause, &v.meaning, &v.now];
            let texts = [&v.reason].into_iter().chain(parts.into_iter().flatten());
            all.says(TextKind::Judgement(judged.round.cut_off), texts)
        })
    }
}

/// Every text of a thing that the municipality wrote and that its pages translate; none where
/// residents do not see it, or where its own form has all three languages.
pub(super) fn texts(p: Published<'_>, thing: Thing) -> Vec<(TextKind, Names)> {
    gathered(p, thing).unwrap_or_default().0
}

fn gathered(p: Published<'_>, thing: Thing) -> Option<Texts> {
    use TextKind::{Meaning, Role, Text, Title};
    Some(match thing {
        Thing::Model(id) => Texts::named(&p.model(id)?.definition.names),
        Thing::Vision(id) => {
            let said = p.vision(id)?.wording;
            let all = Texts::titled(&said.title).says(Text, &said.slogan);
            all.says(Text, &said.statements)
        }
        Thing::Topic(id) => {
            let topic = p.topic(id)?;
            Texts::named(&topic.names).says(Meaning, &topic.meaning)
        }
        Thing::Element(id) => of_element(p, &p.element(id)?),
        Thing::Indicator(id) => {
            let said = p.indicator(id)?.definition;
            let all = Texts::named(&said.names).says(Meaning, &said.description);
            all.says(Text, &said.note)
        }
        Thing::Body(id) => {
            let body = p.body(id)?;
            let all = Texts::named(&body.name.names).says(Role, body.role());
            p.directives_of(id).iter().fold(all, |all, directive| {
                let all = all.says(Title, [&directive.wording.title]);
                all.says(TextKind::Order, &directive.wording.orders)
            })
        }
        Thing::Document(id) => {
            let said = p.document(id)?.wording;
            let all = Texts::titled(&said.title).says(Meaning, &said.meaning);
            all.says(Role, &said.role)
        }
        Thing::Rule(id) => {
            let said = p.rule(id)?.rule;
            Texts::titled(&said.title).says(Meaning, &said.concerns)
        }
        Thing::Guidelines(year) => {
            let guided = p.financial_management(year)?;
            let texts = guided.guidelines.iter().chain(&guided.rule);
            Texts::default().says(Text, texts)
        }
        Thing::Report(id) => Texts::default().says(Text, &p.filed(id)?.record.summary),
        Thing::Note(id) => {
            let note = p.note(id)?;
            let all = Texts::default().says(Title, &note.heading);
            all.says(Text, note.text.iter().chain(&note.items))
        }
        Thing::Whole => Texts::default().judged(p, Subject::Whole),
        Thing::FinancialManagement(scope) => {
            Texts::default().judged(p, Subject::FinancialManagement(scope))
        }
        // What a decision is called is its minutes'; notices, offices and pages have a form with every
        // language; the rest says nothing in words of its own.
        Thing::Decision(_)
        | Thing::Plan(_)
        | Thing::Notice(_)
        | Thing::Office(_)
        | Thing::Written(_)
        | Thing::Frame(_)
        | Thing::Accounts(_)
        | Thing::Pages => return None,
    })
}

fn of_element(p: Published<'_>, element: &PublicElement<'_>) -> Texts {
    let roles = element.role().into_iter().chain(element.owner_in_words());
    Texts::titled(element.text())
        .says(TextKind::Meaning, element.description())
        .says(TextKind::Why, element.why())
        .says(TextKind::Condition, element.condition())
        .says(TextKind::IfNotKept, element.if_not_kept())
        .says(TextKind::Role, roles)
        .judged(p, Subject::Element(element.id()))
}
