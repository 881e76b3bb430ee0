//! The journal of each release replays for ever.

use riktning_store::{MemoryJournal, fold, import};
use std::path::Path;

#[test]
fn every_release_left_a_journal_that_still_replays() {
    let journals = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/journals");
    let mut found = 0;
    for release in std::fs::read_dir(journals).unwrap() {
        let release = release.unwrap().path();
        let mut journal = MemoryJournal::new().unwrap();
        let head = import(&mut journal, &release, &mut |_| {}).unwrap();
        let state = fold(&journal, &mut |_| {}).unwrap();
        assert_eq!(state.position(), head.position, "{}", release.display());
        found += 1;
    }
    assert!(found > 0, "there is no journal to replay");
}
