//! JSON in which no object says a thing twice. JSON itself leaves open which of two equal
//! keys counts (RFC 8259 §4), and a fact must not hang on that.

use super::limits;
use super::reader::{Fault, FaultKind};
use serde::de::{DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Number, Value};
use std::cell::RefCell;
use std::fmt;

/// Reads a value with every key that stands twice in its object.
///
/// # Errors
/// The bytes are not JSON.
pub(super) fn read(bytes: &[u8]) -> Result<(Value, Vec<Fault>), serde_json::Error> {
    // Some editors begin a file with a byte order mark, which a reader may ignore.
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let twice = RefCell::default();
    let mut deserializer = serde_json::Deserializer::from_slice(bytes);
    let value = At {
        path: String::new(),
        twice: &twice,
    }
    .deserialize(&mut deserializer)?;
    deserializer.end()?;
    Ok((value, twice.into_inner()))
}

/// A place in the file.
struct At<'a> {
    path: String,
    twice: &'a RefCell<Vec<Fault>>,
}

impl At<'_> {
    fn below(&self, path: String) -> At<'_> {
        At {
            path,
            twice: self.twice,
        }
    }
}

impl<'de> DeserializeSeed<'de> for At<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for At<'_> {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_f64<E>(self, value: f64) -> Result<Value, E> {
        Ok(Number::from_f64(value).map_or(Value::Null, Value::Number))
    }

    fn visit_str<E>(self, value: &str) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_string<E>(self, value: String) -> Result<Value, E> {
        Ok(Value::String(value))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Value, A::Error> {
        let mut items = Vec::new();
        while let Some(item) =
            list.next_element_seed(self.below(format!("{}[{}]", self.path, items.len())))?
        {
            items.push(item);
        }
        Ok(Value::Array(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut object: A) -> Result<Value, A::Error> {
        let mut fields = Map::new();
        while let Some(key) = object.next_key::<String>()? {
            let path = match self.path.as_str() {
                "" => key.clone(),
                above => format!("{above}.{key}"),
            };
            if limits::is_odd(&key) {
                let fault = Fault::of(&path, FaultKind::ControlCharacter);
                self.twice.borrow_mut().push(fault);
            }
            let value = object.next_value_seed(self.below(path.clone()))?;
            if fields.insert(key, value).is_some() {
                self.twice
                    .borrow_mut()
                    .push(Fault::of(&path, FaultKind::KeyTwice));
            }
        }
        Ok(Value::Object(fields))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_that_stands_twice_is_a_fault_at_its_path() {
        let file = br#"{"a": [{"b": 1, "b": 2}], "c": null, "c": true}"#;
        let (_, twice) = read(file).unwrap();
        let paths: Vec<_> = twice.iter().map(|fault| fault.path.as_str()).collect();
        assert_eq!(paths, ["a[0].b", "c"]);
    }

    #[test]
    fn it_reads_as_serde_json_reads() {
        let file = r#"{"a": [1, -2, 3.50, 1e3, "å\u00e4", null, true], "b": {"c": ""}}"#;
        let plain: Value = serde_json::from_str(file).unwrap();
        assert_eq!(read(file.as_bytes()).unwrap(), (plain, vec![]));
    }

    #[test]
    fn what_comes_after_the_value_is_no_json() {
        assert!(read(b"{} {}").is_err());
        assert!(read(&[b"[".repeat(100_000), b"]".repeat(100_000)].concat()).is_err());
    }
}
