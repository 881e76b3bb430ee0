//! What a form offers to choose, narrowed by what somebody looks for: goals are many, and whoever
//! knows a word of theirs finds them by it. Without a script: the form is sent, and everything that
//! was typed and chosen comes back with fewer to choose from.

use super::answers::Faults;
use crate::form::Form;
use crate::pages::speech::Speech;
use riktning_app::search::{BadQuery, LONGEST, Query};
use riktning_app::work::{Choice, Choices};
use riktning_domain::Names;
use riktning_words::Language;
use std::collections::BTreeSet;
use uuid::Uuid;

/// The most of one kind that are offered without a field to search among them.
const FEW: usize = 10;

/// What somebody looks for among what can be chosen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Asked {
    /// As it stands in the field.
    pub(crate) typed: String,
    /// What the page is narrowed by.
    by: String,
    /// Whether the form was sent to look, and not to save.
    pub(crate) looks: bool,
}

/// What a form offers.
#[derive(Clone, Debug)]
pub(crate) struct Offer {
    /// Each kind with what is offered of it.
    pub(crate) kinds: Vec<Kind>,
    /// What somebody looks for.
    pub(crate) asked: Asked,
    /// What came of it, in a sentence.
    pub(crate) said: Option<String>,
}

/// One kind of what can be chosen.
#[derive(Clone, Debug)]
pub(crate) struct Kind {
    /// What it is called.
    pub(crate) names: Names,
    /// Whether nothing can be adopted without one.
    pub(crate) required: bool,
    /// What is offered: what was found, and what is chosen already.
    pub(crate) options: Vec<Choice>,
    /// How many there are at all.
    pub(crate) all: usize,
}

impl Kind {
    /// Whether some are left out for the moment.
    pub(crate) fn is_narrowed(&self) -> bool {
        self.options.len() < self.all
    }
}

impl Asked {
    pub(crate) fn read(form: &Form) -> Asked {
        let (typed, by) = (form.typed("sok").trim(), form.typed("sokt").trim());
        // Enter in the field sends the form by its first button, which saves what is not looked for.
        let by_enter = form.once("retur").is_some() && typed != by;
        let (all, looks) = (form.once("allt").is_some(), form.once("leta").is_some());
        let by = match (all, looks || by_enter) {
            (true, _) => "",
            (false, true) => typed,
            (false, false) => by,
        };
        Asked {
            typed: if all { String::new() } else { typed.to_owned() },
            by: by.to_owned(),
            looks: all || looks || by_enter,
        }
    }

    /// What the page is narrowed by, as the form sends it along.
    pub(crate) fn by(&self) -> &str {
        &self.by
    }
}

impl Offer {
    /// What is offered of some choices, where some are chosen.
    pub(crate) fn of(
        s: &Speech,
        choices: &[Choices],
        chosen: &BTreeSet<Uuid>,
        asked: &Asked,
        faults: &mut Faults,
    ) -> Offer {
        let query = match Query::read(&asked.by) {
            Ok(query) => query.filter(|_| choices.iter().any(is_many)),
            Err(bad) => {
                faults.add("sok", fault(s, bad));
                None
            }
        };
        let language = s.words.language();
        let finds = |choice: &Choice| query.as_ref().is_none_or(|q| found(q, choice, language));
        let kinds = choices.iter().map(|kind| Kind {
            names: kind.names.clone(),
            required: kind.required,
            options: {
                let options = kind.options.iter();
                let shown = options.filter(|option| finds(option) || chosen.contains(&option.id));
                shown.cloned().collect()
            },
            all: kind.options.len(),
        });
        let all = choices.iter().flat_map(|kind| &kind.options);
        let hits = all.filter(|option| finds(option));
        let said = query.is_some().then(|| match hits.count() {
            0 => s.t("choose-none"),
            hits => s.n("choose-found", &hits),
        });
        Offer {
            kinds: kinds.collect(),
            asked: asked.clone(),
            said,
        }
    }

    /// Whether there is so much of anything that it is searched.
    pub(crate) fn is_many(&self) -> bool {
        self.kinds.iter().any(|kind| kind.all > FEW)
    }
}

fn is_many(kind: &Choices) -> bool {
    kind.options.len() > FEW
}

/// Whether each word that is looked for stands in what a choice says or stands under, in its own
/// language or in the reader's, by its stem.
fn found(query: &Query, choice: &Choice, reader: Language) -> bool {
    let said = |language: Language| {
        let names = [Some(&choice.names), choice.under.as_ref()];
        let texts = names.into_iter().flatten().filter_map(|names| {
            let text = match language {
                Language::Sv => Some(&names.sv),
                Language::En => names.en.as_ref(),
                Language::Fi => names.fi.as_ref(),
            };
            text?.as_str()
        });
        texts.collect::<Vec<_>>().join(" ")
    };
    let mut languages = [Language::Sv, reader].into_iter();
    languages.any(|language| query.finds(&said(language), language))
}

fn fault(s: &Speech, bad: BadQuery) -> String {
    match bad {
        BadQuery::TooLong => s.t1("search-too-long", "most", LONGEST),
        BadQuery::Control => s.t("search-control"),
        BadQuery::NoWords => s.t("search-no-words"),
    }
}
