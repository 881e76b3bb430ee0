//! Proves that no key is missing: in a language, in the code, or in the files.

use crate::texts::{EN, FI, SV};
use fluent_syntax::ast::{
    Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey,
};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// Decided words (DESIGN-UX §8) whose page is not built yet. A key leaves this list when a page
/// uses it.
const WAITING: &[&str] = &[
    "scale-forecast-met",
    "scale-forecast-partly",
    "scale-forecast-not-met",
    "scale-unknown",
    "scale-final-met",
    "scale-final-partly",
    "scale-final-not-met",
    "status-done",
    "status-on-track",
    "status-at-risk",
    "status-off-track",
    "saved-at",
    "explain-deviation",
];

/// Where a language leaves out a word that the others are given, because §8 says so.
const LEFT_OUT: &[(&str, &str)] = &[("helped-thanks", "website")];

/// Variables that only choose between forms of a word, or are a count as digits: a language
/// that has no such forms leaves them out.
const HELPERS: &[&str] = &["kind", "count", "n"];

/// Long texts that are the same in two languages on purpose.
const SAME: &[&str] = &[];

const LANGUAGES: [(&str, &[&str]); 3] = [("sv", SV), ("en", EN), ("fi", FI)];

/// A message: the variables and messages that it takes, and its own words.
#[derive(Default)]
pub(crate) struct Said {
    pub(crate) variables: BTreeSet<String>,
    messages: BTreeSet<String>,
    words: String,
}

/// Every key of a language.
pub(crate) fn keys(files: &[&str]) -> BTreeMap<String, Said> {
    let mut keys = BTreeMap::new();
    for file in files {
        let resource = fluent_syntax::parser::parse(*file).unwrap_or_else(|(_, e)| panic!("{e:?}"));
        for entry in resource.body {
            let message = match entry {
                Entry::Message(message) => message,
                Entry::Term(_) | Entry::Junk { .. } => panic!("terms are not used: {entry:?}"),
                _ => continue,
            };
            let name = message.id.name.to_owned();
            assert!(
                message.attributes.is_empty(),
                "{name}: attributes are not used"
            );
            let mut said = Said::default();
            read(&message.value.expect("a key has a text"), &mut said);
            assert!(
                keys.insert(name.clone(), said).is_none(),
                "{name} stands twice"
            );
        }
    }
    keys
}

fn read(pattern: &Pattern<&str>, said: &mut Said) {
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => said.words.push_str(value),
            PatternElement::Placeable { expression } => {
                // Something stands here, so the spaces on each side are two and not a pair.
                said.words.push('\u{fffc}');
                read_expression(expression, said);
            }
        }
    }
}

fn read_expression(expression: &Expression<&str>, said: &mut Said) {
    match expression {
        Expression::Inline(inline) => read_inline(inline, said),
        Expression::Select { selector, variants } => {
            read_inline(selector, said);
            for variant in variants {
                // Words are put in as text, which is never equal to a number.
                let is_word = matches!(variant.key, VariantKey::Identifier { .. });
                assert!(is_word, "a variant is named by a number: {variant:?}");
            }
            variants
                .iter()
                .for_each(|variant| read(&variant.value, said));
        }
    }
}

fn read_inline(inline: &InlineExpression<&str>, said: &mut Said) {
    match inline {
        InlineExpression::VariableReference { id } => {
            said.variables.insert(id.name.to_owned());
        }
        InlineExpression::MessageReference { id, .. } => {
            said.messages.insert(id.name.to_owned());
        }
        InlineExpression::Placeable { expression } => read_expression(expression, said),
        InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => {}
        other => panic!("not used in our texts: {other:?}"),
    }
}

/// A file of the workspace.
struct File {
    path: PathBuf,
    text: String,
    /// Whether its `.text("…")` is ours: its crate depends on this one, and it does not say
    /// `words-keys: none`, for a method of the same name.
    says: bool,
}

/// The code and the templates of the workspace, without comments and without tests.
struct Code {
    files: Vec<File>,
    /// Beginnings of keys that are put together from parts: in the call itself,
    /// `.text(&format!("month-{n}"))`, or elsewhere, with a comment `words-keys: month-*`.
    made: BTreeSet<String>,
}

