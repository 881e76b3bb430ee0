//! Figures as a file prints them.

use riktning_domain::Figure;

/// A JSON number as a figure with the decimals that it is printed with. A figure has no
/// exponent, so that is written out; nothing is rounded.
pub(super) fn exact(printed: &str) -> Option<Figure> {
    // More places than any figure has: 1e999999999 must not be written out.
    const MOST: i32 = 40;
    let (sign, unsigned) = match printed.strip_prefix('-') {
        Some(unsigned) => ("-", unsigned),
        None => ("", printed),
    };
    let (mantissa, exponent) = match unsigned.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, exponent.parse::<i32>().ok()?),
        None => (unsigned, 0),
    };
    let exponent = Some(exponent).filter(|e| (-MOST..=MOST).contains(e))?;
    let (whole, decimals) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let mut digits = format!("{whole}{decimals}");
    // Zero has no sign.
    let sign = if digits.bytes().all(|digit| digit == b'0') {
        ""
    } else {
        sign
    };
    let point = i32::try_from(whole.len()).ok()? + exponent;
    let point = match usize::try_from(point) {
        Ok(point) if point > 0 => point,
        _ => {
            let missing = usize::try_from(1 - point).ok()?;
            digits.insert_str(0, &"0".repeat(missing));
            1
        }
    };
    let missing = point.saturating_sub(digits.len());
    digits.push_str(&"0".repeat(missing));
    let (whole, decimals) = digits.split_at(point);
    if decimals.is_empty() {
        format!("{sign}{whole}").parse().ok()
    } else {
        format!("{sign}{whole}.{decimals}").parse().ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_has_the_decimals_that_the_file_prints() {
        let cases = [
            ("84.50", "84.50"),
            ("84.5", "84.5"),
            ("216", "216"),
            ("215.0", "215.0"),
            ("1e3", "1000"),
            ("1.5E+2", "150"),
            ("1.25e1", "12.5"),
            ("1.5e-3", "0.0015"),
            ("-12e-1", "-1.2"),
            ("12345678901234567890", "12345678901234567890"),
            ("0.12345678901234567890", "0.12345678901234567890"),
            ("-0", "0"),
            ("-0.0", "0.0"),
            ("0.30000000000000004", "0.30000000000000004"),
        ];
        for (printed, wanted) in cases {
            let figure = exact(printed).unwrap_or_else(|| panic!("{printed}"));
            assert_eq!(figure.to_string(), wanted, "{printed}");
        }
        // What would have to be rounded is told, not taken.
        for printed in [
            "1e41",
            "1e-41",
            "1e999999999999",
            "1234567890123456789012345678901234",
        ] {
            assert_eq!(exact(printed), None, "{printed}");
        }
        let long = format!("0.{}1", "0".repeat(30));
        assert_eq!(exact(&long), None);
    }
}
