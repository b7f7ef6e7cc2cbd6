//! Files that were edited in place: their marks go over to the new id, and the two ids are
//! remembered as versions of one article.

use std::time::SystemTime;

use rusqlite::{Connection, Result, params};

use super::{
    error::MarksError,
    flags::{carries, turn},
    log::{append, prune},
    steps::{now, time_of},
    store::{Marks, Sync},
};
use crate::base::wording;
use crate::domain::{Applied, ArticleId, Field};

/// That one article came in place of another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Version {
    pub new: ArticleId,
    pub old: ArticleId,
    pub at: SystemTime,
}

impl Marks {
    /// Gives each new id the marks and the position of the old one that it replaced, in the order
    /// given, so that chains work; all in one transaction. The old ids keep theirs: another file
    /// may hold the old bytes. The new id's own marks are never taken away, and a pair that is
    /// known already is left alone, so that what was marked since stays.
    ///
    /// Returns at most one change a field. They are in the log but not in the history: undo
    /// passes over them.
    ///
    /// # Errors
    ///
    /// As [`Marks::apply`].
    pub fn carry_over(
        &mut self,
        old_and_new: &[(ArticleId, ArticleId)],
    ) -> Result<Vec<Applied>, MarksError> {
        self.write(wording!("marks-carry"), Sync::AtOnce, |db, library| {
            let (mut read, mut starred) = (Vec::new(), Vec::new());
            for &(old, new) in old_and_new {
                if old == new || !remember(db, old, new)? {
                    continue;
                }
                for (field, ids) in [(Field::Read, &mut read), (Field::Starred, &mut starred)] {
                    if carries(db, field, old)? {
                        ids.extend(turn(db, field, true, &[new])?);
                    }
                }
                db.prepare_cached(
                    "INSERT OR IGNORE INTO positions
                     SELECT ?2, paragraph, byte FROM positions WHERE id = ?1",
                )?
                .execute([old.0, new.0])?;
            }
            let mut done = Vec::new();
            for (field, mut ids) in [(Field::Read, read), (Field::Starred, starred)] {
                if ids.is_empty() {
                    continue;
                }
                ids.sort_unstable();
                let name = "carry marks over to changed articles".to_owned();
                let applied = append(db, Applied { log: 0, name, field, value: true, ids }, None)?;
                prune(db, library, &applied)?;
                done.push(applied);
            }
            Ok(done)
        })
    }

    /// Every pair of versions that the article is connected with, newest first; empty when its
    /// file was never edited.
    ///
    /// # Errors
    ///
    /// When the file is damaged or cannot be read.
    pub fn versions_of(&self, id: ArticleId) -> Result<Vec<Version>, MarksError> {
        self.read(wording!("marks-read-versions"), |db| {
            let mut statement = db.prepare_cached(
                "WITH RECURSIVE family (id) AS (
                     VALUES (?1)
                     UNION SELECT new FROM versions JOIN family ON old = id
                     UNION SELECT old FROM versions JOIN family ON new = id
                 )
                 SELECT new, old, at FROM versions WHERE new IN family
                 ORDER BY at DESC, new, old",
            )?;
            let pairs = statement.query_map([id.0], |row| {
                let (new, old) = (ArticleId(row.get(0)?), ArticleId(row.get(1)?));
                Ok(Version { new, old, at: time_of(row.get(2)?) })
            })?;
            pairs.collect()
        })
    }
}

/// Keeps the pair and says whether it was unknown.
fn remember(db: &Connection, old: ArticleId, new: ArticleId) -> Result<bool> {
    let n_new = db
        .prepare_cached("INSERT OR IGNORE INTO versions (new, old, at) VALUES (?1, ?2, ?3)")?
        .execute(params![new.0, old.0, now()])?;
    Ok(n_new > 0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        domain::Position,
        storage::marks::testing::{Home, change, flags, id},
    };

    #[test]
    fn an_edited_article_keeps_its_marks_and_its_position() {
        let home = Home::new();
        let mut marks = home.open(1);
        let place = Position { paragraph: 3, byte: 9 };
        marks.apply(&change(Field::Read, true, [1])).unwrap();
        marks.apply(&change(Field::Starred, true, [1])).unwrap();
        marks.set_position(id(1), place).unwrap();
        let done = marks.carry_over(&[(id(1), id(2)), (id(2), id(3))]).unwrap();
        let found: Vec<_> = done.iter().map(|done| (done.log, done.field, &done.ids)).collect();
        let both = vec![id(2), id(3)];
        assert_eq!(found, [(3, Field::Read, &both), (4, Field::Starred, &both)]);
        assert_eq!(flags(&marks, 3), (true, true));
        assert_eq!(flags(&marks, 1), (true, true));
        assert_eq!(marks.position(id(3)).unwrap(), Some(place));
        assert_eq!(marks.history(10).unwrap().len(), 2);
        for member in 1..=3 {
            let pairs = marks.versions_of(id(member)).unwrap();
            let mut pairs: Vec<_> = pairs.iter().map(|pair| (pair.new, pair.old)).collect();
            pairs.sort_unstable();
            assert_eq!(pairs, [(id(2), id(1)), (id(3), id(2))]);
        }
        assert_eq!(marks.versions_of(id(9)).unwrap(), []);
    }

    #[test]
    fn what_was_marked_after_an_edit_is_not_overwritten_when_the_edit_is_seen_again() {
        let home = Home::new();
        let mut marks = home.open(1);
        marks.apply(&change(Field::Read, true, [1])).unwrap();
        marks.carry_over(&[(id(1), id(2))]).unwrap();
        marks.apply(&change(Field::Read, false, [2])).unwrap();
        assert_eq!(home.open(1).carry_over(&[(id(1), id(2))]).unwrap(), []);
        assert_eq!(flags(&marks, 2), (false, false));
    }

    #[test]
    fn an_unmarked_older_version_takes_no_mark_away() {
        let home = Home::new();
        let mut marks = home.open(1);
        marks.apply(&change(Field::Starred, true, [2])).unwrap();
        assert_eq!(marks.carry_over(&[(id(1), id(2)), (id(2), id(2))]).unwrap(), []);
        assert_eq!(flags(&marks, 2), (false, true));
        assert_eq!(marks.versions_of(id(2)).unwrap().len(), 1);
    }
}
