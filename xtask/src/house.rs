//! The house: which room may open a door to which, and what may not be brought in.

use crate::root;
use std::fs;
use std::path::{Path, PathBuf};

/// From the ground up: a crate may use those before it.
const ARROW: [&str; 8] = [
    "domain",
    "words",
    "store",
    "app",
    "charts",
    "documents",
    "web",
    "cli",
];

fn manifests() -> Vec<(String, String)> {
    let crates = fs::read_dir(root().join("crates")).unwrap();
    let mut all: Vec<_> = crates
        .map(|folder| {
            let folder = folder.unwrap().path();
            let name = folder.file_name().unwrap().to_string_lossy().into_owned();
            (name, fs::read_to_string(folder.join("Cargo.toml")).unwrap())
        })
        .collect();
    all.sort();
    all
}

/// The crates of ours that a manifest uses, for the product or for its tests.
fn uses(manifest: &str) -> Vec<String> {
    let ours = manifest
        .lines()
        .filter_map(|line| line.trim().strip_prefix("riktning-"));
    ours.filter_map(|line| line.split(['.', ' ', '=']).next().map(str::to_owned))
        .collect()
}

fn against_the_arrow(name: &str, manifest: &str) -> Option<String> {
    let place = |name: &str| ARROW.iter().position(|room| *room == name);
    let own = place(name).unwrap_or(usize::MAX);
    uses(manifest).into_iter().find(|used| {
        place(used).is_none_or(|used| used >= own) || (name == "store" && used == "words")
    })
}

#[test]
fn no_crate_depends_against_the_arrow() {
    let all = manifests();
    assert!(all.len() >= 7);
    for (name, manifest) in all {
        assert!(
            ARROW.contains(&name.as_str()),
            "{name} has no place in the house"
        );
        assert_eq!(against_the_arrow(&name, &manifest), None, "{name}");
    }
}

#[test]
fn a_door_the_wrong_way_is_seen() {
    let found = against_the_arrow(
        "domain",
        "[dependencies]\nriktning-store.workspace = true\n",
    );
    assert_eq!(found.as_deref(), Some("store"));
    let found = against_the_arrow("store", "riktning-words = { path = \"../words\" }");
    assert_eq!(found.as_deref(), Some("words"));
    assert_eq!(
        against_the_arrow("web", "riktning-app.workspace = true"),
        None
    );
}

#[test]
fn every_dependency_has_its_reason_beside_it() {
    let manifest = fs::read_to_string(root().join("Cargo.toml")).unwrap();
    let start = manifest.find("[workspace.dependencies]").unwrap();
    let table = &manifest[start..];
    let table = &table[..table[1..].find("\n[").unwrap_or(table.len() - 1) + 1];
    let (mut reason, mut count) = (false, 0);
    for line in table.lines().skip(1) {
        match line.trim() {
            "" => reason = false,
            comment if comment.starts_with('#') => reason = true,
            ours if ours.starts_with("riktning-") => {}
            // A reason holds for the lines under it, up to the next reason.
            dependency => {
                count += 1;
                assert!(reason, "no reason for {dependency}");
            }
        }
    }
    assert!(count > 20);
}

#[test]
fn nothing_that_needs_cmake_or_openssl_is_brought_in() {
    let lock = fs::read_to_string(root().join("Cargo.lock")).unwrap();
    for banned in ["openssl-sys", "aws-lc-sys", "native-tls"] {
        assert!(!lock.contains(&format!("name = \"{banned}\"")), "{banned}");
    }
    let sources = lock.lines().filter(|line| line.starts_with("source = "));
    for source in sources {
        assert!(source.contains("crates.io-index"), "{source}");
    }
}

/// Every Rust file of the product.
fn sources() -> Vec<(PathBuf, String)> {
    fn below(folder: &Path, found: &mut Vec<(PathBuf, String)>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                below(&path, found);
            } else if path.extension().is_some_and(|end| end == "rs") {
                found.push((path.clone(), fs::read_to_string(path).unwrap()));
            }
        }
    }
    let mut found = Vec::new();
    for room in ARROW {
        let folder = root().join("crates").join(room).join("src");
        if folder.is_dir() {
            below(&folder, &mut found);
        }
    }
    found
}

#[test]
fn no_type_is_a_manager_a_service_or_a_helper() {
    for (path, text) in sources() {
        for line in text.lines().map(str::trim) {
            let named = [
                "pub struct ",
                "pub enum ",
                "pub trait ",
                "struct ",
                "enum ",
                "trait ",
            ]
            .iter()
            .find_map(|start| line.strip_prefix(start));
            let Some(name) = named.and_then(|rest| rest.split([' ', '<', '(', ';', '{']).next())
            else {
                continue;
            };
            for word in ["Manager", "Service", "Helper", "Utils", "Info", "Data"] {
                assert!(!name.ends_with(word), "{}: {name}", path.display());
            }
        }
    }
}
