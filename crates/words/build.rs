//! Lists every file of `locales/` for the crate to hold, so that a new file needs no line here.

use std::fmt::Write;
use std::path::Path;
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let root = Path::new(&env::var("CARGO_MANIFEST_DIR").unwrap_or_default()).join("../../locales");
    println!("cargo::rerun-if-changed={}", root.display());
    let mut list = String::new();
    for language in ["sv", "en", "fi"] {
        let folder = root.join(language);
        println!("cargo::rerun-if-changed={}", folder.display());
        let mut files: Vec<_> = fs::read_dir(folder)?.collect::<Result<Vec<_>, _>>()?;
        files.sort_by_key(|file| file.file_name());
        let _ = writeln!(
            list,
            "pub(crate) const {}: &[&str] = &[",
            language.to_uppercase()
        );
        for file in files.iter().map(|file| file.path()) {
            if file.extension().is_some_and(|end| end == "ftl") {
                println!("cargo::rerun-if-changed={}", file.display());
                let _ = writeln!(list, "    include_str!({:?}),", file.canonicalize()?);
            }
        }
        list.push_str("];\n");
    }
    let out = env::var("OUT_DIR").unwrap_or_default();
    fs::write(Path::new(&out).join("locales.rs"), list)
}
