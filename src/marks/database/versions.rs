//! Which text replaced which: the two ids are remembered as versions of one article.

use std::{collections::HashSet, time::SystemTime};

use rusqlite::{Connection, Result, params};

use super::{
    clock::{now, time_of},
    connection::Marks,
    error::MarksError,
};
use crate::base::wording;
use crate::domain::ArticleId;

/// A number that the log never reaches.
pub(super) const NEVER: u64 = i64::MAX.cast_unsigned();

/// Beyond this many articles all pairs are gone through.
const MANY: usize = 4096;

/// That one article came in place of another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Version {
    pub new: ArticleId,
    pub old: ArticleId,
    pub at: SystemTime,
}

impl Marks {
    /// Every pair of versions that the article is connected with, newest first; empty when its
    /// file was never edited.
    ///
    /// # Errors
    ///
    /// If the file is damaged or cannot be read.
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

impl Marks {
    /// For each of some articles that have gone, the forms that are here of those it was edited
    /// into, and into which these were: none if it is gone in every form.
    ///
    /// # Errors
    ///
    /// If the file is damaged or cannot be read.
    pub fn forms_here(
        &self,
        gone: &[ArticleId],
        is_here: impl Fn(ArticleId) -> bool,
    ) -> Result<Vec<Vec<ArticleId>>, MarksError> {
        self.read(wording!("marks-read-versions"), |db| {
            let mut statement = db.prepare_cached("SELECT new FROM versions WHERE old = ?1")?;
            let mut forms_of = |id: ArticleId| -> Result<Vec<ArticleId>> {
                let (mut seen, mut next) = (HashSet::from([id]), vec![id]);
                let mut here = Vec::new();
                while let Some(id) = next.pop() {
                    let news = statement.query_map([id.0], |row| row.get(0).map(ArticleId))?;
                    for new in news {
                        let new = new?;
                        if !seen.insert(new) {
                            continue;
                        }
                        let to = if is_here(new) { &mut here } else { &mut next };
                        to.push(new);
                    }
                }
                Ok(here)
            };
            gone.iter().map(|id| forms_of(*id)).collect()
        })
    }
}

/// Keeps the pair, or that it was made once more. `is_left` says that the old text has no place.
pub(super) fn pair(
    db: &Connection,
    old: ArticleId,
    new: ArticleId,
    is_left: bool,
    log: u64,
) -> Result<()> {
    db.prepare_cached(
        "INSERT INTO versions (new, old, at, is_left, log) VALUES (?1, ?2, ?3, ?4, ?5)
         ON CONFLICT DO UPDATE SET is_left = ?4, log = ?5",
    )?
    .execute(params![new.0, old.0, now(), is_left, log.cast_signed()])?;
    Ok(())
}

/// Whether the text `older` was edited, in one step or many, into `newer`.
pub(super) fn is_older_form(db: &Connection, older: ArticleId, newer: ArticleId) -> Result<bool> {
    db.prepare_cached(
        "WITH RECURSIVE before (id) AS (
             SELECT old FROM versions WHERE new = ?2
             UNION SELECT old FROM versions JOIN before ON new = id
         )
         SELECT EXISTS (SELECT 1 FROM before WHERE id = ?1)",
    )?
    .query_row([older.0, newer.0], |row| row.get(0))
}

/// The forms that texts without a place have now, and those that any text got after the change
/// numbered `since`: what is decided about the old form is meant for them, too. Sorted, without
/// `ids` themselves.
pub(super) fn later_forms(
    db: &Connection,
    ids: &[ArticleId],
    since: u64,
) -> Result<Vec<ArticleId>> {
    let mut seen: HashSet<ArticleId> = HashSet::new();
    let mut next: Vec<ArticleId> = Vec::new();
    if ids.len() <= MANY {
        next.extend(ids);
    } else {
        // A pass over the pairs costs less than so many questions.
        let mut pairs = db.prepare_cached("SELECT old FROM versions WHERE is_left OR ?1 <= log")?;
        let olds = pairs.query_map([since.cast_signed()], |row| row.get(0).map(ArticleId))?;
        for old in olds {
            let old = old?;
            if ids.binary_search(&old).is_ok() && next.last() != Some(&old) {
                next.push(old);
            }
        }
    }
    let mut statement =
        db.prepare_cached("SELECT new FROM versions WHERE old = ?1 AND (is_left OR ?2 <= log)")?;
    while let Some(id) = next.pop() {
        let news = statement
            .query_map(params![id.0, since.cast_signed()], |row| row.get(0).map(ArticleId))?;
        for new in news {
            let new = new?;
            if ids.binary_search(&new).is_err() && seen.insert(new) {
                next.push(new);
            }
        }
    }
    let mut forms: Vec<ArticleId> = seen.into_iter().collect();
    forms.sort_unstable();
    Ok(forms)
}
