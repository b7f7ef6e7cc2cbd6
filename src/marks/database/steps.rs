//! Changes as steps: doing, undoing and redoing them, each a transaction and an entry in the log.
//!
//! Steps are undone newest first, each library's for itself, by whichever instance asks, also
//! after a restart. Marks belong to all libraries, so a step of another library may have changed
//! an article since: undoing leaves it alone unless it still has the value that the step gave,
//! and redoing changes only what undoing changed.

use std::time::SystemTime;

use rusqlite::{Connection, OptionalExtension, Result, params, types::Type};

use super::{
    clock::{now, time_of},
    connection::{LibraryKey, Marks, Sync},
    error::{MarksError, UnknownMark},
    flags::turn,
    kinds::{kind, mark_of},
    log::{NO_NAME, append, prune, set},
    places::{Place, remember_marked},
    versions::{NEVER, later_forms},
};
use crate::base::{Clean, wording};
use crate::domain::{Applied, ArticleId, Mark, MarkChange};

/// A step of the library's history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HistoryStep {
    /// Grows from step to step, with gaps.
    pub number: u64,
    pub at: SystemTime,
    pub is_undone: bool,
    pub n_articles: u64,
    /// `None` for a mark that only a later version knows.
    pub mark: Option<Mark>,
    pub value: bool,
}

impl HistoryStep {
    /// What it did: `4 marked read · Council votes on harbour fees and 3 more`, with the title of one
    /// of its articles.
    pub fn said(&self, title: Option<&Clean>) -> Clean {
        let n = usize::try_from(self.n_articles).unwrap_or(usize::MAX);
        let name = match self.mark {
            Some(mark) => mark.step(self.value, n),
            None => wording!("step-unknown", n = n),
        };
        Clean::new(&match (title, n) {
            (None, _) => name,
            (Some(title), 1) => format!("{name} · {title}"),
            (Some(title), n) => {
                format!("{name} · {}", wording!("history-and-more", title = title, n = n - 1))
            }
        })
    }
}

impl Marks {
    /// Commits a change as one step and returns what it really changed; `None`, and nothing is
    /// recorded, when all articles had the value already. Steps that were undone can no longer be
    /// redone afterwards. Durable when it returns.
    ///
    /// If an article's file has just been edited, the screen may still have shown the old text: its
    /// present form gets the mark, too, as a change in the log that is not a step.
    ///
    /// # Errors
    ///
    /// If the marks cannot be written: read-only, no space, locked, damaged, moved.
    pub fn apply(&mut self, change: &MarkChange) -> Result<Option<Applied>, MarksError> {
        self.apply_at(change, &[])
    }

    /// As [`Marks::apply`], and remembers where articles are: needed where the catalogue may lose
    /// sight of them before their files change.
    ///
    /// # Errors
    ///
    /// As [`Marks::apply`].
    pub fn apply_at(
        &mut self,
        change: &MarkChange,
        places: &[Place],
    ) -> Result<Option<Applied>, MarksError> {
        let mut ids = change.ids.clone();
        ids.sort_unstable();
        ids.dedup();
        self.write(wording!("marks-change"), Sync::AtOnce, |db, library| {
            let MarkChange { mark, value, .. } = *change;
            let later = later_forms(db, &ids, NEVER)?;
            let mut ids = turn(db, library, mark, value, &ids)?;
            let mut later = turn(db, library, mark, value, &later)?;
            if ids.is_empty() {
                ids = std::mem::take(&mut later);
            }
            remember_marked(db, library, places)?;
            if ids.is_empty() {
                return Ok(None);
            }
            let applied = append(db, Applied { log: 0, mark, value, ids }, None)?;
            // What the program notes, such as that an article was opened, is not undone.
            if kind(mark).is_decided {
                record(db, library, &applied)?;
            }
            follow(db, &applied, later)?;
            prune(db, library, &applied)?;
            Ok(Some(applied))
        })
    }

    /// Undoes the library's newest step that is not undone; `None` when there is none. The value
    /// returned is the one the articles have now; there may be no articles, when all of them have
    /// been changed by others since.
    ///
    /// # Errors
    ///
    /// As [`Marks::apply`].
    pub fn undo(&mut self) -> Result<Option<Applied>, MarksError> {
        self.write(wording!("marks-undo"), Sync::AtOnce, |db, library| {
            let Some(step) = stored_step(
                db,
                library,
                "SELECT number, field, value, number FROM steps
                 WHERE library = ?1 AND undone_ids IS NULL ORDER BY number DESC LIMIT 1",
            )?
            else {
                return Ok(None);
            };
            let (applied, ids) = flip(db, library, &step, !step.value)?;
            db.prepare_cached(
                "UPDATE steps SET undone_ids = ?3 WHERE library = ?1 AND number = ?2",
            )?
            .execute(params![
                library.0,
                step.number.cast_signed(),
                ids.cast_signed()
            ])?;
            Ok(Some(applied))
        })
    }

