//! Marks in a database of their own: begun as a copy of another one, and joined with it again.
//!
//! From the moment of the copy on, both note when they change the mark of an article (`changes`),
//! so that of each mark the newest change counts when they are joined. Nobody writes meanwhile:
//! one transaction holds the database that is copied, or the one that is given up, and whoever
//! waited for it finds that the marks have moved ([`MarksError::Moved`]).

use std::{collections::BTreeMap, fs::File, os::unix::ffi::OsStrExt, path::Path};

use rusqlite::{
    Connection, OpenFlags, OptionalExtension, Result, ToSql, params, params_from_iter,
    types::{ToSqlOutput, Value, ValueRef},
};

use super::{
    changes::{POSITION, note_changes},
    connection::{LibraryKey, Marks, Sync},
    error::MarksError,
    file,
    flags::{carries, turn},
    kinds::mark_of,
    log::{append, newest, prune},
    settings::Scope,
};
use crate::{
    base::wording,
    domain::{Applied, ArticleId},
};

/// That a library was opened with these marks; a setting of that library.
const IS_OPENED: &str = ".opened";

/// The directory whose articles' marks these are; without it they are those of all.
const ROOT: &str = ".root";

impl Marks {
    /// Begins the database `own` with a copy of everything in this one, for the articles in the
    /// directory `root`. Does nothing if there is one.
    ///
    /// # Errors
    ///
    /// As [`Marks::apply`], or when the copy cannot be written; there is none then.
    pub fn split(&mut self, own: &Path, root: &str) -> Result<(), MarksError> {
        self.write(wording!("marks-split"), Sync::AtOnce, |db, _| {
            db.execute("INSERT OR IGNORE INTO state VALUES (zeroblob(16), '.split', '1')", [])
        })?;
        let path = self.path.clone();
        self.write(wording!("marks-split"), Sync::AtOnce, |_, _| Ok(copy(&path, own, root)))?
    }

    /// Takes in whatever was changed later in `own` than here, then renames the file of `own`.
    /// The changes are in the log but not in the history. Does nothing if another instance has done
    /// it.
    ///
    /// # Errors
    ///
    /// As [`Marks::apply`]; `own` is in its place then.
    pub fn join(&mut self, mut own: Self) -> Result<(), MarksError> {
        let doing = wording!("marks-join");
        let path = own.path.clone();
        // The file is whole by itself then, if nobody else reads in it.
        let _ = own.db.pragma_update(None, "wal_checkpoint", "TRUNCATE");
        // So that nobody rebuilds it when it is just gone.
        let _turn = file::lock(file::directory(&path));
        let joined = own.write(doing, Sync::AtOnce, |from, _| {
            let taken = self.write(doing, Sync::AtOnce, |db, library| take_in(from, db, library));
            Ok(taken.and_then(|()| {
                let failed = |source| MarksError::Io { doing, path: path.clone(), source };
                file::set_aside(&path, "merged").map(drop).map_err(failed)
            }))
        });
        match joined {
            Err(MarksError::Moved { .. }) => Ok(()),
            joined => joined?,
        }
    }

    /// The directory whose articles' marks these are, as it was given to [`Marks::split`].
    pub fn root(&self) -> Option<String> {
        self.setting(Scope::Everywhere, ROOT).ok()?
    }

    /// Notes that the library is read with marks that are not those of all.
    ///
    /// # Errors
    ///
    /// As [`Marks::apply`].
    pub fn note_opened(&mut self) -> Result<(), MarksError> {
        if self.setting(Scope::Library, IS_OPENED)?.is_some() {
            return Ok(());
        }
        self.set_setting(Scope::Library, IS_OPENED, "1")
    }
}

/// Copies a database that nobody writes to at the time.
fn copy(path: &Path, own: &Path, root: &str) -> Result<(), MarksError> {
    let failed = |error| MarksError::of(wording!("marks-split"), own, error);
    let unwritten =
        |source| MarksError::Io { doing: wording!("marks-split"), path: own.to_path_buf(), source };
    if own.exists() {
        return Ok(());
    }
    let folder = file::directory(own);
    let new = tempfile::Builder::new().prefix(".marks-").tempfile_in(folder).map_err(unwritten)?;
    let fill = || {
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let name = ToSqlOutput::Borrowed(ValueRef::Text(new.path().as_os_str().as_bytes()));
        Connection::open_with_flags(path, flags)?.execute("VACUUM INTO ?1", [name])?;
        let db = Connection::open(new.path())?;
        // Data cached with a number of the log must not be mistaken for the state of this one.
        db.execute_batch(
            "UPDATE state SET value = lower(hex(randomblob(16))) WHERE key = '.identity'",
        )?;
        db.execute("DELETE FROM state WHERE key = ?1", [IS_OPENED])?;
        db.execute("INSERT OR REPLACE INTO state VALUES (zeroblob(16), ?1, ?2)", [ROOT, root])?;
        db.close().map_err(|(_, error)| error)
    };
    fill().map_err(failed)?;
    new.as_file().sync_all().map_err(unwritten)?;
    new.persist_noclobber(own).map_err(|error| unwritten(error.error))?;
    File::open(folder).and_then(|folder| folder.sync_all()).map_err(unwritten)
}

