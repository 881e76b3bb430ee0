//! The pages of the work area, which no cache keeps.

use super::super::Line;
use super::super::http::Browser;
use super::people::People;
use super::saves::number_of_a_row;
use super::{Both, Office, PLANNED, Took};
use anyhow::Result;

/// How often each page is asked for, ten times in a turn.
const ASKED: usize = 100;
const IN_A_TURN: usize = 10;

const FLAT: &str = "p99 under 20 ms; about 1";

/// Who opens a page.
type Who = fn(&People) -> &Browser;

const WRITER: Who = |people| &people.writer;
const STRATEGIST: Who = |people| &people.strategist;
const AUDITOR: Who = |people| &people.auditor;

/// The pages, and whether they list the data, so that they cost more where there is more of it. `#`
/// stands for the year that is planned and `@` for the number of a row in hand.
const PAGES: [(&str, &str, Who, &str); 16] = [
    ("The desk of a committee's writer", "/arbete/", WRITER, FLAT),
    ("The desk of a strategist", "/arbete/", STRATEGIST, FLAT),
    ("The plans of a year", "/arbete/planer/#", STRATEGIST, FLAT),
    (
        "The plans of a year, decided",
        "/arbete/planer/2024",
        STRATEGIST,
        "counts their rows",
    ),
    (
        "A committee's plan of ten rows",
        "/arbete/planer/#/organ-2",
        WRITER,
        FLAT,
    ),
    (
        "A committee's plan, decided",
        "/arbete/planer/2024/organ-2",
        WRITER,
        "lists its rows",
    ),
    (
        "The form of a new row",
        "/arbete/planer/#/organ-2/nytt?niva=1",
        WRITER,
        "counts the goals",
    ),
    (
        "The form of a row",
        "/arbete/ataganden/@",
        WRITER,
        "counts the goals",
    ),
    (
        "The comments on a row",
        "/arbete/planer/#/organ-2/kommentarer?rad=@",
        WRITER,
        FLAT,
    ),
    (
        "The gaps of a committee",
        "/arbete/luckor",
        WRITER,
        "counts every goal",
    ),
    (
        "The gaps of all",
        "/arbete/luckor",
        STRATEGIST,
        "counts every goal",
    ),
    (
        "The steering load",
        "/arbete/styrtyngd",
        STRATEGIST,
        "counts the year's commitments",
    ),
    (
        "A row's history",
        "/arbete/historik/ataganden/104",
        WRITER,
        FLAT,
    ),
    (
        "The register of decisions",
        "/arbete/beslut",
        STRATEGIST,
        FLAT,
    ),
    ("The whole journal", "/arbete/historik", AUDITOR, FLAT),
    (
        "The year and its rounds",
        "/arbete/aret/#",
        STRATEGIST,
        FLAT,
    ),
];

pub(super) fn lines(small: &Office, large: &Office) -> Result<Vec<Line>> {
    let numbers = [small, large].map(|office| number_of_a_row(&office.people.writer));
    let [few_number, many_number] = numbers;
    let (few_number, many_number) = (few_number?, many_number?);
    let mut lines = Vec::new();
    for (what, path, who, wanted) in PAGES {
        let path = path.replace('#', PLANNED);
        let few = Page::of(small, who, path.replace('@', &few_number));
        let many = Page::of(large, who, path.replace('@', &many_number));
        let mut both = Both::default();
        // The first time something may be read for good, as the counts of gaps.
        few.asked(1, &mut Took::default())?;
        many.asked(1, &mut Took::default())?;
        for _ in 0..ASKED / IN_A_TURN {
            few.asked(IN_A_TURN, &mut both.few)?;
            many.asked(IN_A_TURN, &mut both.many)?;
        }
        lines.push(both.line(format!("{what}, at work"), None, wanted)?);
    }
    Ok(lines)
}

/// A page that somebody opens.
struct Page<'o> {
    office: &'o Office,
    browser: &'o Browser,
    path: String,
}

impl<'o> Page<'o> {
    fn of(office: &'o Office, who: Who, path: String) -> Self {
        let browser = who(&office.people);
        Page {
            office,
            browser,
            path,
        }
    }

    fn asked(&self, times: usize, took: &mut Took) -> Result<()> {
        for _ in 0..times {
            let get = || self.browser.get(&self.path, "br");
            self.office.timed(took, get)?;
        }
        Ok(())
    }
}
