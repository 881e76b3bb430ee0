//! Nothing of a file vanishes without a word: a field that no reader knows is reported.

use super::*;

const UNKNOWN: &str = "okänt_fält";

/// Puts a field that nobody knows into every object of a file, and says where.
fn with_unknown_fields(value: &mut Value, path: &str, put: &mut Vec<String>) {
    match value {
        Value::Array(items) => {
            for (i, item) in items.iter_mut().enumerate() {
                with_unknown_fields(item, &format!("{path}[{i}]"), put);
            }
        }
        Value::Object(fields) => {
            let below = |field: &str| match path {
                "" => field.to_owned(),
                above => format!("{above}.{field}"),
            };
            for (field, value) in fields.iter_mut() {
                with_unknown_fields(value, &below(field), put);
            }
            fields.insert(UNKNOWN.to_owned(), json!("vad som helst"));
            put.push(below(UNKNOWN));
        }
        _ => {}
    }
}

/// Whether a path is told, or what it is a part of.
pub(super) fn is_told(path: &str, told: &BTreeSet<String>) -> bool {
    let ends = path.char_indices().filter(|(_, c)| ['.', '['].contains(c));
    let mut above = ends.map(|(end, _)| &path[..end]);
    told.contains(path) || above.any(|above| told.contains(above))
}

fn untold(file: &str) -> Vec<String> {
    let sound = take(&app(), file.as_bytes());
    let already: BTreeSet<_> = sound.reported.into_iter().map(|(path, _)| path).collect();
    let (mut file, mut put) = (parsed(file), Vec::new());
    with_unknown_fields(&mut file, "", &mut put);
    assert!(put.len() > 100, "{}", put.len());
    let taken = take(&app(), &bytes(&file));
    assert_eq!(taken.refused, []);
    let told: BTreeSet<_> = taken.reported.into_iter().map(|(path, _)| path).collect();
    // By its own path, unless the record around it was told of already.
    put.retain(|path| !told.contains(path) && !is_told(path, &already));
    put
}

#[test]
fn a_field_that_nobody_knows_is_told_of_in_every_record_of_the_real_file() {
    assert_eq!(untold(REAL), Vec::<String>::new());
}

#[test]
fn a_field_that_nobody_knows_is_told_of_in_every_record_of_the_invented_file() {
    assert_eq!(untold(INVENTED), Vec::<String>::new());
}

#[test]
fn of_two_fields_that_say_one_thing_the_one_that_is_not_taken_is_told_of() {
    let mut file = parsed(INVENTED);
    let linked = &mut file["indicators"][0];
    linked["goal_link"] = linked["goal_link_interpreted"].clone();
    let path = "indicators[0].goal_link".to_owned();
    let taken = take(&app(), &bytes(&file));
    assert!(taken.reported.contains(&(path, Reason::NoPlace)));
}

#[test]
fn what_is_said_of_the_file_itself_is_told_of_as_that() {
    let mut file = parsed(INVENTED);
    file["meta"]["language"] = json!("sv");
    file["meta"]["rules"] = Value::Null;
    file["meta"]["annat"] = json!("sv");
    file["meta"]["tomt"] = Value::Null;
    let taken = take(&app(), &bytes(&file));
    let mut of_meta: Vec<_> = (taken.reported.iter())
        .filter(|(path, _)| path.starts_with("meta"))
        .map(|(path, reason)| (path.as_str(), *reason))
        .collect();
    of_meta.sort();
    let expected = [
        ("meta.annat", Reason::NoPlace),
        ("meta.language", Reason::OfTheFile),
    ];
    assert_eq!(of_meta, expected);
}
