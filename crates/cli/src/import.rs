//! `import` and `export`: facts in, a journal out and in.

use crate::options::{Defaults, Store};
use crate::progress::Progress;
use crate::{serve, store};
use anyhow::{Context, Result};
use riktning_store::SqliteJournal;
use std::path::Path;

pub(crate) fn journal(dir: &Path, target: &Store, defaults: &Defaults) -> Result<()> {
    let folder = store::folder(target, defaults)?;
    let made = !folder.exists();
    let mut journal = SqliteJournal::open(&folder)?;
    let mut progress = Progress::of("importing");
    let imported = riktning_store::import(&mut journal, dir, &mut |count| progress.at(count));
    drop(progress);
    match imported {
        Ok(head) => {
            println!("{} events; the head is {}", head.position, head.hash);
            Ok(())
        }
        Err(error) => {
            drop(journal);
            if made {
                // No trace behind: the store was ours and holds nothing.
                let _ = std::fs::remove_dir_all(&folder);
            }
            Err(error.into())
        }
    }
}

pub(crate) fn export(dir: &Path, source: &Store, defaults: &Defaults) -> Result<()> {
    let folder = store::folder(source, defaults)?;
    let journal = SqliteJournal::open_to_read(&folder)?;
    let mut progress = Progress::of("exporting");
    let head = riktning_store::export(&journal, dir, &mut |count| progress.at(count))
        .with_context(|| format!("the journal in {} was not exported", folder.display()))?;
    drop(progress);
    println!("{} events; the head is {}", head.position, head.hash);
    Ok(())
}
