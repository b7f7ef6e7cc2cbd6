//! The marks themselves: who carries one, and turning it on or off for many at once.

use rusqlite::{Connection, OptionalExtension, Result, params};

use super::{
    changes::note_changes,
    connection::{LibraryKey, Marks},
    error::MarksError,
    kinds::{KINDS, kind, known},
};
use crate::base::wording;
use crate::domain::{ArticleId, Mark, MarkSet};

impl Marks {
    /// Hands every article that carries the mark to `each`, in the order of their ids; those of
    /// all libraries. To build a set that [`Marks::since`] can keep up to date, ask for
    /// [`Marks::log`] first and for this second: replaying a change twice does no harm. `each`
    /// must not ask these marks for anything, as one view of the file is open meanwhile.
    ///
    /// # Errors
    ///
    /// If the file is damaged or cannot be read; `each` may have been called by then.
    pub fn marked(&self, mark: Mark, mut each: impl FnMut(ArticleId)) -> Result<(), MarksError> {
        self.read(wording!("marks-read"), |db| {
            let mut statement = db.prepare_cached(kind(mark).all)?;
            let mut rows = statement.query([])?;
            while let Some(row) = rows.next()? {
                each(ArticleId(row.get(0)?));
            }
            Ok(())
        })
    }

    /// The marks of `ids`, in their order; an article never seen has none.
    ///
    /// # Errors
    ///
    /// If the file is damaged or cannot be read.
    pub fn lookup(&self, ids: &[ArticleId]) -> Result<Vec<MarkSet>, MarksError> {
        self.read(wording!("marks-read"), |db| ids.iter().map(|id| carried(db, *id)).collect())
    }

    /// Whether one of `ids` carries a mark that is known to have been set in another library.
    ///
    /// # Errors
    ///
    /// If the file is damaged or cannot be read.
    pub fn is_any_from_elsewhere(&self, ids: &[ArticleId]) -> Result<bool, MarksError> {
        self.read(wording!("marks-read"), |db| {
            let own = db
                .prepare_cached("SELECT number FROM libraries WHERE key = ?1")?
                .query_row([self.library.0], |row| row.get(0))
                .optional()?;
            for kind in KINDS.iter().filter(|kind| kind.is_decided) {
                let mut origin = db.prepare_cached(kind.origin)?;
                for id in ids {
                    let from: Option<i64> =
                        origin.query_row([id.0], |row| row.get(0)).optional()?;
                    if from.is_some_and(|from| from != 0 && Some(from) != own) {
                        return Ok(true);
                    }
                }
            }
            Ok(false)
        })
    }
}

/// The marks of one article.
pub(super) fn carried(db: &Connection, id: ArticleId) -> Result<MarkSet> {
    let mut marks = MarkSet::default();
    for mark in known() {
        marks.set(mark, carries(db, mark, id)?);
    }
    Ok(marks)
}

/// Whether the article carries the mark.
pub(super) fn carries(db: &Connection, mark: Mark, id: ArticleId) -> Result<bool> {
    Ok(db.prepare_cached(kind(mark).one)?.query_row([id.0], |_| Ok(())).optional()?.is_some())
}

/// Gives the mark of each of `ids` the value, as set in `library`, and returns those that had the
/// other one, in the order given. Sorted ids are faster by far.
pub(super) fn turn(
    db: &Connection,
    library: LibraryKey,
    mark: Mark,
    value: bool,
    ids: &[ArticleId],
) -> Result<Vec<ArticleId>> {
    let kind = kind(mark);
    let mut changed = Vec::with_capacity(ids.len());
    if value {
        let number = number_of(db, library)?;
        let mut add = db.prepare_cached(kind.add)?;
        for id in ids {
            if 0 < add.execute(params![id.0, number])? {
                changed.push(*id);
            }
        }
    } else {
        let mut remove = db.prepare_cached(kind.remove)?;
        for id in ids {
            if 0 < remove.execute([id.0])? {
                changed.push(*id);
            }
        }
    }
    note_changes(db, kind.number, &changed, None)?;
    Ok(changed)
}

/// The number under which marks name a library.
pub(super) fn number_of(db: &Connection, library: LibraryKey) -> Result<i64> {
    let number = "SELECT number FROM libraries WHERE key = ?1";
    if let Some(known) =
        db.prepare_cached(number)?.query_row([library.0], |row| row.get(0)).optional()?
    {
        return Ok(known);
    }
    db.prepare_cached("INSERT INTO libraries (key) VALUES (?1)")?.execute([library.0])?;
    Ok(db.last_insert_rowid())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::marks::database::tests::{Home, change, id};

    #[test]
    fn marks_are_listed_sorted_and_looked_up_in_the_order_asked() {
        let home = Home::new();
        let mut marks = home.open(1);
        marks.apply(&change(Mark::Read, true, [300, 1, 20])).unwrap();
        marks.apply(&change(Mark::Starred, true, [20])).unwrap();
        let mut seen = Vec::new();
        marks.marked(Mark::Read, |id| seen.push(id)).unwrap();
        assert_eq!(seen, [id(1), id(20), id(300)]);
        let found = marks.lookup(&[id(20), id(7), id(1)]).unwrap();
        let found: Vec<Vec<Mark>> = found.iter().map(|it| it.iter().collect()).collect();
        assert_eq!(found, [vec![Mark::Read, Mark::Starred], vec![], vec![Mark::Read]]);
    }

    #[test]
    fn a_mark_knows_the_library_that_it_was_set_in() {
        let home = Home::new();
        let (mut one, mut two) = (home.open(1), home.open(2));
        one.apply(&change(Mark::Read, true, [1])).unwrap();
        two.apply(&change(Mark::Starred, true, [2])).unwrap();
        one.db.execute("INSERT INTO read (id) VALUES (?1)", [id(3).0]).unwrap();
        let is_told = |marks: &Marks, numbers: &[u64]| {
            let ids: Vec<_> = numbers.iter().map(|number| id(*number)).collect();
            marks.is_any_from_elsewhere(&ids).unwrap()
        };
        assert!(!is_told(&one, &[1, 3, 4]), "set here, by an older program, or not at all");
        assert!(is_told(&two, &[4, 1]));
        assert!(is_told(&one, &[1, 2]));
        assert!(is_told(&home.open(3), &[1]), "by a library that has set none");
        two.apply(&change(Mark::Read, false, [1])).unwrap();
        two.apply(&change(Mark::Read, true, [1])).unwrap();
        assert!(!is_told(&two, &[1]), "set again here");
    }
}
