//! Rows to write.

use jiff::Timestamp;
use jiff::civil::date;
use riktning_store::{Append, Appended, Digest, Journal, NewRow, Row, StoreError};

/// A row whose texts tell it from others.
pub(crate) fn row(text: &str) -> NewRow {
    NewRow {
        recorded_at: Timestamp::from_microsecond(1_540_000_000_000_001).unwrap(),
        on: date(2018, 10, 25),
        actor: "import".to_owned(),
        kind: "GroupDescribed".to_owned(),
        version: 1,
        body: r#"{"name":0,"place":1,"invented":true}"#.to_owned(),
        texts: serde_json::to_string(&[text, "Exempelstad"]).unwrap(),
    }
}

/// A row whose body names a file.
pub(crate) fn naming(file: &[u8]) -> NewRow {
    NewRow {
        kind: "FactsImported".to_owned(),
        body: format!(
            r#"{{"file":"{}","bytes":{},"taken":1,"reported":0}}"#,
            Digest::of(file),
            file.len()
        ),
        texts: "[]".to_owned(),
        ..row("")
    }
}

/// Appends rows at the head.
pub(crate) fn append(journal: &mut dyn Journal, texts: &[&str]) -> Result<Appended, StoreError> {
    let expected_head = journal.head()?.position;
    let rows = texts.iter().map(|text| row(text)).collect();
    journal.append(Append {
        expected_head,
        rows,
        ..Append::default()
    })
}

/// Every row.
pub(crate) fn rows(journal: &dyn Journal) -> Vec<Row> {
    let mut rows = Vec::new();
    journal
        .read(0, &mut |row| {
            rows.push(row.clone());
            Ok(())
        })
        .unwrap();
    rows
}
