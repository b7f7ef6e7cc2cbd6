//! The log of all changes: how other instances and cached sets of marks catch up, and what is
//! dropped from it when it grows.
//!
//! Invariant: the newest entry is never dropped, so that numbers grow by one and are never used
//! twice.

use rusqlite::{Connection, Result, params};

use super::{
    connection::{LibraryKey, Marks},
    error::MarksError,
    kinds::{kind, mark_of},
};
use crate::base::wording;
use crate::domain::{Applied, ArticleId};

/// Steps that a library can undo, at most; and how many bytes of ids they may hold, but for the
/// newest, which is kept however large.
const MAX_STEPS: usize = 1000;
const MAX_BYTES: u64 = 64 << 20;
/// Log entries kept for those who catch up; who is further behind loads everything.
const MAX_ENTRIES: usize = 4096;
/// The history is cut back after this number of changes, since that reads the whole of it, and
/// after each change of more articles than this.
const PRUNE_EVERY: u64 = 64;
const MANY_ARTICLES: usize = 64 * 1024;

/// What happened since a place in the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Since {
    /// Every change after it, oldest first; empty when there was none. Those of marks that only a
    /// later version knows are only counted.
    Changes {
        changes: Vec<Applied>,
        n_unknown: usize,
        /// The newest that was looked at.
        log: u64,
    },
    /// The place is too far back, or not of this log: read all marks again.
    Reload,
}

impl Marks {
    /// The number of the newest change, by any instance in any library; 0 before the first.
    ///
    /// # Errors
    ///
    /// If the file is damaged or cannot be read.
    pub fn log(&self) -> Result<u64, MarksError> {
        self.read(wording!("marks-read-log"), newest)
    }

    /// Everything that happened after the change numbered `log`, by any instance, this one
    /// included, in any library.
    ///
    /// # Errors
    ///
    /// If the file is damaged or cannot be read.
    pub fn since(&self, log: u64) -> Result<Since, MarksError> {
        self.read(wording!("marks-read-log"), |db| {
            let oldest: u64 = db
                .prepare_cached("SELECT coalesce(min(number), 1) FROM log")?
                .query_row([], |row| row.get(0).map(i64::cast_unsigned))?;
            let newest = newest(db)?;
            if log > newest || log + 1 < oldest {
                return Ok(Since::Reload);
            }
            let mut statement = db.prepare_cached(
                "SELECT log.number, field, value, sets.ids
                 FROM log LEFT JOIN sets ON sets.number = log.ids
                 WHERE log.number > ?1 ORDER BY log.number",
            )?;
            let mut rows = statement.query([log.cast_signed()])?;
            let (mut changes, mut n_unknown) = (Vec::new(), 0);
            while let Some(row) = rows.next()? {
                let Some(mark) = mark_of(row.get(1)?) else {
                    n_unknown += 1;
                    continue;
                };
                changes.push(Applied {
                    log: row.get(0).map(i64::cast_unsigned)?,
                    mark,
                    value: row.get(2)?,
                    ids: unpack(row.get_ref(3)?.as_blob()?),
                });
            }
            Ok(Since::Changes { changes, n_unknown, log: newest })
        })
    }
}

/// In the columns that held a name of each step, which was shown nowhere.
pub(super) const NO_NAME: &str = "";

/// A set of ids as it is stored.
fn pack(ids: &[ArticleId]) -> Vec<u8> {
    ids.iter().flat_map(|id| id.0).collect()
}

/// Reads back [`pack`].
fn unpack(bytes: &[u8]) -> Vec<ArticleId> {
    bytes.as_chunks().0.iter().map(|id| ArticleId(*id)).collect()
}

/// The ids of the set with this number.
pub(super) fn set(db: &Connection, number: u64) -> Result<Vec<ArticleId>> {
    db.prepare_cached("SELECT ids FROM sets WHERE number = ?1")?
        .query_row([number.cast_signed()], |row| Ok(unpack(row.get_ref(0)?.as_blob()?)))
}

pub(super) fn newest(db: &Connection) -> Result<u64> {
    db.prepare_cached("SELECT coalesce(max(number), 0) FROM log")?
        .query_row([], |row| row.get(0).map(i64::cast_unsigned))
}