/// Takes what is in `from` into `db`.
fn take_in(from: &Connection, db: &Connection, library: LibraryKey) -> Result<()> {
    let mut turned: BTreeMap<(i64, bool), Vec<ArticleId>> = BTreeMap::new();
    let mut theirs = from.prepare("SELECT kind, id, at FROM changes ORDER BY kind, id")?;
    let mut theirs = theirs.query([])?;
    while let Some(row) = theirs.next()? {
        let (kind, id, at): (i64, _, i64) = (row.get(0)?, ArticleId(row.get(1)?), row.get(2)?);
        let ours: Option<i64> = db
            .prepare_cached("SELECT at FROM changes WHERE kind = ?1 AND id = ?2")?
            .query_row(params![kind, id.0], |row| row.get(0))
            .optional()?;
        if ours.is_some_and(|ours| at <= ours) {
            continue;
        }
        if kind == POSITION {
            copy_rows(from, db, (&POSITIONS, "REPLACE"), "WHERE id = ?1", &[&id.0])?;
        } else if let Some(mark) = mark_of(kind) {
            let value = carries(from, mark, id)?;
            let changed = turn(db, library, mark, value, &[id])?;
            turned.entry((kind, value)).or_default().extend(changed);
        }
        note_changes(db, kind, &[id], Some(at))?;
    }
    for ((kind, value), ids) in turned {
        if let Some(mark) = mark_of(kind).filter(|_| !ids.is_empty()) {
            let applied = append(db, Applied { log: 0, mark, value, ids }, None)?;
            prune(db, library, &applied)?;
        }
    }
    take_in_the_rest(from, db)
}

/// What has no time of its own: what is missing is added. What belongs to the libraries that were
/// read with `from` was changed only there.
fn take_in_the_rest(from: &Connection, db: &Connection) -> Result<()> {
    let log = newest(db)?.cast_signed();
    let mut pairs = from.prepare("SELECT new, old, at, is_left FROM versions")?;
    let mut pairs = pairs.query([])?;
    while let Some(row) = pairs.next()? {
        let (new, old): ([u8; 16], [u8; 16]) = (row.get(0)?, row.get(1)?);
        let (at, is_left): (i64, i64) = (row.get(2)?, row.get(3)?);
        db.prepare_cached("INSERT OR IGNORE INTO versions VALUES (?1, ?2, ?3, ?4, ?5)")?
            .execute(params![new, old, at, is_left, log])?;
    }
    copy_rows(from, db, (&POSITIONS, "IGNORE"), "", &[])?;
    let mut opened = from.prepare("SELECT library FROM state WHERE key = ?1")?;
    let opened = opened.query_map([IS_OPENED], |row| row.get::<_, [u8; 16]>(0))?;
    for library in opened {
        let library = library?;
        copy_rows(from, db, (&STATE, "REPLACE"), "WHERE library = ?1", &[&library])?;
        db.execute("DELETE FROM places WHERE library = ?1", [library])?;
        let of_library = "WHERE library = ?1 ORDER BY number";
        copy_rows(from, db, (&PLACES, "REPLACE"), of_library, &[&library])?;
    }
    Ok(())
}

/// A table and its columns.
struct Table(&'static str, &'static [&'static str]);

const POSITIONS: Table = Table("positions", &["id", "paragraph", "byte"]);
const STATE: Table = Table("state", &["library", "key", "value"]);
const PLACES: Table = Table("places", &["library", "path", "id", "sketch", "at", "is_there"]);

/// Copies the rows of a table that `which` selects; `conflict` decides about those that exist
/// already.
fn copy_rows(
    from: &Connection,
    db: &Connection,
    (Table(table, columns), conflict): (&Table, &str),
    which: &str,
    params: &[&dyn ToSql],
) -> Result<()> {
    let names = columns.join(", ");
    let values = vec!["?"; columns.len()].join(", ");
    let mut select = from.prepare_cached(&format!("SELECT {names} FROM {table} {which}"))?;
    let mut insert = db.prepare_cached(&format!(
        "INSERT OR {conflict} INTO {table} ({names}) VALUES ({values})"
    ))?;
    let mut rows = select.query(params)?;
    while let Some(row) = rows.next()? {
        let values = (0..columns.len()).map(|n| row.get::<_, Value>(n));
        insert.execute(params_from_iter(values.collect::<Result<Vec<_>>>()?))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests;
