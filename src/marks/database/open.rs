//! Opening the marks whatever state their file is in: missing, older, newer, damaged, foreign,
//! read-only, on a share, or with no place to write at all.

use std::{
    fmt, fs, io,
    path::{Path, PathBuf},
    time::Duration,
};

use rusqlite::{Connection, OpenFlags, Result};

use super::{
    connection::{Access, LibraryKey, Marks, data_version},
    error::MarksError,
    file, salvage,
    schema::{self, Owner},
};
use crate::base::wording;

/// How long to wait for another instance's transaction; a bulk change of a million takes one second.
const BUSY_TIMEOUT: Duration = Duration::from_secs(5);
/// A database up to this size is looked through at each opening; that takes milliseconds.
const SMALL_BYTES: u64 = 2 << 20;
/// What the write-ahead log may keep of the disk after a bulk change.
const LOG_FILE_BYTES: u32 = 4 << 20;

/// The marks, and what the reader must be told about them.
#[derive(Debug)]
pub struct OpenedMarks {
    pub marks: Marks,
    pub notice: Option<MarksNotice>,
}

/// What becomes of a database that is not there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::marks) enum Missing {
    Made,
    /// [`MarksError::Moved`]: what it held has gone elsewhere.
    Refused,
}

/// Something about the marks that stays true while they are open, to be shown in a banner.
#[derive(Debug)]
pub enum MarksNotice {
    /// The file was damaged: it is kept under another name, and what could be read of it,
    /// so many marks, was taken over into a new one.
    SetAside { kept: PathBuf, n_saved: u64 },
    /// Marks are shown; changing them is refused.
    ReadOnly { cause: MarksError },
    /// There is not a file to read or write: marks last until the program ends.
    InMemory { cause: MarksError },
}

impl fmt::Display for MarksNotice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::SetAside { kept, n_saved } => {
                f.write_str(&wording!("marks-set-aside-as", n = n_saved, path = kept.display()))
            }
            Self::ReadOnly { cause } => {
                f.write_str(&wording!("marks-read-only", why = cause.to_string()))
            }
            Self::InMemory { cause } => {
                f.write_str(&wording!("marks-in-memory", why = cause.to_string()))
            }
        }
    }
}

impl Marks {
    /// Opens the database at `path` for the library, making it and its directory (closed to other
    /// users) where they are missing. A damaged one is set aside and what can be read of it saved;
    /// if nothing can be written, what is there is opened for reading, else memory serves until the
    /// program ends. The notice says which.
    ///
    /// # Errors
    ///
    /// If `path` is another program's database, another program keeps it locked, or it is missing
    /// and must not be.
    pub(in crate::marks) fn open(
        path: &Path,
        library: LibraryKey,
        missing: Missing,
    ) -> Result<OpenedMarks, MarksError> {
        let failed = match open_or_mend(path, library, missing) {
            Ok(opened) => return Ok(opened),
            Err(
                error @ (MarksError::Foreign { .. }
                | MarksError::Busy { .. }
                | MarksError::Moved { .. }),
            ) => return Err(error),
            Err(error) => error,
        };
        if path.exists()
            && !is_empty(path)
            && let Ok(marks) = Self::open_read_only(path, library)
        {
            return Ok(OpenedMarks {
                marks,
                notice: Some(MarksNotice::ReadOnly { cause: failed }),
            });
        }
        let mut marks = Self::in_memory(library)?;
        if is_empty(path) {
            // The disk was full already when the file was made: the same as one that holds no
            // marks, and once there is room it can be opened.
            marks.access = Access::Read;
            marks.path = path.to_path_buf();
            return Ok(OpenedMarks {
                marks,
                notice: Some(MarksNotice::ReadOnly { cause: failed }),
            });
        }
        Ok(OpenedMarks { marks, notice: Some(MarksNotice::InMemory { cause: failed }) })
    }