    /// Does again the step that was undone last; `None` when there is none.
    ///
    /// # Errors
    ///
    /// As [`Marks::apply`].
    pub fn redo(&mut self) -> Result<Option<Applied>, MarksError> {
        self.write(wording!("marks-redo"), Sync::AtOnce, |db, library| {
            let Some(step) = stored_step(
                db,
                library,
                "SELECT number, field, value, undone_ids FROM steps
                 WHERE library = ?1 AND undone_ids IS NOT NULL ORDER BY number LIMIT 1",
            )?
            else {
                return Ok(None);
            };
            let (applied, _) = flip(db, library, &step, step.value)?;
            db.prepare_cached(
                "UPDATE steps SET undone_ids = NULL WHERE library = ?1 AND number = ?2",
            )?
            .execute(params![library.0, step.number.cast_signed()])?;
            Ok(Some(applied))
        })
    }

    /// The library's steps, newest first, at most `limit`; the undone ones come before those that
    /// can be undone.
    ///
    /// # Errors
    ///
    /// If the file is damaged or cannot be read.
    pub fn history(&self, limit: usize) -> Result<Vec<HistoryStep>, MarksError> {
        self.read(wording!("marks-read-history"), |db| {
            let mut statement = db.prepare_cached(
                "SELECT number, at, undone_ids IS NOT NULL, n_articles, field, value FROM steps
                 WHERE library = ?1 ORDER BY number DESC LIMIT ?2",
            )?;
            let limit = i64::try_from(limit).unwrap_or(i64::MAX);
            let steps = statement.query_map(params![self.library.0, limit], |row| {
                Ok(HistoryStep {
                    number: row.get(0).map(i64::cast_unsigned)?,
                    at: time_of(row.get(1)?),
                    is_undone: row.get(2)?,
                    n_articles: row.get(3).map(i64::cast_unsigned)?,
                    mark: mark_of(row.get(4)?),
                    value: row.get(5)?,
                })
            })?;
            steps.collect()
        })
    }
}

impl Marks {
    /// The articles of a step of this library by its number, sorted; `None` if its history has no
    /// such step, or no longer.
    ///
    /// # Errors
    ///
    /// If the file is damaged or cannot be read.
    pub fn articles_of(&self, number: u64) -> Result<Option<Vec<ArticleId>>, MarksError> {
        self.read(wording!("marks-read-history"), |db| {
            let is_step = db
                .prepare_cached("SELECT 1 FROM steps WHERE library = ?1 AND number = ?2")?
                .exists(params![self.library.0, number.cast_signed()])?;
            if is_step { set(db, number).map(Some) } else { Ok(None) }
        })
    }
}

/// A step as undoing and redoing need it.
struct Stored {
    number: u64,
    mark: Mark,
    value: bool,
    /// The set of articles to flip.
    ids: u64,
}

fn stored_step(db: &Connection, library: LibraryKey, sql: &str) -> Result<Option<Stored>> {
    db.prepare_cached(sql)?
        .query_row([library.0], |row| {
            Ok(Stored {
                number: row.get(0).map(i64::cast_unsigned)?,
                mark: known_mark(1, row.get(1)?)?,
                value: row.get(2)?,
                ids: row.get(3).map(i64::cast_unsigned)?,
            })
        })
        .optional()
}

/// The mark in a column, without which a step can neither be undone nor redone.
fn known_mark(column: usize, number: i64) -> Result<Mark> {
    mark_of(number).ok_or_else(|| {
        let why = Box::new(UnknownMark(number));
        rusqlite::Error::FromSqlConversionFailure(column, Type::Integer, why)
    })
}

