//! TOML as the reader walks it, and on which line of the file each of its values stands.

use super::super::facts::json::Json;
use std::collections::BTreeMap;
use toml::de::{DeTable, DeValue};

/// On which line each value of a file stands, by its path.
#[derive(Debug, Default)]
pub(super) struct Lines(BTreeMap<String, usize>);

impl Lines {
    /// The line of what stands at a path; of what does not stand there, the line of what it
    /// would stand in. None for the file as a whole.
    pub(super) fn of(&self, path: &str) -> Option<usize> {
        let mut path = path;
        loop {
            if let Some(line) = self.0.get(path) {
                return Some(*line);
            }
            let end = path.rfind(['.', '['])?;
            path = path.get(..end)?;
        }
    }
}

/// A place in a file where it is no TOML: line and column, from 1.
pub(super) type Place = (usize, usize);

/// Reads a file.
///
/// # Errors
/// Every line on which it is no TOML.
pub(super) fn read(file: &str) -> Result<(Json, Lines), Vec<Place>> {
    let (table, errors) = DeTable::parse_recoverable(file);
    let mut places: Vec<Place> = errors
        .iter()
        .map(|error| place(file, error.span().map_or(0, |span| span.start)))
        .collect();
    // What follows from a fault on the same line is no fault of its own.
    places.sort_unstable();
    places.dedup_by_key(|(line, _)| *line);
    if !places.is_empty() {
        return Err(places);
    }
    let mut walk = Walk {
        file,
        lines: BTreeMap::new(),
    };
    let root = walk.table(table.get_ref(), "");
    Ok((root, Lines(walk.lines)))
}

fn place(file: &str, at: usize) -> Place {
    let before = file.get(..at).unwrap_or(file);
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().map_or(0, |l| l.chars().count()) + 1;
    (line, column)
}

struct Walk<'a> {
    file: &'a str,
    lines: BTreeMap<String, usize>,
}

impl Walk<'_> {
    fn note(&mut self, path: &str, at: usize) {
        let (line, _) = place(self.file, at);
        self.lines.entry(path.to_owned()).or_insert(line);
    }

    fn table(&mut self, table: &DeTable<'_>, path: &str) -> Json {
        let fields = table.iter().map(|(key, value)| {
            let name = key.get_ref().to_string();
            let below = match path {
                "" => name.clone(),
                path => format!("{path}.{name}"),
            };
            self.note(&below, key.span().start);
            (name, self.value(value.get_ref(), &below))
        });
        Json::Object(fields.collect())
    }

    /// A value, with its days and times as they are written.
    fn value(&mut self, value: &DeValue<'_>, path: &str) -> Json {
        match value {
            DeValue::String(text) => Json::Text(text.to_string()),
            DeValue::Integer(number) => {
                let read = i64::from_str_radix(number.as_str(), number.radix());
                Json::Number(read.map_or_else(|_| number.to_string(), |n| n.to_string()))
            }
            DeValue::Float(number) => Json::Number(number.as_str().to_owned()),
            DeValue::Boolean(is) => Json::Bool(*is),
            DeValue::Datetime(at) => Json::Text(at.to_string()),
            DeValue::Array(items) => {
                let items = items.iter().enumerate().map(|(i, item)| {
                    let below = format!("{path}[{i}]");
                    self.note(&below, item.span().start);
                    self.value(item.get_ref(), &below)
                });
                Json::List(items.collect())
            }
            DeValue::Table(table) => self.table(table, path),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_missing_is_on_the_line_of_what_it_would_stand_in() {
        let file = "# a\n[[notice]]\nid = 'x'\n\n[[notice]]\nlink = { url = 'y' }\n";
        let (_, lines) = read(file).unwrap();
        assert_eq!(lines.of("notice[0].id"), Some(3));
        assert_eq!(lines.of("notice[1]"), Some(5));
        assert_eq!(lines.of("notice[1].title"), Some(5));
        assert_eq!(lines.of("notice[1].link.text"), Some(6));
        assert_eq!(lines.of("office"), None);
    }

    #[test]
    fn each_line_that_is_no_toml_is_told() {
        let places = read("[[notice]]\nid = = 1\ntitle = 'a'\ntext = \n").unwrap_err();
        let lines: Vec<usize> = places.into_iter().map(|(line, _)| line).collect();
        assert_eq!(lines, [2, 4]);
    }
}