    /// Marks that last as long as the value.
    ///
    /// # Errors
    ///
    /// If there is no memory.
    fn in_memory(library: LibraryKey) -> Result<Self, MarksError> {
        let db = Connection::open_in_memory().and_then(|mut db| {
            schema::migrate(&mut db)?;
            Ok(db)
        });
        let failed =
            |error| MarksError::of(wording!("marks-make-room"), Path::new("memory"), error);
        let mut marks = Self::around(db.map_err(failed)?, PathBuf::new(), library, Access::Write);
        marks.file = None;
        Ok(marks)
    }

    /// Opens the database for writing, as [`Marks::open`] does first, or not at all.
    ///
    /// # Errors
    ///
    /// If it cannot be made, read or written.
    pub(in crate::marks) fn open_to_write(
        path: &Path,
        library: LibraryKey,
        missing: Missing,
    ) -> Result<Self, MarksError> {
        open_or_mend(path, library, missing).map(|opened| opened.marks)
    }

    /// Opens what is there for reading only; every change is refused.
    ///
    /// # Errors
    ///
    /// If it cannot be read or is another program's.
    pub(in crate::marks) fn open_read_only(
        path: &Path,
        library: LibraryKey,
    ) -> Result<Self, MarksError> {
        let failed = |error| MarksError::of(wording!("marks-read"), path, error);
        let (db, copy) = match connect_read_only(path, "mode=ro") {
            Ok(db) => (db, None),
            // SQLite wants to write next to the file even to read it, if only to share memory. If
            // no changes wait in the log, the file alone is complete.
            Err(_) if file::has_no_log(path) => {
                (connect_read_only(path, "mode=ro&immutable=1").map_err(failed)?, None)
            }
            Err(_) => {
                let copy = file::copy(path).map_err(|source| MarksError::Io {
                    doing: wording!("marks-copy"),
                    path: path.to_path_buf(),
                    source,
                })?;
                let name = copy.path().join(file::COPY);
                (connect_read_only(&name, "mode=rw").map_err(failed)?, Some(copy))
            }
        };
        let access = match schema::owner(&db).map_err(failed)? {
            Owner::Ours => Access::Read,
            Owner::Newer(found) => Access::ReadNewer(found),
            Owner::Foreign => return Err(MarksError::Foreign { path: path.to_path_buf() }),
        };
        let mut marks = Self::around(db, path.to_path_buf(), library, access);
        marks.copy = copy;
        Ok(marks)
    }

    fn around(db: Connection, path: PathBuf, library: LibraryKey, access: Access) -> Self {
        let file = file::file_key(&path);
        // An error shows again at the first poll, which then says that something has changed.
        let seen_version = data_version(&db).unwrap_or_default();
        let has_log_file = false;
        let yields_to = Vec::new();
        Self { db, path, library, access, file, has_log_file, seen_version, yields_to, copy: None }
    }
}

fn is_empty(path: &Path) -> bool {
    fs::metadata(path).is_ok_and(|about| about.is_file() && about.len() == 0)
}

fn connect_read_only(path: &Path, how: &str) -> Result<Connection> {
    let flags = if how == "mode=rw" {
        OpenFlags::SQLITE_OPEN_READ_WRITE
    } else {
        OpenFlags::SQLITE_OPEN_READ_ONLY
    };
    let db = Connection::open_with_flags(
        file::address(path, how),
        flags | OpenFlags::SQLITE_OPEN_NO_MUTEX | OpenFlags::SQLITE_OPEN_URI,
    )?;
    db.busy_timeout(BUSY_TIMEOUT)?;
    db.pragma_update(None, "trusted_schema", false)?;
    // The first reading is what finds out whether it works.
    schema::version(&db)?;
    Ok(db)
}

/// Opens the database for writing; mends it first when it is damaged. One instance at a time.
fn open_or_mend(
    path: &Path,
    library: LibraryKey,
    missing: Missing,
) -> Result<OpenedMarks, MarksError> {
    let failed = |source| MarksError::Io {
        doing: wording!("marks-folder"),
        path: file::directory(path).to_path_buf(),
        source,
    };
    file::make_directory(file::directory(path)).map_err(failed)?;
    // A link is followed here, so that renaming and locking concern the real file.
    let path = &fs::canonicalize(path).unwrap_or_else(|_| path.to_path_buf());
    let _turn = file::lock(file::directory(path));
    if missing == Missing::Refused && !path.exists() {
        return Err(MarksError::Moved { doing: wording!("marks-open"), path: path.clone() });
    }
    match open_for_writing(path, library) {
        Ok(marks) => Ok(OpenedMarks { marks, notice: None }),
        Err(MarksError::Damaged { .. }) => mend(path, library),
        Err(error) => Err(error),
    }
}

