//! Files broken at random are taken or told.

use super::*;

/// One thing done to a file.
#[derive(Clone, Debug)]
enum Harm {
    Remove(Index),
    Replace(Index, Value),
    Repeat(Index),
    /// One value in the place of another.
    Copy(Index, Index),
}

fn harm() -> impl Strategy<Value = Harm> {
    let odd = prop::sample::select(vec![
        Value::Null,
        json!(true),
        json!(0),
        json!(-1),
        json!(1e300),
        json!(2.5),
        json!(2090),
        json!(9_007_199_254_740_993_i64),
        json!(""),
        json!("  "),
        json!("ett annat namn"),
        json!("2019-02-30"),
        json!("2019"),
        json!("1500-01-01"),
        json!("2019/21"),
        json!("\u{202e}bakvänt\u{7}"),
        json!("å".repeat(5_000)),
        json!([]),
        json!({}),
        json!([null, 3, "x"]),
        json!({ "title": "Påhittad källa", "url": "javascript:alert(1)" }),
        json!({ "title": "Påhittad källa", "url": "https://exempel.invalid/annan" }),
    ]);
    prop_oneof![
        any::<Index>().prop_map(Harm::Remove),
        (any::<Index>(), odd).prop_map(|(at, value)| Harm::Replace(at, value)),
        any::<Index>().prop_map(Harm::Repeat),
        (any::<Index>(), any::<Index>()).prop_map(|(at, of)| Harm::Copy(at, of)),
    ]
}

/// Every place of the file, as pointers; not the root.
fn places(value: &Value, above: &str, found: &mut Vec<String>) {
    let mut below = |key: &str, value: &Value| {
        let escaped = key.replace('~', "~0").replace('/', "~1");
        let place = format!("{above}/{escaped}");
        found.push(place.clone());
        places(value, &place, found);
    };
    match value {
        Value::Array(items) => {
            for (i, item) in items.iter().enumerate() {
                below(&i.to_string(), item);
            }
        }
        Value::Object(fields) => fields.iter().for_each(|(key, value)| below(key, value)),
        _ => {}
    }
}

fn harmed(file: &str, harms: &[Harm]) -> Value {
    let mut file = parsed(file);
    for harm in harms {
        let mut all = Vec::new();
        places(&file, "", &mut all);
        if all.is_empty() {
            break;
        }
        let place = match harm {
            Harm::Remove(at) | Harm::Replace(at, _) | Harm::Repeat(at) | Harm::Copy(at, _) => {
                at.get(&all)
            }
        };
        let (above, key) = place.rsplit_once('/').unwrap();
        let value = file.pointer(place).unwrap().clone();
        match (harm, file.pointer_mut(above).unwrap()) {
            (Harm::Remove(_), Value::Array(items)) => drop(items.remove(key.parse().unwrap())),
            (Harm::Remove(_), Value::Object(fields)) => drop(fields.remove(key)),
            (Harm::Repeat(_), Value::Array(items)) => items.push(value),
            (Harm::Repeat(_), Value::Object(fields)) => {
                drop(fields.insert(format!("{key}_2"), value));
            }
            (Harm::Replace(_, odd), _) => *file.pointer_mut(place).unwrap() = odd.clone(),
            (Harm::Copy(_, of), _) => {
                let other: &String = of.get(&all);
                let copied = file.pointer(other).unwrap().clone();
                *file.pointer_mut(place).unwrap() = copied;
            }
            (_, above) => unreachable!("{above} has nothing below it"),
        }
    }
    file
}

/// Faults with their paths and nothing stored, or every record taken or reported, a second
/// run that changes nothing, and the same again from the journal.
fn is_taken_or_told(file: &Value) -> Result<(), TestCaseError> {
    let bytes = bytes(file);
    if let Err(faults) = facts::read(&bytes) {
        prop_assert!(!faults.is_empty());
        return Ok(());
    }
    let folder = tempfile::tempdir().unwrap();
    let app = open_on(TODAY, SqliteJournal::open(folder.path()).unwrap()).unwrap();
    let taken = take(&app, &bytes);
    prop_assert_eq!(lost(file, &taken), Vec::<String>::new());
    let position = app.position();
    let again = take(&app, &bytes);
    prop_assert_eq!(
        app.position(),
        position,
        "a second run: {:?}",
        again.changed
    );
    let live = app.plan(|state, _| format!("{state:?}"));
    block_on(app.close());
    let app = open_on(TODAY, SqliteJournal::open(folder.path()).unwrap()).unwrap();
    prop_assert_eq!(app.plan(|state, _| format!("{state:?}")), live);
    Ok(())
}

/// As many cases as a minute allows; `TRY_HARDER=20` for twenty times as many.
fn cases(usual: u32) -> ProptestConfig {
    let harder = std::env::var("TRY_HARDER")
        .ok()
        .and_then(|n| n.parse().ok());
    ProptestConfig {
        failure_persistence: None,
        ..ProptestConfig::with_cases(usual * harder.unwrap_or(1))
    }
}

/// The same after the sound file has been taken: what changed is added or reported, once.
fn is_taken_or_told_afterwards(file: &Value) -> Result<(), TestCaseError> {
    let bytes = bytes(file);
    if facts::read(&bytes).is_err() {
        return Ok(());
    }
    let app = app();
    take(&app, INVENTED.as_bytes());
    let position = app.position();
    // Its code tells which municipality it is of, and its name may change (decision 037).
    if file["meta"]["code"] != parsed(INVENTED)["meta"]["code"] {
        // A file of another municipality is told of whole, and nothing of it is taken.
        let read = facts::read(&bytes).expect("a file without faults");
        let plan = app.plan(|state, now| read.plan(state, now));
        let imported = block_on(app.import(plan.commands, Vec::new(), bytes));
        let told = format!("{imported:?}");
        prop_assert!(told.contains("OtherMunicipality"), "{}", told);
        prop_assert_eq!(app.position(), position);
        return Ok(());
    }
    let taken = take(&app, &bytes);
    prop_assert_eq!(lost(file, &taken), Vec::<String>::new());
    let position = app.position();
    let again = take(&app, &bytes);
    prop_assert_eq!(
        app.position(),
        position,
        "a second run: {:?}",
        again.changed
    );
    Ok(())
}

#[test]
fn a_municipality_may_get_another_name_and_no_other_code() {
    for (at, value) in [("municipality", "ett annat namn"), ("code", "9997")] {
        let mut file = parsed(INVENTED);
        file["meta"][at] = json!(value);
        is_taken_or_told_afterwards(&file).unwrap();
    }
}

proptest! {
    #![proptest_config(cases(150))]

    #[test]
    fn a_changed_file_is_taken_or_told_once(harms in prop::collection::vec(harm(), 1..4)) {
        is_taken_or_told_afterwards(&harmed(INVENTED, &harms))?;
    }

    #[test]
    fn an_invented_file_broken_at_random_is_taken_or_told(harms in prop::collection::vec(harm(), 1..4)) {
        is_taken_or_told(&harmed(INVENTED, &harms))?;
    }
}

proptest! {
    #![proptest_config(cases(10))]

    #[test]
    fn the_real_file_broken_at_random_is_taken_or_told(harms in prop::collection::vec(harm(), 1..20)) {
        is_taken_or_told(&harmed(REAL, &harms))?;
    }
}
