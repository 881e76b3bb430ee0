//! The style sheet, the fonts and the mark: inside the binary, under names that hold a hash of
//! their bytes, so that a browser may keep them for ever and a new build is seen at once.

use crate::compress::{Effort, both, shrinks};
use axum::body::Bytes;
use sha2::{Digest as _, Sha256};
use std::sync::LazyLock;

/// A file as it is served.
#[derive(Debug)]
pub(crate) struct Asset {
    /// As it is called in the source: `style.css`.
    name: &'static str,
    /// Its address: `/static/style.1f2e3d4c5b6a.css`.
    pub(crate) address: String,
    /// What the browser is told that it is.
    pub(crate) content_type: &'static str,
    /// The bytes.
    pub(crate) raw: Bytes,
    /// The bytes as `gzip`, if that is smaller.
    pub(crate) gzip: Option<Bytes>,
    /// The bytes as `br`, if that is smaller.
    pub(crate) brotli: Option<Bytes>,
}

/// What the style sheet links to comes before it: their hashed names stand in its bytes, and so
/// in its own hash.
const FILES: [(&str, &str, &[u8]); 9] = [
    (
        "fonts/figtree-sv.woff2",
        "font/woff2",
        include_bytes!("../assets/fonts/figtree-sv.woff2"),
    ),
    (
        "fonts/newsreader-sv.woff2",
        "font/woff2",
        include_bytes!("../assets/fonts/newsreader-sv.woff2"),
    ),
    (
        "favicon.svg",
        "image/svg+xml",
        include_bytes!("../assets/favicon.svg"),
    ),
    (
        "style.css",
        "text/css; charset=utf-8",
        include_bytes!("../assets/style.css"),
    ),
    (
        "work.css",
        "text/css; charset=utf-8",
        include_bytes!("../assets/work.css"),
    ),
    (
        "work.js",
        "text/javascript; charset=utf-8",
        include_bytes!("../assets/work.js"),
    ),
    (
        "words.js",
        "text/javascript; charset=utf-8",
        include_bytes!("../assets/words.js"),
    ),
    (
        "report.js",
        "text/javascript; charset=utf-8",
        include_bytes!("../assets/report.js"),
    ),
    (
        "passkeys.js",
        "text/javascript; charset=utf-8",
        include_bytes!("../assets/passkeys.js"),
    ),
];

/// Constants of the build, worked out at the first look.
static ASSETS: LazyLock<Vec<Asset>> = LazyLock::new(|| {
    let mut assets: Vec<Asset> = Vec::with_capacity(FILES.len());
    for (name, content_type, bytes) in FILES {
        let raw = linked(bytes, name, &assets);
        let (gzip, brotli) = if shrinks(content_type) {
            both(&raw, Effort::Asset)
        } else {
            (None, None)
        };
        assets.push(Asset {
            name,
            address: hashed(name, &raw),
            content_type,
            raw,
            gzip,
            brotli,
        });
    }
    assets
});

/// The address of an asset: `url("style.css")` is `/static/style.1f2e3d4c5b6a.css`.
///
/// A name that no asset has is a slip of the template, which the tests of the pages find: what
/// it gives then answers 404.
pub fn url(name: &str) -> &'static str {
    all()
        .iter()
        .find(|asset| asset.name == name)
        .map_or("/static/missing", |asset| &asset.address)
}

/// Every asset.
pub(crate) fn all() -> &'static [Asset] {
    &ASSETS
}

/// The bytes with `url(fonts/…)` in a style sheet made `url(/static/…)`.
fn linked(bytes: &'static [u8], name: &str, before: &[Asset]) -> Bytes {
    match std::str::from_utf8(bytes) {
        Ok(css) if name == "style.css" => {
            // The charts bring their own rules, beside the code that draws by them.
            let css = format!("{css}\n{}", riktning_charts::STYLE);
            Bytes::from(
                before
                    .iter()
                    .fold(css, |css, asset| css.replace(asset.name, &asset.address)),
            )
        }
        _ => Bytes::from_static(bytes),
    }
}

/// `fonts/figtree-sv.woff2` becomes `/static/figtree-sv.1f2e3d4c5b6a.woff2`.
fn hashed(name: &str, bytes: &[u8]) -> String {
    let file = name.rsplit('/').next().unwrap_or(name);
    let (stem, ending) = file.split_once('.').unwrap_or((file, ""));
    let hash: String = Sha256::digest(bytes)[..6]
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    format!("/static/{stem}.{hash}.{ending}")
}

#[cfg(test)]
mod tests {
    use super::{all, url};

    #[test]
    fn each_file_has_an_address_of_its_own() {
        for name in [
            "style.css",
            "favicon.svg",
            "fonts/figtree-sv.woff2",
            "fonts/newsreader-sv.woff2",
        ] {
            assert!(
                url(name).starts_with("/static/") && url(name) != "/static/missing",
                "{name}"
            );
        }
        assert_eq!(url("no-such-file"), "/static/missing");
    }

    #[test]
    fn the_style_sheet_links_to_the_fonts_by_their_hashed_names() {
        let css = all()
            .iter()
            .find(|asset| asset.name == "style.css")
            .unwrap();
        let text = std::str::from_utf8(&css.raw).unwrap();
        assert!(
            !text.contains("url(fonts/"),
            "a font would be looked for beside the style sheet"
        );
        for font in ["fonts/figtree-sv.woff2", "fonts/newsreader-sv.woff2"] {
            assert!(text.contains(&format!("url({})", url(font))), "{font}");
        }
        assert!(css.brotli.is_some() && css.gzip.is_some());
        // The policy has no data: among its sources, so such a picture would silently be missing.
        assert!(
            !text.contains("data:"),
            "the content security policy forbids data:"
        );
    }

    /// A brace too many or too few hides every rule after it, and no browser says so.
    #[test]
    fn the_style_sheet_is_whole() {
        let sheet = all()
            .iter()
            .find(|asset| asset.name == "style.css")
            .unwrap();
        let css = std::str::from_utf8(&sheet.raw).unwrap();
        let mut depth = 0_i32;
        for (line, text) in css.lines().enumerate() {
            for letter in text.chars() {
                depth += i32::from(letter == '{') - i32::from(letter == '}');
            }
            let top = text.starts_with("/* ") || text.starts_with("@media");
            let opened = i32::try_from(text.matches('{').count()).unwrap();
            let closed = i32::try_from(text.matches('}').count()).unwrap();
            let before = depth - opened + closed;
            assert!(
                !top || before == 0,
                "line {}: a brace before it is not closed",
                line + 1
            );
        }
        assert_eq!(depth, 0);
    }
}
