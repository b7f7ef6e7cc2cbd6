//! The tables, how older ones become today's, and whose database a file is.
//!
//! A released step of [`STEPS`] is never edited; a change of the tables is another step. The
//! file's `user_version` is the number of steps it has taken.

use rusqlite::{Connection, Result, Transaction, TransactionBehavior};

/// `Dtln`, in the header of every marks database, so that `file` and we can tell whose it is.
pub(super) const APPLICATION_ID: i32 = 0x4474_6C6E;

/// The version of the tables that this program reads and writes.
pub(super) const VERSION: u32 = 3;

/// What takes a database from version n to n + 1.
const STEPS: [&str; VERSION as usize] = [
    // `sets` holds sorted ids, 16 bytes each; a step's set has the step's number, and that is the
    // number of the log entry that first applied it. `undone_ids` is the set that undoing flipped.
    "CREATE TABLE read (id BLOB NOT NULL PRIMARY KEY) WITHOUT ROWID, STRICT;
     CREATE TABLE starred (id BLOB NOT NULL PRIMARY KEY) WITHOUT ROWID, STRICT;
     CREATE TABLE positions (
         id BLOB NOT NULL PRIMARY KEY, paragraph INTEGER NOT NULL, byte INTEGER NOT NULL
     ) WITHOUT ROWID, STRICT;
     CREATE TABLE versions (
         new BLOB NOT NULL, old BLOB NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (new, old)
     ) WITHOUT ROWID, STRICT;
     CREATE INDEX versions_by_old ON versions (old);
     CREATE TABLE sets (number INTEGER PRIMARY KEY, ids BLOB NOT NULL) STRICT;
     CREATE TABLE log (
         number INTEGER PRIMARY KEY, name TEXT NOT NULL, field INTEGER NOT NULL,
         value INTEGER NOT NULL, ids INTEGER NOT NULL, n_articles INTEGER NOT NULL
     ) STRICT;
     CREATE TABLE steps (
         library BLOB NOT NULL, number INTEGER NOT NULL, name TEXT NOT NULL,
         field INTEGER NOT NULL, value INTEGER NOT NULL, at INTEGER NOT NULL,
         n_articles INTEGER NOT NULL, undone_ids INTEGER, PRIMARY KEY (library, number)
     ) WITHOUT ROWID, STRICT;
     CREATE TABLE state (
         library BLOB NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (library, key)
     ) WITHOUT ROWID, STRICT;
     INSERT INTO state VALUES (zeroblob(16), '.identity', lower(hex(randomblob(16))));",
    // `is_left`: the old text has no place left. `log`: the newest change when the pair was made.
    // `places` has a row for each text that is remembered of a path, and `is_there` where it was
    // the last one seen there; the larger the number, the later.
    "CREATE TABLE changed (id BLOB NOT NULL PRIMARY KEY) WITHOUT ROWID, STRICT;
     ALTER TABLE versions ADD COLUMN is_left INTEGER NOT NULL DEFAULT 0;
     ALTER TABLE versions ADD COLUMN log INTEGER NOT NULL DEFAULT 0;
     CREATE TABLE places (
         number INTEGER PRIMARY KEY, library BLOB NOT NULL, path BLOB NOT NULL, id BLOB NOT NULL,
         sketch BLOB NOT NULL, at INTEGER NOT NULL, is_there INTEGER NOT NULL,
         UNIQUE (library, path, id)
     ) STRICT;",
    // The `library` of a mark is where it was set, a number of `libraries`; 0 is not known. What is
    // changed once marks have been split is noted in `changes`, with microseconds since 1970.
    "CREATE TABLE libraries (number INTEGER PRIMARY KEY, key BLOB NOT NULL UNIQUE) STRICT;
     ALTER TABLE read ADD COLUMN library INTEGER NOT NULL DEFAULT 0;
     ALTER TABLE starred ADD COLUMN library INTEGER NOT NULL DEFAULT 0;
     ALTER TABLE changed ADD COLUMN library INTEGER NOT NULL DEFAULT 0;
     CREATE TABLE changes (
         kind INTEGER NOT NULL, id BLOB NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (kind, id)
     ) WITHOUT ROWID, STRICT;",
];

