//! Pages are compressed once, when they are made, and never on the way out.

use axum::body::Bytes;
use brotli::enc::BrotliEncoderParams;
use flate2::Compression;
use flate2::write::GzEncoder;
use std::io::Write as _;

/// How hard to press.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Effort {
    /// A page, which somebody waits for. Measured on the goal page of the mockups (28 kB): 6
    /// gives 6 594 bytes in 0.5 ms, 9 gives 6 560 in 8 ms, 11 gives 5 929 in 28 ms.
    Page,
    /// What is pressed once in the life of a build.
    Asset,
}

/// The bytes as `gzip` and as `br`, where that makes them smaller by a twentieth.
pub(crate) fn both(raw: &[u8], effort: Effort) -> (Option<Bytes>, Option<Bytes>) {
    let worth = |pressed: Vec<u8>| {
        (pressed.len() + raw.len() / 20 < raw.len()).then(|| Bytes::from(pressed))
    };
    (
        gzip(raw).and_then(worth),
        brotli(raw, effort).and_then(worth),
    )
}

/// Whether bytes of this type shrink. Fonts and pictures are compressed already.
pub(crate) fn shrinks(content_type: &str) -> bool {
    let essence = content_type.split(';').next().unwrap_or_default().trim();
    essence.starts_with("text/")
        || matches!(essence, "application/json" | "image/svg+xml")
        || essence.ends_with("+xml")
}

/// `None` if the encoder fails, which writing to memory gives it no reason to; the page is then
/// sent as it is.
fn gzip(raw: &[u8]) -> Option<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::with_capacity(raw.len() / 3), Compression::new(9));
    encoder.write_all(raw).ok()?;
    encoder.finish().ok()
}

fn brotli(mut raw: &[u8], effort: Effort) -> Option<Vec<u8>> {
    let parameters = BrotliEncoderParams {
        quality: match effort {
            Effort::Page => 6,
            Effort::Asset => 11,
        },
        size_hint: raw.len(),
        ..BrotliEncoderParams::default()
    };
    let mut pressed = Vec::with_capacity(raw.len() / 3);
    brotli::BrotliCompress(&mut raw, &mut pressed, &parameters).ok()?;
    Some(pressed)
}

#[cfg(test)]
mod tests {
    use super::{Effort, both, shrinks};
    use std::io::Read as _;

    #[test]
    fn what_is_pressed_comes_back() {
        let raw = "Varje barn har rätt att lära. ".repeat(300);
        let (gzip, brotli) = both(raw.as_bytes(), Effort::Page);
        let mut back = String::new();
        flate2::read::GzDecoder::new(&gzip.unwrap()[..])
            .read_to_string(&mut back)
            .unwrap();
        assert_eq!(back, raw);
        back.clear();
        brotli::Decompressor::new(&brotli.unwrap()[..], 4096)
            .read_to_string(&mut back)
            .unwrap();
        assert_eq!(back, raw);
    }

    #[test]
    fn what_does_not_shrink_is_left() {
        assert_eq!(both(b"ok\n", Effort::Asset), (None, None));
        assert_eq!(both(b"", Effort::Page), (None, None));
    }

    #[test]
    fn only_text_is_pressed() {
        for text in [
            "text/html; charset=utf-8",
            "text/css",
            "application/json",
            "image/svg+xml",
            "application/atom+xml",
        ] {
            assert!(shrinks(text), "{text}");
        }
        for not in ["font/woff2", "image/png", "application/pdf", ""] {
            assert!(!shrinks(not), "{not}");
        }
    }
}
