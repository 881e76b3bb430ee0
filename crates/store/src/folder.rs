//! A journal as a folder of files: what `export journal` writes and `import journal` reads.

use crate::encoding::{decode, unredacted};
use crate::error::StoreError;
use crate::journal::{Head, Journal};
use crate::row::{Digest, Group, Row, from_hex, to_hex};
use crate::verify::{Broken, Flaw, verify};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::fs::{self, File};
use std::io::{self, BufRead, BufReader, BufWriter, Read, Write};
use std::path::{Path, PathBuf};

const MANIFEST: &str = "manifest.json";
const ROWS: &str = "journal.jsonl";
const BLOBS: &str = "blobs";
/// What a manifest may weigh: half a million files are named in it.
const MOST_MANIFEST: u64 = 64 << 20;
/// What a file may weigh: it is held in memory as a whole.
const MOST_BLOB: u64 = 1 << 30;
/// The form of the folder.
const FORM: u32 = 1;

/// What went wrong with the folder or the journal.
#[derive(Debug, thiserror::Error)]
pub enum FolderError {
    /// The folder is there and not empty.
    #[error("the folder {0} is not empty")]
    NotEmpty(PathBuf),
    /// A file cannot be read or written.
    #[error("the file {file} cannot be used: {source}")]
    File {
        /// Which file.
        file: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// The manifest is not one, or of a later form.
    #[error("{0} is not the manifest of a journal that this version can read")]
    Manifest(PathBuf),
    /// A line of the rows is not a row.
    #[error("line {line} of {file} is not a row")]
    Line {
        /// Which file.
        file: PathBuf,
        /// Which line, from 1.
        line: u64,
    },
    /// The rows end elsewhere than the manifest says.
    #[error("the journal ends at position {found}, but its manifest says {expected}")]
    Cut {
        /// Where it ends.
        found: u64,
        /// Where the manifest says.
        expected: u64,
    },
    /// The store refused.
    #[error(transparent)]
    Store(#[from] StoreError),
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Manifest {
    form: u32,
    group: String,
    position: u64,
    hash: String,
    blobs: Vec<String>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    position: u64,
    recorded_at: i64,
    on: String,
    actor: String,
    kind: String,
    version: u32,
    body: String,
    texts: Option<String>,
    salt: Option<String>,
    texts_hash: String,
    hash: String,
    token: Option<String>,
    request: Option<String>,
    last: Option<u64>,
}

/// Writes a journal, verified, into a folder that is empty or not there.
///
/// # Errors
/// [`FolderError`]. A folder that was made is taken away again.
pub fn export(
    journal: &dyn Journal,
    folder: &Path,
    progress: &mut dyn FnMut(u64),
) -> Result<Head, FolderError> {
    let made = !folder.exists();
    if !made
        && fs::read_dir(folder)
            .map_err(|e| file_error(folder, e))?
            .next()
            .is_some()
    {
        return Err(FolderError::NotEmpty(folder.to_owned()));
    }
    // As it stands at one moment: what is appended meanwhile is left to the next export.
    let mut written = Err(FolderError::NotEmpty(folder.to_owned()));
    let looked = journal.at_one_moment(&mut |journal| {
        written = write(journal, folder, progress);
        Ok(())
    });
    let written = looked.map_err(FolderError::from).and(written);
    if written.is_err() {
        for file in [MANIFEST, ROWS] {
            let _ = fs::remove_file(folder.join(file));
        }
        let _ = fs::remove_dir_all(folder.join(BLOBS));
        if made {
            let _ = fs::remove_dir(folder);
        }
    }
    written
}

fn write(
    journal: &dyn Journal,
    folder: &Path,
    progress: &mut dyn FnMut(u64),
) -> Result<Head, FolderError> {
    let verified = verify(journal, &mut |_| {})?;
    if let Some(position) = verified.first_emptied {
        let what = Flaw::Emptied;
        return Err(StoreError::from(Broken { position, what }).into());
    }
    let blobs_folder = folder.join(BLOBS);
    fs::create_dir_all(&blobs_folder).map_err(|e| file_error(&blobs_folder, e))?;
    let path = folder.join(ROWS);
    let mut rows = BufWriter::new(own_file(&path).map_err(|e| file_error(&path, e))?);
    let mut failed = None;
    journal.read(0, &mut |row| {
        if failed.is_none() {
            failed = write_line(&mut rows, row).err();
        }
        progress(row.position);
        Ok(())
    })?;
    failed
        .map_or(Ok(()), Err)
        .and_then(|()| rows.into_inner().map_err(io::IntoInnerError::into_error))
        .and_then(|file| file.sync_all())
        .map_err(|e| file_error(&path, e))?;
    let blobs = journal.blobs()?;
    for digest in &blobs {
        let blob = journal.blob(*digest)?.ok_or_else(|| {
            StoreError::from(Broken {
                position: verified.head.position,
                what: Flaw::Blob,
            })
        })?;
        write_file(&blobs_folder.join(digest.to_string()), &blob)?;
    }
    let manifest = Manifest {
        form: FORM,
        group: to_hex(&journal.group().0),
        position: verified.head.position,
        hash: verified.head.hash.to_string(),
        blobs: blobs.iter().map(ToString::to_string).collect(),
    };
    // Last: a folder without a manifest is not taken for a journal.
    let path = folder.join(MANIFEST);
    let bytes = serde_json::to_vec_pretty(&manifest).map_err(|e| file_error(&path, e.into()))?;
    write_file(&path, &bytes)?;
    for folder in [&blobs_folder, folder] {
        sync_folder(folder).map_err(|e| file_error(folder, e))?;
    }
    Ok(verified.head)
}

/// A new file that only its owner reads: a journal holds every draft.
fn own_file(path: &Path) -> io::Result<File> {
    let mut options = fs::OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

/// Writes a file that is on the disk when this answers.
fn write_file(path: &Path, bytes: &[u8]) -> Result<(), FolderError> {
    let written = own_file(path).and_then(|mut file| {
        file.write_all(bytes)?;
        file.sync_all()
    });
    written.map_err(|e| file_error(path, e))
}

/// Opens a file to read it. A folder, a pipe or a device is refused: a pipe would be waited for
/// without end, and a device need not have one.
///
/// # Errors
/// There is no such file, it may not be read, or it is no regular file.
pub fn regular_file(path: &Path) -> io::Result<File> {
    let regular = |of: fs::Metadata| match of.is_file() {
        true => Ok(()),
        false => Err(io::Error::new(
            io::ErrorKind::InvalidInput,
            "it is no regular file",
        )),
    };
    // Before, since opening a pipe waits; and after, since the name may have changed hands.
    regular(fs::metadata(path)?)?;
    let file = File::open(path)?;
    regular(file.metadata()?)?;
    Ok(file)
}

/// The bytes of a file, up to a number that none of ours has.
fn contents(path: &Path, most: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    regular_file(path)?.take(most + 1).read_to_end(&mut bytes)?;
    match bytes.len() as u64 > most {
        true => Err(io::Error::from(io::ErrorKind::FileTooLarge)),
        false => Ok(bytes),
    }
}

/// Makes the names in a folder durable.
pub(crate) fn sync_folder(folder: &Path) -> io::Result<()> {
    if cfg!(unix) {
        File::open(folder)?.sync_all()
    } else {
        // Elsewhere a folder cannot be opened, and its names are durable by themselves.
        Ok(())
    }
}

fn write_line(to: &mut impl Write, row: &Row) -> io::Result<()> {
    let line = Line {
        position: row.position,
        recorded_at: row.recorded_at.as_microsecond(),
        on: row.on.to_string(),
        actor: row.actor.clone(),
        kind: row.kind.clone(),
        version: row.version,
        body: row.body.clone(),
        texts: row.texts.clone(),
        salt: row.salt.map(|salt| to_hex(&salt)),
        texts_hash: row.texts_hash.to_string(),
        hash: row.hash.to_string(),
        token: row.token.map(|t| t.to_string()),
        request: row.request.map(|r| r.to_string()),
        last: row.last,
    };
    serde_json::to_writer(&mut *to, &line)?;
    to.write_all(b"\n")
}

/// Reads a folder that [`export`] wrote into an empty journal: all of it, verified, or none.
///
/// # Errors
/// [`FolderError`]; then nothing was written.
pub fn import(
    journal: &mut dyn Journal,
    folder: &Path,
    progress: &mut dyn FnMut(u64),
) -> Result<Head, FolderError> {
    let path = folder.join(MANIFEST);
    let bytes = contents(&path, MOST_MANIFEST).map_err(|e| file_error(&path, e))?;
    let manifest: Manifest =
        serde_json::from_slice(&bytes).map_err(|_| FolderError::Manifest(path.clone()))?;
    let group = from_hex(&manifest.group)
        .and_then(|g| g.try_into().ok())
        .map(Group);
    let hash = Digest::from_hex(&manifest.hash);
    let blobs: Option<Vec<Digest>> = manifest.blobs.iter().map(|d| Digest::from_hex(d)).collect();
    let (Some(group), Some(hash), Some(blobs), FORM) = (group, hash, blobs, manifest.form) else {
        return Err(FolderError::Manifest(path));
    };
    let expected = Head {
        position: manifest.position,
        hash,
    };

    let rows_path = folder.join(ROWS);
    let file = regular_file(&rows_path).map_err(|e| file_error(&rows_path, e))?;
    let mut lines = BufReader::new(file).lines();
    // The store asks for rows and knows no files: what is wrong with the folder is kept here,
    // and the store is told that there is a gap.
    let mut wrong: Option<FolderError> = None;
    let mut position = 0;
    // What no start can read must not become a store.
    let mut unreadable = None;
    let mut rows = std::iter::from_fn(|| {
        if let Some(source) = unreadable.take() {
            return Some(Err(StoreError::Unreadable { position, source }));
        }
        let gap = |position| {
            Some(Err(Broken {
                position,
                what: Flaw::Gap,
            }
            .into()))
        };
        let line = match lines.next() {
            None if position == expected.position => return None,
            None => {
                wrong = Some(FolderError::Cut {
                    found: position,
                    expected: expected.position,
                });
                return gap(position + 1);
            }
            Some(Err(source)) => {
                wrong = Some(file_error(&rows_path, source));
                return gap(position + 1);
            }
            Some(Ok(line)) => line,
        };
        position += 1;
        progress(position);
        let Some(row) = serde_json::from_str(&line).ok().and_then(read_line) else {
            wrong = Some(FolderError::Line {
                file: rows_path.clone(),
                line: position,
            });
            return gap(position);
        };
        if position == expected.position && row.hash != expected.hash {
            wrong = Some(FolderError::Store(
                Broken {
                    position,
                    what: Flaw::Tail,
                }
                .into(),
            ));
            return gap(position);
        }
        if let Err(broken) = unredacted(&row) {
            wrong = Some(StoreError::from(broken).into());
            return gap(position);
        }
        match decode(&row) {
            Ok(_) => {}
            // Told at the next turn: whether it is what was written is asked first.
            Err(source) => unreadable = Some(source),
        }
        Some(Ok(row))
    });
    let mut blobs = blobs.iter().map(|digest| {
        let broken = || {
            StoreError::from(Broken {
                position: expected.position,
                what: Flaw::Blob,
            })
        };
        let path = folder.join(BLOBS).join(digest.to_string());
        let blob = contents(&path, MOST_BLOB).map_err(|_| broken())?;
        if Digest::of(&blob) == *digest {
            Ok(blob)
        } else {
            Err(broken())
        }
    });
    let restored = journal.restore(group, &mut rows, &mut blobs);
    match (restored, wrong) {
        (Ok(head), None) => Ok(head),
        (_, Some(wrong)) => Err(wrong),
        (Err(error), None) => Err(error.into()),
    }
}

fn read_line(line: Line) -> Option<Row> {
    let perhaps = |hex: Option<String>| match hex {
        None => Some(None),
        Some(hex) => Digest::from_hex(&hex).map(Some),
    };
    Some(Row {
        position: line.position,
        recorded_at: Timestamp::from_microsecond(line.recorded_at).ok()?,
        on: line.on.parse().ok()?,
        actor: line.actor,
        kind: line.kind,
        version: line.version,
        body: line.body,
        texts: line.texts,
        salt: match line.salt {
            None => None,
            Some(salt) => Some(from_hex(&salt)?.try_into().ok()?),
        },
        texts_hash: Digest::from_hex(&line.texts_hash)?,
        hash: Digest::from_hex(&line.hash)?,
        token: perhaps(line.token)?,
        request: perhaps(line.request)?,
        last: line.last,
    })
}

fn file_error(file: &Path, source: io::Error) -> FolderError {
    FolderError::File {
        file: file.to_owned(),
        source,
    }
}