impl Code {
    fn read() -> Self {
        let crates = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        let mut code = Code {
            files: Vec::new(),
            made: BTreeSet::new(),
        };
        for folder in fs::read_dir(crates).unwrap() {
            let folder = folder.unwrap().path();
            let manifest = fs::read_to_string(folder.join("Cargo.toml")).unwrap_or_default();
            let knows_words = |line: &str| {
                line.starts_with("riktning-words") || line == "name = \"riktning-words\""
            };
            let says = manifest.lines().any(knows_words);
            for place in ["src", "templates"] {
                code.read_folder(&folder.join(place), says);
            }
        }
        code
    }

    fn read_folder(&mut self, folder: &Path, says: bool) {
        for entry in fs::read_dir(folder).into_iter().flatten() {
            let path = entry.unwrap().path();
            let ending = path.extension().and_then(|ending| ending.to_str());
            match ending {
                _ if path.is_dir() => self.read_folder(&path, says),
                // This file's own lists are no use of a key.
                Some("rs" | "html") if !path.ends_with("words/src/keys.rs") => {
                    // Another session may be writing the file at this moment.
                    let text = fs::read_to_string(&path).unwrap_or_default();
                    self.read_file(path, &text, says);
                }
                _ => {}
            }
        }
    }

    fn read_file(&mut self, path: PathBuf, text: &str, says: bool) {
        let says = says && !text.contains("words-keys: none");
        for line in text.lines() {
            if let Some((_, listed)) = line.split_once("words-keys:") {
                let named = listed
                    .split_whitespace()
                    .filter_map(|key| key.strip_suffix('*'));
                self.made.extend(named.map(str::to_owned));
            }
        }
        let text = text
            .split("#[cfg(test)]\nmod tests")
            .next()
            .unwrap_or_default();
        let is_code = |line: &&str| !line.trim_start().starts_with("//");
        let text = text.lines().filter(is_code).collect::<Vec<_>>().join("\n");
        for name in WAYS.iter().flat_map(|way| way.names()) {
            for after in text.split(&format!("{name}&format!(\"")).skip(1) {
                // A key whose beginning is made needs the comment.
                let made = after.split('{').next().unwrap_or_default();
                if looks_like_a_key(made) && made.ends_with('-') {
                    self.made.insert(made.to_owned());
                }
            }
        }
        self.files.push(File { path, text, says });
    }

    /// Every literal of the code that could be a key.
    fn literals(&self) -> BTreeSet<&str> {
        let parts = self
            .files
            .iter()
            .flat_map(|file| file.text.split(['"', '\'']));
        parts.filter(|part| looks_like_a_key(part)).collect()
    }

    /// Keys that the code holds before it says them: what begins as `words-keys` promises, and
    /// what is chosen by a `match`, in the call or in `let key = …;`.
    fn constants(&self) -> BTreeSet<&str> {
        let promised = |part: &&str| {
            self.made
                .iter()
                .any(|made| part.starts_with(made.as_str()) && part != made)
        };
        let mut found: BTreeSet<&str> = self.literals().into_iter().filter(promised).collect();
        for File { text, .. } in self.files.iter().filter(|file| file.says) {
            let named = text
                .split("let key = ")
                .skip(1)
                .filter_map(|rest| rest.split(';').next());
            let methods = WAYS.iter().flat_map(|way| way.names());
            let chosen = methods.flat_map(|name| {
                let calls = text
                    .split(*name)
                    .skip(1)
                    .filter(|rest| rest.starts_with("match "));
                calls.filter_map(|rest| rest.split("})").next())
            });
            for part in named
                .chain(chosen)
                .flat_map(|code| code.split('"').skip(1).step_by(2))
            {
                found.extend((looks_like_a_key(part) && part.contains('-')).then_some(part));
            }
        }
        found
    }

    /// Every call that says a text by a literal key, with the names of what it puts in: `None`
    /// where the call does not list them itself.
    fn calls(&self) -> Vec<Call<'_>> {
        let mut calls = Vec::new();
        for File { path, text, .. } in self.files.iter().filter(|file| file.says) {
            for way in WAYS {
                for name in way.names() {
                    let mut rest = text.as_str();
                    while let Some(at) = rest.find(name) {
                        rest = &rest[at + name.len()..];
                        let Some(call) = Call::read(path, way, name, rest) else {
                            continue;
                        };
                        calls.push(call);
                    }
                }
            }
        }
        calls
    }
}