/// Whose database a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Owner {
    /// Nobody's yet, or ours at a version that we can bring up to date.
    Ours,
    /// Ours, of a later version.
    Newer(u32),
    /// Another program's.
    Foreign,
}

/// Looks whose database this is; reads the first page and the table of tables, writes nothing.
///
/// # Errors
///
/// If the file is not a database, is damaged or cannot be read.
pub(super) fn owner(db: &Connection) -> Result<Owner> {
    let id: i32 = db.pragma_query_value(None, "application_id", |row| row.get(0))?;
    let found = version(db)?;
    let n_tables: u32 = db.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
    Ok(match (id, found, n_tables) {
        (0, 0, 0) => Owner::Ours,
        (APPLICATION_ID, _, _) if found > VERSION => Owner::Newer(found),
        (APPLICATION_ID, _, _) => Owner::Ours,
        _ => Owner::Foreign,
    })
}

/// The version of the tables in the file.
pub(super) fn version(db: &Connection) -> Result<u32> {
    db.prepare_cached("PRAGMA user_version")?.query_row([], |row| {
        // Negative only in a file that we did not write: as a large number it is "newer".
        row.get::<_, i32>(0).map(i32::cast_unsigned)
    })
}

/// Takes the steps that are still to take, all or none.
///
/// # Errors
///
/// If the file cannot be written.
pub(super) fn migrate(db: &mut Connection) -> Result<()> {
    if version(db)? >= VERSION {
        return Ok(());
    }
    let work = Transaction::new(db, TransactionBehavior::Immediate)?;
    // Read again under the lock: another instance may have come first.
    for step in STEPS.iter().skip(version(&work)? as usize) {
        work.execute_batch(step)?;
    }
    work.pragma_update(None, "application_id", APPLICATION_ID)?;
    work.pragma_update(None, "user_version", VERSION)?;
    work.commit()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_database_is_ours_and_takes_every_step_once() {
        let mut db = Connection::open_in_memory().unwrap();
        assert_eq!(owner(&db).unwrap(), Owner::Ours);
        migrate(&mut db).unwrap();
        migrate(&mut db).unwrap();
        assert_eq!(owner(&db).unwrap(), Owner::Ours);
        assert_eq!(version(&db).unwrap(), VERSION);
    }

    #[test]
    fn a_database_of_the_first_version_keeps_all_it_holds() {
        let mut db = Connection::open_in_memory().unwrap();
        db.execute_batch(STEPS[0]).unwrap();
        db.pragma_update(None, "application_id", APPLICATION_ID).unwrap();
        db.pragma_update(None, "user_version", 1).unwrap();
        db.execute_batch(
            "INSERT INTO read VALUES (x'01'); INSERT INTO starred VALUES (x'02');
             INSERT INTO versions VALUES (x'03', x'02', 7);
             INSERT INTO state VALUES (x'09', 'query', 'moon');",
        )
        .unwrap();
        assert_eq!(owner(&db).unwrap(), Owner::Ours);
        migrate(&mut db).unwrap();
        let kept: (Vec<u8>, Vec<u8>, i64, i64, String) = db
            .query_row(
                "SELECT read.id, starred.id, at, is_left, value FROM read, starred, versions, state
                 WHERE key = 'query'",
                [],
                |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?)),
            )
            .unwrap();
        assert_eq!(kept, (vec![1], vec![2], 7, 0, "moon".to_owned()));
    }

    #[test]
    fn another_programs_database_is_foreign() {
        let db = Connection::open_in_memory().unwrap();
        db.execute_batch("CREATE TABLE moz_places (id INTEGER)").unwrap();
        assert_eq!(owner(&db).unwrap(), Owner::Foreign);
    }

    #[test]
    fn a_later_version_is_newer() {
        let db = Connection::open_in_memory().unwrap();
        db.pragma_update(None, "application_id", APPLICATION_ID).unwrap();
        db.pragma_update(None, "user_version", VERSION + 1).unwrap();
        assert_eq!(owner(&db).unwrap(), Owner::Newer(VERSION + 1));
        db.pragma_update(None, "user_version", -1).unwrap();
        assert_eq!(owner(&db).unwrap(), Owner::Newer(u32::MAX));
    }
}