/// Appends a change and returns it with its number. The ids are stored as a set of that number,
/// unless `stored` says which set holds just these already.
pub(super) fn append(
    db: &Connection,
    mut applied: Applied,
    stored: Option<u64>,
) -> Result<Applied> {
    applied.log = newest(db)? + 1;
    if stored.is_none() {
        db.prepare_cached("INSERT INTO sets (number, ids) VALUES (?1, ?2)")?
            .execute(params![applied.log.cast_signed(), pack(&applied.ids)])?;
    }
    db.prepare_cached(
        "INSERT INTO log (number, name, field, value, ids, n_articles)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    )?
    .execute(params![
        applied.log.cast_signed(),
        NO_NAME,
        kind(applied.mark).number,
        applied.value,
        stored.unwrap_or(applied.log).cast_signed(),
        (applied.ids.len() as u64).cast_signed(),
    ])?;
    Ok(applied)
}

/// Drops the oldest steps of the library and the oldest entries of the log if there are too many,
/// and the sets that nobody needs any more. Never touches a mark.
pub(super) fn prune(db: &Connection, library: LibraryKey, applied: &Applied) -> Result<()> {
    if !applied.log.is_multiple_of(PRUNE_EVERY) && applied.ids.len() < MANY_ARTICLES {
        return Ok(());
    }
    let steps = "SELECT number, n_articles FROM steps WHERE library = ?1 ORDER BY number DESC";
    if let Some(last) = first_too_many(db, steps, [library.0], MAX_STEPS)? {
        db.execute("DELETE FROM steps WHERE library = ?1 AND number <= ?2", (library.0, last))?;
    }
    let entries = "SELECT number, n_articles FROM log ORDER BY number DESC";
    if let Some(last) = first_too_many(db, entries, [], MAX_ENTRIES)? {
        db.execute("DELETE FROM log WHERE number <= ?1", [last])?;
    }
    db.execute(
        "DELETE FROM sets WHERE number NOT IN (
             SELECT ids FROM log UNION ALL SELECT number FROM steps
             UNION ALL SELECT undone_ids FROM steps WHERE undone_ids IS NOT NULL
         )",
        [],
    )?;
    Ok(())
}

