//! A journal that goes out as a folder comes in as the same journal.

use crate::sample::{append, naming, row, rows};
use riktning_store::{
    Append, FolderError, Journal, MemoryJournal, SqliteJournal, StoreError, Token, export, import,
    verify,
};

#[test]
fn what_went_out_comes_in_as_the_same_rows() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("out");
    let mut journal = MemoryJournal::new().unwrap();
    append(&mut journal, &["a"]).unwrap();
    let token = Token {
        actor: "import".into(),
        token: "t".repeat(20),
        request: b"r".to_vec(),
    };
    let append = Append {
        expected_head: 1,
        rows: vec![row("b"), row("c")],
        blobs: vec![b"a file".to_vec(), Vec::new()],
        token: Some(token.clone()),
    };
    let appended = journal.append(append).unwrap();
    let head = export(&journal, &out, &mut |_| {}).unwrap();
    let mut back = SqliteJournal::open(&folder.path().join("back")).unwrap();
    assert_eq!(import(&mut back, &out, &mut |_| {}).unwrap(), head);
    assert_eq!(rows(&back), rows(&journal));
    assert_eq!(back.group(), journal.group());
    assert_eq!(back.blobs().unwrap(), journal.blobs().unwrap());
    // A request that was sent before the move is still known after it.
    assert_eq!(back.remembered(&token).unwrap(), Some(appended));
    // And on a journal in memory, straight from the rows.
    let mut memory = MemoryJournal::new().unwrap();
    import(&mut memory, &out, &mut |_| {}).unwrap();
    assert_eq!(memory.remembered(&token).unwrap(), Some(appended));
}

#[test]
fn what_is_appended_while_it_goes_out_is_left_to_the_next_time() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("store");
    let mut writer = SqliteJournal::open(&data).unwrap();
    append(&mut writer, &["a", "b"]).unwrap();
    let out = folder.path().join("out");
    let reader = SqliteJournal::open_to_read(&data).unwrap();
    let head = writer.head().unwrap();
    let mut meanwhile = |_| {
        let expected_head = writer.head().unwrap().position;
        let append = Append {
            expected_head,
            rows: vec![naming(b"later")],
            blobs: vec![b"later".to_vec()],
            ..Append::default()
        };
        writer.append(append).unwrap();
    };
    assert_eq!(verify(&reader, &mut meanwhile).unwrap().head, head);
    let head = reader.head().unwrap();
    assert_eq!(export(&reader, &out, &mut meanwhile).unwrap(), head);
    let mut back = MemoryJournal::new().unwrap();
    assert_eq!(import(&mut back, &out, &mut |_| {}).unwrap(), head);
    assert!(reader.head().unwrap().position > head.position);
}

#[test]
fn a_damaged_folder_is_refused_and_leaves_the_journal_empty() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("out");
    let mut journal = MemoryJournal::new().unwrap();
    let blobs = vec![b"a file".to_vec()];
    let rows_in = vec![row("a"), naming(b"a file"), row("c")];
    journal
        .append(Append {
            rows: rows_in,
            blobs,
            ..Append::default()
        })
        .unwrap();
    export(&journal, &out, &mut |_| {}).unwrap();
    let manifest = out.join("manifest.json");
    let lines = out.join("journal.jsonl");
    let blob = std::fs::read_dir(out.join("blobs"))
        .unwrap()
        .next()
        .unwrap()
        .unwrap()
        .path();
    type Damage<'a> = (&'a std::path::Path, fn(&str) -> String);
    let damages: [Damage<'_>; 9] = [
        (&lines, |text| text[..text.len() - 9].to_owned()),
        (&lines, |text| {
            text.lines().take(2).map(|l| format!("{l}\n")).collect()
        }),
        (&lines, |text| {
            text.replacen("Exempelstad", "Exempelstan", 1)
        }),
        (&lines, |text| {
            text.lines().rev().map(|l| format!("{l}\n")).collect()
        }),
        (&lines, |text| {
            text.replacen("\"version\":1", "\"version\":2", 1)
        }),
        (&manifest, |text| {
            text.replacen("\"position\": 3", "\"position\": 2", 1)
        }),
        (&manifest, |text| {
            text.replacen("\"form\": 1", "\"form\": 2", 1)
        }),
        (&manifest, |text| {
            let (before, after) = text.split_once("\"blobs\": [").unwrap();
            let (_, after) = after.split_once(']').unwrap();
            format!("{before}\"blobs\": []{after}")
        }),
        (&blob, |text| text.to_uppercase()),
    ];
    for (i, (file, damage)) in damages.iter().enumerate() {
        let whole = std::fs::read_to_string(file).unwrap();
        let damaged = damage(&whole);
        assert_ne!(damaged, whole, "damage {i} does nothing");
        std::fs::write(file, damaged).unwrap();
        let store = folder.path().join(format!("store {i}"));
        let mut back = SqliteJournal::open(&store).unwrap();
        assert!(
            import(&mut back, &out, &mut |_| {}).is_err(),
            "damage {i} was taken"
        );
        assert_eq!(
            back.head().unwrap().position,
            0,
            "damage {i} left something"
        );
        assert!(back.blobs().unwrap().is_empty());
        std::fs::write(file, whole).unwrap();
    }
}

#[test]
fn a_journal_that_no_start_can_read_is_not_taken() {
    let folder = tempfile::tempdir().unwrap();
    for (place, rows_in) in [["newer", "b"], ["a", "newer"]].iter().enumerate() {
        let rows_in = rows_in.iter().map(|text| {
            let mut row = row(text);
            if *text == "newer" {
                row.kind = "SomethingNewer".to_owned();
            }
            row
        });
        let mut journal = MemoryJournal::new().unwrap();
        let append = Append {
            rows: rows_in.collect(),
            ..Append::default()
        };
        journal.append(append).unwrap();
        let out = folder.path().join(format!("out {place}"));
        export(&journal, &out, &mut |_| {}).unwrap();
        let mut back = SqliteJournal::open(&folder.path().join(format!("{place}"))).unwrap();
        let taken = import(&mut back, &out, &mut |_| {});
        let at = place as u64 + 1;
        assert!(
            matches!(&taken, Err(FolderError::Store(StoreError::Unreadable { position, .. })) if *position == at),
            "{taken:?}"
        );
        assert_eq!(back.head().unwrap().position, 0);
    }
}

#[test]
fn a_folder_or_a_journal_that_is_not_empty_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let mut journal = MemoryJournal::new().unwrap();
    append(&mut journal, &["a"]).unwrap();
    std::fs::write(folder.path().join("mine"), "keep").unwrap();
    assert!(export(&journal, folder.path(), &mut |_| {}).is_err());
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
    let out = folder.path().join("out");
    export(&journal, &out, &mut |_| {}).unwrap();
    assert!(import(&mut journal, &out, &mut |_| {}).is_err());
    assert_eq!(rows(&journal).len(), 1);
}
