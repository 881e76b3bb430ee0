//! JSON as the file prints it: numbers as their digits, for 84.50 is not 84.5 and no decimal
//! survives a binary fraction; and no object that says a thing twice. JSON itself leaves open
//! which of two equal keys counts (RFC 8259 §4), and a fact must not hang on that.

use super::limits;
use super::reader::{Fault, FaultKind};
use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;
use std::collections::BTreeMap;
use std::fmt;

/// How deep a file may be nested. Each level is walked once more, so there must be an end.
const DEEPEST: usize = 32;

/// A value of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Json {
    Null,
    Bool(bool),
    /// As it is printed.
    Number(String),
    Text(String),
    List(Vec<Json>),
    Object(BTreeMap<String, Json>),
}

impl Json {
    /// A field that is there, be it null.
    pub(crate) fn get(&self, field: &str) -> Option<&Json> {
        self.as_object()?.get(field)
    }

    pub(crate) fn as_object(&self) -> Option<&BTreeMap<String, Json>> {
        match self {
            Json::Object(fields) => Some(fields),
            _ => None,
        }
    }

    pub(crate) fn as_bool(&self) -> Option<bool> {
        match self {
            Json::Bool(so) => Some(*so),
            _ => None,
        }
    }

    pub(crate) fn as_list(&self) -> Option<&[Json]> {
        match self {
            Json::List(items) => Some(items),
            _ => None,
        }
    }

    pub(crate) fn as_text(&self) -> Option<&str> {
        match self {
            Json::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The digits of a number, as printed.
    pub(crate) fn as_number(&self) -> Option<&str> {
        match self {
            Json::Number(printed) => Some(printed),
            _ => None,
        }
    }

    /// A whole number that is printed as one.
    pub(crate) fn as_whole(&self) -> Option<i64> {
        self.as_number()?.parse().ok()
    }
}

impl fmt::Display for Json {
    /// As one line, with the keys of each object in their order: what is the same is written
    /// the same, however the file prints it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Json::Null => f.write_str("null"),
            Json::Bool(so) => write!(f, "{so}"),
            Json::Number(printed) => f.write_str(printed),
            Json::Text(text) => write!(f, "{}", serde_json::Value::from(text.as_str())),
            Json::List(items) => {
                f.write_str("[")?;
                items.iter().try_for_each(|item| write!(f, "{item},"))?;
                f.write_str("]")
            }
            Json::Object(fields) => {
                f.write_str("{")?;
                fields
                    .iter()
                    .try_for_each(|(key, value)| write!(f, "{key}:{value},"))?;
                f.write_str("}")
            }
        }
    }
}

/// Where the bytes stop being JSON that we read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct NotJson {
    /// The line, from 1.
    pub(super) line: usize,
    /// The column, from 1.
    pub(super) column: usize,
}

/// Reads a value with every key that stands twice in its object.
///
/// # Errors
/// The bytes are not JSON, or nested too deeply.
pub(super) fn read(bytes: &[u8]) -> Result<(Json, Vec<Fault>), NotJson> {
    // Some editors begin a file with a byte order mark, which a reader may ignore.
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let raw: &RawValue = serde_json::from_slice(bytes).map_err(|error| NotJson {
        line: error.line(),
        column: error.column(),
    })?;
    let mut walk = Walk {
        bytes,
        faults: Vec::new(),
    };
    let value = walk.value(raw, "", 0)?;
    Ok((value, walk.faults))
}

/// A walk of a file whose punctuation is known to be right.
struct Walk<'a> {
    bytes: &'a [u8],
    faults: Vec<Fault>,
}

