//! The text last seen at a path, so that marks can follow to the text that replaces it, whether the
//! program was open, closed or killed in between.
//!
//! Rows are written for texts that carry something, and before the catalogue speaks of the change.
//! A row that `is_there` names the text that the path held when the marks were last settled, which
//! may be later than what the catalogue knows: after a crash an edit is not carried over twice.

use std::path::Path;

use rusqlite::{Connection, Result, params};

use super::{
    clock::now,
    connection::{LibraryKey, Marks, digest_of},
    error::MarksError,
    flags::carried,
};
use crate::{
    base::{codec::Take, wording},
    domain::{ArticleId, Sketch},
};

/// Texts remembered of one path: the one there, and those that a half-written file came after.
const MAX_AT_A_PATH: u32 = 3;

/// Texts remembered of one library: the oldest ones go first.
const MAX_PLACES: i64 = 200_000;

/// Names a file by its path in the library.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PathKey(pub [u8; 16]);

impl PathKey {
    pub fn of(path: &Path) -> Self {
        Self(digest_of(path))
    }
}

/// A text at a path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    pub path: PathKey,
    pub id: ArticleId,
    pub sketch: Sketch,
}

/// A text that is remembered of a path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remembered {
    pub place: Place,
    /// Whether it was there when last looked at; at most one is.
    pub is_there: bool,
}

impl Marks {
    /// The texts remembered of each path, in the order of the paths; the one that is there first,
    /// then the latest.
    ///
    /// # Errors
    ///
    /// If the file is damaged or cannot be read.
    pub fn remembered_at(&self, paths: &[PathKey]) -> Result<Vec<Vec<Remembered>>, MarksError> {
        self.read(wording!("marks-read"), |db| {
            if !remembers_any(db, self.library)? {
                return Ok(vec![Vec::new(); paths.len()]);
            }
            paths.iter().map(|path| remembered(db, self.library, *path)).collect()
        })
    }

    /// The last text of each path of this library that left it at most `seconds` ago and was not
    /// followed by anything, there or elsewhere; latest first, at most `limit`.
    ///
    /// # Errors
    ///
    /// If the file is damaged or cannot be read.
    pub fn gone(&self, seconds: i64, limit: u32) -> Result<Vec<Place>, MarksError> {
        self.read(wording!("marks-read"), |db| {
            let mut statement = db.prepare_cached(
                "SELECT path, id, sketch, is_there FROM places AS gone
                 WHERE library = ?1 AND is_there = 0 AND ?2 <= at AND NOT EXISTS (
                     SELECT 1 FROM places
                     WHERE library = gone.library AND path = gone.path
                         AND (is_there OR gone.number < number)
                 ) AND NOT EXISTS (SELECT 1 FROM versions WHERE old = gone.id)
                 ORDER BY number DESC LIMIT ?3",
            )?;
            let since = now().saturating_sub(seconds);
            let rows = statement.query_map(params![self.library.0, since, limit], read_row)?;
            Ok(rows.collect::<Result<Vec<_>>>()?.into_iter().flatten().map(|it| it.place).collect())
        })
    }
}

fn remembers_any(db: &Connection, library: LibraryKey) -> Result<bool> {
    db.prepare_cached("SELECT EXISTS (SELECT 1 FROM places WHERE library = ?1)")?
        .query_row([library.0], |row| row.get(0))
}

pub(super) fn remembered(
    db: &Connection,
    library: LibraryKey,
    path: PathKey,
) -> Result<Vec<Remembered>> {
    let mut statement = db.prepare_cached(
        "SELECT path, id, sketch, is_there FROM places
         WHERE library = ?1 AND path = ?2 ORDER BY is_there DESC, number DESC",
    )?;
    let rows = statement.query_map(params![library.0, path.0], read_row)?;
    Ok(rows.collect::<Result<Vec<_>>>()?.into_iter().flatten().collect())
}

/// `None` for a sketch that cannot be read: it was written by nobody we know.
fn read_row(row: &rusqlite::Row<'_>) -> Result<Option<Remembered>> {
    let sketch = Sketch::decode(&mut Take::new(row.get_ref(2)?.as_blob()?));
    let (path, id) = (PathKey(row.get(0)?), ArticleId(row.get(1)?));
    let is_there = row.get(3)?;
    Ok(sketch.map(|sketch| Remembered { place: Place { path, id, sketch }, is_there }))
}

/// Whether losing sight of the article would lose something.
pub(super) fn carries_anything(db: &Connection, id: ArticleId) -> Result<bool> {
    Ok(!carried(db, id)?.is_empty() || has_position(db, id)?)
}

pub(super) fn has_position(db: &Connection, id: ArticleId) -> Result<bool> {
    db.prepare_cached("SELECT EXISTS (SELECT 1 FROM positions WHERE id = ?1)")?
        .query_row([id.0], |row| row.get(0))
}

/// Remembers a text at a path, as the latest there; if it `is_there`, no other is.
pub(super) fn remember(
    db: &Connection,
    library: LibraryKey,
    place: &Place,
    is_there: bool,
) -> Result<()> {
    if is_there {
        leave(db, library, place.path)?;
    }
    let mut sketch = Vec::new();
    place.sketch.encode(&mut sketch);
    db.prepare_cached(
        "INSERT OR REPLACE INTO places (library, path, id, sketch, at, is_there)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    )?
    .execute(params![library.0, place.path.0, place.id.0, sketch, now(), is_there])?;
    db.prepare_cached(
        "DELETE FROM places WHERE library = ?1 AND path = ?2 AND number NOT IN (
             SELECT number FROM places WHERE library = ?1 AND path = ?2
             ORDER BY is_there DESC, number DESC LIMIT ?3
         )",
    )?
    .execute(params![library.0, place.path.0, MAX_AT_A_PATH])?;
    Ok(())
}

/// Remembers where articles are that have just been marked, unless more is known of their paths.
pub(super) fn remember_marked(
    db: &Connection,
    library: LibraryKey,
    places: &[Place],
) -> Result<()> {
    for place in places {
        let known = remembered(db, library, place.path)?;
        if known.iter().all(|it| !it.is_there && it.place.id != place.id) {
            remember(db, library, place, true)?;
        }
    }
    Ok(())
}

/// Notes that what was at a path is there no longer.
pub(super) fn leave(db: &Connection, library: LibraryKey, path: PathKey) -> Result<()> {
    db.prepare_cached(
        "UPDATE places SET is_there = 0 WHERE library = ?1 AND path = ?2 AND is_there",
    )?
    .execute(params![library.0, path.0])?;
    Ok(())
}

/// Drops the oldest rows of the library where there are too many; looks only when `n_written` more
/// made another `every` rows.
pub(super) fn prune_places(
    db: &Connection,
    library: LibraryKey,
    n_written: usize,
    every: usize,
) -> Result<()> {
    let newest: i64 = db
        .prepare_cached("SELECT coalesce(max(number), 0) FROM places")?
        .query_row([], |row| row.get(0))?;
    let newest = usize::try_from(newest).unwrap_or(0);
    if newest / every == newest.saturating_sub(n_written) / every {
        return Ok(());
    }
    db.prepare_cached(
        "DELETE FROM places WHERE library = ?1 AND number <= (
             SELECT number FROM places WHERE library = ?1
             ORDER BY number DESC LIMIT 1 OFFSET ?2
         )",
    )?
    .execute(params![library.0, MAX_PLACES])?;
    Ok(())
}
