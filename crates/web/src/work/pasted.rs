//! A list as a word processor or a spreadsheet pastes it: rows of cells.

/// The rows that say something, each with its cells. A spreadsheet puts a cell with a line break
/// in quotation marks; a word processor puts a mark or a number before each row, sometimes with a
/// tab after it.
pub(super) fn rows(pasted: &str) -> Vec<Vec<String>> {
    let plain = pasted.replace("\r\n", "\n").replace('\r', "\n");
    let mut rest = plain.as_str();
    let mut rows = Vec::new();
    let mut row = Vec::new();
    loop {
        let (cell, end) = match quoted(rest) {
            Some(found) => found,
            None => {
                let end = rest.find(['\t', '\n']).unwrap_or(rest.len());
                (rest[..end].to_owned(), end)
            }
        };
        row.push(trimmed(&cell).to_owned());
        let ends_row = !rest[end..].starts_with('\t');
        if ends_row {
            rows.push(std::mem::take(&mut row));
        }
        match rest.get(end + 1..) {
            Some(next) => rest = next,
            None => break,
        }
    }
    let rows = rows.into_iter().map(without_mark);
    rows.filter(|row| row.iter().any(|cell| !cell.is_empty()))
        .collect()
}

/// A cell in quotation marks that holds a line break or a tab, as one line, and where it ends. A
/// sentence that only begins with a quotation is none.
fn quoted(rest: &str) -> Option<(String, usize)> {
    let inside = rest.strip_prefix('"')?;
    let mut text = String::new();
    let mut letters = inside.char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        match letter {
            '"' if letters.next_if(|(_, next)| *next == '"').is_some() => text.push('"'),
            '"' => {
                let end = at + 2;
                let closes = matches!(rest[end..].chars().next(), None | Some('\t' | '\n'));
                let needs = text.contains(['\n', '\t']);
                let one_line = || text.split_whitespace().collect::<Vec<_>>().join(" ");
                return (closes && needs).then(|| (one_line(), end));
            }
            letter => text.push(letter),
        }
    }
    None
}

/// A row without the mark or the number that a word processor put before it.
fn without_mark(mut row: Vec<String>) -> Vec<String> {
    let more = row.len() > 1;
    match row.first_mut() {
        Some(mark) if more && is_only_a_mark(mark) => {
            row.remove(0);
        }
        Some(first) => *first = unmarked(first).to_owned(),
        None => {}
    }
    row
}

/// Whether a cell is nothing but what stands before a row of a list: •, 1., 2), a).
fn is_only_a_mark(cell: &str) -> bool {
    let numbered = cell.strip_suffix(['.', ')']).is_some_and(|number| {
        let one_letter = number.chars().count() == 1 && number.chars().all(char::is_alphabetic);
        one_letter || (!number.is_empty() && number.chars().all(|c| c.is_ascii_digit()))
    });
    let mut letters = cell.chars();
    let marked = letters.next().is_some_and(is_mark) && letters.next().is_none();
    numbered || marked
}

fn is_mark(letter: char) -> bool {
    matches!(
        letter,
        '•' | '◦' | '▪' | '●' | '·' | '–' | '-' | '*' | '\u{f0b7}'
    )
}

/// A line without the mark or the number before it.
fn unmarked(line: &str) -> &str {
    let line = line.trim_start_matches(is_mark);
    let number = line
        .trim_start()
        .trim_start_matches(|c: char| c.is_ascii_digit());
    let numbered = number.len() < line.trim_start().len();
    match number.strip_prefix(['.', ')']) {
        Some(rest) if numbered && rest.starts_with([' ', '\u{a0}']) => trimmed(rest),
        _ => trimmed(line),
    }
}

fn trimmed(text: &str) -> &str {
    text.trim_matches([' ', '\u{a0}'])
}

#[cfg(test)]
mod tests {
    use super::rows;

    #[test]
    fn marks_and_numbers_of_a_list_are_no_part_of_a_promise() {
        for (line, said) in [
            ("• Fler platser", "Fler platser"),
            ("•\tFler platser", "Fler platser"),
            ("1. Fler platser", "Fler platser"),
            ("1.\tFler platser", "Fler platser"),
            ("a)\tFler platser", "Fler platser"),
            ("12)\u{a0}Fler platser", "Fler platser"),
            ("- Fler platser", "Fler platser"),
            ("100 platser till", "100 platser till"),
            ("3.5 procent", "3.5 procent"),
            ("\"Fler\" platser", "\"Fler\" platser"),
            ("\"Fler platser\"", "\"Fler platser\""),
        ] {
            assert_eq!(rows(line), [[said]], "{line}");
        }
    }

    #[test]
    fn a_cell_with_a_line_break_is_one_cell() {
        let pasted = "\"Fler\nplatser \"\"i\"\" vården\"\tChef\t2027\r\nKortare kö\tChef\t\n\n";
        let read = rows(pasted);
        assert_eq!(read[0], ["Fler platser \"i\" vården", "Chef", "2027"]);
        assert_eq!(read[1], ["Kortare kö", "Chef", ""]);
        assert_eq!(read.len(), 2);
        // A quotation mark that never ends swallows nothing.
        assert_eq!(rows("\"Fler\nKortare kö"), [["\"Fler"], ["Kortare kö"]]);
    }
}