impl Walk<'_> {
    fn value(&mut self, raw: &RawValue, path: &str, depth: usize) -> Result<Json, NotJson> {
        if depth > DEEPEST {
            return Err(self.place(raw));
        }
        Ok(match raw.get().as_bytes().first() {
            Some(b'{') => self.object(raw, path, depth)?,
            Some(b'[') => {
                let items: Vec<&RawValue> = self.part(raw)?;
                let items = items.into_iter().enumerate();
                let items =
                    items.map(|(i, item)| self.value(item, &format!("{path}[{i}]"), depth + 1));
                Json::List(items.collect::<Result<_, _>>()?)
            }
            Some(b'"') => Json::Text(self.part(raw)?),
            Some(b'n') => Json::Null,
            Some(b't') => Json::Bool(true),
            Some(b'f') => Json::Bool(false),
            _ => Json::Number(raw.get().to_owned()),
        })
    }

    fn object(&mut self, raw: &RawValue, path: &str, depth: usize) -> Result<Json, NotJson> {
        let Fields(read) = self.part(raw)?;
        let mut fields = BTreeMap::new();
        for (key, value) in read {
            let path = match path {
                "" => key.clone(),
                above => format!("{above}.{key}"),
            };
            if limits::is_odd(&key) {
                self.faults
                    .push(Fault::of(&path, FaultKind::ControlCharacter));
            }
            let value = self.value(value, &path, depth + 1)?;
            if fields.insert(key, value).is_some() {
                self.faults.push(Fault::of(&path, FaultKind::KeyTwice));
            }
        }
        Ok(Json::Object(fields))
    }

    /// One level of a value. What is still wrong is an escape that stands for no character.
    fn part<'de, T: Deserialize<'de>>(&self, raw: &'de RawValue) -> Result<T, NotJson> {
        serde_json::from_str(raw.get()).map_err(|_| self.place(raw))
    }

    /// Where a part of the file begins.
    fn place(&self, raw: &RawValue) -> NotJson {
        let at = (raw.get().as_ptr() as usize).saturating_sub(self.bytes.as_ptr() as usize);
        let before = self.bytes.get(..at).unwrap_or_default();
        let lines = before.split(|byte| *byte == b'\n');
        let (line, last) = lines.enumerate().last().unwrap_or_default();
        NotJson {
            line: line + 1,
            column: last.len() + 1,
        }
    }
}

/// The fields of an object in their order, those that stand twice too.
struct Fields<'a>(Vec<(String, &'a RawValue)>);

impl<'de> Deserialize<'de> for Fields<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(EachField)
    }
}

struct EachField;

impl<'de> Visitor<'de> for EachField {
    type Value = Fields<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut object: A) -> Result<Fields<'de>, A::Error> {
        let mut fields = Vec::new();
        while let Some(field) = object.next_entry()? {
            fields.push(field);
        }
        Ok(Fields(fields))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::Value;

    #[test]
    fn a_key_that_stands_twice_is_a_fault_at_its_path() {
        let file = br#"{"a": [{"b": 1, "b": 2}], "c": null, "c": true}"#;
        let (_, twice) = read(file).unwrap();
        let paths: Vec<_> = twice.iter().map(|fault| fault.path.as_str()).collect();
        assert_eq!(paths, ["a[0].b", "c"]);
    }

    fn same(ours: &Json, plain: &Value) -> bool {
        match (ours, plain) {
            (Json::Null, Value::Null) => true,
            (Json::Bool(a), Value::Bool(b)) => a == b,
            (Json::Number(a), Value::Number(b)) => a.parse::<f64>().ok() == b.as_f64(),
            (Json::Text(a), Value::String(b)) => a == b,
            (Json::List(a), Value::Array(b)) => {
                a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same(a, b))
            }
            (Json::Object(a), Value::Object(b)) => {
                let keys = a.len() == b.len();
                keys && b.iter().all(|(k, v)| a.get(k).is_some_and(|a| same(a, v)))
            }
            _ => false,
        }
    }

    #[test]
    fn it_reads_as_serde_json_reads() {
        let file = r#" {"a": [1, -2, 3.50, 1e3, "å\u00e4", null, true], "b": {"c": ""}}"#;
        let plain: Value = serde_json::from_str(file).unwrap();
        let (ours, twice) = read(file.as_bytes()).unwrap();
        assert!(same(&ours, &plain) && twice.is_empty(), "{ours:?}");
    }

    #[test]
    fn numbers_are_read_as_they_are_printed() {
        let printed = ["84.50", "1e3", "12345678901234567890.12", "-0", "215.0"];
        let (list, _) = read(format!("[{}]", printed.join(" , ")).as_bytes()).unwrap();
        let read: Vec<_> = (list.as_list().unwrap().iter())
            .filter_map(Json::as_number)
            .collect();
        assert_eq!(read, printed);
    }

    #[test]
    fn what_comes_after_the_value_is_no_json() {
        assert!(read(b"{} {}").is_err());
        assert!(read(&[b"[".repeat(100_000), b"]".repeat(100_000)].concat()).is_err());
    }

    #[test]
    fn what_is_no_character_is_told_at_its_place() {
        let told = read(b"{\n  \"a\": [1, \"\\ud800\"]}").unwrap_err();
        assert_eq!((told.line, told.column), (2, 12));
    }
}
