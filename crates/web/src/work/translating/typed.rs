//! Translations as they are typed: text by text, beside the Swedish words and what stood there.

use crate::form::Form;
use crate::pages::speech::Speech;
use crate::work::answers::Faults;
use crate::work::{WorkSite, typed};
use riktning_app::work::{OneText, OtherLanguage, TextKind, Translated, TranslationForm};
use riktning_domain::{Names, Text};
use riktning_words::Language;

/// The most characters of what something is called, of any other text, and of who translated it.
const TITLE: usize = 400;
const TEXT: usize = 8_000;
const BY: usize = 120;

/// A text with its fields.
pub(super) struct Card {
    pub(super) text: OneText,
    pub(super) typed: Typed,
    /// What somebody else made of it while this was typed.
    pub(super) stands_now: Option<Names>,
}

/// The fields of a text, as they were typed or as they stand.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Typed {
    pub(super) sv: String,
    pub(super) fi: String,
    pub(super) en: String,
    /// What the form showed in the two before anybody typed.
    pub(super) were: [String; 2],
    pub(super) seen: usize,
}

/// Everything that was typed.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct AllTyped {
    pub(super) texts: Vec<Typed>,
    pub(super) by: String,
    /// The list from which whoever translates came: that of what lacks English, or the other.
    pub(super) of_english: bool,
}

/// A language of a card: its own name, its tag, its field, what is typed, and how many lines it
/// wants; or what the thing itself says in it.
pub(super) struct Side<'a> {
    pub(super) language: Language,
    pub(super) field: String,
    pub(super) typed: &'a str,
    pub(super) rows: usize,
    pub(super) own: Option<&'a Text>,
}

impl Card {
    pub(super) fn sides(&self, n: &usize) -> [Side<'_>; 2] {
        let side = |into: OtherLanguage, language: Language, typed| Side {
            language,
            field: format!("{}-{n}", language.tag()),
            typed,
            rows: crate::work::lines(&self.typed.sv),
            own: into.of(&self.text.own),
        };
        [
            side(OtherLanguage::Finnish, Language::Fi, &self.typed.fi),
            side(OtherLanguage::English, Language::En, &self.typed.en),
        ]
    }
}

impl Typed {
    /// The fields of a text as it stands.
    fn of(text: &OneText) -> Typed {
        let made = |text: Option<&Text>| text.map(as_sent).unwrap_or_default();
        let [fi, en] = [&text.made.fi, &text.made.en].map(|text| made(text.as_ref()));
        Typed {
            sv: as_sent(&text.own.sv),
            were: [fi.clone(), en.clone()],
            fi,
            en,
            seen: text.edition,
        }
    }

    /// The same where somebody else has translated since: a language that nobody touched here says
    /// what it says now, and where nobody else touched what was typed here, all of it has been seen.
    fn beside(&self, text: &OneText) -> Typed {
        let stands = Typed::of(text);
        let sides = [
            (&self.fi, &self.were[0], &stands.fi),
            (&self.en, &self.were[1], &stands.en),
        ];
        let is_seen = sides
            .iter()
            .all(|(typed, was, now)| typed == was || was == now);
        let [fi, en] = sides.map(|(typed, was, now)| match typed == was {
            true => now.clone(),
            false => typed.clone(),
        });
        Typed {
            fi,
            en,
            sv: stands.sv,
            were: self.were.clone(),
            seen: if is_seen { text.edition } else { self.seen },
        }
    }

    /// Which of the texts of a thing this was typed for, if its words stand there still.
    pub(super) fn place(&self, view: &TranslationForm) -> Option<usize> {
        let mut texts = view.texts.iter();
        texts.position(|text| as_sent(&text.own.sv) == self.sv)
    }
}

impl AllTyped {
    pub(super) fn of(view: &TranslationForm) -> AllTyped {
        AllTyped {
            texts: view.texts.iter().map(Typed::of).collect(),
            by: view.by.as_ref().map(plain).unwrap_or_default(),
            of_english: false,
        }
    }

    pub(super) fn read(form: &Form) -> AllTyped {
        let nth = |n: usize| {
            let one = |name: &str| form.typed(&format!("{name}-{n}")).to_owned();
            let lines = |name: &str| typed::cleaned(&one(name), true);
            Some(Typed {
                sv: typed::cleaned(form.once(&format!("sv-{n}"))?, true),
                fi: lines("fi"),
                en: lines("en"),
                were: [lines("var-fi"), lines("var-en")],
                seen: one("sedd").parse().unwrap_or_default(),
            })
        };
        AllTyped {
            texts: (1..).map_while(nth).collect(),
            by: form.typed("av").to_owned(),
            of_english: form.once("sprak") == Some("en"),
        }
    }

    /// The card of a text: with what was typed for it, and what somebody else made of it meanwhile.
    pub(super) fn card(&self, text: &OneText) -> Card {
        let stands = Typed::of(text);
        let own = self.texts.iter().find(|typed| typed.sv == stands.sv);
        let mut typed = own.map_or(stands.clone(), |typed| typed.beside(text));
        let stands_now = (typed.seen != text.edition).then(|| text.made.clone());
        // From here on they have seen both.
        typed.seen = text.edition;
        typed.were = stands.were;
        Card {
            text: text.clone(),
            typed,
            stands_now,
        }
    }

    /// The fields as domain types; every fault at once.
    pub(super) fn to_translated(
        &self,
        site: &WorkSite,
        s: &Speech,
        view: &TranslationForm,
        faults: &mut Faults,
    ) -> Option<(Vec<Translated>, Text)> {
        let texts = self.texts.iter().map(|typed| {
            let place = typed.place(view);
            // Where the words stand now is where a fault is told.
            let n = place.map_or(0, |place| place + 1);
            let own = place.and_then(|place| view.texts.get(place));
            let sv = own.map_or_else(|| typed.sv.as_str().into(), |text| text.own.sv.clone());
            let lines = typed.sv.contains('\n');
            let is_title = own.is_some_and(|text| text.kind == TextKind::Title);
            let most = if is_title { TITLE } else { TEXT };
            let typed = own.map_or_else(|| typed.clone(), |text| typed.beside(text));
            let mut one = |tag: &str, said: &str| {
                let field = format!("{tag}-{n}");
                typed::text(s, faults, field, said, most, lines)
            };
            Translated {
                text: Names {
                    fi: one("fi", &typed.fi),
                    en: one("en", &typed.en),
                    ..Names::swedish(sv)
                },
                seen: typed.seen,
            }
        });
        let texts: Vec<Translated> = texts.collect();
        let by = typed::text(s, faults, "av", &self.by, BY, false);
        match by.as_ref().and_then(Text::as_str) {
            Some(by) if site.app.names_somebody(by) => {
                faults.add("av", s.t("work-fault-role-name"));
            }
            None if faults.at("av").is_none() => faults.add("av", s.t("translations-fault-by")),
            _ => {}
        }
        Some((texts, by?))
    }
}

/// The words as they come back in a form: a browser sends its own ends of lines.
fn as_sent(text: &Text) -> String {
    typed::cleaned(&plain(text), true)
}

fn plain(text: &Text) -> String {
    text.as_str().unwrap_or_default().to_owned()
}