fn looks_like_a_key(text: &str) -> bool {
    let letters = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    text.starts_with(|c: char| c.is_ascii_lowercase()) && text.chars().all(letters)
}

/// How a text is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    Text,
    With,
    Count,
}

const WAYS: [Way; 3] = [Way::Text, Way::With, Way::Count];

impl Way {
    /// The methods of [`crate::Words`], and the short names that templates call them by.
    fn names(self) -> &'static [&'static str] {
        match self {
            Way::Text => &[".text(", ".t("],
            Way::With => &[".with(", ".marked(", ".t1(", ".m1("],
            Way::Count => &[".count(", ".n("],
        }
    }
}

struct Call<'a> {
    path: &'a Path,
    way: Way,
    key: &'a str,
    given: Option<BTreeSet<&'a str>>,
}

impl<'a> Call<'a> {
    fn read(path: &'a Path, way: Way, name: &str, after: &'a str) -> Option<Self> {
        let (key, rest) = literal(after)?;
        if !looks_like_a_key(key) {
            return None;
        }
        let given = match (way, name) {
            (Way::Text, _) => Some(BTreeSet::new()),
            (_, ".n(") => Some(BTreeSet::new()),
            (_, ".t1(" | ".m1(") => {
                literal(rest.trim_start().strip_prefix(',')?).map(|(name, _)| [name].into())
            }
            _ => listed(rest),
        };
        Some(Call {
            path,
            way,
            key,
            given,
        })
    }
}

/// The literal that a text begins with, and what follows it.
fn literal(text: &str) -> Option<(&str, &str)> {
    text.trim_start().strip_prefix('"')?.split_once('"')
}

/// The names in a list of pairs, if the next thing in the call is such a list.
fn listed(after: &str) -> Option<BTreeSet<&str>> {
    // A count may stand before the list; a list that has a name of its own is read nowhere.
    let (before, list) = after.split_once("&[")?;
    if before.contains([';', ')']) {
        return None;
    }
    let mut names = BTreeSet::new();
    let mut rest = list;
    loop {
        rest = rest.trim_start();
        if rest.starts_with(']') {
            return Some(names);
        }
        let (name, after) = literal(rest.strip_prefix('(')?)?;
        names.insert(name);
        // To the end of the pair, past the brackets within it.
        let mut depth = 1;
        let end = after.find(|c| {
            match c {
                '(' => depth += 1,
                ')' => depth -= 1,
                _ => {}
            }
            depth == 0
        })?;
        rest = after[end + 1..].trim_start();
        rest = rest.strip_prefix(',').unwrap_or(rest);
    }
}

#[test]
fn every_key_is_in_three_languages() {
    let sv = keys(SV);
    for (tag, files) in &LANGUAGES[1..] {
        let other = keys(files);
        let missing: Vec<_> = sv.keys().filter(|key| !other.contains_key(*key)).collect();
        let extra: Vec<_> = other.keys().filter(|key| !sv.contains_key(*key)).collect();
        assert!(missing.is_empty(), "missing in {tag}: {missing:?}");
        assert!(extra.is_empty(), "only in {tag}: {extra:?}");
    }
}

#[test]
fn every_language_takes_the_same_words() {
    let all = LANGUAGES.map(|(_, files)| keys(files));
    for key in all[0].keys() {
        let asked = all.iter().filter_map(|keys| keys.get(key)).map(|said| {
            let plain = said.variables.iter().filter(|variable| {
                let left_out = LEFT_OUT.contains(&(key.as_str(), variable.as_str()));
                !HELPERS.contains(&variable.as_str()) && !left_out
            });
            plain.cloned().collect::<BTreeSet<_>>()
        });
        let asked: Vec<_> = asked.collect();
        assert!(
            asked.windows(2).all(|two| two[0] == two[1]),
            "{key}: {asked:?}"
        );
    }
}

