//! What a form sent, as `application/x-www-form-urlencoded` (WHATWG URL standard §5).

use crate::failure::Failure;
use std::collections::HashMap;

/// The fields of a form, in the order in which they were sent.
#[derive(Debug)]
pub(crate) struct Form {
    all: Vec<(String, String)>,
    /// Where each field is; nowhere if it was sent more than once. A form of many fields is asked for many.
    at: HashMap<String, Option<usize>>,
}

/// Bytes of a form with texts: so much that a text which is too long for its field is told of at that
/// field, with all that was typed, and is not refused whole.
pub(crate) const TEXTS: usize = 2 << 20;
/// Bytes of the largest form, which is a list of ten thousand rows: the server takes no larger body.
pub(crate) const LARGEST: usize = 4 << 20;

impl Form {
    /// Reads a body of at most so many bytes. What is not UTF-8 is shown as the replacement
    /// character, as browsers do: nothing that somebody typed is lost for one bad byte.
    ///
    /// # Errors
    /// When it is larger.
    pub(crate) fn read(body: &[u8], most: usize) -> Result<Form, Failure> {
        if body.len() > most {
            return Err(Failure::BodyTooLarge);
        }
        let fields = body
            .split(|byte| *byte == b'&')
            .filter(|field| !field.is_empty());
        let read = |field: &[u8]| {
            let at = field.iter().position(|byte| *byte == b'=');
            let (name, value) = field.split_at(at.unwrap_or(field.len()));
            (text(name), text(value.get(1..).unwrap_or_default()))
        };
        let all: Vec<_> = fields.map(read).collect();
        let mut at = HashMap::with_capacity(all.len());
        for (place, (name, _)) in all.iter().enumerate() {
            let seen = at.entry(name.clone());
            seen.and_modify(|place| *place = None)
                .or_insert(Some(place));
        }
        Ok(Form { all, at })
    }

    /// A field that was sent once.
    pub(crate) fn once(&self, name: &str) -> Option<&str> {
        let place = (*self.at.get(name)?)?;
        self.all.get(place).map(|(_, value)| value.as_str())
    }
}

impl Form {
    /// Every value of a field, in the order in which they were sent.
    pub(crate) fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        let values = self.all.iter().filter(move |(own, _)| own == name);
        values.map(|(_, value)| value.as_str())
    }

    /// A field that was sent once, or nothing.
    pub(crate) fn typed(&self, name: &str) -> &str {
        self.once(name).unwrap_or_default()
    }

    /// What was typed in a field; all of it, below each other, if it was sent more than once.
    pub(crate) fn together(&self, name: &str) -> String {
        match self.at.get(name) {
            None => String::new(),
            Some(Some(_)) => self.typed(name).to_owned(),
            Some(None) => self.all(name).collect::<Vec<_>>().join("\n"),
        }
    }

    /// Every field with its value.
    pub(crate) fn fields(&self) -> impl Iterator<Item = (&str, &str)> {
        self.all
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()))
    }
}

fn text(encoded: &[u8]) -> String {
    let hex = |byte: Option<&u8>| char::from(*byte?).to_digit(16);
    let mut bytes = Vec::with_capacity(encoded.len());
    let mut at = 0;
    while let Some(byte) = encoded.get(at) {
        at += 1;
        let escape = hex(encoded.get(at)).zip(hex(encoded.get(at + 1)));
        match (byte, escape) {
            (b'+', _) => bytes.push(b' '),
            (b'%', Some((high, low))) => {
                bytes.push(u8::try_from(high * 16 + low).unwrap_or_default());
                at += 2;
            }
            _ => bytes.push(*byte),
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_are_read_as_browsers_write_them() {
        let form = Form::read(b"svar=ja&sida=%2Ffi%2Fvision%3Fper%3D2018&&tom&a=b=c", 100).unwrap();
        assert_eq!(form.once("svar"), Some("ja"));
        assert_eq!(form.once("sida"), Some("/fi/vision?per=2018"));
        assert_eq!(form.once("tom"), Some(""));
        assert_eq!(form.once("a"), Some("b=c"));
        assert_eq!(form.once("b"), None);
        let form = Form::read("text=1+%2B+1%0D%0A%C3%B6l %+%4".as_bytes(), 100).unwrap();
        assert_eq!(form.once("text"), Some("1 + 1\r\nöl % %4"));
    }

    #[test]
    fn a_field_sent_twice_is_none_and_a_body_too_large_is_refused() {
        let form = Form::read(b"svar=ja&svar=nej", 100).unwrap();
        assert_eq!(form.once("svar"), None);
        assert!(matches!(
            Form::read(b"svar=ja", 6),
            Err(Failure::BodyTooLarge)
        ));
        let form = Form::read(b"text=%FFa", 100).unwrap();
        assert_eq!(form.once("text"), Some("\u{fffd}a"));
    }
}