/// Going from the newest back, the number of the first entry that is one too many or that makes
/// the ids too large; never the newest.
fn first_too_many(
    db: &Connection,
    sql: &str,
    params: impl rusqlite::Params,
    max: usize,
) -> Result<Option<i64>> {
    let mut size_bytes = 0;
    let mut statement = db.prepare(sql)?;
    let mut rows = statement
        .query_map(params, |row| Ok((row.get::<_, i64>(0)?, row.get::<_, i64>(1)?)))?
        .enumerate();
    rows.find_map(|(n, row)| {
        let (number, n_articles) = match row {
            Ok(row) => row,
            Err(error) => return Some(Err(error)),
        };
        size_bytes += n_articles.cast_unsigned().saturating_mul(16);
        (n >= max || (n > 0 && size_bytes > MAX_BYTES)).then_some(Ok(number))
    })
    .transpose()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Mark;
    use crate::marks::database::tests::{Home, all_marked, change, id};

    fn changes(changes: Vec<Applied>) -> Since {
        Since::Changes { changes, n_unknown: 0, log: 2 }
    }

    fn numbers(since: Since) -> Vec<u64> {
        match since {
            Since::Changes { changes, .. } => changes.iter().map(|change| change.log).collect(),
            Since::Reload => panic!("asked to reload"),
        }
    }

    #[test]
    fn another_instance_catches_up_change_by_change() {
        let home = Home::new();
        let (mut one, mut two) = (home.open(1), home.open(2));
        assert!(!two.has_changed());
        assert_eq!(numbers(two.since(0).unwrap()), [0; 0]);
        let first = one.apply(&change(Mark::Read, true, [2, 1])).unwrap().unwrap();
        let second = one.undo().unwrap().unwrap();
        assert_eq!((first.log, second.log), (1, 2));
        assert!(two.has_changed());
        assert!(!two.has_changed());
        assert!(!one.has_changed());
        assert_eq!(two.since(0).unwrap(), changes(vec![first, second.clone()]));
        assert_eq!(two.since(1).unwrap(), changes(vec![second]));
        assert_eq!(two.log().unwrap(), 2);
    }

    #[test]
    fn a_mark_of_a_later_version_is_counted_and_taken_for_no_other() {
        let home = Home::new();
        let mut marks = home.open(1);
        marks.apply(&change(Mark::Read, true, [1])).unwrap();
        marks.apply(&change(Mark::Starred, true, [2])).unwrap();
        for number in [i64::MAX, 1 << 32, -1] {
            marks.db.execute("UPDATE log SET field = ?1 WHERE number = 2", [number]).unwrap();
            marks.db.execute("UPDATE steps SET field = ?1 WHERE number = 2", [number]).unwrap();
            let Since::Changes { changes, n_unknown, log } = marks.since(0).unwrap() else {
                panic!("asked to reload")
            };
            assert_eq!(changes.iter().map(|it| it.mark).collect::<Vec<_>>(), [Mark::Read]);
            assert_eq!((n_unknown, log), (1, 2));
            let names: Vec<_> = marks.history(9).unwrap().iter().map(|it| it.mark).collect();
            assert_eq!(names, [None, Some(Mark::Read)]);
            let refused = marks.undo();
            assert!(matches!(refused, Err(MarksError::UnknownMark { .. })), "{refused:?}");
            marks.db.execute("UPDATE steps SET undone_ids = 2 WHERE number = 2", []).unwrap();
            let refused = marks.redo();
            assert!(matches!(refused, Err(MarksError::UnknownMark { .. })), "{refused:?}");
            marks.db.execute("UPDATE steps SET undone_ids = NULL", []).unwrap();
        }
        assert_eq!(all_marked(&marks, Mark::Starred), [id(2)]);
    }

    #[test]
    fn a_place_that_is_not_in_the_log_asks_for_everything_anew() {
        let home = Home::new();
        let mut marks = home.open(1);
        for number in 0..5 {
            marks.apply(&change(Mark::Read, true, [number])).unwrap();
        }
        assert_eq!(marks.since(6).unwrap(), Since::Reload);
        assert_eq!(marks.since(u64::MAX).unwrap(), Since::Reload);
        marks.db.execute("DELETE FROM log WHERE number <= 3", []).unwrap();
        assert_eq!(marks.since(2).unwrap(), Since::Reload);
        assert_eq!(numbers(marks.since(3).unwrap()), [4, 5]);
        assert_eq!(numbers(marks.since(5).unwrap()), [0; 0]);
    }

    #[test]
    fn a_long_history_loses_its_oldest_steps_but_no_mark_and_no_number() {
        let home = Home::new();
        let mut marks = home.open(1);
        marks.db.pragma_update(None, "synchronous", "OFF").unwrap();
        let n_changes = (MAX_ENTRIES as u64 / PRUNE_EVERY + 1) * PRUNE_EVERY;
        for number in 0..n_changes {
            marks.apply(&change(Mark::Read, true, [number])).unwrap();
        }
        let mut n_marks = 0;
        marks.marked(Mark::Read, |_| n_marks += 1).unwrap();
        assert_eq!(n_marks, n_changes);
        assert_eq!(marks.history(usize::MAX).unwrap().len(), MAX_STEPS);
        assert_eq!(marks.log().unwrap(), n_changes);
        assert_eq!(marks.since(0).unwrap(), Since::Reload);
        let kept = numbers(marks.since(n_changes - MAX_ENTRIES as u64).unwrap());
        assert_eq!(kept.len(), MAX_ENTRIES);
        let n_sets: u32 =
            marks.db.query_row("SELECT count(*) FROM sets", [], |row| row.get(0)).unwrap();
        assert_eq!(n_sets as usize, MAX_ENTRIES);
        assert_eq!(marks.undo().unwrap().unwrap().ids, [id(n_changes - 1)]);
    }

    #[test]
    fn steps_that_are_too_large_together_go_but_the_newest_stays() {
        let home = Home::new();
        let mut marks = home.open(1);
        marks.apply(&change(Mark::Read, true, [1])).unwrap();
        marks.db.execute("UPDATE steps SET n_articles = 5000000", []).unwrap();
        let many = change(Mark::Starred, true, 0..MANY_ARTICLES as u64);
        marks.apply(&many).unwrap();
        assert_eq!(marks.history(9).unwrap().len(), 1);
        marks.db.execute("UPDATE steps SET n_articles = 5000000", []).unwrap();
        let applied = Applied { log: 64, ..marks.undo().unwrap().unwrap() };
        prune(&marks.db, marks.library, &applied).unwrap();
        assert_eq!(marks.redo().unwrap().unwrap().ids.len(), MANY_ARTICLES);
    }
}