#[test]
fn every_key_that_is_used_exists() {
    let (sv, code) = (keys(SV), Code::read());
    let calls = code.calls();
    assert!(
        calls.len() > 20,
        "the calls are no longer found: {}",
        calls.len()
    );
    let said = sv.values().flat_map(|said| &said.messages);
    assert!(
        code.constants().len() > 50,
        "constants are no longer found: {:?}",
        code.constants()
    );
    let missing: Vec<_> = calls
        .iter()
        .filter(|call| !sv.contains_key(call.key))
        .map(|call| format!("{} ({})", call.key, call.path.display()))
        .chain(said.filter(|key| !sv.contains_key(*key)).cloned())
        .chain(
            code.constants()
                .into_iter()
                .filter(|key| !sv.contains_key(*key))
                .map(str::to_owned),
        )
        .collect();
    assert!(
        missing.is_empty(),
        "used, but in no file of locales/sv: {missing:#?}"
    );
    let idle: Vec<_> = code
        .made
        .iter()
        .filter(|made| !sv.keys().any(|k| k.starts_with(*made)))
        .collect();
    assert!(
        idle.is_empty(),
        "words-keys names what begins no key: {idle:?}"
    );
}

#[test]
fn every_key_is_used() {
    let (sv, code) = (keys(SV), Code::read());
    let literals = code.literals();
    let by_others: BTreeSet<&String> = sv.values().flat_map(|said| &said.messages).collect();
    let is_used = |key: &String| {
        let made = || code.made.iter().any(|made| key.starts_with(made.as_str()));
        literals.contains(key.as_str()) || by_others.contains(key) || made()
    };
    let idle: Vec<_> = sv
        .keys()
        .filter(|key| !WAITING.contains(&key.as_str()) && !is_used(key))
        .collect();
    assert!(idle.is_empty(), "nothing uses: {idle:#?}");
    let gone: Vec<_> = WAITING
        .iter()
        .filter(|key| !sv.contains_key(**key) || is_used(&(**key).to_owned()))
        .collect();
    assert!(
        gone.is_empty(),
        "no longer waiting, take them out of WAITING: {gone:?}"
    );
}

#[test]
fn every_call_gives_a_text_the_words_that_it_takes() {
    let all = LANGUAGES.map(|(_, files)| keys(files));
    let mut wrong = Vec::new();
    for call in Code::read().calls() {
        let Some(given) = &call.given else { continue };
        let taken = all
            .iter()
            .filter_map(|keys| keys.get(call.key))
            .flat_map(|said| &said.variables);
        let counted = |name: &str| call.way == Way::Count && ["count", "n"].contains(&name);
        let taken: BTreeSet<&str> = taken
            .map(String::as_str)
            .filter(|name| !counted(name))
            .collect();
        if *given != taken {
            wrong.push(format!(
                "{} gives {given:?}, takes {taken:?} ({})",
                call.key,
                call.path.display()
            ));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn texts_are_tidy() {
    for (tag, files) in LANGUAGES {
        for (key, said) in keys(files) {
            let words = said.words;
            assert!(!words.contains("  "), "two spaces in {tag}: {key}");
            assert!(!words.contains("--"), "two hyphens in {tag}: {key}");
            assert!(!words.contains("..."), "three dots in {tag}, use …: {key}");
        }
    }
}

#[test]
fn no_long_text_is_left_in_swedish() {
    let sv = keys(SV);
    for (tag, files) in &LANGUAGES[1..] {
        let same: Vec<_> = keys(files)
            .into_iter()
            .filter(|(key, said)| {
                said.words == sv[key].words && said.words.trim().chars().count() > 12
            })
            .map(|(key, _)| key)
            .filter(|key| !SAME.contains(&key.as_str()))
            .collect();
        assert!(same.is_empty(), "the same in {tag} as in Swedish: {same:?}");
    }
}

#[test]
fn a_call_is_read_with_the_names_that_it_gives() {
    let text = r#"x.with( "a-key" , &[("one", &f(g("x"), 2)), ("two", b)]) x.with("b-key", &args); y(&[("no", 1)])
        x.t1("c-key", "name", z) x.count("d-key", 3, &[("more", m)]) x.text("e-key") a.text(key)"#;
    let code = Code {
        files: vec![File {
            path: "x.rs".into(),
            text: text.to_owned(),
            says: true,
        }],
        made: BTreeSet::new(),
    };
    let read: Vec<_> = code
        .calls()
        .into_iter()
        .map(|call| (call.key, call.given))
        .collect();
    let given = |names: &[&'static str]| Some(names.iter().copied().collect::<BTreeSet<_>>());
    assert_eq!(
        read,
        [
            ("e-key", given(&[])),
            ("a-key", given(&["one", "two"])),
            ("b-key", None),
            ("c-key", given(&["name"])),
            ("d-key", given(&["more"])),
        ]
    );
}
