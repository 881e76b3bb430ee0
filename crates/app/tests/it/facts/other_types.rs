//! A value of another type than a reader waits for does not vanish: it is a fault, it is told
//! of, or something of what it says is taken.

use super::*;

/// The paths of every field of every object, as steps.
fn fields(value: &Value, path: &str, found: &mut Vec<String>) {
    match value {
        Value::Array(items) => {
            for (i, item) in items.iter().enumerate() {
                fields(item, &format!("{path}/{i}"), found);
            }
        }
        Value::Object(own) => {
            for (field, value) in own {
                let below = format!("{path}/{field}");
                fields(value, &below, found);
                found.push(below);
            }
        }
        _ => {}
    }
}

/// What a file without faults comes to: what it wants done and what it reports; and the paths
/// that are reported.
fn comes_to(app: &App, file: &Value) -> Option<(String, BTreeSet<String>)> {
    let read = facts::read(&bytes(file)).ok()?;
    let plan = app.plan(|state, now| read.plan(state, now));
    let told = plan.reported.iter().map(|r| r.path.clone()).collect();
    Some((format!("{:?}", (plan.commands, plan.reported)), told))
}

/// The path as a report writes it: `indicators[3].target` of `/indicators/3/target`.
fn dotted(path: &str) -> String {
    let steps = path.split('/').skip(1);
    steps.fold(String::new(), |at, step| match step.parse::<usize>() {
        Ok(n) => format!("{at}[{n}]"),
        Err(_) if at.is_empty() => step.to_owned(),
        Err(_) => format!("{at}.{step}"),
    })
}

/// Whether a field with that value comes to the same as without it.
fn is_lost(app: &App, file: &Value, path: &str, other: &Value) -> bool {
    let mut changed = file.clone();
    let mut without = file.clone();
    let (Some(place), Some(gone)) = (changed.pointer_mut(path), without.pointer_mut(path)) else {
        return false;
    };
    if place == other {
        return false;
    }
    *place = other.clone();
    *gone = Value::Null;
    let Some((this, told)) = comes_to(app, &changed) else {
        return false;
    };
    // By its own path, or by that of the record around it.
    let is_told = unread::is_told(&dotted(path), &told);
    !is_told && comes_to(app, &without).is_some_and(|(without, _)| without == this)
}

fn lost(file: &str) -> Vec<String> {
    let (app, file) = (app(), parsed(file));
    let mut paths = Vec::new();
    fields(&file, "", &mut paths);
    // A record's own name in the file is no fact.
    paths.retain(|path| !path.ends_with("/id"));
    assert!(paths.len() > 100, "{}", paths.len());
    let others = [json!(7), json!("något annat"), json!(true)];
    let tried = paths
        .iter()
        .flat_map(|path| others.iter().map(move |other| (path, other)));
    let lost = tried.filter(|(path, other)| is_lost(&app, &file, path, other));
    lost.map(|(path, other)| format!("{path} = {other}"))
        .collect()
}

#[test]
fn a_value_of_another_type_is_a_fault_or_is_told_of_in_the_invented_file() {
    assert_eq!(lost(INVENTED), Vec::<String>::new());
}

#[test]
fn a_sum_that_its_rows_do_not_make_is_told_of() {
    let mut file = parsed(REAL);
    file["budget_frames"][0]["sum_rows"] = json!(1);
    let taken = take(&app(), &bytes(&file));
    let path = "budget_frames[0].sum_rows".to_owned();
    assert!(taken.reported.contains(&(path, Reason::Conflict)));
    let sound = take(&app(), REAL.as_bytes());
    let sums = sound.reported.iter().map(|(path, _)| path);
    assert_eq!(sums.filter(|path| path.ends_with("sum_rows")).count(), 0);
}

#[test]
fn a_body_that_nobody_knows_is_told_of_and_no_committee_is_made_of_it() {
    let mut file = parsed(REAL);
    file["governing_document_types"][0]["adopted_by"] = json!("Rymdstyrelsen");
    let notes = file["processes_notes"].as_array_mut().unwrap();
    let sub = notes
        .iter_mut()
        .position(|note| note["subprocess"].is_string());
    let sub = sub.unwrap();
    notes[sub]["process_owner"] = json!("Rymdstyrelsen");
    let taken = take(&app(), &bytes(&file));
    let told = |path: &str, reason| taken.reported.contains(&(path.to_owned(), reason));
    assert!(told(
        "governing_document_types[0].adopted_by",
        Reason::NoPlace
    ));
    assert!(told(
        &format!("processes_notes[{sub}].process_owner"),
        Reason::NotInTheFile
    ));
}

#[test]
fn a_target_or_a_quantity_that_is_no_object_is_a_fault_with_its_path() {
    for (path, other) in [
        ("/indicators/0/target", json!(230)),
        ("/indicators/0/target", json!("80 procent")),
        ("/commitments/0/quantity", json!(10)),
        ("/commitments/0/quantity", json!("minst tio")),
        ("/commitments/0/quantity", json!({ "unit": "platser" })),
        ("/budget_companies_2021/sum", json!(3)),
        ("/budget_frames/0/sum_rows", json!("mycket")),
        ("/budget_frames/0/rows/0/sign_suspect", json!("ja")),
    ] {
        let mut file = parsed(REAL);
        let (above, field) = path.rsplit_once('/').unwrap();
        file.pointer_mut(above).unwrap()[field] = other;
        let faults = facts::read(&bytes(&file)).unwrap_err();
        let at = dotted(path);
        assert!(
            faults.iter().any(|fault| fault.path.starts_with(&at)),
            "{path}: {faults:?}"
        );
    }
}
