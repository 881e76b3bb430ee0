//! What an import reports, folded: one heading for each reason, with how many records it is
//! about, and under it their paths. Paths that differ in one place of a list alone are one line,
//! which names every place.

use std::collections::BTreeMap;

/// The lines of a report: each record's path and why it is reported, in any order. The reasons
/// come in the order in which they are first met.
pub(super) fn lines<'a>(told: impl Iterator<Item = (&'a str, String)>) -> Vec<String> {
    let mut reasons: Vec<(String, Vec<&str>)> = Vec::new();
    for (path, why) in told {
        match reasons.iter_mut().find(|(reason, _)| *reason == why) {
            Some((_, paths)) => paths.push(path),
            None => reasons.push((why, vec![path])),
        }
    }
    let mut lines = Vec::new();
    for (why, paths) in reasons {
        lines.push(format!("{why} ({}):", paths.len()));
        lines.extend(folded(&paths).into_iter().map(|path| format!("  {path}")));
    }
    lines
}

/// Paths, with those of one list together.
fn folded(paths: &[&str]) -> Vec<String> {
    let mut kinds: BTreeMap<(&str, &str), Vec<usize>> = BTreeMap::new();
    let mut folded = Vec::new();
    for path in paths {
        match in_list(path) {
            Some((before, place, after)) => kinds.entry((before, after)).or_default().push(place),
            None => folded.push((*path).to_owned()),
        }
    }
    let lists = kinds.into_iter().map(|((before, after), mut places)| {
        places.sort_unstable();
        places.dedup();
        format!("{before}[{}]{after}", spans(&places))
    });
    folded.extend(lists);
    folded.sort();
    folded
}

/// A path that leads through its first list alone: what is before the place, the place, and what
/// is after it.
fn in_list(path: &str) -> Option<(&str, usize, &str)> {
    let (before, rest) = path.split_once('[')?;
    let (place, after) = rest.split_once(']')?;
    (!after.contains('[')).then_some(())?;
    Some((before, place.parse().ok()?, after))
}

/// Places in their order, with those that follow each other as a span.
fn spans(places: &[usize]) -> String {
    let mut spans: Vec<(usize, usize)> = Vec::new();
    for place in places {
        match spans.last_mut() {
            Some((_, last)) if *last + 1 == *place => *last = *place,
            _ => spans.push((*place, *place)),
        }
    }
    let written = spans.iter().map(|(first, last)| match last - first {
        0 => first.to_string(),
        _ => format!("{first}–{last}"),
    });
    written.collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::lines;

    #[test]
    fn one_reason_is_said_once_and_every_path_is_in_its_lines() {
        let told = [
            ("goals[0].short", "no place"),
            ("meta.rules", "of the file"),
            ("goals[2].short", "no place"),
            ("goals[1].short", "no place"),
            ("goals[7].short", "no place"),
            ("goals[3]", "no place"),
            ("frames[1].rows[0].sign", "no place"),
        ];
        let told = told.into_iter().map(|(path, why)| (path, why.to_owned()));
        assert_eq!(
            lines(told),
            [
                "no place (6):",
                "  frames[1].rows[0].sign",
                "  goals[0–2, 7].short",
                "  goals[3]",
                "of the file (1):",
                "  meta.rules",
            ]
        );
    }
}
