//! What somebody saves: their form until the answer that it is durable, and the pages that they see
//! next, which are made of what has just been saved.

use super::super::http::Browser;
use super::super::turns::Turns;
use super::super::{Line, durable};
use super::{Both, Office, PLANNED, Took};
use anyhow::{Context, Result, bail};
use std::path::Path;

const TURNS: usize = 5;
const IN_A_TURN: usize = 10;
const FLAT: &str = "about 1";

/// What is saved, and the page that the form stands on; after each the plan or the comments, and the
/// desk.
const SAVES: [(&str, Save); 3] = [
    ("A new row", new_row),
    ("A change of a row", change),
    ("A comment", comment),
];

/// Fills in a form, saves it timed and undoes it, so that the next finds as many rows.
type Save = fn(&Office, &mut [Took; 3]) -> Result<()>;

pub(super) fn lines(small: &Office, large: &Office, scratch: &Path) -> Result<Vec<Line>> {
    let mut took: [[Both; 3]; 3] = Default::default();
    let mut bare = Vec::new();
    for turn in 0..TURNS {
        for ((_, save), both) in SAVES.iter().zip(&mut took) {
            let [mut few, mut many]: [[Took; 3]; 2] = Default::default();
            for _ in 0..IN_A_TURN {
                save(small, &mut few)?;
            }
            for _ in 0..IN_A_TURN {
                save(large, &mut many)?;
            }
            for (both, (few, many)) in both.iter_mut().zip(few.into_iter().zip(many)) {
                both.few.add(few);
                both.many.add(many);
            }
        }
        let folder = scratch.join(format!("bare-{turn}"));
        let (_, insert) = durable::medians(&folder, "1000")?;
        bare.push(insert / 1e3);
    }
    let bare = Turns::of(bare)?;
    let mut lines = Vec::new();
    for ((what, _), [saved, next, desk]) in SAVES.into_iter().zip(took) {
        lines.push(saved.line(format!("{what}, saved"), Some(&bare), FLAT)?);
        lines.push(next.line(format!("{what}: the page that it leads to"), None, FLAT)?);
        lines.push(desk.line(
            format!("{what}: the desk after it"),
            None,
            "counts every goal",
        )?);
    }
    Ok(lines)
}

/// The plan of the committee that is measured.
fn plan() -> String {
    format!("/arbete/planer/{PLANNED}/organ-2")
}

fn new_row(office: &Office, took: &mut [Took; 3]) -> Result<()> {
    let form = format!("{}/nytt?niva=1", plan());
    let page = office.people.writer.page(&form)?;
    let (key, goal) = (field(&page, "nyckel")?, field(&page, "val")?);
    let fields = [
        ("nyckel", key),
        ("text", "Tolv nya platser innan hösten"),
        ("val", goal),
    ];
    let to = saved(office, took, &form, &fields)?;
    let (_, number) = to.rsplit_once("#nr-").context("no row was made")?;
    let page = office
        .people
        .writer
        .page(&format!("/arbete/ataganden/{number}"))?;
    let seen = field(&page, "sedd")?;
    let gone = format!("{}/ta-bort/{number}", plan());
    office.people.writer.send(&gone, &[("sedd", seen)])?;
    Ok(())
}

fn change(office: &Office, took: &mut [Took; 3]) -> Result<()> {
    let number = number_of_a_row(&office.people.writer)?;
    let form = format!("/arbete/ataganden/{number}");
    let page = office.people.writer.page(&form)?;
    let (key, seen) = (field(&page, "nyckel")?, field(&page, "sedd")?);
    let text = format!("Den som hör av sig får svar, säger {key}");
    let mut fields = vec![("nyckel", key), ("sedd", seen), ("text", &text)];
    fields.extend(checked(&page).into_iter().map(|id| ("val", id)));
    saved(office, took, &form, &fields)?;
    Ok(())
}

fn comment(office: &Office, took: &mut [Took; 3]) -> Result<()> {
    let number = number_of_a_row(&office.people.writer)?;
    let form = format!("{}/kommentarer?rad={number}", plan());
    let page = office.people.writer.page(&form)?;
    let fields = [
        ("nyckel", field(&page, "nyckel")?),
        ("text", "Hur många gäller det?"),
    ];
    let to = saved(office, took, &form, &fields)?;
    let (_, id) = to.rsplit_once("#k-").context("nothing was said")?;
    let gone = [("gor", "stryk"), ("kommentar", id)];
    office.people.writer.send(&form, &gone)?;
    Ok(())
}

/// Sends a form, looks at where it leads and then at the desk, each timed.
fn saved(
    office: &Office,
    [save, next, desk]: &mut [Took; 3],
    form: &str,
    fields: &[(&str, &str)],
) -> Result<String> {
    let at = &office.people.writer;
    let to = office.timed(save, || at.send(form, fields))?;
    let (path, _) = to.split_once('#').unwrap_or((&to, ""));
    let page = office.timed(next, || at.get(path, "br"))?;
    office.timed(desk, || at.get("/arbete/", "br"))?;
    if page.body.is_empty() {
        bail!("{path} is empty");
    }
    Ok(to)
}

/// The number of a row in the plan.
pub(super) fn number_of_a_row(writer: &Browser) -> Result<String> {
    let page = writer.page(&plan())?;
    let (_, after) = page.split_once("id=\"nr-").context("a plan without rows")?;
    let number = after.split('"').next().unwrap_or_default();
    Ok(number.to_owned())
}

/// The value of the first field with a name.
fn field<'p>(page: &'p str, name: &str) -> Result<&'p str> {
    let start = format!("name=\"{name}\" value=\"");
    let (_, after) = page
        .split_once(&start)
        .with_context(|| format!("no field {name}"))?;
    Ok(after.split('"').next().unwrap_or_default())
}

/// What is chosen in a form.
fn checked(page: &str) -> Vec<&str> {
    let options = page.split("name=\"val\" value=\"").skip(1);
    let chosen = options.filter_map(|option| {
        let (id, rest) = option.split_once('"')?;
        rest.starts_with(" checked").then_some(id)
    });
    chosen.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_of_a_form_are_found_and_only_what_is_checked_is_chosen() {
        let page = "<input type=\"hidden\" name=\"nyckel\" value=\"k\"><input type=\"checkbox\" \
                    name=\"val\" value=\"a\"><input type=\"checkbox\" name=\"val\" value=\"b\" checked>";
        assert_eq!(field(page, "nyckel").unwrap(), "k");
        assert_eq!(checked(page), ["b"]);
        assert!(field(page, "sedd").is_err());
    }
}
