//! How wide a text will be, without a font: what labels need to keep out of each other's way.

/// Advance widths of Figtree in thousandths of the type size, for U+0020 to U+007E; of weights
/// 400 and 600 the wider, so that a label may be either.
#[rustfmt::skip]
const ASCII: [u16; 95] = [
    247, 307, 376, 630, 563, 802, 646, 227, 370, 370, 485, 628, 245, 417, 233, 415,
    645, 418, 571, 551, 629, 579, 575, 549, 614, 575, 283, 287, 628, 628, 628, 510,
    991, 700, 612, 723, 695, 592, 550, 760, 751, 282, 538, 644, 530, 853, 774, 783,
    594, 785, 638, 614, 571, 707, 711, 975, 654, 630, 641, 336, 415, 336, 569, 438,
    247, 524, 592, 544, 592, 551, 384, 596, 565, 250, 282, 517, 236, 864, 564, 581,
    597, 587, 363, 466, 393, 564, 542, 816, 512, 556, 491, 390, 257, 390, 628,
];

/// A fallback font may be a little wider than ours: better some air than a collision.
const MARGIN: f64 = 1.05;

/// The width of a text at a type size, in the drawing's own units.
pub(crate) fn width(text: &str, size: f64) -> f64 {
    let thousandths: u32 = text.chars().map(|c| u32::from(advance(c))).sum();
    f64::from(thousandths) / 1000.0 * size * MARGIN
}

fn advance(c: char) -> u16 {
    match c {
        ' '..='~' => ASCII
            .get((u32::from(c) - 32) as usize)
            .copied()
            .unwrap_or(1100),
        '\u{a0}' | '\u{202f}' => 247,
        'å' | 'ä' | 'à' | 'á' | 'â' => 524,
        'ö' | 'ø' | 'ó' | 'ô' => 581,
        'é' | 'è' | 'ë' | 'ê' => 553,
        'ü' | 'ú' => 564,
        'Å' | 'Ä' => 700,
        'Ö' | 'Ø' => 788,
        'É' => 592,
        'š' | 'ž' => 500,
        'Š' | 'Ž' => 660,
        '–' => 550,
        '−' => 628,
        '’' | '‘' => 204,
        '“' | '”' => 382,
        '…' => 671,
        '·' => 258,
        '§' => 570,
        '\u{ad}' | '\u{200b}' => 0,
        // Whatever is not in the table is taken to be wide.
        _ => 1100,
    }
}

/// The text in lines no wider than `most`, broken at spaces; a longer word keeps its own line.
pub(crate) fn wrap(text: &str, size: f64, most: f64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        if let Some(line) = lines.last_mut() {
            let longer = format!("{line} {word}");
            if width(&longer, size) <= most {
                *line = longer;
                continue;
            }
        }
        lines.push(word.to_owned());
    }
    lines
}

/// The text, cut with an ellipsis where it is longer than `most`.
pub(crate) fn cut(text: &str, size: f64, most: f64) -> String {
    if width(text, size) <= most {
        return text.to_owned();
    }
    let mut kept = String::new();
    for c in text.chars() {
        if width(&kept, size) + width(&format!("{c}…"), size) > most {
            break;
        }
        kept.push(c);
    }
    format!("{}…", kept.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_longer_text_is_wider_and_swedish_letters_count() {
        assert!(width("Målår", 14.0) > width("Mål", 14.0));
        assert!((width("Flickor 85,9", 14.0) - 82.0).abs() < 8.0);
        assert!(
            width("漢", 10.0) > 10.0,
            "an unknown letter is taken to be wide"
        );
    }

    #[test]
    fn a_text_is_broken_at_spaces_and_cut_within_its_width() {
        let lines = wrap("Ingen mätning 2015", 13.0, 60.0);
        assert_eq!(lines, ["Ingen", "mätning", "2015"]);
        let cut = cut("En mycket lång anmärkning", 13.0, 80.0);
        assert!(cut.ends_with('…') && width(&cut, 13.0) <= 80.0, "{cut}");
    }
}
