//! How long the texts of a file may be, and how a path is told whatever its keys hold.

use riktning_domain::texts::is_invisible;

/// A name, a title or an id.
const NAME: usize = 500;
/// Any other text.
const TEXT: usize = 20_000;

/// The fields that name something.
const NAMES: &[&str] = &[
    "id",
    "name",
    "title",
    "municipality",
    "unit",
    "mandate",
    "perspective",
    "subprocess",
    "parent",
    "process_owner",
    "decided_by",
    "object",
    "result",
];

/// Whether the text at a path is longer than one of its kind may be.
pub(super) fn is_too_long(path: &str, text: &str) -> bool {
    let field = path.rsplit('.').next().unwrap_or(path);
    let most = match NAMES.contains(&field) {
        true => NAME,
        false => TEXT,
    };
    // Bytes first: there are never more letters than bytes.
    text.len() > most && text.chars().count() > most
}

/// Whether a key would do something to whoever reads it on a terminal.
pub(super) fn is_odd(key: &str) -> bool {
    key.chars().any(is_odd_char)
}

fn is_odd_char(c: char) -> bool {
    c.is_control() || is_invisible(c)
}

/// A path in characters that can be seen.
pub(super) fn plain(path: &str) -> String {
    let mut plain = String::with_capacity(path.len());
    for c in path.chars() {
        if is_odd_char(c) {
            plain.extend(c.escape_unicode());
        } else {
            plain.push(c);
        }
    }
    plain
}
