//! A picture that a telephone reads: dark squares as one path of SVG, made here, so that nothing
//! of what it says leaves this server.

use qrcodegen::{QrCode, QrCodeEcc};
use std::fmt::Write as _;

/// The light squares around the dark ones (ISO/IEC 18004, §5.3.8).
const QUIET: i32 = 4;

/// A QR code.
#[derive(Debug)]
pub(crate) struct Qr {
    /// Squares along a side, with the quiet ones.
    pub(crate) size: i32,
    /// The dark squares.
    pub(crate) path: String,
}

impl Qr {
    /// None for what is too long for any.
    pub(crate) fn of(text: &str) -> Option<Qr> {
        let code = QrCode::encode_text(text, QrCodeEcc::Medium).ok()?;
        let mut path = String::new();
        for y in 0..code.size() {
            let mut x = 0;
            while x < code.size() {
                let dark = (x..code.size()).take_while(|x| code.get_module(*x, y));
                let width = i32::try_from(dark.count()).unwrap_or_default();
                if width > 0 {
                    let (x, y) = (x + QUIET, y + QUIET);
                    let _ = write!(path, "M{x} {y}h{width}v1h-{width}z");
                }
                x += width.max(1);
            }
        }
        let size = code.size() + 2 * QUIET;
        Some(Qr { size, path })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_dark_square_is_in_the_path_and_no_light_one() {
        let text = "otpauth://totp/Exempelstad:kim?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
        let (qr, code) = (
            Qr::of(text).unwrap(),
            QrCode::encode_text(text, QrCodeEcc::Medium).unwrap(),
        );
        assert_eq!(qr.size, code.size() + 8);
        let mut drawn = 0;
        for run in qr.path.split('M').skip(1) {
            let (x, rest) = run.split_once(' ').unwrap();
            let (y, rest) = rest.split_once('h').unwrap();
            let width: i32 = rest.split('v').next().unwrap().parse().unwrap();
            let (x, y): (i32, i32) = (x.parse().unwrap(), y.parse().unwrap());
            for x in x..x + width {
                assert!(code.get_module(x - QUIET, y - QUIET), "{x} {y}");
            }
            drawn += width;
        }
        let all = (0..code.size()).flat_map(|y| (0..code.size()).map(move |x| (x, y)));
        let dark = all.filter(|(x, y)| code.get_module(*x, *y)).count();
        assert_eq!(usize::try_from(drawn).unwrap(), dark);
        assert!(Qr::of(&"x".repeat(3_000)).is_none());
    }
}
