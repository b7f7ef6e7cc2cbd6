//! An open marks database, and the one way to read it and the one way to change it.

use std::path::{Path, PathBuf};

use rusqlite::{Connection, Result, Transaction, TransactionBehavior};
use tempfile::TempDir;

use super::{
    error::MarksError,
    file::{self, FileKey},
    schema,
};

/// Identifies a library; the history of what can be undone is each library's own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(in crate::marks) struct LibraryKey(pub(in crate::marks) [u8; 16]);

impl LibraryKey {
    /// No library's: only what is kept for all of them is found by it.
    pub(in crate::marks) const NONE: Self = Self([0; 16]);

    /// That of the articles in a directory, an absolute path.
    pub(in crate::marks) fn of(library: &Path) -> Self {
        Self(digest_of(library))
    }
}

/// The 16 bytes by which a path is known.
pub(super) fn digest_of(path: &Path) -> [u8; 16] {
    let digest = blake3::hash(path.as_os_str().as_encoded_bytes());
    digest.as_bytes().first_chunk().copied().unwrap_or_default()
}

/// What may be done with the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Access {
    Write,
    Read,
    /// Written by a later version, whose number this is.
    ReadNewer(u32),
}

/// When a change must have reached the disk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sync {
    /// Before it is reported as done.
    AtOnce,
    /// With the next change that is; a power cut may take it back, whole.
    Later,
}

/// The marks database, opened for one library.
#[derive(Debug)]
pub struct Marks {
    pub(super) db: Connection,
    pub(super) path: PathBuf,
    pub(super) library: LibraryKey,
    pub(super) access: Access,
    /// The file that was opened, to notice when another one takes its place; `None` in memory.
    pub(super) file: Option<FileKey>,
    /// Whether the write-ahead log is used, the only mode in which a change may be synced later.
    pub(super) has_log_file: bool,
    pub(super) seen_version: i64,
    /// Files whose marks count instead of these, should one be there.
    pub(super) yields_to: Vec<PathBuf>,
    /// Where the copy lies that is read when the file's own directory cannot be used.
    pub(super) copy: Option<TempDir>,
}

impl Marks {
    /// Where the database lies; empty in memory.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Whether changes are refused.
    pub fn is_read_only(&self) -> bool {
        self.access != Access::Write
    }

    /// Lets the marks in one of these files count instead, as soon as there is one: then changes are
    /// refused, as if this file had been moved.
    pub fn yield_to(&mut self, paths: Vec<PathBuf>) {
        self.yields_to = paths;
    }

    /// Whether other marks than these count by now.
    pub fn have_moved(&self) -> bool {
        have_moved(self.file, &self.path, &self.yields_to)
    }

    /// Whether another instance has changed something since this was last asked, or since
    /// opening; a few microseconds. Also true when that cannot be told, so that the next reading
    /// says why.
    pub fn has_changed(&mut self) -> bool {
        let seen = data_version(&self.db);
        !seen.is_ok_and(|now| std::mem::replace(&mut self.seen_version, now) == now)
    }

    /// Runs `work` on one unchanging view of the database.
    pub(super) fn read<T>(
        &self,
        doing: &'static str,
        work: impl FnOnce(&Connection) -> Result<T>,
    ) -> Result<T, MarksError> {
        let view = self.db.unchecked_transaction().map_err(|error| self.failed(doing, error))?;
        work(&view).map_err(|error| self.failed(doing, error))
    }

    /// Runs `work` as one transaction that no other instance's can come between; undone as a
    /// whole when it fails or the machine stops.
    pub(super) fn write<T>(
        &mut self,
        doing: &'static str,
        sync: Sync,
        work: impl FnOnce(&Connection, LibraryKey) -> Result<T>,
    ) -> Result<T, MarksError> {
        let path = self.path.clone();
        match self.access {
            Access::Write => {}
            Access::Read => return Err(MarksError::ReadOnly { path }),
            Access::ReadNewer(found) => {
                return Err(MarksError::Newer { path, found, known: schema::VERSION });
            }
        }
        let is_lazy = sync == Sync::Later && self.has_log_file;
        if is_lazy {
            self.sync("NORMAL").map_err(|error| self.failed(doing, error))?;
        }
        let done = self.transaction(doing, work);
        if is_lazy {
            self.sync("FULL").map_err(|error| self.failed(doing, error))?;
        }
        done
    }

    fn transaction<T>(
        &mut self,
        doing: &'static str,
        work: impl FnOnce(&Connection, LibraryKey) -> Result<T>,
    ) -> Result<T, MarksError> {
        let library = self.library;
        let mut found = schema::VERSION;
        let mut is_moved = false;
        let (file, path, yields_to) = (self.file, &self.path, &self.yields_to);
        let done = Transaction::new(&mut self.db, TransactionBehavior::Immediate).and_then(|db| {
            // Only now does nobody split or join them.
            is_moved = have_moved(file, path, yields_to);
            if is_moved {
                return Ok(None);
            }
            found = schema::version(&db)?;
            if found != schema::VERSION {
                return Ok(None);
            }
            let result = work(&db, library)?;
            db.commit()?;
            Ok(Some(result))
        });
        match done {
            Ok(Some(result)) => Ok(result),
            Ok(None) if is_moved => Err(MarksError::Moved { doing, path: self.path.clone() }),
            // A later version of the program has brought the tables up to date meanwhile.
            Ok(None) => {
                self.access = Access::ReadNewer(found);
                let path = self.path.clone();
                Err(MarksError::Newer { path, found, known: schema::VERSION })
            }
            Err(error) => Err(self.failed(doing, error)),
        }
    }

    fn sync(&self, level: &str) -> Result<()> {
        self.db.pragma_update(None, "synchronous", level)
    }

    /// The error in words; a damaged file is remembered, so that the next opening looks into it.
    fn failed(&self, doing: &'static str, error: rusqlite::Error) -> MarksError {
        let error = MarksError::of(doing, &self.path, error);
        if matches!(error, MarksError::Damaged { .. }) && self.file.is_some() {
            file::ask_for_check(&self.path);
        }
        error
    }
}

fn have_moved(opened: Option<FileKey>, path: &Path, yields_to: &[PathBuf]) -> bool {
    opened.is_some()
        && (file::file_key(path) != opened || yields_to.iter().any(|other| other.exists()))
}

/// A number that differs whenever another connection has changed the file.
pub(super) fn data_version(db: &Connection) -> Result<i64> {
    db.prepare_cached("PRAGMA data_version")?.query_row([], |row| row.get(0))
}