/// Gives the step's articles `value`, logs it, and returns the number of the set that holds those
/// that changed.
fn flip(
    db: &Connection,
    library: LibraryKey,
    step: &Stored,
    value: bool,
) -> Result<(Applied, u64)> {
    let before = set(db, step.ids)?;
    let ids = turn(db, library, step.mark, value, &before)?;
    let stored = (ids.len() == before.len()).then_some(step.ids);
    let applied = Applied { log: 0, mark: step.mark, value, ids };
    let applied = append(db, applied, stored)?;
    let number = stored.unwrap_or(applied.log);
    // What became of the articles since the step has their marks from it.
    let later = later_forms(db, &before, step.number)?;
    let later = turn(db, library, step.mark, value, &later)?;
    follow(db, &applied, later)?;
    Ok((applied, number))
}

/// Logs that the later forms of articles were changed along with them.
fn follow(db: &Connection, applied: &Applied, later: Vec<ArticleId>) -> Result<()> {
    if !later.is_empty() {
        append(db, Applied { ids: later, ..applied.clone() }, None)?;
    }
    Ok(())
}

/// Adds the step to the history and cuts off what could have been redone.
fn record(db: &Connection, library: LibraryKey, applied: &Applied) -> Result<()> {
    db.prepare_cached("DELETE FROM steps WHERE library = ?1 AND undone_ids IS NOT NULL")?
        .execute([library.0])?;
    db.prepare_cached(
        "INSERT INTO steps (library, number, name, field, value, at, n_articles)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    )?
    .execute(params![
        library.0,
        applied.log.cast_signed(),
        NO_NAME,
        kind(applied.mark).number,
        applied.value,
        now(),
        (applied.ids.len() as u64).cast_signed(),
    ])?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::marks::database::tests::{Home, all_marked, change, flags, id};

    #[test]
    fn only_articles_that_differ_are_in_the_step() {
        let home = Home::new();
        let mut marks = home.open(1);
        marks.apply(&change(Mark::Read, true, [2])).unwrap();
        let applied = marks.apply(&change(Mark::Read, true, [3, 2, 1, 3])).unwrap().unwrap();
        assert_eq!(applied.ids, [id(1), id(3)]);
        marks.undo().unwrap();
        assert_eq!(all_marked(&marks, Mark::Read), [id(2)]);
    }

    #[test]
    fn a_change_that_changes_nothing_is_not_recorded() {
        let home = Home::new();
        let mut marks = home.open(1);
        marks.apply(&change(Mark::Read, true, [1])).unwrap();
        marks.undo().unwrap();
        assert_eq!(marks.apply(&change(Mark::Read, false, [1])).unwrap(), None);
        assert_eq!(marks.apply(&change(Mark::Starred, true, [])).unwrap(), None);
        assert_eq!(marks.log().unwrap(), 2);
        assert!(marks.redo().unwrap().is_some(), "what can be redone was cut off by nothing");
    }

    #[test]
    fn steps_are_undone_and_redone_after_a_restart() {
        let home = Home::new();
        let mut marks = home.open(1);
        marks.apply(&change(Mark::Read, true, [1, 2])).unwrap();
        marks.apply(&change(Mark::Starred, true, [1])).unwrap();
        drop(marks);
        let mut marks = home.open(1);
        let undone = marks.undo().unwrap().unwrap();
        assert_eq!((undone.mark, undone.value, undone.ids), (Mark::Starred, false, vec![id(1)]));
        drop(marks);
        let mut marks = home.open(1);
        marks.undo().unwrap();
        assert_eq!(flags(&marks, 1), (false, false));
        assert_eq!(marks.undo().unwrap(), None);
        drop(marks);
        let mut marks = home.open(1);
        assert_eq!(marks.redo().unwrap().unwrap().ids, [id(1), id(2)]);
        assert_eq!(marks.redo().unwrap().unwrap().mark, Mark::Starred);
        assert_eq!(marks.redo().unwrap(), None);
        assert_eq!(flags(&marks, 1), (true, true));
        assert_eq!(marks.log().unwrap(), 6);
    }

    #[test]
    fn a_new_change_cuts_off_what_was_undone() {
        let home = Home::new();
        let mut marks = home.open(1);
        for number in 1..=3 {
            marks.apply(&change(Mark::Read, true, [number])).unwrap();
        }
        marks.undo().unwrap();
        marks.undo().unwrap();
        let undone: Vec<_> =
            marks.history(9).unwrap().iter().map(|step| (step.number, step.is_undone)).collect();
        assert_eq!(undone, [(3, true), (2, true), (1, false)]);
        marks.apply(&change(Mark::Starred, true, [7])).unwrap();
        assert_eq!(marks.redo().unwrap(), None);
        let history = marks.history(1).unwrap();
        assert_eq!((history[0].number, history[0].n_articles), (6, 1));
        assert_eq!(marks.history(9).unwrap().len(), 2);
    }

    #[test]
    fn two_instances_see_and_undo_each_others_changes() {
        let home = Home::new();
        let (mut one, mut two) = (home.open(1), home.open(1));
        one.apply(&change(Mark::Read, true, [1])).unwrap();
        assert_eq!(flags(&two, 1), (true, false));
        assert_eq!(two.undo().unwrap().unwrap().ids, [id(1)]);
        assert_eq!(flags(&one, 1), (false, false));
        assert_eq!(one.undo().unwrap(), None);
        assert_eq!(one.redo().unwrap().unwrap().ids, [id(1)]);
    }

    #[test]
    fn another_library_has_its_own_history() {
        let home = Home::new();
        let (mut one, mut two) = (home.open(1), home.open(2));
        one.apply(&change(Mark::Read, true, [1])).unwrap();
        assert_eq!(two.undo().unwrap(), None);
        two.apply(&change(Mark::Read, true, [2])).unwrap();
        assert_eq!(one.undo().unwrap().unwrap().ids, [id(1)]);
        two.apply(&change(Mark::Read, true, [3])).unwrap();
        assert_eq!(one.redo().unwrap().unwrap().ids, [id(1)]);
    }

    #[test]
    fn undo_leaves_alone_what_another_library_has_changed_since_and_so_does_redo() {
        let home = Home::new();
        let (mut one, mut two) = (home.open(1), home.open(2));
        one.apply(&change(Mark::Read, true, [1, 2])).unwrap();
        two.apply(&change(Mark::Read, false, [1])).unwrap();
        assert_eq!(one.undo().unwrap().unwrap().ids, [id(2)]);
        assert_eq!(one.redo().unwrap().unwrap().ids, [id(2)]);
        assert_eq!(flags(&one, 1), (false, false));
        two.undo().unwrap();
        assert_eq!(one.undo().unwrap().unwrap().ids, [id(1), id(2)]);
    }

    #[test]
    fn a_step_that_others_have_taken_back_whole_is_undone_without_articles() {
        let home = Home::new();
        let (mut one, mut two) = (home.open(1), home.open(2));
        one.apply(&change(Mark::Read, true, [1])).unwrap();
        two.apply(&change(Mark::Read, false, [1])).unwrap();
        assert_eq!(one.undo().unwrap().unwrap().ids, []);
        assert_eq!(one.undo().unwrap(), None);
    }

    #[test]
    fn a_bulk_change_is_one_step() {
        let home = Home::new();
        let mut marks = home.open(1);
        let n_articles = 20_000;
        let applied =
            marks.apply(&change(Mark::Read, true, (0..n_articles).rev())).unwrap().unwrap();
        assert_eq!(applied.ids.len() as u64, n_articles);
        assert!(applied.ids.is_sorted());
        assert_eq!(marks.undo().unwrap().unwrap().ids, applied.ids);
        assert_eq!(all_marked(&marks, Mark::Read), []);
        assert_eq!(marks.redo().unwrap().unwrap().ids, applied.ids);
        assert_eq!(all_marked(&marks, Mark::Read), applied.ids);
        assert_eq!(marks.history(9).unwrap()[0].n_articles, n_articles);
    }

    #[test]
    fn a_full_disk_refuses_the_change_as_a_whole() {
        let home = Home::new();
        let mut marks = home.open(1);
        marks.apply(&change(Mark::Read, true, [1])).unwrap();
        let n_pages: u32 =
            marks.db.pragma_query_value(None, "page_count", |row| row.get(0)).unwrap();
        marks.db.pragma_update_and_check(None, "max_page_count", n_pages, |_| Ok(())).unwrap();
        let refused = marks.apply(&change(Mark::Read, true, 0..10_000));
        assert!(matches!(refused, Err(MarksError::Full { .. })), "{refused:?}");
        assert_eq!(all_marked(&marks, Mark::Read), [id(1)]);
        assert_eq!(marks.log().unwrap(), 1);
    }

    #[test]
    fn a_change_after_the_file_was_replaced_is_refused_rather_than_lost() {
        let home = Home::new();
        let mut marks = home.open(1);
        std::fs::rename(home.path(), home.directory.path().join("elsewhere.db")).unwrap();
        let refused = marks.apply(&change(Mark::Read, true, [1]));
        assert!(matches!(refused, Err(MarksError::Moved { .. })), "{refused:?}");
    }
}
