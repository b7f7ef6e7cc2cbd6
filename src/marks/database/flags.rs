//! The marks themselves: who carries one, and turning it on or off for many at once.

use rusqlite::{Connection, OptionalExtension, Result};

use super::{connection::Marks, error::MarksError, kinds::kind};
use crate::base::wording;
use crate::domain::{ArticleId, Field};

/// The marks of one article.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Flags(u32);

impl Flags {
    /// Whether the article carries the mark.
    pub fn has(self, field: Field) -> bool {
        self.0 & (1 << field as u32) != 0
    }

    /// Whether it carries any.
    pub(super) fn is_any(self) -> bool {
        self.0 != 0
    }
}

impl Marks {
    /// Hands every article that carries the mark to `each`, in the order of their ids; those of
    /// all libraries. To build a set that [`Marks::since`] can keep up to date, ask for
    /// [`Marks::log`] first and for this second: replaying a change twice does no harm. `each`
    /// must not ask these marks for anything, as one view of the file is open meanwhile.
    ///
    /// # Errors
    ///
    /// When the file is damaged or cannot be read; `each` may have been called by then.
    pub fn marked(&self, field: Field, mut each: impl FnMut(ArticleId)) -> Result<(), MarksError> {
        self.read(wording!("marks-read"), |db| {
            let mut statement = db.prepare_cached(kind(field).all)?;
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
    /// When the file is damaged or cannot be read.
    pub fn lookup(&self, ids: &[ArticleId]) -> Result<Vec<Flags>, MarksError> {
        self.read(wording!("marks-read"), |db| ids.iter().map(|id| flags(db, *id)).collect())
    }
}

/// The marks of one article.
pub(super) fn flags(db: &Connection, id: ArticleId) -> Result<Flags> {
    let mut flags = Flags::default();
    for field in Field::ALL {
        if carries(db, field, id)? {
            flags.0 |= 1 << field as u32;
        }
    }
    Ok(flags)
}

/// Whether the article carries the mark.
pub(super) fn carries(db: &Connection, field: Field, id: ArticleId) -> Result<bool> {
    Ok(db.prepare_cached(kind(field).one)?.query_row([id.0], |_| Ok(())).optional()?.is_some())
}

/// Gives the mark of each of `ids` the value and returns those that had the other one, in the
/// order given. Sorted ids are faster by far.
pub(super) fn turn(
    db: &Connection,
    field: Field,
    value: bool,
    ids: &[ArticleId],
) -> Result<Vec<ArticleId>> {
    let kind = kind(field);
    let mut statement = db.prepare_cached(if value { kind.add } else { kind.remove })?;
    let mut changed = Vec::with_capacity(ids.len());
    for id in ids {
        if statement.execute([id.0])? > 0 {
            changed.push(*id);
        }
    }
    Ok(changed)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::marks::database::tests::{Home, change, id};

    #[test]
    fn marks_are_listed_sorted_and_looked_up_in_the_order_asked() {
        let home = Home::new();
        let mut marks = home.open(1);
        marks.apply(&change(Field::Read, true, [300, 1, 20])).unwrap();
        marks.apply(&change(Field::Starred, true, [20])).unwrap();
        let mut seen = Vec::new();
        marks.marked(Field::Read, |id| seen.push(id)).unwrap();
        assert_eq!(seen, [id(1), id(20), id(300)]);
        let found = marks.lookup(&[id(20), id(7), id(1)]).unwrap();
        let found: Vec<_> = found.iter().map(|it| Field::ALL.map(|field| it.has(field))).collect();
        assert_eq!(found, [[true, true, false], [false; 3], [true, false, false]]);
    }
}