fn open_for_writing(path: &Path, library: LibraryKey) -> Result<Marks, MarksError> {
    let failed = |error| MarksError::of(wording!("marks-open"), path, error);
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE
        | OpenFlags::SQLITE_OPEN_CREATE
        | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let mut db = Connection::open_with_flags(path, flags).map_err(failed)?;
    db.busy_timeout(BUSY_TIMEOUT).map_err(failed)?;
    // Nothing is written before it is known whose file it is.
    match schema::owner(&db).map_err(failed)? {
        Owner::Ours => {}
        Owner::Foreign => return Err(MarksError::Foreign { path: path.to_path_buf() }),
        Owner::Newer(found) => {
            let path = path.to_path_buf();
            return Err(MarksError::Newer { path, found, known: schema::VERSION });
        }
    }
    if db.is_readonly("main").map_err(failed)? {
        return Err(MarksError::ReadOnly { path: path.to_path_buf() });
    }
    let has_log_file = configure(&db, path).map_err(failed)?;
    check(&db, path).map_err(failed)?;
    schema::migrate(&mut db).map_err(failed)?;
    let mut marks = Marks::around(db, path.to_path_buf(), library, Access::Write);
    marks.has_log_file = has_log_file;
    Ok(marks)
}

/// Chooses the journal, and that every commit reaches the disk; says whether changes go through
/// the write-ahead log.
fn configure(db: &Connection, path: &Path) -> Result<bool> {
    let wanted = if file::is_network(file::directory(path)) { "DELETE" } else { "WAL" };
    let journal: String =
        db.pragma_update_and_check(None, "journal_mode", wanted, |row| row.get(0))?;
    let has_log_file = journal.eq_ignore_ascii_case("wal");
    // The rollback journal commits by deleting a file, which only EXTRA syncs.
    db.pragma_update(None, "synchronous", if has_log_file { "FULL" } else { "EXTRA" })?;
    db.pragma_update(None, "fullfsync", true)?;
    db.pragma_update(None, "checkpoint_fullfsync", true)?;
    db.pragma_update_and_check(None, "journal_size_limit", LOG_FILE_BYTES, |_| Ok(()))?;
    db.pragma_update(None, "trusted_schema", false)?;
    db.pragma_update(None, "cell_size_check", true)?;
    Ok(has_log_file)
}

/// Looks through the database if it is small or has shown damage before.
fn check(db: &Connection, path: &Path) -> Result<()> {
    let was_asked = file::is_check_asked_for(path);
    if !was_asked && fs::metadata(path).is_ok_and(|about| about.len() > SMALL_BYTES) {
        return Ok(());
    }
    let verdict: String = db.query_row("PRAGMA quick_check(1)", [], |row| row.get(0))?;
    if verdict != "ok" {
        let code = rusqlite::ffi::Error::new(rusqlite::ffi::SQLITE_CORRUPT);
        return Err(rusqlite::Error::SqliteFailure(code, Some(verdict)));
    }
    if was_asked {
        file::forget_check(path);
    }
    Ok(())
}

/// Sets the damaged database aside and begins a new one with what can be read of it.
fn mend(path: &Path, library: LibraryKey) -> Result<OpenedMarks, MarksError> {
    let failed = |source: io::Error| MarksError::Io {
        doing: wording!("marks-set-aside"),
        path: path.to_path_buf(),
        source,
    };
    let kept = file::set_aside(path, "damaged").map_err(failed)?;
    file::forget_check(path);
    let mut marks = open_for_writing(path, library)?;
    let n_saved = salvage::copy(&kept, &mut marks.db)
        .map_err(|error| MarksError::of(wording!("marks-save"), path, error))?;
    Ok(OpenedMarks { marks, notice: Some(MarksNotice::SetAside { kept, n_saved }) })
}
